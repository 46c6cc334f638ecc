"""The headline of an article: the text that stands twice.

In ``<title>``, as a heading above the dateline, above the body: two of these agree.  Spam in front
of ``<title>`` or as a heading of its own stands in only one of them, or further away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count, pairwise, takewhile
from urllib.parse import urlsplit

from tsnet.site.date_candidates import DAY_IN_BRACKETS, is_stamp
from tsnet.site.dateline import Dateline
from tsnet.site.document import Document
from tsnet.site.furniture import is_end, is_furniture
from tsnet.site.headings import holds_moment, is_one_of_headings, texts_of
from tsnet.site.interference import box_texts
from tsnet.site.lines import Line, is_larger
from tsnet.site.urls import on_host_of
from tsnet.text.boilerplate.breadcrumbs import breadcrumb, is_last_step
from tsnet.text.boilerplate.editors import is_credit
from tsnet.text.boilerplate.lines import BROKEN_OFF, is_prose
from tsnet.text.boilerplate.media import (
    is_medium_and_day,
    is_office,
    is_own_name,
    is_site_name,
    newspaper_of,
)
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import is_tool_line
from tsnet.text.dates import find_dates
from tsnet.text.fields import find_publisher
from tsnet.text.gbk import LOST
from tsnet.text.names import find_reporters
from tsnet.text.spacing import EDGE, clean_line, letters, pieces
from tsnet.text.titles import (
    LEAST_TITLE,
    LONGEST_TITLE,
    in_tag,
    mend_title,
    same_title,
    strip_site_name,
)


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


_ABOVE = 14
"""Lines above the dateline in which the headline is looked for."""
_BELOW = 8
_MOST_BELOW = 3
"""Lines below the dateline that may be the headline."""
_TITLE_METAS = ("articletitle", "og:title", "title")
"""Names under which pages state their headline unseen."""
_BUTTON_BEHIND = re.compile(r"(?P<title>.{2,}?)\s*(?P<button>[\[【(（][^\[【(（]{2,8}[\]】)）])")
"""A headline with a button behind it: ``… [复制链接]``."""
_MOST_HEADLINES = 3
"""Smaller headlines under one another; more lines are a text."""
_LONGEST_BADGE = 4
"""Letters of what a heading marks its article with."""
_ORIGINAL = "原创"
"""The mark of an original piece, which is no part of a headline."""
_PARTS = re.compile(r"[\s_|｜—–·-]+")
"""What parts the words of a ``<title>``: headline, channel, site."""
_AROUND_PARTS = " _|｜—–·-,，、"
"""What stands between the parts of a ``<title>``."""
_NO_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_MOST_COMPARED = 60
"""Lines of the text that a headline is compared with."""
_LOWEST_OF_PAGE = 3
"""Rank below which it may be one of a headline that is no heading."""
_LEAST_SHARE = 0.2
"""The part of its pairs of characters that a headline has in common with its text; of 78 texts 73
have more, of a site's slogans one in thirty."""
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
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
"""What stands below a headline and is none: the day of a speech, by whom a law was passed."""
LEAST_UNMARKED = 7
"""Letters of a smaller headline at least, unless it is set apart: shorter lines may be a source."""


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
        return _from_tag(document, above, below, last=last, spam=spam, hidden=hidden)
    start, end = _whole(lines, tag, chosen)
    badge, title = "", _join(lines[start : end + 1], tag)
    if letters(title) not in letters(tag):
        badge, title = _split_badge(lines[start], tag)
    headline = Headline(title, last=end, below=chosen > last, original=badge == _ORIGINAL)
    if not headline.below and dateline is not None and dateline.first is not None:
        headline.subtitle = _subtitle(lines, end + 1, first, dateline.source)
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


def _lines_above(document: Document, first: int) -> list[int]:
    """Lines above the dateline that may be the headline, the nearest first.

    A button behind one is cut off. One that links to its own page, as a headline may, counts as no
    link.
    """
    lines = document.lines
    found = []
    for index in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
        if _may_be_title(lines[index], document.title):
            found.append(index)
            lines[index] = _without_buttons(lines[index], document.title)
            if lines[index].is_link and document.is_here(lines[index].href):
                lines[index] = replace(lines[index], link_chars=0)
    return found


