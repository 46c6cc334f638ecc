"""Made records for tests of the store."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from tsnet.items import (
    Article,
    ArticlePages,
    FetchedPage,
    Image,
    Licence,
    Quality,
    Reject,
    Rights,
)
from tsnet.store.fingerprints import mark

START = datetime(2025, 3, 1, 8, 0, tzinfo=timezone.utc)
"""When the first record was fetched."""

SYLLABLES = (
    "乌鲁木齐新疆记者报道近日全区各地推进环境保护大气污染防治工作会议强调要坚持以人民为中心"
    "发展经济社会高质量农业水利交通能源教育医疗文化旅游项目建设投资企业市场服务群众春耕生产"
    "气象部门预计天气晴间多云最高温度路线开通列车货运口岸贸易增长数据显示同比提高百分点"
)


def text(seed: int, characters: int = 300) -> str:
    """A made body, in paragraphs: the same for the same seed, unlike that of any other."""
    source = random.Random(seed)
    lines = []
    while characters > 0:
        length = min(characters, source.randrange(60, 120))
        lines.append("".join(source.choices(SYLLABLES, k=length - 1)) + "。")
        characters -= length
    return "\n".join(lines)


def article(number: int = 1, **fields: Any) -> Article:
    """A whole record, ``number`` its document id; ``fields`` replace what they name."""
    day = START + timedelta(days=number % 20)
    path = f"/xwzx/szxw/{day:%Y%m}/t{day:%Y%m%d}_{number}.shtml"
    values: dict[str, Any] = {
        "id": f"t{day:%Y%m%d}_{number}",
        "url": f"https://m.euiu.cn{path}",
        "urls": [f"https://m.euiu.cn{path}"],
        "origin_url": f"https://www.ts.cn{path}",
        "section": "xwzx",
        "channel": "szxw",
        "channel_name": "时政",
        "title": f"全区第{number}次工作会议召开",
        "body": text(number),
        "published_at": day,
        "published_raw": f"{day:%Y-%m-%d %H:%M:%S}",
        "source": "天山网-新疆日报",
        "original": True,
        "reporters": ["刘翔"],
        "editors": ["刘芳"],
        "images": [Image(f"https://m.euiu.cn/xwzx/szxw/{day:%Y%m}/W{number}.jpeg", "会议现场")],
        "rights": Rights("未经授权禁止转载", "天山网", [Licence("ICP备案", "新ICP备1号")], []),
        "quality": Quality(annotations=12, repaired=2),
        "cleaning": {"notice": 40},
        "fetched_at": START,
        "etag": f'"{number}"',
        "last_modified": "Sat, 01 Mar 2025 08:00:00 GMT",
        "spider": "tianshan",
        "job": "test",
    }
    made = Article(**{**values, **fields})
    if not made.content_hash:
        mark(made)
    return made


def page(number: int = 1, **fields: Any) -> FetchedPage:
    """A page as received; its bytes differ by ``number``."""
    values: dict[str, Any] = {
        "url": article(number).url,
        "status": 200,
        "headers": {"content-type": "text/html", "set-cookie": "secret", "etag": "$where"},
        "body": f"<html><body><p>{text(number, 200)}</p></body></html>".encode("gb18030"),
        "fetched_at": START,
    }
    return FetchedPage(**{**values, **fields})


def pages(number: int, fetched: Sequence[FetchedPage] | None = None) -> ArticlePages:
    """The raw pages of ``article(number)``."""
    return ArticlePages(article(number).id, list(fetched) if fetched else [page(number)])


def reject(number: int = 1, **fields: Any) -> Reject:
    """A page that is no article."""
    values: dict[str, Any] = {
        "url": f"https://m.euiu.cn/x{number}.shtml",
        "reason": "no_title",
        "detail": "no line stands twice",
        "rejected_at": START,
        "page": page(number),
    }
    return Reject(**{**values, **fields})
