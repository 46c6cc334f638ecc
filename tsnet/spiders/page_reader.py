"""Reads the pages of a crawl: as fetched, or as a browser shows them where that is called for."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from scrapy import Request
from scrapy.crawler import Crawler

from tsnet.assembly import ArticlePage
from tsnet.browser.growth import Ending, Wanted
from tsnet.browser.renderer import Renderer, needs_browser
from tsnet.engine_view import EngineView
from tsnet.extraction_workers import ExtractionWorkers
from tsnet.items import FetchedPage
from tsnet.responses import fetched_page, status_failure
from tsnet.site.contents import ChannelLink, Listing, NotAnArticle
from tsnet.site.urls import ArticleAddress, article_id
from tsnet.spiders.scope import Scope
from tsnet.store.known import MAX_ARTICLE_PAGES

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReadListing:
    """A listing as read."""

    listing: Listing
    """What it says."""
    whole: bool
    """Whether no browser would show more of it."""
    fetched_articles: int
    """Article links on it as fetched: how far a browser makes it grow differs from run to run."""


class PageReader:
    """Reads pages for one crawl. What it reads raises NotAnArticle, or NoWorkers."""

    def __init__(
        self, crawler: Crawler, scope: Scope, extraction: ExtractionWorkers, renderer: Renderer
    ):
        self._crawler = crawler
        self._scope = scope
        self._extraction = extraction
        self._renderer = renderer

    async def read_listing(
        self, page: FetchedPage, channel: ChannelLink, wanted: Wanted
    ) -> ReadListing:
        """A page of ``channel``; a browser makes it grow for as long as ``wanted`` says."""
        listing = await self._extraction.read_listing(page)
        fetched_articles = len(listing.articles)
        whole = not needs_browser(page, listing)
        if self._renderer.wants_listing(page, listing):
            name = " ".join(filter(None, (channel.name, channel.path))) or page.url
            opened = await self._renderer.open_listing(page, listing, name, wanted)
            if opened is not None:
                shown = {article_id(a.url): a for a in (*listing.articles, *opened.articles)}
                listing = await self._extraction.read_listing(opened.page)
                for listed in listing.articles:
                    shown.pop(article_id(listed.url), None)
                listing.articles += shown.values()
                whole = opened.ending is Ending.EXHAUSTED
                if opened.grown:
                    listing.guessed = []
        if listing.excuse and not listing.articles:
            raise listing.excuse
        return ReadListing(listing, whole, fetched_articles)

    async def read_article_page(self, page: FetchedPage) -> tuple[FetchedPage, ArticlePage]:
        """A page of an article, as fetched or as the browser showed it, and what it says."""
        try:
            return page, await self._extraction.read_article_page(page)
        except NotAnArticle as error:
            if not self._renderer.wants_article(page, error):
                raise
            opened = await self._renderer.open_article(page, self._extraction.read_article_page)
            if opened is None:
                raise
            return opened

    async def read_further_pages(
        self, first: ArticlePage
    ) -> tuple[list[FetchedPage], list[ArticlePage | None]]:
        """Pages 2, 3, … in order, as fetched and as read; None stands for a missing one."""
        fetched: list[FetchedPage] = []
        rest: list[ArticlePage | None] = []
        announced = list(first.further)
        for url in announced:
            stopping = EngineView(self._crawler).closing()
            if stopping or len(rest) + 1 >= MAX_ARTICLE_PAGES:
                why = "the crawl is told to stop" if stopping else "too many"
                logger.warning("page %s and those after it are missing: %s", url, why)
                rest.append(None)
                break
            page = await self._fetch(url)
            read = None
            if page is not None:
                try:
                    page, read = await self.read_article_page(page)
                    fetched.append(page)
                    announced += [more for more in read.further if more not in announced]
                except NotAnArticle as error:
                    logger.warning("page %s is missing: %s", url, error.detail)
            rest.append(read)
        return fetched, rest

    async def _fetch(self, url: str) -> FetchedPage | None:
        """A further page of an article; None where it can't be had, which is logged."""
        address = self._scope.on_host(url)
        if address is None:
            return None
        try:
            response = await self._crawler.engine.download_async(Request(address))
        except Exception as error:  # any failed download leaves the article incomplete
            logger.warning("page %s is missing: %s", url, error)
            return None
        page = fetched_page(response)
        if page.status != 200:
            logger.warning("page %s is missing: %s", url, status_failure(page).detail)
            return None
        asked, came = (ArticleAddress.from_url(one) for one in (address, page.url))
        if asked != came or article_id(address) != article_id(page.url):
            logger.warning("page %s is missing: it leads to %s", url, page.url)
            return None
        return page
