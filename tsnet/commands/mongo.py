"""``scrapy mongo``: print the URI of the store, and keep the embedded server up meanwhile."""

from __future__ import annotations

import argparse
import sys
import threading
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.ossignal import install_shutdown_handlers


class Command(ScrapyCommand):
    """Connect with mongosh, Compass or pymongo to the store that the settings name."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments, for the help."""
        return "[options]"

    def short_desc(self) -> str:
        """One line, for the list of commands."""
        return "Print the URI of the store and keep the embedded MongoDB up until Ctrl+C"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Define the options."""
        super().add_options(parser)
        parser.add_argument(
            "--print-only", action="store_true", help="print the URI and leave at once"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print, and wait for a signal."""
        from tsnet.store.connection import StoreSettings
        from tsnet.store.embedded import EmbeddedServer
        from tsnet.store.errors import StoreError

        if args:
            raise UsageError(f"{args[0]}: this command takes options only", print_help=False)
        assert self.settings is not None
        try:
            settings = StoreSettings.from_settings(self.settings)
            if settings.uri is not None:
                print(settings.shown, flush=True)
                print(
                    "The server of MONGO_URI (shown without its password) is not kept up by tsnet.",
                    file=sys.stderr,
                )
                return
            server = EmbeddedServer(settings.data_dir)
            if opts.print_only:
                print(server.uri, flush=True)
                return
            done = threading.Event()
            install_shutdown_handlers(lambda _signal, _frame: done.set())
            with server:
                print(server.uri, flush=True)
                print(
                    f"Database {settings.database}. Up until Ctrl+C; others may use it meanwhile.",
                    file=sys.stderr,
                )
                while not done.wait(1.0):
                    # Its keeper may have been killed: whoever asks for the server wants it up.
                    server.acquire()
        except StoreError as error:
            print(f"tsnet: {error}", file=sys.stderr)
            self.exitcode = 1
