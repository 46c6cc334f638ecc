"""Other articles below a text."""

from __future__ import annotations

import pytest

from tests.templates.page import (
    BB,
    FIRST,
    LINKS,
    LONG,
    SECOND,
    B,
    D,
    E,
    H,
    P,
    T,
    Template,
    check,
    picture,
)

TEMPLATES: dict[str, Template] = {
    "a short text above its dateline, more said of other articles below it": (
        f"<title>{T}_天山网</title><h1>{T}</h1><p>{LONG}</p><ul><li>来源：天山网</li><li>发布时间：2025-03-19 19:38:42</li></ul>"
        + f"<h4><a href=/xwzx/a.shtml>{FIRST}</a></h4><p>{LONG}</p><p>{SECOND}</p>" * 2,
        {"title": T, "body": LONG, "source": "天山网"},
    ),
    "another article below this one, with an editor of its own": (
        f"{H}{B}<p>责任编辑：刘芳</p><h1>{FIRST}</h1><p>2025-03-20 10:00 来源：伊犁日报</p><p>{LONG}</p><p>责任编辑：万平</p>",
        {"editors": ["刘芳"], "body": BB},
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
    "a list of other articles below buttons, its heading no nearer to it": (
        f"{H}{B}<div>【打印】【关闭】</div><div>政策解读</div><ul><li><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a><li><a href=/xwzx/b.shtml>喀什古城游客多</a></ul><div>网站地图 | 联系我们 | 隐私声明</div>",
        {"body": BB},
    ),
    "another article below the first, with links between them": (
        f"{H}{B}<div>相关推荐</div>{LINKS}<h1>伊犁河谷杏花盛开迎客来</h1><div>2025-03-18 08:00 来源：人民网</div><p>{LONG}</p><p>{LONG}</p>",
        {"title": T, "body": BB, "source": "天山网"},
    ),
    "a hot list with abstracts after the end": (
        f"{H}{B}{E}<h3>热门文章</h3><div><a href=x.html>新疆新增一条铁路</a><p>记者从铁路部门获悉，新增一条铁路，全长300公里，明年通车。</p></div>",
        {"body": BB},
    ),
    "a hot list with abstracts and no end sign": (
        f"{H}{B}<h3>热门文章</h3><div><a href=x.html>新疆新增一条铁路</a><p>记者从铁路部门获悉，新增一条铁路，全长300公里，明年通车。</p></div>",
        {"body": BB},
    ),
    "links to others behind marks, and a list of a special": (
        f"{P}{B}<p>&gt;&gt;&gt;<a href=../../jjxw/202503/t20250311_26055555.shtml>昌吉新增三条公交专线</a></p><p>点击查看更多&gt;&gt;</p><div>相关专题：<a href=/zt/lh/>全国两会</a></div><p>主题词：新疆</p>{E}",
        {"body": BB},
    ),
    "abstracts of other articles, no end sign": (
        f"{P}{B}<h2>为你推荐</h2>"
        + "<h3><a href=a.html>阿克苏机场旅客吞吐量突破300万人次</a></h3><p>阿克苏机场旅客吞吐量突破300万人次，这是当地发展的缩影，群众的日子越过越好，笑容越来越多。</p><time>2025-01-01</time>"
        * 3
        + "<p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "the same articles listed above and below a short text": (
        f"<title>{T}_天山网</title><div><a href=a>新疆新增一条铁路</a></div><div>{T}</div>{D}<p>平台今日上线。</p><div>为你推荐</div><div><a href=a>新疆新增一条铁路</a></div>",
        {"title": T, "body": "平台今日上线。"},
    ),
    "an abstract that is broken off below other articles, and the site's own words": (
        f"{P}{B}<h3>新闻推荐</h3><div><p><a href=/1.html>喀什古城游客多</a></p><p>9月17日下午，喀什古城迎来许多游客，街巷里的老手艺让他们流连忘返。古城的故事有多少，老人们怎么说，游客们又怎么看？受...</p></div><p>伊宁新闻，弘扬社会正气。除了新闻，我们还传播幸福和美好！因为热爱所以付出，光阴流水，不变的是这个家。</p><h3>相关推荐：</h3>",
        {"body": BB},
    ),
    "other articles with abstracts under a heading of no known wording": (
        f"{P}<div>{B}</div><div><div>石榴推文</div>"
        + "".join(
            f"<div><a href=/xwzx/szxw/202503/t20250318_2636912{n}.shtml>伊犁河谷杏花盛开迎客来</a><p>杏花沟的游客比去年同期多了三成，农家乐的生意十分红火，村民们都笑开了花。</p><span>来源：天山网 2025-03-18</span></div>"
            for n in range(3)
        )
        + "</div><div><p>天山网版权所有</p></div>",
        {"body": BB},
    ),
    "a last line that is short, above links of no known wording": (
        f"{P}<div>{B}<p>天山网编辑部</p><p>2025年3月18日</p></div><div><p><a href=a.shtml>伊犁河谷杏花盛开</a></p><p><a href=b.shtml>春播开始</a></p></div>",
        {"body": f"{BB}\n天山网编辑部\n2025年3月18日"},
    ),
    "other articles with day, hour and second behind short titles": (
        f"{P}{B}<div>&gt;相关新闻</div><div><li>·<a href=a>杏花沟里迎客来</a> <span>2025-03-18 10:20:00</span></li><li>·<a href=b>春播正当时</a> <span>2025-03-18 10:20:00</span></li></div><div>我要评论：</div>",
        {"body": BB},
    ),
    "two paragraphs below a box of other articles on a page that nothing ends": (
        f"{P}{B}<div><h4>石榴专题</h4><p><a href=a.shtml>伊犁河谷杏花盛开</a></p><p><a href=b.shtml>春播正当时</a></p></div><p>{LONG}</p><p>{LONG}</p>",
        {"body": f"{BB}\n{LONG}\n{LONG}"},
    ),
    "a list of other articles with their dates and abstracts above the foot": (
        f"{P}{B}<h3>相关新闻</h3><div><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a><p>2025-03-18</p><p>{LONG}</p><a href=/xwzx/b.shtml>喀什古城游客多</a><p>2025-03-17</p><p>{LONG}</p></div><p>天山网 版权所有</p>",
        {"body": BB},
    ),
    "flashes, each with its hour before its link, below the text": (
        f"{P}{B}<div><b>快讯</b>"
        + "".join(f"<div><i>1{n}:30</i> <a href={n}.shtml>杏花沟迎客</a></div>" for n in range(3))
        + "</div><p>天山网版权所有</p>",
        {"body": BB},
    ),
    "pictures that link to other articles, with their titles": (
        f"{P}<div><div><p>{LONG}</p></div></div><div>图说新疆</div><ul>"
        + "".join(
            f"<li><a href={n}.shtml><img src=/t/{n}.jpg><p>杏花沟迎客</p></a></li>"
            for n in range(3)
        )
        + "</ul><p>天山网版权所有</p>",
        {"body": LONG, "images": []},
    ),
    "films without links below the text, each with its length": (
        f"{P}<div>{B}</div><div><h4>片单</h4><ul><li><img src=/v/1.jpg><p>伊犁河谷杏花盛开迎客来</p><i>03:12</i></li><li><img src=/v/2.jpg><p>喀什古城游客多</p><i>01:40</i></li></ul></div><p>新ICP备11000096号</p>",
        {"body": BB, "images": []},
    ),
    "articles without links below the text, each with its age, and what stands below them": (
        f"{P}<div>{B}</div><div><b>左邻右舍</b><div>伊犁河谷杏花盛开迎客来<p><i>伊犁日报</i><i>5分钟前</i></p></div><div>喀什古城游客多<p><i>喀什日报</i><i>71阅读</i></p></div></div><div>好故事值得一读再读</div><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "links to articles of the site below a paragraph that ends in a colon": (
        f"{P}{B}<p>关于这一平台，本网此前曾经报道：</p>{LINKS}<p>咨询请拨打12333。</p>{E}",
        {"body": f"{BB}\n关于这一平台，本网此前曾经报道：\n咨询请拨打12333。"},
    ),
    "pictures of the article below other articles": (
        f"{P}{B}<p><img src=W0202503191.jpg></p><div><h4>推荐阅读</h4>{LINKS}</div><p><img src=./W0202503192.jpg></p><p>编辑 刘芳</p><div>Copyright © 天山网 版权所有</div>",
        {
            "body": BB,
            "editors": ["刘芳"],
            "images": [picture(f"W020250319{n}.jpg") for n in (1, 2)],
        },
    ),
    "what stands before and after in one line of words and links": (
        f"{P}{B}<div><span>上一条</span><a href=/a.shtml>伊犁河谷杏花开</a><span>下一条</span><a href=/b.shtml>喀什古城游客多</a></div>",
        {"body": BB},
    ),
    "a heading of links that stands no nearer to them than to the text": (
        f"{P}{B}<div>一图看懂</div><ul><li><a href=/a.shtml>伊犁河谷杏花开</a></li><li><a href=/b.shtml>喀什古城游客多</a></li></ul>",
        {"body": BB},
    ),
    "a heading of a list and its button in one line": (
        f"{P}{B}<div><span>猜你喜欢</span><a href=#>换一换</a></div>{LINKS}",
        {"body": BB},
    ),
    "media and dates below linked headlines": (
        f"{P}　　{LONG}<br>　　{LONG}<br>"
        + "".join(
            f"<div><a href=/{n}.shtml><img src=../a/W{n}.jpg></a><h4><a href=/{n}.shtml>伊犁河谷杏花盛开迎客来</a></h4><p>天山网 2025-03-1{n}</p></div>"
            for n in range(3)
        )
        + "<div>Copyright © 天山网 版权所有</div>",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "who signs, right above links of no known wording": (
        f"{P}<div>{B}{B}<p>——一位老师</p></div><div><a href=a.shtml>#就业</a><a href=b.shtml>#民生</a></div><div><a href=c.shtml>伊犁河谷杏花盛开</a></div>",
        {"body": f"{BB}\n{BB}\n——一位老师"},
    ),
    "boxes with headings outside the element of headline and text": (
        f"<title>{T}</title><main><section><h1>{T}</h1>{D}<div>{B}{B}</div></section><section><h2>智能问答</h2><p>您可以这样问我：</p><ul><li>社保卡怎么办理</li><li>公租房申请条件</li></ul></section><section><h2>办事直通车</h2><a href=/a>居住证</a><a href=/b>准生证</a></section></main><footer>新ICP备11000096号-3</footer>",
        {"body": f"{BB}\n{BB}"},
    ),
    "two links between arrows below the text": (
        f"{P}<div>{B}</div><p>&lt;&lt; <a href=a.shtml>塔河两岸稻花香</a>　　<a href=b.shtml>数字乡村试点启动</a> &gt;&gt;</p>",
        {"body": BB},
    ),
    "the next article with its beginning, broken off": (
        f"{P}<div>{B}</div><div><p>下一篇</p><h3><a href=/b.html>伊宁县公布一批惠民工程</a></h3><p>3月19日，伊宁县公布惠民工程清单，涉及教育、医疗...</p></div>{E}",
        {"body": BB},
    ),
    "a list of others, each a picture, a headline and a long indented abstract with its link": (
        f"{P}<div><p>　　阿勒泰地区下了一场大雪。</p></div><div><h3>推荐阅读</h3>"
        + "".join(
            f"<div><a href=/c/2026-03-1{n}/1{n}.html><img src=/t/{n}.jpg></a>"
            f"<p><a href=/c/2026-03-1{n}/1{n}.html>杏花开放的第{n}天</a></p>"
            f"<p>　　{LONG * 4}…… <a href=/c/2026-03-1{n}/1{n}.html>[详细]</a></p></div>"
            for n in range(4)
        )
        + f"</div>{E}",
        {"body": "阿勒泰地区下了一场大雪。", "images": []},
    ),
    "abstracts of others below a text, without links above them": (
        f"{H}{B}<h3>推荐阅读</h3><div><p>{LONG[:-1]}……<a href=/c/1.html>[详细]</a></p>"
        f"<p>{FIRST}，{SECOND}……<a href=/c/2.html>[详细]</a></p></div>{E}",
        {"body": BB},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
