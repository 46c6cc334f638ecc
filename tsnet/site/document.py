"""A page as the lines that a reader sees, in one parse and without a tree.

libxml2 tokenises; what it reports is gathered into lines with the little that extraction needs to
know of each: how much of it is link, whether it is a heading, set in bold or centred, indented, and
where pictures stand.  No tree is kept, so neither depth nor misnesting costs anything.
Knows nothing of articles.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from urllib.parse import urljoin

from lxml import etree

from tsnet.text.spacing import (
    EDGE,
    OPENING_EDGE,
    clean_line,
    ends_sentence,
    is_indented,
    split_paragraphs,
)

_BREAKS = 1
_UNSEEN = 2
_UNSEEN_BREAKS = 3
_LINK = 4
_PICTURE = 5
_BOLD = 6
_LINE_BREAK = 7
_HEADING = 8
_CAPTION = 9
_TITLE = 10
_META = 11
_BASE = 12
_EMPTY = 13
_LEADING = 14
"""What an element does to the line; plain numbers, since they are compared for every tag."""


def _each(kind: int, names: str) -> dict[str, int]:
    return dict.fromkeys(names.split(), kind)


_KINDS = {
    **_each(_BREAKS, "p div hr td th tr table tbody thead tfoot caption ul ol li dl dt dd section"),
    **_each(_BREAKS, "article header footer main aside nav form fieldset legend figure blockquote"),
    **_each(_BREAKS, "pre address center body html head details summary dir menu hgroup"),
    **_each(_UNSEEN, "template video audio object applet option textarea xmp"),
    **_each(_UNSEEN, "noframes noembed svg canvas button datalist"),
    **_each(_UNSEEN_BREAKS, "script style noscript iframe"),
    **_each(_HEADING, "h1 h2 h3 h4 h5 h6"),
    **_each(_EMPTY, "input wbr select frameset map embed"),
    **_each(_LEADING, "area frame link"),
    **_each(_BOLD, "strong b"),
    "a": _LINK,
    "img": _PICTURE,
    "amp-img": _PICTURE,
    "br": _LINE_BREAK,
    "figcaption": _CAPTION,
    "title": _TITLE,
    "meta": _META,
    "base": _BASE,
}
"""What each element does to the line; all others are inline and only leave an edge, but for boxes
that an application names itself."""
_INLINE_NAME = re.compile(r"(?:text|span|icon|emoji|link|time|tag|badge|mark|word)$")
"""How the name of such an element ends that stands in a line: ``uni-text`` in ``uni-view``."""
_SET_BY_NAME = ("center", "blockquote")
"""Elements that set their text apart without any attribute."""
_TABLE_PARTS = frozenset({"table", "tr", "td", "th"})
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{3,}"
    r"|(?:^|[;\s])(?:height|width)\s*:\s*[01](?:px)?\s*;[^\"]{0,80}overflow\s*:\s*hidden"
    r"|overflow\s*:\s*hidden\s*;(?:[^\"]{0,80}[;\s])?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
"""How a style hides an element: not displayed, moved out of sight, or clipped to nothing."""
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
"""A style that makes a line of its own of an inline element."""
_INDENT_STYLE = re.compile(r"text-indent\s*:\s*([\d.]+)", re.IGNORECASE)
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*([a-z]+)", re.IGNORECASE)
_COLOUR_STYLE = re.compile(r"(?:^|[;\s])color\s*:\s*([^;]{3,24})", re.IGNORECASE)
_SIZE_STYLE = re.compile(r"font-size\s*:\s*([\d.]{1,6}[a-z]{2,3})", re.IGNORECASE)
_ADDRESS = re.compile(r"/|\.s?html?$")
"""What the value of an option in a menu has that leads to a page."""
_QUOTED_ADDRESS = re.compile(
    r"""['"]([^'"\s/]*/[^'"\s]*|index[\w.]*|[\w.-]{1,80}_\d{1,3}\.s?html?)['"]"""
)
"""An address in a call that a click makes: a path, an index file, a numbered page."""
_OPENING = ("data-href", "data-url", "onclick")
"""Attributes that say what a click on an element opens."""
_LAZY_SOURCES = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-echo",
    "data-url",
    "original",
    "file",
)
"""Attributes that hold the address of a picture which is loaded when one scrolls to it."""
_PLACEHOLDER = re.compile(
    r"^data:|blank|loading|placeholder|spacer|lazy|grey|pixel|transparent|no_?pic|1x1"
    r"|(?:^|/)(?:none|default|[a-z]|px)\.(?:gif|png|jpe?g)$|^$",
    re.I,
)
"""What stands in ``src`` until then."""
_PICTURE_FILE = re.compile(r"^[!-~]+\.(?:jpe?g|png|gif|webp|bmp)(?:\?[!-~]*)?$", re.I)
"""What an attribute holds that pages of other systems load their pictures from."""
_NO_SOURCES = ("src", "alt", "title")
_DAY = re.compile(
    r"^[>＞»·•◆■★※\s]{1,8}|^\d{1,2}[.、．] ?|^\d{1,2}:\d\d\s?(?=[\u4e00-\u9fff“《])|[【】\[\]|｜]"
    r"|[(（\[]?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?: \d\d:\d\d(?::\d\d)?)?[)）\]]?"
    r"|\d{1,7}(?:\.\d)?(?:万|万?\+?(?:阅读|评论|浏览|点击|播放))$"
)
"""What may stand beside the link of a line: a mark, a rank, an hour or a day, a counter."""
_NUMBER = re.compile(r"\s*(\d+)")
_LINE_END = OPENING_EDGE
"""Stands in the text of a link where a line ends within it."""
_WORDS = re.compile(r"(?:[^\W\d_年月日][\W\d_]*){4}")
"""What a line of a link has in it that is more than a date: four letters."""
_LONGEST_TITLE = 2_000
"""Characters of ``<title>`` that are read; more is an element that was never closed."""
_AS_IS = r"white-space\s?:\s?(?:break-spaces|pre\b)"
_STYLED_AS_IS = re.compile(rf"style\s?=\s?[\"'][^\"'<>]{{0,300}}{_AS_IS}", re.IGNORECASE)
_PREFORMATTED, _PREFORMATTED_BY_STYLE = (
    re.compile(rf"(<({name})\b[^<>]*>)(.*?)(?=</?\2\b|\Z)", re.IGNORECASE | re.DOTALL)
    for name in ("pre", rf"pre|[a-z]\w{{0,9}}\b(?=[^<>]*{_AS_IS})")
)
"""An element whose source lines are shown as they are, up to the next of its name."""
_SOURCE_LINE = re.compile(r"(?:^|(?<=\r))[^\r\n]*(?:\r\n?|\n)", re.MULTILINE)
_LEAST_WRAPPED = 25
"""Characters of a line of preformatted text from which on it may go on in the next."""
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


