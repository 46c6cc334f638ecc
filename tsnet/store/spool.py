"""Batches that can't be written now, on disk until they can: append-only, checksummed, bounded.

A directory of files, each written by one process and locked by it (``flock``). A file that no
process holds was left by a run that ended or was killed: the next run takes it over.

A file begins with a line that names its format. Records follow: magic, length, CRC-32 and payload,
which is BSON compressed with zstandard. A record that a kill cut off at the end of a file
had not been acknowledged, and is skipped.
"""

from __future__ import annotations

import contextlib
import fcntl
import logging
import mmap
import os
import secrets
import struct
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import bson
import zstandard
from bson.codec_options import CodecOptions

from tsnet.items import Article
from tsnet.store.documents import Item, item_document, item_from
from tsnet.store.errors import SpoolError, SpoolFull
from tsnet.store.fingerprints import mark

logger = logging.getLogger(__name__)

FIRST_LINE = b"tsnet spool 1\n"
"""What every file begins with."""
MAGIC = b"TSr1"
"""What every record begins with."""
SUFFIX = ".spool"
"""Of a file that is in use or waits to be written to MongoDB."""
DAMAGED_SUFFIX = ".damaged"
"""Of a file of which a record could not be read: kept for a person to look at."""
DEFAULT_LIMIT = 2 * 1024**3
"""Bytes of all files of the directory together."""

_HEAD = struct.Struct("<4sII")
_CODEC: CodecOptions[dict[str, Any]] = CodecOptions(tz_aware=True)


UNUSABLE = ("can't be used", "set TSNET_SPOOL_DIR to a directory that can be written")
"""What is wrong, and the remedy, where the directory takes no files."""


@contextlib.contextmanager
def _on_disk(directory: Path, what: str, remedy: str) -> Iterator[None]:
    """Turn errors of the disk into SpoolError."""
    try:
        yield
    except OSError as error:
        reason = error.strerror
        raise SpoolError(f"the spool {directory} {what} ({reason}): {remedy}") from error


def make_directory(directory: Path) -> None:
    """Make the directory of a spool if it isn't there. Raises SpoolError when it takes no files.

    That must be noticed before anything has to go there.
    """
    with _on_disk(directory, *UNUSABLE):
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=directory).close()


class Spool:
    """The spool of one process. Not safe to use from two threads at once."""

    def __init__(self, directory: Path, limit: int = DEFAULT_LIMIT):
        """Make ``directory`` if it isn't there and take over what earlier runs left in it.

        ``limit``: bytes of all files in it together. Raises SpoolError when it can't be used.
        """
        self.directory = directory
        self.limit = limit
        self._own: _File | None = None
        self._waiting: list[_File] = []
        make_directory(directory)
        with _on_disk(directory, *UNUSABLE):
            for path in sorted(_files(directory, SUFFIX)):
                left = _File.take_over(path)
                if left is not None:
                    self._waiting.append(left)

    @property
    def pending(self) -> bool:
        """True while it holds what is not written to MongoDB."""
        return bool(self._waiting)

    @property
    def inherited(self) -> bool:
        """True when an earlier run has fetched what ``oldest`` gave."""
        return bool(self._waiting) and self._waiting[0] is not self._own

    def size(self) -> int:
        """Bytes of all files in the directory, those of other processes too."""
        return sum(bytes_of(self.directory, end) for end in (SUFFIX, SUFFIX + DAMAGED_SUFFIX))

    def append(self, items: Sequence[Item]) -> None:
        """Put a batch on disk; it is there when this returns.

        Raises SpoolFull when the limit is passed with it (it is on disk nevertheless), and
        SpoolError when the disk doesn't take it.
        """
        payload = zstandard.compress(
            bson.encode({"items": [item_document(item) for item in items]}), 3
        )
        record = _HEAD.pack(MAGIC, len(payload), zlib.crc32(payload)) + payload
        with _on_disk(self.directory, "takes nothing more", "make room"):
            if self._own is None:
                self._own = _File.create(self.directory)
                self._waiting.append(self._own)
            self._own.append(record)
        size = self.size()
        if size > self.limit:
            raise SpoolFull(
                f"the spool {self.directory} has {size:,} bytes, its limit is {self.limit:,}:"
                " bring MongoDB back, or raise TSNET_SPOOL_LIMIT"
            )

    def oldest(self) -> list[Item] | None:
        """The batch that was put in first; None when nothing is left. ``written`` takes it out.

        Raises SpoolError when the disk fails: everything stays in the spool.
        """
        with _on_disk(
            self.directory, "can't be read or emptied", "see to that disk, and crawl again"
        ):
            return self._oldest()

    def _oldest(self) -> list[Item] | None:
        while self._waiting:
            first = self._waiting[0]
            while (payload := first.read()) is not None:
                try:
                    document = bson.decode(zstandard.decompress(payload), codec_options=_CODEC)
                    items = [item_from(one) for one in document["items"]]
                    for article in items:
                        if isinstance(article, Article):
                            # An earlier tsnet that put it in may have made other marks.
                            mark(article)
                    return items
                except (zstandard.ZstdError, bson.errors.BSONError, KeyError, TypeError) as error:
                    logger.error("a record of %s can't be read: %s", first.path, error)
                    first.damaged = True
                    first.next()
            self._finish(first)
        return None

    def written(self) -> None:
        """Take out the batch that ``oldest`` gave; its file goes when ``oldest`` finds it empty."""
        self._waiting[0].next()

    def close(self) -> None:
        """Let the files go; what is in them waits for the next run."""
        for file in self._waiting:
            file.close()

    def _finish(self, file: _File) -> None:
        file.remove()
        self._waiting.remove(file)
        if file is self._own:
            self._own = None


