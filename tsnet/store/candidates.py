"""What the search index says to a question: which articles may answer it, and how surely."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from pyroaring import BitMap

from tsnet.store.postings import FREQUENT, HEADLINE, Postings, Wanted, facet
from tsnet.store.query import Filters, Question
from tsnet.text.beijing import BEIJING
from tsnet.text.tokens import needed, pattern

Document = Mapping[str, Any]
"""A document of ``articles``."""


class Asked:
    """One question with its filters, and what tells whether a text answers it."""

    def __init__(self, question: Question, filters: Filters, *, whole_text: bool = True) -> None:
        self.question = question
        self.filters = filters
        self.whole_text = whole_text
        self.wanted = [re.compile(pattern(term)) for term in question.wanted]
        self.unwanted = [re.compile(pattern(term)) for term in question.unwanted]

    @property
    def has_words(self) -> bool:
        """Whether the search index can help."""
        return bool(self.wanted)

    def fields(self) -> tuple[str, ...]:
        """Which fields are looked at."""
        return ("title", "subtitle", "body") if self.whole_text else ("title", "subtitle")

    def answers(self, document: Document) -> bool:
        """Whether the texts of ``document`` hold all that is wanted and nothing unwanted."""
        texts = [document.get(name) or "" for name in self.fields()]
        return all(any(one.search(text) for text in texts) for one in self.wanted) and not any(
            one.search(text) for one in self.unwanted for text in texts
        )

    def conditions(self) -> dict[str, Any]:
        """The same as ``answers`` and the filters, for MongoDB."""

        def somewhere(term: str) -> list[dict[str, Any]]:
            expression = pattern(term, pcre=True)
            return [{name: {"$regex": expression}} for name in self.fields()]

        found: dict[str, Any] = dict(self.filters.mongo)
        if self.question.wanted:
            found["$and"] = [{"$or": somewhere(term)} for term in self.question.wanted]
        if self.question.unwanted:
            found["$nor"] = [one for term in self.question.unwanted for one in somewhere(term)]
        return found


@dataclass(slots=True)
class Candidates:
    """What the index says to a question."""

    numbers: BitMap
    """Articles that may answer it."""
    exact: bool
    """True when all of them do."""
    frequency: dict[str, int]
    """Wanted term → in how many articles it may be."""
    headline: list[BitMap]
    """For each wanted term, articles that have it in the headline, as far as tokens tell."""
    frequent: list[BitMap]
    """For each wanted term, articles that have it often, as far as tokens tell."""


def look_up(postings: Postings, asked: Asked) -> Candidates:
    """The articles that may answer, by intersection of what the index holds of each token."""
    question = asked.question
    mark = "" if asked.whole_text else HEADLINE
    lookups: list[Wanted] = []
    terms = {term: _lookups(term, mark) for term in question.wanted}
    avoided = {term: _lookups(term, mark) for term in question.unwanted if needed(term).exact}
    titled = {term: _lookups(term, HEADLINE) for term in question.wanted}
    often = {term: _lookups(term, FREQUENT) for term in question.wanted}
    required, excluded, days_exact = _facets(asked.filters)
    for group in (terms, avoided, titled, often):
        lookups += [one for ones in group.values() for one in ones]
    lookups += [one for ones in required for one in ones] + excluded
    found = {one: _union(hits) for one, hits in postings.look_up(lookups).items()}

    def all_of(ones: Sequence[Wanted]) -> BitMap:
        return BitMap.intersection(*(found[one] for one in ones))

    each = {term: all_of(ones) for term, ones in terms.items()}
    numbers = BitMap.intersection(*each.values()) if each else all_filed(postings)
    for ones in required:
        numbers &= BitMap.union(*(found[one] for one in ones))
    for one in excluded:
        numbers -= found[one]
    for ones in avoided.values():
        numbers -= all_of(ones)
    numbers -= postings.dead
    exact = days_exact and all(
        needed(term).exact for term in (*question.wanted, *question.unwanted)
    )
    return Candidates(
        numbers=numbers,
        exact=exact,
        frequency={term: len(articles) for term, articles in each.items()},
        headline=[all_of(ones) for ones in titled.values()],
        frequent=[all_of(ones) for ones in often.values()],
    )


def all_filed(postings: Postings) -> BitMap:
    """Every article of the index: each is filed under the month of its publication."""
    months = Wanted.prefix(facet("month", ""))
    return _union(postings.look_up([months])[months])


def _lookups(term: str, mark: str) -> list[Wanted]:
    need = needed(term)
    found = [Wanted.token(mark + token) for token in need.tokens]
    if need.prefix is not None:
        found.append(Wanted.prefix(mark + need.prefix))
    return found


def _union(hits: Mapping[str, BitMap]) -> BitMap:
    return BitMap.union(*hits.values()) if hits else BitMap()


def _facets(filters: Filters) -> tuple[list[list[Wanted]], list[Wanted], bool]:
    """Of each list one must hold, none of the others; and whether that says all about dates."""
    code = (filters.channel or "").isascii()
    named = {
        "channel" if code else "channel_name": filters.channel,
        "source": filters.source,
        "reporter": filters.reporter,
    }
    required = [
        [Wanted.token(facet(name, value))] for name, value in named.items() if value is not None
    ]
    excluded: list[Wanted] = []
    if filters.original is not None:
        original = Wanted.token(facet("original", 1))
        if filters.original:
            required.append([original])
        else:
            excluded.append(original)
    if not filters.duplicates:
        excluded.append(Wanted.token(facet("duplicate", 1)))
    bounds = filters.mongo.get("published_at", {})
    if bounds:
        required.append(_days(bounds.get("$gte"), bounds.get("$lt")))
    whole = all(bound.astimezone(BEIJING).time() == time.min for bound in bounds.values())
    return required, excluded, whole


def filed_day(moment: datetime) -> str:
    """The Beijing day as it is filed: 20250318."""
    day = moment.astimezone(BEIJING)
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _days(since: datetime | None, until: datetime | None) -> list[Wanted]:
    """The days that a span of time touches: single days at its ends, months between them."""
    first = "00010101" if since is None else filed_day(since)
    last = "99991231" if until is None else filed_day(until - timedelta(milliseconds=1))
    if first[:6] == last[:6]:
        return [Wanted(facet("day", first), facet("day", last))]
    before = last[:5] + chr(ord(last[5]) - 1)
    return [
        Wanted(facet("day", first), facet("day", first[:6] + "99")),
        # "~" sorts after every digit, so the months at the ends stay out.
        Wanted(facet("month", first[:6] + "~"), facet("month", before + "~")),
        Wanted(facet("day", last[:6] + "00"), facet("day", last)),
    ]
