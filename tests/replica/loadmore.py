"""Listings that grow by script: the channels that only a browser can open to their end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Growing:
    """A channel with a load-more button, or hidden behind a script."""

    code: str
    name: str
    what: str
    script: str
    """In ASCII, so that the damage can't reach it."""
    button: str = '<button id="more" class="load-more">加载更多</button>'
    articles: int = 23


_GROW = """
var next = 1, busy = false;
function add(items) {
  var list = document.getElementById("list");
  items.forEach(function (it) {
    var li = document.createElement("li");
    li.innerHTML = '<a href="' + it.url + '">' + it.title + "</a><span>" + it.date + "</span>";
    list.appendChild(li);
  });
}
function done() { var b = document.getElementById("more"); if (b) { b.style.display = "none"; } }
function fromJson() {
  if (busy) { return; }
  busy = true;
  fetch("more_" + next + ".json").then(function (r) { return r.json(); }).then(function (d) {
    add(d.items); next += 1; busy = false; if (!d.more) { done(); }
  });
}
function fromHtml() {
  if (busy) { return; }
  busy = true;
  fetch("more_" + next + ".html").then(function (r) { return r.ok ? r.text() : ""; })
  .then(function (t) {
    if (!t) { done(); return; }
    document.getElementById("list").insertAdjacentHTML("beforeend", t); next += 1; busy = false;
  });
}
var button = document.getElementById("more");
"""

GROWING: dict[str, Growing] = {
    channel.code: channel
    for channel in (
        Growing("gdjson", "滚动", "data by fetch of JSON", _GROW + "button.onclick = fromJson;"),
        Growing(
            "gdhtml",
            "快讯",
            "data by fetch of HTML; a link as the control",
            _GROW + "button.onclick = function () { fromHtml(); return false; };",
            button='<a id="more" href="javascript:void(0)">点击加载更多</a>',
        ),
        Growing(
            "gdendless",
            "热点",
            "endless growth: each click brings older articles for ever",
            _GROW + "button.onclick = fromJson;",
            articles=0,
        ),
        Growing(
            "gdthrow",
            "直播",
            "its script throws at load, at every second click, and in a promise",
            _GROW
            + """
var clicks = 0;
button.onclick = function () {
  clicks += 1;
  Promise.reject(new Error("rejected"));
  if (clicks % 2 == 0) { throw new Error("click failed"); }
  fromJson();
};
window.nothing.at.all();
""",
        ),
        Growing(
            "gddialog",
            "问政",
            "dialogs and pop-ups at load and at each click",
            _GROW
            + """
alert("welcome");
window.onbeforeunload = function () { return "stay"; };
window.open("/pop/up.html");
button.onclick = function () {
  if (confirm("more?") || true) { prompt("name"); }
  window.open("/pop/up.html");
  print();
  fromJson();
};
""",
        ),
        Growing(
            "gdforeign",
            "网评",
            "calls a foreign host by fetch, image, script and frame before it grows",
            _GROW
            + """
var foreign = "@foreign@";
function call(kind) {
  fetch(foreign + "/collect?kind=" + kind, {mode: "no-cors"}).catch(function () {});
  new Image().src = foreign + "/pixel.gif?" + kind;
  var s = document.createElement("script"); s.src = foreign + "/ad.js";
  document.head.appendChild(s);
  var f = document.createElement("iframe"); f.src = foreign + "/frame.html";
  document.body.appendChild(f);
}
call("load");
button.onclick = function () { call("click"); fromJson(); };
""",
        ),
        Growing(
            "gddead",
            "公示",
            "a button that does nothing",
            _GROW + "button.onclick = function () { busy = true; };",
            articles=5,
        ),
        Growing(
            "gdhidden",
            "专题",
            "no article in the plain page; a script writes the list, then a button grows it",
            _GROW
            + """
next = 0; fromJson();
button.onclick = fromJson;
""",
        ),
    )
}
"""The growing channels by code; they are in the section ``xwzx``."""

ITEMS = 5
"""Articles that one click brings."""
