"""The body of an article: where it begins and ends, and what stands in it that is none of it.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, groupby, pairwise
from operator import attrgetter
from unicodedata import category

from tsnet.site.dateline import Dateline, read_authors, read_source
from tsnet.site.document import Document, Line
from tsnet.site.headline import Headline
from tsnet.site.parts import ArticleParts
from tsnet.site.pictures import is_row_of_captions, take_pictures, without_decoration
from tsnet.text import boilerplate
from tsnet.text.licences import is_licence_line
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
_TAGS = re.compile(
    r"^(?:本文|相关|文章)?(?:标签|关键词|关键字|主题词|分类|tags?)\s*[:：]", re.IGNORECASE
)
_NUMBERS = re.compile(r"[\d\s.|]+")
_DATE_ONLY = re.compile(
    r"^[\[(（\s]*(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?[\])）\s]*$"
)
_STAMP = re.compile(r"\d[-/.月]\d{1,2}日?\s*\d{1,2}:\d\d")
"""When a comment was written."""
_FILE = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|csv|txt|zip|rar|7z)(?:[?#]|$)", re.IGNORECASE
)
"""Where a link leads to an attachment, which belongs to the article, not to another page."""
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]\s*")
_ADDRESS = re.compile(r"[\w-]\.[a-z]{2}", re.IGNORECASE)
_SHOWN_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+$", re.IGNORECASE)
_UNMARKED_LINES = 4
"""Lines of text without a sentence's end from which on they are a body: verse, a list."""
_LEAST_SUBTITLE = 5
"""Characters that set a smaller headline apart from a mark such as 编者按 or 阅读提示."""
_LEAST_DASHED = 3
"""Letters of one behind a dash: ``——记刘翔``, not ``——题记``."""
_LONGEST_CELL = 80
"""Characters that a cell of a table of data holds at most."""
_MOST_EMPTY = 20
"""Empty cells in a row that keep their tabs."""
_KEPT = 2048
"""Lines whose kind is kept: it is asked for again and again, and pages of a site share most."""
_REACH = 12
"""Lines below a smaller headline, pictures among them, in which the text begins."""
_LONGEST_LIST_HEADING = 10
"""Characters of a line that heads a list of other articles whatever it says."""
_LEAST_LIST = 2
"""Links below it that make the list."""
_GOES_ON = 2
"""Paragraphs below a list of other articles by which a text goes on, and none is an abstract."""
_LONGEST_SUMMARY = 6
"""Lines of a summary that a program wrote, and below which it says so."""
_LONGEST_IMPRINT = 12
"""Lines of an imprint above which the last line of the text is looked for."""
_HEAD_LINES = 3
"""Lines of the body among which fields of a dateline may stand."""


_Setting = tuple[int, bool, bool]
"""What ``_setting`` says of a line."""


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
    first, last = _region(lines, dateline, headline)
    end = _find_end(lines, first, last)
    region = lines[first:end]
    kept = _drop_lists(parts, _drop_summary(parts, region))
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


def _region(
    lines: list[Line], dateline: Dateline | None, headline: Headline | None
) -> tuple[int, int]:
    """First line of the body and the line after the last that may belong to it."""
    after_title = headline.last + 1 if headline and headline.last is not None else 0
    if dateline is None or dateline.first is None:
        return after_title, len(lines)
    below = max(dateline.last + 1, after_title)
    above = lines[after_title : dateline.first]
    if not _has_body(lines, below, len(lines)) and (
        _has_body(lines, after_title, dateline.first)
        or sum(map(_is_unmarked, above)) >= _UNMARKED_LINES
    ):
        return after_title, dateline.first
    return below, len(lines)


def _has_body(lines: list[Line], first: int, last: int) -> bool:
    for line in lines[first:last]:
        if line.picture is not None:
            continue
        if _is_end(line.text):
            return False
        text = line.text
        if boilerplate.is_prose(text) and not (
            line.is_link or _is_furniture(line) or boilerplate.is_notice(text)
        ):
            return True
    return False


