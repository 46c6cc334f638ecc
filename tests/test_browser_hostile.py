"""Pages that a browser meets on a hostile host: one crawl of them all, with Debian's Chromium."""

from __future__ import annotations

import json
import re
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.crawling import carrying, crawl_command, environment, finished
from tests.loopback import Answer, Host, serving

GROW = """
var next = 1;
function grow(items) {
  items.forEach(function (number) {
    document.getElementById("list").insertAdjacentHTML("beforeend",
      "<li><a href='./202503/t20250319_" + number + ".shtml'>title " + number + "</a></li>");
  });
}
function more(url) {
  return fetch(url || "more_" + next++ + ".json").then(function (r) {
    if (!r.ok) { throw new Error("status " + r.status); }
    return r.json();
  }).then(function (d) {
    grow(d.items);
    if (!d.more) { document.getElementById("more").remove(); }
  });
}
"""

ELSEWHERE = """
var foreign = "@foreign@";
new WebSocket(foreign.replace("http", "ws") + "/socket");
new EventSource(foreign + "/events");
navigator.sendBeacon(foreign + "/beacon", "x");
new Worker(URL.createObjectURL(new Blob(["importScripts('" + foreign + "/worker.js')"])));
import(foreign + "/module.js").catch(function () {});
window.open(foreign + "/window");
fetch("/redirect/foreign").catch(function () {});
["preload", "prefetch", "preconnect", "dns-prefetch", "stylesheet", "icon"].forEach(function (rel) {
  var link = document.createElement("link");
  link.rel = rel; link.href = foreign + "/" + rel; link.as = "script";
  document.head.appendChild(link);
});
var form = document.createElement("form");
form.action = foreign + "/form"; form.method = "post"; form.target = "_blank";
document.body.appendChild(form); form.submit();
var peer = new RTCPeerConnection({iceServers: [{urls: "stun:" + foreign.slice(7)}]});
peer.createDataChannel("x"); peer.createOffer().then(function (o) { peer.setLocalDescription(o); });
"""


def listing(name: str, script: str, button: str = "加载更多", before: str = "") -> str:
    """A listing of three articles, dated, with a control and a script."""
    number = 1000 * (1 + sorted(PAGES).index(name)) if name in PAGES else 900_000
    items = "".join(
        f"<li><a href='./202503/t20250320_{number + i}.shtml'>新疆新闻第{i}条</a></li>"
        for i in range(3)
    )
    return f"""<!DOCTYPE html><meta charset="utf-8"><title>时政</title><body>{before}
<ul id="list">{items}</ul><button id="more">{button}</button>
<script src="/js/shared.js"></script><img src="/picture.png">
<style>@font-face {{ font-family: f; src: url(/font.woff2) }} body {{ font-family: f }}</style>
<script>{GROW}
var button = document.getElementById("more");
{script}</script></body>"""


ARTICLE = """<!DOCTYPE html><meta charset="utf-8"><title>自治区召开会议</title><body>
<h1>自治区召开会议</h1><p>2025-03-20 10:00:00   来源: 天山网-新疆日报原创</p>
<p>　　天山网-新疆日报讯(记者刘翔报道)3月20日,自治区召开会议,研究部署今年的重点工作。</p>
<p>　　会议指出,要坚持稳中求进,推动经济社会高质量发展,切实保障和改善民生。</p>
<p>[责任编辑: 刘芳 ]</p></body>"""

