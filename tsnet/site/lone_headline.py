"""The headline that stands once: where no line says what ``<title>`` does, it is one of these.

Knows HTML only as lines.
"""

from __future__ import annotations

import re

from tsnet.site.document import Document
from tsnet.site.headings import is_one_of_headings
from tsnet.site.headline import (
    LEAST_UNMARKED,
    ORIGINAL,
    Headline,
    is_field,
    may_be_title,
    names_page,
    says_much,
    split_badge,
)
from tsnet.site.lines import Line, is_larger
from tsnet.site.resemblance import LEAST_SHARE, pairs_of, share
from tsnet.site.subtitle import subtitle_between
from tsnet.text.boilerplate.breadcrumbs import is_last_step
from tsnet.text.boilerplate.media import is_office, is_own_name, is_site_name
from tsnet.text.dates import find_dates
from tsnet.text.spacing import letters
from tsnet.text.titles import LEAST_TITLE, LONGEST_TITLE, in_tag, same_title, strip_site_name

_TITLE_METAS = ("articletitle", "og:title", "title")
"""Names under which pages state their headline unseen."""
_PARTS = re.compile(r"[\s_|｜—–·-]+")
"""What parts the words of a ``<title>``: headline, channel, site."""
_AROUND_PARTS = " _|｜—–·-,，、"
"""What stands between the parts of a ``<title>``."""
_LOWEST_OF_PAGE = 3
"""Rank below which it may be one of a headline that is no heading."""
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
"""What stands below a headline and is none: the day of a speech, by whom a law was passed."""


def headline_by_itself(
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
    told = pairs_of(lines[last + 1 :])
    tag = _without_spam(document.title, spam | hidden)
    title = strip_site_name(tag)
    unseen = [strip_site_name(document.metas.get(name, "").strip()) for name in _TITLE_METAS]
    may_hold_spam = bool(spam) or document.interfered
    if may_hold_spam:
        stated = [text for text in unseen if len(letters(text)) >= LEAST_TITLE]
        title = next(filter(title.endswith, stated), title)
        above = _of_text(lines, told, above)
    nearest = lines[above[0]].text if above else ""
    of_text = may_hold_spam and share(title, told) > share(nearest, told)
    of_site = not of_text and _names_no_article(document, title, above, has_spam=bool(spam))
    return (
        _from_heading_above(lines, title, above, told, named=not of_site)
        or (_from_heading_below(lines, above, below) if of_site or not _is_title(title) else None)
        or (_from_nearest(lines, above, told) if of_site else None)
        or _from_title(document, title, unseen, above)
    )


def _from_title(
    document: Document, title: str, unseen: list[str], above: list[int]
) -> Headline | None:
    """``title`` without a heading that stands before it, else what the page states ``unseen``.

    Where these say nothing, it is a line above the dateline.
    """
    lines = document.lines
    for line in reversed(lines[: above[0] + 1] if above else []):
        if line.heading and in_tag(line.text, title) and title.startswith(line.text):
            title = title[len(line.text) :].strip(" _-|｜—")
    for candidate in (title, *unseen):
        if len(letters(candidate)) >= LEAST_TITLE and not (
            is_own_name(candidate) or names_page(candidate)
        ):
            return Headline(candidate, spam=max(0, document.title.find(candidate)))
    if names_page(title):
        return Headline(title, of_page=True)
    return _from_any_line(lines, above) or (Headline(title) if _is_title(title) else None)


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


def _of_text(lines: list[Line], text: set[str], above: list[int]) -> list[int]:
    """The lines above the dateline without the nearest ones that have nothing to do with the text.

    A line has to do with it that is a great heading, or has at least half as much in common with
    it as the line above the dateline that has most, dates and links aside.
    """
    shares = [
        0.0 if line.is_link or any(find_dates(line.text)) else share(line.text, text)
        for line in (lines[index] for index in above)
    ]
    most = max(shares, default=0.0)
    fits = (
        place
        for place, (index, in_common) in enumerate(zip(above, shares, strict=True))
        if 2 * in_common >= most or lines[index].is_great_heading
    )
    return above[next(fits, 0) :]


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
    alone = document.interfered or not says_much(title)
    return has_spam or (may_be_other and _is_set_apart(document.lines, above, alone=alone))


def _is_of_site(title: str, tag: str) -> bool:
    """Whether ``title``, which is ``<title>`` without the site's name, is still but a site's name.

    A long text that stood beside one is none, though it ends like one: ``新疆上线就业服务平台``.
    """
    name = title.rpartition(",")[2]
    alone = name == tag.strip() or len(letters(name)) < LEAST_UNMARKED
    return is_own_name(name) or (alone and is_site_name(name))


def _is_set_apart(lines: list[Line], above: list[int], *, alone: bool) -> bool:
    """Whether the line right above the dateline is long enough, and set as headlines are.

    Its length is enough where nothing but the line itself can be trusted (``alone``): ``<title>``
    may be spam, or is too short.
    """
    line = lines[above[0]] if above else Line("")
    return (line.bold_chars > 0 or line.centred or alone) and says_much(line.text)


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
    badge, text = split_badge(lines[chosen], title)
    subtitle = subtitle_between(lines, chosen + 1, above[0] + 1)
    return Headline(text, subtitle, last=chosen, original=badge == ORIGINAL)


def _is_of_list(lines: list[Line], index: int) -> bool:
    """Whether a lesser heading stands right above a link, as those of lists do."""
    return lines[index].heading >= 3 and index + 1 < len(lines) and lines[index + 1].is_link


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
        and not (over.is_link or is_field(over.text) or [*find_dates(over.text)])
        and says_much(over.text)
        and share(over.text, told) >= LEAST_SHARE
    )
    return nearest - 1 if greater and may_be_title(over) else nearest


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
        and says_much(line.text)
        and not (line.is_link or is_site_name(line.text) or is_office(line.text))
    )


def _are_two_headlines(lines: list[Line], lower: int, told: set[str]) -> bool:
    """Whether a line above the dateline and the one above it are headline and smaller headline.

    They are set alike or have both to do with the text (``told``: its pairs of characters), stand
    together as the dateline does with them, and no third is like them.
    """
    nearest, *over = lines[max(0, lower - 2) : lower + 1][::-1]
    alike = [
        (line.within == nearest.within or share(line.text, told) >= LEAST_SHARE)
        and not line.is_link
        and says_much(line.text)
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
            is_field(line.text) or [*find_dates(line.text)] for line in lines[lower - 1 : lower + 1]
        )
    )


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
