"""A table of what a crawl did, at its end."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from rich.console import Console
from rich.table import Table
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from tsnet.terminal import discard, table


class Summary:
    """Prints the table on standard error.

    TSNET_SUMMARY: ``always``, ``never``, or ``auto``, when that is a terminal.
    """

    def __init__(self, crawler: Crawler):
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Summary:
        """Summarise ``crawler`` where TSNET_SUMMARY asks for it."""
        mode = crawler.settings["TSNET_SUMMARY"]
        if mode == "never" or (mode == "auto" and not sys.stderr.isatty()):
            raise NotConfigured
        extension = cls(crawler)
        # After the dump of the stats, which is longer than a screen.
        crawler.signals.connect(extension.engine_stopped, signal=signals.engine_stopped)
        return extension

    def engine_stopped(self) -> None:
        """Print the table."""
        stats = self._crawler.stats.get_stats()
        seconds = (datetime.now(timezone.utc) - stats["start_time"]).total_seconds()
        try:
            Console(stderr=True).print(summary_table(stats, seconds))
        except SystemExit:
            # So rich ends a program whose reader has gone; here the reactor would never stop. What
            # is left unwritten would make Python end with an exit code of its own.
            discard(sys.stderr)


def summary_table(stats: Mapping[str, Any], seconds: float) -> Table:
    """The outcome of a crawl, from its stats, as a table for a terminal."""
    found = table("What the crawl did", "what", "count", numbers={"count"})
    rows = [
        ("listings read", stats.get("tsnet/listings", 0)),
        ("articles new", stats.get("tsnet/articles/new", 0)),
        ("articles changed", stats.get("tsnet/articles/changed", 0)),
        (
            "articles unchanged",
            stats.get("tsnet/articles/unchanged", 0) + stats.get("tsnet/articles/not_modified", 0),
        ),
        ("rejected", stats.get("tsnet/rejected", 0)),
    ]
    prefix = "tsnet/rejected/"
    rows += [
        (f"  {name.removeprefix(prefix)}", count)
        for name, count in sorted(stats.items())
        if name.startswith(prefix)
    ]
    for what, count in rows:
        found.add_row(what, f"{count:,}")
    found.add_row("seconds", f"{seconds:.1f}")
    return found
