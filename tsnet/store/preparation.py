"""Preparing a database: its collections, validators and indexes made, old records migrated.

What there is to be is in ``tsnet.store.schema``.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pymongo
from pymongo.errors import OperationFailure, PyMongoError

from tsnet.store.bulk import DUPLICATE_KEY
from tsnet.store.collections import ARTICLES, FINGERPRINTS, META
from tsnet.store.connection import said_by_driver
from tsnet.store.documents import SCHEMA_VERSION
from tsnet.store.errors import NotOurs, SchemaTooNew, StoreError, StoreUnavailable
from tsnet.store.fingerprints import fingerprint_document, fingerprint_id
from tsnet.store.schema import INDEXES, validators
from tsnet.text.fingerprint import fingerprint

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase
    from pymongo.database import Database

PATIENCE = 3600.0
"""Seconds that preparing a database may take, whatever the client's own limit for a reply is."""

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

NAMESPACE_EXISTS = 48
"""MongoDB's error code for a collection that is there already."""
INDEX_NOT_FOUND = 27
"""MongoDB's error code for an index that another process has dropped already."""

Reply = dict[str, Any]
"""What the server answers to a command."""
Steps = Generator[dict[str, Any], Reply, Any]
"""Commands that are sent one after the other, each when the one before was answered."""


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


def _do(database: Database[dict[str, Any]], steps: Steps) -> None:
    with _preparing(database.name):
        command = _next(steps)
        while command is not None:
            try:
                reply = database.command(command)
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
