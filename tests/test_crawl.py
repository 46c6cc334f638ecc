"""The crawl as its users run it: ``scrapy crawl`` in a subprocess, a replica, a real MongoDB."""

from __future__ import annotations

import re
import shlex
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from pymongo import MongoClient

from tests.crawling import (
    INHERITED,
    ROOT,
    Documents,
    Store,
    crawl,
    crawl_command,
    environment,
    finished,
    scrapy,
    succeeded,
)
from tests.loopback import Answer, Host, refusing, serving
from tests.replica import Replica
from tests.workers import wait_until
from tsnet.extensions.jobdir import MARKER


@pytest.fixture(scope="module")
def site() -> Iterator[Replica]:
    """A site that no test of this module changes."""
    with Replica("small") as replica:
        yield replica


@pytest.fixture
def replica() -> Iterator[Replica]:
    """A site of the test's own."""
    with Replica("small") as replica:
        yield replica


class Outcome(NamedTuple):
    """What a crawl left in the store, and what it asked the site for."""

    store: Store
    records: dict[str, dict[str, Any]]
    requests: list[dict[str, Any]]
    fetched: dict[str, int]
    began: datetime
    ended: datetime


def outcome(site: Replica, store: Store, settings: dict[str, str], **arguments: str) -> Outcome:
    """Crawl ``site`` into ``store``."""
    site.clear_log()
    began = datetime.now(timezone.utc)
    succeeded(crawl(site.url, store, settings, **arguments))
    ended = datetime.now(timezone.utc)
    with MongoClient(store[0], tz_aware=True) as client:
        records = articles(client[store[1]])
    return Outcome(store, records, site.requests(), fetched_articles(site), began, ended)


@pytest.fixture(scope="module")
def first(site: Replica, mongo_uri: str) -> Outcome:
    """The first crawl of ``site`` into a store of its own."""
    settings = {"TSNET_CONTACT": "press@example.org"}
    return outcome(site, (mongo_uri, "crawl"), settings, _job="nightly-7")


@pytest.fixture(scope="module")
def second(site: Replica, first: Outcome) -> Outcome:
    """The crawl after the first."""
    return outcome(site, first.store, {})


def articles(database: Documents) -> dict[str, dict[str, Any]]:
    return {article["_id"]: article for article in database["articles"].find()}


def beijing_day(moment: datetime) -> date:
    return moment.astimezone(ZoneInfo("Asia/Shanghai")).date()


def fetched_articles(replica: Replica) -> dict[str, int]:
    return {path: n for path, n in replica.counts().items() if "/t20" in path}


def test_every_article_of_the_listings_becomes_a_record_as_it_was_written(
    site: Replica, first: Outcome
) -> None:
    found = first.records
    expected = site.sound()
    assert expected
    assert set(expected) <= set(found)
    wrong = []
    for ident, truth in expected.items():
        record = found[ident]
        for field in ("title", "subtitle", "published_at", "source", "original", "reporters",
                      "editors", "complete"):  # fmt: skip
            if record[field] != getattr(truth, field):
                wrong.append((ident, field, record[field], getattr(truth, field)))
        if not truth.matches(record["body"]):
            wrong.append((ident, "body", record["body"], truth.paragraphs))
    assert not wrong
    assert all(n == 1 for n in first.fetched.values())


class SmallSite(Host):
    """One article that only the front page links, and that links to nothing."""

    article = "/xwzx/szxw/202503/t20250319_26000001.shtml"
    pages: ClassVar = {
        "/": f"<ul><li><a href=/xwzx/szxw/>时政</a><li><a href={article}>平台今日上线</a></ul>",
        article: "<title>平台今日上线</title><h1>平台今日上线</h1><div>2025-03-19 19:38</div>"
        "<p>据了解，该平台汇集岗位12.6万个。</p><p>[责任编辑: 刘芳 ]</p>",
    }

    def answer(self, path: str) -> Answer:
        page = self.pages.get(path)
        return (404 if page is None else 200), {"Content-Type": "text/html"}, page or ""


