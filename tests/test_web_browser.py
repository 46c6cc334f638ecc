"""The reading room as a reader meets it, in a real Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pymongo import MongoClient

from tests.reading_archive import HOSTILE, INCOMPLETE, REPRINT, SEED, WIRE, fill
from tests.reading_room import serving
from tsnet.store.archive import Archive
from tsnet.store.preparation import prepare
from tsnet.web.app import create_app

expect.set_options(timeout=20_000)

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 860}


@pytest.fixture(scope="module")
def room(mongo_uri: str) -> Iterator[str]:
    with MongoClient[dict[str, Any]](mongo_uri, tz_aware=True) as client:
        client.drop_database("web_browser")
        prepare(client["web_browser"])
        fill(client["web_browser"])
        with serving(create_app(Archive.over(client["web_browser"]))) as address:
            yield address
        client.drop_database("web_browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    assert path, f"none of {', '.join(names)} is on PATH: install chromium"
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


class Reader:
    """Opens pages of the reading room and takes down what should not happen."""

    def __init__(self, browser: Browser, room: str) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.room = room
        self.complaints: list[str] = []

    def open(self, path: str = "/", **options: Any) -> Page:
        context = self._browser.new_context(
            **{"viewport": DESKTOP, "locale": "zh-CN", "base_url": self.room, **options}
        )
        context.set_default_timeout(20_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", self._note)
        page.goto(path)
        return page

    def _note(self, request: Any) -> None:
        if not request.url.startswith(f"{self.room}/"):
            self.complaints.append(f"asked for {request.url}")

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def reader(browser: Browser, room: str) -> Iterator[Reader]:
    """Fails the test when a page complains, or asks another host for anything."""
    one = Reader(browser, room)
    yield one
    one.close()
    assert one.complaints == []


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def titles(page: Page) -> list[str]:
    return page.locator("#hits h2").all_inner_texts()


def fits(page: Page) -> bool:
    """Whether nothing makes the page scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_search_open_and_come_back_by_mouse(reader: Reader) -> None:
    page = reader.open()
    page.get_by_role("searchbox").fill("大氣污染")
    page.get_by_role("button", name="搜索", exact=True).click()
    page.wait_for_url("**/?q=*")
    assert query(page) == {"q": ["大氣污染"]}
    expect(page.locator("#hits mark:not(.lost)").first).to_have_text("大气污染")
    found = titles(page)

    page.locator(f'#hits a[href^="/article/{SEED}"]').click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("大气环境整治工作推进会")
    expect(page.locator(".prose mark:not(.lost)").first).to_have_text("大气污染")

    page.get_by_role("link", name="返回搜索结果").click()
    expect(page.get_by_role("searchbox")).to_have_value("大氣污染")
    assert titles(page) == found


def test_the_way_back_leads_to_the_same_place_on_the_page_of_results(reader: Reader) -> None:
    page = reader.open("/?q=天山")
    page.locator("#hits h2 a").nth(9).click()
    page.wait_for_url("**/article/**")
    page.get_by_role("link", name="返回搜索结果").click()
    page.wait_for_url("**/?q=*")
    expect(page.locator("#hits h2 a").nth(9)).to_be_in_viewport()
    assert page.evaluate("navigation.currentEntry.index") == 0
    page.go_forward()
    page.wait_for_url("**/article/**")


def test_filters_stay_in_the_address_and_are_taken_away_one_by_one(reader: Reader) -> None:
    page = reader.open()
    page.get_by_label("起始日期").fill("2025-03-01")
    page.get_by_label("频道").select_option("szxw")
    page.get_by_label("内容相同的文章").select_option("0")
    page.get_by_role("button", name="应用筛选").click()
    page.wait_for_url("**/?since=*")
    wanted = {"since": ["2025-03-01"], "channel": ["szxw"], "duplicates": ["0"]}
    assert query(page) == wanted

    shared = reader.open(f"/?{urlsplit(page.url).query}")
    assert titles(shared) == titles(page)
    expect(shared.get_by_label("频道", exact=True)).to_have_value("szxw")

    page.get_by_role("link", name="去掉“频道 时政”").click()
    page.wait_for_url(lambda url: "channel" not in url)
    assert query(page) == {"since": ["2025-03-01"], "duplicates": ["0"]}
    page.get_by_role("link", name="清除筛选").click()
    page.wait_for_url(lambda url: "?" not in url)


