"""The body of an article, without what stands in it that is none of it.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from unicodedata import category

from tsnet.site.body_extent import UNMARKED_LINES, find_extent, find_opening, follows_closely
from tsnet.site.box_shapes import LONGEST_BUTTON
from tsnet.site.boxes import find_boxes, may_be_of_box
from tsnet.site.dateline import Dateline
from tsnet.site.document import Document, Line, Style
from tsnet.site.furniture import (
    is_abstract_of_other,
    is_button,
    is_date,
    is_end,
    is_footer,
    is_furniture,
    is_imprint,
    is_label_of_links,
    is_own_picture,
    is_surely_furniture,
    is_tags,
    leads_elsewhere,
    leads_to_file,
    rule_against,
)
from tsnet.site.headings import heads_list, heads_part, is_above_paragraph, texts_of
from tsnet.site.headline import Headline
from tsnet.site.parts import ArticleParts
from tsnet.site.pictures import is_row_of_captions, take_pictures, without_decoration
from tsnet.site.subtitle import is_of_tools, is_subtitle
from tsnet.site.text_element import is_outside_element
from tsnet.site.urls import on_host_of
from tsnet.text.boilerplate.breadcrumbs import breadcrumb
from tsnet.text.boilerplate.editors import (
    is_credit,
    is_editor_line,
    is_loose_editor_line,
    is_loose_staff_line,
    is_picture_credit,
    is_staff_line,
    may_be_credit,
    names_author_of_work,
    names_photographer,
)
from tsnet.text.boilerplate.lines import BROKEN_OFF, LABEL_LENGTH, SENTENCE_ENDS, is_prose
from tsnet.text.boilerplate.media import is_medium, is_source_line, newspaper_of
from tsnet.text.boilerplate.notices import (
    forbids_copying,
    is_loose_notice,
    is_notice,
    is_notice_heading,
    notice_text,
    speaks_of_rights,
)
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import (
    asks_for_news,
    asks_to_scan,
    is_end_sign,
    is_offer,
    is_placeholder,
    is_summary_heading,
    is_summary_note,
    is_tool_line,
)
from tsnet.text.dates import find_dates
from tsnet.text.fields import (
    LABEL_ALONE,
    SOURCE_LABEL,
    WHEN,
    find_sources,
    names_writer,
    read_authors,
)
from tsnet.text.names import find_reporters
from tsnet.text.spacing import EDGE, clean_line, ends_sentence, letters, narrow

_NUMBER = re.compile(r"\d+")
_PART_NUMBER = re.compile(r"\d{1,2}")
_FIGURE = re.compile(r"^\d{1,6}(?:\.\d{1,3})?(?:%|[\u4e00-\u9fff]{1,4})$")
"""A line that is a figure: ``100%``, ``2330万吨``."""
_OTHERS = re.compile(r"\W*(?:相关|延伸|推荐|往期|更多)")
"""How a heading opens below which headlines of other articles may stand."""
_WEB_ADDRESS = re.compile(r"https?:|www\.|@")
_ANCHORS = ("#", "¶", "§")
"""What headings end with that link to themselves."""
_DOWNLOAD = re.compile(r"[\[(（【]?(?:立即|点击|在线)?(?:下载|预览|查看)(?:附件|文件)?[\])）】]?")
"""The button behind a link to a file."""
_MAY_HEAD_PARTS = ("tools", "comments", "placeholder")
"""Rules for words that may head a part of a text, too: 分享, 评论."""
_PLACE = re.compile(r"\d{1,3}\s?/\s?\d{1,3}")
"""Which of the pictures of a gallery stands above: ``1/8``."""
_PLACE_REACH = 2
"""How many lines above its caption a gallery's picture stands: ``1/8`` stands between them."""
_LONGEST_CELL = 80
"""Characters that a cell of a table of data holds at most."""
_MOST_CELLS = 20
"""Lines before and behind a cell among which the others of its row are looked for."""
_LEAST_DATA = 2
"""Cells of text that a row of data has at least beside a link; in a list of articles only a date
stands there."""
_MOST_EMPTY = 20
"""Empty cells side by side that keep their tabs, at most."""
_ABSTRACT_LABEL = re.compile(
    r"^[【\[]?(?:内容|文章)?(?:摘要|提要|简介|导读|核心提示)[】\]]?\s*[:：]?"
)
_NO_ATTACHMENT = re.compile(r"(?:相关)?(?:附件|文件)(?:下载|列表)?[:：]\s*(?P<none>暂?无|暂缺)?")
"""The label of attachments where the page has none: nothing stands behind it, or that there are
none."""
_NONE = re.compile("暂?无|暂缺")
"""What says in a line of its own that there are none."""
_LEAST_ABSTRACT = 20
"""Letters from which on a line that the text below repeats is an abstract, and no chance."""
_LONGEST_ABSTRACT_HEADING = 12
"""Characters of the heading of an abstract."""
_ABSTRACT_REACH = 12
"""Lines, pictures among them, that hold an abstract and as much of the text as it was cut from."""
_LEAST_LABELLED = 8
_LABELLED_REACH = 40
"""Both for an abstract behind the label 摘要：: its letters at least, and the lines below it, which
may be cells of a table."""
_SPOILT = 2
"""Letters at the end of an abstract that may not be the text's, since it was cut within a word."""
_LONGEST_SUMMARY = 6
"""Lines of a summary that a program wrote, at most; the line that says so stands below them."""
_LONGEST_IMPRINT = 12
"""Lines of an imprint at most, above which the text ends."""
_ITEM = re.compile(r"[(（]?\d{1,2}[)）、.．]")
"""How an item of a list opens."""
_MOST_UNKNOWN = 3
"""Lines of unknown words below what ends a text."""
_LONGEST_BUTTON = 14
"""Characters of such a line."""
_MAY_CLOSE = re.compile(
    r"[，、；《\d]|特此|此致|敬礼|待续|地[点址]|时间|联系|(?:[组部处室院所站会团队厂员们者店]|公司|[小中]学|银行)$"
)
"""What no button has, but the last line of a text may: a verse, who signs."""
_WITH_CLASS = re.compile(r"<(?!p |li |section |h\d )\w+ ")
"""An element with a class, of those in which editors of texts set no paragraph."""
_LEAST_PARAGRAPHS = 3
"""Paragraphs that show how a text is set."""
_MOST_ITEMS = 8
"""Items at most of a notice that is a list."""
_CREDITS = 8
"""Lines below the end of a text in which credits may stand."""
_LONGEST_LIST = 100
"""Lines above a credit or a notice among which others are looked for, or the text is read."""
_HEAD_LINES = 3
"""Lines of the body among which fields of a dateline may stand."""


