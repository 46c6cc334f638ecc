"""A page as what a reader sees of it: its lines, and where its links lead.

Knows nothing of articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from tsnet.site.lines import Line
from tsnet.text.spacing import OPENING_EDGE, clean_line

LINE_END = OPENING_EDGE
"""Stands in the text of a link where a line ends within it."""
_WORDS = re.compile(r"(?:[^\W\d_年月日][\W\d_]*){4}")
"""What a line of a link has in it that is more than a date: four letters."""


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
        lines = [clean_line(line) for line in whole.split(LINE_END)]
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
