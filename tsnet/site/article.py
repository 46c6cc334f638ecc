"""The parts of an article page, found by what the page says.

No class name, no tag path: the dateline (a date-time with 来源), the title that stands twice, the
notice, 责任编辑, the licence lines (site facts).  Knows HTML only as lines; no Scrapy, no I/O.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise

from tsnet.site.contents import REASONS, NotAnArticle
from tsnet.site.dateline import Dateline, find_dateline, read_source
from tsnet.site.document import Document, Line, Picture
from tsnet.site.headline import Headline, find_headline
from tsnet.site.urls import ArticleAddress, is_listing_url
from tsnet.text import boilerplate
from tsnet.text.licences import is_licence_line
from tsnet.text.spacing import letters

HEADLINE_LENGTH = 40
"""Characters that a headline has at most; longer lines without a full stop are bodies of lists."""

_SENTENCE = re.compile(r"[。！？!?；;…]|\.(?=\s|$)")


@dataclass(slots=True)
class ArticleParts:
    """The parts of one page as the page writes them; values are made of them by the loader."""

    title: str | None = None
    """The headline; None when the page shows none."""
    subtitle: str | None = None
    """The smaller headline; None when there is none."""
    date_raw: str | None = None
    """The text of the date; None when the page shows none."""
    published: datetime | None = None
    """The date in Beijing time; None when the page shows none."""
    source: str | None = None
    """What stands after 来源, without 原创; None when nothing does."""
    original: bool = False
    """Whether the source is marked 原创."""
    paragraphs: list[str] = field(default_factory=list)
    """The body."""
    pictures: list[tuple[str, str | None]] = field(default_factory=list)
    """Absolute address and caption of each picture."""
    bylines: list[str] = field(default_factory=list)
    """Texts in which reporters may be named."""
    editor_lines: list[str] = field(default_factory=list)
    """Texts in which editors are named."""
    notice: str | None = None
    """The notice on copying."""
    imprint: list[str] = field(default_factory=list)
    """Lines of the licence block."""
    channel_name: str | None = None
    """The channel's name, from the breadcrumb or a link to its listing."""
    further: list[str] = field(default_factory=list)
    """Absolute addresses of the article's other pages, in order."""
    cleaning: Counter[str] = field(default_factory=Counter)
    """Rule → characters taken away."""


