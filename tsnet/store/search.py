"""Answering a question from the search index, verified against the texts."""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from pyroaring import BitMap

from tsnet.store.candidates import Asked, Candidates, Document, all_filed, filed_day, look_up
from tsnet.store.postings import NUMBERED, Postings, Wanted, facet, headline
from tsnet.store.query import QueryError
from tsnet.store.results import Hit, SearchPage, Snippet, Span, lost_in
from tsnet.text.beijing import BEIJING
from tsnet.text.snippets import marks, snippet

if TYPE_CHECKING:
    from pymongo.database import Database

RANKED = 100
"""Articles whose texts are compared for an order by relevance; the others follow by date."""
DIRECT = 400
"""Articles up to which all are looked up to put them in order."""
SAMPLE = 100
"""Articles that are read to estimate how many answer, where tokens alone can't tell."""
FRESH = 2000
"""Fresh articles (not yet in the index) that are considered for one page of an answer."""
ALL = 0
"""No limit, as MongoDB writes it."""
BATCH = 200
"""Articles that are read at once where all are wanted."""
K1 = 1.2
"""Saturation of BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)."""
B = 0.75
"""Share of the length's influence in BM25 (as above)."""
TITLE_WEIGHT = 5.0
"""What a word in the headline counts against one in the body (BM25F; as above)."""

_LIGHT = dict.fromkeys(
    (
        *("title", "subtitle", "body", "published_at", "channel", "channel_name", "source"),
        *("original", "url", "complete", "duplicate_of", "cluster", "search_no"),
    ),
    1,
)
"""Fields of an article that a hit is made of, as a projection."""


Stage = Literal["r", "d"]
"""Part of an answer: the ranked, and those in order of date."""


@dataclass(slots=True, frozen=True)
class Key:
    """Place in an answer after which the next page begins."""

    stage: Stage
    """``r``: among the ranked; ``d``: among those in order of date."""
    score: float
    """Score of the last hit; 0.0 in an order of date."""
    published_at: datetime
    """Its moment of publication."""
    id: str
    """Its id."""

    @property
    def place(self) -> tuple[int, str]:
        """Where that hit stands in order of date, oldest first."""
        return _milliseconds(self.published_at), self.id

    def __str__(self) -> str:
        return f"{self.stage}~{self.score:.6f}~{_milliseconds(self.published_at)}~{self.id}"

    @classmethod
    def parse(cls, text: str) -> Key:
        """What ``str`` wrote. Raises QueryError for anything else."""
        form = r"([rd])~(\d{1,9}\.\d{6})~(-?\d{1,15})~([0-9A-Za-z_-]{1,200})"
        match = re.fullmatch(form, text) if isinstance(text, str) else None
        if not match:
            raise QueryError(f"after is {str(text)[:80]!r}: pass the `next` of the page before")
        try:
            moment = _EPOCH + timedelta(milliseconds=int(match[3]))
        except OverflowError:
            raise QueryError(f"after is {text[:80]!r}: no such time") from None
        stage: Stage = "r" if match[1] == "r" else "d"
        return cls(stage, float(match[2]), moment, match[4])


_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)


@dataclass(slots=True, frozen=True)
class _Reading:
    """How articles are read in order of date."""

    descending: bool
    """True: the newest first."""
    after: Key | None = None
    """Place after which they begin; None: with the first."""
    batch: int = BATCH
    """Articles that are read at once."""
    fields: Mapping[str, Any] | None = None
    """Fields that are read, as a projection; None: all."""

    def ordered(self, documents: Iterable[Document]) -> list[Document]:
        """The same documents in that order."""
        return sorted(documents, key=_place, reverse=self.descending)

    def is_ahead(self, document: Document) -> bool:
        """Whether a document comes after that place."""
        if self.after is None:
            return True
        here, last = _place(document), self.after.place
        return here < last if self.descending else here > last