def _lines_below(lines: list[Line], tag: str, last: int) -> list[int]:
    """Lines between dateline and text that may be the headline, in order."""
    reach = lines[last + 1 : last + 1 + _BELOW]
    near = enumerate(takewhile(_may_stand_above_title, reach), last + 1)
    found = [index for index, line in near if _may_be_title(line, tag)][:_MOST_BELOW]
    for index in found:
        lines[index] = _without_buttons(lines[index], tag)
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


def _take_repetition(headline: Headline, lines: list[Line], tag: str, below: list[int]) -> None:
    """Note where the headline stands again below the dateline; the less damaged one is taken."""
    for index in below:
        start, end = _whole(lines, tag, index)
        other = _join(lines[start : end + 1], tag)
        if same_title(other, headline.title):
            headline.last = end
            headline.below = True
            headline.title = min(headline.title, other, key=lambda title: title.count(LOST))
            return


def _without_buttons(line: Line, tag: str) -> Line:
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
        if line.is_great_heading and _says_much(line.text) and in_tag(line.text, named):
            return index + 1, index
        if is_prose(line.text) and len(line.text) > 40:
            return index, index - 1
    return len(lines), len(lines)


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
    indices = [index for index, line in enumerate(near) if _may_be_title(line, tag)]
    return _choose(lines, named, indices[::-1], [])


def _may_be_title(line: Line, tag: str = "") -> bool:
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
        or _names_page(text)
        or is_own_name(text)
        or _NUMBER_OF_DOCUMENT.search(text)
        or is_stamp(text)
    )


def _names_page(text: str) -> bool:
    """Whether a text is what an application calls all pages of articles."""
    return len(text) <= _LONGEST_PAGE_NAME and is_last_step(text)


def _is_long_heading(line: Line, tag: str) -> bool:
    """Whether a line is long enough for a headline, and set as one or in ``<title>`` (``tag``)."""
    set_so = line.is_great_heading
    return len(letters(line.text)) >= LEAST_UNMARKED and (set_so or in_tag(line.text, tag))


def _opens_tag(line: Line, tag: str) -> bool:
    """Whether a great heading is what ``<title>`` opens with: ``今日要闻`` may be a headline."""
    return line.is_great_heading and letters(tag).startswith(letters(line.text))


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
        start, end = _whole(lines, tag, index)
        part = "".join(letters(line.text) for line in lines[start : end + 1])
        return next((o for o in contained if part in letters(lines[o].text) != part), index)
    return next(
        (
            index
            for index in contained
            if index in above and not (index and _is_label(lines[index - 1], lines[index]))
        ),
        None,
    )


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
        second.picture is None
        and first.block == second.block
        and len(letters(first.text)) > 1
        and letters(first.text) + letters(second.text) in letters(tag)
    )


def _join(lines: list[Line], tag: str) -> str:
    for separator in ("", " ", "\u3000"):
        joined = separator.join(line.text for line in lines)
        if joined in tag:
            return joined
    joined = "".join(line.text for line in lines)
    return joined if joined in "".join(tag.split()) else " ".join(line.text for line in lines)


def _split_badge(line: Line, title: str) -> tuple[str, str]:
    """A mark before a heading (原创, or 图集 that ``<title>`` lacks), if any, and the heading."""
    badge, _, rest = line.raw.strip(f"{EDGE} ").partition(EDGE)
    text = clean_line(rest.replace(EDGE, ""))
    badge, named = letters(badge), letters(text)
    is_badge = 0 < len(badge) <= _LONGEST_BADGE <= len(named)
    known = badge == _ORIGINAL or named in letters(title)
    return (badge, text) if is_badge and known else ("", line.text)


def _subtitle(lines: list[Line], start: int, stop: int, source: str | None = None) -> str | None:
    """A smaller headline between the headline and the dateline, where the text does not stand."""
    between = [
        line
        for index, line in enumerate(lines[start:stop], start)
        if _may_be_title(line) and not (index > start and _is_of_other(lines[index - 1], line))
    ]
    if len(between) > _MOST_HEADLINES or any(map(_is_paragraph, lines[start:stop], count())):
        return None
    for line in between:
        if (
            not line.is_link
            and len(letters(line.text)) >= LEAST_TITLE
            and (_says_much(line.text) or _is_marked(line))
            and len(line.text) <= 80
            and not line.text.endswith(("：", ":"))
            and line.text != source
            and not _is_field(line.text)
            and not holds_moment(line.text)
        ):
            return line.text
    return None


