"""Articles by month as a table of years, each cell an address that narrows the search to it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tsnet.store.results import Count

LEVELS = 5
"""Shades of a cell, from 1; 0 is an empty one."""

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(slots=True, frozen=True)
class Period:
    """A month or a year, and how many articles fall into it."""

    since: date
    """First day."""
    until: date
    """Last day."""
    count: int
    """Articles published in it."""
    level: int
    """Shade, 0 to LEVELS."""
    chosen: bool
    """True when the search reaches into it and is narrower than all time."""

    @property
    def key(self) -> str:
        """``2025-03``."""
        return f"{self.since:%Y-%m}"


@dataclass(slots=True, frozen=True)
class Year:
    """A row of the table."""

    whole: Period
    """The year itself."""
    months: list[Period]
    """Twelve."""


def years(counts: Iterable[Count], since: date | None, until: date | None) -> list[Year]:
    """The table for ``Archive.count("month")``, newest year first; months of no date left out.

    ``since`` and ``until``: what the reader has narrowed the search to.
    """
    by_month: dict[tuple[int, int], int] = {}
    for counted in counts:
        named = _MONTH.fullmatch(counted.key)
        if named and int(named[1]):
            by_month[int(named[1]), int(named[2])] = counted.count
    most = max(by_month.values(), default=0)
    narrowed = bool(since or until)

    def period(first: date, last: date, count: int, level: int) -> Period:
        inside = last >= (since or last) and first <= (until or first)
        return Period(first, last, count, level, narrowed and inside)

    rows = []
    for year in sorted({year for year, _ in by_month}, reverse=True):
        months = []
        for month in range(1, 13):
            count = by_month.get((year, month), 0)
            last = date(year, month, monthrange(year, month)[1])
            level = -(-count * LEVELS // most)
            months.append(period(date(year, month, 1), last, count, level))
        total = sum(month.count for month in months)
        rows.append(Year(period(date(year, 1, 1), date(year, 12, 31), total, 0), months))
    return rows
