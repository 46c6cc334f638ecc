"""Ten ways in which an article page may be laid out, all saying the same.

A layout gets the parts of one page and returns a whole HTML document in Simplified Chinese with
``<title>``, ``<body>`` and ``</body>``; damage and interference come later.
"""

# HTML is easier to check by eye when a line of it stays a line.
# ruff: noqa: E501

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tests.replica.chrome import Chrome
from tests.replica.texts import Picture
from tests.replica.truth import NOTICE

NBSP = "\N{NO-BREAK SPACE}"

Block = str | Picture
"""A paragraph or a picture, in the order of the page."""


@dataclass
class Parts:
    """All that stands on one page of an article."""

    title: str
    subtitle: str | None
    date: str
    """As the page writes it."""
    source: str | None
    original: bool
    blocks: list[Block]
    editors: tuple[str, ...]
    notice: bool
    pager: str
    """HTML that leads to the other pages of the article; empty for one page."""
    charset: str | None
    """What the page declares; None for no declaration."""
    chrome: Chrome
    """Navigation, related news, footer: what surrounds the article."""
    rng: random.Random
    """Free choices of the layout; fixed for a page."""


Layout = Callable[[Parts], str]


def _text(text: str) -> str:
    return escape(text, quote=False)


def _full_width(text: str) -> str:
    """Brackets, commas and colons as Chinese type has them."""
    return text.translate(str.maketrans("(),:", "（），："))


def _head(parts: Parts, extra: str = "", http_equiv: bool = False) -> str:
    charset = ""
    if parts.charset and http_equiv:
        charset = (
            f'<meta http-equiv="Content-Type" content="text/html; charset={parts.charset}" />\n'
        )
    elif parts.charset:
        charset = f'<meta charset="{parts.charset}">\n'
    return (
        f"<head>\n{charset}<title>{_text(parts.title)}{parts.chrome.title_suffix}</title>\n"
        f'<meta name="description" content="{escape(_first_words(parts))}">\n'
        f"{parts.chrome.head}{extra}</head>\n"
    )


def _first_words(parts: Parts) -> str:
    return next((block[:60] for block in parts.blocks if isinstance(block, str)), parts.title)


def _date_line(parts: Parts, colon: str = ": ", gap: str = "   ") -> str:
    if parts.source is None:
        return parts.date
    return f"{parts.date}{gap}来源{colon}{parts.source}{'原创' if parts.original else ''}"


def _editor_line(parts: Parts) -> str:
    names = " ".join(parts.editors)
    if not names:
        return ""
    return parts.rng.choice(
        (
            f"[责任编辑: {names} ]",
            f"责任编辑：{names}",
            f"【责任编辑：{names}】",
            f"（责任编辑: {names}）",
            f"[责任编辑：{names}]",
        )
    )


def _licence_lines(parts: Parts) -> list[str]:
    return [_text(line) for line in parts.chrome.licence]


def _body(
    parts: Parts,
    paragraph: Callable[[str], str],
    picture: Callable[[Picture], str],
) -> str:
    return "\n".join(
        paragraph(_text(block)) if isinstance(block, str) else picture(block)
        for block in parts.blocks
    )


def _source_of(picture: Picture) -> str:
    return f"./{picture.name}"


