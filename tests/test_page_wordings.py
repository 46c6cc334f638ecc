"""Pages that say what pages say in words of their own: place and form tell the parts apart."""

# HTML is easier to check by eye when a line of it stays a line.
# ruff: noqa: E501

from __future__ import annotations

import time
from datetime import datetime, timezone
from typing import Any

import pytest

from tsnet.extraction import NotAnArticle, read_article_page, read_listing
from tsnet.items import FetchedPage
from tsnet.text.boilerplate.editors import is_editor_line, names_photographer
from tsnet.text.boilerplate.notices import is_loose_notice, is_notice
from tsnet.text.boilerplate.tools import is_offer
from tsnet.text.names import find_editors

ADDRESS = "https://m.euiu.cn/xwzx/szxw/202504/t20250418_26369128.shtml"
T = "全区农村供水推进会召开"
PARAGRAPHS = [
    "4月11日，全区农村供水推进会在乌鲁木齐召开，各地交流了做法。",
    "与会人员实地察看了三个项目，听取了情况介绍。",
    "下一步，各地将压实责任，确保项目按期建成。",
]
B = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
BODY = "\n".join(PARAGRAPHS)
D = "<div>2025-04-18 10:00:00 来源：天山网</div>"
H = f"<title>{T}_天山网</title><h1>{T}</h1>{D}"
FOOT = "<div class=f><p>新ICP备10000001号</p></div>"


def fetched(html: str, url: str = ADDRESS) -> FetchedPage:
    """A page as a host sends it."""
    at = datetime(2025, 4, 22, tzinfo=timezone.utc)
    return FetchedPage(url, 200, {"content-type": "text/html; charset=utf-8"}, html.encode(), at)


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "a button of unknown words in an element with a class, and nothing that ends the text": (
        f"{H}<div>{B}<div class=x>往上翻</div></div>{FOOT}",
        {},
    ),
    "one in an element more than the paragraphs": (
        f"{H}<div>{B}<div><p>我有线索</p></div></div>{FOOT}",
        {},
    ),
    "who runs the site, in words of his own, in the element of the licences": (
        f"{H}{B}<div class=l>相关文件：暂缺</div><div><p>胡杨传媒（新疆）有限公司</p><p>新ICP备10000001号</p></div>",
        {},
    ),
    "who runs the site, parted by spaces and a bar": (
        f"{H}{B}<div>胡杨县人民政府办公室 主办 | 胡杨县数字化发展局 运维<br>新ICP备10000001号</div>",
        {},
    ),
    "the length of a recording right below the dateline": (
        f"{H}<div class=v><span>边走边听</span><span>03:07</span></div>{B}{FOOT}",
        {"subtitle": None},
    ),
    "the length of a recording behind a bar": (
        f"{H}<div>听一听 | 02:18</div>{B}{FOOT}",
        {"subtitle": None},
    ),
    "how long reading takes, though the text speaks of what is needed": (
        f"{H}<p>阅读本文大约需要 4 分钟</p>{B.replace('确保', '需要')}{FOOT}",
        {"subtitle": None, "body": BODY.replace("确保", "需要")},
    ),
    "what an account is, beside its name above the date": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><b>沙湾零距离</b><span>官方账号</span><p>2025-04-18 16:38:16 IP属地：新疆</p></div>{B}{FOOT}",
        {"source": "沙湾零距离", "subtitle": None},
    ),
    "a source without a colon behind whose text it is": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>本文来源于第一财经　　2025.04.18</div>{B}{FOOT}",
        {"source": "第一财经"},
    ),
    "an advertisement's mark between dashes, among the paragraphs": (
        f"{H}<div>{B.replace('</p>', '</p><div class=ad>- 广告 -</div>', 1)}</div>{FOOT}",
        {},
    ),
    "contacts in the element of the licences": (
        f"{H}{B}<div>联系电话：0998-6200000<br>邮编：843900<br>新公网安备65900302000101号</div>",
        {},
    ),
    "what asks to share right below the dateline, in the element of the text": (
        f"{H}<div><div><p>转给好友看看</p></div>{B}</div>{FOOT}",
        {"subtitle": None},
    ),
    "attachments of which there are none": (
        f"{H}{B}<div><h6>附件：</h6><p>暂无</p></div>{FOOT}",
        {},
    ),
    "who took the pictures, below the last sentence": (f"{H}{B}<p>图/万平</p>{FOOT}", {}),
    "an editor between ornaments": (f"{H}{B}<p>—— 编辑：刘芳 ——</p>{FOOT}", {"editors": ["刘芳"]}),
    "a source behind the ratio's colon": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>来源∶新疆检察　时间∶2025-04-18 10:00</p>{B}{FOOT}",
        {"source": "新疆检察"},
    ),
    "a source behind a word before 出处": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><div>2025-04-18 10:00</div><div>稿件出处：农民日报</div></div>{B}{FOOT}",
        {"source": "农民日报"},
    ),
    "a source that an account gives": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>发布：2025-04-18 10:00｜信源：农民日报</div>{B}{FOOT}",
        {"source": "农民日报"},
    ),
    "the headline elsewhere, without brackets": (f"{H}{B}<p>原题为《{T}》</p>{FOOT}", {}),
    "a list whose links a time stands right before": (
        f"{H}<div>{B}<div class=r><h4>即时播报</h4><p><span>09:12</span><a href=/xwzx/a.shtml>乌鲁木齐机场新航站楼启用</a></p><p><span>08:40</span><a href=/xwzx/b.shtml>全区小麦返青长势好</a></p></div></div>{FOOT}",
        {},
    ),
}


