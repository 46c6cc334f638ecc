"""One run of a spider against one store at a time."""

from __future__ import annotations

import asyncio
import dataclasses
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
from pymongo import MongoClient

from tests.conftest import Webhook
from tests.crawling import Store, crawl, crawl_command, environment
from tests.replica import Replica
from tsnet.store.connection import StoreSettings, open_async_database
from tsnet.store.lease import Holder, Lease, LeaseHeld

HERE = Holder.this_process("first")
ELSEWHERE = dataclasses.replace(HERE, run="second", host="elsewhere.example.org")


@asynccontextmanager
async def leases(store: Store, *holders: Holder, seconds: float = 60) -> AsyncIterator[list[Lease]]:
    uri, name = store
    settings = StoreSettings.from_settings({"MONGO_URI": uri, "MONGO_DATABASE": name})
    async with open_async_database(settings) as database:
        yield [Lease(database, "tianshan", holder, seconds) for holder in holders]


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scenario())


def test_a_second_run_is_told_who_holds_the_lease(mongo_database: Store) -> None:
    async def scenario() -> None:
        async with leases(mongo_database, HERE, ELSEWHERE) as (first, second):
            await first.acquire()
            with pytest.raises(LeaseHeld, match=f"run first, process {HERE.pid} on {HERE.host}"):
                await second.acquire()

    run(scenario)


def test_a_lease_that_was_freed_is_to_be_had(mongo_database: Store) -> None:
    async def scenario() -> None:
        async with leases(mongo_database, HERE, ELSEWHERE) as (first, second):
            await first.acquire()
            await first.release()
            await second.acquire()
            assert await second.renew()

    run(scenario)


def test_a_lease_that_is_not_renewed_expires_and_its_holder_learns_of_it(
    mongo_database: Store,
) -> None:
    async def scenario() -> None:
        async with leases(mongo_database, HERE, ELSEWHERE, seconds=0.3) as (first, second):
            await first.acquire()
            await asyncio.sleep(0.6)
            await second.acquire()
            assert not await first.renew()
            await first.release()
            assert await second.renew()

    run(scenario)


def test_a_lease_that_is_renewed_does_not_expire(mongo_database: Store) -> None:
    async def scenario() -> None:
        async with leases(mongo_database, HERE, ELSEWHERE, seconds=4.0) as (first, second):
            await first.acquire()
            for _ in range(5):
                await asyncio.sleep(1.0)
                assert await first.renew()
            with pytest.raises(LeaseHeld):
                await second.acquire()

    run(scenario)


@pytest.mark.parametrize("is_reused", [False, True])
def test_the_lease_of_a_dead_process_of_this_machine_is_free_at_once(
    mongo_database: Store, is_reused: bool
) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    pid = HERE.pid if is_reused else gone.pid
    dead = dataclasses.replace(HERE, run="dead", pid=pid, started=HERE.started - 100)

    async def scenario() -> None:
        async with leases(mongo_database, dead, HERE) as (first, second):
            await first.acquire()
            await second.acquire()
            assert not await first.renew()

    run(scenario)


def test_a_clock_that_is_set_makes_no_process_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for entry in Path("/proc").iterdir():
        (tmp_path / entry.name).symlink_to(entry)
    (tmp_path / "stat").unlink()
    (tmp_path / "stat").write_text(f"btime {psutil.boot_time() + 3600:.0f}\n")
    monkeypatch.setattr(psutil, "PROCFS_PATH", str(tmp_path))
    assert not HERE.is_dead(Holder.this_process("second"))


def test_a_process_of_another_container_is_not_taken_for_dead(mongo_database: Store) -> None:
    here = Path("/proc/self/ns/pid").readlink()
    container = dataclasses.replace(
        HERE, run="container", pid=1, boot=HERE.boot.replace(str(here), "pid:[1]")
    )

    async def scenario() -> None:
        async with leases(mongo_database, container, HERE) as (first, second):
            await first.acquire()
            with pytest.raises(LeaseHeld):
                await second.acquire()

    run(scenario)


def test_of_many_that_ask_at_once_one_gets_the_lease(mongo_database: Store) -> None:
    many = [dataclasses.replace(ELSEWHERE, run=str(number)) for number in range(20)]

    async def scenario() -> None:
        async with leases(mongo_database, *many) as contenders:
            results = await asyncio.gather(
                *(lease.acquire() for lease in contenders), return_exceptions=True
            )
        assert sum(result is None for result in results) == 1
        assert sum(isinstance(result, LeaseHeld) for result in results) == len(many) - 1

    run(scenario)


def test_a_crawl_whose_lease_another_run_took_ends_with_a_failure_and_writes_its_record(
    mongo_database: Store,
) -> None:
    uri, name = mongo_database
    with Replica("small") as replica, MongoClient(uri) as client:
        settings = {"DOWNLOAD_DELAY": "0.5", "TSNET_LEASE_SECONDS": "1"}
        losing = subprocess.Popen(
            crawl_command(replica.url, settings, _job="losing"),
            env=environment(mongo_database),
            stderr=subprocess.PIPE,
            text=True,
        )
        with losing:
            try:
                while not replica.counts():
                    assert losing.poll() is None
                    time.sleep(0.1)
                client[name]["leases"].update_one(
                    {"_id": "tianshan"}, {"$set": {"holder.run": "another"}}
                )
                _, said = losing.communicate(timeout=60)
            finally:
                losing.kill()
        assert losing.returncode == 1, said[-3000:]
        assert "another run took the lease" in said.splitlines()[-1]
        record = client[name]["runs"].find_one({"_id": "losing"})
        assert record is not None
        assert record["finish_reason"] == "lease_lost"
        assert client[name]["leases"].count_documents({"holder.run": "another"}) == 1


def test_a_second_crawl_ends_at_once_and_says_who_is_crawling(
    mongo_database: Store, webhook: Webhook
) -> None:
    told = {"TSNET_ALERT_WEBHOOK": webhook.url}
    with Replica("small") as replica:
        slow = {"DOWNLOAD_DELAY": "0.5"}
        first = subprocess.Popen(
            crawl_command(replica.url, slow), env=environment(mongo_database), stderr=-3
        )
        try:
            while not replica.counts():
                assert first.poll() is None
                time.sleep(0.1)
            second = crawl(replica.url, mongo_database, told)
            time.sleep(1.1)  # the second at which the lease is over is another one
            assert crawl(replica.url, mongo_database, told).returncode == 1
        finally:
            first.kill()
            first.wait()
        assert second.returncode == 1
        assert f"process {first.pid}" in second.stderr.splitlines()[-1]
        (message,) = webhook.messages()
        assert f"process {first.pid}" in message["text"]
        third = crawl(replica.url, mongo_database, max_pages="1")
        assert third.returncode == 0, third.stderr[-3000:]
