"""A text whose damage is undone, and where it is not certain."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Choice:
    """A passage of a restored text in which characters were chosen by likelihood."""

    before: str
    """The few characters before it in its line; empty at the line's beginning."""
    passage: str
    """The passage as it was read."""
    behind: str
    """The few characters behind it in its line; empty at the line's end."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with the damage undone, and how far that went."""

    text: str
    """The text in Simplified script; U+FFFD stands for each character that can't be known."""
    annotations: int
    """Readings in brackets that were taken out."""
    repaired: int
    """`?` and out-of-step runs that were undone, and commas that were taken out."""
    lost: int
    """Characters that can't be known: ASCII ones that were eaten, letters of other alphabets whose
    second byte went with one, and what was U+FFFD already. Each stands in ``text`` as U+FFFD."""
    guessed: int
    """Characters that were chosen by likelihood, where the bytes left a choice."""
    doubtful: tuple[Choice, ...] = field(default=(), compare=False)
    """The passages of ``text`` in which such choices were made."""