def bytes_of(directory: Path, suffix: str) -> int:
    """Bytes of the files of the spool ``directory`` whose names end in ``suffix``.

    0 where there is no such directory. Raises SpoolError when it can't be read.
    """
    total = 0
    with _on_disk(directory, *UNUSABLE), contextlib.suppress(FileNotFoundError):
        for path in _files(directory, suffix):
            with contextlib.suppress(FileNotFoundError):  # written to MongoDB meanwhile
                total += path.stat().st_size
    return total


def _files(directory: Path, suffix: str) -> Iterator[Path]:
    """The files of a directory whose names end so.

    Raises OSError where it can't be read; ``Path.glob`` would give none.
    """
    return (path for path in directory.iterdir() if path.name.endswith(suffix))


class _File:
    """One locked file of a spool."""

    def __init__(self, path: Path, stream: BinaryIO, end: int):
        """``stream``: without a buffer, which would keep what a full disk has not taken."""
        self.path = path
        self.damaged = False
        self._stream = stream
        self._position = len(FIRST_LINE)
        self._end = end
        self._next = self._position

    @classmethod
    def create(cls, directory: Path) -> _File:
        name = f"{time.time_ns()}-{os.getpid()}-{secrets.token_hex(4)}"
        hidden = directory / f".{name}.new"
        made = cls(directory / f"{name}{SUFFIX}", hidden.open("x+b", buffering=0), 0)
        try:
            # Locked before it has the name under which others look for files that nobody holds.
            fcntl.flock(made._stream, fcntl.LOCK_EX)
            made.append(FIRST_LINE)
            hidden.rename(made.path)
        except OSError:
            hidden.unlink()
            made.close()
            raise
        return made

    @classmethod
    def take_over(cls, path: Path) -> _File | None:
        """The file, locked, or None when another process holds it or has written it."""
        try:
            stream = path.open("r+b", buffering=0)
        except FileNotFoundError:
            return None
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.close()
            return None
        if not path.exists():
            stream.close()
            return None
        end = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        found = cls(path, stream, end)
        if stream.read(len(FIRST_LINE)) != FIRST_LINE:
            logger.error("%s is not a spool file of this tsnet, or damaged: set aside", path)
            found.damaged = True
            found._end = 0
        return found

    def append(self, record: bytes) -> None:
        """Write at the end, to the disk; what a failed write leaves is taken away."""
        try:
            self._stream.seek(self._end)
            left = memoryview(record)
            while left:
                left = left[self._stream.write(left) :]
            os.fsync(self._stream.fileno())
        except OSError:
            with contextlib.suppress(OSError):
                self._stream.truncate(self._end)
            raise
        self._end += len(record)

    def read(self) -> bytes | None:
        """The payload of the record at hand; None at the end. What is damaged is passed over."""
        while self._end - self._position >= _HEAD.size:
            self._stream.seek(self._position)
            magic, length, checksum = _HEAD.unpack(self._stream.read(_HEAD.size))
            self._next = self._position + _HEAD.size + length
            whole = self._next <= self._end
            if magic == MAGIC and whole:
                payload = self._stream.read(length)
                if zlib.crc32(payload) == checksum:
                    return payload
            with mmap.mmap(self._stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
                following = data.find(MAGIC, self._position + 1, self._end)
            if magic != MAGIC or whole or following > 0:
                logger.error("%s is damaged at byte %d: set aside", self.path, self._position)
                self.damaged = True
            self._position = following if following > 0 else self._end
        return None

    def next(self) -> None:
        """Go on to the next record."""
        self._position = self._next

    def remove(self) -> None:
        """Delete it, or set it aside when something in it could not be read."""
        with contextlib.suppress(FileNotFoundError):
            if self.damaged:
                self.path.rename(self.path.with_suffix(SUFFIX + DAMAGED_SUFFIX))
            else:
                self.path.unlink()
        self._stream.close()

    def close(self) -> None:
        """Let it go."""
        self._stream.close()
