"""The search index: which articles hold which token, as compressed bitmaps in MongoDB.

Why not an indexed array of tokens in each article: it makes a record of 4 KB one of 18 KB, and
the index outgrows the cache of a small server after some thousand articles (docs/search.md).
Here, as in Lucene, a batch of articles makes one *run*, sorted by token, and runs of a like size
are merged. An article is known to the index by its ``search_no``; one without it is *fresh*: not
in a run yet, or changed since. Every search looks through the fresh articles itself.

A run is never changed, only replaced, so readers need no locks. A number without an article is
dead and harmless. So every moment at which a writer may die leaves the index right.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyroaring import BitMap

from tsnet.store.collections import SEARCH_POSTINGS, SEARCH_RUNS
from tsnet.store.errors import StoreError
from tsnet.text.beijing import BEIJING

if TYPE_CHECKING:
    from pymongo.collection import Collection as MongoCollection
    from pymongo.database import Database

NUMBERED = {"search_no": {"$gte": 0}}
"""Condition of the articles that have a number."""

HEADLINE = "\x02"
"""In front of a token that stands in the title or subtitle."""
FREQUENT = "\x03"
"""In front of a token that stands at least ``FREQUENT_FROM`` times in the article."""
FREQUENT_FROM = 3
"""Occurrences that make a token frequent: a first guess at what an article is about."""

FEW = 6
"""Numbers that are kept as they are: a bitmap has more overhead than that."""
INDEXED = (
    "title",
    "subtitle",
    "body",
    "published_at",
    "channel",
    "channel_name",
    "source",
    "reporters",
    "original",
    "duplicate_of",
)
"""Fields of an article that the index knows. A change to one makes the article fresh again: the
same update must unset ``search_no``."""


def facet(name: str, value: object) -> str:
    """The token of a field's value, apart from all tokens of texts."""
    return f"\x01{name}={str(value)[:200]}".replace("\n", " ")


def facets(article: Mapping[str, Any]) -> set[str]:
    """The tokens of what articles are filtered and counted by."""
    day = article["published_at"].astimezone(BEIJING)
    month = f"{day.year:04}{day.month:02}"
    found = {facet("day", f"{month}{day.day:02}"), facet("month", month)}
    for name in ("channel", "channel_name", "source"):
        if article.get(name) is not None:
            found.add(facet(name, article[name]))
    found.update(facet("reporter", name) for name in article.get("reporters") or ())
    if article.get("original"):
        found.add(facet("original", 1))
    if article.get("duplicate_of") is not None:
        found.add(facet("duplicate", 1))
    return found


def headline(article: Mapping[str, Any]) -> str:
    """The text in which a search of headlines looks."""
    return f"{article['title']}\n{article.get('subtitle') or ''}"


def encode(numbers: Sequence[int] | BitMap) -> bytes:
    """Article numbers, ascending, as bytes."""
    if len(numbers) <= FEW:
        return b"\0" + struct.pack(f"<{len(numbers)}I", *numbers)
    bitmap = numbers if isinstance(numbers, BitMap) else BitMap(numbers)
    bitmap.run_optimize()
    return b"\1" + bytes(bitmap.serialize())


NONE = encode(())
"""No number at all."""


def decode(data: bytes) -> BitMap:
    """The bitmap that ``encode`` made."""
    if data[0] == 0:
        return BitMap(struct.unpack(f"<{(len(data) - 1) // 4}I", data[1:]))
    return BitMap.deserialize(data[1:])


@dataclass(slots=True, frozen=True)
class Run:
    """A finished part of the index."""

    id: str
    """Its name; its pieces' names begin with it."""
    first: int
    """Lowest number in it."""
    last: int
    """Highest number that may be in it."""
    articles: int
    """How many articles."""
    characters: int
    """Characters of their bodies, for the mean length."""
    starts: tuple[str, ...]
    """First token of each piece, in order; empty when it was not asked for."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Run:
        """The run that a document of ``search_runs`` announces."""
        return cls(
            id=document["_id"],
            first=document["first"],
            last=document["last"],
            articles=document["articles"],
            characters=document["characters"],
            starts=tuple(document.get("starts", ())),
        )

    def pieces(self, first: str, last: str) -> range:
        """Which pieces may hold the tokens from ``first`` to ``last``, both included."""
        return range(max(bisect_right(self.starts, first) - 1, 0), bisect_right(self.starts, last))


def piece_id(run: str, position: int) -> str:
    """Id of a run's piece: in the order of the pieces."""
    return f"{run}/{position:06}"


