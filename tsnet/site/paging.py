"""How many pages there are, as the scripts of TRS WCM's pagers say it (site facts).

Knows scripts as text; whether the pages are those of a listing or of an article, the caller knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages whose addresses differ in a number: ``index_1.shtml``, ``index_2.shtml``, …"""

    count: int
    """How many pages there are, with the first."""
    name: str
    """The file name before the number: ``index``, ``t20250123_26369128``."""
    suffix: str
    """The file's suffix without its dot."""
    current: str = ""
    """The number of the page itself, as the call writes it; empty where there is no call. TRS
    WCM's first page has 0; where it has 1, the second is ``index_2.shtml``."""
    of_ucap: bool = False
    """Whether the call is one of UCAP's, which counts from 1, as far as it tells by itself."""
    from_0_or_1: bool = False
    """Whether nothing tells if the second page is ``index_1.shtml`` or ``index_2.shtml``."""


_QUOTE = r"(?:['\"]|&quot;|&#39;)"
_CALL = re.compile(
    rf"pag(?:e|ing|ination)\w{{0,12}}\s*\(\s*(?P<place>{_QUOTE}[^'\"&]{{0,40}}{_QUOTE}\s*,\s*)?"
    rf"{_QUOTE}?(?P<count>\d{{1,6}}|[a-z_]\w{{0,30}}){_QUOTE}?\s*,\s*{_QUOTE}?(?P<current>\w{{1,30}}){_QUOTE}?"
    rf"\s*,\s*{_QUOTE}(?P<name>[\w.-]{{1,80}}){_QUOTE}\s*,\s*{_QUOTE}\.?(?P<suffix>\w{{1,8}}){_QUOTE}"
    rf"(?P<total>\s*,\s*{_QUOTE}?\d)?",
    re.IGNORECASE,
)
"""``createPageHTML(<number of pages>, <this page, from 0>, "index", "shtml")``, under whatever name
that speaks of pages; UCAP has the place where it is written in front, the number of articles
behind, and counts pages from 1."""
_OPTIONS = re.compile(
    rf"pag(?:e|ing|ination|er)\w{{0,20}}(?:\.\w{{1,12}})?\s{{0,9}}\(\s{{0,9}}"
    rf"(?:(?:{_QUOTE}[^'\"&]{{0,40}}{_QUOTE}|\w{{1,12}})\s{{0,9}},\s{{0,9}})?\{{(?P<options>[^{{}}]{{1,600}})",
    re.IGNORECASE,
)
"""A call that names what it is given: ``createPagination({total: 9, name: "index", …})``."""
_OPTION = re.compile(
    rf"(?:^|[,\s'\"])(?P<key>[a-z]\w{{1,20}})['\"]?\s{{0,9}}:\s{{0,9}}{_QUOTE}?(?:\./)?(?P<value>[\w.-]{{1,80}})",
    re.IGNORECASE,
)
_KEYS = {
    kind: re.compile(key, re.IGNORECASE)
    for kind, key in (
        ("pages", r"page_?(?:count|total|all|sum)|(?:total|count|all|max|sum)_?pages?|pages"),
        ("all", r"total|count"),
        ("size", r"(?:page)?_?size|(?:items_?)?per_?page|page_?rows|limit"),
        ("current", r"curr(?:ent)?(?:_?(?:page|index))?|page_?(?:index|no|num)|index|page"),
        ("name", r"(?:page|file)_?(?:name|prefix|url|path)|name|prefix|url|path|file|base"),
        ("suffix", r"(?:page|file)?_?(?:ext|suffix|postfix)|page_?type"),
    )
}
"""What such an option is → how its name reads. ``all`` are pages, or articles where a size of pages
is given."""
_OF_PAGER = {"pages", "all", "size", "current"}
"""Options by which a call is a pager's."""
_HTML_SUFFIX = re.compile(r"\.?(s?html?)", re.IGNORECASE)
MOST_CALLS = 20
"""Calls of a page that are looked at: it has one, and may keep a few that are commented out."""
_COUNT = re.compile(
    r"\b(?:count_?pages?|page_?count|(?:total|max|all)_?pages?|page_?total)\s*[=:]\s*['\"]?(\d{1,6})\b"
    r"|共(?:\s|<[^<>]*>|&nbsp;)*(\d{1,6})(?:\s|<[^<>]*>|&nbsp;)*页",
    re.IGNORECASE,
)
"""How many pages there are, as a script or the page says."""
_WRITTEN = re.compile(
    r"\b(?P<name>[a-z]\w{0,40}?)(?:_|['\"]\s*\+\s*['\"]_)['\"]\s*\+[^'\"\n]{1,60}\+\s*['\"]\."
    r"(?:['\"]\s*\+\s*['\"])?(?P<suffix>s?html?)",
    re.IGNORECASE,
)
"""A script that puts the address of a page together: ``"index_" + page + ".shtml"``."""
_SHOWN = re.compile(
    r"[上下前后]\s*(?:一\s*)?页|[尾末]页|共\s*\d+\s*页"
    r"|\b(?:class|id)\s{0,9}=\s{0,9}['\"]?[^'\"<>]{0,60}?\b(?:pag(?:ination|ing|er|es)|page[_-]?(?:bar|nav|list|box))\b",
    re.IGNORECASE,
)
"""What shows that a listing has a pager, though it may be a script elsewhere that writes it."""


