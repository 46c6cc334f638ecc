"""Boxes beside the text: what a page sets in elements of their own above and below its paragraphs.

Their wording is without end, so they are known by where they stand, outside the element that holds
the paragraphs or below the last of these, and by their shape: rows of short words, counters, how
long ago something was said.  Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise, takewhile

from tsnet.site.document import Line
from tsnet.site.furniture import (
    is_beside_page,
    is_button,
    is_date,
    is_end,
    is_furniture,
    is_label_of_links,
    is_tags,
    leads_elsewhere,
    leads_to_file,
)
from tsnet.site.headings import holds_moment, texts_of
from tsnet.text.boilerplate.captions import is_caption
from tsnet.text.boilerplate.editors import byline_field, is_loose_editor_line, is_staff_line
from tsnet.text.boilerplate.imprint import is_imprint_line
from tsnet.text.boilerplate.lines import is_prose
from tsnet.text.boilerplate.media import is_medium, is_source_line
from tsnet.text.boilerplate.notices import is_notice
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import is_summary_heading, is_summary_note
from tsnet.text.names import find_reporters, names_alone
from tsnet.text.spacing import EDGE
from tsnet.text.titles import ends_with_quoted_word

_KEPT = 2048
"""Lines whose kind is kept: pages of a site share most of what stands beside their texts."""
_LEAST_PARAGRAPH = 20
"""Characters of a line of prose from which on it tells where the text stands."""
_LONGEST_TITLE = 60
"""Characters from which on a line is no title though it does not end as a sentence does."""
_MOST_OF_TEXT = 0.75
"""Part of the text from which on an element that holds it holds the text."""
_LETTERS = 3
"""Latin letters that weigh as one character, since they say no more."""
_DEEPEST = 16
"""Elements in one another that are tried as the one that holds the text."""
_LONGEST_LINE = 40
"""Characters of the lines of a box below the text."""
_LONGEST_LABEL = 12
"""Characters of the lines of a box above the text, where a smaller headline may stand."""
_LINES_OF_OFFER = 2
_LONGEST_OFFER = 60
"""Lines of an offer to readers, and characters of the sentence in it."""
_LONGEST_COMMENT = 200
"""Characters of the lines of a box of comments."""
_LEAST_SPOKEN = 4
"""Of so many lines of a box of comments one says at least when it was said, or offers a reply."""
_LEAST_BUTTONS = 3
_LONGEST_BUTTON = 8
_MEAN_BUTTON = 4.5
"""Buttons in a row of them at least, and how many characters they have at most, and on average."""
_LEAST_COUNTERS = 2
"""Counters that are a row of them, since one may be an item of a list."""
_LONGEST_ANSWER = 5
_LEAST_ANSWERS = 2
"""Answers to a question that the page asks its readers, at least, and their characters."""
_COUNTER = re.compile(r"[^\W\d_]{1,4}[\s:：]{0,2}[(（]?\d{1,6}(?:\.\d)?万?[)）]?")
"""A button with how often it was pressed: ``赞 12``, ``感动(0)``."""
_REPLY = re.compile(r"(?:回复(?:\s?[·⋅•]\s?\d{1,5}条回复)?|举报|[顶踩])(?:\s?[(（]?\d{1,6}[)）]?)?")
"""What one may do with a comment."""
_UNPRESSED = re.compile(r"(?<![\d.])0\D?$")
"""How a counter ends that no one has pressed."""
_SPOKEN = re.compile(
    rf"(?:\d{{1,3}}\s?(?:秒|分钟|小时|天|周|个?月|年)前|[昨前]天\s?\d\d:\d\d)|{_REPLY.pattern}"
)
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
_BY_PROGRAM = re.compile(
    r"(?:AI|人工智能|大模型|智能体?)[^。，]{0,8}(?:生成|提炼|总结|整理|归纳|概括)"
)
"""What says that a program made a summary."""
_MOST_SUMMARIES = 2
"""Lines of a page that may say so."""
_LONGEST_SUMMARY = 8
"""Lines of an element that holds such a summary at most."""
_PARTED = re.compile(rf"[{EDGE}\s|｜/]+")
_NO_BUTTON = re.compile(r"[。，；！？“”《》、…·]|[：:]$|\d[年月日号]|附件|作者|电话|邮箱|地址")
"""What no row of buttons holds."""
_STEP = re.compile(r"\W*(?:点击|长按|扫[码描])")
"""How a button opens as a step does of what a text tells to do."""
_ENDS = ("。", "！", "？", "”", "：", "；", "）", ".", "!", "?", '"', ":", ";", ")")
"""How a sentence ends, or opens a list."""
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp)(?:[?#]|$)", re.IGNORECASE)
_SCRIPT = re.compile(r"#|javascript:|$", re.IGNORECASE)
"""Where a link leads to a picture, and to no other page."""
_BROKEN_OFF = ("...", "…", "。。。")
"""How an abstract ends."""
_ADVERTISED = re.compile(r"^(?:广告|招商)(?:热线|电话|合作|招商|位)")
"""How a line opens that offers to advertise."""
_MOST_OF_CARD = 3
"""Lines of a card that are no links."""
_BETWEEN_NAMES = re.compile(r"[\s\u3000、]+")
_OF_RIGHTS = re.compile(r"转载|版权|著作权|声明|授权|侵[权犯]")
"""A word of every notice that may stand right below a text; to look for it spares time."""
_OF_OFFICE = re.compile(r"附件|^附[:：]|电话|邮箱")
"""An attachment, and contacts."""
_MAY_BE_TEXT = re.compile(rf"{_OF_OFFICE.pattern}|\d[年月]")
"""What keeps a box: an attachment, contacts, the date of a signature."""


@dataclass(slots=True)
class _Box:
    """Lines that an element holds, or one that stands by itself."""

    indices: list[int]
    outside: bool
    """Whether it stands outside the element that holds the text."""
    level: int
    """How deep the smallest element lies that holds it and the text."""


def find_boxes(region: list[Line], head: int | None = None, end: Line | None = None) -> set[int]:
    """Indices of the lines, pictures among them, that are in boxes beside the text.

    The lines must be all that the page shows there, since each says where it stands by the one
    above it. ``head``: how deep the smallest element lies that holds headline and dateline, where
    the region begins below these. ``end``: the line that ends it.
    """
    found = set(_summaries(region))
    text = _extent_of_text(region, found)
    if text is None:
        return found
    first, last, level = text
    if head is not None:
        found.update(_beside_dateline(region[: first + 1], head))
    page = _level_of_page(region if end is None else [*region, end], first, last, level)
    level = min(level, page + 1)
    opening = next(i for i, line in enumerate(region) if _opens_text(line) or i == first)
    # Which element holds the text is not certain where that is but one line.
    certain = first != last or any(line.level >= level for line in region[last + 1 : last + 2])
    found.update(_cards(region, first, last, level))
    for box in _boxes_above(region, first, level):
        lines = [region[index] for index in box.indices]
        if opening < box.indices[-1]:
            continue
        least = _LEAST_BUTTONS + (not box.outside)
        if (len(lines) == 1 and _is_row_of_buttons(lines[0], least)) or (
            box.outside and _are_words(lines)
        ):
            found.update(box.indices)
        found.update(_of_page(region, box, _LONGEST_LABEL, certain=certain) or ())
    # What was written is one element, so that nothing of it stands beside that.
    set_apart = certain and level > page
    # The element of headline, dateline and text.
    article = 0 if head is None else min(head, *(line.level for line in region[: first + 1]))
    waiting: list[int] | None = None
    """Lines below a box that is none of the text, where no text followed yet; None above it."""
    for box in _boxes_below(region, last, level):
        taken = _of_page(region, box, _LONGEST_LINE, certain=certain)
        if taken is None and set_apart and box.outside:
            below = waiting is not None
            if (
                _is_empty_label(region, box)
                or not _may_be_text(region, box, below=below)
                or (below and _is_foot(region, box))
                or (box.level < article and _is_beyond(region, box))
            ):
                taken = _removed(region, box)
        if taken is not None:
            found.update(taken)
            found.update(waiting or ())
            waiting = []
        elif waiting is not None and box.outside:
            if _may_be_text(region, box, below=False):
                waiting = None
            else:
                waiting += _removed(region, box)
    found.update(waiting or ())
    return found


def _beside_dateline(above: list[Line], head: int) -> list[int]:
    """Indices of the lines in an element of the dateline's that holds neither headline nor text.

    The last line is the first paragraph.
    """
    beside = list(takewhile(lambda index: above[index].level > head, range(len(above))))
    if len(beside) == len(above) or any(
        len(above[index].text) > _LONGEST_LINE or above[index].indented for index in beside
    ):
        return []
    return [
        index
        for index in beside
        if above[index].style == (0, False, False)
        and not (is_beside_page(above[index]) or _is_read_elsewhere(above, index))
    ]


def _opens_text(line: Line) -> bool:
    """Whether a line ends as a sentence or a salutation does, and not with a word in quotes."""
    return line.text.endswith(_ENDS) and not ends_with_quoted_word(line.text)


# -- where the text stands -----------------------------------------------------------


def _level_of_page(region: list[Line], first: int, last: int, level: int) -> int:
    """How deep the element lies that holds the text and what is surely none of it.

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
            and (_is_surely_furniture(line) or is_end(line.text))
        ):
            return max(page, shared)
    return page


