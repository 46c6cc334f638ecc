"""The headline of an article: the text that stands twice.

In ``<title>``, as a heading above the dateline, above the body: two of these agree.  Spam in front
of ``<title>`` or as a heading of its own stands in only one of them, or further away.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from urllib.parse import urlsplit

from tsnet.site.dateline import Dateline
from tsnet.site.document import Document
from tsnet.site.headline import (
    ORIGINAL,
    Headline,
    is_label,
    join_lines,
    may_be_title,
    says_much,
    split_badge,
    whole_of,
    without_buttons,
)
from tsnet.site.interference import box_texts
from tsnet.site.lines import Line
from tsnet.site.lone_headline import headline_by_itself
from tsnet.site.subtitle import subtitle_between
from tsnet.site.urls import on_host_of
from tsnet.text.boilerplate.lines import BROKEN_OFF, is_prose
from tsnet.text.boilerplate.media import is_site_name
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.gbk import LOST
from tsnet.text.spacing import letters
from tsnet.text.titles import LEAST_TITLE, in_tag, mend_title, same_title, strip_site_name

_ABOVE = 14
"""Lines above the dateline in which the headline is looked for."""
_BELOW = 8
_MOST_BELOW = 3
"""Lines below the dateline that may be the headline."""


def find_headline(document: Document, dateline: Dateline | None) -> Headline | None:
    """The headline of a page; None when it shows none."""
    lines, tag = document.lines, document.title
    first, last = _bounds(lines, dateline, tag)
    hidden = box_texts(document.boxes)
    spam = _unset_spam(document, first, hidden)
    above = _lines_above(document, first)
    below = _lines_below(lines, tag, last)
    wholes = _wholes(lines, above, below)
    above = [index for index in above if index not in wholes]
    chosen = _choose(lines, tag, above, below)
    if chosen is not None:
        chosen = _longer_above(lines, tag, chosen, first - _ABOVE)
    else:
        chosen = _far_above(lines, tag, first - _ABOVE)
    if chosen is None:
        chosen = _choose(lines, tag, [], _headings_below(lines, last, tag))
    if chosen is None:
        chosen = next(iter(wholes.values()), None)
    if chosen is None:
        return headline_by_itself(document, above, below, last=last, spam=spam, hidden=hidden)
    start, end = whole_of(lines, tag, chosen)
    badge, title = "", join_lines(lines[start : end + 1], tag)
    if letters(title) not in letters(tag):
        badge, title = split_badge(lines[start], tag)
    headline = Headline(title, last=end, below=chosen > last, original=badge == ORIGINAL)
    if not headline.below and dateline is not None and dateline.first is not None:
        headline.subtitle = subtitle_between(lines, end + 1, first, dateline.source)
    after = [*(below if end <= last else []), *_headings_below(lines, max(end, last), tag)]
    _take_repetition(headline, lines, tag, after)
    headline.title = mend_title(headline.title, tag)
    headline.spam = max(0, tag.find(headline.title))
    return headline


def _unset_spam(document: Document, first: int, hidden: set[str]) -> set[str]:
    """Make plain links of the headings above the dateline that are spam.

    They lead to another site or to the front page, or say what one of the mirror's hidden boxes
    says (``hidden``). Returned are the texts of those that ``<title>`` holds: a mirror puts the
    same spam in front of it.
    """
    spam = set()
    for index, line in enumerate(document.lines[:first]):
        if line.heading and (
            (line.is_link and _leads_away(document, line))
            or (line.text in hidden and len(letters(line.text)) >= LEAST_TITLE)
        ):
            chars = len(line.text)
            document.lines[index] = replace(line, heading=0, bold_chars=0, link_chars=chars)
            if in_tag(line.text, document.title) and not is_site_name(line.text):
                spam.add(line.text)
    return spam


def _leads_away(document: Document, line: Line) -> bool:
    """Whether a link leads to another site, or to the front page of this."""
    target = document.absolute(line.href or "")
    here = on_host_of(target, document.url) if target else document.url
    return here is None or urlsplit(here).path == "/"


def _bounds(lines: list[Line], dateline: Dateline | None, tag: str) -> tuple[int, int]:
    """The first and the last line of the dateline, as bounds of where the headline is looked for.

    Where the page shows no date, these are the line below a great heading that ``<title>`` holds,
    and that heading; else the first long paragraph.
    """
    if dateline is not None and dateline.first is not None:
        return dateline.first, dateline.last
    named = strip_site_name(tag)
    for index, line in enumerate(lines):
        if line.is_link:
            continue
        if line.is_great_heading and says_much(line.text) and in_tag(line.text, named):
            return index + 1, index
        if is_prose(line.text) and len(line.text) > 40:
            return index, index - 1
    return len(lines), len(lines)


def _lines_above(document: Document, first: int) -> list[int]:
    """Lines above the dateline that may be the headline, the nearest first.

    A button behind one is cut off. One that links to its own page, as a headline may, counts as no
    link.
    """
    lines = document.lines
    found = []
    for index in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
        if may_be_title(lines[index], document.title):
            found.append(index)
            lines[index] = without_buttons(lines[index], document.title)
            if lines[index].is_link and document.is_here(lines[index].href):
                lines[index] = replace(lines[index], link_chars=0)
    return found


def _lines_below(lines: list[Line], tag: str, last: int) -> list[int]:
    """Lines between dateline and text that may be the headline, in order."""
    reach = lines[last + 1 : last + 1 + _BELOW]
    near = enumerate(takewhile(_may_stand_above_title, reach), last + 1)
    found = [index for index, line in near if may_be_title(line, tag)][:_MOST_BELOW]
    for index in found:
        lines[index] = without_buttons(lines[index], tag)
    return found


def _wholes(lines: list[Line], above: list[int], below: list[int]) -> dict[int, int]:
    """Lines above the dateline that are broken off, each with the line that is the whole of it."""
    found = {}
    for index in above:
        broken_off = lines[index].text
        stem = letters(broken_off) if broken_off.endswith(BROKEN_OFF) else ""
        for other in [*below, *above] if len(stem) >= LEAST_TITLE else ():
            whole = lines[other]
            is_whole = not (whole.is_link or whole.text.endswith(BROKEN_OFF))
            if is_whole and letters(whole.text).startswith(stem):
                found[index] = other
                break
    return found


def _may_stand_above_title(line: Line) -> bool:
    return not (line.text.endswith("。") or is_list_heading(line.text))


def _headings_below(lines: list[Line], last: int, tag: str) -> list[int]:
    """Headings below the dateline, and lines that say just what ``<title>`` does.

    A table of particulars that holds the dateline may go on between the two.
    """
    found = []
    for index in range(last + 1, min(len(lines), last + 1 + _ABOVE)):
        line = lines[index]
        if line.indented or line.text.endswith("。"):
            break
        if 0 < line.heading <= 3 or _says_what_tag_does(line, tag):
            found.append(index)
    return found


def _says_what_tag_does(line: Line, tag: str) -> bool:
    key = letters(line.text) if line.text[:LEAST_TITLE] in tag and not line.is_link else ""
    return len(key) >= LEAST_TITLE and key == letters(strip_site_name(tag))


def _longer_above(lines: list[Line], tag: str, chosen: int, stop: int) -> int:
    """A line further above that ``<title>`` holds and that has the chosen one as a part; else that.

    Where the text stands between headline and dateline, a cell or an item of it may be a name that
    the headline has in it.
    """
    part = letters(lines[chosen].text)
    for index, line in enumerate(lines[: max(0, stop)]):
        if part in letters(line.text) != part and not line.is_link and in_tag(line.text, tag):
            return index
    return chosen


def _far_above(lines: list[Line], tag: str, stop: int) -> int | None:
    """The headline where the text stands between it and the dateline."""
    named = strip_site_name(tag)
    near = lines[: max(0, stop)]
    indices = [index for index, line in enumerate(near) if may_be_title(line, tag)]
    return _choose(lines, named, indices[::-1], [])


def _choose(lines: list[Line], tag: str, above: list[int], below: list[int]) -> int | None:
    """Index of the line that holds the headline: it stands twice; None when no line does."""
    for index in above:
        if _stands_again(lines, index, below):
            return index
    return _choose_by_tag(lines, tag, above, below)


def _stands_again(lines: list[Line], index: int, below: list[int]) -> bool:
    """Whether a line above the dateline stands below it, too, and is long enough to tell."""
    text = lines[index].text
    size = len(letters(text))
    return size > 0 and any(
        not other.is_link  # the same links may stand in lists above and below a short text
        and (size >= LEAST_TITLE or other.is_great_heading)
        and same_title(other.text, text)
        for other in (lines[number] for number in below)
    )


def _choose_by_tag(lines: list[Line], tag: str, above: list[int], below: list[int]) -> int | None:
    """Index of the line that ``<title>`` holds and that is the headline, not only a part of it."""
    contained = [
        index
        for index in above
        if (lines[index].heading or not lines[index].is_link) and in_tag(lines[index].text, tag)
    ]
    contained += [index for index in below if in_tag(lines[index].text, tag)]
    # The same link may be put in front of <title> and before the headline.
    contained = [index for index in contained if not lines[index].is_link] or contained
    if contained and lines[contained[0]].is_link:
        # Nor is it the headline where <title> names nothing but the site beside it.
        near = [index for index in above if index > contained[0] and not lines[index].is_link]
        contained[:0] = [index for index in near if lines[index].is_great_heading]
    for index in contained:
        if (
            len(letters(lines[index].text)) < LEAST_TITLE + 2
            and not lines[index].heading
            and lines[index].text != strip_site_name(tag)
        ):
            continue
        # A name that the headline holds may stand alone before it, in a table of fields.
        start, end = whole_of(lines, tag, index)
        part = "".join(letters(line.text) for line in lines[start : end + 1])
        return next((o for o in contained if part in letters(lines[o].text) != part), index)
    return next(
        (
            index
            for index in contained
            if index in above and not (index and is_label(lines[index - 1], lines[index]))
        ),
        None,
    )


def _take_repetition(headline: Headline, lines: list[Line], tag: str, below: list[int]) -> None:
    """Note where the headline stands again below the dateline; the less damaged one is taken."""
    for index in below:
        start, end = whole_of(lines, tag, index)
        other = join_lines(lines[start : end + 1], tag)
        if same_title(other, headline.title):
            headline.last = end
            headline.below = True
            headline.title = min(headline.title, other, key=lambda title: title.count(LOST))
            return
