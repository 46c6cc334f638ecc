"""Scrapy's retrying, when the host says that it should be, or a moment later.

Scrapy tries again at once. A host that asks for time would be asked again while it still refuses,
and the article would be left to the next run.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from time import monotonic

from scrapy import Request
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response
from scrapy.settings import BaseSettings

ASKS_FOR_TIME = (429, 503)
"""Statuses whose Retry-After says when to come back (RFC 9110, 10.2.3)."""

FIRST_WAIT = 1.0
"""Seconds before the second try where the host names none, as nginx does not when it limits the
rate; before each further try twice as many. The first 503 of a page, between other
answers, is taken for a fault of that page, which is asked for again at once."""

LONGEST_WAIT = 30.0
"""Seconds that are waited at most; what asks for more is left to the next run."""

MOST_WAITING = 600.0
"""Seconds that one run waits in all: a host may ask for time with every answer."""

FIRST_GAP = 0.1
"""Seconds between two requests after a host has refused one, where the crawl's own delay is
shorter; twice as many each time that it refuses again, and fewer with each page that it gives."""

LONGEST_GAP = 2.0
"""Seconds between two requests at most."""

EASING = 0.98
"""What each page that is given leaves of the gap: a fifth after eighty."""

_LEAST_GAP = 0.01


class RetryAfter(RetryMiddleware):
    """Retries, and leaves the host alone for as long as it asked."""

    def __init__(self, settings: BaseSettings):
        super().__init__(settings)
        self._until = 0.0
        self._gap = 0.0
        self._refusals = 0
        self._last = 0.0
        self._turn = asyncio.Lock()
        self._left = MOST_WAITING

    async def process_request(self, request: Request) -> None:
        """Hold every request back while the host wants to be left alone."""
        async with self._turn:  # what waits longer goes by what the host says meanwhile
            while (wait := max(self._until, self._last + self._gap) - monotonic()) > 0:
                await asyncio.sleep(wait)
            self._last = monotonic()

    async def process_response(  # type: ignore[override]  # may be a coroutine since Scrapy 2.14
        self, request: Request, response: Response
    ) -> Request | Response:
        """The response, or the request to be made again."""
        asks = response.status in ASKS_FOR_TIME
        wait = _seconds(response) if asks else None
        if wait is not None and wait > LONGEST_WAIT:
            return response
        result = super().process_response(request, response)
        if not asks:
            self._refusals = 0
            self._gap = self._gap * EASING if self._gap > _LEAST_GAP else 0.0
        elif wait is None and isinstance(result, Request):
            self._refusals += 1
            tries = request.meta.get("retry_times", 0)
            if response.status == 429 or tries or self._refusals > 1:
                wait = FIRST_WAIT * 2**tries
                if monotonic() >= self._until:  # else it answers what was asked before the wait
                    self._gap = min(max(2 * self._gap, FIRST_GAP), LONGEST_GAP)
        if wait is not None:
            self._hold(wait)
        return result

    def _hold(self, wait: float) -> None:
        now = monotonic()
        longer = now + wait - max(self._until, now)
        if 0 < longer <= self._left:
            self._until = now + wait
            self._left -= longer


def _seconds(response: Response) -> float | None:
    """Seconds that Retry-After asks for; None when it is absent, or neither a number nor a date."""
    said = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if said.isdecimal():  # of Latin-1, ASCII's digits alone
        return float(said[:10])
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, OverflowError):  # the second for a year of twenty digits
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return max(0.0, (moment - datetime.now(timezone.utc)).total_seconds())
