"""Translates Scrapy's responses and failures into pages and reasons for rejects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timezone
from urllib.parse import quote

from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from tsnet.items import FetchedPage
from tsnet.site.urls import without_session

REDIRECTS = (301, 302, 303, 307, 308)
"""Statuses that lead elsewhere."""

_PRINTED = "".join(map(chr, range(0x21, 0x7F)))
"""What stands in an address as it is."""


def headers_of(response: Response) -> dict[str, str]:
    """The headers of ``response`` by lower-case name; of several of one name the last."""
    return {
        name.decode("latin-1").lower(): values[-1].decode("latin-1")
        for name, values in response.headers.items()
        if values
    }


def location_of(response: Response) -> str | None:
    """Where a redirect leads, perhaps relative to it; None where it does not say.

    A header may say it in UTF-8 or GBK, though it should be encoded: it is, byte by byte, as
    browsers do it.
    """
    location: bytes | None = response.headers.get("Location")
    return None if location is None else quote(location.strip(), safe=_PRINTED)


def fetched_page(response: Response) -> FetchedPage:
    """The page that ``response`` carries, received now."""
    return FetchedPage(
        url=without_session(response.url),
        status=response.status,
        headers=headers_of(response),
        body=response.body,
        fetched_at=datetime.now(timezone.utc),
    )


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """Why a page could not be fetched."""

    reason: str
    """Reason for a reject: ``http_404``, ``too_large``, ``download_failed``, …"""
    detail: str
    """One line for a person."""
    page: FetchedPage | None = None
    """What was received; None when nothing was."""


def status_failure(page: FetchedPage) -> FetchFailure:
    """The failure that a page with a status other than 200 is."""
    return FetchFailure(
        f"http_{page.status}",
        f"the server answered with status {page.status}",
        page,
    )


def said_by(error: BaseException | None) -> str:
    """What ``error`` says, as one line; its kind where it says nothing. Of a list of Twisted's
    failures only what they say.

    >>> said_by(OSError("[<twisted.python.failure.Failure twisted.web._E: Cut off.>]"))
    'Cut off.'
    """
    said = " ".join(str(error).split()) or type(error).__name__
    if "<twisted.python.failure.Failure " in said:
        return re.sub(r"<twisted\.python\.failure\.Failure \S+: |>(?=[],])", "", said).strip("[]")
    return said


def fetch_failure(failure: Failure) -> FetchFailure:
    """What an errback's failure means."""
    error = failure.value
    if isinstance(error, HttpError):
        return status_failure(fetched_page(error.response))
    detail = said_by(error)
    if isinstance(error, DownloadCancelledError):
        return FetchFailure("too_large", detail)
    if isinstance(error, IgnoreRequest):
        return FetchFailure(_refusal(error), detail)
    return FetchFailure("download_failed", f"{type(error).__name__}: {detail}")


def _refusal(error: IgnoreRequest) -> str:
    """Scrapy's own middlewares refuse with one exception and tell the reason in words only."""
    text = str(error)
    for words, reason in (
        ("robots.txt", "robots_forbidden"),
        ("max redirections", "redirect_loop"),
        ("offsite", "foreign_redirect"),
        ("larger than", "too_large"),
        ("exceed", "too_large"),
    ):
        if words in text:
            return reason
    return "refused"
