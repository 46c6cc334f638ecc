"""How much of the truth extraction gets, field by field: ``python -m tests.replica.score``.

Pages are rendered in this process and handed to extraction as if they had been fetched.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timezone

from rich.console import Console
from rich.table import Table

from tests.replica.layouts import LAYOUTS
from tests.replica.options import Options
from tests.replica.plan import Entry
from tests.replica.site import Site
from tests.replica.truth import Truth
from tsnet.extraction import NotAnArticle, extract
from tsnet.items import Article, FetchedPage

FIELDS = [
    "title",
    "subtitle",
    "body",
    "published_at",
    "published_raw",
    "source",
    "original",
    "reporters",
    "editors",
    "images",
    "notice",
    "pages",
]


def fetched(site: Site, entry: Entry) -> list[FetchedPage]:
    """The pages of an article that there are, as a crawl would have them."""
    pages = []
    for number in range(len(site.content(entry).pages())):
        answer = site.answer(entry.path(number), "127.0.0.1")
        if answer.status == 200:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            url = site.base + entry.path(number)
            pages.append(
                FetchedPage(url, answer.status, headers, answer.body, datetime.now(timezone.utc))
            )
    return pages


def right(article: Article, truth: Truth) -> dict[str, bool]:
    """For each field whether it is as it should be."""
    images = [(image.url, image.caption) for image in article.images]
    plain = [name for name in FIELDS if name not in ("body", "images", "notice")]
    verdict = {name: getattr(article, name) == getattr(truth, name) for name in plain}
    verdict["body"] = truth.matches(article.body)
    verdict["images"] = images == truth.images
    verdict["notice"] = bool(article.rights.notice) == bool(truth.notice)
    return verdict


def score(options: Options, layout: str | None) -> Iterator[tuple[Truth, Article | None]]:
    """Every article of the site with what extraction makes of it; None where it refuses."""
    site = Site(options)
    if layout is not None:
        site.apply({"change": "layout", "layout": layout})
    for entry in site.entries.values():
        try:
            article = extract(fetched(site, entry))
        except NotAnArticle:
            article = None
        yield site.truth(entry.id), article


def main() -> None:
    """A table: for each layout, how many articles have each field right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--damage", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--layout", choices=sorted(LAYOUTS), help="one layout only")
    parser.add_argument("--show", choices=FIELDS, help="show what is wrong in this field")
    said = parser.parse_args()
    console = Console()
    table = Table("layout", "articles", "refused", *FIELDS)
    for layout in [said.layout] if said.layout else list(LAYOUTS):
        counts: Counter[str] = Counter()
        wrong: dict[str, list[tuple[Truth, Article]]] = defaultdict(list)
        for truth, article in score(Options.preset("texts", damage=said.damage), layout):
            counts["articles"] += 1
            if article is None:
                counts["refused"] += 1
                continue
            for name, ok in right(article, truth).items():
                counts[name] += ok
                if not ok:
                    wrong[name].append((truth, article))
        table.add_row(layout, *(str(counts[name]) for name in ("articles", "refused", *FIELDS)))
        for truth, article in wrong[said.show] if said.show else []:
            console.print(f"[b]{layout} {truth.name}[/b] ({truth.encoding})")
            console.print("  is    ", repr(getattr(article, said.show, article.rights)))
            console.print("  should", repr(getattr(truth, said.show)))
    console.print(table)


if __name__ == "__main__":
    main()
