"""The schema of the database: collections, validators, indexes, and how old records are migrated.

Everything that ``prepare`` makes is listed here; docs/store.md explains it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import pymongo
from pymongo.errors import OperationFailure, PyMongoError

from tsnet.items import UNSTORED, Article
from tsnet.store.bulk import DUPLICATE_KEY
from tsnet.store.connection import said_by_driver
from tsnet.store.documents import SCHEMA_VERSION
from tsnet.store.errors import NotOurs, SchemaTooNew, StoreError, StoreUnavailable
from tsnet.store.fingerprints import fingerprint_document, fingerprint_id
from tsnet.text.fingerprint import BANDS, fingerprint

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase
    from pymongo.database import Database

PATIENCE = 3600.0
"""Seconds that preparing a database may take, whatever the client's own limit for a reply is."""

ARTICLES = "articles"
"""Collection of the current version of every article."""
PAGES = "pages"
"""Collection of the raw pages."""
FINGERPRINTS = "fingerprints"
"""Collection of the band keys of every text (``tsnet.store.fingerprints``): narrow, so that the
many that share a key with an article are looked at without reading their articles."""
REJECTS = "rejects"
"""Collection of what could not be stored as an article, with the reason."""
REVISIONS = "revisions"
"""Collection of the versions before the current one."""
RUNS = "runs"
"""Collection of what each run of the crawler did (``tsnet.store.runs``)."""
LEASES = "leases"
"""Collection of who crawls now (``tsnet.store.lease``)."""
CHANNELS = "channels"
"""Collection of how far each channel is wholly read (``tsnet.store.coverage``)."""
META = "meta"
"""Collection of one document, ``_id: "schema"``: the version that the database was brought to."""


@dataclass(frozen=True, slots=True)
class Index:
    """One index and why it is there."""

    collection: str
    """Name of the collection."""
    keys: tuple[tuple[str, int], ...]
    """Fields and directions."""
    serves: str
    """The query that it is for."""
    options: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """Further options of ``createIndexes``."""

    @property
    def name(self) -> str:
        """Name in the database, as MongoDB itself would make it."""
        return "_".join(f"{field}_{direction}" for field, direction in self.keys)

    def specification(self) -> dict[str, Any]:
        """The index as ``createIndexes`` takes it and ``listIndexes`` gives it back."""
        return {"key": dict(self.keys), "name": self.name, **self.options}


SMALL_PAGES = {"storageEngine": {"wiredTiger": {"configString": "leaf_page_max=4KB"}}}
"""For an index whose keys stand at random places: each that is read or written is a page that is
read or written, by default of 16 KB."""

