"""Whether two texts are versions of one story, or report different things after one pattern.

n-grams are numbers in arrays: a batch of articles has a hundred thousand of them, which as strings
took 8 MB in small pieces, of which some stayed with the process each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

import numpy
from numpy.typing import NDArray

from tsnet.text.fingerprint import GRAM, normalised, with_figures

ALIKE = 0.8
"""Jaccard similarity from which two texts of any length are one story, if they report the same."""
CONTAINED = 0.78
"""Share of the shorter text's n-grams that the longer has, from which they are one story.

For texts of one length that is a Jaccard similarity of 0.64. A cut version has 1.0, another
introduction of a third of the text 0.8, unrelated texts below 0.15."""
LEAST_SIMILAR = 0.5
"""Jaccard similarity up to which a text that is contained in another is a part of it, such as one
item of a round-up, and no version: of two different texts one alone can have more with a third."""
SAMPLE_EVERY = 8
"""Of so many n-grams of a text one is looked at first: most candidates need no more."""
LEAST_SAMPLED = 0.3
"""Share of those that the other text must have. Of versions it is more than ``LEAST_SIMILAR``: less
by chance in few of that similarity, and in none of 0.6."""
LEAST_SHARED = 60
"""N-grams that two texts which are not ``ALIKE`` must share: a byline and a turn of phrase can be
most of a short text."""
FIGURE_EVERY = 60
"""N-grams for each figure in the texts that are told apart by what they report.

Bulletins made after one pattern (forecasts, earthquakes, prices, cases of a day) share up to nine
tenths of their n-grams, and have a figure in every 10 to 40 characters; in most news there are
fewer."""
OTHER_FIGURES = 1 / 3
"""Share of the figures of the text with fewer that the other may not give, of the same day."""
OTHER_FIGURES_OF_ANOTHER_DAY = 1 / 4
"""That share for texts that name dates, and none in common."""
CORRECTED = 2
"""Figures that may differ, however few there are, in texts that are ``ALIKE`` and of one day."""

OTHER_WORDS = 3
"""Words in whose place another text has others, from which the two may be of one pattern.

Notices, appointments, obituaries, disciplinary reports are written after a pattern too, and have
few figures: what differs are names, here and there. Versions are cut, lengthened, introduced
otherwise, and seldom have other words in the middle."""
OTHER_WORD_EVERY = 100
"""N-grams that both texts have for each such word; in versions there are more."""

TITLED = 2
"""Words of the headline, each time that the other text has another in their place, from which two
texts are of two subjects; the name of a place or an authority is enough. Who edits a headline and
the sentence that repeats it changes a word once."""

BESIDE = 2
"""Characters before or after a number by which another is seen to stand in its place."""

NAME = 6
"""Characters at the end of other words among which the ending of a name is looked for."""

CODE_POINT_BITS = 21
"""Bits of a code point: those of an n-gram share the 64 of a number."""
_FIGURE = re.compile(r"\d+月\d+(?:\.\d+)*日|-?\d+(?:\.-?\d+)*[^\d,]?")
_PLACE = re.compile(r"[州市县区旗镇乡村路厅局院]")
"""How names of places and of authorities end."""
_NUMBER = re.compile(
    r"(?:\d+月\d+(?:\.\d+)*日|第(?:\d+|[一二三四五六七八九十百]+)[^\W\d]|\d+[年月日号期批次届])(?![电讯])"
)
"""What tells notices of one kind apart that are numbered or dated (第3期, 12号, 3月18日), and is no
quantity; not the day of a dateline (18日电)."""
_DIGITS = re.compile(r"\d+")
_BYLINE = re.compile(r"(?:记者|讯员)\Z")
_DATE_OR_NUMBER = re.compile(r"[\d.月日\ufffd]+")


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What two texts are compared by."""

    text: str
    """The normalised text."""
    grams: NDArray[numpy.uint64]
    """The distinct n-grams of the normalised text, each as its code points side by side, ascending;
    empty for one shorter than an n-gram."""
    figures: set[str]
    """Dates (``3月18日``) and other numbers (``-3.5``), each with what is after it (``15人``)."""

    signed: str
    """The text with the signs of its figures (``with_figures``)."""
    title: str
    """The normalised headline; empty where none is known."""
    titled: set[str]
    """The numbers of the headline."""

    @property
    def dates(self) -> set[str]:
        """The figures that name a month."""
        return {figure for figure in self.figures if "月" in figure}


