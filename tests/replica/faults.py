"""Faults that an address may have. tests/replica/README.md lists them; a test compares the two."""

from __future__ import annotations

import gzip
import random
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from tests.replica.answer import Answer

GIGABYTE = 1 << 30


@dataclass(frozen=True)
class Situation:
    """What a fault may look at."""

    sound: Answer
    """What the address would answer without the fault."""
    path: str
    host: str
    foreign: str
    """Base address of another host, which counts what it is asked."""
    asked: int
    """How often the address was asked before."""


@dataclass(frozen=True)
class Fault:
    """One way of going wrong."""

    name: str
    what: str
    """For the table in README.md."""
    expect: str
    """``record``: an article all the same; ``reject:<reason>``; ``either``: a record that is marked
    or a reject, but no crash."""
    answer: Callable[[Situation], Answer]


SOFT_404 = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>404 Not Found</title></head>
<body><div class="err"><h1>404</h1><p>抱歉，您访问的页面不存在或已被删除！</p>
<p><a href="/">返回首页</a></p></div></body></html>"""

CHALLENGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>请稍候...</title>
<script>var _0x1=["cookie"];document[_0x1[0]]="__jsl_clearance=1732356000|0|abc;path=/";
setTimeout(function(){location.reload()},1500);</script></head>
<body><p>正在进行安全验证，请完成验证后继续访问</p><noscript>Please enable JavaScript and cookies to
continue</noscript><div id="captcha"></div></body></html>"""

JSL_CHALLENGE = """<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('=1;max-age=3600');
location.href=location.pathname+location.search</script>"""

