"""What the browser's parts decide by themselves: when to open, what to click, where Chromium is."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.test import get_crawler

from tests.damage import damage
from tsnet.browser import own_time as own_time_module
from tsnet.browser.challenge import challenge_in
from tsnet.browser.chromium import NoBrowserError, find_chromium, launch_options
from tsnet.browser.growth import Ending
from tsnet.browser.load_more import restored
from tsnet.browser.own_time import PATIENCE, OwnTime
from tsnet.browser.renderer import OpenedListing, Renderer, needs_browser
from tsnet.configuration import ConfigurationError, check
from tsnet.items import FetchedPage
from tsnet.site.contents import ListedArticle, Listing, NotAnArticle
from tsnet.site.load_more import says_more, says_what_it_does

ARTICLE = ListedArticle(
    "https://m.euiu.cn/xwzx/szxw/202503/t20250320_1.shtml", "题", date(2025, 3, 20)
)


def page(html: str) -> FetchedPage:
    headers = {"content-type": "text/html; charset=utf-8"}
    url = "https://m.euiu.cn/xwzx/szxw/"
    return FetchedPage(url, 200, headers, html.encode(), datetime.now(timezone.utc))


@pytest.mark.parametrize(
    ("html", "listing", "needed"),
    [
        ("<script>write()</script>", Listing(), True),
        ("<p>no script", Listing(), False),
        ("<script>", Listing(articles=[ARTICLE]), False),
        ("<script>", Listing(articles=[ARTICLE], grows_by_script=True), True),
        ("<script>", Listing(articles=[ARTICLE], further=["index_1.shtml"]), False),
        (
            "<script>",
            Listing(articles=[ARTICLE], further=["index_1.shtml"], grows_by_script=True),
            False,
        ),
    ],
)
def test_a_browser_is_needed_only_where_the_plain_listing_shows_less(
    html: str, listing: Listing, needed: bool
) -> None:
    assert needs_browser(page(html), listing) is needed


@pytest.mark.parametrize(
    ("render", "wanted"),
    [("never", [False, False]), ("auto", [True, False]), ("always", [True, True])],
)
def test_which_listings_are_opened_is_what_render_says(render: str, wanted: list[bool]) -> None:
    empty, whole = Listing(), Listing(articles=[ARTICLE])
    assert [renderer(render).wants_listing(SCRIPTED, one) for one in (empty, whole)] == wanted


class Opens(Renderer):
    """A renderer whose browser shows what a test says, or that the page is no article."""

    shown: Any = NotAnArticle("no_date", "no date is shown")

    async def _open(self, page: FetchedPage, name: str, work: object) -> Any:
        return page, self.shown

    def tried(self, page: FetchedPage) -> bool:
        """Whether an article page is opened, and its end noted."""

        async def read(page: FetchedPage) -> None:
            raise AssertionError("the browser is none")

        if not self.wants_article(page, NotAnArticle("no_body", "no text")):
            return False
        with contextlib.suppress(NotAnArticle):
            asyncio.run(self.open_article(page, read))
        return True


def renderer(render: str = "auto") -> Opens:
    return Opens(get_crawler(settings_dict={"TSNET_RENDER_TIMEOUT": 9}), render, SITE)


SITE = "https://m.euiu.cn"
SCRIPTED = page("<p>题<script src=write.js></script>")


@pytest.mark.parametrize(
    ("render", "fields", "reason", "wanted"),
    [
        ("auto", {}, "no_body", True),
        ("always", {}, "no_date", True),
        ("never", {}, "no_body", False),
        ("auto", {"status": 404}, "no_body", False),
        ("auto", {}, "foreign_redirect", False),
        ("auto", {"body": b"<p>no script"}, "no_body", False),
        ("auto", {"body": "请完成安全验证<script>".encode()}, "challenge", False),
    ],
)
def test_a_browser_is_tried_only_where_it_may_make_an_article_of_the_page(
    render: str, fields: dict[str, Any], reason: str, wanted: bool
) -> None:
    error = NotAnArticle(reason, "made")
    assert renderer(render).wants_article(replace(SCRIPTED, **fields), error) is wanted


def test_a_host_that_the_browser_does_not_help_is_left_alone_and_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    opens = renderer()
    assert [opens.tried(SCRIPTED) for _ in range(5)] == [True, True, True, False, False]
    assert caplog.text.count("3 pages of euiu.cn were no articles in a browser either") == 1
    assert opens.tried(replace(SCRIPTED, url="https://elsewhere.example.org/a.shtml"))


@pytest.mark.parametrize("fetched", [True, False])
def test_a_listing_that_asks_for_a_person_is_refused_as_fetched_and_as_opened(
    fetched: bool,
) -> None:
    asks = page("请完成安全验证<script>")
    opened: list[str] = []

    class Shows(Renderer):
        async def _open(self, page: FetchedPage, name: str, work: object) -> Any:
            opened.append(name)
            return OpenedListing(asks, Ending.EXHAUSTED, [], False)

    async def wanted(growths: int, added: object) -> bool:
        return True

    shows = Shows(get_crawler(settings_dict={"TSNET_RENDER_TIMEOUT": 9}), "always", SITE)
    with pytest.raises(NotAnArticle, match="安全验证") as refused:
        asyncio.run(shows.open_listing(asks if fetched else SCRIPTED, Listing(), "时政", wanted))
    assert refused.value.reason == "challenge"
    assert opened == ([] if fetched else ["时政"])


def test_a_host_that_the_browser_has_helped_is_not_left_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    opens = renderer()
    fails = opens.shown
    for shown in (fails, fails, "an article", fails, fails, fails, fails):
        opens.shown = shown
        assert opens.tried(SCRIPTED)
    assert caplog.text.count("articles of euiu.cn are written by a script") == 1


@pytest.mark.parametrize(
    "text",
    [
        "加载更多",
        " 点击加载更多 ",
        "加载更多新闻 ↓",
        "查看更多",
        "显示更多>>",
        "加載更多",
        "點擊加載(zài)更多",
        "加(jiā)載(zài)更(gèng)多(duō)",
        "点击查看更多",
        "下拉加载更多",
        "点击更多",
        "查看更多新闻 >>",
        "继续加载",
        "Load more",
        "View more news",
        "下拉加载",
        "滚动加载更多",
        "查看往期",
        "展开剩余新闻",
        "再来一页",
        "再显示20条",
        "还有更多新闻",
        "再次点击加载更多",
        "加载更多(8/12)",
    ],
)
def test_a_control_that_asks_for_more_is_recognised(text: str) -> None:
    assert says_what_it_does(restored(text))


@pytest.mark.parametrize(
    "text", ["更多", "更多>>", "更(gèng)多", "下一页", "More", "换一批", "查看全部", "往期回顾"]
)
def test_a_control_that_merely_says_more_is_told_from_one_that_says_what_it_does(text: str) -> None:
    assert says_more(restored(text))
    assert not says_what_it_does(restored(text))


@pytest.mark.parametrize(
    "text",
    [
        "没有更多了",
        "暂无更多",
        "已加载全部",
        "正在加载",
        "加载更多请下载客户端",
        "更多频道",
        "下拉刷新",
        "展开全文",
        "浏览历史",
        "时政",
        "1",
    ],
)
def test_a_text_that_does_not_is_none(text: str) -> None:
    assert not says_what_it_does(restored(text))
    assert not says_more(restored(text))


@pytest.mark.parametrize("annotated", ["更", "加", "多", "更多", "点击"])
def test_the_control_is_recognised_through_the_mirrors_damage(annotated: str) -> None:
    assert says_what_it_does(restored(damage("点击加载更多", annotated=annotated, seed=1)))


@pytest.mark.parametrize(
    ("html", "asks"),
    [
        ("<title>安全验证</title><p>请完成安全验证后继续访问", True),
        ("<title>Just a moment...</title><p>Checking your browser", True),
        ("<p>请输入验证码", True),
        ("<p>請完成安全驗證後繼續訪問", True),
        ("<script>go()</script><noscript>请开启JavaScript后继续</noscript>", False),
        ("<p>页面正在跳转", False),
        ("<script>var text = '请完成安全验证';</script><p>新闻", False),
        ("<p>" + "会议部署了人机验证技术的推广工作。" * 50, False),
    ],
)
def test_only_a_page_that_asks_for_a_person_is_a_challenge(html: str, asks: bool) -> None:
    assert (challenge_in(page(html)) is not None) is asks


def program(path: Path) -> Path:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory that is all of PATH, and where Playwright looks for its own download."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    return tmp_path


def test_the_configured_chromium_goes_before_the_one_on_path(nowhere: Path) -> None:
    program(nowhere / "chromium")
    mine = program(nowhere / "mine")
    assert asyncio.run(find_chromium(str(mine))) == str(mine)
    assert asyncio.run(find_chromium("mine")) == str(mine)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("google-chrome",), "google-chrome"),
        (("google-chrome", "chromium-browser"), "chromium-browser"),
        (("google-chrome", "chromium-browser", "chromium"), "chromium"),
    ],
)
def test_path_is_searched_in_order(nowhere: Path, names: tuple[str, ...], found: str) -> None:
    for name in names:
        program(nowhere / name)
    assert asyncio.run(find_chromium(None)) == str(nowhere / found)


def test_playwrights_own_download_comes_last(nowhere: Path) -> None:
    with pytest.raises(NoBrowserError, match="apt install chromium"):
        asyncio.run(find_chromium(None))
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    own = Path(run.stdout.strip())
    own.parent.mkdir(parents=True)
    program(own)
    assert asyncio.run(find_chromium(None)) == str(own)


def test_a_configured_chromium_that_is_none_is_told_with_its_value(nowhere: Path) -> None:
    with pytest.raises(NoBrowserError, match="TSNET_CHROMIUM=/no/such"):
        asyncio.run(find_chromium("/no/such"))
    with pytest.raises(ConfigurationError, match="TSNET_CHROMIUM='/no/such'"):
        check({"TSNET_CHROMIUM": "/no/such"})


def test_the_sandbox_is_given_up_only_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert launch_options("/usr/bin/chromium")["chromium_sandbox"] is False
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert launch_options("/usr/bin/chromium")["chromium_sandbox"] is True


class Clock:
    """The clock of a page's own time, moved by hand."""

    now = 0.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(own_time_module, "monotonic", lambda: clock.now)
    return clock


