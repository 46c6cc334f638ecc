"""Which links of a listing lead to its other pages, by address and label alone."""

from __future__ import annotations

import pytest

from tsnet.site.page_links import PagerLinks, is_next_elsewhere, numbered_pages

OWN = "https://m.euiu.cn/xwzx/szxw/"


@pytest.mark.parametrize(
    ("path", "text", "leads_on"),
    [
        ("/list.jsp?channel=7&page=2", "下一页", True),
        ("/list.jsp?channel=7&page=2", "»", False),
        ("/archive/xwzx/szxw/index_1.shtml", "下一页", True),
        ("/archive/xwzx/szxw/", "下一页", False),
        ("/xwzx/jjxw/index_1.shtml", "下一页", False),
    ],
)
def test_a_link_elsewhere_is_the_next_page_in_words_and_where_no_list_begins(
    path: str, text: str, leads_on: bool
) -> None:
    assert is_next_elsewhere(f"https://m.euiu.cn{path}", text, "xwzx/szxw") is leads_on


@pytest.mark.parametrize(
    ("address", "numbers", "own", "current"),
    [
        ("?page={}", {1: 1, 2: 2}, "", 1),  # two links are enough
        ("?page={}", {2: 1, 3: 2}, "", 1),
        ("?start={}", {1: 0, 2: 20, 4: 60}, "", 1),
        ("?start={}", {1: 0, 2: 20, 4: 60}, "?start=40", 3),
        ("?start={}", {1: 0, 2: 20, 4: 60}, "?start=30", None),
        ("?start={}", {1: 0, 2: 20, 5000: 99_980}, "", 1),
        ("?id={}", {1: 1, 2: 271_828}, "", None),
        ("list-7-{}.html", {1: 1, 2: 2}, "list-7-2.html", 2),
        ("list-7-{}.html", {1: 1, 2: 2}, "list-8-2.html", None),
        ("?page={}", {1: 1, 2: 2}, "2025zt/", 1),
        ("?page={}", {1: 1, 2: 2}, "index_3.shtml", None),
        ("a{}.html", {1: 1, 3: 4}, "", None),
        ("a{}.html", {1: 1, 2: 0}, "", None),
        ("a{}.html", {1: 1, 2: 2, 4: 3}, "", None),
        ("?id={}", {1: 1_000_001, 2: 1_000_002}, "", None),
        ("?day=2025-03-{}", {1: 1, 2: 2}, "", None),
        ("a{}.html", {3: 3}, "", None),
    ],
)
def test_numbers_that_go_with_what_links_say_are_pages_of_the_list_that_they_stand_on(
    address: str, numbers: dict[int, int], own: str, current: int | None
) -> None:
    base = OWN + own if own.endswith("/") else OWN
    pages = {label: base + address.format(number) for label, number in numbers.items()}
    found = numbered_pages(((url, str(label)) for label, url in pages.items()), OWN + own)
    assert (found.current if found else None) == current
    assert found is None or found.pages == pages


def _taken(own: str, *links: tuple[str, str]) -> list[str]:
    pager = PagerLinks(OWN + own, None)
    for path, text in links:
        pager.take(OWN + path, text)
    return [url.removeprefix(OWN) for url in pager.later()]


def test_a_single_numbered_link_is_a_page_where_its_address_says_the_same_number() -> None:
    assert _taken("", ("node_7_2.htm", "2")) == ["node_7_2.htm"]
    assert _taken("", ("node_7_2.htm", "3")) == ["node_7_2.htm"]
    assert _taken("", ("node_7_2.htm", "5")) == []


def test_a_first_page_that_is_numbered_itself_is_not_read_again() -> None:
    assert _taken("", ("index_1.shtml", "1"), ("index_2.shtml", "尾页")) == ["index_2.shtml"]
    assert _taken("", ("index_1.shtml", "2"), ("index_2.shtml", "尾页")) == [
        "index_1.shtml",
        "index_2.shtml",
    ]


def test_further_pages_follow_the_next_one_unless_numbers_go_the_other_way() -> None:
    links = ("index_1.shtml", "下一页"), ("index_8.shtml", "尾页")
    assert _taken("", *links) == ["index_1.shtml", "index_8.shtml"]
    links = ("index_8.shtml", "下一页"), ("index_10.shtml", "上一页")
    assert _taken("index_9.shtml", *links) == ["index_8.shtml"]