HIDDEN = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>载入中</title></head><body>
<div id="app"></div><noscript>本页面需要启用 JavaScript</noscript>
<script>fetch(location.pathname + "?plain=1").then(function (r) { return r.text(); })
.then(function (t) { document.open(); document.write(t); document.close(); });</script>
</body></html>"""


def _alter(situation: Situation, change: Callable[[str], str]) -> Answer:
    """The sound page with its text changed; it comes as UTF-8 and says so."""
    return Answer.html(change(_decoded(situation.sound.body)))


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("gb18030", errors="replace")


def _cut_text(situation: Situation) -> Answer:
    body = situation.sound.body
    return replace(situation.sound, body=body[: len(body) * 55 // 100])


def _bytes(content_type: str, body: bytes) -> Callable[[Situation], Answer]:
    return lambda _: Answer(200, {"Content-Type": content_type}, body)


def _status(status: int) -> Callable[[Situation], Answer]:
    return lambda _: Answer.html(f"<html><body><h1>{status}</h1></body></html>", status)


def _behave(behaviour: str) -> Callable[[Situation], Answer]:
    return lambda situation: replace(situation.sound, behaviour=behaviour)


def _wrong_charset(situation: Situation) -> Answer:
    page = _decoded(situation.sound.body)
    page = re.sub(r'charset="?utf-8"?', 'charset="utf-8"', page)
    body = page.encode("gb18030")
    return Answer(200, {"Content-Type": "text/html; charset=ISO-8859-1"}, body)


def _deep(situation: Situation) -> Answer:
    def nest(page: str) -> str:
        opening = re.search(r"<body[^>]*>", page)
        at = opening.end() if opening else 0
        end = page.rfind("</body>")
        return page[:at] + "<div>" * 10_000 + page[at:end] + "</div>" * 10_000 + page[end:]

    return _alter(situation, nest)


def _deep_spans(situation: Situation) -> Answer:
    return _alter(situation, lambda page: page.replace("。", "。" + "<b><i><span>" * 3_400, 1))


def _garbage(_: Situation) -> Answer:
    return Answer(200, {"Content-Type": "text/html"}, random.Random(7).randbytes(40_000))


def _nul_bytes(situation: Situation) -> Answer:
    return replace(situation.sound, body=situation.sound.body.replace(b"\n", b"\n\x00\x0b"))


def _date(new: str) -> Callable[[Situation], Answer]:
    return lambda situation: _alter(
        situation, lambda page: re.sub(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d", new, page)
    )


def _without(pattern: str) -> Callable[[Situation], Answer]:
    return lambda situation: _alter(situation, lambda page: re.sub(pattern, "", page, flags=re.S))


def _flaky(status: int, times: int) -> Callable[[Situation], Answer]:
    def answer(situation: Situation) -> Answer:
        if situation.asked >= times:
            return situation.sound
        bad = _status(status)(situation)
        bad.headers["Retry-After"] = "1"
        return bad

    return answer


def _huge_line(situation: Situation) -> Answer:
    line = "<p>" + "天山网讯，" * 100_000 + "</p>"
    return _alter(situation, lambda page: page.replace("</body>", f"{line}</body>"))


def _question_marks(situation: Situation) -> Answer:
    line = "?qǐng)" * 30_000
    return _alter(situation, lambda page: page.replace("</body>", f"<p>{line}</p></body>"))


def _hidden(situation: Situation) -> Answer:
    if situation.path.endswith("?plain=1"):
        return situation.sound
    return Answer.html(HIDDEN)


@lru_cache(maxsize=1)
def compression_bomb() -> bytes:
    """A gigabyte of spaces as gzip, about a megabyte long."""
    block = b" " * (1 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = packer.compress(b"<html><body>") + packer.flush(zlib.Z_FULL_FLUSH)
    one = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush equal blocks pack to equal bytes; the checksum at the end is never reached.
    return packed + one * 1024 + packer.flush()


@lru_cache(maxsize=1)
def nested_bomb() -> bytes:
    """Gzip within gzip, sent with two Content-Encodings."""
    return gzip.compress(compression_bomb(), mtime=0)


def _bomb(situation: Situation) -> Answer:
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    return Answer(200, headers, compression_bomb())


def _double_bomb(situation: Situation) -> Answer:
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip, gzip"}
    return Answer(200, headers, nested_bomb())


def _loop(situation: Situation) -> Answer:
    path = situation.path.partition("?")[0]
    return Answer.redirect(f"{path}?turn={situation.asked % 2}")


FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault("truncated_html", "the page ends within the text, 200", "either", _cut_text),
        Fault(
            "truncated_transfer",
            "Content-Length of the whole, half of it sent, then closed",
            "reject:download_failed",
            _behave("cut"),
        ),
        Fault("soft_404", "200 with a page that says 404", "reject:not_found_page",
              lambda _: Answer.html(SOFT_404)),
        Fault("empty", "200 with no byte", "reject:empty_page", _bytes("text/html", b"")),
        Fault("blank", "200 with white space only", "reject:empty_page",
              _bytes("text/html", b"\r\n \n\t\n")),
        Fault("wrong_charset", "GBK bytes; the header says ISO-8859-1, the page UTF-8", "record",
              _wrong_charset),
        Fault("garbage", "random bytes as text/html", "reject:not_html", _garbage),
        Fault("image", "a PNG sent as text/html", "reject:not_html",
              _bytes("text/html", b"\x89PNG\r\n\x1a\n" + bytes(2000))),
        Fault("pdf", "a PDF", "reject:not_html",
              _bytes("application/pdf", b"%PDF-1.4\n" + b"0 0 0 rg\n" * 200)),
        Fault("json", "a JSON document as application/json", "reject:not_html",
              _bytes("application/json", b'{"code": 500, "message": "error"}')),
        Fault("nul_bytes", "NUL and vertical tab after each line", "record", _nul_bytes),
        Fault("endless", "chunks of a body without end", "reject:too_large", _behave("endless")),
        Fault("gigabyte", "Content-Length of 1 GiB, all of it sent", "reject:too_large",
              _behave("gigabyte")),
        Fault("bomb", "1 MB of gzip that unpacks to 1 GiB", "reject:too_large", _bomb),
        Fault("double_bomb", "the same, packed twice", "reject:too_large", _double_bomb),
        Fault("huge_line", "half a million characters in one line after the article", "either",
              _huge_line),
        Fault("question_marks", "30,000 times ?qǐng) after the article", "either",
              _question_marks),
        Fault("redirect_loop", "redirects to itself for ever", "reject:redirect_loop", _loop),
        Fault("redirect_foreign", "redirects to another host", "reject:foreign_redirect",
              lambda s: Answer.redirect(f"{s.foreign}{s.path}")),
        Fault("redirect_home", "redirects to the front page", "either",
              lambda _: Answer.redirect("/")),
        Fault("deep", "the page within 10,000 nested div", "either", _deep),
        Fault("deep_inline", "10,000 inline elements opened in the text, never closed", "either",
              _deep_spans),
        Fault("future", "dated 2099", "reject:date_in_future", _date("2099-01-01 08:00:00")),
        Fault("epoch", "dated 1970", "reject:date_too_old", _date("1970-01-01 08:00:00")),
        Fault("impossible_date", "dated the 31st of February", "reject:no_date",
              _date("2025-02-31 25:61:00")),
        Fault("no_date", "no date anywhere", "reject:no_date",
              _without(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d")),
        Fault("no_title", "no title in any place", "reject:no_title",
              _without(r"<title>.*?</title>|<h[12][^>]*>.*?</h[12]>")),
        Fault("no_body", "the article's text is not there", "reject:no_body",
              _without(r"<p>　　.*?</p>")),
        Fault("slow", "the answer comes after a pause", "record", _behave("late")),
        Fault("trickle", "the answer comes a little at a time", "record", _behave("trickle")),
        Fault("reset", "reset before an answer", "reject:download_failed", _behave("reset")),
        Fault("reset_midway", "reset within the body", "reject:download_failed",
              _behave("reset_midway")),
        Fault("flaky_503", "503 twice with Retry-After, then 200", "record", _flaky(503, 2)),
        Fault("flaky_reset", "reset once, then 200", "record",
              lambda s: s.sound if s.asked else replace(s.sound, behaviour="reset")),
        Fault("status_403", "403", "reject:http_403", _status(403)),
        Fault("status_404", "404", "reject:http_404", _status(404)),
        Fault("status_410", "410", "reject:http_410", _status(410)),
        Fault("status_500", "500 for ever", "reject:http_500", _status(500)),
        Fault("status_503", "503 for ever", "reject:http_503", _status(503)),
        Fault("challenge", "200 with a page that asks for a check by script", "reject:challenge",
              lambda _: Answer.html(CHALLENGE)),
        Fault("challenge_521", "521 with a script that sets a cookie", "either",
              lambda _: Answer.html(JSL_CHALLENGE, 521)),
        Fault("no_content_type", "a sound page without Content-Type", "record",
              lambda s: replace(s.sound, headers={})),
        Fault("hidden", "the article is fetched by a script", "reject:no_body", _hidden),
    )
}  # fmt: skip
"""Every fault by name. ``hidden`` is a record when a browser opens the page."""

SITE_FAULTS = {
    "hostile": "script and HTML in every field: the title, the text, the source, the names",
    "self_listing": "a listing whose next page is itself",
    "endless_listing": "a listing of 99,999 pages, all with the same items",
    "robots": "an article that robots.txt forbids",
}
"""Faults that are no change of a sound answer; the site makes them (site.py)."""
