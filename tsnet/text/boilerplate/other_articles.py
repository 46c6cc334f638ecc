"""Lists of other articles, and of what readers said."""

from __future__ import annotations

import re
from functools import lru_cache

from tsnet.text import english
from tsnet.text.boilerplate.lines import CLOSE, KEPT, OPEN

_LIST_HEADING = re.compile(
    rf"""
    ^{OPEN}(?:(?:related|recommend|hot|news)\s+)?(?:
    (?:与?[内本]文)?相关的?(?:新闻|阅读|链接|报道|文章|推荐|稿件|专题|资讯|内容|信息|热点|视频)?
    | 推荐(?:阅读|新闻|文章|内容|视频)? | 延伸(?:阅读|\s?[·|]?\s?推荐)
    | (?:热门|热点|最新|图片|焦点|专题|头条|滚动|精彩|今日|频道|视频|实时|本网|国内|疆内|点击
        |人气|阅读|新闻|一周|每日|本周|本月|24小时|48小时|浏览|热文|热度|要闻|新疆|天山)
      (?:新闻|文章|推荐|排行榜?|资讯|头条|图片|要闻|图集|视频|内容|关注|点击|阅读|热点|信息|评论|专题
        |导读|热榜|热文|排名|速递|动态)(?:排行榜?|推荐)?
    | [\u4e00-\u9fff]{{2,4}}(?:新闻|资讯|要闻)(?:精选|推荐|集锦|排行榜?)
    | (?:(?:责任)?编辑)?为[您你]推荐 | (?:点击|人气)?排行榜?
    | (?:编辑|小编|为您|为你|猜你|智能|随机|头条|热文)(?:推荐|喜欢|精选|想看)
    | (?:你|您)可能(?:还|也)?(?:喜欢|感兴趣|关心).{{0,6}}
    | 大家(?:都|还|也)在看 | (?:看过|喜欢).{{0,8}}[还也](?:喜欢|看).{{0,4}} | 热搜榜? | 热榜
    | 最[近新](?:更新|发布|文章|内容|新闻|资讯)
    | 更多(?:新闻|精彩|内容|相关.{{0,4}}|资讯|阅读|报道|文章)
    | (?:文章|标题|版面|内容)导航 | 文章归档 | 本文(?:导航|目录) | 近期(?:文章|评论) | 分类目录
    | 归档
    | 往期(?:回顾|推荐|精彩) | 要闻 | 热点 | 专题 | (?:友情|赞助商?)?链接 | 换一换
    | 本文(?:标签|关键词) | 标签 | 关键词 | TAGS?
    )\s*(?:更多|more)?{CLOSE}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Headings of lists of other articles, and of their links."""
_COMMENTS = re.compile(
    rf"""
    ^{OPEN}(?:
    (?:(?:网友|最新|热门|全部|精彩|用户|发表|我要|查看(?:全部|更多)?|取消|写)[您你]?的?
      (?:评论|点评|跟[帖贴]|留言|回复)
      \s*(?:[(（]\d+[)）]|\d{{1,6}}$)?){{1,3}}
    | (?:发表|写下|说说)[您你]的(?:看法|意见|观点|想法) | 参与(?:讨论|评论)
    | 还?可以?再?输入\s?\d{{1,5}}\s?个?字符?
    | 抢沙发 | 有话要说 | 说点什么吧?
    | 评论区 | 跟[帖贴](?:\s?\d{{1,7}})? | 我来说两句 | 说[两几]句吧? | 文明上网[^。]{{0,30}}
    | 请?自觉遵守[^。，]{{0,16}}(?:法规|法律|规定)[^。，]{{0,12}}
    | 本?评论(?:内容)?[不仅只]代表[^。]{{0,16}}
    | (?:以[上下])?(?:网友|网民|用户)?(?:评论|留言|跟[帖贴]|发言)(?:内容)?
      [\s，：:]{{0,2}}[仅只](?:供|代表).{{0,30}}
    | (?:登录|登陆)\s*[|/｜]?\s*注册 | 用户名\s*[:：]\s*密码\s*[:：].{{0,30}}
    | 共?有?\s*\d+\s*[人条]\s*(?:参与)?(?:评论|跟[帖贴]|留言)
    | (?:网友评论)?\s*[\d,]{{1,9}}\s*条评论.{{0,12}}
    | (?:评论|留言)(?:列表|\s*[(（]?\d+[)）]?(?:条)?) | 已有\s*\d+\s*(?:人|条).{{0,8}}
    | (?:目前|现在|本文)?(?:还?没有人?|暂无)(?:评论|跟[帖贴]|留言)(?:[\s，,。！!~哦呢].{{0,12}})?
    | (?:[您你](?:还没有?|还未|尚未)登录[，,]\s?)?
      (?:请先?登录后?|登录后)(?:即?可以?|才[能可]以?|再)?
      (?:发表|参与|进行|查看)?(?:评论|留言|跟[帖贴]|回复|发言)?
    | [您你]?需要登录后才[可以能]{{1,2}}(?:回帖|回复|评论|发表|发言|留言).{{0,12}}
    | [您你]?的?(?:电子)?(?:邮箱|邮件)地址不会被(?:公开|发布)。?(?:\s?必填项已用\s?\*\s?标[注记].?)?
    | 在此浏览器中保存我的[^。]{{4,24}}以便下次(?:评论|留言)时使用。?
    | (?:抱歉，|要(?:发表评论|留言)，)?[您你]?必须先?登录
      (?:后?才[可以能]{{1,2}}(?:发表)?(?:评论|留言))?。?
    ){CLOSE}$
    """,
    re.VERBOSE,
)
"""Headings and forms of readers' comments."""
_NEIGHBOUR = re.compile(
    r"^[<《«‹\[【(（\s←\d]{0,6}(?:阅读|查看)?(?:上|下|前|后)一[篇条则个](?:文章|新闻)?\s*(?:[:：>》»›\]】)）→]|$|\s)"
)
"""How a line opens that leads to the article before or after."""


_RELATED_LINE = re.compile(
    rf"^{OPEN}(?:相关|延伸|推荐|更多|此前|早前|前期|往期)(?:阅读|新闻|链接|报道|文章|专题|回顾)\s*[:：\]】]"
)


def is_related_line(line: str) -> bool:
    """Whether a line opens with the heading of a list of other articles and a colon."""
    return _RELATED_LINE.match(line) is not None


_OTHER_TITLE = re.compile(
    r"^[(（\[【]?(?:(?:本文)?原(?:标题|题)|本文标题)\s*[:：]|^[(（\[【]?(?:本文)?原(?:标)?题[为是]\s?《[^《》]{2,80}》[)）\]】。]?$"
)


def is_other_title(line: str) -> bool:
    """Whether a line only gives the headline under which the text stood elsewhere."""
    return len(line) <= 120 and _OTHER_TITLE.match(line) is not None


@lru_cache(maxsize=KEPT)
def is_list_heading(line: str) -> bool:
    """Whether a line is the heading of a list of other articles: ``相关新闻``."""
    return len(line) <= 24 and (
        _LIST_HEADING.match(line) is not None or english.is_list_heading(line)
    )


@lru_cache(maxsize=KEPT)
def is_comment_heading(line: str) -> bool:
    """Whether a line opens the readers' comments."""
    return len(line) <= 40 and (
        _COMMENTS.match(line) is not None or english.is_comment_heading(line)
    )


def may_head_comments(line: str) -> bool:
    """Whether a line opens the readers' comments, or is what a heading of a text may be, too."""
    return line in ("评论", "留言", "跟帖") or is_comment_heading(line)


def is_neighbour_line(line: str) -> bool:
    """Whether a line leads to the article before or after: ``上一篇：…``."""
    return _NEIGHBOUR.match(line) is not None
