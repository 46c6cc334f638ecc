"""A spider of its own for tests.workers.SmallSite, and a pipeline that writes in batches."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.utils.request import fingerprint

from tsnet.channels import ChannelsRead

BATCH_AGE = 0.1
DAY = date(2025, 1, 1)


class SmallSpider(Spider):
    name = "small"
    base_url = ""

    gate = ""
    """Path of a file without which ``start`` does not come to its end."""
    deadly = ""
    """Path of a page that kills the worker that reads it."""

    fails = ""
    """Path of a page at which the worker ends as one does that can store nothing more."""

    raises = ""
    """Path of a file without which ``start`` raises."""

    wait_for = ""
    """Path of a file without which ``start`` does not begin."""

    async def start(self) -> AsyncIterator[Any]:
        while self.wait_for and not Path(self.wait_for).exists():
            await asyncio.sleep(0.01)
        yield Request(self.base_url + "/", self.parse_listing, dont_filter=True)
        if self.raises and not Path(self.raises).exists():
            raise RuntimeError("no start")
        while self.gate and not Path(self.gate).exists():
            await asyncio.sleep(0.05)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.channels = ChannelsRead()

    def closed(self, reason: str) -> None:
        channels = self.channels
        found = (sorted(channels.read_to_end), sorted(channels.failed), channels.newest)
        self.logger.info("found: %s", found)

    def parse_listing(self, response: Response) -> Iterator[Any]:
        self.crawler.stats.inc_value("tsnet/listings")
        number = int(response.url.rpartition("/")[2] or 0)
        newest = self.channels.newest
        newest["pages"] = max(newest.get("pages", date.min), DAY + timedelta(number))
        if not response.css("a.listing"):
            self.channels.read_to_end.add("pages")
        if number == 1:
            self.channels.failed.add("second")
        for link in response.css("a"):
            callback = self.parse_page if link.attrib["class"] == "page" else self.parse_listing
            if callback == self.parse_page:
                self.crawler.stats.inc_value("tsnet/links")
            priority = 0 if callback == self.parse_page else 10
            yield response.follow(link.attrib["href"], callback, priority=priority)

    def parse_page(self, response: Response) -> Iterator[Any]:
        if self.deadly and response.url.endswith(self.deadly):
            os.kill(os.getpid(), signal.SIGKILL)
        if self.fails and response.url.endswith(self.fails):
            self.crawler.stats.set_value("tsnet/failure", "the spool is full")
            raise CloseSpider("spool_full")
        yield {"path": "/page/" + response.css("h1::text").get("")}


class QueryIgnored:
    """A fingerprinter by which an address is the same with any query."""

    def fingerprint(self, request: Request) -> bytes:
        return fingerprint(request.replace(url=request.url.partition("?")[0]))


class BatchedFile:
    """Writes paths to one file, a batch at a time; an item is through when its batch is on disk."""

    def __init__(self, path: str):
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._batch: list[str] = []
        self._written: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> BatchedFile:
        return cls(crawler.settings["WRITTEN"])

    async def process_item(self, item: dict[str, str]) -> dict[str, str]:
        self._batch.append(item["path"])
        if self._written is None:
            loop = asyncio.get_running_loop()
            self._written = loop.create_future()
            loop.call_later(BATCH_AGE, self._write)
        await self._written
        return item

    def _write(self) -> None:
        os.write(self._file, ("\n".join(self._batch) + "\n").encode())
        self._batch.clear()
        assert self._written is not None
        self._written.set_result(None)
        self._written = None
