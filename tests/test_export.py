"""Exports: each format is read back by a reader of its own, and is whole or not there."""

from __future__ import annotations

import csv
import html
import json
import os
import re
import sys
import tracemalloc
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pyarrow.parquet
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from warcio.archiveiterator import ArchiveIterator

from tests.articles import START, article, page
from tsnet import __version__
from tsnet.items import UNSTORED, Article, Image, Rights
from tsnet.store import export as export_module
from tsnet.store.export import (
    ExportError,
    Format,
    attribution,
    cell,
    export,
    json_line,
    markdown,
    record,
)
from tsnet.store.results import StoredArticle

HOSTILE = '=HYPERLINK("http://x")\t<script>alert(1)</script>\u2028|`*[a](javascript:1)'


def stored(number: int, **fields: Any) -> StoredArticle:
    """An article as the archive gives it."""
    one: Article = article(number)
    values = {name: getattr(one, name) for name in one.__dataclass_fields__}
    return StoredArticle(**{**values, "first_seen_at": START, "last_seen_at": START, **fields})


def articles() -> list[StoredArticle]:
    return [
        stored(1),
        stored(2, title=HOSTILE, body="第一段。\n=1+1\n-- 结束", reporters=["刘翔", "张柱"]),
        stored(3, source=None, subtitle=None, channel=None, cleaning={}, images=[], complete=False),
    ]


def write(tmp_path: Path, format: Any, **arguments: Any) -> Path:
    path = tmp_path / f"out.{format}"
    assert export(iter(articles()), format, path, **arguments) == 3
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    return path


def test_json_lines_hold_whole_records(tmp_path: Path) -> None:
    lines = write(tmp_path, "jsonl").read_bytes().decode("utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    assert read == [json.loads(json.dumps(record(one))) for one in articles()]
    assert read[0]["_id"] == article(1).id
    assert read[0]["published_at"] == "2025-03-02T08:00:00Z"
    assert read[0]["rights"]["licences"] == [{"kind": "ICP备案", "number": "新ICP备1号"}]
    assert not set(UNSTORED) & set(read[0])
    assert f'"title": "{article(1).title}"' in lines[0]


def test_csv_is_read_back_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = write(tmp_path, "csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["_id"] for row in rows] == [one.id for one in articles()]
    assert list(rows[0]) == list(record(articles()[0]))
    assert rows[1]["title"] == "'" + HOSTILE
    assert json.loads(rows[1]["reporters"]) == ["刘翔", "张柱"]
    assert rows[1]["body"] == articles()[1].body
    assert rows[2]["source"] == ""
    assert rows[2]["complete"] == "false"
    assert not [one for row in rows for one in row.values() if re.match(r"\s*[=+\-@]", one)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=1+1", "'=1+1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("-5", "'-5"),
        (-5, "-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r1", "'\r1"),
        ("全国=第一", "全国=第一"),
        (None, ""),
        (True, "true"),
        ([], "[]"),
        (["刘翔"], '["刘翔"]'),
        ("前\0后", "前␀后"),
    ],
)
def test_cells_are_texts(value: Any, text: str) -> None:
    assert cell(value) == text


def test_parquet_has_typed_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_module, "ROWS", 2)
    table = pyarrow.parquet.read_table(write(tmp_path, "parquet"))
    rows = table.to_pylist()
    assert table.column_names == list(record(articles()[0]))
    assert [row["_id"] for row in rows] == [one.id for one in articles()]
    assert rows[0]["published_at"] == article(1).published_at
    assert str(table.schema.field("published_at").type) == "timestamp[ms, tz=UTC]"
    assert rows[0]["rights"]["holder"] == "天山网"
    assert rows[0]["images"] == [{"url": article(1).images[0].url, "caption": "会议现场"}]
    assert dict(rows[0]["cleaning"]) == {"notice": 40}
    assert rows[2]["source"] is None
    assert rows[1]["attribution"] == attribution(articles()[1])
    assert b"rights" in table.schema.metadata[b"terms"]


