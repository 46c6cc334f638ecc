"""The record of an article, and what else a crawl hands to its pipelines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tsnet.text.doubt import Choice


@dataclass(slots=True)
class Image:
    """A picture that belongs to an article."""

    url: str
    """Absolute address."""
    caption: str | None = None
    """The line under the picture; None when the page has none. Never part of the body."""


@dataclass(slots=True)
class Licence:
    """One licence or filing of the publisher, as its footer states it."""

    kind: str
    """What the number is, by one name for all wordings: ``ICP备案``, ``公网安备``, …"""
    number: str
    """The number as written, without surrounding spaces."""


@dataclass(slots=True)
class Rights:
    """Under which terms the article was published: stripped from the text, never thrown away."""

    notice: str | None = None
    """The sentence that forbids or permits copying; None when the page has none."""
    holder: str | None = None
    """Who holds the copyright (``天山网``); None when the page does not say."""
    licences: list[Licence] = field(default_factory=list)
    """Every licence and filing number of the page's licence block, in its order."""
    contacts: list[str] = field(default_factory=list)
    """Telephone numbers and mail addresses for reports, in the page's order."""


@dataclass(slots=True)
class Quality:
    """What undoing the mirror's damage did to the page (see docs/mirror.md)."""

    annotations: int = 0
    """Readings taken out."""
    repaired: int = 0
    """Runs of bytes out of step that were undone."""
    lost: int = 0
    """Characters that were eaten and cannot be known, nearly all ASCII; U+FFFD stands for each."""
    guessed: int = 0
    """Characters chosen by likelihood, not forced by the bytes."""


@dataclass(slots=True)
class Article:
    """One article, as stored in the collection ``articles`` (site facts; docs/record.md).

    Every text is Simplified Chinese with the mirror's damage undone.
    Fields the store computes (``_id`` from ``id``; ``first_seen_at``, ``last_seen_at``,
    ``revision``, ``duplicate_of``, ``cluster``) are added when the record is written.
    """

    id: str = ""
    """``t20250123_26369128``, the file stem of the address; ``u-`` and a hash outside the grammar.
    Stored as ``_id``."""
    url: str = ""
    """Where it was fetched."""
    urls: list[str] = field(default_factory=list)
    """Every address at which it was seen; grows over crawls."""
    origin_url: str | None = None
    """The same path on https://www.ts.cn; None for an address outside the grammar."""
    section: str | None = None
    """``xwzx``; None for an address outside the grammar."""
    channel: str | None = None
    """``szxw``; None for an address outside the grammar."""
    channel_name: str | None = None
    """``时政``, as the site writes it; None when it was not seen."""
    title: str = ""
    """The headline, spam in front of it removed. Never empty in a stored record."""
    subtitle: str | None = None
    """The second, smaller headline; None when there is none."""
    body: str = ""
    """Paragraphs, one a line (``\\n``), leading indents removed; rows of a table, one a line, with
    tabs (``\\t``) between the cells. Never empty in a stored record."""
    published_at: datetime | None = None
    """Publication time in UTC, read as Beijing time. Never None in a stored record."""
    published_raw: str | None = None
    """The text it was read from: ``2025-03-19 19:38:42``."""
    source: str | None = None
    """``天山网-新疆日报``, without 原创; None when the page names none."""
    original: bool = False
    """True when the source is marked 原创."""
    reporters: list[str] = field(default_factory=list)
    """Names in the byline, in order."""
    editors: list[str] = field(default_factory=list)
    """Names after 责任编辑, in order."""
    images: list[Image] = field(default_factory=list)
    """Pictures of the article, in order."""
    rights: Rights = field(default_factory=Rights)
    """The notice and the licence block, in parts."""
    pages: int = 1
    """How many pages were joined."""
    complete: bool = True
    """False when a page of a long article was missing, or one was cut short."""
    quality: Quality = field(default_factory=Quality)
    """Sums over the pages of what undoing the damage did."""
    body_lost: list[int] = field(default_factory=list)
    """Offsets in ``body`` (characters, from 0) of what is lost (U+FFFD)."""
    cleaning: dict[str, int] = field(default_factory=dict)
    """Cleaning rule → characters it removed from the text."""
    rendered: bool = False
    """True when a browser opened the page."""
    fetched_at: datetime | None = None
    """When the first page was received, UTC."""
    etag: str | None = None
    """The ETag of the first page; None when the server sent none."""
    last_modified: str | None = None
    """The Last-Modified of the first page, as sent; None when the server sent none."""
    spider: str | None = None
    """Name of the spider that fetched it."""
    job: str | None = None
    """The scrapyd job or the run's id."""
    content_hash: str = ""
    """Hash of the text and figures of the body: equal for equal text (duplicates pipeline)."""
    bands: list[int] = field(default_factory=list)
    """Band keys of the body's MinHash, for near-duplicates (set by the duplicates pipeline).

    Not part of the stored record: the collection ``fingerprints`` keeps them.
    """
    doubtful: list[Choice] = field(default_factory=list)
    """Passages of the page in which characters were chosen by likelihood.

    Not part of the stored record: what is read now is compared with that by them.
    """


UNSTORED = ("bands", "doubtful")
"""Fields of an article that its record does not have."""


@dataclass(slots=True)
class FetchedPage:
    """A page exactly as it was received: what extraction starts from and ``pages`` keeps."""

    url: str
    """Address that answered, after redirects within the host."""
    status: int
    """HTTP status."""
    headers: dict[str, str]
    """Response headers by lower-case name; the last one wins."""
    body: bytes
    """Bytes after the transfer's compression was undone, before decoding; empty once packed."""
    fetched_at: datetime
    """When it was received, UTC."""
    rendered: bool = False
    """True when ``body`` is a browser's document, in UTF-8."""
    sha256: str = ""
    """SHA-256 of ``body``, hexadecimal; empty until ``tsnet.store.packing.pack``."""
    compressed: bytes = b""
    """``body`` compressed (zstandard); empty until ``tsnet.store.packing.pack``."""


@dataclass(slots=True)
class ArticlePages:
    """The pages of one article as fetched, to be kept in the collection ``pages``."""

    id: str
    """Id of the article (``Article.id``)."""
    pages: list[FetchedPage]
    """Page 1 first. Pages that could not be fetched are absent."""


@dataclass(slots=True)
class NotModified:
    """An article that the server says has not changed since it was stored."""

    id: str
    """Id of the article."""
    url: str
    """Address that answered 304."""
    seen_at: datetime
    """When, UTC."""


@dataclass(slots=True)
class Sightings:
    """Addresses by which a listing leads to articles, beside those at which they are fetched."""

    urls: dict[str, list[str]]
    """Id of an article → addresses."""


@dataclass(slots=True)
class Reject:
    """A page that is no article to be trusted: goes to ``rejects``, never to ``articles``."""

    url: str
    """Address of the page."""
    reason: str
    """One of ``tsnet.site.contents.REASONS``, or ``http_<status>``."""
    detail: str
    """One line for a person: what was looked for and what was found."""
    rejected_at: datetime
    """When, UTC."""
    page: FetchedPage | None = None
    """The page itself; None when nothing was received."""
    id: str | None = None
    """Id of the article the address stands for; None outside the grammar."""
