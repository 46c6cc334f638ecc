"""What the downloader's middlewares make of single answers; paging and crawls show the rest."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler
from twisted.internet.error import ConnectionLost
from twisted.python.failure import Failure
from twisted.web.client import ResponseNeverReceived

from tsnet.middlewares import retry_after
from tsnet.middlewares.compression import WholeBodies
from tsnet.middlewares.meta_refresh import NamedMetaRefresh
from tsnet.middlewares.retry_after import (
    FIRST_GAP,
    FIRST_WAIT,
    LONGEST_WAIT,
    MOST_WAITING,
    RetryAfter,
    _seconds,
)
from tsnet.middlewares.robots_txt import RobotsTxtAnswers
from tsnet.responses import fetch_failure

URL = "http://m.euiu.cn/xwzx/szxw/202501/t20250123_26369128.shtml"
PAGE = "<p>清晨6点，渠首的灯先亮了。</p>".encode() * 50


@pytest.fixture
def crawler() -> Any:
    crawler: Any = get_crawler()
    crawler.spider = SimpleNamespace(crawler=crawler, name="made")
    return crawler


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("0", 0.0),
        (" 17 ", 17.0),
        ("9" * 400, 9_999_999_999.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-1", None),
        ("１２", None),
        ("²", None),
        ("Mon, 01 Jan 2020 99999999999999999999:00:00 GMT", None),
    ],
)
def test_how_long_a_host_wants_to_be_left_alone(said: str, seconds: float | None) -> None:
    encoding = "utf-8" if "１" in said else "latin-1"
    assert _seconds(Response(URL, headers={"Retry-After": said.encode(encoding)})) == seconds


@pytest.mark.parametrize("zone", [timezone.utc, timezone(timedelta(hours=8)), None])
def test_a_host_may_say_when_to_come_back(zone: timezone | None) -> None:
    moment = datetime.now(timezone.utc) + timedelta(hours=1)
    moment = moment.astimezone(zone) if zone else moment.replace(tzinfo=None)
    found = _seconds(Response(URL, headers={"Retry-After": format_datetime(moment)}))
    assert found is not None
    assert 3000 < found <= 3600


@pytest.mark.parametrize(
    ("status", "said", "again"),
    [
        (503, f"{LONGEST_WAIT:.0f}", True),
        (429, f"{LONGEST_WAIT + 1:.0f}", False),
        (503, None, True),
        (500, "3600", True),
        (200, "1", False),
    ],
)
def test_a_host_that_asks_for_long_is_left_to_the_next_run(
    crawler: Any, status: int, said: str | None, again: bool
) -> None:
    retries = RetryAfter.from_crawler(crawler)
    answer = Response(URL, status, headers={"Retry-After": said} if said else {})
    made = asyncio.run(retries.process_response(Request(URL), answer))
    assert isinstance(made, Request) is again
    assert again or made is answer


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What is waited for, in seconds, by a clock that nothing else moves."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(retry_after, "monotonic", lambda: sum(waits))
    monkeypatch.setattr(asyncio, "sleep", sleep)
    return waits


def test_a_host_that_asks_for_time_with_every_answer_is_given_so_much_of_a_run(
    crawler: Any, waited: list[float]
) -> None:
    retries = RetryAfter.from_crawler(crawler)
    refusal = Response(URL, 503, headers={"Retry-After": "20"})
    for _ in range(100):
        asyncio.run(retries.process_response(Request(URL), refusal))
        asyncio.run(retries.process_response(Request(URL), refusal))
        asyncio.run(retries.process_request(Request(URL)))
    assert set(waited) == {20.0}
    assert sum(waited) == MOST_WAITING


def ask(retries: RetryAfter, request: Request, status: int) -> Request | Response:
    """Make a request that is answered so; the answer, or the request to be made again."""
    asyncio.run(retries.process_request(request))
    return asyncio.run(retries.process_response(request, Response(request.url, status)))


def test_a_host_that_does_not_say_how_long_is_left_alone_longer_before_each_try(
    crawler: Any, waited: list[float]
) -> None:
    retries = RetryAfter.from_crawler(crawler)
    made: Request | Response = Request(URL)
    while isinstance(made, Request):
        made = ask(retries, made, 429)
    assert waited == [FIRST_WAIT, 2 * FIRST_WAIT]


def test_a_host_that_refused_is_asked_less_often_until_it_gives_pages_again(
    crawler: Any, waited: list[float]
) -> None:
    retries = RetryAfter.from_crawler(crawler)
    for status in (429, 429, *[200] * 300):
        ask(retries, Request(URL), status)
    wait, *gaps = waited
    assert wait == FIRST_WAIT
    assert max(gaps) > FIRST_GAP
    assert gaps == sorted(gaps, reverse=True)
    assert len(gaps) < 200


def test_a_page_that_fails_between_others_holds_nothing_back(
    crawler: Any, waited: list[float]
) -> None:
    retries = RetryAfter.from_crawler(crawler)
    for status in (503, 200, 503, 200):
        ask(retries, Request(URL), status)
    assert waited == []
    for status in (503, 503, 200):
        ask(retries, Request(URL), status)
    assert waited[0] == FIRST_WAIT


def flipped(stream: bytes, at: int) -> bytes:
    return stream[:at] + bytes([stream[at] ^ 1]) + stream[at + 1 :]


STREAM = gzip.compress(PAGE, mtime=0)


@pytest.mark.parametrize(
    ("stream", "whole"),
    [
        (STREAM, True),
        (STREAM + b"\0" * 8, True),
        (STREAM[:-1], False),
        (STREAM[:-9], False),
        (STREAM[: len(STREAM) // 2], False),
        (flipped(STREAM, len(STREAM) - 2), False),
    ],
    ids=["whole", "padded", "a byte cut", "trailer cut", "half", "another length"],
)
def test_a_gzip_stream_that_is_cut_is_asked_for_again(
    crawler: Any, stream: bytes, whole: bool
) -> None:
    def answer_to(request: Request) -> Request | Response:
        # Scrapy takes the header away from the answer that it decompresses.
        answer = Response(URL, body=stream, headers={"Content-Encoding": "GZip"})
        return WholeBodies(crawler=crawler).process_response(request, answer)

    first = answer_to(Request(URL))
    if whole:
        assert isinstance(first, Response)
        assert first.body == PAGE
    else:
        assert isinstance(first, Request)
        with pytest.raises(ResponseDataLossError):
            answer_to(Request(URL, meta={"retry_times": 99}))


_RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
RAW_DEFLATE = _RAW.compress(PAGE) + _RAW.flush()


@pytest.mark.parametrize("stream", [zlib.compress(PAGE), RAW_DEFLATE], ids=["zlib", "raw"])
def test_a_deflated_stream_that_is_cut_is_asked_for_again(crawler: Any, stream: bytes) -> None:
    def answer_to(body: bytes) -> Request | Response:
        # A proxy may compress what was compressed before.
        headers = {"Content-Encoding": "identity, deflate"}
        answer = Response(URL, body=body, headers=headers)
        return WholeBodies(crawler=crawler).process_response(Request(URL), answer)

    whole = answer_to(stream)
    assert isinstance(whole, Response)
    assert whole.body == PAGE
    assert isinstance(answer_to(stream[: len(stream) * 2 // 3]), Request)


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        (PAGE + b"</body></HTML>", True),
        (PAGE + b"</html>" + b"<div style='display: none'></div>" * 99, True),
        (PAGE, False),
        (b"</html>" + PAGE * 9, False),
    ],
    ids=["closed", "boxes below", "not closed", "closed before"],
)
def test_a_page_of_a_wrong_length_is_asked_for_again_unless_it_has_its_end(
    crawler: Any, page: bytes, whole: bool
) -> None:
    answer = Response(URL, body=page, flags=["dataloss"])
    made = WholeBodies(crawler=crawler).process_response(Request(URL), answer)
    assert isinstance(made, Response) is whole


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_an_answer_that_sends_nothing_is_whole_whatever_it_names(
    crawler: Any, encoding: str
) -> None:
    answer = Response(URL, 304, headers={"Content-Encoding": encoding})
    made = WholeBodies(crawler=crawler).process_response(Request(URL), answer)
    assert isinstance(made, Response)


def test_other_bodies_are_left_as_they_are(crawler: Any) -> None:
    answer = Response(URL, body=STREAM[:-1])
    assert WholeBodies(crawler=crawler).process_response(Request(URL), answer) is answer


@pytest.mark.parametrize("before", [0, 4000])
def test_a_page_that_leads_elsewhere_is_a_redirect_to_whoever_follows_them(
    crawler: Any, before: int
) -> None:
    leads = NamedMetaRefresh.from_crawler(crawler)
    html = " " * before + "<META HTTP-EQUIV=REFRESH content='0; url=/a.shtml'>"
    page = HtmlResponse(URL, body=html.encode(), headers={"ETag": "x"})
    by_scrapy = leads.process_response(Request(URL), page)
    assert isinstance(by_scrapy, Request)
    assert by_scrapy.url == "http://m.euiu.cn/a.shtml"
    asked = Request(URL, meta={"handle_httpstatus_list": [302]})
    own = leads.process_response(asked, page)
    assert isinstance(own, Response)
    assert own.status == 302
    assert (own.headers["Location"], own.headers["ETag"]) == (b"http://m.euiu.cn/a.shtml", b"x")
    for body in (PAGE, PAGE + b"<p>refresh</p>"):
        plain = HtmlResponse(URL, body=body)
        assert leads.process_response(asked, plain) is plain


def test_what_twisted_wraps_is_told_in_words_of_articles_and_of_robots_txt(crawler: Any) -> None:
    error = ResponseNeverReceived([Failure(ConnectionLost())])  # type: ignore[no-untyped-call]
    lost = "Connection to the other side was lost in a non-clean fashion."
    failure = Failure(error)  # type: ignore[no-untyped-call]
    assert fetch_failure(failure).detail == f"ResponseNeverReceived: {lost}"
    request = Request("http://m.euiu.cn/robots.txt", meta={"dont_obey_robotstxt": True})
    assert RobotsTxtAnswers(crawler).process_exception(request, error)
    told = crawler.stats.get_value("tsnet/robots_txt/failure")
    assert told.endswith(f"could not be fetched ({lost})")
