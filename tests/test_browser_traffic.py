"""How what a page in the browser asks for is answered by the crawl: without a browser, all there is
to it but the page itself."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from scrapy.utils.test import get_crawler

from tests.test_browser_parts import page
from tsnet.browser import traffic as traffic_module
from tsnet.browser.own_time import OwnTime
from tsnet.browser.traffic import MAX_REDIRECTS, Host, RefusedError, Traffic

BASE = "https://m.euiu.cn"
ELSEWHERE = "https://elsewhere.example.org/a"
T = TypeVar("T")


class Crawl:
    """Stands for the crawl's downloader: answers from ``replies``, each address by its path."""

    def __init__(self, **replies: Any):
        self.replies = replies
        self.asked: list[Request] = []
        self.stats = StatsCollector(get_crawler())
        self.host = Host(BASE, self.download, self.stats)

    async def download(self, request: Request) -> Response:
        self.asked.append(request)
        await asyncio.sleep(0)
        reply = self.replies[request.url.rpartition("/")[2]]
        if isinstance(reply, list):
            reply = reply.pop(0)
        if isinstance(reply, Exception):
            raise reply
        status, headers, body = reply
        return Response(request.url, status=status, headers=headers, body=body)

    def count(self, name: str) -> int:
        return int(self.stats.get_value(f"tsnet/browser/{name}", 0))


def ask(crawl: Crawl, path: str, method: str = "GET", body: bytes | None = None) -> Any:
    return asyncio.run(crawl.host.answer(f"{BASE}/{path}", method, {"x-page": "2"}, body))


def redirect(to: str, status: int = 302) -> tuple[int, dict[str, str], bytes]:
    return status, {"Location": to}, b""


DONE = 200, {"Content-Type": "application/json", "Set-Cookie": "a=1", "Content-Length": "2"}, b"{}"


def test_an_answer_carries_nothing_that_holds_for_the_transfer_of_the_crawl_only() -> None:
    answer = ask(Crawl(a=DONE), "a")
    assert (answer.status, answer.body) == (200, b"{}")
    assert answer.headers == {"content-type": "application/json"}


def test_redirects_are_followed_so_often_and_no_further() -> None:
    crawl = Crawl(a=redirect("/a"))
    with pytest.raises(RefusedError, match=r"^redirects$"):
        ask(crawl, "a")
    assert len(crawl.asked) == crawl.count("requests") == MAX_REDIRECTS + 1
    assert all(one.meta["dont_redirect"] for one in crawl.asked), "each is looked at here"


@pytest.mark.parametrize(
    ("status", "sent"),
    [(302, ("GET", b"")), (303, ("GET", b"")), (307, ("POST", b"q")), (308, ("POST", b"q"))],
)
def test_what_was_posted_is_posted_again_where_the_redirect_says_so(
    status: int, sent: tuple[str, bytes]
) -> None:
    crawl = Crawl(a=redirect("b", status), b=DONE)
    assert ask(crawl, "a", "POST", b"q").status == 200
    assert [(one.method, one.body) for one in crawl.asked] == [("POST", b"q"), sent]


@pytest.mark.parametrize(
    ("location", "path"),
    [
        (b"b", "/news/b"),
        (b"../b", "/b"),
        (b"/b?q=1", "/b?q=1"),
        ("页".encode(), "/news/%E9%A1%B5"),
        ("页".encode("gbk"), "/news/%D2%B3"),
    ],
)
def test_a_redirect_is_read_as_a_browser_reads_it(location: bytes, path: str) -> None:
    replies = {path.rpartition("/")[2]: DONE, "a": (302, {"Location": location}, b"")}
    crawl = Crawl(**replies)
    assert ask(crawl, "news/a").status == 200
    assert crawl.asked[-1].url == BASE + path


@pytest.mark.parametrize("reply", [(302, {}, b"{}"), (201, {"Location": "b"}, b"{}")])
def test_an_answer_that_leads_nowhere_else_is_the_answer(reply: Any) -> None:
    answer = ask(Crawl(a=reply), "a", "POST", b"q")
    assert (answer.status, answer.body) == (reply[0], b"{}")


