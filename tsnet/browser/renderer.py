"""When a page is opened in a browser, by the argument ``render``, and what comes of it.

Imports no Playwright before the first page is opened.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urldefrag

from scrapy import signals
from scrapy.crawler import Crawler

from tsnet.browser.challenge import challenge_in
from tsnet.browser.chromium import HOW_TO_GET_ONE, NoBrowserError, find_chromium
from tsnet.browser.growth import Ending, Wanted
from tsnet.engine_view import EngineView
from tsnet.items import FetchedPage
from tsnet.site.contents import ListedArticle, Listing, NotAnArticle
from tsnet.site.urls import host_family, same_site

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tsnet.browser.own_time import OwnTime
    from tsnet.browser.pages import Browser
    from tsnet.browser.traffic import Traffic

logger = logging.getLogger(__name__)

FUTILE_ARTICLES = 3
"""Article pages that the browser could not help before it is left alone with that host."""

_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
_MAY_NEED_SCRIPT = frozenset({"no_title", "no_date", "no_body", "empty_page", "challenge"})
"""Reasons for which a plain page is no article that a browser may change."""
_OWN_TO_THE_TRANSFER = frozenset({"content-encoding", "content-length", "transfer-encoding"})

_WITH_SHADOW_ROOTS = """() => {
    if (![...document.querySelectorAll("*")].some(e => e.shadowRoot)) { return null; }
    const inert = document.implementation.createHTMLDocument();
    const copy = node => {
        const whole = node.nodeName === "TEMPLATE";
        const copied = inert.importNode(node, whole);
        const slotted = node.nodeName === "SLOT" ? node.assignedNodes() : [];
        const shown = slotted.length ? slotted : (node.shadowRoot ?? node).childNodes;
        for (const child of whole ? [] : shown) { copied.appendChild(copy(child)); }
        return copied;
    };
    return "<!DOCTYPE html>" + copy(document.documentElement).outerHTML;
}"""
"""The document with what its shadow roots show; null where it has none."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenedListing:
    """A listing as the browser shows it."""

    page: FetchedPage
    """The browser's document, ``rendered``."""
    ending: Ending
    """Why it was not grown further; EXHAUSTED: the page shows all there is."""
    articles: list[ListedArticle]
    """What it showed at any time: the page may have put others in their place."""
    grown: bool
    """Whether it grew at all."""


