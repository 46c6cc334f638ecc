"""The links of a listing to its other pages: 下一页, and numbered ones of whatever address.

Knows addresses and what links say, no HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from tsnet.site.urls import (
    channel_path,
    channel_url,
    is_listing_url,
    is_numbered_listing_url,
    listing_page_number,
)

LONGEST_LABEL = 60
"""Characters of a link that names a channel or a further page, at most."""

_NEXT = re.compile(
    r"^[\[<《»›\s]*(?:[下后]\s*一?\s*页|next(?:\s*page)?|>|»|›|→|>>)[\]>》»›\s]*$", re.IGNORECASE
)
"""The text of a link to the next page, in words or as an arrow."""
_NEXT_IN_WORDS = re.compile(r"\W{0,3}[下后]\s?一?\s?页\W{0,3}|next page", re.IGNORECASE)
"""The same in words alone."""
_ORDINAL = re.compile(r"^\W*第?\s*(\d{1,4})\s*页?\W*$")
"""What a link to a further page says that does not say 下一页: its number, counted from 1."""

_NUMBER = re.compile(r"(\d+)")
_IN_A_DATE = re.compile(r"(?:^|\D)(?:19|20)\d\d(?:[-_/.]?\d\d?)?[-_/.]?\Z")
"""What stands before a number that is a month or a day: a calendar is numbered, too."""
_MOST_IN_ADDRESS = 99_999
"""Number in the address of a page at most: of the page, or of the first article on it."""


def says_next(text: str) -> bool:
    """Whether a link's text is 下一页, an arrow or the like."""
    return len(text) <= LONGEST_LABEL and _NEXT.match(text) is not None


def says_which(text: str) -> int | None:
    """The number of the page, from 1, that a link's text is; None for another text."""
    ordinal = _ORDINAL.match(text) if len(text) <= LONGEST_LABEL else None
    return int(ordinal[1]) if ordinal else None


def is_next_elsewhere(url: str, text: str, channel: str) -> bool:
    """Whether a link out of a channel's directory leads to its next page, and says so in words.

    To a program, or to a directory that is named after the channel: an arrow stands beside the name
    of many another one, and 下一页 beside the list of another one leads on in that.
    """
    if not (_NEXT_IN_WORDS.fullmatch(text) and listing_page_number(url) != 0):
        return False
    return _may_be_of(url, channel)


