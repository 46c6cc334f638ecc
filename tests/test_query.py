"""Questions: what a user types is data, and filters mean Beijing days."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tsnet.archive_command import FILTERS
from tsnet.store.query import (
    MAX_LENGTH,
    MAX_TERMS,
    FilterArguments,
    Filters,
    QueryError,
    parse,
)
from tsnet.text.beijing import BEIJING


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("", (), ()),
        ("大气污染", ("大气污染",), ()),
        ("大氣　污染 大气", ("大气", "污染"), ()),
        ('"大气 污染" 会议', ("大气 污染", "会议"), ()),
        ("“大气污染” 「会议」", ("大气污染", "会议"), ()),
        ("会议 -煤炭 －石油 -“清洁 能源”", ("会议",), ("煤炭", "石油", "清洁 能源")),
        ('会议 "没有 关上', ("会议", "没有 关上"), ()),
        ("天山网—新疆日报", ("天山网—新疆日报",), ()),
        ("天山网-新疆日报", ("天山网-新疆日报",), ()),
        ("GDP ＧＤＰ gdp", ("gdp",), ()),
        ("   ", (), ()),
        ("🐪 ， 骆驼", ("骆驼",), ()),
        ("新\0疆\udcff", ("新", "疆"), ()),
        ("$where: {$ne: 1} .* (a|b)", ("$where", "{$ne", "1}", "(a|b)"), ()),
        ("会议, 旅游。", ("会议", "旅游"), ()),
        ("会议、旅游；煤炭…石油", ("会议", "旅游", "煤炭", "石油"), ()),
        ("会议，-旅游、煤炭", ("会议", "煤炭"), ("旅游",)),
        ("“会议、旅游，” 3.", ("会议、旅游,", "3"), ()),
        ("1,200万 １，２００万 3.5% 19:38", ("1,200万", "3.5%", "19:38"), ()),
        ("第1,第2 xinjiang，china", ("第1", "第2", "xinjiang", "china"), ()),
        (
            "来源:天山网 https://m.euiu.cn/a_1.shtml",
            ("来源", "天山网", "https://m.euiu.cn/a_1.shtml"),
            (),
        ),
        ("加孜拉·泥斯拜克 《会议》", ("加孜拉·泥斯拜克", "《会议》"), ()),
        ("cafe\u0301", ("café",), ()),
        ("刘 翔", ("刘", "翔"), ()),
        ("\ufeff会\u200b议\u2028\u200b-旅游 “高质量\xad 发展”", ("会议", "高质量 发展"), ("旅游",)),
        ("“ 会议 \u200b 旅游 ”", ("会议 旅游",), ()),
        ("会议 会议", ("会议",), ()),
        ("-会议", (), ("会议",)),
        ("-会议 会议", ("会议",), ("会议",)),
        ("65010202000013号", ("65010202000013号",), ()),
    ],
)
def test_words_phrases_and_exclusions_are_read(
    typed: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    question = parse(typed)
    assert question.wanted == wanted
    assert question.unwanted == unwanted


def words(count: int) -> str:
    """So many words, of which every other is unwanted."""
    return " ".join(f"{'-' * (number % 2)}{number}" for number in range(count))


@pytest.mark.parametrize("typed", ["字" * (MAX_LENGTH + 1), words(MAX_TERMS + 1)])
def test_a_question_that_nobody_types_is_refused(typed: str) -> None:
    with pytest.raises(QueryError, match="write at most"):
        parse(typed)


@pytest.mark.parametrize("typed", ["字" * MAX_LENGTH, words(MAX_TERMS)])
def test_a_question_of_the_greatest_length_is_read(typed: str) -> None:
    assert parse(typed).wanted


@pytest.mark.parametrize("typed", ['- -- " "" ， *', "。，！", ".*", "😀", "-"])
def test_signs_alone_are_refused_rather_than_taken_for_every_article(typed: str) -> None:
    with pytest.raises(QueryError, match="write a character, word or number"):
        parse(typed)


@pytest.mark.parametrize("typed", [None, 2025, {"$gt": ""}])
def test_a_question_that_is_no_text_is_refused(typed: Any) -> None:
    with pytest.raises(QueryError, match="write text"):
        parse(typed)


@given(st.text(max_size=80).filter(lambda typed: any(map(str.isalnum, typed))))
def test_any_text_with_a_letter_is_a_question(typed: str) -> None:
    question = parse(typed)
    assert question.wanted or question.unwanted
    for term in (*question.wanted, *question.unwanted):
        assert any(character.isalnum() for character in term)
        assert parse(f'"{term}"').wanted == (term,)


@pytest.mark.parametrize("day", ["2025-03-18", date(2025, 3, 18)])
def test_days_are_beijing_days_and_inclusive(day: str | date) -> None:
    filters = Filters(since=day, until=day)
    assert filters.mongo["published_at"] == {
        "$gte": datetime(2025, 3, 17, 16, tzinfo=timezone.utc),
        "$lt": datetime(2025, 3, 18, 16, tzinfo=timezone.utc),
    }


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [("2025-03", "2025-05", 92), ("2024", "2024", 366), ("2024-02", "2024-02", 29)],
)
def test_a_month_or_a_year_stands_for_all_its_days(since: str, until: str, days: int) -> None:
    published = Filters(since=since, until=until).mongo["published_at"]
    assert published["$lt"] - published["$gte"] == timedelta(days=days)
    assert f"{published['$gte'].astimezone(BEIJING):%Y-%m-%d %H:%M}"[:7] in (since, "2024-01")


@pytest.mark.parametrize("until", ["2025-03-18T09:30:00+00:00", "2025-03-18T09:30:00Z"])
def test_a_moment_without_a_zone_is_beijing_time(until: str) -> None:
    filters = Filters(since=datetime(2025, 3, 18, 8), until=until)
    assert filters.mongo["published_at"]["$gte"] == datetime(2025, 3, 18, tzinfo=timezone.utc)
    end = datetime(2025, 3, 18, 9, 30, tzinfo=timezone.utc)
    # The moment itself, in the milliseconds of MongoDB, is among what is asked for.
    assert filters.mongo["published_at"]["$lt"] == end + timedelta(milliseconds=1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "18.3.2025"},
        {"until": "2025-02-30"},
        {"since": "yesterday"},
        {"since": "20250318"},
        {"since": "2025-13"},
        {"until": "2025-3"},
        {"until": "２０２５-03-18"},
        {"since": "0000"},
        {"since": "2025-03-18", "until": "2025-03-17"},
        {"channel": {"$ne": 1}},
        {"reporter": ["刘翔"]},
        {"source": 3},
        {"source": "日报\udcff"},
        {"since": 2025},
        {"until": ["2025-03-18"]},
        {"since": pandas.NaT},
        {"original": "no"},
        {"duplicates": None},
    ],
)
def test_a_filter_of_another_kind_is_refused_by_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(QueryError, match=next(iter(wrong))):
        Filters(**wrong)


@pytest.mark.parametrize("moment", [datetime.min, datetime.max])
def test_the_ends_of_the_calendar_are_moments(moment: datetime) -> None:
    assert Filters(since=moment).mongo["published_at"]
    assert Filters(until=moment).mongo["published_at"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days(day: str) -> None:
    assert Filters(since=day, until=day).mongo["published_at"]


def test_filters_are_values_and_no_operators() -> None:
    mongo = Filters(channel="$where", source="$ne", reporter="a.b", original=False).mongo
    assert mongo == {
        "channel": {"$eq": "$where"},
        "source": {"$eq": "$ne"},
        "reporters": {"$eq": "a.b"},
        "original": False,
    }


def test_numpys_truth_is_truth() -> None:
    original: Any = pandas.Series([True]).to_numpy()[0]
    assert Filters(original=original).mongo == {"original": True}
    assert type(Filters(original=original).mongo["original"]) is bool


def test_a_channel_may_be_named_in_chinese() -> None:
    assert Filters(channel="时政").mongo == {"channel_name": {"$eq": "时政"}}


def test_type_checkers_and_the_command_line_know_the_same_filters() -> None:
    known = {field.name: field.type for field in fields(Filters) if field.init}
    types = FilterArguments.__annotations__.items()
    assert {name: kind.__forward_arg__ for name, kind in types} == known
    assert set(FILTERS) == known.keys()
