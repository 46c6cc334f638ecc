"""Extraction beside the crawler: the same functions, run in worker processes.

Cleaning a page takes longer than the event loop may be held, and there is a second core.
A page that kills its worker, or takes too long, is a reject; the others are not touched.
What reads pages is imported where pages are read: the rules take a third of a second to load, which
the crawling process is spared by its workers, and every other command of the project anyway.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import TimeoutError as PoolTimeout
from multiprocessing import get_context
from typing import Any, TypeVar

from tsnet.assembly import ArticlePage
from tsnet.items import FetchedPage
from tsnet.site.contents import Listing, NotAnArticle

Result = TypeVar("Result")

RECYCLE_AFTER = 20_000
"""Pages after which a worker is replaced, so that no leak of a C library lasts."""


def _prepare(page: FetchedPage) -> tuple[ArticlePage, str, bytes]:
    """The page read, its hash, its body compressed: all work on a page that needs only the page.

    An article of one page gets its fingerprint as well; that of others is of all their pages.
    """
    from tsnet.extraction import read_article_page
    from tsnet.store.packing import pack
    from tsnet.text.fingerprint import fingerprint

    read = read_article_page(page)
    if not read.further:
        mark = fingerprint(read.article.body)
        read.article.content_hash, read.article.bands = mark.content_hash, mark.bands
    pack(page)
    return read, page.sha256, page.compressed


def _read_listing(page: FetchedPage) -> Listing:
    from tsnet.extraction import read_listing

    return read_listing(page)


class ExtractionWorkers:
    """Worker processes that read pages; started with the first page, stopped by ``close``."""

    def __init__(self, processes: int, timeout: float):
        """``processes``: how many, 0 for none (pages are read in this process).

        ``timeout``: seconds after which the reading of one page is given up.
        """
        self._timeout = timeout
        self._pool: Any = None
        if processes:
            from pebble import ProcessPool

            self._pool = ProcessPool(
                max_workers=processes, max_tasks=RECYCLE_AFTER, context=get_context("spawn")
            )

    async def read_listing(self, page: FetchedPage) -> Listing:
        """``tsnet.extraction.read_listing`` of the page. Raises NotAnArticle."""
        return await self._run(_read_listing, page)

    async def read_article_page(self, page: FetchedPage) -> ArticlePage:
        """``tsnet.extraction.read_article_page`` of the page. Raises NotAnArticle.

        Fills in what storing the page and the article takes, too (``_prepare``).
        """
        read, page.sha256, page.compressed = await self._run(_prepare, page)
        return read

    def close(self) -> None:
        """Stop the workers; pages still in their hands are abandoned."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()

    async def _run(self, read: Callable[[FetchedPage], Result], page: FetchedPage) -> Result:
        if self._pool is None:
            return read(page)
        from pebble import ProcessExpired

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
