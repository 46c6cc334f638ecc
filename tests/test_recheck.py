"""What of the stored articles a crawl asks for again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

import pytest

from tsnet.site.contents import ChannelLink, ListedArticle
from tsnet.spiders.listing_page import FRONT_PAGE, ListingPage, Window
from tsnet.spiders.recheck import Recheck
from tsnet.store.known import Known, NothingKnown

CHANNEL = ChannelLink("https://m.euiu.cn/xwzx/szxw/", "xwzx/szxw", "时政")
NUMBERED = ChannelLink("https://m.euiu.cn/plus/list.php?tid=3", "plus/list.php?tid=3", "")
ARTICLE = "https://m.euiu.cn/xwzx/szxw/202503/t20250319_25837461.html"
NAMELESS = "https://m.euiu.cn/plus/view.php?aid=3"
DAY = date(2025, 3, 19)
OVERLAP = timedelta(days=3)
NOW = datetime.now(timezone.utc)


class OneStored(NothingKnown):
    """A store with an article of the evening of 18 March in London, 19 March in Beijing."""

    async def lookup(self, ids: Sequence[str]) -> Mapping[str, Known]:
        return {one: Known(published=DAY) for one in ids}

    async def newest(self, channel: str) -> datetime | None:
        return datetime(2025, 3, 18, 20, tzinfo=timezone.utc)

    async def since(self, channel: str, day: date) -> Sequence[Known]:
        return [Known(url=f"{channel} {day}")]

    async def covered_to(self, channel: str) -> date | None:
        return DAY


def recheck(known: NothingKnown | None = None, *, full: bool = False) -> Recheck:
    return Recheck(known or OneStored(), OVERLAP, full)


@pytest.mark.parametrize(
    ("channel", "known", "full", "window"),
    [
        (CHANNEL, OneStored(), False, Window(DAY - OVERLAP, DAY)),
        (CHANNEL, NothingKnown(), False, Window()),
        (CHANNEL, OneStored(), True, Window()),
        (FRONT_PAGE, OneStored(), False, Window()),
    ],
)
def test_a_channel_is_read_again_from_the_overlap_of_its_newest_stored_article_on(
    channel: ChannelLink, known: NothingKnown, full: bool, window: Window
) -> None:
    assert asyncio.run(recheck(known, full=full).window(channel.path)) == window


@pytest.mark.parametrize(
    ("channel", "urls", "full", "recheck_from"),
    [
        (CHANNEL, [ARTICLE, ARTICLE], False, date(2025, 1, 1)),
        (CHANNEL, [ARTICLE, NAMELESS], False, date(2025, 1, 1)),
        (CHANNEL, [NAMELESS, NAMELESS], False, DAY - OVERLAP),
        (NUMBERED, [ARTICLE, ARTICLE], False, DAY - OVERLAP),
        (NUMBERED, [ARTICLE, ARTICLE], True, date(2025, 1, 1)),
        (NUMBERED, [], False, date(2025, 1, 1)),
    ],
)
def test_a_page_whose_addresses_name_no_channel_tells_itself_how_far_back_it_is_read(
    channel: ChannelLink, urls: list[str], full: bool, recheck_from: date
) -> None:
    at = ListingPage(channel, window=Window(date(2025, 1, 1), DAY))
    known = {str(number): Known(url=url, published=DAY) for number, url in enumerate(urls)}
    assert recheck(full=full).window_of_listed(at, known) == Window(recheck_from, DAY)


@pytest.mark.parametrize(
    ("channel", "day", "full", "asked"),
    [
        (CHANNEL, DAY, False, ["xwzx/szxw 2025-03-19"]),
        (CHANNEL, None, False, []),
        (CHANNEL, None, True, ["xwzx/szxw 2025-03-16"]),
        (FRONT_PAGE, None, False, [" 2025-03-16"]),
    ],
)
def test_what_may_have_been_taken_off_is_asked_for_from_the_first_day_on(
    channel: ChannelLink, day: date | None, full: bool, asked: list[str]
) -> None:
    stored = asyncio.run(recheck(full=full).unlisted(channel.path, day))
    assert [one.url for one in stored] == asked


@pytest.mark.parametrize(
    ("day", "recheck_from", "denied_at", "full", "passed_by"),
    [
        (DAY, None, None, False, True),
        (DAY, DAY, None, False, False),
        (DAY - OVERLAP, DAY, None, False, True),
        (None, DAY, None, False, False),
        (DAY - OVERLAP, DAY, NOW, False, False),
        (DAY - OVERLAP, DAY, NOW - OVERLAP, False, True),
        (DAY, None, None, True, False),
    ],
)
def test_what_is_known_is_passed_by_unless_it_is_recent_or_was_denied_lately(
    day: date | None,
    recheck_from: date | None,
    denied_at: datetime | None,
    full: bool,
    passed_by: bool,
) -> None:
    stored = Known(denied_at=denied_at)
    assert recheck(full=full).passes_by(stored, day, recheck_from) is passed_by


def test_only_a_full_crawl_asks_without_conditions_for_what_is_stored() -> None:
    stored = Known(etag='"3"')
    assert recheck().conditions(stored) == {"If-None-Match": '"3"'}
    assert recheck(full=True).conditions(stored) == {}


def test_the_record_of_an_article_tells_its_day_where_nothing_else_does() -> None:
    undated, dated = ListedArticle(NAMELESS, "", None), ListedArticle(ARTICLE, "", date(2025, 3, 1))
    asyncio.run(recheck().lookup([undated, dated]))
    assert (undated.published, dated.published) == (DAY, date(2025, 3, 1))
