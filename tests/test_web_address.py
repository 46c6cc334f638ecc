"""A search as an address, and back."""

from __future__ import annotations

import argparse
import shlex
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.settings import Settings

from tsnet.archive_command import FILTERS
from tsnet.commands.export import Command
from tsnet.web.address import BadParameter, Search
from tsnet.web.languages import LANGUAGES, PHRASES, phrase, preferred

TEXT = st.text(min_size=1, max_size=20).map(str.strip).filter(bool)
DAY = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@given(
    st.builds(
        Search,
        q=st.just("") | TEXT.filter(lambda text: any(map(str.isalnum, text))),
        since=st.none() | DAY.map(lambda day: day.replace(year=2000)),
        until=st.none() | DAY.map(lambda day: day.replace(year=2004)),
        channel=st.none() | TEXT,
        source=st.none() | TEXT,
        reporter=st.none() | TEXT,
        original=st.none() | st.booleans(),
        whole_text=st.booleans(),
        duplicates=st.booleans(),
        sort=st.sampled_from(["relevance", "newest", "oldest"]),
        after=st.none() | DAY.map(lambda day: f"d~0.000000~{day.toordinal()}~t{day:%Y%m%d}_1"),
        lang=st.none() | st.sampled_from(["zh", "en"]),
    )
)
def test_every_search_comes_back_from_its_address(search: Search) -> None:
    query = urlsplit(search.address()).query

    assert Search.read(parse_qsl(query, keep_blank_values=True)) == search


def test_a_search_is_a_command_that_asks_the_same() -> None:
    search = Search(
        q="-旅游 '; rm -rf /",
        since=date(2025, 3, 1),
        channel="szxw",
        source="--x y",
        original=False,
        whole_text=False,
        duplicates=False,
        sort="oldest",
    )
    command = Command()
    command.settings = Settings()
    parser = argparse.ArgumentParser()
    command.add_options(parser)

    scrapy, export, *words = shlex.split(search.command())
    options = parser.parse_args(words[: words.index("--")])

    assert (scrapy, export, words[-1]) == ("scrapy", "export", search.q)
    chosen = {name: value for name, value in search.question().items() if name in FILTERS}
    assert {**command.filters(options), "since": date.fromisoformat(options.since)} == chosen
    assert (options.headlines, options.oldest, options.out) == (True, True, "articles.csv")
    assert Search().command() == "scrapy export --out articles.csv"


def test_what_says_nothing_is_left_out_of_the_address() -> None:
    given = [("q", "  "), ("since", ""), ("sort", "relevance"), ("whole_text", "1"), ("x", "y")]

    assert Search.read(given).address() == "/"


def test_another_search_begins_at_its_first_page_and_another_language_does_not() -> None:
    search = Search(q="大气", after="key")

    assert "after" not in search.address(channel="szxw")
    assert "after=key" in search.address(lang="en")
    assert "after=key" in search.address("/article/t20250101_1")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("since", "2025-13-01"),
        ("since", "20250101"),
        ("since", "٢٠٢٥-٠١-٠١"),
        ("until", "yesterday"),
        ("original", "yes"),
        ("whole_text", "2"),
        ("duplicates", "-1"),
        ("sort", "random"),
        ("lang", "fr"),
        ("q", "长" * 1001),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(BadParameter) as raised:
        Search.read([(name, value)])

    assert raised.value.name == name
    for language in LANGUAGES:
        assert phrase(language, raised.value.expected, **raised.value.values)


def test_a_parameter_given_twice_is_refused() -> None:
    with pytest.raises(BadParameter, match="channel"):
        Search.read([("channel", "szxw"), ("channel", "jjxw")])


def test_a_search_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadParameter, match="since"):
        Search.read([("since", "2025-02-01"), ("until", "2025-01-01")])


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9", "en"),
        ("de, en;q=0.7, zh;q=0.3", "en"),
        ("zh;q=0.8, en;q=1", "en"),
        ("fr-FR", "zh"),
        ("en;q=0", "zh"),
        ("en;q=nonsense,zh;q=0.1", "zh"),
        (";;;,,q=1,en", "en"),
    ],
)
def test_the_browsers_language_is_taken_where_there_is_one(header: str, language: str) -> None:
    assert preferred(header) == language


def test_every_phrase_has_the_same_blanks_in_both_languages() -> None:
    import string

    def blanks(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    for name, (chinese, english) in PHRASES.items():
        assert chinese, name
        assert english, name
        assert blanks(chinese) == blanks(english), name
