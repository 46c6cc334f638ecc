"""How a channel is paged through on a host whose listing pages, or articles, go wrong."""

from __future__ import annotations

import gzip
import re
import subprocess
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from time import monotonic
from typing import Any, ClassVar
from urllib.parse import quote

import pytest
from pymongo.database import Database

from settings.base import REDIRECT_MAX_TIMES
from tests.crawling import Store, crawl
from tests.loopback import Answer, Host, serving
from tsnet.spiders.tianshan import MAX_NUMBERED

Documents = Database[dict[str, Any]]

HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGES = 4
"""Listing pages of each channel, with one article each."""

CHALLENGE = "<title>安全验证</title><p>请完成安全验证,输入验证码后继续访问</p>"
BUSY = "<title>天山网</title><h1>系统繁忙,请稍后再试</h1>"
SOFT_404 = "<title>404</title><p>抱歉,您访问的页面不存在</p><a href=/>返回首页</a>"

AGAIN = defaultdict(lambda: "?1", {"1": "?2", "2": "?1"})
"""End of an address → what to add where it leads on, for ever."""

FAULTS: dict[str, Callable[[str], Answer]] = {
    "gone": lambda path: (404, HTML, "<h1>404</h1>"),
    "softgone": lambda path: (200, HTML, SOFT_404),
    "empty": lambda path: (200, HTML, ""),
    "busy": lambda path: (200, HTML, BUSY),
    "tofront": lambda path: (302, {"Location": "/"}, ""),
    "tostart": lambda path: (302, {"Location": path.rpartition("/")[0] + "/"}, ""),
    "toother": lambda path: (302, {"Location": "http://elsewhere.example/"}, ""),
    "toitself": lambda path: (302, {"Location": path}, ""),
    "incircles": lambda path: (302, {"Location": f"{path.partition('?')[0]}{AGAIN[path[-1]]}"}, ""),
    "refresh": lambda path: (200, HTML, "<meta http-equiv=refresh content='0;url=/'>"),
    "challenge": lambda path: (200, HTML, CHALLENGE),
    "login": lambda path: (
        200,
        HTML,
        "<title>登录</title><p>请登录</p><a href=/login.jsp>登录</a>",
    ),
    "refused": lambda path: (403, HTML, "no"),
    "unmodified": lambda path: (304, {}, ""),
}
"""Ways in which a page is not had, by channel."""


def article_path(channel: str, page: int) -> str:
    number = 26000000 + 100 * sorted(FAULTS).index(channel) + page
    return f"/xwzx/{channel}/202503/t202503{28 - 7 * page:02}_{number}.shtml"


LONG = {
    article_path("gone", 3): (503, HTML, ""),
    article_path("tofront", 3): (302, {"Location": article_path("gone", 0)}, ""),
}
"""Articles of two pages, and what is answered instead of the second."""
LONG_ARTICLES = [path.rpartition("/")[2].removesuffix(".shtml") for path in LONG]
SECOND_PAGES = {path.replace(".shtml", "_1.shtml"): answer for path, answer in LONG.items()}


class FaultyHost(Host):
    """Channels of one article a page, whose third page is faulty while ``faulty``.

    So is the second page of two articles. All that stands above the third page is known to a second
    crawl, and so old that it would not look below it without need.
    """

    faulty = True

    def answer(self, path: str) -> Answer:
        if path == "/":
            return 200, HTML, "".join(f"<a href=/xwzx/{name}/>{name}</a>" for name in FAULTS)
        listing = re.fullmatch(r"/xwzx/(\w+)/(?:index_(\d)\.shtml)?(?:\?\d)?", path)
        if listing and listing[1] in FAULTS:
            page = int(listing[2] or 0)
            if page == 2 and self.faulty:
                return FAULTS[listing[1]](path)
            return 200, HTML, self.listing(listing[1], page)
        article = re.fullmatch(r"/xwzx/\w+/\d+/t202503(\d\d)_(\d+)\.shtml", path)
        if article:
            return 200, HTML, article_page(*article.groups())
        if path in SECOND_PAGES:
            if self.faulty:
                return SECOND_PAGES[path]
            return 200, HTML, article_page("07", "2")
        return 404, HTML, ""

    def listing(self, channel: str, page: int) -> str:
        return (
            f"<li><a href={article_path(channel, page)}>平台今日上线</a>"
            f"<script>createPageHTML({PAGES}, {page}, 'index', 'shtml')</script>"
        )


