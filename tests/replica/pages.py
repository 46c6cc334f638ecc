"""An article page from its entry: the parts, the layout, interference, damage, encoding."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.replica.answer import Answer
from tests.replica.chrome import Chrome, padding
from tests.replica.interference import disturb
from tests.replica.layouts import BROKEN_LAYOUTS, LAYOUTS, Block, Parts
from tests.replica.mirror_damage import Mirror
from tests.replica.options import Options
from tests.replica.plan import Entry
from tests.replica.texts import Content, Picture
from tests.replica.truth import LICENCE_BLOCK

DECLARED = {
    "gbk": ("gbk", "text/html"),
    "utf-8": ("utf-8", "text/html; charset=UTF-8"),
    "gb2312": ("gb2312", "text/html"),
    "gbk-header": (None, "text/html; charset=GBK"),
    "utf-8-as-gbk": ("gbk", "text/html"),
    "gbk-undeclared": (None, "text/html"),
    "utf-8-undeclared": (None, "text/html"),
}
"""What the page and what the header declare, for each encoding of the options."""


TRAPS = (
    "",
    '<div class="today">今天是2025年11月20日 星期四 10:20:30</div>',
    "<!--enpproperty <date>2016-01-01 00:00:00.0</date><author></author>/enpproperty-->",
    '<div class="hits">浏览次数：1024 更新时间：2016-01-01 08:00:00</div>',
    '<div class="qr">扫一扫在手机打开当前页</div>',
)
"""Dates and lines above the article that are not the article's."""


def shown_date(entry: Entry, content: Content) -> str:
    """The date as the page writes it."""
    moment = content.published
    return {
        "new": f"{moment:%Y-%m-%d %H:%M:%S}",
        "minute": f"{moment:%Y-%m-%d %H:%M}",
        "old": f"{moment:%Y年%m月%d日 %H:%M}",
    }[entry.date_form]


def blocks_of(content: Content, page: int) -> list[Block]:
    """Paragraphs and pictures of one page; a picture goes with the paragraph before it."""
    pages = content.pages()
    blocks: list[Block] = []
    if page == 0:
        blocks += [p for p in content.pictures if p.after == 0]
    for index in pages[page]:
        blocks.append(content.paragraphs[index])
        blocks += [p for p in content.pictures if p.after == index + 1]
    return blocks


def pictures_shown(content: Content, pages: Sequence[int]) -> list[Picture]:
    """Pictures of these pages, in order."""
    return [b for page in pages for b in blocks_of(content, page) if isinstance(b, Picture)]


def article_pager(entry: Entry, count: int, page: int, rng: random.Random) -> str:
    """What announces the other pages of a long article: a call, links, or both."""
    if count == 1:
        return ""
    call = (
        '<script type="text/javascript" src="/js/page.js"></script>'
        f'<script>createPageHTML({count}, {page}, "{entry.id}", "shtml");</script>'
    )
    links = []
    for other in range(count):
        name = f"{entry.id}_{other}.shtml" if other else f"{entry.id}.shtml"
        links.append(
            f"<b>{other + 1}</b>" if other == page else f'<a href="./{name}">{other + 1}</a>'
        )
    if page + 1 < count:
        links.append(f'<a href="{entry.id}_{page + 1}.shtml">下一页</a>')
    kind = rng.choice(("script", "links", "both"))
    return (call if kind != "links" else "") + (" ".join(links) if kind != "script" else "")


def render(
    entry: Entry,
    content: Content,
    page: int,
    options: Options,
    mirror: Mirror,
    chrome: Chrome,
    *,
    dress: int,
    layout: str | None = None,
    sound: bool = True,
) -> bytes:
    """The bytes of one page. ``sound=False`` leaves damage and interference out."""
    rng = random.Random(f"{options.seed}:{entry.document}:{page}")
    name = layout or entry.layout
    declared, _ = DECLARED[entry.encoding]
    parts = Parts(
        title=content.title,
        subtitle=content.subtitle,
        date=shown_date(entry, content),
        source=content.source,
        original=content.original,
        blocks=blocks_of(content, page),
        editors=content.editors,
        notice=content.notice,
        pager=article_pager(entry, len(content.pages()), page, rng),
        charset=declared,
        chrome=chrome,
        rng=rng,
    )
    make = BROKEN_LAYOUTS.get(name) or LAYOUTS[name]
    codec = "utf-8" if entry.encoding.startswith("utf-8") else "gb18030"
    state = rng.getstate()
    html = make(parts)
    if options.page_bytes:
        extra = options.page_bytes - len(html.encode(codec, errors="xmlcharrefreplace"))
        head, foot = padding(extra, rng)
        chrome.head += head
        chrome.bottom += foot
        rng.setstate(state)
        html = make(parts)
    if sound and options.interference and options.damage:
        html = disturb(html, random.Random(f"{options.seed}:{dress}:{entry.document}:{page}:i"))
    if sound:
        html = mirror.damage(html, dress, f"{entry.document}", seed_set=content.name == "seed")
    return html.encode(codec, errors="xmlcharrefreplace")


def wrap(entry: Entry, body: bytes) -> Answer:
    """The answer that carries the page, with the header that goes with its encoding."""
    return Answer(200, {"Content-Type": DECLARED[entry.encoding][1]}, body)


def chrome_for(navigation: str, crumbs: str, related: str, rng: random.Random) -> Chrome:
    """What surrounds one page."""
    return Chrome(
        head='<link rel="stylesheet" href="/css/main.css">\n',
        top=navigation + "\n" + rng.choice(TRAPS),
        crumbs=crumbs,
        related=related,
        bottom='<div class="bottom"><a href="#">返回顶部</a> <a href="/">返回首页</a></div>',
        title_suffix=rng.choice(("", "", "_天山网", "-天山网")),
        licence=LICENCE_BLOCK,
        video_name=f"V0{rng.randrange(10**12):012}.mp4",
    )
