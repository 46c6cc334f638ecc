"""Readings that a page writes otherwise than most mirrors' pages do, written as these write them.

A copy of a page may have made references or combining accents of their letters, full-width ones of
their brackets; and a mirror may begin each with a capital, or part several otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from unicodedata import normalize

from tsnet.text.gbk import EURO
from tsnet.text.readings import ANNOTATION, READING, TONE_MARK, read_so

_ACCENTS = "\u0300\u0301\u0304\u030c"
_TONED_CAPITALS = "ĀÁǍÀĒÉĚÈŌÓǑÒ"
_LETTERS = f"A-Za-zêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɑɡ{_TONED_CAPITALS}{_ACCENTS}\u0308"
_PARTING = r" \xa0/|\\·,，、;；"

# What only a reading written otherwise has, but for a few words in brackets. Each begins with one
# character, which is found many times faster than several.
_HINTS = (
    re.compile(f"（(?=[{_LETTERS}&])"),
    re.compile(r";(?=[a-z]{0,4}[)）])"),
    re.compile(
        rf"\((?=[{_LETTERS}]{{1,7}}(?:[|\\·，]| [a-zāáǎàēéěèōóǒò])"
        rf"|[A-Z][a-zü]{{0,4}}[^\x00-\x7fü]|[{_TONED_CAPITALS}])"
    ),
)
_OTHERWISE = re.compile(f"([(（?？\ufffd])([{_LETTERS}{_PARTING}&#0-9]{{1,90}})[)）]")
_BETWEEN = re.compile(f" or |[{_PARTING}]+")

# So many that go with the character before them are no author's. He puts full-width brackets, but
# none behind a byte that was left alone. References and accents are those of the copy.
_FEWEST = 3
_FEWEST_WIDE = 10
_OF_COPY = re.compile(f"[&{_ACCENTS}]")


def as_usual(text: str) -> str:
    """Write the readings of a text as `(huì)` or `(wéi/wèi)`, where several are written otherwise.

    What is no reading of the character before it stays.
    """
    if not (any(map(text.__contains__, _ACCENTS)) or any(hint.search(text) for hint in _HINTS)):
        return text
    narrow = wide = broken = 0
    of_copy = False
    for found in _OTHERWISE.finditer(text):
        if not ANNOTATION.fullmatch(found[0]) and TONE_MARK.search(_usual(found)):
            narrow += found[1] == "("
            of_copy = of_copy or (found[1] == "(" and _OF_COPY.search(found[2]) is not None)
            wide += found[1] == "（"
            broken += found[1] not in "(（" and found[0].endswith("）")
    openings = ""
    if narrow >= _FEWEST or of_copy:
        openings = "(?？\ufffd"
    if wide >= (_FEWEST if broken else _FEWEST_WIDE):
        openings = "(（?？\ufffd"

    def usual(found: re.Match[str]) -> str:
        return (found[1] in openings and _usual(found)) or found[0]

    return _OTHERWISE.sub(usual, text) if openings else text


def _usual(found: re.Match[str]) -> str:
    """Give what stands in brackets as mirrors write it; empty if it is no reading there."""
    readings = _readings_in(found[2])
    shown = "/".join(readings)
    if found[1] not in "(（":
        return f"{found[1]}{shown})" if TONE_MARK.search(shown) else ""
    before = found.string[found.start() - 1 : found.start()]
    # An ASCII letter or € is the second byte of a character out of step.
    across = ("@" <= before <= "~" or before == EURO) and TONE_MARK.search(shown)
    fits = across or (readings and before and before in read_so(readings[0]))
    return f"({shown})" if fits else ""


@lru_cache(maxsize=4096)
def _readings_in(shown: str) -> tuple[str, ...]:
    """List the readings that stand in brackets; none if something else does."""
    plain = normalize("NFC", unescape(shown)).lower().strip(" \xa0")
    found = tuple(_BETWEEN.split(plain))
    return found if all(map(READING.fullmatch, found)) else ()
