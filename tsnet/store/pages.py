"""Raw pages: every article page as it was received, compressed, the same bytes once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pymongo import InsertOne, UpdateOne

from tsnet.items import ArticlePages, FetchedPage, Reject
from tsnet.store.bulk import DUPLICATE_KEY, write_each
from tsnet.store.collections import PAGES
from tsnet.store.documents import SCHEMA_VERSION, utc_milliseconds
from tsnet.store.packing import LARGEST, body_size, pack, unpack
from tsnet.store.rejects import TOO_LARGE, blame, received

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase


async def write_pages(
    database: AsyncDatabase[dict[str, Any]], sets: Sequence[ArticlePages]
) -> tuple[int, list[Reject]]:
    """Keep the pages of articles; how many were not there before, and rejects for those refused.

    Raises PyMongoError when the server doesn't do it.
    """
    rejects: list[Reject] = []
    fetches: list[_Received] = []
    for pages in sets:
        for position, page in enumerate(pages.pages):
            if len(pack(page).compressed) > LARGEST:
                detail = (
                    f"the page has {body_size(page):,} bytes, more than a document of MongoDB can"
                    " hold even when compressed"
                )
                rejects.append(_refused(page, pages.id, TOO_LARGE, detail))
            else:
                together = pages.pages[0].fetched_at
                fetches.append((page, fetch_document(page, pages.id, position, together)))
    collection = database[PAGES]
    hashes = list({page.sha256 for page, _ in fetches})
    stored = collection.find({"_id": {"$in": hashes}}, {"_id": 1})
    known = {found["_id"] async for found in stored} if hashes else set()
    first: dict[str, _Received] = {}
    for one in fetches:
        if one[0].sha256 not in known:
            first.setdefault(one[0].sha256, one)
    fresh = list(first.values())
    faults = await write_each(collection, [InsertOne(page_document(*one)) for one in fresh])
    refused = {number for number, fault in faults.items() if fault["code"] != DUPLICATE_KEY}
    rejects += [_blamed(fresh[number], faults[number]) for number in refused]
    done = {id(one) for number, one in enumerate(fresh) if number not in faults}
    again = [one for one in fetches if id(one) not in done]
    faults = await write_each(
        collection, [UpdateOne({"_id": page.sha256}, add_fetch(fetch)) for page, fetch in again]
    )
    rejects += [_blamed(again[number], fault) for number, fault in faults.items()]
    return len(done), rejects


_Received = tuple[FetchedPage, dict[str, Any]]
"""A packed page, and the entry of ``fetches`` that says where and when it was received."""


def _blamed(received: _Received, fault: Mapping[str, Any]) -> Reject:
    page, fetch = received
    reason, detail = blame(fault)
    return _refused(page, fetch["article"], reason, f"its raw page: {detail}")


def _refused(page: FetchedPage, article: str, reason: str, detail: str) -> Reject:
    return Reject(
        url=page.url, reason=reason, detail=detail, rejected_at=page.fetched_at, id=article
    )


def fetch_document(
    page: FetchedPage, article: str, position: int, fetched_together: datetime
) -> dict[str, Any]:
    """One entry of a page's ``fetches``: where, when and for which article it was received."""
    return {
        "article": article,
        "at": utc_milliseconds(fetched_together),
        "position": position,
        **received(page),
    }


def page_document(page: FetchedPage, fetch: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a packed page that was not stored before."""
    return {
        "_id": page.sha256,
        "body": page.compressed,
        "size": body_size(page),
        "fetches": [fetch],
        "schema_version": SCHEMA_VERSION,
    }


def add_fetch(fetch: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Update of a stored page that was received again: one entry an article and address, the last.

    Harmless when repeated, and when an older fetch is written after a newer one. One that is later
    than now is not newer: a clock was ahead.
    """
    same = {
        "$and": [
            {"$eq": ["$$seen.article", {"$literal": fetch["article"]}]},
            {"$eq": ["$$seen.url", {"$literal": fetch["url"]}]},
        ]
    }
    later = [{"$gt": ["$$seen.at", fetch["at"]]}, {"$lte": ["$$seen.at", "$$NOW"]}]
    newer = {"$and": [same, *later]}

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


def refused_page(document: Mapping[str, Any], *, packed: bool = False) -> FetchedPage:
    """The page that a document of ``rejects`` has; ``packed``: its body compressed only.

    Raises ZstdError for a damaged one.
    """
    page = document["page"]
    digest = hashlib.sha256(unpack(page["body"])).hexdigest()
    return stored_page({"_id": digest, "body": page["body"]}, page, packed=packed)


_Stored = tuple[Mapping[str, Any], Mapping[str, Any]]
"""A stored page, and the entry of its ``fetches`` that is meant."""


def newest_fetch(
    documents: list[Mapping[str, Any]],
    article: str,
    least: int = 1,
    *,
    seen_at: datetime | None = None,
) -> list[_Stored]:
    """The pages that were received together when ``article`` was last fetched, page 1 first.

    Each with the entry of ``fetches`` that says so; empty when none of ``documents`` is its.
    ``least``: pass over what was received since there were as many pages, if there ever were.
    ``seen_at``: when the article was seen last, if it is stored. What was received later than that
    comes behind all else: a clock was ahead, or the writer was killed before the record.
    """
    sets: dict[datetime, dict[str, _Stored]] = {}
    for document in documents:
        for fetch in document["fetches"]:
            if fetch["article"] == article:
                sets.setdefault(fetch["at"], {})[fetch["url"]] = (document, fetch)
    known: dict[str, _Stored] = {}
    order = sorted(sets, key=lambda at: (seen_at is None or at <= seen_at, at), reverse=True)
    for at in order:
        # A page whose bytes came again later is known by that time alone (add_fetch).
        known = known | sets[at]
        for pages in (sets[at], known):
            if len(pages) >= least:
                return _in_order(pages)
    return _in_order(sets[order[0]]) if sets else []


def _in_order(pages: Mapping[str, _Stored]) -> list[_Stored]:
    return sorted(pages.values(), key=lambda pair: int(pair[1]["position"]))
