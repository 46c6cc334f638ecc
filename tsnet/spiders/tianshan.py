"""The spider of Tianshan Net and its mirrors: the order of the crawl and nothing else.

Front page → channels → listing pages, newest first → articles, with all their pages.
When a channel has been read far enough, ``tsnet.spiders.listing_page`` knows.
"""

from __future__ import annotations

import re
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
from tsnet.arguments import CrawlArguments, names_channel
from tsnet.assembly import ArticlePage, assemble
from tsnet.browser.growth import Ending, Wanted
from tsnet.browser.renderer import Renderer, needs_browser
from tsnet.channels import ChannelsRead
from tsnet.engine_view import EngineView
from tsnet.extraction_workers import (
    NO_WORKERS,
    ExtractionWorkers,
    NoWorkers,
    default_processes,
)
from tsnet.items import Article, ArticlePages, FetchedPage, NotModified, Reject, Sightings
from tsnet.responses import (
    REDIRECTS,
    FetchFailure,
    fetch_failure,
    fetched_page,
    location_of,
    status_failure,
)
from tsnet.site.contents import ChannelLink, ListedArticle, Listing, NotAnArticle
from tsnet.site.urls import (
    ArticleAddress,
    article_id,
    channel_path,
    directory_url,
    is_listing_url,
    is_named_listing_url,
    is_numbered_listing_url,
    is_page_of_paper,
    listing_page_number,
    on_host_of,
    redirect_target,
    without_session,
)
from tsnet.spiders.listing_page import FRONT_PAGE, ListingPage, Stop, Window
from tsnet.store.errors import StoreUnavailable
from tsnet.store.known import ABSENT, MAX_ARTICLE_PAGES, OTHER_ARTICLE, Known, NothingKnown
from tsnet.text.beijing import beijing_day

INDEX_FILE = "index.shtml"
"""The file in a channel's directory with its listing (site facts), where no link names another."""

REDIRECTED = "tsnet_redirected"
"""Meta key of a request that redirects led to: how many they were."""

SEEN_ELSEWHERE = 4096
"""Articles of which addresses are kept until they are read: not all of a crawl of any length."""

