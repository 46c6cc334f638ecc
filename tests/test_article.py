"""Saved pages and random layouts: every part of an article, by what the page says."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import golden
from tests.damage import damage, draw_set
from tests.random_layouts import ADDRESS, Layout
from tsnet.extraction import extract, read_article_page
from tsnet.items import FetchedPage
from tsnet.site.contents import NotAnArticle

NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)


def page(html: str, url: str = ADDRESS, content_type: str = "text/html") -> FetchedPage:
    return FetchedPage(url, 200, {"content-type": content_type}, html.encode(), NOW)


@pytest.mark.parametrize("name", golden.names())
def test_a_saved_page_is_read_as_it_was_by_eye(name: str) -> None:
    expected = golden.expected(name)
    assert golden.record(name, expected["url"]) == expected


@pytest.mark.parametrize("name", golden.names())
def test_what_is_expected_of_a_saved_page_is_not_empty(name: str) -> None:
    expected = golden.expected(name)
    assert {"title", "body", "published_at", "published_raw", "cleaning"} <= set(expected)
    assert all(expected.values()), "an expected value is empty: leave the field out instead"
    assert all(expected["body"])


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_any_layout_is_read_exactly(seed: int) -> None:
    layout = Layout(seed)
    truth = layout.truth
    article = extract([page(layout.html)])
    assert article.title == truth.title
    assert article.subtitle == truth.subtitle
    assert article.body.split("\n") == truth.body
    assert article.published_raw == truth.published_raw
    assert article.published_at is not None
    assert article.published_at.isoformat() == f"{truth.published}+00:00"
    assert (article.source, article.original) == (truth.source, truth.original)
    assert article.reporters == truth.reporters
    assert set(article.editors) == set(truth.editors)
    assert [(image.url, image.caption) for image in article.images] == truth.images
    assert bool(article.rights.notice) == truth.notice
    assert bool(article.rights.licences) == truth.licences
    if truth.channel_name:
        assert article.channel_name == truth.channel_name


HEAD = "<title>伊犁河谷杏花次第开放_天山网</title><h1>伊犁河谷杏花次第开放</h1>"
DATELINE = "<p>2025-03-19 19:38:42 来源：天山网</p>"
TEXT = "<p>　　三月的伊犁河谷，万亩杏花次第开放。</p>"


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("", "empty_page"),
        ("\r\n \t\n", "empty_page"),
        ("<html><body></body></html>", "empty_page"),
        ("<html><body><script>var a=1</script></body></html>", "empty_page"),
        (
            "<title>404 Not Found</title><h1>404</h1><p>抱歉，您访问的页面不存在或已被删除！</p>",
            "not_found_page",
        ),
        ("<title>天山网</title><p>对不起，没有找到您要访问的页面。</p>", "not_found_page"),
        ("<title>请稍候</title><p>正在进行安全验证，请开启JavaScript</p>", "challenge"),
        ("<title>Just a moment...</title><p>Checking your browser</p>", "challenge"),
        ("<h1>系统繁忙，请稍后再试</h1>", "host_busy"),
        *(
            (f"{HEAD}{DATELINE}<p>版权所有</p>{foot}", "no_body")
            for foot in (
                "<p>主办单位：新疆日报社。</p><p>地址：乌鲁木齐市扬子江路。</p>",
                "<p>本站部分内容来自网络，如有侵权请联系删除。</p>"
                "<p>转载本站内容，请注明来源。</p>",
                "<p><a href=/a>伊犁河谷杏花开了。</a></p><p><a href=/b>喀什古城客来。</a></p>",
            )
        ),
        ("<title>天山网</title><p>网站正在升级维护中</p>", "host_busy"),
        (
            "<h1>系统维护公告</h1><p>2025-03-19 19:38</p><p>系统正在维护升级，请稍后访问。</p>",
            "host_busy",
        ),
        ("<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><hr>nginx", "host_busy"),
        (HEAD + DATELINE, "no_body"),
        *(
            (f"{HEAD}{DATELINE}{headlines}", "no_body")
            for headlines in (
                "<p>喀什古城客来</p>",
                "<video src=/1.mp4></video><p>视频：喀什古城客来</p>",
                "<video src=/1.mp4></video><p>编导 刘翔</p><p>摄像 张柱 万平</p><p>剪辑 张柱</p>"
                "<p>配音 刘芳</p>",
                "<div><p>喀什古城客来</p><p>伊犁河谷杏花次第开放，游客纷至沓来</p></div>",
            )
        ),
        *(
            (f"{HEAD}{DATELINE}<img src=./W020250319.jpg><p>编辑：刘芳</p>{below}", "no_body")
            for below in (
                "<div><b>网友</b><p>为家乡点赞！</p><p>写得真好，转发了。</p></div>",
                "<div><a href=/1>喀什古城客来</a><p>天山网 2025-01-23</p></div>" * 4,
            )
        ),
        *(
            (f"{HEAD}{DATELINE}<video src=/1.mp4></video>{box}", "no_body")
            for box in (
                "<p>转载本网稿件，请注明来源。</p><h3>评论（2）</h3>"
                "<div><b>网友</b> 2025-03-22 09:15<p>说得好，支持！</p></div>"
                "<div><b>网友</b> 2025-03-22 10:01<p>写得真实感人。</p></div>",
                "<div>听新闻</div><h3>24小时热榜</h3><ol>"
                + "<li><a href=/1>喀什古城游客多</a><span>7945阅读</span></li>" * 5
                + "</ol>",
                "<div>视频加载中，请稍候... <span>自动播放</span></div>",
            )
        ),
        ("<p>本网站使用Cookie改善浏览体验，继续浏览即表示同意。</p>" + HEAD + DATELINE, "no_body"),
        (
            "<p><a href=/1>喀什古城</a></p><p>喀什古城景区推出夜游项目，游客可乘马车游览。</p>"
            "<p><a href=/2>伊宁县</a></p><p>伊宁县公布一批惠民工程，涉及教育、医疗。</p>"
            + HEAD
            + DATELINE,
            "no_body",
        ),
        (HEAD + DATELINE + "<p>(刊用本网站稿件,务经书面授权。未经授权禁止转载。)</p>", "no_body"),
        (HEAD + TEXT, "no_date"),
        *(
            (f"<div>{ticker}</div>{HEAD}{rest}", reason)
            for ticker in (
                "公告：本网站将于3月20日维护升级，届时无法访问，请稍后再试。",
                "为保障账号安全，登录需输入验证码",
            )
            for rest, reason in ((TEXT, "no_date"), (f"{DATELINE}<video src=/1.mp4>", "no_body"))
        ),
        *(
            (f"{HEAD}{DATELINE}<p>{note}</p>", "not_found_page")
            for note in (
                "该文章已被删除。",
                "抱歉，此内容因违规无法查看。",
                "内容已下线，去看看其他内容吧！",
                "您查看的文章已不存在或已被作者删除。",
            )
        ),
        (
            f"<title>天山网</title><h1>对不起，您访问的页面不存在或已被删除</h1>{DATELINE}"
            "<p>5秒后自动跳转到首页。</p>",
            "not_found_page",
        ),
        (
            f"<title>天山网</title><h1>对不起，您访问的页面不存在或已被删除</h1>{DATELINE}"
            f"<p>5秒后自动跳转到首页。</p>{TEXT}",
            "not_found_page",
        ),
        (HEAD + DATELINE + "<p>正文加载中，请稍候...</p>", "no_body"),
        *(
            (
                "<title>时政_天山网</title><h2>时政</h2>"
                + "".join(
                    f"<p><a href=/{n}.shtml>喀什古城景区夜游项目上新</a></p>"
                    "<p>游客可乘马车游览，夜市也延长了营业时间。</p>"
                    f"<p>2025-03-1{n} 10:20{source}</p>"
                    for n in range(4)
                ),
                "no_body",
            )
            for source in ("", " 来源：天山网")
        ),
        *(
            (
                "<title>时政_天山网</title>"
                + "".join(
                    f"<li>{head}<p>游客可乘马车游览，夜市也延长了营业时间{n}...</p></li>"
                    for n in range(4)
                ),
                "no_body",
            )
            for head in (
                "<h2><a href=/1.html>喀什古城</a></h2><h5>发布时间：2025-03-19 点击：72</h5>",
                "<a href=/1.html>喀什古城夜游项目上新</a> <i>日期：2025-03-19 10:20 点击：7</i>",
            )
        ),
        (HEAD + "<p>2025-02-31 25:61:00 来源：天山网</p>" + TEXT, "no_date"),
        (DATELINE + TEXT, "no_title"),
        (HEAD + DATELINE.replace("2025", "2099") + TEXT, "date_in_future"),
        (HEAD + DATELINE.replace("2025", "1970") + TEXT, "date_too_old"),
        ("<p>" * 70_000, "too_large"),
        (HEAD + DATELINE + "<b>" * 13_000 + TEXT, "too_large"),
        (HEAD + DATELINE + "<p>" + "　　雪。" * 40_000, "too_large"),
        ("&amp;" * 200_000, "too_large"),
    ],
)
def test_a_page_that_is_no_article_is_refused_with_its_reason(html: str, reason: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        read_article_page(page(html))
    assert refused.value.reason == reason
    assert refused.value.detail
    assert "\n" not in refused.value.detail


def test_an_empty_page_that_sets_a_cookie_is_told_from_others() -> None:
    details = []
    for script in ("document.cookie = 'a=1'; location.reload()", "var a = 1"):
        with pytest.raises(NotAnArticle) as refused:
            read_article_page(page(f"<html><body><script>{script}</script></body></html>"))
        details.append(refused.value.detail)
    assert "sets a cookie" in details[0]
    assert details[1] == "the page shows not one character"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"%PDF-1.4\n" + b"0 0 0 rg\n" * 200, "application/pdf"),
        (b"%PDF-1.4\n" + b"0 0 0 rg\n" * 200, "text/html"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "text/html"),
        (b'{"code": 500}', "application/json"),
        (b'{"code": 500}', "text/html"),
        (bytes(range(1, 32)) * 200, "text/html"),
    ],
)
def test_what_is_no_html_is_refused(body: bytes, content_type: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        read_article_page(FetchedPage(ADDRESS, 200, {"content-type": content_type}, body, NOW))
    assert refused.value.reason == "not_html"


@pytest.mark.parametrize(
    "html",
    [
        HEAD + DATELINE + "<div>" * 10_000 + TEXT + "</div>" * 10_000,
        "<div>" * 10_000 + HEAD + DATELINE + TEXT,
        HEAD + DATELINE + TEXT + "<b><i><span>" * 3_000,
        (HEAD + DATELINE + TEXT).replace("<p>", "<p>\0\x0b"),
        HEAD + DATELINE + TEXT + "<!--",
        HEAD + DATELINE + TEXT + "<div style='display:none'><td>澳门葡京</div><xmp></div>",
        HEAD + DATELINE + "<div style='display:none'><td>澳门葡京</div>" + TEXT,
        HEAD + DATELINE + TEXT.replace("</p>", "\ufffd/p>") + "<p>",
        "<?xml version='1.0' encoding='gbk'?>" + HEAD + DATELINE + TEXT,
        HEAD + DATELINE + TEXT + "<a href='http://[broken'>a</a><img src='http://[x'>",
    ],
)
def test_a_badly_built_page_is_read_all_the_same(html: str) -> None:
    article = read_article_page(page(html)).article
    assert article.title == "伊犁河谷杏花次第开放"
    assert article.body.startswith("三月的伊犁河谷，万亩杏花次第开放。")
    assert "葡京" not in article.body


def test_script_and_markup_in_every_field_stay_text() -> None:
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt;"
    article = read_article_page(
        page(
            f"<title>{hostile}伊犁河谷_天山网</title><h1>{hostile}伊犁河谷</h1>"
            f"<p>2025-03-19 19:38:42 来源：{hostile}天山网</p>"
            f"<p>　　{hostile}三月，杏花次第开放。</p>"
            f"<script>document.write('2011-01-01 来源：骗人网')</script><p>责任编辑：{hostile}</p>"
        )
    ).article
    assert article.title == "<script>alert(1)</script>伊犁河谷"
    assert article.body == "<script>alert(1)</script>三月，杏花次第开放。"
    assert article.source == "<script>alert(1)</script>天山网"
    assert article.editors == []


def test_a_later_page_is_one_though_the_site_says_that_it_will_be_serviced() -> None:
    html = f"<marquee>公告：本网站将于3月20日维护升级，请稍后访问。</marquee>{HEAD}{TEXT}"
    article = read_article_page(page(html, ADDRESS.replace(".shtml", "_1.shtml"))).article
    assert article.body == "三月的伊犁河谷，万亩杏花次第开放。"


def test_the_day_of_an_address_of_another_system_speaks_for_a_date() -> None:
    html = (
        "<title>杏花开了 – 随笔</title><h1>杏花开了</h1><div>发布于 <a href=/2025/03/19/26369128/>"
        f"2025年3月19日</a> 由 <a href=/author/lx/>刘翔</a></div>{TEXT}<p>游人如织。</p>"
        "<h2>有 1 条评论</h2><ol><li><b>读者</b>说道：<time>2025年3月27日 下午3:12</time></ol>"
    )
    article = read_article_page(page(html, "https://m.euiu.cn/2025/03/19/26369128/")).article
    assert article.published_raw == "2025年3月19日"


def test_what_a_rule_took_away_is_counted() -> None:
    layout = page(
        HEAD + DATELINE + TEXT + "<p>[1] [2] 下一页</p><p>[责任编辑: 刘芳 ]</p>"
        "<div id='6fatj' style='display:none'><p id='6fatj'>葡京</p><p id='6fatj'></p></div>"
    )
    assert read_article_page(layout).article.cleaning == {
        "pager": len("[1] [2] 下一页"),
        "editors": len("[责任编辑: 刘芳 ]"),
        "interference": len("葡京"),
    }


@pytest.mark.parametrize("seed", range(4))
def test_the_parts_are_found_on_damaged_pages(seed: int) -> None:
    """What the repair guesses wrong may change a word, never where a part begins and ends."""
    layout = Layout(seed)
    readings = draw_set(60, seed=seed, common_in="".join(layout.truth.body))
    damaged = damage(layout.html, annotated=readings, seed=seed)
    article = extract([page(damaged)])
    truth = layout.truth
    assert article.published_at is not None
    assert article.published_at.isoformat() == f"{truth.published}+00:00"
    assert len(article.title) == len(truth.title)
    assert bool(article.subtitle) == bool(truth.subtitle)
    assert article.body.count("\n") == len(truth.body) - 1
    assert [image.url for image in article.images] == [url for url, _ in truth.images]
    assert (bool(article.rights.notice), bool(article.rights.licences)) == (
        truth.notice,
        truth.licences,
    )
    assert article.quality.annotations > 0
