"""Characters of which no table tells what they were: whether 著 is one of its own, or was 着."""

from __future__ import annotations

import re
from functools import lru_cache

from tsnet.text.context import NEAR, seen
from tsnet.text.likelihood import go_on, start
from tsnet.text.script import DOUBTFUL, SELDOM_DOUBTFUL, forms

# How much less likely, as a logarithm, a mirror has put a character for another one that the page
# shows as it was, or for one that hardly any mirror changes so.
_SHOWN_OTHERWISE = -6.0
_SELDOM = -10.0

# One in so many of a character that a table puts everywhere may be shown as another: bytes out of
# step may look like it.
_CHANCE = 4

# A book's title and a name, behind which 著 says who wrote it (《本巴》，刘亮程著，), in so many
# characters at most, or a name that a space parts from it; 著有 that says what someone has written;
# and how much less likely it stands for 着 there: by less than a verb makes up.
_AUTHOR = re.compile(
    r"》[\s，,（(]{0,2}(?:[\[［〔【][\u4e00-\u9fff]{1,3}[\]］〕】])?[\u4e00-\u9fff·]{2,12}$"
)
_APART = re.compile(r"[\u4e00-\u9fff][ \u3000\xa0]$")
_HAS_WRITTEN = re.compile(r".有《|[^\u4e00-\u9fff]有")
_BEHIND_AUTHOR = ("，", ",", "）", ")")
_LONGEST_AUTHOR = 24
_OF_AUTHOR = -9.0


def settle(text: str, shown: str) -> tuple[str, int]:
    """Choose between the characters that no table can tell apart; say in how many places.

    text: a page in Simplified script, restored but for these. shown: what of it the mirror shows
    beyond ASCII.
    """
    seldom = _SELDOM
    chosen = 0
    for old, plain in (DOUBTFUL | SELDOM_DOUBTFUL).items():
        if old not in text or (bias := _bias_to(plain, old, shown, seldom)) is None:
            continue
        parts = text.split(old)
        for n in range(len(parts) - 1):
            left, right = _beside(parts[n], parts[n + 1])
            by_author = old in DOUBTFUL and _names_author(parts[n], left, right)
            parts[n] += _likelier(left, old, plain, right, bias + _OF_AUTHOR * by_author)
            if old in SELDOM_DOUBTFUL and parts[n].endswith(plain):
                seldom = 0.0
        chosen += len(parts) - 1
        text = "".join(parts)
    return text, chosen


def _beside(before: str, behind: str) -> tuple[str, str]:
    """Give the few characters of a line on either side of a place."""
    left, right = before[-3:], behind[:3]
    if ">" in left or ";" in left:
        left = seen(before[-NEAR:])[-3:]
    if "<" in right or "&" in right:
        right = seen(behind[:NEAR])[:3]
    return left, right


def _names_author(before: str, left: str, right: str) -> bool:
    """Say whether 著 says in a place that someone wrote something."""
    if _APART.search(left) or _HAS_WRITTEN.match(left[-1:] + right):
        return True
    return right[:1] in _BEHIND_AUTHOR and bool(_AUTHOR.search(before[-_LONGEST_AUTHOR:]))


def _bias_to(plain: str, old: str, shown: str, seldom: float) -> float | None:
    """Say how likely a doubtful character stands for the plain one, as a logarithm to add.

    None when it does not. seldom: what counts for one that few mirrors put.
    """
    if old in DOUBTFUL:
        return _SHOWN_OTHERWISE if plain in shown else 0.0
    otherwise = sum(map(shown.count, plain + forms().traditional.get(plain, "")))
    return None if _CHANCE * otherwise > shown.count(old) else seldom


@lru_cache(maxsize=16384)
def _likelier(left: str, old: str, plain: str, right: str, bias: float) -> str:
    """Choose between two characters by what is around them; bias speaks for the second."""
    before = start(left)
    kept, changed = (go_on(before, character + right)[0].score for character in (old, plain))
    return plain if changed + bias > kept else old
