"""The line of an article that says when it was published and by whom it was written.

``2025-03-19 19:38:42   来源: 天山网-新疆日报原创``, in one element or in several.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, islice, takewhile

from tsnet.site.document import Document, Line
from tsnet.text.boilerplate import (
    is_medium,
    is_placeholder,
    is_tool_line,
    may_head_comments,
)
from tsnet.text.dates import FoundDate, find_dates, find_known_date
from tsnet.text.names import find_authors
from tsnet.text.spacing import EDGE, clean_line, letters, narrow


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
    bylines: list[str] = field(default_factory=list)
    """``记者 <names>``, as the dateline names them."""
    editors: list[str] = field(default_factory=list)
    """``责任编辑：<names>``, as the dateline names them."""
    first: int | None = None
    """Index of its first line; None when it was read from ``<meta>``."""
    last: int = -1
    """Index of its last line."""


_YEAR = re.compile(
    r"[12１２][\d０-９]{3}[\s\x1f]{0,4}[-/.年－／．\ufffd]|[\d０-９]{4}[\s\x1f]{0,4}[-年]"
    r"|\ufffd[09]\d\d[\s\x1f]{0,4}[-/.年]"
)
_TIME = re.compile(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?")
_DIGITS = re.compile(r"\d+")
_BLANK = re.compile(r"[\s\u3000]+")
_GAP = rf"[\s{EDGE}]*"
_COLON = rf"{_GAP}[:：︰丨\ufffd]{_GAP}"
_AFTER_LABEL = rf"(?:{_COLON}|{_GAP}[|｜]{_GAP})"
_PUBLISHER_WORD = r"(?:供稿(?:单位)?|媒体|发布机构|发布单位|发布者)"
"""What names a source only where nothing else does: it may be a department or a person."""
_SOURCE_WORD = (
    r"(?:(?:信息|文章|稿件|新闻|消息|内容|本文)?来\s*源于?|稿\s*源|出\s*处|[来转摘]自"
    rf"|{_PUBLISHER_WORD})"
)
_SOURCE = re.compile(rf"(?<![\u4e00-\u9fff]){_SOURCE_WORD}(?:{_AFTER_LABEL}|[/／]|[\s{EDGE}]+)")
_PUBLISHER = re.compile(_PUBLISHER_WORD)
_ACCOUNT = re.compile(r"(?:admin|管理员|编辑|匿名|佚名|本站)", re.IGNORECASE)
"""Who pressed the button, where a page says 发布者."""
_PLAIN_LABEL = (
    r"(?:文章|本文)?作\s*者|编\s*辑|审核|校对|摄影|文字|撰\s*稿|撰\s*文|采\s*写|录入|发稿|排版|监制|主编|编审|审校|校审"
    r"|(?:发表|成文|刊发|上传|创建)?(?:时\s*间|日\s*期)|更新(?:时间)?|\bdate\b|人气"
    r"|公开(?:方式|形式|属性)|有效性|主题分类|收藏数?|评论数?|关闭|栏目|频道|关键词|标签|下载|访问"
)
_TEXT_LABEL = rf"(?<![\u4e00-\u9fff])(?:文(?:[/／、]?图)?|图[/／、]?文){_GAP}[/／:：|｜丨]{_GAP}"
"""Whose the text is: ``文/``, ``文图｜``."""
_AUTHOR_FIELD = re.compile(
    rf"{_TEXT_LABEL}|[\u4e00-\u9fff]{{0,8}}记\s*者{_COLON}|(?:作者|撰稿|撰文|采写){_GAP}[/／]"
)
_REPORTER = re.compile(r"[\u4e00-\u9fff]{0,8}记者\s+")
"""A byline without colon, in a line of its own that is not set as a paragraph."""
_OTHER_LABEL = re.compile(
    rf"(?:(?<=[\s{EDGE}])[□■●◎]?\s?[\u4e00-\u9fff]{{0,8}}记\s*者|记\s*者|通讯员|责任编辑|责\s*编|发布(?:时间|日期|人|于)|发稿时间|北京时间|浏览(?:次数|量|数)?|点击(?:次数|量|数|率)?"
    rf"|阅读(?:次数|量|数)?|访问(?:次数|量)|字\s?号|字\s?体|分享(?:到|至)?|打印|大\s?中\s?小|文章编号|索引号|扫一扫|我要"
    rf"|{_SOURCE_WORD}{_COLON}|{_TEXT_LABEL}|(?<![\u4e00-\u9fff])图[/／:：]"
    rf"|(?<![\u4e00-\u9fff])(?:{_PLAIN_LABEL})|(?:{_PLAIN_LABEL}){_COLON})",
    re.IGNORECASE,
)
"""Where the next field begins: a word that no medium's name holds, or one that may be part of a
name (人民网-新疆频道) where it stands by itself or before a colon."""
_COUNTER = re.compile(r"(?:点击|浏览|阅读|查看|访问|人气|评论|分享|字号)[次数量率到至]{0,2}[:：]$")
_SEPARATOR = re.compile(r"[【\[［|｜]|\s·\s")
_LABEL_ALONE = re.compile(
    rf"(?:{_SOURCE_WORD}|{_PLAIN_LABEL}|记\s*者|责\s*编|责任编辑|(?:发布|发稿)(?:时间|日期)){_GAP}[:：]?"
)
_PARTICULAR = re.compile(r"(?:[\u4e00-\u9fff][\s\u3000]*){2,8}[:：]")
"""A label in a table of particulars: ``索 引 号：``."""
_SOURCE_ALONE = re.compile(rf"(?!{_PUBLISHER_WORD}){_SOURCE_WORD}{_GAP}[:：]?")
_PUBLISHER_ALONE = re.compile(r"(?:发布|发文|制发|公开)(?:机构|单位|机关)[:：]?")
_DATE_LABEL = re.compile(
    rf"(?:(?:发布|发稿|更新|刊发|发表|创建|上传|录入|成文|生成|公开|发文|印发|制发|签发|文章|信息|新闻|稿件)"
    rf"|(?<![\u4e00-\u9fff]))(?:时\s*间|日\s*期){_COLON}$|于{_COLON}$|发布于?(?:{_COLON}|{_GAP})$"
)
_PUBLISHED_LABEL = re.compile(r"(?:发布|发稿|刊发|发表)(?:时\s*间|日\s*期|于)")
_PERSON_LABEL = re.compile(
    rf"(?:(?:作\s*者|撰\s*稿|撰\s*文|采\s*写)(?:{_AFTER_LABEL}|{_GAP}[/／]|[\s{EDGE}]+)"
    rf"|记\s*者(?:{_AFTER_LABEL}|{_GAP})|{_TEXT_LABEL}|(?<![\u4e00-\u9fff])文字{_COLON})"
)
_EDITOR_LABEL = re.compile(
    rf"(?:责任编辑|责\s*编|(?<=[(（])编辑)(?:{_AFTER_LABEL}|{_GAP}[/／]|[\s{EDGE}]+)"
    rf"|编\s*辑(?:{_AFTER_LABEL}|{_GAP}[/／])|(?<={EDGE})编\s*辑{EDGE}+"
)
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:自治区|省|市|州|县|地区|兵团)[\u4e00-\u9fff]{0,8}"
    r"(?:政府网?|委员会|办公室|中心|[厅局])"
)
"""An office whose name is longer than a medium's: ``新疆维吾尔自治区人民政府网``."""
_OURSELVES = re.compile(r"本[报网站社台刊]")
_NEWSPAPER_PAGE = re.compile(rf"第{_GAP}[A-Z]?\d{{1,3}}{_GAP}版(?:[:：]|{_GAP}$)")
_WHEN = re.compile(r"(?:时\s*间|日\s*期):")
_PLACE = re.compile(rf"地\s?点{_COLON}")
_OTHER_FIELD = re.compile(rf"{_OTHER_LABEL.pattern}{_GAP}(?:[:(\d]|(?<=[\s{EDGE}])|$)")
"""A line that is another field: its label, and not the first word of a headline."""
_ORIGINAL = re.compile(
    rf"[\s{EDGE}(（\[【·|｜-]*(?:原\s?创|(?<=[网报社端])原[\u4e00-\u9fff\ufffd])[\s{EDGE})）\]】。\ufffd]*$"
)
"""After a medium's name any other character than 创 is a repair's wrong guess: where the line ends
a repair has nothing to go by."""
_ORIGINAL_MARK = re.compile(rf"(?:^|[\s{EDGE}(（\[【|｜])原\s?创(?:$|[\s{EDGE})）\]】|｜])")
_BEFORE_FIELD = re.compile(rf"^(?:原\s?创(?=[\s{EDGE}])|[\s{EDGE}(\[])+")
_TODAY = re.compile(r"今天是|今天|现在是|当前时间|农历|欢迎")
_TAG_SEPARATOR = re.compile(r"[_|｜—–-]")
_LEAST_HEADLINE = 6
"""Letters from which on what ``<title>`` holds is the headline, not the name of the site."""
_LONGEST = 300
_LONGEST_SUBTITLE = 60
"""Characters of a line between headline and dateline; longer ones are of a text."""
_LONGEST_SOURCE = 40
"""Characters that a source and a button or two take beside the date."""
_LONGEST_ROW = 80
"""Characters of a line in which a medium may be named without label."""
_SENTENCE_ENDS = ("。", "！", "？", "”")
_SENTENCE_RUN = re.compile(r"[\u4e00-\u9fff]{4}")
_LONGEST_TABLE = 14
"""Lines above and below the date in which a table of particulars may name the source."""
_NEIGHBOURS = 3
"""Lines above and below the date in which the source may stand when it has its own element."""
_LEAST_SCORE = 1.0
_SURE_SCORE = 6.0
"""Score from which on the day of the address is not looked for in a shorter form."""
_DELAY = 31
"""Days between writing and publishing that are nothing unusual."""
_DATE_METAS = (
    *("pubdate", "publishdate", "article:published_time", "pubtime", "publish_time"),
    *("firstpublishedtime", "og:release_date", "og:published_time", "weibo:article:create_at"),
    *("dc.date", "time"),
)
"""Names under which pages state their date unseen: TRS's, Open Graph's, ``<time datetime>``."""
_STRUCTURED_DATE = re.compile(r"\"(?:datePublished|pubDate)\"\s*:\s*\"([^\"]{8,40})\"")
"""The date of schema.org's ``NewsArticle``, or of what Baidu reads, as JSON-LD in a script."""
_SHORT_DATE_LINES = 200
"""Lines in which a date without its year is looked for."""
_MOST_CANDIDATES = 200
"""Dates that are weighed; the dateline stands near the top."""


