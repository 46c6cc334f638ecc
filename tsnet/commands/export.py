"""``scrapy export``: articles as a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from tsnet.archive_command import ArchiveCommand
from tsnet.terminal import counted, progress_bar

if TYPE_CHECKING:
    from tsnet.store.archive import Archive
    from tsnet.store.export import Format

FORMATS: tuple[Format, ...] = ("jsonl", "csv", "parquet", "md", "warc")
"""Those of ``tsnet.store.export``, which is not imported here: Scrapy loads every command."""
ENDINGS: dict[str, Format] = {**{f".{name}": name for name in FORMATS}, ".warc.gz": "warc"}
"""How a file's name ends → its format."""
STANDARD_OUTPUT = ("-", "/dev/stdout")
"""What ``--out`` calls standard output."""


class Command(ArchiveCommand):
    """Write articles, or the raw pages they came from, to a file (docs/queries.md)."""

    summary = "Write articles to a file: JSON lines, CSV, Parquet, Markdown, WARC"
    arguments = "--out FILE [WORDS...]"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Define the options."""
        super().add_options(parser)
        self.add_filters(parser)
        group = parser.add_argument_group("File")
        group.add_argument("--format", choices=FORMATS, help="default: by the name of the file")
        group.add_argument(
            "--out", metavar="FILE", help="replaced when all is written; -: standard output"
        )
        group.add_argument("--headlines", action="store_true", help="look in headlines only")
        group.add_argument("--oldest", action="store_true", help="oldest first")

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Export, with a progress bar on a terminal."""
        from tsnet.store.export import export

        if opts.out is None:
            raise UsageError("name the file: --out articles.jsonl")
        chosen: Format | None = opts.format or _format_of(opts.out)
        if chosen is None:
            raise UsageError(f"--out {opts.out} names no format: add --format {'|'.join(FORMATS)}")
        if opts.out.lower().endswith(".gz") and chosen != "warc":
            raise UsageError(f"--out {opts.out}: only warc is compressed; name it without .gz")
        out = sys.stdout.buffer if opts.out in STANDARD_OUTPUT else Path(opts.out)
        words = " ".join(args)
        filters = {**self.filters(opts), "whole_text": not opts.headlines}
        total = archive.search(words, limit=1, **filters).total
        if not total:
            self.explain_nothing(archive, opts)
        read = 0

        def advance() -> None:
            nonlocal read
            read += 1
            bar.advance(task)

        with progress_bar() as bar:
            task = bar.add_task("export", total=total)
            count = export(
                archive.articles(words, oldest_first=opts.oldest, **filters),
                chosen,
                out,
                pages=archive.pages,
                progress=advance,
            )
            bar.update(task, total=read)
        left_out = f", {read - count:,} without a stored page left out" if read > count else ""
        print(f"{counted(count, 'article')} written to {opts.out}{left_out}", file=sys.stderr)


def _format_of(name: str) -> Format | None:
    """The format that a file's name ends in; None for no known one."""
    return next((ENDINGS[one] for one in ENDINGS if name.lower().endswith(one)), None)
