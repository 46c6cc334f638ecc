"""How a text may end: signatures, attachments, contacts, and the foot of the page below."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, LONG, B, D, E, H, P, T, Template, check

TEMPLATES: dict[str, Template] = {
    "the last short lines of a text below one on who made it": (
        f"{H}{B}<p>作品信息</p><p>编导：刘翔</p><p>总导演：万平</p>{E}",
        {"body": f"{BB}\n作品信息\n编导：刘翔\n总导演：万平"},
    ),
    "a short line that ends a text set as that": (
        f"{H}{B}<p>让世界了解新疆</p><div>[打印] [关闭]</div>",
        {"body": f"{BB}\n让世界了解新疆"},
    ),
    "a foot of several long lines set as the text is": (
        f"{H}<p>{LONG}</p><p>{LONG}</p><p>营业执照编号：916501007981735588 新闻信息服务许可证：65120180001 增值电信业务经营许可证：新B2-20100024</p><p>新公网安备 65010202000001号 信息网络传播视听节目许可证：3108311 新ICP备06002066号-1</p>",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "contacts headed 联系方式, set as the text is": (
        f"{H}<p>{LONG}</p><p>联系方式</p><p>联系人：刘芳</p>{E}",
        {"body": f"{LONG}\n联系方式\n联系人：刘芳"},
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
    "buttons behind links to files": (
        f"{H}{B}<p><a href=1.xls>岗位表.xls</a><span>点击下载</span></p><p><a href=2.doc>说明</a> <a href=2.doc>[下载]</a></p>{E}",
        {"body": f"{BB}\n岗位表.xls\n说明"},
    ),
    "key points of an editor's own": (
        f"{H}<p>核心提示：一个平台，汇集岗位12.6万个。</p>{B}{E}",
        {"body": f"核心提示：一个平台，汇集岗位12.6万个。\n{BB}"},
    ),
    "fields below the text, one left empty": (
        f"{H}<div>{B}<p>来源：天山网</p><p>作者：</p><p>编辑：刘芳</p></div>",
        {"body": BB, "editors": ["刘芳"], "reporters": []},
    ),
    "a book's fields below the text, the author last": (
        f"{H}{B}<p>书名：《戈壁来信》</p><p>作者：刘翔</p>{E}",
        {"reporters": [], "body": f"{BB}\n书名：《戈壁来信》\n作者：刘翔"},
    ),
    "contacts as the last paragraphs": (
        f"{H}{B}<p>联系电话：0991-1234567</p><p>地址：乌鲁木齐市</p>{E}",
        {"title": T, "body": BB + "\n联系电话：0991-1234567\n地址：乌鲁木齐市"},
    ),
    "a list of attachments": (f"{H}{B}<p>附件：1.名单</p>{E}", {"body": BB + "\n附件：1.名单"}),
    "contacts within an announcement": (
        f"{P}{B}<p>服务热线：0991-5830000</p><p>特此公告。</p><p>乌鲁木齐公交集团</p><p>2025年3月18日</p><div>分享到：</div><p>地址：乌鲁木齐市</p><p>新ICP备11000096号 举报电话：0991-3532125</p>",
        {"body": BB + "\n服务热线：0991-5830000\n特此公告。\n乌鲁木齐公交集团\n2025年3月18日"},
    ),
    "a foot of links and prose, no end sign": (
        f"{P}{B}<div>友情链接：<a>新华网</a> <a>人民网</a></div><div>关于我们 | 网站声明</div><p>天山网是国务院新闻办公室确定的重点新闻网站，由新疆维吾尔自治区党委宣传部主管。</p><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "the page of a newspaper below the body": (
        f"{P}{B}<p>《 新疆日报 》（ 2025年03月19日 第 04 版）</p>{E}",
        {"body": BB},
    ),
    "a statement, lists and a foot of links below the body": (
        f"{P}{B}<p>声明：转载此文是出于传递更多信息之目的。若有来源标注错误，请与本网联系，我们将及时更正。</p><div>下载天山网客户端</div><div>猜你喜欢</div><ul><li><a href=a.shtml><img src=a.jpg><p>那拉提草原迎来旺季</p></a></li></ul><div>专题推荐</div><div>友情链接<a href=b>新华网</a></div><div>关于天山网 | 网站地图</div>",
        {"body": BB, "images": []},
    ),
    "attachments below the text": (
        f"{P}{B}<p>附件：<a href=P020250319.doc>岗位表.doc</a></p><p><a href=P020250320.xls>汇总表.xls</a></p>{E}",
        {"body": f"{BB}\n附件：岗位表.doc\n汇总表.xls"},
    ),
    "links to other sites that the text announces": (
        f"{H}{B}<p>现将常用平台的网址公布如下：</p><p><a href=https://www.mohrss.gov.cn/>人力资源和社会保障部</a></p><p>请收藏使用。</p>{E}",
        {"body": BB + "\n现将常用平台的网址公布如下：\n人力资源和社会保障部\n请收藏使用。"},
    ),
    "a linked sentence below the text": (
        f"{H}{B}<p><a href=/zt/>点击进入专题，了解更多精彩内容！</a></p>{E}",
        {"body": BB},
    ),
    "an attachment that is linked below the links to other articles": (
        f"{H}{B}<p>相关链接</p><p><a href=/xwzx/b.shtml>喀什古城游客多</a></p><p><a href=./P020250319.pdf>就业服务平台使用手册</a></p><p>{LONG}</p>{E}",
        {"body": f"{BB}\n就业服务平台使用手册\n{LONG}"},
    ),
    "names beside the text as print sets them": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><div><p>刘芳　万平　张柱</p></div>{E}</div>",
        {"body": f"{BB}\n{LONG}\n刘芳　万平　张柱"},
    ),
    "an office that signs beside the text": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><div><p>自治区人社厅</p></div>{E}</div>",
        {"body": f"{BB}\n{LONG}\n自治区人社厅"},
    ),
    "a telephone as the last paragraph, and the foot in a box of its own": (
        f"{P}<div>{B}<p>咨询电话：0991-96808</p></div><div class=foot><p>地址：乌鲁木齐市</p><p>新ICP备11000096号</p></div>",
        {"body": BB + "\n咨询电话：0991-96808"},
    ),
    "a link that the text ends with": (
        f"{P}{B}<p>报名网址：<a href='http://www.job.example/'>www.job.example</a></p>{E}",
        {"body": BB + "\n报名网址：www.job.example"},
    ),
    "how many pages a text has": (f"{P}{B}<p><span>本文共3页</span></p>{E}", {"body": BB}),
    "contacts at the end of a text without indent, above the page’s foot": (
        f"{P}<div>{B}<p>主办单位：自治区文旅厅</p><p>承办单位：天山网</p><p>征稿不收费用，欢迎踊跃投稿。</p><p>联系电话：0991-2810000</p><p>邮编：830000</p></div><div><div><p>天山网版权所有</p></div></div>",
        {
            "body": f"{BB}\n主办单位：自治区文旅厅\n承办单位：天山网\n征稿不收费用，欢迎踊跃投稿。\n联系电话：0991-2810000\n邮编：830000"
        },
    ),
    "a question of a reporter's right above a dateline below the text": (
        f"<title>{T}</title><h1>{T}</h1>{B}<p>新疆日报记者：平台上线后，价格平稳，各族群众十分满意。</p><p>来源：天山网　2025-03-19 19:38</p>{E}",
        {
            "body": f"{BB}\n新疆日报记者：平台上线后，价格平稳，各族群众十分满意。",
            "source": "天山网",
        },
    ),
    "who holds a contest, above a dateline below the text": (
        f"<title>{T}</title><h1>{T}</h1>{B}<p>主办单位：自治区文旅厅</p><p><img src=1.jpg></p><p>承办单位：天山网</p><p>投稿邮箱：a@ts.cn</p><p>来源：天山网　2025-03-19 19:38</p>{E}",
        {"body": f"{BB}\n主办单位：自治区文旅厅\n承办单位：天山网\n投稿邮箱：a@ts.cn"},
    ),
    "who runs the site, right above its licences": (
        f"{P}{B.replace('<p>', '<p>　　')}<div><p>新疆日报社主办　技术支持：石榴云</p><p>新ICP备11000096号-3</p></div>",
        {"body": BB},
    ),
    "where the page stands on the site, in its foot": (
        f"{P}{B}<p>首页 &gt; 新闻中心 &gt; 时政</p><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "contacts set off from an announcement that goes on": (
        f"{P}{B}<div><div><div><p>地址：乌鲁木齐市解放北路1号</p><p>特此公告。</p></div></div></div><p>新ICP备11000096号</p>",
        {"body": BB + "\n地址：乌鲁木齐市解放北路1号\n特此公告。"},
    ),
    "a picture with its caption and an attachment": (
        f"{P}<p align=center><img src=1.jpg></p><p align=center>3月19日，市民在平台上求职，服务人员为他们讲解。新疆日报记者 刘翔摄</p><p>附件：</p><p><a href=a.pdf>平台简介.pdf</a></p>{E}",
        {
            "body": "3月19日，市民在平台上求职，服务人员为他们讲解。新疆日报记者 刘翔摄\n附件：\n平台简介.pdf"
        },
    ),
    "results in an element of their own below the only paragraph": (
        f"{P}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><ul><li>金牌 12</li><li>银牌 7</li><li>铜牌 0</li></ul>{E}",
        {"body": "据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n金牌 12\n银牌 7\n铜牌 0"},
    ),
    "results below the text in one element with it": (
        f"{P}<div>{B}<ul><li>喀什 2</li><li>和田 0</li></ul></div>{E}",
        {"body": f"{BB}\n喀什 2\n和田 0"},
    ),
    "signature, attachment and contacts in elements of their own": (
        f"{P}<div>{B}</div><div><p>附件：岗位表</p><p><a href=/a.shtml>点击下载</a></p></div><div><p>新疆就业服务局</p><p>2025年3月18日</p></div><p>新ICP备11000096号</p>",
        {"body": f"{BB}\n附件：岗位表\n新疆就业服务局\n2025年3月18日"},
    ),
    "a table of data beside the element of the text": (
        f"{P}<div>{B}</div><table><tr><td>晴 1</td><td>雨 2</td></tr><tr><td>雪 3</td><td>风 4</td></tr></table>{E}",
        {"body": f"{BB}\n晴 1\t雨 2\n雪 3\t风 4"},
    ),
    "a text whose end reads like boxes of tools, in one element with it": (
        f"{P}<div><div>{B}<p>{LONG}</p></div><ul><li>金牌 12</li><li>银牌 9</li></ul><blockquote><p>猜一猜这是什么？</p><p>石榴</p><p>葡萄</p></blockquote><table><tr><td>新疆</td><td>98</td><td>广东</td><td>102</td></tr></table><p><span>新疆</span><span>农业</span><span>大学</span></p></div>{E}",
        {
            "body": f"{BB}\n{LONG}\n金牌 12\n银牌 9\n猜一猜这是什么？\n石榴\n葡萄\n新疆\t98\t广东\t102\n新疆农业大学"
        },
    ),
    "a signature beside the element of the text, its words in elements of their own": (
        f"{P}<div>{B}<p>{LONG}</p></div><div><p><span>新疆</span><span>农业</span><span>大学</span></p><p>2025年3月18日</p></div><div><a href=#>分享</a></div>{E}",
        {"body": f"{BB}\n{LONG}\n新疆农业大学\n2025年3月18日"},
    ),
    "links to other sites that a paragraph announces": (
        f"{P}{B}<p>办理社保业务可以登录以下网站：</p><p><a href=https://si.example/>国家社会保险服务平台</a></p><p><a href=https://hrss.example/a/>电子社保卡</a></p><p>咨询请拨打12333。</p>{E}",
        {
            "body": f"{BB}\n办理社保业务可以登录以下网站：\n国家社会保险服务平台\n电子社保卡\n咨询请拨打12333。"
        },
    ),
    "an office that signs beside the element of the text": (
        f"{P}<div>{B}<p>{LONG}</p></div><div>自治区就业局</div>{E}",
        {"body": f"{BB}\n{LONG}\n自治区就业局"},
    ),
    "names beside the element of the text": (
        f"{P}<div>{B}<p>{LONG}</p></div><div><p>刘芳　万平　张柱</p><p>刘翔、何英、常娜</p></div>{E}",
        {"body": f"{BB}\n{LONG}\n刘芳　万平　张柱\n刘翔、何英、常娜"},
    ),
    "files beside the element of the text": (
        f"{P}<div>{B}<p>{LONG}</p></div><ul><li><a href=./P1.docx>报名表</a></li><li><a href=./P2.xls>岗位表</a></li></ul>{E}",
        {"body": f"{BB}\n{LONG}\n报名表\n岗位表"},
    ),
    "persons and what they are called, at the end of a text": (
        f"{P}{B}<p>一等奖：刘翔</p><p>二等奖：万平</p>",
        {"body": f"{BB}\n一等奖：刘翔\n二等奖：万平"},
    ),
    "a programme that ends with who made it": (
        f"{P}{B}<p>歌曲《塔里木河》</p><p>编导：刘翔</p><p>总导演：万平</p>{E}",
        {"body": f"{BB}\n歌曲《塔里木河》\n编导：刘翔\n总导演：万平"},
    ),
    "a paragraph with a link to the next part": (
        f"{P}{B}<p>平台的下一步，请看<a href=/2.html>下一篇</a>报道。</p>{E}",
        {"body": f"{BB}\n平台的下一步，请看下一篇报道。"},
    ),
    "an attachment below a list of other articles": (
        f"{P}<div>{B}<aside><p>延伸阅读</p><ul><li><a href=a.shtml>伊犁河谷杏花盛开迎客来</a></li><li><a href=b.shtml>喀什古城游客多</a></li></ul></aside><p><a href=./P02.pdf>附件：就业服务办法.pdf</a></p></div>{E}",
        {"body": f"{BB}\n附件：就业服务办法.pdf"},
    ),
    "shares at the end of the text, which no one voted for": (
        f"{P}<div>{B}<ul><li>纺织业占45%</li><li>服务业占30%</li></ul></div>{E}",
        {"body": f"{BB}\n纺织业占45%\n服务业占30%"},
    ),
    "an imprint of unknown wording, below a question": (
        f"{P}<div>{B}{B}</div><div>打印 收藏</div><div>您对本页面内容是否满意？</div><div><p>主办单位：自治区人民政府办公厅</p><p>运行维护：自治区数字化发展局　技术支持电话：0991-2803333</p><p>本站支持IPv6</p></div>",
        {"body": f"{BB}\n{BB}"},
    ),
    "who organises, in an element of its own right below the text": (
        f"{P}<div>{B}{B}</div><div><p>主办单位：自治区就业服务中心</p><p>报名方式：将报名表送至中心一楼大厅，逾期不再受理。</p></div>{E}",
        {
            "body": f"{BB}\n{BB}\n主办单位：自治区就业服务中心\n报名方式：将报名表送至中心一楼大厅，逾期不再受理。"
        },
    ),
    "a label above an attachment, below the text’s element": (
        f"{P}<div>{B}{B}</div><div>申报材料：</div><div><a href=./P02.doc>申报表</a></div>{E}",
        {"body": f"{BB}\n{BB}\n申报材料：\n申报表"},
    ),
    "an attachment outside the element of headline and text": (
        f"<title>{T}</title><main><section><h1>{T}</h1>{D}<div>{B}{B}</div></section><section><h2>附件</h2><p><a href=./P02.doc>申报表</a></p></section></main><footer>新ICP备11000096号-3</footer>",
        {"body": f"{BB}\n{BB}\n附件\n申报表"},
    ),
    "a last line that links to what it speaks of": (
        f"{P}<div>{B}<p>岗位表可在平台 <a href=/s>就业专区</a></p></div>",
        {"body": f"{BB}\n岗位表可在平台 就业专区"},
    ),
    "verse above a statement that is a sentence": (
        f"{P}<article><p>风从山口来的时候</p><p>红柳低下头</p><p>雪水从天山来</p><p>走了很久</p><p>——致治沙的人</p><p><a href=/>返回天山号，查看更多</a></p></article><div>平台声明：该文观点仅代表作者本人，天山号仅提供信息存储空间服务。</div><div><h3>大家都在搜</h3><a href=a.shtml>伊犁河谷杏花盛开</a></div>",
        {"body": "风从山口来的时候\n红柳低下头\n雪水从天山来\n走了很久\n——致治沙的人"},
    ),
    "short lines that end the text below a word that reads as a button": (
        f"{P}<div><p>{LONG}</p>{B}<p>平台有三步</p><p>扫码</p><p>填写姓名和专业</p><p>等候通知</p></div>{E}",
        {"body": f"{LONG}\n{BB}\n平台有三步\n填写姓名和专业\n等候通知"},
    ),
    "an office in an element of its own below short news": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div><p>{LONG}</p></div><div><p>自治区人社厅</p></div></div><div>关于我们 | 联系我们 | 网站地图</div>",
        {"body": f"{LONG}\n自治区人社厅"},
    ),
    "items in elements of their own below a paragraph": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div><p>{LONG}</p></div><div><p>一、岗位更多</p></div><div><p>二、办事更快</p></div></div><div>关于我们 | 联系我们 | 网站地图</div>",
        {"body": f"{LONG}\n一、岗位更多\n二、办事更快"},
    ),
    "an aside in brackets that ends a text, links with pictures below it": (
        f"{P}<div>{B}<p>（下转第四版）</p></div><table><tr><td><a href=/a/><img src=/a.gif>鲜花</a></td><td><a href=/b/><img src=/b.gif>握手</a></td></tr></table>{E}",
        {"body": f"{BB}\n（下转第四版）"},
    ),
    "a signature with its day in words, outside the element of the text": (
        f"{P}<div>{B}{B}</div><div align=right>昌吉市人民法院</div><div align=right>二〇二五年三月十日</div><p>---<br><a href=/>返回首页</a></p>",
        {"body": f"{BB}\n{BB}\n昌吉市人民法院\n二〇二五年三月十日"},
    ),
    "a digest whose whole paragraphs end with links, and one broken off above a button": (
        f"{P}<p>　　{LONG} <a href=/c/1.html>[详细]</a></p>"
        f"<p>　　{LONG}…… <a href=javascript:more()>[更多]</a></p>{E}",
        {"body": f"{LONG} [详细]\n{LONG}…… [更多]"},
    ),
    "verse in elements of its own above a note on who wrote it": (
        f"{H}<pre>雪是从夜里来的\n没有敲门</pre><pre>火在里面说话\n面在外面听\n等到都红了脸</pre><p>作者刘翔，新疆作家协会会员，现居乌鲁木齐。</p><hr><p>文/图 刘翔</p>{E}",
        {
            "body": "雪是从夜里来的\n没有敲门\n火在里面说话\n面在外面听\n等到都红了脸\n作者刘翔，新疆作家协会会员，现居乌鲁木齐。"
        },
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
