"""What each worker finds out, and all of them must know at the end of the run.

The extensions that check a crawl look at the spider and the stats of their own process. In a shared
crawl no process has seen everything. So each sends its findings along with its finished requests,
and receives those of all workers before it ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from scrapy.crawler import Crawler

from tsnet.channels import ChannelsRead

STATS = {
    "listings": "tsnet/listings",
    "links": "tsnet/links",
    "raised": "spider_exceptions/count",
}
"""Findings that a stat above zero tells. Where one of the first two is zero on all workers, the
crawl reached nothing; where the last is not zero, a worker may have lost articles."""

READ_TO_END, FAILED, NEWEST, LISTED = "end", "failed", "newest", "listed"
"""Findings about a channel; ``:`` and its path follow."""


class Findings:
    """The findings of a worker, as texts of which the greatest of all workers counts."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler

    def mine(self) -> dict[str, str]:
        """What this worker has found so far."""
        stats, channels = self._crawler.stats, ChannelsRead.of(self._crawler.spider)
        found = {name: "1" for name, stat in STATS.items() if stats.get_value(stat)}
        found |= {f"{FAILED}:{channel}": "1" for channel in channels.failed}
        found |= {f"{READ_TO_END}:{channel}": "1" for channel in channels.read_to_end}
        for channel, day in channels.newest.items():
            found[f"{NEWEST}:{channel}"] = day.isoformat()
        for channel, number in channels.listed.items():
            found[f"{LISTED}:{channel}"] = f"{number:09}"
        return found

    def take_over(self, found: Mapping[str, str]) -> None:
        """Put what all workers have found where the extensions of this one look."""
        channels = ChannelsRead.of(self._crawler.spider)
        for name, value in found.items():
            kind, _, channel = name.partition(":")
            if name in STATS:
                self._crawler.stats.set_value(f"tsnet/run/{name}", True)
            elif kind == FAILED:
                channels.failed.add(channel)
            elif kind == READ_TO_END:
                channels.read_to_end.add(channel)
            elif kind == NEWEST:
                channels.newest[channel] = date.fromisoformat(value)
            elif kind == LISTED:
                channels.listed[channel] = int(value)
