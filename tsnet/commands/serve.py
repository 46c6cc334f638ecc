"""``scrapy serve``: the archive as pages for a browser."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from tsnet.archive_command import ArchiveCommand, Failure

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from tsnet.store.archive import Archive

PASSWORD_VARIABLE = "TSNET_WEB_PASSWORD"
"""Name in the environment of the password that the pages ask for; any user name goes with it."""
DEFAULT_HOST = "127.0.0.1"
"""Address that is listened on: this machine alone."""
DEFAULT_PORT = 8642
"""Port that is listened on; 0 lets the system choose."""


class Command(ArchiveCommand):
    """Serve the reading room until Ctrl-C (docs/reading-room.md)."""

    summary = "Read the archive in a browser"

    def long_desc(self) -> str:
        """The text of ``scrapy serve --help``."""
        return (
            "Serve a reading room over the archive until Ctrl-C. It only reads, and answers on this"
            " machine alone unless --host names another address and a password is set."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""
        super().add_options(parser)
        parser.add_argument(
            "--host",
            default=DEFAULT_HOST,
            help=f"address to listen on (default {DEFAULT_HOST}); any that other machines can"
            " reach needs a password",
        )
        parser.add_argument(
            "--port",
            type=int,
            default=DEFAULT_PORT,
            help=f"port to listen on (default {DEFAULT_PORT}; 0: any free one)",
        )
        parser.add_argument(
            "--password-file",
            metavar="FILE",
            help=f"file with the password on its first line (or set {PASSWORD_VARIABLE})",
        )

    def answer(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> None:
        """Serve; returns at Ctrl-C or SIGTERM."""
        try:
            from tsnet.web.access import is_loopback
            from tsnet.web.app import create_app
        except ModuleNotFoundError as error:
            raise Failure(f"{error.name} is not installed: pip install -e '.[web]'") from None
        password = read_password(opts.password_file)
        with listen(opts.host, opts.port, password) as listening:
            # A store that can't be reached or read is reported now, not on the first page.
            archive.search(limit=1)
            host, port = listening.getsockname()[:2]
            loopback = is_loopback(host)
            name = f"[{host}]" if ":" in host else host
            print(f"Reading room: http://{name}:{port}/  (Ctrl-C stops it)", flush=True)
            if not loopback:
                print(
                    "tsnet: the password travels unencrypted: put a TLS proxy in front"
                    " (docs/reading-room.md)",
                    file=sys.stderr,
                )
            serve(create_app(archive, password=password, loopback=loopback), listening)


def read_password(file: str | None) -> str | None:
    """The password of ``file`` or of the environment; None when there is neither.

    Raises UsageError for one that is too short or can't be read.
    """
    from tsnet.web.access import MIN_PASSWORD

    if file is not None:
        try:
            # On Windows an editor may put a byte order mark in front.
            password = Path(file).read_text("utf-8-sig").partition("\n")[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            raise UsageError(f"--password-file {file} can't be read: {reason}") from None
        name = f"the first line of --password-file {file}"
    else:
        password = os.environ.get(PASSWORD_VARIABLE, "")
        if not password:
            return None
        name = PASSWORD_VARIABLE
    if len(password) < MIN_PASSWORD:
        raise UsageError(
            f"{name} has {len(password)} characters: a password has at least {MIN_PASSWORD}"
        )
    return password


def listen(host: str, port: int, password: str | None) -> socket.socket:
    """A socket that listens on ``host`` and ``port``.

    Raises UsageError for an address that is reachable by others while there is no password, that is
    not of this machine, or that is taken.
    """
    from tsnet.web.access import is_loopback

    if not 0 <= port <= 65535:
        raise UsageError(f"--port {port}: must be from 0 to 65535")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError) as error:  # the second for what can be no part of a name
        raise UsageError(f"--host {host}: must be an address of this machine ({error})") from None
    if password is None and not is_loopback(str(address[0])):
        raise UsageError(
            f"--host {host} can be reached by other machines: give a password with --password-file"
            f" or {PASSWORD_VARIABLE}, or leave --host out"
        )
    listening = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # Listening before the archive is open: a browser then waits instead of being refused.
        listening.listen()
    except OSError as error:
        listening.close()
        raise UsageError(
            f"--host {host} --port {port}: {error.strerror}; choose another --port (0: any)"
        ) from None
    return listening


def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Answer requests until SIGINT or SIGTERM, then let those that run come to their end."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        limit_concurrency=200,
        timeout_graceful_shutdown=3,
    )
    # After its shutdown uvicorn raises the signal again, for the handlers that were there before.
    with suppress(KeyboardInterrupt, SystemExit):
        uvicorn.Server(config).run(sockets=[listening])
