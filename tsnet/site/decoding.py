"""From the bytes of a page to its text: by byte order mark, by trying, by what is declared.

Knows no HTML beyond the declaration in ``<meta>``, and never raises for bad bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TypeGuard

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABEL = r"[A-Za-z0-9_:.-]{2,40}"
_META_CHARSET = re.compile(
    rf"<meta[^>]{{0,200}}?charset\s*=\s*(?:[\"']\s*)?({_LABEL})".encode(), re.IGNORECASE
)
_XML_ENCODING = re.compile(
    rf"^\s*<\?xml[^>]{{0,200}}?encoding\s*=\s*[\"']({_LABEL})".encode(), re.IGNORECASE
)
_HEADER_CHARSET = re.compile(rf"charset\s*=\s*(?:[\"']\s*)?({_LABEL})", re.IGNORECASE)
_DECLARATION_REACH = 4096
"""Browsers look for a declaration in the first 1024 bytes (WHATWG HTML, 13.2.3.2); the mirror's
spam may push it further down."""

_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "hz-gb-2312"})
"""What pages declare that are read as gb18030, which holds all of these."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page and how it was read."""

    text: str
    """The page; U+FFFD stands for bytes that mean nothing."""
    encoding: str
    """Python's name of the encoding: ``utf-8``, ``gb18030``, …"""


def decode(body: bytes, content_type: str = "") -> Decoded:
    """Decode a page.

    A byte order mark decides.  Else UTF-8 if the bytes are valid UTF-8 (text of another encoding
    practically never is), whatever is declared; else gb18030, which holds GBK, GB2312 and
    GBK's user-defined areas (as private-use characters); else what is declared; else the one of
    UTF-8 and gb18030 that leaves fewer bytes over.  A character cut at the end of the page counts
    for neither side.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return Decoded(body[len(bom) :].decode(name, "replace"), name)
    if body.isascii() and b"\x1b$" not in body:
        return Decoded(body.decode("ascii"), "utf-8")
    declared = _declared(body, content_type)
    for encoding in ("utf-8", "gb18030"):
        text = _decode_strictly(body, encoding)
        if text is not None and not (encoding == "gb18030" and _is_foreign(declared)):
            return Decoded(text, encoding)
    names = [*([declared] if _is_foreign(declared) else []), "utf-8", "gb18030"]
    candidates = (Decoded(body.decode(name, "replace"), name) for name in names)
    return min(candidates, key=lambda decoded: decoded.text.count("\ufffd"))


def _decode_strictly(body: bytes, encoding: str) -> str | None:
    """The text, a character cut at the very end replaced by U+FFFD; None when bytes are invalid."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        text = decoder.decode(body)
    except UnicodeDecodeError:
        return None
    return text + "\ufffd" if decoder.getstate()[0] else text


def _declared(body: bytes, content_type: str) -> str | None:
    header = _HEADER_CHARSET.search(content_type)
    if header:
        return _python_name(header[1])
    head = body[:_DECLARATION_REACH]
    match = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    return _python_name(match[1].decode("ascii")) if match else None


def _python_name(label: str) -> str | None:
    name = label.strip().lower()
    if name in _CHINESE:
        return "gb18030"
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _is_foreign(declared: str | None) -> TypeGuard[str]:
    """Whether a page claims a text encoding other than the two that Chinese sites use."""
    if declared is None or declared in ("utf-8", "gb18030", "ascii", "iso8859-1", "cp1252"):
        return False
    try:
        return bool(codecs.lookup(declared)._is_text_encoding)
    except LookupError:
        return False