PAGES = {
    "covered": (
        "button.onclick = function () { more(); };",
        {"before": "<div style='position:fixed;inset:0;background:#fff'>下载客户端</div>"},
    ),
    "damaged": (
        "button.onclick = function () { more(); };",
        {
            "button": "點擊加載(zài)更多",
            "before": "<p>環(huán)境保護(hù)會(huì)議在疆內各區(qū)召開,環(huán)境會(huì)議</p>",
        },
    ),
    "refused": (
        "button.onclick = function () { more('/forbidden/more.json'); };",
        {},
    ),
    "failing": ("button.onclick = function () { more('/failing.json'); };", {}),
    "moved": ("button.onclick = function () { more('/redirect/here'); };", {}),
    "posted": (
        """button.onclick = function () {
          fetch("more_1.json", {method: "PUT"}).catch(function () {
            fetch("more_1.json", {method: "POST", headers: {"X-Page": "2"}, body: "page=2"})
              .then(function (r) { return r.json(); })
              .then(function (d) { grow(d.items); button.remove(); });
          });
        };""",
        {},
    ),
    "elsewhere": (ELSEWHERE + "button.onclick = function () { more(); };", {}),
    "polling": (
        "setInterval(function () { fetch('/tick.json'); }, 500);button.onclick = function () {};",
        {},
    ),
    "leaving": ("button.onclick = function () { location.href = '/xwzx/real/'; };", {}),
    "asks_on_click": (
        "button.onclick = function () { document.body.textContent = '请完成人机验证后继续访问'; };",
        {},
    ),
    "link": ("", {"before": "<a href='/xwzx/real/'>加载更多</a>"}),
    "looping": ("while (true) {}", {}),
    "loops_later": ("button.onclick = function () { while (true) {} };", {}),
}
"""Listings with what their script does; each has a load-more control and three articles."""

HIDDEN = {
    "sends_on": "location.href = '/xwzx/sends_on/real.html';",
    "empties": "location.href = 'about:blank';",
    "reloads": "document.cookie = 'passed=1'; location.reload();",
    "asks_later": "document.body.textContent = '请完成人机验证后继续访问';",
}
"""Pages without an article link and what their script does."""


@dataclass
class HostileHost(Host):
    """The hostile pages, which would like to reach a foreign host."""

    foreign: Host = field(default_factory=Host)

    def answer(self, path: str) -> Answer:
        html = {"Content-Type": "text/html; charset=utf-8"}
        data = {"Content-Type": "application/json"}
        channel = path.split("/")[2] if path.startswith("/xwzx/") else ""
        if path == "/robots.txt":
            return 200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /forbidden/\n"
        if path == "/js/shared.js":
            return 200, {"Content-Type": "text/javascript"}, "var shared = 1;"
        if path == "/redirect/foreign":
            return 302, {"Location": f"{self.foreign.url}/redirected"}, ""
        if path == "/redirect/here":
            return 302, {"Location": "/xwzx/moved/more_1.json"}, ""
        if path == "/failing.json":
            return 500, data, "{}"
        if path == "/tick.json":
            return 200, data, "{}"
        more = re.search(r"/more_(\d)\.json$", path)
        if more:
            number = 1000 * (1 + sorted(PAGES).index(channel)) + 100 * int(more[1])
            items = [number + i for i in range(3)]
            return 200, data, json.dumps({"items": items, "more": int(more[1]) < 2})
        if channel and path.endswith(".shtml"):
            return 200, html, ARTICLE
        if channel == "asks":
            text = "请完成安全验证<script src='/js/shared.js'></script>"
            return 200, html, f"<!DOCTYPE html><title>安全验证</title><body>{text}</body>"
        if path == "/xwzx/sends_on/real.html":
            return 200, html, listing("real", "")
        if channel in HIDDEN:
            return 200, html, f"<!DOCTYPE html><body><script>{HIDDEN[channel]}</script></body>"
        if channel in PAGES:
            script, options = PAGES[channel]
            return (
                200,
                html,
                listing(channel, script.replace("@foreign@", self.foreign.url), **options),
            )
        return 404, html, "404"


@dataclass
class Crawl:
    """A crawl that is over."""

    host: HostileHost
    returncode: int
    log: str
    left_running: list[str]
    covered: set[str]
    rejects: dict[str, str]

    def stat(self, name: str) -> int:
        found = re.search(rf"'tsnet/browser/{name}': (\d+)", self.log)
        return int(found[1]) if found else 0

    def ending(self, channel: str) -> str:
        found = re.search(rf"listing xwzx/{channel} was opened in a browser: (.*)", self.log)
        assert found, self.log[-6000:]
        return found[1]


