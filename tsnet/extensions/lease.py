"""Two runs of one spider against one store at a time are prevented."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack

from pymongo.errors import PyMongoError
from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, NotConfigured

from tsnet.extensions.run import run_id
from tsnet.extensions.store import store_of
from tsnet.store.connection import StoreError, open_async_database, said_by_driver
from tsnet.store.lease import Holder, Lease, LeaseHeld

logger = logging.getLogger(__name__)


class CrawlLease:
    """Takes the lease when the spider opens, renews it, and frees it when the spider closes.

    The workers of a shared crawl (TSNET_RUN, docs/scaling.md) hold one lease together.
    """

    def __init__(self, crawler: Crawler, seconds: float):
        self._crawler = crawler
        self._seconds = seconds
        self._shared: str | None = crawler.settings.get("TSNET_RUN")
        self._lease: Lease | None = None
        self._renewal: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[None] | None = None
        self._resources = AsyncExitStack()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlLease:
        """Guard ``crawler``, unless TSNET_LEASE_SECONDS is 0."""
        seconds = crawler.settings.getfloat("TSNET_LEASE_SECONDS")
        if not seconds:
            raise NotConfigured
        extension = cls(crawler, seconds)
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    async def spider_opened(self, spider: Spider) -> None:
        """Take the lease, unless the crawl can't begin. Raises CloseSpider when another has it."""
        crawler = self._crawler
        store = store_of(crawler)
        if store is None or crawler.stats.get_value("tsnet/failure"):
            return
        holder = (
            Holder.workers_of(self._shared)
            if self._shared
            else Holder.this_process(run_id(crawler))
        )
        try:
            database = await self._resources.enter_async_context(open_async_database(store))
            lease = Lease(database, spider.name, holder, self._seconds)
            await lease.acquire()
        except (StoreError, PyMongoError) as error:
            said = said_by_driver(error)
            logger.warning("no lease was taken, another run may start beside this one: %s", said)
            return
        except LeaseHeld as held:
            crawler.stats.set_value("tsnet/failure", str(held))
            raise CloseSpider("lease_held") from None
        self._lease = lease
        self._renewal = asyncio.get_running_loop().create_task(self._keep(lease))

    async def spider_closed(self, spider: Spider) -> None:
        """Free the lease; that of a shared crawl expires after its last worker."""
        if self._renewal is not None:
            self._renewal.cancel()
        if self._lease is not None and not self._shared:
            try:
                await self._lease.release()
            except PyMongoError as error:
                logger.warning("the lease was not freed, it will expire: %s", said_by_driver(error))
        await self._resources.aclose()

    async def _keep(self, lease: Lease) -> None:
        while True:
            await asyncio.sleep(self._seconds / 3)
            try:
                kept = await lease.renew()
            except PyMongoError as error:
                said = said_by_driver(error)
                logger.warning("the lease was not renewed, trying again: %s", said)
                continue
            if not kept:
                self._crawler.stats.set_value(
                    "tsnet/failure", "another run took the lease after this one failed to renew it"
                )
                # A task of its own: spider_closed cancels the one that this runs in.
                self._closing = asyncio.create_task(
                    self._crawler.engine.close_spider_async(reason="lease_lost")
                )
                return
