"""The schema of the database: what each collection's documents look like, and its indexes.

docs/store.md explains it; ``tsnet.store.preparation`` makes it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from tsnet.items import UNSTORED, Article
from tsnet.store.collections import (
    ARTICLES,
    CHANNELS,
    FINGERPRINTS,
    LEASES,
    PAGES,
    REJECTS,
    REVISIONS,
    RUNS,
)
from tsnet.text.fingerprint import BANDS


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