def find_dateline(document: Document, published: date | None) -> Dateline | None:
    """The dateline of a page; None when there is none that can be trusted.

    ``published`` is the day of the address: it only decides between lines that are equally likely.
    A ``<meta>`` such as TRS's ``PubDate`` counts when no line does, or where it says the day of
    the address and the likeliest line, by itself doubtful, another.
    """
    lines = document.lines
    score, index, found = _best(document, _candidates(lines), published)
    if published is not None and (
        found is None or found.at.date() != published or score < _SURE_SCORE
    ):
        other = _best(document, _short_dates(lines, published), published)
        known = found is not None and found.at.date() == published
        if other[0] > score or (other[0] == score and not known):
            score, index, found = other
    if found is None or score < _LEAST_SCORE:
        return _from_metas(document)
    if published is not None and found.at.date() != published and score < _SURE_SCORE:
        unseen = _from_metas(document)
        if unseen and unseen.at.date() == published:
            return unseen
    first, last = _block(lines, index, found, document.title)
    text = EDGE.join(field_text(line) for line in lines[first : last + 1])
    dateline = Dateline(found.raw, found.at, first=first, last=last)
    _read_fields(dateline, text.replace(found.raw, EDGE))
    if dateline.by_publisher:
        dateline.source = _in_table(lines, first, last) or dateline.source
    if dateline.source is None:
        _read_medium(dateline, document)
    return dateline


