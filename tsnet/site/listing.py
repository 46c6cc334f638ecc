"""A channel's listing: which articles it names, its further pages, the channels it leads to.

Knows HTML, not Scrapy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from tsnet.site.document import Document
from tsnet.site.urls import (
    ArticleAddress,
    article_id,
    channel_path,
    channel_url,
    is_article_like_url,
    is_listing_url,
    listing_page_number,
    on_host_of,
    same_site,
)
from tsnet.text.boilerplate import is_list_heading
from tsnet.text.dates import read_day

_PAGE_HTML = re.compile(
    r"createPage(?:HTML)?\s*\(\s*(?:['\"][^'\"]{0,40}['\"]\s*,\s*)?['\"]?(?P<count>\d{1,6})['\"]?\s*,\s*['\"]?(?P<current>\d{1,6})['\"]?"
    r"\s*,\s*['\"](?P<name>[\w.-]{1,80})['\"]\s*,\s*['\"]\.?(?P<suffix>\w{1,8})['\"]"
)
"""TRS WCM's pager: number of pages, this page from 0, file name, suffix (site facts)."""

_NEXT = re.compile(r"^[\[<《»›\s]*(?:下一?页|后一?页|next(?:\s*page)?|>|»|›|>>)[\]>》»›\s]*$", re.I)
_LOAD_MORE = re.compile(
    r"^\s*(?:点击)?(?:加载|查看|显示|阅读|浏览)?更多(?:新闻|内容|文章|资讯)?\s*$|load more", re.I
)
_LOAD_MORE_ELEMENT = re.compile(
    r"<(?P<tag>a|button|div|span|p|li|input)\b(?P<attributes>[^<>]*)>(?:\s|&nbsp;|<(?:span|i|b|em)\b[^<>]*>)*"
    r"(?:点击)?(?:加载|显示)更多",
    re.IGNORECASE,
)
_NO_CHANNEL = re.compile(
    r"^(?:更多|more|首页|网站首页|主页|返回.*|[<>»›\d\s.+]*|上一?页|下一?页|尾页|末页)(?:[>》»›+\s]*)$",
    re.I,
)
MOST_LINKS = 5_000
"""Links of one page that are looked at."""
MAX_FURTHER = 2000
"""Listing pages that one page may announce; a pager that claims more is cut (a spider trap)."""


@dataclass(slots=True)
class ListedArticle:
    """An article that a listing names."""

    url: str
    """Absolute address on the crawled host, without fragment."""
    title: str
    """Text of the link; may be cut short by the site."""
    published: date | None
    """Day of the address, else the day written beside the link; None when there is neither."""
    seen_at: list[str] = field(default_factory=list)
    """Every absolute address by which the page names it, on whatever host; each once."""


@dataclass(slots=True)
class ChannelLink:
    """A link to another channel's listing."""

    url: str
    """Absolute address of the channel's directory on the crawled host."""
    path: str
    """Its path without outer slashes: ``xwzx/szxw``."""
    name: str
    """The channel's name as the link writes it."""


@dataclass(slots=True)
class Listing:
    """What a listing page (or the front page) says."""

    articles: list[ListedArticle] = field(default_factory=list)
    """In the page's order, each once."""
    further: list[str] = field(default_factory=list)
    """Absolute addresses of the later pages of this listing, in order."""
    channels: list[ChannelLink] = field(default_factory=list)
    """Channels it leads to, each once, without its own."""
    has_load_more: bool = False
    """Whether it has a 加载更多 button, so that only a browser sees all of it."""


def find_listing(document: Document, html: str) -> Listing:
    """Read a listing from its lines and, for the pager, from its script."""
    listing = Listing(has_load_more=_has_load_more(html))
    own = document.url
    seen_articles: dict[str, ListedArticle] = {}
    seen_channels: dict[str, ChannelLink] = {}
    own_channel = channel_path(own)
    following: str | None = None
    numbered: dict[int, str] = {}
    addresses: dict[str, str | None] = {}
    for link in document.links[:MOST_LINKS]:
        if link.href not in addresses:
            addresses[link.href] = _on_this_host(document, link.href)
        url = addresses[link.href]
        if url is None:
            continue
        if _is_article(url, own):
            known = seen_articles.get(article_id(url))
            if known is None:
                seen_articles[article_id(url)] = ListedArticle(
                    _first_page(url), link.text, _day(document, url, link.line)
                )
            elif len(link.text) > len(known.title):
                known.title = link.text
            seen_at = seen_articles[article_id(url)].seen_at
            named = document.absolute(link.href)
            if named and named not in seen_at:
                seen_at.append(named)
            continue
        if not is_listing_url(url):
            continue
        number = listing_page_number(url)
        if channel_url(url) == channel_url(own) and (number or _NEXT.match(link.text)):
            if number:
                numbered.setdefault(number, url)
            if _NEXT.match(link.text):
                following = url
            continue
        path = channel_path(url)
        if path and path != own_channel and not number:
            known_channel = seen_channels.get(path)
            name = "" if _NO_CHANNEL.match(link.text) or is_list_heading(link.text) else link.text
            if known_channel is None:
                seen_channels[path] = ChannelLink(channel_url(url), path, name)
            elif not known_channel.name:
                known_channel.name = name
    listing.articles = list(seen_articles.values())
    listing.channels = list(seen_channels.values())
    listing.further = _further(own, html, numbered, following)
    return listing


def _on_this_host(document: Document, href: str) -> str | None:
    url = document.absolute(href)
    return on_host_of(url, document.url) if url else None


def _is_article(url: str, own: str) -> bool:
    if not same_site(url, own):
        return False
    return ArticleAddress.from_url(url) is not None or is_article_like_url(url)


def _first_page(url: str) -> str:
    """The address of the article's first page, whichever of its pages was linked."""
    address = ArticleAddress.from_url(url)
    if address is None or address.page == 0:
        return url
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{address.path()}"


def _day(document: Document, url: str, line: int) -> date | None:
    address = ArticleAddress.from_url(url)
    if address is not None:
        return address.published
    for beside in document.lines[line : line + 2]:
        day = read_day(beside.text)
        if day is not None:
            return day
    return None


def _further(own: str, html: str, numbered: dict[int, str], following: str | None) -> list[str]:
    """Later pages by the script's count, else by the numbered links, else by 下一页."""
    current = listing_page_number(own) or 0
    match = _PAGE_HTML.search(html)
    if match:
        directory = channel_url(own)
        count = min(int(match["count"]), current + 1 + MAX_FURTHER)
        return [
            f"{directory}{match['name']}_{number}.{match['suffix']}"
            for number in range(current + 1, count)
        ]
    later = [url for number, url in sorted(numbered.items()) if number > current]
    if (
        following is not None
        and following not in later
        and listing_page_number(following) != current
    ):
        later.insert(0, following)
    return later[:MAX_FURTHER]


def _has_load_more(html: str) -> bool:
    return "更多" in html and _LOAD_MORE_ELEMENT.search(html) is not None
