"""Templates that differ in one thing each: what a reader takes from them stays the same."""

# HTML is easier to check by eye when a line of it stays a line.
# ruff: noqa: E501

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from tsnet.extraction import NotAnArticle, read_article_page
from tsnet.items import FetchedPage, Image, Licence, Rights
from tsnet.text.titles import strip_site_name

ADDRESS = "http://m.euiu.cn/xwzx/szxw/202503/t20250319_26369128.shtml"
T = "新疆上线就业服务平台"
B = "<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p>目前已有3.2万人次使用。</p>"
BB = "据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n目前已有3.2万人次使用。"
D = "<div>2025-03-19 19:38:42 来源：天山网</div>"
E = "<div>[责任编辑: 刘芳 ]</div>"
H = f"<title>{T}_天山网</title><h1>{T}</h1>{D}"
LONG = "平台上线一年来，各地就业服务更加便捷，“家门口就业”成为许多农牧民的选择，收入也逐年增加。"
LISTED = "".join(
    f"<div><a href=/xwzx/szxw/202503/t20250319_2636912{n}.shtml>伊犁河谷杏花盛开迎客来</a><p>杏花沟的游客比去年同期多了三成，农家乐的生意十分红火...</p><em>2025-03-19 0{n}:30</em> <em>来源：人民网</em></div>"
    for n in range(3)
)
FIRST = "伊犁河谷杏花次第开放"
SECOND = "让世界了解新疆，让新疆走向世界"
LINKS = "<p><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a></p><p><a href=/xwzx/b.shtml>喀什古城游客多</a></p>"

BOX = "<div id=6fatj class=pl_css_ganrao style='display: none;'><td id=6fatj></td><xmp id=6fatj>开奖直播大全</xmp><a id=6fatj href=/>棋牌游戏-手机版</a></div>"

