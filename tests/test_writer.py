"""Batches: when they are written, where they go while MongoDB is away, and what is told of it."""

from __future__ import annotations

import asyncio
import gc
import random
import resource
import shutil
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pymongo import AsyncMongoClient
from pymongo.uri_parser import parse_uri

from tests.articles import START, article, page, pages, reject
from tests.mongod import Proxy
from tsnet.items import NotModified
from tsnet.store import writer as writer_module
from tsnet.store.articles import ArticleStore, Written
from tsnet.store.documents import Item
from tsnet.store.errors import StoreUnavailable
from tsnet.store.spool import DEFAULT_LIMIT, Spool
from tsnet.store.writer import BatchWriter, Reports

# The async client drops a socket unclosed when the server goes while it connects.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")

NEVER = 3600.0
"""An age, in seconds, that no batch of these tests reaches."""


class Told:
    """What a writer has reported."""

    def __init__(self) -> None:
        self.written: list[Written] = []
        self.spooled: list[int] = []
        self.replayed: list[int] = []
        self.left: list[str] = []
        self.failed: list[str] = []
        self.revived = 0

    def reports(self) -> Reports:
        return Reports(
            self.written.append,
            self.spooled.append,
            self.replayed.append,
            self.left.append,
            self.failed.append,
        )

    def revive(self) -> None:
        self.revived += 1
        raise StoreUnavailable("it does not start")


@pytest.fixture
def proxy(mongo_uri: str) -> Iterator[Proxy]:
    """What stands between the writer and the server."""
    ((path, _),) = parse_uri(mongo_uri)["nodelist"]
    with Proxy(path) as proxy:
        yield proxy


@pytest.fixture
def run(database: Any, proxy: Proxy, tmp_path: Path) -> Callable[..., Told]:
    """Opens a writer, has a scenario played with it, closes it; what it reported."""

    def run(
        scenario: Callable[[BatchWriter, Told], Awaitable[None]],
        *,
        size: int = 1,
        age: float = NEVER,
        limit: int = DEFAULT_LIMIT,
    ) -> Told:
        async def main() -> None:
            uri = f"mongodb://127.0.0.1:{proxy.port}/?serverSelectionTimeoutMS=700"
            async with AsyncMongoClient(uri, tz_aware=True) as client:
                writer = BatchWriter(
                    ArticleStore(client[database.name]),
                    Spool(tmp_path / "spool", limit),
                    size=size,
                    age=age,
                    reports=told.reports(),
                    revive=told.revive,
                )
                await writer.open()
                try:
                    await scenario(writer, told)
                finally:
                    await writer.close()

        told = Told()
        asyncio.run(main())
        # A dropped socket is collected where its warning is expected.
        gc.collect()
        return told

    return run


def stored(database: Any) -> list[str]:
    return sorted(one["_id"] for one in database.articles.find({}, {"_id": 1}))


def in_spool(directory: Path) -> list[Any]:
    spool = Spool(directory)
    batch = spool.oldest()
    spool.close()
    return batch or []


def test_what_an_earlier_run_left_is_stored_before_anything_is_asked(
    run: Any, database: Any, tmp_path: Path
) -> None:
    left = Spool(tmp_path / "spool")
    left.append([article(1)])
    left.close()

    async def scenario(_writer: BatchWriter, _told: Told) -> None:
        assert stored(database) == [article(1).id]

    told = run(scenario)
    assert told.replayed == [1]
    assert [one.new for one in told.written] == [[article(1).id]]