class Searcher:
    """Answers questions about one database."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._articles = database.articles
        self._postings = Postings(database)

    def page(self, asked: Asked, sort: str, limit: int, after: str | None) -> SearchPage:
        """One page of the answer in the order ``sort``."""
        key = None if after is None else Key.parse(after)
        if sort == "relevance" and asked.has_words:
            return self._by_relevance(asked, limit, key)
        fresh, candidates = self._look(asked)
        reading = _Reading(sort != "oldest", key, limit + 1, _LIGHT)
        found = self._by_date(asked, candidates, fresh, reading)
        documents = list(islice(found, limit + 1))
        if len(documents) <= limit and key is None:
            total, exact = len(documents), True
        else:
            total, exact = self._total(asked, candidates, len(fresh))
        return _page(asked, [("d", 0.0, one) for one in documents], limit, total, exact)

    def documents(self, asked: Asked, *, descending: bool) -> Iterator[Document]:
        """Every document of the answer, whole, each once, by date.

        An article that is corrected meanwhile loses its number in the index, and a new one has none
        yet: those that were not met in their place come last. Held in memory are eight bytes for
        each document, and id and date of the articles that are fresh at the start.
        """
        reading = _Reading(descending)
        numbers = {"$lt": self._next_number()}
        fresh = self._fresh(asked, {"published_at": 1}, ALL)
        waiting = {one["_id"] for one in fresh}
        if asked.has_words:
            found = self._indexed(asked, self._candidates(asked), reading)
        else:
            numbered = {**asked.conditions(), "search_no": numbers}
            found = self._without_words(numbered, reading)
        indexed = (one for one in found if one["_id"] not in waiting)
        met = array("q")
        waited_for = self._whole(fresh, reading)
        for document in merge(indexed, waited_for, key=_place, reverse=descending):
            met.append(hash(document["_id"]))
            yield document
        changed = {**asked.conditions(), "search_no": {"$not": numbers}}
        found = self._articles.find(changed, {"published_at": 1})
        late = {hash(one["_id"]): one for one in found}
        for one in met:
            late.pop(one, None)
        yield from self._whole(late.values(), reading)

    def _next_number(self) -> int:
        """The least number above all that articles have in the search index."""
        last = self._articles.find_one(NUMBERED, {"search_no": 1}, sort=[("search_no", -1)])
        return last["search_no"] + 1 if last else 0

    def _whole(self, fresh: Iterable[Document], reading: _Reading) -> Iterator[Document]:
        """The same articles in order of date and with all their fields, some at a time."""
        ordered = iter(reading.ordered(fresh))
        while chunk := list(islice(ordered, reading.batch)):
            ids = [one["_id"] for one in chunk]
            yield from reading.ordered(self._articles.find({"_id": {"$in": ids}}))

    def _look(self, asked: Asked) -> tuple[Sequence[Document], Candidates | None]:
        """The fresh articles for a page, and the candidates that the index has.

        Neither for a question without words, which is answered by date without the index.
        """
        if not asked.has_words:
            return [], None
        return self._fresh(asked, _LIGHT, FRESH), self._candidates(asked)

    def _fresh(self, asked: Asked, projection: Mapping[str, Any], most: int) -> list[Document]:
        """The newest ``most`` of the fresh articles that answer; ``ALL``: all."""
        found = self._articles.find({**asked.conditions(), "search_no": None}, projection)
        return list(found.sort("published_at", -1).limit(most))

    def _candidates(self, asked: Asked) -> Candidates:
        """The candidates of the index; call it after ``_fresh`` (see ``Postings.refresh``)."""
        self._postings.refresh()
        return look_up(self._postings, asked)

    def _total(self, asked: Asked, candidates: Candidates | None, fresh: int) -> tuple[int, bool]:
        """How many articles answer, and whether that is counted and not estimated."""
        if candidates is None:
            conditions = asked.conditions()
            if not conditions:
                return self._articles.estimated_document_count(), True
            waiting = {**conditions, "search_no": None}
            fresh = self._articles.count_documents(waiting, limit=FRESH)
            candidates = self._candidates(asked)
        numbers = candidates.numbers
        count, exact = len(numbers), True
        if not candidates.exact and numbers:
            sample = list(numbers[:: -(-count // SAMPLE)])
            found = {**asked.conditions(), "search_no": {"$in": sample}}
            count = round(count * self._articles.count_documents(found) / len(sample))
            exact = len(sample) == len(numbers)
        else:
            exact = not self._some_are_dead()
        return count + fresh, exact and fresh < FRESH

    def _some_are_dead(self) -> bool:
        """Whether corrected articles still count under the numbers that they had."""
        waiting = self._articles.count_documents({"search_no": None}, limit=FRESH)
        filed = len(all_filed(self._postings) - self._postings.dead)
        return waiting == FRESH or filed > self._articles.estimated_document_count() - waiting

    def _by_relevance(self, asked: Asked, limit: int, key: Key | None) -> SearchPage:
        fresh, candidates = self._look(asked)
        assert candidates is not None
        picked = self._pick(candidates)
        documents = list(self._fetch(asked, picked, _LIGHT))
        if not candidates.exact:
            documents = [one for one in documents if asked.answers(one)]
        ids = {one["_id"] for one in documents}
        documents += [one for one in fresh if one["_id"] not in ids]
        scored = sorted(
            ((self._score(asked, candidates, one), one) for one in documents),
            key=lambda pair: (pair[0], _place(pair[1])),
            reverse=True,
        )
        chosen: list[tuple[Stage, float, Document]] = []
        if key is None or key.stage == "r":
            last = None if key is None else (key.score, key.place)
            # Scores change with what the index holds: the last hit stands where it would stand now.
            for score, one in scored:
                if key is not None and one["_id"] == key.id:
                    last = (score, _place(one))
            chosen = [
                ("r", score, one)
                for score, one in scored
                if last is None or (score, _place(one)) < last
            ]
        complete = len(picked) == len(candidates.numbers)
        if len(chosen) <= limit and not complete:
            rest = replace(candidates, numbers=candidates.numbers - picked)
            start = key if key and key.stage == "d" else None
            later = self._by_date(asked, rest, [], _Reading(True, start, limit + 1, _LIGHT))
            chosen += [("d", 0.0, one) for one in islice(later, limit + 1 - len(chosen))]
        if key is None and len(chosen) <= limit:
            total, exact = len(chosen), True
        elif complete:
            total, exact = len(scored), len(fresh) < FRESH
        else:
            total, exact = self._total(asked, candidates, len(fresh))
        return _page(asked, chosen, limit, total, exact)

    def _pick(self, candidates: Candidates) -> BitMap:
        """The most promising candidates by what the index knows: headline, frequency, date."""
        numbers = candidates.numbers
        if len(numbers) <= RANKED:
            return numbers
        tiers = [
            BitMap.intersection(*candidates.headline),
            BitMap.union(*candidates.headline),
            BitMap.intersection(*candidates.frequent),
            BitMap.union(*candidates.frequent),
            numbers,
        ]
        picked = BitMap()
        for tier in tiers:
            rest = (tier & numbers) - picked
            space = RANKED - len(picked)
            if len(rest) <= space:
                picked |= rest
            else:
                newest = self._dated(rest, _Reading(descending=True))
                picked |= BitMap(one["search_no"] for one in islice(newest, space))
                break
        return picked

    def _score(self, asked: Asked, candidates: Candidates, document: Document) -> float:
        """BM25F of headline and body."""
        above = headline(document)
        body = document["body"] if asked.whole_text else ""
        articles = max(self._postings.articles, 1)
        norm = K1 * (1 - B + B * len(document["body"]) / self._postings.mean_length)
        score = 0.0
        for term, expression in zip(asked.question.wanted, asked.wanted, strict=True):
            frequency = min(candidates.frequency.get(term, 0), articles)
            inverse = math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))
            times = TITLE_WEIGHT * _occurrences(expression, above)
            times += _occurrences(expression, body)
            score += inverse * times * (K1 + 1) / (times + norm)
        return round(score, 6)

    def _by_date(
        self,
        asked: Asked,
        candidates: Candidates | None,
        fresh: Iterable[Document],
        reading: _Reading,
    ) -> Iterator[Document]:
        """The documents that answer, in order of date; each once."""
        if candidates is None:
            yield from self._without_words(asked.conditions(), reading)
            return
        indexed = self._indexed(asked, candidates, reading)
        waiting = reading.ordered(fresh)
        last = None
        for document in merge(indexed, waiting, key=_place, reverse=reading.descending):
            here = _place(document)
            # An article that was indexed in the middle of this is met twice.
            if here != last and reading.is_ahead(document):
                yield document
            last = here

    def _indexed(
        self, asked: Asked, candidates: Candidates, reading: _Reading
    ) -> Iterator[Document]:
        """Those of the candidates that answer, read some at a time."""
        dated = self._dated(candidates.numbers, reading)
        size = max(reading.batch, 20)
        while chunk := list(islice(dated, size)):
            numbers = BitMap(one["search_no"] for one in chunk)
            found = self._fetch(asked, numbers, reading.fields)
            if not candidates.exact:
                found = filter(asked.answers, found)
            yield from reading.ordered(found)
            size = min(size * 2, 500)

    def _without_words(
        self, conditions: Mapping[str, Any], reading: _Reading
    ) -> Iterator[Document]:
        """What meets the conditions, read without the search index."""
        way = -1 if reading.descending else 1
        if (key := reading.after) is not None:
            beyond = "$lt" if reading.descending else "$gt"
            conditions = {
                "$and": [
                    conditions,
                    # The first bounds the index, the second settles what shares the moment.
                    {"published_at": {f"{beyond}e": key.published_at}},
                    {
                        "$or": [
                            {"published_at": {beyond: key.published_at}},
                            {"published_at": key.published_at, "_id": {beyond: key.id}},
                        ]
                    },
                ]
            }
        cursor = self._articles.find(conditions, reading.fields)
        cursor.sort([("published_at", way), ("_id", way)])
        yield from cursor.batch_size(max(reading.batch, 2))

    def _dated(self, numbers: BitMap, reading: _Reading) -> Iterator[Document]:
        """``search_no``, date and id of the articles in order of date, found by month and day."""
        if len(numbers) <= DIRECT:
            yield from self._ordered(numbers, reading)
            return
        descending = reading.descending
        edge = filed_day(reading.after.published_at)[:6] if reading.after else ""
        waiting = BitMap()
        for month, within in self._filed("month", "", descending):
            if edge and (month > edge if descending else month < edge):
                continue
            part = numbers & within
            # Months with few are looked up together, those with very many day by day.
            if len(part) <= DIRECT:
                waiting |= part
                if len(waiting) >= RANKED:
                    yield from self._ordered(waiting, reading)
                    waiting = BitMap()
                continue
            yield from self._ordered(waiting, reading)
            waiting = BitMap()
            for _, on_day in self._filed("day", month, descending):
                yield from self._ordered(part & on_day, reading)
        yield from self._ordered(waiting, reading)

    def _filed(self, unit: str, prefix: str, descending: bool) -> list[tuple[str, BitMap]]:
        """The months or days that begin with ``prefix``, in order, and their articles."""
        wanted = Wanted.prefix(facet(unit, prefix))
        found = self._postings.look_up([wanted])[wanted]
        return [
            (token.rpartition("=")[2], found[token]) for token in sorted(found, reverse=descending)
        ]

    def _ordered(self, numbers: BitMap, reading: _Reading) -> list[Document]:
        if not numbers:
            return []
        # Answered from the index on search_no alone, without reading an article.
        found = self._articles.find(
            {"search_no": {"$in": list(numbers)}}, {"search_no": 1, "published_at": 1, "_id": 1}
        )
        return reading.ordered(filter(reading.is_ahead, found))

    def _fetch(
        self, asked: Asked, numbers: BitMap, projection: Mapping[str, Any] | None
    ) -> Iterator[Document]:
        conditions = {**asked.filters.mongo, "search_no": {"$in": list(numbers)}}
        yield from self._articles.find(conditions, projection)

    def count(self, asked: Asked, by: str) -> Counter[str]:
        """Value of ``by`` → how many articles of the answer have it."""
        if asked.question.unwanted and not asked.has_words:
            return self._grouped(asked.conditions(), by)
        candidates = self._candidates(asked)
        conditions = asked.conditions()
        if not candidates.exact or len(candidates.numbers) <= DIRECT:
            counts: Counter[str] = Counter()
            numbers = list(candidates.numbers)
            for start in range(0, max(len(numbers), 1), 50_000):
                part: list[int | None] = [*numbers[start : start + 50_000]]
                if start == 0:
                    part.append(None)
                counts += self._grouped({**conditions, "search_no": {"$in": part}}, by)
            return counts
        counts = self._grouped({**conditions, "search_no": None}, by)
        counts += self._faceted(candidates.numbers, "day" if by == "week" else by, by)
        return counts

    def _faceted(self, numbers: BitMap, name: str, by: str) -> Counter[str]:
        wanted = Wanted.prefix(facet(name, ""))
        counts: Counter[str] = Counter()
        named = 0
        for token, articles in self._postings.look_up([wanted])[wanted].items():
            if count := numbers.intersection_cardinality(articles):
                counts[_shown(token.partition("=")[2], by)] += count
                named += count
        if by in ("channel", "source") and named < len(numbers):
            counts[""] += len(numbers) - named
        return counts

    def _grouped(self, conditions: Mapping[str, Any], by: str) -> Counter[str]:
        stages: list[dict[str, Any]] = [{"$match": dict(conditions)}]
        zone = str(BEIJING)
        if by == "reporter":
            stages.append({"$unwind": "$reporters"})
            value: Any = "$reporters"
        elif by in ("channel", "source"):
            value = f"${by}"
        else:
            trunc: dict[str, Any] = {"date": "$published_at", "unit": by, "timezone": zone}
            if by == "week":
                trunc["startOfWeek"] = "monday"
            value = {"$dateTrunc": trunc}
        stages.append({"$group": {"_id": value, "count": {"$sum": 1}}})
        counts: Counter[str] = Counter()
        for group in self._articles.aggregate(stages):
            named = group["_id"]
            if isinstance(named, datetime):
                day = named.astimezone(BEIJING)
                named = f"{day:%Y-%m}" if by == "month" else f"{day:%Y-%m-%d}"
            counts[named or ""] += group["count"]
        return counts


def _shown(value: str, by: str) -> str:
    """A facet's value as it is counted under."""
    if by not in ("day", "week", "month"):
        return value
    if by == "month":
        return f"{value[:4]}-{value[4:]}"
    day = datetime.strptime(value, "%Y%m%d").date()
    if by == "week":
        day -= timedelta(days=day.weekday())
    return day.isoformat()