def called_pagers(html: str) -> Iterator[Pager]:
    """The pagers that a page writes by a call of TRS WCM's function or one like it."""
    for match in islice(_CALL.finditer(html), MOST_CALLS):
        count = _value(match["count"], html)
        if count is not None and not _is_commented_out(html, match.start()):
            of_ucap = bool(match["place"] and match["total"])
            yield Pager(count, match["name"], match["suffix"], match["current"], of_ucap=of_ucap)
    for options in _called_with(html):
        pager = _by_options(options, html)
        if pager is not None:
            yield pager


def _called_with(html: str) -> Iterator[dict[str, str]]:
    """What each call of a pager is given by name: the kind of an option → its value."""
    for match in islice(_OPTIONS.finditer(html), MOST_CALLS):
        if _is_commented_out(html, match.start()):
            continue
        found: dict[str, str] = {}
        for option in _OPTION.finditer(match["options"]):
            kind = next((kind for kind, key in _KEYS.items() if key.fullmatch(option["key"])), None)
            if kind is not None:
                found.setdefault(kind, option["value"])
        yield found


def _by_options(options: dict[str, str], html: str) -> Pager | None:
    """The pager that a call's options tell of; None where these don't say all that is needed."""
    count = _value(options.get("pages", options.get("all", "")), html)
    counts_articles = "pages" not in options and "size" in options
    size = _value(options["size"], html) if counts_articles else 1
    named = _named(options)
    if count is None or not size or named is None:
        return None
    pages = -(-count // size)
    current = options.get("current", "")
    return Pager(pages, *named, current, from_0_or_1=pages > 1 and current != "0")


def _named(options: dict[str, str]) -> tuple[str, str] | None:
    """The file name and the suffix of a pager's pages; None where its options lack one."""
    name, suffix = options.get("name"), _HTML_SUFFIX.fullmatch(options.get("suffix", ""))
    return (name, suffix[1]) if name and suffix else None


def _is_commented_out(html: str, at: int) -> bool:
    """Whether what stands at a place is in a comment, of the page or the rest of a script's line.

    A script may hold all that it says in one.
    """
    if html[:at].rpartition("\n")[2].lstrip().startswith("//"):
        return True
    opening = html.rfind("<!--", 0, at)
    if opening < 0 or html.find("-->", opening, at) >= 0:
        return False
    above = html[:opening].lower()
    return above.rfind("<script") <= above.rfind("</script")


def written_pager(html: str) -> Pager | None:
    """The pager that a page's own script writes; None when the page does not count its pages."""
    written = _WRITTEN.search(html)
    count = _count(html) if written else None
    if written is None or count is None:
        return None
    return Pager(count, written["name"], written["suffix"])


def uncounted_pager(html: str) -> tuple[str, str] | None:
    """File name and suffix of the pages of a pager that does not say how many there are.

    Empty ones where it does not say what they are called either. None where the page shows no
    pager, neither its words nor a place or a script for it, or one for a single page.
    """
    count = _count(html)
    if count is not None and count <= 1:
        return None
    called = _CALL.search(html)
    told = called if called and not _is_commented_out(html, called.start()) else None
    told = told or _WRITTEN.search(html)
    if told:
        return told["name"], told["suffix"]
    for options in _called_with(html):
        if _OF_PAGER.intersection(options):
            return _named(options) or ("", "")
    return ("", "") if _SHOWN.search(html) else None


def _count(html: str) -> int | None:
    counted = _COUNT.search(html)
    return int(counted[1] or counted[2]) if counted else None


def _value(count: str, html: str) -> int | None:
    """A number of pages, a literal or a variable; None when the page does not set it."""
    if count and not count.isdecimal():
        value = re.search(rf"\b{re.escape(count)}\s{{0,9}}=\s{{0,9}}['\"]?(\d{{1,6}})\b", html)
        count = value[1] if value else ""
    return int(count) if count else None
