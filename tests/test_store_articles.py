"""What the store makes of what a crawl hands to it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import pytest
from pymongo import AsyncMongoClient, MongoClient
from pymongo.database import Database

from tests.articles import START, article, page, pages, reject, text
from tests.crawling import crawl
from tsnet.items import Article, ArticlePages, Image, NotModified, Quality, Rights, Sightings
from tsnet.store import Archive, collections, preparation, schema
from tsnet.store.articles import ArticleStore, Written
from tsnet.store.connection import StoreSettings, open_async_database
from tsnet.store.documents import SCHEMA_VERSION, article_document
from tsnet.store.errors import NotOurs, SchemaTooNew, StoreError
from tsnet.store.pages import newest_fetch, stored_page
from tsnet.store.revisions import differences, merged, says_the_same
from tsnet.text.doubt import Choice
from tsnet.text.fingerprint import content_hash, fingerprint

T = TypeVar("T")
DAY = timedelta(days=1)


def run(
    mongo_database: tuple[str, str], work: Callable[[ArticleStore], Awaitable[T]], **options: Any
) -> T:
    """Do ``work`` with a store of its own connection."""

    async def main() -> T:
        uri, name = mongo_database
        async with AsyncMongoClient(uri, tz_aware=True) as client:
            return await work(ArticleStore(client[name], **options))

    return asyncio.run(main())


@pytest.fixture
def write(
    database: Database[dict[str, Any]], mongo_database: tuple[str, str]
) -> Callable[..., Written]:
    def write(*items: Any, **options: Any) -> Written:
        return run(mongo_database, lambda store: store.write(items), **options)

    return write


def again(number: int, days: int = 1, **fields: Any) -> Article:
    """The article as fetched some days later."""
    return article(number, fetched_at=START + days * DAY, **fields)


def test_a_new_article_is_stored_whole(write: Any, database: Any) -> None:
    written = write(article(7))
    assert written.new == [article(7).id]
    stored = database.articles.find_one()
    assert stored["_id"] == "t20250308_7"
    assert stored["revision"] == 1
    assert stored["first_seen_at"] == stored["last_seen_at"] == stored["fetched_at"] == START
    assert stored["duplicate_of"] is None
    assert stored["cluster"] == "t20250308_7"
    assert stored["schema_version"] == SCHEMA_VERSION
    assert len(stored["content_hash"]) == 64
    (kept,) = database.fingerprints.find()
    assert kept["_id"] == f"t20250308_7@{stored['content_hash'][:8]}"
    assert kept["bands"] == fingerprint(article(7).body).bands
    assert "bands" not in stored
    assert stored["rights"]["licences"] == [{"kind": "ICP备案", "number": "新ICP备1号"}]
    assert "id" not in stored


def test_writing_a_batch_again_changes_nothing(write: Any, database: Any) -> None:
    batch = [pages(1), article(1), article(2), reject(), pages(2)]
    write(*batch)
    before = {name: list(database[name].find()) for name in database.list_collection_names()}
    written = write(*batch)
    assert written.unchanged == [article(1).id, article(2).id]
    assert written.pages == 0
    assert {name: list(database[name].find()) for name in before} == before


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"rights": Rights(notice="另一声明", holder="天山网")},
        {"quality": Quality(annotations=99, repaired=5, guessed=3)},
        {"cleaning": {"notice": 7}},
        {"channel_name": "时政要闻"},
        {"images": [Image("http://www.ts.cn/xwzx/szxw/202503/W3.jpeg", "会议现场")]},
        {
            "url": "https://www.ts.cn/xwzx/jjxw/202503/t20250304_3.shtml",
            "images": [Image("https://www.ts.cn/xwzx/jjxw/202503/W3.jpeg", "会议现场")],
        },
        {"url": "https://www.ts.cn/other", "published_raw": "2025年03月04日 16:00"},
        {"spider": "another", "job": "2"},
    ],
)
def test_only_last_seen_changes_when_the_text_does_not(
    write: Any, database: Any, fields: dict[str, Any]
) -> None:
    write(article(3))
    before = database.articles.find_one()
    assert write(again(3, **fields)).unchanged == [article(3).id]
    after = database.articles.find_one()
    assert after == {**before, "last_seen_at": START + DAY}
    assert database.revisions.count_documents({}) == 0


def test_urls_grow_and_the_servers_marks_follow(write: Any, database: Any) -> None:
    write(article(3))
    write(again(3, urls=["https://www.ts.cn/xwzx/szxw/202503/t20250304_3.shtml"], etag='"new"'))
    stored = database.articles.find_one()
    assert len(stored["urls"]) == 2
    assert stored["etag"] == '"new"'
    assert stored["revision"] == 1


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"title": "更正后的标题"}, ["title"]),
        ({"body": text(3) + "\n更正：时间为3月2日。"}, ["body"]),
        ({"published_at": START + 9 * DAY}, ["published_at"]),
        ({"source": "新华社", "original": False}, ["source", "original"]),
        ({"images": []}, ["images"]),
        ({"subtitle": "副题"}, ["subtitle"]),
    ],
)
def test_a_correction_is_a_revision_and_the_version_before_is_kept(
    write: Any, database: Any, fields: dict[str, Any], changed: list[str]
) -> None:
    write(article(3))
    before = database.articles.find_one()
    assert write(again(3, **fields)).changed == [article(3).id]
    after = database.articles.find_one()
    assert after["revision"] == 2
    assert after["first_seen_at"] == START
    assert after["last_seen_at"] == after["fetched_at"] == START + DAY
    (kept,) = database.revisions.find()
    assert kept["article"] == article(3).id
    assert kept["revision"] == 1
    assert kept["changed"] == changed
    assert kept["fetched_at"] == START
    assert kept["replaced_at"] == START + DAY
    assert kept["document"]["body"] == before["body"]
    assert kept["document"]["title"] == before["title"]


@pytest.mark.parametrize(("channel", "name"), [("szxw", "时政"), ("jjxw", None)])
def test_a_crawl_that_has_not_met_the_name_of_a_channel_leaves_it_with_a_correction(
    write: Any, database: Any, channel: str, name: str | None
) -> None:
    write(article(3), again(3, title="更正后的标题", channel=channel, channel_name=None))
    assert database.articles.find_one()["channel_name"] == name


@pytest.mark.parametrize(("channel", "name"), [("szxw", "时政"), ("jjxw", None)])
def test_the_name_of_a_channel_that_is_met_later_is_filled_in(
    write: Any, database: Any, channel: str, name: str | None
) -> None:
    write(article(3, channel_name=None))
    database.articles.update_one({}, {"$set": {"search_no": 7}})
    assert write(again(3, channel=channel)).unchanged == [article(3).id]
    stored = database.articles.find_one()
    assert (stored["channel_name"], stored["revision"]) == (name, 1)
    assert ("search_no" in stored) == (name is None)  # its channel is looked up by the name, too


def test_versions_do_not_grow_when_the_same_correction_is_seen_again(
    write: Any, database: Any
) -> None:
    write(article(3))
    for days in (1, 2, 3):
        write(again(3, days, title="更正后的标题"))
    assert database.articles.find_one()["revision"] == 2
    assert database.revisions.count_documents({}) == 1


def test_two_versions_in_one_batch_are_two_revisions(write: Any, database: Any) -> None:
    written = write(article(3), again(3, title="更正后的标题"))
    assert (written.new, written.changed) == ([article(3).id], [article(3).id])
    assert database.articles.find_one()["revision"] == 2


def test_what_is_written_late_does_not_replace_what_is_newer(write: Any, database: Any) -> None:
    write(again(3, 2, title="更正后的标题"))
    assert write(article(3)).unchanged == [article(3).id]
    stored = database.articles.find_one()
    assert stored["title"] == "更正后的标题"
    assert stored["first_seen_at"] == START
    assert stored["last_seen_at"] == START + 2 * DAY


def test_what_was_seen_by_a_clock_that_was_ahead_gives_way_to_a_later_reading(
    write: Any, database: Any
) -> None:
    now = datetime.now(timezone.utc).replace(microsecond=0)
    ahead = now + 30 * DAY
    write(pages(3, [page(3, fetched_at=ahead)]), article(3, fetched_at=ahead))
    corrected = article(3, fetched_at=now, title="更正后的标题")
    assert write(pages(3, [page(4, fetched_at=now)]), corrected).changed == [article(3).id]
    stored = database.articles.find_one()
    assert [stored[f"{name}_at"] for name in ("fetched", "first_seen", "last_seen")] == [now] * 3
    assert write(again(3)).unchanged == [article(3).id]  # an older one from a spool
    found = list(database.pages.find())
    ((newest, _),) = newest_fetch(found, article(3).id, seen_at=stored["last_seen_at"])
    assert stored_page(newest, newest["fetches"][0]).body == page(4).body
    write(pages(3, [page(3, fetched_at=now)]))
    assert database.pages.distinct("fetches.at") == [now]


def test_what_was_seen_by_a_clock_that_was_ahead_is_noticed_to_be_gone_and_to_be_back(
    write: Any, database: Any
) -> None:
    now = datetime.now(timezone.utc).replace(microsecond=0)
    write(article(3, fetched_at=now + 30 * DAY))
    write(replace(GONE[0], rejected_at=now - DAY))
    assert database.articles.find_one()["gone_at"] == now - DAY
    write(article(3, fetched_at=now))
    assert "gone_at" not in database.articles.find_one()
    write(replace(GONE[0], rejected_at=now + 30 * DAY))
    assert "gone_at" in database.articles.find_one()
    write(NotModified(article(3).id, article(3).url, now))
    assert "gone_at" not in database.articles.find_one()


def test_an_incomplete_reading_does_not_replace_a_whole_one(write: Any, database: Any) -> None:
    write(article(3, pages=2))
    write(again(3, body=text(3)[:100], pages=1, complete=False))
    assert database.articles.find_one()["complete"] is True
    write(again(3, 2, pages=2, body=text(3) + "\n第三页"))
    assert database.articles.find_one()["revision"] == 2


def test_an_incomplete_reading_does_not_replace_one_of_more_pages(
    write: Any, database: Any
) -> None:
    write(article(3, pages=3, complete=False))
    write(again(3, body=text(3)[:100], pages=1, complete=False))
    assert database.articles.find_one()["body"] == text(3)
    write(again(3, 2, body=text(3)[:100], pages=1))
    stored = database.articles.find_one()
    assert (stored["body"], stored["revision"]) == (text(3)[:100], 2)


def test_damage_is_no_difference_and_two_damaged_readings_mend_each_other(
    write: Any, database: Any
) -> None:
    whole = "会议于8月12日召开，13人参加。" + text(3)
    lost = {4: "8", 6: "1"}
    one = whole[:4] + "\ufffd" + whole[5:]
    other = whole[:6] + "\ufffd" + whole[7:]
    assert all(whole[at] != "\ufffd" for at in lost)
    write(article(3, body=one, body_lost=[4], quality=Quality(lost=1)))
    assert write(again(3, body=other, body_lost=[6], quality=Quality(lost=2))).changed == []
    stored = database.articles.find_one()
    assert stored["body"] == whole
    assert stored["body_lost"] == []
    assert stored["content_hash"] == fingerprint(whole).content_hash
    assert stored["quality"]["lost"] == 0
    assert stored["revision"] == 1
    assert write(again(3, 2, body=one, body_lost=[4])).unchanged == [article(3).id]
    assert database.articles.find_one()["body"] == whole
    assert database.revisions.count_documents({}) == 0


@pytest.mark.parametrize(
    ("old", "new", "together"),
    [
        ("环\ufffd保护", "环境保护", "环境保护"),
        ("环境保护", "环\ufffd保护", "环境保护"),
        ("环\ufffd保护", "环境保\ufffd", "环境保护"),
        ("环\ufffd保护", "环\ufffd保护", "环\ufffd保护"),
        ("环\ufffd保护", "环境保卫", None),
        ("环境保护", "环\ufffd保卫", None),
        ("环\ufffd保护", "环境", None),
        ("环境", "环\ufffd保护", None),
        (None, "环境", None),
        ("环境", None, None),
    ],
)
def test_two_readings_of_a_text_say_together_what_either_lost(
    old: str | None, new: str | None, together: str | None
) -> None:
    assert merged(old, new) == together


@pytest.mark.parametrize(
    ("changes", "doubtful", "changed"),
    [
        ({"body": "何"}, [Choice("总工程师", "何", "春生")], False),
        ({"body": "何"}, [Choice("", "何春生说", "，这")], False),
        ({"body": "何"}, [Choice("", "工", "程师何"), Choice("师何", "春", "生")], True),
        ({"body": "何"}, [Choice("一处", "灌", "区")], True),
        ({"body": "何"}, [Choice("程师", "何", "某生")], True),
        ({"body": "何"}, [], True),
        ({"body": "何某"}, [Choice("总工程师", "何某", "春生")], False),
        ({"body": "何某先生"}, [Choice("总工程师", "何某先生", "春生")], True),
        ({"body": "\ufffd何"}, [Choice("总工程师\ufffd", "何", "春生")], False),
        ({"body": "7"}, [Choice("总工程师", "7", "春生")], True),
        ({"body": ""}, [Choice("春生", "说", "，")], True),
        ({"body": "合", "editors": ["王曦"]}, [Choice("责任编辑：", "王曦", "\ufffd")], False),
        ({"body": "合", "editors": ["王曦"]}, [Choice("责任编辑：", "李昕", "")], True),
        ({"body": "何", "title": "更正"}, [Choice("总工程师", "何", "春生")], True),
    ],
)
def test_what_was_chosen_by_likelihood_is_no_difference(
    write: Any,
    database: Any,
    changes: dict[str, Any],
    doubtful: list[tuple[str, str, str]],
    changed: bool,
) -> None:
    body = "总工程师{}春生说，这是一处灌区。\n" + text(3)
    write(article(3, body=body.format("合"), editors=["王昕"]))
    before = database.articles.find_one()
    now = {"editors": ["王昕"], **changes, "body": body.format(changes["body"])}
    written = write(again(3, doubtful=doubtful, **now))
    assert bool(written.changed) is changed
    if not changed:
        assert database.articles.find_one() == {**before, "last_seen_at": START + DAY}
        # Cleaned again, the later page says no more, and the one that the record is from decides.
        write(again(3, doubtful=doubtful, **now), recleaning=True)
        kept = database.articles.find_one()
        for name in ("body", "editors", "content_hash", "body_lost", "revision"):
            assert kept[name] == before[name]
        write(article(3, doubtful=doubtful, **now), recleaning=True)
        assert database.articles.find_one()["revision"] == 2


@pytest.mark.parametrize(
    ("caption", "doubtful", "kept"),
    [
        ("渠首8月的灯", [], "渠首8月的灯"),
        ("渠\ufffd8月的灯", [], "渠首8月的灯"),
        ("渠首\ufffd月的灯", [], "渠首\ufffd月的灯"),
        ("渠守\ufffd月的灯", [Choice("渠", "守", "\ufffd月的")], "渠首\ufffd月的灯"),
        ("渠守\ufffd月的灯", [], None),
        (None, [], None),
    ],
)
def test_damage_to_a_caption_is_no_difference(
    write: Any, database: Any, caption: str | None, doubtful: list[Choice], kept: str | None
) -> None:
    write(article(3, images=[Image("http://www.ts.cn/W3.jpeg", "渠首\ufffd月的灯")]))
    pictures = [Image("http://www.ts.cn/W3.jpeg", caption)]
    for recleaning in (False, True):
        changed = write(again(3, images=pictures, doubtful=doubtful), recleaning=recleaning).changed
        assert bool(changed) is (kept is None and not recleaning)
        (picture,) = database.articles.find_one()["images"]
        assert picture["caption"] == (kept or caption)


def test_damage_to_a_source_is_no_difference(write: Any, database: Any) -> None:
    write(article(3, source="天山网\ufffd新疆日报"))
    assert not write(again(3, source="天山网-新疆日报")).changed
    assert database.articles.find_one()["source"] == "天山网-新疆日报"


def test_a_text_that_may_be_misread_at_every_place_is_compared_in_linear_time() -> None:
    told = "一" * 6000
    started = time.process_time()
    assert says_the_same(f"{told}一", told, [Choice("一一一", "一一", "一一一")])
    assert time.process_time() - started < 3.0


@pytest.mark.parametrize(
    ("old", "doubtful", "same"),
    [
        ("合春生说", [Choice("", "何", "春生")], True),
        ("合某某春生说", [Choice("", "何", "春生")], True),
        ("合某某某春生说", [Choice("", "何", "春生")], False),
        ("何春生7", [Choice("何春生", "说", "")], False),
        ("何春生7\ufffd", [Choice("何春生", "说", "")], True),
        ("合某生说", [Choice("", "何春生", "说"), Choice("何", "春", "生")], True),
        # A passage that ends another one is no further leave to be longer.
        ("合某某某生某说", [Choice("", "何春生", "说"), Choice("何春", "生", "说")], False),
        ("合春生说", [Choice("", "", "")], False),
    ],
)
def test_how_far_a_passage_that_was_chosen_may_differ_from_the_one_before(
    old: str, doubtful: list[Choice], same: bool
) -> None:
    assert says_the_same(old, "何春生说", doubtful) is same


@pytest.mark.parametrize(
    ("name", "before", "after", "changed"),
    [
        ("editors", ["张柱", "刘芳"], ["万平", "刘芳"], False),
        ("editors", ["张柱", "刘芳"], ["张柱"], True),
        ("editors", [], ["万平"], True),
        ("subtitle", None, "副题", True),
        ("subtitle", "副题", None, True),
    ],
)
def test_a_name_or_a_headline_more_or_less_is_a_difference_and_a_misread_name_is_none(
    name: str, before: Any, after: Any, changed: bool
) -> None:
    old, new = (article_document(article(3, **{name: value})) for value in (before, after))
    doubtful = [Choice("责任编辑：", "万平", "")]
    assert differences(old, new, doubtful) == ([name] if changed else [])


def test_cleaning_a_later_page_again_that_lost_a_character_leaves_what_goes_with_the_body(
    write: Any, database: Any
) -> None:
    write(article(3, body="会议于8月12日召开。"))
    before = database.articles.find_one()
    later = again(3, body="会议于\ufffd月12日召开。", body_lost=[3])
    write(later)
    write(later, recleaning=True)
    after = database.articles.find_one()
    for name in ("body", "body_lost", "content_hash"):
        assert after[name] == before[name]


def test_not_modified_moves_last_seen_and_lets_urls_grow(write: Any, database: Any) -> None:
    write(article(3))
    before = database.articles.find_one()
    elsewhere = "https://www.ts.cn/xwzx/szxw/202503/t20250304_3.shtml"
    assert write(NotModified(article(3).id, elsewhere, START + DAY)).not_modified == 1
    seen = {"last_seen_at": START + DAY, "urls": [*before["urls"], elsewhere]}
    assert database.articles.find_one() == {**before, **seen}


GONE = [
    reject(3, id=article(3).id, url=article(3).url, reason=reason, rejected_at=START + days * DAY)
    for reason, days in (("to_front_page", 2), ("http_410", 3))
]


@pytest.mark.parametrize("back", [again(3, 4), NotModified(article(3).id, "http://a/", START)])
def test_an_article_that_is_gone_keeps_its_record_with_a_mark_until_it_is_back(
    write: Any, database: Any, back: Article | NotModified
) -> None:
    write(article(3), article(4))
    before = database.articles.find_one({"_id": article(3).id})
    write(*GONE)
    write(GONE[1], reject(4, id=article(4).id, reason="http_403", rejected_at=START + DAY))
    gone = database.articles.find_one({"gone_at": {"$ne": None}})
    assert gone == {**before, "gone_at": START + 2 * DAY}
    late = NotModified(article(3).id, article(3).url, START + DAY)
    write(late)
    assert database.articles.find_one({"_id": article(3).id})["gone_at"] == START + 2 * DAY
    if isinstance(back, NotModified):
        back = replace(back, seen_at=START + 4 * DAY)
    write(back)
    write(*GONE)  # as a spool may have kept them
    assert "gone_at" not in database.articles.find_one({"_id": article(3).id})


def test_an_article_that_moved_is_not_gone_and_its_record_says_where_it_is(
    write: Any, database: Any
) -> None:
    there = "/xwzx/jjxw/202503/t20250304_3.shtml"
    address = {
        "url": f"https://m.euiu.cn{there}",
        "origin_url": f"https://www.ts.cn{there}",
        "channel": "jjxw",
        "channel_name": "经济",
    }
    here = article(3).url
    picture = Image("https://m.euiu.cn/xwzx/jjxw/202503/W3.jpeg", "会议现场")
    absent = {"id": article(3).id, "reason": "http_404"}

    def left(number: int, url: str, days: int) -> Any:
        return reject(number, **absent, url=url, rejected_at=START + days * DAY)

    def record() -> dict[str, Any]:
        found = database.articles.find_one()
        return {name: found.get(name) for name in (*address, "gone_at", "revision", "search_no")}

    batches: tuple[list[list[Any]], ...] = (
        [[again(3, 2, **address, images=[picture]), left(1, here, 3)]],
        [[left(1, here, 2)], [again(3, 3, **address, images=[picture])]],
    )
    for batch in batches:
        database.articles.delete_many({})
        write(article(3))
        database.articles.update_one({}, {"$set": {"search_no": 7}})
        for items in batch:
            write(*items)
        assert record() == {**address, "gone_at": None, "revision": 1, "search_no": None}
        assert database.articles.find_one()["images"][0]["url"] == picture.url
        write(left(2, here, 4))
        assert record()["gone_at"] is None
        write(left(2, address["url"], 5))
        assert record()["gone_at"] == START + 5 * DAY


def test_to_clean_again_says_nothing_of_what_the_host_has(write: Any, database: Any) -> None:
    write(article(3))
    write(GONE[0], recleaning=True)
    assert "gone_at" not in database.articles.find_one()
    write(GONE[0])
    write(article(3, fetched_at=START + 9 * DAY, title="更正后的标题"), recleaning=True)
    assert database.articles.find_one({"title": "更正后的标题"})


def test_urls_grow_by_what_listings_link_and_nothing_is_made_of_it(
    write: Any, database: Any
) -> None:
    write(article(3))
    before = database.articles.find_one()
    links = {article(3).id: ["https://www.ts.cn/a.shtml"], "t20250101_1": ["https://ts.cn/b.shtml"]}
    write(Sightings(links))
    write(Sightings(links))
    grown = [*before["urls"], "https://www.ts.cn/a.shtml"]
    assert list(database.articles.find()) == [{**before, "urls": grown}]


def test_raw_pages_are_kept_byte_for_byte_once(write: Any, database: Any) -> None:
    assert write(pages(1), pages(2)).pages == 2
    later = page(1, fetched_at=START + DAY)
    assert write(ArticlePages(article(1).id, [later])).pages == 0
    assert database.pages.count_documents({}) == 2
    found = list(database.pages.find({"fetches.article": article(1).id}))
    ((document, fetch),) = newest_fetch(found, article(1).id)
    kept = stored_page(document, fetch)
    assert kept.body == page(1).body
    assert kept.fetched_at == START + DAY
    assert kept.headers == {"content-type": "text/html", "etag": "$where"}


def test_pages_of_a_long_article_come_back_in_order(write: Any, database: Any) -> None:
    parts = [page(n, url=f"https://m.euiu.cn/p_{n}.shtml") for n in (5, 6, 7)]
    write(pages(1, parts))
    new_first = page(8, url=parts[0].url, fetched_at=START + DAY)
    rest = [replace(part, fetched_at=START + DAY) for part in parts[1:]]
    write(pages(1, [new_first, *rest]))
    found = list(database.pages.find({"fetches.article": article(1).id}))
    bodies = [stored_page(*pair).body for pair in newest_fetch(found, article(1).id)]
    assert bodies == [page(8).body, page(6).body, page(7).body]


def test_the_newest_pages_that_are_as_many_as_asked_for_come_from_before_one_was_lost(
    write: Any, database: Any
) -> None:
    def bodies(least: int) -> list[bytes]:
        found = list(database.pages.find({"fetches.article": article(1).id}))
        return [stored_page(*pair).body for pair in newest_fetch(found, article(1).id, least)]

    def fetched(numbers: tuple[int, ...], days: int) -> None:
        when = START + days * DAY
        parts = [
            page(number, url=f"https://m.euiu.cn/p_{position}.shtml", fetched_at=when)
            for position, number in enumerate(numbers)
        ]
        write(pages(1, parts))

    both = [page(5).body, page(6).body]
    fetched((5, 6), 0)
    fetched((5,), 1)
    assert bodies(1) == both[:1]
    assert bodies(2) == both  # the first page came again byte for byte
    fetched((7,), 2)
    assert bodies(1) == [page(7).body]
    assert bodies(2) == both
    assert bodies(3) == [page(7).body]  # there never were as many
    fetched((7, 8), 3)
    assert bodies(2) == [page(7).body, page(8).body]
    assert newest_fetch([], article(1).id, 2) == []


def test_a_reject_is_kept_once_with_its_page(write: Any, database: Any) -> None:
    assert write(reject()).rejected == {"no_title": 1}
    write(reject(rejected_at=START + DAY))
    (kept,) = database.rejects.find()
    assert kept["first_rejected_at"] == START
    assert kept["rejected_at"] == START + DAY
    assert kept["page"]["size"] == len(page(1).body)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"title": ""}, "invalid_record"),
        ({"published_at": None}, "invalid_record"),
        ({"id": "../etc"}, "invalid_record"),
        ({"title": "半个\ud800字"}, "invalid_record"),
        ({"pages": 2**70}, "invalid_record"),
        ({"original": "yes"}, "invalid_record"),
        ({"body": "长" * 6_000_000}, "too_large"),
    ],
)
def test_one_bad_record_is_rejected_and_the_others_are_stored(
    write: Any, database: Any, bad: dict[str, Any], reason: str
) -> None:
    bands: dict[str, Any] = {"content_hash": "0" * 64} if "body" in bad else {}
    written = write(article(1), article(2, **bad, **bands), article(3))
    assert written.new == [article(1).id, article(3).id]
    assert written.rejected == {reason: 1}
    assert database.articles.count_documents({}) == 2
    (kept,) = database.rejects.find()
    assert kept["reason"] == reason
    assert kept["url"] == article(2).url
    assert kept["id"] == bad.get("id", article(2).id)


def test_a_refused_record_says_which_field_is_wrong(write: Any, database: Any) -> None:
    write(article(2, title=""))
    assert "title" in database.rejects.find_one()["detail"]


def test_a_bad_version_of_a_stored_article_leaves_it_as_it_was(write: Any, database: Any) -> None:
    write(article(1), article(2))
    before = database.articles.find_one({"_id": article(1).id})
    written = write(again(1, title=""), again(2, title="更正后的标题"))
    assert written.rejected == {"invalid_record": 1}
    assert written.changed == [article(2).id]
    assert database.articles.find_one({"_id": article(1).id}) == before


def test_a_page_that_no_document_can_hold_is_refused_with_a_reason(
    write: Any, database: Any
) -> None:
    noise = Random(1).randbytes(17 * 1024 * 1024)
    written = write(ArticlePages(article(1).id, [page(1, body=noise)]), article(1))
    assert written.rejected == {"too_large": 1}
    assert written.new == [article(1).id]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"status": "200"}, "Document failed validation (field page"),
        ({"body": Random(1).randbytes(17 * 1024 * 1024)}, "is too large to be kept"),
    ],
    ids=["invalid", "too large"],
)
def test_a_reject_whose_page_can_not_be_kept_is_kept_without_it(
    write: Any, database: Any, fields: dict[str, Any], why: str
) -> None:
    assert write(reject(1, page=page(1, **fields))).rejected == {"no_title": 1}
    (kept,) = database.rejects.find()
    assert kept["page"] is None
    assert why in kept["detail"]


def test_a_page_that_the_server_refuses_is_a_reject_with_its_article(
    write: Any, database: Any
) -> None:
    wrong = pages(1, [page(1, status="200")])
    assert write(wrong, article(1)).rejected == {"invalid_record": 1}
    assert write(pages(1), wrong).rejected == {"invalid_record": 1}
    (refused,) = database.rejects.find()
    assert refused["id"] == article(1).id
    assert "raw page" in refused["detail"]
    assert len(database.pages.find_one()["fetches"]) == 1


def test_no_other_writer_can_put_nonsense_there(database: Any) -> None:
    from pymongo.errors import WriteError

    for name in schema.validators():
        with pytest.raises(WriteError):
            database[name].insert_one({"_id": "x", "nonsense": True})


def test_many_writers_of_the_same_articles_end_with_one_of_each(
    database: Any, mongo_database: tuple[str, str]
) -> None:
    numbers = range(30)

    async def main() -> list[Written]:
        uri, name = mongo_database
        async with AsyncMongoClient(uri, tz_aware=True) as client:
            stores = [ArticleStore(client[name]) for _ in range(4)]
            batches = [
                [again(n, writer + 1, title=f"第{writer}版") for n in numbers]
                for writer in range(4)
            ]
            return await asyncio.gather(
                *(store.write(batch) for store, batch in zip(stores, batches, strict=True))
            )

    results = asyncio.run(main())
    assert sum(len(one.new) for one in results) == len(numbers)
    assert sum(len(o.new) + len(o.changed) + len(o.unchanged) for o in results) == 4 * len(numbers)
    for stored in database.articles.find():
        assert stored["title"] == "第3版"
        kept = sorted(
            one["revision"] for one in database.revisions.find({"article": stored["_id"]})
        )
        assert kept == list(range(1, stored["revision"]))


def test_cleaning_again_brings_up_what_is_no_difference(write: Any, database: Any) -> None:
    write(article(3))
    mended = article(3, rights=Rights(notice="全文"), spider=None, job=None)
    assert write(mended, recleaning=True).unchanged == [article(3).id]
    stored = database.articles.find_one()
    assert stored["rights"]["notice"] == "全文"
    assert stored["spider"] == "tianshan"
    assert stored["revision"] == 1
    assert stored["last_seen_at"] == START
    assert write(replace(mended, title="更正后的标题"), recleaning=True).changed
    assert database.articles.find_one()["spider"] == "tianshan"


def test_preparing_again_changes_nothing_and_mends_what_was_changed(database: Any) -> None:
    def indexes() -> dict[str, Any]:
        return {name: database[name].index_information() for name in schema.validators()}

    before = indexes()
    database.articles.drop_index("cluster_1_published_at_1")
    database.command({"collMod": "articles", "validator": {}})
    preparation.prepare(database)
    assert indexes() == before
    options = database.articles.options()
    assert options["validator"]["$jsonSchema"] == schema.article_schema()


def test_an_index_has_the_servers_own_pages_where_others_are_refused(
    database: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = {"storageEngine": {"wiredTiger": {"configString": "no_such_option=1"}}}
    indexes = tuple(
        replace(index, options=refused) if index.options == schema.SMALL_PAGES else index
        for index in schema.INDEXES
    )
    monkeypatch.setattr(preparation, "INDEXES", indexes)
    database.fingerprints.drop_index("bands_1")
    for _ in range(2):
        preparation.prepare(database)
        assert "storageEngine" not in database.fingerprints.index_information()["bands_1"]


def test_every_index_is_in_the_database(database: Any) -> None:
    for index in schema.INDEXES:
        assert index.name in database[index.collection].index_information()


def test_every_collection_and_index_is_in_the_docs() -> None:
    documented = (Path(__file__).parent.parent / "docs" / "store.md").read_text("utf-8")
    for name in (*schema.validators(), collections.META):
        assert f"`{name}`" in documented
    for index in schema.INDEXES:
        keys = ", ".join(f"{name} {direction}" for name, direction in index.keys)
        assert f"| `{keys}` | {index.serves} |" in documented, (index.name, index.serves)


@pytest.mark.parametrize(
    "wanted",
    [
        {"complete": False},
        {"quality.lost": {"$gt": 0}},
        {"duplicate_of": {"$type": "string"}},
        {"channel_name": {"$eq": "时政"}},
        {"gone_at": {"$exists": True}},
        {"gone_at": {"$gte": datetime(2026, 1, 1, tzinfo=timezone.utc)}},
    ],
)
def test_what_few_records_have_is_found_by_an_index(
    write: Any, database: Any, wanted: dict[str, Any]
) -> None:
    write(article(1))
    plan = database.articles.find(wanted).explain()["queryPlanner"]["winningPlan"]
    assert "IXSCAN" in str(plan)


def test_of_a_mark_that_nearly_all_records_have_the_others_are_found_by_date_without_reading_more(
    write: Any, database: Any
) -> None:
    write(*(article(number, original=number != 7) for number in range(40)))
    for wanted, count in ((False, 1), (True, 39)):
        found = database.articles.find({"original": wanted})
        did = found.sort([("published_at", -1), ("_id", -1)]).explain()["executionStats"]
        assert (did["nReturned"], did["totalDocsExamined"]) == (count, count)
        assert "'SORT'" not in str(did["executionStages"])


def test_old_records_are_brought_up(
    database: Any, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(article(1), article(2))
    step = [{"$set": {"source": {"$concat": ["$source", "！"]}}}]
    monkeypatch.setattr(preparation, "SCHEMA_VERSION", 4)
    monkeypatch.setattr(preparation, "MIGRATIONS", {4: (("articles", step),)})
    for _ in range(2):
        preparation.prepare(database)
    assert [one["source"] for one in database.articles.find()] == ["天山网-新疆日报！"] * 2
    assert database.articles.distinct("schema_version") == [4]


def test_old_records_are_brought_up_where_no_version_is_recorded(
    database: Any, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(article(1))
    database.meta.delete_many({})
    monkeypatch.setattr(preparation, "SCHEMA_VERSION", 4)
    monkeypatch.setattr(
        preparation, "MIGRATIONS", {4: (("articles", [{"$set": {"title": "新"}}]),)}
    )
    preparation.prepare(database)
    assert database.articles.find_one()["title"] == "新"


def test_articles_of_schema_1_get_fingerprints(write: Any, database: Any) -> None:
    write(article(1), article(2), article(3, body="图。"))
    # As schema 1 had it: keys of another form, in the articles.
    database.drop_collection("fingerprints")
    database.command({"collMod": "articles", "validator": {}})
    database.articles.update_many({}, {"$set": {"bands": [2**40] * 20, "schema_version": 1}})
    database.articles.create_index("bands")
    by_text = next(index for index in schema.INDEXES if index.keys[0][0] == "content_hash")
    database.articles.drop_index(by_text.name)
    database.articles.create_index(list(by_text.keys))
    database.meta.update_one({"_id": "schema"}, {"$set": {"version": 1}})
    for _ in range(2):
        preparation.prepare(database)
        assert database.fingerprints.count_documents({}) == 2
        assert database.articles.count_documents({"bands": {"$exists": True}}) == 0
        assert database.articles.distinct("schema_version") == [SCHEMA_VERSION]
        indexes = database.articles.index_information()
        assert "bands_1" not in indexes
        assert "storageEngine" in indexes[by_text.name]
    write(article(4, body=article(1).body + "补充"))
    assert database.articles.find_one(article(4).id)["cluster"] == article(1).id


def test_texts_of_other_figures_that_schema_2_took_for_one_are_parted(
    write: Any, database: Any
) -> None:
    bodies = [text(1) + figure for figure in ("3.5%", "35%", "3.5％", "35％", "，完")]
    write(*(article(number, body=body) for number, body in enumerate(bodies, 1)), article(6))
    first, *others, last, short = (article(number).id for number in range(1, 7))
    # As schema 2 had it: one hash for the four, and all pointing to the first.
    earlier = "e" * 64
    database.articles.update_many(
        {"_id": {"$in": [first, *others]}}, {"$set": {"content_hash": earlier}}
    )
    database.articles.update_many(
        {"_id": {"$in": others}}, {"$set": {"duplicate_of": first, "search_no": 1}}
    )
    database.articles.update_many({}, {"$set": {"schema_version": 2}})
    wanted = sorted(one["_id"] for one in database.fingerprints.find())
    for identity in (first, *others):
        found = database.fingerprints.find_one_and_delete({"_id": {"$regex": f"^{identity}@"}})
        database.fingerprints.insert_one({**found, "_id": f"{identity}@{earlier[:8]}"})
    database.meta.update_one({"_id": "schema"}, {"$set": {"version": 2}})
    before = database.articles.find_one({"_id": last})
    for _ in range(2):
        preparation.prepare(database)
        found = {one["_id"]: one for one in database.articles.find()}
        assert [found[identity]["duplicate_of"] for identity in (first, *others)] == [
            None,
            None,
            first,
            others[0],
        ]
        assert all(one["content_hash"] == content_hash(one["body"]) for one in found.values())
        assert sorted(one["_id"] for one in database.fingerprints.find()) == wanted
        # The search index takes in anew what it shows otherwise now.
        assert ["search_no" in found[identity] for identity in others] == [False, True, False]
        assert found[last] == {**before, "schema_version": SCHEMA_VERSION}
        assert found[short]["duplicate_of"] is None


def test_preparing_may_take_longer_than_a_reply_may(mongo_database: tuple[str, str]) -> None:
    uri, name = mongo_database
    with MongoClient(uri, socketTimeoutMS=5) as client:
        preparation.prepare(client[name])
    with MongoClient(uri) as client:
        assert client[name].fingerprints.index_information().keys() > {"bands_1"}


def test_who_may_not_write_learns_it_when_the_database_is_prepared(
    mongo_database: tuple[str, str],
) -> None:
    uri, name = mongo_database
    with MongoClient(uri) as client:
        preparation.prepare(client[name])
        # As a user without the right to write, a collection that is a view takes nothing.
        client[name].drop_collection(collections.META)
        client[name].create_collection(collections.META, viewOn=collections.ARTICLES)
        with pytest.raises(StoreError, match=f"^MongoDB refuses to prepare the database {name}"):
            preparation.prepare(client[name])


def test_a_database_that_takes_no_rules_is_named_in_one_line(mongo_uri: str) -> None:
    with MongoClient(mongo_uri) as client:
        with pytest.raises(
            StoreError, match=r"^MongoDB refuses to prepare the database local \(.*"
        ) as e:
            preparation.prepare(client["local"])
        assert "\n" not in str(e.value)
        for name in schema.validators():
            client["local"].drop_collection(name)


def test_a_database_of_a_later_version_is_left_alone(database: Any) -> None:
    database.meta.update_one({"_id": "schema"}, {"$set": {"version": 99}})
    with pytest.raises(SchemaTooNew, match="upgrade tsnet"):
        preparation.prepare(database)


@pytest.mark.parametrize(
    ("collection", "document", "told"),
    [
        ("meta", {"_id": "schema", "version": 99}, "upgrade tsnet"),
        ("articles", {"_id": 7, "name": "chair"}, "articles of this database is another program's"),
        ("runs", {"_id": 7, "distance": 5}, "(document 7), and is left as it is: name another"),
        ("pages", {"_id": 7, "title": "chair"}, "pages of this database is another program's"),
    ],
)
def test_a_crawl_writes_nothing_to_a_database_of_a_later_version_or_another_program(
    mongo_database: tuple[str, str], collection: str, document: dict[str, Any], told: str
) -> None:
    uri, name = mongo_database
    with MongoClient(uri) as client:
        client[name][collection].insert_one(document)
        run = crawl("http://127.0.0.1:9", mongo_database)
        assert run.returncode == 1
        assert told in run.stderr.splitlines()[-1]
        (only,) = client[name].list_collections()
        assert (only["name"], only["options"]) == (collection, {})
        assert client[name][collection].find_one() == document


def test_articles_of_another_program_are_not_read(mongo_database: tuple[str, str]) -> None:
    uri, name = mongo_database
    with MongoClient(uri) as client:
        client[name].articles.insert_one({"name": "chair"})
    with Archive(uri, name) as archive, pytest.raises(NotOurs, match="name another MONGO_DATABASE"):
        archive.search()


def test_what_is_only_looked_at_is_not_brought_up(mongo_database: tuple[str, str]) -> None:
    uri, name = mongo_database
    settings = StoreSettings(uri, name, Path())

    async def look() -> None:
        async with open_async_database(settings) as database:
            await preparation.prepare_async(database, change=False)

    with MongoClient(uri) as client:
        asyncio.run(look())
        assert client[name].list_collection_names() == []
        client[name].meta.insert_one({"_id": "schema", "version": SCHEMA_VERSION - 1})
        with pytest.raises(StoreError, match="let scrapy index bring it up first"):
            asyncio.run(look())
        assert client[name].list_collection_names() == ["meta"]


def test_several_processes_may_prepare_at_once(mongo_database: tuple[str, str]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    uri, name = mongo_database

    def one(_: int) -> None:
        with MongoClient(uri) as client:
            preparation.prepare(client[name])

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(one, range(6)))