def article_page(day: str, number: str) -> str:
    own = f"t202503{day}_{number}"
    pages = f"<a href={own}_1.shtml>2</a>" if own in LONG_ARTICLES else ""
    return (
        f"<title>平台{number}今日上线</title><h1>平台{number}今日上线</h1>"
        f"<div>2025-03-{day} 19:38:42 来源: 天山网</div>"
        f"<p>据了解，该平台汇集岗位{number}个，服务企业{number}家。</p>"
        f"{pages}<p>[责任编辑: 刘芳 ]</p>"
    )


class LongestHost(Host):
    """A channel with one article, of more pages than are read."""

    def answer(self, path: str) -> Answer:
        if path == "/xwzx/szxw/":
            return 200, HTML, "<li><a href=202503/t20250307_1.shtml>平台今日上线</a>"
        page = re.fullmatch(r"/xwzx/szxw/202503/t20250307_1(?:_(\d+))?\.shtml", path)
        if page is None:
            return 404, HTML, ""
        number = int(page[1] or 0)
        pager = f"<script>createPageHTML(203, {number}, 't20250307_1', 'shtml')</script>"
        return 200, HTML, article_page("07", f"1{number:03}") + pager


def test_an_article_of_more_pages_than_are_read_is_not_whole(
    mongo_database: Store, database: Documents
) -> None:
    with serving(LongestHost()) as host:
        succeeded(crawl(host.url, mongo_database, channels="xwzx/szxw"))
    [article] = database["articles"].find()
    assert (article["pages"], article["complete"]) == (200, False)


def succeeded(run: subprocess.CompletedProcess[str]) -> None:
    assert run.returncode == 0, run.stderr[-5000:]


def listed_on(pages: set[int]) -> set[str]:
    """Ids of the articles on these listing pages of all channels."""
    paths = [article_path(channel, page) for channel in FAULTS for page in pages]
    return {path.rpartition("/")[2].removesuffix(".shtml") for path in paths}


def stored(database: Documents) -> set[str]:
    return set(database["articles"].distinct("_id"))


def test_a_listing_page_that_is_not_had_costs_its_own_articles_until_it_is_there_again(
    mongo_database: Store, database: Documents
) -> None:
    with serving(FaultyHost()) as host:
        succeeded(crawl(host.url, mongo_database))
        assert stored(database) == listed_on({0, 1, 3})
        assert database["articles"].distinct("_id", {"complete": False}) == LONG_ARTICLES
        assert host.paths()["/xwzx/toitself/index_2.shtml"] == 1
        in_circles = [n for path, n in host.paths().items() if "incircles/index_2" in path]
        assert sum(in_circles) == 1 + REDIRECT_MAX_TIMES
        host.faulty = False
        succeeded(crawl(host.url, mongo_database))
        assert stored(database) == listed_on({0, 1, 2, 3})
        assert not database["articles"].count_documents({"complete": False})
        host.requests.clear()
        # All is known now: it goes down as far as articles are looked at again, and no further.
        succeeded(crawl(host.url, mongo_database, {"TSNET_OVERLAP_DAYS": "10"}))
        assert "/xwzx/gone/index_2.shtml" in host.paths()
        assert "/xwzx/gone/index_3.shtml" not in host.paths()


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


class EndlessHost(FaultyHost):
    """Pagers that lead on for ever: to pages that do not exist, are empty, or repeat the last ones.

    Beside the list of each page stands the newest article.
    """

    def answer(self, path: str) -> Answer:
        past_the_end = re.fullmatch(r"/xwzx/(\w+)/index_(\d\d?)\.shtml", path)
        if past_the_end and int(past_the_end[2]) >= PAGES:
            channel, number = past_the_end[1], int(past_the_end[2])
            last = {"login": PAGES - 1, "refused": PAGES - 2 + number % 2}.get(channel)
            page = "" if last is None else self.listing(channel, last)
            return (404, HTML, "") if channel == "gone" else (200, HTML, page + self.pager(path))
        return super().answer(path)

    def listing(self, channel: str, page: int) -> str:
        path = f"/xwzx/{channel}/index_{page}.shtml"
        shown = [article_path(channel, shown) for shown in (page, 0)]  # the newest beside each page
        links = "".join(f"<li><a href={article}>平台今日上线</a>" for article in shown)
        return links + self.pager(path)

    def pager(self, path: str) -> str:
        page = int(path.rpartition("_")[2].partition(".")[0])
        return f"<a href=index_{page + 1}.shtml>下一页</a>"


class CirclingHost(EndlessHost):
    """Pagers whose last page leads back to the second."""

    def pager(self, path: str) -> str:
        page = int(path.rpartition("_")[2].partition(".")[0])
        return f"<a href=index_{page + 1 if page < PAGES - 1 else 1}.shtml>下一页</a>"