def _extent_of_text(region: list[Line], beside: set[int]) -> tuple[int, int, int] | None:
    """First and last paragraph, and the level of the element that holds most of the text.

    None where there is no text; lines ``beside`` the text are none. Where one paragraph tells
    nothing, an element counts that holds it and most of the short lines.
    """
    found = None
    outermost = min((line.level for line in region[1:]), default=0)
    for is_text in (_is_paragraph, _is_short_paragraph, _is_short_line):
        marked = _marked(region, is_text, beside)
        if marked:
            first, last, level = extent = _element_of(region, marked)
            if found is None or (first <= found[0] <= last and first < last and level > outermost):
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
        if weight < total * _MOST_OF_TEXT:
            return prose[low], prose[high], level
        low, high = largest
    return prose[low], prose[high], region[prose[low]].level + 1


def _marked(region: list[Line], is_text: Callable[[Line], bool], beside: set[int]) -> list[int]:
    return [
        index
        for index, line in enumerate(region)
        if index not in beside
        and is_text(line)
        and not _is_comment(region, index)
        and not (_OF_RIGHTS.search(line.text) and is_notice(line.text))
    ]


def _segments(levels: list[int], low: int, high: int, level: int) -> Iterator[tuple[int, int]]:
    """First and last of each run of paragraphs that no element of a level parts."""
    start = low
    for index in range(low, high):
        if levels[index] == level:
            yield start, index
            start = index + 1
    yield start, high