@lru_cache(maxsize=1024)
def _kind_of(tag: str) -> int:
    """What an element does to the line, by its name; one with a hyphen is an application's own."""
    own_box = "-" in tag and _INLINE_NAME.search(tag) is None
    return _KINDS.get(tag, _BREAKS if own_box else 0)


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
    alt: str = ""
    """What is said where it can't be shown; empty when nothing is."""


Style = tuple[int, bool, bool]
"""How a line is set: the rank of its heading, whether it is centred, whether it is bold."""


Tint = tuple[str, str]
"""A colour and a size of type as the page writes them (``#666``, ``14px``), empty where it does
not."""
_PLAIN: Tint = ("", "")
_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)([a-z]*)")


def is_larger(size: str, other: str) -> bool:
    """Whether a size of type is larger than another; one that is not stated is neither."""
    first, second = _SIZE.fullmatch(size), _SIZE.fullmatch(other)
    return bool(first and second and first[2] == second[2] and float(first[1]) > float(second[1]))


_AROUND_LINKS = " \u3000<>«»‹›←→|｜·•◇◆□■○●★☆▶▷[]【】"
"""What may stand before and behind the links of a line."""


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
    row: int = 0
    """Number of the table row it stands in; 0 outside of tables."""
    cell: int = 0
    """Number of the cell it stands in; 0 outside of tables."""
    column: int = 0
    """Which cell of its row that is, from 1, whether the ones before hold text or not."""
    level: int = 0
    """How deep the smallest element lies that holds both it and the line above it."""
    tint: Tint = _PLAIN
    """Colour and size of its first characters, as its own elements state them."""
    within: str = ""
    """The elements that open with it, its block first, each with its class; links, bold type and
    what states a style alone aside. It only tells whether two lines are set alike."""

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it, a day, a rank or a counter beside it aside, is link."""
        if not self.link_chars:
            return False
        length = len(self.text.strip(_AROUND_LINKS).replace(" ", ""))
        if self.link_chars * 10 >= length * 8:
            return True
        return self.link_chars * 10 >= len(_DAY.sub("", self.text)) * 8

    @property
    def is_bold(self) -> bool:
        """Whether all of it is in bold type or a heading."""
        return 0 < len(self.text) <= self.bold_chars

    @property
    def is_great_heading(self) -> bool:
        """Whether it is ``<h1>`` or ``<h2>``, as headlines of articles are."""
        return 0 < self.heading <= 2

    @property
    def style(self) -> Style:
        """How it is set: headings of one rank are set alike, and otherwise than the text."""
        return self.heading, self.centred, self.is_bold

    @property
    def is_plain(self) -> bool:
        """Whether it is set as running text is: no heading, not centred, not all in bold."""
        return self.style == (0, False, False)

    def is_set_as(self, other: Line) -> bool:
        """Whether the two are set alike: in elements of one kind, in one style, indented or not."""
        return (self.style, self.within, self.indented) == (
            other.style,
            other.within,
            other.indented,
        )

    def is_in_row_with(self, other: Line) -> bool:
        """Whether the two stand in different cells of one row of a table."""
        return 0 < self.row == other.row and self.cell != other.cell


@dataclass(slots=True)
class Link:
    """A link of the page."""

    href: str
    """Address as written."""
    text: str
    """Its text, cleaned; ``Anchor.title`` where there is none, or that holds it uncut."""
    line: int
    """Index in ``Document.lines`` of the line it stands in (that of the next one for a picture)."""


@dataclass(slots=True)
class Anchor:
    """An ``<a>`` of the page, its text not yet put together: most are never looked at."""

    href: str
    """Address as written."""
    title: str
    """The ``title`` attribute, or the ``alt`` of a picture in it."""
    line: int
    """Index in ``Document.lines`` of the line it stands in."""
    pieces: list[str] = field(default_factory=list)
    """Its text."""

    def read(self) -> Link:
        """The link with its text cleaned; of several lines the first that is more than a date."""
        whole = "".join(self.pieces)
        lines = [clean_line(line) for line in whole.split(_LINE_END)]
        text = next(filter(_WORDS.search, lines), None) or clean_line(whole)
        stem = text.rstrip(".… ")
        if self.title and (not text or (stem != text and self.title.startswith(stem))):
            text = clean_line(self.title)
        return Link(self.href, text, self.line)


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
    anchors: list[Anchor] = field(default_factory=list)
    """Visible links as they were found, in order; ``links`` reads them.  Areas of a map, options
    of a menu, frames, and other elements that a click opens, are links without text."""
    scripts: list[str] = field(default_factory=list)
    """The page's scripts, as written."""
    hidden_chars: int = 0
    """Characters of hidden text that were left out."""
    interfered: bool = False
    """Whether hidden elements were cut out of it, so that its title may hold spam, too."""
    boxes: tuple[str, ...] = ()
    """What stands between the tags of the mirror's boxes among these; it is spam."""

    @property
    def links(self) -> list[Link]:
        """Visible links, in order."""
        return [anchor.read() for anchor in self.anchors]

    def absolute(self, href: str) -> str | None:
        """The absolute address of a link; None when it is none (script, mail, broken)."""
        href = href.strip().replace("\\", "/")
        if not href or href[0] == "#":
            return None
        try:
            url = urljoin(self.base, href)
        except ValueError:
            return None
        return url if url[:7].lower() == "http://" or url[:8].lower() == "https://" else None

    def is_here(self, href: str | None) -> bool:
        """Whether a link leads to the page that it stands on, as a headline or a date may."""
        return href is not None and href[-8:] == self.url[-8:] and self.absolute(href) == self.url


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
    tint: Tint = _PLAIN
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
    centred: bool = False
    indented: bool = False
    setting: list[tuple[bool, bool]] = field(default_factory=list)
    """``centred`` and ``indented`` as they were before each block that is open."""
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
        kind = _kind_of(tag)
        style = None
        if attrib:
            style = attrib.get("style")
            if tag not in ("body", "html") and (
                (style and _HIDDEN_STYLE.search(style)) or "hidden" in attrib
            ):
                self.skipping = 1
                self.skip_counts = True
                return
            if style and kind == 0 and _BLOCK_STYLE.search(style):
                self.flush()
            if not self.has_text and (kind in (0, _BOLD) or tag == "p"):
                self.set_tint(tag, attrib, style)
            if kind not in (_LINK, _PICTURE) and not attrib.keys().isdisjoint(_OPENING):
                self.add_anchor(_opened(attrib))
        if kind == _BREAKS:
            if self.buffer:
                self.flush()
            self.block += 1
            self.within = [_with_class(tag, attrib)]
            self.setting.append((self.centred, self.indented))
            if attrib or tag in _SET_BY_NAME:
                self.set_as(tag, attrib, style)
            if tag in _TABLE_PARTS:
                self.enter(tag)
        elif kind == 0:
            self.buffer.append(OPENING_EDGE)
            if not self.has_text:
                self.within.append(_with_class(tag, attrib))
            if tag == "time" and attrib.get("datetime"):
                self.document.metas.setdefault("time", attrib["datetime"])
        elif kind == _LINK:
            self.open_link(attrib)
        elif kind == _LINE_BREAK:
            self.flush()
            if self.anchor is not None and self.anchor.pieces[-1:] == [_LINE_END]:
                self.anchor.pieces.pop()  # what breaks a headline is no end of it
        elif kind == _PICTURE:
            self.add_picture(attrib)
        elif kind == _BOLD:
            self.bold += 1
            self.buffer.append(OPENING_EDGE)
        else:
            self.start_rare(kind, tag, attrib, style)

    def start_rare(self, kind: int, tag: str, attrib: dict[str, str], style: str | None) -> None:
        """What stands a few times on a page."""
        if kind in (_HEADING, _CAPTION):
            self.flush()
            self.block += 1
            self.setting.append((self.centred, self.indented))
            self.set_as(tag, attrib, style)
            if kind == _HEADING:
                self.heading = int(tag[1])
                self.bold += 1
            else:
                self.caption += 1
        elif kind == _LEADING:
            if tag != "link":
                self.add_anchor(attrib.get("href") or attrib.get("src"), attrib.get("alt", ""))
            elif attrib.get("rel") == "next":
                self.add_anchor(attrib.get("href"), "下一页")
        elif kind in (_UNSEEN, _UNSEEN_BREAKS):
            if kind == _UNSEEN_BREAKS:
                self.flush()
            if tag == "iframe":
                self.add_anchor(attrib.get("src"))
            elif tag == "option" and _ADDRESS.search(attrib.get("value", "")):
                self.add_anchor(attrib["value"])
            self.in_script = tag == "script"
            self.skipping = 1
            self.skip_counts = tag in ("xmp", "noframes")
        elif kind == _TITLE:
            self.in_title = not self.lines
        elif kind == _META:
            name = (attrib.get("name") or attrib.get("property") or "").lower()
            if name:
                self.document.metas.setdefault(name, attrib.get("content", ""))
        elif kind == _BASE:
            href = attrib.get("href", "").strip()
            if href:
                self.document.base = self.document.absolute(href) or self.document.base

    def end(self, tag: str) -> None:
        self.depth -= 1
        if self.skipping:
            self.skipping -= 1
            return
        kind = _kind_of(tag)
        if kind == _BREAKS:
            if self.buffer:
                self.flush()
            self.block += 1
            self.within = []
            if self.setting:
                self.centred, self.indented = self.setting.pop()
            if tag == "table" and self.outer_cells:
                self.row, self.cell, self.column = self.outer_cells.pop()
        elif kind == 0:
            self.close_edge()
            if self.within and not self.has_text:
                self.within.pop()
        elif kind == _LINK:
            self.close_edge()
            self.anchor = None
            if not self.has_text:
                self.first_href = None  # it held a picture
        elif kind == _BOLD:
            self.bold = max(0, self.bold - 1)
            self.close_edge()
        elif kind in (_HEADING, _CAPTION):
            self.flush()
            self.block += 1
            if self.setting:
                self.centred, self.indented = self.setting.pop()
            if kind == _HEADING:
                self.heading = 0
                self.bold = max(0, self.bold - 1)
            else:
                self.caption = max(0, self.caption - 1)
        elif kind == _TITLE:
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

    def set_as(self, tag: str, attrib: dict[str, str], style: str | None) -> None:
        """Note how an element sets its text: by its own say, else as what it stands in does."""
        aligned = indent = None
        if style:
            aligned = _ALIGN_STYLE.search(style)
            indent = _INDENT_STYLE.search(style)
        if indent:
            self.indented = indent[1].strip("0.") != ""
        elif tag == "blockquote":
            self.indented = True
        if tag == "center":
            self.centred = True
        elif aligned:
            self.centred = aligned[1].lower() == "center"
        elif tag != "table" and "align" in attrib:
            # On a table the attribute places the table, not its text.
            self.centred = attrib["align"].strip().lower() in ("center", "middle")

    def set_tint(self, tag: str, attrib: dict[str, str], style: str | None) -> None:
        """Note in what colour and size an element sets the line that opens with it."""
        colour, size = self.tint
        if style:
            if "color" in style and (found := _COLOUR_STYLE.search(style)):
                colour = found[1].replace(" ", "").lower()
            if "font-size" in style and (found := _SIZE_STYLE.search(style)):
                size = found[1].lower()
        elif tag == "font":
            colour = attrib.get("color", colour).lower()
            size = attrib.get("size", size)
        self.tint = (colour, size)

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
        href = attrib.get("href")
        if href is None or href[:11].lower() == "javascript:" or href[:1] == "#":
            href = _opened(attrib) or _quoted_address(href or "") or href
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
        src = attrib.get("src", "").strip()
        if _PLACEHOLDER.search(src):
            src = _late_source(attrib) or src
        src = src or attrib.get("srcset", "").strip().partition(" ")[0]
        if not src or src[:5].lower() == "data:":
            return
        href = None
        if self.anchor is not None:
            href = self.anchor.href
            self.anchor.title = self.anchor.title or attrib.get("alt", "")
        picture = Picture(
            src,
            _pixels(attrib.get("width")),
            _pixels(attrib.get("height")),
            href,
            attrib.get("alt", ""),
        )
        if self.has_text:
            self.pictures.append(picture)
        else:
            self.add_picture_line(picture)

    def add_picture_line(self, picture: Picture) -> None:
        self.lines.append(
            Line(
                "",
                centred=self.centred,
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
                self.anchor.pieces.append(_LINE_END)
                self.watch_anchor()
            self.link_chars = self.bold_chars = 0
            self.has_text = False
            self.tint = _PLAIN
            self.first_href = self.anchor.href if self.anchor else None
        elif self.tint != _PLAIN and any("\xa0" in piece for piece in self.buffer):
            self.tint = _PLAIN  # that of an empty line, as editors leave them
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
        # By position: by name it takes three times as long, and pages have thousands of lines.
        self.lines.append(
            Line(
                text,
                raw,
                self.link_chars if self.link_chars < length else length,
                self.bold_chars if self.bold_chars < length else length,
                self.heading,
                self.centred,
                indented or self.indented,
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


def _with_class(tag: str, attrib: dict[str, str]) -> str:
    """An element by its name and class; nothing for one that is there for its style alone."""
    if "class" in attrib:
        return f"<{tag} {attrib['class']}>"
    return "" if tag in ("span", "font") else f"<{tag}>"


def _late_source(attrib: dict[str, str]) -> str | None:
    """Where a page that loads its pictures late keeps the address of one; None when nowhere."""
    known = (attrib.get(name) for name in _LAZY_SOURCES)
    others = (
        value
        for name, value in attrib.items()
        if name not in _NO_SOURCES and _PICTURE_FILE.match(value)
    )
    return next(filter(None, chain(known, others)), None)


def _as_shown(line: re.Match[str]) -> str:
    """A source line of preformatted text with the break that is shown at its end.

    Without it where a long line ends no sentence and the next has no indent: the text was wrapped.
    """
    goes_on = line.string[line.end() : line.end() + 1].strip() != ""
    if goes_on and len(line[0]) > _LEAST_WRAPPED and not ends_sentence(line[0].rstrip()):
        return line[0]
    return f"{line[0]}<br>"


def _opened(attrib: dict[str, str]) -> str | None:
    """The address that a click on an element opens by a script; None when there is none."""
    said = attrib.get("data-href") or attrib.get("data-url")
    return said or _quoted_address(attrib.get("onclick", ""))


def _quoted_address(script: str) -> str | None:
    """The address in a call such as ``window.open('/xwzx/')``; None when there is none."""
    match = _QUOTED_ADDRESS.search(script)
    return match[1] if match else None


def _pixels(value: str | None) -> int | None:
    match = _NUMBER.match(value) if value else None
    return int(match[1][:6]) if match else None


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
    styled = "white-space" in html and _STYLED_AS_IS.search(html)
    preformatted = _PREFORMATTED_BY_STYLE if styled else _PREFORMATTED
    html = preformatted.sub(lambda pre: pre[1] + _SOURCE_LINE.sub(_as_shown, pre[3]), html)
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
