"""Adds what a crawl has stored to the search index: during long crawls, and at the end.

An article is found before that too, only more slowly (``tsnet.store.postings``), so nothing here is
a reason to fail a crawl.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from tsnet.extensions.store import store_of
from tsnet.items import Article
from tsnet.store.connection import StoreSettings, open_database
from tsnet.store.errors import StoreError
from tsnet.store.indexing import IndexHeld, IndexWriter

logger = logging.getLogger(__name__)

EVERY = 512
"""New articles after which they are indexed while the crawl goes on: fewer than a search looks
through. With twice as many the process keeps 60 MB more, for good."""


class SearchIndex:
    """Indexes in a thread, one batch at a time."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._waiting = 0
        self._at_work: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> SearchIndex:
        """Index what ``crawler`` stores."""
        extension = cls(crawler)
        crawler.signals.connect(extension.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def item_scraped(self, item: Any) -> None:
        """Count an article, and start indexing when enough have come together."""
        if not isinstance(item, Article):
            return
        self._waiting += 1
        if self._waiting >= EVERY and (self._at_work is None or self._at_work.done()):
            self._waiting = 0
            self._at_work = asyncio.create_task(self._bring_up(note_dead=False))

    async def spider_closed(self, spider: Spider) -> None:
        """Index the rest; the pipelines have written everything by now."""
        if self._at_work is not None:
            await self._at_work
        await self._bring_up(note_dead=True)

    async def _bring_up(self, *, note_dead: bool) -> None:
        store = store_of(self._crawler)
        if store is None:
            return
        try:
            indexed = await asyncio.to_thread(_index, store, note_dead=note_dead)
        except IndexHeld as held:
            logger.info("%s: what it leaves is indexed later", held)
        except StoreError as error:
            logger.warning("the search index was not brought up, searching is slower: %s", error)
        else:
            self._crawler.stats.inc_value("tsnet/search/indexed", indexed)


def _index(store: StoreSettings, *, note_dead: bool) -> int:
    with open_database(store) as database:
        return IndexWriter(database).bring_up(batch=EVERY, note_dead=note_dead)