def test_markdown_shows_texts_as_they_are(tmp_path: Path) -> None:
    text = write(tmp_path, "md").read_text("utf-8")
    assert not re.search(r"(?<!\\)<(?!!--|https?://[!-;=?-~]+>)", text)
    assert "[a](javascript" not in text
    assert f"# {markdown(article(1).title)}\n" in text
    assert "\n\\=1+1\n" in text
    assert "原文：<https://www.ts.cn/xwzx/szxw/202503/t20250302_1.shtml>；" in text
    assert "未经授权禁止转载" in text
    assert markdown(article(1).origin_url or "") in text
    assert text.count("\n> a page of this article was missing\n") == 1
    assert text.startswith("<!-- Articles of Tianshan Net ")
    assert text.splitlines()[0].endswith(f" tsnet {__version__} -->")
    assert f"\n- 图: 会议现场 {markdown(article(1).images[0].url)}\n" in text
    assert "characters lost" not in text


def test_markdown_says_what_is_lost_and_takes_an_image_without_a_caption_and_any_id(
    tmp_path: Path,
) -> None:
    images = [Image("https://m.euiu.cn/a.jpg")]
    one = stored(1, id="a-->b", subtitle="副题*", body="会\ufffd议", images=images)
    export([one], "md", tmp_path / "a.md")
    text = (tmp_path / "a.md").read_text("utf-8")
    assert "\n> characters lost (\ufffd): 1\n" in text
    assert "\n**副题\\***\n" in text
    assert "\n- 图:  <https://m.euiu.cn/a.jpg>\n" in text
    assert "\n<!-- a- -&gt;b -->\n" in text


@given(
    st.lists(st.sampled_from([*"a1 \n.)#+-=*_`~<>[]()!|&;:/\\大，\"'{}^@$", "https://"])).map(
        "".join
    )
)
@example("1. 一")
@example("一\n# 二")
@example("# 一")
@example("---")
@example("- 一")
@example("![一](https://x/)")
@example("&lt;b&gt;")
def test_no_text_is_markup(text: str) -> None:
    """As CommonMark's own rules read it, by the parser that rich brings."""
    said = " ".join(text.split())
    shown = MarkdownIt("commonmark").render(markdown(text))
    shown = re.sub('<a href="[^"]*">(https?://[^<>]+)</a>', r"\1", shown)
    assert html.unescape(shown) == (f"<p>{said}</p>\n" if said else "")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "原文：https://m.euiu.cn/t20250302_1_2.shtml；发表",
            "https://m.euiu.cn/t20250302_1_2.shtml",
        ),
        ("(见http://m.euiu.cn/a_b_?x=*1*&y=~2~z).", "http://m.euiu.cn/a_b_?x=*1*&y=~2~z"),
        ("https://m.euiu.cn/_a_/。", "https://m.euiu.cn/_a_/"),
    ],
)
def test_an_address_in_markdown_is_a_link_to_itself(text: str, address: str) -> None:
    (link,) = re.findall('<a href="([^"]*)">', MarkdownIt("commonmark").render(markdown(text)))
    assert html.unescape(link) == address
    assert f"<{address}>" in markdown(text)


SENT = {
    "content-encoding": "gzip",
    "transfer-encoding": "chunked",
    "content-length": "1",
    "x-a": "b\r\nc: d",
    "no name": "e",
}
"""Headers that can't stand in a WARC file as they were sent."""


