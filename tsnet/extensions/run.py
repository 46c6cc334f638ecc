"""The record of a run, the checks on its outcome, and the alert of a failure.

A run that reached nothing, or fails a check, is a failure (stat ``tsnet/failure``), which
``scrapy crawl`` turns into a line on standard error and exit code 1.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import logging
import math
import os
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any, TypeVar
from uuid import uuid4

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from tsnet import __version__
from tsnet.alerts import AlertError, Alerts
from tsnet.arguments import names_channel
from tsnet.channels import ChannelsRead
from tsnet.extensions.log_file import LOG_FAILURE
from tsnet.extensions.store import store_of
from tsnet.items import Article
from tsnet.monitors import LIMITS, Run, Sample, failures
from tsnet.store.connection import StoreError, open_async_database
from tsnet.store.runs import RunHistory

logger = logging.getLogger(__name__)

T = TypeVar("T")

RECORDED_SETTINGS = (
    "ROBOTSTXT_OBEY",
    "DOWNLOAD_DELAY",
    "AUTOTHROTTLE_ENABLED",
    "CONCURRENT_REQUESTS",
    "TSNET_OVERLAP_DAYS",
    "TSNET_EXTRACTION_PROCESSES",
    "JOBDIR",
    "SCHEDULER",
    "TSNET_RUN",
)
"""Settings kept in the record of a run; none of them can hold a password."""


def run_id(crawler: Crawler) -> str:
    """Id of the run of ``crawler``: the scrapyd job, or one made up for this run."""
    job = getattr(crawler.spider, "_job", None)
    if job is None:
        job = uuid4().hex
        crawler.spider._job = job  # type: ignore[union-attr]
    return str(job)


class RunRecord:
    """Keeps the collection ``runs``, checks each run at its end, and sends word of failures."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._sample = Sample()
        self._limits = {
            **LIMITS,
            **{
                name: float(limit)
                for name, limit in crawler.settings.getdict("TSNET_MONITOR_LIMITS").items()
            },
        }
        self._alerts = Alerts.from_settings(crawler.settings)
        self._started_at = datetime.now(timezone.utc)
        self._away: str | None = None
        """Why the store did not answer when it was last asked in vain."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RunRecord:
        """Record the run of ``crawler``."""
        extension = cls(crawler)
        for name in ("spider_opened", "item_scraped", "spider_closed"):
            crawler.signals.connect(getattr(extension, name), signal=getattr(signals, name))
        return extension

    async def spider_opened(self, spider: Spider) -> None:
        """Store that the run has begun."""
        settings = self._crawler.settings
        arguments = getattr(spider, "arguments", None)
        document = {
            "_id": run_id(self._crawler),
            "spider": spider.name,
            "version": __version__,
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "arguments": _plain(dataclasses.asdict(arguments)) if arguments else {},
            "settings": {name: _plain(settings.get(name)) for name in RECORDED_SETTINGS},
            "started_at": self._started_at,
        }
        await self._store(lambda history: history.begin(document))

    def item_scraped(self, item: Any) -> None:
        """Take an article into the run's sample."""
        if isinstance(item, Article):
            self._sample.add(item, self._limits["SHORT_BODY"])

    async def spider_closed(self, spider: Spider, reason: str) -> None:
        """Check the run, complete its record, and send an alert when it failed."""
        stats = self._crawler.stats
        failure = stats.get_value("tsnet/failure") or _reached_nothing(stats, spider, reason)
        judged = failure is None and reason == "finished"
        findings = await self._failed_checks(spider, with_history=judged)
        if "gone" in findings:
            await self._take_back_gone()
        failed_checks = findings if judged else {}
        if judged:
            for name, finding in failed_checks.items():
                logger.error("check %s failed: %s", name, finding)
            failure = "; ".join(f"check {n} failed: {f}" for n, f in failed_checks.items()) or None
        failure = failure or stats.get_value(LOG_FAILURE)
        if failure is not None:
            stats.set_value("tsnet/failure", failure)
        elif reason == "finished" and (unread := _unread_channels(spider)):
            logger.warning("argument channels: nothing led to %s", ", ".join(unread))
        outcome = self._outcome(spider, reason, failure, failed_checks)
        kept = await self._store(lambda history: history.end(run_id(self._crawler), outcome))
        if failure is None and self._away is not None and not kept:
            # Unknown to the runs after it, and "under way, or killed" for whoever looks.
            failure = outcome["failure"] = f"the record of the run was not kept: {self._away}"
            stats.set_value("tsnet/failure", failure)
        if failure is not None and not (reason == "lease_held" and await self._is_known(failure)):
            which = {"_id": run_id(self._crawler), "host": socket.gethostname()}
            try:
                await asyncio.to_thread(
                    self._alerts.send, f"{spider.name}: {failure}", which | outcome
                )
            except AlertError as error:
                logger.error("no word could be sent of this failure: %s", error)

    async def _is_known(self, failure: str) -> bool:
        """Whether an earlier run failed for the same run that is under way."""
        who, _, _until = failure.partition(";")
        run = run_id(self._crawler)
        return bool(await self._store(lambda history: history.has_failed(who, other_than=run)))

    async def _take_back_gone(self) -> None:
        """Believe nothing of what the host said of single articles, since it said so of most."""
        count = await self._store(lambda history: history.take_back_gone(self._started_at))
        if count:
            logger.warning("most pages are said to be gone: %d marks of it are taken back", count)

    async def _failed_checks(self, spider: Spider, *, with_history: bool) -> dict[str, str]:
        """The checks that fail; without the runs before, those that need none of them."""
        limits = self._limits
        if getattr(getattr(spider, "arguments", None), "until", None):
            # What is old was asked for.
            limits = {**limits, "MAX_NEWEST_AGE_DAYS": math.inf}

        async def read(history: RunHistory) -> tuple[list[dict[str, Any]], datetime | None]:
            before = await history.before(spider.name, self._started_at)
            return before, await history.newest_article()

        before, newest = (await self._store(read) if with_history else None) or ([], None)
        return failures(
            Run(
                sample=self._sample,
                stats=self._crawler.stats.get_stats(),
                listed={**_unread_again(spider, before), **ChannelsRead.of(spider).listed},
                listed_before=_columns(run.get("listed", {}) for run in before),
                coverage_before=_columns(run.get("coverage", {}) for run in before),
                newest_stored=newest,
                finished_at=datetime.now(timezone.utc),
            ),
            limits,
        )

    def _outcome(
        self, spider: Spider, reason: str, failure: str | None, failed_checks: dict[str, str]
    ) -> dict[str, Any]:
        stats = self._crawler.stats
        finished_at = datetime.now(timezone.utc)
        prefix = "tsnet/rejected/"
        return {
            "finished_at": finished_at,
            "seconds": (finished_at - self._started_at).total_seconds(),
            "finish_reason": reason,
            "failure": failure,
            "failed_checks": failed_checks,
            "listings": stats.get_value("tsnet/listings", 0),
            "listings_failed": stats.get_value("tsnet/listings/failed", 0),
            "fetched": stats.get_value("tsnet/articles/read", 0),
            **{
                name: stats.get_value(f"tsnet/articles/{name}", 0)
                for name in ("new", "changed", "unchanged", "not_modified")
            },
            "rejected": {
                name.removeprefix(prefix): count
                for name, count in stats.get_stats().items()
                if name.startswith(prefix)
            },
            "incomplete": self._sample.incomplete,
            "damaged": self._sample.damaged,
            "lost": self._sample.lost,
            "bytes": stats.get_value("downloader/response_bytes", 0),
            "errors": stats.get_value("log_count/ERROR", 0),
            "coverage": self._sample.coverage()
            if self._sample.articles >= self._limits["MIN_ARTICLES"]
            else {},
            "listed": ChannelsRead.of(spider).listed,
        }

    async def _store(self, use: Callable[[RunHistory], Awaitable[T]]) -> T | None:
        """What ``use`` makes of the history; None when the store is away."""
        store = store_of(self._crawler)
        if store is None:
            return None
        try:
            async with open_async_database(store) as database:
                return await use(RunHistory(database))
        except StoreError as error:
            logger.warning("the record of the run was not kept: %s", error)
            self._away = str(error)
            return None


