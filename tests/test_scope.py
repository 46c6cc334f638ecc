"""Which listings and articles a crawl is for."""

from __future__ import annotations

import pytest

from tsnet.arguments import CrawlArguments
from tsnet.site.contents import ChannelLink, ListedArticle, Listing
from tsnet.spiders.scope import Scope

SITE = "https://m.euiu.cn"
ARTICLE = f"{SITE}/xwzx/szxw/202503/t20250319_25837461.html"
NUMBER = f"{SITE}/plus/view.php?aid=3"


def scope(**arguments: str) -> Scope:
    return Scope(CrawlArguments.parse({"base_url": SITE, **arguments}))


def listing(*articles: str, channels: tuple[str, ...] = ()) -> Listing:
    return Listing(
        articles=[ListedArticle(url, "", None, [url]) for url in articles],
        channels=[ChannelLink(f"{SITE}/{path}/", path, "") for path in channels],
    )


@pytest.mark.parametrize(
    ("url", "served_at"),
    [
        (ARTICLE, ARTICLE),
        ("http://www.ts.cn/xwzx/szxw/202503/t20250319_25837461.html", ARTICLE),
        (NUMBER, NUMBER),
        ("https://news.example/plus/view.php?aid=3", None),
    ],
)
def test_an_article_is_asked_for_at_the_crawled_host(url: str, served_at: str | None) -> None:
    assert scope().article_url(url) == served_at


@pytest.mark.parametrize(
    ("url", "day", "arguments", "wanted"),
    [
        (ARTICLE, None, {}, True),
        (ARTICLE, None, {"since": "2025-03-19", "until": "2025-03-19"}, True),
        (ARTICLE, None, {"since": "2025-03-20"}, False),
        (ARTICLE, None, {"until": "2025-03-18"}, False),
        (ARTICLE, "2025-03-21", {"since": "2025-03-20"}, False),
        (ARTICLE, None, {"channels": "szxw"}, True),
        (ARTICLE, None, {"channels": "jjxw"}, False),
        (NUMBER, None, {"since": "2025-03-20", "channels": "jjxw"}, True),
        (NUMBER, "2025-03-19", {"since": "2025-03-20"}, False),
    ],
)
def test_the_address_tells_the_day_and_the_channel_of_an_article_and_else_the_listing_its_day(
    url: str, day: str | None, arguments: dict[str, str], wanted: bool
) -> None:
    said = CrawlArguments.parse({"since": day}).since if day else None
    assert scope(**arguments).wants_article(url, said) is wanted


@pytest.mark.parametrize(
    ("asked", "lacks"),
    [("szxw", False), ("jjxw", False), ("kxjs", True), ("szxw,kxjs", True), ("xwzx/kxjs", False)],
)
def test_a_code_is_missed_that_neither_a_link_nor_an_article_of_a_listing_leads_to(
    asked: str, lacks: bool
) -> None:
    found = listing(ARTICLE, channels=("xwzx/jjxw",))
    assert scope(channels=asked).lacks_a_channel(found) is lacks


def test_the_channel_of_an_article_is_read_where_no_link_leads_to_it() -> None:
    unlinked = [ChannelLink(f"{SITE}/xwzx/szxw/", "xwzx/szxw", "")]
    assert scope().unlinked_channels(listing(ARTICLE, NUMBER)) == unlinked
    assert not scope().unlinked_channels(listing(ARTICLE, channels=("xwzx/szxw",)))
    assert not scope(channels="jjxw").unlinked_channels(listing(ARTICLE))


def test_a_front_page_has_parts_where_it_leads_nowhere_or_is_one_of_a_newspaper() -> None:
    frames = Listing(further=[f"{SITE}/left.html", "https://news.example/top.html"])
    assert scope().parts_of_front_page(frames) == [f"{SITE}/left.html"]
    frames.channels = listing(channels=("xwzx/szxw",)).channels
    assert not scope().parts_of_front_page(frames)
    paper = listing(ARTICLE)
    paper.further = [f"{SITE}/html/2025-03/19/node_2.htm"]
    assert scope().parts_of_front_page(paper) == paper.further


def test_addresses_elsewhere_are_those_that_are_not_asked_for() -> None:
    found = listing(ARTICLE, NUMBER)
    other = "https://www.ts.cn/xwzx/szxw/202503/t20250319_25837461.html"
    found.articles[0].seen_at.append(other)
    assert scope().linked_elsewhere(found) == {"t20250319_25837461": [other]}
