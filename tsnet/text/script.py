"""The Traditional and Simplified forms of single characters, from OpenCC's tables.

A mirror changes the script character by character, so undoing it needs no phrases: only, for
each character, what it was before.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import opencc


class Forms(NamedTuple):
    """What the tables say of the characters that GBK has."""

    simplified: dict[int, str]
    """Traditional -> Simplified, as `str.translate` takes it."""
    unmistakable: frozenset[str]
    """Characters that stand in Traditional text only."""
    simplified_only: frozenset[str]
    """Characters that a mirror's one-to-one step leaves nowhere: 国, 发."""


# Old characters that Simplified text keeps in some words, and which some mirrors also put for
# the common character beside them. Pages like the seed write 有著 for 有着.
DOUBTFUL = {"著": "着"}
"""Characters whose Simplified form depends on the mirror: itself, or the one named here."""


@cache
def forms() -> Forms:
    """Read OpenCC's tables, once."""
    characters = _gbk_characters()
    # One character a line, so that no phrase of OpenCC's matches.
    lines = "\n".join(characters)
    to_traditional = _converted("s2t", lines)
    standard = [_encodable(c, "gb2312") for c in characters]
    produced = {
        old: c
        for c, old, common in zip(characters, to_traditional, standard, strict=True)
        if c != old and common
    }
    simplified = {}
    for character, plain, taiwan, common in zip(
        characters, _converted("t2s", lines), _converted("tw2s", lines), standard, strict=True
    ):
        if not common:
            plain = next((p for p in (plain, taiwan) if p != character), character)
            simplified[character] = plain if plain != character else produced.get(character, plain)
        elif character in produced:
            # Simplified text has this character too; a mirror puts it for another only where
            # the tables prefer it: 後 for 后, but not 乾 for 干.
            simplified[character] = plain
    simplified = {c: plain for c, plain in simplified.items() if c != plain and len(plain) == 1}
    simplified_only = frozenset(
        character
        for character, old in zip(characters, to_traditional, strict=True)
        if old != character and character not in simplified and not _encodable(character, "big5")
    )
    unmistakable = frozenset(c for c in simplified if not _encodable(c, "gb2312"))
    return Forms({ord(c): p for c, p in simplified.items()}, unmistakable, simplified_only)


def _converted(table: str, lines: str) -> list[str]:
    return opencc.OpenCC(table).convert(lines).split("\n")


def _gbk_characters() -> list[str]:
    return [c for c in map(chr, range(0x4E00, 0x9FA6)) if _encodable(c, "gbk")]


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
