"""From pages as they were fetched to a record; pure, no I/O, no Scrapy.

Everything here can be sent to a worker process and back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from tsnet.assembly import ArticlePage, assemble, lost_offsets
from tsnet.items import Article, FetchedPage, Quality
from tsnet.loaders import ArticleLoader
from tsnet.site.article import find_parts
from tsnet.site.contents import REASONS, ChannelLink, ListedArticle, Listing, NotAnArticle
from tsnet.site.decoding import decode
from tsnet.site.document import Document
from tsnet.site.interference import clear
from tsnet.site.listing import find_listing, show_kept
from tsnet.site.no_article import check, find_excuse
from tsnet.site.parts import ArticleParts
from tsnet.site.reader import TooMuchOnPage, read_document
from tsnet.site.restoring import restore_page
from tsnet.site.urls import ArticleAddress, article_id, later_page
from tsnet.text.mirror import Restored

__all__ = [
    "REASONS",
    "ArticlePage",
    "ChannelLink",
    "ListedArticle",
    "Listing",
    "NotAnArticle",
    "assemble",
    "extract",
    "read_article_page",
    "read_listing",
]

EARLIEST = datetime(1995, 1, 1, tzinfo=timezone.utc)
"""There were no Chinese news sites before; a date before it is a system's zero, such as 1970."""
LEEWAY = timedelta(days=1)
"""How far a page's date may lie after it was fetched: clocks and zones are not always set right."""
LARGEST_PAGE = 16 * 1024 * 1024
"""Bytes; a document in MongoDB holds no more."""

_HTML_TYPE = re.compile(r"html|xml|text/plain|octet-stream|^$", re.IGNORECASE)
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)
_OWN_END = re.compile(r"/(?:body|html)\s*>", re.IGNORECASE)
"""What closes a page; the mirror may have eaten the ``<`` before it."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_ASCII_IN_BYTES = ("utf-8", "gb18030")
"""Encodings in which no character but a control character has the byte of one."""
_CONTROL_BYTES = bytes(code for code in range(128) if _CONTROL.match(chr(code)))


def read_listing(page: FetchedPage) -> Listing:
    """Read a listing or the front page.

    Raises ``NotAnArticle`` with reason ``not_html``, ``empty_page`` or ``too_large`` for what is no
    page at all.
    """
    text = _restored(page).text
    html = show_kept(clear(text).html)
    document = _document(html, page.url)
    listing = find_listing(document, html)
    listing.cut = _is_cut(text)
    if not (listing.articles or listing.channels or listing.further):
        listing.excuse = find_excuse(document)
    return listing


def read_article_page(page: FetchedPage) -> ArticlePage:
    """Read one page of an article.

    Raises ``NotAnArticle`` when it has no headline, no date or no body, or is no article at all;
    a page after the first needs a body only.
    """
    restored = _restored(page)
    cleared = clear(restored.text)
    document = _document(cleared.html, page.url)
    document.interfered = len(cleared.html) < len(restored.text)
    document.boxes = cleared.boxes
    address = ArticleAddress.from_url(page.url)
    parts = find_parts(document, cleared.html, address)
    if cleared.removed:
        parts.cleaning["interference"] += cleared.removed
    first_page = address is None or address.page == 0
    check(parts, document, first_page=first_page)
    article = _load(parts, page, address)
    article.complete = not _is_cut(restored.text)
    article.quality = Quality(
        restored.annotations, restored.repaired, restored.lost, restored.guessed
    )
    article.doubtful = list(restored.doubtful)
    if first_page:
        _check_date(article, page)
    return ArticlePage(article, parts.further)


def extract(pages: Sequence[FetchedPage]) -> Article:
    """The record of an article from all its pages, the first page first.

    A page that the others announce and that is not among them makes the record incomplete; so does
    a later page that can't be read.  Raises ``NotAnArticle`` when the first can't be read, and
    ``ValueError`` when there are no pages.
    """
    if not pages:
        raise ValueError("no pages to extract from: pass the first page of the article at least")
    first = read_article_page(pages[0])
    numbered: dict[int, ArticlePage | None] = {}
    announced = _numbers(first.further)
    for page in pages[1:]:
        number = _number(page.url)
        try:
            read = read_article_page(page)
        except NotAnArticle:
            read = None
        numbered[len(numbered) + 1 if number is None else number] = read
        if read:
            announced |= _numbers(read.further)
    wanted = sorted((announced | set(numbered)) - {0})
    return assemble(first, [numbered.get(number) for number in wanted])


def _numbers(urls: Sequence[str]) -> set[int]:
    return {number for number in map(_number, urls) if number is not None}


def _number(url: str) -> int | None:
    if address := ArticleAddress.from_url(url):
        return address.page
    later = later_page(url)
    return later.number if later else None


def _restored(page: FetchedPage) -> Restored:
    """The page as text, with the mirror's damage undone."""
    content_type = page.headers.get("content-type", "")
    head = page.body[:512].lstrip()
    if not page.body.strip(b" \t\r\n\0"):
        raise NotAnArticle("empty_page", "the page has no bytes but white space")
    if not _HTML_TYPE.search(content_type) or head.startswith(_MAGIC):
        raise NotAnArticle("not_html", f"content type {content_type!r}, begins with {head[:8]!r}")
    if len(page.body) > LARGEST_PAGE:
        raise NotAnArticle("too_large", f"{len(page.body)} bytes, at most {LARGEST_PAGE}")
    decoded = decode(page.body, "charset=utf-8" if page.rendered else content_type)
    text = decoded.text
    controls = decoded.encoding not in _ASCII_IN_BYTES or _has_controls(page.body)
    if _is_binary(text[:4000], controls=controls):
        raise NotAnArticle("not_html", "the bytes are no text in any encoding")
    if head[:1] in (b"{", b"[") and "<" not in text[:2000]:
        raise NotAnArticle("not_html", f"begins with {head[:20]!r}")
    if controls:
        text = _CONTROL.sub("", text)
    return restore_page(text, rendered=page.rendered)


