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
from pymongo import InsertOne, UpdateOne, WriteConcern
from pymongo.errors import BulkWriteError, PyMongoError

from tsnet.items import Article, ArticlePages, FetchedPage, NotModified, Reject
from tsnet.store.connection import without_password
from tsnet.store.documents import Item, article_document, utc_milliseconds
from tsnet.store.duplicates import Duplicates, Found
from tsnet.store.errors import StoreUnavailable
from tsnet.store.pages import LARGEST, add_fetch, fetch_document, pack, page_document
from tsnet.store.rejects import (
    INVALID_RECORD,
    REJECTED_BY_SERVER,
    TOO_LARGE,
    kept_record,
    refused,
    reject_update,
)
from tsnet.store.revisions import (
    BOOKKEEPING,
    DERIVED_BY_STORE,
    LOST,
    SAID_BY_THE_CRAWL,
    TEXTS,
    differences,
    merged,
    revision_document,
)
from tsnet.store.schema import ARTICLES, PAGES, REJECTS, REVISIONS, SCHEMA_VERSION
from tsnet.text.fingerprint import fingerprint

if TYPE_CHECKING:
    from pymongo.asynchronous.collection import AsyncCollection
    from pymongo.asynchronous.database import AsyncDatabase

ATTEMPTS = 30
"""Times that an article is read and written again while other writers change it."""

DUPLICATE_KEY = 11000
"""MongoDB's error code for an ``_id`` that exists."""
DOCUMENT_INVALID = 121
"""MongoDB's error code for a document that breaks the collection's ``$jsonSchema``."""
DOCUMENT_FAULTS = frozenset({2, 9, 14, 22, 52, 54, 56, 57, 121, 10003, 10334, 17280, 17419, 17420})
"""MongoDB's error codes that blame one document; any other is the server's state, and is retried.

BadValue, FailedToParse, TypeMismatch, InvalidBSON, DollarPrefixedFieldName, NotSingleValueField,
EmptyFieldName, DottedFieldName, DocumentValidationFailure, and the sizes
(src/mongo/base/error_codes.yml of MongoDB).
"""


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


@dataclass(slots=True)
class Comparison:
    """A stored article and what was fetched of it now."""

    old: dict[str, Any]
    """The stored record."""
    new: dict[str, Any]
    """The record as it was read now."""
    seen: dict[str, Any]
    """Update operators that say when and where it was seen."""
    fields: dict[str, Any]
    """Fields to set beyond those."""
    changed: list[str]
    """Fields whose difference makes it a new revision; empty when only fields are brought up."""

    @property
    def identity(self) -> str:
        """Id of the article."""
        identity: str = self.old["_id"]
        return identity

    @property
    def changes(self) -> bool:
        """True when more than the dates and addresses at which it was seen are to be written."""
        return bool(self.fields)

    def _set(self) -> dict[str, Any]:
        fields = {**self.fields, "schema_version": SCHEMA_VERSION}
        if self.changed:
            fields["revision"] = self.old["revision"] + 1
        return fields

    def update(self) -> dict[str, Any]:
        """The update that makes the stored record this version."""
        # The search index takes in anew what has lost its number.
        return {**self.seen, "$set": self._set(), "$unset": {"search_no": ""}}

    def result(self) -> dict[str, Any]:
        """The record after that update, apart from when and where it was seen."""
        return {**self.old, **self._set()}


