"""Undo what a mirror does to Chinese text: Traditional script, readings in brackets, byte damage.

Knows nothing of HTML or of the site; works on any piece of text. `docs/mirror.md` explains the
damage and the method with pictures of the bytes.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from tsnet.text import likelihood
from tsnet.text.gbk import EURO, is_private, pairs_of, text_of
from tsnet.text.likelihood import Edge
from tsnet.text.script import DOUBTFUL, forms

LOST = "\ufffd"
"""Stands in the text for each ASCII character that was eaten and can't be known."""

_LETTER = "[a-zāáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɑɡ]"
_SEVERAL = rf"{_LETTER}{{1,7}}(?: ?[/,，、;；] ?{_LETTER}{{1,7}}){{0,5}}"
_ANNOTATION = re.compile(rf"\(({_SEVERAL})\)")
_ANNOTATED = re.compile(rf"([^\x00-\x7f])\(({_SEVERAL})\)")
_EATEN = re.compile(rf"\?({_SEVERAL})\)")
_TONE_MARK = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]*")

_CONTEXT = 4
"""Characters on either side of a doubtful place that the likelihood looks at."""

_UNKNOWN = -1
_EAT = -2


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with the damage undone, and how far that went."""

    text: str
    """The text in Simplified script; U+FFFD stands for each character that can't be known."""
    annotations: int
    """Readings in brackets that were taken out."""
    repaired: int
    """`?` and out-of-step runs that were undone."""
    lost: int
    """ASCII characters that were eaten and can't be known."""
    guessed: int
    """Characters that were chosen by likelihood, where the bytes left a choice."""


def restore(text: str, *, mirrored: bool | None = None) -> Restored:
    """Undo the damage in a text or in a whole HTML document; never raises.

    mirrored: whether the text comes from a mirror; None finds out, and leaves text that does not
    unchanged.
    """
    if mirrored is False:
        return Restored(text, 0, 0, 0, 0)
    page = _Page(text)
    if mirrored is None and not page.looks_mirrored():
        return Restored(text, 0, 0, 0, 0)
    return page.restored()


@dataclass(slots=True)
class _Run:
    """What stands between the annotation that broke the step and the place that regains it."""

    end: int
    """Where it ends in the text."""
    items: list[int]
    """Its bytes in the order of the original; unknown ones are negative."""
    annotations: int
    """Readings in it."""
    questions: int
    """Lead bytes in it that are shown as `?`."""
    splits: set[int]
    """Indexes of the items behind which a reading stands, though no character ends there."""
    closing: str = ""
    """The reading that gives the last byte away, if one does."""
    marked: bool = False
    """Whether its last character carries an annotation that is shown whole."""
    broken: bool = False
    """Whether it can't be what the mirror does."""


