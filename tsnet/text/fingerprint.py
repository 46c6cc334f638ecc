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
_DASHES = "-−－﹣–—"
_MINUS = _DASHES[:-1]
_SIGNS = re.compile(rf"[{_MINUS}\d](?:(?<=\d)[\W_]+|(?<!\d)[\s\ufffd]*(?=\d))")
"""A digit and the signs after it, or a minus before one; a set is sought fastest."""
_UNSEEN = re.compile(r"[\s\ufffd]+")
_PER = {"%": "%", "％": "%", "‰": "‰"}
_COMMAS = (",", "，")
_APART = re.compile(r"[,，、;；℃°]|^\Z")
"""What stands between two figures, and not in one; nothing is left of white space."""
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
_MINUS_BEHIND_A_FIGURE = re.compile(rf"[~～〜,，、;；/:：(（][{_MINUS}]\Z")
_NO_MINUS = re.compile(rf"(?:\d[^\W_]{{0,2}}|[{_DASHES}A-Za-z])\s*\Z")
"""What is before a dash that is no minus: 18日-20日, 100公里-120公里, COVID-19."""
_BEFORE_A_MINUS = 6
"""Characters of it that are looked at."""
_BANDS = struct.Struct(f"<{BANDS}i")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text to find its like."""

    content_hash: str
    """SHA-256 of the text by ``with_figures``, hexadecimal."""
    bands: list[int]
    """Band keys, signed 32-bit integers; empty for a text shorter than one n-gram.

    Each is made of the low bytes of ``ROWS`` MinHash values, so that the keys of two texts also
    tell how alike they are (``resemblance``).
    """


def normalised(text: str) -> str:
    """Letters and digits of ``text`` alone, in one width and case: what n-grams are made of."""
    return _in_one_width("".join(_WORD.findall(text)))


def _in_one_width(plain: str) -> str:
    plain = plain.casefold()
    # Normalising costs more than all the rest, and most texts are normal without their punctuation.
    return (
        plain if unicodedata.is_normalized("NFKC", plain) else unicodedata.normalize("NFKC", plain)
    )


def with_figures(text: str) -> str:
    """As ``normalised``, with the signs that make a figure another one.

    They are a minus, a sign of percent or per mille, a comma between two figures, and a full stop
    for whatever else parts two digits: a range or a time is written with several signs, of several
    widths. The comma of thousands and what is lost part none.

    >>> with_figures("（降至－３℃），下降 3.5％；比分为1：2，有1,200人。")
    '降至-3下降3.5%比分为1.2有1200人'
    """
    parts: list[str] = []
    end = 0
    for match in _SIGNS.finditer(text):
        parts += *_WORD.findall(text, end, match.start()), _kept(match)
        end = match.end()
    return _in_one_width("".join([*parts, *_WORD.findall(text, end)]))


def _kept(match: re.Match[str]) -> str:
    """What is kept of ``_SIGNS``."""
    text, start, end = match.string, match.start(), match.end()
    digit = text[start]
    if not digit.isdecimal():
        return "" if _NO_MINUS.search(text[max(start - _BEFORE_A_MINUS, 0) : start]) else "-"
    signs = _UNSEEN.sub("", match[0][1:])
    kept = digit + _PER.get(signs[:1], "")
    if not text[end : end + 1].isdecimal():
        return kept
    if signs in _COMMAS and _THREE_DIGITS.match(text, end):
        return kept
    if signs or "\ufffd" not in match[0]:
        kept += "," if _APART.search(signs) else "."
    return kept + "-" if _MINUS_BEHIND_A_FIGURE.search(signs) else kept


def content_hash(text: str) -> str:
    """Hash that is equal for texts that differ in spaces, punctuation and width at most.

    Signs that make a figure another one are no mere punctuation (``with_figures``).
    """
    # A text of nothing but signs is compared by its signs.
    plain = with_figures(text) or text
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint(text: str) -> Fingerprint:
    """Content hash and band keys of an article's body."""
    plain = normalised(text)
    return Fingerprint(content_hash(text), _band_keys(plain) if len(plain) >= GRAM else [])


def _band_keys(plain: str) -> list[int]:
    grams = [plain[start : start + GRAM] for start in range(len(plain) - GRAM + 1)]
    of_edge = EDGE - GRAM + 1
    whole, beginning, end = map(_minhash, (grams, grams[:of_edge], grams[-of_edge:]))
    values = [*whole[: -2 * ROWS], *beginning[-2 * ROWS : -ROWS], *end[-ROWS:]]
    # The low bytes: the least of many values are small numbers, whose high bytes are alike.
    return list(_BANDS.unpack(bytes(value & 0xFF for value in values)))


def _minhash(grams: list[str]) -> list[int]:
    # rensa: MinHash in Rust, some hundred times as fast as datasketch's in NumPy, without
    # dependencies, and loaded in 20 ms; only the band keys are ours, since they live in MongoDB.
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    # How often one stands there changes nothing, and a set of them takes longer to make.
    minhash.update(grams)
    return list(minhash.digest())


def sketch(bands: Sequence[int]) -> bytes:
    """The low bytes of a text's MinHash values, from its band keys."""
    return _BANDS.pack(*bands)


def resemblance(one: bytes, other: bytes) -> float:
    """What share of n-grams two texts have in common, estimated from their sketches."""
    equal: int = sum(map(operator.eq, one, other))
    return equal / len(one)
