"""Headings of the parts of a text, whatever they say."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, FIRST, LONG, B, D, E, H, P, T, Template, check, picture

TEMPLATES: dict[str, Template] = {
    "two links of a card right below the heading of a part": (
        f"{H}<table><tr><td>　　{LONG}<br><br><p align=center><b>一、上线</b></p>　　{LONG}<br><br><p align=center><b>二、成效</b></p><div class=card><a href=/xwzx/a.shtml><img src=/t/9.jpg><h4>{FIRST}</h4><p>天山网 03-19</p></a></div>　　{LONG}<br><br></td></tr></table>{E}",
        {"body": f"{LONG}\n一、上线\n{LONG}\n二、成效\n{LONG}"},
    ),
    "headings of parts below the dateline, the headline above it none": (
        f"<title>新闻详情</title><div class=bt>{T}</div>{D}<div><h3>{FIRST}</h3><p>{LONG}</p><h3>喀什古城游客多</h3><p>{LONG}</p></div>{E}",
        {"title": T, "body": f"{FIRST}\n{LONG}\n喀什古城游客多\n{LONG}"},
    ),
    "parts that numbers head, from the first line on": (
        f"{H}<div><p>1</p><p>吐鲁番·托克逊</p><p>{LONG}</p><p>2</p><p>伊犁·吐尔根</p><p>{LONG}</p></div>{E}",
        {"body": f"1\n吐鲁番·托克逊\n{LONG}\n2\n伊犁·吐尔根\n{LONG}"},
    ),
    "items of a list, each below a picture": (
        f"{H}<p>　　{LONG}</p>"
        + "".join(
            f"<p align=center><img src=./W02025031900000{n}.jpg></p><p>　　{item}</p>"
            for n, item in enumerate(("应当做到两点：", "一是少开车；", "二是节约用电。"))
        )
        + E,
        {"body": f"{LONG}\n应当做到两点：\n一是少开车；\n二是节约用电。"},
    ),
    "headings of parts that nothing sets apart, below the repeated headline": (
        f"{H}<h2>{T}</h2><div><p>“慢”字诀</p><p>{LONG}</p><p>“匀”字诀</p><p>{LONG}</p><p>“稳”字诀</p><p>{LONG}</p></div>{E}",
        {"subtitle": None, "body": f"“慢”字诀\n{LONG}\n“匀”字诀\n{LONG}\n“稳”字诀\n{LONG}"},
    ),
    "figures that head the parts of a text": (
        f"{H}<div><p>100%</p><p>{LONG}</p><p>2330万吨</p><p>{LONG}</p></div>{E}",
        {"body": f"100%\n{LONG}\n2330万吨\n{LONG}"},
    ),
    "marks that part a text, above its first part, too": (
        f"{H}<h2>{T}</h2><p>* * *</p><p>{LONG}</p><p>* * *</p><p>{LONG}</p>{E}",
        {"subtitle": None, "body": f"* * *\n{LONG}\n* * *\n{LONG}"},
    ),
    "the heading of a part below a caption, as short as a photographer’s name": (
        f"{H}<p>{LONG}</p><figure><img src=./W020250319301.jpg><figcaption>独库公路乔尔玛段。</figcaption></figure><h3>食宿提示</h3><p>{LONG}</p><figure><img src=./W020250319302.jpg><figcaption>乔尔玛的夜市。</figcaption></figure><p>美食地图</p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n食宿提示\n{LONG}\n美食地图\n{LONG}"},
    ),
    "a heading of the first part": (
        f"{P}<h3>引子</h3>{B}{E}",
        {"subtitle": None, "body": f"引子\n{BB}"},
    ),
    "parts with headings alike": (
        f"{P}<h3>沙漠里的水井房</h3>{B}<h3>沙漠里的加油站</h3>{B}{E}",
        {"subtitle": None, "body": f"沙漠里的水井房\n{BB}\n沙漠里的加油站\n{BB}"},
    ),
    "headings of parts that all read like tools": (
        f"{H}{B}<p><b>分享</b></p><p>{LONG}</p><p><b>评论</b></p><p>{LONG}</p>{E}",
        {"body": f"{BB}\n分享\n{LONG}\n评论\n{LONG}"},
    ),
    "a heading that links to itself": (
        f"{H}{B}<h3>背景<a href=#b>¶</a></h3><p>{LONG}</p>{E}",
        {"body": f"{BB}\n背景\n{LONG}"},
    ),
    "headings of parts that open alike, the first of them above the text": (
        f"<title>{T}</title>{D}<h1>{T}</h1><p>06:00 卡航查验口</p>{B}<p>24:00 铁路换装场</p>{B}{E}",
        {"subtitle": None, "body": f"06:00 卡航查验口\n{BB}\n24:00 铁路换装场\n{BB}"},
    ),
    "headings of parts in bold, the first of them above the text": (
        f"{P}<p><b>岗位从哪里来</b></p><p>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p><b>市民怎么用</b></p><p>　　目前已有3.2万人次使用。</p>{E}",
        {
            "subtitle": None,
            "body": "岗位从哪里来\n据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n市民怎么用\n目前已有3.2万人次使用。",
        },
    ),
    "a heading, centred in bold, below a picture": (
        f"{P}<p align=center><img src=1.jpg></p><p align=center><strong>第一章 总则</strong></p>{B}{E}",
        {"body": f"第一章 总则\n{BB}"},
    ),
    "headings of parts, each above the element of its part": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<h3>平台汇集岗位</h3><div>{B}</div><h3>岗位足 办事快</h3><div>{B}</div>{E}</div>",
        {"subtitle": None, "body": f"平台汇集岗位\n{BB}\n岗位足 办事快\n{BB}"},
    ),
    "a part whose heading is its number": (
        f"{P}<p>　　一</p>{B}<p>　　二</p>{B}{E}",
        {"body": f"一\n{BB}\n二\n{BB}"},
    ),
    "parts whose headings are hours": (
        f"{P}<p>10:30</p>{B}<p>12:00</p>{B}{E}",
        {"published_raw": "2025-03-19 19:38:42", "body": f"10:30\n{BB}\n12:00\n{BB}"},
    ),
    "parts whose headings are figures": (
        f"{P}<p align=center>1</p>{B}<p align=center>2</p>{B}{E}",
        {"subtitle": None, "body": f"1\n{BB}\n2\n{BB}"},
    ),
    "parts whose headings are a word and a figure": (
        f"{P}<p align=center>PART 1</p>{B}<p align=center>PART 2</p>{B}{E}",
        {"subtitle": None, "body": f"PART 1\n{BB}\nPART 2\n{BB}"},
    ),
    "parts of the text headed by words that buttons have, and comments headed alike": (
        f"{P}<h3>岗位</h3>{B}<h3>分享</h3>{B}<h3>网友评论</h3><div><span>天山雪</span> <span>2025-03-20 12:20</span><p>为家乡点赞！</p></div>{E}",
        {"body": f"岗位\n{BB}\n分享\n{BB}"},
    ),
    "headings of parts with a mark, the first right below the dateline": (
        f"{P}<p align=center>●岗位超过十二万</p>{B}<p align=center>●使用人次过三万</p>{B}{E}",
        {"subtitle": None, "body": f"●岗位超过十二万\n{BB}\n●使用人次过三万\n{BB}"},
    ),
    "the first part headed by a word in brackets": (
        f"{P}<p align=center>【专家观点】</p>{B}{E}",
        {"subtitle": None, "body": f"【专家观点】\n{BB}"},
    ),
    "headings of the parts, the first right below the dateline": (
        f"{P}<h3>岗位超过十二万个</h3>{B}<h3>使用人次过三万</h3>{B}{E}",
        {"subtitle": None, "body": f"岗位超过十二万个\n{BB}\n使用人次过三万\n{BB}"},
    ),
    "parts of the text headed by words that a foot and a player have": (
        f"{P}<p>摘要：平台服务各族群众。</p>"
        + "".join(
            f"<p>　　<b>{heading}</b></p>{B.replace('<p>', '<p>　　')}"
            for heading in ("关于我们", "视频")
        )
        + E,
        {"body": f"摘要：平台服务各族群众。\n关于我们\n{BB}\n视频\n{BB}"},
    ),
    "headings of parts that buttons and a foot have, without indent": (
        f"{P}{B}<h3>分享</h3>{B}<h3>关于我们</h3>{B}{E}",
        {"body": f"{BB}\n分享\n{BB}\n关于我们\n{BB}"},
    ),
    "centred headings of parts, the first right below the dateline": (
        f"{P}<p align=center>岗位超过十二万个</p>{B}<p align=center>使用人次过三万</p>{B}{E}",
        {"subtitle": None, "body": f"岗位超过十二万个\n{BB}\n使用人次过三万\n{BB}"},
    ),
    "headings of parts such as comments and a foot have, the first of all alone": (
        f"{P}{B}<h3>网友留言</h3>{B}<h3>就业</h3>{B}<h3>联系我们</h3>{B}{E}",
        {"body": f"{BB}\n网友留言\n{BB}\n就业\n{BB}\n联系我们\n{BB}"},
    ),
    "the heading of a part below a picture": (
        f"{P}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p><img src=./W1.jpg></p><p><b>让群众少跑路</b></p><p>目前已有3.2万人次使用。</p>{E}",
        {"images": [picture("W1.jpg")], "body": BB.replace("\n", "\n让群众少跑路\n")},
    ),
    "the number of the first part alone": (
        f"{P}<p align=center>一</p>{B}{E}",
        {"subtitle": None, "body": f"一\n{BB}"},
    ),
    "the numbered heading of a part below a picture": (
        f"{P}{B}<p align=center><img src=1.jpg></p><p align=center>02 让数据多跑路</p>{B}{E}",
        {"body": f"{BB}\n02 让数据多跑路\n{BB}"},
    ),
    "the heading of a part such as lists have, above a paragraph and a list": (
        f"{P}{B}<p><b>相关新闻</b></p><p>{LONG}</p><div>相关新闻</div><div><li><a href=a>伊犁河谷杏花盛开</a></li><li><a href=b>春播正当时</a></li></div><p>天山网版权所有</p>",
        {"body": f"{BB}\n相关新闻\n{LONG}"},
    ),
    "headings larger than the text, one of them below a picture": (
        f"{P}<p style='font-size:16px'>　　{LONG}</p><p><img src=1.jpg></p><p style='font-size:20px'>夜里的灯</p><p style='font-size:16px'>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n夜里的灯\n{LONG}"},
    ),
    "headings of one character": (
        f"{P}<h3>雪</h3><p>落在毡房上</p><p>落在羊背上</p><h3>驼铃</h3><p>响在风里</p>{E}",
        {"body": "雪\n落在毡房上\n落在羊背上\n驼铃\n响在风里"},
    ),
    "headings between paragraphs that all read like buttons": (
        f"{P}<p>{LONG}</p><p><b>分享</b></p><p>{LONG}</p><p><b>点赞</b></p><p>{LONG}</p><p><b>收藏</b></p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n分享\n{LONG}\n点赞\n{LONG}\n收藏\n{LONG}"},
    ),
    "a first heading that reads like that of a list": (
        f"{P}<p><b>今日要闻</b></p><p>{LONG}</p><p><b>便民窗口</b></p><p>{LONG}</p>{E}",
        {"body": f"今日要闻\n{LONG}\n便民窗口\n{LONG}"},
    ),
    "headings that end with links to themselves": (
        f"{P}<h2 id=a>岗位多<a href=#a>#</a></h2>{B}<h2 id=b>办事快<a href=#b>¶</a></h2><p>{LONG}</p>{E}",
        {"body": f"岗位多\n{BB}\n办事快\n{LONG}"},
    ),
    "a number that heads a part below a picture, both centred": (
        f"{P}{B}<p align=center>一</p><p>{LONG}</p><p align=center><img src=a.jpg></p><p align=center>二</p>{B}{E}",
        {"body": f"{BB}\n一\n{LONG}\n二\n{BB}"},
    ),
    "a later page that opens with the number of a part, and the next below": (
        f"{P}<div><p>2</p><p>吐鲁番·托克逊</p><p>{LONG}</p><p>3</p><p>伊犁·吐尔根</p><p>{LONG}</p></div>{E}",
        {"body": f"2\n吐鲁番·托克逊\n{LONG}\n3\n伊犁·吐尔根\n{LONG}"},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
