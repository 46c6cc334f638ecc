"""The headline of an article: the text that stands twice.

In ``<title>``, as a heading above the dateline, above the body: two of these agree.  Spam in front
of ``<title>`` or as a heading of its own stands in only one of them, or further away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count

from tsnet.site.dateline import Dateline
from tsnet.site.document import Document, Line
from tsnet.text.boilerplate import (
    breadcrumb,
    is_list_heading,
    is_neighbour_line,
    is_own_name,
    is_pager_line,
    is_placeholder,
    is_prose,
    is_site_name,
    is_tool_line,
)
from tsnet.text.dates import find_dates
from tsnet.text.gbk import LOST
from tsnet.text.spacing import letters


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
    spam: int = 0
    """Characters that stood in front of it in ``<title>``."""


_SUFFIX = re.compile(r"\s*(?:[_|｜]|-{1,2}|—{1,2}|–|·|>>?|»)\s*(?=[^_|｜—–]*$)|\s+(?=\S*$)")
_PREFIX = re.compile(
    r"^(?:天山网|[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|新闻网))\s*(?:[_|｜]|-{1,2}|—{1,2})\s*"
)
_PART_END = re.compile(r"[_|｜—–·-]")
_CUT = re.compile(r"(.{1,160}?)(?:…|\.\.\.)")
"""A ``<title>`` that is cut short."""
_ABOVE = 14
"""Lines above the dateline in which the headline is looked for."""
_BELOW = 8
_NO_LETTER = re.compile(rf"[^\w{LOST}]+")
_MOST_LOST = 8
"""Lost characters of a headline that ``<title>`` may know; more are no headline of ours, and to try
one and none for each takes twice as long for every one."""
_MOST_HEADLINES = 3
"""Smaller headlines under one another; more lines are a text."""
_LEAST = 4
"""Letters below which a text is no headline by itself."""
_LONGEST = 160
_LONGEST_LABEL = 8
"""Characters of a label with its colon, such as ``索 引 号：``."""
_LEAST_UNMARKED = 7
"""Letters below which only a text that is set apart is a smaller headline: a source may be one."""


def find_headline(document: Document, dateline: Dateline | None) -> Headline | None:
    """The headline of a page; None when it shows none."""
    lines = document.lines
    tag = document.title
    first, last = _bounds(lines, dateline)
    above = [
        index
        for index in range(first - 1, max(-1, first - 1 - _ABOVE), -1)
        if _may_be_title(lines[index], tag)
    ]
    for index in above:
        if lines[index].is_link and _leads_here(document, lines[index]):
            lines[index] = replace(lines[index], link_chars=0)
    reach = range(last + 1, min(len(lines), last + 1 + _BELOW))
    until = next((index for index in reach if lines[index].text.endswith("。")), reach.stop)
    below = [index for index in range(last + 1, until) if _may_be_title(lines[index], tag)][:3]
    chosen = _choose(lines, tag, above, below)
    if chosen is not None:
        chosen = _longer_above(lines, tag, chosen, first - _ABOVE)
    else:
        chosen = _far_above(lines, tag, first - _ABOVE)
    if chosen is None:
        chosen = _choose(lines, tag, [], _headings_below(lines, last))
    if chosen is None:
        return _from_tag(document, lines, above) or _from_heading(lines, below)
    start, end = _whole(lines, tag, chosen)
    title = _join(lines[start : end + 1], tag)
    headline = Headline(title, last=end, below=chosen > last)
    if not headline.below and dateline is not None and dateline.first is not None:
        headline.subtitle = _subtitle(lines, end + 1, first)
    after = [*(below if end <= last else []), *_headings_below(lines, max(end, last))]
    again = _repetition(lines, tag, after, title)
    if again is not None:
        headline.last, other = again
        headline.below = True
        if other.count(LOST) < title.count(LOST):
            headline.title = other
    headline.title = _mended(headline.title, tag)
    headline.spam = _spam_before(tag, headline.title)
    return headline


def _leads_here(document: Document, line: Line) -> bool:
    """Whether a line links to the page that it stands on, as headlines may."""
    href = line.href or ""
    return href[-8:] == document.url[-8:] and document.absolute(href) == document.url


def _headings_below(lines: list[Line], last: int) -> list[int]:
    """Headings below a dateline that stands in a table, whose rows go on below it."""
    found = []
    for index in range(last + 1, min(len(lines), last + 1 + _ABOVE)):
        line = lines[index]
        if line.indented or line.text.endswith("。"):
            break
        if 0 < line.heading <= 3:
            found.append(index)
    return found


def _repetition(
    lines: list[Line], tag: str, below: list[int], title: str
) -> tuple[int, str] | None:
    """Last line and text of the headline where it stands again below the dateline."""
    for index in below:
        start, end = _whole(lines, tag, index)
        other = _join(lines[start : end + 1], tag)
        if same_title(other, title):
            return end, other
    return None


def _bounds(lines: list[Line], dateline: Dateline | None) -> tuple[int, int]:
    """The line after the last above the dateline, and the dateline's last."""
    if dateline is not None and dateline.first is not None:
        return dateline.first, dateline.last
    for index, line in enumerate(lines):
        if not line.is_link and is_prose(line.text) and len(line.text) > 40:
            return index, index - 1
    return len(lines), len(lines)


