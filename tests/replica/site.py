"""The replica as a function: a path in, an answer out; and the changes it may undergo.

No I/O here. The server process and the test process each hold one `Site` made from the same
options and changed alike, so that the truth need not be sent from one to the other.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

from tests.replica.answer import Answer
from tests.replica.chrome import breadcrumbs, navigation, related
from tests.replica.faults import FAULTS, Situation
from tests.replica.interference import disturb
from tests.replica.layouts import BROKEN_LAYOUTS, LAYOUTS
from tests.replica.listings import (
    FOREIGN_HOSTS,
    PAGER_SCRIPT,
    Item,
    front_page,
    listing_items,
    listing_page,
    pager,
)
from tests.replica.loadmore import GROWING, ITEMS
from tests.replica.mirror_damage import Mirror
from tests.replica.options import Options
from tests.replica.pages import (
    blocks_of,
    chrome_for,
    pictures_shown,
    render,
    shown_date,
    wrap,
)
from tests.replica.plan import CHANNELS, Channel, Entry, make_entries, make_entry
from tests.replica.texts import Content, Picture, Scribe, load_texts
from tests.replica.truth import BEIJING, NOTICE, Truth, to_utc

ARTICLE_PATH = re.compile(r"/(\w+)/(\w+)/(\d{6})/(t\d{8}_(\d+?))(?:_(\d+))?\.shtml")
LISTING_PATH = re.compile(r"/(\w+)/(\w+)/(?:index(?:_(\d+))?\.shtml)?")
SECTION_PATH = re.compile(r"/(\w+)/(?:index\.shtml)?")
MORE_PATH = re.compile(r"/xwzx/(\w+)/more_(\d+)\.(json|html)")

ROBOTS = "User-agent: *\nDisallow: /search/\nDisallow: /xwzx/jzfw/\nDisallow: /pop/\n"

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "606060000000050001a5f645400000000049454e44ae426082"
)
"""A PNG of one transparent pixel."""

FAULT_CHANNEL = Channel("xwzx", "gzbd", "故障", "script", "list")
FORBIDDEN = "jzfw"
"""Code of the channel that robots.txt forbids."""
FAULT_DAY = datetime(2025, 2, 1, 8, 0, 0)
ENDLESS_FIRST = 80_000_000
"""Document ids from here on are the articles of the endless channel."""

DEMO_FAULTS = ("soft_404", "no_date", "empty", "no_body", "future")

HOSTILE = Content(
    title="<script>alert(1)</script>\"'><b>关于</b>安全的&lt;标题&gt; {{7*7}} ${7*7} ../../passwd",
    subtitle="<img src=x onerror=alert(1)> javascript:alert(1)",
    paragraphs=(
        "天山网讯 <script>document.cookie</script> 本文各处都写有脚本和标记，用来检验程序。",
        '\'; DROP TABLE articles; -- {"$where": "sleep(1000)"} =cmd|\' /C calc\'!A0 <!-- 注释 -->',
        "]]> </body></html> <style>*{}</style> &amp;lt;b&amp;gt; \u202e从右到左\u202c 结束。",
    ),
    published=FAULT_DAY,
    channel=FAULT_CHANNEL.code,
    source="<a href='javascript:alert(2)'>天山网</a>",
    original=True,
    editors=("<b>刘芳</b>",),
    name="hostile",
)


class Site:
    """A whole site, made from options."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.base = "http://127.0.0.1"
        self.foreign = "http://127.0.0.2"
        self.scribe = Scribe()
        self.mirror = Mirror(options)
        self.entries: dict[str, Entry] = {}
        self.channels: dict[str, Channel] = {c.path: c for c in CHANNELS[: options.channels]}
        self.fixed_faults: dict[str, str] = {}
        self.faults: dict[str, tuple[str, int | None]] = {}
        self.asked: Counter[str] = Counter()
        self.dress = 0
        self.layout: str | None = None
        self._contents: OrderedDict[str, Content] = OrderedDict()
        self._listed: dict[str, list[str]] | None = None
        for entry in make_entries(options, self.scribe):
            self.entries[entry.id] = entry
        if options.faults:
            self._add_faults(list(FAULTS), FAULT_CHANNEL)
            self._add_hostile()
            self.channels[FAULT_CHANNEL.path] = FAULT_CHANNEL
        elif options.demo:
            self._add_faults(list(DEMO_FAULTS), self.channels["xwzx/szxw"])
        if options.browser or options.demo:
            self._add_growing(("gdjson",) if options.demo else tuple(GROWING))

    # ---- what there is -------------------------------------------------------------------------

    def content(self, entry: Entry) -> Content:
        """What the entry says."""
        if entry.given is not None:
            return entry.given
        found = self._contents.get(entry.id)
        if found is None:
            found = self.scribe.write(
                entry.recipe or entry.id, entry.published, entry.section, entry.channel
            )
            found = replace(found, also=entry.also)
            self._contents[entry.id] = found
            if len(self._contents) > 4000:
                self._contents.popitem(last=False)
        return found

    def listed(self, channel: str) -> list[str]:
        """Ids of the articles that the channel's listing shows, newest first."""
        if self._listed is None:
            self._listed = {path: [] for path in self.channels}
            order = sorted(
                self.entries.values(),
                key=lambda e: (e.listed_from or e.published, e.document),
                reverse=True,
            )
            for entry in order:
                if entry.in_channels:
                    for path in entry.channels:
                        self._listed.setdefault(path, []).append(entry.id)
        return self._listed.get(channel, [])

    def truth(self, ident: str) -> Truth:
        """What is right for an article; KeyError if the site has none of that id."""
        entry = self.entries[ident]
        content = self.content(entry)
        spans = content.pages()
        present = [n for n in range(len(spans)) if n + 1 not in content.missing]
        shown = [b for n in present for b in blocks_of(content, n) if isinstance(b, str)]
        seconds = content.published.second if entry.date_form == "new" else 0
        directory = self.base + entry.path().rpartition("/")[0]
        fault = self.fixed_faults.get(entry.path())
        published = content.published
        return Truth(
            id=ident,
            url=self.base + entry.path(),
            page_urls=[self.base + entry.path(n) for n in range(len(spans))],
            origin_url="https://www.ts.cn" + entry.path(),
            section=entry.section,
            channel=entry.channel,
            channels=list(entry.channels),
            title=content.title,
            subtitle=content.subtitle,
            paragraphs=shown,
            published_at=to_utc(published.replace(second=seconds)),
            published_raw=shown_date(entry, content),
            source=content.source,
            original=content.original and content.source is not None,
            reporters=list(content.reporters),
            editors=list(content.editors),
            images=[(f"{directory}/{p.name}", p.caption) for p in pictures_shown(content, present)],
            notice=NOTICE if content.notice else None,
            pages=len(present),
            complete=not content.missing,
            layout=self.layout or entry.layout,
            encoding=entry.encoding,
            fault=fault,
            expect=self._expected(entry, fault),
            name=content.name if entry.recipe is None else "",
            story=content.story if entry.recipe is None else None,
            relation=content.relation if entry.recipe is None else None,
        )

    def _expected(self, entry: Entry, fault: str | None) -> str:
        if entry.channel == FORBIDDEN:
            return "reject:robots_forbidden"
        return FAULTS[fault].expect if fault is not None else "record"

    # ---- requests ------------------------------------------------------------------------------

    def answer(self, target: str, host: str) -> Answer:
        """What a GET of this path (with its query) gets."""
        path, _, query = target.partition("?")
        name, times = self.faults.get(path, (self.fixed_faults.get(path), None))
        asked = self.asked[path]
        if name is not None:
            self.asked[path] += 1
            if times is None or asked < times:
                sound = self._sound(path, query, host)
                return FAULTS[name].answer(Situation(sound, target, host, self.foreign, asked))
        return self._sound(path, query, host)

    def cacheable(self, path: str) -> bool:
        """Whether the answer to this path stays the same until the next change."""
        return path not in self.faults and path not in self.fixed_faults

    def _sound(self, path: str, query: str, host: str) -> Answer:
        if path == "/" or path == "/index.shtml":
            return self._marked(self._front(host), path)
        if path == "/robots.txt":
            return Answer(200, {"Content-Type": "text/plain"}, ROBOTS.encode())
        if path == "/js/page.js":
            return Answer(200, {"Content-Type": "text/javascript"}, PAGER_SCRIPT.encode())
        if match := ARTICLE_PATH.fullmatch(path):
            return self._article(path, match[4], int(match[6] or 0))
        if match := SECTION_PATH.fullmatch(path):
            return self._marked(self._section(match[1]), path)
        if match := MORE_PATH.fullmatch(path):
            return self._more(match[1], int(match[2]), match[3])
        if match := LISTING_PATH.fullmatch(path):
            number = int(match[3] or 0)
            if match[3] == "0":
                return not_found()
            return self._marked(self._listing(f"{match[1]}/{match[2]}", number, host), path)
        if re.search(r"\.(png|jpe?g|gif)$", path):
            return Answer(200, {"Content-Type": "image/png"}, PIXEL)
        if path.endswith((".css", ".js")):
            return Answer(200, {"Content-Type": "text/css"}, b"body{margin:0}\n")
        if path == "/pop/up.html":
            return Answer.html("<title>pop</title><script>alert('pop')</script>")
        return not_found()

    def _article(self, path: str, ident: str, page: int) -> Answer:
        entry = self.entries.get(ident) or self._endless_entry(ident)
        if entry is None or entry.path(page) != path:
            return not_found()
        content = self.content(entry)
        if page >= len(content.pages()) or page + 1 in content.missing:
            return not_found()
        answer = wrap(entry, self._render(entry, content, page))
        answer.etag = f'"{hashlib.sha1(answer.body).hexdigest()[:20]}"'
        changed = content.published + timedelta(days=entry.edits)
        stamp = changed.replace(tzinfo=BEIJING).astimezone(timezone.utc)
        answer.last_modified = format_datetime(stamp, usegmt=True)
        return answer

    def _render(self, entry: Entry, content: Content, page: int) -> bytes:
        rng = random.Random(f"{self.options.seed}:{entry.document}:chrome")
        path = f"{entry.section}/{entry.channel}"
        channel = self.channels.get(path) or CHANNELS[0]
        chrome = chrome_for(
            self._navigation(rng),
            breadcrumbs(entry.section, entry.channel, channel.name),
            related(self._related(entry, rng), rng),
            rng,
        )
        # A page whose fault changes its text is made so that the change finds its place.
        plain = self.fixed_faults.get(entry.path()) is not None
        return render(
            entry,
            content,
            page,
            self.options,
            self.mirror,
            chrome,
            dress=self.dress,
            layout="paragraphs" if plain else self.layout,
            sound=not plain,
        )

    def _navigation(self, rng: random.Random) -> str:
        shown = [(c.path, c.name) for c in self.channels.values() if c.in_navigation]
        return navigation(shown, rng)

    def _related(self, entry: Entry, rng: random.Random) -> list[tuple[str, str, str]]:
        """Headlines that no listing has, at addresses of a year that no article has."""
        rows = []
        for _ in range(rng.choice((0, 3, 5))):
            text = rng.choice(self.scribe.texts)
            host = rng.choice(("", "http://www.ts.cn"))
            document = rng.randrange(10**6, 10**7)
            day = datetime(2017, rng.randrange(1, 13), rng.randrange(1, 28))
            rows.append(
                (
                    f"{host}/xwzx/{entry.channel}/{day:%Y%m}/t{day:%Y%m%d}_{document}.shtml",
                    text.title,
                    f"{day:%Y-%m-%d}",
                )
            )
        return rows

    # ---- listings ------------------------------------------------------------------------------

    def _items(self, idents: list[str]) -> list[Item]:
        items = []
        for ident in idents:
            entry = self.entries[ident]
            content = self.content(entry)
            picture = content.pictures[0].name if content.pictures else None
            items.append(Item(entry.path(), content.title, entry.published, picture))
        return items

    def _listing(self, path: str, number: int, host: str) -> Answer | None:
        code = path.partition("/")[2]
        if path not in self.channels:
            return None
        channel = self.channels[path]
        rng = random.Random(f"{self.options.seed}:{path}:{number}")
        if code in GROWING:
            return self._growing(channel, number, host, rng) if number == 0 else None
        idents = self.listed(path)
        size = self.options.page_size
        pages = max(1, -(-len(idents) // size))
        endless = code == "endless"
        if number >= pages and not endless:
            return None
        start = 0 if endless else number * size
        items = listing_items(
            self._items(idents[start : start + size]),
            channel,
            host,
            self.options.listing_forms,
            rng,
        )
        turn = pager(channel.pager, 99_999 if endless else pages, number)
        if code == "selfish":
            turn = f'<a class="next" href="/{path}/index.shtml">下一页</a>'
        return Answer.html(
            listing_page(channel, channel.name, items, turn, self._navigation(rng), self._beside())
        )

    def _beside(self) -> str:
        """A box that leads to the channels that the navigation leaves out."""
        links = " ".join(
            f'<a href="../../{c.path}/">{c.name}</a>'
            for c in self.channels.values()
            if not c.in_navigation
        )
        return f'<div class="side"><h4>更多频道</h4>{links}</div>' if links else ""

    def _front(self, host: str) -> Answer:
        rng = random.Random(f"{self.options.seed}:front")
        blocks = []
        for channel in self.channels.values():
            if channel.in_navigation:
                href = rng.choice(
                    (f"./{channel.path}/", f"/{channel.path}/", f"http://{host}/{channel.path}/")
                )
                items = listing_items(
                    self._items(self.listed(channel.path)[:4]),
                    replace(channel, items="list"),
                    host,
                    "plain" if channel.code in GROWING else self.options.listing_forms,
                    rng,
                    at="",
                )
                blocks.append((channel, href, items))
        extra = (
            '<ul><li><a href="http://www.news.example/2025/0319/c1-40442.html">全国新闻</a></li>'
            f'<li><a href="{FOREIGN_HOSTS[0]}/xwzx/">旧版</a></li></ul>'
        )
        return Answer.html(front_page(self._navigation(rng), blocks, extra))

    def _section(self, section: str) -> Answer | None:
        """The page of a whole section: its channels, no articles."""
        links = [
            f'<li><a href="./{c.code}/">{c.name}</a></li>'
            for c in self.channels.values()
            if c.section == section and c.in_navigation
        ]
        if not links:
            return None
        rng = random.Random(f"{self.options.seed}:{section}")
        extra = f"<ul>{''.join(links)}</ul>"
        return Answer.html(front_page(self._navigation(rng), [], extra))

    def _marked(self, answer: Answer | None, path: str) -> Answer:
        """A listing with its charset, interference and damage."""
        if answer is None:
            return not_found()
        page = answer.body.decode()
        rng = random.Random(f"{self.options.seed}:{self.dress}:{path}:i")
        charset = "gbk" if path.startswith("/xwzx/jjxw/") else "utf-8"
        if self.options.damage and self.options.interference:
            page = disturb(page, rng)
        page = self.mirror.damage(page, self.dress, path, seed_set=False)
        page = page.replace("@charset@", charset).replace("@foreign@", self.foreign)
        codec = "gb18030" if charset == "gbk" else "utf-8"
        made = Answer.html(page.encode(codec, errors="xmlcharrefreplace"))
        made.etag = f'"{hashlib.sha1(made.body).hexdigest()[:20]}"'
        return made

    # ---- listings that grow --------------------------------------------------------------------

    def _add_growing(self, codes: tuple[str, ...]) -> None:
        newest = datetime.strptime(self.options.newest, "%Y-%m-%d %H:%M:%S")
        taken = {entry.document for entry in self.entries.values()}
        for code in codes:
            growing = GROWING[code]
            channel = Channel("xwzx", code, growing.name, "more", "list")
            self.channels[channel.path] = channel
            for number in range(growing.articles):
                moment = newest - timedelta(hours=5 * number + 1, seconds=len(code))
                stub = Content("", (), moment, code)
                entry = make_entry(
                    stub, self.options, taken, recipe=f"{self.options.seed}:{code}:{number}"
                )
                self.entries[entry.id] = entry

    def _growing_ids(self, code: str, number: int) -> tuple[list[str], bool]:
        """Ids that the click with this number brings (0: what the page has), and if more follow."""
        if code == "gdendless":
            first = ENDLESS_FIRST + number * ITEMS
            made = [self._endless_ident(n) for n in range(first, first + ITEMS)]
            return made, True
        idents = self.listed(f"xwzx/{code}")
        return idents[number * ITEMS : (number + 1) * ITEMS], len(idents) > (number + 1) * ITEMS

    def _endless_ident(self, document: int) -> str:
        newest = datetime.strptime(self.options.newest, "%Y-%m-%d %H:%M:%S")
        moment = newest - timedelta(hours=document - ENDLESS_FIRST)
        ident = f"t{moment:%Y%m%d}_{document}"
        if ident not in self.entries:
            stub = Content("", (), moment, "gdendless")
            entry = make_entry(stub, self.options, set(), document, recipe=f"endless:{document}")
            entry.in_channels = False
            self.entries[ident] = entry
        return ident

    def _endless_entry(self, ident: str) -> Entry | None:
        document = int(ident.partition("_")[2])
        if document < ENDLESS_FIRST or document > ENDLESS_FIRST + 10**6:
            return None
        if "xwzx/gdendless" not in self.channels:
            return None
        return self.entries.get(self._endless_ident(document))

    def _growing(self, channel: Channel, number: int, host: str, rng: random.Random) -> Answer:
        growing = GROWING[channel.code]
        idents, _ = self._growing_ids(channel.code, 0)
        if channel.code == "gdhidden":
            idents = []
        items = listing_items(self._items(idents), channel, host, "plain", rng)
        page = listing_page(
            channel,
            channel.name,
            items,
            growing.button,
            self._navigation(rng) if channel.code != "gdhidden" else "",
            "",
            f"<script>{growing.script}</script>",
        )
        return Answer.html(page.replace('<ul class="list">', '<ul class="list" id="list">'))

    def _more(self, code: str, number: int, kind: str) -> Answer:
        if code not in GROWING or f"xwzx/{code}" not in self.channels:
            return not_found()
        idents, more = self._growing_ids(code, number)
        if not idents:
            return not_found()
        items = self._items(idents)
        if kind == "html":
            html = "\n".join(
                f'<li><a href="{i.path}">{i.title}</a><span>{i.published:%Y-%m-%d}</span></li>'
                for i in items
            )
            return Answer(200, {"Content-Type": "text/html; charset=utf-8"}, html.encode())
        rows = [{"url": i.path, "title": i.title, "date": f"{i.published:%Y-%m-%d}"} for i in items]
        body = json.dumps({"items": rows, "more": more}).encode()
        return Answer(200, {"Content-Type": "application/json"}, body)

    # ---- faults --------------------------------------------------------------------------------

    def _add_faults(self, names: list[str], channel: Channel) -> None:
        start = FAULT_DAY if channel is FAULT_CHANNEL else datetime(2025, 3, 18, 8)
        taken = {entry.document for entry in self.entries.values()}
        for number, name in enumerate(names):
            moment = start + timedelta(minutes=20 * number)
            content = replace(
                load_texts()["museum-night"],
                title=f"故障检验第{number + 1}号：{name}",
                subtitle=None,
                published=moment,
                channel=channel.code,
                name=name,
            )
            entry = make_entry(content, self.options, taken, 99_000_001 + number)
            entry.encoding, entry.date_form, entry.layout = "utf-8", "new", "paragraphs"
            self.entries[entry.id] = entry
            self.fixed_faults[entry.path()] = name

    def _add_hostile(self) -> None:
        entry = make_entry(HOSTILE, self.options, set(), 99_000_900)
        entry.encoding, entry.date_form, entry.layout = "utf-8", "new", "paragraphs"
        self.entries[entry.id] = entry
        forbidden = replace(
            load_texts()["museum-night"],
            title="机器人不得抓取的文章",
            published=FAULT_DAY,
            channel=FORBIDDEN,
            also=(FAULT_CHANNEL.path,),
            name="robots",
        )
        entry = make_entry(forbidden, self.options, set(), 99_000_901)
        self.entries[entry.id] = entry
        traps = (("selfish", "自链", "link"), ("endless", "无尽", "both"))
        for number, (code, name, kind) in enumerate(traps):
            channel = Channel("xwzx", code, name, kind, "list")
            self.channels[channel.path] = channel
            text = replace(load_texts()["spring-ploughing"], channel=code, also=(), name=code)
            entry = make_entry(text, self.options, set(), 99_000_910 + number)
            self.entries[entry.id] = entry

    # ---- changes -------------------------------------------------------------------------------

    def apply(self, change: Mapping[str, Any]) -> str:
        """Make one change, given as JSON values (README.md); the id it concerns, or empty.

        ValueError for a change that is not known.
        """
        arguments = dict(change)
        name = arguments.pop("change")
        method = getattr(self, f"change_{name}", None)
        if method is None:
            raise ValueError(f"no change is called {name!r}")
        self._listed = None
        return method(**arguments) or ""

    def change_add(
        self,
        *,
        recipe: str = "added",
        text: str | None = None,
        channel: str = "xwzx/szxw",
        published: str | None = None,
        on_top: bool = False,
        document: int | None = None,
        **fields: Any,
    ) -> str:
        """Publish an article: a text by name or a made one, at a Beijing time."""
        section, code = channel.split("/")
        newest = max(entry.published for entry in self.entries.values() if entry.in_channels)
        moment = newest + timedelta(minutes=7)
        if published is not None:
            moment = datetime.strptime(published, "%Y-%m-%d %H:%M:%S")
        if text is not None:
            content = load_texts()[text]
        else:
            content = self.scribe.write(recipe, moment, section, code)
        content = replace(
            content, published=moment, section=section, channel=code, also=(), **_tuples(fields)
        )
        taken = {entry.document for entry in self.entries.values()}
        entry = make_entry(content, self.options, taken, document)
        entry.listed_from = newest + timedelta(minutes=1) if on_top else None
        self.entries[entry.id] = entry
        return entry.id

    def change_edit(self, *, id: str, published: str | None = None, **fields: Any) -> str:
        """Correct an article: any field of `Content`; its address stays."""
        entry = self.entries[id]
        changes = _tuples(fields)
        if published is not None:
            changes["published"] = datetime.strptime(published, "%Y-%m-%d %H:%M:%S")
        entry.given = replace(self.content(entry), **changes)
        entry.edits += 1
        self._contents.pop(id, None)
        return id

    def change_remove(self, *, id: str) -> str:
        """Take an article off the site: its pages are 404, no listing has it."""
        del self.entries[id]
        return id

    def change_list_also(self, *, id: str, channel: str) -> str:
        """List an article in one more channel."""
        entry = self.entries[id]
        entry.also = (*entry.also, channel)
        return id

    def change_layout(self, *, layout: str | None) -> None:
        """Lay all pages out anew; None goes back to each page's own layout."""
        if layout is not None and layout not in LAYOUTS and layout not in BROKEN_LAYOUTS:
            raise ValueError(f"no layout is called {layout!r}")
        self.layout = layout

    def change_dress(self, *, dress: int) -> None:
        """Other annotated sets, other interference: same articles, other bytes."""
        self.dress = dress

    def change_fault(self, *, path: str, fault: str | None, times: int | None = None) -> None:
        """Give a path a fault, for so many requests or until None takes it away."""
        if fault is None:
            self.faults.pop(path, None)
            self.fixed_faults.pop(path, None)
        elif fault not in FAULTS:
            raise ValueError(f"fault {fault!r} is none of {', '.join(FAULTS)}")
        else:
            self.faults[path] = (fault, times)
            self.asked[path] = 0


def not_found() -> Answer:
    """The honest kind."""
    return Answer.html("<html><head><title>404</title></head><body>404</body></html>", 404)


def _tuples(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Lists of JSON as the tuples that `Content` has."""
    changed = {k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()}
    if "pictures" in changed:
        changed["pictures"] = tuple(Picture(*p) for p in changed["pictures"])
    return changed


class TruthMap(Mapping[str, Truth]):
    """The truth of every article that can be found, made when asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __getitem__(self, ident: str) -> Truth:
        return self._site.truth(ident)

    def __iter__(self) -> Iterator[str]:
        return iter(self._site.entries)

    def __len__(self) -> int:
        return len(self._site.entries)
