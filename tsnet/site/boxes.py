"""Boxes beside the text: what a page sets in elements of their own above and below its paragraphs.

Their wording is without end, so they are known by where they stand, outside the element that holds
the paragraphs, and by their shape: rows of short words, counters, short lines with a button among
them.  Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tsnet.site.document import Line
from tsnet.site.furniture import is_button, is_end, is_furniture, is_label_of_links, leads_elsewhere
from tsnet.site.headings import texts_of
from tsnet.text import boilerplate
from tsnet.text.spacing import EDGE

_LEAST_PARAGRAPH = 20
"""Characters of a line of prose from which on it tells where the text stands."""
_MOST_OF_TEXT = 0.75
"""Part of the text from which on an element that holds it holds the text."""
_DEEPEST = 16
"""Elements in one another that are tried as the one that holds the text."""
_LONGEST_LINE = 40
"""Characters of the lines of a box below the text."""
_LONGEST_LABEL = 12
"""Characters of the lines of a box above the text, where a smaller headline may stand."""
_LEAST_BUTTONS = 3
_LONGEST_BUTTON = 8
_MEAN_BUTTON = 4.5
"""Buttons in a row of them at least, and how many characters they have at most, and on average."""
_LEAST_COUNTERS = 2
"""Counters that are a row of them, since one may be an item of a list."""
_COUNTER = re.compile(r"[^\W\d_]{1,4}[\s:：]{0,2}[(（]?\d{1,6}(?:\.\d)?万?[)）]?")
"""A button with how often it was pressed: ``赞 12``, ``感动(0)``."""
_PARTED = re.compile(rf"[{EDGE}\s|｜/]+")
_NO_BUTTON = re.compile(r"[。，；！？“”《》、…·]|\d[年月日号]|附件|作者|电话|邮箱|地址")
"""What no row of buttons holds."""
_STEP = re.compile(r"\W*(?:点击|长按|扫[码描])")
"""How a button opens as a step does of what a text tells to do."""
_MAY_BE_TEXT = re.compile(r"附件|^附[:：]|电话|邮箱|\d[年月]")
"""What keeps a box: an attachment, contacts, the date of a signature."""


@dataclass(slots=True)
class _Box:
    """Lines that an element holds, or one that stands by itself."""

    indices: list[int]
    outside: bool
    """Whether it stands outside the element that holds the text."""
    above: bool
    """Whether it stands above the text."""


def find_boxes(region: list[Line]) -> set[int]:
    """Indices of the lines, pictures among them, that are in boxes beside the text.

    The lines must be all that the page shows there, since each says where it stands by the one
    above it.
    """
    found: set[int] = set()
    text = _extent_of_text(region)
    if text is not None:
        first, last, level = text
        for box in (*_boxes_above(region, first, level), *_boxes_below(region, last, level)):
            found.update(_taken_of(region, box))
    return found


def _extent_of_text(region: list[Line]) -> tuple[int, int, int] | None:
    """First and last paragraph, and the level of the element that holds most of the text.

    None where there is no prose. The element of one paragraph alone is what holds it without the
    line above it.
    """
    prose = [index for index, line in enumerate(region) if _is_paragraph(line)]
    if not prose:
        return None
    levels = [min(line.level for line in region[a + 1 : b + 1]) for a, b in pairwise(prose)]
    low, high = 0, len(prose) - 1
    total = sum(len(region[index].text) for index in prose)
    for _ in range(_DEEPEST):
        if low == high:
            break
        level = min(levels[low:high])
        largest = max(
            _segments(levels, low, high, level),
            key=lambda ends: sum(len(region[i].text) for i in prose[ends[0] : ends[1] + 1]),
        )
        length = sum(len(region[i].text) for i in prose[largest[0] : largest[1] + 1])
        if length < total * _MOST_OF_TEXT:
            return prose[low], prose[high], level
        low, high = largest
    return prose[low], prose[low], region[prose[low]].level + 1


def _segments(levels: list[int], low: int, high: int, level: int) -> Iterator[tuple[int, int]]:
    """First and last of each run of paragraphs that no element of a level parts."""
    start = low
    for index in range(low, high):
        if levels[index] == level:
            yield start, index
            start = index + 1
    yield start, high


def _is_paragraph(line: Line) -> bool:
    return (
        line.picture is None
        and len(line.text) >= _LEAST_PARAGRAPH
        and not line.is_link
        and boilerplate.is_prose(line.text)
        and not is_furniture(line)
    )


def _boxes_below(region: list[Line], last: int, level: int) -> Iterator[_Box]:
    """The boxes below the last paragraph, the nearest first."""
    levels = ((index, region[index].level) for index in range(last + 1, len(region)))
    return _boxes(levels, level, above=False)


def _boxes_above(region: list[Line], first: int, level: int) -> Iterator[_Box]:
    """The boxes above the first paragraph, the nearest first."""
    levels = ((index, region[index + 1].level) for index in range(first - 1, -1, -1))
    return _boxes(levels, level, above=True)


def _boxes(levels: Iterator[tuple[int, int]], text: int, *, above: bool) -> Iterator[_Box]:
    """The boxes that lines are in, given how deep what each shares with the one before lies."""
    lowest = text
    box: _Box | None = None  # lines in one element with the paragraph are in none
    for index, level in levels:
        if level <= lowest:
            if box is not None:
                yield box
            lowest = level
            box = _Box([], outside=level < text, above=above)
        if box is not None:
            box.indices.append(index)
    if box is not None:
        yield box


def _taken_of(region: list[Line], box: _Box) -> list[int]:
    """The lines of a box that are none of the text: all, some, or none."""
    lines = texts_of([region[index] for index in box.indices])
    if not lines or (not box.outside and len(lines) == 1) or _is_table(lines):
        return []
    if any(
        boilerplate.is_summary_heading(o.text) or boilerplate.is_summary_note(o.text) for o in lines
    ):
        return []
    buttons = {id(line) for line in lines if _is_row_of_buttons(line)}
    counters = [line for line in lines if _COUNTER.fullmatch(line.text)]
    if len(counters) >= _LEAST_COUNTERS:
        buttons.update(map(id, counters))
    worded = {id(line) for line in lines if box.outside and _reads_as_furniture(line)}
    if not buttons and (not worded or len(lines) == 1):
        return []
    longest = _LONGEST_LABEL if box.above else _LONGEST_LINE
    if all(
        id(line) in buttons | worded or (len(line.text) <= longest and not _is_kept(line))
        for line in lines
    ) and not any(_is_beside(region[index]) for index in box.indices):
        return [
            index
            for index in box.indices
            if not (_is_read_elsewhere(region, index) or (box.above and region[index].picture))
        ]
    return [index for index in box.indices if id(region[index]) in buttons]


def _is_kept(line: Line) -> bool:
    """Whether a line keeps its box: it may be of the text, or of the article's own foot."""
    return (
        line.indented
        or line.heading in (1, 2)
        or boilerplate.is_caption(line.text)
        or _MAY_BE_TEXT.search(line.text) is not None
    )


