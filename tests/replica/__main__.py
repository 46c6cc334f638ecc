"""``python -m tests.replica``: serve a replica until stopped; its address is the first line."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from typing import Any

from tests.replica.options import Options, add_arguments
from tests.replica.server import serve
from tests.replica.site import Site


def main() -> None:
    """Read the options, serve, stop at SIGINT or SIGTERM, or when the parent's pipe closes."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.replica",
        description="A replica of the site on loopback. Prints one JSON line with its addresses.",
    )
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument("--options", help="all options as JSON, instead of single ones")
    parser.add_argument(
        "--with-parent", action="store_true", help="stop when standard input is closed"
    )
    add_arguments(parser)
    arguments = parser.parse_args()
    if arguments.options:
        options = Options(**json.loads(arguments.options))
    else:
        options = Options.from_arguments(arguments)
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(Site(options), arguments.port, arguments.with_parent))


async def _run(site: Site, port: int, with_parent: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    if with_parent:
        loop.add_reader(sys.stdin.fileno(), _stop_at_end, sys.stdin.fileno(), stop)
    await serve(site, port, _announce, stop)


def _stop_at_end(pipe: int, stop: asyncio.Event) -> None:
    if not os.read(pipe, 1):
        stop.set()


def _announce(addresses: dict[str, Any]) -> None:
    print(json.dumps(addresses), flush=True)


if __name__ == "__main__":
    main()
