"""The body of an article, without what stands in it that is none of it.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter
from unicodedata import category

from tsnet.site.body_extent import UNMARKED_LINES, find_extent, follows_closely
from tsnet.site.dateline import Dateline, read_authors, read_source
from tsnet.site.document import Document, Line
from tsnet.site.furniture import (
    is_button,
    is_date,
    is_footer,
    is_furniture,
    is_imprint,
    is_label_of_links,
    is_tags,
    leads_elsewhere,
    rule_against,
)
from tsnet.site.headings import heads_list, heads_part
from tsnet.site.headline import Headline
from tsnet.site.parts import ArticleParts
from tsnet.site.pictures import is_row_of_captions, take_pictures, without_decoration
from tsnet.text import boilerplate
from tsnet.text.spacing import letters

_NO_SUBTITLE = re.compile(
    r"^[(（]|^[【\[].*[】\]]$|^[\d:：/\s]+$|评论员$|^(?:新华社|中新[社网]|本[报网]|时间[:：]|地点[:：])|^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]|^第.{1,4}[章节条]|^[■□●○◆◇◎]|^[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6}$|^\d{4}年\d{1,2}月\d{1,2}日|第\s?\d+\s?号$|[〔〕]|记者|。|[！？；：:”…,，.;!?]$"
)
"""What a numbered item, the number of a document, a byline, a name, a wire's dateline, the day of a
diary, the time of an event or a sentence has."""
_IN_SERIES = re.compile(
    r"(?P<number>[【\[]?\d)|(?P<label>[\u4e00-\u9fff]{2,6}[:：])"
    r"|(?P<word>[A-Za-z]{1,8}[. ]{0,2}\d)|(?P<mark>[●◆◎◇▶▍★☆•·])"
)
"""How the headings of parts open where they are alike: ``06:00``, ``辅料：``, ``PART 1``, ``●``."""
_NUMBER = re.compile(r"\d+")
_QUOTED = re.compile(r"“[^“”。！？]+”")
_LEAST_SUBTITLE = 5
"""Characters that set a smaller headline apart from a mark such as 编者按 or 阅读提示."""
_LEAST_DASHED = 3
"""Letters of one behind a dash: ``——记刘翔``, not ``——题记``."""
_LONGEST_CELL = 80
"""Characters that a cell of a table of data holds at most."""
_MOST_EMPTY = 20
"""Empty cells in a row that keep their tabs."""
_REACH = 12
"""Lines below a smaller headline, pictures among them, in which the text begins."""
_LONGEST_SUMMARY = 6
"""Lines of a summary that a program wrote, and below which it says so."""
_LONGEST_IMPRINT = 12
"""Lines of an imprint above which the last line of the text is looked for."""
_HEAD_LINES = 3
"""Lines of the body among which fields of a dateline may stand."""


def read_body(
    parts: ArticleParts,
    document: Document,
    dateline: Dateline | None,
    headline: Headline | None,
) -> None:
    """Fill in the paragraphs, the pictures, and what only stands beside them.

    That is the smaller headline, the notice, editors and a source that the dateline lacks.
    """
    lines = document.lines
    first, end = find_extent(lines, dateline, headline)
    kept = _drop_lists(parts, _drop_summary(parts, lines[first:end]))
    kept = _drop_furniture(parts, kept, headline)
    kept = _join_rows(without_decoration(document, kept))
    kept = _trim_tail(parts, kept, footer=end < len(lines) and is_footer(lines[end].text))
    kept = _trim_head(parts, kept, headline)
    take_pictures(parts, kept)


def take_credits(parts: ArticleParts, line: Line) -> None:
    """The editors of a line of credits, and who else it names."""
    parts.editor_lines.append(line.text)
    parts.bylines += read_authors(line.text)
    if "来源" in line.text:
        _take_source(parts, line)


def _drop_summary(parts: ArticleParts, region: list[Line]) -> list[Line]:
    """Without what a program made of the text: a heading, the summary, and whose it is."""
    kept: list[Line] = []
    end = 0
    for index, line in enumerate(region):
        if index >= end and line.picture is None and boilerplate.is_summary_heading(line.text):
            below = region[index + 1 : index + 1 + _LONGEST_SUMMARY]
            notes = (n for n, o in enumerate(below, 2) if boilerplate.is_summary_note(o.text))
            end = index + next(notes, 1)
        if index < end:
            parts.cleaning["summary"] += len(line.text)
        else:
            kept.append(line)
    return kept


def _drop_lists(parts: ArticleParts, region: list[Line]) -> list[Line]:
    """Without headings of lists of other articles, and the links under them."""
    kept: list[Line] = []
    pictures: list[Line] = []
    in_list = False
    for index, line in enumerate(region):
        if line.picture is not None:
            (pictures if in_list else kept).append(line)
            continue
        if heads_list(region, index, len(region)):
            in_list = True
        elif in_list and not line.is_link and not is_date(line.text):
            in_list = line.link_chars > 0 and not boilerplate.is_prose(line.text)
            if not in_list and boilerplate.is_prose(line.text) and not is_furniture(line):
                kept += pictures  # they stand between the list's last link and the text
        pictures.clear()
        if in_list:
            parts.cleaning["related"] += len(line.text)
        else:
            kept.append(line)
    return kept


def _drop_furniture(
    parts: ArticleParts, region: list[Line], headline: Headline | None
) -> list[Line]:
    """Without tools, pagers, placeholders, notices and lines that are only a link."""
    title = letters(headline.title) if headline else ""
    headings = {line.style for line in region if line.is_bold and not is_furniture(line)}
    kept: list[Line] = []
    for index, line in enumerate(region):
        rule = None if line.picture is not None else rule_against(line)
        if rule in ("tools", "comments", "placeholder") and heads_part(region, index, headings):
            rule = None
        if rule is None and title and not kept and len(line.text) <= 2 * len(title) + 20:
            rule = "title" if letters(line.text) == title else None
        if rule is None:
            kept.append(line)
            continue
        parts.cleaning[rule] += len(line.text)
        if rule == "notice":
            parts.notice = parts.notice or boilerplate.notice_text(line.text)
        elif rule == "editors":
            take_credits(parts, line)
        elif kept and _is_code_to_scan(kept[-1], line):
            kept.pop()
    return kept


def _is_code_to_scan(above: Line, line: Line) -> bool:
    """Whether a picture is the code that the line right below it, in its element, speaks of."""
    return (
        above.picture is not None
        and line.block - above.block <= 1
        and boilerplate.asks_to_scan(line.text)
    )


def _join_rows(kept: list[Line]) -> list[Line]:
    """With the cells of each row of a table of data in one line, parted by tabs.

    An empty cell keeps its tab where a column of the row above or below begins further left.
    In a table that lays a page out, a row has one cell with text, or a cell has several lines.
    """
    joined: list[Line] = []
    first_columns = {line.row: line.column for line in reversed(kept) if line.row}
    for row, cells in groupby(kept, key=attrgetter("row")):
        group = list(cells)
        if row and _is_row(group) and not is_row_of_captions(group, joined[-len(group) :]):
            around = (first_columns.get(near, group[0].column) for near in (row - 1, row, row + 1))
            group = [replace(group[0], text=_in_columns(group, min(around)))]
        joined += group
    return joined


def _in_columns(cells: list[Line], first: int) -> str:
    """The texts of a row's cells, each behind as many tabs as columns lie before it."""
    text = ""
    column = first
    for cell in cells:
        text += "\t" * min(cell.column - column, _MOST_EMPTY) + cell.text
        column = cell.column
    return text


