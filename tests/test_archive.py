"""The archive, on a real MongoDB: what it finds is what a look at every text finds."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from pymongo import AsyncMongoClient
from pymongo.database import Database

from tests.articles import START, article, page, pages
from tsnet.items import UNSTORED, Article, Quality
from tsnet.store import Archive
from tsnet.store import indexing as indexing_module
from tsnet.store import search as search_module
from tsnet.store.archive import Sort
from tsnet.store.articles import ArticleStore
from tsnet.store.documents import article_document
from tsnet.store.errors import StoreError
from tsnet.store.fingerprints import mark
from tsnet.store.indexing import IndexHeld, IndexWriter, file_articles
from tsnet.store.lease import Holder
from tsnet.store.postings import Postings, Run, Wanted, current, decode
from tsnet.store.query import QueryError
from tsnet.store.results import Trust
from tsnet.store.revisions import revision_document
from tsnet.store.search import Key
from tsnet.text.beijing import BEIJING
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
        assert page.total == len(wanted) if page.total_exact else len(wanted) > 20
    assert found_some > 20


@pytest.mark.parametrize("sort", ["relevance", "newest"])
def test_a_total_is_counted_or_a_fair_estimate(
    database: Database[dict[str, Any]], archive: Archive, sort: Any
) -> None:
    rng = random.Random(4)
    apart = "气污染了，大气很好，污染不多。"
    bodies = ["大气污染会议。"] * 200 + [apart] * 200
    bodies += ["大气层污染物会议。大气层污，染物。"] * 3
    bodies += ["气层污，染物，大气，层污，染物。"] * 300
    bodies += ["沙尘天气。", "尘天，沙尘，天气。"] * 4
    load(
        database,
        [
            made(n, rng, title="标题", body=body, published_at=START + timedelta(minutes=n))
            for n, body in enumerate(bodies, 2000)
        ],
    )
    IndexWriter(database).bring_up()

    half = archive.search("大气污染", sort=sort)
    assert half.total == pytest.approx(200, abs=60)
    assert not half.total_exact
    # Three hundred have the pairs, three the phrase; all of them are on the page.
    few = archive.search("大气层污染物", sort=sort)
    assert (few.total, few.total_exact, len(few)) == (3, True, 3)
    first = archive.search("沙尘天气", sort=sort, limit=1)
    assert (first.total, first.total_exact, len(first)) == (4, True, 1), "so few are all read"
    word = archive.search("会议", sort=sort)
    assert (word.total, word.total_exact) == (203, True)
    without = archive.search("-会议", sort=sort)
    assert (without.total, without.total_exact) == (508, True)
    days = archive.search(since="2025-03-03", sort=sort)
    assert days.total_exact
    assert days.total == sum(one.count for one in archive.count("day", since="2025-03-03"))


def test_filters_and_counts_agree_with_a_look_at_every_record(
    database: Database[dict[str, Any]],
    archive: Archive,
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search_module, "DIRECT", 30)
    monkeypatch.setattr(search_module, "RANKED", 25)
    load(database, corpus[:350])
    IndexWriter(database).bring_up(batch=30)
    load(database, corpus[350:])
    with_word = read_through(corpus, ["新疆"], [])
    assert 60 < len(with_word) < 400

    def day(one: Article) -> date:
        assert one.published_at is not None
        return one.published_at.astimezone(BEIJING).date()

    noon = datetime(2025, 1, 3, 12, tzinfo=timezone.utc)
    cases: list[tuple[dict[str, Any], Any]] = [
        ({"channel": "szxw"}, lambda one: one.channel == "szxw"),
        ({"channel": "经济"}, lambda one: one.channel == "jjxw"),
        ({"source": "新华社"}, lambda one: one.source == "新华社"),
        ({"reporter": "刘翔"}, lambda one: "刘翔" in one.reporters),
        ({"original": True}, lambda one: one.original),
        ({"original": False, "channel": "shxw"}, lambda o: not o.original and o.channel == "shxw"),
        ({"since": "2025-01-15"}, lambda one: day(one) >= date(2025, 1, 15)),
        ({"until": "2024-11-30"}, lambda one: day(one) <= date(2024, 11, 30)),
        (
            {"since": date(2024, 12, 30), "until": date(2025, 2, 2)},
            lambda one: date(2024, 12, 30) <= day(one) <= date(2025, 2, 2),
        ),
        (
            {"since": "2025-01-03", "until": "2025-01-20"},
            lambda one: date(2025, 1, 3) <= day(one) <= date(2025, 1, 20),
        ),
        ({"since": noon}, lambda one: one.published_at >= noon),
        ({"source": "$ne"}, lambda one: False),
    ]
    for filters, holds in cases:
        chosen = [one for one in corpus if holds(one)]
        everything = {one.id for one in corpus}
        for words, among in (
            ("", everything),
            ("新疆", with_word),
            ("-新疆", everything - with_word),
        ):
            wanted = {one.id for one in chosen} & among
            found = [hit.id for hit in archive.search_all(words, sort="newest", **filters)]
            assert set(found) == wanted, (filters, words)
            assert len(found) == len(wanted)
            for by in ("day", "week", "month", "channel", "source", "reporter"):
                counted = [(one.key, one.count) for one in archive.count(by, words, **filters)]
                expected = sorted(expected_counts(corpus, wanted, by).items())
                if by not in ("day", "week", "month"):
                    expected.sort(key=lambda pair: -pair[1])
                assert counted == expected, (by, filters, words)
    assert [one.id for one in archive.articles("新疆")] == [
        hit.id for hit in archive.search_all("新疆", sort="newest")
    ]


@pytest.mark.parametrize("by", ["channel", "source"])
def test_articles_that_have_no_channel_or_source_are_counted_too(
    database: Database[dict[str, Any]],
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    by: Any,
) -> None:
    monkeypatch.setattr(search_module, "DIRECT", 5)
    rng = random.Random(5)
    load(
        database,
        [made(n, rng, **{by: "一" if n % 3 else None}) for n in range(1, 31)],
    )
    IndexWriter(database).bring_up()
    assert [(one.key, one.count) for one in archive.count(by)] == [("一", 20), ("", 10)]


def expected_counts(corpus: list[Article], ids: set[str], by: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in corpus:
        if one.id not in ids:
            continue
        assert one.published_at is not None
        day = one.published_at.astimezone(BEIJING).date()
        keys = {
            "day": [day.isoformat()],
            "week": [(day - timedelta(days=day.weekday())).isoformat()],
            "month": [f"{day:%Y-%m}"],
            "channel": [one.channel or ""],
            "source": [one.source or ""],
            "reporter": one.reporters,
        }[by]
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    return counts


def test_orders_by_date_are_strict_and_relevance_prefers_headlines(
    database: Database[dict[str, Any]], archive: Archive, corpus: list[Article]
) -> None:
    moment = datetime(2025, 2, 1, tzinfo=timezone.utc)
    bodies = ["别的。" * 30, "沙尘天气。" * 3 + "别的。" * 25, "长" * 900 + "沙尘天气"]
    titles = ["沙尘天气预警", "其他", "其他"]
    load(
        database,
        [
            *corpus[:100],
            *(
                made(
                    900 + n, random.Random(n), title=titles[n], body=bodies[n], published_at=moment
                )
                for n in range(3)
            ),
        ],
    )
    IndexWriter(database).bring_up()
    newest = list(archive.articles())
    keys = [(one.published_at, one.id) for one in newest]
    assert keys == sorted(keys, reverse=True)
    assert [one.id for one in archive.articles(oldest_first=True)] == [o.id for o in newest[::-1]]
    assert [hit.id for hit in archive.search(limit=200)] == [one.id for one in newest]
    hits = archive.search("沙尘天气").hits
    others = read_through(corpus[:100], ["沙尘天气"], [])
    made_ids = [article(number).id for number in (900, 901, 902)]
    assert [hit.id for hit in hits if hit.id not in others] == made_ids
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert archive.search("沙尘天气", whole_text=False).hits[0].id == made_ids[0]


def test_the_shorter_of_two_texts_that_name_a_thing_once_comes_first(
    database: Database[dict[str, Any]], archive: Archive
) -> None:
    moment = datetime(2025, 2, 1, tzinfo=timezone.utc)
    short, long = "今天有沙尘天气。", "今天有沙尘天气。" + "道路畅通。" * 90
    bodies = [long, short, short, long]  # the order of ids tells nothing
    found = [
        article(901 + n, title="其他", body=b, published_at=moment) for n, b in enumerate(bodies)
    ]
    load(database, found)
    IndexWriter(database).bring_up()
    hits = archive.search("沙尘天气").hits
    assert {hit.id for hit in hits[:2]} == {found[1].id, found[2].id}


@pytest.mark.parametrize("ranked", [1, 3, 4, 6, 8])
def test_the_most_promising_are_ranked_by_headline_then_frequency_then_date(
    database: Database[dict[str, Any]],
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    ranked: int,
) -> None:
    monkeypatch.setattr(search_module, "RANKED", ranked)
    kinds = [
        ("沙尘与暴雪", "今日天气。"),
        ("沙尘天气", "暴雪。"),
        ("天气", "沙尘，沙尘，沙尘；暴雪，暴雪，暴雪。"),
        ("天气", "沙尘，沙尘，沙尘；暴雪。"),
        ("天气", "沙尘，暴雪。"),
    ]
    start = datetime(2025, 2, 1, tzinfo=timezone.utc)
    # The less an article promises the newer it is, but for its like.
    made = [
        article(number, title=title, body=body, published_at=start + timedelta(hours=number))
        for number, (title, body) in enumerate([kind for kind in kinds for _ in range(2)], 1)
    ]
    load(database, made)
    IndexWriter(database).bring_up()
    promising = [one.id for at in range(0, 10, 2) for one in (made[at + 1], made[at])]
    hits = archive.search("沙尘 暴雪").hits
    assert len(hits) == 10
    assert {hit.id for hit in hits if hit.score} == set(promising[:ranked])


def test_a_look_up_of_very_many_pieces_misses_none(
    database: Database[dict[str, Any]],
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(indexing_module, "PIECE", 1)  # each token is one of its own
    load(database, corpus[:20])
    IndexWriter(database).bring_up()
    postings = Postings(database)
    postings.refresh()
    everything = Wanted("", "\U0010ffff")
    found = postings.look_up([everything])[everything]
    assert len(found) > 500
    filed = file_articles(list(database.articles.find().sort("search_no", 1)), 0)
    assert found == {token: decode(numbers) for token, numbers in filed}


def test_small_pages_of_an_answer_put_in_order_day_by_day_leave_out_nothing(
    database: Database[dict[str, Any]],
    archive: Archive,
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search_module, "RANKED", 9)
    monkeypatch.setattr(search_module, "DIRECT", 5)
    load(database, corpus)
    IndexWriter(database).bring_up()
    wanted = sorted(read_through(corpus, ["新疆"], []))
    orders: tuple[Sort, ...] = ("relevance", "newest", "oldest")
    for sort in orders:
        hits = list(archive.search_all("新疆", sort=sort, limit=4))
        assert sorted(hit.id for hit in hits) == wanted, sort
        places = [(hit.published_at, hit.id) for hit in hits]
        if sort != "relevance":
            assert places == sorted(places, reverse=sort == "newest")
    seen: list[str] = []
    after: str | None = None
    while not seen or after:
        page = archive.search("新疆", limit=4, after=after)
        seen += [hit.id for hit in page]
        after = page.next
    assert sorted(seen) == wanted


def test_a_page_goes_on_where_the_last_ended_though_articles_come_in(
    database: Database[dict[str, Any]], archive: Archive, corpus: list[Article]
) -> None:
    load(database, corpus[:200])
    IndexWriter(database).bring_up()
    number = 2000
    for words in ("", "新疆"):
        seen: list[str] = []
        before = {hit.id for hit in archive.search_all(words, sort="newest")}
        after: str | None = None
        while True:
            page = archive.search(words, sort="newest", limit=19, after=after)
            seen += [hit.id for hit in page]
            after = page.next
            if after is None:
                break
            number += 1
            late = datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(minutes=number)
            load(database, [made(number, random.Random(number), title="新疆", published_at=late)])
            if number % 3 == 0:
                IndexWriter(database).bring_up()
        assert len(seen) == len(set(seen))
        assert set(seen) == before


def ranked(number: int) -> Article:
    """One of the articles that hold a word, each ranked otherwise than the others."""
    body = "沙尘天气。" * (1 + number % 7) + "别的。" * (5 * number % 97)
    return made(number, random.Random(number), title=f"其他{number}", body=body)


def test_no_ranked_hit_is_left_out_though_the_index_grows_between_two_pages(
    database: Database[dict[str, Any]], archive: Archive
) -> None:
    load(database, [ranked(number) for number in range(130)])
    IndexWriter(database).bring_up()
    before = {hit.id for hit in archive.search_all("沙尘天气", sort="newest")}
    seen: set[str] = set()
    after: str | None = None
    for number in range(1000, 2000):
        page = archive.search("沙尘天气", limit=9, after=after)
        seen.update(hit.id for hit in page)
        after = page.next
        if after is None:
            break
        # Every score rises with the number of articles.
        load(database, [made(number, random.Random(number), body="别的。" * 60)])
        IndexWriter(database).bring_up()
    assert seen == before


def test_every_hit_is_read_once_though_articles_are_corrected_meanwhile(
    database: Database[dict[str, Any]], archive: Archive
) -> None:
    load(database, [ranked(number) for number in range(130)])
    IndexWriter(database).bring_up()
    before = sorted(hit.id for hit in archive.search_all("沙尘天气", sort="newest"))
    rng = random.Random(3)
    seen = []
    for count, hit in enumerate(archive.search_all("沙尘天气", limit=9)):
        seen.append(hit.id)
        if count % 9 == 0:
            # As the store's writer does it (tsnet.store.articles).
            corrected = {"_id": {"$in": rng.sample(before, 10)}}
            database.articles.update_many(corrected, {"$unset": {"search_no": ""}})
    assert sorted(seen) == before
    assert archive.search("沙尘天气", limit=9).hits[0].id == seen[0]


def test_a_corrected_article_is_found_by_its_new_text_alone(
    database: Database[dict[str, Any]], archive: Archive, corpus: list[Article]
) -> None:
    load(database, [*corpus[:50], made(901, random.Random(1), body="旧词汇汇。", title="甲")])
    IndexWriter(database).bring_up()
    identity = article(901).id
    assert [hit.id for hit in archive.search("旧词汇汇")] == [identity]
    # As the store's writer does it (tsnet.store.articles).
    database.articles.update_one(
        {"_id": identity},
        {"$set": {"body": "新词汇汇。", "revision": 2}, "$unset": {"search_no": ""}},
    )
    for _ in range(2):
        assert [hit.id for hit in archive.search("新词汇汇")] == [identity]
        assert not archive.search("旧词").hits
        assert archive.count("channel", "新词")[0].count == 1
        IndexWriter(database).bring_up()
    assert database.articles.count_documents({"search_no": None}) == 0
    assert archive.search("旧词").total == 0


@pytest.mark.parametrize("sort", ["relevance", "newest"])
@pytest.mark.parametrize(("typed", "since"), [("", None), ("", "2024"), ("沙尘", None)])
def test_every_page_tells_the_total_of_the_whole_answer(
    database: Database[dict[str, Any]], archive: Archive, typed: str, since: str | None, sort: Any
) -> None:
    load(database, [ranked(number) for number in range(110)])
    IndexWriter(database).bring_up()
    load(database, [ranked(number) for number in range(110, 130)])
    told = []
    after: str | None = None
    while not told or after:
        page = archive.search(typed, since=since, sort=sort, limit=50, after=after)
        told.append((page.total, page.total_exact, len(page)))
        after = page.next
    assert told == [(130, True, 50), (130, True, 50), (130, True, 30)]


def test_a_total_that_counts_a_corrected_article_twice_is_not_called_exact(
    database: Database[dict[str, Any]], archive: Archive
) -> None:
    rng = random.Random(6)
    load(database, [made(n, rng, title="标题", body="大气污染。") for n in range(1, 150)])
    IndexWriter(database).bring_up()
    sorts: tuple[Sort, ...] = ("relevance", "newest")
    for sort in sorts:
        assert archive.search("大气", sort=sort, limit=5).total_exact
    database.articles.update_many(
        {"_id": {"$regex": "_1?1$"}},
        {"$set": {"revision": 2}, "$unset": {"search_no": ""}},
    )
    for sort in sorts:
        page = archive.search("大气", sort=sort, limit=5)
        assert (page.total, page.total_exact) == (151, False)
    IndexWriter(database).bring_up()
    for sort in sorts:
        page = archive.search("大气", sort=sort, limit=5)
        assert (page.total, page.total_exact) == (149, True)


def test_a_total_is_not_called_exact_where_more_wait_for_the_index_than_are_counted(
    database: Database[dict[str, Any]], archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_module, "FRESH", 5)
    rng = random.Random(6)
    load(database, [made(n, rng, title="标题", body="大气污染。") for n in range(1, 31)])
    IndexWriter(database).bring_up()
    load(database, [made(n, rng, title="标题", body="会议。") for n in range(31, 51)])
    database.articles.update_many(
        {"_id": {"$regex": "_1$"}}, {"$set": {"body": "会议。"}, "$unset": {"search_no": ""}}
    )
    page = archive.search("大气", sort="newest", limit=5)
    assert (page.total, page.total_exact) == (30, False), "one of which is no longer among them"


@pytest.mark.parametrize("death", ["_announce", "_number", "_note_dead", "_flush"])
def test_whenever_the_indexer_dies_the_answers_stay_right(
    database: Database[dict[str, Any]],
    archive: Archive,
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
    death: str,
) -> None:
    load(database, corpus[:60])
    IndexWriter(database).bring_up(batch=4)
    load(database, corpus[60:120])
    wanted = read_through(corpus[:120], ["新疆"], [])

    class Died(Exception):
        pass

    def die(*_arguments: Any, **_named: Any) -> None:
        raise Died

    with monkeypatch.context() as patched:
        owner = indexing_module._PieceWriter if death == "_flush" else IndexWriter
        patched.setattr(owner, death, die)
        with pytest.raises(Died):
            IndexWriter(database).bring_up(batch=25)
    for _ in range(2):
        assert {hit.id for hit in archive.search_all("新疆")} == wanted
        IndexWriter(database).bring_up()
    kept = {one["_id"] for one in database.search_runs.find()} - {"state"}
    pieces = {one["_id"].partition("/")[0] for one in database.search_postings.find()}
    assert pieces == kept


def test_an_indexer_that_slept_past_its_lease_does_no_harm(
    database: Database[dict[str, Any]],
    archive: Archive,
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(IndexWriter, "_merge_what_is_due", lambda self: None)
        load(database, corpus[:40])
        IndexWriter(database).bring_up(batch=4)
    load(database, corpus[40:44])
    close = indexing_module._PieceWriter.close
    closed = 0

    def sleep_over_a_merge(writer: indexing_module._PieceWriter) -> None:
        nonlocal closed
        close(writer)
        closed += 1
        if closed == 2:  # after the new run: that of all runs, whose pieces are not announced yet
            IndexWriter(database).bring_up()

    monkeypatch.setattr(indexing_module, "LEASE", timedelta(0))
    monkeypatch.setattr(indexing_module._PieceWriter, "close", sleep_over_a_merge)
    with pytest.raises(IndexHeld):
        IndexWriter(database).bring_up(batch=4)
    assert closed == 2
    assert {hit.id for hit in archive.search_all("新疆")} == read_through(corpus[:44], ["新疆"], [])


@pytest.mark.parametrize(
    "lost",
    [["search_runs", "search_postings"], ["search_runs"], ["search_postings"]],
    ids=["both", "runs", "pieces"],
)
def test_articles_that_were_restored_without_their_index_are_indexed_anew(
    database: Database[dict[str, Any]], corpus: list[Article], lost: list[str]
) -> None:
    load(database, corpus[:40])
    IndexWriter(database).bring_up(batch=15)
    asked_before = Archive.over(database)
    assert asked_before.search("新疆").hits
    for name in lost:
        database[name].drop()
    load(database, corpus[40:60])
    for archive in (asked_before, Archive.over(database)):
        for ask in (archive.search, archive.count):
            with pytest.raises(StoreError, match="run `scrapy index`"):
                ask(text="新疆")
    assert IndexWriter(database).bring_up(batch=15) == 60
    found = {hit.id for hit in Archive.over(database).search_all("新疆")}
    assert found == read_through(corpus[:60], ["新疆"], [])
    assert IndexWriter(database).bring_up() == 0


def test_a_reader_forgets_which_numbers_were_dead_where_the_index_is_made_from_its_start(
    database: Database[dict[str, Any]], archive: Archive
) -> None:
    rng = random.Random(1)
    load(database, [made(number, rng, body="沙尘天气。") for number in range(1, 4)])
    IndexWriter(database).bring_up()
    database.articles.update_one({"search_no": 0}, {"$unset": {"search_no": ""}})
    IndexWriter(database).bring_up()
    assert len(archive.search("沙尘")) == 3
    for name in ("search_runs", "search_postings"):
        database[name].drop()
    IndexWriter(database).bring_up()
    assert database.articles.count_documents({"search_no": 0}) == 1
    assert len(archive.search("沙尘")) == 3


def test_a_part_of_the_index_that_was_lost_is_made_again(
    database: Database[dict[str, Any]], archive: Archive, corpus: list[Article]
) -> None:
    load(database, corpus[:60])
    IndexWriter(database).bring_up(batch=15)
    runs = [run["_id"] for run in database.search_runs.find({"first": {"$exists": True}})]
    database.search_runs.delete_one({"_id": runs[1]})
    database.search_postings.delete_one({"_id": f"{runs[2]}/000000"})
    assert IndexWriter(database).bring_up() == 30
    assert {hit.id for hit in archive.search_all("新疆")} == read_through(corpus[:60], ["新疆"], [])
    # The numbers of the lost ones are given to nobody else.
    numbers = [one["search_no"] for one in database.articles.find()]
    assert len(set(numbers)) == 60
    assert max(numbers) == 89


def test_no_number_is_given_twice_where_the_count_of_them_was_lost(
    database: Database[dict[str, Any]], corpus: list[Article]
) -> None:
    for articles in (corpus[:3], corpus[3:5]):
        database.search_runs.delete_one({"_id": "state"})
        load(database, articles)
        IndexWriter(database).bring_up()
    assert len(database.articles.distinct("search_no")) == 5


def test_a_run_that_a_merge_has_replaced_counts_no_more() -> None:
    def run(name: str, first: int, last: int) -> Run:
        return Run(name, first, last, last - first + 1, 0, ())

    replaced = [run("a", 0, 4), run("c", 5, 9), run("d", 0, 9)]
    standing = [run("b", 0, 9), run("e", 10, 11)]
    assert current([*replaced, *standing]) == standing


def test_pieces_are_written_some_at_a_time_each_with_the_lease_renewed(
    database: Database[dict[str, Any]],
) -> None:
    written: list[int] = []

    def renew() -> None:
        written.append(database.search_postings.count_documents({}))

    writer = indexing_module._PieceWriter(database.search_postings, "run", renew)
    for number in range(150):
        writer.add(f"{number:03}", b"\0" * indexing_module.PIECE)
    writer.close()
    assert written == [0, 64, 128]
    assert database.search_postings.count_documents({}) == 150


def test_a_source_with_a_line_end_in_it_is_a_token_like_others(
    database: Database[dict[str, Any]], archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_module, "DIRECT", 0)
    sources = ["天山网\n新疆日报", "新华社"]
    load(database, [article(number, source=one) for number, one in enumerate(sources, 1)])
    IndexWriter(database).bring_up()
    for number, one in enumerate(sources, 1):
        assert [hit.id for hit in archive.search("会议", source=one)] == [article(number).id]
    assert sum(one.count for one in archive.count("month")) == 2


def test_one_process_at_a_time_brings_the_index_up(
    database: Database[dict[str, Any]], archive: Archive, corpus: list[Article]
) -> None:
    load(database, corpus[:40])
    database.search_runs.insert_one(
        {"_id": "state", "next": 0, "owner": "other", "until": datetime(2100, 1, 1)}
    )
    with pytest.raises(IndexHeld, match="another process writes the search index"):
        IndexWriter(database).bring_up()
    assert {hit.id for hit in archive.search_all("新疆")} == read_through(corpus[:40], ["新疆"], [])
    database.search_runs.update_one({"_id": "state"}, {"$set": {"until": datetime(2020, 1, 1)}})
    assert IndexWriter(database).bring_up() == 40


def test_no_other_process_writes_the_index_while_one_does(
    database: Database[dict[str, Any]],
) -> None:
    writer = IndexWriter(database)
    for hold in (writer._take_lease, writer._renew_lease):
        hold()
        with pytest.raises(IndexHeld):
            IndexWriter(database).bring_up()


def test_the_lease_of_an_indexer_that_died_on_this_machine_is_free_at_once(
    database: Database[dict[str, Any]], corpus: list[Article]
) -> None:
    load(database, corpus[:40])
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    here = Holder.this_process("living")
    dead = replace(here, run="dead", pid=gone.pid, started=here.started - 100)

    def indexed_after(owner: Holder) -> int:
        database.search_runs.update_one(
            {"_id": "state"},
            {"$set": {"next": 0, "owner": owner.document(), "until": datetime(2100, 1, 1)}},
            upsert=True,
        )
        return IndexWriter(database).bring_up()

    with pytest.raises(IndexHeld, match=f"another process, {here.pid} on {here.host}, writes"):
        indexed_after(here)
    assert indexed_after(dead) == 40


def test_an_indexer_that_lost_its_lease_leaves_it_to_who_has_it(
    database: Database[dict[str, Any]], corpus: list[Article]
) -> None:
    load(database, corpus[:40])
    other = Holder.this_process("other").document()

    def taken_over(_: int) -> None:
        database.search_runs.update_one({"_id": "state"}, {"$set": {"owner": other}})

    with contextlib.suppress(IndexHeld):
        IndexWriter(database).bring_up(progress=taken_over)
    state = database.search_runs.find_one({"_id": "state"})
    assert state is not None
    assert state["owner"] == other


def test_every_article_is_read_however_many_wait_for_the_index(
    database: Database[dict[str, Any]],
    archive: Archive,
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search_module, "BATCH", 7)
    load(database, corpus[:40])
    IndexWriter(database).bring_up()
    load(database, corpus[40:200])
    monkeypatch.setattr(search_module, "FRESH", 5)
    assert not archive.search("新疆", limit=4).total_exact
    assert not archive.search("自治区", sort="newest", limit=4).total_exact
    found = list(archive.articles("新疆"))
    assert {one.id for one in found} == read_through(corpus[:200], ["新疆"], [])
    dates = [one.published_at for one in found]
    assert dates == sorted(dates, reverse=True)  # type: ignore[type-var]


@pytest.mark.parametrize("typed", ["", "新疆"])
@pytest.mark.parametrize("oldest_first", [False, True])
def test_what_is_corrected_or_stored_while_articles_are_read_is_read_once(
    database: Database[dict[str, Any]],
    archive: Archive,
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    oldest_first: bool,
) -> None:
    monkeypatch.setattr(search_module, "BATCH", 5)
    load(database, corpus[:150])
    IndexWriter(database).bring_up()
    load(database, corpus[150:200])
    reading = archive.articles(typed, oldest_first=oldest_first)
    read = [one.id for one in islice(reading, 20)]
    years = -50 if oldest_first else 50
    for number, one in enumerate(corpus[:200]):
        # What was read moves to where it would be read again, what was not to where it would not.
        away = timedelta(days=365 * (-years if one.id in read else years))
        assert one.published_at
        correction = {"$set": {"published_at": one.published_at + away}, "$unset": {"search_no": 1}}
        if number % 3 == 0:
            database.articles.update_one({"_id": one.id}, correction)
    load(database, corpus[200:210])
    IndexWriter(database).bring_up()
    load(database, corpus[210:220])
    read += [one.id for one in reading]
    assert sorted(read) == sorted(read_through(corpus[:220], [typed] if typed else [], []))


def test_what_is_indexed_while_a_question_is_answered_is_met_once(
    database: Database[dict[str, Any]],
    archive: Archive,
    corpus: list[Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refresh = Postings.refresh

    def index_first(postings: Postings) -> None:
        IndexWriter(database).bring_up()
        refresh(postings)

    monkeypatch.setattr(Postings, "refresh", index_first)
    asks: list[Any] = [
        archive.articles,
        partial(archive.search, limit=200),
        partial(archive.search, limit=200, sort="newest"),
    ]
    for count, ask in enumerate(asks, 1):
        load(database, corpus[40 * count - 40 : 40 * count])
        found = [one.id for one in ask("新疆")]
        assert sorted(found) == sorted(read_through(corpus[: 40 * count], ["新疆"], []))


def test_a_reader_whose_runs_are_merged_away_reads_on(
    database: Database[dict[str, Any]], corpus: list[Article]
) -> None:
    load(database, corpus[:60])
    IndexWriter(database).bring_up(batch=10)
    postings = Postings(database)
    postings.refresh()
    known = {run.id for run in postings.runs}
    load(database, corpus[60:200])
    IndexWriter(database).bring_up(batch=10)
    assert not known & {one["_id"] for one in database.search_runs.find()}
    wanted = Wanted.token("新疆")
    found = postings.look_up([wanted])[wanted]["新疆"]
    assert len(found) == len(read_through(corpus[:200], ["新疆"], []))


@pytest.mark.parametrize(
    "typed", ["$where", "{$ne: null}", "a' || '1'=='1", "[新", "(?i)x", "新疆\\", "新\x00何"]
)
def test_what_is_typed_is_never_a_query(
    database: Database[dict[str, Any]], archive: Archive, corpus: list[Article], typed: str
) -> None:
    said = made(901, random.Random(1), body="他写道$where与{$ne: null}。")
    load(database, [*corpus[:20], said])
    for _ in range(2):
        found = {hit.id for hit in archive.search(typed, limit=100)}
        assert found == {
            "$where": {said.id},
            "{$ne: null}": {said.id},
        }.get(typed, set())
        IndexWriter(database).bring_up()


def test_an_id_that_is_no_unicode_is_no_article(archive: Archive) -> None:
    assert archive.get("t\udcff") is None
    assert archive.versions("t\udcff") == []
    assert archive.pages("t\udcff") == []
    assert archive.story("t\udcff") == []


def test_an_id_that_is_no_text_is_refused(archive: Archive) -> None:
    wrong: Any = None  # Hit.cluster, of an article without a story
    for ask in (archive.get, archive.versions, archive.story, archive.pages, archive.rejected_page):
        with pytest.raises(QueryError, match="the id is None"):
            ask(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"limit": 0},
        {"limit": 1001},
        {"limit": "3"},
        {"sort": "best"},
        {"after": "1; drop"},
        {"after": 2},
        {"after": "d~0.000000~999999999999999~t1_1"},
        {"after": "d~0.000000~-999999999999999~t1_1"},
        {"after": "d~0.000000~9999999999999999~t1_1"},
        {"since": "soon"},
    ],
)
def test_a_wrong_argument_is_refused(archive: Archive, wrong: dict[str, Any]) -> None:
    with pytest.raises(QueryError, match=next(iter(wrong))):
        archive.search("新疆", **wrong)


@pytest.mark.parametrize("year", [1, 1949, 1970, 2025, 9999])
def test_the_place_at_which_a_page_ends_is_told_of_any_year(year: int) -> None:
    key = Key("r", 1.25, datetime(year, 1, 1, tzinfo=timezone.utc), "t1_1")
    assert Key.parse(str(key)) == key


def test_counting_by_something_else_is_refused(archive: Archive) -> None:
    with pytest.raises(QueryError, match="by is 'weather'"):
        archive.count("weather")  # type: ignore[arg-type]


def test_an_article_its_versions_its_story_and_its_pages(
    mongo_database: tuple[str, str], database: Database[dict[str, Any]]
) -> None:
    uri, name = mongo_database
    first = article(1)

    async def write() -> None:
        async with AsyncMongoClient(uri, tz_aware=True) as client:
            store = ArticleStore(client[name])
            mark(first)
            await store.write([pages(1), first, replace(first, id=article(2).id)])
            later = START + timedelta(hours=1)
            await store.write([replace(first, title="更正后的标题", fetched_at=later)])

    asyncio.run(write())
    with Archive(uri, name) as archive:
        stored = archive.get(first.id)
        assert stored is not None
        assert stored.title == "更正后的标题"
        assert stored.rights.licences[0].kind == "ICP备案"
        assert stored.images[0].caption == "会议现场"
        assert stored.published_at == first.published_at
        assert stored.first_seen_at == START
        versions = archive.versions(first.id)
        assert [one.revision for one in versions] == [1, 2]
        assert versions[0].changed == ["title"]
        assert versions[0].replaced_at == START + timedelta(hours=1)
        assert versions[0].article.title == first.title
        assert versions[1].replaced_at is None
        assert stored.cluster is not None
        assert {one.id for one in archive.story(stored.cluster)} == {first.id, article(2).id}
        assert len(list(archive.articles(duplicates=False))) == 1
        assert [one.body for one in archive.pages(first.id)] == [page(1).body]
        assert archive.get("t20250101_404") is None
        assert archive.versions("t20250101_404") == []
        assert archive.pages("t20250101_404") == []
        trust = archive.trust()
        assert (trust.articles, trust.duplicates, trust.corrected, trust.repaired) == (2, 1, 1, 2)
        (channel,) = archive.channels()
        assert (channel.code, channel.name, channel.articles) == ("szxw", "时政", 2)
        assert sum(one.count for one in archive.months()) == 2


def test_no_version_stands_twice_while_a_correction_is_written(
    mongo_database: tuple[str, str], database: Database[dict[str, Any]]
) -> None:
    """The version before is kept first: until the article has the next one it is in both places."""
    uri, name = mongo_database
    first = article(1)
    mark(first)

    async def write() -> None:
        async with AsyncMongoClient(uri, tz_aware=True) as client:
            await ArticleStore(client[name]).write([first])

    asyncio.run(write())
    stored = database["articles"].find_one()
    assert stored is not None
    database["revisions"].insert_one(revision_document(stored, ["title"], START))
    with Archive(uri, name) as archive:
        assert [one.revision for one in archive.versions(first.id)] == [1]


def test_the_rarer_of_two_words_counts_for_more(
    database: Database[dict[str, Any]], archive: Archive
) -> None:
    common = [article(number, body="会议召开。" + "别的。" * 30) for number in range(1, 30)]
    of_both = [
        article(number, title="其他", body=f"会议{words}" + "别的。" * 30)
        for number, words in ((40, "会议沙尘"), (41, "沙尘沙尘"), (42, "会议沙尘"))
    ]
    load(database, [*common, *of_both])
    IndexWriter(database).bring_up()
    assert archive.search("会议 沙尘").hits[0].id == article(41).id


def test_how_far_the_texts_can_be_relied_on_is_counted(
    database: Database[dict[str, Any]], archive: Archive
) -> None:
    load(
        database,
        [
            article(1, quality=Quality(guessed=3)),
            article(2, quality=Quality(annotations=9, repaired=1, guessed=1, lost=2)),
            article(3, quality=Quality(annotations=1), complete=False),
        ],
    )
    assert archive.trust() == Trust(
        articles=3,
        annotated=2,
        repaired=1,
        guessed=2,
        lost=1,
        incomplete=1,
        lost_characters=2,
        guessed_characters=4,
    )
    assert archive.trust(channel="none") == Trust()


@pytest.mark.parametrize("correction", [{"title": "另"}, {"duplicate_of": "x"}, {"revision": 2}])
def test_an_article_that_is_corrected_while_it_is_indexed_stays_to_be_indexed(
    database: Database[dict[str, Any]], correction: dict[str, Any]
) -> None:
    load(database, [article(1), article(2)])
    read = list(database.articles.find())
    database.articles.update_one({"_id": article(1).id}, {"$set": correction})
    IndexWriter(database)._number(read, 0)
    assert database.articles.distinct("_id", {"search_no": None}) == [article(1).id]


def test_a_channel_has_the_name_that_most_of_its_articles_write(
    database: Database[dict[str, Any]], archive: Archive, corpus: list[Article]
) -> None:
    names = ["时政", "時政頻道", None, "时政", None, None]
    load(
        database,
        [
            replace(one, channel="szxw", channel_name=name)
            for one, name in zip(corpus, names, strict=False)
        ],
    )
    (channel,) = archive.channels()
    assert (channel.name, channel.articles) == ("时政", len(names))
    database.articles.update_many({}, {"$set": {"channel_name": None}})
    (channel,) = archive.channels()
    assert (channel.name, channel.articles) == (None, len(names))


def test_a_dataframe_holds_whole_records(
    database: Database[dict[str, Any]], archive: Archive, corpus: list[Article]
) -> None:
    load(database, corpus[:60])
    IndexWriter(database).bring_up()
    frame = archive.to_dataframe("新疆", channel="szxw")
    wanted = read_through([one for one in corpus[:60] if one.channel == "szxw"], ["新疆"], [])
    assert set(frame["id"]) == wanted
    for name in ("published_at", "gone_at"):
        assert str(frame[name].dt.tz) == "UTC"
    assert not set(UNSTORED) & set(frame.columns)
    assert frame["rights_holder"].iloc[0] == "天山网"
    assert len(archive.to_dataframe(limit=7)) == 7
    empty = archive.to_dataframe("没有的词")
    assert list(empty.columns) == list(frame.columns)
    for name in ("published_at", "gone_at", "original", "pages", "quality_lost"):
        assert empty[name].dtype == frame[name].dtype


def test_candidates_are_put_in_order_without_reading_an_article(
    database: Database[dict[str, Any]], corpus: list[Article]
) -> None:
    load(database, corpus[:100])
    IndexWriter(database).bring_up()
    plan = database.command(
        "explain",
        {
            "find": "articles",
            "filter": {"search_no": {"$in": [3, 5, 7]}},
            "projection": {"search_no": 1, "published_at": 1, "_id": 1},
        },
        verbosity="executionStats",
    )
    assert plan["executionStats"]["totalDocsExamined"] == 0
