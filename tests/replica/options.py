"""How a replica is to be: every choice has a name here, on the command line and in ``Replica``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

ENCODINGS = (
    "gbk",
    "utf-8",
    "gb2312",
    "gbk-header",
    "utf-8-as-gbk",
    "gbk-undeclared",
    "utf-8-undeclared",
)
"""What the bytes are, and what is declared; see README.md."""

PRESETS: dict[str, dict[str, Any]] = {
    "demo": {"articles": 0, "demo": True, "newest": "2024-02-10 20:00:00"},
    "small": {"articles": 24},
    "texts": {"articles": 0},
    "faults": {"articles": 12, "faults": True},
    "browser": {"articles": 12, "browser": True},
    "bench": {
        "articles": 5000,
        "page_bytes": 30_000,
        "own_texts": False,
        "page_size": 100,
        "listing_forms": "plain",
    },
}
"""What each preset sets; anything else may be set beside it."""


@dataclass
class Options:
    """Choices for one replica; the same choices give the same articles and pages."""

    seed: int = field(default=1, metadata={"help": "number from which all that is random comes"})
    articles: int = field(
        default=24, metadata={"help": "sound articles (0: one for each text of tests/texts)"}
    )
    own_texts: bool = field(
        default=True,
        metadata={"help": "begin with the texts as they are, the seed first; then made ones"},
    )
    demo: bool = field(
        default=False, metadata={"help": "a few rejects among the articles of the channels"}
    )
    channels: int = field(default=6, metadata={"help": "how many channels (1 to 6)"})
    page_size: int = field(default=10, metadata={"help": "articles on a listing page"})
    listing_forms: str = field(
        default="nasty",
        metadata={"help": "nasty: links of every form, repeated, foreign; plain: one link each"},
    )
    newest: str = field(
        default="2025-03-20 20:00:00", metadata={"help": "Beijing time of the newest made article"}
    )
    per_day: int = field(default=40, metadata={"help": "made articles a day"})
    damage: bool = field(
        default=True, metadata={"help": "off: Simplified as on www.ts.cn, no damage"}
    )
    interference: bool = field(default=True, metadata={"help": "hidden boxes and spam"})
    keep_private: bool = field(
        default=True, metadata={"help": "whether private-use characters survive"}
    )
    annotated: str = field(
        default="page",
        metadata={"help": "set of annotated characters: page (differs by page), site, seed, none"},
    )
    set_size: float = field(
        default=0.0,
        metadata={"help": "part of the characters that differ (0: varied, 30 to 700 characters)"},
    )
    readings: str = field(
        default="one", metadata={"help": "one or several readings in a bracket (site facts (e))"}
    )
    any_character: bool = field(
        default=False, metadata={"help": "annotate any common character (site facts (e))"}
    )
    layouts: str = field(default="", metadata={"help": "names with commas; empty: all in turn"})
    encodings: str = field(default="", metadata={"help": "names with commas; empty: all in turn"})
    page_bytes: int = field(default=0, metadata={"help": "pad article pages to this size"})
    faults: bool = field(default=False, metadata={"help": "serve and list the faulty pages"})
    browser: bool = field(default=False, metadata={"help": "serve the load-more channels"})
    slow_seconds: float = field(default=2.0, metadata={"help": "delay of the slow faults"})
    cache_bytes: int = field(
        default=400_000_000, metadata={"help": "rendered pages kept in memory"}
    )

    def __post_init__(self) -> None:
        if not 1 <= self.channels <= 6:
            raise ValueError(f"channels is {self.channels}; allowed are 1 to 6")
        for name in filter(None, self.encodings.split(",")):
            if name not in ENCODINGS:
                raise ValueError(f"encoding {name!r} is none of {', '.join(ENCODINGS)}")
        if self.annotated not in ("page", "site", "seed", "none"):
            raise ValueError(f"annotated is {self.annotated!r}; allowed: page, site, seed, none")

    @classmethod
    def preset(cls, name: str = "small", **changes: Any) -> Options:
        """The options of a preset, with changes; KeyError for an unknown preset."""
        return cls(**{**PRESETS[name], **changes})

    def to_json(self) -> str:
        """As JSON, for handing to another process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_arguments(cls, namespace: argparse.Namespace) -> Options:
        """From the command line: a preset, then what was said beside it."""
        said = {f.name: getattr(namespace, f.name) for f in fields(cls)}
        return cls.preset(namespace.preset, **{k: v for k, v in said.items() if v is not None})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """An argument for every option, unset unless said."""
    parser.add_argument("--preset", choices=sorted(PRESETS), default="small")
    for f in fields(Options):
        flag = "--" + f.name.replace("_", "-")
        text = f"{f.metadata['help']} (default {f.default!r}, unless the preset says otherwise)"
        if f.type == "bool":
            parser.add_argument(
                flag, action=argparse.BooleanOptionalAction, default=None, help=text
            )
        else:
            kind = {"int": int, "float": float, "str": str}[str(f.type)]
            parser.add_argument(flag, type=kind, default=None, help=text)


def parse(arguments: Sequence[str]) -> Options:
    """Options from a list of arguments."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return Options.from_arguments(parser.parse_args(arguments))
