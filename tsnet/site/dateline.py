"""The line of an article that says when it was published and by whom it was written.

``2025-03-19 19:38:42   来源: 天山网-新疆日报原创``, in one element or in several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain

from tsnet.site.date_candidates import (
    DAY_IN_BRACKETS,
    LONGEST_TABLE,
    NEIGHBOURS,
    find_date,
    is_headline,
    is_of_event,
)
from tsnet.site.document import Document
from tsnet.site.furniture import is_beside_page
from tsnet.site.lines import Line
from tsnet.text.boilerplate.media import GIVEN_OUT, is_medium, is_office, newspaper_of
from tsnet.text.boilerplate.tools import is_button, is_placeholder, is_tool_line
from tsnet.text.dates import FoundDate, find_dates
from tsnet.text.fields import (
    AGO,
    BEFORE_FIELD,
    COUNTER,
    DATE_LABEL,
    LABEL_ALONE,
    ORIGINAL_MARK,
    PARTICULAR,
    PERSON_ALONE,
    PUBLISHER_ALONE,
    SOURCE_ALONE,
    SOURCE_LABEL,
    WHEN,
    field_text,
    find_bare_source,
    find_publisher,
    find_sources,
    names_writer,
    opens_with_label,
    read_authors,
    read_editors,
    split_original,
)
from tsnet.text.gbk import LOST
from tsnet.text.names import split_names
from tsnet.text.spacing import EDGE, letters, narrow, pieces
from tsnet.text.titles import TAG_SEPARATOR


@dataclass(slots=True)
class Dateline:
    """What the dateline says."""

    raw: str
    """The text of the date."""
    at: datetime
    """The date in Beijing time."""
    source: str | None = None
    """The source without 原创; None when none is named."""
    original: bool = False
    """Whether 原创 stands by the source."""
    by_publisher: bool = False
    """Whether the source is only who published the text (发布机构)."""
    by_name: bool = False
    """Whether the source has no label: its name alone says that it is a medium."""
    bylines: list[str] = field(default_factory=list)
    """``记者 <names>``, as the dateline names them."""
    editors: list[str] = field(default_factory=list)
    """``责任编辑：<names>``, as the dateline names them."""
    first: int | None = None
    """Index of its first line; None when it was read from ``<meta>``."""
    last: int = -1
    """Index of its last line."""


_LONGEST_FIELD = 80
"""Characters of a line that is a field, or several."""
_LONGEST_DATE_LABEL = 12
"""Characters of the label of a date, and of what stands behind it."""
_NO_COUNTER = re.compile(r"(?:评论|阅读|查看|访问|分享)\s?:\D{5}")
"""How a headline opens that reads like a counter, but for the number."""
_LONGEST_MOTTO = 30
"""Characters of what an account says of itself."""
_BESIDE_DATE = f" |｜·•{EDGE}{LOST}"
"""What may part a date and the medium that stands beside it."""
_DAY = re.compile(
    r"(?:\d{4}[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?(?:\s\d{1,2}:\d\d)?"
)
"""A day and nothing else; its year may be left out."""
_DATE_METAS = (
    *("pubdate", "publishdate", "article:published_time", "pubtime", "publish_time"),
    *("firstpublishedtime", "og:release_date", "og:published_time", "weibo:article:create_at"),
    *("dc.date", "time"),
)
"""Names under which pages state their date unseen: TRS's, Open Graph's, ``<time datetime>``."""
_STRUCTURED_DATE = re.compile(r"\"(?:datePublished|pubDate)\"\s*:\s*\"([^\"]{8,40})\"")
"""The date of schema.org's ``NewsArticle``, or of what Baidu reads, as JSON-LD in a script."""


def find_dateline(document: Document, published: date | None) -> Dateline | None:
    """The dateline of a page; None when there is none that can be trusted.

    ``published`` is the day of the address: it only decides between lines that are equally likely.
    A ``<meta>`` such as TRS's ``PubDate`` counts where no line has a date, where that is only the
    day of a speech in brackets, or where it is doubtful and the ``<meta>`` gives the address's day.
    """
    chosen = find_date(document, published)
    if chosen is None:
        unseen = _from_metas(document)
        chosen = find_date(document, published, unseen.at) if unseen else None
        if chosen is None:
            return unseen
    lines, found = document.lines, chosen.found
    of_speech = DAY_IN_BRACKETS.fullmatch(lines[chosen.index].text) is not None
    doubtful = not chosen.is_sure and (chosen.signs or not chosen.is_of(published))
    if of_speech or doubtful:
        unseen = _from_metas(document)
        if unseen and (of_speech or unseen.at.date() == published):
            return unseen
    first, last = _block(lines, chosen.index, found, document.title)
    text = EDGE.join(field_text(line.raw) for line in lines[first : last + 1])
    dateline = Dateline(found.raw, found.at, first=first, last=last)
    _read_fields(dateline, text.replace(found.raw, EDGE))
    if dateline.by_publisher:
        dateline.source = _in_table(lines, first, last) or dateline.source
    if dateline.source is None:
        _read_medium(dateline, document)
    return dateline


