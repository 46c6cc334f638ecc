"""Deploying to a real scrapyd with a password, and running, watching and cancelling jobs there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from pymongo import MongoClient
from scrapyd_client.pyclient import ScrapydClient

from tests.crawling import FAST, INHERITED, ROOT
from tests.loopback import free_port
from tests.replica import Replica
from tests.workers import wait_until

DEPLOYED = ("tsnet", "pipelines", "settings", "pyproject.toml", "setup.py", "README.md", "LICENSE")
PASSWORD = "a secret of this test$1"


@dataclass
class Scrapyd:
    """A running server and a copy of the project that is deployed to it."""

    url: str
    project: Path
    logs: Path

    @property
    def client(self) -> ScrapydClient:
        return ScrapydClient(self.url, "tester", PASSWORD)

    def deploy(self, target: str = "loopback") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "scrapy", "deploy", target],
            cwd=self.project,
            env={**INHERITED, "SCRAPYD_PASSWORD": PASSWORD},
            capture_output=True,
            text=True,
            check=False,
        )

    def schedule(self, base_url: str, *arguments: tuple[str, str]) -> str:
        settings = [("setting", f"{name}={value}") for name, value in FAST.items()]
        given = [("base_url", base_url), ("render", "never"), *settings, *arguments]
        return str(self.client.schedule("tsnet", "tianshan", given))

    def state(self, job: str) -> str | None:
        for state in ("pending", "running", "finished"):
            if any(one["id"] == job for one in self.client.jobs("tsnet")[state]):
                return state
        return None

    def log(self, job: str) -> str:
        return (self.logs / "tsnet" / "tianshan" / f"{job}.log").read_text(encoding="utf-8")


def copy_of_the_project(directory: Path, url: str) -> Path:
    for name in DEPLOYED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, directory / name, ignore=ignored)
        else:
            shutil.copy(source, directory / name)
    (directory / "scrapy.cfg").write_text(
        (ROOT / "scrapy.cfg").read_text()
        + f"\n[deploy:loopback]\nurl = {url}/\nusername = tester\n"
        + "password = ${SCRAPYD_PASSWORD}\n"
        + f"\n[deploy:production]\nurl = {url}\nusername = tester\n"
        + "password = ${SCRAPYD_PASSWORD}\n"
        + f"\n[deploy:wrong]\nurl = {url}\nusername = tester\npassword = guessed\n"
        + f"\n[deploy:unset]\nurl = {url}\nusername = tester\npassword = ${{NO_SUCH_PASSWORD}}\n"
    )
    (directory / ".venv").symlink_to(sys.prefix)
    return directory


@pytest.fixture(scope="module")
def database_name() -> str:
    return "scrapyd_test"


@pytest.fixture(scope="module")
def scrapyd(
    tmp_path_factory: pytest.TempPathFactory, mongo_uri: str, database_name: str
) -> Iterator[Scrapyd]:
    directory = tmp_path_factory.mktemp("scrapyd")
    port = free_port()
    template = (ROOT / "docs" / "scrapyd" / "scrapyd.conf").read_text()
    (directory / "scrapyd.conf").write_text(
        template.replace("http_port = 6800", f"http_port = {port}")
        .replace("/var/lib/scrapyd", str(directory))
        .replace("username =", "username = tester")
        .replace("password =", f"password = {PASSWORD}")
        .replace("poll_interval = 5", "poll_interval = 0.2")
    )
    environment = {
        **{k: v for k, v in INHERITED.items() if k != "PYTHONPATH"},
        "MONGO_URI": mongo_uri,
        "MONGO_DATABASE": database_name,
        "TSNET_CONTACT": "press@example.org",
        "TSNET_SPOOL_DIR": str(directory / "spool"),
    }
    with (directory / "scrapyd.log").open("wb") as log:
        server = subprocess.Popen(
            [str(Path(sys.executable).parent / "scrapyd")],
            cwd=directory,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{port}"
    project = copy_of_the_project(tmp_path_factory.mktemp("project"), url)
    running = Scrapyd(url, project, directory / "logs")

    def answers() -> bool:
        assert server.poll() is None, (directory / "scrapyd.log").read_text()
        try:
            return requests.get(url, timeout=1).status_code == 401
        except requests.ConnectionError:
            return False

    try:
        wait_until(answers)
        first = running.deploy()
        assert first.returncode == 0, first.stderr
        yield running
    finally:
        server.terminate()
        server.wait(60)


@pytest.fixture
def stored(mongo_uri: str, database_name: str) -> Iterator[Any]:
    with MongoClient(mongo_uri, tz_aware=True) as client:
        client.drop_database(database_name)
        yield client[database_name]


def test_a_deployed_egg_lists_its_spiders_and_runs_with_arguments_and_settings(
    scrapyd: Scrapyd, stored: Any
) -> None:
    assert scrapyd.client.spiders("tsnet") == ["tianshan"]
    with Replica("small") as replica:
        job = scrapyd.schedule(replica.url, ("channels", "szxw"), ("setting", "LOG_LEVEL=DEBUG"))
        wait_until(lambda: scrapyd.state(job) == "finished")
        log = scrapyd.log(job)
        assert "'finish_reason': 'finished'" in log, log[-3000:]
        expected = {i for i, truth in replica.sound().items() if truth.channel == "szxw"}
    assert "DEBUG" in log
    assert PASSWORD not in log
    records = {record["_id"]: record for record in stored["articles"].find()}
    assert set(records) == expected
    assert {record["job"] for record in records.values()} == {job}
    assert stored["runs"].find_one({"_id": job})["finish_reason"] == "finished"


def test_a_cancelled_job_ends_cleanly_with_everything_fetched_written(
    scrapyd: Scrapyd, stored: Any
) -> None:
    with Replica("small") as replica:
        job = scrapyd.schedule(
            replica.url, ("setting", "DOWNLOAD_DELAY=0.3"), ("setting", "TSNET_BATCH_AGE=0.3")
        )
        wait_until(lambda: stored["articles"].count_documents({}) >= 3)
        assert scrapyd.client.cancel("tsnet", job)["prevstate"] == "running"
        wait_until(lambda: scrapyd.state(job) == "finished")
    log = scrapyd.log(job)
    assert "'finish_reason': 'shutdown'" in log, log[-3000:]
    assert "unclean shutdown" not in log
    written = re.search(r"'tsnet/articles/new': (\d+)", log)
    assert written is not None
    assert stored["articles"].count_documents({}) == int(written[1])
    run = stored["runs"].find_one({"_id": job})
    assert run["finish_reason"] == "shutdown"
    assert run["fetched"] == run["new"] + sum(run["rejected"].values())


def test_a_job_with_a_wrong_argument_says_so_in_its_log(scrapyd: Scrapyd, stored: Any) -> None:
    job = scrapyd.schedule("http://127.0.0.1:9", ("since", "yesterday"))
    wait_until(lambda: scrapyd.state(job) == "finished")
    assert "argument since=yesterday" in scrapyd.log(job)


def scheduled(
    scrapyd: Scrapyd, *words: str, password: str = PASSWORD
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "docs" / "scrapyd" / "schedule"), *words],
        cwd=scrapyd.project,
        env={**INHERITED, "SCRAPYD_PASSWORD": password},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_schedules_are_silent_where_a_job_was_scheduled_and_fail_where_none_was(
    scrapyd: Scrapyd, stored: Any
) -> None:
    done = scheduled(scrapyd, "--arg", "base_url=http://127.0.0.1:9", "tianshan")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    for failed, why in (
        (scheduled(scrapyd, "tianshaan"), "no such project or spider is deployed"),
        (scheduled(scrapyd, "tianshan", password="guessed"), "Unauthorized"),
    ):
        assert failed.returncode == 1
        assert "no job was scheduled (schedule tiansha" in failed.stderr
        assert why in failed.stderr
    wait_until(lambda: len(scrapyd.client.jobs("tsnet")["pending"]) == 0)
    wait_until(lambda: len(scrapyd.client.jobs("tsnet")["running"]) == 0)


def test_a_second_version_is_deployed_beside_the_first_and_is_what_runs(scrapyd: Scrapyd) -> None:
    before = scrapyd.client.versions("tsnet")
    time.sleep(1.1)  # versions are seconds
    deployed = scrapyd.deploy()
    assert deployed.returncode == 0, deployed.stderr
    after = scrapyd.client.versions("tsnet")
    assert after[:-1] == before
    assert f"tsnet {after[-1]} runs" in deployed.stdout


def test_a_version_that_does_not_run_is_taken_off_again(scrapyd: Scrapyd) -> None:
    before = scrapyd.client.versions("tsnet")
    broken = scrapyd.project / "tsnet" / "spiders" / "tianshan.py"
    whole = broken.read_text()
    time.sleep(1.1)
    try:
        broken.write_text(whole + "\nimport a_package_that_is_not_there\n")
        deployed = scrapyd.deploy()
    finally:
        broken.write_text(whole)
    assert deployed.returncode == 1
    assert "a_package_that_is_not_there" in deployed.stderr
    assert "was taken off" in deployed.stderr
    assert scrapyd.client.versions("tsnet") == before
    assert scrapyd.client.spiders("tsnet") == ["tianshan"]


def test_a_version_that_another_one_hides_is_taken_off_again(scrapyd: Scrapyd) -> None:
    before = scrapyd.client.versions("tsnet")
    eggs = scrapyd.logs.parent / "eggs" / "tsnet"
    other = eggs / "99999999999.egg"
    shutil.copy(eggs / f"{before[-1]}.egg", other)
    try:
        deployed = scrapyd.deploy()
    finally:
        other.unlink()
    assert deployed.returncode == 1
    assert "runs version 99999999999, not" in deployed.stderr
    assert "was taken off" in deployed.stderr
    assert scrapyd.client.versions("tsnet") == before


@pytest.mark.parametrize(
    ("target", "code", "told"),
    [
        ("wrong", 1, "correct username and password of target wrong in scrapy.cfg"),
        ("nowhere", 2, "target nowhere is not in scrapy.cfg"),
        ("default", 2, "no url"),
        ("unset", 2, "target unset: the environment variable NO_SUCH_PASSWORD is not set"),
    ],
)
def test_a_deploy_that_cannot_be_done_fails_and_says_why(
    scrapyd: Scrapyd, target: str, code: int, told: str
) -> None:
    deployed = scrapyd.deploy(target)
    assert deployed.returncode == code
    assert told in deployed.stderr
    assert "guessed" not in deployed.stderr