@pytest.fixture(scope="module")
def host() -> Iterator[HostileHost]:
    """The hostile pages and the foreign host."""
    with serving(Host()) as foreign, serving(HostileHost(foreign=foreign)) as hostile:
        yield hostile


@pytest.fixture(scope="module")
def crawl(host: HostileHost, mongo_uri: str) -> Crawl:
    """One crawl of every hostile page, by name of channel."""
    from pymongo import MongoClient

    mark = f"mark-{uuid.uuid4()}"
    channels = [*PAGES, *HIDDEN, "asks"]
    command = crawl_command(
        host.url,
        {
            "TSNET_RENDER_TIMEOUT": "30",
            "CONCURRENT_REQUESTS_PER_DOMAIN": "8",
        },
        render="auto",
        channels=",".join(f"xwzx/{channel}" for channel in channels),
    )
    run = finished(command, {**environment((mongo_uri, "hostile")), "TEST_MARK": mark})
    with MongoClient[dict[str, Any]](mongo_uri) as client:
        covered = {
            channel["_id"]
            for channel in client["hostile"]["channels"].find()
            if channel.get("covered_to")
        }
        rejects = {
            reject["url"]: reject["reason"] for reject in client["hostile"]["rejects"].find()
        }
        client.drop_database("hostile")
    return Crawl(
        host,
        run.returncode,
        run.stderr,
        [*carrying(mark).values()],
        covered,
        rejects,
    )


def test_the_crawl_comes_to_its_end_and_leaves_no_process(crawl: Crawl) -> None:
    assert crawl.returncode == 0, crawl.log[-8000:]
    assert crawl.left_running == []
    assert crawl.stat("left_open") == 0


@pytest.mark.parametrize("channel", ["covered", "damaged", "elsewhere"])
def test_a_listing_is_grown_to_its_end(crawl: Crawl, channel: str) -> None:
    paths = crawl.host.paths()
    assert paths[f"/xwzx/{channel}/more_1.json"] == paths[f"/xwzx/{channel}/more_2.json"] == 1
    assert "gone" in crawl.ending(channel)


def test_every_article_of_a_grown_listing_is_fetched(crawl: Crawl) -> None:
    number = 1000 * (1 + sorted(PAGES).index("covered"))
    paths = crawl.host.paths()
    for day, first in ((20, number), (19, number + 100), (19, number + 200)):
        for i in range(3):
            assert paths[f"/xwzx/covered/202503/t202503{day}_{first + i}.shtml"] == 1


def test_nothing_reaches_a_foreign_host_by_any_way(crawl: Crawl) -> None:
    assert crawl.host.paths()["/redirect/foreign"] == 1
    assert crawl.host.foreign.connections == []
    assert crawl.stat("aborted/foreign") >= 8


def test_pictures_and_fonts_are_not_fetched_but_counted(crawl: Crawl) -> None:
    paths = crawl.host.paths()
    assert paths["/picture.png"] == paths["/font.woff2"] == 0
    assert crawl.stat("aborted/image") >= len(PAGES) - 2
    assert crawl.stat("aborted/font") >= 1


def test_a_script_is_fetched_once_a_crawl(crawl: Crawl) -> None:
    assert crawl.host.paths()["/js/shared.js"] == 1
    assert crawl.stat("reused") >= len(PAGES) - 2


def test_a_listing_is_not_fetched_again_for_the_browser(crawl: Crawl) -> None:
    paths = crawl.host.paths()
    assert {paths[f"/xwzx/{channel}/"] for channel in PAGES} == {1}


