from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tsnet.text.dates import find_dates, find_known_date, to_utc


@pytest.mark.parametrize(
    ("text", "raw", "utc"),
    [
        (
            "新疆日报\ufffd024年10月9日 下午1:22",
            "\ufffd024年10月9日 下午1:22",
            "2024-10-09T05:22:00",
        ),
        ("\ufffd999-12-31 08:00", "\ufffd999-12-31 08:00", "1999-12-31T00:00:00"),
        ("2025-03-19 19:38:42   来源", "2025-03-19 19:38:42", "2025-03-19T11:38:42"),
        ("2019年06月03日 11:20 来源", "2019年06月03日 11:20", "2019-06-03T03:20:00"),
        ("发布时间：2019年6月3日11时20分", "2019年6月3日11时20分", "2019-06-03T03:20:00"),
        ("2025/03/19", "2025/03/19", "2025-03-18T16:00:00"),
        ("2025.3.9 08:00", "2025.3.9 08:00", "2025-03-09T00:00:00"),
        (
            "２０２５－０３－１９　１９：３８",
            "２０２５－０３－１９　１９：３８",
            "2025-03-19T11:38:00",
        ),
        ("2025-03-19T19:38:42+08:00", "2025-03-19T19:38:42+08:00", "2025-03-19T11:38:42"),
        ("2025-03-19T11:38:42Z", "2025-03-19T11:38:42Z", "2025-03-19T11:38:42"),
        ("2025年3月19日晚7:38", "2025年3月19日晚7:38", "2025-03-19T11:38:00"),
        ("2025年3月19日 中午1:05", "2025年3月19日 中午1:05", "2025-03-19T05:05:00"),
        ("2025年3月19日 清晨6:10", "2025年3月19日 清晨6:10", "2025-03-18T22:10:00"),
        (
            "2025年3月19日（星期三）下午3:20",
            "2025年3月19日（星期三）下午3:20",
            "2025-03-19T07:20:00",
        ),
        ("2025-03-19 上午12:31", "2025-03-19 上午12:31", "2025-03-18T16:31:00"),
        ("2025-03-19 中午12:31", "2025-03-19 中午12:31", "2025-03-19T04:31:00"),
        ("2025-03-19 19:38分享到", "2025-03-19 19:38", "2025-03-19T11:38:00"),
        ("2025\ufffd03-19 19:38", "2025\ufffd03-19 19:38", "2025-03-19T11:38:00"),
        ("19:38:42 2025-03-19", "19:38:42 2025-03-19", "2025-03-19T11:38:42"),
        ("2025-03-19 时间：19:38", "2025-03-19 时间：19:38", "2025-03-19T11:38:00"),
        ("19:38, 2025-03-19", "19:38, 2025-03-19", "2025-03-19T11:38:00"),
        ("发布时间：07:05 2025年3月19日", "07:05 2025年3月19日", "2025-03-18T23:05:00"),
        ("1970-01-01 08:00:00", "1970-01-01 08:00:00", "1970-01-01T00:00:00"),
        # Summer time was in force in China from 1986 to 1991.
        ("1988-07-01 12:00", "1988-07-01 12:00", "1988-07-01T03:00:00"),
    ],
)
def test_dates_as_pages_write_them_are_read_as_beijing_time(text: str, raw: str, utc: str) -> None:
    found = next(find_dates(text))
    assert found.raw == raw
    assert to_utc(found.at).isoformat() == f"{utc}+00:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3月19日",
        "0991-3532125",
        "2025-02-30",
        "2025-13-01",
        "20250319",
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert not any(find_dates(text))


@pytest.mark.parametrize(
    ("text", "raw", "clock"),
    [
        ("时政 03-19 19:38", "03-19 19:38", "19:38:00"),
        ("2025\x1f03/19", "2025 03/19", "00:00:00"),
        ("03-19\x1f2025", "03-19 2025", "00:00:00"),
        ("03-19\x1f2025\x1f 19:38", "03-19 2025  19:38", "19:38:00"),
        ("19\x1f2025-03", "19 2025-03", "00:00:00"),
        ("日期：20250319", "20250319", "00:00:00"),
        ("25-03-19 19:38", "25-03-19 19:38", "19:38:00"),
        ("March 19, 2025", "March 19, 2025", "00:00:00"),
        ("Mar 19, 2025 19:38", "Mar 19, 2025 19:38", "19:38:00"),
        ("Wed Mar 19 19:38:42 CST 2025", "Wed Mar 19 19:38:42 CST 2025", "19:38:42"),
        ("19 Mar 2025", "19 Mar 2025", "00:00:00"),
        ("二〇二五年三月十九日", "二〇二五年三月十九日", "00:00:00"),
        ("二零二五年三月十九日", "二零二五年三月十九日", "00:00:00"),
    ],
)
def test_a_known_day_is_found_in_notations_that_alone_are_doubtful(
    text: str, raw: str, clock: str
) -> None:
    found = find_known_date(text, date(2025, 3, 19))
    assert found is not None
    assert (found.raw, found.at.isoformat()[:19]) == (raw, f"2025-03-19T{clock}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3-19",
        "2025年3月",
        "20250320",
        "20250319001",
        "t20250319_26369128",
        "250319",
        "19 2025-04",
    ],
)
def test_another_day_or_a_number_is_not_the_known_day(text: str) -> None:
    assert find_known_date(text, date(2025, 3, 19)) is None


def test_an_impossible_time_makes_no_date() -> None:
    assert not any(find_dates("2025-03-19 25:61:00"))


@given(st.text(alphabet="0123456789-/.年月日时分:： TZ+上下午\x1f\ufffd（星期三）", max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end].replace("\x1f", "").strip().startswith(found.raw[:1])