def _longer_above(lines: list[Line], tag: str, chosen: int, stop: int) -> int:
    """The line that ``<title>`` holds more of than of the chosen one, which is a part of it.

    The text, in which a name that the headline holds is a cell or an item, may stand between the
    headline and the dateline.
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
    indices = [index for index, line in enumerate(near) if _may_be_title(line, tag)]
    return _choose(lines, named, indices[::-1], [])


def _may_be_title(line: Line, tag: str = "") -> bool:
    """Whether a line can be a headline, which may open like a button."""
    text = line.text
    if line.picture is not None or len(text) > _LONGEST:
        return False
    if len(text) < 2 and not 0 < line.heading <= 2:
        return False
    return not (
        (is_tool_line(text) and not _is_long_heading(line, tag))
        or is_list_heading(text)
        or is_placeholder(text)
        or breadcrumb(text)
        or is_own_name(text)
        or is_neighbour_line(text)
        or is_pager_line(text)
    )


def _is_long_heading(line: Line, tag: str) -> bool:
    """Whether a line is set as a headline or stands in ``<title>`` (``tag``), and is no word."""
    set_so = 0 < line.heading <= 2
    return len(letters(line.text)) >= _LEAST_UNMARKED and (set_so or in_tag(line.text, tag))


def _choose(lines: list[Line], tag: str, above: list[int], below: list[int]) -> int | None:
    """Index of the line that holds the headline: it stands twice; None when no line does."""
    for index in above:
        text = lines[index].text
        # The same links may stand in lists above and below a short text.
        listed = lines[index].is_link and not lines[index].heading
        again = [o for o in below if not lines[o].is_link and same_title(lines[o].text, text)]
        least = _LEAST if not any(0 < lines[o].heading <= 2 for o in again) else 2
        if not listed and len(letters(text)) >= least and again:
            return index
    contained = [index for index in above if in_tag(lines[index].text, tag)]
    contained = [index for index in contained if lines[index].heading or not lines[index].is_link]
    contained += [index for index in below if in_tag(lines[index].text, tag)]
    # The same link may be put in front of <title> and before the headline.
    contained = [index for index in contained if not lines[index].is_link] or contained
    if contained and lines[contained[0]].is_link:
        # Nor is it the headline where <title> names nothing but the site beside it.
        near = [index for index in above if index > contained[0] and not lines[index].is_link]
        contained[:0] = [index for index in near if 0 < lines[index].heading <= 2]
    for index in contained:
        # Below the dateline the heading of a part may stand, which is a lesser one.
        lowest = 6 if index in above else 2
        if (
            len(letters(lines[index].text)) < _LEAST + 2
            and not 0 < lines[index].heading <= lowest
            and lines[index].text != strip_site_name(tag)
        ):
            continue
        # A name that the headline holds may stand alone before it, in a table of fields.
        start, end = _whole(lines, tag, index)
        part = "".join(letters(line.text) for line in lines[start : end + 1])
        longer = (o for o in contained if o in below or lines[o].heading)
        return next((o for o in longer if part in letters(lines[o].text) != part), index)
    return next((index for index in contained if index in above), None)


def same_title(first: str, second: str) -> bool:
    """Whether two texts are one title, lost characters and punctuation aside."""
    if max(len(first), len(second)) > 2 * _LONGEST:
        return False
    if letters(first) == letters(second):
        return True
    if LOST not in first + second or abs(len(first) - len(second)) > 2:
        return False
    return _loosely_in(first, second) or _loosely_in(second, first)


def in_tag(text: str, tag: str) -> bool:
    """Whether ``<title>`` holds a text, lost characters and punctuation aside."""
    if len(text) > 2 * _LONGEST or len(tag) > 20 * _LONGEST:
        return False
    key = letters(text)
    if len(key) < 2:
        return key != "" and _PART_END.split(tag, maxsplit=1)[0].strip() == text
    if key in letters(tag):
        return True
    cut = _CUT.match(tag)
    if cut and _begins_at_the_end(key, letters(cut[1])):
        return True
    return LOST in text + tag and len(key) >= _LEAST and _loosely_in(text, tag)


def _begins_at_the_end(key: str, cut: str) -> bool:
    """Whether a text goes on with what another, spam in front of it aside, breaks off with."""
    return any(cut.endswith(key[:size]) for size in range(_LEAST + 2, len(key) + 1))


def _loosely_in(text: str, whole: str) -> bool:
    """Containment where U+FFFD on either side stands for any one character, and in text for none.

    Shift-And (Baeza-Yates and Gonnet, "A new approach to text searching", 1992): the bits of a
    number are the lengths of what matches up to here, so many lost characters cost no more.
    """
    key, within = (_NO_LETTER.sub("", each.lower()) for each in (text, whole))
    places: dict[str, int] = {}
    for place, char in enumerate(key):
        places[char] = places.get(char, 0) | 1 << place
    lost = places.pop(LOST, 0)
    matched = begun = _past_lost(1, lost)
    for char in within:
        if matched >> len(key):
            return True
        fitting = matched if char == LOST else matched & (places.get(char, 0) | lost)
        matched = begun | _past_lost(fitting << 1, lost)
    return bool(matched >> len(key))


def _past_lost(matched: int, lost: int) -> int:
    """What also matches if lost characters stand for none."""
    while (more := matched | (matched & lost) << 1) != matched:
        matched = more
    return matched


def _whole(lines: list[Line], tag: str, index: int) -> tuple[int, int]:
    """First and last line of a headline that a ``<br>`` breaks."""
    start = end = index
    while start > 0 and _continues(lines[start - 1], lines[start], tag):
        start -= 1
    while end + 1 < len(lines) and _continues(lines[end], lines[end + 1], tag):
        end += 1
    return start, end


def _continues(first: Line, second: Line, tag: str) -> bool:
    return (
        first.picture is None
        and second.picture is None
        and first.block == second.block
        and len(letters(first.text)) > 1
        and letters(first.text) + letters(second.text) in letters(tag)
    )


def _join(lines: list[Line], tag: str) -> str:
    if len(lines) == 1:
        return lines[0].text
    for separator in ("", " ", "\u3000"):
        joined = separator.join(line.text for line in lines)
        if joined in tag:
            return joined
    joined = "".join(line.text for line in lines)
    return joined if joined in "".join(tag.split()) else " ".join(line.text for line in lines)


def _mended(title: str, tag: str) -> str:
    """The title with what it lost, where ``<title>`` still has it."""
    if not 0 < title.count(LOST) <= _MOST_LOST:
        return title
    pattern = "".join(".?" if char == LOST else re.escape(char) for char in title)
    match = re.search(pattern, tag)
    return match[0] if match and match[0].count(LOST) < title.count(LOST) else title


def _subtitle(lines: list[Line], start: int, stop: int) -> str | None:
    """A smaller headline between the headline and the dateline, where the text does not stand."""
    between = [
        line
        for index, line in enumerate(lines[start:stop], start)
        if _may_be_title(line) and not (index > start and _is_label(lines[index - 1]))
    ]
    if len(between) > _MOST_HEADLINES or any(map(_is_paragraph, lines[start:stop], count())):
        return None
    for line in between:
        if (
            not line.is_link
            and len(letters(line.text)) >= _LEAST
            and (len(letters(line.text)) >= _LEAST_UNMARKED or _is_marked(line))
            and len(line.text) <= 80
            and not line.text.endswith(("：", ":"))
            and "〔" not in line.text
        ):
            return line.text
    return None


def _is_label(line: Line) -> bool:
    """Whether a line names what the next one holds, as in a table of particulars."""
    return len(line.text) <= _LONGEST_LABEL and line.text.endswith(("：", ":"))


def _is_paragraph(line: Line, number: int) -> bool:
    """Whether a line below the headline is text; the first may be a headline that exclaims."""
    ends = ("。", "！", "？", "!", "?") if number else "。"
    return len(line.text) > _LONGEST or line.text.endswith(ends)


def _is_marked(line: Line) -> bool:
    return line.centred or line.bold_chars > 0 or line.text.startswith(("—", "-"))


def _spam_before(tag: str, title: str) -> int:
    position = tag.find(title)
    return position if position > 0 else 0


def _from_tag(document: Document, lines: list[Line], above: list[int]) -> Headline | None:
    """The headline where no line agrees with ``<title>``: the nearest heading, else ``<title>``."""
    headings = [
        index
        for index in above
        if lines[index].heading and not (lines[index].is_link or _is_of_list(lines, index))
    ]
    title = strip_site_name(document.title)
    named = len(letters(title)) >= 2 * _LEAST and not is_own_name(title)
    # A short heading beside a long <title> is the channel's or the site's.
    headings = [index for index in headings if not named or len(lines[index].text) >= 2 * _LEAST]
    if headings and (lines[headings[0]].heading <= 3 or not named):
        chosen = _highest(lines, headings)
        subtitle = _subtitle(lines, chosen + 1, above[0] + 1)
        if chosen != headings[0]:
            subtitle = lines[headings[0]].text
        return Headline(lines[chosen].text, subtitle, last=chosen)
    for line in reversed(lines[: above[0] + 1] if above else []):
        if line.heading and in_tag(line.text, title) and title.startswith(line.text):
            title = title[len(line.text) :].strip(" _-|｜—")
    if is_site_name(title) and above and not lines[above[0]].is_link:
        nearest = lines[above[0]]
        if len(above) > 1 and nearest.text.startswith(("——", "--")):
            return Headline(lines[above[1]].text, nearest.text, last=above[0])
        return Headline(nearest.text, last=above[0])
    if len(letters(title)) >= _LEAST and not is_own_name(title):
        return Headline(title)
    for name in ("articletitle", "og:title", "title"):
        text = strip_site_name(document.metas.get(name, "").strip())
        if len(letters(text)) >= _LEAST and not is_own_name(text):
            return Headline(text)
    for index in above:
        line = lines[index]
        if (
            line.link_chars * 2 < len(line.text)
            and len(letters(line.text)) >= _LEAST
            and not any(find_dates(line.text))
        ):
            return Headline(line.text, last=index)
    return Headline(title) if len(letters(title)) >= 2 and not is_own_name(title) else None


def _is_of_list(lines: list[Line], index: int) -> bool:
    """Whether a lesser heading stands right above a link, as those of lists do."""
    return lines[index].heading >= 3 and index + 1 < len(lines) and lines[index + 1].is_link


def _from_heading(lines: list[Line], below: list[int]) -> Headline | None:
    """The heading between dateline and text, on a page whose ``<title>`` names the site alone."""
    for index in below:
        line = lines[index]
        if line.heading and not line.is_link and len(letters(line.text)) >= _LEAST:
            return Headline(line.text, last=index, below=True)
    return None


def _highest(lines: list[Line], headings: list[int]) -> int:
    """The nearest heading, or the greater one right above it that it is a smaller headline of."""
    nearest = headings[0]
    if nearest == 0:
        return nearest
    over = lines[nearest - 1]
    greater = 0 < over.heading < lines[nearest].heading
    bold = not over.heading and lines[nearest].heading >= 3 and over.bold_chars >= len(over.text)
    return nearest - 1 if (greater or bold) and _may_be_title(over) else nearest


@lru_cache(maxsize=256)
def strip_site_name(title: str) -> str:
    """``<title>`` without the names of the site and the channel at its end or its beginning.

    >>> strip_site_name("伊犁河谷杏花开_地州_天山网")
    '伊犁河谷杏花开'
    """
    title = title.strip()
    if len(title) > 2 * _LONGEST:
        return title
    stripped = False
    while True:
        for match in reversed(list(_SUFFIX.finditer(title))):
            head, tail = title[: match.start()], title[match.end() :].strip()
            # What stands before the site's name, short and parted from it, is the channel's.
            channel = stripped and len(tail) <= _LEAST and "_" in match[0]
            named = 2 if stripped or is_own_name(tail) else _LEAST
            if len(letters(head)) >= named and (is_site_name(tail) or channel):
                title = head.strip(" _-|｜—–·>»")
                stripped = True
                break
        else:
            break
    own = _PREFIX.match(title)
    rest = title[own.end() :] if own else ""
    return rest if len(letters(rest)) > _LEAST or _is_short_title(rest) else title


def _is_short_title(text: str) -> bool:
    """Whether two to four letters are a headline and not the name of a channel."""
    return 2 <= len(letters(text)) <= _LEAST and not is_site_name(text)
