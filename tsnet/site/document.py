"""A page as the lines that a reader sees, in one parse and without a tree.

libxml2 tokenises; what it reports is gathered into lines with the little that extraction needs to
know of each: how much of it is link, whether it is a heading, set in bold or centred, indented, and
where pictures stand.  No tree is kept, so neither depth nor misnesting costs anything.
Knows nothing of articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from tsnet.text.spacing import EDGE, OPENING_EDGE, clean_line, is_indented, split_paragraphs

_BREAKING = frozenset(
    [
        "p",
        "div",
        "hr",
        "td",
        "th",
        "tr",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "caption",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "form",
        "fieldset",
        "legend",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "address",
        "center",
        "body",
        "html",
        "head",
        "details",
        "summary",
        "dir",
        "menu",
        "hgroup",
        "noscript",
        "script",
        "style",
        "iframe",
    ]
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "video",
        "audio",
        "object",
        "embed",
        "applet",
        "iframe",
        "frameset",
        "select",
        "option",
        "textarea",
        "xmp",
        "noframes",
        "noembed",
        "svg",
        "canvas",
        "button",
        "datalist",
        "map",
    ]
)
_VOID = frozenset({"br", "img", "meta", "base", "link", "input", "wbr"})
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD = frozenset({"strong", "b", "h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*([a-z]+)", re.IGNORECASE)
_LAZY_SOURCES = ("data-original", "data-src", "data-lazy-src", "data-echo", "data-url", "original")
_PLACEHOLDER = re.compile(r"^data:|blank|loading|placeholder|spacer|lazy|grey|pixel|^$", re.I)
_DAY = re.compile(r"[(（\[]?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?: \d\d:\d\d)?[)）\]]?")
_NUMBER = re.compile(r"\s*(\d+)")
_LINK_LIMIT = 300
"""Characters over several lines after which an ``<a>`` counts as one that was never closed."""


@dataclass(slots=True)
class Picture:
    """An ``<img>`` of the page."""

    src: str
    """Address as written, the real one where the page loads it lazily."""
    width: int | None
    """Width in pixels as the page states it; None when it does not."""
    height: int | None
    """Height in pixels as the page states it; None when it does not."""
    href: str | None
    """Where it leads when it stands in a link."""


@dataclass(slots=True)
class Line:
    """What a reader sees as one line or paragraph; or a picture."""

    text: str
    """The text, cleaned; empty for a picture."""
    raw: str = ""
    """The text as in the page, with ``EDGE`` marks between inline elements."""
    link_chars: int = 0
    """How many of its visible characters are in links."""
    bold_chars: int = 0
    """How many of its visible characters are in bold type or a heading."""
    heading: int = 0
    """1 to 6 for ``<h1>`` to ``<h6>``, else 0."""
    centred: bool = False
    """Whether the page centres it."""
    indented: bool = False
    """Whether it opens with the indent of a Chinese paragraph."""
    captioned: bool = False
    """Whether the page marks it as a caption (``<figcaption>``)."""
    href: str | None = None
    """Address of the first link in it."""
    picture: Picture | None = None
    """The picture, for a line that is one."""
    block: int = 0
    """Number of the block it stands in: lines parted only by ``<br>`` share one."""

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it, a day beside it aside, is link."""
        if not self.link_chars:
            return False
        length = len(self.text)
        if self.link_chars * 10 >= length * 8:
            return True
        return self.link_chars * 10 >= len(_DAY.sub("", self.text)) * 8


@dataclass(slots=True)
class Link:
    """A link of the page."""

    href: str
    """Address as written."""
    text: str
    """Its text, cleaned; the ``title`` attribute where that holds the whole of a cut text."""
    line: int
    """Index in ``Document.lines`` of the line it stands in (that of the next one for a picture)."""