def _reached_nothing(stats: Any, spider: Spider, reason: str) -> str | None:
    """Why a finished crawl is an empty one; None when it is not.

    ``tsnet/run/…`` says what any worker of a shared crawl has read (docs/scaling.md).
    """
    if reason != "finished":
        return None
    read = stats.get_value("tsnet/articles/read", 0)
    # Articles that failed lately are asked for again whether the site is reached or not.
    had = read - stats.get_value("tsnet/articles/failed", 0)
    if had or (read and not stats.get_value("tsnet/listings/failed")):
        return None  # a resumed crawl may have had its listings behind it
    base_url = spider.arguments.base_url if hasattr(spider, "arguments") else spider.name
    unread = _unread_channels(spider)
    if unread and len(unread) < len(spider.arguments.channels):  # type: ignore[attr-defined]
        unread = []
    if not (stats.get_value("tsnet/listings") or stats.get_value("tsnet/run/listings")):
        last = stats.get_value("tsnet/listings/last_error", "no listing answered")
        no_robots = stats.get_value("tsnet/robots_txt/failure")
        if unread and not no_robots:
            return f"argument channels: {', '.join(unread)} could not be read: {last}"
        answered = stats.get_value("downloader/response_count") and not no_robots
        told = "could not be read" if answered else "was not reached"
        return f"{base_url} {told}: {no_robots or last}"
    if unread:
        told = f"argument channels: no link of {base_url} leads to {', '.join(unread)}"
        return f"{told}; there are {', '.join(known)}" if (known := _channels(spider)) else told
    if not (stats.get_value("tsnet/links") or stats.get_value("tsnet/run/links")):
        last = stats.get_value("tsnet/listings/last_error")
        why = last or "the layout may have changed, or the page needs a browser"
        return f"{base_url} answered, but no listing had one article link: {why}"
    return None