def _is_unmarked(line: Line) -> bool:
    """Whether a line may be text though it is no sentence: verse, an item."""
    return not (
        line.picture is not None or line.is_link or _is_end(line.text) or _is_furniture(line)
    )


@lru_cache(maxsize=_KEPT)
def _is_end(text: str) -> bool:
    """Whether a line of the page's own text says that the article is over."""
    return (
        boilerplate.is_editor_line(text) or boilerplate.is_certain_notice(text) or is_footer(text)
    )


@lru_cache(maxsize=_KEPT)
def is_footer(text: str) -> bool:
    """Whether a line can only be of the page's foot."""
    return (
        is_licence_line(text)
        or boilerplate.is_copyright_line(text)
        or boilerplate.is_footer_links(text)
    )


def _is_furniture(line: Line) -> bool:
    """Whether a line is for the page, not of the article, wherever it stands."""
    return furniture(line) is not None


_BY_WORDING = (
    ("title", boilerplate.is_other_title),
    ("pager", boilerplate.is_pager_line),
    ("tools", boilerplate.is_tool_line),
    ("placeholder", boilerplate.is_placeholder),
    ("neighbours", boilerplate.is_neighbour_line),
    ("comments", boilerplate.is_comment_heading),
)
"""Rules for lines whose wording alone says that they are no part of an article."""


def furniture(line: Line) -> str | None:
    """The rule by which a line is no part of an article, wherever it stands; None for text."""
    text = line.text
    if len(text) > boilerplate.LABEL_LENGTH * 2:
        return None
    if line.link_chars and _NUMBERS.fullmatch(text):
        return "pager"
    if line.link_chars and boilerplate.is_footer_links(text):
        return "links"
    if line.link_chars and (
        _TAGS.match(text) or (boilerplate.is_related_line(text) and line.link_chars * 3 > len(text))
    ):
        return "related"
    return _rule_by_wording(text)


@lru_cache(maxsize=_KEPT)
def _rule_by_wording(text: str) -> str | None:
    return next((rule for rule, says_so in _BY_WORDING if says_so(text)), None)


def _find_end(lines: list[Line], first: int, last: int) -> int:
    """The line that ends the body: the first sure sign below text, else the first likely one."""
    start = _find_start(lines, first, last)
    if start == last or is_footer(lines[start].text):
        return start
    return _EndSearch(lines, last, indented=lines[start].indented).find(start + 1)


def _find_start(lines: list[Line], first: int, last: int) -> int:
    """The first line of text; a line of the foot where that comes first, ``last`` for neither."""
    unmarked = 0
    for index in range(first, last):
        line = lines[index]
        if line.picture is not None:
            continue
        if is_footer(line.text):
            return index
        if not line.is_link and boilerplate.is_prose(line.text) and not _is_end(line.text):
            return index
        if _is_unmarked(line):
            unmarked += 1
            if line.indented or unmarked >= _UNMARKED_LINES:
                return index
    return last


@dataclass(slots=True)
class _LikelyEnd:
    """A line that likely ends the body, and what was seen below it."""

    index: int
    comments: bool
    """Whether comments stand below it: it heads them, or a line below it does."""
    dated: bool = False
    """Whether one of the comments has its day and hour, so that comments they are."""
    texts: int = 0
    """Paragraphs that stand below no link."""
    abstracts: int = 0
    """Paragraphs right below a link: one may be text, several are abstracts of what is listed."""

    @property
    def is_above_text(self) -> bool:
        """Whether there is enough text below it for the article to go on there."""
        texts = self.texts + (self.abstracts == 1 and not self.comments)
        return texts >= _GOES_ON and not self.dated


