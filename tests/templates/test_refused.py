"""Pages that are no article, and articles that read like them."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, FIRST, LONG, B, D, E, H, T, Template, check, fetched
from tsnet.extraction import NotAnArticle, read_article_page

TEMPLATES: dict[str, Template] = {
    "a text that says of other pages only that they were taken off": (
        f"{H}<p>经核查，网传视频不实，相关内容已被删除。</p>{E}",
        {"body": "经核查，网传视频不实，相关内容已被删除。"},
    ),
    "a line on a video that was taken off and on whoever made it, as all of a text": (
        f"{H}<p>该视频已被平台删除，发布者被行政拘留五日。</p>{E}",
        {"body": "该视频已被平台删除，发布者被行政拘留五日。"},
    ),
    "a line that opens as a note of removal, on something else, as all of a text": (
        f"{H}<p>该页面已失效的二维码换成了新码，扫码即可办理。</p>{E}",
        {"body": "该页面已失效的二维码换成了新码，扫码即可办理。"},
    ),
    "a text that quotes what a page says whose article was removed": (
        f"{H}{B}<p>该文章已被删除。</p>{B}",
        {"body": f"{BB}\n该文章已被删除。\n{BB}"},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])


def test_abstracts_below_the_headlines_that_lead_to_the_whole_texts_are_no_article() -> None:
    listed = "".join(
        f"<p><a href=http://m.euiu.cn/c/{n}.html>{FIRST}</a></p>"
        f"<p>　　{LONG[:-1]}……<a href=/c/{n}.html>[详细]</a></p>"
        for n in range(3)
    )
    html = f"{H}<div>{listed}</div>{E}"
    with pytest.raises(NotAnArticle, match="no text"):
        read_article_page(fetched(html))


def test_headlines_of_a_list_beside_how_often_they_are_read_are_no_article() -> None:
    titles = ("新疆足球青训营开营", "全疆春播面积过半", "库车小白杏迎来盛花", "天山隧道贯通")
    listed = "".join(
        f"<li><a href=/c/{n}.html>{x}</a><i>2{n}万</i></li>" for n, x in enumerate(titles)
    )
    html = f"{H}<video src=a.mp4></video>{E}<div>热搜榜</div><ol>{listed}</ol>"
    with pytest.raises(NotAnArticle, match="no text"):
        read_article_page(fetched(html))


def test_numbers_that_would_be_another_day_are_no_date() -> None:
    numbers = "<div>2025</div><div>3-1</div><div>03-18 20:10</div>"
    html = f"<title>{T}_天山网</title><h1>{T}</h1><div>来源：天山网</div>{numbers}{B}{E}"
    with pytest.raises(NotAnArticle, match="no date"):
        read_article_page(fetched(html))


def test_the_end_of_a_span_of_time_alone_is_no_date_of_publication() -> None:
    html = f"<title>{T}_天山网</title><h1>{T}</h1><p>报名至2025年3月28日18:00</p>{B}{E}"
    with pytest.raises(NotAnArticle, match="no date"):
        read_article_page(fetched(html))


@pytest.mark.parametrize("tag", ["新闻详情", "内容页", "资讯详情_天山网", "正文"])
def test_what_all_pages_are_called_is_no_headline(tag: str) -> None:
    with pytest.raises(NotAnArticle, match="no headline"):
        read_article_page(fetched(f"<title>{tag}</title>{D}{B}{E}"))
