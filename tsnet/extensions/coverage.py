"""Keeps, across runs, up to which day each channel is completely read.

Paging stops after a page on which every article is known. That is safe only if nothing is missing
further down: a crawl that was killed, or whose pages failed, leaves a gap that a later one must
page down to. So the coverage of a channel advances only when a run came to its end without a
failure in that channel.
"""

from __future__ import annotations

import logging
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from tsnet.channels import ChannelsRead
from tsnet.extensions.store import store_of
from tsnet.store.connection import open_async_database
from tsnet.store.coverage import ChannelCoverage
from tsnet.store.errors import StoreError

logger = logging.getLogger(__name__)


class Coverage:
    """Writes the coverage of the channels that the spider read, at its end."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Coverage:
        """Watch the end of ``crawler``."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    async def spider_closed(self, spider: Spider, reason: str) -> None:
        """Advance the channels read to their end; mark those in which something failed."""
        channels = ChannelsRead.of(spider)
        if not (channels.newest or channels.failed):
            return
        store = store_of(self._crawler)
        if store is None:
            return
        try:
            async with open_async_database(store) as database:
                await self._keep(spider, reason, ChannelCoverage(database))
        except StoreError as error:
            logger.warning("how far the channels were read was not kept: %s", error)

    async def _keep(self, spider: Any, reason: str, coverage: ChannelCoverage) -> None:
        channels = ChannelsRead.of(spider)
        for channel in channels.failed:
            await coverage.mark_failed(channel)
        # A callback that raised, here or on another worker, may have lost articles of any channel.
        stats = self._crawler.stats
        raised = stats.get_value("spider_exceptions/count") or stats.get_value("tsnet/run/raised")
        if reason != "finished" or spider.arguments.until is not None or raised:
            return
        # A crawl that was resumed near a channel's end knows nothing of its beginning.
        for channel in channels.read_to_end.intersection(channels.newest):
            newest = channels.newest[channel]
            await coverage.advance(channel, newest, since=stats.get_value("start_time"))
