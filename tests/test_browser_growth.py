"""Listings that grow in other ways than the replica's: one crawl of them all, with Chromium."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from pymongo import MongoClient

from tests.crawling import crawl_command, environment, finished
from tests.loopback import Answer, Host, serving

GROWTHS = 3
"""Answers that bring articles."""
ITEMS = 3
"""Articles in the page, and in each answer."""

SCRIPT = """
var next = 1, busy = false;
var list = document.getElementById("list"), control = document.getElementById("more");
function items(numbers) {
  return numbers.map(function (n) {
    return "<li><a href='./202503/t20250319_" + n + ".shtml'>title " + n + "</a></li>";
  }).join("");
}
function append(data) {
  list.insertAdjacentHTML("beforeend", items(data.items));
  if (control && !data.more) { control.remove(); }
}
function ask(done) {
  if (busy) { return; }
  busy = true;
  var request = new XMLHttpRequest();
  request.open("GET", "more_" + next++ + ".json");
  request.onload = function () { busy = false; done(JSON.parse(request.responseText)); };
  request.send();
}
function more() { ask(append); }
"""

IN_A_BOX = """<style>#box { height: 200px; overflow-y: auto } #box li { height: 100px }</style>"""

SHAPES = {
    "scrolled": (
        "",
        "window.addEventListener('scroll', function () { if (next < 5) { more(); } });",
    ),
    "observed": (
        '<div id="sentinel" style="margin-top: 2000px">&nbsp;</div>',
        """new IntersectionObserver(function (seen) {
             if (seen[0].isIntersecting && next < 5) {
               fetch("more_" + next++ + ".json").then(function (r) { return r.json(); })
                 .then(append);
             }
           }).observe(document.getElementById("sentinel"));""",
    ),
    "pulled": (
        '<p id="more">上拉加载更多</p>',
        """var box = document.getElementById("box");
           box.onscroll = function () {
             if (box.scrollTop + box.clientHeight >= box.scrollHeight - 5) { more(); }
           };""",
    ),
    "bare": (
        '<a id="more" href="javascript:more()">更多</a>',
        "document.getElementById('menu').onclick = function () { this.textContent += ''; };",
    ),
    "unmarked": (
        "<p><b>更多</b></p>",
        "document.querySelector('b').addEventListener('click', more);",
    ),
    "linked": (
        '<a id="more" href="#">查看更多 &gt;&gt;</a>',
        "control.addEventListener('click', function (e) { e.preventDefault(); more(); });",
    ),
    "turned": (
        '<a id="more" href="javascript:void(0)">下一页</a>',
        """control.onclick = function () {
             ask(function (data) { list.innerHTML = items(data.items) || list.innerHTML; });
           };""",
    ),
    "patched": (
        '<button id="more">加载下一页</button>',
        """control.onclick = function () {
             ask(function (data) {
               data.items.forEach(function (n, i) {
                 list.querySelectorAll("a")[i].href = "./202503/t20250319_" + n + ".shtml";
               });
             });
           };""",
    ),
    "says_so": (
        '<div id="more" class="load-more">点击加载更多</div>',
        """control.onclick = function () {
             control.textContent = "正在加载...";
             ask(function (data) {
               append(data);
               setTimeout(function () {
                 control.textContent = data.more ? "点击加载更多" : "没有更多了";
               }, 400);
             });
           };""",
    ),
    "outside": (
        '<p><input id="more" type="button" value="查看更多新闻"></p>',
        "control.onclick = more;",
    ),
    "by_clicks": (
        '<button id="more">加载更多</button>',
        """control.onclick = function () {
             ask(function (data) {
               data.items.forEach(function (n) {
                 var li = document.createElement("li");
                 li.setAttribute("onclick",
                   "location.href='./202503/t20250319_" + n + ".shtml'");
                 li.textContent = "title " + n;
                 list.appendChild(li);
               });
             });
           };""",
    ),
    "padded": (
        '<button id="more">加载更多</button>',
        """control.onclick = function () {
             var script = document.createElement("script");
             script.src = "/jsonp/more_" + next++ + ".json?channel=padded&callback=append";
             document.body.appendChild(script);
           };""",
    ),
    "tapped": (
        '<div id="more">加载更多</div>',
        "control.addEventListener('touchend', more);",
    ),
    "borrowed": (
        '<script src="http://cdn.example/jquery.js"></script><a id="more">加载更多</a>',
        "$(control).on('click', more);",
    ),
    "withheld": ('<a id="more">加载更多</a>', "control.onclick = more;"),
    "numbered": (
        "<p><b>1</b><b>2</b><b>3</b><b>4</b></p>",
        """document.querySelectorAll("p b").forEach(function (b) {
             b.addEventListener("click", function () {
               if (+b.textContent === next + 1) {
                 ask(function (data) { list.innerHTML = items(data.items); });
               }
             });
           });""",
    ),
    "rotated": (
        '<i><b>1</b><b>2</b></i><div style="height: 2000px"></div>',
        """window.addEventListener('click', function () {});
           window.addEventListener('scroll', function () { if (next < 5) { more(); } });""",
    ),
    "pictured": (
        '<button id="more" aria-label="加载更多"><svg width="20" height="20"></svg></button>',
        "control.onclick = more;",
    ),
    "doubled": (
        '<div id="other">查看更多</div><div id="more">查看更多</div>',
        """document.getElementById("other").onclick = function () {};
           control.addEventListener("click", more);""",
    ),
    "shadowed": (
        '<div id="more">再来一页</div>',
        """var root = document.body.appendChild(document.createElement("div"))
             .attachShadow({mode: "closed"});
           root.append(list, control);
           control.onclick = more;""",
    ),
    "passing": (
        "",
        """var box = document.getElementById("box"), rows = [];
           function draw() {
             var first = Math.floor(box.scrollTop / 100);
             list.style.cssText = "margin: 0; height: " + rows.length * 100 + "px";
             list.innerHTML = items(rows.slice(first, first + 3));
             if (first + 3 >= rows.length && next < 4) {
               ask(function (data) { rows = rows.concat(data.items); draw(); });
             }
           }
           box.onscroll = draw;
           ask(function (data) { rows = data.items; draw(); });""",
    ),
    "wheeled": ("", "window.addEventListener('wheel', more);"),
    "swiped": (
        "",
        """var from = 0, to = 0;
           document.addEventListener("touchstart", function (e) { from = e.touches[0].clientY; });
           document.addEventListener("touchmove", function (e) { to = e.touches[0].clientY; });
           document.addEventListener("touchend", function () { if (from > to + 99) more(); });""",
    ),
    "written": ('<div id="more">查看往期新闻</div>', "control.onclick = more;"),
    "unsaid": ("", "window.onscroll = function () { if (next < 5) { more(); } };"),
}
"""Channel → its control, and its script after SCRIPT."""
OUTSIDE = ("outside", "unsaid", "withheld")
"""Channels whose script is a file of its own."""
HINDERED = ("borrowed", "withheld")
"""Channels whose script is on another host, or is not given."""

