"""How long commands take to start, beside Scrapy's own ``scrapy version`` without a project.

``python -m tests.bench.start``. The archive is empty and its MongoDB runs already, as it does for a
user between two commands.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from tests.bench.figures import Row, add_common, median, publish
from tests.crawling import INHERITED, ROOT
from tsnet.store.embedded import EmbeddedServer


def seconds(command: list[str], cwd: Path, environment: dict[str, str]) -> float:
    """Seconds from the start of ``scrapy <command>`` to its end."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "scrapy", *command],
        cwd=cwd,
        env={**INHERITED, **environment},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.start", description=__doc__)
    add_common(parser)
    options = parser.parse_args()
    commands = [["list"]]
    if find_spec("tsnet.commands.search"):
        commands.append(["search", "新疆"])
    with (
        tempfile.TemporaryDirectory() as scratch,
        EmbeddedServer(Path(scratch), linger=0.0) as server,
    ):
        environment = {"MONGO_URI": server.uri, "TSNET_DATA_DIR": scratch}
        bare: list[float] = []
        ours: dict[str, list[float]] = {" ".join(command): [] for command in commands}
        # Once before, so that every run finds compiled files and a warm disk.
        for number in range(options.runs + 1):
            times = {"": seconds(["version"], Path(scratch), {})}
            times |= {" ".join(c): seconds(c, ROOT, environment) for c in commands}
            if number:
                bare.append(times.pop(""))
                for name, value in times.items():
                    ours[name].append(value)
    rows = [
        Row(
            f"scrapy {name}",
            median(values),
            "s",
            "scrapy version",
            median(bare),
            {
                "slower by s": median([a - b for a, b in zip(values, bare, strict=True)]),
                "runs": values,
                "baseline_runs": bare,
            },
        )
        for name, values in ours.items()
    ]
    publish(rows, options.json)


if __name__ == "__main__":
    main()
