"""The browser of a crawl: one Chromium, one context, a few pages at once, each of them closed.

scrapy-playwright starts the browser, makes the pages and starts a browser that died anew; what a
page may load is decided in ``traffic``.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from playwright.async_api import BrowserContext, Dialog, Page
from playwright.async_api import Error as PlaywrightError
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy_playwright.handler import (  # type: ignore[import-untyped]
    Config,
    ScrapyPlaywrightDownloadHandler,
)

from tsnet.browser.chromium import launch_options
from tsnet.browser.own_time import OwnTime
from tsnet.browser.traffic import Host, Traffic
from tsnet.items import FetchedPage

logger = logging.getLogger(__name__)

MAX_PAGES = 4
"""Pages open at once; more make none faster on two cores (stack facts)."""
CONTEXT = "tsnet"
"""Name of the one context in scrapy-playwright's books."""
CLOSE_SECONDS = 10.0
"""Time for a page to close; a browser in which one does not is ended."""

T = TypeVar("T")
Work = Callable[[Page, Traffic, OwnTime], Awaitable[T]]
"""What is done with an open page."""


class Browser:
    """Opens fetched documents in Chromium."""

    def __init__(self, crawler: Crawler, executable: str, host: Host):
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
            max_contexts=1,
            startup_context_kwargs={},
            navigation_timeout_ms=0,  # OwnTime limits it: the crawl's delays are not the page's
            download_timeout_secs=0,
            restart_disconnected_browser=True,
        )
        self._places = asyncio.Semaphore(MAX_PAGES)
        self._prepared: BrowserContext | None = None

    async def start(self) -> None:
        """Start Playwright; Chromium follows with the first page."""
        handler = self._handler
        handler.browser_provider = handler.browser_provider_cls(handler.config)
        await handler.browser_provider.start()

    async def open(self, document: FetchedPage, seconds: float, work: Work[T]) -> T:
        """Open ``document`` and return what ``work`` makes of the page; the page is closed then.

        Raises TimeoutError after ``seconds`` of the page's own time, PlaywrightError when the
        browser or the page dies, and what ``work`` raises.
        """
        async with self._places:
            own_time = OwnTime()
            traffic = Traffic(document, self._host, own_time)
            opened: list[Page] = []
            try:
                return await own_time.limit(
                    seconds, self._work(document, traffic, own_time, opened, work)
                )
            finally:
                for page in opened:
                    await self._close(page)

    async def _work(
        self,
        document: FetchedPage,
        traffic: Traffic,
        own_time: OwnTime,
        opened: list[Page],
        work: Work[T],
    ) -> T:
        async def prepare(page: Page, request: Request) -> None:
            opened.append(page)
            self._prepare_context(page.context)
            page.on("pageerror", self._script_threw)
            page.on("crash", self._page_crashed)
            # The latest route goes first, so that scrapy-playwright's own never sees a request.
            await page.route("**", traffic.handle)

        request = Request(
            document.url,
            headers={"User-Agent": self._user_agent},
            meta={
                "playwright": True,
                "playwright_context": CONTEXT,
                "playwright_context_kwargs": {
                    "user_agent": self._user_agent,
                    "locale": "zh-CN",
                    "service_workers": "block",
                    "accept_downloads": False,
                },
                "playwright_include_page": True,
                "playwright_page_init_callback": prepare,
                "playwright_page_goto_kwargs": {"wait_until": "domcontentloaded", "timeout": 0},
            },
        )
        await self._handler.download_request(request)
        return await work(opened[-1], traffic, own_time)

    def _prepare_context(self, context: BrowserContext) -> None:
        if self._prepared is context:
            return
        self._prepared = context
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

    async def _close(self, page: Page) -> None:
        try:
            await asyncio.wait_for(page.close(), CLOSE_SECONDS)
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
