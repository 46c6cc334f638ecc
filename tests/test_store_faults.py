"""Nothing that was fetched is lost, and nothing stored twice, whatever becomes of MongoDB."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pymongo import AsyncMongoClient, MongoClient
from scrapy.utils.test import get_crawler

from tests.articles import article, pages
from tests.crawling import ROOT, crawl_command, environment, finished
from tests.mongod import Mongod, Proxy
from tests.replica import Replica
from tsnet.items import Reject
from tsnet.spiders.tianshan import TianshanSpider
from tsnet.store import spool as spool_module
from tsnet.store.articles import ArticleStore, Written
from tsnet.store.connection import StoreSettings, open_async_database, open_database, revive
from tsnet.store.documents import Item
from tsnet.store.embedded import EmbeddedServer
from tsnet.store.indexing import IndexWriter
from tsnet.store.known import KnownArticles
from tsnet.store.preparation import prepare_async
from tsnet.store.spool import Spool
from tsnet.store.writer import BatchWriter, Reports

# The async client of pymongo 4.20 drops a socket unclosed when the server goes while it connects.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture(autouse=True)
def _dropped_sockets() -> Iterator[None]:
    """Let what the client has dropped be collected where its warning is expected."""
    yield
    gc.collect()


NOT_PRIMARY = 10107
"""MongoDB's code of an error that a primary which steps down answers with."""
IMPATIENT = {
    "DOWNLOAD_DELAY": "0.03",
    "TSNET_BATCH_SIZE": "5",
    "TSNET_BATCH_AGE": "0.2",
    "TSNET_STORE_PATIENCE": "4",
    # A run that ends while MongoDB is away can't free its lease.
    "TSNET_LEASE_SECONDS": "0",
}


def item(number: int) -> list[Item]:
    """What a crawl makes of one page: now and then a reject."""
    if number % 10 == 0:
        one = article(number)
        return [Reject(one.url, "no_title", "made", one.fetched_at, None, one.id)]  # type: ignore[arg-type]
    return [pages(number), article(number)]


class Crawl:
    """Writes made items as a crawl does, while a test does harm, and counts."""

    def __init__(self, uri: str | None, spool: Path, data_dir: Path = Path("unused")):
        self.settings = StoreSettings(uri, "tsnet", data_dir)
        self.spool = spool
        self.counts: Counter[str] = Counter()
        self.fetched = 0

    def run(self, fetch: int, harm: dict[int, Callable[[], None]], pause: float = 0.004) -> None:
        asyncio.run(self._run(fetch, harm, pause))

    async def _run(self, fetch: int, harm: dict[int, Callable[[], None]], pause: float) -> None:
        reports = Reports(self._written, self._count("spooled"), self._count("replayed"))
        async with open_async_database(self.settings, patience=0.5, reply_patience=2.0) as database:
            await prepare_async(database)
            made = sum(isinstance(one, Reject) for n in range(self.fetched) for one in item(n + 1))
            # What an earlier run was refused is kept, and counted by none.
            self.counts["inherited"] += made - await database["rejects"].count_documents({})
            writer = BatchWriter(
                ArticleStore(database),
                Spool(self.spool),
                size=20,
                age=0.1,
                reports=reports,
                revive=lambda: revive(self.settings),
            )
            await writer.open()
            for _ in range(fetch):
                self.fetched += 1
                for one in item(self.fetched):
                    await writer.add(one)
                if self.fetched in harm:
                    await asyncio.to_thread(harm[self.fetched])
                await asyncio.sleep(pause)
            await writer.close()

    def _written(self, written: Written) -> None:
        self.counts["stored"] += len(written.new) + len(written.unchanged) + len(written.changed)
        self.counts["rejected"] += sum(written.rejected.values())

    def _count(self, name: str) -> Callable[[int], None]:
        return lambda items: self.counts.update({name: items})

    def once_spooled(self, then: Callable[[], None]) -> Callable[[], None]:
        """``then``, as soon as something has gone to the spool."""

        def harm() -> None:
            end = time.monotonic() + 120
            while not self.counts["spooled"]:
                assert time.monotonic() < end, "nothing went to the spool"
                time.sleep(0.02)
            then()

        return harm

    def waiting(self) -> int:
        return len(list(self.spool.glob("*.spool"))) if self.spool.exists() else 0

    def check(self, server: Mongod | EmbeddedServer) -> None:
        """Fetched = stored + rejected, each once, each article with its page."""
        assert self.waiting() == 0
        with MongoClient(server.uri, tz_aware=True) as client:
            database = client["tsnet"]
            stored = {one["_id"] for one in database["articles"].find({}, {"_id": 1})}
            rejected = [one["id"] for one in database["rejects"].find()]
            expected = {article(n).id for n in range(1, self.fetched + 1)}
            assert stored | set(rejected) == expected
            assert len(stored) + len(rejected) == self.fetched
            assert database["revisions"].count_documents({}) == 0
            assert database["pages"].count_documents({}) == len(stored)
        told = sum(self.counts[one] for one in ("stored", "rejected", "inherited"))
        assert told >= self.fetched


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Mongod]:
    with Mongod(tmp_path / "db") as server:
        yield server