INDEXES = (
    Index(ARTICLES, (("published_at", -1), ("_id", -1)), "newest first, a page after a key; dates"),
    Index(
        ARTICLES,
        (("section", 1), ("channel", 1), ("published_at", -1)),
        "newest article of a channel path (incremental crawl)",
    ),
    Index(
        ARTICLES,
        (("channel", 1), ("published_at", -1), ("_id", -1)),
        "a channel by date; newest article a channel; counts by channel",
    ),
    Index(
        ARTICLES,
        (("channel_name", 1), ("published_at", -1), ("_id", -1)),
        "a channel by its Chinese name, by date",
    ),
    Index(
        ARTICLES,
        (("content_hash", 1), ("first_seen_at", 1), ("_id", 1)),
        "the same text under another id, the first first (`duplicate_of`)",
        SMALL_PAGES,
    ),
    Index(
        ARTICLES,
        (("duplicate_of", 1),),
        "records that have the text of an earlier one",
        {"partialFilterExpression": {"duplicate_of": {"$type": "string"}}},
    ),
    Index(ARTICLES, (("cluster", 1), ("published_at", 1)), "all versions of a story; merging two"),
    Index(
        ARTICLES,
        (("search_no", 1), ("published_at", 1), ("_id", 1)),
        "what words find, in order of date; what the search index lacks",
    ),
    Index(ARTICLES, (("source", 1), ("published_at", -1)), "a source by date; counts by source"),
    Index(
        ARTICLES, (("reporters", 1), ("published_at", -1)), "a reporter by date; counts by reporter"
    ),
    Index(
        ARTICLES,
        (("original", 1), ("published_at", -1), ("_id", -1)),
        "originals, or the few others, by date",
    ),
    Index(
        ARTICLES,
        (("quality.lost", -1),),
        "records in which characters are lost",
        {"partialFilterExpression": {"quality.lost": {"$gt": 0}}},
    ),
    Index(
        ARTICLES,
        (("complete", 1),),
        "records that lack a page, or a part of one",
        {"partialFilterExpression": {"complete": False}},
    ),
    Index(
        ARTICLES,
        (("gone_at", -1),),
        "what was taken off the site; marks of that which a run takes back",
        {"partialFilterExpression": {"gone_at": {"$exists": True}}},
    ),
    Index(
        ARTICLES,
        (("first_seen_at", -1),),
        "what is new since a moment; the last records of a killed run",
    ),
    Index(FINGERPRINTS, (("bands", 1),), "candidates for near-duplicates", SMALL_PAGES),
    Index(PAGES, (("fetches.article", 1), ("fetches.at", -1)), "the raw pages of an article"),
    Index(PAGES, (("fetches.at", 1),), "raw pages since a date (reclean, WARC export)"),
    Index(REVISIONS, (("article", 1), ("revision", 1)), "the versions of an article, in order"),
    Index(REVISIONS, (("replaced_at", -1),), "what was corrected lately"),
    Index(REJECTS, (("reason", 1), ("rejected_at", -1)), "rejects of a reason, newest first"),
    Index(REJECTS, (("id", 1),), "whether an article was rejected (incremental crawl)"),
    Index(REJECTS, (("rejected_at", -1),), "what was rejected lately"),
    Index(RUNS, (("spider", 1), ("started_at", -1)), "the last runs of a spider"),
)
"""Every index of the project's own collections but those on ``_id``."""

FINGERPRINTS_SINCE = 2
"""Schema version from which ``fingerprints`` are kept; before, articles had ``bands`` of their own,
of another form."""
FIGURES_SINCE = 3
"""Schema version from which the signs of figures are in ``content_hash``; before, texts that give
3.5% and 35% had one."""

MIGRATIONS: dict[int, tuple[tuple[str, list[dict[str, Any]]], ...]] = {
    FINGERPRINTS_SINCE: ((ARTICLES, [{"$unset": "bands"}]),),
    FIGURES_SINCE: ((ARTICLES, []),),
}
"""Schema version → how records of the version before it are migrated: collection and pipeline.

Applied in order to records whose ``schema_version`` is lower; each must be harmless when repeated.
"""

_DATE = {"bsonType": "date"}
_TEXT = {"bsonType": "string", "minLength": 1}
_COUNT = {"bsonType": ["int", "long"], "minimum": 0}
_OPTIONAL_TEXT = {"bsonType": ["string", "null"]}

_ARTICLE_ID = "(t[0-9]{8}_[0-9]+|u-[0-9A-Za-z_-]+)"

_COMPUTED: dict[str, dict[str, Any]] = {
    "_id": {"bsonType": "string", "pattern": f"^{_ARTICLE_ID}$"},
    "title": _TEXT,
    "body": _TEXT,
    "url": _TEXT,
    "published_at": _DATE,
    "fetched_at": _DATE,
    "content_hash": _TEXT,
    "urls": {"bsonType": "array", "items": _TEXT, "minItems": 1},
    "first_seen_at": _DATE,
    "last_seen_at": _DATE,
    "gone_at": _DATE,
    "revision": {"bsonType": ["int", "long"], "minimum": 1},
    "duplicate_of": _OPTIONAL_TEXT,
    "cluster": _TEXT,
    # Set by the search index; an update of a field that it knows unsets it.
    "search_no": _COUNT,
    "schema_version": {"bsonType": ["int", "long"], "minimum": 1},
}
"""Fields of a stored article whose rule is stricter than, or not in, the record's type."""


