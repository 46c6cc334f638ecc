"""The record of a run, the checks on it, and the commands that look at both."""

from __future__ import annotations

import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from tests.conftest import Webhook
from tests.crawling import FAST, Documents, Store, crawl, environment, finished, scrapy
from tests.loopback import Answer, Host, refusing, serving
from tests.replica import Replica
from tsnet.extensions.run import RECORDED_SETTINGS, run_id


@pytest.fixture(scope="module")
def replica() -> Iterator[Replica]:
    with Replica("small") as replica:
        yield replica


@pytest.fixture
def sound(replica: Replica) -> Iterator[Replica]:
    """The site in its own layouts, before and after the test."""
    yield replica
    replica.set_layout(None)


def command(store: Store, *words: str) -> subprocess.CompletedProcess[str]:
    settings = [part for name, value in FAST.items() for part in ("-s", f"{name}={value}")]
    return scrapy(
        *words,
        *(settings if words[0] == "canary" else []),
        env=environment(store) | {"COLUMNS": "200"},
    )


def test_a_run_that_nobody_named_keeps_the_name_it_is_given() -> None:
    crawler: Any = SimpleNamespace(spider=SimpleNamespace())
    assert run_id(crawler) == run_id(crawler) != ""
    assert run_id(crawler) != run_id(SimpleNamespace(spider=SimpleNamespace()))  # type: ignore[arg-type]


def test_a_run_leaves_a_record_of_what_it_did_and_status_shows_it(
    sound: Replica, mongo_database: Store, database: Documents
) -> None:
    run = crawl(sound.url, mongo_database, _job="hourly-1", channels="szxw", max_pages="5")
    assert run.returncode == 0, run.stderr[-3000:]
    record = database["runs"].find_one({"_id": "hourly-1"})
    assert record is not None
    stored = database["articles"].count_documents({})
    assert record["new"] == stored > 0
    assert (record["spider"], record["host"]) == ("tianshan", socket.gethostname())
    assert record["settings"].keys() == set(RECORDED_SETTINGS)
    assert record["settings"]["ROBOTSTXT_OBEY"] is True
    assert record["started_at"] < record["finished_at"]
    assert record["fetched"] == stored + sum(record["rejected"].values())
    assert record["arguments"]["channels"] == ["szxw"]
    assert record["finish_reason"] == "finished"
    assert record["failure"] is None
    assert record["listed"]["xwzx/szxw"] > 0
    assert record["bytes"] > 0
    assert database["leases"].count_documents({}) == 0

    status = command(mongo_database, "status")
    assert status.returncode == 0, status.stderr
    for shown in ("tianshan", "finished", "Leases: none", "szxw", "时政", "Spool: empty"):
        assert shown in status.stdout


def test_a_layout_that_changed_is_a_failure_in_log_record_exit_code_and_webhook(
    sound: Replica,
    mongo_database: Store,
    database: Documents,
    webhook: Webhook,
) -> None:
    assert crawl(sound.url, mongo_database, _job="before").returncode == 0
    kept = {record["_id"]: record["body"] for record in database["articles"].find()}
    sound.set_layout("no_body")
    run = crawl(
        sound.url, mongo_database, {"TSNET_ALERT_WEBHOOK": webhook.url}, _job="after", full="1"
    )
    assert run.returncode == 1
    assert "check rejected failed" in run.stderr.splitlines()[-1]
    record = database["runs"].find_one({"_id": "after"})
    assert record is not None
    assert "rejected" in record["failed_checks"]
    assert record["rejected"]["no_body"] >= 10
    (message,) = webhook.messages()
    assert message["run"]["_id"] == "after"
    assert message["run"]["rejected"]["no_body"] == record["rejected"]["no_body"]
    assert {record["_id"]: record["body"] for record in database["articles"].find()} == kept


REFUSALS: dict[str, Answer] = {
    "status": (403, {}, ""),
    "challenge": (200, {"Content-Type": "text/html"}, "<title>安全验证</title>请输入验证码"),
}