def _says_much(text: str) -> bool:
    """Whether a text that nothing sets apart is too long for a source, and no writer's name."""
    return len(letters(text)) >= LEAST_UNMARKED and _TWO_PARTS_OF_NAME.fullmatch(text) is None


def _is_field(text: str) -> bool:
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


def _is_of_other(above: Line, line: Line) -> bool:
    """Whether a line belongs to the one above it: a label, or the picture of who wrote the text."""
    if above.picture is not None:
        return EDGE in line.raw.strip(f"{EDGE} \n")
    return _is_label(above, line)


def _is_label(line: Line, value: Line) -> bool:
    """Whether a line names what the next one holds, as in a table of particulars."""
    is_label = line.is_in_row_with(value) or line.text.endswith(("：", ":"))
    return is_label and len(line.text) <= _LONGEST_LABEL


def _is_paragraph(line: Line, number: int) -> bool:
    """Whether a line below the headline is text; the first may be a headline that exclaims."""
    ends = ("！", "？", "!", "?") if number else ()
    return len(line.text) > LONGEST_TITLE or "。" in line.text or line.text.endswith(ends)


def _is_marked(line: Line) -> bool:
    return line.centred or line.bold_chars > 0 or line.text.startswith(("—", "-"))


def _from_tag(
    document: Document,
    above: list[int],
    below: list[int],
    *,
    last: int,
    spam: set[str],
    hidden: set[str],
) -> Headline | None:
    """The headline where no line agrees with ``<title>``: a heading, ``<title>``, or a line.

    A ``<title>`` that may hold spam is trusted no more than one that names the site alone; but it
    is where known spam was cut off in front of it, or where it has more in common with the text
    (below the dateline's ``last`` line) than the line above the dateline has.
    """
    lines = document.lines
    above = [index for index in above if not _IN_BRACKETS.fullmatch(lines[index].text)]
    told = _pairs_of(lines[last + 1 :])
    tag = _without_spam(document.title, spam | hidden)
    title = strip_site_name(tag)
    unseen = [strip_site_name(document.metas.get(name, "").strip()) for name in _TITLE_METAS]
    may_hold_spam = bool(spam) or document.interfered
    if may_hold_spam:
        stated = [text for text in unseen if len(letters(text)) >= LEAST_TITLE]
        title = next(filter(title.endswith, stated), title)
        above = _of_text(lines, told, above)
    nearest = lines[above[0]].text if above else ""
    of_text = may_hold_spam and _share(title, told) > _share(nearest, told)
    of_site = not of_text and _names_no_article(document, title, above, has_spam=bool(spam))
    heading = (
        _from_heading_above(lines, title, above, told, named=not of_site)
        or (_from_heading_below(lines, above, below) if of_site or not _is_title(title) else None)
        or (_from_nearest(lines, above, told) if of_site else None)
    )
    if heading is not None:
        return heading
    for line in reversed(lines[: above[0] + 1] if above else []):
        if line.heading and in_tag(line.text, title) and title.startswith(line.text):
            title = title[len(line.text) :].strip(" _-|｜—")
    for candidate in (title, *unseen):
        if len(letters(candidate)) >= LEAST_TITLE and not (
            is_own_name(candidate) or _names_page(candidate)
        ):
            return Headline(candidate, spam=max(0, document.title.find(candidate)))
    if _names_page(title):
        return Headline(title, of_page=True)
    return _from_any_line(lines, above) or (Headline(title) if _is_title(title) else None)


def _names_no_article(document: Document, title: str, above: list[int], *, has_spam: bool) -> bool:
    """Whether ``title``, ``<title>`` without the site's name, names the site or may be spam.

    A long one of which known spam was cut off is neither. Else it is spam where the page has some
    (``has_spam``), and where it may be, or is all of ``<title>``, a line that is set as a headline
    is trusted more.
    """
    tag = document.title
    if _is_of_site(title, tag) or is_office(title) or any(map(is_last_step, _PARTS.split(tag))):
        return True
    if title != strip_site_name(tag) and len(letters(title)) >= LEAST_UNMARKED:
        return False
    may_be_other = title != "" and (document.interfered or title == tag.strip())
    alone = document.interfered or not _says_much(title)
    return has_spam or (may_be_other and _is_set_apart(document.lines, above, alone=alone))


