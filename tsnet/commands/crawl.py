"""``scrapy crawl``: wrong arguments told in one line, the outcome told by the exit code."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings
from scrapy.utils.log import get_scrapy_root_handler

from tsnet.archive_command import refuse_unwritable

logger = logging.getLogger(__name__)

CLEAN_ENDINGS = frozenset({"finished", "shutdown", "cancelled"}) | {
    f"closespider_{limit}" for limit in ("timeout", "itemcount", "pagecount")
}
"""Finish reasons that are no failure: the crawl was done, or was told to stop."""


class Command(ScrapyCrawl):
    """Scrapy's command with a check before it; exits with 1 on failure, with 2 on misuse."""

    def long_desc(self) -> str:
        """What it does and takes, for its own help."""
        return (
            "Run the spider tianshan. It takes arguments, each as -a name=value: base_url, channels"
            " (szxw,jjxw), since and until (2025-01-23, 2025-01 or 2025), max_pages, full=1,"
            " render=auto|never|always (docs/crawl.md)."
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's own, with feeds (``-o``, ``-O``) of articles only: raw pages are no records.

        Raises UsageError for wrong settings of which Scrapy would make a traceback.
        """
        refuse_unwritable(opts)
        super().process_options(args, opts)
        assert self.settings is not None
        refuse_wrong_output(self.settings)
        for feed in self.settings.getdict("FEEDS").values():
            feed.setdefault("item_classes", ["tsnet.items.Article"])

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider named in ``args``."""
        from tsnet.arguments import ArgumentError
        from tsnet.configuration import ConfigurationError, check

        for word in args[1:]:
            if word.startswith("--") or "=" in word:
                raise UsageError(
                    f"{word} is no option: what a crawl takes is given as -a name=value, such as"
                    " -a since=2025-01-23"
                )
        if len(args) != 1:
            raise UsageError("name one spider: scrapy crawl tianshan")
        assert self.crawler_process is not None
        if unwritable := log_failure():
            self._refuse(unwritable)
            return
        try:
            crawler = self._create_crawler(args[0])
        except KeyError:
            self._refuse(f"spider {args[0]}: must be one that `scrapy list` names")
            return
        try:
            check(crawler.settings)
            check_arguments = getattr(crawler.spidercls, "check_arguments", None)
            if check_arguments is not None:
                check_arguments(opts.spargs)
        except (ArgumentError, ConfigurationError) as error:
            self._refuse(str(error))
            return
        crawler.stop_async = partial(_stop_once_open, crawler, crawler.stop_async)  # type: ignore[method-assign]
        crawling = self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        failure = _failure(crawler) or _why_not_begun(crawling)
        if failure:
            self._tell(failure)
        if failure or self.crawler_process.bootstrap_failed:
            self.exitcode = 1

    def _refuse(self, message: str) -> None:
        self._tell(message)
        self.exitcode = 2

    def _tell(self, message: str) -> None:
        """One line on standard error, and in the log where that goes elsewhere (scrapyd)."""
        assert self.settings is not None
        print(f"tsnet: {message}", file=sys.stderr)
        if self.settings["LOG_FILE"]:
            logger.error("%s", message)


def refuse_wrong_output(settings: BaseSettings) -> None:
    """Check what is read before a command runs: log, feeds, spiders. Raises UsageError.

    What Scrapy logs until then and can't write is told by ``log_failure``, without a traceback.
    """
    from tsnet.configuration import ConfigurationError, check

    try:
        early = ("LOG_", "FEEDS", "SPIDER_LOADER_CLASS", "SPIDER_MODULES")
        check({name: settings[name] for name in settings if name.startswith(early)})
    except ConfigurationError as error:
        raise UsageError(str(error)) from None
    logging.raiseExceptions = False


def log_failure() -> str | None:
    """Why what Scrapy has logged so far is not in LOG_FILE; None where it is.

    There is nothing to do but to end: Scrapy closes the file before a crawl, which would raise.
    """
    handler = get_scrapy_root_handler()
    try:
        if isinstance(handler, logging.FileHandler):
            handler.flush()
    except OSError as error:
        return f"LOG_FILE can't be written ({error.strerror}): make room, or name another"
    logging.raiseExceptions = True
    return None


async def _stop_once_open(crawler: Crawler, stop: Callable[[], Awaitable[None]]) -> None:
    """Stop a crawl that is starting when it has started: before, Scrapy would close nothing."""
    while crawler.crawling and crawler.engine.spider and not crawler.engine.running:
        await asyncio.sleep(0.05)
    await stop()


def _why_not_begun(crawling: Any) -> str | None:
    """Why the crawl could not even begin; None when it did."""
    from tsnet.configuration import ConfigurationError
    from tsnet.extensions.jobdir import JobDirectoryError

    # Told to stop, Scrapy leaves its task as it is.
    ended = isinstance(crawling, asyncio.Task) and crawling.done() and not crawling.cancelled()
    error = crawling.exception() if ended else None
    if error is None:
        return None
    if isinstance(error, (ConfigurationError, JobDirectoryError)):
        return str(error)
    logger.critical("the crawl did not begin", exc_info=error)
    return f"the crawl did not begin: {error!r}"


def _failure(crawler: Any) -> str | None:
    stats = crawler._stats
    if stats is None:
        return None
    reason = stats.get_value("finish_reason")
    failure: str | None = stats.get_value("tsnet/failure")
    if failure is None and reason is None and stats.get_value("start_time"):
        failure = "the crawl was cut off: what it had in hand is left to the next run"
    if failure is None and reason is not None and reason not in CLEAN_ENDINGS:
        failure = f"the crawl ended early: {reason}"
    return failure
