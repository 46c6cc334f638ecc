"""Which listings and articles a crawl is for, and where its host has them. Knows no Scrapy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tsnet.arguments import CrawlArguments, names_channel
from tsnet.site.contents import ChannelLink, Listing
from tsnet.site.urls import ArticleAddress, article_id, is_page_of_paper, on_host_of


@dataclass(frozen=True, slots=True)
class Scope:
    """What a crawl's arguments make of the addresses that it meets."""

    arguments: CrawlArguments
    """What was asked for."""

    def on_host(self, url: str) -> str | None:
        """The address on the crawled host; None for one of another site."""
        return on_host_of(url, self.arguments.base_url)

    def article_url(self, url: str) -> str | None:
        """Where the crawled host serves the article, the same for each of its addresses."""
        address = ArticleAddress.from_url(url)
        return self.on_host(url) if address is None else self.arguments.base_url + address.path()

    def wants_article(self, url: str, day: date | None = None) -> bool:
        """Whether its day and its channel are wanted. ``day``: what a listing says; else the
        address may."""
        address = ArticleAddress.from_url(url)
        if address is not None:
            day = address.published
        if day is not None and not self.arguments.wants_day(day):
            return False
        return address is None or self.arguments.wants_channel(address.channel_path)

    def lacks_a_channel(self, listing: Listing) -> bool:
        """Whether a code was asked for of a channel that ``listing`` does not lead to."""
        paths = [*(link.path for link in listing.channels), *listing.article_channels()]
        return any(
            "/" not in asked and not any(names_channel(asked, path) for path in paths)
            for asked in self.arguments.channels
        )

    def parts_of_front_page(self, listing: Listing) -> list[str]:
        """Addresses of the parts of a front page that are read as it is.

        Those are its frames, or the pages of the newspaper's issue of which it is the first.
        """
        leads_on = listing.articles or listing.channels
        parts = filter(None, map(self.on_host, listing.further))
        return [part for part in parts if not leads_on or is_page_of_paper(part, part)]

    def unlinked_channels(self, listing: Listing) -> list[ChannelLink]:
        """The wanted channels in which articles of a listing lie, but to which it has no link."""
        linked = {link.path for link in listing.channels}
        return [
            ChannelLink(f"{self.arguments.base_url}/{path}/", path, "")
            for path in listing.article_channels()
            if path not in linked and self.arguments.wants_channel(path)
        ]

    def linked_elsewhere(self, listing: Listing) -> dict[str, list[str]]:
        """Other addresses than those of the crawled host by which a listing leads to articles.

        By the articles' ids.
        """
        others: dict[str, list[str]] = {}
        for listed in listing.articles:
            fetched = self.article_url(listed.url)
            if urls := [url for url in listed.seen_at if url != fetched]:
                others[article_id(listed.url)] = urls
        return others