@dataclass(slots=True)
class _EndSearch:
    """The search for the end of a body, below the first line of its text.

    It is in the text until a line likely ends that, and again where the text goes on below.
    """

    lines: list[Line]
    last: int
    """The line after the last that may belong to the body."""
    indented: bool
    """Whether every paragraph of the text so far is."""
    headings: set[_Setting] = field(default_factory=set)
    """How the headings in the text so far are set."""
    likely: _LikelyEnd | None = None
    """What likely ended the text; None in the text."""

    def find(self, start: int) -> int:
        """The line that ends the body, looked for from a line on."""
        for index in range(start, self.last):
            line = self.lines[index]
            if line.picture is not None or self.holds_links_to_site(index):
                continue
            if _is_end(line.text):
                return self.end_at(index)
            if self.likely is None:
                self.read_text(index)
            else:
                self.read_below(index, self.likely)
        likely = self.likely
        if likely is None or (likely.is_above_text and not likely.comments):
            return self.last
        return likely.index

    def holds_links_to_site(self, index: int) -> bool:
        """Whether a line is a row of links such as the foot's, but in the text.

        A mirror may put one there, or the heading of a part may read like one.
        """
        line = self.lines[index]
        return boilerplate.is_footer_links(line.text) and (
            ((self.indented or line.indented) and _indented_text(self.lines, index))
            or _heads_part(self.lines, index, self.headings)
        )

    def end_at(self, sign: int) -> int:
        """The end, where a line says for sure that the article is over by then.

        The article's own sign, an editor or a notice, stands below all of its text; the foot may
        stand below other articles.
        """
        likely = self.likely
        if likely is None or likely.is_above_text:
            return sign
        return likely.index if likely.comments or is_footer(self.lines[sign].text) else sign

    def read_text(self, index: int) -> None:
        """Read a line in the text."""
        lines, line = self.lines, self.lines[index]
        if _is_likely_end(lines, index, self.last, self.headings):
            self.likely = _LikelyEnd(index, comments=_heads_comments(lines, index))
        elif _is_bold(line) and (not _is_furniture(line) or _is_above_text(lines, index)):
            self.headings.add(_setting(line))
        elif boilerplate.is_prose(line.text):
            self.indented = self.indented and line.indented

    def read_below(self, index: int, likely: _LikelyEnd) -> None:
        """Read a line below one that likely ended the text, which may go on here."""
        lines, line = self.lines, self.lines[index]
        if _is_headed_like(lines, index, likely.index):
            self.likely = None
            self.headings.add(_setting(line))
        elif _goes_on(lines[likely.index].text, line, indented=self.indented):
            self.likely = None
        elif not likely.comments and _heads_comments(lines, index):
            if likely.is_above_text:
                self.likely = _LikelyEnd(index, comments=True)
            likely.comments = True
        elif _STAMP.search(line.text):
            likely.dated = likely.dated or likely.comments
        elif _is_long_text(line):
            if _is_below_link(lines, index):
                likely.abstracts += 1
            else:
                likely.texts += 1
            if likely.texts >= _GOES_ON and not likely.comments:
                self.likely = None


def _is_below_link(lines: list[Line], index: int) -> bool:
    """Whether a line stands right below a link, or below the date of one."""
    above = lines[index - 1]
    if _DATE_ONLY.match(above.text) and not above.is_link:
        above = lines[index - 2]
    return above.is_link


def _is_long_text(line: Line) -> bool:
    """Whether a line may be a paragraph of the article that goes on below a list."""
    text = line.text
    return (
        not line.is_link and len(text) >= 40 and boilerplate.is_prose(text) and not is_imprint(text)
    )


def _indented_text(lines: list[Line], index: int) -> bool:
    """Whether a paragraph with an indent follows a line closely."""
    return any(
        line.indented and not line.link_chars and boilerplate.is_prose(line.text)
        for line in lines[index + 1 : index + 4]
    )


def _goes_on(end: str, line: Line, *, indented: bool) -> bool:
    """Whether a text goes on below what likely ended it.

    Below contacts and who organises in an announcement, but not in a page's foot; below other
    articles or what asks for comments in a line set like all paragraphs before (``indented``).
    """
    if boilerplate.names_organiser(end):
        text = line.text
        other = line.is_link or is_imprint(text) or _is_furniture(line)
        return boilerplate.is_prose(text) and not other
    if boilerplate.is_contact_line(end):
        return line.text.endswith("。") or _DATE_ONLY.match(line.text) is not None
    below_page = boilerplate.is_neighbour_line(end) or boilerplate.is_imprint_line(end)
    return indented and line.indented and not (line.is_link or below_page)


