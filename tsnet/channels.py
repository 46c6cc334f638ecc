"""What a crawl finds out about the channels it reads, for those who judge it. Knows no Scrapy.

The spider keeps it, as ``channels``; extensions read it, and the workers of a shared crawl exchange
it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class ChannelsRead:
    """The channels of one crawl, by path (``xwzx/szxw``); the front page has the empty one."""

    names: dict[str, str] = field(default_factory=dict)
    """Channel → its name, as the first link to it says."""
    newest: dict[str, date] = field(default_factory=dict)
    """Channel read → newest day in its listing."""
    listed: dict[str, int] = field(default_factory=dict)
    """Channel read → article links on the first page of its listing."""
    listed_by_number: set[str] = field(default_factory=set)
    """Channels of which a listing without a directory has articles."""
    read_to_end: set[str] = field(default_factory=set)
    """Channels whose paging came to its end or to what is known, not to a limit."""
    failed: set[str] = field(default_factory=set)
    """Channels in which a page could not be had."""

    def note_days(self, channel: str, days: Iterable[date | None], today: date) -> None:
        """Note the days in a listing of ``channel``; one after ``today`` is mistyped."""
        dated = [day for day in days if day and day <= today]
        self.newest[channel] = max([self.newest.get(channel, date.min), *dated])

    @classmethod
    def of(cls, spider: object) -> ChannelsRead:
        """Those of ``spider``; none at all where it keeps no account of them."""
        found = getattr(spider, "channels", None)
        return found if isinstance(found, cls) else cls()
