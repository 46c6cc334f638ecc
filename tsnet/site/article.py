"""The parts of an article page, found by what the page says.

No class name, no tag path: the dateline (a date-time with 来源), the title that stands twice, the
notice, 责任编辑, the licence lines (site facts).  Knows HTML only as lines; no Scrapy, no I/O.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tsnet.site.body import read_body
from tsnet.site.credits import take_credits
from tsnet.site.dateline import Dateline, find_dateline, read_source_beyond
from tsnet.site.document import Document
from tsnet.site.furniture import is_button, is_footer, is_furniture, is_imprint, is_tags
from tsnet.site.headline import Headline
from tsnet.site.headline_search import find_headline
from tsnet.site.later_pages import find_later_pages
from tsnet.site.lines import Line
from tsnet.site.parts import ArticleParts
from tsnet.site.urls import ArticleAddress, channel_path, day_of_address, is_listing_url
from tsnet.text.boilerplate.breadcrumbs import breadcrumb, is_first_step, is_last_step
from tsnet.text.boilerplate.editors import (
    byline_field,
    is_editor_label,
    is_editor_line,
    is_loose_editor_line,
    is_staff_line,
    names_author_of_work,
    split_ends,
)
from tsnet.text.boilerplate.lines import LABEL_LENGTH
from tsnet.text.boilerplate.notices import (
    forbids_copying,
    is_certain_notice,
    is_loose_notice,
    is_notice,
    notice_text,
    speaks_of_rights,
)
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import is_end_sign
from tsnet.text.fields import split_original
from tsnet.text.gbk import LOST
from tsnet.text.names import names_alone, split_names
from tsnet.text.spacing import EDGE, clean_line, letters

_OPEN_NOTICE = re.compile(r"(?:^|[。\s(（\[【])刊用本[^)）\]】]*$")
_REST_OF_NOTICE = re.compile(r"[^(（\[【]{0,200}[)）\]】]|未经[^。]{0,120}。?$")
"""The first and the second line of a notice that stands in two, in brackets or not."""
_REST_HINT = re.compile(
    r"ditor|permission|prohibited|onsored|egistration|"
    r"转载|转发|摘编|镜像|搬运|抄袭|擅自|商业|独家|原创|侵权|侵犯|免责|许可|编\s?辑|[责网]\s?编|执照|备|ICP|网文|刊号|信用代码|资格证|标识码|版权"
    r"|copyright|Copyright|COPYRIGHT|©|Rights|rights|RIGHTS|单位|办|管|支持|运营|地址|邮|传真|顾问|电话|热线|信箱"
    r"|关于|联系|网站|声明|代表|授权|责任"
)
"""Words of which every line that ``_read_rest`` takes has one: most lines need but this search."""
_DIGITS = re.compile(r"\d{4}")
_LONGEST_NAMES = 20
"""Characters of the names that may stand in a line of their own below their label."""
_OPENING_BYLINE = re.compile(
    r"(?:[^。！？，(（]{2,24}[讯电]\s*[(（]?|[(（])[^。！？，()（）]{0,20}记者"
)
"""How a text opens that names its author, though key points or a note may stand above it."""
_SPREAD_COPYRIGHT = re.compile(r"版[ \u3000]权")
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff，：])")
"""A space between the characters of a copyright line that spreads them: ``版 权 所 有``."""
_LEADS_THERE = re.compile(r"^(?:网站)?首页$|^(?:返回|回到|查看|进入)|更多|导航$")
"""Words of links that lead to a channel but do not give its name."""
_MOST_STEPS = 4
"""Lines of a breadcrumb above its last step."""


def find_parts(document: Document, html: str, address: ArticleAddress | None) -> ArticleParts:
    """Find the parts of an article page.

    A part that the page lacks is None or empty; ``check`` decides what that means.
    """
    _part_ends(document)
    lines = document.lines
    parts = ArticleParts()
    if document.hidden_chars:
        parts.cleaning["hidden"] += document.hidden_chars
    dateline = find_dateline(document, day_of_address(document.url))
    headline = find_headline(document, dateline)
    if dateline is not None and headline is not None and headline.last is not None:
        read_source_beyond(dateline, document, headline.last)
    _take_dateline(parts, dateline)
    _take_headline(parts, document, headline)
    read_body(parts, document, dateline, headline)
    _read_rest(parts, lines, dateline)
    _read_bylines(parts)
    parts.channel_name = _channel_name(document, address, headline)
    parts.further = find_later_pages(document, html, address)
    return parts


def _part_ends(document: Document) -> None:
    """Put each notice and each editor into a line of its own.

    A line that holds more is cut; a label and the names below it are joined. The spaces that spread
    a copyright line are taken out.
    """
    lines = document.lines
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if "版" in line.text and _SPREAD_COPYRIGHT.search(line.text):
            lines[index] = replace(line, text=_SPREAD.sub("", line.text))
        if "编" not in line.text and "刊用本" not in line.text:
            continue
        names = lines[index + 1] if index + 1 < len(lines) else None
        if names and _OPEN_NOTICE.search(line.text) and _REST_OF_NOTICE.match(names.text):
            joined = line.text + names.text
            line = replace(line, text=joined, raw=joined)
            lines[index : index + 2] = [line]
        in_two = _is_label_in_row(lines, index) or _is_editor_in_two(lines, index)
        label = f"{line.text}：" if in_two else line.text
        if is_editor_label(label):
            if names and _may_be_names(names) and split_names(names.text):
                joined = label + names.text
                lines[index : index + 2] = [replace(line, text=joined, raw=joined)]
            continue
        # Beside key words nothing else may part the editor from them.
        text = clean_line(line.raw.replace(EDGE, " ")) if is_tags(line.text) else line.text
        pieces = split_ends(text)
        if len(pieces) > 1:
            lines[index : index + 1] = [
                replace(line, text=piece, raw=piece, link_chars=0) for piece in pieces
            ]


def _is_editor_in_two(lines: list[Line], index: int) -> bool:
    """Whether a line is 责任编辑 alone, and the next holds nothing but names."""
    if lines[index].text not in ("责任编辑", "责编") or index + 1 == len(lines):
        return False
    names = lines[index + 1]
    return bool(names_alone(names.text))


def _may_be_names(line: Line) -> bool:
    """Whether a line below a label may hold names: it is short, no heading, link, or button."""
    return len(line.text) <= _LONGEST_NAMES and not (
        line.heading
        or line.is_link
        or is_furniture(line)
        or is_button(line)
        or is_list_heading(line.text)
    )


def _is_label_in_row(lines: list[Line], index: int) -> bool:
    """Whether a line is the first of the two cells of a row."""
    line, names, after = [*lines[index : index + 3], Line(""), Line("")][:3]
    return (
        line.text[-1] not in ":："
        and line.is_in_row_with(names)
        and names.row != after.row
        and (not index or lines[index - 1].row != line.row)
    )


def _take_dateline(parts: ArticleParts, dateline: Dateline | None) -> None:
    if dateline is None:
        return
    parts.date_raw = dateline.raw
    parts.published = dateline.at
    parts.source = dateline.source
    parts.source_by_name = dateline.by_name
    parts.original = dateline.original
    parts.bylines += dateline.bylines
    parts.editor_lines += dateline.editors


def _take_headline(parts: ArticleParts, document: Document, headline: Headline | None) -> None:
    if headline is None:
        return
    bare, original = split_original(headline.title)
    bare = bare.rstrip(LOST)
    marked = bare in document.title and headline.title not in document.title
    if not headline.of_page:
        parts.title = bare if marked else headline.title
    parts.original = parts.original or headline.original or (marked and original)
    parts.subtitle = headline.subtitle
    if headline.spam:
        parts.cleaning["title_spam"] += headline.spam


# -- what stands around the body -----------------------------------------------------


def _read_rest(parts: ArticleParts, lines: list[Line], dateline: Dateline | None) -> None:
    """Notice, editors and licence block, wherever on the page they stand."""
    own = range(0)
    if dateline is not None and dateline.first is not None:
        own = range(dateline.first, dateline.last + 1)
    body = {cell for paragraph in parts.paragraphs for cell in paragraph.split("\t")}
    of_article = parts.notice is not None
    is_on_rights = cache(lambda: any(map(speaks_of_rights, body)))
    for index, (line, after) in enumerate(pairwise([*lines, Line("")])):
        text = line.text
        if not _REST_HINT.search(text) or len(text) > 600 or index in own:
            continue
        outside = not line.is_link and text not in body
        in_foot = bool(parts.imprint) or is_footer(text)
        if _is_wanted_notice(text, parts.notice, outside=outside, in_foot=in_foot and of_article):
            parts.notice = notice_text(text)
            of_article = not in_foot
            parts.cleaning["notice"] += len(text)
        elif is_editor_line(text) or _is_loose_editor_line(lines, index):
            if index < parts.beyond and text not in parts.editor_lines:
                take_credits(parts, line)
                parts.cleaning["editors"] += len(text)
        elif (
            parts.notice is None
            and outside
            and own.stop <= index < parts.beyond
            and is_loose_notice(text)
            and not is_on_rights()
        ):
            parts.notice = notice_text(text)
            of_article = True
            parts.cleaning["notice"] += len(text)
        elif text not in body and (is_footer(text) or is_imprint(text)):
            parts.imprint.append(text)
            parts.cleaning["imprint"] += len(text)
        elif (
            outside
            and len(text) <= LABEL_LENGTH
            and not is_footer(after.text)
            and is_footer(stated := f"{text} {after.text}")
        ):
            # What a licence is called stands in a cell or line, its number in the next.
            parts.imprint.append(stated)
            parts.cleaning["imprint"] += len(stated)


def _read_bylines(parts: ArticleParts) -> None:
    """Keep the paragraphs in which reporters may be named.

    These are the first three, the last two, and any that open as the text of an article does.
    """
    paragraphs = parts.paragraphs
    for index, paragraph in enumerate(paragraphs[:3]):
        names = byline_field(paragraph)
        if not names:
            parts.bylines.append(paragraph)
        elif not names_author_of_work(paragraphs[:index], paragraph, paragraphs[index + 1 :]):
            parts.bylines.append(f"记者 {names}")
    parts.bylines += filter(_OPENING_BYLINE.match, paragraphs[3:-2])
    parts.bylines += paragraphs[3:][-2:]


def _is_loose_editor_line(lines: list[Line], index: int) -> bool:
    """Whether a line such as ``编辑 刘芳`` stands by a credit, below a notice or the end."""
    if not is_loose_editor_line(lines[index].text):
        return False
    above = lines[index - 1].text if index else ""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    ended = is_notice(above) or is_end_sign(above)
    return ended or any(map(is_staff_line, (above, below)))


def _is_wanted_notice(line: str, found: str | None, *, outside: bool, in_foot: bool) -> bool:
    """Whether a line is a notice that says more than the one that was found.

    Outside the body what reads as a notice is one; in the foot (``in_foot``) it is that of the
    site, and the article's own, where that was found, says more.
    """
    if found is not None and (in_foot or forbids_copying(found) or not forbids_copying(line)):
        return False
    return is_notice(line) if outside else is_certain_notice(line)


def _channel_name(
    document: Document, address: ArticleAddress | None, headline: Headline | None
) -> str | None:
    """By a link to the channel's directory, else by the last step of a breadcrumb."""
    if address is not None:
        name = _linked_channel(document, address)
        if name:
            return name
    title = headline.title if headline else ""
    title_letters = letters(title)
    last = headline.last if headline else None
    above = document.lines if last is None else document.lines[: last + 1]
    for index, line in enumerate(above):
        text = line.text.replace(title, "")
        steps = breadcrumb(text) if line.link_chars or len(text) < 60 else None
        if steps is None and is_last_step(line.text):
            steps = _steps_in_elements(above[max(0, index - _MOST_STEPS) : index + 1])
        for step in reversed(steps or []):
            if letters(step) != title_letters and 2 <= len(step) <= 12:
                return step
    return document.metas.get("columnname") or None


def _steps_in_elements(lines: list[Line]) -> list[str] | None:
    """The steps of a breadcrumb whose elements only pictures part, or nothing; 正文 is its last."""
    words = [word.strip(" >＞»›/|") for line in lines for word in line.raw.split(EDGE)]
    steps = list(filter(None, words))
    home = max((index for index, step in enumerate(steps) if is_first_step(step)), default=-1)
    return breadcrumb(" > ".join(steps[home:])) if home >= 0 else None


def _linked_channel(document: Document, address: ArticleAddress) -> str | None:
    """Text of a link to the channel's own directory."""
    for anchor in document.anchors:
        href = anchor.href
        # Any link to it names the directory or starts from where the page stands.
        if (
            href[:1] == "." or (address.channel and address.channel in href)
        ) and not _DIGITS.search(href):
            target = document.absolute(href)
            if target and is_listing_url(target) and channel_path(target) == address.channel_path:
                text = anchor.read().text.strip("[]【】 ")
                if 2 <= len(text) <= 12 and not _LEADS_THERE.search(text):
                    return text
    return None
