"""Runs of text that were read one byte out of step, and what the bytes say they were.

Everything here works on the characters of one page as the mirror shows them, in Traditional
script; `docs/mirror.md` has pictures of the bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from tsnet.text.gbk import (
    EURO,
    character_of,
    pair_of,
    pairs_of,
    private_pairs,
    text_of,
)
from tsnet.text.likelihood import MARKS, OPENING_MARKS, Edge, best_path, single, words
from tsnet.text.readings import ANNOTATION, EATEN, read_so, read_so_from
from tsnet.text.script import forms, to_simplified

CONTEXT = 4
"""Characters on either side of a doubtful place that the likelihood looks at."""

SHOWN_BY_READING = -1
"""In place of a byte that was eaten with the bracket of an annotation."""

SHOWN_BY_NOTHING = -2
"""In place of a byte that was eaten with an ASCII character of the text."""

_NON_ASCII = re.compile(r"[^\x00-\x7f]*")

# Logarithms. How much less likely a character is that the page itself does not show annotated;
# that has one form in both scripts, since mirrors mostly annotate the others; that a mirror's text
# hardly has; that is a letter or digit of full width with none beside it; that opens a quotation
# right before an ASCII character; that a private-use character was lost at all.
_UNSEEN_ON_PAGE = -4.0
_SAME_IN_BOTH_SCRIPTS = -5.0
_SIMPLIFIED = -12.0
_LONE_LETTER = -5.0
_OPENING_LAST = -5.0
_LOST_CHARACTER = 0.5

# Of the ways to fill a gap, so many are compared in full.
_BEGINNINGS = 12
_ENDINGS = 20
_FILLINGS = 16
_HOPELESS = 6.0
_COMMON_CHARACTERS = 4000
_BETWEEN_GAPS = "，。、；：“”（）《》的"


@dataclass(slots=True)
class Solved:
    """What a run was before the damage."""

    text: str
    """In Traditional script, as the mirror had it before it put in the annotations."""
    guessed: int
    """Characters that were chosen by likelihood."""


@dataclass(slots=True)
class Knowledge:
    """What a page tells of its mirror."""

    annotated: dict[str, str]
    """The characters that are annotated on the page, with what stands in the brackets."""
    clean: str
    """The page without its annotations, to see what else stands on it."""
    lacks_private: bool
    """Whether private-use characters may have been lost from the page."""
    by_reading: dict[str, list[int]] = field(default_factory=dict)
    """The byte pairs of the annotated characters by their readings."""
    second_bytes: dict[tuple[int, str], list[tuple[int, float]]] = field(default_factory=dict)
    """What `read_as` has found so far."""
    _characters: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Sort the annotated characters by their readings."""
        for character, reading in self.annotated.items():
            pair = pair_of(character)
            if pair:
                self.by_reading.setdefault(reading, []).append(pair)

    @property
    def characters(self) -> set[str]:
        """All characters of the page."""
        if not self._characters:
            self._characters = set(self.clean)
        return self._characters

    def read_as(self, first: int, reading: str) -> list[tuple[int, float]]:
        """List the second bytes with which a first one may carry a reading, with weights."""
        known = self.second_bytes.get((first, reading))
        if known is None:
            mine = [p for p in self.by_reading.get(reading, ()) if p >> 8 == first]
            mine = [p for p in mine if p & 0xFF > 0x80]
            found = [(p & 0xFF, 0.0) for p in mine]
            found += [
                (pair_of(c) & 0xFF, w + _UNSEEN_ON_PAGE * bool(mine))
                for c, w in self._unseen(read_so_from(reading).get(first, ()))
            ]
            known = self.second_bytes[first, reading] = found
        return known

    def read_so(self, reading: str) -> list[tuple[str, float]]:
        """List the characters that may carry a reading, with weights."""
        mine = [p for p in self.by_reading.get(reading, ()) if p & 0xFF > 0x80]
        found = [(character_of(p >> 8, p & 0xFF), 0.0) for p in mine]
        found += [(c, w + _UNSEEN_ON_PAGE * bool(mine)) for c, w in self._unseen(read_so(reading))]
        return found

    def _unseen(self, characters: Iterable[str]) -> Iterator[tuple[str, float]]:
        unmistakable = forms().unmistakable
        for character in characters:
            # The byte was taken for the first of a pair, and those begin at 0x81; and an annotated
            # character is annotated wherever it stands.
            if pair_of(character) & 0xFF <= 0x80:
                continue
            if character not in self.clean and character not in self.annotated:
                yield character, 0.0 if character in unmistakable else _SAME_IN_BOTH_SCRIPTS