def _from_any_line(lines: list[Line], above: list[int]) -> Headline | None:
    """The nearest line above the dateline that is mostly no link, and holds no date."""
    for index in above:
        line = lines[index]
        if (
            line.link_chars * 2 < len(line.text)
            and len(letters(line.text)) >= LEAST_TITLE
            and not any(find_dates(line.text))
        ):
            return Headline(line.text, last=index)
    return None


def _is_of_site(title: str, tag: str) -> bool:
    """Whether ``title``, which is ``<title>`` without the site's name, is still but a site's name.

    A long text that stood beside one is none, though it ends like one: ``新疆上线就业服务平台``.
    """
    name = title.rpartition(",")[2]
    alone = name == tag.strip() or len(letters(name)) < LEAST_UNMARKED
    return is_own_name(name) or (alone and is_site_name(name))


def _without_spam(title: str, spam: set[str]) -> str:
    """``<title>`` without what it opens with of texts that are spam, and of their parts."""
    if not spam or len(title) > 2 * LONGEST_TITLE:
        return title
    parts = {part for text in spam if len(text) <= LONGEST_TITLE for part in _PARTS.split(text)}
    known = {text for text in spam | parts if len(letters(text)) >= LEAST_TITLE}
    while opening := next(
        (title[:size] for size in range(len(title), 0, -1) if title[:size] in known), ""
    ):
        title = title[len(opening) :].lstrip(_AROUND_PARTS)
    return title


def is_of_text(title: str, lines: list[Line]) -> bool:
    """Whether what may be a headline has to do with the text, and is no slogan of the site's."""
    return _share(title, _pairs_of(lines)) >= _LEAST_SHARE


def has_pair_of(text: str, lines: list[Line]) -> bool:
    """Whether a few words have two characters side by side that the text has, too."""
    return not _pairs(text).isdisjoint(_pairs_of(lines))


def _pairs_of(lines: list[Line]) -> set[str]:
    """The pairs of characters of the text that opens with some lines, not of the page's foot."""
    below = texts_of(lines[:_MOST_COMPARED])
    told = (line.text for line in below if is_prose(line.text) and not is_end(line.text))
    return set().union(*map(_pairs, told))


def _pairs(text: str) -> set[str]:
    """The pairs of Chinese characters that stand side by side."""
    runs = _NO_HAN.split(text)
    return {f"{first}{second}" for run in runs for first, second in pairwise(run)}


def _share(title: str, text: set[str]) -> float:
    """The part of a headline's pairs of characters that the text has, too."""
    pairs = _pairs(title)
    return len(pairs & text) / len(pairs) if pairs else 0.0


def _of_text(lines: list[Line], text: set[str], above: list[int]) -> list[int]:
    """The lines above the dateline without the nearest ones that have nothing to do with the text.

    A line has to do with it that is a great heading, or has at least half as much in common with
    it as the line above the dateline that has most, dates and links aside.
    """
    shares = [
        0.0 if line.is_link or any(find_dates(line.text)) else _share(line.text, text)
        for line in (lines[index] for index in above)
    ]
    most = max(shares, default=0.0)
    fits = (
        place
        for place, (index, share) in enumerate(zip(above, shares, strict=True))
        if 2 * share >= most or lines[index].is_great_heading
    )
    return above[next(fits, 0) :]


def _is_set_apart(lines: list[Line], above: list[int], *, alone: bool) -> bool:
    """Whether the line right above the dateline is long enough, and set as headlines are.

    Its length is enough where nothing but the line itself can be trusted (``alone``): ``<title>``
    may be spam, or is too short.
    """
    line = lines[above[0]] if above else Line("")
    return (line.bold_chars > 0 or line.centred or alone) and _says_much(line.text)


def _is_title(text: str) -> bool:
    return len(letters(text)) >= 2 and not is_own_name(text)


