"""The pipelines in a running Scrapy: what they write, count, refuse and hold back."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pymongo import MongoClient
from pymongo.uri_parser import parse_uri
from scrapy.utils.test import get_crawler

from pipelines import store as store_pipeline
from pipelines.duplicates import DuplicatesPipeline
from pipelines.store import StorePipeline
from tests.articles import article, pages
from tests.crawling import environment, finished, project_settings
from tests.loopback import free_port
from tests.mongod import Proxy, gone, kill, pids
from tests.workers import wait_until
from tsnet.items import Article, NotModified
from tsnet.store.schema import validators
from tsnet.store.spool import DEFAULT_LIMIT, Spool
from tsnet.text.fingerprint import fingerprint

SPIDER = """
import json, sys
from scrapy import Spider
from scrapy.crawler import CrawlerProcess
from scrapy.exceptions import CloseSpider
from scrapy.utils.project import get_project_settings
from tests.articles import START, article, page, pages, reject
from tsnet.items import NotModified

class Made(Spider):
    name = "made"
    ending = sys.argv[1]

    async def start(self):
        for number in range(1, 26):
            if number == 20 and self.ending == "error":
                raise RuntimeError("the spider fails")
            yield pages(number)
            yield article(number)
        yield article(3, title="")
        yield reject(9)
        yield NotModified(article(1).id, article(1).url, START)
        yield {"of another kind": True}

settings = get_project_settings()
settings.setdict(json.loads(sys.argv[2]))
process = CrawlerProcess(settings)
crawler = process.create_crawler(Made)
process.crawl(crawler)
process.start()
stats = {k: v for k, v in crawler.stats.get_stats().items() if isinstance(v, (int, str))}
print(json.dumps(stats))
sys.exit(1 if process.bootstrap_failed else 0)
"""

ALONE = {
    "EXTENSIONS": {},
    "TSNET_BATCH_SIZE": 10,
    "TSNET_BATCH_AGE": 30,
    "LOG_LEVEL": "WARNING",
}
"""The pipelines without the extensions that surround a crawl; no batch is written by its age."""


def run_spider(
    store: tuple[str, str], spool: Path, ending: str = "end", **settings: Any
) -> tuple[dict[str, Any], str]:
    """Stats and log of a run of a spider that yields made items."""
    done = finished(
        [sys.executable, "-c", SPIDER, ending, json.dumps({**ALONE, **settings})],
        environment(store, spool),
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout.splitlines()[-1]), done.stderr


def crawler_of(store: tuple[str | None, str], spool: Path, **settings: Any) -> Any:
    """A crawler with the project's settings, for a pipeline that a test calls itself."""
    uri, name = store
    given = {key: value for key, value in project_settings().items() if "TSNET" in key}
    given |= {"MONGO_URI": uri, "MONGO_DATABASE": name, "TSNET_SPOOL_DIR": str(spool)}
    crawler: Any = get_crawler(settings_dict={**given, **settings})
    crawler.spider = SimpleNamespace()
    return crawler


def test_everything_that_is_yielded_is_written_and_counted(
    mongo_database: tuple[str, str], database: Any, tmp_path: Path
) -> None:
    stats, log = run_spider(mongo_database, tmp_path / "spool")
    ours = {name: value for name, value in stats.items() if name.startswith("tsnet/")}
    assert ours == {
        "tsnet/articles/new": 25,
        "tsnet/articles/not_modified": 1,
        "tsnet/pages/stored": 25,
        "tsnet/rejected": 2,
        "tsnet/rejected/invalid_record": 1,
        "tsnet/rejected/no_title": 1,
        "tsnet/damage/annotations": 12 * 26,
        "tsnet/damage/repaired": 2 * 26,
        "tsnet/damage/lost": 0,
        "tsnet/damage/guessed": 0,
        "tsnet/cleaning/notice": 40 * 26,
    }
    assert log == ""
    assert database.articles.count_documents({}) == 25
    assert database.rejects.count_documents({}) == 2
    stored = database.articles.find_one({"_id": article(7).id})
    mark = fingerprint(article(7).body)
    assert stored["content_hash"] == mark.content_hash
    kept = database.fingerprints.find_one({"_id": f"{article(7).id}@{mark.content_hash[:8]}"})
    assert kept["bands"] == mark.bands


