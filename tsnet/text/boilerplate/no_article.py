"""Pages that say that they are no article."""

from __future__ import annotations

import re

_NOT_FOUND = re.compile(
    r"(?<!\d)404(?!\d)|not\s+found|(?:页面|网页|文章|内容|稿件|信息|新闻|文件|资源).{0,12}"
    r"(?:不存在|未找到|找不到|没有找到|无法找到|已(?:被)?删除|已下线|已失效|走丢)|(?:找不到|未找到|没有找到).{0,12}(?:页面|网页|文件|内容|文章)",
    re.IGNORECASE,
)
"""What a page says that is served in place of one that is not there."""
_GONE = re.compile(
    r"\W{0,8}(?:(?:对不起|(?:很|非常)?抱歉)\W{0,4})?(?:[您你](?:所?(?:查看|访问|浏览|请求)|要找)的?|[该此本])?"
    r"(?:文章|内容|页面|网页|稿件|信息|新闻|视频)[^，。]{0,10}"
    r"(?:不存在|(?:已|被)[^，。]{0,8}(?:删除|下线|下架|撤回|失效|过期)|(?:无法|不能)(?:查看|访问|显示))"
    r"(?!的|[^。]{0,20}[，,][^。]{0,20}(?:(?<![或已能])被|警方|公安|民警|拘留|约谈|[处行]罚|市民|网民|谣言))"
    r"[^。]{0,20}[。！!]?"
)
"""A line that says no more than that an article is not there, or not any more.

News of something that was taken off says besides who was punished, or what that was to others."""
_WAY_BACK = re.compile(
    r"[^。]{0,20}(?:返回|跳转|回到|去)[^。]{0,8}(?:首页|主页|上一?[页级]|其[他它]内容)[^。]{0,8}[。！!]?"
)
"""What such a page says beside that: ``5秒后自动跳转到首页``."""
_CHALLENGE = re.compile(
    r"""
    (?:请|需要|必须)?(?:开启|启用|打开|允许).{0,6}javascript
    | 安全(?:验证|检查|检测) | 人机验证 | 验证码 | 正在(?:检查|验证|跳转) | 访问(?:验证|过于频繁)
    | just[ ]a[ ]moment | checking[ ]your[ ]browser | enable[ ]javascript
    | are[ ]you[ ](?:a[ ])?(?:human|robot) | access[ ]denied | captcha
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a page says that lets only browsers or persons through."""
_BUSY = re.compile(
    r"""
    (?:系统|服务器?|网站|网络|站点|页面|数据库).{0,6}(?:繁忙|忙碌|太忙|维护|升级|异常|故障|超时|错误|出错|开小差)
    | (?:稍[后候]|过一会儿?)再?(?:重?试|访问|刷新|查看) | 正在(?:维护|升级)
    | (?:访问|请求)(?:人数|量|次数)?(?:过[大多]|太[大多]) | (?:请求|操作)(?:过于|太)频繁
    | too[ ]many[ ]requests | (?:temporarily|service)[ ]unavailable | bad[ ]gateway
    | gateway[ ]time-?out | internal[ ]server[ ]error | (?:under|down[ ]for)[ ]maintenance
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a page says whose host is overloaded or being serviced."""

_SERVICED = re.compile(
    r"\W{0,8}(?:(?:对不起|(?:很|非常)?抱歉)\W{0,4})?(?:系统|服务器?|网站|本站|页面)[^。，]{0,12}"
    r"(?:繁忙|维护|升级|异常|故障|出错)[^。，]{0,6}，\s?请?您?(?:稍[后候]|过一会儿)再?(?:重?试|访问|刷新|查看)[。！!]?"
)
"""A line that says no more than that the host is out of order, and to come again."""


def is_note_of_service(line: str) -> bool:
    """Whether a line that stands for a text says that the host can't give the page now."""
    return _SERVICED.fullmatch(line) is not None


def says_busy(text: str) -> bool:
    """Whether a short text says that the host can't give the page now."""
    return _BUSY.search(text) is not None


def says_not_found(text: str) -> bool:
    """Whether a short text says that the page is not there."""
    return _NOT_FOUND.search(text) is not None


def is_note_of_removal(line: str) -> bool:
    """Whether a line that stands for a text says that the article was taken off the site."""
    return _GONE.fullmatch(line) is not None


def is_beside_note(line: str) -> bool:
    """Whether a line is a note of removal, or what stands beside one: the way back."""
    return is_note_of_removal(line) or _WAY_BACK.fullmatch(line) is not None


def says_challenge(text: str) -> bool:
    """Whether a short text asks the visitor to prove to be human or to run script."""
    return _CHALLENGE.search(text) is not None
