"""``python -m tests.bench.sizes``: bytes of a record in each collection, for docs/scaling.md.

Pages of the replica are read and written as a crawl does it, then the collections are measured. The
sizes are those on disk after a checkpoint: compressed blocks in use, indexes with their free space.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from pipelines.duplicates import DuplicatesPipeline
from tests.bench.figures import server_directory
from tests.replica.options import Options
from tests.replica.site import Site
from tsnet.extraction import assemble, read_article_page
from tsnet.items import Article, ArticlePages, FetchedPage
from tsnet.store.articles import ArticleStore
from tsnet.store.connection import StoreSettings, open_async_database, open_database
from tsnet.store.indexing import IndexWriter
from tsnet.store.preparation import prepare_async

BATCH = 200


def crawled(site: Site) -> Iterator[tuple[Article, ArticlePages]]:
    """Every sound article of the replica, as the spider yields it."""
    for ident, entry in site.entries.items():
        if site.truth(ident).expect != "record":
            continue
        pages = []
        for number in range(len(site.content(entry).pages())):
            path = entry.path(number)
            answer = site.answer(path, "m.euiu.cn")
            if answer.status == 200:
                headers = {name.lower(): value for name, value in answer.headers.items()}
                now = datetime.now(timezone.utc)
                pages.append(
                    FetchedPage(f"https://m.euiu.cn{path}", 200, headers, answer.body, now)
                )
        first, *rest = [read_article_page(page) for page in pages]
        article = assemble(first, rest)
        yield article, ArticlePages(article.id, pages)


async def write(site: Site, settings: StoreSettings) -> tuple[list[int], list[int]]:
    """Store the replica; characters of each body and bytes of each page."""
    duplicates = DuplicatesPipeline()
    characters, received = [], []
    async with open_async_database(settings) as database:
        await prepare_async(database)
        store = ArticleStore(database)
        batch: list[Article | ArticlePages] = []
        for article, pages in crawled(site):
            batch += (pages, duplicates.process_item(article))
            characters.append(len(article.body))
            received += [len(page.body) for page in pages.pages]
            if len(batch) >= BATCH:
                await store.write(batch)
                batch = []
        await store.write(batch)
    return characters, received


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.bench.sizes")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--damage", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    site = Site(
        Options(articles=options.articles, own_texts=False, per_day=40, damage=options.damage)
    )
    with server_directory() as place:
        settings = StoreSettings(None, "tsnet", Path(place))
        characters, received = asyncio.run(write(site, settings))
        with open_database(settings) as database:
            IndexWriter(database).bring_up()
            database.client.admin.command({"fsync": 1})
            table = Table(title=f"{len(characters):,} articles")
            for heading in ("collection", "documents", "BSON", "on disk", "indexes", "an article"):
                table.add_column(heading, justify="left" if heading == "collection" else "right")
            for name in sorted(database.list_collection_names()):
                stats = database.command({"collStats": name})
                if not stats["count"]:
                    continue
                used = stats["storageSize"] - stats["freeStorageSize"]
                whole = used + stats["totalIndexSize"]
                table.add_row(
                    name,
                    f"{stats['count']:,}",
                    f"{stats['size'] / stats['count']:,.0f}",
                    f"{used / stats['count']:,.0f}",
                    f"{stats['totalIndexSize'] / stats['count']:,.0f}",
                    f"{whole / len(characters):,.0f}",
                )
            indexes = database.command({"collStats": "articles"})["indexSizes"]
    console = Console(width=120)
    console.print(table)
    console.print(f"bodies: {median(characters):,.0f} characters (median)")
    console.print(f"pages: {len(received):,}, {median(received):,.0f} bytes as received (median)")
    for name, size in sorted(indexes.items(), key=lambda item: -item[1]):
        console.print(f"  index {name}: {size / len(characters):,.0f} bytes an article")
    return 0


if __name__ == "__main__":
    sys.exit(main())
