"""The arguments of a crawl, checked before the first request. Knows no Scrapy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from tsnet.text.beijing import named_day

DEFAULT_BASE_URL = "https://m.euiu.cn"
"""The mirror (site facts, Addresses)."""

RENDER_MODES = ("auto", "never", "always")
"""When a listing is opened in a browser (docs/browser.md)."""


class ArgumentError(ValueError):
    """A wrong argument; the message names the argument, the value and what is allowed."""

    def __init__(self, name: str, value: object, allowed: str):
        super().__init__(f"argument {name}={value!s}: must be {allowed}")


@dataclass(frozen=True, slots=True)
class CrawlArguments:
    """What ``scrapy crawl tianshan -a …`` was asked for."""

    base_url: str = DEFAULT_BASE_URL
    """Scheme and host to crawl, without a trailing slash; the crawl is limited to this host."""
    channels: tuple[str, ...] = ()
    """Channel codes (``szxw``) or paths (``xwzx/szxw``); empty: every channel."""
    since: date | None = None
    """First day wanted, Beijing time; None: no limit."""
    until: date | None = None
    """Last day wanted, Beijing time; None: no limit."""
    max_pages: int | None = None
    """Listing pages to read a channel; None: no limit."""
    full: bool = False
    """True: read every listing page and fetch every article again."""
    render: str = "auto"
    """One of RENDER_MODES."""

    @classmethod
    def parse(cls, given: Mapping[str, str]) -> CrawlArguments:
        """Read the texts given on a command line; names that begin with ``_`` are not arguments.

        Raises ArgumentError.
        """
        parsers: dict[str, Callable[[str, str], object]] = {
            "base_url": _base_url,
            "channels": _channels,
            "since": partial(_day, last=False),
            "until": partial(_day, last=True),
            "max_pages": _page_count,
            "full": _flag,
            "render": _render,
        }
        values: dict[str, object] = {}
        for name, value in given.items():
            if name.startswith("_"):
                continue
            if name not in parsers:
                allowed = ", ".join(field.name for field in fields(cls))
                raise ArgumentError(name, value, f"named one of {allowed}")
            if value.strip():
                values[name] = parsers[name](name, value.strip())
        arguments = cls(**values)  # type: ignore[arg-type]
        if arguments.since and arguments.until and arguments.since > arguments.until:
            raise ArgumentError("since", arguments.since, f"no later than until={arguments.until}")
        return arguments

    def __str__(self) -> str:
        """As they are given, but for those that are the defaults: ``channels=szxw,jjxw full=1``."""
        shown = {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) != field.default
        }
        if self.channels:
            shown["channels"] = ",".join(self.channels)
        if self.full:
            shown["full"] = 1
        return " ".join(f"{name}={value}" for name, value in shown.items()) or "without arguments"

    def wants_channel(self, path: str) -> bool:
        """Whether the channel at ``path`` (``xwzx/szxw``) is one that was asked for."""
        return not self.channels or any(names_channel(asked, path) for asked in self.channels)

    def wants_day(self, day: date) -> bool:
        """Whether articles of that day, Beijing time, were asked for."""
        return (self.since is None or day >= self.since) and (
            self.until is None or day <= self.until
        )


def names_channel(asked: str, path: str) -> bool:
    """Whether ``asked``, a code (``szxw``) or a path, names the channel at ``path``."""
    return asked in (path, path.rpartition("/")[2])


def _base_url(name: str, value: str) -> str:
    allowed = "an http:// or https:// address of a host, such as https://m.euiu.cn"
    try:
        parts = urlsplit(value)
        port = f":{parts.port}" if parts.port else ""
        # As requests name it: 新闻.cn is xn--efvy88h.cn.
        name_of_host = (parts.hostname or "").encode("idna").decode()
    except ValueError:
        raise ArgumentError(name, value, allowed) from None
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.username is not None
        or parts.path not in ("", "/")
        or parts.query
        or parts.fragment
    ):
        raise ArgumentError(name, value, allowed)
    host = f"[{name_of_host}]" if ":" in name_of_host else name_of_host
    return f"{parts.scheme}://{host}{port}"


def _channels(name: str, value: str) -> tuple[str, ...]:
    codes = tuple(code.strip().strip("/") for code in value.split(","))
    for code in codes:
        if not re.fullmatch(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*", code):
            raise ArgumentError(
                name, value, "codes such as szxw,jjxw or paths such as xwzx/szxw, comma-separated"
            )
    return tuple(dict.fromkeys(codes))


def _day(name: str, value: str, *, last: bool) -> date:
    try:
        return named_day(value, last=last)
    except ValueError:
        raise ArgumentError(name, value, "a date such as 2025-01-23, 2025-01 or 2025") from None


def _page_count(name: str, value: str) -> int:
    # MongoDB, where the record of a run is kept, has no numbers of twenty digits.
    if not re.fullmatch(r"0*[1-9]\d{0,8}", value, re.ASCII):
        raise ArgumentError(name, value, "a whole number from 1 to 999999999")
    return int(value)


def _flag(name: str, value: str) -> bool:
    if value not in ("0", "1"):
        raise ArgumentError(name, value, "0 or 1")
    return value == "1"


def _render(name: str, value: str) -> str:
    if value not in RENDER_MODES:
        raise ArgumentError(name, value, "one of " + ", ".join(RENDER_MODES))
    return value