@pytest.mark.parametrize("kind", [EndlessHost, CirclingHost])
def test_a_pager_without_end_ends_and_is_not_read_again(
    mongo_database: Store, database: Documents, kind: type[EndlessHost]
) -> None:
    host = kind()
    host.faulty = False
    with serving(host):
        succeeded(crawl(host.url, mongo_database))
        assert stored(database) == listed_on({0, 1, 2, 3})
        assert not any("index_9" in path for path in host.paths())
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database))
    assert not any("index_2" in path for path in host.paths())


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


class DeepeningHost(Host):
    """A host that gives the listing of a channel for whatever lies below it, with relative links.

    Each links its articles at other hosts and by other addresses than the others do. With
    ``front`` it gives its front page for everything.
    """

    front = False

    def answer(self, path: str) -> Answer:
        article = re.search(r"/t202503(\d\d)_(\d+)\.shtml", path)
        if article:
            return 200, HTML, article_page(*article.groups())
        if not path.endswith("/"):
            return 404, HTML, ""
        link = f"https://www.ts.cn/xwzx/szxw/202503/t20250319_1.shtml?from={path.count('/')}"
        deeper = "<a href=jjxw/>经济</a><a href=more/>更多</a>" if self.front or path != "/" else ""
        channel = "xwzx/szxw/" if self.front else "/xwzx/szxw/"
        return 200, HTML, f"<a href={channel}>时政</a><li><a href={link}>平台上线</a>{deeper}"


def test_a_host_that_gives_its_front_page_for_everything_is_not_read_for_ever(
    mongo_database: Store,
) -> None:
    host = DeepeningHost()
    host.front = True
    with serving(host):
        succeeded(crawl(host.url, mongo_database))
    listings = {path for path in host.paths() if path.endswith("/")}
    assert listings == {"/", "/xwzx/szxw/", "/jjxw/", "/more/"}


def test_a_host_that_answers_for_ever_deeper_addresses_is_read_once_and_every_link_is_kept(
    mongo_database: Store, database: Documents
) -> None:
    with serving(DeepeningHost()) as host:
        # Listings go first, and what is found is written at once: all links before the article.
        one_by_one = {"CONCURRENT_REQUESTS": "1", "TSNET_BATCH_SIZE": "1"}
        succeeded(crawl(host.url, mongo_database, one_by_one))
    listings = {path for path in host.paths() if path.endswith("/")}
    assert listings == {"/", "/xwzx/szxw/", "/xwzx/szxw/jjxw/", "/xwzx/szxw/more/"}
    (article,) = database["articles"].find()
    path = "/xwzx/szxw/202503/t20250319_1.shtml"
    assert article["url"] == host.url + path
    seen = {f"https://www.ts.cn{path}?from={depth}" for depth in (1, 3, 4)}
    assert set(article["urls"]) == {host.url + path, *seen}


class PagesHost(Host):
    """A host of some pages, and of an article at whatever address of one."""

    pages: ClassVar[dict[str, str]]

    def answer(self, path: str) -> Answer:
        article = re.search(r"/t202503(\d\d)_(\d+)\.shtml", path)
        page = article_page(*article.groups()) if article else self.pages.get(path)
        return (404, HTML, "") if page is None else (200, HTML, page)


def links_to_days(*days: str) -> str:
    """A listing of an article of each of these days of March."""
    return "".join(f"<li><a href=202503/t202503{day}_{day}.shtml>平台今日上线</a>" for day in days)


