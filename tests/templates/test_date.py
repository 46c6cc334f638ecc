"""Which of the dates on a page is that of publication."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from tests.templates.page import ADDRESS, BB, FIRST, LONG, B, D, E, P, T, Template, check

TEMPLATES: dict[str, Template] = {
    "a day right before the source above the headline, an hour among the comments": (
        f"<title>{T}_天山网</title><div>2025年03月19日<i></i>来源：天山网<i></i>浏览：87</div><h1>{T}</h1>{B}{E}<h4>网友评论</h4><div><b>网友</b><i>2025-03-20 11:02</i><p>点赞！</p></div>",
        {"body": BB, "source": "天山网", "published_raw": "2025年03月19日"},
    ),
    "a day beside a link to the source, label and all, an hour among the comments": (
        f"<title>{T}_天山网</title><div><a href=http://www.xjdaily.com>来源：天山网-新疆日报原创</a> 2025-03-19</div><div>{T}</div>{B}{E}<h4>网友评论</h4><div><b>网友</b><i>2025-03-20 11:02</i><p>点赞！</p></div>",
        {"body": BB, "source": "天山网-新疆日报", "original": True, "published_raw": "2025-03-19"},
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
    "a day by itself above the first hour of a text": (
        f'<title>{T}_天山网</title><meta name=PubDate content="2025-03-19 19:38:42"><h1>{T}</h1><div>3月19日</div><div><p><b>06:40</b></p>{B}<p><b>08:00</b></p>{B}</div>{E}',
        {"published_raw": "2025-03-19 19:38:42", "body": f"06:40\n{BB}\n08:00\n{BB}"},
    ),
    "a dateline below the body": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{B}<p>来源：天山网　2025-03-19 19:38</p>{E}",
        {"title": T, "body": BB, "source": "天山网", "published_raw": "2025-03-19 19:38"},
    ),
    "a text that opens with a source and an hour, below an account’s name and the dateline": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p><span>天山网</span><span>2025-03-19 19:38</span></p><p>2025-03-19 19:38:42　来源: 天山网</p><p>来源：自治区气象台 2025年3月19日 10:00发布</p><p>{LONG}</p>{E}",
        {
            "subtitle": None,
            "published_raw": "2025-03-19 19:38:42",
            "body": f"来源：自治区气象台 2025年3月19日 10:00发布\n{LONG}",
        },
    ),
    "a date that only an attribute states": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p><time datetime='2025-03-19T19:38:42+08:00'>3小时前</time> 来源：新疆日报</p>{B}{E}",
        {"published_raw": "2025-03-19T19:38:42+08:00", "source": "新疆日报", "body": BB},
    ),
    "a date as JSON-LD for Baidu": (
        f"<title>{T}_天山网</title><script type=application/ld+json>{{'@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld', \"pubDate\": \"2025-03-19T19:38:42\"}}</script><h1>{T}</h1>{B}{E}",
        {"published_raw": "2025-03-19T19:38:42", "body": BB},
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
    "who published a document, in a line of particulars above another that is no date of it": (
        f"<title>{T}</title><h1>{T}</h1><p>发布机构：自治区人力资源和社会保障厅</p><p>失效日期：2027-03-31</p><p>发布日期：2025-03-19</p><div><p>　　{LONG}</p><p>　　{LONG}</p></div>",
        {
            "subtitle": None,
            "source": "自治区人力资源和社会保障厅",
            "published_raw": "2025-03-19",
            "body": f"{LONG}\n{LONG}",
        },
    ),
    "a date of change before that of publication": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>更新时间：2025-03-20 08:00 发布时间：2025-03-19 19:38 来源：天山网</div>{B}{E}",
        {"published_raw": "2025-03-19 19:38"},
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
    "a year whose first digit was eaten": (
        f"<title>{T}</title><h1>{T}</h1><div>新疆日报。\ufffd025年3月19日 下午7:38</div>{B}{E}",
        {
            "title": T,
            "source": "新疆日报",
            "published_at": datetime(2025, 3, 19, 11, 38, tzinfo=timezone.utc),
        },
    ),
    "a medium among dots beside the date": (
        f"<title>{T}</title><div>{T}</div><div><span>霍尔果斯市融媒体中心</span><i> · </i><span>2025-03-19</span><i> · </i><span>阅读 3021</span></div>{B}{E}",
        {"source": "霍尔果斯市融媒体中心", "published_raw": "2025-03-19", "body": BB},
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
    "a day below a signature": (
        f"<title>{T}</title><h1>{T}</h1><small>[ 新疆财政 ] [ 2025-03-19 ]</small><p>　　各位企业家：</p><p>　　衷心祝愿大家万事如意！</p><p>　　自治区财政厅</p><p>　　2025年3月19日</p>{E}",
        {
            "source": "新疆财政",
            "published_raw": "2025-03-19",
            "body": "各位企业家：\n衷心祝愿大家万事如意！\n自治区财政厅\n2025年3月19日",
        },
    ),
    "a date without 来源 below a hot list with dates and sources": (
        "<title>澳门新葡京-"
        + T
        + "</title><h1>澳门新葡京</h1><div><a href=a.html>新增一条铁路</a><p>来源：新华网 2025-01-02</p></div><div><a href=b.html>新增两条铁路</a><p>来源：新华网 2025-01-01</p></div>"
        f"<div>{T}</div><div>自治区人力资源和社会保障厅 发布于 2025-03-19 19:38</div>{B}{E}",
        {"title": T, "published_raw": "2025-03-19 19:38", "body": BB},
    ),
    "a body that opens with when and where": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19 12:00</div><p>时间：3月19日20:00</p><p>地点：新疆人民剧场</p>{B}{E}",
        {
            "published_raw": "2025-03-19 12:00",
            "body": f"时间：3月19日20:00\n地点：新疆人民剧场\n{BB}",
        },
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
    "the headline far above a dateline at the end": (
        f"<title>{T} 助力各族群众就业_天山网</title><p>{T} 助力各族群众就业</p>{f'<p>{LONG}</p>' * 16}<p>就业服务平台</p>{D}",
        {"title": f"{T} 助力各族群众就业"},
    ),
    "a date of what the text is about, and one set as a calendar": (
        f"<title>{T}</title><h1>{T}</h1><div><b>19</b><i>2025-03</i></div><div>来源：天山网</div><p>开奖日期：2023年4月23日</p>{B}{E}",
        {
            "published_at": datetime(2025, 3, 18, 16, tzinfo=timezone.utc),
            "source": "天山网",
            "body": "开奖日期：2023年4月23日\n" + BB,
        },
    ),
    "a bulletin that opens with its time, below a dateline without a source": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 12:37:42</p><p>新疆气象台2025年3月18日18时00分发布寒潮蓝色预警信号：</p>{B}{E}",
        {"published_raw": "2025-03-19 12:37:42", "source": None},
    ),
    "an hour before PM": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 07:38 PM 来源：天山网</p>{B}{E}",
        {"published_at": datetime(2025, 3, 19, 11, 38, tzinfo=timezone.utc), "source": "天山网"},
    ),
    "a date that only the state council’s <meta> states": (
        f"<title>{T}</title><meta name=firstpublishedtime content='2025-03-19-23:59:59'><h1>{T}</h1>{B}<div>链接：</div><ul><li><a href=http://www.npc.gov.cn/>全国人大</a></li><li>|</li><li><a href=http://www.court.gov.cn/>最高人民法院</a></li></ul><p>版权所有：天山网</p>",
        {"published_raw": "2025-03-19", "body": BB},
    ),
    "when an event takes place, right below the dateline": (
        f"{P}<p>时间：3月18日上午10时</p>{B}{E}",
        {"published_raw": "2025-03-19 19:38:42", "body": f"时间：3月18日上午10时\n{BB}"},
    ),
    "comments with day and hour below a credit that names the source": (
        f"<title>天山网</title><p align=center><b>{T}</b></p><div>发布：2025年3月19日</div><div>来源：新疆日报</div>{B}<p>来源：新疆日报　编辑：刘芳</p><p>（刊用本网站稿件，务经书面授权。未经授权禁止转载。）</p><div><span>最新评论</span><p><b>来客</b><span>2025-03-19 23:10</span></p><p>这个平台好。</p></div>",
        {"title": T, "published_raw": "2025年3月19日", "body": BB},
    ),
    "when and where an event is, above a date alone": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19</div><p>时间：2025-03-25 10:30</p><p>地点：国际会展中心</p>{B}{E}",
        {"published_raw": "2025-03-19"},
    ),
    "comments right below a source at the end of the text": (
        f"<title>天山网</title><p align=center><b>{T}</b></p><div>发布：2025-03-19</div><div>来源：新疆日报</div>{B}<p>来源：新疆日报</p><div><span>最新评论</span><p><b>来客</b><span>2025-03-19 23:10</span></p><p>这个平台好。</p></div>",
        {"title": T, "published_raw": "2025-03-19", "body": BB},
    ),
    "a date among fields without labels, each in an element of its own": (
        f"<title>{T}</title><h1>{T}</h1><div><span>原创</span><span>刘翔</span><a>就业零距离</a><em>2025-03-19 19:38</em><em>新疆</em><span>听全文</span></div>{B}{E}",
        {"published_raw": "2025-03-19 19:38", "original": True, "body": BB},
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
    "neighbours with their titles first and their hours, the dateline with a link": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><a href=/author/1>自治区科学技术协会</a> <span>•</span> <time>2025年3月19日</time> <span>•</span> <a href=/yw/>要闻</a> <span>•</span> 阅读 1234</div>{B}<p>原创文章，作者：天山网，如若转载，请注明出处：https://m.euiu.cn/1.html</p><div><a href=/2.html>古道西风</a> <span>« 上一篇</span> <span>2025年3月18日 上午9:30</span></div><div><a href=/3.html>大漠孤烟</a> <span>下一篇 »</span> <span>2025年3月20日 下午3:12</span></div>",
        {"body": BB, "source": "自治区科学技术协会", "published_raw": "2025年3月19日"},
    ),
    "an hour beside a link and a medium below a text, its own date without one": (
        f"<title>{T}</title><h1>{T}</h1><div>2025-03-19</div>{B}<p><a href=/xwzx/szxw/202503/t20250318_1.shtml>杏花开了</a> 天山网 2025-03-18 10:11</p>{E}",
        {"body": BB, "published_raw": "2025-03-19", "source": None},
    ),
    "a date among links, stated unseen too": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19T19:38:42+08:00'><h1>{T}</h1><div><span>2025年03月19日19:38</span>&nbsp; <a href=/x>石榴花</a> <a href=/y>我有话说(<span>1307</span>人参与)</a> <a href=/z>说说这事</a></div>{B}{E}",
        {"published_raw": "2025年03月19日19:38", "body": BB},
    ),
    "a signature above the source, both below the text": (
        f"<title>{T}</title><h1>{T}</h1><div><span>编辑部</span> <a href=#>伊宁市人民政府办公室</a> <em>2025-03-19 19:38</em> <em>新疆</em></div>{B}<p>特此通知。</p><p>伊宁市人民政府办公室</p><p>2025年3月18日</p><p>来源：伊宁市人民政府办公室</p>",
        {
            "published_raw": "2025-03-19 19:38",
            "body": f"{BB}\n特此通知。\n伊宁市人民政府办公室\n2025年3月18日",
        },
    ),
    "a letter and its answer, each with its moment": (
        f"<title>{T}</title><h2>{T}</h2><table><tr><td>来信人</td><td>张**</td><td>来信时间</td><td>2025-03-17 10:22</td></tr></table><div>{B}</div><div><p>{LONG}</p></div><table><tr><td>回复单位：自治区人社厅</td><td>回复时间：2025-03-19 19:38</td></tr></table>",
        {"published_raw": "2025-03-19 19:38", "source": "自治区人社厅"},
    ),
    "when a speech was held between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><h4>（2025年3月18日）</h4><div>2025-03-19 08:00 来源：天山网</div><div>{B}{B}</div>{E}",
        {"subtitle": None, "published_raw": "2025-03-19 08:00", "body": f"{BB}\n{BB}"},
    ),
    "how long ago and by whom the text was published, the moment unseen": (
        f'<title>{T}</title><script type="application/ld+json">{{"datePublished":"2025-03-18T23:30:00Z"}}</script>'
        f"<h1>{T}</h1><div><span>伊犁日报</span><span>2 小时 前发布</span></div><div><p>{LONG}</p></div>{E}",
        {"body": LONG, "source": "伊犁日报", "published_raw": "2025-03-18T23:30:00Z"},
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
    "a day from which on something is in force, the moment of publication unseen": (
        f'<title>{T}</title><meta property="og:published_time" content="2025-03-17 19:38"><h1>{T}</h1><p>{LONG[:-1]}，要点如下：</p><p>稳岗返还</p><p>创业担保</p><p>以上政策自2025年4月1日起施行</p>',
        {"published_raw": "2025-03-17 19:38"},
    ),
    "a date that links to its own page": (
        f"<title>{T} – 边城笔记</title><h1>{T}</h1><div>发布于 <a href={ADDRESS}>2025 年 3 月 12 日</a></div>{B}{B}",
        {"published_raw": "2025 年 3 月 12 日", "body": f"{BB}\n{BB}"},
    ),
    "a page whose title element names an office alone, other fields beside the date": (
        f"<title>塔城地区教育局</title><p align=center>{T}开通</p><p align=center>发布时间：2025-03-12　点击数：12　作者：自治区文化和旅游厅</p>{B}<p>（来稿单位：自治区人社厅）</p>{E}",
        {"title": f"{T}开通", "published_raw": "2025-03-12", "body": BB},
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
    "a calendar that shows the day before that of the address": (
        f"<title>{T}_天山网</title><div><div>18</div><div>2025-03</div></div><h1>{T}</h1><div>来源：天山网</div>{B}{E}",
        {"published_raw": "18 2025-03", "source": "天山网", "body": BB},
    ),
    "a date that is stated unseen, the headline again as a link in a list far below": (
        f"<title>{T}_天山网</title><meta name=PubDate content='2025-03-19 19:38'><h1>{T}</h1>{B}{E}<ul><li><a href={ADDRESS}>{T}</a></li></ul><p>张柱发表在《<a href=/a>{FIRST}，各地游客纷至沓来，农家乐生意红火</a>》，“我们去过那里，风景很美，值得一看，明年还要再去。”</p>",
        {"title": T, "body": BB},
    ),
    "an address between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><div>http://www.TS.cn</div><div>2025-03-19 19:38:42</div>{B}{E}",
        {"subtitle": None, "published_raw": "2025-03-19 19:38:42", "body": BB},
    ),
    "a number between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><div><b>文件编号：</b><span>XJ-000126/2025</span></div><div><b>发布日期：</b><span>2025-03-19</span></div>{B}{E}",
        {"subtitle": None, "published_raw": "2025-03-19", "body": BB},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
