"""The beginning of a body: what stands between dateline and first paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import category

from tsnet.site.box_shapes import LONGEST_BUTTON
from tsnet.site.credits import take_away
from tsnet.site.furniture import is_button, is_footer, is_tags
from tsnet.site.headline import Headline
from tsnet.site.lines import Line
from tsnet.site.parts import ArticleParts
from tsnet.site.subtitle import is_of_tools, is_subtitle
from tsnet.site.text_element import is_set_apart
from tsnet.text.boilerplate.breadcrumbs import breadcrumb
from tsnet.text.boilerplate.editors import is_staff_line
from tsnet.text.boilerplate.lines import LABEL_LENGTH, is_prose
from tsnet.text.boilerplate.media import is_source_line
from tsnet.text.boilerplate.notices import is_notice
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.fields import is_empty_field, names_writer
from tsnet.text.names import find_reporters
from tsnet.text.spacing import ends_sentence

_NUMBER = re.compile(r"\d+")
_PART_NUMBER = re.compile(r"\d{1,2}")
_FIGURE = re.compile(r"^\d{1,6}(?:\.\d{1,3})?(?:%|[\u4e00-\u9fff]{1,4})$")
"""A line that is a figure: ``100%``, ``2330万吨``."""
_HEAD_LINES = 3
"""Lines of the body among which fields of a dateline may stand."""


def trim_head(parts: ArticleParts, kept: list[Line]) -> list[Line]:
    """Without what stands between dateline and first paragraph, but for a smaller headline."""
    head: list[Line] = []
    for index, line in enumerate(kept[:_HEAD_LINES]):
        rule = _head_rule(head, kept[index:])
        if rule is None:
            head.append(line)
        else:
            take_away(parts, rule, line)
    return head + kept[_HEAD_LINES:]


def _head_rule(head: list[Line], rest: list[Line]) -> str | None:
    """The rule by which the first line of the rest is none of the text; ``head`` is above it."""
    line = rest[0]
    text = line.text
    if is_notice(text):
        return "notice"
    if len(text) > LABEL_LENGTH:
        return None
    if not head and is_of_tools(rest):
        return "tools"
    if (not head and is_list_heading(text) and not _is_of_headings(rest)) or breadcrumb(text):
        return "navigation"
    if is_source_line(text) and not any(map(_is_paragraph, head)):
        return "source"
    if not (head or line.indented) and is_empty_field(text):
        return "staff"
    if not head and names_writer(text, set_as_text=line.indented) and is_set_apart(rest):
        return "staff"
    if any(is_prose(line.text) for line in head):
        return None
    if is_footer(text) and not line.is_bold:
        return "footer"
    if not (line.indented or head) and is_staff_line(text):
        return "staff"
    if not (line.indented or is_prose(text)) and is_tags(text):
        return "related"
    # The unit of a counter, whose number a script writes, is one character: 次, ] 次.
    unit = text.lstrip("])）】 ")
    if (len(unit) == 1 and unit != "一" and not (line.indented or line.is_bold)) or is_button(line):
        in_series = _is_in_series(head + rest, len(head)) or _opens_numbering(rest)
        return None if in_series else "tools"
    return None


def _is_paragraph(line: Line) -> bool:
    """Whether a line is prose, and not a headline of several clauses."""
    set_so = line.indented or ends_sentence(line.text)
    return set_so and not line.heading and is_prose(line.text)


def _opens_numbering(rest: list[Line]) -> bool:
    """Whether the first line numbers a part of a text: the next number stands below, set alike.

    A later page of an article opens with any number, not only 1.
    """
    first = rest[0]
    if _PART_NUMBER.fullmatch(first.text) is None:
        return False
    following = str(int(first.text) + 1)
    return any(
        line.text == following and (line.style, line.within) == (first.style, first.within)
        for line in rest[1:]
    )


def _is_of_headings(rest: list[Line]) -> bool:
    """Whether the first line heads a part of the text: another is set like it, in bold."""
    first = rest[0]
    return first.is_bold and any(
        line.style == first.style and not is_list_heading(line.text) for line in rest[1:]
    )


def take_subtitle(parts: ArticleParts, kept: list[Line], headline: Headline | None) -> list[Line]:
    """Without the smaller headline that the first line may be, where none stood further above.

    It is the headline where ``<title>`` has but what it calls all pages of articles.
    """
    if headline is None or parts.subtitle is not None or not is_subtitle(kept, headline):
        return kept
    if headline.of_page:
        parts.title = kept[0].text
        parts.cleaning["title"] += len(kept[0].text)
        return take_subtitle(parts, kept[1:], replace(headline, of_page=False))
    parts.subtitle = kept[0].text
    parts.cleaning["subtitle"] += len(kept[0].text)
    return kept[1:]


def _is_in_series(kept: list[Line], index: int) -> bool:
    """Whether a line above a paragraph is one of several like it: ``2``, ``春``, ``10:30``.

    Words above it would show it to be one of several counters.
    """
    line = kept[index]
    above, below = kept[max(0, index - 1) : index], kept[index + 1 : index + 2]
    words = [o for o in above if len(o.text) <= LONGEST_BUTTON and not find_reporters(o.text)]
    if any(other.picture is None and not is_prose(other.text) for other in words + below):
        return False
    shape = _shape(line.text)
    return any(
        len(other.text) <= len(line.text) + 2
        and other.style == line.style
        and _shape(other.text) == shape
        for other in kept[: max(0, index - 1)] + kept[index + 2 :]
    )


def _shape(text: str) -> list[str]:
    """The kinds of a text's characters, any number counting as one, with its unit as well."""
    return [category(char) for char in _NUMBER.sub("0", _FIGURE.sub("0", text))]
