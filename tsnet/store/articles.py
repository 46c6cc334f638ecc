"""Writing what a crawl found: articles with their versions, raw pages, rejects, in batches.

Every write may be repeated: a batch whose outcome is unknown is simply written again.
"""

from __future__ import annotations

import asyncio
import struct
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import bson
from bson.codec_options import CodecOptions
from bson.errors import InvalidDocument
from bson.raw_bson import RawBSONDocument
from pymongo import InsertOne, UpdateMany, UpdateOne, WriteConcern

from tsnet.items import Article, ArticlePages, NotModified, Reject, Sightings
from tsnet.store.bulk import DUPLICATE_KEY, as_unavailable, write_each
from tsnet.store.collections import ARTICLES, REVISIONS
from tsnet.store.documents import Item, article_document, utc_milliseconds
from tsnet.store.duplicates import Duplicates, Found
from tsnet.store.errors import StoreUnavailable
from tsnet.store.known import ABSENT
from tsnet.store.packing import LARGEST
from tsnet.store.pages import write_pages
from tsnet.store.rejects import INVALID_RECORD, TOO_LARGE, blame, refused_record, write_rejects
from tsnet.store.revisions import (
    Comparison,
    address_of,
    compare,
    is_elsewhere,
    revision_document,
)
from tsnet.text.fingerprint import fingerprint

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase

ATTEMPTS = 30
"""Times that an article is read and written again while other writers change it."""
TOLD_APART_BY = ("revision", "content_hash", "title", "published_at")
"""Fields by which a stored record is seen to be the version that was written."""
MET_ELSEWHERE = 4096
"""Articles of which a second address is remembered, for when that of the record is gone."""


@dataclass(slots=True)
class Written:
    """What became of a batch: each of its items is counted once."""

    new: list[str] = field(default_factory=list)
    """Ids of articles stored for the first time."""
    changed: list[str] = field(default_factory=list)
    """Ids of articles stored as a new version."""
    unchanged: list[str] = field(default_factory=list)
    """Ids of articles that were stored with the same text already."""
    not_modified: int = 0
    """Articles that the server said have not changed."""
    pages: int = 0
    """Raw pages stored for the first time."""
    rejected: Counter[str] = field(default_factory=Counter)
    """Reason → items that went to ``rejects``."""

    def add(self, other: Written) -> None:
        """Count what became of another batch, too."""
        self.new += other.new
        self.changed += other.changed
        self.unchanged += other.unchanged
        self.not_modified += other.not_modified
        self.pages += other.pages
        self.rejected += other.rejected