class ClosedHost(Host):
    """A host with two channels, of which one is refused while ``closed``."""

    closed: Answer | None = None

    def answer(self, path: str) -> Answer:
        if path == "/":
            return 200, {}, "<a href=/xwzx/szxw/>时政</a><a href=/xwzx/jjxw/>经济</a>"
        if self.closed and path.startswith("/xwzx/jjxw/"):
            return self.closed
        channel = re.fullmatch(r"/xwzx/(szxw|jjxw)/", path)
        if not channel:
            return 404, {}, ""
        links = (f"<li><a href=202503/t20250319_{n}.shtml>平台今日上线</a>" for n in range(3))
        return 200, {"Content-Type": "text/html"}, "".join(links)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_channel_that_can_not_be_read_twice_is_a_failure_and_one_that_is_led_to_no_more_is_none(
    mongo_database: Store, database: Documents, refusal: str
) -> None:
    with serving(ClosedHost()) as host:

        def failure(**arguments: str) -> str | None:
            crawl(host.url, mongo_database, **arguments)
            run = database["runs"].find_one(sort=[("started_at", -1)])
            assert run is not None
            assert run["failure"] is None or run["failed_checks"]
            found: str | None = run["failed_checks"].get("listed")
            return found

        assert failure() is None
        host.closed = REFUSALS[refusal]
        assert failure() is None
        unread = "xwzx/jjxw not read, nor by the run before (usually 3)"
        assert failure() == f"fewer articles listed than usual: {unread}"
        assert failure(channels="xwzx/szxw") is None
        host.closed = None
        assert failure() is None


def test_the_canary_is_quiet_while_the_site_is_as_expected_and_tells_what_has_changed(
    sound: Replica, mongo_database: Store, database: Documents, tmp_path: Path
) -> None:
    sound.clear_log()
    job = ("-s", f"JOBDIR={tmp_path}")
    quiet = command(mongo_database, "canary", "-a", f"base_url={sound.url}", *job)
    assert quiet.returncode == 0, quiet.stdout + quiet.stderr[-2000:]
    assert not any(tmp_path.iterdir()), "what a crawl has seen is not asked for again"
    assert len(sound.requests()) <= 5
    sound.set_layout("no_date")
    loud = command(mongo_database, "canary", "-a", f"base_url={sound.url}")
    assert loud.returncode == 1
    assert "no_date" in loud.stdout
    sound.set_layout(None)
    again = command(mongo_database, "canary", "-a", f"base_url={sound.url}")
    found = re.search(r"article: title +(\S+ characters) +(\S+ characters)?", again.stdout)
    assert found
    assert found[1] == found[2]  # what the last canary that saw an article found
    database["meta"].update_one({"_id": "schema"}, {"$set": {"version": 1000}})
    before = database["canaries"].find_one()
    unlike = command(mongo_database, "canary", "-a", f"base_url={sound.url}")
    assert (unlike.returncode, "upgrade tsnet" in unlike.stderr) == (0, True)
    assert before == database["canaries"].find_one() is not None


class SectionHost(Host):
    """A host whose front page leads to a section, which leads to a channel's file."""

    pages: ClassVar[dict[str, str]] = {
        "/": "<a href=/xwzx/>新闻</a>",
        "/xwzx/": "<a href=szxw/index.shtml>时政</a>",
        "/xwzx/szxw/index.shtml": "<li><a href=202503/t20250319_1.shtml>平台今日上线</a>",
        "/xwzx/szxw/202503/t20250319_1.shtml": "<h1>平台今日上线</h1>2025-03-19 来源: 天山网"
        "<p>据了解，该平台汇集岗位三千个，服务企业二百家。</p>[责任编辑: 刘芳 ]",
    }

    def answer(self, path: str) -> Answer:
        html = {"Content-Type": "text/html; charset=utf-8"}
        return (200, html, self.pages[path]) if path in self.pages else (404, html, "")


def test_the_canary_goes_through_a_section_to_a_listing_with_articles(
    mongo_database: Store,
) -> None:
    with serving(SectionHost()) as host:
        run = command(mongo_database, "canary", "-a", f"base_url={host.url}")
    assert run.returncode == 0, run.stdout + run.stderr[-2000:]
    assert set(host.pages) <= set(host.paths())


def test_the_canary_complains_of_what_is_gone_until_it_is_back_or_accepted(
    mongo_database: Store,
) -> None:
    def outcome(*words: str) -> tuple[int, bool]:
        run = command(mongo_database, "canary", "-a", f"base_url={host.url}", *words)
        return run.returncode, "刘芳" in run.stdout and "amiss" in run.stdout

    article = list(SectionHost.pages)[-1]
    whole = SectionHost.pages[article]
    without = whole.replace("[责任编辑: 刘芳 ]", "")
    with serving(SectionHost()) as host:
        assert outcome() == (0, False)
        host.pages = {**SectionHost.pages, article: without}  # type: ignore[misc]
        assert [outcome(), outcome()] == [(1, True)] * 2
        host.pages = SectionHost.pages  # type: ignore[misc]
        assert outcome() == (0, False)
        host.pages = {**SectionHost.pages, article: without}  # type: ignore[misc]
        assert [outcome("--accept"), outcome()] == [(0, False)] * 2