def paragraphs(parts: Parts) -> str:
    """``<p>`` paragraphs opened by ideographic spaces; the seed's order of parts."""

    def picture(picture: Picture) -> str:
        caption = ""
        if picture.caption:
            caption = f'\n<p style="text-align: center;">{_text(picture.caption)}</p>'
        return (
            f'<p style="text-align: center;"><img src="{_source_of(picture)}" alt="" '
            f'OLDSRC="{picture.name}" /></p>{caption}'
        )

    body = _body(parts, lambda text: f"<p>　　{text}</p>", picture)
    notice = f'<div class="statement">{NOTICE}</div>' if parts.notice else ""
    subtitle = f"<h3>{_text(parts.subtitle)}</h3>" if parts.subtitle else ""
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
{_head(parts)}<body>
{parts.chrome.top}
<div class="wrap">
<div class="crumbs">{parts.chrome.crumbs}</div>
<h2 class="headline">{_text(parts.title)}</h2>
<div class="info"><span>{_text(_date_line(parts, gap=" " + NBSP * 3))}</span></div>
<div class="detail">
<h1>{_text(parts.title)}</h1>
{subtitle}
{body}
{parts.pager}
</div>
{notice}
<div class="bianji">{_editor_line(parts)}</div>
</div>
{parts.chrome.related}
{parts.chrome.bottom}
<div class="footer">
{"<br>".join(_licence_lines(parts))}
</div>
</body>
</html>
"""


def spans(parts: Parts) -> str:
    """``<div><span>`` paragraphs, plain spaces as indent, date and source in own elements."""

    def picture(picture: Picture) -> str:
        caption = f"<span>{_text(picture.caption)}</span>" if picture.caption else ""
        return (
            f'<div class="pic"><img src="{_source_of(picture)}"></div>\n'
            f'<div class="pic-note">{caption}</div>'
        )

    body = _body(
        parts,
        lambda text: f'<div><span style="font-size: 18px;">&nbsp;&nbsp;&nbsp; {text}</span></div>',
        picture,
    )
    source = ""
    if parts.source:
        original = '<i class="yc">原创</i>' if parts.original else ""
        source = f'<span class="ly">来源：<a href="/">{_text(parts.source)}</a></span>{original}'
    subtitle = f'<div class="sub"><b>{_text(parts.subtitle)}</b></div>' if parts.subtitle else ""
    notice = f"<div><span>{_full_width(NOTICE)}</span></div>" if parts.notice else ""
    licence = "\n".join(f"<span>{line}</span>" for line in _licence_lines(parts))
    return f"""<!DOCTYPE html>
<html>
{_head(parts, http_equiv=True)}<body class="m">
{parts.chrome.top}
<div id="main">
<div class="t1">{_text(parts.title)}</div>
<div class="meta"><span>{parts.date}</span>&nbsp;&nbsp;{source}
<span class="fs">字号：<a href="javascript:;">大</a> <a href="javascript:;">中</a></span></div>
<div class="t2"><span>{_text(parts.title)}</span></div>
{subtitle}
<div class="con">
{body}
</div>
<div class="pg">{parts.pager}</div>
{notice}
<div class="ed"><span>{_editor_line(parts)}</span></div>
</div>
{parts.chrome.related}
{parts.chrome.bottom}
<div class="lic">{licence}</div>
</body>
</html>
"""


def tables(parts: Parts) -> str:
    """Nested tables, ``<br>`` and not one paragraph element, unquoted attributes, as of 2005."""

    def picture(picture: Picture) -> str:
        caption = ""
        if picture.caption:
            caption = f"<tr><td align=center><font color=#666666>{_text(picture.caption)}</font></td></tr>"
        return (
            "<table align=center border=0 cellpadding=4><tr><td align=center>"
            f"<img src={_source_of(picture)} border=0></td></tr>{caption}</table>"
        )

    body = _body(parts, lambda text: f"　　{text}<br><br>", picture)
    subtitle = ""
    if parts.subtitle:
        subtitle = f"<tr><td align=center class=sub>{_text(parts.subtitle)}</td></tr>"
    notice = f"<br>{_full_width(NOTICE)}" if parts.notice else ""
    licence = "<br>\n".join(_licence_lines(parts))
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
{_head(parts, http_equiv=True)}<body bgcolor=#ffffff topmargin=0>
{parts.chrome.top}
<table width=980 align=center cellspacing=0>
<tr><td colspan=2>{parts.chrome.crumbs}</td></tr>
<tr><td width=700 valign=top>
 <table width=100%>
 <tr><td align=center class=bt>{_text(parts.title)}</td></tr>
 <tr><td align=center>{_text(_date_line(parts, colon="：", gap=" "))}</td></tr>
 <tr><td align=center><b><font size=5>{_text(parts.title)}</font></b></td></tr>
 {subtitle}
 <tr><td class=zw>
 {body}
 {parts.pager}
 {notice}
 <div align=right>{_editor_line(parts)}</div>
 </td></tr>
 </table>
</td><td width=260 valign=top>{parts.chrome.related}</td></tr>
</table>
{parts.chrome.bottom}
<table width=980 align=center><tr><td align=center>{licence}</td></tr></table>
</body>
</html>
"""


