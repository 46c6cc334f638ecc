"""Dates as Chinese news pages write them.

Pure text; knows no HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from operator import methodcaller

from tsnet.text.beijing import BEIJING
from tsnet.text.spacing import EDGE, narrow

_GAP = rf"[\s{EDGE}]{{0,4}}"
"""Bounded, since the gaps of the pattern stand side by side."""
_DATE = re.compile(
    rf"""(?<![\d.-])(?P<year>\d{{4}}|\ufffd[09]\d\d){_GAP}[-/.年\ufffd]{_GAP}
         (?P<month>\d{{1,2}}){_GAP}[-/.月\ufffd]{_GAP}
         (?P<day>\d{{1,2}})(?!\d)(?:{_GAP}[日号])?
         (?:{_GAP}(?:[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?{_GAP})?
            [T,，|｜·]?{_GAP}(?:时间:{_GAP})?
            (?:(?P<half>上午|下午|晚[上间]?|傍晚|午后|中午|凌晨|清晨|早[上晨]?|AM|PM){_GAP})?
            (?P<hour>\d{{1,2}})(?:{_GAP}[:时点\ufffd]{_GAP})
            (?P<minute>\d{{1,2}})(?!\d)
            (?:{_GAP}[:分\ufffd]{_GAP}(?P<second>\d{{1,2}})(?!\d)(?:\.\d{{1,6}})?秒?|{_GAP}分(?!享))?
            (?:{_GAP}(?P<late>[AP]M)(?![A-Za-z]))?
            (?P<zone>Z|[+-]\d\d:?\d\d)?
         )?""",
    re.VERBOSE,
)
_STAMP = re.compile(
    r"(?<![\w.-])(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)[ T]?"
    r"(?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d)(?!\w)"
)
"""``20250319193842``, as a system counts that shows it as it is."""
_CLOCK = rf"(?:{_GAP}(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?!\d))?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    r"(?<![A-Za-z])(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?"
    r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
)
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_KNOWN_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.-])(?:(?P<year>(?:19|20)\d\d){_GAP}[-/.年]?{_GAP})?(?P<month>\d{{1,2}}){_GAP}[-/.月]?"
        rf"{_GAP}(?<!\d\d\d)(?P<day>\d{{1,2}})(?!:?\d)日?{_CLOCK}",
        rf"(?<![A-Za-z\d_.-])(?:(?P<year>(?:19|20)\d\d)|(?P<short>\d\d)(?=[-/.年]))(?P<part>[-/.年]?)"
        rf"(?P<month>\d\d)(?:(?P=part)|月)(?P<day>\d\d)(?![\d_])日?{_CLOCK}",
        rf"(?<!\d)(?P<day>\d{{1,2}})日?[{EDGE}\s]{{1,4}}(?P<year>(?:19|20)\d\d){_GAP}[-/.年]{_GAP}"
        rf"(?P<month>\d{{1,2}})(?!\d|{_GAP}[-/.]{_GAP}\d)月?{_CLOCK}",
        rf"(?<![\d.-])(?P<month>\d{{1,2}})[-/.月](?P<day>\d{{1,2}})日?[{EDGE}\s]{{1,4}}"
        rf"(?P<year>(?:19|20)\d\d)年?(?!\d|{_GAP}[-/.]{_GAP}\d){_CLOCK}",
        rf"{_MONTH_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)(?!\d)"
        rf",?{_CLOCK}",
        rf"{_MONTH_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{_CLOCK}(?: [A-Z]{{3,4}})?"
        rf" (?P<year>(?:19|20)\d\d)(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}}) {_MONTH_NAME},? (?P<year>(?:19|20)\d\d)(?!\d),?{_CLOCK}",
        rf"(?P<year>[一二][〇○零一二三四五六七八九]{{3}})年(?P<month>十?[一二]|[三四五六七八九十])月"
        rf"(?P<day>[二三]?十?[一二三四五六七八九]|[二三]?十)日{_CLOCK}",
    )
)
"""Notations that leave something open: the year or its century, whether it is a date at all, the
zone of an English one.  In order: with a time of day or set as a calendar; ``20250319``,
``25-03-19``; the day above year and month; month and day above the year; ``March 19, 2025``,
``Wed Mar 19 19:38:42 CST 2025``; ``19 Mar 2025``; 二〇二五年三月十九日."""
_TIME_BEFORE = re.compile(
    rf"(?<![\d.-])(?<!\d:)(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::(?P<second>\d\d))?[,，]?{_GAP}$"
)
_EDGE_BEFORE_TIME = re.compile(rf"(?<=[\d０-９日])[{EDGE}]+(?=[\d０-９]{{1,2}}[:：时])")
_MORNING = frozenset({"凌晨", "清晨", "早", "早上", "早晨", "上午", "AM"})
_AFTERNOON = frozenset({"下午", "午后", "傍晚", "晚", "晚上", "晚间", "PM"})


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


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every full date (year, month, day) of a text that is a real day, in order.

    ``2025-03-19 19:38:42``, ``2019年06月03日 11:20``, ``2025/03/19``, ``2025.3.19``, ISO 8601,
    ``20250319193842``, full-width digits, the time of day in front; ``24:00`` ends the day.  U+FFFD
    may stand for a separator that is lost, or for the first digit of the year: no other century has
    had the web.
    """
    narrowed = narrow(text)
    found = [*_DATE.finditer(narrowed), *_STAMP.finditer(narrowed)]
    for match in sorted(found, key=methodcaller("start")):
        start, end = match.span()
        time: dict[str, str | None] = match.groupdict()
        zone = time.get("zone")
        if time["hour"] is None:
            before = _TIME_BEFORE.search(narrowed, max(0, start - 14), start)
            if before:
                start, time = before.start(), before.groupdict()
        hour = int(time["hour"] or 0)
        minute, second = int(time["minute"] or 0), int(time["second"] or 0)
        is_midnight = (hour, minute, second) == (24, 0, 0)
        try:
            at = datetime(
                _year(match["year"]),
                int(match["month"]),
                int(match["day"]),
                0 if is_midnight else _hour(hour, time.get("half") or time.get("late")),
                minute,
                second,
                tzinfo=BEIJING,
            ) + timedelta(days=is_midnight)
        except (ValueError, OverflowError):
            continue
        if zone:
            at = _in_zone(at, zone)
        stripped = text[start:end].strip(f" \t\r\n\u3000\xa0{EDGE}")
        shown = _EDGE_BEFORE_TIME.sub(" ", stripped).replace(EDGE, "")
        yield FoundDate(start, end, shown, at, time["hour"] is not None)


def find_known_date(text: str, day: date) -> FoundDate | None:
    """Where a text states a day that is known, in a notation that alone would be doubtful.

    Without its year, then with a time of day (``01-23 19:38``); year, month and day parted by the
    edges of elements, as calendars set them (``2025 01/23``); ``20250123``, ``25-01-23``, an
    English date, one in Chinese numerals.  None when it does not.
    """
    narrowed = narrow(text)
    for pattern in _KNOWN_DATES:
        for match in pattern.finditer(narrowed):
            groups = match.groupdict()
            if not _is_day(groups, day):
                continue
            hour, minute, second = (int(groups[name] or 0) for name in ("hour", "minute", "second"))
            if hour < 24 and minute < 60 and second < 60:
                at = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=BEIJING)
                raw = text[match.start() : match.end()].replace(EDGE, " ").strip()
                timed = groups["hour"] is not None
                return FoundDate(match.start(), match.end(), raw, at, timed)
    return None


