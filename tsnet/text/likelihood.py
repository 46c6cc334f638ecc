"""How likely a piece of Simplified text is: word frequencies of jieba's dictionary.

The dictionary file is read without importing jieba, and only when something must be guessed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

LONGEST_WORD = 4
"""Characters; longer words of the dictionary add little and cost memory."""

# Shares of the tokens of news text; the dictionary has no punctuation.
MARKS = {
    "，": 0.06,
    "。": 0.03,
    "、": 0.018,
    "“": 0.006,
    "”": 0.006,
    "：": 0.004,
    "；": 0.003,
    "（": 0.003,
    "）": 0.003,
    "《": 0.002,
    "》": 0.002,
    "『": 0.0005,
    "』": 0.0005,
    "「": 0.0003,
    "」": 0.0003,
    "〈": 0.0001,
    "〉": 0.0001,
    "【": 0.0001,
    "】": 0.0001,
    "？": 0.002,
    "！": 0.002,
    "·": 0.001,
    "—": 0.003,
    "…": 0.001,
    "　": 0.005,
    "％": 0.0002,
    "○": 0.0002,
}
"""Marks and their shares, as far as they are common."""

# What opens and closes the first sentence of a news report, and no dictionary has: 新疆日报讯.
_NEWS = {"报讯": 3e-4, "日报讯": 3e-4, "网讯": 3e-4, "电讯": 1e-4, "报道）": 1e-3, "摄）": 1e-4}

_UNSEEN = math.log(1e-9)
_DIGIT = math.log(2e-3)
_LATIN = math.log(2e-5)
_OTHER = math.log(3e-7)
_MARK_AFTER_MARK = -5.0
OPENING_MARKS = "“《『「（〈【"
"""Marks that hardly stand before the end of a paragraph."""

_CLOSING = "”》』」）〉】"

# What is left to words when the marks have had their share.
_WORDS = 0.8

# Occurrences in the words of jieba's corpus; below it, one character in five of real text stands
# in no common pair, and of the pairs that come about by chance one in sixty is common.
_COMMON_PAIR = 20


class Words(NamedTuple):
    """jieba's dictionary, as the search over a lattice needs it."""

    logs: dict[str, float]
    """Natural logarithm of each word's share of all words; punctuation included."""
    prefixes: frozenset[str]
    """What a word of two characters or more may begin with."""
    pairs: frozenset[str]
    """Two characters that stand side by side in common words."""
    shares: dict[str, float]
    """Natural logarithm of each character's share of all characters of the dictionary's words."""
    seconds: dict[str, set[str]]
    """For each character, the second ones of the words of two that it begins."""


@cache
def words() -> Words:
    """Read jieba's dictionary, once; about 80 MB."""
    counts: dict[str, int] = {}
    singles: dict[str, int] = {}
    pairs: dict[str, int] = {}
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    total = 0
    with _dictionary().open(encoding="utf-8") as lines:
        for line in lines:
            word, count, _ = line.split(" ", 2)
            number = int(count)
            total += number
            for character in word:
                singles[character] = singles.get(character, 0) + number
            if not number or len(word) > LONGEST_WORD:
                continue
            counts[word] = number
            if len(word) == 2:
                seconds[word[0]].add(word[1])
            for at in range(len(word) - 1):
                pair = word[at : at + 2]
                pairs[pair] = pairs.get(pair, 0) + number
    logs = {word: math.log(_WORDS * number / total) for word, number in counts.items()}
    logs |= {mark: math.log(share) for mark, share in MARKS.items()}
    logs |= {word: math.log(share) for word, share in _NEWS.items()}
    prefixes = frozenset(word[:end] for word in (*counts, *_NEWS) for end in range(1, len(word)))
    common = frozenset(pair for pair, number in pairs.items() if number >= _COMMON_PAIR)
    length = sum(singles.values())
    shares = {c: math.log(number / length) for c, number in singles.items() if number}
    return Words(logs, prefixes, common, shares, dict(seconds))


def _dictionary() -> Path:
    # Importing jieba would load much that is not needed here, and warn.
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("jieba is not installed, whose dictionary is read: pip install jieba")
    return Path(spec.submodule_search_locations[0]) / "dict.txt"


def single(character: str) -> float:
    """Give the logarithm of the likelihood of a character as a word by itself."""
    found = words().logs.get(character)
    if found is not None:
        return found
    if "一" <= character <= "龥":
        return _UNSEEN
    if "０" <= character <= "９":
        return _DIGIT
    return _LATIN if character.isalnum() else _OTHER


def may_follow(earlier: str, later: str) -> bool:
    """Say whether one mark of punctuation may stand directly behind another."""
    return (
        earlier in _CLOSING
        or later in OPENING_MARKS
        or (earlier in "。，！？…" and later in _CLOSING)
        or (earlier == later and later in "—…")
    )


class Edge(NamedTuple):
    """A character that may stand between two nodes of a lattice."""

    shown: str
    """The character as the text will have it."""
    plain: str
    """The same in Simplified script, as the dictionary has it."""
    target: int
    """The node behind it; always higher than the one before it."""
    weight: float = 0.0
    """Added to the logarithm of the likelihood."""


def best_path(lattice: Sequence[Sequence[Edge]]) -> list[Edge] | None:
    """Find the likeliest way from the first node to the last one, or None if there is none.

    lattice: for each node but the last, what may follow it. The likelihood is that of the best
    split into words (Viterbi).
    """
    logs, prefixes, *_ = words()
    last = len(lattice)
    scores = [-math.inf] * (last + 1)
    scores[0] = 0.0
    back: list[tuple[int, tuple[Edge, ...]]] = [(0, ())] * (last + 1)
    for node in range(last):
        base = scores[node]
        if base == -math.inf:
            continue
        came = back[node][1]
        earlier = came[-1].plain if came and came[-1].plain in MARKS else ""
        pending: list[tuple[str, float, tuple[Edge, ...]]] = []
        for edge in lattice[node]:
            first = edge.plain
            target = edge.target
            score = base + edge.weight
            known = logs.get(first)
            total = score + (single(first) if known is None else known)
            if earlier and first in MARKS and not may_follow(earlier, first):
                total += _MARK_AFTER_MARK
            if total > scores[target]:
                scores[target] = total
                back[target] = (node, (edge,))
            if target < last and first in prefixes:
                pending.append((first, score, (edge,)))
        while pending:
            word, score, path = pending.pop()
            for edge in lattice[path[-1].target]:
                longer = word + edge.plain
                target = edge.target
                known = logs.get(longer)
                if known is not None:
                    total = score + known + edge.weight
                    if total > scores[target]:
                        scores[target] = total
                        back[target] = (node, (*path, edge))
                if target < last and longer in prefixes:
                    pending.append((longer, score + edge.weight, (*path, edge)))
    if scores[last] == -math.inf:
        return None
    edges: list[Edge] = []
    node = last
    while node:
        node, path = back[node]
        edges[:0] = path
    return edges
