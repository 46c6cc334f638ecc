"""Pages of one article joined, and what no page may do to a crawl."""

from __future__ import annotations

import contextlib
import pickle
import resource
import time
from dataclasses import replace
from datetime import datetime, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.articles import article, text
from tests.damage import damage, script_table
from tests.random_layouts import ADDRESS, Layout
from tsnet.extraction import (
    ArticlePage,
    NotAnArticle,
    assemble,
    extract,
    read_article_page,
    read_listing,
)
from tsnet.items import FetchedPage, Image, Licence, Quality, Rights
from tsnet.site.document import Document
from tsnet.site.restoring import restore_page
from tsnet.text.gbk import LOST

NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)
DATELINE = "<h1>守渠人的一天又一天</h1><p>2025-03-19 19:38:42 来源：天山网-新疆日报原创</p>"
END = "<p>[责任编辑: 刘芳 ]</p><p>营业执照注册号:91650102766838851Y</p>"
MEGABYTES = 200
SECONDS = 3.0
"""Processor time for one page, whatever it holds; the machine's load does not count."""
LARGE = 300_000
"""Characters; the longest articles have a third of that with all their tags."""


def article_page(number: int, text: str, pager: str = "", head: str = DATELINE) -> FetchedPage:
    url = ADDRESS.replace(".shtml", f"_{number}.shtml") if number else ADDRESS
    html = f"<title>守渠人的一天又一天_天山网</title>{head}<p>　　{text}</p>{pager}{END}"
    headers = {"etag": f'"{number}"', "last-modified": "Wed, 19 Mar 2025 11:40:00 GMT"}
    return FetchedPage(url, 200, headers, html.encode(), NOW)


SCRIPT = '<script>createPageHTML(3, 0, "t20250319_26369128", "shtml");</script>'
FIRST = article_page(0, "清晨6点，渠首的灯先亮了。", SCRIPT)
SECOND = article_page(1, "中午，测流桥上人影晃动。（记者 万平）")
THIRD = article_page(2, "傍晚6点，交接班。", head="")


def test_pages_are_announced_by_the_script_and_by_links() -> None:
    base = ADDRESS.removesuffix(".shtml")
    assert read_article_page(FIRST).further == [f"{base}_1.shtml", f"{base}_2.shtml"]
    linked = article_page(1, "正文正文正文。", f"<a href='{base}_3.shtml'>尾页</a>")
    assert read_article_page(linked).further == [f"{base}_2.shtml", f"{base}_3.shtml"]
    click = f"<a href='#' onclick=\"location.href='{base.rpartition('/')[2]}_2.shtml'\">下页</a>"
    clicked = article_page(0, "正文正文正文。", click)
    assert read_article_page(clicked).further == [f"{base}_1.shtml", f"{base}_2.shtml"]
    for stem in ("t20250319_99", f"{base.rpartition('/')[2]}1"):
        other = article_page(0, "正文正文正文。", f"<a href='{stem}_3.shtml'>下一篇</a>")
        assert read_article_page(other).further == []


OTHER = "https://m.euiu.cn/content/4711"


@pytest.mark.parametrize(
    ("name", "linked", "further"),
    [
        ("4711.html", ["4711_2.html", "4711_4.html"], ["_2", "_3", "_4"]),
        ("4711.html", ["4711-1.html"], ["-1"]),
        ("4711.html", ["4711_1.html", "4712_2.html", "/content/4711_2.shtml"], ["_1"]),
        ("4711.html", ["4711_18.html"], []),
        ("4711_1.html", ["4711.html", "4711_1.html", "4711_2.html"], ["_2"]),
        ("4711_17.html", ["4711_16.html", "4711_18.html"], []),
        ("4711.html", ["4712.html"], []),
    ],
)
def test_pages_of_an_article_at_an_address_of_another_form_are_announced_by_links(
    name: str, linked: list[str], further: list[str]
) -> None:
    links = "".join(f"<a href='{url}'>页</a>" for url in linked)
    page = replace(article_page(0, "清晨6点。", links), url=f"https://m.euiu.cn/content/{name}")
    assert read_article_page(page).further == [f"{OTHER}{number}.html" for number in further]


def test_pages_at_an_address_of_another_form_are_so_many_and_no_more() -> None:
    links = "<a href=4711_2.html>2</a><a href=4711_999.html>尾页</a>"
    page = replace(article_page(0, "清晨6点。", links), url=f"{OTHER}.html")
    assert read_article_page(page).further[-1] == f"{OTHER}_200.html"


