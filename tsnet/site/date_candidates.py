"""Which of a page's dates is that of publication, weighed by its line and the lines around it.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice, takewhile
from operator import attrgetter

from tsnet.site.document import Document
from tsnet.site.furniture import leads_to_neighbour
from tsnet.site.lines import Line
from tsnet.text.boilerplate.lines import SENTENCE_ENDS
from tsnet.text.boilerplate.media import GIVEN_OUT, is_medium, newspaper_of
from tsnet.text.boilerplate.other_articles import may_head_comments
from tsnet.text.dates import FoundDate, find_dates, find_known_date
from tsnet.text.fields import (
    BEFORE_FIELD,
    DATE_LABEL,
    OTHER_LABEL,
    PLACE_LABEL,
    PUBLISHED,
    SOURCE_LABEL,
    TIME,
    WRITTEN,
    field_text,
    find_bare_source,
)
from tsnet.text.gbk import LOST
from tsnet.text.spacing import EDGE, letters, pieces
from tsnet.text.titles import TAG_SEPARATOR, strip_site_name

_YEAR = re.compile(
    r"[12１２][\d０-９]{3}[\s\x1f]{0,4}[-/.年－／．\ufffd]|[\d０-９]{4}[\s\x1f]{0,4}[-年]"
    r"|\ufffd[09]\d\d[\s\x1f]{0,4}[-/.年]|[12]\d{7}[ T]?\d\d:?\d\d:?\d\d"
)
_DIGITS = re.compile(r"\d+")
DAY_IN_BRACKETS = re.compile(r"[(（]\d{4}年\d{1,2}月\d{1,2}日[)）]")
"""When a speech was held, below its headline."""
_PUBLISHED = re.compile(PUBLISHED)
_OF_PAGE = re.compile(f"{PUBLISHED}|公开")
"""The same in a table of particulars, where no lesson is meant: ``公开课``."""
_WRITTEN = re.compile(WRITTEN)
_PIECE_OF_DATE = re.compile(r"[\d\-/.:年月日]{2,10}")
_MOST_PIECES = 4
"""Lines in which a calendar sets a date: year, month, day, hour."""
_CLOCK = re.compile(r"今天|现在是|当前时间|农历|欢迎")
"""What a line says that shows the day on which the page is looked at."""
_LEAST_HEADLINE = 6
"""Letters from which on what ``<title>`` holds is the headline, not the name of the site."""
_LONGEST = 300
"""Characters of a line in which a date may be that of publication."""
_LONGEST_SOURCE = 40
"""Characters that a source and a button or two take beside the date."""
_LITTLE_MORE = 12
_MORE = 20
"""Characters beside the date in its line: up to the first number they speak for it, beyond the
second against it."""
_GAP = f" \u3000|｜{EDGE}"
"""What parts the fields of a dateline."""
_LABELLED = re.compile(r"[^\d。，]{2,8}(?:19|20)\d\d")
"""How a line opens that may hold a label and a date; to look for it spares time."""
_DASH = r"\s?[-—–~～]{1,2}\s?"
_SENTENCE_RUN = re.compile(
    r"[\u4e00-\u9fff]{4}|[起止前][\u4e00-\u9fff]|\s?[至到]"
    rf"|{_DASH}(?:\d{{1,2}}[:：月日时]|\d{{4}}[-/.年])"
)
"""How a sentence or a span of time goes on behind a date: ``起施行``, ``前报名``, ``至3月28日``."""
_UP_TO = re.compile(
    r"(?:(?<![新享发])[至到]|(?:开始|截止|结束|生效|施行|实施|失效|废止)(?:时间|日期)?|有效期限?)"
    r"\s?[:：]?\s?$"
    rf"|(?:\d[日时分]|[:：]\d\d|[-/.]\d{{1,2}}){_DASH}$"
)
"""What stands before an end of a span of time, or the day from which a rule holds: ``报名至``,
``截止时间：``, ``10:00—``, ``生效日期：``."""
_CELL_LABEL = re.compile(r"(发布于?|.*(?:时\s*间|日\s*期))[:：]?")
"""A label in a cell of its own; a headline may as well end with 发布, 开始 or 结束."""
LONGEST_TABLE = 14
"""Lines above and below the date in which a table of particulars may say more of the article."""
NEIGHBOURS = 3
"""Lines above and below the date in which the source may stand when it has its own element."""
_SURE_SCORE = 6.0
"""Score from which on the day of the address is not looked for in a shorter form."""
_LEAST_SCORE = 1.0
"""Score below which no date without a label is that of publication."""
_OF_LIST = 4.0
"""What speaks against a date beside the link to another article."""
_OF_EVENT = 4.0
"""What speaks against a date beside a place."""
_TIME_OF_EVENT = 3.0
"""What speaks against it besides where it has a label, which then is the event's: ``时间：``."""
_OF_DOCUMENT = 6.0
"""What speaks against the day of a document where a table has that of its publication, too, which
may stand further from the source."""
_LONGEST_LABEL = 8
"""Characters of a date's label, its colon among them."""
_UP_TO_THEN = 5.0
"""What speaks against an end of a span of time, whose hour speaks for it."""
_LONGEST_UP_TO = 12
"""Characters of what stands before it."""
_STATED = 4.0
"""What it says for a date that the page states it unseen, too."""
_DELAY = 31
"""Days between writing and publishing that are nothing unusual."""
_SHORT_DATE_LINES = 200
"""Lines in which a date without its year is looked for."""
_MOST_CANDIDATES = 200
"""Dates that are weighed; the dateline stands near the top."""


