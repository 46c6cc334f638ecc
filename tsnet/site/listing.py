"""A channel's listing: which articles it names, its further pages, the channels it leads to.

Knows HTML, not Scrapy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from urllib.parse import urlsplit

from tsnet.site.contents import ChannelLink, ListedArticle, Listing
from tsnet.site.document import Document, Link
from tsnet.site.load_more import grows_by_script
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

_QUOTE = r"(?:['\"]|&quot;|&#39;)"
_PAGE_HTML = re.compile(
    rf"createPage(?:HTML)?\s*\(\s*(?:{_QUOTE}[^'\"&]{{0,40}}{_QUOTE}\s*,\s*)?"
    rf"{_QUOTE}?(?P<count>\d{{1,6}}|[a-z_]\w{{0,30}}){_QUOTE}?\s*,\s*{_QUOTE}?\w{{1,30}}{_QUOTE}?"
    rf"\s*,\s*{_QUOTE}(?P<name>[\w.-]{{1,80}}){_QUOTE}\s*,\s*{_QUOTE}\.?(?P<suffix>\w{{1,8}}){_QUOTE}",
    re.IGNORECASE,
)
"""TRS WCM's pager: number of pages, this page from 0, file name, suffix (site facts)."""
_WRITTEN_PAGER = re.compile(
    r"\bcurrentPage\s*=\s*['\"]?\d{1,6}\b[\s\S]{0,600}?\bcountPage\s*=\s*['\"]?(?P<count>\d{1,6})\b"
)
"""The script that WCM puts into a listing itself where no function does the same."""
_QUOTED_ARTICLE = r"""['"]([^'"\s<>]{0,200}?\d{6}\\?/t\d{8}_\d{1,12}(?:_\d{1,3})?\.s?html?)"""
_IN_SCRIPT = re.compile(_QUOTED_ARTICLE, re.IGNORECASE)
"""The address of an article as a string in a script, its slashes escaped or not."""
_IN_ATTRIBUTE = re.compile(rf"(?<!href=){_QUOTED_ARTICLE}", re.IGNORECASE)
"""Such an address in another attribute than ``href``: what is hidden or a comment has that."""

_NEXT = re.compile(
    r"^[\[<《»›\s]*(?:[下后]\s*一?\s*页|next(?:\s*page)?|>|»|›|>>)[\]>》»›\s]*$", re.IGNORECASE
)
_NO_CHANNEL = re.compile(
    r"^(?:更多|more|首页|网站首页|主页|返回.*|[<>»›\d\s.+]*|上一?页|下一?页|尾页|末页)(?:[>》»›+\s]*)$",
    re.I,
)
MOST_LINKS = 5_000
"""Links of one page that are looked at."""
MAX_FURTHER = 2000
"""Listing pages that one page may announce; a pager that claims more is cut (a spider trap)."""


def find_listing(document: Document, html: str) -> Listing:
    """Read a listing from its lines and, for the pager, from its script."""
    listing = Listing(grows_by_script=grows_by_script(html, document.scripts))
    own = document.url
    seen_articles: dict[str, ListedArticle] = {}
    seen_channels: dict[str, ChannelLink] = {}
    own_channel = channel_path(own)
    following: str | None = None
    numbered: dict[int, str] = {}
    addresses: dict[str, str | None] = {}
    for link in islice(_links(document, html), MOST_LINKS):
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


def _links(document: Document, html: str) -> Iterator[Link]:
    """The page's links, then the articles that only its scripts and data attributes name."""
    yield from document.links
    for pattern, texts in ((_IN_SCRIPT, document.scripts), (_IN_ATTRIBUTE, [html])):
        for text in texts:
            for match in pattern.finditer(text):
                yield Link(match[1].replace("\\/", "/"), "", len(document.lines))


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
    """Later pages by the script's count, else by the numbered links, else by 下一页.

    Where there are none of these, a pager that the page's own script writes has a count too; its
    file names are those of the site facts.
    """
    current = listing_page_number(own) or 0
    for match in _PAGE_HTML.finditer(html):
        pages = _page_count(match["count"], html)
        if pages is not None:
            return _numbered(own, current, pages, match["name"], match["suffix"])
    later = [url for number, url in sorted(numbered.items()) if number > current]
    if following is not None and following not in later and not _is_same_page(following, own):
        later.insert(0, following)
    written = None if later else _WRITTEN_PAGER.search(html)
    if written:
        return _numbered(own, current, int(written["count"]), "index", "shtml")
    return later[:MAX_FURTHER]


def _numbered(own: str, current: int, pages: int, name: str, suffix: str) -> list[str]:
    return [
        f"{channel_url(own)}{name}_{number}.{suffix}"
        for number in range(current + 1, min(pages, current + 1 + MAX_FURTHER))
    ]


def _page_count(count: str, html: str) -> int | None:
    """The pager's number of pages, a literal or a variable; None when the page does not set it."""
    if not count.isdigit():
        value = re.search(rf"\b{count}\s*=\s*['\"]?(\d{{1,6}})\b", html)
        count = value[1] if value else ""
    return int(count) if count else None


def _is_same_page(first: str, second: str) -> bool:
    return (
        listing_page_number(first) == listing_page_number(second)
        and urlsplit(first).query == urlsplit(second).query
    )
