"""Lines that name editors and others who worked on a page."""

from __future__ import annotations

import re
from functools import lru_cache

from tsnet.text import english
from tsnet.text.boilerplate.lines import (
    CLOSE,
    CLOSING,
    COLON,
    COLON_OR_BAR,
    KEPT,
    LABEL_LENGTH,
    OPEN,
    OPENING,
    in_brackets,
)
from tsnet.text.names import (
    ANY_EDITOR,
    CHECKED_BY,
    CHECKERS,
    EDITOR_ROLE,
    JOINED_EDITORS,
    LOOSE_CHECKERS,
    LOOSE_EDITORS,
    NAMES_ALONE,
    NAMES_IN_A_ROW,
    OTHER_EDITORS,
    split_names,
)

_AFTER_WORD = r"[】\]］)）]?"
_STAFF = (
    rf"{CHECKED_BY}|统筹|策划|通讯员|(?:信息|文章|新闻)?录入|发布人|法律顾问"
    r"|出品|[供来]稿(?:单位)?|审稿|技术支持|拍摄|后期|文案|设计|主播|播音|排版|发稿|上传"
    rf"|美编|视觉|运营|信息员|(?:{OTHER_EDITORS})编辑|编导|摄像|剪辑|制图|海报|配音"
    r"|总?值班|(?:值班|执行|本期)?(?:主任|编委|主编|总编辑?|总监)"
)
_BEFORE_EDITOR = (
    rf"(?:(?:{_STAFF}|(?:本文)?来源|稿源|作者|记者|采写|撰[文稿]|摄影|制作|文字?|图片?){COLON_OR_BAR}"
    r"[^。！？:：]{1,24}?[\s、，,;；|｜丨]{0,4}){0,4}"
)
"""Fields that may stand before the editor in one line of credits."""
_NAMES = r"[\u4e00-\u9fff·、，]{2,20}"
_BESIDE_EDITOR = (
    rf"(?:[\s\ufffd]*[/／|｜丨]\s*(?:{_STAFF})\s+{_NAMES}"
    rf"|\s+(?:{_STAFF}|图片|摄影)人?{COLON}{_NAMES}){{1,5}}"
)
"""Others behind the editor, each behind a bar or with a colon, so that they are known anywhere on a
page: ``责编 刘芳 / 审核 万平``, ``责任编辑【刘芳】 审校：万平``."""
_NO_TOPIC = r"(?!\s*[\u4e00-\u9fff]{1,6}的[\u4e00-\u9fff])"
"""What follows in the heading of a part: ``编辑：老周的红笔``."""
_EDITOR_LINE = re.compile(
    rf"^{OPEN}(?:{EDITOR_ROLE}(?:\s+|[{OPENING}{CLOSING}—-]{{1,2}}){_NAMES}[{CLOSING}]?{_BESIDE_EDITOR}|{_BEFORE_EDITOR}{EDITOR_ROLE}{_AFTER_WORD}{COLON_OR_BAR}{_NO_TOPIC}[^。！？]{{0,80}}|责任编辑(?:(?![\u4e00-\u9fff])[^。！？，,:：]{{0,24}})?|{JOINED_EDITORS}[)）\]】]?"
    rf"|(?:责任编辑|责编){COLON}{NAMES_ALONE}[。！]"
    r"|(?:责任编辑|责编)[，,；;、.『「][^。！？；]{1,24}"
    r"|责编\s+[\u4e00-\u9fff]{2,4}(?:[\s、，]+[\u4e00-\u9fff]{2,4}){0,3}"
    rf"|[【\[［]{EDITOR_ROLE}[】\]］]\s*{NAMES_ALONE}(?:\s*[【\[［](?:{_STAFF})[】\]］]\s*{NAMES_ALONE}){{0,4}}){CLOSE}$"
)
_EDITOR_LABEL = re.compile(rf"{OPEN}{EDITOR_ROLE}{COLON}")
_STAFF_FIELD = (
    rf"(?:[\u4e00-\u9fff]{{0,3}}(?:{_STAFF})人?(?:{COLON_OR_BAR}|\s+)"
    rf"|(?!校[长友]|编剧)[\u4e00-\u9fff]{{0,3}}[审核校签监编把质稿版][\u4e00-\u9fff]{{0,2}}{COLON_OR_BAR})"
    rf"{NAMES_IN_A_ROW}"
)
"""Who else looked over a text, whatever that is called: ``复核：万平``."""
_LOOSE_BESIDE = rf"(?:[^\w。！？]+(?:{_STAFF_FIELD}|{CHECKERS})){{0,4}}"
"""Others behind the editor in a last line, however parted: ``审核：万平``, ``校对万平``."""
_LOOSE_EDITOR_LINE = re.compile(
    rf"^{OPEN}(?:{LOOSE_EDITORS}"
    rf"|(?:{ANY_EDITOR}{COLON_OR_BAR}|{EDITOR_ROLE}(?:\s+(?:[—–-]\s*)?|\s*[·•]\s*)){NAMES_IN_A_ROW})"
    rf"[{CLOSING}]?{_LOOSE_BESIDE}{CLOSE}$"
)
"""The editors and others beside them: ``本条编辑：刘芳 审核：万平``, ``[责编 刘芳] 审核：万平``."""
_ANY_NAME = r"[\u4e00-\u9fffA-Za-z·]{2,12}"
_SPACED_EDITOR_LINE = re.compile(
    rf"^[(（\[［【]?{EDITOR_ROLE}\s+(?:[\u4e00-\u9fff]\s{{1,2}}[\u4e00-\u9fff]|{_ANY_NAME})"
    rf"(?:[\s、，,/／]+{_ANY_NAME}){{0,3}}{_LOOSE_BESIDE}[)）\]］】]?$"
)
"""Editors of whatever name, by the space before it: ``编辑 加孜拉·泥斯拜克``, ``编辑 刘　芳``."""
_LOOSE_STAFF_LINE = re.compile(
    rf"^{OPEN}(?:{LOOSE_CHECKERS}|(?:{_STAFF})\s{{1,2}}{NAMES_IN_A_ROW}|{_STAFF_FIELD}){CLOSE}$"
)
_CLOSED = r"[】\]］]\s*"
"""What may stand behind a label in brackets: ``【统筹】万平``."""
_STAFF_LINE = re.compile(
    rf"^{OPEN}总?(?:{_STAFF})人?(?:{COLON_OR_BAR}[^。！？]{{0,60}}|{_CLOSED}[\u4e00-\u9fff·、\s]{{2,30}})$"
)
_PRODUCER = re.compile(
    r"^[\u4e00-\u9fff·、\s]{2,24}(?:[部室社台网报]|中心|频道|客户端)(?:联合)?(?:出品|制作|摄制)$"
)
"""Who made a film or a picture with its text: ``新华社音视频部出品``."""
_NOBODY = re.compile(
    rf"^{OPEN}(?:作者|编辑|记者|摄影|通讯员){COLON}(?:未知|佚名|不详|匿名|无|网络(?:整理)?){CLOSE}$"
)
"""A credit that names no one."""
_OTHER_CREDIT = re.compile(
    rf"^{OPEN}(?:摄影|摄制|制作|整理|翻译|编译){COLON_OR_BAR}(?P<names>[^。！？:：]{{2,40}}?)[)）\]】]?$"
)