def _is_paragraph(line: Line) -> bool:
    text = line.text
    return (
        len(text) >= _LEAST_PARAGRAPH
        and (text.endswith(_ENDS) or len(text) >= _LONGEST_TITLE)
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


def _is_comment(region: list[Line], index: int) -> bool:
    """Whether a paragraph stands below who said it and when, or above what one may do with it."""
    above, below = region[max(0, index - 1)], region[min(index + 1, len(region) - 1)]
    return (above.raw.count(EDGE) >= _LEAST_COUNTERS and _is_spoken(above)) or (
        _REPLY.fullmatch(below.text) is not None
    )


def _boxes_below(region: list[Line], last: int, level: int) -> Iterator[_Box]:
    """The boxes below the last paragraph, the nearest first."""
    levels = ((index, region[index].level) for index in range(last + 1, len(region)))
    return _boxes(levels, level)


def _boxes_above(region: list[Line], first: int, level: int) -> Iterator[_Box]:
    """The boxes above the first paragraph, the nearest first."""
    levels = ((index, region[index + 1].level) for index in range(first - 1, -1, -1))
    return _boxes(levels, level)


def _boxes(levels: Iterator[tuple[int, int]], text: int) -> Iterator[_Box]:
    """The boxes that lines are in, given how deep what each shares with the one before lies."""
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


# -- cards among the paragraphs ------------------------------------------------------


def _cards(region: list[Line], first: int, last: int, level: int) -> Iterator[int]:
    """Indices of the lines of cards among the paragraphs: what leads to other pages.

    A card is an element of its own. Where a large part of the text stands in such elements, too,
    none is a card.
    """
    while first > 0 and region[first].level >= level:
        first -= 1
    while last + 1 < len(region) and region[last + 1].level >= level:
        last += 1
    starts = [index for index in range(first, last + 1) if region[index].level <= level]
    groups = [range(a, b) for a, b in pairwise([*starts, last + 1]) if b - a > 1]
    cards = [group for group in groups if _is_card([region[index] for index in group])]
    if not cards:
        return
    of_cards = set(chain.from_iterable(cards))
    of_groups = set(chain.from_iterable(groups)) - of_cards
    rest = [index for index in range(first, last + 1) if index not in of_cards]
    if _length(region, of_cards) > _length(region, rest):
        return
    text = [index for index in rest if _is_paragraph(region[index])]
    if _length(region, of_groups.intersection(text)) <= (1 - _MOST_OF_TEXT) * _length(region, text):
        yield from of_cards


def _length(region: list[Line], indices: Iterable[int]) -> int:
    return sum(len(region[index].text) for index in indices)


def _is_card(lines: list[Line]) -> bool:
    """Whether the lines of an element among the paragraphs are a card that leads elsewhere.

    Beside what it leads to it holds little: words, a date, a picture, an abstract broken off.
    A question with answers to choose from is a card, too.
    """
    texts = texts_of(lines)
    if _are_answers(texts) and len(texts) == len(lines):
        return True
    if any(map(is_beside_page, lines)) or any(line.indented for line in texts):
        return False
    if len(texts) <= _MOST_OF_CARD and any(_ADVERTISED.search(line.text) for line in texts):
        return all(len(line.text) <= _LONGEST_LINE for line in texts)
    rest = [line for line in texts if not leads_elsewhere(line)]
    leads = (
        len(rest) < len(texts)
        or any(_leads_from_picture(line) for line in lines)
        or (len(texts) < len(lines) and any(o.link_chars and EDGE in o.raw for o in texts))
    )
    if not leads or len(rest) > _MOST_OF_CARD or _is_table(texts):
        return False
    if any(
        len(line.text) > _LONGEST_COMMENT
        or is_caption(line.text)
        or leads_to_file(line)
        or line.text.endswith(("：", ":"))
        or _OF_OFFICE.search(line.text)
        for line in texts
    ):
        return False
    return (
        len(texts) < len(lines)
        or any(is_date(line.text) or line.text.endswith(_BROKEN_OFF) for line in rest)
        or all(
            len(line.text) <= _LONGEST_LINE and not line.text.endswith(("。", "！", "”", "；"))
            for line in rest
        )
    )


def _leads_from_picture(line: Line) -> bool:
    """Whether a line is a picture that links to a page, not to itself in a larger size."""
    href = line.picture.href if line.picture is not None else None
    return href is not None and not _IMAGE.search(href) and not _SCRIPT.match(href)


# -- what a box is -------------------------------------------------------------------


def _of_page(region: list[Line], box: _Box, longest: int, *, certain: bool) -> list[int] | None:
    """The lines of a box that is none of the text, but for those that other rules take.

    None where nothing shows it to be that. ``longest``: characters of its lines at most.
    ``certain``: whether it is certain which element holds the text.
    """
    lines = texts_of([region[index] for index in box.indices])
    if not lines or (not box.outside and len(lines) == 1) or _is_table(lines):
        return None
    shaped = (_told_by_shape if box.outside and certain else _told_within)(lines)
    worded = {id(line) for line in lines if box.outside and _reads_as_furniture(line)}
    if not shaped and (not worded or any(map(_is_of_summary, lines))):
        return None
    spoken = sum(_is_spoken(line) for line in lines) * _LEAST_SPOKEN >= len(lines)
    if spoken and longest == _LONGEST_LINE:
        longest = _LONGEST_COMMENT
    told = shaped | worded
    if all(id(line) in told or _is_short(line, longest) for line in lines) and not any(
        is_beside_page(region[index]) for index in box.indices
    ):
        return _removed(region, box, pictures=bool(shaped) or longest != _LONGEST_LABEL)
    if not box.outside or any(_MAY_BE_TEXT.search(line.text) for line in lines):
        return None
    return [index for index in box.indices if id(region[index]) in shaped] or None


def _removed(region: list[Line], box: _Box, *, pictures: bool = True) -> list[int]:
    """The lines of a box that no other rule takes; one line that reads as furniture is such."""
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
        and len(line.text) <= _LONGEST_BUTTON
        and line.text.endswith(("：", ":"))
        and all(
            other.text.endswith(("：", ":")) or is_tags(other.text) or _is_surely_furniture(other)
            for other in below
        )
    )