def editor_box(parts: Parts) -> str:
    """TRS's editor box: ``<style>`` within the article, ``<font>``, spans within words' runs."""

    def paragraph(text: str) -> str:
        middle = text.find("，")
        if middle > 0:
            text = f"{text[:middle]}</font><font>{text[middle:]}"
        text = text.replace("新疆", '<a class="keyword" href="/search/?q=xj">新疆</a>', 1)
        return f'<p align="justify">&nbsp;&nbsp;&nbsp;&nbsp;<font>{text}</font></p>'

    def picture(picture: Picture) -> str:
        caption = f"<br />{_text(picture.caption)}" if picture.caption else ""
        return f'<p align="center"><img src="{_source_of(picture)}" alt="{picture.name}" />{caption}</p>'

    body = _body(parts, paragraph, picture)
    subtitle = f"<h4>{_text(parts.subtitle)}</h4>" if parts.subtitle else ""
    notice = f"<p>{NOTICE}</p>" if parts.notice else ""
    licence = "".join(f"<li>{line}</li>" for line in _licence_lines(parts))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html xmlns="http://www.w3.org/1999/xhtml">
{_head(parts, http_equiv=True)}<body>
{parts.chrome.top}
<div class="location">{parts.chrome.crumbs}</div>
<h1 id="title">{_text(parts.title)}</h1>
<p class="laiyuan">{_text(_date_line(parts, colon=":"))}
<a href="javascript:window.print()">打印</a> <a href="javascript:doZoom(16)">字体</a></p>
<h1>{_text(parts.title)}</h1>
{subtitle}
<div class="TRS_Editor"><style type="text/css">
.TRS_Editor P{{line-height:1.8;font-family:宋体;font-size:12pt;}}.TRS_Editor DIV{{line-height:1.8;}}
</style>
{body}
</div>
<div class="pages">{parts.pager}</div>
{notice}
<p class="zrbj">{_editor_line(parts)}</p>
{parts.chrome.related}
{parts.chrome.bottom}
<ul class="foot">{licence}</ul>
</body>
</html>
"""


def mobile(parts: Parts) -> str:
    """HTML5 for telephones: ``<article>``, ``<figure>``; notice and editor in one line."""

    def picture(picture: Picture) -> str:
        caption = ""
        if picture.caption:
            caption = f"<figcaption>{_text(picture.caption)}</figcaption>"
        return (
            f'<figure><img data-src="{_source_of(picture)}" src="{_source_of(picture)}" '
            f'loading="lazy">{caption}</figure>'
        )

    body = _body(parts, lambda text: f"<p>{text}</p>", picture)
    subtitle = f"<h2>{_text(parts.subtitle)}</h2>" if parts.subtitle else ""
    notice = _text(_full_width(NOTICE)) if parts.notice else ""
    licence = "".join(f"<p>{line}</p>" for line in _licence_lines(parts))
    return f"""<!doctype html>
