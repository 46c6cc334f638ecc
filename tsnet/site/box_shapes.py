"""What the lines of an element look like that is none of the text: buttons, counters, comments.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections import Counter

from tsnet.site.headings import holds_moment
from tsnet.site.lines import Line
from tsnet.text.boilerplate.tools import is_placeholder
from tsnet.text.fields import AGO
from tsnet.text.spacing import EDGE, pieces

LONGEST_LINE = 40
"""Characters of the lines of a box below the text."""
LONGEST_COMMENT = 200
"""Characters of the lines of a box of comments."""
LEAST_BUTTONS = 3
LONGEST_BUTTON = 8
_MEAN_BUTTON = 4.5
"""Buttons in a row of them at least, and how many characters they have at most, and on average."""
_LEAST_COUNTERS = 2
"""Counters that are a row of them, since one may be an item of a list."""
_LONGEST_WORD = 5
"""Characters of words in a box of nothing else."""
_LEAST_SHARES = 2
"""Answers with their part of the votes that show a poll."""
_COUNTER = re.compile(r"[^\W\d_]{1,4}[\s:：]{0,2}[(（]?\d{1,6}(?:\.\d)?万?[)）]?")
"""A button with how often it was pressed: ``赞 12``, ``感动(0)``."""
_REPLY = re.compile(r"(?:回复(?:\s?[·⋅•]\s?\d{1,5}条回复)?|举报|[顶踩])(?:\s?[(（]?\d{1,6}[)）]?)?")
"""What one may do with a comment."""
_UNPRESSED = re.compile(r"(?<![\d.])0\D?$")
"""How a counter ends that no one has pressed."""
_SPOKEN = re.compile(rf"(?:{AGO.pattern}|[昨前]天\s?\d\d:\d\d)|{_REPLY.pattern}")
"""How long ago something was said, and what one may do with it."""
_LATELY = re.compile(r"刚刚|[昨前]天|(?:今天)?\s?\d\d:\d\d")
"""The same of what was said lately, but a heading may read so, too."""
_COUNTED = re.compile(
    r"\d{1,6}(?:\.\d)?[万w]?\+?[次个条人]?"
    r"(?:阅读|评论?|播放|浏览|跟帖|点?赞|看过|观看|收藏|转发|粉丝|篇?作品|篇文章|关注|参与)"
)
"""How often something was read or said, where it is a text by itself: ``71阅读``."""
_VOTED = re.compile(r"\d人(?:已?参与|已?投票)|投票(?:截止|结束|人数)|已投\s?\d*票")
"""How many took part in a vote of the readers, or until when one may."""
_SHARE = re.compile(r"\d%$")
"""How an answer ends that shows its part of the votes."""
_PARTED = re.compile(rf"[{EDGE}\s|｜/]+")
_NO_BUTTON = re.compile(r"[。，；！？“”《》、…·]|[：:]$|\d[年月日号]|附件|作者|记者|电话|邮箱|地址")
"""What no row of buttons holds."""
OF_OFFICE = re.compile(r"附件|^附[:：]|电话|邮箱")
"""An attachment, and contacts."""


def told_by_shape(lines: list[Line]) -> set[int]:
    """Which lines (by ``id``) show by their shape that their box is none of the text."""
    counters = [line for line in lines if _COUNTER.fullmatch(line.text)]
    told = counters if len(counters) >= _LEAST_COUNTERS else []
    told += filter(is_row_of_buttons, lines)
    told += filter(is_spoken, lines)
    return set(map(id, told))


def told_within(lines: list[Line]) -> set[int]:
    """The same for a box that may be the text's own: a list of results has counters, too.

    Of what no one has pressed yet there is none in a text.
    """
    counters = [line for line in lines if _COUNTER.fullmatch(line.text)]
    unpressed = all(_UNPRESSED.search(line.text) for line in counters)
    told = counters if unpressed and len(counters) >= _LEAST_COUNTERS else []
    voted = [line for line in lines if _VOTED.search(line.text)]
    shares = [line for line in lines if _SHARE.search(line.text)]
    if voted and len(shares) >= _LEAST_SHARES:
        told += voted + shares
    told += [line for line in lines if line.raw.count(EDGE) > 1 and is_spoken(line)]
    told += [line for line in lines if "0" in line.text and _is_row_of_counters(line)]
    return set(map(id, told))


def is_row_of_buttons(line: Line, least: int = LEAST_BUTTONS) -> bool:
    """Whether a line is several short words in elements of their own, or counters: 慢 中 快."""
    if line.indented or line.raw.count(EDGE) < LEAST_BUTTONS or _NO_BUTTON.search(line.text):
        return False
    words = [word for word in _PARTED.split(line.raw) if word.strip()]
    if len(words) >= _LEAST_COUNTERS and all(map(_COUNTER.fullmatch, words)):
        return True
    return (
        len(words) >= least
        and max(map(len, words)) <= LONGEST_BUTTON
        and sum(map(len, words)) <= _MEAN_BUTTON * len(words)
    )


def _is_row_of_counters(line: Line) -> bool:
    """Whether a line is several counters in elements of their own, one of which no one pressed."""
    words = pieces(line.raw)
    return (
        len(words) >= LEAST_BUTTONS
        and all(map(_COUNTER.fullmatch, words))
        and any(map(_UNPRESSED.search, words))
    )


def is_spoken(line: Line) -> bool:
    """Whether a line ends with how long ago, or how often; or holds the moment of a comment."""
    if line.indented or len(line.text) > LONGEST_LINE or is_placeholder(line.text):
        return False
    *before, last = pieces(line.raw) or [""]
    if _LATELY.fullmatch(last):
        return bool(before)
    if _SPOKEN.fullmatch(last) or _COUNTED.fullmatch(last.replace(" ", "")):
        return True
    return bool(before) and holds_moment(last)


def is_comment(region: list[Line], index: int) -> bool:
    """Whether a paragraph stands below who said it and when, or above what one may do with it."""
    above, below = region[max(0, index - 1)], region[min(index + 1, len(region) - 1)]
    return (above.raw.count(EDGE) >= _LEAST_COUNTERS and is_spoken(above)) or (
        _REPLY.fullmatch(below.text) is not None
    )


def are_words(lines: list[Line]) -> bool:
    """Whether the lines of an element are words, as no text begins."""
    return (
        len(lines) >= LEAST_BUTTONS
        and not is_table(lines)
        and all(0 < len(line.text) <= _LONGEST_WORD and not line.indented for line in lines)
    )


def is_table(lines: list[Line]) -> bool:
    """Whether a box holds a table of data: two rows of several cells, and none of zeros alone."""
    rows = Counter(line.row for line in lines if line.row)
    pressed = {line.row for line in lines if line.text != "0"}
    return sum(count > 1 for count in rows.values()) > 1 and pressed >= rows.keys()
