"""``scrapy stats``: what the archive holds."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tsnet.archive_command import ArchiveCommand, beijing, console, shown

if TYPE_CHECKING:
    from rich.console import Console

    from tsnet.store.archive import Archive
    from tsnet.store.results import Channel, MonthOfChannel, Trust

BAR = 30
"""Columns of the longest bar."""
MONTHS = 24
"""Months shown unless told otherwise."""


class Command(ArchiveCommand):
    """Articles by month and channel, their quality, and the last crawl of each channel."""

    def short_desc(self) -> str:
        """One line, for the list of commands."""
        return "Articles by month and channel, quality, last crawl of each channel"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Define the options."""
        super().add_options(parser)
        self.add_filters(parser)
        group = parser.add_argument_group("Answer")
        group.add_argument("--months", type=int, default=MONTHS, help="months shown; 0: all")
        group.add_argument("--json", action="store_true", help="one JSON object, for programs")

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Count, and print tables or JSON."""
        filters = self.filters(opts)
        months = archive.months(**filters)
        channels = archive.channels(**filters)
        trust = archive.trust(**filters)
        if opts.json:
            import dataclasses
            import json

            said = {
                "months": [dataclasses.asdict(one) for one in months],
                "channels": [dataclasses.asdict(one) for one in channels],
                "quality": dataclasses.asdict(trust),
            }
            print(json.dumps(said, ensure_ascii=False, indent=1, default=lambda t: t.isoformat()))
            return
        out = console()
        print_months(out, months, channels, opts.months)
        print_trust(out, trust)
        print_channels(out, channels)


def print_months(
    out: Console, months: list[MonthOfChannel], channels: list[Channel], shown_months: int
) -> None:
    """Months by channels, with a bar for each month."""
    from rich.table import Table
    from rich.text import Text

    names = {one.code: one.name or one.code for one in channels}
    by_month: dict[str, dict[str, int]] = {}
    for one in months:
        by_month.setdefault(one.month, {})[one.channel] = one.count
    table = Table(title="Articles a month (Beijing time)", title_justify="left")
    table.add_column("month", no_wrap=True)
    codes = [one.code for one in channels]
    for code in codes:
        table.add_column(Text(shown(names[code]) or "none"), justify="right", no_wrap=True)
    table.add_column("all", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    most = max((sum(counts.values()) for counts in by_month.values()), default=0)
    order = sorted(by_month)
    if shown_months > 0:
        order = order[-shown_months:]
    for month in order:
        counts = by_month[month]
        total = sum(counts.values())
        bar = "█" * max(1, round(BAR * total / most))
        cells = [f"{counts[code]:,}" if code in counts else "" for code in codes]
        table.add_row(month, *cells, f"{total:,}", bar)
    out.print(table)
    if len(order) < len(by_month):
        out.print(f"{len(by_month) - len(order)} earlier months: --months 0 shows them.")


def print_trust(out: Console, trust: Trust) -> None:
    """How far the texts can be relied on."""
    from rich.table import Table

    table = Table(title="Quality", title_justify="left")
    table.add_column("articles")
    table.add_column("", justify="right")
    table.add_column("%", justify="right")
    for name, count in (
        ("all", trust.articles),
        ("with the mirror's annotations taken out", trust.annotated),
        ("with byte damage repaired", trust.repaired),
        ("with characters guessed", trust.guessed),
        ("with characters lost", trust.lost),
        ("not whole (a page missing)", trust.incomplete),
        ("same text as an earlier one", trust.duplicates),
        ("corrected at least once", trust.corrected),
    ):
        share = f"{100 * count / trust.articles:.1f}" if trust.articles else ""
        table.add_row(name, f"{count:,}", share)
    out.print(table)
    out.print(f"Characters lost: {trust.lost_characters:,}; guessed: {trust.guessed_characters:,}.")


def print_channels(out: Console, channels: list[Channel]) -> None:
    """Each channel: how much, how new, when it was crawled last."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title="Channels (Beijing time)", title_justify="left")
    for name in ("channel", "name", "articles", "newest", "last crawled"):
        table.add_column(name, justify="right" if name == "articles" else "left", no_wrap=True)
    for one in channels:
        table.add_row(
            Text(shown(one.code)),
            Text(shown(one.name)),
            f"{one.articles:,}",
            beijing(one.newest),
            beijing(one.last_seen),
        )
    out.print(table)
