"""Which stored articles have the same text, and which are versions of one story.

Both are found by indexes in MongoDB, so it works across runs, processes and machines. Of texts that
may be versions the fingerprints are read, and the articles of those few that are likely to be.
Looked up before an article is written, so that it is marked from the start, and again after, so
that of two writers which write two versions at once the one that reads last sees the other.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pymongo import InsertOne, WriteConcern

from tsnet.store.bulk import write_each
from tsnet.store.collections import ARTICLES, FINGERPRINTS
from tsnet.store.fingerprints import article_of, fingerprint_document, fingerprint_id
from tsnet.text.fingerprint import LEAST_RESEMBLANCE, resemblance, sketch

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase

    from tsnet.text.versions import Features

CANDIDATES = 200
"""Fingerprints with a band in common that are read for one article at a time."""
READ = 48
"""Articles that are read for one: those whose fingerprints are most like its own."""
COMPARED = 16
"""Texts of those that one article is compared with."""
COMPARED_IN_A_CLUSTER = 3
"""Records of one story that an article is compared with."""
ROUNDS = 20
"""Times that a merge is repeated while other writers change the same stories."""


@dataclass(slots=True)
class Relatives:
    """The stored articles that are like one article."""

    first: str | None = None
    """Id of the first record with the same text; None when there is none but itself."""
    similar: dict[str, str] = field(default_factory=dict)
    """Ids of verified near-duplicates, each with the cluster it had."""


@dataclass(slots=True)
class Found:
    """What a look-up found."""

    relatives: dict[str, Relatives] = field(default_factory=dict)
    """Id of each article that was looked up → its relatives."""
    candidates: set[str] = field(default_factory=set)
    """Keys of all stored fingerprints that share a band with any of them and were judged."""


@dataclass(slots=True)
class _Stored:
    """What the indexes say of some articles."""

    firsts: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """Content hash → the first record with it: ``first``, ``seen``, ``cluster``, ``records``."""
    candidates: dict[str, list[int]] = field(default_factory=dict)
    """Key of a fingerprint that shares a band with any of them → its bands."""


class Duplicates:
    """Finds and marks duplicates in one database."""

    def __init__(self, database: AsyncDatabase[dict[str, Any]]):
        self._articles = database[ARTICLES]
        # The articles, written after these, are acknowledged by a majority: that covers both.
        self._fingerprints = database[FINGERPRINTS].with_options(write_concern=WriteConcern(w=1))

    async def find(self, documents: Sequence[Mapping[str, Any]]) -> Found:
        """Relatives of each of ``documents`` (``_id``, ``title``, ``body``, …, ``bands``).

        They may be stored already, and may be each other's.
        """
        found = Found({document["_id"]: Relatives() for document in documents})
        if documents:
            stored = await self._look_up(documents)
            self._find_same(documents, stored.firsts, found.relatives)
            await self._find_similar(documents, found, stored)
        return found

    async def _look_up(self, documents: Sequence[Mapping[str, Any]]) -> _Stored:
        """What the store holds of the same text or with a band in common, by one question."""
        hashes = list({document["content_hash"] for document in documents})
        bands = {band for document in documents for band in document["bands"]}
        limit = CANDIDATES * len(documents)
        cursor = await self._articles.aggregate(
            [
                {"$match": {"content_hash": {"$in": hashes}}},
                {"$sort": {"content_hash": 1, "first_seen_at": 1, "_id": 1}},
                {
                    "$group": {
                        "_id": "$content_hash",
                        "first": {"$first": "$_id"},
                        "seen": {"$first": "$first_seen_at"},
                        "cluster": {"$first": "$cluster"},
                        "records": {"$sum": 1},
                    }
                },
                {"$unionWith": {"coll": FINGERPRINTS, "pipeline": _sharing(bands, limit)}},
            ],
            batchSize=len(hashes) + limit,
        )
        stored = _Stored()
        for one in await cursor.to_list():
            if "records" in one:
                stored.firsts[one["_id"]] = one
            else:
                stored.candidates[one["_id"]] = one["bands"]
        found = stored.candidates
        while len(found) == limit:
            # Texts of one pattern may be so many that they crowd out all others. Their bands tell
            # nothing, and are left out. With so many texts at least one band has its share.
            having = Counter(band for keys in found.values() for band in keys)
            bands -= {band for band in bands if having[band] * len(bands) >= limit}
            cursor = await self._fingerprints.aggregate(_sharing(bands, limit), batchSize=limit)
            found = {one["_id"]: one["bands"] for one in await cursor.to_list()}
            stored.candidates.update(found)
        return stored

    @staticmethod
    def _find_same(
        documents: Sequence[Mapping[str, Any]],
        stored: Mapping[str, Mapping[str, Any]],
        relatives: Mapping[str, Relatives],
    ) -> None:
        firsts: dict[str, tuple[Any, str, str]] = {
            key: (one["seen"], one["first"], one["cluster"]) for key, one in stored.items()
        }
        for document in documents:
            key = document["content_hash"]
            own = (document["first_seen_at"], document["_id"], document["cluster"])
            firsts[key] = min(firsts.get(key, own), own)
        for document in documents:
            _, first, cluster = firsts[document["content_hash"]]
            if first != document["_id"]:
                found = relatives[document["_id"]]
                found.first = first
                found.similar[first] = cluster

    async def _find_similar(
        self, documents: Sequence[Mapping[str, Any]], found: Found, stored: _Stored
    ) -> None:
        # Imported here: it loads numpy, which only the comparison of texts needs.
        from tsnet.text.versions import features, may_be_same_story, same_story

        texts = dict(stored.candidates)
        for document in documents:
            texts[fingerprint_id(document["_id"], document["content_hash"])] = document["bands"]
        wanted = _most_alike(documents, texts)
        known = {document["_id"]: document for document in documents}
        missing = {other for near in wanted.values() for other in near} - known.keys()
        fields = {"title": 1, "body": 1, "cluster": 1, "content_hash": 1}
        if missing:
            async for one in self._articles.find({"_id": {"$in": list(missing)}}, fields):
                known[one["_id"]] = one
        # A text whose article is only being written is left out: it may be there later.
        written = {fingerprint_id(key, one["content_hash"]) for key, one in known.items()}
        found.candidates.update(
            text for text in texts if text in written or article_of(text) not in missing
        )
        cache: dict[str, Features] = {}

        def features_of(identity: str) -> Features:
            if identity not in cache:
                cache[identity] = features(known[identity]["body"], known[identity]["title"])
            return cache[identity]

        for number, (identity, near) in enumerate(wanted.items()):
            if number % 10 == 9:
                # A comparison takes a millisecond: let other tasks run in between.
                await asyncio.sleep(0)
            own = features_of(identity)
            for other in _to_compare(near, known):
                if may_be_same_story(own, known[other]["body"]) and same_story(
                    own, features_of(other)
                ):
                    found.relatives[identity].similar[other] = known[other]["cluster"]

    async def remember(self, documents: Iterable[Mapping[str, Any]]) -> None:
        """Keep the fingerprints of ``documents``, which are to be stored after that.

        The other way round, a writer that is killed in between would leave articles that nobody
        finds. What is refused is there already, or is of an article that will be refused.
        """
        await write_each(
            self._fingerprints,
            [
                InsertOne(fingerprint_document(one["_id"], one["content_hash"], one["bands"]))
                for one in documents
                if one["bands"]
            ],
        )

    async def settle(
        self, documents: Sequence[Mapping[str, Any]], before: Found | None = None
    ) -> None:
        """Mark what other writers have written meanwhile; ``documents`` are stored now.

        ``before``: what ``find`` said before they were stored; those that it does not speak of are
        looked up. Every writer ends with the same marks, whatever the order of their writes.
        """
        if not documents:
            return
        stored = await self._look_up(documents)
        for content_hash, first in stored.firsts.items():
            if first["records"] > 1:
                await self.point_to_first(content_hash)
        relatives = dict(before.relatives) if before else {}
        judged = before.candidates if before else set()
        fresh = {
            band
            for text, bands in stored.candidates.items()
            if text not in judged and article_of(text) not in relatives
            for band in bands
        }
        again = [
            document
            for document in documents
            if document["_id"] not in relatives or not fresh.isdisjoint(document["bands"])
        ]
        relatives.update((await self.find(again)).relatives)
        for document in documents:
            similar = relatives[document["_id"]].similar
            if any(cluster != document["cluster"] for cluster in similar.values()):
                await self.merge([document["_id"], *similar])

    async def point_to_first(self, content_hash: str) -> None:
        """Make all records of one text point to the first of them, and that one to none.

        A record whose mark changes loses its number in the search index, which filters by it.
        """
        first = await self._articles.find_one(
            {"content_hash": content_hash},
            {"duplicate_of": 1},
            sort=[("first_seen_at", 1), ("_id", 1)],
        )
        if first is None:
            return
        identity = first["_id"]
        if first["duplicate_of"] is not None:
            await self._articles.update_one(
                {"_id": identity, "content_hash": content_hash},
                {"$set": {"duplicate_of": None}, "$unset": {"search_no": ""}},
            )
        await self._articles.update_many(
            {
                "content_hash": content_hash,
                "_id": {"$ne": identity},
                "duplicate_of": {"$ne": identity},
            },
            {"$set": {"duplicate_of": identity}, "$unset": {"search_no": ""}},
        )

    async def repoint(self, identities: Sequence[str]) -> None:
        """Mend marks of or to these records that lead to another text, or to no record."""
        # Of the index on duplicate_of, which has texts only, MongoDB makes use where that is said.
        marked = {"_id": {"$in": identities}, "duplicate_of": {"$ne": None}}
        marked_by = {"duplicate_of": {"$in": identities, "$type": "string"}}
        pointing = await self._articles.find(
            {"$or": [marked, marked_by]}, {"duplicate_of": 1, "content_hash": 1}
        ).to_list()
        named = {"_id": {"$in": [one["duplicate_of"] for one in pointing]}}
        texts = {
            one["_id"]: one["content_hash"]
            async for one in self._articles.find(named, {"content_hash": 1})
        }
        wrong = {
            one["content_hash"]
            for one in pointing
            if texts.get(one["duplicate_of"]) != one["content_hash"]
        }
        for content_hash in wrong:
            await self.point_to_first(content_hash)

    async def merge(self, identities: Iterable[str]) -> None:
        """Bring the clusters of these records together under the least of their names.

        Names only ever become lesser, and every writer repeats the merge until nothing is left to
        do: so writers that merge overlapping stories at once end with one cluster.
        """
        wanted = list(identities)
        for _ in range(ROUNDS):
            found = self._articles.find({"_id": {"$in": wanted}}, {"cluster": 1})
            clusters = sorted({one["cluster"] async for one in found})
            if len(clusters) < 2:
                return
            target, *others = clusters
            while True:
                done = await self._articles.update_many(
                    {"cluster": {"$in": others}}, {"$set": {"cluster": target}}
                )
                if not done.modified_count:
                    break


def _sharing(bands: Iterable[int], limit: int) -> list[dict[str, Any]]:
    return [{"$match": {"bands": {"$in": list(bands)}}}, {"$limit": limit}]


def _most_alike(
    documents: Sequence[Mapping[str, Any]], texts: Mapping[str, Sequence[int]]
) -> dict[str, list[str]]:
    """Id of each document → ids of the articles to read for it, the most alike first.

    ``texts``: key of a fingerprint → its bands.
    """
    sketches = {text: sketch(bands) for text, bands in texts.items() if bands}
    by_band: dict[int, list[str]] = {band: [] for one in documents for band in one["bands"]}
    for text, bands in texts.items():
        for band in bands:
            if band in by_band:
                by_band[band].append(text)
    wanted: dict[str, list[str]] = {}
    for document in documents:
        alike: dict[str, float] = {}
        own = sketches.get(fingerprint_id(document["_id"], document["content_hash"]), b"")
        for text in {text for band in document["bands"] for text in by_band[band]}:
            score = resemblance(own, sketches[text])
            if score >= LEAST_RESEMBLANCE:
                alike[article_of(text)] = max(score, alike.get(article_of(text), 0.0))
        alike.pop(document["_id"], None)
        if alike:
            near = sorted(alike, key=lambda one: (-alike[one], one))
            wanted[document["_id"]] = near[:READ]
    return wanted


def _to_compare(near: Iterable[str], known: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Those of ``near`` to compare a text with: no story may crowd out all others."""
    in_cluster: Counter[str] = Counter()
    chosen = []
    for other in near:
        if other in known:
            cluster = known[other]["cluster"]
            in_cluster[cluster] += 1
            if in_cluster[cluster] <= COMPARED_IN_A_CLUSTER:
                chosen.append(other)
    return chosen[:COMPARED]
