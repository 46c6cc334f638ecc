"""Which page of a channel comes after another, and when it is at its end. Knows no Scrapy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone

from tsnet.channels import ChannelsRead
from tsnet.site.contents import Listing
from tsnet.spiders.listing_page import ListingPage, Stop
from tsnet.spiders.scope import Scope
from tsnet.text.beijing import beijing_day

Next = tuple[str, ListingPage]
"""Address of a page that is to be asked for, and where it stands in its channel."""


class Paging:
    """The way through the channels of one crawl; notes which of them were read to their end."""

    def __init__(self, scope: Scope, channels: ChannelsRead):
        self._scope = scope
        self._channels = channels

    def after(
        self, listing: Listing, at: ListingPage, stop: Stop | None, *, whole: bool
    ) -> Next | None:
        """The page after one that was read; ``whole``: no browser would show more of that one."""
        path = at.channel.path
        days = [listed.published for listed in listing.articles]
        self._channels.note_days(path, days, beijing_day(datetime.now(timezone.utc)))
        if listing.guessed and not (whole or stop):
            self._channels.failed.add(path)  # a browser might show more than the pages guessed
        announced = filter(None, map(self._scope.on_host, listing.further or listing.guessed))
        further = [*announced] or [*(at.following if listing.cut else ())]
        if at.number and not at.fresh(listing.articles):
            return self._after_barren(at, further, gap=not listing.articles)
        if at.gap:
            self._channels.failed.add(path)  # what it left out is looked for again
        if stop is Stop.REACHED_KNOWN:
            self._channels.read_to_end.add(path)
        elif whole and not further:
            self._note_end(path)
        elif further:
            return further[0], at.after_articles(listing.articles, further)
        return None

    def after_absent(self, at: ListingPage) -> Next | None:
        """The page after one that does not exist, which may be beyond the channel's end."""
        return self._after_barren(at, (), gap=True)

    def after_lost(self, at: ListingPage) -> Next | None:
        """The page after one that could not be read, where an earlier one announced it."""
        after = at.after_failure()
        return (at.following[0], after) if after else None

    def met_again(self, at: ListingPage) -> None:
        """End a channel that leads in circles: to a page that was asked for before."""
        if at.gap:
            self._channels.failed.add(at.channel.path)
        else:
            self._note_end(at.channel.path)

    def _after_barren(self, at: ListingPage, further: Sequence[str], *, gap: bool) -> Next | None:
        """The page after one that gave nothing new, unless the channel is at its end.

        ``further``: what it announces; where that is nothing, what an earlier page did counts.
        """
        further = further or at.following
        after = at.after_barren(further, gap=gap)
        if after:
            return further[0], after
        self._note_end(at.channel.path)
        return None

    def _note_end(self, path: str) -> None:
        """Note that a channel has no further page; what is before ``since`` may be missing."""
        if self._scope.arguments.since is None:
            self._channels.read_to_end.add(path)