def is_editor_line(line: str) -> bool:
    """Whether a line names the editors: ``[责任编辑: 刘芳 ]``, ``（编辑 刘芳）``."""
    if len(line) > 120 or "编" not in line:
        return "ditor" in line and english.is_editor_line(line)
    return _EDITOR_LINE.match(line) is not None or (
        in_brackets(line) and is_loose_editor_line(line)
    )


def is_editor_label(line: str) -> bool:
    """Whether a line is the label alone, the names standing in the next: ``责任编辑：``."""
    return len(line) <= 10 and "编" in line and _EDITOR_LABEL.fullmatch(line) is not None


def is_loose_editor_line(line: str) -> bool:
    """Whether the last line of an article names the editors: ``编辑 刘芳``, ``本条编辑：刘芳``."""
    return len(line) <= LABEL_LENGTH and (
        _LOOSE_EDITOR_LINE.match(line) is not None
        or (len(line) <= 40 and _SPACED_EDITOR_LINE.match(line) is not None)
    )


def is_loose_staff_line(line: str) -> bool:
    """Whether a last line names who made or checked a text: ``摄像 张柱``, ``刘芳校对``."""
    return len(line) <= 40 and _LOOSE_STAFF_LINE.match(line) is not None


_LABEL = 2
"""Characters by which two credits of one kind are told."""
_PARTED = r"\s*[:：丨|｜/／]\s*"
"""What stands between the label of such a credit and the names."""
_PICTURE_CREDIT = re.compile(rf"^{OPEN}(?:图片|视频|图){_PARTED}(?P<names>[^。！？:：]{{2,24}})$")


def is_picture_credit(line: str) -> bool:
    """Whether a line among credits names who took pictures: ``图片：郭峰``.

    By itself it may be a caption.
    """
    return bool(_credited(_PICTURE_CREDIT, line))


_WHO_TOOK = re.compile(rf"^{OPEN}(?:图片?|视频|摄影){_PARTED}{NAMES_IN_A_ROW}{CLOSE}$")


