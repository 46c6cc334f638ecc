"""Time limits that count a page's own time, not its wait for the crawl's delays."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")


class OwnTime:
    """A clock that stands still while a request of the page is in the crawl's hands.

    With a delay of a second and 32 articles waiting for it, one click may take half a minute
    without the page being at fault.
    """

    def __init__(self) -> None:
        self._pending = 0
        self._passed = 0.0
        self._since = monotonic()

    @property
    def seconds(self) -> float:
        """Seconds of its own that the page has had."""
        running = 0.0 if self._pending else monotonic() - self._since
        return self._passed + running

    @property
    def stands_still(self) -> bool:
        """Whether a request of the page is under way."""
        return self._pending > 0

    def request_begins(self) -> None:
        """Stop the clock, if it is not stopped already."""
        if not self._pending:
            self._passed += monotonic() - self._since
        self._pending += 1

    def request_ends(self) -> None:
        """Let the clock go on once no request is under way."""
        self._pending -= 1
        if not self._pending:
            self._since = monotonic()

    async def limit(self, seconds: float, work: Coroutine[Any, Any, T]) -> T:
        """What ``work`` returns. Raises TimeoutError when it needs more than ``seconds``."""
        task = asyncio.ensure_future(work)
        watch = asyncio.ensure_future(self._reaches(seconds))
        try:
            await asyncio.wait({task, watch}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise TimeoutError(f"the page was not done after {seconds:g} s of its own")
            return task.result()
        finally:
            for pending in (task, watch):
                pending.cancel()
            await asyncio.gather(task, watch, return_exceptions=True)

    async def _reaches(self, seconds: float) -> None:
        while (left := seconds - self.seconds) > 0:
            await asyncio.sleep(left)
