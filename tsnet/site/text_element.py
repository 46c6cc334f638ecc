"""The element that holds the text of an article, told by where its paragraphs stand.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from tsnet.site.box_shapes import is_comment
from tsnet.site.furniture import is_end, is_furniture, is_surely_furniture
from tsnet.site.headings import texts_of
from tsnet.site.lines import Line
from tsnet.text.boilerplate.lines import is_prose
from tsnet.text.boilerplate.notices import is_loose_notice, is_notice

_LEAST_PARAGRAPH = 20
"""Characters of a line of prose from which on it tells where the text stands."""
_LONGEST_TITLE = 60
"""Characters from which on a line is no title though it does not end as a sentence does."""
MOST_OF_TEXT = 0.75
"""Part of the text from which on an element that holds it holds the text."""
_LETTERS = 3
"""Latin letters that weigh as one character, since they say no more."""
_NEAR = 12
"""Lines, pictures among them, by which it is seen how the first of them is set."""
_DEEPEST = 16
"""Elements in one another that are tried as the one that holds the text."""
_OF_RIGHTS = re.compile(r"转载|版权|著作权|声明|授权|侵[权犯]")
"""A word of every notice that may stand right below a text; to look for it spares time."""
ENDS = ("。", "！", "？", "”", "：", "；", "）", ".", "!", "?", '"', ":", ";", ")")
"""How a sentence ends, or opens a list."""


def level_of_page(region: list[Line], first: int, last: int, level: int) -> int:
    """How deep the smallest element lies that holds the text and what is surely none of it.

    That is what stands above the region, and the first line below the text that reads as
    furniture or ends the article. What an author wrote is one field, so nothing of it stands
    beside these.
    """
    page = min(line.level for line in region[: first + 1])
    shared = level
    for line in region[last + 1 :]:
        shared = min(shared, line.level)
        if (
            shared < level
            and line.picture is None
            and (is_surely_furniture(line) or is_end(line.text))
        ):
            return max(page, shared)
    return page


def is_outside_element(lines: list[Line]) -> bool:
    """Whether the first of some lines stands outside the element that holds the others."""
    levels = [line.level for line in lines[1:]]
    return len(levels) > 1 and levels[0] < min(levels[1:])


def extent_of_text(region: list[Line], beside: set[int]) -> tuple[int, int, int] | None:
    """First and last paragraph, and the level of the element that holds most of the text.

    None where there is no text. Lines ``beside`` are known not to be text. One paragraph alone does
    not show which element holds the text: then short paragraphs count too, and at last all lines.
    """
    found = None
    outermost = min((line.level for line in region[1:]), default=0)
    for is_text in (is_paragraph, _is_short_paragraph, _is_short_line):
        marked = _marked(region, is_text, beside)
        if marked:
            first, last, level = extent = _element_of(region, marked)
            if found is None or (first <= found[0] <= last and level > outermost):
                found = extent
            if found[0] < found[1]:
                break
    return found


def _element_of(region: list[Line], prose: list[int]) -> tuple[int, int, int]:
    """First and last line of the element that holds most of the prose, and its level.

    The element of one paragraph alone is what holds it without the line above it.
    """
    levels = [min(line.level for line in region[a + 1 : b + 1]) for a, b in pairwise(prose)]
    low, high = 0, len(prose) - 1
    weights = {}
    for index in prose:
        text = region[index].text
        weights[index] = len(text) // _LETTERS if text.isascii() else len(text)
    total = sum(weights.values())
    for _ in range(_DEEPEST):
        if low == high:
            break
        level = min(levels[low:high])
        largest = max(
            _segments(levels, low, high, level),
            key=lambda ends: sum(weights[i] for i in prose[ends[0] : ends[1] + 1]),
        )
        weight = sum(weights[i] for i in prose[largest[0] : largest[1] + 1])
        if weight < total * MOST_OF_TEXT:
            return prose[low], prose[high], level
        low, high = largest
    return prose[low], prose[high], region[prose[low]].level + 1


def _marked(region: list[Line], is_text: Callable[[Line], bool], beside: set[int]) -> list[int]:
    return [
        index
        for index, line in enumerate(region)
        if index not in beside
        and is_text(line)
        and not is_comment(region, index)
        and not (
            _OF_RIGHTS.search(line.text) and (is_notice(line.text) or is_loose_notice(line.text))
        )
    ]


def _segments(levels: list[int], low: int, high: int, level: int) -> Iterator[tuple[int, int]]:
    """First and last of each run of paragraphs that no element of a level parts."""
    start = low
    for index in range(low, high):
        if levels[index] == level:
            yield start, index
            start = index + 1
    yield start, high


def is_paragraph(line: Line) -> bool:
    """Whether a line is prose long enough to tell where the text stands."""
    text = line.text
    return (
        len(text) >= _LEAST_PARAGRAPH
        and (text.endswith(ENDS) or len(text) >= _LONGEST_TITLE)
        and not line.is_link
        and is_prose(text)
        and not is_furniture(line)
    )


def _is_short_paragraph(line: Line) -> bool:
    """Whether a line is a paragraph by its end, or its indent, in a text that has no long ones."""
    return (
        (line.indented or line.text.endswith(("。", "；")))
        and not line.is_link
        and not is_furniture(line)
    )


def _is_short_line(line: Line) -> bool:
    """Whether a line may be of a text that has no sentences: verse, figures."""
    return not (line.picture is not None or line.is_link or is_furniture(line))


def is_set_apart(rest: list[Line]) -> bool:
    """Whether the first line stands outside the element of the text, or alone is centred."""
    first, *below = rest = rest[:_NEAR]
    is_centred = first.centred and not any(line.centred for line in texts_of(below)[:2])
    return is_centred or is_outside_element(rest)
