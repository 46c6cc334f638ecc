"""``scrapy serve`` as a command: where it listens, what it refuses, how it stops."""

from __future__ import annotations

import ast
import re
import signal
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from pymongo import MongoClient
from scrapy.exceptions import UsageError

from tests.crawling import INHERITED, ROOT, scrapy
from tests.reading_archive import SEED, fill
from tests.reading_room import ask
from tests.workers import wait_until
from tsnet.commands.serve import listen, read_password
from tsnet.store.preparation import prepare


def environment(uri: str, database: str, **more: str) -> dict[str, str]:
    return {**INHERITED, "MONGO_URI": uri, "MONGO_DATABASE": database, **more}


@contextmanager
def serve(*arguments: str, env: Mapping[str, str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running ``scrapy serve`` and the address that it printed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "scrapy", "serve", *arguments],
        cwd=ROOT,
        env=dict(env),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = re.search(r"http://\S+:\d+(?=/)", line)
        if address is None:
            pytest.fail(f"printed {line!r}; {process.communicate()}")
        yield process, address[0]
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def run(*arguments: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return scrapy("serve", *arguments, env=dict(env))


@pytest.fixture
def filled(mongo_database: tuple[str, str]) -> dict[str, str]:
    """The environment of a command that finds a filled archive."""
    uri, name = mongo_database
    with MongoClient(uri, tz_aware=True) as client:
        prepare(client[name])
        fill(client[name])
    return environment(uri, name)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_answers_there_and_stops_when_told(
    filled: dict[str, str], number: signal.Signals
) -> None:
    with serve("--port", "0", env=filled) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        page = ask(f"{address}/article/{SEED}")
        assert page.status == 200
        assert "server" not in page.headers
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)

    assert process.returncode == 0
    assert errors == ""


def test_others_are_let_in_only_with_the_password(filled: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("a long password\nand a second line\n", "utf-8")
    options = ("--host", "0.0.0.0", "--port", "0", "--password-file", str(file))
    with serve(*options, env=filled) as (process, address):
        assert process.stderr is not None
        assert "unencrypted" in process.stderr.readline()
        local = address.replace("0.0.0.0", "127.0.0.1")
        assert ask(f"{local}/").status == 401
        authorization = {"Authorization": "Basic OmEgbG9uZyBwYXNzd29yZA==", "Host": "any.example"}
        assert ask(f"{local}/", authorization).status == 200


def test_a_store_that_is_not_there_is_told_before_a_page_is_served() -> None:
    env = environment("mongodb://reader:secret@127.0.0.1:9/?serverSelectionTimeoutMS=300", "web")

    outcome = run("--port", "0", env=env)

    assert outcome.returncode == 1
    assert outcome.stdout == ""
    assert "127.0.0.1:9" in outcome.stderr
    assert "secret" not in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_private_server_that_died_with_its_keeper_is_there_for_a_later_request(
    tmp_path: Path,
) -> None:
    with serve("--port", "0", env={**INHERITED, "TSNET_DATA_DIR": str(tmp_path)}) as (_, address):
        assert ask(f"{address}/").status == 200
        mongod = psutil.Process(int((tmp_path / "mongod.pid").read_text()))
        keeper = mongod.parent()
        assert keeper is not None
        for process in (keeper, mongod):
            process.kill()
        mongod.wait(60)
        assert ask(f"{address}/?q=a").status == 503
        wait_until(lambda: ask(f"{address}/?q=b").status == 200, what="for the server")


def test_misuse_is_told_and_exits_with_2() -> None:
    outcome = run("--host", "0.0.0.0", env=environment("mongodb://127.0.0.1:9/", "web"))

    assert outcome.returncode == 2
    assert "error: --host 0.0.0.0" in outcome.stderr.splitlines()[-1]


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_an_address_for_others_needs_a_password(host: str) -> None:
    with pytest.raises(UsageError, match="password"):
        listen(host, 0, None)


@pytest.mark.parametrize(("host", "port"), [("no such host", 0), ("a..b", 0), ("127.0.0.1", 99999)])
def test_an_address_that_is_none_is_refused_by_name(host: str, port: int) -> None:
    with pytest.raises(UsageError, match=r"--(host|port)"):
        listen(host, port, None)


def test_a_port_that_is_taken_is_refused_with_a_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"--port {port}.*another --port"):
            listen("127.0.0.1", port, None)


def test_a_password_is_read_from_a_file_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TSNET_WEB_PASSWORD", raising=False)
    assert read_password(None) is None
    monkeypatch.setenv("TSNET_WEB_PASSWORD", "from the environment")
    assert read_password(None) == "from the environment"
    file = tmp_path / "password"
    file.write_bytes("开门开门开门吧!\r\n".encode("utf-8-sig"))
    assert read_password(str(file)) == "开门开门开门吧!"


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff\xfe not UTF-8", None])
def test_a_password_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    monkeypatch.setenv("TSNET_WEB_PASSWORD", "from the environment")
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError, match="--password-file"):
        read_password(str(file))


def test_other_commands_do_not_pay_for_the_web() -> None:
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, tsnet.commands.serve;"
            "print([name for name in ('starlette', 'uvicorn', 'jinja2', 'pymongo')"
            " if name in sys.modules])",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert loaded.stdout.strip() == "[]"


FROM_AN_EGG = """
import asyncio
import tsnet
from tsnet.store.archive import Archive
from tsnet.web.app import create_app

async def get(app, path):
    sent = []
    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}
    async def send(message):
        sent.append(message)
    headers = [(b"host", b"127.0.0.1")]
    await app({"type": "http", "method": "GET", "path": path, "raw_path": path.encode(),
               "query_string": b"", "headers": headers, "http_version": "1.1", "scheme": "http",
               "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 1), "root_path": ""},
              receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])

app = create_app(Archive())
assert ".egg" in tsnet.__file__, tsnet.__file__
status, page = asyncio.run(get(app, "/nowhere"))
assert status == 404 and "天山阅览室".encode() in page, page
for name in ("reading-room.css", "reading-room.js", "theme.js", "seal.svg",
             "uplot/uPlot.iife.min.js", "uplot/uPlot.min.css", "uplot/LICENSE"):
    status, content = asyncio.run(get(app, "/static/" + name))
    assert status == 200 and content, name
print("served")
"""


def test_pages_and_files_are_read_from_a_zipped_egg(tmp_path: Path) -> None:
    egg = tmp_path / "tsnet.egg"
    with zipfile.ZipFile(egg, "w") as archive:
        for file in (ROOT / "tsnet").rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                archive.write(file, file.relative_to(ROOT))

    served = subprocess.run(
        [sys.executable, "-c", FROM_AN_EGG],
        cwd=tmp_path,
        env={**INHERITED, "PYTHONPATH": str(egg)},
        capture_output=True,
        text=True,
    )

    assert served.stdout.strip() == "served", served.stderr


def test_every_template_and_static_file_is_packaged() -> None:
    declared = re.search(
        r'^"tsnet.web" = (\[.*?\])', (ROOT / "pyproject.toml").read_text("utf-8"), re.M | re.S
    )
    assert declared
    web = ROOT / "tsnet" / "web"
    packaged = {file for glob in ast.literal_eval(declared[1]) for file in web.glob(glob)}

    there = {file for name in ("templates", "static") for file in (web / name).rglob("*")}
    assert {file for file in there if file.is_file()} <= packaged
