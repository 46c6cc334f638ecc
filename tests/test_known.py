"""What the store tells a crawl: which articles need no fetch, and which are tried again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from pymongo import AsyncMongoClient

from tests.articles import START, article, reject
from tsnet.items import Article, Reject
from tsnet.store.articles import ArticleStore
from tsnet.store.coverage import ChannelCoverage
from tsnet.store.errors import StoreUnavailable
from tsnet.store.known import MAX_ARTICLE_PAGES, RETRY_FOR, Known, KnownArticles

NOW = datetime.now(timezone.utc).replace(microsecond=0)
LONG_AGO = NOW - RETRY_FOR - timedelta(days=1)


@pytest.fixture
def ask(database: Any, mongo_database: tuple[str, str]) -> Callable[..., Any]:
    """Stores items one after the other, then asks a question."""

    def ask(question: Callable[[KnownArticles], Awaitable[Any]], *items: Article | Reject) -> Any:
        async def main() -> Any:
            uri, name = mongo_database
            async with AsyncMongoClient(uri, tz_aware=True) as client:
                for item in items:
                    await ArticleStore(client[name]).write([item])
                return await question(KnownArticles(client[name]))

        return asyncio.run(main())

    return ask


def failed(number: int, reason: str = "http_503", at: datetime = NOW) -> Reject:
    one = article(number)
    return Reject(one.url, reason, "made", at, id=one.id)


def test_the_articles_of_a_channel_are_those_of_its_days_that_are_not_gone(ask: Any) -> None:
    elsewhere = article(5, section="zt")
    gone = failed(4, "http_404", START + timedelta(days=1))
    at_midnight = article(3, published_at=datetime(2025, 3, 3, 16, tzinfo=timezone.utc))
    before = article(2, published_at=datetime(2025, 3, 3, 15, 59, tzinfo=timezone.utc))
    items = [at_midnight, before, article(4), elsewhere, article(6, pages=2)]
    ask(lambda known: known.covered_to("x"), *items)
    found = ask(lambda known: known.since("xwzx/szxw", date(2025, 3, 4)), gone)
    assert {one.url: bool(one.conditions()) for one in found} == {
        at_midnight.url: True,
        article(6).url: False,
    }


def test_only_a_whole_article_of_one_page_is_asked_for_conditionally(ask: Any) -> None:
    items = [article(1), article(2, etag=None), article(3, pages=2), article(4, complete=False)]
    known = ask(lambda known: known.lookup([article(n).id for n in range(1, 9)]), *items)
    modified = {"If-Modified-Since": "Sat, 01 Mar 2025 08:00:00 GMT"}
    assert {identity: one.conditions() for identity, one in known.items()} == {
        article(1).id: {"If-None-Match": '"1"', **modified},
        article(2).id: modified,
        article(3).id: {},
        article(4).id: {},
    }


@pytest.mark.parametrize(
    "reason",
    [
        *("download_failed", "empty_page", "challenge", "redirect_loop", "foreign_redirect"),
        "to_front_page",
        *(
            "host_busy",
            "robots_forbidden",
            "http_304",
            "http_403",
            "http_408",
            "http_425",
            "http_429",
        ),
        *("http_405", "http_412", "http_451", "http_500", "http_521", "http_599"),
    ],
)
def test_a_page_that_the_host_did_not_give_is_tried_again(ask: Any, reason: str) -> None:
    lost = failed(1, reason)
    assert ask(lambda known: known.lookup([lost.id]), lost) == {}
    assert ask(lambda known: known.to_retry()) == [lost.url]


@pytest.mark.parametrize("reason", ["no_title", "http_404", "http_410", "not_empty_page"])
def test_a_page_that_is_no_article_is_not_fetched_again(ask: Any, reason: str) -> None:
    refused = failed(1, reason)
    assert ask(lambda known: known.lookup([refused.id]), refused) == {
        refused.id: Known(whole=False, denied_at=NOW)
    }
    assert ask(lambda known: known.to_retry()) == []


def test_what_has_failed_for_long_was_had_since_or_has_too_many_pages_is_not_tried_again(
    ask: Any,
) -> None:
    found = ask(
        lambda known: known.to_retry(),
        failed(1, at=LONG_AGO),
        failed(1),
        failed(2, at=LONG_AGO),
        failed(3),
        article(3),
        reject(4, reason="http_503", rejected_at=NOW),
        article(5, complete=False, fetched_at=NOW),
        article(6, complete=False, fetched_at=LONG_AGO),
        article(7, fetched_at=NOW),
        article(9, complete=False, fetched_at=NOW, pages=MAX_ARTICLE_PAGES),
        failed(8),
    )
    assert found == [article(8).url, article(5).url]


def test_the_newest_article_of_a_channel_is_told(ask: Any) -> None:
    items = [
        article(1),
        article(9),
        article(5),
        article(12, channel="jjxw"),
        article(13, section="zt"),
        article(14, section="ztzl", channel="ztzl"),
    ]
    newest = {
        channel: ask(lambda known, channel=channel: known.newest(channel), *items)
        for channel in ("xwzx/szxw", "ztzl", "xwzx/none")
    }
    assert newest == {
        "xwzx/szxw": START + timedelta(days=9),
        "ztzl": START + timedelta(days=14),
        "xwzx/none": None,
    }


def test_a_channel_is_covered_by_runs_in_which_nothing_failed(
    ask: Any, mongo_database: tuple[str, str]
) -> None:
    uri, name = mongo_database

    async def runs() -> list[date | None]:
        async with AsyncMongoClient(uri, tz_aware=True) as client:
            coverage = ChannelCoverage(client[name])
            found = [await coverage.covered_to("szxw")]
            await coverage.mark_failed("szxw")
            found.append(await coverage.covered_to("szxw"))
            await coverage.advance("szxw", date(2025, 3, 1), since=LONG_AGO)
            found.append(await coverage.covered_to("szxw"))
            for newest in (date(2025, 3, 4), date(2025, 3, 2)):
                await coverage.advance("szxw", newest, since=datetime.now(timezone.utc))
            await coverage.advance("other", date(2025, 3, 9), since=LONG_AGO)
            found.append(await coverage.covered_to("szxw"))
            return found

    assert asyncio.run(runs()) == [None, None, None, date(2025, 3, 4)]
    assert ask(lambda known: known.covered_to("szxw")) == date(2025, 3, 4)


@pytest.mark.parametrize(
    "question",
    [
        lambda known: known.lookup(["t20250101_1"]),
        lambda known: known.newest("szxw"),
        lambda known: known.covered_to("szxw"),
        lambda known: known.to_retry(),
    ],
)
def test_a_question_that_is_not_answered_is_a_failure(
    mongo_uri: str, question: Callable[[KnownArticles], Awaitable[Any]]
) -> None:
    async def main() -> None:
        async with AsyncMongoClient(mongo_uri) as client:
            known = KnownArticles(client["tsnet"], patience=0.0)
        # The client is closed now: every question to it fails.
        await question(known)

    with pytest.raises(StoreUnavailable, match=r"what is known: \w+"):
        asyncio.run(main())


def test_when_an_article_was_denied_is_told_of_the_latest_reason(ask: Any) -> None:
    taken_off = [article(4), failed(4, "http_410")]
    found = ask(
        lambda known: known.lookup([article(n).id for n in range(1, 6)]),
        failed(1, "no_date"),
        failed(1, "http_404", LONG_AGO),
        failed(1, "no_date", LONG_AGO + timedelta(days=1)),
        failed(2, "http_404", LONG_AGO),
        failed(2, "http_404"),
        article(3),
        *taken_off,
    )
    assert {identity: one.denied_at for identity, one in found.items()} == {
        article(1).id: LONG_AGO + timedelta(days=1),
        article(2).id: LONG_AGO,
        article(3).id: None,
        article(4).id: NOW,
    }