@dataclass(slots=True)
class Run:
    """What stands between the annotation that broke the step and the place that regains it."""

    end: int
    """Where it ends in the text."""
    items: list[int]
    """Its bytes in the order of the original; unknown ones are negative."""
    annotations: int = 0
    """Readings in it."""
    splits: set[int] = field(default_factory=set)
    """Indexes of the bytes behind which a reading stands, though no character ends there."""
    closing: str = ""
    """The reading that gives the last byte away, if one does."""
    marked: bool = False
    """Whether its last character carries an annotation that is shown whole."""
    broken: bool = False
    """Whether it can't be what the mirror does."""


@dataclass(slots=True)
class _Slot:
    """One character of the original, as far as it is known."""

    leads: list[tuple[int, float]]
    trail: int
    whole: list[tuple[str, float]]
    marked: bool = False
    closing: str = ""
    doubtful: bool = False
    fillings: list[tuple[str, float]] = field(default_factory=list)
    """What it may have been, had private-use characters been lost inside it."""
    chosen: bool = False
    """Whether the bytes left more than this one character."""


def gather(text: str, at: int, first: int = SHOWN_BY_READING) -> Run:
    """Read on from where the step was broken to where it is regained.

    at: behind the annotation that broke it. first: the lead byte that was left alone, if known.
    """
    run = Run(end=at, items=[first])
    items = run.items
    while True:
        segment = _NON_ASCII.match(text, at)
        assert segment is not None
        shown, euro, _ = segment[0].partition(EURO)
        data = pairs_of(shown)
        if data is None:
            run.broken = True
            return run
        in_step = _first_ascii_trail(data)
        if in_step:
            items.extend(data[:in_step])
            run.end = at + in_step // 2
            return run
        items.extend(data)
        at += len(shown)
        run.end = at
        if euro:
            items.append(0x80)
            _close(run, text, at + 1)
            return run
        annotation = ANNOTATION.match(text, at)
        if annotation and shown:
            run.annotations += 1
            run.splits.add(len(items) - 1)
            at = run.end = annotation.end()
            continue
        eaten = EATEN.match(text, at)
        if eaten:
            items.append(SHOWN_BY_READING)
            run.closing = eaten[1]
            run.annotations += 1
            run.end = eaten.end()
        elif text[at : at + 1] == "?":
            items.append(SHOWN_BY_NOTHING)
            run.end = at + 1
        elif "@" <= text[at : at + 1] <= "~":
            items.append(ord(text[at]))
            _close(run, text, at + 1)
        else:
            run.broken = True
        return run


def _first_ascii_trail(data: bytes) -> int:
    """Give the length up to the first pair whose second byte is ASCII, 0 if there is none."""
    if data.isascii() or max(data[1::2], default=0) < 0x80 or min(data[1::2], default=0xFF) < 0x80:
        for odd in range(1, len(data), 2):
            if data[odd] < 0x80:
                return odd + 1
    return 0


def _close(run: Run, text: str, at: int) -> None:
    # The last byte of an annotated character may be shown as an ASCII letter of its own.
    annotation = ANNOTATION.match(text, at)
    if annotation:
        run.annotations += 1
        run.marked = True
        at = annotation.end()
    run.end = at


def solve(
    run: Run, leads: list[tuple[int, float]], page: Knowledge, left: str, right: str
) -> Solved | None:
    """Say what a run was, or None if no text of the mirror's can have become it.

    leads: what the first byte may be, with weights. left, right: what stands beside the run.
    """
    if run.broken:
        return None
    items = run.items
    if len(leads) == 1 and not page.lacks_private:
        known = [leads[0][0], *items[1:]]
        if known[-1] == SHOWN_BY_READING and len(known) > 1:
            closing = page.read_as(known[-2], run.closing)
            if len(closing) == 1:
                known[-1] = closing[0][0]
        if known[-1] >= 0:
            text = text_of(bytes(known))
            if text is not None:
                return Solved(text, 0)
    slots = _slots(run, leads, page)
    if slots is None:
        return None
    if items[-1] == SHOWN_BY_NOTHING:
        right = ""
    _find_doubtful(slots, page, left, right)
    return _choose(slots, page, left, right)