def _from_heading_above(
    lines: list[Line], title: str, above: list[int], told: set[str], *, named: bool
) -> Headline | None:
    """The nearest heading above the dateline; ``named``: whether ``title`` names the article.

    ``told``: the pairs of characters of the text.
    """
    named = named and len(letters(title)) >= 2 * LEAST_TITLE
    nearest = next(
        (
            index
            for index in above
            if lines[index].heading
            and not (lines[index].is_link or _is_of_list(lines, index))
            # A short heading beside a long <title> is the channel's or the site's.
            and not (named and len(lines[index].text) < 2 * LEAST_TITLE)
        ),
        None,
    )
    if nearest is None:
        return None
    chosen = _highest(lines, nearest, told)
    if chosen != nearest:
        return Headline(lines[chosen].text, lines[nearest].text, last=chosen)
    badge, text = _split_badge(lines[chosen], title)
    subtitle = _subtitle(lines, chosen + 1, above[0] + 1)
    return Headline(text, subtitle, last=chosen, original=badge == _ORIGINAL)


def _is_of_list(lines: list[Line], index: int) -> bool:
    """Whether a lesser heading stands right above a link, as those of lists do."""
    return lines[index].heading >= 3 and index + 1 < len(lines) and lines[index + 1].is_link


def _from_nearest(lines: list[Line], above: list[int], told: set[str]) -> Headline | None:
    """The line right above the dateline, or the one above that where it is the smaller headline."""
    if not above or lines[above[0]].is_link:
        return None
    nearest, over = lines[above[0]], lines[above[:2][-1]]
    lesser = (over.is_bold and not nearest.is_bold) or _is_set_larger(over, nearest)
    if over is not nearest and (
        lesser or nearest.text.startswith(("——", "--")) or _are_two_headlines(lines, above[0], told)
    ):
        return Headline(over.text, nearest.text, last=above[0])
    return Headline(nearest.text, last=above[0])


def _is_set_larger(line: Line, other: Line) -> bool:
    """Whether a line that may be a headline, and names no site, is set in a larger type."""
    return (
        is_larger(line.tint[1], other.tint[1])
        and _says_much(line.text)
        and not (line.is_link or is_site_name(line.text) or is_office(line.text))
    )


def _are_two_headlines(lines: list[Line], lower: int, told: set[str]) -> bool:
    """Whether a line above the dateline and the one above it are headline and smaller headline.

    They are set alike or have both to do with the text (``told``: its pairs of characters), stand
    together as the dateline does with them, and no third is like them.
    """
    nearest, *over = lines[max(0, lower - 2) : lower + 1][::-1]
    alike = [
        (line.within == nearest.within or _share(line.text, told) >= _LEAST_SHARE)
        and not line.is_link
        and _says_much(line.text)
        for line in over
    ]
    return (
        alike[:1] == [True]
        and alike[1:] != [True]
        and lower + 1 < len(lines)
        and nearest.level >= lines[lower + 1].level
        and not same_title(over[0].text, nearest.text)
        and not any(says_so(over[0].text) for says_so in (is_site_name, is_office))
        and not any(
            _is_field(line.text) or [*find_dates(line.text)]
            for line in lines[lower - 1 : lower + 1]
        )
    )


def _from_heading_below(lines: list[Line], above: list[int], below: list[int]) -> Headline | None:
    """The heading between dateline and text, on a page whose ``<title>`` names the site alone.

    One of several of the text is none where a line above the dateline may be.
    """
    may_stand_above = any(not lines[index].is_link for index in above[:1])
    for index in below:
        line = lines[index]
        if (
            line.heading
            and not line.is_link
            and len(letters(line.text)) >= LEAST_TITLE
            and not (may_stand_above and is_one_of_headings(lines, index))
        ):
            return Headline(line.text, last=index, below=True)
    return None


def _highest(lines: list[Line], nearest: int, told: set[str]) -> int:
    """The nearest heading, or the line right above that where the heading is its smaller headline.

    Such a line is a greater heading; above a low one also a line that has to do with the text.
    """
    if nearest == 0:
        return nearest
    over, rank = lines[nearest - 1], lines[nearest].heading
    greater = 0 < over.heading < rank or (
        over.heading == 0
        and rank > _LOWEST_OF_PAGE
        and not (over.is_link or _is_field(over.text) or [*find_dates(over.text)])
        and _says_much(over.text)
        and _share(over.text, told) >= _LEAST_SHARE
    )
    return nearest - 1 if greater and _may_be_title(over) else nearest