@pytest.mark.parametrize(("html", "expected"), PAGES.values(), ids=PAGES)
def test_what_stands_around_a_text_is_told_by_its_place(
    html: str, expected: dict[str, Any]
) -> None:
    article = read_article_page(fetched(html)).article
    wanted = {"title": T, "body": BODY, **expected}
    assert {name: getattr(article, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        (
            "<div class=s>新疆日报社</div><div class=s>2025年4月10日</div>",
            "新疆日报社\n2025年4月10日",
        ),
        ("<div class=s>刘芳</div>", "刘芳"),
        ("<div class=s>本报编辑部</div>", "本报编辑部"),
        ("<div class=s>特此公告</div>", "特此公告"),
        ("<ul class=l><li>苹果</li><li>香梨</li></ul>", "苹果\n香梨"),
        ("<div class=a><a href=./P020250418.docx>报名表</a></div>", "报名表"),
        ("<div class=k><p>会议地点</p><p>昆仑宾馆</p></div>", "会议地点\n昆仑宾馆"),
        ("<p class=q>晚安</p>", "晚安"),
        ("<blockquote>大漠孤烟直，<br>长河落日圆</blockquote>", "大漠孤烟直，\n长河落日圆"),
        ("<p>人员伤亡：无</p>", "人员伤亡：无"),
        ("<p>希望社会更多关注留守儿童。</p>", "希望社会更多关注留守儿童。"),
        ("<p>点赞，新疆！</p>", "点赞，新疆！"),
    ],
)
def test_what_closes_a_text_stays(tail: str, kept: str) -> None:
    article = read_article_page(fetched(f"{H}<div>{B}{tail}</div>{FOOT}")).article
    assert article.body == f"{BODY}\n{kept}"


def test_signature_in_the_element_of_the_licences_stays() -> None:
    foot = "<div><p>胡杨县水利工程</p><p>2025年4月10日</p><p>新ICP备10000001号</p></div>"
    article = read_article_page(fetched(f"{H}<div>{B}</div>{foot}")).article
    assert article.body == f"{BODY}\n胡杨县水利工程\n2025年4月10日"


@pytest.mark.parametrize(
    "line",
    [
        "转发，让更多人知道！",
        "戳这里，看详情",
        "想看更多？来新疆日报视频号",
        "更多精彩，请持续关注新疆日报",
        "您的每一次转发，都是对我们的鼓励",
        "喜欢这篇文章，请转给更多朋友",
        "发现错字？点此提交",
    ],
)
def test_offer_asks_the_readers_in_each_clause(line: str) -> None:
    assert is_offer(line)
    article = read_article_page(fetched(f"{H}{B}<p>{line}</p>{FOOT}")).article
    assert article.body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "请市民持续关注最新预报。",
        "转发这条消息的人，已经被警方找到",
        "扫码报名",
        "“赶紧转发！”",
        "下载量突破百万",
        "他转发了我们的故事",
    ],
)
def test_sentence_that_only_speaks_of_sharing_is_no_offer(line: str) -> None:
    assert not is_offer(line)


@pytest.mark.parametrize(
    "line",
    [
        "-责编 刘芳-",
        "【编辑】刘芳 【审核】万平",
        "◎编辑：刘芳",
        "※ 责任编辑：刘芳",
        "~ 责任编辑：刘芳 ~",
        "★责任编辑：刘芳★",
        "▣ 编辑：刘芳  ▣ 审核：万平",
        "（责编：刘芳 万平审）",
        "责任编辑：刘芳　张柱校　万平审核",
    ],
)
def test_editor_stands_between_any_ornaments(line: str) -> None:
    assert is_editor_line(line)
    article = read_article_page(fetched(f"{H}{B}<p>{line}</p>{FOOT}")).article
    assert (article.body, article.editors, find_editors(line)) == (BODY, ["刘芳"], ["刘芳"])