def _unread_again(spider: Spider, before: Sequence[Mapping[str, Any]]) -> dict[str, None]:
    """Channels of which the first page could not be read, nor by the run before.

    None of a shared crawl, in which another worker may have read it.
    """
    if spider.settings["TSNET_RUN"] or not before:
        return {}
    failed = ChannelsRead.of(spider).failed
    return dict.fromkeys(failed.difference(before[0].get("listed", {})))


def _unread_channels(spider: Spider) -> list[str]:
    """Channels that the crawl was asked for and found no listing of, as they were asked for.

    None of a shared crawl, in which any worker may have read them.
    """
    if spider.settings["TSNET_RUN"]:
        return []
    channels = ChannelsRead.of(spider)
    read = {*channels.listed, *channels.listed_by_number}
    arguments = getattr(spider, "arguments", None)
    return [
        asked
        for asked in (arguments.channels if arguments else ())
        if not any(names_channel(asked, path) for path in read)
    ]


def _channels(spider: Spider) -> list[str]:
    """Codes and names of the channels that the crawl met."""
    names = sorted(ChannelsRead.of(spider).names.items())
    return [f"{path.rpartition('/')[2]} {name}" for path, name in names]


def _columns(rows: Any) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {}
    for row in rows:
        for name, value in row.items():
            columns.setdefault(name, []).append(value)
    return columns


def _plain(value: Any) -> Any:
    """As MongoDB takes it and JSON writes it: days as text."""
    return json.loads(json.dumps(value, default=str))
