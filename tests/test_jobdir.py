"""A job directory is used by one crawl at a time, and resumed by the same after a clean stop."""

from __future__ import annotations

import asyncio
import errno
import os
import re
import sqlite3
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from scrapy import Spider
from scrapy.core.scheduler import Scheduler
from scrapy.utils.test import get_crawler

from tests.crawling import Documents, Store, crawl, crawl_command, environment, finished
from tests.listing_hosts import PagesHost, stored
from tests.loopback import free_port, serving
from tsnet.extensions.jobdir import COMMAND, LOCK, JobDirectory, JobDirectoryError, JobQueue

SPIDER = Spider(name="any")


def _leave_queue(directory: Path) -> None:
    (directory / "requests.queue").mkdir(parents=True, exist_ok=True)
    (directory / "requests.queue" / "active.json").write_text("{}")
    (directory / "requests.seen").write_text("0" * 40)


QUEUE = {"requests.queue", "requests.seen"}


def _left(directory: Path) -> set[str]:
    return {path.name for path in directory.iterdir()} & QUEUE


def test_the_queue_of_a_crawl_told_to_stop_is_kept(tmp_path: Path) -> None:
    job = JobDirectory(tmp_path)
    _leave_queue(tmp_path)
    job.spider_closed(SPIDER, "shutdown")
    job.engine_stopped()
    JobDirectory(tmp_path).engine_stopped()
    assert _left(tmp_path) == QUEUE


