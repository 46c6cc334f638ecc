"""Reading on from where a text was put one byte out of step to where the step is regained.

What is found is bytes, some of them not known; `docs/mirror.md` has pictures of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from tsnet.text.cuts import MARKS, bytes_of_mark
from tsnet.text.gbk import EURO, LOST, character_of, pairs_of
from tsnet.text.readings import ANNOTATION, EATEN, TONE_MARK, is_word, read_so

SHOWN_BY_READING = -1
"""In place of a byte that was eaten with the bracket of an annotation."""

SHOWN_BY_NOTHING = -2
"""In place of a byte that was eaten with an ASCII character of the text."""

# What a copy that has made ASCII of full-width characters may show for one of them: all but what
# is markup rather.
_NARROWED = frozenset(map(chr, range(0x21, 0x7F))) - set("\"&'<>")

# How readers show pairs that have no character, and some the single byte 0x80.
_UNDEFINED = ("?", LOST)

# How code page 936 shows that byte, and other readers.
_BYTE_80 = (EURO, "\x80")
_PAIRS = re.compile(f"[^\x00-\x7f{''.join(_BYTE_80)}{LOST}]*")
_PAIRS_OR_EURO = re.compile(f"[^\x00-\x80{LOST}]*")
_PAIRS_TO_WIDE = re.compile(f"[^\x00-\x7f{''.join(_BYTE_80)}{LOST}？]*")
_PAIRS_TO_MARK = re.compile(f"[^\x00-\x7f{''.join(_BYTE_80)}{LOST}{MARKS}]*")


@dataclass(slots=True)
class Run:
    """What stands between the annotation that broke the step and the place that regains it."""

    end: int
    """Where it ends in the text."""
    items: list[int]
    """Its bytes in the order of the original; unknown ones are negative."""
    before: int = -1
    """The byte before them, which carries with the first one the reading that broke the step."""
    annotations: int = 0
    """Readings in it."""
    splits: set[int] = field(default_factory=set)
    """Indexes of the bytes behind which a reading stands, though no character ends there."""
    closing: str = ""
    """The reading that its last character carries, if it is annotated."""
    following: str = ""
    """The reading that breaks the step again right behind it, if one does."""
    broken: bool = False
    """Whether it can't be what the mirror does."""
    cut: bool = False
    """Whether a mark broke the step."""
    unshown: bool = False
    """Whether bytes that were left alone are shown by nothing at all."""
    narrow: bool = False
    """Whether an ASCII character ends it that may have been a full-width one."""
    gaps: list[int] = field(default_factory=list)
    """Indexes of the bytes before which a pair is missing that has no character in GBK; twice of
    one before which two are."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What some characters are taken for that may be one thing or another."""

    narrowed: int = 0
    """How many ASCII characters are full-width ones of which a copy has made them, before one ends
    the run; or how many ？ are pairs where one may show a byte."""
    undefined: int = 0
    """How many `?` or U+FFFD are pairs that have no character in GBK."""
    euro: bool = False
    """Whether € is a pair, A2 E3, not a byte."""
    unshown: bool = False
    """Whether bytes that were left alone are shown by nothing."""
    wide: bool = False
    """Whether they may be shown by ？, too."""


USUAL = Taken()
"""As in most runs: nothing is but what it seems."""