def test_every_request_is_the_crawls_own_by_user_agent_and_carries_no_cookie(crawl: Crawl) -> None:
    assert {request.headers["user-agent"][:6] for request in crawl.host.requests} == {"tsnet/"}
    assert not [request for request in crawl.host.requests if "cookie" in request.headers]


def test_every_request_went_through_the_downloader_of_the_crawl(crawl: Crawl) -> None:
    found = re.search(r"'downloader/request_count': (\d+)", crawl.log)
    assert found
    assert int(found[1]) == len(crawl.host.requests)


def test_robots_txt_holds_for_what_a_script_asks_for(crawl: Crawl) -> None:
    assert not [path for path in crawl.host.paths() if path.startswith("/forbidden/")]
    assert crawl.stat("aborted/robots") >= 2
    assert "did not give" in crawl.ending("refused")


def test_data_that_moved_within_the_host_is_followed(crawl: Crawl) -> None:
    assert crawl.host.paths()["/xwzx/moved/more_1.json"] >= 1


def test_a_script_may_post_for_data_but_not_put(crawl: Crawl) -> None:
    methods = Counter(r.method for r in crawl.host.requests if "/posted/more" in r.path)
    assert methods == {"POST": 1}
    [posted] = [request for request in crawl.host.requests if request.method == "POST"]
    assert posted.body == b"page=2"
    assert posted.headers["x-page"] == "2"


def test_a_host_that_fails_leaves_the_channel_uncovered(crawl: Crawl) -> None:
    assert "did not give" in crawl.ending("failing")
    assert "xwzx/covered" in crawl.covered
    assert not crawl.covered & {f"xwzx/{c}" for c in ("failing", "refused", "looping", "polling")}


def test_a_page_that_never_rests_is_read_as_far_as_it_came(crawl: Crawl) -> None:
    number = 1000 * (1 + sorted(PAGES).index("polling"))
    assert crawl.host.paths()[f"/xwzx/polling/202503/t20250320_{number}.shtml"] == 1


@pytest.mark.parametrize("channel", ["looping", "loops_later"])
def test_a_script_without_end_costs_its_page_only(crawl: Crawl, channel: str) -> None:
    number = 1000 * (1 + sorted(PAGES).index(channel))
    assert "limit" in crawl.ending(channel)
    assert crawl.host.paths()[f"/xwzx/{channel}/202503/t20250320_{number}.shtml"] == 1


def test_a_control_that_leads_away_is_not_followed(crawl: Crawl) -> None:
    assert "brought nothing" in crawl.ending("leaving")
    assert "brought nothing" in crawl.ending("link")
    assert crawl.stat("aborted/navigation") >= 1


def test_a_script_may_lead_to_another_page_of_the_host(crawl: Crawl) -> None:
    assert crawl.host.paths()["/xwzx/sends_on/real.html"] == 1
    assert crawl.host.paths()["/xwzx/sends_on/202503/t20250320_900000.shtml"] == 1


def test_a_page_that_reloads_for_ever_is_stopped(crawl: Crawl) -> None:
    assert 1 < crawl.host.paths()["/xwzx/reloads/"] <= 6


def test_a_page_that_asks_for_a_person_is_a_reject_and_not_opened(crawl: Crawl) -> None:
    assert crawl.rejects[f"{crawl.host.url}/xwzx/asks/"] == "challenge"
    assert "listing xwzx/asks was opened" not in crawl.log


@pytest.mark.parametrize("channel", ["asks_later", "asks_on_click"])
def test_a_page_that_asks_for_a_person_by_script_is_a_reject(crawl: Crawl, channel: str) -> None:
    assert crawl.rejects[f"{crawl.host.url}/xwzx/{channel}/"] == "challenge"
    assert f"xwzx/{channel}" not in crawl.covered


def test_a_page_whose_script_leads_to_no_page_of_the_host_is_told(crawl: Crawl) -> None:
    assert "/xwzx/empties/ was not read: foreign_redirect (its script leads to about:" in crawl.log