class ArticleStore:
    """Writes batches into one database, beside any number of other writers."""

    def __init__(self, database: AsyncDatabase[dict[str, Any]], *, recleaning: bool = False):
        """``database`` must be prepared (``preparation.prepare``).

        ``recleaning``: the articles were read again from stored pages. Then fields whose change
        makes no new version (rights, quality, …) are updated as well.
        """
        concern = WriteConcern(**{"w": "majority", **database.write_concern.document, "j": True})
        self._database: AsyncDatabase[dict[str, Any]] = database.with_options(
            codec_options=CodecOptions(tz_aware=True, tzinfo=timezone.utc), write_concern=concern
        )
        self._duplicates = Duplicates(self._database)
        self._recleaning = recleaning
        self._elsewhere: dict[str, dict[str, Any]] = {}
        """Article → where it was met last, if that is not the address in its record."""

    async def write(self, items: Sequence[Item], *, inherited: bool = False) -> Written:
        """Write all of ``items``; its articles are marked (``tsnet.store.fingerprints.mark``).

        What can't be stored goes to ``rejects``. ``inherited``: an earlier run has fetched them.
        What the host said to it is nothing to judge this run by, so it is not counted; nor is an
        article marked as gone for it, since nobody has judged whether most were denied then.

        Raises StoreUnavailable when the server doesn't do it; the batch may then be partly
        written, and is to be written again as a whole.
        """
        written = Written()
        with as_unavailable():
            # Pages first: an article without its pages could never be cleaned again.
            given = [item for item in items if isinstance(item, Reject)]
            written.pages, rejects = await write_pages(
                self._database, [item for item in items if isinstance(item, ArticlePages)]
            )
            articles = [item for item in items if isinstance(item, Article)]
            while articles:
                # An article that stands twice in a batch is written one version after the other.
                first: dict[str, Article] = {}
                for article in articles:
                    first.setdefault(article.id, article)
                articles = [article for article in articles if first[article.id] is not article]
                rejects += await self._write_articles(list(first.values()), written)
            await self._write_seen(
                [item for item in items if isinstance(item, NotModified)], written
            )
            await self._write_sightings([item for item in items if isinstance(item, Sightings)])
            await write_rejects(self._database, [*given, *rejects])
            if inherited:
                written.not_modified = 0
                items = [item for item in items if not isinstance(item, Reject)]
            else:
                rejects += given
            if not self._recleaning:
                await self._mark_gone(items)
            written.rejected.update(reject.reason for reject in rejects)
        return written

    async def relink(self, newest: int) -> None:
        """Mark duplicates among the last records, for a writer that was killed before it could.

        ``newest``: how many; and as many of those that were corrected and not indexed since.
        """
        articles = self._database[ARTICLES]
        fields = dict.fromkeys(("title", "body", "content_hash", "cluster", "first_seen_at"), 1)
        with as_unavailable():
            last = await articles.find(
                {}, fields, sort=[("first_seen_at", -1)], limit=newest
            ).to_list()
            # The correction itself took their number.
            last += await articles.find({"search_no": None}, fields, limit=newest).to_list()
            found = {one["_id"]: one for one in last}
            await self._duplicates.settle(
                [{**one, "bands": fingerprint(one["body"]).bands} for one in found.values()]
            )
            await self._duplicates.repoint(list(found))

    async def compare(self, articles: Sequence[Article]) -> list[Comparison]:
        """What writing ``articles`` would do to those that are stored, without writing anything."""
        read = {article.id: article for article in articles}
        with as_unavailable():
            stored = await self._database[ARTICLES].find({"_id": {"$in": list(read)}}).to_list()
        now = datetime.now(timezone.utc)
        comparisons = []
        for old in stored:
            new = read[old["_id"]]
            document = article_document(new)
            comparisons.append(
                compare(old, document, new.doubtful, now, recleaning=self._recleaning)
            )
        return comparisons

    async def _write_seen(self, items: list[NotModified], written: Written) -> None:
        await write_each(
            self._database[ARTICLES],
            [
                UpdateOne(
                    {"_id": item.id},
                    {
                        "$max": {"last_seen_at": utc_milliseconds(item.seen_at)},
                        "$addToSet": {"urls": item.url},
                    },
                )
                for item in items
            ],
        )
        written.not_modified += len(items)

    async def _write_sightings(self, items: list[Sightings]) -> None:
        """Let ``urls`` of the articles that are stored grow."""
        await write_each(
            self._database[ARTICLES],
            [
                UpdateOne({"_id": identity}, {"$addToSet": {"urls": {"$each": urls}}})
                for item in items
                for identity, urls in item.urls.items()
            ],
        )

    async def _mark_gone(self, items: Sequence[Item]) -> None:
        """Note of stored articles that the host has them no more, elsewhere, or again."""
        operations: list[UpdateOne | UpdateMany] = []
        now = datetime.now(timezone.utc)
        absent = [item for item in items if isinstance(item, Reject) and item.reason in ABSENT]
        stored = self._database[ARTICLES].find(
            {"_id": {"$in": [item.id for item in absent]}}, {"url": 1}
        )
        urls = {found["_id"]: found["url"] async for found in stored} if absent else {}
        for item in absent:
            if item.id not in urls or is_elsewhere(item.url, urls[item.id]):
                continue
            moment = utc_milliseconds(item.rejected_at)
            if address := self._elsewhere.get(str(item.id)):
                moved = {"$set": address, "$unset": {"search_no": ""}}
                operations.append(UpdateOne({"_id": item.id}, moved))
            else:
                # What is later than now says nothing: a clock was ahead.
                since = {"last_seen_at": {"$gte": moment, "$lte": now}}
                not_met = {"_id": item.id, "$nor": [since]}
                operations.append(UpdateOne(not_met, {"$min": {"gone_at": moment}}))
        met = [item.id for item in items if isinstance(item, (Article, NotModified))]
        if met:
            later = {"$expr": {"$gte": ["$last_seen_at", "$gone_at"]}}
            back = {"$or": [later, {"gone_at": {"$gt": now}}]}
            gone = {"_id": {"$in": met}, "gone_at": {"$exists": True}}
            operations.append(UpdateMany({**gone, **back}, {"$unset": {"gone_at": ""}}))
        await write_each(self._database[ARTICLES], operations)

    async def _write_articles(self, articles: list[Article], written: Written) -> list[Reject]:
        rejects: list[Reject] = []
        pending: dict[str, _Pending] = {}
        for number, article in enumerate(articles):
            if number % 20 == 19:
                # Let other tasks of the event loop run before the whole batch is done.
                await asyncio.sleep(0)
            one = _Pending(article, article_document(article))
            fault = one.encode()
            if fault:
                rejects.append(refused_record(article, *fault))
            else:
                pending[article.id] = one
        for _ in range(ATTEMPTS):
            if not pending:
                return rejects
            for identity, refusal in (await self._attempt(pending, written)).items():
                one = pending.pop(identity)
                if refusal is not None:
                    rejects.append(refused_record(one.article, *refusal, one.encoded))
        raise StoreUnavailable(
            f"articles {', '.join(sorted(pending)[:3])} are changed by other writers all the time"
        )

    async def _attempt(
        self, pending: Mapping[str, _Pending], written: Written
    ) -> dict[str, tuple[str, str] | None]:
        """Write what can be written now.

        Returns what is settled: id → None when stored, reason and detail when refused. The rest
        was changed by another writer in between.
        """
        collection = self._database[ARTICLES]
        stored = {
            found["_id"]: found async for found in collection.find({"_id": {"$in": list(pending)}})
        }
        unknown = [one for key, one in pending.items() if key not in stored]
        touched: list[tuple[str, dict[str, Any]]] = []
        versions: list[Comparison] = []
        earlier: set[str] = set()
        now = datetime.now(timezone.utc)
        for identity, old in stored.items():
            new = pending[identity].document
            if not self._recleaning and is_elsewhere(new["url"], old["url"]):
                self._elsewhere[identity] = address_of(new)
                if len(self._elsewhere) > MET_ELSEWHERE:
                    del self._elsewhere[next(iter(self._elsewhere))]
            doubtful = pending[identity].article.doubtful
            version = compare(old, new, doubtful, now, recleaning=self._recleaning)
            if version.changes:
                versions.append(version)
            else:
                touched.append((identity, version.seen))
                if "$min" in version.seen:
                    earlier.add(old["content_hash"])
        settled: dict[str, tuple[str, str] | None] = {}
        await self._touch(touched, settled)
        for content_hash in earlier:
            await self._duplicates.point_to_first(content_hash)
        written.unchanged += [identity for identity, _ in touched]
        inserted, found = await self._insert(unknown, settled)
        written.new += [document["_id"] for document in inserted]
        replaced = await self._replace(versions, settled, written)
        await self._duplicates.settle([*inserted, *replaced], found)
        return settled

    async def _touch(
        self,
        touched: list[tuple[str, dict[str, Any]]],
        settled: dict[str, tuple[str, str] | None],
    ) -> None:
        updates = [(identity, update) for identity, update in touched if update]
        faults = await write_each(
            self._database[ARTICLES],
            [UpdateOne({"_id": identity}, update) for identity, update in updates],
        )
        settled.update((identity, None) for identity, _ in touched)
        for number, fault in faults.items():
            settled[updates[number][0]] = blame(fault)

    async def _insert(
        self, new: list[_Pending], settled: dict[str, tuple[str, str] | None]
    ) -> tuple[list[dict[str, Any]], Found]:
        """Store new records. Returns those that were, and what was found to be like them."""
        documents = [
            {**one.document, "bands": one.article.bands, "cluster": one.article.id} for one in new
        ]
        found = await self._duplicates.find(documents)
        operations = []
        for one, document in zip(new, documents, strict=True):
            relatives = found.relatives[one.article.id]
            marks = {
                "duplicate_of": relatives.first,
                "cluster": min([one.article.id, *relatives.similar.values()]),
            }
            document.update(marks)
            operations.append(InsertOne(_joined(one.encoded, marks)))
        clusters = {document["_id"]: document["cluster"] for document in documents}
        for relatives in found.relatives.values():
            relatives.similar.update(
                {other: clusters[other] for other in relatives.similar if other in clusters}
            )
        await self._duplicates.remember(documents)
        faults = await write_each(self._database[ARTICLES], operations)
        inserted = []
        for number, document in enumerate(documents):
            if number not in faults:
                settled[document["_id"]] = None
                inserted.append(document)
            elif faults[number]["code"] != DUPLICATE_KEY:
                settled[document["_id"]] = blame(faults[number])
        return inserted, found

    async def _replace(
        self,
        versions: list[Comparison],
        settled: dict[str, tuple[str, str] | None],
        written: Written,
    ) -> list[dict[str, Any]]:
        """Write new versions, the ones before kept first. Returns the documents now stored."""
        if not versions:
            return []
        await self._keep_revisions(versions, settled)
        versions = [version for version in versions if version.identity not in settled]
        targets = {version.identity: version.result() for version in versions}
        for target in targets.values():
            target["bands"] = fingerprint(target["body"]).bands
        await self._duplicates.remember(targets.values())
        faults = await write_each(
            self._database[ARTICLES],
            [
                UpdateOne(
                    {
                        "_id": version.identity,
                        "revision": version.old["revision"],
                        "content_hash": version.old["content_hash"],
                    },
                    version.update(),
                )
                for version in versions
            ],
        )
        for number, fault in faults.items():
            settled[versions[number].identity] = blame(fault)
        replaced = []
        stored = await self._as_they_stand([version.identity for version in versions])
        for version in versions:
            found, target = stored.get(version.identity), targets[version.identity]
            if version.identity in settled or found is None:
                continue
            if any(found[name] != target[name] for name in TOLD_APART_BY):
                continue
            settled[version.identity] = None
            (written.changed if version.changed else written.unchanged).append(version.identity)
            replaced.append(
                {
                    **target,
                    "cluster": found["cluster"],
                    "first_seen_at": found["first_seen_at"],
                }
            )
            if target["content_hash"] != version.old["content_hash"]:
                await self._leave_text(version)
        return replaced

    async def _keep_revisions(
        self, versions: list[Comparison], settled: dict[str, tuple[str, str] | None]
    ) -> None:
        """Keep the versions before these; what is refused is settled."""
        kept = [
            revision_document(version.old, version.changed, version.new["fetched_at"])
            for version in versions
            if version.changed
        ]
        faults = await write_each(
            self._database[REVISIONS],
            [
                UpdateOne({"_id": document["_id"]}, {"$setOnInsert": document}, upsert=True)
                for document in kept
            ],
        )
        for number, fault in faults.items():
            settled[kept[number]["article"]] = blame(fault)

    async def _as_they_stand(self, ids: list[str]) -> dict[str, dict[str, Any]]:
        """Articles by id, of each what tells its version apart.

        A bulk doesn't say which of its updates found their document as it was read.
        """
        fields = dict.fromkeys((*TOLD_APART_BY, "cluster", "first_seen_at"), 1)
        found = self._database[ARTICLES].find({"_id": {"$in": ids}}, fields)
        return {one["_id"]: one async for one in found}

    async def _leave_text(self, version: Comparison) -> None:
        """After a record's text has changed, give the records of its old text a new first."""
        await self._database[ARTICLES].update_one(
            {"_id": version.identity, "content_hash": version.result()["content_hash"]},
            {"$set": {"duplicate_of": None}, "$unset": {"search_no": ""}},
        )
        await self._duplicates.point_to_first(version.old["content_hash"])


@dataclass(slots=True)
class _Pending:
    """An article that is being written."""

    article: Article
    document: dict[str, Any]
    encoded: bytes = b""
    """``document`` as BSON, without the marks that are found when it is written."""

    def encode(self) -> tuple[str, str] | None:
        """Fill in ``encoded``; returns reason and detail when the document can't be sent at all."""
        try:
            self.encoded = bson.encode(self.document)
        except (InvalidDocument, OverflowError, TypeError, ValueError) as error:
            return INVALID_RECORD, f"it can't be written as BSON: {error}"
        size = len(self.encoded)
        if size > LARGEST:
            return (
                TOO_LARGE,
                f"the record has {size:,} bytes, more than a document of MongoDB can hold",
            )
        return None


def _joined(encoded: bytes, more: Mapping[str, Any]) -> RawBSONDocument:
    """One BSON document with the fields of both: encoding a record twice is what costs most."""
    # BSON (bsonspec.org): length, elements, a zero byte.
    elements = encoded[4:-1] + bson.encode(more)[4:-1]
    return RawBSONDocument(struct.pack("<i", len(elements) + 5) + elements + b"\0")