def _read_medium(dateline: Dateline, document: Document) -> None:
    """The source that stands without label: in the dateline, or as the line next to it."""
    lines = document.lines
    first, last = dateline.first or 0, dateline.last
    text = EDGE.join(field_text(line.raw) for line in lines[first : last + 1])
    source = (
        find_bare_source(text, dateline.raw)
        or newspaper_of(lines[first].text)
        or _in_table(lines, first, last)
        or _medium_beside(dateline, lines, document.title)
        or document.metas.get("contentsource")
        or _in_table(lines, first, last, PUBLISHER_ALONE)
    )
    if source:
        dateline.source, original = split_original(source)
        dateline.original = dateline.original or original
        dateline.by_name = True


def _medium_beside(dateline: Dateline, lines: list[Line], tag: str) -> str | None:
    """The medium whose name is the line next to the dateline, of which it then is a part."""
    first, last = dateline.first or 0, dateline.last
    above, below = _text_beside(lines, first, -1), _text_beside(lines, last, 1)
    if above is not None:
        over = _without_buttons(lines[above])
        if _is_medium_alone(over, tag, beside=_is_of_element(lines, above, first)):
            dateline.first = above
            return over.text
    if below is not None and _is_medium_alone(
        lines[below], tag, beside=_ends_element(lines, below)
    ):
        dateline.last = below
        if below + 1 < len(lines) and ORIGINAL_MARK.fullmatch(lines[below + 1].text):
            dateline.last, dateline.original = below + 1, True
        return lines[below].text
    if above is not None and _is_account(lines, above - 1, tag):
        dateline.first = above - 1
        return lines[above - 1].text
    return None


def _without_buttons(line: Line) -> Line:
    """A line without the buttons in elements of their own behind its first: 新疆日报 官方账号."""
    name, *buttons = pieces(line.raw) or [line.text]
    return replace(line, text=name) if buttons and all(map(is_button, buttons)) else line


def _is_account(lines: list[Line], index: int, tag: str) -> bool:
    """Whether a line is a medium's name below the headline, or below its picture.

    What it says of itself may stand between it and the date.
    """
    over = lines[index - 1] if index > 0 else None
    return (
        over is not None
        and (over.picture is not None or is_headline(over, tag))
        and len(lines[index + 1].text) <= _LONGEST_MOTTO
        and _is_medium_alone(lines[index], tag)
    )


def _is_of_element(lines: list[Line], above: int, first: int) -> bool:
    """Whether a line and the date below it stand in an element that begins with that line."""
    over = above
    while over > 0 and lines[over - 1].picture is not None:
        over -= 1
    return lines[first].level > min(line.level for line in lines[over : above + 1])


def _ends_element(lines: list[Line], index: int) -> bool:
    """Whether a line is the last in an element that also holds the line above it."""
    return index + 1 < len(lines) and lines[index].level > lines[index + 1].level


def _text_beside(lines: list[Line], index: int, step: int) -> int | None:
    """The line before (``step`` -1) or after (1) another; an icon may stand between them."""
    beside = index + step
    if 0 <= beside < len(lines) and lines[beside].picture is not None:
        beside += step
    return beside if 0 <= beside < len(lines) else None


def read_source_beyond(dateline: Dateline, document: Document, title: int) -> None:
    """The source that stands on the other side of the headline, whose line is ``title``.

    Above it only what is labelled is one: the name of a medium is a logo there.
    """
    lines, first = document.lines, dateline.first
    if dateline.source is not None or first is None:
        return
    below = title > dateline.last
    index = title + 1 if below else title - 1
    if not 0 <= index < len(lines):
        return
    text = field_text(lines[index].raw)
    if len(text) <= _LONGEST_FIELD and SOURCE_LABEL.match(text):
        _read_fields(dateline, text)
    elif below and _is_medium_alone(lines[index], document.title):
        dateline.source, dateline.original = split_original(lines[index].text)
    if below and dateline.source is not None:
        dateline.last = index