@pytest.mark.parametrize(
    ("query", "linked", "further"),
    [
        (
            "?id=4711",
            ["?id=4711&page=2", "?id=4711&page=3"],
            ["?id=4711&page=2", "?id=4711&page=3"],
        ),
        ("?id=4711&page=2", ["?id=4711", "?id=4711&page=3"], ["?id=4711&page=3"]),
        ("?id=4711", ["?page=2&id=4711"], ["?page=2&id=4711"]),
        ("?id=4711", ["?id=4711&page=1", "?id=4712&page=2", "?id=4712"], []),
        ("?id=4711", ["?id=4711&page=1", "?id=4711&page=2"], ["?id=4711&page=2"]),
    ],
)
def test_pages_of_an_article_that_a_program_shows_are_told_by_a_parameter(
    query: str, linked: list[str], further: list[str]
) -> None:
    links = "".join(f"<a href='/show.php{url}'>页</a>" for url in linked)
    base = "https://m.euiu.cn/show.php"
    page = replace(article_page(0, "清晨6点。", links), url=f"{base}{query}")
    assert read_article_page(page).further == [f"{base}{url}" for url in further]


def test_a_picture_that_leads_on_to_the_next_page_of_the_article_is_one_of_it() -> None:
    text = "<a href='4711_2.html'><img src='1.jpg'></a><a href='4712.html'><img src='2.jpg'></a>"
    page = replace(article_page(0, f"清晨6点。{text}", ""), url=f"{OTHER}.html")
    pictures = [image.url for image in read_article_page(page).article.images]
    assert pictures == ["https://m.euiu.cn/content/1.jpg"]


def test_a_page_with_the_caption_of_one_before_it_has_its_own_picture() -> None:
    links = "".join(f"<a href='4711{end}.html'>页</a>" for end in ("", "_2", "_3"))
    pages = [
        replace(
            article_page(0, f"清晨6点。<img src='{name}.jpg'>", links), url=f"{OTHER}{end}.html"
        )
        for end, name in (("", "a"), ("_2", "b"), ("_3", "b"))
    ]
    article = extract(pages)
    assert (article.body, article.pages) == ("清晨6点。", 2)
    assert [image.url[-5:] for image in article.images] == ["a.jpg", "b.jpg"]


def test_a_first_page_may_have_the_number_1_itself() -> None:
    base = "https://m.euiu.cn/show-9-42"
    links = "<a href='/show-9-42-2.html'>2</a> <a href='/show-9-42-3.html'>3</a>"
    page = replace(article_page(0, "清晨6点。", links), url=f"{base}-1.html")
    assert read_article_page(page).further == [f"{base}-2.html", f"{base}-3.html"]
    links = "<a href='/show-42-2.html'>杏花开</a>"
    page = replace(article_page(0, "清晨6点。", links), url="https://m.euiu.cn/show-42-1.html")
    assert read_article_page(page).further == []


def test_the_links_of_a_page_are_gone_through_once_for_what_they_say_of_its_other_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    absolute = Document.absolute
    counted = 0

    def count(document: Document, href: str) -> str | None:
        nonlocal counted
        counted += 1
        return absolute(document, href)

    def reads(links: int) -> int:
        nonlocal counted
        counted = 0
        others = "".join(f"<a href=/show-9-42-{n}.html>去{n}</a>" for n in range(2, links))
        page = replace(
            article_page(0, "清晨6点。", others), url="https://m.euiu.cn/show-9-42-1.html"
        )
        assert read_article_page(page).further == []
        return counted

    monkeypatch.setattr(Document, "absolute", count)
    assert reads(400) < 5 * reads(100)


def test_a_parameter_counts_from_0_where_a_link_says_so() -> None:
    second, third = (f"/show.php?id=4711&page={number}" for number in (1, 2))
    links = f"<a href='{second}'>2</a> <a href='{third}'>3</a> <a href='{second}'>下一页</a>"
    page = replace(article_page(0, "清晨6点。", links), url="https://m.euiu.cn/show.php?id=4711")
    assert [url[-1] for url in read_article_page(page).further] == ["1", "2"]


def test_pages_at_addresses_of_another_form_are_joined_and_a_missing_one_is_told() -> None:
    links = "".join(f"<a href='4711{end}.html'>页</a>" for end in ("", "_2", "_3"))
    first, second, third = (
        replace(article_page(0, text, links), url=f"{OTHER}{end}.html")
        for end, text in (("", "清晨6点。"), ("_2", "中午12点。"), ("_3", "傍晚6点。"))
    )
    article = extract([first, third, second])
    assert article.body.split("\n") == ["清晨6点。", "中午12点。", "傍晚6点。"]
    assert (article.pages, article.complete) == (3, True)
    assert not extract([first, third]).complete


