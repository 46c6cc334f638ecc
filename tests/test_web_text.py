"""Texts cut into runs, addresses that may become links, differences, months, citations."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tsnet.items import Rights
from tsnet.store.results import Count, Span, StoredArticle
from tsnet.text import differences
from tsnet.web.months import years
from tsnet.web.reading import citation, occurrences, paragraphs, runs, web_address

LETTERS = st.text(alphabet="天山网大气\ufffd\n，a", max_size=40)
SPANS = st.lists(st.builds(Span, st.integers(-3, 45), st.integers(-3, 45)), max_size=6)


@given(LETTERS, SPANS)
def test_runs_hold_the_whole_text_and_each_lost_character_by_itself(
    text: str, marks: list[Span]
) -> None:
    found = runs(text, marks)

    assert "".join(run.text for run in found) == text
    assert all(run.lost == (run.text == "\ufffd") for run in found)
    position = 0
    for run in found:
        inside = [
            any(mark.start <= place < mark.end for mark in marks)
            for place in range(position, position + len(run.text))
        ]
        assert all(one == run.marked for one in inside)
        position += len(run.text)


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("大气污染防治和大气质量", "大气", ["大气", "大气"]),
        ("大气污染防治", "大氣污染", ["大气污染"]),
        ("重点区域大气", '"重点区域" -大气', ["重点区域"]),
        ("没有", "大气", []),
        ("大气", "", []),
        ("大气", "词 " * 200, []),
    ],
)
def test_the_words_of_a_question_are_found_in_a_text(
    text: str, question: str, marked: list[str]
) -> None:
    assert [text[span.start : span.end] for span in occurrences(text, question)] == marked


def test_paragraphs_without_text_are_not_set() -> None:
    assert [[run.text for run in one] for one in paragraphs("一\n\n  \n二")] == [["一"], ["二"]]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " https://m.euiu.cn/",
        "java\nscript:alert(1)",
        "https://m.euiu.cn/\nx",
        "data:text/html,x",
        "//m.euiu.cn/x",
        "/xwzx/",
        "http:///x",
        "http://[::1",
        "https:\\\\m.euiu.cn\\",
        "ftp://m.euiu.cn/",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(text: str | None) -> None:
    assert web_address(text) is None


@pytest.mark.parametrize(
    "text", ["https://www.ts.cn/xwzx/szxw/202501/t20250123_26369128.shtml", "HTTP://m.euiu.cn/新闻"]
)
def test_web_addresses_become_links_as_they_stand(text: str) -> None:
    assert web_address(text) == text


@given(LETTERS, LETTERS)
def test_differences_hold_both_texts(old: str, new: str) -> None:
    passages = differences.compare(old, new)

    def side(kind: str) -> str:
        return "".join(
            piece.text for passage in passages for piece in passage.pieces if piece.kind != kind
        )

    assert side("inserted") == old.replace("\n", "")
    assert side("removed") == new.replace("\n", "")
    assert (old == new) <= (not any(passage.changed for passage in passages))


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        (
            "会议在乌鲁木齐市召开",
            "会议在伊宁市召开",
            [("same", "会议在"), ("removed", "乌鲁木齐"), ("inserted", "伊宁"), ("same", "市召开")],
        ),
        ("同一句话", "同一句话", [("same", "同一句话")]),
        ("", "新的", [("inserted", "新的")]),
        # 的 stands in both by chance: one change, not three.
        ("天气的变化", "气候的影响", [("removed", "天气的变化"), ("inserted", "气候的影响")]),
    ],
)
def test_characters_that_changed_are_shown_in_reading_order(
    old: str, new: str, pieces: list[tuple[str, str]]
) -> None:
    assert [(piece.kind, piece.text) for piece in differences.characters(old, new)] == pieces


def test_very_long_passages_are_compared_whole() -> None:
    old, new = "天" * 3000, "山" * 3000

    assert [piece.kind for piece in differences.characters(old, new)] == ["removed", "inserted"]


def test_months_stand_in_years_with_their_addresses_and_shades() -> None:
    counts = [Count("2024-12", 10), Count("2025-02", 4), Count("", 3), Count("0000-01", 1)]

    table = years(counts, None, None)

    assert [(year.whole.since, year.whole.until, year.whole.count) for year in table] == [
        (date(2025, 1, 1), date(2025, 12, 31), 4),
        (date(2024, 1, 1), date(2024, 12, 31), 10),
    ]
    assert table[0].months[1].since == date(2025, 2, 1)
    assert table[0].months[1].until == date(2025, 2, 28)
    assert [table[1].months[11].level, table[0].months[1].level, table[0].months[0].level] == [
        5,
        2,
        0,
    ]
    assert not any(month.chosen for year in table for month in year.months)


@pytest.mark.parametrize(
    ("since", "until", "chosen"),
    [
        (date(2025, 2, 1), date(2025, 2, 28), ["2025-02"]),
        (date(2025, 11, 30), None, ["2025-11", "2025-12"]),
        (None, date(2025, 1, 1), ["2025-01"]),
    ],
)
def test_the_months_a_search_is_narrowed_to_are_chosen(
    since: date | None, until: date | None, chosen: list[str]
) -> None:
    (year,) = years([Count("2025-02", 1)], since, until)

    assert [month.key for month in year.months if month.chosen] == chosen


def test_a_citation_names_author_title_day_and_original_address() -> None:
    article = StoredArticle(
        id="t20250319_1",
        title="标题",
        url="https://m.euiu.cn/a",
        origin_url="https://www.ts.cn/a",
        published_at=datetime(2025, 3, 18, 20, 0, tzinfo=timezone.utc),
        fetched_at=datetime(2025, 4, 1, 2, 0, tzinfo=timezone.utc),
        reporters=["刘翔", "刘芳"],
        source="天山网",
    )

    assert citation(article) == (
        "刘翔, 刘芳. 标题[EB/OL].(2025-03-19)[2025-04-01]. https://www.ts.cn/a."
    )


def test_a_citation_does_without_what_is_not_known() -> None:
    article = StoredArticle(title="标题", url="https://m.euiu.cn/a", rights=Rights(holder="天山网"))

    assert citation(article) == "天山网. 标题[EB/OL]. https://m.euiu.cn/a."
