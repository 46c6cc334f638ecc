"""The parts of an article page, found by what the page says.

No class name, no tag path: the dateline (a date-time with 来源), the title that stands twice, the
notice, 责任编辑, the licence lines (site facts).  Knows HTML only as lines; no Scrapy, no I/O.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from tsnet.site.body import read_body, take_credits
from tsnet.site.contents import REASONS, NotAnArticle
from tsnet.site.dateline import Dateline, find_dateline, read_source_beyond
from tsnet.site.document import Document, Line
from tsnet.site.furniture import is_button, is_footer, is_furniture, is_imprint, is_tags
from tsnet.site.headline import Headline, find_headline
from tsnet.site.page_links import says_which
from tsnet.site.paging import called_pagers, written_pager
from tsnet.site.parts import ArticleParts
from tsnet.site.urls import (
    ArticleAddress,
    LaterPage,
    channel_path,
    day_of_address,
    is_listing_url,
    later_page,
)
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
from tsnet.text.boilerplate.no_article import (
    is_beside_note,
    is_note_of_removal,
    says_busy,
    says_challenge,
    says_not_found,
)
from tsnet.text.boilerplate.notices import (
    forbids_copying,
    is_certain_notice,
    is_notice,
    notice_text,
)
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import is_end_sign
from tsnet.text.fields import split_original
from tsnet.text.gbk import LOST
from tsnet.text.names import names_alone, split_names
from tsnet.text.spacing import EDGE, clean_line, letters

HEADLINE_LENGTH = 40
"""Characters that a headline has at most; longer lines without a full stop are bodies of lists."""

_SENTENCE = re.compile(r"[。！？!?；;…]|\.(?=\s|$)|：.{4,}，|\ufffd$")
_OPEN_NOTICE = re.compile(r"(?:^|[。\s(（\[【])刊用本[^)）\]】]*$")
_REST_OF_NOTICE = re.compile(r"[^(（\[【]{0,200}[)）\]】]|未经[^。]{0,120}。?$")
"""The first and the second line of a notice that stands in two, in brackets or not."""
_REST_HINT = re.compile(
    r"ditor|permission|prohibited|onsored|egistration|"
    r"转载|摘编|镜像|侵权|侵犯|许可|编\s?辑|责\s?编|执照|备|ICP|网文|刊号|信用代码|资格证|标识码|版权"
    r"|copyright|Copyright|COPYRIGHT|©|Rights|rights|RIGHTS|单位|办|管|支持|运营|地址|邮|传真|顾问|电话|热线|信箱"
    r"|关于|联系|网站|声明"
)
"""A word of every line that ``_read_rest`` looks for; one search spares six for most lines."""
_DIGITS = re.compile(r"\d{4}")
_LONGEST_EXCUSE = 600
"""Characters beside its links below which a page is taken at its word."""
_LONGEST_NAMES = 20
"""Characters of the names that may stand in a line of their own below their label."""
_OPENING_BYLINE = re.compile(
    r"(?:[^。！？，(（]{2,24}[讯电][\s\u3000]*[(（]?|[(（])[^。！？，()（）]{0,20}记者"
)
"""How a text opens that says whose it is: below key points, an editor's note, other texts."""
_SPREAD_COPYRIGHT = re.compile(r"版[ \u3000]权")
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff，：])")
"""What spreads the words of a foot, whose copyright line is always short: ``版 权 所 有``."""
_BETWEEN_NAMES = re.compile(r"[\s、，,]")
_LEADS_THERE = re.compile(r"^(?:网站)?首页$|^(?:返回|回到|查看|进入)|更多|导航$")
"""The words of a link to a channel that say what it does, not what the channel is called."""
_MOST_STEPS = 4
"""Lines of a breadcrumb above its last step."""
_MOST_PAGES = 200
"""Pages that one article may announce; more is a trap."""


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
    parts.further = _other_pages(document, html, address)
    return parts


