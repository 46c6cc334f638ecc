"""The choices that the search form offers: channels and sources of the archive."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from tsnet.store.archive import Archive

MAX_SOURCES = 100
"""Sources offered in the form; any other may still be typed."""

Value = TypeVar("Value")


@dataclass(slots=True, frozen=True)
class Channel:
    """A channel that has articles."""

    code: str
    """``szxw``."""
    name: str
    """``时政``, or the code where no name was seen."""


@dataclass(slots=True, frozen=True)
class Holdings:
    """The choices of the search form."""

    channels: list[Channel]
    """Every channel, by code."""
    sources: list[str]
    """The sources with the most articles."""

    @classmethod
    def read(cls, archive: Archive) -> Holdings:
        """Ask the archive. Raises pymongo's errors and StoreUnavailable."""
        # In the index's own order: MongoDB then looks at one key a channel (DISTINCT_SCAN).
        newest = archive.database.articles.aggregate(
            [
                {"$sort": {"channel": 1, "published_at": -1, "_id": -1}},
                {"$group": {"_id": "$channel", "name": {"$first": "$channel_name"}}},
                {"$sort": {"_id": 1}},
            ]
        )
        channels = [Channel(row["_id"], row["name"] or row["_id"]) for row in newest if row["_id"]]
        sources = [count.key for count in archive.count("source") if count.key]
        return cls(channels, sources[:MAX_SOURCES])

    def channel_name(self, code: str) -> str:
        """The name of the channel ``code``, or ``code`` itself."""
        return next((channel.name for channel in self.channels if channel.code == code), code)


class Remembered(Generic[Value]):
    """A cache of answers that may be some seconds old, so that a next page does not ask again."""

    def __init__(self, seconds: float, most: int = 64):
        """``seconds``: how long an answer holds; ``most``: answers kept."""
        self._seconds = seconds
        self._most = most
        self._lock = Lock()
        self._answers: dict[object, tuple[float, Value]] = {}

    def get(self, key: object, ask: Callable[[], Value]) -> Value:
        """The answer for ``key`` (hashable), asked for anew when it is too old or not there."""
        now = time.monotonic()
        with self._lock:
            kept = self._answers.get(key)
        if kept and now - kept[0] < self._seconds:
            return kept[1]
        answer = ask()
        with self._lock:
            self._answers.pop(key, None)  # else it would keep its place, and be the next to go
            self._answers[key] = (time.monotonic(), answer)
            while len(self._answers) > self._most:
                self._answers.pop(next(iter(self._answers)))
        return answer