@pytest.mark.parametrize("host", ["elsewhere.example.org", "www.ts.cn"])
def test_a_redirect_to_another_host_is_not_followed(host: str) -> None:
    crawl = Crawl(a=redirect(f"https://{host}/a"))
    with pytest.raises(RefusedError, match=r"^foreign$"):
        ask(crawl, "a")
    assert len(crawl.asked) == 1


@pytest.mark.parametrize(
    ("error", "told"), [("Forbidden by robots.txt", "robots"), ("too deep", "refused")]
)
def test_what_the_crawl_does_not_fetch_is_refused_by_its_reason(error: str, told: str) -> None:
    with pytest.raises(RefusedError, match=f"^{told}$"):
        ask(Crawl(a=IgnoreRequest(error)), "a")


def code_of(crawl: Crawl, *paths: str) -> list[Any]:
    async def fetch() -> list[Any]:
        return await asyncio.gather(
            *(crawl.host.code_of(f"{BASE}/{path}", {}) for path in paths), return_exceptions=True
        )

    return asyncio.run(fetch())


SCRIPT = "var more = '加载更多';"


def test_a_script_is_fetched_once_and_handed_over_in_utf_8() -> None:
    crawl = Crawl(a=(200, {"Content-Type": "text/javascript; charset=gbk"}, SCRIPT.encode("gbk")))
    first, second = code_of(crawl, "a", "a")
    assert first is second
    assert first.body == SCRIPT.encode()
    assert first.headers["content-type"] == "text/javascript; charset=utf-8"
    assert (len(crawl.asked), crawl.count("reused")) == (1, 1)


@pytest.mark.parametrize("failure", [(503, {}, b"busy"), OSError("connection reset")])
def test_a_script_that_was_not_given_is_asked_for_again_by_the_next_page(failure: Any) -> None:
    crawl = Crawl(a=[failure, (200, {}, SCRIPT.encode())])
    code_of(crawl, "a")
    (answer,) = code_of(crawl, "a")
    assert (answer.status, answer.body) == (200, SCRIPT.encode())
    assert answer.headers == {"content-type": "text/javascript; charset=utf-8"}


def test_a_page_that_is_closed_takes_no_script_from_others_that_wait_for_it() -> None:
    crawl = Crawl(a=(200, {}, SCRIPT.encode()))

    async def close_one() -> Any:
        closed, other = (asyncio.create_task(crawl.host.code_of(f"{BASE}/a", {})) for _ in range(2))
        await asyncio.sleep(0)
        closed.cancel()
        return await other

    assert asyncio.run(close_one()).body == SCRIPT.encode()


def test_scripts_that_were_not_used_lately_are_forgotten_where_there_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(traffic_module, "CODE_BYTES", 25)
    crawl = Crawl(**{name: (200, {}, b"x" * 10) for name in "abc"})
    for name in "abac":
        code_of(crawl, name)
    assert [url[-1] for url in crawl.host.code] == ["a", "c"]


class PageRequest(SimpleNamespace):
    """What Playwright tells of a request."""

    def __init__(self, path: str, kind: str = "fetch", method: str = "GET", **headers: str):
        url = path if "//" in path else f"{BASE}/{path}"
        super().__init__(url=url, resource_type=kind, method=method, headers=headers)
        self.frame = SimpleNamespace(parent_frame=None)
        self.post_data_buffer = None

    def is_navigation_request(self) -> bool:
        return bool(self.resource_type == "document")


