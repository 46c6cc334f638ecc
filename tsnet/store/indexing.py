"""Writing the search index: runs of new articles, and the merging of runs (docs/search.md).

A run is announced before its articles get their numbers, so every moment at which a writer may die
leaves the index right (``tsnet.store.postings``).
"""

from __future__ import annotations

import heapq
import logging
import struct
import uuid
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from pyroaring import BitMap

from tsnet.store.collections import SEARCH_POSTINGS, SEARCH_RUNS
from tsnet.store.errors import StoreError
from tsnet.store.lease import Holder
from tsnet.store.postings import (
    FEW,
    FREQUENT,
    FREQUENT_FROM,
    HEADLINE,
    INDEXED,
    Run,
    current,
    decode,
    encode,
    facets,
    headline,
    opened,
    piece_id,
    unpacked,
)

if TYPE_CHECKING:
    from pymongo.collection import Collection as MongoCollection
    from pymongo.database import Database

logger = logging.getLogger(__name__)

BATCH = 4096
"""Articles of a run before any merge: about 60 MB while it is made."""
FAN = 8
"""Runs of one size that are merged into one."""
SIZES = (1024, 8192, 65536)
"""Articles at which a run is of the next size; runs of the last size are not merged any more."""
PIECE = 32 * 1024
"""Bytes of a piece: small enough to read for one token, large enough to be few."""
PIECES_AT_ONCE = 8
"""Pieces of a run that are read at once while runs are merged."""
MOST_ARTICLES = 2**32 - 1
"""The highest number that an article may have, as a bitmap holds it."""
NUMBERS_AT_ONCE = 5000
"""Article numbers that are read at once: each takes 0.3 KB until it is in a bitmap."""
LEASE = timedelta(minutes=10)
"""How long a writer of the index that says nothing is believed to be alive."""


class IndexHeld(StoreError):
    """Another process writes the search index; the message says which.

    It may have taken over the lease, and removed the pieces of the run that was being written.
    """


def file_articles(articles: Sequence[Mapping[str, Any]], first: int) -> Iterator[tuple[str, bytes]]:
    """Every token of a batch of articles, in order, with the numbers of those that have it.

    The numbers begin with ``first``. This is all that the index holds of these articles.
    """
    # Imported here: it loads numpy, which reading the index does not need.
    from tsnet.store.filing import file_texts

    filed: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles, first):
        for token in facets(article):
            filed[token].append(number)
    headlines = [headline(article) for article in articles]
    bodies = zip(headlines, articles, strict=True)
    texts = file_texts(
        [f"{above}\n{article['body']}" for above, article in bodies], first, FREQUENT_FROM
    )
    for token in sorted(filed):
        yield token, encode(filed[token])
    for token, numbers in file_texts(headlines, first, FREQUENT_FROM).all:
        yield HEADLINE + token, _encoded(numbers)
    for token, numbers in texts.frequent:
        yield FREQUENT + token, _encoded(numbers)
    for token, numbers in texts.all:
        yield token, _encoded(numbers)


def _encoded(packed: bytes) -> bytes:
    """What ``encode`` makes of numbers that are packed already."""
    if len(packed) <= 4 * FEW:
        return b"\0" + packed
    return encode(BitMap(unpacked(packed)))


class _PieceWriter:
    """Writes a run's tokens, given in order, as pieces."""

    def __init__(
        self, pieces: MongoCollection[dict[str, Any]], run: str, renew: Callable[[], None]
    ) -> None:
        """``renew`` is called with every 2 MB: a large run takes longer than a lease lasts."""
        self.starts: list[str] = []
        self._pieces = pieces
        self._run = run
        self._renew = renew
        self._tokens: list[str] = []
        self._ends: list[int] = []
        self._data = bytearray()
        self._documents: list[dict[str, Any]] = []

    def add(self, token: str, numbers: bytes) -> None:
        self._tokens.append(token)
        self._data += numbers
        self._ends.append(len(self._data))
        if len(self._data) + 12 * len(self._tokens) >= PIECE:
            self._finish_piece()

    def _finish_piece(self) -> None:
        self._documents.append(
            {
                "_id": piece_id(self._run, len(self.starts)),
                "tokens": "\n".join(self._tokens),
                "ends": struct.pack(f"<{len(self._ends)}I", *self._ends),
                "data": bytes(self._data),
            }
        )
        self.starts.append(self._tokens[0])
        self._tokens, self._ends, self._data = [], [], bytearray()
        if len(self._documents) >= 64:
            self._flush()

    def _flush(self) -> None:
        if self._documents:
            self._renew()
            self._pieces.insert_many(self._documents, ordered=False)
            self._documents = []

    def close(self) -> None:
        if self._tokens:
            self._finish_piece()
        self._flush()


