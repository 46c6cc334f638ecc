"""Which channels and articles a replica has: addresses, dates, layouts, encodings."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tests.replica.layouts import COMMON
from tests.replica.options import ENCODINGS, Options
from tests.replica.texts import Content, Scribe, load_texts

SEED_DOCUMENT = 27577420
"""Document id given to the seed article, whose own address is not known."""


@dataclass(frozen=True)
class Channel:
    """A channel and how its listings are made."""

    section: str
    code: str
    name: str
    pager: str
    """``script``: createPageHTML; ``link``: 下一页; ``both``; ``more``: a load-more button."""
    items: str
    """Layout of its items: ``list``, ``table``, ``cards``, ``short`` (titles cut off)."""
    in_navigation: bool = True
    """False: only other listings lead to it."""

    @property
    def path(self) -> str:
        """``xwzx/szxw``."""
        return f"{self.section}/{self.code}"


CHANNELS = (
    Channel("xwzx", "szxw", "时政", "both", "list"),
    Channel("xwzx", "jjxw", "经济", "script", "table"),
    Channel("xwzx", "shxw", "社会", "link", "cards"),
    Channel("xwzx", "whxw", "文化", "script", "short"),
    Channel("xwzx", "dzxw", "地州", "link", "list"),
    Channel("lyzx", "lyxw", "旅游", "both", "cards", in_navigation=False),
)


@dataclass
class Entry:
    """An article as the site has it: its address, and how its pages are made."""

    id: str
    document: int
    section: str
    channel: str
    also: tuple[str, ...]
    published: datetime
    """Beijing time."""
    layout: str
    encoding: str
    date_form: str
    """``new`` (seconds), ``old`` (年月日), ``minute``."""
    recipe: str | None = None
    """Seed of a made article; None for one whose content is given."""
    given: Content | None = None
    fault: str | None = None
    listed_from: datetime | None = None
    """Place in the listings, where it is not that of its date."""
    edits: int = 0
    """How often it was changed since the site was made."""
    in_channels: bool = True

    @property
    def channels(self) -> tuple[str, ...]:
        """Paths of the channels that list it, its own first."""
        return (f"{self.section}/{self.channel}", *self.also)

    def path(self, page: int = 0) -> str:
        """``/xwzx/szxw/202503/t20250319_27577420.shtml``, page counted from 0."""
        suffix = f"_{page}" if page else ""
        return f"/{self.section}/{self.channel}/{self.published:%Y%m}/{self.id}{suffix}.shtml"


def document_id(published: datetime) -> int:
    """Document ids grow with time, as a CMS gives them out."""
    return 20_000_000 + int((published - datetime(2018, 1, 1)).total_seconds() // 30)


def make_entry(
    content: Content,
    options: Options,
    taken: set[int],
    document: int | None = None,
    recipe: str | None = None,
) -> Entry:
    """An entry with a free document id; layout, encoding and date form drawn by that id."""
    if document is None:
        document = document_id(content.published)
        while document in taken or document == SEED_DOCUMENT:
            document += 1
    taken.add(document)
    rng = random.Random(f"{options.seed}:{document}")
    layouts = [name for name in options.layouts.split(",") if name] or list(COMMON)
    encodings = [name for name in options.encodings.split(",") if name] or list(ENCODINGS)
    layout = content.layout or rng.choice(layouts)
    seed = content.name == "seed" and recipe is None
    if seed and not options.layouts:
        layout = "paragraphs"
    if seed:
        date_form = "new"
    elif content.published.year < 2021 or layout in ("tables", "upper_case"):
        date_form = "old"
    else:
        date_form = rng.choice(("new", "new", "new", "minute", "old"))
    return Entry(
        id=f"t{content.published:%Y%m%d}_{document}",
        document=document,
        section=content.section,
        channel=content.channel,
        also=content.also,
        published=content.published,
        layout=layout,
        encoding=rng.choice(encodings),
        date_form=date_form,
        recipe=recipe,
        given=None if recipe else content,
    )


def make_entries(options: Options, scribe: Scribe) -> list[Entry]:
    """All sound articles of a site, newest first."""
    channels = CHANNELS[: options.channels]
    paths = {channel.path for channel in channels}
    taken: set[int] = set()
    entries: list[Entry] = []
    texts = list(load_texts().values())
    texts.sort(key=lambda text: text.name != "seed")
    wanted = options.articles or len(texts)
    for text in texts[:wanted] if options.own_texts else []:
        content = _within(text, channels, paths)
        document = SEED_DOCUMENT if text.name == "seed" else None
        entries.append(make_entry(content, options, taken, document))
    rng = random.Random(f"{options.seed}:plan")
    moment = datetime.strptime(options.newest, "%Y-%m-%d %H:%M:%S")
    step = 86_400 / options.per_day
    for number in range(wanted - len(entries)):
        moment -= timedelta(seconds=round(rng.uniform(0.2, 1.8) * step))
        channel = channels[rng.randrange(len(channels))]
        also: tuple[str, ...] = ()
        if rng.random() < 0.15 and len(channels) > 1:
            also = (rng.choice([c for c in channels if c is not channel]).path,)
        stub = Content("", (), moment, channel.code, channel.section, also=also)
        entries.append(make_entry(stub, options, taken, recipe=f"{options.seed}:{number}"))
    entries.sort(key=lambda entry: (entry.published, entry.document), reverse=True)
    return entries


def _within(text: Content, channels: tuple[Channel, ...], paths: set[str]) -> Content:
    """The text, moved to a channel that this site has."""
    also = tuple(path for path in text.also if path in paths)
    if f"{text.section}/{text.channel}" in paths:
        return replace(text, also=also)
    home = channels[len(text.title) % len(channels)]
    also = tuple(path for path in also if path != home.path)
    return replace(text, section=home.section, channel=home.code, also=also)