def _best(
    document: Document, candidates: Iterator[tuple[int, FoundDate]], published: date | None
) -> tuple[float, int, FoundDate | None]:
    """The likeliest of some dates, the first of equals: its score, its line, and the date."""
    best: tuple[float, int, FoundDate | None] = (-math.inf, 0, None)
    lines, tag = document.lines, document.title
    dates = list(islice(candidates, _MOST_CANDIDATES))
    listed = _at_equal_steps(lines, dates)
    for index, found in dates:
        score = _score(lines, index, found, published) + _title_above(lines, index, tag)
        if index in listed and not _DATE_LABEL.search(field_text(lines[index])[: found.start]):
            score -= 3
        if _is_in_headline(lines[index], found, tag):
            score -= 2
        if score > best[0]:
            best = (score, index, found)
    return best


def _at_equal_steps(lines: list[Line], dates: list[tuple[int, FoundDate]]) -> set[int]:
    """The lines of three dates and more of one form, as lists have them, and comments.

    They stand at equal steps, and what is above each is set alike: link, abstract, date.
    """
    indices_of: dict[str, list[int]] = {}
    for index, found in dates:
        indices_of.setdefault(_DIGITS.sub("0", found.raw), []).append(index)
    listed: set[int] = set()
    for indices in indices_of.values():
        for first, second, third in zip(indices, indices[1:], indices[2:], strict=False):
            step = second - first
            if third - second == step > 0 and all(
                _setting(lines[third - up]) == _setting(lines[second - up]) for up in range(step)
            ):
                listed.update((first, second, third))
    return listed


