"""Collects items into batches for MongoDB or, while it is away, for the spool on disk. No Scrapy.

While anything is in the spool, new batches are appended to it, so that the versions of an article
are written in the order in which they were fetched.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone

import bson

from tsnet.items import ArticlePages, FetchedPage, Reject
from tsnet.store.articles import ArticleStore, Written
from tsnet.store.documents import Item, item_document
from tsnet.store.errors import SpoolError, SpoolFull, StoreUnavailable
from tsnet.store.packing import pack
from tsnet.store.rejects import INVALID_RECORD, refused
from tsnet.store.spool import Spool

logger = logging.getLogger(__name__)

BATCH_BYTES = 8 * 1024 * 1024
"""Bytes of packed pages from which a batch is written, however few its documents are."""
RETRY_AFTER = 2.0
"""Seconds between two attempts to reach a server that was away."""


@dataclass(slots=True)
class Reports:
    """What a writer reports to its user."""

    written: Callable[[Written], None] = lambda written: None
    """A batch is in MongoDB."""
    spooled: Callable[[int], None] = lambda items: None
    """So many items went to the spool."""
    replayed: Callable[[int], None] = lambda items: None
    """So many items of the spool are in MongoDB now."""
    left: Callable[[str], None] = lambda reason: None
    """MongoDB takes nothing at the end (why): what waits in the spool is left to the next run."""
    failed: Callable[[str], None] = lambda reason: None
    """The spool takes no more, or its disk fails: what is fetched from now on might be lost."""


@dataclass(slots=True)
class _Batch:
    items: list[Item] = field(default_factory=list)
    size: int = 0
    since: float = 0.0
    done_with: asyncio.Event = field(default_factory=asyncio.Event)


class BatchWriter:
    """Collects items and writes them by size and by age.

    ``add`` waits while one batch is being written and the next one is full: this slows the crawl
    down to the speed of the store, and memory stays bounded.
    """

    def __init__(
        self,
        store: ArticleStore,
        spool: Spool,
        *,
        size: int,
        age: float,
        reports: Reports | None = None,
        revive: Callable[[], None] = lambda: None,
    ):
        """``size``: items of a batch; ``age``: seconds an item waits at most for its batch.

        ``revive``: called in a thread when the server doesn't answer, to start one that is ours.
        """
        self._store = store
        self._spool = spool
        self._size = size
        self._age = age
        self._reports = reports or Reports()
        self._revive = revive
        self._batch = _Batch()
        self._lock = asyncio.Lock()
        self._clock: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()
        self._retry_at = 0.0
        self._refusal = "MongoDB did not write"
        """Why MongoDB took nothing when it was last tried."""

    async def open(self) -> None:
        """Write what earlier runs left in the spool, then be ready for items.

        Raises SpoolError when that can't be read.
        """
        if self._spool.pending:
            logger.info("writing what an earlier run left in the spool %s", self._spool.directory)
            async with self._lock:
                await self._replay()
        self._clock = asyncio.get_running_loop().create_task(self._keep_time())

    async def add(self, item: Item) -> asyncio.Event:
        """Take one item. It is in MongoDB or in the spool at the latest when ``close`` returns.

        Returns an event that is set as soon as it is, or when neither takes it, after
        ``reports.failed`` was called.
        """
        batch = self._batch
        if not batch.items:
            batch.since = time.monotonic()
        batch.items.append(item)
        for page in _received(item):
            batch.size += len(pack(page).compressed)
        if len(batch.items) >= self._size or batch.size >= BATCH_BYTES:
            await self._flush(batch)
        return batch.done_with

    async def close(self) -> None:
        """Write the last batch, and what is in the spool if the server is there."""
        self._closing.set()
        if self._clock is not None:
            # Not cancelled: it may be writing a batch.
            await self._clock
        if self._batch.items:
            await self._flush(self._batch)
        for _ in range(2):
            # The first attempt may have started the embedded server again.
            if self._spool.pending:
                async with self._lock:
                    await self._try_replay()
        if self._spool.pending:
            self._reports.left(
                f"{self._refusal}; what was fetched waits in {self._spool.directory}, the next run"
                " will write it"
            )
        self._spool.close()

    async def _keep_time(self) -> None:
        """Write batches that are old enough, and check whether the server is back."""
        while not self._closing.is_set():
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._closing.wait(), min(self._age, RETRY_AFTER) / 2)
            batch = self._batch
            if batch.items and time.monotonic() - batch.since >= self._age:
                await self._flush(batch)
            elif self._spool.pending and time.monotonic() >= self._retry_at:
                async with self._lock:
                    await self._try_replay()

    async def _flush(self, batch: _Batch) -> None:
        async with self._lock:
            # Another flush may have taken it while this one waited for its turn.
            if self._batch is not batch:
                return
            self._batch = _Batch()
            try:
                await self._write_or_spool(batch.items)
            finally:
                batch.done_with.set()

    async def _write_or_spool(self, items: list[Item]) -> None:
        if self._spool.pending and time.monotonic() >= self._retry_at:
            await self._try_replay()
        if not self._spool.pending:
            try:
                self._reports.written(await self._write(items))
                return
            except StoreUnavailable as error:
                logger.warning("%s; batches go to the spool %s", error, self._spool.directory)
                self._refusal = str(error)
                self._retry_at = time.monotonic() + RETRY_AFTER
        await self._append_to_spool(items)

    async def _write(self, items: list[Item], *, inherited: bool = False) -> Written:
        """Write a batch. An item that makes the store fail becomes a reject."""
        try:
            return await self._store.write(items, inherited=inherited)
        except StoreUnavailable:
            raise
        except Exception as error:
            logger.exception("a batch of %d items could not be written as a whole", len(items))
            if len(items) == 1:
                detail = f"the store failed on it: {error!r}"
                now = datetime.now(timezone.utc)
                return await self._store.write([refused(items[0], INVALID_RECORD, detail, now)])
        together = Written()
        for item in items:
            together.add(await self._write([item], inherited=inherited))
        return together

    async def _append_to_spool(self, items: list[Item]) -> None:
        sound = [_writable(item) for item in items]
        try:
            await asyncio.to_thread(self._spool.append, sound)
        except SpoolFull as error:
            self._reports.failed(str(error))
        except SpoolError as error:
            logger.error("%s; trying MongoDB once more", error)
            self._reports.failed(str(error))
            try:
                self._reports.written(await self._write(sound))
            except StoreUnavailable as unavailable:
                logger.critical("%d items are lost: %s; %s", len(items), error, unavailable)
            return
        self._reports.spooled(len(items))

    async def _replay(self) -> None:
        """Write batches of the spool, oldest first, until it is empty or the server is away."""
        count = 0
        try:
            while (items := await asyncio.to_thread(self._spool.oldest)) is not None:
                written = await self._write(items, inherited=self._spool.inherited)
                self._spool.written()
                self._reports.written(written)
                self._reports.replayed(len(items))
                count += len(items)
            if count:
                logger.info("items written from the spool: %d; it is empty", count)
        except StoreUnavailable as error:
            logger.info("still away: %s", error)
            self._refusal = str(error)
            await self._bring_back()
            self._retry_at = time.monotonic() + RETRY_AFTER

    async def _try_replay(self) -> None:
        """``_replay``, on a disk that may fail: what comes then is still appended to the spool."""
        try:
            await self._replay()
        except SpoolError as error:
            self._reports.failed(str(error))
            self._retry_at = time.monotonic() + RETRY_AFTER

    async def _bring_back(self) -> None:
        try:
            await asyncio.to_thread(self._revive)
        except StoreUnavailable as error:
            logger.warning("%s", error)


def _received(item: Item) -> list[FetchedPage]:
    if isinstance(item, ArticlePages):
        return item.pages
    return [item.page] if isinstance(item, Reject) and item.page is not None else []


def _writable(item: Item) -> Item:
    """The item, or the reject that stands for it when it can't be put on disk."""
    if isinstance(item, ArticlePages):
        return item
    try:
        bson.encode(item_document(item))
    except (bson.errors.BSONError, OverflowError, TypeError, ValueError) as error:
        detail = f"it can't be written as BSON: {error}"
        return refused(item, INVALID_RECORD, detail, datetime.now(timezone.utc))
    return item
