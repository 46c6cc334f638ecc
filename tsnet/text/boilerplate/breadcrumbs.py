"""Where a page stands on its site, as it says itself."""

from __future__ import annotations

import re

_POSITION = re.compile(
    r"^(?:(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?(?:位置|在)|当前(?:所在)?(?:位置|页面|栏目)|所在位置|(?:所[在属]|文章)(?:栏目|频道)|栏目)\s*(?:是)?\s*[:：]"
)
"""The label of a breadcrumb: ``当前位置：``."""
_CRUMB_SEPARATOR = re.compile(r"\s*(?:-?[>＞]+|»+|›+|→|》+|\s[/|｜\\-]\s|—+)\s*")
"""What parts its steps."""
_TIGHT_SEPARATOR = re.compile(r"[/\\·|-]")
"""What parts steps behind 首页, where nothing else does."""
_BAR = re.compile(r"[|｜]")
"""What parts the words of menus, too: of three and more, the last must be 正文."""
_MOST_STEPS = 4
"""Steps that are parted so, home and 正文 among them; more are a menu."""
_SLOGAN = re.compile(r"[^>＞»›→》|｜/\\]+?—+[^>＞»›→》|｜/\\—]+")
"""Two steps that a dash parts: behind a site's name a slogan stands so."""
_ARROW = re.compile("[>＞»›→》]")
"""What parts steps that lead down, and no services."""
_SERVICE = re.compile(
    r"(?:网站|站点)(?:地图|导航)|(?:联系|关于)(?:我们|本站)|设为首页|加入收藏(?:夹)?|收藏本站|(?:用户)?(?:登录|注册)"
    r"|手机版|[简繁]体(?:版|中文)?|无障碍(?:浏览|阅读|版)?|English|RSS",
    re.IGNORECASE,
)
"""What stands beside 首页 in a row of services, which is no channel."""
_LABELLED = re.compile(r"[:：]")
_TIME_STEP = re.compile(r"\d[\d\s:：/.年月日-]*")
_HOME = re.compile(r"^(?:网站)?首\s?页$|^主页$|^home$", re.IGNORECASE)
"""Its first step."""
_LAST_STEP = re.compile(
    r".*正文(?:\s.{1,8})?"
    r"|(?:浏览|查看|阅读)?(?:文章|新闻|信息|资讯|图文|视频)?(?:内容|详情|详细(?:内容|信息)|全文)页?"
    r"|(?:浏览|查看|阅读|显示)(?:文章|新闻|信息)|(?:文章|新闻|信息)(?:浏览|查看|阅读|显示)"
)
"""Its last step: the page itself, as systems call all pages of articles."""
_NO_CRUMB = re.compile(rf"^(?:频道|栏目|列表|文章|浏览|查看|阅读|{_LAST_STEP.pattern})$")
"""A step that names no channel."""


def breadcrumb(line: str) -> list[str] | None:
    """The steps of a line such as ``首页 > 新闻中心 > 时政``, without home and 正文.

    None for a line that is no breadcrumb.
    """
    if len(line) > 120 or line.endswith("。"):
        return None
    position = _POSITION.match(line)
    text = line[position.end() :] if position else line
    steps = [step.strip() for step in _CRUMB_SEPARATOR.split(text) if step.strip()]
    if len(steps) == 1:
        tighter = [step.strip() for step in _TIGHT_SEPARATOR.split(text) if step.strip()]
        if 1 < len(tighter) <= _MOST_STEPS and _HOME.match(tighter[0]):
            steps = tighter
    if not position and (
        len(steps) < 2
        or (len(steps) > 2 and _BAR.search(text[: -len(steps[-1])]) and not is_last_step(steps[-1]))
        or not (is_first_step(steps[0]) or _ends_in_page(steps))
        or any(map(_TIME_STEP.fullmatch, steps))
        or (_SLOGAN.fullmatch(text) and not _HOME.match(steps[0]))
        or (any(map(_SERVICE.fullmatch, steps)) and not _ARROW.search(text))
    ):
        return None
    return [step for step in steps if not _HOME.match(step) and not _NO_CRUMB.match(step)]


def _ends_in_page(steps: list[str]) -> bool:
    """Whether the last step is the page, in a word that is sure, or below two others."""
    return steps[-1] == "正文" or (len(steps) > 2 and is_last_step(steps[-1]))


def is_last_step(step: str) -> bool:
    """Whether a step is the page itself: ``正文``, ``详情``."""
    return _LAST_STEP.fullmatch(step) is not None


def is_first_step(step: str) -> bool:
    """Whether a step is home: ``首页``, ``天山网``."""
    return _HOME.match(step) is not None or (
        len(step) <= 8
        and step.endswith(("网", "首页"))
        and not step.startswith("设为")
        and not _LABELLED.search(step)
    )