def _setting(line: Line) -> tuple[bool, int, bool]:
    return line.is_link, line.heading, line.picture is not None


def _is_in_headline(line: Line, found: FoundDate, tag: str) -> bool:
    """Whether a date is part of the headline: ``2025年3月19日蔬菜价格``."""
    return len(line.text) > len(found.raw) + 4 and letters(line.text) in letters(tag)


def _read_medium(dateline: Dateline, document: Document) -> None:
    """The source that stands without label: in the dateline, or as the line next to it."""
    lines = document.lines
    first, last = dateline.first or 0, dateline.last
    fields = [field_text(line) for line in lines[first : last + 1]]
    bylines = [field for field in fields if _REPORTER.match(field)]
    text = EDGE.join(field for field in fields if field not in bylines)
    source = _bare_source(text, dateline.raw) or _in_table(lines, first, last)
    tag = document.title
    if source is None and first and _is_medium_alone(lines[first - 1], tag):
        dateline.first = first - 1
        source = lines[first - 1].text
    elif source is None and last + 1 < len(lines) and _is_medium_alone(lines[last + 1], tag):
        dateline.last = last + 1
        source = lines[last + 1].text
    source = source or document.metas.get("contentsource")
    source = source or _bare_source(EDGE.join(bylines), dateline.raw)
    source = source or _in_table(lines, first, last, _PUBLISHER_ALONE)
    if source and _ORIGINAL.search(source):
        source = _ORIGINAL.sub("", source)
        dateline.original = True
    dateline.source = source


def _in_table(
    lines: list[Line], first: int, last: int, label: re.Pattern[str] = _SOURCE_ALONE
) -> str | None:
    """The source in a table of a document's particulars, some of them between it and the date."""
    rows_above = range(max(0, first - _LONGEST_TABLE), first - 1)
    for index in chain(rows_above, _rows_below(lines, last)):
        if label.fullmatch(lines[index].text) and _is_value(lines, index, label):
            return lines[index + 1].text
    return None