def _is_row(group: list[Line]) -> bool:
    return (
        len(group) > 1
        and len({line.cell for line in group}) == len(group)
        and all(line.picture is None and len(line.text) <= _LONGEST_CELL for line in group)
    )


def _trim_tail(parts: ArticleParts, kept: list[Line], *, footer: bool) -> list[Line]:
    """Without what stands between the last paragraph and the end of the article."""
    rule = ""
    while kept:
        line = kept[-1]
        text = line.text
        if line.picture is not None:
            break
        if boilerplate.is_notice(text) and _is_text(kept[:-1]):
            rule = "notice"
            parts.notice = parts.notice or boilerplate.notice_text(text)
        elif boilerplate.is_source_line(text):
            rule = "source"
            _take_source(parts, line)
        elif boilerplate.is_staff_line(text):
            rule = "staff"
            parts.editor_lines.append(text)
        elif (names := boilerplate.byline_field(text)) is not None:
            rule = "staff"
            parts.bylines.append(f"记者 {names}")
        elif boilerplate.is_picture_credit(text) and _stands_among_credits(kept, rule):
            rule = "staff"
        elif boilerplate.is_list_heading(text):
            rule = "related"
        elif leads_elsewhere(line) or is_label_of_links(line):
            rule = "links"
        elif footer and not line.indented and _is_of_foot(kept):
            rule = "footer"
        elif boilerplate.is_loose_editor_line(text):
            rule = "editors"
            parts.editor_lines.append(text)
        elif is_tags(text):
            rule = "related"
        elif is_button(line):
            rule = "tools"
        else:
            break
        parts.cleaning[rule] += len(text)
        kept.pop()
        if rule == "tools" and kept and _is_code_to_scan(kept[-1], line):
            kept.pop()
    return kept


def _is_of_foot(kept: list[Line]) -> bool:
    """Whether the last line is of an imprint that is not set like the text above it."""
    if boilerplate.breadcrumb(kept[-1].text) is not None:
        return True
    above = len(kept) - 1
    while is_imprint(kept[above].text) and above > max(0, len(kept) - _LONGEST_IMPRINT):
        above -= 1
    if above == len(kept) - 1:
        return False
    return (
        kept[above].indented
        or boilerplate.is_notice(kept[above].text)
        or not follows_closely(kept, above + 1)
    )


