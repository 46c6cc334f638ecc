"""What could not be stored as an article: the page or the record, with the reason, once each."""

from __future__ import annotations

import hashlib
from typing import Any

from tsnet.items import Article, ArticlePages, NotModified, Reject
from tsnet.store.documents import Item, utc_milliseconds
from tsnet.store.pages import LARGEST, compress, kept, pack
from tsnet.store.schema import SCHEMA_VERSION

INVALID_RECORD = "invalid_record"
"""Reason: a record that can't be written as a document at all, or breaks the schema."""
REJECTED_BY_SERVER = "rejected_by_server"
"""Reason: a record that MongoDB refused for another cause."""
TOO_LARGE = "too_large"
"""Reason: over the 16 MB of a document."""


def reject_id(url: str, reason: str) -> str:
    """Key of a reject: the same address fails for the same reason once, however often seen."""
    return hashlib.sha256(f"{reason}\n{url}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def clean(text: str) -> str:
    """``text`` without what UTF-8 can't hold (lone surrogates)."""
    return text.encode("utf-8", "replace").decode("utf-8")


def reject_update(reject: Reject, record: bytes | None = None) -> tuple[str, dict[str, Any]]:
    """Key and upsert of a reject; ``record``: the refused document itself, compressed BSON."""
    url, detail = clean(reject.url), clean(reject.detail)
    page: dict[str, Any] | None = None
    if reject.page is not None:
        packed = pack(reject.page)
        if len(packed.compressed) <= LARGEST:
            page = {
                "url": clean(packed.url),
                "status": packed.status,
                "headers": kept(packed.headers),
                "fetched_at": utc_milliseconds(packed.fetched_at),
                "rendered": packed.rendered,
                "body": packed.compressed,
                "size": len(packed.body),
            }
        else:
            detail += f" (the page of {len(packed.body):,} bytes is too large to be kept)"
    moment = utc_milliseconds(reject.rejected_at)
    update = {
        "$set": {
            "url": url,
            "id": reject.id,
            "reason": reject.reason,
            "detail": detail,
            "page": page,
            "record": record,
            "schema_version": SCHEMA_VERSION,
        },
        "$max": {"rejected_at": moment},
        "$min": {"first_rejected_at": moment},
    }
    return reject_id(url, reject.reason), update


def refused(item: Item, reason: str, detail: str, moment: Any) -> Reject:
    """The reject that stands for an item which can't be stored."""
    url = getattr(item, "url", "")
    if isinstance(item, ArticlePages) and item.pages:
        url = item.pages[0].url
    page = item.page if isinstance(item, Reject) else None
    identity = item.id if isinstance(item, (Article, ArticlePages, NotModified, Reject)) else None
    return Reject(
        url=clean(str(url)),
        reason=reason,
        detail=detail,
        rejected_at=moment,
        page=page,
        id=clean(identity) if identity else None,
    )


def kept_record(encoded: bytes) -> bytes | None:
    """A refused document as it is kept in its reject; None when even that is too large."""
    packed = compress(encoded)
    return packed if len(packed) <= LARGEST else None
