"""A log file (LOG_FILE) that can't be written any more makes the run a failure that says so."""

from __future__ import annotations

import logging
import sys

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.log import get_scrapy_root_handler

LOG_FAILURE = "tsnet/log/failure"
"""Stat: why a message was not written, the first time; absent where all were written."""


class LogFile:
    """Notes what Python's logging would print as a traceback for each message.

    The crawl goes on: what it finds is kept elsewhere.
    """

    def __init__(self, crawler: Crawler):
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> LogFile:
        """Watch the log file of ``crawler``. Raises NotConfigured where it has none."""
        if not crawler.settings["LOG_FILE"]:
            raise NotConfigured
        extension = cls(crawler)
        # Scrapy makes the handler anew after it has loaded the extensions.
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        return extension

    def spider_opened(self) -> None:
        """Be told of each message that can't be written."""
        handler = get_scrapy_root_handler()
        if isinstance(handler, logging.FileHandler):
            print_traceback = handler.handleError

            def note(record: logging.LogRecord) -> None:
                error = sys.exc_info()[1]
                if not isinstance(error, OSError):
                    print_traceback(record)
                    return
                self._crawler.stats.get_stats().setdefault(
                    LOG_FAILURE,
                    f"LOG_FILE {handler.baseFilename} can't be written ({error.strerror}): make"
                    " room; what was crawled is stored all the same",
                )

            handler.handleError = note  # type: ignore[method-assign]