def test_warc_is_read_by_others(tmp_path: Path) -> None:
    received = {
        article(1).id: [page(1), page(1, url=page(1).url.replace(".shtml", "_1.shtml"))],
        article(2).id: [page(2, headers=SENT), page(2, status=299)],
        article(3).id: [page(3, rendered=True, body="<p>文</p>".encode())],
    }
    path = write(tmp_path, "warc", pages=lambda identity: received[identity])
    found = []
    statuses = []
    page_id = None
    with path.open("rb") as file:
        for row in ArchiveIterator(file, check_digests="raise"):
            headers = row.rec_headers
            found.append((row.rec_type, headers.get_header("WARC-Target-URI")))
            content = row.content_stream().read()
            if row.rec_type == "warcinfo":
                assert f"software: tsnet/{__version__}\r\n".encode() in content
                assert b"rights: Articles of Tianshan Net" in content
                assert headers.get_header("WARC-Filename") == path.name
            if row.rec_type == "metadata":
                assert "来源：" in json.loads(content)["attribution"]
                assert headers.get_header("Content-Type") == "application/json"
                assert headers.get_header("WARC-Concurrent-To") == page_id
            page_id = headers.get_header("WARC-Record-ID")
            if row.rec_type == "resource":
                assert content == "<p>文</p>".encode()
                assert headers.get_header("Content-Type") == "text/html; charset=utf-8"
            if row.rec_type == "response":
                statuses.append(row.http_headers.to_str().partition("\r\n")[0])
            if row.rec_type == "response" and row.http_headers.get_header("x-a"):
                assert content == page(2).body
                assert row.http_headers.get_header("X-Archive-Orig-content-encoding") == "gzip"
                assert row.http_headers.get_header("X-Archive-Orig-transfer-encoding") == "chunked"
                assert row.http_headers.get_header("X-Archive-Orig-content-length") == "1"
                names = [name for name, _ in row.http_headers.headers if "Orig" not in name]
                assert names == ["x-a", "content-length"]
                assert headers.get_header("WARC-Date") == "2025-03-01T08:00:00Z"
    kinds = [kind for kind, _ in found]
    assert kinds == ["warcinfo", *["response", "metadata"] * 4, "resource", "metadata"]
    assert statuses == ["HTTP/1.1 200 OK"] * 3 + ["HTTP/1.1 299 Unknown"]


def test_an_article_without_a_stored_page_is_not_counted_among_those_of_a_warc(
    tmp_path: Path,
) -> None:
    passed = []
    written = export(
        iter(articles()),
        "warc",
        tmp_path / "a.warc",
        pages=lambda identity: [page(1)] if identity == article(1).id else [],
        progress=lambda: passed.append(1),
    )
    assert (written, len(passed)) == (1, len(articles()))


def test_warc_without_the_raw_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="warc needs the raw pages"):
        export(articles(), "warc", tmp_path / "a.warc")
    assert not list(tmp_path.iterdir())


def test_warc_keeps_to_the_grammar_of_the_standard(tmp_path: Path) -> None:
    path = write(tmp_path, "warc", pages=lambda identity: [page(1)])
    # Read by the rules of ISO 28500 alone: version, named fields, exact length, two line ends.
    data = BytesIO(path.read_bytes())
    records = 0
    while line := data.readline():
        assert line == b"WARC/1.1\r\n"
        fields = {}
        while (line := data.readline()) != b"\r\n":
            name, _, value = line.decode("utf-8").partition(":")
            fields[name.lower()] = value.strip()
        assert {"warc-record-id", "warc-type", "warc-date", "content-length"} <= fields.keys()
        block = data.read(int(fields["content-length"]))
        assert len(block) == int(fields["content-length"])
        assert data.read(4) == b"\r\n\r\n"
        records += 1
    assert records == 7


@pytest.mark.parametrize("format", get_args(Format))
def test_a_file_that_could_not_be_finished_leaves_the_one_before(
    tmp_path: Path, format: Any
) -> None:
    path = tmp_path / "out"
    path.write_text("before")

    def broken() -> Any:
        yield stored(1)
        raise RuntimeError("the server went away")

    with pytest.raises(RuntimeError):
        export(broken(), format, path, pages=lambda identity: [page(1)])
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["a-directory", "a-pipe", "/", "/dev/null", "/dev/stderr"])
def test_what_is_no_file_is_never_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-directory").mkdir()
    os.mkfifo(tmp_path / "a-pipe")
    before = os.lstat(tmp_path / name)
    with pytest.raises(ExportError, match="is no file: name a file with --out, or - for standard"):
        export(iter(articles()), "csv", tmp_path / name)
    after = os.lstat(tmp_path / name)
    assert (after.st_mode, after.st_ino) == (before.st_mode, before.st_ino)


