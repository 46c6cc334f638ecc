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
    says_which,
)
from tsnet.site.paging import Pager, called_pagers, uncounted_pager, written_pager
from tsnet.site.urls import (
    ArticleAddress,
    article_id,
    channel_path,
    channel_url,
    directory_url,
    is_article_like_url,
    is_listing_url,
    is_named_listing_url,
    is_numbered_listing_url,
    is_page_file,
    is_page_of_paper,
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

_XML_SCRIPT = re.compile(
    r"<(script)\b[^<>]{0,300}?\btype\s*=\s*[\"']?text/xml\b[^<>]{0,300}>", re.IGNORECASE
)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")

_NO_CHANNEL = re.compile(
    r"^(?:(?:更多|相关|推荐|热门|猜你|为[您你]).*|more|首页|网站首页|主页|返回.*|(?:点击)?进入.*|[<>»›\d\s.+]*|上一?页|下一?页|尾页|末页)(?:[>》»›+\s]*)$",
    re.I,
)
"""The text of a link to a listing that is no channel's name."""
_OWN_FILE = re.compile(r"([a-z]\w{0,30}?)(?:_\d{1,4})?\.(s?html?)", re.IGNORECASE)
"""The file of a listing: its name, and its suffix without the dot."""
_LEAST_NAME = 2
_LONGEST_NAME = 8
"""Characters of a channel's name, as a menu writes it."""
_MONTH = re.compile(
    r"(?P<channel>.+/)(?P<month>(?:19|20)\d\d[-_/]?(?:0[1-9]|1[0-2])"
    r"(?:[-_/]?(?:0[1-9]|[12]\d|3[01]))?)/?(?:index\.\w{3,5})?"
)
"""The listing of a channel's month or day: ``/xwzx/szxw/202503/``, ``/xwzx/2025-03/19/``."""
_LEAST_MONTHS = 2
MOST_LINKS = 5_000
"""Links of one page that are looked at."""
MOST_FRAMES = 8
"""Frames of a page that leads nowhere else, or pages to enter by, that are looked at."""
MAX_FURTHER = 2000
"""Listing pages that one page may announce; a pager that claims more is cut (a spider trap)."""


def show_kept(html: str) -> str:
    """A page with the list that it keeps in a script of XML, as JCMS writes it, where that stands.

    ``<script type="text/xml"><datastore>…<record><![CDATA[<li>…</li>]]></record>…``: a script of
    the page shows a part of it at a time.
    """
    if "<![CDATA[" not in html:
        return html
    shown: list[str] = []
    done = 0
    for start, opened, end in _elements(_XML_SCRIPT, html):
        shown += (html[done:start], _CDATA.sub("", html[opened:end]), "<script>")
        done = end
    return "".join([*shown, html[done:]])


def find_listing(document: Document, html: str) -> Listing:
    """Read a listing from its lines and, for the pager, from its script."""
    own = document.url
    links = _links_of_host(document, html)
    pager = PagerLinks(own, numbered_pages(((url, link.text) for link, url in links), own))
    found = _Found(document)
    for link, url in links:
        if _is_article(url, link.text) and not pager.has(url):
            found.add_article(link, url)
        elif not found.is_of_pager(link, url, pager):
            if is_listing_url(url) or _is_numbered_channel(url, link.text):
                found.add_listing(link, url)
            else:
                found.add_file(link, url)
    further = _further(own, html, pager)
    if further is None:
        days = [listed.published for listed in found.articles.values() if listed.published]
        further = _months(own, [url for _, url in links], min(days, default=date.max)) or None
    further = _pages_of_paper(own, [url for _, url in links]) or further
    listing = Listing(
        articles=list(found.articles.values()),
        channels=list(found.channels.values()),
        further=further or [],
        grows_by_script=grows_by_script(html, document.scripts),
    )
    untold = further is None and listing.articles and found.channel
    if untold and (uncounted := uncounted_pager(html)):
        listing.guessed = _guessed(own, *uncounted)
    if not listing.articles and not listing_page_number(own):
        # The frame around a list, or the files of a directory: the list is in a file beside.
        listing.further = list(dict.fromkeys([*found.beside, *listing.further]))
        if not (listing.further or listing.channels):
            listing.further = list(dict.fromkeys(found.files))[:MOST_FRAMES]
    return listing


class _Found:
    """What the links of a page lead to."""

    def __init__(self, document: Document):
        self._document = document
        self._own = document.url
        self._directory = directory_url(document.url)
        self._day_beside = cache(self._read_day)  # one line may hold thousands of links
        self.channel = channel_path(document.url)
        """Path of the channel that the page is of; empty for a front page."""
        self.articles: dict[str, ListedArticle] = {}
        """Id of an article → where and under which title it is linked."""
        self.channels: dict[str, ChannelLink] = {}
        """Path of another channel → its link."""
        self.beside: list[str] = []
        """Other files of the same channel's listing."""
        self.files: list[str] = []
        """Other files of the same directory to which no text of a channel's page leads."""

    def add_article(self, link: Link, url: str) -> None:
        identity = article_id(url)
        known = self.articles.get(identity)
        if known is None:
            address = ArticleAddress.from_url(url)
            day = address.published if address else self._day_beside(link.line)
            known = self.articles[identity] = ListedArticle(_first_page(url), link.text, day)
        elif len(link.text) > len(known.title) and not (known.title and "。" in link.text):
            known.title = link.text  # and no abstract
        named = without_session(self._document.absolute(link.href) or "")
        if named and named not in known.seen_at:
            known.seen_at.append(named)

    def is_of_pager(self, link: Link, url: str, pager: PagerLinks) -> bool:
        """Whether the link is the pager's, which notes where it leads."""
        near = directory_url(url) == self._directory
        near = near or is_next_elsewhere(url, link.text, self.channel)
        return (near and pager.take(url, link.text)) or pager.has(url)

    def add_listing(self, link: Link, url: str) -> None:
        path = channel_path(url)
        if path == self.channel:
            if urlsplit(url).path != urlsplit(self._own).path:
                self.beside.append(url)
        elif path:
            is_name = len(link.text) <= LONGEST_LABEL and not _NO_CHANNEL.match(link.text)
            name = link.text if is_name else ""
            known = self.channels.get(path)
            if known is None:
                self.channels[path] = _channel_link(url, path, name)
            else:
                known.name = known.name or name

    def add_file(self, link: Link, url: str) -> None:
        is_entry = url != self._own and not (link.text and self.channel)
        if is_entry and directory_url(url) == self._directory and is_page_file(url):
            self.files.append(url)

    def _read_day(self, line: int) -> date | None:
        for beside in self._document.lines[line : line + 2]:
            if (day := read_day(beside.text)) is not None:
                return day
        return None


def _is_article(url: str, text: str) -> bool:
    """Whether a link may lead to an article.

    下一页 and a number lead to none but those that are surely one.
    """
    if not is_article_like_url(url):
        return False
    is_pagers = says_next(text) or says_which(text) is not None
    return not is_pagers or ArticleAddress.from_url(url) is not None


def _is_numbered_channel(url: str, text: str) -> bool:
    """Whether a link leads to the beginning of a numbered listing, and is none of a pager's."""
    is_first = is_numbered_listing_url(url) and (listing_page_number(url) or 0) <= 1
    is_name = _LEAST_NAME <= len(text) <= _LONGEST_NAME and not _NO_CHANNEL.match(text)
    if is_named_listing_url(url) and not is_name:
        return False
    return is_first and not ("页" in text or says_next(text) or says_which(text))


def _channel_link(url: str, path: str, name: str) -> ChannelLink:
    link = ChannelLink(channel_url(url), path, name)
    file = url.removeprefix(link.url)
    if link.url.endswith("/") and file != url and file and listing_page_number(url) == 0:
        link.file = file
    return link


def _links_of_host(document: Document, html: str) -> list[tuple[Link, str]]:
    """The page's links to its own host, and where each leads."""
    address = cache(partial(_on_this_host, document))  # pages link many things often
    links = islice(_links(document, html), MOST_LINKS)
    return [(link, url) for link in links if (url := address(link.href))]


def _links(document: Document, html: str) -> Iterator[Link]:
    """The page's links, then the articles that only its scripts and data attributes name.

    What a script would put in place, or is there for who has none, is as good as shown.
    """
    yield from document.links
    for_scripts = (html[start:end] for _, start, end in _elements(_FOR_A_SCRIPT, html))
    in_scripts = [*document.scripts, *for_scripts]
    for pattern, texts in ((_IN_SCRIPT, in_scripts), (_IN_ATTRIBUTE, [html])):
        for text in texts:
            for match in pattern.finditer(text):
                yield Link(match[1].replace("\\/", "/"), "", len(document.lines))


def _elements(start_tag: re.Pattern[str], html: str) -> Iterator[tuple[int, int, int]]:
    """Where each element begins, its contents begin, and these end; none in another or unclosed.

    ``start_tag``: what finds its start tag, the name in a group.
    """
    done = 0
    unclosed: set[str] = set()
    for opening in start_tag.finditer(html):
        name = opening[1].lower()
        if opening.start() < done or name in unclosed:
            continue
        closing = re.compile(f"</{name}", re.IGNORECASE).search(html, opening.end())
        if closing is None:
            unclosed.add(name)
        else:
            done = closing.end()
            yield *opening.span(), closing.start()


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


def _further(own: str, html: str, pager: PagerLinks) -> list[str] | None:
    """Later pages by the script's count, else by the links; None where nothing tells of any.

    Where there are none of these, by the script that puts their addresses together.
    """
    called = next(called_pagers(html), None)
    if called:
        return _numbered(own, called, pager.counts_from)
    if pager.found:
        return pager.later()[:MAX_FURTHER]
    written = written_pager(html)
    return _numbered(own, written) if written else None


def _months(own: str, urls: list[str], oldest: date) -> list[str]:
    """Listings of the channel's months or days, where there are several, the latest first.

    On the listing of one (``own``) those before it. First come those from the oldest day that the
    page lists on: it shows what the others have, and three pages of these would be the channel's
    end.
    """
    month = _MONTH.fullmatch(own)
    start = month["channel"] if month else directory_url(own)
    found: dict[str, str] = {}
    for url in urls:
        linked = _MONTH.fullmatch(url)
        if linked and linked["channel"] == start:
            found.setdefault(re.sub(r"\D", "", linked["month"]), url)
    if len(found) < _LEAST_MONTHS:
        return []
    before = re.sub(r"\D", "", month["month"]) if month else "9"
    earlier = [number for number in sorted(found, reverse=True) if number < before]
    earlier.sort(key=lambda number: number > f"{oldest:%Y%m%d}"[: len(number)])
    return [found[number] for number in earlier]


def _pages_of_paper(own: str, urls: list[str]) -> list[str]:
    """The pages of a newspaper's issue that follow the one at ``own``; all where it is none."""
    pages = {*filter(lambda url: is_page_of_paper(url, own), urls)}
    ordered = sorted(
        pages | {own} if is_page_of_paper(own, own) else pages, key=lambda url: (len(url), url)
    )
    return ordered[ordered.index(own) + 1 :] if own in ordered else ordered


def _guessed(own: str, name: str, suffix: str) -> list[str]:
    """The next page by the name that a script gives it, else by the usual one."""
    number = (listing_page_number(own) or 0) + 1
    if is_numbered_listing_url(own):
        # Where pages are counted from 1 the first is got again.
        return [f"{channel_url(own)}&page={number}"] if "?" in own else []
    file = _OWN_FILE.fullmatch(urlsplit(own).path.rpartition("/")[2])
    if not name:
        name, suffix = file.groups() if file else ("index", "shtml")
    return _numbered(own, Pager(number + 1, name, suffix))


def _numbered(own: str, pages: Pager, counts_from: int | None = None) -> list[str]:
    """The pages after the one at ``own``; ``counts_from``: as ``PagerLinks`` tells it."""
    current = listing_page_number(own) or 0
    if not pages.from_0_or_1:
        # The first page tells from which number on they are counted; on others that is the same.
        lowest = highest = int(pages.of_ucap if current else pages.current == "1")
    elif current and pages.current == str(current + 1):
        lowest = highest = 0  # a call that counts ``index_1`` as the second page
    else:
        lowest, highest = (0, 1) if counts_from is None else (counts_from, counts_from)
    first = max(current, lowest) + 1
    end = pages.count + highest
    return [
        f"{directory_url(own)}{pages.name}_{number}.{pages.suffix}"
        for number in range(first, min(end, first + MAX_FURTHER))
    ]
