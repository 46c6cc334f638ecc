"""One request at a time to a host, whichever worker sends it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict

from scrapy import Request
from scrapy.crawler import Crawler

from tsnet.distributed import scripts
from tsnet.distributed.connection import Keys, trouble
from tsnet.distributed.scheduler import UNREACHABLE, LeasingScheduler
from tsnet.engine_view import EngineView

logger = logging.getLogger(__name__)

LOOK_ROUND = 0.5
"""Seconds after which a waiting request checks whether its worker is being stopped."""

RETRY = 1.0
"""Seconds between two attempts to reach Redis."""


class SharedHostSlot:
    """Downloader middleware that keeps Scrapy's delay between two requests of all workers together.

    The delay is that of the worker's own slot (DOWNLOAD_DELAY, DOWNLOAD_SLOTS, AutoThrottle); the
    next free moment of the host is kept in Redis and counted by its clock. A worker reserves one
    moment at a time for each host, so that a change of the delay acts at once and the workers take
    turns.
    """

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._engine = EngineView(crawler)
        self._queues: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> SharedHostSlot:
        """Make the middleware of ``crawler``."""
        return cls(crawler)

    async def process_request(self, request: Request) -> Request | None:
        """Wait for the host's next free moment.

        The answer is ``request`` itself, which puts it back into the queue for others to fetch,
        when it is leased and the worker is being stopped; else None.
        """
        host, delay = self._engine.slot_of(request)
        if delay <= 0:
            return None
        async with self._queues[host]:
            if self._is_for_others(request):
                return request
            until = time.monotonic() + await self._turn(request, host)
            while (left := until - time.monotonic()) > 0:
                await asyncio.sleep(min(left, LOOK_ROUND))
                if self._is_for_others(request):
                    return request
            self._engine.wait_no_more(request)
        return None

    async def _turn(self, request: Request, host: str) -> float:
        """Seconds until the moment reserved for ``request``. Waits while Redis can't be reached."""
        take_turn = self._scheduler().server.register_script(scripts.TAKE_TURN)
        warned = False
        while True:
            _, delay = self._engine.slot_of(request)
            try:
                wait = await take_turn(keys=[Keys.host_slot(host)], args=[int(delay * 1000)])
                return float(wait) / 1000
            except UNREACHABLE as error:
                if not warned:
                    logger.info("No turn at %s: Redis %s", host, trouble(error))
                    warned = True
            if self._engine.closing():
                return delay
            await asyncio.sleep(RETRY)

    def _is_for_others(self, request: Request) -> bool:
        return self._engine.closing() and self._scheduler().holds(request)

    def _scheduler(self) -> LeasingScheduler:
        scheduler = self._crawler.engine.scheduler
        assert isinstance(scheduler, LeasingScheduler)
        return scheduler
