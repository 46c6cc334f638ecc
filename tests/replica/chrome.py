"""What surrounds an article: navigation, breadcrumbs, related news, footer, and padding."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from tests.replica.truth import LICENCE_BLOCK

PORTAL = "天山网 - 新疆新闻门户"

INSTITUTIONS = [
    "新疆维吾尔自治区人民政府",
    "自治区发展和改革委员会",
    "自治区教育厅",
    "自治区科学技术厅",
    "自治区生态环境厅",
    "自治区交通运输厅",
    "自治区水利厅",
    "自治区农业农村厅",
    "自治区文化和旅游厅",
    "自治区卫生健康委员会",
    "自治区应急管理厅",
    "自治区市场监督管理局",
    "自治区统计局",
    "自治区气象局",
    "乌鲁木齐海关",
    "新疆大学",
    "新疆农业科学院",
    "新疆博物馆",
    "中国铁路乌鲁木齐局集团有限公司",
    "国网新疆电力有限公司",
    "新疆机场集团",
]

FEATURES = [
    "二十大精神在基层",
    "高质量发展看新疆",
    "我们的家园",
    "美丽新疆",
    "乡村振兴进行时",
    "一线见闻",
    "权威发布",
    "政策解读",
    "图说新疆",
    "天山时评",
    "民生关注",
    "丝路新篇",
    "文化润疆",
    "法治新疆",
    "健康科普",
    "直播回放",
    "每日天气",
    "今日头条",
    "专题报道",
    "视频新闻",
]


@dataclass
class Chrome:
    """The HTML around an article, and the lines of its foot."""

    head: str = ""
    top: str = ""
    crumbs: str = ""
    related: str = ""
    bottom: str = ""
    title_suffix: str = ""
    licence: Sequence[str] = LICENCE_BLOCK
    video_name: str = "V0.mp4"


def navigation(channels: Sequence[tuple[str, str]], rng: random.Random) -> str:
    """A bar of links to the front page and the channels, relative in different ways."""
    links = ['<a href="/">首页</a>']
    for path, name in channels:
        href = rng.choice((f"/{path}/", f"/{path}/index.shtml", f"/{path}/"))
        links.append(f'<a href="{href}">{name}</a>')
    links.append('<a href="http://weibo.example/tianshan" target="_blank">微博</a>')
    links.append('<a href="javascript:void(0)" onclick="addFavorite()">收藏</a>')
    return f'<div class="nav">{" ".join(links)}</div>'


def breadcrumbs(section: str, channel: str, name: str) -> str:
    """``当前位置：首页 > 新闻 > 时政``."""
    return (
        f'当前位置：<a href="/">首页</a> &gt; <a href="/{section}/">新闻</a> &gt; '
        f'<a href="/{section}/{channel}/">{name}</a> &gt; 正文'
    )


def related(items: Sequence[tuple[str, str, str]], rng: random.Random) -> str:
    """Related news: (href, title, day) each, with days that are not the article's."""
    if not items:
        return ""
    heading = rng.choice(("相关新闻", "相关阅读：", "延伸阅读", "热点新闻", "推荐阅读"))
    rows = "\n".join(
        f'<li><a href="{href}">{escape(title, quote=False)}</a><span>{day}</span></li>'
        for href, title, day in items
    )
    return f'<div class="xg"><h4>{heading}</h4>\n<ul>\n{rows}\n</ul></div>'


@lru_cache(maxsize=1)
def _pool() -> tuple[list[str], list[str]]:
    """Style rules and links, from which every page takes a stretch."""
    rng = random.Random("padding")
    rules = []
    links = []
    for _ in range(1200):
        name = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=6))
        rules.append(
            f".{name} li a{{display:block;width:{rng.randrange(100, 999)}px;height:auto;"
            f"margin:0 {rng.randrange(20)}px;color:#{rng.randrange(0x1000000):06x}}}\n"
        )
        text = rng.choice(INSTITUTIONS if rng.random() < 0.5 else FEATURES)
        href = f"http://www.{rng.randrange(100, 999)}.example/"
        links.append(f'<li><a href="{href}" target="_blank">{text}</a></li>\n')
    return rules, links


def padding(missing: int, rng: random.Random) -> tuple[str, str]:
    """About ``missing`` bytes of what such pages are full of: (for the head, for the foot).

    Three fifths are styles, the rest lists of links.
    """
    if missing <= 0:
        return "", ""
    rules, links = _pool()
    head = _stretch(rules, missing * 3 // 5, rng)
    foot = _stretch(links, missing * 2 // 5, rng)
    return f"<style>\n{head}</style>\n", f'<div class="links"><ul>\n{foot}</ul></div>'


def _stretch(pool: list[str], size: int, rng: random.Random) -> str:
    start = rng.randrange(len(pool))
    # Lengths differ little, so a few tell how many are needed.
    mean = len("".join(pool[:40]).encode("gb18030")) // 40
    count = size // mean + 1
    return "".join(pool[(start + index) % len(pool)] for index in range(count))
