"""Scrapy's retrying, when the host says that it should be.

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

LONGEST_WAIT = 30.0
"""Seconds that are waited for at most; what asks for more is left to the next run."""

MOST_WAITING = 600.0
"""Seconds that one run waits in all: a host may ask for time with every answer."""


class RetryAfter(RetryMiddleware):
    """Retries, and leaves the host alone for as long as it asked."""

    def __init__(self, settings: BaseSettings):
        super().__init__(settings)
        self._until = 0.0
        self._left = MOST_WAITING

    async def process_request(self, request: Request) -> None:
        """Hold every request back while the host wants to be left alone."""
        pause = self._until - monotonic()
        if pause > 0:
            await asyncio.sleep(pause)

    async def process_response(  # type: ignore[override]  # may be a coroutine since Scrapy 2.14
        self, request: Request, response: Response
    ) -> Request | Response:
        """The response, or the request to be made again."""
        wait = _seconds(response) if response.status in ASKS_FOR_TIME else None
        if wait is not None:
            if wait > LONGEST_WAIT:
                return response
            self._hold(wait)
        return super().process_response(request, response)

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
