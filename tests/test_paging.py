"""How a channel is paged through on a host whose listing pages go wrong."""

from __future__ import annotations

import re
from typing import ClassVar

import pytest

from settings.base import REDIRECT_MAX_TIMES
from tests.crawling import Documents, Store, crawl, succeeded
from tests.listing_hosts import (
    HTML,
    LONG_ARTICLES,
    PAGES,
    FaultyHost,
    PagesHost,
    article_page,
    article_path,
    links_to_days,
    listed_on,
    stored,
)
from tests.loopback import Answer, Host, serving


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
