"""``scrapy reclean``: today's extraction over the stored pages, without fetching."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from tsnet.archive_command import ArchiveCommand, Failure, refuse_no_text
from tsnet.terminal import console, progress_bar, shown, table

if TYPE_CHECKING:
    from rich.table import Table

    from tsnet.recleaning import Outcome
    from tsnet.store.archive import Archive

SHOWN_FAILURES = 10
"""Articles that can't be read any more which are named; the others are counted."""


class Command(ArchiveCommand):
    """Clean the stored pages again and write the records as a crawl would (docs/store.md)."""

    summary = "Run today's extraction over the stored pages (no fetching)"

    def long_desc(self) -> str:
        """What it does, for its own help."""
        return (
            "Cleans the stored raw pages of every article and reject again and writes the records"
            " as a crawl would: a mended rule yields a revision, or nothing. Interrupted, it goes"
            " on where it was when the same command is given again."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Define the options."""
        super().add_options(parser)
        group = parser.add_argument_group("Which articles")
        group.add_argument(
            "--since", metavar="DATE", help="with pages received on this Beijing day or later"
        )
        group.add_argument(
            "--id", action="append", default=[], metavar="ID", help="this one; may be given again"
        )
        group = parser.add_argument_group("How")
        group.add_argument(
            "--dry-run", action="store_true", help="write nothing, show what would change"
        )
        group.add_argument(
            "--restart",
            action="store_true",
            help="start over even if the last run was interrupted: the rules have changed since",
        )
        group.add_argument(
            "--processes",
            type=int,
            default=os.cpu_count() or 1,
            metavar="N",
            help="worker processes (default: one a core)",
        )

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Clean, with a progress bar on a terminal, and print what changed."""
        from tsnet.extraction_workers import MOST_PROCESSES, NoWorkers
        from tsnet.store.indexing import IndexHeld, IndexWriter

        if not 1 <= opts.processes <= MOST_PROCESSES:
            raise UsageError(f"--processes {opts.processes}: write 1 to {MOST_PROCESSES}")
        refuse_no_text(opts.id)
        since = _first_moment(opts.since)
        if without := [
            identity
            for identity in opts.id
            if not (archive.pages(identity) or archive.rejected_page(identity))
        ]:
            raise Failure(f"no page of {shown(', '.join(without))} is stored")
        try:
            outcome = asyncio.run(self._clean(opts, since))
        except KeyboardInterrupt:
            again = "" if opts.dry_run or opts.id else "; the same command goes on from here"
            print(f"tsnet: interrupted{again}", file=sys.stderr)
            raise
        except NoWorkers as error:
            raise Failure(str(error)) from None
        if not opts.dry_run:
            try:
                IndexWriter(archive.database).bring_up()
            except IndexHeld as held:
                print(f"tsnet: {held}: scrapy index waits for it", file=sys.stderr)
        out = console()
        out.print(_table(outcome, opts.dry_run))
        for identity, reason in list(outcome.failed.items())[:SHOWN_FAILURES]:
            said = shown(f"{identity}: {reason}")
            out.print(said, style="red")
        if outcome.example:
            out.print(shown(outcome.example), soft_wrap=True)
        if outcome.failed or outcome.rejected:
            self.exitcode = 1

    async def _clean(self, opts: argparse.Namespace, since: datetime | None) -> Outcome:
        from tsnet.recleaning import Recleaning
        from tsnet.store.connection import open_async_database
        from tsnet.store.preparation import prepare_async

        async with open_async_database(self.store()) as database:
            await prepare_async(database, change=not opts.dry_run)
            work = Recleaning(
                database,
                processes=opts.processes,
                ids=opts.id,
                since=since,
                dry_run=opts.dry_run,
                restart=opts.restart,
            )
            after = await work.resumes_after()
            if after is not None:
                print(
                    f"Going on after {after}, where the last run was interrupted"
                    " (--restart starts over)",
                    file=sys.stderr,
                )
            with progress_bar() as bar:
                task = bar.add_task("cleaning", total=await work.total())
                return await work.run(lambda done: bar.advance(task, done))


def _first_moment(text: str | None) -> datetime | None:
    """The first moment of a day, month or year in Beijing. Raises QueryError."""
    from tsnet.store.query import Filters

    return None if text is None else Filters(since=text).mongo["published_at"]["$gte"]


def _table(outcome: Outcome, dry_run: bool) -> Table:
    title = "What cleaning would change" if dry_run else "What cleaning changed"
    found = table(title, "what", "articles", numbers={"articles"})
    rows = [
        ("another text: a new revision", outcome.revised),
        ("other fields only: no revision", outcome.brought_up),
        ("as stored", outcome.unchanged),
        ("refused before, a record now", outcome.new),
        ("refused before, and by today's rules too", outcome.still_refused),
        ("without stored pages", outcome.without_pages),
        ("can't be read any more: left as stored", len(outcome.failed)),
    ]
    rows += [(f"refused: {reason}", count) for reason, count in sorted(outcome.rejected.items())]
    rows += [(f"  field {name}", count) for name, count in outcome.fields.most_common()]
    for what, count in rows:
        found.add_row(what, f"{count:,}")
    return found