<html lang=zh>
{_head(parts, '<meta name="viewport" content="width=device-width,initial-scale=1">')}<body>
<header>{parts.chrome.top}</header>
<main>
<article>
<h1>{_text(parts.title)}</h1>
<p class=time><time>{parts.date}</time>   来源：{_text(parts.source or "")}{"原创" if parts.original else ""}</p>
<h1>{_text(parts.title)}</h1>
{subtitle}
<section>
{body}
</section>
<nav class=pager>{parts.pager}</nav>
<footer><p>{notice} {_editor_line(parts)}</p></footer>
</article>
<aside>{parts.chrome.related}</aside>
</main>
{parts.chrome.bottom}
<footer class=licence>{licence}</footer>
</body>
</html>
"""


def breaks(parts: Parts) -> str:
    """Bare text in one ``<div>``, broken by ``<br><br>``; the related news before the notice."""

    def picture(picture: Picture) -> str:
        caption = f"<br>\n{_text(picture.caption)}" if picture.caption else ""
        return f'<center><img src="{_source_of(picture)}">{caption}</center>'

    body = _body(parts, lambda text: f"&emsp;&emsp;{text}<br><br>", picture)
    subtitle = f"<center>{_text(parts.subtitle)}</center>" if parts.subtitle else ""
    notice = f"<div>{NOTICE}</div>" if parts.notice else ""
    licence = "<br/>".join(_licence_lines(parts))
    return f"""<html>
{_head(parts)}<body>
{parts.chrome.top}
<center><font size="5"><b>{_text(parts.title)}</b></font></center>
<center>{_text(_date_line(parts, colon="：", gap="　　"))}</center>
<center><h1>{_text(parts.title)}</h1></center>
{subtitle}
<div id="zoom">
{body}
{parts.pager}
</div>
{parts.chrome.related}
{notice}
<div>{_editor_line(parts)}</div>
{parts.chrome.bottom}
<div align="center">{licence}</div>
</body>
</html>
"""


def photo(parts: Parts) -> str:
    """A gallery: pictures first with their captions in a list, the text below."""
    pictures = [block for block in parts.blocks if isinstance(block, Picture)]
    texts = [block for block in parts.blocks if isinstance(block, str)]
    slides = "\n".join(
        f'<li><a href="{_source_of(p)}"><img src="{_source_of(p)}"></a>'
        f'<div class="caption">{_text(p.caption or "")}</div></li>'
        for p in pictures
    )
    body = "\n".join(f"<p>　　{_text(text)}</p>" for text in texts)
    subtitle = f"<h2>{_text(parts.subtitle)}</h2>" if parts.subtitle else ""
    notice = f"<p>{NOTICE}</p>" if parts.notice else ""
    licence = "<br>".join(_licence_lines(parts))
    return f"""<!DOCTYPE html>
<html>
{_head(parts)}<body>
{parts.chrome.top}
<div class="gallery-head"><h1>{_text(parts.title)}</h1>
<div class="when">{_text(_date_line(parts))}</div></div>
<h1>{_text(parts.title)}</h1>
{subtitle}
<ul class="slides">
{slides}
</ul>
<a class="prev" href="javascript:void(0)">上一张</a><a class="next" href="javascript:void(0)">下一张</a>
<div class="words">
{body}
</div>
{parts.pager}
<div class="end">{notice}<p>{_editor_line(parts)}</p></div>
{parts.chrome.related}
{parts.chrome.bottom}
<div class="bq">{licence}</div>
</body>
</html>
"""


def video(parts: Parts) -> str:
    """A player made by a script, with text below it."""

    def picture(picture: Picture) -> str:
        caption = f"<p class='zs'>{_text(picture.caption)}</p>" if picture.caption else ""
        return f"<div><img src='{_source_of(picture)}'></div>{caption}"

    body = _body(parts, lambda text: f"<p>  {text}</p>", picture)
    subtitle = f"<div class='ft'>{_text(parts.subtitle)}</div>" if parts.subtitle else ""
    notice = f"<div class='sm'>{_full_width(NOTICE)}</div>" if parts.notice else ""
    licence = "".join(f"<div>{line}</div>" for line in _licence_lines(parts))
    return f"""<!DOCTYPE html>
