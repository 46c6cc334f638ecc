"""What the commands that read the archive have in common: filters, output, failures.

Outside ``tsnet.commands``, where Scrapy takes every class for a command. Loads nothing heavy:
Scrapy imports every command whenever one is run.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

if TYPE_CHECKING:
    from datetime import datetime

    from rich.console import Console

    from tsnet.items import Article
    from tsnet.store.archive import Archive

FILTERS = ("since", "until", "channel", "source", "reporter", "original", "duplicates")
"""Names of the filter options, as ``Archive.search`` calls them."""


class ArchiveCommand(ScrapyCommand):
    """A command that asks the archive."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def add_filters(self, parser: argparse.ArgumentParser) -> None:
        """Define the options that choose articles."""
        group = parser.add_argument_group("Which articles")
        group.add_argument("--since", metavar="DATE", help="first day, Beijing time: 2025-01-31")
        group.add_argument("--until", metavar="DATE", help="last day, Beijing time")
        group.add_argument("--channel", help="code or Chinese name of the channel: szxw, 时政")
        group.add_argument("--source", help="the source in full: 天山网-新疆日报")
        group.add_argument("--reporter", help="a reporter's name")
        group.add_argument(
            "--original",
            action=argparse.BooleanOptionalAction,
            help="only pieces marked 原创, or only others",
        )
        group.add_argument(
            "--no-duplicates",
            dest="duplicates",
            action="store_false",
            help="without articles whose text is that of an earlier one",
        )

    def filters(self, opts: argparse.Namespace) -> dict[str, Any]:
        """The chosen filters as arguments of ``Archive``'s methods."""
        return {name: getattr(opts, name) for name in FILTERS}

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Answer, and turn what goes wrong into one line and exit code 1."""
        from tsnet.store.archive import Archive
        from tsnet.store.errors import StoreError
        from tsnet.store.query import QueryError

        assert self.settings is not None
        try:
            with Archive.from_settings(self.settings) as archive:
                self.answer(archive, args, opts)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever reads has seen enough (| head). Python would complain once more at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (StoreError, QueryError, Failure) as error:
            print(f"tsnet: {error}", file=sys.stderr)
            self.exitcode = 1
        except KeyboardInterrupt:
            self.exitcode = 130

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Print the answer. Raises Failure, QueryError or StoreError when there is none."""
        raise NotImplementedError


class Failure(Exception):
    """The command can't do what it was asked; the text says why, in one line for a person."""


def console() -> Console:
    """Standard output: coloured and as wide as the terminal, or plain and unbroken in a pipe."""
    from rich.console import Console

    if sys.stdout.isatty():
        return Console(highlight=False, markup=False, emoji=False)
    return Console(
        highlight=False, markup=False, emoji=False, width=100, color_system=None, soft_wrap=True
    )


_HARMFUL = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
_HARMFUL |= dict.fromkeys(
    # DEL, the C1 controls, and what sets the direction of writing.
    (*range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    "\u2426",
)


def shown(text: str | None) -> str:
    """``text`` from the web as a terminal may get it: control characters as visible signs.

    Escape sequences would command the terminal, and direction marks turn a line round.
    """
    return "" if text is None else text.translate(_HARMFUL)


def beijing(moment: datetime | None, form: str = "%Y-%m-%d %H:%M") -> str:
    """A moment as people in the region write it; empty for None."""
    from tsnet.text.dates import BEIJING

    return "" if moment is None else moment.astimezone(BEIJING).strftime(form)


def doubts(article: Article) -> list[str]:
    """What is uncertain in an article, a line each; empty when nothing is."""
    found = []
    quality = article.quality
    if quality.lost:
        found.append(f"{quality.lost} characters were destroyed by the mirror (\ufffd)")
    if quality.guessed:
        found.append(f"{quality.guessed} characters are likely, not certain")
    if not article.complete:
        found.append("a page of this article was missing: the text is not whole")
    return found
