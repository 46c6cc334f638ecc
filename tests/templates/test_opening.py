"""What stands between dateline and text, and how a text may begin."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, LINKS, LONG, B, D, E, H, P, T, Template, check

TEMPLATES: dict[str, Template] = {
    "the day of a diary without its year, centred above its text": (
        f"{H}<p align=center>4月5日　　星期六　　小雨</p><p>　　{LONG}</p><p>　　{LONG}</p>{E}",
        {"subtitle": None, "body": f"4月5日　　星期六　　小雨\n{LONG}\n{LONG}"},
    ),
    "the topic to which a text belongs, between dateline and text": (
        f"{H}<div class=zt>专题：新疆高质量充分就业在行动</div><div><p>{LONG}</p><p>{LONG}</p></div>{E}",
        {"subtitle": None},
    ),
    "a medium and a day without its year between headline and dateline": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>新疆日报 3月19日</div><div>2025-03-19 19:38:42</div>{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a medium and a day without its year below the dateline": (
        f"{H}<p align=center>天山网-新疆日报 03-19 10:20</p><p>　　{LONG}</p>{E}",
        {"title": T, "subtitle": None},
    ),
    "a short abstract behind its label, a player between it and the text": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div><b>[摘要]</b>尊敬的编辑同志：……</div><div><span>正在播放</span><em>00:18</em></div><div><p>　　尊敬的编辑同志：</p><p>　　{LONG}</p><p>　　{LONG}</p></div>{E}</div>",
        {"body": f"尊敬的编辑同志：\n{LONG}\n{LONG}"},
    ),
    "where a talk was held and who was asked, below its time": (
        f"<title>{T}</title><h1>{T}</h1><div>访谈时间：2025-03-19 19:38</div><div>访谈嘉宾：刘翔</div><div>访谈地点：天山网演播室</div><div><h3>访谈实录</h3><p>[主持人] 各位网友大家好。</p><p>[刘翔] {LONG}</p></div>",
        {
            "subtitle": None,
            "body": f"访谈地点：天山网演播室\n访谈实录\n[主持人] 各位网友大家好。\n[刘翔] {LONG}",
        },
    ),
    "how long a recording is, above a text of one paragraph": (
        f"{H}<div><span>收听</span><audio src=/x.mp3></audio><span>00:00/03:21</span></div><section><p>{LONG}</p></section><h3>点击排行</h3><ol>{LINKS}</ol><div><p>您看完此文章的感受是：</p><span>开心 3</span><span>感动 2</span></div>{E}",
        {"body": LONG},
    ),
    "whose the site is on top of a text of short paragraphs": (
        f"{H}<div>版权所有</div><p>　　杏花开了。</p><p>　　游客来了。</p>{E}",
        {"body": "杏花开了。\n游客来了。"},
    ),
    "buttons in brackets beside the date, and a player’s times above a short text": (
        f"<title>{T}_天山网</title><table><tr><td>{T}</td></tr><tr><td><table><tr><td>2025-03-19 19:38:42</td><td>来源: 天山网</td><td>【<a>大</a>】【<a>中</a>】【<a>小</a>】</td></tr></table></td></tr><tr><td><div><video src=/v.mp4></video><button>播放</button><span>00:00</span><span>02:31</span></div><p>{LONG}</p></td></tr></table>{E}",
        {"body": LONG},
    ),
    "a player’s times above the only paragraph, in its element": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div><img src=/avatar.png><div><b>天山网</b><p>2025-03-19 19:38:42 来源: 天山网</p></div><a>+关注</a></div><div><div><video src=/v.mp4></video><button>播放</button><span>00:00</span><span>02:31</span></div><p>{LONG}</p></div>{E}",
        {"body": LONG},
    ),
    "an abstract that the system cut from the text": (
        f"{H}<div>摘要: 据了解，该平台汇集岗位12.6万个，服务各族群众就 ...</div>{B}{E}",
        {"body": BB},
    ),
    "an abstract without label that runs into the second paragraph": (
        f"{H}<div>据了解，该平台汇集岗位12.6万个，服务各族群众就业。目前已...</div>{B}{E}",
        {"body": BB},
    ),
    "an abstract that is all of a text of one sentence": (
        f"{H}<div>{LONG}</div><div>　　{LONG}</div>{E}",
        {"body": LONG},
    ),
    "an abstract with the paragraphs and their indents": (
        f"{H}<div>据了解，该平台汇集岗位12.6万个，服务各族群众就业。　　目前已有3.2万人次</div>{B}{E}",
        {"body": BB},
    ),
    "key points that the system cut from the text": (
        f"{H}<p>核心提示：据了解，该平台汇集岗位12.6万个，服务各族群众就业。目前已……</p>{B}{E}",
        {"body": BB},
    ),
    "a writer's name of two parts below the headline": (
        f"<title>{T}_天山网</title><h1>{T}</h1><div>加孜拉·泥斯拜克</div>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a note on a summary that is not shown": (
        f"{H}<div>新闻摘要由AI生成</div><div>{B}</div>{E}",
        {"subtitle": None, "body": BB},
    ),
    "a summary": (f"{H}<div>摘要：新平台上线。</div>{B}{E}", {"body": "摘要：新平台上线。\n" + BB}),
    "a counter without number before a short paragraph": (
        f"<title>{T}</title><h1>{T}</h1><div>来源：天山网　　发布日期：2025-03-19　　点击数：</div><p>4月1日起，伊宁机场新增两条航线。</p>{E}",
        {"body": "4月1日起，伊宁机场新增两条航线。"},
    ),
    "a mark as the first line below the repeated headline": (
        f"<title>{T}</title>{D}<h1>{T}</h1><p>放假通知</p>{B}{E}",
        {"subtitle": None, "body": "放假通知\n" + BB},
    ),
    "what asks whether to open the reading for the blind, below the dateline": (
        f"{P}<div>是否打开信息无障碍浏览</div><div>{B}</div>{E}",
        {"subtitle": None, "body": BB},
    ),
    "the headline again with a full stop": (f"{H}<p>{T}。</p>{B}{E}", {"body": BB}),
    "a breadcrumb below the dateline": (
        f"{H}<p>当前位置：首页 &gt; 新闻 &gt; 时政</p>{B}{E}",
        {"body": BB},
    ),
    "an icon above what a program summed up": (
        f"{H}<p><img src=/images/ai.png></p><p>AI摘要</p><p>平台汇集岗位。</p><p>内容由AI生成，仅供参考</p>{B}{E}",
        {"body": BB, "images": []},
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
    "the name of a column between the repeated headline and the text": (
        f"{H}<h2>{T}</h2><p>今日要闻</p><p>{LONG}</p><p>{LONG}</p>{E}",
        {"body": f"{LONG}\n{LONG}", "subtitle": None},
    ),
    "counters in brackets in a row above the text": (
        f"{H}<div><p><i>感动(1200)</i> <i>路过(300)</i> <i>难过(12)</i></p><div>{B}<p>{LONG}</p></div>{E}</div>",
        {"body": f"{BB}\n{LONG}"},
    ),
    "a counter whose number a script writes": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19</p><p>来源：天山网</p><p>浏览次数：</p><p>就业好消息</p>{B}{E}",
        {"body": f"就业好消息\n{BB}"},
    ),
    "what a player shows": (
        f"{P}<div><p>视频加载中，请稍候...</p><span>自动播放</span><i>play</i><b>向前</b><b>向后</b></div>{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "what a player of videos offers": (
        f"{P}<div>00:00 / 01:30</div><div>倍速</div><div>高清</div><div>全屏</div>{B}{E}",
        {"body": BB},
    ),
    "a list above the text": (
        f"{P}<ul><li>岗位12.6万个</li><li>人次3.2万</li></ul>{B.replace('<p>', '<p>　　')}{E}",
        {"subtitle": None, "body": f"岗位12.6万个\n人次3.2万\n{BB}"},
    ),
    "a summary that a program wrote": (
        f"{P}<div><span>AI摘要</span></div><p>平台服务各族群众，目前使用人次过万。</p><p>内容由AI生成，仅供参考</p>{B}{E}",
        {"body": BB},
    ),
    "an empty summary that a program would write": (
        f"{P}<div>智能摘要：</div>{B}{E}",
        {"body": BB},
    ),
    "a counter above a text with numbered parts": (
        f"{P}<div>0</div><p>　　平台上线。</p><h3>01</h3>{B}<h3>02</h3>{B}{E}",
        {"body": f"平台上线。\n01\n{BB}\n02\n{BB}"},
    ),
    "a centred label above the first paragraph": (
        f"{P}<p align=center><b>阅读提示</b></p>{B}{E}",
        {"subtitle": None, "body": f"阅读提示\n{BB}"},
    ),
    "numbered parts right below the unit of a counter": (
        f"{P}<div>次</div><p><b>1</b></p>{B}<p><b>2</b></p>{B}{E}",
        {"body": f"1\n{BB}\n2\n{BB}"},
    ),
    "the day of a diary above its text": (
        f"{P}<p align=center>2024年12月30日 星期一 晴</p>{B}{E}",
        {"subtitle": None, "body": f"2024年12月30日 星期一 晴\n{BB}"},
    ),
    "whose the words above the text are": (
        f"{P}<p align=center>——题记</p>{B}{E}",
        {"subtitle": None, "body": f"——题记\n{BB}"},
    ),
    "a name alone above verse": (
        f"{P}<p align=center>古丽努尔·艾合买提</p>{B}{E}",
        {"subtitle": None, "body": f"古丽努尔·艾合买提\n{BB}"},
    ),
    "rows of words no list has above the text, in an element of their own": (
        f"{P}<div><div><span>朗诵员</span><i>甜美</i><i>浑厚</i></div><div><b>底色</b><i>米</i><i>墨</i><i>青</i></div></div><div>{B}</div>{E}",
        {"subtitle": None, "body": BB},
    ),
    "verse below the repeated headline": (
        f"{P}<h2>{T}</h2><p>风从雪线下来<br>它的花香，曾是整个五月<br>还在等一条河<br>像谁撒下的盐</p>{E}",
        {
            "subtitle": None,
            "body": "风从雪线下来\n它的花香，曾是整个五月\n还在等一条河\n像谁撒下的盐",
        },
    ),
    "a summary that says at its end that a program made it, under a heading of its own": (
        f"{P}<div><b>三句话看完</b><p>平台服务各族群众，目前使用人次过万，岗位超过十二万个。</p><small>以上要点由大模型归纳，请核对原文</small></div>{B}<p>{LONG}</p>{E}",
        {"subtitle": None, "body": f"{BB}\n{LONG}"},
    ),
    "the broken off beginning of the text under a heading of its own": (
        f"{P}<div><p>先睹为快</p><p>据了解，该平台汇集岗位12.6万个，服务各族群众就…</p></div>{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "where the page stands, without home and link, below the headline": (
        f"<title>{T}</title><h1>{T}</h1><div>新闻中心 社会新闻 &gt; 正文</div>{D}{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "an author’s card above the dateline": (
        f"<title>{T}</title><h1>{T}</h1><div><img src=/face/1.jpg><p><b>刘翔</b><span>新疆社会科学院研究员</span></p></div>{D}{B}{E}",
        {"title": T, "subtitle": None, "body": BB},
    ),
    "a short abstract under its label": (
        f"{P}<div>摘要: 春到且末...</div><p>春到且末。</p>{B}{E}",
        {"body": f"春到且末。\n{BB}"},
    ),
    "words in the dateline’s element": (
        f"<title>{T}</title><h1>{T}</h1><div><span>2025-03-19 19:38:42 来源：天山网</span><div>字号：<em>T</em><em>T</em></div><div>手机看天山</div></div><h2>各族群众在家门口就业</h2><div>{B}</div>{E}",
        {"subtitle": "各族群众在家门口就业", "body": BB},
    ),
    "figures below the repeated headline": (
        f"{P}<p>{T}</p><p>新增岗位 9099.57万个，同比增长5.4%</p><p>其中纺织业 584.4万个，增长6.2%</p><p>其中服务业 3741.1万个，增长6.9%</p>{B}{E}",
        {
            "subtitle": None,
            "body": f"新增岗位 9099.57万个，同比增长5.4%\n其中纺织业 584.4万个，增长6.2%\n其中服务业 3741.1万个，增长6.9%\n{BB}",
        },
    ),
    "a row of tools with how long the text is": (
        f"{P}<div><span>A-</span><span>A+</span><span>朗读</span><span>全文约520字，读完约需3分钟</span></div>{B}{E}",
        {"subtitle": None, "body": BB},
    ),
    "an icon above a summary that a program wrote": (
        f"{P}<div><div><img src=/ai.png>AI速览</div><p>平台已上线。</p><div>以上内容由AI大模型生成，仅供参考</div></div><div>{B}</div>{E}",
        {"images": [], "body": BB},
    ),
    "an abstract in brackets that is the whole first paragraph": (
        f"{P}<div><b>[摘要]</b>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</div><div>{B}</div>{E}",
        {"body": BB},
    ),
    "an abstract that breaks off without a sign": (
        f"{P}<div>据了解，该平台汇集岗位12.6万个，服务各族群众就业。目前已有3.2万</div><div>{B}</div>{E}",
        {"body": BB},
    ),
    "a poem below what a program wrote of it": (
        f"{P}<div><div><p>智能摘要</p><p>本文写了湖水在春天里醒来，牧人把毡房扎在风里的情景。</p><p>以上内容由大模型生成，仅供参考</p></div><div><p>冰裂开的声音</p><p>像一匹白马踏过山岗</p><p>湖水睁开眼睛</p><p>看见云，看见自己</p><p>你看到此文章的感受是</p></div></div>{E}",
        {"body": "冰裂开的声音\n像一匹白马踏过山岗\n湖水睁开眼睛\n看见云，看见自己"},
    ),
    "how long reading takes between headline and text": (
        f"{P}<div>阅读时长约 3 分钟</div><div>{B}{B}</div>{E}",
        {"subtitle": None, "body": f"{BB}\n{BB}"},
    ),
    "a pager above a text of one paragraph": (
        f"{P}<p>上一页 下一页</p><p>{LONG}</p>{E}",
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
    "an abstract that is all of short news": (
        f"<title>{T}</title><div><div><h1>{T}</h1>{D}</div><div><div><b>摘要</b>: {LONG} ...</div></div><div><table><tr><td><p>{LONG}</p></td></tr></table><div><table><tr><td><a href=/a><img src=/a.gif><br>鲜花</a></td><td><a href=/b><img src=/b.gif><br>握手</a></td></tr></table></div></div><div><em>上一篇：<a href=/c>喀什古城游客多</a></em></div></div>",
        {"body": LONG},
    ),
    "verse below a dateline, counters of who sent it above": (
        f"<title>{T}</title><table><tr><td><h1>{T}</h1></td></tr><tr><td><dl><dt>主题</dt><dd>12</dd><dt>积分</dt><dd>3021</dd></dl></td><td><p>发表于 2025-03-19 19:38</p><p>雪水敲响石头</p><p>风从松林走来</p><p>把一封绿色的信</p><p>放在牧人的毡房前</p><p>河谷醒了</p></td></tr></table>{E}",
        {"body": "雪水敲响石头\n风从松林走来\n把一封绿色的信\n放在牧人的毡房前\n河谷醒了"},
    ),
    "a counter above a text that has a list": (
        f"{P}<div><span>2</span></div><div><p>{LONG}</p><p>　　3</p><p>{LONG}</p></div>{E}",
        {"body": f"{LONG}\n3\n{LONG}"},
    ),
    "the unit of a counter in brackets, the number of which a script writes": (
        f"<title>{T}</title><h1>{T}</h1><p align=center>发布日期：2025-03-19 来源：天山网 点击：[<script>hits(42)</script>]&nbsp;次</p>{B}{E}",
        {"body": BB},
    ),
    "a line of the text above the headline that stands there again": (
        f"{H}<div>手机版</div><div class=text><p>　　岗位12.6万个，服务进万家</p><p>　　{T}</p><p>　　{LONG}</p></div>{E}",
        {"subtitle": None, "body": f"岗位12.6万个，服务进万家\n{LONG}"},
    ),
    "buttons for the size of the letters that are signs": (
        f"{H}<div>+|-</div>{B}{E}",
        {"body": BB},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
