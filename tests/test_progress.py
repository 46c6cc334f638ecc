"""The progress line of a crawl, on a real pseudo-terminal, and the table at its end."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from tests.crawling import ROOT, crawl, crawl_command, environment
from tests.replica import Replica
from tsnet.extensions.progress import Progress
from tsnet.extensions.summary import Summary, summary_table


def test_the_line_on_a_terminal_ends_with_every_article_done(
    mongo_database: tuple[str, str], tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    with Replica("small") as replica:
        process = subprocess.Popen(
            crawl_command(replica.url, {"LOG_FILE": str(tmp_path / "log")}),
            cwd=ROOT,
            env={**environment(mongo_database), "TERM": "xterm", "NO_COLOR": "1"},
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # how a pseudo-terminal says that the other side is gone
            pass
        finally:
            os.close(ours)
        assert process.wait() == 0, (tmp_path / "log").read_text()[-3000:]
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())
    done, found = re.findall(r"(\d+)/(\d+) articles", plain)[-1]
    assert done == found != "0"


class Terminal(io.StringIO):
    """What a program writes to, watched by somebody or not."""

    watched = True

    def isatty(self) -> bool:
        return self.watched


@pytest.mark.parametrize(
    ("settings", "watched", "shown"),
    [
        ({"LOG_FILE": "log"}, True, True),
        ({"LOG_ENABLED": False}, True, True),
        ({"LOG_FILE": "log"}, False, False),
        ({}, True, False),
        ({"LOG_FILE": "log", "TSNET_PROGRESS": False}, True, False),
    ],
)
def test_the_line_is_shown_where_somebody_watches_and_no_log_is_written(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, Any], watched: bool, shown: bool
) -> None:
    terminal = Terminal()
    terminal.watched = watched
    monkeypatch.setattr(sys, "stderr", terminal)
    crawler = get_crawler(settings_dict={"TSNET_PROGRESS": True, **settings})
    if shown:
        Progress.from_crawler(crawler)
    else:
        with pytest.raises(NotConfigured):
            Progress.from_crawler(crawler)


def test_the_summary_stands_below_all_that_scrapy_logs(mongo_database: tuple[str, str]) -> None:
    with Replica("small") as replica:
        run = crawl(replica.url, mongo_database, {"TSNET_SUMMARY": "always"})
    logged, _, summary = run.stderr.partition("What the crawl did")
    assert "Spider closed (finished)" in logged
    assert "articles new" in summary


@pytest.mark.parametrize(
    ("mode", "watched", "shown"),
    [("auto", True, True), ("auto", False, False), ("always", False, True), ("never", True, False)],
)
def test_the_summary_is_shown_where_somebody_watches_or_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, mode: str, watched: bool, shown: bool
) -> None:
    terminal = Terminal()
    terminal.watched = watched
    monkeypatch.setattr(sys, "stderr", terminal)
    crawler = get_crawler(settings_dict={"TSNET_SUMMARY": mode})
    if shown:
        Summary.from_crawler(crawler)
    else:
        with pytest.raises(NotConfigured):
            Summary.from_crawler(crawler)


def test_the_summary_counts_each_article_and_each_reason() -> None:
    stats = {
        "tsnet/listings": 1200,
        "tsnet/articles/new": 2,
        "tsnet/articles/unchanged": 3,
        "tsnet/articles/not_modified": 4,
        "tsnet/rejected": 1,
        "tsnet/rejected/no_date": 1,
    }
    columns = summary_table(stats, 1.25).columns
    rows = dict(zip(*(column.cells for column in columns), strict=True))
    assert rows == {
        "listings read": "1,200",
        "articles new": "2",
        "articles changed": "0",
        "articles unchanged": "7",
        "rejected": "1",
        "  no_date": "1",
        "seconds": "1.2",
    }


def test_a_summary_that_nobody_reads_any_more_does_not_end_the_process() -> None:
    code = (
        "from datetime import datetime, timezone\n"
        "from scrapy.utils.test import get_crawler\n"
        "from tsnet.extensions.summary import Summary\n"
        "crawler = get_crawler(settings_dict={'TSNET_SUMMARY': 'always'})\n"
        "crawler.stats.set_value('start_time', datetime.now(timezone.utc))\n"
        "Summary.from_crawler(crawler).engine_stopped()\n"
        "raise SystemExit(7)\n"
    )
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-c", code], stderr=write, timeout=60, check=False)
    os.close(write)
    assert done.returncode == 7