def gather(
    text: str,
    at: int,
    before: int = -1,
    *,
    cut: bool = False,
    taken: Taken = USUAL,
    words: Callable[[], bool] = bool,
) -> Run:
    """Read on from where the step was broken to where it is regained.

    at: behind the annotation that broke it, or at the mark that did. before: the byte before the
    one that was left alone. cut: whether a mark broke it. words: say whether what is no reading but
    for its tone is a word, of whose bracket the opening one was eaten.
    """
    run = Run(at, [SHOWN_BY_READING], before, cut=cut, unshown=taken.unshown)
    all_pairs = _PAIRS_TO_WIDE if taken.wide else _PAIRS
    if taken.unshown or taken.euro:
        all_pairs = _PAIRS_TO_MARK if taken.unshown else _PAIRS_OR_EURO
    signs = (*_UNDEFINED, "？") if taken.wide else _UNDEFINED
    narrowed, undefined = taken.narrowed, taken.undefined
    if cut:
        run.items += bytes_of_mark(text[at])
        at += 1
    while True:
        pairs = all_pairs.match(text, at)
        assert pairs is not None
        if not _take_pairs(run, pairs):
            return run
        at = run.end
        following = text[at : at + 1]
        if following == "(" and pairs[0] and (annotation := ANNOTATION.match(text, at)):
            run.annotations += 1
            at = run.end = annotation.end()
            if run.unshown and pairs[0][-1] not in read_so(annotation[1]):
                # It is not that of what is shown, so a byte is left alone before it.
                run.items.append(SHOWN_BY_READING)
                run.closing = annotation[1]
                return run
            run.splits.add(len(run.items) - 1)
            continue
        eaten = EATEN.match(text, at) if following == "?" else None
        if eaten and is_word(eaten[1]) and words():
            eaten = None
        narrow = following in _NARROWED and not eaten
        if narrowed and (narrow or (taken.wide and following == "？")):
            run.items += bytes_of_mark(following)
            narrowed -= 1
        elif undefined and following in signs and not (run.unshown or eaten):
            run.gaps.append(len(run.items))
            undefined -= 1
        else:
            run.narrow = narrow
            _end(run, text, eaten, signs)
            return run
        at = run.end = at + 1


def _take_pairs(run: Run, pairs: re.Match[str]) -> bool:
    """Take in the bytes of some characters; say whether the run goes on behind them.

    It ends with a character whose second byte is ASCII, and where one is no pair of bytes.
    """
    data = pairs_of(pairs[0])
    if data is None:
        run.broken = True
        return False
    if min(data[1::2], default=0xFF) < 0x80:
        in_step = next(odd for odd in range(1, len(data), 2) if data[odd] < 0x80) + 1
        run.items += data[:in_step]
        run.end = pairs.start() + in_step // 2
        return False
    run.items += data
    run.end = pairs.end()
    return True


def _end(run: Run, text: str, eaten: re.Match[str] | None, signs: Collection[str]) -> None:
    """Take in the last byte of a run, by what stands behind its pairs.

    eaten: the reading there whose bracket was eaten with that byte. signs: what shows such a byte.
    """
    at = run.end
    following = text[at : at + 1]
    is_trail = "@" <= following <= "~"
    if eaten:
        run.items.append(SHOWN_BY_READING)
        run.closing = eaten[1]
        run.annotations += 1
        run.end = eaten.end()
        another = EATEN.match(text, run.end)
        if another:
            run.following = another[1]
    elif run.unshown and not is_trail:
        run.items.append(SHOWN_BY_NOTHING)
    elif following in _BYTE_80:
        run.items.append(0x80)
        _close(run, text, at + 1)
    elif following in signs:
        annotated = ANNOTATION.match(text, at + 1) is not None
        run.items.append(0x80 if annotated else SHOWN_BY_NOTHING)
        _close(run, text, at + 1)
    elif is_trail:
        run.items.append(ord(following))
        _close(run, text, at + 1)
    else:
        run.broken = True


def _close(run: Run, text: str, at: int) -> None:
    """End a run at a place, past the annotation there if it is that of the run's last character.

    The last byte of an annotated character may be shown as an ASCII letter of its own.
    """
    annotation = ANNOTATION.match(text, at)
    if annotation and _may_carry(run.items[-2:], annotation[1]):
        run.annotations += 1
        run.closing = annotation[1]
        at = annotation.end()
    run.end = at


def _may_carry(items: list[int], shown: str) -> bool:
    """Say whether a character with these bytes may have what stands in brackets as its reading."""
    if TONE_MARK.search(shown):
        return True
    character = character_of(*items) if min(items) >= 0 and len(items) == 2 else ""
    return character in read_so(shown) if character else bool(read_so(shown))