TEMPLATES: dict[str, tuple[str, dict[str, Any]]] = {
    "buttons of unknown words below a notice of unknown words, the editor and who checked the text": (
        f"{H}{B}<p>本条编辑：刘芳</p><p>三级复核：万平</p><p>请尊重原创，转载时保留出处和链接。</p><p>往上翻</p><p>有帮助</p><p>生成长图</p>",
        {
            "body": BB,
            "editors": ["刘芳"],
            "rights": Rights(notice="请尊重原创，转载时保留出处和链接。"),
        },
    ),
    "a notice of unknown words below the editor, and none of an article's in a list": (
        f"{H}{B}{E}<div>严禁擅自搬运、洗稿，违者追责。</div><h3>相关新闻</h3>{LINKS}<p>转发请注明：来自天山网。</p>",
        {"body": BB, "rights": Rights(notice="严禁擅自搬运、洗稿，违者追责。")},
    ),
    "a last sentence on rights in a text on rights": (
        f"{H}{B}<p>平台收录的作品侵权了怎么办？</p><p>转载这些照片须经摄影师许可，并注明出处。</p>{E}",
        {
            "body": f"{BB}\n平台收录的作品侵权了怎么办？\n转载这些照片须经摄影师许可，并注明出处。",
            "rights": Rights(),
        },
    ),
    "a button of unknown words set as one below it, not as the text": (
        f"{H}<div class=t>{B}</div><div class=z>往上翻</div><div class=z>[打印] [关闭]</div>",
        {"body": BB},
    ),
    "the last short lines of a text below one on who made it": (
        f"{H}{B}<p>作品信息</p><p>编导：刘翔</p><p>总导演：万平</p>{E}",
        {"body": f"{BB}\n作品信息\n编导：刘翔\n总导演：万平"},
    ),
    "a short line that ends a text set as that": (
        f"{H}{B}<p>让世界了解新疆</p><div>[打印] [关闭]</div>",
        {"body": f"{BB}\n让世界了解新疆"},
    ),
    "two links of a card right below the heading of a part": (
        f"{H}<table><tr><td>　　{LONG}<br><br><p align=center><b>一、上线</b></p>　　{LONG}<br><br><p align=center><b>二、成效</b></p><div class=card><a href=/xwzx/a.shtml><img src=/t/9.jpg><h4>{FIRST}</h4><p>天山网 03-19</p></a></div>　　{LONG}<br><br></td></tr></table>{E}",
        {"body": f"{LONG}\n一、上线\n{LONG}\n二、成效\n{LONG}"},
    ),
    "what a text leaves out, above a card, and no sign of the end": (
        f"{H}<table><tr><td><section>{LONG}</section><section>{LONG}</section><section>……</section><div class=card><a href=/xwzx/a.shtml><img src=/t/9.jpg><h4>{FIRST}</h4><p>天山网 03-19</p></a></div><section>{SECOND}。</section><section>{LONG}</section></td></tr></table>",
        {"body": f"{LONG}\n{LONG}\n……\n{SECOND}。\n{LONG}"},
    ),
    "headings of parts below the dateline, the headline above it none": (
        f"<title>新闻详情</title><div class=bt>{T}</div>{D}<div><h3>{FIRST}</h3><p>{LONG}</p><h3>喀什古城游客多</h3><p>{LONG}</p></div>{E}",
        {"title": T, "body": f"{FIRST}\n{LONG}\n喀什古城游客多\n{LONG}"},
    ),
    "the address of the editors below the notice in the element of the text": (
        f"{H}<div><p>　　{LONG}</p><p>　　{LONG}</p><p>　　转载请注明来源：天山网，违者必究。</p><p>　　投稿邮箱：news@ts.cn</p></div><h3>相关新闻</h3>{LINKS}",
        {
            "body": f"{LONG}\n{LONG}",
            "rights": Rights(notice="转载请注明来源：天山网，违者必究。", contacts=["news@ts.cn"]),
        },
    ),
    "an editor of a site and whose views a text gives, outside the element of the text": (
        f"{H}<div><p>{LONG}</p><p>{LONG}</p></div><div>网编：刘芳</div><div>本文仅代表作者个人观点，不代表天山网立场。</div>",
        {
            "body": f"{LONG}\n{LONG}",
            "editors": ["刘芳"],
            "rights": Rights(notice="本文仅代表作者个人观点，不代表天山网立场。"),
        },
    ),
    "the day of a diary without its year, centred above its text": (
        f"{H}<p align=center>4月5日　　星期六　　小雨</p><p>　　{LONG}</p><p>　　{LONG}</p>{E}",
        {"subtitle": None, "body": f"4月5日　　星期六　　小雨\n{LONG}\n{LONG}"},
    ),
    "a short text above its dateline, more said of other articles below it": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>{LONG}</p><ul><li>来源：天山网</li><li>发布时间：2025-03-19 19:38:42</li></ul>"
        + f"<h4><a href=/xwzx/a.shtml>{FIRST}</a></h4><p>{LONG}</p><p>{SECOND}</p>" * 2,
        {"title": T, "body": LONG, "source": "天山网"},
    ),
    "the headline behind its label below the text, as systems set it with the address": (
        f"{H}<div>{B}<p>本文标题：{T}</p><p>本文链接：{ADDRESS}</p></div>{E}",
        {"title": T, "body": BB},
    ),
    "the topic to which a text belongs, between dateline and text": (
        f"{H}<div class=zt>专题：新疆高质量充分就业在行动</div><div><p>{LONG}</p><p>{LONG}</p></div>{E}",
        {"subtitle": None},
    ),
    "a smaller headline in an element of its own, a caption of its own kind near below it": (
        f"{H}<div class=ft>{FIRST}</div><div>　　{LONG}</div><center><img src=./W01.jpg></center><center>工作人员向求职者介绍平台。</center><div>　　{LONG}</div><div>　　{LONG}</div>{E}",
        {"subtitle": FIRST, "body": f"{LONG}\n{LONG}\n{LONG}"},
    ),
    "whose editorial it is, below the headline that stands again": (
        f"{H}<h2>{T}</h2><p>新疆日报社论</p><p>{LONG}</p><p>{LONG}</p>{E}",
        {"subtitle": None, "body": f"新疆日报社论\n{LONG}\n{LONG}"},
    ),
    "a headline in the title element alone, behind what the mirror's box says": (
        f"<title>开奖直播大全{T}_天山网</title>{BOX}<div>权威发布 亲民视角</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline in the title element alone, behind a part of what the mirror's box says": (
        f"<title>棋牌游戏 {T}_天山网</title>{BOX}{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline in the title element alone, behind spam that is a heading that leads away": (
        f"<title>国产精品 {T}_天山网</title><h1><a href=//spam.example>国产精品</a></h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline in the title element alone, behind spam that is a heading without a link": (
        f"<title>开奖直播大全 {T}_天山网</title>{BOX}<h1>开奖直播大全</h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "spam as the title element beside the site's name, and as a heading that leads to a page of this": (
        f"<title>国产精品视频_天山网</title><h1><a href=/sz/>国产精品视频</a></h1><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline in the title element behind spam, and unseen without it": (
        f"<title>日韩影院 {T}_天山网</title><meta property=og:title content={T}>{BOX}{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline in the title element alone, a line above the dateline that has less to do with the text": (
        f"<title>{T}_天山网</title>{BOX}<div>权威发布 亲民视角</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "spam as all of the title element, a line between headline and dateline that has nothing to do with the text": (
        f"<title>日韩影院在线</title>{BOX}<div>{T}</div><div>权威发布 亲民视角</div>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a medium and a day without its year between headline and dateline": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>新疆日报 3月19日</div><div>2025-03-19 19:38:42</div>{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a medium and a day without its year below the dateline": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p align=center>天山网-新疆日报 03-19 10:20</p><p>　　{LONG}</p>{E}",
        {"title": T, "subtitle": None},
    ),
    "a smaller headline that ends with a day": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>报名持续至3月19日</div>{D}{B}{E}",
        {"title": T, "subtitle": "报名持续至3月19日", "body": BB},
    ),
    "a headline that ends as a site's name, beside which the title element names the site": (
        f"<title>{T}_天山网</title><p align=center>权威发布 亲民视角</p>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline that ends as a site's name, its first part parted by a space": (
        f"<title>好消息！ {T}_天山网</title>{D}{B}{E}",
        {"title": f"好消息！ {T}", "body": BB},
    ),
    "a hidden copy of the first part of a headline, which is no box of a mirror": (
        f"<title>{T} 惠及各族群众_天山网</title><div style='display: none'>{T}</div>{D}{B}{E}",
        {"title": f"{T} 惠及各族群众", "body": BB},
    ),
    "a disclaimer in brackets in the middle of the text": (
        f"{H}<p>{LONG}</p><p>（以上数据仅供参考，不构成投资建议）</p><p>{SECOND}</p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n{SECOND}\n{LONG}"},
    ),
    "an editor behind an English label, below a Chinese text": (
        f"{H}{B}<p>Editor: 刘芳</p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "licences that a text gives in quotes as examples": (
        f"{H}<p>{LONG}</p><p>网站须标明备案号，如“新ICP备2024000001号”“新公网安备65010202000999号”。</p><p>举报电话：12377。</p>{E}",
        {
            "body": f"{LONG}\n网站须标明备案号，如“新ICP备2024000001号”“新公网安备65010202000999号”。\n举报电话：12377。"
        },
    ),
    "the day of <time> shown without its year, below the source": (
        f"<title>{T}_天山网</title><article><header><h1>{T}</h1><p><address>天山网</address><time datetime=2025-03-19T19:38:42+08:00>3月19日</time></p></header>{B}</article>",
        {"body": BB, "source": "天山网", "published_raw": "2025-03-19T19:38:42+08:00"},
    ),
    "when a meeting took place, and where, below the page of a newspaper": (
        f"<title>{T}</title><p>{T}</p><div>《新疆日报》（2025年03月19日 第 02 版）</div><div><p>时间：2025年3月18日10:00</p><p>地点：三楼会议室</p>{B}</div>",
        {
            "body": f"时间：2025年3月18日10:00\n地点：三楼会议室\n{BB}",
            "source": "新疆日报",
            "published_raw": "2025年03月19日",
        },
    ),
    "a draw's day below the page of a newspaper": (
        f"<title>{T}</title><p>{T}</p><div>《新疆日报》（2025年03月19日 第 02 版）</div><div><p>开奖日期：2025年3月19日</p>{B}</div>",
        {"body": f"开奖日期：2025年3月19日\n{BB}", "published_raw": "2025年03月19日"},
    ),
    "a draw's day in the text, the hour of publication unseen": (
        f'<title>{T}_天山网</title><meta name=PubDate content="2025-03-19 19:38:42"><h1>{T}</h1><div><p>开奖日期：2025年3月19日</p>{B}</div>{E}',
        {"body": f"开奖日期：2025年3月19日\n{BB}", "published_raw": "2025-03-19 19:38:42"},
    ),
    "a calendar of three blocks": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><div>19</div><div>2025-03</div><div>19:38</div></div><div>来源：天山网</div><div>{B}</div>{E}",
        {"body": BB, "source": "天山网", "published_raw": "19 2025-03 19:38"},
    ),
    "a calendar of three blocks, the year above the day, a headline below and a time in the text": (
        f"<title>{T}_天山网</title><div><div>2025</div><div>03/19</div><div>19:38:42</div><div>来源：天山网</div><h1>{T}</h1></div><div>{B}<p>2025年3月21日10:00至3月28日18:00。</p><p>报名方式</p></div>{E}",
        {
            "title": T,
            "subtitle": None,
            "source": "天山网",
            "published_raw": "2025 03/19 19:38:42",
            "body": f"{BB}\n2025年3月21日10:00至3月28日18:00。\n报名方式",
        },
    ),
    "a calendar of four blocks, the year first": (
        f"<title>{T}_天山网</title><div><b>2025年</b><div>03月</div><div>19日</div><div>19:38</div></div><h1>{T}</h1>{B}{E}",
        {"title": T, "published_raw": "2025年 03月 19日 19:38", "body": BB},
    ),
    "a headline that the breadcrumb breaks off above the dateline, whole below it": (
        f"<title>新闻详情</title><ol><li><a href=/>首页</a></li><li>{T[:6]}...</li></ol>{D}<div class=bt>{T}</div>{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a headline that the breadcrumb breaks off with three full stops": (
        f"<title>新闻详情</title><ol><li><a href=/>首页</a></li><li>{T[:6]}。。。</li></ol>{D}<div class=bt>{T}</div>{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a short headline that the breadcrumb breaks off for no need": (
        f"<title>雪夜归人 – 天山网</title><ol><li><a href=/>首页</a></li><li>雪夜归人...</li></ol>{D}<div class=bt>雪夜归人</div>{B}{E}",
        {"title": "雪夜归人", "subtitle": None, "body": BB},
    ),
    "a headline below the dateline, no heading, under a title element of all pages": (
        f"<title>新闻详情</title>{D}<center><b>{T}</b></center><div>{B}</div>{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a day by itself above the first hour of a text": (
        f'<title>{T}_天山网</title><meta name=PubDate content="2025-03-19 19:38:42"><h1>{T}</h1><div>3月19日</div><div><p><b>06:40</b></p>{B}<p><b>08:00</b></p>{B}</div>{E}',
        {"published_raw": "2025-03-19 19:38:42", "body": f"06:40\n{BB}\n08:00\n{BB}"},
    ),
    "the editorial board that signs above a text": (
        f"{H}<div><p align=center>新疆日报社</p><p>　　{LONG}</p><p>　　{LONG}</p></div>{E}",
        {"subtitle": None, "body": f"新疆日报社\n{LONG}\n{LONG}"},
    ),
    "a newspaper's edition beside the date": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38</p><p>人民日报海外版</p><div>{B}</div>",
        {"source": "人民日报海外版", "body": BB},
    ),
    "the site of an office beside the date": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38</p><p>商务部网站</p><div>{B}</div>",
        {"source": "商务部网站", "body": BB},
    ),
    "a graduate school beside the date": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38</p><p>新疆大学研究生院</p><div>{B}</div>",
        {"source": "新疆大学研究生院", "body": BB},
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
    "a firm's licence in a decision, lines below it": (
        f"{H}<p>　　{LONG}</p><p>　　统一社会信用代码：91650100MA7756XY1B</p><p>　　法定代表人：刘翔</p><p>　　{LONG}</p>{E}<div>新ICP备06002066号-1</div>",
        {
            "body": f"{LONG}\n统一社会信用代码：91650100MA7756XY1B\n法定代表人：刘翔\n{LONG}",
            "rights": Rights(licences=[Licence("ICP备案", "新ICP备06002066号-1")]),
        },
    ),
    "a firm's licence and a heading as of a foot, in paragraphs without indent": (
        f"{H}<p>{LONG}</p><p>经营许可证：JY16501020012345</p><p>{LONG}</p><p>加入我们</p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n经营许可证：JY16501020012345\n{LONG}\n加入我们\n{LONG}"},
    ),
    "a foot of several long lines set as the text is": (
        f"{H}<p>{LONG}</p><p>{LONG}</p><p>营业执照编号：916501007981735588 新闻信息服务许可证：65120180001 增值电信业务经营许可证：新B2-20100024</p><p>新公网安备 65010202000001号 信息网络传播视听节目许可证：3108311 新ICP备06002066号-1</p>",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "a picture with a line below it as all of a text, below the repeated headline": (
        f"{H}<h2>{T}</h2><p><img src=./W020250319000001.jpg></p><p>{LONG}</p>{E}",
        {"subtitle": None, "body": LONG},
    ),
    "sentences that end as captions do, each below a picture": (
        f"{H}<p>　　{LONG}</p><p><img src=./W020250319000001.jpg></p><p>　　会议定下了时间表、路线图。</p><p>　　{LONG}</p><p><img src=./W020250319000002.jpg></p><p>　　她已拍了60多张蓝天照片。</p><p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n会议定下了时间表、路线图。\n{LONG}\n她已拍了60多张蓝天照片。\n{LONG}"},
    ),
    "captions that are called pictures": (
        f"{H}<p>　　{LONG}</p><p><img src=./W020250319000001.jpg></p><p>　　杏花沟（航拍照片）。</p><p>　　{LONG}</p><p><img src=./W020250319000002.jpg></p><p>　　就业服务平台截图</p><p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}\n{LONG}"},
    ),
    "a centred smaller headline with several quoted words, the last at its end": (
        f"{H}<h2>{T}</h2><p align=center>从“一季游”到“四季游”</p><p>　　{LONG}</p><p>　　{LONG}</p>{E}",
        {"subtitle": "从“一季游”到“四季游”", "body": f"{LONG}\n{LONG}"},
    ),
    "a byline with a mark before it below a dateline without a source": (
        f"<title>{T}</title><h1>{T}</h1><p>发布于 2025年3月19日</p><p>□本报记者 刘翔</p>{B}",
        {"source": None, "reporters": ["刘翔"], "body": BB},
    ),
    "icons in the dateline, before the date and before the source": (
        f"<title>{T}</title><h1>{T}</h1><div><img src=/images/clock.png>2025-03-19 19:38:42 <img src=/images/src.png>天山网</div>{B}{E}",
        {"source": "天山网", "images": [], "body": BB},
    ),
    "a picture of another directory that opens the text, in lines that breaks part": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网<br><img src=/images/1.png><br>　　{LONG}<br>　　{LONG}</div>{E}",
        {"images": [Image("http://m.euiu.cn/images/1.png")], "body": f"{LONG}\n{LONG}"},
    ),
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
    "news of the day, a link to each above it": (
        f"{H}<h3><a href=/xwzx/a.shtml>喀什古城游客多</a></h3><p>{LONG}</p><h3><a href=/xwzx/b.shtml>伊犁河谷杏花开</a></h3><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "another article below this one, with an editor of its own": (
        f"{H}{B}<p>责任编辑：刘芳</p><h1>{FIRST}</h1><p>2025-03-20 10:00 来源：伊犁日报</p><p>{LONG}</p><p>责任编辑：万平</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "paragraphs that are blocks by their style alone, the last one short": (
        f"{H}<span><span style='display:block'>{LONG}</span><span style='display:block'>{LONG}</span><span style='display:block'>2012.08— 塔城地区行署</span></span><span style='display:block'>[责任编辑: 刘芳 ]</span>",
        {"body": f"{LONG}\n{LONG}\n2012.08— 塔城地区行署", "editors": ["刘芳"]},
    ),
    "the labels of an author and an editor that are not named, above short lines of the text": (
        f"{H}<p>作者：</p><p>编辑：</p><p>可爱的一朵玫瑰花</p><p>赛地玛利亚</p><p>{LONG}</p>{E}",
        {
            "reporters": [],
            "editors": ["刘芳"],
            "body": f"可爱的一朵玫瑰花\n赛地玛利亚\n{LONG}",
        },
    ),
    "a source without label that is a museum": (
        f"<title>{T}</title><h1>{T}</h1><div><i>新疆博物馆</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "新疆博物馆", "body": BB},
    ),
    "headings of parts that nothing sets apart, below the repeated headline": (
        f"{H}<h2>{T}</h2><div><p>“慢”字诀</p><p>{LONG}</p><p>“匀”字诀</p><p>{LONG}</p><p>“稳”字诀</p><p>{LONG}</p></div>{E}",
        {
            "subtitle": None,
            "body": f"“慢”字诀\n{LONG}\n“匀”字诀\n{LONG}\n“稳”字诀\n{LONG}",
        },
    ),
    "the label of an author that is not named, above a short line of the text": (
        f"<title>{T}</title><h1>{T}</h1><ul><li>发布日期 2025-03-19 19:38:42</li><li>来源 天山网</li><li><em>作者</em><span></span></li></ul><div><p>鹰笛</p><p>　　{LONG}</p></div>{E}",
        {"reporters": [], "body": f"鹰笛\n{LONG}"},
    ),
    "a source without label that the headline opens with, above the date in their element": (
        f"<title>塔城法院{T}</title><h1>塔城法院{T}</h1><div><img src=/a.png><div><div>塔城法院</div><div>2025-03-19 19:38</div></div></div>{B}{E}",
        {"source": "塔城法院", "subtitle": None, "body": BB},
    ),
    "a source without label that the headline opens with, below the date in their element": (
        f"<title>塔城法院{T}</title><h1>塔城法院{T}</h1><dl><dd>2025-03-19 19:38</dd><dd>塔城法院</dd></dl>{B}{E}",
        {"source": "塔城法院", "body": BB},
    ),
    "a source that the headline opens with, below its label": (
        f"<title>塔城地区人民法院{T}</title><h1>塔城地区人民法院{T}</h1><dl><dt>发布时间</dt><dd>2025-03-19 19:38</dd><dt>来源</dt><dd>塔城地区人民法院</dd></dl>{B}{E}",
        {"source": "塔城地区人民法院", "body": BB},
    ),
    "a headline in bold above the day of a speech, under a title that names the site": (
        f"<title>天山网</title><p align=center><b>{T}</b></p><p align=center><b>（2024年9月10日）</b></p>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline in bold above by whom a law was passed, under a title that names the site": (
        f"<title>天山网</title><p align=center><b>{T}</b></p><p align=center><b>（自治区第十四届人民代表大会常务委员会第十次会议通过）</b></p>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a list of other articles in the text, a medium and the day below each": (
        f"{H}<p>　　{LONG}</p><h3>相关推荐</h3>"
        + "".join(
            f"<div><a href=/xwzx/shxw/202501/t20250123_{n}.shtml><p>喀什古城游客多</p></a><p>天山网 2025-01-23</p></div>"
            for n in (1, 2)
        )
        + f"<p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "the source below a notice that ends the text": (
        f"<title>{T}</title><h1>{T}</h1><p>天山网 2025-03-19 19:38</p>{B}<p>(刊用本网站稿件,务经书面授权。未经授权禁止转载。)</p><p>来源：塔城日报</p>{E}",
        {"source": "塔城日报", "editors": ["刘芳"], "body": BB},
    ),
    "a source without label that is an office of the Party": (
        f"<title>{T}</title><h1>{T}</h1><div><i>昌吉州党委组织部</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "昌吉州党委组织部", "body": BB},
    ),
    "a source without label that is the police on the network": (
        f"<title>{T}</title><h1>{T}</h1><div><i>塔城网警</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "塔城网警", "body": BB},
    ),
    "a short abstract behind its label, a player between it and the text": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div><b>[摘要]</b>尊敬的编辑同志：……</div><div><span>正在播放</span><em>00:18</em></div><div><p>　　尊敬的编辑同志：</p><p>　　{LONG}</p><p>　　{LONG}</p></div>{E}</div>",
        {"body": f"尊敬的编辑同志：\n{LONG}\n{LONG}"},
    ),
    "the headline as a picture, a bold motto above the dateline": (
        f"<title>{FIRST}_天山网</title><img src=t.png><b>新疆新闻门户 权威媒体发布</b>{D}{B}{E}",
        {"title": FIRST, "body": BB},
    ),
    "a short title that names the site by no known word, nothing bold": (
        f"<title>边城热土</title><div>欢迎光临</div><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a link to the source behind it": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38 来源：新疆日报 来源链接：<a href=http://a.cn/x>http://a.cn/x</a></p>{B}{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "where a talk was held and who was asked, below its time": (
        f"<title>{T}</title><h1>{T}</h1><div>访谈时间：2025-03-19 19:38</div><div>访谈嘉宾：刘翔</div><div>访谈地点：天山网演播室</div><div><h3>访谈实录</h3><p>[主持人] 各位网友大家好。</p><p>[刘翔] {LONG}</p></div>",
        {
            "subtitle": None,
            "body": f"访谈地点：天山网演播室\n访谈实录\n[主持人] 各位网友大家好。\n[刘翔] {LONG}",
        },
    ),
    "spam in front of a title that names the site, on a page with a mirror’s box": (
        f"<title>开奖直播_天山网手机版</title><div id=6fatj style='display: none;'><td id=6fatj></td></div><div><a href=/>首页</a>-<a href=/xwzx/>时政</a><br>{T}<br>2025-03-19 19:38:42 来源:天山网<br>　　{LONG}<br>　　{LONG}<br></div>",
        {"title": T, "body": f"{LONG}\n{LONG}"},
    ),
    "a title that says what all such pages are beside the name of the site": (
        f"<title>边城热土--新闻浏览</title><div>欢迎光临</div><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a title that names the site by no known word, a bold line above the dateline": (
        f"<title>边城热土</title><div>欢迎光临</div><div><b>{T}</b></div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a smaller headline that says how reporters came by the news": (
        f"<title>{T}</title><h1>{T}</h1><h6>记者现场直击</h6>{D}{B}{E}",
        {"subtitle": "记者现场直击", "body": BB},
    ),
    "figures that head the parts of a text": (
        f"{H}<div><p>100%</p><p>{LONG}</p><p>2330万吨</p><p>{LONG}</p></div>{E}",
        {"body": f"100%\n{LONG}\n2330万吨\n{LONG}"},
    ),
    "a series of news, each with its source below it": (
        f"{H}<p><b>春耕有序推进</b></p><p>{LONG}</p><p>（来源：新华社）</p><p><b>口岸通关提速</b></p><p>{LONG}</p><p>（来源：人民日报）</p>{E}",
        {
            "source": "天山网",
            "body": f"春耕有序推进\n{LONG}\n（来源：新华社）\n口岸通关提速\n{LONG}\n（来源：人民日报）",
        },
    ),
    "pictures with captions that are no sentences, comments below the editor": (
        f"{H}"
        + "".join(
            f"<p align=center><img src=./W02025031930{n}.jpg><br>{caption}</p>"
            for n, caption in enumerate(
                ("哨所晨曦　刘翔　摄", "巡逻归来　万平　摄", "雪中界碑　张柱　摄")
            )
        )
        + f"{E}<h3>网友评论</h3><p><b>网友</b> <span>2025-03-20 10:10</span></p><p>支持家乡！</p>",
        {"body": "哨所晨曦　刘翔　摄\n巡逻归来　万平　摄\n雪中界碑　张柱　摄"},
    ),
    "an editor between a picture and the text, and again at its end": (
        f"{H}<p><img src=./W020250319300.jpg></p><p>责编 刘芳</p><p>{LONG}</p><p>{LONG}</p>{E}",
        {"editors": ["刘芳"], "body": f"{LONG}\n{LONG}"},
    ),
    "marks that part a text, above its first part, too": (
        f"{H}<h2>{T}</h2><p>* * *</p><p>{LONG}</p><p>* * *</p><p>{LONG}</p>{E}",
        {"subtitle": None, "body": f"* * *\n{LONG}\n* * *\n{LONG}"},
    ),
    "a great heading that opens as a counter does, under a title that names the site": (
        f"<title>天山网手机版</title><h1>评论：{T}</h1>{D}{B}{E}",
        {"title": f"评论：{T}", "body": BB},
    ),
    "a smaller headline in an element of another kind than the paragraphs, in theirs": (
        f"{H}<div><div class=st>岗位备足 办事加快</div><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p></div>{E}",
        {"subtitle": "岗位备足 办事加快", "body": f"{LONG}\n{LONG}\n{LONG}"},
    ),
    "a button that reads the text aloud, right behind 原创": (
        f"<title>{T}</title><h1>{T}</h1><p>发稿时间：2025-03-19 19:38:42 来源：天山网原创 听新闻</p>{B}{E}",
        {"source": "天山网", "original": True, "body": BB},
    ),
    "a text whose lines are parted by its style alone": (
        f"{H}<div style='font-size: 16px; white-space: pre-line'>人民广场\n广场上的灯亮了\n{LONG}\n</div>{E}",
        {"body": f"人民广场\n广场上的灯亮了\n{LONG}"},
    ),
    "a page that is sent as plain text": (
        f"{T}\n2025-03-19 19:38:42   来源: 天山网原创\n\n{T}\n\n  {LONG}\n\n  {LONG}\n[责任编辑: 刘芳 ]\n",
        {"title": T, "source": "天山网", "body": f"{LONG}\n{LONG}", "editors": ["刘芳"]},
    ),
    "contacts headed 联系方式, set as the text is": (
        f"{H}<p>{LONG}</p><p>联系方式</p><p>联系人：刘芳</p>{E}",
        {"body": f"{LONG}\n联系方式\n联系人：刘芳"},
    ),
    "a centred smaller headline above rows of a table whose cells are centred": (
        f"{H}<p align=center>就业榜位列第四</p><p>　　{LONG}</p><table><tr><td><p align=center>名次</p></td><td><p align=center>地区</p></td></tr><tr><td><p align=center>1</p></td><td><p align=center>伊犁</p></td></tr></table>{E}",
        {"subtitle": "就业榜位列第四", "body": f"{LONG}\n名次\t地区\n1\t伊犁"},
    ),
    "key words without links above words of the page, all set as the text is not": (
        f"{H}<p>　　{LONG}</p><p>　　{LONG}</p><p>标签：<a>就业</a> <a>平台</a></p><p>扫一扫，手机阅读更精彩</p><p>您看完此文章的感受是：</p><p><span>开心 3</span><span>感动 2</span><span>路过 1</span></p>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "how often readers pressed what, in a row in the element of the text": (
        f"{H}<div><p>　　{LONG}</p><p>　　{LONG}</p><p>　　联系方式</p><p>　　电　话：0999-8023456</p><h3>相关阅读</h3><ul>{LINKS}</ul><div><p>您看完此文章的感受是：</p><span>开心 3</span><span>感动 0</span><span>路过 1</span></div><p>下载石榴云客户端，看更多新疆新闻</p></div>{E}",
        {"body": f"{LONG}\n{LONG}\n联系方式\n电　话：0999-8023456"},
    ),
    "how long a recording is, above a text of one paragraph": (
        f"{H}<div><span>收听</span><audio src=/x.mp3></audio><span>00:00/03:21</span></div><section><p>{LONG}</p></section><h3>点击排行</h3><ol>{LINKS}</ol><div><p>您看完此文章的感受是：</p><span>开心 3</span><span>感动 2</span></div>{E}",
        {"body": LONG},
    ),
    "a smaller headline that opens with a number, below it a byline and hours that head the parts": (
        f"{H}<h2>137分钟与暴雪赛跑</h2><div><p>天山网记者 刘翔</p><p>02:10</p><p>{LONG}</p><p>02:45</p><p>{LONG}</p></div>{E}",
        {"subtitle": "137分钟与暴雪赛跑", "body": f"天山网记者 刘翔\n02:10\n{LONG}\n02:45\n{LONG}"},
    ),
    "a table of data with a cell that is a link": (
        f"{H}<p>{LONG}</p><table><tr><td>名次</td><td>代表团</td><td>金牌</td></tr><tr><td>1</td><td><a href=/tag/xj>新疆</a></td><td>32</td></tr></table>{E}",
        {"body": f"{LONG}\n名次\t代表团\t金牌\n1\t新疆\t32"},
    ),
    "an unlabelled source that is an examination authority": (
        f"<title>{T}</title><h1>{T}</h1><div><i>新疆教育考试院</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "新疆教育考试院", "body": BB},
    ),
    "an editor named before what he is, and who checked, in lines set as paragraphs": (
        f"{H}<p>　　{LONG}</p><p>　　（刘芳编辑）</p><p>　　校对 万平</p>",
        {"body": LONG, "editors": ["刘芳"]},
    ),
    "a button that is set as the paragraphs are, at the end": (
        f"{H}<p>　　{LONG}</p><p>　　点击查看更多精彩内容</p>{E}",
        {"body": LONG},
    ),
    "headlines of other articles set as paragraphs, without links, above the editor": (
        f"{H}<p>　　{LONG}</p><p>　　相关链接</p><p>　　伊犁河谷杏花盛开迎客来</p><p>　　喀什古城游客多</p>{E}",
        {"body": LONG, "editors": ["刘芳"]},
    ),
    "headlines of other articles without links, above the buttons and the page’s foot": (
        f"{H}<p>　　{LONG}</p><p>　　延伸阅读：</p><p>　　伊犁河谷杏花盛开，游客来</p><p>　　记者：刘翔</p><p>分享到</p><div>天山网 版权所有</div>",
        {"body": LONG, "reporters": ["刘翔"]},
    ),
    "verse below the heading of a list that is empty": (
        f"{H}<p>　　推荐阅读</p><p>　　天山雪水入田来</p><p>　　万亩杏花次第开</p><p>　　渠畔人家春酒熟</p><p>　　牧歌声里客徘徊</p>{E}",
        {"body": "天山雪水入田来\n万亩杏花次第开\n渠畔人家春酒熟\n牧歌声里客徘徊"},
    ),
    "the day’s news in headlines, that end the text": (
        f"{H}<p>　　{LONG}</p><p>　　今日要闻</p><p>　　伊犁河谷杏花盛开迎客来</p><p>　　喀什古城游客多</p>{E}",
        {"body": f"{LONG}\n伊犁河谷杏花盛开迎客来\n喀什古城游客多"},
    ),
    "books that end the text, below 延伸阅读": (
        f"{H}<p>　　{LONG}</p><p>　　延伸阅读</p><p>　　《天山南北》</p><p>　　《可可托海往事》</p>{E}",
        {"body": f"{LONG}\n《天山南北》\n《可可托海往事》"},
    ),
    "what a paper explains below 相关链接, and where to enrol, are the text’s own": (
        f"{H}<p>　　{LONG}</p><p>　　相关链接</p><p>　　{LONG}</p><p>　　相关链接</p><p>　　报名网址：www.ts.cn</p>{E}",
        {"body": f"{LONG}\n相关链接\n{LONG}\n相关链接\n报名网址：www.ts.cn"},
    ),
    "the mark of an original piece in the headline, all of whose other text is spam’s title": (
        f"<title>免费高清影视在线观看</title><h1><span>原创</span>{T}</h1>{D}{B}{E}",
        {"title": T, "original": True, "body": BB},
    ),
    "a headline that opens as a field does, below the source, spam before it in the title element": (
        f"<title>免费影视_评论：{T}_天山网</title><div>2025-03-19 19:38:42</div><div>来源：天山网</div><h1>评论：{T}</h1>{B}{E}",
        {"title": f"评论：{T}", "source": "天山网", "body": BB},
    ),
    "a headline that opens as a field does, behind the mark of an original piece": (
        f"<title>免费影视_评论：{T}_天山网</title><h1><span>原创</span>评论：{T}</h1>{D}{B}{E}",
        {"title": f"评论：{T}", "original": True, "body": BB},
    ),
    "the heading of a part below a caption, as short as a photographer’s name": (
        f"{H}<p>{LONG}</p><figure><img src=./W020250319301.jpg><figcaption>独库公路乔尔玛段。</figcaption></figure><h3>食宿提示</h3><p>{LONG}</p><figure><img src=./W020250319302.jpg><figcaption>乔尔玛的夜市。</figcaption></figure><p>美食地图</p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n食宿提示\n{LONG}\n美食地图\n{LONG}"},
    ),
    "a caption that ends the text, in an element of another name than the paragraphs": (
        f"{H}<div><p>{LONG}</p><p>{LONG}</p><div class=pic><img src=./W020250319301.jpg></div><div class=desc>植保无人机在棉田上空作业。</div></div>{E}",
        {
            "body": f"{LONG}\n{LONG}",
            "images": [
                Image(
                    ADDRESS.rpartition("/")[0] + "/W020250319301.jpg", "植保无人机在棉田上空作业。"
                )
            ],
        },
    ),
    "a byline above a talk whose questions open with the same label": (
        f"{H}<h2>{T}</h2><p>　　记者：刘翔</p><p>　　{LONG}</p><p>　　记者：今年收成如何？</p><p>　　受访者：{LONG}</p>{E}",
        {"reporters": ["刘翔"]},
    ),
    "an unlabelled source that is an office of a university": (
        f"<title>{T}</title><h1>{T}</h1><div><i>新疆大学人事处</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "新疆大学人事处", "body": BB},
    ),
    "whose the site is on top of a text of short paragraphs": (
        f"{H}<div>版权所有</div><p>　　杏花开了。</p><p>　　游客来了。</p>{E}",
        {"body": "杏花开了。\n游客来了。"},
    ),
    "a dateline below the body": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{B}<p>来源：天山网　2025-03-19 19:38</p>{E}",
        {"title": T, "body": BB, "source": "天山网", "published_raw": "2025-03-19 19:38"},
    ),
    "a last paragraph that names its photographer, below a picture whose caption points down to it": (
        f"{H}<p>　　{LONG}</p><p align=center>▼老人和孙女在巡边路上。</p><p align=center><img src=./W020250319301.jpg></p><p>　　夕阳西下，老人赶着羊群回家。（记者 王丽 摄影报道）</p>{E}",
        {
            "body": f"{LONG}\n夕阳西下，老人赶着羊群回家。（记者 王丽 摄影报道）",
            "reporters": ["王丽"],
            "images": [
                Image(ADDRESS.rpartition("/")[0] + "/W020250319301.jpg", "老人和孙女在巡边路上。")
            ],
        },
    ),
    "a bold smaller headline outside the text’s element, above bold headings of parts": (
        f"{H}<div><strong>疏勒县推进智慧农业观察</strong></div><div>{B}<p><strong>一粒种子的旅程</strong></p><p>{LONG}</p></div>{E}",
        {"subtitle": "疏勒县推进智慧农业观察", "body": f"{BB}\n一粒种子的旅程\n{LONG}"},
    ),
    "a bold smaller headline that alone is not indented, above bold headings of parts": (
        f"{H}<p><b>疏勒县推进智慧农业观察</b></p><p>　　{LONG}</p><p>　　<b>一粒种子的旅程</b></p><p>　　{LONG[:-1]}，大家都很高兴。</p>{E}",
        {
            "subtitle": "疏勒县推进智慧农业观察",
            "body": f"{LONG}\n一粒种子的旅程\n{LONG[:-1]}，大家都很高兴。",
        },
    ),
    "licences in one column of a table, their numbers in the next": (
        f"{H}{B}{E}<table><tr><td>营业执照注册号</td><td>91650102766838851Y</td></tr><tr><td>信息网络传播视听节目许可证</td><td>3108311</td></tr></table>",
        {
            "body": BB,
            "rights": Rights(
                licences=[
                    Licence("营业执照注册号", "91650102766838851Y"),
                    Licence("信息网络传播视听节目许可证", "3108311"),
                ]
            ),
        },
    ),
    "an unlabelled source that is a station": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><span>新疆环境监测总站</span><span>2025-03-19 19:38</span></div>{B}{E}",
        {"source": "新疆环境监测总站", "body": BB},
    ),
    "an account’s name beside the date, the labelled source below the text": (
        f"<title>{T}</title><h1>{T}</h1><div><span>天山网</span> <span>2025-03-19 19:38</span></div>{B}<p>来源：新华社</p>{E}",
        {"source": "新华社", "body": BB},
    ),
    "a centred smaller headline above centred captions that point down": (
        f"{H}<p align=center>疏勒县推进智慧农业观察</p><p>　　{LONG}</p><p align=center>▼农机手驾驶播种机作业</p><p align=center><img src=./W020250319301.jpg></p><p>　　{LONG[:-1]}，大家都很高兴。</p>{E}",
        {"subtitle": "疏勒县推进智慧农业观察", "body": f"{LONG}\n{LONG[:-1]}，大家都很高兴。"},
    ),
    "captions above the pictures they share a figure with": (
        f"{H}<p>　　{LONG}</p><figure><figcaption>农机手驾驶播种机作业</figcaption><img src=./W020250319301.jpg></figure><figure><figcaption>老人在巡边路上</figcaption><img src=./W020250319302.jpg></figure><p>　　夕阳西下，老人赶着羊群回家。（记者 王丽 摄影报道）</p>{E}",
        {
            "body": f"{LONG}\n夕阳西下，老人赶着羊群回家。（记者 王丽 摄影报道）",
            "images": [
                Image(ADDRESS.rpartition("/")[0] + "/W020250319301.jpg", "农机手驾驶播种机作业"),
                Image(ADDRESS.rpartition("/")[0] + "/W020250319302.jpg", "老人在巡边路上"),
            ],
        },
    ),
    "a bar that reads aloud above a smaller headline": (
        f"{H}<div>AI朗读 点击播报本文，约2分钟</div><h3>疏勒县推进智慧农业观察</h3>{B}{E}",
        {"subtitle": "疏勒县推进智慧农业观察", "body": BB},
    ),
    "a channel behind a label": (
        f"<title>{T}_天山网</title><div>栏目：时政</div><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政", "body": BB},
    ),
    "the notice right behind the editor": (
        f"{H}{B}<p>[责任编辑: 刘芳 ](刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像。)</p>",
        {
            "body": BB,
            "editors": ["刘芳"],
            "rights": Rights(
                notice="刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像。"
            ),
        },
    ),
    "原创 in brackets before the source": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>2025-03-19 19:38:42 来源: 【原创】天山网-新疆日报</p>{B}{E}",
        {"source": "天山网-新疆日报", "original": True, "body": BB},
    ),
    "原创 between dots": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>来源: 天山网-新疆日报·原创 · 2025-03-19 19:38:42</p>{B}{E}",
        {"source": "天山网-新疆日报", "original": True, "body": BB},
    ),
    "原创 as an item below a source without label": (
        f"<title>{T}_天山网</title><h1>{T}</h1><ul><li>2025-03-19 19:38:42</li><li>天山网-新疆日报</li><li>原创</li></ul>{B}{E}",
        {"source": "天山网-新疆日报", "original": True, "body": BB},
    ),
    "a notice in two lines": (
        f"{H}{B}<p>(刊用本网站稿件,务经书面授权。</p><p>未经授权禁止转载、摘编、复制及建立镜像。)[责任编辑: 刘芳 ]</p>",
        {
            "body": BB,
            "editors": ["刘芳"],
            "rights": Rights(
                notice="刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像。"
            ),
        },
    ),
    "a text that opens with a source and an hour, right below the dateline": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}　　来源：自治区气象台 2025年3月19日 10:00发布<br><br>　　{LONG}{E}",
        {
            "source": "天山网",
            "body": f"来源：自治区气象台 2025年3月19日 10:00发布\n{LONG}",
        },
    ),
    "an account’s name, 原创 and the minute above the dateline": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p><span>天山网-新疆日报</span><span>原创</span><span>2025-03-19 19:38</span></p><p>2025-03-19 19:38:42　来源: 天山网-新疆日报原创</p><p><b>疏勒县推进智慧农业观察</b></p><section>{B}</section>{E}",
        {
            "subtitle": "疏勒县推进智慧农业观察",
            "source": "天山网-新疆日报",
            "published_raw": "2025-03-19 19:38:42",
            "body": BB,
        },
    ),
    "a text that opens with a source and an hour, below an account’s name and the dateline": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p><span>天山网</span><span>2025-03-19 19:38</span></p><p>2025-03-19 19:38:42　来源: 天山网</p><p>来源：自治区气象台 2025年3月19日 10:00发布</p><p>{LONG}</p>{E}",
        {
            "subtitle": None,
            "published_raw": "2025-03-19 19:38:42",
            "body": f"来源：自治区气象台 2025年3月19日 10:00发布\n{LONG}",
        },
    ),
    "a text that opens with a source and an hour, below a dateline in several elements": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38:42</div><div>来源: 天山网</div><div>{T}</div><p>　　来源：自治区气象台 2025年3月19日 10:00发布</p><p>　　{LONG}</p>{E}",
        {
            "source": "天山网",
            "published_raw": "2025-03-19 19:38:42",
            "body": f"来源：自治区气象台 2025年3月19日 10:00发布\n{LONG}",
        },
    ),
    "a byline with a link in it, in an element of its own above a question": (
        f"<title>{T}_天山网</title><section><h1>{T}</h1>{D}<section><section><p><span>天山网-<a href=/tag/2>新疆</a>日报记者 刘翔</span></p></section><section><section><b>记者：平台怎么用？</b></section></section><section><p>{LONG}{LONG}</p></section></section></section>{E}",
        {
            "reporters": ["刘翔"],
            "body": f"天山网-新疆日报记者 刘翔\n记者：平台怎么用？\n{LONG}{LONG}",
        },
    ),
    "a bold counter below the text": (
        f"{H}{B}<div><button>赞</button><b>36</b></div><p>(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像。)</p>{E}",
        {"body": BB},
    ),
    "a box below the first paragraph that lists the page itself": (
        f"{H}<div>　　现将有关事项公告如下：<br><div><h4>热点推荐</h4><ul><li><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a></li><li><a href={ADDRESS}>{T}</a></li></ul></div>　　{LONG}<br>　　目前已有3.2万人次使用。</div>{E}",
        {"body": f"现将有关事项公告如下：\n{LONG}\n目前已有3.2万人次使用。"},
    ),
    "a picture with an empty coloured caption above a paragraph": (
        f"{H}<div><p>　　{LONG}</p><p align=center><img src=./W020250319301.jpg></p><p align=center><font color=#0000ff>&nbsp;</font></p><p>　　{LONG[:-1]}，大家都很高兴。</p><p align=center><img src=./W020250319302.jpg></p><p align=center><font color=#0000ff>老人在巡边路上</font></p><p>　　目前已有3.2万人次使用。</p></div>{E}",
        {
            "body": f"{LONG}\n{LONG[:-1]}，大家都很高兴。\n目前已有3.2万人次使用。",
            "images": [
                Image(ADDRESS.rpartition("/")[0] + "/W020250319301.jpg", None),
                Image(ADDRESS.rpartition("/")[0] + "/W020250319302.jpg", "老人在巡边路上"),
            ],
        },
    ),
    "buttons in brackets beside the date, and a player’s times above a short text": (
        f"<title>{T}_天山网</title><table><tr><td>{T}</td></tr><tr><td><table><tr><td>2025-03-19 19:38:42</td><td>来源: 天山网</td><td>【<a>大</a>】【<a>中</a>】【<a>小</a>】</td></tr></table></td></tr><tr><td><div><video src=/v.mp4></video><button>播放</button><span>00:00</span><span>02:31</span></div><p>{LONG}</p></td></tr></table>{E}",
        {"body": LONG},
    ),
    "an account’s name, 原创 and the minute above the dateline of a text that is shorter": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p><span>天山网</span><span>原创</span><span>2025-03-19 19:38</span></p><p>2025-03-19 19:38:42　来源: 天山网原创</p><p>3月19日，疏勒县迎来今春第一场雨。</p>{E}",
        {"subtitle": None, "body": "3月19日，疏勒县迎来今春第一场雨。"},
    ),
    "a player’s times above the only paragraph, in its element": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><img src=/avatar.png><div><b>天山网</b><p>2025-03-19 19:38:42 来源: 天山网</p></div><a>+关注</a></div><div><div><video src=/v.mp4></video><button>播放</button><span>00:00</span><span>02:31</span></div><p>{LONG}</p></div>{E}",
        {"body": LONG},
    ),
    "a logo as the only heading": (
        f"<title>{T}_天山网</title><h1>天山网</h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a logo as a heading before the headline": (
        f"<title>{T}_天山网</title><h1>天山网</h1><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline that ends like a site’s name": (
        f"<title>天山网</title><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a source without label": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>2025-03-19 19:38:42 | 天山网-新疆日报 | 记者刘翔</p>{B}{E}",
        {"title": T, "source": "天山网-新疆日报", "reporters": ["刘翔"]},
    ),
    "reporters without colon after the source": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>2025-03-19 19:38:42 来源：天山网-新疆日报 记者 刘翔 万平</p>{B}{E}",
        {"source": "天山网-新疆日报", "reporters": ["刘翔", "万平"]},
    ),
    "an author with an office before the name": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>2025-03-19 来源：新疆日报 作者：新疆日报记者 刘翔</p>{B}{E}",
        {"source": "新疆日报", "reporters": ["刘翔"]},
    ),
    "原创 before the date": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>原创 2025-03-19 来源：新疆日报</p>{B}{E}",
        {"source": "新疆日报", "original": True},
    ),
    "a date that only an attribute states": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p><time datetime='2025-03-19T19:38:42+08:00'>3小时前</time> 来源：新疆日报</p>{B}{E}",
        {"published_raw": "2025-03-19T19:38:42+08:00", "source": "新疆日报", "body": BB},
    ),
    "a date as JSON-LD for Baidu": (
        f"<title>{T}_天山网</title><script type=application/ld+json>{{'@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld', \"pubDate\": \"2025-03-19T19:38:42\"}}</script><h1>{T}</h1>{B}{E}",
        {"published_raw": "2025-03-19T19:38:42", "body": BB},
    ),
    "who publishes it as the only source in a table of particulars": (
        f"<title>{T}_天山网</title><dl><dt>索 引 号</dt><dd>XJ-2025-01</dd><dt>发布机构</dt><dd>自治区人社厅</dd><dt>名 称</dt><dd>{T}</dd><dt>发布日期</dt><dd>2025-03-19</dd></dl><h2>{T}</h2>{B}{E}",
        {"title": T, "source": "自治区人社厅", "published_raw": "2025-03-19", "body": BB},
    ),
    "a headline that opens like a button": (
        f"<title>国产精品_扫码前先想一想：警方提醒谨防“二维码骗局”_天山网</title><h1><a href=//spam.example>国产精品</a></h1><h2>扫码前先想一想：警方提醒谨防“二维码骗局”</h2>{D}{B}{E}",
        {"title": "扫码前先想一想：警方提醒谨防“二维码骗局”", "body": BB},
    ),
    "a short headline in a table of particulars below the name of an office": (
        f"<title>诗二首-自治区人社厅</title><table><tr><td>发布机构</td><td>自治区人社厅</td></tr><tr><td>名 称</td><td>诗二首</td></tr><tr><td>发布日期</td><td>2025-03-19</td></tr></table><h2>诗二首</h2>{B}{E}",
        {"title": "诗二首", "source": "自治区人社厅", "body": BB},
    ),
    "a headline on a forecast right above the date": (
        f"<title>国产精品视频在线_全区天气预报_天山网</title><div>全区天气预报</div><div>2025-03-19 19:38</div><div>光明日报</div>{B}{E}",
        {"title": "全区天气预报", "source": "光明日报", "body": BB},
    ),
    "an abstract that the system cut from the text": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>摘要: 据了解，该平台汇集岗位12.6万个，服务各族群众就 ...</div>{B}{E}",
        {"body": BB},
    ),
    "an abstract without label that runs into the second paragraph": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>据了解，该平台汇集岗位12.6万个，服务各族群众就业。目前已...</div>{B}{E}",
        {"body": BB},
    ),
    "an abstract that is all of a text of one sentence": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>{LONG}</div><div>　　{LONG}</div>{E}",
        {"body": LONG},
    ),
    "an abstract with the paragraphs and their indents": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>据了解，该平台汇集岗位12.6万个，服务各族群众就业。　　目前已有3.2万人次</div>{B}{E}",
        {"body": BB},
    ),
    "the words of a refrain that stand twice": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>{LONG}</p><p>{LONG}</p>{B}{E}",
        {"body": f"{LONG}\n{LONG}\n{BB}"},
    ),
    "a byline in the element of the text, the editor and an offer below it": (
        f"<title>{T}_天山网</title><div><h1>{T}</h1><div><span>新疆日报</span><time>2025-03-19 19:38</time></div><div><p>记者 万平</p>{B}</div><div>编辑 刘芳</div><div>分享至：<i>微信</i><i>微博</i></div><div><h4>订阅早报</h4><p>每天早上8点，把新疆要闻送到您的邮箱。</p></div></div><footer><p>天山网 版权所有</p></footer>",
        {"reporters": ["万平"], "editors": ["刘芳"], "body": BB},
    ),
    "buttons behind links to files": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<p><a href=1.xls>岗位表.xls</a><span>点击下载</span></p><p><a href=2.doc>说明</a> <a href=2.doc>[下载]</a></p>{E}",
        {"body": f"{BB}\n岗位表.xls\n说明"},
    ),
    "key points that the system cut from the text": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>核心提示：据了解，该平台汇集岗位12.6万个，服务各族群众就业。目前已……</p>{B}{E}",
        {"body": BB},
    ),
    "key points of an editor's own": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>核心提示：一个平台，汇集岗位12.6万个。</p>{B}{E}",
        {"body": f"核心提示：一个平台，汇集岗位12.6万个。\n{BB}"},
    ),
    "a speaker in the row below a table of particulars": (
        f"<title>{T}_天山网</title><table><tr><td>{T}</td></tr><tr><td><table><tr><td>发布日期：2025-03-19</td><td>信息来源：天山网</td><td>浏览次数：</td><td>字号：[ <a>大</a> <a>小</a> ]</td></tr></table></td></tr>"
        "<tr><td><p style='text-indent:2em'>主持人：您好！平台上线多久了？</p><p style='text-indent:2em'>张柱：整整一年，已有3.2万人次使用。</p></td></tr></table>"
        + E,
        {
            "source": "天山网",
            "body": "主持人：您好！平台上线多久了？\n张柱：整整一年，已有3.2万人次使用。",
        },
    ),
    "a newspaper's page with a headline of two letters": (
        "<title>讣告 新疆日报-新疆日报电子版</title><table><tr><td><a>上一期</a> 2025年03月19日 星期三</td></tr></table><table><tr><td>2025年03月19日 <a>上一篇</a> <a>下一篇</a></td></tr>"
        f"<tr><td>讣告</td></tr><tr><td>《新疆日报》（2025年03月19日 第 01 版）</td></tr><tr><td>{B}</td></tr></table>{E}",
        {"title": "讣告", "source": "新疆日报", "body": BB},
    ),
    "a headline of one letter, set twice as one, with spam in front of it in the title": (
        f"<title>葡京线上娱乐,彩票 路 - 文化 - 天山网</title><h1>路</h1>{D}<h2>路</h2>{B}{E}",
        {"title": "路", "body": BB},
    ),
    "a writer's name of two parts below the headline": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>加孜拉·泥斯拜克</div>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a button linked behind the editor's name": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<p>责任编辑：刘芳<a href=/><span>返回天山网，查看更多</span></a></p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a menu that bars part, above a headline": (
        f"<title>{T}_天山网</title><div><a>首页</a>|<a>工作动态</a>|<a>政策法规</a></div><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "channel_name": None},
    ),
    "a breadcrumb of list items whose last is the page": (
        f"<title>{T}_天山网</title><ol><li><a>首页</a></li><li><a>政务动态</a></li><li><a>要闻</a></li><li>详情</li></ol><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "channel_name": "要闻", "body": BB},
    ),
    "boxes that an application names itself, below what it calls all its pages": (
        "<title>新闻详情</title><uni-page-head><div>新闻详情</div></uni-page-head><uni-view>"
        f"<uni-view><uni-text><span>{T}</span></uni-text></uni-view>"
        "<uni-view><uni-text><span>天山网</span></uni-text><uni-text><span>2025-03-19 19:38</span></uni-text></uni-view>"
        f"<uni-rich-text><div>{B}</div></uni-rich-text><uni-view><uni-text><span>责任编辑：刘芳</span></uni-text></uni-view>"
        "<uni-view><uni-text><span>推荐阅读</span></uni-text></uni-view><uni-view><a href=/xwzx/a.shtml><uni-text><span>伊犁河谷杏花盛开迎客来</span></uni-text></a></uni-view></uni-view>",
        {"title": T, "source": "天山网", "body": BB, "editors": ["刘芳"]},
    ),
    "an application's element in a paragraph": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>据了解，<uni-text>该平台汇集岗位12.6万个</uni-text>，服务各族群众就业。</p><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "a source set as a lesser heading beside the date": (
        f"<title>{T}|手机新闻</title><article><h1>{T}</h1><div><h2>天山网</h2><time>2025-03-19 19:38</time> <a>关注</a></div>{B}{E}</article>",
        {"title": T, "subtitle": None, "source": "天山网", "body": BB},
    ),
    "telephones of a switchboard, with the country's number, and of six digits": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}{E}<p>总机：86-10-87826688　举报邮箱：jubao@ts.cn</p><p>报料热线: 021-962866</p>",
        {
            "body": BB,
            "rights": Rights(contacts=["86-10-87826688", "jubao@ts.cn", "021-962866"]),
        },
    ),
    "an editor beside the key words": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>{B}</div><div>标签：<a href=/s>就业</a>；<a href=/t>平台</a><span>责任编辑：刘芳</span></div>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "an account's picture, its name and what it says of itself above the date": (
        f"<title>{T}</title><h1>{T}</h1><div><img src=/head.jpg><p>新疆日报</p><p>天山南北的新鲜事</p><p>2025-03-19 19:38</p><span>订阅</span></div><div>{B}</div>{E}",
        {"title": T, "subtitle": None, "source": "新疆日报", "body": BB},
    ),
    "a brand that reads as a medium's name above the text, below a source": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>时刻新闻</div><div>—分享—</div><div>{B}</div>{E}",
        {"source": "天山网", "body": BB},
    ),
    "fields below the text, one left empty": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>{B}<p>来源：天山网</p><p>作者：</p><p>编辑：刘芳</p></div>",
        {"body": BB, "editors": ["刘芳"], "reporters": []},
    ),
    "a menu that bars part above a breadcrumb": (
        f"<title>{T} 新疆人大网</title><p><a href=/>网站首页</a> | <a href=/g>人大概况</a> | <a href=/l>立法工作</a></p><p>当前位置：<a href=/>首页</a> &gt; <a href=/y>人大要闻</a></p><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "channel_name": "人大要闻"},
    ),
    **{
        f"a caption in elements in which no paragraph stands: {caption}": (
            f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>{B}<p><img src=a.jpg></p>{caption}{B}</div>{E}",
            {
                "body": f"{BB}\n{BB}",
                "images": [
                    Image("http://m.euiu.cn/xwzx/szxw/202503/a.jpg", "群众在平台上查看岗位。")
                ],
            },
        )
        for caption in (
            "<p class=desc>群众在平台上查看岗位。</p>",
            "<div class=desc>群众在平台上查看岗位。</div>",
            "<p><em>群众在平台上查看岗位。</em></p>",
            "<p><kbd id=s7isi></kbd><span class=desc>群众在平台上查看岗位。</span></p>",
        )
    },
    **{
        f"a paragraph below a picture: {text}": (
            f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>{B}<p><img src=a.jpg></p>{text}</div>{E}",
            {"body": f"{BB}\n他说，岗位越来越多。" + (f"\n{BB}" if B in text else "")},
        )
        for text in (
            "<p class=last>他说，岗位越来越多。</p>",
            f"<p><span style='font-family: 宋体'>他说，岗位越来越多。</span></p>{B}",
            f"<p><em>他说</em>，岗位越来越多。</p>{B}",
            f"<p><kbd id=s7isi></kbd>他说，岗位越来越多。</p>{B}",
        )
    },
    "paragraphs of several kinds, one of them below a picture": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>{B}<p class=a>{LONG}</p><p><img src=a.jpg></p><p class=b>他说，岗位越来越多。</p>{B}</div>{E}",
        {"body": f"{BB}\n{LONG}\n他说，岗位越来越多。\n{BB}"},
    ),
    "spam in the title element and as a heading that leads to another site, the headline in neither": (
        f"<title>国产精品,日韩影院,天山网</title><h1><a href=//spam.example>国产精品</a></h1><div>{T}</div>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "spam in the title element and as a heading that leads to the front page, the headline in neither": (
        f"<title>国产精品,新闻详情</title><h1><a href=/>国产精品</a></h1><p align=center><b>{T}</b></p><p align=center>岗位足 办事快</p>{D}{B}{E}",
        {"title": T, "subtitle": "岗位足 办事快", "body": BB},
    ),
    "a headline that has nothing to do with the text, the day above it, on a page with boxes of a mirror": (
        f"<title>天山网</title>{BOX}<div>今天是2025年03月20日 目前多云</div><div>天山网 / 社会 / 直播｜一路向西</div><div class=bt>直播｜一路向西</div>{D}{B}{E}",
        {"title": "直播｜一路向西", "body": BB},
    ),
    "a heading that has nothing to do with the text, a slogan above it, on a page with boxes of a mirror": (
        f"<title>天山网</title>{BOX}<div>服务各族群众</div><h2>一路向西</h2>{D}{B}{E}",
        {"title": "一路向西", "body": BB},
    ),
    "a headline that has nothing to do with the text, a line above it that has with the page's foot": (
        f"<title>天山网</title>{BOX}<div>乌鲁木齐 晴</div><div class=bt>一路向西奔跑吧</div>{D}{B}{E}<p>Copyright © 2001-2025 www.ts.cn All Rights Reserved. 天山网 版权所有 新ICP备11000096号 地址：乌鲁木齐市扬子江路1号</p>",
        {"title": "一路向西奔跑吧", "body": BB},
    ),
    "spam in the title element before what an application calls all its pages": (
        f"<title>亚洲欧美日韩一区,久久精品视频在线观看,新闻详情</title><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a link to another article among the paragraphs, its headline ending in a quoted word": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div><p>　　{LONG}</p><p><a href=/xwzx/a.shtml>喀什古城夜经济“热辣滚烫”</a></p><p>　　{LONG}</p></div>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "a linked sentence that ends in speech among the paragraphs": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>{B}<p><a href=/xwzx/a.shtml>他说：“岗位越来越多，大家都很高兴。”</a></p>{B}</div>{E}",
        {"body": f"{BB}\n他说：“岗位越来越多，大家都很高兴。”\n{BB}"},
    ),
    "a source below a hotline that ends the text": (
        f"<title>{T}_天山网</title><article><h1>{T}</h1><time>2025-03-19 19:38</time><div>{B}<p>新闻热线：0991-3532125</p></div><footer><p>来源：阿勒泰地区融媒体中心</p><p>责任编辑：刘芳</p></footer></article>",
        {"body": BB, "source": "阿勒泰地区融媒体中心", "editors": ["刘芳"]},
    ),
    "captions in type of their own among lines that breaks part": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div class=text><img src=a.jpg><br><i>群众在平台上查看岗位。</i><br>{LONG}<br>{LONG}<br><img src=b.jpg><br><i>平台的一角。</i><br>{LONG}</div><div class=text>{LONG}</div>{E}",
        {"body": "\n".join([LONG] * 4)},
    ),
    "a copyright line with its characters spread": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<p>天 山 网 版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用</p>",
        {
            "body": BB,
            "rights": Rights("天山网版权所有，未经书面授权禁止使用", "天山网"),
        },
    ),
    "a first paragraph that breaks off": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>据了解，这一天他等了整整二十年，没有想到会是这样……</p>{B}{E}",
        {"body": "据了解，这一天他等了整整二十年，没有想到会是这样……\n" + BB},
    ),
    "a list of other articles below buttons, its heading no nearer to it": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<div>【打印】【关闭】</div><div>政策解读</div><ul><li><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a><li><a href=/xwzx/b.shtml>喀什古城游客多</a></ul><div>网站地图 | 联系我们 | 隐私声明</div>",
        {"body": BB},
    ),
    "a dateline below the body, and below it who runs the site": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{B}{D}{E}<p>主办：天山网</p><p>地址：乌鲁木齐市扬子江路1号 邮编：830051</p><p>新ICP备11000096号</p>",
        {"title": T, "body": BB, "source": "天山网", "editors": ["刘芳"]},
    ),
    "a dateline below the body, and below it a comment": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{B}{D}<h3>网友评论</h3><p>支持！希望这样的平台越来越多，也希望南疆的岗位再多一些，让乡亲们在家门口就能上班，孩子也能有人照看。</p>",
        {"title": T, "body": BB},
    ),
    "a dateline below a table whose cells name what the headline does": (
        "<title>2月份70城房价公布 乌鲁木齐环比微涨-天山网</title><h1>2月份70城房价公布 乌鲁木齐环比微涨</h1>"
        f"{B}<table><tr><td>城市<td>环比<tr><td>乌鲁木齐<td>100.1<tr><td>兰州<td>99.7<tr><td>西安<td>100.2<tr><td>北京<td>100.1<tr><td>上海<td>100.3</table>{B}{D}{E}",
        {
            "title": "2月份70城房价公布 乌鲁木齐环比微涨",
            "body": f"{BB}\n城市\t环比\n乌鲁木齐\t100.1\n兰州\t99.7\n西安\t100.2\n北京\t100.1\n上海\t100.3\n{BB}",
        },
    ),
    "spam as the only thing in the title element beside the site": (
        f"<title>国产精品-日韩影院,天山网</title><h1><a href=//spam.example>国产精品</a></h1><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a heading that reads like a button above a title element that names the site": (
        f"<title>天山网</title><h1>扫码前先想一想：警方提醒谨防“二维码骗局”</h1>{D}{B}{E}",
        {"title": "扫码前先想一想：警方提醒谨防“二维码骗局”", "body": BB},
    ),
    "a caption in the element of its picture": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<div><img src=a.jpg><p>平台的一角</p></div>{B}{E}",
        {
            "body": f"{BB}\n{BB}",
            "images": [Image("http://m.euiu.cn/xwzx/szxw/202503/a.jpg", "平台的一角")],
        },
    ),
    "a short paragraph below a picture that stands among the paragraphs": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<img src=a.jpg><p>他笑了。</p><blockquote><p>这是真的。</p></blockquote>{B}{E}",
        {"body": f"{BB}\n他笑了。\n这是真的。\n{BB}"},
    ),
    "another article below the first, with links between them": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<div>相关推荐</div>{LINKS}<h1>伊犁河谷杏花盛开迎客来</h1><div>2025-03-18 08:00 来源：人民网</div><p>{LONG}</p><p>{LONG}</p>",
        {"title": T, "body": BB, "source": "天山网"},
    ),
    "short news below one another, each with its hour below its heading": (
        f"<title>{T}_天山网</title><h2>{T}</h2>{D}<h2>平台上线</h2><p>3月18日 10:00</p>{B}<h2>杏花盛开</h2><p>3月18日 11:00</p><p>{LONG}</p>{E}",
        {"title": T, "body": f"平台上线\n3月18日 10:00\n{BB}\n杏花盛开\n3月18日 11:00\n{LONG}"},
    ),
    "a notice that is a list, above the editor": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<p>版权声明：</p><p>1.凡本网注明“来源：天山网”的所有作品，版权均属于天山网，未经本网授权不得转载、摘编。</p><p>2.凡本网注明“来源：XXX（非天山网）”的作品，均转载自其它媒体，并不代表本网赞同其观点。</p><p>※ 联系方式：天山网编辑部 电话：0991-8521111</p>{E}",
        {
            "body": BB,
            "editors": ["刘芳"],
            "rights": Rights(
                "1.凡本网注明“来源：天山网”的所有作品，版权均属于天山网，未经本网授权不得转载、摘编。",
                holder="天山网",
            ),
        },
    ),
    "a date above the headline and a medium below it": (
        f"<title>{T}_天山网</title><div>2025-03-19</div><div>19:38</div><h1>{T}</h1><div>光明日报</div>{B}{E}",
        {"title": T, "subtitle": None, "source": "光明日报", "body": BB},
    ),
    "a labelled source above the headline and the date below it": (
        f"<title>{T}_天山网</title><div>来源：光明日报</div><h1>{T}</h1><div>时间：2025-03-19 19:38</div>{B}{E}",
        {"title": T, "source": "光明日报", "body": BB},
    ),
    "a logo above the headline and no source": (
        f"<title>{T}</title><div>石榴云客户端</div><h1>{T}</h1><div>2025-03-19 19:38</div>{B}{E}",
        {"title": T, "source": None, "body": BB},
    ),
    "a source and a date, each behind an icon, and counters behind signs": (
        f"<title>{T}_天山网</title><h2>{T}</h2><ul><li><img src=/i/src.png width=12>光明日报<li><img src=/i/time.png width=12>2025-03-19 19:38</ul>{B}<ul><li>👍 59<li>💬 18</ul>{E}",
        {"source": "光明日报", "images": [], "body": BB},
    ),
    "an English source and date": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>Source: Tianshan Net March 19, 2025</div>{B}{E}",
        {"source": "Tianshan Net", "published_raw": "March 19, 2025", "body": BB},
    ),
    "who published a document, in a line of particulars above another that is no date of it": (
        f"<title>{T}</title><h1>{T}</h1><p>发布机构：自治区人力资源和社会保障厅</p><p>失效日期：2027-03-31</p><p>发布日期：2025-03-19</p><div><p>　　{LONG}</p><p>　　{LONG}</p></div>",
        {
            "subtitle": None,
            "source": "自治区人力资源和社会保障厅",
            "published_raw": "2025-03-19",
            "body": f"{LONG}\n{LONG}",
        },
    ),
    "a book's fields below the text, the author last": (
        f"{H}{B}<p>书名：《戈壁来信》</p><p>作者：刘翔</p>{E}",
        {"reporters": [], "body": f"{BB}\n书名：《戈壁来信》\n作者：刘翔"},
    ),
    "the author of a book that the text presents": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>书名：《戈壁来信》</p><p>作者：刘翔</p><p>出版：新疆人民出版社</p>{B}{E}",
        {"reporters": [], "body": "书名：《戈壁来信》\n作者：刘翔\n出版：新疆人民出版社\n" + BB},
    ),
    "editors in a table, without colons": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<table><tr><td>责任编辑</td><td>刘芳</td></tr><tr><td>责任校对</td><td>万平</td></tr></table>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a note on a summary that is not shown": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>新闻摘要由AI生成</div><div>{B}</div>{E}",
        {"subtitle": None, "body": BB},
    ),
    "source, date and editors in a table below the body": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{B}<table><tr><td>来源</td><td>光明日报</td></tr><tr><td>发布时间</td><td>2025-03-19 19:38</td></tr><tr><td>责任编辑</td><td>刘芳</td></tr></table>",
        {"source": "光明日报", "editors": ["刘芳"], "body": BB},
    ),
    "a headline that opens with a date": (
        f"<title>2025年3月19日天气_天山网</title><h1>2025年3月19日天气</h1>{D}{B}{E}",
        {"title": "2025年3月19日天气", "published_raw": "2025-03-19 19:38:42"},
    ),
    "a channel as the only heading": (
        f"<title>{T}三年服务百万人次_天山网</title><h1>时政新闻</h1>{D}{B}{E}",
        {"title": T + "三年服务百万人次", "body": BB},
    ),
    "a body that a script will show": (
        f"<title>{T}_天山网</title><body style='display:none'><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a date of change before that of publication": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>更新时间：2025-03-20 08:00 发布时间：2025-03-19 19:38 来源：天山网</div>{B}{E}",
        {"published_raw": "2025-03-19 19:38"},
    ),
    "end tags whose bracket was eaten": (
        f"<title>{T}\ufffd/title><h1>{T}\ufffd/h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "tags within the text whose bracket was eaten": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>据了解\ufffd<b>，该平台\ufffd/b>汇集岗位。\ufffd/p><p>第二段落。</p>{E}",
        {"title": T, "body": "据了解\ufffd，该平台汇集岗位。\n第二段落。"},
    ),
    "an attribute whose quote was eaten": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p><img src='a.jpg' alt=\"图\ufffd></p>{B}{E}",
        {"title": T, "body": BB},
    ),
    "a line above the headline": (
        f"<title>{T}_天山网</title><p>自治区人社厅</p><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a first paragraph without a full stop": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>自治区人社厅公告</p>{B}{E}",
        {"title": T, "body": "自治区人社厅公告\n" + BB},
    ),
    "contacts as the last paragraphs": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<p>联系电话：0991-1234567</p><p>地址：乌鲁木齐市</p>{E}",
        {"title": T, "body": BB + "\n联系电话：0991-1234567\n地址：乌鲁木齐市"},
    ),
    "nothing after the body": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}",
        {"title": T, "body": BB},
    ),
    "an editor above the body": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>责任编辑：张柱</div>{B}",
        {"title": T, "body": BB, "editors": ["张柱"]},
    ),
    "a list of attachments": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<p>附件：1.名单</p>{E}",
        {"body": BB + "\n附件：1.名单"},
    ),
    "a summary": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div>摘要：新平台上线。</div>{B}{E}",
        {"body": "摘要：新平台上线。\n" + BB},
    ),
    "tags below the body": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<div>标签：<a href=/t>就业</a> <a href=/t>平台</a></div>{E}",
        {"body": BB},
    ),
    "a hot list with abstracts after the end": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}{E}<h3>热门文章</h3><div><a href=x.html>新疆新增一条铁路</a><p>记者从铁路部门获悉，新增一条铁路，全长300公里，明年通车。</p></div>",
        {"body": BB},
    ),
    "a hot list with abstracts and no end sign": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<h3>热门文章</h3><div><a href=x.html>新疆新增一条铁路</a><p>记者从铁路部门获悉，新增一条铁路，全长300公里，明年通车。</p></div>",
        {"body": BB},
    ),
    "advertisements for the app": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}{B}<p>扫一扫下载天山网客户端</p><p>打开APP阅读全文</p>{E}",
        {"body": BB},
    ),
    "paragraphs as list items": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<ul><li>第一条：据了解，该平台汇集岗位。</li><li>第二条：服务群众。</li></ul>{E}",
        {"body": "第一条：据了解，该平台汇集岗位。\n第二条：服务群众。"},
    ),
    "a paragraph that is all link": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p><a href=http://www.ts.cn/>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</a></p><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "preformatted text": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<pre>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n　　目前已有3.2万人次使用。</pre>{E}",
        {"body": BB},
    ),
    "source lines indented by spaces": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<td>\n  据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n  目前已有3.2万人次使用。\n  目前已有3.2万人次使用。\n</td>{E}",
        {"body": BB + "\n目前已有3.2万人次使用。"},
    ),
    "a paragraph over two source lines": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>据了解，该平台汇集\n      岗位12.6万个，服务各族群众就业。</p><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "Latin words over two source lines": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<p>The  new\n platform 上线，OPEC\n参加。</p>{E}",
        {"body": "The new platform 上线，OPEC 参加。"},
    ),
    "inline elements shown as blocks": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div><span style='display:block'>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</span><span style='display:block'>目前已有3.2万人次使用。</span></div>{E}",
        {"body": BB},
    ),
    "a span a paragraph": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{D}<div><span>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</span>\n<span>目前已有3.2万人次使用。</span></div>{E}",
        {"body": BB},
    ),
    "fields as list items": (
        f"<title>{T}_天山网</title><h1>{T}</h1><ul><li>来源：天山网</li><li>作者：刘翔</li><li>2025年3月19日</li><li>19:38</li></ul>{B}{E}",
        {
            "source": "天山网",
            "published_raw": "2025年3月19日 19:38",
            "reporters": ["刘翔"],
            "body": BB,
        },
    ),
    "fields parted by slashes": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38:42 / 来源：天山网 / 阅读：1234</div>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "source first, spaces around the colon": (
        f"<title>{T}</title><h1>{T}</h1><div>来源 ： 天山网-新疆日报　原创　　2025-03-19 19:38:42</div>{B}{E}",
        {"source": "天山网-新疆日报", "original": True, "body": BB},
    ),
    "a source that begins in Latin": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：CCTV新闻客户端</div>{B}{E}",
        {"source": "CCTV新闻客户端"},
    ),
    "two sources": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网、新疆日报</div>{B}{E}",
        {"source": "天山网、新疆日报"},
    ),
    "a source whose name holds a label’s word": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：人民网-新疆频道 频道：时政</div>{B}{E}",
        {"source": "人民网-新疆频道"},
    ),
    "a source below the headline, the date above it": (
        f"<title>{T}</title><div>2025-03-19 19:38:42</div><h1>{T}</h1><p>就业更便捷</p><div>稿源：新疆日报（原创）</div>{B}<p>编辑 刘芳</p><p>天山网 版权所有</p>",
        {
            "source": "新疆日报",
            "original": True,
            "subtitle": "就业更便捷",
            "body": BB,
            "editors": ["刘芳"],
        },
    ),
    "a source parted by a dot": (
        f"<title>{T}</title><h1>{T}</h1><div>新疆日报 · 2025-03-19 19:38 · 原创</div>{B}{E}",
        {"source": "新疆日报", "original": True},
    ),
    "a counter without number before a short paragraph": (
        f"<title>{T}</title><h1>{T}</h1><div>来源：天山网　　发布日期：2025-03-19　　点击数：</div><p>4月1日起，伊宁机场新增两条航线。</p>{E}",
        {"body": "4月1日起，伊宁机场新增两条航线。"},
    ),
    "a date without its year, full dates in a hot list": (
        f"<title>{T}</title><h1>{T}</h1><div><span>新疆日报</span><span>03-19 19:38</span></div>{B}{E}<h3>热点</h3><div><a href=a.html>新增两条铁路</a> 2025-02-10 09:10 来源：新华网</div>",
        {
            "published_at": datetime(2025, 3, 19, 11, 38, tzinfo=timezone.utc),
            "published_raw": "03-19 19:38",
            "source": "新疆日报",
            "body": BB,
        },
    ),
    "a date set as a calendar": (
        f"<title>{T}</title><div><span>2025</span><span><em>03</em>/<em>19</em></span><span>19:38:42</span></div><h1>{T}</h1><div>来源：新疆日报</div>{B}{E}",
        {
            "published_at": datetime(2025, 3, 19, 11, 38, 42, tzinfo=timezone.utc),
            "source": "新疆日报",
            "body": BB,
        },
    ),
    "a date set as a calendar, another below the text": (
        f"<title>{T}</title><div><span>2025</span><span><em>03</em>/<em>19</em></span><span>19:38:42</span></div><h1>{T}</h1><div>来源：新疆日报</div>{B}<p>2025年3月19日</p>{E}",
        {
            "published_at": datetime(2025, 3, 19, 11, 38, 42, tzinfo=timezone.utc),
            "source": "新疆日报",
            "body": BB + "\n2025年3月19日",
        },
    ),
    "a table of fields, a date in brackets above the text": (
        f"<title>{T}</title><table><tr><td>索引号：</td><td>123/2025</td><td>成文日期：</td><td>2024年01月01日</td></tr><tr><td>发布日期：</td><td>2025年03月19日</td><td>来源：</td><td>新疆</td></tr></table><h1>{T}</h1><p>（2025年3月18日自治区政府常务会议通过）</p>{B}{E}",
        {
            "title": T,
            "published_raw": "2025年03月19日",
            "body": "（2025年3月18日自治区政府常务会议通过）\n" + BB,
        },
    ),
    "contacts within an announcement": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>服务热线：0991-5830000</p><p>特此公告。</p><p>乌鲁木齐公交集团</p><p>2025年3月18日</p><div>分享到：</div><p>地址：乌鲁木齐市</p><p>新ICP备11000096号 举报电话：0991-3532125</p>",
        {"body": BB + "\n服务热线：0991-5830000\n特此公告。\n乌鲁木齐公交集团\n2025年3月18日"},
    ),
    "contacts in the body and in the imprint": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>服务热线：0991-5830000</p>{E}<p>新ICP备11000096号 举报电话：0991-3532125</p>",
        {
            "body": BB + "\n服务热线：0991-5830000",
            "rights": Rights(
                licences=[Licence("ICP备案", "新ICP备11000096号")], contacts=["0991-3532125"]
            ),
        },
    ),
    "a foot of links and prose, no end sign": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>友情链接：<a>新华网</a> <a>人民网</a></div><div>关于我们 | 网站声明</div><p>天山网是国务院新闻办公室确定的重点新闻网站，由新疆维吾尔自治区党委宣传部主管。</p><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "tags without links": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>标签：<a>就业</a><a>平台</a></div>{E}",
        {"body": BB},
    ),
    "a smaller headline that alone is not indented": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>就业更便捷更高效</div><div>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。<br>&emsp;&emsp;目前已有3.2万人次使用。</div>{E}",
        {"subtitle": "就业更便捷更高效", "body": BB},
    ),
    "a byline below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p><img src=a.jpg></p><p>（记者 刘翔 文/图）</p>{E}",
        {"reporters": ["刘翔"], "body": BB + "\n（记者 刘翔 文/图）"},
    ),
    "a picture of a mobile page": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<figure><amp-img src='./W1.jpg' width=600 height=400></amp-img><figcaption>平台界面</figcaption></figure>{E}",
        {"images": [Image("http://m.euiu.cn/xwzx/szxw/202503/W1.jpg", "平台界面")], "body": BB},
    ),
    "a headline broken by a line end above the dateline": (
        f"<title>{T}</title><center>{T[:6]}<br>{T[6:]}<br>就业更便捷</center>{D}<h1>{T}</h1>{B}{E}",
        {"title": T, "subtitle": "就业更便捷", "body": BB},
    ),
    "a headline that begins like a field": (
        f"<title>记者走基层 喀什的春天_天山网</title><h1>记者走基层 喀什的春天</h1>{D}{B}{E}",
        {"title": "记者走基层 喀什的春天", "body": BB},
    ),
    "a headline that begins with a bracket": (
        f"<title>【诗歌】写给独库公路_天山网</title><h1>【诗歌】写给独库公路</h1>{D}{B}{E}",
        {"title": "【诗歌】写给独库公路", "body": BB},
    ),
    "a headline cut short in the title element": (
        f"<title>{T[:7]}..._天山网</title><h1>{T}</h1><h4>就业更便捷</h4>{D}{B}{E}",
        {"title": T, "subtitle": "就业更便捷", "body": BB},
    ),
    "a headline cut short behind spam in the title element": (
        f"<title>国产成人在线|免费影院|{T[:7]}..._天山网</title><h1>天山网</h1><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a year whose first digit was eaten": (
        f"<title>{T}</title><h1>{T}</h1><div>新疆日报。\ufffd025年3月19日 下午7:38</div>{B}{E}",
        {
            "title": T,
            "source": "新疆日报",
            "published_at": datetime(2025, 3, 19, 11, 38, tzinfo=timezone.utc),
        },
    ),
    "links to others behind marks, and a list of a special": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>&gt;&gt;&gt;<a href=../../jjxw/202503/t20250311_26055555.shtml>昌吉新增三条公交专线</a></p><p>点击查看更多&gt;&gt;</p><div>相关专题：<a href=/zt/lh/>全国两会</a></div><p>主题词：新疆</p>{E}",
        {"body": BB},
    ),
    "comments counted, who entered it, a plea for copying": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>转载请注明出处</p><p>录入：万平</p><div>网友评论 0条评论|0人参与</div><p>写得真好，为家乡点赞！期待更多好消息，也希望平台越办越好。</p>",
        {"body": BB},
    ),
    "a wire’s dateline and the time of an event are no smaller headlines": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h1>{T}</h1><section>新华社北京3月19日电 题：一个平台的诞生</section>{B}{E}",
        {"subtitle": None, "body": f"新华社北京3月19日电 题：一个平台的诞生\n{BB}"},
    ),
    "a plea before the notice": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>转载请注明出处</p>{E}<p>(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编。)</p>",
        {
            "body": BB,
            "rights": Rights(notice="刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编。"),
        },
    ),
    "a medium and a name without labels": (
        f"<title>{T}</title><h1>{T}</h1><div>原创 刘翔 新疆日报 2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆日报", "original": True, "published_raw": "2025-03-19 19:38"},
    ),
    "a source that the text was taken from": (
        f"<title>{T}</title><h1>{T}</h1><div>转自：新疆日报 2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "verse above source and date": (
        f"<title>{T}</title><h1>{T}</h1><p>你站在沙的尽头<br>像一句没有说完的话<br>雪水从昆仑来<br>带着石头的体温</p><div>来源：新疆日报　2025-03-19 19:38</div>{E}",
        {
            "title": T,
            "subtitle": None,
            "body": "你站在沙的尽头\n像一句没有说完的话\n雪水从昆仑来\n带着石头的体温",
        },
    ),
    "a headline below the dateline alone, a title element that names the site": (
        f"<title>天山网</title>{D}<h2>{T}</h2>{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a short headline below the dateline, spam above it": (
        f"<title>亚洲精品视频_久久网_白鹤归来-天山网</title><h1><a href=x>亚洲一区</a></h1>{D}<h1>白鹤归来</h1>{B}{E}",
        {"title": "白鹤归来", "subtitle": None, "body": BB},
    ),
    "a headline with a date, repeated": (
        f"<title>2025年3月19日蔬菜价格_天山网</title><h1>2025年3月19日蔬菜价格</h1><div><a href=#>分享</a></div><span>新疆日报</span><span>2025-03-19</span><h2>2025年3月19日蔬菜价格</h2>{B}{E}",
        {
            "title": "2025年3月19日蔬菜价格",
            "subtitle": None,
            "source": "新疆日报",
            "published_raw": "2025-03-19",
            "body": BB,
        },
    ),
    "credits of many kinds below the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>主编：万平　编辑：刘芳</p><p>视频编辑：张柱</p><p>策划：朱立凡</p><p>剪辑：刘翔</p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a medium among dots beside the date": (
        f"<title>{T}</title><div>{T}</div><div><span>霍尔果斯市融媒体中心</span><i> · </i><span>2025-03-19</span><i> · </i><span>阅读 3021</span></div>{B}{E}",
        {"source": "霍尔果斯市融媒体中心", "published_raw": "2025-03-19", "body": BB},
    ),
    "a table of a document’s particulars": (
        f"<title>{T}</title><table><tr><td>索 引 号<td>010110/2025-00031<td>主题分类<td>综合政务<tr><td>来　　源<td>新疆科技厅<td>成文日期<td>2020年01月01日<tr><td>标　　题<td>{T}<td>发文字号<td>新政办发〔2025〕32号<tr><td>发布日期<td>2025年03月19日</table><h1>{T}</h1>{B}{E}",
        {"source": "新疆科技厅", "subtitle": None, "published_raw": "2025年03月19日", "body": BB},
    ),
    "source and date below a text with a table": (
        f"<title>{T}</title><h2>{T}</h2><p>平台数据如下：</p><table>{'<tr><td>喀什<td>12.6<td>+0.2' * 6}</table>{B}<div>信息来源：新疆日报　发布时间：2025-03-19 19:38</div>{E}",
        {
            "title": T,
            "subtitle": None,
            "source": "新疆日报",
            "body": "平台数据如下：\n" + "喀什\t12.6\t+0.2\n" * 6 + BB,
        },
    ),
    "source and date below a signature": (
        f"<title>{T}</title><h2>{T}</h2><h3>——写在平台上线之际</h3>{B}<p>自治区人社厅</p><p>2025年3月18日</p><div>信息来源：新疆日报　发布时间：2025-03-19 19:38</div>{E}",
        {
            "subtitle": "——写在平台上线之际",
            "published_raw": "2025-03-19 19:38",
            "body": f"{BB}\n自治区人社厅\n2025年3月18日",
        },
    ),
    "a day signed where the source stands below": (
        f"<title>{T}</title><h1>{T}</h1><p><time>2025-03-19</time></p>{B}<p>自治区人社厅</p><p>2025年3月19日</p><p>来源：新疆日报</p><p>记者：刘翔</p><p>编辑：刘芳</p>",
        {
            "published_raw": "2025-03-19",
            "source": "新疆日报",
            "reporters": ["刘翔"],
            "editors": ["刘芳"],
            "body": f"{BB}\n自治区人社厅\n2025年3月19日",
        },
    ),
    "a mark at the end, credits below it": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>— END —</p><p>编辑丨刘芳</p><p>审核丨万平</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a source below the text, cut by elements": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38</div>{B}<p><span>(来源:健</span><span>康新疆)</span></p>{E}",
        {"source": "健康新疆", "body": BB},
    ),
    "a heading of the first part": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h3>引子</h3>{B}{E}",
        {"subtitle": None, "body": f"引子\n{BB}"},
    ),
    "parts with headings alike": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h3>沙漠里的水井房</h3>{B}<h3>沙漠里的加油站</h3>{B}{E}",
        {"subtitle": None, "body": f"沙漠里的水井房\n{BB}\n沙漠里的加油站\n{BB}"},
    ),
    "a day below a signature": (
        f"<title>{T}</title><h1>{T}</h1><small>[ 新疆财政 ] [ 2025-03-19 ]</small><p>　　各位企业家：</p><p>　　衷心祝愿大家万事如意！</p><p>　　自治区财政厅</p><p>　　2025年3月19日</p>{E}",
        {
            "source": "新疆财政",
            "published_raw": "2025-03-19",
            "body": "各位企业家：\n衷心祝愿大家万事如意！\n自治区财政厅\n2025年3月19日",
        },
    ),
    "a title element that names the site alone": (
        f"<title>天山网-新疆门户网站</title><p align=center><b>{T}</b></p>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "labels without colon, values in the next cells": (
        f"<title>{T}</title><h1>{T}</h1><dl><dt>发布时间</dt><dd>2025-03-19 19:38</dd><dt>来源</dt><dd>新疆日报</dd><dt>作者</dt><dd>刘翔</dd></dl>{B}{E}",
        {
            "published_raw": "2025-03-19 19:38",
            "source": "新疆日报",
            "reporters": ["刘翔"],
            "body": BB,
        },
    ),
    "a source in an element of its own, without label": (
        f"<title>{T}</title><h1>{T}</h1><ul><li>新疆日报</li><li>2025年03月19日 19:38</li><li>1.2万阅读</li></ul>{B}{E}",
        {"source": "新疆日报", "subtitle": None, "body": BB},
    ),
    "the source in brackets below the body": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42</div>{B}<p>原标题：{T}啦</p><p>（来源：新疆日报）</p>{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "the page of a newspaper below the body": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>《 新疆日报 》（ 2025年03月19日 第 04 版）</p>{E}",
        {"body": BB},
    ),
    "a disclaimer that says nothing of copying": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。</p><p>举报</p>",
        {"body": BB},
    ),
    "an official statement": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>二、未经学校书面授权，任何单位和个人不得使用学校名称，违者将依法追究法律责任。</p><p>特此声明。</p>{E}",
        {
            "body": BB
            + "\n二、未经学校书面授权，任何单位和个人不得使用学校名称，违者将依法追究法律责任。\n特此声明。"
        },
    ),
    "the unit of a counter that a script writes": (
        f"<title>{T}</title><h1>{T}</h1><div><small>时间:</small>2025-03-19 <small>来源:</small>天山网 <small>点击:</small><script src=c.js></script>次</div>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "one related article within the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><div><b>相关阅读：</b><a href=a.html>新疆新增一条铁路</a></div><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "an editor set right after the label": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>责任编辑<span>刘芳</span></div>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor after a bracketed label": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>【责任编辑】：刘芳</div>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "staff parted by slashes before the editor": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>值班主任 / 李建</p><p>值班编辑 / 刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a story of pictures and captions alone": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=1.jpg></p><p align=center>游客在梨花大道赏花。</p><p align=center><img src=2.jpg></p><p align=center>孩子们在梨树下写生。</p>{E}",
        {
            "images": [
                Image("http://m.euiu.cn/xwzx/szxw/202503/1.jpg", "游客在梨花大道赏花。"),
                Image("http://m.euiu.cn/xwzx/szxw/202503/2.jpg", "孩子们在梨树下写生。"),
            ],
            "body": "游客在梨花大道赏花。\n孩子们在梨树下写生。",
        },
    ),
    "pictures with captions in one centred block with the paragraphs": (
        f"<title>{T}</title><h1>{T}</h1>{D}<center><img src=1.jpg><br>游客在梨花大道赏花。<br>据了解，该平台汇集岗位12.6万个，服务各族群众就业。<br><img src=2.jpg><br>孩子们在梨树下写生。<br>目前已有3.2万人次使用。</center>{E}",
        {
            "images": [
                Image("http://m.euiu.cn/xwzx/szxw/202503/1.jpg", "游客在梨花大道赏花。"),
                Image("http://m.euiu.cn/xwzx/szxw/202503/2.jpg", "孩子们在梨树下写生。"),
            ],
            "body": BB,
        },
    ),
    "a date without 来源 below a hot list with dates and sources": (
        "<title>澳门新葡京-"
        + T
        + "</title><h1>澳门新葡京</h1><div><a href=a.html>新增一条铁路</a><p>来源：新华网 2025-01-02</p></div><div><a href=b.html>新增两条铁路</a><p>来源：新华网 2025-01-01</p></div>"
        f"<div>{T}</div><div>自治区人力资源和社会保障厅 发布于 2025-03-19 19:38</div>{B}{E}",
        {"title": T, "published_raw": "2025-03-19 19:38", "body": BB},
    ),
    "a statement, lists and a foot of links below the body": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>声明：转载此文是出于传递更多信息之目的。若有来源标注错误，请与本网联系，我们将及时更正。</p><div>下载天山网客户端</div><div>猜你喜欢</div><ul><li><a href=a.shtml><img src=a.jpg><p>那拉提草原迎来旺季</p></a></li></ul><div>专题推荐</div><div>友情链接<a href=b>新华网</a></div><div>关于天山网 | 网站地图</div>",
        {"body": BB, "images": []},
    ),
    "paragraphs indented by style, a centred caption below a picture that is not": (
        f"<title>{T}</title><h1>{T}</h1><h1>{T}</h1>{D}<div style='text-indent:2em'><div><img src=a.jpg><div style='text-align:center'>平台界面</div></div><p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p>目前已有3.2万人次使用。</p></div>{E}",
        {"images": [Image("http://m.euiu.cn/xwzx/szxw/202503/a.jpg", "平台界面")], "body": BB},
    ),
    "a mark as the first line below the repeated headline": (
        f"<title>{T}</title>{D}<h1>{T}</h1><p>放假通知</p>{B}{E}",
        {"subtitle": None, "body": "放假通知\n" + BB},
    ),
    "fields in brackets": (
        f"<title>{T}</title><h1>{T}</h1><div>[2025-03-19 19:38]　[来源：新疆日报]　原创</div>{B}{E}",
        {"source": "新疆日报", "original": True, "body": BB},
    ),
    "原创 before the source in a line of its own": (
        f"<title>{T}</title><h1>{T}</h1><div><span>原创</span><span>来源：新疆日报</span></div><div>发布：2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆日报", "original": True, "subtitle": None, "body": BB},
    ),
    "an editor in brackets with spaces": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>[ 责编：刘芳 ]</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor whose label is spread": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>编 辑：刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor of this text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>本文责任编辑：刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor after a dot": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>责任编辑·刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor in the next cell": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<table><tr><td>责任编辑：</td><td>刘芳 张柱</td></tr></table>",
        {"editors": ["刘芳", "张柱"], "body": BB},
    ),
    "an editor in brackets without colon, then a ranking": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>（编辑 刘芳）</p><h3>排行榜</h3><p>1. <a href=a>新增一条铁路</a></p><p>您对本文的评价：满意</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor at the end of a paragraph that is no sentence": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>新疆人社厅（责任编辑：刘芳）</p><p>您对本文的评价：满意</p>",
        {"editors": ["刘芳"], "body": BB + "\n新疆人社厅"},
    ),
    "abstracts of other articles, no end sign": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<h2>为你推荐</h2>"
        + "<h3><a href=a.html>阿克苏机场旅客吞吐量突破300万人次</a></h3><p>阿克苏机场旅客吞吐量突破300万人次，这是当地发展的缩影，群众的日子越过越好，笑容越来越多。</p><time>2025-01-01</time>"
        * 3
        + "<p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "a list of links within the text, two paragraphs after it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><div>相关阅读</div><div><a href=a>新疆新增一条铁路</a></div>"
        + "<p>平台运行半年来，已有3.2万人次使用，帮助1.1万名高校毕业生、农村富余劳动力找到了工作岗位。</p>"
        * 2
        + "<p>新ICP备11000096号</p>",
        {
            "body": "\n".join(
                ["据了解，该平台汇集岗位12.6万个，服务各族群众就业。"]
                + [
                    "平台运行半年来，已有3.2万人次使用，帮助1.1万名高校毕业生、农村富余劳动力找到了工作岗位。"
                ]
                * 2
            )
        },
    ),
    "the same articles listed above and below a short text": (
        f"<title>{T}_天山网</title><div><a href=a>新疆新增一条铁路</a></div><div>{T}</div>{D}<p>平台今日上线。</p><div>为你推荐</div><div><a href=a>新疆新增一条铁路</a></div>",
        {"title": T, "body": "平台今日上线。"},
    ),
    "a source marked 原创 without label, in a line of its own": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>天山网-新疆日报原创</div><div>2025-03-19 19:38:42</div>{B}{E}",
        {"subtitle": None, "source": "天山网-新疆日报", "original": True, "body": BB},
    ),
    "a source marked 原创 without label, in the line of the date": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>天山网-新疆日报原创　发布时间：2025-03-19 19:38　更新时间：2025-03-20 08:00</div>{B}{E}",
        {"source": "天山网-新疆日报", "original": True, "published_raw": "2025-03-19 19:38"},
    ),
    "source and date in brackets": (
        f"<title>{T}_天山网</title><h1>{T}</h1><small>[ 新疆日报 ] [ 2025-03-19 19:38 ]</small>{B}{E}",
        {"source": "新疆日报", "published_raw": "2025-03-19 19:38", "body": BB},
    ),
    "labels that a bar parts from their values": (
        f"<title>{T}</title><h1>{T}</h1><div>来源 | 新疆日报　作者 | 刘翔</div><div>2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆日报", "reporters": ["刘翔"], "body": BB},
    ),
    "a source that reads as no medium, above the date": (
        f"<title>{T}</title><h1>{T}</h1><div>健康新疆</div><div>2025-03-19 19:38</div>{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a body that opens with when and where": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 12:00</div><p>时间：3月19日20:00</p><p>地点：新疆人民剧场</p>{B}{E}",
        {
            "published_raw": "2025-03-19 12:00",
            "body": f"时间：3月19日20:00\n地点：新疆人民剧场\n{BB}",
        },
    ),
    "attachments below the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>附件：<a href=P020250319.doc>岗位表.doc</a></p><p><a href=P020250320.xls>汇总表.xls</a></p>{E}",
        {"body": f"{BB}\n附件：岗位表.doc\n汇总表.xls"},
    ),
    "verse, which has no full stop": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>你站在沙的尽头<br>像一句没有说完的话<br>雪水从昆仑来<br>带着石头的体温</p>{E}"
        "<h3>为你推荐</h3><a href=a>新疆新增一条铁路</a><p>记者从现场了解到，活动吸引了数千名市民参与，大家纷纷表示收获满满。</p>",
        {"body": "你站在沙的尽头\n像一句没有说完的话\n雪水从昆仑来\n带着石头的体温"},
    ),
    "a proof-reader before the editor": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>值班主编：万平　责任编辑：刘芳</p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "pictures between the paragraphs": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p><img src=1.jpg></p><p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p><img src=2.jpg></p><p>目前已有3.2万人次使用。</p><p>平台明年扩容。</p>{E}",
        {"body": BB + "\n平台明年扩容。"},
    ),
    "a date of change with a time before a day of publication": (
        f"<title>{T}</title><h1>{T}</h1><div>更新时间：2025-03-28 08:00:12　发布时间：2025年3月19日　来源：天山网</div>{B}{E}",
        {"published_raw": "2025年3月19日", "source": "天山网", "body": BB},
    ),
    "a date without separators": (
        f"<title>{T}</title><h1>{T}</h1><div>20250319　来源：天山网</div>{B}{E}",
        {"published_raw": "20250319", "source": "天山网", "body": BB},
    ),
    "a date in Chinese numerals": (
        f"<title>{T}</title><h1>{T}</h1><div>来源：天山网 二〇二五年三月十九日</div>{B}{E}",
        {"published_raw": "二〇二五年三月十九日", "source": "天山网", "body": BB},
    ),
    "a date as a program writes it": (
        f"<title>{T}</title><h1>{T}</h1><div>来源：天山网 Wed Mar 19 19:38:42 CST 2025</div>{B}{E}",
        {"published_raw": "Wed Mar 19 19:38:42 CST 2025", "source": "天山网", "body": BB},
    ),
    "a calendar leaf with the day first, above the headline": (
        f"<title>{T}</title><div><em>19</em><span>2025-03</span></div><h1>{T}</h1><p>来源：天山网</p>{B}{E}",
        {"published_raw": "19 2025-03", "title": T, "source": "天山网", "body": BB},
    ),
    "a date that only structured data state": (
        f'<title>{T}</title><script type=application/ld+json>{{"datePublished": "2025-03-19T19:38:42+08:00"}}</script><h1>{T}</h1>{B}{E}',
        {"published_raw": "2025-03-19T19:38:42+08:00", "body": BB},
    ),
    "the day of a speech, and the date of publication unseen": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19 19:38'><h1>{T}</h1><p align=center>（2023年5月11日）</p>{B}{E}",
        {"published_raw": "2025-03-19 19:38", "body": "（2023年5月11日）\n" + BB},
    ),
    "a source at the foot, and the date of publication unseen": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19 19:38'><h1>{T}</h1>{B}<p>来源：天山网 编辑：刘芳 审核：万平</p>",
        {"source": "天山网", "editors": ["刘芳"], "body": BB},
    ),
    "an account that published it before the source": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-3-19 19:38|发布者: admin|查看: 385|来自: 新疆日报</p>{B}{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "the name that an account logs in with, as who published it": (
        f"<title>{T}</title><h1>{T}</h1><p>发布者：xxbgs 发布时间：2025-03-19 浏览次数：97</p>{B}{E}",
        {"source": None, "body": BB},
    ),
    "a source and an author that the system was not told": (
        f"<title>{T}</title><h1>{T}</h1><p>时间:2025-03-19 10:33 来源:未知 作者:admin 点击:12次</p>{B}{E}",
        {"source": None, "reporters": [], "body": BB},
    ),
    "原创 behind a sign of copyright, above the day": (
        f"<title>{T}</title><h1>{T}</h1><p><span>©原创</span> <span>2025-03-19 17:35</span> <span>伊宁县融媒体中心</span> <span>阅读：2324</span></p>{B}{E}",
        {"source": "伊宁县融媒体中心", "original": True, "body": BB},
    ),
    "what asks whether to open the reading for the blind, below the dateline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>是否打开信息无障碍浏览</div><div>{B}</div>{E}",
        {"subtitle": None, "body": BB},
    ),
    "what asks the readers for news, set as the text is": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　{LONG}</p><p>　　{LONG}</p><p>　　想爆料？请登录互动平台( https://minsheng.example/ )、拨打新闻热线0991-3532125，或登录官方微博提供新闻线索。</p>",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "what asks the readers for news in brackets": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　{LONG}</p><p>　　{LONG}</p><p>　　【如果您有新闻线索，欢迎向我们报料，一经采纳有费用酬谢。报料微信关注：tsbl】</p>",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "what asks for what was seen, which is the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　{LONG}</p><p>　　如有线索，请拨打电话0991-3532125与警方联系。</p>",
        {"body": f"{LONG}\n如有线索，请拨打电话0991-3532125与警方联系。"},
    ),
    "a reporter of a medium behind the label of an author": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>采写：南都记者 刘翔 刘芳</p><p>责任编辑：万平</p>",
        {"reporters": ["刘翔", "刘芳"], "editors": ["万平"], "body": BB},
    ),
    "who made the film below the reporters": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>记者：刘翔、万平</p><p>新华社音视频部出品</p>",
        {"reporters": ["刘翔", "万平"], "body": BB},
    ),
    "credits behind labels in brackets": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>　　【撰文】南方日报记者 刘翔 通讯员 刘芳</p><p>　　【统筹】万平</p>",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "credits in brackets, parted by semicolons": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>（文：刘翔；审核：刘芳；编辑：万平）</p>",
        {"reporters": ["刘翔"], "editors": ["万平"], "body": BB},
    ),
    "an abstract that is broken off below other articles, and the site's own words": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<h3>新闻推荐</h3><div><p><a href=/1.html>喀什古城游客多</a></p><p>9月17日下午，喀什古城迎来许多游客，街巷里的老手艺让他们流连忘返。古城的故事有多少，老人们怎么说，游客们又怎么看？受...</p></div><p>伊宁新闻，弘扬社会正气。除了新闻，我们还传播幸福和美好！因为热爱所以付出，光阴流水，不变的是这个家。</p><h3>相关推荐：</h3>",
        {"body": BB},
    ),
    "a table of particulars above the headline": (
        f"<title>{T}</title><table><tr><td>发布机构</td><td>办公厅</td><td>发布日期</td><td>2025-03-19</td></tr><tr><td>名　　称</td><td>{T}</td></tr><tr><td>信息来源</td><td>新疆日报</td><td>有效性</td><td>有效</td></tr></table><h1>{T}</h1>{B}{E}",
        {"title": T, "source": "新疆日报", "body": BB},
    ),
    "names after other labels than 记者": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19　来源：天山网　文图/刘翔　万平</p>{B}{E}",
        {"source": "天山网", "reporters": ["刘翔", "万平"], "body": BB},
    ),
    "who took the pictures, behind labels of one line with who wrote": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38　来源：天山网　文/记者 刘翔　图/记者 万平</p>{B}{E}",
        {"source": "天山网", "reporters": ["刘翔"], "body": BB},
    ),
    "who wrote, among others in the first line of the text": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38　来源：天山网</p>"
        f"<p>　　策划：张柱　记者：刘翔　制图：万平</p>{B}{E}",
        {"source": "天山网", "reporters": ["刘翔"]},
    ),
    "a medium without label, what parts it from the next field lost": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38  新疆日报\ufffd 字号：A- A A+</div>{B}{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "an editor of a medium that the label names": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38　来源：天山网</p>"
        f"<p>每日记者：刘翔 每日编辑：张柱</p>{B}{E}",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "every field of the dateline in a line of its own": (
        f"<title>{T}</title><h1>{T}</h1><ul><li>发表时间：2025-03-19<li>来源于：天山网<li>撰稿：刘翔<li>浏览次数：<span>12</span></ul>{B}{E}",
        {"source": "天山网", "reporters": ["刘翔"], "subtitle": None, "body": BB},
    ),
    "a headline that opens like a field": (
        "<title>评论：让减负真正落地_新闻频道_天山网</title><h2>评论：让减负真正落地</h2>"
        + D
        + B
        + E,
        {"title": "评论：让减负真正落地", "body": BB},
    ),
    "a page of a newspaper": (
        f"<title>新疆日报-{T}</title><p>2025年03月19日 星期三</p><p>第A02版：要闻</p><p><a href=a>上一期</a> <a href=b>下一期</a></p><p><a href=a>上一篇</a> <a href=b>下一篇</a> 放大 缩小</p>"
        f"<p align=center>就业服务进万家</p><p align=center>{T}</p><p align=center>岗位超过十二万个</p>{B}",
        {"title": T, "subtitle": "岗位超过十二万个", "body": BB},
    ),
    "a smaller headline where no line states the date": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19 19:38'><h2>{T}</h2><h4>岗位超过十二万个</h4>{B}{E}",
        {"title": T, "subtitle": "岗位超过十二万个", "body": BB},
    ),
    "a notice above the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>未经许可，严禁转载！</p>{B}",
        {"body": BB, "rights": Rights("未经许可，严禁转载！")},
    ),
    "a notice below the editor": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}{E}<p>原创作品，未经授权，谢绝转载。</p>",
        {"body": BB, "rights": Rights("原创作品，未经授权，谢绝转载。")},
    ),
    "a counter's picture below the notice": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>转载请注明出处。</p><img src=stat.gif width=1 height=1>",
        {"body": BB, "rights": Rights("转载请注明出处。"), "images": []},
    ),
    "credits one a line": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19</p>{B}<p>采写：刘翔</p><p>摄影：郭峰</p><p>来源：新疆日报</p><p>责任编辑：刘芳</p><p>校对：万平</p>",
        {"body": BB, "reporters": ["刘翔"], "source": "新疆日报", "editors": ["刘芳"]},
    ),
    "links to other sites that the text announces": (
        f"{H}{B}<p>现将常用平台的网址公布如下：</p><p><a href=https://www.mohrss.gov.cn/>人力资源和社会保障部</a></p><p>请收藏使用。</p>{E}",
        {"body": BB + "\n现将常用平台的网址公布如下：\n人力资源和社会保障部\n请收藏使用。"},
    ),
    "the headline again with a full stop": (f"{H}<p>{T}。</p>{B}{E}", {"body": BB}),
    "a linked sentence below the text": (
        f"{H}{B}<p><a href=/zt/>点击进入专题，了解更多精彩内容！</a></p>{E}",
        {"body": BB},
    ),
    "a breadcrumb below the dateline": (
        f"{H}<p>当前位置：首页 &gt; 新闻 &gt; 时政</p>{B}{E}",
        {"body": BB},
    ),
    "an icon above what a program summed up": (
        f"{H}<p><img src=/images/ai.png></p><p>AI摘要</p><p>平台汇集岗位。</p><p>内容由AI生成，仅供参考</p>{B}{E}",
        {"body": BB, "images": []},
    ),
    "an attachment that is linked below the links to other articles": (
        f"{H}{B}<p>相关链接</p><p><a href=/xwzx/b.shtml>喀什古城游客多</a></p><p><a href=./P020250319.pdf>就业服务平台使用手册</a></p><p>{LONG}</p>{E}",
        {"body": f"{BB}\n就业服务平台使用手册\n{LONG}"},
    ),
    "headings of parts that all read like tools": (
        f"{H}{B}<p><b>分享</b></p><p>{LONG}</p><p><b>评论</b></p><p>{LONG}</p>{E}",
        {"body": f"{BB}\n分享\n{LONG}\n评论\n{LONG}"},
    ),
    "a word beside the text in an element that only the editor's line shares": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><p>民生直通车</p>{E}</div>",
        {"body": f"{BB}\n{LONG}", "editors": ["刘芳"]},
    ),
    "key words between the repeated headline and the text": (
        f"{H}<h2>{T}</h2><p>标签：就业、平台</p>{B}{E}",
        {"body": BB, "subtitle": None},
    ),
    "a credit between the repeated headline and the text": (
        f"{H}<h2>{T}</h2><p>审核：刘芳</p>{B}{E}",
        {"body": BB, "subtitle": None},
    ),
    "an empty field between the repeated headline and the text": (
        f"{H}<h2>{T}</h2><p>作者：</p>{B}{E}",
        {"body": BB, "subtitle": None},
    ),
    "the editor between the repeated headline and the text": (
        f"{H}<h2>{T}</h2><p>责任编辑：刘芳</p>{B}<p>{LONG}</p>",
        {"body": f"{BB}\n{LONG}", "subtitle": None, "editors": ["刘芳"]},
    ),
    "the name of a column between the repeated headline and the text": (
        f"{H}<h2>{T}</h2><p>今日要闻</p><p>{LONG}</p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}", "subtitle": None},
    ),
    "key words without links below the text": (
        f"{H}{B}<p>标签：就业、平台</p>{E}",
        {"body": BB},
    ),
    "a heading that links to itself": (
        f"{H}{B}<h3>背景<a href=#b>¶</a></h3><p>{LONG}</p>{E}",
        {"body": f"{BB}\n背景\n{LONG}"},
    ),
    "an editor's label without a name above a list of other articles": (
        f"{H}{B}<p>责任编辑</p><p>相关新闻</p>{LINKS}",
        {"body": BB, "editors": []},
    ),
    "a comment of yesterday": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><div><p><b>张先生</b> <i>昨天</i></p><p>这个平台我用过，很方便</p></div></div>{E}",
        {"body": f"{BB}\n{LONG}"},
    ),
    "a picture of the article's own below a button": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><div><p>分享</p></div><div><img src=./W02.jpg></div>{E}</div>",
        {
            "body": f"{BB}\n{LONG}",
            "images": [Image("http://m.euiu.cn/xwzx/szxw/202503/W02.jpg", None)],
        },
    ),
    "names beside the text as print sets them": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><div><p>刘芳　万平　张柱</p></div>{E}</div>",
        {"body": f"{BB}\n{LONG}\n刘芳　万平　张柱"},
    ),
    "an office that signs beside the text": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><div><p>自治区人社厅</p></div>{E}</div>",
        {"body": f"{BB}\n{LONG}\n自治区人社厅"},
    ),
    "counters in brackets in a row above the text": (
        f"{H}<div><p><i>感动(1200)</i> <i>路过(300)</i> <i>难过(12)</i></p><div>{B}<p>{LONG}</p></div>{E}</div>",
        {"body": f"{BB}\n{LONG}"},
    ),
    "a linked picture with its caption among the paragraphs": (
        f"{H}<p>{LONG}</p><div><a href=/zt/a.shtml><img src=/x/a.jpg></a><p>图为平台的服务窗口。</p></div>{B}<p>{LONG}</p>{E}",
        {"body": f"{LONG}\n图为平台的服务窗口。\n{BB}\n{LONG}"},
    ),
    "a label of a field that a paragraph parts from the dateline": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19</p><p>据了解，平台汇集岗位。</p><p>信息来源</p><p>自治区人社厅</p>{B}{E}",
        {"source": None},
    ),
    "a counter whose number a script writes": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19</p><p>来源：天山网</p><p>浏览次数：</p><p>就业好消息</p>{B}{E}",
        {"body": f"就业好消息\n{BB}"},
    ),
    "a long line below the date that ends like an office": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19</p><p>平台汇集岗位十二万个各地人社局</p>{B}{E}",
        {"source": None},
    ),
    "the headline far above a dateline at the end": (
        f"<title>{T} 助力各族群众就业_天山网</title><p>{T} 助力各族群众就业</p>{f'<p>{LONG}</p>' * 16}<p>就业服务平台</p>{D}",
        {"title": f"{T} 助力各族群众就业"},
    ),
    "an editor without colon in the last paragraph": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p>目前已有3.2万人次使用。（编辑 刘芳）</p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "other articles in the midst of a text whose paragraphs are indented": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><h4>相关报道</h4><ul><li><a href=a>新疆新增一条铁路</a><li><a href=b>雪季来了</a></ul><p>　　目前已有3.2万人次使用。</p><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "a telephone as the last paragraph, and the foot in a box of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>咨询电话：0991-96808</p></div><div class=foot><p>地址：乌鲁木齐市</p><p>新ICP备11000096号</p></div>",
        {"body": BB + "\n咨询电话：0991-96808"},
    ),
    "verse above the source and a notice": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19'><h1>{T}</h1><p>你站在沙的尽头<br>像一句没有说完的话<br>雪水从昆仑来<br>带着石头的体温</p><p>来源：天山网 编辑：刘芳</p><p>本文为天山网原创稿件，未经授权不得转载使用。</p>",
        {
            "body": "你站在沙的尽头\n像一句没有说完的话\n雪水从昆仑来\n带着石头的体温",
            "source": "天山网",
            "editors": ["刘芳"],
        },
    ),
    "a table of data in a cell of a table that lays out the page": (
        f"<title>{T}</title><h1>{T}</h1>{D}<table><tr><td>{B}<table><tr><th>地区<th>岗位<tr><td>喀什<td>98%</table></td></tr></table>{E}",
        {"body": BB + "\n地区\t岗位\n喀什\t98%"},
    ),
    "cells with several lines": (
        f"<title>{T}</title><h1>{T}</h1>{D}<table><tr><td>{B}</td><td>喀什</td></tr></table>{E}",
        {"body": BB + "\n喀什"},
    ),
    "the headline again within the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p>{T}</p><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB.replace("\n", f"\n{T}\n")},
    ),
    "an author of the article and how it was made public": (
        f"<title>{T}</title><h1>{T}</h1><p>文章来源：自治区人社厅 文章作者：刘翔 公开方式：主动公开 2025-03-19</p>{B}{E}",
        {"source": "自治区人社厅", "reporters": ["刘翔"], "body": BB},
    ),
    "who took pictures, among credits": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>文：刘翔</p><p>图片：郭峰</p><p>视频：万平</p>",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "a line that only may be a credit": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>图：春到天山</p>{E}",
        {"body": BB + "\n图：春到天山"},
    ),
    "a code to scan in a directory of such pictures": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>扫描二维码，手机浏览</div><img src=/qr/123.png>{E}",
        {"body": BB, "images": []},
    ),
    "a <title> that names the kind of page": (
        f"<title>新闻内容页</title><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline of one character": (
        f"<title>雪_天山网</title><h1>天山网</h1><h2>雪</h2>{D}{B}{E}",
        {"title": "雪", "body": BB},
    ),
    "a short headline below a table of particulars": (
        f"<title>新和县_新闻频道_天山网</title><table><tr><td>名称<td>新和县<td>发布日期<td>2025-03-19<tr><td>来源<td>天山网<td>有效性<td>有效<tr><td>主题分类<td>综合政务</table><h1>新和县</h1>{B}{E}",
        {"title": "新和县", "source": "天山网", "body": BB},
    ),
    "an <embed> without end tag": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><embed src=a.swf>{B}</div>{E}",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "text hidden by its size": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div style='height:0;overflow:hidden'>在线看片，免费下载。</div>{B}<div style='overflow:hidden;width:1px'>在线看片，免费下载。</div>{E}",
        {"body": BB},
    ),
    "a box of fixed height": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div style='height:100px;overflow:hidden'>{B}</div>{E}",
        {"body": BB},
    ),
    "links that a mirror has put between the paragraphs": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><div>友情链接：<a href=a>葡京</a> <a href=b>彩票</a></div><p>　　目前已有3.2万人次使用。</p>",
        {"body": BB},
    ),
    "a picture and its caption in the rows of a table": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<table><tr><td><img src=1.jpg></td></tr><tr><td>市民在平台上找工作</td></tr></table><p>平台明年扩容。</p>{E}",
        {
            "body": BB + "\n平台明年扩容。",
            "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg", "市民在平台上找工作")],
        },
    ),
    "a text whose paragraphs are the rows of a table": (
        f"<title>{T}</title><h1>{T}</h1>{D}<table><tr><td><img src=1.jpg></td></tr><tr><td>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</td></tr><tr><td>目前已有3.2万人次使用。</td></tr></table>{E}",
        {"body": BB},
    ),
    "a picture whose address stands in an attribute of a forum’s": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p><img src=static/none.gif file=1.jpg></p>{B}{E}",
        {"body": BB, "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg")]},
    ),
    "what DedeCMS and WordPress put below a text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>顶一下</div><div>(0)</div><div>0%</div><div>------分隔线------</div><h3>发表回复</h3><p>您的邮箱地址不会被公开。</p>",
        {"body": BB},
    ),
    "preformatted lines that end no sentence, and one that was wrapped": (
        f"<title>{T}</title><h1>{T}</h1>{D}<pre>\n    胡杨\n    你站了三千年\n据了解，该平台汇集岗位十二万六千个，服务各族群众就业，\n并且还要扩容。\n</pre>{E}",
        {
            "body": "胡杨\n你站了三千年\n据了解，该平台汇集岗位十二万六千个，服务各族群众就业，并且还要扩容。"
        },
    ),
    "particulars without value, and more of them than anyone can list": (
        f"<title>{T}</title><h1>{T}</h1><table><tr><td>索 引 号：</td><td>XJ000/2025-00123</td><td>主题分类：</td><td>其他</td></tr><tr><td>发布机构：</td><td>自治区人社厅</td><td>发布日期：</td><td>2025年03月19日</td></tr><tr><td>名　　称：</td><td colspan=3>{T}</td></tr><tr><td>文　　号：</td><td></td><td>体裁：</td><td>消息</td></tr></table>{B}{E}",
        {"title": T, "subtitle": None, "source": "自治区人社厅", "body": BB},
    ),
    "a salutation in a table that lays the page out": (
        f"<title>{T}</title><table><tr><td>{T}</td></tr><tr><td>2025-03-19 19:38 来源：天山网</td></tr><tr><td><p>同志们：</p>{B}</td></tr></table>{E}",
        {"title": T, "body": "同志们：\n" + BB},
    ),
    "a question with which the text begins, in narrow type": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>记者:平台有哪些岗位?</p>{B}{E}",
        {"body": "记者:平台有哪些岗位?\n" + BB},
    ),
    "an editor in a list of terms, without a colon": (
        f"<title>{T}</title><h1>{T}</h1><dl><dt>日期</dt><dd>2025-03-19 19:38</dd><dt>来源</dt><dd>天山网</dd><dt>编辑</dt><dd>刘芳</dd></dl>{B}",
        {"source": "天山网", "editors": ["刘芳"], "body": BB},
    ),
    "a source without label that <title> names as well": (
        f"<title>{T}-天山网</title><div>2025-03-19 19:38</div><div>天山网</div><div><a>A+</a><a>A-</a></div><h1>{T}</h1>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "a source before the date is no step of a way": (
        f"<title>{T}-天山网</title><div>来源：天山网 | 发布时间：2025-03-19 19:38</div><h1>{T}</h1>{B}{E}",
        {"source": "天山网", "channel_name": None},
    ),
    "a date of what the text is about, and one set as a calendar": (
        f"<title>{T}</title><h1>{T}</h1><div><b>19</b><i>2025-03</i></div><div>来源：天山网</div><p>开奖日期：2023年4月23日</p>{B}{E}",
        {
            "published_at": datetime(2025, 3, 18, 16, tzinfo=timezone.utc),
            "source": "天山网",
            "body": "开奖日期：2023年4月23日\n" + BB,
        },
    ),
    "headings of parts that open alike, the first of them above the text": (
        f"<title>{T}</title>{D}<h1>{T}</h1><p>06:00 卡航查验口</p>{B}<p>24:00 铁路换装场</p>{B}{E}",
        {"subtitle": None, "body": f"06:00 卡航查验口\n{BB}\n24:00 铁路换装场\n{BB}"},
    ),
    "a smaller headline in quotation marks": (
        f"<title>{T}</title>{D}<h1>{T}</h1><h3>“让每个人找到工作”</h3>{B}{E}",
        {"subtitle": "“让每个人找到工作”", "body": BB},
    ),
    "a headline of two characters that is no heading": (
        f"<title>更正-天山网</title><div>2025-03-19 19:38 来源：天山网</div><p><b>更正</b></p>{B}{E}",
        {"title": "更正", "body": BB},
    ),
    "long comments above the notice": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<h3>3 条评论</h3><p>路人甲 2025-03-20 12:11</p><p>家乡越来越好了，我在外地工作十年，每次回去都有新的变化，真心为家乡高兴，希望明年能回去过年！</p><p>我也在外地工作十年了，每次回去都有新的变化，真心为家乡高兴，希望明年能回去看看，大家一起努力！</p><p>版权声明：凡本网注明“来源：天山网”的所有作品，未经本网授权不得转载、摘编。</p>",
        {"body": BB},
    ),
    "a request for comments between indented paragraphs": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><div>我要评论</div><p>　　目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "a picture between a list of other articles and the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h5>相关报道</h5><ul><li><a href=a>伊犁河谷杏花盛开迎客来</a></li><li><a href=b>和田玉龙喀什水利枢纽大坝填筑过半</a></li></ul><p><img src=1.jpg></p>{B}{E}",
        {"body": BB, "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg")]},
    ),
    "captions in a row of their own below a row of pictures": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<table><tr><td><img src=1.jpg></td><td><img src=2.jpg></td></tr><tr><td>岗位墙前的市民</td><td>面试现场</td></tr></table><p>平台明年扩容。</p>{E}",
        {
            "body": BB + "\n平台明年扩容。",
            "images": [
                Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg", "岗位墙前的市民"),
                Image(f"{ADDRESS.rpartition('/')[0]}/2.jpg", "面试现场"),
            ],
        },
    ),
    "a caption, and who took the picture below it": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center><img src=1.jpg></p><p align=center>3月18日，市民在平台上找工作。</p><p align=center>天山网记者 万平摄</p><p>平台明年扩容。</p>{E}",
        {
            "body": BB + "\n平台明年扩容。",
            "images": [
                Image(
                    f"{ADDRESS.rpartition('/')[0]}/1.jpg",
                    "3月18日，市民在平台上找工作。 天山网记者 万平摄",
                )
            ],
        },
    ),
    "headings of parts in bold, the first of them above the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p><b>岗位从哪里来</b></p><p>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p><b>市民怎么用</b></p><p>　　目前已有3.2万人次使用。</p>{E}",
        {
            "subtitle": None,
            "body": "岗位从哪里来\n据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n市民怎么用\n目前已有3.2万人次使用。",
        },
    ),
    "an author below the repeated headline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h2>{T}</h2><p>作者：刘翔</p>{B}{E}",
        {"subtitle": None, "reporters": ["刘翔"]},
    ),
    "what a player shows": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>视频加载中，请稍候...</p><span>自动播放</span><i>play</i><b>向前</b><b>向后</b></div>{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "a headline that begins with the name of the site": (
        f"<title>天山网推出新栏目_天山网</title><h1>天山网推出新栏目</h1>{D}{B}{E}",
        {"title": "天山网推出新栏目", "body": BB},
    ),
    "a code to scan that only the line by it tells": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center><img src=1.jpg></p><div><img src=/img/a1.jpg><p>扫描关注天山网微信公众号</p></div>",
        {"body": BB, "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg")]},
    ),
    "a picture above a line that speaks of a code elsewhere": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center><img src=1.jpg></p><div><p>扫一扫在手机打开当前页</p></div>",
        {"body": BB, "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg")]},
    ),
    "counters, stars, dates and links below a text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><a href=#>0</a></div><div>文章评分：★★★★★</div><div>热搜：<a href=/s?q=1>两会</a><a href=/s?q=2>春耕</a></div><div>发布时间：2025-03-19 19:38　最后修改：2025-03-20 10:00</div><h3><span>Related</span> 相关资讯</h3><ul><li><a href=a>伊犁河谷杏花盛开迎客来</a></ul>",
        {"body": BB},
    ),
    "a link that the text ends with": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>报名网址：<a href='http://www.job.example/'>www.job.example</a></p>{E}",
        {"body": BB + "\n报名网址：www.job.example"},
    ),
    "a way whose steps are items of a list, its link without a slash at the end": (
        f"<title>{T}</title><ul><li><a href=/>首页</a></li><li>&gt;</li><li><a href=/xwzx/szxw>时政要闻</a></li></ul><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政要闻", "body": BB},
    ),
    "empty cells of a table of data": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<table><tr><td></td><td>2024年</td><td>2025年</td></tr><tr><td>岗位</td><td>&nbsp;</td><td>12.6万</td></tr></table>{E}",
        {"body": BB + "\n\t2024年\t2025年\n岗位\t\t12.6万"},
    ),
    "empty cells that only lay a table out": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<table><tr><td width=10></td><td>岗位</td><td>12.6万</td></tr><tr><td></td><td>人次</td><td>3.2万</td></tr></table>{E}",
        {"body": BB + "\n岗位\t12.6万\n人次\t3.2万"},
    ),
    "names in a row, what is known of them in brackets": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>刘　芳（女）　　刘　翔　　李　斌</p>{E}",
        {"body": BB + "\n刘　芳（女）　　刘　翔　　李　斌"},
    ),
    "a row of what visitors may do": (
        f"<title>{T}</title><p>设为首页 | 加入收藏 | 维吾尔文版 | 哈萨克文版</p><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": None, "body": BB},
    ),
    "a bulletin that opens with its time, below a dateline without a source": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 12:37:42</p><p>新疆气象台2025年3月18日18时00分发布寒潮蓝色预警信号：</p>{B}{E}",
        {"published_raw": "2025-03-19 12:37:42", "source": None},
    ),
    "an author's label without a name, above a short headline that stands again": (
        f"<title>天山春早组诗_天山网</title><h1>天山春早组诗</h1><p>2025-03-19 来源：天山网 作者：</p><p><b>天山春早（组诗）</b></p>{B}{E}",
        {"reporters": [], "body": BB},
    ),
    "an author's label without a name, above a button": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 来源：天山网 作者：</p><div>听新闻</div>{B}{E}",
        {"reporters": [], "body": BB},
    ),
    "a number of issue, or who wrote it, below the repeated headline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><b>{T}</b></p><p align=center>2025年第3号</p>{B}{E}",
        {"subtitle": None, "body": f"2025年第3号\n{BB}"},
    ),
    "a heading, centred in bold, below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=1.jpg></p><p align=center><strong>第一章 总则</strong></p>{B}{E}",
        {"body": f"第一章 总则\n{BB}"},
    ),
    "whom a letter speaks to, below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=1.jpg></p><p>各族同胞们，朋友们：</p>{B.replace('<p>', '<p>　　')}{E}",
        {"body": f"各族同胞们，朋友们：\n{BB}"},
    ),
    "verse between pictures with captions": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=1.jpg></p><p align=center>会议现场</p><p align=center>雪从山顶走下来<br>走成一条河<br>河走进田里<br>田就醒了</p><p align=center><img src=2.jpg></p><p align=center>刘翔摄</p>{E}",
        {"body": "雪从山顶走下来\n走成一条河\n河走进田里\n田就醒了"},
    ),
    "an editor without colon below the notice": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>（刊用本网站稿件，务经书面授权。未经授权禁止转载。）</p><p>本期编辑 刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a smaller headline outside the text, in which headings of parts are set like it": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<h2>{T}</h2><h3>岗位更足办事更快捷</h3><div class=body>{B}<h3>平台汇集岗位</h3>{B}</div>{E}</div>",
        {"subtitle": "岗位更足办事更快捷", "body": f"{BB}\n平台汇集岗位\n{BB}"},
    ),
    "headings of parts, each above the element of its part": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<h3>平台汇集岗位</h3><div>{B}</div><h3>岗位足 办事快</h3><div>{B}</div>{E}</div>",
        {"subtitle": None, "body": f"平台汇集岗位\n{BB}\n岗位足 办事快\n{BB}"},
    ),
    "an editor without colon below the mark of the end": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>— END —</p><p>本期编辑 刘芳</p><p>天山网版权所有</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor of the site, above two labels of comments in a line": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>网站编辑：刘芳</p><p>网友评论 我要评论</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an address that the text gives in a line of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　报名网址：</p><p>　　<a href='http://www.job.example/'>http://www.job.example/</a></p>{B}{E}",
        {"body": f"报名网址：\nhttp://www.job.example/\n{BB}"},
    ),
    "a caption above its picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center>▼会议现场。刘翔摄</p><p align=center><img src=1.jpg></p>{E}",
        {
            "body": BB,
            "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg", "会议现场。刘翔摄")],
        },
    ),
    "a part whose heading is its number": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　一</p>{B}<p>　　二</p>{B}{E}",
        {"body": f"一\n{BB}\n二\n{BB}"},
    ),
    "what players show, and the mark of the end": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><span>音频：</span></div>{B}<p>00:00 / 01:23</p><p>（完）</p>{E}",
        {"body": BB},
    ),
    "a client to download and the site's telephone below the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>下载石榴云客户端 看更多精彩</p><p>新闻热线：0991-5593345</p>{E}",
        {"body": BB},
    ),
    "an hour before PM": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 07:38 PM 来源：天山网</p>{B}{E}",
        {"published_at": datetime(2025, 3, 19, 11, 38, tzinfo=timezone.utc), "source": "天山网"},
    ),
    "a source that ends in brackets": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38 来源：新疆日报（汉）</p>{B}{E}",
        {"source": "新疆日报（汉）"},
    ),
    "author and editor in one line below the notice": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>（刊用本网站稿件，务经书面授权。未经授权禁止转载。）</p><p>作者：刘翔　编　辑：刘芳</p>",
        {"reporters": ["刘翔"], "editors": ["刘芳"], "body": BB},
    ),
    "pictures that a player of slides shows": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><b>1</b>/2</div><a>上一张</a><a>下一张</a><a>查看原图</a><ul><li><img src=1.jpg><p>会议现场。刘翔摄</p></li><li><img src=2.jpg><p>矿区全景。刘翔摄</p></li></ul>{E}",
        {"body": "会议现场。刘翔摄\n矿区全景。刘翔摄"},
    ),
    "what a player of videos offers": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>00:00 / 01:30</div><div>倍速</div><div>高清</div><div>全屏</div>{B}{E}",
        {"body": BB},
    ),
    "a list below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B.replace('<p>', '<p>　　')}<p align=center><img src=1.jpg></p><ul><li>土豆 2.6元/公斤</li><li>鸡蛋 9.2元/公斤</li></ul>{E}",
        {
            "body": BB + "\n土豆 2.6元/公斤\n鸡蛋 9.2元/公斤",
            "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg")],
        },
    ),
    "a list above the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<ul><li>岗位12.6万个</li><li>人次3.2万</li></ul>{B.replace('<p>', '<p>　　')}{E}",
        {"subtitle": None, "body": f"岗位12.6万个\n人次3.2万\n{BB}"},
    ),
    "a rule of dashes, and a counter that a script fills": (
        f"<title>{T}</title><h1>{T}</h1><p>来源：天山网 | 2025-03-19 19:38 | 查看：<span></span></p><p align=center>（2024年12月31日）</p>{B}<p>————————</p>{B}{E}",
        {"body": f"（2024年12月31日）\n{BB}\n{BB}"},
    ),
    "a smaller headline that is centred, its indent a style's": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p style='text-indent:2em;text-align:center'><b>张柱主持会议</b></p><p style='text-indent:2em;text-align:center'><b>{T}</b></p><p style='text-indent:2em;text-align:center'><b>岗位12.6万个</b></p>{B.replace('<p>', '<p style=text-indent:2em>')}{E}",
        {"subtitle": "岗位12.6万个", "body": BB},
    ),
    "how many pages a text has": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p><span>本文共3页</span></p>{E}",
        {"body": BB},
    ),
    "parts whose headings are hours": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>10:30</p>{B}<p>12:00</p>{B}{E}",
        {"published_raw": "2025-03-19 19:38:42", "body": f"10:30\n{BB}\n12:00\n{BB}"},
    ),
    "parts whose headings are figures": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>1</p>{B}<p align=center>2</p>{B}{E}",
        {"subtitle": None, "body": f"1\n{BB}\n2\n{BB}"},
    ),
    "parts whose headings are a word and a figure": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>PART 1</p>{B}<p align=center>PART 2</p>{B}{E}",
        {"subtitle": None, "body": f"PART 1\n{BB}\nPART 2\n{BB}"},
    ),
    "a picture whose address only an attribute of the template's own holds": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center><img src=/img/s.gif alt=2.jpg data-lazyload=1.jpg></p>{E}",
        {"body": BB, "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg")]},
    ),
    "a quotation below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B.replace('<p>', '<p>　　')}<p align=center><img src=1.jpg></p><blockquote><p>请广大网民不造谣、不信谣、不传谣。</p></blockquote>{E}",
        {"body": BB + "\n请广大网民不造谣、不信谣、不传谣。"},
    ),
    "a smaller headline above several pictures": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><b>{T}</b></p><p align=center>——记就业服务中心</p><p align=center><img src=1.jpg></p><p align=center>图为会场</p><p align=center><img src=2.jpg></p><p align=center>刘翔摄</p>{B.replace('<p>', '<p>　　')}{E}",
        {"subtitle": "——记就业服务中心", "body": BB},
    ),
    "an author's label without a name, above a remark in brackets": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 来源：天山网 作者：</p><p align=center>（2024年12月31日）</p>{B}{E}",
        {"reporters": [], "body": f"（2024年12月31日）\n{BB}"},
    ),
    "an author's label without a name, above what a player says": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 来源：天山网 作者：</p><p>您的浏览器不支持HTML5视频播放</p>{B}{E}",
        {"reporters": [], "body": BB},
    ),
    "pictures, each with a line below it that is set like the text above them": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B.replace('<p>', '<p>　　')}"
        + "".join(f"<p><img src={n}.jpg></p><p>　　第{n}排展位。</p>" for n in (1, 2, 3))
        + E,
        {
            "body": BB,
            "images": [
                Image(f"{ADDRESS.rpartition('/')[0]}/{n}.jpg", f"第{n}排展位。") for n in (1, 2, 3)
            ],
        },
    ),
    "the number of a document below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=1.jpg></p><p align=center>新人社发〔2025〕12号</p>{B.replace('<p>', '<p>　　')}{E}",
        {"body": f"新人社发〔2025〕12号\n{BB}"},
    ),
    "a table of data right below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center><img src=1.jpg></p><table><tr><td>排名</td><td>球队</td></tr><tr><td>1</td><td>新疆</td></tr></table>{E}",
        {"body": BB + "\n排名\t球队\n1\t新疆"},
    ),
    "a headline below the channel’s, which <title> names alone": (
        f"<title>新闻动态--天山网官网</title><h3>首页 - 新闻动态</h3><h5>{T}</h5><p>发布时间：2025-03-19 来源：新疆日报</p>{B}<h4>最新动态</h4><ul><li><a href=a>伊犁河谷杏花盛开迎客来</a></li></ul><p>版权所有：天山网</p>",
        {"title": T, "body": BB},
    ),
    "a headline in three lines that <title> has in one": (
        f"<title>新疆上线　就业服务平台让更多人就业_天山网</title><p><b>新疆上线<br>就业服务平台<br>让更多人就业</b></p>{D}{B}{E}",
        {"title": "新疆上线就业服务平台让更多人就业", "body": BB},
    ),
    "a date that only the state council’s <meta> states": (
        f"<title>{T}</title><meta name=firstpublishedtime content='2025-03-19-23:59:59'><h1>{T}</h1>{B}<div>链接：</div><ul><li><a href=http://www.npc.gov.cn/>全国人大</a></li><li>|</li><li><a href=http://www.court.gov.cn/>最高人民法院</a></li></ul><p>版权所有：天山网</p>",
        {"published_raw": "2025-03-19", "body": BB},
    ),
    "buttons beside the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><img src=/i/wx.png><div>关注新华网</div></div><div>Qzone</div><span>图集</span>{B}<div>+1</div>{E}",
        {"body": BB, "images": []},
    ),
    "a disclaimer for investors": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>声明：文章提及内容仅供参考，不构成实质性投资建议，据此操作风险自担。</p><img src=a.gif><h2>为你推荐</h2>",
        {"body": BB, "images": []},
    ),
    "a headline that links to its own page, below a logo that links elsewhere": (
        f"<title>{T}|就业_新闻中心_天山网</title><a href=/><img src=a.jpg></a><div><a href={ADDRESS}>{T}</a></div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline without an element of its own, which a <br> breaks": (
        f"<title>来信：{T}_天山网</title><strong>来信：<br>{T}</strong>{D}{B}{E}",
        {"title": f"来信：{T}", "body": BB},
    ),
    "a source between dots": (
        f"<title>{T}</title><h1>{T}</h1><div>发布于 2025-03-19 19:38 · 来源：新疆日报 · 新疆</div>{B}{E}",
        {"source": "新疆日报"},
    ),
    "a smaller headline set as the headings of parts, but for its place": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h3 align=center>岗位超过十二万个</h3>{B}<h3>感言</h3>{B}{E}",
        {"subtitle": "岗位超过十二万个", "body": f"{BB}\n感言\n{BB}"},
    ),
    "pictures with captions, and a last paragraph below the last picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　平台上线。</p><p align=center><img src=1.jpg></p><p align=center>市民在求职。</p><p align=center><img src=2.jpg></p><p align=center>面试现场。</p><p align=center><img src=3.jpg></p><p>　　谢谢大家。</p>{E}",
        {"body": "平台上线。\n谢谢大家。"},
    ),
    "contacts at the end of a text without indent, above the page’s foot": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>主办单位：自治区文旅厅</p><p>承办单位：天山网</p><p>征稿不收费用，欢迎踊跃投稿。</p><p>联系电话：0991-2810000</p><p>邮编：830000</p></div><div><div><p>天山网版权所有</p></div></div>",
        {
            "body": f"{BB}\n主办单位：自治区文旅厅\n承办单位：天山网\n征稿不收费用，欢迎踊跃投稿。\n联系电话：0991-2810000\n邮编：830000"
        },
    ),
    "parts of the text headed by words that buttons have, and comments headed alike": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h3>岗位</h3>{B}<h3>分享</h3>{B}<h3>网友评论</h3><div><span>天山雪</span> <span>2025-03-20 12:20</span><p>为家乡点赞！</p></div>{E}",
        {"body": f"岗位\n{BB}\n分享\n{BB}"},
    ),
    "one sentence without a full stop": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　市气象局提醒市民：雪天路滑，请注意出行安全</p>{E}",
        {"body": "市气象局提醒市民：雪天路滑，请注意出行安全"},
    ),
    "the same spam in front of <title> and above a headline below the dateline": (
        f"<title>开云体育app-{T}-天山网</title><h1><a href=http://x.com/>开云体育app</a></h1>{D}<h1>{T}</h1>{B}{E}",
        {"title": T, "body": BB},
    ),
    "no source behind its label, and the headline below it": (
        f"<title>一封家书-新华网</title><div>2025-03-19 19:38:42</div><div>来源：</div><h1>一封家书</h1>{B}{E}",
        {"title": "一封家书", "source": None},
    ),
    "an attachment, a table, and when a law was passed below pictures": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=1.jpg></p><p align=center>（2025年1月16日自治区第十四届人民代表大会第三次会议通过）</p><p>　　本条例自公布之日起施行。</p><center><img src=2.jpg></center><table><tr><td>序号</td><td>姓名</td></tr></table><p>　　附件如下。</p><p align=center><img src=3.jpg></p><div><a href=a.doc>申报表.doc</a></div>{E}",
        {
            "body": "（2025年1月16日自治区第十四届人民代表大会第三次会议通过）\n本条例自公布之日起施行。\n序号\t姓名\n附件如下。\n申报表.doc"
        },
    ),
    "paragraphs without indent that alternate with pictures": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>平台上线。</p>"
        + "<p><img src=1.jpg></p><p>平台的第一期工程已经全部完工，可以同时为一万名求职者提供服务。</p>"
        + "<p><img src=2.jpg></p><p>“以前要跑好几个地方，现在坐在家里就能投简历。”市民刘翔说。</p><p><img src=3.jpg></p><p>下一步，平台将开通民汉双语服务，让更多群众受益。</p>"
        + E,
        {
            "body": "平台上线。\n平台的第一期工程已经全部完工，可以同时为一万名求职者提供服务。\n“以前要跑好几个地方，现在坐在家里就能投简历。”市民刘翔说。\n下一步，平台将开通民汉双语服务，让更多群众受益。"
        },
    ),
    "a notice between a text without indent and the imprint": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>原创作品，未经授权，谢绝转载。</p><p>主办：天山网 地址：乌鲁木齐市</p><p>天山网版权所有</p>",
        {"body": BB, "rights": Rights("原创作品，未经授权，谢绝转载。", "天山网")},
    ),
    "one paragraph that names its source at its end, above a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>3月19日，平台上线，市民载歌载舞。（来源：昌吉州融媒体中心）</p><p align=center><img src=1.jpg></p><p align=center>市民在现场投递求职简历。 刘翔 摄</p>{E}",
        {
            "subtitle": None,
            "body": "3月19日，平台上线，市民载歌载舞。（来源：昌吉州融媒体中心）",
        },
    ),
    "a smaller headline with a dash above verse": (
        f"<title>春联选登</title><h1>春联选登</h1>{D}<h2>——写在新春之际</h2><p>　　春风送暖入屠苏</p><p>　　万象更新迎新岁</p><p>　　瑞雪兆丰年</p><p>　　国泰民安家业旺</p>{E}",
        {"subtitle": "——写在新春之际"},
    ),
    "a bold heading and the day of an announcement below pictures": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center><img src=1.jpg></p><p align=center><b>——一条路，连通山里山外</b></p>{B}<p align=center><img src=2.jpg></p><p align=right>2025年3月19日</p>{E}",
        {"body": f"{BB}\n——一条路，连通山里山外\n{BB}\n2025年3月19日"},
    ),
    "tables below pictures, one with a heading and its unit": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=1.jpg></p><p align=center>图为市民求职。</p>{B}<p align=center><img src=2.jpg></p><p align=center>主要指标</p><p align=right>单位：亿元</p><p align=center><img src=3.jpg></p><table align=center><tr><td align=center>指标</td><td align=center>总量</td></tr></table>{E}",
        {"body": f"{BB}\n主要指标\n单位：亿元\n指标\t总量"},
    ),
    "the first part of a text that quotes comments, without a day or an hour": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>平台上线，服务群众。</p><p align=center><b>网友评论</b></p><p>“以前要跑好几个地方，现在坐在家里就能投简历，希望平台越办越好。”网友刘翔留言说。</p><p>“家门口的岗位越来越多，工资也不低，明年我就不出远门打工了，一家人团团圆圆。”网友万平说。</p>{E}",
        {
            "body": "平台上线，服务群众。\n“以前要跑好几个地方，现在坐在家里就能投简历，希望平台越办越好。”网友刘翔留言说。\n“家门口的岗位越来越多，工资也不低，明年我就不出远门打工了，一家人团团圆圆。”网友万平说。"
        },
    ),
    "a question of a reporter's right above a dateline below the text": (
        f"<title>{T}</title><h1>{T}</h1>{B}<p>新疆日报记者：平台上线后，价格平稳，各族群众十分满意。</p><p>来源：天山网　2025-03-19 19:38</p>{E}",
        {
            "body": f"{BB}\n新疆日报记者：平台上线后，价格平稳，各族群众十分满意。",
            "source": "天山网",
        },
    ),
    "buttons in brackets that are links": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=right>【<a href='javascript:p()'>打印此文</a>】【<a href='javascript:c()'>关掉它</a>】</p><p><img src=1.jpg></p><p>【<a href=#top>回到上面</a>】</p><p>天山网版权所有</p>",
        {"body": BB, "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg")]},
    ),
    "the controls of a gallery": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><a>上一张</a><a>下一张</a><a>查看原图</a><span>1/9</span><span>支持键盘← →翻页</span></div>{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "a summary that a program wrote": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><span>AI摘要</span></div><p>平台服务各族群众，目前使用人次过万。</p><p>内容由AI生成，仅供参考</p>{B}{E}",
        {"body": BB},
    ),
    "an empty summary that a program would write": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>智能摘要：</div>{B}{E}",
        {"body": BB},
    ),
    "a reporter between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><div>新疆日报记者 刘翔</div>{D}{B}{E}",
        {"subtitle": None, "reporters": ["刘翔"], "body": BB},
    ),
    "a smaller headline above a salutation": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>就业更便捷</div><p>　　乡亲们：</p><p>　　据了解，该平台汇集岗位12.6万个。</p><h3>感言</h3><p>　　目前已有3.2万人次使用。</p>{E}",
        {"subtitle": "就业更便捷"},
    ),
    "headings of parts with a mark, the first right below the dateline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>●岗位超过十二万</p>{B}<p align=center>●使用人次过三万</p>{B}{E}",
        {"subtitle": None, "body": f"●岗位超过十二万\n{BB}\n●使用人次过三万\n{BB}"},
    ),
    "the chapters of a law, a picture above one": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>第一章　总则</p>{B}<p align=center><img src=1.jpg></p><p align=center>第二章　监督管理</p>{B}{E}",
        {"body": f"第一章　总则\n{BB}\n第二章　监督管理\n{BB}"},
    ),
    "who holds a contest, above a dateline below the text": (
        f"<title>{T}</title><h1>{T}</h1>{B}<p>主办单位：自治区文旅厅</p><p><img src=1.jpg></p><p>承办单位：天山网</p><p>投稿邮箱：a@ts.cn</p><p>来源：天山网　2025-03-19 19:38</p>{E}",
        {"body": f"{BB}\n主办单位：自治区文旅厅\n承办单位：天山网\n投稿邮箱：a@ts.cn"},
    ),
    "a part of the text that quotes comments": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<h3>岗位</h3>{B}<h3>网友留言</h3><p>“这下在家门口就能就业了。”</p>{B}{E}",
        {"body": f"{BB}\n岗位\n{BB}\n网友留言\n“这下在家门口就能就业了。”\n{BB}"},
    ),
    "an editor without colon among credits": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>编辑 刘　芳</div><div>校对：万平</div><div>石榴云报料：0991-3532125</div><div><span>74</span><span>收藏</span><span>我要举报</span></div>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a counter above a text with numbered parts": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>0</div><p>　　平台上线。</p><h3>01</h3>{B}<h3>02</h3>{B}{E}",
        {"body": f"平台上线。\n01\n{BB}\n02\n{BB}"},
    ),
    "an edition in the name of a source without label": (
        f"<title>{T}</title><h1>{T}</h1><div><span>喀什日报（汉）</span><em>2025-03-19 19:38</em></div>{B}{E}",
        {"source": "喀什日报（汉）"},
    ),
    "key points above the byline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　<b>阅读提示</b></p><p>　　■岗位超过十二万个</p><p>　　■使用人次过三万</p><p>　　■覆盖全疆</p><p>　　天山网讯（记者刘翔报道）3月19日，平台上线。</p>{B}{B}{E}",
        {"reporters": ["刘翔"]},
    ),
    "a centred label above the first paragraph": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><b>阅读提示</b></p>{B}{E}",
        {"subtitle": None, "body": f"阅读提示\n{BB}"},
    ),
    "the first part headed by a word in brackets": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>【专家观点】</p>{B}{E}",
        {"subtitle": None, "body": f"【专家观点】\n{BB}"},
    ),
    "an author behind a mark above the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>◎ 古丽努尔·艾合买提</p>{B}{E}",
        {"subtitle": None, "body": f"◎ 古丽努尔·艾合买提\n{BB}"},
    ),
    "headings of the parts, the first right below the dateline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h3>岗位超过十二万个</h3>{B}<h3>使用人次过三万</h3>{B}{E}",
        {"subtitle": None, "body": f"岗位超过十二万个\n{BB}\n使用人次过三万\n{BB}"},
    ),
    "when an event takes place, right below the dateline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>时间：3月18日上午10时</p>{B}{E}",
        {"published_raw": "2025-03-19 19:38:42", "body": f"时间：3月18日上午10时\n{BB}"},
    ),
    "who wrote a text and who took its pictures, in one line": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>文字：刘翔 摄影：万平</p>{B}{E}",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "credits of text and pictures below the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>撰文/刘翔　图/万平</p>{E}",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "other articles with abstracts under a heading of no known wording": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><div><div>石榴推文</div>"
        + "".join(
            f"<div><a href=/xwzx/szxw/202503/t20250318_2636912{n}.shtml>伊犁河谷杏花盛开迎客来</a><p>杏花沟的游客比去年同期多了三成，农家乐的生意十分红火，村民们都笑开了花。</p><span>来源：天山网 2025-03-18</span></div>"
            for n in range(3)
        )
        + "</div><div><p>天山网版权所有</p></div>",
        {"body": BB},
    ),
    "a box of other articles within the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><h4>石榴专题</h4><ul><li><a href=a.shtml>伊犁河谷杏花盛开</a></li><li><a href=b.shtml>春播开始了吗？</a></li></ul></div>{B}{E}",
        {"body": f"{BB}\n{BB}"},
    ),
    "a last line that is short, above links of no known wording": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>天山网编辑部</p><p>2025年3月18日</p></div><div><p><a href=a.shtml>伊犁河谷杏花盛开</a></p><p><a href=b.shtml>春播开始</a></p></div>",
        {"body": f"{BB}\n天山网编辑部\n2025年3月18日"},
    ),
    "who runs the site, right above its licences": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B.replace('<p>', '<p>　　')}<div><p>新疆日报社主办　技术支持：石榴云</p><p>新ICP备11000096号-3</p></div>",
        {"body": BB},
    ),
    "a list of the day’s articles, each with its source, before a short headline": (
        f"<title>更正_天山网</title>{LISTED}<h1>更正</h1><div>2025-03-19 19:38 | 来源：天山网 | 分享</div>{B}{E}",
        {"title": "更正", "source": "天山网", "published_raw": "2025-03-19 19:38", "body": BB},
    ),
    "a list of the day’s articles, each with its source, right below a short text": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38 | 来源：《新疆画报》 | 分享</div><p>目前已有3.2万人次使用平台，服务各族群众“零距离”就业，就业服务“零距离”，“在家门口就能就业”</p>{LISTED}<p>天山网版权所有</p>",
        {"source": "《新疆画报》", "published_raw": "2025-03-19 19:38"},
    ),
    "other articles with day, hour and second behind short titles": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>&gt;相关新闻</div><div><li>·<a href=a>杏花沟里迎客来</a> <span>2025-03-18 10:20:00</span></li><li>·<a href=b>春播正当时</a> <span>2025-03-18 10:20:00</span></li></div><div>我要评论：</div>",
        {"body": BB},
    ),
    "parts of the text headed by words that a foot and a player have": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>摘要：平台服务各族群众。</p>"
        + "".join(
            f"<p>　　<b>{heading}</b></p>{B.replace('<p>', '<p>　　')}"
            for heading in ("关于我们", "视频")
        )
        + E,
        {"body": f"摘要：平台服务各族群众。\n关于我们\n{BB}\n视频\n{BB}"},
    ),
    "comments under 评论 alone": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><span>评论</span><div><b>天山来客</b><span>2025-03-20 12:20</span><p>这个平台好，希望落实到位，让更多老百姓受益，特别是偏远乡镇的老人和孩子。</p></div></div><p>天山网版权所有</p>",
        {"body": BB},
    ),
    "two paragraphs below a box of other articles on a page that nothing ends": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><h4>石榴专题</h4><p><a href=a.shtml>伊犁河谷杏花盛开</a></p><p><a href=b.shtml>春播正当时</a></p></div><p>{LONG}</p><p>{LONG}</p>",
        {"body": f"{BB}\n{LONG}\n{LONG}"},
    ),
    **{
        f"{name}, where <title> names the site alone": (
            f"<title>天山网</title>{above}{D}{B}{E}",
            {"title": title, "subtitle": subtitle, "body": BB},
        )
        for name, above, title, subtitle in [
            ("two lines set alike", f"<p>{FIRST}</p><p>{SECOND}</p>", FIRST, SECOND),
            ("a slogan far above", f"<div>{SECOND}</div><main><div>{FIRST}</div>", FIRST, None),
            ("a slogan set otherwise", f"<p class=s>{SECOND}</p><p>{FIRST}</p>", FIRST, None),
            ("a link above", f"<p><a href=/zt/>{SECOND}</a></p><p>{FIRST}</p>", FIRST, None),
            ("three lines", f"<p>{SECOND}</p><p>喀什古城八方客来</p><p>{FIRST}</p>", FIRST, None),
            ("a channel’s name above", f"<p>伊犁时政</p><p>{FIRST}</p>", FIRST, None),
            ("a site’s name above", f"<p>新疆新闻在线网</p><p>{FIRST}</p>", FIRST, None),
            ("an office above", f"<p>伊犁州人民政府办公室</p><p>{FIRST}</p>", FIRST, None),
            ("the day above", f"<p>今天是2025年3月20日 星期四</p><p>{FIRST}</p>", FIRST, None),
            ("a byline above", f"<p>天山网记者 刘翔 万平</p><p>{FIRST}</p>", FIRST, None),
            ("the headline twice", f"<p>{FIRST}</p><p>{FIRST}</p>", FIRST, None),
            (
                "two bold lines, the upper in larger type",
                f"<table><tr><td><font size=5><b>{FIRST}</b></font></td></tr>"
                f"<tr><td align=center><font size=3><b>{SECOND}</b></font></td></tr></table>",
                FIRST,
                SECOND,
            ),
            (
                "two bold lines, the upper in smaller type",
                f"<p style='font-size:16px'><b>{SECOND}</b></p>"
                f"<div style='font-size:24px'><b>{FIRST}</b></div>",
                FIRST,
                None,
            ),
            (
                "a site’s name in larger type above",
                f"<td><font size=6>新疆新闻在线网</font></td><td><font size=5><b>{FIRST}</b></font></td>",
                FIRST,
                None,
            ),
        ]
    },
    **{
        f"a source below a smaller headline of two clauses, {name}": (
            f"<title>{T}_天山网</title><div>2025年03月19日 星期三</div><h1>{T}</h1>{sub}<div>来源：天山网-新疆日报</div>{B}{E}",
            {"subtitle": "二十五年，从无人区到硫酸钾基地", "source": "天山网-新疆日报", "body": BB},
        )
        for name, sub in [
            ("a heading", "<h2>二十五年，从无人区到硫酸钾基地</h2>"),
            ("centred", "<div align=center>二十五年，从无人区到硫酸钾基地</div>"),
        ]
    },
    "a smaller headline with a dash, where <title> names the site alone": (
        f"<title>天山网</title><p align=center>{T}</p><div>——来自塔里木河畔的报告</div>{D}{B}{E}",
        {"title": T, "subtitle": "——来自塔里木河畔的报告", "body": BB},
    ),
    "headings of parts that buttons and a foot have, without indent": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<h3>分享</h3>{B}<h3>关于我们</h3>{B}{E}",
        {"body": f"{BB}\n分享\n{BB}\n关于我们\n{BB}"},
    ),
    "centred headings of parts, the first right below the dateline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>岗位超过十二万个</p>{B}<p align=center>使用人次过三万</p>{B}{E}",
        {"subtitle": None, "body": f"岗位超过十二万个\n{BB}\n使用人次过三万\n{BB}"},
    ),
    "headings of parts such as comments and a foot have, the first of all alone": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<h3>网友留言</h3>{B}<h3>就业</h3>{B}<h3>联系我们</h3>{B}{E}",
        {"body": f"{BB}\n网友留言\n{BB}\n就业\n{BB}\n联系我们\n{BB}"},
    ),
    "comments with day and hour below a credit that names the source": (
        f"<title>天山网</title><p align=center><b>{T}</b></p><div>发布：2025年3月19日</div><div>来源：新疆日报</div>{B}<p>来源：新疆日报　编辑：刘芳</p><p>（刊用本网站稿件，务经书面授权。未经授权禁止转载。）</p><div><span>最新评论</span><p><b>来客</b><span>2025-03-19 23:10</span></p><p>这个平台好。</p></div>",
        {"title": T, "published_raw": "2025年3月19日", "body": BB},
    ),
    "a short headline in no heading, above a list of the day’s articles": (
        f"<title>警情通报_社会_天山网</title><div>警情通报</div><table><tr><td>2025-03-19 19:38</td><td>来源：天山网</td></tr></table><p>3月1日，民警抓获一名嫌疑人。</p>{LISTED}",
        {"title": "警情通报", "published_raw": "2025-03-19 19:38", "source": "天山网"},
    ),
    "a smaller headline below a heading, where <title> names the site alone": (
        f"<title>天山网</title><h1>{T}</h1><p align=center>张柱主持会议 万平讲话</p>{D}{B}{E}",
        {"title": T, "subtitle": "张柱主持会议 万平讲话", "body": BB},
    ),
    "who wrote it among those who made it": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>策划：万平　文字：刘翔　制图：张柱</p>{E}",
        {"reporters": ["刘翔"], "editors": ["刘芳"], "body": BB},
    ),
    "a code to scan in the middle of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p><img src=./W1.jpg><br>扫一扫下载客户端</p><p>目前已有3.2万人次使用。</p>{E}",
        {"images": [], "body": BB},
    ),
    "the heading of a list without its links above the source": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42</div>{B}<p>相关新闻</p><p>来源：新疆日报</p>{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "where the page stands on the site, in its foot": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>首页 &gt; 新闻中心 &gt; 时政</p><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "one picture, its caption and the foot": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=./W1.jpg></p><p align=center>图为伊犁河谷各族群众和前来办事的各地企业招聘人员在新上线的就业服务平台上查找合适的岗位</p><p>新ICP备11000096号</p>",
        {
            "images": [
                Image(
                    "http://m.euiu.cn/xwzx/szxw/202503/W1.jpg",
                    "图为伊犁河谷各族群众和前来办事的各地企业招聘人员在新上线的就业服务平台上查找合适的岗位",
                )
            ],
            "body": "图为伊犁河谷各族群众和前来办事的各地企业招聘人员在新上线的就业服务平台上查找合适的岗位",
        },
    ),
    "a list of other articles in the text, two paragraphs and the foot below": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<h3>相关新闻</h3>{LINKS}<h4>下一步</h4><p>{LONG}</p><p>{LONG}</p><p>天山网 版权所有</p>",
        {"body": f"{BB}\n下一步\n{LONG}\n{LONG}"},
    ),
    "a list of other articles with their dates and abstracts above the foot": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<h3>相关新闻</h3><div><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a><p>2025-03-18</p><p>{LONG}</p><a href=/xwzx/b.shtml>喀什古城游客多</a><p>2025-03-17</p><p>{LONG}</p></div><p>天山网 版权所有</p>",
        {"body": BB},
    ),
    "contacts set off from an announcement that goes on": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><div><div><p>地址：乌鲁木齐市解放北路1号</p><p>特此公告。</p></div></div></div><p>新ICP备11000096号</p>",
        {"body": BB + "\n地址：乌鲁木齐市解放北路1号\n特此公告。"},
    ),
    "the channel’s name as a heading and in front of the headline in the title element": (
        f"<title>新闻中心 伊犁河谷杏花次第开放</title><h1>新闻中心</h1><p>2025年春</p>{D}{B}{E}",
        {"title": "伊犁河谷杏花次第开放", "body": BB},
    ),
    "a lesser heading below the headline, where <title> names the site alone": (
        f"<title>天山网</title><h1>{T}</h1><h3>就业更便捷更高效</h3>{D}{B}{E}",
        {"title": T, "subtitle": "就业更便捷更高效", "body": BB},
    ),
    "a caption of a video": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<figure><video src=a.mp4></video><figcaption>活动现场</figcaption></figure>{E}",
        {"body": BB},
    ),
    "when and where an event is, above a date alone": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19</div><p>时间：2025-03-25 10:30</p><p>地点：国际会展中心</p>{B}{E}",
        {"published_raw": "2025-03-19"},
    ),
    "a date in the headline, another in an index line": (
        f"<title>2025年3月18日新疆蔬菜价格行情</title><h1>2025年3月18日新疆蔬菜价格行情</h1><div>2025-03-19</div>{B}{E}",
        {"title": "2025年3月18日新疆蔬菜价格行情", "published_raw": "2025-03-19", "body": BB},
    ),
    "the heading of a part below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p><img src=./W1.jpg></p><p><b>让群众少跑路</b></p><p>目前已有3.2万人次使用。</p>{E}",
        {
            "images": [Image("http://m.euiu.cn/xwzx/szxw/202503/W1.jpg", None)],
            "body": BB.replace("\n", "\n让群众少跑路\n"),
        },
    ),
    "a caption below its picture in one element": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><img src=./W1.jpg><br>平台的操作界面</div>{E}",
        {
            "images": [Image("http://m.euiu.cn/xwzx/szxw/202503/W1.jpg", "平台的操作界面")],
            "body": BB,
        },
    ),
    "pictures that lead to the article’s next page and to another article": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p><a href=t20250319_26369128_1.shtml><img src=./W1.jpg></a></p><p><a href=t20250319_26369999.shtml><img src=./W2.jpg></a></p>{E}",
        {"images": [Image("http://m.euiu.cn/xwzx/szxw/202503/W1.jpg", None)], "body": BB},
    ),
    "a source in brackets": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：（新疆日报）</div>{B}{E}",
        {"source": "新疆日报"},
    ),
    "two lists of other articles in the text, what the site says of itself below": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B.replace('<p>', '<p>　　')}<h3>相关新闻</h3>{LINKS}<p>平台全天开放。</p><p>{LONG}</p><p>　　平台还将增设夜间服务。</p><h3>推荐阅读</h3>{LINKS}<p>我们的故事</p><p>天山网是新疆维吾尔自治区重点新闻网站，多语种传播新疆声音，服务全国各地的网民和读者朋友。</p><p>天山网 版权所有</p>",
        {"body": f"{BB}\n平台全天开放。\n{LONG}\n平台还将增设夜间服务。"},
    ),
    "comments below a list of other articles, and the notice below them": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>责编 刘芳</p><div><h3>相关新闻</h3><p><a href=a>伊犁河谷杏花盛开</a></p></div><div><span>最新评论</span><p><b>来客</b> <span>2025-03-20 23:10</span></p><p>{LONG}</p></div><p>（刊用本网站稿件，务经书面授权。未经授权禁止转载。）</p>",
        {"body": BB},
    ),
    "numbered parts right below the unit of a counter": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>次</div><p><b>1</b></p>{B}<p><b>2</b></p>{B}{E}",
        {"body": f"1\n{BB}\n2\n{BB}"},
    ),
    "an office with a long name above the date": (
        f"<title>{T}</title><h1>{T}</h1><div>新疆维吾尔自治区人民政府网</div><div>2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆维吾尔自治区人民政府网", "subtitle": None, "body": BB},
    ),
    "a medium above the date and the reporters of the paper below it": (
        f"<title>{T}</title><h1>{T}</h1><div>亚心网</div><div>2025-03-19 19:38</div><div>本报记者 刘翔</div>{B}{E}",
        {"source": "亚心网", "reporters": ["刘翔"], "body": BB},
    ),
    "a picture with its caption and an attachment": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center><img src=1.jpg></p><p align=center>3月19日，市民在平台上求职，服务人员为他们讲解。新疆日报记者 刘翔摄</p><p>附件：</p><p><a href=a.pdf>平台简介.pdf</a></p>{E}",
        {
            "body": "3月19日，市民在平台上求职，服务人员为他们讲解。新疆日报记者 刘翔摄\n附件：\n平台简介.pdf"
        },
    ),
    "comments right below a source at the end of the text": (
        f"<title>天山网</title><p align=center><b>{T}</b></p><div>发布：2025-03-19</div><div>来源：新疆日报</div>{B}<p>来源：新疆日报</p><div><span>最新评论</span><p><b>来客</b><span>2025-03-19 23:10</span></p><p>这个平台好。</p></div>",
        {"title": T, "published_raw": "2025-03-19", "body": BB},
    ),
    "the day of a diary above its text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>2024年12月30日 星期一 晴</p>{B}{E}",
        {"subtitle": None, "body": f"2024年12月30日 星期一 晴\n{BB}"},
    ),
    "a short text in Uyghur, and comments": (
        f"<title>باھار تېرىلغۇسى</title><h1>باھار تېرىلغۇسى</h1>{D}<div>يىغىندا بۇ يىللىق ئەتىيازلىق تېرىلغۇ خىزمىتى ئورۇنلاشتۇرۇلدى.</div>{E}<div><p>网友评论</p><p>来客 2025-03-19 23:10</p><p>这个平台好，希望越办越好。</p></div>",
        {"body": "يىغىندا بۇ يىللىق ئەتىيازلىق تېرىلغۇ خىزمىتى ئورۇنلاشتۇرۇلدى."},
    ),
    "a date set like those of the list of articles above it, at the same step": (
        f"<title>天山网</title><div><h3>要闻</h3>{LISTED}</div><h2>{T}</h2><div>来源：新疆日报</div><div>2025-03-19 19:38</div>{B}{E}",
        {"title": T, "source": "新疆日报", "published_raw": "2025-03-19 19:38", "body": BB},
    ),
    "flashes, each with its hour before its link, below the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><b>快讯</b>"
        + "".join(f"<div><i>1{n}:30</i> <a href={n}.shtml>杏花沟迎客</a></div>" for n in range(3))
        + "</div><p>天山网版权所有</p>",
        {"body": BB},
    ),
    "pictures that link to other articles, with their titles": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><div><p>{LONG}</p></div></div><div>图说新疆</div><ul>"
        + "".join(
            f"<li><a href={n}.shtml><img src=/t/{n}.jpg><p>杏花沟迎客</p></a></li>"
            for n in range(3)
        )
        + "</ul><p>天山网版权所有</p>",
        {"body": LONG, "images": []},
    ),
    "whose the words above the text are": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>——题记</p>{B}{E}",
        {"subtitle": None, "body": f"——题记\n{BB}"},
    ),
    "the number of the first part alone": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>一</p>{B}{E}",
        {"subtitle": None, "body": f"一\n{BB}"},
    ),
    "the heading of a list above a headline that is none, where <title> names the site alone": (
        f"<title>天山网</title><div><h3>热点聚焦石榴云推荐</h3>{LISTED}</div><p><b>{T}</b></p><div>来源：新疆日报 2025-03-19 19:38</div>{B}{E}",
        {"title": T, "source": "新疆日报", "body": BB},
    ),
    "a name alone above verse": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p align=center>古丽努尔·艾合买提</p>{B}{E}",
        {"subtitle": None, "body": f"古丽努尔·艾合买提\n{BB}"},
    ),
    "a box of other articles within the text, and comments below it": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><h4>石榴专题</h4><p><a href=a.shtml>伊犁河谷杏花盛开</a></p><p><a href=b.shtml>春播正当时</a></p></div><p>{LONG}</p><p>{LONG}</p><div><span>最新评论</span><p><b>来客</b> <span>2025-03-19 23:10</span></p><p>{LONG}</p></div><p>天山网版权所有</p>",
        {"body": f"{BB}\n{LONG}\n{LONG}"},
    ),
    "the numbered heading of a part below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center><img src=1.jpg></p><p align=center>02 让数据多跑路</p>{B}{E}",
        {"body": f"{BB}\n02 让数据多跑路\n{BB}"},
    ),
    "the heading of a part such as lists have, above a paragraph and a list": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p><b>相关新闻</b></p><p>{LONG}</p><div>相关新闻</div><div><li><a href=a>伊犁河谷杏花盛开</a></li><li><a href=b>春播正当时</a></li></div><p>天山网版权所有</p>",
        {"body": f"{BB}\n相关新闻\n{LONG}"},
    ),
    "rows of words no list has above the text, in an element of their own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><div><span>朗诵员</span><i>甜美</i><i>浑厚</i></div><div><b>底色</b><i>米</i><i>墨</i><i>青</i></div></div><div>{B}</div>{E}",
        {"subtitle": None, "body": BB},
    ),
    "a smaller headline above the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div align=center>就业更便捷</div><div>{B}</div>{E}",
        {"subtitle": "就业更便捷", "body": BB},
    ),
    "counters below the text, and what they ask": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><div><p>读罢此文，您觉得</p><ul><li>欣喜 0</li><li>震撼 2</li><li>无感 1</li></ul></div><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "results in an element of their own below the only paragraph": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><ul><li>金牌 12</li><li>银牌 7</li><li>铜牌 0</li></ul>{E}",
        {"body": "据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n金牌 12\n银牌 7\n铜牌 0"},
    ),
    "results below the text in one element with it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<ul><li>喀什 2</li><li>和田 0</li></ul></div>{E}",
        {"body": f"{BB}\n喀什 2\n和田 0"},
    ),
    "counters below the text in one element with it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<ul><li>欣喜 0</li><li>震撼 0</li></ul></div><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "films without links below the text, each with its length": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><div><h4>片单</h4><ul><li><img src=/v/1.jpg><p>伊犁河谷杏花盛开迎客来</p><i>03:12</i></li><li><img src=/v/2.jpg><p>喀什古城游客多</p><i>01:40</i></li></ul></div><p>新ICP备11000096号</p>",
        {"body": BB, "images": []},
    ),
    "signature, attachment and contacts in elements of their own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><div><p>附件：岗位表</p><p><a href=/a.shtml>点击下载</a></p></div><div><p>新疆就业服务局</p><p>2025年3月18日</p></div><p>新ICP备11000096号</p>",
        {"body": f"{BB}\n附件：岗位表\n新疆就业服务局\n2025年3月18日"},
    ),
    "a table of data beside the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><table><tr><td>晴 1</td><td>雨 2</td></tr><tr><td>雪 3</td><td>风 4</td></tr></table>{E}",
        {"body": f"{BB}\n晴 1\t雨 2\n雪 3\t风 4"},
    ),
    "a list of items below the only paragraph": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><ul><li>进入支付宝</li><li>点击城市服务</li><li>填写姓名</li></ul></div>{E}",
        {
            "body": "据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n进入支付宝\n点击城市服务\n填写姓名"
        },
    ),
    "verse below the repeated headline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h2>{T}</h2><p>风从雪线下来<br>它的花香，曾是整个五月<br>还在等一条河<br>像谁撒下的盐</p>{E}",
        {
            "subtitle": None,
            "body": "风从雪线下来\n它的花香，曾是整个五月\n还在等一条河\n像谁撒下的盐",
        },
    ),
    "a table of vacancies, one of them an editor's": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<table><tr><td>岗位</td><td>人数</td><td>条件</td></tr><tr><td>新媒体编辑</td><td>3</td><td>有经验</td></tr><tr><td>编辑</td><td>若干</td><td>本科</td></tr></table>{B}<p>新ICP备11000096号</p>",
        {
            "editors": [],
            "body": f"{BB}\n岗位\t人数\t条件\n新媒体编辑\t3\t有经验\n编辑\t若干\t本科\n{BB}",
        },
    ),
    "what is counted behind the source": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网原创 热度 51</div>{B}{E}",
        {"source": "天山网", "original": True},
    ),
    "a link right behind the source": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：人民网<a href=#c>来说几句</a></div>{B}{E}",
        {"source": "人民网"},
    ),
    "words in elements of their own right below the dateline, and comments in one with the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>米色</p><p>墨色</p><p>行高</p></div>{B}<div><h3>围炉</h3><div><b>红柳</b><span>2小时前</span><p>{LONG}</p><span>回复</span></div></div>{E}",
        {"subtitle": None, "body": BB},
    ),
    "a table above the first paragraph, what it shows above it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>各地数据如下：</p><table><tr><td>喀什</td><td>12</td></tr><tr><td>伊犁</td><td>15</td></tr></table>{B}{E}",
        {"body": f"各地数据如下：\n喀什\t12\n伊犁\t15\n{BB}"},
    ),
    "a summary that says at its end that a program made it, under a heading of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><b>三句话看完</b><p>平台服务各族群众，目前使用人次过万，岗位超过十二万个。</p><small>以上要点由大模型归纳，请核对原文</small></div>{B}<p>{LONG}</p>{E}",
        {"subtitle": None, "body": f"{BB}\n{LONG}"},
    ),
    "a text that a program wrote": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>（本文由AI生成）</p></div>{E}",
        {"body": BB},
    ),
    "the broken off beginning of the text under a heading of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>先睹为快</p><p>据了解，该平台汇集岗位12.6万个，服务各族群众就…</p></div>{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "articles without links below the text, each with its age, and what stands below them": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><div><b>左邻右舍</b><div>伊犁河谷杏花盛开迎客来<p><i>伊犁日报</i><i>5分钟前</i></p></div><div>喀什古城游客多<p><i>喀什日报</i><i>71阅读</i></p></div></div><div>好故事值得一读再读</div><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "a paragraph in an element of its own below one of tools": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><div><i>喜欢 3</i><i>无感 0</i></div><div><p>平台将长期运行。</p></div><p>新ICP备11000096号</p>",
        {"body": f"{BB}\n{LONG}\n平台将长期运行。"},
    ),
    "captions told by their colour alone": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　{LONG}</p><p align=center><img src=1.jpg></p><p>　　<span style='color: #0070C0'>采收现场热火朝天</span></p><p>　　{LONG}</p><p><img src=2.jpg></p><p>　　<span style='color:#0070c0'>牧民转场途中，羊群走过渠边</span></p><p>　　{LONG}</p>{E}",
        {
            "body": f"{LONG}\n{LONG}\n{LONG}",
            "images": [
                Image(ADDRESS.rsplit("/", 1)[0] + "/1.jpg", "采收现场热火朝天"),
                Image(ADDRESS.rsplit("/", 1)[0] + "/2.jpg", "牧民转场途中，羊群走过渠边"),
            ],
        },
    ),
    "a caption told by its size alone, above a heading": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　{LONG}</p><p><img src=1.jpg></p><p><font size=2>采收现场热火朝天</font></p><p><b>夜里的灯</b></p><p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n夜里的灯\n{LONG}"},
    ),
    "headings larger than the text, one of them below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p style='font-size:16px'>　　{LONG}</p><p><img src=1.jpg></p><p style='font-size:20px'>夜里的灯</p><p style='font-size:16px'>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n夜里的灯\n{LONG}"},
    ),
    "a text whose end reads like boxes of tools, in one element with it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><div>{B}<p>{LONG}</p></div><ul><li>金牌 12</li><li>银牌 9</li></ul><blockquote><p>猜一猜这是什么？</p><p>石榴</p><p>葡萄</p></blockquote><table><tr><td>新疆</td><td>98</td><td>广东</td><td>102</td></tr></table><p><span>新疆</span><span>农业</span><span>大学</span></p></div>{E}",
        {
            "body": f"{BB}\n{LONG}\n金牌 12\n银牌 9\n猜一猜这是什么？\n石榴\n葡萄\n新疆\t98\t广东\t102\n新疆农业大学"
        },
    ),
    "a text that begins with its contents and who is in it, in elements of their own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><ul><li>缘起</li><li>苦练</li><li>登顶</li></ul><p><span>主持</span><span>嘉宾</span><span>导师</span></p>{B}<p>{LONG}</p></div>{E}",
        {"body": f"缘起\n苦练\n登顶\n主持嘉宾导师\n{BB}\n{LONG}"},
    ),
    "two kinds of editors in elements of their own": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><span>编辑：刘芳</span><span>责任编辑：张柱</span></div>",
        {"editors": ["刘芳", "张柱"], "body": BB},
    ),
    "a date among fields without labels, each in an element of its own": (
        f"<title>{T}</title><h1>{T}</h1><div><span>原创</span><span>刘翔</span><a>就业零距离</a><em>2025-03-19 19:38</em><em>新疆</em><span>听全文</span></div>{B}{E}",
        {"published_raw": "2025-03-19 19:38", "original": True, "body": BB},
    ),
    "particulars without colons between headline and date": (
        f"<title>{T}</title><table><tr><td>名　　称</td><td>{T}</td></tr><tr><td>索 引 号</td><td>65-2024-001</td></tr><tr><td>公开日期</td><td>2025-03-19</td></tr><tr><td>发布机构</td><td>喀什市文旅局</td></tr></table><div>{B}</div>{E}",
        {"title": T, "subtitle": None, "source": "喀什市文旅局", "body": BB},
    ),
    "what is counted behind the source, the space between them lost": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网原创。\ufffd2人看过</div>{B}{E}",
        {"source": "天山网", "original": True},
    ),
    "a signature beside the element of the text, its words in elements of their own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><div><p><span>新疆</span><span>农业</span><span>大学</span></p><p>2025年3月18日</p></div><div><a href=#>分享</a></div>{E}",
        {"body": f"{BB}\n{LONG}\n新疆农业大学\n2025年3月18日"},
    ),
    "a label without value at the end of the dateline, an item below it": (
        f"<title>{T}</title><h1>{T}</h1><div><span>2025-03-19 19:38</span> <span>来源：天山网</span> <span>作者：</span></div><p>平台概况</p>{B}{E}",
        {"source": "天山网", "reporters": [], "body": f"平台概况\n{BB}"},
    ),
    "a first paragraph that reads like an office behind its label": (
        f"<title>{T}</title><h1>{T}</h1><div><span>2025-03-19 19:38</span></div><p>　　承办单位：自治区科技厅</p>{B}{E}",
        {"source": None, "body": f"承办单位：自治区科技厅\n{BB}"},
    ),
    "the authors of several works": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>入选作品如下：</p><p>散文类：沙枣花</p><p>作者：刘翔</p><p>诗歌类：驼铃</p><p>作者：万平</p>{E}",
        {"reporters": []},
    ),
    "a sentence on manners on the web": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>文明上网，人人有责。</p>{B}{E}",
        {"body": f"文明上网，人人有责。\n{BB}"},
    ),
    "a verse of one character, indented": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　雪</p><p>　　落在毡房上</p><p>　　落在羊背上</p>{E}",
        {"body": "雪\n落在毡房上\n落在羊背上"},
    ),
    "links to other sites that a paragraph announces": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>办理社保业务可以登录以下网站：</p><p><a href=https://si.example/>国家社会保险服务平台</a></p><p><a href=https://hrss.example/a/>电子社保卡</a></p><p>咨询请拨打12333。</p>{E}",
        {
            "body": f"{BB}\n办理社保业务可以登录以下网站：\n国家社会保险服务平台\n电子社保卡\n咨询请拨打12333。"
        },
    ),
    "links to articles of the site below a paragraph that ends in a colon": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>关于这一平台，本网此前曾经报道：</p>{LINKS}<p>咨询请拨打12333。</p>{E}",
        {"body": f"{BB}\n关于这一平台，本网此前曾经报道：\n咨询请拨打12333。"},
    ),
    "pictures of the article below other articles": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p><img src=W0202503191.jpg></p><div><h4>推荐阅读</h4>{LINKS}</div><p><img src=./W0202503192.jpg></p><p>编辑 刘芳</p><div>Copyright © 天山网 版权所有</div>",
        {
            "body": BB,
            "editors": ["刘芳"],
            "images": [
                Image(ADDRESS.rpartition("/")[0] + f"/W020250319{n}.jpg", None) for n in (1, 2)
            ],
        },
    ),
    "a text with a list that goes on below other articles": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　平台提醒求职者注意以下事项。</p><ul><li>不要轻信高薪广告。</li><li>不要预付任何费用。</li></ul><div><h4>推荐阅读</h4>{LINKS}</div><p>　　遇到问题请拨打12333。</p><div>Copyright © 天山网 版权所有</div>",
        {
            "body": "平台提醒求职者注意以下事项。\n不要轻信高薪广告。\n不要预付任何费用。\n遇到问题请拨打12333。"
        },
    ),
    "counters that no one has pressed below a line of text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>平台今日上线。</p></div><div><p>您对这篇文章的感受</p><ul><li>高兴 0</li><li>感动 0</li><li>愤怒 0</li></ul></div>{E}",
        {"body": "平台今日上线。"},
    ),
    "a date in a table without colons, a signature whose office is in the headline": (
        "<title>沙雅县人民法院关于执行案款的公告</title><table><tr><td>发布机构</td><td>自治区高级人民法院</td><td>发布日期</td><td>2025年3月19日</td></tr></table><h1>沙雅县人民法院关于执行案款的公告</h1><div><p>请申请人持身份证件前来领取。</p><p>特此公告。</p><p>沙雅县人民法院</p><p>2025年3月18日</p></div>",
        {
            "published_raw": "2025年3月19日",
            "body": "请申请人持身份证件前来领取。\n特此公告。\n沙雅县人民法院\n2025年3月18日",
        },
    ),
    "a signature of the day of the address, the date only in a meta": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19 19:38'><h1>{T}</h1><p>来源：天山网</p><div>{B}<p>附件：岗位表</p><p>自治区就业局</p><p>2025年3月19日</p></div>{E}",
        {
            "published_raw": "2025-03-19 19:38",
            "source": "天山网",
            "body": f"{BB}\n附件：岗位表\n自治区就业局\n2025年3月19日",
        },
    ),
    "short paragraphs that hold a full stop above a dateline at the end": (
        f"<title>{T}</title><h1>{T}</h1><p>平台连着你和我。——刘翔</p><p>岗位就在家门口。——万平</p><div>来源：天山网　2025-03-19 19:38</div>{E}",
        {"subtitle": None, "body": "平台连着你和我。——刘翔\n岗位就在家门口。——万平"},
    ),
    "an editor in brackets behind the label": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>责任编辑【刘芳】</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a Chinese editor behind an English label": (
        f"<title>{T}</title><h1>{T}</h1><div>Source: 天山网 | 2025-03-19 19:38 | Editor: 刘芳</div>{B}",
        {"editors": ["刘芳"], "source": "天山网", "body": BB},
    ),
    "short lines of any wording beside the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><div>进入大字版</div><div><p>这篇文章对您有用吗？</p><p>有用</p><p>没用</p></div><div><img src=/u/9.png><b>天山小编</b><p>新疆的新闻都在这里</p></div>",
        {"body": f"{BB}\n{LONG}", "images": []},
    ),
    "the same beside the element of short sentences": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>刘翔任局长；</p><p>万平任副局长。</p></div><div>进入大字版</div>{E}",
        {"body": "刘翔任局长；\n万平任副局长。"},
    ),
    "an office that signs beside the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><div>自治区就业局</div>{E}",
        {"body": f"{BB}\n{LONG}\n自治区就业局"},
    ),
    "names beside the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><div><p>刘芳　万平　张柱</p><p>刘翔、何英、常娜</p></div>{E}",
        {"body": f"{BB}\n{LONG}\n刘芳　万平　张柱\n刘翔、何英、常娜"},
    ),
    "files beside the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><ul><li><a href=./P1.docx>报名表</a></li><li><a href=./P2.xls>岗位表</a></li></ul>{E}",
        {"body": f"{BB}\n{LONG}\n报名表\n岗位表"},
    ),
    "a loose editor beside the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><div>编辑 刘芳</div>",
        {"body": f"{BB}\n{LONG}", "editors": ["刘芳"]},
    ),
    "a table of buttons that no one has pressed": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><div><h4>读后心情</h4><table><tr><td>0</td><td>0</td></tr><tr><td>开心</td><td>难过</td></tr></table></div>{E}",
        {"body": f"{BB}\n{LONG}"},
    ),
    "what stands before and after in one line of words and links": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><span>上一条</span><a href=/a.shtml>伊犁河谷杏花开</a><span>下一条</span><a href=/b.shtml>喀什古城游客多</a></div>",
        {"body": BB},
    ),
    "a heading of links that stands no nearer to them than to the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div>一图看懂</div><ul><li><a href=/a.shtml>伊犁河谷杏花开</a></li><li><a href=/b.shtml>喀什古城游客多</a></li></ul>",
        {"body": BB},
    ),
    "a heading of a list and its button in one line": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><span>猜你喜欢</span><a href=#>换一换</a></div>{LINKS}",
        {"body": BB},
    ),
    "media and dates below linked headlines": (
        f"<title>{T}</title><h1>{T}</h1>{D}　　{LONG}<br>　　{LONG}<br>"
        + "".join(
            f"<div><a href=/{n}.shtml><img src=../a/W{n}.jpg></a><h4><a href=/{n}.shtml>伊犁河谷杏花盛开迎客来</a></h4><p>天山网 2025-03-1{n}</p></div>"
            for n in range(3)
        )
        + "<div>Copyright © 天山网 版权所有</div>",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "credits of any kind below a credit": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>值班编委：刘翔</p><p>视觉：万平</p>",
        {"body": BB},
    ),
    "persons and what they are called, at the end of a text": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>一等奖：刘翔</p><p>二等奖：万平</p>",
        {"body": f"{BB}\n一等奖：刘翔\n二等奖：万平"},
    ),
    "an editor in round brackets behind the label": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>责任编辑（刘芳）</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a headline that reads like the heading of a list": (
        f"<title>今日要闻 - 本地新闻 - 天山网</title><h1>今日要闻</h1>{D}{B}{E}",
        {"title": "今日要闻", "body": BB},
    ),
    "headings of one character": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h3>雪</h3><p>落在毡房上</p><p>落在羊背上</p><h3>驼铃</h3><p>响在风里</p>{E}",
        {"body": "雪\n落在毡房上\n落在羊背上\n驼铃\n响在风里"},
    ),
    "a programme that ends with who made it": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>歌曲《塔里木河》</p><p>编导：刘翔</p><p>总导演：万平</p>{E}",
        {"body": f"{BB}\n歌曲《塔里木河》\n编导：刘翔\n总导演：万平"},
    ),
    "a byline beside the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>{LONG}</p></div><p>本报记者 刘翔 整理</p>{E}",
        {"reporters": ["刘翔"]},
    ),
    "a date in brackets behind the source": (
        f"<title>{T}</title><h1>{T}</h1><div>来源：新疆日报（2025年3月19日）</div>{B}{E}",
        {"source": "新疆日报", "published_raw": "2025年3月19日"},
    ),
    "a counter behind a source that reads as no medium": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38 来源：新疆是个好地方 查看：11</div>{B}{E}",
        {"source": "新疆是个好地方"},
    ),
    "an editor in the element below the label": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<dl><dt>责任编辑</dt><dd>刘芳、张柱</dd></dl>",
        {"editors": ["刘芳", "张柱"], "body": BB},
    ),
    "an editor in brackets above a heading of the page": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>责任编辑(刘芳)</p><h4>精彩评论</h4>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a notice that is a list under a heading of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>天山网关于版权及内容使用的声明：</p><p>1、本网所有内容的版权属于天山网，未经授权不得转载。</p><p>2、用于其他用途的，须事先取得书面许可。</p>{E}",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a list that ends with what is forbidden": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>1.报名截止4月1日。</p><p>2.逾期不得补报。</p>{E}",
        {"body": f"{BB}\n1.报名截止4月1日。\n2.逾期不得补报。"},
    ),
    "a notice that a text quotes": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>声明指出：“凡本平台发布的信息，未经授权不得转载，违者将追究法律责任。”</p>{E}",
        {
            "body": f"{BB}\n声明指出：“凡本平台发布的信息，未经授权不得转载，违者将追究法律责任。”",
            "rights": Rights(),
        },
    ),
    "neighbours with their titles first and their hours, the dateline with a link": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><a href=/author/1>自治区科学技术协会</a> <span>•</span> <time>2025年3月19日</time> <span>•</span> <a href=/yw/>要闻</a> <span>•</span> 阅读 1234</div>{B}<p>原创文章，作者：天山网，如若转载，请注明出处：https://m.euiu.cn/1.html</p><div><a href=/2.html>古道西风</a> <span>« 上一篇</span> <span>2025年3月18日 上午9:30</span></div><div><a href=/3.html>大漠孤烟</a> <span>下一篇 »</span> <span>2025年3月20日 下午3:12</span></div>",
        {"body": BB, "source": "自治区科学技术协会", "published_raw": "2025年3月19日"},
    ),
    "an hour beside a link and a medium below a text, its own date without one": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19</div>{B}<p><a href=/xwzx/szxw/202503/t20250318_1.shtml>杏花开了</a> 天山网 2025-03-18 10:11</p>{E}",
        {"body": BB, "published_raw": "2025-03-19", "source": None},
    ),
    "a paragraph with a link to the next part": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>平台的下一步，请看<a href=/2.html>下一篇</a>报道。</p>{E}",
        {"body": f"{BB}\n平台的下一步，请看下一篇报道。"},
    ),
    "a source in brackets between others": (
        f"<title>{T}</title><p>{T}</p><div>发布时间：[2025-03-19]　来源：[新疆日报]　点击数：[<span>31</span>]</div>{B}{E}",
        {"body": BB, "source": "新疆日报"},
    ),
    "no source but a button in brackets": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38 来源：【纠错】</div>{B}{E}",
        {"body": BB, "source": None},
    ),
    "the dateline twice": (
        f"<title>{T}</title><h1>{T}</h1><div>来源：新疆日报 | 2025年03月19日 19:38:42</div><div>新疆日报 | 2025年03月19日 19:38:42</div><p>　　{LONG}</p><p>　　{LONG}</p>{E}",
        {"subtitle": None, "body": f"{LONG}\n{LONG}", "source": "新疆日报"},
    ),
    "where the page stands, without home and link, below the headline": (
        f"<title>{T}</title><h1>{T}</h1><div>新闻中心 社会新闻 &gt; 正文</div>{D}{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "the mark of an original piece in the headline": (
        f"<title>{T}</title><h1>{T} <span>原创</span></h1>{D}{B}{E}",
        {"title": T, "original": True, "body": BB},
    ),
    "a broken off paragraph of a reporter right below the dateline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>记者3月19日从平台获悉，平台汇集岗位12.6万个，涉及纺织、天然气...</div>{B}{E}",
        {"reporters": []},
    ),
    "a gallery whose pictures are counted": (
        f"<title>{T}</title><h1>{T}</h1>{D}<ul>"
        + "".join(
            f"<li><img src=./{n}.jpg><p>{n}/3</p><p>平台的第{n}个窗口</p></li>" for n in "123"
        )
        + f"</ul><p>　　{LONG}</p>{E}",
        {
            "body": LONG,
            "images": [
                Image(ADDRESS.rsplit("/", 1)[0] + f"/{n}.jpg", f"平台的第{n}个窗口") for n in "123"
            ],
        },
    ),
    "pictures of the template, beside one of the text": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网 字号<img src=/img/add.gif></div>{B}<img src=/images/attachement/gif/20250319/1.gif><div><img src=/css13/end_news.png> 本文来源：天山网 责任编辑：刘芳</div>",
        {
            "body": BB,
            "images": [Image("http://m.euiu.cn/images/attachement/gif/20250319/1.gif")],
        },
    ),
    "icons between the fields of a dateline": (
        f"<title>{T}</title><h1>{T}</h1><div><span>来源：天山网</span><img src=/image/logo/clock.png><p>2025-03-19 19:38</p><img src=/image/logo/pen.png><p>记者：刘翔</p></div><p><img src=./W020250319.jpg></p>{B}{E}",
        {
            "subtitle": None,
            "source": "天山网",
            "reporters": ["刘翔"],
            "body": BB,
            "images": [Image(ADDRESS.rsplit("/", 1)[0] + "/W020250319.jpg")],
        },
    ),
    "a notice above the pictures": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>图片来自网络，如有侵权，请联系删除。</p><p><img src=./W020250319.jpg></p>{E}",
        {
            "body": BB,
            "images": [Image(ADDRESS.rsplit("/", 1)[0] + "/W020250319.jpg")],
        },
    ),
    "a button behind the last sentence": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>{LONG}<a href=/b.htm>分享</a>是平台的口号。</p><p>{LONG}<a href=/>返回天山网首页&gt;&gt;</a></p>{E}",
        {"body": f"{LONG}分享是平台的口号。\n{LONG}"},
    ),
    "an author’s card above the dateline": (
        f"<title>{T}</title><h1>{T}</h1><div><img src=/face/1.jpg><p><b>刘翔</b><span>新疆社会科学院研究员</span></p></div>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a date among links, stated unseen too": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19T19:38:42+08:00'><h1>{T}</h1><div><span>2025年03月19日19:38</span>&nbsp; <a href=/x>石榴花</a> <a href=/y>我有话说(<span>1307</span>人参与)</a> <a href=/z>说说这事</a></div>{B}{E}",
        {"published_raw": "2025年03月19日19:38", "body": BB},
    ),
    "a picture between a list in the text and the text below it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　{LONG}</p><div>相关新闻</div>{LINKS}<p><img src=/upload/20250319/1.jpg></p><p>　　{LONG}</p><p>　　{LONG}</p>{E}",
        {
            "body": f"{LONG}\n{LONG}\n{LONG}",
            "images": [Image("http://m.euiu.cn/upload/20250319/1.jpg")],
        },
    ),
    "a mark in the headline": (
        f"<title>{T}_天山网</title><h2><span>原创</span>{T}</h2>{D}{B}{E}",
        {"title": T, "original": True, "body": BB},
    ),
    "a weekly without the name of one": (
        f"<title>{T}</title><h1>{T}</h1><div><span>2025-03-19 19:38</span> <a href=/x>参考消息</a></div>{B}{E}",
        {"source": "参考消息", "body": BB},
    ),
    "comments with replies to them": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><ul><li><p>红柳 5小时前</p><p>{LONG}</p><p>回复 ⋅ 254条回复 8421</p></li><li><p>胡杨 4小时前</p><p>{LONG}</p><p>回复 ⋅ 8条回复 92</p></li></ul><p>查看更多评论</p>",
        {"body": BB},
    ),
    "a short abstract under its label": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>摘要: 春到且末...</div><p>春到且末。</p>{B}{E}",
        {"body": f"春到且末。\n{BB}"},
    ),
    "a card among the paragraphs, with a picture, an abstract and a day": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<div><div><img src=/t/1.jpg></div><div><a href=a.shtml>伊犁河谷杏花盛开</a><p>5月10日，满载日用百货的货车从口岸驶出……</p><span>2025-03-11</span></div></div>{B}</div>{E}",
        {"body": f"{BB}\n{BB}", "images": []},
    ),
    "a card among the paragraphs that asks and offers": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<div><p>喜欢这篇报道？</p><p>注册账号即可收藏并接收同类文章提醒</p><a href=/signup>免费注册</a></div><p>此致</p><p>敬礼</p></div>{E}",
        {"body": f"{BB}\n此致\n敬礼"},
    ),
    "parts of a text that are elements with a link each": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>"
        + "".join(
            f"<section><h3>{part}</h3><p>平台的第{part}已经开通。</p><p><a href=a.shtml>详情</a></p></section>"
            for part in ("一号窗口", "二号窗口", "三号窗口")
        )
        + f"</div>{E}",
        {
            "body": "一号窗口\n平台的第一号窗口已经开通。\n二号窗口\n平台的第二号窗口已经开通。\n三号窗口\n平台的第三号窗口已经开通。"
        },
    ),
    "a quotation among the paragraphs, with a link to where it stands": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<blockquote><p>就业是最基本的民生。</p><p><a href=a.shtml>原文</a></p></blockquote>{B}</div>{E}",
        {"body": f"{BB}\n就业是最基本的民生。\n{BB}"},
    ),
    "an attachment below a list of other articles": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<aside><p>延伸阅读</p><ul><li><a href=a.shtml>伊犁河谷杏花盛开迎客来</a></li><li><a href=b.shtml>喀什古城游客多</a></li></ul></aside><p><a href=./P02.pdf>附件：就业服务办法.pdf</a></p></div>{E}",
        {"body": f"{BB}\n附件：就业服务办法.pdf"},
    ),
    "words in the dateline’s element": (
        f"<title>{T}</title><h1>{T}</h1><div><span>2025-03-19 19:38:42 来源：天山网</span><div>字号：<em>T</em><em>T</em></div><div>手机看天山</div></div><h2>各族群众在家门口就业</h2><div>{B}</div>{E}",
        {"subtitle": "各族群众在家门口就业", "body": BB},
    ),
    "a smaller headline in the dateline’s element": (
        f"<title>{T}</title><h1>{T}</h1><div><p>2025-03-19 19:38:42 来源：天山网</p><h2>各族群众在家门口就业</h2></div><div>{B}</div>{E}",
        {"subtitle": "各族群众在家门口就业", "body": BB},
    ),
    "a smaller headline in an element of its own, set as the text is": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>各族群众在家门口就业</div><div>{B}{B}</div>{E}",
        {"subtitle": "各族群众在家门口就业", "body": f"{BB}\n{BB}"},
    ),
    "a smaller headline that ends with a word in quotes": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h3>岗位和住房都能“共享”</h3>{B}{E}",
        {"subtitle": "岗位和住房都能“共享”", "body": BB},
    ),
    "what someone says, above the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h3>他说：“共享”</h3>{B}{E}",
        {"subtitle": None, "body": f"他说：“共享”\n{BB}"},
    ),
    "figures below the repeated headline": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>{T}</p><p>新增岗位 9099.57万个，同比增长5.4%</p><p>其中纺织业 584.4万个，增长6.2%</p><p>其中服务业 3741.1万个，增长6.9%</p>{B}{E}",
        {
            "subtitle": None,
            "body": f"新增岗位 9099.57万个，同比增长5.4%\n其中纺织业 584.4万个，增长6.2%\n其中服务业 3741.1万个，增长6.9%\n{BB}",
        },
    ),
    "a row of tools with how long the text is": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><span>A-</span><span>A+</span><span>朗读</span><span>全文约520字，读完约需3分钟</span></div>{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "media in elements of their own within a sentence": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p><span>微信</span>、<span>微博</span>、<span>抖音</span><span>都能打开平台</span></p>{B}{E}",
        {"body": f"{BB}\n微信、微博、抖音都能打开平台\n{BB}"},
    ),
    "headings between paragraphs that all read like buttons": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>{LONG}</p><p><b>分享</b></p><p>{LONG}</p><p><b>点赞</b></p><p>{LONG}</p><p><b>收藏</b></p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n分享\n{LONG}\n点赞\n{LONG}\n收藏\n{LONG}"},
    ),
    "a vote of the readers at the end of the text’s element": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<div><h4>你更愿意选择哪种出行方式？</h4><ul><li>A. 地铁 <em>45%</em></li><li>B. 公交 <em>30%</em></li></ul><p>已有1208人参与，投票截止12月31日</p></div></div>{E}",
        {"body": BB},
    ),
    "shares at the end of the text, which no one voted for": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<ul><li>纺织业占45%</li><li>服务业占30%</li></ul></div>{E}",
        {"body": f"{BB}\n纺织业占45%\n服务业占30%"},
    ),
    "an imprint of unknown wording, below a question": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}{B}</div><div>打印 收藏</div><div>您对本页面内容是否满意？</div><div><p>主办单位：自治区人民政府办公厅</p><p>运行维护：自治区数字化发展局　技术支持电话：0991-2803333</p><p>本站支持IPv6</p></div>",
        {"body": f"{BB}\n{BB}"},
    ),
    "who organises, in an element of its own right below the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}{B}</div><div><p>主办单位：自治区就业服务中心</p><p>报名方式：将报名表送至中心一楼大厅，逾期不再受理。</p></div>{E}",
        {
            "body": f"{BB}\n{BB}\n主办单位：自治区就业服务中心\n报名方式：将报名表送至中心一楼大厅，逾期不再受理。"
        },
    ),
    "an offer to the readers below the tools": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>{LONG}</p><p>{LONG}</p></div><div>打印 收藏</div><div><h4>订阅早报</h4><p>每天早晨七点，把重要的新闻送到您的邮箱。</p></div>{LINKS}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "a picture of the template with a question, below the tools": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}{B}</div><div><span>我要收藏</span><span>我要分享</span><span>回到首页</span></div><div><img src=/robot.png><p>您好，我是智能小助手，有什么可以帮您？</p></div>",
        {"body": f"{BB}\n{BB}", "images": []},
    ),
    "a signature above the source, both below the text": (
        f"<title>{T}</title><h1>{T}</h1><div><span>编辑部</span> <a href=#>伊宁市人民政府办公室</a> <em>2025-03-19 19:38</em> <em>新疆</em></div>{B}<p>特此通知。</p><p>伊宁市人民政府办公室</p><p>2025年3月18日</p><p>来源：伊宁市人民政府办公室</p>",
        {
            "published_raw": "2025-03-19 19:38",
            "body": f"{BB}\n特此通知。\n伊宁市人民政府办公室\n2025年3月18日",
        },
    ),
    "cards among the paragraphs, a picture with a button and a question with answers": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<div><img src=/logo.png><span>天山客户端</span><span>看更多新闻</span><a href=/dl>打开</a></div>{B}<div><p>你怎么看？</p><div>支持</div><div>反对</div></div><p>{LONG}</p></div>{E}",
        {"body": f"{BB}\n{BB}\n{LONG}", "images": []},
    ),
    "a card in a text of one paragraph and many short lines": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>地区 岗位</p><p>伊犁 900</p><p>阿勒泰 800</p><div><p>喜欢这篇报道？</p><p>注册账号即可收藏</p><a href=/signup>免费注册</a></div><p>塔城 700</p><p>{LONG}</p></div>{E}",
        {"body": f"地区 岗位\n伊犁 900\n阿勒泰 800\n塔城 700\n{LONG}"},
    ),
    "labels of fields that the page leaves empty": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}{B}</div><div>资料下载：</div><div>您的姓名：</div><div>点评内容：</div><div>网友点评</div><div>版权声明：本网所有内容，未经许可不得转载。</div>",
        {"body": f"{BB}\n{BB}"},
    ),
    "a label above an attachment, below the text’s element": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}{B}</div><div>申报材料：</div><div><a href=./P02.doc>申报表</a></div>{E}",
        {"body": f"{BB}\n{BB}\n申报材料：\n申报表"},
    ),
    "a first heading that reads like that of a list": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p><b>今日要闻</b></p><p>{LONG}</p><p><b>便民窗口</b></p><p>{LONG}</p>{E}",
        {"body": f"今日要闻\n{LONG}\n便民窗口\n{LONG}"},
    ),
    "who signs, right above links of no known wording": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}{B}<p>——一位老师</p></div><div><a href=a.shtml>#就业</a><a href=b.shtml>#民生</a></div><div><a href=c.shtml>伊犁河谷杏花盛开</a></div>",
        {"body": f"{BB}\n{BB}\n——一位老师"},
    ),
    "two buttons in a row, below a statement": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}{B}</div><div>平台声明：该文观点仅代表作者本人，天山号仅提供信息存储空间服务。</div><div><span>阅读 (12)</span><span>投诉</span></div>",
        {"body": f"{BB}\n{BB}"},
    ),
    "a long name of an office beside the date, in an element of theirs": (
        f"<title>{T}</title><div>{T}</div><div><img src=/u.png><div>伊宁市人力资源和社会保障局</div><div>03-19 19:38</div><div>订阅</div></div><div>{B}</div>{E}",
        {"subtitle": None, "source": "伊宁市人力资源和社会保障局", "body": BB},
    ),
    "a smaller headline that ends like an office, above the date": (
        f"<title>{T}</title><h1>{T}</h1><p>就业服务走进伊宁市人力资源和社会保障局</p>{D}<div>{B}</div>{E}",
        {"subtitle": "就业服务走进伊宁市人力资源和社会保障局", "source": "天山网", "body": BB},
    ),
    "boxes with headings outside the element of headline and text": (
        f"<title>{T}</title><main><section><h1>{T}</h1>{D}<div>{B}{B}</div></section><section><h2>智能问答</h2><p>您可以这样问我：</p><ul><li>社保卡怎么办理</li><li>公租房申请条件</li></ul></section><section><h2>办事直通车</h2><a href=/a>居住证</a><a href=/b>准生证</a></section></main><footer>新ICP备11000096号-3</footer>",
        {"body": f"{BB}\n{BB}"},
    ),
    "an attachment outside the element of headline and text": (
        f"<title>{T}</title><main><section><h1>{T}</h1>{D}<div>{B}{B}</div></section><section><h2>附件</h2><p><a href=./P02.doc>申报表</a></p></section></main><footer>新ICP备11000096号-3</footer>",
        {"body": f"{BB}\n{BB}\n附件\n申报表"},
    ),
    "a question with its answers, all in one line among the paragraphs": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<div><span>您是否遇到过类似情况？</span><span>遇到过</span><span>没有</span></div><p>{LONG}</p>{E}",
        {"body": f"{BB}\n{LONG}"},
    ),
    "an offer that ends with a link, in the text’s element": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>订阅“每日要闻”，不错过重要新闻 <a href=/s>订阅</a></p></div>",
        {"body": BB},
    ),
    "a last line that links to what it speaks of": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>岗位表可在平台 <a href=/s>就业专区</a></p></div>",
        {"body": f"{BB}\n岗位表可在平台 就业专区"},
    ),
    "verse above a statement that is a sentence": (
        f"<title>{T}</title><h1>{T}</h1>{D}<article><p>风从山口来的时候</p><p>红柳低下头</p><p>雪水从天山来</p><p>走了很久</p><p>——致治沙的人</p><p><a href=/>返回天山号，查看更多</a></p></article><div>平台声明：该文观点仅代表作者本人，天山号仅提供信息存储空间服务。</div><div><h3>大家都在搜</h3><a href=a.shtml>伊犁河谷杏花盛开</a></div>",
        {"body": "风从山口来的时候\n红柳低下头\n雪水从天山来\n走了很久\n——致治沙的人"},
    ),
    "a button behind the headline, and one that names an author": (
        f"<title>{T} - 新闻速递 - 天山社区</title><h1>{T} <span>[复制链接]</span></h1><div>发表于 2025-03-19 19:38:42 | 只看该作者 | 倒序浏览</div>{B}<div>您需要登录后才可以回帖 登录 | 立即注册</div>",
        {"title": T, "reporters": [], "body": BB},
    ),
    "a headline that ends with a word in brackets": (
        f"<title>{T}（视频）_天山网</title><h1>{T}（视频）</h1>{D}{B}{E}",
        {"title": f"{T}（视频）"},
    ),
    "an office’s name beside the date, which is labelled as the source, too": (
        f"<title>{T}</title><h1>{T}</h1><div><div>伊宁市人力资源和社会保障局</div><div><span>2025-03-19 19:38</span><span>新疆</span></div><div>来源：伊宁市人力资源和社会保障局</div></div><div>{B}</div>{E}",
        {"subtitle": None, "source": "伊宁市人力资源和社会保障局", "body": BB},
    ),
    "an icon above a summary that a program wrote": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><div><img src=/ai.png>AI速览</div><p>平台已上线。</p><div>以上内容由AI大模型生成，仅供参考</div></div><div>{B}</div>{E}",
        {"images": [], "body": BB},
    ),
    "a player below a smaller headline that ends with a word in quotes": (
        f"<title>{T}</title><div>{T}</div>{D}<div>岗位和住房都能“共享”</div><div><div>听新闻</div><div>00:00</div><div>/</div><div>02:35</div></div><div>{B}{B}</div>{E}",
        {"subtitle": "岗位和住房都能“共享”", "body": f"{BB}\n{BB}"},
    ),
    "credits below the mark of the end": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38</p><div>{B}<section><p>THE END</p></section><section><p>素材来源</p><p>新疆日报、天山网</p></section><p>来源：新疆日报</p><p>文字：刘翔</p></div><div>写评论</div>{E}",
        {"body": BB, "source": "新疆日报", "reporters": ["刘翔"], "editors": ["刘芳"]},
    ),
    "a part of a text that says that it is over, the next below it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　{LONG}</p><p>（完）</p><p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "an advertiser’s box among the paragraphs": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>　　{LONG}</p><div><p>商务合作</p><p>广告热线 0991-8521222</p></div><p>　　{LONG}</p></div>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "verse quoted among indented paragraphs": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>　　{LONG}</p><blockquote><p>大漠孤烟直</p><p>长河落日圆</p></blockquote><p>　　{LONG}</p></div>{E}",
        {"body": f"{LONG}\n大漠孤烟直\n长河落日圆\n{LONG}"},
    ),
    "two links between arrows below the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><p>&lt;&lt; <a href=a.shtml>塔河两岸稻花香</a>　　<a href=b.shtml>数字乡村试点启动</a> &gt;&gt;</p>",
        {"body": BB},
    ),
    "a text that is all short parts with a link each": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>"
        + "".join(
            f"<section><h3>{part}</h3><p>平台的第{part}已经开通</p><p><a href=a.shtml>详情</a></p></section>"
            for part in ("一号窗口", "二号窗口", "三号窗口")
        )
        + f"</div>{E}",
        {
            "body": "一号窗口\n平台的第一号窗口已经开通\n二号窗口\n平台的第二号窗口已经开通\n三号窗口\n平台的第三号窗口已经开通"
        },
    ),
    "cards among the paragraphs whose pictures lead elsewhere": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<div><h5>热门活动</h5><a href=/h1><img src=/h1.jpg></a><p>帕米尔徒步季报名开启</p></div>{B}<div><a href=/live><img src=/live.jpg></a><span>直播预告：探访天山隧道</span></div><p>{LONG}</p></div>{E}",
        {"body": f"{BB}\n{BB}\n{LONG}", "images": []},
    ),
    "a picture of the text that links to itself in a larger size": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<div><a href=/up/1_big.jpg><img src=/up/1.jpg></a><p>平台的窗口前</p></div>{B}</div>{E}",
        {"body": f"{BB}\n{BB}", "images": [Image("http://m.euiu.cn/up/1.jpg", "平台的窗口前")]},
    ),
    "tools around a text without sentences": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>新增岗位 9099.57万个</p><p>其中纺织业 584.4万个</p><p>其中服务业 3741.1万个</p><p>其余 4774万个</p></div><div>打印 收藏</div><div><p>如果你有新闻线索，欢迎告诉我们</p></div>",
        {
            "body": "新增岗位 9099.57万个\n其中纺织业 584.4万个\n其中服务业 3741.1万个\n其余 4774万个"
        },
    ),
    "an abstract in brackets that is the whole first paragraph": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><b>[摘要]</b>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</div><div>{B}</div>{E}",
        {"body": BB},
    ),
    "an abstract that breaks off without a sign": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>据了解，该平台汇集岗位12.6万个，服务各族群众就业。目前已有3.2万</div><div>{B}</div>{E}",
        {"body": BB},
    ),
    "a first sentence that stands again in the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p>{B}</div>{E}",
        {"body": f"据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n{BB}"},
    ),
    "a byline in a table with the headline, the day and the page of the newspaper above it": (
        f"<title>新疆日报数字报-{T}</title><table><tr><td>2025年03月19日 星期三</td><td><a href=/0318/>上一期</a></td></tr><tr><td>第A02版：要闻</td></tr></table><table><tr><td align=center>{T}</td></tr><tr><td align=center>记者 刘翔</td></tr></table><div>{B}{B}</div>{E}",
        {"title": T, "body": f"{BB}\n{BB}", "reporters": ["刘翔"]},
    ),
    "a caption in one element with the picture above the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><div class=body><div class=module><img src=a.jpg><p>平台的窗口前，人们在排队。</p></div><p>{LONG}</p>{B}{B}</div></div>{E}",
        {
            "body": f"{LONG}\n{BB}\n{BB}",
            "images": [
                Image("http://m.euiu.cn/xwzx/szxw/202503/a.jpg", "平台的窗口前，人们在排队。")
            ],
        },
    ),
    "a mark before the headline that the title element lacks": (
        f"<title>{T} - 玛纳斯县人民政府</title><h1><span>原创</span>{T}</h1>{D}{B}{E}",
        {"title": T, "original": True, "body": BB},
    ),
    "a word of the headline in an element of its own": (
        f"<title>{T}_天山网</title><h1><em>新疆</em>上线就业服务平台</h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "slogans among the buttons below the text, in its element": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>{LONG}</p>{B}<p>自治区人社厅</p><p>下载“掌上天山”客户端</p><p>第一时间看新疆</p><p>标签 <a href=/t1>就业</a> <a href=/t2>平台</a></p></div>{E}",
        {"body": f"{LONG}\n{BB}\n自治区人社厅"},
    ),
    "short lines that end the text below a word that reads as a button": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>{LONG}</p>{B}<p>平台有三步</p><p>扫码</p><p>填写姓名和专业</p><p>等候通知</p></div>{E}",
        {"body": f"{LONG}\n{BB}\n平台有三步\n填写姓名和专业\n等候通知"},
    ),
    "a row of feelings that no one has pressed, in the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>{LONG}</p>{B}<p>你看到此文章的感受是</p><p><i>0</i><b>感动</b><i>0</i><b>路过</b><i>0</i><b>高兴</b></p></div>{E}",
        {"body": f"{LONG}\n{BB}"},
    ),
    "a poem below what a program wrote of it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><div><p>智能摘要</p><p>本文写了湖水在春天里醒来，牧人把毡房扎在风里的情景。</p><p>以上内容由大模型生成，仅供参考</p></div><div><p>冰裂开的声音</p><p>像一匹白马踏过山岗</p><p>湖水睁开眼睛</p><p>看见云，看见自己</p><p>你看到此文章的感受是</p></div></div>{E}",
        {"body": "冰裂开的声音\n像一匹白马踏过山岗\n湖水睁开眼睛\n看见云，看见自己"},
    ),
    "how long reading takes between headline and text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>阅读时长约 3 分钟</div><div>{B}{B}</div>{E}",
        {"subtitle": None, "body": f"{BB}\n{BB}"},
    ),
    "an office as the account that published it": (
        f"<title>{T}</title><h1>{T}</h1><div><div><img src=/h.png></div><div><p>自治区文明办</p><p><span>2025-03-19 19:38</span><span>发布于新疆</span></p></div></div><div>{B}{B}</div>{E}",
        {"subtitle": None, "source": "自治区文明办", "body": f"{BB}\n{BB}"},
    ),
    "another article within the text, behind its label in an element of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<div><span>延伸阅读</span><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a></div><p>{LONG}</p></div>{E}",
        {"body": f"{BB}\n{LONG}"},
    ),
    "what the page asks of itself, a code to scan and accounts, in the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>{LONG}</p>{B}<p><img src=//x.cn/qr.jpg></p><p>扫描二维码</p><p>看更多资讯</p><p>您对本页面内容是否满意？</p><p><label>满意</label><label>一般</label><label>不满意</label><a>提交</a></p><p>关注我们</p><p>官方微信</p><p>官方微博</p></div>{E}",
        {"body": f"{LONG}\n{BB}", "images": []},
    ),
    "a caption below which picture of a gallery it is": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><div><img src=a.jpg><p>1/3</p><p>平台的窗口前。</p></div><a>上一张</a><a>下一张</a></div><div>{B}<p>{LONG}</p></div>{E}",
        {
            "body": f"{BB}\n{LONG}",
            "images": [Image("http://m.euiu.cn/xwzx/szxw/202503/a.jpg", "平台的窗口前。")],
        },
    ),
    "headings that end with links to themselves": (
        f"<title>{T}</title><h1>{T}</h1>{D}<h2 id=a>岗位多<a href=#a>#</a></h2>{B}<h2 id=b>办事快<a href=#b>¶</a></h2><p>{LONG}</p>{E}",
        {"body": f"岗位多\n{BB}\n办事快\n{LONG}"},
    ),
    "a letter and its answer, each with its moment": (
        f"<title>{T}</title><h2>{T}</h2><table><tr><td>来信人</td><td>张**</td><td>来信时间</td><td>2025-03-17 10:22</td></tr></table><div>{B}</div><div><p>{LONG}</p></div><table><tr><td>回复单位：自治区人社厅</td><td>回复时间：2025-03-19 19:38</td></tr></table>",
        {"published_raw": "2025-03-19 19:38", "source": "自治区人社厅"},
    ),
    "a pager above a text of one paragraph": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>上一页 下一页</p><p>{LONG}</p>{E}",
        {"body": LONG},
    ),
    "a word in an element of its own above the text": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div>已关注</div><div>{B}{B}</div></div>{E}",
        {"body": f"{BB}\n{BB}"},
    ),
    "a mark of what follows in an element of its own above the text": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div>编者按</div><div>{B}{B}</div></div>{E}",
        {"body": f"编者按\n{BB}\n{BB}"},
    ),
    "a word in an element of its own below short news": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div><p>{LONG}</p></div><div><p>网上调查</p></div></div><div>关于我们 | 联系我们 | 网站地图</div>",
        {"body": LONG},
    ),
    "an office in an element of its own below short news": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div><p>{LONG}</p></div><div><p>自治区人社厅</p></div></div><div>关于我们 | 联系我们 | 网站地图</div>",
        {"body": f"{LONG}\n自治区人社厅"},
    ),
    "items in elements of their own below a paragraph": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div><p>{LONG}</p></div><div><p>一、岗位更多</p></div><div><p>二、办事更快</p></div></div><div>关于我们 | 联系我们 | 网站地图</div>",
        {"body": f"{LONG}\n一、岗位更多\n二、办事更快"},
    ),
    "the site's own links between dateline and text": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div>网站地图 | 联系我们 | 关于我们</div><div><p>{LONG}</p>{B}<p>{LONG}</p></div></div>{E}",
        {"body": f"{LONG}\n{BB}\n{LONG}", "subtitle": None},
    ),
    "whose the site is between dateline and text": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div>天山网版权所有</div><div><p>{LONG}</p>{B}<p>{LONG}</p></div></div>{E}",
        {"body": f"{LONG}\n{BB}\n{LONG}", "subtitle": None},
    ),
    "who wrote the text between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><div>□ 本报记者 刘翔 万平</div><div>2025年03月19日　第A01版</div><div>{B}{B}</div>{E}",
        {"subtitle": None, "reporters": ["刘翔", "万平"], "body": f"{BB}\n{BB}"},
    ),
    "who made the text in one line between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><p>策划：张柱　文字：刘翔　摄影：万平</p><p>2025-03-19</p><div>{B}{B}</div>{E}",
        {"subtitle": None, "body": f"{BB}\n{BB}"},
    ),
    "when a speech was held between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><h4>（2025年3月18日）</h4><div>2025-03-19 08:00 来源：天山网</div><div>{B}{B}</div>{E}",
        {"subtitle": None, "published_raw": "2025-03-19 08:00", "body": f"{BB}\n{BB}"},
    ),
    "words right below short news, each in an element of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>{LONG}</p></div><div>便民查询</div><div>新闻日历</div><div>关于我们 | 联系我们 | 网站地图</div>",
        {"body": LONG},
    ),
    "a caption that the picture itself states unseen": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p><img src=a.jpg alt=平台的窗口前></p><p>平台的窗口前</p><p>{LONG}</p></div>{E}",
        {
            "body": f"{BB}\n{LONG}",
            "images": [Image("http://m.euiu.cn/xwzx/szxw/202503/a.jpg", "平台的窗口前")],
        },
    ),
    "captions in elements of their own beside their pictures, one above all text and one below": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>"
        "<div><div><img src=a.jpg></div><div>平台的窗口前</div></div>"
        f"{B}<p>{LONG}</p>{B}<div><div><img src=b.jpg></div><div>平台的大厅里</div></div></div>{E}",
        {
            "body": f"{BB}\n{LONG}\n{BB}",
            "images": [
                Image("http://m.euiu.cn/xwzx/szxw/202503/a.jpg", "平台的窗口前"),
                Image("http://m.euiu.cn/xwzx/szxw/202503/b.jpg", "平台的大厅里"),
            ],
        },
    ),
    "a number that heads a part below a picture, both centred": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p align=center>一</p><p>{LONG}</p><p align=center><img src=a.jpg></p><p align=center>二</p>{B}{E}",
        {"body": f"{BB}\n一\n{LONG}\n二\n{BB}"},
    ),
    "captions behind an arrow that are the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>"
        "<p align=center><img src=a.jpg></p><p align=center>△平台的窗口前，人来人往。</p>"
        f"<p align=center><img src=b.jpg></p><p align=center>△平台的大厅里。</p></div>{E}",
        {"body": "平台的窗口前，人来人往。\n平台的大厅里。"},
    ),
    "a table of data above one paragraph in an element of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><table><tr><td>品名</td><td>规格</td><td>今日</td></tr><tr><td>土豆</td><td>一级</td><td>2.10</td></tr></table><section><p>{LONG}</p></section><section>来源 | 天山网</section><section>编辑 | 刘芳</section></div>",
        {"body": f"品名\t规格\t今日\n土豆\t一级\t2.10\n{LONG}"},
    ),
    "an aside in brackets that ends a text, links with pictures below it": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<p>（下转第四版）</p></div><table><tr><td><a href=/a/><img src=/a.gif>鲜花</a></td><td><a href=/b/><img src=/b.gif>握手</a></td></tr></table>{E}",
        {"body": f"{BB}\n（下转第四版）"},
    ),
    "an abstract that is all of short news": (
        f"<title>{T}</title><div><div><h1>{T}</h1>{D}</div><div><div><b>摘要</b>: {LONG} ...</div></div><div><table><tr><td><p>{LONG}</p></td></tr></table><div><table><tr><td><a href=/a><img src=/a.gif><br>鲜花</a></td><td><a href=/b><img src=/b.gif><br>握手</a></td></tr></table></div></div><div><em>上一篇：<a href=/c>喀什古城游客多</a></em></div></div>",
        {"body": LONG},
    ),
    "an abstract of a text that a picture opens": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><b>摘要</b>: {LONG[:30]} ...</div><div><p align=center><img src=a.jpg></p><p align=center>平台的窗口前</p><p>{LONG}</p>{B}</div>{E}",
        {"body": f"{LONG}\n{BB}"},
    ),
    "on which page of a newspaper the text stood, right below the headline": (
        f"<title>{T}</title><p>2025-03-19</p><h2>{T}</h2><p>《新疆日报》（2025年03月19日　第03版：综合）</p><div>{B}{B}</div>{E}",
        {"body": f"{BB}\n{BB}", "subtitle": None, "source": "新疆日报"},
    ),
    "how long ago and by whom the text was published, the moment unseen": (
        f'<title>{T}</title><script type="application/ld+json">{{"datePublished":"2025-03-18T23:30:00Z"}}</script>'
        f"<h1>{T}</h1><div><span>伊犁日报</span><span>2 小时 前发布</span></div><div><p>{LONG}</p></div>{E}",
        {"body": LONG, "source": "伊犁日报", "published_raw": "2025-03-18T23:30:00Z"},
    ),
    "who issued a document, in a list of particulars": (
        f"<title>{T}</title><ul><li>索引号：010203</li><li>发文机关：塔城地区行政公署</li><li>公开日期：2025-03-19</li></ul><h2>{T}</h2>{B}{B}{E}",
        {"source": "塔城地区行政公署", "body": f"{BB}\n{BB}"},
    ),
    "when a speech was held below the headline, a calendar above": (
        f"<title>{T}</title><div><b>19</b><span>2025-03</span></div><h3>{T}</h3><p>来源：天山网</p><p align=center>（2025年3月18日）</p>{B}{B}{E}",
        {
            "published_raw": "19 2025-03",
            "source": "天山网",
            "body": f"（2025年3月18日）\n{BB}\n{BB}",
        },
    ),
    "when a speech was held below the headline, the moment unseen": (
        f'<title>{T}</title><meta property="og:published_time" content="2025-03-17 19:38"><h1>{T}</h1><p align=center>（2025年3月16日）</p>{B}{B}{E}',
        {"published_raw": "2025-03-17 19:38"},
    ),
    "a date beside a link that is a medium's long name": (
        f"<title>{T}</title><h1>{T}</h1><div><i>原创</i><span>2025-03-12 19:38</span><a href=/u/1>新疆维吾尔自治区人民政府网</a></div>{B}{B}{E}",
        {"published_raw": "2025-03-12 19:38", "source": "新疆维吾尔自治区人民政府网"},
    ),
    "a text that stands above headline and dateline": (
        f"<title>{T}</title><div>{B}<p>{LONG}</p></div><div><h1>{T}</h1>{D}</div><ul><li><a href=/>首页</a></li><li><a href=/v/>视频</a></li></ul><div>关于我们 | 联系我们</div>",
        {"body": f"{BB}\n{LONG}"},
    ),
    "verse below a dateline, counters of who sent it above": (
        f"<title>{T}</title><table><tr><td><h1>{T}</h1></td></tr><tr><td><dl><dt>主题</dt><dd>12</dd><dt>积分</dt><dd>3021</dd></dl></td><td><p>发表于 2025-03-19 19:38</p><p>雪水敲响石头</p><p>风从松林走来</p><p>把一封绿色的信</p><p>放在牧人的毡房前</p><p>河谷醒了</p></td></tr></table>{E}",
        {"body": "雪水敲响石头\n风从松林走来\n把一封绿色的信\n放在牧人的毡房前\n河谷醒了"},
    ),
    "a smaller headline that says who answers, the dateline above": (
        f"<title>{T}</title><p>2025年03月19日　第A02版</p><h1>{T}</h1><h2>——有关负责人答记者问</h2><div>{B}{B}</div>{E}",
        {"subtitle": "——有关负责人答记者问", "body": f"{BB}\n{BB}"},
    ),
    "a day from which on something is in force, the moment of publication unseen": (
        f'<title>{T}</title><meta property="og:published_time" content="2025-03-17 19:38"><h1>{T}</h1><p>{LONG[:-1]}，要点如下：</p><p>稳岗返还</p><p>创业担保</p><p>以上政策自2025年4月1日起施行</p>',
        {"published_raw": "2025-03-17 19:38"},
    ),
    "a signature with its day in words, outside the element of the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}{B}</div><div align=right>昌吉市人民法院</div><div align=right>二〇二五年三月十日</div><p>---<br><a href=/>返回首页</a></p>",
        {"body": f"{BB}\n{BB}\n昌吉市人民法院\n二〇二五年三月十日"},
    ),
    "an ellipsis as a paragraph, each in a section of its own": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><section><p>两位老邻居吵得面红耳赤。</p></section><section><p>“都坐下，先吃串葡萄。”人民调解员笑着说。</p></section><section><p>……</p></section><section><p>日头偏西，两只手握在了一起。</p></section><section>来源 | 天山网</section><section>编辑 | 刘芳</section></div>",
        {
            "body": "两位老邻居吵得面红耳赤。\n“都坐下，先吃串葡萄。”人民调解员笑着说。\n……\n日头偏西，两只手握在了一起。"
        },
    ),
    "a breadcrumb in a list": (
        f"<title>{T}</title><ul><li><a href=/>首页</a></li><li><a href=/sz>时政要闻</a></li><li>正文</li></ul><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政要闻", "body": BB},
    ),
    "a breadcrumb in a list, from the site's name on": (
        f"<title>{T}</title><ul><li><a href=/>天山网</a> &gt;</li><li><a href=/sz>时政要闻</a> &gt;</li><li>正文</li></ul><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政要闻", "body": BB},
    ),
    "a breadcrumb whose steps nothing parts": (
        f"<title>{T}</title><p><a href=/>首页</a><i></i><a href=/sz>时政要闻</a><i></i>正文</p><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政要闻", "body": BB},
    ),
    "a date that links to its own page": (
        f"<title>{T} – 边城笔记</title><h1>{T}</h1><div>发布于 <a href={ADDRESS}>2025 年 3 月 12 日</a></div>{B}{B}",
        {"published_raw": "2025 年 3 月 12 日", "body": f"{BB}\n{BB}"},
    ),
    "a page whose title element names an office alone, other fields beside the date": (
        f"<title>塔城地区教育局</title><p align=center>{T}开通</p><p align=center>发布时间：2025-03-12　点击数：12　作者：自治区文化和旅游厅</p>{B}<p>（来稿单位：自治区人社厅）</p>{E}",
        {"title": f"{T}开通", "published_raw": "2025-03-12", "body": BB},
    ),
    "fields that the page leaves empty above and below the text": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>作者：</div><div>{B}{B}<p>附件下载：</p></div>{E}",
        {"body": f"{BB}\n{BB}"},
    ),
    "the number of a document in its table of particulars and in its text": (
        f"<title>{T}</title><table><tr><td>文号</td><td>新政发〔2025〕12号</td><td>发布日期</td><td>2025-03-19</td></tr></table><h1>{T}</h1><div><p>新政发〔2025〕12号</p>{B}{B}</div>{E}",
        {"title": T, "body": f"新政发〔2025〕12号\n{BB}\n{BB}"},
    ),
    "a dash in the headline behind a breadcrumb": (
        "<title>塔里木河的春天——来自中游的见闻</title><p><a href=/>首页</a> > <a href=/sz>时政要闻</a> > 塔里木河的春天——来自中游的见闻</p>"
        f"<h1>塔里木河的春天——来自中游的见闻</h1>{D}{B}{E}",
        {"channel_name": "时政要闻"},
    ),
    "a question to the readers among the paragraphs, its answers in one line": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}<div><p>你家今年种了什么？</p><label>棉花</label><label>小麦</label><label>玉米</label></div>{B}</div>{E}",
        {"body": f"{BB}\n{BB}"},
    ),
    "the next article with its beginning, broken off": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>{B}</div><div><p>下一篇</p><h3><a href=/b.html>伊宁县公布一批惠民工程</a></h3><p>3月19日，伊宁县公布惠民工程清单，涉及教育、医疗...</p></div>{E}",
        {"body": BB},
    ),
    "a title element of all pages, a menu and the dateline above the headline": (
        f"<title>新闻详情</title><div><a href=/>首页</a> <a href=/a/>新闻</a> <a href=/v/>视频</a></div>{D}<h1>{T}</h1>{B}{B}{E}",
        {"title": T, "body": f"{BB}\n{BB}"},
    ),
    "an office's title element for all pages, two lines above the dateline, the upper bold": (
        f"<title>塔城地区行政公署</title><p align=center><b>{T}</b></p><p align=center>岗位足 办事快</p>{D}{B}{B}{E}",
        {"title": T, "subtitle": "岗位足 办事快", "body": f"{BB}\n{BB}"},
    ),
    "an office's title element for all pages, a short heading above the dateline": (
        f"<title>塔城地区行政公署办公室</title><h2>通知</h2>{D}{B}{B}{E}",
        {"title": "通知", "body": f"{BB}\n{BB}"},
    ),
    "short paragraphs in sections of their own, each below a picture": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div>"
        + "".join(
            f"<section><p><img src={n}.jpg></p><p>{text}</p><p>{LONG}</p></section>"
            for n, text in enumerate(("岗位多起来了。", "办事快起来了。"))
        )
        + f"</div>{E}",
        {"body": f"岗位多起来了。\n{LONG}\n办事快起来了。\n{LONG}"},
    ),
    "a list of others, each a picture, a headline and a long indented abstract with its link": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>　　阿勒泰地区下了一场大雪。</p></div><div><h3>推荐阅读</h3>"
        + "".join(
            f"<div><a href=/c/2026-03-1{n}/1{n}.html><img src=/t/{n}.jpg></a>"
            f"<p><a href=/c/2026-03-1{n}/1{n}.html>杏花开放的第{n}天</a></p>"
            f"<p>　　{LONG * 4}…… <a href=/c/2026-03-1{n}/1{n}.html>[详细]</a></p></div>"
            for n in range(4)
        )
        + f"</div>{E}",
        {"body": "阿勒泰地区下了一场大雪。", "images": []},
    ),
    "a later page that opens with the number of a part, and the next below": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p>2</p><p>吐鲁番·托克逊</p><p>{LONG}</p><p>3</p><p>伊犁·吐尔根</p><p>{LONG}</p></div>{E}",
        {"body": f"2\n吐鲁番·托克逊\n{LONG}\n3\n伊犁·吐尔根\n{LONG}"},
    ),
    "a counter above a text that has a list": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><span>2</span></div><div><p>{LONG}</p><p>　　3</p><p>{LONG}</p></div>{E}",
        {"body": f"{LONG}\n3\n{LONG}"},
    ),
    "a disclaimer of the article above a foot that forbids copying": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>声明：本网转载此文出于传递更多信息之目的，并不意味着赞同其观点。</p>"
        "<div><p>天山网版权所有 未经书面授权禁止使用</p><p>新ICP备11000096号</p></div>",
        {
            "body": BB,
            "rights": Rights(
                notice="声明：本网转载此文出于传递更多信息之目的，并不意味着赞同其观点。",
                licences=[Licence("ICP备案", "新ICP备11000096号")],
                holder="天山网",
            ),
        },
    ),
    "the same above a foot that opens with a licence": (
        f"<title>{T}</title><h1>{T}</h1>{D}{B}<p>声明：本网转载此文出于传递更多信息之目的，并不意味着赞同其观点。</p>"
        "<div><p>新ICP备11000096号</p><p>未经书面授权严禁转载</p></div>",
        {
            "body": BB,
            "rights": Rights(
                notice="声明：本网转载此文出于传递更多信息之目的，并不意味着赞同其观点。",
                licences=[Licence("ICP备案", "新ICP备11000096号")],
            ),
        },
    ),
    "a digest whose whole paragraphs end with links, and one broken off above a button": (
        f"<title>{T}</title><h1>{T}</h1>{D}<p>　　{LONG} <a href=/c/1.html>[详细]</a></p>"
        f"<p>　　{LONG}…… <a href=javascript:more()>[更多]</a></p>{E}",
        {"body": f"{LONG} [详细]\n{LONG}…… [更多]"},
    ),
    "a headline and a centred smaller one in elements of other classes, the title element names the site": (
        f"<title>天山网</title><div class=t>{T}便民</div><div class=s align=center>“指尖”连岗位 各族群众好就业</div>{D}{B}{E}",
        {"title": f"{T}便民", "subtitle": "“指尖”连岗位 各族群众好就业", "body": BB},
    ),
    "a slogan in an element of another class above the headline, the title element names the site": (
        f"<title>天山网</title><div class=s>让世界了解新疆，让新疆走向世界</div><div class=t align=center>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline in a cell above a smaller one that is a low heading": (
        f"<title>新闻详情</title><table><tr><td class=t>{T}</table><h4>“指尖”连岗位 好就业</h4>{D}{B}{E}",
        {"title": T, "subtitle": "“指尖”连岗位 好就业", "body": BB},
    ),
    "a slogan in a cell above a headline that is a low heading": (
        f"<title>天山网</title><table><tr><td>让世界了解新疆，让新疆走向世界</table><h4>{T}</h4>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a headline below the dateline and above a single paragraph, under a title element of all pages": (
        f"<title>资讯详情</title>{D}<div class=t><span>【视频】{T}</span></div><div><section>新疆的就业服务平台，汇集岗位12.6万个。</section></div>{E}",
        {"title": f"【视频】{T}", "body": "新疆的就业服务平台，汇集岗位12.6万个。"},
    ),
    "a headline that the page states unseen, under a title element of all pages": (
        f"<title>新闻详情</title><meta property=og:title content={T}>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline that ends with a word for the page": (
        f"<title>自治区就业促进条例正文_天山网</title>{D}{B}{E}",
        {"title": "自治区就业促进条例正文", "body": BB},
    ),
    "counters of comments in the dateline and below it": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网 跟贴(3)</div><p>评论（2）</p><p align=center>参与(12)</p>{B}{E}",
        {"source": "天山网", "subtitle": None, "body": BB},
    ),
    "a smaller headline that opens as a counter": (
        f"{H}<p align=center>喜欢3样东西的老人</p>{B}{E}",
        {"subtitle": "喜欢3样东西的老人", "body": BB},
    ),
    "a smaller headline that opens as a counter of who takes part": (
        f"{H}<p align=center>参与2025年春耕的人们</p>{B}{E}",
        {"subtitle": "参与2025年春耕的人们", "body": BB},
    ),
    "the hour until which a smaller headline says one may apply": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19</div><p align=center>报名至2025年3月28日18:00</p>{B}{E}",
        {"published_raw": "2025-03-19", "subtitle": "报名至2025年3月28日18:00", "body": BB},
    ),
    "a span of time from hour to hour below the day of publication": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19</div><p>2025-03-20 10:00 — 2025-03-28 18:00</p>{B}{E}",
        {"published_raw": "2025-03-19"},
    ),
    "fields that say when an event begins and ends": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19</div><p>开始时间：2025-03-20 10:00</p><p>截止时间：2025-03-28 18:00</p>{B}{E}",
        {"published_raw": "2025-03-19"},
    ),
    "a dash between the medium and the date, and a word that the page was changed then": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>天山网 — 更新至：2025-03-19 19:38</div>{B}{E}",
        {"published_raw": "2025-03-19 19:38", "body": BB},
    ),
    "a digest all of whose paragraphs are broken off above the texts that they are cut from": (
        f"<title>{T}</title><h1>{T}</h1>{D}<div><p><b>就业</b></p><p>　　{LONG[:-1]}……<a href=/c/1.html>[详细]</a></p>"
        f"<p><b>杏花</b></p><p>　　{FIRST}，{SECOND}……<a href=/c/2.html>[详细]</a></p></div>{E}",
        {"body": f"就业\n{LONG[:-1]}……[详细]\n杏花\n{FIRST}，{SECOND}……[详细]"},
    ),
    "abstracts of others below a text, without links above them": (
        f"{H}{B}<h3>推荐阅读</h3><div><p>{LONG[:-1]}……<a href=/c/1.html>[详细]</a></p>"
        f"<p>{FIRST}，{SECOND}……<a href=/c/2.html>[详细]</a></p></div>{E}",
        {"body": BB},
    ),
    "a calendar above the headline, below that a smaller one, the size of type and the source": (
        f"<title>{T}_天山网</title><div><div>19</div><div>2025-03</div></div><h1>{T}</h1><h5>{FIRST}</h5>"
        f"<div>字体：<a href=#>小</a> <a href=#>大</a></div><div>来源：新疆日报</div><div>{B}</div>{E}",
        {"published_raw": "19 2025-03", "source": "新疆日报", "subtitle": FIRST, "body": BB},
    ),
    "a calendar beside an element of the headline, a smaller one and the source": (
        f"<title>{T}_天山网</title><div><div><div>19</div><div>2025-03</div></div><div><h1>{T}</h1><h5>{FIRST}</h5>"
        f"<div><span>来源：新疆日报</span><span>字体： 小 中 大</span></div></div></div><div>{B}</div>{E}",
        {"source": "新疆日报", "subtitle": FIRST, "body": BB},
    ),
    "the date above the headline, below that a smaller one and another article with its source": (
        f"<title>{T}_天山网</title><div>2025-03-19 19:38</div><h1>{T}</h1><h5>{FIRST}</h5>"
        f"<div><a href=/a.shtml>伊犁河谷花开</a><div>来源：人民网</div></div><div>{B}</div>{E}",
        {"source": None, "body": BB},
    ),
    "a calendar that shows the day before that of the address": (
        f"<title>{T}_天山网</title><div><div>18</div><div>2025-03</div></div><h1>{T}</h1><div>来源：天山网</div>{B}{E}",
        {"published_raw": "18 2025-03", "source": "天山网", "body": BB},
    ),
    "the unit of a counter in brackets, the number of which a script writes": (
        f"<title>{T}</title><h1>{T}</h1><p align=center>发布日期：2025-03-19 来源：天山网 点击：[<script>hits(42)</script>]&nbsp;次</p>{B}{E}",
        {"body": BB},
    ),
    "an editor's label without a name, above the heading of attachments": (
        f"{H}{B}<div>责任编辑：</div><div>相关附件</div>",
        {"body": BB, "editors": []},
    ),
    "an editor's label without a name, above a heading": (
        f"{H}{B}<div>责任编辑：</div><h3>政策图解</h3>",
        {"editors": []},
    ),
    "a channel that only a meta element names": (
        f"<meta name=ColumnName content=时政>{H}{B}",
        {"channel_name": "时政", "body": BB},
    ),
    "a text of one short sentence": (
        f"{H}<p>平台今日上线。</p>",
        {"title": T, "body": "平台今日上线。"},
    ),
    "a text of a long line without a full stop": (
        f"{H}<p>{'平台汇集岗位，' * 6}服务各族群众就业</p>",
        {"title": T, "body": f"{'平台汇集岗位，' * 6}服务各族群众就业"},
    ),
    "a text that quotes what a page says whose article was removed": (
        f"{H}{B}<p>该文章已被删除。</p>{B}",
        {"body": f"{BB}\n该文章已被删除。\n{BB}"},
    ),
    "a notice of the article that allows more than that of the foot": (
        f"{H}{B}<p>转载本文请注明来源天山网。</p><div>版权所有 天山网</div><div>未经授权禁止转载、摘编、复制及建立镜像。</div>",
        {"body": BB, "rights": Rights("转载本文请注明来源天山网。", "天山网")},
    ),
    "a notice of the article above that of the site, which stands above the foot": (
        f"{H}{B}<p>(刊用本网站稿件,务经书面授权。)</p><div>未经授权禁止转载、摘编、复制及建立镜像。</div><div>版权所有 天山网</div>",
        {"body": BB, "rights": Rights("刊用本网站稿件,务经书面授权。", "天山网")},
    ),
    "an editor's label without a name, above a menu in one line": (
        f"{H}{B}<div>责任编辑：</div><p><a href=/>首页</a> <a href=/szxw/>时政</a> <a href=/jjxw/>经济</a></p>",
        {"body": BB, "editors": []},
    ),
    "an editor's label without a name, above a menu of an item a line": (
        f"{H}{B}<div>编辑：</div><ul><li><a href=/szxw/>时政</a></li><li><a href=/jjxw/>经济</a></li></ul>",
        {"body": BB, "editors": []},
    ),
    "an editor's label without a name, above a long menu that are no links": (
        f"{H}{B}<div>责任编辑：</div><p>首页 时政 经济 社会 文化 旅游 健康 教育</p>",
        {"editors": []},
    ),
    "an editor in two cells of a row under another label": (
        f"{H}{B}<table><tr><td>编辑</td><td>刘芳</td></tr></table>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "an editor's name in the line below its label": (
        f"{H}{B}<div>责任编辑：</div><div>刘芳</div>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a form for comments under a heading set as those of the text, without an end sign": (
        f"{H}<h3>多方支持</h3>{B}<h3>助力就业</h3>{B}<h3>发表回复</h3><form><p>您的邮箱地址不会被公开。 必填项已用 <b>*</b> 标注</p><p><label>显示名称 *</label></p></form>",
        {"body": f"多方支持\n{BB}\n助力就业\n{BB}"},
    ),
    "verse in elements of its own above a note on who wrote it": (
        f"{H}<pre>雪是从夜里来的\n没有敲门</pre><pre>火在里面说话\n面在外面听\n等到都红了脸</pre><p>作者刘翔，新疆作家协会会员，现居乌鲁木齐。</p><hr><p>文/图 刘翔</p>{E}",
        {
            "body": "雪是从夜里来的\n没有敲门\n火在里面说话\n面在外面听\n等到都红了脸\n作者刘翔，新疆作家协会会员，现居乌鲁木齐。"
        },
    ),
    "a date that is stated unseen, the headline again as a link in a list far below": (
        f"<title>{T}_天山网</title><meta name=PubDate content='2025-03-19 19:38'><h1>{T}</h1>{B}{E}<ul><li><a href={ADDRESS}>{T}</a></li></ul><p>张柱发表在《<a href=/a>{FIRST}，各地游客纷至沓来，农家乐生意红火</a>》，“我们去过那里，风景很美，值得一看，明年还要再去。”</p>",
        {"title": T, "body": BB},
    ),
    "a source that the system does not know": (
        f"<title>{T}</title><h2>{T}</h2><div><small>时间:</small>2025-03-19 19:38<small>来源:</small>未知 <small>作者:</small>admin <small>点击:</small>次</div>{B}{E}",
        {"body": BB, "source": None},
    ),
    "a notice without brackets that goes on in the next line": (
        f"{H}{B}<p>本网站所刊载信息，不代表天山网观点。 刊用本网站稿件，务经书面授权。</p><p>未经授权禁止转载、摘编、复制及建立镜像，违者依法必究。</p>",
        {
            "body": BB,
            "rights": Rights(
                notice="刊用本网站稿件，务经书面授权。未经授权禁止转载、摘编、复制及建立镜像，违者依法必究。"
            ),
        },
    ),
    "a picture with its caption in the text, above the headline that stands there again": (
        f"{H}<div class=text><p><img src=1.jpg></p><p align=center>招聘会现场</p><p align=center><b>{T}</b></p>{B}</div>{E}",
        {
            "body": BB,
            "images": [Image(f"{ADDRESS.rpartition('/')[0]}/1.jpg", "招聘会现场")],
        },
    ),
    "a line of the text above the headline that stands there again": (
        f"{H}<div>手机版</div><div class=text><p>　　岗位12.6万个，服务进万家</p><p>　　{T}</p><p>　　{LONG}</p></div>{E}",
        {"subtitle": None, "body": f"岗位12.6万个，服务进万家\n{LONG}"},
    ),
    "a picture outside the text, above the headline that stands in it again": (
        f"{H}<div><img src=1.jpg></div><div class=text><p>　　{T}</p><p>　　{LONG}</p></div>{E}",
        {"body": LONG, "images": []},
    ),
    "buttons for the size of the letters that are signs": (
        f"{H}<div>+|-</div>{B}{E}",
        {"body": BB},
    ),
    "who published it in a row of fields, each in its element": (
        f"<title>{T}</title><div><b>信息分类：</b><span>通知</span> <b>发布机构：</b><span>伊宁县教育局</span></div><div><b>发布日期：</b><span>2025-03-19</span> <b>文号：</b></div><h1>{T}</h1>{B}{E}",
        {"source": "伊宁县教育局", "published_raw": "2025-03-19", "body": BB},
    ),
    "an account's name as who published it": (
        f"<title>{T}</title><h1>{T}</h1><div><span>发布者：系统管理员</span> <span>发布时间：2025-03-19</span></div>{B}{E}",
        {"source": None, "published_raw": "2025-03-19", "body": BB},
    ),
    "an address between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><div>http://www.TS.cn</div><div>2025-03-19 19:38:42</div>{B}{E}",
        {"subtitle": None, "published_raw": "2025-03-19 19:38:42", "body": BB},
    ),
    "a number between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><div><b>文件编号：</b><span>XJ-000126/2025</span></div><div><b>发布日期：</b><span>2025-03-19</span></div>{B}{E}",
        {"subtitle": None, "published_raw": "2025-03-19", "body": BB},
    ),
    "whose the text is, without a colon, below a wire's title": (
        f"{H}<p>　　中新社乌鲁木齐3月19日电 题：{FIRST}</p><p>　　作者 刘翔 万平</p><p>　　{LONG}</p>{E}",
        {"reporters": ["刘翔", "万平"]},
    ),
    "the kind of document, that <title> ends with, in a table above the date": (
        f"<title>关于上线就业服务平台的通知_天山网</title><ul><li>信息分类：</li><li>通知</li></ul><ul><li>发布日期：</li><li>2025-03-19</li></ul>{'<ul><li>体裁：</li><li>公文</li></ul>' * 5}<h2>关于上线就业服务平台的通知</h2>{B}{E}",
        {"title": "关于上线就业服务平台的通知", "body": BB},
    ),
    "a headline that is no heading below a table of particulars": (
        f"<title>关于上线就业服务平台的通知-天山网</title><div><em>信息分类：</em> <em>通知</em></div><div><em>发布日期：</em> <em>2025-03-19</em></div><div><em>发文日期：</em> <em>2025-03-18</em> <em>生效时间：</em> <em>2025-03-18</em></div><div><em>名称：</em> <em>关于上线就业服务平台的通知</em> <em>体裁：</em> <em>通知</em></div><div><em>有效性：</em> <em>有效</em> <em>主题：</em> <em>就业</em></div><div><em>公开方式：</em> <em>主动公开</em></div><div class=title>关于上线就业服务平台的通知</div><div class=text><div>{BB.replace(chr(10), '</div><div>')}</div></div>{E}",
        {"title": "关于上线就业服务平台的通知", "body": BB},
    ),
    "a call for comments right behind the source": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网 发表评论</div>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "who published it in a row of fields that spaces part": (
        f"<title>{T}</title><div>信息分类： 通知 发布机构： 伊宁县教育局 体裁： 通知</div><div>发布日期： 2025-03-19 文号：</div><h1>{T}</h1>{B}{E}",
        {"source": "伊宁县教育局", "published_raw": "2025-03-19", "body": BB},
    ),
    "who published it not told in a row of fields": (
        f"<title>{T}</title><div><b>发布机构：</b><span></span> <b>主题分类：</b><span>就业</span></div><div><b>发布日期：</b><span>2025-03-19</span> <b>文号：</b></div><h1>{T}</h1>{B}{E}",
        {"source": None, "published_raw": "2025-03-19", "body": BB},
    ),
    "a disclaimer above the sentence in the foot that forbids copying": (
        f"{H}{B}{E}<footer><div>关于我们 | 联系我们 | 法律声明</div><div>本网站所刊载信息，不代表天山网观点。 刊用本网站稿件，务经书面授权。</div></footer>",
        {"rights": Rights(notice="刊用本网站稿件，务经书面授权。")},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    html, wanted = TEMPLATES[name]
    fetched = datetime(2026, 1, 1, tzinfo=timezone.utc)
    article = read_article_page(FetchedPage(ADDRESS, 200, {}, html.encode(), fetched)).article
    assert {field: getattr(article, field) for field in wanted} == wanted
    assert 0 not in article.cleaning.values()


def test_abstracts_below_the_headlines_that_lead_to_the_whole_texts_are_no_article() -> None:
    listed = "".join(
        f"<p><a href=http://m.euiu.cn/c/{n}.html>{FIRST}</a></p>"
        f"<p>　　{LONG[:-1]}……<a href=/c/{n}.html>[详细]</a></p>"
        for n in range(3)
    )
    html = f"{H}<div>{listed}</div>{E}"
    page = FetchedPage(ADDRESS, 200, {}, html.encode(), datetime(2026, 1, 1, tzinfo=timezone.utc))
    with pytest.raises(NotAnArticle, match="no text"):
        read_article_page(page)


def test_headlines_of_a_list_beside_how_often_they_are_read_are_no_article() -> None:
    titles = ("新疆足球青训营开营", "全疆春播面积过半", "库车小白杏迎来盛花", "天山隧道贯通")
    listed = "".join(
        f"<li><a href=/c/{n}.html>{x}</a><i>2{n}万</i></li>" for n, x in enumerate(titles)
    )
    html = f"{H}<video src=a.mp4></video>{E}<div>热搜榜</div><ol>{listed}</ol>"
    page = FetchedPage(ADDRESS, 200, {}, html.encode(), datetime(2026, 1, 1, tzinfo=timezone.utc))
    with pytest.raises(NotAnArticle, match="no text"):
        read_article_page(page)


def test_numbers_that_would_be_another_day_are_no_date() -> None:
    numbers = "<div>2025</div><div>3-1</div><div>03-18 20:10</div>"
    html = f"<title>{T}_天山网</title><h1>{T}</h1><div>来源：天山网</div>{numbers}{B}{E}"
    page = FetchedPage(ADDRESS, 200, {}, html.encode(), datetime(2026, 1, 1, tzinfo=timezone.utc))
    with pytest.raises(NotAnArticle, match="no date"):
        read_article_page(page)


def test_the_end_of_a_span_of_time_alone_is_no_date_of_publication() -> None:
    html = f"<title>{T}_天山网</title><h1>{T}</h1><p>报名至2025年3月28日18:00</p>{B}{E}"
    page = FetchedPage(ADDRESS, 200, {}, html.encode(), datetime(2026, 1, 1, tzinfo=timezone.utc))
    with pytest.raises(NotAnArticle, match="no date"):
        read_article_page(page)


@pytest.mark.parametrize("tag", ["新闻详情", "内容页", "资讯详情_天山网", "正文"])
def test_what_all_pages_are_called_is_no_headline(tag: str) -> None:
    fetched = datetime(2026, 1, 1, tzinfo=timezone.utc)
    page = FetchedPage(ADDRESS, 200, {}, f"<title>{tag}</title>{D}{B}{E}".encode(), fetched)
    with pytest.raises(NotAnArticle, match="no headline"):
        read_article_page(page)


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("伊犁河谷杏花次第开放", "伊犁河谷杏花次第开放"),
        ("伊犁河谷杏花次第开放_天山网", "伊犁河谷杏花次第开放"),
        ("伊犁河谷杏花次第开放-天山网 - 新疆新闻门户", "伊犁河谷杏花次第开放"),
        ("伊犁河谷杏花次第开放_地州_新闻中心_天山网", "伊犁河谷杏花次第开放"),
        ("天山网-伊犁河谷杏花次第开放", "伊犁河谷杏花次第开放"),
        ("伊犁河谷杏花次第开放 | 天山网", "伊犁河谷杏花次第开放"),
        ("全疆春播进度过半 机械化率达95%_天山网", "全疆春播进度过半 机械化率达95%"),
        (
            "天山网推出“我在新疆挺好的”系列报道——春耕篇",
            "天山网推出“我在新疆挺好的”系列报道——春耕篇",
        ),
        ("新疆上线就业服务平台", "新疆上线就业服务平台"),
        ("更正_时政_天山网", "更正"),
        ("天山网 - 更正", "更正"),
    ],
)
def test_a_headline_that_only_the_title_element_has_loses_the_sites_name(
    tag: str, title: str
) -> None:
    assert strip_site_name(tag) == title
    fetched = datetime(2026, 1, 1, tzinfo=timezone.utc)
    page = FetchedPage(ADDRESS, 200, {}, f"<title>{tag}</title>{D}{B}{E}".encode(), fetched)
    assert read_article_page(page).article.title == title