def _rule(kind: Any) -> dict[str, Any]:
    """The ``$jsonSchema`` of a Python type of the record."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (present,) = [one for one in arguments if one is not types.NoneType]
        rule = _rule(present)
        bson = rule["bsonType"]
        return {**rule, "bsonType": [*(bson if isinstance(bson, list) else [bson]), "null"]}
    if origin is list:
        return {"bsonType": "array", "items": _rule(arguments[0])}
    if origin is dict:
        return {"bsonType": "object", "additionalProperties": _rule(arguments[1])}
    if dataclasses.is_dataclass(kind):
        return _object({name: _rule(one) for name, one in typing.get_type_hints(kind).items()})
    plain: dict[Any, Any] = {
        str: {"bsonType": "string"},
        bool: {"bsonType": "bool"},
        int: {"bsonType": ["int", "long"]},
        float: {"bsonType": ["double", "int", "long"]},
        datetime: _DATE,
    }
    return dict(plain[kind])


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "bsonType": "object",
        "required": sorted(set(properties) - set(optional)),
        "properties": properties,
        "additionalProperties": False,
    }


def article_schema() -> dict[str, Any]:
    """The ``$jsonSchema`` of ``articles``: the record's own types, and what the store adds."""
    properties = {
        name: _rule(kind)
        for name, kind in typing.get_type_hints(Article).items()
        if name not in ("id", *UNSTORED)
    }
    # Counts of cleaning may be absent from records of other writers.
    return _object({**properties, **_COMPUTED}, optional=("search_no", "gone_at", "cleaning"))


_PAGE_PART: dict[str, Any] = {
    "url": _TEXT,
    "status": {"bsonType": ["int", "long"]},
    "headers": {"bsonType": "object", "additionalProperties": {"bsonType": "string"}},
    "fetched_at": _DATE,
    "rendered": {"bsonType": "bool"},
}


@cache
def validators() -> Mapping[str, dict[str, Any]]:
    """Collection → its ``$jsonSchema``."""
    text_fingerprint = _object(
        {
            "_id": {"bsonType": "string", "pattern": f"^{_ARTICLE_ID}@[0-9a-f]{{8}}$"},
            "bands": {
                "bsonType": "array",
                "items": {"bsonType": "int"},
                "minItems": BANDS,
                "maxItems": BANDS,
            },
        }
    )
    fetch = _object(
        {
            "article": _TEXT,
            "at": _DATE,
            "position": _COUNT,
            **_PAGE_PART,
        }
    )
    page = _object(
        {
            "_id": {"bsonType": "string", "pattern": "^[0-9a-f]{64}$"},
            "body": {"bsonType": "binData"},
            "size": _COUNT,
            "fetches": {"bsonType": "array", "items": fetch, "minItems": 1},
            "schema_version": _COMPUTED["schema_version"],
        }
    )
    rejected_page = _object({**_PAGE_PART, "body": {"bsonType": "binData"}, "size": _COUNT})
    reject = _object(
        {
            "_id": _TEXT,
            "url": {"bsonType": "string"},
            "id": _OPTIONAL_TEXT,
            "reason": _TEXT,
            "detail": {"bsonType": "string"},
            "rejected_at": _DATE,
            "first_rejected_at": _DATE,
            "page": {**rejected_page, "bsonType": ["object", "null"]},
            "record": {"bsonType": ["binData", "null"]},
            "schema_version": _COMPUTED["schema_version"],
        }
    )
    revision = _object(
        {
            "_id": _TEXT,
            "article": _TEXT,
            "revision": _COMPUTED["revision"],
            "document": {"bsonType": "object"},
            "changed": {"bsonType": "array", "items": _TEXT},
            "fetched_at": _DATE,
            "replaced_at": _DATE,
            "schema_version": _COMPUTED["schema_version"],
        }
    )
    run = {
        "bsonType": "object",
        "required": ["_id", "spider", "started_at"],
        "properties": {"_id": _TEXT, "spider": _TEXT, "started_at": _DATE, "finished_at": _DATE},
    }
    lease = _object(
        {"_id": _TEXT, "holder": {"bsonType": "object"}, "since": _DATE, "expires_at": _DATE}
    )
    channel = _object(
        {"_id": {"bsonType": "string"}, "covered_to": _DATE, "failed_at": _DATE},
        optional=("covered_to", "failed_at"),
    )
    return {
        ARTICLES: article_schema(),
        FINGERPRINTS: text_fingerprint,
        PAGES: page,
        REJECTS: reject,
        REVISIONS: revision,
        RUNS: run,
        LEASES: lease,
        CHANNELS: channel,
    }


