"""``scrapy search``: find articles."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from typing import TYPE_CHECKING

from tsnet.archive_command import ArchiveCommand
from tsnet.terminal import Prose, console, counted, print_json, shown
from tsnet.text.beijing import beijing_time

if TYPE_CHECKING:
    from rich.text import Text

    from tsnet.store.archive import Archive
    from tsnet.store.results import Hit, SearchPage, Span

SORTS = ("relevance", "newest", "oldest")
"""Orders of an answer."""
NARROW = 60
"""Columns of a terminal below which date and channel leave an article no room beside them."""


class Command(ArchiveCommand):
    """Find articles by words and filters (docs/queries.md)."""

    summary = 'Find articles: words, "phrases", -exclusions; Simplified or Traditional'
    arguments = "[WORDS...]"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Define the options."""
        super().add_options(parser)
        self.add_filters(parser)
        group = parser.add_argument_group("Answer")
        group.add_argument("--headlines", action="store_true", help="look in headlines only")
        group.add_argument(
            "--sort",
            choices=SORTS,
            default="relevance",
            help="default: relevance; without words the newest first",
        )
        group.add_argument("--limit", type=int, default=20, help="articles shown (default: 20)")
        group.add_argument("--after", metavar="KEY", help="the page after this key")
        group.add_argument("--json", action="store_true", help="one JSON object, for programs")

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Ask, and print a table, lines with tabs in a pipe, or JSON."""
        page = archive.search(
            " ".join(args),
            whole_text=not opts.headlines,
            sort=opts.sort,
            limit=opts.limit,
            after=opts.after,
            **self.filters(opts),
        )
        if not page.hits:
            self.explain_nothing(archive, opts)
        if opts.json:
            print_json(dataclasses.asdict(page))
        elif sys.stdout.isatty():
            print_table(page)
        else:
            for hit in page:
                texts = (hit.channel_name or hit.channel or "", hit.title, hit.snippet.text)
                print(hit.id, beijing_time(hit.published_at), *map(_line, texts), sep="\t")
            if page.next:
                # In a file nobody would see that this is only a part.
                said = f"{len(page)} of {_total(page)} articles: scrapy export writes all"
                print(f"tsnet: {said}, --after {page.next} goes on", file=sys.stderr)


def _total(page: SearchPage) -> str:
    return f"{page.total:,}" if page.total_exact else f"about {page.total:,}"


def _line(text: str) -> str:
    return " ".join(shown(text).split())


def print_table(page: SearchPage) -> None:
    """The page for a person."""
    from rich.table import Table
    from rich.text import Text

    out = console()
    if not page.hits:
        out.print("Nothing found.")
        return
    table = Table(show_lines=False, expand=True, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("published", no_wrap=True)
    table.add_column("channel", no_wrap=True)
    table.add_column("article", ratio=1)
    for hit in page:
        published = beijing_time(hit.published_at)
        channel = shown(hit.channel_name or hit.channel)
        lines = [
            _marked(hit.title, hit.title_marks, "bold"),
            _marked(hit.snippet.text, hit.snippet.marks),
            _footer(hit),
            Text(),  # not the table's padding, which would stand below its head too
        ]
        if out.width < NARROW:
            out.print(Prose(Text(f"{published} {channel}".strip()), *lines))
        else:
            table.add_row(published, Text(channel), Prose(*lines, measure=None))
    if table.rows:
        out.print(table)
    out.print(
        Text(f"{len(page)} of {_total(page)} articles. scrapy show ID reads one.", style="dim")
    )
    if page.next:
        # Broken by the terminal, if at all, so that it can be copied.
        out.print(Text(f"More: --after {page.next}", style="dim"), soft_wrap=True)


def _marked(text: str, marks: list[Span], style: str = "") -> Text:
    from rich.text import Text

    # Every harmful character becomes one sign, so the marks stay where they are.
    marked = Text(shown(text).replace("\n", " "), style=style)
    for mark in marks:
        marked.stylize("bold red", mark.start, mark.end)
    return marked


def _footer(hit: Hit) -> Text:
    from rich.text import Text

    said = [hit.id]
    if hit.source:
        said.append(hit.source + (" 原创" if hit.original else ""))
    if hit.lost:
        said.append(f"{counted(hit.lost, 'character')} lost")
    if not hit.complete:
        said.append("not whole")
    if hit.duplicate_of:
        said.append(f"same text as {hit.duplicate_of}")
    return Text(shown(" · ".join(said)), style="dim")
