"""Which readings a character may have in an annotation, and how annotations look."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
"""The letters that bear a tone."""
_TONED = f"[{TONED}]"
_LETTER = "[a-zêüɑɡ]"
# One syllable, so with one tone, and no other behind it: what stands behind a name or a word, as in
# 龜茲(qiūcí) and 我們(wǒmen), is the author's.
_ENDING = "[aɑeiou]{0,2}n?[gɡ]?r?"
_READING = f"(?:{_LETTER}{{0,4}}{_TONED}{_ENDING}|{_LETTER}{{1,7}})"
_SPACE = "(?:[ \xa0]|&nbsp;)?"
_SEPARATOR = f"{_SPACE}[/,，、;；]{_SPACE}"
# It is mostly one, which is found faster where it is looked for by itself.
_SEVERAL = f"(?:{_READING}(?=\\))|{_READING}(?:{_SEPARATOR}{_READING}){{0,11}})"

# Some mirrors leave a space beside some of their readings: 會(huì ).
_BESIDE = r"[ \xa0]?"
_CLOSING = rf"{_BESIDE}\)"

READING = re.compile(_READING)
"""One reading."""

ANNOTATION = re.compile(rf"\({_BESIDE}({_SEVERAL}){_CLOSING}")
"""A reading or several in ASCII brackets; the group is what stands in them."""

BRACKETS = re.compile(rf"(\({_BESIDE}{_SEVERAL}{_CLOSING})")
"""The same to split a text by; the group is all of it."""

EATEN = re.compile(rf"\?{_BESIDE}({_SEVERAL}){_CLOSING}")
"""The same with the opening bracket eaten together with the byte before it."""

REPLACED = re.compile(rf"\ufffd(?={_BESIDE}{_SEVERAL}{_CLOSING})")
"""U+FFFD where most readers show the byte that is eaten with the bracket as `?`."""

WIDE_SIGN = re.compile(rf"？(?={_BESIDE}({_SEVERAL}){_CLOSING})")
"""A full-width question mark there."""

UNSIGNED = re.compile(rf"(?<![\x00-(*-\x7fêüɑɡ（{TONED}])(?=({_LETTER}{{0,4}}{_TONED}{_ENDING})\))")
"""A place before a reading that has no opening bracket and nothing in place of it."""

KEPT = re.compile(rf"[?？\ufffd]\((?={_BESIDE}({_SEVERAL}){_CLOSING})")
"""The byte shown as either, with the opening bracket: some readers eat no ASCII character."""

REPEATED = re.compile(rf"(\((?<=[^\x00-\x7f]\(){_SEVERAL}{_CLOSING})\1+")
"""The same twice or more often behind one character; the group is the first."""

REPEATING = re.compile(rf"\)(?<=(?:{_LETTER}|{_TONED}|[ \xa0])\))(?=\((?:{_LETTER}|{_TONED}))")
"""Where one annotation may stand behind another; most pages have none."""

SPACED = re.compile(rf"([(?]{_BESIDE}{_SEVERAL}{_CLOSING}) ")
"""A reading, its opening bracket eaten or not, and a space behind it; the group is all but that."""

TONE_MARK = re.compile(_TONED)
"""What no English word in brackets has."""

LONGEST = 90
"""Characters of an annotation, brackets included, at most; 那 has ten readings in 53."""

_BETWEEN = re.compile(_SEPARATOR)
_VARIANTS = str.maketrans("ɑɡ", "ag")
_TONELESS = str.maketrans(TONED, "aaaaeeeeiiiioooouuuuüüüünnnm")


@cache
def _characters() -> dict[str, str]:
    table = resources.files("tsnet.text").joinpath("readings.txt").read_text("utf-8")
    return dict(line.split(" ", 1) for line in table.split("\n") if line)


@cache
def _in_any_tone() -> dict[str, str]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for reading, characters in _characters().items():
        found[without_tones(reading)].update(dict.fromkeys(characters))
    return {reading: "".join(characters) for reading, characters in found.items()}


def _may_be_read(reading: str) -> str:
    if TONE_MARK.search(reading):
        return _characters().get(reading, "")
    return _in_any_tone().get(reading.replace("v", "ü"), "")


def inside(brackets: str) -> str:
    """Give what stands in the brackets of an annotation."""
    return brackets[1:-1].strip()


def readings_in(shown: str) -> list[str]:
    """List the readings in an annotation."""
    return _BETWEEN.split(shown.translate(_VARIANTS))


def without_tones(shown: str) -> str:
    """Give an annotation as a mirror writes it that leaves the tones out."""
    return shown.translate(_TONELESS)


def is_listed(shown: str) -> bool:
    """Say whether pypinyin's table has a reading, as it stands, for any character."""
    return readings_in(shown)[0] in _characters()


def is_word(shown: str) -> bool:
    """Say whether what stands in brackets is no reading where these have their tones."""
    return not (TONE_MARK.search(shown) or is_listed(shown))


@lru_cache(maxsize=4096)
def read_so(shown: str) -> str:
    """Give the characters that an annotation may belong to, by pypinyin's table.

    shown: what stands in the brackets; without a mark it may be any tone, as some mirrors write
    none. Where no character has all of several readings, the first one counts.
    """
    first, *others = map(_may_be_read, readings_in(shown))
    return "".join(c for c in first if all(c in other for other in others)) or first


def readings_of(character: str) -> int:
    """Count the readings of a character, by pypinyin's table."""
    return sum(character in readers for readers in _characters().values())


@lru_cache(maxsize=4096)
def read_so_from(shown: str) -> dict[int, list[str]]:
    """Sort the characters that an annotation may belong to by the first of their GBK bytes."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for character in read_so(shown):
        found[character.encode("gbk")[0]].append(character)
    return dict(found)
