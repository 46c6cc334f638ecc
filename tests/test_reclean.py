"""``scrapy reclean``: the stored pages read again, as users run it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import psutil
import pytest
import zstandard
from pymongo import MongoClient
from pymongo.errors import AutoReconnect

from tests.crawling import ROOT, Store, crawl, environment, scrapy
from tests.replica import Replica
from tsnet import recleaning
from tsnet.extraction_workers import ExtractionWorkers, NoWorkers
from tsnet.items import Article
from tsnet.recleaning import Outcome, Recleaning
from tsnet.store import Archive
from tsnet.store.connection import StoreSettings, open_async_database
from tsnet.store.errors import StoreUnavailable
from tsnet.store.lease import Holder
from tsnet.store.rejects import INVALID_RECORD, UNSTORABLE

LATE = datetime(2999, 1, 2, tzinfo=timezone.utc)
EIGHT_HOURS = timedelta(hours=8)
"""By which days begin earlier in China."""


@pytest.fixture(scope="module")
def crawled(mongo_uri: str) -> Iterator[tuple[Store, Any]]:
    """A database as a crawl of a small site leaves it."""
    name = "test_reclean"
    with MongoClient(mongo_uri, tz_aware=True) as client:
        client.drop_database(name)
        with Replica("small") as site:
            done = crawl(site.url, (mongo_uri, name))
        assert done.returncode == 0, done.stderr[-3000:]
        yield (mongo_uri, name), client[name]
        client.drop_database(name)


def reclean(store: Store, *options: str) -> subprocess.CompletedProcess[str]:
    return scrapy(
        "reclean", "--processes", "1", *options, env={**environment(store), "COLUMNS": "100"}
    )


def counts(run: subprocess.CompletedProcess[str]) -> dict[str, int]:
    """The table that the command prints."""
    found = {}
    for line in run.stdout.splitlines():
        if cells := re.fullmatch(r" *(\S.*?)  +([\d,]+)", line.rstrip()):
            found[cells[1]] = int(cells[2].replace(",", ""))
    return found


def state(database: Any) -> dict[str, Any]:
    return {one["_id"]: one for one in database.articles.find({}, {"search_no": 0})}


def refused(identity: str) -> dict[str, Any]:
    """The reject of an article with a page that says nothing."""
    page = {"url": "u", "status": 200, "headers": {}, "fetched_at": LATE, "rendered": False}
    return {
        "_id": "refused",
        "url": f"https://m.euiu.cn/xwzx/szxw/200001/{identity}.shtml",
        "id": identity,
        "reason": "no_date",
        "detail": "made",
        "rejected_at": LATE,
        "first_rejected_at": LATE,
        "page": {**page, "body": zstandard.compress(b"<html></html>"), "size": 13},
        "record": None,
        "schema_version": 1,
    }


def test_what_is_read_as_it_was_is_left_as_it_is(crawled: tuple[Store, Any]) -> None:
    store, database = crawled
    before = state(database)
    # An article that was refused before it was stored is read once; a listing, or a page that the
    # host did not give, not at all.
    listing = {**refused(max(before)), "_id": "listing", "id": None}
    gone = {**refused("t20000101_1"), "_id": "gone"}
    gone["page"] = {**gone["page"], "status": 404}
    database.rejects.insert_many([refused(max(before)), listing, gone])
    run = reclean(store)
    database.rejects.delete_many({"_id": {"$in": ["refused", "listing", "gone"]}})
    assert run.returncode == 0, run.stderr
    assert counts(run)["as stored"] == len(before) > 20
    assert counts(run)["without stored pages"] == 0
    assert state(database) == before
    assert database.meta.count_documents({"_id": "reclean"}) == 0


def test_a_mended_rule_yields_a_revision_for_a_text_and_none_for_rights(
    crawled: tuple[Store, Any],
) -> None:
    store, database = crawled
    before = state(database)
    wrong_text, wrong_rights = sorted(before)[:2]
    # As an older extraction would have left them.
    database.articles.update_one(
        {"_id": wrong_text}, {"$set": {"body": before[wrong_text]["body"] + "\n责任编辑"}}
    )
    database.articles.update_one({"_id": wrong_rights}, {"$set": {"rights.holder": "旧"}})

    dry = reclean(store, "--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert counts(dry)["another text: a new revision"] == 1
    assert counts(dry)["other fields only: no revision"] == 1
    assert counts(dry)["field body"] == 1
    assert counts(dry)["field rights"] == 1
    assert "\n-责任编辑\n" in dry.stdout
    assert f"--- {wrong_text} stored" in dry.stdout
    assert database.articles.find_one({"_id": wrong_rights})["rights"]["holder"] == "旧"

    run = reclean(store)
    assert run.returncode == 0, run.stderr
    after = state(database)
    assert after[wrong_text]["body"] == before[wrong_text]["body"]
    assert after[wrong_text]["revision"] == 2
    assert after[wrong_rights] == before[wrong_rights]
    kept = database.revisions.find_one({"article": wrong_text})
    assert kept["document"]["body"].endswith("责任编辑")
    assert kept["changed"] == ["body"]
    others = set(before) - {wrong_text}
    assert {one: after[one] for one in others} == {one: before[one] for one in others}


def test_a_mended_rule_reaches_an_article_of_which_a_page_was_not_to_be_had_the_last_time(
    crawled: tuple[Store, Any],
) -> None:
    store, database = crawled
    record = database.articles.find_one({"pages": {"$gt": 1}, "complete": True})
    # As an older extraction would have left it, and a fetch that had its first page alone.
    database.articles.update_one({"_id": record["_id"]}, {"$set": {"body": "旧"}})
    first, second = (
        {"fetches": {"$elemMatch": {"article": record["_id"], "position": position}}}
        for position in (0, 1)
    )
    database.pages.update_one(first, {"$set": {"fetches.$.at": LATE}})
    run = reclean(store, "--id", record["_id"])
    together = database.pages.find_one(second)["fetches"][0]["at"]
    database.pages.update_one(first, {"$set": {"fetches.$.at": together}})
    assert run.returncode == 0, run.stderr
    assert database.articles.find_one({"_id": record["_id"]})["body"] == record["body"]


class Broken(Recleaning):
    """A run that ends before it has read anything."""

    error: Exception = InterruptedError()

    async def _read(self, ids: list[str]) -> list[Article]:
        raise self.error


async def interrupt(store: Store) -> None:
    """Begin a run, end it after the first chunk, and see where others would go on."""

    def stop(_done: int) -> None:
        raise InterruptedError

    settings = StoreSettings(*store, Path())
    async with open_async_database(settings) as database:
        # How far a run with another beginning had come says nothing of this one.
        await database.meta.insert_one({"_id": "reclean", "after": "u-z", "since": LATE})
        with pytest.raises(InterruptedError):
            await Recleaning(database, processes=1).run(stop)
        # Neither a run that is cut off at once nor one of single articles comes any further.
        with pytest.raises(InterruptedError):
            await Broken(database, processes=1).run()
        assert (await Recleaning(database, processes=1, ids=["u-z"]).run()).without_pages == 1
        assert await Recleaning(database, processes=1).resumes_after() is not None
        for other in ({"since": LATE}, {"ids": ["t1"]}, {"dry_run": True}, {"restart": True}):
            work = Recleaning(database, processes=1, **other)
            assert await work.resumes_after() is None


def loads(server: psutil.Process) -> bool:
    """Whether the process that others are forked from has begun to load what they need."""
    return any("lxml" in mapped.path for mapped in server.memory_maps())


def has_forked(server: psutil.Process) -> bool:
    return bool(server.children())


@pytest.mark.parametrize("state", [loads, has_forked])
def test_ctrl_c_in_the_terminal_ends_a_run_and_its_processes_with_one_line(
    crawled: tuple[Store, Any], state: Callable[[psutil.Process], bool]
) -> None:
    store, _database = crawled
    run = subprocess.Popen(
        [sys.executable, "-m", "scrapy", "reclean", "--dry-run", "--processes", "1"],
        cwd=ROOT,
        env=environment(store),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while run.poll() is None and not any(map(state, psutil.Process(run.pid).children())):
        time.sleep(0.005)
    os.killpg(run.pid, signal.SIGINT)
    told = run.communicate()[1]
    # What has forked may also have come to its end by now.
    assert (run.returncode, told) in ((130, b"tsnet: interrupted\n"), (0, b""))


def test_an_interrupted_run_goes_on_where_it_was(
    crawled: tuple[Store, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, database = crawled
    before = state(database)
    ids = sorted(before)
    middle = ids[len(ids) // 2]
    monkeypatch.setattr(recleaning, "CHUNK", len(ids) // 2 + 1)
    asyncio.run(interrupt(store))
    for identity in (ids[0], ids[-1]):
        database.articles.update_one({"_id": identity}, {"$set": {"rights.holder": "旧"}})
    run = reclean(store)
    assert f"Going on after {middle}" in run.stderr
    assert counts(run)["as stored"] == len([one for one in ids if one > middle]) - 1
    assert database.articles.find_one({"_id": ids[0]})["rights"]["holder"] == "旧"
    assert database.articles.find_one({"_id": ids[-1]})["rights"] == before[ids[-1]]["rights"]

    run = reclean(store, "--id", ids[0], "--processes", "2")
    assert counts(run)["other fields only: no revision"] == 1
    assert state(database) == before


def test_a_run_that_is_interrupted_among_the_refused_reads_no_article_again(
    crawled: tuple[Store, Any],
) -> None:
    store, database = crawled
    ids = sorted(state(database))
    reject = refused("t20000101_1")
    assert reject["id"] < ids[0]
    database.rejects.insert_one(reject)
    done = 0

    def stop(count: int) -> None:
        nonlocal done
        done += count
        if done > len(ids):
            raise InterruptedError

    async def interrupt_late() -> str | None:
        async with open_async_database(StoreSettings(*store, Path())) as opened:
            with pytest.raises(InterruptedError):
                await Recleaning(opened, processes=1).run(stop)
            return await Recleaning(opened, processes=1).resumes_after()

    try:
        assert asyncio.run(interrupt_late()) == ids[-1]
    finally:
        database.rejects.delete_one({"_id": "refused"})
        database.meta.delete_one({"_id": "reclean"})


def test_a_server_that_goes_away_is_told_in_one_line(crawled: tuple[Store, Any]) -> None:
    store, _database = crawled

    async def cut() -> None:
        async with open_async_database(StoreSettings(*store, Path())) as database:
            work = Broken(database, processes=1, dry_run=True)
            work.error = AutoReconnect("connection closed")
            await work.run()

    with pytest.raises(
        StoreUnavailable, match=r"does not answer \(connection closed\): start that"
    ):
        asyncio.run(cut())


def test_a_restarted_run_begins_anew(crawled: tuple[Store, Any]) -> None:
    store, database = crawled
    before = state(database)
    first = min(before)
    database.articles.update_one({"_id": first}, {"$set": {"rights.holder": "旧"}})
    database.meta.insert_one({"_id": "reclean", "after": max(before), "since": None})
    other = {"owner": Holder.this_process("other").document(), "until": LATE}
    database.search_runs.update_one({"_id": "state"}, {"$set": other})
    run = reclean(store, "--restart")
    database.search_runs.update_one({"_id": "state"}, {"$set": {"owner": None}})
    assert run.stderr.endswith("writes the search index: scrapy index waits for it\n")
    assert "Going on after" not in run.stderr
    assert counts(run)["other fields only: no revision"] == 1
    assert state(database) == before
    assert not database.meta.find_one({"_id": "reclean"})


def test_what_was_refused_is_stored_when_it_can_be(crawled: tuple[Store, Any]) -> None:
    store, database = crawled
    before = state(database)
    ids = sorted(before)[: len(UNSTORABLE)]
    database.articles.delete_many({"_id": {"$in": ids}})
    rejects = [
        {**refused(identity), "_id": reason, "reason": reason, "page": None}
        for identity, reason in zip(ids, UNSTORABLE, strict=True)
    ]
    database.rejects.insert_many(rejects)
    run = reclean(store)
    assert counts(run)["refused before, a record now"] == len(ids)
    for identity in ids:
        assert database.articles.find_one({"_id": identity})["body"] == before[identity]["body"]


def test_what_the_store_refuses_again_is_counted(crawled: tuple[Store, Any]) -> None:
    store, database = crawled
    before = state(database)
    victim = min(before)

    async def outcome() -> Outcome:
        async with open_async_database(StoreSettings(*store, Path())) as opened:
            return await Recleaning(opened, processes=0, ids=[victim]).run()

    rules = database.articles.options()["validator"]
    database.articles.delete_one({"_id": victim})
    database.command("collMod", "articles", validator={"_id": {"$ne": victim}})
    told = asyncio.run(outcome())
    database.command("collMod", "articles", validator=rules)
    assert (told.new, told.rejected) == (0, {INVALID_RECORD: 1})
    assert asyncio.run(outcome()).new == 1
    assert state(database).keys() == before.keys()


def test_what_was_refused_for_what_its_page_says_is_read_again(crawled: tuple[Store, Any]) -> None:
    store, database = crawled
    before = state(database)
    victim, hopeless = sorted(before)[1:3]
    kept = {}
    for identity in (victim, hopeless):
        page = database.pages.find_one({"fetches.article": identity})
        fetch = page["fetches"][0]
        names = ("url", "status", "headers", "fetched_at", "rendered")
        kept[identity] = page
        database.articles.delete_one({"_id": identity})
        database.pages.delete_many({"fetches.article": identity})
        body = zstandard.compress(b"<html></html>") if identity == hopeless else page["body"]
        database.rejects.insert_one(
            {
                "_id": identity,
                "url": before[identity]["url"],
                "id": identity,
                "reason": "no_date",
                "detail": "made",
                "rejected_at": before[identity]["fetched_at"],
                "first_rejected_at": before[identity]["fetched_at"],
                "page": {name: fetch[name] for name in names} | {"body": body, "size": 1},
                "record": None,
                "schema_version": 1,
            }
        )
    # It was refused twice; the first time its page said nothing.
    early = datetime(2000, 1, 1, tzinfo=timezone.utc)
    first = {**refused(victim), "rejected_at": early, "first_rejected_at": early}
    database.rejects.insert_one(first)
    with Archive(*store) as archive:
        page = archive.rejected_page(victim)
    assert page is not None
    assert page.body == zstandard.decompress(kept[victim]["body"])
    tried = reclean(store, "--dry-run")
    assert counts(tried)["refused before, a record now"] == 1
    assert victim not in state(database)
    run = reclean(store)
    assert run.returncode == 0, run.stderr
    assert counts(run)["refused before, a record now"] == 1
    assert counts(run)["refused before, and by today's rules too"] == 1
    assert database.articles.find_one({"_id": victim})["body"] == before[victim]["body"]
    stored = database.pages.find_one({"fetches.article": victim})
    assert stored["_id"] == kept[victim]["_id"]
    assert database.articles.count_documents({"_id": hopeless}) == 0
    named = reclean(store, "--id", hopeless)
    assert named.returncode == 1
    assert hopeless in named.stdout
    later = reclean(store, "--since", "2999-01-01")
    assert counts(later)["refused before, and by today's rules too"] == 0
    damage = {"page.body": b"no page", "page.fetched_at": LATE}
    database.rejects.update_one({"_id": hopeless}, {"$set": damage})
    damaged = reclean(store, "--since", "2999-01-01")
    assert damaged.returncode == 1
    assert f"{hopeless}: the page of its reject is damaged" in damaged.stdout
    assert counts(damaged)["without stored pages"] == 0
    database.rejects.delete_many({"_id": {"$in": ["refused", victim, hopeless]}})


def test_a_page_that_can_not_be_read_any_more_leaves_its_record(crawled: tuple[Store, Any]) -> None:
    store, database = crawled
    victim = max(state(database))
    page = database.pages.find_one({"fetches.article": victim})
    empty = zstandard.compress(b"<html></html>")
    database.pages.update_one({"_id": page["_id"]}, {"$set": {"body": empty}})
    before = state(database)
    run = reclean(store, "--id", victim)
    database.pages.replace_one({"_id": page["_id"]}, page)
    assert run.returncode == 1
    assert f"{victim}: " in run.stdout
    assert state(database) == before


def never_end(_pages: object) -> None:
    time.sleep(3600)


def test_an_article_whose_cleaning_takes_too_long_or_fails_is_left_as_it_is(
    crawled: tuple[Store, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, database = crawled
    before = state(database)
    victim = max(before)

    async def told() -> str:
        async with open_async_database(StoreSettings(*store, Path())) as opened:
            outcome = await Recleaning(opened, processes=1, ids=[victim]).run()
            return outcome.failed[victim]

    with monkeypatch.context() as patched:
        patched.setattr(recleaning, "PAGE_TIMEOUT", 0.5)
        patched.setattr(recleaning, "clean", never_end)
        assert asyncio.run(told()).startswith("it took more than")
    page = database.pages.find_one({"fetches.article": victim})
    database.pages.update_one({"_id": page["_id"]}, {"$set": {"body": b"no page"}})
    assert asyncio.run(told()).startswith("the extraction failed: ZstdError")
    database.pages.replace_one({"_id": page["_id"]}, page)
    assert state(database) == before


def test_a_run_whose_workers_die_ends_and_takes_no_article_for_one_that_can_not_be_read(
    crawled: tuple[Store, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, database = crawled

    async def die(*_given: object) -> None:
        raise NoWorkers("the processes that read pages die again and again")

    async def run() -> None:
        async with open_async_database(StoreSettings(*store, Path())) as opened:
            await Recleaning(opened, processes=1).run()

    monkeypatch.setattr(ExtractionWorkers, "run", die)
    with pytest.raises(NoWorkers):
        asyncio.run(run())
    assert database.meta.find_one({"_id": "reclean"}) is None, "the next run would leave them out"


def test_pages_that_are_those_of_another_article_change_neither(
    crawled: tuple[Store, Any],
) -> None:
    store, database = crawled
    before = state(database)
    victim, other = sorted(before)[:2]
    page = database.pages.find_one({"fetches.article": victim})
    database.pages.update_one(
        {"_id": page["_id"]}, {"$set": {"fetches.0.url": before[other]["url"]}}
    )
    run = reclean(store, "--id", victim)
    database.pages.replace_one({"_id": page["_id"]}, page)
    assert run.returncode == 1
    assert f"{victim}: its pages are read as {other}" in run.stdout
    assert state(database) == before


def test_a_page_that_was_fetched_at_another_address_leaves_the_channel_as_it_is(
    crawled: tuple[Store, Any],
) -> None:
    store, database = crawled
    victim = max(state(database))
    page = database.pages.find_one({"fetches.article": victim})
    elsewhere = f"https://m.euiu.cn/zt/elsewhere/202501/{victim}.shtml"
    database.pages.update_one({"_id": page["_id"]}, {"$set": {"fetches.0.url": elsewhere}})
    before = state(database)
    run = reclean(store, "--id", victim)
    database.pages.replace_one({"_id": page["_id"]}, page)
    assert counts(run)["as stored"] == 1
    after = state(database)
    database.articles.update_one({"_id": victim}, {"$pull": {"urls": elsewhere}})
    assert elsewhere in after[victim]["urls"]
    assert state(database) == before


def test_only_pages_since_a_day_are_read(crawled: tuple[Store, Any]) -> None:
    store, database = crawled
    (one,) = database.pages.find({}, {"fetches": 1}).sort("fetches.at", -1).limit(1)
    database.pages.update_one({"_id": one["_id"]}, {"$set": {"fetches.0.at": LATE}})
    run = reclean(store, "--since", "2999-01-01")
    # Interrupted behind that article, the same run has nothing left to do.
    after = {"after": one["fetches"][0]["article"], "since": LATE.replace(day=1) - EIGHT_HOURS}
    database.meta.insert_one({"_id": "reclean", **after})
    rest = reclean(store, "--since", "2999-01-01")
    database.pages.update_one({"_id": one["_id"]}, {"$set": {"fetches": one["fetches"]}})
    assert counts(run)["as stored"] == 1
    assert f"Going on after {after['after']}" in rest.stderr
    assert counts(rest)["as stored"] == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--since", "yesterday"], "since is 'yesterday'"),
        (["x"], "x: this command takes options only"),
        (["--processes", "0"], "--processes 0: write 1 to 256"),
        (["--processes", "100000"], "--processes 100000: write 1 to 256"),
    ],
)
def test_a_wrong_option_is_named(mongo_database: Store, options: list[str], told: str) -> None:
    run = reclean(mongo_database, *options)
    assert run.returncode == 2
    assert told in run.stderr + run.stdout
