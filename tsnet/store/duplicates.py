"""Which stored articles have the same text, and which are versions of one story.

Both are found by indexes in MongoDB, so it works across runs, processes and machines. Looked up
before an article is written, so that it is marked from the start, and again after, so that of two
writers which write two versions at once the one that reads last sees the other.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tsnet.store.schema import ARTICLES
from tsnet.text.fingerprint import Features, features, may_be_same_story, same_story

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase

CANDIDATES = 100
"""Records that share a band which are read for one article, without their texts."""
COMPARED = 16
"""Texts that one article is compared with: those that share most bands with it.

One of similarity 0.8 shares eight of the 20 on average; of 2,000 such, one shares fewer than two.
"""
COMPARED_IN_A_CLUSTER = 3
"""Records of one story that an article is compared with: those that share most bands."""
ROUNDS = 20
"""Times that a merge is repeated while other writers change the same stories."""


@dataclass(slots=True)
class Relatives:
    """What the store holds that is like one article."""

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
    """Ids of all stored records that share a band with any of them, boundedly many."""


@dataclass(slots=True)
class _Stored:
    """What the indexes say of some articles."""

    firsts: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """Content hash → the first record with it: ``first``, ``seen``, ``cluster``, ``records``."""
    candidates: list[dict[str, Any]] = field(default_factory=list)
    """Records that share a band with any of them: ``_id``, ``bands``, ``cluster``."""


class Duplicates:
    """Finds and marks duplicates in one database."""

    def __init__(self, database: AsyncDatabase[dict[str, Any]]):
        self._articles = database[ARTICLES]

    async def find(self, documents: Sequence[Mapping[str, Any]]) -> Found:
        """Relatives of each of ``documents`` (``_id``, ``body``, ``content_hash``, ``bands``).

        They may be stored already, and may be each other's.
        """
        found = Found({document["_id"]: Relatives() for document in documents})
        if documents:
            stored = await self._look_up(documents)
            found.candidates.update(one["_id"] for one in stored.candidates)
            self._find_same(documents, stored.firsts, found.relatives)
            await self._find_similar(documents, stored.candidates, found.relatives)
        return found

    async def _look_up(self, documents: Sequence[Mapping[str, Any]]) -> _Stored:
        """What the store holds of the same text or with a band in common, by one question."""
        hashes = list({document["content_hash"] for document in documents})
        bands = list({band for document in documents for band in document["bands"]})
        limit = CANDIDATES * len(documents)
        wanted = {"bands": 1, "cluster": 1}
        if len(documents) == 1:
            # For one, the texts are few enough to be sent before it is known which are wanted.
            wanted["body"] = 1
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
                {
                    "$unionWith": {
                        "coll": self._articles.name,
                        "pipeline": [
                            {"$match": {"bands": {"$in": bands}}},
                            {"$limit": limit},
                            {"$project": wanted},
                        ],
                    }
                },
            ]
        )
        stored = _Stored()
        async for one in cursor:
            if "records" in one:
                stored.firsts[one["_id"]] = one
            else:
                stored.candidates.append(one)
        if len(stored.candidates) >= limit:
            stored.candidates = await self._nearest(documents)
        return stored

    async def _nearest(self, documents: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The records that share most bands with each of ``documents``.

        Where there are more of one pattern than all may have, none may crowd out another.
        """
        nearest: dict[str, dict[str, Any]] = {}
        for document in documents:
            common = {"$setIntersection": ["$bands", document["bands"]]}
            cursor = await self._articles.aggregate(
                [
                    {"$match": {"bands": {"$in": document["bands"]}}},
                    {"$project": {"bands": 1, "cluster": 1, "common": {"$size": common}}},
                    {"$sort": {"common": -1, "_id": 1}},
                    {"$limit": CANDIDATES},
                ]
            )
            nearest.update({one["_id"]: one async for one in cursor})
        return list(nearest.values())

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
        self,
        documents: Sequence[Mapping[str, Any]],
        candidates: Sequence[Mapping[str, Any]],
        relatives: Mapping[str, Relatives],
    ) -> None:
        by_band: dict[int, set[str]] = defaultdict(set)
        known: dict[str, Mapping[str, Any]] = {}
        for record in (*candidates, *documents):
            known[record["_id"]] = record
            for band in record["bands"]:
                by_band[band].add(record["_id"])
        wanted: dict[str, list[str]] = {}
        for document in documents:
            chosen = self._choose(document, by_band, known)
            if chosen:
                wanted[document["_id"]] = chosen
        missing = {one for chosen in wanted.values() for one in chosen if "body" not in known[one]}
        bodies: dict[str, str] = {}
        if missing:
            async for one in self._articles.find({"_id": {"$in": list(missing)}}, {"body": 1}):
                bodies[one["_id"]] = one["body"]
        cache: dict[str, Features] = {}

        def body_of(identity: str) -> str:
            body: str = known[identity].get("body") or bodies.get(identity, "")
            return body

        def features_of(identity: str) -> Features:
            if identity not in cache:
                cache[identity] = features(body_of(identity))
            return cache[identity]

        for number, (identity, chosen) in enumerate(wanted.items()):
            if number % 10 == 9:
                # To compare texts is work of a millisecond each: others have their turn.
                await asyncio.sleep(0)
            own = features_of(identity)
            for other in chosen:
                if may_be_same_story(own, body_of(other)) and same_story(own, features_of(other)):
                    relatives[identity].similar[other] = known[other]["cluster"]

    @staticmethod
    def _choose(
        document: Mapping[str, Any],
        by_band: Mapping[int, set[str]],
        known: Mapping[str, Mapping[str, Any]],
    ) -> list[str]:
        """Ids to compare ``document`` with, those that share most bands first."""
        shared: Counter[str] = Counter()
        for band in document["bands"]:
            if len(by_band[band]) > 1:
                shared.update(by_band[band])
        del shared[document["_id"]]
        if not shared:
            return []
        in_cluster: Counter[str] = Counter()
        chosen = []
        for other, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
            cluster = known[other]["cluster"]
            in_cluster[cluster] += 1
            if in_cluster[cluster] <= COMPARED_IN_A_CLUSTER:
                chosen.append(other)
        return chosen[:COMPARED]

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
        known = relatives.keys() | (before.candidates if before else set())
        fresh = {
            band
            for candidate in stored.candidates
            if candidate["_id"] not in known
            for band in candidate["bands"]
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

    async def merge(self, identities: Iterable[str]) -> str:
        """Bring the clusters of these records together under the least of their names.

        Names only ever fall, and whoever merges looks again until nothing is left to do: so
        writers that merge overlapping stories at once end with one cluster. Returns its name.
        """
        wanted = list(identities)
        target = ""
        for _ in range(ROUNDS):
            found = self._articles.find({"_id": {"$in": wanted}}, {"cluster": 1})
            clusters = {one["cluster"] async for one in found}
            target = min(clusters, default="")
            others = list(clusters - {target})
            if not others:
                break
            while True:
                done = await self._articles.update_many(
                    {"cluster": {"$in": others}}, {"$set": {"cluster": target}}
                )
                if not done.modified_count:
                    break
        return target
