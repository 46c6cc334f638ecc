"""The pages of an article, each read by itself, and the record that they make together.

Pure, and apart from ``tsnet.extraction``, so that a crawl can join what its worker processes have
read without loading the rules by which they read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tsnet.items import Article, Quality
from tsnet.text.gbk import LOST

_PROSE = 20
"""Characters of a line that may be a part of a paragraph, at least."""
_OPEN_END = re.compile(r"[\w\ufffd](?<!摄)\Z")
"""How a line ends within a sentence, but not with who took a picture."""
_SENTENCE_END = re.compile(r"[。！？]")
_NEW_ITEM = re.compile(
    r"[（(【\[●■◆▲★·•▼△○◎]|\d{1,3}[.、．)）:：]|[一二三四五六七八九十]{1,3}[、．.是]|第[\d一二三四五六七八九十]"
)
"""How a line begins that does not go on with the one before it."""


@dataclass(slots=True)
class ArticlePage:
    """One page of an article, read."""

    article: Article
    """What this page alone says, as a record."""
    further: list[str] = field(default_factory=list)
    """Absolute addresses of the article's other pages that it announces, in order."""


def assemble(first: ArticlePage, rest: Sequence[ArticlePage | None] = ()) -> Article:
    """Join the pages of an article in order; None stands for a page that could not be fetched.

    A page with the text of one before it, and no other picture, is none: hosts give the first or
    the last page again for an address past the end.
    """
    article = first.article
    cleaning = Counter(article.cleaning)
    bodies = {article.body}
    opening = article.body.partition("\n")[0]
    for page in rest:
        if page is None:
            article.complete = False
            continue
        other = page.article
        body = other.body
        known = {image.url for image in article.images}
        images = [image for image in other.images if image.url not in known]
        if body in bodies:
            if not images:
                continue
            body = ""
        bodies.add(body)
        if _is_captions(other) and not _is_captions(article):
            body = ""
        abstract = _abstract_on_top(body, opening)
        if abstract:
            body = body.removeprefix(abstract).lstrip("\n")
            cleaning["summary"] += len(abstract)
        article.pages += 1
        article.complete &= other.complete
        if other.subtitle and other.subtitle != article.subtitle:
            # Only the first page has a smaller headline, so this was a short first paragraph.
            body = f"{other.subtitle}\n{body}"
        if body:
            parted_by = "" if _goes_on(article.body, body) else "\n"
            article.body = f"{article.body}{parted_by}{body}"
        article.reporters = list(dict.fromkeys(article.reporters + other.reporters))
        article.editors = list(dict.fromkeys(article.editors + other.editors))
        article.images += images
        _join_rights(article, other)
        _add_quality(article.quality, other.quality)
        article.doubtful += other.doubtful
        cleaning.update(other.cleaning)
    article.cleaning = dict(cleaning)
    article.body_lost = lost_offsets(article.body)
    return article


def _is_captions(article: Article) -> bool:
    """Whether the body is but the captions, as it is where a page shows pictures alone."""
    said = "\n".join(image.caption or "" for image in article.images)
    return all(line in said for line in article.body.split("\n"))


def _abstract_on_top(body: str, opening: str) -> str:
    """The first line of a later page where it is the beginning of the article, or nothing.

    Systems set the abstract that they cut from there on every page.
    """
    first = body.partition("\n")[0]
    stem = first.rstrip("….")
    return first if len(stem) >= _PROSE and opening.startswith(stem) else ""


def _goes_on(before: str, after: str) -> bool:
    """Whether a page breaks off within a sentence, which the page after it goes on with.

    Its last line ends in a comma, or is prose without an end on a page whose prose has one.
    """
    *lines, last = before.split("\n")
    first = after.partition("\n")[0]
    if "\t" in last + first or _NEW_ITEM.match(first):
        return False
    if last.endswith(("，", ",", "、")):
        return True
    return (
        len(last) >= _PROSE
        and "，" in last
        and _OPEN_END.search(last) is not None
        and _SENTENCE_END.search(first) is not None
        and all(_OPEN_END.search(line) is None for line in lines if len(line) >= _PROSE)
    )


def lost_offsets(body: str) -> list[int]:
    """Offsets in ``body`` of the characters that are lost (U+FFFD)."""
    return [at for at, character in enumerate(body) if character == LOST] if LOST in body else []


def _join_rights(article: Article, other: Article) -> None:
    rights, more = article.rights, other.rights
    rights.notice = rights.notice or more.notice
    rights.holder = rights.holder or more.holder
    rights.licences += [item for item in more.licences if item not in rights.licences]
    rights.contacts += [item for item in more.contacts if item not in rights.contacts]


def _add_quality(total: Quality, more: Quality) -> None:
    total.annotations += more.annotations
    total.repaired += more.repaired
    total.lost += more.lost
    total.guessed += more.guessed