_NO_SUBTITLE = re.compile(
    r"^[(（]|^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]|^第.{1,4}[章节条]|[〔〕]|记者|[。！？；：:”…,，.;]$"
)
"""What a numbered item, the number of a document, a byline or a sentence has."""
_REST_HINT = re.compile(
    r"转载|摘编|镜像|编 ?辑|责 ?编|许可证|执照|备|刊号|信用代码|资格证|标识码|版权"
    r"|copyright|Copyright|COPYRIGHT|©|Rights|rights|RIGHTS|单位|办|管|支持|运营|地址|邮|传真|顾问|电话|热线|信箱"
    r"|关于|联系|网站|声明"
)
"""A word of every line that ``_read_rest`` looks for; one search spares six for most lines."""
_TAGS = re.compile(r"^(?:本文)?(?:标签|关键词|关键字|tags?)\s*[:：]", re.IGNORECASE)
_DIGITS = re.compile(r"\d{4}")
_NUMBERS = re.compile(r"[\d\s.|]+")
_DATE_ONLY = re.compile(
    r"^[\[(（\s]*(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?[\])）\s]*$"
)
_PAGE_SCRIPT = re.compile(
    r"createPage(?:HTML)?\s*\(\s*(?:['\"][^'\"]{0,40}['\"]\s*,\s*)?['\"]?(?P<count>\d{1,4})['\"]?\s*,\s*['\"]?\d{1,4}['\"]?"
    r"\s*,\s*['\"](?P<name>t\d{8}_\d+)['\"]\s*,\s*['\"]\.?(?P<suffix>\w{1,8})['\"]"
)
_LINKED_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp)(?:[?#]|$)", re.IGNORECASE)
_DECORATION = re.compile(
    r"(?:^|[/_-])(?:icon|logo|share|qr|qrcode|ewm|erweima|weixin|wechat|weibo|blank|spacer|loading|dot|"
    r"arrow|btn|button|bg|banner|print|line|beian|ghs|police)[\w-]*\.(?:gif|png|svg|jpe?g|webp|ico)$",
    re.IGNORECASE,
)
_SMALL_PICTURE = 60
"""Pixels of width or height below which a picture is an icon."""
_LEAST_SUBTITLE = 5
"""Characters that set a smaller headline apart from a mark such as 编者按."""
_LONGEST_NAMES = 20
"""Characters of the names that may stand in a line of their own below their label."""
_LEAST_CAPTION = 4
"""Characters that set a caption apart from the cell of a table."""
_HEAD_LINES = 3
"""Lines of the body among which fields of a dateline may stand."""
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
    published = address.published if address else None
    dateline = find_dateline(document, published)
    headline = find_headline(document, dateline)
    _take_dateline(parts, dateline)
    _take_headline(parts, document, headline)
    first, last = _region(lines, dateline, headline)
    _read_body(parts, document, first, last, headline)
    _read_rest(parts, lines, dateline)
    parts.channel_name = _channel_name(document, address, headline)
    parts.further = _other_pages(document, html, address)
    if parts.title is None and parts.date_raw is None:
        parts.paragraphs = parts.paragraphs if address and address.page else []
    return parts


def _part_ends(document: Document) -> None:
    """Give notice and editor a line each: cut one that holds more, join a label and its names."""
    lines = document.lines
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if "编" not in line.text and "刊用本" not in line.text:
            continue
        if boilerplate.is_editor_label(line.text):
            names = lines[index + 1] if index + 1 < len(lines) else None
            if names and names.picture is None and len(names.text) <= _LONGEST_NAMES:
                lines[index : index + 2] = [replace(line, text=line.text + names.text)]
            continue
        pieces = boilerplate.split_ends(line.text)
        if len(pieces) > 1:
            lines[index : index + 1] = [
                replace(line, text=piece, raw=piece, link_chars=0) for piece in pieces
            ]


def _take_dateline(parts: ArticleParts, dateline: Dateline | None) -> None:
    if dateline is None:
        return
    parts.date_raw = dateline.raw
    parts.published = dateline.at
    parts.source = dateline.source
    parts.original = dateline.original
    parts.bylines += dateline.bylines
    parts.editor_lines += dateline.editors


def _take_source(parts: ArticleParts, line: Line) -> None:
    """The source from a line of its own, where the dateline names none."""
    if parts.source is None:
        parts.source, original = read_source(line)
        parts.original = parts.original or original


def _take_headline(parts: ArticleParts, document: Document, headline: Headline | None) -> None:
    if headline is None:
        return
    parts.title = headline.title
    parts.subtitle = headline.subtitle
    if headline.spam:
        parts.cleaning["title_spam"] += headline.spam


# -- the region of the body ----------------------------------------------------------


def _region(
    lines: list[Line], dateline: Dateline | None, headline: Headline | None
) -> tuple[int, int]:
    """First line of the body and the line after the last that may belong to it."""
    after_title = headline.last + 1 if headline and headline.last is not None else 0
    if dateline is None or dateline.first is None:
        return after_title, len(lines)
    below = max(dateline.last + 1, after_title)
    if not _has_body(lines, below, len(lines)) and _has_body(lines, after_title, dateline.first):
        return after_title, dateline.first
    return below, len(lines)


def _has_body(lines: list[Line], first: int, last: int) -> bool:
    for line in lines[first:last]:
        if line.picture is not None:
            continue
        if _is_end(line):
            return False
        if not line.is_link and boilerplate.is_prose(line.text) and not _is_furniture(line):
            return True
    return False


def _is_end(line: Line) -> bool:
    """Whether the page's own text says that the article is over."""
    text = line.text
    return (
        boilerplate.is_editor_line(text) or boilerplate.is_certain_notice(text) or _is_footer(line)
    )


def _is_footer(line: Line) -> bool:
    """Whether a line can only be of the page's foot."""
    text = line.text
    return (
        is_licence_line(text)
        or boilerplate.is_copyright_line(text)
        or boilerplate.is_footer_links(text)
    )


def _is_furniture(line: Line) -> bool:
    """Whether a line is for the page, not of the article, wherever it stands."""
    return furniture(line) is not None


def furniture(line: Line) -> str | None:
    """The rule by which a line is no part of an article, wherever it stands; None for text."""
    text = line.text
    if len(text) > boilerplate.LABEL_LENGTH * 2:
        return None
    if line.link_chars and _NUMBERS.fullmatch(text):
        return "pager"
    if line.link_chars and (
        _TAGS.match(text) or (boilerplate.is_related_line(text) and line.link_chars * 2 > len(text))
    ):
        return "related"
    if boilerplate.is_other_title(text):
        return "title"
    if boilerplate.is_pager_line(text):
        return "pager"
    if boilerplate.is_tool_line(text):
        return "tools"
    if boilerplate.is_placeholder(text):
        return "placeholder"
    if boilerplate.is_neighbour_line(text):
        return "neighbours"
    if boilerplate.is_comment_heading(text):
        return "comments"
    return None


# -- the body ------------------------------------------------------------------------


def _read_body(
    parts: ArticleParts,
    document: Document,
    first: int,
    last: int,
    headline: Headline | None,
) -> None:
    lines = document.lines
    end = _find_end(lines, first, last)
    region = lines[first:end]
    kept = _drop_lists(parts, region)
    kept = _drop_furniture(parts, kept, headline)
    kept = _trim_tail(parts, kept, footer=end < len(lines) and _is_footer(lines[end]))
    kept = _trim_head(parts, kept, document, headline)
    _take_pictures(parts, document, kept)


def _find_end(lines: list[Line], first: int, last: int) -> int:
    """The line that ends the body: the first end sign after text; else the first weak one."""
    started = False
    weak: int | None = None
    texts = abstracts = 0
    for index in range(first, last):
        line = lines[index]
        if line.picture is not None:
            continue
        if not started:
            if _is_footer(line):
                return index
            started = not line.is_link and boilerplate.is_prose(line.text) and not _is_end(line)
            if not started and not _is_end(line) and not _is_furniture(line):
                started = line.indented
            continue
        if _is_end(line):
            # One text below a link goes on after a list; several are abstracts of what is listed.
            if weak is not None and _is_footer(line) and texts + (abstracts == 1) < 2:
                return weak
            return index
        if weak is None:
            if _is_weak_end(lines, index, last):
                weak = index
        elif boilerplate.is_contact_line(lines[weak].text) and _closes_a_letter(line):
            weak = None
        elif not line.is_link and len(line.text) >= 40 and boilerplate.is_prose(line.text):
            below_link = lines[index - 1].is_link
            abstracts += below_link
            texts += not below_link
    return weak if weak is not None else last


def _closes_a_letter(line: Line) -> bool:
    """Whether a line is what follows contacts in an announcement, but not in a page's foot."""
    return line.text.endswith("。") or _DATE_ONLY.match(line.text) is not None


def _is_weak_end(lines: list[Line], index: int, last: int) -> bool:
    """Whether a line likely ends the body: comments, the neighbours, a list of other articles."""
    text = lines[index].text
    if boilerplate.is_comment_heading(text) or boilerplate.is_neighbour_line(text):
        return True
    if boilerplate.is_imprint_line(text):
        return True
    if boilerplate.is_contact_line(text):
        return not lines[index].indented
    return boilerplate.is_list_heading(text) and _links_follow(lines, index, last)


def _links_follow(lines: list[Line], index: int, last: int) -> bool:
    """Whether what comes after a heading, tools and the page's foot aside, is mostly links."""
    following = [
        line
        for line in lines[index + 1 : min(index + 6, last)]
        if line.picture is None
        and not _DATE_ONLY.match(line.text)
        and not _is_furniture(line)
        and not _is_end(line)
    ]
    links = sum(line.is_link for line in following)
    return not following or following[0].is_link or links * 2 >= len(following)


def _drop_lists(parts: ArticleParts, region: list[Line]) -> list[Line]:
    """Without headings of lists of other articles, and the links under them."""
    kept: list[Line] = []
    in_list = False
    for index, line in enumerate(region):
        if line.picture is None:
            if boilerplate.is_list_heading(line.text) and _links_follow(region, index, len(region)):
                in_list = True
            elif in_list and not line.is_link and not _DATE_ONLY.match(line.text):
                in_list = line.link_chars > 0 and not boilerplate.is_prose(line.text)
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
    kept: list[Line] = []
    for line in region:
        rule = None if line.picture is not None else _rule_against(line)
        if rule is None and title and not kept and len(line.text) <= 2 * len(title) + 20:
            rule = "title" if letters(line.text) == title else None
        if rule is None:
            kept.append(line)
            continue
        parts.cleaning[rule] += len(line.text)
        if rule == "notice":
            parts.notice = parts.notice or boilerplate.notice_text(line.text)
        elif rule == "editors":
            parts.editor_lines.append(line.text)
    return kept


def _rule_against(line: Line) -> str | None:
    text = line.text
    if line.is_link and not text.endswith(("。", "！", "？", "”")):
        return "links"
    if boilerplate.is_certain_notice(text):
        return "notice"
    if boilerplate.is_editor_line(text):
        return "editors"
    return furniture(line)


def _trim_tail(parts: ArticleParts, kept: list[Line], *, footer: bool) -> list[Line]:
    """Without what stands between the last paragraph and the end of the article."""
    while kept:
        line = kept[-1]
        text = line.text
        if line.picture is not None:
            break
        if boilerplate.is_notice(text) and any(boilerplate.is_prose(o.text) for o in kept[:-1]):
            rule = "notice"
            parts.notice = parts.notice or boilerplate.notice_text(text)
        elif boilerplate.is_source_line(text):
            rule = "source"
            _take_source(parts, line)
        elif boilerplate.is_staff_line(text):
            rule = "staff"
        elif boilerplate.is_list_heading(text):
            rule = "related"
        elif line.is_link:
            rule = "links"
        elif footer and not line.indented and (_is_imprint(text) or boilerplate.breadcrumb(text)):
            rule = "footer"
        elif boilerplate.is_loose_editor_line(text):
            rule = "editors"
            parts.editor_lines.append(text)
        elif _TAGS.match(text) and len(text) <= boilerplate.LABEL_LENGTH:
            rule = "related"
        else:
            break
        parts.cleaning[rule] += len(text)
        kept.pop()
    return kept


def _is_imprint(text: str) -> bool:
    return boilerplate.is_imprint_line(text) or boilerplate.is_contact_line(text)


def _trim_head(
    parts: ArticleParts, kept: list[Line], document: Document, headline: Headline | None
) -> list[Line]:
    """Without what stands between dateline and first paragraph; finds the smaller headline."""
    head: list[Line] = []
    for line in kept[:_HEAD_LINES]:
        text = line.text
        if not head and (boilerplate.is_list_heading(text) or boilerplate.breadcrumb(text)):
            parts.cleaning["navigation"] += len(text)
        elif boilerplate.is_source_line(text):
            parts.cleaning["source"] += len(text)
            _take_source(parts, line)
        elif len(text) == 1:
            parts.cleaning["tools"] += 1  # the unit of a counter that a script writes
        else:
            head.append(line)
    kept = head + kept[_HEAD_LINES:]
    if headline and parts.subtitle is None and len(kept) > 1 and _is_subtitle(kept, headline):
        parts.subtitle = kept[0].text
        parts.cleaning["subtitle"] += len(kept[0].text)
        kept = kept[1:]
    return kept


def _is_subtitle(kept: list[Line], headline: Headline) -> bool:
    line = kept[0]
    text = line.text
    following = [
        other
        for other in kept[1:5]
        if other.picture is None and (boilerplate.is_prose(other.text) or "记者" in other.text)
    ]
    if (
        line.picture is not None
        or line.indented
        or len(text) > boilerplate.LABEL_LENGTH
        or _NO_SUBTITLE.search(text)
        or _DATE_ONLY.match(text)
        or not following
    ):
        return False
    if line.heading or line.centred or text.startswith(("——", "--")):
        return True
    if headline.below and line.bold_chars >= len(text):
        return True
    return len(text) >= _LEAST_SUBTITLE and (
        headline.below or all(other.indented for other in following)
    )


# -- pictures ------------------------------------------------------------------------


def _take_pictures(parts: ArticleParts, document: Document, kept: list[Line]) -> None:
    """Split what is left into paragraphs and pictures with their captions."""
    # The line below a picture may be a caption, which says nothing of the paragraphs.
    texts = [
        line
        for before, line in pairwise([Line(""), *kept])
        if line.picture is None and before.picture is None
    ]
    gallery = _is_gallery(kept)
    habit = _Habit(
        centred=_mostly(texts, [line.centred for line in texts]),
        indented=_mostly(texts, [line.indented for line in texts]),
        blocks=Counter(line.block for line in kept if line.picture is None),
    )
    seen: set[str] = set()
    previous: Line | None = None
    captions: list[str] = []
    for line in kept:
        if line.picture is not None:
            url = _picture_url(document, line.picture)
            if url and url not in seen:
                seen.add(url)
                parts.pictures.append((url, None))
            if url:
                previous = line
            continue
        if (
            parts.pictures
            and previous is not None
            and ((gallery and previous.picture is not None) or _is_caption(line, previous, habit))
        ):
            url, caption = parts.pictures[-1]
            text = line.text.lstrip("△▲▼◀▶↑←→■● ")
            parts.pictures[-1] = (url, f"{caption} {text}" if caption else text)
            captions.append(line.text)
            parts.cleaning["captions"] += len(line.text)
            previous = line if line.block == previous.block and not caption else None
            continue
        previous = None
        if line.captioned:
            captions.append(line.text)
            parts.cleaning["captions"] += len(line.text)
            continue
        parts.paragraphs.append(line.text)
    if not any(boilerplate.is_prose(text) for text in parts.paragraphs):
        parts.paragraphs = captions + parts.paragraphs


def _is_gallery(kept: list[Line]) -> bool:
    """Whether the text is captions: a line below each picture, set like it, and little else."""
    below = [
        (picture, line)
        for picture, line in pairwise(kept)
        if picture.picture is not None and line.picture is None
    ]
    if len(below) < 2 or kept[0].picture is None:
        return False
    others = sum(line.picture is None for line in kept) - len(below)
    return all(
        line.centred == picture.centred
        and (line.centred or not (others or line.indented))
        and len(line.text) <= boilerplate.LABEL_LENGTH * 2
        for picture, line in below
    )


@dataclass(frozen=True, slots=True)
class _Habit:
    """How the paragraphs of this body are set, so that a line that is set otherwise shows."""

    centred: bool
    """Most are centred."""
    indented: bool
    """Most are indented."""
    blocks: Counter[int]
    """Lines by block."""


def _mostly(lines: list[Line], marks: list[bool]) -> bool:
    """Whether more than half of the text is in marked lines."""
    marked = sum(len(line.text) for line, mark in zip(lines, marks, strict=True) if mark)
    return marked * 2 > sum(len(line.text) for line in lines)


def _is_caption(line: Line, before: Line, habit: _Habit) -> bool:
    """Whether a line after a picture (or after a caption's first line) is its caption."""
    text = line.text
    if line.captioned or boilerplate.is_caption(text):
        return True
    if len(text) > boilerplate.LABEL_LENGTH * 2 or before.picture is None:
        return False
    if line.centred and not habit.centred:
        return True
    if line.indented:
        return False
    if line.heading or line.bold_chars >= len(text):
        return False
    if line.block == before.block and habit.blocks[line.block] == 1:
        return True
    return habit.indented and len(text) >= _LEAST_CAPTION


def _picture_url(document: Document, picture: Picture) -> str | None:
    """Absolute address of an article's picture; None for icons and advertisements."""
    small = min(picture.width or _SMALL_PICTURE, picture.height or _SMALL_PICTURE)
    if small < _SMALL_PICTURE or _DECORATION.search(picture.src.partition("?")[0]):
        return None
    url = document.absolute(picture.src)
    if url is None or picture.href is None or _LINKED_FILE.search(picture.href):
        return url
    target = document.absolute(picture.href)
    own = ArticleAddress.from_url(document.url)
    linked = ArticleAddress.from_url(target) if target else None
    if target is None or target.partition("#")[0] == document.url:
        return url
    return url if own and linked and own.stem == linked.stem else None


# -- what stands around the body -----------------------------------------------------


def _read_rest(parts: ArticleParts, lines: list[Line], dateline: Dateline | None) -> None:
    """Notice, editors and licence block, wherever on the page they stand."""
    own = range(0)
    if dateline is not None and dateline.first is not None:
        own = range(dateline.first, dateline.last + 1)
    body = set(parts.paragraphs)
    for index, line in enumerate(lines):
        text = line.text
        if not _REST_HINT.search(text) or len(text) > 600 or index in own:
            continue
        if parts.notice is None and boilerplate.is_certain_notice(text):
            parts.notice = boilerplate.notice_text(text)
            parts.cleaning["notice"] += len(text)
        elif boilerplate.is_editor_line(text):
            if text not in parts.editor_lines:
                parts.editor_lines.append(text)
                parts.cleaning["editors"] += len(text)
        elif _is_footer(line) or (_is_imprint(text) and text not in body):
            parts.imprint.append(text)
            parts.cleaning["imprint"] += len(text)
    parts.bylines += parts.paragraphs[:3]
    parts.bylines += parts.paragraphs[3:][-2:]


def _channel_name(
    document: Document, address: ArticleAddress | None, headline: Headline | None
) -> str | None:
    """By a link to the channel's directory, else by the last step of a breadcrumb."""
    if address is not None:
        name = _linked_channel(document, address)
        if name:
            return name
    title = letters(headline.title) if headline else ""
    for line in document.lines[: _first_of(headline, document)]:
        steps = (
            boilerplate.breadcrumb(line.text) if line.link_chars or len(line.text) < 60 else None
        )
        for step in reversed(steps or []):
            if letters(step) != title and 2 <= len(step) <= 12:
                return step
    return document.metas.get("columnname") or None


def _linked_channel(document: Document, address: ArticleAddress) -> str | None:
    """Text of a link to the channel's own directory."""
    for anchor in document.anchors:
        href = anchor.href
        # Any link to it names the directory or starts from where the page stands.
        if (
            (href[:1] == "." or (address.channel and address.channel in href))
            and href.endswith(("/", ".", "html", "htm"))
            and not _DIGITS.search(href)
        ):
            target = document.absolute(href)
            if target and is_listing_url(target) and _path(target) == address.directory:
                text = anchor.read().text.strip("[]【】 ")
                if 2 <= len(text) <= 12 and text not in ("首页", "更多", "网站首页", "返回"):
                    return text
    return None


def _first_of(headline: Headline | None, document: Document) -> int:
    if headline is None or headline.last is None:
        return len(document.lines)
    return headline.last + 1


def _path(url: str) -> str:
    directory, _, name = re.sub(r"^https?://[^/]+", "", url).partition("?")[0].rpartition("/")
    return f"{directory}/" if not name or name.startswith(("index", "default", "list")) else ""


def _other_pages(document: Document, html: str, address: ArticleAddress | None) -> list[str]:
    """Addresses of the pages ``_1``, ``_2``, … that the page announces, but for itself."""
    if address is None:
        return []
    highest = 0
    script = _PAGE_SCRIPT.search(html) if "createPage" in html else None
    if script and script["name"].lower() == address.stem:
        highest = int(script["count"]) - 1
    if address.stem in html:
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


# -- pages that are no article -------------------------------------------------------


def check(parts: ArticleParts, document: Document, *, first_page: bool) -> None:
    """Raise ``NotAnArticle``, with the likeliest reason, for a page that lacks a needed part."""
    missing = [
        reason
        for reason, value in (
            ("no_title", parts.title),
            ("no_date", parts.date_raw),
            ("no_body", parts.paragraphs and not (first_page and _headlines_only(parts))),
        )
        if not value and (first_page or reason == "no_body")
    ]
    if not missing:
        return
    text = " ".join(line.text for line in document.lines[:60])[:2000]
    shown = f"{document.title} {text}".strip()
    if not shown and not any(line.picture for line in document.lines):
        raise NotAnArticle("empty_page", "the page shows not one character")
    short = sum(len(line.text) for line in document.lines if not line.is_link) < 600
    if short and boilerplate.says_not_found(shown):
        raise NotAnArticle("not_found_page", f"the page says: {shown[:80]}")
    if short and boilerplate.says_challenge(shown):
        raise NotAnArticle("challenge", f"the page says: {shown[:80]}")
    reason = "no_body" if "no_body" in missing else missing[0]
    raise NotAnArticle(reason, f"{REASONS[reason]}; it begins: {shown[:80]}")


def _headlines_only(parts: ArticleParts) -> bool:
    """Whether what stands for the body is the headline again, or the smaller one below it."""
    return len(parts.paragraphs) <= 2 and all(
        paragraph == parts.title
        or (len(paragraph) <= HEADLINE_LENGTH and not _SENTENCE.search(paragraph))
        for paragraph in parts.paragraphs
    )
