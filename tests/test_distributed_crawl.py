"""The project's own spider, unchanged, on two workers: a real replica set, Redis, deaths."""

from __future__ import annotations

import asyncio
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pymongo import MongoClient
from pymongo.errors import PyMongoError

from tests.replica import Replica
from tests.workers import RedisServer, crawl_worker, free_port, paths_leased_to, wait_until
from tsnet.store.connection import StoreSettings, open_async_database
from tsnet.store.embedded import find_mongod
from tsnet.store.lease import Holder, Lease, LeaseHeld

Client = MongoClient[dict[str, Any]]


@pytest.fixture
def replica_set(tmp_path: Path) -> Iterator[tuple[str, Client]]:
    """URI and client of a replica set of one."""
    port = free_port()
    place = tmp_path / "mongod"
    place.mkdir()
    command = [str(find_mongod()), "--replSet", "rs", "--port", str(port), "--dbpath", str(place)]
    command += ["--bind_ip", "127.0.0.1", "--nounixsocket", "--wiredTigerCacheSizeGB", "0.25"]
    command += ["--quiet", "--logpath", str(place / "log"), "--oplogSize", "100"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    address = f"127.0.0.1:{port}"
    with MongoClient[dict[str, Any]](
        address, directConnection=True, serverSelectionTimeoutMS=500
    ) as client:
        wait_until(lambda: _answers(client), 60, "for mongod")
        members = [{"_id": 0, "host": address}]
        client.admin.command({"replSetInitiate": {"_id": "rs", "members": members}})
        wait_until(lambda: client.admin.command("hello")["isWritablePrimary"], 60, "for a primary")
        yield f"mongodb://{address}/?replicaSet=rs", client
    process.terminate()
    process.wait()


def _answers(client: Client) -> bool:
    try:
        return bool(client.admin.command("ping"))
    except PyMongoError:
        return False


def test_two_workers_store_the_whole_site_though_one_is_killed_and_mongodb_steps_down(
    replica_set: tuple[str, Client], tmp_path: Path
) -> None:
    uri, client = replica_set
    articles = client["spring"]["articles"]
    with RedisServer(tmp_path) as server, Replica("small", articles=90) as replica:
        expected = set(replica.sound())
        victim, survivor = (
            crawl_worker(replica.url, (uri, "spring"), server, tmp_path / str(number))
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
            wait_until(lambda: articles.estimated_document_count() > 45, what="for more records")
            client.admin.command({"replSetStepDown": 1, "force": True})
            code = survivor.wait(120)
        finally:
            for worker in (victim, survivor):
                worker.kill()
                worker.wait()
        log = (tmp_path / "1" / "log").read_text()
        assert code == 0, log[-5000:]
        wait_until(lambda: client.admin.command("hello")["isWritablePrimary"], 60, "for a primary")
        # What the dead worker had acknowledged may be in the spool: the next one there writes it.
        last = crawl_worker(replica.url, (uri, "spring"), server, tmp_path / "2")
        assert last.wait(120) == 0, (tmp_path / "2" / "log").read_text()[-5000:]
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
            with pytest.raises(LeaseHeld, match="run spring"):
                await other.acquire()

    asyncio.run(take_turns())
