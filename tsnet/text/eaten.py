"""Which ASCII character the damage has eaten, where what is around it leaves but one.

Of HTML, XML, scripts and JSON it is known how tags, entities and quotations are written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from html.entities import html5

from tsnet.text.readings import ANNOTATION, EATEN, LONGEST

_TAG_NAMES = (
    "a|abbr|address|area|article|aside|audio|b|base|blockquote|body|br|button|canvas|center|"
    "cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|"
    "font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|"
    "label|legend|li|link|main|map|mark|meta|nav|noframes|noscript|object|ol|optgroup|option|"
    "p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strong|style|sub|"
    "summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|"
    "u|ul|var|video|wbr|xmp"
)
_TAG = re.compile(rf"/?(?:{_TAG_NAMES})(?=[\s/>])[^<>]{{0,2000}}>|!--|!\[CDATA\[", re.IGNORECASE)
# Of XML and of word processors: what opens it or closes it must stand near.
_OTHER_TAG = re.compile(r"(/?)([A-Za-z][\w:.-]{0,40})(?=[\s/>])[^<>]{0,2000}>")
_ENTITY = re.compile(r"#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};")
_BEHIND_VALUE = re.compile(r"\s*/?>|\s+[A-Za-z_:][\w:.-]*\s*=")
_BEHIND_STRING = re.compile(r"\s*(?:[;}\])]|,\s*[\"'{\[])")
_OPEN_STRING = re.compile(r"[=:(,\[+]\s*([\"'])(?:(?!\1)[^\n\\])*$")
_JSON = re.compile(r"\s*(?:\{.*\}|\[.*\])\s*", re.DOTALL)
# What stands in brackets that nothing else has opened: `a)`, `ii)` and `12)` number a list.
_BRACKETED = re.compile(r"(?:[^()\n<>?]*[一-龥]|(?![ivx]+\))[a-z]{2})[^()\n<>?]*\)", re.IGNORECASE)
_SCRIPT = re.compile(r"</?script(?=[\s>])", re.IGNORECASE)
_LONGEST_TAG = 2000
# Characters on either side of a place in which brackets and quotations are opened and closed.
_FAR_IN_LINE = 300
# White space that may stand behind a line break; and all such before which nothing was eaten. What
# stands before it is looked at last: a pattern that begins with that takes twice the time.
_WHITE = " \t\n\u3000"
_BLANK = re.compile(f"\n[{_WHITE}]*|[ \t\u3000][{_WHITE}]+")
_WHOLE_BLANK = re.compile(
    f"\n(?<=[^?{_WHITE}]\n)[{_WHITE}]*|[ \t\u3000](?<=[^?{_WHITE}][ \t\u3000])[{_WHITE}]+"
)


class Surroundings:
    """A text in which ASCII characters were eaten."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _breaks_with_return(self) -> bool:
        return "\r\n" in self._text

    @cached_property
    def _blanks(self) -> frozenset[str]:
        """What white space stands in the text, but at its start and where something was eaten."""
        return frozenset(_WHOLE_BLANK.findall(self._text))

    @cached_property
    def _opens_any(self) -> bool:
        """Whether the text has any ASCII mark that opens what another one closes."""
        return '"' in self._text or "(" in ANNOTATION.sub("", self._text)

    @cached_property
    def _scripts(self) -> list[int]:
        """Where a script begins, where it ends, and so on; all of a JSON text is one."""
        found = [tag.start() for tag in _SCRIPT.finditer(self._text)]
        return [0, *found] if _JSON.fullmatch(self._text) else found

    def forced(self, at: int, last: Callable[[int], str]) -> str:
        """Give the character that was eaten before a place; empty if it may have been several.

        last: gives the last so many characters of what has been restored up to there.
        """
        text = self._text
        if _TAG.match(text, at) or self._is_other_tag(at):
            return "<"
        if text.startswith("->", at):
            opening = text.rfind("<!--", max(0, at - _LONGEST_TAG), at)
            if opening >= 0 and text.find("-->", opening, at) < 0:
                return "-"
        entity = _ENTITY.match(text, at)
        if entity and (entity[0][0] == "#" or entity[0] in html5):
            return "&"
        blank = _BLANK.match(text, at)
        if blank and f"\n{blank[0]}" in self._blanks and blank[0] not in self._blanks:
            # Other lines begin so, and nothing stands so within one.
            return "\n"
        if self._opens_bracket(at, last):
            return "("
        if text.startswith("\n", at) and self._breaks_with_return:
            return "\r"
        if _BEHIND_VALUE.match(text, at):
            opening = text.rfind("<", max(0, at - _LONGEST_TAG), at)
            inside = text[opening:at] if opening >= 0 else ""
            if ">" not in inside:
                for quote in "\"'":
                    if inside.count(quote) % 2 and re.search(rf"=\s*{quote}[^{quote}]*$", inside):
                        return quote
        if _BEHIND_STRING.match(text, at):
            opened = _OPEN_STRING.search(text, max(0, at - _LONGEST_TAG), at)
            if opened and self._is_script(at):
                return opened[1]
        return ""

    def misses_closing(self, at: int, last: Callable[[int], str]) -> bool:
        """Say whether what an ASCII bracket or quotation mark has opened before is never closed.

        At least not in the same line; last: as for `forced`.
        """
        if not self._opens_any:
            return False
        line = last(_FAR_IN_LINE).rpartition("\n")[2].rpartition(">")[2]
        rest = re.split("[\n<]", self._text[at : at + _FAR_IN_LINE], maxsplit=1)[0]
        rest = ANNOTATION.sub("", EATEN.sub("", rest))
        if '"' in line and (line + rest).count('"') % 2:
            return True
        return line.rfind("(") > line.rfind(")") and rest.find(")") < 0

    def _is_script(self, at: int) -> bool:
        """Say whether a place is inside a script, or in a text that is all JSON."""
        number = bisect_left(self._scripts, at)
        return number > 0 and not self._text.startswith("</", self._scripts[number - 1])

    def _is_other_tag(self, at: int) -> bool:
        """Say whether a tag stands at a place but for its `<`, by the one that goes with it."""
        tag = _OTHER_TAG.match(self._text, at)
        if tag is None:
            return False
        if tag[1]:
            return f"<{tag[2]}" in self._text[max(0, at - _LONGEST_TAG) : at]
        return f"</{tag[2]}>" in self._text[tag.end() : tag.end() + _LONGEST_TAG]

    def _opens_bracket(self, at: int, last: Callable[[int], str]) -> bool:
        """Say whether a closing bracket follows that nothing opens: `讯?记者报道)`.

        Where something else was eaten on the way to it, the opening one may have been that.
        """
        following = ANNOTATION.sub("", EATEN.sub("", self._text[at : at + 3 * LONGEST]))
        if not _BRACKETED.match(following):
            return False
        before = last(LONGEST)
        return before.rfind("(") <= before.rfind(")")