def _slots(run: Run, leads: list[tuple[int, float]], page: Knowledge) -> list[_Slot] | None:
    items = run.items
    slots: list[_Slot] = []
    index = 0
    while index < len(items):
        if 0 <= items[index] < 0x80:
            slots.append(_Slot([], items[index], [(chr(items[index]), 0.0)]))
            index += 1
            continue
        if index + 1 == len(items):
            return None
        here = leads if index == 0 else [(items[index], 0.0)]
        marked = index == 0 or index in run.splits
        index += 2
        if index == len(items):
            marked = marked or run.marked or items[-1] == SHOWN_BY_READING
        slot = _Slot(here, items[index - 1], [], marked, run.closing)
        for lead, weight in here:
            slot.whole.extend((c, w + weight) for c, w in _completions(lead, slot, page))
        slots.append(slot)
    return slots


def _completions(lead: int, slot: _Slot, page: Knowledge) -> list[tuple[str, float]]:
    """List the characters that a slot may hold if its first byte is this one."""
    if slot.trail == SHOWN_BY_READING:
        found = [(character_of(lead, t), w) for t, w in page.read_as(lead, slot.closing)]
        return [(c, w) for c, w in found if c]
    if slot.trail == SHOWN_BY_NOTHING:
        # The eaten byte was taken for the first of a pair, and those begin at 0x81.
        candidates: Iterable[str] = (c for c, _ in _common_from(lead) if pair_of(c) & 0xFF > 0x80)
    else:
        candidates = (character_of(lead, slot.trail),)
    last = slot.trail == SHOWN_BY_NOTHING
    return [
        (c, _weight(c, page) + (_OPENING_LAST if last and c in OPENING_MARKS else 0.0))
        for c in candidates
        if c and (slot.marked or c not in page.annotated) and _is_text(c)
    ]


def _is_text(character: str) -> bool:
    return not "一" <= character <= "龥" or _plain(character) in words().shares


def _plain(character: str) -> str:
    return forms().plain.get(character, character)


def _weight(character: str, page: Knowledge) -> float:
    if character in forms().simplified_only:
        return _SIMPLIFIED
    if character.isalnum() and not "一" <= character <= "龥" and character not in page.clean:
        return _LONE_LETTER
    return 0.0


def _find_doubtful(slots: list[_Slot], page: Knowledge, left: str, right: str) -> None:
    """Mark the slots that bytes leave open, or where a private-use character may be missing."""
    pairs = words().pairs
    shown = [s.whole[0][0] if len(s.whole) == 1 else "" for s in slots]
    known = to_simplified(
        "".join((left[-1:] or "\0", *(c or "\0" for c in shown), right[:1] or "\0"))
    )
    for index, slot in enumerate(slots):
        before, here, behind = known[index], known[index + 1], known[index + 2]
        if len(slot.whole) != 1:
            slot.doubtful = page.lacks_private or not _settled(slot, before, behind)
        elif page.lacks_private and slot.leads:
            if here in "％℃" or "０" <= here <= "ｚ":
                if not any("０" <= c <= "９" for c in (before, behind)):
                    slot.whole = [(slot.whole[0][0], slot.whole[0][1] + _LONE_LETTER)]
                    slot.doubtful = True
            else:
                slot.doubtful = slot.whole[0][1] < 0 or (
                    before + here not in pairs and here + behind not in pairs
                )
        if slot.doubtful and slot.leads and page.lacks_private:
            slot.fillings = _fillings(slot, page, before.strip("\0"), behind.strip("\0"))
            slot.doubtful = len(slot.whole) != 1 or bool(slot.fillings)


def _settled(slot: _Slot, before: str, behind: str) -> bool:
    """Say whether one of a slot's characters goes with its neighbours and no other does."""
    pairs = words().pairs
    fitting = [
        (character, weight)
        for character, weight in slot.whole
        if before + _plain(character) in pairs or _plain(character) + behind in pairs
    ]
    if len(fitting) != 1 or fitting[0][1] < max(weight for _, weight in slot.whole):
        return False
    slot.whole = fitting
    slot.chosen = True
    return True


