"""Where the extensions of a crawl find the store."""

from __future__ import annotations

from scrapy.crawler import Crawler

from tsnet.store.connection import StoreSettings


def store_of(crawler: Crawler) -> StoreSettings | None:
    """The store that ``crawler`` writes to; None when its pipeline found no server there, or the
    database of a later version or another program.

    Then the extensions do not wait for that server too, each once more, nor write to that database.
    """
    if crawler.stats.get_value("tsnet/store/unavailable"):
        return None
    return StoreSettings.from_settings(crawler.settings)
