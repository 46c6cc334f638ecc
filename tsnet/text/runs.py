"""Runs of text that were read one byte out of step, and what the bytes say they were.

Everything here works on the characters of one page as the mirror shows them, in Traditional
script; `docs/mirror.md` has pictures of the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

from tsnet.text.candidates import common_with, in_order, met_too_late, rivals, shows_common
from tsnet.text.gather import SHOWN_BY_NOTHING, SHOWN_BY_READING, Run
from tsnet.text.gbk import EURO, LOST, character_of, pair_of, text_of
from tsnet.text.knowledge import Knowledge
from tsnet.text.likelihood import DIGITS, EDGE, LETTERS, OPENING_MARKS, go_together, in_table
from tsnet.text.marks import (
    LAST_OF_PROSE,
    LINE,
    awaited_behind,
    closed_first,
    is_prose,
    may_end_line,
    weights_announcing,
    weights_before_number,
    weights_closing,
    weights_ending,
)
from tsnet.text.places import Around, Place, Solved, search
from tsnet.text.script import forms, to_simplified

CONTEXT = 4
"""Characters on either side of a doubtful place that the likelihood looks at."""

# How much likelier, or below zero less likely, a character is than it would be otherwise, as a
# logarithm, if it
_SIMPLIFIED = -12.0
"""is of Simplified script alone, which a mirror's text hardly has;"""
_LONE_LETTER = -5.0
"""is a letter or digit of full width, and none stands beside it;"""
_FOREIGN_LETTER = -12.0
"""is a letter of some other script;"""
_NUMERAL = -8.0
"""is a numeral such as ① or 〇;"""
_OPENING_LAST = -5.0
"""is a mark that opens something right before an ASCII character;"""
_MISREAD = -10.0
"""carries a reading that no table gives it;"""
_OUT_OF_ORDER = -14.0
"""stands without its reading, though the mirror would have come to it before what split it."""

# Marks that stand twice: right behind one half stands the other one, and 。 is no likelier at the
# end of a line than elsewhere.
_DOUBLED = ("…", "—")
_NO_LAST_OF_PROSE = {mark: -gain for mark, gain in LAST_OF_PROSE.items()}

# Logarithms. How much less likely a page has lost private-use characters than a place alone makes
# it that goes with a neighbour as it stands; and how likely at least, so that it is known that
# something was found there.
_AGAINST_LOSS = -6.0
_LEAST_GAIN = 0.1

# In place of a neighbour that is not known.
_UNKNOWN = "\0"

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Beside:
    """What stands beside a run."""

    left: str
    """The last few characters before it, in Simplified script, or EDGE."""
    right: str
    """The first few characters behind it, in Simplified script, or EDGE."""
    before: Callable[[], str] = str
    """Gives `line`; asked only where bytes leave something open."""
    behind: Callable[[], str] = str
    """Gives `rest`, likewise."""

    @cached_property
    def line(self) -> str:
        """The last characters before it, so many as `LINE`, in Traditional script."""
        return self.before()

    @cached_property
    def rest(self) -> str:
        """What stands behind it in its line."""
        return self.behind()

    @property
    def is_at_edge(self) -> bool:
        """Whether nothing is likely to stand right behind it."""
        return in_table(self.right[:1]) == EDGE

    @property
    def ends_line(self) -> bool:
        """Whether nothing stands behind it in its line."""
        return self.is_at_edge and not self.rest.strip()

    @property
    def ends_prose(self) -> bool:
        """Whether it ends a line of sentences."""
        return self.ends_line and is_prose(self.line)


@dataclass(slots=True)
class _Slot:
    """One character of the original as the run shows it; two or more, if some were lost."""

    leads: list[tuple[int, float]]
    """What its first byte may be, with weights; empty for an ASCII character."""
    trail: int
    whole: list[tuple[str, float]]
    """What it may have been as one character, with weights."""
    before: int = -1
    """The byte before it, if that and its first one carry a reading; else negative."""
    closing: str = ""
    """The reading that it carries itself, if it is annotated."""
    following: str = ""
    """The reading that its second byte carries with the next one, if a run ends with it."""
    gaps: int = 0
    """How many pairs are missing in it that have no character in GBK."""
    doubtful: bool = False
    rivalled: bool = False
    """Whether it goes with a neighbour, but so may several that have become one."""
    chosen: bool = False
    """Whether rare characters were left out for which as much speaks."""