def test_a_server_that_is_killed_and_comes_back(server: Mongod, tmp_path: Path) -> None:
    crawl = Crawl(server.uri, tmp_path / "spool")
    crawl.run(500, {100: server.kill, 250: server.start, 350: server.kill, 360: server.start})
    crawl.check(server)
    assert crawl.counts["spooled"] > 100


def test_a_server_that_stays_away_is_served_by_the_next_run(server: Mongod, tmp_path: Path) -> None:
    crawl = Crawl(server.uri, tmp_path / "spool")
    crawl.run(300, {100: server.kill})
    assert crawl.waiting() == 1
    server.start()
    crawl.run(50, {})
    crawl.check(server)
    assert crawl.counts["replayed"] == crawl.counts["spooled"]


def test_the_private_server_comes_back_in_the_same_run_though_its_keeper_is_killed_too(
    tmp_path: Path,
) -> None:
    data_dir = tmp_path / "data"

    def kill() -> None:
        mongod = int((data_dir / "mongod.pid").read_text())
        keeper = int(Path(f"/proc/{mongod}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(keeper, signal.SIGKILL)
        os.kill(mongod, signal.SIGKILL)

    with EmbeddedServer(data_dir, linger=0.0) as server:
        crawl = Crawl(None, tmp_path / "spool", data_dir)
        crawl.run(900, {100: kill})
        crawl.check(server)
        assert crawl.counts["spooled"] > 0


def test_a_primary_that_steps_down(tmp_path: Path) -> None:
    with Mongod(tmp_path / "db", replica_set=True) as server:
        crawl = Crawl(server.uri, tmp_path / "spool")
        crawl.run(500, {100: server.step_down, 300: server.step_down})
        crawl.check(server)


def test_a_replica_set_is_asked_to_retry_writes_by_itself(tmp_path: Path) -> None:
    async def main() -> Written:
        async with open_async_database(settings) as database:
            await prepare_async(database)
            # One write is refused as by a primary that steps down at that moment.
            await database.client.admin.command(
                "configureFailPoint",
                "failCommand",
                mode={"times": 1},
                data={"failCommands": ["insert"], "errorCode": NOT_PRIMARY},
            )
            return await ArticleStore(database).write([article(1)])

    with Mongod(
        tmp_path / "db", "--setParameter", "enableTestCommands=1", replica_set=True
    ) as server:
        settings = StoreSettings(server.uri, "tsnet", Path("unused"))
        assert asyncio.run(main()).new == [article(1).id]


def test_whoever_writes_reads_from_the_primary_whatever_the_uri_prefers(tmp_path: Path) -> None:
    async def write() -> Written:
        async with open_async_database(settings) as database:
            await prepare_async(database)
            return await ArticleStore(database).write([article(1)])

    with Mongod(tmp_path / "db", replica_set=True) as server:
        # There is no secondary: what is asked of one is not answered.
        prefers = f"{server.uri}&readPreference=secondary&serverSelectionTimeoutMS=2000"
        settings = StoreSettings(prefers, "tsnet", Path("unused"))
        assert asyncio.run(write()).new == [article(1).id]
        with open_database(settings) as database:
            assert IndexWriter(database).bring_up() == 1


def test_a_server_that_stands_still_for_a_moment_is_waited_for(server: Mongod) -> None:
    async def write() -> object:
        async with open_async_database(settings, patience=0.5) as database:
            await database.meta.insert_one({"_id": 0})
            with server.standing_still():
                written = asyncio.create_task(database.meta.insert_one({"_id": 1}))
                # Twice as long as the driver's monitor would wait with the other patience.
                await asyncio.sleep(2.0)
            return (await written).inserted_id

    often = f"{server.uri}?retryWrites=false&heartbeatFrequencyMS=500"
    settings = StoreSettings(often, "tsnet", Path("unused"))
    assert asyncio.run(write()) == 1


def test_a_network_that_is_cut_and_one_that_swallows_everything(
    server: Mongod, tmp_path: Path
) -> None:
    with Proxy(server.port) as proxy:
        crawl = Crawl(f"mongodb://127.0.0.1:{proxy.port}/", tmp_path / "spool")
        crawl.run(
            600,
            {
                100: proxy.cut,
                200: crawl.once_spooled(proxy.restore),
                350: proxy.swallow,
                450: proxy.restore,
            },
        )
        if crawl.waiting():
            crawl.run(1, {})
        crawl.check(server)
        assert crawl.counts["spooled"] > 0


def test_a_writer_that_is_killed_leaves_what_was_acknowledged_and_nothing_twice(
    server: Mongod, tmp_path: Path
) -> None:
    script = """
import asyncio, sys
from pathlib import Path
from tests.test_store_faults import *

class Told(Crawl):
    def _written(self, written):
        for one in (*written.new, *written.unchanged):
            print(one, flush=True)

Told(sys.argv[1], Path(sys.argv[2])).run(3000, {}, pause=0.0)
"""
    acknowledged: set[str] = set()
    for after in (0.4, 0.9, 1.4):
        writer = subprocess.Popen(
            [sys.executable, "-c", script, server.uri, str(tmp_path / "spool")],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(tmp_path)},  # it can't remove what it makes there
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        acknowledged.add(writer.stdout.readline().strip())
        time.sleep(after)
        writer.kill()
        rest, _ = writer.communicate()
        # The last line may have been cut by the kill.
        acknowledged |= set(rest.split("\n")[:-1])
    with server.direct() as client:
        stored = [one["_id"] for one in client["tsnet"]["articles"].find({}, {"_id": 1})]
        assert acknowledged <= set(stored)
        assert client["tsnet"]["revisions"].count_documents({}) == 0
    crawl = Crawl(server.uri, tmp_path / "spool")
    crawl.run(400, {}, pause=0.0)
    with server.direct() as client:
        assert client["tsnet"]["articles"].count_documents({}) >= 360


def test_a_spool_that_can_not_be_read_again_loses_nothing(
    server: Mongod, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: object) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def come_back_with_a_broken_disk() -> None:
        monkeypatch.setattr(spool_module._File, "read", fail)
        server.start()

    crawl = Crawl(server.uri, tmp_path / "spool")
    crawl.run(
        200, {50: server.kill, 120: crawl.once_spooled(come_back_with_a_broken_disk)}, pause=0.02
    )
    assert crawl.waiting() == 1
    monkeypatch.undo()
    crawl.run(1, {})
    crawl.check(server)


def test_memory_and_the_event_loop_stay_free_while_the_server_is_away(
    server: Mongod, tmp_path: Path
) -> None:
    """Adding waits for the disk: no more than a batch or two is ever held."""

    async def main() -> int:
        settings = StoreSettings(server.uri, "tsnet", Path("unused"))
        async with open_async_database(settings, patience=0.3) as database:
            await prepare_async(database)
            writer = BatchWriter(
                ArticleStore(database), Spool(tmp_path / "spool"), size=10, age=60.0
            )
            await writer.open()
            await asyncio.to_thread(server.kill)
            most = 0
            for number in range(1, 300):
                await writer.add(article(number))
                most = max(most, len(writer._batch.items))
            await writer.close()
            return most

    assert asyncio.run(main()) <= 10


def test_a_crawl_begins_where_the_store_does_not_say_what_failed_lately(
    mongo_uri: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def begin() -> list[str]:
        spider = TianshanSpider.from_crawler(
            get_crawler(TianshanSpider), base_url="http://site.example", render="never"
        )
        async with AsyncMongoClient(mongo_uri) as client:
            spider.known = KnownArticles(client["tsnet"], patience=0.0)
        # The client is closed now: every question to it fails.
        return [request.url async for request in spider.start()]

    assert asyncio.run(begin()) == ["http://site.example/"]
    (told,) = [one for one in caplog.records if one.levelname == "ERROR"]
    assert "left to the next run" in told.getMessage()
    assert told.exc_info is None


def crawl_stats(log: str) -> dict[str, int]:
    """The project's counts at the end of a crawl's log."""
    found = {}
    for line in log.splitlines():
        name, _, value = line.strip(" {},").partition(": ")
        if name.startswith("'tsnet/"):
            with contextlib.suppress(ValueError):
                found[name.strip("'")] = int(value)
    return found


@pytest.mark.parametrize("back", [True, False])
def test_a_crawl_during_which_the_server_is_killed(
    server: Mongod, tmp_path: Path, back: bool
) -> None:
    store = (server.uri, "tsnet")
    with Replica("small", articles=60) as site:
        command = crawl_command(site.url, IMPATIENT)
        spool = environment(store, tmp_path / "spool")
        process = subprocess.Popen(command, cwd=ROOT, env=spool, stderr=subprocess.PIPE, text=True)
        try:
            with server.direct() as client:
                end = time.monotonic() + 120
                while client["tsnet"]["articles"].count_documents({}) < 20:
                    assert time.monotonic() < end
                    time.sleep(0.02)
            server.kill()
            if back:
                time.sleep(5.0)  # longer than the patience: batches have gone to the spool
                server.start()
            _, log = process.communicate(timeout=240)
        finally:
            process.kill()
        first = crawl_stats(log)
        assert "Traceback" not in log
        assert first["tsnet/spool/written"] > 0
        if not back:
            assert list((tmp_path / "spool").glob("*.spool"))
            assert process.returncode == 1
            last = log.splitlines()[-1]
            assert "waits in" in last or "left to the next run" in last
            server.start()
        again = finished(crawl_command(site.url, {**IMPATIENT, "DOWNLOAD_DELAY": "0"}), spool)
        assert again.returncode == 0, again.stderr[-3000:]
        if not back:
            assert crawl_stats(again.stderr)["tsnet/spool/replayed"] > 0
        assert not list((tmp_path / "spool").glob("*.spool"))
        with server.direct() as client:
            stored = {one["_id"] for one in client["tsnet"]["articles"].find()}
            assert client["tsnet"]["revisions"].count_documents({}) == 0
        assert set(site.sound()) <= stored


def test_a_full_spool_stops_the_crawl_with_a_reason_and_keeps_what_was_fetched(
    server: Mongod, tmp_path: Path
) -> None:
    store = (server.uri, "tsnet")
    with Replica("small", articles=120) as site:
        process = subprocess.Popen(
            crawl_command(site.url, {**IMPATIENT, "TSNET_SPOOL_LIMIT": "20000"}),
            cwd=ROOT,
            env=environment(store, tmp_path / "spool"),
            stderr=subprocess.PIPE,
            text=True,
        )
        with server.direct() as client:
            end = time.monotonic() + 120
            while client["tsnet"]["articles"].count_documents({}) < 5:
                assert time.monotonic() < end
                time.sleep(0.02)
        server.kill()
        _, log = process.communicate(timeout=240)
    assert process.returncode == 1
    assert "TSNET_SPOOL_LIMIT" in log.splitlines()[-1]
    assert "spool_full" in log
    waiting = Spool(tmp_path / "spool")
    items = 0
    while (batch := waiting.oldest()) is not None:
        items += len(batch)
        waiting.written()
    assert items == crawl_stats(log)["tsnet/spool/written"] > 0