def _in_table(
    lines: list[Line], first: int, last: int, label: re.Pattern[str] = SOURCE_ALONE
) -> str | None:
    """The source in a table of a document's particulars, some of them between it and the date.

    A row may be a line with the label of who published the document and his name.
    """
    rows_above = range(max(0, first - LONGEST_TABLE), first)
    for index in chain(rows_above, _rows_below(lines, last)):
        if label.fullmatch(lines[index].text) and _is_value(lines, index, label):
            return lines[index + 1].text
        if label is PUBLISHER_ALONE and (name := find_publisher(lines[index].raw)):
            return name
    return None


def _rows_below(lines: list[Line], last: int) -> Iterator[int]:
    """The lines below the date as far as a table goes on: no heading, no sentence."""
    for index in range(last + 1, min(len(lines) - 1, last + 1 + LONGEST_TABLE)):
        line = lines[index]
        if line.heading or line.indented or line.text.endswith("。"):
            return
        yield index


def _is_medium_alone(line: Line, tag: str, *, beside: bool = False) -> bool:
    """Whether a line is a medium's name, and no part of the headline (``tag``: ``<title>``).

    As a part of its own of ``<title>``, not the longest, it is the site's. A long one must be an
    office's, or stand ``beside`` the date in an element of theirs, where no headline is broken.
    """
    text, _ = split_original(line.text)
    if len(text) > 12 and not (beside or is_office(text)):
        return False
    if line.heading and not (beside and line.heading > 1):
        return False  # a logo
    if not is_medium(text):
        return False
    parts = [letters(part) for part in TAG_SEPARATOR.split(tag)]
    longest = max(parts, key=len)
    if line.heading and letters(text) == longest:
        return False  # the headline
    parts.remove(longest)
    return beside or letters(text) not in letters(tag) or letters(text) in parts


def _block(lines: list[Line], index: int, found: FoundDate, tag: str) -> tuple[int, int]:
    """First and last of the lines around the date that hold only fields of the dateline."""
    first = last = index
    while first > max(0, index - 2 * NEIGHBOURS):
        above = _past_icon(lines, first, -1)
        if is_headline(lines[above], tag):
            break  # though it may open like a field: ``评论：…``
        if _is_field(lines, above):
            first = above
        elif above > 0 and _is_value(lines, above - 1) and _is_field(lines, above - 1):
            first = above - 1
        else:
            break
    while last + 1 < len(lines) and last < index + 2 * NEIGHBOURS:
        below = _past_icon(lines, last, 1)
        is_value = _is_value(lines, last)
        if not (is_value or _is_field(lines, below) or lines[below].text in found.raw.split(" ")):
            break
        if is_headline(lines[below], tag) and not (is_value and is_medium(lines[below].text)):
            break  # but a headline may open with the office that is its source
        last = below
    if _ends_with_icon(lines, last):
        last += 1
    if any(_is_value_in_row(lines, inner) for inner in range(first + 1, last + 1)):
        while last + 1 < len(lines) and _is_particular(lines, last + 1):
            last += 1
    return first, last


def _past_icon(lines: list[Line], index: int, step: int) -> int:
    """The line before (``step`` -1) or after (1) a field, past an icon that stands there."""
    beside = index + step
    is_icon = lines[beside].picture is not None and not is_beside_page(lines[beside])
    return beside + step if is_icon and 0 <= beside + step < len(lines) else beside


def _ends_with_icon(lines: list[Line], last: int) -> bool:
    """Whether an icon stands in a field's own block, in which nothing follows it.

    A picture within a line is reported below it.
    """
    line, icon, below = [*lines[last : last + 3], Line(""), Line("")][:3]
    is_icon = icon.picture is not None and not is_beside_page(icon)
    return is_icon and line.block == icon.block != below.block


def _is_particular(lines: list[Line], index: int) -> bool:
    """Whether a line is a label in the table of particulars that the one above stands in.

    It may hold its value, too, or be the value of the label in the cell before.
    """
    above, line = lines[index - 1], lines[index]
    if line.cell == above.cell or not 0 <= line.row - above.row <= 1:
        return False
    if line.indented or line.text.endswith(("。", "！", "？")):
        return False  # what someone says: ``主持人：…``
    return PARTICULAR.match(line.text) is not None or _is_value_in_row(lines, index)


def _is_value_in_row(lines: list[Line], index: int) -> bool:
    """Whether a line has its label in the cell before it: ``索引号：``."""
    above, line = lines[index - 1], lines[index]
    return line.is_in_row_with(above) and PARTICULAR.fullmatch(above.text) is not None


