"""Listing pages and the front page: items, links of every form, pagers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from tests.replica.chrome import INSTITUTIONS, PORTAL
from tests.replica.plan import Channel
from tests.replica.truth import LICENCE_BLOCK

PAGER_SCRIPT = """
function createPageHTML(count, current, name, ext) {
  var html = "";
  for (var i = 0; i < count; i++) {
    var file = name + (i ? "_" + i : "") + "." + ext;
    html += i == current ? "<b>" + (i + 1) + "</b> "
      : "<a href='" + file + "'>" + (i + 1) + "</a> ";
  }
  document.write(html);
}
"""
"""``/js/page.js``: what a browser makes of the call."""


@dataclass
class Item:
    """One article in a listing."""

    path: str
    title: str
    published: datetime
    picture: str | None = None
    """File name of its first picture."""


def href_forms(path: str, channel: str, host: str) -> dict[str, str]:
    """Every form in which a listing at ``/<channel>/`` may link ``path``; ``host`` has the port.

    An empty ``channel`` is the front page.
    """
    directory, _, file = path.rpartition("/")
    own = path.startswith(f"/{channel}/")
    code = channel.partition("/")[2]
    month = directory.rpartition("/")[2]
    forms = {
        "absolute": path,
        "protocol": f"//{host}{path}",
        "full": f"http://{host}{path}",
        "tracking": f"{path}?from=list&utm_source=m&spm=0.0.0",
        "fragment": f"{path}#top",
        "climbing": f"../../{channel}/{month}/{file}" if own else f"../..{path}",
        "spaces": f" {path}\n",
    }
    if not channel:
        forms["dot"], forms["bare"] = f".{path}", path[1:]
    if own:
        forms["dot"] = f"./{month}/{file}"
        forms["bare"] = f"{month}/{file}"
        forms["parent"] = f"../{code}/{month}/{file}"
    return forms


FOREIGN_HOSTS = ("https://www.ts.cn", "http://www.ts.cn", "//m.euiu.cn", "http://euiu.cn")
"""Hosts of the family under which an article may be linked beside its own."""


def listing_items(
    items: Sequence[Item],
    channel: Channel,
    host: str,
    forms: str,
    rng: random.Random,
    at: str | None = None,
) -> str:
    """The items, in the channel's layout; ``at`` is the path of the page if not the channel's."""
    where = channel.path if at is None else at
    return "\n".join(_item(item, channel, where, host, forms, rng) for item in items)


def _item(item: Item, channel: Channel, at: str, host: str, forms: str, rng: random.Random) -> str:
    title = escape(item.title, quote=False)
    full_title = escape(item.title)
    if forms == "plain":
        return f'<li><a href="{item.path}">{title}</a><span>{item.published:%Y-%m-%d}</span></li>'
    choices = href_forms(item.path, at, host)
    href = escape(choices[rng.choice(sorted(choices))])
    extra = ""
    if rng.random() < 0.2:
        # The picture leads to the original, the headline to the page here.
        extra = f'<a href="{rng.choice(FOREIGN_HOSTS)}{item.path}"><img src="/i/0.png"></a>'
    if channel.items == "table":
        return (
            f"<tr><td>·{extra}<a href={href.strip()} target=_blank>{title}</a></td>"
            f"<td>[{item.published:%m-%d}]</td></tr>"
        )
    if channel.items == "cards":
        picture = ""
        if item.picture:
            directory = item.path.rpartition("/")[0]
            picture = f'<a href="{href}"><img src="{directory}/{item.picture}"></a>'
        return (
            f'<div class="card">{extra}{picture}<h3><a href="{href}">{title}</a></h3>'
            f"<p><i>{item.published:%Y-%m-%d %H:%M}</i></p></div>"
        )
    if channel.items == "short" and len(item.title) > 18:
        shown = escape(item.title[:16], quote=False) + "…"
        return (
            f'<dl>{extra}<dt><a href="{href}" title="{full_title}">{shown}</a></dt>'
            f"<dd>{item.published:%Y年%m月%d日}</dd></dl>"
        )
    return f'<li>{extra}<a href="{href}">{title}</a><span>{item.published:%Y-%m-%d}</span></li>'


def pager(kind: str, pages: int, current: int) -> str:
    """What leads to the other pages of a listing."""
    html = ""
    if kind in ("script", "both"):
        html += (
            '<div class="page"><script type="text/javascript" src="/js/page.js"></script>\n'
            f'<script>createPageHTML({pages}, {current}, "index", "shtml");</script></div>'
        )
    if kind in ("link", "both"):
        if current:
            previous = f"index_{current - 1}.shtml" if current > 1 else "index.shtml"
            html += f'<a class="prev" href="./{previous}">上一页</a> '
        if current + 1 < pages:
            html += f'<a class="next" href="index_{current + 1}.shtml">下一页</a>'
    return html


def listing_page(
    channel: Channel,
    name: str,
    items: str,
    pager_html: str,
    navigation: str,
    beside: str,
    script: str = "",
) -> str:
    """A whole listing page."""
    wrap = {"table": ("<table>", "</table>"), "list": ('<ul class="list">', "</ul>")}
    opening, closing = wrap.get(channel.items, ('<div class="list">', "</div>"))
    friends = "".join(
        f'<li><a href="http://www.friend{n}.example/">{text}</a></li>'
        for n, text in enumerate(INSTITUTIONS[:6])
    )
    licence = "<br>\n".join(LICENCE_BLOCK)
    return f"""<!DOCTYPE html>
<html>
<head>
<meta charset="@charset@">
<title>{name}_{PORTAL}</title>
</head>
<body>
{navigation}
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/{channel.path}/">{name}</a></div>
<h2>{name}</h2>
{opening}
{items}
{closing}
{pager_html}
{beside}
<ul class="friends">{friends}</ul>
<a href="mailto:397469069@qq.com">举报邮箱</a> <a href="#top">返回顶部</a>
<a href="/files/report2024.pdf">附件下载</a> <a href="javascript:history.back()">返回</a>
<div class="footer">{licence}</div>
{script}
</body>
</html>
"""


def front_page(navigation: str, blocks: Sequence[tuple[Channel, str, str]], extra: str) -> str:
    """The front page: for each channel (channel, href, items)."""
    sections = "\n".join(
        f'<div class="block"><h3><a href="{href}">{channel.name}</a> '
        f'<a class="more" href="{href}">更多&gt;&gt;</a></h3><ul>{items}</ul></div>'
        for channel, href, items in blocks
    )
    licence = "<br>\n".join(LICENCE_BLOCK)
    return f"""<!DOCTYPE html>
<html>
<head>
<meta charset="@charset@">
<title>{PORTAL}</title>
</head>
<body>
{navigation}
{sections}
{extra}
<div class="footer">{licence}</div>
</body>
</html>
"""
