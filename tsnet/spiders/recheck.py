"""What a crawl asks for again of what is stored: how far back, and how.

Knows no Scrapy, and of the store no more than its answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from tsnet.site.contents import ListedArticle
from tsnet.site.urls import ArticleAddress, article_id
from tsnet.spiders.listing_page import FRONT_PAGE, ListingPage, Window
from tsnet.store.known import Known, NothingKnown
from tsnet.text.beijing import beijing_day


@dataclass(frozen=True, slots=True)
class Recheck:
    """The rules of one crawl for what it has already. Its questions raise StoreUnavailable."""

    known: NothingKnown
    """What the store has already."""
    overlap: timedelta
    """How far before a channel's newest stored article articles are re-checked."""
    full: bool
    """Whether everything is fetched again."""

    async def lookup(self, articles: Sequence[ListedArticle]) -> Mapping[str, Known]:
        """What is known of ``articles``; where nothing tells the day of one, its record does."""
        known = await self.known.lookup([article_id(listed.url) for listed in articles])
        for listed in articles:
            stored = known.get(article_id(listed.url))
            if listed.published is None and stored is not None:
                listed.published = stored.published
        return known

    async def window(self, channel: str) -> Window:
        """How far back a channel (path) is read again."""
        if self.full or channel == FRONT_PAGE.path:
            return Window()
        return Window(await self.overlap_from(channel), await self.known.covered_to(channel))

    async def overlap_from(self, channel: str) -> date | None:
        """First day of the overlap of what is stored of a channel; None where nothing is."""
        newest = await self.known.newest(channel)
        return beijing_day(newest) - self.overlap if newest else None

    def window_of_listed(self, at: ListingPage, known: Mapping[str, Known]) -> Window:
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
        if self.full or len(days) * 2 <= len(dated):
            return at.window
        return replace(at.window, recheck_from=max(days) - self.overlap)

    async def unlisted(self, channel: str, recheck_from: date | None) -> Sequence[Known]:
        """What is stored of a channel from that day on: what was taken off is on no listing.

        With the front page that whose address names no channel.
        """
        if self.full or channel == FRONT_PAGE.path:
            recheck_from = await self.overlap_from(channel)
        return await self.known.since(channel, recheck_from) if recheck_from else ()

    def passes_by(self, stored: Known, day: date | None, recheck_from: date | None) -> bool:
        """Whether an article of that day is not asked for again where a listing leads to it."""
        if self.full or self._is_recent(stored.denied_at):
            return False
        return recheck_from is None or (day is not None and day < recheck_from)

    def conditions(self, stored: Known) -> dict[str, str]:
        """Headers with which what is stored is asked for again."""
        return {} if self.full else stored.conditions()

    def _is_recent(self, moment: datetime | None) -> bool:
        """Whether a moment is in the last days that are checked again: no host fails for longer."""
        return moment is not None and moment > datetime.now(timezone.utc) - self.overlap
