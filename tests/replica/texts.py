"""The articles of ``tests/texts``: reading them, and making any number of others out of them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

TEXTS = Path(__file__).resolve().parent.parent / "texts"

KEYS = frozenset(
    [
        "title",
        "subtitle",
        "date",
        "source",
        "original",
        "section",
        "channel",
        "also",
        "reporters",
        "editors",
        "image",
        "pages",
        "missing",
        "layout",
        "notice",
        "story",
        "relation",
    ]
)

PLACES = [
    "乌鲁木齐市",
    "伊宁市",
    "喀什市",
    "库尔勒市",
    "阿克苏市",
    "哈密市",
    "昌吉市",
    "石河子市",
    "克拉玛依市",
    "吐鲁番市",
    "和田市",
    "塔城市",
    "阿勒泰市",
    "博乐市",
    "阿图什市",
    "五家渠市",
]
"""Cities that may stand for each other in a made article."""

COUNTED = re.compile(
    r"\d+(?:\.\d+)?(?=%|％|万|亿|个|户|人|吨|公里|亩|家|元|辆|台|项|名|场|列|立方米)"
)
"""Numbers that may be any other number without making the sentence absurd."""


@dataclass(frozen=True)
class Picture:
    """A picture of an article."""

    name: str
    caption: str | None
    after: int
    """It stands after this many paragraphs."""


@dataclass(frozen=True)
class Content:
    """What an article says, before anything is done to it."""

    title: str
    paragraphs: tuple[str, ...]
    published: datetime
    """Beijing time, without a zone."""
    channel: str
    section: str = "xwzx"
    subtitle: str | None = None
    source: str | None = None
    original: bool = False
    also: tuple[str, ...] = ()
    """Paths (``xwzx/shxw``) of further channels that list it."""
    reporters: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    page_starts: tuple[int, ...] = ()
    """Numbers (from 1) of the paragraphs that open pages 2, 3, ..."""
    missing: tuple[int, ...] = ()
    """Numbers of the pages that the site does not have; 2 is the second page."""
    layout: str | None = None
    notice: bool = True
    story: str | None = None
    relation: str | None = None
    name: str = ""
    """File stem of the text it comes from."""

    def pages(self) -> list[range]:
        """The paragraphs (offsets from 0) of each page."""
        starts = [0, *(start - 1 for start in self.page_starts)]
        ends = [*starts[1:], len(self.paragraphs)]
        return [range(start, end) for start, end in zip(starts, ends, strict=True)]


def read_text(path: Path) -> Content:
    """Read one file of the format of tests/texts/README.md; ValueError names the line."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    fields: dict[str, str] = {}
    pictures = []
    for number, line in enumerate(head.splitlines(), 1):
        key, colon, value = line.partition(":")
        value = value.strip()
        if not colon or key not in KEYS:
            raise ValueError(f"{path}:{number}: {line!r} is no header; known are {sorted(KEYS)}")
        if key == "image":
            after, name, caption = (part.strip() for part in value.split("|", 2))
            pictures.append(Picture(name, caption or None, int(after)))
        else:
            fields[key] = value
    paragraphs = tuple(line.strip() for line in rest.splitlines() if line.strip())
    lacking = {"title", "date", "channel"} - fields.keys()
    if lacking or not paragraphs:
        raise ValueError(f"{path}: lacks {', '.join(sorted(lacking)) or 'paragraphs'}")
    return Content(
        title=fields["title"],
        paragraphs=paragraphs,
        published=datetime.strptime(fields["date"], "%Y-%m-%d %H:%M:%S"),
        channel=fields["channel"],
        section=fields.get("section", "xwzx"),
        subtitle=fields.get("subtitle"),
        source=fields.get("source"),
        original=fields.get("original") == "yes",
        also=tuple(fields.get("also", "").split()),
        reporters=tuple(fields.get("reporters", "").split()),
        editors=tuple(fields.get("editors", "").split()),
        pictures=tuple(pictures),
        page_starts=tuple(int(number) for number in fields.get("pages", "").split()),
        missing=tuple(int(number) for number in fields.get("missing", "").split()),
        layout=fields.get("layout"),
        notice=fields.get("notice") != "no",
        story=fields.get("story"),
        relation=fields.get("relation"),
        name=path.stem,
    )


@lru_cache(maxsize=1)
def load_texts() -> dict[str, Content]:
    """Every text by its file stem, newest first."""
    texts = [read_text(path) for path in sorted(TEXTS.glob("*.txt"))]
    texts.sort(key=lambda text: text.published, reverse=True)
    return {text.name: text for text in texts}


@dataclass
class Scribe:
    """Makes articles by putting paragraphs of several texts together, figures changed."""

    texts: list[Content] = field(default_factory=lambda: list(load_texts().values()))

    def __post_init__(self) -> None:
        self._openings = [
            text
            for text in self.texts
            if text.name != "seed" and text.layout is None and text.relation is None
        ]
        self._rest = sorted({p for text in self._openings for p in text.paragraphs[1:]})

    def write(self, seed: str, published: datetime, section: str, channel: str) -> Content:
        """An article that depends on nothing but the arguments and the texts."""
        rng = random.Random(seed)
        opening = rng.choice(self._openings)
        shift = rng.randrange(len(PLACES))
        length = min(rng.choice((1, 2, 3, 4, 5, 5, 6, 6, 7, 8, 9, 12)), len(self._rest))
        chosen = rng.sample(self._rest, length)

        def other(text: str) -> str:
            return _other_places(COUNTED.sub(lambda m: _other_number(rng, m[0]), text), shift)

        paragraphs = tuple(other(text) for text in (opening.paragraphs[0], *chosen))
        pictures = tuple(
            Picture(
                f"W0{published:%Y%m%d}{rng.randrange(10**12):012}." + rng.choice(("jpg", "png")),
                other(rng.choice(CAPTIONS)) if rng.random() < 0.7 else None,
                rng.randrange(0, len(paragraphs) + 1),
            )
            for _ in range(rng.choice((0, 0, 1, 1, 2, 3)))
        )
        return replace(
            opening,
            title=other(opening.title),
            subtitle=other(opening.subtitle) if opening.subtitle else None,
            paragraphs=paragraphs,
            published=published.replace(microsecond=0),
            section=section,
            channel=channel,
            also=(),
            pictures=tuple(sorted(pictures, key=lambda picture: picture.after)),
            page_starts=_page_starts(rng, len(paragraphs)),
            missing=(),
            story=None,
        )


CAPTIONS = (
    "图为活动现场。",
    "3月16日，乌鲁木齐市，工作人员正在检修设备。",
    "伊宁市街头的杏花（无人机照片）。",
    "喀什市，市民在广场上散步。记者刘翔摄",
    "项目建成后的效果图",
)


def _page_starts(rng: random.Random, length: int) -> tuple[int, ...]:
    if length < 8 or rng.random() < 0.7:
        return ()
    return tuple(range(rng.randrange(4, 6), length + 1, 4))


def _other_number(rng: random.Random, number: str) -> str:
    """Another number with as many digits."""
    digits = [rng.choice("123456789")]
    digits += [c if c == "." else rng.choice("123456789") for c in number[1:]]
    return "".join(digits)


_PLACE = re.compile("|".join(PLACES))
_PLACE_INDEX = {place: index for index, place in enumerate(PLACES)}


def _other_places(text: str, shift: int) -> str:
    return _PLACE.sub(lambda m: PLACES[(_PLACE_INDEX[m[0]] + shift) % len(PLACES)], text)
