"""An article's text cut into runs for a page: search terms to mark, characters that are lost.

Everything here is plain text and numbers; the templates escape it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from tsnet.store.query import parse
from tsnet.store.results import Span, StoredArticle
from tsnet.text.beijing import BEIJING, beijing_time
from tsnet.text.gbk import LOST
from tsnet.text.snippets import marks
from tsnet.text.tokens import pattern

_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f\\]+", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class Run:
    """A piece of text that is set in one way."""

    text: str
    """The piece; never empty."""
    marked: bool = False
    """True: it is what was looked for."""
    lost: bool = False
    """True: the piece is one character that can't be known."""


def runs(text: str, wanted: Iterable[Span] = ()) -> list[Run]:
    """``text`` in runs. Spans of what is ``wanted`` may overlap or lie outside."""
    marked = bytearray(len(text))
    for span in wanted:
        start, end = max(span.start, 0), min(span.end, len(text))
        if start < end:
            marked[start:end] = b"\1" * (end - start)
    found = []
    start = 0
    for position in range(1, len(text) + 1):
        if (
            position == len(text)
            or marked[position] != marked[start]
            or LOST in (text[position], text[position - 1])
        ):
            piece = text[start:position]
            found.append(Run(piece, bool(marked[start]), piece == LOST))
            start = position
    return found


def occurrences(text: str, question: str) -> list[Span]:
    """Where the words of a question stand in ``text``. Raises QueryError as ``parse`` does."""
    found = marks(text, [re.compile(pattern(word)) for word in parse(question).wanted])
    return [Span(start, end) for start, end in found]


def paragraphs(body: str, question: str = "") -> list[list[Run]]:
    """The body's paragraphs in runs, with the words of ``question`` marked."""
    return [
        runs(paragraph, occurrences(paragraph, question) if question else ())
        for paragraph in body.split("\n")
        if paragraph.strip()
    ]


def web_address(text: str | None) -> str | None:
    """``text`` if it is an http or https address that may become a link; None for all else."""
    if text is None or not _WEB_ADDRESS.fullmatch(text):
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:
        return None


def host(url: str) -> str:
    """The host of a web address; all of ``url`` when it is none."""
    safe = web_address(url)
    return url if safe is None else urlsplit(safe).netloc.rpartition("@")[2]


def citation(article: StoredArticle) -> str:
    """The article as a Chinese reference list names it (GB/T 7714—2015, electronic source)."""
    authors = ", ".join(article.reporters) or article.source or article.rights.holder
    days = [
        beijing_time(article.published_at, "(%Y-%m-%d)"),
        beijing_time(article.fetched_at, "[%Y-%m-%d]"),
    ]
    author = f"{authors}. " if authors else ""
    dated = f"{''.join(days)}. " if any(days) else " "
    return f"{author}{article.title}[EB/OL].{dated}{article.origin_url or article.url}."


def machine_moment(moment: datetime | None) -> str:
    """A moment as the ``datetime`` of an HTML ``<time>``; empty for None."""
    return moment.astimezone(BEIJING).isoformat(timespec="seconds") if moment else ""