Reply = dict[str, Any]
Steps = Generator[dict[str, Any], Reply, Any]


def _listing(command: dict[str, Any]) -> Generator[dict[str, Any], Reply, list[dict[str, Any]]]:
    """Everything a command with a cursor lists; a database has few collections and indexes."""
    reply = yield {**command, "cursor": {"batchSize": 1000}}
    return list(reply["cursor"]["firstBatch"])


def _steps() -> Steps:
    """The commands that prepare the database; each is answered with the server's reply.

    A generator, so that the sync and the async client run the same code.
    """
    version = yield from _version()
    listed = yield from _listing({"listCollections": 1})
    existing = {entry["name"]: entry.get("options", {}) for entry in listed}
    for collection, schema in validators().items():
        rule = {"$jsonSchema": schema}
        if collection not in existing:
            # Another process may make it at the same moment: NamespaceExists is no failure.
            yield {"create": collection, "validator": rule}
        elif existing[collection].get("validator") != rule:
            yield {"collMod": collection, "validator": rule}
    # Also where no version is recorded, as in a restored backup. No current record matches.
    for target in range(version + 1, SCHEMA_VERSION + 1):
        if target == FINGERPRINTS_SINCE:
            # The second is made again with ``SMALL_PAGES``.
            for name in ("bands_1", "content_hash_1_first_seen_at_1__id_1"):
                yield {"dropIndexes": ARTICLES, "index": name}
        if target == FIGURES_SINCE:
            yield from _mark_all()
        for collection, pipeline in MIGRATIONS.get(target, ()):
            if collection in existing:
                yield from _migrate(collection, target, pipeline)
    for collection in dict.fromkeys(index.collection for index in INDEXES):
        yield from _index(collection)
    if version < FIGURES_SINCE:
        yield from _part_duplicates()
    # Written each time: a user who may not write is to learn it now, not after an hour's crawl.
    recorded = {"q": {"_id": "schema"}, "u": {"$max": {"version": SCHEMA_VERSION}}}
    yield from _write("update", META, updates=[{**recorded, "upsert": True}])


def _version() -> Generator[dict[str, Any], Reply, int]:
    """The version that is recorded, 0 where none is. Raises SchemaTooNew and NotOurs."""
    found = yield {"find": META, "filter": {"_id": "schema"}, "limit": 1}
    recorded = found["cursor"]["firstBatch"]
    version: int = recorded[0]["version"] if recorded else 0
    for collection in validators() if not version else ():
        other = {"find": collection, "filter": of_others(collection), "limit": 1}
        found = yield {**other, "projection": {"_id": 1}}
        refuse_other(collection, next(iter(found["cursor"]["firstBatch"]), None))
    if version > SCHEMA_VERSION:
        raise SchemaTooNew(
            f"the database was written by a later tsnet (schema {version}, this one knows"
            f" {SCHEMA_VERSION}): upgrade tsnet, or name another MONGO_DATABASE"
        )
    return version


def of_others(collection: str) -> dict[str, Any]:
    """What finds the documents of ``collection`` that no version of tsnet has written."""
    schema = validators()[collection]
    if "schema_version" in schema["required"]:
        return {"schema_version": {"$exists": False}}
    return {"$nor": [{"$jsonSchema": schema}]}


def refuse_other(collection: str, document: Mapping[str, Any] | None) -> None:
    """Raise NotOurs where there is a ``document`` of another program in ``collection``."""
    if document is not None:
        raise NotOurs(
            f"the collection {collection} of this database is another program's (document"
            f" {document['_id']!r}), and is left as it is: name another MONGO_DATABASE"
        )