def _rows_below(lines: list[Line], last: int) -> Iterator[int]:
    """The lines below the date as far as a table goes on: no heading, no sentence."""
    for index in range(last + 1, min(len(lines) - 1, last + 1 + _LONGEST_TABLE)):
        line = lines[index]
        if line.heading or line.indented or line.text.endswith("。"):
            return
        yield index


def _is_medium_alone(line: Line, tag: str) -> bool:
    """Whether a line is a medium's name, and no part of the headline (``tag``: ``<title>``).

    As a part of its own of ``<title>``, not the longest, it is the site's.
    """
    text = _ORIGINAL.sub("", line.text)
    if len(text) > 12 and not _OFFICE.fullmatch(text):
        return False
    if line.heading or not is_medium(text):
        return False
    parts = [letters(part) for part in _TAG_SEPARATOR.split(tag)]
    parts.remove(max(parts, key=len))
    return letters(text) not in letters(tag) or letters(text) in parts


def read_source(line: Line) -> tuple[str | None, bool]:
    """The source that a line of its own names, and whether 原创 stands by it."""
    match = _SOURCE.search(line.text)
    return _source_value(match.string[match.end() :]) if match else (None, False)


def read_authors(text: str) -> list[str]:
    """``记者 <names>`` for each label of a dateline or a line of credits that says who wrote."""
    return _named(_PERSON_LABEL, text, "记者 ")


def field_text(line: Line) -> str:
    """The text of a line with its edges between elements, white space single."""
    return _BLANK.sub(_one_or_two, line.raw.strip())


def _one_or_two(run: re.Match[str]) -> str:
    if len(run[0]) > 1:
        return "  "
    return run[0] if run[0] == "\u3000" else " "


def _candidates(lines: list[Line]) -> Iterator[tuple[int, FoundDate]]:
    for index, line in enumerate(lines):
        raw = line.raw
        if len(raw) <= 4 * _LONGEST and _may_hold_year(raw) and _YEAR.search(raw):
            text = field_text(line)
            if len(text) <= _LONGEST:
                if index + 1 < len(lines) and _TIME.fullmatch(lines[index + 1].text):
                    text += EDGE + lines[index + 1].text
                for found in find_dates(text):
                    yield index, found


def _short_dates(lines: list[Line], published: date) -> Iterator[tuple[int, FoundDate]]:
    """Dates that only the day of the address makes sure: ``01-23 19:38``, ``20250123``, …"""
    day = str(published.day)
    for index, line in enumerate(lines[:_SHORT_DATE_LINES]):
        raw = line.raw
        if len(raw) <= _LONGEST and (day in raw or ("年" in raw and "二" in raw)):
            found = find_known_date(field_text(line), published)
            if found:
                yield index, found


def _may_hold_year(text: str) -> bool:
    return "20" in text or "19" in text or "２０" in text or "１９" in text or "\ufffd" in text


