"""What goes wrong between tsnet and a MongoDB, as one line for whoever asked."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pymongo import AsyncMongoClient, MongoClient

from tests.articles import article
from tests.crawling import crawl, environment, scrapy
from tests.loopback import free_port
from tests.mongod import Mongod
from tsnet.store import Archive, connection
from tsnet.store.articles import ArticleStore
from tsnet.store.connection import StoreSettings, client_options, open_database
from tsnet.store.errors import StoreError, StoreSettingsError, StoreUnavailable


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """URI of a server for a user who has no right to the database ``tsnet``."""
    with Mongod(tmp_path_factory.mktemp("auth") / "db", "--auth") as server:
        with server.direct() as client:
            client.admin.command("createUser", "root", pwd="root", roles=["root"])
        with MongoClient(server.uri, username="root", password="root") as client:
            rights = [{"role": "read", "db": "other"}]
            client.admin.command("createUser", "stranger", pwd="s3cret-word", roles=rights)
            rights = [{"role": "read", "db": "tsnet"}]
            client.admin.command("createUser", "reader", pwd="s3cret-word", roles=rights)
        yield server.uri.replace("//", "//stranger:s3cret-word@") + "?authSource=admin"


@pytest.mark.parametrize("command", ["search 新疆", "show t1", "stats", "status", "serve"])
def test_a_user_without_rights_is_told_the_role(stranger: str, command: str) -> None:
    run = scrapy(*command.split(), env=environment((stranger, "tsnet")))
    assert run.returncode == 1
    (told,) = run.stderr.splitlines()
    assert "give it the role readWrite on the database tsnet" in told
    assert "s3cret" not in told


@pytest.mark.parametrize(
    ("user", "remedy"),
    [
        ("stranger:s3cret-wort@", "correct user, password or authSource in MONGO_URI"),
        ("nobody:s3cret-word@", "correct user, password or authSource in MONGO_URI"),
        ("", "asks for a user: name one with its password in MONGO_URI"),
    ],
)
def test_a_user_that_is_wrong_or_missing_is_told_so(stranger: str, user: str, remedy: str) -> None:
    uri = stranger.replace("stranger:s3cret-word@", user)
    run = scrapy("stats", env=environment((uri, "tsnet")))
    assert run.returncode == 1
    (told,) = run.stderr.splitlines()
    assert told.endswith(remedy)
    assert "s3cret" not in told


def test_who_may_only_read_may_ask_what_cleaning_would_change(stranger: str) -> None:
    reader = environment((stranger.replace("stranger:", "reader:"), "tsnet"))
    run = scrapy("reclean", "--dry-run", env=reader)
    assert run.returncode == 0, run.stderr
    assert scrapy("reclean", env=reader).returncode == 1


def test_who_loses_the_right_to_write_under_a_crawl_is_told_the_role(stranger: str) -> None:
    async def write() -> None:
        async with AsyncMongoClient(stranger.replace("stranger:", "reader:")) as client:
            await ArticleStore(client.tsnet).write([article(1)])

    told = "MongoDB did not write: not authorized on tsnet: give the user of MONGO_URI the role"
    with pytest.raises(StoreUnavailable, match=told):
        asyncio.run(write())


def test_a_server_that_is_killed_under_a_question_is_told(tmp_path: Path) -> None:
    def ask_and_kill(server: Mongod) -> None:
        with Archive(server.uri + "?serverSelectionTimeoutMS=500") as archive:
            assert not archive.search().hits
            server.kill()
            archive.search()

    with (
        Mongod(tmp_path / "db") as server,
        pytest.raises(StoreUnavailable, match="start that server"),
    ):
        ask_and_kill(server)


def test_a_server_that_is_too_old_is_named(mongo_uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "OLDEST_WIRE_VERSION", 1_000)
    with (
        pytest.raises(StoreError, match=r"is older than 5\.0: upgrade it"),
        Archive(mongo_uri) as a,
    ):
        a.search()


def test_a_refused_operation_is_told_in_one_line(mongo_uri: str) -> None:
    with (
        pytest.raises(StoreUnavailable, match=r"no such command: '?nonsense"),
        open_database(StoreSettings(mongo_uri, "test_connection", Path())) as database,
    ):
        database.command("nonsense")


def test_what_a_uri_says_of_options_goes_before_the_projects_own() -> None:
    own = client_options("mongodb://host", 5.0, 60.0)
    assert own["serverSelectionTimeoutMS"] == 5_000
    assert own["socketTimeoutMS"] == 60_000
    assert (own["w"], own["journal"]) == ("majority", True)
    stated = client_options(
        "mongodb://host/?W=1&serverselectiontimeoutms=7&journal=false", 5.0, 60.0
    )
    assert own.keys() - stated.keys() == {"w", "journal", "serverSelectionTimeoutMS"}


def test_without_a_setting_the_data_lies_in_the_users_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MONGO_URI", "MONGO_DATABASE", "TSNET_DATA_DIR", "TSNET_SPOOL_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = StoreSettings.from_environment()
    assert found == StoreSettings(None, "tsnet", tmp_path / "tsnet")
    assert found.spool_dir == tmp_path / "tsnet" / "spool"
    # What waits for one database is not written to another.
    other = replace(found, database="other")
    assert other.spool_dir == tmp_path / "tsnet" / "spool" / "other"
    assert replace(other, spool=tmp_path).spool_dir == tmp_path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MONGO_URI", "mongodb://127.0.0.1:27017\r"),
        ("MONGO_DATABASE", "tsnet\r"),
        ("TSNET_DATA_DIR", "/srv/tsnet\r"),
        ("TSNET_SPOOL_DIR", "/srv/spool\n"),
        ("TSNET_DATA_DIR", os.fsdecode("/srv/数据".encode("gb18030"))),
    ],
)
def test_characters_that_stand_in_no_name_are_refused_and_shown(name: str, value: str) -> None:
    with pytest.raises(StoreSettingsError, match=rf"^{name} is ") as told:
        StoreSettings.from_settings({name: value})
    assert repr(value) in str(told.value)


@pytest.mark.parametrize(
    ("uri", "remedy"),
    [
        ("mongodb://a:s3cret:b@host", "percent-encode"),
        ("mongodb://host:port", "percent-encode"),
        ("mongodb://", "percent-encode"),
        ("a:s3cret?x@host", "must begin with mongodb://"),
        ("mongo://a:s3cret@host", "must begin with mongodb://"),
    ],
)
def test_a_uri_that_cannot_be_read_is_told_without_its_password(uri: str, remedy: str) -> None:
    with pytest.raises(StoreError, match=remedy) as told, Archive(uri) as archive:
        archive.search()
    assert "s3cret" not in str(told.value)


@pytest.mark.parametrize(
    ("store", "told", "code"),
    [
        (("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100", "admin"), "MONGO_DATABASE", 2),
        (("mongodb://127.0.0.1:1/?tls=true&tlsCAFile=/none", "tsnet"), "the file /none", 2),
        (("mongodb://127.0.0.1:1/?retryWritse=true", "tsnet"), "Unknown option: retrywritse", 2),
    ],
)
def test_a_crawl_into_a_wrong_store_ends_with_a_line_and_no_traceback(
    store: tuple[str, str], told: str, code: int
) -> None:
    run = crawl(f"http://127.0.0.1:{free_port()}", store)
    assert run.returncode == code
    assert told in run.stderr.splitlines()[-1]
    assert "Traceback" not in run.stderr