ARTICLE = """<!DOCTYPE html><meta charset="utf-8"><title>自治区召开会议</title><body>
<h1>自治区召开会议</h1><p>2025-03-20 10:00:00   来源: 天山网-新疆日报原创</p>
<p>　　天山网-新疆日报讯(记者刘翔报道)3月20日,自治区召开会议,研究部署今年的重点工作。</p>
<p>　　会议指出,要坚持稳中求进,推动经济社会高质量发展,切实保障和改善民生。</p>
<p>[责任编辑: 刘芳 ]</p></body>"""

WRITTEN = (
    "setTimeout(function () { document.body.append(text); }, 1500);",
    "document.body.attachShadow({mode: 'open'}).append(title, text);",
    """document.body.append(title);
       (function write() {
         if (!text.firstElementChild) { return; }
         document.body.append(text.firstElementChild);
         setTimeout(write, 400);
       })();""",
)
"""How the articles in the page of channel ``written`` come by their text."""


def written_article(script: str) -> str:
    """ARTICLE as a script shows it."""
    head, title, rest = re.split(r"(?=<h1>)|(?<=原创</p>)", ARTICLE)
    text = rest.replace("</body>", "")
    shown = title if "title" not in script else ""
    return (
        f"{head}{shown}<script>"
        f"var title = document.createElement('div'), text = document.createElement('div');"
        f"title.innerHTML = {json.dumps(title)}; text.innerHTML = {json.dumps(text)};"
        f"{script}</script></body>"
    )


def numbers(channel: str, growth: int) -> list[int]:
    """Document ids of the articles of a growth; 0: those in the page."""
    first = 10_000 * (1 + sorted(SHAPES).index(channel)) + 100 * growth
    return list(range(first, first + ITEMS)) if growth <= GROWTHS else []


