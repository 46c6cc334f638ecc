"""The few internals of Scrapy's engine that a crawl needs and that have no public name.

Checked with Scrapy 2.19; tests/test_distributed.py fails if one of them changes.
"""

from __future__ import annotations

from collections.abc import Collection

from scrapy import Request
from scrapy.crawler import Crawler


class EngineView:
    """What the engine of one crawler is doing."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler

    def in_progress(self) -> Collection[Request]:
        """Requests that were taken and whose callback or whose items' pipelines are not through."""
        slot = self._crawler.engine._slot
        return slot.inprogress if slot is not None else ()

    def closing(self) -> bool:
        """True when the worker is being stopped, for whatever reason, or not started yet."""
        engine = self._crawler.engine
        slot = engine._slot
        return not engine.running or slot is None or slot.closing is not None

    def start_failed(self) -> bool:
        """True when the spider's ``start`` raised."""
        failed: bool = self._crawler.engine._start_error
        return failed

    def look_again(self) -> None:
        """Have the engine ask the scheduler for requests, or whether all is done, now."""
        slot = self._crawler.engine._slot
        # A spider whose pipelines are still being opened must not be given a request.
        if slot is not None and not self.closing():
            slot.nextcall.schedule()

    def wait_no_more(self, request: Request) -> None:
        """Keep Scrapy's own slot from delaying ``request``, whose turn has come.

        Otherwise a worker that was late once would stay out of step with the others' turns.
        """
        downloader = self._crawler.engine.downloader
        slot = downloader.slots.get(downloader.get_slot_key(request))
        if slot is None or slot.queue:
            return
        slot.lastseen = 0
        if slot.latercall is not None:
            slot.latercall.cancel()
            slot.latercall = None

    def slot_of(self, request: Request) -> tuple[str, float]:
        """The host slot of ``request`` and the seconds that now lie between two of its requests."""
        downloader = self._crawler.engine.downloader
        key = downloader.get_slot_key(request)
        slot = downloader.slots.get(key)
        if slot is not None:
            return key, slot.delay
        return key, downloader.per_slot_settings.get(key, {}).get("delay", downloader._delay)