def test_an_article_is_filed_under_the_name_of_its_channel_wherever_it_was_seen(
    mongo_database: Store, database: Documents
) -> None:
    with serving(SmallSite()) as host:
        succeeded(crawl(host.url, mongo_database))
    assert [record["channel_name"] for record in articles(database).values()] == ["时政"]


class BoxedSite(SmallSite):
    """The same article, whose channel is named on another channel's page alone."""

    pages: ClassVar = {
        **SmallSite.pages,
        "/": f"<a href=/xwzx/jjxw/>经济</a> <a href={SmallSite.article}>平台今日上线</a>",
        "/xwzx/jjxw/": "<a href=/xwzx/szxw/>时政</a>",
    }


def test_an_article_is_filed_under_a_name_that_was_met_after_it_was_asked_for(
    mongo_database: Store, database: Documents
) -> None:
    # One page after the other, so that the name is met before the article has been read.
    in_order = {"CONCURRENT_REQUESTS": "1", "TSNET_EXTRACTION_PROCESSES": "1"}
    with serving(BoxedSite()) as host:
        succeeded(crawl(host.url, mongo_database, in_order))
    assert [record["channel_name"] for record in articles(database).values()] == ["时政"]


def test_a_second_crawl_reads_listings_and_overlap_only_and_changes_nothing_but_last_seen(
    first: Outcome, second: Outcome
) -> None:
    before, after = first.records, second.records
    assert before.keys() == after.keys()
    for ident, record in after.items():
        assert {k: v for k, v in record.items() if k != "last_seen_at"} == {
            k: v for k, v in before[ident].items() if k != "last_seen_at"
        }
    newest: dict[str, datetime] = {}
    for record in before.values():
        channel = record["channel"]
        newest[channel] = max(newest.get(channel, record["published_at"]), record["published_at"])
    for path in second.fetched:
        ident = path.rpartition("/")[2].removesuffix(".shtml")
        for record in (r for k, r in before.items() if ident.startswith(k)):
            limit = beijing_day(newest[record["channel"]]) - timedelta(days=3)
            assert beijing_day(record["published_at"]) >= limit, path


def test_the_overlap_is_asked_for_conditionally(second: Outcome) -> None:
    assert 304 in {request["status"] for request in second.requests}


def test_a_correction_within_the_overlap_is_taken_over_as_a_revision(
    replica: Replica, mongo_database: Store, database: Documents
) -> None:
    succeeded(crawl(replica.url, mongo_database))
    ident = max(replica.sound().values(), key=lambda truth: truth.published_at).id
    replica.edit(ident, title="更正后的标题在这里")
    succeeded(crawl(replica.url, mongo_database))
    record = articles(database)[ident]
    assert record["title"] == "更正后的标题在这里"
    assert record["revision"] == 2
    assert database["revisions"].count_documents({}) == 1


def test_an_article_published_late_is_found(
    replica: Replica, mongo_database: Store, database: Documents
) -> None:
    succeeded(crawl(replica.url, mongo_database))
    newest = max(truth.published_at for truth in replica.sound().values())
    late = (newest + timedelta(hours=8) - timedelta(days=1)).strftime("%Y-%m-%d %H:%M:%S")
    ident = replica.add(channel="xwzx/szxw", published=late)
    succeeded(crawl(replica.url, mongo_database))
    assert ident in articles(database)


