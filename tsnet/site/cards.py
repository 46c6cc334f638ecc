"""Cards among the paragraphs of a text: elements that lead to other pages, or ask the readers.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from tsnet.site.box_shapes import LONGEST_COMMENT, LONGEST_LINE, OF_OFFICE, is_table
from tsnet.site.furniture import TO_NO_PAGE, is_beside_page, is_date, leads_elsewhere, leads_to_file
from tsnet.site.headings import texts_of
from tsnet.site.lines import Line
from tsnet.site.pictures import PICTURE_FILE
from tsnet.site.text_element import MOST_OF_TEXT, is_paragraph
from tsnet.text.boilerplate.captions import is_caption
from tsnet.text.boilerplate.lines import BROKEN_OFF
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import is_poll
from tsnet.text.spacing import EDGE, pieces

_ADVERTISED = re.compile(r"^(?:广告|招商)(?:热线|电话|合作|招商|位)")
"""How a line opens that offers to advertise."""
_MOST_OF_CARD = 3
"""Lines of a card that are no links."""


def find_cards(region: list[Line], first: int, last: int, level: int) -> Iterator[int]:
    """Indices of the lines of cards among the paragraphs, and of the headings of lists above them.

    They lead to other pages. A card is an element of its own. Where a large part of the text stands
    in such elements, too, none is a card.
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
    text = [index for index in rest if is_paragraph(region[index])]
    if _length(region, of_groups.intersection(text)) <= (1 - MOST_OF_TEXT) * _length(region, text):
        yield from of_cards
        yield from (i for i in rest if i + 1 in of_cards and is_list_heading(region[i].text))


def _length(region: list[Line], indices: Iterable[int]) -> int:
    return sum(len(region[index].text) for index in indices)


def _is_card(lines: list[Line]) -> bool:
    """Whether the lines of an element among the paragraphs are a card that leads elsewhere.

    Beside what it leads to it holds little: words, a date, a picture, an abstract broken off.
    A question with answers to choose from is a card, too.
    """
    texts = texts_of(lines)
    if len(texts) == len(lines) and is_poll(_words(texts)):
        return True
    if any(map(is_beside_page, lines)) or any(line.indented for line in texts):
        return False
    if len(texts) <= _MOST_OF_CARD and any(_ADVERTISED.search(line.text) for line in texts):
        return all(len(line.text) <= LONGEST_LINE for line in texts)
    rest = [line for line in texts if not leads_elsewhere(line)]
    leads = (
        len(rest) < len(texts)
        or any(_leads_from_picture(line) for line in lines)
        or (len(texts) < len(lines) and any(o.link_chars and EDGE in o.raw for o in texts))
    )
    if not leads or len(rest) > _MOST_OF_CARD or is_table(texts):
        return False
    if any(
        len(line.text) > LONGEST_COMMENT
        or is_caption(line.text)
        or leads_to_file(line)
        or line.text.endswith(("：", ":"))
        or OF_OFFICE.search(line.text)
        for line in texts
    ):
        return False
    return (
        len(texts) < len(lines)
        or any(is_date(line.text) or line.text.endswith(BROKEN_OFF) for line in rest)
        or all(
            len(line.text) <= LONGEST_LINE and not line.text.endswith(("。", "！", "”", "；"))
            for line in rest
        )
    )


def _words(texts: list[Line]) -> list[str]:
    """The first line, and what the elements of the others say."""
    return [texts[0].text, *(word for line in texts[1:] for word in pieces(line.raw))]


def _leads_from_picture(line: Line) -> bool:
    """Whether a line is a picture that links to a page, not to itself in a larger size."""
    href = line.picture.href if line.picture is not None else None
    return href is not None and not PICTURE_FILE.search(href) and not TO_NO_PAGE.match(href)