def read_body(
    parts: ArticleParts, document: Document, dateline: Dateline | None, headline: Headline | None
) -> None:
    """Fill in the paragraphs and the pictures, and what is found beside them on the way.

    That may be the smaller headline, the notice, the editors, and a source that the dateline lacks.
    """
    lines = document.lines
    first, end, parts.beyond = find_extent(lines, dateline, headline)
    _read_credits(parts, lines[end : end + _CREDITS])
    head = _level_of_head(lines, dateline, headline, first)
    region = _drop_titles(parts, _without_byline(lines, dateline, first, end))
    below = lines[end] if end < len(lines) else None
    titled = headline is not None and headline.last == first - 1
    kept = _drop_boxes(parts, region, head, below, titled=titled)
    kept = _drop_lists(parts, _drop_summary(parts, kept))
    kept = _drop_furniture(parts, document, kept, headline)
    kept = _join_rows(without_decoration(document, kept))
    footer = end < len(lines) and is_footer(lines[end].text)
    kept = _drop_foot(parts, kept, lines[end]) if footer else kept
    kept = _trim_tail(parts, kept, footer=footer)
    kept = _drop_abstract(parts, _trim_head(parts, kept))
    kept = _take_subtitle(parts, kept, headline)
    opening = find_opening(lines, dateline, headline, first)
    take_pictures(parts, without_decoration(document, opening) + kept)


def _read_credits(parts: ArticleParts, below: list[Line]) -> None:
    """Keep the source and the authors that the first lines below the text name.

    Read are all of these lines below a mark of the end such as （完）, else only those at their top
    that are nothing but credits and signs of the end.
    """
    if not (below and is_end_sign(below[0].text)):
        below = [*takewhile(_is_of_end, below)]
    for line in below:
        if is_source_line(line.text):
            _take_source(parts, line)
        elif is_credit(line.text):
            take_credits(parts, line)


