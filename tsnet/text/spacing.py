"""White space of Chinese pages: indents, source line breaks, invisible characters.

Pure text; knows no HTML.  A run of text may carry ``EDGE`` marks where the page changed from one
inline element to another; they separate fields of a dateline and are dropped from prose.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

EDGE = "\x1f"
"""Stands where an inline element begins or ends (ASCII unit separator: never in a page's text,
since it is dropped from what is read)."""

OPENING_EDGE = "\x1e"
"""``EDGE`` where an element begins, while its line is still being gathered."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028\u2029\u2060-\u2065\ufeff]+"
)
_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]{1,4}")
"""A letter and its accents as characters of their own, as some systems write names and readings."""
_OTHER_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\t\x0b\x0c]")
_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}
_WIDE_ASCII = re.compile("[\uff01-\uff5e\u3000]")

_WIDE = (
    "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
)
_BREAK_IN_PROSE = re.compile(rf"(?<=[{_WIDE}“”‘’—…]) *[\r\n][ \r\n]*(?=[{_WIDE}“”‘’—…])")
_SPACES = re.compile(r"[ \r\n]{2,}|[\r\n]")
_LONG_SPACE = re.compile(rf"[\s{EDGE}]{{6,}}")
"""Runs are squeezed first, so that no pattern below meets one that it could try in many ways."""
_TWO_INDENTS = re.compile(r"[\u3000\xa0\u2002\u2003]{2}")
_INDENT = re.compile(r"[ \t\r\n]*(?:[\u3000\xa0\u2002\u2003]|(?<=  ))")
_CLOSED = "。！？!?…”’）)】」』；;"
_SENTENCE_END = f"{_CLOSED}：:"
_WIDE_INDENT = r"(?:\u3000\u3000|[\xa0\u2003]{2}|\xa0 \xa0)"
_NO_NAME = rf"\s*(?:[^\s{EDGE}）)\]】]{{7}}|[（(]?[一二三四五六七八九十0-9]{{1,3}}[、.．）)])"
"""Begins a paragraph behind a colon: what is shorter and has no number is what it announces."""
_PARAGRAPH_BREAK = re.compile(
    rf"[ \t]*[\r\n]+[ \t{EDGE}\r\n]*(?=[\u3000\xa0\u2002\u2003]{{2}})"
    rf"|(?<=[{_CLOSED}])[{EDGE} ]*(?={_WIDE_INDENT})"
    rf"|(?<=[：:])[{EDGE} ]*(?={_WIDE_INDENT}{_NO_NAME})"
    rf"|(?<=[{_SENTENCE_END}]){EDGE}+[ \t]*[\r\n][ \t\r\n]*{EDGE}+"
)
_CLAUSE_END = re.compile("[，。！？；：,!?;:]")
_CLAUSE = 200
"""Characters in which a sentence has a comma at least."""
_LINE_BREAK = re.compile(rf"(.?)[{EDGE} \t]*[\r\n]\s*(?=\S)")


def visible(text: str) -> str:
    """``text`` without the invisible characters that no record has: U+200B, U+FEFF and others."""
    return _INVISIBLE.sub("", text)


def composed(text: str) -> str:
    """``text`` with each letter and its accents as the one character that Unicode has for both.

    No other character changes, as normalization would change some of Chinese.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return _DECOMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def clean_line(text: str) -> str:
    """One line of prose: invisible characters and edge marks gone, runs of spaces single.

    Ideographic spaces inside the line stay (they separate names); a source line break between
    two wide characters is no space at all, elsewhere it is one. Accents are composed.

    >>> clean_line("　　会议\\n强调\\xa0 要 ")
    '会议强调 要'
    """
    text = composed(text)
    if text.isprintable() and "  " not in text:
        # Python calls no space but the plain one printable, nor any invisible character.
        return text.strip(" ")
    text = _OTHER_SPACE.sub(" ", visible(text))
    if "\n" in text or "\r" in text:
        text = _BREAK_IN_PROSE.sub("", text.strip(" \r\n\u3000"))
    return _SPACES.sub(" ", text).strip(" \u3000\r\n")


def is_indented(raw: str) -> bool:
    """Whether a run of text opens with the indent of a Chinese paragraph."""
    return bool(_INDENT.match(raw.replace(EDGE, "")))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, or what one introduces or closes with."""
    return text[-1:] in tuple(_SENTENCE_END)


def split_paragraphs(raw: str) -> list[str]:
    """Cut a run of text that holds several paragraphs without markup between them.

    A paragraph opens on a new source line with two ideographic or no-break spaces, or with them
    right after the end of a sentence; or every source line of the run ends a sentence.
    """
    raw = _LONG_SPACE.sub(_squeezed, raw)
    parts: list[str] = []
    start = 0
    for match in _PARAGRAPH_BREAK.finditer(raw):
        if _ends_paragraph(raw[max(start, match.start() - _CLAUSE) : match.start()], match[0]):
            parts.append(raw[start : match.start()])
            start = match.end()
    parts.append(raw[start:])
    if len(parts) == 1 and ("\n" in raw or "\r" in raw):
        before = [match[1] for match in _LINE_BREAK.finditer(raw.strip(f" \t\r\n{EDGE}"))]
        if len(before) >= 2 and all(map(ends_sentence, before)):
            return [part for part in re.split(r"[\r\n]+", raw) if part.strip()]
    return parts


def _ends_paragraph(text: str, gap: str) -> bool:
    """Whether the text before a wide gap is a paragraph, no name of a list."""
    if text[-1:] not in ("）", ")") or "\n" in gap or "\r" in gap:
        return True
    return _CLAUSE_END.search(text) is not None


def _squeezed(run: re.Match[str]) -> str:
    """A long run of white space as a short one that says the same: line break, edge, indent."""
    text = run[0]
    line = "\n" if "\n" in text or "\r" in text else ""
    edge = EDGE if EDGE in text else ""
    indent = text[-2:] if _TWO_INDENTS.fullmatch(text[-2:]) else " "
    return line + edge + indent


def pieces(raw: str) -> list[str]:
    """What the elements of a run of text say, one after the other, but for empty ones."""
    return [piece for part in raw.split(EDGE) if (piece := part.strip())]


def narrow(text: str) -> str:
    """Full-width ASCII and spaces as their half-width selves, one for one (offsets stay).

    >>> narrow("２０２５－０３")
    '2025-03'
    """
    # A pattern looks at a text many times faster than a table translates it.
    return text.translate(_FULL_WIDTH) if _WIDE_ASCII.search(text) else text


@lru_cache(maxsize=512)
def letters(text: str) -> str:
    """Only letters and digits, in lower case: what two spellings of one title share.

    Punctuation, spaces and U+FFFD (something lost) are left out.
    """
    return narrow(_NO_LETTER.sub("", text)).lower()


_NO_LETTER = re.compile(r"[\W_]+")