def _stands_among_credits(kept: list[Line], below: str) -> bool:
    """Whether the line above the last, or what stood below it (by its rule), is a credit."""
    above = kept[-2].text if len(kept) > 1 else ""
    return below in ("staff", "editors") or (
        boilerplate.is_picture_credit(above)
        or boilerplate.is_staff_line(above)
        or boilerplate.byline_field(above) is not None
    )


def _is_text(lines: list[Line]) -> bool:
    """Whether lines are enough for a body: a sentence, or many lines of verse or items."""
    return len(lines) >= UNMARKED_LINES or any(boilerplate.is_prose(o.text) for o in lines)


def _trim_head(parts: ArticleParts, kept: list[Line], headline: Headline | None) -> list[Line]:
    """Without what stands between dateline and first paragraph; finds the smaller headline."""
    head: list[Line] = []
    for index, line in enumerate(kept[:_HEAD_LINES]):
        text = line.text
        if boilerplate.is_notice(text):
            parts.cleaning["notice"] += len(text)
            parts.notice = parts.notice or boilerplate.notice_text(text)
        elif len(text) > boilerplate.LABEL_LENGTH:
            head.append(line)
        elif (not head and boilerplate.is_list_heading(text)) or boilerplate.breadcrumb(text):
            parts.cleaning["navigation"] += len(text)
        elif boilerplate.is_source_line(text):
            parts.cleaning["source"] += len(text)
            _take_source(parts, line)
        elif ((len(text) == 1 and text != "一") or is_button(line)) and not (
            _is_in_series(head + kept[index:], len(head))
        ):
            parts.cleaning["tools"] += len(text)  # one: the unit of a counter that a script writes
        else:
            head.append(line)
    kept = head + kept[_HEAD_LINES:]
    if headline and parts.subtitle is None and len(kept) > 1 and _is_subtitle(kept, headline):
        parts.subtitle = kept[0].text
        parts.cleaning["subtitle"] += len(kept[0].text)
        kept = kept[1:]
    return kept


def _is_in_series(kept: list[Line], index: int) -> bool:
    """Whether a line above a paragraph is one of several like it: ``2``, ``春``, ``10:30``."""
    line = kept[index]
    beside = kept[max(0, index - 1) : index] + kept[index + 1 : index + 2]
    if any(other.picture is None and not boilerplate.is_prose(other.text) for other in beside):
        return False
    shape = _shape(line.text)
    return any(
        len(other.text) <= len(line.text) + 2
        and other.style == line.style
        and _shape(other.text) == shape
        for other in kept[: max(0, index - 1)] + kept[index + 2 :]
    )


def _shape(text: str) -> list[str]:
    """The kinds of a text's characters, any number counting as one."""
    return [category(char) for char in _NUMBER.sub("0", text)]


def _is_subtitle(kept: list[Line], headline: Headline) -> bool:
    line = kept[0]
    text = line.text
    dashed = text.startswith(("——", "--"))
    texts = [other for other in kept[1:_REACH] if other.picture is None][:4]
    following = [o for o in texts if dashed or boilerplate.is_prose(o.text) or "记者" in o.text]
    captions = [o for above, o in pairwise(kept[:_REACH]) if above.picture is not None]
    if (
        line.picture is not None
        or (line.indented and not line.centred)
        or "\t" in text
        or len(text) > boilerplate.LABEL_LENGTH
        or (_NO_SUBTITLE.search(text) and not (line.heading and _QUOTED.fullmatch(text)))
        or boilerplate.byline_field(text)
        or is_date(text)
        or not following
    ):
        return False
    if dashed:
        return len(letters(text)) >= _LEAST_DASHED
    if _is_heading_of_part(kept):
        return False
    return len(text) >= _LEAST_SUBTITLE and (
        headline.below
        or line.heading > 0
        or line.centred
        or (
            all(o.indented or o.heading or o in captions for o in following)
            and (kept[1].indented or kept[1].picture is not None)
        )
    )


def _is_heading_of_part(kept: list[Line]) -> bool:
    """Whether the first line is one of several that are set alike, or open alike."""
    first = kept[0]
    opening = _IN_SERIES.match(first.text)
    kind = opening and opening.lastgroup
    set_apart = first.heading > 0 or first.centred or first.is_bold
    return (kind is not None or set_apart) and any(
        above.picture is None is other.picture
        and len(other.text) <= boilerplate.LABEL_LENGTH
        and not other.text.endswith("。")
        and (
            (set_apart and other.style == first.style)
            or (kind and (match := _IN_SERIES.match(other.text)) and match.lastgroup == kind)
        )
        for above, other in pairwise(kept)
    )


def _take_source(parts: ArticleParts, line: Line) -> None:
    """The source from a line of its own, where the dateline names none."""
    if parts.source is None:
        parts.source, original = read_source(line)
        parts.original = parts.original or original
