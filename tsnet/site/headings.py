"""What a heading below the first lines of a text heads: its next part, other articles, comments.

Knows HTML only as lines.
"""

from __future__ import annotations

import re

from tsnet.site.furniture import (
    is_date,
    is_end,
    is_furniture,
    is_imprint,
    leads_elsewhere,
    rule_against,
)
from tsnet.site.lines import Line, Style
from tsnet.text.boilerplate.lines import LABEL_LENGTH, is_prose
from tsnet.text.boilerplate.media import is_medium
from tsnet.text.boilerplate.other_articles import (
    is_comment_heading,
    is_list_heading,
    may_head_comments,
)
from tsnet.text.spacing import EDGE, letters

_MOMENT = re.compile(r"(?<!:\d)\d[-/.月]\d{1,2}日?\s*\d{1,2}:\d\d")
"""A day and an hour, and not how much of a recording was played: ``00:00/03:21``."""
_LONGEST_LIST_HEADING = 10
"""Characters of a line that heads a list of other articles whatever it says."""
_LEAST_LIST = 2
"""Links below it that make the list."""
_NEAR = 3
"""Lines below a heading that only what stands below it tells, among which these links are."""
_REACH = 20
"""Lines above and below a heading among which others are looked for."""
_LEAST_LONG = 40
"""Characters of a paragraph that is long."""


def texts_of(lines: list[Line]) -> list[Line]:
    """The lines that are no pictures."""
    return [line for line in lines if line.picture is None]


def holds_moment(text: str) -> bool:
    """Whether a line says the day and the hour, as those above and below comments do."""
    return _MOMENT.search(text) is not None


def is_long_text(line: Line) -> bool:
    """Whether a line may be a paragraph of the article though it stands below other articles."""
    text = line.text
    return not line.is_link and len(text) >= _LEAST_LONG and is_prose(text) and not is_imprint(text)


def is_above_paragraph(lines: list[Line], index: int) -> bool:
    """Whether a paragraph stands below a line, and no comment."""
    below = texts_of(lines[index + 1 : index + 4])
    return (
        bool(below)
        and is_prose(below[0].text)
        and not (rule_against(below[0]) or holds_moment(below[0].text))
    )


def heads_part(lines: list[Line], index: int, styles: set[Style]) -> bool:
    """Whether a line such as 分享 or 网友评论 heads a part of the text: it is set as headings are.

    ``styles`` says how those are set. Below it stands a paragraph, not a comment with its day and
    hour.
    """
    return lines[index].style in styles and is_above_paragraph(lines, index)


def heads_comments(lines: list[Line], index: int) -> bool:
    """Whether a line heads comments: 评论 alone where a day and an hour are below it."""
    text = lines[index].text
    return is_comment_heading(text) or (
        may_head_comments(text)
        and any(holds_moment(line.text) for line in lines[index + 1 : index + 4])
    )


def heads_list(lines: list[Line], index: int, last: int) -> bool:
    """Whether a line heads a list of other articles: by its wording, or short and set with links.

    With them is set what is a heading, or stands nearer to them than to the text above, or below
    buttons.  ``last`` is the line after the last that may be of the body.
    """
    line = lines[index]
    words, parted, _ = line.raw.partition(EDGE)
    if is_list_heading(line.text) or (parted and is_list_heading(words.strip())):
        return _is_above_links(lines, index, last)
    if len(line.text) > _LONGEST_LIST_HEADING or line.is_link or line.indented or not index:
        return False
    if is_prose(line.text) or line.text.endswith(("）", ")")) or not letters(line.text):
        return False  # a sentence, or what a text leaves out: （下转第四版）, ……
    below = texts_of(lines[index + 1 : min(index + 6, last)])
    if sum(map(leads_elsewhere, below)) < _LEAST_LIST or not leads_elsewhere(below[0]):
        return False
    above, link = lines[index - 1], lines[index + 1]
    is_nearer_to_links = 2 * line.block > above.block + link.block
    is_below_text = (
        is_prose(above.text)
        and not is_medium(line.text)
        and line.level <= link.level
        and sum(map(leads_elsewhere, below[:_NEAR])) >= _LEAST_LIST
    )
    return (
        line.heading > 0 or is_nearer_to_links or is_furniture(above) or is_below_text
    ) and not is_one_of_headings(lines, index)


def is_one_of_headings(lines: list[Line], index: int) -> bool:
    """Whether another line near a heading is set as that is, and heads a paragraph of the text."""
    line = lines[index]
    first = max(0, index - _REACH)
    return any(
        other is not line
        and other.is_set_as(line)
        and len(other.text) <= LABEL_LENGTH
        and not is_prose(other.text)
        and rule_against(other) is None
        and is_above_paragraph(lines, at)
        for at, other in enumerate(lines[first : index + _REACH], first)
    )


def _is_above_links(lines: list[Line], index: int, last: int) -> bool:
    """Whether what comes after a heading, tools and the page's foot aside, is mostly links."""
    below = [
        line
        for line in texts_of(lines[index + 1 : min(index + 6, last)])
        if not (is_date(line.text) or is_furniture(line) or is_end(line.text))
    ]
    if not below or below[0].is_link:
        return True
    links = sum(line.is_link for line in below)
    return links * 2 >= len(below) and not is_long_text(below[0])
