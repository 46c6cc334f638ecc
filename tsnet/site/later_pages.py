"""The later pages of an article that goes on over several, by its pager and its links.

Knows HTML only as lines.
"""

from __future__ import annotations

from collections import defaultdict

from tsnet.site.document import Document
from tsnet.site.page_links import says_which
from tsnet.site.paging import called_pagers, written_pager
from tsnet.site.urls import ArticleAddress, LaterPage, later_page

_MOST_PAGES = 200
"""Pages that one article may announce; more is a trap."""


def find_later_pages(document: Document, html: str, address: ArticleAddress | None) -> list[str]:
    """Addresses of the pages ``_1``, ``_2``, … of an article that one of its pages announces.

    Its own address is not among them.
    """
    if address is None:
        return _by_links(document)
    highest = 0
    if address.stem in html:
        scripts = [script for script in document.scripts if address.stem in script]
        pagers = [*called_pagers(html), *filter(None, map(written_pager, scripts))]
        for pager in pagers:
            if pager.name.lower() == address.stem:
                highest = max(highest, pager.count - 1)
        for anchor in document.anchors:
            if address.stem in anchor.href:
                target = document.absolute(anchor.href)
                linked = ArticleAddress.from_url(target) if target else None
                if linked and linked.stem == address.stem:
                    highest = max(highest, linked.page)
    base = document.url[: document.url.index("/", 8)]
    return [
        base + address.path(page)
        for page in range(1, min(highest, _MOST_PAGES) + 1)
        if page != address.page
    ]


def _by_links(document: Document) -> list[str]:
    """The same where the address is not of the site's form, so that only the links tell.

    A number in an address alone makes no later page: such pages link to the first one, and that to
    number 1 or 2. A parameter of 1 makes one only where the link to it says 2. Where the first page
    has the number 1 itself (``show-9-42-1.html``), each link must say the number that it leads to.
    """
    own = document.url
    linked = {url for anchor in document.anchors if (url := document.absolute(anchor.href))}
    parts = later_page(own)
    first = parts.first if parts and parts.first in linked else own
    pages = [page for url in (*linked, own) if (page := later_page(url))]
    found = {page.number: page for page in pages if page.first == first and page.number}
    is_numbered = parts is not None and parts.number == 1 and first == own
    said = _numbers_said(document) if is_numbered or 1 in found else {}
    if parts and is_numbered:
        alike = (page for page in pages if page.before == parts.before and page.number > 1)
        found = {page.number: page for page in alike if page.number in said.get(_url(page), ())}
    if 1 in found and found[1].before.endswith("=") and 2 not in said.get(_url(found[1]), ()):
        del found[1]
    lowest = min(found, default=0)
    if not lowest or (first == own and lowest > 2):
        return []
    _, before, _, behind = found[lowest]
    numbers = range(lowest, min(max(found), _MOST_PAGES) + 1)
    return [url for number in numbers if (url := f"{before}{number}{behind}") != own]


def _numbers_said(document: Document) -> dict[str, set[int]]:
    """Where the links whose text is the number of a page lead: address → those numbers."""
    said: defaultdict[str, set[int]] = defaultdict(set)
    for anchor in document.anchors:
        number = says_which(anchor.read().text)
        if number is not None and (url := document.absolute(anchor.href)):
            said[url].add(number)
    return said


def _url(page: LaterPage) -> str:
    return f"{page.before}{page.number}{page.behind}"
