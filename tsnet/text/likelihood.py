"""How likely a piece of Simplified text is: word frequencies of jieba's dictionary.

The dictionary file is read without importing jieba, and only when something must be guessed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

LONGEST_WORD = 4
"""Characters; longer words of the dictionary add little and cost memory."""

# Shares of the tokens of news text; the dictionary has no punctuation.
PUNCTUATION = {
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

_UNSEEN = math.log(1e-9)
_DIGIT = math.log(2e-3)
_LATIN = math.log(2e-5)
_OTHER = math.log(3e-7)
_COMMON_PAIR = 20


class Words(NamedTuple):
    """The dictionary as the search over a lattice needs it."""

    logs: dict[str, float]
    """Natural logarithm of each word's share of all words; punctuation included."""
    prefixes: frozenset[str]
    """What a word of two characters or more may begin with."""
    pairs: frozenset[str]
    """Two characters that stand side by side in common words."""
    characters: dict[str, float]
    """Natural logarithm of each character's share of all characters of the dictionary's words."""


@cache
def words() -> Words:
    """Read jieba's dictionary, once; about 60 MB."""
    counts: dict[str, int] = {}
    singles: dict[str, int] = {}
    pairs: dict[str, int] = {}
    total = 0
    with _dictionary().open(encoding="utf-8") as lines:
        for line in lines:
            word, count, _ = line.split(" ", 2)
            number = int(count)
            total += number
            for character in word:
                singles[character] = singles.get(character, 0) + number
            if len(word) <= LONGEST_WORD:
                counts[word] = number
                for at in range(len(word) - 1):
                    pair = word[at : at + 2]
                    pairs[pair] = pairs.get(pair, 0) + number
    logs = {word: math.log(0.8 * number / total) for word, number in counts.items() if number}
    logs |= {mark: math.log(share) for mark, share in PUNCTUATION.items()}
    prefixes = frozenset(word[:end] for word in counts for end in range(1, len(word)))
    common = frozenset(pair for pair, number in pairs.items() if number >= _COMMON_PAIR)
    length = sum(singles.values())
    return Words(logs, prefixes, common, {c: math.log(n / length) for c, n in singles.items() if n})


def _dictionary() -> Path:
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("jieba is not installed: `pip install jieba`, whose dictionary is read")
    return Path(spec.submodule_search_locations[0]) / "dict.txt"


def single(character: str, logs: Mapping[str, float]) -> float:
    """Give the logarithm of the likelihood of a character as a word by itself."""
    found = logs.get(character)
    if found is not None:
        return found
    if "一" <= character <= "龥":
        return _UNSEEN
    if "０" <= character <= "９":
        return _DIGIT
    return _LATIN if character.isalnum() else _OTHER


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


def best_path(
    lattice: Sequence[Sequence[Edge]], ngrams: Mapping[str, float]
) -> tuple[float, list[Edge]] | None:
    """Find the likeliest way from the first node to the last one, or None if there is none.

    lattice: for each node but the last, what may follow it. ngrams: the logarithms of the shares
    of strings that count as words beside those of the dictionary. The likelihood is that of the
    best split into words (Viterbi).
    """
    logs, prefixes, _, _ = words()
    last = len(lattice)
    scores = [-math.inf] * (last + 1)
    scores[0] = 0.0
    back: list[tuple[int, tuple[Edge, ...]]] = [(0, ())] * (last + 1)
    for node in range(last):
        base = scores[node]
        if base == -math.inf:
            continue
        pending: list[tuple[str, float, tuple[Edge, ...]]] = []
        for edge in lattice[node]:
            first = edge.plain
            score = base + edge.weight
            total = score + single(first, logs)
            if total > scores[edge.target]:
                scores[edge.target] = total
                back[edge.target] = (node, (edge,))
            if edge.target < last and first in prefixes:
                pending.append((first, score, (edge,)))
        while pending:
            word, score, path = pending.pop()
            for edge in lattice[path[-1].target]:
                longer = word + edge.plain
                known = logs.get(longer)
                seen = ngrams.get(longer)
                if seen is not None and (known is None or seen > known):
                    known = seen
                if known is not None:
                    total = score + known + edge.weight
                    if total > scores[edge.target]:
                        scores[edge.target] = total
                        back[edge.target] = (node, (*path, edge))
                if edge.target < last and (longer in prefixes or longer in ngrams):
                    pending.append((longer, score + edge.weight, (*path, edge)))
    if scores[last] == -math.inf:
        return None
    edges: list[Edge] = []
    node = last
    while node:
        node, path = back[node]
        edges[:0] = path
    return scores[last], edges
