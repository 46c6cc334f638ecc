"""Parts that the pages of the tables are put together from, and how one is read."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any
from urllib.parse import urljoin

from tsnet.extraction import read_article_page
from tsnet.items import FetchedPage, Image

Template = tuple[str, dict[str, Any]]
"""A page, and fields of the article that it holds."""

ADDRESS = "http://m.euiu.cn/xwzx/szxw/202503/t20250319_26369128.shtml"
"""Of every page."""

T = "新疆上线就业服务平台"
"""The headline."""

B = "<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p>目前已有3.2万人次使用。</p>"
"""Paragraphs of the text."""

BB = "据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n目前已有3.2万人次使用。"
"""The same as a body."""

D = "<div>2025-03-19 19:38:42 来源：天山网</div>"
"""The dateline."""

E = "<div>[责任编辑: 刘芳 ]</div>"
"""The editor."""

H = f"<title>{T}_天山网</title><h1>{T}</h1>{D}"
"""All above the text."""

P = f"<title>{T}</title><h1>{T}</h1>{D}"
"""The same where the title element is the headline alone."""

LONG = "平台上线一年来，各地就业服务更加便捷，“家门口就业”成为许多农牧民的选择，收入也逐年增加。"
"""A paragraph as most are."""

FIRST = "伊犁河谷杏花次第开放"
"""A headline that has nothing to do with the text."""

SECOND = "让世界了解新疆，让新疆走向世界"
"""A slogan."""

LINKS = "<p><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a></p><p><a href=/xwzx/b.shtml>喀什古城游客多</a></p>"
"""Other articles."""

LISTED = "".join(
    f"<div><a href=/xwzx/szxw/202503/t20250319_2636912{n}.shtml>伊犁河谷杏花盛开迎客来</a><p>杏花沟的游客比去年同期多了三成，农家乐的生意十分红火...</p><em>2025-03-19 0{n}:30</em> <em>来源：人民网</em></div>"
    for n in range(3)
)
"""Articles of the day with abstracts, dates and sources."""

BOX = "<div id=6fatj class=pl_css_ganrao style='display: none;'><td id=6fatj></td><xmp id=6fatj>开奖直播大全</xmp><a id=6fatj href=/>棋牌游戏-手机版</a></div>"
"""A hidden box of a mirror."""


def picture(name: str, caption: str | None = None) -> Image:
    """A picture that stands beside the page."""
    return Image(urljoin(ADDRESS, name), caption)


def fetched(html: str) -> FetchedPage:
    """The page as it was had."""
    return FetchedPage(ADDRESS, 200, {}, html.encode(), datetime(2026, 1, 1, tzinfo=timezone.utc))


def check(template: Template) -> None:
    """Read a page, and find in its article what is told of it."""
    html, wanted = template
    article = read_article_page(fetched(html)).article
    assert {field: getattr(article, field) for field in wanted} == wanted
    assert 0 not in article.cleaning.values()
