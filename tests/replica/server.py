"""The replica on loopback: HTTP/1.1 on plain asyncio.

A web framework would be less code for sound answers, but half of what is served here is broken
below the level that a framework lets through (resets, lies about lengths, bodies without end).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import Counter, OrderedDict, deque
from email.utils import parsedate_to_datetime
from typing import Any

from tests.replica.answer import REASONS, Answer
from tests.replica.faults import GIGABYTE
from tests.replica.site import Site

CHUNK = b"<p>" + b"0123456789abcdef" * 4096 + b"</p>\n"
LOG_LENGTH = 200_000
MAX_HEAD = 65_536


class RequestLog:
    """Every request: counts by path without query, and the heads of the last ones."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.heads: deque[tuple[float, bytes, int]] = deque(maxlen=LOG_LENGTH)

    def note(self, path: str, head: bytes, status: int) -> None:
        """Keep one request."""
        self.counts[path.partition("?")[0]] += 1
        self.statuses[status] += 1
        self.heads.append((time.time(), head, status))

    def to_json(self) -> dict[str, Any]:
        """All of it as JSON values; heads taken apart here, not while serving."""
        requests = []
        for when, head, status in self.heads:
            method, target, headers = parse_head(head)
            requests.append(
                {"time": when, "method": method, "path": target, "status": status,
                 "headers": headers}
            )  # fmt: skip
        return {"counts": dict(self.counts), "requests": requests}

    def clear(self) -> None:
        """Forget."""
        self.counts.clear()
        self.statuses.clear()
        self.heads.clear()


def parse_head(head: bytes) -> tuple[str, str, dict[str, str]]:
    """Method, target and headers (lower-case names) of a request."""
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, *_ = [*first.split(" "), "", ""]
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return method, target, headers


