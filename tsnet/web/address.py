"""The search and its filters as an address has them, so that a page can be kept and shared."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from typing import Any, get_args
from urllib.parse import urlencode

from tsnet.store.archive import Sort
from tsnet.store.query import MAX_LENGTH, MAX_TERMS, QueryError, parse
from tsnet.store.search import Key
from tsnet.text.beijing import named_day
from tsnet.web.languages import LANGUAGES, Language


class BadParameter(ValueError):
    """A value in the address is not of its kind."""

    def __init__(self, name: str, value: str, expected: str, **values: object):
        """``expected``: the phrase that says what to write; ``values``: what fills it in."""
        super().__init__(f"{name} is {value!r}")
        self.name = name
        self.value = value
        self.expected = expected
        self.values = values


@dataclass(slots=True, frozen=True)
class Search:
    """A search with its filters; each field is a parameter of the address, absent if default."""

    q: str = ""
    """Words, phrases and exclusions; empty: every article."""
    since: date | None = None
    """First day, Beijing time."""
    until: date | None = None
    """Last day, Beijing time."""
    channel: str | None = None
    """Code or Chinese name of a channel."""
    source: str | None = None
    """The source as stored."""
    reporter: str | None = None
    """A reporter's name."""
    original: bool | None = None
    """``original=1``: only pieces marked 原创; ``original=0``: only others."""
    whole_text: bool = True
    """``whole_text=0``: words are looked for in headlines only."""
    duplicates: bool = True
    """``duplicates=0``: without articles whose text is that of an earlier one."""
    sort: Sort = "relevance"
    """Order of the results."""
    after: str | None = None
    """Key of the page of results, as the page before gave it."""
    lang: Language | None = None
    """Language of the interface; None: what the browser asks for."""

    @classmethod
    def read(cls, parameters: Iterable[tuple[str, str]]) -> Search:
        """Read the parameters of an address; those that are empty or unknown say nothing.

        Raises BadParameter.
        """
        values: dict[str, Any] = {}
        for name, raw in parameters:
            value = raw.strip()
            if name not in _DEFAULTS or not value:
                continue
            if name in values:
                raise BadParameter(name, value, "expected_once")
            if len(value) > MAX_LENGTH:  # a question's; none of the others is longer
                raise BadParameter(name, f"{value[:20]}…", "expected_short", n=MAX_LENGTH)
            values[name] = _READERS[name](name, value) if name in _READERS else value
        search = cls(**values)
        if search.since and search.until and search.since > search.until:
            raise BadParameter("since", str(search.since), "expected_order")
        return search

    def parameters(self) -> list[tuple[str, str]]:
        """The parameters that say the same, defaults left out."""
        found = []
        for name, default in _DEFAULTS.items():
            value = getattr(self, name)
            if value != default:
                shown = int(value) if isinstance(value, bool) else value
                found.append((name, str(shown)))
        return found

    def address(self, path: str = "/", **changes: Any) -> str:
        """The address of ``path`` with this search, some fields changed.

        A change of what is searched leads to its first page.
        """
        if changes and "after" not in changes and set(changes) != {"lang"}:
            changes["after"] = None
        query = urlencode(replace(self, **changes).parameters())
        return f"{path}?{query}" if query else path

    def command(self) -> str:
        """The shell's command that writes every article of this search to a file."""
        words = ["scrapy", "export", "--out", "articles.csv"]
        for name in ("since", "until", "channel", "source", "reporter"):
            if (value := getattr(self, name)) is not None:
                words.append(f"--{name}={value}")
        if self.original is not None:
            words.append("--original" if self.original else "--no-original")
        flags = {
            "--headlines": not self.whole_text,
            "--no-duplicates": not self.duplicates,
            "--oldest": self.sort == "oldest",
        }
        words += [option for option, given in flags.items() if given]
        # After "--" a word that is not wanted, -旅游, is no option.
        return shlex.join([*words, "--", self.q] if self.q else words)

    def filters(self) -> list[str]:
        """Names of the filters in use, in the order of the form."""
        return [name for name in _FILTERS if getattr(self, name) != _DEFAULTS[name]]

    def without_filters(self) -> dict[str, Any]:
        """Changes for ``address`` that take every filter away."""
        return {name: _DEFAULTS[name] for name in self.filters()}

    def question(self) -> dict[str, Any]:
        """Arguments of ``Archive.search`` but for the order and the page."""
        return {"text": self.q, **{name: getattr(self, name) for name in _FILTERS}}


_DEFAULTS = {field.name: field.default for field in fields(Search)}
_FILTERS = [name for name in _DEFAULTS if name not in ("q", "sort", "after", "lang")]
"""In the order of the form."""


def _day(name: str, value: str) -> date:
    try:
        return named_day(value, last=name == "until")
    except ValueError:
        raise BadParameter(name, value, "expected_date") from None


def _choice(name: str, value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise BadParameter(name, value, "expected_choice", choices=", ".join(choices))
    return value


def _flag(name: str, value: str) -> bool:
    return _choice(name, value, ("0", "1")) == "1"


def _question(name: str, value: str) -> str:
    try:
        parse(value)
    except QueryError:
        raise BadParameter(name, value, "expected_words", n=MAX_TERMS) from None
    return value


def _key(name: str, value: str) -> str:
    try:
        Key.parse(value)
    except QueryError:
        raise BadParameter(name, value, "expected_key") from None
    return value


_READERS: dict[str, Callable[[str, str], Any]] = {
    "q": _question,
    "since": _day,
    "until": _day,
    "original": _flag,
    "whole_text": _flag,
    "duplicates": _flag,
    "sort": partial(_choice, choices=get_args(Sort)),
    "after": _key,
    "lang": partial(_choice, choices=LANGUAGES),
}
