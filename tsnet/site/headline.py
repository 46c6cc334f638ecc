"""A headline, and the lines that can hold one.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tsnet.site.date_candidates import DAY_IN_BRACKETS, is_stamp
from tsnet.site.furniture import is_furniture
from tsnet.site.lines import Line
from tsnet.text.boilerplate.breadcrumbs import breadcrumb, is_last_step
from tsnet.text.boilerplate.editors import is_credit
from tsnet.text.boilerplate.media import is_medium_and_day, is_own_name, newspaper_of
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import is_tool_line
from tsnet.text.fields import find_publisher
from tsnet.text.names import find_reporters
from tsnet.text.spacing import EDGE, clean_line, letters, pieces
from tsnet.text.titles import LEAST_TITLE, LONGEST_TITLE, in_tag


@dataclass(slots=True)
class Headline:
    """The headline and where it stands."""

    title: str
    """The headline."""
    subtitle: str | None = None
    """A smaller headline between headline and dateline; None when there is none there."""
    last: int | None = None
    """Index of the last line that holds it; None when only ``<title>`` does."""
    below: bool = False
    """Whether it stands (or stands again) between dateline and body."""
    original: bool = False
    """Whether it is marked 原创."""
    spam: int = 0
    """Characters that stood in front of it in ``<title>``."""
    of_page: bool = False
    """Whether it is only the name that ``<title>`` gives to every article's page: 新闻详情."""


_BUTTON_BEHIND = re.compile(r"(?P<title>.{2,}?)\s*(?P<button>[\[【(（][^\[【(（]{2,8}[\]】)）])")
"""A headline with a button behind it: ``… [复制链接]``."""
_LONGEST_BADGE = 4
"""Letters of what a heading marks its article with."""
ORIGINAL = "原创"
"""The mark of an original piece, which is no part of a headline."""
_LONGEST_PAGE_NAME = 6
"""Characters of what an application calls all pages of articles: ``新闻详情``."""
_LONGEST_LABEL = 8
"""Characters of a label with its colon, such as ``索 引 号：``."""
_LONGEST_BYLINE = 40
"""Characters of a line between headline and dateline that names the reporters."""
_TWO_PARTS_OF_NAME = re.compile(r"[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8}")
"""A name of the region's peoples: ``加孜拉·泥斯拜克``."""
_NUMBER_OF_DOCUMENT = re.compile(r"〔\d{4}〕\s?\d{1,5}号$")
"""The number of an official document, below its headline: ``新政发〔2025〕3号``."""
_CODE = re.compile(
    r"[\u4e00-\u9fff\s]{2,10}[:：]\s*[!-~]*\d[!-~]*|(?:https?://|www\.)[!-~]+", re.IGNORECASE
)
"""A number behind its label (``索引号：XJ0001``), or an address."""
LEAST_UNMARKED = 7
"""Letters of a smaller headline at least, unless it is set apart: shorter lines may be a source."""


def may_be_title(line: Line, tag: str = "") -> bool:
    """Whether a line can be a headline, which may open like a button."""
    text = line.text
    if line.picture is not None or len(text) > LONGEST_TITLE:
        return False
    if len(text) < 2 and not line.is_great_heading:
        return False
    return not (
        (is_furniture(line) and not _is_long_heading(line, tag))
        or (is_list_heading(text) and not _opens_tag(line, tag))
        or breadcrumb(text)
        or names_page(text)
        or is_own_name(text)
        or _NUMBER_OF_DOCUMENT.search(text)
        or is_stamp(text)
    )


def names_page(text: str) -> bool:
    """Whether a text is what an application calls all pages of articles."""
    return len(text) <= _LONGEST_PAGE_NAME and is_last_step(text)


def _is_long_heading(line: Line, tag: str) -> bool:
    """Whether a line is long enough for a headline, and set as one or in ``<title>`` (``tag``)."""
    set_so = line.is_great_heading
    return len(letters(line.text)) >= LEAST_UNMARKED and (set_so or in_tag(line.text, tag))


def _opens_tag(line: Line, tag: str) -> bool:
    """Whether a great heading is what ``<title>`` opens with: ``今日要闻`` may be a headline."""
    return line.is_great_heading and letters(tag).startswith(letters(line.text))


def says_much(text: str) -> bool:
    """Whether a text that nothing sets apart is too long for a source, and no writer's name."""
    return len(letters(text)) >= LEAST_UNMARKED and _TWO_PARTS_OF_NAME.fullmatch(text) is None


def is_field(text: str) -> bool:
    """Whether a line says who made the text, where or when it was given, and nothing else."""
    return (
        DAY_IN_BRACKETS.fullmatch(text) is not None
        or newspaper_of(text) is not None
        or _CODE.fullmatch(text) is not None
        or find_publisher(text) is not None
        or is_medium_and_day(text)
        or is_credit(text)
        or bool(len(text) <= _LONGEST_BYLINE and find_reporters(text))
    )


def is_label(line: Line, value: Line) -> bool:
    """Whether a line names what the next one holds, as in a table of particulars."""
    names_it = line.is_in_row_with(value) or line.text.endswith(("：", ":"))
    return names_it and len(line.text) <= _LONGEST_LABEL


def without_buttons(line: Line, tag: str) -> Line:
    """A headline without the buttons behind it, which ``<title>`` lacks.

    They are one in brackets, or stand in elements of their own behind the headline's.
    """
    match = _BUTTON_BEHIND.fullmatch(line.text)
    if match and line.text not in tag and is_tool_line(match["button"]):
        return replace(line, text=match["title"])
    title, *tools = pieces(line.raw) if EDGE in line.raw else [""]
    is_title = title in tag and len(letters(title)) >= LEAST_TITLE
    if tools and is_title and is_tool_line(" ".join(tools)):
        return replace(line, text=clean_line(title), raw=title)
    return line


def whole_of(lines: list[Line], tag: str, index: int) -> tuple[int, int]:
    """First and last line of a headline that a ``<br>`` breaks."""
    start = end = index
    while start > 0 and _continues(lines[start - 1], lines[start], tag):
        start -= 1
    while end + 1 < len(lines) and _continues(lines[end], lines[end + 1], tag):
        end += 1
    return start, end


def _continues(first: Line, second: Line, tag: str) -> bool:
    return (
        second.picture is None
        and first.block == second.block
        and len(letters(first.text)) > 1
        and letters(first.text) + letters(second.text) in letters(tag)
    )


def join_lines(lines: list[Line], tag: str) -> str:
    """The lines of a headline in one, with spaces between them unless ``<title>`` has none."""
    for separator in ("", " ", "\u3000"):
        joined = separator.join(line.text for line in lines)
        if joined in tag:
            return joined
    joined = "".join(line.text for line in lines)
    return joined if joined in "".join(tag.split()) else " ".join(line.text for line in lines)


def split_badge(line: Line, title: str) -> tuple[str, str]:
    """A mark before a heading (原创, or 图集 that ``<title>`` lacks), if any, and the heading."""
    badge, _, rest = line.raw.strip(f"{EDGE} ").partition(EDGE)
    text = clean_line(rest.replace(EDGE, ""))
    badge, named = letters(badge), letters(text)
    is_badge = 0 < len(badge) <= _LONGEST_BADGE <= len(named)
    known = badge == ORIGINAL or named in letters(title)
    return (badge, text) if is_badge and known else ("", line.text)
