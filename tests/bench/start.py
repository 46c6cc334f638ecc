"""How long commands take to start, beside Scrapy's own ``scrapy version`` without a project.

``python -m tests.bench.start``. The archive is empty and its MongoDB runs already, as it does for a
user between two commands. Beside the time that passes stands the processor time, which other work
on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Row, add_common, median, publish, server_directory
from tests.crawling import INHERITED, ROOT
from tsnet.store.embedded import EmbeddedServer

COMMANDS = (["list"], ["search", "新疆"])
EMPTY = "is empty: scrapy crawl tianshan fills it"
"""What a command says that found nothing to search in, and failed for it."""


@dataclass(frozen=True)
class Duration:
    """What one command took, in seconds."""

    passed: float
    """From its start to its end."""
    processor: float
    """Processor time."""


def duration(command: list[str], cwd: Path, environment: dict[str, str]) -> Duration:
    """How long ``scrapy <command>`` takes."""
    used, began = processor(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *command],
        cwd=cwd,
        env={**INHERITED, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    took = Duration(time.perf_counter() - began, processor() - used)
    if done.returncode and EMPTY not in done.stderr:
        raise RuntimeError(f"scrapy {' '.join(command)}: {done.stderr}")
    return took


def processor() -> float:
    """Seconds of processor that ended child processes have used."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.start", description=__doc__)
    add_common(parser)
    options = parser.parse_args()
    with (
        server_directory() as scratch,
        EmbeddedServer(Path(scratch), linger=0.0) as server,
    ):
        environment = {"MONGO_URI": server.uri, "TSNET_DATA_DIR": scratch}
        bare: list[Duration] = []
        ours: dict[str, list[Duration]] = {" ".join(command): [] for command in COMMANDS}
        # Once before, so that every run finds compiled files and a warm disk.
        for number in range(options.runs + 1):
            times = {"": duration(["version"], Path(scratch), {})}
            times |= {" ".join(c): duration(c, ROOT, environment) for c in COMMANDS}
            if number:
                bare.append(times.pop(""))
                for name, value in times.items():
                    ours[name].append(value)
    rows = []
    for name, durations in ours.items():
        for what, of in (
            (f"scrapy {name}", lambda took: took.passed),
            (f"scrapy {name}, processor time", lambda took: took.processor),
        ):
            values, baseline = list(map(of, durations)), list(map(of, bare))
            more = median([one - other for one, other in zip(values, baseline, strict=True)])
            rows.append(
                Row(
                    what,
                    median(values),
                    "s",
                    "scrapy version",
                    median(baseline),
                    {"more by s": more, "runs": values, "baseline_runs": baseline},
                )
            )
    publish(rows, options.json)


if __name__ == "__main__":
    main()
