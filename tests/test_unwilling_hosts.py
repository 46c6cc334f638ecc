"""Hosts that give less than they have: refusals, cut pages, limits, robots.txt."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from time import monotonic

import pytest

from tests.crawling import Documents, Store, crawl, succeeded
from tests.listing_hosts import FAULTS, HTML, PAGES, FaultyHost, article_page, article_path, stored
from tests.loopback import Answer, Host, serving


class ReloadingHost(FaultyHost):
    """A host whose pages lead to themselves, or to the front page, when they have been read."""

    faulty = False

    def answer(self, path: str) -> Answer:
        status, headers, body = super().answer(path)
        where = path if "_2" in path else "/"
        return status, headers, f"<meta http-equiv=refresh content='60; url={where}'>{body!s}"


def test_a_page_that_leads_elsewhere_after_a_minute_is_read(
    mongo_database: Store, database: Documents
) -> None:
    with serving(ReloadingHost()) as host:
        succeeded(crawl(host.url, mongo_database, channels="xwzx/gone"))
    assert len(stored(database)) == PAGES
    assert not database["rejects"].count_documents({})


class MiscountingHost(FaultyHost):
    """A host that states more than it sends, and at first sends but half of its articles."""

    faulty = False

    def answer(self, path: str) -> Answer:
        status, headers, text = super().answer(path)
        if "/t2025" not in path:
            return status, headers, text
        assert isinstance(text, str)
        page = f"{text}</html>".encode()
        headers = {**headers, "Content-Length": f"{len(page) + 100}"}
        return status, headers, page if self.paths()[path] > 1 else page[: len(page) // 2]


def test_a_page_that_has_its_end_is_whole_whatever_length_is_stated(
    mongo_database: Store, database: Documents
) -> None:
    with serving(MiscountingHost()) as host:
        run = crawl(host.url, mongo_database, channels="xwzx/gone")
    assert {article["body"][-1] for article in database["articles"].find()} == {"。"}
    assert len(stored(database)) == PAGES
    assert "Traceback" not in run.stderr


class CutHost(FaultyHost):
    """A host behind which the connection ends early: its gzip streams are cut, the first time."""

    def answer(self, path: str) -> Answer:
        status, headers, text = super().answer(path)
        assert isinstance(text, str)
        stream = gzip.compress(text.encode())
        if self.paths()[path] == 1 and "/t2025" in path:
            stream = stream[: len(stream) * 2 // 3]
        return status, {**headers, "Content-Encoding": "gzip"}, stream


def test_a_page_of_which_only_the_beginning_came_is_asked_for_again(
    mongo_database: Store, database: Documents
) -> None:
    host = CutHost()
    host.faulty = False
    with serving(host):
        succeeded(crawl(host.url, mongo_database, channels="xwzx/gone"))
    assert {article["body"][-1] for article in database["articles"].find()} == {"。"}
    assert len(stored(database)) == PAGES


UNWILLING = {
    "challenge": "challenge",
    "empty": "empty_page",
    "busy": "host_busy",
    "refused": "http_403",
    "unmodified": "http_304",
    "toitself": "redirect_loop",
    "incircles": "redirect_loop",
    "toother": "foreign_redirect",
    "tofront": "to_front_page",
    "refresh": "to_front_page",
}
"""Faults that say nothing of the article itself, and the reason of its reject."""


class UnwillingHost(FaultyHost):
    """A host that gives no article but what the channel's fault says, while ``faulty``."""

    def answer(self, path: str) -> Answer:
        channel = path.split("/")[2:3]
        if self.faulty and "/t2025" in path:
            return FAULTS[channel[0]](path)
        return super().answer(path) if "index_" not in path else (200, HTML, "")


def test_an_article_that_the_host_would_not_give_is_asked_for_by_the_next_run(
    mongo_database: Store, database: Documents
) -> None:
    with serving(UnwillingHost()) as host:
        crawl(host.url, mongo_database)
        assert not stored(database)
        reasons = {one["url"].split("/")[4]: one["reason"] for one in database["rejects"].find()}
        assert reasons == {
            "gone": "http_404",
            "softgone": "not_found_page",
            "tostart": "http_404",
            "login": "no_body",
            **UNWILLING,
        }
        host.faulty = False
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database, channels="refused"))
        assert {path.split("/")[2] for path in host.paths() if "/t2025" in path} == {"refused"}
        succeeded(crawl(host.url, mongo_database, {"TSNET_OVERLAP_DAYS": "0"}))
        assert set(database["articles"].distinct("channel")) == set(UNWILLING)
        # What was refused for what it says may have been the host's failure for some days.
        succeeded(crawl(host.url, mongo_database))
    assert set(database["articles"].distinct("channel")) == set(FAULTS)


class BusyHost(FaultyHost):
    """A host that wants to be left alone for a second; and for an hour, as to one article."""

    faulty = False
    begin: float | None = None
    refused = article_path("gone", 3)

    def __init__(self, said: dict[str, str]) -> None:
        super().__init__()
        self.said = said

    def answer(self, path: str) -> Answer:
        if path == self.refused:
            return 429, {"Retry-After": "3600"}, ""
        if "/t2025" in path:
            self.begin = self.begin or monotonic()
            if monotonic() < self.begin + 0.9:
                return 429, self.said, ""
        return super().answer(path)


@pytest.mark.parametrize("said", [{"Retry-After": "1"}, {}], ids=["says when", "does not say"])
def test_a_host_that_asks_for_time_is_asked_again_later(
    mongo_database: Store, database: Documents, said: dict[str, str]
) -> None:
    with serving(BusyHost(said)) as host:
        succeeded(crawl(host.url, mongo_database, channels="xwzx/gone"))
    assert len(stored(database)) == PAGES - 1
    assert host.paths()[BusyHost.refused] == 1


