"""Taking the mirror's interference out of a page's source, before it is parsed.

Hidden boxes hold misnested table parts and raw-text elements, which make a parser close or swallow
what follows; so they are cut from the text of the page, by their own tokens (site facts, d).
A box is known by its hidden style and by the random id that its elements share; its class name is
not needed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from itertools import islice

from tsnet.text.spacing import clean_line

_ATTRIBUTES = r"(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*"
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING_VALUE = re.compile(r":\s*(?:none|hidden)", re.IGNORECASE)
"""How such a style ends: a pattern that begins with a sign leaps from one to the next."""
_HIDING = re.compile(rf"(?:{_HIDING_STYLE.pattern})$", re.IGNORECASE)
_HIDING_CLASS = re.compile("ganrao")
_OPENING = re.compile(rf"<(?P<tag>[a-z][a-z0-9]*)(?P<attributes>\s{_ATTRIBUTES})>", re.IGNORECASE)
_LONGEST_TAG = 1000
_ID = re.compile(r"""\bid\s*=\s*["']?([^\s"'<>]+)""", re.IGNORECASE)
_RANDOM_ID = re.compile(r"[a-z0-9]{4,8}", re.IGNORECASE)
_TOKEN = re.compile(
    r"<!--|<(?P<close>/)?(?P<tag>[a-z][a-z0-9]*)(?![a-z0-9])(?P<attributes>[^<>]*)>"
    r"(?(close)|(?P<empty>(?<!/>)</(?P=tag)>)?)",
    re.IGNORECASE,
)
"""A tag; a start tag with the end tag right behind it, as half of what a box holds."""
_EMPTY_ELEMENT = re.compile(r"<([a-z]+) id=[\"']?\w{4,8}[\"']?></\1>", re.IGNORECASE)
"""What a mirror puts anywhere on the page, into its boxes, too."""
_COMMENT = "!--"


def _elements(names: str) -> frozenset[str]:
    return frozenset(names.split())


_RAW_TEXT_END = {_COMMENT: re.compile("-->")} | {
    name: re.compile(rf"</{name}[^<>]*>", re.IGNORECASE)
    for name in _elements("xmp noframes script style iframe noembed noscript textarea title")
}
_IMPLIED_END = _elements("p li td th tr tbody thead tfoot dt dd option")
"""Elements whose end tag may be left out (WHATWG HTML, 13.1.2.4)."""
_VOID = _elements("area base br col embed hr img input link meta param source track wbr")
"""Elements that have no end tag (WHATWG HTML, 13.1.2)."""
_MARKUP = re.compile(r"<[^<>]*>")
_ENOUGH = 3
"""Elements that must share an id before it is taken for a box's."""
_LONGEST_BOX = 5_000
"""Tokens after which an element that is still open counts as never closed."""
_HIDING_RULE = re.compile(r"\.([\w-]{1,40})\s*\{\s*display\s*:\s*none$")
_MOST_CLASSES = 20
_MOST_HIDINGS = 5_000
"""Places that are looked at; the parse leaves out what is hidden elsewhere."""
_BUDGET = 50_000
"""Tokens that are looked at in one page; what is left then goes to the parser as it is."""
_ARTICLE_SIGN = re.compile("来源|责任编辑")
"""Wording that a box never holds and an article does."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A page without its interference."""

    html: str
    """The source that is left."""
    removed: int
    """Characters of text (not of tags, not white space) that were cut."""
    boxes: tuple[str, ...] = ()
    """What stands between the tags of the mirror's boxes among that, as the source writes it."""


@dataclass(slots=True)
class _Scan:
    """How far a box was followed, and how many tokens may still be looked at in the page."""

    html: str
    budget: int = _BUDGET
    unclosed: dict[str, int] = field(default_factory=dict)
    """Raw-text elements and comments by name, with the offset after which none ends."""

    def after_raw_text(self, name: str, position: int) -> int:
        """Offset after the end of a raw-text element; ``position`` where it is never closed."""
        if position >= self.unclosed.get(name, position + 1):
            return position
        end = _RAW_TEXT_END[name].search(self.html, position)
        if end is None:
            self.unclosed[name] = position
        return end.end() if end else position


def clear(html: str) -> Cleared:
    """Cut every interference box, and whatever else is hidden by its style, from a page's source.

    What stays, because only a parser knows where it ends, the parse leaves out.
    """
    scan = _Scan(html)
    pieces: list[str] = []
    boxes: list[str] = []
    done = removed = 0
    for hiding in _hidings(html):
        start = html.rfind("<", max(done, hiding - _LONGEST_TAG), hiding)
        opening = _OPENING.match(html, start) if start >= 0 else None
        if opening is None or opening.end() < hiding or scan.budget <= 0:
            continue
        end = _end_of_box(scan, opening)
        if end is not None:
            pieces.append(html[done:start])
            cut = html[start:end]
            texts = [text for text in _MARKUP.split(cut) if text]
            removed += sum(map(len, "".join(texts).split()))
            if _is_of_mirror(opening, cut):
                boxes += texts
            done = end
    if not done:
        return Cleared(html, 0)
    pieces.append(html[done:])
    return Cleared("".join(pieces), removed, tuple(boxes))


def _is_of_mirror(opening: re.Match[str], source: str) -> bool:
    """Whether a hidden element is a box by its class, or by the id that its elements share."""
    own = _id_in(opening["attributes"])
    return "ganrao" in opening[0] or (own is not None and source.count(own) >= _ENOUGH)


def box_texts(boxes: Iterable[str]) -> set[str]:
    """The texts that boxes show, of what stands between their tags."""
    return set(filter(None, (clean_line(unescape(text)) for text in boxes)))


def _hidings(html: str) -> list[int]:
    """Offsets after what may hide an element, in order: a style, or a class that a sheet hides."""
    found = [match.end() for match in islice(_HIDING_CLASS.finditer(html), _MOST_HIDINGS)]
    classes: set[str] = set()
    for value in islice(_HIDING_VALUE.finditer(html), _MOST_HIDINGS):
        at, end = value.span()
        if _HIDING.search(html, max(0, at - 24), end):
            found.append(end)
            rule = _HIDING_RULE.search(html, max(0, at - 80), end)
            if rule and len(classes) < _MOST_CLASSES:
                classes.add(rule[1])
    for name in classes:
        uses = re.compile(rf"class\s*=\s*[\"']?(?:[\w\s-]* )?{re.escape(name)}(?![\w-])")
        found += [match.end() for match in islice(uses.finditer(html), _MOST_CLASSES)]
    return sorted(found)


def _end_of_box(scan: _Scan, opening: re.Match[str]) -> int | None:
    """Offset after the box or other hidden element; None where only the parse knows its end.

    All elements of a box carry its id, and none outside does.  So it ends with the last of them
    before the first element without the id, whatever is closed too early or never in between.
    Only where elements without the id stand in it, and nothing of an article does, its own end tag
    counts instead.
    """
    own = _id_in(opening["attributes"])
    own = own if own and _RANDOM_ID.fullmatch(own) else None
    named = "ganrao" in opening["attributes"]
    tag = opening["tag"].lower()
    if tag in _VOID or tag in _RAW_TEXT_END or tag in ("body", "html"):
        return None
    box = _follow(scan, opening.end(), tag, own)
    if own is None or (not named and box.sharing < _ENOUGH):
        # A class that a sheet hides may be shown again by a script or on a wider screen.
        styled = named or _HIDING_STYLE.search(opening["attributes"]) is not None
        return box.balanced if styled and tag not in _IMPLIED_END else None
    if (
        box.balanced is not None
        and box.balanced > box.end
        and box.foreign is not None
        and not _ARTICLE_SIGN.search(scan.html, box.foreign, box.balanced)
    ):
        return box.balanced
    return box.end


@dataclass(slots=True)
class _Element:
    """An element, and what was seen from its start tag on."""

    tag: str
    """Its name."""
    own: str | None
    """Its random id, which all elements of a box share; None where it has none."""
    end: int
    """Offset after the last of the elements that share its id, one after the other, and after the
    end tags that follow them with what text of the box is between."""
    at_end: bool
    """Whether nothing but end tags came since ``end``."""
    stack: list[str]
    """Names of the elements that are open, itself the first."""
    opened: defaultdict[str, int]
    """How often each name is in the stack, which may be deep."""
    balanced: int | None = None
    """Offset after its end tag; None when it is never closed."""
    foreign: int | None = None
    """Offset of the first element in it that does not share the id; None when all do."""
    sharing: int = 1
    """Elements in it that share the id, itself included."""

    def close(self, name: str, position: int) -> None:
        """Note an end tag, and the offset after it."""
        if self.at_end:
            self.end = position
        if not self.opened[name]:
            return
        closed = ""
        while closed != name:
            closed = self.stack.pop()
            self.opened[closed] -= 1
        if not self.stack and self.balanced is None:
            self.balanced = position

    def start(self, name: str, attributes: str, position: int, *, empty: bool) -> None:
        """Note a start tag, and the offset after it, or after what is known of its element.

        empty: whether its end tag stands right behind it.
        """
        if name not in _RAW_TEXT_END and name not in _VOID and attributes[-1:] != "/":
            if not self.stack:
                # A new element of the box shows that what closed it before was a stray end tag.
                self._open(self.tag)
            if not empty:
                self._open(name)
        self.at_end = self.own is not None and self.foreign is None
        if self.at_end:
            self.end = position

    def _open(self, name: str) -> None:
        self.stack.append(name)
        self.opened[name] += 1


def _follow(scan: _Scan, position: int, tag: str, own: str | None) -> _Element:
    """Follow an element, from the end of its start tag, until both its ends are known."""
    html = scan.html
    element = _Element(tag, own, position, own is not None, [tag], defaultdict(int, {tag: 1}))
    done = position
    usual = f' id="{own}"'
    most = scan.budget if own is not None else min(scan.budget, _LONGEST_BOX)
    looked_at = 0
    for token in _TOKEN.finditer(html, position):
        looked_at += 1
        if looked_at >= most:
            break
        start = token.start()
        if start < done:
            continue
        closes, name, attributes, empty = token.groups()
        done = token.end()
        if name is None:
            element.at_end = False
            done = scan.after_raw_text(_COMMENT, done)
            continue
        name = name.lower()
        if closes:
            if element.at_end and not element.stack:
                element.at_end = not html[element.end : start].strip()
            element.close(name, done)
            if element.balanced is not None and (own is None or element.foreign is not None):
                break
            continue
        if attributes == usual or (own is not None and _id_in(attributes) == own):
            element.sharing += element.balanced is None
        elif inserted := _EMPTY_ELEMENT.match(html, start):
            done = inserted.end()
            continue
        elif element.balanced is not None:
            break
        elif element.foreign is None:
            element.foreign = start
            most = min(most, _LONGEST_BOX)
        if name in _RAW_TEXT_END and not empty:
            done = scan.after_raw_text(name, done)
        element.start(name, attributes, done, empty=bool(empty))
    scan.budget -= looked_at
    return element


def _id_in(attributes: str) -> str | None:
    match = _ID.search(attributes)
    return match[1] if match else None