def _is_of_end(line: Line) -> bool:
    """Whether a line says that the article is over, or who made it."""
    return is_end(line.text) or is_source_line(line.text) or is_credit(line.text)


def _level_of_head(
    lines: list[Line], dateline: Dateline | None, headline: Headline | None, first: int
) -> int | None:
    """How deep the smallest element lies that holds headline and dateline.

    None where the region that begins at the line ``first`` is not right below these.
    """
    if dateline is None or dateline.first is None or dateline.last + 1 != first:
        return None
    if headline is None or headline.last is None or headline.last >= dateline.first:
        return None
    return min(line.level for line in lines[headline.last + 1 : dateline.first + 1])


def _without_byline(
    lines: list[Line], dateline: Dateline | None, first: int, end: int
) -> list[Line]:
    """The lines of the body, below a byline that the dateline took from its element.

    The first then stands where that element begins, as it would if there were no byline.
    """
    region = lines[first:end]
    if region and dateline is not None and dateline.last == first - 1 > (dateline.first or 0):
        byline = lines[dateline.last]
        if byline.within == region[0].within and byline.level < region[0].level:
            region[0] = replace(region[0], level=byline.level)
    return region


def _drop_boxes(
    parts: ArticleParts, region: list[Line], head: int | None, end: Line | None, *, titled: bool
) -> list[Line]:
    """Without the boxes that stand beside the text in elements of their own.

    The source is taken from those near the top before they go. A heading that opens the region
    stays where the headline stands right above it (``titled``): it is the smaller headline.
    """
    abstracts = _labelled_abstracts(region)
    boxes = find_boxes(region, head, end, abstracts, sourced=parts.source is not None)
    if titled and region and region[0].heading:
        boxes.discard(0)
    for index in sorted(boxes.intersection(range(_HEAD_LINES))) if parts.source is None else ():
        of_other = index > 0 and rule_against(region[index - 1]) == "links"
        if SOURCE_LABEL.match(region[index].text) and not of_other:
            _take_source(parts, region[index])
    for rule, indices in (("summary", abstracts), ("boxes", boxes - abstracts)):
        taken = sum(len(region[index].text) for index in indices)
        if taken:
            parts.cleaning[rule] += taken
    return [line for index, line in enumerate(region) if index not in boxes]


def _labelled_abstracts(region: list[Line]) -> set[int]:
    """Indices of the lines with the label 摘要： that repeat what the text below them says."""
    found = set()
    for index, line in enumerate(region[:_ABSTRACT_REACH]):
        label = _ABSTRACT_LABEL.match(line.text)
        if label is None or label[0] == line.text:
            continue
        abstract = line.text[label.end() :]
        below = region[index + 1 : index + 1 + _LABELLED_REACH]
        place = _place_in_text(abstract, [o for o in below if not is_placeholder(o.text)])
        if place == 0 or (place > 0 and len(letters(abstract)) >= _LEAST_LABELLED):
            found.add(index)
    return found


def _place_in_text(abstract: str, text: list[Line]) -> int:
    """Offset in a text, by letters, of an abstract without its spoilt end; -1 where none is."""
    end = -_SPOILT if abstract.endswith(BROKEN_OFF) else None
    return "".join(letters(line.text) for line in text).find(letters(abstract)[:end])


def _drop_summary(parts: ArticleParts, region: list[Line]) -> list[Line]:
    """Without a summary that a program wrote: its heading, itself, and the line that says so."""
    kept: list[Line] = []
    end = 0
    for index, line in enumerate(region):
        if is_summary_heading(line.text):
            below = region[index + 1 : index + 1 + _LONGEST_SUMMARY]
            notes = (n for n, o in enumerate(below, 2) if is_summary_note(o.text))
            end = index + next(notes, 1)
            if kept and kept[-1].picture and not is_own_picture(kept[-1]):
                kept.pop()  # its icon
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
            in_list = in_list and not is_own_picture(line)
            (pictures if in_list else kept).append(line)
            continue
        if heads_list(region, index, len(region)):
            in_list = True
        elif in_list and not line.is_link and not is_date(line.text):
            in_list = line.link_chars > 0 and not is_prose(line.text)
            if is_prose(line.text) and not is_furniture(line):
                kept += pictures  # they stand between the list's last link and the text
        elif in_list and leads_to_file(line):
            in_list = False
        pictures.clear()
        if in_list:
            parts.cleaning["related"] += len(line.text)
        else:
            kept.append(line)
    return kept


