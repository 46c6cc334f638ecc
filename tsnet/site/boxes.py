"""Boxes beside the text: what a page sets in elements of their own above and below its paragraphs.

Their wording is without end, so they are known by where they stand, outside the element that holds
the paragraphs (``text_element.py``) or below the last of these, and by their shape
(``box_shapes.py``).  Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from tsnet.site.box_shapes import (
    LEAST_BUTTONS,
    LONGEST_BUTTON,
    LONGEST_COMMENT,
    LONGEST_LINE,
    OF_OFFICE,
    are_words,
    is_row_of_buttons,
    is_spoken,
    is_table,
    told_by_shape,
    told_within,
)
from tsnet.site.cards import find_cards
from tsnet.site.furniture import (
    is_beside_page,
    is_button,
    is_date,
    is_end,
    is_furniture,
    is_surely_furniture,
    is_tags,
    leads_elsewhere,
    leads_to_file,
)
from tsnet.site.headings import holds_moment, texts_of
from tsnet.site.headline import LEAST_UNMARKED
from tsnet.site.lines import Line
from tsnet.site.text_element import ENDS, extent_of_text, is_paragraph, level_of_page
from tsnet.text.boilerplate.captions import is_caption
from tsnet.text.boilerplate.editors import is_credit, is_loose_editor_line
from tsnet.text.boilerplate.imprint import is_imprint_line
from tsnet.text.boilerplate.lines import SENTENCE_ENDS, is_prose
from tsnet.text.boilerplate.media import is_medium, is_source_line
from tsnet.text.boilerplate.notices import is_notice
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import is_summary_heading, is_summary_note
from tsnet.text.names import find_reporters, may_be_name, names_alone
from tsnet.text.spacing import EDGE, letters
from tsnet.text.titles import ends_with_quoted_word

_LONGEST_LABEL = 12
"""Characters of the lines of a box above the text, where a smaller headline may stand."""
_LINES_OF_OFFER = 2
_LONGEST_OFFER = 60
"""Lines of an offer to readers, and characters of the sentence in it."""
_LONGEST_SLOGAN = 20
_MOST_SLOGANS = 6
"""Characters of a line that stands among furniture, and how many such lines there may be."""
_MOST_BELOW_SHORT_NEWS = 4
"""Lines at most below a text of one paragraph; more are a list."""
_ELEMENTS_BETWEEN = 3
"""Ends and beginnings of elements between a paragraph and a line of another element."""
_OF_LIST = re.compile(r"\d|^[(（]?[一二三四五六七八九十]{1,3}[)）、.．]")
"""What results, and headings of parts, have."""
_MARK_OF_TEXT = re.compile(
    r"\W*(?:编者[按语]?|按语?|题记|引[言子]|前言|导[语读]|开栏的话|[上中下]篇?|[一二三四五六七八九十\d]+)\W*"
)
"""A short line above a text that is a part of it, unlike the words of the page around it."""
_LEAST_SPOKEN = 4
"""In a box of comments at least one of so many lines says when it was made, or offers a reply."""
_BY_PROGRAM = re.compile(
    r"(?:AI|人工智能|大模型|智能体?)[^。，]{0,8}(?:生成|提炼|总结|整理|归纳|概括)"
)
"""What says that a program made a summary."""
_MOST_SUMMARIES = 2
"""Lines of a page at most that are looked at for it."""
_LONGEST_SUMMARY = 8
"""Lines of an element that holds such a summary at most."""
_STEP = re.compile(r"\W*(?:点击|长按|扫[码描])")
"""How a step opens in a text that tells what to do; a button may open so, too."""
_MAY_BE_TEXT = re.compile(rf"{OF_OFFICE.pattern}|\d[年月]|[〇零○一二三四五六七八九]{{4}}年|^…+$")
"""What keeps a box: an attachment, contacts, the date of a signature, what a text leaves out."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Where the text stands."""

    first: int
    """Index of its first paragraph."""
    last: int
    """Index of its last paragraph."""
    level: int
    """How deep the smallest element lies that holds it."""
    article: int
    """The same of the element that holds headline and dateline, too."""
    certain: bool
    """Whether it is certain which element holds it: that is not where it is but one line."""
    set_apart: bool
    """Whether it has an element of its own within that of the page."""


@dataclass(slots=True)
class _Box:
    """Lines that an element holds, or one that stands by itself."""

    indices: list[int]
    outside: bool
    """Whether it stands outside the element that holds the text."""
    level: int
    """How deep the smallest element lies that holds it and the text."""


