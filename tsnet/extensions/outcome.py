"""A crawl that reached nothing is a failure, not an empty success."""

from __future__ import annotations

from scrapy import Spider, signals
from scrapy.crawler import Crawler


class Outcome:
    """Sets the stat ``tsnet/failure``, which ``scrapy crawl`` turns into a line and exit code 1."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Outcome:
        """Watch the end of ``crawler``."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Judge the crawl by its counts. A crawl that was stopped is not judged.

        ``tsnet/run/…`` says what any worker of a shared crawl has read (docs/scaling.md).
        """
        stats = self._crawler.stats
        if reason != "finished" or stats.get_value("tsnet/failure"):
            return
        base_url = spider.arguments.base_url if hasattr(spider, "arguments") else spider.name
        if not (stats.get_value("tsnet/listings") or stats.get_value("tsnet/run/listings")):
            last = stats.get_value("tsnet/listings/last_error", "no listing answered")
            stats.set_value("tsnet/failure", f"{base_url} was not reached: {last}")
        elif not (stats.get_value("tsnet/links") or stats.get_value("tsnet/run/links")):
            stats.set_value(
                "tsnet/failure",
                f"{base_url} answered, but no listing had one article link: the layout may have "
                "changed, or the page needs a browser",
            )
