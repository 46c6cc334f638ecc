"""What the commands on the archive have in common: words, filters, failures.

Outside ``tsnet.commands``, where Scrapy takes every class for a command. Loads nothing heavy:
Scrapy imports every command whenever one is run.
"""

from __future__ import annotations

import argparse
import atexit
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand, ScrapyHelpFormatter
from scrapy.exceptions import UsageError

from tsnet.terminal import OutputError, counted, prepare_output, shown, writing

if TYPE_CHECKING:
    from tsnet.store.archive import Archive
    from tsnet.store.connection import StoreSettings
    from tsnet.store.results import StoredArticle

FILTERS = ("since", "until", "channel", "source", "reporter", "original", "duplicates")
"""Names of the filter options, as ``Archive.search`` calls them."""


class HelpFormatter(ScrapyHelpFormatter):
    """Scrapy's own takes any line that ends in a colon for a heading, also where it was wrapped."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = super()._split_lines(text, width)
        return [f"{line} " if line.endswith(":") else line for line in lines]


def refuse_unwritable(opts: argparse.Namespace) -> None:
    """Refuse a file for ``--pidfile`` or ``--profile`` that can't be written: Scrapy would end in a
    traceback, for ``--profile`` after all the work. Raises UsageError."""
    for name in ("pidfile", "profile"):
        if path := getattr(opts, name):
            try:
                Path(path).open("a").close()
            except OSError as error:
                raise UsageError(
                    f"--{name} {path} can't be written ({error.strerror}): name another file"
                ) from None


def refuse_no_text(words: Iterable[str]) -> None:
    """Refuse a word with bytes that are no character in the locale's encoding, which MongoDB can't
    be asked for. Raises UsageError."""
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError:
            raise UsageError(
                f"{word!r} is no text: write it in UTF-8, and set LC_ALL=C.UTF-8 if the locale"
                " can't read that"
            ) from None


class ArchiveCommand(ScrapyCommand):
    """A command on the archive, which is opened when it is first asked."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}
    summary: ClassVar[str]
    """One line for the list of commands."""
    arguments: ClassVar[str] = ""
    """What the command line names beside options, for the help; empty: nothing."""

    def syntax(self) -> str:
        """What follows the command's name, for the help."""
        return f"[options] {self.arguments}".rstrip()

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return self.summary

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Scrapy's own options. The help, too, is in Chinese."""
        super().add_options(parser)
        parser.formatter_class = HelpFormatter
        prepare_output()

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's own. Raises UsageError where a file of its options can't be written."""
        refuse_unwritable(opts)
        super().process_options(args, opts)

    def add_filters(self, parser: argparse.ArgumentParser) -> None:
        """Define the options that choose articles."""
        group = parser.add_argument_group("Which articles")
        group.add_argument(
            "--since", metavar="DATE", help="from this Beijing day: 2025-01-31, or 2025-01, or 2025"
        )
        group.add_argument("--until", metavar="DATE", help="to the end of this day, month or year")
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
        """Answer, and turn what goes wrong into one line and an exit code.

        2 for a wrong option, question or setting; 1 where what was asked can't be done; 130 when it
        was interrupted.
        """
        try:
            self._run(args, opts)
        except KeyboardInterrupt:
            self.exitcode = 130

    def _run(self, args: list[str], opts: argparse.Namespace) -> None:
        from tsnet.configuration import ConfigurationError, check_locale, check_names
        from tsnet.store.archive import Archive
        from tsnet.store.errors import StoreError, StoreSettingsError
        from tsnet.store.query import QueryError

        assert self.settings is not None
        words = self._words(args)
        _stop_in_order()
        try:
            check_locale()
            check_names(self.settings)
            with writing(), Archive.from_settings(self.settings) as archive:
                self.answer(archive, words, opts)
        except (StoreError, QueryError, ConfigurationError, Failure, OutputError) as error:
            print(f"tsnet: {error}", file=sys.stderr)
            misuse = isinstance(error, (QueryError, StoreSettingsError, ConfigurationError))
            self.exitcode = 2 if misuse else 1
        finally:
            _leave_monitors_asleep()

    def _words(self, args: list[str]) -> list[str]:
        """The words of a command line, among them whatever follows ``--``. Raises UsageError.

        Scrapy hands on an option that it does not know as an argument, which is how ``-word``
        reaches a question, and how a mistyped option would.
        """
        refuse_no_text(args)
        end = args.index("--") if "--" in args else len(args)
        for word in args[:end]:
            if word.startswith("--"):
                raise UsageError(f"there is no option {word}")
        words = args[:end] + args[end + 1 :]
        if words and not self.arguments:
            raise UsageError(f"{words[0]}: this command takes options only")
        return words

    def store(self) -> StoreSettings:
        """Where the archive is. Raises StoreSettingsError."""
        from tsnet.store.connection import StoreSettings

        assert self.settings is not None
        return StoreSettings.from_settings(self.settings)

    def explain_nothing(self, archive: Archive, opts: argparse.Namespace) -> None:
        """Raise Failure when nothing was found because nothing could be."""
        if not archive.search(limit=1).hits:
            where = self.store()
            raise Failure(
                f"database {where.database} of {where.shown} is empty: scrapy crawl tianshan fills"
                " it; MONGO_URI or TSNET_DATA_DIR names another"
            )
        for name in ("channel", "source", "reporter"):
            value = getattr(opts, name)
            if value is None or archive.search(limit=1, **{name: value}).hits:
                continue
            remedy = "write it in full, as scrapy show prints it"
            if name == "channel":
                known = (f"{one.code} {one.name or ''}".strip() for one in archive.channels())
                # Articles outside the site's grammar of addresses are in no channel.
                remedy = f"there are {', '.join(filter(None, known))}"
            raise Failure(shown(f"--{name} {value}: no article has it; {remedy}"))

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Do what the command is for. Raises Failure, QueryError or StoreError where it can't."""
        raise NotImplementedError


def _stop_in_order() -> None:
    """Let SIGTERM and SIGHUP unwind the program, so that no half-written file is left."""

    def unwind(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Under nohup a hang-up is ignored, and Windows knows none.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, unwind)


def _leave_monitors_asleep() -> None:
    """Do not wait for pymongo's threads at the end of the program.

    The clients are closed, and the threads end with the process. pymongo would wait until each has
    woken from its half second of sleep, which is longer than most commands take.
    """
    monitor = sys.modules.get("pymongo.synchronous.monitor")
    if monitor is not None:
        atexit.unregister(monitor._shutdown_resources)


class Failure(Exception):
    """The command can't do what it was asked; the text says why, in one line for a person."""


def doubts(article: StoredArticle) -> list[str]:
    """What is uncertain in an article, a line each; empty when nothing is."""
    found = []
    if lost := article.lost_in_text:
        verb = "was" if lost == 1 else "were"
        found.append(f"{counted(lost, 'character')} {verb} destroyed by the mirror (\ufffd)")
    if guessed := article.quality.guessed:
        verb = "was" if guessed == 1 else "were"
        found.append(
            f"{counted(guessed, 'character')} of the page {verb} chosen by likelihood and may be"
            " wrong"
        )
    if not article.complete:
        found.append("a page of this article was missing or cut short: the text is not whole")
    return found