def _choose(slots: list[_Slot], page: Knowledge, left: str, right: str) -> Solved | None:
    shown: list[str] = []
    guessed = 0
    at = 0
    while at < len(slots):
        if not slots[at].doubtful:
            shown.append(slots[at].whole[0][0])
            guessed += slots[at].chosen
            at += 1
            continue
        end = _end_of_cluster(slots, at)
        after = ""
        for slot in slots[end : end + CONTEXT]:
            if slot.doubtful:
                break
            after += slot.whole[0][0]
        else:
            if end + CONTEXT >= len(slots):
                after = (after + right)[:CONTEXT]
        before = (left + "".join(shown[-CONTEXT:]))[-CONTEXT:]
        options = tuple((*slot.whole, *slot.fillings) for slot in slots[at:end])
        found = _search(options, before, after)
        if found is None:
            return None
        shown.append(found.text)
        guessed += found.guessed
        at = end
    return Solved("".join(shown), guessed)


def _end_of_cluster(slots: Sequence[_Slot], at: int) -> int:
    """Give where the doubtful slots end that stand too close together to be told one by one."""
    end = at + 1
    while end < min(len(slots), at + 12):
        close = [n for n in range(end, min(end + 2, len(slots))) if slots[n].doubtful]
        if not close:
            break
        end = close[-1] + 1
    return end


@lru_cache(maxsize=16384)
def _search(
    options: tuple[tuple[tuple[str, float], ...], ...], left: str, right: str
) -> Solved | None:
    """Choose among what slots may have been; kept, since much stands on every page of a site.

    options: for each slot the texts of one to three characters, with weights.
    """
    lattice: list[list[Edge]] = []

    def fixed(text: str) -> None:
        for shown, plain in zip(text, to_simplified(text), strict=True):
            lattice.append([Edge(shown, plain, len(lattice) + 1)])

    fixed(left)
    start = len(lattice)
    whole: set[int] = set()
    for texts in options:
        here = len(lattice)
        whole.add(here)
        edges: list[Edge] = []
        lattice.append(edges)
        target = here + 1 + sum(len(text) - 1 for text, _ in texts)
        for text, weight in texts:
            plain = _plain(text) if len(text) == 1 else to_simplified(text)
            behind = target if len(text) == 1 else len(lattice)
            edges.append(Edge(text[0], plain[0], behind, weight))
            for n in range(1, len(text)):
                behind = target if n + 1 == len(text) else len(lattice) + 1
                lattice.append([Edge(text[n], plain[n], behind)])
    fixed(right)
    path = best_path(lattice)
    if path is None:
        return None
    path = path[len(left) : len(path) - len(right)]
    guessed = 0
    node = start
    for edge in path:
        guessed += len(lattice[node]) > 1 or node not in whole
        node = edge.target
    return Solved("".join(e.shown for e in path), guessed)


def _fillings(slot: _Slot, page: Knowledge, before: str, behind: str) -> list[tuple[str, float]]:
    """List what may have stood in a slot, had private-use characters been lost inside it.

    Two characters whose inner bytes are a lost pair, or three with two such pairs.
    """
    lasts: tuple[_Part, ...] | None = None
    if slot.trail == SHOWN_BY_READING:
        lasts = tuple(
            _Part(c, _plain(c), pair_of(c) >> 8, w + _joined(_plain(c), behind, last=True), w)
            for c, w in page.read_so(slot.closing)
        )
    found = _fitting(tuple(slot.leads), slot.trail, lasts, before, behind)
    annotated = page.annotated
    found = [
        filling
        for filling in found
        if filling[1][0] not in annotated
        and (lasts or slot.marked or filling[1][-1] not in annotated)
    ]
    rival = max(
        (
            weight + max(_joined(before, p, last=False), _joined(p, behind, last=True))
            for p, weight in ((_plain(c), w) for c, w in slot.whole)
        ),
        default=-math.inf,
    )
    least = max(rival - _LOST_CHARACTER, found[0][0] if found else 0.0) - _HOPELESS
    return [
        (text, _LOST_CHARACTER + weight + _on_page(text, page))
        for fit, text, weight in found[:_FILLINGS]
        if fit > least
    ]


