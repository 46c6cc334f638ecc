"""A job directory is used by one crawl at a time and never resumed after an unclean stop.

Scrapy writes its queue only when it stops cleanly: after a kill, the seen-set filters every
request and the resumed crawl "finishes" without a page (stack facts). What is stored
makes a fresh start cheap, so the remains are discarded. They are discarded after a crawl
that came to its end, too: the next one must see the listings again.
"""

from __future__ import annotations

import fcntl
import logging
import shutil
from pathlib import Path
from typing import IO

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

logger = logging.getLogger(__name__)

MARKER = "crawl.running"
"""File in the job directory while a crawl uses it; left behind by an unclean stop."""


class JobDirectoryError(Exception):
    """The job directory can't be used; the text names it, and what to do."""


class JobDirectory:
    """Guards the directory that the setting JOBDIR names; off without one."""

    def __init__(self, directory: Path):
        """Lock ``directory`` for this process and discard what an unclean stop left in it.

        Raises JobDirectoryError when another crawl uses it, or it can't be written.
        """
        self._directory = directory
        self._reason = ""
        try:
            directory.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(directory)
            marker = directory / MARKER
            if marker.exists():
                logger.warning(
                    "the last crawl in %s did not stop cleanly: its queue is discarded, "
                    "what is stored is not fetched again",
                    directory,
                )
                _empty(directory)
            marker.touch()
        except OSError as error:
            raise JobDirectoryError(
                f"JOBDIR={directory} can't be used ({error.strerror}): name one that can be written"
            ) from error

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> JobDirectory:
        """Guard the job directory of ``crawler``."""
        if not crawler.settings["JOBDIR"]:
            raise NotConfigured
        extension = cls(Path(crawler.settings["JOBDIR"]))
        crawler.signals.connect(extension.engine_stopped, signal=signals.engine_stopped)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Remember how the crawl ended."""
        self._reason = reason

    def engine_stopped(self) -> None:
        """Discard the queue of a finished crawl; keep that of one that was stopped cleanly."""
        if self._reason == "finished":
            _empty(self._directory)
        elif self._reason:
            (self._directory / MARKER).unlink(missing_ok=True)
        self._lock.close()


def _lock(directory: Path) -> IO[str]:
    lock = (directory / "crawl.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise JobDirectoryError(
            f"JOBDIR={directory} is in use by another crawl: wait for it or name another directory"
        ) from None
    return lock


def _empty(directory: Path) -> None:
    for path in directory.iterdir():
        if path.name == "crawl.lock":
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
