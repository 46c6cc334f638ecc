"""What the store knows already, asked by a crawl before it fetches."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from tsnet.store.collections import ARTICLES, REJECTS
from tsnet.store.connection import said_by_driver
from tsnet.store.coverage import ChannelCoverage
from tsnet.store.errors import StoreUnavailable
from tsnet.text.beijing import BEIJING, beijing_day

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase

logger = logging.getLogger(__name__)

TRANSIENT = (
    r"^(download_failed|empty_page|host_busy|challenge|redirect_loop|foreign_redirect"
    r"|to_front_page|robots_forbidden|http_(?!404|410)\d{3})$"
)
"""Pattern (anchored, for a query) of the reasons of rejects that say nothing about the page itself:
the host could or would not answer, and may do so another time. Any status but those that say that
there is no page: hosts refuse programs by whatever number they like (405, 412, 418, 521). To its
front page a host leads from what it does not have, or from everything while it is serviced."""

ABSENT = frozenset({"http_404", "http_410", "not_found_page", "to_front_page"})
"""Reasons of rejects that say that there is no such page."""

OTHER_ARTICLE = "other_article"
"""Reason of the reject of an address that led to an article with another id."""

RETRY_FOR = timedelta(days=14)
"""How long an article that could not be had is tried again by every run."""

RETRY_AT_MOST = 10_000
"""Addresses tried again in one run."""

MAX_ARTICLE_PAGES = 200
"""Pages read of one article, at most. One that has more is not fetched again for the rest."""

P = ParamSpec("P")
T = TypeVar("T")


def _patient(ask: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """Repeat a question while the server is away: an article that counts as unknown is fetched."""

    @functools.wraps(ask)
    async def patient(*args: P.args, **kwargs: P.kwargs) -> T:
        # Imported here, since `scrapy list` loads every spider and needs no pymongo.
        from pymongo.errors import PyMongoError

        loop = asyncio.get_running_loop()
        deadline = loop.time() + args[0].patience  # type: ignore[attr-defined]
        while True:
            try:
                return await ask(*args, **kwargs)
            except PyMongoError as error:
                if loop.time() > deadline:
                    said = said_by_driver(error)
                    raise StoreUnavailable(f"MongoDB does not say what is known: {said}") from error
                logger.info("waiting for MongoDB to say what is known")
                await asyncio.sleep(1.0)

    return patient


@dataclass(frozen=True, slots=True)
class Known:
    """An article that needs no first fetch."""

    etag: str | None = None
    """Its ETag when it was fetched; None when the server sent none."""
    last_modified: str | None = None
    """Its Last-Modified, as sent; None when the server sent none."""
    whole: bool = True
    """True for a record of one page that is complete: only that may be asked for conditionally."""
    url: str = ""
    """Address from which it was fetched; empty for what was rejected."""
    published: date | None = None
    """Day of publication in Beijing; None for what was rejected."""
    denied_at: datetime | None = None
    """When it was rejected for the first time, for the latest of its reasons, or said to be gone;
    None for what is stored and not gone, here or as another article."""

    def conditions(self) -> dict[str, str]:
        """Headers that make a request conditional; empty when it has to be unconditional."""
        if not self.whole:
            return {}
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


_ASKED_FOR_BY = dict.fromkeys(
    ("etag", "last_modified", "complete", "pages", "url", "published_at", "gone_at"), 1
)
"""Fields of a stored article by which it is asked for again."""


def _known(stored: Mapping[str, Any]) -> Known:
    return Known(
        stored.get("etag"),
        stored.get("last_modified"),
        bool(stored.get("complete", True)) and stored.get("pages", 1) == 1,
        stored["url"],
        beijing_day(stored["published_at"]),
        stored.get("gone_at"),
    )


def _of_channel(channel: str) -> dict[str, Any]:
    section, _, code = channel.rpartition("/")
    if not code:
        return {"channel": None, "section": None}
    return {"channel": code, "section": section.partition("/")[0] or code}


class NothingKnown:
    """The answers of an empty store, for a crawl without a store.

    With a store the same questions raise StoreUnavailable when its server stays away.
    """

    async def lookup(self, ids: Sequence[str]) -> Mapping[str, Known]:
        """The articles among ``ids`` that are stored, or were rejected for good."""
        return {}

    async def newest(self, channel: str) -> datetime | None:
        """Publication time of the newest stored article of a channel (path); None without one.

        The empty path stands for all whose address names no channel.
        """
        return None

    async def since(self, channel: str, day: date) -> Sequence[Known]:
        """The stored articles of a channel (path, as above) from ``day`` on that are not gone."""
        return []

    async def covered_to(self, channel: str) -> date | None:
        """See ``ChannelCoverage.covered_to``."""
        return None

    async def to_retry(self) -> Sequence[str]:
        """Addresses of articles that lately could not be had, or not with all their pages."""
        return []


class KnownArticles(NothingKnown):
    """The answers of a database."""

    def __init__(self, database: AsyncDatabase[dict[str, Any]], patience: float = 60.0):
        """``patience``: seconds that a question waits for a server that is away."""
        self.patience = patience
        self._articles = database[ARTICLES]
        self._rejects = database[REJECTS]
        self._coverage = ChannelCoverage(database)

    @_patient
    async def lookup(self, ids: Sequence[str]) -> Mapping[str, Known]:
        """The articles among ``ids`` that are stored, or were rejected for good."""
        wanted = list(ids)
        rejected = self._rejects.find(
            {"id": {"$in": wanted}, "reason": {"$not": {"$regex": TRANSIENT}}},
            {"id": 1, "reason": 1, "first_rejected_at": 1},
        ).sort("first_rejected_at", 1)
        known: dict[str, Known] = {}
        async for found in rejected:
            denied = found["reason"] != OTHER_ARTICLE
            known[found["id"]] = Known(
                whole=False, denied_at=found["first_rejected_at"] if denied else None
            )
        async for found in self._articles.find({"_id": {"$in": wanted}}, _ASKED_FOR_BY):
            known[found["_id"]] = _known(found)
        return known

    @_patient
    async def newest(self, channel: str) -> datetime | None:
        """Publication time of the newest stored article of a channel (path); None without one.

        The empty path stands for all whose address names no channel.
        """
        found = await self._articles.find_one(
            _of_channel(channel), {"published_at": 1}, sort=[("published_at", -1)]
        )
        return found["published_at"] if found else None

    @_patient
    async def since(self, channel: str, day: date) -> Sequence[Known]:
        """The stored articles of a channel (path, as above) from ``day`` on that are not gone."""
        first = datetime(day.year, day.month, day.day, tzinfo=BEIJING)
        found = self._articles.find(
            {**_of_channel(channel), "published_at": {"$gte": first}, "gone_at": None},
            _ASKED_FOR_BY,
        )
        return [_known(one) async for one in found.limit(RETRY_AT_MOST)]

    @_patient
    async def covered_to(self, channel: str) -> date | None:
        """See ``ChannelCoverage.covered_to``."""
        return await self._coverage.covered_to(channel)

    @_patient
    async def to_retry(self) -> Sequence[str]:
        """Addresses of articles that lately could not be had, or not with all their pages."""
        lately = {"$gte": datetime.now(timezone.utc) - RETRY_FOR}
        found = self._rejects.find(
            {
                "reason": {"$regex": TRANSIENT},
                "rejected_at": lately,  # indexed; each try sets it anew
                "first_rejected_at": lately,
            },
            {"url": 1, "id": 1},
        ).limit(RETRY_AT_MOST)
        failed = {reject["id"]: reject["url"] async for reject in found if reject.get("id")}
        stored = self._articles.find({"_id": {"$in": list(failed)}}, {"_id": 1})
        async for article in stored:
            failed.pop(article["_id"], None)
        lacking = {"complete": False, "first_seen_at": lately, "pages": {"$lt": MAX_ARTICLE_PAGES}}
        incomplete = self._articles.find(lacking, {"url": 1}).limit(RETRY_AT_MOST)
        async for article in incomplete:
            failed[article["_id"]] = article["url"]
        return list(failed.values())
