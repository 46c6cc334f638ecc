"""Article pages of random layout around random text, with what a reader takes from each.

Every choice a template can make is a method; a page is one draw of all of them.  No class names
that mean anything, no fixed order but the one a reader needs.
"""

# HTML is easier to check by eye when a line of it stays a line.
# ruff: noqa: E501

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.replica.truth import LICENCE_BLOCK

SPAM = ["澳门葡京网上娱乐", "赢彩投注官方下载", "极速赛车开奖直播", "棋牌游戏大厅手机版"]
TITLES = [
    "自治区召开大气污染防治工作推进会",
    "伊犁河谷万亩杏花次第开放",
    "前两月新疆外贸进出口同比增长12.6%",
    "乌鲁木齐至喀什新增一趟“银发专列”",
    "《新疆维吾尔自治区著作权保护条例》4月1日起施行",
    "2025年第一季度调度会召开",
    "阿勒泰：雪都迎来今冬首场降雪",
    "全疆春播进度过半 机械化率达95%",
    "天山网推出“我在新疆挺好的”系列报道——春耕篇",
    "新疆：从“一棵棉”到“一件衣”",
]
SUBTITLES = ["持续推动环境空气质量稳定向好", "带动农牧民就近就业增收", "——来自塔里木河畔的报告"]
SENTENCES = [
    "会议强调，要压紧压实责任，全面提升治理精度。",
    "据了解，该项目总投资3.2亿元，预计2026年建成投用。",
    "截至2025年3月18日，全区累计播种小麦1200万亩。",
    "“今年的收成比去年好！”村民高兴地说。",
    "数据来源：自治区统计局公布的季度报告。",
    "未经授权转载他人作品，属于侵犯著作权的行为，要依法承担责任。",
    "版权保护是创新的基石，条例对镜像网站的责任作出规定。",
    "记者从自治区气象局获悉，未来三天北疆有小到中雪。",
    "活动现场还发布了《关于加强互联网新闻信息服务许可证管理的通知》。",
    "2025年03月19日11时20分，首列班列从霍尔果斯口岸驶出。",
    "图为什么能成为新的传播方式？专家给出了答案。",
    "水从哪里来？钱从哪里来？责任如何落实？",
    "该书的责任编辑介绍，全书共12章、36万字。",
    "网友可点击相关新闻链接，了解更多政策内容。",
    "(一)坚持目标导向,加大治理力度;(二)突出重点区域,实现联防联控。",
    "各族群众像石榴籽一样紧紧抱在一起",
    "OPEC、WTO等组织的代表通过视频方式参加会议。",
    "第二十一条 任何单位和个人不得擅自复制、转载、摘编。",
]
SOURCES = [
    "天山网-新疆日报",
    "天山网",
    "新华社",
    "新疆日报",
    "中国新闻网",
    "人民日报客户端",
    "伊犁日报",
]
SECTION_HEADINGS = ["一、总体要求", "强化区域联防联控", "让群众的钱袋子鼓起来"]
CAPTIONS = [
    "图为活动现场。新疆日报记者 刘翔摄",
    "3月18日，牧民在伊犁河谷转场。天山网记者 刘翔 摄",
    "图为建设中的光伏电站（资料图）。",
    "图为建设中的光伏电站。自治区融媒体中心供图",
]
NOTICES = [
    "(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像,违者将依法追究法律责任。)",
    "（刊用本网站稿件，务经书面授权。未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。）",
    "刊用本网站稿件，务经书面授权。未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。",
    "【版权声明】凡本网注明“来源：天山网”的作品，未经本网授权不得转载、摘编或以其他方式使用。",
    "未经本网书面授权，禁止转载本网稿件。",
    "原创作品，未经授权，谢绝转载。",
    "本文来源于网络，版权归原作者所有，如有侵权，请联系删除。",
    "新疆日报社版权所有，未经书面授权禁止使用。",
]
LINK_TEXTS = [
    "新疆加快建设“八大产业集群”",
    "喀什古城游客接待量创新高",
    "一图读懂政府工作报告",
    "和田玫瑰花茶走俏市场",
    "视频丨天山南北春来早",
]
ADDRESS = "http://m.euiu.cn/xwzx/szxw/202503/t20250319_26369128.shtml"