def _occurrences(expression: re.Pattern[str], text: str) -> int:
    return len(expression.findall(text))


def _place(document: Document) -> tuple[int, str]:
    """Where an article stands in order of date, oldest first."""
    return _milliseconds(document["published_at"]), document["_id"]


def _page(
    asked: Asked,
    chosen: Sequence[tuple[Stage, float, Document]],
    limit: int,
    total: int,
    exact: bool,
) -> SearchPage:
    shown = chosen[:limit]
    following = None
    if len(chosen) > limit:
        stage, score, last = shown[-1]
        following = str(Key(stage, score, last["published_at"], last["_id"]))
    hits = [_hit(asked, document, score) for _, score, document in shown]
    return SearchPage(hits, following, max(total, len(hits)), exact)


def _hit(asked: Asked, document: Document, score: float) -> Hit:
    title = document["title"]
    text, ranges = snippet(document["body"], asked.wanted)
    return Hit(
        id=document["_id"],
        title=title,
        title_marks=[Span(*span) for span in marks(title, asked.wanted)],
        published_at=document["published_at"],
        channel=document.get("channel"),
        channel_name=document.get("channel_name"),
        source=document.get("source"),
        original=bool(document.get("original")),
        url=document.get("url") or "",
        snippet=Snippet(text, [Span(*span) for span in ranges]),
        score=score,
        lost=sum(lost_in(document.get(name)) for name in ("title", "subtitle", "body")),
        complete=document.get("complete", True),
        duplicate_of=document.get("duplicate_of"),
        cluster=document.get("cluster"),
    )
