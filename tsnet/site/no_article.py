"""Pages that are no article, or show nothing at all: what they lack, and what they say instead.

Knows HTML only as lines.
"""

from __future__ import annotations

import re

from tsnet.site.contents import REASONS, NotAnArticle
from tsnet.site.document import Document
from tsnet.site.parts import ArticleParts
from tsnet.text.boilerplate.no_article import (
    is_beside_note,
    is_note_of_removal,
    is_note_of_service,
    says_busy,
    says_challenge,
    says_not_found,
)

_LONGEST_HEADLINE = 40
"""Characters that a headline has at most; longer lines without a full stop are bodies of lists."""
_SENTENCE = re.compile(r"[。！？!?；;…]|\.(?=\s|$)|：.{4,}，|\ufffd$")
"""What a line has that is a sentence and no headline."""
_LONGEST_EXCUSE = 600
"""Characters beside its links below which a page is taken at its word."""
_LISTED = re.compile(r"(?!.*\ufffd)[\d\W_年月日时分T]*")
"""What a list leaves of a page without its links: days, and the numbers of its pages."""


def check(parts: ArticleParts, document: Document, *, first_page: bool) -> None:
    """Raise ``NotAnArticle`` for a page that lacks a needed part, or says itself that it is none.

    A page after the first (``first_page`` false) needs a body only. What the page says of itself is
    the reason where it says anything; else the first of body, headline, date that it lacks.
    """
    title = parts.title or ""
    # Below a headline that says it the text may be that of a side column.
    told = parts.paragraphs[:1] if is_note_of_removal(title) else parts.paragraphs
    if all(map(is_beside_note, told)) and any(map(is_note_of_removal, [title, *told])):
        raise NotAnArticle("not_found_page", f"it begins: {' '.join([title, *told])[:80]}")
    if parts.paragraphs and all(map(is_note_of_service, parts.paragraphs)):
        raise NotAnArticle("host_busy", f"it says: {parts.paragraphs[0][:80]}")
    lacks = {
        "no_body": all(map(_LISTED.fullmatch, parts.paragraphs))
        or (first_page and _headlines_only(parts)),
        "no_title": first_page and not parts.title,
        "no_date": first_page and not parts.date_raw,
    }
    missing = next((reason for reason, is_lacking in lacks.items() if is_lacking), None)
    anonymous = not first_page and not (parts.date_raw or parts.notice or parts.editor_lines)
    excuse = find_excuse(document, _own_words(parts)) if missing or anonymous else None
    if excuse is not None:
        raise excuse
    if missing is not None:
        shown = _shown(document)
        raise NotAnArticle(missing, f"{REASONS[missing]}; it begins: {shown[:80]}")


def find_excuse(document: Document, own: str | None = None) -> NotAnArticle | None:
    """Why a page that shows neither article nor list shows nothing, by what it says itself.

    own: what an article says beside ``<title>``, where the page has most of one; its other lines
    tell of the site then, as ``公告：本网站将维护升级`` does.
    """
    shown = _shown(document)
    if not shown and not any(line.picture for line in document.lines):
        detail = "the page shows not one character"
        if any("document.cookie" in script for script in document.scripts):
            detail += ", and has a script that sets a cookie: the host may turn programs away"
        return NotAnArticle("empty_page", detail)
    if sum(len(line.text) for line in document.lines if not line.is_link) >= _LONGEST_EXCUSE:
        return None
    if own is not None:
        shown = f"{document.title} {own}"
    if says_not_found(shown):
        return NotAnArticle("not_found_page", f"the page says: {shown[:80]}")
    if says_challenge(shown):
        return NotAnArticle("challenge", f"the page says: {shown[:80]}")
    if says_busy(shown):
        return NotAnArticle("host_busy", f"the page says: {shown[:80]}")
    return None


def _own_words(parts: ArticleParts) -> str | None:
    """Headline and text, where a page shows a headline and a text or its day; else None."""
    if not (parts.title and (parts.paragraphs or parts.date_raw)):
        return None
    return " ".join([parts.title, *parts.paragraphs])


def _shown(document: Document) -> str:
    """The beginning of what the page shows, its title first."""
    text = " ".join(line.text for line in document.lines[:60])[:2000]
    return f"{document.title} {text}".strip()


def _headlines_only(parts: ArticleParts) -> bool:
    """Whether what stands for the body is a headline or two: that of a video, or of others."""
    return len(parts.paragraphs) <= 2 and all(
        len(paragraph) <= _LONGEST_HEADLINE and not _SENTENCE.search(paragraph)
        for paragraph in parts.paragraphs
    )
