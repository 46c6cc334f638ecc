"""The pause between requests that a host asks for in its robots.txt.

Scrapy reads ``Crawl-delay`` and leaves it at that. RFC 9309 does not know it, but who runs a small
site may have no other way to say how much it bears.
"""

from __future__ import annotations

import logging

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)


class CrawlDelay:
    """Keeps the delay of each host at what it asks for, up to AUTOTHROTTLE_MAX_DELAY seconds.

    Where the settings ask for a longer one, that stays.
    """

    def __init__(self, crawler: Crawler):
        settings = crawler.settings
        if not settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._agent = settings["ROBOTSTXT_USER_AGENT"] or settings["USER_AGENT"]
        self._longest = settings.getfloat("AUTOTHROTTLE_MAX_DELAY")
        self._asked: dict[str, float] = {}
        """Slot of the downloader → seconds."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlDelay:
        """The extension of ``crawler``; raises NotConfigured where robots.txt is not obeyed."""
        extension = cls(crawler)
        connect = crawler.signals.connect
        connect(extension.robots_parsed, signals.robots_parsed)
        # A slot that was idle is made anew, and AutoThrottle sets its delay with each response.
        connect(extension.keep, signals.request_reached_downloader)
        connect(extension.keep, signals.response_downloaded)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Note what the robots.txt that ``request`` waited for asks for."""
        asked = robotparser.crawl_delay(self._agent)
        if asked is None or not asked > 0:
            return
        slot = self._crawler.engine.downloader.get_slot_key(request)
        self._asked[slot] = min(asked, self._longest)
        logger.info(
            "%s asks for %g s between requests%s",
            slot,
            asked,
            f"; {self._longest:g} s are kept" if asked > self._longest else "",
        )

    def keep(self, request: Request) -> None:
        """Raise the delay of the request's slot to what its host asked for."""
        name = request.meta.get("download_slot", "")
        slot = self._crawler.engine.downloader.slots.get(name)
        asked = self._asked.get(name, 0.0)
        if slot is not None and asked:
            slot.delay = max(slot.delay, asked)
            # At random intervals around it half of them would be shorter.
            slot.jitter = 0.0
