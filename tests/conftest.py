"""What many tests ask for: a real MongoDB, with a database a test, and a webhook."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from pymongo import MongoClient
from pymongo.database import Database

from tests.crawling import INHERITED
from tests.loopback import Answer, Host, serving
from tsnet.store.embedded import EmbeddedServer

# The same examples everywhere, without time limits; --hypothesis-profile=default looks further.
hypothesis.settings.load_profile("ci")

os.environ.clear()
os.environ.update(INHERITED)

PREPARED = "prepared"
"""Name of the database that the tests have in common."""


MOST_WORKERS = 8
"""More gain nothing: the file that takes longest is then what lasts."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two a processor, since for half of its time a test waits."""
    return min(MOST_WORKERS, 2 * (os.cpu_count() or 1))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that open a browser: one that is begun last is waited for by all."""
    items.sort(key=lambda item: "browser" not in item.path.name)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test is a failure: everything that a test needs is to be installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("a test was skipped: that fails the run", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def mongo_uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """URI of a mongod that lives as long as the test session."""
    with EmbeddedServer(tmp_path_factory.mktemp("mongo"), linger=0.0) as server:
        yield server.uri


@pytest.fixture
def mongo_database(mongo_uri: str, request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """URI and name of an empty database: that of ``database`` where a test asks for both."""
    if "database" in request.fixturenames:
        yield mongo_uri, PREPARED
        return
    name = re.sub(r"\W", "_", request.node.name, flags=re.ASCII)[:50]
    with MongoClient(mongo_uri) as client:
        client.drop_database(name)
        yield mongo_uri, name
        client.drop_database(name)


@pytest.fixture
def database(mongo_database: tuple[str, str]) -> Iterator[Database[dict[str, Any]]]:
    """A prepared database with nothing in it.

    One for all tests, since to make its indexes takes longer than most of them: a test finds its
    collections as ``prepare`` mends them, empty, and no others.
    """
    from tsnet.store.collections import META
    from tsnet.store.preparation import prepare
    from tsnet.store.schema import validators

    uri, name = mongo_database
    with MongoClient(uri, tz_aware=True, journal=True) as client:
        found = client[name]
        for left in found.list_collections():
            if left["type"] == "collection" and left["name"] in {*validators(), META}:
                found[left["name"]].delete_many({})
            else:
                found.drop_collection(left["name"])
        prepare(found)
        yield found


class Webhook(Host):
    """Takes whatever is sent to it, but not below ``/broken``."""

    def answer(self, path: str) -> Answer:
        return (500 if path == "/broken" else 204), {}, ""

    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(request.body) for request in self.requests]


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    """A host that is told of failed runs."""
    with serving(Webhook()) as hook:
        yield hook