def read(run: Run, leads: list[tuple[int, float]], page: Knowledge) -> Solved | None:
    """Say what a run was if its bytes leave nothing open, else None.

    leads: what the first byte may be, with weights.
    """
    if run.broken or run.gaps or len(leads) > 1 or page.lacks_private:
        return None
    known = [leads[0][0], *run.items[1:]]
    if known[-1] == SHOWN_BY_READING and len(known) > 1:
        closing = page.read_as(known[-2], run.closing)
        if len(closing) == 1:
            known[-1] = closing[0][0]
    text = text_of(bytes(known)) if known[-1] >= 0 else None
    return Solved(text, 0) if text is not None else None


def solve(
    run: Run, leads: list[tuple[int, float]], page: Knowledge, beside: Beside
) -> Solved | None:
    """Say what a run most likely was, or None if no text of the mirror's can have become it.

    run: one that is not broken. leads: what its first byte may be, with weights.
    """
    slots = _slots(run, leads, page)
    _find_doubtful(slots, page, beside)
    if not any(slot.doubtful for slot in slots):
        return Solved("".join(s.whole[0][0] for s in slots), sum(s.chosen for s in slots))
    if run.items[-1] == SHOWN_BY_NOTHING:
        _weigh_last(slots, page, beside)
    solved = _choose(slots, page, beside)
    if solved and run.gaps:
        # That something is missing was known.
        solved.gain = 0.0
    return solved


def _slots(run: Run, leads: list[tuple[int, float]], page: Knowledge) -> list[_Slot]:
    """Part the bytes of a run into characters: two each, but for an ASCII one that ends it."""
    items = run.items
    slots: list[_Slot] = []
    index = 0
    while index < len(items):
        if 0 <= items[index] < 0x80:
            slots.append(_Slot([], items[index], [(chr(items[index]), 0.0)]))
            index += 1
            continue
        here = leads if index == 0 else [(items[index], 0.0)]
        slot = _Slot(here, items[index + 1], [], gaps=run.gaps.count(index + 1))
        if index == 0:
            slot.before = run.before
        elif index in run.splits:
            slot.before = items[index - 1]
        index += 2
        if index == len(items):
            slot.closing, slot.following = run.closing, run.following
        signs = (tuple(here), slot.trail, slot.before, slot.closing, slot.following)
        if not slot.gaps:
            held = page.held.get(signs)
            if held is None:
                held = page.held[signs] = _held(slot, page)
            slot.whole, slot.chosen = held
        slots.append(slot)
    return slots


def _held(slot: _Slot, page: Knowledge) -> tuple[list[tuple[str, float]], bool]:
    """List what a slot may hold as one character, and say whether rare ones were left out."""
    found = [
        (c, w + weight) for lead, weight in slot.leads for c, w in _completions(lead, slot, page)
    ]
    if not found and slot.trail == SHOWN_BY_NOTHING:
        # Of a Greek or Cyrillic letter, say: nothing tells which.
        return [(LOST, 0.0)], False
    if len(found) < 2:
        return found, False
    common = [entry for entry in found if shows_common(entry[0])]
    if not common or len(common) == len(found):
        return found, False
    # Common characters are kept, and of the others those that more speaks for.
    most = max(weight for _, weight in common)
    rare = [entry for entry in found if entry[1] >= most and entry not in common]
    chosen = any(weight == most for _, weight in rare)
    return common + [entry for entry in rare if entry[1] > most], chosen


def _weigh_last(slots: Sequence[_Slot], page: Knowledge, beside: Beside) -> None:
    """Prefer marks in the last slot, of whose second byte nothing is shown."""
    last = slots[-1]
    line = beside.line + _known(slots[:-1])
    plain = to_simplified(line)
    _weigh(last, weights_closing(line, beside.rest, at_edge=beside.is_at_edge))
    if beside.ends_line and may_end_line(c for c, _ in last.whole):
        _weigh(last, weights_ending(plain, page.ends_lines))
    if beside.ends_prose and plain[-1:] in _DOUBLED:
        _weigh(last, _NO_LAST_OF_PROSE)
    if beside.right == DIGITS:
        _weigh(last, weights_before_number(plain, to_simplified(beside.rest)))
    elif announced := weights_announcing(plain):
        _weigh(last, announced)