def test_the_chart_narrows_to_a_month_by_click_and_to_several_by_drag(reader: Reader) -> None:
    page = reader.open("/?sort=newest")
    over = page.locator("#plot .u-over")
    box = over.bounding_box()
    assert box
    months = page.locator("#months a[data-month]").count()
    assert months > 4

    page.mouse.move(box["x"] + box["width"] - 12, box["y"] + 60)
    expect(page.locator(".plot-tip")).to_contain_text("2025-03")
    page.mouse.click(box["x"] + box["width"] - 12, box["y"] + 60)
    page.wait_for_url("**since=*")
    assert query(page) == {"sort": ["newest"], "since": ["2025-03-01"], "until": ["2025-03-31"]}
    assert page.locator("#months a[data-month]").count() == months

    page.wait_for_selector("#plot canvas")
    page.mouse.move(box["x"] + box["width"] - 4, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 60, steps=4)
    page.mouse.up()
    page.wait_for_url(lambda url: "since=2025-03-01" not in url)
    assert query(page)["since"][0] < "2025-02"
    assert query(page)["until"] == ["2025-03-31"]

    page.get_by_role("link", name="全部时间").click()
    page.wait_for_url(lambda url: "since" not in url)


def test_everything_can_be_done_from_the_keyboard(reader: Reader) -> None:
    page = reader.open()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("天山")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=*")

    page.locator("body").press("j")
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    link = page.locator("#hits h2 a").nth(1)
    expect(link).to_be_focused()
    title = link.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)

    page.keyboard.press("u")
    page.wait_for_url("**/?q=*")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**after=*")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(lambda url: "after" not in url)

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="键盘快捷键")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_letters_typed_into_a_field_are_letters(reader: Reader) -> None:
    page = reader.open()
    for label in ("来源", "记者"):
        page.get_by_label(label, exact=True).press_sequentially("jk/t?u")
        expect(page.get_by_label(label, exact=True)).to_have_value("jk/t?u")
    assert page.locator("html").get_attribute("data-theme") is None


def test_versions_show_what_changed(reader: Reader) -> None:
    page = reader.open(f"/article/{SEED}")
    page.get_by_role("link", name="查看修改").click()
    page.get_by_label("从").select_option("1")
    page.get_by_role("button", name="比较").click()
    page.wait_for_url("**from=1*")

    expect(page.locator(".prose del")).to_have_text(["[删去]乌鲁木齐市举行"])
    expect(page.locator(".prose ins")).to_have_text(["[加入]伊宁市召开", "[加入]高度"])
    expect(page.locator(".prose .is-changed")).to_have_count(2)


def test_other_versions_of_a_story_are_a_click_away(reader: Reader) -> None:
    page = reader.open(f"/article/{REPRINT}")
    story = page.get_by_role("complementary", name="出处")
    story.get_by_role("link", name="与本篇对照").first.click()
    page.wait_for_url(f"**/beside/{WIRE}")
    expect(page.get_by_role("heading", level=1)).to_have_text("两篇对照")
    earlier, later = page.locator(".two > div").all()
    expect(earlier.locator("del")).to_have_text("较早一篇")
    expect(earlier.locator("a")).to_have_attribute("href", f"/article/{WIRE}")
    expect(later.locator("a")).to_have_attribute("href", f"/article/{REPRINT}")


def test_what_is_lost_leads_to_its_explanation(reader: Reader) -> None:
    page = reader.open(f"/article/{SEED}")
    lost = page.locator(".prose mark.lost a")
    expect(lost).to_have_count(2)
    expect(lost.first).to_have_attribute("title", "此处一个字符被镜像网站毁掉，无法得知")
    lost.first.click()
    expect(page.locator("#uncertain")).to_be_in_viewport()
    expect(page.locator("#uncertain")).to_contain_text("有 2 处字符")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_pages_fit_the_screen(reader: Reader, width: int) -> None:
    page = reader.open(viewport={"width": width, "height": 844}, has_touch=width < 800)
    for path in (
        "/",
        "/?q=天山&since=2024-12-01&channel=szxw&duplicates=0",
        f"/article/{SEED}",
        f"/article/{HOSTILE}",
        f"/article/{SEED}/versions",
        f"/article/{REPRINT}/beside/{WIRE}",
        "/?lang=en",
    ):
        page.goto(path)
        assert fits(page), f"{path} at {width}"


