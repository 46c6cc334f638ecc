"""The mirror's damage undone in a page of the site, of which more is known than of any text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from tsnet.site.interference import clear
from tsnet.text.gbk import EURO, pair_of
from tsnet.text.mirror import Restored, restore
from tsnet.text.readings import ANNOTATION, TONE_MARK
from tsnet.text.script import beyond_ascii, forms, is_traditional

_FEWEST_ANNOTATIONS = 8
"""Readings that a page of a mirror has at least; an article on a rare name has fewer."""
_TIMES_EACH = 1.5
"""How often each character is annotated, on average: a lesson tells a reading once."""
_SHARE_ANNOTATED = 0.95
"""Of the places of such characters so many have their reading. A lesson gives readings in its
text, but none in the page's title and foot."""
_TITLE = re.compile(r"<title\b[^<>]*>([^<]*)", re.IGNORECASE)

_STRETCH = re.compile(r">([^<>]{20,})<")
_FEWEST_SIMPLIFIED = 4
"""Different characters of Simplified script alone in a stretch that no mirror has touched."""
_HOLDER = "\x02"
"""Stands around the number of a stretch that is set aside; no page has it."""
_HELD = re.compile(f"{_HOLDER}([0-9]+){_HOLDER}")

_REFERENCE = re.compile(r"&(?=#)#(?:([0-9]{3,6})|x([0-9a-f]{2,5}));", re.IGNORECASE)
"""Begins with one character, which is found twice as fast as two."""

_EATEN_BRACKET = re.compile(
    r"\ufffd(?=/[a-zA-Z][a-zA-Z0-9]{0,10}\s*>"
    r"|(?:p|br|div|span|strong|b|font|td|tr|table|a|img|h[1-6]|li|ul|em|section)\b"
    r"(?:\s[^<>\ufffd]{0,300})?/?>)"
)
_LAST_OF_TAG = re.compile(r"\ufffd(?=\s*/?>)")
"""What every eaten quote is; to look at each tag for one takes thirty times as long."""
_EATEN_QUOTE = re.compile(
    rf"(<[a-zA-Z][^<>\"]*(?:\"[^<>\"]*\"[^<>\"]*)*=\"[^<>\"]*){_LAST_OF_TAG.pattern}"
)

_INLINE = r"<(?:span|font|strong|b)\b"
"""How an element within a line opens."""
_NO_BREAK_SPACES = re.compile(rf"\?(?<=[>\s:：]\?)[\s?]*(?=[^\x00-\x7f]|[0-9]|{_INLINE}|</)")
"""What may indent a line, be all of one, or part a value from its name: GBK has no no-break spaces,
so a mirror that did not keep them as references shows a question mark for each."""
_OPENS_LINE = re.compile(rf"<(?:p|div)\b[^<>]*>(?:{_INLINE}[^<>]*>)*\s*\Z")
_LONGEST_OPENING = 300
"""Characters of the tags that open a line."""


def restore_page(text: str, *, rendered: bool = False) -> Restored:
    """A decoded page with the mirror's damage undone.

    The site writes Simplified, and no readings: a page of it in Traditional script is from a
    mirror, though that annotates little or nothing of it, and so is one in Simplified script in
    which a set of characters is annotated throughout.  The damage eats ASCII characters; where one
    was markup, what follows says which, and it is put back.

    rendered: whether a browser has shown the page, into which a script may have put text that
    came by itself, as the site wrote it. That is left alone, and tells nothing of the rest.
    """
    # A page that is sent as GB 2312, GBK or ASCII has a reference for each character beyond that,
    # as the mirror made it.  What GBK lacks was a reference before the damage, and stays one.
    text = _REFERENCE.sub(_resolved, text)
    if rendered:
        held, untouched = _set_aside(text)
        # Where the rest is no mirror's either, the page is as the site wrote it.
        if untouched and (restored := _restored(held)).annotations:
            whole = _HELD.sub(lambda found: untouched[int(found[1])], restored.text)
            return replace(restored, text=whole)
    return _restored(text)


def _set_aside(text: str) -> tuple[str, list[str]]:
    """A page without the stretches of text that no mirror has touched, and these.

    A mirror leaves hardly a character that is of Simplified script alone, and where it shows one,
    out of step, a reading stands in the same stretch.
    """
    untouched: list[str] = []

    def hold(stretch: re.Match[str]) -> str:
        of_site = forms().simplified_only.intersection(beyond_ascii(stretch[1]))
        if (
            len(of_site) < _FEWEST_SIMPLIFIED
            or TONE_MARK.search(stretch[1])
            or is_traditional(stretch[1])
        ):
            return stretch[0]
        untouched.append(stretch[1])
        return f">{_HOLDER}{len(untouched) - 1}{_HOLDER}<"

    held = text if _HOLDER in text else _STRETCH.sub(hold, text)
    return (held, untouched) if is_traditional(held) else (text, [])


def _restored(text: str) -> Restored:
    restored = restore(text)
    if not restored.annotations and (is_traditional(text) or _is_annotated(text)):
        restored = restore(text, mirrored=True)
    html = restored.text
    if restored.annotations:
        html = _NO_BREAK_SPACES.sub(_as_spaces, html)
    if "\ufffd" in html:
        html = _EATEN_BRACKET.sub("<", html)
        if _LAST_OF_TAG.search(html):
            html = _EATEN_QUOTE.sub(r'\1"', html)
    return replace(restored, text=html)


def _as_spaces(marks: re.Match[str]) -> str:
    """No-break spaces for question marks that are no text where they stand; else the marks."""
    before = marks.string[max(0, marks.start() - _LONGEST_OPENING) : marks.start()]
    if marks.string.startswith("</", marks.end()):
        are_spaces = bool(_OPENS_LINE.search(before))
    else:
        indents = len(marks[0]) > 2 and before.rstrip().endswith(">")
        are_spaces = indents or before.endswith((":", "："))
    return marks[0].replace("?", "\xa0") if are_spaces else marks[0]


def _resolved(reference: re.Match[str]) -> str:
    """The character of GBK that a reference stands for; else the reference."""
    decimal, hexadecimal = reference.groups()
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if not 0x80 <= code <= 0xFFFF or 0xD800 <= code <= 0xDFFF:
        return reference[0]
    character = chr(code)
    by_the_mirror = "\ue000" <= character <= "\uf8ff" or character == EURO or pair_of(character)
    return character if by_the_mirror else reference[0]


def _is_annotated(text: str) -> bool:
    """Whether characters of a set have their readings behind them throughout, in the title too.

    The mirror's own boxes may hold them bare.
    """
    annotated = _annotated(text)
    if annotated.total() < max(_FEWEST_ANNOTATIONS, _TIMES_EACH * len(annotated)):
        return False
    text = clear(text).html
    annotated &= _annotated(text)
    if annotated.total() < _SHARE_ANNOTATED * sum(map(text.count, annotated)):
        return False
    title = _TITLE.search(text)
    return title is None or _annotated(title[1]).total() == sum(map(title[1].count, annotated))


def _annotated(text: str) -> Counter[str]:
    """The characters that a reading with its tone follows, each as often as one does."""
    return Counter(
        text[match.start() - 1]
        for match in ANNOTATION.finditer(text)
        if match.start() and text[match.start() - 1] > "\x7f" and TONE_MARK.search(match[1])
    )
