"""Items into MongoDB, in batches; what can't be written now waits in the spool (docs/store.md)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from importlib import import_module
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider

from tsnet.items import Article
from tsnet.store.articles import ArticleStore, Written
from tsnet.store.connection import StoreSettings, open_async_database, revive
from tsnet.store.documents import Item
from tsnet.store.errors import NotOurs, SchemaTooNew, StoreError, StoreUnavailable
from tsnet.store.known import KnownArticles
from tsnet.store.preparation import prepare_async
from tsnet.store.spool import Spool
from tsnet.store.writer import BatchWriter, Reports

logger = logging.getLogger(__name__)

PATIENCE = 3.0
"""Seconds to look for a server before a batch goes to the spool."""
REPLY_PATIENCE = 20.0
"""Seconds to wait for a server that takes a batch and does not answer."""


class StorePipeline:
    """Opens the store, tells the spider what is known, and writes what comes."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._resources = contextlib.AsyncExitStack()
        self._waits = crawler.settings.getbool("TSNET_WAIT_FOR_WRITES")
        self._writer: BatchWriter | None = None
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StorePipeline:
        """The pipeline of ``crawler``, by its settings."""
        return cls(crawler)

    async def open_spider(self) -> None:
        """Reach MongoDB, write what waits in the spool. Raises CloseSpider when it can't be."""
        settings = self._crawler.settings
        try:
            where = StoreSettings.from_settings(settings)
            database = await self._resources.enter_async_context(
                open_async_database(where, patience=PATIENCE, reply_patience=REPLY_PATIENCE)
            )
            await prepare_async(database)
            # It loads numpy, which would hold the event loop up for a tenth of a second.
            await asyncio.to_thread(import_module, "tsnet.text.versions")
            spool = Spool(where.spool_dir, settings.getint("TSNET_SPOOL_LIMIT"))
            store = ArticleStore(database)
            self._writer = BatchWriter(
                store,
                spool,
                size=settings.getint("TSNET_BATCH_SIZE"),
                age=settings.getfloat("TSNET_BATCH_AGE"),
                reports=Reports(
                    written=self._written,
                    spooled=self._spooled,
                    replayed=self._replayed,
                    left=self._left,
                    failed=self._failed,
                ),
                revive=lambda: revive(where),
            )
            await self._writer.open()
            # A run that was killed may have left its last batch without the marks of duplicates.
            await store.relink(settings.getint("TSNET_BATCH_SIZE"))
        except StoreError as error:
            logger.error("%s", error)
            self._crawler.stats.set_value("tsnet/failure", str(error))
            if isinstance(error, (StoreUnavailable, SchemaTooNew, NotOurs)):
                # The extensions need not wait for the same server, each once more, and are to leave
                # a database alone that a later version or another program has written.
                self._crawler.stats.set_value("tsnet/store/unavailable", True)
            raise CloseSpider("store_unavailable") from None
        known = KnownArticles(database, settings.getfloat("TSNET_STORE_PATIENCE"))
        self._crawler.spider.known = known  # type: ignore[union-attr]

    async def process_item(self, item: Any) -> Any:
        """Hand the item to the writer; waits while MongoDB is behind.

        With TSNET_WAIT_FOR_WRITES it waits until the item is in MongoDB or in the spool, so that
        the request it came from is acknowledged only afterwards.
        """
        if self._writer is None or not isinstance(item, Item):
            return item
        if isinstance(item, Article):
            self._count(item)
        done_with = await self._writer.add(item)
        if self._waits:
            await done_with.wait()
        return item

    async def close_spider(self) -> None:
        """Write the last batch, whatever the crawl ended by."""
        try:
            if self._writer is not None:
                await self._writer.close()
        finally:
            await self._resources.aclose()

    def _count(self, article: Article) -> None:
        stats = self._crawler.stats
        for name in ("annotations", "repaired", "lost", "guessed"):
            stats.inc_value(f"tsnet/damage/{name}", getattr(article.quality, name))
        for rule, characters in article.cleaning.items():
            stats.inc_value(f"tsnet/cleaning/{rule}", characters)

    def _written(self, written: Written) -> None:
        stats = self._crawler.stats
        counts = {
            "tsnet/articles/new": len(written.new),
            "tsnet/articles/changed": len(written.changed),
            "tsnet/articles/unchanged": len(written.unchanged),
            "tsnet/articles/not_modified": written.not_modified,
            "tsnet/pages/stored": written.pages,
            "tsnet/rejected": sum(written.rejected.values()),
            **{f"tsnet/rejected/{reason}": count for reason, count in written.rejected.items()},
        }
        for name, count in counts.items():
            if count:
                stats.inc_value(name, count)

    def _spooled(self, items: int) -> None:
        self._crawler.stats.inc_value("tsnet/spool/written", items)

    def _replayed(self, items: int) -> None:
        self._crawler.stats.inc_value("tsnet/spool/replayed", items)

    def _left(self, reason: str) -> None:
        """Nothing is lost, but nobody can read it yet: that makes the run a failure."""
        logger.warning("%s", reason)
        stats = self._crawler.stats
        # A full spool is why the crawl ended, and this only what is left of it.
        stats.set_value("tsnet/failure", stats.get_value("tsnet/failure", reason))

    def _failed(self, reason: str) -> None:
        """The spool is full, or its disk fails: what is fetched from now on might be lost."""
        logger.error("%s", reason)
        self._crawler.stats.set_value("tsnet/failure", reason)
        if self._closing is None and self._crawler.engine is not None:
            # Not awaited here: closing waits for the items that wait for this batch.
            self._closing = asyncio.get_running_loop().create_task(
                self._crawler.engine.close_spider_async(reason="spool_full")
            )
