"""The collection ``runs``: what each run of the crawler did, under its scrapyd job or a random id.

See docs/operations.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from tsnet.store.collections import ARTICLES, RUNS

COMPARED_RUNS = 10
"""Runs before this one that its checks compare it with."""


class RunHistory:
    """Writes the record of a run and reads those before it."""

    def __init__(self, database: AsyncDatabase[dict[str, Any]]):
        self._runs = database[RUNS]
        self._articles = database[ARTICLES]

    async def begin(self, run: Mapping[str, Any]) -> None:
        """Store the record of a run that begins; a job that is run again replaces its record."""
        await self._runs.replace_one({"_id": run["_id"]}, dict(run), upsert=True)

    async def end(self, run: str, outcome: Mapping[str, Any]) -> bool:
        """Add the outcome to the record of run ``run``; False where there is none."""
        return (await self._runs.update_one({"_id": run}, {"$set": outcome})).matched_count > 0

    async def before(self, spider: str, started_at: datetime) -> list[dict[str, Any]]:
        """The last finished runs of ``spider`` before ``started_at``, newest first."""
        finished = {
            "spider": spider,
            "started_at": {"$lt": started_at},
            "finish_reason": "finished",
        }
        return await self._runs.find(finished).sort("started_at", -1).limit(COMPARED_RUNS).to_list()

    async def has_failed(self, words: str, *, other_than: str) -> bool:
        """Whether a run other than ``other_than`` (an id) failed with a message that begins so."""
        found = {"failure": {"$regex": f"^{re.escape(words)}"}, "_id": {"$ne": other_than}}
        return await self._runs.find_one(found, {"_id": 1}) is not None

    async def take_back_gone(self, since: datetime) -> int:
        """Take back the marks of articles found to be gone since then; returns how many."""
        marked = {"gone_at": {"$gte": since}}
        result = await self._articles.update_many(marked, {"$unset": {"gone_at": ""}})
        return result.modified_count

    async def newest_article(self) -> datetime | None:
        """Publication time of the newest article stored; None for an empty store."""
        newest = await self._articles.find_one({}, {"published_at": 1}, sort=[("published_at", -1)])
        return newest["published_at"] if newest else None