class LimitedHost(Host):
    """A host that gives so many pages a second, as nginx does: it refuses the others at once."""

    rate = 10.0
    burst = 5.0
    articles = 60

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status
        self.allowed = self.burst
        self.asked = monotonic()
        self.refusals = 0

    def answer(self, path: str) -> Answer:
        now = monotonic()
        self.allowed = min(self.burst, self.allowed + self.rate * (now - self.asked))
        self.asked = now
        if self.allowed < 1:
            self.refusals += 1
            return self.status, HTML, "busy"
        self.allowed -= 1
        article = re.fullmatch(r"/xwzx/szxw/202503/t202503(19)_(\d+)\.shtml", path)
        if article:
            return 200, HTML, article_page(*article.groups())
        if path == "/xwzx/szxw/":
            addresses = (f"202503/t20250319_{26000000 + n}.shtml" for n in range(self.articles))
            return 200, HTML, "".join(f"<li><a href={url}>平台今日上线</a>" for url in addresses)
        return 404, HTML, ""


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_limits_the_rate_gives_every_article(
    mongo_database: Store, database: Documents, status: int
) -> None:
    with serving(LimitedHost(status)) as host:
        succeeded(crawl(host.url, mongo_database, {"RETRY_TIMES": "2"}, channels="xwzx/szxw"))
    assert host.refusals
    assert len(stored(database)) == LimitedHost.articles


class FailingRobotsHost(FaultyHost):
    """A host that fails to give its robots.txt, which is elsewhere."""

    def answer(self, path: str) -> Answer:
        if path == "/robots.txt":
            return 302, {"Location": "/rules.txt"}, ""
        return (503, HTML, "busy") if path == "/rules.txt" else super().answer(path)


def test_a_host_that_fails_to_give_its_robots_txt_is_asked_for_nothing_else(
    mongo_database: Store,
) -> None:
    with serving(FailingRobotsHost()) as host:
        run = crawl(host.url, mongo_database)
    assert set(host.paths()) == {"/robots.txt", "/rules.txt"}
    assert run.returncode == 1
    assert "was not reached" in run.stderr.splitlines()[-1]
    assert "/rules.txt was answered with status 503" in run.stderr.splitlines()[-1]


class ClosedHost(Host):
    """A host that turns everyone away."""

    def answer(self, path: str) -> Answer:
        return (404 if path == "/robots.txt" else 403), HTML, ""


def test_a_host_that_turns_the_crawl_away_is_told_from_one_that_is_not_reached(
    mongo_database: Store,
) -> None:
    with serving(ClosedHost()) as host:
        run = crawl(host.url, mongo_database)
    assert run.returncode == 1
    told = f"tsnet: {host.url} could not be read: {host.url}/: the server answered with status 403"
    assert run.stderr.splitlines()[-1] == told


class MarkedRobotsHost(FaultyHost):
    """A host whose robots.txt was written by an editor that puts a byte order mark before it."""

    faulty = False
    rules = "\ufeffUser-agent: *\nDisallow: /xwzx/empty/\n\nUser-agent: news\nDisallow: /\n"

    def answer(self, path: str) -> Answer:
        return (200, {}, self.rules) if path == "/robots.txt" else super().answer(path)


def test_robots_txt_is_read_from_its_first_line_and_by_the_name_of_the_crawler(
    mongo_database: Store, database: Documents
) -> None:
    with serving(MarkedRobotsHost()) as host:
        succeeded(crawl(host.url, mongo_database, channels="xwzx/empty,xwzx/gone"))
    assert database["articles"].distinct("channel") == ["gone"]
    assert not [path for path in host.paths() if path.startswith("/xwzx/empty/")]


class SilentRobotsHost(FaultyHost):
    """A host that says more of its robots.txt than it sends."""

    def answer(self, path: str) -> Answer:
        if path == "/robots.txt":
            return 200, {"Content-Length": "100"}, ""
        return super().answer(path)


def test_a_robots_txt_that_does_not_come_forbids_all_and_is_told_without_a_traceback(
    mongo_database: Store,
) -> None:
    with serving(SilentRobotsHost()) as host:
        run = crawl(host.url, mongo_database)
    assert set(host.paths()) == {"/robots.txt"}
    assert {request.headers["accept-encoding"] for request in host.requests} == {"identity"}
    assert run.returncode == 1
    assert "robots.txt could not be fetched" in run.stderr.splitlines()[-1]
    assert "Traceback" not in run.stderr


class SlowHost(FaultyHost):
    """A host that asks for an hour between requests, and notes when each came.

    Not of a crawler called news, which is another word in the name of ours.
    """

    faulty = False
    rules = "User-agent: *\nCrawl-delay: 3600\n\nUser-agent: news\nCrawl-delay: 0\n"

    def __init__(self) -> None:
        super().__init__()
        self.moments: list[float] = []

    def answer(self, path: str) -> Answer:
        self.moments.append(monotonic())
        if path == "/robots.txt":
            return 200, {}, self.rules
        return super().answer(path)


def test_a_host_is_given_the_pause_that_it_asks_for_up_to_the_longest(
    mongo_database: Store, database: Documents
) -> None:
    settings = {
        "AUTOTHROTTLE_ENABLED": "1",
        "AUTOTHROTTLE_START_DELAY": "0",
        "AUTOTHROTTLE_MAX_DELAY": "0.4",
    }
    with serving(SlowHost()) as host:
        succeeded(crawl(host.url, mongo_database, settings, channels="xwzx/gone"))
    assert len(stored(database)) == PAGES
    gaps = [later - earlier for earlier, later in pairwise(host.moments)]
    # Without the pause two come at once, and the next as soon as one is answered.
    assert min(gaps) > 0.2
