"""The scheduler of a worker: takes leased requests, and says when each is through.

scrapy-redis's scheduler asks Redis from within the engine's calls, which blocks the whole worker
until Redis answers, or until a time-out. Here the engine's calls only touch what is in memory, and
one task exchanges that with Redis: it sends new and finished requests, receives those that it took,
in order, and repeats an exchange until Redis has answered it.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import time
from collections import deque
from typing import TYPE_CHECKING

from redis.asyncio import Redis
from redis.exceptions import RedisError, ResponseError
from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.utils.defer import deferred_from_coro
from scrapy_redis.scheduler import Scheduler

from tsnet.configuration import without_password
from tsnet.distributed.connection import Membership, redis_client, trouble
from tsnet.distributed.findings import Findings
from tsnet.distributed.fingerprints import FingerprintFilter
from tsnet.distributed.leases import (
    BATCH,
    Answer,
    Lease,
    LeaseQueue,
    Message,
    NewRequest,
    RunLost,
)
from tsnet.engine_view import EngineView

if TYPE_CHECKING:
    from twisted.internet.defer import Deferred

logger = logging.getLogger(__name__)

START_REQUEST = "tsnet_start_request"
"""Meta key by which the start requests reach the scheduler; it takes the key off again, since a
retry inherits its request's meta."""

IDLE_PERIOD = 0.5
"""Seconds between two exchanges of a worker that has nothing to say."""

GATHERING = 0.01
"""Seconds for which a worker gathers what it has to send before it does."""

LONGEST_PAUSE = 5.0
"""Seconds between two attempts to reach Redis, at most; a quarter of the heartbeat if that is less,
since the first worker to reach Redis again waits one heartbeat for the others."""

FAREWELL = 10.0
"""Seconds for which a stopping worker tries to give back what it holds, or its heartbeat if that is
less: after that the others take it anyway."""

UNREACHABLE = (RedisError, OSError)
"""What a Redis that is down, starting, full or failing over raises."""


