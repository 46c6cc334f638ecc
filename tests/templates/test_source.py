"""Where a text is from: sources with and without label, accounts, tables of particulars."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, FIRST, LONG, B, E, H, T, Template, check, picture

TEMPLATES: dict[str, Template] = {
    "whose editorial it is, below the headline that stands again": (
        f"{H}<h2>{T}</h2><p>新疆日报社论</p><p>{LONG}</p><p>{LONG}</p>{E}",
        {"subtitle": None, "body": f"新疆日报社论\n{LONG}\n{LONG}"},
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
    "icons in the dateline, before the date and before the source": (
        f"<title>{T}</title><h1>{T}</h1><div><img src=/images/clock.png>2025-03-19 19:38:42 <img src=/images/src.png>天山网</div>{B}{E}",
        {"source": "天山网", "images": [], "body": BB},
    ),
    "a source without label that is a museum": (
        f"<title>{T}</title><h1>{T}</h1><div><i>新疆博物馆</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "新疆博物馆", "body": BB},
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
    "a source without label that is an office of the Party": (
        f"<title>{T}</title><h1>{T}</h1><div><i>昌吉州党委组织部</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "昌吉州党委组织部", "body": BB},
    ),
    "a source without label that is the police on the network": (
        f"<title>{T}</title><h1>{T}</h1><div><i>塔城网警</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "塔城网警", "body": BB},
    ),
    "a link to the source behind it": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38 来源：新疆日报 来源链接：<a href=http://a.cn/x>http://a.cn/x</a></p>{B}{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "a series of news, each with its source below it": (
        f"{H}<p><b>春耕有序推进</b></p><p>{LONG}</p><p>（来源：新华社）</p><p><b>口岸通关提速</b></p><p>{LONG}</p><p>（来源：人民日报）</p>{E}",
        {
            "source": "天山网",
            "body": f"春耕有序推进\n{LONG}\n（来源：新华社）\n口岸通关提速\n{LONG}\n（来源：人民日报）",
        },
    ),
    "a button that reads the text aloud, right behind 原创": (
        f"<title>{T}</title><h1>{T}</h1><p>发稿时间：2025-03-19 19:38:42 来源：天山网原创 听新闻</p>{B}{E}",
        {"source": "天山网", "original": True, "body": BB},
    ),
    "an unlabelled source that is an examination authority": (
        f"<title>{T}</title><h1>{T}</h1><div><i>新疆教育考试院</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "新疆教育考试院", "body": BB},
    ),
    "an unlabelled source that is an office of a university": (
        f"<title>{T}</title><h1>{T}</h1><div><i>新疆大学人事处</i> <i>2025-03-19 19:38</i></div>{B}{E}",
        {"source": "新疆大学人事处", "body": BB},
    ),
    "an unlabelled source that is a station": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><span>新疆环境监测总站</span><span>2025-03-19 19:38</span></div>{B}{E}",
        {"source": "新疆环境监测总站", "body": BB},
    ),
    "an account’s name beside the date, the labelled source below the text": (
        f"<title>{T}</title><h1>{T}</h1><div><span>天山网</span> <span>2025-03-19 19:38</span></div>{B}<p>来源：新华社</p>{E}",
        {"source": "新华社", "body": BB},
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
    "a text that opens with a source and an hour, right below the dateline": (
        f"{H}　　来源：自治区气象台 2025年3月19日 10:00发布<br><br>　　{LONG}{E}",
        {"source": "天山网", "body": f"来源：自治区气象台 2025年3月19日 10:00发布\n{LONG}"},
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
    "a text that opens with a source and an hour, below a dateline in several elements": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38:42</div><div>来源: 天山网</div><div>{T}</div><p>　　来源：自治区气象台 2025年3月19日 10:00发布</p><p>　　{LONG}</p>{E}",
        {
            "source": "天山网",
            "published_raw": "2025-03-19 19:38:42",
            "body": f"来源：自治区气象台 2025年3月19日 10:00发布\n{LONG}",
        },
    ),
    "an account’s name, 原创 and the minute above the dateline of a text that is shorter": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p><span>天山网</span><span>原创</span><span>2025-03-19 19:38</span></p><p>2025-03-19 19:38:42　来源: 天山网原创</p><p>3月19日，疏勒县迎来今春第一场雨。</p>{E}",
        {"subtitle": None, "body": "3月19日，疏勒县迎来今春第一场雨。"},
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
    "who publishes it as the only source in a table of particulars": (
        f"<title>{T}_天山网</title><dl><dt>索 引 号</dt><dd>XJ-2025-01</dd><dt>发布机构</dt><dd>自治区人社厅</dd><dt>名 称</dt><dd>{T}</dd><dt>发布日期</dt><dd>2025-03-19</dd></dl><h2>{T}</h2>{B}{E}",
        {"title": T, "source": "自治区人社厅", "published_raw": "2025-03-19", "body": BB},
    ),
    "a headline on a forecast right above the date": (
        f"<title>国产精品视频在线_全区天气预报_天山网</title><div>全区天气预报</div><div>2025-03-19 19:38</div><div>光明日报</div>{B}{E}",
        {"title": "全区天气预报", "source": "光明日报", "body": BB},
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
    "a source set as a lesser heading beside the date": (
        f"<title>{T}|手机新闻</title><article><h1>{T}</h1><div><h2>天山网</h2><time>2025-03-19 19:38</time> <a>关注</a></div>{B}{E}</article>",
        {"title": T, "subtitle": None, "source": "天山网", "body": BB},
    ),
    "an account's picture, its name and what it says of itself above the date": (
        f"<title>{T}</title><h1>{T}</h1><div><img src=/head.jpg><p>新疆日报</p><p>天山南北的新鲜事</p><p>2025-03-19 19:38</p><span>订阅</span></div><div>{B}</div>{E}",
        {"title": T, "subtitle": None, "source": "新疆日报", "body": BB},
    ),
    "a brand that reads as a medium's name above the text, below a source": (
        f"{H}<div>时刻新闻</div><div>—分享—</div><div>{B}</div>{E}",
        {"source": "天山网", "body": BB},
    ),
    "a source below a hotline that ends the text": (
        f"<title>{T}_天山网</title><article><h1>{T}</h1><time>2025-03-19 19:38</time><div>{B}<p>新闻热线：0991-3532125</p></div><footer><p>来源：阿勒泰地区融媒体中心</p><p>责任编辑：刘芳</p></footer></article>",
        {"body": BB, "source": "阿勒泰地区融媒体中心", "editors": ["刘芳"]},
    ),
    "a source and a date, each behind an icon, and counters behind signs": (
        f"<title>{T}_天山网</title><h2>{T}</h2><ul><li><img src=/i/src.png width=12>光明日报<li><img src=/i/time.png width=12>2025-03-19 19:38</ul>{B}<ul><li>👍 59<li>💬 18</ul>{E}",
        {"source": "光明日报", "images": [], "body": BB},
    ),
    "an English source and date": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>Source: Tianshan Net March 19, 2025</div>{B}{E}",
        {"source": "Tianshan Net", "published_raw": "March 19, 2025", "body": BB},
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
    "a medium and a name without labels": (
        f"<title>{T}</title><h1>{T}</h1><div>原创 刘翔 新疆日报 2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆日报", "original": True, "published_raw": "2025-03-19 19:38"},
    ),
    "a source that the text was taken from": (
        f"<title>{T}</title><h1>{T}</h1><div>转自：新疆日报 2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "a table of a document’s particulars": (
        f"<title>{T}</title><table><tr><td>索 引 号<td>010110/2025-00031<td>主题分类<td>综合政务<tr><td>来　　源<td>新疆科技厅<td>成文日期<td>2020年01月01日<tr><td>标　　题<td>{T}<td>发文字号<td>新政办发〔2025〕32号<tr><td>发布日期<td>2025年03月19日</table><h1>{T}</h1>{B}{E}",
        {"source": "新疆科技厅", "subtitle": None, "published_raw": "2025年03月19日", "body": BB},
    ),
    "a source below the text, cut by elements": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38</div>{B}<p><span>(来源:健</span><span>康新疆)</span></p>{E}",
        {"source": "健康新疆", "body": BB},
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
    "the unit of a counter that a script writes": (
        f"<title>{T}</title><h1>{T}</h1><div><small>时间:</small>2025-03-19 <small>来源:</small>天山网 <small>点击:</small><script src=c.js></script>次</div>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "fields in brackets": (
        f"<title>{T}</title><h1>{T}</h1><div>[2025-03-19 19:38]　[来源：新疆日报]　原创</div>{B}{E}",
        {"source": "新疆日报", "original": True, "body": BB},
    ),
    "原创 before the source in a line of its own": (
        f"<title>{T}</title><h1>{T}</h1><div><span>原创</span><span>来源：新疆日报</span></div><div>发布：2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆日报", "original": True, "subtitle": None, "body": BB},
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
    "a medium without label, what parts it from the next field lost": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38  新疆日报\ufffd 字号：A- A A+</div>{B}{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "every field of the dateline in a line of its own": (
        f"<title>{T}</title><h1>{T}</h1><ul><li>发表时间：2025-03-19<li>来源于：天山网<li>撰稿：刘翔<li>浏览次数：<span>12</span></ul>{B}{E}",
        {"source": "天山网", "reporters": ["刘翔"], "subtitle": None, "body": BB},
    ),
    "a label of a field that a paragraph parts from the dateline": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19</p><p>据了解，平台汇集岗位。</p><p>信息来源</p><p>自治区人社厅</p>{B}{E}",
        {"source": None},
    ),
    "a long line below the date that ends like an office": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19</p><p>平台汇集岗位十二万个各地人社局</p>{B}{E}",
        {"source": None},
    ),
    "an author of the article and how it was made public": (
        f"<title>{T}</title><h1>{T}</h1><p>文章来源：自治区人社厅 文章作者：刘翔 公开方式：主动公开 2025-03-19</p>{B}{E}",
        {"source": "自治区人社厅", "reporters": ["刘翔"], "body": BB},
    ),
    "a short headline below a table of particulars": (
        f"<title>新和县_新闻频道_天山网</title><table><tr><td>名称<td>新和县<td>发布日期<td>2025-03-19<tr><td>来源<td>天山网<td>有效性<td>有效<tr><td>主题分类<td>综合政务</table><h1>新和县</h1>{B}{E}",
        {"title": "新和县", "source": "天山网", "body": BB},
    ),
    "particulars without value, and more of them than anyone can list": (
        f"<title>{T}</title><h1>{T}</h1><table><tr><td>索 引 号：</td><td>XJ000/2025-00123</td><td>主题分类：</td><td>其他</td></tr><tr><td>发布机构：</td><td>自治区人社厅</td><td>发布日期：</td><td>2025年03月19日</td></tr><tr><td>名　　称：</td><td colspan=3>{T}</td></tr><tr><td>文　　号：</td><td></td><td>体裁：</td><td>消息</td></tr></table>{B}{E}",
        {"title": T, "subtitle": None, "source": "自治区人社厅", "body": BB},
    ),
    "an editor in a list of terms, without a colon": (
        f"<title>{T}</title><h1>{T}</h1><dl><dt>日期</dt><dd>2025-03-19 19:38</dd><dt>来源</dt><dd>天山网</dd><dt>编辑</dt><dd>刘芳</dd></dl>{B}",
        {"source": "天山网", "editors": ["刘芳"], "body": BB},
    ),
    "a source without label that <title> names as well": (
        f"<title>{T}-天山网</title><div>2025-03-19 19:38</div><div>天山网</div><div><a>A+</a><a>A-</a></div><h1>{T}</h1>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "a source that ends in brackets": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38 来源：新疆日报（汉）</p>{B}{E}",
        {"source": "新疆日报（汉）"},
    ),
    "a source between dots": (
        f"<title>{T}</title><h1>{T}</h1><div>发布于 2025-03-19 19:38 · 来源：新疆日报 · 新疆</div>{B}{E}",
        {"source": "新疆日报"},
    ),
    "an edition in the name of a source without label": (
        f"<title>{T}</title><h1>{T}</h1><div><span>喀什日报（汉）</span><em>2025-03-19 19:38</em></div>{B}{E}",
        {"source": "喀什日报（汉）"},
    ),
    "the heading of a list without its links above the source": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42</div>{B}<p>相关新闻</p><p>来源：新疆日报</p>{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "a source in brackets": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：（新疆日报）</div>{B}{E}",
        {"source": "新疆日报"},
    ),
    "an office with a long name above the date": (
        f"<title>{T}</title><h1>{T}</h1><div>新疆维吾尔自治区人民政府网</div><div>2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆维吾尔自治区人民政府网", "subtitle": None, "body": BB},
    ),
    "what is counted behind the source": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网原创 热度 51</div>{B}{E}",
        {"source": "天山网", "original": True},
    ),
    "a link right behind the source": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：人民网<a href=#c>来说几句</a></div>{B}{E}",
        {"source": "人民网"},
    ),
    "particulars without colons between headline and date": (
        f"<title>{T}</title><table><tr><td>名　　称</td><td>{T}</td></tr><tr><td>索 引 号</td><td>65-2024-001</td></tr><tr><td>公开日期</td><td>2025-03-19</td></tr><tr><td>发布机构</td><td>喀什市文旅局</td></tr></table><div>{B}</div>{E}",
        {"title": T, "subtitle": None, "source": "喀什市文旅局", "body": BB},
    ),
    "what is counted behind the source, the space between them lost": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网原创。\ufffd2人看过</div>{B}{E}",
        {"source": "天山网", "original": True},
    ),
    "a label without value at the end of the dateline, an item below it": (
        f"<title>{T}</title><h1>{T}</h1><div><span>2025-03-19 19:38</span> <span>来源：天山网</span> <span>作者：</span></div><p>平台概况</p>{B}{E}",
        {"source": "天山网", "reporters": [], "body": f"平台概况\n{BB}"},
    ),
    "a first paragraph that reads like an office behind its label": (
        f"<title>{T}</title><h1>{T}</h1><div><span>2025-03-19 19:38</span></div><p>　　承办单位：自治区科技厅</p>{B}{E}",
        {"source": None, "body": f"承办单位：自治区科技厅\n{BB}"},
    ),
    "a date in brackets behind the source": (
        f"<title>{T}</title><h1>{T}</h1><div>来源：新疆日报（2025年3月19日）</div>{B}{E}",
        {"source": "新疆日报", "published_raw": "2025年3月19日"},
    ),
    "a counter behind a source that reads as no medium": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 19:38 来源：新疆是个好地方 查看：11</div>{B}{E}",
        {"source": "新疆是个好地方"},
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
    "icons between the fields of a dateline": (
        f"<title>{T}</title><h1>{T}</h1><div><span>来源：天山网</span><img src=/image/logo/clock.png><p>2025-03-19 19:38</p><img src=/image/logo/pen.png><p>记者：刘翔</p></div><p><img src=./W020250319.jpg></p>{B}{E}",
        {
            "subtitle": None,
            "source": "天山网",
            "reporters": ["刘翔"],
            "body": BB,
            "images": [picture("W020250319.jpg")],
        },
    ),
    "a weekly without the name of one": (
        f"<title>{T}</title><h1>{T}</h1><div><span>2025-03-19 19:38</span> <a href=/x>参考消息</a></div>{B}{E}",
        {"source": "参考消息", "body": BB},
    ),
    "a long name of an office beside the date, in an element of theirs": (
        f"<title>{T}</title><div>{T}</div><div><img src=/u.png><div>伊宁市人力资源和社会保障局</div><div>03-19 19:38</div><div>订阅</div></div><div>{B}</div>{E}",
        {"subtitle": None, "source": "伊宁市人力资源和社会保障局", "body": BB},
    ),
    "an office’s name beside the date, which is labelled as the source, too": (
        f"<title>{T}</title><h1>{T}</h1><div><div>伊宁市人力资源和社会保障局</div><div><span>2025-03-19 19:38</span><span>新疆</span></div><div>来源：伊宁市人力资源和社会保障局</div></div><div>{B}</div>{E}",
        {"subtitle": None, "source": "伊宁市人力资源和社会保障局", "body": BB},
    ),
    "an office as the account that published it": (
        f"<title>{T}</title><h1>{T}</h1><div><div><img src=/h.png></div><div><p>自治区文明办</p><p><span>2025-03-19 19:38</span><span>发布于新疆</span></p></div></div><div>{B}{B}</div>{E}",
        {"subtitle": None, "source": "自治区文明办", "body": f"{BB}\n{BB}"},
    ),
    "on which page of a newspaper the text stood, right below the headline": (
        f"<title>{T}</title><p>2025-03-19</p><h2>{T}</h2><p>《新疆日报》（2025年03月19日　第03版：综合）</p><div>{B}{B}</div>{E}",
        {"body": f"{BB}\n{BB}", "subtitle": None, "source": "新疆日报"},
    ),
    "fields parted by strokes that are characters": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025年3月19日丨来源：天山网丨责编：刘芳</div>{B}",
        {"source": "天山网", "editors": ["刘芳"], "body": BB},
    ),
    "fields parted by a drawn stroke": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>来源：天山网 │ 2025-03-19 19:38</div>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "fields in wide brackets": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>［2025-03-19］［来源：天山网］</div>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "a source without colon behind what it comes from": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38 来源于天山网</div>{B}{E}",
        {"source": "天山网", "body": BB},
    ),
    "a mark of what is no original behind the source": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38 来源：新华社 转载</div>{B}{E}",
        {"source": "新华社", "original": False, "body": BB},
    ),
    "that mark in brackets, before the date": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>来源：新疆日报（转载）　2025-03-19 19:38</div>{B}{E}",
        {"source": "新疆日报", "original": False, "body": BB},
    ),
    "a linked source, behind it a dot and the mark of an original": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>来源：<a href=/>天山网</a>·原创　发布时间：2025-03-19 19:38</div>{B}{E}",
        {"source": "天山网", "original": True, "body": BB},
    ),
    "a newspaper between the marks of a title": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38 来源：《新疆日报》原创</div>{B}{E}",
        {"source": "新疆日报", "original": True, "body": BB},
    ),
    "a newspaper between the marks of a title, without a label": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><span>《新疆日报》</span><time>2025-03-19 19:38</time></div>{B}{E}",
        {"source": "新疆日报", "body": BB},
    ),
    "who issued a document, in a list of particulars": (
        f"<title>{T}</title><ul><li>索引号：010203</li><li>发文机关：塔城地区行政公署</li><li>公开日期：2025-03-19</li></ul><h2>{T}</h2>{B}{B}{E}",
        {"source": "塔城地区行政公署", "body": f"{BB}\n{BB}"},
    ),
    "counters of comments in the dateline and below it": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38:42 来源：天山网 跟贴(3)</div><p>评论（2）</p><p align=center>参与(12)</p>{B}{E}",
        {"source": "天山网", "subtitle": None, "body": BB},
    ),
    "the date above the headline, below that a smaller one and another article with its source": (
        f"<title>{T}_天山网</title><div>2025-03-19 19:38</div><h1>{T}</h1><h5>{FIRST}</h5>"
        f"<div><a href=/a.shtml>伊犁河谷花开</a><div>来源：人民网</div></div><div>{B}</div>{E}",
        {"source": None, "body": BB},
    ),
    "a source that the system does not know": (
        f"<title>{T}</title><h2>{T}</h2><div><small>时间:</small>2025-03-19 19:38<small>来源:</small>未知 <small>作者:</small>admin <small>点击:</small>次</div>{B}{E}",
        {"body": BB, "source": None},
    ),
    "who published it in a row of fields, each in its element": (
        f"<title>{T}</title><div><b>信息分类：</b><span>通知</span> <b>发布机构：</b><span>伊宁县教育局</span></div><div><b>发布日期：</b><span>2025-03-19</span> <b>文号：</b></div><h1>{T}</h1>{B}{E}",
        {"source": "伊宁县教育局", "published_raw": "2025-03-19", "body": BB},
    ),
    "an account's name as who published it": (
        f"<title>{T}</title><h1>{T}</h1><div><span>发布者：系统管理员</span> <span>发布时间：2025-03-19</span></div>{B}{E}",
        {"source": None, "published_raw": "2025-03-19", "body": BB},
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
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
