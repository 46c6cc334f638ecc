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
LEAST_RESEMBLANCE = 0.3
"""Resemblance by MinHash from which two texts are compared in truth. Of texts that share a band and
have ``LEAST_SIMILAR`` of their n-grams in common, one or two in a hundred have less."""

_WORD = re.compile(r"[^\W_]+")
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


def _grams(plain: str) -> set[str]:
    return {plain[start : start + GRAM] for start in range(len(plain) - GRAM + 1)}


def sketch(bands: Sequence[int]) -> bytes:
    """The low bytes of a text's MinHash values, from its band keys."""
    return _BANDS.pack(*bands)


def resemblance(one: bytes, other: bytes) -> float:
    """What share of n-grams two texts have in common, estimated from their sketches."""
    equal: int = sum(map(operator.eq, one, other))
    return equal / len(one)