@pytest.mark.parametrize(
    "script",
    [
        "var countPage = 3; createPageHTML(countPage, currentPage, 't20250319_26369128', 'shtml');",
        "var nextPage = currentPage+1\nvar countPage = 3//共多少页\n"
        'document.write("<a href=\\"t20250319_26369128"+"_" + nextPage + "."+"shtml\\">");',
        "var pageCount = 3; location.href = 't20250319_26369128_' + page + '.shtml'",
    ],
)
def test_pages_are_announced_by_a_script_that_counts_them_in_a_variable(script: str) -> None:
    base = ADDRESS.removesuffix(".shtml")
    page = article_page(0, "清晨6点，渠首的灯先亮了。", f"<script>{script}</script>")
    assert read_article_page(page).further == [f"{base}_1.shtml", f"{base}_2.shtml"]
    assert not extract([page]).complete


def test_the_pager_of_another_page_announces_nothing() -> None:
    script = "var countPage = 3; document.write('<a href=index_' + nextPage + '.shtml>')"
    page = article_page(0, "清晨6点。", f"<script>{script} // t20250319_26369128</script>")
    assert read_article_page(page).further == []


def test_pages_are_joined_in_order() -> None:
    article = extract([FIRST, THIRD, SECOND])
    assert article.body.split("\n") == [
        "清晨6点，渠首的灯先亮了。",
        "中午，测流桥上人影晃动。（记者 万平）",
        "傍晚6点，交接班。",
    ]
    assert (article.pages, article.complete) == (3, True)
    assert article.reporters == ["万平"]
    assert article.editors == ["刘芳"]
    assert len(article.rights.licences) == 1
    assert (article.url, article.id, article.etag) == (ADDRESS, "t20250319_26369128", '"0"')
    assert article.cleaning["editors"] == 3 * len("[责任编辑: 刘芳 ]")


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("清晨6点，渠首的灯先亮了，", "巡渠人出了门。", True),
        ("清晨6点，渠首的灯先亮了，巡渠人还没有吃早", "饭就出了门。", True),
        ("灯亮了。\n清晨6点，渠首的灯先亮了，巡渠人还没有吃早", "饭就出了门。\n中午。", True),
        ("清晨6点，渠首的灯先亮了，巡渠人还没有吃早饭。", "饭就出了门。", False),
        ("清晨6点，渠首的灯先亮了，巡渠人还没有吃早饭", "2.中午的渠", False),
        ("清晨6点，渠首的灯先亮了，巡渠人还没有吃早饭", "中午的渠", False),
        ("清晨6点，巡渠人走在渠首的灯下。刘翔 摄", "灯亮了。", False),
        ("名次：\t1，", "巡渠人", False),
        (
            "第一名：渠首，供水量最多，受到全灌区通报的表扬\n第二名：渠尾，供水量其次，受到灌区表扬",
            "灯亮。",
            False,
        ),
        ("渠首的灯", "亮了。", False),
    ],
)
def test_a_sentence_that_a_page_breaks_off_goes_on_in_its_paragraph(
    before: str, after: str, joined: bool
) -> None:
    pages = [ArticlePage(article(1, body=body)) for body in (before, after)]
    assert assemble(pages[0], pages[1:]).body == before + ("" if joined else "\n") + after


def test_what_two_pages_have_in_common_is_there_once() -> None:
    licences = [Licence("ICP备案", "新ICP备1号"), Licence("公网安备", "65010202000001")]
    images = [Image("https://m.euiu.cn/a.jpeg"), Image("https://m.euiu.cn/b.jpeg")]
    first = article(1, subtitle="副题", images=images[:1], rights=Rights(licences=licences[:1]))
    second = article(
        1,
        subtitle="副题",
        body=text(2),
        reporters=["刘翔", "万平"],
        editors=["刘芳", "艾力"],
        images=images,
        rights=Rights("禁止转载", "天山网", licences, ["0991-1234567"]),
        quality=Quality(annotations=1, repaired=2, lost=3, guessed=4),
        cleaning={"notice": 2, "editors": 3},
    )
    joined = assemble(ArticlePage(first), [ArticlePage(second)])
    assert joined.body == f"{text(1)}\n{text(2)}"
    assert (joined.reporters, joined.editors) == (["刘翔", "万平"], ["刘芳", "艾力"])
    assert joined.images == images
    assert joined.rights == Rights("禁止转载", "天山网", licences, ["0991-1234567"])
    assert joined.quality == Quality(annotations=13, repaired=4, lost=3, guessed=4)
    assert joined.cleaning == {"notice": 42, "editors": 3}


def test_captions_of_a_later_page_of_pictures_alone_are_no_part_of_the_text() -> None:
    captions = ["水从渠首来。", "渠尾的灯亮了。"]
    images = [Image(f"https://m.euiu.cn/{n}.jpeg", line) for n, line in enumerate(captions)]
    prose = ArticlePage(article(1, body=text(1)))
    gallery = [
        ArticlePage(article(1, body=image.caption or "", images=[image])) for image in images
    ]
    assert assemble(prose, gallery).body == text(1)
    assert assemble(gallery[0], gallery[1:]).body == "\n".join(captions)


