"""Abstracts and summaries that a system sets above a text, whose words the text repeats."""

from __future__ import annotations

import re

from tsnet.site.furniture import is_own_picture
from tsnet.site.lines import Line
from tsnet.site.parts import ArticleParts
from tsnet.site.text_element import is_set_apart
from tsnet.text.boilerplate.lines import BROKEN_OFF
from tsnet.text.boilerplate.tools import is_placeholder, is_summary_heading, is_summary_note
from tsnet.text.spacing import ends_sentence, letters

_ABSTRACT_LABEL = re.compile(
    r"^[【\[]?(?:内容|文章)?(?:摘要|提要|简介|导读|核心提示)[】\]]?\s*[:：]?"
)
_LEAST_ABSTRACT = 20
"""Letters from which on a line that the text below repeats is an abstract, and no chance."""
_LONGEST_ABSTRACT_HEADING = 12
"""Characters of the heading of an abstract."""
_ABSTRACT_REACH = 12
"""Lines, pictures among them, that hold an abstract and as much of the text as it was cut from."""
_LEAST_LABELLED = 8
_LABELLED_REACH = 40
"""Both for an abstract behind the label 摘要：: its letters at least, and the lines below it, which
may be cells of a table."""
_SPOILT = 2
"""Letters at the end of an abstract that may not be the text's, since it was cut within a word."""
_LONGEST_SUMMARY = 6
"""Lines of a summary that a program wrote, at most; the line that says so stands below them."""


def labelled_abstracts(region: list[Line]) -> set[int]:
    """Indices of the lines with the label 摘要： that repeat what the text below them says."""
    found = set()
    for index, line in enumerate(region[:_ABSTRACT_REACH]):
        label = _ABSTRACT_LABEL.match(line.text)
        if label is None or label[0] == line.text:
            continue
        abstract = line.text[label.end() :]
        below = region[index + 1 : index + 1 + _LABELLED_REACH]
        place = _place_in_text(abstract, [o for o in below if not is_placeholder(o.text)])
        if place == 0 or (place > 0 and len(letters(abstract)) >= _LEAST_LABELLED):
            found.add(index)
    return found


def _place_in_text(abstract: str, text: list[Line]) -> int:
    """Offset in a text, by letters, of an abstract without its spoilt end; -1 where none is."""
    end = -_SPOILT if abstract.endswith(BROKEN_OFF) else None
    return "".join(letters(line.text) for line in text).find(letters(abstract)[:end])


def drop_summary(parts: ArticleParts, region: list[Line]) -> list[Line]:
    """Without a summary that a program wrote: its heading, itself, and the line that says so."""
    kept: list[Line] = []
    end = 0
    for index, line in enumerate(region):
        if is_summary_heading(line.text):
            below = region[index + 1 : index + 1 + _LONGEST_SUMMARY]
            notes = (n for n, o in enumerate(below, 2) if is_summary_note(o.text))
            end = index + next(notes, 1)
            if kept and kept[-1].picture and not is_own_picture(kept[-1]):
                kept.pop()  # its icon
        if index < end:
            parts.cleaning["summary"] += len(line.text)
        else:
            kept.append(line)
    return kept


def drop_abstract(parts: ArticleParts, kept: list[Line]) -> list[Line]:
    """Without an abstract that a system cut from the beginning of the text, and its heading."""
    below_heading = bool(kept) and len(kept[0].text) <= _LONGEST_ABSTRACT_HEADING
    for start in range(min(len(kept) - 1, 1 + below_heading)):
        ends = (n for n in range(start + 1, len(kept)) if kept[n].block != kept[start].block)
        for end in sorted({start + 1, next(ends, start + 1)}):
            if _is_cut_from_text(kept[start:end], kept[end : end + _ABSTRACT_REACH]):
                parts.cleaning["summary"] += sum(len(line.text) for line in kept[:end])
                return kept[end:]
    return kept


def _is_cut_from_text(lines: list[Line], below: list[Line]) -> bool:
    """Whether some lines are an abstract: those below say the same and go on, or say no more."""
    text = "".join(line.text for line in lines)
    key = letters(text)
    if len(key) < _LEAST_ABSTRACT or not below:
        return False
    is_whole = ends_sentence(text) or key == letters(below[0].text)
    is_likely = not is_whole or text.endswith(BROKEN_OFF) or is_set_apart([lines[-1], *below])
    first, second = lines[0], below[0]
    is_set_alike = (first.within, first.indented) == (second.within, second.indented)
    # The text's letters are looked at last: next to no first paragraph gets so far.
    if (is_set_alike and not is_likely) or _place_in_text(text, below) != 0:
        return False
    return is_likely or len(key) == sum(len(letters(line.text)) for line in below)