def _check() -> Steps:
    """The command that tells whether the database is of this version; changes nothing."""
    version = yield from _version()
    if 0 < version < SCHEMA_VERSION:
        raise StoreError(
            f"the database was written by an earlier tsnet (schema {version}, this one writes"
            f" {SCHEMA_VERSION}): let scrapy index bring it up first"
        )


def _index(collection: str) -> Steps:
    wanted = {
        index.name: index.specification() for index in INDEXES if index.collection == collection
    }
    listed = yield from _listing({"listIndexes": collection})
    present = {entry["name"]: entry for entry in listed}
    missing = []
    for name, specification in wanted.items():
        if name in present:
            asked = _without_storage(specification).items()
            if all(present[name].get(key) == value for key, value in asked):
                continue
            yield {"dropIndexes": collection, "index": name}
        missing.append(specification)
    if missing:
        made = yield {"createIndexes": collection, "indexes": missing}
        if not made:
            plain = [_without_storage(specification) for specification in missing]
            yield {"createIndexes": collection, "indexes": plain}


def _without_storage(specification: dict[str, Any]) -> dict[str, Any]:
    """The index with the server's own pages: some hosted servers refuse or ignore others."""
    return {key: value for key, value in specification.items() if key != "storageEngine"}


def _migrate(collection: str, target: int, pipeline: list[dict[str, Any]]) -> Steps:
    old = {"schema_version": {"$lt": target}}
    steps = [*pipeline, {"$set": {"schema_version": target}}]
    # Until they are migrated, old records break the new validator.
    update = {"q": old, "u": steps, "multi": True}
    yield from _write("update", collection, updates=[update], bypassDocumentValidation=True)


def _mark_all() -> Steps:
    """Make hashes and fingerprints of the articles of earlier versions, from their bodies."""
    last = ""
    while True:
        old = {"_id": {"$gt": last}, "schema_version": {"$lt": FIGURES_SINCE}}
        articles = yield from _chunk(old, "body", "content_hash")
        if not articles:
            return
        last = articles[-1]["_id"]
        fingerprints, left, updates = [], [], []
        for article in articles:
            identity, before = article["_id"], article["content_hash"]
            mark = fingerprint(article["body"])
            if mark.bands:
                fingerprints.append(fingerprint_document(identity, mark.content_hash, mark.bands))
            if mark.content_hash != before:
                left.append(fingerprint_id(identity, before))
                as_read = {"_id": identity, "content_hash": before}
                updates.append({"q": as_read, "u": {"$set": {"content_hash": mark.content_hash}}})
        # A fingerprint is there before its article has the text, and after it.
        yield from _write("insert", FINGERPRINTS, documents=fingerprints)
        yield from _write("update", ARTICLES, updates=updates, bypassDocumentValidation=True)
        yield from _write(
            "delete", FINGERPRINTS, deletes=[{"q": {"_id": {"$in": left}}, "limit": 0}]
        )


def _part_duplicates() -> Steps:
    """Make each record that points to a first one point to that of its text as it is marked now."""
    last = ""
    while True:
        pointing = {"_id": {"$gt": last}, "duplicate_of": {"$type": "string"}}
        articles = yield from _chunk(pointing, "content_hash", "duplicate_of")
        if not articles:
            return
        last = articles[-1]["_id"]
        hashes = list({article["content_hash"] for article in articles})
        pipeline = [
            {"$match": {"content_hash": {"$in": hashes}}},
            {"$sort": {"content_hash": 1, "first_seen_at": 1, "_id": 1}},
            {"$group": {"_id": "$content_hash", "first": {"$first": "$_id"}}},
        ]
        found = yield {"aggregate": ARTICLES, "pipeline": pipeline, "cursor": {"batchSize": 1000}}
        firsts = {one["_id"]: one["first"] for one in found["cursor"]["firstBatch"]}
        updates = []
        for article in articles:
            identity, text = article["_id"], article["content_hash"]
            first = firsts.get(text, identity)
            points_to = None if first == identity else first
            if points_to != article["duplicate_of"]:
                marks = {"$set": {"duplicate_of": points_to}, "$unset": {"search_no": ""}}
                updates.append({"q": {"_id": identity, "content_hash": text}, "u": marks})
        yield from _write("update", ARTICLES, updates=updates)


