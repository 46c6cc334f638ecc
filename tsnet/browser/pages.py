"""The browser of a crawl: one Chromium, a few pages at once, each of them closed.

scrapy-playwright starts the browser, again where it died, and makes the pages; what a page may load
is decided in ``traffic``.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar
from weakref import WeakSet

from playwright.async_api import BrowserContext, CDPSession, Dialog, Page
from playwright.async_api import Error as PlaywrightError
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy_playwright.handler import (  # type: ignore[import-untyped]
    Config,
    ScrapyPlaywrightDownloadHandler,
)

from tsnet.browser.chromium import launch_options
from tsnet.browser.own_time import OwnTime
from tsnet.browser.traffic import MAX_NAVIGATIONS, Host, Traffic
from tsnet.items import FetchedPage

logger = logging.getLogger(__name__)

MAX_PAGES = 4
"""Pages open at once; more make none faster on two cores (stack facts)."""
CONTEXTS = tuple(f"tsnet-{number}" for number in range(MAX_PAGES))
"""Names of the contexts in scrapy-playwright's books, one for each page that is open at once: they
are windows of their own, and Chromium draws no frame of a page that lies behind another in its
window, so that nothing is observed in it and a click waits in vain for it to rest."""
OPEN_SECONDS = 60.0
"""Time for Chromium to start and to make a page. One that is killed while it does may leave
Playwright without an answer for ever."""
FINISH_SECONDS = 10.0
"""Own time beyond its limit that a page is given to hand over what it has."""
CLOSE_SECONDS = 10.0
"""Time for a page to close; a browser in which one does not is ended."""
ANSWER_SECONDS = 1.0
"""Time in which a page whose time is over shows that it is not in an endless loop."""

_OPEN_SHADOW_ROOTS = """{
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
        return attach.call(this, {...options, mode: "open"});
    };
}"""
"""So that what a page shows in a closed one can be read as well."""

T = TypeVar("T")
Work = Callable[[Page, Traffic, OwnTime], Awaitable[T]]
"""What is done with an open page."""
Prepare = Callable[[Page, Request], Awaitable[None]]
"""What is done with a page before its document is loaded."""


@dataclass(frozen=True, slots=True)
class Tab:
    """An open page."""

    page: Page
    """The page."""
    session: CDPSession
    """A way to it past its scripts, made before they run: in a busy page none can be made."""


async def _interrupt(opened: Sequence[Tab]) -> None:
    """Stop the scripts of the pages that do not answer, such as one in an endless loop."""
    for tab in opened:
        try:
            await asyncio.wait_for(
                tab.session.send("Runtime.evaluate", {"expression": "0"}), ANSWER_SECONDS
            )
        except (TimeoutError, asyncio.TimeoutError):
            with suppress(PlaywrightError, TimeoutError, asyncio.TimeoutError):
                await asyncio.wait_for(
                    tab.session.send("Runtime.terminateExecution"), ANSWER_SECONDS
                )
        except PlaywrightError as error:
            logger.debug("the page is gone: %s", error)


async def undisturbed(page: Page, read: Callable[[], Awaitable[T]]) -> T:
    """What ``read`` returns; repeated when a script navigates away while it reads.

    Raises PlaywrightError when that happens too often, or for another cause.
    """
    for _ in range(MAX_NAVIGATIONS + 1):
        try:
            return await read()
        except PlaywrightError as error:
            if "navigati" not in str(error):
                raise
            await page.wait_for_load_state("domcontentloaded")
    return await read()


class Browser:
    """Opens fetched documents in Chromium."""

    def __init__(self, crawler: Crawler, executable: str, host: Host):
        self.executable = executable
        """Path of the program."""
        self._stats = host.stats
        self._host = host
        self._user_agent = crawler.settings["USER_AGENT"]
        self._handler = ScrapyPlaywrightDownloadHandler.from_crawler(crawler)
        self._handler.config = Config(
            cdp_url=None,
            cdp_kwargs={},
            connect_url=None,
            connect_kwargs={},
            browser_type_name="chromium",
            launch_options=launch_options(executable),
            max_pages_per_context=MAX_PAGES,
            max_contexts=None,  # CONTEXTS are all there are
            startup_context_kwargs={},
            navigation_timeout_ms=0,  # OwnTime limits it: the crawl's delays are not the page's
            download_timeout_secs=0,
            restart_disconnected_browser=True,
        )
        self._free: asyncio.LifoQueue[str] = asyncio.LifoQueue()
        for name in CONTEXTS:
            self._free.put_nowait(name)
        self._prepared: WeakSet[BrowserContext] = WeakSet()

    async def start(self) -> None:
        """Start Playwright; Chromium follows with the first page."""
        handler = self._handler
        handler.browser_provider = handler.browser_provider_cls(handler.config)
        await handler.browser_provider.start()

    async def open(self, document: FetchedPage, seconds: float, work: Work[T]) -> T:
        """Open ``document`` and return what ``work`` makes of the page; the page is closed then.

        seconds: time of its own that the page may have; ``work`` is to end then.

        Raises TimeoutError when it does not, PlaywrightError when the browser or the page dies,
        and what ``work`` raises.
        """
        context = await self._free.get()
        try:
            return await self._open_in(context, document, seconds, work)
        finally:
            self._free.put_nowait(context)

    async def _open_in(
        self, context: str, document: FetchedPage, seconds: float, work: Work[T]
    ) -> T:
        own_time = OwnTime(seconds)
        own_time.request_begins()  # the start of Chromium is not the page's time either
        traffic = Traffic(document, self._host, own_time)
        opened: list[Tab] = []

        async def load_and_work() -> T:
            await self._load(document.url, context, traffic, own_time, opened)
            return await work(opened[-1].page, traffic, own_time)

        try:
            return await own_time.enforce(
                load_and_work(), lambda: _interrupt(opened), FINISH_SECONDS
            )
        finally:
            for tab in opened:
                await self._close(tab)

    async def _load(
        self, url: str, context: str, traffic: Traffic, own_time: OwnTime, opened: list[Tab]
    ) -> None:
        """Load a document in a page of its own, which is added to ``opened`` as soon as it is made.

        Where that page is lost, another follows. Raises TimeoutError where none is made.
        """
        made = asyncio.Event()

        async def prepare(page: Page, request: Request) -> None:
            opened.append(Tab(page, await page.context.new_cdp_session(page)))
            if len(opened) == 1:  # scrapy-playwright makes another page when one is lost
                own_time.request_ends()
                made.set()
            self._prepare_context(page.context)
            page.on("pageerror", self._script_threw)
            page.on("crash", self._page_crashed)
            # The latest route goes first, so that scrapy-playwright's own never sees a request.
            await page.route("**", traffic.handle)
            await page.add_init_script(_OPEN_SHADOW_ROOTS)

        request = self._request(url, context, prepare)
        loading = asyncio.ensure_future(self._handler.download_request(request))
        making = asyncio.ensure_future(made.wait())
        try:
            first = asyncio.FIRST_COMPLETED
            await asyncio.wait({loading, making}, timeout=OPEN_SECONDS, return_when=first)
            if not (loading.done() or making.done()):
                raise TimeoutError(f"Chromium made no page in {OPEN_SECONDS:g} s")
            await loading
        finally:
            loading.cancel()
            making.cancel()

    def _request(self, url: str, context: str, prepare: Prepare) -> Request:
        """What has scrapy-playwright open a page in ``context`` and ``prepare`` it."""
        return Request(
            url,
            headers={"User-Agent": self._user_agent},
            meta={
                "playwright": True,
                "playwright_context": context,
                "playwright_context_kwargs": {
                    "user_agent": self._user_agent,
                    "locale": "zh-CN",
                    "has_touch": True,  # many a mobile page hears a finger only
                    "service_workers": "block",
                    "accept_downloads": False,
                },
                "playwright_include_page": True,
                "playwright_page_init_callback": prepare,
                "playwright_page_goto_kwargs": {"wait_until": "domcontentloaded", "timeout": 0},
            },
        )

    def _prepare_context(self, context: BrowserContext) -> None:
        if context in self._prepared:
            return
        self._prepared.add(context)
        context.on("page", self._close_pop_up)
        context.on("dialog", self._dismiss)

    async def _close_pop_up(self, page: Page) -> None:
        with suppress(PlaywrightError):
            if await page.opener() is not None:
                self._stats.inc_value("tsnet/browser/popups")
                await page.close()

    async def _dismiss(self, dialog: Dialog) -> None:
        self._stats.inc_value("tsnet/browser/dialogs")
        with suppress(PlaywrightError):
            await dialog.dismiss()

    def _script_threw(self, error: PlaywrightError) -> None:
        self._stats.inc_value("tsnet/browser/script_errors")
        logger.debug("a script of the page threw: %s", error)

    def _page_crashed(self, page: Page) -> None:
        self._stats.inc_value("tsnet/browser/crashes")

    async def _close(self, tab: Tab) -> None:
        try:
            await asyncio.wait_for(tab.page.close(), CLOSE_SECONDS)
        except (PlaywrightError, TimeoutError, asyncio.TimeoutError) as error:
            logger.warning("a page did not close, the browser is started anew: %s", error)
            with suppress(PlaywrightError, TimeoutError, asyncio.TimeoutError):
                await asyncio.wait_for(self._handler.browser.close(), CLOSE_SECONDS)

    def pages_open(self) -> int:
        """Pages that are open now, pop-ups among them."""
        wrappers = self._handler.context_wrappers.values()
        return sum(len(wrapper.context.pages) for wrapper in wrappers)

    async def close(self) -> None:
        """End the browser. Pages left open are counted in ``tsnet/browser/left_open``."""
        self._stats.set_value("tsnet/browser/left_open", self.pages_open())
        await self._handler.close()
