"""Which of a page's dates is that of publication: each page needs one rule that weighs them."""

# HTML is easier to check by eye when a line of it stays a line.
# ruff: noqa: E501

from __future__ import annotations

from datetime import date, datetime

import pytest

from tsnet.site.date_candidates import find_date
from tsnet.site.reader import read_document
from tsnet.text.beijing import BEIJING

ADDRESS = "http://m.euiu.cn/zt/content_123456.html"
DAY = date(2025, 3, 19)
TITLE = "<title>自治区研究部署春耕生产_天山网</title>"
H = f"{TITLE}<h1>自治区研究部署春耕生产</h1>"
B = "<p>据了解，平台上线一年来，各地就业服务更加便捷。</p>"
WARNING = "<p>2025年3月18日18时发布寒潮预警信号：未来24小时北疆大部降温。</p>"
PASSED = "<p>（2025年3月10日 自治区第十四届人民代表大会常务委员会第十七次会议通过）</p>"
PARTICULARS = (
    "<table><tr><td>成文日期：</td><td>2025年3月10日</td></tr>"
    "<tr><td>文号</td><td>新政发〔2025〕7号</td></tr></table>"
)
LISTED = "".join(
    f"<li><a href=/xwzx/szxw/202503/t202503{day}_{day}.shtml>喀什古城游客多</a> 2025-03-{day}</li>"
    for day in (21, 20, 18)
)


@pytest.mark.parametrize(
    ("html", "raw"),
    [
        (f"{H}<p>2025年3月18日</p><div>2025-03-19 19:38</div>{B}", "2025-03-19 19:38"),
        (
            f"{H}<div>2025.03.19 新疆日报 编辑：刘芳</div><p>活动时间：2025年4月2日 10:00</p>",
            "2025.03.19",
        ),
        (
            f"{H}<div><a href=http://www.xjdaily.com/>新疆日报</a> 2025.03.19</div>"
            "<p>活动时间：2025年4月2日 10:00</p>",
            "2025.03.19",
        ),
        (
            f"{H}<div><a href=http://rst.example/>新疆维吾尔自治区人力资源和社会保障厅</a> 2025-03-19"
            "</div><p>2025年3月10日</p>",
            "2025-03-19",
        ),
        (
            "<div><a href=/x.shtml>喀什古城迎来八方来客春意渐浓游人如织</a> 2025-03-21 10:00</div>"
            f"<div>2025-03-19</div>{H}{B}",
            "2025-03-19",
        ),
        (f"{B}<table><tr><td>发布时间</td><td>2025/03/19</td></tr></table>", "2025/03/19"),
        (f"{H}<div>2025-03-19</div>{B}<div>更新时间：2025-03-22 08:00</div>", "2025-03-19"),
        (f"{H}{B}<div>更新日期：2025-03-19</div>", "2025-03-19"),
        (
            f"{H}<div>更新时间：2025-03-22 08:00</div>"
            "<div>来源：石榴云 发布时间：2025-03-19 编辑：刘芳</div>",
            "2025-03-19",
        ),
        (f"{H}{PASSED}{B}<div>2025.03.19 作者：刘翔</div>", "2025.03.19"),
        (f"{B}<div>2025/03/19 字号：大 中 小</div>", "2025/03/19"),
        (f"{B}<div>2025-03-20 09:00 发表于新疆</div><p>2025年3月19日</p>", "2025-03-20 09:00"),
        (
            f"<div>石榴云 时间：2025年03月19日</div>{WARNING}"
            "<p>截至2025年3月17日，全区已播种小麦300万亩。</p><div>2025-03-20 09:00 发表于新疆</div>",
            "2025年03月19日",
        ),
        (
            "<div>今天是2026年1月1日 星期四</div><h1>关于召开会议的通知</h1>"
            "<table><tr><td>时间</td><td>2025年03月19日</td><td>来源</td><td>伊犁日报</td></tr></table>"
            "<p>2025年4月1日前报名</p>",
            "2025年03月19日",
        ),
        (
            "<table><tr><td>发文日期</td><td>2025-03-17</td></tr>"
            f"<tr><td>公开日期</td><td>2025-03-19</td></tr></table>{H}{B}",
            "2025-03-19",
        ),
        (f"<ul>{LISTED}</ul><div>天山网 2025-03-19</div>", "2025-03-19"),
        (
            f"<p>报名时间为2025年3月25日前</p>{WARNING}<div>2025.03.19 19:38</div>",
            "2025.03.19 19:38",
        ),
        (f"{H}<p>2025年4月1日前报名</p><div>2025.03.19 分享到</div>", "2025.03.19"),
        (f"{H}{PARTICULARS}<div>2025年03月19日 19:38 作者：刘翔</div>", "2025年03月19日 19:38"),
        ("<div>今天是2026年1月1日 星期四</div><div>2025年03月19日</div>", "2025年03月19日"),
        (
            f"<div>更新时间：2025-03-22 08:00</div><div>发布时间：2025/03/19</div>{B}",
            "2025/03/19",
        ),
        (
            f"<h1>2025年3月19日天气预报</h1><div>2025年03月19日 作者：刘翔</div>{B}<div>更新时间：2025-03-22 08:00</div>",
            "2025年03月19日",
        ),
        (
            f"<title>喀什</title><p><b>喀什</b></p><div>2025-03-19 分享到</div>{B}<h3>相关新闻</h3><p>2025-03-21 10:30</p>",
            "2025-03-19",
        ),
        (
            f"{TITLE}<div>2025-03-19</div>{B}<p>　　自治区研究部署春耕生产</p><p>2025-03-10</p>",
            "2025-03-19",
        ),
        (f"{TITLE}<div>天山网</div><div>2026-01-01</div>{H}<div>2025-03-19</div>", "2025-03-19"),
        (
            "<table><tr><td>发布日期：</td><td>2025-03-19</td></tr>"
            "<tr><td>生效日期：</td><td>2025-04-01</td></tr></table><table><tr><td>废止日期：</td>"
            f"<td>2027-03-31</td><td>主题：</td><td>就业</td></tr></table>{H}{B}",
            "2025-03-19",
        ),
        (
            f"{H}<div>生成日期：2025-03-19 主题：就业 体裁：通知 索引号：XJ0001</div>"
            f"<div>废止时间：2027-03-31</div>{B}",
            "2025-03-19",
        ),
        (f"{H}<div>分享到：2025-03-19</div>{B}", "2025-03-19"),
        (
            f"{H}<div>2025-03-19</div><p>公开课时间：2025-03-25 10:00</p><p>地点：三楼会议室</p>{B}",
            "2025-03-19",
        ),
        (
            f"{H}<table><tr><td>发布机构：</td><td>自治区人力资源和社会保障厅</td></tr>"
            "<tr><td>成文日期：</td><td>2025-03-10</td></tr>"
            f"<tr><td>发布日期：</td><td>2025-03-19</td></tr></table>{B}",
            "2025-03-19",
        ),
        (
            f"{H}<table><tr><td>发布机构：</td><td>自治区人力资源和社会保障厅</td></tr>"
            "<tr><td>生效日期：</td><td>2025-04-01</td></tr>"
            f"<tr><td>发布时间：</td><td>2025-03-19 10:20:00</td></tr></table>{B}",
            "2025-03-19 10:20:00",
        ),
        ("<h1>全区普通高考报名今日结束</h1><div>2025-03-19</div>" + B, "2025-03-19"),
        (
            f"{TITLE}{B}<p>自治区研究部署春耕生产</p><div>2025-03-19</div>{B}<div>2025-03-10</div>",
            "2025-03-19",
        ),
    ],
)
def test_the_date_of_publication_is_told_from_others(html: str, raw: str) -> None:
    found = find_date(read_document(html, ADDRESS), None)
    assert found is not None
    assert found.found.raw == raw