def names_photographer(line: str) -> bool:
    """Whether a line below a sentence is a credit of pictures: ``图/郭峰``."""
    return len(line) <= LABEL_LENGTH and _WHO_TOOK.match(line) is not None


_CREDIT_FIELD = re.compile(
    rf"^{OPEN}[\u4e00-\u9fff]{{2,6}}{_PARTED}(?P<names>[^。！？:：]{{2,24}})$"
)


@lru_cache(maxsize=KEPT)
def may_be_credit(line: str) -> bool:
    """Whether a line below a credit may be one, too, whatever its label: ``视觉：郭峰``."""
    return bool(_credited(_CREDIT_FIELD, line))


def is_staff_line(line: str) -> bool:
    """Whether a line names proof-readers, photographers or supervisors and nothing else."""
    return len(line) <= 80 and (
        _STAFF_LINE.match(line) is not None
        or _PRODUCER.match(line) is not None
        or _NOBODY.match(line) is not None
        or bool(_credited(_OTHER_CREDIT, line))
    )


def _credited(credit: re.Pattern[str], line: str) -> list[str]:
    """The names in a line of credits; none where it is no such line."""
    match = credit.match(line)
    return split_names(match["names"]) if match else []


_OTHER_FIELD = rf"(?:{_STAFF}|摄影|摄|图片?|视频){COLON_OR_BAR}[^。！？：:]{{2,24}}?"
_BYLINE_FIELD = re.compile(
    rf"^{OPEN}(?:{_OTHER_FIELD}[\s、，,;；|｜/／]+){{0,3}}(?:[\u4e00-\u9fff]{{0,6}}记者|作者|采写|撰文|撰稿|文字|文(?:[/／、]?图)?|图[/／、]?文)"
    rf"(?:{COLON_OR_BAR}|{_CLOSED}|(?<=作者)\s+(?={NAMES_ALONE}$))(?P<names>[^。！？：:]{{2,40}}?)"
    rf"(?:[\s、，,;；|｜/／]+{_OTHER_FIELD}){{0,3}}$"
)


def byline_field(line: str) -> str | None:
    """The names of a line that says who wrote a text and nothing else; None for other lines.

    >>> byline_field("记者：刘翔 万平")
    '刘翔 万平'
    """
    return " ".join(_credited(_BYLINE_FIELD, line)) or None if len(line) <= LABEL_LENGTH else None


_WORK_FIELD = re.compile(
    r"(?:书名|片名|剧名|作品|出版(?:社|方|时间)?|译者|导演|主演|编剧|定价|ISBN)\s*[:：]"
)


def is_work_field(line: str) -> bool:
    """Whether a line is a field of a book, a film or a play: ``书名：《本巴》``."""
    return _WORK_FIELD.match(line) is not None


def names_author_of_work(above: list[str], line: str, below: list[str]) -> bool:
    """Whether a line such as ``作者：刘翔`` names the author of a work that the text presents.

    A field of that work stands right above or below it; or the text presents several works, so
    that another such line stands further away.
    """
    return any(map(is_work_field, above[-1:] + below[:1])) or any(
        other != line and other[:_LABEL] == line[:_LABEL] and byline_field(other)
        for other in above[:-1] + below[1:]
    )


def is_credit(line: str) -> bool:
    """Whether a line below a text says who made it, and nothing else."""
    return is_staff_line(line) or byline_field(line) is not None


_EDITOR_WITHIN = re.compile(
    rf"(?<=[。.)）\]】!！\s])(?<![^\w\s。.!！？…)）\]】”]\s)\s*(?=[{OPENING}]?\s*(?:责任编辑|责编){COLON}[^。]{{0,60}}$)"
    rf"|(?<=\S)\s*(?=[{OPENING}]\s*(?:责任编辑|责编|编辑)(?:{COLON}|\s+)[^()（）\[\]［］【】〔〕。]{{0,60}}[{CLOSING}]\s*$)"
)
_NOTICE_WITHIN = re.compile(
    r"(?<=[。！？”…!?)）\]】\s])(?<![(（\[【]\s)\s*(?=[(（\[【]?\s*刊用本网站?稿件)"
)


def split_ends(line: str) -> list[str]:
    """A line cut between its text, the notice and the editor, whatever their order.

    >>> split_ends("（未经授权禁止转载。） 责任编辑：刘芳")
    ['（未经授权禁止转载。）', '责任编辑：刘芳']
    """
    pieces = [
        piece
        for part in _EDITOR_WITHIN.split(line, maxsplit=1)
        for piece in _NOTICE_WITHIN.split(part, maxsplit=1)
    ]
    return [piece.strip() for piece in pieces if piece.strip()]