MAX_NUMBERED = 500
"""Listings without a directory that are read: a program may answer any number, for ever."""

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
        self.numbered: set[str] = set()
        """Listings without a directory that were asked for: their paths."""
        self.overlap = timedelta()
        """How far before a channel's newest stored article articles are re-checked."""
        self.extraction: ExtractionWorkers
        """Where pages are read; set by ``from_crawler``."""
        self.renderer: Renderer
        """Opens pages in a browser, by the argument ``render``; set by ``from_crawler``."""
        self._seen_elsewhere = LocalCache[str, set[str]](SEEN_ELSEWHERE)
        """Article that is asked for → other addresses, by which later links lead to it.  The oldest
        go first: they were read long ago, when the listing's Sightings told of them."""
        self._below: dict[str, frozenset[str]] = {}
        """Listing read → the channels below it that it leads to, relative to it."""

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
        crawler.signals.connect(spider.opened, signal=signals.spider_opened)
        crawler.signals.connect(spider.request_dropped, signal=signals.request_dropped)
        return spider

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
            url = self._article_url(failed)
            if url and self._wanted_article(failed):
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
            at = replace(at, window=await self._window(path))
        stop: Stop | None = None

        async def wanted(growths: int, added: Sequence[ListedArticle]) -> bool:
            nonlocal stop
            stop = at.stop(added, await self._lookup(added), self.arguments, growths)
            return stop is None

        try:
            if response.status in REDIRECTS:
                yield self._redirected(response)
                return
            _check_place(response, at)
            listing, whole = await self._read_listing(response, at.channel, wanted)
            if at.number and not (listing.articles or listing.channels or listing.further):
                raise NotAnArticle("empty_page", "the page has no link to an article or a listing")
        except NotAnArticle as error:
            for refused in self._refuse_listing(response, at, error):
                yield refused
            return
        if listing.cut:
            self._note_failure(response.url, path, "cut", "the page breaks off")
        for request in self._channel_requests(listing, at):
            yield request
        known = await self._lookup(listing.articles)
        if at.number == 0 and not self.arguments.full:
            at = replace(at, window=self._window_of_listed(at, known))
        for request in self._article_requests(listing, known, at.window.recheck_from):
            yield request
        if at.number == 0:
            for request in await self._unlisted_requests(path, at.window.recheck_from):
                yield request
            for channel in listing.article_channels() if at.channel.is_numbered else ():
                first_day = await self._overlap_from(channel)
                for request in await self._unlisted_requests(channel, first_day):
                    yield request
        if elsewhere := self._linked_elsewhere(listing):
            yield Sightings(elsewhere)
        stop = stop or at.stop(at.fresh(listing.articles), known, self.arguments)
        if stop is not Stop.CUT_SHORT:
            for request in self._next_page(listing, at, stop, whole=whole):
                yield request

    def _next_page(
        self, listing: Listing, at: ListingPage, stop: Stop | None, *, whole: bool
    ) -> Iterator[Request]:
        """Go on in a channel, or note why that ends; ``whole``: no browser would show more."""
        path = at.channel.path
        today = beijing_day(datetime.now(timezone.utc))
        days = [listed.published for listed in listing.articles]
        dated = [day for day in days if day and day <= today]  # a later one is mistyped
        newest = self.channels.newest
        newest[path] = max([newest.get(path, date.min), *dated])
        if listing.guessed and not (whole or stop):
            self.channels.failed.add(path)  # a browser might show more than the pages guessed
        further = [*filter(None, map(self._on_host, listing.further or listing.guessed))]
        further = further or [*(at.following if listing.cut else ())]
        if at.number and not at.fresh(listing.articles):
            yield from self._after_barren_page(at, further, gap=not listing.articles)
            return
        if at.gap:
            self.channels.failed.add(path)  # what it left out is looked for again
        if stop is Stop.REACHED_KNOWN:
            self.channels.read_to_end.add(path)
        elif whole and not further:
            self._note_end(path)
        elif further:
            after = at.after_articles(listing.articles, further)
            yield self._listing_request(further[0], after)

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
            if at.gap:
                self.channels.failed.add(at.channel.path)
            else:
                self._note_end(at.channel.path)

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
            page, first = await self._read_article_page(page)
            fetched, rest = await self._further_pages(first)
            article = assemble(first, rest)
        except NotAnArticle as error:
            yield self._reject(seen_at[0], error.reason, error.detail, page)
            return
        except NoWorkers as error:
            raise self._without_workers(error) from error
        assert article.published_at is not None  # read_article_page rejects a page without
        if not self._wanted_day(beijing_day(article.published_at)):
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

    def _redirected(self, response: Response) -> Request:
        """Follow a redirect within the host. Raises NotAnArticle for any other.

        Scrapy's own middleware would drop one to another host, or to an address that was asked
        for already, without a word.
        """
        location = location_of(response) or ""
        url = redirect_target(response.url, location, self.arguments.base_url)
        if url is None:
            detail = f"the address leads to {location}, on another host"
            if response.url == f"{self.arguments.base_url}/":
                scheme, host = urlsplit(response.urljoin(location))[:2]
                detail += f"; to crawl that one: -a base_url={scheme}://{host}"
            raise NotAnArticle("foreign_redirect", detail)
        times = response.meta.get(REDIRECTED, 0) + 1
        # No cookies are kept, so an address that leads to itself does so for ever.
        if url == response.url or times > self.settings.getint("REDIRECT_MAX_TIMES"):
            raise NotAnArticle("redirect_loop", f"{times} redirects, the last to {location}")
        assert response.request is not None
        name = "handle_httpstatus_list"
        return response.request.replace(
            url=url, dont_filter=True, meta={name: response.meta[name], REDIRECTED: times}
        )

    def _redirected_article(
        self, response: Response, page: FetchedPage, asked: str
    ) -> Request | Reject:
        """The request for where an article's address leads; a reject where that is no article."""
        try:
            followed = self._redirected(response)
            if is_listing_url(followed.url) or is_numbered_listing_url(followed.url):
                reason = "not_found_page" if channel_path(followed.url) else "to_front_page"
                detail = f"the address leads to {followed.url}, which is a listing"
                raise NotAnArticle(reason, detail)
            return followed
        except NotAnArticle as error:
            self.crawler.stats.inc_value("tsnet/articles/read")
            return self._reject(asked, error.reason, error.detail, page)

    async def _read_listing(
        self, response: Response, channel: ChannelLink, wanted: Wanted
    ) -> tuple[Listing, bool]:
        """A listing, opened in a browser where that is called for, and whether it is the whole.

        Raises NotAnArticle.
        """
        page = fetched_page(response)
        listing = await self.extraction.read_listing(page)
        # As fetched: how far a browser made a listing grow differs from run to run.
        as_fetched = len(listing.articles)
        whole = not needs_browser(page, listing)
        if self.renderer.wants_listing(page, listing):
            name = " ".join(filter(None, (channel.name, channel.path))) or page.url
            opened = await self.renderer.open_listing(page, listing, name, wanted)
            if opened is not None:
                shown = {article_id(a.url): a for a in (*listing.articles, *opened.articles)}
                listing = await self.extraction.read_listing(opened.page)
                for listed in listing.articles:
                    shown.pop(article_id(listed.url), None)
                listing.articles += shown.values()
                whole = opened.ending is Ending.EXHAUSTED
                if opened.grown:
                    listing.guessed = []
        if listing.excuse and not listing.articles:
            raise listing.excuse
        self.channels.listed.setdefault(channel.path, as_fetched)
        if channel.is_numbered:
            self.channels.listed_by_number.update(listing.article_channels())
        self.crawler.stats.inc_value("tsnet/listings")
        self.crawler.stats.inc_value("tsnet/links", len(listing.articles))
        return listing, whole

    def _refuse_listing(
        self, response: Response, at: ListingPage, error: NotAnArticle
    ) -> Iterator[Reject | Request]:
        if error.reason == "challenge":
            page, now = fetched_page(response), datetime.now(timezone.utc)
            yield Reject(page.url, error.reason, error.detail, now, page)
        yield from self._lose_listing(response.url, at, FetchFailure(error.reason, error.detail))

    def _lose_listing(self, url: str, at: ListingPage, why: FetchFailure) -> Iterator[Request]:
        """Go on after a page that can't be read; one that does not exist may be beyond the end."""
        channel = at.channel
        is_directory = url == channel.url and not channel.is_numbered
        if is_directory and why.reason in (*ABSENT, "http_403"):
            # A host that gives no directory may still give the file in it.
            yield self._listing_request(url + (channel.file or INDEX_FILE), at)
            return
        if (at.number or at.inferred) and why.reason in ABSENT:
            self.logger.info("listing %s: %s", url, why.detail)
            yield from self._after_barren_page(at, (), gap=True)
            return
        self._note_failure(url, channel.path, why.reason, why.detail)
        after = at.after_failure()
        if after:
            yield self._listing_request(at.following[0], after)

    def _note_failure(self, url: str, channel: str, reason: str, detail: str) -> None:
        """Note that a page of a channel was not read, or not whole: the next run looks again."""
        self.logger.warning("listing %s was not read: %s (%s)", url, reason, detail)
        self.crawler.stats.inc_value("tsnet/listings/failed")
        self.crawler.stats.set_value("tsnet/listings/last_error", f"{url}: {detail}")
        self.channels.failed.add(channel)

    def _after_barren_page(
        self, at: ListingPage, further: Sequence[str], *, gap: bool
    ) -> Iterator[Request]:
        """Go on after a page that gave nothing new, unless the channel is at its end.

        ``further``: what it announces; where that is nothing, what an earlier page did counts.
        """
        further = further or at.following
        after = at.after_barren(further, gap=gap)
        if after:
            yield self._listing_request(further[0], after)
        else:
            self._note_end(at.channel.path)

    def _note_end(self, path: str) -> None:
        """Note that a channel has no further page; what is before ``since`` may be missing."""
        if self.arguments.since is None:
            self.channels.read_to_end.add(path)

    async def _read_article_page(self, page: FetchedPage) -> tuple[FetchedPage, ArticlePage]:
        """The page as read, and as fetched or as the browser showed it. Raises NotAnArticle."""
        try:
            return page, await self.extraction.read_article_page(page)
        except NotAnArticle as error:
            if not self.renderer.wants_article(page, error):
                raise
            opened = await self.renderer.open_article(page, self.extraction.read_article_page)
            if opened is None:
                raise
            return opened

    async def _window(self, channel: str) -> Window:
        if self.arguments.full or channel == FRONT_PAGE.path:
            return Window()
        return Window(await self._overlap_from(channel), await self.known.covered_to(channel))

    async def _overlap_from(self, channel: str) -> date | None:
        """First day of the overlap of what is stored of a channel; None where nothing is."""
        newest = await self.known.newest(channel)
        return beijing_day(newest) - self.overlap if newest else None

    def _window_of_listed(self, at: ListingPage, known: Mapping[str, Known]) -> Window:
        """The window of a channel whose first page, ``at``, lists what is ``known``.

        Where that has no directory, or most of it has addresses that name no channel, the page
        tells what belongs to it.
        """
        dated = [(one.published, one.url) for one in known.values() if one.published]
        days = [
            day
            for day, url in dated
            if at.channel.is_numbered or ArticleAddress.from_url(url) is None
        ]
        if len(days) * 2 <= len(dated):
            return at.window
        return replace(at.window, recheck_from=max(days) - self.overlap)

    async def _unlisted_requests(self, channel: str, recheck_from: date | None) -> list[Request]:
        """Ask for what is stored from that day on: what was taken off is on no listing.

        A request for what is on one is dropped. With the front page those are asked for whose
        address names no channel.
        """
        full = self.arguments.full
        if full or channel == FRONT_PAGE.path:
            recheck_from = await self._overlap_from(channel)
        if recheck_from is None:
            return []
        return [
            self._article_request(url, [url], headers={} if full else stored.conditions())
            for stored in await self.known.since(channel, recheck_from)
            if (url := self._article_url(stored.url))
            and self._wanted_article(url, stored.published)
        ]

    def _channel_requests(self, listing: Listing, at: ListingPage) -> Iterator[Request]:
        """Ask for the channels to which a listing leads, or for the parts of a front page.

        Those are its frames, or the pages of the newspaper's issue of which it is the first.
        """
        path = at.channel.path
        if at.channel == FRONT_PAGE:
            leads_on = listing.articles or listing.channels
            for part in filter(None, map(self._on_host, listing.further)):
                if not leads_on or is_page_of_paper(part, part):
                    yield self._listing_request(part, at)
        repeats = self._repeats_one_above(listing, path)
        seeks = path == FRONT_PAGE.path and self._lacks_a_channel(listing)
        for link in listing.channels:
            if repeats and link.path.startswith(f"{path}/"):
                continue
            if link.name and not link.is_numbered:
                self.channels.names.setdefault(link.path, link.name)
            url = self._on_host(link.url)
            if link.is_numbered:
                # Which channels' articles it lists is seen on it.
                wanted = self._admit_numbered(link)
            else:
                wanted = seeks or self.arguments.wants_channel(link.path)
            if url and wanted:
                at_link = ListingPage(replace(link, url=url), inferred=is_named_listing_url(url))
                yield self._listing_request(url, at_link)
        linked = {link.path for link in listing.channels}
        for channel in listing.article_channels():
            if channel not in linked and self.arguments.wants_channel(channel):
                url = f"{self.arguments.base_url}/{channel}/"
                yield self._listing_request(
                    url, ListingPage(ChannelLink(url, channel, ""), inferred=True)
                )

    def _admit_numbered(self, link: ChannelLink) -> bool:
        """Note a listing without a directory, unless as many as are read were noted before."""
        if link.path in self.numbered or len(self.numbered) < MAX_NUMBERED:
            self.numbered.add(link.path)
            return True
        if not self.crawler.stats.get_value("tsnet/listings/beyond_bound"):
            self.logger.warning(
                "of listings without a directory %d are read, but not %s nor others",
                *(MAX_NUMBERED, link.url),
            )
        self.crawler.stats.inc_value("tsnet/listings/beyond_bound")
        return False

    def _lacks_a_channel(self, listing: Listing) -> bool:
        """Whether a code was asked for that the front page does not lead to."""
        paths = [*(link.path for link in listing.channels), *listing.article_channels()]
        return any(
            "/" not in asked and not any(names_channel(asked, path) for path in paths)
            for asked in self.arguments.channels
        )

    def _repeats_one_above(self, listing: Listing, path: str) -> bool:
        """Whether a listing leads to the same below itself as one above it does below that.

        A host that answers whatever lies below a listing with this listing, whose links are
        relative, would lead deeper for ever.
        """
        prefix = f"{path}/" if path else ""
        paths = [link.path for link in listing.channels if link.path.startswith(prefix)]
        own = self._below.setdefault(path, frozenset(one.removeprefix(prefix) for one in paths))
        ends = [0, *(match.start() for match in re.finditer("/", path))] if path else []
        return any(own and own == self._below.get(path[:end]) for end in ends)

    def _listing_request(self, url: str, at: ListingPage) -> Request:
        return Request(
            url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            priority=10,
            meta={"handle_httpstatus_list": REDIRECTS},
            cb_kwargs={"at": at},
        )

    async def _lookup(self, articles: Sequence[ListedArticle]) -> Mapping[str, Known]:
        """What is known of ``articles``; where nothing tells the day of one, its record does."""
        known = await self.known.lookup([article_id(listed.url) for listed in articles])
        for listed in articles:
            stored = known.get(article_id(listed.url))
            if listed.published is None and stored is not None:
                listed.published = stored.published
        return known

    def _article_requests(
        self,
        listing: Listing,
        known: Mapping[str, Known],
        recheck_from: date | None,
    ) -> Iterator[Request]:
        for listed in listing.articles:
            url = self._article_url(listed.url)
            day = listed.published
            if url is None or not self._wanted_article(listed.url, day):
                continue
            headers = {}
            stored = known.get(article_id(url))
            if stored is not None and not self.arguments.full:
                earlier = recheck_from is None or (day is not None and day < recheck_from)
                if earlier and not self._is_recent(stored.denied_at):
                    continue
                if url == self._article_url(stored.url):
                    headers = stored.conditions()
            name = self._channel_name(url)
            seen_at = list(dict.fromkeys([url, *listed.seen_at]))
            yield self._article_request(url, seen_at, name, headers)

    def _is_recent(self, moment: datetime | None) -> bool:
        """Whether a moment is in the last days that are checked again: no host fails for longer."""
        return moment is not None and moment > datetime.now(timezone.utc) - self.overlap

    def _channel_name(self, url: str) -> str | None:
        """The name of the channel in which an article's address lies; None where it was not met."""
        address = ArticleAddress.from_url(url)
        return self.channels.names.get(address.channel_path) if address else None

    def _linked_elsewhere(self, listing: Listing) -> dict[str, list[str]]:
        """Other addresses than those of the crawled host by which a listing leads to articles."""
        others: dict[str, list[str]] = {}
        for listed in listing.articles:
            fetched = self._article_url(listed.url)
            if urls := [url for url in listed.seen_at if url != fetched]:
                others[article_id(listed.url)] = urls
        return others

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

    async def _further_pages(
        self, first: ArticlePage
    ) -> tuple[list[FetchedPage], list[ArticlePage | None]]:
        """Pages 2, 3, … in order, as fetched and as read; None stands for a missing one."""
        fetched: list[FetchedPage] = []
        rest: list[ArticlePage | None] = []
        announced = list(first.further)
        for url in announced:
            stopping = EngineView(self.crawler).closing()
            if stopping or len(rest) + 1 >= MAX_ARTICLE_PAGES:
                why = "the crawl is told to stop" if stopping else "too many"
                self.logger.warning("page %s and those after it are missing: %s", url, why)
                rest.append(None)
                break
            page = await self._fetch(url)
            read = None
            if page is not None:
                try:
                    page, read = await self._read_article_page(page)
                    fetched.append(page)
                    announced += [more for more in read.further if more not in announced]
                except NotAnArticle as error:
                    self.logger.warning("page %s is missing: %s", url, error.detail)
            rest.append(read)
        return fetched, rest

    async def _fetch(self, url: str) -> FetchedPage | None:
        address = self._on_host(url)
        if address is None:
            return None
        try:
            response = await self.crawler.engine.download_async(Request(address))
        except Exception as error:  # any failed download leaves the article incomplete
            self.logger.warning("page %s is missing: %s", url, error)
            return None
        page = fetched_page(response)
        if page.status != 200:
            self.logger.warning("page %s is missing: %s", url, status_failure(page).detail)
            return None
        asked, came = (ArticleAddress.from_url(one) for one in (address, page.url))
        if asked != came or article_id(address) != article_id(page.url):
            self.logger.warning("page %s is missing: it leads to %s", url, page.url)
            return None
        return page

    def _reject(self, url: str, reason: str, detail: str, page: FetchedPage | None) -> Reject:
        return Reject(url, reason, detail, datetime.now(timezone.utc), page, article_id(url))

    def _on_host(self, url: str) -> str | None:
        return on_host_of(url, self.arguments.base_url)

    def _article_url(self, url: str) -> str | None:
        """Where the crawled host serves the article, the same for each of its addresses."""
        address = ArticleAddress.from_url(url)
        return self._on_host(url) if address is None else self.arguments.base_url + address.path()

    def _wanted_article(self, url: str, day: date | None = None) -> bool:
        """``day``: what a listing says; else the address may."""
        address = ArticleAddress.from_url(url)
        if address is not None:
            day = address.published
        if day is not None and not self._wanted_day(day):
            return False
        return address is None or self.arguments.wants_channel(address.channel_path)

    def _wanted_day(self, day: date) -> bool:
        since, until = self.arguments.since, self.arguments.until
        return (since is None or day >= since) and (until is None or day <= until)


def _is_conditional(request: Request | None) -> bool:
    return request is not None and (
        "If-None-Match" in request.headers or "If-Modified-Since" in request.headers
    )


def _check_place(response: Response, at: ListingPage) -> None:
    """Raise NotAnArticle for a page that redirects led out of its channel, or back to its start."""
    if REDIRECTED not in response.meta:
        return
    url = without_session(response.url)
    if at.number:
        elsewhere = directory_url(url) != directory_url(at.channel.url)
        elsewhere = elsewhere or listing_page_number(url) == 0
    else:
        # The front page; a channel may have moved to another directory.
        elsewhere = not channel_path(url) and at.channel != FRONT_PAGE
    if elsewhere:
        raise NotAnArticle("not_found_page", f"the address leads to {url}")
