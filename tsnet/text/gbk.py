"""Characters as pairs of GBK bytes, the way that the mirrors read and write them.

Code page 936 with the user-defined areas mapped to private-use characters; the undefined pairs and
the later additions are those of GB 18030, since copies of a page differ in them.
"""

from __future__ import annotations

from functools import cache, lru_cache

LOST = "\ufffd"
"""Stands in a text for each character that the mirror destroyed and nobody can know."""

EURO = "€"
"""How the single byte 0x80 of code page 936 is shown."""

# GB 18030-2005 and -2022 moved these pairs out of the private-use area, and Python still has some
# where they were. Source: the mapping tables of the two standards.
_MOVED = """
    A6D9:FE10 A6DA:FE12 A6DB:FE11 A6DC:FE13 A6DD:FE14 A6DE:FE15 A6DF:FE16 A6EC:FE17
    A6ED:FE18 A6F3:FE19 A8BC:1E3F FE51:20087 FE52:20089 FE53:200CC FE59:9FB4 FE61:9FB5
    FE66:9FB6 FE67:9FB7 FE6C:215D7 FE6D:9FB8 FE76:2298F FE7E:9FB9 FE90:9FBA FE91:241FE
    FEA0:9FBB
"""
_OTHER_NAMES = {
    int(point, 16): bytes.fromhex(pair).decode("gb18030")
    for pair, point in (moved.split(":") for moved in _MOVED.split())
}


def pairs_of(text: str) -> bytes | None:
    """Give two bytes for each character, or None if one of them is no pair of bytes.

    text: without ASCII; one such character by itself is no pair.
    """
    try:
        data = text.encode("gb18030")
        if len(data) > 2 * len(text):
            data = text.translate(_OTHER_NAMES).encode("gb18030")
    except UnicodeEncodeError:
        return None
    return data if len(data) == 2 * len(text) else None


@lru_cache(maxsize=32768)
def pair_of(character: str) -> int:
    """Give the two bytes of a character as one number, 0 if it is no pair."""
    data = pairs_of(character)
    return data[0] << 8 | data[1] if data and len(data) == 2 else 0


def text_of(data: bytes) -> str | None:
    """Read bytes in step; None if a character is undefined, user-defined or cut off."""
    try:
        return data.decode("gbk")
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=32768)
def character_of(lead: int, trail: int) -> str:
    """Read one pair of bytes; empty if it has no character of its own."""
    return text_of(bytes((lead, trail))) or ""


PRIVATE = frozenset(map(chr, range(0xE000, 0xE865)))
"""Characters that stand for a pair that has no character of its own."""


def is_private(first: int, second: int) -> bool:
    """Say whether two bytes stand for a private-use character: are in a user-defined area."""
    if 0xA1 <= first <= 0xA7:
        return second <= 0xA0
    return second >= 0xA1 and (0xAA <= first <= 0xAF or first >= 0xF8)


@cache
def private_pairs() -> dict[int, frozenset[int]]:
    """Give for each first byte the second ones with which it has no character of its own in GBK.

    Such a pair comes out as a private-use character, and by some readers as `?`. Only those that
    may be the last byte of one character and the first byte of the next; what is the same for
    several first bytes is one object.
    """
    found = {}
    shared: dict[frozenset[int], frozenset[int]] = {}
    for first in range(0x81, 0xFF):
        seconds = frozenset(
            second for second in range(0x81, 0xFF) if text_of(bytes((first, second))) is None
        )
        if seconds:
            found[first] = shared.setdefault(seconds, seconds)
    return found
