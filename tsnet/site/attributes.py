"""What the attributes of an element say: how its text is set, where it leads, what it shows."""

from __future__ import annotations

import re
from itertools import chain

from tsnet.site.lines import Picture, Tint

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{3,}"
    r"|(?:^|[;\s])(?:height|width)\s*:\s*[01](?:px)?\s*;[^\"]{0,80}overflow\s*:\s*hidden"
    r"|overflow\s*:\s*hidden\s*;(?:[^\"]{0,80}[;\s])?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
"""How a style hides an element: not displayed, moved out of sight, or clipped to nothing."""
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
"""A style that makes a line of its own of an inline element."""
_INDENT_STYLE = re.compile(r"text-indent\s*:\s*([\d.]+)", re.IGNORECASE)
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*([a-z]+)", re.IGNORECASE)
_COLOUR_STYLE = re.compile(r"(?:^|[;\s])color\s*:\s*([^;]{3,24})", re.IGNORECASE)
_SIZE_STYLE = re.compile(r"font-size\s*:\s*([\d.]{1,6}[a-z]{2,3})", re.IGNORECASE)
_QUOTED_ADDRESS = re.compile(
    r"""['"]([^'"\s/]*/[^'"\s]*|index[\w.]*|[\w.-]{1,80}_\d{1,3}\.s?html?)['"]"""
)
"""An address in a call that a click makes: a path, an index file, a numbered page."""
_OPENING = ("data-href", "data-url", "onclick")
"""Attributes that say what a click on an element opens."""
_LAZY_SOURCES = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-echo",
    "data-url",
    "original",
    "file",
)
"""Attributes that hold the address of a picture which is loaded when one scrolls to it."""
_PLACEHOLDER = re.compile(
    r"^data:|blank|loading|placeholder|spacer|lazy|grey|pixel|transparent|no_?pic|1x1"
    r"|(?:^|/)(?:none|default|[a-z]|px)\.(?:gif|png|jpe?g)$|^$",
    re.I,
)
"""What stands in ``src`` until then."""
_PICTURE_FILE = re.compile(r"^[!-~]+\.(?:jpe?g|png|gif|webp|bmp)(?:\?[!-~]*)?$", re.I)
"""What an attribute holds that pages of other systems load their pictures from."""
_NO_SOURCES = ("src", "alt", "title")
_NUMBER = re.compile(r"\s*(\d+)")

Setting = tuple[bool, bool]
"""Whether an element centres its text, and whether it indents it."""


def with_class(tag: str, attrib: dict[str, str]) -> str:
    """An element by its name and class; nothing for one that is there for its style alone."""
    if "class" in attrib:
        return f"<{tag} {attrib['class']}>"
    return "" if tag in ("span", "font") else f"<{tag}>"


def hides(style: str) -> bool:
    """Whether a style hides its element."""
    return _HIDDEN_STYLE.search(style) is not None


def sets_in_block(style: str) -> bool:
    """Whether a style makes a line of its own of an inline element."""
    return _BLOCK_STYLE.search(style) is not None


def setting_within(tag: str, attrib: dict[str, str], around: Setting) -> Setting:
    """How an element sets its text: by its own say, else as what it stands in does."""
    centred, indented = around
    aligned = indent = None
    if style := attrib.get("style"):
        aligned = _ALIGN_STYLE.search(style)
        indent = _INDENT_STYLE.search(style)
    if indent:
        indented = indent[1].strip("0.") != ""
    elif tag == "blockquote":
        indented = True
    if tag == "center":
        centred = True
    elif aligned:
        centred = aligned[1].lower() == "center"
    elif tag != "table" and "align" in attrib:
        # On a table the attribute places the table, not its text.
        centred = attrib["align"].strip().lower() in ("center", "middle")
    return centred, indented


def tint_within(tag: str, attrib: dict[str, str], around: Tint) -> Tint:
    """In what colour and size an element sets its text: by its own say, else as what is around."""
    colour, size = around
    if style := attrib.get("style"):
        if "color" in style and (found := _COLOUR_STYLE.search(style)):
            colour = found[1].replace(" ", "").lower()
        if "font-size" in style and (found := _SIZE_STYLE.search(style)):
            size = found[1].lower()
    elif tag == "font":
        colour = attrib.get("color", colour).lower()
        size = attrib.get("size", size)
    return colour, size


def target_of(attrib: dict[str, str]) -> str | None:
    """Where an ``<a>`` leads, by its address or by a script; None when it has neither."""
    href = attrib.get("href")
    if href is None or href[:11].lower() == "javascript:" or href[:1] == "#":
        return opened_by_click(attrib) or _quoted_address(href or "") or href
    return href


def is_clickable(attrib: dict[str, str]) -> bool:
    """Whether a click on an element may open something, though it is no link."""
    return not attrib.keys().isdisjoint(_OPENING)


def opened_by_click(attrib: dict[str, str]) -> str | None:
    """The address that a click on an element opens by a script; None when there is none."""
    said = attrib.get("data-href") or attrib.get("data-url")
    return said or _quoted_address(attrib.get("onclick", ""))


def _quoted_address(script: str) -> str | None:
    """The address in a call such as ``window.open('/xwzx/')``; None when there is none."""
    match = _QUOTED_ADDRESS.search(script)
    return match[1] if match else None


def picture_of(attrib: dict[str, str]) -> Picture | None:
    """The picture that an ``<img>`` shows; None when it names none."""
    src = attrib.get("src", "").strip()
    if _PLACEHOLDER.search(src):
        src = _late_source(attrib) or src
    src = src or attrib.get("srcset", "").strip().partition(" ")[0]
    if not src or src[:5].lower() == "data:":
        return None
    width, height = _pixels(attrib.get("width")), _pixels(attrib.get("height"))
    return Picture(src, width, height, href=None, alt=attrib.get("alt", ""))


def _late_source(attrib: dict[str, str]) -> str | None:
    """Where a page that loads its pictures late keeps the address of one; None when nowhere."""
    known = (attrib.get(name) for name in _LAZY_SOURCES)
    others = (
        value
        for name, value in attrib.items()
        if name not in _NO_SOURCES and _PICTURE_FILE.match(value)
    )
    return next(filter(None, chain(known, others)), None)


def _pixels(value: str | None) -> int | None:
    match = _NUMBER.match(value) if value else None
    return int(match[1][:6]) if match else None
