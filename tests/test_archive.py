"""The archive, on a real MongoDB: what it finds is what a look at every text finds."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from pymongo.database import Database

from tests.articles import article
from tsnet.items import Article
from tsnet.store import Archive
from tsnet.store import search as search_module
from tsnet.store.documents import article_document
from tsnet.store.postings import IndexWriter
from tsnet.text.tokens import fold

PARAGRAPHS = [
    line.strip()
    for path in sorted((Path(__file__).parent / "texts").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").partition("\n\n")[2].split("\n")
    if line.strip()
]
REPORTERS = ["刘翔", "张柱", "朱立凡", "万平", "杨秀理"]
SOURCES = ["天山网-新疆日报", "天山网", "新华社"]
CHANNELS = [("szxw", "时政"), ("jjxw", "经济"), ("shxw", "社会")]


def made(number: int, rng: random.Random, **fields: Any) -> Article:
    """An article of paragraphs from the texts."""
    channel, channel_name = rng.choice(CHANNELS)
    values: dict[str, Any] = {
        "title": rng.choice(PARAGRAPHS)[: rng.randrange(8, 30)],
        "body": "\n".join(rng.choices(PARAGRAPHS, k=rng.randrange(1, 5))),
        "published_at": datetime(2024, 11, 1, tzinfo=timezone.utc)
        + timedelta(minutes=rng.randrange(60 * 24 * 150)),
        "channel": channel,
        "channel_name": channel_name,
        "source": rng.choice(SOURCES),
        "original": rng.random() < 0.3,
        "reporters": rng.sample(REPORTERS, rng.randrange(3)),
        "subtitle": None,
    }
    return article(number, **{**values, **fields})


def load(database: Database[dict[str, Any]], articles: list[Article]) -> None:
    """Store articles as they are, without the crawl's writer."""
    documents = [article_document(one) for one in articles]
    for document in documents:
        document.update(duplicate_of=None, cluster=document["_id"], content_hash=document["_id"])
    database.articles.insert_many(documents)


@pytest.fixture(scope="module")
def corpus() -> list[Article]:
    rng = random.Random(7)
    return [made(number, rng) for number in range(1, 401)]


@pytest.fixture
def archive(database: Database[dict[str, Any]]) -> Iterator[Archive]:
    with Archive.over(database) as opened:
        yield opened


def read_through(corpus: list[Article], words: list[str], unwanted: list[str]) -> set[str]:
    """Ids of the articles with all words and none unwanted, by looking at every text."""

    def has(one: Article, word: str) -> bool:
        return fold(word) in fold(f"{one.title}\n{one.subtitle or ''}\n{one.body}")

    return {
        one.id
        for one in corpus
        if all(has(one, word) for word in words) and not any(has(one, word) for word in unwanted)
    }


def questions(corpus: list[Article], rng: random.Random) -> Iterator[tuple[list[str], list[str]]]:
    """Words cut out of the texts, alone and together, wanted and not."""
    for _ in range(40):
        words = []
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            text = rng.choice(corpus).body
            start = rng.randrange(len(text))
            word = text[start : start + rng.choice([1, 2, 2, 2, 3, 4, 6])].strip()
            if re.fullmatch(r"[一-鿿]+", word):
                words.append(word)
        if words:
            cut = rng.randrange(1, len(words) + 1)
            yield words[:cut], words[cut:]


def typed(words: list[str], unwanted: list[str]) -> str:
    return " ".join([*words, *(f"-{word}" for word in unwanted)])


@pytest.mark.parametrize("bounds", [(200, 2000), (10, 40)])
def test_every_word_is_found_wherever_it_stands_and_nowhere_else(
    database: Database[dict[str, Any]],
    archive: Archive,
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
    bounds: tuple[int, int],
) -> None:
    monkeypatch.setattr(search_module, "RANKED", bounds[0])
    monkeypatch.setattr(search_module, "DIRECT", bounds[1])
    load(database, corpus[:300])
    IndexWriter(database).bring_up(batch=20)
    load(database, corpus[300:])
    found_some = 0
    for words, unwanted in questions(corpus, random.Random(3)):
        wanted = read_through(corpus, words, unwanted)
        found_some += bool(wanted)
        for sort in ("relevance", "newest", "oldest"):
            found = [
                hit.id for hit in archive.search_all(typed(words, unwanted), sort=sort, limit=40)
            ]
            assert len(found) == len(set(found))
            assert set(found) == wanted, (words, unwanted, sort)
        page = archive.search(typed(words, unwanted))
        assert page.total == len(wanted) if page.total_exact else page.total >= len(wanted)
    assert found_some > 20
