"""Preformatted text, whose source lines are shown as they are."""

from __future__ import annotations

import re

from tsnet.text.spacing import ends_sentence

_AS_IS = r"white-space\s?:\s?(?:break-spaces|pre\b)"
_STYLED_AS_IS = re.compile(rf"style\s?=\s?[\"'][^\"'<>]{{0,300}}{_AS_IS}", re.IGNORECASE)
_PREFORMATTED, _PREFORMATTED_BY_STYLE = (
    re.compile(rf"(<({name})\b[^<>]*>)(.*?)(?=</?\2\b|\Z)", re.IGNORECASE | re.DOTALL)
    for name in ("pre", rf"pre|[a-z]\w{{0,9}}\b(?=[^<>]*{_AS_IS})")
)
"""An element whose source lines are shown as they are, up to the next of its name."""
_SOURCE_LINE = re.compile(r"(?:^|(?<=\r))[^\r\n]*(?:\r\n?|\n)", re.MULTILINE)
_LEAST_WRAPPED = 25
"""Characters of a line of preformatted text from which on it may go on in the next."""


def with_breaks(html: str) -> str:
    """A page with a ``<br>`` where a line of preformatted text ends."""
    styled = "white-space" in html and _STYLED_AS_IS.search(html)
    preformatted = _PREFORMATTED_BY_STYLE if styled else _PREFORMATTED
    return preformatted.sub(lambda pre: pre[1] + _SOURCE_LINE.sub(_as_shown, pre[3]), html)


def _as_shown(line: re.Match[str]) -> str:
    """A source line of preformatted text with the break that is shown at its end.

    Without it where a long line ends no sentence and the next has no indent: the text was wrapped.
    """
    goes_on = line.string[line.end() : line.end() + 1].strip() != ""
    if goes_on and len(line[0]) > _LEAST_WRAPPED and not ends_sentence(line[0].rstrip()):
        return line[0]
    return f"{line[0]}<br>"