def _chunk(
    condition: dict[str, Any], *fields: str
) -> Generator[dict[str, Any], Reply, list[Reply]]:
    """The first articles of ``condition``, by id."""
    query = {"find": ARTICLES, "filter": condition, "projection": dict.fromkeys(fields, 1)}
    found = yield {**query, "sort": {"_id": 1}, "limit": 500, "singleBatch": True}
    articles: list[Reply] = found["cursor"]["firstBatch"]
    return articles


def _write(command: str, collection: str, **options: Any) -> Steps:
    """Insert, update or delete several at once; nothing when there are none."""
    if any(options[name] for name in ("documents", "updates", "deletes") if name in options):
        reply = yield {command: collection, "ordered": False, **options}
        _raise_for(reply)


def _raise_for(reply: Reply) -> None:
    for error in reply.get("writeErrors", ()):
        # Two processes that prepare at once, or one again: it has been done.
        if error["code"] != DUPLICATE_KEY:
            raise OperationFailure(error["errmsg"], error["code"])


NAMESPACE_EXISTS = 48
"""MongoDB's error code for a collection that is there already."""
INDEX_NOT_FOUND = 27
"""MongoDB's error code for an index that another process has dropped already."""


def prepare(database: Database[dict[str, Any]]) -> None:
    """Make or update collections, validators and indexes, and migrate old records.

    May be run at any time and by several processes at once. Raises SchemaTooNew when a later
    tsnet has written the database, NotOurs when another program has, StoreError when MongoDB
    refuses, StoreUnavailable when it is away.
    """
    _do(database, _steps())


def refuse_later(database: Database[dict[str, Any]]) -> None:
    """Raise SchemaTooNew when a later tsnet has written the database, or else as ``prepare``.

    For whoever writes, but nothing that a schema is about.
    """
    _do(database, _version())


def _do(database: Database[dict[str, Any]], steps: Steps) -> None:
    with _preparing(database.name):
        command = _next(steps)
        while command is not None:
            try:
                reply = database.command(command)
            except OperationFailure as error:
                reply = _tolerated(error, command)
            command = _next(steps, reply)


async def prepare_async(database: AsyncDatabase[dict[str, Any]], *, change: bool = True) -> None:
    """As ``prepare``, for asyncio.

    ``change=False`` changes nothing: it raises StoreError where records have to be migrated first.
    """
    steps = _steps() if change else _check()
    with _preparing(database.name):
        command = _next(steps)
        while command is not None:
            try:
                reply = await database.command(command)
            except OperationFailure as error:
                reply = _tolerated(error, command)
            command = _next(steps, reply)


@contextmanager
def _preparing(name: str) -> Iterator[None]:
    """Time enough for indexes of a large collection, and one line for a person when it fails."""
    try:
        with pymongo.timeout(PATIENCE):
            yield
    except OperationFailure as error:
        # MongoDB repeats the whole command, with the validator of a collection in it.
        reason = str((error.details or {}).get("errmsg", error)).partition(" to execute command")[0]
        raise StoreError(
            f"MongoDB refuses to prepare the database {name} ({reason}): name another"
            " MONGO_DATABASE, or in MONGO_URI a user with the roles readWrite and dbAdmin there"
        ) from error
    except PyMongoError as error:
        reason = said_by_driver(error)
        raise StoreUnavailable(
            f"MongoDB does not prepare the database {name} ({reason}): see the log of that server"
        ) from error


def _next(steps: Steps, reply: Reply | None = None) -> dict[str, Any] | None:
    """The command after ``reply``; None after the last."""
    try:
        return next(steps) if reply is None else steps.send(reply)
    except StopIteration:
        return None


def _tolerated(error: OperationFailure, command: dict[str, Any]) -> Reply:
    """An empty reply after an error that does no harm; raises any other.

    Harmless is that another process was first, and that a server refuses ``SMALL_PAGES``: the index
    is then made without.
    """
    if error.code in (NAMESPACE_EXISTS, INDEX_NOT_FOUND):
        return {}
    if any("storageEngine" in specification for specification in command.get("indexes", ())):
        return {}
    raise error