class RedirectingHost(SectionHost):
    """Sends whoever asks for the page ``moved`` to the same page under another name of its own."""

    def __init__(self, moved: str) -> None:
        super().__init__()
        self.moved = moved

    def answer(self, path: str) -> Answer:
        asked = next(one for one in reversed(self.requests) if one.path == path)
        if path != self.moved or asked.headers["host"].startswith("localhost"):
            return super().answer(path)
        elsewhere = self.url.replace("127.0.0.1", "localhost")
        return 302, {"Location": elsewhere + path}, ""


@pytest.mark.parametrize("moved", ["/", *list(SectionHost.pages)[2:]])
def test_the_canary_finds_amiss_what_stands_on_another_host(
    moved: str, mongo_database: Store
) -> None:
    with serving(RedirectingHost(moved)) as host:
        run = command(mongo_database, "canary", "-a", f"base_url={host.url}")
    assert run.returncode == 1, run.stdout
    assert "foreign_redirect: the address leads to http://localhost:" in run.stdout


def test_the_canary_tells_a_host_that_is_not_reached_from_a_site_that_changed(
    mongo_database: Store,
) -> None:
    with refusing() as port:
        url = f"http://127.0.0.1:{port}"
        run = command(mongo_database, "canary", "-a", f"base_url={url}")
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].startswith(f"tsnet: {url} was not reached: robots.txt")
    assert run.stdout == ""


@pytest.mark.parametrize(
    ("output", "code", "last"),
    [
        ("> /dev/full", 1, "tsnet: the output can't be written (No space left on device)"),
        ("| true; exit ${PIPESTATUS[0]}", 0, "Spider closed (finished)"),
    ],
)
def test_the_canary_ends_in_order_where_its_table_can_not_be_written(
    sound: Replica, mongo_database: Store, output: str, code: int, last: str
) -> None:
    words = [*(f"-s{name}={value}" for name, value in FAST.items()), f"-abase_url={sound.url}"]
    line = f"{shlex.join([sys.executable, '-m', 'scrapy', 'canary', *words])} {output}"
    run = finished(["bash", "-c", line], environment(mongo_database))
    assert run.returncode == code
    assert run.stderr.splitlines()[-1].endswith(last)


def test_a_canary_that_is_stopped_says_so_and_nothing_of_the_site(
    sound: Replica, mongo_database: Store
) -> None:
    run = command(
        mongo_database, "canary", "-a", f"base_url={sound.url}", "-s", "CLOSESPIDER_PAGECOUNT=1"
    )
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == "tsnet: stopped before everything was looked at"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-a", "base_url=m.euiu.cn"), "base_url=m.euiu.cn"),
        (("https://m.euiu.cn",), "the canary takes -a base_url=… and --accept only"),
        (("-a", "since=2025"), "the canary takes -a base_url=… and --accept only"),
    ],
)
def test_the_canary_refuses_what_it_can_not_use(
    mongo_database: Store, words: tuple[str, ...], told: str
) -> None:
    refused = command(mongo_database, "canary", *words)
    assert refused.returncode == 2
    assert told in refused.stderr


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TSNET_CONTACT", "", "TSNET_CONTACT is not set"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL='LOUD' is not CRITICAL, ERROR"),
        ("TSNET_JOBDIR", "/dev/null/job", "JOBDIR='/dev/null/job' is not a directory"),
    ],
)
def test_production_settings_name_what_is_missing_or_wrong_before_the_first_request(
    sound: Replica, mongo_database: Store, name: str, value: str, told: str
) -> None:
    sound.clear_log()
    given = environment(mongo_database) | {"TSNET_CONTACT": "press@example.org", name: value}
    for subcommand in ("crawl tianshan", "canary"):
        run = scrapy(
            *subcommand.split(),
            "-a",
            f"base_url={sound.url}",
            env=given | {"SCRAPY_PROJECT": "production"},
        )
        assert run.returncode == 2
        assert told in run.stderr.splitlines()[-1]
    assert not sound.counts()
