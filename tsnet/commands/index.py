"""``scrapy index``: update the search index by hand, after records were loaded by other means."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tsnet.archive_command import ArchiveCommand
from tsnet.terminal import counted, progress_bar

if TYPE_CHECKING:
    from tsnet.store.archive import Archive


class Command(ArchiveCommand):
    """A crawl does this itself; other records that were loaded are only found slowly before it."""

    def short_desc(self) -> str:
        """One line, for the list of commands."""
        return "Add the stored articles to the search index (a crawl does so itself)"

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Index with a progress bar on a terminal."""
        from tsnet.store.indexing import IndexWriter
        from tsnet.store.schema import prepare

        prepare(archive.database)
        waiting = archive.database.articles.count_documents({"search_no": None})
        with progress_bar() as bar:
            task = bar.add_task("index", total=waiting)
            count = IndexWriter(archive.database).bring_up(progress=lambda n: bar.advance(task, n))
        print(f"{counted(count, 'article')} indexed")