class _Page:
    """One text with what it says of its mirror: who is annotated, and how."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.annotated: dict[str, Counter[str]] = defaultdict(Counter)
        for character, reading in _ANNOTATED.findall(text):
            self.annotated[character][reading] += 1
        self.bare = set(_ANNOTATED.sub("", text))
        self.by_reading: dict[str, list[str]] = defaultdict(list)
        for character, readings in self.annotated.items():
            for reading in readings:
                self.by_reading[reading].append(character)
        self.lacks_private = not any(map(is_private, self.bare))
        self._ngrams = None
        self.annotations = 0
        self.repaired = 0
        self.lost = 0
        self.guessed = 0

    def ngrams(self):
        if self._ngrams is None:
            clean = re.sub(r"\([^()]*\)", "", self.text).translate(forms().simplified)
            parts = re.findall("[一-龥]{2,}", clean)
            counts = Counter()
            for part in parts:
                for n in (2, 3, 4):
                    counts.update(part[i : i + n] for i in range(len(part) - n + 1))
            total = sum(map(len, parts)) / 1.6 + 1
            self._ngrams = {w: math.log(0.1 * c / total) for w, c in counts.items()}
        return self._ngrams

    def looks_mirrored(self) -> bool:
        return bool(self.annotated) or _EATEN.search(self.text) is not None

    def restored(self) -> Restored:
        pieces: list[str] = []
        at = 0
        before = -1
        text = self.text
        search_from = 0
        while event := _EATEN.search(text, search_from):
            search_from = event.start() + 1
            if event.start() == at and before >= 0:
                previous = before
            else:
                previous = self._last_byte(event.start())
            if previous < 0x40:
                continue
            leads = self._second_bytes(previous, event[1])
            if not leads:
                continue
            piece = self._plain(text[at : event.start()])
            pieces.append(piece)
            run = self._gather(event)
            left = self._left(pieces)
            solved = self._solve(leads, run, left)
            if solved is None:
                pieces.append(LOST + self._plain(text[event.end() : run.end]))
                self.lost += 1
                before = -1
            else:
                pieces.append(solved)
                tail = pairs_of(solved[-1:]) if solved else None
                before = tail[-1] if tail else -1
            self.annotations += run.annotations
            self.repaired += 1
            at = run.end
            search_from = max(search_from, at)
        pieces.append(self._plain(text[at:]))
        result = self._doubtful("".join(pieces).translate(forms().simplified))
        return Restored(result, self.annotations, self.repaired, self.lost, self.guessed)

    def _doubtful(self, text: str) -> str:
        for old, plain in DOUBTFUL.items():
            bias = -6.0 if plain in self.bare else 0.0

            def chosen(match: re.Match[str]) -> str:
                left = re.sub(r".*[\x00-\x7f]", "", text[max(0, match.start() - 3) : match.start()])
                right = re.sub(r"[\x00-\x7f].*", "", text[match.end() : match.end() + 3], flags=re.S)
                self.guessed += 1
                return _likelier(left, old, plain, right, bias)

            text = re.sub(old, chosen, text)
        return text

    def _plain(self, text: str) -> str:
        def taken_out(match: re.Match[str]) -> str:
            self.annotations += 1
            return match[1]

        return _ANNOTATED.sub(taken_out, text)

    def _last_byte(self, at: int) -> int:
        """Give the byte before a place in the text, reading past an annotation; -1 if ASCII."""
        text = self.text
        if at and text[at - 1] == ")":
            opening = text.rfind("(", max(0, at - 60), at)
            if opening > 0 and _ANNOTATION.fullmatch(text, opening, at):
                at = opening
        if not at:
            return -1
        if text[at - 1] == EURO:
            return 0x80
        if text[at - 1] < "\x80":
            return ord(text[at - 1])
        data = pairs_of(text[at - 1])
        return data[1] if data else -1

    def _second_bytes(self, first: int, reading: str) -> list[tuple[int, float]]:
        return [(c[1], w) for c, w in self._read_as(first, reading)]

    def _read_as(self, first: int, reading: str) -> list[tuple[bytes, float]]:
        """List the byte pairs that begin so and may carry this reading, with their weights."""
        found = []
        for character in self.by_reading.get(reading, ()):
            data = pairs_of(character)
            if data and data[0] == first:
                found.append((data, 0.0))
        penalty = -4.0 if found else 0.0
        unmistakable = forms().unmistakable
        single = re.split(r" ?[/,，、;；] ?", reading)[0].replace("ɑ", "a").replace("ɡ", "g")
        for character in _readings().get(single, ""):
            if character in self.bare or character in self.annotated:
                continue
            data = character.encode("gbk")
            if data[0] == first:
                found.append((data, penalty + (0.0 if character in unmistakable else -5.0)))
        return found

    def _gather(self, event: re.Match[str]) -> _Run:
        """Read on from an annotation that broke the step to where the step is regained."""
        text = self.text
        run = _Run(end=event.end(), items=[_UNKNOWN], annotations=1, questions=1, splits={0})
        items = run.items
        while True:
            at = run.end
            segment = _NON_ASCII.match(text, at)
            assert segment is not None
            shown = segment[0]
            euro = shown.find(EURO)
            if euro >= 0:
                shown = shown[:euro]
            data = pairs_of(shown)
            if data is None:
                run.broken = True
                run.end = at + len(shown)
                return run
            for odd in range(1, len(data), 2):
                if data[odd] < 0x80:
                    items.extend(data[: odd + 1])
                    run.end = at + (odd + 1) // 2
                    return run
            items.extend(data)
            at += len(shown)
            run.end = at
            if euro >= 0:
                items.append(0x80)
                run.end = self._past_annotation(run, at + 1)
                return run
            if at == len(text):
                run.broken = True
                return run
            annotation = _ANNOTATION.match(text, at)
            if annotation and shown:
                run.annotations += 1
                run.splits.add(len(items) - 1)
                run.end = annotation.end()
                continue
            eaten = _EATEN.match(text, at)
            if eaten:
                items.append(_UNKNOWN)
                run.closing = eaten[1]
                run.annotations += 1
                run.questions += 1
                run.end = eaten.end()
                return run
            following = text[at]
            if following == "?":
                items.append(_EAT)
                run.end = at + 1
                run.questions += 1
                return run
            if "@" <= following <= "~":
                items.append(ord(following))
                run.end = self._past_annotation(run, at + 1)
                return run
            run.broken = True
            return run

    def _past_annotation(self, run: _Run, at: int) -> int:
        # The last byte of an annotated character may be shown as an ASCII letter.
        annotation = _ANNOTATION.match(self.text, at)
        if annotation is None:
            return at
        run.annotations += 1
        run.marked = True
        return annotation.end()

    def _left(self, pieces: list[str]) -> str:
        joined = "".join(pieces[-2:])[-_CONTEXT:]
        return joined

    def _right(self, at: int) -> str:
        raw = _ANNOTATED.sub(r"\1", self.text[at : at + 40])
        shown = re.match(r"[^\x00-\x7f]*", raw)
        assert shown is not None
        return shown[0][:_CONTEXT]

    def _solve(self, leads: list[tuple[int, float]], run: _Run, left: str) -> str | None:
        if run.broken:
            return None
        items = run.items
        if len(leads) == 1 and not self.lacks_private:
            items[0] = leads[0][0]
            if items[-1] == _UNKNOWN and len(items) > 1:
                closing = self._read_as(items[-2], run.closing)
                if len(closing) == 1:
                    items[-1] = closing[0][0][1]
            if items[-1] >= 0:
                return text_of(bytes(items))
        return self._search(leads, run, left)

    def _search(self, leads: list[tuple[int, float]], run: _Run, left: str) -> str | None:
        items = run.items
        slots: list[_Slot] = []
        index = 0
        while index < len(items):
            if index and items[index] < 0x80:
                slots.append(_Slot([], items[index], [(chr(items[index]), 0.0)]))
                index += 1
                continue
            if index + 1 == len(items):
                return None
            here = leads if index == 0 else [(items[index], 0.0)]
            index += 2
            marked = index - 2 in run.splits
            if index == len(items):
                marked = marked or run.marked or items[-1] == _UNKNOWN
            slot = _Slot(here, items[index - 1], [], marked, run.closing)
            for lead, weight in here:
                slot.whole.extend((c, w + weight) for c, w in self._completions(lead, slot))
            slots.append(slot)
        right = "" if items[-1] == _EAT else self._right(run.end)
        self._suspect(slots, left, right)
        plain = forms().simplified
        shown: list[str] = []
        at = 0
        while at < len(slots):
            slot = slots[at]
            if not slot.doubtful:
                shown.append(slot.whole[0][0])
                at += 1
                continue
            end = at
            quiet = 0
            for further in range(at + 1, len(slots)):
                quiet = 0 if slots[further].doubtful else quiet + 1
                if quiet == 0:
                    end = further
                if quiet > 2:
                    break
            before = (left + "".join(shown))[-_CONTEXT:]
            after = [s.whole[0][0] for s in slots[end + 1 : end + 1 + _CONTEXT] if not s.doubtful]
            behind = "".join(after)
            if end + 1 + len(after) == len(slots):
                behind = (behind + right)[:_CONTEXT]
            found = self._cluster(slots[at : end + 1], before, behind)
            if found is None:
                return None
            shown.append(found)
            at = end + 1
        solved = "".join(shown)
        if items[-1] == _EAT:
            solved += LOST
            self.lost += 1
        return solved

    def _suspect(self, slots: list[_Slot], left: str, right: str) -> None:
        table = forms().simplified
        pairs = likelihood.words().pairs
        known = [s.whole[0][0].translate(table) if len(s.whole) == 1 else "" for s in slots]
        known = [left[-1:].translate(table), *known, right[:1].translate(table)]
        for index, slot in enumerate(slots):
            if len(slot.whole) != 1:
                slot.doubtful = True
            elif self.lacks_private and slot.leads:
                here = known[index + 1]
                slot.doubtful = (
                    known[index] + here not in pairs and here + known[index + 2] not in pairs
                ) or slot.whole[0][1] < -1.0

    def _cluster(self, slots: list[_Slot], left: str, right: str) -> str | None:
        plain = forms().simplified
        lattice: list[list[Edge]] = []
        for character in left:
            lattice.append([Edge(character, character.translate(plain), len(lattice) + 1)])
        start = len(lattice)
        for slot in slots:
            here = len(lattice)
            edges: list[Edge] = []
            middles: list[list[Edge]] = []
            if slot.doubtful and slot.leads and self.lacks_private:
                kinds, target = self._gaps(slot, here, edges, middles)
            else:
                target = here + 1
            edges.extend(Edge(c, c.translate(plain), target, w) for c, w in slot.whole)
            lattice.append(edges)
            lattice.extend(middles)
        for character in right:
            lattice.append([Edge(character, character.translate(plain), len(lattice) + 1)])
        found = likelihood.best_path(lattice, self.ngrams())
        if found is None:
            return None
        path = found[1][len(left) : len(found[1]) - len(right)]
        node = start
        for edge in path:
            if len(lattice[node]) > 1:
                self.guessed += 1
            node = edge.target
        return "".join(e.shown for e in path)

    def _gaps(self, slot, here, edges, middles):
        plain = forms().simplified
        kinds = []
        firsts = {}
        seconds = {}
        for kind in range(len(_LOSABLE)):
            ones = [
                (c, s, w)
                for lead, w in slot.leads
                for c, s in _beginnings(lead, kind)
                if c not in self.annotated
            ]
            if not ones:
                continue
            if slot.trail >= 0:
                twos = [
                    (c, s, 0.0)
                    for c, s in _endings(slot.trail, kind)
                    if slot.marked or c not in self.annotated
                ]
            else:
                twos = [
                    (c, c.translate(plain), w)
                    for lead in _LOSABLE[kind][1]
                    for c, w in self._completions(lead, slot)
                ]
            if twos:
                kinds.append(kind)
                firsts[kind] = ones
                seconds[kind] = twos
        layers = 3
        target = here + 1 + layers * len(kinds)
        for number, kind in enumerate(kinds):
            edges.extend(Edge(c, s, here + 1 + number, w) for c, s, w in firsts[kind])
        for layer in range(layers):
            for kind in kinds:
                further = [Edge(c, s, target, w) for c, s, w in seconds[kind]]
                if layer + 1 < layers:
                    for number, other in enumerate(kinds):
                        node = here + 1 + (layer + 1) * len(kinds) + number
                        further.extend(
                            Edge(c, s, node)
                            for c, s in _middles(kind, other)
                            if c not in self.annotated
                        )
                middles.append(further)
        return kinds, target

    def _completions(self, lead: int, slot: _Slot) -> list[tuple[str, float]]:
        if slot.trail >= 0:
            return self._possible(lead, (slot.trail,), slot.marked)
        if slot.trail == _UNKNOWN:
            found = [(text_of(d), w) for d, w in self._read_as(lead, slot.closing)]
            return [(c, w) for c, w in found if c]
        return self._possible(lead, _TRAILS, slot.marked)

    def _possible(
        self, lead: int, trails: Sequence[int], marked: bool
    ) -> list[tuple[str, float]]:
        found = []
        frequent = likelihood.words().characters
        table = forms()
        for trail in trails:
            character = _decoded(lead, trail)
            if not character or (character in self.annotated and not marked):
                continue
            if "一" <= character <= "龥":
                simple = character.translate(table.simplified)
                if simple not in frequent:
                    continue
                found.append((character, -12.0 if character in table.simplified_only else 0.0))
            elif character.isalnum():
                found.append((character, 0.0 if character in self.bare else -6.0))
            else:
                found.append((character, 0.0))
        return found


@dataclass(slots=True)
class _Slot:
    """One character of the original, as far as it is known."""

    leads: list[tuple[int, float]]
    trail: int
    whole: list[tuple[str, float]]
    marked: bool = False
    closing: str = ""
    doubtful: bool = False


_TRAILS = tuple(b for b in range(0x40, 0xFF) if b != 0x7F)


def _losable() -> list[tuple[list[int], list[int]]]:
    """Group the pairs that come out as private-use characters: first bytes, second bytes."""
    seconds: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for first in range(0x81, 0xFF):
        lost = tuple(
            second
            for second in range(0x81, 0xFF)
            if "\ue000" <= bytes((first, second)).decode("gb18030") <= "\uf8ff"
        )
        if lost:
            seconds[lost].append(first)
    return [(firsts, list(lost)) for lost, firsts in seconds.items()]


_LOSABLE = _losable()


@cache
def _common() -> dict[int, list[tuple[str, str]]]:
    """List common characters by their first byte, in both scripts, commonest first."""
    shares = likelihood.words().characters
    table = forms()
    old = defaultdict(list)
    for before, plain in table.simplified.items():
        old[plain].append(chr(before))
    ranked = sorted(shares, key=lambda c: -shares[c])[:4000]
    by_lead = defaultdict(list)
    for plain in [*likelihood.PUNCTUATION, *ranked]:
        for character in (plain, *old[plain]):
            data = pairs_of(character)
            if data and character not in table.simplified_only:
                by_lead[data[0]].append((character, plain))
    return by_lead


@cache
def _beginnings(lead: int, kind: int) -> list[tuple[str, str]]:
    """List the characters with this first byte whose second one may begin a lost pair."""
    trails = set(_LOSABLE[kind][0])
    return [(c, s) for c, s in _common().get(lead, ()) if pairs_of(c)[1] in trails]


@cache
def _endings(trail: int, kind: int) -> list[tuple[str, str]]:
    """List the characters with this second byte whose first one may end a lost pair."""
    return [
        (c, s)
        for lead in _LOSABLE[kind][1]
        for c, s in _common().get(lead, ())
        if pairs_of(c)[1] == trail
    ]


@cache
def _middles(kind: int, other: int) -> list[tuple[str, str]]:
    """List the commonest characters that may stand between two lost pairs."""
    trails = set(_LOSABLE[other][0])
    shares = likelihood.words().characters
    found = [
        (c, s)
        for lead in _LOSABLE[kind][1]
        for c, s in _common().get(lead, ())
        if pairs_of(c)[1] in trails and shares.get(s, 0.0) > -7.5
    ]
    return found


@lru_cache(maxsize=65536)
def _likelier(left: str, old: str, plain: str, right: str, bias: float) -> str:
    """Choose between two characters by what is around them; bias speaks for the second."""
    lattice = [[Edge(c, c, n + 1)] for n, c in enumerate(left)]
    here = len(lattice) + 1
    lattice.append([Edge(old, old, here), Edge(plain, plain, here, bias)])
    lattice.extend([Edge(c, c, here + n + 1)] for n, c in enumerate(right))
    found = likelihood.best_path(lattice, {})
    return old if found is None else found[1][len(left)].shown


@cache
def _decoded(lead: int, trail: int) -> str | None:
    return text_of(bytes((lead, trail)))


@cache
def _readings() -> dict[str, str]:
    lines = resources.files("tsnet.text").joinpath("readings.txt").read_text("utf-8").split("\n")
    return dict(line.split(" ", 1) for line in lines if line)
