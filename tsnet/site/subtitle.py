"""The smaller headline: above the dateline, or between it and the text.

There it is told from a heading of the text's first part. Knows HTML only as lines.
"""

from __future__ import annotations

import re
from itertools import count, pairwise

from tsnet.site.headings import holds_moment, texts_of
from tsnet.site.headline import (
    LEAST_UNMARKED,
    Headline,
    is_field,
    is_label,
    may_be_title,
    says_much,
)
from tsnet.site.lines import Line
from tsnet.site.resemblance import has_pair_of, is_of_text
from tsnet.site.text_element import is_outside_element
from tsnet.text.boilerplate.captions import is_caption
from tsnet.text.boilerplate.editors import byline_field
from tsnet.text.boilerplate.lines import LABEL_LENGTH, SENTENCE_ENDS, is_prose
from tsnet.text.boilerplate.media import is_medium, is_medium_and_day
from tsnet.text.names import NO_BYLINE
from tsnet.text.spacing import EDGE, letters
from tsnet.text.titles import LEAST_TITLE, LONGEST_TITLE, ends_with_quoted_word

_NO_SUBTITLE = re.compile(
    rf"记者(?!{NO_BYLINE}) |"  # a byline
    r"""
    ^[(（] | ^[【\[].*[】\]]$ | ^[\W_]+$
    | ^(?:[音视]频|图集?)[:：]                                # of a film, a picture
    | ^[\d:：/\s]+$                                           # a time
    | ^\d{4}年\d{1,2}月\d{1,2}日 | ^\d{1,2}月\d{1,2}日\s+星期  # the day of a diary
    | ^(?:访谈|活动|直播|采访)?(?:时间|地点|嘉宾|主题|主持人|专题)[:：]  # of a talk, a topic
    | ^(?:新华社|中新[社网]|本[报网])                         # the dateline of a wire
    | (?:评论员|[报刊志]社论?|编辑部)$                          # a byline
    | ^[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6}$         # a name
    | ^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．] | ^第.{1,4}[章节条] | ^[■□●○◆◇◎]  # an item
    | 第\s?\d+\s?号$ | [〔〕]                               # the number of a document
    | 。 | [！？；：:”…,，.;!?]$                             # a sentence
    """,
    re.VERBOSE,
)
"""What a short line between dateline and text is that is no smaller headline."""
_LONGEST_TOOL = 20
_LENGTH = re.compile(
    r"[^\W\d]\W{0,3}\d?\d:\d\d$|(?:阅读|读完|收听|听完|时长|需要?|约)\W{0,2}\d{1,3}\s?(?:分钟|字)"
)
"""How long a recording is, or reading takes: ``边走边听03:07``."""
_TOOL = re.compile(r"\d{1,3}\s?分钟|转[给发]|分享|好友|(?:智能|AI).{0,6}生成|[朗播]读?[放报读]")
"""Words of a tool: ``转给好友看看``."""
_IN_SERIES = re.compile(
    r"(?P<number>[【\[]?\d+(?P<unit>\D?))|(?P<label>[\u4e00-\u9fff]{2,6}[:：])"
    r"|(?P<word>[A-Za-z]{1,8}[. ]{0,2}\d)|(?P<mark>[●◆◎◇▶▍★☆•·])"
)
"""How the headings of parts open where they are alike: ``06:00``, ``辅料：``, ``PART 1``, ``●``.

What follows a number is the same in all."""
_QUOTED = re.compile(r"“[^“”。！？]+”")
_LEAST = 5
"""Characters of a smaller headline at least; a mark such as 编者按 or 阅读提示 has fewer."""
_LEAST_DASHED = 3
"""Letters of one behind a dash: ``——记刘翔``, not ``——题记``."""
_ENDS = re.compile(r"[。！？；：”!?;:]$")
"""How a sentence ends, or a salutation."""
_ALIKE = 3
"""Lines below a smaller headline that must stand in elements of one kind, other than its own."""
_VERSE = 2
"""Lines below the first that must be like it for verse."""
_LONGEST_VERSE = 40
"""Characters of a line of verse, or of figures."""
_OTHER_PARTS = 2
"""Lines set like the first, each above a paragraph, that show that it heads a part of the text."""
_REACH = 12
"""Lines below a smaller headline, pictures among them, in which the text begins."""
_MOST_HEADLINES = 3
"""Smaller headlines under one another; more lines are a text."""


def subtitle_between(
    lines: list[Line], start: int, stop: int, source: str | None = None
) -> str | None:
    """A smaller headline between headline and dateline, where the text does not stand.

    It is not the dateline's ``source``, which may stand there by itself.
    """
    between = [
        line
        for index, line in enumerate(lines[start:stop], start)
        if may_be_title(line) and not (index > start and _is_of_other(lines[index - 1], line))
    ]
    if len(between) > _MOST_HEADLINES or any(map(_is_paragraph, lines[start:stop], count())):
        return None
    for line in between:
        if (
            not line.is_link
            and len(letters(line.text)) >= LEAST_TITLE
            and (says_much(line.text) or _is_marked(line))
            and len(line.text) <= 80
            and not line.text.endswith(("：", ":"))
            and line.text != source
            and not is_field(line.text)
            and not holds_moment(line.text)
        ):
            return line.text
    return None


