"""The spider of Tianshan Net and its mirrors: the order of the crawl and nothing else.

Front page → channels → listing pages, newest first → articles, with all their pages.
The modules beside it know which page of a channel comes next (``paging``, ``listing_page``), what
is asked for again (``recheck``), what is wanted (``scope``), where a redirect may lead
(``redirects``), what would go on for ever (``traps``), and when a page is opened in a browser
(``page_reader``).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.utils.datatypes import LocalCache
from twisted.python.failure import Failure

from tsnet import __version__
from tsnet.arguments import CrawlArguments
from tsnet.assembly import assemble
from tsnet.browser.renderer import Renderer
from tsnet.channels import ChannelsRead
from tsnet.extraction_workers import (
    NO_WORKERS,
    ExtractionWorkers,
    NoWorkers,
    default_processes,
)
from tsnet.items import Article, ArticlePages, FetchedPage, NotModified, Reject, Sightings
from tsnet.responses import REDIRECTS, FetchFailure, fetch_failure, fetched_page
from tsnet.site.contents import ChannelLink, ListedArticle, Listing, NotAnArticle
from tsnet.site.urls import ArticleAddress, article_id, is_named_listing_url
from tsnet.spiders.listing_page import FRONT_PAGE, ListingPage, Stop
from tsnet.spiders.page_reader import PageReader, ReadListing
from tsnet.spiders.paging import Next, Paging
from tsnet.spiders.recheck import Recheck
from tsnet.spiders.redirects import check_leads_to_article, check_place, followed
from tsnet.spiders.scope import Scope
from tsnet.spiders.traps import MAX_NUMBERED, Traps
from tsnet.store.errors import StoreUnavailable
from tsnet.store.known import ABSENT, OTHER_ARTICLE, Known, NothingKnown
from tsnet.text.beijing import beijing_day

INDEX_FILE = "index.shtml"
"""The file in a channel's directory with its listing (site facts), where no link names another."""

SEEN_ELSEWHERE = 4096
"""Articles of which addresses are kept until they are read: not all of a crawl of any length."""

Yield = Request | Article | ArticlePages | NotModified | Reject | Sightings
"""What callbacks yield."""


