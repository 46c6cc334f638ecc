"""An extension that writes down what held the event loop longest, in the file that BLOCKS names.

Counted is the processor time of the loop's own thread: what other processes take from it is not
the crawl's doing, and what its other threads do leaves the loop free.
"""

from __future__ import annotations

import asyncio
import json
import os
import time
from pathlib import Path

from scrapy import signals
from scrapy.crawler import Crawler

KEPT = 20
"""Callbacks that are written down, the longest first."""


class LoopWatchdog:
    def __init__(self) -> None:
        self.blocks: list[tuple[float, str]] = []
        self.callbacks = 0
        self.run = asyncio.Handle._run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> LoopWatchdog:
        watchdog = cls()
        crawler.signals.connect(watchdog.opened, signals.spider_opened)
        crawler.signals.connect(watchdog.closed, signals.spider_closed)
        return watchdog

    def opened(self) -> None:
        watchdog = self

        def timed(handle: asyncio.Handle) -> None:
            began = time.thread_time()
            try:
                watchdog.run(handle)
            finally:
                watchdog.note(time.thread_time() - began, handle)

        asyncio.Handle._run = timed  # type: ignore[assignment, method-assign]

    def note(self, seconds: float, handle: asyncio.Handle) -> None:
        self.callbacks += 1
        if seconds > 0.005:
            self.blocks.append((seconds, repr(handle)))

    def closed(self) -> None:
        asyncio.Handle._run = self.run  # type: ignore[method-assign]
        longest = sorted(self.blocks, reverse=True)[:KEPT]
        report = {"callbacks": self.callbacks, "blocks": longest}
        Path(os.environ["BLOCKS"]).write_text(json.dumps(report), "utf-8")