def find_boxes(
    region: list[Line],
    head: int | None = None,
    end: Line | None = None,
    abstracts: Iterable[int] = (),
    *,
    sourced: bool = False,
) -> set[int]:
    """Indices of the lines, pictures among them, that are in boxes beside the text.

    The lines must be all that the page shows there, since each says where it stands by the one
    above it. ``head``: how deep the smallest element lies that holds headline and dateline, where
    the region begins below these. ``end``: the line that ends it. ``abstracts``: lines that are
    known to be none of the text. ``sourced``: whether the dateline names the source, so that a
    medium's name above the text is a brand.
    """
    found = {*abstracts, *_summaries(region)}
    extent = extent_of_text(region, found)
    if extent is None:
        return found
    first, last, level = extent
    if head is not None:
        found.update(_beside_dateline(region[: first + 1], head))
    page = level_of_page(region if end is None else [*region, end], first, last, level)
    level = min(level, page + 1)
    certain = (
        first != last
        or any(line.level >= level for line in region[last + 1 : last + 2])
        or _is_short_news(region, last)
    )
    found.update(find_cards(region, first, last, level))
    article = 0 if head is None else min(head, *(line.level for line in region[: first + 1]))
    text = _Text(first, last, level, article, certain, set_apart=certain and level > page)
    found.update(_above_text(region, text, sourced=sourced))
    found.update(_below_text(region, text))
    if first < last:
        found.update(_below_furniture(region, last))
    return found


def _above_text(region: list[Line], text: _Text, *, sourced: bool) -> Iterator[int]:
    """Indices of the lines of boxes above the first paragraph, up to what may open the text."""
    opening = next(i for i, line in enumerate(region) if _opens_text(line) or i == text.first)
    levels = ((index, region[index + 1].level) for index in range(text.first - 1, -1, -1))
    for box in _boxes(levels, text.level):
        if opening < box.indices[-1]:
            continue
        lines = [region[index] for index in box.indices]
        least = LEAST_BUTTONS + (not box.outside)
        if (len(lines) == 1 and is_row_of_buttons(lines[0], least)) or (
            box.outside
            and (are_words(lines) or (text.certain and _are_stray_words(lines, sourced=sourced)))
        ):
            yield from box.indices
        yield from _of_page(region, box, below=False, certain=text.certain) or ()


def _below_text(region: list[Line], text: _Text) -> set[int]:
    """Indices of the lines of boxes below the last paragraph, and of what stands among these.

    What was written is one element where it has one, so that nothing of it stands beside that.
    """
    found: set[int] = set()
    waiting: list[int] | None = None
    """Lines below a box that is none of the text, where no text followed yet; None above it."""
    levels = ((index, region[index].level) for index in range(text.last + 1, len(region)))
    for box in _boxes(levels, text.level):
        taken = _of_page(region, box, below=True, certain=text.certain)
        if taken is None and text.set_apart and box.outside:
            below = waiting is not None
            if (
                _is_empty_label(region, box)
                or not _may_be_text(region, box, below=below)
                or (below and _is_foot(region, box))
                or (box.level < text.article and _is_beyond(region, box))
            ):
                taken = _removed(region, box)
        if taken is not None:
            found.update(taken, waiting or ())
            waiting = []
        elif waiting is not None and box.outside:
            if _may_be_text(region, box, below=False):
                waiting = None
            else:
                waiting += _removed(region, box)
    return found.union(waiting or ())


def _is_short_news(region: list[Line], last: int) -> bool:
    """Whether a text is one paragraph that no list follows: little stands around its element.

    More above it than it says itself may be verse above a note on who wrote that.
    """
    below = region[last + 1 :]
    others = [line for line in below if not (line.picture or is_furniture(line))]
    return (
        0 < len(others) <= _MOST_BELOW_SHORT_NEWS
        and region[last].text.endswith(SENTENCE_ENDS)
        and below[0].block - region[last].block >= _ELEMENTS_BETWEEN
        and not any(_OF_LIST.search(line.text) for line in others)
        and sum(len(line.text) for line in region[:last]) < len(region[last].text)
    )


def _are_stray_words(lines: list[Line], *, sourced: bool) -> bool:
    """Whether the lines of an element above the text are words, and no table of data."""
    return not is_table(lines) and all(
        _is_stray_word(line) and (sourced or not is_medium(line.text)) for line in lines
    )


def _is_stray_word(line: Line) -> bool:
    """Whether a line above the text, outside its element, is a word, as buttons are."""
    return (
        0 < len(letters(line.text)) < LEAST_UNMARKED
        and line.is_plain
        and not (line.indented or line.text.endswith(ENDS))
        and _MARK_OF_TEXT.fullmatch(line.text) is None
    )


