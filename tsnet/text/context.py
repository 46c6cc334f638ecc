"""What stands beside a doubtful place: text and HTML, as far as it tells what is likely there."""

from __future__ import annotations

import re
from html import unescape

from tsnet.text.doubt import Choice
from tsnet.text.likelihood import likelihood
from tsnet.text.runs import CONTEXT
from tsnet.text.script import to_simplified

NEAR = 600
"""Characters of HTML in which a few characters of a line are looked for."""

# A line of text goes on across these; across a line break it does in a headline, but a paragraph
# that begins behind one is indented.
_IN_LINE = re.compile(
    r"<(?:/?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|nobr|o:p"
    r"|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?=[\s/>])[^<>]*>"
    r"|br\s*/?>(?!\s|&nbsp;|&emsp;|&#)|!--[^<>]*-->)",
    re.IGNORECASE,
)

# What is beyond an ASCII character has no part in what is likely, but the character itself has.
_UP_TO_LAST_ASCII = re.compile("^.*(?=[\x00-\x7f])|^.*\ufffd", re.DOTALL)
_LAST_OF_LINE = re.compile(rf"[^\x00-\x7f\ue000-\uf8ff]{{1,{CONTEXT}}}\Z")
_FIRST_OF_LINE = re.compile(rf"[^\x00-\x7f\ue000-\uf8ff]{{1,{CONTEXT}}}")
_FIRST_FEW = re.compile(rf"[^\x00-\x7f]{{{CONTEXT}}}|[^\x00-\x7f]{{0,{CONTEXT - 1}}}[\x00-\x7f]?")


def from_last_ascii(text: str) -> str:
    """Give the end of a text from its last ASCII character on, or behind U+FFFD."""
    return _UP_TO_LAST_ASCII.sub("", text)


def likelier_by(left: str, one: str, other: str, right: str) -> float:
    """Say how much likelier one text is than another between the same two, as a logarithm."""
    likely, rival = (likelihood(left + to_simplified(text) + right) for text in (one, other))
    return likely - rival


def seen(html: str) -> str:
    """Give the text of a stretch of HTML, as far as it stands in one line."""
    return unescape(_IN_LINE.sub("", html))


def choice(left: str, passage: str, right: str) -> Choice:
    """Give a passage as one that was chosen by likelihood, between what stands beside it."""
    before, behind = _LAST_OF_LINE.search(left), _FIRST_OF_LINE.match(right)
    return Choice(before[0] if before else "", passage, behind[0] if behind else "")


def first_few(text: str) -> str:
    """Give a few characters, but none behind the first of ASCII."""
    found = _FIRST_FEW.match(text)
    return found[0] if found else ""
