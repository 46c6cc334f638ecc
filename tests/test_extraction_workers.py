"""Worker processes read pages as the process itself would, and are ready as soon as they start."""

from __future__ import annotations

import asyncio
import hashlib
import os
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timezone
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

import psutil
import pytest
from scrapy.settings import Settings

from tests.crawling import INHERITED, ROOT, finished
from tests.random_layouts import ADDRESS, Layout
from tests.workers import wait_until
from tsnet import extraction_workers
from tsnet.extraction_workers import ExtractionWorkers, NoWorkers, start_pool
from tsnet.items import FetchedPage
from tsnet.site.contents import NotAnArticle
from tsnet.spiders.tianshan import TianshanSpider
from tsnet.store.packing import body_size, unpack

NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)


def page(seed: int) -> FetchedPage:
    return FetchedPage(ADDRESS, 200, {}, Layout(seed).html.encode(), NOW)


@asynccontextmanager
async def workers_of(processes: int, timeout: float = 60) -> AsyncIterator[ExtractionWorkers]:
    """Workers that are stopped at the end."""
    workers = ExtractionWorkers(processes, timeout)
    try:
        yield workers
    finally:
        await workers.close()


def is_ready() -> bool:
    return "tsnet.extraction_ready" in sys.modules


def test_a_worker_starts_with_the_rules_loaded_wherever_tsnet_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pool = start_pool(1)
    try:
        assert pool.schedule(is_ready, timeout=60).result()
    finally:
        pool.stop()
        pool.join()