def _score(lines: list[Line], index: int, found: FoundDate, published: date | None) -> float:
    line = lines[index]
    text = field_text(line)
    score = 0.0
    source = _SOURCE.search(text)
    medium = False
    if source:
        score += 4
    elif _source_nearby(lines, index):
        score += 3
    elif not line.link_chars and len(found.raw) < len(text) <= _LONGEST_ROW:
        medium = _bare_source(text, found.raw) is not None
        score += 2 * medium
    if found.has_time:
        score += 2
    label = text[: found.start] or (lines[index - 1].text if index else "")
    if _DATE_LABEL.search(label):
        if "更新" not in label[-8:]:
            score += 1.5
        else:
            score += -2.5 if _is_published_nearby(lines, index) else 0.5
    elif (
        found.start
        and len(letters(label)) > 8
        and not medium
        and not (source and source.end() <= found.start)
    ):
        score -= 2 if line.link_chars else 1
    rest = len(line.text) - len(found.raw)
    if rest <= (_LONGEST_SOURCE if source else 12):
        score += 1
    elif rest > 90:
        score -= 4
    elif rest > 20 and not (source or medium):
        score -= 2
    if line.is_link or line.link_chars * 2 > len(line.text):
        score -= 4
    elif index and lines[index - 1].is_link and not lines[index - 1].heading:
        score -= 1  # a list of other articles, each with its date
    if "。" in line.text:
        score -= 3
    if not source and _runs_on(text[found.end :]):
        score -= 3
    if not (rest or found.has_time) and any(
        other.text.endswith(_SENTENCE_ENDS) for other in lines[max(0, index - 2) : index]
    ):
        score -= 1  # the day below a signature
    if _TODAY.search(line.text):
        score -= 4
    if _is_of_event(lines, index):
        score -= 4
    if published is not None:
        apart = abs((found.at.date() - published).days)
        score += 1 if apart <= 1 else -1 if apart > _DELAY else 0
    return score


def _runs_on(after: str) -> bool:
    """Whether a sentence goes on right behind a date: ``2025年3月18日18时发布寒潮预警信号：``."""
    after = after.replace(EDGE, "")
    return (
        _SENTENCE_RUN.match(after) is not None
        and not _OTHER_LABEL.match(after)
        and not is_medium(_first_field(after))
    )


def _source_nearby(lines: list[Line], index: int) -> bool:
    """Whether a line near a date names the source, and no text stands between them."""
    above = lines[max(0, index - _NEIGHBOURS) : index][::-1]
    for near in (above, lines[index + 1 : index + 1 + _NEIGHBOURS]):
        if any(_SOURCE.match(line.text) for line in takewhile(_is_no_text, near)):
            return True
    return False


def _is_no_text(line: Line) -> bool:
    """Whether a line may stand between two fields of a dateline: no sentence, no comments."""
    text = line.text
    return len(text) <= _LONGEST_SUBTITLE and "。" not in text and not may_head_comments(text)


def _is_published_nearby(lines: list[Line], index: int) -> bool:
    """Whether a line at a date of change also says when the article was published."""
    around = lines[max(0, index - _NEIGHBOURS) : index + 1 + _NEIGHBOURS]
    return any(_PUBLISHED_LABEL.search(line.text) for line in around)


def _is_of_event(lines: list[Line], index: int) -> bool:
    """Whether a date is when something takes place, which an article says beside where it does."""
    return any(
        "地" in line.text and _PLACE.search(line.text)
        for line in lines[max(0, index - 1) : index + 2]
    )


def _title_above(lines: list[Line], index: int, tag: str) -> int:
    """2 where a line above is in ``<title>``, 1 where it is another heading (spam, a logo)."""
    found = 0
    for line in reversed(lines[max(0, index - 6) : index]):
        if len(line.text) <= 120 and not line.indented and _is_headline(line, tag):
            return 2
        if line.heading in (1, 2):
            found = 1
        if line.text.endswith("。") or len(line.text) > _LONGEST_SUBTITLE:
            break
    return found


def _block(lines: list[Line], index: int, found: FoundDate, tag: str) -> tuple[int, int]:
    """First and last of the lines around the date that hold only fields of the dateline."""
    first = last = index
    while first > max(0, index - 2 * _NEIGHBOURS):
        if _is_headline(lines[first - 1], tag):
            break  # though it may open like a field: ``评论：…``
        if _is_field(lines, first - 1):
            first -= 1
        elif first > 1 and _is_value(lines, first - 2) and _is_field(lines, first - 2):
            first -= 2
        else:
            break
    while last + 1 < len(lines) and last < index + 2 * _NEIGHBOURS:
        if not _is_field(lines, last + 1) and (
            not _is_value(lines, last) or _is_headline(lines[last + 1], tag)
        ):
            break
        if _TIME.fullmatch(lines[last + 1].text) and lines[last + 1].text not in found.raw:
            break  # the hour of an event
        last += 1
    if any(_is_value_in_row(lines, inner) for inner in range(first + 1, last + 1)):
        while last + 1 < len(lines) and _is_particular(lines, last + 1):
            last += 1
    return first, last


