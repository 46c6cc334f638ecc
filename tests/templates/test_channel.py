"""The channel, by breadcrumbs and labels."""

from __future__ import annotations

import pytest

from tests.templates.page import BB, B, D, E, H, T, Template, check

TEMPLATES: dict[str, Template] = {
    "a channel behind a label": (
        f"<title>{T}_天山网</title><div>栏目：时政</div><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政", "body": BB},
    ),
    "a menu that bars part, above a headline": (
        f"<title>{T}_天山网</title><div><a>首页</a>|<a>工作动态</a>|<a>政策法规</a></div><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "channel_name": None},
    ),
    "a breadcrumb of list items whose last is the page": (
        f"<title>{T}_天山网</title><ol><li><a>首页</a></li><li><a>政务动态</a></li><li><a>要闻</a></li><li>详情</li></ol><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "channel_name": "要闻", "body": BB},
    ),
    "a menu that bars part above a breadcrumb": (
        f"<title>{T} 新疆人大网</title><p><a href=/>网站首页</a> | <a href=/g>人大概况</a> | <a href=/l>立法工作</a></p><p>当前位置：<a href=/>首页</a> &gt; <a href=/y>人大要闻</a></p><h1>{T}</h1>{D}{B}{E}",
        {"title": T, "channel_name": "人大要闻"},
    ),
    "a source before the date is no step of a way": (
        f"<title>{T}-天山网</title><div>来源：天山网 | 发布时间：2025-03-19 19:38</div><h1>{T}</h1>{B}{E}",
        {"source": "天山网", "channel_name": None},
    ),
    "a way whose steps are items of a list, its link without a slash at the end": (
        f"<title>{T}</title><ul><li><a href=/>首页</a></li><li>&gt;</li><li><a href=/xwzx/szxw>时政要闻</a></li></ul><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政要闻", "body": BB},
    ),
    "a row of what visitors may do": (
        f"<title>{T}</title><p>设为首页 | 加入收藏 | 维吾尔文版 | 哈萨克文版</p><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": None, "body": BB},
    ),
    "a breadcrumb in a list": (
        f"<title>{T}</title><ul><li><a href=/>首页</a></li><li><a href=/sz>时政要闻</a></li><li>正文</li></ul><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政要闻", "body": BB},
    ),
    "a breadcrumb in a list, from the site's name on": (
        f"<title>{T}</title><ul><li><a href=/>天山网</a> &gt;</li><li><a href=/sz>时政要闻</a> &gt;</li><li>正文</li></ul><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政要闻", "body": BB},
    ),
    "a breadcrumb whose steps nothing parts": (
        f"<title>{T}</title><p><a href=/>首页</a><i></i><a href=/sz>时政要闻</a><i></i>正文</p><h1>{T}</h1>{D}{B}{E}",
        {"channel_name": "时政要闻", "body": BB},
    ),
    "a dash in the headline behind a breadcrumb": (
        "<title>塔里木河的春天——来自中游的见闻</title><p><a href=/>首页</a> > <a href=/sz>时政要闻</a> > 塔里木河的春天——来自中游的见闻</p>"
        f"<h1>塔里木河的春天——来自中游的见闻</h1>{D}{B}{E}",
        {"channel_name": "时政要闻"},
    ),
    "a channel that only a meta element names": (
        f"<meta name=ColumnName content=时政>{H}{B}",
        {"channel_name": "时政", "body": BB},
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_by_what_it_says(name: str) -> None:
    check(TEMPLATES[name])
