"""Feeds (``-o``, ``-O``, FEEDS) that can't be written to their end make the run a failure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.extensions.feedexport import FeedExporter

from tsnet.configuration import ConfigurationError, without_password


class Feeds(FeedExporter):
    """Scrapy's own would log a traceback for each item, and the crawl would end as a success.

    It would switch itself off, too, where it knows no such format or storage, or lacks its package.
    """

    def __init__(self, crawler: Crawler):
        """Raises ConfigurationError for a feed that Scrapy can't write."""
        try:
            super().__init__(crawler)
        except NotConfigured:
            if not crawler.settings["FEEDS"]:
                raise
            named = without_password(", ".join(map(str, self.feeds)))
            raise ConfigurationError(
                f"FEEDS (-o, -O) names {named}: Scrapy can't write that (see the log): correct its"
                " format or address, or install what it needs"
            ) from None

    def item_scraped(self, item: Any, spider: Spider) -> None:
        """Write the item; after the first that can't be written no other is tried."""
        with self._ending_at_an_error():
            super().item_scraped(item, spider)

    async def close_spider(self, spider: Spider) -> None:
        """Write what is left, and send what is stored elsewhere."""
        with self._ending_at_an_error():
            for slot in self.slots:
                if slot.file is not None:
                    slot.file.flush()
        await super().close_spider(spider)
        if any(name.startswith("feedexport/failed_count/") for name in self._stats()):
            self._fail("see the log")

    @contextmanager
    def _ending_at_an_error(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if not isinstance(error, BrokenPipeError):  # whose reader has seen enough
                self._fail(error.strerror)
            for slot in self.slots:
                with suppress(OSError):
                    if slot.file is not None:
                        slot.file.close()
            self.slots = []

    def _fail(self, reason: str | None) -> None:
        named = without_password(", ".join(slot.uri for slot in self.slots))
        self._stats().setdefault(
            "tsnet/failure",
            f"{named} can't be written to its end ({reason}): scrapy export writes what is stored",
        )

    def _stats(self) -> dict[str, Any]:
        return self.crawler.stats.get_stats()
