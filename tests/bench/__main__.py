"""Every benchmark: ``python -m tests.bench``; some: ``python -m tests.bench crawl start``.

Each runs in a process of its own, so that none finds memory or modules that another left, prints
its rows, and leaves them as JSON in ``--to``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import machine

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Benchmark:
    """How a module of this package is run."""

    small: tuple[str, ...]
    """Arguments for a run of seconds that only shows that it works."""
    writes_json: bool = True
    """False: what it prints is written as JSON by the runner."""


BENCHMARKS = {
    "crawl": Benchmark(("--articles", "20", "--runs", "1")),
    "extraction": Benchmark(("--articles", "2", "--runs", "1")),
    "start": Benchmark(("--runs", "1")),
    "memory": Benchmark(("--articles", "40")),
    "growth": Benchmark(("100", "200", "--runs", "1")),
    "search": Benchmark(("100",)),
    "duplicates": Benchmark(("100",)),
    "tokens": Benchmark((), writes_json=False),
    "mirror": Benchmark(("--runs", "1", "--pages", "1")),
    "sizes": Benchmark(("--articles", "20"), writes_json=False),
    "workers": Benchmark(("--speed", "--pages", "20", "--articles", "10"), writes_json=False),
    "rendering": Benchmark(("--few", "1", "--listings", "2", "--long", "1", "--runs", "1")),
}
"""Name → benchmark, in the order in which all are run."""


def run(name: str, arguments: list[str], target: Path) -> int:
    """Run one benchmark; its exit code."""
    command = [sys.executable, "-m", f"tests.bench.{name}", *arguments]
    if BENCHMARKS[name].writes_json:
        return subprocess.run([*command, "--json", str(target)], cwd=ROOT, check=False).returncode
    lines = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip("\n"))
    report = {"machine": machine(), "lines": lines}
    target.write_text(json.dumps(report, ensure_ascii=False, indent=1), "utf-8")
    return process.returncode


def main() -> int:
    """Run the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--to", type=Path, default=ROOT / ".bench", help="where the JSON goes")
    parser.add_argument("--small", action="store_true", help="only show that each works")
    options, rest = parser.parse_known_args()
    # Numbers are sizes, for the one benchmark that is named.
    rest = [name for name in options.names if name.isdecimal()] + rest
    options.names = [name for name in options.names if not name.isdecimal()]
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    if rest and len(options.names) != 1:
        parser.error(f"{' '.join(rest)}: name the one benchmark that this is for")
    options.to.mkdir(parents=True, exist_ok=True)
    failed = []
    for name in options.names or BENCHMARKS:
        print(f"-- {name}", flush=True)
        arguments = [*(BENCHMARKS[name].small if options.small else ()), *rest]
        if run(name, arguments, options.to.resolve() / f"{name}.json"):
            failed.append(name)
    for name in failed:
        print(f"failed: {name}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