@dataclass
class Truth:
    """What a reader takes from the page."""

    title: str = ""
    subtitle: str | None = None
    body: list[str] = field(default_factory=list)
    published_raw: str = ""
    published: str = ""
    source: str | None = None
    original: bool = False
    reporters: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    images: list[tuple[str, str | None]] = field(default_factory=list)
    notice: bool = False
    licences: bool = False
    channel_name: str | None = None


class Layout:
    """One random page."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.truth = Truth()
        self.choices: list[str] = []
        self.html = self.page()

    def pick(self, name: str, *options: str) -> str:
        choice = self.random.choice(options)
        self.choices.append(f"{name}={choice}")
        return choice

    def chance(self, name: str, share: float) -> bool:
        drawn = self.random.random() < share
        if drawn:
            self.choices.append(name)
        return drawn

    # -- text ---------------------------------------------------------------------------------

    def write_text(self) -> None:
        truth, rng = self.truth, self.random
        truth.title = rng.choice(TITLES)
        if self.chance("subtitle", 0.3):
            truth.subtitle = rng.choice(SUBTITLES)
        count = rng.randint(1, 9)
        paragraphs = [
            "".join(rng.choice(SENTENCES) for _ in range(rng.randint(1, 4))) for _ in range(count)
        ]
        paragraphs = [text if text[-1] in "。？！”;；" else f"{text}。" for text in paragraphs]
        byline = self.pick("byline", "bracket", "spaces", "open", "none", "end", "line")
        if byline == "bracket":
            paragraphs[0] = f"天山网-新疆日报讯(记者刘翔报道){paragraphs[0]}"
        elif byline == "spaces":
            paragraphs[0] = f"天山网讯（记者 刘翔 万平）{paragraphs[0]}"
        elif byline == "open":
            paragraphs[0] = f"天山网讯 记者刘翔、万平报道：{paragraphs[0]}"
        elif byline == "end":
            paragraphs[-1] += "（记者 刘翔 通讯员 张柱）"
        elif byline == "line":
            paragraphs.insert(0, "□ 本报记者 刘翔")
        truth.reporters = {
            "bracket": ["刘翔"],
            "spaces": ["刘翔", "万平"],
            "open": ["刘翔", "万平"],
            "end": ["刘翔"],
            "line": ["刘翔"],
            "none": [],
        }[byline]
        if count > 3 and self.chance("section", 0.4):
            paragraphs.insert(2, rng.choice(SECTION_HEADINGS))
        truth.body = paragraphs

    # -- head ---------------------------------------------------------------------------------

    def tag(self) -> str:
        title = self.truth.title
        kind = self.pick("tag", "same", "site", "portal", "spam", "spam_", "only_site", "channel")
        self.tag_has_title = kind != "only_site"
        spam = self.random.choice(SPAM)
        text = {
            "same": title,
            "site": f"{title}_天山网",
            "portal": f"{title}-天山网 - 新疆新闻门户",
            "spam": f"{spam} {title}_天山网",
            "spam_": f"{spam}-{title}-天山网",
            "only_site": "天山网",
            "channel": f"{title}_时政_天山网",
        }[kind]
        self.spammed = kind.startswith("spam")
        return f"<title>{text}</title>"

    def navigation(self) -> str:
        if not self.chance("nav", 0.7):
            return ""
        links = [("/", "首页"), ("/xwzx/jjxw/", "经济"), ("/xwzx/shxw/", "社会"), ("/zt/", "专题")]
        items = "".join(f'<li><a href="{href}">{name}</a></li>' for href, name in links)
        today = "<span>今天是2026年11月20日 星期五</span>" if self.chance("today", 0.3) else ""
        return f"<div><ul>{items}</ul>{today}</div>"

    def breadcrumb(self) -> str:
        kind = self.pick("crumb", "none", "links", "position", "text")
        if kind == "none":
            return ""
        self.truth.channel_name = "时政"
        if kind == "text":
            return "<div>首页 &gt; 新闻中心 &gt; 时政 &gt; 正文</div>"
        label = "您现在的位置：" if kind == "position" else ""
        sep = self.random.choice([" > ", " &gt;&gt; ", " » ", "&gt;", " / "])
        return (
            f'<div>{label}<a href="/">首页</a>{sep}<a href="../../">新闻中心</a>{sep}'
            f'<a href="../">时政</a>{sep}正文</div>'
        )

    def headline(self) -> str:
        kind = self.pick("headline", "h1", "h2", "div", "strong", "td", "h1br", "none")
        if kind == "none" and not (self.tag_has_title and not self.spammed):
            kind = "h1"
        self.headline_above = kind != "none"
        title = self.truth.title
        if kind == "h1br":
            if not self.tag_has_title:
                kind = "h1"
            else:
                title = f"{title[:6]}<br>{title[6:]}"
        spam = ""
        if self.headline_above and self.chance("spam_h1", 0.3):
            text = self.random.choice(SPAM)
            spam = f'<h1><a href="http://spam.example/">{text}</a></h1>'
            if self.random.random() < 0.5:
                spam = f"<h1>{text}</h1>"
        return (
            spam
            + {
                "h1": f"<h1>{title}</h1>",
                "h1br": f"<h1>{title}</h1>",
                "h2": f'<h2 class="x">\n  {title}\n</h2>',
                "div": f"<div>{title}</div>",
                "strong": f"<p align='center'><strong>{title}</strong></p>",
                "td": f"<table><tr><td align=center><font size=5>{title}</font></td></tr></table>",
                "none": "",
            }[kind]
        )

    def dateline(self) -> str:
        truth, rng = self.truth, self.random
        form = self.pick(
            "date",
            *("dash", "han", "slash", "minutes", "day", "full", "hanspace", "dot"),
            *("joined", "short_year", "numerals", "time_first", "program"),
        )
        truth.published_raw, truth.published = {
            "dash": ("2025-03-19 19:38:42", "2025-03-19T11:38:42"),
            "han": ("2025年03月19日 11:20", "2025-03-19T03:20:00"),
            "hanspace": ("2025年3月19日11:20", "2025-03-19T03:20:00"),
            "slash": ("2025/03/19 07:05", "2025-03-18T23:05:00"),
            "minutes": ("2025-03-19 19:38", "2025-03-19T11:38:00"),
            "day": ("2025-03-19", "2025-03-18T16:00:00"),
            "full": ("２０２５－０３－１９　１９：３８", "2025-03-19T11:38:00"),
            "dot": ("2025.03.19 08:00", "2025-03-19T00:00:00"),
            "joined": ("20250319", "2025-03-18T16:00:00"),
            "short_year": ("25-03-19 19:38", "2025-03-19T11:38:00"),
            "numerals": ("二〇二五年三月十九日", "2025-03-18T16:00:00"),
            "time_first": ("19:38:42 2025-03-19", "2025-03-19T11:38:42"),
            "program": ("Wed Mar 19 19:38:42 CST 2025", "2025-03-19T11:38:42"),
        }[form]
        truth.source = rng.choice(SOURCES)
        truth.original = self.chance("original", 0.4)
        colon = rng.choice(["：", ":", ": ", "： "])
        source = truth.source
        if self.chance("source_link", 0.3):
            source = f'<a href="http://www.ts.cn/">{source}</a>'
        if truth.original:
            mark = self.pick("mark", "glued", "apart", "tag", "brackets", "tag_apart")
            source += {
                "glued": "原创",
                "apart": " 原创",
                "tag": "<i>原创</i>",
                "brackets": "（原创）",
                "tag_apart": "  <span>原创</span>",
            }[mark]
        who = self.pick("who", "none", "author", "reporter", "editor")
        extra = {
            "none": "",
            "author": rng.choice([f"作者{colon}刘翔", f"撰稿{colon}刘翔", "文/刘翔", "文｜刘翔"]),
            "reporter": f"记者{colon}刘翔 万平",
            "editor": f"责任编辑{colon}张柱",
        }[who]
        if who == "author":
            truth.reporters = list(dict.fromkeys(["刘翔", *truth.reporters]))
        elif who == "reporter":
            truth.reporters = list(dict.fromkeys(["刘翔", "万平", *truth.reporters]))
        elif who == "editor":
            truth.editors.append("张柱")
        date = truth.published_raw
        label = self.pick("date_label", "", "", "发布时间：", "时间:", "日期：", "发布于 ")
        tools = self.pick(
            "tools",
            "",
            "字号：大 中 小",
            "分享到：微信 微博",
            "浏览量：1024",
            "【字体：大 中 小】 打印",
        )
        fields = [f"{label}{date}", f"来源{colon}{source}", extra]
        if self.chance("source_first", 0.3):
            fields = [fields[1], fields[0], extra]
        fields = [text for text in fields if text]
        where = self.pick("tools_where", "before", "after", "own")
        if tools and where == "after":
            fields.append(tools)
        shape = self.pick(
            "dateline",
            *("line", "spans", "divs", "cells", "nbsp", "newlines", "bars", "glued", "brackets"),
        )
        line = {
            "line": "<div>" + "   ".join(fields) + "</div>",
            "spans": "<p>" + "".join(f"<span>{text}</span>\n" for text in fields) + "</p>",
            "glued": "<p>" + "".join(f"<span>{text}</span>" for text in fields) + "</p>",
            "divs": "".join(f"<div>{text}</div>\n" for text in fields),
            "cells": "<table><tr>"
            + "".join(f"<td>{text}</td>" for text in fields)
            + "</tr></table>",
            "nbsp": "<div>" + "&nbsp;&nbsp;&nbsp;".join(fields) + "</div>",
            "newlines": "<td>" + "\n\t\t\t".join(fields) + "</td>",
            "bars": "<div>" + " | ".join(fields) + "</div>",
            "brackets": "<div>" + "　".join(f"[{text}]" for text in fields) + "</div>",
        }[shape]
        if tools and where != "after":
            line = f"<div>{tools}</div>{line}" if where == "before" else f"{line}<div>{tools}</div>"
        return line

    def repeat(self) -> str:
        title, subtitle = self.truth.title, self.truth.subtitle
        kind = self.pick("repeat", "none", "div", "center", "h2", "strong")
        if kind == "none" and not self.headline_above and self.random.random() < 0.5:
            kind = "div"
        if kind == "none" and not self.tag_has_title:
            # A headline that stands but once, beside spam that does too, can't be told from it.
            kind = "center"
        if kind == "none":
            if subtitle and not self.subtitle_above:
                self.truth.subtitle = None
            return ""
        text = {
            "div": f"<div>{title}</div>",
            "center": f'<p style="text-align: center;">{title}</p>',
            "h2": f"<h2>{title}</h2>",
            "strong": f"<p><strong>　　{title}</strong></p>",
        }[kind]
        if subtitle and not self.subtitle_above:
            text += self.random.choice(
                [
                    f"<div>{subtitle}</div>",
                    f"<h3>{subtitle}</h3>",
                    f"<p align=center><b>{subtitle}</b></p>",
                ]
            )
        return text

    # -- body -----------------------------------------------------------------------------------

    def body(self) -> str:
        paragraphs = list(self.truth.body)
        indent = self.pick(
            "indent", "　　", "&nbsp;&nbsp;&nbsp;&nbsp;", "  ", "", "&emsp;&emsp;", "\n　　"
        )
        shape = self.pick(
            "body",
            "p",
            "div",
            "div_span",
            "br_td",
            "nested",
            "lines",
            "p_span",
            "br2",
            "section",
            "mixed",
        )
        if shape == "lines":
            indent = "　　"
        self.pictures: list[str] = []
        pieces = [self.inline(text) for text in paragraphs]
        blocks: list[str] = []
        if self.chance("summary", 0.1):
            blocks.append(
                "<div><b>AI摘要</b></div><p>工程进展顺利，年内完工。</p><p>内容由AI生成，仅供参考</p>"
            )
        for number, text in enumerate(pieces):
            if number and self.chance("picture", 0.15) and shape not in ("lines",):
                blocks.append(self.picture(number))
            if number and self.chance("video", 0.08):
                blocks.append(
                    "<div><video src=a.mp4>您的浏览器不支持 video 标签。</video><p>视频加载中...</p></div>"
                )
            if number and self.chance("ad", 0.05):
                blocks.append('<div><a href="http://ad.example/x">点击进入专题页面查看</a></div>')
            blocks.append(
                {
                    "p": f"<p>{indent}{text}</p>\n",
                    "p_span": f'<p class="q"><span style="font-size:16px">{indent}{text}</span></p>',
                    "div": f"<div>{indent}{text}</div>\n",
                    "div_span": f"<div><span>{indent}{text}</span></div>",
                    "section": f"<section><p><span>{indent}{text}</span></p></section>",
                    "br_td": f"{indent}{text}<br>\n",
                    "br2": f"{indent}{text}<br/><br/>",
                    "nested": f"{indent}{text}<br />",
                    "lines": f"\n　　{text}",
                    "mixed": self.random.choice(
                        [f"<p>{indent}{text}</p>", f"<div>{indent}{text}</div>"]
                    ),
                }[shape]
            )
        inner = "".join(blocks)
        if shape in ("br_td", "lines"):
            return f"<table width=100%><tr><td>{inner}</td></tr></table>"
        if shape == "nested":
            return f"<table><tr><td><table><tbody><tr><td>{inner}</td></tr></tbody></table></td></tr></table>"
        return f"<div>{inner}</div>"

    def inline(self, text: str) -> str:
        """A paragraph with inline markup that changes nothing."""
        if len(text) > 12 and self.random.random() < 0.2:
            cut = self.random.randint(4, 8)
            tag = self.random.choice(["strong", "a href='/x/'", "font", "em", "kbd id='s7isi'"])
            end = tag.split()[0]
            return f"{text[:cut]}<{tag}>{text[cut : cut + 3]}</{end}>{text[cut + 3 :]}"
        if self.random.random() < 0.1:
            return f"{text[:3]}<kbd id='s7isi'></kbd>{text[3:]}"
        return text

    def picture(self, number: int) -> str:
        name = f"./W0202503195{number:08d}.jpg"
        url = f"http://m.euiu.cn/xwzx/szxw/202503/{name[2:]}"
        caption = self.random.choice([None, *CAPTIONS])
        self.truth.images.append((url, caption))
        if caption is None:
            return f'<p style="text-align:center"><img src="{name}" alt=""></p>'
        return self.random.choice(
            [
                f'<p align="center"><img src="{name}"></p><p align="center">{caption}</p>',
                f'<div><img src="{name}"><br>{caption}</div>',
                f'<figure><img src="{name}"><figcaption>{caption}</figcaption></figure>',
                f'<p><img src="{name}"></p><p>　　{caption}</p>',
            ]
        )

    # -- below ------------------------------------------------------------------------------------

    def links(self, count: int = 4) -> str:
        rows = []
        for number, text in enumerate(self.random.sample(LINK_TEXTS, count)):
            rows.append(
                f'<li><a href="../202502/t2025022{number}_2636{number}00.shtml">{text}</a><span>02-2{number}</span></li>'
            )
        return "<ul>" + "".join(rows) + "</ul>"

    def tail(self) -> str:
        truth, rng = self.truth, self.random
        pieces: list[str] = []
        if self.chance("pager", 0.2):
            pieces.append(
                "<div>[1] <a href='t20250319_26369128_1.shtml'>[2]</a> <a href='t20250319_26369128_1.shtml'>下一页</a></div>"
            )
        ends: list[str] = []
        if self.chance("notice", 0.7):
            truth.notice = True
            ends.append(f"<p>{rng.choice(NOTICES)}</p>")
        if self.chance("editor", 0.8):
            names = rng.choice([["刘芳"], ["刘芳", "朱立凡"]])
            form = rng.choice(
                [
                    "[责任编辑: {} ]",
                    "（责任编辑：{}）",
                    "责任编辑：{}",
                    "【责任编辑:{}】",
                    "责编：{}",
                    "编辑：{}",
                    "[ 责编：{} ]",
                    "编 辑：{}",
                    "本文责任编辑：{}",
                    "（编辑 {}）",
                    "【责任编辑】：{}",
                    "值班编辑 / {}",
                    "<span>责任编辑：</span></div><div>{}",
                ]
            )
            truth.editors += names
            line = form.format(rng.choice(["、", " ", "，"]).join(names))
            if self.chance("staff", 0.2) and form.endswith("{}"):
                line += " 审核：万平"
            ends.append(f"<div>{line}</div>")
        if self.chance("swap", 0.3):
            ends.reverse()
        related = ""
        if self.chance("related", 0.5):
            heading = rng.choice(
                [
                    "相关新闻",
                    "相关阅读：",
                    "推荐阅读",
                    "热点排行",
                    "【相关报道】",
                    "最新资讯 更多>>",
                ]
            )
            related = f"<div><h3>{heading}</h3>{self.links()}</div>"
        share = ""
        if self.chance("share", 0.4):
            share = rng.choice(
                [
                    "<div>分享到：<a href='#'>微信</a> <a href='#'>微博</a> <a href='#'>QQ空间</a></div>",
                    "<p>【<a href='javascript:a()'>打印此文</a>】【<a href='javascript:b()'>关掉它</a>】</p>",
                    "<ul><li><a href='/app/'>首页</a></li><li>|</li><li><a href='/en/'>EN</a></li></ul>",
                ]
            )
        neighbours = ""
        if self.chance("neighbours", 0.4):
            neighbours = f"<p>上一篇：<a href='a.shtml'>{LINK_TEXTS[0]}</a></p><p>下一篇：<a href='b.shtml'>{LINK_TEXTS[1]}</a></p>"
        comments = (
            "<div><h3>网友评论</h3><p>写得真好，为新疆点赞！</p></div>"
            if self.chance("comments", 0.3)
            else ""
        )
        hot = f"<div><div>热门新闻</div>{self.links(5)}</div>" if self.chance("hot", 0.4) else ""
        order = (
            [share, related, *ends]
            if self.chance("related_first", 0.3)
            else [*ends, share, related]
        )
        pieces += [*order, neighbours, comments, hot]
        if self.chance("licences", 0.8):
            truth.licences = True
            br = self.random.choice(["<br>", "</p><p>"])
            pieces.append(f"<div><p>{br.join(LICENCE_BLOCK)}</p></div>")
        elif self.chance("footer", 0.6):
            pieces.append(
                "<div>主办：天山网 地址：乌鲁木齐市</div><div>Copyright © 2001-2025 天山网 版权所有</div>"
            )
        return "\n".join(pieces)

    def interference(self) -> str:
        if not self.chance("interference", 0.5):
            return ""
        own = "".join(self.random.choice("abcdefghij0123456789") for _ in range(5))
        tags = [
            "td",
            "tr",
            "th",
            "tbody",
            "ol",
            "address",
            "small",
            "dl",
            "fieldset",
            "sub",
            "p",
            "div",
        ]
        inner = "".join(f'<{tag} id="{own}"></{tag}>' for tag in self.random.choices(tags, k=12))
        odd = self.pick("odd", "none", "stray_td", "stray_div", "unclosed", "xmp", "open_tr")
        inner += {
            "none": "",
            "stray_td": f"</td></tr><td id='{own}'>",
            "stray_div": f"</div><p id='{own}'></p>",
            "unclosed": f"<table id='{own}'><tr id='{own}'><td id='{own}'>",
            "xmp": f"<xmp id='{own}'><h1>{SPAM[0]}</h1></div></xmp><noframes id='{own}'><a href=/>{SPAM[1]}</a></noframes>",
            "open_tr": f"<tbody id='{own}'><tr id='{own}'>{SPAM[2]}",
        }[odd]
        name = 'class="pl_css_ganrao" ' if self.random.random() < 0.7 else ""
        return f'<div id="{own}" {name}style="display: none;">{inner}</div>'

    def page(self) -> str:
        self.write_text()
        tag = self.tag()
        box = self.interference()
        nav = self.navigation()
        crumb = self.breadcrumb()
        headline = self.headline()
        self.subtitle_above = (
            bool(self.truth.subtitle) and self.headline_above and self.chance("sub_above", 0.4)
        )
        if self.subtitle_above:
            headline += f"<h3>{self.truth.subtitle}</h3>"
        dateline = self.dateline()
        repeat = self.repeat()
        body = self.body()
        tail = self.tail()
        hidden = (
            '<div style="display:none">2020-01-01 00:00 来源：骗人网</div>'
            if self.chance("hidden", 0.2)
            else ""
        )
        side = ""
        if self.chance("side_before", 0.2):
            side = f"<div><b>热点新闻</b>{self.links(3)}</div>"
        wrap = self.pick("wrap", "div", "table", "none", "article", "form")
        main = f"{crumb}{headline}{dateline}{repeat}{body}"
        outer = {
            "div": f"<div><div><div>{main}{tail}</div></div></div>",
            "table": f"<table><tr><td>{main}</td></tr><tr><td>{tail}</td></tr></table>",
            "none": main + tail,
            "article": f"<main><article>{main}</article></main>{tail}",
            "form": f"<form>{main}{tail}</form>",
        }[wrap]
        return (
            f"<!DOCTYPE html><html><head><meta charset=utf-8>{tag}<script>var a='<p>来源：2011-01-01</p>';</script>"
            f"</head><body>{box}{nav}{side}{hidden}{outer}{box}</body></html>"
        )
