"""What interrupts a text: cards, lists of other articles, spam."""

from __future__ import annotations

import pytest

from tests.templates.page import (
    ADDRESS,
    BB,
    FIRST,
    LINKS,
    LONG,
    SECOND,
    B,
    E,
    H,
    P,
    T,
    Template,
    check,
    picture,
)
from tsnet.items import Image

TEMPLATES: dict[str, Template] = {
    "what a text leaves out, above a card, and no sign of the end": (
        f"{H}<table><tr><td><section>{LONG}</section><section>{LONG}</section><section>……</section><div class=card><a href=/xwzx/a.shtml><img src=/t/9.jpg><h4>{FIRST}</h4><p>天山网 03-19</p></a></div><section>{SECOND}。</section><section>{LONG}</section></td></tr></table>",
        {"body": f"{LONG}\n{LONG}\n……\n{SECOND}。\n{LONG}"},
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
    "a box below the first paragraph that lists the page itself": (
        f"{H}<div>　　现将有关事项公告如下：<br><div><h4>热点推荐</h4><ul><li><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a></li><li><a href={ADDRESS}>{T}</a></li></ul></div>　　{LONG}<br>　　目前已有3.2万人次使用。</div>{E}",
        {"body": f"现将有关事项公告如下：\n{LONG}\n目前已有3.2万人次使用。"},
    ),
    "a link to another article among the paragraphs, its headline ending in a quoted word": (
        f"{H}<div><p>　　{LONG}</p><p><a href=/xwzx/a.shtml>喀什古城夜经济“热辣滚烫”</a></p><p>　　{LONG}</p></div>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "a linked sentence that ends in speech among the paragraphs": (
        f"{H}<div>{B}<p><a href=/xwzx/a.shtml>他说：“岗位越来越多，大家都很高兴。”</a></p>{B}</div>{E}",
        {"body": f"{BB}\n他说：“岗位越来越多，大家都很高兴。”\n{BB}"},
    ),
    "one related article within the text": (
        f"{P}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><div><b>相关阅读：</b><a href=a.html>新疆新增一条铁路</a></div><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "a list of links within the text, two paragraphs after it": (
        f"{P}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><div>相关阅读</div><div><a href=a>新疆新增一条铁路</a></div>"
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
    "a linked picture with its caption among the paragraphs": (
        f"{H}<p>{LONG}</p><div><a href=/zt/a.shtml><img src=/x/a.jpg></a><p>图为平台的服务窗口。</p></div>{B}<p>{LONG}</p>{E}",
        {"body": f"{LONG}\n图为平台的服务窗口。\n{BB}\n{LONG}"},
    ),
    "other articles in the midst of a text whose paragraphs are indented": (
        f"{P}<p>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><h4>相关报道</h4><ul><li><a href=a>新疆新增一条铁路</a><li><a href=b>雪季来了</a></ul><p>　　目前已有3.2万人次使用。</p><p>新ICP备11000096号</p>",
        {"body": BB},
    ),
    "the headline again within the text": (
        f"{P}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p>{T}</p><p>目前已有3.2万人次使用。</p>{E}",
        {"body": BB.replace("\n", f"\n{T}\n")},
    ),
    "links that a mirror has put between the paragraphs": (
        f"{P}<p>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><div>友情链接：<a href=a>葡京</a> <a href=b>彩票</a></div><p>　　目前已有3.2万人次使用。</p>",
        {"body": BB},
    ),
    "a request for comments between indented paragraphs": (
        f"{P}<p>　　据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><div>我要评论</div><p>　　目前已有3.2万人次使用。</p>{E}",
        {"body": BB},
    ),
    "a picture between a list of other articles and the text": (
        f"{P}<h5>相关报道</h5><ul><li><a href=a>伊犁河谷杏花盛开迎客来</a></li><li><a href=b>和田玉龙喀什水利枢纽大坝填筑过半</a></li></ul><p><img src=1.jpg></p>{B}{E}",
        {"body": BB, "images": [picture("1.jpg")]},
    ),
    "a box of other articles within the text": (
        f"{P}{B}<div><h4>石榴专题</h4><ul><li><a href=a.shtml>伊犁河谷杏花盛开</a></li><li><a href=b.shtml>春播开始了吗？</a></li></ul></div>{B}{E}",
        {"body": f"{BB}\n{BB}"},
    ),
    "a code to scan in the middle of the text": (
        f"{P}<p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p><p><img src=./W1.jpg><br>扫一扫下载客户端</p><p>目前已有3.2万人次使用。</p>{E}",
        {"images": [], "body": BB},
    ),
    "a list of other articles in the text, two paragraphs and the foot below": (
        f"{P}{B}<h3>相关新闻</h3>{LINKS}<h4>下一步</h4><p>{LONG}</p><p>{LONG}</p><p>天山网 版权所有</p>",
        {"body": f"{BB}\n下一步\n{LONG}\n{LONG}"},
    ),
    "two lists of other articles in the text, what the site says of itself below": (
        f"{P}{B.replace('<p>', '<p>　　')}<h3>相关新闻</h3>{LINKS}<p>平台全天开放。</p><p>{LONG}</p><p>　　平台还将增设夜间服务。</p><h3>推荐阅读</h3>{LINKS}<p>我们的故事</p><p>天山网是新疆维吾尔自治区重点新闻网站，多语种传播新疆声音，服务全国各地的网民和读者朋友。</p><p>天山网 版权所有</p>",
        {"body": f"{BB}\n平台全天开放。\n{LONG}\n平台还将增设夜间服务。"},
    ),
    "a box of other articles within the text, and comments below it": (
        f"{P}{B}<div><h4>石榴专题</h4><p><a href=a.shtml>伊犁河谷杏花盛开</a></p><p><a href=b.shtml>春播正当时</a></p></div><p>{LONG}</p><p>{LONG}</p><div><span>最新评论</span><p><b>来客</b> <span>2025-03-19 23:10</span></p><p>{LONG}</p></div><p>天山网版权所有</p>",
        {"body": f"{BB}\n{LONG}\n{LONG}"},
    ),
    "a text with a list that goes on below other articles": (
        f"{P}<p>　　平台提醒求职者注意以下事项。</p><ul><li>不要轻信高薪广告。</li><li>不要预付任何费用。</li></ul><div><h4>推荐阅读</h4>{LINKS}</div><p>　　遇到问题请拨打12333。</p><div>Copyright © 天山网 版权所有</div>",
        {
            "body": "平台提醒求职者注意以下事项。\n不要轻信高薪广告。\n不要预付任何费用。\n遇到问题请拨打12333。"
        },
    ),
    "a picture between a list in the text and the text below it": (
        f"{P}<p>　　{LONG}</p><div>相关新闻</div>{LINKS}<p><img src=/upload/20250319/1.jpg></p><p>　　{LONG}</p><p>　　{LONG}</p>{E}",
        {
            "body": f"{LONG}\n{LONG}\n{LONG}",
            "images": [Image("http://m.euiu.cn/upload/20250319/1.jpg")],
        },
    ),
    "a card among the paragraphs, with a picture, an abstract and a day": (
        f"{P}<div>{B}<div><div><img src=/t/1.jpg></div><div><a href=a.shtml>伊犁河谷杏花盛开</a><p>5月10日，满载日用百货的货车从口岸驶出……</p><span>2025-03-11</span></div></div>{B}</div>{E}",
        {"body": f"{BB}\n{BB}", "images": []},
    ),
    "a card among the paragraphs that asks and offers": (
        f"{P}<div>{B}<div><p>喜欢这篇报道？</p><p>注册账号即可收藏并接收同类文章提醒</p><a href=/signup>免费注册</a></div><p>此致</p><p>敬礼</p></div>{E}",
        {"body": f"{BB}\n此致\n敬礼"},
    ),
    "a quotation among the paragraphs, with a link to where it stands": (
        f"{P}<div>{B}<blockquote><p>就业是最基本的民生。</p><p><a href=a.shtml>原文</a></p></blockquote>{B}</div>{E}",
        {"body": f"{BB}\n就业是最基本的民生。\n{BB}"},
    ),
    "cards among the paragraphs, a picture with a button and a question with answers": (
        f"{P}<div>{B}<div><img src=/logo.png><span>天山客户端</span><span>看更多新闻</span><a href=/dl>打开</a></div>{B}<div><p>你怎么看？</p><div>支持</div><div>反对</div></div><p>{LONG}</p></div>{E}",
        {"body": f"{BB}\n{BB}\n{LONG}", "images": []},
    ),
    "a card in a text of one paragraph and many short lines": (
        f"{P}<div><p>地区 岗位</p><p>伊犁 900</p><p>阿勒泰 800</p><div><p>喜欢这篇报道？</p><p>注册账号即可收藏</p><a href=/signup>免费注册</a></div><p>塔城 700</p><p>{LONG}</p></div>{E}",
        {"body": f"地区 岗位\n伊犁 900\n阿勒泰 800\n塔城 700\n{LONG}"},
    ),
    "a question with its answers, all in one line among the paragraphs": (
        f"{P}{B}<div><span>您是否遇到过类似情况？</span><span>遇到过</span><span>没有</span></div><p>{LONG}</p>{E}",
        {"body": f"{BB}\n{LONG}"},
    ),
    "an offer that ends with a link, in the text’s element": (
        f"{P}<div>{B}<p>订阅“每日要闻”，不错过重要新闻 <a href=/s>订阅</a></p></div>",
        {"body": BB},
    ),
    "an advertiser’s box among the paragraphs": (
        f"{P}<div><p>　　{LONG}</p><div><p>商务合作</p><p>广告热线 0991-8521222</p></div><p>　　{LONG}</p></div>{E}",
        {"body": f"{LONG}\n{LONG}"},
    ),
    "cards among the paragraphs whose pictures lead elsewhere": (
        f"{P}<div>{B}<div><h5>热门活动</h5><a href=/h1><img src=/h1.jpg></a><p>帕米尔徒步季报名开启</p></div>{B}<div><a href=/live><img src=/live.jpg></a><span>直播预告：探访天山隧道</span></div><p>{LONG}</p></div>{E}",
        {"body": f"{BB}\n{BB}\n{LONG}", "images": []},
    ),
    "a first sentence that stands again in the text": (
        f"{P}<div><p>据了解，该平台汇集岗位12.6万个，服务各族群众就业。</p>{B}</div>{E}",
        {"body": f"据了解，该平台汇集岗位12.6万个，服务各族群众就业。\n{BB}"},
    ),
    "another article within the text, behind its label in an element of its own": (
        f"{P}<div>{B}<div><span>延伸阅读</span><a href=/xwzx/a.shtml>伊犁河谷杏花盛开迎客来</a></div><p>{LONG}</p></div>{E}",
        {"body": f"{BB}\n{LONG}"},
    ),
    "a question to the readers among the paragraphs, its answers in one line": (
        f"{P}<div>{B}<div><p>你家今年种了什么？</p><label>棉花</label><label>小麦</label><label>玉米</label></div>{B}</div>{E}",
        {"body": f"{BB}\n{BB}"},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