def is_subtitle(kept: list[Line], headline: Headline) -> bool:
    """Whether the first line below the dateline is a smaller headline, the text below it."""
    if len(kept) < 2:
        return False
    line = kept[0]
    text = line.text
    dashed = text.startswith(("——", "--"))
    texts = _texts_below(kept)[:4]
    following = [o for o in texts if dashed or is_prose(o.text) or "记者" in o.text]
    if (
        (line.indented and not line.centred)
        or "\t" in text
        or len(text) > LABEL_LENGTH
        or (_NO_SUBTITLE.search(text) and not _is_quoted(line))
        or byline_field(text)
        or is_medium_and_day(text)
        or not following
    ):
        return False
    if dashed:
        return len(letters(text)) >= _LEAST_DASHED
    if _is_heading_of_part(kept) or _is_verse(kept):
        return False
    return len(text) >= _LEAST and (
        headline.below
        or line.heading > 0
        or line.centred
        or _is_set_apart(kept)
        or _is_of_other_kind(kept)
        or (headline.of_page and is_of_text(text, kept[1:]))
        or (texts[0].indented and all(o.indented for o in following))
    )


def is_of_tools(kept: list[Line]) -> bool:
    """Whether the first line below the dateline is a recording's, or asks to share, as a tool does.

    It is set as no headline, prose follows, and that does not speak of the same.
    """
    line, *below = kept
    if line.picture is not None or len(line.text) > _LONGEST_TOOL:
        return False
    is_length = _LENGTH.search(line.text) is not None
    return (
        (is_length or _TOOL.search(line.text) is not None)
        and line.is_plain
        and not (line.indented or line.text.endswith(SENTENCE_ENDS))
        and any(is_prose(other.text) for other in _texts_below(kept)[:1])
        and (is_length or not has_pair_of(line.text, below))
    )


def _is_quoted(line: Line) -> bool:
    """Whether a line is no sentence though it ends as one does: with a quote."""
    quoted = line.heading > 0 and _QUOTED.fullmatch(line.text) is not None
    return quoted or ends_with_quoted_word(line.text)


def _is_set_apart(kept: list[Line]) -> bool:
    """Whether the first line stands outside the element of the others, and names no medium."""
    return _may_stand_alone(kept[0].text) and is_outside_element(kept[:_REACH])


def _is_of_other_kind(kept: list[Line]) -> bool:
    """Whether the first line stands in an element of another name or class than the next ones."""
    first, below = kept[0], _texts_below(kept)[:_ALIKE]
    kinds = {line.within for line in below}
    return (
        len(below) == _ALIKE
        and len(kinds) == 1
        and first.within not in ("", *kinds)
        and _may_stand_alone(first.text)
    )


def _texts_below(kept: list[Line]) -> list[Line]:
    """The lines near below the first that are neither pictures nor set as their captions."""
    return [
        line
        for above, line in pairwise(kept[:_REACH])
        if line.picture is None
        and not (above.picture is not None and (line.centred or is_caption(line.text)))
    ]


def _may_stand_alone(text: str) -> bool:
    """Whether a text says more than a source, and names no medium."""
    return len(letters(text)) >= LEAST_UNMARKED and not is_medium(text)


def _is_verse(kept: list[Line]) -> bool:
    """Whether the first line is one of verse: the next two are as short, and set like it."""
    first = kept[0]
    below = texts_of(kept[1:_REACH])[:_VERSE]
    return len(below) == _VERSE and all(
        line.style == first.style
        and line.indented == first.indented
        and len(line.text) <= _LONGEST_VERSE
        and not (_ENDS.search(line.text) or byline_field(line.text) or "记者" in line.text)
        for line in below
    )


def _is_heading_of_part(kept: list[Line]) -> bool:
    """Whether the first line is one of several that are set alike, or open alike.

    One that stands outside the element of the text is not set like a line in an element of another
    kind, or like one within the element of the text.
    """
    first = kept[0]
    apart = _is_set_apart(kept)
    kind = _kind_of_opening(first.text)
    set_apart = first.heading > 0 or first.centred or first.is_bold
    return _heads_one_of_parts(kept) or any(
        above.picture is None is other.picture
        and len(other.text) <= LABEL_LENGTH
        and not (other.text.endswith("。") or "\t" in other.text or is_caption(other.text))
        and (
            (
                set_apart
                and other.style == first.style
                and other.indented == first.indented
                and not (apart and (other.within != first.within or other.level > first.level))
            )
            or (kind is not None and _kind_of_opening(other.text) == kind)
        )
        for above, other in pairwise(kept)
    )


def _heads_one_of_parts(kept: list[Line]) -> bool:
    """Whether two lines further below stand above a paragraph, too, set as the first line is."""
    first, *texts = kept[0], *texts_of(kept[1:])
    like_first = (
        is_prose(below.text)
        and not is_prose(line.text)
        and len(line.text) <= LABEL_LENGTH
        and line.is_set_as(first)
        for line, below in pairwise(texts)
    )
    return is_prose(texts[0].text) and sum(like_first) >= _OTHER_PARTS


def _kind_of_opening(text: str) -> tuple[str | None, str | None] | None:
    """In what way a line opens as headings of parts do that are alike; None where in none."""
    match = _IN_SERIES.match(text)
    return match and (match.lastgroup, match["unit"])


def _is_of_other(above: Line, line: Line) -> bool:
    """Whether a line belongs to the one above it: a label, or the picture of who wrote the text."""
    if above.picture is not None:
        return EDGE in line.raw.strip(f"{EDGE} \n")
    return is_label(above, line)


def _is_paragraph(line: Line, number: int) -> bool:
    """Whether a line below the headline is text; the first may be a headline that exclaims."""
    ends = ("！", "？", "!", "?") if number else ()
    return len(line.text) > LONGEST_TITLE or "。" in line.text or line.text.endswith(ends)


def _is_marked(line: Line) -> bool:
    return line.centred or line.bold_chars > 0 or line.text.startswith(("—", "-"))
