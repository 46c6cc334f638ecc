"""A job directory is used by one crawl at a time, and resumed by the same crawl after a clean stop.

Scrapy writes its queue only when it stops cleanly: after a kill, the seen-set filters every
request and the resumed crawl "finishes" without a page (stack facts). What is stored
makes a fresh start cheap, so the remains are discarded. They are discarded after a crawl
that came to its end, too: the next one must see the listings again. And they are discarded by a
crawl with other arguments, whose first requests the seen-set would filter, by one into another
database, which lacks what was fetched before, and by one whose disk took no more: Scrapy would ask
the queue again for ever. And after one that ended since no process could read its pages: what it
had in hand is not in the queue.
"""

from __future__ import annotations

import asyncio
import fcntl
import logging
import shutil
import sqlite3
from pathlib import Path
from typing import IO, TYPE_CHECKING

from scrapy import Request, Spider, signals
from scrapy.core.scheduler import Scheduler
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from tsnet import __version__
from tsnet.extraction_workers import NO_WORKERS
from tsnet.store.connection import StoreSettings

if TYPE_CHECKING:
    from twisted.internet.defer import Deferred

logger = logging.getLogger(__name__)

MARKER = "crawl.running"
"""File in the job directory while a crawl uses it; left behind by an unclean stop."""

LOCK = "crawl.lock"
"""File in it that the process of the crawl has locked."""

COMMAND = "crawl.command"
"""File in it with the version, arguments and database of the crawl whose queue it has."""

LEFT_BY_CRAWLS = (MARKER, COMMAND, "requests.queue", "requests.seen", "seen.sqlite", "spider.state")
"""What a crawl leaves in it: the queue, the seen-set (Scrapy's own, or that of
``tsnet.seen_requests``), the spider's state. Anything else is another's, and stays."""

DISK_FAULTS = (OSError, sqlite3.Error)
"""What the queue and the seen-set raise when the disk takes no more."""


class JobDirectoryError(Exception):
    """The job directory can't be used; the text names it, and what to do."""


class JobDirectory:
    """Guards the directory that the setting JOBDIR names; off without one."""

    def __init__(self, directory: Path, command: str = ""):
        """Lock ``directory`` for this process and discard in it what can't be resumed.

        ``command``: what tells the crawl from others. Raises JobDirectoryError when another crawl
        uses the directory, or it can't be written.
        """
        self._directory = directory
        self._reason = ""
        self._closing: asyncio.Task[None] | None = None
        try:
            directory.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(directory)
            marker = directory / MARKER
            begun = directory / COMMAND
            why = ""
            if marker.exists():
                why = "the last crawl in %s did not stop cleanly"
            elif _left(directory) and not _holds(begun, command):
                why = "the crawl that was stopped in %s was another one"
            if why:
                logger.warning(
                    f"{why}: its queue is discarded, what is stored is not fetched again", directory
                )
                _empty(directory)
            marker.touch()
            begun.write_text(command, encoding="utf-8")
        except OSError as error:
            raise JobDirectoryError(
                f"JOBDIR={directory} can't be used ({error.strerror}): name one that can be written"
            ) from error

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> JobDirectory:
        """Guard the job directory of ``crawler``."""
        if not crawler.settings["JOBDIR"]:
            raise NotConfigured
        arguments = getattr(crawler.spider, "arguments", None)
        store = StoreSettings.from_settings(crawler.settings)
        command = f"{__version__} {arguments} {store.database} {store.shown}"
        extension = cls(Path(crawler.settings["JOBDIR"]), command)
        crawler.signals.connect(extension.engine_stopped, signal=signals.engine_stopped)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def fail(self, crawler: Crawler, error: Exception) -> None:
        """End the crawl, whose queue has lost a request to ``error``, as a failure."""
        if self._closing is not None:
            return
        said = getattr(error, "strerror", None) or error
        failure = f"JOBDIR={self._directory} takes no more ({said}): make room, and crawl again"
        logger.error("%s", failure)
        crawler.stats.set_value("tsnet/failure", failure)
        self._closing = asyncio.get_running_loop().create_task(
            crawler.engine.close_spider_async(reason="jobdir_full")
        )

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Remember how the crawl ended."""
        self._reason = reason

    def engine_stopped(self) -> None:
        """Discard the queue of a finished crawl; keep that of one that was stopped cleanly."""
        if self._reason == "finished":
            _empty(self._directory)
        elif self._reason not in ("", NO_WORKERS) and self._closing is None:
            (self._directory / MARKER).unlink(missing_ok=True)
        self._lock.close()


class JobQueue(Scheduler):
    """Scrapy's scheduler, with an end when the disk of the job directory takes no more."""

    def enqueue_request(self, request: Request) -> bool:
        """Whether the request is queued."""
        try:
            return super().enqueue_request(request)
        except DISK_FAULTS as error:
            self._fail(error)
            return False

    def next_request(self) -> Request | None:
        """The next request; None when there is none, or it can't be read."""
        try:
            return super().next_request()
        except DISK_FAULTS as error:
            self._fail(error)
            return None

    def close(self, reason: str) -> Deferred[None] | None:
        """Write what is left of the queue."""
        try:
            return super().close(reason)
        except DISK_FAULTS as error:
            self._fail(error)
            return None

    def _fail(self, error: Exception) -> None:
        assert self.crawler is not None
        directory = self.crawler.get_extension(JobDirectory)
        assert directory is not None  # without one, the queue is in memory
        directory.fail(self.crawler, error)


def _lock(directory: Path) -> IO[str]:
    lock = (directory / LOCK).open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise JobDirectoryError(
            f"JOBDIR={directory} is in use by another crawl: wait for it or name another directory"
        ) from None
    return lock


def _left(directory: Path) -> list[Path]:
    return [path for path in map(directory.joinpath, LEFT_BY_CRAWLS) if path.exists()]


def _holds(file: Path, text: str) -> bool:
    try:
        return file.read_text(encoding="utf-8") == text
    except (FileNotFoundError, UnicodeError):
        return False


def _empty(directory: Path) -> None:
    for path in _left(directory):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