@pytest.mark.parametrize("name", ["since", "until"])
def test_since_and_until_are_days_in_beijing_and_inclusive(
    site: Replica, mongo_database: Store, database: Documents, name: str
) -> None:
    days = sorted(beijing_day(truth.published_at) for truth in site.sound().values())
    limit = days[len(days) // 2]
    # That the newest article is old is no failure where old ones were asked for.
    limits = {"TSNET_MONITOR_LIMITS": '{"MAX_NEWEST_AGE_DAYS": 1}'} if name == "until" else {}
    succeeded(crawl(site.url, mongo_database, limits, **{name: limit.isoformat()}))
    stored = {beijing_day(record["published_at"]) for record in articles(database).values()}
    assert limit in stored
    assert all(day >= limit if name == "since" else day <= limit for day in stored)


@pytest.mark.parametrize("given", ["szxw", "xwzx/szxw"])
def test_only_the_channels_asked_for_are_crawled(
    site: Replica, mongo_database: Store, database: Documents, given: str
) -> None:
    succeeded(crawl(site.url, mongo_database, channels=given))
    assert {record["channel"] for record in articles(database).values()} == {"szxw"}


def test_a_channel_that_nothing_leads_to_is_named(site: Replica, mongo_database: Store) -> None:
    run = crawl(site.url, mongo_database, channels="szxv")
    assert run.returncode == 1
    assert "szxv; there are" in run.stderr.splitlines()[-1]
    assert "szxw 时政" in run.stderr.splitlines()[-1]
    run = crawl(site.url, mongo_database, channels="xwzx/szxv")
    assert run.returncode == 1
    told = run.stderr.splitlines()[-1]
    assert told.startswith("tsnet: argument channels: xwzx/szxv could not be read: ")
    run = crawl(site.url, mongo_database, channels="szxw,szxv", max_pages="1")
    succeeded(run)
    assert "nothing led to szxv" in run.stderr


def test_max_pages_limits_the_listing_pages_of_a_channel(
    site: Replica, mongo_database: Store
) -> None:
    site.clear_log()
    succeeded(crawl(site.url, mongo_database, channels="xwzx/szxw", max_pages="1"))
    assert not [path for path in site.counts() if "index_" in path]


def test_full_fetches_again_what_is_stored(site: Replica, first: Outcome) -> None:
    full = outcome(site, first.store, {}, full="1")
    stems = {path.rpartition("/")[2].removesuffix(".shtml") for path in full.fetched}
    assert set(site.sound()) <= stems
    assert 304 not in {request["status"] for request in full.requests}


@pytest.mark.parametrize(
    ("name", "value"), [("since", "gestern"), ("max_pages", "0"), ("chanels", "szxw")]
)
def test_a_wrong_argument_ends_the_crawl_before_the_first_request_with_one_line(
    site: Replica, mongo_database: Store, name: str, value: str
) -> None:
    site.clear_log()
    run = crawl(site.url, mongo_database, {"LOG_LEVEL": "WARNING"}, **{name: value})
    assert run.returncode == 2
    (line,) = run.stderr.splitlines()
    assert f"{name}={value}" in line
    assert not site.counts()


@pytest.mark.parametrize("words", [["--since", "2025"], ["since=2025"]])
def test_an_argument_without_its_option_is_told_how_it_is_given(words: list[str]) -> None:
    run = scrapy("crawl", "tianshan", *words, env=INHERITED)
    assert run.returncode == 2
    assert f"{words[0]} is no option" in run.stdout + run.stderr
    assert "-a since=2025" in run.stdout + run.stderr


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("canary --logfile /dev/null/a", "LOG_FILE='/dev/null/a' is not a file that can be"),
        ("crawl tianshan --logfile /dev/null/a", "LOG_FILE='/dev/null/a' is not a file that can"),
        ("crawl tianshan -s LOG_FORMAT=100%", "LOG_FORMAT='100%' is not a format"),
        ("crawl tianshan -s LOG_SHORT_NAMES=no", "LOG_SHORT_NAMES='no' is not 0 or 1"),
        ('crawl tianshan -s FEEDS={"a.csv":"csv"}', "FEEDS gives a.csv 'csv', which is not an"),
        ("canary --profile /dev/null/a", "--profile /dev/null/a can't be written"),
        ("crawl tianshan --pidfile /dev/null/a", "--pidfile /dev/null/a can't be written"),
        ("stats --pidfile /dev/null/a", "--pidfile /dev/null/a can't be written"),
        ("crawl tianshan -o /dev/null/a.csv", "names /dev/null/a.csv: /dev/null can't be"),
    ],
)
def test_an_output_that_can_not_be_written_is_told_in_one_line(command: str, said: str) -> None:
    run = scrapy(*command.split(), env=INHERITED)
    assert run.returncode == 2
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_a_feed_that_scrapy_can_not_write_ends_the_crawl_before_it_begins() -> None:
    feeds = """FEEDS={"ftp://u:secret@h/a.xlsx": {"format": "xlsx"}}"""
    words = ["crawl", "tianshan", "-a", "base_url=http://127.0.0.1:1", "-s", feeds]
    run = scrapy(*words, env=INHERITED)
    assert run.returncode == 1
    assert "ERROR: Unknown feed format: xlsx" in run.stderr
    last = run.stderr.splitlines()[-1]
    assert last.startswith("tsnet: FEEDS (-o, -O) names ftp://u:***@h/a.xlsx: Scrapy can't write")
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("command", ["canary", "crawl tianshan", "list"])
def test_a_module_of_spiders_that_can_not_be_imported_is_told_in_one_line(command: str) -> None:
    run = scrapy(*command.split(), "-s", "SPIDER_MODULES=tsnet.spiders,no.such", env=INHERITED)
    assert run.returncode == 2
    assert "SPIDER_MODULES names 'no.such', which can't be imported" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("options", "code", "last"),
    [
        (
            ["-o", "/dev/full:jsonl"],
            1,
            "tsnet: /dev/full can't be written to its end (No space left on device):"
            " scrapy export writes what is stored",
        ),
        (
            # So few bytes that they are written when the file is closed.
            ["-o", "/dev/full:csv", "-s", "FEED_EXPORT_FIELDS=id"],
            1,
            "tsnet: /dev/full can't be written to its end (No space left on device):"
            " scrapy export writes what is stored",
        ),
        (
            ["-o", "ftp://127.0.0.1:1/articles.jsonl"],
            1,
            "tsnet: ftp://127.0.0.1:1/articles.jsonl can't be written to its end (see the log):"
            " scrapy export writes what is stored",
        ),
        (["-o", "-:jsonl"], 0, "Spider closed (finished)"),
    ],
)
def test_a_feed_that_can_not_be_written_to_its_end_is_a_failure_and_a_reader_that_leaves_is_none(
    site: Replica, mongo_database: Store, options: list[str], code: int, last: str
) -> None:
    line = shlex.join([*crawl_command(site.url, channels="szxw"), *options])
    run = finished(
        ["bash", "-c", f"{line} | head -c 9; exit ${{PIPESTATUS[0]}}"], environment(mongo_database)
    )
    assert run.returncode == code
    assert run.stderr.splitlines()[-1].endswith(last)
    assert run.stderr.count("Traceback") == last.count("see the log")


