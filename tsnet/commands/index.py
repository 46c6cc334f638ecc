"""``scrapy index``: bring the search index up by hand, after records came in by another way."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tsnet.archive_command import ArchiveCommand, counted

if TYPE_CHECKING:
    from tsnet.store.archive import Archive


class Command(ArchiveCommand):
    """A crawl does this itself; records that were loaded otherwise are found slowly before it."""

    def short_desc(self) -> str:
        """One line, for the list of commands."""
        return "Bring the search index up to the stored articles (a crawl does so itself)"

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Index with a progress bar on a terminal."""
        from rich.console import Console
        from rich.progress import Progress

        from tsnet.store.indexing import IndexWriter
        from tsnet.store.schema import prepare

        prepare(archive.database)
        waiting = archive.database.articles.count_documents({"search_no": None})
        with Progress(console=Console(file=sys.stderr), disable=not sys.stderr.isatty()) as bar:
            task = bar.add_task("index", total=waiting)
            count = IndexWriter(archive.database).bring_up(progress=lambda n: bar.advance(task, n))
        print(f"{counted(count, 'article')} indexed")
