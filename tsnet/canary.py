"""The canary: a few polite requests that tell whether the site still is what extraction expects."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from tsnet.arguments import CrawlArguments
from tsnet.extraction import Listing, NotAnArticle, read_article_page, read_listing
from tsnet.items import FetchedPage
from tsnet.responses import fetch_failure, fetched_page
from tsnet.site.urls import on_host_of, same_site
from tsnet.spiders.tianshan import TianshanSpider
from tsnet.terminal import counted

MOST_SECTIONS = 2
"""Pages without an article, above a channel's listing, that the canary goes through."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing that the canary looked at."""

    name: str
    """What: ``front page: channels``."""
    found: str
    """What was found, for a person."""
    sound: bool
    """Whether extraction can work with it."""


class CanarySpider(Spider):
    """Fetches the front page, the first channel's listing and its newest article."""

    name = "canary"
    update_settings = TianshanSpider.update_settings

    def __init__(self, *args: Any, base_url: str = "", **kwargs: Any):
        """``base_url``: as for a crawl. Raises ArgumentError."""
        super().__init__(*args, **kwargs)
        self.arguments = CrawlArguments.parse({"base_url": base_url})
        self.observations: list[Observation] = []
        """What was seen, in the order in which it was."""

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the front page."""
        yield self._request(f"{self.arguments.base_url}/", self.parse_front, "front page")

    def parse_front(self, response: Response, what: str) -> Iterator[Request]:
        """Look at the front page and go on to a channel."""
        listing = self._read_listing(response, what)
        if listing is None:
            return
        self._observe(what, "channels", len(listing.channels))
        # A front page may lead to channels alone; what matters is whether the last canary saw more.
        links = str(len(listing.articles) or "none")
        self.observations.append(Observation(f"{what}: article links", links, True))
        yield from self._request_channel(listing, 0)

    def parse_listing(self, response: Response, what: str, above: int) -> Iterator[Request]:
        """Look at a listing and go on to its newest article.

        One without an article is a section's: go on to a channel of it. ``above``: how many were.
        """
        listing = self._read_listing(response, what)
        if listing is None:
            return
        if not listing.articles and listing.channels and above < MOST_SECTIONS:
            yield from self._request_channel(listing, above + 1)
            return
        self._observe(what, "article links", len(listing.articles))
        pages = len(listing.further)
        paging = counted(pages, "further page") if pages else "load-more" * listing.grows_by_script
        self.observations.append(Observation(f"{what}: paging", paging or "none", True))
        for article in listing.articles[:1]:
            url = on_host_of(article.url, self.arguments.base_url)
            if url:
                yield self._request(url, self.parse_article, "article")

    def parse_article(self, response: Response, what: str) -> None:
        """Look at an article."""
        try:
            article = read_article_page(self._page(response)).article
        except NotAnArticle as error:
            self.observations.append(Observation(what, f"{error.reason}: {error.detail}", False))
            return
        self._observe(what, "title", len(article.title), "characters")
        self._observe(what, "body", len(article.body), "characters")
        self._observe(what, "lines of the body", article.body.count("\n") + 1, "")
        for name, value in (
            ("date", article.published_raw),
            ("source", article.source),
            ("editors", "、".join(article.editors)),
            ("rights notice", article.rights.notice and "there"),
            ("licence block", "、".join(one.kind for one in article.rights.licences)),
        ):
            # A page may lack these; what matters is whether the last canary saw them.
            self.observations.append(Observation(f"{what}: {name}", value or "none", True))
        quality = article.quality
        damage = f"{quality.annotations} annotations, {quality.repaired} runs, {quality.lost} lost"
        self.observations.append(Observation(f"{what}: damage", damage, True))

    def failed(self, failure: Failure) -> None:
        """Note a page that could not be fetched."""
        why = fetch_failure(failure)
        what = failure.request.cb_kwargs["what"]  # type: ignore[attr-defined]
        self.observations.append(Observation(what, f"{why.reason}: {why.detail}", False))

    def _request_channel(self, listing: Listing, above: int) -> Iterator[Request]:
        """Ask for a channel whose articles are shown, else for the first."""
        shown = listing.article_channels()
        for link in sorted(listing.channels, key=lambda link: link.path not in shown)[:1]:
            url = link.url + link.file
            yield self._request(url, self.parse_listing, "listing", above=above)

    def _request(self, url: str, callback: Any, what: str, **more: int) -> Request:
        return Request(
            url, callback=callback, errback=self.failed, cb_kwargs={"what": what, **more}
        )

    def _read_listing(self, response: Response, what: str) -> Listing | None:
        try:
            return read_listing(self._page(response))
        except NotAnArticle as error:
            self.observations.append(Observation(what, f"{error.reason}: {error.detail}", False))
            return None

    def _page(self, response: Response) -> FetchedPage:
        """The page. Raises NotAnArticle where redirects led to another host: a crawl refuses it."""
        page = fetched_page(response)
        if not same_site(page.url, self.arguments.base_url):
            detail = f"the address leads to {page.url}, on another host"
            raise NotAnArticle("foreign_redirect", detail)
        return page

    def _observe(self, what: str, name: str, count: int, unit: str = "") -> None:
        self.observations.append(
            Observation(f"{what}: {name}", f"{count} {unit}".strip(), count > 0)
        )


def gone(observations: list[Observation], before: Mapping[str, str]) -> set[str]:
    """Names of what an earlier canary found (name → found) and this one did not."""
    return {
        observation.name
        for observation in observations
        if observation.found == "none" and before.get(observation.name, "none") != "none"
    }
