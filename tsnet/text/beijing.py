"""Beijing time. Loads nothing heavy: Scrapy imports every command whenever one is run."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")
"""The one legal time of China."""

_DAYS = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def beijing_day(moment: datetime) -> date:
    """The day in China of an aware moment."""
    return moment.astimezone(BEIJING).date()


def beijing_time(moment: datetime | None, form: str = "%Y-%m-%d %H:%M") -> str:
    """An aware moment as people in China write it (``form``: strftime's); empty for None."""
    return "" if moment is None else moment.astimezone(BEIJING).strftime(form)


def named_day(text: str, *, last: bool) -> date:
    """The first or last day of ``2025``, ``2025-03`` or ``2025-03-18``. Raises ValueError."""
    if not _DAYS.fullmatch(text):
        raise ValueError(text)
    day = date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    if last and len(text) == len("2025"):
        return day.replace(month=12, day=31)
    if last and len(text) == len("2025-03"):
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day
