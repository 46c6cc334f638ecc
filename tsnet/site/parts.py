"""The parts of an article page as texts: what finding them fills in and the loader reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class ArticleParts:
    """The parts of one page as the page writes them; values are made of them by the loader."""

    title: str | None = None
    """The headline; None when the page shows none."""
    subtitle: str | None = None
    """The smaller headline; None when there is none."""
    date_raw: str | None = None
    """The text of the date; None when the page shows none."""
    published: datetime | None = None
    """The date in Beijing time; None when the page shows none."""
    source: str | None = None
    """What stands after 来源, without 原创; None when nothing does."""
    source_by_name: bool = False
    """Whether the source stands without label."""
    original: bool = False
    """Whether the source is marked 原创."""
    paragraphs: list[str] = field(default_factory=list)
    """The body."""
    beyond: int = 0
    """Index of the line that heads another article on the page; past all lines where none does."""
    pictures: list[tuple[str, str | None]] = field(default_factory=list)
    """Absolute address and caption of each picture."""
    bylines: list[str] = field(default_factory=list)
    """Texts in which reporters may be named."""
    editor_lines: list[str] = field(default_factory=list)
    """Texts in which editors are named."""
    notice: str | None = None
    """The notice on copying."""
    imprint: list[str] = field(default_factory=list)
    """Lines of the licence block."""
    channel_name: str | None = None
    """The channel's name, from the breadcrumb or a link to its listing."""
    further: list[str] = field(default_factory=list)
    """Absolute addresses of the article's other pages, in order."""
    cleaning: Counter[str] = field(default_factory=Counter)
    """Rule → characters taken away."""