class TianshanSpider(Spider):
    """Crawls the listings of one host; see ``CrawlArguments`` for its arguments."""

    name = "tianshan"

    def __init__(self, *args: Any, **kwargs: Any):
        """Raises ArgumentError for a wrong argument."""
        self.arguments = CrawlArguments.parse(kwargs)
        super().__init__(*args, **{k: v for k, v in kwargs.items() if k.startswith("_")})
        self.allowed_domains = [urlsplit(self.arguments.base_url).hostname or ""]
        self.known = NothingKnown()
        """What the store has already; the store's pipeline puts its own here."""
        self.channels = ChannelsRead()
        """What was found out about each channel."""
        self.overlap = timedelta()
        """How far before a channel's newest stored article articles are re-checked."""
        self.extraction: ExtractionWorkers
        """Where pages are read; set by ``from_crawler``."""
        self.renderer: Renderer
        """Opens pages in a browser, by the argument ``render``; set by ``from_crawler``."""
        self.reader: PageReader
        """Reads pages with these two; set by ``from_crawler``."""
        self._scope = Scope(self.arguments)
        self._traps = Traps()
        self._paging = Paging(self._scope, self.channels)
        self._seen_elsewhere = LocalCache[str, set[str]](SEEN_ELSEWHERE)
        """Article that is asked for → other addresses, by which later links lead to it. The oldest
        go first: they were read long ago, when the listing's Sightings told of them."""

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Name the project and whom to reach (TSNET_CONTACT) in the User-Agent; count workers."""
        super().update_settings(settings)
        if settings.get("TSNET_EXTRACTION_PROCESSES") in (None, ""):
            settings.set("TSNET_EXTRACTION_PROCESSES", default_processes(), priority="spider")
        contact = settings.get("TSNET_CONTACT") or "no contact given"
        agent = f"tsnet/{__version__} (news archive; {contact})"
        settings.set("USER_AGENT", agent, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> TianshanSpider:
        """Make the spider of ``crawler``. Raises ArgumentError for a wrong argument."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        spider.overlap = timedelta(days=settings.getint("TSNET_OVERLAP_DAYS"))
        spider.extraction = ExtractionWorkers(
            settings.getint("TSNET_EXTRACTION_PROCESSES"),
            settings.getfloat("TSNET_EXTRACTION_TIMEOUT"),
        )
        arguments = spider.arguments
        spider.renderer = Renderer.from_crawler(crawler, arguments.render, arguments.base_url)
        spider.reader = PageReader(crawler, spider._scope, spider.extraction, spider.renderer)
        crawler.signals.connect(spider.opened, signal=signals.spider_opened)
        crawler.signals.connect(spider.request_dropped, signal=signals.request_dropped)
        return spider

    @property
    def _recheck(self) -> Recheck:
        return Recheck(self.known, self.overlap, self.arguments.full)

    @staticmethod
    def check_arguments(given: Mapping[str, str]) -> None:
        """Raise ArgumentError for what ``-a`` gives, before anything is started."""
        CrawlArguments.parse(given)

    async def opened(self) -> None:
        """Raise CloseSpider where a browser is required (``render=always``) and there is none."""
        no_browser = await self.renderer.missing()
        if no_browser is not None:
            self.crawler.stats.set_value("tsnet/failure", no_browser)
            raise CloseSpider("no_browser")

    async def closed(self, reason: str) -> None:
        """Stop the extraction workers."""
        await self.extraction.close()

    async def start(self) -> AsyncIterator[Request]:
        """Request what failed last time, the channels given by path, the front page for others."""
        for failed in await self._to_retry():
            url = self._scope.article_url(failed)
            if url and self._scope.wants_article(failed):
                yield self._article_request(url, [failed])
        paths = [channel for channel in self.arguments.channels if "/" in channel]
        for path in paths:
            url = f"{self.arguments.base_url}/{path}/"
            yield self._listing_request(url, ListingPage(ChannelLink(url, path, "")))
        if len(paths) < len(self.arguments.channels) or not paths:
            yield self._listing_request(f"{self.arguments.base_url}/", ListingPage(FRONT_PAGE))

    async def _to_retry(self) -> Sequence[str]:
        try:
            return await self.known.to_retry()
        except StoreUnavailable as error:
            self.logger.error("what failed lately is left to the next run: %s", error)
            return ()

    async def parse_listing(self, response: Response, at: ListingPage) -> AsyncIterator[Yield]:
        """The front page or a page of a channel: what it leads to, then the channel's next page."""
        try:
            async for found in self._read_page(response, at):
                yield found
        except StoreUnavailable as error:
            failure = f"listing {response.url} is left to the next run: {error}"
            self.logger.error("%s", failure)
            stats = self.crawler.stats
            stats.set_value("tsnet/failure", stats.get_value("tsnet/failure", failure))
            self.channels.failed.add(at.channel.path)
        except NoWorkers as error:
            raise self._without_workers(error) from error

    def _without_workers(self, error: NoWorkers) -> CloseSpider:
        """What ends the crawl, as a failure, where no process can read its pages."""
        remedy = "see the log, or set TSNET_EXTRACTION_PROCESSES=0 to read pages without them"
        self.crawler.stats.set_value("tsnet/failure", f"{error}: {remedy}")
        return CloseSpider(NO_WORKERS)

    async def _read_page(self, response: Response, at: ListingPage) -> AsyncIterator[Yield]:
        """Yield what a listing page leads to, first channels, then articles, then the next page."""
        path = at.channel.path
        if at.number == 0:
            at = replace(at, window=await self._recheck.window(path))
        try:
            if response.status in REDIRECTS:
                yield self._followed(response)
                return
            read, stop = await self._read_listing(response, at)
        except NotAnArticle as error:
            for refused in self._refuse_listing(response, at, error):
                yield refused
            return
        listing = read.listing
        if listing.cut:
            self._note_failure(response.url, path, "cut", "the page breaks off")
        for request in self._channel_requests(listing, at):
            yield request
        known = await self._recheck.lookup(listing.articles)
        if at.number == 0:
            at = replace(at, window=self._recheck.window_of_listed(at, known))
        for request in self._article_requests(listing, known, at.window.recheck_from):
            yield request
        if at.number == 0:
            async for request in self._unlisted_requests(listing, at):
                yield request
        if elsewhere := self._scope.linked_elsewhere(listing):
            yield Sightings(elsewhere)
        stop = stop or at.stop(at.fresh(listing.articles), known, self.arguments)
        if stop is not Stop.CUT_SHORT:
            after = self._paging.after(listing, at, stop, whole=read.whole)
            if after:
                yield self._listing_request(*after)

    async def _read_listing(
        self, response: Response, at: ListingPage
    ) -> tuple[ReadListing, Stop | None]:
        """A page of a channel, and for what it grew no more in a browser. Raises NotAnArticle."""
        stop: Stop | None = None

        async def wanted(growths: int, added: Sequence[ListedArticle]) -> bool:
            nonlocal stop
            stop = at.stop(added, await self._recheck.lookup(added), self.arguments, growths)
            return stop is None

        check_place(response, at)
        read = await self.reader.read_listing(fetched_page(response), at.channel, wanted)
        self._note_listing(read, at.channel)
        listing = read.listing
        if at.number and not (listing.articles or listing.channels or listing.further):
            raise NotAnArticle("empty_page", "the page has no link to an article or a listing")
        return read, stop

    def listing_failed(self, failure: Failure) -> Iterator[Request]:
        """Count a listing page that could not be fetched, and go on with the one after it."""
        request: Request = failure.request  # type: ignore[attr-defined]
        at: ListingPage = request.cb_kwargs["at"]
        yield from self._lose_listing(request.url, at, fetch_failure(failure))

    def request_dropped(self, request: Request) -> None:
        """Keep the addresses of an article's second link; end a channel that leads in circles."""
        for url in request.cb_kwargs.get("seen_at", ()):
            if url != request.url:
                self._seen_elsewhere.setdefault(article_id(url), set()).add(url)
        at = request.cb_kwargs.get("at")
        if isinstance(at, ListingPage) and at.number:
            self._paging.met_again(at)

    async def parse_article(
        self, response: Response, seen_at: list[str], channel_name: str | None
    ) -> AsyncIterator[Yield]:
        """An article's first page: fetch the others, join them, yield record and pages."""
        page = fetched_page(response)
        stats = self.crawler.stats
        if page.status in REDIRECTS:
            yield self._redirected_article(response, page, seen_at[0])
            return
        stats.inc_value("tsnet/articles/read")
        identity = article_id(seen_at[0])
        if page.status == 304 and _is_conditional(response.request):
            yield NotModified(identity, page.url, page.fetched_at)
            return
        try:
            if page.status == 304:
                raise NotAnArticle("http_304", "the server holds that we have the page")
            page, first = await self.reader.read_article_page(page)
            fetched, rest = await self.reader.read_further_pages(first)
            article = assemble(first, rest)
        except NotAnArticle as error:
            yield self._reject(seen_at[0], error.reason, error.detail, page)
            return
        except NoWorkers as error:
            raise self._without_workers(error) from error
        assert article.published_at is not None  # read_article_page rejects a page without
        if not self.arguments.wants_day(beijing_day(article.published_at)):
            stats.inc_value("tsnet/articles/out_of_range")
            return
        elsewhere = sorted(self._seen_elsewhere.pop(identity, ()))
        article.urls = list(dict.fromkeys([*article.urls, page.url, *seen_at, *elsewhere]))
        # The name may have been met since the article was asked for.
        known_by = channel_name or self._channel_name(page.url)
        article.channel_name = article.channel_name or known_by
        article.spider = self.name
        article.job = getattr(self, "_job", None)
        yield ArticlePages(article.id, [page, *fetched])
        yield article
        if article.id != identity:
            # Otherwise nothing would be known of what was asked for, and each run would ask again.
            detail = f"the address leads to {page.url}"
            yield self._reject(seen_at[0], OTHER_ARTICLE, detail, None)

    def article_failed(self, failure: Failure) -> Iterator[Reject]:
        """Make a reject of an article that could not be fetched; the next run may try it again."""
        request: Request = failure.request  # type: ignore[attr-defined]
        why = fetch_failure(failure)
        self.crawler.stats.inc_value("tsnet/articles/read")
        self.crawler.stats.inc_value("tsnet/articles/failed")
        yield self._reject(request.cb_kwargs["seen_at"][0], why.reason, why.detail, why.page)

    def _followed(self, response: Response) -> Request:
        at_most = self.settings.getint("REDIRECT_MAX_TIMES")
        return followed(response, self.arguments.base_url, at_most)

    def _redirected_article(
        self, response: Response, page: FetchedPage, asked: str
    ) -> Request | Reject:
        """The request for where an article's address leads; a reject where that is no article."""
        try:
            request = self._followed(response)
            check_leads_to_article(request.url)
            return request
        except NotAnArticle as error:
            self.crawler.stats.inc_value("tsnet/articles/read")
            return self._reject(asked, error.reason, error.detail, page)

    def _note_listing(self, read: ReadListing, channel: ChannelLink) -> None:
        """Note that a page of a channel was read, and what of it those who judge the crawl need."""
        self.channels.listed.setdefault(channel.path, read.fetched_articles)
        if channel.is_numbered:
            self.channels.listed_by_number.update(read.listing.article_channels())
        self.crawler.stats.inc_value("tsnet/listings")
        self.crawler.stats.inc_value("tsnet/links", len(read.listing.articles))

    def _refuse_listing(
        self, response: Response, at: ListingPage, error: NotAnArticle
    ) -> Iterator[Reject | Request]:
        if error.reason == "challenge":
            page, now = fetched_page(response), datetime.now(timezone.utc)
            yield Reject(page.url, error.reason, error.detail, now, page)
        yield from self._lose_listing(response.url, at, FetchFailure(error.reason, error.detail))

    def _lose_listing(self, url: str, at: ListingPage, why: FetchFailure) -> Iterator[Request]:
        """Go on after a page that can't be read; one that does not exist may be beyond the end."""
        channel, absent = at.channel, why.reason in ABSENT
        is_directory = url == channel.url and not channel.is_numbered
        if is_directory and (absent or why.reason == "http_403"):
            # A host that gives no directory may still give the file in it.
            after: Next | None = (url + (channel.file or INDEX_FILE), at)
        elif absent and (at.number or at.inferred):
            self.logger.info("listing %s: %s", url, why.detail)
            after = self._paging.after_absent(at)
        else:
            self._note_failure(url, channel.path, why.reason, why.detail)
            after = self._paging.after_lost(at)
        if after:
            yield self._listing_request(*after)

    def _note_failure(self, url: str, channel: str, reason: str, detail: str) -> None:
        """Note that a page of a channel was not read, or not whole: the next run looks again."""
        self.logger.warning("listing %s was not read: %s (%s)", url, reason, detail)
        self.crawler.stats.inc_value("tsnet/listings/failed")
        self.crawler.stats.set_value("tsnet/listings/last_error", f"{url}: {detail}")
        self.channels.failed.add(channel)

    async def _unlisted_requests(self, listing: Listing, at: ListingPage) -> AsyncIterator[Request]:
        """Ask for what is stored of the channels whose first page was read, where it may be gone.

        A request for what is on a listing is dropped.
        """
        own = at.channel.path
        for channel in (own, *(listing.article_channels() if at.channel.is_numbered else ())):
            is_own = channel == own
            day = at.window.recheck_from if is_own else await self._recheck.overlap_from(channel)
            for stored in await self._recheck.unlisted(channel, day):
                url = self._scope.article_url(stored.url)
                if url and self._scope.wants_article(url, stored.published):
                    headers = self._recheck.conditions(stored)
                    yield self._article_request(url, [url], headers=headers)

    def _channel_requests(self, listing: Listing, at: ListingPage) -> Iterator[Request]:
        """Ask for the channels to which a listing leads, or for the parts of a front page.

        Those are its frames, or the pages of the newspaper's issue of which it is the first.
        """
        path = at.channel.path
        if at.channel == FRONT_PAGE:
            for part in self._scope.parts_of_front_page(listing):
                yield self._listing_request(part, at)
        repeats = self._traps.repeats_one_above(path, listing.channels)
        seeks = path == FRONT_PAGE.path and self._scope.lacks_a_channel(listing)
        for link in listing.channels:
            if repeats and link.path.startswith(f"{path}/"):
                continue
            if link.name and not link.is_numbered:
                self.channels.names.setdefault(link.path, link.name)
            url = self._scope.on_host(link.url)
            if link.is_numbered:
                # Which channels' articles it lists is seen on it.
                wanted = self._admit_numbered(link)
            else:
                wanted = seeks or self.arguments.wants_channel(link.path)
            if url and wanted:
                at_link = ListingPage(replace(link, url=url), inferred=is_named_listing_url(url))
                yield self._listing_request(url, at_link)
        for channel in self._scope.unlinked_channels(listing):
            yield self._listing_request(channel.url, ListingPage(channel, inferred=True))

    def _admit_numbered(self, link: ChannelLink) -> bool:
        """Whether a listing without a directory is read; the first that is not is told."""
        if self._traps.admit_numbered(link):
            return True
        if not self.crawler.stats.get_value("tsnet/listings/beyond_bound"):
            self.logger.warning(
                "of listings without a directory %d are read, but not %s nor others",
                *(MAX_NUMBERED, link.url),
            )
        self.crawler.stats.inc_value("tsnet/listings/beyond_bound")
        return False

    def _listing_request(self, url: str, at: ListingPage) -> Request:
        return Request(
            url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            priority=10,
            meta={"handle_httpstatus_list": REDIRECTS},
            cb_kwargs={"at": at},
        )

    def _article_requests(
        self,
        listing: Listing,
        known: Mapping[str, Known],
        recheck_from: date | None,
    ) -> Iterator[Request]:
        for listed in listing.articles:
            url = self._scope.article_url(listed.url)
            day = listed.published
            if url is None or not self._scope.wants_article(listed.url, day):
                continue
            headers = {}
            stored = known.get(article_id(url))
            if stored is not None:
                if self._recheck.passes_by(stored, day, recheck_from):
                    continue
                if url == self._scope.article_url(stored.url):
                    headers = self._recheck.conditions(stored)
            name = self._channel_name(url)
            seen_at = list(dict.fromkeys([url, *listed.seen_at]))
            yield self._article_request(url, seen_at, name, headers)

    def _channel_name(self, url: str) -> str | None:
        """The name of the channel in which an article's address lies; None where it was not met."""
        address = ArticleAddress.from_url(url)
        return self.channels.names.get(address.channel_path) if address else None

    def _article_request(
        self,
        url: str,
        seen_at: list[str],
        channel_name: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Request:
        self.crawler.stats.inc_value("tsnet/articles/requested")
        return Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            headers=headers,
            meta={"handle_httpstatus_list": [304, *REDIRECTS]},
            cb_kwargs={"seen_at": seen_at, "channel_name": channel_name},
        )

    def _reject(self, url: str, reason: str, detail: str, page: FetchedPage | None) -> Reject:
        return Reject(url, reason, detail, datetime.now(timezone.utc), page, article_id(url))


def _is_conditional(request: Request | None) -> bool:
    return request is not None and (
        "If-None-Match" in request.headers or "If-Modified-Since" in request.headers
    )