@dataclass(slots=True)
class Candidate:
    """A date of the page, and how likely it is that of publication."""

    index: int
    """Index of the line it stands in."""
    found: FoundDate
    """The date."""
    label: str
    """What stands before it: in its line, or in the cell or the line above it, with a colon."""
    score: float = 0.0
    """How likely it is, by all that speaks for and against it."""
    signs: bool = False
    """Whether it may be a date in or below the text: of a signature, with no headline above it, or
    a day behind another label (开奖日期：)."""

    @property
    def is_sure(self) -> bool:
        """Whether it needs no other to agree with it."""
        return self.score >= _SURE_SCORE

    def is_of(self, day: date | None) -> bool:
        """Whether it is a day's; no day is one of."""
        return self.found.at.date() == day


def is_stamp(text: str) -> bool:
    """Whether a line opens with a date and the label of when a page was published."""
    found = next(find_dates(text), None) if _LABELLED.match(text) else None
    return found is not None and DATE_LABEL.fullmatch(text[: found.start]) is not None


def find_date(
    document: Document, published: date | None, stated: datetime | None = None
) -> Candidate | None:
    """The date of publication that a page shows; None when none of its dates is likely.

    ``published`` is the day of the address; a date of that day counts in a short form, too, and
    one of the day before, with its year, where there is no other.
    ``stated`` is what the page says unseen: a date of that minute counts where others do not.
    """
    lines = document.lines
    best = _best(document, _full_dates(lines), published)
    if published is not None and not (best and best.is_sure and best.is_of(published)):
        short = _best(document, _short_dates(lines, published), published)
        both = filter(None, (best, short))
        best = max(both, key=lambda each: (each.score, each.is_of(published)), default=None)
    if best is None and published is not None and published != date.min:
        # Written shortly before midnight, or filed under the next day.
        day = published - timedelta(days=1)
        set_so = (each for each in _short_dates(lines, day) if str(day.year) in each[1].raw)
        best = _best(document, set_so, published)
    if best is not None and stated is not None:
        best.score += _STATED * (best.found.at == stated.replace(second=best.found.at.second))
    if best is None:
        return None
    is_labelled = DATE_LABEL.search(best.label) and not is_of_event(lines, best.index)
    if best.score < (0 if is_labelled else _LEAST_SCORE):
        return None
    best.signs = (
        _is_day_alone(lines[best.index], best.found)
        and not _title_above(lines, best.index, document.title)
        and any(line.text.endswith("。") for line in lines[: best.index])
    ) or (
        not (best.found.has_time or is_labelled)
        and _before(lines[best.index], best.found).rstrip().endswith((":", "："))
    )
    return best


def _best(
    document: Document, dates: Iterator[tuple[int, FoundDate]], published: date | None
) -> Candidate | None:
    """The likeliest of some dates, the first of equals."""
    lines, tag = document.lines, document.title
    candidates = [
        Candidate(index, found, _label(lines, index, found))
        for index, found in islice(dates, _MOST_CANDIDATES)
    ]
    listed = _at_equal_steps(lines, candidates)
    published_at = [
        each.index
        for each in candidates
        if DATE_LABEL.search(each.label) and _OF_PAGE.search(each.label[-_LONGEST_LABEL:])
    ]
    for each in candidates:
        line = lines[each.index]
        above = _title_above(lines, each.index, tag)
        each.score = _score(lines, each) + above
        if _is_mostly_link(line) and (
            document.is_here(line.href) or _links_to_medium(line, each.found)
        ):
            each.score += _OF_LIST
        if each.index in listed and not DATE_LABEL.search(each.label):
            each.score -= 3
        if _WRITTEN.search(each.label[-_LONGEST_LABEL:]) and any(
            abs(index - each.index) <= LONGEST_TABLE for index in published_at
        ):
            each.score -= _OF_DOCUMENT
        if published is not None:
            apart = abs((each.found.at.date() - published).days)
            each.score += 1 if apart <= 1 else -1 if apart > _DELAY else 0
    return max(candidates, key=attrgetter("score"), default=None)


