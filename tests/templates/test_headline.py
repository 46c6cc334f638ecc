"""What of a page is its headline: headings, the title element, spam before it, marks beside it."""

from __future__ import annotations

import pytest

from tests.templates.page import (
    ADDRESS,
    BB,
    BOX,
    FIRST,
    LISTED,
    LONG,
    SECOND,
    B,
    D,
    E,
    H,
    T,
    Template,
    check,
)
from tsnet.text.titles import strip_site_name

TEMPLATES: dict[str, Template] = {
    "buttons in one line with the headline below the dateline": (
        f"<title>{T}_天山网</title>{D}<strong>{T}</strong><span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span><span>打印</span>{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "buttons in one line with the headline above the dateline": (
        f"<title>{T}_天山网</title><b>{T}</b><span>分享到</span><a>微信</a><a>微博</a>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "the headline behind its label below the text, as systems set it with the address": (
        f"{H}<div>{B}<p>本文标题：{T}</p><p>本文链接：{ADDRESS}</p></div>{E}",
        {"title": T, "body": BB},
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
    "a headline in bold above the day of a speech, under a title that names the site": (
        f"<title>天山网</title><p align=center><b>{T}</b></p><p align=center><b>（2024年9月10日）</b></p>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline in bold above by whom a law was passed, under a title that names the site": (
        f"<title>天山网</title><p align=center><b>{T}</b></p><p align=center><b>（自治区第十四届人民代表大会常务委员会第十次会议通过）</b></p>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "the headline as a picture, a bold motto above the dateline": (
        f"<title>{FIRST}_天山网</title><img src=t.png><b>新疆新闻门户 权威媒体发布</b>{D}{B}{E}",
        {"title": FIRST, "body": BB},
    ),
    "a short title that names the site by no known word, nothing bold": (
        f"<title>边城热土</title><div>欢迎光临</div><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
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
    "a great heading that opens as a counter does, under a title that names the site": (
        f"<title>天山网手机版</title><h1>评论：{T}</h1>{D}{B}{E}",
        {"title": f"评论：{T}", "body": BB},
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
    "a headline that opens like a button": (
        f"<title>国产精品_扫码前先想一想：警方提醒谨防“二维码骗局”_天山网</title><h1><a href=//spam.example>国产精品</a></h1><h2>扫码前先想一想：警方提醒谨防“二维码骗局”</h2>{D}{B}{E}",
        {"title": "扫码前先想一想：警方提醒谨防“二维码骗局”", "body": BB},
    ),
    "a short headline in a table of particulars below the name of an office": (
        f"<title>诗二首-自治区人社厅</title><table><tr><td>发布机构</td><td>自治区人社厅</td></tr><tr><td>名 称</td><td>诗二首</td></tr><tr><td>发布日期</td><td>2025-03-19</td></tr></table><h2>诗二首</h2>{B}{E}",
        {"title": "诗二首", "source": "自治区人社厅", "body": BB},
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
    "spam as the only thing in the title element beside the site": (
        f"<title>国产精品-日韩影院,天山网</title><h1><a href=//spam.example>国产精品</a></h1><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a heading that reads like a button above a title element that names the site": (
        f"<title>天山网</title><h1>扫码前先想一想：警方提醒谨防“二维码骗局”</h1>{D}{B}{E}",
        {"title": "扫码前先想一想：警方提醒谨防“二维码骗局”", "body": BB},
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
    "a headline that opens with a date": (
        f"<title>2025年3月19日天气_天山网</title><h1>2025年3月19日天气</h1>{D}{B}{E}",
        {"title": "2025年3月19日天气", "published_raw": "2025-03-19 19:38:42"},
    ),
    "a channel as the only heading": (
        f"<title>{T}三年服务百万人次_天山网</title><h1>时政新闻</h1>{D}{B}{E}",
        {"title": T + "三年服务百万人次", "body": BB},
    ),
    "a line above the headline": (
        f"<title>{T}_天山网</title><p>自治区人社厅</p><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "body": BB},
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
    "a title element that names the site alone": (
        f"<title>天山网-新疆门户网站</title><p align=center><b>{T}</b></p>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a source that reads as no medium, above the date": (
        f"<title>{T}</title><h1>{T}</h1><div>健康新疆</div><div>2025-03-19 19:38</div>{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
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
    "a <title> that names the kind of page": (
        f"<title>新闻内容页</title><div>{T}</div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline of one character": (
        f"<title>雪_天山网</title><h1>天山网</h1><h2>雪</h2>{D}{B}{E}",
        {"title": "雪", "body": BB},
    ),
    "a headline of two characters that is no heading": (
        f"<title>更正-天山网</title><div>2025-03-19 19:38 来源：天山网</div><p><b>更正</b></p>{B}{E}",
        {"title": "更正", "body": BB},
    ),
    "a headline that begins with the name of the site": (
        f"<title>天山网推出新栏目_天山网</title><h1>天山网推出新栏目</h1>{D}{B}{E}",
        {"title": "天山网推出新栏目", "body": BB},
    ),
    "a headline below the channel’s, which <title> names alone": (
        f"<title>新闻动态--天山网官网</title><h3>首页 - 新闻动态</h3><h5>{T}</h5><p>发布时间：2025-03-19 来源：新疆日报</p>{B}<h4>最新动态</h4><ul><li><a href=a>伊犁河谷杏花盛开迎客来</a></li></ul><p>版权所有：天山网</p>",
        {"title": T, "body": BB},
    ),
    "a headline in three lines that <title> has in one": (
        f"<title>新疆上线　就业服务平台让更多人就业_天山网</title><p><b>新疆上线<br>就业服务平台<br>让更多人就业</b></p>{D}{B}{E}",
        {"title": "新疆上线就业服务平台让更多人就业", "body": BB},
    ),
    "a headline that links to its own page, below a logo that links elsewhere": (
        f"<title>{T}|就业_新闻中心_天山网</title><a href=/><img src=a.jpg></a><div><a href={ADDRESS}>{T}</a></div>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "a headline without an element of its own, which a <br> breaks": (
        f"<title>来信：{T}_天山网</title><strong>来信：<br>{T}</strong>{D}{B}{E}",
        {"title": f"来信：{T}", "body": BB},
    ),
    "the same spam in front of <title> and above a headline below the dateline": (
        f"<title>开云体育app-{T}-天山网</title><h1><a href=http://x.com/>开云体育app</a></h1>{D}<h1>{T}</h1>{B}{E}",
        {"title": T, "body": BB},
    ),
    "no source behind its label, and the headline below it": (
        f"<title>一封家书-新华网</title><div>2025-03-19 19:38:42</div><div>来源：</div><h1>一封家书</h1>{B}{E}",
        {"title": "一封家书", "source": None},
    ),
    "a list of the day’s articles, each with its source, before a short headline": (
        f"<title>更正_天山网</title>{LISTED}<h1>更正</h1><div>2025-03-19 19:38 | 来源：天山网 | 分享</div>{B}{E}",
        {"title": "更正", "source": "天山网", "published_raw": "2025-03-19 19:38", "body": BB},
    ),
    "a list of the day’s articles, each with its source, right below a short text": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>2025-03-19 19:38 | 来源：《新疆画报》 | 分享</div><p>目前已有3.2万人次使用平台，服务各族群众“零距离”就业，就业服务“零距离”，“在家门口就能就业”</p>{LISTED}<p>天山网版权所有</p>",
        {"source": "新疆画报", "published_raw": "2025-03-19 19:38"},
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
    "a short headline in no heading, above a list of the day’s articles": (
        f"<title>警情通报_社会_天山网</title><div>警情通报</div><table><tr><td>2025-03-19 19:38</td><td>来源：天山网</td></tr></table><p>3月1日，民警抓获一名嫌疑人。</p>{LISTED}",
        {"title": "警情通报", "published_raw": "2025-03-19 19:38", "source": "天山网"},
    ),
    "the channel’s name as a heading and in front of the headline in the title element": (
        f"<title>新闻中心 伊犁河谷杏花次第开放</title><h1>新闻中心</h1><p>2025年春</p>{D}{B}{E}",
        {"title": "伊犁河谷杏花次第开放", "body": BB},
    ),
    "a date in the headline, another in an index line": (
        f"<title>2025年3月18日新疆蔬菜价格行情</title><h1>2025年3月18日新疆蔬菜价格行情</h1><div>2025-03-19</div>{B}{E}",
        {"title": "2025年3月18日新疆蔬菜价格行情", "published_raw": "2025-03-19", "body": BB},
    ),
    "a date set like those of the list of articles above it, at the same step": (
        f"<title>天山网</title><div><h3>要闻</h3>{LISTED}</div><h2>{T}</h2><div>来源：新疆日报</div><div>2025-03-19 19:38</div>{B}{E}",
        {"title": T, "source": "新疆日报", "published_raw": "2025-03-19 19:38", "body": BB},
    ),
    "the heading of a list above a headline that is none, where <title> names the site alone": (
        f"<title>天山网</title><div><h3>热点聚焦石榴云推荐</h3>{LISTED}</div><p><b>{T}</b></p><div>来源：新疆日报 2025-03-19 19:38</div>{B}{E}",
        {"title": T, "source": "新疆日报", "body": BB},
    ),
    "a headline that reads like the heading of a list": (
        f"<title>今日要闻 - 本地新闻 - 天山网</title><h1>今日要闻</h1>{D}{B}{E}",
        {"title": "今日要闻", "body": BB},
    ),
    "the mark of an original piece in the headline": (
        f"<title>{T}</title><h1>{T} <span>原创</span></h1>{D}{B}{E}",
        {"title": T, "original": True, "body": BB},
    ),
    "a mark in the headline": (
        f"<title>{T}_天山网</title><h2><span>原创</span>{T}</h2>{D}{B}{E}",
        {"title": T, "original": True, "body": BB},
    ),
    "a button behind the headline, and one that names an author": (
        f"<title>{T} - 新闻速递 - 天山社区</title><h1>{T} <span>[复制链接]</span></h1><div>发表于 2025-03-19 19:38:42 | 只看该作者 | 倒序浏览</div>{B}<div>您需要登录后才可以回帖 登录 | 立即注册</div>",
        {"title": T, "reporters": [], "body": BB},
    ),
    "a headline that ends with a word in brackets": (
        f"<title>{T}（视频）_天山网</title><h1>{T}（视频）</h1>{D}{B}{E}",
        {"title": f"{T}（视频）"},
    ),
    "a byline in a table with the headline, the day and the page of the newspaper above it": (
        f"<title>新疆日报数字报-{T}</title><table><tr><td>2025年03月19日 星期三</td><td><a href=/0318/>上一期</a></td></tr><tr><td>第A02版：要闻</td></tr></table><table><tr><td align=center>{T}</td></tr><tr><td align=center>记者 刘翔</td></tr></table><div>{B}{B}</div>{E}",
        {"title": T, "body": f"{BB}\n{BB}", "reporters": ["刘翔"]},
    ),
    "a mark before the headline that the title element lacks": (
        f"<title>{T} - 玛纳斯县人民政府</title><h1><span>原创</span>{T}</h1>{D}{B}{E}",
        {"title": T, "original": True, "body": BB},
    ),
    "a word of the headline in an element of its own": (
        f"<title>{T}_天山网</title><h1><em>新疆</em>上线就业服务平台</h1>{D}{B}{E}",
        {"title": T, "body": BB},
    ),
    "the number of a document in its table of particulars and in its text": (
        f"<title>{T}</title><table><tr><td>文号</td><td>新政发〔2025〕12号</td><td>发布日期</td><td>2025-03-19</td></tr></table><h1>{T}</h1><div><p>新政发〔2025〕12号</p>{B}{B}</div>{E}",
        {"title": T, "body": f"新政发〔2025〕12号\n{BB}\n{BB}"},
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
    "the kind of document, that <title> ends with, in a table above the date": (
        f"<title>关于上线就业服务平台的通知_天山网</title><ul><li>信息分类：</li><li>通知</li></ul><ul><li>发布日期：</li><li>2025-03-19</li></ul>{'<ul><li>体裁：</li><li>公文</li></ul>' * 5}<h2>关于上线就业服务平台的通知</h2>{B}{E}",
        {"title": "关于上线就业服务平台的通知", "body": BB},
    ),
    "a headline that is no heading below a table of particulars": (
        f"<title>关于上线就业服务平台的通知-天山网</title><div><em>信息分类：</em> <em>通知</em></div><div><em>发布日期：</em> <em>2025-03-19</em></div><div><em>发文日期：</em> <em>2025-03-18</em> <em>生效时间：</em> <em>2025-03-18</em></div><div><em>名称：</em> <em>关于上线就业服务平台的通知</em> <em>体裁：</em> <em>通知</em></div><div><em>有效性：</em> <em>有效</em> <em>主题：</em> <em>就业</em></div><div><em>公开方式：</em> <em>主动公开</em></div><div class=title>关于上线就业服务平台的通知</div><div class=text><div>{BB.replace(chr(10), '</div><div>')}</div></div>{E}",
        {"title": "关于上线就业服务平台的通知", "body": BB},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])


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
    check((f"<title>{tag}</title>{D}{B}{E}", {"title": title}))
