"""Hosts on loopback whose pages a test writes itself, and which note what was asked of them."""

from __future__ import annotations

import random
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeVar

Answer = tuple[int, dict[str, str], str | bytes]
"""Status, headers, and the text or bytes of the body."""


def free_port() -> int:
    """A port for a server that another program starts.

    Below those that Linux gives to outgoing connections, so that none takes it in between.
    """
    while True:
        port = random.randrange(15000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


@contextmanager
def refusing(address: str = "127.0.0.1", family: int = socket.AF_INET) -> Iterator[int]:
    """A port that refuses connections, and that no server gets meanwhile."""
    with socket.socket(family) as unused:
        unused.bind((address, 0))
        yield unused.getsockname()[1]


@dataclass
class Received:
    """A request as the host received it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Host:
    """What a host answers, and what came to it."""

    url: str = ""
    connections: list[str] = field(default_factory=list)
    """Addresses from which something connected, whether it asked for anything or not."""
    requests: list[Received] = field(default_factory=list)

    def paths(self) -> Counter[str]:
        return Counter(request.path for request in self.requests)

    def answer(self, path: str) -> Answer:
        raise NotImplementedError


Served = TypeVar("Served", bound=Host)


@contextmanager
def serving(host: Served) -> Iterator[Served]:
    """Serve ``host`` on a free port, which its ``url`` then names."""
    with ThreadingHTTPServer(("127.0.0.1", 0), RecordingHandler) as server:
        host.url = f"http://127.0.0.1:{server.server_port}"
        server.host = host  # type: ignore[attr-defined]
        # To stop takes one poll: half a second unless told otherwise.
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield host
        finally:
            server.shutdown()


class RecordingHandler(BaseHTTPRequestHandler):
    """Answers from the server's host, and writes down every connection and request."""

    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        self.server.host.connections.append(str(self.client_address))  # type: ignore[attr-defined]
        super().setup()

    def _serve(self) -> None:
        host: Host = self.server.host  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        host.requests.append(Received(self.command, self.path, headers, body))
        status, answer_headers, body_sent = host.answer(self.path)
        content = body_sent.encode() if isinstance(body_sent, str) else body_sent
        self.send_response(status)
        for name, value in answer_headers.items():
            self.send_header(name, value)
        self.send_header("Set-Cookie", "tracked=1")
        if "Content-Length" in answer_headers:
            self.close_connection = True  # it may be a lie
        else:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = _serve

    def log_message(self, *arguments: object) -> None:
        """Nothing on standard error."""
