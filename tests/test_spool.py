"""The spool: what is put in comes out, once, in order, whatever happened to the file."""

from __future__ import annotations

import errno
import fcntl
import os
import random
import re
import resource
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import bson
import pytest
import zstandard

from tests.articles import START, article, page, pages
from tsnet.items import ArticlePages, NotModified, Reject, Sightings
from tsnet.store.documents import Item
from tsnet.store.errors import SpoolError, SpoolFull
from tsnet.store.packing import pack, unpack
from tsnet.store.spool import DAMAGED_SUFFIX, FIRST_LINE, MAGIC, Spool, bytes_of
from tsnet.text.doubt import Choice

ROOT = Path(__file__).parent.parent


def batch(number: int) -> list[Item]:
    """One item of every kind."""
    raw = pages(number)
    for one in raw.pages:
        pack(one)
    refused = pack(page(number + 1000))
    return [
        raw,
        article(number, subtitle=None, doubtful=[Choice("会", "议", "")]),
        NotModified(article(number).id, article(number).url, START),
        Sightings({article(number).id: ["https://www.ts.cn/a", "https://euiu.cn/a"]}),
        Reject("https://m.euiu.cn/x", "no_title", "nothing stands twice", START, refused, None),
        Reject("https://m.euiu.cn/y", "http_500", "the server said 500", START),
    ]


def emptied(spool: Spool) -> list[list[Item]]:
    found = []
    while (items := spool.oldest()) is not None:
        found.append(items)
        spool.written()
    return found


def only_file(directory: Path) -> Path:
    (path,) = directory.glob("*.spool")
    return path


