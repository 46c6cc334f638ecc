"""The reading room over HTTP: what it answers, what it refuses, what it tells the browser."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from functools import partial
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from pymongo import MongoClient, monitoring

from tests.reading_archive import HOSTILE, INCOMPLETE, REPRINT, SEED, WIRE, fill
from tests.reading_room import ask, serving
from tsnet.store.archive import Archive
from tsnet.store.preparation import prepare
from tsnet.web.access import Guard, is_loopback
from tsnet.web.app import create_app
from tsnet.web.holdings import Remembered

ENGLISH = {"Accept-Language": "en"}


class Commands(monitoring.CommandListener):
    """Counts what is asked of MongoDB."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def started(self, event: monitoring.CommandStartedEvent) -> None:
        self.names.append(event.command_name)

    def succeeded(self, event: monitoring.CommandSucceededEvent) -> None:
        pass

    def failed(self, event: monitoring.CommandFailedEvent) -> None:
        pass


@pytest.fixture(scope="module")
def commands() -> Commands:
    return Commands()


@pytest.fixture(scope="module")
def archive(mongo_uri: str, commands: Commands) -> Iterator[Archive]:
    with MongoClient[dict[str, Any]](
        mongo_uri, tz_aware=True, event_listeners=[commands]
    ) as client:
        client.drop_database("web")
        prepare(client["web"])
        fill(client["web"])
        yield Archive.over(client["web"])
        client.drop_database("web")


@pytest.fixture(scope="module")
def room(archive: Archive) -> Iterator[str]:
    with serving(create_app(archive)) as address:
        yield address


