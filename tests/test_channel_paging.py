"""Which page of a channel comes after another, without a spider."""

from __future__ import annotations

from datetime import date

import pytest

from tsnet.arguments import CrawlArguments
from tsnet.channels import ChannelsRead
from tsnet.site.contents import ChannelLink, ListedArticle, Listing
from tsnet.spiders.listing_page import ListingPage, Stop
from tsnet.spiders.paging import Paging
from tsnet.spiders.scope import Scope

SITE = "https://m.euiu.cn"
CHANNEL = ChannelLink(f"{SITE}/xwzx/szxw/", "xwzx/szxw", "时政")
NEXT = [f"{CHANNEL.url}index_{number}.shtml" for number in (2, 3)]
ARTICLE = ListedArticle(f"{CHANNEL.url}202503/t20250319_1.shtml", "", date(2025, 3, 19))
ELSEWHERE = "https://news.example/2.shtml"
SECOND = ListingPage(CHANNEL, 1)


def paging(**arguments: str) -> tuple[Paging, ChannelsRead]:
    channels = ChannelsRead()
    return Paging(Scope(CrawlArguments.parse({"base_url": SITE, **arguments})), channels), channels


@pytest.mark.parametrize(
    ("listing", "at", "stop", "whole", "next_page", "to_end", "failed"),
    [
        (Listing([ARTICLE], NEXT), SECOND, None, True, NEXT[0], False, False),
        (Listing([ARTICLE], NEXT), SECOND, Stop.REACHED_KNOWN, True, None, True, False),
        (Listing([ARTICLE]), SECOND, None, True, None, True, False),
        (Listing([ARTICLE]), SECOND, None, False, None, False, False),
        (Listing([ARTICLE], guessed=NEXT), SECOND, None, False, NEXT[0], False, True),
        (Listing([ARTICLE], guessed=NEXT), SECOND, None, True, NEXT[0], False, False),
        (Listing([ARTICLE]), ListingPage(CHANNEL, 1, gap=True), None, True, None, True, True),
        (Listing([], NEXT), SECOND, None, True, NEXT[0], False, False),
        (Listing([]), SECOND, None, True, None, True, False),
        (
            Listing([ARTICLE], [ELSEWHERE]),
            SECOND,
            None,
            True,
            None,
            True,
            False,
        ),
    ],
)
def test_a_channel_goes_on_with_what_a_page_announces_until_it_ends(
    listing: Listing,
    at: ListingPage,
    stop: Stop | None,
    whole: bool,
    next_page: str | None,
    to_end: bool,
    failed: bool,
) -> None:
    way, channels = paging()
    after = way.after(listing, at, stop, whole=whole)
    assert (after and after[0]) == next_page
    assert channels.read_to_end == ({CHANNEL.path} if to_end else set())
    assert channels.failed == ({CHANNEL.path} if failed else set())


def test_after_a_page_that_is_not_there_or_not_read_comes_what_an_earlier_one_announced() -> None:
    way, channels = paging()
    at = ListingPage(CHANNEL, 1, following=tuple(NEXT))
    absent, lost = way.after_absent(at), way.after_lost(at)
    assert absent is not None
    assert lost is not None
    assert absent[0] == lost[0] == NEXT[0]
    assert (absent[1].gap, lost[1].gap) == (True, False)
    assert not channels.read_to_end
    assert way.after_lost(SECOND) is None
    assert not channels.read_to_end
    assert way.after_absent(SECOND) is None
    assert channels.read_to_end == {CHANNEL.path}


@pytest.mark.parametrize(("articles", "gap"), [([ARTICLE], False), ([], True)])
def test_a_page_without_an_article_may_have_had_some_and_one_that_repeats_them_has_not(
    articles: list[ListedArticle], gap: bool
) -> None:
    way, _ = paging()
    at = ListingPage(CHANNEL, 1, recent=(frozenset({"t20250319_1"}),))
    after = way.after(Listing(articles, NEXT), at, None, whole=True)
    assert after is not None
    assert (after[1].barren, after[1].gap) == (1, gap)


def test_a_crawl_that_begins_on_a_day_reads_no_channel_to_its_end() -> None:
    way, channels = paging(since="2025-03")
    way.after(Listing([ARTICLE]), SECOND, None, whole=True)
    way.after_absent(SECOND)
    way.met_again(SECOND)
    assert not channels.read_to_end
