"""The commands that read the archive, run as a user runs them."""

from __future__ import annotations

import argparse
import asyncio
import csv
import io
import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pymongo import AsyncMongoClient, MongoClient
from pymongo.database import Database
from rich.cells import cell_len
from rich.console import Console
from scrapy.commands import ScrapyHelpFormatter

from tests.articles import START, article, page, pages
from tests.crawling import INHERITED, ROOT, crawl, project_settings
from tests.replica import Replica
from tsnet.commands.search import print_table
from tsnet.commands.show import print_article
from tsnet.commands.stats import print_channels, print_months
from tsnet.items import Image, Quality, Reject
from tsnet.store import Archive
from tsnet.store.articles import ArticleStore
from tsnet.store.documents import SCHEMA_VERSION
from tsnet.store.fingerprints import mark
from tsnet.store.indexing import IndexWriter
from tsnet.store.lease import Holder
from tsnet.store.preparation import prepare
from tsnet.store.results import (
    Channel,
    Hit,
    MonthOfChannel,
    SearchPage,
    Snippet,
    StoredArticle,
)
from tsnet.text.beijing import BEIJING
from tsnet.web.address import Search

REJECTED = Reject(
    "https://m.euiu.cn/xwzx/szxw/202501/t20250101_405.shtml",
    "http_410",
    "the server answered with 410",
    START,
    id="t20250101_405",
)
ESCAPE = "\x1b[31m\x1b]0;owned\x07\u202e"


@pytest.fixture(scope="module")
def environment(mongo_uri: str) -> Iterator[dict[str, str]]:
    """The environment of the commands: a store of five articles, one of them corrected."""
    name = "commands_archive"

    async def write() -> None:
        async with AsyncMongoClient(mongo_uri, tz_aware=True) as client:
            store = ArticleStore(client[name])
            body = "　大气污染防治工作会议召开。\n要求持续改善空气质量。" + "各地落实。" * 40
            for number in range(1, 6):
                one = article(number, body=f"{body}第{number}号。")
                if number == 4:
                    one.title += ESCAPE
                    one.body = "新闻\ufffd内容" + ESCAPE + body
                    one.quality = Quality(lost=2, guessed=2)
                    one.complete = False
                    one.channel, one.channel_name = "jjxw", "经济"
                    one.subtitle, one.editors = "副题", ["刘芳", "王平"]
                    one.images = [Image("https://m.euiu.cn/a.jpg", "会场")]
                mark(one)
                await store.write([pages(number), one])
                if number == 1:
                    changed = replace(
                        one,
                        title="更正后的标题",
                        body=one.body.replace("持续改善", "持续提高"),
                        fetched_at=START + timedelta(days=1),
                    )
                    await store.write([changed])
            await store.write([REJECTED])

    with MongoClient(mongo_uri, tz_aware=True) as client:
        client.drop_database(name)
        prepare(client[name])
        asyncio.run(write())
        IndexWriter(client[name]).bring_up()
        yield {**INHERITED, "MONGO_URI": mongo_uri, "MONGO_DATABASE": name, "COLUMNS": "100"}
        client.drop_database(name)


def scrapy(
    environment: dict[str, str], *arguments: str, code: int = 0
) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    return done


