"""A made archive for the tests of the reading room: ordinary articles, and one of each odd kind."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import datetime, timedelta, timezone
from typing import Any

from pymongo.database import Database

from tests.replica.texts import Content, Scribe, load_texts
from tsnet.items import UNSTORED, Article, Image, Licence, Quality, Rights
from tsnet.store.documents import SCHEMA_VERSION
from tsnet.text.beijing import BEIJING

CHANNELS = {"szxw": "时政", "jjxw": "经济", "shxw": "社会", "whxw": "文化"}
ORDINARY = 90
"""Ordinary articles, one every few days back from the newest."""

SEED = "t20250319_26400001"
"""The article of the seed: revised once, two characters lost and one elsewhere on its page."""
WIRE = "t20250306_26380001"
"""A wire story; REPRINT has its text again."""
REPRINT = "t20250307_26380002"
INCOMPLETE = "t20241022_26390001"
HOSTILE = "t20231111_25400666"
TABLE = "路段\t里程\n乌鲁木齐段\t12公里"
"""The end of INCOMPLETE: a table of two rows."""

NOTICE = (
    "(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像,违者将依法追究法律责任。)"
)
LICENCES = [
    Licence("互联网新闻信息服务许可证", "65120170002"),
    Licence("增值电信业务许可证", "新B2-20050008"),
    Licence("公网安备", "65010202000013"),
    Licence("ICP备案", "新ICP备11000096"),
]

SCRIPT = "<script>document.title='owned'</script>"
"""Markup that must never become any."""


def fill(database: Database[dict[str, Any]]) -> None:
    """Put every article into a prepared database."""
    articles, revisions = make()
    database.articles.insert_many(articles)
    database.revisions.insert_many(revisions)


def make() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The documents of ``articles`` and of ``revisions``."""
    texts = load_texts()
    articles = [_document(SEED, texts["seed"]), *_ordinary()]
    seed = articles[0]
    seed["body"] = (
        seed["body"]
        .replace("3月18日,", "\ufffd月18日,", 1)
        .replace("两会精神,", "两会精神\ufffd", 1)
    )
    seed["body_lost"] = [i for i, c in enumerate(seed["body"]) if c == "\ufffd"]
    seed["quality"].update(annotations=612, repaired=41, lost=3, guessed=3)
    seed["revision"] = 3
    revisions = [_revision(seed, *state) for state in enumerate(_earlier(seed), 1)]

    wire = _document(WIRE, texts["wire-silk-road"])
    reprint = _document(REPRINT, texts["wire-silk-road-reprint"], cluster=WIRE)
    articles += [wire, reprint]
    if reprint["body"] == wire["body"]:
        reprint["duplicate_of"] = WIRE
    wire["cluster"] = WIRE

    incomplete = _document(INCOMPLETE, texts["highway-opening"])
    incomplete.update(complete=False, pages=2, body=f"{incomplete['body']}\n{TABLE}")
    articles.append(incomplete)
    articles.append(_hostile())
    return articles, revisions


def _ordinary() -> list[dict[str, Any]]:
    scribe = Scribe()
    published = datetime(2025, 3, 18, 9, 30)
    made = []
    for number in range(ORDINARY):
        published -= timedelta(
            days=(1, 2, 5, 3, 11, 2, 1, 9, 1, 1, 17, 2, 4)[number % 13], minutes=37
        )
        channel = list(CHANNELS)[number % len(CHANNELS)]
        content = scribe.write(f"reading-{number}", published, "xwzx", channel)
        made.append(_document(f"t{published:%Y%m%d}_{26300000 + number}", content))
    return made