def _is_day(groups: dict[str, str | None], day: date) -> bool:
    """Whether what a pattern of ``_KNOWN_DATES`` found is this day."""
    year, name = groups.get("year"), groups.get("name")
    if groups.get("short"):
        year = f"{day:%C}{groups['short']}"
    if year is None and not groups["hour"]:
        return False
    month = _MONTHS.index(name.lower()) + 1 if name else _number(groups["month"] or "")
    return (year is None or _number(year) == day.year) and (
        (month, _number(groups["day"] or "")) == (day.month, day.day)
    )


def _number(text: str) -> int:
    """A number in digits or, up to 99, in Chinese numerals; a year's numerals one a digit."""
    tens, ten, units = text.translate(_NUMERALS).partition("十")
    return int(tens or 1) * 10 + int(units or 0) if ten else int(tens)


def _year(text: str) -> int:
    return int(text.replace("\ufffd", "1" if text[1] == "9" else "2"))


def _hour(hour: int, half: str | None) -> int:
    if hour == 12 and half in _MORNING:
        return 0  # as clocks of twelve hours show the first of the day: 上午12:31
    is_after_noon = half in _AFTERNOON or (half == "中午" and hour < 4)
    return hour + 12 if is_after_noon and hour < 12 else hour


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


def to_utc(at: datetime) -> datetime:
    """A moment in UTC; a year that UTC cannot hold is cut to the first moment of year 1."""
    try:
        return at.astimezone(timezone.utc)
    except OverflowError:
        return datetime.min.replace(tzinfo=timezone.utc)


def read_day(text: str) -> date | None:
    """The first day of a text; None when there is none."""
    return next((found.at.date() for found in find_dates(text)), None)