def _is_beyond(region: list[Line], box: _Box) -> bool:
    """Whether a box outside the element of headline and text has headings and short lines only."""
    lines = [region[index] for index in box.indices]
    return not _is_table(lines) and all(
        _is_short(replace(line, heading=0), _LONGEST_LINE)
        and not (_is_paragraph(line) or is_beside_page(line) or leads_to_file(line))
        and not (find_reporters(line.text) or _is_list_of_names(line))
        for line in lines
    )


def _is_foot(region: list[Line], box: _Box) -> bool:
    """Whether a box below one that is none of the text is an imprint, or an offer to readers.

    An offer is a heading above one sentence, or has a picture of the template.
    """
    lines = [region[index] for index in box.indices]
    if any(line.indented or is_beside_page(line) for line in lines) or _is_table(lines):
        return False
    if any(is_imprint_line(line.text) for line in lines):
        return True
    texts = texts_of(lines)
    if len(texts) < len(lines):
        return all(_is_short(line, _LONGEST_LINE) for line in texts)
    return (
        len(texts) == _LINES_OF_OFFER
        and texts[0].heading > 2
        and len(texts[1].text) <= _LONGEST_OFFER
        and not is_prose(texts[0].text)
    )


def _may_be_text(region: list[Line], box: _Box, *, below: bool) -> bool:
    """Whether a box below the text, told by nothing else, is text for all that.

    ``below`` says that it is below one that is none of the text: what asks there is none, either.
    """
    lines = [region[index] for index in box.indices]
    texts = texts_of(lines)
    asks = (below or len(lines) > 1) and not any(map(is_beside_page, lines))
    return (
        not all(
            _is_short(line, _LONGEST_LINE)
            and (not line.text.endswith(_ENDS) or (asks and line.text.endswith("？")))
            for line in texts
        )
        or _is_table(lines)
        or any(map(_is_list_of_names, texts))
        or (len(lines) == 1 and is_medium(lines[0].text))  # an office that signs
        or any(
            is_beside_page(line) or leads_to_file(line) or find_reporters(line.text)
            for line in lines
        )
    )