def _part_ends(document: Document) -> None:
    """Give notice and editor a line each: cut one that holds more, join what is in two.

    A copyright line whose characters are spread is closed up.
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
    return bool(names_alone(names.text, _BETWEEN_NAMES))


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
        above, below = paragraphs[:index], paragraphs[index + 1 :]
        if not names:
            parts.bylines.append(paragraph)
        elif not names_author_of_work(above, paragraph, below):
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
    above = document.lines[: _first_of(headline, document)]
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


def _first_of(headline: Headline | None, document: Document) -> int:
    if headline is None or headline.last is None:
        return len(document.lines)
    return headline.last + 1


def _other_pages(document: Document, html: str, address: ArticleAddress | None) -> list[str]:
    """Addresses of the pages ``_1``, ``_2``, … that the page announces, but for itself."""
    if address is None:
        return _other_pages_of_file(document)
    highest = 0
    if address.stem in html:
        scripts = [script for script in document.scripts if address.stem in script]
        pagers = [*called_pagers(html), *filter(None, map(written_pager, scripts))]
        for pager in pagers:
            if pager.name.lower() == address.stem:
                highest = max(highest, pager.count - 1)
        for anchor in document.anchors:
            if address.stem in anchor.href:
                target = document.absolute(anchor.href)
                linked = ArticleAddress.from_url(target) if target else None
                if linked and linked.stem == address.stem:
                    highest = max(highest, linked.page)
    base = document.url[: document.url.index("/", 8)]
    return [
        base + address.path(page)
        for page in range(1, min(highest, _MOST_PAGES) + 1)
        if page != address.page
    ]


def _other_pages_of_file(document: Document) -> list[str]:
    """The same where the address is of another form.

    A number behind a file alone makes no later page: each leads to the first, and that to 1 or 2.
    A parameter of 1 makes one where the link to it says 2; where the first page has the number 1
    itself (``show-9-42-1.html``), so do the numbers that the links to them say.
    """
    own = document.url
    linked = {url for anchor in document.anchors if (url := document.absolute(anchor.href))}
    parts = later_page(own)
    first = parts.first if parts and parts.first in linked else own
    pages = [page for url in (*linked, own) if (page := later_page(url))]
    found = {page.number: page for page in pages if page.first == first and page.number}
    is_numbered = parts is not None and parts.number == 1 and first == own
    said = _said(document) if is_numbered or 1 in found else {}
    if parts and is_numbered:
        alike = (page for page in pages if page.before == parts.before and page.number > 1)
        found = {page.number: page for page in alike if page.number in said.get(_url(page), ())}
    if 1 in found and found[1].before.endswith("=") and 2 not in said.get(_url(found[1]), ()):
        del found[1]
    lowest = min(found, default=0)
    if not lowest or (first == own and lowest > 2):
        return []
    _, before, _, behind = found[lowest]
    numbers = range(lowest, min(max(found), _MOST_PAGES) + 1)
    return [url for number in numbers if (url := f"{before}{number}{behind}") != own]


def _said(document: Document) -> dict[str, set[int]]:
    """The pages that the page's links name by their numbers, from 1: address → numbers."""
    said: defaultdict[str, set[int]] = defaultdict(set)
    for anchor in document.anchors:
        number = says_which(anchor.read().text)
        if number is not None and (url := document.absolute(anchor.href)):
            said[url].add(number)
    return said


def _url(page: LaterPage) -> str:
    return f"{page.before}{page.number}{page.behind}"


# -- pages that are no article -------------------------------------------------------


def check(parts: ArticleParts, document: Document, *, first_page: bool) -> None:
    """Raise ``NotAnArticle``, with the likeliest reason, for a page that lacks a needed part."""
    title = parts.title or ""
    # Below a headline that says it the text may be that of a side column.
    told = parts.paragraphs[:1] if is_note_of_removal(title) else parts.paragraphs
    if all(map(is_beside_note, told)) and any(map(is_note_of_removal, [title, *told])):
        raise NotAnArticle("not_found_page", f"it begins: {' '.join([title, *told])[:80]}")
    missing = [
        reason
        for reason, value in (
            ("no_title", parts.title),
            ("no_date", parts.date_raw),
            ("no_body", parts.paragraphs and not (first_page and _headlines_only(parts))),
        )
        if not value and (first_page or reason == "no_body")
    ]
    anonymous = not first_page and not (parts.date_raw or parts.notice or parts.editor_lines)
    excuse = find_excuse(document) if missing or anonymous else None
    if excuse is not None:
        raise excuse
    if not missing:
        return
    shown = _shown(document)
    reason = "no_body" if "no_body" in missing else missing[0]
    raise NotAnArticle(reason, f"{REASONS[reason]}; it begins: {shown[:80]}")


def find_excuse(document: Document) -> NotAnArticle | None:
    """Why a page that shows neither article nor list shows nothing, by what it says itself."""
    shown = _shown(document)
    if not shown and not any(line.picture for line in document.lines):
        detail = "the page shows not one character"
        if any("document.cookie" in script for script in document.scripts):
            detail += ", and has a script that sets a cookie: the host may turn programs away"
        return NotAnArticle("empty_page", detail)
    if sum(len(line.text) for line in document.lines if not line.is_link) >= _LONGEST_EXCUSE:
        return None
    if says_not_found(shown):
        return NotAnArticle("not_found_page", f"the page says: {shown[:80]}")
    if says_challenge(shown):
        return NotAnArticle("challenge", f"the page says: {shown[:80]}")
    if says_busy(shown):
        return NotAnArticle("host_busy", f"the page says: {shown[:80]}")
    return None


def _shown(document: Document) -> str:
    """The beginning of what the page shows, its title first."""
    text = " ".join(line.text for line in document.lines[:60])[:2000]
    return f"{document.title} {text}".strip()


def _headlines_only(parts: ArticleParts) -> bool:
    """Whether what stands for the body is a headline or two: that of a video, or of others."""
    return len(parts.paragraphs) <= 2 and all(
        len(paragraph) <= HEADLINE_LENGTH and not _SENTENCE.search(paragraph)
        for paragraph in parts.paragraphs
    )
