"""A channel's listing: which articles it names, its further pages, the channels it leads to.

Knows HTML, not Scrapy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import islice
from urllib.parse import parse_qsl, urljoin, urlsplit

from tsnet.site.contents import ChannelLink, ListedArticle, Listing
from tsnet.site.document import Document, Link
from tsnet.site.load_more import grows_by_script
from tsnet.site.page_links import (
    LONGEST_LABEL,
    PagerLinks,
    is_next_elsewhere,
    numbered_pages,
    says_next,
)
from tsnet.site.paging import Pager, called_pagers, uncounted_pager, written_pager
from tsnet.site.urls import (
    ArticleAddress,
    article_id,
    channel_path,
    channel_url,
    is_article_like_url,
    is_listing_url,
    is_page_file,
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

_FOR_A_SCRIPT = re.compile(r"<(noscript|template|textarea)\b[^<>]*>", re.IGNORECASE)
"""Where what is shown only without scripts, or by one, begins."""

_NO_CHANNEL = re.compile(
    r"^(?:(?:更多|相关|推荐|热门|猜你|为[您你]).*|more|首页|网站首页|主页|返回.*|[<>»›\d\s.+]*|上一?页|下一?页|尾页|末页)(?:[>》»›+\s]*)$",
    re.I,
)
_OWN_FILE = re.compile(r"([a-z]\w{0,30}?)(?:_\d{1,4})?\.(s?html?)", re.IGNORECASE)
"""The file of a listing: its name, and its suffix without the dot."""
MOST_LINKS = 5_000
"""Links of one page that are looked at."""
MOST_FRAMES = 8
"""Frames of a page that leads nowhere else, or pages to enter by, that are looked at."""
MAX_FURTHER = 2000
"""Listing pages that one page may announce; a pager that claims more is cut (a spider trap)."""


def find_listing(document: Document, html: str) -> Listing:
    """Read a listing from its lines and, for the pager, from its script."""
    listing = Listing(grows_by_script=grows_by_script(html, document.scripts))
    own = document.url
    seen_articles: dict[str, ListedArticle] = {}
    seen_channels: dict[str, ChannelLink] = {}
    own_directory, own_channel = channel_url(own), channel_path(own)
    addresses: dict[str, str | None] = {}
    beside: list[str] = []
    files: list[str] = []
    read_beside = cache(partial(_day_beside, document))  # one line may hold thousands of links
    links: list[tuple[Link, str]] = []
    for link in islice(_links(document, html), MOST_LINKS):
        if link.href not in addresses:
            addresses[link.href] = _on_this_host(document, link.href)
        if url := addresses[link.href]:
            links.append((link, url))
    pager = PagerLinks(own, numbered_pages(((url, link.text) for link, url in links), own))
    for link, url in links:
        if _is_article(url, link.text) and not pager.has(url):
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
        beside_it = channel_url(url) == own_directory or is_next_elsewhere(
            url, link.text, own_channel
        )
        if (beside_it and pager.take(url, link.text)) or pager.has(url):
            continue
        if not is_listing_url(url):
            is_entry = not (link.text and own_channel)
            if is_entry and channel_url(url) == own_directory and is_page_file(url):
                files.append(url)
            continue
        path = channel_path(url)
        if path == own_channel:
            if urlsplit(url).path != urlsplit(own).path:
                beside.append(url)
        elif path:
            known_channel = seen_channels.get(path)
            is_name = len(link.text) <= LONGEST_LABEL and not _NO_CHANNEL.match(link.text)
            name = link.text if is_name else ""
            if known_channel is None:
                seen_channels[path] = _channel_link(url, path, name)
            elif not known_channel.name:
                known_channel.name = name
    listing.articles = list(seen_articles.values())
    listing.channels = list(seen_channels.values())
    further = _further(own, html, pager)
    listing.further = further or []
    untold = further is None and listing.articles and own_channel
    if untold and (uncounted := uncounted_pager(html)):
        listing.guessed = _numbered(own, _next_page(own, *uncounted))
    if not listing.articles and not listing_page_number(own):
        # The frame around a list, or the files of a directory: the list is in a file beside.
        listing.further = list(dict.fromkeys([*beside, *listing.further]))
        if not (listing.further or listing.channels):
            listing.further = [url for url in dict.fromkeys(files) if url != own][:MOST_FRAMES]
    return listing


def _is_article(url: str, text: str) -> bool:
    """Whether a link may lead to an article: 下一页 leads to none but those that are surely one."""
    if not is_article_like_url(url):
        return False
    return not says_next(text) or ArticleAddress.from_url(url) is not None


def _channel_link(url: str, path: str, name: str) -> ChannelLink:
    link = ChannelLink(channel_url(url), path, name)
    if url.startswith(link.url) and url != link.url and listing_page_number(url) == 0:
        link.file = url.removeprefix(link.url)
    return link


def _links(document: Document, html: str) -> Iterator[Link]:
    """The page's links, then the articles that only its scripts and data attributes name.

    What a script would put in place, or is there for who has none, is as good as shown.
    """
    yield from document.links
    in_scripts = [*document.scripts, *_kept_for_a_script(html)]
    for pattern, texts in ((_IN_SCRIPT, in_scripts), (_IN_ATTRIBUTE, [html])):
        for text in texts:
            for match in pattern.finditer(text):
                yield Link(match[1].replace("\\/", "/"), "", len(document.lines))


def _kept_for_a_script(html: str) -> Iterator[str]:
    done = 0
    unclosed: set[str] = set()
    for opening in _FOR_A_SCRIPT.finditer(html):
        name = opening[1].lower()
        if opening.start() < done or name in unclosed:
            continue
        closing = re.compile(f"</{name}", re.IGNORECASE).search(html, opening.end())
        if closing is None:
            unclosed.add(name)
        else:
            done = closing.end()
            yield html[opening.end() : closing.start()]


def _on_this_host(document: Document, href: str) -> str | None:
    url = document.absolute(href)
    found = on_host_of(url, document.url) if url else None
    if found is None or "?" not in found:
        return found
    # A program that counts the clicks leads on to the address that it is given.
    for _, value in parse_qsl(urlsplit(found).query):
        target = urljoin(found, value)
        if ArticleAddress.from_url(target):
            return on_host_of(target, document.url) or found
    return found


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


def _further(own: str, html: str, pager: PagerLinks) -> list[str] | None:
    """Later pages by the script's count, else by the links; None where nothing tells of any.

    Where there are none of these, by the script that puts their addresses together.
    """
    called = next(called_pagers(html), None)
    if called:
        return _numbered(own, called)
    if pager.found:
        return pager.later()[:MAX_FURTHER]
    written = written_pager(html)
    return _numbered(own, written) if written else None


def _next_page(own: str, name: str, suffix: str) -> Pager:
    file = _OWN_FILE.fullmatch(urlsplit(own).path.rpartition("/")[2])
    if not name:
        name, suffix = file.groups() if file else ("index", "shtml")
    return Pager((listing_page_number(own) or 0) + 2, name, suffix)


def _numbered(own: str, pages: Pager) -> list[str]:
    current = listing_page_number(own) or 0
    return [
        f"{channel_url(own)}{pages.name}_{number}.{pages.suffix}"
        for number in range(current + 1, min(pages.count, current + 1 + MAX_FURTHER))
    ]