@pytest.mark.parametrize("end", ["", "...", "……"])
def test_an_abstract_that_every_page_has_is_no_part_of_the_later_ones(end: str) -> None:
    first, second = article(1, body=text(1)), article(1, body=text(2))
    opening = first.body.partition("\n")[0]
    abstract = (opening[:30] if end else opening) + end
    second.body = f"{abstract}\n{text(2)}"
    joined = assemble(ArticlePage(first), [ArticlePage(second)])
    assert joined.body == f"{text(1)}\n{text(2)}"
    assert joined.cleaning["summary"] == len(abstract)


@pytest.mark.parametrize("line", ["2025年2月24日", "清晨的第一件事"])
def test_a_short_first_line_of_a_later_page_is_not_lost(line: str) -> None:
    head = f"{DATELINE}<h1>守渠人的一天又一天</h1><p>{line}</p>"
    later = article_page(1, "中午，测流桥上人影晃动。", head=head)
    assert extract([FIRST, later, THIRD]).body.split("\n") == [
        "清晨6点，渠首的灯先亮了。",
        line,
        "中午，测流桥上人影晃动。",
        "傍晚6点，交接班。",
    ]


def test_a_missing_page_makes_the_record_incomplete() -> None:
    article = extract([FIRST, THIRD])
    assert (article.pages, article.complete) == (2, False)
    assert article.body.count("\n") == 1


def test_a_later_page_that_cannot_be_read_is_a_missing_page() -> None:
    broken = FetchedPage(SECOND.url, 200, {}, b"<h1>404</h1>", NOW)
    assert not extract([FIRST, broken, THIRD]).complete


@pytest.mark.parametrize(
    "html",
    [
        "<title>404</title><h1>404</h1><p>抱歉,您访问的页面不存在或已被删除。</p>",
        "<title>安全验证</title><p>请完成安全验证后继续访问。</p>",
    ],
)
def test_a_notice_in_place_of_a_later_page_is_no_part_of_the_article(html: str) -> None:
    notice = FetchedPage(SECOND.url, 200, {}, html.encode(), NOW)
    article = extract([FIRST, notice, THIRD])
    assert not article.complete
    assert "访问" not in article.body


@pytest.mark.parametrize(
    ("rest", "whole"),
    [
        (f"<p>　　中午，换班。</p>{END}</body></html>", True),
        (f"<p>　　中午，换班。</p>{END}", True),
        (f"<p>　　中午，换班。</p>{END}</BODY>\n</HTML>\n0.02 s", True),
        (f"<p>　　中午，换班。</p>{END}?/html>\n0", True),
        ("<p>　　中午，测流", False),
        ("<p>　　中午，换班。</p><p cla", False),
        ("<p>　　中午，换班。</p>\n", True),
    ],
)
def test_a_page_that_breaks_off_within_a_text_or_a_tag_is_not_whole(rest: str, whole: bool) -> None:
    def page(url: str) -> FetchedPage:
        html = f"<body>{DATELINE}<p>　　清晨6点，渠首的灯先亮了。</p>{rest}"
        return FetchedPage(url, 200, {}, html.encode(), NOW)

    article = extract([page(ADDRESS)])
    assert article.complete is whole
    assert article.body.startswith("清晨6点，渠首的灯先亮了。\n中午，" if "中午" in rest else "")
    first = article_page(0, "凌晨，开闸。", SCRIPT.replace("(3,", "(2,"))
    assert extract([first, page(SECOND.url)]).complete is whole


@pytest.mark.parametrize("again", [FIRST, SECOND])
def test_a_page_that_is_given_again_past_the_end_adds_nothing(again: FetchedPage) -> None:
    past_the_end = FetchedPage(THIRD.url, 200, {}, again.body, NOW)
    article = extract([FIRST, SECOND, past_the_end])
    assert (article.pages, article.complete) == (2, True)
    assert article.body == extract([FIRST, SECOND]).body


def test_the_first_page_must_be_an_article() -> None:
    with pytest.raises(NotAnArticle):
        extract([FetchedPage(ADDRESS, 200, {}, b"<h1>404</h1>", NOW), SECOND])
    with pytest.raises(ValueError, match="no pages"):
        extract([])


def test_extraction_travels_between_processes() -> None:
    read: ArticlePage = pickle.loads(pickle.dumps(read_article_page(FIRST)))
    assert assemble(read, [None]).complete is False
    refusal = pickle.loads(pickle.dumps(NotAnArticle("no_body", "nothing")))
    assert (refusal.reason, refusal.detail) == ("no_body", "nothing")


def test_an_address_outside_the_grammar_has_no_section_and_no_origin() -> None:
    url = "https://m.euiu.cn/zt/content_123456.html"
    article = extract([FetchedPage(url, 200, {}, FIRST.body, NOW)])
    assert article.id.startswith("u-")
    assert (article.section, article.channel, article.origin_url) == (None, None, None)


