"""docs/queries.md: each question, asked as the page says in mongosh and in Python.

The mongosh blocks are run as JavaScript (the node that playwright brings), with a ``db`` that
notes what is asked of it; pymongo then asks just that.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
from collections.abc import Iterator
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any
from zlib import crc32

import playwright
import pytest
from bson import json_util
from pymongo import AsyncMongoClient, MongoClient

from tests.articles import START, article
from tests.replica.texts import load_texts
from tsnet.items import Article, Quality, Reject
from tsnet.store import Archive
from tsnet.store.articles import ArticleStore
from tsnet.store.fingerprints import mark
from tsnet.store.indexing import IndexWriter
from tsnet.store.preparation import prepare
from tsnet.store.results import Count
from tsnet.text.beijing import BEIJING

PAGE = (Path(__file__).parents[1] / "docs" / "queries.md").read_text("utf-8")
QUESTIONS = re.findall(
    r"^### (\d+)\. (.+?)\n\n```js\n(.+?)```\n```python\n(.+?)```", PAGE, re.MULTILINE | re.DOTALL
)
NODE = Path(playwright.__file__).parent / "driver" / "node"
ASK = r"""
const vm = require("node:vm");
const asked = (collection, calls) => new Proxy({collection, calls}, {
  get: (target, name) => name in target || typeof name === "symbol" || name === "toJSON"
    ? target[name]
    : (...args) => asked(collection, [...calls, [name, args]]),
});
const db = new Proxy({}, {get: (_, name) => asked(name, [])});
const ISODate = text => ({$date: new Date(text).toISOString()});
const code = require("node:fs").readFileSync(0, "utf-8");
const plain = value => {
  if (Object.prototype.toString.call(value) === "[object RegExp]")
    return {$regularExpression: {pattern: value.source, options: value.flags}};
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  return value;
};
const {collection, calls} = vm.runInNewContext(code, {db, ISODate});
console.log(JSON.stringify({collection, calls: plain(calls)}));
"""


def records() -> Iterator[Article]:
    """The texts of the tests as articles; some damaged, some short of a page."""
    for number, content in enumerate(load_texts().values(), 1):
        moment = content.published.replace(tzinfo=BEIJING).astimezone(timezone.utc)
        # By its name, so that a text that is added changes no other's id.
        document_id = 26369128 if content.name == "seed" else crc32(content.name.encode())
        identity = f"t{content.published:%Y%m%d}_{document_id}"
        one = article(
            number,
            id=identity,
            title=content.title,
            subtitle=content.subtitle,
            body="\n".join(content.paragraphs),
            published_at=moment,
            section=content.section,
            channel=content.channel,
            channel_name=None,
            source=content.source,
            original=content.original,
            reporters=list(content.reporters),
            editors=list(content.editors),
            quality=Quality(annotations=number, lost=3 if number % 20 == 0 else 0),
            complete=not content.missing,
            cleaning={"notice": 40, "editor_line": number % 3},
            fetched_at=START + timedelta(hours=12 * number),
        )
        mark(one)
        yield one


@pytest.fixture(scope="module")
def archive(mongo_uri: str) -> Iterator[Archive]:
    name = "queries_doc"

    async def write() -> None:
        async with AsyncMongoClient(mongo_uri, tz_aware=True) as client:
            store = ArticleStore(client[name])
            written = list(records())
            await store.write(written)
            for one in written[:3]:
                one.title += "（更正）"
                assert one.fetched_at is not None
                one.fetched_at += timedelta(days=60)
            await store.write(written[:3])
            await store.write(
                [
                    Reject(f"https://m.euiu.cn/{number}", reason, "", START)
                    for number, reason in enumerate(["no_body", "no_body", "http_404"])
                ]
            )

    with MongoClient(mongo_uri, tz_aware=True) as client:
        client.drop_database(name)
        prepare(client[name])
        asyncio.run(write())
        IndexWriter(client[name]).bring_up()
        yield Archive.over(client[name])
        client.drop_database(name)


def mongosh(archive: Archive, code: str) -> Any:
    """What the JavaScript asks, asked by pymongo."""
    done = subprocess.run(
        [NODE, "-e", ASK], input=code.encode(), capture_output=True, check=True, timeout=60
    )
    asked = json_util.loads(done.stdout.decode())
    answer: Any = archive.database[asked["collection"]]
    for method, arguments in asked["calls"]:
        if method == "sort":
            arguments = [list(arguments[0].items())]
        answer = getattr(answer, method)(*arguments)
    return answer


def compared(answer: Any) -> list[Any]:
    """An answer of either kind as ids, or as values with their counts."""
    found = []
    for one in answer:
        if isinstance(one, Count):
            found.append((one.key, one.count))
        elif isinstance(one, tuple):
            found.append(one)
        elif isinstance(one, dict):
            found.append(
                (one["_id"], one["count"]) if one.keys() == {"_id", "count"} else one["_id"]
            )
        else:
            found.append(one.id)
    return found


def test_there_are_twenty_questions() -> None:
    assert [int(number) for number, *_ in QUESTIONS] == list(range(1, 21))


@pytest.mark.parametrize(
    ("code", "program"),
    [(code, program) for _, _, code, program in QUESTIONS],
    ids=[question for _, question, _, _ in QUESTIONS],
)
def test_mongosh_and_python_give_the_same_answer(archive: Archive, code: str, program: str) -> None:
    names: dict[str, Any] = {"archive": archive}
    exec(compile(program, "docs/queries.md", "exec"), names)
    answer = compared(names["answer"])
    assert answer
    assert answer == compared(mongosh(archive, code))


def test_the_example_at_the_top_runs(archive: Archive, capsys: Any, monkeypatch: Any) -> None:
    program = PAGE.partition("```python\n")[2].partition("```")[0]
    monkeypatch.setattr(Archive, "database", archive.database)
    exec(compile(program, "docs/queries.md", "exec"), {})
    assert "大气污染" in capsys.readouterr().out
