"""The reading room on a free port of loopback, for tests that ask it over HTTP."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import uvicorn
from starlette.types import ASGIApp

from tsnet.commands.serve import listen


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    text: str


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """The address of ``app``, served by a thread for the length of a ``with`` block."""
    listening = listen("127.0.0.1", 0, None)
    port = listening.getsockname()[1]
    config = uvicorn.Config(app, log_config=None, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def ask(address: str, headers: Mapping[str, str] | None = None, *, method: str = "GET") -> Answer:
    """Ask for one address, as it stands; redirects are not followed."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    try:
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        connection.request(method, target, headers=dict(headers or {}))
        answer = connection.getresponse()
        return Answer(
            answer.status,
            {name.lower(): value for name, value in answer.getheaders()},
            answer.read().decode(),
        )
    finally:
        connection.close()
