"""Several workers, one crawl: real processes, a real redis-server, and deaths in the middle."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio import Redis

from tests.crawling import INHERITED, ROOT, scrapy
from tests.loopback import free_port
from tests.small_spider import SmallSpider
from tests.workers import (
    RedisServer,
    SmallSite,
    Worker,
    paths_leased_to,
    wait_until,
    written,
)
from tsnet.distributed import request_codec
from tsnet.distributed.connection import Keys, Membership
from tsnet.distributed.leases import LeaseQueue, Message

PATIENT = {"TSNET_HEARTBEAT": 60}
"""For tests in which no worker dies: none is to be taken for dead because the machine is busy."""


FORGETFUL = {"appendonly": "no", "maxmemory": "100mb", "maxmemory-policy": "allkeys-lru"}
"""Configuration of a Redis that may lose a queue."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    with RedisServer(tmp_path) as server:
        yield server


@pytest.fixture
def start(server: RedisServer, tmp_path: Path) -> Iterator[Callable[..., Worker]]:
    """Starts a worker; what still runs at the end of a test is killed."""
    workers: list[Worker] = []

    def start(site: SmallSite, **given: Any) -> Worker:
        workers.append(Worker(site, server, tmp_path, **given))
        return workers[-1]

    yield start
    for worker in workers:
        if worker.running():
            worker.kill()


@pytest.fixture
def start_two(start: Callable[..., Worker], tmp_path: Path) -> Callable[..., list[Worker]]:
    """Starts two workers, neither of which is given anything to do before both have joined."""

    def start_two(site: SmallSite, **given: Any) -> list[Worker]:
        gate = tmp_path / "both"
        workers = [start(site, arguments={"wait_for": gate}, **given) for _ in range(2)]
        wait_until(
            lambda: all("joins run" in worker.log_text() for worker in workers),
            what="for both workers",
        )
        gate.touch()
        return workers

    return start_two


def pages(number: int) -> set[str]:
    return {f"/page/{n}" for n in range(number)}


def queue_seen_set_and_site_agree(server: RedisServer, site: SmallSite) -> None:
    keys = {key.decode().removeprefix("tsnet:{test}:") for key in server.client.scan_iter()}
    assert "requests" not in keys
    assert not any(key.startswith(("leases:", "suspects", "abandoned")) for key in keys)
    assert server.client.scard("tsnet:{test}:seen") == len(site.counts())


def test_a_killed_worker_loses_nothing_and_only_what_it_held_is_fetched_twice(
    server: RedisServer, start_two: Callable[..., list[Worker]], tmp_path: Path
) -> None:
    with SmallSite(2000) as site:
        victim, survivor = start_two(site)
        wait_until(lambda: len(site.fetched) > 800, what="for the middle of the crawl")
        victim.kill()
        held = paths_leased_to(server, "test", victim.pid)
        assert survivor.end() == 0, survivor.log_text()
        assert set(written(tmp_path)) == pages(2000)
        twice = {path for path, times in site.counts().items() if times > 1}
        assert twice <= held
        # Whichever worker read the listings, the one that is left knows what was found in them.
        assert (
            "(['pages'], ['second'], {'pages': datetime.date(2025, 1, 20)})" in survivor.log_text()
        )
        assert max(site.counts().values()) <= 2
        queue_seen_set_and_site_agree(server, site)


def test_workers_wait_for_a_redis_that_is_killed_and_go_on_from_its_append_only_file(
    server: RedisServer, start_two: Callable[..., list[Worker]], tmp_path: Path
) -> None:
    with SmallSite(700) as site:
        workers = start_two(site, settings=PATIENT)
        wait_until(lambda: len(site.fetched) > 300, what="for the middle of the crawl")
        server.kill()
        time.sleep(1.5)
        assert all(worker.running() for worker in workers)
        server.start()
        assert [worker.end() for worker in workers] == [0, 0]
        assert set(written(tmp_path)) == pages(700)
        assert set(site.counts().values()) == {1}
        queue_seen_set_and_site_agree(server, site)
        assert all("Redis answers again" in worker.log_text() for worker in workers)


