"""The Traditional and Simplified forms of single characters, from OpenCC's tables.

A mirror changes the script character by character, so undoing it needs no phrases: only, for
each character, what it was before.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import opencc

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

DOUBTFUL = {"著": "着"}
"""Characters that stand for themselves or, on some mirrors, for the one named here: 有著 is 有着
on pages like the seed, but 著名 is 著名 on all. No table can tell."""

SELDOM_DOUBTFUL = {"瞭": "了", "麽": "么", "乾": "干", "摺": "折", "藉": "借"}
"""The same of characters that OpenCC makes of no other one, but other tables do: 為瞭, 什麽, 若乾.
A page that has one in 乾隆 and shows 干 or 幹 is of a mirror that does not. The commonest stand
first, since a table that makes one makes others."""

FORMS_OF_MIRRORS = {"癥": "症", "沖": "冲", "陜": "陕"}
"""What mirrors put though OpenCC's tables prefer another form or none: 陜西 for 陝西."""

_RARE_FORMS = dict(zip("寜榖劄撚遝玨堿煆", "宁谷札捻沓珏碱煅", strict=True))
"""What other tables put, such as that of the package hanziconv. No guess at what is out of step is
one of these."""

_HAN = range(0x4E00, 0x9FA6)


class Forms(NamedTuple):
    """What the tables say of the characters that GBK has."""

    simplified: list[int]
    """The code point in Simplified script for each of the first 65,536, for `str.translate`."""
    plain: dict[str, str]
    """The same by character, only of those that change."""
    unmistakable: frozenset[str]
    """Characters that stand in Traditional text only: 會, 報."""
    simplified_only: frozenset[str]
    """Characters that a mirror's one-to-one step leaves nowhere: 国, 发."""
    traditional: dict[str, str]
    """The Traditional characters, in one string, that a Simplified one may have been turned to."""
    usual: frozenset[str]
    """Of those the ones that mirrors put, so far as it is known: no 麪 for 面."""


@cache
def forms() -> Forms:
    """Read OpenCC's tables, once."""
    in_gb2312, in_big5 = _encodable("gb2312"), _encodable("big5")
    characters = sorted(_encodable("gbk"))
    # One character a line, so that no phrase of OpenCC's matches.
    lines = "\n".join(characters)
    to_traditional = _converted("s2t", lines)
    forward = dict(zip(characters, to_traditional, strict=True))
    produced = {old: c for c, old in forward.items() if c != old and c in in_gb2312}
    simplified: dict[str, str] = {}
    back = (_converted(table, lines) for table in ("t2s", "tw2s", "hk2s"))
    for character, *plains in zip(characters, *back, strict=True):
        if character in in_gb2312 and character not in produced:
            # Simplified text has this character too; a mirror puts it for another only where
            # the tables prefer it: 後 for 后, but not 乾 for 干.
            continue
        plain = next((p for p in plains if p != character), character)
        source = produced.get(character)
        made_otherwise = plain not in in_gb2312 or forward[plain] not in (plain, character)
        if source and (plain == character or made_otherwise):
            plain = source
        if plain != character and len(plain) == 1 and ord(plain) <= 0xFFFF:
            simplified[character] = plain
    simplified |= FORMS_OF_MIRRORS | _RARE_FORMS
    table = list(range(0x10000))
    traditional: dict[str, str] = {}
    for character, plain in simplified.items():
        table[ord(character)] = ord(plain)
        traditional[plain] = traditional.get(plain, "") + character
    unmistakable = frozenset(simplified.keys() - in_gb2312)
    put = FORMS_OF_MIRRORS.keys() | {forward[character] for character in in_gb2312}
    usual = put.union(*(_converted(variants, "\n".join(put)) for variants in ("t2tw", "t2hk")))
    simplified_only = frozenset(
        character
        for character, old in forward.items()
        if old != character
        and character not in simplified
        and character not in in_big5
        and character not in usual
    )
    return Forms(table, simplified, unmistakable, simplified_only, traditional, frozenset(usual))


def to_simplified(text: str) -> str:
    """Undo the one-to-one step, character by character."""
    if len(text) < _LONG:
        return text.translate(forms().simplified)
    return str(_table().take(_code_points(text)).data, "utf-32-le", "surrogatepass")


def beyond_ascii(text: str) -> str:
    """Leave out what is ASCII, which on a page is nine tenths."""
    data = text.encode("utf-8", "surrogatepass")
    return data.translate(None, _ASCII).decode("utf-8", "surrogatepass")


_ASCII = bytes(range(0x80))


def count(text: str) -> Callable[[str], int]:
    """Give what says how often a character stands in a text, by counting all if that is long."""
    if len(text) < _MANY:
        return text.count
    import numpy

    # Hardly any others are asked for, and a table of all takes longer to lay out than to fill.
    points = numpy.minimum(_code_points(text) - numpy.uint32(_HAN.start), numpy.uint32(len(_HAN)))
    found = numpy.bincount(points, minlength=len(_HAN)).data
    return lambda c: found[ord(c) - _HAN.start] if "一" <= c <= "龥" else text.count(c)


def is_traditional(text: str) -> bool:
    """Say whether a text is in Traditional script, whatever a few characters of it are in."""
    clean = beyond_ascii(text)
    traditional = set(_unmistakable().findall(clean))
    # Nearly all text that no mirror made has none, which the pattern finds three times faster.
    return bool(traditional) and len(traditional) > len(forms().simplified_only.intersection(clean))


@cache
def _unmistakable() -> re.Pattern[str]:
    return re.compile(f"[{''.join(forms().unmistakable)}]")


def mixes_forms(text: str) -> bool:
    """Say whether a text has two characters for one of Simplified script: both 制 and 製.

    What was changed character by character has but one of them.
    """
    found = set(_of_several().findall(text))
    return len(set(to_simplified("".join(found)))) < len(found)


@cache
def _of_several() -> re.Pattern[str]:
    """Give what matches the characters that are one in Simplified script, but for doubtful ones."""
    table = forms()
    no_sign = table.simplified_only.union(DOUBTFUL, SELDOM_DOUBTFUL)
    families = (set(plain + old) - no_sign for plain, old in table.traditional.items())
    return re.compile(f"[{''.join(c for family in families if len(family) > 1 for c in family)}]")


# From this length on numpy is faster, by ten times on a page; below it, and on a page that no
# mirror made, it need not be imported.
_LONG = 500

# From this length on all characters are counted in less time than the fifty or more that are asked
# for.
_MANY = 600


def _code_points(text: str) -> NDArray[numpy.uint32]:
    import numpy

    return numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


@cache
def _table() -> NDArray[numpy.uint32]:
    import numpy

    table = numpy.arange(sys.maxunicode + 1, dtype="<u4")
    simplified = forms().simplified
    table[: len(simplified)] = simplified
    return table


def _converted(table: str, lines: str) -> list[str]:
    converted: str = opencc.OpenCC(table).convert(lines)
    return converted.split("\n")


def _encodable(encoding: str) -> frozenset[str]:
    """List the Chinese characters that an encoding has."""
    return frozenset("".join(map(chr, _HAN)).encode(encoding, "ignore").decode(encoding))
