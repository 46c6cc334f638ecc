"""What a page puts below a text for its readers: buttons, counters, key words, comments."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, LINKS, LONG, B, D, E, H, P, T, Template, check, picture

TEMPLATES: dict[str, Template] = {
    "a code to scan in the element of the text, what it leads to below it": (
        f"{H}<div>{B}<p>{LONG}</p><p align=center><img src=/i/qr.png></p><p align=center>手机天山网</p></div>{E}",
        {"body": f"{BB}\n{LONG}", "images": []},
    ),
    "a button of unknown words set as one below it, not as the text": (
        f"{H}<div class=t>{B}</div><div class=z>往上翻</div><div class=z>[打印] [关闭]</div>",
        {"body": BB},
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
    "key words without links above words of the page, all set as the text is not": (
        f"{H}<p>　　{LONG}</p><p>　　{LONG}</p><p>标签：<a>就业</a> <a>平台</a></p><p>扫一扫，手机阅读更精彩</p><p>您看完此文章的感受是：</p><p><span>开心 3</span><span>感动 2</span><span>路过 1</span></p>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "how often readers pressed what, in a row in the element of the text": (
        f"{H}<div><p>　　{LONG}</p><p>　　{LONG}</p><p>　　联系方式</p><p>　　电　话：0999-8023456</p><h3>相关阅读</h3><ul>{LINKS}</ul><div><p>您看完此文章的感受是：</p><span>开心 3</span><span>感动 0</span><span>路过 1</span></div><p>下载石榴云客户端，看更多新疆新闻</p></div>{E}",
        {"body": f"{LONG}\n{LONG}\n联系方式\n电　话：0999-8023456"},
    ),
    "a button that is set as the paragraphs are, at the end": (
        f"{H}<p>　　{LONG}</p><p>　　点击查看更多精彩内容</p>{E}",
        {"body": LONG},
    ),
    "a bold counter below the text": (
        f"{H}{B}<div><button>赞</button><b>36</b></div><p>(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像。)</p>{E}",
        {"body": BB},
    ),
    "tags below the body": (
        f"{H}{B}<div>标签：<a href=/t>就业</a> <a href=/t>平台</a></div>{E}",
        {"body": BB},
    ),
    "advertisements for the app": (
        f"{H}{B}<p>扫一扫下载天山网客户端</p><p>打开APP阅读全文</p>{E}",
        {"body": BB},
    ),
    "tags without links": (f"{P}{B}<div>标签：<a>就业</a><a>平台</a></div>{E}", {"body": BB}),
    "comments counted, who entered it, a plea for copying": (
        f"{P}{B}<p>转载请注明出处</p><p>录入：万平</p><div>网友评论 0条评论|0人参与</div><p>写得真好，为家乡点赞！期待更多好消息，也希望平台越办越好。</p>",
        {"body": BB},
    ),
    "what asks the readers for news, set as the text is": (
        f"{P}<p>　　{LONG}</p><p>　　{LONG}</p><p>　　想爆料？请登录互动平台( https://minsheng.example/ )、拨打新闻热线0991-3532125，或登录官方微博提供新闻线索。</p>",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "what asks the readers for news in brackets": (
        f"{P}<p>　　{LONG}</p><p>　　{LONG}</p><p>　　【如果您有新闻线索，欢迎向我们报料，一经采纳有费用酬谢。报料微信关注：tsbl】</p>",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "what asks for what was seen, which is the text": (
        f"{P}<p>　　{LONG}</p><p>　　如有线索，请拨打电话0991-3532125与警方联系。</p>",
        {"body": f"{LONG}\n如有线索，请拨打电话0991-3532125与警方联系。"},
    ),
    "key words without links below the text": (f"{H}{B}<p>标签：就业、平台</p>{E}", {"body": BB}),
    "a comment of yesterday": (
        f"{H}<div><div>{B}<p>{LONG}</p></div><div><p><b>张先生</b> <i>昨天</i></p><p>这个平台我用过，很方便</p></div></div>{E}",
        {"body": f"{BB}\n{LONG}"},
    ),
    "what DedeCMS and WordPress put below a text": (
        f"{P}{B}<div>顶一下</div><div>(0)</div><div>0%</div><div>------分隔线------</div><h3>发表回复</h3><p>您的邮箱地址不会被公开。</p>",
        {"body": BB},
    ),
    "long comments above the notice": (
        f"{P}{B}<h3>3 条评论</h3><p>路人甲 2025-03-20 12:11</p><p>家乡越来越好了，我在外地工作十年，每次回去都有新的变化，真心为家乡高兴，希望明年能回去过年！</p><p>我也在外地工作十年了，每次回去都有新的变化，真心为家乡高兴，希望明年能回去看看，大家一起努力！</p><p>版权声明：凡本网注明“来源：天山网”的所有作品，未经本网授权不得转载、摘编。</p>",
        {"body": BB},
    ),
    "counters, stars, dates and links below a text": (
        f"{P}{B}<div><a href=#>0</a></div><div>文章评分：★★★★★</div><div>热搜：<a href=/s?q=1>两会</a><a href=/s?q=2>春耕</a></div><div>发布时间：2025-03-19 19:38　最后修改：2025-03-20 10:00</div><h3><span>Related</span> 相关资讯</h3><ul><li><a href=a>伊犁河谷杏花盛开迎客来</a></ul>",
        {"body": BB},
    ),
    "what players show, and the mark of the end": (
        f"{P}<div><span>音频：</span></div>{B}<p>00:00 / 01:23</p><p>（完）</p>{E}",
        {"body": BB},
    ),
    "a client to download and the site's telephone below the text": (
        f"{P}{B}<p>下载石榴云客户端 看更多精彩</p><p>新闻热线：0991-5593345</p>{E}",
        {"body": BB},
    ),
    "a rule of dashes, and a counter that a script fills": (
        f"<title>{T}</title><h1>{T}</h1><p>来源：天山网 | 2025-03-19 19:38 | 查看：<span></span></p><p align=center>（2024年12月31日）</p>{B}<p>————————</p>{B}{E}",
        {"body": f"（2024年12月31日）\n{BB}\n{BB}"},
    ),
    "buttons beside the text": (
        f"{P}<div><img src=/i/wx.png><div>关注新华网</div></div><div>Qzone</div><span>图集</span>{B}<div>+1</div>{E}",
        {"body": BB, "images": []},
    ),
    "the first part of a text that quotes comments, without a day or an hour": (
        f"{P}<p>平台上线，服务群众。</p><p align=center><b>网友评论</b></p><p>“以前要跑好几个地方，现在坐在家里就能投简历，希望平台越办越好。”网友刘翔留言说。</p><p>“家门口的岗位越来越多，工资也不低，明年我就不出远门打工了，一家人团团圆圆。”网友万平说。</p>{E}",
        {
            "body": "平台上线，服务群众。\n“以前要跑好几个地方，现在坐在家里就能投简历，希望平台越办越好。”网友刘翔留言说。\n“家门口的岗位越来越多，工资也不低，明年我就不出远门打工了，一家人团团圆圆。”网友万平说。"
        },
    ),
    "buttons in brackets that are links": (
        f"{P}{B}<p align=right>【<a href='javascript:p()'>打印此文</a>】【<a href='javascript:c()'>关掉它</a>】</p><p><img src=1.jpg></p><p>【<a href=#top>回到上面</a>】</p><p>天山网版权所有</p>",
        {"body": BB, "images": [picture("1.jpg")]},
    ),
    "a part of the text that quotes comments": (
        f"{P}{B}<h3>岗位</h3>{B}<h3>网友留言</h3><p>“这下在家门口就能就业了。”</p>{B}{E}",
        {"body": f"{BB}\n岗位\n{BB}\n网友留言\n“这下在家门口就能就业了。”\n{BB}"},
    ),
    "comments under 评论 alone": (
        f"{P}{B}<div><span>评论</span><div><b>天山来客</b><span>2025-03-20 12:20</span><p>这个平台好，希望落实到位，让更多老百姓受益，特别是偏远乡镇的老人和孩子。</p></div></div><p>天山网版权所有</p>",
        {"body": BB},
    ),
    "comments below a list of other articles, and the notice below them": (
        f"{P}{B}<p>责编 刘芳</p><div><h3>相关新闻</h3><p><a href=a>伊犁河谷杏花盛开</a></p></div><div><span>最新评论</span><p><b>来客</b> <span>2025-03-20 23:10</span></p><p>{LONG}</p></div><p>（刊用本网站稿件，务经书面授权。未经授权禁止转载。）</p>",
        {"body": BB},
    ),
    "a short text in Uyghur, and comments": (
        f"<title>باھار تېرىلغۇسى</title><h1>باھار تېرىلغۇسى</h1>{D}<div>يىغىندا بۇ يىللىق ئەتىيازلىق تېرىلغۇ خىزمىتى ئورۇنلاشتۇرۇلدى.</div>{E}<div><p>网友评论</p><p>来客 2025-03-19 23:10</p><p>这个平台好，希望越办越好。</p></div>",
        {"body": "يىغىندا بۇ يىللىق ئەتىيازلىق تېرىلغۇ خىزمىتى ئورۇنلاشتۇرۇلدى."},
    ),
    "counters below the text, and what they ask": (
        f"{P}<div>{B}</div><div><p>读罢此文，您觉得</p><ul><li>欣喜 0</li><li>震撼 2</li><li>无感 1</li></ul></div><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "counters below the text in one element with it": (
        f"{P}<div>{B}<ul><li>欣喜 0</li><li>震撼 0</li></ul></div><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "words in elements of their own right below the dateline, and comments in one with the text": (
        f"{P}<div><p>米色</p><p>墨色</p><p>行高</p></div>{B}<div><h3>围炉</h3><div><b>红柳</b><span>2小时前</span><p>{LONG}</p><span>回复</span></div></div>{E}",
        {"subtitle": None, "body": BB},
    ),
    "a paragraph in an element of its own below one of tools": (
        f"{P}<div>{B}<p>{LONG}</p></div><div><i>喜欢 3</i><i>无感 0</i></div><div><p>平台将长期运行。</p></div><p>新ICP备11000096号</p>",
        {"body": f"{BB}\n{LONG}\n平台将长期运行。"},
    ),
    "counters that no one has pressed below a line of text": (
        f"{P}<div><p>平台今日上线。</p></div><div><p>您对这篇文章的感受</p><ul><li>高兴 0</li><li>感动 0</li><li>愤怒 0</li></ul></div>{E}",
        {"body": "平台今日上线。"},
    ),
    "short lines of any wording beside the element of the text": (
        f"{P}<div>{B}<p>{LONG}</p></div><div>进入大字版</div><div><p>这篇文章对您有用吗？</p><p>有用</p><p>没用</p></div><div><img src=/u/9.png><b>天山小编</b><p>新疆的新闻都在这里</p></div>",
        {"body": f"{BB}\n{LONG}", "images": []},
    ),
    "the same beside the element of short sentences": (
        f"{P}<div><p>刘翔任局长；</p><p>万平任副局长。</p></div><div>进入大字版</div>{E}",
        {"body": "刘翔任局长；\n万平任副局长。"},
    ),
    "a table of buttons that no one has pressed": (
        f"{P}<div>{B}<p>{LONG}</p></div><div><h4>读后心情</h4><table><tr><td>0</td><td>0</td></tr><tr><td>开心</td><td>难过</td></tr></table></div>{E}",
        {"body": f"{BB}\n{LONG}"},
    ),
    "a button behind the last sentence": (
        f"{P}<p>{LONG}<a href=/b.htm>分享</a>是平台的口号。</p><p>{LONG}<a href=/>返回天山网首页&gt;&gt;</a></p>{E}",
        {"body": f"{LONG}分享是平台的口号。\n{LONG}"},
    ),
    "comments with replies to them": (
        f"{P}<div>{B}</div><ul><li><p>红柳 5小时前</p><p>{LONG}</p><p>回复 ⋅ 254条回复 8421</p></li><li><p>胡杨 4小时前</p><p>{LONG}</p><p>回复 ⋅ 8条回复 92</p></li></ul><p>查看更多评论</p>",
        {"body": BB},
    ),
    "a vote of the readers at the end of the text’s element": (
        f"{P}<div>{B}<div><h4>你更愿意选择哪种出行方式？</h4><ul><li>A. 地铁 <em>45%</em></li><li>B. 公交 <em>30%</em></li></ul><p>已有1208人参与，投票截止12月31日</p></div></div>{E}",
        {"body": BB},
    ),
    "an offer to the readers below the tools": (
        f"{P}<div><p>{LONG}</p><p>{LONG}</p></div><div>打印 收藏</div><div><h4>订阅早报</h4><p>每天早晨七点，把重要的新闻送到您的邮箱。</p></div>{LINKS}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "a picture of the template with a question, below the tools": (
        f"{P}<div>{B}{B}</div><div><span>我要收藏</span><span>我要分享</span><span>回到首页</span></div><div><img src=/robot.png><p>您好，我是智能小助手，有什么可以帮您？</p></div>",
        {"body": f"{BB}\n{BB}", "images": []},
    ),
    "labels of fields that the page leaves empty": (
        f"{P}<div>{B}{B}</div><div>资料下载：</div><div>您的姓名：</div><div>点评内容：</div><div>网友点评</div><div>版权声明：本网所有内容，未经许可不得转载。</div>",
        {"body": f"{BB}\n{BB}"},
    ),
    "two buttons in a row, below a statement": (
        f"{P}<div>{B}{B}</div><div>平台声明：该文观点仅代表作者本人，天山号仅提供信息存储空间服务。</div><div><span>阅读 (12)</span><span>投诉</span></div>",
        {"body": f"{BB}\n{BB}"},
    ),
    "tools around a text without sentences": (
        f"{P}<div><p>新增岗位 9099.57万个</p><p>其中纺织业 584.4万个</p><p>其中服务业 3741.1万个</p><p>其余 4774万个</p></div><div>打印 收藏</div><div><p>如果你有新闻线索，欢迎告诉我们</p></div>",
        {
            "body": "新增岗位 9099.57万个\n其中纺织业 584.4万个\n其中服务业 3741.1万个\n其余 4774万个"
        },
    ),
    "slogans among the buttons below the text, in its element": (
        f"{P}<div><p>{LONG}</p>{B}<p>自治区人社厅</p><p>下载“掌上天山”客户端</p><p>第一时间看新疆</p><p>标签 <a href=/t1>就业</a> <a href=/t2>平台</a></p></div>{E}",
        {"body": f"{LONG}\n{BB}\n自治区人社厅"},
    ),
    "a row of feelings that no one has pressed, in the element of the text": (
        f"{P}<div><p>{LONG}</p>{B}<p>你看到此文章的感受是</p><p><i>0</i><b>感动</b><i>0</i><b>路过</b><i>0</i><b>高兴</b></p></div>{E}",
        {"body": f"{LONG}\n{BB}"},
    ),
    "what the page asks of itself, a code to scan and accounts, in the element of the text": (
        f"{P}<div><p>{LONG}</p>{B}<p><img src=//x.cn/qr.jpg></p><p>扫描二维码</p><p>看更多资讯</p><p>您对本页面内容是否满意？</p><p><label>满意</label><label>一般</label><label>不满意</label><a>提交</a></p><p>关注我们</p><p>官方微信</p><p>官方微博</p></div>{E}",
        {"body": f"{LONG}\n{BB}", "images": []},
    ),
    "a word in an element of its own below short news": (
        f"<title>{T}</title><div><h1>{T}</h1>{D}<div><p>{LONG}</p></div><div><p>网上调查</p></div></div><div>关于我们 | 联系我们 | 网站地图</div>",
        {"body": LONG},
    ),
    "words right below short news, each in an element of its own": (
        f"{P}<div><p>{LONG}</p></div><div>便民查询</div><div>新闻日历</div><div>关于我们 | 联系我们 | 网站地图</div>",
        {"body": LONG},
    ),
    "fields that the page leaves empty above and below the text": (
        f"{P}<div>作者：</div><div>{B}{B}<p>附件下载：</p></div>{E}",
        {"body": f"{BB}\n{BB}"},
    ),
    "a form for comments under a heading set as those of the text, without an end sign": (
        f"{H}<h3>多方支持</h3>{B}<h3>助力就业</h3>{B}<h3>发表回复</h3><form><p>您的邮箱地址不会被公开。 必填项已用 <b>*</b> 标注</p><p><label>显示名称 *</label></p></form>",
        {"body": f"多方支持\n{BB}\n助力就业\n{BB}"},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