def _is_list_of_names(line: Line) -> bool:
    """Whether a line is names in one element, set as in print: ``刘芳　万平　张柱``."""
    if EDGE in line.raw or not any(mark in line.text for mark in "\u3000、"):
        return False
    return len(names_alone(line.text, _BETWEEN_NAMES)) > 2


def _is_short(line: Line, longest: int) -> bool:
    """Whether a line may be of a box that is none of the text, and is not set as text is."""
    return (
        len(line.text) <= longest
        and not line.indented
        and line.heading not in (1, 2)
        and not is_caption(line.text)
        and (_MAY_BE_TEXT.search(line.text) is None or holds_moment(line.text))
    )


def _told_by_shape(lines: list[Line]) -> set[int]:
    """Which lines (by ``id``) show by their shape that their box is none of the text."""
    counters = [line for line in lines if _COUNTER.fullmatch(line.text)]
    told = counters if len(counters) >= _LEAST_COUNTERS else []
    told += filter(_is_row_of_buttons, lines)
    told += filter(_is_spoken, lines)
    if _are_cells_of_a_row(lines) or _are_answers(lines):
        told += lines
    return set(map(id, told))


def _told_within(lines: list[Line]) -> set[int]:
    """The same for a box that may be the text's own: a list of results has counters, too.

    Of what no one has pressed yet there is none in a text.
    """
    counters = [line for line in lines if _COUNTER.fullmatch(line.text)]
    unpressed = all(_UNPRESSED.search(line.text) for line in counters)
    told = counters if unpressed and len(counters) >= _LEAST_COUNTERS else []
    voted = [line for line in lines if _VOTED.search(line.text)]
    shares = [line for line in lines if _SHARE.search(line.text)]
    if voted and len(shares) >= _LEAST_ANSWERS:
        told += voted + shares
    told += [line for line in lines if line.raw.count(EDGE) > 1 and _is_spoken(line)]
    return set(map(id, told))


def _is_row_of_buttons(line: Line, least: int = _LEAST_BUTTONS) -> bool:
    """Whether a line is several short words in elements of their own, or counters: 慢 中 快."""
    if line.indented or line.raw.count(EDGE) < _LEAST_BUTTONS or _NO_BUTTON.search(line.text):
        return False
    words = [word for word in _PARTED.split(line.raw) if word.strip()]
    if len(words) >= _LEAST_COUNTERS and all(map(_COUNTER.fullmatch, words)):
        return True
    return (
        len(words) >= least
        and max(map(len, words)) <= _LONGEST_BUTTON
        and sum(map(len, words)) <= _MEAN_BUTTON * len(words)
    )


