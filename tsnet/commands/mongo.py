"""``scrapy mongo``: print the URI of the store, and keep the embedded server up meanwhile."""

from __future__ import annotations

import argparse
import sys
import threading
from typing import TYPE_CHECKING

from scrapy.utils.ossignal import install_shutdown_handlers

from tsnet.archive_command import ArchiveCommand

if TYPE_CHECKING:
    from tsnet.store.archive import Archive


class Command(ArchiveCommand):
    """Connect with mongosh, Compass or pymongo to the store that the settings name."""

    summary = "Print the URI of the store and keep the embedded MongoDB up until Ctrl+C"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Define the options."""
        super().add_options(parser)
        parser.add_argument(
            "--print-only", action="store_true", help="print the URI and leave at once"
        )

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Print, and wait for a signal."""
        from tsnet.store.embedded import EmbeddedServer

        settings = self.store()
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
                # Starts the server again in case it was killed together with its keeper.
                server.acquire()