def test_a_first_page_without_its_number_is_where_the_article_was_fetched() -> None:
    article = extract([FIRST])
    assert article.urls == [ADDRESS]
    assert article.origin_url == ADDRESS.replace("http://m.euiu.cn", "https://www.ts.cn")
    assert (article.section, article.channel) == ("xwzx", "szxw")
    assert article.last_modified == "Wed, 19 Mar 2025 11:40:00 GMT"


@pytest.mark.parametrize(
    ("links", "name"),
    [
        ("<a href='/xwzx/szxw/'>版面导航</a> <a href='/xwzx/szxw/'>时政</a>", "时政"),
        ("<a href='/xwzx/szxw/'>返回列表</a> <a href='/xwzx/szxw/'>更多时政</a>", None),
    ],
)
def test_a_channel_is_not_named_after_what_a_link_to_it_does(links: str, name: str | None) -> None:
    page = article_page(0, "清晨6点，渠首的灯先亮了。", head=f"<p>{links}</p>{DATELINE}")
    assert extract([page]).channel_name == name


def in_traditional(page: FetchedPage) -> FetchedPage:
    text = page.body.decode().translate(script_table("taiwan"))
    return FetchedPage(page.url, 200, {}, text.encode(), NOW)


def test_a_page_of_which_the_mirror_annotates_nothing_is_simplified_all_the_same() -> None:
    expected = extract([FIRST])
    article = extract([in_traditional(FIRST)])
    assert (article.title, article.body) == (expected.title, expected.body)
    assert (article.source, article.editors) == ("天山网-新疆日报", ["刘芳"])


@pytest.mark.parametrize("charset", ["gbk", "gb2312", "ascii"])
def test_a_damaged_page_is_restored_from_references_to_what_its_charset_lacks(charset: str) -> None:
    page = article_page(0, "渠首严控烟花爆竹燃放，持续推进。")
    shown = damage(page.body.decode(), "严长渠续责编经网业许")
    expected = extract([FetchedPage(ADDRESS, 200, {}, shown.encode(), NOW)])
    body = shown.encode(charset, errors="xmlcharrefreplace")
    assert b"&#" in body
    article = extract([FetchedPage(ADDRESS, 200, {}, body, NOW)])
    assert article.quality.annotations > 0
    assert article.quality == expected.quality
    assert (article.title, article.body) == (expected.title, expected.body)


def test_a_reference_that_the_damage_passed_by_is_left_to_the_reader() -> None:
    references = "&#8203;&#40870;&#xD800;&#55296;&#38;lt;&#xffff;&#0160;"
    assert restore_page(references).text == references


@pytest.mark.parametrize(
    "own",
    [
        "<p>??????{}</p>",
        "<p>\n ?????? {}</p>",
        "<p>? ? <b>{}</b></p>",
        "<p>??　{}</p>",
        "<p>{}</p><p>?</p>",
        '<p>{}</p><p style="color: red"><span>?? ?</span></p>',
    ],
)
def test_question_marks_for_no_break_spaces_are_no_text(own: str) -> None:
    text = "渠首严控烟花爆竹燃放，持续推进。"
    page = article_page(0, text).body.decode().replace(f"<p>　　{text}</p>", own.format(text))
    assert extract([FetchedPage(ADDRESS, 200, {}, page.encode(), NOW)]).body != text
    shown = damage(page, "严长渠续责编经网业许")
    assert extract([FetchedPage(ADDRESS, 200, {}, shown.encode(), NOW)]).body == text


@pytest.mark.parametrize(
    ("text", "reporters", "body"),
    [
        ("灯亮了。（记者：　　万平）", ["万平"], "灯亮了。（记者：　　万平）"),
        ("灯亮了。(记者:\xa0 \xa0万平)", ["万平"], "灯亮了。(记者: 万平)"),
        ("会议要求：　　（一）灯要亮。", [], "会议要求：\n（一）灯要亮。"),
        ("会议要求：　　渠首的灯要先亮。", [], "会议要求：\n渠首的灯要先亮。"),
    ],
)
def test_behind_a_colon_an_indent_begins_a_paragraph_but_parts_no_name(
    text: str, reporters: list[str], body: str
) -> None:
    article = extract([article_page(0, text)])
    assert (article.reporters, article.body) == (reporters, body)


def test_a_question_mark_parts_no_value_from_its_name() -> None:
    head = "<h1>守渠人的一天又一天</h1><p>2025-03-19 19:38:42 来源：?天山网-新疆日报原创</p>"
    page = article_page(0, "渠首严控烟花爆竹燃放，持续推进。（记者:??万平）", head=head)
    shown = damage(page.body.decode(), "严长渠续责编经网业许")
    article = extract([FetchedPage(ADDRESS, 200, {}, shown.encode(), NOW)])
    assert (article.source, article.reporters) == ("天山网-新疆日报", ["万平"])


