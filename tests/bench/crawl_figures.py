"""An extension that writes down how a crawl went, in the file that BENCH_FIGURES names."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import Any

import psutil
from scrapy import Spider, signals
from scrapy.crawler import Crawler

EVERY = 50
"""Article pages between two looks at the processor time of all processes."""


def processor_times(others: dict[str, int]) -> dict[str, float]:
    """Seconds of processor so far: ``crawler``, its ``workers``, and ``others`` by name."""
    own = psutil.Process()
    times = {"crawler": time.process_time(), "workers": 0.0}
    for name, process in [
        *(("workers", child) for child in own.children(recursive=True)),
        *((name, psutil.Process(pid)) for name, pid in others.items()),
    ]:
        with contextlib.suppress(psutil.Error):
            used = process.cpu_times()
            times[name] = times.get(name, 0.0) + used.user + used.system
    return times


class CrawlFigures:
    """Moments, counts and processor time, from the opened spider to the closed one.

    BENCH_OTHERS names, as JSON, processes that serve the crawl, by their number.
    """

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._articles: list[float] = []
        self._opened = 0.0
        self._idle = 0.0
        self._items = 0
        self._others: dict[str, int] = json.loads(os.environ.get("BENCH_OTHERS", "{}"))
        self._times: list[dict[str, float]] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlFigures:
        figures = cls(crawler)
        connect = crawler.signals.connect
        connect(figures.opened, signals.spider_opened)
        connect(figures.received, signals.response_received)
        connect(figures.idle, signals.spider_idle)
        connect(figures.closed, signals.spider_closed)
        connect(figures.scraped, signals.item_scraped)
        return figures

    def opened(self) -> None:
        self._opened = time.perf_counter()

    def received(self, request: Any) -> None:
        if "/t20" in request.url:
            if len(self._articles) % EVERY == 0:
                self._times.append(processor_times(self._others))
            self._articles.append(time.perf_counter())

    def scraped(self) -> None:
        self._items += 1

    def idle(self) -> None:
        self._idle = time.perf_counter()

    def closed(self, spider: Spider, reason: str) -> None:
        count = len(self._articles)
        steady = self._articles[count // 10 :]
        # A worker starts with the first page, and that is no cost of a page.
        tenth = max(1, count // 10 // EVERY) if len(self._times) > 1 else 0
        first, last = self._times[tenth], self._times[-1]
        pages = (len(self._times) - 1 - tenth) * EVERY
        found = {
            "spider": spider.name,
            "reason": reason,
            "articles": count,
            "items": self._items,
            # To the moment in which every page is read and its items are through the pipelines.
            "seconds": self._idle - self._opened,
            "steady_per_second": (len(steady) - 1) / (steady[-1] - steady[0] or 1)
            if len(steady) > 1
            else 0.0,
            "processor_ms": {name: (last[name] - first[name]) * 1000 / pages for name in last}
            if pages
            else {},
            "stats": {
                name: value
                for name, value in self._crawler.stats.get_stats().items()
                if isinstance(value, int)
            },
        }
        Path(os.environ["BENCH_FIGURES"]).write_text(json.dumps(found), "utf-8")
