"""Where a host would lead a crawl on for ever, and how far it is followed. Knows no Scrapy."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tsnet.site.contents import ChannelLink

MAX_NUMBERED = 500
"""Listings without a directory that are read: a program may answer any number, for ever."""


class Traps:
    """What one crawl has met of that which may go on for ever."""

    def __init__(self) -> None:
        self._numbered: set[str] = set()
        self._below: dict[str, frozenset[str]] = {}

    def admit_numbered(self, link: ChannelLink) -> bool:
        """Whether a listing without a directory is read; not where as many others were before."""
        if link.path in self._numbered:
            return True
        if len(self._numbered) >= MAX_NUMBERED:
            return False
        self._numbered.add(link.path)
        return True

    def repeats_one_above(self, path: str, channels: Iterable[ChannelLink]) -> bool:
        """Whether the listing at ``path`` leads to the same below itself as one above it does.

        A host that answers whatever lies below a listing with this listing, whose links are
        relative, would lead deeper for ever. ``channels``: to which the listing leads; those count
        that it had when it was read first.
        """
        prefix = f"{path}/" if path else ""
        below = (link.path for link in channels if link.path.startswith(prefix))
        own = self._below.setdefault(path, frozenset(one.removeprefix(prefix) for one in below))
        ends = [0, *(match.start() for match in re.finditer("/", path))] if path else []
        return any(own and own == self._below.get(path[:end]) for end in ends)