class _Word(NamedTuple):
    """A word of a text that another text has not."""

    text: str
    before: str
    """The n-gram in front of it; empty at the text's beginning."""
    after: str
    """The n-gram behind it; empty at the text's end."""
    counts: int
    """2 for a name of a place or an authority, 1 for others."""


def features(text: str, title: str = "") -> Features:
    """What ``text`` under the headline ``title`` is compared by."""
    plain = normalised(text)
    # Nobody knows what a number was that has lost a digit: it is no other number.
    whole = _DATE_OR_NUMBER.sub(_unless_lost, text) if "\ufffd" in text else text
    whole, headline = with_figures(whole), with_figures(_DATE_OR_NUMBER.sub(_unless_lost, title))
    return Features(
        plain,
        numpy.unique(_grams(plain)),
        figures=set(_FIGURE.findall(whole)),
        signed=whole,
        title=normalised(title),
        titled=set(_NUMBER.findall(headline)),
    )


def _numbers(text: str) -> dict[str, set[tuple[str, str]]]:
    """The ordinals, issues and dates of a text, each with what stands before it and after it."""
    found: dict[str, set[tuple[str, str]]] = {}
    for number in _NUMBER.finditer(text):
        before = text[max(number.start() - BESIDE, 0) : number.start()]
        beside = {(before, ""), ("", text[number.end() : number.end() + BESIDE])}
        found.setdefault(number[0], set()).update(beside)
    return found


