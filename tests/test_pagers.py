"""What the scripts of pagers say of the pages that there are."""

from __future__ import annotations

from time import process_time

import pytest

from tsnet.site.paging import Pager, called_pagers, uncounted_pager


@pytest.mark.parametrize(
    ("call", "of_ucap"),
    [
        ("createPageHTML(9, 0, 'index', 'shtml')", False),
        ("createPageHTML('page_div', 9, 1, 'index', 'shtml', 200)", True),
        ("createPageHTML('page_div', 9, 1, 'index', 'shtml')", False),
        ("createPageHTML(9, 1, 'index', 'shtml', 200)", False),
    ],
)
def test_a_call_is_ucaps_where_it_says_where_it_is_written_and_how_many_articles_there_are(
    call: str, of_ucap: bool
) -> None:
    (pager,) = called_pagers(f"<script>{call}</script>")
    assert (pager.count, pager.name, pager.suffix) == (9, "index", "shtml")
    assert pager.of_ucap is of_ucap


@pytest.mark.parametrize(
    "call",
    [
        "createPagination(9, 0, 'index', 'shtml')",
        "splitPage(9, 0, 'index', 'shtml')",
        "document.write(getPageHtml(n, 0, 'index', 'shtml')); n = 9",
        "createPagination({total: 9, current: 0, name: 'index', ext: 'shtml'});",
        'createPagination({"pages": "9", "index": "0", "url": "./index", "suffix": ".shtml"})',
        "new Pagination({totalPage: n, pageIndex: 0, prefix: 'index', suffix: 'shtml'}); n = 9",
        "$('#p').paging({count: 180, pageSize: 20, curr: 0, name: 'index', ext: '.shtml'})",
        "pager('#p', {pageCount: 9, pageSize: 20, page: 0, name: 'index', ext: 'shtml'})",
    ],
)
def test_a_call_may_name_what_it_is_given(call: str) -> None:
    assert list(called_pagers(f"<script>{call}</script>")) == [Pager(9, "index", "shtml", "0")]


@pytest.mark.parametrize(
    "call",
    [
        "\n// createPagination({total: 9, current: 0, name: 'index', ext: 'shtml'})",
        "loadPage({url: 'index', type: 'shtml'})",
        "createPagination({total: unset, name: 'index', ext: 'shtml'})",
        "createPagination({total: ²9, name: 'index', ext: 'shtml'})",
        "createPagination({total: 180, size: unset, name: 'index', ext: 'shtml'})",
        "createPagination({total: 9, name: 'index', ext: 'jpg'})",
    ],
)
def test_options_that_do_not_say_all_tell_of_no_pages(call: str) -> None:
    assert not list(called_pagers(f"<script>{call}</script>"))


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<!-- {} --><p>春到伊犁", None),
        ("<!-- {} --><p>春到伊犁 {}", 9),
        ("<!-- 9 --> {}", 9),
        ("<script><!--\n{}\n--></script>", 9),
        ("<script></script><!-- {} -->", None),
        ("<script>\n // {}\n</script>", None),
        ("{}<!-- -->", 9),
    ],
)
def test_a_call_in_a_comment_is_none_but_in_one_that_holds_a_script(
    html: str, count: int | None
) -> None:
    found = list(called_pagers(html.replace("{}", "createPageHTML(9, 0, 'index', 'shtml')")))
    assert [pager.count for pager in found] == ([] if count is None else [count])


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<script>createPageHTML(n, 0, 'list', 'html')</script>", ("list", "html")),
        ("<script>\n// createPageHTML(n, 0, 'old', 'html')\n</script>下一页", ("", "")),
        ("<p>共 2 页", ("", "")),
        ("<p>共 1 页", None),
        ("<p>春到伊犁", None),
        ("<script>laypage.render({elem: 'p', count: 300, limit: 20})</script>", ("", "")),
        ("<script>$('#p').pagination(300, {items_per_page: 20})</script>", ("", "")),
        ("<script>Pagination({total: n, name: 'list', ext: '.html'})</script>", ("list", "html")),
        ("<script>loadPage({url: '/login'})</script>", None),
    ],
)
def test_a_pager_without_a_count_is_named_by_what_is_no_comment(
    html: str, named: tuple[str, str] | None
) -> None:
    assert uncounted_pager(html) == named


@pytest.mark.parametrize("text", ["createPagination({total: n, ", "page({", "下" + " " * 99_999])
def test_a_pager_is_looked_for_in_linear_time(text: str) -> None:
    html = (text * (300_000 // len(text)))[:300_000]
    began = process_time()
    assert not list(called_pagers(html))
    uncounted_pager(html)
    assert process_time() - began < 2