def test_the_last_batch_is_written_whatever_the_crawl_ends_by(
    mongo_database: tuple[str, str], database: Any, tmp_path: Path
) -> None:
    run_spider(mongo_database, tmp_path / "spool", "error", TSNET_BATCH_SIZE=1000)
    assert database.articles.count_documents({}) == 19


def test_a_crawl_begins_with_what_waited_what_is_known_and_every_duplicate_marked(
    mongo_database: tuple[str, str], database: Any, tmp_path: Path
) -> None:
    waiting = Spool(tmp_path)
    waiting.append([article(number, body=article(1).body) for number in (1, 2)])
    waiting.close()
    crawler = crawler_of(mongo_database, tmp_path)

    async def crawl(*items: Any) -> dict[str, Any]:
        pipeline = StorePipeline.from_crawler(crawler)
        await pipeline.open_spider()
        known = dict(await crawler.spider.known.lookup([article(1).id, article(3).id]))
        for item in items:
            assert await pipeline.process_item(item) is item
        await pipeline.close_spider()
        return known

    assert list(asyncio.run(crawl())) == [article(1).id]
    assert crawler.stats.get_value("tsnet/spool/replayed") == 2
    # As a run leaves it that is killed between writing a batch and marking its duplicates.
    database.articles.update_many({}, {"$set": {"duplicate_of": None}})
    asyncio.run(crawl(article(3), {"of another kind": True}))
    marks = {one["_id"]: one["duplicate_of"] for one in database.articles.find()}
    assert marks == {article(1).id: None, article(2).id: article(1).id, article(3).id: None}


@pytest.mark.parametrize("waits", [False, True])
def test_an_item_is_through_when_it_is_written_where_that_is_asked_for(
    mongo_database: tuple[str, str], database: Any, tmp_path: Path, waits: bool
) -> None:
    # Without waiting the batch would be written at the end alone.
    settings = {"TSNET_WAIT_FOR_WRITES": waits, "TSNET_BATCH_AGE": 0.5 if waits else 3600}
    crawler = crawler_of(mongo_database, tmp_path, **settings)

    async def crawl() -> int:
        pipeline = StorePipeline.from_crawler(crawler)
        await pipeline.open_spider()
        await pipeline.process_item(article(1))
        stored = int(database.articles.count_documents({}))
        await pipeline.close_spider()
        return stored

    assert asyncio.run(crawl()) == waits
    assert database.articles.count_documents({}) == 1


def test_a_crawl_prepares_the_database_that_it_writes_to(
    mongo_database: tuple[str, str], tmp_path: Path
) -> None:
    uri, name = mongo_database

    async def crawl() -> None:
        pipeline = StorePipeline.from_crawler(crawler_of(mongo_database, tmp_path))
        await pipeline.open_spider()
        await pipeline.close_spider()

    asyncio.run(crawl())
    with MongoClient(uri) as client:
        assert set(client[name].list_collection_names()) >= set(validators())


