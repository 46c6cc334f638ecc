"""Requests, and what workers have found, on their way through Redis."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.statscollectors import StatsCollector
from scrapy.utils.request import request_from_dict
from scrapy.utils.test import get_crawler

from tests.loopback import Received
from tests.small_spider import SmallSpider
from tsnet.distributed import request_codec
from tsnet.distributed.findings import Findings
from tsnet.extensions.jobdir import JobDirectory
from tsnet.items import Image
from tsnet.spiders.tianshan import TianshanSpider
from tsnet.terminal import shown


def test_a_request_comes_back_as_it_was() -> None:
    spider = SmallSpider()
    request = Request(
        "http://127.0.0.1/页",
        spider.parse_page,
        method="POST",
        body=b"\x00\xff",
        headers={"If-None-Match": '"a"'},
        priority=3,
        meta={"seen": {1, 2}, "depth": 4},
        cb_kwargs={"day": date(2025, 1, 23), "image": Image("http://127.0.0.1/a.jpg")},
    )
    encoded = request_codec.dumps(request.to_dict(spider=spider))
    assert request_from_dict(request_codec.loads(encoded), spider=spider).to_dict(
        spider=spider
    ) == request.to_dict(spider=spider)


def test_each_worker_learns_what_all_have_found() -> None:
    def crawler() -> Any:
        spider = TianshanSpider(base_url="http://127.0.0.1:9")
        return SimpleNamespace(spider=spider, stats=StatsCollector(get_crawler()))

    first, second, third = crawler(), crawler(), crawler()
    first.stats.set_stats({"tsnet/listings": 2, "tsnet/links": 0})
    first.spider.channels.failed.add("xwzx/szxw")
    first.spider.channels.newest["xwzx/jjxw"] = date(2025, 1, 23)
    first.spider.channels.listed["xwzx/jjxw"] = 9
    second.spider.channels.read_to_end.add("xwzx/jjxw")
    second.spider.channels.newest["xwzx/jjxw"] = date(2024, 12, 31)
    second.spider.channels.listed["xwzx/jjxw"] = 20
    second.stats.inc_value("spider_exceptions/count")
    found: dict[str, str] = {}
    for worker in (first, second):
        for name, value in Findings(worker).mine().items():
            found[name] = max(value, found.get(name, ""))
    Findings(third).take_over(found)
    assert third.stats.get_stats() == {"tsnet/run/listings": True, "tsnet/run/raised": True}
    assert third.spider.channels.failed == {"xwzx/szxw"}
    assert third.spider.channels.read_to_end == {"xwzx/jjxw"}
    assert third.spider.channels.newest == {"xwzx/jjxw": date(2025, 1, 23)}
    assert third.spider.channels.listed == {"xwzx/jjxw": 20}


class _Calls:
    def __init__(self, callable_: Callable[..., Any], *args: object):
        self._reduced = (callable_, args)

    def __reduce__(self) -> tuple[Any, ...]:
        return self._reduced


FOREIGN = (print, shown, JobDirectory, Received)
"""A function, one of the project, a class of it that holds no values, and a dataclass of others."""


@pytest.mark.parametrize(
    "queued",
    [
        pickle.dumps(_Calls(print, "hello")),
        pickle.dumps({"url": "http://127.0.0.1/", "meta": {"x": _Calls(Path, "/")}}),
        pickle.dumps({"url": "http://127.0.0.1/", "_class": "subprocess.Popen"}),
        pickle.dumps({"url": "http://127.0.0.1/", "_class": 7}),
        *(pickle.dumps({"url": "http://127.0.0.1/", "meta": {"x": one}}) for one in FOREIGN),
        pickle.dumps({"no": "url"}),
        pickle.dumps([1]),
        b"",
        b"\x80\x05broken",
    ],
)
def test_what_is_no_request_is_refused_and_runs_nothing(queued: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError):
        request_codec.loads(queued)


@pytest.mark.parametrize("value", [lambda: None, *FOREIGN])
def test_a_request_that_cannot_travel_is_refused_by_its_address(value: Any) -> None:
    with pytest.raises(TypeError, match=r"127\.0\.0\.1/x can't be queued"):
        request_codec.dumps({"url": "http://127.0.0.1/x", "meta": {"f": value}})
