"""What is asked of the archive: the words a user typed, and the filters beside them.

What a user types is data: words become literals, never operators or patterns of the database.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, TypedDict

from tsnet.text.beijing import BEIJING, named_day
from tsnet.text.spacing import composed, visible
from tsnet.text.tokens import fold

Moment = date | datetime | str | None
"""A day or a moment; a string is an ISO day, month, year or moment; a day is a Beijing day."""

MAX_TERMS = 32
"""Words of one question. More is not a question a person types."""
MAX_LENGTH = 1000
"""Characters of one question."""

_PARTS_WORDS = (
    r"[、。；;！!？?…]|(?<!\d)[,，]|[,，](?!\d)"
    r"|(?<![0-9A-Za-z])[.．:：]|[.．:：](?![0-9A-Za-z/])"
)
"""A mark of a sentence, but in a figure, a time of day or an address."""
_PIECE = re.compile(
    rf"""(?P<minus>-)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>(?:(?!{_PARTS_WORDS})[^\s"])+))"""
)
_QUOTES = str.maketrans("“”„‟«»「」『』〝〞＂", '"' * 13)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LEADING_MINUS = re.compile(r"(?<!\S)[−–—－﹣]")


class QueryError(ValueError):
    """The question can't be answered as it was put; the text says what to write instead."""


@dataclass(slots=True, frozen=True)
class Question:
    """A question, read: every one of ``wanted`` must be in an article, none of ``unwanted``.

    All are folded (``tsnet.text.tokens.fold``): Simplified, half-width, lower case.
    """

    wanted: tuple[str, ...]
    """Words and phrases, in the order typed, each once."""
    unwanted: tuple[str, ...]
    """Words and phrases after a ``-``."""


def parse(text: str) -> Question:
    """Read what a user typed: words, ``"phrases"``, ``-words`` and ``-"phrases"`` to exclude.

    The marks of a sentence part words as spaces do, and stand for themselves in a phrase. Quotes
    and minus signs may be Chinese or typographic ones. A quote that is never closed runs to the
    end. Raises QueryError for a question that is too long, or has signs but no word in it, and
    for what is no text.
    """
    if not isinstance(text, str):
        raise QueryError(f"the question is {text!r}: write text")
    if len(text) > MAX_LENGTH:
        raise QueryError(f"the question has {len(text)} characters: write at most {MAX_LENGTH}")
    wanted: dict[str, None] = {}
    unwanted: dict[str, None] = {}
    # MongoDB takes no NUL in a pattern, and what is no Unicode is in no text.
    typed = _SURROGATE.sub(" ", text.replace("\0", " "))
    # What is copied from a page may hold what can't be seen, and records don't.
    typed = visible(" ".join(typed.split()))
    # Only in front of a word: the dash inside 天山网—新疆日报 is part of the word.
    normal = _LEADING_MINUS.sub("-", typed.translate(_QUOTES))
    for piece in _PIECE.finditer(normal):
        literal = piece["word"] if piece["phrase"] is None else piece["phrase"]
        literal = fold(composed(" ".join(literal.split())))
        if any(character.isalnum() for character in literal):
            (unwanted if piece["minus"] else wanted)[literal] = None
    if text.strip() and not (wanted or unwanted):
        # An answer of every article would be an answer to another question.
        raise QueryError(f"the question is {text[:80]!r}: write a character, word or number")
    if len(wanted) + len(unwanted) > MAX_TERMS:
        raise QueryError(
            f"the question has {len(wanted) + len(unwanted)} words: write at most {MAX_TERMS},"
            " or put a phrase in quotes"
        )
    return Question(tuple(wanted), tuple(unwanted))


def storable(text: str) -> str:
    """``text`` as UTF-8 can hold it, with ``?`` for each lone surrogate."""
    return text.encode("utf-8", "replace").decode("utf-8")


def truth(value: object, name: str) -> bool:
    """``value``, which is True or False, numpy's among them. Raises QueryError for all else."""
    if value not in (True, False):
        raise QueryError(f"{name} is {value!r}: write True or False")
    return bool(value)


def _moment(value: date | datetime | str, name: str, *, following: bool) -> datetime:
    """The first moment of a day (or after it, if ``following``) in Beijing, or the very moment."""
    if isinstance(value, str):
        try:
            if len(value) > len("2025-03-18"):
                # Python 3.10 does not know the Z that JavaScript writes.
                value = datetime.fromisoformat(re.sub("Z$", "+00:00", value))
            else:
                value = named_day(value, last=following)
        except ValueError:
            raise QueryError(
                f"{name} is {value!r}: write a date such as 2025-03-18, 2025-03 or 2025"
                " (Beijing time)"
            ) from None
    if not isinstance(value, date) or value != value:  # as pandas.NaT
        raise QueryError(f"{name} is {value!r}: write a date, a datetime or text")
    if isinstance(value, datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=BEIJING)
        # MongoDB keeps milliseconds: the moment named is itself included.
        if following:
            with contextlib.suppress(OverflowError):
                moment += timedelta(milliseconds=1)
    else:
        try:
            day = value + timedelta(days=1) if following else value
            moment = datetime.combine(day, time.min, BEIJING)
        except OverflowError:
            moment = datetime.combine(value, time.max, BEIJING)
    try:
        return moment.astimezone(timezone.utc)
    except OverflowError:
        return moment.replace(tzinfo=timezone.utc)


@dataclass(slots=True, frozen=True)
class Filters:
    """Which articles are asked about, apart from their text. A field that is None filters nothing.

    Raises QueryError on construction when a value is not of its kind.
    """

    since: Moment = None
    """First day (Beijing, inclusive) or moment of publication: ``2025-03-18``, ``2025-03``,
    ``2025`` or an ISO moment."""
    until: Moment = None
    """Last day (Beijing, inclusive) or moment of publication, in the same forms."""
    channel: str | None = None
    """Code of the channel (``szxw``), or its Chinese name (``时政``)."""
    source: str | None = None
    """The source exactly as stored: ``天山网-新疆日报``."""
    reporter: str | None = None
    """One of the reporters' names, exactly."""
    original: bool | None = None
    """True: only pieces marked 原创. False: only others."""
    duplicates: bool = True
    """False: without articles whose whole text is that of an earlier one."""
    mongo: dict[str, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The same as a MongoDB filter on ``articles``."""

    def __post_init__(self) -> None:
        published: dict[str, Any] = {}
        if self.since is not None:
            published["$gte"] = _moment(self.since, "since", following=False)
        if self.until is not None:
            published["$lt"] = _moment(self.until, "until", following=True)
        if len(published) == 2 and published["$gte"] >= published["$lt"]:
            raise QueryError(f"since is {self.since}, later than until, {self.until}: change one")
        if published:
            self.mongo["published_at"] = published
        for name in ("channel", "source", "reporter"):
            value = getattr(self, name)
            if value is not None and (not isinstance(value, str) or _SURROGATE.search(value)):
                raise QueryError(f"{name} is {value!r}: write text")
        if self.channel is not None:
            code = self.channel.isascii()
            self.mongo["channel" if code else "channel_name"] = {"$eq": self.channel}
        if self.source is not None:
            self.mongo["source"] = {"$eq": self.source}
        if self.reporter is not None:
            self.mongo["reporters"] = {"$eq": self.reporter}
        if self.original is not None:
            self.mongo["original"] = truth(self.original, "original")
        if not truth(self.duplicates, "duplicates"):
            self.mongo["duplicate_of"] = None


class FilterArguments(TypedDict, total=False):
    """The filters as keyword arguments, for type checkers: each is a field of ``Filters``."""

    since: Moment
    until: Moment
    channel: str | None
    source: str | None
    reporter: str | None
    original: bool | None
    duplicates: bool
