"""Hosts of channels that are paged through, whose pages go wrong as a test wants it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import ClassVar

from tests.crawling import Documents
from tests.loopback import Answer, Host

HTML = {"Content-Type": "text/html; charset=utf-8"}


PAGES = 4
"""Listing pages of each channel, with one article each."""


CHALLENGE = "<title>安全验证</title><p>请完成安全验证,输入验证码后继续访问</p>"


BUSY = "<title>天山网</title><h1>系统繁忙,请稍后再试</h1>"


SOFT_404 = "<title>404</title><p>抱歉,您访问的页面不存在</p><a href=/>返回首页</a>"


AGAIN = defaultdict(lambda: "?1", {"1": "?2", "2": "?1"})
"""End of an address → what to add where it leads on, for ever."""


FAULTS: dict[str, Callable[[str], Answer]] = {
    "gone": lambda path: (404, HTML, "<h1>404</h1>"),
    "softgone": lambda path: (200, HTML, SOFT_404),
    "empty": lambda path: (200, HTML, ""),
    "busy": lambda path: (200, HTML, BUSY),
    "tofront": lambda path: (302, {"Location": "/"}, ""),
    "tostart": lambda path: (302, {"Location": path.rpartition("/")[0] + "/"}, ""),
    "toother": lambda path: (302, {"Location": "http://elsewhere.example/"}, ""),
    "toitself": lambda path: (302, {"Location": path}, ""),
    "incircles": lambda path: (302, {"Location": f"{path.partition('?')[0]}{AGAIN[path[-1]]}"}, ""),
    "refresh": lambda path: (200, HTML, "<meta http-equiv=refresh content='0;url=/'>"),
    "challenge": lambda path: (200, HTML, CHALLENGE),
    "login": lambda path: (
        200,
        HTML,
        "<title>登录</title><p>请登录</p><a href=/login.jsp>登录</a>",
    ),
    "refused": lambda path: (403, HTML, "no"),
    "unmodified": lambda path: (304, {}, ""),
}
"""Ways in which a page is not had, by channel."""


def article_path(channel: str, page: int) -> str:
    number = 26000000 + 100 * sorted(FAULTS).index(channel) + page
    return f"/xwzx/{channel}/202503/t202503{28 - 7 * page:02}_{number}.shtml"


LONG = {
    article_path("gone", 3): (503, HTML, ""),
    article_path("tofront", 3): (302, {"Location": article_path("gone", 0)}, ""),
}
"""Articles of two pages, and what is answered instead of the second."""


LONG_ARTICLES = [path.rpartition("/")[2].removesuffix(".shtml") for path in LONG]


SECOND_PAGES = {path.replace(".shtml", "_1.shtml"): answer for path, answer in LONG.items()}


class FaultyHost(Host):
    """Channels of one article a page, whose third page is faulty while ``faulty``.

    So is the second page of two articles. All that stands above the third page is known to a second
    crawl, and so old that it would not look below it without need.
    """

    faulty = True

    def answer(self, path: str) -> Answer:
        if path == "/":
            return 200, HTML, "".join(f"<a href=/xwzx/{name}/>{name}</a>" for name in FAULTS)
        listing = re.fullmatch(r"/xwzx/(\w+)/(?:index_(\d)\.shtml)?(?:\?\d)?", path)
        if listing and listing[1] in FAULTS:
            page = int(listing[2] or 0)
            if page == 2 and self.faulty:
                return FAULTS[listing[1]](path)
            return 200, HTML, self.listing(listing[1], page)
        article = re.fullmatch(r"/xwzx/\w+/\d+/t202503(\d\d)_(\d+)\.shtml", path)
        if article:
            return 200, HTML, article_page(*article.groups())
        if path in SECOND_PAGES:
            if self.faulty:
                return SECOND_PAGES[path]
            return 200, HTML, article_page("07", "2")
        return 404, HTML, ""

    def listing(self, channel: str, page: int) -> str:
        return (
            f"<li><a href={article_path(channel, page)}>平台今日上线</a>"
            f"<script>createPageHTML({PAGES}, {page}, 'index', 'shtml')</script>"
        )


def article_page(day: str, number: str) -> str:
    own = f"t202503{day}_{number}"
    pages = f"<a href={own}_1.shtml>2</a>" if own in LONG_ARTICLES else ""
    return (
        f"<title>平台{number}今日上线</title><h1>平台{number}今日上线</h1>"
        f"<div>2025-03-{day} 19:38:42 来源: 天山网</div>"
        f"<p>据了解，该平台汇集岗位{number}个，服务企业{number}家。</p>"
        f"{pages}<p>[责任编辑: 刘芳 ]</p>"
    )


def listed_on(pages: set[int]) -> set[str]:
    """Ids of the articles on these listing pages of all channels."""
    paths = [article_path(channel, page) for channel in FAULTS for page in pages]
    return {path.rpartition("/")[2].removesuffix(".shtml") for path in paths}


def stored(database: Documents) -> set[str]:
    return set(database["articles"].distinct("_id"))


class PagesHost(Host):
    """A host of some pages, and of an article at whatever address of one."""

    pages: ClassVar[dict[str, str]]

    def answer(self, path: str) -> Answer:
        article = re.search(r"/t202503(\d\d)_(\d+)\.shtml", path)
        page = article_page(*article.groups()) if article else self.pages.get(path)
        return (404, HTML, "") if page is None else (200, HTML, page)


def links_to_days(*days: str) -> str:
    """A listing of an article of each of these days of March."""
    return "".join(f"<li><a href=202503/t202503{day}_{day}.shtml>平台今日上线</a>" for day in days)


class TakingHost(PagesHost):
    """A host that takes an article of its channel off."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>",
        "/xwzx/szxw/": links_to_days("28", "27", "10"),
    }
    taken = False

    def answer(self, path: str) -> Answer:
        if self.taken and path.endswith("_27.shtml"):
            return 404, HTML, ""
        status, headers, body = super().answer(path)
        body = str(body).replace(links_to_days("27"), "") if self.taken else body
        return status, {**headers, "ETag": '"1"'}, body