def _drop_titles(parts: ArticleParts, region: list[Line]) -> list[Line]:
    """Without a list of other articles at the end of the text whose headlines are no links."""
    last = len(region)
    while last and (is_furniture(region[last - 1]) or _is_field(region[last - 1].text)):
        last -= 1
    first = last
    while first and _may_be_title(region[first - 1]):
        first -= 1
        if is_list_heading(region[first].text) and _OTHERS.match(region[first].text):
            if last - first == 1:
                break
            parts.cleaning["related"] += sum(len(line.text) for line in region[first:last])
            return region[:first] + region[last:]
    return region


def _may_be_title(line: Line) -> bool:
    """Whether a line may be a headline: short, no sentence, no book, no address."""
    text = line.text
    return (
        line.picture is None
        and not line.link_chars
        and len(text) <= LABEL_LENGTH
        and not text.endswith((*SENTENCE_ENDS, "》"))
        and not _WEB_ADDRESS.search(text)
    )


def _is_field(text: str) -> bool:
    """Whether a line below a text is a credit, a source, or contacts."""
    return (
        is_credit(text)
        or is_loose_staff_line(text)
        or is_loose_editor_line(text)
        or is_source_line(text)
        or is_imprint(text)
    )


def _drop_furniture(
    parts: ArticleParts, document: Document, region: list[Line], headline: Headline | None
) -> list[Line]:
    """Without tools, pagers, placeholders, notices and lines that are only a link."""
    title = letters(headline.title) if headline else ""
    bold = [line for line in region if line.is_bold]
    plain = [line for line in bold if not is_furniture(line)]
    styles = {line.style for line in plain}
    if len(plain) < len(bold):
        styles |= _styles_of_headings(region)
    kept: list[Line] = []
    announced = False
    above: str | None = None
    own = _own_abstracts(document, region)
    for index, line in enumerate(region):
        rule = rule_against(line)
        announced = _announces(line) or (announced and rule == "links")
        is_own = index in own
        if rule == "links" and not is_own:
            is_own = (announced and _leads_to_other_site(document, line)) or (
                line.row > 0 and _is_in_data(region, index)
            )
        if is_own or (rule in _MAY_HEAD_PARTS and heads_part(region, index, styles)):
            rule = None
        if rule is None and index not in own:
            rule = _rule_by_line_above(region, index, above)
        if rule is None and above == "pager" and _is_caption_of_place(region, index):
            line = replace(line, captioned=True)
        above = rule
        if rule is None and title and not kept and letters(line.text) == title:
            rule = "title"
        if rule is None:
            kept.append(_without_button(parts, line) if line.link_chars else line)
            continue
        _take_away(parts, rule, line)
        if kept and _is_code_to_scan(kept[-1], line):
            kept.pop()
    return kept


def _rule_by_line_above(region: list[Line], index: int, above: str | None) -> str | None:
    """The rule by which a line that reads as text is none of it, for what stands right above.

    ``above``: the rule that took the line above.
    """
    line = region[index]
    if above in ("links", "neighbours") and _is_of_link(line):
        return above
    of_picture = index > 0 and region[index - 1].picture is not None
    return "pager" if of_picture and _PLACE.fullmatch(line.text) else None


def _own_abstracts(document: Document, region: list[Line]) -> set[int]:
    """Indices of the paragraphs of a digest, each of which is broken off and links to its article.

    None where the region has other text. Nor one whose article another line of the page leads to:
    that is an abstract in a list.
    """
    found = {
        index: document.absolute(line.href or "")
        for index, line in enumerate(region)
        if is_abstract_of_other(line)
    }
    texts = (line for index, line in enumerate(region) if index not in found)
    if not found or any(is_prose(line.text) and rule_against(line) is None for line in texts):
        return set()
    headed = {
        document.absolute((line.picture.href if line.picture else line.href) or "")
        for line in document.lines
        if not is_abstract_of_other(line)
    }
    return {index for index, href in found.items() if href not in headed}


def _is_in_data(region: list[Line], index: int) -> bool:
    """Whether a cell is of a table of data: other cells of its row hold text."""
    near = region[max(0, index - _MOST_CELLS) : index + _MOST_CELLS]
    row = [line for line in near if line.row == region[index].row]
    texts = [line for line in row if not (is_surely_furniture(line) or is_date(line.text))]
    return _is_row(row) and len(texts) >= _LEAST_DATA


