"""Addresses of the site: the grammar of TRS WCM, one key for one article, listings and hosts.

Knows neither HTML nor the network.  Source of the grammar: TRS WCM, as the site's own addresses
show it: ``/<section>/<channel>/<YYYYMM>/t<YYYYMMDD>_<document id>[_<page>].shtml``.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import (
    parse_qsl,
    quote,
    unquote,
    urldefrag,
    urlencode,
    urljoin,
    urlsplit,
    urlunsplit,
)

ORIGIN = "https://www.ts.cn"
"""The site that m.euiu.cn mirrors; serves the same paths."""

SITE_FAMILIES = frozenset({"euiu.cn", "ts.cn"})
"""Hosts, without ``m.`` or ``www.``, that are known to serve the same paths."""

_ARTICLE_PATH = re.compile(
    r"""(?P<directory>/(?:[^/?\#]+/)*?)         # section, channel, sub-channels
        (?P<month>\d{6}(?:/\d\d)?)/
        (?P<stem>t(?P<day>\d{8})_(?P<document_id>\d+))
        (?:_(?P<page>\d{1,3}))?
        \.s?html?$""",
    re.VERBOSE | re.IGNORECASE,
)
_LISTING_FILE = re.compile(r"(?:index|default|list)(?:[_-]\d{1,4})?\.[sj]?html?$", re.IGNORECASE)
"""The file of a listing: ``index.shtml``, ``index_2.shtml``, ``list.html``."""
_NUMBERED_FILE = re.compile(
    r"(?!node_\d+\.)(?:[a-z][a-z0-9]{0,20}[_-](?:[a-z0-9]{1,20}[_-]){0,2})?(\d{1,4})\."
    r"(?:[sj]?html?|jspx?|aspx?|php)",
    re.IGNORECASE,
)
"""The file of a listing's page by its number: ``2.html``, ``list_2.html``."""
_LATER_PAGE = re.compile(r"(.+)([_-])(\d{1,3})(\.[a-z]{3,5})", re.IGNORECASE)
"""What may be a later page of an article, in its parts: ``…/123_2.html``."""
_LATER_PAGE_PARAMETER = re.compile(
    r"([?&])(?:cur(?:rent)?_?)?p(?:age|g)?(?:_?(?:no|num|number|index))?=(\d{1,3})(?=&|$)",
    re.IGNORECASE,
)
"""The same of a program: ``?id=123&page=2``."""
_PAGE_DIRECTORY = re.compile(r"(?<=/)(?:page|p)[-_/]?(\d{1,4})/?$", re.IGNORECASE)
"""A listing's page that has a directory: ``…/szxw/page/2/``."""
_PAGE_PARAMETER = re.compile(
    r"(?:cur(?:rent)?_?)?p(?:age|g|n)?(?:_?(?:no|num|number|index|id))?", re.IGNORECASE
)
"""The parameter that counts pages: ``page``, ``pageNo``, ``curPage``, ``pn``."""
_ARTICLE_PARAMETER = re.compile(
    r"(?:wb)?(?:a|n|news|arti(?:cle)?|art|doc(?:ument)?|info|content|item)?_?id", re.IGNORECASE
)
"""The parameter that names an article: ``id``, ``newsid``, ``article_id``."""
_ARTICLE_NUMBER = re.compile(r"\d{2,20}|[0-9a-f]{16,40}|[0-9a-f-]{36}", re.IGNORECASE)
"""Its value: a number, a hash, a UUID."""
_SHOWS = re.compile(r"show|view|detail|content|article|read|info|news", re.IGNORECASE)
"""Words of programs that show one text: ``show.php``, ``newsview.asp``."""
_LISTS = r"list|class|cate|channel|column|more"
_SERVES = r"(?<!re)search|comment|guest|login|user|print|count(?!r?y)|vote|share|down|player"
_SHOWS_OTHERS = re.compile(rf"{_LISTS}|{_SERVES}", re.IGNORECASE)
"""Words of programs that list, or serve readers otherwise, though they may have ``_SHOWS`` too."""
_SERVES_READERS = re.compile(rf"{_SERVES}|regist|member|message|rss|feed|calendar", re.IGNORECASE)
"""Words of programs and paths that do something else for readers: searches, logins, feeds."""
_CHANNEL = r"(?:class|cate?|category|channel|col(?:umn)?|lanmu)"
_KIND = r"(?:n|wb|news|info|art|article|big|small)?_?"
_NAMES_A_CHANNEL = (
    rf"(?:{_KIND}(?:{_CHANNEL}|lm|node|sort|topic|tree|type)_?(?:id|code|name|no)|{_CHANNEL})"
)
_CHANNEL_PARAMETER = re.compile(_NAMES_A_CHANNEL, re.IGNORECASE)
"""The parameter that names a channel: ``classid``, ``channel_id``, ``category``."""
_LISTED_PARAMETER = re.compile(rf"{_NAMES_A_CHANNEL}|[bcfnst]?id|code|type|node", re.IGNORECASE)
"""What names a channel where the program says that it lists."""
_WHICH_PROGRAM = re.compile(
    r"[acgmr]|app|act(?:ion)?|controller|ctl|do|lang|layout|(?:item|menu|site)_?id|mod(?:el|ule)?"
    r"|op(?:tion)?|(?:page_?)?size|urltype|view",
    re.IGNORECASE,
)
"""The parameters by which one program is many."""
_WORD = re.compile(r"(?:[\w./-]|%[0-9a-f]{2}){1,40}", re.IGNORECASE)
"""What the value of such a parameter may be."""
_NUMBERED_LISTING = re.compile(
    rf"""(?P<stem>.*/(?:(?P<node>node_)\d{{1,10}}             # node_123.htm
           |list[_-]\d{{1,6}}(?=[_-])                         # list-9-1.html
           |(?:news|info|art|article|big|small)?_?
            (?:lists?/(?:(?:{_LISTED_PARAMETER.pattern})/)?   # list/9.html, lists/catid/9.html
              |{_CHANNEL}[/_-])\d{{1,4}}))                    # class_9.html, category/9
        (?:(?P<dash>[_-])(?P<page>\d{{1,4}}))?
        (?P<suffix>(?:\.s?html?)?)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Where other systems have the list of a number. What they call it ``list_2.html`` is a page."""
_NUMBERED_CHANNEL = re.compile(
    rf"(?P<stem>(?:/[^/]{{1,40}}){{0,4}}/(?:[a-z]{{0,8}}[_-]?(?:{_LISTS}|{_CHANNEL})s?/\d{{1,6}}(?![_.\d])"
    rf"|{_CHANNEL}s?/\d{{1,6}}(?=[_.])))(?:(?:_(?P<page>\d{{1,4}}))?(?P<suffix>\.[sj]?html?))?",
    re.IGNORECASE,
)
"""A channel that is a number behind what says that it lists: ``/news/list/11``,
``/channels/12_2.html``."""
_NAMED_LISTING = re.compile(
    r"(?:/[a-z][a-z0-9]{1,15})?/(?!index|default|list|main)[a-z][a-z0-9]{1,15}\.s?html?",
    re.IGNORECASE,
)
"""What may be a channel that has a file for a directory: ``/xwdt.htm``, ``/xwdt/11.htm``."""
_SHOWS_ONE = r"(?:[a-z]+[_-]?)?(?:detail|article|content|show|view|read|info|archive|art|post)s?"
_SHOWN_BY_NUMBER = re.compile(
    rf".*/(?:{_SHOWS_ONE}(?:/\d{{1,8}})?/|{_SHOWS_ONE}[_-](?:\d{{1,8}}[_-]){{0,2}})\d{{1,20}}(?:\.\w{{3,5}})?",
    re.IGNORECASE,
)
"""What says that it shows what has a number, however short: ``/info/1003/42.htm``,
``show-9-42-1.html``."""
_NUMBERED_PATH = re.compile(
    r".*/(?P<what>[a-z][\w-]{0,20})/(?:\d{5,20}|[0-9a-f]{16,40}|[0-9a-f-]{36})", re.IGNORECASE
)
"""What may be an article that has no file: ``/news/26333385``."""
_HASH = re.compile(r"[0-9a-f]{16,40}(?=\.)", re.IGNORECASE)
"""A file that is named by a hash, as articles of some systems are."""
_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DATE_IN_PATH = re.compile(
    rf"/{_YEAR}(?:[-/]?{_MONTH}|/(?:[1-9]|1[0-2])/|/[a-z]\w{{0,20}}_{_MONTH}[0-3]\d/)"
)
"""A month's or a day's directory; PHPCMS has ``/2025/yaowen_0319/``."""
_DAY_IN_PATH = re.compile(
    rf"/(?P<year>{_YEAR})(?:[-/]?(?P<month>{_MONTH})[-/]?(?P<day>[0-3]\d)(?=[/_.-])"
    r"|/(?P<m>\d{1,2})/(?P<d>\d{1,2})/)"
)
"""The day that a path names: ``/20250319/``, ``/2025-03/19/``, ``/2025/3/19/``."""
_ENDS_IN_DAY = re.compile(rf".*/{_YEAR}(?:{_MONTH}(?:[0-3]\d)?)?(?:\.\w{{3,5}})?")
"""A path that ends in a year, a month or a day: it lists what is of then."""
_POST = re.compile(rf".*/{_YEAR}/{_MONTH}/(?P<day>[0-3]\d/)?(?P<name>[^/.]+)/?")
"""What may be an article that has a directory, as WordPress gives it:
``/2025/03/19/26369128/``, ``/2025/03/a-name/``."""
_TELLS_ONE = re.compile(r"[-%]|\d{3}")
"""What the name of such a directory has that is one article's."""
_LATER_PAGE_OF_POST = re.compile(r"(.+/)(\d{1,3})(/)")
"""The later page of such an article: ``/2025/03/19/26369128/2/``."""
_PLAIN_POST = re.compile(r"(?:p|id|post)=\d{3,20}")
"""What names an article where the front page shows whatever it is asked for: ``/?p=26369``."""
_PAPER_PAGE = re.compile(r".*/node_\d{1,10}\.s?html?", re.IGNORECASE)
"""A page of a newspaper's issue, which lists its articles."""
_GATHERS = re.compile(rf"{_LISTS}|topic|special|tags?|zt|author", re.IGNORECASE)
"""Words of paths that gather articles: lists, topics, tags, authors."""
_CHANNEL_WITHOUT_SLASH = re.compile(r"(?:/[a-z][a-z0-9]{1,15}){2,4}", re.IGNORECASE)
"""``/xwzx/szxw``."""
_FILE = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_PAGE_FILE = re.compile(r"\.(?:[sj]?html?|jspx?|aspx?|php)$", re.IGNORECASE)
_PROGRAM = re.compile(r"\.(?:[sj]?html?|jspx?|aspx?|php|do|action|cgi)$", re.IGNORECASE)
_OPAQUE_SEGMENT = re.compile(rf"\d{{7,}}|{_YEAR}{_MONTH}")
"""A month's, a day's or an article's directory, wherever it stands in a path."""
_DATED_DIRECTORY = re.compile(rf"/{_YEAR}(?:[-_/]{_MONTH}[-_/]|{_MONTH}(?:\d\d)?/)")
"""A month's or a day's, also in parts as of a paper's pages: ``/epaper/2025-03/19/``."""
_OPAQUE_END = re.compile(_YEAR)
"""A year's too where nothing follows it: ``/zt/2025/``, but not ``/zt/2025/lianghui/``."""
_TRACKING = re.compile(
    r"(?:utm_\w+|spm|from|isappinstalled|share\w*|scene|src|ref|referer|referrer|wx\w*|"
    r"nsukey|(?:j|php|asp)?sess(?:ion)?_?id|timestamp|_t|_|t|v|rnd|random|fbclid|gclid|bd_vid|hmsr|hmpl|hmcu|hmkw|hmci)",
    re.IGNORECASE,
)
"""Parameters that say who shared an address, or whence and when a visitor comes."""
_PAGE_OR_SENDER = re.compile(f"{_PAGE_PARAMETER.pattern}|{_TRACKING.pattern}", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^/?\#;]*", re.IGNORECASE)
"""How a Java server, as TRS WCM's are, names the session of a visitor without cookies."""
_SESSION_PARAMETER = re.compile(
    r"(?<=[?&])(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|sess(?:ion)?_?id)"
    r"=[^&#]*(?:&|(?=#|$))",
    re.IGNORECASE,
)
"""How others do, such as PHP's."""
_EMPTY_QUERY = re.compile(r"[?&](?=#|$)")
_OF_FAMILY = re.compile(r"^(?:www|m)\.(?=.*\.)")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class ArticleAddress:
    """What the address of an article or of one of its pages says."""

    section: str | None
    """First directory, ``xwzx``; None where the address has no directory before the month."""
    channel: str | None
    """Directory before the month, ``szxw``; equals the section where there is only one."""
    directory: str
    """Path of the channel with both slashes: ``/xwzx/szxw/``."""
    month: str
    """``202501``, as written; ``202501/23`` where a day has a directory."""
    published: date
    """The day in the file name."""
    document_id: str
    """Number of the document, unique on the site."""
    page: int
    """0 for the first page; 1 for ``..._1.shtml``, which is the second."""
    stem: str
    """``t20250123_26369128``: the same on every host and for every page."""
    suffix: str
    """File suffix with its dot: ``.shtml``."""

    @classmethod
    def from_url(cls, url: str) -> ArticleAddress | None:
        """Read an address; None when it is outside the grammar or names no real day."""
        return _parse_article(url)

    @property
    def channel_path(self) -> str:
        """Path of the channel without outer slashes: ``xwzx/szxw``."""
        return self.directory.strip("/")

    def path(self, page: int = 0) -> str:
        """Path of one page of the article (0 is the first)."""
        number = f"_{page}" if page else ""
        return f"{self.directory}{self.month}/{self.stem}{number}{self.suffix}"

    @property
    def origin_url(self) -> str:
        """The article's first page on the original site."""
        return ORIGIN + self.path()


def without_session(url: str) -> str:
    """The address without the visitor's session, which differs whenever the host names it.

    >>> without_session("http://m.euiu.cn/xwzx/;jsessionid=0A1B.node1?page=2")
    'http://m.euiu.cn/xwzx/?page=2'
    >>> without_session("http://m.euiu.cn/show.php?id=123&PHPSESSID=0a1b#top")
    'http://m.euiu.cn/show.php?id=123#top'
    """
    url = _SESSION.sub("", url)
    rest = _SESSION_PARAMETER.sub("", url)
    return url if rest == url else _EMPTY_QUERY.sub("", rest)


@lru_cache(maxsize=4096)
def _parse_article(url: str) -> ArticleAddress | None:
    try:
        path = re.sub(r"/{2,}", "/", unquote(urlsplit(without_session(url).strip()).path))
    except ValueError:
        return None
    match = _ARTICLE_PATH.match(path)
    if match is None:
        return None
    day = match["day"]
    try:
        published = date(int(day[:4]), int(day[4:6]), int(day[6:8]))
    except ValueError:
        return None
    directories = [part for part in match["directory"].split("/") if part]
    return ArticleAddress(
        section=directories[0] if directories else None,
        channel=directories[-1] if directories else None,
        directory=match["directory"],
        month=match["month"],
        published=published,
        document_id=match["document_id"],
        page=int(match["page"] or 0),
        stem=match["stem"].lower(),
        suffix=path[path.rindex(".") :],
    )


def host_family(url: str) -> str:
    """Host without ``m.`` or ``www.``, lower case, with a port that is neither 80 nor 443.

    >>> host_family("https://M.euiu.cn/a")
    'euiu.cn'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    host = _OF_FAMILY.sub("", host)
    try:
        port = parts.port
    except ValueError:
        port = None
    return f"{host}:{port}" if port and port not in _DEFAULT_PORTS.values() else host


def canonical_url(url: str) -> str:
    """One spelling for all addresses of the same page.

    https, the host family (``m.``, ``www.`` and none are one), no session and no tracking
    parameters, the others sorted, no fragment, percent-escapes spelled one way.  Raises
    ``ValueError`` for what is not an absolute http(s) address.
    """
    parts = urlsplit(without_session(url).strip())
    if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"not an absolute http(s) address: {url!r}")
    path = re.sub(r"/{2,}", "/", parts.path) or "/"
    path = quote(
        unquote(path, errors="surrogateescape"), safe="/:@!$&'()*+,;=~-._", errors="surrogateescape"
    )
    query = urlencode(
        sorted(
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(name)
        )
    )
    return urlunsplit(("https", host_family(url), path, query, ""))


def day_of_address(url: str) -> date | None:
    """The day that an address names, in whatever form; None where it names none.

    >>> day_of_address("https://m.euiu.cn/epaper/2025-03/19/content_123456.htm")
    datetime.date(2025, 3, 19)
    """
    address = ArticleAddress.from_url(url)
    if address is not None:
        return address.published
    match = _DAY_IN_PATH.search(urlsplit(url).path)
    if match is None:
        return None
    try:
        month, day = match["month"] or match["m"], match["day"] or match["d"]
        return date(int(match["year"]), int(month), int(day))
    except ValueError:
        return None


def article_id(url: str) -> str:
    """Key of the article: its file stem, or ``u-`` and a hash of the canonical address.

    All pages of one article, on all hosts, have the same key.
    """
    address = ArticleAddress.from_url(url)
    if address is not None:
        return address.stem
    return "u-" + hashlib.sha256(canonical_url(url).encode()).hexdigest()[:20]


class LaterPage(NamedTuple):
    """What the address of a later page of an article is made of, as the site numbers pages."""

    first: str
    """The address of the first page."""
    before: str
    """What stands before the number."""
    number: int
    """1 or more. As a parameter 1 is mostly the first page, as links say that are named so."""
    behind: str
    """What stands behind the number."""


def later_page(url: str) -> LaterPage | None:
    """Take the address of a later page apart; None for one without such a number.

    >>> later_page("https://m.euiu.cn/content/123_2.html")[:3]
    ('https://m.euiu.cn/content/123.html', 'https://m.euiu.cn/content/123_', 2)
    >>> later_page("https://m.euiu.cn/show.php?id=123&page=2")[:3]
    ('https://m.euiu.cn/show.php?id=123', 'https://m.euiu.cn/show.php?id=123&page=', 2)
    >>> later_page("https://m.euiu.cn/2025/03/19/26369128/2/")[:3]
    ('https://m.euiu.cn/2025/03/19/26369128/', 'https://m.euiu.cn/2025/03/19/26369128/', 2)
    """
    if match := _LATER_PAGE.fullmatch(url):
        head, separator, number, suffix = match.groups()
        return LaterPage(head + suffix, head + separator, int(number), suffix)
    match = _LATER_PAGE_OF_POST.fullmatch(url)
    if match and _is_post(urlsplit(match[1]).path):
        return LaterPage(match[1], match[1], int(match[2]), match[3])
    for match in _LATER_PAGE_PARAMETER.finditer(url):
        before, behind = url[: match.start(2)], url[match.end(2) :]
        first = url[: match.start()] + (behind if match[1] == "&" else f"?{behind[1:]}")
        if int(match[2]) and is_article_like_url(first):
            return LaterPage(first.removesuffix("?"), before, int(match[2]), behind)
    return None


def same_site(url: str, base_url: str) -> bool:
    """Whether an address is on the host (family and port) that is crawled."""
    try:
        return urlsplit(url).scheme in _DEFAULT_PORTS and host_family(url) == host_family(base_url)
    except ValueError:
        return False


def on_host_of(url: str, base_url: str) -> str | None:
    """The address as the crawled host serves it, without fragment and session; None: elsewhere.

    A link to another member of the host's own family, or to a host that is known to serve the
    same paths (the mirror and its original), leads to the same page on the crawled host.
    """
    try:
        parts = urlsplit(without_session(url))
        family = host_family(url)
        base = urlsplit(base_url)
        if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
            return None
        if family != host_family(base_url) and family not in SITE_FAMILIES:
            return None
        path = urljoin("/", parts.path)  # resolves the dot segments that a browser would
        return urlunsplit((base.scheme, base.netloc, path, parts.query, ""))
    except ValueError:
        return None


def redirect_target(url: str, location: str, base_url: str) -> str | None:
    """Where the redirect of ``url`` to ``location`` leads on the crawled host; None: elsewhere.

    The same host by another scheme is taken as it is: to insist on that of ``base_url`` would go
    in circles.
    """
    try:
        target = urljoin(url, location)
        if urlsplit(target).hostname == urlsplit(base_url).hostname and same_site(target, base_url):
            return urldefrag(target).url
        return on_host_of(target, base_url)
    except ValueError:
        return None


def is_listing_url(url: str) -> bool:
    """Whether an address looks like a channel's listing: a directory, or an index file in one.

    A directory may lack its last slash where it is of the form ``/<section>/<channel>``.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    path = parts.path
    if _is_plain_post(path, parts.query):
        return False
    if _CHANNEL_WITHOUT_SLASH.fullmatch(path):
        return True
    last = path.rpartition("/")[2]
    if last and not _LISTING_FILE.fullmatch(last):
        return False
    directories = [part for part in path.split("/")[:-1] if part]
    if any(_OPAQUE_SEGMENT.fullmatch(part) for part in directories):
        return False
    if _DATED_DIRECTORY.search(path):
        return False
    return not (directories and _OPAQUE_END.fullmatch(directories[-1]))


def is_numbered_listing_url(url: str) -> bool:
    """Whether an address looks like the listing of a channel that has a number for a directory.

    A program gives it (``/list.php?classid=9``), or gave it a file (``node_123.htm``). It has no
    parameter besides that says more than which program: searches, orders and days have one.
    A file that is named (``xwdt.htm``) may be one, too: the link to it tells.
    """
    return _numbered_listing(url) is not None


@lru_cache(maxsize=4096)
def _numbered_listing(url: str) -> str | None:
    """The first page of such a listing, its parameters in order; None for another address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    pairs = [(name, value) for name, _, value in (p.partition("=") for p in parts.query.split("&"))]
    pairs = sorted(pair for pair in pairs if not _PAGE_OR_SENDER.fullmatch(pair[0]))
    file = _numbered_file(parts.path)
    if file and not any(map("".join, pairs)):
        named = file.groupdict("")
        first = f"{named['dash']}1" if named.get("dash") and not named["node"] else ""
        path = f"{named['stem']}{first}{named['suffix']}"
        return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
    if is_named_listing_url(url):
        return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
    program = parts.path.rstrip("/").rpartition("/")[2]
    if "." in program and not _PROGRAM.search(program):
        return None
    words = " ".join([program, *(value for _, value in pairs)])
    channel = _CHANNEL_PARAMETER if not re.search(_LISTS, words, re.I) else _LISTED_PARAMETER
    if (
        not any(channel.fullmatch(name) for name, _ in pairs)
        or not all(channel.fullmatch(name) or _WHICH_PROGRAM.fullmatch(name) for name, _ in pairs)
        or not all(_WORD.fullmatch(value) for _, value in pairs)
        or _SERVES_READERS.search(f"{parts.path} {words}")
    ):
        return None
    query = "&".join(map("=".join, pairs))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _numbered_file(path: str) -> re.Match[str] | None:
    file = _NUMBERED_LISTING.fullmatch(path) or _NUMBERED_CHANNEL.fullmatch(path)
    no_channel = file and (_DATED_DIRECTORY.search(path) or _SERVES_READERS.search(path))
    return None if no_channel else file


def is_named_listing_url(url: str) -> bool:
    """Whether an address may be a channel that is a file, or any other page: ``/xwdt.htm``."""
    parts = urlsplit(url)
    return not parts.query and _NAMED_LISTING.fullmatch(parts.path) is not None


def is_article_like_url(url: str) -> bool:
    """Whether an address may be an article: a numbered or dated page, within the grammar or not.

    A program that shows what has a number (``/show.php?id=123``) gives one, too.
    """
    parts = urlsplit(url)
    path = parts.path
    last = path.rpartition("/")[2]
    if parts.query and _shows_numbered(last, parts.query):
        return True
    if _is_post(path) or _is_plain_post(path, parts.query):
        return True
    if not last or _LISTING_FILE.fullmatch(last) or is_numbered_listing_url(url):
        return False
    if _PAPER_PAGE.fullmatch(path):
        return False
    if _SHOWN_BY_NUMBER.fullmatch(path) and not _ENDS_IN_DAY.fullmatch(path):
        return _SERVES_READERS.search(path) is None
    if not _PAGE_FILE.search(last):
        return _is_numbered_path(path)
    return bool(re.search(r"\d{5,}", last) or _HASH.search(last) or _DATE_IN_PATH.search(path))


def _is_post(path: str) -> bool:
    """Whether a path is a directory below a day's, or a month's with a name as articles have it."""
    match = _POST.fullmatch(path)
    if match is None or _SERVES_READERS.fullmatch(match["name"]):
        return False
    short = match["name"].isdigit() and len(match["name"]) < 3
    return not short if match["day"] else _TELLS_ONE.search(match["name"]) is not None


def _is_plain_post(path: str, query: str) -> bool:
    """Whether the front page is asked for an article by its number, and for nothing else."""
    return path in ("", "/") and _PLAIN_POST.fullmatch(query) is not None


def _is_numbered_path(path: str) -> bool:
    """Whether a path without a file ends in a number that shows one thing, and is no day."""
    match = _NUMBERED_PATH.fullmatch(path)
    if match is None or _ENDS_IN_DAY.fullmatch(path):
        return False
    return not (_GATHERS.search(match["what"]) or _SERVES_READERS.search(match["what"]))


def _shows_numbered(program: str, query: str) -> bool:
    """Whether a program, or one of its parameters, says that it shows what has this number."""
    parameters = parse_qsl(query)
    words = " ".join([program, *(value for _, value in parameters)])
    return (
        any(
            _ARTICLE_PARAMETER.fullmatch(name) and _ARTICLE_NUMBER.fullmatch(value)
            for name, value in parameters
        )
        and _SHOWS.search(words) is not None
        and _SHOWS_OTHERS.search(words) is None
    )


def is_page_of_paper(url: str, own: str) -> bool:
    """Whether an address is a page of the issue of a newspaper that ``own`` is of, too.

    The pages of a day's issue stand in one directory: ``/epaper/2025-03/19/node_2.htm``.

    >>> day = "https://m.euiu.cn/epaper/2025-03/19/"
    >>> is_page_of_paper(f"{day}node_2.htm", f"{day}node_1.htm")
    True
    """
    path = urlsplit(url).path
    of_day = _PAPER_PAGE.fullmatch(path) and _DATED_DIRECTORY.search(path)
    return bool(of_day) and directory_url(url) == directory_url(own)


def is_page_file(url: str) -> bool:
    """Whether an address names a file that is a page, by its suffix."""
    return _PAGE_FILE.search(urlsplit(url).path) is not None


def directory_url(url: str) -> str:
    """Directory of a listing page: ``…/szxw/index_2.shtml``, ``…/szxw/page/2/`` → ``…/szxw/``."""
    parts = urlsplit(url)
    path = _PAGE_DIRECTORY.sub("", parts.path)
    head, _, last = path.rpartition("/")
    directory = f"{head}/" if not last or _FILE.search(last) else f"{path}/"
    return urlunsplit((parts.scheme, parts.netloc, directory, "", ""))


def channel_url(url: str) -> str:
    """Where the channel of a listing page begins: its directory, or the first page of a number.

    >>> channel_url("https://m.euiu.cn/xwzx/szxw/index_2.shtml")
    'https://m.euiu.cn/xwzx/szxw/'
    >>> channel_url("https://m.euiu.cn/plus/list.php?tid=3&page=2")
    'https://m.euiu.cn/plus/list.php?tid=3'
    """
    return _numbered_listing(url) or directory_url(url)


def channel_path(url: str) -> str:
    """The same without host and outer slashes: ``xwzx/szxw``, ``plus/list.php?tid=3``.

    Empty for the front page.
    """
    _scheme, _, _host, path = channel_url(url).split("/", 3)
    return path.strip("/")


def listing_page_number(url: str) -> int | None:
    """The number by which the address of a listing's page tells it from others.

    ``index_2.shtml``, ``2.html``, ``page/2/``, ``?page=2`` → 2; 0 for a directory, an index file
    without a number, or where a number's listing begins; None when the address is of another form.
    """
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query):
        if _PAGE_PARAMETER.fullmatch(name) and value.isascii() and re.fullmatch(r"\d{1,4}", value):
            return int(value)
    if listing := _numbered_file(parts.path):
        return int(listing["page"] or 0)
    numbered = _PAGE_DIRECTORY.search(parts.path) or _NUMBERED_FILE.fullmatch(
        parts.path.rpartition("/")[2]
    )
    if numbered:
        return int(numbered[1])
    return 0 if is_listing_url(url) or is_numbered_listing_url(url) else None
