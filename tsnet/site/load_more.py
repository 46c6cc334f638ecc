"""How a listing shows that a script gives more of it: a control that says so, or one that waits for
the reader to scroll. Knows HTML and what controls say, no browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from itertools import islice

_EDGE = r"[\s>»›↓∨▼﹀⌄+.…(（)）\[\]【】\d/\u00a0]*"
_WHAT = r"的?(?:新闻|内容|文章|资讯|信息|数据|列表|报道|动态|要闻|视频|图片)?"
_HOW = r"请?(?:再次|继续)?(?:点击|点我|点此|轻触|继续|[上下][拉滑]|(?:向[上下])?[滑滚]动)"
_OLDER = r"(?:更多|更早|往期|剩余|其[他它余]|下一?[页批组])"
_SAYS_WHAT_IT_DOES = re.compile(
    rf"{_EDGE}(?:{_HOW}?(?:加载|载入|显示|查看|浏览|阅读|获取|展开){_OLDER}{_WHAT}"
    rf"|{_HOW}(?:加载|{_OLDER}{_WHAT})|还有更多{_WHAT}"
    r"|再(?:来|看|加载|显示)(?:一|几|\d+)[页批组条些篇]"
    rf"|(?:load|show|view|see)\s+more(?:\s+(?:news|articles|stories))?){_EDGE}",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    rf"{_EDGE}(?:更[多早]{_WHAT}|往期(?:回顾|{_WHAT})|[下后]一?[页批组]|换一[批组]"
    rf"|(?:查看|展开|显示|加载)(?:全部|所有){_WHAT}|more|next(?:\s+page)?){_EDGE}",
    re.IGNORECASE,
)

_LONGEST = 40
"""Characters that a control says at most before the word by which it is found, and after it."""

_CANDIDATE = re.compile(
    rf">([^<>]{{0,{_LONGEST}}}(?:更[多早]|加载|往期|[下后]一?[页批组]|再[来看显]|换一|全部|所有|剩余|其[他它余]"
    rf"|more|next)[^<]{{0,{_LONGEST}}})<",
    re.IGNORECASE,
)
"""What may be a control; its arrows are often written as they are: ``更多>>``."""
_MOST_CANDIDATES = 500
"""Places that are looked at; a page has a few."""
_NAMED = re.compile(
    r"<(?:input\b[^<>]{0,300}?\bvalue|(?!a\b)\w[^<>]{0,300}?\b(?:aria-label|title))"
    r"\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')",
    re.IGNORECASE,
)
"""What an element says whose text is not in its content, or that shows a picture only."""
_FIRST_NUMBERS = re.compile(r">\s*1\s*<[^<>]{1,200}>\s*(?:<[^<>]{1,200}>\s*){0,4}2\s*<")
"""The first two numbers of a pager."""
_OPENED_BEFORE = re.compile(r"(?:<(?!/|!)[^<>]*>\s*)+\Z")
_REAL_HREF = re.compile(r"\bhref\s*=\s*['\"]?\s*(?!['\"#\s>]|javascript:)", re.IGNORECASE)
_SCRIPTED = re.compile(
    r"<button\b|<a\b|\bonclick\b|@click|[-:]click\b|\b(?:id|class)\s*=\s*['\"]?[^'\"<>]*?(?:more|load)",
    re.IGNORECASE,
)

_WAITS_FOR_SCROLLING = re.compile(
    r"\bIntersectionObserver\b|\bonscroll\b|\.scroll\s*\("
    r"|['\"](?:scroll|(?:mouse)?wheel|touchmove|touchend)['\"]"
)
_HEARS_CLICKS = re.compile(
    r"\.(?:click|tap)\s*\(|\bonclick\s*=|['\"](?:click|tap|touchend)['\"]", re.IGNORECASE
)
_ASKS_THE_HOST = re.compile(
    r"\bfetch\s*\(|\bXMLHttpRequest\b|\baxios\b"
    r"|(?:\$|\bjQuery)\.(?:ajax|get|post|getJSON|getScript)\b|\bcreateElement\s*\(\s*['\"]script"
)


def says_what_it_does(text: str) -> bool:
    """Whether a control's text, restored, asks for more of the list.

    >>> says_what_it_does("点击加载更多 ↓")
    True
    """
    return _SAYS_WHAT_IT_DOES.fullmatch(text) is not None


def says_more(text: str) -> bool:
    """Whether it merely says 更多 or 下一页, as links to other listings do too.

    It is a control only where a script hears the click.

    >>> says_more("更多>>"), says_more("更多频道")
    (True, False)
    """
    return _SAYS_MORE.fullmatch(text) is not None


def grows_by_script(html: str, scripts: Iterable[str]) -> bool:
    """Whether a page has a load-more control, or a script that asks for more when one scrolls.

    html: restored; scripts: those that stand in it.
    """
    asking = [script for script in scripts if _ASKS_THE_HOST.search(script)]
    return any(_WAITS_FOR_SCROLLING.search(script) for script in asking) or _has_control(
        html, heard=any(_HEARS_CLICKS.search(script) for script in asking)
    )


def _has_control(html: str, *, heard: bool) -> bool:
    """``heard``: a script hears clicks, on what it alone knows, and asks the host for something."""
    for match in islice(_CANDIDATE.finditer(html), _MOST_CANDIDATES):
        text = unescape(match[1])
        if not (says_what_it_does(text) or says_more(text)):
            continue
        before = html[max(0, match.start() - 1000) : match.start() + 1]
        link = before.rpartition("<a ")[2] if "<a " in before else ""
        if link and "</a" not in link and _REAL_HREF.search(link.partition(">")[0]):
            continue
        opened = _OPENED_BEFORE.search(before)
        if heard or says_what_it_does(text) or (opened and _SCRIPTED.search(opened[0])):
            return True
    for match in islice(_FIRST_NUMBERS.finditer(html), _MOST_CANDIDATES):
        if not _REAL_HREF.search(match[0]) and (heard or _SCRIPTED.search(match[0])):
            return True
    return any(says_what_it_does(unescape(m[1] or m[2] or "")) for m in _NAMED.finditer(html))
