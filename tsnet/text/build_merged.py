"""Build `merged.txt`: which characters may become one where what lies across them is lost.

Run as `python -m tsnet.text.build_merged` behind `build_language`, whose files it reads. The file
exists because finding the threes takes longer than the repair of thousands of pages.
"""

from __future__ import annotations

import math
from collections import defaultdict
from pathlib import Path

from tsnet.text.candidates import Common, written
from tsnet.text.gbk import private_pairs
from tsnet.text.likelihood import characters, seen_behind

MERGED_FILE = Path(__file__).with_name("merged.txt")
"""Lines of two bytes in hexadecimal digits, and the texts that may have become one character with
these bytes, as the mirror shows them: twos, then threes, the likeliest first."""

_THREES = 4
"""So many threes are kept of each two bytes: they are far rarer than twos."""

_Texts = defaultdict[tuple[int, int], defaultdict[str, float]]


def merged_table() -> str:
    """Give what the file should hold: each character was seen behind the one before it."""
    after = {first: _after(first) for plain in characters() for first in written(plain)}
    twos, threes = _texts(), _texts()
    for first, seconds in after.items():
        for second, log in seconds.items():
            shown = first.shown + second.shown
            known = twos[first.lead, second.trail]
            known[shown] = max(known[shown], log)
            for third, more in after[second].items():
                known = threes[first.lead, third.trail]
                longer = shown + third.shown
                known[longer] = max(known[longer], log + more)
    return "".join(
        f"{lead:02x}{trail:02x}\t"
        f"{''.join(_likeliest(twos[lead, trail]))}\t"
        f"{''.join(_likeliest(threes[lead, trail])[:_THREES])}\n"
        for lead, trail in sorted(twos.keys() | threes.keys())
    )


def _texts() -> _Texts:
    return defaultdict(lambda: defaultdict(lambda: -math.inf))


def _after(first: Common) -> dict[Common, float]:
    """Give what was seen behind a character and has a lost pair across the two, with logarithms."""
    inners = private_pairs().get(first.trail, frozenset())
    return {
        second: log
        for plain, log in (seen_behind(first.plain) if inners else {}).items()
        for second in written(plain)
        if second.lead in inners
    }


def _likeliest(texts: dict[str, float]) -> list[str]:
    return sorted(texts, key=lambda text: (-texts[text], text))


def main() -> None:
    """Write the file."""
    MERGED_FILE.write_text(merged_table(), encoding="utf-8")


if __name__ == "__main__":
    main()
