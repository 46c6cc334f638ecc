"""What a page tells of its mirror: which characters are annotated, and what else may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from tsnet.text.gather import SHOWN_BY_READING
from tsnet.text.gbk import pair_of
from tsnet.text.readings import read_so, read_so_from
from tsnet.text.script import forms

# Of the characters that a page annotates, so many are Traditional on a mirror that annotates these.
_MOSTLY = 0.8

# How much less likely, as a logarithm, a character carries a reading if it
_UNSEEN_ON_PAGE = -4.0
"""is not annotated elsewhere on the page, where one that is would fit as well;"""
_SAME_IN_BOTH_SCRIPTS = -9.0
"""has one form in both scripts, on a page that annotates only characters which the mirror has
changed (of 1,520 that ninety pages annotate, two were not)."""

Signs: TypeAlias = tuple[tuple[tuple[int, float], ...], int, int, str, str]
"""What is known of a place in a run: a slot in `runs.py` but for what follows from these."""


@dataclass(slots=True)
class Knowledge:
    """What a page tells of its mirror."""

    annotated: dict[str, str]
    """The characters that are annotated on the page, with what stands in the brackets."""
    count: Callable[[str], int]
    """How often a character stands on the page, annotations left out."""
    ends_lines: Callable[[str], int]
    """How often a mark stands at the end of a line of the page."""
    shows_private: bool
    """Whether the page has kept private-use characters."""
    lacks_private: bool
    """Whether private-use characters may have been lost from the page."""
    members: frozenset[str] = frozenset()
    """The characters of `annotated`."""
    same_in_both: float = _SAME_IN_BOTH_SCRIPTS
    """How much less likely a character is annotated that the mirror has not changed."""
    by_reading: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The annotated characters by their readings."""
    second_bytes: dict[tuple[int, str], list[tuple[int, float]]] = field(default_factory=dict)
    """What `read_as` has found so far."""
    carriers: dict[tuple[str, int], tuple[tuple[str, float], ...]] = field(default_factory=dict)
    """What `read_so` has found so far."""
    held: dict[Signs, tuple[list[tuple[str, float]], bool]] = field(default_factory=dict)
    """What slots may hold by what is known of them, as far as it was asked for."""

    def __post_init__(self) -> None:
        """Sort the annotated characters by their readings."""
        self.members = frozenset(self.annotated)
        if len(self.members & forms().plain.keys()) < _MOSTLY * len(self.annotated):
            self.same_in_both = 0.0
        for character, reading in self.annotated.items():
            self.by_reading[reading].append(character)

    def read_as(self, first: int, reading: str) -> list[tuple[int, float]]:
        """List the second bytes with which a first one may carry a reading, with weights."""
        known = self.second_bytes.get((first, reading))
        if known is None:
            pairs = map(pair_of, self.by_reading.get(reading, ()))
            mine = [pair & 0xFF for pair in pairs if pair >> 8 == first]
            found = [(second, 0.0) for second in mine if _may_be_eaten(second)]
            less = _UNSEEN_ON_PAGE * bool(found)
            for character, weight in self._unseen(read_so_from(reading).get(first, ())):
                second = pair_of(character) & 0xFF
                if _may_be_eaten(second):
                    found.append((second, weight + less))
            known = self.second_bytes[first, reading] = found
        return known

    def read_so(self, reading: str, trail: int) -> tuple[tuple[str, float], ...]:
        """List the characters with this second byte that may carry a reading, with weights.

        trail: SHOWN_BY_READING if it was eaten.
        """
        known = self.carriers.get((reading, trail))
        if known is None:
            mine = self.by_reading.get(reading, ())
            found = [(c, 0.0) for c in mine if _ends_with(c, trail)]
            less = _UNSEEN_ON_PAGE * bool(mine)
            found += [(c, w + less) for c, w in self._unseen(_read_so_to(reading, trail))]
            known = self.carriers[reading, trail] = tuple(found)
        return known

    def carries(self, character: str, reading: str) -> bool:
        """Say whether a character may carry a reading: by the page, or else by the table."""
        mine = self.annotated.get(character)
        if mine is not None:
            return mine == reading
        return not self.count(character) and character in read_so(reading)

    def _unseen(self, characters: Iterable[str]) -> Iterator[tuple[str, float]]:
        unmistakable = forms().unmistakable
        for character in characters:
            # An annotated character is annotated wherever it stands.
            if character not in self.annotated and not self.count(character):
                yield character, 0.0 if character in unmistakable else self.same_in_both


@lru_cache(maxsize=4096)
def _read_so_to(reading: str, trail: int) -> list[str]:
    """List the characters with this second byte that a reading may belong to, by the table."""
    return [c for c in read_so(reading) if _ends_with(c, trail)]


def _ends_with(character: str, trail: int) -> bool:
    """Say whether a character has this second byte, or may have it eaten by a reading's bracket."""
    second = pair_of(character) & 0xFF
    return second == trail or (trail == SHOWN_BY_READING and _may_be_eaten(second))


def _may_be_eaten(second: int) -> bool:
    # It was taken for the first byte of a pair; some readers count 0x80 as one.
    return second >= 0x80