def test_what_an_unclean_stop_left_is_discarded(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    job = JobDirectory(tmp_path)
    _leave_queue(tmp_path)
    job.engine_stopped()  # a kill runs no spider_closed; only the lock goes with the process
    JobDirectory(tmp_path).engine_stopped()
    assert _left(tmp_path) == set()
    assert "did not stop cleanly" in caplog.text


@pytest.mark.parametrize("before", [b"1.0 channels=szxw", b"\xff", None])
def test_the_queue_of_another_crawl_is_discarded(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, before: bytes | None
) -> None:
    if before is not None:
        (tmp_path / COMMAND).write_bytes(before)
    _leave_queue(tmp_path)
    for _ in range(2):
        job = JobDirectory(tmp_path, "1.0 channels=jjxw")
        job.spider_closed(SPIDER, "shutdown")
        job.engine_stopped()
        assert _left(tmp_path) == set()
    told = f"stopped in {tmp_path} was another one: its queue is discarded, what is stored is not"
    assert caplog.text.count(told) == 1


def test_the_queue_of_a_crawl_into_another_database_is_discarded(tmp_path: Path) -> None:
    settings = {"JOBDIR": str(tmp_path / "job"), "TSNET_DATA_DIR": str(tmp_path / "data")}
    found = []
    for database in ("one", "one", "other"):
        crawler = get_crawler(settings_dict={**settings, "MONGO_DATABASE": database})
        job = JobDirectory.from_crawler(crawler)
        found.append(_left(tmp_path / "job"))
        _leave_queue(tmp_path / "job")
        job.spider_closed(SPIDER, "shutdown")
        job.engine_stopped()
    assert found == [set(), QUEUE, set()]


def test_the_queue_of_a_finished_crawl_is_discarded(tmp_path: Path) -> None:
    directory = tmp_path / "jobs" / "one"
    job = JobDirectory(directory)
    _leave_queue(directory)
    job.spider_closed(SPIDER, "finished")
    job.engine_stopped()
    assert _left(directory) == set()


def test_what_no_crawl_has_left_stays(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").touch()
    for reason in ("finished", "shutdown"):
        job = JobDirectory(tmp_path, "1.0 channels=szxw")
        _leave_queue(tmp_path)
        job.spider_closed(SPIDER, reason)
        job.engine_stopped()
    job = JobDirectory(tmp_path, "1.0 channels=jjxw")
    job.spider_closed(SPIDER, "finished")
    job.engine_stopped()
    assert {path.name for path in tmp_path.iterdir()} == {LOCK, "notes"}
    assert (tmp_path / "notes" / "mine.txt").exists()
    assert caplog.text.count("was another one") == 1


def test_two_crawls_cannot_use_one_directory(tmp_path: Path) -> None:
    first = JobDirectory(tmp_path)
    with pytest.raises(JobDirectoryError, match="in use by another crawl"):
        JobDirectory(tmp_path)
    first.engine_stopped()


def test_a_crawl_in_a_directory_that_is_in_use_ends_with_a_line_and_no_traceback(
    mongo_database: tuple[str, str], tmp_path: Path
) -> None:
    first = JobDirectory(tmp_path)
    address = f"http://127.0.0.1:{free_port()}"
    run = crawl(address, mongo_database, {"JOBDIR": str(tmp_path)})
    first.engine_stopped()
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].startswith(f"tsnet: JOBDIR={tmp_path} is in use by another")
    assert "Traceback" not in run.stderr


class ManyHost(PagesHost):
    """A host whose listing fills more of a disk than there is."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        "/xwzx/szxw/": "".join(
            f"<li><a href=202503/t20250328_{number}.shtml>平台今日上线</a>"
            for number in range(1000, 1300)
        ),
    }


def test_a_directory_whose_disk_is_full_ends_the_crawl_and_is_not_gone_on_with(
    mongo_database: Store, database: Documents, tmp_path: Path
) -> None:
    settings = {"JOBDIR": str(tmp_path)}
    with serving(ManyHost()) as host:
        limited = ["sh", "-c", 'ulimit -f 64 && exec "$0" "$@"', *crawl_command(host.url, settings)]
        run = finished(limited, environment(mongo_database))
        assert run.returncode == 1
        told = (
            f"tsnet: JOBDIR={tmp_path} takes no more (File too large): make room, and crawl again"
        )
        assert run.stderr.splitlines()[-1] == told
        # From 3.13 on Python tells of a file in the queue that can't be written when it is closed.
        unclosed = r"Exception ignored in: <_io\..*\nTraceback .*\n(?:  .*\n)+OSError: .*\n"
        assert "Traceback" not in re.sub(unclosed, "", run.stderr)
        run = crawl(host.url, mongo_database, settings)
        assert run.returncode == 0, run.stderr[-3000:]
        assert "did not stop cleanly" in run.stderr
    assert len(stored(database)) == 300


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EIO, os.strerror(errno.EIO)), "Input/output error"),
        (sqlite3.OperationalError("disk I/O error"), "disk I/O error"),
    ],
)
def test_a_queue_that_the_disk_does_not_give_back_ends_the_crawl_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    closed = []

    async def close_spider_async(*, reason: str) -> None:
        closed.append(reason)

    def fail(_queue: object) -> None:
        raise error

    async def crawl() -> None:
        crawler: Any = get_crawler(settings_dict={"JOBDIR": str(tmp_path)})
        job = JobDirectory.from_crawler(crawler)
        crawler.get_extension = lambda _kind: job
        crawler.engine = SimpleNamespace(close_spider_async=close_spider_async)
        queue = JobQueue.from_crawler(crawler)
        assert queue.next_request() is None
        assert queue.next_request() is None
        await asyncio.sleep(0)
        told = f"JOBDIR={tmp_path} takes no more ({said}): make room, and crawl again"
        assert crawler.stats.get_value("tsnet/failure") == told
        job.engine_stopped()

    monkeypatch.setattr(Scheduler, "next_request", fail)
    asyncio.run(crawl())
    assert closed == ["jobdir_full"]


def test_a_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    job = tmp_path / "file" / "job"
    told = f"^JOBDIR={job} can't be used .Not a directory.: name one that can be written$"
    with pytest.raises(JobDirectoryError, match=told):
        JobDirectory(job)