def _is_read_elsewhere(region: list[Line], index: int) -> bool:
    """Whether a line is furniture by its wording alone, or names editors or the source."""
    line = region[index]
    text = line.text
    return line.picture is None and (
        is_furniture(line)
        or leads_elsewhere(line)
        or (
            boilerplate.is_list_heading(text)
            and any(map(leads_elsewhere, region[index + 1 : index + 2]))
        )
        or is_end(text)
        or boilerplate.is_notice(text)
        or boilerplate.is_source_line(text)
        or boilerplate.is_staff_line(text)
        or boilerplate.byline_field(text) is not None
    )


def _reads_as_furniture(line: Line) -> bool:
    """Whether a line's wording shows the box that it stands in to be none of the text."""
    return (
        is_furniture(line)
        or (is_button(line) and not _STEP.match(line.text))
        or boilerplate.is_list_heading(line.text)
        or leads_elsewhere(line)
        or is_label_of_links(line)
    )


def _is_row_of_buttons(line: Line) -> bool:
    """Whether a line is several short words in elements of their own: 语速 慢 中 快."""
    if line.indented or line.raw.count(EDGE) < _LEAST_BUTTONS or _NO_BUTTON.search(line.text):
        return False
    words = [word for word in _PARTED.split(line.raw) if word.strip()]
    return (
        len(words) >= _LEAST_BUTTONS
        and max(map(len, words)) <= _LONGEST_BUTTON
        and sum(map(len, words)) <= _MEAN_BUTTON * len(words)
    )


def _is_table(lines: list[Line]) -> bool:
    """Whether a box holds a table of data: two rows of several cells."""
    rows = Counter(line.row for line in lines if line.row)
    return sum(count > 1 for count in rows.values()) > 1


def _is_beside(line: Line) -> bool:
    """Whether a line is a picture that stands beside the article's page, as its own do."""
    return line.picture is not None and "/" not in line.picture.src.removeprefix("./")
