"""The arguments of a crawl: what is read from them, and how a wrong one is told."""

from __future__ import annotations

from datetime import date

import pytest

from tsnet.arguments import ArgumentError, CrawlArguments


@pytest.mark.parametrize(
    ("given", "field", "expected"),
    [
        ({}, "base_url", "https://m.euiu.cn"),
        ({"base_url": "https://www.ts.cn/"}, "base_url", "https://www.ts.cn"),
        ({"base_url": "http://127.0.0.1:8000"}, "base_url", "http://127.0.0.1:8000"),
        ({"base_url": "http://[::1]:8000/"}, "base_url", "http://[::1]:8000"),
        ({"base_url": "HTTPS://M.EUIU.CN"}, "base_url", "https://m.euiu.cn"),
        ({"base_url": "http://新闻.cn"}, "base_url", "http://xn--efvy88h.cn"),
        ({}, "channels", ()),
        ({"channels": "szxw,jjxw"}, "channels", ("szxw", "jjxw")),
        ({"channels": " xwzx/szxw , /xwzx/jjxw/,szxw,szxw"}, "channels",
         ("xwzx/szxw", "xwzx/jjxw", "szxw")),
        ({"since": "2025-01-23"}, "since", date(2025, 1, 23)),
        ({"until": "2025-01-23"}, "until", date(2025, 1, 23)),
        ({"since": "2024-02"}, "since", date(2024, 2, 1)),
        ({"until": "2024-02"}, "until", date(2024, 2, 29)),
        ({"until": "2024"}, "until", date(2024, 12, 31)),
        ({"since": ""}, "since", None),
        ({"max_pages": "3"}, "max_pages", 3),
        ({"max_pages": "1"}, "max_pages", 1),
        ({"max_pages": "007"}, "max_pages", 7),
        ({}, "full", False),
        ({"full": "1"}, "full", True),
        ({"full": "0"}, "full", False),
        ({"render": "never"}, "render", "never"),
        ({"_job": "26a1", "since": "2025-01-23"}, "since", date(2025, 1, 23)),
    ],
)  # fmt: skip
def test_an_argument_is_read(given: dict[str, str], field: str, expected: object) -> None:
    assert getattr(CrawlArguments.parse(given), field) == expected


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("base_url", "m.euiu.cn", "http"),
        ("base_url", "ftp://m.euiu.cn", "http"),
        ("base_url", "https://m.euiu.cn/xwzx/", "host"),
        ("base_url", "https:///", "host"),
        ("base_url", "https://m.euiu.cn/?page=2", "host"),
        ("base_url", "https://m.euiu.cn/#top", "host"),
        ("base_url", "https://user:secret@m.euiu.cn", "host"),
        ("base_url", "http://127.0.0.1:99999", "host"),
        ("base_url", "http://m..euiu.cn", "host"),
        ("channels", "时政", "codes"),
        ("channels", "szxw,,jjxw", "codes"),
        ("channels", "../etc", "codes"),
        ("since", "yesterday", "date"),
        ("since", "2025-02-30", "date"),
        ("since", "20250123", "date"),
        ("max_pages", "0", "whole number"),
        ("max_pages", "-1", "whole number"),
        ("max_pages", "all", "whole number"),
        ("max_pages", "²", "whole number"),
        ("max_pages", "9" * 20, "whole number"),
        pytest.param("max_pages", "9" * 5000, "whole number", id="of 5000 digits"),
        ("full", "yes", "0 or 1"),
        ("render", "sometimes", "auto"),
        ("chanels", "szxw", "channels"),
    ],
)
def test_a_wrong_argument_is_told_with_its_name_value_and_what_is_allowed(
    name: str, value: str, allowed: str
) -> None:
    with pytest.raises(ArgumentError) as error:
        CrawlArguments.parse({name: value})
    message = str(error.value)
    assert f"{name}={value}" in message
    assert allowed in message
    assert "\n" not in message


def test_since_after_until_is_refused() -> None:
    with pytest.raises(ArgumentError, match="since=2025-02-01: must be no later than until"):
        CrawlArguments.parse({"since": "2025-02-01", "until": "2025-01-01"})


def test_a_single_day_may_be_asked_for() -> None:
    day = CrawlArguments.parse({"since": "2025-01-23", "until": "2025-01-23"})
    assert day.since == day.until == date(2025, 1, 23)
    assert CrawlArguments.parse({"since": "2025-01", "until": "2025-02"}).since == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("channels", "wanted"),
    [("", True), ("szxw", True), ("xwzx/szxw", True), ("jjxw,szxw", True), ("xwzx", False)],
)
def test_channels_are_named_by_code_or_path(channels: str, wanted: bool) -> None:
    assert CrawlArguments.parse({"channels": channels}).wants_channel("xwzx/szxw") is wanted


@pytest.mark.parametrize(
    "given",
    [
        {"channels": "szxw,jjxw", "since": "2025-01-23", "max_pages": "3", "full": "1"},
        {"base_url": "https://www.ts.cn", "until": "2025-01-23", "render": "never"},
    ],
)
def test_arguments_are_shown_as_they_are_given(given: dict[str, str]) -> None:
    shown = str(CrawlArguments.parse(given))
    assert shown == " ".join(f"{name}={value}" for name, value in given.items())
    assert str(CrawlArguments()) == "without arguments"
