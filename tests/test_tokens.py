"""Search tokens: what is in a text has its tokens there, and offsets survive folding."""

from __future__ import annotations

import re
import struct
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymongo.database import Database

from tsnet.store.filing import file_texts
from tsnet.text.snippets import marks, snippet
from tsnet.text.tokens import count_tokens, fold, needed, pattern, tokens

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "天山网新疆日报会議会议刘劉翔 \n，。-（）025aAbＡ２①㈱㊀𠮷々é\ufffd\ue000$.*"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("，。 \n", []),
        ("大气污染", ["大气", "染$", "气污", "污染"]),
        ("大氣汙染", tokens("大气污染")),
        ("天山网-新疆", ["天山", "山网", "新疆", "疆$", "网$"]),
        ("G7京新，g７", ["g7", "京新", "新$"]),
        ("2025年", ["2025", "年$"]),
        ("刘\n翔", ["刘$", "翔$"]),
        ("NaN ÉTÉ", ["nan", "été"]),
        ("x" * 100, ["x" * 64]),
    ],
)
def test_tokens_are_pairs_of_characters_and_whole_words(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("陝西的衛生", "陕西的卫生"),
        ("陜西的衞生", "陕西的卫生"),  # a mirror's form, and Hong Kong's
        ("屋簷，麻痺，粽與糭", "屋檐，麻痹，粽与粽"),
        ("薴 苧", "苎 苎"),  # in two steps
        ("\U0002f81a", "冬"),
        ("ⅳ級 Ⅳ级", "Ⅳ级 Ⅳ级"),
        ("著名，乾隆，什么", "著名，干隆，什么"),
    ],
)
def test_however_a_character_is_written_it_is_the_same(traditional: str, simplified: str) -> None:
    assert fold(traditional) == fold(simplified)
    assert tokens(traditional) == tokens(simplified)


def test_tokens_are_counted() -> None:
    assert count_tokens("会议会议，会议") == {"会议": 3, "议会": 1, "议$": 2}


@given(TEXTS)
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)  # the first call builds the tables of all characters
@given(st.lists(TEXTS, max_size=6))
def test_filing_many_texts_finds_the_tokens_of_each(texts: list[str]) -> None:
    expected: dict[str, list[int]] = {}
    frequent: dict[str, list[int]] = {}
    for number, text in enumerate(texts, 100):
        for token, times in count_tokens(text).items():
            expected.setdefault(token, []).append(number)
            if times >= 2:
                frequent.setdefault(token, []).append(number)
    filed = file_texts(texts, 100, 2)
    for answer, right in ((filed.all, expected), (filed.frequent, frequent)):
        found = [(token, list(struct.unpack(f"<{len(n) // 4}I", n))) for token, n in answer]
        assert found == sorted(right.items())


@given(TEXTS, st.integers(0, 60), st.integers(1, 12))
def test_a_piece_of_a_text_is_found_by_its_tokens(text: str, start: int, length: int) -> None:
    term = " ".join(fold(text[start : start + length]).split())
    if not any(character.isalnum() for character in term):
        return
    need = needed(term)
    there = set(tokens(text))
    matches = re.search(pattern(term), text) is not None
    has = set(need.tokens) <= there and (
        need.prefix is None or any(token.startswith(need.prefix) for token in there)
    )
    assert has or not matches
    if need.exact:
        assert has == matches
    whole_words = re.search(r"(?<![^\W_])" + re.escape(term) + r"(?![^\W_])", fold(text))
    assert matches or not whole_words


@pytest.mark.parametrize("length", [63, 64, 65])
def test_a_word_is_not_taken_for_a_longer_one_that_begins_with_it(length: int) -> None:
    need = needed("x" * length)
    longer = tokens("x" * (length + 1))
    assert re.search(pattern("x" * length), "x" * (length + 1)) is None
    assert not (need.exact and set(need.tokens) <= set(longer))


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("5", "2025年", False),
        ("2025", "2025年", True),
        ("2025", "(２０２５)", True),
        ("会议", "這次會議", True),
        ("a b", "A\n B", True),
        (".*", "任何", False),
        ("g7", "G7京新高速", True),
        ("刘", "劉翔", True),
    ],
)
def test_patterns_find_whole_words_and_parts_of_chinese(
    term: str, text: str, found: bool, database: Database[dict[str, Any]]
) -> None:
    assert (re.search(pattern(term), text) is not None) is found
    database.plain.insert_one({"text": text})
    assert database.plain.count_documents({"text": {"$regex": pattern(term, pcre=True)}}) == found


def test_mongodb_finds_what_python_finds(database: Database[dict[str, Any]]) -> None:
    texts = [
        "天山网-新疆日报讯",
        "GDP增长5.5%",
        "gdp",
        "ＧＤＰ",
        "xGDP",
        "été ÉTÉ",
        "劉翔、刘翔",
        "ئۇيغۇر تىلى",
        "①②5",
        "55",
        "𠮷野",
        "乾隆 干燥",
        "a_b a.b",
        *(f"天山{space}网" for space in filter(str.isspace, map(chr, range(1, 0x3001)))),
    ]
    database.plain.insert_many({"_id": text} for text in texts)
    for term in [
        "gdp",
        "5",
        "刘翔",
        "été",
        "ئۇيغۇر",
        "𠮷",
        "干",
        "a.b",
        "a",
        "网-新",
        "天山 网",
        "1",
        "55",
        "b",
    ]:
        expected = {text for text in texts if re.search(pattern(term), text)}
        condition = {"_id": {"$regex": pattern(term, pcre=True)}}
        assert {one["_id"] for one in database.plain.find(condition)} == expected, term


def test_a_snippet_shows_most_of_what_was_asked() -> None:
    text = (
        "开头一句。" * 30
        + "自治区召开大气污染防治会议，研究空气质量。"
        + "结尾一句。" * 30
        + "会议"
    )
    patterns = [re.compile("会议"), re.compile("大气污染")]
    shown, ranges = snippet(text, patterns, width=40)
    assert shown.startswith("…自治区召开")
    assert shown.endswith("…")
    assert [shown[start:end] for start, end in ranges] == ["大气污染", "会议"]


def test_a_snippet_of_a_text_without_the_words_is_its_beginning() -> None:
    assert snippet("短文", [re.compile("没有")]) == ("短文", [])


def test_overlapping_matches_are_marked_once() -> None:
    assert marks("大气污染", [re.compile("大气污"), re.compile("污染")]) == [(0, 4)]


@given(TEXTS, TEXTS, st.integers(5, 30))
def test_marks_lie_inside_the_snippet(text: str, word: str, width: int) -> None:
    patterns = [re.compile(re.escape(one)) for one in word.split()]
    shown, ranges = snippet(text, patterns, width)
    assert len(shown) <= width + 2
    assert "\n" not in shown
    last = 0
    for start, end in ranges:
        assert last <= start < end <= len(shown)
        last = end