class DatedHost(PagesHost):
    """A channel of three pages."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        **{
            f"/xwzx/szxw/{file}": links_to_days(*days)
            + f"<script>createPageHTML(3, {number}, 'index', 'shtml')</script>"
            for number, (file, *days) in enumerate(
                (
                    ("", "28", "27", "26"),
                    ("index_1.shtml", "20", "19"),
                    ("index_2.shtml", "18", "05"),
                )
            )
        },
    }


def test_what_since_left_out_on_the_last_page_of_a_channel_is_fetched_when_all_is_wanted(
    mongo_database: Store, database: Documents
) -> None:
    with serving(DatedHost()) as host:
        succeeded(crawl(host.url, mongo_database, since="2025-03-15"))
        assert len(stored(database)) == 6
        succeeded(crawl(host.url, mongo_database))
        assert len(stored(database)) == 7
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database, since="2025-03-15"))
        assert "/xwzx/szxw/index_2.shtml" not in host.paths()
    listed = {run["listed"]["xwzx/szxw"] for run in database["runs"].find()}
    assert listed == {3}, "on the first page, which every run reads"


class MovedHost(PagesHost):
    """A host that leads from the listed address of an article to another number, or elsewhere.

    It writes addresses in UTF-8, as many do, though a header should have them encoded.
    """

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        "/xwzx/szxw/": links_to_days("28", "10", "09"),
        quote("/新闻/9.html"): article_page("09", "09"),
    }
    moved: ClassVar = {"10_10": "t20250311_11.shtml", "09_09": "/新闻/9.html"}

    def answer(self, path: str) -> Answer:
        leads = self.moved.get(path.rpartition("t202503")[2].removesuffix(".shtml"))
        written = {"Location": leads.encode().decode("latin-1")} if leads else {}
        return (301, written, "") if leads else super().answer(path)


def test_an_address_that_leads_to_another_article_is_known_to_the_next_run(
    mongo_database: Store, database: Documents
) -> None:
    with serving(MovedHost()) as host:
        succeeded(crawl(host.url, mongo_database))
        assert {"t20250328_28", "t20250311_11"} < stored(database)
        assert len(stored(database)) == 3
        assert {one["id"]: one["reason"] for one in database["rejects"].find()} == {
            "t20250310_10": "other_article",
            "t20250309_09": "other_article",
        }
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database))
        assert {path for path in host.paths() if path.endswith("html")} == {
            "/xwzx/szxw/202503/t20250328_28.shtml",
            quote("/新闻/9.html"),  # the newest of those of no channel
        }


class SessionHost(FaultyHost):
    """A host that knows visitors without cookies by what it puts into every address.

    Who comes without gets it by a redirect, another one each time.
    """

    faulty = False

    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark = mark

    def answer(self, path: str) -> Answer:
        if path == "/robots.txt":
            return 404, HTML, ""
        plain, _, _ = path.partition(self.mark)
        session = f"{self.mark}{len(self.requests):032X}.node1"
        if plain == path:
            return 302, {"Location": path + session}, ""
        status, headers, body = super().answer(plain)
        return status, headers, str(body).replace(".shtml", f".shtml{session}")

    def listing(self, channel: str, page: int) -> str:
        follows = f"<a href=index_{page + 1}.shtml>下一页</a>" if page + 1 < PAGES else ""
        return f"<li><a href={article_path(channel, page)}>平台今日上线</a>{follows}"


@pytest.mark.parametrize("mark", [";jsessionid=", "?PHPSESSID="])
def test_a_session_in_addresses_neither_hides_a_page_nor_is_kept(
    mongo_database: Store, database: Documents, mark: str
) -> None:
    with serving(SessionHost(mark)) as host:
        run = crawl(host.url, mongo_database, channels="xwzx/empty")
        succeeded(run)
        assert not any("WARNING" in line for line in run.stderr.splitlines()), run.stderr
        kept = {url for one in database["articles"].find() for url in (one["url"], *one["urls"])}
        assert kept == {host.url + article_path("empty", page) for page in range(PAGES)}
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database, channels="xwzx/empty"))
    asked = {path.partition(mark)[0] for path in host.paths()}
    assert not any(path.endswith("index_2.shtml") for path in asked)


class MistypedHost(FaultyHost):
    """A host whose newest listing has an article of a year to come."""

    faulty = False

    def listing(self, channel: str, page: int) -> str:
        mistyped = f"<li><a href=/xwzx/{channel}/206203/t20620319_1.shtml>平台今日上线</a>"
        return super().listing(channel, page) + ("" if page else mistyped)


def test_a_mistyped_year_does_not_make_a_channel_count_as_read_up_to_it(
    mongo_database: Store, database: Documents
) -> None:
    with serving(MistypedHost()) as host:
        succeeded(crawl(host.url, mongo_database, channels="xwzx/gone"))
    (channel,) = database["channels"].find()
    assert f"{channel['covered_to']}".startswith("2025-03-28")


class TakingHost(PagesHost):
    """A host that takes an article of its channel off."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        "/xwzx/szxw/": links_to_days("28", "27", "10"),
    }
    taken = False

    def answer(self, path: str) -> Answer:
        if self.taken and path.endswith("_27.shtml"):
            return 404, HTML, ""
        status, headers, body = super().answer(path)
        body = str(body).replace(links_to_days("27"), "") if self.taken else body
        return status, {**headers, "ETag": '"1"'}, body


