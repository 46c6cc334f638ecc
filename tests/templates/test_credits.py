"""Who wrote and who edited a text."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, FIRST, LINKS, LONG, B, D, E, H, P, T, Template, check

TEMPLATES: dict[str, Template] = {
    "an editor behind an English label, below a Chinese text": (
        f"{H}{B}<p>Editor: 刘芳</p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a byline with a mark before it below a dateline without a source": (
        f"<title>{T}</title><h1>{T}</h1><p>发布于 2025年3月19日</p><p>□本报记者 刘翔</p>{B}",
        {"source": None, "reporters": ["刘翔"], "body": BB},
    ),
    "the labels of an author and an editor that are not named, above short lines of the text": (
        f"{H}<p>作者：</p><p>编辑：</p><p>可爱的一朵玫瑰花</p><p>赛地玛利亚</p><p>{LONG}</p>{E}",
        {"reporters": [], "editors": ["刘芳"], "body": f"可爱的一朵玫瑰花\n赛地玛利亚\n{LONG}"},
    ),
    "the label of an author that is not named, above a short line of the text": (
        f"<title>{T}</title><h1>{T}</h1><ul><li>发布日期 2025-03-19 19:38:42</li><li>来源 天山网</li><li><em>作者</em><span></span></li></ul><div><p>鹰笛</p><p>　　{LONG}</p></div>{E}",
        {"reporters": [], "body": f"鹰笛\n{LONG}"},
    ),
    "an editor named before what he is, and who checked, in lines set as paragraphs": (
        f"{H}<p>　　{LONG}</p><p>　　（刘芳编辑）</p><p>　　校对 万平</p>",
        {"body": LONG, "editors": ["刘芳"]},
    ),
    "a byline above a talk whose questions open with the same label": (
        f"{H}<h2>{T}</h2><p>　　记者：刘翔</p><p>　　{LONG}</p><p>　　记者：今年收成如何？</p><p>　　受访者：{LONG}</p>{E}",
        {"reporters": ["刘翔"]},
    ),
    "a byline with a link in it, in an element of its own above a question": (
        f"<title>{T}_天山网</title><section><h1>{T}</h1>{D}<section><section><p><span>天山网-<a href=/tag/2>新疆</a>日报记者 刘翔</span></p></section><section><section><b>记者：平台怎么用？</b></section></section><section><p>{LONG}{LONG}</p></section></section></section>{E}",
        {
            "reporters": ["刘翔"],
            "body": f"天山网-新疆日报记者 刘翔\n记者：平台怎么用？\n{LONG}{LONG}",
        },
    ),
    "a byline in the element of the text, the editor and an offer below it": (
        f"<title>{T}_天山网</title><div><h1>{T}</h1><div><span>新疆日报</span><time>2025-03-19 19:38</time></div><div><p>记者 万平</p>{B}</div><div>编辑 刘芳</div><div>分享至：<i>微信</i><i>微博</i></div><div><h4>订阅早报</h4><p>每天早上8点，把新疆要闻送到您的邮箱。</p></div></div><footer><p>天山网 版权所有</p></footer>",
        {"reporters": ["万平"], "editors": ["刘芳"], "body": BB},
    ),
    "a button linked behind the editor's name": (
        f"{H}{B}<p>责任编辑：刘芳<a href=/><span>返回天山网，查看更多</span></a></p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "an editor beside the key words": (
        f"{H}<div>{B}</div><div>标签：<a href=/s>就业</a>；<a href=/t>平台</a><span>责任编辑：刘芳</span></div>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a dateline below the body, and below it who runs the site": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{B}{D}{E}<p>主办：天山网</p><p>地址：乌鲁木齐市扬子江路1号 邮编：830051</p><p>新ICP备11000096号</p>",
        {"title": T, "body": BB, "source": "天山网", "editors": ["刘芳"]},
    ),
    "the author of a book that the text presents": (
        f"{H}<p>书名：《戈壁来信》</p><p>作者：刘翔</p><p>出版：新疆人民出版社</p>{B}{E}",
        {"reporters": [], "body": "书名：《戈壁来信》\n作者：刘翔\n出版：新疆人民出版社\n" + BB},
    ),
    "editors in a table, without colons": (
        f"{H}{B}<table><tr><td>责任编辑</td><td>刘芳</td></tr><tr><td>责任校对</td><td>万平</td></tr></table>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "source, date and editors in a table below the body": (
        f"<title>{T}_天山网</title><h1>{T}</h1>{B}<table><tr><td>来源</td><td>光明日报</td></tr><tr><td>发布时间</td><td>2025-03-19 19:38</td></tr><tr><td>责任编辑</td><td>刘芳</td></tr></table>",
        {"source": "光明日报", "editors": ["刘芳"], "body": BB},
    ),
    "an editor above the body": (
        f"{H}<div>责任编辑：张柱</div>{B}",
        {"title": T, "body": BB, "editors": ["张柱"]},
    ),
    "credits of many kinds below the text": (
        f"{P}{B}<p>主编：万平　编辑：刘芳</p><p>视频编辑：张柱</p><p>策划：朱立凡</p><p>剪辑：刘翔</p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a mark at the end, credits below it": (
        f"{P}{B}<p>— END —</p><p>编辑丨刘芳</p><p>审核丨万平</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor set right after the label": (
        f"{P}{B}<div>责任编辑<span>刘芳</span></div>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor after a bracketed label": (
        f"{P}{B}<div>【责任编辑】：刘芳</div>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "staff parted by slashes before the editor": (
        f"{P}{B}<p>值班主任 / 李建</p><p>值班编辑 / 刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor in brackets with spaces": (
        f"{P}{B}<p>[ 责编：刘芳 ]</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor whose label is spread": (
        f"{P}{B}<p>编 辑：刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor of this text": (
        f"{P}{B}<p>本文责任编辑：刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor after a dot": (f"{P}{B}<p>责任编辑·刘芳</p>", {"editors": ["刘芳"], "body": BB}),
    "an editor in the next cell": (
        f"{P}{B}<table><tr><td>责任编辑：</td><td>刘芳 张柱</td></tr></table>",
        {"editors": ["刘芳", "张柱"], "body": BB},
    ),
    "an editor in brackets without colon, then a ranking": (
        f"{P}{B}<p>（编辑 刘芳）</p><h3>排行榜</h3><p>1. <a href=a>新增一条铁路</a></p><p>您对本文的评价：满意</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor at the end of a paragraph that is no sentence": (
        f"{P}{B}<p>新疆人社厅（责任编辑：刘芳）</p><p>您对本文的评价：满意</p>",
        {"editors": ["刘芳"], "body": BB + "\n新疆人社厅"},
    ),
    "a proof-reader before the editor": (
        f"{P}{B}<p>值班主编：万平　责任编辑：刘芳</p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "a reporter of a medium behind the label of an author": (
        f"{P}{B}<p>采写：南都记者 刘翔 刘芳</p><p>责任编辑：万平</p>",
        {"reporters": ["刘翔", "刘芳"], "editors": ["万平"], "body": BB},
    ),
    "credits behind labels in brackets": (
        f"{P}{B}<p>　　【撰文】南方日报记者 刘翔 通讯员 刘芳</p><p>　　【统筹】万平</p>",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "credits in brackets, parted by semicolons": (
        f"{P}{B}<p>（文：刘翔；审核：刘芳；编辑：万平）</p>",
        {"reporters": ["刘翔"], "editors": ["万平"], "body": BB},
    ),
    "who wrote, among others in the first line of the text": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38　来源：天山网</p>"
        f"<p>　　策划：张柱　记者：刘翔　制图：万平</p>{B}{E}",
        {"source": "天山网", "reporters": ["刘翔"]},
    ),
    "an editor of a medium that the label names": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38　来源：天山网</p>"
        f"<p>每日记者：刘翔 每日编辑：张柱</p>{B}{E}",
        {"reporters": ["刘翔"], "body": BB},
    ),
    "credits one a line": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19</p>{B}<p>采写：刘翔</p><p>摄影：郭峰</p><p>来源：新疆日报</p><p>责任编辑：刘芳</p><p>校对：万平</p>",
        {"body": BB, "reporters": ["刘翔"], "source": "新疆日报", "editors": ["刘芳"]},
    ),
    "a word beside the text in an element that only the editor's line shares": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><p>民生直通车</p>{E}</div>",
        {"body": f"{BB}\n{LONG}", "editors": ["刘芳"]},
    ),
    "the editor between the repeated headline and the text": (
        f"{H}<h2>{T}</h2><p>责任编辑：刘芳</p>{B}<p>{LONG}</p>",
        {"body": f"{BB}\n{LONG}", "subtitle": None, "editors": ["刘芳"]},
    ),
    "an editor's label without a name above a list of other articles": (
        f"{H}{B}<p>责任编辑</p><p>相关新闻</p>{LINKS}",
        {"body": BB, "editors": []},
    ),
    "an editor without colon in the last paragraph": (
        f"{P}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p>目前已有3.2万人次使用。（编辑 刘芳）</p>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "verse above the source and a notice": (
        f"<title>{T}</title><meta name=PubDate content='2025-03-19'><h1>{T}</h1><p>你站在沙的尽头<br>像一句没有说完的话<br>雪水从昆仑来<br>带着石头的体温</p><p>来源：天山网 编辑：刘芳</p><p>本文为天山网原创稿件，未经授权不得转载使用。</p>",
        {
            "body": "你站在沙的尽头\n像一句没有说完的话\n雪水从昆仑来\n带着石头的体温",
            "source": "天山网",
            "editors": ["刘芳"],
        },
    ),
    "a line that only may be a credit": (
        f"{P}{B}<p>图：春到天山</p>{E}",
        {"body": BB + "\n图：春到天山"},
    ),
    "an author below the repeated headline": (
        f"{P}<h2>{T}</h2><p>作者：刘翔</p>{B}{E}",
        {"subtitle": None, "reporters": ["刘翔"]},
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
        f"{P}<p align=center><b>{T}</b></p><p align=center>2025年第3号</p>{B}{E}",
        {"subtitle": None, "body": f"2025年第3号\n{BB}"},
    ),
    "an editor without colon below the notice": (
        f"{P}{B}<p>（刊用本网站稿件，务经书面授权。未经授权禁止转载。）</p><p>本期编辑 刘芳</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor without colon below the mark of the end": (
        f"{P}{B}<p>— END —</p><p>本期编辑 刘芳</p><p>天山网版权所有</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "an editor of the site, above two labels of comments in a line": (
        f"{P}{B}<p>网站编辑：刘芳</p><p>网友评论 我要评论</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "author and editor in one line below the notice": (
        f"{P}{B}<p>（刊用本网站稿件，务经书面授权。未经授权禁止转载。）</p><p>作者：刘翔　编　辑：刘芳</p>",
        {"reporters": ["刘翔"], "editors": ["刘芳"], "body": BB},
    ),
    "an author's label without a name, above a remark in brackets": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 来源：天山网 作者：</p><p align=center>（2024年12月31日）</p>{B}{E}",
        {"reporters": [], "body": f"（2024年12月31日）\n{BB}"},
    ),
    "an author's label without a name, above what a player says": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 来源：天山网 作者：</p><p>您的浏览器不支持HTML5视频播放</p>{B}{E}",
        {"reporters": [], "body": BB},
    ),
    "a reporter between headline and dateline": (
        f"<title>{T}</title><h1>{T}</h1><div>新疆日报记者 刘翔</div>{D}{B}{E}",
        {"subtitle": None, "reporters": ["刘翔"], "body": BB},
    ),
    "an editor without colon among credits": (
        f"{P}{B}<div>编辑 刘　芳</div><div>校对：万平</div><div>石榴云报料：0991-3532125</div><div><span>74</span><span>收藏</span><span>我要举报</span></div>",
        {"body": BB, "editors": ["刘芳"]},
    ),
    "key points above the byline": (
        f"{P}<p>　　<b>阅读提示</b></p><p>　　■岗位超过十二万个</p><p>　　■使用人次过三万</p><p>　　■覆盖全疆</p><p>　　天山网讯（记者刘翔报道）3月19日，平台上线。</p>{B}{B}{E}",
        {"reporters": ["刘翔"]},
    ),
    "an author behind a mark above the text": (
        f"{P}<p align=center>◎ 古丽努尔·艾合买提</p>{B}{E}",
        {"subtitle": None, "body": f"◎ 古丽努尔·艾合买提\n{BB}"},
    ),
    "who wrote it among those who made it": (
        f"{P}{B}<p>策划：万平　文字：刘翔　制图：张柱</p>{E}",
        {"reporters": ["刘翔"], "editors": ["刘芳"], "body": BB},
    ),
    "a medium above the date and the reporters of the paper below it": (
        f"<title>{T}</title><h1>{T}</h1><div>亚心网</div><div>2025-03-19 19:38</div><div>本报记者 刘翔</div>{B}{E}",
        {"source": "亚心网", "reporters": ["刘翔"], "body": BB},
    ),
    "two kinds of editors in elements of their own": (
        f"{P}{B}<div><span>编辑：刘芳</span><span>责任编辑：张柱</span></div>",
        {"editors": ["刘芳", "张柱"], "body": BB},
    ),
    "the authors of several works": (
        f"{P}<p>入选作品如下：</p><p>散文类：沙枣花</p><p>作者：刘翔</p><p>诗歌类：驼铃</p><p>作者：万平</p>{E}",
        {"reporters": []},
    ),
    "an editor in brackets behind the label": (
        f"{P}{B}<p>责任编辑【刘芳】</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a Chinese editor behind an English label": (
        f"<title>{T}</title><h1>{T}</h1><div>Source: 天山网 | 2025-03-19 19:38 | Editor: 刘芳</div>{B}",
        {"editors": ["刘芳"], "source": "天山网", "body": BB},
    ),
    "a loose editor beside the element of the text": (
        f"{P}<div>{B}<p>{LONG}</p></div><div>编辑 刘芳</div>",
        {"body": f"{BB}\n{LONG}", "editors": ["刘芳"]},
    ),
    "credits of any kind below a credit": (
        f"{P}{B}<p>值班编委：刘翔</p><p>视觉：万平</p>",
        {"body": BB},
    ),
    "an editor in round brackets behind the label": (
        f"{P}{B}<p>责任编辑（刘芳）</p>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a byline beside the element of the text": (
        f"{P}<div>{B}<p>{LONG}</p></div><p>本报记者 刘翔 整理</p>{E}",
        {"reporters": ["刘翔"]},
    ),
    "an editor in the element below the label": (
        f"{P}{B}<dl><dt>责任编辑</dt><dd>刘芳、张柱</dd></dl>",
        {"editors": ["刘芳", "张柱"], "body": BB},
    ),
    "an editor in brackets above a heading of the page": (
        f"{P}{B}<p>责任编辑(刘芳)</p><h4>精彩评论</h4>",
        {"editors": ["刘芳"], "body": BB},
    ),
    "a broken off paragraph of a reporter right below the dateline": (
        f"{P}<div>记者3月19日从平台获悉，平台汇集岗位12.6万个，涉及纺织、天然气...</div>{B}{E}",
        {"reporters": []},
    ),
    "credits below the mark of the end": (
        f"<title>{T}</title><h1>{T}</h1><p>2025-03-19 19:38</p><div>{B}<section><p>THE END</p></section><section><p>素材来源</p><p>新疆日报、天山网</p></section><p>来源：新疆日报</p><p>文字：刘翔</p></div><div>写评论</div>{E}",
        {"body": BB, "source": "新疆日报", "reporters": ["刘翔"], "editors": ["刘芳"]},
    ),
    "an editor's label without a name, above the heading of attachments": (
        f"{H}{B}<div>责任编辑：</div><div>相关附件</div>",
        {"body": BB, "editors": []},
    ),
    "an editor's label without a name, above a heading": (
        f"{H}{B}<div>责任编辑：</div><h3>政策图解</h3>",
        {"editors": []},
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
    "whose the text is, without a colon, below a wire's title": (
        f"{H}<p>　　中新社乌鲁木齐3月19日电 题：{FIRST}</p><p>　　作者 刘翔 万平</p><p>　　{LONG}</p>{E}",
        {"reporters": ["刘翔", "万平"]},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
