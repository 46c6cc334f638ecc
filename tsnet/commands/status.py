"""``scrapy status``: how the crawler has been doing."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tsnet.archive_command import ArchiveCommand
from tsnet.commands.stats import print_channels
from tsnet.store.collections import ARTICLES, LEASES, RUNS
from tsnet.terminal import console, shown, table
from tsnet.text.beijing import BEIJING, beijing_time

if TYPE_CHECKING:
    from pymongo.cursor import Cursor
    from pymongo.database import Database
    from rich.table import Table

    from tsnet.store.archive import Archive

SHOWN_RUNS = 10
"""Runs shown."""

GROWTH_DAYS = 7
"""Days of growth shown."""


class Command(ArchiveCommand):
    """Last runs, lease, spool, growth, newest article a channel."""

    summary = "Last runs, lease, spool, growth and newest article a channel"

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Print the tables."""
        out = console()
        out.print(_runs(archive.database))
        out.print()
        leases = _leases(archive.database)
        out.print(leases if leases.row_count else "Leases: none")
        out.print()
        print_channels(out, archive.channels())
        out.print()
        out.print(_growth(archive.database))
        out.print()
        for line in (*_others(archive.database), *_spool(self.store().spool_dir)):
            out.print(shown(line))


def _filled(rows: Table, cells: Iterable[Sequence[str]]) -> Table:
    for row in cells:
        rows.add_row(*map(shown, row))
    return rows


def _runs(database: Database[Any]) -> Table:
    counts = ("new", "changed", "same", "rejected", "sec")
    return _filled(
        table("Last runs (Beijing time)", "started", "spider", *counts, "end", numbers=counts),
        (
            (
                beijing_time(run["started_at"]),
                run["spider"],
                str(run.get("new", 0)),
                str(run.get("changed", 0)),
                str(run.get("unchanged", 0) + run.get("not_modified", 0)),
                str(sum(run.get("rejected", {}).values())),
                f"{run['seconds']:.0f}" if "seconds" in run else "",
                run.get("failure") or run.get("finish_reason") or "under way, or killed",
            )
            for run in _own(database, RUNS).sort("started_at", -1).limit(SHOWN_RUNS)
        ),
    )


def _own(database: Database[Any], collection: str) -> Cursor[Any]:
    from tsnet.store.preparation import of_others

    return database[collection].find({"$nor": [of_others(collection)]})


def _others(database: Database[Any]) -> Iterator[str]:
    """What the tables leave out."""
    from tsnet.store.preparation import of_others

    for collection in (RUNS, LEASES):
        others = of_others(collection)
        if first := database[collection].find_one(others, {"_id": 1}):
            yield (
                f"Collection {collection}: {database[collection].count_documents(others):,} of"
                f" another program (document {first['_id']!r}) left out; to keep them apart, name"
                " another MONGO_DATABASE"
            )


def _leases(database: Database[Any]) -> Table:
    seconds = "%Y-%m-%d %H:%M:%S"
    columns = ("spider", "run", "host", "process", "since", "until")
    return _filled(
        table("Leases (Beijing time)", *columns),
        (
            (
                lease["_id"],
                lease["holder"]["run"],
                lease["holder"]["host"],
                str(lease["holder"]["pid"]),
                beijing_time(lease["since"], seconds),
                beijing_time(lease["expires_at"], seconds),
            )
            for lease in _own(database, LEASES)
        ),
    )


def _growth(database: Database[Any]) -> Table:
    from datetime import datetime, timedelta

    today = datetime.now(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
    days = [today - timedelta(days=back) for back in range(GROWTH_DAYS)]

    def stored_first(day: datetime) -> int:
        within = {"$gte": day, "$lt": day + timedelta(days=1)}
        return int(database[ARTICLES].count_documents({"first_seen_at": within}))

    count = "articles new in the store"
    return _filled(
        table("Growth (Beijing time)", "day", count, numbers={count}),
        ((f"{day:%Y-%m-%d}", f"{stored_first(day):,}") for day in days),
    )


def _spool(directory: Path) -> Iterator[str]:
    from tsnet.store.spool import DAMAGED_SUFFIX, SUFFIX, bytes_of

    waiting, damaged = bytes_of(directory, SUFFIX), bytes_of(directory, SUFFIX + DAMAGED_SUFFIX)
    yield f"Spool {directory}: {waiting:,} bytes wait for MongoDB" if waiting else "Spool: empty"
    if damaged:
        yield f"Spool {directory}: {damaged:,} bytes could not be read and are kept to be looked at"