def test_an_article_that_was_taken_off_is_asked_for_once_more_and_marked(
    mongo_database: Store, database: Documents
) -> None:
    def asked(**arguments: str) -> set[str]:
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database, **arguments))
        return {path.rpartition("_")[2] for path in host.paths() if "/t2025" in path}

    def gone() -> list[str]:
        return database["articles"].distinct("_id", {"gone_at": {"$ne": None}})

    with serving(TakingHost()) as host:
        asked()
        host.taken = True
        assert asked(until="2025-03-20") == set()
        assert asked() == {"28.shtml", "27.shtml"}
        asked_for = [request for request in host.requests if "/t2025" in request.path]
        assert [request.headers.get("if-none-match") for request in asked_for] == ['"1"'] * 2
        assert gone() == ["t20250327_27"]
        assert asked() == {"28.shtml"}
        host.taken = False
        assert asked() == {"28.shtml", "27.shtml"}
        assert gone() == []
        host.taken = True
        assert asked(full="1") == {"28.shtml", "27.shtml", "10.shtml"}
    assert gone() == ["t20250327_27"]
    assert len(stored(database)) == 3


class UncertainHost(PagesHost):
    """A host that says of some of its articles that it has none, though its listing names them."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        "/xwzx/szxw/": links_to_days("28", "11", "10"),
    }
    denied: tuple[str, ...] = ()

    def answer(self, path: str) -> Answer:
        return (404, HTML, "") if path.endswith(self.denied) else super().answer(path)


def test_what_was_said_to_be_gone_is_asked_for_where_a_listing_leads_to_it_before_the_overlap_too(
    mongo_database: Store, database: Documents
) -> None:
    with serving(UncertainHost()) as host:
        host.denied = ("_10.shtml",)
        succeeded(crawl(host.url, mongo_database))
        host.denied = ("_11.shtml",)
        succeeded(crawl(host.url, mongo_database, full="1"))
        assert database["articles"].distinct("_id", {"gone_at": {"$ne": None}}) == ["t20250311_11"]
        database["articles"].delete_one({"_id": "t20250310_10"})
        host.denied = ()
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database))
        assert host.paths()["/xwzx/szxw/202503/t20250310_10.shtml"] == 1
        assert database["articles"].count_documents({"gone_at": None}) == 3


class ServicedHost(PagesHost):
    """A host that has no article for a while."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        "/xwzx/szxw/": links_to_days(*(str(day) for day in range(28, 14, -1))),
    }
    serviced = False

    def answer(self, path: str) -> Answer:
        denied = self.serviced and "/t2025" in path and not path.endswith("_28.shtml")
        return (404, HTML, "") if denied else super().answer(path)


def test_a_host_that_says_of_most_articles_that_they_are_gone_is_not_believed(
    mongo_database: Store, database: Documents
) -> None:
    settings = {"TSNET_MONITOR_LIMITS": '{"MAX_REJECTED": 1}'}
    with serving(ServicedHost()) as host:
        succeeded(crawl(host.url, mongo_database))
        host.serviced = True
        run = crawl(host.url, mongo_database, settings, full="1")
    assert run.returncode == 1
    said = "check gone failed: pages gone: 13 of 14 (93%, limit 50%)"
    assert run.stderr.splitlines()[-1] == f"tsnet: {said}"
    assert database["articles"].count_documents({"gone_at": None}) == 14


class BreakingHost(PagesHost):
    """A host that breaks its third listing page off."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        **{
            f"/xwzx/szxw/{file}": links_to_days(*days)
            + f"<script>createPageHTML(5, {number}, 'index', 'shtml')</script>"
            for number, (file, days) in enumerate(
                {
                    "": ("28",),
                    "index_1.shtml": ("20",),
                    "index_2.shtml": ("19", "18"),
                    "index_3.shtml": ("17",),
                    "index_4.shtml": ("16",),
                }.items()
            )
        },
    }
    breaks = True

    def answer(self, path: str) -> Answer:
        status, headers, body = super().answer(path)
        broken = self.breaks and path.endswith("index_2.shtml")
        return status, headers, str(body).partition("线</a><li>")[0] if broken else body


def test_a_listing_page_that_breaks_off_is_not_taken_for_the_end_and_read_again(
    mongo_database: Store, database: Documents
) -> None:
    with serving(BreakingHost()) as host:
        succeeded(crawl(host.url, mongo_database))
        assert "t20250318_18" not in stored(database)
        assert len(stored(database)) == 5
        (run,) = database["runs"].find()
        assert (run["listings_failed"], run["failure"]) == (1, None)
        host.breaks = False
        succeeded(crawl(host.url, mongo_database))
    assert len(stored(database)) == 6


class MovingHost(PagesHost):
    """A host that moves an article to another channel, where alone it then is."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a><a href=/xwzx/jjxw/>经济</a>",
        "/xwzx/szxw/": links_to_days("28", "27"),
        "/xwzx/jjxw/": links_to_days("26"),
    }
    anew: ClassVar = {
        "/xwzx/szxw/": links_to_days("28"),
        "/xwzx/jjxw/": links_to_days("27", "26"),
    }
    moved = False

    def answer(self, path: str) -> Answer:
        if path.endswith("_27.shtml") and self.moved is ("szxw" in path):
            return 404, HTML, ""
        status, headers, body = super().answer(path)
        body = self.anew.get(path, body) if self.moved else body
        return status, {**headers, "ETag": '"1"'}, body