<html>
{_head(parts)}<body>
{parts.chrome.top}
<div class='vt'>{_text(parts.title)}</div>
<div class='vd'>{_text(_date_line(parts))}</div>
<h1>{_text(parts.title)}</h1>
{subtitle}
<div id='player'><noscript>您的浏览器不支持播放，请升级浏览器。</noscript></div>
<script>
var player = {{file: "./{parts.chrome.video_name}", width: 640, height: 360, title: "video"}};
if (1 < 2 && "a" > "A") {{ document.getElementById("player").className = "ready"; }}
</script>
<video controls poster="./{parts.chrome.video_name}.png"><source src="./{parts.chrome.video_name}"></video>
<div class='vc'>
{body}
</div>
{parts.pager}
{notice}
<div class='vb'>{_editor_line(parts)}</div>
{parts.chrome.related}
{parts.chrome.bottom}
<div class='vl'>{licence}</div>
</body>
</html>
"""


def upper_case(parts: Parts) -> str:
    """Upper-case tags, ``<P>`` never closed, several paragraphs' worth of ``&nbsp;`` between."""

    def picture(picture: Picture) -> str:
        caption = f"<BR>{_text(picture.caption)}" if picture.caption else ""
        return f'<P ALIGN=CENTER><IMG SRC="{_source_of(picture)}">{caption}'

    body = _body(parts, lambda text: f"<P>　　{text}\n<P>&nbsp;", picture)
    subtitle = f"<H3 ALIGN=CENTER>{_text(parts.subtitle)}</H3>" if parts.subtitle else ""
    notice = f"<P>{NOTICE}" if parts.notice else ""
    licence = "\n".join(f"<P>{line}" for line in _licence_lines(parts))
    return f"""<HTML>
{_head(parts, http_equiv=True)}<BODY>
{parts.chrome.top}
<H2 ALIGN=CENTER>{_text(parts.title)}</H2>
<P ALIGN=CENTER>{_text(_date_line(parts, colon="：", gap="　"))}
<H1 ALIGN=CENTER>{_text(parts.title)}</H1>
{subtitle}
<DIV CLASS=CONTENT>
{body}
</DIV>
{parts.pager}
{notice}
<P ALIGN=RIGHT>{_editor_line(parts)}
{parts.chrome.related}
{parts.chrome.bottom}
<HR>
{licence}
</BODY>
</HTML>
"""


def sections(parts: Parts) -> str:
    """Date split over elements, every paragraph a ``<section>`` in a ``<section>``, as pasted from
    a message app; notice, editor and licence in one table."""

    def picture(picture: Picture) -> str:
        caption = f"<section><em>{_text(picture.caption)}</em></section>" if picture.caption else ""
        return f'<section><section><img src="{_source_of(picture)}"></section>{caption}</section>'

    body = _body(
        parts,
        lambda text: f"<section><section><span>　　</span><span>{text}</span></section></section>",
        picture,
    )
    day, _, clock = parts.date.partition(" ")
    source = ""
    if parts.source:
        source = (
            f"<em>来源</em>: <b>{_text(parts.source)}</b>{'<s>原创</s>' if parts.original else ''}"
        )
    subtitle = f"<p class=subtitle>{_text(parts.subtitle)}</p>" if parts.subtitle else ""
    notice = f"<tr><td>{NOTICE}</td></tr>" if parts.notice else ""
    licence = "".join(f"<tr><td>{line}</td></tr>" for line in _licence_lines(parts))
    return f"""<!DOCTYPE html>
<html>
{_head(parts)}<body>
{parts.chrome.top}
<div class=a1><p class=bt>{_text(parts.title)}</p>
<div class=a2><span>{day}</span> <span>{clock}</span>&nbsp;&nbsp;&nbsp;{source}</div></div>
<div class=b1><p class=bt2>{_text(parts.title)}</p>{subtitle}
<div class=b2>
{body}
</div></div>
{parts.pager}
<table>{notice}<tr><td>{_editor_line(parts)}</td></tr></table>
{parts.chrome.related}
{parts.chrome.bottom}
<table class=c1>{licence}</table>
</body>
</html>
"""


def no_date(parts: Parts) -> str:
    """A changed layout under which the date is drawn by a script: for monitors."""
    parts.date, parts.source = "", None
    return paragraphs(parts)


def no_body(parts: Parts) -> str:
    """A changed layout under which the text is fetched by a script: for monitors."""
    parts.blocks = []
    return spans(parts)


LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout
    for layout in (
        paragraphs,
        spans,
        tables,
        editor_box,
        mobile,
        breaks,
        upper_case,
        sections,
        photo,
        video,
    )
}
"""Layouts of sound pages by name; ``photo`` and ``video`` are only for texts that ask for them."""

BROKEN_LAYOUTS: dict[str, Layout] = {"no_date": no_date, "no_body": no_body}
"""Layouts that hide a part which a record must have."""

COMMON = tuple(name for name in LAYOUTS if name not in ("photo", "video"))
