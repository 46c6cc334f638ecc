"""The end of a body: what stands between the last paragraph and the end of the article."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile
from operator import attrgetter

from tsnet.site.body_extent import UNMARKED_LINES, follows_closely
from tsnet.site.boxes import may_be_of_box
from tsnet.site.credits import take_away
from tsnet.site.furniture import (
    is_button,
    is_code_to_scan,
    is_date,
    is_imprint,
    is_label_of_links,
    is_own_picture,
    is_tags,
    leads_elsewhere,
    leads_to_file,
)
from tsnet.site.lines import Line
from tsnet.site.parts import ArticleParts
from tsnet.text.boilerplate.breadcrumbs import breadcrumb
from tsnet.text.boilerplate.editors import (
    is_credit,
    is_loose_editor_line,
    is_loose_staff_line,
    is_picture_credit,
    is_staff_line,
    may_be_credit,
    names_author_of_work,
    names_photographer,
)
from tsnet.text.boilerplate.lines import LABEL_LENGTH, SENTENCE_ENDS, is_prose
from tsnet.text.boilerplate.media import is_source_line
from tsnet.text.boilerplate.notices import (
    forbids_copying,
    is_loose_notice,
    is_notice,
    is_notice_heading,
    speaks_of_rights,
)
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import asks_for_news, is_offer
from tsnet.text.dates import find_dates
from tsnet.text.fields import is_empty_field

_NONE = re.compile("暂?无|暂缺")
"""What says that there are no attachments, also in a line of its own."""
_NO_ATTACHMENT = re.compile(rf"(?:相关)?(?:附件|文件)(?:下载|列表)?[:：]\s*(?:{_NONE.pattern})?")
"""Their label where the page has none: nothing stands behind it, or that."""
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
_LONGEST_LIST = 100
"""Lines above a credit or a notice among which others are looked for, or the text is read."""


def drop_foot(parts: ArticleParts, kept: list[Line], end: Line) -> list[Line]:
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


def trim_tail(parts: ArticleParts, kept: list[Line], *, footer: bool) -> list[Line]:
    """Without what stands between the last paragraph and the end of the article.

    ``footer`` says that the page's foot is that end. Pictures may stand below a notice.
    """
    pictures = [*takewhile(attrgetter("picture"), reversed(kept))][::-1]
    above = kept[: len(kept) - len(pictures)]
    if pictures and above and is_notice(above[-1].text):
        return trim_tail(parts, above, footer=footer) + pictures
    below = ""
    taken: Line | None = None
    while kept:
        rule = _tail_rule(kept, below, footer=footer) or _rule_for_unknown(
            kept, taken, footer=footer
        )
        if rule is None:
            break
        below, taken = rule, kept.pop()
        take_away(parts, rule, taken)
        if kept and is_code_to_scan(kept[-1], taken):
            kept.pop()
    return kept


def _rule_for_unknown(kept: list[Line], below: Line | None, *, footer: bool) -> str | None:
    """The rule for a last line of unknown words that stands among what is none of the text.

    It is of a box beside the text (``boxes``). Or it is a button (``tools``): above it, with a few
    like it between at most, stands what ends a text; or it is set as what was taken ``below`` it,
    and not as the text.
    """
    line = kept[-1]
    near = kept[-_LONGEST_LIST:]
    run = [*takewhile(lambda other: not is_prose(other.text), reversed(near))][::-1]
    if len(run) == len(near):
        return None
    text = near[: len(near) - len(run)]
    if _are_apart(run, text):
        return "boxes"
    if not _may_be_button(line):
        return None
    if below is not None and line.is_set_as(below) and not line.is_set_as(text[-1]):
        return "tools"
    for number in range(1, min(_MOST_UNKNOWN, len(kept) - 1) + 1):
        above = kept[-number - 1]
        rule = _tail_rule(kept[:-number], "", footer=footer)
        if rule in ("notice", "editors", "staff"):
            return "tools"
        if rule is None and not _may_be_button(above):
            break
    return None


def _are_apart(run: list[Line], text: list[Line]) -> bool:
    """Whether the lines below a text are a few buttons in an element that no paragraph is in.

    All paragraphs stand in elements of one kind, and the first line of the ``run`` in one with a
    class of its own, or one element further from the last than they from each other.
    """
    if not 0 < len(run) <= _MOST_UNKNOWN:
        return False
    paragraphs = [line for line in text if is_prose(line.text)]
    if len(paragraphs) < _LEAST_PARAGRAPHS:
        return False
    kinds = {line.within for line in paragraphs}
    gaps = [b.block - a.block for a, b in pairwise(text) if is_prose(a.text) and is_prose(b.text)]
    first, last = run[0], text[-1]
    has_class = _WITH_CLASS.match(first.within) is not None and first.within not in kinds
    return (
        len(kinds) == 1
        and (has_class or first.block - last.block == max(gaps, default=0) + 1)
        and last.text.endswith(SENTENCE_ENDS)
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
    if is_empty_field(text):
        return "staff"
    # A bold line heads a part of the text elsewhere, but none stands below this one.
    is_tool = is_button(replace(line, bold_chars=0)) or _NO_ATTACHMENT.fullmatch(text)
    if is_tool or asks_for_news(text) or (is_offer(text) and _is_below_sentence(kept)):
        return "tools"
    is_none = len(kept) > 1 and _NONE.fullmatch(text) and _NO_ATTACHMENT.fullmatch(kept[-2].text)
    return "tools" if is_none else None


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