def test_an_article_that_moved_is_read_anew_once_and_asked_for_where_it_is(
    mongo_database: Store, database: Documents
) -> None:
    there = "/xwzx/jjxw/202503/t20250327_27.shtml"

    def asked() -> dict[str, str | None]:
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database))
        return {
            request.path: request.headers.get("if-none-match")
            for request in host.requests
            if request.path.endswith("_27.shtml")
        }

    with serving(MovingHost()) as host:
        asked()
        host.moved = True
        assert asked() == {"/xwzx/szxw/202503/t20250327_27.shtml": '"1"', there: None}
        assert asked() == {there: '"1"'}
        record = database["articles"].find_one({"_id": "t20250327_27"})
    assert record is not None
    assert (record["url"], record["channel"]) == (host.url + there, "jjxw")
    assert "gone_at" not in record
    assert record["revision"] == 1


class SectionHost(PagesHost):
    """A host whose front page leads to channels that lead to others."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/>新闻</a>",
        "/xwzx/": "<a href=szxw/>时政</a>",
        "/xwzx/szxw/": "<li><a href=202503/t20250319_1.shtml>平台今日上线</a>"
        "<script>createPageHTML(2, 0, 'index', 'shtml')</script><a href=../kjxw/>科技</a>",
        "/xwzx/kjxw/": "<li><a href=202503/t20250318_2.shtml>平台昨日上线</a>",
    }


def test_a_channel_asked_for_by_its_code_is_sought_in_the_channels_of_the_front_page(
    mongo_database: Store, database: Documents
) -> None:
    with serving(SectionHost()) as host:
        succeeded(crawl(host.url, mongo_database, channels="szxw"))
        assert stored(database) == {"t20250319_1"}
        assert "/xwzx/kjxw/" not in host.paths()


class UndatedHost(PagesHost):
    """A listing that says no day, of articles whose addresses say none; their pages do."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        "/xwzx/szxw/": "<li><a href=/news/100001.html>平台今日上线</a></li>"
        "<li><a href=/news/100002.html>平台昨日上线</a></li>",
        "/news/100001.html": article_page("19", "100001"),
        "/news/100002.html": article_page("18", "100002"),
    }


def test_an_article_whose_day_only_its_page_says_is_kept_if_that_was_asked_for(
    mongo_database: Store, database: Documents
) -> None:
    with serving(UndatedHost()) as host:
        succeeded(crawl(host.url, mongo_database, since="2025-03-19"))
        assert {"/news/100001.html", "/news/100002.html"} <= set(host.paths())
        assert database["articles"].distinct("url") == [f"{host.url}/news/100001.html"]
        assert not database["rejects"].count_documents({})


