"""When a channel has been read far enough."""

from __future__ import annotations

from datetime import date

import pytest

from tsnet.arguments import CrawlArguments
from tsnet.site.contents import ChannelLink, ListedArticle
from tsnet.site.urls import article_id
from tsnet.spiders.listing_page import BARREN_PAGES, FRONT_PAGE, ListingPage, Stop, Window
from tsnet.store.known import Known

CHANNEL = ChannelLink("https://m.euiu.cn/xwzx/szxw/", "xwzx/szxw", "时政")
NEXT = [f"{CHANNEL.url}index_{number}.shtml" for number in range(4, 9)]
EVERYTHING = CrawlArguments()
WINDOW = Window(recheck_from=date(2025, 3, 15), covered_to=date(2025, 3, 15))
PAGE = ListingPage(CHANNEL, 3, WINDOW)


def listed(*days: int) -> list[ListedArticle]:
    """Articles of these days of March 2025; of no known day for 0."""
    return [
        ListedArticle(f"{CHANNEL.url}a{day}.html", "a", date(2025, 3, day) if day else None)
        for day in days
    ]


@pytest.mark.parametrize(
    ("page", "days", "unknown", "arguments", "stop"),
    [
        (PAGE, (14, 13), (), EVERYTHING, Stop.REACHED_KNOWN),
        (PAGE, (14, 13), (13,), EVERYTHING, None),
        (PAGE, (15, 13), (), EVERYTHING, None),
        (PAGE, (14, 0), (), EVERYTHING, None),
        (PAGE, (), (), EVERYTHING, None),
        (ListingPage(CHANNEL, 3), (14, 13), (), EVERYTHING, None),
        (ListingPage(CHANNEL, 3, Window(date(2025, 3, 15))), (14,), (), EVERYTHING, None),
        (
            ListingPage(CHANNEL, 3, Window(date(2025, 3, 15), date(2025, 3, 13))),
            (13,),
            (),
            EVERYTHING,
            None,
        ),
        (
            ListingPage(CHANNEL, 3, Window(date(2025, 3, 13), date(2025, 3, 15))),
            (13,),
            (),
            EVERYTHING,
            None,
        ),
        (PAGE, (14, 13), (13,), CrawlArguments(since=date(2025, 3, 15)), Stop.CUT_SHORT),
        (PAGE, (13, 15), (13,), CrawlArguments(since=date(2025, 3, 15)), None),
        (PAGE, (0,), (0,), CrawlArguments(since=date(2025, 3, 15)), None),
        (PAGE, (20,), (20,), CrawlArguments(max_pages=4), Stop.CUT_SHORT),
        (PAGE, (20,), (20,), CrawlArguments(max_pages=5), None),
        (ListingPage(FRONT_PAGE), (20,), (20,), EVERYTHING, Stop.CUT_SHORT),
        (PAGE, (20,), (20,), CrawlArguments(channels=("jjxw",)), Stop.CUT_SHORT),
        (PAGE, (20,), (20,), CrawlArguments(channels=("jjxw", "xwzx/szxw")), None),
    ],
)
def test_paging_stops_where_nothing_after_a_page_is_wanted(
    page: ListingPage,
    days: tuple[int, ...],
    unknown: tuple[int, ...],
    arguments: CrawlArguments,
    stop: Stop | None,
) -> None:
    known = {article_id(one.url): Known() for one in listed(*set(days) - set(unknown))}
    assert page.stop(listed(*days), known, arguments) is stop


def test_the_articles_tell_the_channel_of_a_listing_by_number_alone() -> None:
    url = "https://m.euiu.cn/xwzx/jjxw/202503/t20250320_25837461.html"
    article = ListedArticle(url, "a", date(2025, 3, 20))
    numbered = ChannelLink("https://m.euiu.cn/plus/list.php?tid=3", "plus/list.php?tid=3", "")
    asked = CrawlArguments(channels=("jjxw",))
    assert ListingPage(numbered).stop([article], {}, asked) is None
    assert PAGE.stop([article], {}, asked) is Stop.CUT_SHORT


def test_each_growth_in_a_browser_is_a_page() -> None:
    assert PAGE.stop(listed(20), {}, CrawlArguments(max_pages=6), growths=1) is None
    assert PAGE.stop(listed(20), {}, CrawlArguments(max_pages=6), growths=2) is Stop.CUT_SHORT


def test_what_stood_on_one_of_the_last_pages_is_not_fresh() -> None:
    page = PAGE
    for day in (20, 19, 18):
        page = page.after_articles(listed(30, day), NEXT)
    assert page.fresh(listed(30, 20, 18, 17)) == listed(17)
    assert page.after_articles(listed(30, 17), NEXT).fresh(listed(30, 20)) == listed(20)


def test_a_channel_ends_after_pages_that_give_nothing_and_a_page_with_articles_begins_anew() -> (
    None
):
    page: ListingPage | None = PAGE
    for number in range(BARREN_PAGES - 1):
        assert page is not None
        page = page.after_barren(NEXT, gap=number == 0)
    assert page is not None
    assert page.gap
    assert page.number == PAGE.number + BARREN_PAGES - 1
    assert page.after_barren(NEXT, gap=False) is None
    assert PAGE.after_barren([], gap=False) is None
    again = page.after_articles(listed(1), NEXT)
    assert (again.barren, again.gap) == (0, False)


def test_a_page_that_is_not_had_is_passed_over_as_far_as_an_earlier_one_announced() -> None:
    page: ListingPage | None = PAGE.after_articles(listed(1), NEXT[:3])
    announced: list[str] = []
    while page:
        announced += page.following[:1]
        page = page.after_failure()
    assert announced == NEXT[1:3]
    # A page that names the next alone takes nothing from what was announced, nor adds to it.
    page = PAGE.after_articles(listed(1), NEXT).after_articles(listed(2), NEXT[1:2])
    assert page.following == tuple(NEXT[2 : 1 + BARREN_PAGES])
    assert page.after_articles(listed(3), NEXT[2:3]).following == tuple(NEXT[3 : 1 + BARREN_PAGES])
    assert PAGE.after_failure() is None