def _is_spoken(line: Line) -> bool:
    """Whether a line ends with how long ago, or how often; or holds the moment of a comment."""
    if line.indented or len(line.text) > _LONGEST_LINE:
        return False
    *before, last = [word.strip() for word in line.raw.split(EDGE) if word.strip()] or [""]
    if _LATELY.fullmatch(last):
        return bool(before)
    if _SPOKEN.fullmatch(last) or _COUNTED.fullmatch(last.replace(" ", "")):
        return True
    return bool(before) and holds_moment(last)


def _are_cells_of_a_row(lines: list[Line]) -> bool:
    """Whether lines are buttons in the cells of one row of a table."""
    return (
        len(lines) >= _LEAST_BUTTONS
        and 0 < lines[0].row == lines[-1].row
        and len({line.cell for line in lines}) == len(lines)
        and all(len(line.text) <= _LONGEST_ANSWER for line in lines)
    )


def _are_words(lines: list[Line]) -> bool:
    """Whether the lines of an element are words, as no text begins."""
    return (
        len(lines) >= _LEAST_BUTTONS
        and not _is_table(lines)
        and all(0 < len(line.text) <= _LONGEST_ANSWER and not line.indented for line in lines)
    )


def _are_answers(lines: list[Line]) -> bool:
    """Whether lines are a question to the readers and the answers to choose from."""
    return (
        len(lines) > _LEAST_ANSWERS
        and lines[0].text.endswith(("？", "?"))
        and all(len(line.text) <= _LONGEST_ANSWER for line in lines[1:])
    )


def _reads_as_furniture(line: Line) -> bool:
    """Whether a line's wording shows the box that it stands in to be none of the text."""
    return _is_surely_furniture(line) or _is_button_of_page(line)


def _is_surely_furniture(line: Line) -> bool:
    return (
        is_furniture(line)
        or _is_list_heading(line.text)
        or leads_elsewhere(line)
        or is_label_of_links(line)
    )


def _is_button_of_page(line: Line) -> bool:
    return not _STEP.match(line.text) and is_button(line)


@lru_cache(maxsize=_KEPT)
def _is_list_heading(text: str) -> bool:
    return is_list_heading(text)


def _is_read_elsewhere(region: list[Line], index: int) -> bool:
    """Whether a line is furniture by its wording alone, or names editors or the source."""
    line = region[index]
    text = line.text
    if line.picture is not None:
        return False
    below = region[index + 1 : index + 2]
    return (
        is_furniture(line)
        or leads_elsewhere(line)
        or (_is_list_heading(text) and any(map(leads_elsewhere, below)))
        or is_end(text)
        or is_notice(text)
        or is_source_line(text)
        or is_staff_line(text)
        or is_loose_editor_line(text)
        or byline_field(text) is not None
    )


def _is_table(lines: list[Line]) -> bool:
    """Whether a box holds a table of data: two rows of several cells, and none of zeros alone."""
    rows = Counter(line.row for line in lines if line.row)
    pressed = {line.row for line in lines if line.text != "0"}
    return sum(count > 1 for count in rows.values()) > 1 and pressed >= rows.keys()


# -- summaries -----------------------------------------------------------------------


def _summaries(region: list[Line]) -> Iterator[int]:
    """Indices of the lines of elements that say that a program wrote what they hold.

    A longer text stands below them, or they are the text.
    """
    told = [
        index
        for index, line in enumerate(region)
        if len(line.text) <= _LONGEST_LINE and _BY_PROGRAM.search(line.text)
    ]
    for index in told[:_MOST_SUMMARIES]:
        line = region[index]
        start = index
        while start > max(0, index - _LONGEST_SUMMARY) and region[start].level >= line.level:
            start -= 1
        summary = sum(len(line.text) for line in region[start:index])
        below = (len(line.text) for line in region[index + 1 :] if _is_paragraph(line))
        if region[start].level < line.level and summary < sum(below):
            yield from range(start, index if _is_of_summary(line) else index + 1)


def _is_of_summary(line: Line) -> bool:
    return is_summary_heading(line.text) or is_summary_note(line.text)