@lru_cache(maxsize=16384)
def _fitting(
    leads: tuple[tuple[int, float], ...],
    trail: int,
    lasts: tuple[_Part, ...] | None,
    before: str,
    behind: str,
) -> list[tuple[float, str, float]]:
    """List the fillings between two bytes with how well they fit and their weights, best first.

    lasts: the characters that may stand last, if not the second byte but a reading tells them.
    """
    lost = private_pairs()
    logs, _, _, _, seconds = words()
    firsts = [
        _Part(character, plain, inner, weight + _joined(before, plain, last=False), weight)
        for lead, weight in leads
        for character, plain, inner in _beginnings(lead)
    ]
    if lasts is None:
        ends = [
            _Part(character, plain, inner, _joined(plain, behind, last=True), 0.0)
            for character, plain, inner in _endings(trail)
        ]
    else:
        ends = list(lasts)
    firsts.sort(key=_fit)
    ends.sort(key=_fit)
    found: dict[str, tuple[float, str, float]] = {}

    def add(first: _Part, between: str, last: _Part, fit: float) -> None:
        text = first.shown + between + last.shown
        if text not in found:
            found[text] = fit, text, first.weight + last.weight

    by_plain: dict[str, list[_Part]] = {}
    for last in ends:
        by_plain.setdefault(last.plain, []).append(last)
    for first in firsts:
        for second in seconds.get(first.plain, set()) & by_plain.keys():
            for last in by_plain[second]:
                if last.inner in lost[first.inner]:
                    add(first, "", last, logs[first.plain + second])
    for first in firsts[:_BEGINNINGS]:
        for last in ends[:_ENDINGS]:
            if last.inner in lost[first.inner]:
                add(first, "", last, first.fit + last.fit)
        for mark, lead, trail in _BETWEEN:
            if lead in lost[first.inner]:
                for last in ends[:_ENDINGS]:
                    if last.inner in lost[trail]:
                        add(first, mark, last, first.fit + single(mark) + last.fit)
    return sorted(found.values(), reverse=True)[: 3 * _FILLINGS]


class _Part(NamedTuple):
    """One of the characters that may have stood beside a lost one."""

    shown: str
    plain: str
    inner: int
    """Its byte in the lost pair."""
    fit: float
    """How well it goes with what stands beside it: the logarithm of a likelihood."""
    weight: float
    """What speaks for it or against it besides."""


def _fit(part: _Part) -> float:
    return -part.fit


@lru_cache(maxsize=65536)
def _joined(first: str, second: str, *, last: bool) -> float:
    """Estimate how well a character goes with its neighbour, or else by itself."""
    logs = words().logs
    alone = single(first if last else second)
    together = logs.get(first + second)
    if together is None:
        return alone
    return max(alone, together - single(second if last else first))


def _on_page(text: str, page: Knowledge) -> float:
    # What the page says elsewhere, where nothing is damaged, is likely to be said again.
    return 2.0 if text in page.clean else 0.0


@lru_cache(maxsize=1)
def _common() -> dict[int, list[tuple[str, str]]]:
    """List common characters of either script, by their first byte, commonest first."""
    shares = words().shares
    table = forms()
    ranked = sorted(shares, key=lambda c: -shares[c])[:_COMMON_CHARACTERS]
    found: dict[int, list[tuple[str, str]]] = {}
    for plain in [*MARKS, *ranked]:
        for character in plain + table.traditional.get(plain, ""):
            pair = pair_of(character)
            if pair and character not in table.simplified_only:
                found.setdefault(pair >> 8, []).append((character, plain))
    return found


def _common_from(lead: int) -> list[tuple[str, str]]:
    return _common().get(lead, [])


@lru_cache(maxsize=256)
def _beginnings(lead: int) -> list[tuple[str, str, int]]:
    """List the characters with this first byte whose second one may begin a lost pair."""
    lost = private_pairs()
    found = ((c, p, pair_of(c) & 0xFF) for c, p in _common_from(lead))
    return [(c, p, trail) for c, p, trail in found if trail in lost]


@lru_cache(maxsize=256)
def _endings(trail: int) -> list[tuple[str, str, int]]:
    """List the characters with this second byte whose first one may end a lost pair.

    Where the second byte is not known either, only the commonest.
    """
    found = [
        (character, plain, lead)
        for lead in _inner_leads()
        for character, plain in _common_from(lead)
        if trail == pair_of(character) & 0xFF
        or (trail == SHOWN_BY_NOTHING and pair_of(character) & 0xFF > 0x80)
    ]
    found.sort(key=lambda ending: -single(ending[1]))
    return found[:_ENDINGS] if trail == SHOWN_BY_NOTHING else found


@lru_cache(maxsize=1)
def _inner_leads() -> list[int]:
    return sorted(frozenset().union(*private_pairs().values()))


_BETWEEN = [
    (c, pair_of(c) >> 8, pair_of(c) & 0xFF)
    for c in _BETWEEN_GAPS
    if pair_of(c) & 0xFF in private_pairs()
]