def test_an_article_shorter_than_the_window_begins_below_the_way_back(reader: Reader) -> None:
    page = reader.open(f"/article/{SEED}", viewport={"width": 1280, "height": 3000})
    above, article = (
        page.locator("nav.way-back").bounding_box(),
        page.locator(".story").bounding_box(),
    )
    assert above
    assert article
    assert article["y"] == pytest.approx(above["y"] + above["height"], abs=1)


def test_a_phone_shows_filters_on_demand(reader: Reader) -> None:
    page = reader.open(viewport=PHONE, has_touch=True, is_mobile=True)
    expect(page.get_by_label("起始日期")).to_be_hidden()
    page.locator(".narrowing summary").tap()
    expect(page.get_by_label("起始日期")).to_be_visible()


def test_the_table_of_months_can_be_tapped_on_a_phone(reader: Reader) -> None:
    page = reader.open(viewport=PHONE, has_touch=True, is_mobile=True)
    page.locator("#months summary").tap()
    sizes = page.locator("#months td a, #months th a").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect())"
        ".map(({width, height}) => [width, height])"
    )
    # WCAG 2.2, 2.5.8: 24 pixels; and no year is broken over lines.
    assert all(width >= 24 and 24 <= height < 48 for width, height in sizes)
    assert fits(page)


def test_chinese_is_set_for_reading(reader: Reader) -> None:
    page = reader.open(f"/article/{INCOMPLETE}")
    style = page.evaluate(
        """() => {
            const one = document.querySelector(".prose p");
            const {lineHeight, fontSize, textIndent, fontFamily} = getComputedStyle(one);
            const measure = one.clientWidth / parseFloat(fontSize);
            return {measure, leading: parseFloat(lineHeight) / parseFloat(fontSize),
                    indent: parseFloat(textIndent) / parseFloat(fontSize), fontFamily,
                    lang: one.closest("[lang]").lang};
        }"""
    )

    assert 34 <= style["measure"] <= 40
    assert 1.7 <= style["leading"] <= 2
    assert style["indent"] == pytest.approx(2)
    assert "Noto Serif CJK SC" in style["fontFamily"]
    assert style["lang"] == "zh-Hans"


def brightness(page: Page) -> int:
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return sum(int(part) for part in colour[4:-1].split(","))


def test_the_cells_of_a_table_stand_in_columns(reader: Reader) -> None:
    page = reader.open(f"/article/{INCOMPLETE}")
    starts = page.evaluate(
        """cells => cells.map(cell => {
            const range = document.createRange();
            const row = [...document.querySelectorAll('.prose p')]
                .find(one => one.textContent.endsWith(cell)).firstChild;
            range.setStart(row, row.length - cell.length);
            range.setEnd(row, row.length);
            return range.getBoundingClientRect().left;
        })""",
        ["里程", "12公里"],
    )
    assert starts[0] == starts[1]


def test_dark_follows_the_system_until_the_reader_chooses(reader: Reader) -> None:
    page = reader.open(color_scheme="dark")
    assert brightness(page) < 150
    page.emulate_media(color_scheme="light")
    assert brightness(page) > 600

    page.get_by_role("button", name="切换明暗").click()
    assert brightness(page) < 150
    page.goto(f"/article/{SEED}")
    assert brightness(page) < 150
    page.keyboard.press("t")
    assert brightness(page) > 600
    assert page.context.cookies() == []


