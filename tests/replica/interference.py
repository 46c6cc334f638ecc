"""What a mirror puts into a page to spoil it for programs: hidden boxes, spam, empty elements.

After site facts (d): one random five-character id for all elements of a box, misnested table
parts, raw-text elements with spam inside, spam before ``<title>`` and as an ``<h1>``.
"""

from __future__ import annotations

import random
import re
import string

SPAM = (
    "在线影视大全免费观看",
    "高清完整版国语在线播放",
    "某某娱乐平台官网下载",
    "最新彩票开奖结果查询",
    "精品小说全文阅读",
    "棋牌游戏大厅手机版",
    "美女直播间免费入口",
    "代开各类票据证明",
)

PLAIN = [
    "dfn",
    "acronym",
    "strike",
    "samp",
    "ruby",
    "rt",
    "rp",
    "bdo",
    "sup",
    "sub",
    "tt",
    "small",
    "big",
    "label",
    "ins",
    "del",
    "font",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "mark",
    "code",
    "kbd",
    "var",
    "cite",
    "abbr",
    "span",
    "p",
    "ol",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "center",
    "pre",
    "address",
    "fieldset",
    "legend",
    "div",
    "form",
    "optgroup",
    "menuitem",
    "object",
    "video",
    "progress",
    "nav",
    "blockquote",
    "table",
]
TABLE_PARTS = ["td", "tr", "th", "tbody", "thead", "tfoot", "caption", "colgroup"]
VOID = ["track", "source", "input", "img", "wbr", "br", "col"]
RAW = ("xmp", "noframes", "noscript", "noembed")


def five(rng: random.Random) -> str:
    """A random id such as ``6fatj``."""
    return "".join(rng.choices(string.ascii_lowercase + string.digits, k=5))


def box(rng: random.Random) -> str:
    """One hidden box."""
    ident = five(rng)
    inner = "".join(_element(rng, ident, 0) for _ in range(rng.randrange(8, 20)))
    return f'<div id="{ident}" class="pl_css_ganrao" style="display: none;">{inner}</div>'


def _element(rng: random.Random, ident: str, depth: int) -> str:
    kind = rng.random()
    if kind < 0.1:
        return f'<{rng.choice(VOID)} id="{ident}">'
    if kind < 0.2:
        name = rng.choice(RAW)
        # The markup inside is text to a browser, so the </div> closes nothing.
        spam = rng.choice(SPAM)
        if name != "noscript" and rng.random() < 0.5:
            spam = f"</div><p>{spam}</p>"
        return f'<{name} id="{ident}">{spam}</{name}>'
    name = rng.choice(TABLE_PARTS if kind < 0.4 else PLAIN)
    inner = ""
    if depth < 3 and rng.random() < 0.6:
        inner = "".join(_element(rng, ident, depth + 1) for _ in range(rng.randrange(1, 4)))
    elif rng.random() < 0.1:
        inner = rng.choice(SPAM)
    return f'<{name} id="{ident}">{inner}</{name}>'


def disturb(page: str, rng: random.Random) -> str:
    """The page with interference; ``page`` has ``<title>``, ``<body ...>`` and ``</body>``."""
    spam = rng.choice(SPAM)
    link = f'<a href="http://www.{five(rng)}.example/">{rng.choice(SPAM)}</a>'
    how = rng.random()
    if how < 0.35:
        page = re.sub(r"(?i)<title>", lambda m: f"{link}{m[0]}", page, count=1)
    elif how < 0.7:
        page = re.sub(r"(?i)<title>", lambda m: f"{m[0]}{spam}-{rng.choice(SPAM)}|", page, count=1)
    heading = f"<h1>{link}</h1>" if rng.random() < 0.6 else ""
    before = heading + "".join(box(rng) for _ in range(rng.randrange(1, 3)))
    page = re.sub(r"(?i)<body[^>]*>", lambda m: m[0] + before, page, count=1)
    end = page.lower().rindex("</body>") + len("</body>")
    page = page[:end] + box(rng) + page[end:]
    return _sprinkle(page, rng)


_SENTENCE_END = re.compile(r"[。！？](?=<)")
_WITHIN = re.compile(r"[的和在](?=[一-龥]{4})")


def _sprinkle(page: str, rng: random.Random) -> str:
    """Empty inline elements with random ids at some ends of sentences, and inside a few words."""

    def empty(end: re.Match[str]) -> str:
        if rng.random() < 0.5:
            return end[0]
        name = rng.choice(("kbd", "samp", "b", "i", "span", "dfn", "u", "sub"))
        return f'{end[0]}<{name} id="{five(rng)}"></{name}>'

    def kbd(at: re.Match[str]) -> str:
        return f'{at[0]}<kbd id="{five(rng)}"></kbd>' if rng.random() < 0.02 else at[0]

    return _WITHIN.sub(kbd, _SENTENCE_END.sub(empty, page))