def _follows_closely(lines: list[Line], index: int) -> bool:
    """Whether a line is set off from the one above it no more than its neighbours are."""
    above = [line.block for line in lines[max(0, index - 4) : index] if line.picture is None]
    below = [line.block for line in lines[index : index + 4] if line.picture is None]
    around = [b - a for a, b in chain(pairwise(above), pairwise(below))]
    return bool(above) and below[0] - above[-1] <= max(around, default=0)


def _is_likely_end(lines: list[Line], index: int, last: int, headings: set[_Setting]) -> bool:
    """Whether a line likely ends the body: comments, the neighbours, a list of other articles.

    So do an address and who organises, but where they are set like the text or stand above the
    dateline; ``headings`` says how the headings in the text are set.
    """
    text = lines[index].text
    if _heads_comments(lines, index):
        return not _heads_part(lines, index, headings)
    if boilerplate.is_neighbour_line(text):
        return True
    if boilerplate.is_contact_line(text):
        set_like_text = lines[index].indented or _follows_closely(lines, index)
        return last == len(lines) and not set_like_text
    if boilerplate.is_imprint_line(text):
        may_be_text = lines[index].indented or last < len(lines)
        return not (may_be_text and boilerplate.names_organiser(text))
    return _heads_list(lines, index, last)


def _heads_comments(lines: list[Line], index: int) -> bool:
    """Whether a line heads comments: 评论 alone where a day and an hour are below it."""
    text = lines[index].text
    return boilerplate.is_comment_heading(text) or (
        boilerplate.may_head_comments(text)
        and any(_STAMP.search(o.text) for o in lines[index + 1 : index + 4])
    )


def _heads_list(lines: list[Line], index: int, last: int) -> bool:
    """Whether a line heads a list of other articles: by its wording, or short and set with links.

    With them is set what is a heading, or stands nearer to them than to the text above.
    """
    line = lines[index]
    if boilerplate.is_list_heading(line.text):
        return _links_follow(lines, index, last)
    if len(line.text) > _LONGEST_LIST_HEADING or line.is_link or line.indented or not index:
        return False
    below = [other for other in lines[index + 1 : min(index + 6, last)] if other.picture is None]
    return bool(
        sum(map(_leads_elsewhere, below)) >= _LEAST_LIST
        and _leads_elsewhere(below[0])
        and (line.heading or 2 * line.block > lines[index - 1].block + lines[index + 1].block)
        and not boilerplate.is_prose(line.text)
    )


def _heads_part(lines: list[Line], index: int, headings: set[_Setting]) -> bool:
    """Whether a line such as 分享 or 网友评论 heads a part of the text: it is set as headings are.

    Below it stands a paragraph, not a comment with its day and hour.
    """
    return _setting(lines[index]) in headings and _is_above_text(lines, index)


def _is_headed_like(lines: list[Line], index: int, end: int) -> bool:
    """Whether a line heads a part of the text as one above did that seemed to end it."""
    return (
        _is_bold(lines[index])
        and _setting(lines[index]) == _setting(lines[end])
        and _is_above_text(lines, index)
        and _is_above_text(lines, end)
    )


def _is_above_text(lines: list[Line], index: int) -> bool:
    """Whether a paragraph stands below a line, and no comment."""
    below = next((line for line in lines[index + 1 : index + 4] if line.picture is None), None)
    return (
        below is not None
        and boilerplate.is_prose(below.text)
        and not (_rule_against(below) or _STAMP.search(below.text))
    )