def test_the_pages_own_time_is_what_passes_while_none_of_its_requests_waits(clock: Clock) -> None:
    own_time = OwnTime(10)
    told = []
    steps: list[Callable[[], None]] = [
        *(own_time.request_begins, own_time.request_begins, own_time.request_ends),
        *(own_time.request_ends, own_time.request_begins, own_time.request_ends),
    ]
    for step in steps:
        clock.now += 1
        step()
        clock.now += 1
        told.append((own_time.seconds, own_time.stands_still))
    assert told == [(1, True), (1, True), (1, True), (2, False), (3, True), (4, False)]


def test_time_in_which_a_request_waits_is_not_the_pages_own() -> None:
    async def work() -> OwnTime:
        own_time = OwnTime(0.2)
        own_time.request_begins()
        own_time.request_begins()
        await asyncio.sleep(0.3)
        own_time.request_ends()
        assert own_time.stands_still
        own_time.request_ends()
        assert not own_time.is_over
        await asyncio.sleep(0.3)
        return own_time

    assert asyncio.run(work()).is_over


def test_a_page_that_always_has_a_request_under_way_comes_to_its_end_too(clock: Clock) -> None:
    own_time = OwnTime(10)
    own_time.request_begins()
    clock.now = 10 * PATIENCE - 1
    assert not own_time.is_over
    clock.now += 1
    assert own_time.is_over
    assert PATIENCE > 10, "a click may wait for half a minute"


def test_work_that_does_not_end_is_interrupted_and_then_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own_time_module, "INTERRUPT_SECONDS", 0.01)
    interrupted = []
    ended = []

    async def interrupt() -> None:
        interrupted.append(True)

    async def endless() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            ended.append(True)
            raise

    async def work() -> None:
        with pytest.raises(TimeoutError):
            await OwnTime(0.05).enforce(endless(), interrupt, grace=0.3)
        assert ended

    asyncio.run(work())
    assert len(interrupted) > 1


def test_work_that_waited_for_a_request_is_not_interrupted_before_its_own_time_is_over() -> None:
    async def interrupt() -> None:
        raise AssertionError

    async def work() -> str:
        own_time = OwnTime(1)

        async def waiting() -> str:
            own_time.request_begins()
            await asyncio.sleep(1.5)
            own_time.request_ends()
            return "done"

        return await own_time.enforce(waiting(), interrupt, grace=1)

    assert asyncio.run(work()) == "done"