ANNOTATED = {"日": "rì", "人": "rén / rèn", "天": "tiān", "的": "de / dī / dí / dì", "上": "shàng"}


def test_a_simplified_page_that_is_annotated_throughout_is_read_without_the_readings() -> None:
    table = {ord(c): f"{c}({reading})" for c, reading in ANNOTATED.items()}
    annotated = FetchedPage(ADDRESS, 200, {}, FIRST.body.decode().translate(table).encode(), NOW)
    expected, article = extract([FIRST]), extract([annotated])
    assert article.quality.annotations > 0
    for name in ("title", "body", "source", "original", "editors", "published_at", "rights"):
        assert getattr(article, name) == getattr(expected, name)


def test_the_boxes_of_a_mirror_may_hold_bare_what_it_annotates_in_a_simplified_page() -> None:
    table = {ord(c): f"{c}({reading})" for c, reading in ANNOTATED.items()}
    box = f'<div id="abc1e" style="display: none;"><xmp id="abc1e">{"".join(ANNOTATED)}</xmp></div>'
    shown = FIRST.body.decode().translate(table) + box
    article = extract([FetchedPage(ADDRESS, 200, {}, shown.encode(), NOW)])
    assert article.body == extract([FIRST]).body


@pytest.mark.parametrize(
    "text",
    [
        "犇(bēn)、羴(shān)、鱻(xiān)、淼(miǎo)、焱(yàn)、垚(yáo)、晶(jīng)、森(sēn)都是叠字。",
        "银行(háng)、行(háng)业、行(háng)情、行(háng)家、内行(háng)、外行(háng)、同行(háng)、本行(háng)；自行车的行读xíng。",
    ],
)
def test_readings_that_an_article_gives_stay(text: str) -> None:
    assert extract([article_page(0, text)]).body == text


def test_a_traditional_inscription_in_a_simplified_page_stays_as_it_is() -> None:
    body = extract([article_page(0, "匾上题着“潛龍灘水利紀念碑”，笔力雄健。")]).body
    assert body == "匾上题着“潛龍灘水利紀念碑”，笔力雄健。"


BY_SCRIPT = (
    "会议强调，各级各部门要压实责任，对重点隐患逐一销号，让群众过上安全、祥和的节日。",
    "守渠人老张说，今年的水来得早，三天就浇完了头遍，一个人也顾得过来。",
)


def test_what_a_script_put_into_a_mirrors_page_is_told_from_what_the_mirror_touched() -> None:
    frame = article_page(0, "\x03", SCRIPT).body.decode()
    shown = damage(frame, {"責": "zé", "業": "yè", "報": "bào", "天": "tiān", "人": "rén"})
    assert "天(tiān)" in shown
    text = "</p><p>　　".join(BY_SCRIPT)
    page = FetchedPage(ADDRESS, 200, {}, shown.replace("\x03", text).encode(), NOW, rendered=True)
    expected, article = extract([FIRST]), extract([page])
    assert article.body.split("\n") == list(BY_SCRIPT)
    for name in ("title", "source", "original", "editors", "published_at", "rights"):
        assert getattr(article, name) == getattr(expected, name)


def test_a_traditional_inscription_in_a_simplified_page_that_was_rendered_stays_as_it_is() -> None:
    inscription = "潛龍灘水利紀念碑銘：引雪為渠，墾荒成綠，軍民同力，歲在壬辰，書此記之，傳諸後來。"
    page = replace(article_page(0, "</p><p>".join([*BY_SCRIPT, inscription])), rendered=True)
    assert extract([page]).body.split("\n") == [*BY_SCRIPT, inscription]


# -- no page may hurt --------------------------------------------------------------------------

