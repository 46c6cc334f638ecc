"""What a single line of a page tells of being none of the article: a button, a link, the foot.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tsnet.site.lines import Line
from tsnet.text.boilerplate import tools
from tsnet.text.boilerplate.editors import is_editor_line
from tsnet.text.boilerplate.imprint import (
    is_contact_line,
    is_copyright_line,
    is_footer_links,
    is_host_line,
    is_imprint_line,
)
from tsnet.text.boilerplate.lines import BROKEN_OFF, KEPT, LABEL_LENGTH, SENTENCE_ENDS
from tsnet.text.boilerplate.notices import is_certain_notice
from tsnet.text.boilerplate.other_articles import (
    is_comment_heading,
    is_list_heading,
    is_neighbour_line,
    is_other_title,
    is_related_line,
)
from tsnet.text.boilerplate.tools import (
    is_pager_line,
    is_placeholder,
    is_summary_note,
    is_tool_line,
)
from tsnet.text.licences import is_licence_line
from tsnet.text.spacing import EDGE, letters, pieces
from tsnet.text.titles import ends_with_quoted_word

_TAGS = re.compile(
    r"^(?:本[文篇](?:新闻)?|相关|文章)?(?:热门)?(?:标签|关键词|关键字|主题词|热词|分类|话题|(?:所属)?(?:专题|栏目)|tags?)\s*[:：]",
    re.IGNORECASE,
)
"""The label of an article's key words or topics, with which a line of them opens."""
_LONGEST_LINK_LABEL = 6
"""Characters of a label in an element of its own that links stand behind."""
_HASHED = re.compile(r"(?:#[^\s#，。]{1,16}#?\s*)+")
"""Key words as social media write them: ``#就业 #平台``."""
_NUMBERS = re.compile(r"[\d\s.|]+")
"""The text of a pager: nothing but numbers."""
_DATE = re.compile(
    r"^[\[(（\s]*(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?[\])）\s]*$"
)
"""A line that is a day, with its hour or without."""
_FILE = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|csv|txt|zip|rar|7z)(?:[?#]|$)", re.IGNORECASE
)
"""Where a link leads to an attachment, which belongs to the article, not to another page."""
_CALL = re.compile(
    r"(?:立即|马上|点击|免费|去|前往)?(?:订阅|下载|打开|关注|注册|登录|报名|查看|看看|进入)"
)
"""The link at the end of an offer to the readers: ``立即订阅``."""
_REST_OF_ABSTRACT = re.compile(
    r"[\[(（【]?\s?(?:阅读|查看|点击|显示|了解)?(?:详细|详情|全文|更多)(?:内容|信息)?\s?[\])）】>»]{0,3}"
)
"""The link behind an abstract that leads to the article which it was cut from: ``[详细]``."""
TO_NO_PAGE = re.compile(r"#|javascript:|$", re.IGNORECASE)
"""The address of a link that leads to no other page."""
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]\s*")
_ADDRESS = re.compile(r"[\w-]\.[a-z]{2}", re.IGNORECASE)
_SHOWN_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+$", re.IGNORECASE)
"""A link whose text is its address, as a text gives one to its readers."""
_LEAST_ROW = 2
"""Buttons that are a row of them, at least."""
_BY_WORDING = (
    ("title", is_other_title),
    ("pager", is_pager_line),
    ("tools", is_tool_line),
    ("placeholder", is_placeholder),
    ("neighbours", is_neighbour_line),
    ("comments", is_comment_heading),
    ("summary", is_summary_note),
)
"""Rules for lines whose wording alone says that they are no part of an article."""


def rule_against(line: Line) -> str | None:
    """The rule by which a line is none of a body; None for text."""
    speaks = line.text.endswith(SENTENCE_ENDS) and not ends_with_quoted_word(line.text)
    if leads_elsewhere(line) and not speaks:
        return _furniture(line) or "links"
    if is_certain_notice(line.text):
        return "notice"
    if is_editor_line(line.text):
        return "editors"
    return _furniture(line)


def is_furniture(line: Line) -> bool:
    """Whether a line is for the page, not of the article, wherever it stands."""
    return _furniture(line) is not None


def _furniture(line: Line) -> str | None:
    """The rule by which a line is furniture; None for what is none."""
    text = line.text
    if line.link_chars and is_abstract_of_other(line):
        return "related"
    if len(text) > LABEL_LENGTH * 2:
        return None
    if line.link_chars:
        if _NUMBERS.fullmatch(text):
            return "pager"
        if is_footer_links(text):
            return "links"
        if leads_to_neighbour(line):
            return "neighbours"
        related = is_related_line(text) and line.link_chars * 3 > len(text)
        if _TAGS.match(text) or related or _is_labelled_link(line):
            return "related"
    return _rule_by_wording(text) or ("tools" if _is_tool_row(line) else None)


