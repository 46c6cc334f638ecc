"""What a page in the browser may request, and how it is answered: by the crawl's own downloader.

The browser has no network (``chromium.launch_options``). Each request of a page is refused here,
or made by Scrapy with all its middlewares, so that robots.txt, delays, User-Agent, size limits
and retries hold for it as for any other request of the crawl.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Request as PageRequest
from playwright.async_api import Route
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from tsnet.browser.own_time import OwnTime
from tsnet.items import FetchedPage
from tsnet.responses import REDIRECTS, headers_of, location_of
from tsnet.site.decoding import decode
from tsnet.site.urls import on_host_of, same_site

logger = logging.getLogger(__name__)

DATA = frozenset({"xhr", "fetch"})
"""Resource types that carry what a script asks for: fetched each time."""
CODE = frozenset({"script", "stylesheet"})
"""Resource types that are the same for every page: fetched once a crawl."""
METHODS = frozenset({"GET", "HEAD", "POST"})
"""Methods by which a page may ask for data."""
MAX_NAVIGATIONS = 5
"""Times that a script may send the page elsewhere on the host before it stays where it is."""
MAX_REDIRECTS = 5
"""Redirects followed for one request of a page."""
MAX_REQUESTS = 2000
"""Requests that one page may make."""
CODE_BYTES = 32 * 1024 * 1024
"""Scripts and style sheets kept in memory."""

_REFUSALS = frozenset({403, 408, 425, 429})
"""Statuses below 500 with which a host does not give what it may have."""
_HOP_HEADERS = frozenset(
    {
        "connection",
        "content-encoding",
        "content-length",
        "keep-alive",
        "set-cookie",
        "strict-transport-security",
        "transfer-encoding",
    }
)
"""Response headers that hold for the crawl's transfer, not for the browser's; and cookies, which
the crawl does not keep either."""
_OWN_HEADERS = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "cookie",
        "host",
        "upgrade-insecure-requests",
        "user-agent",
    }
)
"""Request headers that are Scrapy's to set."""

Download = Callable[[Request], Awaitable[Response]]
"""Fetches a request: the engine's ``download_async``."""


class RefusedError(Exception):
    """A request that a page may not make; the message is the name it is counted under."""


@dataclass(slots=True)
class Answer:
    """What a request of the page is answered with."""

    status: int
    """HTTP status."""
    headers: dict[str, str]
    """Response headers by lower-case name."""
    body: bytes
    """Bytes after decompression."""


@dataclass
class Host:
    """The crawled host as all pages of a crawl share it."""

    base_url: str
    """Scheme and host to which requests are limited."""
    download: Download
    """Scrapy's downloader with its middlewares."""
    stats: StatsCollector
    """Where ``tsnet/browser/…`` is counted."""
    code: OrderedDict[str, asyncio.Task[Answer]] = field(default_factory=OrderedDict)
    """Scripts and style sheets by address, the least recently used first."""

    async def answer(
        self, url: str, method: str, headers: Mapping[str, str], body: bytes | None
    ) -> Answer:
        """Fetch through the crawl. Raises RefusedError, or what a failed download raises."""
        for _ in range(MAX_REDIRECTS + 1):
            address = on_host_of(url, self.base_url) if same_site(url, self.base_url) else None
            if address is None:
                raise RefusedError("foreign")
            self.stats.inc_value("tsnet/browser/requests")
            try:
                response = await self.download(
                    Request(
                        address,
                        method=method,
                        headers=dict(headers),
                        body=body,
                        # A redirect is checked here before it is followed.
                        meta={"dont_redirect": True},
                    )
                )
            except IgnoreRequest as error:
                raise RefusedError("robots" if "robots" in str(error) else "refused") from error
            location = location_of(response)
            if response.status not in REDIRECTS or location is None:
                return _answer(response)
            url = urljoin(address, location)
            if response.status not in (307, 308):
                method, body = "GET", None
        raise RefusedError("redirects")

    async def code_of(self, url: str, headers: Mapping[str, str]) -> Answer:
        """A script or style sheet, fetched once a crawl, in UTF-8."""
        task = self.code.get(url)
        if task is None:
            task = self.code[url] = asyncio.ensure_future(self._fetch_code(url, headers))
        else:
            self.stats.inc_value("tsnet/browser/reused")
        self.code.move_to_end(url)
        answer = await asyncio.shield(task)
        self._forget_old_code()
        return answer

    async def _fetch_code(self, url: str, headers: Mapping[str, str]) -> Answer:
        try:
            answer = await self.answer(url, "GET", headers, None)
        except BaseException:
            self.code.pop(url, None)
            raise
        if answer.status != 200:
            self.code.pop(url, None)
        # The document is handed over in UTF-8, so that a script without a charset is read as such.
        content_type = answer.headers.get("content-type", "")
        answer.body = decode(answer.body, content_type).text.encode("utf-8", "replace")
        media_type = content_type.partition(";")[0].strip() or "text/javascript"
        answer.headers["content-type"] = f"{media_type}; charset=utf-8"
        return answer

    def _forget_old_code(self) -> None:
        sizes = {url: len(task.result().body) for url, task in self.code.items() if task.done()}
        held = sum(sizes.values())
        for url, size in sizes.items():
            if held <= CODE_BYTES:
                break
            del self.code[url]
            held -= size


