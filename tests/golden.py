"""Saved pages beside what is to be read from them.

``python -m tests.golden NAME`` writes ``tests/pages/NAME.json`` anew from today's extraction, to be
read by eye before it is committed; the address of a new page is given as a second argument.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from tsnet.extraction import read_article_page
from tsnet.items import Article, FetchedPage

PAGES = Path(__file__).with_name("pages")
FETCHED = datetime(2026, 1, 1, tzinfo=timezone.utc)


def fetched(name: str, url: str) -> FetchedPage:
    return FetchedPage(url, 200, {}, (PAGES / f"{name}.html").read_bytes(), FETCHED)


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAGES / f"{name}.json").read_text())
    return found


def names() -> list[str]:
    return sorted(path.stem for path in PAGES.glob("*.html"))


def record(name: str, url: str) -> dict[str, Any]:
    """What is read from a saved page, without the fields that have no value on it."""
    page = read_article_page(fetched(name, url))
    article = page.article
    found: dict[str, Any] = {
        "url": url,
        **{
            field: getattr(article, field)
            for field in ("id", "channel_name", "title", "subtitle", "published_raw", "source")
        },
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "original": article.original,
        "reporters": article.reporters,
        "editors": article.editors,
        "body": article.body.split("\n"),
        "images": [[image.url, image.caption] for image in article.images],
        "rights": _rights(article),
        "further": page.further,
        "cleaning": sorted(article.cleaning),
    }
    return {field: value for field, value in found.items() if value not in (None, [], False, {})}


def _rights(article: Article) -> dict[str, Any]:
    rights = article.rights
    found = {
        "notice": rights.notice,
        "holder": rights.holder,
        "licences": [[licence.kind, licence.number] for licence in rights.licences],
        "contacts": rights.contacts,
    }
    return {part: value for part, value in found.items() if value}


def main() -> None:
    name = sys.argv[1]
    url = sys.argv[2] if len(sys.argv) > 2 else expected(name)["url"]
    text = json.dumps(record(name, url), ensure_ascii=False, indent=1)
    (PAGES / f"{name}.json").write_text(text + "\n")
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
