"""Items as documents and back: for the collections, and for the spool."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from datetime import datetime, timezone
from functools import cache
from typing import Any, TypeAlias

from tsnet.items import UNSTORED, Article, ArticlePages, NotModified, Reject, Sightings

SCHEMA_VERSION = 3
"""Version of the records that this program writes (``schema_version`` in each)."""

Item: TypeAlias = Article | ArticlePages | NotModified | Reject | Sightings
"""What the store is given to write."""

_ITEM_TYPES: dict[str, type[Item]] = {kind.__name__: kind for kind in typing.get_args(Item)}


def _fields_with(part: str) -> tuple[str, ...]:
    """Names of an article's fields whose type mentions ``part``."""
    return tuple(field.name for field in dataclasses.fields(Article) if part in str(field.type))


_NESTED = tuple(name for part in ("Image", "Rights", "Quality") for name in _fields_with(part))
_MOMENTS = _fields_with("datetime")


def utc_milliseconds(moment: datetime) -> datetime:
    """``moment`` as MongoDB keeps it: UTC, whole milliseconds. A naive one is taken for UTC."""
    aware = moment.replace(tzinfo=timezone.utc) if moment.tzinfo is None else moment
    aware = aware.astimezone(timezone.utc)
    return aware.replace(microsecond=aware.microsecond // 1000 * 1000)


def plain(value: Any) -> Any:
    """``value`` with every dataclass in it as a dict: what BSON can hold."""
    if isinstance(value, list):
        return [plain(one) for one in value] if value and not _flat(value[0]) else value
    if isinstance(value, datetime):
        return utc_milliseconds(value)
    if dataclasses.is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(typing.cast(Any, type(value)))}
    return value


def _flat(value: Any) -> bool:
    return isinstance(value, (str, int))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def article_document(article: Article) -> dict[str, Any]:
    """The record of a new article, apart from ``duplicate_of`` and ``cluster``."""
    document: dict[str, Any] = {"_id": article.id}
    # Field by field, since looking at the type of every value takes ten times as long.
    for name in _names(Article):
        document[name] = getattr(article, name)
    for name in ("id", *UNSTORED):
        del document[name]
    for name in _NESTED:
        document[name] = plain(document[name])
    for name in _MOMENTS:
        if document[name] is not None:
            document[name] = utc_milliseconds(document[name])
    seen = document["fetched_at"]
    if seen is None:
        seen = document["fetched_at"] = utc_milliseconds(datetime.now(timezone.utc))
    if not document["urls"] and document["url"]:
        document["urls"] = [document["url"]]
    document["first_seen_at"] = document["last_seen_at"] = seen
    document["revision"] = 1
    document["schema_version"] = SCHEMA_VERSION
    return document


def item_document(item: Item) -> dict[str, Any]:
    """Any item as one document that ``item_from`` reads."""
    return {"type": type(item).__name__, "item": plain(item)}


def item_from(document: Mapping[str, Any]) -> Item:
    """The item that ``item_document`` wrote. Raises KeyError or TypeError for anything else."""
    item: Item = build(_ITEM_TYPES[document["type"]], document["item"])
    return item


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def build(kind: Any, value: Any) -> Any:
    """``value`` as an object of type ``kind``, without fields that this version doesn't know.

    Fields that it lacks have their defaults. Raises TypeError where there is none.
    """
    if isinstance(value, list):
        (element,) = typing.get_args(kind)
        return [build(element, one) for one in value]
    if isinstance(value, dict):
        for one in (kind, *typing.get_args(kind)):  # itself, or what an optional field may be
            if dataclasses.is_dataclass(one):
                known = _hints(typing.cast(Any, one))
                found = {
                    name: build(known[name], of) for name, of in value.items() if name in known
                }
                return typing.cast("type[Any]", one)(**found)
    return value