def text_of(page: str) -> str:
    """What a reader sees, roughly."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page)))


def test_the_first_page_shows_the_latest_articles_and_every_month(room: str) -> None:
    page = ask(f"{room}/")

    assert page.status == 200
    assert page.text.count("<h2>") >= 20
    assert f'href="/article/{SEED}"' in page.text
    assert 'data-month="2025-03"' in page.text
    assert "共 95 篇" in text_of(page.text)


@pytest.mark.parametrize("words", ["大气污染", "大氣污染", '"大气污染" -马拉松'])
def test_a_search_finds_words_and_marks_them(room: str, words: str) -> None:
    page = ask(f"{room}/?q={quote(words)}")

    assert f"/article/{SEED}?q=" in page.text
    assert "<mark>大气污染</mark>" in page.text


def test_a_forms_empty_fields_do_not_stay_in_the_address(room: str) -> None:
    answer = ask(f"{room}/?q={quote('大气')}&since=&until=&channel=szxw&source=&original=")

    assert answer.status == 303
    assert answer.headers["location"] == f"/?q={quote('大气')}&channel=szxw"
    assert ask(f"{room}/?q=%20&channel=szxw").headers["location"] == "/?channel=szxw"


def test_pages_follow_each_other_without_a_gap(room: str) -> None:
    seen: list[str] = []
    address: str | None = "/?sort=newest"
    while address:
        page = ask(room + address).text
        seen += re.findall(r'<h2><a href="/article/([^?"]+)', page)
        assert "共 95 篇" in text_of(page)
        following = re.search(r'id="next-page"[^>]*href="([^"]+)"', page)
        address = html.unescape(following[1]) if following else None

    assert len(seen) == len(set(seen)) == 95


def test_results_stand_in_the_order_that_was_chosen(room: str) -> None:
    newest, oldest = (ask(f"{room}/?sort={order}").text for order in ("newest", "oldest"))
    first = r'<h2><a href="/article/([^?"]+)'
    assert (re.findall(first, newest)[0], re.findall(first, oldest)[0]) == (SEED, HOSTILE)


def test_the_chart_counts_what_was_asked_for(room: str) -> None:
    def months(asked: str) -> dict[str, str]:
        return dict(re.findall(r'data-month="(.{7})" data-count="([1-9]\d*)"', ask(asked).text))

    assert len(months(f"{room}/")) > 5
    assert months(f"{room}/?channel=bad") == {"2023-11": "1"}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("channel=bad", {HOSTILE}),
        ("since=2025-03-19", {SEED}),
        ("until=2023-12-31", {HOSTILE}),
        (f"source={quote('新华社')}&since=2025-03-06&until=2025-03-07&duplicates=0", {WIRE}),
        (f"q={quote('调度会')}&whole_text=0", {SEED}),
    ],
)
def test_filters_narrow_a_search(room: str, filters: str, found: set[str]) -> None:
    page = ask(f"{room}/?{filters}").text

    assert found <= set(re.findall(r'<h2><a href="/article/([^?"]+)', page))
    assert len(re.findall(r"<li>\s*<article", page)) <= 4


def test_each_filter_in_use_is_named_and_can_be_taken_away(room: str) -> None:
    page = ask(f"{room}/?channel=szxw&original=0&since=2025-03-01&q=%E4%BC%9A").text
    found = re.search(r'<ul class="chips">(.*?)</ul>', page, re.DOTALL)
    assert found is not None
    links = re.findall(r'<a (?:class="all" )?href="([^"]+)"', found[1])
    assert [set(parse_qs(urlsplit(html.unescape(link)).query)) for link in links] == [
        {"q", "channel", "original"},
        {"q", "since", "original"},
        {"q", "since", "channel"},
        {"q"},
    ]
    shown = text_of(found[1])
    assert "频道 时政" in shown
    assert "仅转载" in shown
    assert "2025-03-01" in shown


def test_a_month_stands_for_its_first_and_its_last_day(room: str) -> None:
    found = re.findall(
        r'<h2><a href="/article/([^?"]+)', ask(f"{room}/?since=2025-03&until=2025-03").text
    )
    days = ask(f"{room}/?since=2025-03-01&until=2025-03-31").text
    assert found == re.findall(r'<h2><a href="/article/([^?"]+)', days) != []


def test_the_chart_keeps_all_months_when_one_is_chosen(room: str) -> None:
    page = ask(f"{room}/?since=2025-03-01&until=2025-03-31").text
    assert len(re.findall(r"data-month=", page)) > 5
    assert re.search(r'data-month="2025-03" data-count="\d+" aria-current="true"', page)
    assert not re.search(r'data-month="2025-02" data-count="\d+" aria-current', page)


def test_an_article_shows_what_is_known_of_it(room: str) -> None:
    page = ask(f"{room}/article/{SEED}?q={quote('大气污染')}").text
    seen = text_of(page)

    assert 'href="https://www.ts.cn/xwzx/szxw/202503/' in page
    assert "刊用本网站稿件" in seen
    assert "65120170002" in seen
    assert "刘翔" in seen
    assert "2025-03-19 19:38" in seen
    assert "<mark>大气污染</mark>" in page
    assert f'href="/?q={quote("大气污染")}"' in page


def test_an_article_that_was_taken_off_the_site_says_so(archive: Archive, room: str) -> None:
    address = f"{room}/article/{REPRINT}"
    assert "网站已撤下" not in ask(address).text
    gone = datetime(2025, 4, 1, 4, 5, tzinfo=timezone.utc)
    archive.database.articles.update_one({"_id": REPRINT}, {"$set": {"gone_at": gone}})
    assert "网站已撤下 2025-04-01 12:05" in text_of(ask(address).text)
    assert "Taken off the site" in ask(address, headers=ENGLISH).text


def test_pictures_are_named_and_linked_and_never_loaded(room: str) -> None:
    page = ask(f"{room}/article/{INCOMPLETE}").text

    assert "隧道洞口全景" in page
    assert re.search(r'href="https://m\.euiu\.cn/[^"]+\.jpg" rel="external noopener nor', page)
    assert "<img" not in page


def test_what_is_uncertain_is_marked_in_the_text_and_explained(room: str) -> None:
    page = ask(f"{room}/article/{SEED}").text

    body = page.partition('class="prose"')[2]
    assert body.count('<mark class="lost">') == 2
    assert "有 2 处字符被镜像网站毁掉" in page
    assert "有 3 个字是按常见程度推定的" in page
    assert "没有抓全，正文不完整" in ask(f"{room}/article/{INCOMPLETE}").text


def test_versions_are_listed_and_their_differences_shown(room: str) -> None:
    article = ask(f"{room}/article/{SEED}").text
    assert f'href="/article/{SEED}?revision=1"' in article

    first = ask(f"{room}/article/{SEED}?revision=1").text
    assert "乌鲁木齐市举行" in first
    assert "这是第 1 版" in first
    in_english = re.search(r'href="([^"]+)"[^>]*>English', first)
    assert in_english
    assert "revision=1" in in_english[1]
    assert ask(f"{room}/article/{WIRE}?revision=1").status == 200, "the only one"

    page = ask(f"{room}/article/{SEED}/versions?from=1&to=3").text
    plain = re.sub(r'<span class="unseen".*?</span>', "", page)
    assert "<del>乌鲁木齐市举行</del><ins>伊宁市召开</ins>" in plain
    assert "<del>举行</del><ins>召开</ins>" in plain
    assert "2025-03-19 19:30:42" in plain
    assert '<dt lang="zh-Hans">图片</dt>\n<dd><del>会场 W1.jpeg</del> <ins>无</ins>' in plain
    last = ask(f"{room}/article/{SEED}/versions").text
    unsaid = last.replace('<span class="unseen" lang="zh-Hans">[加入]</span>', "")
    assert re.findall("<ins>(?!加入)(.*?)</ins>", unsaid) == ["高度"], "from the one before"
    first_two = ask(f"{room}/article/{SEED}/versions?from=1&to=2").text
    assert "高度</ins>" not in first_two
    assert re.search(r'href="[^"]+from=1&amp;to=2"[^>]*>English', first_two)


def test_other_versions_of_a_story_are_named_and_compared(room: str) -> None:
    reprint = ask(f"{room}/article/{REPRINT}").text
    assert f'href="/article/{WIRE}"' in reprint
    assert "正文与较早的一篇完全相同" in reprint

    beside = ask(f"{room}/article/{REPRINT}/beside/{WIRE}")
    assert beside.status == 200
    assert "两篇对照" in beside.text
    for pair in ((REPRINT, WIRE), (WIRE, REPRINT)):
        page = ask(f"{room}/article/{pair[0]}/beside/{pair[1]}").text
        shown = re.findall(r'<dd><a href="/article/([^"]+)"', page)
        assert shown == [WIRE, REPRINT], "the earlier first"
    assert f"/beside/{REPRINT}" not in reprint


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/article/t20990101_1", 404, "t20990101_1"),
        ("/article/%24where", 404, "$where"),
        ("/article/t20990101_1/versions", 404, "t20990101_1"),
        (f"/article/{SEED}/beside/nothing", 404, "nothing"),
        ("/static/../app.py", 404, ""),
        ("/static/%2e%2e/app.py", 404, ""),
        ("/nowhere", 404, ""),
        ("/?since=2025-02-30", 400, "since"),
        ("/?until=x", 400, "until"),
        ("/?since=2025-02-01&until=2025-01-01", 400, "since"),
        ("/?sort=best", 400, "sort"),
        ("/?after=nonsense", 400, "after"),
        ("/?q=" + "x" * 1200, 400, "q"),
        ("/?q=" + "+".join(f"w{number}" for number in range(40)), 400, "32"),
        ("/?q=%E3%80%82", 400, "须有字、词或数字"),
        (f"/article/{SEED}?q=.*", 400, "须有字、词或数字"),
        (f"/article/{SEED}?after=x", 400, "after"),
        (f"/article/{SEED}?revision=9", 400, "revision"),
        (f"/article/{SEED}/versions?from=0", 400, "from"),
        (f"/article/{SEED}?since=nonsense", 400, "since"),
    ],
)
def test_a_wrong_address_is_told_plainly(room: str, path: str, status: int, said: str) -> None:
    page = ask(room + path)

    assert page.status == status
    assert "<main" in page.text
    assert said in text_of(page.text)


@pytest.mark.parametrize(
    "path",
    ["/?q=%E3%80%82", "/?q=%E3%80%82&since=x", "/nowhere?q=%E3%80%82", "/?q=。" + "x" * 1000],
)
def test_a_question_that_is_not_answered_stays_in_its_box(room: str, path: str) -> None:
    assert 'name="q" type="search" value="。' in ask(room + quote(path, "/?=&%")).text


@pytest.mark.parametrize(
    "words",
    ['{"$where": "sleep(9000)"}', "$ne", "a.*", "((((1", "\\d", "'\"><script>", "新\x00疆", "😀a"],
)
def test_what_is_typed_is_never_more_than_words(room: str, words: str) -> None:
    page = ask(f"{room}/?q={quote(words)}&source={quote(words)}&reporter={quote(words)}")

    assert page.status in (200, 303)
    assert "<script>" not in page.text.replace("<script src=", "")


def test_the_interface_speaks_english_and_keeps_what_was_chosen(room: str) -> None:
    by_browser = ask(f"{room}/", ENGLISH)
    assert '<html lang="en">' in by_browser.text
    assert "95 articles" in text_of(by_browser.text)
    assert by_browser.headers["vary"].startswith("Accept-Language")

    chosen = ask(f"{room}/article/{SEED}?lang=zh", ENGLISH).text
    assert '<html lang="zh-Hans">' in chosen
    assert 'href="/?lang=zh"' in chosen
    assert "没有这一页" in ask(f"{room}/nowhere?lang=zh", ENGLISH).text


@pytest.mark.parametrize(
    "path", ["/", f"/article/{HOSTILE}", "/nowhere", "/?since=x", "/static/reading-room.js"]
)
def test_every_answer_tells_the_browser_what_to_refuse(room: str, path: str) -> None:
    headers = ask(room + path).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "set-cookie" not in headers
    assert "server" not in headers or "uvicorn" in headers["server"]


def test_text_of_a_record_is_never_markup(room: str) -> None:
    for path in (f"/article/{HOSTILE}", "/?channel=bad", f"/article/{HOSTILE}/versions"):
        page = ask(room + path).text

        assert "&lt;script&gt;" in page
        assert re.findall(r"<script(?! src=\"/static/)", page) == []
        assert re.findall(r"<(?:iframe|img|b)\b", page) == []
        assert re.findall(r'(?:href|src|action)="(?!/|#|https?://)[^"]*"', page) == []
        assert not re.search(r"<[^>]* (?:on\w+|style)=", page)


def test_only_reading_is_answered(room: str) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
        assert ask(f"{room}/", method=method).status == 405
    assert ask(f"{room}/", method="HEAD").status == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:1", 200),
        ("localhost", 200),
        ("[::1]:8642", 200),
        ("LOCALHOST:80", 200),
        ("rebound.example", 421),
        ("127.0.0.1.rebound.example", 421),
        ("rebound.example:8642", 421),
        ("", 421),
        ("localhost@rebound.example", 421),
    ],
)
def test_a_page_that_points_its_own_name_here_gets_nothing(
    room: str, host: str, status: int
) -> None:
    assert ask(f"{room}/static/theme.js", {"Host": host}).status == status


def basic(name: str, password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


def test_where_there_is_a_password_nothing_is_shown_without_it(archive: Archive) -> None:
    with serving(create_app(archive, password="开门开门开门吧:x", loopback=False)) as room:
        for path in ("/", f"/article/{SEED}", "/static/reading-room.css", "/nowhere"):
            refused = ask(room + path)
            assert refused.status == 401
            assert refused.headers["www-authenticate"].startswith("Basic ")
            assert "content-security-policy" in refused.headers
        for wrong in (
            basic("", ""),
            basic("reader", "开门开门开门吧"),
            {"Authorization": "Basic ???"},
            {"Authorization": "Bearer x"},
        ):
            assert ask(f"{room}/", wrong).status == 401
        right = basic("anyone", "开门开门开门吧:x")
        assert ask(f"{room}/", {**right, "Host": "archive.example"}).status == 200


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.2", False),
        ("localhost.example", False),
        ("127.1", False),
        ("", False),
    ],
)
def test_loopback_is_this_machine_alone(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_page_asks_the_archive_a_fixed_number_of_questions(
    archive: Archive, commands: Commands
) -> None:
    with serving(create_app(archive)) as room:
        ask(f"{room}/")
        counted = []
        for path in (
            "/?q=天山&sort=newest",
            "/?q=天山&sort=oldest&since=2024-12-01",
            f"/article/{SEED}",
        ):
            commands.names.clear()
            assert ask(room + quote(path, safe="/?=&")).status == 200
            counted.append(len(commands.names))

    assert max(counted) <= 12, counted


def test_an_answer_is_remembered_for_its_time_and_while_there_is_room() -> None:
    asked: list[str] = []

    def answer(key: str) -> str:
        asked.append(key)
        return f"of {key}"

    def ask_of(memory: Remembered[str], *keys: str) -> list[str]:
        asked.clear()
        for key in keys:
            assert memory.get(key, partial(answer, key)) == f"of {key}"
        return asked

    assert ask_of(Remembered(60.0), "a", "a", "b", "a") == ["a", "b"]
    assert ask_of(Remembered(0.0), "a", "a") == ["a", "a"]
    assert ask_of(Remembered(60.0, most=2), "a", "b", "c", "c", "b", "a") == ["a", "b", "c", "a"]


def test_an_answer_that_was_asked_for_anew_is_not_the_next_to_be_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 0.0
    monkeypatch.setattr("tsnet.web.holdings.time.monotonic", lambda: now)
    memory = Remembered[float](60.0, most=2)
    assert [memory.get(key, lambda: now) for key in "ab"] == [0.0, 0.0]
    now = 60.0
    assert [memory.get(key, lambda: now) for key in "ac"] == [60.0, 60.0]
    now = 61.0
    assert [memory.get(key, lambda: now) for key in "ac"] == [60.0, 60.0]


def test_when_the_store_is_away_a_plain_page_says_so() -> None:
    away = MongoClient[dict[str, Any]](
        "mongodb://127.0.0.1:9/", serverSelectionTimeoutMS=200, tz_aware=True
    )
    with away, serving(create_app(Archive.over(away["web"]))) as room:
        for path in ("/", f"/article/{SEED}"):
            page = ask(room + path, ENGLISH)
            assert page.status == 503
            assert page.headers["retry-after"]
            assert "The archive can&#39;t be reached" in page.text
            assert "content-security-policy" in page.headers


def test_an_empty_archive_says_how_to_fill_it(database: Any) -> None:
    with serving(create_app(Archive.over(database))) as room:
        assert "scrapy crawl tianshan" in ask(f"{room}/").text
        assert "没有找到文章" in ask(f"{room}/?q={quote('大气')}").text


def test_a_failure_is_answered_without_its_details(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise RuntimeError("a secret of the server")

    broken = Archive.over(archive.database)
    monkeypatch.setattr(broken, "get", fail)
    with serving(create_app(broken)) as room:
        page = ask(f"{room}/article/{SEED}")

    assert page.status == 500
    assert "secret" not in page.text
    assert "content-security-policy" in page.headers


def test_static_files_are_kept_by_the_browser_under_their_content(room: str) -> None:
    page = ask(f"{room}/").text
    addresses = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)

    assert len(addresses) >= 5
    for address in addresses:
        answer = ask(room + address)
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
        unnamed = ask(room + address.partition("?")[0])
        assert unnamed.headers["cache-control"] == "no-cache"


def test_the_charting_library_comes_with_its_licence(room: str) -> None:
    assert "uPlot (v1.6.32)" in ask(f"{room}/static/uplot/uPlot.iife.min.js").text[:200]
    assert "Leon Sorokin" in ask(f"{room}/static/uplot/LICENSE").text


def test_what_is_no_request_is_not_answered() -> None:
    import asyncio

    async def never(*_arguments: object) -> Any:
        raise AssertionError("passed on")

    asyncio.run(Guard(never, password=None, loopback=True)({"type": "websocket"}, never, never))


def test_no_address_makes_a_page_link_to_another_host(room: str) -> None:
    page = ask(f"{room}//elsewhere.example/")

    assert page.status == 404
    assert 'href="/elsewhere.example/?lang=en"' in page.text
    assert 'href="//' not in page.text
