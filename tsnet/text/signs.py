"""How a page shows what no character is: a byte that was left alone, a private-use character."""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import NamedTuple

from tsnet.text.annotations import Annotations, byte_before
from tsnet.text.gbk import LOST
from tsnet.text.likelihood import likelihood
from tsnet.text.readings import (
    ANNOTATION,
    EATEN,
    KEPT,
    LONGEST,
    REPLACED,
    TONE_MARK,
    UNSIGNED,
    WIDE_SIGN,
    read_so,
    read_so_from,
)
from tsnet.text.script import is_traditional, to_simplified

# Some copies of a page have references for private-use characters. One behind a tag is an icon.
_PRIVATE_REFERENCES = re.compile(
    r"&(?<=[^\x00-\x7f]&|\)&)#(?:57(?:34[4-9]|3[5-9][0-9]|[4-9][0-9]{2})|5[89][0-9]{3}"
    r"|x[eE][0-8][0-9a-fA-F]{2});(?:&#(?:5[789][0-9]{3}|x[eE][0-8][0-9a-fA-F]{2});)*"
)
_LOST_REFERENCES = re.compile("&#(?:65533|[xX][fF]{3}[dD]);")

# Each begins with one character, which is found many times faster than two.
_BEFORE_BRACKET = re.compile(r"\?(?=\()"), re.compile(r"？(?=\()")

# So many different readings that the character before them does not carry, but two bytes across it
# may, are no chance.
_FEWEST_ACROSS = 2
_MOST_ASKED = 50
# Of so many characters in step most are likelier, as a logarithm a character, than this.
_FEW = 4
_OUT_OF_STEP = -10.0
_LETTER = re.compile("[@-~][^\x00-\x7f]")
_ACROSS_LETTER = re.compile(f"[^\x00-\x7f][@-~]{ANNOTATION.pattern}")


class Signed(NamedTuple):
    """A text that has `?` alone for each byte before a reading, and how it shows others."""

    text: str
    """The text."""
    keeps_ascii: bool
    """Whether the reader that showed them, as browsers do, has eaten no ASCII character. A page
    that is put together of two readers' texts counts as one of which some were eaten."""
    wide: bool
    """Whether ？ shows one that was eaten with an ASCII character of the text."""


def with_question_marks(text: str) -> Signed:
    """Put `?` alone for each byte before a reading that is shown otherwise or keeps its bracket."""
    text = _PRIVATE_REFERENCES.sub(lambda found: unescape(found[0]), text)
    text = _LOST_REFERENCES.sub(LOST, text)
    wide = any(_bears_out(found) for found in WIDE_SIGN.finditer(text))
    if wide:
        text = WIDE_SIGN.sub("?", text)
    if LOST not in text and not any(sign.search(text) for sign in _BEFORE_BRACKET):
        return Signed(text, keeps_ascii=False, wide=wide)
    eaten = EATEN.search(text) or REPLACED.search(text)
    signs = {kept[0][0] for kept in KEPT.finditer(text) if _bears_out(kept)}
    if signs:
        text = KEPT.sub(lambda found: "?" if found[0][0] in signs else found[0], text)
    keeps_ascii = bool(signs) and not eaten
    return Signed(REPLACED.sub("?", text), keeps_ascii, wide and not keeps_ascii)


def _bears_out(found: re.Match[str]) -> bool:
    """Say whether what stands before and behind a character shown for a byte shows that it is one.

    An author's question mark may have anything in brackets behind it, so there the byte before it
    must go with the reading.
    """
    if found[0][:1] == LOST:
        return True
    return byte_before(found.string, found.start()) in read_so_from(found[1])


def with_signs(found: Annotations) -> tuple[str, bool] | None:
    """Put `?` for each byte that nothing shows, as of readers that leave out what they can't read.

    Also say whether these have eaten no ASCII character. None if all are shown.
    """
    text = found.text
    # It is no mirror's text any more, once it was restored.
    if not (found.misfits or TONE_MARK.search(found.clean)) or not is_traditional(found.clean):
        return None
    places = UNSIGNED.finditer(text)
    if any(_bears_out(place) and not _is_bracketed(place) for place in places):
        return UNSIGNED.sub("?", text), False
    unsigned = {each.start(): each[0] for each in ANNOTATION.finditer(text) if _is_across(each)}
    letters = {each[0] for each in _ACROSS_LETTER.finditer(text) if TONE_MARK.search(each[1])}
    few = islice(unsigned.items(), _MOST_ASKED)
    sure = any(_is_surely_across(text, at, shown) for at, shown in few)
    if unsigned and sure + len(letters.union(unsigned.values())) >= _FEWEST_ACROSS:
        return ANNOTATION.sub(
            lambda each: f"?{each[0][1:]}" if each.start() in unsigned else each[0], text
        ), True
    return None


def _is_bracketed(place: re.Match[str]) -> bool:
    """Say whether a reading stands behind what it is of in the same brackets: `(會huì)`."""
    text, at = place.string, place.start()
    before = text[max(0, at - LONGEST) : at].replace("（", "(").replace("）", ")")
    return before.rfind("(") > before.rfind(")")


def _is_surely_across(text: str, at: int, shown: str) -> bool:
    """Say whether the page shows that an annotation is not that of the character before it.

    It stands elsewhere without it, or what follows is a letter in mid-word or no text as it stands.
    """
    character = text[at - 1]
    if character != ")" and text.count(character) > text.count(character + shown):
        return True
    end = at + len(shown)
    if _LETTER.match(text, end):
        return True
    following = to_simplified(ANNOTATION.sub("", text[end : end + LONGEST])[:_FEW])
    return following[:1] > "~" and likelihood(following) < _OUT_OF_STEP * len(following)


def _is_across(annotation: re.Match[str]) -> bool:
    """Say whether an annotation is that of a character that lay across the one before it."""
    text, at = annotation.string, annotation.start()
    before = text[at - 1 : at]
    if before == ")":
        return not text.endswith(annotation[0], 0, at)
    fits = before <= "\x7f" or before in read_so(annotation[1])
    return not fits and byte_before(text, at) in read_so_from(annotation[1])
