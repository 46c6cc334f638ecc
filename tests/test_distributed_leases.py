"""The scripts by which workers share a queue, one exchange after another, in a real Redis."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from redis.asyncio import Redis
from scrapy import Request

from tests.small_spider import SmallSpider
from tests.workers import RedisServer
from tsnet.distributed import scripts
from tsnet.distributed.connection import Keys, Membership
from tsnet.distributed.leases import Answer, Lease, LeaseQueue, Message

MAX_RETURNS = 3
RUNS = itertools.count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with RedisServer(tmp_path_factory.mktemp("redis")) as server:
        yield server


class Run:
    """A run of its own, and what its workers say to Redis."""

    def __init__(self, client: Any):
        self.client = client
        self.keys = Keys(f"run-{next(RUNS)}")
        self._queues: dict[str, LeaseQueue] = {}

    async def say(self, worker: str, *flags: str, **said: Any) -> Answer:
        if worker not in self._queues:
            flags = (*flags, "enter")
            membership = Membership(self.keys, 60.0, 60, MAX_RETURNS, worker)
            self._queues[worker] = LeaseQueue(
                self.client, SmallSpider(), self.keys.requests, membership
            )
        return await self._queues[worker].exchange(Message(flags=set(flags), **said))

    async def queue(self, worker: str, *paths: str, priority: int = 0) -> None:
        await self.say(worker)
        new = [
            self._queues[worker].new_request(
                Request(f"http://127.0.0.1/{path}", priority=priority), path.encode()
            )
            for path in paths
        ]
        await self.say(worker, new=new)

    async def take(self, worker: str, want: int = 1) -> list[str]:
        return self.paths(worker, (await self.say(worker, want=want)).taken)

    def paths(self, worker: str, leases: list[Lease]) -> list[str]:
        return [self._queues[worker].request(lease).url.rpartition("/")[2] for lease in leases]

    async def die(self, worker: str) -> None:
        """What is seen of a worker that was killed a heartbeat ago."""
        await self.client.delete(self.keys.alive + worker)


def with_run(server: RedisServer, work: Callable[[Run], Awaitable[None]]) -> None:
    async def connected() -> None:
        async with Redis(port=server.port) as client:
            await work(Run(client))

    asyncio.run(connected())


def test_requests_are_given_out_by_priority_and_in_their_order_within_one(
    server: RedisServer,
) -> None:
    async def work(run: Run) -> None:
        await run.queue("a", *"bcdefghij")
        await run.queue("a", "k", priority=5)
        await run.queue("b", "l", "m", "n")
        assert await run.take("b", 20) == [*"kbcdefghij", *"lmn"]

    with_run(server, work)


def test_what_two_workers_died_with_is_given_out_last_and_alone(server: RedisServer) -> None:
    async def work(run: Run) -> None:
        await run.queue("first", "deadly", "innocent")
        for victim in ("first", "second"):
            assert await run.take(victim, 2) == ["deadly", "innocent"]
            await run.die(victim)
            assert (await run.say("warden", "sweep")).reclaimed == 2
        await run.queue("warden", "fresh")
        assert (await run.say("warden")).waiting == 3
        assert await run.take("warden", 9) == ["fresh"]
        assert await run.take("warden") == [], "not beside another"
        assert len(await run.take("third", 9)) == 1
        await run.queue("warden", "later")
        assert await run.take("third", 9) == [], "nothing beside it"
        assert await run.take("warden", 9) == ["later"]

    with_run(server, work)


def test_a_request_is_set_aside_when_one_more_worker_died_with_it_than_may(
    server: RedisServer,
) -> None:
    async def work(run: Run) -> None:
        await run.queue("warden", "deadly")
        for returns in range(1, MAX_RETURNS + 2):
            victim = f"victim-{returns}"
            assert await run.take(victim) == ["deadly"]
            await run.die(victim)
            answer = await run.say("warden", "sweep", "started")
            assert answer.abandoned == (returns > MAX_RETURNS)
            assert answer.over == (returns > MAX_RETURNS)
            again = await run.say("warden", "sweep")
            assert (again.reclaimed, again.others) == (0, 0)

    with_run(server, work)


def test_a_run_is_over_when_no_worker_holds_anything_and_all_start_requests_are_sent(
    server: RedisServer,
) -> None:
    async def work(run: Run) -> None:
        assert not (await run.say("a")).over
        await run.queue("a", "page")
        assert not (await run.say("a", "started")).over
        [lease] = (await run.say("b", want=1)).taken
        assert not (await run.say("a")).over
        assert not (await run.say("b")).over
        assert (await run.say("b", done=[lease.member])).over
        assert (await run.say("a")).over

    with_run(server, work)


@pytest.mark.parametrize("leaves", [True, False])
def test_the_start_requests_of_a_worker_that_leaves_or_dies_are_anothers(
    server: RedisServer, leaves: bool
) -> None:
    async def work(run: Run) -> None:
        assert (await run.say("a", "claim")).starter == "a"
        assert (await run.say("b", "claim")).starter == "a"
        if leaves:
            await run.say("a", "leave")
        else:
            await run.die("a")
        assert (await run.say("b", "claim", "sweep")).starter in {"", "b"}
        assert (await run.say("b", "claim")).starter == "b"
        answer = await run.say("b", "started")
        assert (answer.start_done, answer.starter) == (True, "")
        assert (await run.say("c", "claim")).starter == ""

    with_run(server, work)


def test_what_a_worker_that_left_could_not_hand_over_is_taken_by_others_at_once(
    server: RedisServer,
) -> None:
    async def work(run: Run) -> None:
        await run.queue("a", "page")
        await run.take("a")
        await run.say("a", "leave")
        assert (await run.say("b")).others == 1
        assert (await run.say("b", "sweep")).reclaimed == 1
        assert await run.take("b") == ["page"]

    with_run(server, work)


def test_a_worker_that_wakes_up_after_it_was_taken_for_dead_puts_nothing_back(
    server: RedisServer,
) -> None:
    async def work(run: Run) -> None:
        await run.queue("sleeper", "page")
        [lease] = (await run.say("sleeper", want=1)).taken
        await run.die("sleeper")
        await run.say("b", "sweep")
        assert await run.take("b") == ["page"]
        await run.say("b", done=[lease.member])
        answer = await run.say("sleeper", "list", back=[lease.member])
        assert (answer.waiting, answer.mine, answer.held) == (0, 0, [])

    with_run(server, work)


def test_of_what_workers_have_found_the_greatest_is_kept_in_whatever_order_it_is_told(
    server: RedisServer,
) -> None:
    async def work(run: Run) -> None:
        await run.say("a", found={"newest:x": "2025-01-02", "newest:y": "2025-01-03"})
        await run.say("b", found={"newest:x": "2025-01-03", "newest:y": "2025-01-02"})
        answer = await run.say("a", "found")
        assert answer.found == {"newest:x": "2025-01-03", "newest:y": "2025-01-03"}
        assert (await run.say("a")).found == {}

    with_run(server, work)


def test_what_is_said_twice_has_the_effect_of_once(server: RedisServer) -> None:
    async def work(run: Run) -> None:
        await run.queue("a", "page", "other")
        [lease, other] = (await run.say("a", want=2)).taken
        for _ in range(2):
            answer = await run.say("a", back=[lease.member], done=[other.member])
            assert (answer.waiting, answer.mine) == (1, 0)
        await run.queue("b", "page", "other")
        assert (await run.say("b")).waiting == 1

    with_run(server, work)


def test_a_host_is_asked_in_turns_a_delay_apart_and_a_clock_that_was_set_back_stops_none(
    server: RedisServer,
) -> None:
    async def work(run: Run) -> None:
        take_turn = run.client.register_script(scripts.TAKE_TURN)
        slot = Keys.host_slot(run.keys.run)
        hour = 3_600_000
        first, second = [await take_turn(keys=[slot], args=[hour]) for _ in range(2)]
        assert (first, second > 0.9 * hour) == (0, True)
        assert await run.client.pttl(slot) > 1.9 * hour, "kept until the turn that was given out"
        await run.client.set(slot, 10**15)
        assert await take_turn(keys=[slot], args=[1000]) == 0

    with_run(server, work)
