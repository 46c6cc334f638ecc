"""A worker without work stays as long as others might give it some."""

from __future__ import annotations

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DontCloseSpider

from tsnet.distributed.scheduler import LeasingScheduler
from tsnet.engine_view import EngineView


class WaitForOthers:
    """Extension that keeps the spider open while requests wait or other workers hold leases."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._engine = EngineView(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> WaitForOthers:
        """Make the extension of ``crawler``."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_idle, signal=signals.spider_idle)
        return extension

    def spider_idle(self) -> None:
        """Raise DontCloseSpider unless the run is over, and CloseSpider if parts were set aside."""
        scheduler = self._crawler.engine.scheduler
        assert isinstance(scheduler, LeasingScheduler)
        if self._engine.start_failed():
            return  # the start requests are left to another worker
        if not scheduler.is_over():
            scheduler.exchange_soon()
            raise DontCloseSpider
        if abandoned := scheduler.abandoned():
            self._crawler.stats.set_value(
                "tsnet/failure",
                f"{abandoned} requests of run {scheduler.membership.keys.run} were set aside: no "
                "worker survived them, or could read them",
            )
            raise CloseSpider("requests_abandoned")
