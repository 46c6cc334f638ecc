"""How two texts are told to be the same or nearly the same, by their characters.

Chinese has no spaces: what is compared are sequences of characters, never words split at spaces,
by which two texts that both begin ``天山网讯 `` would count as alike.
"""

from __future__ import annotations

import hashlib
import operator
import re
import struct
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rensa import RMinHash

GRAM = 3
"""Characters of one n-gram. Pairs are shared by unrelated texts too often, and every edit of a
character touches as many n-grams as they have characters."""
BANDS = 12
"""Band keys of a text: each stands at a random place of an index, which is what a look-up costs.

The last two are of the text's beginning and of its end, the others of the whole."""
EDGE = 100
"""Characters of a text's beginning and of its end that have a band of their own. Most versions are
cut, lengthened or introduced otherwise at one end, and are the same at the other."""
ROWS = 4
"""MinHash values in a band.

Two texts of Jaccard similarity s share one of n bands with probability 1 - (1 - s**ROWS)**n: for
the ten of the whole 0.995 for 0.8, 0.86 for 0.65, 0.48 for 0.5, 0.08 for 0.3 (Leskovec, Rajaraman,
Ullman: Mining of Massive Datasets, 3.4). So with the two of the edges little is missed, and few
unrelated texts, which share under a tenth of their n-grams, have to be looked at."""
SEED = 20250123
"""Seed of the permutations: another one makes band keys that don't compare with stored ones."""
ALIKE = 0.8
"""Jaccard similarity from which two texts of any length are one story, if they report the same."""
CONTAINED = 0.78
"""Share of the shorter text's n-grams that the longer has, from which they are one story.

For texts of one length that is a Jaccard similarity of 0.64. A cut version has 1.0, another
introduction of a third of the text 0.8, unrelated texts below 0.15."""
LEAST_SIMILAR = 0.4
"""Jaccard similarity below which a text that is contained in another is a part of it, such as one
item of a round-up, and no version."""
SAMPLE_EVERY = 8
"""Of so many n-grams of a text one is looked at first: most candidates need no more."""
LEAST_SAMPLED = 0.3
"""Share of those that the other text must have. Of versions it is ``LEAST_SIMILAR`` at least: less
by chance in few of that similarity, and in none of 0.6."""
LEAST_RESEMBLANCE = 0.3
"""Resemblance by MinHash from which two texts are compared in truth. Of texts that share a band and
have ``LEAST_SIMILAR`` of their n-grams in common, one or two in a hundred have less."""
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

_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+月\d+日|\d+\D?")
_DATE_OR_NUMBER = re.compile(r"[\d.月日\ufffd]+")
_BANDS = struct.Struct(f"<{BANDS}i")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text to find its like."""

    content_hash: str
    """SHA-256 of the normalised text, hexadecimal."""
    bands: list[int]
    """Band keys, signed 32-bit integers; empty for a text shorter than one n-gram.

    Each is made of the low bytes of ``ROWS`` MinHash values, so that the keys of two texts also
    tell how alike they are (``resemblance``).
    """


def normalised(text: str) -> str:
    """Letters and digits of ``text`` alone, in one width and case.

    Spaces, punctuation and what is lost (U+FFFD) make no difference between two texts.
    """
    plain = "".join(_WORD.findall(text)).casefold()
    # Normalising costs more than all the rest, and most texts are normal without their punctuation.
    return (
        plain if unicodedata.is_normalized("NFKC", plain) else unicodedata.normalize("NFKC", plain)
    )


@dataclass(frozen=True, slots=True)
class Features:
    """What two texts are compared by."""

    grams: set[str]
    """The distinct n-grams of the normalised text; empty for one shorter than an n-gram."""
    figures: set[str]
    """Dates (``3月18日``) and other numbers, each with the character after it (``15人``)."""

    @property
    def dates(self) -> set[str]:
        """The figures that name a month."""
        return {figure for figure in self.figures if "月" in figure}


def features(text: str) -> Features:
    """What ``text`` is compared by."""
    plain = normalised(text)
    # Nobody knows what a number was that has lost a digit: it is no other number.
    whole = normalised(_DATE_OR_NUMBER.sub(_unless_lost, text)) if "\ufffd" in text else plain
    return Features(_grams(plain), set(_FIGURE.findall(whole)))


def _unless_lost(number: re.Match[str]) -> str:
    return "" if "\ufffd" in number[0] else number[0]


def _grams(plain: str) -> set[str]:
    return {plain[start : start + GRAM] for start in range(len(plain) - GRAM + 1)}


def may_be_same_story(one: Features, text: str) -> bool:
    """False when ``text`` has too little of ``one`` to be worth its features, by a sample of it."""
    plain = normalised(text)
    sample = [
        plain[start : start + GRAM] for start in range(0, len(plain) - GRAM + 1, SAMPLE_EVERY)
    ]
    return sum(gram in one.grams for gram in sample) >= LEAST_SAMPLED * len(sample)


def same_story(one: Features, other: Features) -> bool:
    """Whether two texts are versions of one story."""
    shared = len(one.grams & other.grams)
    if not shared:
        return False
    similarity = shared / len(one.grams | other.grams)
    if similarity < ALIKE and (
        similarity < LEAST_SIMILAR
        or shared < LEAST_SHARED
        or shared < CONTAINED * min(len(one.grams), len(other.grams))
    ):
        return False
    return _report_the_same(one, other, alike=similarity >= ALIKE)


def _report_the_same(one: Features, other: Features, *, alike: bool) -> bool:
    """Whether texts of one pattern give the same figures, but for one that was corrected."""
    fewer = min(len(one.figures), len(other.figures))
    if fewer * FIGURE_EVERY < min(len(one.grams), len(other.grams)):
        return True
    differing = fewer - len(one.figures & other.figures)
    if one.dates and other.dates and not one.dates & other.dates:
        return differing <= max(1, OTHER_FIGURES_OF_ANOTHER_DAY * fewer)
    return differing <= max(CORRECTED if alike else 1, OTHER_FIGURES * fewer)


def content_hash(text: str) -> str:
    """Hash that is equal for texts that differ in spaces, punctuation and width at most."""
    return _content_hash(normalised(text), text)


def _content_hash(plain: str, text: str) -> str:
    # A text of nothing but signs is compared by its signs.
    return hashlib.sha256((plain or text).encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint(text: str) -> Fingerprint:
    """Content hash and band keys of an article's body."""
    plain = normalised(text)
    return Fingerprint(_content_hash(plain, text), _band_keys(plain) if len(plain) >= GRAM else [])


def _band_keys(plain: str) -> list[int]:
    whole, beginning, end = map(_minhash, (plain, plain[:EDGE], plain[-EDGE:]))
    values = [*whole[: -2 * ROWS], *beginning[-2 * ROWS : -ROWS], *end[-ROWS:]]
    # The low bytes: the least of many values are small numbers, whose high bytes are alike.
    return list(_BANDS.unpack(bytes(value & 0xFF for value in values)))


def _minhash(plain: str) -> list[int]:
    # rensa: MinHash in Rust, some hundred times as fast as datasketch's in NumPy, without
    # dependencies, and loaded in 20 ms; only the band keys are ours, since they live in MongoDB.
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update(_grams(plain))
    return list(minhash.digest())


def sketch(bands: Sequence[int]) -> bytes:
    """The low bytes of a text's MinHash values, from its band keys."""
    return _BANDS.pack(*bands)


def resemblance(one: bytes, other: bytes) -> float:
    """What share of n-grams two texts have in common, estimated from their sketches."""
    equal: int = sum(map(operator.eq, one, other))
    return equal / len(one)
