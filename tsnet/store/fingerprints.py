"""How the collection ``fingerprints`` keeps the band keys of a text.

A fingerprint is of one text of one article and never changes: an article that is corrected gets
another one. So it can be written before the article, and again at any time, and one whose article
was never written, or has another text by now, does no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tsnet.items import Article
from tsnet.text.fingerprint import fingerprint


def mark(article: Article) -> None:
    """Fill in by what duplicates of ``article`` are found: ``content_hash`` and ``bands``."""
    found = fingerprint(article.body)
    article.content_hash, article.bands = found.content_hash, found.bands


def fingerprint_id(article: str, content_hash: str) -> str:
    """Key of the fingerprint of the text with this hash in the article with this id."""
    return f"{article}@{content_hash[:8]}"


def fingerprint_document(article: str, content_hash: str, bands: Sequence[int]) -> dict[str, Any]:
    """The fingerprint as it is stored."""
    return {"_id": fingerprint_id(article, content_hash), "bands": list(bands)}


def article_of(identity: str) -> str:
    """Id of the article that a fingerprint is of."""
    return identity.partition("@")[0]
