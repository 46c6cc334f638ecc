"""Extensions of a crawl by themselves: what they keep, and what they tell where they can not."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pymongo import AsyncMongoClient, MongoClient
from pymongo.uri_parser import parse_uri
from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.utils.test import get_crawler

from tests.articles import START, article
from tests.conftest import Webhook
from tests.crawling import Store
from tests.loopback import free_port
from tests.mongod import Proxy
from tsnet.arguments import CrawlArguments
from tsnet.channels import ChannelsRead
from tsnet.extensions import log_file, search_index
from tsnet.extensions.coverage import Coverage
from tsnet.extensions.crawl_delay import CrawlDelay
from tsnet.extensions.lease import CrawlLease
from tsnet.extensions.log_file import LOG_FAILURE, LogFile
from tsnet.extensions.run import RunRecord
from tsnet.extensions.search_index import SearchIndex
from tsnet.store.articles import ArticleStore
from tsnet.store.errors import StoreUnavailable
from tsnet.store.runs import RunHistory


def crawler_of(store: Store, **settings: Any) -> Any:
    """A crawler of a spider that has no more than its name."""
    uri, name = store
    given = {"MONGO_URI": uri, "MONGO_DATABASE": name, **settings}
    crawler: Any = get_crawler(settings_dict=given)
    crawler.spider = SimpleNamespace(name="tianshan")
    return crawler


@pytest.mark.parametrize(("own", "kept"), [(0.0, 5.0), (5.0, 5.0), (7.0, 7.0)])
def test_a_pause_that_a_host_asks_for_is_kept_after_each_answer_and_shortens_none(
    own: float, kept: float
) -> None:
    crawler: Any = get_crawler(settings_dict={"ROBOTSTXT_OBEY": 1, "AUTOTHROTTLE_MAX_DELAY": 60})
    request = Request("https://m.euiu.cn/", meta={"download_slot": "m.euiu.cn"})
    slot = Slot(1, own, jitter=0.5)
    downloader = SimpleNamespace(slots={"m.euiu.cn": slot}, get_slot_key=lambda _: "m.euiu.cn")
    crawler.engine = SimpleNamespace(downloader=downloader)
    extension = CrawlDelay.from_crawler(crawler)
    parser = ProtegoRobotParser(b"User-agent: *\nCrawl-delay: 5", None)
    crawler.signals.send_catch_log(signals.robots_parsed, robotparser=parser, request=request)
    for signal in (signals.request_reached_downloader, signals.response_downloaded):
        slot.delay, slot.jitter = own, 0.5
        crawler.signals.send_catch_log(signal, request=request)
        assert (slot.delay, slot.jitter) == (kept, 0.0), "half of the intervals would be shorter"
    assert extension


async def until(true: Callable[[], object]) -> None:
    for _ in range(600):
        if true():
            return
        await asyncio.sleep(0.05)
    raise TimeoutError("waited 30 s in vain")


def test_a_coverage_that_cannot_be_kept_is_told_and_no_traceback(
    database: Any, mongo_database: Store, caplog: pytest.LogCaptureFixture
) -> None:
    database.drop_collection("channels")
    database.create_collection("channels", viewOn="articles")
    crawler = crawler_of(mongo_database)
    crawler.spider = SimpleNamespace(channels=ChannelsRead(failed={"xwzx/szxw"}))
    asyncio.run(Coverage(crawler).spider_closed(crawler.spider, "finished"))
    (told,) = [one.getMessage() for one in caplog.records if "coverage" in one.name]
    assert told.startswith("how far the channels were read was not kept: ")


def channels(
    database: Any,
    store: Store,
    stats: dict[str, Any],
    reason: str = "finished",
    arguments: CrawlArguments = CrawlArguments(),  # noqa: B008 (it is frozen)
    failed: str = "",
) -> tuple[list[str], list[str]]:
    """Channels that count as read, and as failed, after a run that read one to its end and one but
    for its top."""
    crawler = crawler_of(store)
    crawler.stats.set_stats({"start_time": START, **stats})
    crawler.spider = SimpleNamespace(
        arguments=arguments,
        channels=ChannelsRead(
            newest={"xwzx/szxw": date(2025, 3, 19)},
            read_to_end={"xwzx/jjxw", "xwzx/szxw"},
            failed={failed} - {""},
        ),
    )
    asyncio.run(Coverage(crawler).spider_closed(crawler.spider, reason))
    kept = database["channels"]
    return kept.distinct("_id", {"covered_to": {"$ne": None}}), kept.distinct(
        "_id", {"failed_at": {"$ne": None}}
    )


def test_coverage_advances_where_a_resumed_crawl_knows_the_newest_day_and_nowhere_else(
    database: Any, mongo_database: Store
) -> None:
    assert channels(database, mongo_database, {}) == (["xwzx/szxw"], [])


@pytest.mark.parametrize(
    "given",
    [
        {"stats": {"spider_exceptions/count": 1}},
        {"stats": {"tsnet/run/raised": 1}},
        {"reason": "shutdown"},
        {"arguments": CrawlArguments(until=date(2025, 3, 20))},
    ],
)
def test_coverage_does_not_advance_in_a_run_that_may_have_left_articles_out(
    database: Any, mongo_database: Store, given: dict[str, Any]
) -> None:
    assert channels(database, mongo_database, **{"stats": {}, **given}) == ([], [])


@pytest.mark.parametrize("reason", ["finished", "shutdown"])
def test_a_channel_in_which_something_failed_is_marked_however_the_run_ended(
    database: Any, mongo_database: Store, reason: str
) -> None:
    failed = "xwzx/szxw"
    assert channels(database, mongo_database, {}, reason, failed=failed) == ([], [failed])


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_a_lease_is_renewed_when_the_store_is_back_and_left_to_expire_where_it_is_away_at_the_end(
    database: Any, mongo_database: Store, caplog: pytest.LogCaptureFixture
) -> None:
    uri, name = mongo_database
    ((path, _),) = parse_uri(uri)["nodelist"]

    async def crawl() -> None:
        lease = CrawlLease.from_crawler(crawler)
        await lease.spider_opened(crawler.spider)
        proxy.cut()
        await until(lambda: "the lease was not renewed, trying again: " in caplog.text)
        before = database.leases.find_one()["expires_at"]
        proxy.restore()
        await until(lambda: database.leases.find_one()["expires_at"] > before)
        proxy.cut()
        await asyncio.sleep(0.3)  # until its connections are closed
        await lease.spider_closed(crawler.spider)

    with Proxy(path) as proxy:
        limits = "retryWrites=false&serverSelectionTimeoutMS=200&connectTimeoutMS=200"
        store = (f"mongodb://127.0.0.1:{proxy.port}/?{limits}", name)
        crawler = crawler_of(store, TSNET_LEASE_SECONDS=0.3)
        asyncio.run(crawl())
    gc.collect()
    assert "the lease was not freed, it will expire: " in caplog.text
    assert crawler.stats.get_value("tsnet/failure") is None
    assert database.leases.count_documents({}) == 1


def stored_by(store: Store, index: SearchIndex) -> Callable[[int], Awaitable[None]]:
    """Stores an article as the pipeline does before ``index`` hears of it."""
    uri, name = store

    async def store_one(number: int) -> None:
        async with AsyncMongoClient(uri, tz_aware=True) as client:
            await ArticleStore(client[name]).write([article(number)])
        index.item_scraped(article(number))

    return store_one


def test_a_long_crawl_brings_the_search_index_up_while_it_goes_on_and_at_its_end(
    database: Any, mongo_database: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "EVERY", 2)
    crawler = crawler_of(mongo_database)

    def waiting() -> int:
        return int(database.articles.count_documents({"search_no": None}))

    async def crawl() -> None:
        index = SearchIndex.from_crawler(crawler)
        store = stored_by(mongo_database, index)
        await store(1)
        index.item_scraped({"of another kind": True})
        assert waiting() == 1
        await store(2)
        await until(lambda: not waiting())
        await store(3)
        await asyncio.sleep(0.5)
        assert waiting() == 1, "too few for a batch"
        await index.spider_closed(crawler.spider)
        assert not waiting()

    asyncio.run(crawl())
    assert crawler.stats.get_value("tsnet/search/indexed") == 3


def test_a_search_index_that_can_not_be_brought_up_is_told_and_no_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    uri = f"mongodb://127.0.0.1:{free_port()}/?serverSelectionTimeoutMS=100"
    crawler = crawler_of((uri, "tsnet"))
    asyncio.run(SearchIndex.from_crawler(crawler).spider_closed(crawler.spider))
    (told,) = [one.getMessage() for one in caplog.records if "search_index" in one.name]
    assert told.startswith("the search index was not brought up, searching is slower: MongoDB at ")


def test_a_run_whose_record_can_not_be_kept_is_a_failure(mongo_uri: str, webhook: Webhook) -> None:
    name = "a_store_that_takes_no_record"
    with MongoClient(mongo_uri) as client:
        client[name].create_collection("runs", viewOn="articles")
        crawler = crawler_of((mongo_uri, name), TSNET_ALERT_WEBHOOK=webhook.url)
        crawler.stats.set_stats({"tsnet/listings": 1, "tsnet/articles/read": 1})
        crawler.spider.settings = {"TSNET_RUN": None}
        asyncio.run(RunRecord.from_crawler(crawler).spider_closed(crawler.spider, "finished"))
        client.drop_database(name)
    failure = crawler.stats.get_value("tsnet/failure")
    assert failure.startswith("the record of the run was not kept: MongoDB ")
    (message,) = webhook.messages()
    assert (message["text"], message["run"]["failure"]) == (f"tianshan: {failure}", failure)


def test_a_run_is_no_failure_where_only_those_before_it_could_not_be_read(
    database: Any, mongo_database: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: Any) -> Any:
        raise StoreUnavailable("it was away for a moment")

    async def crawl() -> None:
        record = RunRecord.from_crawler(crawler)
        await record.spider_opened(crawler.spider)
        await record.spider_closed(crawler.spider, "finished")

    monkeypatch.setattr(RunHistory, "before", fail)
    crawler = crawler_of(mongo_database)
    crawler.stats.set_stats({"tsnet/listings": 1, "tsnet/articles/read": 1})
    crawler.spider.settings = {"TSNET_RUN": None}
    asyncio.run(crawl())
    assert crawler.stats.get_value("tsnet/failure") is None
    assert database.runs.find_one()["finish_reason"] == "finished"


def test_a_message_that_can_not_be_formatted_is_no_failure_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "log"
    handler = logging.FileHandler(file)
    monkeypatch.setattr(log_file, "get_scrapy_root_handler", lambda: handler)
    crawler: Any = get_crawler(settings_dict={"LOG_FILE": str(file)})
    LogFile.from_crawler(crawler).spider_opened()
    handler.handle(logging.makeLogRecord({"msg": "%d articles", "args": ("many",)}))
    handler.close()
    assert "--- Logging error ---" in capsys.readouterr().err
    assert crawler.stats.get_value(LOG_FAILURE) is None


SITE = "http://site.example"
NO_RULES = "robots.txt was answered with status 503"


def failure_of(
    stats: dict[str, Any],
    channels: str = "",
    read: str = "",
    reason: str = "finished",
    run: str = "",
) -> str | None:
    """Why a crawl of ``channels`` that ends so is a failure; ``read``: the one that it listed."""
    # No store: what is asked here needs none.
    crawler = crawler_of(("mongodb://127.0.0.1:1", "tsnet"), TSNET_RUN=run or None)
    crawler.stats.set_stats({"tsnet/store/unavailable": True, **stats})
    crawler.spider = SimpleNamespace(
        name="tianshan",
        settings=crawler.settings,
        arguments=CrawlArguments(base_url=SITE, channels=tuple(channels.split())),
        channels=ChannelsRead(
            listed={read: 1} if read else {},
            names={"xwzx/jjxw": "经济", "xwzx/szxw": "时政"},
        ),
    )
    asyncio.run(RunRecord.from_crawler(crawler).spider_closed(crawler.spider, reason))
    failure: str | None = crawler.stats.get_value("tsnet/failure")
    return failure


FAILED = {"tsnet/articles/read": 2, "tsnet/articles/failed": 2}
LISTED = {"tsnet/listings": 1, "downloader/response_count": 2}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"stats": {}}, f"{SITE} was not reached: no listing answered"),
        ({"stats": {}, "run": "spring"}, f"{SITE} was not reached: no listing answered"),
        ({"stats": FAILED | {"tsnet/listings/failed": 1}}, f"{SITE} was not reached: no listing"),
        (
            {"stats": {"downloader/response_count": 1, "tsnet/listings/last_error": "status 403"}},
            f"{SITE} could not be read: status 403",
        ),
        (
            {"stats": {"downloader/response_count": 1, "tsnet/robots_txt/failure": NO_RULES}},
            f"{SITE} was not reached: {NO_RULES}",
        ),
        (
            {"stats": {"tsnet/robots_txt/failure": NO_RULES}, "channels": "szxw"},
            f"{SITE} was not reached: {NO_RULES}",
        ),
        ({"stats": LISTED}, f"{SITE} answered, but no listing had one article link: the layout"),
        (
            {"stats": LISTED | {"tsnet/listings/last_error": "status 500"}},
            f"{SITE} answered, but no listing had one article link: status 500",
        ),
        (
            {"stats": LISTED, "channels": "szxw", "run": "spring"},
            f"{SITE} answered, but no listing had one article link: the layout",
        ),
        (
            {"stats": {"tsnet/listings/last_error": "status 403"}, "channels": "szxw jjxw"},
            "argument channels: szxw, jjxw could not be read: status 403",
        ),
        (
            {"stats": LISTED | {"tsnet/links": 9}, "channels": "zzxw"},
            f"argument channels: no link of {SITE} leads to zzxw; there are jjxw 经济, szxw 时政",
        ),
    ],
)
def test_a_crawl_that_reached_nothing_is_a_failure_that_says_what_it_did_not_reach(
    given: dict[str, Any], told: str
) -> None:
    assert (failure_of(**given) or "").startswith(told)


@pytest.mark.parametrize(
    "given",
    [
        {"stats": {}, "reason": "shutdown"},
        {"stats": LISTED | {"tsnet/links": 9}},
        {"stats": {"tsnet/run/listings": True, "tsnet/run/links": True}},
        {"stats": {"tsnet/articles/read": 1, "tsnet/listings/failed": 1}},
        {"stats": FAILED},
        {"stats": LISTED | {"tsnet/links": 9}, "channels": "szxw jjxw", "read": "xwzx/szxw"},
    ],
)
def test_a_crawl_that_reached_something_is_none(given: dict[str, Any]) -> None:
    assert failure_of(**given) is None


def test_a_channel_asked_for_that_nothing_led_to_is_told_beside_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stats = LISTED | {"tsnet/links": 9}
    assert failure_of(stats, channels="szxw jjxw", read="xwzx/szxw") is None
    assert "argument channels: nothing led to jjxw" in caplog.text
