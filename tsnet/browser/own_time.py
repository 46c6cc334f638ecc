"""Time limits that count a page's own time, not its wait for the crawl's delays."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")

PATIENCE = 20.0
"""Times its limit that a page may take altogether, waiting included: a page that always has a
request under way would have no time of its own at all."""

INTERRUPT_SECONDS = 0.5
"""Pause between interruptions of a page whose time is over."""


class OwnTime:
    """A clock that stands still while a request of the page waits for the crawl to answer it.

    With a delay of a second and 32 articles in the queue before it, one click may take half a
    minute, and the page is not to blame.
    """

    def __init__(self, limit: float):
        """``limit``: seconds after which the time is over."""
        self._limit = limit
        self._pending = 0
        self._passed = 0.0
        self._began = self._since = monotonic()

    @property
    def seconds(self) -> float:
        """Seconds of its own that the page has had."""
        running = 0.0 if self._pending else monotonic() - self._since
        return self._passed + running

    @property
    def stands_still(self) -> bool:
        """Whether a request of the page is under way."""
        return self._pending > 0

    @property
    def is_over(self) -> bool:
        """Whether the time is over."""
        return self._left(0.0) <= 0

    def request_begins(self) -> None:
        """Stop the clock, if it is not stopped already."""
        if not self._pending:
            self._passed += monotonic() - self._since
        self._pending += 1

    def request_ends(self) -> None:
        """Let the clock go on once no request is under way."""
        self._pending -= 1
        self._since = monotonic()

    async def enforce(
        self, work: Coroutine[Any, Any, T], interrupt: Callable[[], Awaitable[None]], grace: float
    ) -> T:
        """What ``work`` returns, which is to end by itself when the time is over.

        From then on ``interrupt`` is called again and again. Raises TimeoutError ``grace``
        seconds later.
        """
        task = asyncio.ensure_future(work)
        watch = asyncio.ensure_future(self._run_out(interrupt, grace))
        try:
            await asyncio.wait({task, watch}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise TimeoutError(f"the page was not done after {self.seconds:.0f} s of its own")
            return task.result()
        finally:
            for pending in (task, watch):
                pending.cancel()
            await asyncio.gather(task, watch, return_exceptions=True)

    async def _run_out(self, interrupt: Callable[[], Awaitable[None]], grace: float) -> None:
        while (left := self._left(0.0)) > 0:
            await asyncio.sleep(left)
        while self._left(grace) > 0:
            await interrupt()
            await asyncio.sleep(INTERRUPT_SECONDS)

    def _left(self, grace: float) -> float:
        """Seconds until the time may be over."""
        altogether = monotonic() - self._began
        return grace + min(self._limit - self.seconds, PATIENCE * self._limit - altogether)