def _may_be_of(url: str, channel: str) -> bool:
    """Whether an address elsewhere may be a page of a channel: it is the listing of no other."""
    code = channel.rpartition("/")[2]
    return not is_listing_url(url) or code in channel_path(url).split("/")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Pages whose addresses differ in one number, which goes with the number that links say."""

    pages: dict[int, str]
    """Number of a page, from 1 → its address."""
    current: int
    """Number of the page on which the links stand."""


def numbered_pages(links: Iterable[tuple[str, str]], own: str) -> Numbered | None:
    """The numbered links of the listing at ``own``, of which ``links`` are address and text.

    Two at least, whose addresses grow by the same from page to page. None where there are none.
    """
    families: dict[tuple[str, ...], dict[int, str]] = {}
    for url, text in links:
        ordinal = says_which(text)
        if ordinal:
            families.setdefault(_skeleton(url), {}).setdefault(ordinal, url)
    found = (_numbered(pages, own) for pages in families.values())
    return next((numbered for numbered in found if numbered), None)


def _numbered(pages: dict[int, str], own: str) -> Numbered | None:
    numbers = {ordinal: _numbers(url) for ordinal, url in pages.items()}
    columns = list(zip(*numbers.values(), strict=True))
    varying = [place for place, column in enumerate(columns) if len(set(column)) > 1]
    if len(varying) != 1:
        return None
    (place,) = varying
    (first, at_first), (second, at_second), *rest = (
        (ordinal, row[place]) for ordinal, row in numbers.items()
    )
    step, odd = divmod(at_second - at_first, second - first)
    start = at_first - first * step
    # A page has the number of what is before it, pages or articles, or of the first that it has.
    is_pager = not odd and step > 0 and start in (-step, 1 - step)
    if not is_pager or any(number != start + ordinal * step for ordinal, number in rest):
        return None
    url = next(iter(pages.values()))
    before = "".join(_NUMBER.split(_tail(url))[: 2 * place + 1])
    if max(columns[place]) > _MOST_IN_ADDRESS or _IN_A_DATE.search(before):
        return None
    if _skeleton(own) == _skeleton(url) and (at := _numbers(own)):
        fixed = [column[0] for column in columns]
        fixed[place] = at[place]
        current, odd = divmod(at[place] - start, step)
        return Numbered(pages, current) if fixed == at and not odd else None
    is_below = url.startswith(channel_url(own)) or _may_be_of(url, channel_path(own))
    return Numbered(pages, 1) if is_below and not listing_page_number(own) else None


def _tail(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"


def _skeleton(url: str) -> tuple[str, ...]:
    return tuple(_NUMBER.split(_tail(url))[::2])


def _numbers(url: str) -> list[int]:
    return [int(number[-9:]) for number in _NUMBER.split(_tail(url))[1::2]]


class PagerLinks:
    """The links of a listing to its other pages."""

    def __init__(self, own: str, numbered: Numbered | None) -> None:
        """``own``: the address of the listing; ``numbered``: its ``numbered_pages``."""
        self._own = own
        self._all_numbered = numbered
        self._urls = frozenset(numbered.pages.values()) if numbered else frozenset()
        self._pages: dict[int, str] = {}  # by the number in their address, ``index_1`` is 1
        self._following: str | None = None
        self._counts_from: set[int] = set()  # 0 where the link 2 leads to ``index_1``
        self.found = numbered is not None
        """Whether there is any."""

    @property
    def counts_from(self) -> int | None:
        """0 where the second page is ``index_1.shtml``, 1 where it is ``index_2.shtml``.

        None where no link tells, or not all tell the same.
        """
        return min(self._counts_from) if len(self._counts_from) == 1 else None

    def has(self, url: str) -> bool:
        """Whether an address is one of the numbered pages, wherever it is."""
        return url in self._urls

    def take(self, url: str, text: str) -> bool:
        """Take a link within the channel's directory; False when it leads to no page of it."""
        number = listing_page_number(url)
        shown = says_which(text)
        says_page = shown is not None or _NEXT_IN_WORDS.fullmatch(text)
        if number == 0 and says_page and _is_other_list(url, self._own):
            number = _numbers(url)[-1]
        leads_on = says_next(text)
        is_shown = shown is not None and number in (shown, shown - 1)
        if not (leads_on or is_shown or (number and is_listing_url(url))):
            return False
        self.found = True
        if number:
            if shown and is_shown:
                self._counts_from.add(number - shown + 1)
            self._pages.setdefault(number, url)
        if leads_on and (number != 0 or urlsplit(url).query) and self._is_nearer(url):
            self._following = url  # what leads back to the first page leads in circles
        return True

    def _is_nearer(self, url: str) -> bool:
        """Whether a link leads on less far than the one before: beside › the last page is »."""
        known = listing_page_number(self._following) if self._following else None
        own = listing_page_number(self._own) or 0
        number = listing_page_number(url)
        return known is None or number is None or known <= own or own < number < known

    def later(self) -> list[str]:
        """Addresses of the pages after this one, in order: from 下一页 on where there is one."""
        if self._all_numbered:
            pages, current = self._all_numbered.pages, self._all_numbered.current
        else:
            pages = self._pages
            current = listing_page_number(self._own) or int(1 in self._counts_from)
        later = [url for number, url in sorted(pages.items()) if number > current]
        following = self._following
        if following is None or _is_same_page(following, self._own):
            return later
        if following in later:
            return later[later.index(following) :]
        return [following, *(later if self._all_numbered else ())]


def _is_other_list(url: str, own: str) -> bool:
    """Whether a number's list begins there, as far as the address tells: ``list/2.html`` may be the
    second page of ``list/`` or of ``list/1.html`` as well."""
    return is_numbered_listing_url(url) and channel_url(url) != channel_url(own)


def _is_same_page(first: str, second: str) -> bool:
    number = listing_page_number(first)
    one, other = urlsplit(first), urlsplit(second)
    return (
        number == listing_page_number(second)
        and one.query == other.query
        and (one.path == other.path or (number is not None and not _is_other_list(first, second)))
    )