def _weigh(slot: _Slot, weights: Mapping[str, float]) -> None:
    slot.whole = [(c, weight + weights.get(c, 0.0)) for c, weight in slot.whole]


def _known(slots: Sequence[_Slot]) -> str:
    return "".join(slot.whole[0][0] for slot in slots if len(slot.whole) == 1)


def _completions(lead: int, slot: _Slot, page: Knowledge) -> Sequence[tuple[str, float]]:
    """List the characters that a slot may hold if its first byte is this one."""
    if slot.trail == SHOWN_BY_READING:
        found = [(character_of(lead, t), w) for t, w in page.read_as(lead, slot.closing)]
        found = [
            (c, w + _OUT_OF_ORDER * (not in_order(c, lead, slot.before, annotated=True)))
            for c, w in found
            if c
        ]
        return _before_reading(found, slot.following, page)
    before, members = slot.before, page.members
    if slot.trail == SHOWN_BY_NOTHING:
        # The eaten byte was taken for the first of a pair, and those begin at 0x81; or it is 0x80,
        # which has eaten nothing, but on some mirrors is shown as a question mark, too.
        candidates = common_with(lead, 0x81 if page.count(EURO) else 0x80)
    else:
        candidates = [c] if (c := character_of(lead, slot.trail)) else []
    if slot.closing:
        return [
            (c, _weight(c, page) + (0.0 if page.carries(c, slot.closing) else _MISREAD))
            for c in candidates
            if in_order(c, lead, before, annotated=True)
        ]
    if slot.trail == SHOWN_BY_NOTHING:
        return [
            (c, _weight(c, page) + (_OPENING_LAST if c in OPENING_MARKS else 0.0))
            for c in candidates
            if c not in members or met_too_late(c, lead, before)
        ]
    return [
        (c, _weight(c, page) + _OUT_OF_ORDER * (not met_too_late(c, lead, before)))
        if c in members
        else (c, _weight(c, page))
        for c in candidates
        if c not in members or before >= 0
    ]


def _before_reading(
    found: Sequence[tuple[str, float]], reading: str, page: Knowledge
) -> Sequence[tuple[str, float]]:
    """Keep the characters whose second bytes may carry a reading with the byte behind them."""
    if not reading:
        return found
    carrying = [(c, w, page.read_as(pair_of(c) & 0xFF, reading)) for c, w in found]
    return [(c, w + max(w for _, w in seconds)) for c, w, seconds in carrying if seconds] or found


def _weight(character: str, page: Knowledge) -> float:
    weight, wherever = _unlikely(character)
    return weight if not weight or wherever or not page.count(character) else 0.0


@lru_cache(maxsize=32768)
def _unlikely(character: str) -> tuple[float, bool]:
    """Say how much less likely a character is than others, and whether on any page."""
    if character in forms().simplified_only:
        return _SIMPLIFIED, True
    if character.isalnum() and not "一" <= character <= "龥":
        if "！" <= character <= "～":
            return _LONE_LETTER, False
        return (_NUMERAL if in_table(character) == DIGITS else _FOREIGN_LETTER), False
    return 0.0, True


def _find_doubtful(slots: list[_Slot], page: Knowledge, beside: Beside) -> None:
    """Mark the slots that bytes leave open, or where a private-use character may be missing."""
    shown = [s.whole[0][0] if len(s.whole) == 1 else _UNKNOWN for s in slots]
    known = (beside.left[-1:] or EDGE) + to_simplified("".join(shown)) + (beside.right[:1] or EDGE)
    for index, slot in enumerate(slots):
        before, here, behind = known[index], known[index + 1], known[index + 2]
        if len(slot.whole) != 1:
            slot.doubtful = True
        elif page.lacks_private and slot.leads:
            if here in "％℃" or in_table(here) in (DIGITS, LETTERS):
                if DIGITS not in (in_table(before), in_table(behind)):
                    slot.whole = [(slot.whole[0][0], slot.whole[0][1] + _LONE_LETTER)]
                    slot.doubtful = True
            else:
                number = _goes_with(before, here, behind)
                slot.doubtful = slot.whole[0][1] < 0 or number == 0
                if number == 1 and not slot.doubtful:
                    slot.rivalled = slot.doubtful = _has_rival(slot, before, here, behind, page)