def test_a_worker_that_is_told_to_stop_while_redis_is_away_ends_and_others_do_its_work(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    settings = {"DOWNLOAD_DELAY": 0.05}
    with SmallSite(60) as site:
        stopped = start(site, settings=settings)
        wait_until(lambda: len(site.fetched) > 10, what="for the crawl")
        server.kill()
        wait_until(lambda: "No turn at" in stopped.log_text(), what="for a request in vain")
        stopped.terminate()
        assert stopped.end() == 0
        server.start()
        assert start(site, settings=settings).end() == 0
        assert set(written(tmp_path)) == pages(60)


def test_a_worker_that_is_told_to_stop_hands_over_and_retries_are_not_lost(
    server: RedisServer, start_two: Callable[..., list[Worker]], tmp_path: Path
) -> None:
    busy = {"/", *(f"/page/{n}" for n in range(0, 600, 40))}
    with SmallSite(600, busy_once=busy) as site:
        stopped, other = start_two(site, settings=PATIENT)
        wait_until(lambda: len(site.fetched) > 200, what="for the middle of the crawl")
        stopped.terminate()
        assert [stopped.end(), other.end()] == [0, 0]
        assert set(written(tmp_path)) == pages(600)
        assert {path for path, times in site.counts().items() if times > 1} == busy
        assert "back in the queue" not in other.log_text()


def test_a_worker_that_slept_past_its_heartbeat_does_no_harm(
    server: RedisServer, start_two: Callable[..., list[Worker]], tmp_path: Path
) -> None:
    with SmallSite(600) as site:
        sleeper, other = start_two(site)
        wait_until(lambda: len(site.fetched) > 200, what="for the middle of the crawl")
        sleeper.pause()
        wait_until(lambda: set(written(tmp_path)) == pages(600), what="for the other worker")
        sleeper.go_on()
        assert [sleeper.end(), other.end()] == [0, 0]
        assert set(written(tmp_path)) == pages(600)


def test_another_worker_takes_over_the_start_requests_of_a_dead_one(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    gate = tmp_path / "gate"
    with SmallSite(100) as site:
        starter = start(site, arguments={"gate": gate})
        wait_until(lambda: len(written(tmp_path)) == 100, what="for the first start request")
        other = start(site, arguments={"gate": gate})
        late = start(site, arguments={"gate": gate})
        wait_until(lambda: "joins run" in other.log_text() + late.log_text(), what="for the others")
        starter.kill()
        gate.touch()
        assert [other.end(), late.end()] == [0, 0]
        assert set(site.counts().values()) == {1}


def test_a_worker_whose_start_raises_ends_and_another_one_takes_over(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    given = {"arguments": {"raises": tmp_path / "mended"}}
    with SmallSite(100) as site:
        assert start(site, **given).end() == 1
        (tmp_path / "mended").touch()
        assert start(site, **given).end() == 0
        assert set(written(tmp_path)) == pages(100)


def test_what_a_worker_fetched_that_can_store_nothing_more_is_fetched_again(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    with SmallSite(60) as site:
        failing = start(site, arguments={"fails": "/page/30"})
        assert failing.end() == 1
        left = site.counts()
        assert start(site).end() == 0
        assert set(written(tmp_path)) == pages(60)
        assert site.counts()["/page/30"] == left["/page/30"] + 1 == 2


def test_a_run_leaves_nothing_in_redis_that_never_expires(
    server: RedisServer, start: Callable[..., Worker]
) -> None:
    with SmallSite(10) as site:
        assert start(site).end() == 0
    left = {key: server.client.ttl(key) for key in server.client.scan_iter()}
    assert b"tsnet:{test}:seen" in left
    assert all(seconds > 0 for seconds in left.values()), left


def test_the_rights_that_are_documented_are_enough_for_a_worker(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    [grant] = re.findall(r"`(ACL SETUSER [^`]*)`", (ROOT / "docs" / "scaling.md").read_text())
    redis: Any = server.client
    redis.execute_command(*grant.split())
    server.url = server.url.replace("://", "://crawler:secret@")
    with SmallSite(10) as site:
        worker = start(site)
        assert worker.end() == 0, worker.log_text()
        assert set(written(tmp_path)) == pages(10)


def test_a_run_is_kept_while_a_worker_is_active_however_long_a_heartbeat_is(
    server: RedisServer,
) -> None:
    membership = Membership(Keys("test"), heartbeat=3600.0, expiry=2, max_returns=3)

    async def stay() -> None:
        async with Redis(port=server.port) as client:
            queue = LeaseQueue(client, SmallSpider(), membership.keys.requests, membership)
            await queue.exchange(Message(flags={"enter"}))
            for _ in range(6):
                await asyncio.sleep(0.5)
                await queue.exchange(Message())  # raises where the run is lost

    asyncio.run(stay())


def test_a_request_that_kills_its_workers_is_set_aside_and_fails_the_crawl(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    given = {"arguments": {"deadly": "/page/7"}, "settings": {"TSNET_MAX_RETURNS": 2}}
    with SmallSite(50) as site:
        deaths = [start(site, **given).end() for _ in range(3)]
        gone = request_codec.dumps({"url": site.url, "_class": "tsnet.gone.Request"})
        strange = {b"1|no request": 0, b"2|" + gone: 0}
        server.client.zadd("tsnet:{test}:requests", strange)
        last = start(site, **given)
        assert (deaths, last.end()) == ([-9, -9, -9], 1)
        assert last.log_text().count("A queued request is set aside: ") == 2
        assert "3 requests of run test were set aside" in last.log_text()
        assert set(written(tmp_path)) == pages(50) - {"/page/7"}


def test_the_delay_between_requests_holds_for_all_workers_together(
    server: RedisServer, start_two: Callable[..., list[Worker]], tmp_path: Path
) -> None:
    delay = 0.1
    settings = {"DOWNLOAD_DELAY": delay, "CONCURRENT_REQUESTS": 2, **PATIENT}
    with SmallSite(30) as site:
        workers = start_two(site, settings=settings)
        assert [worker.end() for worker in workers] == [0, 0]
        times = sorted(moment for moment, _ in site.fetched)
        assert len(times) == 32
        # Each for itself would need half of it; what is less than the whole, the first one's answer
        # took longer to be noted than the last one's.
        assert times[-1] - times[0] >= 0.8 * delay * (len(times) - 1)
        counts = [worker.log_text().count("'scheduler/dequeued/redis': ") for worker in workers]
        assert counts == [1, 1], "both workers fetched"


def test_a_worker_that_waits_for_its_turn_stops_at_once_and_hands_over(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    with SmallSite(10) as site:
        slow = start(site, settings={"DOWNLOAD_DELAY": 0.5})
        wait_until(lambda: len(site.fetched) > 2, what="for a page, behind which others wait")
        slow.terminate()
        assert slow.end() == 0
        assert len(site.fetched) < 12, "it did not fetch all that it held"
        quick = start(site)
        assert quick.end() == 0
        assert set(written(tmp_path)) == pages(10)
        assert set(site.counts().values()) == {1}


def test_a_worker_whose_turn_is_far_away_does_not_wait_for_it_once_it_is_told_to_stop(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    delay = 90.0

    def moments_given() -> float:
        until: Any = server.client.get(Keys.host_slot("127.0.0.1"))
        return (int(until or 0) / 1000 - time.time()) / delay

    with SmallSite(10) as site:
        slow = start(site, settings={"DOWNLOAD_DELAY": delay})
        wait_until(lambda: moments_given() > 1, what="for a request behind that of robots.txt")
        slow.terminate()
        assert slow.end(0.7 * delay) == 0
        assert start(site).end() == 0
        assert set(written(tmp_path)) == pages(10)
        assert set(site.counts().values()) == {1}


def test_a_lease_of_which_the_worker_was_never_told_is_worked_on(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    with SmallSite(60) as site:
        worker = start(site, settings={"DOWNLOAD_DELAY": 0.05, **PATIENT})
        wait_until(lambda: len(site.fetched) > 10, what="for the crawl")
        # As a script leaves it whose answer was lost.
        redis: Any = server.client
        (leases,) = redis.keys("tsnet:{test}:leases:*")
        [(member, score)] = redis.zpopmin("tsnet:{test}:requests")
        redis.zadd(leases, {member: score})
        assert worker.end() == 0
        assert "WARNING" not in worker.log_text(), "such a Redis is as it should be"
        assert set(written(tmp_path)) == pages(60)
        assert set(site.counts().values()) == {1}


def test_a_redis_that_refuses_is_not_taken_for_one_that_is_away(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    with SmallSite(60) as site:
        worker = start(site, settings={"DOWNLOAD_DELAY": 0.05})
        wait_until(lambda: len(site.fetched) > 10, what="for the crawl")
        server.client.config_set("maxmemory", "100kb")
        wait_until(lambda: "Waiting for Redis" in worker.log_text(), what="for the refusal")
        assert "Waiting for Redis, which has no memory left (" in worker.log_text()
        late = start(site)
        assert late.end() == 1
        assert f"Redis at REDIS_URL={server.url} has no memory left (" in late.log_text()
        server.client.config_set("maxmemory", "0")
        assert worker.end() == 0
        assert set(written(tmp_path)) == pages(60)
        for enabled, told in ((True, "refuses a command"), (False, "refuses the user")):
            server.client.acl_setuser("default", enabled=enabled, reset_keys=True)
            refused = start(site)
            assert refused.end() == 1
            assert f"Redis at REDIS_URL={server.url} {told} (" in refused.log_text()


def test_a_redis_that_forgot_the_run_is_a_failure_not_an_end(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    with SmallSite(2000) as site:
        worker = start(site, settings={"DOWNLOAD_DELAY": 0.05})
        wait_until(lambda: len(site.fetched) > 10, what="for the crawl")
        server.client.flushall()
        assert worker.end() == 1
        assert "Redis has lost run test" in worker.log_text()


def test_a_worker_with_other_arguments_is_kept_out_of_a_run(
    server: RedisServer, start: Callable[..., Worker], tmp_path: Path
) -> None:
    server.client.hset("tsnet:{test}:run", "crawl", "small since=2025-01-01")
    for name, value in FORGETFUL.items():
        server.client.config_set(name, value)
    with SmallSite(10) as site:
        worker = start(site)
        assert worker.end() == 1
        assert "TSNET_RUN=test names another crawl, small since=2025-01-01" in worker.log_text()
        assert not site.fetched
        for name in ("appendonly yes", "maxmemory-policy noeviction"):
            assert name in worker.log_text()


@pytest.mark.parametrize(
    ("environment", "code", "message"),
    [
        ({"REDIS_URL": ""}, 2, "REDIS_URL is not set"),
        ({"TSNET_RUN": ""}, 2, "TSNET_RUN is not set"),
        ({"TSNET_RUN": "a b"}, 2, "TSNET_RUN='a b' is not a name"),
        ({"REDIS_URL": "http://x:secret@y"}, 2, "REDIS_URL='http://x:***@y' is not a redis://"),
        (
            {"REDIS_URL": "redis://x:secret@127.0.0.1:{port}/0"},
            1,
            "Redis at REDIS_URL=redis://x:***@127.0.0.1:",
        ),
    ],
)
def test_a_wrong_setting_ends_the_crawl_with_its_name_and_without_a_password(
    tmp_path: Path, environment: dict[str, str], code: int, message: str
) -> None:
    run = scrapy(
        "crawl",
        "small",
        "-a",
        "base_url=http://127.0.0.1:1",
        env={
            **INHERITED,
            "SCRAPY_SETTINGS_MODULE": "tests.small_settings",
            "REDIS_URL": "redis://127.0.0.1:1/0",
            "TSNET_RUN": "test",
            "MONGO_URI": "mongodb://127.0.0.1:1",
            "TSNET_CONTACT": "test@localhost.test",
            "WRITTEN": str(tmp_path / "written"),
            **{name: value.format(port=free_port()) for name, value in environment.items()},
        },
    )
    assert (run.returncode, message in run.stderr) == (code, True), run.stderr
    assert "secret" not in run.stderr
    assert not written(tmp_path)