def _document(id: str, content: Content, *, cluster: str | None = None) -> dict[str, Any]:
    """The stored form of an article that says ``content``."""
    published = content.published.replace(tzinfo=BEIJING).astimezone(timezone.utc)
    path = f"/{content.section}/{content.channel}/{id[1:7]}/{id}.shtml"
    body = "\n".join(content.paragraphs)
    article = Article(
        id=id,
        url=f"https://m.euiu.cn{path}",
        urls=[f"https://m.euiu.cn{path}", f"https://www.euiu.cn{path}"],
        origin_url=f"https://www.ts.cn{path}",
        section=content.section,
        channel=content.channel,
        channel_name=CHANNELS.get(content.channel),
        title=content.title,
        subtitle=content.subtitle,
        body=body,
        published_at=published,
        published_raw=f"{content.published:%Y-%m-%d %H:%M:%S}",
        source=content.source,
        original=content.original,
        reporters=list(content.reporters),
        editors=list(content.editors),
        images=[
            Image(f"https://m.euiu.cn{path.rpartition('/')[0]}/{picture.name}", picture.caption)
            for picture in content.pictures
        ],
        rights=Rights(NOTICE, "天山网", list(LICENCES), ["0991-3532125"]),
        pages=len(content.pages()),
        quality=Quality(annotations=len(body) // 6, repaired=len(body) // 90),
        fetched_at=published + timedelta(hours=5),
        spider="tianshan",
        content_hash=hashlib.sha256(body.encode()).hexdigest(),
    )
    document = dataclasses.asdict(article)
    for name in UNSTORED:
        del document[name]
    document["_id"] = document.pop("id")
    document.update(
        first_seen_at=article.fetched_at,
        last_seen_at=published + timedelta(days=2),
        revision=1,
        duplicate_of=None,
        cluster=cluster or id,
        schema_version=SCHEMA_VERSION,
    )
    return document


def _earlier(current: dict[str, Any]) -> list[dict[str, Any]]:
    """The two states before the current one, first to last."""
    second = {**current, "revision": 2, "body": current["body"].replace("高度重视", "重视", 1)}
    first = {
        **second,
        "revision": 1,
        "title": current["title"].replace("召开", "举行"),
        "body": second["body"].replace("伊宁市召开", "乌鲁木齐市举行", 1),
        "published_at": current["published_at"] - timedelta(minutes=8),
        "images": [{"url": "https://m.euiu.cn/xwzx/W1.jpeg?x", "caption": "会场"}],
    }
    return [first, second]


def _revision(current: dict[str, Any], number: int, state: dict[str, Any]) -> dict[str, Any]:
    return {
        "_id": f"{current['_id']}:{number}",
        "article": current["_id"],
        "revision": number,
        "document": {key: value for key, value in state.items() if key != "schema_version"},
        "changed": ["body"],
        "fetched_at": state["fetched_at"],
        "replaced_at": current["published_at"] + timedelta(hours=6 * number),
        "schema_version": SCHEMA_VERSION,
    }


def _hostile() -> dict[str, Any]:
    """A record in which every text is markup and every address a script."""
    content = dataclasses.replace(
        load_texts()["seed"],
        title=f"恶意标题{SCRIPT}<img src=x onerror=alert(1)>",
        subtitle=f"副题\"'><svg onload=alert(2)>{SCRIPT}",
        paragraphs=(
            f"恶意正文{SCRIPT}与</p></article><iframe src=javascript:alert(3)></iframe>",
            "{{ 7*7 }} {% raw %} <a href='javascript:alert(4)'>点这里</a>",
            f"\u202e倒写\u0000{SCRIPT * 3}",
        ),
        published=datetime(2023, 11, 11, 8, 0),
        source=f"来源{SCRIPT}",
        reporters=(f'记者"><b>{SCRIPT}',),
        editors=("</title>编辑",),
        channel="bad",
    )
    hostile = _document(HOSTILE, content)
    hostile["channel_name"] = f"频道{SCRIPT}"
    hostile["url"] = "javascript:document.title='owned'"
    hostile["origin_url"] = "data:text/html,<script>alert(5)</script>"
    hostile["urls"] = [hostile["url"], "java\nscript:alert(6)", "//elsewhere.example/x", "http:///"]
    hostile["images"] = [{"url": "javascript:alert(7)", "caption": f"图{SCRIPT}"}]
    hostile["rights"]["notice"] = f"版权{SCRIPT}"
    hostile["rights"]["licences"] = [{"kind": SCRIPT, "number": SCRIPT}]
    return hostile