@pytest.mark.parametrize("command", ["canary", "crawl tianshan"])
def test_a_log_file_on_a_full_disk_ends_a_command_before_it_asks_for_anything(
    site: Replica, command: str
) -> None:
    site.clear_log()
    words = [*command.split(), "-a", f"base_url={site.url}", "--logfile", "/dev/full"]
    run = scrapy(*words, env=INHERITED)
    assert run.returncode == 2
    (line,) = run.stderr.splitlines()
    assert line.startswith("tsnet: LOG_FILE can't be written (No space left on device): make room")
    assert not site.counts()


def test_a_crawl_goes_on_where_its_log_can_not_be_written_any_more_and_is_a_failure(
    site: Replica, mongo_database: Store, tmp_path: Path
) -> None:
    log = tmp_path / "crawl.log"
    settings = {"LOG_FILE": str(log), "LOGSTATS_INTERVAL": "0.02", "DOWNLOAD_DELAY": "0.2"}
    line = shlex.join(crawl_command(site.url, settings, channels="szxw"))
    limited = ["bash", "-c", f"ulimit -f 6; exec {line}"]  # no file of more than 6 KiB
    run = finished(limited, environment(mongo_database))
    assert run.returncode == 1
    told = f"LOG_FILE {log} can't be written (File too large): make room;"
    (last,) = run.stderr.splitlines()
    assert last.startswith(f"tsnet: {told}")
    assert log.stat().st_size == 6144
    uri, name = mongo_database
    with MongoClient(uri) as client:
        (record,) = client[name]["runs"].find()
    assert record["finish_reason"] == "finished"
    assert record["new"]
    assert told in record["failure"]