def _below_furniture(region: list[Line], last: int) -> list[int]:
    """Indices of the short lines among and below furniture that stands right below the text.

    They are slogans of the page though they stand in the text's own element. None where any line
    there may be text.
    """
    taken: list[int] = []
    furniture = False
    for index, line in enumerate(region[last + 1 :], last + 1):
        if line.picture is not None:
            furniture = False  # what stands below may be its caption
        elif is_surely_furniture(line) or is_tags(line.text):
            furniture = True
        elif _is_read_elsewhere(region, index):
            continue
        elif furniture and _is_slogan(line) and line.cell == region[last].cell:
            taken.append(index)
        elif furniture or not _may_end_text(line):
            return []
    return taken if len(taken) <= _MOST_SLOGANS else []


def _may_end_text(line: Line) -> bool:
    """Whether a line is a sentence, an attachment, or may be of a signature, and of no list."""
    text = line.text
    return (
        text.endswith((*ENDS, "…"))
        or is_medium(text)
        or is_caption(text)
        or _MAY_BE_TEXT.search(text) is not None
        or leads_to_file(line)
    )


def may_be_of_box(line: Line) -> bool:
    """Whether a line below a text may be of a box: a few words, no name, office or attachment."""
    return (
        _is_slogan(line)
        and line.picture is None
        and not _is_of_article(line)
        and not may_be_name(line.text)
        and not is_date(line.text)
        and not (":" in line.text or "：" in line.text)
    )


def _is_slogan(line: Line) -> bool:
    """Whether a line may be of a box that offers something to the readers."""
    return (
        _is_short(line, _LONGEST_SLOGAN)
        and not line.text.endswith(ENDS)
        and not (line.centred or line.is_bold)
        and not (is_medium(line.text) or _is_list_of_names(line) or leads_to_file(line))
    )


def _beside_dateline(above: list[Line], head: int) -> list[int]:
    """Indices of the lines beside the dateline, in an element that holds neither headline nor text.

    ``above``: the lines from the dateline to the first paragraph, that the last of them.
    """
    beside = list(takewhile(lambda index: above[index].level > head, range(len(above))))
    if len(beside) == len(above) or any(
        len(above[index].text) > LONGEST_LINE or above[index].indented for index in beside
    ):
        return []
    return [
        index
        for index in beside
        if above[index].is_plain
        and not (is_beside_page(above[index]) or _is_read_elsewhere(above, index))
    ]


def _opens_text(line: Line) -> bool:
    """Whether a line ends as a sentence or a salutation does, and not with a word in quotes."""
    return line.text.endswith(ENDS) and not ends_with_quoted_word(line.text)


def _boxes(levels: Iterator[tuple[int, int]], text: int) -> Iterator[_Box]:
    """The boxes that lines are in, the nearest to the text first.

    ``levels``: the lines from the text on, and how deep what each shares with the one before lies.
    """
    lowest = text
    box: _Box | None = None  # lines in one element with the paragraph are in none
    for index, level in levels:
        if level <= lowest:
            if box is not None:
                yield box
            lowest = level
            box = _Box([], outside=level < text, level=level)
        if box is not None:
            box.indices.append(index)
    if box is not None:
        yield box


def _of_page(region: list[Line], box: _Box, *, below: bool, certain: bool) -> list[int] | None:
    """The lines of a box that is none of the text, but for those that other rules take.

    None where nothing shows that it is none of the text. ``below``: whether it stands below the
    text; else above. ``certain``: whether it is certain which element holds the text.
    """
    lines = texts_of([region[index] for index in box.indices])
    if (not box.outside and len(lines) == 1) or is_table(lines):
        return None
    shaped = (told_by_shape if box.outside and certain else told_within)(lines)
    worded = {id(line) for line in lines if box.outside and _reads_as_furniture(line)}
    if not shaped and (not worded or any(map(_is_of_summary, lines))):
        return None
    spoken = sum(is_spoken(line) for line in lines) * _LEAST_SPOKEN >= len(lines)
    longest = (LONGEST_COMMENT if spoken else LONGEST_LINE) if below else _LONGEST_LABEL
    told = shaped | worded
    if all(id(line) in told or _is_short(line, longest) for line in lines) and not any(
        is_beside_page(region[index]) for index in box.indices
    ):
        return _removed(region, box, pictures=below or bool(shaped))
    if not box.outside or any(_MAY_BE_TEXT.search(line.text) for line in lines):
        return None
    return [index for index in box.indices if id(region[index]) in shaped] or None


def _removed(region: list[Line], box: _Box, *, pictures: bool = True) -> list[int]:
    """The lines of a box but for those that other rules take by their wording."""
    return [
        index
        for index in box.indices
        if not (_is_read_elsewhere(region, index) or (region[index].picture and not pictures))
    ]


def _is_empty_label(region: list[Line], box: _Box) -> bool:
    """Whether a box is the label of a field that the page leaves empty: ``附件下载：``."""
    line = region[box.indices[0]]
    below = region[box.indices[-1] + 1 :][:1]
    return (
        len(box.indices) == 1
        and len(line.text) <= LONGEST_BUTTON
        and line.text.endswith(("：", ":"))
        and all(
            other.text.endswith(("：", ":")) or is_tags(other.text) or is_surely_furniture(other)
            for other in below
        )
    )