CONTRAST = """() => {
    const channel = (value) => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const pixels = (colours) => {
        canvas.clearRect(0, 0, 1, 1);
        for (const colour of colours) {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
        }
        return Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
    };
    const light = (rgb) => {
        const [r, g, b] = rgb.map((value) => channel(value / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const bad = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
        if (element.closest(".unseen, .skip, datalist, option, noscript, script")) continue;
        const behind = [];
        for (let one = element; one; one = one.parentElement)
            behind.unshift(getComputedStyle(one).backgroundColor);
        const back = light(pixels(behind));
        const front = light(pixels([...behind, getComputedStyle(element).color]));
        const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
        if (ratio < 4.5) bad.push(`${walker.currentNode.data.trim().slice(0, 20)} ${ratio}`);
    }
    return bad;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(reader: Reader, scheme: str) -> None:
    page = reader.open(color_scheme=scheme)
    for path in (
        "/?q=天山&since=2024-12-01",
        f"/article/{SEED}?q=大气",
        f"/article/{SEED}/versions",
    ):
        page.goto(path)
        for details in page.locator("details").all():
            details.evaluate("one => { one.open = true; }")
        assert page.evaluate(CONTRAST) == [], path


def test_without_javascript_all_is_there_to_read_and_search(reader: Reader) -> None:
    page = reader.open(java_script_enabled=False)
    expect(page.locator(".scripted").first).to_be_hidden()
    page.get_by_role("searchbox").fill("天山")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/?q=*")
    assert query(page) == {"q": ["天山"]}

    page.locator("#months summary").click()
    page.locator('#months a[data-month="2025-03"]').click()
    page.wait_for_url("**since=2025-03-01*")
    expect(page.locator('#months a[aria-current="true"]')).to_have_count(1)
    page.get_by_role("link", name="全部时间").click()
    page.get_by_role("link", name="下一页").click()
    page.wait_for_url("**after=*")
    page.locator("#hits h2 a").first.click()
    expect(page.locator(".prose p").first).to_be_visible()
    page.get_by_role("link", name="返回搜索结果").click()
    page.wait_for_url("**after=*")


def test_a_record_full_of_scripts_does_nothing(reader: Reader) -> None:
    page = reader.open("/?channel=bad")
    page.locator("#hits h2 a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>")
    title = page.title()
    assert title.startswith("恶意标题<script>")
    for details in page.locator("aside details").all():
        details.locator("summary").click()

    addresses = page.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert all(address.startswith(f"{reader.room}/") for address in addresses)
    page.get_by_role("link", name='记者"><b>').click()
    page.wait_for_url("**reporter=*")
    assert page.locator("#hits > li").count() == 1
    assert page.locator("iframe, img, svg [onload]").count() == 0


def test_landmarks_and_names_are_there_for_a_screen_reader(reader: Reader) -> None:
    for path in ("/", f"/article/{SEED}", f"/article/{SEED}/versions", "/?lang=en"):
        page = reader.open(path)
        for role in ("banner", "main", "contentinfo", "search"):
            expect(page.get_by_role(role)).to_have_count(1)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        nameless = page.evaluate(
            """() => [...document.querySelectorAll("input:not([type=hidden]), select, button, a")]
                .filter((one) => !(one.labels?.length || one.innerText?.trim()
                    || one.textContent.trim() || one.getAttribute("aria-label")))
                .map((one) => one.outerHTML)"""
        )
        assert nameless == []
        # WAI-ARIA 1.2: what has no role of its own has no name.
        unnameable = page.evaluate(
            """() => [...document.querySelectorAll(
                ["p", "pre", "div", "span", "code"].map((t) => `${t}[aria-label]:not([role])`))]
                .map((one) => one.outerHTML)"""
        )
        assert unnameable == []
        doubled = page.evaluate(
            """() => { const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
                return ids.filter((id, index) => ids.indexOf(id) !== index); }"""
        )
        assert doubled == []


def test_on_paper_there_is_the_article_and_where_it_is_from(reader: Reader) -> None:
    page = reader.open(f"/article/{SEED}")
    page.emulate_media(media="print")
    expect(page.locator(".masthead")).to_be_hidden()
    expect(page.locator(".prose")).to_be_visible()
    after = page.evaluate("getComputedStyle(document.querySelector('.outside'), '::after').content")
    assert "https://www.ts.cn/" in after


def test_paper_is_white_though_the_screen_is_dark(reader: Reader) -> None:
    page = reader.open(f"/article/{SEED}", color_scheme="dark")
    page.keyboard.press("t")
    page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.evaluate("getComputedStyle(document.querySelector('.subtitle')).color")
    assert sum(int(part) for part in ink[4:-1].split(",")) < 350