class Route:
    """What became of a request."""

    def __init__(self) -> None:
        self.done = ""

    async def abort(self, code: str) -> None:
        self.done = code

    async def fulfill(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.done = f"{status} {body.decode()}"


def handled(crawl: Crawl, *requests: PageRequest) -> tuple[list[str], Traffic]:
    """What became of the requests of one page, one after another."""
    own_time = OwnTime(60)
    traffic: Any = Traffic(page("<p>题"), crawl.host, own_time)
    routes = [Route() for _ in requests]
    stood_still = []

    async def download(request: Request) -> Response:
        stood_still.append(own_time.stands_still)
        return await crawl.download(request)

    async def handle() -> None:
        for route, request in zip(routes, requests, strict=True):
            await traffic.handle(route, request)

    crawl.host.download = download
    asyncio.run(handle())
    assert all(stood_still)
    assert not own_time.stands_still
    assert traffic.answered == len(requests)
    return [route.done for route in routes], traffic


@pytest.mark.parametrize(
    ("request_", "done", "failures"),
    [
        (PageRequest("a"), "200 {}", 0),
        (PageRequest("busy"), "503 ", 1),
        (PageRequest("limited"), "429 ", 1),
        (PageRequest("busy", "script"), "503 ", 1),
        (PageRequest("a", "script"), "200 {}", 0),
        (PageRequest("gone"), "404 ", 0),
        (PageRequest("broken"), "failed", 1),
        (PageRequest("forbidden"), "blockedbyclient", 1),
        (PageRequest("forbidden", "script"), "blockedbyclient", 1),
        (PageRequest("deep"), "blockedbyclient", 1),
        (PageRequest("circle"), "blockedbyclient", 1),
        (PageRequest("a", method="PUT"), "blockedbyclient", 0),
        (PageRequest("a", "image"), "blockedbyclient", 0),
        (PageRequest(ELSEWHERE, "script"), "blockedbyclient", 0),
        (PageRequest(ELSEWHERE), "blockedbyclient", 0),
    ],
)
def test_what_a_host_fails_to_give_is_told_from_what_a_page_may_not_have(
    request_: PageRequest, done: str, failures: int
) -> None:
    crawl = Crawl(
        a=DONE,
        busy=(503, {}, b""),
        limited=(429, {}, b""),
        gone=(404, {}, b""),
        broken=OSError("connection reset"),
        forbidden=IgnoreRequest("Forbidden by robots.txt"),
        deep=IgnoreRequest("too deep"),
        circle=redirect("circle"),
    )
    became, traffic = handled(crawl, request_)
    assert (became, traffic.failures) == ([done], failures)
    assert traffic.missing_scripts == (request_.resource_type == "script" and done != "200 {}")


def test_a_page_makes_so_many_requests_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traffic_module, "MAX_REQUESTS", 2)
    crawl = Crawl(a=DONE)
    became, _ = handled(crawl, *(PageRequest("a") for _ in range(3)))
    assert became == ["200 {}", "200 {}", "blockedbyclient"]
    assert crawl.count("aborted/too_many") == 1


def test_headers_that_are_the_crawls_to_set_are_not_the_pages() -> None:
    crawl = Crawl(a=DONE)
    theirs = {"cookie": "a=1", "user-agent": "Chrome", "sec-ch-ua": "Chrome", "x-page": "2"}
    handled(crawl, PageRequest("a", **theirs))
    (asked,) = crawl.asked
    assert asked.headers.to_unicode_dict() == {"X-Page": "2"}


def test_a_page_gets_the_document_that_was_fetched_and_a_frame_in_it_none() -> None:
    crawl = Crawl()
    inner = PageRequest("inner", "document")
    inner.frame.parent_frame = inner.frame
    became, _ = handled(crawl, PageRequest("xwzx/szxw/", "document"), inner)
    assert became == ["200 <p>题", "blockedbyclient"]
    assert not crawl.asked


def test_a_page_whose_list_is_grown_stays_where_it_is() -> None:
    crawl = Crawl(a=DONE)
    documents = [PageRequest("a", "document") for _ in range(2)]
    form = PageRequest("a", "document", "POST")
    became, traffic = handled(crawl, *documents, form)
    assert became == ["200 <p>题", "200 {}", "aborted"]
    traffic.may_navigate = False
    route: Any = Route()
    asyncio.run(traffic.handle(route, documents[0]))  # type: ignore[arg-type]
    assert route.done == "aborted"