class LeasingScheduler(Scheduler):
    """scrapy-redis's scheduler without its blocking calls, and with leases."""

    def __init__(self, crawler: Crawler, server: Redis, membership: Membership):
        keys = membership.keys
        super().__init__(
            server,
            persist=True,
            queue_key=keys.requests,
            dupefilter=FingerprintFilter(crawler, server, keys.seen),
            dupefilter_key=keys.seen,
        )
        self.membership = membership
        """Which run this worker belongs to, and its name in it."""
        self._crawler = crawler
        self._engine = EngineView(crawler)
        self._ahead = max(4, crawler.settings.getint("CONCURRENT_REQUESTS") // 2)
        self._outgoing: deque[NewRequest] = deque()
        self._findings = Findings(crawler)
        self._found: dict[str, str] = {}
        self._ready: deque[Lease] = deque()
        self._held: dict[Request, Lease] = {}
        self._declined: set[Request] = set()
        self._unreadable: list[bytes] = []
        self._back: list[bytes] = []
        self._starting = self._start_sent = self._leaving = False
        self._refusal: str | None = None
        self._answer: Answer | None = None
        self._knows_all = False
        self._answered = asyncio.Event()
        self._unreachable_since: float | None = None
        self._next_sweep = 0.0
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> LeasingScheduler:
        """Make the scheduler of ``crawler``."""
        settings = crawler.settings
        scheduler = cls(crawler, redis_client(settings), Membership.from_settings(settings))
        scheduler.stats = crawler.stats
        crawler.signals.connect(scheduler._opened, signal=signals.spider_opened)
        return scheduler

    def open(self, spider: Spider) -> Deferred[None]:
        """Join the run. The spider is closed once it is open when Redis can't be reached at all."""
        self.spider = spider
        self.queue = LeaseQueue(self.server, spider, self.queue_key, self.membership)
        return deferred_from_coro(self._join())

    def close(self, reason: str) -> Deferred[None]:
        """Leave the run: give back what was not worked on."""
        return deferred_from_coro(self._leave())

    def enqueue_request(self, request: Request) -> bool:
        """Hand ``request`` to Redis with the next exchange, which drops it if it was seen.

        A leased request that comes back as it is (a downloader middleware may return it) goes back
        to the queue and is not acknowledged. Always True: whether it was seen is known later (stat
        ``dupefilter/filtered``). Raises TypeError or ValueError for a request that can't be carried
        to another process.
        """
        if request in self._held:
            self._declined.add(request)
            return True
        starting = request.meta.pop(START_REQUEST, False)
        fingerprint = b""
        if not request.dont_filter:
            fingerprint = self.df.request_fingerprint(request)
        elif starting:
            fingerprint = b"start:" + self.df.request_fingerprint(request)
        self._outgoing.append(self.queue.new_request(request, fingerprint))
        self._wake.set()
        return True

    def next_request(self) -> Request | None:
        """A request that is leased to this worker; None when it has none at hand."""
        if self._held or (self._answer and self._answer.waiting):
            self._wake.set()
        while self._ready:
            lease = self._ready.popleft()
            try:
                request: Request = self.queue.request(lease)
            except Exception as error:  # what names classes and methods can fail in any way
                logger.error("A queued request is set aside: %s", error)
                self._unreadable.append(lease.member)
                continue
            self._held[request] = lease
            self._count("scheduler/dequeued/redis")
            return request
        return None

    def __len__(self) -> int:
        """Requests that wait, here or in Redis, as far as known."""
        return (
            len(self._ready) + len(self._outgoing) + (self._answer.waiting if self._answer else 0)
        )

    def holds(self, request: Request) -> bool:
        """Whether ``request`` is leased to this worker; a spider's own downloads are not."""
        return request in self._held

    def is_over(self) -> bool:
        """Whether the run is over for all workers, so far as this one is concerned too."""
        in_hand = self._outgoing or self._ready or self._held
        return bool(not in_hand and self._knows_all and self._answer and self._answer.over)

    def abandoned(self) -> int:
        """Requests of this run that were set aside, as far as known."""
        return self._answer.abandoned if self._answer else 0

    async def may_start(self) -> bool:
        """Wait until it is known who sends the start requests: True when it is this worker, which
        then says ``start_sent``; False when all of them are in the queue."""
        self._starting = True
        try:
            while True:
                self._answered.clear()
                self._wake.set()
                await self._answered.wait()
                assert self._answer is not None
                if self._answer.start_done:
                    return False
                if self._answer.starter == self.membership.worker:
                    return True
                await asyncio.sleep(IDLE_PERIOD)
        finally:
            self._starting = False

    def start_sent(self) -> None:
        """Note that every start request has been handed to ``enqueue_request``."""
        self._start_sent = True
        self._wake.set()

    def exchange_soon(self) -> None:
        """Have Redis asked again."""
        self._wake.set()

    def _opened(self, spider: Spider) -> None:
        # Raised by ``open``, Scrapy would close a scraper that it has not opened: a traceback.
        if self._refusal is not None:
            raise CloseSpider(self._refusal)

    async def _join(self) -> None:
        try:
            answer = await self.queue.exchange(Message(flags={"enter"}))
            await self._check_server()
            other_crawl = await self._other_crawl()
        except UNREACHABLE as error:
            url = without_password(self._crawler.settings["REDIS_URL"])
            await self._refuse(
                "redis_unavailable",
                f"Redis at REDIS_URL={url} {trouble(error)}",
            )
            return
        if other_crawl is not None:
            await self._refuse(
                "another_crawl",
                f"TSNET_RUN={self.membership.keys.run} names another crawl, {other_crawl}: give "
                "all workers the same arguments, and each crawl a name of its own",
            )
            return
        logger.info(
            "Worker %s joins run %s: %d requests wait, others hold %d",
            self.membership.worker,
            self.membership.keys.run,
            answer.waiting,
            answer.others,
        )
        self._answer = answer
        self._leave_time_to_the_others()
        self._task = asyncio.create_task(self._keep_in_touch())

    async def _refuse(self, reason: str, failure: str) -> None:
        logger.error("%s", failure)
        self._crawler.stats.set_value("tsnet/failure", failure)
        self._refusal = reason
        await self.server.aclose()

    async def _other_crawl(self) -> str | None:
        """What the run is a crawl of, when that is not what this worker was asked for."""
        arguments = getattr(self.spider, "arguments", None)
        mine = self.spider.name if arguments is None else f"{self.spider.name} {arguments}"
        state = self.membership.keys.state
        await self.server.hsetnx(state, "crawl", mine)
        crawl: bytes | None = await self.server.hget(state, "crawl")
        return None if crawl is None or crawl.decode() == mine else crawl.decode()

    async def _check_server(self) -> None:
        """Warn of a Redis that would forget the queue, if it may be asked."""
        try:
            facts = await self.server.info()
        except ResponseError:
            return
        if not facts.get("aof_enabled"):
            logger.warning(
                "Redis keeps no append-only file: a restart would lose the run (appendonly yes)"
            )
        if facts.get("maxmemory") and facts.get("maxmemory_policy") != "noeviction":
            logger.warning(
                "Redis may evict the queue when memory runs out (maxmemory-policy noeviction)"
            )

    async def _keep_in_touch(self) -> None:
        pause = IDLE_PERIOD
        while not self._leaving:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._wake.wait(), IDLE_PERIOD)
            self._wake.clear()
            try:
                await self._exchange()
            except RunLost:
                self._give_up_lost_run()
                return
            except UNREACHABLE as error:
                await self._note_unreachable(error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE, self.membership.heartbeat / 4)
            except Exception:
                logger.exception("The exchange with Redis failed")
                await asyncio.sleep(LONGEST_PAUSE)
            else:
                pause = IDLE_PERIOD
                await asyncio.sleep(GATHERING)

    async def _exchange(self) -> None:
        """Say everything there is to say, and take requests up to the number kept at hand."""
        message = Message(new=list(itertools.islice(self._outgoing, BATCH)), flags=self._flags())
        found = self._findings.mine()
        message.found = {k: v for k, v in found.items() if self._found.get(k) != v}
        whole = len(message.new) == len(self._outgoing)
        finished = self._account_for_leases(message) if whole else []
        if self._leaving and whole:
            message.flags.add("leave")
        elif not (self._has_failed() or self._engine.closing()):
            message.want = max(0, self._ahead - len(self._ready))

        answer = await self.queue.exchange(message)

        for _ in message.new:
            self._outgoing.popleft()
        for request in finished:
            del self._held[request]
            self._declined.discard(request)
        if whole:
            del self._unreadable[: len(message.unreadable)]
            self._back.clear()
        self._found.update(message.found)
        self._adopt(answer)
        self._note(answer, message)
        self._knows_all = "found" in message.flags
        if not whole or (answer.over and not self._knows_all):
            self._wake.set()
        self._answered.set()
        if not self._leaving and (self._ready or answer.over):
            self._engine.look_again()

    def _flags(self) -> set[str]:
        """What an exchange is for besides the requests; see scripts.EXCHANGE."""
        wanted = {
            "sweep": time.monotonic() > self._next_sweep and not self._unreachable_since,
            "found": self._answer and self._answer.over,
            "claim": self._starting,
            "list": self._unreachable_since or self._has_unknown_leases(),
        }
        return {flag for flag, is_wanted in wanted.items() if is_wanted}

    def _account_for_leases(self, message: Message) -> list[Request]:
        """Say what became of leased requests, and that every start request was sent, if so.

        Returns the requests that are no more held when it is said. It is said with the last of the
        new requests, to which they may have led.
        """
        in_progress = self._engine.in_progress()
        finished = [request for request in self._held if request not in in_progress]
        # A worker that failed may have lost what it fetched: the others fetch it again.
        failed = self._has_failed()
        back = [request for request in finished if failed or request in self._declined]
        message.back = [self._held[request].member for request in back] + self._back
        message.done = [self._held[request].member for request in finished if request not in back]
        message.unreadable = list(self._unreadable)
        if self._start_sent:
            message.flags.add("started")
        return finished

    def _has_failed(self) -> bool:
        return self._crawler.stats.get_value("tsnet/failure") is not None

    def _has_unknown_leases(self) -> bool:
        """Whether Redis knows of leases that this worker does not: an answer got lost."""
        known = len(self._held) + len(self._ready) + len(self._unreadable) + len(self._back)
        return self._answer is not None and self._answer.mine > known

    def _adopt(self, answer: Answer) -> None:
        if answer.held:
            known = {lease.member for lease in (*self._held.values(), *self._ready)}
            known.update(self._unreadable, self._back)
            self._ready.extend(lease for lease in answer.held if lease.member not in known)
        else:
            self._ready.extend(answer.taken)

    def _note(self, answer: Answer, message: Message) -> None:
        if self._unreachable_since:
            logger.info(
                "Redis answers again after %.0f s", time.monotonic() - self._unreachable_since
            )
            self._unreachable_since = None
            self._leave_time_to_the_others()
        if answer.reclaimed:
            logger.warning(
                "%d requests of workers that died are back in the queue", answer.reclaimed
            )
        if "started" in message.flags:
            self._start_sent = False
        if "sweep" in message.flags:
            self._next_sweep = time.monotonic() + self.membership.heartbeat / 4
        self._answer = answer
        self._findings.take_over(answer.found)
        self._count("scheduler/enqueued/redis", len(message.new) - answer.filtered)
        self._count("dupefilter/filtered", answer.filtered)
        self._count("tsnet/leases/acknowledged", len(message.done))
        self._count("tsnet/leases/given_back", len(message.back))
        self._count("tsnet/leases/reclaimed", answer.reclaimed)

    def _leave_time_to_the_others(self) -> None:
        """Take no worker for dead yet: after an interruption all have missed their heartbeat."""
        self._next_sweep = time.monotonic() + self.membership.heartbeat

    async def _note_unreachable(self, error: Exception) -> None:
        # After a failover the address may lead to another server.
        with contextlib.suppress(*UNREACHABLE):
            await self.server.connection_pool.disconnect()
        if self._unreachable_since is None:
            self._unreachable_since = time.monotonic()
            self._count("tsnet/redis/interruptions")
            logger.warning("Waiting for Redis, which %s", trouble(error))

    def _give_up_lost_run(self) -> None:
        failure = (
            f"Redis has lost run {self.membership.keys.run}: it was restarted without its "
            "append-only file, or emptied. Start the crawl again under another TSNET_RUN; what was "
            "stored stays"
        )
        logger.error(failure)
        self._crawler.stats.set_value("tsnet/failure", failure)
        self._ready.clear()
        deferred_from_coro(self._crawler.engine.close_spider_async(reason="run_lost"))

    async def _leave(self) -> None:
        if self._task is None:
            return
        lost = self._task.done()
        self._leaving = True
        self._wake.set()
        await self._task
        until = time.monotonic() + min(FAREWELL, self.membership.heartbeat)
        while not lost:
            self._back.extend(lease.member for lease in self._ready)
            self._ready.clear()
            try:
                await self._exchange()
            except RunLost:
                break
            except UNREACHABLE as error:
                await self._note_unreachable(error)
                if time.monotonic() > until:
                    logger.warning(
                        "Others take what this worker holds in %.0f s: Redis %s",
                        self.membership.heartbeat,
                        trouble(error),
                    )
                    break
                await asyncio.sleep(IDLE_PERIOD)
            else:
                if not (self._outgoing or self._ready):
                    break
        await self.server.aclose()

    def _count(self, stat: str, count: int = 1) -> None:
        if count:
            self._crawler.stats.inc_value(stat, count)