def _is_caption_of_place(region: list[Line], index: int) -> bool:
    """Whether a line below a number such as ``1/8`` is the caption of the picture above that.

    It is the last line of the picture's element.
    """
    line, below = [*region[index : index + 2], Line("")][:2]
    return (
        index >= _PLACE_REACH
        and region[index - _PLACE_REACH].picture is not None
        and below.level < line.level
        and len(line.text) <= LABEL_LENGTH
        and not line.indented
    )


def _styles_of_headings(region: list[Line]) -> set[Style]:
    """The styles of bold lines, of which at least two lines each stand between paragraphs."""
    texts = texts_of(region)
    found = Counter(
        line.style
        for index, line in enumerate(texts)
        if line.is_bold
        and index > 0
        and is_prose(texts[index - 1].text)
        and is_above_paragraph(texts, index)
    )
    return {style for style, count in found.items() if count > 1}


def _without_button(parts: ArticleParts, line: Line) -> Line:
    """A paragraph without the button behind it."""
    button = _button_behind(line)
    if not button:
        return line
    parts.cleaning["tools"] += len(button)
    return replace(line, text=line.text.removesuffix(button).rstrip())


def _button_behind(line: Line) -> str:
    """The button that is linked behind the end of a paragraph or an editor's name, or nothing.

    ``…仍将持续。返回首页>>``. So is one behind a link to a file: ``岗位表.xls`` ``点击下载``.
    """
    button = clean_line(line.raw.strip(f"{EDGE}\n ").rpartition(EDGE)[2])
    text = line.text.removesuffix(button).rstrip()
    behind_end = is_tool_line(button) and (ends_sentence(text) or is_editor_line(text))
    behind_file = text and line.link_chars > len(button) and _DOWNLOAD.fullmatch(button)
    is_button = button in _ANCHORS or behind_end or (behind_file and leads_to_file(line))
    return button if is_button and len(button) <= line.link_chars else ""


def _is_of_link(line: Line) -> bool:
    """Whether a line right below a link belongs to the article that the link leads to.

    It gives its day and its medium, or its beginning, broken off.
    """
    if line.text.endswith(BROKEN_OFF) and not line.text.endswith("……"):
        return not line.indented
    date = next(find_dates(line.text), None)
    return (
        date is not None
        and not line.indented
        and 0 < len(line.text) - len(date.raw) <= _LONGEST_ABSTRACT_HEADING
        and is_medium(line.text.replace(date.raw, "").strip(" |·"))
    )


def _leads_to_other_site(document: Document, line: Line) -> bool:
    target = document.absolute(line.href or "")
    return target is not None and on_host_of(target, document.url) is None


def _announces(line: Line) -> bool:
    """Whether a paragraph says that something follows it: ``现将常用网站公布如下：``."""
    return line.text.endswith(("：", ":")) and is_prose(line.text)


def _is_code_to_scan(above: Line, line: Line) -> bool:
    """Whether a picture is the code that the line below it asks to scan, in the same element."""
    return above.picture is not None and line.block - above.block <= 1 and asks_to_scan(line.text)


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


def _drop_foot(parts: ArticleParts, kept: list[Line], end: Line) -> list[Line]:
    """Without the few lines in the element of the page's foot, of which the ``end`` is a line.

    None go where one of them may be text, or signs it.
    """
    near = range(len(kept) - 1, max(0, len(kept) - 1 - _LONGEST_IMPRINT), -1)
    first = next((index for index in near if kept[index].level < end.level), None)
    foot = kept[first:] if first else []
    if not foot or not all(map(_may_be_of_foot, foot)):
        return kept
    parts.cleaning["imprint"] += sum(len(line.text) for line in foot)
    return kept[: len(kept) - len(foot)]


def _may_be_of_foot(line: Line) -> bool:
    return (
        (line.picture is None or not is_own_picture(line))
        and len(line.text) <= LABEL_LENGTH
        and not (line.indented or (is_prose(line.text) and not is_imprint(line.text)))
        and not (is_source_line(line.text) or is_credit(line.text) or leads_to_file(line))
        and next(find_dates(line.text), None) is None
    )


