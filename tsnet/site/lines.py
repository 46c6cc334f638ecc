"""The lines that a reader sees on a page, and how each is set.

Knows neither elements nor articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


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
PLAIN: Tint = ("", "")
_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)([a-z]*)")


def is_larger(size: str, other: str) -> bool:
    """Whether a size of type is larger than another; one that is not stated is neither."""
    first, second = _SIZE.fullmatch(size), _SIZE.fullmatch(other)
    return bool(first and second and first[2] == second[2] and float(first[1]) > float(second[1]))


_AROUND_LINKS = " \u3000<>«»‹›←→|｜·•◇◆□■○●★☆▶▷[]【】"
"""What may stand before and behind the links of a line."""
_DAY = re.compile(
    r"^[>＞»·•◆■★※\s]{1,8}|^\d{1,2}[.、．] ?|^\d{1,2}:\d\d\s?(?=[\u4e00-\u9fff“《])|[【】\[\]|｜]"
    r"|[(（\[]?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?: \d\d:\d\d(?::\d\d)?)?[)）\]]?"
    r"|\d{1,7}(?:\.\d)?(?:万|万?\+?(?:阅读|评论|浏览|点击|播放))$"
)
"""What may stand beside the link of a line: a mark, a rank, an hour or a day, a counter."""


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
    tint: Tint = PLAIN
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