def _is_day_alone(line: Line, found: FoundDate) -> bool:
    """Whether a line is a date without an hour and nothing else, as a signature has it."""
    return line.text == found.raw and not found.has_time


def _before(line: Line, found: FoundDate) -> str:
    return field_text(line.raw)[: found.start]


def _label(lines: list[Line], index: int, found: FoundDate) -> str:
    above = _CELL_LABEL.fullmatch(lines[index - 1].text) if index else None
    return _before(lines[index], found) or (f"{above[1]}：" if above else "")


def _at_equal_steps(lines: list[Line], candidates: list[Candidate]) -> set[int]:
    """The lines of three dates and more of one form, as lists have them, and comments.

    They stand at equal steps, and what is above each is set alike: link, abstract, date.
    """
    indices_of: dict[str, list[int]] = {}
    for each in candidates:
        indices_of.setdefault(_DIGITS.sub("0", each.found.raw), []).append(each.index)
    listed: set[int] = set()
    for indices in indices_of.values():
        for first, second, third in zip(indices, indices[1:], indices[2:], strict=False):
            step = second - first
            if third - second == step > 0 and all(
                _kind(lines[third - up]) == _kind(lines[second - up]) for up in range(step)
            ):
                listed.update((first, second, third))
    return listed


def _kind(line: Line) -> tuple[bool, int]:
    return line.is_link, line.heading


def _full_dates(lines: list[Line]) -> Iterator[tuple[int, FoundDate]]:
    """Dates with their year, each with the index of its line; the time may stand in the next."""
    for index, line in enumerate(lines):
        raw = line.raw
        if len(line.text) <= _LONGEST and _may_hold_year(raw) and _YEAR.search(raw):
            text = field_text(raw)
            if index + 1 < len(lines) and TIME.fullmatch(lines[index + 1].text):
                text += EDGE + lines[index + 1].text
            for found in find_dates(text):
                yield index, found


def _may_hold_year(text: str) -> bool:
    # Finding a string is many times faster than a pattern.
    return "20" in text or "19" in text or "２０" in text or "１９" in text or LOST in text


def _short_dates(lines: list[Line], published: date) -> Iterator[tuple[int, FoundDate]]:
    """Dates that only the day of the address makes sure: ``01-23 19:38``, ``20250123``, …"""
    day, year = str(published.day), str(published.year)
    for index, line in enumerate(lines[:_SHORT_DATE_LINES]):
        raw = line.raw
        if len(raw) <= _LONGEST and (
            day in raw or ("年" in raw and "二" in raw) or line.text.startswith(year)
        ):
            text = field_text(raw)
            if _PIECE_OF_DATE.fullmatch(text):
                below = (line.text for line in lines[index + 1 : index + _MOST_PIECES])
                whole = EDGE.join([text, *takewhile(_PIECE_OF_DATE.fullmatch, below)])
                text = whole if year in whole else text
            found = find_known_date(text, published)
            if found:
                yield index, found


def _score(lines: list[Line], candidate: Candidate) -> float:
    """What a date's own line, its label and the lines around it say for it, in points."""
    index, found, label = candidate.index, candidate.found, candidate.label
    line = lines[index]
    text = field_text(line.raw)
    after = text[found.end :]
    source = SOURCE_LABEL.search(text)
    score = 2.0 if found.has_time else 0.0
    if source:
        score += 2 if GIVEN_OUT.search(line.text) else 4
    elif _source_nearby(lines, index):
        score += 3
    elif newspaper_of(line.text) or (
        _may_name_medium(line, found) and find_bare_source(text, found.raw) is not None
    ):
        score += 2
    if DATE_LABEL.search(label):
        if is_of_event(lines, index):
            score -= _TIME_OF_EVENT
        else:
            # Of a change; of a document, which is published later.
            said = label[-_LONGEST_LABEL:]
            score += -1 if "更新" in said else 1 if _WRITTEN.search(said) else 1.5
    if _runs_on(after):
        score -= 3
    if _UP_TO.search(label.replace(EDGE, "")[-_LONGEST_UP_TO:]):
        score -= _UP_TO_THEN
    rest = len(line.text) - len(found.raw)
    if rest <= (_LONGEST_SOURCE if source else _LITTLE_MORE):
        score += 1
    elif rest > _MORE and not OTHER_LABEL.match(after.lstrip(_GAP)):
        score -= 2
    if not (rest or found.has_time) and _is_signed(lines, index):
        score -= 1
    if DAY_IN_BRACKETS.fullmatch(line.text):
        score -= 2
    return score - _score_of_other(lines, index)


