"""Undo what a mirror does to Chinese text: Traditional script, readings in brackets, byte damage.

Works on any piece of text, and on whole HTML documents. `docs/mirror.md` explains the damage and
the method.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from tsnet.text.annotations import Annotations
from tsnet.text.context import choice, first_few, from_last_ascii
from tsnet.text.cuts import MARKS, may_be_cut
from tsnet.text.doubt import Restored
from tsnet.text.gbk import LOST
from tsnet.text.likelihood import go_on, start
from tsnet.text.readings import ANNOTATION, EATEN, REPLACED, TONE_MARK, read_so
from tsnet.text.restoration import Restoration
from tsnet.text.runs import CONTEXT
from tsnet.text.script import forms, to_simplified
from tsnet.text.signs import with_question_marks, with_signs
from tsnet.text.spelling import as_usual

__all__ = ["Restored", "restore"]

# What may be read in another round.
_LEFT = [EATEN, re.compile(rf"\?(?<=[^\x00-\x7f]\?)[{MARKS}!,;?]")]

# One U+FFFD before a whole reading may be a rare character that got lost, and that its reading.
_FEWEST_KEPT = 2

# So often at most a text is gone through again; nearly always once is enough.
_ROUNDS = 3


def restore(text: str, *, mirrored: bool | None = None) -> Restored:
    """Undo the damage in a text or in a whole HTML document; never raises on any text.

    mirrored: whether the text comes from a mirror. None finds out, and gives back unchanged what
    does not; so does a text of a mirror that has neither an annotation nor a cut in it, since
    nothing tells it from text that was Traditional from the start.
    """
    restored = _restored_once(text, mirrored)
    for _ in range(_ROUNDS):
        if restored.text == text:
            break
        if "?" not in restored.text or not any(left.search(restored.text) for left in _LEFT):
            return restored
        # What could not be read beside damaged text may be readable beside the restored one.
        text = restored.text
        again = _restored_once(text, mirrored)
        restored = Restored(
            again.text,
            restored.annotations + again.annotations,
            restored.repaired + again.repaired,
            again.text.count(LOST),
            restored.guessed + again.guessed,
            restored.doubtful + again.doubtful,
        )
    return _read_alone(restored) if restored.annotations and "?" in restored.text else restored


def _read_alone(restored: Restored) -> Restored:
    """Put a character for each reading that is left, though the byte before it can't carry it."""
    text = restored.text
    number = 0
    doubtful = []
    # What the last one was read as, and where that ended: another may stand right behind it.
    chosen, behind_it = "", -1

    def likeliest(found: re.Match[str]) -> str:
        nonlocal number, chosen, behind_it
        at, end = found.span()
        left = chosen if at == behind_it else text[max(0, at - CONTEXT) : at]
        if left[-1:] <= "\x7f" or not TONE_MARK.search(found[1]):
            return found[0]
        right = first_few(text[end : end + CONTEXT])
        chosen = _likeliest_read(found[1], from_last_ascii(left), right)
        number += bool(chosen)
        if chosen:
            doubtful.append(choice(left, chosen, right))
        behind_it = end if chosen else -1
        return chosen or found[0]

    text = EATEN.sub(likeliest, text)
    return Restored(
        text,
        restored.annotations + number,
        restored.repaired + number,
        restored.lost,
        restored.guessed + number,
        (*restored.doubtful, *doubtful),
    )


@lru_cache(maxsize=2048)
def _likeliest_read(shown: str, left: str, right: str) -> str:
    """Choose a Traditional character by its reading and what is around it; empty if none has it."""
    read = (c for c in read_so(shown) if c in forms().unmistakable)
    before = start(left)
    options = dict.fromkeys(map(to_simplified, read))
    return max(options, key=lambda c: go_on(before, c + right)[0].score, default="")


def _restored_once(text: str, mirrored: bool | None) -> Restored:
    unchanged = Restored(text, 0, 0, 0, 0)
    if mirrored is False:
        return unchanged
    shown = as_usual(text, mirrored=mirrored is True)
    if mirrored is None and not _may_be_damaged(shown):
        return unchanged
    shown, keeps_ascii, wide = with_question_marks(shown)
    annotations = Annotations(shown)
    signed = None if "?" in shown and EATEN.search(shown) else with_signs(annotations)
    if signed is not None:
        annotations, keeps_ascii = Annotations(signed[0]), signed[1]
    fewest = _FEWEST_KEPT if keeps_ascii or signed is not None else 1
    if mirrored is None and not annotations.are_of_mirror(fewest):
        return unchanged
    restored = Restoration(annotations, keeps_ascii=keeps_ascii, wide=wide).restored()
    if not (restored.annotations or restored.repaired) and mirrored is None:
        return unchanged
    # Where nothing shows the bytes that were left alone, some may not have been found.
    return restored if signed is None else replace(restored, guessed=max(1, restored.guessed))


def _may_be_damaged(text: str) -> bool:
    # One after the other: what begins with a character is found many times faster, and the
    # character by itself is faster still.
    found = ANNOTATION.search(text) or ("?" in text and EATEN.search(text))
    return bool(found or (LOST in text and REPLACED.search(text)) or may_be_cut(text))