def test_what_the_host_said_to_an_earlier_run_is_kept_and_neither_believed_nor_counted(
    run: Any, database: Any, tmp_path: Path
) -> None:
    known = article(1)
    absent: dict[str, Any] = {"id": known.id, "url": known.url, "reason": "http_404"}
    left = Spool(tmp_path / "spool")
    left.append([article(1), article(2)])
    left.append(
        [
            reject(**absent, rejected_at=START + timedelta(days=1)),
            NotModified(article(2).id, article(2).url, START + timedelta(days=1)),
        ]
    )
    left.close()

    async def scenario(writer: BatchWriter, _told: Told) -> None:
        assert database.rejects.count_documents({"reason": "http_404"}) == 1
        assert database.articles.count_documents({"gone_at": {"$exists": True}}) == 0
        await writer.add(reject(**absent, rejected_at=START + timedelta(days=2)))

    told = run(scenario)
    assert [(one.rejected, one.not_modified) for one in told.written] == [
        ({}, 0),
        ({}, 0),
        ({"http_404": 1}, 0),
    ]
    (gone,) = database.articles.find({"gone_at": {"$exists": True}})
    assert gone["gone_at"] == START + timedelta(days=2)
    assert database.articles.find_one({"_id": article(2).id})["last_seen_at"] > START


def test_a_batch_is_written_when_it_is_full_and_the_last_at_the_end(
    run: Any, database: Any
) -> None:
    async def scenario(writer: BatchWriter, _told: Told) -> None:
        first = await writer.add(article(1))
        assert not first.is_set()
        assert await writer.add(article(2)) is first
        assert first.is_set()
        assert stored(database) == [article(1).id, article(2).id]
        assert not (await writer.add(article(3))).is_set()

    told = run(scenario, size=2)
    assert [one.new for one in told.written] == [[article(1).id, article(2).id], [article(3).id]]


def test_a_batch_that_fills_up_while_another_is_written_is_written_once(run: Any) -> None:
    async def scenario(writer: BatchWriter, _told: Told) -> None:
        await asyncio.gather(*(writer.add(article(number)) for number in range(1, 6)))

    told = run(scenario, size=2)
    assert sorted(identity for one in told.written for identity in one.new) == sorted(
        article(number).id for number in range(1, 6)
    )
    assert [one.unchanged for one in told.written] == [[]] * len(told.written)


