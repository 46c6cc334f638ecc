"""A channel's listing: which articles it names, its further pages, the channels it leads to.

Knows HTML, not Scrapy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import islice
from urllib.parse import urlsplit

from tsnet.site.contents import ChannelLink, ListedArticle, Listing
from tsnet.site.document import Document, Link
from tsnet.site.load_more import grows_by_script
from tsnet.site.paging import Pager, called_pagers, written_pager
from tsnet.site.urls import (
    ArticleAddress,
    article_id,
    channel_path,
    channel_url,
    is_article_like_url,
    is_listing_url,
    listing_page_number,
    on_host_of,
    without_session,
)
from tsnet.text.dates import read_day

_QUOTED_ARTICLE = (
    r"""(?:['"]|&(?:quot|apos|#0*3[49]);)"""
    r"""([^'"\s<>&;=(]{0,200}?\d{6}\\?/t\d{8}_\d{1,12}(?:_\d{1,3})?\.s?html?)"""
)
_IN_SCRIPT = re.compile(_QUOTED_ARTICLE, re.IGNORECASE)
"""The address of an article as a string in a script, its slashes escaped or not."""
_IN_ATTRIBUTE = re.compile(rf"(?<!href=){_QUOTED_ARTICLE}", re.IGNORECASE)
"""Such an address in another attribute than ``href``: what is hidden or a comment has that."""

_NEXT = re.compile(
    r"^[\[<《»›\s]*(?:[下后]\s*一?\s*页|next(?:\s*page)?|>|»|›|→|>>)[\]>》»›\s]*$", re.IGNORECASE
)
_NEXT_IN_WORDS = re.compile(r"\W{0,3}[下后]\s?一?\s?页\W{0,3}|next page", re.IGNORECASE)
_ORDINAL = re.compile(r"^\W*第?\s*(\d{1,4})\s*页?\W*$")
"""What a link to a further page says that does not say 下一页: its number, counted from 1."""
_NO_CHANNEL = re.compile(
    r"^(?:(?:更多|相关|推荐|热门|猜你|为[您你]).*|more|首页|网站首页|主页|返回.*|[<>»›\d\s.+]*|上一?页|下一?页|尾页|末页)(?:[>》»›+\s]*)$",
    re.I,
)
_LONGEST_LABEL = 60
"""Characters of a link that names a channel or a further page, at most."""
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
    own_directory, own_channel = channel_url(own), channel_path(own)
    pager = _PagerLinks(own)
    addresses: dict[str, str | None] = {}
    beside: list[str] = []
    read_beside = cache(partial(_day_beside, document))  # one line may hold thousands of links
    for link in islice(_links(document, html), MOST_LINKS):
        if link.href not in addresses:
            addresses[link.href] = _on_this_host(document, link.href)
        url = addresses[link.href]
        if url is None:
            continue
        if is_article_like_url(url):
            known = seen_articles.get(article_id(url))
            if known is None:
                address = ArticleAddress.from_url(url)
                day = address.published if address else read_beside(link.line)
                seen_articles[article_id(url)] = ListedArticle(_first_page(url), link.text, day)
            elif len(link.text) > len(known.title) and not (known.title and "。" in link.text):
                known.title = link.text  # and no abstract
            seen_at = seen_articles[article_id(url)].seen_at
            named = without_session(document.absolute(link.href) or "")
            if named and named not in seen_at:
                seen_at.append(named)
            continue
        beside_it = channel_url(url) == own_directory or _is_next_elsewhere(
            url, link.text, own_channel
        )
        if beside_it and pager.take(url, link.text):
            continue
        if not is_listing_url(url):
            continue
        path = channel_path(url)
        if path == own_channel:
            if urlsplit(url).path != urlsplit(own).path:
                beside.append(url)
        elif path:
            known_channel = seen_channels.get(path)
            is_name = len(link.text) <= _LONGEST_LABEL and not _NO_CHANNEL.match(link.text)
            name = link.text if is_name else ""
            if known_channel is None:
                seen_channels[path] = _channel_link(url, path, name)
            elif not known_channel.name:
                known_channel.name = name
    listing.articles = list(seen_articles.values())
    listing.channels = list(seen_channels.values())
    listing.further = _further(own, html, pager)
    if not listing.articles and not listing_page_number(own):
        # The frame around a list, or the files of a directory: the list is in a file beside.
        listing.further = [*dict.fromkeys(beside), *listing.further]
    return listing


def _is_next_elsewhere(url: str, text: str, channel: str) -> bool:
    """Whether a link out of a channel's directory leads to its next page, and says so in words.

    To a program, or to a directory that is named after the channel: an arrow stands beside the name
    of many another one, and 下一页 beside the list of another one leads on in that.
    """
    if not (_NEXT_IN_WORDS.fullmatch(text) and listing_page_number(url) != 0):
        return False
    code = channel.rpartition("/")[2]
    return not is_listing_url(url) or code in channel_path(url).split("/")


def _channel_link(url: str, path: str, name: str) -> ChannelLink:
    link = ChannelLink(channel_url(url), path, name)
    if url.startswith(link.url) and url != link.url and listing_page_number(url) == 0:
        link.file = url.removeprefix(link.url)
    return link


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


def _first_page(url: str) -> str:
    """The address of the article's first page, whichever of its pages was linked."""
    address = ArticleAddress.from_url(url)
    if address is None:
        return url
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{address.path()}"


def _day_beside(document: Document, line: int) -> date | None:
    for beside in document.lines[line : line + 2]:
        day = read_day(beside.text)
        if day is not None:
            return day
    return None


class _PagerLinks:
    """The links of a listing to its other pages."""

    def __init__(self, own: str) -> None:
        self.own = own
        self.numbered: dict[int, str] = {}
        self.following: str | None = None
        self.counts_from_1 = False

    def take(self, url: str, text: str) -> bool:
        """Take a link within the channel's directory; False when it leads to no page of it."""
        number = listing_page_number(url)
        text = text if len(text) <= _LONGEST_LABEL else ""
        ordinal = _ORDINAL.match(text)
        shown = int(ordinal[1]) if ordinal else -1
        says_next = _NEXT.match(text) is not None
        if not (says_next or number in (shown, shown - 1) or (number and is_listing_url(url))):
            return False
        self.counts_from_1 |= number == shown
        if number:
            self.numbered.setdefault(number, url)
        if says_next and (number != 0 or urlsplit(url).query):
            self.following = url  # what leads back to the first page leads in circles
        return True

    def later(self) -> list[str]:
        """Addresses of the pages after this one, in order: from 下一页 on where there is one."""
        current = listing_page_number(self.own) or int(self.counts_from_1)
        later = [url for number, url in sorted(self.numbered.items()) if number > current]
        following = self.following
        if following is None or _is_same_page(following, self.own):
            return later
        return [following, *(later[later.index(following) + 1 :] if following in later else [])]


def _further(own: str, html: str, pager: _PagerLinks) -> list[str]:
    """Later pages by the script's count, else by the links.

    Where there are none of these, by the script that puts their addresses together.
    """
    called = next(called_pagers(html), None)
    if called:
        return _numbered(own, called)
    later = pager.later()[:MAX_FURTHER]
    written = None if later else written_pager(html)
    return _numbered(own, written) if written else later


def _numbered(own: str, pages: Pager) -> list[str]:
    current = listing_page_number(own) or 0
    return [
        f"{channel_url(own)}{pages.name}_{number}.{pages.suffix}"
        for number in range(current + 1, min(pages.count, current + 1 + MAX_FURTHER))
    ]


def _is_same_page(first: str, second: str) -> bool:
    number = listing_page_number(first)
    one, other = urlsplit(first), urlsplit(second)
    return (
        number == listing_page_number(second)
        and one.query == other.query
        and (number is not None or one.path == other.path)
    )