@pytest.mark.parametrize(
    ("family", "address", "host"),
    [(socket.AF_INET, "127.0.0.1", "127.0.0.1"), (socket.AF_INET6, "::1", "[::1]")],
)
def test_a_site_that_is_not_reached_is_a_failure(
    mongo_database: Store, family: socket.AddressFamily, address: str, host: str
) -> None:
    with refusing(address, family) as port:
        run = crawl(f"http://{host}:{port}", mongo_database)
    assert run.returncode == 1
    said = run.stderr.splitlines()[-1]
    assert "was not reached" in said
    assert "refused" in said


def test_listings_without_an_article_link_are_a_failure(
    replica: Replica, mongo_database: Store
) -> None:
    replica.set_fault("/", "soft_404")
    run = crawl(replica.url, mongo_database)
    assert run.returncode == 1
    assert replica.url in run.stderr.splitlines()[-1]


def test_a_front_page_that_leads_to_another_host_is_a_failure_that_says_how_to_crawl_that_one(
    replica: Replica, mongo_database: Store
) -> None:
    replica.set_fault("/", "redirect_foreign")
    run = crawl(replica.url, mongo_database)
    assert run.returncode == 1
    said = run.stderr.splitlines()[-1]
    assert re.search(r"on another host; to crawl that one: -a base_url=https?://[^/ ]+$", said)


def test_a_mongodb_that_is_not_reached_ends_the_crawl_before_the_first_request(
    site: Replica,
) -> None:
    site.clear_log()
    with refusing() as port:
        host = f"127.0.0.1:{port}"
        run = crawl(site.url, (f"mongodb://user:secret@{host}/", "tsnet"))
    assert run.returncode == 1
    assert host in run.stderr
    assert "secret" not in run.stderr
    assert "WARNING" not in run.stderr, "nothing else waits for the same server, to say so again"
    assert not fetched_articles(site)


def test_an_article_that_could_not_be_had_is_had_by_the_next_run(
    replica: Replica, mongo_database: Store, database: Documents
) -> None:
    oldest = min(replica.sound().values(), key=lambda truth: truth.published_at)
    replica.set_fault(oldest.url, "status_503")
    succeeded(crawl(replica.url, mongo_database))
    assert oldest.id not in articles(database)
    assert database["rejects"].find_one({"id": oldest.id, "reason": "http_503"})
    with refusing() as port:
        run = crawl(f"http://127.0.0.1:{port}", mongo_database)
    assert run.returncode == 1
    assert "was not reached" in run.stderr.splitlines()[-1], "what is asked for again hides nothing"
    replica.clear_fault(oldest.url)
    succeeded(crawl(replica.url, mongo_database))
    assert oldest.id in articles(database)


@pytest.mark.parametrize("with_job_directory", [False, True])
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGKILL])
def test_after_a_stop_the_same_command_leaves_nothing_out(
    replica: Replica,
    mongo_database: Store,
    database: Documents,
    tmp_path: Path,
    stop: signal.Signals,
    with_job_directory: bool,
) -> None:
    settings = {"DOWNLOAD_DELAY": "0.2", "TSNET_BATCH_AGE": "0.2"}
    if with_job_directory:
        settings["JOBDIR"] = str(tmp_path / "job")
    crawler = subprocess.Popen(
        crawl_command(replica.url, settings),
        cwd=ROOT,
        env=environment(mongo_database),
        stderr=subprocess.DEVNULL,
    )
    wait_until(lambda: database["articles"].count_documents({}) >= 3)
    crawler.send_signal(stop)
    exitcode = crawler.wait(120)
    assert exitcode == (0 if stop == signal.SIGTERM else -signal.SIGKILL)
    assert database["articles"].count_documents({}) < len(replica.sound())
    if with_job_directory:
        assert (tmp_path / "job" / MARKER).exists() is (stop == signal.SIGKILL)
    succeeded(crawl(replica.url, mongo_database, settings | {"DOWNLOAD_DELAY": "0"}))
    assert set(replica.sound()) <= set(articles(database))


