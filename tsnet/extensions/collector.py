"""Keeps Python's garbage collector from going through all that was loaded, again and again."""

from __future__ import annotations

import gc

from scrapy import signals
from scrapy.crawler import Crawler


class FrozenStart:
    """Leaves what is there when the crawl begins out of all later collections.

    Those are the modules and tables of Scrapy, Twisted, MongoDB's client and numpy, some hundred
    thousand objects that live as long as the process. A full collection goes through them all and
    holds the event loop for a tenth of a second, several times in a thousand pages.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> FrozenStart:
        """The extension of ``crawler``."""
        extension = cls()
        crawler.signals.connect(extension.freeze, signals.engine_started)
        return extension

    def freeze(self) -> None:
        """Leave all objects alone from here on; what is garbage by now, some hundreds, stays."""
        gc.freeze()
