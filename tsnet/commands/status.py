"""``scrapy status``: how the crawler has been doing."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from scrapy.commands import ScrapyCommand

if TYPE_CHECKING:
    from pymongo.database import Database
    from rich.table import Table

SHOWN_RUNS = 10
"""Runs shown."""

GROWTH_DAYS = 7
"""Days of growth shown."""


class Command(ScrapyCommand):
    """Last runs, lease, spool, growth, newest article a channel."""

    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Last runs, lease, spool, growth and newest article a channel"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the tables."""
        from rich.console import Console

        from tsnet.store.connection import StoreError, StoreSettings, open_database

        assert self.settings is not None
        console = Console()
        try:
            with open_database(StoreSettings.from_settings(self.settings)) as database:
                for table in (_runs(database), _leases(database), _channels(database)):
                    console.print(table)
                console.print(_growth(database))
        except StoreError as error:
            print(f"tsnet: {error}", file=sys.stderr)
            self.exitcode = 1
            return
        console.print(_spool(self.settings["TSNET_SPOOL_DIR"]))


def _table(title: str, *columns: str) -> Table:
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column)
    return table


def _runs(database: Database[Any]) -> Table:
    table = _table(
        "Last runs", "started (UTC)", "spider", "new", "changed", "same", "rejected", "sec", "end"
    )
    for run in database["runs"].find().sort("started_at", -1).limit(SHOWN_RUNS):
        unchanged = run.get("unchanged", 0) + run.get("not_modified", 0)
        counts = [run.get("new", 0), run.get("changed", 0), unchanged]
        counts.append(sum(run.get("rejected", {}).values()))
        table.add_row(
            f"{run['started_at']:%Y-%m-%d %H:%M}",
            run["spider"],
            *(str(count) for count in counts),
            f"{run['seconds']:.0f}" if "seconds" in run else "",
            run.get("failure") or run.get("finish_reason") or "under way, or killed",
        )
    return table


def _leases(database: Database[Any]) -> Table:
    table = _table("Leases", "spider", "run", "host", "process", "since (UTC)", "until (UTC)")
    for lease in database["leases"].find():
        holder = lease["holder"]
        table.add_row(
            lease["_id"],
            holder["run"],
            holder["host"],
            str(holder["pid"]),
            f"{lease['since']:%Y-%m-%d %H:%M:%S}",
            f"{lease['expires_at']:%Y-%m-%d %H:%M:%S}",
        )
    return table


def _channels(database: Database[Any]) -> Table:
    table = _table("Channels", "channel", "name", "articles", "newest (Beijing)")
    from tsnet.text.dates import BEIJING

    groups: list[dict[str, Any]] = [
        {"$sort": {"channel": 1, "published_at": -1}},
        {
            "$group": {
                "_id": "$channel",
                "name": {"$first": "$channel_name"},
                "articles": {"$sum": 1},
                "newest": {"$first": "$published_at"},
            }
        },
        {"$sort": {"newest": -1}},
    ]
    for channel in database["articles"].aggregate(groups, allowDiskUse=True):
        table.add_row(
            channel["_id"] or "",
            channel["name"] or "",
            f"{channel['articles']:,}",
            f"{channel['newest'].astimezone(BEIJING):%Y-%m-%d %H:%M}",
        )
    return table


def _growth(database: Database[Any]) -> Table:
    from datetime import datetime, timedelta, timezone

    table = _table("Growth", "day (UTC)", "articles new in the store")
    today = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    for back in range(GROWTH_DAYS):
        day = today - timedelta(days=back)
        window = {"first_seen_at": {"$gte": day, "$lt": day + timedelta(days=1)}}
        table.add_row(f"{day:%Y-%m-%d}", f"{database['articles'].count_documents(window):,}")
    return table


def _spool(directory: str) -> str:
    from pathlib import Path

    path = Path(directory)
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return f"Spool {directory}: {size:,} bytes wait for MongoDB" if size else "Spool: empty"