class Pages:
    """Answers as bytes ready to send, rendered when first asked for, bounded in size."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.log = RequestLog()
        self._ready: OrderedDict[str, tuple[Answer, bytes]] = OrderedDict()
        self._size = 0

    def get(self, target: str, host: str) -> tuple[Answer, bytes]:
        """The answer and, for one that is sent whole, its head and body in one piece."""
        found = self._ready.get(target)
        if found is not None:
            return found
        answer = self.site.answer(target, host)
        ready = (answer, serialise(answer))
        if self.site.cacheable(target.partition("?")[0]) and not answer.behaviour:
            self._ready[target] = ready
            self._size += len(ready[1])
            while self._size > self.site.options.cache_bytes:
                _, (_, dropped) = self._ready.popitem(last=False)
                self._size -= len(dropped)
        return ready

    def forget(self) -> None:
        """The site has changed."""
        self._ready.clear()
        self._size = 0


def serialise(answer: Answer, body: bool = True) -> bytes:
    """Head and body as sent."""
    lines = [f"HTTP/1.1 {answer.status} {REASONS.get(answer.status, 'Status')}", "Server: nginx"]
    lines += [f"{name}: {value}" for name, value in answer.headers.items()]
    if answer.etag:
        lines.append(f"ETag: {answer.etag}")
    if answer.last_modified:
        lines.append(f"Last-Modified: {answer.last_modified}")
    if answer.status != 304:
        lines.append(f"Content-Length: {len(answer.body)}")
    head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
    return head + answer.body if body else head


def unchanged(answer: Answer, headers: dict[str, str]) -> bool:
    """Whether a conditional request is to be answered 304 (RFC 9110, 13.2.2)."""
    wanted = headers.get("if-none-match")
    if wanted is not None:
        tags = [tag.strip().removeprefix("W/") for tag in wanted.split(",")]
        return answer.etag is not None and answer.etag in tags
    since = headers.get("if-modified-since")
    if since is None or answer.last_modified is None:
        return False
    with contextlib.suppress(ValueError):
        return parsedate_to_datetime(answer.last_modified) <= parsedate_to_datetime(since)
    return False


class SiteProtocol(asyncio.Protocol):
    """One connection."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.buffer = b""
        self.transport: asyncio.Transport
        self.task: asyncio.Task[None] | None = None
        self._writable = asyncio.Event()
        self._writable.set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._writable.set()
        if self.task is not None:
            self.task.cancel()

    def pause_writing(self) -> None:
        self._writable.clear()

    def resume_writing(self) -> None:
        self._writable.set()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if len(self.buffer) > MAX_HEAD:
            self.transport.abort()
            return
        self._serve()

    def _serve(self) -> None:
        while self.task is None:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head, self.buffer = self.buffer[:end], self.buffer[end + 4 :]
            self._one(head)

    def _one(self, head: bytes) -> None:
        first = head[: head.find(b"\r\n")] if b"\r\n" in head else head
        words = first.decode("latin-1").split(" ")
        if len(words) != 3 or words[0] not in ("GET", "HEAD"):
            self.pages.log.note("", head, 405)
            self.transport.write(serialise(Answer(405, {"Connection": "close"})))
            self.transport.close()
            return
        target = words[1]
        lower = head.lower()
        conditional = b"\r\nif-" in lower
        at = lower.find(b"\r\nhost:")
        host = head[at + 7 : head.find(b"\r\n", at + 7) if head.find(b"\r\n", at + 7) > 0 else None]
        answer, ready = self.pages.get(target, host.decode("latin-1").strip())
        if conditional and answer.status == 200 and unchanged(answer, parse_head(head)[2]):
            bare = Answer(304, {}, b"", "", answer.etag, answer.last_modified)
            self.pages.log.note(target, head, 304)
            self.transport.write(serialise(bare))
            return
        self.pages.log.note(target, head, answer.status)
        if words[0] == "HEAD":
            self.transport.write(serialise(answer, body=False))
        elif answer.behaviour:
            self.task = asyncio.ensure_future(self._misbehave(answer, ready))
            self.task.add_done_callback(self._went_on)
        else:
            self.transport.write(ready)
        if b"\r\nconnection: close" in lower and self.task is None:
            self.transport.close()

    def _went_on(self, task: asyncio.Task[None]) -> None:
        self.task = None
        if not task.cancelled() and not self.transport.is_closing():
            self._serve()

    async def _misbehave(self, answer: Answer, ready: bytes) -> None:
        pause = self.pages.site.options.slow_seconds
        write = self.transport.write
        if answer.behaviour == "late":
            await asyncio.sleep(pause)
            write(ready)
        elif answer.behaviour == "trickle":
            step = max(1, len(ready) // 20)
            for start in range(0, len(ready), step):
                write(ready[start : start + step])
                await asyncio.sleep(pause / 20)
        elif answer.behaviour == "cut":
            write(ready[: len(ready) - len(answer.body) // 2])
            self.transport.close()
        elif answer.behaviour == "reset":
            self.transport.abort()
        elif answer.behaviour == "reset_midway":
            write(ready[: len(ready) // 2])
            await asyncio.sleep(0.05)
            self.transport.abort()
        elif answer.behaviour == "endless":
            write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            chunk = b"%x\r\n%s\r\n" % (len(CHUNK), CHUNK)
            while not self.transport.is_closing():
                await self._writable.wait()
                write(chunk)
                await asyncio.sleep(0)
        elif answer.behaviour == "gigabyte":
            write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
                % GIGABYTE
            )
            left = GIGABYTE
            while left > 0 and not self.transport.is_closing():
                await self._writable.wait()
                write(CHUNK[:left])
                left -= len(CHUNK)
                await asyncio.sleep(0)


class ForeignProtocol(asyncio.Protocol):
    """Another host: answers everything with a page, and counts."""

    def __init__(self, log: RequestLog) -> None:
        self.log = log

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        head = data.partition(b"\r\n\r\n")[0]
        self.log.note(parse_head(head)[1], head, 200)
        body = b"<html><title>foreign</title><body>foreign</body></html>"
        self.transport.write(serialise(Answer(200, {"Content-Type": "text/html"}, body)))


class ControlProtocol(asyncio.Protocol):
    """The way for tests to change the site and read its log: one JSON line in, one out."""

    def __init__(self, pages: Pages, foreign: RequestLog) -> None:
        self.pages = pages
        self.foreign = foreign
        self.buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while b"\n" in self.buffer:
            line, _, self.buffer = self.buffer.partition(b"\n")
            try:
                reply = {"reply": self._obey(json.loads(line))}
            except Exception as error:  # the caller must see it, whatever it is
                reply = {"error": f"{type(error).__name__}: {error}"}
            self.transport.write(json.dumps(reply).encode() + b"\n")

    def _obey(self, order: dict[str, Any]) -> Any:
        if "change" in order:
            ident = self.pages.site.apply(order)
            self.pages.forget()
            return ident
        if order["ask"] == "log":
            return self.pages.log.to_json()
        if order["ask"] == "counts":
            return dict(self.pages.log.counts)
        if order["ask"] == "foreign":
            return self.foreign.to_json()
        if order["ask"] == "warm":
            for entry in list(self.pages.site.entries.values()):
                for page in range(len(self.pages.site.content(entry).pages())):
                    self.pages.get(entry.path(page), "")
            return None
        if order["ask"] == "clear":
            self.pages.log.clear()
            self.foreign.clear()
            return None
        raise ValueError(f"order {order!r} is not known")


async def serve(site: Site, port: int, announce: Any, stop: asyncio.Event) -> None:
    """Serve until ``stop`` is set; ``announce`` is called with the addresses once all listen."""
    loop = asyncio.get_running_loop()
    pages = Pages(site)
    foreign_log = RequestLog()
    main = await loop.create_server(lambda: SiteProtocol(pages), "127.0.0.1", port, backlog=512)
    try:
        foreign = await loop.create_server(lambda: ForeignProtocol(foreign_log), "127.0.0.2", 0)
    except OSError:
        # Only Linux answers on all of 127/8 unasked.
        foreign = await loop.create_server(lambda: ForeignProtocol(foreign_log), "localhost", 0)
    control = await loop.create_server(lambda: ControlProtocol(pages, foreign_log), "127.0.0.1", 0)
    site.base = f"http://127.0.0.1:{main.sockets[0].getsockname()[1]}"
    name = foreign.sockets[0].getsockname()
    site.foreign = f"http://{name[0]}:{name[1]}"
    announce(
        {
            "url": site.base,
            "foreign": site.foreign,
            "control": control.sockets[0].getsockname()[1],
            "articles": len(site.entries),
            "channels": sorted(site.channels),
        }
    )
    await stop.wait()
    for server in (main, foreign, control):
        server.close()
