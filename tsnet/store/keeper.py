"""The parent of a shared ``mongod``: keeps it up while anyone uses it, then stops it and leaves.

Run as ``python -c <this file> CONFIG`` by ``tsnet.store.embedded``: standard library only and no
import of tsnet, since the package may lie in a zipped egg that a fresh interpreter can't import.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, TypedDict

POLL = 0.1
"""Seconds between two looks at the locks."""
STOP_PATIENCE = 60.0
"""Seconds that mongod gets for a clean stop before it is killed (its journal makes that safe)."""
RESTARTS = 5
"""Deaths of mongod within a minute after which the keeper gives up."""
LOG_LIMIT = 8 * 1024 * 1024
"""Bytes of ``mongod.log`` above which the next start begins a new one."""
PR_SET_PDEATHSIG = 1
"""``prctl`` option of Linux: the signal a process gets when its parent dies (prctl(2))."""


class Config(TypedDict):
    """What the starter tells the keeper."""

    mongod: str
    """Path of the server's binary."""
    data_dir: str
    """Directory of the data, the locks and the logs."""
    socket: str
    """Path of the unix socket."""
    linger: float
    """Seconds that the server stays up after its last user has gone."""
    cache_gb: float
    """WiredTiger's cache, GB."""
    server_fd: int
    """Descriptor that holds ``server.lock``; mongod inherits it."""


def try_exclusive(path: Path) -> int | None:
    """Descriptor with an exclusive ``flock`` on ``path``, or None when someone holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def accepts(path: str) -> bool:
    """True when a server accepts connections on the unix socket ``path``."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(1.0)
        try:
            probe.connect(path)
        except OSError:
            return False
    return True


def _tie_to_parent() -> None:
    """In mongod's process before exec: end with the keeper, so that no daemon is left behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Keeper:
    """Starts, watches, restarts and stops one mongod."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.data_dir = Path(config["data_dir"])
        self.locks = self.data_dir / "locks"
        self.asked_to_stop = False
        self.deaths: list[float] = []
        self.log = self.data_dir / "mongod.log"
        self.log_began = 0
        self.mongod = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        """Start mongod on its socket."""
        config = self.config
        database = self.data_dir / "db"
        database.mkdir(mode=0o700, exist_ok=True)
        log = self.log
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".log.1"))
        self.log_began = log.stat().st_size if log.exists() else 0
        self.remove_socket()
        process = subprocess.Popen(
            [
                config["mongod"],
                *("--dbpath", str(database)),
                *("--bind_ip", config["socket"], "--nounixsocket", "--port", "0"),
                *("--filePermissions", "0700"),
                *("--wiredTigerCacheSizeGB", str(config["cache_gb"])),
                *("--noscripting", "--quiet"),
                *("--setParameter", "diagnosticDataCollectionEnabled=false"),
                *("--logpath", str(log), "--logappend"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # In keeper.log is then what the system says of a binary that it can't start.
            stderr=None,
            cwd=str(self.data_dir),
            pass_fds=(config["server_fd"],),
            preexec_fn=_tie_to_parent,
        )
        (self.data_dir / "mongod.pid").write_text(f"{process.pid}\n", encoding="ascii")
        return process

    def remove_socket(self) -> None:
        """Take the socket file away, so that no newcomer reaches a server that is going down."""
        with contextlib.suppress(FileNotFoundError):
            Path(self.config["socket"]).unlink()

    def stop(self) -> None:
        """Stop mongod cleanly; kill it when it takes longer than ``STOP_PATIENCE``."""
        self.remove_socket()
        self.mongod.terminate()
        try:
            self.mongod.wait(STOP_PATIENCE)
        except subprocess.TimeoutExpired:
            self.mongod.kill()
            self.mongod.wait()

    def revive(self) -> bool:
        """After mongod ended by itself: start it again if that makes sense."""
        code = self.mongod.returncode
        now = time.monotonic()
        self.deaths = [death for death in self.deaths if now - death < 60] + [now]
        # Someone wanted a clean exit, and a first start that failed would fail again.
        if code >= 0 or len(self.deaths) > RESTARTS:
            say(f"mongod ended with exit code {code}: {self.reason()}")
            return False
        self.mongod = self.start()
        return True

    def reason(self) -> str:
        """Why mongod ended, as far as it or the system has said since it was started."""
        if self.mongod.returncode == -signal.SIGILL:
            return "the processor lacks instructions that it needs (AVX, say): set MONGO_URI"
        if said := first_error(self.log, self.log_began):
            return f"{said}; see {self.log}, and restore a backup where its data is damaged"
        return last_line(self.data_dir / "keeper.log") or f"see {self.log}"

    def run(self) -> None:
        """Watch until the last user has gone, or mongod can't be kept up."""
        idle_since: float | None = None
        was_up = False
        while True:
            time.sleep(POLL)
            if self.mongod.poll() is not None and not self.revive():
                self.remove_socket()
                return
            if self.asked_to_stop:
                self.stop()
                return
            # Before that it may still recover its data, even if whoever started it is gone.
            was_up = was_up or accepts(self.config["socket"])
            users = try_exclusive(self.locks / "users.lock")
            if users is None:
                idle_since = None
                continue
            if idle_since is None:
                idle_since = time.monotonic()
            if was_up and time.monotonic() - idle_since >= self.config["linger"]:
                # The descriptor stays open until this process ends: newcomers wait for that.
                self.stop()
                return
            os.close(users)

    def on_terminate(self, _signal: int, _frame: Any) -> None:
        """Signal handler: leave at the next look."""
        self.asked_to_stop = True


def say(line: str) -> None:
    """Write one line where the starter looks for the reason of a failure (``keeper.log``)."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)


def first_error(log: Path, began: int) -> str:
    """The first error in mongod's log from byte ``began`` on; empty where there is none.

    Those that follow say what came of it: that it aborts, and how to read a core.
    """
    for line in lines_of(log, began):
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and entry.get("s") in ("E", "F"):
            attributes = entry.get("attr", {})
            said = attributes.get("message")  # an object where WiredTiger says it
            reason = said.get("msg") if isinstance(said, dict) else attributes.get("error", "")
            return f"{entry.get('msg')} {reason}".strip()
    return ""


def last_line(path: Path) -> str:
    """The last line of a file; empty where there is none."""
    return next((line for line in reversed(lines_of(path)) if line.strip()), "")


def lines_of(path: Path, began: int = 0) -> list[str]:
    """The last lines of a file from byte ``began`` on; none where it can't be read."""
    try:
        return path.read_bytes()[began:][-65536:].decode("utf-8", "replace").splitlines()
    except OSError:
        return []


def main() -> None:
    """Become a process of its own session without a parent, then keep."""
    # The starter may live for days: a child that it never waits for would stay as a zombie.
    if os.fork():
        os._exit(0)
    config: Config = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        keeper = Keeper(config)
    except OSError as error:
        say(f"mongod could not be started: {error}")
        sys.exit(1)
    signal.signal(signal.SIGTERM, keeper.on_terminate)
    keeper.run()


if __name__ == "__main__":
    main()