def _trim_tail(parts: ArticleParts, kept: list[Line], *, footer: bool) -> list[Line]:
    """Without what stands between the last paragraph and the end of the article.

    ``footer`` says that the page's foot is that end. Pictures may stand below a notice.
    """
    pictures = [*takewhile(attrgetter("picture"), reversed(kept))][::-1]
    above = kept[: len(kept) - len(pictures)]
    if pictures and above and is_notice(above[-1].text):
        return _trim_tail(parts, above, footer=footer) + pictures
    below = ""
    taken: Line | None = None
    while kept:
        rule = _tail_rule(kept, below, footer=footer) or _rule_for_unknown(
            kept, taken, footer=footer
        )
        if rule is None:
            break
        below, taken = rule, kept.pop()
        _take_away(parts, rule, taken)
        if kept and _is_code_to_scan(kept[-1], taken):
            kept.pop()
    return kept


def _rule_for_unknown(kept: list[Line], below: Line | None, *, footer: bool) -> str | None:
    """The rule for a last line of unknown words: ``tools`` where it stands among what is none of
    the text.

    Above it, with a few like it between at most, stands what ends a text; or it is set as what
    was taken ``below`` it, and not as the text.
    """
    line = kept[-1]
    near = kept[-_LONGEST_LIST:]
    texts = [above for above in near if is_prose(above.text)]
    if texts and _are_apart(near, texts):
        return "boxes"
    if not (texts and _may_be_button(line)):
        return None
    if below is not None and line.is_set_as(below) and not line.is_set_as(texts[-1]):
        return "tools"
    for number in range(1, min(_MOST_UNKNOWN, len(kept) - 1) + 1):
        above = kept[-number - 1]
        rule = _tail_rule(kept[:-number], "", footer=footer)
        if rule in ("notice", "editors", "staff"):
            return "tools"
        if rule is None and not _may_be_button(above):
            break
    return None


def _are_apart(near: list[Line], texts: list[Line]) -> bool:
    """Whether the last lines are a few buttons in an element that the paragraphs are not in.

    All paragraphs (``texts``) stand in elements of one kind, and the first line below them in one
    with a class of its own, or one element further from them than they from each other.
    """
    run = [*takewhile(lambda line: line is not texts[-1], reversed(near))][::-1]
    if not 0 < len(run) <= _MOST_UNKNOWN or len(texts) < _LEAST_PARAGRAPHS:
        return False
    kinds = {line.within for line in texts}
    gaps = [b.block - a.block for a, b in pairwise(near) if is_prose(a.text) and is_prose(b.text)]
    first = run[0]
    has_class = _WITH_CLASS.match(first.within) is not None and first.within not in kinds
    return (
        len(kinds) == 1
        and (has_class or first.block - texts[-1].block == max(gaps, default=0) + 1)
        and texts[-1].text.endswith(SENTENCE_ENDS)
        and all(map(may_be_of_box, run))
        and not any(
            line.row or "<li" in line.within or _MAY_CLOSE.search(line.text) for line in run
        )
    )


def _may_be_button(line: Line) -> bool:
    """Whether a line may be a button of unknown words: it is short, and no sentence or field."""
    return (
        line.picture is None
        and len(line.text) <= _LONGEST_BUTTON
        and not line.text.endswith(SENTENCE_ENDS)
        and not (":" in line.text or "：" in line.text)
        and not is_date(line.text)
    )


def _tail_rule(kept: list[Line], below: str, *, footer: bool) -> str | None:
    """The rule by which the last line is none of the text; ``below`` took the line below it."""
    line = kept[-1]
    text = line.text
    if line.picture is not None:
        return None
    has_notice = (
        is_notice(text)
        or is_notice_heading(text)
        or _ends_notice(kept)
        or (is_loose_notice(text) and not _is_on_rights(kept[:-1]))
    )
    if has_notice and _is_text(kept[:-1]):
        return "notice"
    if is_source_line(text) and not any(
        is_source_line(line.text) for line in kept[-_LONGEST_LIST:-2]
    ):
        return "source"
    if (
        (is_credit(text) and not _is_of_work(kept))
        or is_loose_staff_line(text)
        or (is_picture_credit(text) and _stands_among_credits(kept, below))
        or (names_photographer(text) and _is_below_sentence(kept))
        or _is_below_credit(kept)
    ):
        return "staff"
    if is_list_heading(text):
        return "related"
    if leads_elsewhere(line) or is_label_of_links(line):
        return "links"
    if _is_of_foot(kept, footer=footer):
        return "footer"
    if is_loose_editor_line(text):
        return "editors"
    if is_tags(text):
        return "related"
    if _is_empty_field(text):
        return "staff"
    # A bold line heads a part of the text elsewhere, but none stands below this one.
    is_tool = is_button(replace(line, bold_chars=0)) or _NO_ATTACHMENT.fullmatch(text)
    if is_tool or asks_for_news(text) or (is_offer(text) and _is_below_sentence(kept)):
        return "tools"
    label = _NO_ATTACHMENT.fullmatch(kept[-2].text) if len(kept) > 1 else None
    return "tools" if label and _NONE.fullmatch(text) else None


