"""Search tokens of Chinese text: pairs of neighbouring characters, and whole words of others.

The same function makes them when an article is written and when someone asks, so that whatever
is in a text can be found. Offsets survive: ``fold`` never changes a text's length.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache

_HAN = (
    "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f\U00030000-\U000323af"
)
_RUN = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+")
_HAN_FIRST = re.compile(f"[{_HAN}]")

END = "$"
"""Second character of the token of a character that no other Chinese character follows.

With it every occurrence of a character is in a token that begins with it, so that a name of one
character is found by a range of tokens and needs no tokens of its own.
"""


@lru_cache(maxsize=1)
def _folding() -> dict[int, str]:
    """Table for ``str.translate``: one character to one character, never more or none."""
    from opencc import OpenCC

    table: dict[int, str] = {}
    for code in range(sys.maxunicode + 1):
        if 0xD800 <= code < 0xE000 or code >= 0x2FA20:
            continue
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).lower()
        if len(folded) == 1 and folded != character:
            table[code] = folded
    han = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    simplified = OpenCC("t2s").convert("\n".join(han)).split("\n")
    for traditional, simple in zip(han, simplified, strict=True):
        if len(simple) == 1 and simple != traditional:
            table[ord(traditional)] = simple
    return table


def fold(text: str) -> str:
    """``text`` as it is compared: Simplified, half-width, lower case; of the same length.

    Character by character, so offsets into the result are offsets into ``text``.
    """
    return text.translate(_folding())


def tokens(text: str) -> list[str]:
    """The distinct search tokens of ``text``, sorted."""
    found: set[str] = set()
    for run in _RUN.findall(fold(text)):
        if _HAN_FIRST.match(run):
            found.update(map(str.__add__, run, run[1:] + END))
        else:
            found.add(run)
    return sorted(found)
