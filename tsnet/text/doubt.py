"""Where a text is not certain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A passage of a restored text in which characters were chosen by likelihood."""

    before: str
    """The few characters before it in its line; empty at the line's beginning."""
    passage: str
    """The passage as it was read."""
    behind: str
    """The few characters behind it in its line; empty at the line's end."""