HEAD = "<title>标题在此处</title><h1>标题在此处</h1><p>2025-03-19 来源：天山网</p>"
TEXT = "<p>　　会议强调，要压紧压实责任。</p>"
TRAPS = {
    "nested inline": HEAD + "<b><i>" * 14_000 + TEXT,
    "lines of one element": HEAD + "<p>" + "　　）" * 75_000 + TEXT,
    "end tags that end nothing": HEAD + "<b>" * 900 + "</i>" * 58_000 + TEXT,
    "nested tables": HEAD + "<table><tr><td>" * 9_000 + TEXT,
    "hidden boxes that never close": HEAD + '<div id="abc1e" style="display:none">' * 5_000 + TEXT,
    "hidden boxes with raw text that never closes": "<title>"
    + '<div id="abc1e" style="display:none"><iframe src=a>' * 6_000
    + TEXT,
    "hidden boxes with comments that never close": "<title>"
    + '<div id="abc1e" style="display:none"><!--' * 6_000
    + TEXT,
    "hidden boxes, each with an id of its own": HEAD
    + "".join(f'<div id="a{n:04}" style="display:none"><p id="a{n:04}">' * 2 for n in range(4_000)),
    "lines that may each be a credit": HEAD + "<li>发表时间：2025-03-19日报记者 刘翔<br>" * 3_000,
    "one long line": HEAD + "<p>" + "天山网讯，" * 100_000,
    "a long blank": HEAD + "<p>一" + " " * 300_000 + "二</p>" + TEXT,
    "long indents of line breaks": HEAD + "<p>" + "\n" * 100_000 + "一。</p>" + TEXT,
    "long indents": HEAD + "<p>一。" + "\u3000" * 100_000 + "二" + "\n \n" * 100_000 + "三</p>",
    "many no-break spaces": HEAD + "<p>一" + "&nbsp;" * 90_000 + "二</p>" + TEXT,
    "many lines": HEAD + "正文，<br>" * 25_000,
    "many dates": HEAD + "<p>2025-03-19 来源：天山网</p>" * 9_000 + TEXT,
    "many links": HEAD + "<a href='t20250319_26369128_1.shtml'>下一页</a>" * 20_000 + TEXT,
    "many brackets": HEAD + "<p>" + "（记者" * 50_000 + TEXT,
    "many headings of comments": HEAD + "　　网友留言<br>" * 25_000,
    "many names": HEAD + ("<p>（记者" + "刘 " * 40 + "）</p>") * 1_000,
    "many links of one line": HEAD
    + "".join(f"<a href='t2025_{n}.shtml'>刊用本网站稿件，</a>" for n in range(5_000))
    + TEXT,
    "open comments": HEAD + "<!--" * 50_000 + TEXT,
    "open tags": HEAD + "<a <b <c " * 50_000 + TEXT,
    "open quote": HEAD + "<p title='" + "<" * 100_000 + TEXT,
    "many attributes": HEAD + "<p " + "a=b " * 100_000 + ">" + TEXT,
    "references out of range": HEAD + "&#x110000;&#xd800;&#0;&#1;" * 10_000 + TEXT,
    "open raw text": HEAD + "<xmp>" * 10_000 + TEXT,
    "a title of separators": f"<title>{'_天山网' * 20_000}</title>" + HEAD + TEXT,
    "a title with much lost": f"<title>{'标题' + LOST}</title>" * 500 + HEAD + TEXT,
    "a headline of which much is lost": f"<title>{'新疆' * 40}</title><h1>{LOST * 60}头条新闻</h1>"
    + "<p>2025-03-19 来源：天山网</p>"
    + TEXT * 200,
    "scripts that never close": HEAD + "<script>" * 40_000 + TEXT,
    "calls for more": HEAD + "<a>下一页<b>" * 10_000,
    "dots in a line that is broken off": HEAD + f"<p>字{'.' * 100_000}字{'…' * 100_000}</p>" + TEXT,
    "words that hide": HEAD + "none hidden ganrao " * 50_000 + TEXT,
    "style sheets that hide": HEAD + f"<style>{'a{display:none}' * 40_000}</style>" + TEXT,
    "a tag without an end in a hidden box": HEAD
    + f"<div id=abc12 style=display:none><{'es' * 100_000}</div>"
    + TEXT,
    "an address of slashes": HEAD + f"""<a onclick="'{"/." * 100_000}">x</a>""" + TEXT,
    "the name of a channel of arrows": HEAD + f"<a href=/xwzx/jjxw/>{'++>' * 50_000}。</a>" + TEXT,
    "bars that may be letters": HEAD + TEXT + f"<p>版权声明{'丨' * 40}!</p>",
    "what only a script shows, without end": HEAD + "<noscript>" * 9_000 + "x" * 200_000,
    "preformatted text of one line": HEAD + TEXT + "<pre>" + "正文，" * 100_000,
    "plain text of one line": "正文，" * 100_000,
    "notices in unknown words between buttons": HEAD
    + TEXT
    + "<p>转发请注明：来自天山网。</p><p>[打印] [关闭]</p>" * 8_000,
    "buttons in unknown words above a known one": HEAD
    + TEXT
    + "<div>往上翻</div>" * 16_000
    + "<div>[打印] [关闭]</div>",
    "calls of a pager in comments": HEAD
    + TEXT
    + "".join(f'<!--createPageHTML(p{n},0,"index","shtml")' for n in range(20_000))
    + "p = 1" * 20_000,
    "options of pagers that never close": HEAD
    + "page({total:n,name:'index'," * 20_000
    + "n = 1" * 20_000,
    "a source of what parts it from its mark": HEAD + f"<p>来源：{'- ' * 50_000}</p>" + TEXT,
    "a pager of a million pages": HEAD
    + '<script>createPageHTML(999999,0,"index","shtml")</script>',
    "an article of a million pages": HEAD
    + TEXT
    + '<script>createPageHTML(999999,0,"t20250319_26369128","shtml")</script>',
}


