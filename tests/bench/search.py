"""How long a question takes, beside a scan with ``$regex``: ``python -m tests.bench.search``.

Records are made of clauses of ``tests/texts`` and of made words, both drawn as words are in a
language (Zipf), so that there are words of every frequency. They are loaded directly.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from itertools import accumulate
from pathlib import Path
from typing import Any

from pymongo.database import Database

from tests.articles import article
from tests.bench.figures import server_directory
from tsnet.store import Archive
from tsnet.store.collections import SEARCH_POSTINGS
from tsnet.store.connection import StoreSettings, open_database
from tsnet.store.documents import article_document
from tsnet.store.indexing import IndexWriter
from tsnet.store.preparation import prepare
from tsnet.text.tokens import pattern

TEXTS = Path(__file__).parents[1] / "texts"
MADE_WORDS = 120_000
"""Kinds of made words: with the texts' own, about the pairs that 200,000 articles have."""
CLAUSES = 70
"""Clauses of an article on average, with a made word after every second: 1,000 characters."""
CHANNELS = ("szxw", "jjxw", "shxw", "whxw")
QUESTIONS = 40
"""Words asked for at each frequency."""


class Corpus:
    """Made articles; the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.rng = random.Random(seed)
        texts = [
            path.read_text("utf-8").partition("\n\n")[2] for path in sorted(TEXTS.glob("*.txt"))
        ]
        self.clauses = sorted({c for text in texts for c in re.split(r"[，。；、\n]", text) if c})
        self.rng.shuffle(self.clauses)
        characters = sorted(set(re.findall(r"[一-鿿]", "".join(texts))))
        self.words = ["".join(self.rng.choices(characters, k=2)) for _ in range(MADE_WORDS)]
        self.clause_weights = list(accumulate(1 / (5 + rank) for rank in range(len(self.clauses))))
        self.word_weights = list(accumulate(1 / (20 + rank) for rank in range(MADE_WORDS)))
        self.used: Counter[str] = Counter()
        self.template = article_document(article(1))

    def body(self) -> str:
        """One text."""
        count = max(4, round(self.rng.lognormvariate(0, 0.5) * CLAUSES))
        clauses = self.rng.choices(self.clauses, cum_weights=self.clause_weights, k=count)
        words = self.rng.choices(self.words, cum_weights=self.word_weights, k=count // 2)
        self.used.update(set(words))
        clauses[::2] = [
            clause + word for clause, word in zip(clauses[::2], [*words, ""], strict=False)
        ]
        lines = [clauses[start : start + 8] for start in range(0, count, 8)]
        return "\n".join("，".join(line) + "。" for line in lines)

    def documents(self, count: int) -> Iterator[dict[str, Any]]:
        """So many records, as the store would write them."""
        for number in range(count):
            day = datetime(2015, 1, 1, tzinfo=timezone.utc) + timedelta(
                minutes=self.rng.randrange(10 * 365 * 24 * 60)
            )
            identity = f"t{day:%Y%m%d}_{number}"
            yield {
                **self.template,
                "_id": identity,
                "title": self.rng.choice(self.clauses)[:30],
                "body": self.body(),
                "published_at": day,
                "channel": self.rng.choice(CHANNELS),
                "content_hash": identity,
                "cluster": identity,
                "duplicate_of": None,
            }


def load(database: Database[dict[str, Any]], corpus: Corpus, count: int) -> dict[str, float]:
    """Fill the database and index it; seconds of each. Nothing for one that is filled."""
    prepare(database)
    if database.articles.estimated_document_count() == count:
        # Kept from an earlier run (--data-dir): the words' counts alone are made again.
        for _ in corpus.documents(count):
            pass
        IndexWriter(database).bring_up()
        return {}
    started = time.perf_counter()
    batch: list[dict[str, Any]] = []
    for document in corpus.documents(count):
        batch.append(document)
        if len(batch) == 1000:
            database.articles.insert_many(batch, ordered=False, bypass_document_validation=True)
            batch = []
    if batch:
        database.articles.insert_many(batch, ordered=False, bypass_document_validation=True)
    loaded = time.perf_counter()
    IndexWriter(database).bring_up()
    return {"load_s": loaded - started, "index_s": time.perf_counter() - loaded}


def timed(call: Callable[[], Any]) -> float:
    """Milliseconds of one call."""
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def figures(values: list[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    ordered = sorted(values)
    return {
        "p50_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))], 1),
        "n": len(ordered),
    }


def measure(database: Database[dict[str, Any]], corpus: Corpus, count: int) -> list[dict[str, Any]]:
    """Rows of figures: what was asked, how, and how long it took."""
    rng = random.Random(2)
    rows: list[dict[str, Any]] = []
    bands = {
        "a word in 1 to 10": (1, 10),
        "a word in up to 0.1 %": (10, count // 1000),
        "a word in 0.1 to 1 %": (count // 1000, count // 100),
        "a word in over 1 %": (count // 100, count),
    }
    archive = Archive.over(database)
    archive.search("预热")
    limited: list[float] = []
    for name, (low, high) in bands.items():
        words = sorted(word for word, used in corpus.used.items() if low < used <= high)
        words = rng.sample(words, min(QUESTIONS, len(words)))
        if not words:
            continue
        for sort in ("relevance", "newest"):
            times = [timed(lambda: archive.search(word, sort=sort)) for word in words]  # noqa: B023
            if "over" not in name:
                limited += times
            rows.append({"records": count, "asked": name, "how": sort, **figures(times)})
        scans = [
            timed(
                lambda: list(
                    database.articles.find({"body": {"$regex": pattern(word, pcre=True)}})  # noqa: B023
                    .sort("published_at", -1)
                    .limit(20)
                )
            )
            for word in words[:5]
        ]
        rows.append({"records": count, "asked": name, "how": "$regex", **figures(scans)})
    rows.append(
        {"records": count, "asked": "all words in up to 1 %", "how": "both", **figures(limited)}
    )
    mixed = {
        "two words": lambda: " ".join(rng.sample(corpus.words[200:5000], 2)),
        "a phrase of 6": lambda: rng.choice([c for c in corpus.clauses if len(c) > 9])[2:8],
        "a name of 1": lambda: rng.choice(corpus.words)[0],
        "a word -another": lambda: f"{rng.choice(corpus.words[500:])} -{corpus.words[0]}",
        "a word and a channel": None,
    }
    for name, make in mixed.items():
        if make is None:
            asked = [rng.choice(corpus.words[200:2000]) for _ in range(QUESTIONS)]
            times = [
                timed(lambda: archive.search(word, channel="jjxw", since="2019-03-05"))  # noqa: B023
                for word in asked
            ]
        else:
            asked = [make() for _ in range(QUESTIONS)]
            times = [timed(lambda: archive.search(word)) for word in asked]  # noqa: B023
        rows.append({"records": count, "asked": name, "how": "relevance", **figures(times)})
    return rows


def sizes(database: Database[dict[str, Any]]) -> dict[str, float]:
    """MB on disk of the articles and of the search index."""
    database.client.admin.command("fsync")
    found = {}
    for name in ("articles", SEARCH_POSTINGS):
        stats = database.command("collStats", name)
        found[f"{name}_mb"] = round(stats["storageSize"] / 1e6, 1)
        found[f"{name}_indexes_mb"] = round(stats["totalIndexSize"] / 1e6, 1)
    return found


def main() -> None:
    """Measure with the numbers of records named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="*", type=int, default=[10_000, 200_000])
    parser.add_argument("--json", type=Path, help="write the rows here")
    parser.add_argument("--data-dir", type=Path, help="keep the database here")
    options = parser.parse_args()
    rows: list[dict[str, Any]] = []
    for count in options.records:
        with server_directory() as scratch:
            directory = options.data_dir or Path(scratch)
            settings = StoreSettings(uri=None, database=f"bench{count}", data_dir=directory)
            with open_database(settings) as database:
                corpus = Corpus()
                row = {
                    "records": count,
                    "asked": "load",
                    "how": "",
                    **load(database, corpus, count),
                }
                rows.append({**row, **sizes(database)})
                rows += measure(database, corpus, count)
        for row in rows:
            if row["records"] == count:
                print(json.dumps(row, ensure_ascii=False), flush=True)
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
