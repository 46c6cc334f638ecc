"""A progress line on a terminal while a crawl runs."""

from __future__ import annotations

import asyncio
import sys

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import (
    Progress as Bar,
)
from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

REFRESH_SECONDS = 0.25
"""How often the line is brought up to date."""


class Progress:
    """Shows articles done of those found so far, when standard error is a terminal."""

    def __init__(self, crawler: Crawler, console: Console):
        self._crawler = crawler
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("articles"),
            TimeElapsedColumn(),
            console=console,
        )
        self._task = self._bar.add_task("reading listings", total=None)
        self._found_again = 0
        self._refresh: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Progress:
        """Show the progress of ``crawler``, unless nobody watches or the log takes the terminal."""
        settings = crawler.settings
        log_on_terminal = settings.getbool("LOG_ENABLED") and not settings["LOG_FILE"]
        if not (settings.getbool("TSNET_PROGRESS") and sys.stderr.isatty()) or log_on_terminal:
            raise NotConfigured
        extension = cls(crawler, Console(stderr=True))
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.request_dropped, signal=signals.request_dropped)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_opened(self, spider: Spider) -> None:
        """Show the line and keep it up to date."""
        self._bar.start()
        self._refresh = asyncio.get_running_loop().create_task(self._keep_up())

    def request_dropped(self, request: Request, spider: Spider) -> None:
        """Count an article once that several listings lead to."""
        self._found_again += "seen_at" in request.cb_kwargs

    def spider_closed(self, spider: Spider) -> None:
        """Leave the line as it stands at the end."""
        if self._refresh is not None:
            self._refresh.cancel()
        self._update()
        self._bar.stop()

    async def _keep_up(self) -> None:
        while True:
            self._update()
            await asyncio.sleep(REFRESH_SECONDS)

    def _update(self) -> None:
        stats = self._crawler.stats
        found = stats.get_value("tsnet/articles/requested", 0) - self._found_again
        self._bar.update(
            self._task,
            completed=stats.get_value("tsnet/articles/read", 0),
            total=max(found, 1),
            description=f"{stats.get_value('tsnet/listings', 0)} listings read",
        )
