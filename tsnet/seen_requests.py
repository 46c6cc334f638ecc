"""Scrapy's filter of requests that were made already, its seen-set on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from scrapy import Request
from scrapy.dupefilters import RFPDupeFilter
from scrapy.utils.request import RequestFingerprinterProtocol


class DiskDupeFilter(RFPDupeFilter):
    """Keeps the fingerprints of requests in the job directory, and none in memory.

    Scrapy's own also writes them there, but holds all of them in memory.  Without a job directory
    it is Scrapy's own.  A crawl that does not stop cleanly leaves a broken file, which nobody
    reads: ``tsnet.extensions.jobdir`` discards it with the queue.
    """

    def __init__(
        self,
        path: str | None = None,
        debug: bool = False,
        *,
        fingerprinter: RequestFingerprinterProtocol | None = None,
    ) -> None:
        """``path``: the job directory.  Raises sqlite3.Error where no file can be kept in it."""
        super().__init__(None, debug, fingerprinter=fingerprinter)
        self._seen: sqlite3.Connection | None = None
        if path is not None:
            self._seen = sqlite3.connect(Path(path, "seen.sqlite"), isolation_level=None)
            # One transaction of the whole crawl, without a journal: it holds or it is discarded.
            self._seen.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                "CREATE TABLE IF NOT EXISTS seen (fingerprint BLOB PRIMARY KEY) WITHOUT ROWID;"
                "BEGIN"
            )

    def request_seen(self, request: Request) -> bool:
        """Whether the same request was made before, by this run or by those that it goes on for."""
        if self._seen is None:
            return super().request_seen(request)
        fingerprint = self.fingerprinter.fingerprint(request)
        added = self._seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (fingerprint,))
        return added.rowcount == 0

    def close(self, reason: str) -> None:
        """Write what is left, and let the file go."""
        if self._seen is not None:
            self._seen.execute("COMMIT")
            self._seen.close()
        super().close(reason)