def _may_name_medium(line: Line, found: FoundDate) -> bool:
    """Whether a line is no link to an article: it has none, or a medium stands first in it."""
    if not line.link_chars:
        return True
    fields = pieces(field_text(line.raw).replace(found.raw, EDGE))
    return is_medium(next(filter(letters, fields), ""))


def _is_mostly_link(line: Line) -> bool:
    return line.link_chars * 2 > len(line.text)


def _links_to_medium(line: Line, found: FoundDate) -> bool:
    """Whether the link beside a date is a medium's name, maybe with its label: ``来源：天山网``."""
    text = field_text(line.raw)
    return SOURCE_LABEL.match(text) is not None or find_bare_source(text, found.raw) is not None


def _is_signed(lines: list[Line], index: int) -> bool:
    """Whether a date may be that of a signature below a text."""
    return any(line.text.endswith(SENTENCE_ENDS) for line in lines[max(0, index - 2) : index])


def _score_of_other(lines: list[Line], index: int) -> float:
    """What a line says for something else: a list of articles, a text, a clock, an event."""
    line = lines[index]
    score = 0.0
    if _is_mostly_link(line):
        score += _OF_LIST
    if "。" in line.text:
        score += 3
    if leads_to_neighbour(line):
        score += 4
    if _CLOCK.search(line.text):
        score += 4
    if is_of_event(lines, index):
        score += _OF_EVENT
    return score


def _runs_on(after: str) -> bool:
    """Whether a sentence goes on right behind a date: ``2025年3月18日18时发布寒潮预警信号：``."""
    return _SENTENCE_RUN.match(after.replace(EDGE, " ")) is not None


def _source_nearby(lines: list[Line], index: int) -> bool:
    """Whether a line near a date names the source, and no text stands between them."""
    above = lines[max(0, index - NEIGHBOURS) : index][::-1]
    for near in (above, lines[index + 1 : index + 1 + NEIGHBOURS]):
        if any(SOURCE_LABEL.match(line.text) for line in takewhile(_is_no_text, near)):
            return True
    return False


def _is_no_text(line: Line) -> bool:
    """Whether a line may stand between two fields of a dateline: no sentence, no comments."""
    text = line.text
    return "。" not in text and not may_head_comments(text)


def is_of_event(lines: list[Line], index: int) -> bool:
    """Whether a date is when something takes place, which an article says beside where it does."""
    return not _PUBLISHED.search(lines[index].text) and any(
        "地" in line.text and PLACE_LABEL.search(line.text)
        for line in lines[max(0, index - 1) : index + 2]
    )


def _title_above(lines: list[Line], index: int, tag: str) -> int:
    """2 where a line above is in ``<title>``, 1 where it is another heading (spam, a logo)."""
    found = 0
    above = lines[max(0, index - 6) : index]
    signature = _signature(above, tag)
    for line in reversed(above):
        if not line.indented and is_headline(line, tag):
            return 0 if line is signature else 2
        if line.is_great_heading:
            found = 1
        if line.text.endswith("。"):
            break
    return found


def _signature(above: list[Line], tag: str) -> Line | None:
    """The last of the lines above a date, where it may be the name that signs the text above it.

    Such a name may well be a part of the headline: ``伊宁县公安局``.
    """
    if len(above) < 2 or not above[-2].text.endswith("。"):
        return None
    headline = max(map(letters, TAG_SEPARATOR.split(tag)), key=len)
    return above[-1] if 2 * len(letters(above[-1].text)) < len(headline) else None


def is_headline(line: Line, tag: str) -> bool:
    """Whether a line is what ``<title>`` (``tag``) holds, or a short one what it opens with.

    A mark 原创 may stand before it.
    """
    key = letters(BEFORE_FIELD.sub("", line.raw) if "原" in line.raw else line.text)
    if len(key) >= _LEAST_HEADLINE:
        return key in letters(tag)
    return key != "" and key == letters(strip_site_name(tag))
