"""Articles that are taken off, move, or stand at other addresses than before."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import quote

from tests.crawling import Documents, Store, crawl, succeeded
from tests.listing_hosts import HTML, PagesHost, TakingHost, article_page, links_to_days, stored
from tests.loopback import Answer, serving


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
