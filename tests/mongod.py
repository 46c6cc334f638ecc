"""A mongod of a test's own, to be killed, started again, stepped down and cut off, and what is left
of an embedded one."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from pymongo import MongoClient
from pymongo.errors import PyMongoError

from tests.loopback import free_port
from tests.workers import wait_until
from tsnet.store.embedded import find_mongod
from tsnet.store.keeper import try_exclusive


class Mongod:
    """A server on loopback; as a context manager, stopped at the end."""

    def __init__(self, directory: Path, *options: str, replica_set: bool = False):
        self.directory = directory
        self.options = options
        self.replica_set = replica_set
        self.port = free_port()
        self.uri = f"mongodb://127.0.0.1:{self.port}/"
        if replica_set:
            self.uri += "?replicaSet=one"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Mongod:
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.kill()

    def start(self) -> None:
        self.directory.mkdir(exist_ok=True)
        command = [
            *(str(find_mongod()), "--dbpath", str(self.directory), "--nounixsocket", "--quiet"),
            *("--bind_ip", "127.0.0.1", "--port", str(self.port)),
            *("--wiredTigerCacheSizeGB", "0.25", "--logpath", str(self.directory / "log")),
            *self.options,
        ]
        if self.replica_set:
            command += ["--replSet", "one", "--oplogSize", "64"]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        with self.direct() as client:
            end = time.monotonic() + 60
            while True:
                try:
                    if self.replica_set:
                        self._become_primary(client)
                    else:
                        client.admin.command("ping")
                    return
                except PyMongoError:
                    assert time.monotonic() < end, (self.directory / "log").read_text()[-2000:]
                    time.sleep(0.1)

    def _become_primary(self, client: MongoClient[dict[str, object]]) -> None:
        with contextlib.suppress(PyMongoError):
            members = [{"_id": 0, "host": f"127.0.0.1:{self.port}"}]
            settings = {"electionTimeoutMillis": 500}
            client.admin.command(
                "replSetInitiate", {"_id": "one", "members": members, "settings": settings}
            )
        if not client.admin.command("hello")["isWritablePrimary"]:
            raise PyMongoError("not yet primary")

    @contextlib.contextmanager
    def direct(self) -> Iterator[MongoClient[dict[str, object]]]:
        """A client of this server alone."""
        client: MongoClient[dict[str, object]] = MongoClient(
            f"mongodb://127.0.0.1:{self.port}/?directConnection=true",
            serverSelectionTimeoutMS=1000,
            tz_aware=True,
        )
        with client:
            yield client

    def kill(self) -> None:
        """Kill -9."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    @contextlib.contextmanager
    def standing_still(self) -> Iterator[None]:
        """Within it the server does nothing, as on a machine that gives it no time."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def step_down(self, seconds: int = 3) -> None:
        """Make the primary step down for some seconds."""
        with self.direct() as client, contextlib.suppress(PyMongoError):
            client.admin.command("replSetStepDown", seconds, force=True)


class Proxy:
    """A network between a client and a server that can be cut, or made to swallow everything."""

    def __init__(self, target: int | str):
        """``target``: port of the server on loopback, or path of its unix socket."""
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._up = True
        self._silent = False
        self._done = False
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Proxy:
        self._run(self._accept)
        return self

    def __exit__(self, *_exception: object) -> None:
        self._done = True
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    def _run(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._done:
            if not select.select([self._listener], [], [], 0.1)[0]:
                continue
            client, _ = self._listener.accept()
            if not self._up:
                client.close()
                continue
            if isinstance(self._target, str):
                server = socket.socket(socket.AF_UNIX)
                server.connect(self._target)
            else:
                server = socket.create_connection(("127.0.0.1", self._target))
            self._run(self._pump, client, server)

    def _pump(self, client: socket.socket, server: socket.socket) -> None:
        other = {client: server, server: client}
        with client, server, contextlib.suppress(OSError, ValueError):
            while not self._done and self._up:
                for ready in select.select(list(other), [], [], 0.1)[0]:
                    if ready.fileno() < 0:
                        return
                    data = ready.recv(65536)
                    if not data:
                        return
                    if not self._silent:
                        other[ready].sendall(data)

    def cut(self) -> None:
        """Close every connection and refuse new ones."""
        self._up = False

    def swallow(self) -> None:
        """Let connections stand, and nothing through them."""
        self._silent = True

    def restore(self) -> None:
        """As before."""
        self._up = True
        self._silent = False


def gone(data_dir: Path) -> bool:
    """True when neither keeper nor mongod of ``data_dir`` lives."""
    for name in ("keeper", "server"):
        descriptor = try_exclusive(data_dir / "locks" / f"{name}.lock")
        if descriptor is None:
            return False
        os.close(descriptor)
    return True


def pids(data_dir: Path) -> tuple[int, int]:
    """Numbers of the keeper and of mongod."""
    mongod = int((data_dir / "mongod.pid").read_text())
    status = Path(f"/proc/{mongod}/stat").read_text()
    return int(status.rpartition(")")[2].split()[1]), mongod


def kill(*processes: int) -> None:
    """Kill, and wait until the kernel has taken their locks away."""
    for pid in processes:
        os.kill(pid, signal.SIGKILL)
    for pid in processes:
        wait_until(lambda pid=pid: not alive(pid))  # type: ignore[misc]


def alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
