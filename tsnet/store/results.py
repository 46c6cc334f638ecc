"""What the archive answers with: plain typed values, no database in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from tsnet.items import Article
from tsnet.text.gbk import LOST


@dataclass(slots=True)
class StoredArticle(Article):
    """An article as the archive holds it: the record, and what the store added to it."""

    first_seen_at: datetime | None = None
    """When it was stored first, UTC."""
    last_seen_at: datetime | None = None
    """When a crawl met it last, changed or not, UTC."""
    gone_at: datetime | None = None
    """When a crawl was first told that there is no such page any more, UTC; None while there is."""
    revision: int = 1
    """Rises by one whenever text, title or date was corrected."""
    duplicate_of: str | None = None
    """Id of the earlier record with the same text; None for a text of its own."""
    cluster: str | None = None
    """Id shared by all versions of a story: the least of theirs, its own while it is alone. Never
    None in a stored record."""

    @property
    def lost_in_text(self) -> int:
        """Characters of headline and body that can't be known; ``quality`` is of the whole page."""
        return sum(map(lost_in, (self.title, self.subtitle, self.body)))


def lost_in(text: str | None) -> int:
    """How many characters of ``text`` can't be known; 0 for None."""
    return 0 if text is None else text.count(LOST)


@dataclass(slots=True, frozen=True)
class Version:
    """One state of an article: a correction's version before it, or what stands now."""

    revision: int
    """1 for the first state."""
    article: StoredArticle
    """The article as it was in this state."""
    replaced_at: datetime | None
    """When the next state was stored, UTC; None for what stands now."""
    changed: list[str]
    """Fields in which the next state differs; empty for what stands now."""


@dataclass(slots=True, frozen=True)
class Span:
    """A range of characters of a text, from 0, end excluded."""

    start: int
    """First character."""
    end: int
    """The character after the last."""


@dataclass(slots=True, frozen=True)
class Snippet:
    """The piece of an article that answers a question, and where in it."""

    text: str
    """Plain text of one line, with ``…`` where it was cut."""
    marks: list[Span] = field(default_factory=list)
    """What was looked for, in order, not overlapping; offsets into ``text``."""


@dataclass(slots=True, frozen=True)
class Hit:
    """An article found."""

    id: str
    """Id of the article, for ``Archive.get``."""
    title: str
    """Its headline."""
    title_marks: list[Span]
    """What was looked for, as offsets into ``title``."""
    published_at: datetime
    """UTC."""
    channel: str | None
    """``szxw``; None for an address outside the grammar."""
    channel_name: str | None
    """``时政``; None when it was not seen."""
    source: str | None
    """``天山网-新疆日报``; None when the page names none."""
    original: bool
    """True when the source is marked 原创."""
    url: str
    """Where it was fetched."""
    snippet: Snippet
    """The place in the body that answers best; its beginning when nothing in it was asked for."""
    score: float
    """BM25 of title and body; 0.0 in an order by date. Comparable within one search only."""
    lost: int
    """Characters of headline and body that the mirror destroyed (U+FFFD in the text)."""
    complete: bool
    """False when a page of a long article was missing."""
    duplicate_of: str | None
    """Id of the earlier record with the same text."""
    cluster: str | None
    """Id shared by all versions of the story."""


@dataclass(slots=True, frozen=True)
class SearchPage:
    """One page of an answer. Iterating over it yields its hits."""

    hits: list[Hit]
    """In the order that was asked for; at most ``limit``."""
    next: str | None
    """Opaque, URL-safe key of the next page for ``after=``; None on the last page."""
    total: int
    """How many articles answer; an estimate when ``total_exact`` is False."""
    total_exact: bool
    """False when counting would have cost more than an answer may: texts decide, and are many."""

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


@dataclass(slots=True, frozen=True)
class Count:
    """How many articles fall under one value."""

    key: str
    """The value: ``2025-03-18``, ``2025-03-17`` (a week's Monday), ``2025-03``, ``szxw``, a name.
    Empty for articles that have none. Days are Beijing days."""
    count: int
    """How many articles."""


@dataclass(slots=True, frozen=True)
class MonthOfChannel:
    """How many articles a channel had in a month."""

    month: str
    """``2025-03``, Beijing time."""
    channel: str
    """Code of the channel; empty for articles that have none."""
    count: int
    """How many articles."""


@dataclass(slots=True, frozen=True)
class Channel:
    """A channel and how far the archive has followed it."""

    code: str
    """``szxw``; empty for articles that have none."""
    name: str | None
    """``时政``; None when it was not seen."""
    articles: int
    """How many articles."""
    newest: datetime
    """Publication of the newest, UTC."""
    last_seen: datetime | None
    """When a crawl last met one of its articles, UTC."""


@dataclass(slots=True, frozen=True)
class Trust:
    """How far the texts can be relied on: numbers of articles, unless said otherwise."""

    articles: int = 0
    """All of them."""
    annotated: int = 0
    """From pages with the mirror's annotations, which were taken out."""
    repaired: int = 0
    """With byte damage that was undone."""
    guessed: int = 0
    """With characters chosen by likelihood."""
    lost: int = 0
    """With characters that nobody can know any more."""
    incomplete: int = 0
    """That lack a page, or a part of one."""
    duplicates: int = 0
    """Whose text is that of an earlier one."""
    corrected: int = 0
    """That have earlier versions."""
    lost_characters: int = 0
    """Characters lost in all."""
    guessed_characters: int = 0
    """Characters guessed in all."""
