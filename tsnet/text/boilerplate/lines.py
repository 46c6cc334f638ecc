"""What all kinds of boilerplate have in common: how their lines look, and what prose is."""

from __future__ import annotations

import re

KEPT = 2048
"""Lines whose kind is kept: it is asked for again and again, and pages of a site share most."""

LABEL_LENGTH = 60
"""A line longer than this is never a label, a tool bar or a heading of a list."""

SENTENCE_ENDS = ("。", "！", "？", "”")
"""How a sentence ends, or what someone said."""

BROKEN_OFF = ("...", "…", "。。。")
"""How an abstract ends that a system cut from a text."""

OPENING = r"(（\[［【〔〖"
CLOSING = r")）\]］】〕〗"
"""Brackets of one line or word, inside a class of characters."""
OPEN = r"[^\w“”‘’\"']*"
"""Brackets and ornaments before words, whatever they are: ``◎``, ``——``; no quotes."""
CLOSE = r"[^\w“”‘’\"'。！？；，、]*"
"""Those behind words."""
COLON = r"\s*[:：︰∶\ufffd]\s*"
COLON_OR_BAR = rf"(?:{COLON}|\s*[丨|｜/／]\s*)"


_SENTENCE = re.compile(r"[。！？；!?؟]|[，,、：:،؛]|[^.]\.$")


def is_prose(line: str) -> bool:
    """Whether a line reads as running text: a sentence end, or several clauses."""
    if len(line) < 12:
        return line.endswith((*SENTENCE_ENDS, "!", "?"))
    return _SENTENCE.search(line) is not None


def in_brackets(line: str) -> bool:
    """Whether a line stands in brackets."""
    return line[:1] in tuple("(（[［【") and line[-1:] in tuple(")）]］】")
