"""Workers of one shared crawl, their Redis and a small site, all real and on loopback."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import redis

from tests.crawling import INHERITED, ROOT, crawl_command, environment
from tests.loopback import free_port

PAGES_A_LISTING = 100


def wait_until(true: Callable[[], object], seconds: float = 120.0, what: str = "") -> None:
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            raise TimeoutError(f"waited {seconds} s in vain {what}")
        time.sleep(0.02)


class RedisServer:
    """A redis-server of its own, with an append-only file as docs/scaling.md asks for."""

    def __init__(self, directory: Path):
        self.directory = directory
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.client = redis.Redis(port=self.port, socket_timeout=5)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [
                *("redis-server", "--port", str(self.port), "--bind", "127.0.0.1"),
                *("--dir", str(self.directory), "--save", "", "--appendonly", "yes"),
                *("--logfile", str(self.directory / "redis.log")),
            ]
        )
        wait_until(self._answers, what="for redis-server")

    def _answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except redis.RedisError:
            return False

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        self.client.close()
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()

    def __enter__(self) -> RedisServer:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()


class SmallSite:
    """``/``, listings of 100 links in a chain, and the pages; remembers when what was fetched."""

    def __init__(self, pages: int, busy_once: Iterable[str] = ()):
        """``busy_once``: paths that answer 503 the first time."""
        self.pages = pages
        self._busy = set(busy_once)
        self.fetched: list[tuple[float, str]] = []
        """Monotonic time and path of each request, robots.txt left out."""
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve)

    def counts(self) -> Counter[str]:
        return Counter(path for _, path in list(self.fetched))

    def _serve(self) -> None:
        self._server = self._loop.run_until_complete(
            asyncio.start_server(self._answer, "127.0.0.1", 0)
        )
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        self._ready.set()
        self._loop.run_forever()
        self._server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                while await reader.readline() not in (b"\r\n", b""):
                    pass
                path = line.split()[1].decode()
                found = self._body(path)
                if path != "/robots.txt":
                    self.fetched.append((time.monotonic(), path))
                body = (found or "").encode()
                status = "404 Not Found" if found is None else "200 OK"
                if path in self._busy:
                    self._busy.remove(path)
                    status = "503 Service Unavailable"
                writer.write(
                    f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n"
                    f"Content-Length: {len(body)}\r\n\r\n".encode()
                    + body
                )
                await writer.drain()
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def _body(self, path: str) -> str | None:
        if path == "/":
            return '<a class="listing" href="/listing/0">all</a>'
        kind, _, number = path.lstrip("/").partition("/")
        if kind == "page":
            return f"<h1>{number}</h1>" + "<p>text</p>" * 50
        if kind != "listing":
            return None
        first = int(number) * PAGES_A_LISTING
        last = min(first + PAGES_A_LISTING, self.pages)
        # The second link is the same page to whoever asks the project's fingerprinter.
        links = "".join(
            f'<a class="page" href="/page/{n}{query}">{n}</a>'
            for n in range(first, last)
            for query in ("", "?again")
        )
        if last < self.pages:
            links += f'<a class="listing" href="/listing/{int(number) + 1}">next</a>'
        return links

    def __enter__(self) -> SmallSite:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *exception: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()


class Worker:
    """``scrapy crawl small`` in a process of its own, with the settings of tests.small_settings."""

    def __init__(
        self,
        site: SmallSite,
        server: RedisServer,
        directory: Path,
        run: str = "test",
        settings: Mapping[str, object] | None = None,
        arguments: Mapping[str, object] | None = None,
    ):
        given = [f"--set={name}={value}" for name, value in (settings or {}).items()]
        given += [f"-a{name}={value}" for name, value in (arguments or {}).items()]
        self.log = directory / f"worker-{time.monotonic_ns()}.log"
        crawl = [sys.executable, "-m", "scrapy", "crawl", "small", f"-abase_url={site.url}"]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [*crawl, *given],
                cwd=ROOT,
                stderr=log,
                env={
                    **INHERITED,
                    "SCRAPY_SETTINGS_MODULE": "tests.small_settings",
                    "REDIS_URL": server.url,
                    "TSNET_RUN": run,
                    "MONGO_URI": "mongodb://127.0.0.1:1",
                    "TSNET_CONTACT": "test@localhost.test",
                    "WRITTEN": str(directory / "written"),
                },
            )
        self.pid = self._process.pid

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def pause(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def terminate(self) -> None:
        self._process.terminate()

    def running(self) -> bool:
        return self._process.poll() is None

    def end(self, seconds: float = 120.0) -> int:
        """Wait for the worker's end of its own accord; its exit code."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the worker did not end:\n{self.log_text()[-4000:]}") from None

    def log_text(self) -> str:
        return self.log.read_text()


def crawl_worker(
    base_url: str,
    store: tuple[str, str],
    server: RedisServer,
    place: Path,
    settings: Mapping[str, str] | None = None,
    more: Mapping[str, str] | None = None,
    /,
    **arguments: str,
) -> subprocess.Popen[bytes]:
    """A worker of the project's own spider, in run ``spring``; its log is the file ``log``.

    ``more``: what stands in its environment besides.

    Workers in directories beside each other share a spool, as those of one machine do.
    """
    place.mkdir()
    # What is judged here is the work of the queue, not the look of the pages.
    limits = '{"MAX_BOILERPLATE": 1, "MAX_REJECTED": 1}'
    given = {"TSNET_HEARTBEAT": "15", "TSNET_BATCH_AGE": "0.3", "TSNET_MONITOR_LIMITS": limits}
    # Pages read in the worker itself would hold up its heartbeat on a busy machine.
    given["TSNET_EXTRACTION_PROCESSES"] = "1"
    with (place / "log").open("wb") as log:
        return subprocess.Popen(
            crawl_command(base_url, {**given, **(settings or {})}, **arguments),
            cwd=ROOT,
            stderr=log,
            env={
                **environment(store, place.parent / "spool"),
                "SCRAPY_PROJECT": "distributed",
                "REDIS_URL": server.url,
                "TSNET_RUN": "spring",
                "TSNET_CONTACT": "test@localhost.test",
                **(more or {}),
            },
        )


def written(directory: Path) -> Counter[str]:
    """What the workers' pipelines have written: path → times."""
    path = directory / "written"
    return Counter(path.read_text().split()) if path.exists() else Counter()


def paths_leased_to(server: RedisServer, run: str, pid: int) -> set[str]:
    """Paths of the requests that a worker had in hand when Redis last heard of it."""
    from tsnet.distributed import request_codec

    prefix = f"tsnet:{{{run}}}:leases:"
    paths = set()
    for key in server.client.scan_iter(f"{prefix}*-{pid}-*"):
        for member in server.client.zrange(key, 0, -1):
            assert isinstance(member, bytes)
            url = request_codec.loads(member.partition(b"|")[2])["url"]
            paths.add("/" + url.split("/", 3)[3])
    return paths