def _is_below_sentence(kept: list[Line]) -> bool:
    """Whether the last line stands right below a sentence, and no picture."""
    return len(kept) > 1 and kept[-2].text.endswith(SENTENCE_ENDS)


def _is_on_rights(lines: list[Line]) -> bool:
    """Whether a text speaks of copying, but for the few notices right below it."""
    near = lines[-_LONGEST_LIST:]
    below = takewhile(lambda line: is_loose_notice(line.text), reversed(near[-_MOST_ITEMS:]))
    return any(speaks_of_rights(line.text) for line in near[: len(near) - len(list(below))])


def _ends_notice(kept: list[Line]) -> bool:
    """Whether the last line is an item of a notice that is a list: one of those above is one."""
    items = list(takewhile(_ITEM.match, (line.text for line in reversed(kept[-_MOST_ITEMS:]))))
    return len(items) > 1 and forbids_copying(items[0]) and any(map(is_notice, items[1:]))


def _is_of_foot(kept: list[Line], *, footer: bool) -> bool:
    """Whether the last line is of an imprint below a notice, or not set like the text above it."""
    above = len(kept) - 1
    while is_imprint(kept[above].text) and above > max(0, len(kept) - _LONGEST_IMPRINT):
        above -= 1
    is_imprint_of_page = above < len(kept) - 1
    if is_imprint_of_page and is_notice(kept[above].text):
        return True
    if not footer or kept[-1].indented:
        return False
    return breadcrumb(kept[-1].text) is not None or (
        is_imprint_of_page and (kept[above].indented or not follows_closely(kept, above + 1))
    )


def _is_below_credit(kept: list[Line]) -> bool:
    """Whether the last line ends a run of likely credits below a sentence, one of which is sure."""
    last = kept[-_LONGEST_LIST:]
    run = list(takewhile(may_be_credit, (line.text for line in reversed(last))))
    above = last[-len(run) - 1 :][0].text
    return any(map(is_staff_line, run[1:])) and above.endswith(SENTENCE_ENDS)


def _is_of_work(kept: list[Line]) -> bool:
    """Whether the last line names the author of a work that the text presents."""
    *above, text = (line.text for line in kept[-_LONGEST_LIST:])
    return names_author_of_work(above, text, [])


def _stands_among_credits(kept: list[Line], below: str) -> bool:
    """Whether the line above the last, or what stood below it (by its rule), is a credit."""
    above = kept[-2].text if len(kept) > 1 else ""
    return below in ("staff", "editors") or is_picture_credit(above) or is_credit(above)


def _is_text(lines: list[Line]) -> bool:
    """Whether lines are enough for a body: one is a sentence, or they are many, as of verse."""
    return len(lines) >= UNMARKED_LINES or any(is_prose(o.text) for o in lines)


def _trim_head(parts: ArticleParts, kept: list[Line]) -> list[Line]:
    """Without what stands between dateline and first paragraph, but for a smaller headline."""
    head: list[Line] = []
    for index, line in enumerate(kept[:_HEAD_LINES]):
        rule = _head_rule(head, kept[index:])
        if rule is None:
            head.append(line)
        else:
            _take_away(parts, rule, line)
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
    if not (head or line.indented) and _is_empty_field(text):
        return "staff"
    if not head and names_writer(text, set_as_text=line.indented) and _is_set_apart(rest):
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


