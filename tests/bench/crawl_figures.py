"""An extension that writes down how a crawl went, in the file that BENCH_FIGURES names."""

from __future__ import annotations

import json
import os
import resource
import time
from pathlib import Path
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import Crawler


class CrawlFigures:
    """Moments, counts and processor time, from the opened spider to the closed one."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._articles: list[float] = []
        self._opened = 0.0
        self._idle = 0.0
        self._processor = 0.0
        self._items = 0

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
        self._processor = time.process_time()

    def received(self, request: Any) -> None:
        if "/t20" in request.url:
            self._articles.append(time.perf_counter())

    def scraped(self) -> None:
        self._items += 1

    def idle(self) -> None:
        self._idle = time.perf_counter()

    def closed(self, spider: Spider, reason: str) -> None:
        count = len(self._articles)
        steady = self._articles[count // 10 :]
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
            "processor_main": time.process_time() - self._processor,
            "peak_main_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "stats": {
                name: value
                for name, value in self._crawler.stats.get_stats().items()
                if isinstance(value, int)
            },
        }
        Path(os.environ["BENCH_FIGURES"]).write_text(json.dumps(found), "utf-8")