def test_a_crawl_that_is_killed_leaves_nothing_in_the_temporary_directory(tmp_path: Path) -> None:
    code = (
        "import os, signal; from tsnet.extraction_workers import start_pool;"
        "start_pool(1).schedule(int).result();"
        "print(*os.listdir(os.environ['TMPDIR']), flush=True);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = finished([sys.executable, "-c", code], {**INHERITED, "TMPDIR": str(tmp_path)})
    assert (killed.returncode, killed.stdout[:5]) == (-signal.SIGKILL, "pymp-")
    wait_until(lambda: not any(tmp_path.iterdir()), what="for the directory to be removed")


def test_a_worker_whose_pool_is_stopped_while_it_starts_says_nothing(tmp_path: Path) -> None:
    script = tmp_path / "stops.py"
    script.write_text(
        "import _multiprocessing, os\n"
        "from multiprocessing import get_context\n"
        "from tsnet.extraction_workers import _start_server\n"
        "if __name__ == '__main__':\n"
        "    _start_server()\n"
        "    context = get_context('forkserver')\n"
        "    shared = context.Lock()\n"
        "    _multiprocessing.sem_unlink(shared._semlock.name)\n"
        "    worker = context.Process(target=print, args=[shared])\n"
        "    worker.start()\n"
        "    worker.join()\n"
        "    print(worker.exitcode, flush=True)\n"
        "    os._exit(0)  # nothing is left to unlink\n"
    )
    stopped = finished([sys.executable, str(script)], {**INHERITED, "PYTHONPATH": str(ROOT)})
    complaints = [line for line in stopped.stderr.splitlines() if "resource_tracker" not in line]
    assert (stopped.stdout, complaints) == ("1\n", [])


def test_workers_read_as_the_process_itself_does() -> None:
    async def read(processes: int) -> list[object]:
        async with workers_of(processes) as workers:
            pages = [page(seed) for seed in range(6)]
            return list(await asyncio.gather(*map(workers.read_article_page, pages)))

    assert asyncio.run(read(2)) == asyncio.run(read(0))


@pytest.mark.parametrize("processes", [0, 1])
def test_a_page_that_was_read_is_kept_packed(processes: int) -> None:
    async def read(fetched: FetchedPage) -> None:
        async with workers_of(processes) as workers:
            await workers.read_article_page(fetched)

    fetched = page(1)
    asyncio.run(read(fetched))
    assert fetched.body == b""
    assert fetched.sha256 == hashlib.sha256(page(1).body).hexdigest()
    assert unpack(fetched.compressed) == page(1).body
    assert body_size(fetched) == len(page(1).body)


def test_workers_that_die_before_they_are_given_a_page_cost_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = []

    def start(processes: int) -> Any:
        started.append(start_pool(processes))
        if len(started) == 1:
            started[0].stop()
            started[0].join()
        return started[-1]

    async def read() -> str:
        async with workers_of(1) as workers:
            return (await workers.read_article_page(page(1))).article.title

    monkeypatch.setattr(extraction_workers, "start_pool", start)
    assert asyncio.run(read())
    assert len(started) == 2


def die(page: FetchedPage) -> None:
    os._exit(1)


def sleep(page: FetchedPage) -> None:
    time.sleep(60)


def fail(page: FetchedPage) -> None:
    raise IndexError("a fault of the rules")


@pytest.mark.parametrize(("processes", "trap"), [(1, die), (1, sleep), (1, fail), (0, fail)])
def test_a_page_that_can_not_be_read_to_the_end_is_refused_and_the_next_is_read(
    processes: int, trap: Callable[[FetchedPage], None]
) -> None:
    async def read() -> None:
        async with workers_of(processes, timeout=3) as workers:
            with pytest.raises(NotAnArticle, match="extraction_failed"):
                await workers._read(trap, page(0))
            assert (await workers.read_article_page(page(0))).article.title

    asyncio.run(read())


def own_pid(_: object) -> int:
    return os.getpid()


@pytest.mark.parametrize("whole", [False, True])
def test_workers_that_are_killed_while_they_rest_cost_no_page(whole: bool) -> None:
    """``whole``: with the process that they are forked from."""

    async def read() -> None:
        async with workers_of(1) as workers:
            resting = psutil.Process(await workers.run(own_pid, None))
            victim = resting.parent() if whole else resting
            assert victim is not None
            assert victim.pid != os.getpid()
            victim.kill()
            seeds = range(40)  # more than a pipe holds: most wait for their turn
            pages = [workers.read_article_page(page(seed)) for seed in seeds]
            read = await asyncio.wait_for(asyncio.gather(*pages), 120)
            assert all(one.article.title for one in read)

    asyncio.run(read())


def test_a_signal_to_all_processes_while_the_workers_start_costs_no_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    starts: list[int] = []

    def start_and_signal() -> None:
        start_server()
        starts.append(forkserver._forkserver._forkserver_pid)  # type: ignore[attr-defined]
        if len(starts) == 1:  # it ends while a worker is asked of it
            os.kill(starts[0], signal.SIGSTOP)
            threading.Timer(0.5, os.kill, (starts[0], signal.SIGKILL)).start()

    async def read() -> None:
        async with workers_of(1) as workers:
            assert (await workers.read_article_page(page(0))).article.title

    start_server = extraction_workers._start_server
    monkeypatch.setattr(extraction_workers, "_start_server", start_and_signal)
    asyncio.run(read())
    assert len(starts) > 1


def test_workers_that_never_start_are_given_up_and_leave_nothing_to_stop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def read() -> None:
        workers = ExtractionWorkers(1, timeout=60)
        with pytest.raises(NoWorkers, match="do not start"):
            await workers.read_article_page(page(0))
        await workers.close()

    def refuse() -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(extraction_workers, "_start_server", refuse)
    asyncio.run(read())


@pytest.mark.parametrize(
    ("given", "processors", "workers"),
    [(None, 1, 2), (None, 2, 2), ("", 4, 3), (None, 32, 3), (None, None, 2), ("0", 32, 0)],
)
def test_as_many_workers_read_as_there_are_processors_for(
    given: str | None, processors: int | None, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    settings = Settings({"TSNET_EXTRACTION_PROCESSES": given})
    TianshanSpider.update_settings(settings)
    assert settings.getint("TSNET_EXTRACTION_PROCESSES") == workers
