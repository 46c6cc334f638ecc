"""Which Redis and which run a worker belongs to: its settings, checked, and the client."""

from __future__ import annotations

import os
import re
import secrets
import socket
from dataclasses import dataclass, field
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import AuthenticationError, OutOfMemoryError, ResponseError
from scrapy.settings import BaseSettings
from scrapy_redis.connection import get_redis_from_settings

from tsnet.configuration import without_password


class Keys:
    """Names of a run's keys in Redis. The braces keep them on one shard."""

    def __init__(self, run: str) -> None:
        self.run = run
        """Name of the run, ``TSNET_RUN``."""
        prefix = f"tsnet:{{{run}}}:"
        self.state = f"{prefix}run"
        """Hash: ``created`` (Unix time), ``start`` (``done`` when all start requests are queued),
        ``starter`` (worker that sends them), ``crawl`` (spider and arguments)."""
        self.requests = f"{prefix}requests"
        """Sorted set of waiting requests, lowest score first."""
        self.seen = f"{prefix}seen"
        """Set of fingerprints."""
        self.leases = f"{prefix}leases:"
        """Prefix of the sorted sets of requests that a worker has taken."""
        self.alive = f"{prefix}alive:"
        """Prefix of the heartbeats, which expire."""
        self.workers = f"{prefix}workers"
        """Set of workers that are there or that died with leases."""
        self.returns = f"{prefix}returns"
        """Hash: request → how often a dead worker held it."""
        self.suspects = f"{prefix}suspects"
        """Sorted set of requests that two workers died with."""
        self.abandoned = f"{prefix}abandoned"
        """Sorted set of requests that no worker survived, or could read."""
        self.findings = f"{prefix}findings"
        """Hash: what the workers found out (tsnet.distributed.findings)."""

    @staticmethod
    def host_slot(name: str) -> str:
        """Next free moment of a host, common to all runs."""
        return f"tsnet:slot:{name}"


@dataclass(frozen=True, slots=True)
class Membership:
    """What makes a process a worker of a run."""

    keys: Keys
    """Names of the run's keys."""
    heartbeat: float
    """Seconds without a sign of life after which a worker counts as dead (TSNET_HEARTBEAT)."""
    expiry: int
    """Seconds after its last activity for which Redis keeps a run (TSNET_RUN_EXPIRY)."""
    max_returns: int
    """How often a request may be given back by dead workers before it is set aside
    (TSNET_MAX_RETURNS)."""
    worker: str = field(
        default_factory=lambda: (
            f"{re.sub('[^A-Za-z0-9.-]', '-', socket.gethostname())}-{os.getpid()}-"
            f"{secrets.token_hex(3)}"
        )
    )
    """Name of this process: host, process id, and something that no other has."""

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Membership:
        """Read TSNET_RUN, TSNET_HEARTBEAT, TSNET_RUN_EXPIRY and TSNET_MAX_RETURNS, whose values
        tsnet.configuration has checked."""
        return cls(
            Keys(settings["TSNET_RUN"]),
            heartbeat=settings.getfloat("TSNET_HEARTBEAT"),
            expiry=settings.getint("TSNET_RUN_EXPIRY"),
            max_returns=settings.getint("TSNET_MAX_RETURNS"),
        )


def trouble(error: Exception) -> str:
    """Why Redis can't be used, and what to do, after the words "Redis at …"; without a password."""
    if isinstance(error, OutOfMemoryError):
        what, remedy = "has no memory left", "raise its maxmemory, or remove what it keeps"
    elif isinstance(error, AuthenticationError):
        what, remedy = "refuses the user", "correct user and password in REDIS_URL"
    elif isinstance(error, ResponseError):
        what = "refuses a command"
        remedy = "give the user the rights ~tsnet:* +@all -@dangerous, or see Redis's log"
    else:
        what, remedy = "can't be reached", "start it, or correct REDIS_URL"
    return f"{what} ({without_password(str(error))}): {remedy}"


def redis_client(settings: BaseSettings) -> Redis:
    """A client for REDIS_URL, by scrapy-redis's own reading of the settings.

    It gives up on an answer well within a heartbeat, and repeats nothing by itself: the first
    attempt might have run, which only its sender can judge.
    """
    patience = min(10.0, settings.getfloat("TSNET_HEARTBEAT") / 3)
    given: dict[str, Any] = {
        "redis_cls": Redis,
        "socket_timeout": patience,
        "socket_connect_timeout": patience,
        "retry": Retry(NoBackoff(), 0),
        "retry_on_timeout": False,
        **settings.getdict("REDIS_PARAMS"),
    }
    address = BaseSettings({"REDIS_URL": settings["REDIS_URL"], "REDIS_PARAMS": given})
    client: Redis = get_redis_from_settings(address)
    return client
