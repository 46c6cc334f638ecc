"""Beijing time. Loads nothing heavy: Scrapy imports every command whenever one is run."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")
"""The one legal time of China."""


def beijing_day(moment: datetime) -> date:
    """The day in China of an aware moment."""
    return moment.astimezone(BEIJING).date()


def beijing_time(moment: datetime | None, form: str = "%Y-%m-%d %H:%M") -> str:
    """An aware moment as people in China write it (``form``: strftime's); empty for None."""
    return "" if moment is None else moment.astimezone(BEIJING).strftime(form)
