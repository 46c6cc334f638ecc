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
from tsnet.text.readings import ANNOTATION, READING, TONE_MARK, TONED, read_so

_ACCENTS = "\u0300\u0301\u0304\u030c"
_CAPITALS = "ĀÁǍÀĒÉĚÈŌÓǑÒ"
_TONED = f"{TONED}{_CAPITALS}{_ACCENTS}"
_LETTERS = f"A-Za-zêüɑɡ\u0308{_TONED}"
_PARTING = r" \xa0/|\\·,，、;；"

# What hardly anything but a reading written otherwise has: by a copy of the page, by a mirror that
# parts several otherwise, behind a byte that was left alone, and as an author's may be. Each begins
# with one character, which is found many times faster than several.
_REFERENCE = re.compile(r";(?<=[0-9a-zA-Z];)(?=[a-z]{0,4}[)）])")
_PARTED = re.compile(rf"\((?=[a-zü]{{0,4}}[{_TONED}][a-z]{{0,3}}(?:[|\\·，]| [a-z{_TONED}]))")
_BROKEN = tuple(
    re.compile(
        rf"{sign}(?=[A-Z][a-z]{{0,3}}[{_TONED}]"
        rf"|[a-zêü]{{0,4}}[&{_TONED}][{_LETTERS}{_PARTING}#0-9]{{0,80}}）)"
    )
    for sign in ("\\?", "？", "\ufffd")
)
_STRANGE = re.compile(f"（(?=[a-zêü]{{0,4}}[&{_TONED}])"), re.compile(r"\((?=[A-Z])")
_OTHERWISE = re.compile(f"([(（?？\ufffd])([{_LETTERS}{_PARTING}&#0-9]{{1,90}})[)）]")
_BETWEEN = re.compile(f" or |[{_PARTING}]+")

# So many that go with the character before them are no author's, but for those that begin with a
# capital or stand in full-width brackets, unless the page is a mirror's: one that stands behind a
# byte that was left alone shows that. References and accents are those of the copy.
_FEWEST = 3
_OF_COPY = re.compile(f"[&{_ACCENTS}]")


def as_usual(text: str, *, mirrored: bool = False) -> str:
    """Write the readings of a text as `(huì)` or `(wéi/wèi)`, where several are written otherwise.

    What is no reading of the character before it stays. mirrored: whether the text is known to come
    from a mirror.
    """
    signs = (*_BROKEN, *_STRANGE) if mirrored else _BROKEN
    strange = any(sign.search(text) for sign in signs)
    if not strange and not _may_be_otherwise(text):
        return text
    of_copy = False
    number = 0
    openings = "(（" if strange else "("
    for found in _OTHERWISE.finditer(text):
        if found[1] in openings and not ANNOTATION.fullmatch(found[0]):
            usual = TONE_MARK.search(_usual(found)) is not None
            number += usual and (strange or found[2].islower())
            of_copy = of_copy or (usual and _OF_COPY.search(found[2]) is not None)
    if not of_copy and number < _FEWEST:
        return text

    def usual_form(found: re.Match[str]) -> str:
        return (found[1] in f"{openings}?？\ufffd" and _usual(found)) or found[0]

    return _OTHERWISE.sub(usual_form, text)


def _may_be_otherwise(text: str) -> bool:
    if any(map(text.__contains__, _ACCENTS)) or _REFERENCE.search(text):
        return True
    return len(_PARTED.findall(text)) >= _FEWEST


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
