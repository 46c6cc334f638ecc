"""Extraction beside the crawler: the same functions, run in worker processes.

Cleaning a page would block the event loop for too long, and there is a second core.
A page that kills its worker, or takes too long, is a reject; other pages are not affected.
``tsnet.extraction`` is imported inside functions: loading its rules takes a third of a second, and
neither the crawling process nor other commands need them. Where processes can be forked, workers
are forked from one that has loaded the rules, and share its memory.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import forkserver, get_all_start_methods, get_context, resource_tracker
from multiprocessing.util import get_temp_dir
from typing import Any, TypeVar

from tsnet.assembly import ArticlePage
from tsnet.items import FetchedPage
from tsnet.site.contents import Listing, NotAnArticle

logger = logging.getLogger(__name__)

Given = TypeVar("Given")
Result = TypeVar("Result")

LOOK_ROUND = 1.0
"""Seconds between two looks, while a page waits for a worker, whether there still are any."""

BREATH = 0.5
"""Seconds before others are started where workers did not start: the process that they come from
may still be dying, and no other is begun before it is gone."""

MOST_PROCESSES = 256
"""Workers that may be asked for: all are started at once, each of some 30 MB of its own."""

MOST_POOLS = 3
"""Pools with which one page is read at most, those that did not start among them."""

RECYCLE_AFTER = 2_500
"""Pages after which a worker is replaced: it shares less and less memory with the process that it
was forked from, and a leak in a C library does not add up."""

SOCKET_DIRECTORY = "TSNET_SOCKET_DIRECTORY"
"""Name in the environment of the process that workers are forked from: ``multiprocessing``'s
directory for its socket, which that process removes where the crawling process is killed."""


NO_WORKERS = "no_workers"
"""Finish reason of a crawl that ended since no process could read its pages."""


class NoWorkers(RuntimeError):
    """The processes that read pages don't start, or die again and again; it is no page's fault."""


def default_processes() -> int:
    """How many workers keep up with one crawling process, as far as there are processors for them.

    A page takes a worker 2.3 times as long as it takes the crawling process (docs/performance.md).
    """
    return 3 if (os.cpu_count() or 1) > 3 else 2


def start_pool(processes: int) -> Any:
    """A ``pebble.ProcessPool`` whose processes can read pages at once. Blocks for most of a second.

    Raises NoWorkers.
    """
    from pebble import ProcessPool

    forks = "forkserver" in get_all_start_methods()
    try:
        if forks:
            _start_server()
        context = get_context("forkserver" if forks else "spawn")
        pool = ProcessPool(processes, RECYCLE_AFTER, context=context)
        started = pool.active  # asking starts it
    except (OSError, BrokenProcessPool) as error:
        raise NoWorkers(f"the processes that read pages do not start: {error!r}") from error
    if not started:
        raise NoWorkers("the processes that read pages do not start")
    return pool


def _start_server() -> None:
    """Start the process that workers are forked from, unless it runs."""
    forkserver.set_forkserver_preload(["tsnet.extraction_ready"])
    given = {
        # It is a new interpreter, and may have to find tsnet in an egg or beside scrapy.cfg.
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        SOCKET_DIRECTORY: get_temp_dir(),
    }
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    # Ctrl-C is for this process: that one would end in a traceback. What tracks the resources of
    # both lets it through again when it starts.
    resource_tracker.ensure_running()
    unblocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, unblocked)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _prepare(page: FetchedPage) -> tuple[ArticlePage, str, bytes]:
    """The page as read, its hash and its compressed body: all work that needs only the page.

    An article of one page gets its fingerprint here; that of a longer one needs all its pages.
    """
    from tsnet.extraction import read_article_page
    from tsnet.store.fingerprints import mark
    from tsnet.store.packing import pack

    read = read_article_page(page)
    if not read.further:
        mark(read.article)
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
        self._processes = processes
        self._timeout = timeout
        self._pool: asyncio.Task[Any] | None = None

    async def read_listing(self, page: FetchedPage) -> Listing:
        """``tsnet.extraction.read_listing`` of the page. Raises NotAnArticle."""
        return await self._read(_read_listing, page)

    async def read_article_page(self, page: FetchedPage) -> ArticlePage:
        """``tsnet.extraction.read_article_page`` of the page. Raises NotAnArticle.

        Packs the page, and fills in what storing the article takes (``_prepare``).
        """
        read, page.sha256, page.compressed = await self._read(_prepare, page)
        page.body = b""
        return read

    async def close(self) -> None:
        """Stop the workers; pages still in their hands are abandoned."""
        if self._pool is not None:
            with suppress(NoWorkers):  # then there is nothing to stop
                await asyncio.to_thread(_stop, await self._pool)

    async def _read(self, read: Callable[[FetchedPage], Result], page: FetchedPage) -> Result:
        """What ``read`` makes of the page. Raises NotAnArticle, also where reading fails."""
        try:
            return await self.run(read, page)
        except (NotAnArticle, NoWorkers):
            raise
        except asyncio.TimeoutError:
            failure = f"reading the page took more than {self._timeout:g} s"
        except Exception as error:
            # A fault of the rules, or the death of a process, costs this page and is in its reject.
            logger.exception("reading %s failed", page.url)
            failure = f"reading the page failed: {error!r}"
        raise NotAnArticle("extraction_failed", failure)

    async def run(self, work: Callable[[Given], Result], given: Given) -> Result:
        """What ``work`` makes of ``given``, in a worker.

        Raises what it raises, asyncio.TimeoutError (which is not Python's own in 3.10), pebble's
        ProcessExpired where two workers die with it, and NoWorkers. One that dies may have been
        dying before. Where a worker dies that had nothing to do, or a signal to all of a crawl's
        processes ends those that are starting, the whole pool breaks: what was to be done is begun
        anew with another.
        """
        if not self._processes:
            return work(given)
        from pebble import ProcessExpired

        died = False
        failure = NoWorkers("the processes that read pages die again and again")
        for _ in range(MOST_POOLS):
            try:
                pool = await self._started()
                task = pool.schedule(work, args=[given], timeout=self._timeout)
            except NoWorkers as error:
                failure = error
                await asyncio.sleep(BREATH)
                continue
            except RuntimeError:  # it broke since it was started
                continue
            future: asyncio.Future[Result] = asyncio.wrap_future(task)
            try:
                # What waits for its turn is never told that the pool broke.
                while not future.done() and pool.active:
                    await asyncio.wait({future}, timeout=LOOK_ROUND)
                if future.done() and (pool.active or future.exception() is None):
                    if died or not isinstance(future.exception(), ProcessExpired):
                        return future.result()
                    died = True
            finally:
                future.cancel()
        raise failure

    async def _started(self) -> Any:
        """The pool, started once, and anew where it broke or did not start. Raises NoWorkers."""
        before = None
        if self._pool is not None and self._pool.done():
            before = None if self._pool.exception() else self._pool.result()
            if before is None or not before.active:
                logger.warning("the processes that read pages died, others are started")
                self._pool = None
        if self._pool is None:
            self._pool = asyncio.create_task(
                asyncio.to_thread(_start_instead_of, before, self._processes)
            )
        return await asyncio.shield(self._pool)


def _start_instead_of(before: Any, processes: int) -> Any:
    if before is not None:
        _stop(before)
    return start_pool(processes)


def _stop(pool: Any) -> None:
    pool.stop()
    pool.join()