def _is_empty_field(text: str) -> bool:
    """Whether a line is a label without a value, other than that of an event: ``时间：``."""
    return (
        text.endswith(("：", ":"))
        and LABEL_ALONE.fullmatch(text) is not None
        and not WHEN.match(narrow(text))
    )


def _is_set_apart(rest: list[Line]) -> bool:
    """Whether the first line stands outside the element of the text, or alone is centred."""
    first, *below = rest = rest[:_ABSTRACT_REACH]
    is_centred = first.centred and not any(line.centred for line in texts_of(below)[:2])
    return is_centred or is_outside_element(rest)


def _is_of_headings(rest: list[Line]) -> bool:
    """Whether the first line heads a part of the text: another is set like it, in bold."""
    first = rest[0]
    return first.is_bold and any(
        line.style == first.style and not is_list_heading(line.text) for line in rest[1:]
    )


def _take_subtitle(parts: ArticleParts, kept: list[Line], headline: Headline | None) -> list[Line]:
    """Without the smaller headline that the first line may be, where none stood further above.

    It is the headline where ``<title>`` has but what it calls all pages of articles.
    """
    if headline is None or parts.subtitle is not None or not is_subtitle(kept, headline):
        return kept
    if headline.of_page:
        parts.title = kept[0].text
        parts.cleaning["title"] += len(kept[0].text)
        return _take_subtitle(parts, kept[1:], replace(headline, of_page=False))
    parts.subtitle = kept[0].text
    parts.cleaning["subtitle"] += len(kept[0].text)
    return kept[1:]


def _drop_abstract(parts: ArticleParts, kept: list[Line]) -> list[Line]:
    """Without an abstract that a system cut from the beginning of the text, and its heading."""
    below_heading = bool(kept) and len(kept[0].text) <= _LONGEST_ABSTRACT_HEADING
    for start in range(min(len(kept) - 1, 1 + below_heading)):
        ends = (n for n in range(start + 1, len(kept)) if kept[n].block != kept[start].block)
        for end in sorted({start + 1, next(ends, start + 1)}):
            if _is_cut_from_text(kept[start:end], kept[end : end + _ABSTRACT_REACH]):
                parts.cleaning["summary"] += sum(len(line.text) for line in kept[:end])
                return kept[end:]
    return kept


def _is_cut_from_text(lines: list[Line], below: list[Line]) -> bool:
    """Whether some lines are an abstract: those below say the same and go on, or say no more."""
    text = "".join(line.text for line in lines)
    key = letters(text)
    if len(key) < _LEAST_ABSTRACT or not below:
        return False
    is_whole = ends_sentence(text) or key == letters(below[0].text)
    is_likely = not is_whole or text.endswith(BROKEN_OFF) or _is_set_apart([lines[-1], *below])
    first, second = lines[0], below[0]
    is_set_alike = (first.within, first.indented) == (second.within, second.indented)
    # The text's letters are looked at last: next to no first paragraph gets so far.
    if (is_set_alike and not is_likely) or _place_in_text(text, below) != 0:
        return False
    return is_likely or len(key) == sum(len(letters(line.text)) for line in below)


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


def _take_away(parts: ArticleParts, rule: str, line: Line) -> None:
    """Count a line that is none of the text, and keep what it says of the article."""
    parts.cleaning[rule] += len(line.text)
    if rule == "notice":
        parts.notice = parts.notice or notice_text(line.text)
    elif rule == "source":
        _take_source(parts, line)
    elif rule in ("editors", "staff"):
        take_credits(parts, line)


def take_credits(parts: ArticleParts, line: Line) -> None:
    """Keep the editors of a line of credits, and who else it names."""
    # Where several are named in elements of their own, nothing else may part them.
    several = line.text.count("辑") + line.text.count("责编") > 1
    text = clean_line(line.raw.replace(EDGE, " ")) if several else line.text
    parts.editor_lines.append(text.removesuffix(_button_behind(line)))
    parts.bylines += read_authors(text)
    if "来源" in line.text:
        _take_source(parts, line)


def _take_source(parts: ArticleParts, line: Line) -> None:
    """Keep the source that a line names, where the dateline names none or has no label for it."""
    source = next(find_sources(line.text), None)
    if source is not None and (parts.source is None or parts.source_by_name):
        parts.source = source.name or parts.source
        parts.source_by_name = False
        parts.original = parts.original or source.original
    parts.source = parts.source or newspaper_of(line.text)
