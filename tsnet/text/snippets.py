"""The piece of a text that answers a question, and where in it. Pure; knows no HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

WIDTH = 92
"""Characters of a snippet: two lines of Chinese on a desktop."""
LEAD = 18
"""Characters shown in front of the first match, about a clause."""
MOST_MATCHES = 500
"""Matches that are looked at: enough to choose among, few enough for a text of one word."""
_STOP = re.compile(r"[。！？!?；;\s]")


def marks(text: str, patterns: Sequence[re.Pattern[str]]) -> list[tuple[int, int]]:
    """Ranges of ``text`` that match any of the patterns; in order, overlapping ones made one."""
    found = [
        match.span()
        for pattern in patterns
        for match in islice(pattern.finditer(text), MOST_MATCHES)
    ]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def snippet(
    text: str, patterns: Sequence[re.Pattern[str]], width: int = WIDTH
) -> tuple[str, list[tuple[int, int]]]:
    """About ``width`` characters of ``text`` with most of what was looked for, and the ranges.

    One line; ``…`` where it was cut. The beginning of the text when nothing matches.
    """
    places = [
        (match.start(), which)
        for which, pattern in enumerate(patterns)
        for match in islice(pattern.finditer(text), MOST_MATCHES)
    ]
    start = _begin(text, _best(sorted(places), width))
    end = min(len(text), start + width)
    head = "…" if start else ""
    tail = "…" if end < len(text) else ""
    cut = text[start:end]
    shift = len(head) - start
    ranges = [
        (max(first, start) + shift, min(last, end) + shift)
        for first, last in marks(text, patterns)
        if first < end and last > start
    ]
    return head + re.sub(r"\s", " ", cut) + tail, ranges


def _best(places: Sequence[tuple[int, int]], width: int) -> int:
    """Where the window begins that holds most different patterns, then most matches."""
    best, best_value, end = 0, (0, 0), 0
    inside: dict[int, int] = {}
    for at, (start, _) in enumerate(places):
        if at:
            left = places[at - 1][1]
            inside[left] -= 1
            if not inside[left]:
                del inside[left]
        while end < len(places) and places[end][0] < start + max(width - LEAD, 1):
            inside[places[end][1]] = inside.get(places[end][1], 0) + 1
            end += 1
        value = (len(inside), end - at)
        if value > best_value:
            best, best_value = start, value
    return best


def _begin(text: str, match: int) -> int:
    """Where to begin so that ``match`` is seen: at the sentence, or shortly before."""
    earliest = max(match - LEAD, 0)
    stops = list(_STOP.finditer(text, earliest, match))
    return stops[-1].end() if stops else earliest