def _answer(response: Response) -> Answer:
    headers = headers_of(response)
    kept = {name: value for name, value in headers.items() if name not in _HOP_HEADERS}
    return Answer(response.status, kept, response.body)


class Traffic:
    """The requests of one page."""

    def __init__(self, document: FetchedPage, host: Host, own_time: OwnTime):
        self._document = document
        self._host = host
        self._own_time = own_time
        self._navigations = 0
        self._requests = 0
        self.answered = 0
        """Requests that are done with, by an answer or without."""
        self.failures = 0
        """Requests for data or code on the host that were forbidden or failed."""
        self.missing_scripts = 0
        """Scripts that were not loaded: of other hosts, forbidden, or failed."""
        self.may_navigate = True
        """Whether a script may send the page elsewhere; not once its list is being grown."""

    async def handle(self, route: Route, request: PageRequest) -> None:
        """Answer or refuse one request: the handler for Playwright's ``page.route``."""
        kind = request.resource_type
        self._own_time.request_begins()
        try:
            answer = await self._answer(request, kind)
        except RefusedError as refusal:
            why = str(refusal)
            self._host.stats.inc_value(f"tsnet/browser/aborted/{why}")
            if why in ("robots", "refused", "redirects"):
                self._failed(request, why)
            elif why == "foreign":
                self.missing_scripts += kind == "script"
            # An aborted navigation leaves the page as it is; a blocked one shows an error instead.
            await _quietly(route.abort("aborted" if why == "navigation" else "blockedbyclient"))
        except Exception as error:  # any failed download is a failed request of the page, no more
            self._failed(request, str(error) or type(error).__name__)
            self._host.stats.inc_value("tsnet/browser/aborted/failed")
            await _quietly(route.abort("failed"))
        else:
            if answer.status in _REFUSALS or answer.status >= 500:
                self._failed(request, f"status {answer.status}")
            await _quietly(
                route.fulfill(status=answer.status, headers=answer.headers, body=answer.body)
            )
        finally:
            self._own_time.request_ends()
            self.answered += 1

    async def _answer(self, request: PageRequest, kind: str) -> Answer:
        url = urldefrag(request.url).url
        if not same_site(url, self._host.base_url):
            raise RefusedError("foreign")
        if request.is_navigation_request():
            return await self._navigate(request, url)
        if kind not in DATA and kind not in CODE:
            raise RefusedError(kind)
        if request.method not in METHODS:
            raise RefusedError("method")
        self._requests += 1
        if self._requests > MAX_REQUESTS:
            raise RefusedError("too_many")
        headers = {
            name: value
            for name, value in request.headers.items()
            if name not in _OWN_HEADERS and not name.startswith("sec-")
        }
        if kind in CODE:
            return await self._host.code_of(url, headers)
        return await self._host.answer(url, request.method, headers, request.post_data_buffer)

    async def _navigate(self, request: PageRequest, url: str) -> Answer:
        """The document of the page: the one that the crawl has fetched, for the first request."""
        if request.frame.parent_frame is not None:
            raise RefusedError("frame")
        self._navigations += 1
        if self._navigations == 1:
            return _as_utf8(self._document)
        if not self.may_navigate or request.method != "GET":
            raise RefusedError("navigation")
        if self._navigations > MAX_NAVIGATIONS:
            # Without an answer the browser would wait for the page that never comes to rest.
            self._host.stats.inc_value("tsnet/browser/aborted/navigation")
            return Answer(200, {"content-type": "text/html"}, b"")
        headers = {name: value for name, value in request.headers.items() if name == "referer"}
        answer = await self._host.answer(url, "GET", headers, None)
        return _as_utf8(answer)

    def _failed(self, request: PageRequest, why: str) -> None:
        self.failures += 1
        self.missing_scripts += request.resource_type == "script"
        logger.warning(
            "a page in the browser could not have %s %s: %s", request.method, request.url, why
        )


def _as_utf8(page: FetchedPage | Answer) -> Answer:
    """A document read as plain pages are read, so that the browser sees the same characters."""
    text = decode(page.body, page.headers.get("content-type", "")).text
    headers = {name: value for name, value in page.headers.items() if name not in _HOP_HEADERS}
    headers["content-type"] = "text/html; charset=utf-8"
    return Answer(page.status, headers, text.encode("utf-8", "replace"))


async def _quietly(action: Awaitable[None]) -> None:
    """Wait for the browser to take note, unless the page is gone by now."""
    try:
        await action
    except PlaywrightError as error:
        logger.debug("the page was closed before its request was answered: %s", error)
