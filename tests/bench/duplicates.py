"""Looking one article up among those stored: ``python -m tests.bench.duplicates``.

Records are loaded directly, with the marks that the store gives them. What is looked up is new text
and versions of stored ones; beside it, as a baseline, one record by its key.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from tests.articles import article
from tests.bench.figures import server_directory
from tests.bench.search import Corpus, figures
from tsnet.store.connection import StoreSettings, open_async_database
from tsnet.store.documents import article_document
from tsnet.store.duplicates import Duplicates
from tsnet.store.fingerprints import fingerprint_document
from tsnet.store.preparation import prepare_async
from tsnet.text.fingerprint import Fingerprint, fingerprint

LOOKED_UP = 400
"""Articles of each kind that are looked up."""
BATCH = 100
"""Articles that a crawl looks up together."""

Database = AsyncDatabase[dict[str, Any]]


def record(number: int, body: str, mark: Fingerprint) -> dict[str, Any]:
    """A record as the store writes it."""
    identity = f"t20250301_{number}"
    made = article(1, id=identity, body=body, content_hash=mark.content_hash)
    return {**article_document(made), "duplicate_of": None, "cluster": identity}


def asked(number: int, body: str) -> dict[str, Any]:
    """An article as the store looks it up."""
    mark = fingerprint(body)
    return {**record(number, body, mark), "bands": mark.bands}


async def load(database: Database, corpus: Corpus, count: int) -> list[str]:
    """Fill the database; returns some of the bodies."""
    await prepare_async(database)
    some: list[str] = []
    with Pool() as pool:
        for start in range(0, count, 1000):
            bodies = [corpus.body() for _ in range(min(1000, count - start))]
            marks = pool.map(fingerprint, bodies, chunksize=50)
            documents = [
                record(start + number, body, mark)
                for number, (body, mark) in enumerate(zip(bodies, marks, strict=True))
            ]
            await database.articles.insert_many(
                documents, ordered=False, bypass_document_validation=True
            )
            await database.fingerprints.insert_many(
                [
                    fingerprint_document(document["_id"], mark.content_hash, mark.bands)
                    for document, mark in zip(documents, marks, strict=True)
                ],
                ordered=False,
            )
            some += bodies[:: max(1, count // LOOKED_UP)]
    return some[:LOOKED_UP]


async def timed(call: Callable[[], Awaitable[Any]]) -> float:
    """Milliseconds of one call."""
    started = time.perf_counter()
    await call()
    return (time.perf_counter() - started) * 1000


async def share_a_band(database: Database, document: dict[str, Any]) -> int:
    """How many stored records may be like ``document``: clauses of few texts make many."""
    return await database.fingerprints.count_documents({"bands": {"$in": document["bands"]}})


async def measure(database: Database, corpus: Corpus, some: list[str]) -> list[dict[str, Any]]:
    """Rows of figures."""
    rng = random.Random(3)
    duplicates = Duplicates(database)
    fresh = [corpus.body() for _ in range(LOOKED_UP)]
    versions = ["新华社乌鲁木齐3月18日电 " + body[rng.randrange(20) :] for body in some]
    rows: list[dict[str, Any]] = []
    for kind, bodies in (("new text", fresh), ("version of a stored text", versions)):
        documents = [asked(10**8 + number, body) for number, body in enumerate(bodies)]
        await duplicates.find(documents[:BATCH])
        times = [await timed(lambda: duplicates.find([one])) for one in documents]  # noqa: B023
        sharing = sorted([await share_a_band(database, one) for one in documents])
        rows.append(
            {
                "asked": kind,
                "how": "one at a time",
                **figures(times),
                "share_a_band_p50": sharing[len(sharing) // 2],
                "share_a_band_p95": sharing[len(sharing) * 95 // 100],
            }
        )
        batches = [documents[at : at + BATCH] for at in range(0, len(documents), BATCH)]
        times = [
            await timed(lambda: duplicates.find(batch)) / len(batch)  # noqa: B023
            for batch in batches
        ]
        rows.append({"asked": kind, "how": f"in batches of {BATCH}, each", **figures(times)})
        found = (await duplicates.find(documents)).relatives.values()
        rows[-1]["found"] = sum(bool(one.similar) for one in found)
    keys = [f"t20250301_{rng.randrange(len(some))}" for _ in range(LOOKED_UP)]
    times = [await timed(lambda: database.articles.find_one(key)) for key in keys]  # noqa: B023
    rows.append({"asked": "a record by its key", "how": "baseline", **figures(times)})
    return rows


async def run(count: int, directory: Path) -> list[dict[str, Any]]:
    """Load and measure with so many records."""
    settings = StoreSettings(uri=None, database=f"duplicates{count}", data_dir=directory)
    async with open_async_database(settings) as database:
        corpus = Corpus()
        started = time.perf_counter()
        some = await load(database, corpus, count)
        seconds = round(time.perf_counter() - started, 1)
        stats = await database.command("collStats", "fingerprints")
        row = {
            "asked": "load",
            "how": "with fingerprints",
            "seconds": seconds,
            "bands_index_mb": round(stats["indexSizes"]["bands_1"] / 1e6, 1),
        }
        rows = [row, *await measure(database, corpus, some)]
    return [{"records": count, **row} for row in rows]


def main() -> None:
    """Measure with the numbers of records named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="*", type=int, default=[10_000, 200_000])
    parser.add_argument("--json", type=Path, help="write the rows here")
    options = parser.parse_args()
    rows: list[dict[str, Any]] = []
    for count in options.records:
        with server_directory() as scratch:
            found = asyncio.run(run(count, Path(scratch)))
        for row in found:
            print(json.dumps(row, ensure_ascii=False), flush=True)
        rows += found
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