def read_within_limits(page: FetchedPage) -> None:
    """Read a page both ways, each within ``SECONDS`` of processor time, and not much memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for read in (read_article_page, read_listing):
        started = time.process_time()
        try:
            found = read(page)
        except NotAnArticle:
            found = None
        assert time.process_time() - started < SECONDS
        assert found is None or len(pickle.dumps(found)) < 10_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * 1024


# Each takes a fraction of a second; what goes wrong here is quadratic, and takes minutes.
@pytest.mark.timeout(20)
@pytest.mark.parametrize("trap", TRAPS)
def test_no_page_hangs_or_fills_the_memory(trap: str) -> None:
    read_within_limits(FetchedPage(ADDRESS, 200, {}, TRAPS[trap].encode("utf-8", "replace"), NOW))


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<td>",
            "<br>",
            "<a href='x'>",
            "</a>",
            "<h1>",
            "</h1>",
        ),
        *(
            "<title>",
            "</title>",
            "<xmp>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<img src=a.jpg>",
        ),
        *(
            "<div id='a1b2c' style='display:none'>",
            "<table>",
            "</table>",
            "&nbsp;",
            "&#x3000;",
            "<",
            ">",
        ),
        *(
            "来源：",
            "天山网",
            "原创",
            "责任编辑：",
            "刘芳",
            "记者",
            "刘翔",
            "报道",
            "（",
            "）",
            "[",
            "]",
        ),
        *("2025-03-19 19:38:42", "1970-01-01", "2025年", "图为", "摄", "下一页", "[1]", "相关新闻"),
        *(
            "Copyright",
            "版权所有",
            "ICP备",
            "许可证",
            "：",
            "。",
            "　　",
            "\n",
            " ",
            "\ufffd",
            "\ue000",
            "?qǐng)",
        ),
        *(
            "刊用本网站稿件,",
            "未经授权禁止转载",
            "首页 > 时政",
            "会議(huì)",
            "createPageHTML(3,0,'index','shtml')",
            "<pre>",
            "</pre>",
            "<script>var countPage=3;'t20250319_26369128'+'_'+nextPage+'.shtml'",
            "<td>索 引 号：",
            "<li onclick=\"open('/xwzx/szxw/')\">",
            "<option value='/xwzx/'>",
            "<p style='text-indent:2em'>",
            "03-19 19:38",
            "声明：本网",
            "友情链接",
            "联系电话：",
        ),
        *("审核：", "编辑 ", "图/", "全媒体", "本报讯", "、", "，", "|", "·"),
    ]
)


def test_a_page_of_nothing_but_two_lines_is_refused() -> None:
    lines = "<p>伊犁河谷杏花次第开放</p><p>和田玉石巴扎游人如织</p>"
    page = FetchedPage(ADDRESS, 200, {}, f"<title>边城热土</title>{lines}".encode(), NOW)
    with pytest.raises(NotAnArticle):
        extract([page])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=8), max_size=80).map("".join))
def test_no_html_makes_it_raise_anything_but_a_refusal(html: str) -> None:
    page = FetchedPage(ADDRESS, 200, {}, html.encode("utf-8", "replace"), NOW)
    try:
        article = extract([page])
    except NotAnArticle:
        pass
    else:
        assert article.title
        assert article.body
        assert article.published_at is not None
    read_safely(page)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["", HEAD, HEAD + "<p>"]), st.lists(PIECES, min_size=1, max_size=6))
def test_no_pattern_makes_a_large_page_slow(head: str, pieces: list[str]) -> None:
    pattern = "".join(pieces)
    html = head + pattern * (LARGE // len(pattern)) + TEXT
    read_within_limits(FetchedPage(ADDRESS, 200, {}, html.encode("utf-8", "replace"), NOW))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 40_000), st.binary(max_size=40))
def test_a_page_that_is_cut_or_overwritten_anywhere_is_read_or_refused(
    seed: int, at: int, garbage: bytes
) -> None:
    body = Layout(seed).html.encode()
    for broken in (body[:at], body[:at] + garbage + body[at + len(garbage) :]):
        page = FetchedPage(ADDRESS, 200, {}, broken, NOW)
        read_safely(page)
        with contextlib.suppress(NotAnArticle):
            extract([page])


@given(st.binary(max_size=600), st.text(max_size=30))
def test_no_bytes_make_it_raise_anything_but_a_refusal(body: bytes, content_type: str) -> None:
    page = FetchedPage(ADDRESS, 200, {"content-type": content_type}, body, NOW)
    read_safely(page)
    with pytest.raises(NotAnArticle):
        extract([page])


def read_safely(page: FetchedPage) -> None:
    with contextlib.suppress(NotAnArticle):
        read_listing(page)
