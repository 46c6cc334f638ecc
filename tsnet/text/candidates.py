"""Which characters may stand in a place of a mirror's text, by what is known of their bytes.

Characters are those of the mirror, in Traditional script; common ones are those of the table of
pairs.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import product
from operator import itemgetter

from tsnet.text.gbk import is_private, pair_of, private_pairs
from tsnet.text.likelihood import (
    behind,
    characters,
    is_common,
    likelihood,
    likely_anywhere,
    likely_between,
    seen_behind,
)
from tsnet.text.script import DOUBTFUL, forms, to_simplified

# Where something was lost, all that was seen side by side is looked at, and so many besides: first
# characters that are likely in any place, and behind a given one; last ones, where the second byte
# is known and where it is not.
_FIRSTS = 2
_FIRSTS_BEHIND = 4
_LASTS = 6
_LASTS_OF_ANY = 20

# So much less likely, as a logarithm, what has become one character may be than that itself, and
# still be its rival. Of six true ones the least likely came to 9.0 less; of 2,948 characters that
# go with one neighbour and were never anything else 70 have one.
_NEARLY = 10.0


def plain_of(character: str) -> str:
    """Give a character in Simplified script."""
    return forms().plain.get(character, character)


def plains_of(character: str) -> str:
    """Give what a character may be in Simplified script; of a few no table can tell."""
    return plain_of(character) + DOUBTFUL.get(character, "")


def _shown_as(plain: str) -> str:
    """Give what a Simplified character may be on a mirror."""
    doubtful = "".join(old for old, new in DOUBTFUL.items() if new == plain)
    return plain + forms().traditional.get(plain, "") + doubtful


@cache
def lost_before(second: int) -> frozenset[int]:
    """List the first bytes of the lost pairs with this second one."""
    return frozenset(first for first, seconds in private_pairs().items() if second in seconds)


@cache
def undefined_before(second: int) -> frozenset[int]:
    """List those of them that stand for no private-use character either."""
    return frozenset(first for first in lost_before(second) if not is_private(first, second))


@dataclass(slots=True, eq=False)
class Common:
    """A common character of either script; one object for each."""

    shown: str
    """As the mirror shows it."""
    plain: str
    """In Simplified script."""
    lead: int
    """The first byte of what is shown."""
    trail: int
    """The second byte."""


@cache
def written(plain: str) -> list[Common]:
    """List how the mirror may show a Simplified character."""
    table = forms()
    shown = (c for c in _shown_as(plain) if c == plain or c in table.usual)
    shown = (c for c in shown if c not in table.simplified_only)
    return [Common(c, plain, pair >> 8, pair & 0xFF) for c in shown if (pair := pair_of(c))]


@lru_cache(maxsize=16384)
def forms_of(shown: str) -> list[Common]:
    """List what a character may be that the mirror shows."""
    return [c for plain in plains_of(shown) for c in written(plain) if c.shown == shown]


@cache
def common_by_lead() -> dict[int, list[Common]]:
    """List common characters by their first byte, commonest first."""
    found: dict[int, list[Common]] = {}
    for plain in characters():
        for common in written(plain):
            found.setdefault(common.lead, []).append(common)
    return found


def common_from(lead: int) -> list[Common]:
    """List the common characters with this first byte, commonest first."""
    return common_by_lead().get(lead, [])


@cache
def common_with(lead: int, lowest: int) -> list[str]:
    """List the common characters with this first byte and a second one from the lowest on."""
    return [c.shown for c in common_from(lead) if c.trail >= lowest]


@lru_cache(maxsize=32768)
def shows_common(shown: str) -> bool:
    """Say whether a character that the mirror shows is a common one."""
    return is_common(plain_of(shown))


@cache
def _beginnings(lead: int) -> list[Common]:
    """List the characters with this first byte whose second one may begin a lost pair."""
    lost = private_pairs()
    return [each for each in common_from(lead) if each.trail in lost]


@cache
def likely_alone(lead: int) -> list[Common]:
    """List the likeliest characters with this first byte whose second one may begin a lost pair."""
    found = _beginnings(lead)
    return _likeliest_between("", found, "", _FIRSTS)


@lru_cache(maxsize=16384)
def going_on(plain: str, lead: int) -> list[Common]:
    """List those of them that are likeliest behind a character, of what was seen there."""
    seen = seen_behind(plain)
    found = [first for first in _beginnings(lead) if first.plain in seen]
    return _likeliest_between(plain, found, "", _FIRSTS_BEHIND)


@lru_cache(maxsize=4096)
def between(first: Common) -> list[tuple[Common]]:
    """List the likeliest characters seen behind one that may stand between two lost pairs."""
    return [(s,) for lead in private_pairs()[first.trail] for s in going_on(first.plain, lead)]


@lru_cache(maxsize=16384)
def endings(trail: int, following: str) -> list[Common]:
    """List the likeliest characters with this second byte whose first one may end a lost pair.

    trail: negative if it is not known. following: what stands behind them, if that is known.
    """
    if trail >= 0:
        return _likeliest_between("", _by_trail().get(trail, []), following, _LASTS)
    costs, found = _endings_of_any()
    # What stands behind a character makes it no likelier than it is anywhere, so that most need
    # not be looked at.
    some = [last.plain for last in found[: 10 * _LASTS_OF_ANY]]
    least = heapq.nlargest(_LASTS_OF_ANY, likely_between("", some, following))[-1]
    return _likeliest_between("", found[: bisect_right(costs, -least)], following, _LASTS_OF_ANY)


@cache
def _endings_of_any() -> tuple[list[float], list[Common]]:
    """List what may stand behind a lost pair, likeliest first, and what each costs."""
    found = [last for second in range(0x80, 0xFF) for last in _by_trail().get(second, ())]
    cost = {last: -likely_anywhere(last.plain) for last in found}
    found.sort(key=cost.__getitem__)
    return [cost[last] for last in found], found


def _likeliest_between(first: str, found: list[Common], last: str, number: int) -> list[Common]:
    likely = likely_between(first, [common.plain for common in found], last)
    ranked = heapq.nlargest(number, zip(likely, found, strict=True), key=itemgetter(0))
    return [common for _, common in ranked]


@cache
def _by_trail() -> dict[int, list[Common]]:
    found: dict[int, list[Common]] = {}
    for lead in sorted(frozenset().union(*private_pairs().values())):
        for common in common_from(lead):
            found.setdefault(common.trail, []).append(common)
    return found


@cache
def _merged() -> dict[int, str]:
    """Read what may become one character, by its bytes: twos, a tab, and threes."""
    table = resources.files("tsnet.text").joinpath("merged.txt").read_text("utf-8")
    lines = (line.partition("\t") for line in table.split("\n") if line)
    return {int(pair, 16): texts for pair, _, texts in lines}


def _texts_merging(lead: int, trail: int) -> Iterator[tuple[int, str]]:
    return enumerate(_merged().get(lead << 8 | trail, "").split("\t"), start=2)


@lru_cache(maxsize=4096)
def merging(lead: int, trail: int) -> list[tuple[Common, ...]]:
    """List which characters, seen side by side, may have become one with these bytes.

    Two with a lost pair across them, or three with two such pairs.
    """
    return [
        path
        for number, texts in _texts_merging(lead, trail)
        for at in range(0, len(texts), number)
        for path in product(*map(forms_of, texts[at : at + number]))
    ]


@lru_cache(maxsize=16384)
def rivals(lead: int, trail: int, first: str, plain: str, last: str) -> list[str]:
    """List what may have become one character and is nearly as likely between two others, or more.

    lead, trail, plain: the bytes of the one character, and itself in Simplified script. first,
    last: those beside it; empty if not known.
    """

    def likely_beside(text: str) -> float:
        left = behind(first, text[0]) if first else 0.0
        return left + (behind(text[-1], last) if last else 0.0)

    least = likely_beside(plain) - _NEARLY
    found = []
    for number, texts in _texts_merging(lead, trail):
        plains = to_simplified(texts)
        for at in range(0, len(texts), number):
            several = plains[at : at + number]
            # The pairs alone tell nearly all that are far less likely.
            likely = likely_beside(several)
            if likely > least and likely + sum(map(behind, several, several[1:])) > least:
                as_one, as_several = (likelihood(first + text + last) for text in (plain, several))
                if as_several > as_one - _NEARLY:
                    found.append(texts[at : at + number])
    return found


def met_too_late(character: str, lead: int, before: int) -> bool:
    """Say whether an annotated character may stand bare, having been split before its turn came."""
    return before >= 0 and in_order(character, lead, before, annotated=False)


def in_order(character: str, lead: int, before: int, *, annotated: bool) -> bool:
    """Say whether a character with an annotation behind its first byte may (not) be annotated.

    The mirror goes by the codes: it has met the character first if that has the lower code.
    """
    return before < 0 or (pair_of(character) < (before << 8 | lead)) == annotated
