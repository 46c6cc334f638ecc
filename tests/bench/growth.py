"""What looking up and re-crawling costs as the archive grows: ``python -m tests.bench.growth``.

Made records are loaded directly, and its baseline is the same question to the smallest archive of
the run. What a crawl asks is of the newest records, which listings show first; "anywhere" draws
from all of them. Beside the time that
passes stands the processor time of this process and MongoDB, which other work disturbs less.
Duplicates and search have benchmarks of their own (``duplicates``, ``search``).
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import psutil
from pymongo.database import Database

from tests.articles import START, article
from tests.bench.figures import Row, add_common, median, publish, server_directory
from tsnet.extensions.search_index import EVERY
from tsnet.items import Article, NotModified
from tsnet.store.articles import ArticleStore
from tsnet.store.connection import StoreSettings, open_async_database, open_database
from tsnet.store.documents import article_document
from tsnet.store.duplicates import Duplicates
from tsnet.store.fingerprints import fingerprint_document
from tsnet.store.indexing import IndexWriter
from tsnet.store.known import KnownArticles
from tsnet.store.preparation import prepare
from tsnet.text.fingerprint import fingerprint

ASKED = 100
"""Records of one question: what one listing page names."""
NEWEST = 10_000
"""Records from which those are drawn that listings show: a re-crawl goes no further back."""
BATCH = 1000
BODY = 60
"""Characters of a made body: making longer ones would take most of the time."""


def made(number: int) -> Article:
    """Record ``number``: its text is like no other's."""
    rng = random.Random(number)
    body = "".join(chr(rng.randrange(0x4E00, 0x9000)) for _ in range(BODY))
    mark = fingerprint(body)
    return article(number, body=body, content_hash=mark.content_hash, bands=mark.bands)


def load(database: Database[dict[str, Any]], start: int, end: int) -> None:
    """Store records ``start`` to ``end`` as the store would have them."""
    for first in range(start, end, BATCH):
        articles = [made(number) for number in range(first, min(end, first + BATCH))]
        database["articles"].insert_many(
            [
                {**article_document(one), "duplicate_of": None, "cluster": one.id}
                for one in articles
            ],
            ordered=False,
            bypass_document_validation=True,
        )
        database["fingerprints"].insert_many(
            [fingerprint_document(one.id, one.content_hash, one.bands) for one in articles],
            ordered=False,
        )


@dataclass
class Cost:
    """What one question costs a record."""

    passed: list[float] = field(default_factory=list)
    """Milliseconds that pass, of each run."""
    processor: float = 0.0
    """Milliseconds of processor of this process and MongoDB, of all runs together."""


def index(database: Database[dict[str, Any]], server: psutil.Process) -> Cost:
    """What it costs a record to bring the search index up to all new ones, merges included."""
    used, began = processor(server), time.perf_counter()
    indexed = IndexWriter(database).bring_up(batch=EVERY, note_dead=False)
    passed = (time.perf_counter() - began) * 1000 / indexed
    return Cost([passed], (processor(server) - used) * 1000 / indexed)


def processor(server: psutil.Process) -> float:
    """Seconds of processor that this process and MongoDB have used."""
    return time.process_time() + sum(server.cpu_times()[:2])


async def measure(
    settings: StoreSettings, server: psutil.Process, count: int, runs: int
) -> dict[str, Cost]:
    """Question → its cost."""
    rng = random.Random(count)
    costs: dict[str, Cost] = {}

    async def timed(name: str, call: Callable[[], Awaitable[Any]]) -> None:
        cost = costs.setdefault(name, Cost())
        used, began = processor(server), time.perf_counter()
        await call()
        cost.passed.append((time.perf_counter() - began) * 1000 / ASKED)
        cost.processor += (processor(server) - used) * 1000 / ASKED

    async with open_async_database(settings) as database:
        known, store, duplicates = (
            KnownArticles(database),
            ArticleStore(database),
            Duplicates(database),
        )

        async def one_by_one(documents: list[dict[str, Any]]) -> None:
            for document in documents:
                await duplicates.find([document])

        for run in range(runs + 1):
            if run == 1:
                costs.clear()  # the first run warmed the caches
            anywhere = [made(number).id for number in rng.sample(range(count), ASKED)]
            listed = range(max(0, count - NEWEST), count)
            old = [made(number) for number in rng.sample(listed, ASKED)]
            first_new = 10**8 + 10 * count + run * ASKED
            new, others = (
                [made(start + number) for number in range(ASKED)]
                for start in (first_new, first_new + 10**9)
            )
            # One by one others are looked for: these would find the index warmed.
            documents, alone = (
                [{**article_document(one), "bands": one.bands, "cluster": one.id} for one in some]
                for some in (new, others)
            )
            again = START + timedelta(days=1)
            later = [replace(one, fetched_at=again) for one in old]
            seen = [NotModified(one.id, one.url, again) for one in later]
            await timed("known or not", lambda: known.lookup([one.id for one in old]))  # noqa: B023
            await timed("known or not, anywhere", lambda: known.lookup(anywhere))  # noqa: B023
            await timed("duplicates of new", lambda: duplicates.find(documents))  # noqa: B023
            await timed("duplicates of new, one by one", lambda: one_by_one(alone))  # noqa: B023
            await timed("re-crawl, not modified", lambda: store.write(seen))  # noqa: B023
            await timed("re-crawl, fetched, unchanged", lambda: store.write(later))  # noqa: B023
            await timed("new ones written", lambda: store.write(new))  # noqa: B023
    return costs


def main() -> None:
    """Measure with the numbers of records named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    add_common(parser)
    parser.add_argument("records", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    options = parser.parse_args()
    rows: list[Row] = []
    first: dict[str, Cost] = {}
    with server_directory() as scratch:
        settings = StoreSettings(uri=None, database="growth", data_dir=Path(scratch))
        with open_database(settings) as database:
            prepare(database)
            server = psutil.Process(int((Path(scratch) / "mongod.pid").read_text("ascii")))
            stored = 0
            for count in sorted(options.records):
                # Indexes that are built afterwards, at once, take a fraction of the time.
                database["articles"].drop_indexes()
                database["fingerprints"].drop_indexes()
                load(database, stored, count)
                prepare(database)
                database.client.admin.command("fsync")
                indexing = index(database, server)
                stored = count
                found = asyncio.run(measure(settings, server, count, options.runs))
                found["indexed for the search"] = indexing
                for name, cost in found.items():
                    smallest = first.setdefault(name, cost)
                    row = Row(
                        f"{name}, {count:,} records",
                        median(cost.passed),
                        "ms a record",
                        f"{min(options.records):,} records",
                        median(smallest.passed),
                        {
                            "processor ms": cost.processor / len(cost.passed),
                            "ratio of processor": cost.processor / (smallest.processor or 1),
                            "runs": cost.passed,
                        },
                    )
                    print(row.line(), flush=True)
                    rows.append(row)
    publish(rows, options.json, shown=True)


if __name__ == "__main__":
    main()