class NewAddressesHost(PagesHost):
    """A host that took other addresses, which say no day, as its listings say none."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        "/xwzx/szxw/": links_to_days("05"),
        "/xwzx/szxw/index_2.shtml": "<li><a href=/content/100010.html>平台今日上线</a>",
        **{f"/content/1000{day}.html": article_page(day, day) for day in ("28", "27", "20", "10")},
    }
    anew: ClassVar = {
        "/xwzx/szxw/": "<li><a href=/content/100028.html>平台今日上线</a>"
        "<li><a href=/content/100027.html>平台昨日上线</a><a href=index_1.shtml>下一页</a>",
        "/xwzx/szxw/index_1.shtml": "<li><a href=/content/100020.html>平台今日上线</a>"
        "<a href=index_2.shtml>下一页</a>",
    }
    taken = False
    relaunched = False

    def answer(self, path: str) -> Answer:
        if self.taken and path.endswith("27.html"):
            return 404, HTML, ""
        page = self.anew.get(path) if self.relaunched else None
        status, headers, body = (200, HTML, page) if page else super().answer(path)
        if self.taken:
            body = str(body).replace("<li><a href=/content/100027.html>平台昨日上线</a>", "")
        return status, headers, body


def test_articles_of_no_channel_are_checked_in_the_overlap_as_the_listing_and_records_tell(
    mongo_database: Store, database: Documents
) -> None:
    def asked() -> set[str]:
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database))
        return {path.rpartition("/")[2] for path in host.paths() if path.count("/") > 1}

    with serving(NewAddressesHost()) as host:
        asked()
        host.relaunched = True
        asked()
        asked()  # only now the records say down to which day everything is there
        assert asked() == {"", "index_1.shtml", "100028.html", "100027.html"}
        host.taken = True
        assert asked() == {"", "index_1.shtml", "100028.html", "100027.html"}
        (gone,) = database["articles"].find({"gone_at": {"$ne": None}})
        assert gone["url"].endswith("/content/100027.html")
        assert asked() == {"", "index_1.shtml", "100028.html"}
    assert len(stored(database)) == 5


class ProgramHost(TakingHost):
    """A host whose channels only a program lists, and whose articles lie in their directories."""

    szxw = "<base href=/xwzx/szxw/>"
    jjxw = "<base href=/xwzx/jjxw/><button>下一页</button><script src=/js/list.js></script>"
    pages: ClassVar = {
        "/": "<a href=/list.php?classid=1>时政</a><a href=/list.php?classid=2&amp;page=1>经济</a>"
        "<a href=/list.php?classid=1&amp;orderby=hits>热点</a>"
        "<a href=/search.php?classid=1>搜索</a>",
        "/list.php?classid=1": szxw
        + links_to_days("28", "27")
        + "<a href=/list.php?page=2&amp;classid=1>下一页</a>"
        "<a href=/list.php?page=3&amp;classid=1>尾页</a>",
        "/list.php?page=2&classid=1": szxw
        + links_to_days("10")
        + "<a href=/list.php?classid=1>首页</a>"
        "<a href=/list.php?page=3&amp;classid=1>下一页</a>",
        "/list.php?page=3&classid=1": szxw + links_to_days("09"),
        "/list.php?classid=2": jjxw + links_to_days("26"),
        "/list.php?classid=2&page=1": jjxw + links_to_days("26"),
        "/list.php?classid=2&page=2": jjxw + links_to_days("25"),
    }


def test_a_channel_that_only_a_program_lists_is_read_and_read_again_like_any_other(
    mongo_database: Store, database: Documents
) -> None:
    def asked(**arguments: str) -> set[str]:
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database, **arguments))
        return {path.rpartition("_")[2].removesuffix(".shtml") for path in host.paths()}

    with serving(ProgramHost()) as host:
        assert asked(channels="szxw") >= {"28", "27", "10", "09", "/list.php?classid=2"}
        assert stored(database) == {f"t202503{day}_{day}" for day in ("28", "27", "10", "09")}
        asked()
        assert len(stored(database)) == 6
        assert "/list.php?classid=1&orderby=hits" not in host.paths()
        assert "/search.php?classid=1" not in host.paths()
        host.taken = True
        again = asked()
        assert {"28", "27", "26", "/list.php?page=2&classid=1"} <= again
        assert not {"10", "/list.php?page=3&classid=1"} & again
        assert database["articles"].distinct("_id", {"gone_at": {"$ne": None}}) == ["t20250327_27"]


class FilesOfListsHost(PagesHost):
    """A host whose channels have files that are called lists, beside others with a number."""

    others = ("/tag/9.html", "/user/9.html", "/print_9.html", "/download/list/9.html")
    menu = (
        "<a href=/list/1.html>时政</a><a href=/index.php/list/2>经济</a><a href=/class_3.html>社会"
        "</a><a href='/list.asp?BigClassName=%CE%C4%BB%AF'>文化</a>"
        + "".join(f"<a href={path}>相关内容</a>" for path in others)
    )
    pages: ClassVar = {
        "/": menu,
        "/list/1.html": menu + links_to_days("28") + "<a href=/list/1_2.html>下一页</a>",
        "/list/1_2.html": menu + links_to_days("27"),
        "/index.php/list/2": menu + links_to_days("26"),
        "/class_3.html": menu,
        "/list.asp?BigClassName=%CE%C4%BB%AF": menu + links_to_days("25"),
    }


def test_a_channel_may_be_a_file_that_is_called_a_list_and_no_other_with_a_number(
    mongo_database: Store, database: Documents
) -> None:
    with serving(FilesOfListsHost()) as host:
        succeeded(crawl(host.url, mongo_database))
    assert {ident[-2:] for ident in stored(database)} == {"28", "27", "26", "25"}
    assert not host.paths().keys() & set(FilesOfListsHost.others)


class NumberingHost(PagesHost):
    """A host that leads to more lists than are read, and is no site with so many channels."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>"
        + "".join(f"<a href=/list.php?classid={n}>{n}年</a>" for n in range(MAX_NUMBERED + 2)),
        "/xwzx/szxw/": links_to_days("28"),
    }


