"""How likely a piece of Simplified text is, and the likeliest way through what it may have been.

The likelihood is that of the best split into words (a unigram model) times that of each character
behind the one before it (a bigram model): the first knows the vocabulary, the second what stands
between words. Both tables are files that `build_language.py` builds; they are read only when
something must be guessed.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

EDGE, DIGITS, LETTERS = "¶", "0", "a"
"""What stands in the tables for the edge of a paragraph, for any digits, and for any letters."""

LONGEST_WORD = 4
"""Characters; the few longer words add little."""

STEPS = 6
"""Costs are negative natural logarithms in steps of a sixth, so that one character holds any."""

CODES = "!~"
"""The first and the last of the characters that stand for a cost; the first one is none."""

OPENING_MARKS = "“《『「（〈【"
"""Marks that hardly stand before the end of a paragraph."""

NEWS = {"报讯": 3e-4, "日报讯": 3e-4, "网讯": 3e-4, "电讯": 1e-4, "报道）": 1e-3, "摄）": 1e-4}
"""Words that open and close the first sentence of a news report, and no dictionary has: 新疆日报讯.

Each with its share of all words."""

# Logarithms of the shares of what the table of words lacks.
_NUMBER = -6.0
_LATIN = -9.0
_UNKNOWN = -19.0

# Those that stand in any text, of the numerals in one character; few texts have ⒆ or ㈠.
_NUMERALS = "〇①②③④⑤⑥⑦⑧⑨⑩"

# ASCII marks and the full-width ones that stand in the same places.
_FULL_WIDTH = dict(zip("(),:;?!", "（），：；？！", strict=True))


class Words(NamedTuple):
    """The table of words."""

    logs: dict[str, float]
    """Natural logarithm of each word's share of all words, marks included; minus infinity for what
    longer words end with and is no word itself."""
    endings: frozenset[str]
    """What longer words end with, single characters left out."""


@cache
def words() -> Words:
    """Read the table of words, once; 0.15 s and 40 MB."""
    table = resources.files("tsnet.text").joinpath("words.txt").read_text("utf-8")
    logs: dict[str, float] = {word: math.log(share) for word, share in NEWS.items()}
    for line in table.split("\n"):
        cost, *found = line.split(" ")
        if found:
            logs.update(zip(found, repeat(-int(cost) / STEPS)))
    endings = frozenset(word[start:] for word in logs for start in range(1, len(word) - 1))
    logs.update(dict.fromkeys(endings.difference(logs), -math.inf))
    return Words(logs, endings)


_FIRST, _LAST = map(ord, CODES)
_LOGS = {chr(code): (_FIRST - code) / STEPS for code in range(_FIRST, _LAST + 1)}


class _Following(NamedTuple):
    """What the table of pairs says of one character; likelihoods are logarithms."""

    itself: float
    """How likely it is, whatever stands before it."""
    unseen: float
    """How likely it is that what was never seen behind it stands there, whatever that is."""
    seen: dict[str, float]
    """How likely what was seen behind it is there, or what follows it at the end of a word."""


@cache
def _pairs() -> dict[str, _Following]:
    """Read the table of pairs, once; 0.1 s and 7 MB."""
    table = resources.files("tsnet.text").joinpath("pairs.txt").read_text("utf-8")
    lines = [line.split("\t") for line in table.split("\n") if line]
    itself = {first: _LOGS[costs[0]] for first, costs, *_ in lines}
    found = {}
    for first, costs, seconds, codes, in_words in lines:
        unseen = _LOGS[costs[1]]
        # Interned, the characters of all these tables take no room of their own.
        logs = map(_LOGS.__getitem__, codes)
        seen = dict(zip(map(sys.intern, seconds), logs, strict=True))
        seen.update((second, unseen + itself[second]) for second in map(sys.intern, in_words))
        found[first] = _Following(itself[first], unseen, seen)
    return found


class _Character(NamedTuple):
    """What the tables say of one character; likelihoods are logarithms."""

    name: str
    """What stands for it in the tables."""
    itself: float
    """How likely it is by the table of pairs, whatever stands before it."""
    alone: float
    """How likely it is as a word by itself."""
    seen: dict[str, float]
    """How likely what was seen behind it is there, or what follows it at the end of a word."""
    unseen: float
    """How likely it is that something else stands behind it, whatever that is."""


@lru_cache(maxsize=16384)
def _about(character: str) -> _Character:
    name = in_table(character)
    following = _pairs().get(name)
    if following is None:
        return _Character(name, _UNKNOWN, alone(character), {}, 0.0)
    return _Character(name, following.itself, alone(character), following.seen, following.unseen)


@lru_cache(maxsize=16384)
def alone(character: str) -> float:
    """Give the logarithm of the likelihood of a character as a word by itself."""
    known = words().logs.get(character)
    if known is not None:
        return known
    name = in_table(character)
    found = {DIGITS: _NUMBER, LETTERS: _LATIN, EDGE: 0.0}.get(name)
    return words().logs.get(name, _UNKNOWN) if found is None else found


def likely_anywhere(character: str) -> float:
    """Estimate how likely a character is as a word by itself, whatever stands beside it."""
    about = _about(character)
    return about.alone + about.itself


def likely_between(first: str, characters: Iterable[str], last: str) -> list[float]:
    """Estimate how likely each of some characters is between two, as a word by itself.

    first, last: empty if not known.
    """
    before, behind = _about(first or EDGE), _about(last or EDGE)
    seen = before.seen if first else {}
    unseen = before.unseen if first else 0.0
    name, itself = (behind.name, behind.itself) if last else ("", 0.0)
    return [
        about.alone
        + seen.get(about.name, unseen + about.itself)
        + about.seen.get(name, about.unseen + itself)
        for about in map(_about, characters)
    ]


def behind(first: str, second: str) -> float:
    """Give the logarithm of the likelihood of a character behind another."""
    before, here = _about(first), _about(second)
    seen = before.seen.get(here.name)
    return before.unseen + here.itself if seen is None else seen


@lru_cache(maxsize=16384)
def go_together(first: str, second: str) -> bool:
    """Say whether two characters stand side by side more often than by chance."""
    return behind(first, second) > _about(second).itself + _BOND


# A natural logarithm; the higher it is, the more true text has to be looked at twice, the lower,
# the more chance meetings pass for text.
_BOND = 1.0


@cache
def characters() -> list[str]:
    """List the characters and marks of the table of pairs, commonest first."""
    known = (c for c in _pairs() if c not in (EDGE, DIGITS, LETTERS))
    return sorted(known, key=lambda c: -_pairs()[c].itself)


def is_common(character: str) -> bool:
    """Say whether the table of pairs has a character at all."""
    return in_table(character) in _pairs()


def seen_behind(character: str) -> dict[str, float]:
    """Give what was seen behind a character, or ends a word behind it, and how likely each is."""
    return _about(character).seen


def in_table(character: str) -> str:
    """Give what stands for a character in the tables: all digits are one, and all letters."""
    if "㐀" <= character <= "鿿":
        return character
    if character.isascii():
        if character.isalnum():
            return DIGITS if character.isdigit() else LETTERS
        return _FULL_WIDTH.get(character, EDGE)
    if "０" <= character <= "９" or character in _NUMERALS:
        return DIGITS
    if character.isspace():
        return EDGE
    return LETTERS if character.isalpha() else character


class Node:
    """A character that may stand in a text, behind any of some others."""

    __slots__ = ("before", "filled", "path", "plain", "score", "seen", "shown", "unseen", "weight")

    def __init__(
        self,
        shown: str,
        plain: str,
        before: Sequence[Node],
        weight: float = 0.0,
        filled: bool = False,
    ) -> None:
        """Find the likeliest way to this character.

        shown: as the text will have it. plain: the same in Simplified script. before: what may
        stand before it. weight: what speaks for it besides, a logarithm. filled: whether it
        stands where something was lost.
        """
        self.shown = shown
        self.plain = plain
        self.before = before
        self.weight = weight
        self.filled = filled
        name, itself, alone, self.seen, self.unseen = _about(plain)
        self.score = 0.0
        self.path: tuple[Node, ...] = ()
        """The node before the last word of the likeliest way, and that word but for this node."""
        logs = words().logs
        best = -math.inf
        ends: list[tuple[str, tuple[Node, ...], float]] = []
        for node in before:
            seen = node.seen.get(name)
            so_far = weight + (node.unseen + itself if seen is None else seen)
            found = node.score + so_far
            if found > best:
                best = found
                nearest = node
            if seen is not None and (end := node.plain + plain) in logs:
                ends.append((end, (node,), so_far + node.weight))
        if before:
            self.score = best + alone
            self.path = (nearest,)
            if ends:
                self._end_words(ends)

    def _end_words(self, ends: list[tuple[str, tuple[Node, ...], float]]) -> None:
        """See whether a word that ends with this character makes a likelier way to it.

        ends: of words, each with its nodes but this one, and its score but for what stands before.
        """
        logs, endings = words()
        while ends:
            word, nodes, score = ends.pop()
            name, itself, *_ = _about(nodes[0].plain)
            log = logs[word]
            longer = word in endings
            for earlier in nodes[0].before:
                seen = earlier.seen.get(name)
                total = score + (earlier.unseen + itself if seen is None else seen)
                if earlier.score + total + log > self.score:
                    self.score = earlier.score + total + log
                    self.path = (earlier, *nodes)
                if longer and (end := earlier.plain + word) in logs:
                    ends.append((end, (earlier, *nodes), total + earlier.weight))


def start(text: str) -> list[Node]:
    """Give the node that a given text ends with, as what stands before all else."""
    return go_on([Node("", EDGE, ())], text)


def go_on(ways: list[Node], text: str) -> list[Node]:
    """Give the node that a given text ends with behind what may stand before it."""
    for shown in text:
        ways = [Node(shown, shown, ways)]
    return ways


def likeliest(nodes: Sequence[Node], number: int, following: str = "") -> list[Node]:
    """Give the so many nodes to which the likeliest ways lead.

    following: the character behind them, if it is known: a rare one may open a common word.
    """
    if not following or len(nodes) <= number:
        return sorted(nodes, key=attrgetter("score"), reverse=True)[:number]
    logs = words().logs
    name, itself, by_itself, *_ = _about(following)

    def promise(node: Node) -> float:
        word = logs.get(node.plain + following, -math.inf)
        together = max(word - alone(node.plain), by_itself)
        return node.score + together + node.seen.get(name, node.unseen + itself)

    return sorted(nodes, key=promise, reverse=True)[:number]


def way_to(node: Node) -> list[Node]:
    """List the nodes of the likeliest way to this one, itself included."""
    found: list[Node] = []
    while node.path:
        found[:0] = (*node.path[1:], node)
        node = node.path[0]
    return found


@lru_cache(maxsize=2048)
def likelihood(text: str) -> float:
    """Give the logarithm of the likelihood of a text in Simplified script."""
    return start(text)[0].score
