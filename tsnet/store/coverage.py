"""The collection ``channels``: down to which day each channel is known to be wholly read.

One document a channel: ``_id`` (path), ``covered_to``, ``failed_at``.
"""

from __future__ import annotations

from datetime import date, datetime, time, timezone
from typing import TYPE_CHECKING, Any

from tsnet.store.collections import CHANNELS

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase


class ChannelCoverage:
    """What earlier runs know of the channels' completeness."""

    def __init__(self, database: AsyncDatabase[dict[str, Any]]):
        self._channels = database[CHANNELS]

    async def covered_to(self, channel: str) -> date | None:
        """Day up to which every article of ``channel`` was fetched by runs that came to their end.

        None when no run did.
        """
        found = await self._channels.find_one({"_id": channel}, {"covered_to": 1})
        if found is None or "covered_to" not in found:
            return None
        return datetime.date(found["covered_to"])

    async def advance(self, channel: str, newest: date, *, since: datetime) -> None:
        """Record that ``channel`` is wholly read up to ``newest``.

        Does nothing when any run has marked a failure in it after ``since``.
        """
        marked = {"_id": channel, "failed_at": {"$gte": since}}
        if await self._channels.count_documents(marked, limit=1):
            return
        midnight = datetime.combine(newest, time(), timezone.utc)
        await self._channels.update_one(
            {"_id": channel}, {"$max": {"covered_to": midnight}}, upsert=True
        )

    async def mark_failed(self, channel: str) -> None:
        """Record that something in ``channel`` was not fetched."""
        await self._channels.update_one(
            {"_id": channel}, {"$set": {"failed_at": datetime.now(timezone.utc)}}, upsert=True
        )
