"""A crawl does not hold its event loop: pages are read beside it, MongoDB is awaited."""

from __future__ import annotations

import json
from pathlib import Path

from tests.crawling import crawl_command, environment, finished
from tests.replica import Replica

LONGEST = 0.02
"""Seconds of processor time that one callback may take."""


def test_one_callback_in_a_thousand_at_most_holds_the_event_loop(
    mongo_database: tuple[str, str], tmp_path: Path
) -> None:
    blocks = tmp_path / "blocks.json"
    with Replica("bench", articles=300, page_size=50) as replica:
        done = finished(
            crawl_command(replica.url, {"TSNET_EXTRACTION_PROCESSES": "1"}),
            {
                **environment(mongo_database, tmp_path / "spool"),
                "SCRAPY_SETTINGS_MODULE": "tests.watched_settings",
                "BLOCKS": str(blocks),
            },
        )
    assert done.returncode == 0, done.stderr[-5000:]
    report = json.loads(blocks.read_text("utf-8"))
    assert report["callbacks"] > 1000
    # Not none: a small collection of garbage takes as long on a slow machine. Reading pages in the
    # loop would be one in fifty.
    too_long = [block for block in report["blocks"] if block[0] > LONGEST]
    assert len(too_long) * 1000 <= report["callbacks"], too_long
    # Loading numpy takes five times as long, and so does a collection among all that was loaded.
    assert not [block for block in too_long if block[0] > 3 * LONGEST]