def test_a_link_to_a_file_stays_one(tmp_path: Path) -> None:
    (tmp_path / "newest.jsonl").symlink_to("march.jsonl")
    export(iter(articles()), "jsonl", tmp_path / "newest.jsonl")
    assert (tmp_path / "newest.jsonl").is_symlink()
    assert len((tmp_path / "march.jsonl").read_bytes().splitlines()) == 3


def test_a_file_that_others_may_not_read_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.touch(mode=0o600)
    export(iter(articles()), "jsonl", path)
    assert path.stat().st_size
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("format", get_args(Format))
def test_every_format_goes_to_an_open_file_too(tmp_path: Path, format: Any) -> None:
    out = BytesIO()
    assert export(iter(articles()), format, out, pages=lambda _: [page(1)]) == 3
    assert out.getvalue()


def test_a_warc_is_compressed_as_its_name_says(tmp_path: Path) -> None:
    begin = {}
    for name in ("a.warc", "a.warc.gz", "B.WARC.GZ"):
        export(iter(articles()), "warc", tmp_path / name, pages=lambda _: [page(1)])
        begin[name] = (tmp_path / name).read_bytes()[:8]
    assert begin["a.warc"] == b"WARC/1.1"
    assert begin["a.warc.gz"][:2] == begin["B.WARC.GZ"][:2] == b"\x1f\x8b"
    out = BytesIO()
    export(iter(articles()), "warc", out, pages=lambda _: [page(1)])
    assert out.getvalue().startswith(b"WARC/1.1")


def test_a_file_may_have_the_longest_name_there_is(tmp_path: Path) -> None:
    name = "长" * 83 + ".csv"  # 253 bytes
    assert export(articles(), "csv", tmp_path / name) == 3
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(("format", "package"), [("parquet", "pyarrow"), ("warc", "warcio")])
def test_a_package_that_is_missing_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: Any, package: str
) -> None:
    for name in [one for one in sys.modules if one.partition(".")[0] == package]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ExportError, match=rf"{format} needs {package}: pip install .*\[export\]"):
        export(articles(), format, tmp_path / "a", pages=lambda _: [page(1)])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere/out.csv", "No such file or directory"),
        ("circle/out.csv", "Too many levels of symbolic links"),
        (f"{'long' * 64}/out.csv", "File name too long"),
        (f"{'long' * 64}.out.csv", "File name too long"),
    ],
)
def test_a_file_that_can_not_be_there_is_named(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(ExportError, match=rf"out\.csv can't be written \({why}"):
        export(articles(), "csv", tmp_path / name)


def test_attribution_names_source_original_time_and_terms() -> None:
    assert attribution(stored(1)) == (
        "来源：天山网-新疆日报；原文：https://www.ts.cn/xwzx/szxw/202503/t20250302_1.shtml；"
        "发表：2025-03-02 16:00（北京时间）；版权：天山网；未经授权禁止转载"
    )
    bare = stored(1, source=None, origin_url=None, published_at=None, rights=Rights())
    assert attribution(bare) == f"来源：天山网；原文：{bare.url}"
    assert "来源：新疆日报；" in attribution(
        stored(1, source=None, rights=Rights(holder="新疆日报"))
    )


def test_exporting_takes_no_more_memory_for_more_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_module, "ROWS", 50)

    def many(count: int) -> Any:
        for number in range(count):
            day = START + timedelta(minutes=number)
            yield replace(stored(1), id=f"t20250301_{number}", published_at=day)

    for format in ("jsonl", "csv", "parquet", "md"):
        export(many(60), format, tmp_path / "warm")
        peaks = []
        for count in (60, 240):
            tracemalloc.start()
            export(many(count), format, tmp_path / "out")
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        # An article held would be some 5 KB.
        assert peaks[1] - peaks[0] < (240 - 60) * 2500, format


def test_a_line_of_json_is_one_line() -> None:
    line = json_line(stored(1, title="甲\u2028乙\u0085丙"))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["title"] == "甲\u2028乙\u0085丙"
    line.encode("utf-8")