def _grams(plain: str, every: int = 1) -> NDArray[numpy.uint64]:
    """The n-grams of a normalised text, in its order; ``every``: one of so many."""
    codes = numpy.frombuffer(plain.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    count = max(len(codes) - GRAM + 1, 0)
    columns = [codes[at : at + count : every].astype(numpy.uint64) for at in range(GRAM)]
    return reduce(lambda grams, column: grams << numpy.uint64(CODE_POINT_BITS) | column, columns)


def _unless_lost(number: re.Match[str]) -> str:
    return "" if "\ufffd" in number[0] else number[0]


def may_be_same_story(one: Features, text: str) -> bool:
    """False when ``text`` has too little of ``one`` to be worth its features, by a sample of it."""
    sample = _grams(normalised(text), SAMPLE_EVERY)
    return _shared(sample, one.grams) >= LEAST_SAMPLED * len(sample)


def same_story(one: Features, other: Features) -> bool:
    """Whether two texts are versions of one story."""
    shared = _shared(one.grams, other.grams)
    if not shared:
        return False
    similarity = shared / (len(one.grams) + len(other.grams) - shared)
    if similarity < ALIKE and (
        similarity <= LEAST_SIMILAR
        or shared < LEAST_SHARED
        or shared < CONTAINED * min(len(one.grams), len(other.grams))
    ):
        return False
    if _told_apart_by_number(one, other) or _told_apart_by_number(other, one):
        return False
    give_figures = _gives_figures(one, other)
    if give_figures and not _report_the_same(one, other, alike=similarity >= ALIKE):
        return False
    if min(len(one.grams), len(other.grams)) == shared:
        return True
    ours, theirs = _own_words(one, other), _own_words(other, one)
    if (
        _in_place_of(_titled(ours, one, other), theirs) >= TITLED
        or _in_place_of(_titled(theirs, other, one), ours) >= TITLED
    ):
        return False
    words = min(_in_place_of(ours, theirs), _in_place_of(theirs, ours))
    return give_figures or words < OTHER_WORDS or words * OTHER_WORD_EVERY <= shared


def _shared(some: NDArray[numpy.uint64], grams: NDArray[numpy.uint64]) -> int:
    """How many of ``some`` are among ``grams``, which ascend."""
    return int(numpy.count_nonzero(_are_among(some, grams)))


def _are_among(some: NDArray[numpy.uint64], grams: NDArray[numpy.uint64]) -> NDArray[numpy.bool]:
    """Which of ``some`` are among ``grams``, which ascend."""
    if not len(grams):
        return numpy.zeros(len(some), bool)
    at = numpy.minimum(grams.searchsorted(some), len(grams) - 1)
    return numpy.equal(grams[at], some)


def _gives_figures(one: Features, other: Features) -> bool:
    """Whether what two texts report are figures."""
    fewer = min(len(one.figures), len(other.figures))
    return fewer * FIGURE_EVERY >= min(len(one.grams), len(other.grams))


def _report_the_same(one: Features, other: Features, *, alike: bool) -> bool:
    """Whether texts of one pattern give the same figures, but for one that was corrected."""
    fewer = min(len(one.figures), len(other.figures))
    differing = fewer - len(one.figures & other.figures)
    if one.dates and other.dates and not one.dates & other.dates:
        return differing <= max(1, OTHER_FIGURES_OF_ANOTHER_DAY * fewer)
    return differing <= max(CORRECTED if alike else 1, OTHER_FIGURES * fewer)


def _told_apart_by_number(one: Features, other: Features) -> bool:
    """Whether the headline of ``one`` has a number that its text gives, and the other another."""
    titled = {number for number in one.titled if not _is_among(number, other.titled)}
    if not titled:
        return False
    ours, theirs = _numbers(one.signed), _numbers(other.signed)
    own = {
        (_unit(number), *beside)
        for number in ours
        if _is_among(number, titled) and not _is_among(number, theirs)
        for beside in ours[number]
    }
    return any(
        (_unit(number), *beside) in own
        for number in theirs
        if own and not _is_among(number, ours)
        for beside in theirs[number]
    )


def _unit(number: str) -> tuple[str, bool]:
    """Its unit, and whether it is written in figures: 第三届 is no other than 第3届."""
    return number[-1], number[-2].isdecimal()


def _is_among(number: str, numbers: Iterable[str]) -> bool:
    """Whether ``numbers`` have it, or a shorter or longer form of it (3月18日 and 18日)."""
    return any(
        longer.endswith(shorter) and not longer[: -len(shorter)][-1:].isdecimal()
        for longer, shorter in (sorted((number, one), key=len, reverse=True) for one in numbers)
    )


def _titled(words: Sequence[_Word], one: Features, other: Features) -> list[_Word]:
    """Those of the words of ``one`` that its headline has and nothing of ``other``, but figures."""

    def is_titled(word: _Word) -> bool:
        # 奇台县 and 轮台县 differ in one character, which is no word.
        text = word.text if len(word.text) > 1 else word.text + word.after[:1]
        letters = _DIGITS.sub("", text)
        return len(letters) > 1 and text in one.title and text not in other.title + other.text

    # At the beginning stands who reports it, too, and some headlines are how the text begins.
    inner = [w for w in words if w.before or (w.counts > 1 and len(w.text) <= NAME)]
    return [word for word in inner if is_titled(word)]


def _in_place_of(ours: Sequence[_Word], theirs: Sequence[_Word]) -> int:
    """How many of ``ours`` stand beside the same as one of ``theirs``.

    On one side, since the next word may be another as well. One that names a place or an authority
    counts twice: seldom is that corrected.
    """
    befores = {word.before: word.counts for word in theirs}
    afters = {word.after: word.counts for word in theirs}
    return sum(
        min(word.counts, max(befores.get(word.before, 0), afters.get(word.after, 0)))
        for word in ours
    )


def _own_words(one: Features, other: Features) -> list[_Word]:
    """The words of a text that are not in ``other``, but for the names of reporters."""
    order = _grams(one.text)
    own = numpy.concatenate(([False], ~_are_among(order, other.grams), [False]))
    alike = sum(one.text[:count] == other.text[:count] for count in range(1, GRAM))
    edges = numpy.flatnonzero(own[1:] != own[:-1]).tolist()
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        before = one.text[start - 1 : start - 1 + GRAM] if start else ""
        after = one.text[end : end + GRAM] if end < len(order) else ""
        word = one.text[start + GRAM - 1 if start else alike : end if after else None]
        named = word and _PLACE.search(word[-NAME:] + after[: GRAM - 1])
        if (named or len(word) > 1) and not _BYLINE.search(before):
            found.append(_Word(word, before, after, 2 if named else 1))
    return found