class ArticleStore:
    """Writes batches into one database, beside any number of other writers."""

    def __init__(self, database: AsyncDatabase[dict[str, Any]], *, recleaning: bool = False):
        """``database`` must be prepared (``schema.prepare``).

        ``recleaning``: the articles were read anew from stored pages. Then what is no difference
        between versions (rights, quality, …) is brought up to date as well.
        """
        concern = WriteConcern(**{"w": "majority", **database.write_concern.document, "j": True})
        self._database: AsyncDatabase[dict[str, Any]] = database.with_options(
            codec_options=CodecOptions(tz_aware=True, tzinfo=timezone.utc), write_concern=concern
        )
        self._duplicates = Duplicates(self._database)
        self._recleaning = recleaning

    async def write(self, items: Sequence[Item]) -> Written:
        """Write all of ``items``. What can't be stored goes to ``rejects``.

        Raises StoreUnavailable when the server doesn't do it; the batch may then be partly
        written, and is to be written again as a whole.
        """
        written = Written()
        try:
            # Pages first: an article that is there without its pages could not be cleaned again.
            rejects = [item for item in items if isinstance(item, Reject)]
            rejects += await self._write_pages(
                [item for item in items if isinstance(item, ArticlePages)], written
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
            await self._write_rejects(rejects)
            written.rejected.update(reject.reason for reject in rejects)
        except BulkWriteError as error:
            raise _unavailable(_first_reason(error)) from error
        except PyMongoError as error:
            raise _unavailable(str(error)) from error
        return written

    async def relink(self, newest: int) -> None:
        """Mark duplicates among the last records, for a writer that was killed before it could."""
        cursor = self._database[ARTICLES].find(
            {}, {"body": 1, "content_hash": 1, "bands": 1, "cluster": 1, "first_seen_at": 1}
        )
        try:
            last = await cursor.sort([("first_seen_at", -1)]).limit(newest).to_list()
            await self._duplicates.settle(last)
        except PyMongoError as error:
            raise _unavailable(str(error)) from error

    async def compare(self, articles: Sequence[Article]) -> list[Comparison]:
        """What writing ``articles`` would do to those that are stored, without writing anything."""
        documents = {}
        for article in articles:
            _fill(article)
            documents[article.id] = article_document(article)
        found = self._database[ARTICLES].find({"_id": {"$in": list(documents)}})
        try:
            return [self._compare(old, documents[old["_id"]]) async for old in found]
        except PyMongoError as error:
            raise _unavailable(str(error)) from error

    async def _write_pages(self, sets: list[ArticlePages], written: Written) -> list[Reject]:
        rejects = []
        entries: list[tuple[FetchedPage, dict[str, Any]]] = []
        for pages in sets:
            for position, page in enumerate(pages.pages):
                pack(page)
                if len(page.compressed) > LARGEST:
                    rejects.append(
                        Reject(
                            url=page.url,
                            reason=TOO_LARGE,
                            detail=f"the page has {len(page.body):,} bytes, more than a document"
                            " of MongoDB can hold even when compressed",
                            rejected_at=page.fetched_at,
                            id=pages.id,
                        )
                    )
                else:
                    together = pages.pages[0].fetched_at
                    entries.append((page, fetch_document(page, pages.id, position, together)))
        if not entries:
            return rejects
        first: dict[str, int] = {}
        for number, (page, _) in enumerate(entries):
            first.setdefault(page.sha256, number)
        inserts = [entries[number] for number in first.values()]
        collection = self._database[PAGES]
        known = {
            found["_id"]
            async for found in collection.find({"_id": {"$in": list(first)}}, {"_id": 1})
        }
        fresh = [pair for pair in inserts if pair[0].sha256 not in known]
        faults = await _bulk(
            collection, [InsertOne(page_document(page, fetch)) for page, fetch in fresh]
        )
        for number, fault in faults.items():
            if fault["code"] != DUPLICATE_KEY:
                page, fetch = fresh[number]
                rejects.append(_fault(page, fetch, fault))
        inserted = {
            page.sha256: fetch for number, (page, fetch) in enumerate(fresh) if number not in faults
        }
        written.pages += len(inserted)
        again = [(page, fetch) for page, fetch in entries if inserted.get(page.sha256) is not fetch]
        faults = await _bulk(
            collection,
            [UpdateOne({"_id": page.sha256}, add_fetch(fetch)) for page, fetch in again],
        )
        rejects += [_fault(*again[number], fault) for number, fault in faults.items()]
        return rejects

    async def _write_rejects(self, rejects: list[Reject]) -> None:
        operations = []
        for reject in rejects:
            record = getattr(reject, "record", None)
            identity, update = reject_update(reject, record)
            operations.append(UpdateOne({"_id": identity}, update, upsert=True))
        faults = await _bulk(self._database[REJECTS], operations)
        bare = []
        for number, fault in faults.items():
            # The reject itself is too large or invalid: what is known of it is kept without it.
            reject = rejects[number]
            identity, update = reject_update(
                Reject(
                    url=reject.url,
                    reason=reject.reason,
                    detail=f"{reject.detail} ({_reason(fault)})",
                    rejected_at=reject.rejected_at,
                    id=reject.id,
                )
            )
            bare.append(UpdateOne({"_id": identity}, update, upsert=True))
        if await _bulk(self._database[REJECTS], bare):
            raise StoreUnavailable("the collection rejects takes no documents")

    async def _write_seen(self, items: list[NotModified], written: Written) -> None:
        await _bulk(
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

    async def _write_articles(self, articles: list[Article], written: Written) -> list[Reject]:
        rejects: list[Reject] = []
        pending: dict[str, _Pending] = {}
        for number, article in enumerate(articles):
            if number % 20 == 19:
                # Whoever shares the event loop has a turn before a batch is through.
                await asyncio.sleep(0)
            _fill(article)
            one = _Pending(article, article_document(article))
            fault = one.encode()
            if fault:
                rejects.append(_refused_record(article, *fault))
            else:
                pending[article.id] = one
        for _ in range(ATTEMPTS):
            if not pending:
                return rejects
            for identity, refusal in (await self._attempt(pending, written)).items():
                one = pending.pop(identity)
                if refusal is not None:
                    rejects.append(_refused_record(one.article, *refusal, one.encoded))
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
        new = [one for key, one in pending.items() if key not in stored]
        touched: list[tuple[str, dict[str, Any]]] = []
        versions: list[Comparison] = []
        for identity, old in stored.items():
            version = self._compare(old, pending[identity].document)
            if version.changes:
                versions.append(version)
            else:
                touched.append((identity, version.seen))
        settled: dict[str, tuple[str, str] | None] = {}
        await self._touch(touched, settled)
        written.unchanged += [identity for identity, _ in touched]
        inserted, found = await self._insert(new, settled)
        written.new += [document["_id"] for document in inserted]
        replaced = await self._replace(versions, settled, written)
        await self._duplicates.settle([*inserted, *replaced], found)
        return settled

    def _compare(self, old: dict[str, Any], new: dict[str, Any]) -> Comparison:
        """What storing ``new`` over ``old`` means."""
        seen: dict[str, Any] = {}
        if new["last_seen_at"] > old["last_seen_at"]:
            seen.setdefault("$max", {})["last_seen_at"] = new["last_seen_at"]
        if new["first_seen_at"] < old["first_seen_at"]:
            seen.setdefault("$min", {})["first_seen_at"] = new["first_seen_at"]
        urls = [url for url in new["urls"] if url not in old["urls"]]
        if urls:
            seen["$addToSet"] = {"urls": {"$each": urls}}
        confirmed = old["fetched_at"] if self._recleaning else old["last_seen_at"]
        if new["fetched_at"] < confirmed or (old["complete"] and not new["complete"]):
            # Written late (from a spool), or read while a page was missing: no newer version.
            return Comparison(old, new, seen, {}, [])
        changed = differences(old, new)
        left = DERIVED_BY_STORE | (SAID_BY_THE_CRAWL if self._recleaning else set())
        if changed:
            fields = {name: value for name, value in new.items() if name not in left}
            return Comparison(old, new, seen, fields, changed)
        fields = self._mended(old, new)
        if self._recleaning:
            left = left | {"fetched_at", *TEXTS, *fields}
            fields |= {
                name: value
                for name, value in new.items()
                if name not in left and value != old.get(name)
            }
        else:
            server = {name: new[name] for name in BOOKKEEPING if new[name] != old.get(name)}
            if server:
                seen["$set"] = server
        return Comparison(old, new, seen, fields, [])

    @staticmethod
    def _mended(old: Mapping[str, Any], new: dict[str, Any]) -> dict[str, Any]:
        """Fields in which two readings together know more characters than the stored one."""
        fields: dict[str, Any] = {}
        for name in TEXTS:
            together = merged(old.get(name), new[name])
            if together != old.get(name):
                fields[name] = together
        if not fields:
            return {}
        body = fields.get("body", old["body"])
        mark = fingerprint(body)
        fields["content_hash"], fields["bands"] = mark.content_hash, mark.bands
        fields["body_lost"] = [at for at, character in enumerate(body) if character == LOST]
        fields["quality"] = min(
            (old["quality"], new["quality"]), key=lambda quality: int(quality["lost"])
        )
        return fields

    async def _touch(
        self,
        touched: list[tuple[str, dict[str, Any]]],
        settled: dict[str, tuple[str, str] | None],
    ) -> None:
        updates = [(identity, update) for identity, update in touched if update]
        faults = await _bulk(
            self._database[ARTICLES],
            [UpdateOne({"_id": identity}, update) for identity, update in updates],
        )
        settled.update((identity, None) for identity, _ in touched)
        for number, fault in faults.items():
            settled[updates[number][0]] = _blame(fault)

    async def _insert(
        self, new: list[_Pending], settled: dict[str, tuple[str, str] | None]
    ) -> tuple[list[dict[str, Any]], Found]:
        """Store new records. Returns those that were, and what was found to be like them."""
        documents = [one.document for one in new]
        for document in documents:
            document["cluster"] = document["_id"]
        found = await self._duplicates.find(documents)
        operations = []
        for one in new:
            relatives = found.relatives[one.document["_id"]]
            marks = {
                "duplicate_of": relatives.first,
                "cluster": min([one.document["_id"], *relatives.similar.values()]),
            }
            one.document.update(marks)
            operations.append(InsertOne(_joined(one.encoded, marks)))
        clusters = {document["_id"]: document["cluster"] for document in documents}
        for relatives in found.relatives.values():
            relatives.similar.update(
                {other: clusters[other] for other in relatives.similar if other in clusters}
            )
        faults = await _bulk(self._database[ARTICLES], operations)
        inserted = []
        for number, document in enumerate(documents):
            if number not in faults:
                settled[document["_id"]] = None
                inserted.append(document)
            elif faults[number]["code"] != DUPLICATE_KEY:
                settled[document["_id"]] = _blame(faults[number])
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
        collection = self._database[ARTICLES]
        kept = [
            revision_document(version.old, version.changed, version.new["fetched_at"])
            for version in versions
            if version.changed
        ]
        faults = await _bulk(
            self._database[REVISIONS],
            [
                UpdateOne({"_id": document["_id"]}, {"$setOnInsert": document}, upsert=True)
                for document in kept
            ],
        )
        for number, fault in faults.items():
            settled[kept[number]["article"]] = _blame(fault)
        versions = [version for version in versions if version.identity not in settled]
        faults = await _bulk(
            collection,
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
            settled[versions[number].identity] = _blame(fault)
        # A bulk doesn't say which of its updates found their document as it was read.
        check = dict.fromkeys(("revision", "content_hash", "title", "published_at"), 1)
        now = {
            found["_id"]: found
            async for found in collection.find(
                {"_id": {"$in": [version.identity for version in versions]}},
                {**check, "cluster": 1, "first_seen_at": 1},
            )
        }
        replaced = []
        for version in versions:
            found = now.get(version.identity)
            if version.identity in settled or found is None:
                continue
            target = version.result()
            if any(found[name] != target[name] for name in check):
                continue
            settled[version.identity] = None
            (written.changed if version.changed else written.unchanged).append(version.identity)
            replaced.append(
                {
                    **target,
                    "_id": version.identity,
                    "cluster": found["cluster"],
                    "first_seen_at": found["first_seen_at"],
                }
            )
            if target["content_hash"] != version.old["content_hash"]:
                await self._leave_text(version)
        return replaced

    async def _leave_text(self, version: Comparison) -> None:
        """After a record's text has changed, those of its old text point to their new first."""
        await self._database[ARTICLES].update_one(
            {"_id": version.identity, "content_hash": version.result()["content_hash"]},
            {"$set": {"duplicate_of": None}, "$unset": {"search_no": ""}},
        )
        await self._duplicates.point_to_first(version.old["content_hash"])


def _fill(article: Article) -> None:
    if not article.content_hash:
        mark = fingerprint(article.body)
        article.content_hash, article.bands = mark.content_hash, mark.bands


async def _bulk(
    collection: AsyncCollection[dict[str, Any]], operations: Sequence[Any]
) -> dict[int, Mapping[str, Any]]:
    """Write all of ``operations``; returns position → error of those that the server refused.

    Raises PyMongoError when an error is not one document's own.
    """
    if not operations:
        return {}
    try:
        await collection.bulk_write(operations, ordered=False)
    except BulkWriteError as error:
        details = error.details or {}
        faults = {fault["index"]: fault for fault in details.get("writeErrors", ())}
        foreign = [
            fault
            for fault in faults.values()
            if fault["code"] not in DOCUMENT_FAULTS and fault["code"] != DUPLICATE_KEY
        ]
        if details.get("writeConcernErrors") or foreign or not faults:
            raise
        return faults
    return {}


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
        except (InvalidDocument, OverflowError, UnicodeError, TypeError, ValueError) as error:
            return INVALID_RECORD, f"it can't be written as BSON: {error}"
        size = len(self.encoded)
        if size > LARGEST:
            return (
                TOO_LARGE,
                f"the record has {size:,} bytes, more than a document of MongoDB can hold",
            )
        return None


def _joined(encoded: bytes, more: Mapping[str, Any]) -> RawBSONDocument:
    """A BSON document of the fields of both: to encode a record twice costs more than all else."""
    # BSON (bsonspec.org): length, elements, a zero byte.
    elements = encoded[4:-1] + bson.encode(more)[4:-1]
    return RawBSONDocument(struct.pack("<i", len(elements) + 5) + elements + b"\0")


def _blame(fault: Mapping[str, Any]) -> tuple[str, str]:
    reason = INVALID_RECORD if fault["code"] == DOCUMENT_INVALID else REJECTED_BY_SERVER
    return reason, _reason(fault)


def _reason(fault: Mapping[str, Any]) -> str:
    """What MongoDB says against one document, as one line."""
    broken = fault.get("errInfo", {}).get("details", {}).get("schemaRulesNotSatisfied", ())
    names = [
        str(part.get("propertyName"))
        for rule in broken
        for part in rule.get("propertiesNotSatisfied", ())
    ]
    names += [str(name) for rule in broken for name in rule.get("additionalProperties", ())]
    names += [str(name) for rule in broken for name in rule.get("missingProperties", ())]
    where = f" (field {', '.join(names)})" if names else ""
    return f"{fault.get('errmsg', 'refused')}{where}"[:500]


@dataclass(slots=True)
class _RecordReject(Reject):
    """A reject that keeps the refused record itself."""

    record: bytes | None = None


def _refused_record(
    article: Article, reason: str, detail: str, encoded: bytes | None = None
) -> Reject:
    moment = article.fetched_at or datetime.now(timezone.utc)
    reject = refused(article, reason, detail, moment)
    record = None if encoded is None else kept_record(encoded)
    return _RecordReject(
        url=reject.url,
        reason=reject.reason,
        detail=reject.detail,
        rejected_at=reject.rejected_at,
        id=reject.id,
        record=record,
    )


def _fault(page: FetchedPage, fetch: Mapping[str, Any], fault: Mapping[str, Any]) -> Reject:
    reason, detail = _blame(fault)
    return Reject(
        url=page.url,
        reason=reason,
        detail=f"its raw page: {detail}",
        rejected_at=page.fetched_at,
        id=fetch["article"],
    )


def _first_reason(error: BulkWriteError) -> str:
    details = error.details or {}
    for fault in (*details.get("writeErrors", ()), *details.get("writeConcernErrors", ())):
        return f"{fault.get('errmsg')} (code {fault.get('code')})"
    return str(error)


def _unavailable(reason: str) -> StoreUnavailable:
    line = without_password(" ".join(reason.split(", Timeout:")[0].split()))
    return StoreUnavailable(f"MongoDB did not write: {line}")