class WaitingHost(Host):
    """A host that gives its front page and nothing else, until it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.told = threading.Event()

    def answer(self, path: str) -> Answer:
        if path == "/robots.txt":
            return 404, {}, ""
        if path != "/":
            self.told.wait(60)
        return 200, {"Content-Type": "text/html"}, "<a href=/xwzx/szxw/>a</a>"


def test_a_crawl_that_is_told_twice_to_stop_is_cut_off_and_says_so(mongo_database: Store) -> None:
    with serving(WaitingHost()) as host:
        crawler = _logging_crawl(mongo_database, crawl_command(host.url))
        wait_until(lambda: "/xwzx/szxw/" in host.paths())
        crawler.send_signal(signal.SIGINT)
        _read_to(crawler, "SIGINT")
        crawler.send_signal(signal.SIGINT)
        _, rest = crawler.communicate(timeout=120)
        host.told.set()
    assert crawler.returncode == 1
    assert "was cut off" in rest.splitlines()[-1]


def test_a_crawl_that_is_told_to_stop_while_it_starts_ends_as_cleanly_as_one_under_way(
    mongo_database: Store, database: Documents, tmp_path: Path
) -> None:
    with serving(WaitingHost()) as host:
        crawler = _logging_crawl(mongo_database, crawl_command(host.url, {"JOBDIR": str(tmp_path)}))
        _read_to(crawler, "Spider opened")
        crawler.send_signal(signal.SIGTERM)
        _, rest = crawler.communicate(timeout=120)
        host.told.set()
    assert crawler.returncode == 0, rest
    assert [run["finish_reason"] for run in database["runs"].find()] == ["shutdown"]
    assert not database["leases"].count_documents({})
    assert not (tmp_path / MARKER).exists()


def test_a_crawl_ends_with_the_reason_where_no_process_can_read_its_pages(
    replica: Replica, mongo_database: Store, database: Documents, tmp_path: Path
) -> None:
    code = (
        "from scrapy.cmdline import execute\n"
        "from tsnet import extraction_workers\n"
        "def refuse(): raise OSError('no more processes')\n"
        "extraction_workers._start_server = refuse\n"
        "execute()"
    )
    settings = {"TSNET_EXTRACTION_PROCESSES": "1", "JOBDIR": str(tmp_path)}
    python, _, _, *words = crawl_command(replica.url, settings, channels="xwzx/szxw")
    run = finished([python, "-c", code, *words], environment(mongo_database))
    assert run.returncode == 1
    told = run.stderr.splitlines()[-1]
    assert "read pages do not start: OSError('no more processes')" in told
    assert "TSNET_EXTRACTION_PROCESSES=0" in told
    assert "Traceback" not in run.stderr
    (record,) = database["runs"].find()
    assert record["finish_reason"] == "no_workers"
    assert (tmp_path / MARKER).exists(), "the queue lacks what the crawl had in hand"
    succeeded(crawl(replica.url, mongo_database, {"JOBDIR": str(tmp_path)}, channels="xwzx/szxw"))
    assert database["articles"].count_documents({"channel": "szxw"})


def _logging_crawl(store: Store, command: list[str]) -> subprocess.Popen[str]:
    """A crawl under way whose log is to be read."""
    return subprocess.Popen(
        command, cwd=ROOT, env=environment(store), stderr=subprocess.PIPE, text=True
    )


def _read_to(crawler: subprocess.Popen[str], word: str) -> None:
    """Read the log of a crawl down to the line that says ``word``."""
    assert crawler.stderr is not None
    while word not in crawler.stderr.readline():
        pass


class LongArticleHost(Host):
    """A host with one article, of forty pages."""

    first = "/xwzx/szxw/202503/t20250319_26369128.shtml"

    def answer(self, path: str) -> Answer:
        if path == "/robots.txt":
            return 404, {}, ""
        html = {"Content-Type": "text/html; charset=utf-8"}
        if "/t2025" not in path:
            return 200, html, f"<li><a href={self.first}>平台今日上线</a> 2025-03-19"
        number = path.removesuffix(".shtml").rpartition("_")[2]
        others = "".join(f"<a href=t20250319_26369128_{n}.shtml>{n + 1}</a>" for n in range(1, 40))
        text = f"<p>据了解，第{number}期共汇集岗位三千个，服务企业二百家。</p>"
        return 200, html, f"<h1>平台今日上线</h1>2025-03-19 来源: 天山网{text}{others}"


def test_a_crawl_that_is_told_to_stop_leaves_the_further_pages_of_an_article_to_the_next(
    mongo_database: Store, database: Documents
) -> None:
    with serving(LongArticleHost()) as host:
        crawler = subprocess.Popen(
            crawl_command(host.url, {"DOWNLOAD_DELAY": "0.3"}),
            cwd=ROOT,
            env=environment(mongo_database),
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: host.paths()[host.first.replace(".", "_3.")] > 0)
        crawler.send_signal(signal.SIGTERM)
        assert crawler.wait(120) == 0
        begun = database["articles"].find_one()
        assert begun is not None
        assert not begun["complete"]
        assert begun["pages"] < 20
        succeeded(crawl(host.url, mongo_database))
        ended = database["articles"].find_one()
    assert ended is not None
    assert (ended["complete"], ended["pages"]) == (True, 40)


def test_robots_txt_is_obeyed_and_the_crawler_names_itself(first: Outcome) -> None:
    requests = first.requests
    assert requests[0]["path"] == "/robots.txt"
    agents = {request["headers"].get("user-agent") for request in requests}
    assert len(agents) == 1
    assert all(agent.startswith("tsnet/") and "press@example.org" in agent for agent in agents)
    assert not any("cookie" in request["headers"] for request in requests)
    assert {request["headers"]["accept-language"] for request in requests} == {"zh-CN,zh;q=0.9"}
    of_robots_txt, *others = (request["headers"]["accept-encoding"] for request in requests)
    assert of_robots_txt == "identity"
    assert set(others) == {"gzip, deflate"}


def test_records_carry_the_run_and_utc_times(first: Outcome) -> None:
    record = next(one for one in first.records.values() if one["channel"] == "szxw")
    assert record["spider"] == "tianshan"
    assert record["job"] == "nightly-7"
    assert first.began < record["fetched_at"] < first.ended
    assert record["origin_url"].startswith("https://www.ts.cn/xwzx/szxw/")


def test_every_faulty_page_ends_as_it_should_and_the_crawl_goes_on(
    mongo_database: Store, database: Documents
) -> None:
    settings = {"DOWNLOAD_TIMEOUT": "5", "RETRY_TIMES": "2"}
    with Replica("faults", slow_seconds=1.0) as replica:
        succeeded(crawl(replica.url, mongo_database, settings, 280))
        sound = set(replica.sound())
        expected = {ident: truth.expect for ident, truth in replica.truth.items()}
    stored = set(articles(database))
    assert sound <= stored
    rejected = {reject["id"]: reject["reason"] for reject in database["rejects"].find()}
    assert not stored & set(rejected)
    wrong = {}
    for ident, expect in expected.items():
        kind = expect.partition(":")[0]
        got = "record" if ident in stored else f"reject:{rejected.get(ident)}"
        if (kind == "record" and ident not in stored) or (kind == "reject" and got != expect):
            wrong[ident] = (expect, got)
    assert not wrong


@pytest.mark.parametrize(
    ("setting", "value", "code", "told"),
    [
        ("SCHEDULER", "absent.Scheduler", 2, "SCHEDULER names 'absent.Scheduler', which can't be"),
        ("SCHEDULER", "os.path.join", 1, "the crawl did not begin: TypeError("),
    ],
)
def test_a_crawl_that_can_not_begin_says_why_in_its_last_line(
    mongo_database: Store, setting: str, value: str, code: int, told: str
) -> None:
    run = crawl("http://127.0.0.1:9", mongo_database, {setting: value})
    assert run.returncode == code
    assert run.stderr.splitlines()[-1].startswith(f"tsnet: {told}")