def _has_controls(body: bytes) -> bool:
    # A fifth of what the pattern takes, which nearly no page needs.
    return len(body.translate(None, _CONTROL_BYTES)) < len(body)


def _document(html: str, url: str) -> Document:
    try:
        return read_document(html, url)
    except TooMuchOnPage as error:
        raise NotAnArticle("too_large", str(error)) from None


def _is_binary(text: str, *, controls: bool) -> bool:
    """Whether what was decoded is mostly not text: control characters and undecodable bytes.

    NUL does not count: pages that are text otherwise are padded with it.
    controls: whether it may have any of these.
    """
    odd = len(text.replace("\0", "")) - len(_CONTROL.sub("", text)) if controls else 0
    return (text.count("\ufffd") + odd) * 20 > len(text)


def _is_cut(html: str) -> bool:
    """Whether a page ends within a text or a tag, and has not closed itself before.

    The length that a host states may be shorter than the page (a mirror's page is longer than its
    original), and one that states none may break off without a sign.
    """
    return not html.rstrip().endswith(">") and "<" in html and not _OWN_END.search(html)


def _load(parts: ArticleParts, page: FetchedPage, address: ArticleAddress | None) -> Article:
    loader = ArticleLoader()
    loader.add_value("title", parts.title)
    loader.add_value("subtitle", parts.subtitle)
    loader.add_value("body", parts.paragraphs)
    loader.add_value("published_at", parts.published)
    loader.add_value("published_raw", parts.date_raw)
    loader.add_value("source", parts.source)
    loader.add_value("channel_name", parts.channel_name)
    loader.add_value("reporters", parts.bylines)
    loader.add_value("editors", parts.editor_lines)
    loader.add_value("images", parts.pictures)
    loader.add_value("rights", [("notice", parts.notice)] if parts.notice else [])
    loader.add_value("rights", [("imprint", line) for line in parts.imprint])
    fields = loader.load_item()
    article = Article(
        id=article_id(page.url),
        url=page.url,
        urls=[page.url],
        origin_url=address.origin_url if address else None,
        section=address.section if address else None,
        channel=address.channel if address else None,
        original=parts.original,
        cleaning=dict(parts.cleaning),
        rendered=page.rendered,
        fetched_at=page.fetched_at,
        etag=page.headers.get("etag"),
        last_modified=page.headers.get("last-modified"),
        **fields,
    )
    article.body_lost = lost_offsets(article.body)
    return article


def _check_date(article: Article, page: FetchedPage) -> None:
    published = article.published_at
    if published is None:
        raise NotAnArticle("no_date", f"{article.published_raw!r} is no date")
    if published > page.fetched_at + LEEWAY:
        raise NotAnArticle("date_in_future", f"{article.published_raw}, fetched {page.fetched_at}")
    if published < EARLIEST:
        raise NotAnArticle("date_too_old", f"{article.published_raw}, before {EARLIEST.date()}")