def _is_field(lines: list[Line], index: int) -> bool:
    """Whether a line is a field of a dateline, or buttons, which may stand among them."""
    line = lines[index]
    if len(line.text) > _LONGEST_FIELD or is_of_event(lines, index):
        return False
    text = BEFORE_FIELD.sub("", narrow(field_text(line.raw)))
    if WHEN.match(text) and (line.indented or "月" in text) and not any(find_dates(text)):
        return False  # when what the text tells of takes place
    if SOURCE_LABEL.match(text) and GIVEN_OUT.search(text):
        return False
    if (
        opens_with_label(text)
        and not _NO_COUNTER.match(text)
        and not line.text.endswith(("。", "！", "？", "!", "?"))
    ):
        return True
    if names_writer(text, set_as_text=line.indented) and not text.endswith("。"):
        return True
    if is_tool_line(line.text) and not line.is_great_heading:
        return True
    if ORIGINAL_MARK.fullmatch(line.text):
        return True
    date = next(find_dates(text), None)
    if date is None or line.indented:
        return date is not None and _is_labelled(text, date)
    return _is_labelled(text, date) or is_medium(text.replace(date.raw, "").strip(_BESIDE_DATE))


def _is_labelled(text: str, date: FoundDate) -> bool:
    """Whether a line is a date behind its label, and little else."""
    little = len(text) - len(date.raw) <= _LONGEST_DATE_LABEL
    return little and DATE_LABEL.search(text[: date.start]) is not None


def _is_value(lines: list[Line], index: int, known: re.Pattern[str] = LABEL_ALONE) -> bool:
    """Whether the line after a label, one that is known or ends in a colon, can be its value."""
    label = lines[index].text
    if index + 1 >= len(lines) or not (label.endswith((":", "：")) or known.fullmatch(label)):
        return False
    value = lines[index + 1]
    if any(find_dates(label)):
        return False  # the last of several fields: nothing stands behind its label
    if COUNTER.search(label):
        return value.text.isdigit()
    if PERSON_ALONE.fullmatch(label) and not split_names(value.text):
        return False
    return (
        value.picture is None
        and not value.heading
        and value.level >= lines[index].level  # in the element that holds the label
        and len(value.text) <= 30
        and not value.indented
        and not value.text.startswith(("（", "("))
        and not value.text.endswith(("。", "！", "？", ":", "："))
        and not is_placeholder(value.text)
    )


def _read_fields(dateline: Dateline, text: str) -> None:
    """Take the source, reporters and editors that the text of a dateline names."""
    for source in find_sources(text):
        dateline.original = dateline.original or source.original
        if source.name and (
            dateline.source is None or (dateline.by_publisher and not source.publisher)
        ):
            dateline.source, dateline.by_publisher = source.name, source.publisher
    if ORIGINAL_MARK.search(text):
        dateline.original = True
    dateline.bylines += read_authors(text)
    dateline.editors += read_editors(text)


def _from_metas(document: Document) -> Dateline | None:
    """The dateline of a page that states its date unseen; None where it states none."""
    found = next(chain.from_iterable(map(find_dates, _unseen_dates(document))), None)
    if found is None:
        return None
    metas = document.metas
    source, original = split_original(metas.get("contentsource") or metas.get("source") or "")
    dateline = Dateline(found.raw, found.at, source.strip() or None, original)
    _read_rest(dateline, document)
    return dateline


def _unseen_dates(document: Document) -> Iterator[str]:
    for name in _DATE_METAS:
        yield document.metas.get(name, "")
    for script in document.scripts:
        structured = _STRUCTURED_DATE.search(script)
        if structured:
            yield structured[1]


def _read_rest(dateline: Dateline, document: Document) -> None:
    """Find the line of the dateline on a page that states its date unseen, and read its fields.

    It names the source; or it stands below the headline and gives the day without its year, or how
    long ago the text was published.
    """
    lines, tag = document.lines, document.title
    for index, line in enumerate(lines):
        if line.text.endswith("。"):
            return
        if len(line.text) > _LONGEST_FIELD:
            continue
        text = field_text(line.raw)
        labelled = SOURCE_LABEL.search(text)
        if labelled or _says_when(lines, index, tag, dateline.at):
            dateline.first = dateline.last = index
            _read_fields(dateline, text)
            if dateline.source is None and not labelled:
                _read_medium(dateline, document)
            return


def _says_when(lines: list[Line], index: int, tag: str, at: datetime) -> bool:
    """Whether a line near below the headline gives the day of the date, or how long ago it was.

    ``at``: that date. It must be all that the line says, or an element of it.
    """
    said = pieces(lines[index].raw.replace(" | ", EDGE))
    days = filter(None, map(_DAY.fullmatch, said))
    return (
        any(map(AGO.fullmatch, said))
        or any((int(day["month"]), int(day["day"])) == (at.month, at.day) for day in days)
    ) and any(is_headline(line, tag) for line in lines[max(0, index - NEIGHBOURS) : index])
