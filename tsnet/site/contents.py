"""What reading a page gives: a listing, or the reason why there is no article.

Apart from what reads pages: who only hands this on does not load the rules of reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tsnet.site.urls import ArticleAddress, is_numbered_listing_url

REASONS = {
    "no_title": "the page shows no headline",
    "no_date": "the page shows no date of publication",
    "no_body": "the page shows no text of an article",
    "not_found_page": "the page says that there is no such page, with status 200",
    "empty_page": "the page is empty",
    "host_busy": "the page says that the host is busy, out of order or being serviced",
    "not_html": "what was received is no HTML",
    "date_in_future": "the page's date lies more than a day after it was fetched",
    "date_too_old": "the page's date lies before there were news sites",
    "challenge": "the page asks the visitor to prove to be human or to run script",
    "too_large": "the page is larger than an article can be",
    "to_front_page": "the address leads to the front page",
    "foreign_redirect": "the address leads to another host",
    "redirect_loop": "the address leads to itself",
    "other_article": "the address leads to an article that is stored under its own id",
    "robots_forbidden": "robots.txt forbids the address",
    "download_failed": "nothing was received",
    "refused": "the crawl itself refused the request",
    "extraction_failed": "reading the page failed, took too long, or ended its process",
    "invalid_record": "the record breaks a rule of its own fields",
    "rejected_by_server": "MongoDB refused the document",
}
"""Why a page is not stored as an article, each with one line for a person; besides these there is
``http_<status>``."""


class NotAnArticle(ValueError):
    """A page that can't be read as an article."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        """One of ``REASONS``."""
        self.detail = detail
        """One line for a person: what was looked for and what was found."""

    def __reduce__(self) -> tuple[type[NotAnArticle], tuple[str, str]]:
        return (type(self), (self.reason, self.detail))


@dataclass(slots=True)
class ListedArticle:
    """An article that a listing names."""

    url: str
    """Absolute address on the crawled host, without fragment."""
    title: str
    """Text of the link; may be cut short by the site, empty where only a script has it."""
    published: date | None
    """Day of the address, else the day written beside the link; None when there is neither."""
    seen_at: list[str] = field(default_factory=list)
    """Every absolute address by which the page names it, on whatever host; each once."""


@dataclass(slots=True)
class ChannelLink:
    """A link to another channel's listing."""

    url: str
    """Absolute address of its directory, or of a numbered listing, on the crawled host."""
    path: str
    """Its path without outer slashes: ``xwzx/szxw``, ``plus/list.php?tid=3``."""
    name: str
    """The channel's name as the link writes it."""
    file: str = ""
    """The file in that directory that the link names, ``index.shtml``; empty when it names none."""

    @property
    def is_numbered(self) -> bool:
        """Whether it is no directory: its articles may lie in that of any channel."""
        return is_numbered_listing_url(self.url)


@dataclass(slots=True)
class Listing:
    """What a listing page (or the front page) says."""

    articles: list[ListedArticle] = field(default_factory=list)
    """In the page's order, each once."""
    further: list[str] = field(default_factory=list)
    """Absolute addresses of the later pages of this listing, in order."""
    guessed: list[str] = field(default_factory=list)
    """Address of the next page as TRS WCM would name it, where the page has a pager, but none that
    says where it leads."""
    channels: list[ChannelLink] = field(default_factory=list)
    """Channels it leads to, each once, without its own."""
    grows_by_script: bool = False
    """Whether a script gives more of it (加载更多, scrolling): only a browser sees all of it."""
    cut: bool = False
    """Whether the page breaks off, so that there may be more of all that."""
    excuse: NotAnArticle | None = None
    """Why it leads nowhere, where the page says so itself (there is no such page, 验证码)."""

    def article_channels(self) -> list[str]:
        """Paths of the channels in which the addresses of its articles lie, each once, in order."""
        return channels_of(self.articles)


def channels_of(articles: Iterable[ListedArticle]) -> list[str]:
    """Paths of the channels in which the addresses of articles lie, each once, in order."""
    addresses = (ArticleAddress.from_url(listed.url) for listed in articles)
    paths = (address.channel_path for address in addresses if address)
    return list(dict.fromkeys(filter(None, paths)))