@dataclass(slots=True, frozen=True)
class Wanted:
    """Tokens to look up: one, or all from ``first`` to ``last``."""

    first: str
    """The token, or the first of the range."""
    last: str
    """The same token, or the last of the range."""

    @classmethod
    def token(cls, token: str) -> Wanted:
        """One token."""
        return cls(token, token)

    @classmethod
    def prefix(cls, prefix: str) -> Wanted:
        """All tokens that begin so."""
        return cls(prefix, prefix + "\U0010ffff")


class Postings:
    """The index as a reader sees it. Keeps the list of runs, which never change, between calls."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._articles: MongoCollection[dict[str, Any]] = database.articles
        self._runs: MongoCollection[dict[str, Any]] = database[SEARCH_RUNS]
        self._pieces: MongoCollection[dict[str, Any]] = database[SEARCH_POSTINGS]
        self._known: dict[str, Run] = {}
        self._dead = NONE
        self.runs: list[Run] = []
        self.dead = BitMap()
        """Numbers that no article has any more, as far as was noted."""
        self.articles = 0
        """How many articles are in the runs."""
        self.mean_length = 1.0
        """Mean length of their bodies in characters; 1.0 when there are none."""

    def refresh(self) -> None:
        """Learn of new runs. To be called after the fresh articles have been looked through, so
        that an article which is indexed meanwhile is met twice rather than never.

        Raises StoreError when the index is gone that the articles were in.
        """
        # In this order: a run is announced before its articles get their numbers.
        numbered = self._articles.find_one(NUMBERED, {"search_no": 1})
        named: set[str] = set()
        for document in self._runs.find({}, {"dead": 1}):
            named.add(document["_id"])
            if document["_id"] == "state" and document.get("dead", NONE) != self._dead:
                self._dead = document.get("dead", NONE)
                self.dead = decode(self._dead)
        named.discard("state")
        missing = sorted(named - self._known.keys())
        known = {name: run for name, run in self._known.items() if name in named}
        if missing:
            for document in self._runs.find({"_id": {"$in": missing}}):
                known[document["_id"]] = Run.from_document(document)
        self._known = known
        if numbered and not known:
            raise StoreError("the search index is missing from the database: run `scrapy index`")
        self.runs = current(known.values())
        self.articles = sum(run.articles for run in self.runs)
        self.mean_length = sum(run.characters for run in self.runs) / max(self.articles, 1) or 1.0

    def look_up(self, wanted: Iterable[Wanted]) -> dict[Wanted, dict[str, BitMap]]:
        """For each of ``wanted``: its tokens that occur, and the numbers of their articles.

        Raises StoreError when a part of the index is missing.
        """
        asked = list(dict.fromkeys(wanted))
        for _ in range(3):
            found = self._look_up(asked)
            if found is not None:
                return found
            # A run was merged away while its pieces were being read.
            self.refresh()
        raise StoreError(
            "a part of the search index is missing from the database: run `scrapy index`"
        )

    def _look_up(self, asked: Sequence[Wanted]) -> dict[Wanted, dict[str, BitMap]] | None:
        places: dict[str, list[Wanted]] = defaultdict(list)
        for run in self.runs:
            for one in asked:
                for position in run.pieces(one.first, one.last):
                    places[piece_id(run.id, position)].append(one)
        found: dict[Wanted, dict[str, BitMap]] = {one: {} for one in asked}
        names = list(places)
        met = 0
        for start in range(0, len(names), 200):
            for piece in self._pieces.find({"_id": {"$in": names[start : start + 200]}}):
                met += 1
                tokens, ends, data = opened(piece)
                for one in places[piece["_id"]]:
                    into = found[one]
                    for at in range(bisect_left(tokens, one.first), bisect_right(tokens, one.last)):
                        numbers = decode(data[ends[at - 1] if at else 0 : ends[at]])
                        token = tokens[at]
                        into[token] = into[token] | numbers if token in into else numbers
        return found if met == len(names) else None


def unpacked(numbers: bytes) -> array[int]:
    """Numbers of 32 bits, little-endian; not an object for each, which takes eight times that."""
    found = array("I", numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def opened(piece: Mapping[str, Any]) -> tuple[list[str], array[int], bytes]:
    """A piece's tokens, where the numbers of each end in its data, and the data."""
    return piece["tokens"].split("\n"), unpacked(piece["ends"]), piece["data"]


def current(runs: Iterable[Run]) -> list[Run]:
    """The runs by number, without those that a merge has replaced but not yet removed."""
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.first, -run.last, run.id)):
        if not kept or run.last > kept[-1].last:
            kept.append(run)
    return kept
