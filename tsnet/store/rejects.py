"""What could not be stored as an article: the page or the record, with the reason, once each."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from pymongo import UpdateOne

from tsnet.items import Article, ArticlePages, FetchedPage, Reject
from tsnet.store.bulk import DOCUMENT_INVALID, reason_of, write_each
from tsnet.store.collections import REJECTS
from tsnet.store.documents import SCHEMA_VERSION, Item, utc_milliseconds
from tsnet.store.errors import StoreUnavailable
from tsnet.store.packing import LARGEST, body_size, compress, kept, pack
from tsnet.store.query import storable

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase

INVALID_RECORD = "invalid_record"
"""Reason: a record that can't be written as a document at all, or breaks the schema."""
REJECTED_BY_SERVER = "rejected_by_server"
"""Reason: a record that MongoDB refused for another cause."""
TOO_LARGE = "too_large"
"""Reason: over the 16 MB of a document."""
UNSTORABLE = (INVALID_RECORD, REJECTED_BY_SERVER, TOO_LARGE)
"""Reasons for which a record was refused whose pages may be stored all the same."""


@dataclass(slots=True)
class RefusedRecord(Reject):
    """A reject that keeps the refused record itself."""

    record: bytes | None = None
    """The document as compressed BSON; None when it has none, or it is too large even so."""


async def write_rejects(database: AsyncDatabase[dict[str, Any]], rejects: Sequence[Reject]) -> None:
    """Keep rejects. Raises PyMongoError or StoreUnavailable when the server doesn't do it."""
    faults = await write_each(database[REJECTS], [_upsert(reject) for reject in rejects])
    bare = []
    for number, fault in faults.items():
        # The reject itself is too large or invalid: what is known of it is kept without it.
        reject = rejects[number]
        detail = f"{reject.detail} ({reason_of(fault)})"
        bare.append(Reject(reject.url, reject.reason, detail, reject.rejected_at, id=reject.id))
    if await write_each(database[REJECTS], [_upsert(reject) for reject in bare]):
        raise StoreUnavailable("the collection rejects takes no documents")


def blame(fault: Mapping[str, Any]) -> tuple[str, str]:
    """Reason and detail of the reject for a document that the server refused."""
    invalid = fault["code"] == DOCUMENT_INVALID
    return INVALID_RECORD if invalid else REJECTED_BY_SERVER, reason_of(fault)


def reject_id(url: str, reason: str) -> str:
    """Key of a reject: the same address fails for the same reason once, however often seen."""
    return hashlib.sha256(f"{reason}\n{url}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _upsert(reject: Reject) -> UpdateOne:
    url, detail = storable(reject.url), storable(reject.detail)
    page: dict[str, Any] | None = None
    if reject.page is not None:
        packed = pack(reject.page)
        if len(packed.compressed) <= LARGEST:
            page = {
                **received(packed),
                "body": packed.compressed,
                "size": body_size(packed),
            }
        else:
            detail += f" (the page of {body_size(packed):,} bytes is too large to be kept)"
    moment = utc_milliseconds(reject.rejected_at)
    update = {
        "$set": {
            "url": url,
            "id": reject.id,
            "reason": reject.reason,
            "detail": detail,
            "page": page,
            "record": reject.record if isinstance(reject, RefusedRecord) else None,
            "schema_version": SCHEMA_VERSION,
        },
        "$max": {"rejected_at": moment},
        "$min": {"first_rejected_at": moment},
    }
    return UpdateOne({"_id": reject_id(url, reject.reason)}, update, upsert=True)


def received(page: FetchedPage) -> dict[str, Any]:
    """What is kept beside the body of a page, here and in ``pages``."""
    return {
        "url": storable(page.url),
        "status": page.status,
        "headers": kept(page.headers),
        "fetched_at": utc_milliseconds(page.fetched_at),
        "rendered": page.rendered,
    }


def refused(item: Item, reason: str, detail: str, moment: datetime) -> Reject:
    """The reject that stands for an item which can't be stored."""
    url = getattr(item, "url", "")
    if isinstance(item, ArticlePages) and item.pages:
        url = item.pages[0].url
    page = item.page if isinstance(item, Reject) else None
    identity = getattr(item, "id", None)
    return Reject(
        url=storable(str(url)),
        reason=reason,
        detail=detail,
        rejected_at=moment,
        page=page,
        id=storable(identity) if identity else None,
    )


def refused_record(
    article: Article, reason: str, detail: str, encoded: bytes | None = None
) -> RefusedRecord:
    """The reject that stands for an article; ``encoded``: its document as BSON, if it has one."""
    moment = article.fetched_at or datetime.now(timezone.utc)
    reject = refused(article, reason, detail, moment)
    packed = None if encoded is None else compress(encoded)
    record = packed if packed is not None and len(packed) <= LARGEST else None
    return RefusedRecord(reject.url, reason, detail, moment, id=reject.id, record=record)