def _is_particular(lines: list[Line], index: int) -> bool:
    """Whether a line is a label in the table of particulars that the one above stands in.

    It may hold its value, too, or be the value of the label in the cell before.
    """
    above, line = lines[index - 1], lines[index]
    if line.picture is not None or line.cell == above.cell or not 0 <= line.row - above.row <= 1:
        return False
    return _PARTICULAR.match(line.text) is not None or _is_value_in_row(lines, index)


def _is_value_in_row(lines: list[Line], index: int) -> bool:
    """Whether a line has its label in the cell before it: ``索引号：``."""
    above, line = lines[index - 1], lines[index]
    return (
        line.row == above.row != 0
        and line.cell != above.cell
        and _PARTICULAR.fullmatch(above.text) is not None
    )


def _is_headline(line: Line, tag: str) -> bool:
    """Whether a line is what ``<title>`` (``tag``) holds, or a short one what it opens with."""
    key = letters(line.text)
    if len(key) >= _LEAST_HEADLINE:
        return key in letters(tag)
    return key != "" and key == letters(_TAG_SEPARATOR.split(tag, maxsplit=1)[0])


def _is_field(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if line.picture is not None or len(line.text) > 80 or _is_of_event(lines, index):
        return False
    text = _BEFORE_FIELD.sub("", narrow(field_text(line)))
    label = _SOURCE.match(text) or _DATE_LABEL.match(text) or _NEWSPAPER_PAGE.match(text)
    if label is None:
        label = _LABEL_ALONE.fullmatch(text) or _OTHER_FIELD.match(text)
    if _WHEN.match(text) and (line.indented or "月" in text) and not any(find_dates(text)):
        return False  # when what the text tells of takes place
    if label and not line.text.endswith(("。", "！", "？", "!", "?")):
        return True
    author = _AUTHOR_FIELD.match(text) or (not line.indented and _REPORTER.match(text))
    if author and not text.endswith("。") and find_authors(text[author.end() :]):
        return True
    if is_tool_line(line.text) or _ORIGINAL_MARK.fullmatch(line.text):
        return True
    if _TIME.fullmatch(text):
        return True
    found = next(find_dates(text), None)
    if found is None:
        return False
    left = len(text) - len(found.raw)
    return left <= 12 and _DATE_LABEL.search(text[: found.start]) is not None


def _is_value(lines: list[Line], index: int, known: re.Pattern[str] = _LABEL_ALONE) -> bool:
    """Whether the line after a label, one that is known or ends in a colon, can be its value."""
    label = lines[index].text
    if index + 1 >= len(lines) or not (label.endswith((":", "：")) or known.fullmatch(label)):
        return False
    value = lines[index + 1]
    if _COUNTER.search(label):
        return value.text.isdigit()
    return (
        value.picture is None
        and not value.heading
        and len(value.text) <= 30
        and not value.indented
        and not value.text.startswith(("（", "("))
        and not value.text.endswith(("。", "！", "？", ":", "："))
        and not is_placeholder(value.text)
    )


def _read_fields(dateline: Dateline, text: str) -> None:
    for match in _SOURCE.finditer(text):
        value, original = _source_value(text[match.end() :])
        dateline.original = dateline.original or original
        publisher = _PUBLISHER.match(match[0]) is not None
        if not value or (publisher and _ACCOUNT.match(value)):
            continue
        if dateline.source is None or (dateline.by_publisher and not publisher):
            dateline.source, dateline.by_publisher = value, publisher
    if _ORIGINAL_MARK.search(text):
        dateline.original = True
    dateline.bylines += read_authors(text)
    dateline.editors += _named(_EDITOR_LABEL, text, "责任编辑：")


def _named(label: re.Pattern[str], text: str, prefix: str) -> list[str]:
    """The names behind each label of a text, a prefix before them."""
    found = []
    for match in label.finditer(text):
        value = _first_field(re.split(r"[|｜]", text[match.end() :], maxsplit=1)[0])
        names = [] if is_tool_line(value) else find_authors(value)
        if names:
            found.append(prefix + " ".join(names))
    return found


def _first_field(text: str) -> str:
    """The value at the beginning of a text: up to the next label or a wide gap."""
    text = text.strip(f" {EDGE}")
    for end in (_OTHER_LABEL.search(text), _SEPARATOR.search(text)):
        if end:
            text = text[: end.start()]
    for separator in (EDGE, "  "):
        head, found, _ = text.partition(separator)
        if found and head.strip():
            text = head
    found_date = next(find_dates(text), None)
    if found_date:
        text = text[: found_date.start]
    return clean_line(text)


def _source_value(text: str) -> tuple[str | None, bool]:
    """What stands after 来源, without 原创, and whether 原创 stood there."""
    value = _first_field(text).partition("\u3000")[0]
    value = value.rstrip("\ufffd")  # an eaten space or bracket
    after = text[text.find(value) + len(value) :] if value else ""
    original = bool(re.match(rf"[\s{EDGE}(（\[【|｜]*原\s?创", after))
    if _ORIGINAL.search(value):
        original = True
        value = _ORIGINAL.sub("", value)
    return _unbracketed(value.strip(" ·|｜/／-:：。，\ufffd")) or None, original


def _unbracketed(name: str) -> str:
    """A name without brackets around it, but for those that belong to it: ``新疆日报（汉）``."""
    for opening, closing in ("()", "（）", "[]", "【】"):
        if name.startswith(opening) and name.endswith(closing):
            name = name[1:-1]
        more = name.count(opening) - name.count(closing)
        name = name.lstrip(opening) if more > 0 else name.rstrip(closing) if more < 0 else name
    return name.strip()


def _bare_source(text: str, raw: str) -> str | None:
    """A medium named beside the date without a label, with the 原创 that may follow it."""
    for part in re.split(rf"[{EDGE}\u3000|｜]|  ", text.replace(raw, EDGE)):
        value = _first_field(_unbracketed(part.strip("·•-—/／。 \ufffd")))
        for named in value.split(" "):
            name = _ORIGINAL.sub("", named)
            if _OURSELVES.fullmatch(name) or _OTHER_LABEL.match(name) or is_tool_line(name):
                continue
            if is_medium(name):
                return named
    return None


def _from_metas(document: Document) -> Dateline | None:
    for content in _unseen_dates(document):
        for found in find_dates(content):
            source = document.metas.get("contentsource") or document.metas.get("source")
            original = bool(source and _ORIGINAL.search(source))
            if source:
                source = _ORIGINAL.sub("", source).strip() or None
            dateline = Dateline(found.raw, found.at, source, original)
            _read_source_line(dateline, document.lines)
            return dateline
    return None


def _unseen_dates(document: Document) -> Iterator[str]:
    for name in _DATE_METAS:
        yield document.metas.get(name, "")
    for script in document.scripts:
        structured = _STRUCTURED_DATE.search(script)
        if structured:
            yield structured[1]


def _read_source_line(dateline: Dateline, lines: list[Line]) -> None:
    """The rest of the dateline, where the date itself is not shown."""
    for index, line in enumerate(lines):
        if line.text.endswith("。"):
            return
        text = field_text(line)
        if len(line.text) <= 80 and _SOURCE.search(text):
            dateline.first = dateline.last = index
            _read_fields(dateline, text)
            return
