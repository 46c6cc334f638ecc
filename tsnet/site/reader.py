"""Reads a page in one parse and without a tree.

libxml2 tokenises; what it reports is gathered into lines with the little that extraction needs to
know of each: how much of it is link, whether it is a heading, set in bold or centred, indented, and
where pictures stand.  No tree is kept, so neither depth nor misnesting costs anything.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field

from lxml import etree

from tsnet.site.attributes import (
    Setting,
    hides,
    is_clickable,
    opened_by_click,
    picture_of,
    sets_in_block,
    setting_within,
    target_of,
    tint_within,
    with_class,
)
from tsnet.site.document import LINE_END, Anchor, Document
from tsnet.site.elements import (
    BASE,
    BOLD,
    BREAKS,
    CAPTION,
    HEADING,
    INLINE,
    LEADING,
    LINE_BREAK,
    LINK,
    META,
    PICTURE,
    TITLE,
    UNSEEN,
    UNSEEN_BREAKS,
    kind_of,
)
from tsnet.site.lines import PLAIN, Line, Picture, Tint
from tsnet.site.preformatted import with_breaks
from tsnet.text.spacing import EDGE, OPENING_EDGE, clean_line, is_indented, split_paragraphs

_SET_BY_NAME = ("center", "blockquote")
"""Elements that set their text apart without any attribute."""
_TABLE_PARTS = frozenset({"table", "tr", "td", "th"})
_ADDRESS = re.compile(r"/|\.s?html?$")
"""What the value of an option in a menu has that leads to a page."""
_LONGEST_TITLE = 2_000
"""Characters of ``<title>`` that are read; more is an element that was never closed."""
_LINK_LIMIT = 300
"""Characters over several lines after which an ``<a>`` counts as one that was never closed."""
_PIECE = 32 * 1024
"""Bytes that libxml2 is given at once."""
MOST_TAGS = 60_000
"""Tags that a page may have; news pages have hundreds, the longest listings some ten thousand."""
MOST_NESTED = 12_000
"""Elements that may be open at once. For each end tag that ends none of them libxml2 looks at all:
with these, the most tags take three seconds."""
MOST_LINES = 30_000
"""Lines that a page may show; one element can hold any number."""
MOST_REFERENCES = 100_000
"""Character references (``&nbsp;``) that a page may have."""


class TooMuchOnPage(ValueError):
    """A page has more of something than any real page: a trap for programs that read it."""

    def __init__(self, most: int, what: str) -> None:
        super().__init__(f"more than {most} {what}")


@dataclass(slots=True)
class _Reader:
    """Target of lxml's parser: gathers what the tokens say into a ``Document``."""

    document: Document
    lines: list[Line]
    buffer: list[str] = field(default_factory=list)
    """The line so far, with marks where inline elements begin and end."""
    has_text: bool = False
    """Whether the line so far is more than space and marks."""
    depth: int = 0
    """Elements that are open."""
    outer: int = 0
    """The same before the last start tag."""
    level: int = 0
    """The fewest that were open at once since the last line: ``Line.level`` of the next."""
    opening_level: int = 0
    """``level`` where the text of the line so far began."""
    tint: Tint = PLAIN
    within: list[str] = field(default_factory=list)
    """The elements that opened with the line so far: ``Line.within``."""
    skipping: int = 0
    """Elements that are open from an unseen or hidden one on, which is being left out; else 0."""
    skip_counts: bool = False
    """Whether what is being left out counts as hidden text."""
    in_script: bool = False
    in_title: bool = False
    titles: list[str] = field(default_factory=list)
    anchor: Anchor | None = None
    anchor_length: int = 0
    anchor_lines: int = 0
    first_href: str | None = None
    """Address of the first link in the line so far."""
    link_chars: int = 0
    bold: int = 0
    """Elements that are open and set their text in bold."""
    bold_chars: int = 0
    heading: int = 0
    setting: Setting = (False, False)
    settings: list[Setting] = field(default_factory=list)
    """``setting`` as it was before each block that is open."""
    caption: int = 0
    pictures: list[Picture] = field(default_factory=list)
    """Those that stand in the line so far, to follow it as lines of their own."""
    block: int = 0
    row: int = 0
    cell: int = 0
    column: int = 0
    outer_cells: list[tuple[int, int, int]] = field(default_factory=list)
    """``row``, ``cell`` and ``column`` outside of each table that is open."""
    rows: int = 0
    cells: int = 0

    def start(self, tag: str, attrib: dict[str, str]) -> None:
        self.outer = self.depth
        self.depth += 1
        if self.depth > MOST_NESTED:
            raise TooMuchOnPage(MOST_NESTED, "elements in each other")
        if self.skipping:
            self.skipping += 1
            return
        kind = kind_of(tag)
        style = None
        if attrib:
            style = attrib.get("style")
            if tag not in ("body", "html") and ((style and hides(style)) or "hidden" in attrib):
                self.skipping = 1
                self.skip_counts = True
                return
            if style and kind == INLINE and sets_in_block(style):
                self.flush()
            if not self.has_text and (kind in (INLINE, BOLD) or tag == "p"):
                self.tint = tint_within(tag, attrib, self.tint)
            if kind not in (LINK, PICTURE) and is_clickable(attrib):
                self.add_anchor(opened_by_click(attrib))
        if kind == BREAKS:
            if self.buffer:
                self.flush()
            self.block += 1
            self.within = [with_class(tag, attrib)]
            self.settings.append(self.setting)
            if attrib or tag in _SET_BY_NAME:
                self.setting = setting_within(tag, attrib, self.setting)
            if tag in _TABLE_PARTS:
                self.enter(tag)
        elif kind == INLINE:
            self.buffer.append(OPENING_EDGE)
            if not self.has_text:
                self.within.append(with_class(tag, attrib))
            if tag == "time" and attrib.get("datetime"):
                self.document.metas.setdefault("time", attrib["datetime"])
        elif kind == LINK:
            self.open_link(attrib)
        elif kind == LINE_BREAK:
            self.flush()
            if self.anchor is not None and self.anchor.pieces[-1:] == [LINE_END]:
                self.anchor.pieces.pop()  # what breaks a headline is no end of it
        elif kind == PICTURE:
            self.add_picture(attrib)
        elif kind == BOLD:
            self.bold += 1
            self.buffer.append(OPENING_EDGE)
        else:
            self.start_rare(kind, tag, attrib)

    def start_rare(self, kind: int, tag: str, attrib: dict[str, str]) -> None:
        """What stands a few times on a page."""
        if kind in (HEADING, CAPTION):
            self.flush()
            self.block += 1
            self.settings.append(self.setting)
            self.setting = setting_within(tag, attrib, self.setting)
            if kind == HEADING:
                self.heading = int(tag[1])
                self.bold += 1
            else:
                self.caption += 1
        elif kind == LEADING:
            if tag != "link":
                self.add_anchor(attrib.get("href") or attrib.get("src"), attrib.get("alt", ""))
            elif attrib.get("rel") == "next":
                self.add_anchor(attrib.get("href"), "下一页")
        elif kind in (UNSEEN, UNSEEN_BREAKS):
            if kind == UNSEEN_BREAKS:
                self.flush()
            if tag == "iframe":
                self.add_anchor(attrib.get("src"))
            elif tag == "option" and _ADDRESS.search(attrib.get("value", "")):
                self.add_anchor(attrib["value"])
            self.in_script = tag == "script"
            self.skipping = 1
            self.skip_counts = tag in ("xmp", "noframes")
        elif kind == TITLE:
            self.in_title = not self.lines
        elif kind == META:
            name = (attrib.get("name") or attrib.get("property") or "").lower()
            if name:
                self.document.metas.setdefault(name, attrib.get("content", ""))
        elif kind == BASE:
            href = attrib.get("href", "").strip()
            if href:
                self.document.base = self.document.absolute(href) or self.document.base

    def end(self, tag: str) -> None:
        self.depth -= 1
        if self.skipping:
            self.skipping -= 1
            return
        kind = kind_of(tag)
        if kind == BREAKS:
            if self.buffer:
                self.flush()
            self.block += 1
            self.within = []
            if self.settings:
                self.setting = self.settings.pop()
            if tag == "table" and self.outer_cells:
                self.row, self.cell, self.column = self.outer_cells.pop()
        elif kind == INLINE:
            self.close_edge()
            if self.within and not self.has_text:
                self.within.pop()
        elif kind == LINK:
            self.close_edge()
            self.anchor = None
            if not self.has_text:
                self.first_href = None  # it held a picture
        elif kind == BOLD:
            self.bold = max(0, self.bold - 1)
            self.close_edge()
        elif kind in (HEADING, CAPTION):
            self.flush()
            self.block += 1
            if self.settings:
                self.setting = self.settings.pop()
            if kind == HEADING:
                self.heading = 0
                self.bold = max(0, self.bold - 1)
            else:
                self.caption = max(0, self.caption - 1)
        elif kind == TITLE:
            self.in_title = False
        if self.depth < self.level:
            self.level = self.depth

    def data(self, text: str) -> None:
        if self.skipping:
            if self.skip_counts:
                self.document.hidden_chars += len(text.strip())
            elif self.in_script:
                self.document.scripts.append(text)
            return
        if self.in_title:
            self.titles.append(text)
            return
        if text.isspace():
            if self.buffer or not text.isascii():
                self.buffer.append(text)  # an indent, or a space between elements
            return
        self.buffer.append(text)
        if not self.has_text:
            self.has_text = True
            self.opening_level = self.level
        if self.anchor is not None:
            self.anchor.pieces.append(text)
            self.link_chars += len(text.strip())
        if self.bold:
            self.bold_chars += len(text.strip())

    def enter(self, tag: str) -> None:
        """Note that a table, a row or a cell begins."""
        if tag == "table":
            self.outer_cells.append((self.row, self.cell, self.column))
            self.row = self.cell = self.column = 0
        elif tag == "tr":
            self.rows += 1
            self.row, self.cell, self.column = self.rows, 0, 0
        else:
            self.cells += 1
            self.cell = self.cells
            self.column += 1

    def close_edge(self) -> None:
        """Mark the end of an inline element; an empty one leaves no mark at all."""
        if self.buffer and self.buffer[-1] == OPENING_EDGE:
            self.buffer.pop()
        else:
            self.buffer.append(EDGE)

    def open_link(self, attrib: dict[str, str]) -> None:
        self.buffer.append(OPENING_EDGE)
        href = target_of(attrib)
        if href is None:
            return
        self.anchor = self.add_anchor(href, attrib.get("title", ""))
        self.anchor_length = self.anchor_lines = 0
        if self.first_href is None:
            self.first_href = href

    def add_anchor(self, href: str | None, title: str = "") -> Anchor | None:
        if href is None:
            return None
        anchor = Anchor(href, title, len(self.lines))
        self.document.anchors.append(anchor)
        return anchor

    def add_picture(self, attrib: dict[str, str]) -> None:
        picture = picture_of(attrib)
        if picture is None:
            return
        if self.anchor is not None:
            picture.href = self.anchor.href
            self.anchor.title = self.anchor.title or picture.alt
        if self.has_text:
            self.pictures.append(picture)
        else:
            self.add_picture_line(picture)

    def add_picture_line(self, picture: Picture) -> None:
        self.lines.append(
            Line(
                "",
                centred=self.setting[0],
                picture=picture,
                block=self.block,
                row=self.row,
                cell=self.cell,
                column=self.column,
                level=self.level,
            )
        )
        self.level = self.depth if self.depth < self.outer else self.outer

    def flush(self) -> None:
        """End the line."""
        if self.has_text:
            raw = "".join(self.buffer)
            # Inline elements may have ended below it: those set as blocks by their style do.
            self.level = self.opening_level
            self.add_line(raw.replace(OPENING_EDGE, EDGE))
            # Where the start of an element ends the line, the next one stands in that.
            self.level = self.depth if self.depth < self.outer else self.outer
            if self.anchor is not None:
                self.anchor.pieces.append(LINE_END)
                self.watch_anchor()
            self.link_chars = self.bold_chars = 0
            self.has_text = False
            self.tint = PLAIN
            self.first_href = self.anchor.href if self.anchor else None
        elif self.tint != PLAIN and any("\xa0" in piece for piece in self.buffer):
            self.tint = PLAIN  # that of an empty line, as editors leave them
        self.buffer.clear()
        self.within = []
        if self.pictures:
            for picture in self.pictures:
                self.add_picture_line(picture)
            self.pictures.clear()

    def watch_anchor(self) -> None:
        """Let go of an ``<a>`` that goes on over lines and lines: it was never closed."""
        self.anchor_lines += 1
        self.anchor_length += self.link_chars
        if self.anchor_lines > 1 and self.anchor_length > _LINK_LIMIT:
            self.anchor = None

    def add_line(self, raw: str) -> None:
        bare = raw.replace(EDGE, "")
        text = bare.strip()
        if text.isprintable() and "  " not in text:
            # Nearly every line: one run of text without odd spaces, so nothing is left to clean.
            # (Python calls no space but the plain one printable.)
            self.append_line(text, raw, bare != text and is_indented(bare))
            return
        parts = split_paragraphs(raw)
        if len(parts) > 1:
            # Which of the paragraphs holds the link is not known: only an all-link run is one.
            whole = len(text)
            self.link_chars = self.link_chars if self.link_chars * 10 > whole * 8 else 0
            self.bold_chars = self.bold_chars if self.bold_chars * 10 > whole * 8 else 0
        for part in parts:
            text = clean_line(part)
            if text:
                self.append_line(text, part, is_indented(part))

    def append_line(self, text: str, raw: str, indented: bool) -> None:
        if len(self.lines) >= MOST_LINES:
            raise TooMuchOnPage(MOST_LINES, "lines")
        length = len(text)
        centred, set_indented = self.setting
        # By position: by name it takes three times as long, and pages have thousands of lines.
        self.lines.append(
            Line(
                text,
                raw,
                self.link_chars if self.link_chars < length else length,
                self.bold_chars if self.bold_chars < length else length,
                self.heading,
                centred,
                indented or set_indented,
                self.caption > 0,
                self.first_href,
                None,
                self.block,
                self.row,
                self.cell,
                self.column,
                self.level,
                self.tint,
                "".join(self.within),
            )
        )
        self.level = self.depth + 1

    def close(self) -> None:
        """End the page; the parser does not always get there."""
        self.flush()
        self.document.title = clean_line("".join(self.titles)[:_LONGEST_TITLE])


def read_document(html: str, url: str) -> Document:
    """Read a page that is decoded, restored and free of interference.

    ``url`` is the page's own address, from which relative links start.  However bad the HTML is,
    it is read; only one that has more than any real page raises ``TooMuchOnPage``.
    """
    document = Document(url, base=url)
    if not html.strip():
        return document
    for mark, most, what in (("<", MOST_TAGS, "tags"), ("&", MOST_REFERENCES, "references")):
        if len(html) > most and html.count(mark) > most:
            raise TooMuchOnPage(most, what)
    # The parser hands over each reference by itself; the commonest by far is spared the way.
    html = html.replace("&nbsp;", "\xa0")
    if "<" not in html:
        html = f"<pre>{html}"  # sent as plain text
    html = with_breaks(html)
    reader = _Reader(document, document.lines)
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    encoded = html.encode("utf-8", "replace")
    with suppress(etree.XMLSyntaxError):
        # Piece by piece: what is refused within a piece is noticed at its end only.
        for start in range(0, len(encoded), _PIECE):
            parser.feed(encoded[start : start + _PIECE])
        parser.close()
    reader.close()
    # lxml's parser and its target hold each other until the collector comes: not the page as well.
    del reader.document, reader.lines
    return document