@pytest.mark.parametrize("kind", ["pages", "reject"])
def test_a_batch_is_full_by_the_bytes_of_its_pages(run: Any, kind: str) -> None:
    noise = random.Random(1).randbytes(writer_module.BATCH_BYTES // 2 + 1)
    large = [page(number, body=noise + bytes([number])) for number in (1, 2)]
    items: list[Item] = [pages(1, large[:1]), pages(2, large[1:])]
    if kind == "reject":
        items = [reject(number, page=one) for number, one in enumerate(large)]

    async def scenario(writer: BatchWriter, _told: Told) -> None:
        assert not (await writer.add(items[0])).is_set()
        assert (await writer.add(items[1])).is_set()

    run(scenario, size=100)


def test_a_batch_is_written_when_it_is_old(run: Any, database: Any) -> None:
    async def scenario(writer: BatchWriter, _told: Told) -> None:
        await asyncio.wait_for((await writer.add(article(1))).wait(), 60)
        assert stored(database) == [article(1).id]

    run(scenario, size=100, age=0.05)


def test_versions_stay_in_order_while_the_server_comes_and_goes(
    run: Any, proxy: Proxy, database: Any
) -> None:
    async def scenario(writer: BatchWriter, told: Told) -> None:
        proxy.cut()
        assert (await writer.add(article(1))).is_set()
        assert told.spooled == [1]
        proxy.restore()
        # Still behind what waits, though the server is there.
        later = START + timedelta(days=1)
        await writer.add(article(1, fetched_at=later, title="更正后的标题"))
        assert told.spooled == [1, 1]

    told = run(scenario)
    assert told.replayed == [1, 1]
    assert [(one.new, one.changed) for one in told.written] == [
        ([article(1).id], []),
        ([], [article(1).id]),
    ]
    assert told.left == told.failed == []
    assert database.articles.find_one()["revision"] == 2


def test_that_what_waited_is_written_is_logged(
    run: Any, proxy: Proxy, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "tsnet.store.writer")

    async def scenario(writer: BatchWriter, _told: Told) -> None:
        proxy.cut()
        await writer.add(article(1))
        proxy.restore()

    run(scenario)
    assert [one.getMessage() for one in caplog.records][-1:] == [
        "items written from the spool: 1; it is empty"
    ]


def test_what_waits_is_written_as_soon_as_the_server_is_back(
    run: Any, proxy: Proxy, database: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "RETRY_AFTER", 0.1)

    async def until(condition: Callable[[], object]) -> None:
        while not condition():
            await asyncio.sleep(0.02)

    async def scenario(writer: BatchWriter, told: Told) -> None:
        proxy.cut()
        await writer.add(article(1))
        # An attempt fails, and has the server started if it is ours.
        await asyncio.wait_for(until(lambda: told.revived), 60)
        proxy.restore()
        await asyncio.wait_for(until(lambda: told.replayed), 60)
        assert stored(database) == [article(1).id]

    run(scenario)


def test_what_can_not_be_written_before_the_end_is_left_to_the_next_run(
    run: Any, proxy: Proxy, tmp_path: Path
) -> None:
    async def scenario(writer: BatchWriter, _told: Told) -> None:
        proxy.cut()
        await writer.add(article(1))

    told = run(scenario)
    assert len(told.left) == 1
    assert told.left[0].startswith("MongoDB did not write: ")
    assert str(tmp_path / "spool") in told.left[0]
    assert told.revived >= 2
    assert [one.id for one in in_spool(tmp_path / "spool")] == [article(1).id]


def test_an_item_at_which_the_store_fails_is_refused_alone(run: Any, database: Any) -> None:
    async def scenario(writer: BatchWriter, _told: Told) -> None:
        for item in (article(1), article(2, published_at="昨天"), article(3), same):
            await writer.add(item)

    same = NotModified(article(1).id, article(1).url, START)
    told = run(scenario, size=4)
    (written,) = told.written
    assert written.new == stored(database) == [article(1).id, article(3).id]
    assert written.not_modified == 1
    assert written.rejected == {"invalid_record": 1}
    refused = database.rejects.find_one()
    assert refused["id"] == article(2).id
    assert refused["detail"].startswith("the store failed on it")


def test_what_neither_file_nor_server_can_hold_is_refused_alone(
    run: Any, proxy: Proxy, database: Any
) -> None:
    async def scenario(writer: BatchWriter, told: Told) -> None:
        proxy.cut()
        for item in (pages(1), article(1), article(2, pages=2**70), article(3, title="")):
            await writer.add(item)
        assert told.spooled == [4]
        proxy.restore()

    run(scenario, size=4)
    assert stored(database) == [article(1).id]
    assert "BSON" in database.rejects.find_one({"id": article(2).id})["detail"]
    assert "title" in database.rejects.find_one({"id": article(3).id})["detail"]


def test_a_full_spool_is_told_and_has_taken_the_batch(
    run: Any, proxy: Proxy, database: Any
) -> None:
    async def scenario(writer: BatchWriter, told: Told) -> None:
        proxy.cut()
        await writer.add(article(1))
        assert told.spooled == [1]
        proxy.restore()

    told = run(scenario, limit=10)
    assert ["TSNET_SPOOL_LIMIT" in reason for reason in told.failed] == [True]
    assert stored(database) == [article(1).id]


def test_what_neither_disk_nor_server_takes_is_told(
    run: Any, proxy: Proxy, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(writer: BatchWriter, told: Told) -> None:
        proxy.cut()
        shutil.rmtree(tmp_path / "spool")
        assert (await writer.add(article(1))).is_set()
        assert told.spooled == []

    told = run(scenario)
    assert ["takes nothing more" in reason for reason in told.failed] == [True]
    assert ["1 items are lost" in one.getMessage() for one in caplog.records][-1:] == [True]


def test_what_the_disk_does_not_take_goes_to_a_server_that_is_back(
    run: Any, proxy: Proxy, tmp_path: Path, database: Any
) -> None:
    async def scenario(writer: BatchWriter, told: Told) -> None:
        proxy.cut()
        await writer.add(article(1))
        (file,) = (tmp_path / "spool").glob("*.spool")
        proxy.restore()
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 1, hard))
        try:
            await writer.add(article(2))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert len(told.failed) == 1
        assert stored(database) == [article(2).id]

    told = run(scenario)
    assert (told.spooled, told.replayed) == ([1], [1])
    assert stored(database) == [article(1).id, article(2).id]