def _is_beyond(region: list[Line], box: _Box) -> bool:
    """Whether a box outside the element of headline and text has headings and short lines only."""
    lines = [region[index] for index in box.indices]
    return not is_table(lines) and all(
        _is_short(replace(line, heading=0), LONGEST_LINE)
        and not (is_paragraph(line) or _is_of_article(line))
        for line in lines
    )


def _is_foot(region: list[Line], box: _Box) -> bool:
    """Whether a box below one that is none of the text is an imprint, or an offer to readers.

    An offer is a heading above one sentence, or has a picture of the template.
    """
    lines = [region[index] for index in box.indices]
    if any(line.indented or is_beside_page(line) for line in lines) or is_table(lines):
        return False
    if any(is_imprint_line(line.text) for line in lines):
        return True
    texts = texts_of(lines)
    if len(texts) < len(lines):
        return all(_is_short(line, LONGEST_LINE) for line in texts)
    return (
        len(texts) == _LINES_OF_OFFER
        and texts[0].heading > 2
        and len(texts[1].text) <= _LONGEST_OFFER
        and not is_prose(texts[0].text)
    )


def _may_be_text(region: list[Line], box: _Box, *, below: bool) -> bool:
    """Whether a box outside the element of the text may be text all the same.

    A question in it does not count as a sentence of the text where ``below`` says that a box which
    is none of the text stands above it, or where it has several lines.
    """
    lines = [region[index] for index in box.indices]
    texts = texts_of(lines)
    asks = (below or len(lines) > 1) and not any(map(is_beside_page, lines))
    return (
        not all(
            _is_short(line, LONGEST_LINE)
            and (not line.text.endswith(ENDS) or (asks and line.text.endswith(("？", "?"))))
            for line in texts
        )
        or is_table(lines)
        or (len(lines) == 1 and is_medium(lines[0].text))  # an office that signs
        or any(map(_is_of_article, lines))
    )


def _is_of_article(line: Line) -> bool:
    """Whether a line is a picture or a file of the article's, or names who wrote it or others."""
    return (
        is_beside_page(line)
        or leads_to_file(line)
        or bool(find_reporters(line.text))
        or _is_list_of_names(line)
    )


def _is_list_of_names(line: Line) -> bool:
    """Whether a line is names in one element, set as in print: ``刘芳　万平　张柱``."""
    if EDGE in line.raw or not any(mark in line.text for mark in "\u3000、"):
        return False
    return len(names_alone(line.text)) > 2


def _is_short(line: Line, longest: int) -> bool:
    """Whether a line may be of a box that is none of the text, and is not set as text is."""
    return (
        len(line.text) <= longest
        and not line.indented
        and not line.is_great_heading
        and not is_caption(line.text)
        and (_MAY_BE_TEXT.search(line.text) is None or holds_moment(line.text))
    )


def _reads_as_furniture(line: Line) -> bool:
    """Whether a line's wording shows the box that it stands in to be none of the text."""
    return is_surely_furniture(line) or (is_button(line) and not _STEP.match(line.text))


def _is_read_elsewhere(region: list[Line], index: int) -> bool:
    """Whether a line is furniture by its wording alone, or names editors or the source."""
    line = region[index]
    text = line.text
    below = region[index + 1 : index + 2]
    return (
        is_furniture(line)
        or leads_elsewhere(line)
        or (is_list_heading(text) and any(map(leads_elsewhere, below)))
        or is_end(text)
        or is_notice(text)
        or is_source_line(text)
        or is_credit(text)
        or is_loose_editor_line(text)
    )


def _summaries(region: list[Line]) -> Iterator[int]:
    """Indices of the lines of elements that say that a program wrote what they hold.

    A longer text stands below them, or they are the text.
    """
    told = [
        index
        for index, line in enumerate(region)
        if len(line.text) <= LONGEST_LINE and _BY_PROGRAM.search(line.text)
    ]
    for index in told[:_MOST_SUMMARIES]:
        line = region[index]
        start = index
        while start > max(0, index - _LONGEST_SUMMARY) and region[start].level >= line.level:
            start -= 1
        summary = sum(len(line.text) for line in region[start:index])
        below = (len(line.text) for line in region[index + 1 :] if is_paragraph(line))
        headed = is_summary_heading(region[start].text)
        if region[start].level < line.level and (headed or summary < sum(below)):
            yield from range(start, index if _is_of_summary(line) else index + 1)


def _is_of_summary(line: Line) -> bool:
    return is_summary_heading(line.text) or is_summary_note(line.text)
