"""The fields of a dateline, as text: the labels of a Chinese news page and the values behind them.

Pure text; knows no HTML.  ``EDGE`` marks stand where one element ends and another begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tsnet.text import english
from tsnet.text.boilerplate.media import OF_TEXT, is_medium
from tsnet.text.boilerplate.tools import is_tool_line
from tsnet.text.dates import find_dates
from tsnet.text.gbk import LOST
from tsnet.text.names import split_names, without_photographers
from tsnet.text.spacing import EDGE, clean_line, narrow

_BLANK = re.compile(rf"[\s{EDGE}]+")
_GAP = rf"[\s{EDGE}]*"
_COLON = rf"{_GAP}[:：︰∶丨\ufffd]{_GAP}"
_AFTER_LABEL = rf"(?:{_COLON}|{_GAP}[|｜】]{_GAP})"
_PUBLISHER_WORD = (
    r"(?:供稿(?:单位)?|媒体|(?:发布|发文|制发)(?:机构|单位|机关)|信息提供(?:单位)?|发布者"
    r"|[回答]复单位)"
)
"""What names a source only where nothing else does: it may be a department or a person."""
_PLAIN_SOURCE = (
    rf"(?:{OF_TEXT}(?:来\s*源于?|出\s*处)|[稿信]\s*源|[来转摘源]自"
    r"|\b[Ss]ource(?=\s*[:：]))"
)
_SOURCE_WORD = f"(?:{_PLAIN_SOURCE}|{_PUBLISHER_WORD})"
_FROM_WORD = "(?:来源于|[来转]自)"
SOURCE_LABEL = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=丨)|(?<=\d[日分秒]))(?:{_SOURCE_WORD}(?:{_AFTER_LABEL}|[/／]|[\s{EDGE}]+)"
    rf"|(?:本文|文章|稿件){_FROM_WORD}(?=[\u4e00-\u9fff]))"
)
"""What a source stands behind: ``来源：``, ``稿源 ``; a day may stand right before it."""
_PUBLISHER = re.compile(_PUBLISHER_WORD)
_ACCOUNT = re.compile(
    r"(?:admin|(?:系统|网站|超级)?管理员|编辑|匿名|佚名|本站)|(?-i:[a-z][a-z\d_.-]*$)",
    re.IGNORECASE,
)
"""Who pressed the button, where a page says 发布者: by what he is, or the name he logs in with."""
_NO_SOURCE = re.compile("(?:未知|不详|佚名|暂?无)(?:来源)?")
"""What systems and authors write where they name none; DedeCMS has 未知 there."""
_PLAIN_LABEL = (
    r"(?:文章|本文)?作\s*者|编\s*辑|审核|校对|摄影|文字|撰\s*稿|撰\s*文|采\s*写|录入|发稿|排版|监制|主编|编审|审校|校审"
    r"|(?:发表|成文|刊发|上传|创建)?(?:时\s*间|日\s*期)|更新(?:时间)?|\bdate\b|人气"
    r"|公开(?:方式|形式|属性)|有效性|主题分类|收藏数?|评论数?|关闭|栏目|频道|关键词|标签|下载|访问"
    r"|(?:网友评论|跟[帖贴]|留言|参与)数?(?=\s?[(（:：]?\s?\d{1,7}[)）]?(?:$|[\s|｜]))"
)
_TEXT_LABEL = rf"(?<![\u4e00-\u9fff])(?:文(?:[/／、]?图)?|图[/／、]?文){_GAP}[/／:：|｜丨]{_GAP}"
"""Whose the text is: ``文/``, ``文图｜``."""
_AUTHOR_FIELD = re.compile(
    rf"{_TEXT_LABEL}|[\u4e00-\u9fff]{{0,8}}记\s*者{_COLON}|(?:作者|撰稿|撰文|采写){_GAP}[/／]"
)
_REPORTER = re.compile(r"[\u4e00-\u9fff]{0,8}记者\s+")
"""A byline without colon, in a line of its own that is not set as a paragraph."""
OTHER_LABEL = re.compile(
    rf"""
    (?:(?<=[\s{EDGE}])[□■●◎]?\s?[\u4e00-\u9fff]{{0,8}}记\s*者|记\s*者|通讯员|责任编辑|责\s*编
    |发布(?:时间|日期|人|于)|发稿时间|北京时间
    |(?:来源|原文)(?:链接|网址|地址)
    |浏览(?:次数|量|数)?|点击(?:次数|量|数|率)?|阅读(?:次数|量|数)?|访问(?:次数|量)
    |字\s?号|字\s?体|分享(?:到|至)?|打印|听(?:新闻|全文)|发表评论|我来说两句|大\s?中\s?小|文章编号|索引号|扫一扫|我要
    |{_SOURCE_WORD}{_COLON}|{_TEXT_LABEL}|(?<![\u4e00-\u9fff])图[/／:：]
    |(?<![\u4e00-\u9fff])(?:{_PLAIN_LABEL})|(?:(?<=[\s{EDGE}])[\u4e00-\u9fff]{{1,4}})?(?:{_PLAIN_LABEL}){_COLON})
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Where the next field begins: a word that no medium's name holds, or one that may be part of a
name (人民网-新疆频道) where it stands by itself or before a colon."""
COUNTER = re.compile(r"(?:点击|浏览|阅读|查看|访问|人气|评论|分享|字号)[次数量率到至]{0,2}[:：]$")
"""How a label ends whose value is a number."""
_SEPARATOR = re.compile(r"[【\[［|｜│┃丨]|\s·\s")
_BRACKETED = re.compile(r"[\[［【]([^\]］】]{2,24})[\]］】]")
"""A value in brackets: ``来源：[天山网]``."""
LABEL_ALONE = re.compile(
    rf"(?:{_SOURCE_WORD}|{_PLAIN_LABEL}|记\s*者|责\s*编|责任编辑|(?:发布|发稿)(?:时间|日期)){_GAP}[:：]?"
)
"""A label that fills its line; the next holds its value."""
PERSON_ALONE = re.compile(
    rf"(?:(?:文章|本文)?作\s*者|编\s*辑|撰\s*[稿文]|采\s*写|记\s*者|责\s*编|责任编辑){_GAP}[:：]?"
)
"""One behind which a name stands, or nothing."""
PARTICULAR = re.compile(r"(?:[\u4e00-\u9fff]\s*){2,8}[:：]")
"""A label in a table of particulars: ``索 引 号：``."""
SOURCE_ALONE = re.compile(rf"{_PLAIN_SOURCE}{_GAP}[:：]?")
"""A source's label that fills its line or cell."""
PUBLISHER_ALONE = re.compile(r"(?:发布|发文|制发|公开)(?:机构|单位|机关)[:：]?")
"""The label, in a table of particulars, of who published a document."""
PUBLISHED = "发布|发表|刊发|发稿"
"""What only the label of a date of publication says, as part of a pattern."""
WRITTEN = "成文|生成|发文|印发|制发|签发|创建|录入"
"""What the label of a date says that is not yet that of publication."""
DATE_LABEL = re.compile(
    rf"(?:(?:{PUBLISHED}|{WRITTEN}|更新|上传|公开|回复|答复|文章|信息|新闻|稿件)"
    rf"|(?<![\u4e00-\u9fff]))(?:时\s*间|日\s*期){_COLON}$|于{_COLON}$|发布于?(?:{_COLON}|{_GAP})$"
)
"""What stands right before a date of the text: when it was published, changed, signed."""
_PERSON_LABEL = re.compile(
    rf"(?:(?:(?<!该)作\s*者|撰\s*稿|撰\s*文|采\s*写)(?:{_AFTER_LABEL}|{_GAP}[/／]|[\s{EDGE}]+)"
    rf"|记\s*者(?:{_AFTER_LABEL}|{_GAP})|{_TEXT_LABEL}|(?<![\u4e00-\u9fff])文字{_COLON})"
)
_MEDIUM_BEFORE = re.compile(
    rf"((?:作者|撰稿|撰文|采写|文){_AFTER_LABEL})[\u4e00-\u9fff]{{2,12}}?(?=(?:首席|特约|实习|见习)?记者)"
)
"""Whose reporter it is, between a label and that word: ``采写：天山网记者 刘翔``."""
_EDITOR_LABEL = re.compile(
    rf"(?:责任编辑|责\s*编|(?<=[(（])编辑)(?:{_AFTER_LABEL}|{_GAP}[/／]|[\s{EDGE}]+)"
    rf"|编\s*辑(?:{_AFTER_LABEL}|{_GAP}[/／])|(?<={EDGE})编\s*辑{EDGE}+"
)
_ORIGINAL_BEHIND = re.compile(rf"[\s{EDGE}(（\[【|｜·•-]*原\s?创")
_ORIGINAL_BEFORE = re.compile(rf"[\s{EDGE}]*[(（\[【]\s?原\s?创\s?[)）\]】]")
_BEHIND_LABEL = re.compile(rf"[\s{EDGE}]+|(?<=[:：])")
"""What parts the labels and values of a line of particulars."""
_PART = re.compile(rf"[{EDGE}\u3000|｜]|  ")
"""What parts the fields of a line that has no labels."""
_GUESSED_SPACE = re.compile(rf"[ 、，。{LOST}]+")
"""A space, or what a repair takes one for that the damage ate."""
_COUNTED = re.compile(r"[^\W\d]{0,4}[:：]?\s?\d")
"""How what is counted behind a source opens: ``热度 51``, ``484人看过``."""
_COUNTER_BEHIND = re.compile(r"[^\W\d]{2,4}[:：]\s?\d")
"""The same, with a label of its own: ``查看：11``."""
_FROM = re.compile(rf"^{_FROM_WORD}")
"""What may stand right before a medium's name: ``来源于天山网``."""
_OURSELVES = re.compile(r"本[报网站社台刊]")
"""What reads as a medium's name and names none."""
_NEWSPAPER_PAGE = re.compile(rf"第{_GAP}[A-Z]?\d{{1,3}}{_GAP}版(?:[:：]|{_GAP}$)")
"""On what page of a newspaper the text stood: ``第A02版``."""
WHEN = re.compile(r"(?:时\s*间|日\s*期):")
"""How a line opens that says when something takes place."""
PLACE_LABEL = re.compile(rf"地\s?点{_COLON}")
"""What says where something takes place."""
_OTHER_FIELD = re.compile(
    rf"{OTHER_LABEL.pattern}{_GAP}(?:[:(]|(?<!者)\d|(?<=[\s{EDGE}])|$)", re.VERBOSE
)
"""A line that is another field: its label, and not the first word of a headline."""
_BEFORE_MARK = rf"(?<![\s{EDGE}(（\[【·|｜-])[\s{EDGE}(（\[【·|｜-]*"
"""What parts a name from the mark behind it; a run of it is looked at once."""
_ORIGINAL = re.compile(
    rf"{_BEFORE_MARK}(?:原\s?创|(?<=[网报社端])原[\u4e00-\u9fff\ufffd])[\s{EDGE})）\]】。·|｜\ufffd]*$"
)
"""The mark 原创 at the end of a name.

After a medium's name any other character than 创 is a repair's wrong guess: where the line ends
a repair has nothing to go by."""
_REPRINTED = re.compile(rf"{_BEFORE_MARK}转\s?载[\s{EDGE})）\]】·|｜]*$")
"""The mark of what is no original, at the end of a name: ``新华社 转载``."""
ORIGINAL_MARK = re.compile(rf"(?:^|[\s{EDGE}(（\[【|｜©])原\s?创(?:$|[\s{EDGE})）\]】|｜])")
"""原创 that stands by itself."""
BEFORE_FIELD = re.compile(rf"^(?:原\s?创(?=[\s{EDGE}])|[\s{EDGE}(\[])+")
"""What may stand before the label of a line's first field."""
AGO = re.compile(r"\d{1,3}\s?(?:秒|分钟|小时|天|周|个?月|年)\s?前(?:发布|发表|更新)?")
"""How long ago something was published or said."""
TIME = re.compile(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?")
"""A time of day."""


@lru_cache(maxsize=256)
def field_text(raw: str) -> str:
    """A line of the page with its edges between elements, white space single.

    Two spaces stand for a wide gap, an ideographic one for itself.
    """
    return _BLANK.sub(_one_or_two, raw.strip())


def _one_or_two(run: re.Match[str]) -> str:
    if EDGE in run[0]:
        return EDGE
    if len(run[0]) > 1:
        return "  "
    return run[0] if run[0] == "\u3000" else " "


def opens_with_label(text: str) -> bool:
    """Whether a line opens with the label of a field, or is one alone."""
    return bool(
        SOURCE_LABEL.match(text)
        or DATE_LABEL.match(text)
        or _NEWSPAPER_PAGE.match(text)
        or LABEL_ALONE.fullmatch(text)
        or _OTHER_FIELD.match(text)
        or english.is_editor_line(text)
        or english.is_byline(text)
    )


def names_writer(text: str, *, set_as_text: bool) -> bool:
    """Whether a line opens with who wrote the text; 记者 without colon opens a sentence, too."""
    text = text.lstrip("□■●◎◆ ")
    label = _AUTHOR_FIELD.match(text) or (not set_as_text and _REPORTER.match(text))
    return bool(label and split_names(text[label.end() :]))


@dataclass(frozen=True, slots=True)
class Source:
    """A source as a page names it."""

    name: str | None
    """Without 原创; None where nothing stands behind the label."""
    original: bool
    """Whether 原创 stands by it."""
    publisher: bool
    """Whether it is only who published the text (发布机构): a department or a person, maybe."""


def find_sources(text: str) -> Iterator[Source]:
    """What stands behind each label of a source, but for the account that published a text."""
    for match in SOURCE_LABEL.finditer(text):
        name, original = _source_value(text[match.end() :])
        publisher = _PUBLISHER.match(match[0]) is not None
        if name and (_NO_SOURCE.fullmatch(name) or (publisher and _ACCOUNT.match(name))):
            name = None
        yield Source(name, original, publisher)


def find_publisher(raw: str) -> str | None:
    """Who published a document, by the label in a line of particulars."""
    for label, value in pairwise(filter(None, _BEHIND_LABEL.split(raw))):
        if PUBLISHER_ALONE.fullmatch(label):
            return None if PARTICULAR.match(value) else value
    return None


def _source_value(text: str) -> tuple[str | None, bool]:
    """What stands after 来源, without 原创, and whether 原创 stood there."""
    before = _ORIGINAL_BEFORE.match(text)
    text = text[before.end() :] if before else text
    value = first_field(text).partition("\u3000")[0].rstrip(LOST)  # an eaten space or bracket
    medium, *rest = _GUESSED_SPACE.split(value, maxsplit=1)
    if rest and (
        _COUNTER_BEHIND.match(rest[0])
        or (_COUNTED.match(rest[0]) and is_medium(split_original(medium)[0]))
    ):
        value = medium
    after = text[text.find(value) + len(value) :] if value else ""
    name, original = split_original(_REPRINTED.sub("", value))
    name = _unbracketed(name.strip(f" ·•●|｜/／-:：。，{LOST}"))
    marked = before is not None or _ORIGINAL_BEHIND.match(after) is not None
    return name or None, original or marked


def _unbracketed(name: str) -> str:
    """A name without brackets around it, but for those that belong to it: ``新疆日报（汉）``."""
    for opening, closing in ("()", "（）", "[]", "【】", "［］", "〔〕"):
        if name.startswith(opening) and name.endswith(closing):
            name = name[1:-1]
        more = name.count(opening) - name.count(closing)
        name = name.strip(opening) if more > 0 else name.rstrip(closing) if more < 0 else name
    return name.strip()


def split_original(name: str) -> tuple[str, bool]:
    """A source without the mark 原创 at its end, and whether that stood there."""
    bare = _ORIGINAL.sub("", name)
    return bare, bare != name


@lru_cache(maxsize=256)
def find_bare_source(text: str, date: str) -> str | None:
    """A medium named beside a date without a label, with the 原创 that may follow it."""
    for part in _PART.split(text.replace(date, EDGE)):
        value = first_field(_unbracketed(part.strip(f"·•-—/／。□■○●◇◆△▲ {LOST}"))).rstrip(LOST)
        whole = value.removeprefix("By ")
        for named in [whole] if english.is_medium(whole) else value.split(" "):
            named = _FROM.sub("", named)
            name, _ = split_original(named)
            if is_medium(name) and not (
                _OURSELVES.fullmatch(name) or OTHER_LABEL.match(name) or is_tool_line(name)
            ):
                return named
    return None


def read_authors(text: str) -> list[str]:
    """``记者 <names>`` for each label of a dateline or a line of credits that says who wrote."""
    text = _MEDIUM_BEFORE.sub(r"\1", without_photographers(text))
    return _named(_PERSON_LABEL, text, "记者 ")


def read_editors(text: str) -> list[str]:
    """``责任编辑：<names>``, or ``Editor: <names>``, for each label that says who edited."""
    names = english.find_editors(text)
    return _named(_EDITOR_LABEL, text, "责任编辑：") + (
        [f"Editor: {', '.join(names)}"] if names else []
    )


def _named(label: re.Pattern[str], text: str, prefix: str) -> list[str]:
    """The names behind each label of a text, a prefix before them."""
    found = []
    for match in label.finditer(text):
        value = first_field(re.split(r"[|｜]", text[match.end() :], maxsplit=1)[0])
        names = [] if is_tool_line(value) else split_names(value)
        if names:
            found.append(prefix + " ".join(names))
    return found


@lru_cache(maxsize=256)
def first_field(text: str) -> str:
    """The value at the beginning of a text: up to the next label, a wide gap or a date."""
    text = text.strip(f" {EDGE}")
    bracketed = _BRACKETED.match(text)
    start = bracketed.end() if bracketed and is_medium(bracketed[1]) else 0
    for end in (OTHER_LABEL.search(text), _SEPARATOR.search(text, start)):
        if end:
            text = text[: end.start()]
    for separator in (EDGE, "  "):
        head, found, _ = text.partition(separator)
        if found and head.strip():
            text = head
    date = next(find_dates(text), None)
    return clean_line(text[: date.start] if date else text)


def is_empty_field(text: str) -> bool:
    """Whether a line is a label without a value, other than that of an event: ``时间：``."""
    return (
        text.endswith(("：", ":"))
        and LABEL_ALONE.fullmatch(text) is not None
        and not WHEN.match(narrow(text))
    )
