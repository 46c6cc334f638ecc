"""Which marks are likely where: what opens, closes and ends a line, and what stands before numbers.

All weights are logarithms: how much likelier, or below zero less likely, a character is than it
would be otherwise.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from functools import cache

LINE = 80
"""Characters on either side of one in which brackets and quotations may be opened and closed."""

LAST_OF_PROSE = {"。": 4.0}
"""What ends a line of sentences."""

# What a mark weighs if it
_OPENING_ONE = 15.0
"""opens what is closed behind it and nothing before it has opened;"""
_CLOSING_ONE = 8.0
"""closes what is open, last in a run within a line;"""
_CLOSING_LAST = 25.0
"""closes what is open, at the end of a line;"""
_CLOSING_NONE = -6.0
"""closes what is not open;"""
_CLOSING_ANYWHERE = 3.0
"""closes what is open, at any place;"""
_OPENING_TWICE = -6.0
"""opens what is open already."""

_CLOSED_BY = dict(zip("“‘《〈「『【（", "”’》〉」』】）", strict=True))
_OPENED_BY = str.maketrans({closing: opening for opening, closing in _CLOSED_BY.items()})
_MARK = re.compile(f"[{''.join(_CLOSED_BY)}{''.join(_CLOSED_BY.values())}]")
# A quotation may have been opened in another paragraph.
_CLOSING_NEEDED = frozenset("》〉」』】）")

# The marks with one first byte that stand at the end of a line, and how often each does in three
# lines of any page that end so.
_LAST_MARKS = {"；": 1.0, "：": 1.0, "？": 0.5, "！": 0.4, "，": 0.1}

# What a line of sentences has in it, and hardly any headline.
_OF_PROSE = re.compile("[。；]|[，,].*[，,]")

# What hardly any sentence has but a question; how much likelier its mark is then, and otherwise.
_QUESTION = re.compile(
    "(?:[吗呢谁哪]|[怎什][么样]|[为如]何|为啥|何[时处人为以在]|[是能可会]否|多少|有没有"
    "|([是会能要该])不\\1)[^。！？；：]*$"
)
_ASKED = 6.0
_NOT_ASKED = -2.0

# What stands before a number, by what is around it, and how much likelier that makes it. 第 is what
# nine in ten of 4,800 such numbers had before them in judgments and news.
_ORDINAL = re.compile("[0-9]*(?:[-—至、.][0-9]+){0,9}[条号届轮次期项章款页版回]")
_COUNTED = 13.0

# Behind a label stands ：.
_LABEL = re.compile(
    "(?:电话|热线|传真|邮编|邮箱|号码|编号|账号|地址|附件|如下|(?<![段长些的多])时间)$"
)
# Here it does where no number follows, too.
_ANNOUNCED = re.compile("如下$")
_LABELLED = 7.0

# Between two numbers of the same kind (7日、8日) stands 、.
_NUMBER = re.compile("[0-9][^，。；！？、]{0,6}([一-龥%％℃])$")
_PARTING = re.compile("[，。；！？、]")
_NUMBERED_ALIKE = 6.0

# Before an item of a numbered list stands ；, or ： before its first one: before 707 of 730.
_ITEM = re.compile("[0-9]?[、.．](?![0-9])")
_ITEM_BEFORE = re.compile("[0-9][、.．](?![0-9])")
_LISTED = 12.0


def awaited_behind(line: str) -> str:
    """Give the marks that close what a line has opened."""
    awaited = ""
    for mark in _MARK.findall(line):
        awaited = awaited.replace(mark, "") + _CLOSED_BY.get(mark, "")
    return awaited


def still_awaited(awaited: str, shown: str) -> str:
    """Give the marks that close what is open behind a character, by those that did before it."""
    if not _MARK.fullmatch(shown):
        return awaited
    return awaited_behind(awaited.translate(_OPENED_BY) + shown)


def closed_first(rest: str) -> str:
    """Give the first mark that closes what a text has not opened, if there is one."""
    opened = ""
    for mark in _MARK.findall(rest):
        if mark in _CLOSED_BY:
            opened += _CLOSED_BY[mark]
        elif mark not in opened:
            return str(mark)
        else:
            opened = opened.replace(mark, "", 1)
    return ""


@cache
def weights_anywhere(awaited: str, closed: str) -> dict[str, float]:
    """Weigh the marks that open or close something.

    awaited: what closes what is open. closed: the mark that is closed first behind them and was
    opened before or where they stand; empty if none is.
    """
    weights = dict.fromkeys(awaited.translate(_OPENED_BY), _OPENING_TWICE)
    weights |= dict.fromkeys(awaited, _CLOSING_ANYWHERE)
    weights |= dict.fromkeys(_CLOSING_NEEDED - set(awaited), _CLOSING_NONE)
    if closed not in awaited:
        weights[closed.translate(_OPENED_BY)] = _OPENING_ONE
    return weights


def weights_closing(line: str, rest: str, *, at_edge: bool) -> dict[str, float]:
    """Weigh the marks that close what a line has opened, but not the one that it has further on.

    at_edge: whether a paragraph ends behind them.
    """
    awaited = awaited_behind(line).replace(closed_first(rest), "")
    return dict.fromkeys(awaited, _CLOSING_LAST if at_edge else _CLOSING_ONE)


def may_end_line(characters: Iterable[str]) -> bool:
    """Say whether any of the marks is among some characters that `weights_ending` weighs."""
    return not _LAST_MARKS.keys().isdisjoint(characters)


def weights_ending(line: str, ends_lines: Callable[[str], int]) -> dict[str, float]:
    """Weigh the marks that end lines of the page, and the one that a question asks for.

    ends_lines: says how often a mark stands at the end of a line of the page.
    """
    often = {mark: ends_lines(mark) + share for mark, share in _LAST_MARKS.items()}
    all_of_them = sum(often.values())
    weights = {mark: math.log(number / all_of_them) for mark, number in often.items()}
    weights["？"] += _ASKED if _QUESTION.search(line) else _NOT_ASKED
    return weights


def is_prose(line: str) -> bool:
    """Say whether the last line of a text or of HTML is one of sentences, as far as it goes."""
    return _OF_PROSE.search(line.rpartition("\n")[2].rpartition(">")[2]) is not None


def weights_before_number(line: str, rest: str) -> dict[str, float]:
    """Weigh what stands before a number, by what stands behind that, or before both.

    rest: begins behind the first digit, which was eaten.
    """
    weights: dict[str, float] = {}
    if _ORDINAL.match(rest):
        weights["第"] = _COUNTED
    if _LABEL.search(line):
        weights["："] = _LABELLED
    counted = _PARTING.split(rest.lstrip("0123456789.")[:4], maxsplit=1)[0]
    if (number := _NUMBER.search(line)) and number[1] in counted:
        weights["、"] = _NUMBERED_ALIKE
    if _ITEM.match(rest):
        weights["；" if _ITEM_BEFORE.search(line) else "："] = _LISTED
    return weights


def weights_announcing(line: str) -> dict[str, float]:
    """Weigh what stands behind the words of a line that announce something."""
    return {"：": _LABELLED} if _ANNOUNCED.search(line) else {}
