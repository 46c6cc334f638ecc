"""What a few doubtful places side by side held: the likeliest text of all that they may have held.

A place is one character that the mirror shows, or two or three that have become one where
private-use characters were lost.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tsnet.text.candidates import (
    Common,
    between,
    endings,
    forms_of,
    going_on,
    likely_alone,
    lost_before,
    merging,
    met_too_late,
    plain_of,
    plains_of,
    undefined_before,
)
from tsnet.text.likelihood import Node, go_on, likeliest, likely_between, start, way_to
from tsnet.text.marks import LAST_OF_PROSE, still_awaited, weights_anywhere

# So many characters a place may have held are looked at where it lost nothing, and so many of all
# ways into it are followed.
_WHOLE = 24
_WAYS = 16

# Where it lost something, behind so many of the likeliest ways first characters are looked for, and
# so many of them are followed: where the first byte is not known, more of them meet something by
# chance.
_NEAREST = 3
_BEGINNINGS = 16


@dataclass(slots=True)
class Solved:
    """What a run, or some places of it, held before the damage."""

    text: str
    """In Traditional script, as the mirror had it before it put in the annotations."""
    guessed: int
    """Characters that were chosen by likelihood."""
    gain: float = 0.0
    """How much likelier it is than any text from which no private-use character was lost: the
    difference of the logarithms, 0 if this is one, infinite if none can have become the run."""


class Place(NamedTuple):
    """What is known of a place."""

    whole: tuple[tuple[str, float], ...]
    """What it may have held as one character, with weights."""
    leads: tuple[tuple[int, float], ...]
    """What its first byte may be, with weights; empty if nothing can be lost in it."""
    trail: int
    """Its second byte, negative if it was eaten."""
    lasts: tuple[tuple[str, float], ...] | None
    """What may stand last, with weights, if a reading tells it."""
    before: int
    """The byte before it, if that and its first one carry a reading; else negative."""
    gaps: int
    """How many pairs are missing in it for sure."""
    undefined: bool
    """Whether none but what GBK leaves undefined is missing in it."""


class Around(NamedTuple):
    """What is known around some places."""

    left: str
    """A few characters before them, in Simplified script."""
    right: str
    """The same behind them."""
    awaited: str
    """The marks that close what is open where they begin."""
    closed: str
    """The mark that is closed first behind them and was not opened there; empty if none is."""
    ends_prose: bool
    """Whether a line of sentences ends with them."""


@lru_cache(maxsize=2048)
def search(places: tuple[Place, ...], around: Around, annotated: frozenset[str]) -> Solved | None:
    """Choose among what places may have held; kept, since much stands on every page of a site.

    annotated: the characters that the page annotates.
    """
    left, right = around.left, around.right
    marks = list(_marks_of(places, around))
    ways = begin = start(left)
    for place, following, weights in zip(places, (*places[1:], None), marks, strict=True):
        behind = _first_shown(following) if following else right[:1]
        nodes = _whole(place, ways, behind, weights)
        if place.leads:
            nodes += _filled(place, ways, behind, annotated, weights)
        ways = likeliest(nodes, _WAYS, behind)
        if not ways:
            return None
    best = likeliest(go_on(ways, right), 1)[0]
    way = way_to(best)[len(left) :]
    found = Solved("".join(n.shown for n in way[: len(way) - len(right)]), 0)
    found.guessed = len(found.text) - sum(
        len(place.whole) == 1 and not place.leads for place in places
    )
    if any(node.filled for node in way):
        exact = tuple(place._replace(leads=()) for place in places)
        rival = _likelihood_of_best(exact, begin, right, marks)
        found.gain = best.score - rival
    return found


def _marks_of(places: Sequence[Place], around: Around) -> Iterator[dict[str, float]]:
    """Give for each place what the marks weigh in it.

    What is whole in a place opens and closes for those behind it.
    """
    awaited = around.awaited
    for number, place in enumerate(places, start=1):
        weights = weights_anywhere(awaited, around.closed)
        last = number == len(places)
        yield weights | LAST_OF_PROSE if last and around.ends_prose else weights
        awaited = still_awaited(awaited, _first_shown(place))


def _first_shown(place: Place) -> str:
    """Give what a place may hold as one character, in Simplified script, if that is but one."""
    return plain_of(place.whole[0][0]) if len(place.whole) == 1 else ""


def _whole(
    place: Place, before: Sequence[Node], following: str, marks: dict[str, float]
) -> list[Node]:
    """List what a place may have held as one character."""
    options = [
        (shown, plain, weight + marks.get(shown, 0.0))
        for shown, weight in place.whole
        for plain in plains_of(shown)
    ]
    if len(options) > _WHOLE:
        likely = likely_between(before[0].plain, [plain for _, plain, _ in options], following)
        ranked = zip(likely, options, strict=True)
        options = [o for _, o in heapq.nlargest(_WHOLE, ranked, key=lambda r: r[0] + r[1][2])]
    return [Node(shown, plain, before, weight) for shown, plain, weight in options]


def _likelihood_of_best(
    places: tuple[Place, ...], ways: list[Node], right: str, marks: list[dict[str, float]]
) -> float:
    for place, weights in zip(places, marks, strict=True):
        ways = likeliest(_whole(place, ways, "", weights), _WAYS)
        if not ways:
            return -math.inf
    return likeliest(go_on(ways, right), 1)[0].score


def _filled(
    place: Place,
    before: Sequence[Node],
    following: str,
    annotated: frozenset[str],
    marks: dict[str, float],
) -> list[Node]:
    """List what may stand last in a place from which private-use characters were lost.

    Two characters whose inner bytes are a lost pair, or three with two such pairs.
    """

    def node(common: Common, before: Sequence[Node], weight: float = 0.0) -> Node:
        weight += marks.get(common.shown, 0.0)
        return Node(common.shown, common.plain, before, weight, filled=True)

    lasts, paths = _ends_of(place, following, annotated)
    firsts = {
        first: node(first, before, weight)
        for (lead, weight), merged in zip(place.leads, paths, strict=True)
        for first in _likely_firsts(lead, before, merged)
        if first.shown not in annotated or met_too_late(first.shown, lead, place.before)
    }
    firsts = dict(heapq.nlargest(_BEGINNINGS, firsts.items(), key=lambda each: each[1].score))
    threes = [path for path in chain.from_iterable(paths) if len(path) > 2]
    if place.gaps > 1:
        # There is a third one for sure.
        threes += [(first, *found) for first in firsts for found in between(first)]
    seconds = {
        (first, second): node(second, [firsts[first]])
        for first, second, *_ in threes
        if first in firsts and second.shown not in annotated
    }
    opened = []
    if place.gaps < 2:
        opened += [(first.trail, found) for first, found in firsts.items()]
    opened += [(second.trail, found) for (_, second), found in seconds.items()]
    before_last = undefined_before if place.undefined else lost_before
    joined = {
        inners: [found for inner, found in opened if inner in inners]
        for inners in {before_last(last.lead) for last in lasts}
    }
    return [
        node(last, ways, weight)
        for last, weight in lasts.items()
        if (ways := joined[before_last(last.lead)])
    ]


def _ends_of(
    place: Place, following: str, annotated: frozenset[str]
) -> tuple[dict[Common, float], list[list[tuple[Common, ...]]]]:
    """List what may stand last in a place that lost something, with weights.

    Also what was seen side by side that may have become one, for each of its first bytes.
    """
    if place.lasts is None:
        likely = endings(place.trail, following)
        lasts = {last: 0.0 for last in likely if last.shown not in annotated}
        trails = {place.trail}
    else:
        lasts = {last: weight for shown, weight in place.lasts for last in forms_of(shown)}
        trails = {last.trail for last in lasts}
    found = []
    for lead, _ in place.leads:
        paths = [path for trail in trails for path in merging(lead, trail)]
        if place.gaps:
            paths = [path for path in paths if len(path) == place.gaps + 1]
        if place.lasts is None:
            paths = [path for path in paths if path[-1].shown not in annotated]
            lasts |= dict.fromkeys([path[-1] for path in paths], 0.0)
        else:
            paths = [path for path in paths if path[-1] in lasts]
        found.append(paths)
    return lasts, found


def _likely_firsts(
    lead: int, before: Sequence[Node], merged: Iterable[tuple[Common, ...]]
) -> Iterable[Common]:
    """List what may stand first where something was lost, each once."""
    behind = [first for way in before[:_NEAREST] for first in going_on(way.plain, lead)]
    return dict.fromkeys([*likely_alone(lead), *behind, *(path[0] for path in merged)])
