"""Cuts: some mirrors read a text anew before marks, wherever the two bytes of one stand.

`docs/mirror.md`, "Marks", has examples with their bytes.
"""

from __future__ import annotations

import re
from functools import cache

from tsnet.text.candidates import common_by_lead, common_from
from tsnet.text.gbk import character_of, pair_of
from tsnet.text.script import is_traditional

MARKS = "。，！？；"
"""The marks before which they do it, and that lie across two common characters."""

CUT_BEFORE = f"{MARKS}、"
"""All of the marks before which they do it."""

SELDOM_CUT = "："
"""The mark before which they may do it, too, and mostly do not: one that is whole tells nothing."""

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def leads_before(mark: str) -> list[tuple[int, float]]:
    """List the first bytes of the common characters across whose second byte a mark may lie."""
    return [(lead, 0.0) for lead in _leads_of(bytes_of_mark(mark)[0])]


@cache
def _leads_of(trail: int) -> list[int]:
    return [lead for lead in common_by_lead() if any(c.trail == trail for c in common_from(lead))]


@cache
def behind_cuts(mark: str) -> str:
    """List the characters that may be shown behind a ！ or 。 that lay across two.

    The second of those is a mark, whose second byte is the first one of what is shown; for 。 it is
    （ behind the space that opens a paragraph.
    """
    leads = (pair_of(second) & 0xFF for second in ("（" if mark == "。" else "“”《【"))
    return "".join(character_of(lead, trail) for lead in leads for trail in range(0x40, 0xFF))


@cache
def whole_marks() -> re.Pattern[str]:
    """Give what matches two common characters across which a mark lies."""
    everything = [common for lead in common_by_lead() for common in common_from(lead)]
    pairs = [
        (
            "".join(c.shown for c in everything if c.trail == first),
            "".join(c.shown for c in everything if c.lead == second),
        )
        for first, second in map(bytes_of_mark, MARKS)
    ]
    # What begins with one set of characters is found several times faster.
    any_first = "".join(firsts for firsts, _ in pairs)
    either = "|".join(f"(?<=[{firsts}])[{seconds}]" for firsts, seconds in pairs)
    return re.compile(f"[{any_first}](?:{either})")


def lies_whole(mark: str, text: str) -> bool:
    """Say whether a mark lies whole across two characters, as where a text is not cut before it."""
    return _whole_mark(mark).search(text) is not None


@cache
def _whole_mark(mark: str) -> re.Pattern[str]:
    first, second = bytes_of_mark(mark)
    # Private-use characters stand out of step, too.
    firsts = b"".join(bytes((lead, first)) for lead in range(0x81, 0xFF))
    seconds = b"".join(bytes((second, trail)) for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)))
    return re.compile("[{}][{}]".format(*(each.decode("gb18030") for each in (firsts, seconds))))


def bytes_of_mark(mark: str) -> bytes:
    """Give the two bytes of a mark, of which some copies of a page have made ASCII."""
    return widened(mark).encode("gbk")


def widened(shown: str) -> str:
    """Make the full-width characters again of which some copies of a page have made ASCII."""
    return shown.translate(_FULL_WIDTH)


def may_be_cut(text: str) -> bool:
    """Say whether a text in Traditional script with the Mainland's quotes may be cut before marks.

    Some mirrors do that and put in no annotation.
    """
    return shows_cut(text) and "“" in text and "「" not in text and is_traditional(text)


def shows_cut(text: str) -> bool:
    """Say whether a ！ in a text looks like one that lay across two characters and was cut before.

    It has what is shown of the second one behind it, or a tag whose `<` went with that.
    """
    return "?" in text and ("?！" in text or "?!" in text) and bool(_cut().search(text))


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(rf"\?[！!](?:[{behind_cuts('！')}]|\?/?[A-Za-z][A-Za-z0-9]{{0,9}}[\s/>])")
