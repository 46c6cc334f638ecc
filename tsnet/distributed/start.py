"""One worker sends a run's start requests; the others wait until they are sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler

from tsnet.distributed.scheduler import START_REQUEST, LeasingScheduler


class StartOnce:
    """Spider middleware that lets ``start`` of the spider run on one worker.

    If that worker dies before the end of ``start``, another one goes through all of it; what had
    been sent is filtered by the seen-set, even if it asks not to be (``dont_filter``).
    """

    def __init__(self, crawler: Crawler):
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StartOnce:
        """Make the middleware of ``crawler``."""
        return cls(crawler)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Pass on ``start`` if this is the worker to do it."""
        scheduler = self._crawler.engine.scheduler
        assert isinstance(scheduler, LeasingScheduler)
        if not await scheduler.may_start():
            return
        async for item_or_request in start:
            if isinstance(item_or_request, Request):
                item_or_request.meta[START_REQUEST] = True
            yield item_or_request
        scheduler.start_sent()
