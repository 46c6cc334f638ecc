"""``scrapy index``: update the search index by hand, after records were loaded by other means."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from tsnet.archive_command import ArchiveCommand
from tsnet.terminal import counted, progress_bar

if TYPE_CHECKING:
    from tsnet.store.archive import Archive

PAUSE = 1.0
"""Seconds between two attempts while another process writes the index."""


class Command(ArchiveCommand):
    """Index what was loaded by other means than a crawl: until then it is found, but slowly."""

    summary = "Add the stored articles to the search index (a crawl does so itself)"

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Index with a progress bar on a terminal, after another process that does so."""
        from tsnet.store.indexing import IndexHeld, IndexWriter
        from tsnet.store.preparation import prepare

        prepare(archive.database)
        done = 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            bar.advance(task, count)

        with progress_bar() as bar:
            task = bar.add_task("index")
            told = False
            while True:
                waiting = archive.database.articles.count_documents({"search_no": None})
                bar.update(task, total=done + waiting)
                try:
                    IndexWriter(archive.database).bring_up(progress=advance)
                    break
                except IndexHeld as held:
                    if not told:
                        left = counted(waiting, "article")
                        print(
                            f"tsnet: {held}: waiting for it with {left} to index (Ctrl-C leaves"
                            " them to it)",
                            file=sys.stderr,
                        )
                        told = True
                    time.sleep(PAUSE)
        print(f"{counted(done, 'article')} indexed")
