"""The whole crawl beside two bare Scrapy spiders on the same replica.

``python -m tests.bench.crawl``. Every page is rendered before anything is measured. The three take
turns, so that whatever else the machine does falls on all of them alike. Memory is the peak of the
crawling process and its workers together, without MongoDB; what they share counts once.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from pymongo import MongoClient

from tests.bench.figures import Row, add_common, held, median, publish, server_directory
from tests.crawling import INHERITED, ROOT
from tests.replica import Replica
from tsnet.store.embedded import EmbeddedServer

SAMPLE = 0.5
"""Seconds between two looks at memory, each of which holds the processes up for milliseconds."""


def measure(
    command: list[str], settings: str, others: dict[str, int], env: dict[str, str] | None = None
) -> dict[str, Any]:
    """Run one crawl; its figures, with peak memory and processor time of all its processes.

    ``others``: processes beside it whose processor time belongs to the crawl, by name.
    """
    with tempfile.TemporaryDirectory() as directory:
        target = Path(directory) / "figures.json"
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={
                **INHERITED,
                "SCRAPY_SETTINGS_MODULE": settings,
                "BENCH_FIGURES": str(target),
                "BENCH_OTHERS": json.dumps(others),
                **(env or {}),
            },
        )
        peak, memory = 0.0, []
        family = psutil.Process(process.pid)
        while process.poll() is None:
            total = held(family)
            memory.append(total)
            peak = max(peak, total)
            time.sleep(SAMPLE)
        if process.returncode or not target.exists():
            raise RuntimeError(f"{' '.join(command)} ended with code {process.returncode}")
        found: dict[str, Any] = json.loads(target.read_text("utf-8"))
    return {**found, "peak_mb": peak, "memory_mb": memory}


def bare(name: str, replica: Replica, scratch: str) -> dict[str, Any]:
    """A crawl by one of the bare spiders."""
    others = {"replica": replica.pid}
    further = Path(scratch) / "further.json"
    if not further.exists():
        truths = (replica.truth[identity] for identity in replica.site.entries)
        pages = {truth.page_urls[0]: truth.page_urls[1:] for truth in truths}
        further.write_text(json.dumps(pages), "utf-8")
    command = [sys.executable, "-m", "scrapy", "crawl", name, "-a", f"base_url={replica.url}"]
    return measure([*command, "-a", f"further={further}"], "tests.bench.bare_settings", others)


def tianshan(replica: Replica, uri: str, scratch: str, *more: str) -> dict[str, Any]:
    """A crawl by tsnet into an empty database of an embedded server in ``scratch``."""
    with MongoClient[dict[str, Any]](uri) as client:
        client.drop_database("bench_crawl")
    mongod = int((Path(scratch) / "mongod.pid").read_text("ascii"))
    command = [sys.executable, "-m", "scrapy", "crawl", "tianshan", "-a", "render=never"]
    env = {"MONGO_URI": uri, "MONGO_DATABASE": "bench_crawl", "TSNET_SPOOL_DIR": f"{scratch}/spool"}
    return measure(
        [*command, "-a", f"base_url={replica.url}", *more],
        "tests.bench.crawl_settings",
        {"replica": replica.pid, "mongod": mongod},
        env,
    )


def rows(found: dict[str, list[dict[str, Any]]]) -> list[Row]:
    """Figures of the crawls, each beside both bare spiders."""

    def values(name: str, key: str) -> list[float]:
        if key == "pages_per_second":
            return [run["articles"] / run["seconds"] for run in found[name]]
        return [run[key] for run in found[name]]

    made = []
    for key, what, unit in (
        ("pages_per_second", "article pages, whole crawl", "pages/s"),
        ("steady_per_second", "article pages, after the first tenth", "pages/s"),
    ):
        ours = values("tianshan", key)
        for name in ("xpath", "nothing"):
            theirs = values(name, key)
            # Runs of one round stand beside each other: their ratio is steadier than the speeds.
            ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
            made.append(
                Row(
                    what,
                    median(ours),
                    unit,
                    f"bare spider {name}",
                    median(theirs),
                    {"median of ratios": median(ratios), "runs": ours, "baseline_runs": theirs},
                )
            )
    made.append(
        Row(
            "peak memory, workers included",
            median(values("tianshan", "peak_mb")),
            "MB",
            "bare spider xpath",
            median(values("xpath", "peak_mb")),
        )
    )
    spent = {name: processor(runs) for name, runs in found.items()}
    made.append(
        Row(
            "processor time an article page, all processes, after the first tenth",
            sum(spent["tianshan"].values()),
            "ms",
            "bare spider xpath",
            sum(spent["xpath"].values()),
            {
                f"{spider}, {process}": value
                for spider, times in spent.items()
                for process, value in times.items()
            },
        )
    )
    first, beside = found["tianshan"][0], found["xpath"][0]
    stored = first["stats"].get("tsnet/articles/new", 0)
    made.append(
        Row(
            "article pages fetched",
            first["articles"],
            "",
            "xpath",
            beside["articles"],
            {"stored": stored},
        )
    )
    return made


def processor(runs: list[dict[str, Any]]) -> dict[str, float]:
    """Process → milliseconds of its processor time an article page, the median of the runs."""
    processes = runs[0]["processor_ms"]
    return {name: median([run["processor_ms"][name] for run in runs]) for name in processes}


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.crawl", description=__doc__)
    add_common(parser)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--workers", type=int, default=2, help="processes that read pages")
    parser.add_argument("--undamaged", action="store_true", help="pages without mirror damage")
    options = parser.parse_args()
    found: dict[str, list[dict[str, Any]]] = {"nothing": [], "xpath": [], "tianshan": []}
    with (
        Replica("bench", articles=options.articles, damage=not options.undamaged) as replica,
        server_directory() as scratch,
        EmbeddedServer(Path(scratch), linger=0.0) as server,
    ):
        replica.warm()
        for _ in range(options.runs):
            for name in ("nothing", "xpath"):
                found[name].append(bare(name, replica, scratch))
            workers = f"TSNET_EXTRACTION_PROCESSES={options.workers}"
            found["tianshan"].append(tianshan(replica, server.uri, scratch, "-s", workers))
            print(
                *(f"{name} {runs[-1]['steady_per_second']:.0f}/s" for name, runs in found.items()),
                file=sys.stderr,
                flush=True,
            )
    publish(rows(found), options.json)


if __name__ == "__main__":
    main()
