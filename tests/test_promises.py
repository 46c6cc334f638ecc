"""Every promise of the documentation names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PROMISES = TESTS.parent / "docs" / "promises.md"


def named() -> list[tuple[str, str | None]]:
    """File and, where one is named, function; ``::name`` alone is in the file named before it."""
    found: list[tuple[str, str | None]] = []
    for file, function in re.findall(r"`([\w./]*\.py)?(?:::(\w+))?`", PROMISES.read_text("utf-8")):
        if file or function:
            found.append((file or found[-1][0], function or None))
    return found


def test_there_are_promises() -> None:
    assert len(named()) > 30


@pytest.mark.parametrize(("file", "function"), named())
def test_a_promise_is_held_by_a_test_that_exists(file: str, function: str | None) -> None:
    source = (TESTS / file).read_text("utf-8")
    assert function is None or f"def {function}(" in source
