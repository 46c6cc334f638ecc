"""The project's own spider, unchanged, on two workers: a real replica set, Redis, deaths."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from pymongo import MongoClient
from pymongo.collection import Collection

from tests.mongod import Mongod
from tests.replica import Replica
from tests.workers import RedisServer, crawl_worker, paths_leased_to, wait_until
from tsnet.store.connection import StoreSettings, open_async_database
from tsnet.store.lease import Holder, Lease, LeaseHeld


def test_two_workers_store_the_whole_site_though_one_is_killed_and_mongodb_steps_down(
    tmp_path: Path,
) -> None:
    with (
        Mongod(tmp_path / "mongod", replica_set=True) as mongod,
        mongod.direct() as client,
        RedisServer(tmp_path) as server,
        Replica("small", articles=90) as replica,
    ):
        store = (mongod.uri, "spring")
        articles = client["spring"]["articles"]
        leases: Collection[dict[str, Any]] = client["spring"]["leases"]
        expected = set(replica.sound())
        # Without a delay one may have read the whole site before the other has asked for work.
        slow = {"DOWNLOAD_DELAY": "0.1"}
        victim, survivor = (
            crawl_worker(replica.url, store, server, tmp_path / str(number), slow)
            for number in range(2)
        )
        try:
            wait_until(
                lambda: (
                    articles.estimated_document_count() > 15
                    and paths_leased_to(server, "spring", victim.pid)
                ),
                what="for records, and for the victim to have work in hand",
            )
            victim.kill()
            victim.wait()
            held = paths_leased_to(server, "spring", victim.pid)
            [lease] = leases.find()
            assert lease["holder"]["run"] == "spring", "other runs are kept out"
            wait_until(lambda: articles.estimated_document_count() > 45, what="for more records")
            mongod.step_down(1)
            code = survivor.wait(240)
        finally:
            for worker in (victim, survivor):
                worker.kill()
                worker.wait()
        log = (tmp_path / "1" / "log").read_text()
        assert code == 0, log[-5000:]
        wait_until(lambda: client.admin.command("hello")["isWritablePrimary"], what="for a primary")
        # What the dead worker had acknowledged may be in the spool: the next one there writes it.
        last = crawl_worker(replica.url, store, server, tmp_path / "2")
        assert last.wait(240) == 0, (tmp_path / "2" / "log").read_text()[-5000:]
        stored = {article["_id"] for article in articles.find({}, {"_id": 1})}
        assert not expected - stored, (tmp_path / "1" / "log").read_text()[-5000:]
        # The further pages of a long article are fetched under the lease of its first.
        articles_twice = {
            re.sub(r"(_\d+)_\d+\.", r"\1.", path)
            for path, times in replica.counts().items()
            if times > 1 and "/t20" in path
        }
        assert articles_twice <= held
        channels = {channel["_id"] for channel in client["spring"]["channels"].find()}
        assert {f"{a['section']}/{a['channel']}" for a in articles.find()} <= channels


def test_the_workers_of_one_run_hold_its_lease_together_and_keep_others_out(
    mongo_database: tuple[str, str],
) -> None:
    uri, name = mongo_database

    async def take_turns() -> None:
        async with open_async_database(StoreSettings(uri, name, Path())) as database:
            first, second, other = (
                Lease(database, "tianshan", Holder.workers_of(run), 60)
                for run in ("spring", "spring", "summer")
            )
            await first.acquire()
            await second.acquire()
            assert await first.renew()
            assert await second.renew()
            with pytest.raises(LeaseHeld, match="run spring, shared by several workers, since"):
                await other.acquire()

    asyncio.run(take_turns())


def test_a_worker_that_can_not_reach_redis_keeps_no_lease_from_others(
    mongo_database: tuple[str, str], tmp_path: Path
) -> None:
    uri, name = mongo_database
    server = RedisServer(tmp_path)  # never started
    worker = crawl_worker("http://127.0.0.1:9", mongo_database, server, tmp_path / "0")
    assert worker.wait(120) == 1
    log = (tmp_path / "0" / "log").read_text()
    assert f"Redis at REDIS_URL={server.url} can't be reached (" in log.splitlines()[-1]
    assert "Traceback" not in log
    with MongoClient(uri) as client:
        assert client[name]["leases"].count_documents({}) == 0
        [run] = client[name]["runs"].find()
        assert run["finish_reason"] == "redis_unavailable"


def test_a_worker_without_the_browser_that_is_required_leaves_the_run_to_others(
    mongo_database: tuple[str, str], tmp_path: Path
) -> None:
    nowhere = {"PATH": "/nonexistent", "PLAYWRIGHT_BROWSERS_PATH": "/nonexistent"}
    with RedisServer(tmp_path) as server, Replica("small", articles=6) as replica:

        def code(name: str, more: dict[str, str]) -> int:
            place = tmp_path / name
            asked = {"render": "always", "channels": "xwzx/szxw"}
            worker = crawl_worker(replica.url, mongo_database, server, place, None, more, **asked)
            return worker.wait(240)

        assert code("without", nowhere) == 1
        last = (tmp_path / "without" / "log").read_text().splitlines()[-1]
        assert last.startswith("tsnet: render=always needs a browser: no Chromium was found")
        assert replica.counts() == {}
        assert code("with", {}) == 0, (tmp_path / "with" / "log").read_text()[-5000:]
        assert "/xwzx/szxw/" in replica.counts()
