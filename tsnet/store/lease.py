"""The collection ``leases``: one run of a spider against one store at a time.

A lease expires unless it is renewed, so that a run that died frees it. Times are the server's, so
that the clocks of the machines do not matter. On one machine a dead holder is seen at once.
"""

from __future__ import annotations

import contextlib
import os
import socket
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil
from pymongo import ReturnDocument
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import DuplicateKeyError

from tsnet.store.collections import LEASES


class LeaseHeld(Exception):
    """Another run holds the lease; the message says who, where and since when."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A run, as it is named in a lease."""

    run: str
    """Id of the run (``runs._id``)."""
    host: str
    """Name of its machine."""
    boot: str
    """Which boot of that machine, and in which namespace of process ids (containers of one machine
    may share its name); empty where the system does not say."""
    pid: int
    """Process id there."""
    started: float
    """When the process was started (``_started``)."""

    @classmethod
    def this_process(cls, run: str) -> Holder:
        """The holder that this process is in run ``run``."""
        boot = ""
        with contextlib.suppress(OSError):  # no Linux
            boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
            boot += f" {Path('/proc/self/ns/pid').readlink()}"
        return cls(
            run=run,
            host=socket.gethostname(),
            boot=boot,
            pid=os.getpid(),
            started=_started(os.getpid()),
        )

    @classmethod
    def workers_of(cls, run: str) -> Holder:
        """The holder that all workers of the shared crawl ``run`` are together.

        No other can tell whether it is dead: its lease ends by its expiry alone.
        """
        return cls(run=run, host=f"the machines of {run}", boot="", pid=0, started=0.0)

    def is_dead(self, here: Holder) -> bool:
        """Whether the process is gone, as far as ``here`` can tell: never for another machine."""
        if (self.host, self.boot) != (here.host, here.boot):
            return False
        try:
            return abs(_started(self.pid) - self.started) > 1
        except psutil.NoSuchProcess:
            return True

    def __str__(self) -> str:
        """As a person is told who it is."""
        where = f"process {self.pid} on {self.host}" if self.pid else "shared by several workers"
        return f"run {self.run}, {where}"

    def document(self) -> dict[str, Any]:
        """As stored."""
        return asdict(self)


class Lease:
    """The right of one run to crawl with one spider."""

    def __init__(
        self,
        database: AsyncDatabase[dict[str, Any]],
        name: str,
        holder: Holder,
        seconds: float,
    ):
        """``name``: of the spider; ``seconds``: until the lease expires when it is not renewed."""
        self._leases = database[LEASES]
        self._name = name
        self._holder = holder
        self._expiry = {
            "$dateAdd": {
                "startDate": "$$NOW",
                "unit": "millisecond",
                "amount": round(seconds * 1000),
            }
        }

    async def acquire(self) -> None:
        """Take the lease. Raises LeaseHeld when a living run has it."""
        held = await self._take()
        if Holder(**held["holder"]).is_dead(self._holder):
            held = await self._take(instead_of=held["holder"])
        holder = Holder(**held["holder"])
        if holder == self._holder:
            return
        raise LeaseHeld(
            f"another run of {self._name} is under way: {holder}, since {_shown(held['since'])}; "
            "wait for it, or stop it (it frees the lease by "
            f"{_shown(held['expires_at'])} at the latest)"
        )

    async def renew(self) -> bool:
        """Put the expiry off; False when the lease is another run's by now."""
        renewed = await self._leases.update_one(
            {"_id": self._name, "holder.run": self._holder.run},
            [{"$set": {"expires_at": self._expiry}}],
        )
        return renewed.matched_count == 1

    async def release(self) -> None:
        """Free the lease, if it is still this run's."""
        await self._leases.delete_one({"_id": self._name, "holder.run": self._holder.run})

    async def _take(self, instead_of: dict[str, Any] | None = None) -> dict[str, Any]:
        """Take the lease if it has expired or ``instead_of`` holds it; the lease as it is then."""
        # In one step, so that of many that try at once one succeeds.
        free = {
            "$or": [
                {"$lte": [{"$ifNull": ["$expires_at", "$$NOW"]}, "$$NOW"]},
                {"$eq": ["$holder", {"$literal": instead_of or "nobody"}]},
            ]
        }
        taken = {
            "_id": "$_id",
            "holder": {"$literal": self._holder.document()},
            "since": "$$NOW",
            "expires_at": self._expiry,
        }
        while True:
            with contextlib.suppress(DuplicateKeyError):  # two first runs at once
                lease = await self._leases.find_one_and_update(
                    {"_id": self._name},
                    [{"$replaceWith": {"$cond": [free, taken, "$$ROOT"]}}],
                    upsert=True,
                    return_document=ReturnDocument.AFTER,
                )
                assert lease is not None  # an upsert returns what it made
                return lease


def _started(pid: int) -> float:
    """When a process was started, in seconds: on Linux since the boot, elsewhere since 1970.

    Linux knows the former alone; the latter changes when the clock is set. Raises
    psutil.NoSuchProcess.
    """
    since: float = psutil.Process(pid).create_time()
    return since - psutil.boot_time() if psutil.LINUX else since


def _shown(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