def test_lists_by_number_are_read_up_to_a_bound_and_the_first_that_is_not_is_told(
    mongo_database: Store, database: Documents
) -> None:
    with serving(NumberingHost()) as host:
        run = crawl(host.url, mongo_database)
    succeeded(run)
    assert sum("classid" in path for path in host.paths()) == MAX_NUMBERED
    (told,) = (line for line in run.stderr.splitlines() if "without a directory" in line)
    assert f"not {host.url}/list.php?classid={MAX_NUMBERED} nor" in told
    assert stored(database) == {"t20250328_28"}


class FramedHost(PagesHost):
    """A front page that is a frame, in which a page to enter by leads to another."""

    pages: ClassVar = {
        "/": "<frameset><frame src=top.html><frame src=main.html></frameset>",
        "/top.html": "<h1>天山网</h1>",
        "/main.html": "<a href=home.html>进入</a>",
        "/home.html": "<a href=/xwzx/szxw/>时政</a><a href=main.html>返回</a>",
        "/xwzx/szxw/": "<li><a href=202503/t20250319_1.shtml>平台今日上线</a>",
    }


def test_a_front_page_that_leads_to_no_channel_is_read_on_in_the_files_beside_it(
    mongo_database: Store, database: Documents
) -> None:
    with serving(FramedHost()) as host:
        succeeded(crawl(host.url, mongo_database, channels="szxw"))
    assert stored(database) == {"t20250319_1"}


ISSUE = "/epaper/2025-03/28/"


class PaperHost(PagesHost):
    """A newspaper: the front page leads to the day's issue, each page of which lists its texts."""

    pages: ClassVar = {
        "/": f"<meta http-equiv=refresh content='0;url={ISSUE}node_01.htm'>",
        **{
            f"{ISSUE}node_0{number}.htm": f"<a href=content_12345{number}.htm>平台今日上线</a>"
            "<a href=node_01.htm>01版</a><a href=node_02.htm>02版</a><a href=node_03.htm>03版</a>"
            "<a href=../27/node_01.htm>上一期</a>"
            for number in (1, 2, 3)
        },
        **{
            f"{ISSUE}content_12345{number}.htm": article_page("28", str(number))
            for number in (1, 2, 3)
        },
    }


def test_every_page_of_the_issue_of_a_newspaper_is_read(
    mongo_database: Store, database: Documents
) -> None:
    with serving(PaperHost()) as host:
        succeeded(crawl(host.url, mongo_database))
        assert not [path for path in host.paths() if "/27/" in path]
        assert set(host.paths().values()) == {1}
    assert database.articles.count_documents({}) == 3


class ButtonHost(PagesHost):
    """A channel on the pages of which a script hears a button, and another that only grows."""

    button = "<button>下一页</button><script src=/js/list.js></script>"
    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a><a href=/xwzx/jjxw/>经济</a>",
        "/xwzx/szxw/": links_to_days("28") + button,
        "/xwzx/szxw/index_1.shtml": links_to_days("10") + button,
        "/xwzx/szxw/index_2.shtml": links_to_days("09"),
        "/xwzx/jjxw/": links_to_days("27") + button,
    }


def test_without_a_browser_the_next_page_is_where_the_site_has_it(
    mongo_database: Store, database: Documents
) -> None:
    with serving(ButtonHost()) as host:
        succeeded(crawl(host.url, mongo_database))
    assert {ident[-2:] for ident in stored(database)} == {"28", "10", "09", "27"}
    assert host.paths()["/xwzx/jjxw/index_1.shtml"] == 1
    covered = {one["_id"] for one in database["channels"].find({"covered_to": {"$ne": None}})}
    assert not covered  # a browser might have shown more


class SecretiveHost(PagesHost):
    """A front page that names one channel, and articles of others; no directory is answered."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/202503/t20250319_1.shtml>平台今日上线</a>"
        "<a href=/ztzl/202503/t20250319_2.shtml>平台昨日上线</a>"
        "<a href=/xwzx/jjxw/list.html>经济</a>",
        "/xwzx/szxw/index.shtml": "<li><a href=202503/t20250318_3.shtml>平台前日上线</a>",
        "/xwzx/jjxw/list.html": "<li><a href=202503/t20250317_4.shtml>平台今日上线</a>",
    }

    def answer(self, path: str) -> Answer:
        return (403, HTML, "") if path == "/xwzx/szxw/" else super().answer(path)


def test_channels_are_found_by_links_and_articles_and_read_in_a_file_where_there_is_no_directory(
    mongo_database: Store, database: Documents
) -> None:
    with serving(SecretiveHost()) as host:
        run = crawl(host.url, mongo_database)
    succeeded(run)
    assert len(stored(database)) == 4
    assert not re.search(r"/ztzl/\S* was not read", run.stderr)  # nobody said that there is one