@pytest.mark.parametrize(
    ("html", "raw"),
    [
        (
            f"{H}<p>有效期至2030年3月31日</p>{B}"
            "<table><tr><td>发布时间</td><td>2025/03/19</td></tr></table>",
            "2025/03/19",
        ),
        (
            "<h1>关于召开会议的通知</h1><div>发布时间：2025年03月19日</div>"
            f"{PARTICULARS}<div>2025-03-21 09:00 发表于新疆</div>",
            "2025年03月19日",
        ),
        (
            f"{H}<div>更新时间：2025-03-22 08:00</div>{B}<div>来源：天山网</div>"
            "<div>2025/03/19 分享到</div>",
            "2025/03/19",
        ),
        (
            f"{B}<div>2025-03-10 19:00</div><p>运动会开幕。</p><div>2025-03-20 00:10</div>",
            "2025-03-20 00:10",
        ),
    ],
)
def test_the_day_of_the_address_speaks_for_a_date(html: str, raw: str) -> None:
    found = find_date(read_document(html, ADDRESS), DAY)
    assert found is not None
    assert found.found.raw == raw


def test_the_first_day_of_a_span_is_no_date_of_publication() -> None:
    html = f"{H}<p>时间安排</p><p>2025年3月21日10:00至3月28日18:00。</p>"
    assert find_date(read_document(html, ADDRESS), DAY) is None


@pytest.mark.parametrize("indent", ["", "　　"])
def test_an_office_that_the_headline_names_is_none_where_it_signs(indent: str) -> None:
    title = "伊宁县公安局关于交通管制的通告"
    signed = f"<p>{indent}伊宁县公安局</p><p>{indent}2025年3月10日</p>"
    html = f"<title>{title}</title><h1>{title}</h1>{B}{B}{signed}"
    found = find_date(
        read_document(html, ADDRESS), None, datetime(2025, 3, 19, 19, 38, tzinfo=BEIJING)
    )
    assert found is None or found.signs


def test_a_page_without_a_date_takes_none_of_its_neighbours() -> None:
    html = f"{H}{B}<div>上一篇：<a href=/x.shtml>要闻</a> 2025-03-16</div>"
    assert find_date(read_document(html, ADDRESS), None) is None


def test_when_and_where_something_takes_place_is_no_date_of_publication() -> None:
    html = f"{H}<p>时间：2025年3月19日10:00</p><p>地点：三楼会议室</p>{B}"
    assert find_date(read_document(html, ADDRESS), DAY) is None


@pytest.mark.parametrize("label", ["", "发布时间："])
def test_a_place_below_a_date_of_publication_is_of_the_text(label: str) -> None:
    html = f"{H}<p>{label}2025-03-19 19:38:42</p><p>　　地点：三楼会议室</p>{B}"
    found = find_date(read_document(html, ADDRESS), DAY)
    assert found is not None
    assert found.found.raw == "2025-03-19 19:38:42"