class IndexWriter:
    """Brings the search index up to the articles. One writes at a time, by a lease."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        from bson.codec_options import CodecOptions
        from pymongo import ReadPreference

        # A secondary may lack numbers that were given a moment ago: a merge would drop them.
        self._database: Database[dict[str, Any]] = database.with_options(
            codec_options=CodecOptions(tz_aware=True, tzinfo=timezone.utc),
            read_preference=ReadPreference.PRIMARY,
        )
        self._runs: MongoCollection[dict[str, Any]] = self._database[SEARCH_RUNS]
        self._pieces: MongoCollection[dict[str, Any]] = self._database[SEARCH_POSTINGS]
        self._holder = Holder.this_process(uuid.uuid4().hex)
        self._owner = self._holder.document()

    def bring_up(
        self,
        *,
        batch: int = BATCH,
        progress: Callable[[int], None] | None = None,
        note_dead: bool = True,
    ) -> int:
        """Index every fresh article, merge, and return how many were indexed.

        ``batch``: articles of a run at most. ``progress`` is called with the number of articles of
        each batch. ``note_dead``: also look for the numbers of corrected articles, which are
        counted as articles until then; the time that takes grows with the archive. Blocking: call
        it in a thread. Raises IndexHeld where another process writes the index, or has begun to.
        """
        self._take_lease()
        done = 0
        try:
            self._clear()
            self._take_back_numbers()
            while count := self._add_run(batch):
                done += count
                if progress:
                    progress(count)
                self._merge_what_is_due()
                if count < batch:
                    break
            if note_dead:
                self._note_dead()
        finally:
            self._runs.update_one(
                {"_id": "state", "owner": self._owner}, {"$set": {"owner": None, "until": None}}
            )
        return done

    def _take_lease(self) -> None:
        """Take the right to write, also from a process that is seen to be dead. Raises IndexHeld.

        It may have died, or have been left by its server, before it could give the right back.
        """
        if self._take():
            return
        owner = self._held_by()
        # A tsnet before this one wrote a text there.
        dead = isinstance(owner, dict) and Holder(**owner).is_dead(self._holder)
        if not (dead and self._take(instead_of=owner)):
            raise self._held()

    def _held_by(self) -> Any:
        return (self._runs.find_one({"_id": "state"}) or {}).get("owner")

    def _held(self) -> IndexHeld:
        owner = self._held_by()
        who = f", {owner['pid']} on {owner['host']}," if isinstance(owner, dict) else ""
        return IndexHeld(f"another process{who} writes the search index")

    def _take(self, instead_of: dict[str, Any] | None = None) -> bool:
        from pymongo.errors import DuplicateKeyError

        now = datetime.now(timezone.utc)
        try:
            self._runs.update_one(
                {
                    "_id": "state",
                    "$or": [{"owner": instead_of}, {"owner": None}, {"until": {"$lt": now}}],
                },
                {
                    "$set": {"owner": self._owner, "until": now + LEASE},
                    "$setOnInsert": {"next": 0},
                },
                upsert=True,
            )
        except DuplicateKeyError:
            return False
        return True

    def _renew_lease(self) -> None:
        """Put the end of the lease off. Raises IndexHeld where it is another's by now."""
        until = datetime.now(timezone.utc) + LEASE
        own = {"_id": "state", "owner": self._owner}
        if not self._runs.update_one(own, {"$set": {"until": until}}).matched_count:
            raise self._held()

    def _current(self) -> list[Run]:
        """The runs, without where their pieces begin: large runs have thousands."""
        found = self._runs.find({"_id": {"$ne": "state"}}, {"starts": 0})
        return current(map(Run.from_document, found))

    def _clear(self) -> None:
        """Remove replaced runs, pieces without a run, and runs without pieces.

        A dead writer leaves the former two, a restored backup may lack the pieces.
        """
        runs = {piece_id(run.id, 0): run.id for run in self._current()}
        found = self._pieces.find({"_id": {"$in": list(runs)}}, {"_id": 1})
        kept = {runs[piece["_id"]] for piece in found}
        self._runs.delete_many({"_id": {"$nin": [*kept, "state"]}})
        after = ""
        # Jumps from run to run in the order of their names, instead of reading all pieces.
        while piece := self._pieces.find_one(
            {"_id": {"$gt": after}}, {"_id": 1}, sort=[("_id", 1)]
        ):
            run = piece["_id"].partition("/")[0]
            if run not in kept:
                self._pieces.delete_many(_of_run(run))
            after = f"{run}0"

    def _take_back_numbers(self) -> None:
        """Make fresh the articles whose numbers are in no run, and give none of a run's again.

        There are such where a backup was restored without its index.
        """
        free = 0
        for run in self._current():
            if run.first > free:
                self._take_back(free, run.first - 1)
            free = run.last + 1
        self._take_back(free, MOST_ARTICLES)
        self._runs.update_one({"_id": "state"}, {"$max": {"next": free}})

    def _take_back(self, first: int, last: int) -> None:
        taken = {"$unset": {"search_no": ""}}
        if found := self._database.articles.update_many(
            _numbered(first, last), taken
        ).modified_count:
            logger.warning("%d articles are indexed anew: the search index lacked them", found)

    def _add_run(self, batch: int) -> int:
        """Make one run of fresh articles; how many there were."""
        fields = dict.fromkeys((*INDEXED, "revision"), 1)
        fresh = list(self._database.articles.find({"search_no": None}, fields).limit(batch))
        if not fresh:
            return 0
        state = self._runs.find_one_and_update({"_id": "state"}, {"$inc": {"next": len(fresh)}})
        assert state is not None  # the lease is in it
        first = int(state["next"])
        writer = _PieceWriter(self._pieces, name := uuid.uuid4().hex, self._renew_lease)
        for token, numbers in file_articles(fresh, first):
            writer.add(token, numbers)
        writer.close()
        self._announce(
            name,
            writer,
            first=first,
            last=first + len(fresh) - 1,
            articles=len(fresh),
            characters=sum(len(article["body"]) for article in fresh),
        )
        # Numbered last: until then they count as fresh, and after that they can be looked up.
        self._number(fresh, first)
        return len(fresh)

    def _announce(self, name: str, writer: _PieceWriter, **header: int) -> None:
        self._renew_lease()
        self._runs.insert_one({"_id": name, **header, "starts": writer.starts})

    def _number(self, fresh: Sequence[Mapping[str, Any]], first: int) -> None:
        from pymongo import UpdateOne

        updates = []
        for number, article in enumerate(fresh, first):
            # An article that was corrected since it was read stays fresh.
            same = {name: article.get(name) for name in (*INDEXED, "revision") if name != "body"}
            updates.append(
                UpdateOne(
                    {"_id": article["_id"], "search_no": None, **same},
                    {"$set": {"search_no": number}},
                )
            )
        for start in range(0, len(updates), 1000):
            self._database.articles.bulk_write(updates[start : start + 1000], ordered=False)

    def _merge_what_is_due(self) -> None:
        while due := _due(self._current()):
            self._merge(due)

    def _merge(self, runs: Sequence[Run]) -> None:
        first, last = runs[0].first, runs[-1].last
        alive = self._numbers(first, last)
        writer = _PieceWriter(self._pieces, name := uuid.uuid4().hex, self._renew_lease)
        parts = heapq.merge(*(self._read(run) for run in runs), key=itemgetter(0))
        all_alive = len(alive) == sum(run.articles for run in runs)
        for token, group in groupby(parts, key=itemgetter(0)):
            datas = [data for _, data in group]
            if all_alive and len(datas) == 1:
                # Most tokens are rare; theirs is most of the work.
                writer.add(token, datas[0])
                continue
            numbers = BitMap.union(*map(decode, datas)) & alive
            if numbers:
                writer.add(token, encode(numbers))
        writer.close()
        if writer.starts:
            share = len(alive) / max(sum(run.articles for run in runs), 1)
            self._announce(
                name,
                writer,
                first=first,
                last=last,
                articles=len(alive),
                characters=round(sum(run.characters for run in runs) * share),
            )
        for run in runs:
            self._runs.delete_one({"_id": run.id})
        for run in runs:
            self._pieces.delete_many(_of_run(run.id))

    def _read(self, run: Run) -> Iterator[tuple[str, bytes]]:
        """A run's tokens and their numbers, in order."""
        for piece in self._pieces.find(_of_run(run.id)).sort("_id", 1).batch_size(PIECES_AT_ONCE):
            tokens, ends, data = opened(piece)
            start = 0
            for token, end in zip(tokens, ends, strict=True):
                yield token, data[start:end]
                start = end

    def _numbers(self, first: int, last: int) -> BitMap:
        """The numbers of the articles that there are, read from the index alone."""
        found = self._database.articles.find(_numbered(first, last), {"search_no": 1, "_id": 0})
        return BitMap(article["search_no"] for article in found.batch_size(NUMBERS_AT_ONCE))

    def _note_dead(self) -> None:
        """Remember which numbers have no article any more, so that counts are right.

        A number that is dead stays dead. So where a run has lost as many as are remembered, they
        are the same, and its numbers are counted by the server rather than read.
        """
        state = self._runs.find_one({"_id": "state"}, {"dead": 1}) or {}
        remembered = decode(state["dead"]) if "dead" in state else BitMap()
        dead = BitMap()
        for run in self._current():
            numbers = BitMap(range(run.first, run.last + 1))
            lost = remembered & numbers
            alive = self._database.command(
                "count", "articles", query=_numbered(run.first, run.last)
            )["n"]
            if len(numbers) - alive != len(lost):
                lost = numbers - self._numbers(run.first, run.last)
            dead |= lost
        if dead != remembered:
            self._runs.update_one({"_id": "state"}, {"$set": {"dead": encode(dead)}})


def _numbered(first: int, last: int) -> dict[str, Any]:
    return {"search_no": {"$gte": first, "$lte": last}}


def _of_run(run: str) -> dict[str, Any]:
    return {"_id": {"$gte": f"{run}/", "$lt": f"{run}0"}}


def _size(run: Run) -> int:
    """Which of ``SIZES`` a run has reached, 0 for none."""
    return bisect_right(SIZES, run.articles)


def _due(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs to be merged next: the last ones, when ``FAN`` of one size are among them."""
    for size in range(len(SIZES)):
        start = len(runs)
        while start and _size(runs[start - 1]) <= size:
            start -= 1
        if sum(_size(run) == size for run in runs[start:]) >= FAN:
            return runs[start:]
    return ()