def test_batches_come_out_as_they_went_in_and_in_order(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    assert not spool.pending
    for number in range(1, 5):
        spool.append(batch(number))
    assert spool.pending
    assert emptied(spool) == [batch(number) for number in range(1, 5)]
    assert not spool.pending
    assert list(tmp_path.iterdir()) == []


def test_articles_that_an_earlier_tsnet_put_in_come_out_with_marks_of_today(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.append([article(1, bands=[-(2**63)] * 20, content_hash="0" * 64)])
    assert emptied(spool) == [[article(1)]]


def test_a_batch_stays_until_it_is_written(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.append(batch(1))
    assert spool.oldest() == spool.oldest() == batch(1)
    spool.append(batch(2))
    assert emptied(spool) == [batch(1), batch(2)]


def test_the_next_run_takes_over_what_is_left(tmp_path: Path) -> None:
    for number in (1, 2):
        spool = Spool(tmp_path)
        spool.append(batch(number))
        spool.close()
    after = Spool(tmp_path)
    after.append(batch(3))
    assert emptied(after) == [batch(1), batch(2), batch(3)]


def test_a_killed_process_leaves_what_it_put_in(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from tests.test_spool import *\n"
        "spool = Spool(Path(sys.argv[1])); spool.append(batch(1)); spool.append(batch(2))\n"
        "print('in', flush=True); os.kill(os.getpid(), 9)"
    )
    process = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, check=False
    )
    assert process.stdout == b"in\n", process.stderr.decode()
    assert emptied(Spool(tmp_path)) == [batch(1), batch(2)]


def test_two_processes_use_one_directory_without_reading_each_others_files(tmp_path: Path) -> None:
    first, second = Spool(tmp_path), Spool(tmp_path)
    first.append(batch(1))
    second.append(batch(2))
    third = Spool(tmp_path)
    assert not third.pending
    assert emptied(first) == [batch(1)]
    assert emptied(second) == [batch(2)]


def test_a_file_that_another_process_has_written_meanwhile_is_not_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = Spool(tmp_path)
    left.append(batch(1))
    left.close()
    path, lock = only_file(tmp_path), fcntl.flock

    def lock_late(stream: Any, how: int) -> None:
        path.unlink()
        lock(stream, how)

    monkeypatch.setattr(fcntl, "flock", lock_late)
    assert not Spool(tmp_path).pending


def test_an_emptied_spool_takes_batches_again(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    for number in (1, 2):
        spool.append(batch(number))
        assert emptied(spool) == [batch(number)]
    spool.append(batch(3))
    spool.close()
    assert emptied(Spool(tmp_path)) == [batch(3)]


@pytest.mark.parametrize("kept", [-1, -5, -400, 3])
def test_a_torn_tail_loses_only_the_batch_that_was_being_written(tmp_path: Path, kept: int) -> None:
    spool = Spool(tmp_path)
    spool.append(batch(1))
    end = only_file(tmp_path).stat().st_size
    spool.append(batch(2))
    spool.close()
    path = only_file(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[:kept] if kept < 0 else data[: end + kept])
    again = Spool(tmp_path)
    assert emptied(again) == [batch(1)]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("where", "lost"), [("magic", 2), ("length", 2), ("payload", 2), ("last payload", 3)]
)
def test_a_flipped_bit_costs_one_batch_and_the_file_is_set_aside(
    tmp_path: Path, where: str, lost: int, caplog: pytest.LogCaptureFixture
) -> None:
    spool = Spool(tmp_path)
    ends = []
    for number in (1, 2, 3):
        spool.append(batch(number))
        ends.append(only_file(tmp_path).stat().st_size)
    spool.close()
    path = only_file(tmp_path)
    data = bytearray(path.read_bytes())
    at = {
        "magic": ends[0],
        "length": ends[0] + 7,
        "payload": (ends[0] + ends[1]) // 2,
        "last payload": ends[2] - 1,
    }
    data[at[where]] ^= 0x10
    path.write_bytes(data)
    again = Spool(tmp_path)
    assert emptied(again) == [batch(number) for number in (1, 2, 3) if number != lost]
    assert [one.suffix for one in tmp_path.iterdir()] == [DAMAGED_SUFFIX]
    assert f"{path} is damaged at byte {ends[lost - 2]}: set aside" in caplog.text
    assert not Spool(tmp_path).pending


@pytest.mark.parametrize(
    "payload",
    [
        b"not compressed",
        zstandard.compress(b"no BSON"),
        zstandard.compress(bson.encode({"articles": []})),
        zstandard.compress(bson.encode({"items": 1})),
        zstandard.compress(bson.encode({"items": [{"type": "Sightings", "item": {}}]})),
    ],
)
def test_a_record_that_holds_no_batch_costs_itself_and_the_file_is_set_aside(
    tmp_path: Path, payload: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    spool = Spool(tmp_path)
    spool.append(batch(1))
    spool.close()
    path = only_file(tmp_path)
    record = struct.pack("<4sII", MAGIC, len(payload), zlib.crc32(payload)) + payload
    data = path.read_bytes()
    path.write_bytes(FIRST_LINE + record + data.removeprefix(FIRST_LINE))
    assert emptied(Spool(tmp_path)) == [batch(1)]
    assert [one.suffix for one in tmp_path.iterdir()] == [DAMAGED_SUFFIX]
    assert f"a record of {path} can't be read: " in caplog.text


def test_what_a_full_disk_does_not_take_leaves_the_file_whole(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.append(batch(1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (only_file(tmp_path).stat().st_size + 9, hard))
    told = f"the spool {tmp_path} takes nothing more (File too large): make room"
    try:
        with pytest.raises(SpoolError, match=f"^{re.escape(told)}$"):
            spool.append(batch(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    spool.append(batch(3)[:1])
    spool.close()
    following = Spool(tmp_path)
    assert emptied(following) == [batch(1), batch(3)[:1]]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("taken", [0, 5])
def test_a_disk_that_takes_no_file_is_left_as_it_was(tmp_path: Path, taken: int) -> None:
    spool = Spool(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (taken, hard))
    try:
        with pytest.raises(SpoolError, match="File too large"):
            spool.append(batch(1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
    spool.append(batch(2))
    assert emptied(spool) == [batch(2)]


def test_what_does_not_come_as_far_as_the_disk_is_not_taken_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    spool = Spool(tmp_path)
    spool.append(batch(1))
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        with pytest.raises(SpoolError, match="Input/output error"):
            spool.append(batch(2))
    spool.append(batch(3)[:1])
    spool.close()
    assert emptied(Spool(tmp_path)) == [batch(1), batch(3)[:1]]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 4096, b"something else entirely\n", FIRST_LINE, FIRST_LINE + b"no record" * 2],
)
def test_a_file_that_is_none_of_ours_stops_nothing(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "00000-1-x.spool").write_bytes(content)
    spool = Spool(tmp_path)
    spool.append(batch(1))
    assert emptied(spool) == [batch(1)]
    set_aside = [one.read_bytes() for one in tmp_path.glob(f"*{DAMAGED_SUFFIX}")]
    assert set_aside == ([content] if content != FIRST_LINE else [])
    assert ("set aside" in caplog.text) == bool(set_aside)


def test_the_limit_is_told_and_what_passed_it_is_kept(tmp_path: Path) -> None:
    noise = ArticlePages(article(1).id, [page(1, body=random.Random(1).randbytes(9000))])
    spool = Spool(tmp_path, limit=10_000)
    spool.append([noise])
    with pytest.raises(SpoolFull) as full:
        spool.append([noise])
    size = only_file(tmp_path).stat().st_size
    assert str(full.value) == (
        f"the spool {tmp_path} has {size:,} bytes, its limit is 10,000: bring MongoDB back, or"
        " raise TSNET_SPOOL_LIMIT"
    )
    assert len(emptied(spool)) == 2


def test_a_directory_that_takes_no_files_is_refused_before_anything_has_to_go_there() -> None:
    with pytest.raises(SpoolError, match="TSNET_SPOOL_DIR"):
        Spool(Path("/proc/self/fd"))


def test_a_directory_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = f"the spool {tmp_path / 'file'} can't be used (File exists): set TSNET_SPOOL_DIR to"
    with pytest.raises(SpoolError, match=f"^{re.escape(told)} a directory that can be written$"):
        Spool(tmp_path / "file")
    with pytest.raises(
        SpoolError, match=r"can't be used \(File name too long\): set TSNET_SPOOL_DIR"
    ):
        bytes_of(tmp_path / ("long" * 64), ".spool")
    with pytest.raises(SpoolError, match=r"can't be used \(Not a directory\)"):
        bytes_of(tmp_path / "file", ".spool")
    assert bytes_of(tmp_path / "none", ".spool") == 0


def test_a_packed_page_comes_back_packed(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(100_000)
    packed = ArticlePages(article(1).id, [pack(page(1, body=noise))])
    spool = Spool(tmp_path)
    spool.append([packed])
    assert only_file(tmp_path).stat().st_size < 1.5 * len(noise)
    assert emptied(spool) == [[packed]]
    assert packed.pages[0].body == b""
    assert unpack(packed.pages[0].compressed) == noise