def on_a_terminal(environment: dict[str, str], *arguments: str) -> str:
    """What a terminal of 100 columns gets."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "scrapy", *arguments],
        cwd=ROOT,
        env={**environment, "TERM": "xterm-256color"},
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=subprocess.PIPE,
    )
    os.close(follower)
    data = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        data += piece
    os.close(leader)
    assert process.stderr is not None
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 0, errors
    return data.decode("utf-8")


def test_search_in_a_pipe_is_lines_of_fields(environment: dict[str, str]) -> None:
    lines = (
        scrapy(environment, "search", "大氣污染", "--sort", "newest").stdout.decode().splitlines()
    )
    assert len(lines) == 5
    fields = lines[0].split("\t")
    assert fields[0] == article(5).id
    assert fields[1] == "2025-03-06 16:00"
    assert fields[2] == "时政"
    assert fields[3] == article(5).title
    assert "大气污染" in fields[4]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\x9b\u202e]", "".join(lines))


def test_a_name_of_a_channel_breaks_no_line_of_fields(
    environment: dict[str, str], mongo_uri: str
) -> None:
    with MongoClient(mongo_uri) as client:
        articles = client[environment["MONGO_DATABASE"]].articles
        ours = {"_id": article(5).id}
        articles.update_one(ours, {"$set": {"channel_name": "时\t政\u202e"}})
        (line,) = scrapy(environment, "search", "5号", "--limit", "1").stdout.decode().splitlines()
        articles.update_one(ours, {"$set": {"channel_name": "时政"}})
    assert line.split("\t")[2:4] == ["时 政\u2426", article(5).title]


def test_a_part_of_an_answer_is_told_beside_a_pipe(environment: dict[str, str]) -> None:
    whole = scrapy(environment, "search", "会议", "--limit", "5")
    assert whole.stderr == b""
    part = scrapy(environment, "search", "会议", "--limit", "3")
    assert len(part.stdout.splitlines()) == 3
    told = part.stderr.decode()
    assert told.startswith("tsnet: 3 of 5 articles: scrapy export writes all, --after ")
    rest = scrapy(environment, "search", "会议", "--after", told.split()[-3])
    assert len(rest.stdout.splitlines()) == 2


def test_search_for_programs(environment: dict[str, str]) -> None:
    first = json.loads(scrapy(environment, "search", "会议", "--json", "--limit", "3").stdout)
    assert first["total"] == 5
    assert first["total_exact"] is True
    second = json.loads(
        scrapy(
            environment, "search", "会议", "--json", "--limit", "3", "--after", first["next"]
        ).stdout
    )
    ids = [hit["id"] for hit in first["hits"] + second["hits"]]
    assert sorted(ids) == sorted(article(number).id for number in range(1, 6))
    mark = first["hits"][0]["snippet"]["marks"][0]
    assert first["hits"][0]["snippet"]["text"][mark["start"] : mark["end"]] == "会议"


def test_search_on_a_terminal_is_a_table_that_lines_up(environment: dict[str, str]) -> None:
    shown = on_a_terminal(
        environment, "search", "空气", "--channel", "经济", "--since", "2025-01-01"
    )
    assert "1 character lost · not whole" in shown
    assert "\x1b]0" not in shown
    assert "\u202e" not in shown
    assert "␛]0;owned␇" in shown
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert any(
        line.startswith("2025-03-05 16:00  经济     全区第4次工作会议召开") for line in lines
    )
    assert "1 of 1 articles" in shown


def test_on_a_narrow_terminal_ids_keys_and_addresses_are_whole(environment: dict[str, str]) -> None:
    narrow = {**environment, "COLUMNS": "30"}
    shown = on_a_terminal(narrow, "search", "会议", "--limit", "3", "--sort", "newest")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    ids = [line.split()[0] for line in lines if re.match(r"t\d{8}_", line)]
    found = json.loads(
        scrapy(environment, "search", "会议", "--json", "--limit", "3", "--sort", "newest").stdout
    )
    assert ids == [hit["id"] for hit in found["hits"]]
    assert f"More: --after {found['next']}" in lines
    article = re.sub(r"\x1b\[[0-9;]*m", "", on_a_terminal(narrow, "show", ids[0])).splitlines()
    assert any(re.fullmatch(rf"原文: https://\S+{ids[0]}\.shtml", line) for line in article)


def test_a_table_tells_an_estimate_and_what_repeats_another_article(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, other = article(1).id, article(2).id
    hit = Hit(
        *(other, "标题", [], START, "szxw", "时政", "天山网", True, "u", Snippet("岗位三千个")),
        *(1.0, 0, True, first, first),
    )
    print_table(SearchPage([hit], None, 1200, False))
    said = capsys.readouterr().out
    assert f"{other} · 天山网 原创 · same text as {first}" in said
    assert "1 of about 1,200 articles." in said


def test_nothing_found_is_said(environment: dict[str, str]) -> None:
    assert scrapy(environment, "search", "没有这个词").stdout == b""
    assert "Nothing found." in on_a_terminal(environment, "search", "没有这个词")
    assert scrapy(environment, "stats", "--until", "1999").stdout == b"Nothing found.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "t20250101_404"], "there is no article t20250101_404: scrapy search finds ids"),
        (
            ["show", "t20250101_405"],
            "t20250101_405 was rejected at 2025-03-01 16:00: http_410, the server answered",
        ),
        (["reclean", "--id", "t20250101_404"], "no page of t20250101_404 is stored"),
        (
            ["search", "会议", "--channel", "szwx"],
            "--channel szwx: no article has it; there are szxw 时政, jjxw 经济",
        ),
        (["stats", "--source", "日报"], "--source 日报: no article has it; write it in full"),
        (["export", "--out", "a.csv", "--reporter", "某"], "--reporter 某: no article has it"),
        (["export", "--out", "/nowhere/a.csv"], "/nowhere/a.csv can't be written"),
        (["export", "--out", "/dev/null", "--format", "csv"], "/dev/null is no file: name a file"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    environment: dict[str, str], arguments: list[str], told: str
) -> None:
    done = scrapy(environment, *arguments, code=1)
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"tsnet: {told}")
    assert done.stdout == b""


def test_an_empty_archive_says_how_it_is_filled(environment: dict[str, str]) -> None:
    empty = {**environment, "MONGO_DATABASE": "commands_archive_empty"}
    for command in ("search", "stats"):
        told = scrapy(empty, command, code=1).stderr.decode()
        assert told.startswith("tsnet: database commands_archive_empty of mongodb://")
        assert "is empty: scrapy crawl tianshan fills it" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show"], "name one article"),
        (["export"], "name the file"),
        (["export", "--out", "articles"], "--out articles names no format"),
        (["export", "--out", "articles.csv.gz"], "--out articles.csv.gz names no format"),
        (
            ["export", "--out", "articles.csv.gz", "--format", "csv"],
            "--out articles.csv.gz: only warc is compressed; name it without .gz",
        ),
        (["search", "--sort", "best"], "invalid choice: 'best'"),
        (["search", "--limit", "0"], "limit is 0: write a number from 1 to 1000"),
        (["search", "。，！"], "the question is '。，！': write a character, word or number"),
        (["search", "x", "--since", "soon"], "since is 'soon': write a date such as 2025-03-18"),
        (
            ["search", "x", "--since", "2025-05", "--until", "2025-03"],
            "since is 2025-05, later than until, 2025-03: change one",
        ),
        (["reclean", "--since", "2025-13"], "since is '2025-13': write a date"),
        (["search", "会议", "--sicne", "2025"], "there is no option --sicne"),
        # Bytes that are no UTF-8.
        (["show", "\udcff"], r"'\udcff' is no text: write it in UTF-8"),
        (["search", "\udce7"], r"'\udce7' is no text: write it in UTF-8"),
        (["reclean", "--id", "\udcff"], r"'\udcff' is no text: write it in UTF-8"),
        (["stats", "szxw"], "szxw: this command takes options only"),
        (["stats", "--months", "-1"], "--months -1: write 0 for all, or more"),
    ],
)
def test_misuse_is_told_and_exits_with_2(
    environment: dict[str, str], arguments: list[str], told: str
) -> None:
    done = scrapy(environment, *arguments, code=2)
    assert told in (done.stdout + done.stderr).decode().splitlines()[-1]


@pytest.mark.parametrize("name", ["canary", "export", "reclean", "search", "stats"])
def test_only_groups_of_options_are_headings_of_a_help(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    command = import_module(f"tsnet.commands.{name}").Command()
    command.settings = project_settings()
    parser = argparse.ArgumentParser(
        prog="scrapy", formatter_class=ScrapyHelpFormatter, conflict_handler="resolve"
    )
    command.add_options(parser)
    groups = {"usage", *(str(group.title).lower() for group in parser._action_groups)}
    for width in range(40, 121):
        monkeypatch.setenv("COLUMNS", str(width))
        told = parser.format_help().splitlines()
        ruled = {above for above, rule in pairwise(told) if re.fullmatch("=+|-+", rule)}
        assert {heading.lower() for heading in ruled} <= groups


def test_a_wrong_setting_of_the_store_exits_with_2(environment: dict[str, str]) -> None:
    for wrong, named in (
        ({"MONGO_URI": environment["MONGO_URI"] + "&jurnal=true"}, "Unknown option: jurnal"),
        ({"TSNET_DATADIR": "/srv"}, "TSNET_DATADIR is no setting: did you mean TSNET_DATA_DIR?"),
        (
            {"MONGO_URI": "", "TSNET_DATA_DIR": "/dev/null"},
            "/dev/null can't be used for the database (File exists): set TSNET_DATA_DIR to a",
        ),
    ):
        (told,) = scrapy({**environment, **wrong}, "stats", code=2).stderr.decode().splitlines()
        assert named in told


def test_a_word_is_excluded_on_the_command_line(environment: dict[str, str]) -> None:
    lines = scrapy(environment, "search", "会议", "-第3号").stdout.decode().splitlines()
    assert article(3).id not in "".join(lines)
    assert len(lines) == 4


@pytest.mark.parametrize(
    ("command", "begins"),
    [(f"show {article(4).id} --json", b'{"_id": "t'), ("stats", b"Articles a")],
)
def test_a_reader_that_leaves_early_is_no_error(
    environment: dict[str, str], command: str, begins: bytes
) -> None:
    line = f"{shlex.quote(sys.executable)} -m scrapy {command} | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"({line}); exit ${{PIPESTATUS[0]}}"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout == begins


@pytest.mark.parametrize("arguments", [["stats"], ["search", "会议"], ["search", "--help"]])
def test_what_the_terminal_has_no_signs_for_is_shown_by_number(
    environment: dict[str, str], arguments: list[str]
) -> None:
    shown = scrapy({**environment, "PYTHONIOENCODING": "latin-1"}, *arguments).stdout
    assert rb"\u65f6\u653f" in shown  # 时政


@pytest.mark.parametrize("closed", [1, 2])
def test_nothing_goes_astray_where_an_output_is_closed(
    environment: dict[str, str], closed: int
) -> None:
    line = f"{shlex.quote(sys.executable)} -m scrapy search 会议 --limit 1 {closed}>&-"
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"tsnet:" not in done.stdout
    assert len(done.stdout.splitlines()) == closed - 1


@pytest.mark.parametrize("arguments", [["stats"], ["export", "--out", "-", "--format", "jsonl"]])
def test_output_that_can_not_be_written_is_told_in_one_line(
    environment: dict[str, str], arguments: list[str]
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", *arguments],
            cwd=ROOT,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=240,
            check=False,
        )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line == "tsnet: the output can't be written (No space left on device)"


def test_settings_that_require_a_server_do_not_fall_back_to_the_embedded_one(
    environment: dict[str, str],
) -> None:
    production = {**environment, "SCRAPY_PROJECT": "production", "MONGO_URI": ""}
    (told,) = scrapy(production, "stats", code=2).stderr.decode().splitlines()
    assert told.startswith("tsnet: MONGO_URI is not set")


def test_show_reads_as_a_person_would_and_marks_what_is_uncertain(
    environment: dict[str, str],
) -> None:
    plain = scrapy(environment, "show", article(4).id).stdout.decode()
    assert plain.startswith("全区第4次工作会议召开")
    assert plain.splitlines()[1] == "副题"
    assert (
        "2025-03-05 16:00 北京时间  来源: 天山网-新疆日报 原创  频道: 经济  记者: 刘翔"
        "  责任编辑: 刘芳、王平\n"
    ) in plain
    assert "\n[图] 会场 https://m.euiu.cn/a.jpg\n" in plain
    assert "未经授权禁止转载  版权: 天山网" in plain
    assert f"原文: {article(4).origin_url}" in plain
    assert "1 character was destroyed by the mirror (\ufffd)" in plain
    assert "2 characters of the page were chosen by likelihood and may be wrong" in plain
    assert "a page of this article was missing" in plain
    words = "".join(line.strip() for line in plain.splitlines())
    assert "要求持续改善空气质量。" + "各地落实。" * 40 in words
    assert "\x1b" not in plain
    address = str(article(4).origin_url)
    for typed in (address, address.partition("://")[2]):
        assert scrapy(environment, "show", typed).stdout.decode() == plain
    shown = on_a_terminal(environment, "show", article(4).id)
    assert re.search("\x1b\\[[0-9;]+m\ufffd\x1b\\[0m", shown)


def test_show_leaves_out_what_an_article_has_not_and_names_the_earlier_one() -> None:
    bare = StoredArticle(
        id="t20250301_2",
        title="标题",
        body="第一段。\n第二段。",
        published_at=START,
        duplicate_of="t20250301_1",
        gone_at=START,
    )
    out = Console(width=60, color_system=None, file=io.StringIO())
    print_article(out, bare)
    lines = [line.rstrip() for line in out.file.getvalue().splitlines()]  # type: ignore[attr-defined]
    assert lines == [
        *("标题", "2025-03-01 16:00 北京时间", ""),
        *("　　第一段。", "", "　　第二段。", ""),
        "The same text as t20250301_1.",
        "Taken off the site: a crawl found so at 2025-03-01 16:00.",
    ]


def test_show_raw_is_the_page_as_received(environment: dict[str, str]) -> None:
    assert scrapy(environment, "show", "--raw", article(2).id).stdout == page(2).body


def test_show_versions_says_what_changed(environment: dict[str, str]) -> None:
    shown = scrapy(environment, "show", "--versions", article(1).id).stdout.decode()
    assert "Version 1, until 2025-03-02 16:00" in shown
    assert "Version 2, stands now" in shown
    assert "changed: title, body" in shown
    assert "要求持续[-改善-]{+提高+}空气质量" in shown


def test_the_command_that_the_reading_room_shows_writes_what_was_searched(
    environment: dict[str, str], tmp_path: Path
) -> None:
    for question, found in (("大气污染 -旅游", 5), ("-大气污染", 0)):
        words = shlex.split(Search(q=question, sort="oldest").command())
        words[words.index("articles.csv")] = str(tmp_path / "found.csv")
        scrapy(environment, *words[1:])
        with (tmp_path / "found.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == found


def test_status_tells_of_runs_channels_and_what_waits_and_writes_no_command_to_the_terminal(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "spool").mkdir()
    (tmp_path / "spool" / "1.spool").write_bytes(b"12345")
    (tmp_path / "spool" / "2.spool.damaged").write_bytes(b"123")
    run = {"_id": "1", "spider": "tianshan", "started_at": START, "failure": f"[/b] bad{ESCAPE}"}
    holder = {"run": "1", "host": "a", "pid": 7}
    lease = {"_id": "x", "holder": holder, "since": START, "expires_at": START}
    with MongoClient(environment["MONGO_URI"]) as client:
        client[environment["MONGO_DATABASE"]]["runs"].insert_one(run)
        client[environment["MONGO_DATABASE"]]["leases"].insert_one(lease)
        given = {**environment, "HOME": str(tmp_path), "TSNET_SPOOL_DIR": "~/spool"}
        shown = scrapy(given, "status").stdout.decode()
        client[environment["MONGO_DATABASE"]]["runs"].delete_one({"_id": "1"})
        client[environment["MONGO_DATABASE"]]["leases"].delete_one({"_id": "x"})
    assert "[/b] bad" in shown
    # In Beijing time, as all the tables say that they are.
    assert re.search(r"2025-03-01 16:00 +tianshan", shown)
    assert shown.count("2025-03-01 16:00:00") == 2
    assert "UTC" not in shown
    assert not re.search("[\x1b\x07\u202e]", shown)
    assert re.search(r"szxw +时政 +4 ", shown)
    assert f"Spool {tmp_path}/spool: 5 bytes wait" in shown
    assert "3 bytes could not be read" in shown


def test_status_leaves_out_and_counts_what_another_program_keeps_in_collections_of_the_same_name(
    environment: dict[str, str],
) -> None:
    run = {"_id": "1", "spider": "tianshan", "started_at": START, "finish_reason": "finished"}
    others = [{"_id": 7, "distance": 5}, {"_id": 8, "started_at": "at noon"}]
    given = {**environment, "MONGO_DATABASE": "commands_status_others"}
    with MongoClient(environment["MONGO_URI"]) as client:
        client["commands_status_others"]["runs"].insert_many([*others, run])
        client["commands_status_others"]["leases"].insert_one({"_id": 9, "tenant": "flat 2"})
        done = scrapy(given, "status")
        client.drop_database("commands_status_others")
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert shown.count("finished") == 1
    assert "Collection runs: 2 of another program (document 7) left out" in shown
    assert "Leases: none" in shown
    assert "Collection leases: 1 of another program (document 9) left out" in shown


def test_status_counts_what_runs_did_and_what_each_beijing_day_brought(
    environment: dict[str, str],
) -> None:
    midnight = datetime.now(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
    moments = [
        midnight,
        midnight - timedelta(milliseconds=1),
        midnight - timedelta(days=1),
        midnight - timedelta(days=6),
        midnight - timedelta(days=6, milliseconds=1),
    ]
    seen = [
        {"_id": str(number), "schema_version": SCHEMA_VERSION, "first_seen_at": moment}
        for number, moment in enumerate(moments)
    ]
    counts = {"new": 1, "changed": 2, "unchanged": 3, "not_modified": 40}
    done = {
        "rejected": {"no_body": 5, "http_404": 600},
        "seconds": 7.4,
        "finish_reason": "finished",
    }
    runs = [
        {"_id": str(number), "spider": "tianshan", "started_at": START + timedelta(days=number)}
        for number in range(11)
    ]
    runs[10] |= {**counts, **done}
    given = {**environment, "MONGO_DATABASE": "commands_status"}
    with MongoClient(environment["MONGO_URI"]) as client:
        client["commands_status"]["articles"].insert_many(seen)
        client["commands_status"]["runs"].insert_many(runs)
        shown = scrapy(given, "status").stdout.decode()
        client.drop_database("commands_status")
    rows = [line.split() for line in shown.splitlines()]
    assert [row[3:] for row in rows if row[2:3] == ["tianshan"]] == [
        ["1", "2", "43", "605", "7", "finished"],
        *[["0", "0", "0", "0", "under", "way,", "or", "killed"]] * 9,
    ]
    days = [f"{midnight - timedelta(days=back):%Y-%m-%d}" for back in range(7)]
    growth = zip(days, ("1", "2", "0", "0", "0", "0", "1"), strict=True)
    assert [row for row in rows if len(row) == 2 and row[0].startswith("20")] == list(
        map(list, growth)
    )
    assert rows[-1] == ["Spool:", "empty"]


def test_stats_are_tables_and_json(environment: dict[str, str]) -> None:
    said = json.loads(scrapy(environment, "stats", "--json").stdout)
    assert said["months"] == [
        {"month": "2025-03", "channel": "jjxw", "count": 1},
        {"month": "2025-03", "channel": "szxw", "count": 4},
    ]
    assert said["quality"]["lost"] == 1
    assert said["quality"]["corrected"] == 1
    assert said["channels"][0]["last_seen"] == "2025-03-02T08:00:00+00:00"
    shown = scrapy(environment, "stats", "--months", "0").stdout.decode()
    assert re.search(r"^2025-03 +5 +█{24} +4 +1$", shown, re.MULTILINE)
    assert "szxw" in shown
    filtered = json.loads(scrapy(environment, "stats", "--json", "--channel", "jjxw").stdout)
    assert filtered["quality"]["articles"] == 1


@pytest.mark.parametrize(("width", "others"), [(36, "9,000"), (60, "8,000"), (74, "6,000")])
def test_months_keep_their_numbers_on_a_narrow_terminal(width: int, others: str) -> None:
    out = Console(width=width, force_terminal=True, color_system=None, file=io.StringIO())
    channels = [Channel(f"c{n}", "频道", 9, START, START) for n in range(9)]
    months = [MonthOfChannel("2024-11", f"c{n}", 1000) for n in range(9)]
    months.append(MonthOfChannel("2025-01", "c8", 7))
    print_months(out, months, channels, 0)
    lines = out.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert [line.split()[:2] for line in lines[2:]] == [
        ["2024-11", "9,000"],
        ["2024-12", "0"],
        ["2025-01", "7"],
    ]
    # A month with few articles beside one with many is not one without.
    assert ["█" in line for line in lines[2:]] == [True, False, True]
    assert max(map(cell_len, lines)) <= width
    assert lines[2].split()[-1] == others
    print_months(out, months, channels, 1)
    shown = out.file.getvalue().splitlines()[len(lines) :]  # type: ignore[attr-defined]
    assert shown[2].split()[:2] == ["2025-01", "7"]
    told = " ".join(" ".join(shown[3:]).split())
    assert told == "2 earlier months: --months 0 shows them."


def test_a_channel_without_a_name_is_called_by_its_code_among_months() -> None:
    out = Console(width=100, force_terminal=True, color_system=None, file=io.StringIO())
    named = {"jjxw": "经济", "szxw": None, "": None}
    channels = [Channel(code, name, 1, START, START) for code, name in named.items()]
    print_months(out, [MonthOfChannel("2025-01", code, 1) for code in named], channels, 0)
    head = out.file.getvalue().splitlines()[1]  # type: ignore[attr-defined]
    assert head.split() == ["month", "all", "经济", "szxw", "none"]


@pytest.mark.parametrize("width", [30, 40, 48])
def test_a_row_that_is_wider_than_the_terminal_is_a_list(width: int) -> None:
    out = Console(width=width, force_terminal=True, color_system=None, file=io.StringIO())
    print_channels(
        out, [Channel("szxw", "时政", 1_000, START, START), Channel("x", None, 1, *2 * [START])]
    )
    lines = [line.rstrip() for line in out.file.getvalue().splitlines()]  # type: ignore[attr-defined]
    moment = "2025-03-01 16:00"
    assert lines == [
        "Channels (Beijing time)",
        *("channel       szxw", "name          时政", "articles      1,000"),
        *(f"newest        {moment}", f"last crawled  {moment}", ""),
        *("channel       x", "articles      1"),
        *(f"newest        {moment}", f"last crawled  {moment}", ""),
    ]


def test_a_table_folds_no_head_and_no_day_where_there_is_room() -> None:
    out = Console(width=49, force_terminal=True, color_system=None, file=io.StringIO())
    print_channels(out, [Channel("szxw", "时政", 1_000, START, START)])
    assert [line.split() for line in out.file.getvalue().splitlines()[1:]] == [  # type: ignore[attr-defined]
        ["channel", "name", "articles", "newest", "last", "crawled"],
        ["szxw", "时政", "1,000", "2025-03-01", "2025-03-01"],
        ["16:00", "16:00"],
    ]


def test_export_goes_through_a_pipe(environment: dict[str, str]) -> None:
    done = scrapy(environment, "export", "--format", "jsonl", "--out", "-", "会议")
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 5


def test_export_writes_what_the_filters_choose(environment: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "articles.csv"
    done = scrapy(environment, "export", "--out", str(out), "--channel", "szxw", "会议 -第3号")
    assert done.stderr.decode() == f"3 articles written to {out}\n"
    with out.open(encoding="utf-8-sig", newline="") as file:
        found = {row["_id"] for row in csv.DictReader(file)}
    assert found == {article(number).id for number in (1, 2, 5)}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_export_that_is_stopped_leaves_nothing_behind(
    environment: dict[str, str], tmp_path: Path, number: signal.Signals
) -> None:
    # Only such a long export lasts until it is stopped: its articles never end. A suite that runs
    # under nohup or in the background would pass on that these signals are ignored.
    code = (
        "import itertools, signal, tsnet.store.archive as a; from scrapy.cmdline import execute;"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL);"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "once = a.Archive.articles;"
        "a.Archive.articles = lambda self, *w, **f:"
        " itertools.chain.from_iterable(once(self, *w, **f) for _ in itertools.count());"
        f"execute(['scrapy', 'export', '--out', {str(tmp_path / 'a.csv')!r}])"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environment)
    try:
        end = time.monotonic() + 60
        while not any(part.stat().st_size for part in tmp_path.iterdir()):
            assert time.monotonic() < end
            time.sleep(0.05)
        code_at_end = None
        while code_at_end is None:
            assert time.monotonic() < end + 60
            process.send_signal(number)
            with suppress(subprocess.TimeoutExpired):  # Python loses an interrupt in a __del__
                code_at_end = process.wait(10)
        assert code_at_end == 128 + number
    finally:
        process.kill()
        process.wait()
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_is_interrupted_while_it_loads_ends_without_a_traceback(
    environment: dict[str, str],
) -> None:
    code = (
        "import builtins, sys; from scrapy.cmdline import execute; load = builtins.__import__\n"
        "def interrupted(name, *rest, **named):\n"
        "    if name == 'tsnet.store.archive': raise KeyboardInterrupt\n"
        "    return load(name, *rest, **named)\n"
        "builtins.__import__ = interrupted\n"
        "execute(['scrapy', 'stats'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, b"")


def test_export_of_raw_pages(environment: dict[str, str], tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    out = tmp_path / "pages.warc.gz"
    scrapy(environment, "export", "--out", str(out))
    with out.open("rb") as file:
        bodies = [
            row.content_stream().read()
            for row in ArchiveIterator(file)
            if row.rec_type == "response"
        ]
    assert sorted(bodies) == sorted(page(number).body for number in range(1, 6))


def test_index_brings_the_search_index_up(environment: dict[str, str], mongo_uri: str) -> None:
    with MongoClient(mongo_uri) as client:
        articles: Any = client[environment["MONGO_DATABASE"]].articles
        articles.update_many({}, {"$unset": {"search_no": ""}})
        assert scrapy(environment, "index").stdout == b"5 articles indexed\n"
        assert articles.count_documents({"search_no": None}) == 0


def test_index_waits_for_another_process_that_indexes(
    environment: dict[str, str], mongo_uri: str
) -> None:
    with MongoClient(mongo_uri) as client:
        database: Any = client[environment["MONGO_DATABASE"]]
        database.articles.update_many({}, {"$unset": {"search_no": ""}})
        other = Holder.this_process("other").document()
        held = {"owner": other, "until": datetime(2100, 1, 1)}
        database.search_runs.update_one({"_id": "state"}, {"$set": held})
        with subprocess.Popen(
            [sys.executable, "-m", "scrapy", "index"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as waiting:
            assert waiting.stderr is not None
            said = waiting.stderr.readline()
            database.search_runs.update_one({"_id": "state"}, {"$set": {"owner": None}})
            out, err = waiting.communicate(timeout=240)
        assert f"process, {other['pid']} on {other['host']}, writes the search index" in said
        assert "with 5 articles to index" in said
        assert (waiting.returncode, out, err) == (0, "5 articles indexed\n", "")


def test_a_command_loads_nothing_heavy_before_it_is_run(environment: dict[str, str]) -> None:
    code = (
        "import sys; from scrapy.utils.project import get_project_settings as s;"
        "from scrapy.cmdline import _get_commands_dict as d; d(s(), True);"
        "print(sorted({'pymongo','rich','pyarrow','pandas','opencc','pyroaring','numpy'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert done.stdout == b"[]\n"


def test_a_question_loads_nothing_that_only_a_crawl_needs(environment: dict[str, str]) -> None:
    code = (
        "import sys, tsnet.configuration; from tsnet.store import Archive;"
        "print(len(Archive().search('会议').hits), sorted("
        "{'numpy','rensa','tsnet.store.schema','tsnet.store.preparation','tsnet.store.spool','tsnet.extraction_ready'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert done.stdout == b"5 []\n"


def test_what_a_crawl_stores_is_in_the_search_index_when_it_ends(
    mongo_database: tuple[str, str], database: Database[dict[str, Any]]
) -> None:
    with Replica("small") as site:
        done = crawl(site.url, mongo_database)
        assert done.returncode == 0, done.stderr[-5000:]
        assert database.articles.count_documents({}) > 10
        assert database.articles.count_documents({"search_no": None}) == 0
        other = {"owner": Holder.this_process("other").document(), "until": datetime(2100, 1, 1)}
        database.search_runs.update_one({"_id": "state"}, {"$set": other})
        beside = crawl(site.url, mongo_database, full="1")
    assert "writes the search index: what it leaves is indexed later" in beside.stderr
    with Archive(*mongo_database) as archive:
        for stored in database.articles.find().limit(5):
            words = re.findall("[一-鿿]{2,4}", stored["body"])[0]
            found = {hit.id for hit in archive.search(f'"{words}"', limit=1000)}
            assert stored["_id"] in found


def test_a_command_ends_without_waiting_for_the_sleeping_threads_of_pymongo(
    environment: dict[str, str],
) -> None:
    program = """
import sys
from pymongo.periodic_executor import PeriodicExecutor
from scrapy.cmdline import execute
join = PeriodicExecutor.join
def spy(executor, timeout=None):
    print("waited", file=sys.stderr)
    join(executor, timeout)
PeriodicExecutor.join = spy
execute(["scrapy", "search", "会议"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "会议" in done.stdout
    assert not done.stderr
