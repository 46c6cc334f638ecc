"""How the paragraphs of a text may be set: blocks, breaks, tables, verse."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, FIRST, LONG, SECOND, B, D, E, H, P, T, Template, check

TEMPLATES: dict[str, Template] = {
    "news of the day, a link to each above it": (
        f"{H}<h3><a href=/xwzx/a.shtml>喀什古城游客多</a></h3><p>{LONG}</p><h3><a href=/xwzx/b.shtml>伊犁河谷杏花开</a></h3><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "paragraphs that are blocks by their style alone, the last one short": (
        f"{H}<span><span style='display:block'>{LONG}</span><span style='display:block'>{LONG}</span><span style='display:block'>2012.08— 塔城地区行署</span></span><span style='display:block'>[责任编辑: 刘芳 ]</span>",
        {"body": f"{LONG}\n{LONG}\n2012.08— 塔城地区行署", "editors": ["刘芳"]},
    ),
    "a text whose lines are parted by its style alone": (
        f"{H}<div style='font-size: 16px; white-space: pre-line'>人民广场\n广场上的灯亮了\n{LONG}\n</div>{E}",
        {"body": f"人民广场\n广场上的灯亮了\n{LONG}"},
    ),
    "a page that is sent as plain text": (
        f"{T}\n2025-03-19 19:38:42   来源: 天山网原创\n\n{T}\n\n  {LONG}\n\n  {LONG}\n[责任编辑: 刘芳 ]\n",
        {"title": T, "source": "天山网", "body": f"{LONG}\n{LONG}", "editors": ["刘芳"]},
    ),
    "a table of data with a cell that is a link": (
        f"{H}<p>{LONG}</p><table><tr><td>名次</td><td>代表团</td><td>金牌</td></tr><tr><td>1</td><td><a href=/tag/xj>新疆</a></td><td>32</td></tr></table>{E}",
        {"body": f"{LONG}\n名次\t代表团\t金牌\n1\t新疆\t32"},
    ),
    "the words of a refrain that stand twice": (
        f"{H}<p>{LONG}</p><p>{LONG}</p>{B}{E}",
        {"body": f"{LONG}\n{LONG}\n{BB}"},
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
        f"{H}<p>据了解，<uni-text>该平台汇集岗位12.6万个</uni-text>，服务各族群众就业。</p><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "paragraphs of several kinds, one of them below a picture": (
        f"{H}<div>{B}<p class=a>{LONG}</p><p><img src=a.jpg></p><p class=b>他说，岗位越来越多。</p>{B}</div>{E}",
        {"body": f"{BB}\n{LONG}\n他说，岗位越来越多。\n{BB}"},
    ),
    "a first paragraph that breaks off": (
        f"{H}<p>据了解，这一天他等了整整二十年，没有想到会是这样……</p>{B}{E}",
        {"body": "据了解，这一天他等了整整二十年，没有想到会是这样……\n" + BB},
    ),
    "short news below one another, each with its hour below its heading": (
        f"<title>{T}_天山网</title><h2>{T}</h2>{D}<h2>平台上线</h2><p>3月18日 10:00</p>{B}<h2>杏花盛开</h2><p>3月18日 11:00</p><p>{LONG}</p>{E}",
        {"title": T, "body": f"平台上线\n3月18日 10:00\n{BB}\n杏花盛开\n3月18日 11:00\n{LONG}"},
    ),
    "a body that a script will show": (
        f"<title>{T}_天山网</title><body style='display:none'><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "end tags whose bracket was eaten": (
        f"<title>{T}\ufffd/title><h1>{T}\ufffd/h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "tags within the text whose bracket was eaten": (
        f"{P}<p>据了解\ufffd<b>，该平台\ufffd/b>汇集岗位。\ufffd/p><p>第二段落。</p>{E}",
        {"title": T, "body": "据了解\ufffd，该平台汇集岗位。\n第二段落。"},
    ),
    "an attribute whose quote was eaten": (
        f"{P}<p><img src='a.jpg' alt=\"图\ufffd></p>{B}{E}",
        {"title": T, "body": BB},
    ),
    "a first paragraph without a full stop": (
        f"{H}<p>自治区人社厅公告</p>{B}{E}",
        {"title": T, "body": "自治区人社厅公告\n" + BB},
    ),
    "nothing after the body": (f"{H}{B}", {"title": T, "body": BB}),
    "paragraphs as list items": (
        f"{H}<ul><li>第一条：据了解，该平台汇集岗位。</li><li>第二条：服务群众。</li></ul>{E}",
        {"body": "第一条：据了解，该平台汇集岗位。\n第二条：服务群众。"},
    ),
    "a paragraph that is all link": (
        f"{H}<p><a href=http://www.ts.cn/>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</a></p><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "preformatted text": (
        f"{H}<pre>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n　　目前已有3.2万人次使用。</pre>{E}",
        {"body": BB},
    ),
    "source lines indented by spaces": (
        f"{H}<td>\n  据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n  目前已有3.2万人次使用。\n  目前已有3.2万人次使用。\n</td>{E}",
        {"body": BB + "\n目前已有3.2万人次使用。"},
    ),
    "a paragraph over two source lines": (
        f"{H}<p>据了解，该平台汇集\n      岗位12.6万个，服务各族群众就业。</p><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "Latin words over two source lines": (
        f"{H}<p>The  new\n platform 上线，OPEC\n参加。</p>{E}",
        {"body": "The new platform 上线，OPEC 参加。"},
    ),
    "inline elements shown as blocks": (
        f"{H}<div><span style='display:block'>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</span><span style='display:block'>目前已有3.2万人次使用。</span></div>{E}",
        {"body": BB},
    ),
    "a span a paragraph": (
        f"{H}<div><span>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</span>\n<span>目前已有3.2万人次使用。</span></div>{E}",
        {"body": BB},
    ),
    "verse above source and date": (
        f"<title>{T}</title><h1>{T}</h1><p>你站在沙的尽头<br>像一句没有说完的话<br>雪水从昆仑来<br>带着石头的体温</p><div>来源：新疆日报　2025-03-19 19:38</div>{E}",
        {
            "title": T,
            "subtitle": None,
            "body": "你站在沙的尽头\n像一句没有说完的话\n雪水从昆仑来\n带着石头的体温",
        },
    ),
    "verse, which has no full stop": (
        f"{P}<p>你站在沙的尽头<br>像一句没有说完的话<br>雪水从昆仑来<br>带着石头的体温</p>{E}"
        "<h3>为你推荐</h3><a href=a>新疆新增一条铁路</a><p>记者从现场了解到，活动吸引了数千名市民参与，大家纷纷表示收获满满。</p>",
        {"body": "你站在沙的尽头\n像一句没有说完的话\n雪水从昆仑来\n带着石头的体温"},
    ),
    "a table of data in a cell of a table that lays out the page": (
        f"{P}<table><tr><td>{B}<table><tr><th>地区<th>岗位<tr><td>喀什<td>98%</table></td></tr></table>{E}",
        {"body": BB + "\n地区\t岗位\n喀什\t98%"},
    ),
    "cells with several lines": (
        f"{P}<table><tr><td>{B}</td><td>喀什</td></tr></table>{E}",
        {"body": BB + "\n喀什"},
    ),
    "an <embed> without end tag": (
        f"{P}<div><embed src=a.swf>{B}</div>{E}",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "text hidden by its size": (
        f"{P}<div style='height:0;overflow:hidden'>在线看片，免费下载。</div>{B}<div style='overflow:hidden;width:1px'>在线看片，免费下载。</div>{E}",
        {"body": BB},
    ),
    "a box of fixed height": (
        f"{P}<div style='height:100px;overflow:hidden'>{B}</div>{E}",
        {"body": BB},
    ),
    "a text whose paragraphs are the rows of a table": (
        f"{P}<table><tr><td><img src=1.jpg></td></tr><tr><td>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</td></tr><tr><td>目前已有3.2万人次使用。</td></tr></table>{E}",
        {"body": BB},
    ),
    "preformatted lines that end no sentence, and one that was wrapped": (
        f"{P}<pre>\n    胡杨\n    你站了三千年\n据了解，该平台汇集岗位十二万六千个，服务各族群众就业，\n并且还要扩容。\n</pre>{E}",
        {
            "body": "胡杨\n你站了三千年\n据了解，该平台汇集岗位十二万六千个，服务各族群众就业，并且还要扩容。"
        },
    ),
    "a salutation in a table that lays the page out": (
        f"<title>{T}</title><table><tr><td>{T}</td></tr><tr><td>2025-03-19 19:38 来源：天山网</td></tr><tr><td><p>同志们：</p>{B}</td></tr></table>{E}",
        {"title": T, "body": "同志们：\n" + BB},
    ),
    "a question with which the text begins, in narrow type": (
        f"{P}<p>记者:平台有哪些岗位?</p>{B}{E}",
        {"body": "记者:平台有哪些岗位?\n" + BB},
    ),
    "empty cells of a table of data": (
        f"{P}{B}<table><tr><td></td><td>2024年</td><td>2025年</td></tr><tr><td>岗位</td><td>&nbsp;</td><td>12.6万</td></tr></table>{E}",
        {"body": BB + "\n\t2024年\t2025年\n岗位\t\t12.6万"},
    ),
    "empty cells that only lay a table out": (
        f"{P}{B}<table><tr><td width=10></td><td>岗位</td><td>12.6万</td></tr><tr><td></td><td>人次</td><td>3.2万</td></tr></table>{E}",
        {"body": BB + "\n岗位\t12.6万\n人次\t3.2万"},
    ),
    "names in a row, what is known of them in brackets": (
        f"{P}{B}<p>刘　芳（女）　　刘　翔　　李　斌</p>{E}",
        {"body": BB + "\n刘　芳（女）　　刘　翔　　李　斌"},
    ),
    "verse between pictures with captions": (
        f"{P}<p align=center><img src=1.jpg></p><p align=center>会议现场</p><p align=center>雪从山顶走下来<br>走成一条河<br>河走进田里<br>田就醒了</p><p align=center><img src=2.jpg></p><p align=center>刘翔摄</p>{E}",
        {"body": "雪从山顶走下来\n走成一条河\n河走进田里\n田就醒了"},
    ),
    "an address that the text gives in a line of its own": (
        f"{P}<p>　　报名网址：</p><p>　　<a href='http://www.job.example/'>http://www.job.example/</a></p>{B}{E}",
        {"body": f"报名网址：\nhttp://www.job.example/\n{BB}"},
    ),
    "one sentence without a full stop": (
        f"{P}<p>　　市气象局提醒市民：雪天路滑，请注意出行安全</p>{E}",
        {"body": "市气象局提醒市民：雪天路滑，请注意出行安全"},
    ),
    "an attachment, a table, and when a law was passed below pictures": (
        f"{P}<p align=center><img src=1.jpg></p><p align=center>（2025年1月16日自治区第十四届人民代表大会第三次会议通过）</p><p>　　本条例自公布之日起施行。</p><center><img src=2.jpg></center><table><tr><td>序号</td><td>姓名</td></tr></table><p>　　附件如下。</p><p align=center><img src=3.jpg></p><div><a href=a.doc>申报表.doc</a></div>{E}",
        {
            "body": "（2025年1月16日自治区第十四届人民代表大会第三次会议通过）\n本条例自公布之日起施行。\n序号\t姓名\n附件如下。\n申报表.doc"
        },
    ),
    "a bold heading and the day of an announcement below pictures": (
        f"{P}{B}<p align=center><img src=1.jpg></p><p align=center><b>——一条路，连通山里山外</b></p>{B}<p align=center><img src=2.jpg></p><p align=right>2025年3月19日</p>{E}",
        {"body": f"{BB}\n——一条路，连通山里山外\n{BB}\n2025年3月19日"},
    ),
    "tables below pictures, one with a heading and its unit": (
        f"{P}<p align=center><img src=1.jpg></p><p align=center>图为市民求职。</p>{B}<p align=center><img src=2.jpg></p><p align=center>主要指标</p><p align=right>单位：亿元</p><p align=center><img src=3.jpg></p><table align=center><tr><td align=center>指标</td><td align=center>总量</td></tr></table>{E}",
        {"body": f"{BB}\n主要指标\n单位：亿元\n指标\t总量"},
    ),
    "the chapters of a law, a picture above one": (
        f"{P}<p align=center>第一章　总则</p>{B}<p align=center><img src=1.jpg></p><p align=center>第二章　监督管理</p>{B}{E}",
        {"body": f"第一章　总则\n{BB}\n第二章　监督管理\n{BB}"},
    ),
    "a list of items below the only paragraph": (
        f"{P}<div><p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><ul><li>进入支付宝</li><li>点击城市服务</li><li>填写姓名</li></ul></div>{E}",
        {
            "body": "据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n进入支付宝\n点击城市服务\n填写姓名"
        },
    ),
    "a table of vacancies, one of them an editor's": (
        f"{P}{B}<table><tr><td>岗位</td><td>人数</td><td>条件</td></tr><tr><td>新媒体编辑</td><td>3</td><td>有经验</td></tr><tr><td>编辑</td><td>若干</td><td>本科</td></tr></table>{B}<p>新ICP备11000096号</p>",
        {
            "editors": [],
            "body": f"{BB}\n岗位\t人数\t条件\n新媒体编辑\t3\t有经验\n编辑\t若干\t本科\n{BB}",
        },
    ),
    "a table above the first paragraph, what it shows above it": (
        f"{P}<p>各地数据如下：</p><table><tr><td>喀什</td><td>12</td></tr><tr><td>伊犁</td><td>15</td></tr></table>{B}{E}",
        {"body": f"各地数据如下：\n喀什\t12\n伊犁\t15\n{BB}"},
    ),
    "a text that a program wrote": (f"{P}<div>{B}<p>（本文由AI生成）</p></div>{E}", {"body": BB}),
    "a text that begins with its contents and who is in it, in elements of their own": (
        f"{P}<div><ul><li>缘起</li><li>苦练</li><li>登顶</li></ul><p><span>主持</span><span>嘉宾</span><span>导师</span></p>{B}<p>{LONG}</p></div>{E}",
        {"body": f"缘起\n苦练\n登顶\n主持嘉宾导师\n{BB}\n{LONG}"},
    ),
    "a sentence on manners on the web": (
        f"{P}<p>文明上网，人人有责。</p>{B}{E}",
        {"body": f"文明上网，人人有责。\n{BB}"},
    ),
    "a verse of one character, indented": (
        f"{P}<p>　　雪</p><p>　　落在毡房上</p><p>　　落在羊背上</p>{E}",
        {"body": "雪\n落在毡房上\n落在羊背上"},
    ),
    "short paragraphs that hold a full stop above a dateline at the end": (
        f"<title>{T}</title><h1>{T}</h1><p>平台连着你和我。——刘翔</p><p>岗位就在家门口。——万平</p><div>来源：天山网　2025-03-19 19:38</div>{E}",
        {"subtitle": None, "body": "平台连着你和我。——刘翔\n岗位就在家门口。——万平"},
    ),
    "parts of a text that are elements with a link each": (
        f"{P}<div>"
        + "".join(
            f"<section><h3>{part}</h3><p>平台的第{part}已经开通。</p><p><a href=a.shtml>详情</a></p></section>"
            for part in ("一号窗口", "二号窗口", "三号窗口")
        )
        + f"</div>{E}",
        {
            "body": "一号窗口\n平台的第一号窗口已经开通。\n二号窗口\n平台的第二号窗口已经开通。\n三号窗口\n平台的第三号窗口已经开通。"
        },
    ),
    "media in elements of their own within a sentence": (
        f"{P}{B}<p><span>微信</span>、<span>微博</span>、<span>抖音</span><span>都能打开平台</span></p>{B}{E}",
        {"body": f"{BB}\n微信、微博、抖音都能打开平台\n{BB}"},
    ),
    "a part of a text that says that it is over, the next below it": (
        f"{P}<p>　　{LONG}</p><p>（完）</p><p>　　{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "verse quoted among indented paragraphs": (
        f"{P}<div><p>　　{LONG}</p><blockquote><p>大漠孤烟直</p><p>长河落日圆</p></blockquote><p>　　{LONG}</p></div>{E}",
        {"body": f"{LONG}\n大漠孤烟直\n长河落日圆\n{LONG}"},
    ),
    "a text that is all short parts with a link each": (
        f"{P}<div>"
        + "".join(
            f"<section><h3>{part}</h3><p>平台的第{part}已经开通</p><p><a href=a.shtml>详情</a></p></section>"
            for part in ("一号窗口", "二号窗口", "三号窗口")
        )
        + f"</div>{E}",
        {
            "body": "一号窗口\n平台的第一号窗口已经开通\n二号窗口\n平台的第二号窗口已经开通\n三号窗口\n平台的第三号窗口已经开通"
        },
    ),
    "captions behind an arrow that are the text": (
        f"{P}<div>"
        "<p align=center><img src=a.jpg></p><p align=center>△平台的窗口前，人来人往。</p>"
        f"<p align=center><img src=b.jpg></p><p align=center>△平台的大厅里。</p></div>{E}",
        {"body": "平台的窗口前，人来人往。\n平台的大厅里。"},
    ),
    "a table of data above one paragraph in an element of its own": (
        f"{P}<div><table><tr><td>品名</td><td>规格</td><td>今日</td></tr><tr><td>土豆</td><td>一级</td><td>2.10</td></tr></table><section><p>{LONG}</p></section><section>来源 | 天山网</section><section>编辑 | 刘芳</section></div>",
        {"body": f"品名\t规格\t今日\n土豆\t一级\t2.10\n{LONG}"},
    ),
    "a text that stands above headline and dateline": (
        f"<title>{T}</title><div>{B}<p>{LONG}</p></div><div><h1>{T}</h1>{D}</div><ul><li><a href=/>首页</a></li><li><a href=/v/>视频</a></li></ul><div>关于我们 | 联系我们</div>",
        {"body": f"{BB}\n{LONG}"},
    ),
    "an ellipsis as a paragraph, each in a section of its own": (
        f"{P}<div><section><p>两位老邻居吵得面红耳赤。</p></section><section><p>“都坐下，先吃串葡萄。”人民调解员笑着说。</p></section><section><p>……</p></section><section><p>日头偏西，两只手握在了一起。</p></section><section>来源 | 天山网</section><section>编辑 | 刘芳</section></div>",
        {
            "body": "两位老邻居吵得面红耳赤。\n“都坐下，先吃串葡萄。”人民调解员笑着说。\n……\n日头偏西，两只手握在了一起。"
        },
    ),
    "a digest all of whose paragraphs are broken off above the texts that they are cut from": (
        f"{P}<div><p><b>就业</b></p><p>　　{LONG[:-1]}……<a href=/c/1.html>[详细]</a></p>"
        f"<p><b>杏花</b></p><p>　　{FIRST}，{SECOND}……<a href=/c/2.html>[详细]</a></p></div>{E}",
        {"body": f"就业\n{LONG[:-1]}……[详细]\n杏花\n{FIRST}，{SECOND}……[详细]"},
    ),
    "a text of one short sentence": (
        f"{H}<p>平台今日上线。</p>",
        {"title": T, "body": "平台今日上线。"},
    ),
    "a text of a long line without a full stop": (
        f"{H}<p>{'平台汇集岗位，' * 6}服务各族群众就业</p>",
        {"title": T, "body": f"{'平台汇集岗位，' * 6}服务各族群众就业"},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