@pytest.mark.parametrize(
    "line",
    [
        "凡署名农民日报的稿件，任何单位不得擅自使用。",
        "本站所刊登的文字、图片，未经允许不可复制或建立镜像。",
        "稿件版权所有，谢绝任何形式的复制、改编与传播。",
        "转载须知：转载请在显著位置标注出处及作者。",
        "温馨提示：文中观点仅供参考，请以官方最新发布为准。",
        "提示：信息仅供读者参考，不作为决策依据。",
    ],
)
def test_notices_of_further_wordings(line: str) -> None:
    assert is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "以上文字及照片归天山网所有，抄袭必究。",
        "◆ 本平台尊重知识产权，若作品涉及侵权，请发邮件至 qq@example.com 处理。",
        "本稿件为天山网独家，其他媒体采用须付费并注明。",
        "天山网出品 | 欢迎分享，转载请后台留言",
        "* 未经同意，不得将本文用于商业目的",
        "文中图片由受访者提供，版权归原作者。",
    ],
)
def test_loose_notices_of_further_wordings(line: str) -> None:
    assert is_loose_notice(line)
    below_editor = f"{H}{B}<p>责任编辑：刘芳</p><p>{line}</p>{FOOT}"
    for html in (f"{H}{B}<p>{line}</p>{FOOT}", below_editor):
        article = read_article_page(fetched(html)).article
        assert (article.body, article.rights.notice) == (BODY, line)


def test_notice_in_unknown_words_is_not_taken_for_the_text_of_a_page_of_verse() -> None:
    verse = ["风把沙子磨了一千年", "红柳把根扎进一千年以前", "铁塔站成一排星辰", "把夜色钻出光亮"]
    lines = "".join(f"<p align=center>{line}</p>" for line in verse)
    html = f"{H}<div>{lines}<p>（全文）</p></div><p>若有侵权，请告知我们，24小时内删除。</p>{FOOT}"
    assert read_article_page(fetched(html)).article.body == "\n".join(verse)


def test_photographer_is_no_caption() -> None:
    assert names_photographer("摄影：刘芳 万平")
    assert not names_photographer("图：项目施工现场")
    html = f"{H}{B}<p><img src=./W1.jpg></p><p>图：万平在田间</p>{FOOT}"
    article = read_article_page(fetched(html)).article
    assert (article.body, [image.caption for image in article.images]) == (BODY, ["图：万平在田间"])


@pytest.mark.parametrize(
    "pager",
    [
        "<a href=index_1.shtml>&gt;</a><a href=index_24.shtml>&gt;&gt;</a>",
        "<a href=index_24.shtml>»</a><a href=index_1.shtml>›</a>",
    ],
)
def test_nearest_arrow_leads_to_the_next_page(pager: str) -> None:
    url = "https://m.euiu.cn/xwzx/szxw/"
    item = "<li><a href=./202504/t20250418_26369128.shtml>全区农村供水推进会召开</a></li>"
    listing = read_listing(fetched(f"<ul>{item}</ul><div>{pager}</div>", url))
    assert listing.further[0] == f"{url}index_1.shtml"


def test_arrow_in_the_middle_leads_on_from_the_page_itself() -> None:
    url = "https://m.euiu.cn/xwzx/szxw/index_4.shtml"
    pager = "<a href=index.shtml>«</a><a href=index_5.shtml>›</a><a href=index_29.shtml>»</a>"
    item = "<li><a href=./202504/t20250418_26369128.shtml>全区农村供水推进会召开</a></li>"
    listing = read_listing(fetched(f"<ul>{item}</ul><div>{pager}</div>", url))
    assert listing.further[0] == "https://m.euiu.cn/xwzx/szxw/index_5.shtml"


def test_list_whose_days_stand_above_its_links_is_no_article() -> None:
    items = "".join(
        f"<div><p>2025-04-18 10:2{n}</p><h3><a href=./t20250418_2636912{n}.shtml>{title}</a></h3></div>"
        for n, title in enumerate(
            ["伊犁河谷小麦返青长势良好", "独库公路恢复通车", "喀什古城客流多"] * 2
        )
    )
    html = f"<title>时政-天山网</title><h2>时政 <a href=/xwzx/szxw/>更多&gt;&gt;</a></h2><div>{items}</div>{FOOT}"
    with pytest.raises(NotAnArticle, match="no_body"):
        read_article_page(fetched(html))


@pytest.mark.parametrize(
    "line",
    [
        "往上翻",
        "转发，让更多人知道！",
        "图/刘芳",
        "附件：",
        "责编 · 刘芳",
        "※",
        "12:30",
        "转给好友看看",
    ],
)
def test_line_that_is_repeated_takes_no_more_than_its_share_of_time(line: str) -> None:
    def spent(times: int) -> float:
        page = fetched(f"{H}<div>{B}{f'<div class=k>{line}</div>' * times}</div>{FOOT}")
        start = time.process_time()
        read_article_page(page)
        return time.process_time() - start

    spent(100)
    assert spent(8000) < 5 * spent(4000) + 0.2