def is_abstract_of_other(line: Line) -> bool:
    """Whether a line is broken off, and behind it stands the link to the article it is cut from."""
    before, parted, last = line.raw.rstrip(f"{EDGE} \n").rpartition(EDGE)
    return (
        bool(parted)
        and _REST_OF_ABSTRACT.fullmatch(last.strip()) is not None
        and before.rstrip(f"{EDGE} \u3000").endswith(BROKEN_OFF)
        and TO_NO_PAGE.match(line.href or "") is None
    )


def _is_labelled_link(line: Line) -> bool:
    """Whether a line is links behind their label: ``标签`` ``就业`` ``平台``."""
    label, _, rest = line.raw.strip(f"{EDGE} \n").partition(EDGE)
    label = label.strip()
    return (
        0 < len(label) <= _LONGEST_LINK_LABEL
        and 0 < len(letters(rest)) <= line.link_chars
        and (is_list_heading(label) or _TAGS.match(f"{label}：") is not None)
    )


def _is_tool_row(line: Line) -> bool:
    """Whether a line is buttons in a row, each in an element of its own."""
    return (
        EDGE in line.raw
        and len(line.text) <= LABEL_LENGTH
        and not line.indented
        and _are_tools(line.raw)
    )


@lru_cache(maxsize=KEPT)
def _are_tools(raw: str) -> bool:
    words = pieces(raw)
    return len(words) >= _LEAST_ROW and "。" not in raw and tools.is_tool_row(words)


@lru_cache(maxsize=KEPT)
def _rule_by_wording(text: str) -> str | None:
    return next((rule for rule, says_so in _BY_WORDING if says_so(text)), None)


def is_tags(text: str) -> bool:
    """Whether a line gives the article's key words: ``标签：就业 平台``, ``#就业 #平台``."""
    return len(text) <= LABEL_LENGTH and (_TAGS.match(text) or _HASHED.fullmatch(text)) is not None


def is_button(line: Line) -> bool:
    """Whether a line above or below a text is a button, or ends with one: 订阅每日要闻 订阅.

    It reads so, and is not set as text is.
    """
    if line.indented or line.is_bold:
        return False
    last = line.raw.rpartition(EDGE)[0].rpartition(EDGE)[2].strip() if line.link_chars else ""
    return tools.is_button(line.text) or (
        line.link_chars == len(last)
        and _CALL.fullmatch(last) is not None
        and len(line.text) <= LABEL_LENGTH
    )


def is_surely_furniture(line: Line) -> bool:
    """Whether a line is furniture, heads a list or links elsewhere: its element holds no text."""
    return (
        is_furniture(line)
        or is_list_heading(line.text)
        or leads_elsewhere(line)
        or is_label_of_links(line)
    )


def is_date(text: str) -> bool:
    """Whether a line is only a date, as stands beside a link, and below a signature."""
    return _DATE.match(text) is not None


def leads_elsewhere(line: Line) -> bool:
    """Whether a line is only a link to another page, and not to one whose address it gives."""
    return (
        line.is_link
        and not leads_to_file(line)
        and not (line.indented and _SHOWN_ADDRESS.match(line.text))
    )


def is_beside_page(line: Line) -> bool:
    """Whether a line is a picture that stands beside the article's page, as its own do."""
    return line.picture is not None and "/" not in line.picture.src.removeprefix("./")


def leads_to_file(line: Line) -> bool:
    """Whether the link in a line is to an attachment, which is the article's."""
    return _FILE.search(line.href or "") is not None


def is_own_picture(line: Line) -> bool:
    """Whether a line is a picture of the article, and no link to another."""
    return line.picture is not None and line.picture.href is None and is_beside_page(line)


def is_label_of_links(line: Line) -> bool:
    """Whether a line is links to other pages but for its label: ``热搜：…``."""
    label = _LABEL.match(line.text)
    rest = line.text[label.end() :] if label else ""
    return (
        0 < len(rest) <= line.link_chars + rest.count(" ")
        and not line.indented
        and not _ADDRESS.search(rest)
        and not leads_to_file(line)
    )


def leads_to_neighbour(line: Line) -> bool:
    """Whether a line leads to the article before or after, whose title may stand first."""
    if "一" not in line.text:
        return False
    words = [] if line.indented or "。" in line.text else pieces(line.raw)
    return any(map(is_neighbour_line, [line.raw.replace(EDGE, " "), *words]))


@lru_cache(maxsize=KEPT)
def is_end(text: str) -> bool:
    """Whether a line of the page's own text says that the article is over."""
    return is_editor_line(text) or is_certain_notice(text) or is_footer(text)


@lru_cache(maxsize=KEPT)
def is_footer(text: str) -> bool:
    """Whether a line can only be of the page's foot."""
    return is_licence_line(text) or is_copyright_line(text) or is_footer_links(text)


@lru_cache(maxsize=KEPT)
def is_imprint(text: str) -> bool:
    """Whether a line may be of an imprint; an announcement gives contacts too."""
    return is_imprint_line(text) or is_contact_line(text) or is_host_line(text)


def is_code_to_scan(above: Line, line: Line) -> bool:
    """Whether a picture is the code that the line below it asks to scan, in the same element."""
    return (
        above.picture is not None
        and line.block - above.block <= 1
        and tools.asks_to_scan(line.text)
    )
