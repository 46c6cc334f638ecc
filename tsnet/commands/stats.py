"""``scrapy stats``: what the archive holds."""

from __future__ import annotations

import argparse
import dataclasses
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from tsnet.archive_command import ArchiveCommand
from tsnet.terminal import console, print_json, shown, table
from tsnet.text.beijing import beijing_time

if TYPE_CHECKING:
    from rich.console import Console

    from tsnet.store.archive import Archive
    from tsnet.store.results import Channel, MonthOfChannel, Trust

BAR = 24
"""Columns of the longest bar, where there is room."""
FIXED = len("2025-03  10,000  ") + len("  others  ")
"""Columns beside the bar and the channels."""
MONTHS = 24
"""Months shown unless told otherwise."""


class Command(ArchiveCommand):
    """Articles by month and channel, their quality, and the last crawl of each channel."""

    summary = "Articles by month and channel, quality, last crawl of each channel"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Define the options."""
        super().add_options(parser)
        self.add_filters(parser)
        group = parser.add_argument_group("Answer")
        group.add_argument(
            "--months",
            type=int,
            default=MONTHS,
            help=f"latest months shown (default: {MONTHS}; 0: all)",
        )
        group.add_argument("--json", action="store_true", help="one JSON object, for programs")

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Count, and print tables or JSON."""
        if opts.months < 0:
            raise UsageError(f"--months {opts.months}: write 0 for all, or more")
        filters = self.filters(opts)
        months = archive.months(**filters)
        channels = archive.channels(**filters)
        trust = archive.trust(**filters)
        if not months:
            self.explain_nothing(archive, opts)
        if opts.json:
            print_json(
                {
                    "months": [dataclasses.asdict(one) for one in months],
                    "channels": [dataclasses.asdict(one) for one in channels],
                    "quality": dataclasses.asdict(trust),
                }
            )
            return
        out = console()
        if not months:
            out.print("Nothing found.")
            return
        print_months(out, months, channels, opts.months)
        out.print()
        print_trust(out, trust)
        out.print()
        print_channels(out, channels)


def print_months(
    out: Console, months: list[MonthOfChannel], channels: list[Channel], shown_months: int
) -> None:
    """Every month from first to last, with a bar, and as many channels as there is room for."""
    from rich.text import Text

    by_month: dict[str, dict[str, int]] = {}
    for one in months:
        by_month.setdefault(one.month, {})[one.channel] = one.count
    names = {one.code: shown(one.name or one.code) or "none" for one in channels}
    width = out.width if out.is_terminal else None
    columns = _that_fit(names, width)
    longest = BAR if width is None else max(min(BAR, width - FIXED), 1)
    rows = table("Articles a month (Beijing time)", "month", "all", numbers={"all"})
    rows.add_column("", width=longest, no_wrap=True)
    for code in columns:
        rows.add_column(Text(names[code]), justify="right", no_wrap=True)
    if len(columns) < len(names):
        rows.add_column("others", justify="right", no_wrap=True)
    most = max((sum(counts.values()) for counts in by_month.values()), default=0)
    every = every_month(min(by_month), max(by_month))
    order = every[-shown_months:]  # 0: all
    for month in order:
        counts = by_month.get(month, {})
        total = sum(counts.values())
        bar = "█" * max(1, round(longest * total / most)) if total else ""
        cells = [f"{counts[code]:,}" if code in counts else "" for code in columns]
        if len(columns) < len(names):
            others = sum(count for code, count in counts.items() if code not in columns)
            cells.append(f"{others:,}" if others else "")
        rows.add_row(month, f"{total:,}", bar, *cells)
    out.print(rows)
    if len(order) < len(every):
        out.print(f"{len(every) - len(order)} earlier months: --months 0 shows them.")


def every_month(first: str, last: str) -> list[str]:
    """The months from ``first`` to ``last``: those without an article are to be seen as well."""
    start, end = (12 * int(month[:4]) + int(month[5:]) - 1 for month in (first, last))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, end + 1)]


def _that_fit(names: dict[str, str], width: int | None) -> list[str]:
    """The first codes whose columns fit beside the month, the total and the bar."""
    from rich.cells import cell_len

    if width is None:
        return list(names)
    room = width - FIXED - BAR - 2
    found = []
    for code, name in names.items():
        room -= max(cell_len(name), len("1,000")) + 2
        if room < 0:
            break
        found.append(code)
    return found


def print_trust(out: Console, trust: Trust) -> None:
    """How far the texts can be relied on."""
    rows = table("Quality", "articles", "", "%", numbers={"", "%"})
    for name, count in (
        ("all", trust.articles),
        ("with the mirror's annotations taken out", trust.annotated),
        ("with byte damage repaired", trust.repaired),
        ("with characters guessed", trust.guessed),
        ("with characters lost", trust.lost),
        ("not whole (a page missing or cut)", trust.incomplete),
        ("same text as an earlier one", trust.duplicates),
        ("corrected at least once", trust.corrected),
    ):
        rows.add_row(name, f"{count:,}", f"{100 * count / trust.articles:.1f}")
    out.print(rows)
    out.print(f"Characters lost: {trust.lost_characters:,}; guessed: {trust.guessed_characters:,}.")


def print_channels(out: Console, channels: list[Channel]) -> None:
    """Each channel: how much, how new, when it was crawled last."""
    from rich.text import Text

    columns = ("channel", "name", "articles", "newest", "last crawled")
    rows = table("Channels (Beijing time)", *columns, numbers={"articles"})
    for one in channels:
        rows.add_row(
            Text(shown(one.code)),
            Text(shown(one.name)),
            f"{one.articles:,}",
            beijing_time(one.newest),
            beijing_time(one.last_seen),
        )
    out.print(rows)