@pytest.mark.parametrize(
    ("limit", "told", "ended"),
    [(DEFAULT_LIMIT, "MongoDB did not write: ", []), (1, "its limit is 1: bring", ["spool_full"])],
)
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_what_mongodb_does_not_take_waits_in_the_spool_and_makes_the_crawl_a_failure(
    mongo_database: tuple[str, str],
    database: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: int,
    told: str,
    ended: list[str],
) -> None:
    uri, name = mongo_database
    monkeypatch.setattr(store_pipeline, "PATIENCE", 0.5)
    closed = []

    async def close_spider_async(*, reason: str) -> None:
        closed.append(reason)

    async def crawl() -> None:
        pipeline = StorePipeline.from_crawler(crawler)
        await pipeline.open_spider()
        await pipeline.process_item(article(1))
        proxy.cut()
        for number in (2, 3):
            await pipeline.process_item(article(number))
        await pipeline.close_spider()

    ((path, _),) = parse_uri(uri)["nodelist"]
    with Proxy(path) as proxy:
        store = (f"mongodb://127.0.0.1:{proxy.port}/?retryWrites=false", name)
        settings = {"TSNET_BATCH_SIZE": 1, "TSNET_SPOOL_LIMIT": limit}
        crawler = crawler_of(store, tmp_path, **settings)
        crawler.engine = SimpleNamespace(close_spider_async=close_spider_async)
        asyncio.run(crawl())
    gc.collect()
    assert told in crawler.stats.get_value("tsnet/failure")
    assert closed == ended
    spool = Spool(tmp_path)
    for number in (2, 3):
        assert [one.id for one in spool.oldest() or () if isinstance(one, Article)] == [
            article(number).id
        ]
        spool.written()
    assert not spool.oldest()


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_the_private_server_is_started_again_where_it_is_killed_with_its_keeper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_pipeline, "PATIENCE", 2.0)
    settings = {"TSNET_BATCH_SIZE": 1, "TSNET_DATA_DIR": str(tmp_path / "data")}
    crawler = crawler_of((None, "tsnet"), tmp_path / "spool", **settings)

    async def crawl() -> None:
        pipeline = StorePipeline.from_crawler(crawler)
        await pipeline.open_spider()
        await asyncio.to_thread(kill, *pids(tmp_path / "data"))
        await pipeline.process_item(article(1))
        await pipeline.close_spider()

    asyncio.run(crawl())
    gc.collect()
    wait_until(lambda: gone(tmp_path / "data"))
    assert crawler.stats.get_value("tsnet/articles/new") == 1
    assert crawler.stats.get_value("tsnet/failure") is None


def test_an_unreachable_mongodb_ends_the_crawl_at_once_without_telling_the_password(
    tmp_path: Path,
) -> None:
    uri = f"mongodb://user:geheim@127.0.0.1:{free_port()}/?connectTimeoutMS=200"
    stats, log = run_spider((uri, "tsnet"), tmp_path / "spool")
    assert stats["finish_reason"] == "store_unavailable"
    assert "item_scraped_count" not in stats
    assert stats["tsnet/store/unavailable"]
    told = stats["tsnet/failure"]
    assert "mongodb://***@127.0.0.1" in told
    assert "correct MONGO_URI" in told
    assert "geheim" not in log + json.dumps(stats)


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("mongodb://user:p@ss:word@host/", "percent-encode"),
        ("mongodb://127.0.0.1:1/?w=0", "w=0"),
        ("mongodb://user:p%40ss@127.0.0.1:1/?connectTimoutMS=9", "option: connecttimoutms"),
        ("mongodb://user:p%40ss@127.0.0.1:1/?connectTimeoutMS=soon", "connecttimeoutms must be"),
        ("http://user:p@ss@host/", "must begin with mongodb://"),
    ],
)
def test_a_wrong_uri_is_named_without_its_password(tmp_path: Path, uri: str, told: str) -> None:
    stats, log = run_spider((uri, "tsnet"), tmp_path / "spool")
    assert stats["finish_reason"] == "store_unavailable"
    assert told in stats["tsnet/failure"]
    assert "p@ss" not in log + stats["tsnet/failure"]


@pytest.mark.parametrize("name", ["admin", "config", "local"])
def test_a_database_of_the_server_itself_ends_the_crawl(
    mongo_uri: str, tmp_path: Path, name: str
) -> None:
    stats, _ = run_spider((mongo_uri, name), tmp_path / "spool")
    assert stats["finish_reason"] == "store_unavailable"
    assert name in stats["tsnet/failure"]
    assert "MONGO_DATABASE" in stats["tsnet/failure"]


def test_a_spool_directory_that_cannot_be_used_ends_the_crawl(
    mongo_database: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    stats, _ = run_spider(mongo_database, tmp_path / "file" / "spool")
    assert stats["finish_reason"] == "store_unavailable"
    assert "TSNET_SPOOL_DIR" in stats["tsnet/failure"]
    assert "tsnet/store/unavailable" not in stats


def test_marks_that_a_worker_has_filled_in_are_kept() -> None:
    made = article(1, content_hash="0" * 64, bands=[1])
    assert DuplicatesPipeline().process_item(made).bands == [1]
    fresh = DuplicatesPipeline().process_item(replace(made, content_hash="", bands=[]))
    assert fresh.bands == fingerprint(fresh.body).bands
    for other in (pages(1), NotModified("a", "b", article(1).fetched_at), {"x": 1}):  # type: ignore[arg-type]
        assert DuplicatesPipeline().process_item(other) is other