@dataclass(slots=True)
class Document:
    """What one page shows."""

    url: str
    """Address of the page."""
    title: str = ""
    """Text of ``<title>``, cleaned."""
    base: str = ""
    """Address that relative links start from."""
    metas: dict[str, str] = field(default_factory=dict)
    """``<meta>`` contents by lower-case name or property; the first one wins."""
    lines: list[Line] = field(default_factory=list)
    """Visible lines, in order."""
    links: list[Link] = field(default_factory=list)
    """Visible links, in order."""
    hidden_chars: int = 0
    """Characters of hidden text that were left out."""

    def absolute(self, href: str) -> str | None:
        """The absolute address of a link; None when it is none (script, mail, broken)."""
        href = href.strip().replace("\\", "/")
        if not href or href[0] == "#" or href[:11].lower() in ("javascript:", "about:blank"):
            return None
        try:
            url = urljoin(self.base, href)
        except ValueError:
            return None
        return url if url[:7].lower() == "http://" or url[:8].lower() == "https://" else None


class _Reader:
    """Target of lxml's parser: gathers what the tokens say into a ``Document``."""

    def __init__(self, url: str) -> None:
        self.document = Document(url, base=url)
        self.buffer: list[str] = []
        self.skipping = 0
        self.skip_counts = False
        self.in_title = False
        self.titles: list[str] = []
        self.href: str | None = None
        self.link_text: list[str] = []
        self.link_title = ""
        self.link_length = 0
        self.link_lines = 0
        self.link_chars = 0
        self.first_href: str | None = None
        self.bold = 0
        self.bold_chars = 0
        self.heading = 0
        self.centred = False
        self.centring: list[bool] = []
        self.caption = 0
        self.pictures: list[Picture] = []
        self.has_text = False
        self.block = 0

    def start(self, tag: str, attrib: dict[str, str]) -> None:
        if self.skipping:
            self.skipping += 1
            return
        if tag in _UNSEEN:
            if tag in _BREAKING:
                self.flush()
            self.skipping = 1
            self.skip_counts = tag in ("xmp", "noframes")
            return
        style = attrib.get("style") if attrib else None
        if style or "hidden" in attrib:
            if "hidden" in attrib or (style and _HIDDEN_STYLE.search(style)):
                self.skipping = 1
                self.skip_counts = True
                return
            if style and tag not in _BREAKING and _BLOCK_STYLE.search(style):
                self.flush()
        if tag == "br":
            self.flush()
        elif tag in _BREAKING:
            self.block += 1
            if self.buffer:
                self.flush()
            self.centring.append(self.centred)
            self.centred = self.is_centred(tag, attrib, style)
            if tag in _HEADINGS:
                self.heading = _HEADINGS[tag]
                self.bold += 1
            elif tag == "figcaption":
                self.caption += 1
        elif tag == "a":
            self.open_link(attrib)
        elif tag == "img":
            self.add_picture(attrib)
        elif tag in _BOLD:
            self.bold += 1
            self.buffer.append(OPENING_EDGE)
        elif tag == "title":
            self.in_title = not self.document.lines
        elif tag == "meta":
            name = (attrib.get("name") or attrib.get("property") or "").lower()
            if name:
                self.document.metas.setdefault(name, attrib.get("content", ""))
        elif tag == "base":
            href = attrib.get("href", "").strip()
            if href:
                self.document.base = self.document.absolute(href) or self.document.base
        else:
            self.buffer.append(OPENING_EDGE)

    def end(self, tag: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        if tag in _BREAKING:
            if self.buffer:
                self.flush()
            self.block += 1
            if self.centring:
                self.centred = self.centring.pop()
            if tag in _HEADINGS:
                self.heading = 0
                self.bold = max(0, self.bold - 1)
            elif tag == "figcaption":
                self.caption = max(0, self.caption - 1)
        elif tag == "a":
            self.close_link()
        elif tag in _BOLD:
            self.bold = max(0, self.bold - 1)
            self.close_edge()
        elif tag == "title":
            self.in_title = False
        elif tag not in _VOID:
            self.close_edge()

    def data(self, text: str) -> None:
        if self.skipping:
            if self.skip_counts:
                self.document.hidden_chars += len(text.strip())
            return
        if self.in_title:
            self.titles.append(text)
            return
        self.buffer.append(text)
        if text.isspace():
            return
        self.has_text = True
        if self.href is not None or self.bold:
            visible = len(text.strip())
            if self.href is not None:
                self.link_text.append(text)
                self.link_chars += visible
                self.link_length += visible
            if self.bold:
                self.bold_chars += visible

    def comment(self, text: str) -> None:
        """Comments are never read."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Processing instructions are never read."""

    def is_centred(self, tag: str, attrib: dict[str, str], style: str | None) -> bool:
        """Whether text in an element is centred: by its own say, else by what it stands in."""
        if tag == "center":
            return True
        aligned = _ALIGN_STYLE.search(style) if style else None
        if aligned:
            return aligned[1].lower() == "center"
        # On a table the attribute places the table, not its text.
        if tag != "table" and "align" in attrib:
            return attrib["align"].strip().lower() in ("center", "middle")
        return self.centred

    def close_edge(self) -> None:
        """Mark the end of an inline element; an empty one leaves no mark at all."""
        if self.buffer and self.buffer[-1] == OPENING_EDGE:
            self.buffer.pop()
        else:
            self.buffer.append(EDGE)

    def open_link(self, attrib: dict[str, str]) -> None:
        self.buffer.append(OPENING_EDGE)
        href = attrib.get("href")
        if href is None:
            return
        self.href = href
        self.link_title = attrib.get("title", "")
        self.link_text = []
        self.link_length = self.link_lines = 0
        if self.first_href is None:
            self.first_href = href

    def close_link(self) -> None:
        self.close_edge()
        if self.href is None:
            return
        text = clean_line("".join(self.link_text))
        stem = text.rstrip(".… ")
        if self.link_title and (not text or (stem != text and self.link_title.startswith(stem))):
            text = clean_line(self.link_title)
        self.document.links.append(Link(self.href, text, len(self.document.lines)))
        self.href = None

    def add_picture(self, attrib: dict[str, str]) -> None:
        src = attrib.get("src", "").strip()
        if _PLACEHOLDER.search(src):
            src = next((attrib[name] for name in _LAZY_SOURCES if attrib.get(name)), src)
        if not src or src[:5].lower() == "data:":
            return
        picture = Picture(
            src, _pixels(attrib.get("width")), _pixels(attrib.get("height")), self.href
        )
        if self.has_text:
            self.pictures.append(picture)
        else:
            self.document.lines.append(Line("", centred=self.centred, picture=picture))

    def flush(self) -> None:
        """End the line."""
        if self.has_text:
            self.add_lines("".join(self.buffer).replace(OPENING_EDGE, EDGE))
            if self.href is not None:
                self.link_lines += 1
                if self.link_lines > 1 and self.link_length > _LINK_LIMIT:
                    self.href = None
        self.buffer.clear()
        self.has_text = False
        self.link_chars = self.bold_chars = 0
        self.first_href = self.href
        for picture in self.pictures:
            self.document.lines.append(Line("", centred=self.centred, picture=picture))
        self.pictures.clear()

    def add_lines(self, raw: str) -> None:
        parts = split_paragraphs(raw)
        if len(parts) > 1:
            # Which of the paragraphs holds the link is not known: only an all-link run is one.
            whole = len(raw.strip())
            self.link_chars = self.link_chars if self.link_chars * 10 > whole * 8 else 0
            self.bold_chars = self.bold_chars if self.bold_chars * 10 > whole * 8 else 0
        for part in parts:
            text = clean_line(part)
            if text:
                self.document.lines.append(
                    Line(
                        text,
                        part,
                        min(self.link_chars, len(text)),
                        min(self.bold_chars, len(text)),
                        self.heading,
                        self.centred,
                        is_indented(part),
                        self.caption > 0,
                        self.first_href,
                        block=self.block,
                    )
                )

    def close(self) -> Document:
        self.flush()
        self.document.title = clean_line("".join(self.titles))
        return self.document


def _pixels(value: str | None) -> int | None:
    match = _NUMBER.match(value) if value else None
    return int(match[1][:6]) if match else None


def read_document(html: str, url: str) -> Document:
    """Read a page that is decoded, restored and free of interference.  Never raises for bad HTML.

    ``url`` is the page's own address, from which relative links start.
    """
    if not html.strip():
        return Document(url, base=url)
    reader = _Reader(url)
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    try:
        document = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return reader.close()
    return document if isinstance(document, Document) else reader.close()
