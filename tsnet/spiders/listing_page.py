"""Where a page stands in the paging of its channel, and whether what follows it is wanted.

Pure: what the paging of a channel depends on travels in the requests of its pages, so that a crawl
can be resumed, and shared by several workers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from tsnet.arguments import CrawlArguments
from tsnet.site.contents import ChannelLink, ListedArticle, channels_of
from tsnet.site.urls import article_id
from tsnet.store.known import Known

FRONT_PAGE = ChannelLink("", "", "")
"""What stands for the channel of the front page, which is a listing that belongs to none."""

BARREN_PAGES = 3
"""Pages one after the other that give nothing new, after which a channel is at its end: a pager may
announce more pages than there are, or offer 下一页 for ever."""

RECENT_PAGES = 3
"""Pages of a channel whose articles are nothing new on the next ones: what stands beside the list
of each page (热点, 推荐), what moved on while it is read, pages that alternate for ever."""


class Stop(Enum):
    """Why the paging of a channel ends before its last page."""

    CUT_SHORT = "no more is wanted of it"
    REACHED_KNOWN = "what follows is known"


@dataclass(frozen=True, slots=True)
class Window:
    """How far back a channel is read again."""

    recheck_from: date | None = None
    """First day whose known articles are re-checked; None: known articles are passed by."""
    covered_to: date | None = None
    """Day down to which nothing is missing of the channel; None where no run has read it whole."""

    def ends_with(self, newest: date) -> bool:
        """Whether nothing is missing after a wholly known page whose newest article is this old."""
        if self.recheck_from is None or self.covered_to is None:
            return False
        return newest < min(self.recheck_from, self.covered_to)


@dataclass(frozen=True, slots=True)
class ListingPage:
    """Where a listing page stands in the paging of its channel; travels in its request."""

    channel: ChannelLink
    """The channel that is paged through."""
    number: int = 0
    """How many pages of it were asked for before."""
    window: Window = Window()
    """How far back the channel is read again; found out with its first page."""
    recent: tuple[frozenset[str], ...] = ()
    """Ids of the articles on each of the last pages that gave new ones, RECENT_PAGES at most."""
    following: tuple[str, ...] = ()
    """Addresses of the next pages as an earlier page announced them, should this one not be had."""
    barren: int = 0
    """Pages just before this one, one after the other, that gave nothing new."""
    gap: bool = False
    """Whether one of those may have had articles: it was not there, or showed none."""
    inferred: bool = False
    """Whether no link led to it: it is where the articles of a channel have their listing."""

    def fresh(self, articles: Sequence[ListedArticle]) -> list[ListedArticle]:
        """Those of the page's ``articles`` that stood on none of the last pages."""
        before = frozenset[str]().union(*self.recent)
        return [listed for listed in articles if article_id(listed.url) not in before]

    def stop(
        self,
        fresh: Sequence[ListedArticle],
        known: Mapping[str, Known],
        arguments: CrawlArguments,
        growths: int = 0,
    ) -> Stop | None:
        """Why nothing after this page is wanted, which lists what is ``fresh``; None: it may be.

        ``growths``: how often it grew in a browser until it listed that; each is a page more.
        """
        paths = [self.channel.path, *(channels_of(fresh) if self.channel.is_numbered else ())]
        if self.channel == FRONT_PAGE or not any(map(arguments.wants_channel, paths)):
            return Stop.CUT_SHORT  # read for the channels to which it leads
        if arguments.max_pages is not None and self.number + growths + 1 >= arguments.max_pages:
            return Stop.CUT_SHORT
        days = [listed.published for listed in fresh]
        if not days or None in days:
            return None
        newest = max(day for day in days if day)
        if arguments.since is not None and newest < arguments.since:
            return Stop.CUT_SHORT
        all_known = all(article_id(listed.url) in known for listed in fresh)
        return Stop.REACHED_KNOWN if all_known and self.window.ends_with(newest) else None

    def after_articles(
        self, articles: Sequence[ListedArticle], further: Sequence[str]
    ) -> ListingPage:
        """The page after this one, which lists ``articles`` and announces ``further``."""
        ids = frozenset(article_id(listed.url) for listed in articles)
        recent = (*self.recent, ids)[-RECENT_PAGES:]
        return replace(self._next(further), recent=recent, barren=0, gap=False)

    def after_barren(self, further: Sequence[str], *, gap: bool) -> ListingPage | None:
        """The page after this one, which gives nothing new; None: the channel is at its end."""
        if not further or self.barren + 1 >= BARREN_PAGES:
            return None
        return replace(self._next(further), barren=self.barren + 1, gap=self.gap or gap)

    def after_failure(self) -> ListingPage | None:
        """The page after this one, which can't be read; None when no earlier page announced it."""
        return self._next(self.following) if self.following else None

    def _next(self, further: Sequence[str]) -> ListingPage:
        following = tuple(further[1 : 1 + BARREN_PAGES]) or self.following[1:]
        return replace(self, number=self.number + 1, following=following)