def _links_follow(lines: list[Line], index: int, last: int) -> bool:
    """Whether what comes after a heading, tools and the page's foot aside, is mostly links."""
    following = [
        line
        for line in lines[index + 1 : min(index + 6, last)]
        if line.picture is None
        and not _DATE_ONLY.match(line.text)
        and not _is_furniture(line)
        and not _is_end(line.text)
    ]
    if not following or following[0].is_link:
        return True
    links = sum(line.is_link for line in following)
    return links * 2 >= len(following) and not _is_long_text(following[0])


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
        if _heads_list(region, index, len(region)):
            in_list = True
        elif in_list and not line.is_link and not _DATE_ONLY.match(line.text):
            in_list = line.link_chars > 0 and not boilerplate.is_prose(line.text)
            if not in_list and boilerplate.is_prose(line.text) and not _is_furniture(line):
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
    headings = {_setting(line) for line in region if _is_bold(line) and not _is_furniture(line)}
    kept: list[Line] = []
    for index, line in enumerate(region):
        rule = None if line.picture is not None else _rule_against(line)
        if rule in ("tools", "comments", "placeholder") and _heads_part(region, index, headings):
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


def _rule_against(line: Line) -> str | None:
    text = line.text
    if _leads_elsewhere(line) and not text.endswith(("。", "！", "？", "”")):
        return furniture(line) or "links"
    if boilerplate.is_certain_notice(text):
        return "notice"
    if boilerplate.is_editor_line(text):
        return "editors"
    return furniture(line)


def _is_button(line: Line) -> bool:
    return not (line.indented or _is_bold(line)) and boilerplate.is_button(line.text)


def _leads_elsewhere(line: Line) -> bool:
    """Whether a line is only a link to another page, and not to one whose address it gives."""
    return (
        line.is_link
        and not _FILE.search(line.href or "")
        and not (line.indented and _SHOWN_ADDRESS.match(line.text))
    )


def _is_label_of_links(line: Line) -> bool:
    """Whether a line is links to other pages but for its label: ``热搜：…``."""
    label = _LABEL.match(line.text)
    rest = line.text[label.end() :] if label else ""
    return (
        0 < len(rest) <= line.link_chars + rest.count(" ")
        and not line.indented
        and not _ADDRESS.search(rest)
        and not _FILE.search(line.href or "")
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
        elif _leads_elsewhere(line) or _is_label_of_links(line):
            rule = "links"
        elif footer and not line.indented and _is_of_foot(kept):
            rule = "footer"
        elif boilerplate.is_loose_editor_line(text):
            rule = "editors"
            parts.editor_lines.append(text)
        elif _TAGS.match(text) and len(text) <= boilerplate.LABEL_LENGTH:
            rule = "related"
        elif _is_button(line):
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
        or not _follows_closely(kept, above + 1)
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
    return len(lines) >= _UNMARKED_LINES or any(boilerplate.is_prose(o.text) for o in lines)


def is_imprint(text: str) -> bool:
    """Whether a line may be of an imprint; an announcement gives contacts too."""
    return (
        boilerplate.is_imprint_line(text)
        or boilerplate.is_contact_line(text)
        or boilerplate.is_host_line(text)
    )


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
        elif ((len(text) == 1 and text != "一") or _is_button(line)) and not (
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
        and _setting(other) == _setting(line)
        and _shape(other.text) == shape
        for other in kept[: max(0, index - 1)] + kept[index + 2 :]
    )


def _is_bold(line: Line) -> bool:
    return 0 < len(line.text) <= line.bold_chars


def _setting(line: Line) -> _Setting:
    """How a heading is told from text: its rank, whether it is centred, whether it is bold."""
    return line.heading, line.centred, _is_bold(line)


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
        or _DATE_ONLY.match(text)
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
    set_apart = first.heading > 0 or first.centred or _is_bold(first)
    return (kind is not None or set_apart) and any(
        above.picture is None is other.picture
        and len(other.text) <= boilerplate.LABEL_LENGTH
        and not other.text.endswith("。")
        and (
            (set_apart and _setting(other) == _setting(first))
            or (kind and (match := _IN_SERIES.match(other.text)) and match.lastgroup == kind)
        )
        for above, other in pairwise(kept)
    )


def _take_source(parts: ArticleParts, line: Line) -> None:
    """The source from a line of its own, where the dateline names none."""
    if parts.source is None:
        parts.source, original = read_source(line)
        parts.original = parts.original or original
