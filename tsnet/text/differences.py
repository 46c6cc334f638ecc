"""What changed from one text to another: by paragraph, and within paragraphs by character.

Pure; knows no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "inserted"]
"""Whether a piece stands in both texts, in the old one only, or in the new one only."""

MAX_COMPARISONS = 4_000_000
"""Characters of one changed passage, old times new, up to which single characters are compared.

Above it (two passages of 2,000 characters) the passage is shown as removed and inserted whole: the
comparison takes time in proportion to this product.
"""
ISLAND = 2
"""Characters: a piece this short that stands in both texts, between two changes, belongs to them.

Chinese texts share single characters by chance; without this a rewritten sentence is confetti.
"""


@dataclass(slots=True, frozen=True)
class Piece:
    """A piece of text and where it stands."""

    kind: Kind
    """In which of the two texts."""
    text: str
    """The piece; never empty."""


@dataclass(slots=True, frozen=True)
class Passage:
    """A paragraph of the two texts laid over each other."""

    pieces: list[Piece]
    """In reading order; what is removed stands before what is inserted for it."""

    @property
    def changed(self) -> bool:
        """True when the two texts differ here."""
        return any(piece.kind != "same" for piece in self.pieces)


def compare(old: str, new: str) -> list[Passage]:
    """The paragraphs (lines) of both texts, in order, each with what changed in it."""
    before, after = old.split("\n"), new.split("\n")
    passages: list[Passage] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            passages.extend(Passage(_piece("same", text)) for text in before[a:b])
            continue
        removed, inserted = before[a:b], after[c:d]
        paired = min(len(removed), len(inserted))
        for one, other in zip(removed, inserted, strict=False):
            passages.append(Passage(characters(one, other)))
        passages.extend(Passage(_piece("removed", text)) for text in removed[paired:])
        passages.extend(Passage(_piece("inserted", text)) for text in inserted[paired:])
    return [passage for passage in passages if passage.pieces]


def characters(old: str, new: str) -> list[Piece]:
    """One paragraph: what stands in both, what was removed, what was inserted."""
    if len(old) * len(new) > MAX_COMPARISONS:
        return _piece("removed", old) + _piece("inserted", new)
    steps = [
        ("" if tag == "equal" else old[a:b], old[a:b] if tag == "equal" else "", new[c:d])
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    ]
    pieces: list[Piece] = []
    removed = inserted = ""
    for position, (gone, same, come) in enumerate(steps):
        inside = 0 < position < len(steps) - 1
        if same and not (inside and len(same) <= ISLAND):
            pieces += _piece("removed", removed) + _piece("inserted", inserted)
            pieces += _piece("same", same)
            removed = inserted = ""
        else:
            removed += gone or same
            inserted += come
    return pieces + _piece("removed", removed) + _piece("inserted", inserted)


def _piece(kind: Kind, text: str) -> list[Piece]:
    return [Piece(kind, text)] if text else []