def _goes_with(before: str, character: str, behind: str) -> int:
    """Say with how many of its neighbours a character goes, as far as these are known."""
    return (before != _UNKNOWN and go_together(before, character)) + (
        behind != _UNKNOWN and go_together(character, behind)
    )


def _has_rival(slot: _Slot, before: str, here: str, behind: str, page: Knowledge) -> bool:
    """Say whether what a slot holds as one character may as well be several that have become one.

    before, here, behind: it and its neighbours, in Simplified script.
    """
    beside = [known.replace(_UNKNOWN, "") for known in (before, behind)]
    return any(
        page.members.isdisjoint(shown)
        for lead, _ in slot.leads
        for shown in rivals(lead, slot.trail, beside[0], here, beside[1])
    )


def _choose(slots: list[_Slot], page: Knowledge, beside: Beside) -> Solved | None:
    """Choose for what bytes leave open, cluster by cluster; the rest is taken over."""
    solved = Solved("", 0)
    at = 0
    while at < len(slots):
        if not slots[at].doubtful:
            solved.text += slots[at].whole[0][0]
            solved.guessed += slots[at].chosen
            at += 1
            continue
        end = _end_of_cluster(slots, at)
        places = tuple(_place(slot, page) for slot in slots[at:end])
        around = Around(
            left=(beside.left + to_simplified(solved.text[-CONTEXT:]))[-CONTEXT:],
            right=_known_behind(slots, end, beside.right),
            awaited=awaited_behind((beside.line + solved.text[-LINE:])[-LINE:]),
            closed=closed_first((_known(slots[end : end + LINE]) + beside.rest)[:LINE]),
            ends_prose=end == len(slots) and beside.ends_prose,
        )
        # Where nothing is lost, what a page annotates is told by the places: they may be those of
        # other pages.
        annotated = page.members if any(place.leads for place in places) else _NONE
        found = search(places, around, annotated)
        if found is None:
            return None
        solved.text += found.text
        solved.guessed += found.guessed
        solved.gain += found.gain
        if found.gain and all(slot.rivalled for slot in slots[at:end] if slot.doubtful):
            # What it goes with speaks against a loss, too.
            solved.gain += max(_AGAINST_LOSS, _LEAST_GAIN - found.gain)
        at = end
    return solved


def _known_behind(slots: Sequence[_Slot], at: int, right: str) -> str:
    """Give a few characters from a slot on, up to the next doubtful one, in Simplified script.

    right: what stands behind the last slot.
    """
    near = slots[at : at + CONTEXT]
    known = [slot.whole[0][0] for slot in takewhile(lambda slot: not slot.doubtful, near)]
    behind = right if len(known) == len(near) else ""
    return (to_simplified("".join(known)) + behind)[:CONTEXT]


def _end_of_cluster(slots: Sequence[_Slot], at: int) -> int:
    """Give where the doubtful slots end that stand too close together to be told one by one."""
    end = at + 1
    while end < min(len(slots), at + 12):
        close = [n for n in range(end, min(end + 2, len(slots))) if slots[n].doubtful]
        if not close:
            break
        end = close[-1] + 1
    return end


def _place(slot: _Slot, page: Knowledge) -> Place:
    if not (slot.gaps or (slot.doubtful and page.lacks_private)):
        return Place(tuple(slot.whole), (), slot.trail, None, slot.before, 0, undefined=False)
    lasts = None
    if slot.closing:
        found = page.read_so(slot.closing, slot.trail)
        lasts = tuple(_before_reading(found, slot.following, page))
    leads = tuple(slot.leads)
    whole = tuple(slot.whole)
    return Place(whole, leads, slot.trail, lasts, slot.before, slot.gaps, page.shows_private)
