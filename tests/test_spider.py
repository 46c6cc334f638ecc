"""What the spider makes of one response, without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timezone
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler

from tsnet.items import Article, Sightings
from tsnet.site.contents import ChannelLink
from tsnet.spiders.listing_page import FRONT_PAGE, ListingPage, Window
from tsnet.spiders.redirects import REDIRECTED
from tsnet.spiders.tianshan import TianshanSpider
from tsnet.store.known import Known, NothingKnown
from tsnet.text.beijing import beijing_day

SITE = "https://m.euiu.cn"
URL = f"{SITE}/xwzx/szxw/"
CHANNEL = ChannelLink(URL, "xwzx/szxw", "时政")
SETTINGS = {"TSNET_EXTRACTION_PROCESSES": 0, "TSNET_EXTRACTION_TIMEOUT": 30}
SETTINGS |= {"TSNET_OVERLAP_DAYS": 3, "TSNET_RENDER_TIMEOUT": 9}
ITEM = "<li><a href={}>平台今日上线</a> 2025-03-19"
PAGE = ListingPage(CHANNEL, 1)
BUTTON = "<button>下一页</button><script src=/js/list.js></script>"
PAGER = "<div>共 3 页</div>"
GROWS = "<div class=load-more>加载更多</div><script src=/js/list.js></script>"


class AllKnown(NothingKnown):
    """A store with every article, whose channels are all read down to the end of March."""

    async def lookup(self, ids: Sequence[str]) -> Mapping[str, Known]:
        return {one: Known(published=date(2025, 3, 19)) for one in ids}


def made(**arguments: str) -> TianshanSpider:
    crawler = get_crawler(TianshanSpider, SETTINGS)
    return TianshanSpider.from_crawler(crawler, base_url=SITE, render="never", **arguments)


def read(
    spider: TianshanSpider,
    url: str,
    html: str,
    at: ListingPage,
    *,
    end: str = "</html>",
    redirected: bool = False,
) -> list[Any]:
    """What the spider yields for a listing."""

    async def main() -> list[Any]:
        asked = Request(url, meta={REDIRECTED: 1} if redirected else {})
        response = HtmlResponse(url, body=f"{html}{end}".encode(), request=asked)
        return [found async for found in spider.parse_listing(response, at)]

    return asyncio.run(main())


def paths(found: Sequence[object]) -> list[str]:
    return [one.url.removeprefix(SITE) for one in found if isinstance(one, Request)]


@pytest.mark.parametrize(
    ("at", "leads_to", "is_read"),
    [
        (ListingPage(FRONT_PAGE), f"{SITE}/index.html", True),
        (ListingPage(CHANNEL), f"{SITE}/news/szxw/", True),
        (ListingPage(CHANNEL), f"{SITE}/", False),
        (PAGE, f"{URL}index_2.shtml", True),
        (PAGE, f"{URL}index.shtml", False),
        (PAGE, f"{SITE}/xwzx/jjxw/index_1.shtml", False),
    ],
)
def test_a_redirect_may_lead_a_channel_elsewhere_but_its_pages_neither_out_of_it_nor_to_its_start(
    at: ListingPage, leads_to: str, is_read: bool
) -> None:
    spider = made()
    html = ITEM.format(f"{URL}202503/t20250319_1.shtml")
    found = read(spider, leads_to, html, at, redirected=True)
    assert ("/xwzx/szxw/202503/t20250319_1.shtml" in paths(found)) is is_read


def test_a_page_that_a_pager_has_elsewhere_is_read() -> None:
    spider = made()
    html = ITEM.format(f"{URL}202503/t20250319_1.shtml")
    found = read(spider, f"{SITE}/list/szxw/index.shtml", html, PAGE)
    assert "/xwzx/szxw/202503/t20250319_1.shtml" in paths(found)


@pytest.mark.parametrize(
    ("at", "arguments", "to_end", "failed"),
    [
        (PAGE, {}, True, False),
        (ListingPage(CHANNEL, 1, gap=True), {}, False, True),
        (PAGE, {"since": "2025-03"}, False, False),
        (ListingPage(CHANNEL), {}, False, False),
    ],
)
def test_a_page_that_was_asked_for_before_is_the_end_of_its_channel(
    at: ListingPage, arguments: dict[str, str], to_end: bool, failed: bool
) -> None:
    spider = made(**arguments)
    spider.request_dropped(Request(URL, cb_kwargs={"at": at}))
    assert spider.channels.read_to_end == ({"xwzx/szxw"} if to_end else set())
    assert spider.channels.failed == ({"xwzx/szxw"} if failed else set())


@pytest.mark.parametrize("gap", [False, True])
def test_a_channel_is_read_to_its_end_where_what_follows_is_known(gap: bool) -> None:
    spider = made(since="2025-01")
    spider.known = AllKnown()
    window = Window(date(2025, 3, 31), date(2025, 3, 31))
    html = ITEM.format("202503/t20250319_1.shtml") + "<a href=index_3.shtml>下一页</a>"
    at = ListingPage(CHANNEL, 2, window, gap=gap)
    assert not any("index_3" in path for path in paths(read(spider, URL, html, at)))
    assert spider.channels.read_to_end == {"xwzx/szxw"}
    assert spider.channels.failed == ({"xwzx/szxw"} if gap else set())


@pytest.mark.parametrize(
    ("pager", "known", "followed", "read_again"),
    [
        (BUTTON, NothingKnown(), True, True),
        (BUTTON, AllKnown(), False, False),
        (PAGER, NothingKnown(), True, False),
        (GROWS, NothingKnown(), False, False),
    ],
)
def test_a_channel_whose_next_page_is_guessed_is_read_again_if_a_browser_might_show_more(
    pager: str, known: NothingKnown, followed: bool, read_again: bool
) -> None:
    spider = made()
    spider.known = known
    at = ListingPage(CHANNEL, 1, Window(date(2025, 3, 31), date(2025, 3, 31)))
    html = ITEM.format("202503/t20250319_1.shtml") + pager
    found = paths(read(spider, f"{URL}index_1.shtml", html, at))
    assert ("/xwzx/szxw/index_2.shtml" in found) is followed
    assert spider.channels.failed == ({"xwzx/szxw"} if read_again else set())
    assert spider.channels.read_to_end == ({"xwzx/szxw"} if isinstance(known, AllKnown) else set())


@pytest.mark.parametrize(
    ("number", "barren", "html", "goes_on", "gap"),
    [
        (1, 0, ITEM.format("202503/t20250319_1.shtml"), 1, False),
        (1, 0, "<a href=/xwzx/jjxw/>经济</a>", 1, True),
        (1, 2, ITEM.format("202503/t20250319_1.shtml"), None, False),
        (1, 2, ITEM.format("202503/t20250319_2.shtml"), 0, False),
        (0, 0, ITEM.format("202503/t20250319_1.shtml"), 0, False),
    ],
)
def test_a_page_that_gives_nothing_new_is_followed_until_there_are_three(
    number: int, barren: int, html: str, goes_on: int | None, gap: bool
) -> None:
    spider = made()
    at = ListingPage(CHANNEL, number, recent=(frozenset({"t20250319_1"}),), barren=barren)
    found = read(spider, f"{URL}index_1.shtml", f"{html}<a href=index_2.shtml>下一页</a>", at)
    following = [
        one.cb_kwargs["at"]
        for one in found
        if isinstance(one, Request) and one.url == f"{URL}index_2.shtml"
    ]
    assert [(one.barren, one.gap) for one in following] == [(goes_on, gap)][: goes_on is not None]
    assert spider.channels.read_to_end == ({"xwzx/szxw"} if goes_on is None else set())


def test_a_page_that_breaks_off_is_followed_by_what_an_earlier_one_announced() -> None:
    spider = made()
    at = ListingPage(CHANNEL, 1, following=(f"{URL}index_2.shtml",))
    html = ITEM.format("202503/t20250319_1.shtml")
    assert "/xwzx/szxw/index_2.shtml" not in paths(read(spider, URL, html, at))
    assert spider.channels.read_to_end == {"xwzx/szxw"}
    spider = made()
    assert "/xwzx/szxw/index_2.shtml" in paths(read(spider, URL, html, at, end=""))
    assert spider.channels.failed == {"xwzx/szxw"}
    assert not spider.channels.read_to_end


def test_the_newest_day_of_a_channel_is_of_any_of_its_pages_and_not_to_come() -> None:
    spider = made()
    for day in ("2025-03-18", "2025-03-19", "2025-03-17"):
        html = ITEM.format("202503/1.html").replace("2025-03-19", day)
        html += ITEM.format("202503/2.html").replace("2025-03-19", "2999-03-19")
        html += "<li><a href=202503/3.html>平台今日上线</a>"
        read(spider, URL, html, PAGE)
    assert spider.channels.newest == {"xwzx/szxw": date(2025, 3, 19)}
    today = beijing_day(datetime.now(timezone.utc))
    read(spider, URL, ITEM.format("202503/4.html").replace("2025-03-19", str(today)), PAGE)
    assert spider.channels.newest["xwzx/szxw"] >= today


def test_a_listing_tells_by_which_other_addresses_it_leads_to_articles() -> None:
    html = ITEM.format("202503/t20250319_1.shtml") + ITEM.format("202503/t20250319_2.shtml")
    html += ITEM.format("https://www.ts.cn/xwzx/szxw/202503/t20250319_2.shtml")
    found = read(made(), URL, html, PAGE)
    (seen,) = [one for one in found if isinstance(one, Sightings)]
    assert seen.urls == {"t20250319_2": ["https://www.ts.cn/xwzx/szxw/202503/t20250319_2.shtml"]}


def test_an_article_keeps_the_addresses_of_links_to_it_that_were_dropped() -> None:
    spider = made()
    url = f"{URL}202503/t20250319_1.shtml"
    other, another = f"{url}?from=1", f"{URL}202503/t20250319_2.shtml"
    for seen_at in ([url, other], [url], [another]):
        spider.request_dropped(Request(seen_at[0], cb_kwargs={"seen_at": seen_at}))
    html = (
        "<title>平台今日上线</title><h1>平台今日上线</h1>"
        "<div>2025-03-19 19:38:42 来源: 天山网</div>"
        "<p>据了解，该平台汇集岗位八千个，服务企业五百家。</p><p>[责任编辑: 刘芳 ]</p>"
    )

    async def main() -> list[Any]:
        response = HtmlResponse(url, body=html.encode(), request=Request(url))
        return [one async for one in spider.parse_article(response, [url], None)]

    (article,) = [one for one in asyncio.run(main()) if isinstance(one, Article)]
    assert article.urls == [url, other]
    assert not spider._seen_elsewhere, "of what has no other address nothing is kept"


def test_what_failed_lately_is_asked_for_first_where_it_is_wanted() -> None:
    class Failed(NothingKnown):
        async def to_retry(self) -> Sequence[str]:
            return [f"{URL}202503/t20250319_1.shtml", f"{URL}202401/t20240119_2.shtml"]

    async def begin() -> list[str]:
        return [request.url async for request in spider.start()]

    spider = made(since="2025")
    spider.known = Failed()
    assert asyncio.run(begin()) == [f"{URL}202503/t20250319_1.shtml", f"{SITE}/"]
