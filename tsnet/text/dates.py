"""Dates as Chinese news pages write them, and Beijing time.

Pure text; knows no HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timezone
from zoneinfo import ZoneInfo

from tsnet.text.spacing import EDGE, narrow

BEIJING = ZoneInfo("Asia/Shanghai")
"""The one legal time of China."""

_GAP = rf"[\s{EDGE}]{{0,4}}"
"""Bounded, since the gaps of the pattern stand side by side."""
_DATE = re.compile(
    rf"""(?<![\d.-])(?P<year>\d{{4}}|\ufffd[09]\d\d){_GAP}[-/.年\ufffd]{_GAP}
         (?P<month>\d{{1,2}}){_GAP}[-/.月\ufffd]{_GAP}
         (?P<day>\d{{1,2}})(?!\d)(?:{_GAP}[日号])?
         (?:{_GAP}(?:[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?{_GAP})?
            [T,，|｜·]?{_GAP}
            (?:(?P<half>上午|下午|晚上|中午|凌晨|早上|AM|PM){_GAP})?
            (?P<hour>\d{{1,2}})(?:{_GAP}[:时点\ufffd]{_GAP})
            (?P<minute>\d{{1,2}})(?!\d)
            (?:{_GAP}[:分\ufffd]{_GAP}(?P<second>\d{{1,2}})(?!\d)(?:\.\d{{1,6}})?秒?|{_GAP}分(?!享))?
            (?P<zone>Z|[+-]\d\d:?\d\d)?
         )?""",
    re.VERBOSE,
)
_SHORT_DATE = re.compile(
    rf"""(?<![\d.-])(?:(?P<year>(?:19|20)\d\d){_GAP}[-/.年]?{_GAP})?
         (?P<month>\d{{1,2}}){_GAP}[-/.月]?{_GAP}(?<!\d\d\d)
         (?P<day>\d{{1,2}})(?!\d)日?
         (?:{_GAP}(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?!\d))?""",
    re.VERBOSE,
)
_EDGE_BEFORE_TIME = re.compile(rf"(?<=[\d０-９日])[{EDGE}]+(?=[\d０-９]{{1,2}}[:：时])")
_AFTERNOON = frozenset({"下午", "晚上", "PM"})


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    raw: str
    """As the text writes it."""
    at: datetime
    """In Beijing time; midnight where the text gives no time of day."""
    has_time: bool
    """Whether the text gives a time of day."""


def beijing_day(moment: datetime) -> date:
    """The day in China of an aware moment."""
    return moment.astimezone(BEIJING).date()


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every full date (year, month, day) of a text that is a real day, in order.

    ``2025-03-19 19:38:42``, ``2019年06月03日 11:20``, ``2025/03/19``, ``2025.3.19``, ISO 8601,
    full-width digits.  U+FFFD may stand for a separator that is lost, or for the first digit of
    the year: no other century has had the web.
    """
    for match in _DATE.finditer(narrow(text)):
        hour, minute = match["hour"], match["minute"]
        end = match.end()
        raw = text[match.start() : end]
        try:
            at = datetime(
                _year(match["year"]),
                int(match["month"]),
                int(match["day"]),
                _hour(int(hour), match["half"]) if hour else 0,
                int(minute) if hour else 0,
                int(match["second"] or 0) if hour else 0,
                tzinfo=BEIJING,
            )
        except ValueError:
            continue
        if match["zone"]:
            at = _in_zone(at, match["zone"])
        stripped = raw.strip(f" \t\r\n\u3000\xa0{EDGE}")
        shown = _EDGE_BEFORE_TIME.sub(" ", stripped).replace(EDGE, "")
        yield FoundDate(match.start(), end, shown, at, hour is not None)


def find_short_date(text: str, day: date) -> FoundDate | None:
    """Where a text states a day that is known, but not in full; None when it does not.

    Without its year, then with a time of day (``01-23 19:38``); or year, month and day parted by
    the edges of elements, as calendars set them (``2025 01/23``).
    """
    for match in _SHORT_DATE.finditer(narrow(text)):
        if (int(match["month"]), int(match["day"])) != (day.month, day.day):
            continue
        if match["year"] != str(day.year) if match["year"] else not match["hour"]:
            continue
        hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
        if hour < 24 and minute < 60 and second < 60:
            at = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=BEIJING)
            raw = text[match.start() : match.end()].replace(EDGE, " ").strip()
            return FoundDate(match.start(), match.end(), raw, at, match["hour"] is not None)
    return None


def _year(text: str) -> int:
    return int(text.replace("\ufffd", "1" if text[1] == "9" else "2"))


def _hour(hour: int, half: str | None) -> int:
    return hour + 12 if half in _AFTERNOON and hour < 12 else hour


def _in_zone(at: datetime, zone: str) -> datetime:
    """The moment in Beijing time of a clock time that names its own zone."""
    text = "+00:00" if zone == "Z" else zone
    if ":" not in text:
        text = f"{text[:3]}:{text[3:]}"
    try:
        named = datetime.fromisoformat(at.replace(tzinfo=None).isoformat() + text)
        return named.astimezone(BEIJING)
    except (ValueError, OverflowError):
        return at


def read_date(text: str) -> datetime | None:
    """The first date of a text in UTC, read as Beijing time; None when there is none.

    >>> read_date("2025-03-19 07:38:42").isoformat()
    '2025-03-18T23:38:42+00:00'
    """
    for found in find_dates(text):
        return to_utc(found.at)
    return None


def to_utc(at: datetime) -> datetime:
    """A moment in UTC; a year that UTC cannot hold is cut to the first moment of year 1."""
    try:
        return at.astimezone(timezone.utc)
    except OverflowError:
        return datetime.min.replace(tzinfo=timezone.utc)


def read_day(text: str) -> date | None:
    """The first day of a text; None when there is none."""
    for found in find_dates(text):
        return found.at.date()
    return None
