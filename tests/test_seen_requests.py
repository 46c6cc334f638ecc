"""The set of requests that were made lies in the job directory."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from scrapy import Request
from scrapy.dupefilters import RFPDupeFilter
from scrapy.utils.request import RequestFingerprinter

from tsnet.seen_requests import DiskDupeFilter


def request(number: int) -> Request:
    return Request(f"http://m.euiu.cn/xwzx/szxw/202501/t20250123_{number}.shtml")


def seen_set(path: Path | None) -> DiskDupeFilter:
    return DiskDupeFilter(str(path) if path else None, fingerprinter=RequestFingerprinter())


def test_a_request_is_seen_once_it_was_made(tmp_path: Path) -> None:
    seen = seen_set(tmp_path)
    assert not seen.request_seen(request(1))
    assert seen.request_seen(request(1))
    assert seen.request_seen(Request(request(1).url + "#part"))
    assert not seen.request_seen(Request(request(1).url, method="POST"))
    assert not seen.request_seen(request(2))
    seen.close("finished")


def test_the_next_run_goes_on_with_what_the_last_one_saw(tmp_path: Path) -> None:
    first = seen_set(tmp_path)
    assert not first.request_seen(request(1))
    first.close("shutdown")
    second = seen_set(tmp_path)
    assert second.request_seen(request(1))
    assert not second.request_seen(request(2))
    second.close("shutdown")


def test_without_a_job_directory_it_is_scrapys_own() -> None:
    seen = seen_set(None)
    assert not seen.request_seen(request(1))
    assert seen.request_seen(request(1))
    seen.close("finished")


def test_the_set_takes_no_memory(tmp_path: Path) -> None:
    def taken(seen: RFPDupeFilter) -> int:
        tracemalloc.start()
        for number in range(5_000):
            seen.request_seen(request(number))
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        seen.close("finished")
        return size

    in_memory = taken(RFPDupeFilter(fingerprinter=RequestFingerprinter()))
    assert taken(seen_set(tmp_path)) * 10 < in_memory