class Site(Host):
    def answer(self, path: str) -> Answer:
        html = {"Content-Type": "text/html; charset=utf-8"}
        code = {"Content-Type": "text/javascript; charset=utf-8"}
        more = re.search(r"/more_(\d+)\.json(?:\?channel=(\w+))?", path)
        if path == "/robots.txt":
            return 404, html, ""
        if path == "/js/withheld.js":
            return 403, html, ""
        if path.startswith("/js/"):
            return 200, code, SCRIPT + SHAPES[path[4:-3]][1]
        if more:
            channel = more[2] or path.split("/")[2]
            growth = int(more[1])
            data = json.dumps({"items": numbers(channel, growth), "more": growth < GROWTHS})
            return (200, code, f"append({data});") if more[2] else (200, code, data)
        if path.endswith(".shtml"):
            number = int(path.rpartition("_")[2].removesuffix(".shtml"))
            if number in numbers("written", 0):
                return 200, html, written_article(WRITTEN[number % 100])
            return 200, html, ARTICLE
        return 200, html, self._listing(path.split("/")[2])

    def _listing(self, channel: str) -> str:
        control, script = SHAPES[channel]
        items = "".join(
            f"<li><a href='./202503/t20250320_{n}.shtml'>新疆新闻{n}</a></li>"
            for n in numbers(channel, 0)
        )
        code = f"<script>{SCRIPT}{script}</script>"
        if channel in OUTSIDE:
            code = f'<script src="/js/{channel}.js"></script>'
        menu = '<span id="menu" class="menu-more">更多</span>' if channel == "bare" else ""
        box = f"{IN_A_BOX}<div id='box'><ul id='list'>{items}</ul></div>"
        return (
            '<!DOCTYPE html><meta charset="utf-8"><title>时政</title><body>'
            f"{menu}{box}{control}{code}</body>"
        )


@dataclass
class Crawl:
    """What came of a crawl."""

    fetched: set[str]
    stored: dict[str, str]
    """Article → its body."""
    covered: set[str]


def crawled(store: tuple[str, str], render: str, *channels: str) -> Crawl:
    uri, name = store
    with serving(Site()) as site:
        run = finished(
            crawl_command(
                site.url,
                {"CONCURRENT_REQUESTS_PER_DOMAIN": "8"},
                render=render,
                channels=",".join(f"xwzx/{channel}" for channel in channels),
            ),
            environment(store),
        )
    assert run.returncode == 0, run.stderr[-6000:]
    with MongoClient[dict[str, Any]](uri) as client:
        covering = client[name]["channels"].find({"covered_to": {"$ne": None}})
        return Crawl(
            fetched=set(re.findall(r"/(t\d+_\d+)\.shtml", "\n".join(site.paths()))),
            stored={article["_id"]: article["body"] for article in client[name]["articles"].find()},
            covered={channel["_id"] for channel in covering},
        )


def listed(channel: str, growths: int = GROWTHS) -> set[str]:
    return {f"t20250320_{n}" for n in numbers(channel, 0)} | {
        f"t20250319_{n}" for growth in range(1, growths + 1) for n in numbers(channel, growth)
    }


@pytest.fixture(scope="module")
def crawl(mongo_uri: str) -> Crawl:
    """One crawl of every shape."""
    with MongoClient(mongo_uri) as client:
        client.drop_database("growth")
    return crawled((mongo_uri, "growth"), "auto", *SHAPES)


@pytest.mark.parametrize("channel", sorted({*SHAPES} - {"unsaid", *HINDERED}))
def test_a_listing_is_read_to_its_end_however_it_grows(crawl: Crawl, channel: str) -> None:
    assert listed(channel) <= crawl.fetched
    assert listed(channel) <= set(crawl.stored)
    assert f"xwzx/{channel}" in crawl.covered


@pytest.mark.parametrize("way", range(len(WRITTEN)))
def test_an_article_is_read_when_its_script_has_written_all_of_it(crawl: Crawl, way: int) -> None:
    body = crawl.stored[f"t20250320_{numbers('written', 0)[way]}"]
    assert body.startswith("天山网-新疆日报讯")
    assert body.endswith("切实保障和改善民生。")


@pytest.mark.parametrize("channel", HINDERED)
def test_a_listing_that_needs_a_script_which_is_not_loaded_does_not_count_as_the_whole(
    crawl: Crawl, channel: str
) -> None:
    assert listed(channel, 0) <= set(crawl.stored)
    assert f"xwzx/{channel}" not in crawl.covered


def test_growth_of_which_the_page_says_nothing_is_found_where_a_browser_always_looks(
    crawl: Crawl, mongo_database: tuple[str, str]
) -> None:
    assert listed("unsaid", 0) == {id for id in crawl.fetched if id in listed("unsaid")}
    assert crawled(mongo_database, "always", "unsaid").stored.keys() == listed("unsaid")
