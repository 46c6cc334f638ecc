"""Listings and articles that only a browser can open, crawled from the replica with Chromium."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

from tests.bench.rendering import Listings
from tests.bench.rendering import crawl as crawl_listings
from tests.crawling import (
    ROOT,
    Documents,
    Store,
    carrying,
    crawl_command,
    environment,
    finished,
    succeeded,
)
from tests.loopback import serving
from tests.replica import Replica

GROWN = ("gdjson", "gdhtml", "gdthrow", "gddialog", "gdforeign", "gddead", "gdhidden")
"""Channels of the replica that grow by script and come to an end."""


@pytest.fixture(scope="module")
def site() -> Iterator[Replica]:
    """A site with the growing channels, which no test changes."""
    with Replica("browser") as replica:
        yield replica


def stat(run: subprocess.CompletedProcess[str], name: str) -> int:
    found = re.search(rf"'{re.escape(name)}': (\d+)", run.stderr)
    return int(found[1]) if found else 0


def paths(*codes: str) -> str:
    return ",".join(f"xwzx/{code}" for code in codes)


def command(
    replica: Replica, settings: dict[str, str] | None = None, **arguments: str
) -> list[str]:
    """A crawl whose articles are too few to judge the site by (docs/operations.md)."""
    unjudged = {"TSNET_MONITOR_LIMITS": '{"MIN_ARTICLES": 1000000}'}
    return crawl_command(replica.url, {**unjudged, **(settings or {})}, **arguments)


def without_chromium(store: Store, **more: str) -> dict[str, str]:
    """An environment in which no Chromium can be found."""
    nowhere = {"PATH": "/nonexistent", "PLAYWRIGHT_BROWSERS_PATH": "/nonexistent"}
    return {**environment(store), **nowhere, **more}


def crawl(
    replica: Replica,
    environment: dict[str, str],
    settings: dict[str, str] | None = None,
    **arguments: str,
) -> subprocess.CompletedProcess[str]:
    return finished(command(replica, settings, **arguments), environment)


def test_every_growing_listing_is_read_to_its_end_into_the_articles_it_lists(
    site: Replica, mongo_database: Store, database: Documents
) -> None:
    site.clear_log()
    run = crawl(site, environment(mongo_database), render="auto", channels=paths(*GROWN))
    succeeded(run)
    expected = {
        ident: truth
        for ident, truth in site.truth.items()
        if truth.channel in GROWN and truth.expect == "record"
    }
    assert len(expected) == 6 * 23 + 5
    counts = site.counts()
    assert {id for path in counts for id in re.findall(r"/(t\d+_\d+)\.shtml", path)} == set(
        expected
    )
    found = {article["_id"]: article for article in database["articles"].find()}
    assert len(found) > 0.95 * len(expected)
    for ident, article in found.items():
        assert article["published_at"] == expected[ident].published_at
        assert article["rendered"] is False, "its own page needed no browser"
    covered = {
        channel["_id"] for channel in database["channels"].find({"covered_to": {"$ne": None}})
    }
    assert covered == {f"xwzx/{code}" for code in GROWN}
    assert stat(run, "tsnet/browser/listings") == len(GROWN)
    assert stat(run, "tsnet/browser/dialogs") >= 9
    assert stat(run, "tsnet/browser/popups") >= 2
    assert stat(run, "tsnet/browser/script_errors") >= 2
    assert stat(run, "tsnet/browser/aborted/foreign") >= 4
    assert site.foreign_requests() == []
    assert "'tsnet/browser/left_open': 0" in run.stderr
    assert stat(run, "playwright/context_count") <= 4
    assert {counts[f"/xwzx/{code}/"] for code in GROWN} == {1}
    assert stat(run, "downloader/request_count") == sum(counts.values())
    agents = {request["headers"]["user-agent"] for request in site.requests()}
    assert len(agents) == 1
    assert agents.pop().startswith("tsnet/")


def test_growth_without_end_is_ended_by_since(
    site: Replica, mongo_database: Store, database: Documents
) -> None:
    run = crawl(
        site,
        environment(mongo_database),
        render="auto",
        channels=paths("gdendless"),
        since="2025-03-19",
    )
    succeeded(run)
    assert "nothing older was wanted" in run.stderr
    [oldest] = database["articles"].find().sort("published_at", 1).limit(1)
    assert oldest["published_at"] >= datetime(2025, 3, 18, 16, tzinfo=timezone.utc)
    assert 0 < stat(run, "tsnet/browser/growths") < 30


def test_growth_is_ended_by_max_pages_and_by_what_is_known(
    mongo_database: Store, database: Documents
) -> None:
    with Replica("browser", damage=False) as replica:
        first = crawl(replica, environment(mongo_database), render="auto", channels=paths("gdjson"))
        succeeded(first)
        assert replica.counts()["/xwzx/gdjson/more_4.json"] == 1
        replica.clear_log()
        again = crawl(
            replica,
            environment(mongo_database),
            {"TSNET_OVERLAP_DAYS": "0"},
            render="auto",
            channels=paths("gdjson", "gdendless"),
            max_pages="4",
        )
        succeeded(again)
        counts = replica.counts()
    assert again.stderr.count("nothing older was wanted") == 2
    assert "/xwzx/gdjson/more_3.json" not in counts, "page 2 lay below all that was to be checked"
    assert "/xwzx/gdendless/more_3.json" in counts
    assert "/xwzx/gdendless/more_4.json" not in counts
    assert database["channels"].find_one({"_id": "xwzx/gdendless"}) is None, "it was cut short"


def test_always_opens_a_plain_listing_too(site: Replica, mongo_database: Store) -> None:
    run = crawl(
        site, environment(mongo_database), render="always", channels="xwzx/szxw", max_pages="1"
    )
    succeeded(run)
    assert stat(run, "tsnet/browser/listings") == 1
    assert stat(run, "tsnet/links") >= 4


def covered(database: Documents) -> set[str]:
    """Channels that count as read to their end."""
    return set(database["channels"].distinct("_id", {"covered_to": {"$ne": None}}))


def test_never_starts_no_browser_and_does_not_take_a_growing_listing_for_the_whole(
    site: Replica, mongo_database: Store, database: Documents
) -> None:
    run = crawl(site, environment(mongo_database), render="never", channels=paths("gdjson"))
    succeeded(run)
    assert stat(run, "tsnet/links") == 10, (
        "what it shows, and the file that its script asks for first"
    )
    assert stat(run, "playwright/browser_count") == 0
    assert "xwzx/gdjson" not in covered(database)


def test_an_article_written_by_a_script_is_a_record_marked_as_rendered(
    mongo_database: Store, database: Documents
) -> None:
    with Replica("small", articles=8, damage=False) as replica:
        hidden, *_ = [
            truth for truth in replica.sound().values() if truth.pages == 1 and truth.complete
        ]
        replica.set_fault(hidden.url, "hidden")
        run = crawl(
            replica,
            environment(mongo_database),
            render="auto",
            channels=f"{hidden.section}/{hidden.channel}",
        )
        succeeded(run)
        rendered = {article["_id"] for article in database["articles"].find({"rendered": True})}
        assert rendered == {hidden.id}
        [article] = database["articles"].find({"_id": hidden.id})
        assert article["title"] == hidden.title
        assert stat(run, "tsnet/browser/articles") == 1
        assert stat(run, "tsnet/browser/listings") == 0, "plain listings need no browser"
        assert run.stderr.count("are written by a script") == 1
        page = database["pages"].find_one({"fetches.article": hidden.id})
        assert page is not None, "the browser's document is kept like any page"


def test_without_chromium_auto_crawls_the_rest_and_names_once_what_it_could_not_open(
    site: Replica, mongo_database: Store, database: Documents
) -> None:
    run = crawl(
        site,
        without_chromium(mongo_database),
        render="auto",
        channels=paths("gdjson", "gdhtml", "szxw"),
    )
    succeeded(run)
    [line] = [line for line in run.stderr.splitlines() if "apt install chromium" in line]
    assert "xwzx/gdjson" in line
    assert "xwzx/gdhtml" in line
    assert "TSNET_CHROMIUM" in line
    assert "szxw" not in line
    assert stat(run, "tsnet/browser/unopened") == 2
    assert database["articles"].count_documents({"channel": "szxw"}) > 0
    assert database["articles"].count_documents({"channel": "gdjson"}) == 10, "had without a script"
    assert "xwzx/gdjson" not in covered(database)


@pytest.mark.parametrize(
    ("chromium", "told"),
    [(None, "no Chromium was found"), ("/bin/false", "/bin/false did not start (BrowserType")],
)
def test_without_chromium_always_ends_before_the_first_request(
    mongo_database: Store, chromium: str | None, told: str
) -> None:
    env = {**environment(mongo_database), "TSNET_CHROMIUM": chromium or ""}
    with Replica("small", articles=2) as replica:
        run = crawl(replica, env if chromium else without_chromium(mongo_database), render="always")
        assert run.returncode == 1
        assert replica.counts() == {}
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith(f"tsnet: render=always needs a browser: {told}")
    assert "apt install chromium" in last


def test_without_the_extra_a_crawl_works_and_says_what_to_install(
    site: Replica, mongo_database: Store, tmp_path: Path
) -> None:
    hide = "import sys\nfor n in ('playwright', 'scrapy_playwright'): sys.modules[n] = None\n"
    (tmp_path / "sitecustomize.py").write_text(hide)
    env = {**environment(mongo_database), "PYTHONPATH": str(tmp_path)}
    run = crawl(site, env, render="auto", channels=paths("gdjson", "szxw"))
    succeeded(run)
    assert "pip install -e '.[browser]'" in run.stderr
    assert stat(run, "tsnet/browser/unopened") == 1


def test_no_playwright_is_imported_before_a_page_needs_it() -> None:
    code = (
        "import sys, tsnet.spiders.tianshan, tsnet.browser.renderer, tsnet.browser.chromium\n"
        "print([name for name in sys.modules if 'playwright' in name])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_pages_give_their_memory_back_and_are_few_at_once(mongo_uri: str) -> None:
    with serving(Listings(channels=16, ballast=64, growing=False)) as listings:
        run = crawl_listings(listings, mongo_uri, "always", watched=True)
    assert "'tsnet/browser/listings': 16" in run.log
    assert "'tsnet/browser/left_open': 0" in run.log
    at_once = re.search(r"'playwright/page_count/max_concurrent': (\d+)", run.log)
    assert at_once
    assert int(at_once[1]) <= 4
    # Four at once hold 600 MB besides the 700 MB of browser, driver and crawl, as many as there
    # are; 16 kept open would hold 2,400.
    assert max(megabytes for _, megabytes in run.memory) < 1600


def test_sigterm_ends_growth_without_end_cleanly(
    mongo_database: Store, database: Documents, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    mark = f"mark-{os.getpid()}-sigterm"
    with Replica("browser", articles=2) as replica, log.open("w") as output:
        process = subprocess.Popen(
            command(replica, render="auto", channels=paths("gdendless")),
            cwd=ROOT,
            env={**environment(mongo_database), "TEST_MARK": mark},
            stderr=output,
        )
        try:
            deadline = time.monotonic() + 120
            while replica.counts().get("/xwzx/gdendless/more_3.json") is None:
                assert time.monotonic() < deadline, log.read_text()[-3000:]
                time.sleep(0.1)
            process.send_signal(signal.SIGTERM)
            assert process.wait(120) == 0, log.read_text()[-3000:]
        finally:
            process.kill()
            process.wait()
    assert "'tsnet/browser/left_open': 0" in log.read_text()
    assert not carrying(mark)


def test_a_limit_of_the_crawl_ends_growth_without_end(mongo_database: Store) -> None:
    with Replica("browser", articles=2) as replica:
        limits = {"CLOSESPIDER_PAGECOUNT": "5", "TSNET_RENDER_TIMEOUT": "30"}
        run = crawl(
            replica,
            environment(mongo_database),
            limits,
            render="auto",
            channels=paths("gdendless"),
        )
    succeeded(run)
    assert "Closing spider (closespider_pagecount)" in run.stderr
    assert 1 <= stat(run, "tsnet/browser/growths") <= 6


def test_a_browser_that_dies_costs_the_pages_it_had_open(
    mongo_database: Store, database: Documents, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    mark = f"mark-{os.getpid()}-dies"
    with Replica("browser", articles=2) as replica, log.open("w") as output:
        process = subprocess.Popen(
            command(
                replica,
                render="auto",
                channels=paths("gdjson", "gdhtml", "gdthrow", "gdhidden", "gddialog"),
            ),
            cwd=ROOT,
            env={**environment(mongo_database), "TEST_MARK": mark},
            stderr=output,
        )
        try:
            deadline = time.monotonic() + 120
            while not replica.counts().get("/xwzx/gdjson/more_1.json"):
                assert time.monotonic() < deadline, log.read_text()[-3000:]
                time.sleep(0.05)
            for child, line in carrying(mark).items():
                if "chromium" in line and "--type=" not in line:  # not one of its helpers
                    child.kill()
            assert process.wait(120) == 0, log.read_text()[-3000:]
        finally:
            process.kill()
            process.wait()
    text = log.read_text()
    assert "could not be opened in a browser" in text
    assert re.search(r"'playwright/browser_count': 2", text)
    assert not carrying(mark)


def test_a_browser_that_never_answers_for_a_page_costs_that_page_only(
    site: Replica, mongo_database: Store
) -> None:
    # As Playwright is after a kill of Chromium at the moment at which it makes a page.
    code = (
        "import asyncio, sys, tsnet.browser.pages as pages\n"
        "from playwright.async_api import BrowserContext\n"
        "from scrapy.cmdline import execute\n"
        "pages.OPEN_SECONDS, make = 3, BrowserContext.new_page\n"
        "async def silent(context):\n"
        "    BrowserContext.new_page = make\n"
        "    await asyncio.Event().wait()\n"
        "BrowserContext.new_page = silent\n"
        "execute(['scrapy', *sys.argv[1:]])"
    )
    words = command(site, render="auto", channels=paths("gdjson", "gdhtml"))
    words = words[words.index("crawl") :]
    run = finished([sys.executable, "-c", code, *words], environment(mongo_database))
    succeeded(run)
    assert run.stderr.count("could not be opened in a browser: Chromium made no page in 3 s") == 1
    assert stat(run, "tsnet/browser/listings") == 1
    assert stat(run, "tsnet/browser/left_open") == 0
