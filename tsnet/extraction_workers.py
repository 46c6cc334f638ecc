"""Extraction beside the crawler: the same functions, run in worker processes.

Cleaning a page takes longer than the event loop may be held, and there is a second core.
A page that kills its worker, or takes too long, is a reject; the others are not touched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import TimeoutError as PoolTimeout
from multiprocessing import get_context
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from tsnet.extraction import ArticlePage, Listing, NotAnArticle, read_article_page, read_listing
from tsnet.items import FetchedPage

Result = TypeVar("Result")

RECYCLE_AFTER = 20_000
"""Pages after which a worker is replaced, so that no leak of a C library lasts."""


class ExtractionWorkers:
    """Worker processes that read pages; started with the first page, stopped by ``close``."""

    def __init__(self, processes: int, timeout: float):
        """``processes``: how many, 0 for none (pages are read in this process).

        ``timeout``: seconds after which the reading of one page is given up.
        """
        self._timeout = timeout
        self._pool: Any = None
        if processes:
            self._pool = ProcessPool(
                max_workers=processes, max_tasks=RECYCLE_AFTER, context=get_context("spawn")
            )

    async def read_listing(self, page: FetchedPage) -> Listing:
        """``tsnet.extraction.read_listing`` of the page. Raises NotAnArticle."""
        return await self._run(read_listing, page)

    async def read_article_page(self, page: FetchedPage) -> ArticlePage:
        """``tsnet.extraction.read_article_page`` of the page. Raises NotAnArticle."""
        return await self._run(read_article_page, page)

    def close(self) -> None:
        """Stop the workers; pages still in their hands are abandoned."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()

    async def _run(self, read: Callable[[FetchedPage], Result], page: FetchedPage) -> Result:
        if self._pool is None:
            return read(page)
        try:
            result: Result = await asyncio.wrap_future(
                self._pool.schedule(read, args=[page], timeout=self._timeout)
            )
        except (PoolTimeout, TimeoutError):
            raise NotAnArticle(
                "extraction_failed", f"reading the page took more than {self._timeout:g} s"
            ) from None
        except ProcessExpired as error:
            raise NotAnArticle(
                "extraction_failed", f"the process that read the page died: {error}"
            ) from None
        return result
