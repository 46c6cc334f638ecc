"""The queue of a shared crawl: requests are leased, not taken out.

A worker tells Redis what it has to say and takes requests in one script (scripts.EXCHANGE), so
there is no moment at which a request is neither in the queue nor under a worker's name.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from redis.asyncio import Redis
from scrapy import Request, Spider
from scrapy_redis.queue import PriorityQueue

from tsnet.distributed import request_codec, scripts
from tsnet.distributed.connection import Membership

BATCH = 500
"""New requests sent in one exchange at most, since Redis does nothing else while a script runs."""


class RunLost(Exception):
    """Redis has no trace of a run in which this worker took part."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A request in the worker's hands."""

    member: bytes
    """The request as it stands in the queue: its id, ``|``, and its bytes."""
    score: float
    """Its place in the queue: the negative of its priority."""


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A request to be put into the queue."""

    member: bytes
    """Its id, ``|``, and its bytes."""
    score: float
    """The negative of its priority."""
    fingerprint: bytes
    """What says whether it was seen; empty for a request that is not to be filtered."""


@dataclass(slots=True)
class Message:
    """What a worker says in one exchange."""

    new: Sequence[NewRequest] = ()
    """New requests; those seen before are dropped by Redis."""
    done: Sequence[bytes] = ()
    """Members of leases that are through, their items written."""
    back: Sequence[bytes] = ()
    """Members of leases that the worker will not work on."""
    unreadable: Sequence[bytes] = ()
    """Members of leases that this worker can't read."""
    want: int = 0
    """Requests wanted."""
    found: Mapping[str, str] = field(default_factory=dict)
    """What it has found out; of several values of one name the greatest counts."""
    flags: set[str] = field(default_factory=set)
    """See scripts.EXCHANGE."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Redis says to it."""

    taken: list[Lease]
    """Requests now leased to this worker."""
    waiting: int
    """Requests in the queue."""
    mine: int
    """Leases that stand under this worker's name."""
    others: int
    """Leases of the other workers."""
    start_done: bool
    """True when all start requests are in the queue."""
    starter: str
    """Name of the worker that sends the start requests; empty when there is none."""
    filtered: int
    """New requests that had been seen."""
    reclaimed: int
    """Requests that this exchange gave back for dead workers."""
    abandoned: int
    """Requests set aside in this run."""
    held: list[Lease]
    """All leases under this worker's name, if it asked (flag ``list``)."""
    found: dict[str, str]
    """What all workers have found out, if it was asked for (flag ``found``)."""

    @property
    def over(self) -> bool:
        """True when nothing is left to do for any worker, and none can find more."""
        return self.start_done and not (self.waiting or self.mine or self.others)


class LeaseQueue(PriorityQueue):
    """scrapy-redis's priority queue, with leases; first in, first out within a priority."""

    def __init__(self, server: Redis, spider: Spider, key: str, membership: Membership):
        super().__init__(server, spider, key, serializer=request_codec)
        self._membership = membership
        self._numbers = itertools.count()
        self._exchange = server.register_script(scripts.EXCHANGE)

    def new_request(self, request: Request, fingerprint: bytes) -> NewRequest:
        """``request`` as it will stand in the queue.

        Raises TypeError or ValueError, naming it, when it can't be carried to another process.
        """
        identity = f"{time.time_ns():016x}{next(self._numbers):08x}{self._membership.worker}|"
        member = identity.encode() + self._encode_request(request)
        return NewRequest(member, -request.priority, fingerprint)

    def request(self, lease: Lease) -> Request:
        """The request of ``lease``. Raises nearly anything when this worker can't read it."""
        request: Request = self._decode_request(lease.member.partition(b"|")[2])
        return request

    async def exchange(self, message: Message) -> Answer:
        """Say ``message`` and hear the answer. Saying it again does no harm.

        Raises RunLost, redis.RedisError.
        """
        membership = self._membership
        keys = membership.keys
        arguments: list[Any] = [
            membership.worker,
            keys.leases,
            keys.alive,
            int(membership.heartbeat * 1000),
            membership.expiry,
            membership.max_returns,
            ",".join(sorted(message.flags)),
            message.want,
            len(message.done),
            len(message.back),
            len(message.unreadable),
            len(message.new),
            len(message.found),
        ]
        for finding in message.found.items():
            arguments += finding
        for new in message.new:
            arguments += (new.member, new.score, new.fingerprint)
        arguments += (*message.back, *message.unreadable, *message.done)
        answer = await self._exchange(
            keys=[
                keys.state,
                self.key,
                keys.seen,
                keys.leases + membership.worker,
                keys.alive + membership.worker,
                keys.workers,
                keys.returns,
                keys.suspects,
                keys.abandoned,
                keys.findings,
            ],
            args=arguments,
        )
        if answer[0] == b"lost":
            raise RunLost(keys.run)
        return Answer(
            taken=_leases(answer[1]),
            waiting=answer[2],
            mine=answer[3],
            others=answer[4],
            start_done=answer[5] == b"done",
            starter=answer[6].decode(),
            filtered=answer[7],
            reclaimed=answer[8],
            abandoned=answer[9],
            held=_leases(answer[10]),
            found=_texts(answer[11]),
        )


def _leases(flat: Sequence[bytes]) -> list[Lease]:
    pairs: Iterable[tuple[bytes, bytes]] = zip(flat[::2], flat[1::2], strict=True)
    return [Lease(member, float(score)) for member, score in pairs]


def _texts(flat: Sequence[bytes]) -> dict[str, str]:
    return {k.decode(): v.decode() for k, v in zip(flat[::2], flat[1::2], strict=True)}
