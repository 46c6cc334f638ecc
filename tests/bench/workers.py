"""``python -m tests.bench.workers``: workers killed in the middle, round after round, and speed.

Prints one line a round and fails if anything was lost, or was fetched twice without having been in
a dead worker's hands.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pymongo import MongoClient

from tests.bench.figures import server_directory
from tests.replica import Replica
from tests.workers import (
    RedisServer,
    SmallSite,
    Worker,
    crawl_worker,
    paths_leased_to,
    wait_until,
    written,
)
from tsnet.store.embedded import EmbeddedServer


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.bench.workers")
    parser.add_argument("--rounds", type=int, default=10, help="rounds with a killed worker")
    parser.add_argument("--pages", type=int, default=2000, help="pages of the site")
    parser.add_argument("--articles", type=int, default=1000, help="of the replica, for --speed")
    parser.add_argument("--seed", type=int, default=1, help="when in each round the worker dies")
    parser.add_argument("--speed", action="store_true", help="measure 1 and 2 workers, kill none")
    options = parser.parse_args()
    if options.speed:
        for number in (1, 2):
            print(f"{number} workers, real pages:", real(number, options.articles), flush=True)
        print("queue in memory:", speed(1, options.pages, IN_MEMORY), flush=True)
        for number in (1, 2):
            print(f"{number} workers:", speed(number, options.pages), flush=True)
        return 0
    chance = random.Random(options.seed)
    bad = 0
    for number in range(1, options.rounds + 1):
        bad += not death(number, options.pages, chance.uniform(0.05, 0.9))
    return 1 if bad else 0


def death(number: int, pages: int, share: float) -> bool:
    """One round: a worker is killed when ``share`` of the pages is fetched."""
    with tempfile.TemporaryDirectory() as place, RedisServer(Path(place)) as server:
        directory = Path(place)
        with SmallSite(pages) as site:
            victim, survivor = Worker(site, server, directory), Worker(site, server, directory)
            wait_until(lambda: len(site.fetched) > share * pages, 120, "for the moment to kill")
            victim.kill()
            held = paths_leased_to(server, "test", victim.pid)
            code = survivor.end(120)
            twice = {path for path, times in site.counts().items() if times > 1}
            lost = {f"/page/{n}" for n in range(pages)} - set(written(directory))
            waiting = server.client.zcard("tsnet:{test}:requests")
    good = code == 0 and not lost and twice <= held and not waiting
    print(
        f"round {number}: killed at {share:.0%}, it held {len(held)}; lost {len(lost)}, "
        f"fetched twice {len(twice)}, of which not in its hands {len(twice - held)}; "
        f"exit {code} {'' if good else 'BAD'}",
        flush=True,
    )
    return good


IN_MEMORY = {
    "SCHEDULER": "scrapy.core.scheduler.Scheduler",
    "DUPEFILTER_CLASS": "scrapy.dupefilters.RFPDupeFilter",
    "SPIDER_MIDDLEWARES": "{}",
    "DOWNLOADER_MIDDLEWARES": "{}",
    "EXTENSIONS": "{}",
}
"""Settings that take the shared queue away, for comparison."""


def speed(workers: int, pages: int, settings: Mapping[str, object] | None = None) -> str:
    """Pages a second of ``workers`` workers, from first request to last, and what they cost.

    Processor time is less disturbed than the clock by what else the machine does.
    """
    with tempfile.TemporaryDirectory() as place, RedisServer(Path(place)) as server:
        directory = Path(place)
        # A worker that comes late would find the work done by the others.
        gate = directory / "gate"
        with SmallSite(pages) as site:
            crew = [
                Worker(site, server, directory, settings=settings, arguments={"wait_for": gate})
                for _ in range(workers)
            ]
            wait_until(
                lambda: all("Spider opened" in w.log_text() for w in crew), 60, "for workers"
            )
            gate.touch()
            began = time.monotonic()
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            codes = [worker.end(300) for worker in crew]
            processor = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            seconds = max(moment for moment, _ in site.fetched) - began
            assert set(codes) == {0}, codes
            assert set(site.counts().values()) == {1}
            used = server.client.info("memory")["used_memory_peak_human"]
    return (
        f"{pages} pages in {seconds:.1f} s, {pages / seconds:.0f}/s; "
        f"{1000 * processor / pages:.2f} ms of processor time a page; Redis {used}"
    )


def real(workers: int, articles: int) -> str:
    """The same for the project's own spider, pages of 30 KB and a MongoDB on the same machine."""
    with (
        server_directory() as place,
        RedisServer(Path(place)) as server,
        EmbeddedServer(Path(place) / "mongod") as mongod,
        Replica("bench", articles=articles) as replica,
    ):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        crew = [
            crawl_worker(
                replica.url,
                (mongod.uri, "bench"),
                server,
                Path(place) / str(number),
                {"TSNET_HEARTBEAT": "30"},
            )
            for number in range(workers)
        ]
        codes = [worker.wait() for worker in crew]
        processor = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        assert set(codes) == {0}, (Path(place) / "0" / "log").read_text()[-3000:]
        times = [request["time"] for request in replica.requests()]
        assert {n for path, n in replica.counts().items() if "/t20" in path} == {1}
        with MongoClient[dict[str, Any]](mongod.uri) as client:
            stored = client["bench"]["articles"].estimated_document_count()
    seconds = max(times) - min(times)
    return (
        f"{stored} articles in {seconds:.1f} s, {stored / seconds:.0f}/s; "
        f"{1000 * processor / stored:.1f} ms of processor time an article, start included"
    )


if __name__ == "__main__":
    sys.exit(main())