class Renderer:
    """Opens pages in a browser for one crawl, where ``render`` asks for it.

    Counts under ``tsnet/browser/``: see docs/browser.md.
    """

    def __init__(self, crawler: Crawler, render: str, base_url: str):
        self._crawler = crawler
        self._engine = EngineView(crawler)
        self._render = render
        self._base_url = base_url
        self._seconds = crawler.settings.getfloat("TSNET_RENDER_TIMEOUT")
        self._browser: Browser | None = None
        self._starting = asyncio.Lock()
        self._unavailable: str | None = None
        self._unopened: dict[str, None] = {}
        self._helped: set[str] = set()
        self._futile: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler, render: str, base_url: str) -> Renderer:
        """The renderer of ``crawler``; ``render`` is one of ``tsnet.arguments.RENDER_MODES``."""
        renderer = cls(crawler, render, base_url)
        crawler.signals.connect(renderer.spider_closed, signal=signals.spider_closed)
        return renderer

    async def missing(self) -> str | None:
        """Why a crawl that must have a browser cannot begin; None when it can."""
        if self._render != "always":
            return None
        nothing = FetchedPage(self._base_url, 200, {}, b"<p>", datetime.now(timezone.utc))

        async def work(tab: Page, traffic: Traffic, own_time: OwnTime) -> bool:
            return True

        if await self._open(nothing, self._base_url, work):
            return None
        self._unopened.clear()
        return f"render=always needs a browser: {self._unavailable or 'it did not open a page'}"

    def wants_listing(self, page: FetchedPage, listing: Listing) -> bool:
        """Whether a listing that was fetched plainly is to be opened in a browser."""
        if self._render == "auto":
            return needs_browser(page, listing)
        return self._render == "always"

    async def open_listing(
        self, page: FetchedPage, listing: Listing, name: str, wanted: Wanted
    ) -> OpenedListing | None:
        """Open the listing ``page`` and grow it for as long as ``wanted`` says.

        listing: what the plain page says; name: what the user knows it by, should it not be opened.

        None when it could not be opened, which is logged; raises NotAnArticle with reason
        ``challenge`` for a page that asks for a person.
        """
        _refuse_challenge(page)

        async def work(tab: Page, traffic: Traffic, own_time: OwnTime) -> OpenedListing:
            from tsnet.browser.load_more import GrowingList

            growing = GrowingList(tab, self._base_url, traffic, own_time)
            try:
                first = await growing.first_articles()
                ending = await growing.grow(
                    first,
                    wanted,
                    lambda: not (self._engine.closing() or own_time.is_over),
                    scrolls=not listing.further,
                )
            finally:
                self._count("growths", growing.growths)
            document = await self._document(tab, page)
            articles = list(growing.articles.values())
            return OpenedListing(document, ending, articles, growing.growths > 0)

        opened = await self._open(page, name, work)
        if opened is not None:
            self._count("listings")
            logger.info("listing %s was opened in a browser: %s", name, opened.ending.value)
            _refuse_challenge(opened.page)
        return opened

    def wants_article(self, page: FetchedPage, error: NotAnArticle) -> bool:
        """Whether a page that is no article may be one in a browser."""
        return (
            self._render != "never"
            and page.status == 200
            and error.reason in _MAY_NEED_SCRIPT
            and _SCRIPT.search(page.body) is not None
            and self._futile[host_family(page.url)] < FUTILE_ARTICLES
            and challenge_in(page) is None
        )

    async def open_article(
        self, page: FetchedPage, read: Callable[[FetchedPage], Awaitable[T]]
    ) -> tuple[FetchedPage, T] | None:
        """Open an article page and return the browser's document and what ``read`` makes of it.

        What helped, or did not, is remembered for the host. None when it could not be opened;
        raises what ``read`` raises.
        """
        host = host_family(page.url)

        async def work(
            tab: Page, traffic: Traffic, own_time: OwnTime
        ) -> tuple[FetchedPage, T | NotAnArticle]:
            from tsnet.browser.article import ARTICLE_SECONDS, text_changes, wait_for_article

            last = own_time.seconds + 2 * ARTICLE_SECONDS
            while True:
                text = await wait_for_article(tab, traffic, own_time)
                document = await self._document(tab, page)
                try:
                    return document, await read(document)
                except NotAnArticle as error:
                    late = own_time.seconds >= last
                    if late or not await text_changes(tab, text, own_time):
                        return document, error

        opened = await self._open(page, f"articles of {host}", work)
        if opened is None:
            return None
        self._count("articles")
        document, result = opened
        self._note_help(host, helped=not isinstance(result, NotAnArticle))
        if isinstance(result, NotAnArticle):
            raise result
        return document, result

    def _note_help(self, host: str, *, helped: bool) -> None:
        """Remember whether the browser made an article of a host's page; say so where it matters.

        Once it has, the host is known to need it.
        """
        if host in self._helped:
            return
        if helped:
            self._helped.add(host)
            self._futile[host] = 0
            logger.warning("articles of %s are written by a script: each costs a browser", host)
            return
        self._futile[host] += 1
        if self._futile[host] == FUTILE_ARTICLES:
            logger.warning(
                "%d pages of %s were no articles in a browser either: no more are tried",
                FUTILE_ARTICLES,
                host,
            )

    async def spider_closed(self) -> None:
        """Say once which listings were not opened, and end the browser."""
        if self._unopened:
            logger.warning(
                "without a browser (%s) these were not opened, or not to their end: %s",
                self._unavailable,
                ", ".join(self._unopened),
            )
        if self._browser is not None:
            await self._browser.close()

    async def _open(
        self,
        page: FetchedPage,
        name: str,
        work: Callable[[Page, Traffic, OwnTime], Awaitable[T]],
    ) -> T | None:
        try:
            browser = await self._start()
        except NoBrowserError:
            self._note_unopened(name)
            return None
        from playwright.async_api import Error as PlaywrightError

        try:
            return await browser.open(page, self._seconds, work)
        except (PlaywrightError, TimeoutError, asyncio.TimeoutError) as error:
            why = (str(error) or type(error).__name__).partition("\n")[0]
            if "BrowserType.launch" in why:
                self._unavailable = f"{browser.executable} did not start ({why}): {HOW_TO_GET_ONE}"
                self._note_unopened(name)
            self._count("failed")
            logger.warning("%s could not be opened in a browser: %s", page.url, why)
            return None

    async def _start(self) -> Browser:
        """The browser, started once. Raises NoBrowserError, the same each time."""
        async with self._starting:
            if self._unavailable is not None:
                raise NoBrowserError(self._unavailable)
            if self._browser is None:
                configured = self._crawler.settings["TSNET_CHROMIUM"]
                try:
                    executable = await find_chromium(configured)
                except NoBrowserError as error:
                    self._unavailable = str(error)
                    raise
                self._browser = await self._start_browser(executable)
        return self._browser

    async def _start_browser(self, executable: str) -> Browser:
        from tsnet.browser.pages import Browser
        from tsnet.browser.traffic import Host

        assert self._crawler.engine is not None
        assert self._crawler.stats is not None
        host = Host(self._base_url, self._crawler.engine.download_async, self._crawler.stats)
        browser = Browser(self._crawler, executable, host)
        await browser.start()
        logger.info("pages that need a browser are opened in %s", executable)
        return browser

    async def _document(self, tab: Page, plain: FetchedPage) -> FetchedPage:
        """What the browser shows now."""
        from tsnet.browser.pages import undisturbed

        text = await undisturbed(tab, lambda: tab.evaluate(_WITH_SHADOW_ROOTS))
        if text is None:
            text = await undisturbed(tab, tab.content)
        url = urldefrag(tab.url).url
        if not same_site(url, self._base_url):
            raise NotAnArticle("foreign_redirect", f"its script leads to {url}")
        headers = {
            name: value for name, value in plain.headers.items() if name not in _OWN_TO_THE_TRANSFER
        }
        return FetchedPage(
            url=url,
            status=plain.status,
            headers={**headers, "content-type": "text/html; charset=utf-8"},
            body=text.encode("utf-8", "replace"),
            fetched_at=datetime.now(timezone.utc),
            rendered=True,
        )

    def _note_unopened(self, name: str) -> None:
        if name not in self._unopened:
            self._unopened[name] = None
            self._count("unopened")

    def _count(self, name: str, by: int = 1) -> None:
        if by:
            self._crawler.stats.inc_value(f"tsnet/browser/{name}", by)


def needs_browser(page: FetchedPage, listing: Listing) -> bool:
    """Whether a plain listing shows less than a browser would.

    It has a script and no article link, or grows by script and has no other way to older articles.
    """
    if not listing.articles:
        return _SCRIPT.search(page.body) is not None
    return listing.grows_by_script and not listing.further


def _refuse_challenge(page: FetchedPage) -> None:
    says = challenge_in(page)
    if says is not None:
        raise NotAnArticle("challenge", f"the page says: {says}")
