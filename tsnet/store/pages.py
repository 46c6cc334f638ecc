"""Raw pages: every article page as it was received, compressed, the same bytes once."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import zstandard

from tsnet.items import FetchedPage
from tsnet.store.documents import utc_milliseconds
from tsnet.store.schema import SCHEMA_VERSION

LEVEL = 4
"""zstandard level: a page of 30 KB takes 0.13 ms; level 6 takes three times as long for 3 %."""
LARGEST = 16 * 1024 * 1024 - 64 * 1024
"""Bytes of a compressed page that MongoDB's 16 MB of a document leave beside the other fields."""
LARGEST_BODY = 256 * 1024 * 1024
"""Bytes that a stored page may have when it is unpacked: more is a bomb or a damaged record."""
KEPT_HEADERS = (
    "cache-control",
    "content-encoding",
    "content-language",
    "content-type",
    "date",
    "etag",
    "expires",
    "last-modified",
    "location",
    "server",
    "x-powered-by",
)
"""Response headers that are kept: what says how the page is to be read and how it was served."""

_local = threading.local()


def pack(page: FetchedPage) -> FetchedPage:
    """Fill in ``sha256`` and ``compressed`` where they are missing; returns the same page.

    Pure work of some milliseconds a megabyte, apart from the page itself: a worker may do it.
    """
    if not page.sha256:
        page.sha256 = hashlib.sha256(page.body).hexdigest()
    if not page.compressed:
        page.compressed = compress(page.body)
    return page


def compress(body: bytes) -> bytes:
    """``body``, compressed."""
    compressor = getattr(_local, "compressor", None)
    if compressor is None:
        compressor = _local.compressor = zstandard.ZstdCompressor(
            level=LEVEL, write_content_size=True
        )
    packed: bytes = compressor.compress(body)
    return packed


def unpack(compressed: bytes) -> bytes:
    """The body of a stored page. Raises zstandard.ZstdError for what is none."""
    if zstandard.frame_content_size(compressed) > LARGEST_BODY:
        raise zstandard.ZstdError(f"a stored page says it has more than {LARGEST_BODY:,} bytes")
    return zstandard.ZstdDecompressor().decompress(compressed, max_output_size=LARGEST_BODY)


def kept(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that are kept."""
    return {name: headers[name] for name in KEPT_HEADERS if name in headers}


def fetch_document(
    page: FetchedPage, article: str, position: int, fetched_together: datetime
) -> dict[str, Any]:
    """One entry of a page's ``fetches``: where, when and for which article it was received."""
    return {
        "article": article,
        "at": utc_milliseconds(fetched_together),
        "position": position,
        "url": page.url,
        "status": page.status,
        "headers": kept(page.headers),
        "fetched_at": utc_milliseconds(page.fetched_at),
        "rendered": page.rendered,
    }


def page_document(page: FetchedPage, fetch: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a packed page that was not stored before."""
    return {
        "_id": page.sha256,
        "body": page.compressed,
        "size": len(page.body),
        "fetches": [fetch],
        "schema_version": SCHEMA_VERSION,
    }


def add_fetch(fetch: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Update of a stored page that was received again: one entry an article and address, the last.

    Harmless when repeated, and when an older fetch is written after a newer one.
    """
    same = {
        "$and": [
            {"$eq": ["$$seen.article", {"$literal": fetch["article"]}]},
            {"$eq": ["$$seen.url", {"$literal": fetch["url"]}]},
        ]
    }
    newer = {"$and": [same, {"$gt": ["$$seen.at", fetch["at"]]}]}

    def those(condition: Mapping[str, Any]) -> dict[str, Any]:
        return {"$filter": {"input": "$fetches", "as": "seen", "cond": condition}}

    return [
        {
            "$set": {
                "fetches": {
                    "$cond": [
                        {"$gt": [{"$size": those(newer)}, 0]},
                        "$fetches",
                        {"$concatArrays": [those({"$not": [same]}), [{"$literal": dict(fetch)}]]},
                    ]
                }
            }
        }
    ]


def stored_page(
    document: Mapping[str, Any], fetch: Mapping[str, Any], *, packed: bool = False
) -> FetchedPage:
    """The page as it was received in one of its fetches; ``packed``: its body compressed only."""
    return FetchedPage(
        url=fetch["url"],
        status=fetch["status"],
        headers=dict(fetch["headers"]),
        body=b"" if packed else unpack(document["body"]),
        fetched_at=fetch["fetched_at"],
        rendered=fetch["rendered"],
        sha256=document["_id"],
        compressed=bytes(document["body"]),
    )


def newest_fetch(
    documents: list[Mapping[str, Any]], article: str
) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The pages that were received together when ``article`` was last fetched, page 1 first.

    Each with the entry of ``fetches`` that says so; empty when none of ``documents`` is its.
    """
    found = [
        (document, fetch)
        for document in documents
        for fetch in document["fetches"]
        if fetch["article"] == article
    ]
    last = max((fetch["at"] for _, fetch in found), default=None)
    together = [pair for pair in found if pair[1]["at"] == last]
    return sorted(together, key=lambda pair: int(pair[1]["position"]))
