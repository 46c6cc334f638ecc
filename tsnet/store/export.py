"""Articles as files: JSON lines, CSV, Parquet, Markdown, WARC. In constant memory.

Every format says of each article where it is from and under which terms it was published.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import dataclasses
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from html import escape
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal
from uuid import uuid4

from tsnet import __version__
from tsnet.items import UNSTORED
from tsnet.store.errors import StoreError
from tsnet.store.results import StoredArticle
from tsnet.text.beijing import beijing_time

if TYPE_CHECKING:
    import pyarrow

    from tsnet.items import FetchedPage

Format = Literal["jsonl", "csv", "parquet", "md", "warc"]
"""Formats of ``export``."""
ROWS = 500
"""Articles of one row group of a Parquet file: some megabytes."""
TERMS = (
    "Articles of Tianshan Net (天山网, www.ts.cn) and of the sources that each names. Each record"
    " states the terms under which its article was published (rights); they stay the publisher's."
)
"""Stated once in each file whose format has a place for it."""
_FIELDS = tuple(
    field.name for field in dataclasses.fields(StoredArticle) if field.name not in ("id", *UNSTORED)
)
"""Fields of an article's record between ``_id`` and its attribution."""
_FORMULA = re.compile(r"^[\s\0]*[=+\-@＝＋－＠|%]|^[\t\r\n]")

_MARKUP = re.compile(r"(https?://[!#-;=?-\[\]_a-z{-~]*[#$%&+\-/-9=@-Z_a-z])|[\\`*_\[\]<>|~&$]")
"""An address, without the marks of a sentence behind it, or a sign of Markdown's own."""


class ExportError(StoreError):
    """The file can't be written; the text says why and what to do."""


def attribution(article: StoredArticle) -> str:
    """One line that names the article as its publisher would have it named."""
    published = beijing_time(article.published_at)
    parts = [
        f"来源：{article.source or article.rights.holder or '天山网'}",
        f"原文：{article.origin_url or article.url}",
        f"发表：{published}（北京时间）" if published else "",
        f"版权：{article.rights.holder}" if article.rights.holder else "",
        article.rights.notice,
    ]
    return "；".join(part for part in parts if part)


def record(article: StoredArticle) -> dict[str, Any]:
    """The article as plain values, ``_id`` first, times as ISO 8601 in UTC, with attribution."""
    values = dataclasses.asdict(article)
    for name in UNSTORED:
        values.pop(name, None)
    for name, value in values.items():
        if isinstance(value, datetime):
            values[name] = value.isoformat().replace("+00:00", "Z")
    return {"_id": values.pop("id"), **values, "attribution": attribution(article)}


def json_line(article: StoredArticle) -> str:
    """The article as one line of JSON, without the line's end."""
    text = json.dumps(record(article), ensure_ascii=False)
    # Lines to some readers of JSON lines, though not to JSON.
    for separator in "\u0085\u2028\u2029":
        text = text.replace(separator, f"\\u{ord(separator):04x}")
    return text


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that is renamed to ``path`` when the block ends well, and removed otherwise.

    A symbolic link stays one, and its target is replaced by a file of the same mode. Raises
    ExportError when the directory can't be written, or when ``path`` is no file: a device would be
    replaced by one.
    """
    target = Path(os.path.realpath(path))
    # /dev/stderr resolves to whatever file the shell has opened for it.
    is_device = str(path.absolute().parent) in ("/dev", "/dev/fd", "/proc/self/fd")
    # Without the name itself, which may be as long as the file system allows.
    part = target.parent / f".{uuid4().hex}.part"
    try:
        if is_device or (target.exists() and not target.is_file()):
            told = f"{path} is no file: name a file with --out, or - for standard output"
            raise ExportError(told)
        try:
            with part.open("xb") as file:
                if target.exists():
                    os.fchmod(file.fileno(), target.stat().st_mode & 0o777)
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"{path} can't be written ({error.strerror or error}): name another file with --out"
        ) from error


def export(
    articles: Iterable[StoredArticle],
    format: Format,
    out: Path | IO[bytes],
    *,
    pages: Callable[[str], list[FetchedPage]] | None = None,
    progress: Callable[[], None] = lambda: None,
) -> int:
    """Write ``articles`` to ``out`` and return how many are there.

    ``out``: a path, at which nothing is seen before the file is whole; or a file that is open.
    ``pages``: id → the raw pages of an article, needed for ``warc``, which leaves out an article
    without any. ``progress`` is called after each article. Raises ExportError when the file can't
    be written or a package is missing.
    """
    count = 0

    def counted() -> Iterator[StoredArticle]:
        nonlocal count
        for article in articles:
            yield article
            count += 1
            progress()

    with whole_file(out) if isinstance(out, Path) else contextlib.nullcontext(out) as file:
        if format == "warc":
            if pages is None:
                raise ExportError("warc needs the raw pages")
            name = out.name if isinstance(out, Path) else ""
            without = write_warc(file, counted(), pages, name)
            count -= without
        else:
            _WRITERS[format](file, counted())
    return count


def write_jsonl(file: IO[bytes], articles: Iterable[StoredArticle]) -> None:
    """One record a line."""
    for article in articles:
        file.write(json_line(article).encode("utf-8") + b"\n")


def write_csv(file: IO[bytes], articles: Iterable[StoredArticle]) -> None:
    """One record a row, lists and parts as JSON in their cell; safe to open in a spreadsheet.

    UTF-8 with a byte order mark, which Excel needs to see that it is UTF-8. A text that a
    spreadsheet would take for a formula has ``'`` in front (OWASP, CSV injection).
    """
    columns = ["_id", *_FIELDS, "attribution"]
    writer = csv.DictWriter(codecs.getwriter("utf-8-sig")(file), columns, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for article in articles:
        writer.writerow({name: cell(value) for name, value in record(article).items()})


def cell(value: Any) -> str:
    """A value as the text of a spreadsheet's cell, never a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        value = json.dumps(value, ensure_ascii=False)
    text = str(value).replace("\0", "\u2400")
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text


def write_markdown(file: IO[bytes], articles: Iterable[StoredArticle]) -> None:
    """All articles as one document, each with its facts and its rights."""
    out = codecs.getwriter("utf-8")(file)
    out.write(f"<!-- {TERMS} tsnet {__version__} -->\n")
    for article in articles:
        out.write(f"\n# {markdown(article.title)}\n\n")
        if article.subtitle:
            out.write(f"**{markdown(article.subtitle)}**\n\n")
        out.write(f"*{markdown(attribution(article))}*\n\n")
        for paragraph in article.body.split("\n"):
            out.write(markdown(paragraph) + "\n\n")
        for image in article.images:
            out.write(f"- 图: {markdown(image.caption or '')} {markdown(image.url)}\n")
        if article.lost_in_text:
            out.write(f"\n> characters lost (\ufffd): {article.lost_in_text}\n")
        if not article.complete:
            out.write("\n> a page of this article was missing\n")
        out.write(f"\n<!-- {escape(article.id).replace('--', '- -')} -->\n\n---\n")


def markdown(text: str) -> str:
    """``text`` so that Markdown shows it as it is: no markup, no HTML, no second line.

    An address of the web becomes a link to itself, in which nothing need be escaped.
    """
    line = _MARKUP.sub(
        lambda found: f"<{found[1]}>" if found[1] else f"\\{found[0]}", " ".join(text.split())
    )
    # Signs that mean something at the head of a line alone: headings, lists, rules.
    return re.sub(r"^(\d*)([#+\-=.)])", r"\1\\\2", line)


def write_parquet(file: IO[bytes], articles: Iterable[StoredArticle]) -> None:
    """A table with typed columns; ``attribution`` of each article, the terms in the metadata."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ExportError("parquet needs pyarrow: pip install -e '.[export]'") from None
    schema = parquet_schema()
    source = iter(articles)
    with pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while batch := list(islice(source, ROWS)):
            rows = []
            for article in batch:
                row = dataclasses.asdict(article)
                rows.append({"_id": row.pop("id"), **row, "attribution": attribution(article)})
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def parquet_schema() -> pyarrow.Schema:
    """Columns of the Parquet file, from the record's own types."""
    import types
    import typing

    import pyarrow

    def column(kind: Any) -> pyarrow.DataType:
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if origin in (types.UnionType, typing.Union):
            (kind,) = [one for one in arguments if one is not types.NoneType]
            return column(kind)
        if origin is list:
            return pyarrow.list_(column(arguments[0]))
        if origin is dict:
            return pyarrow.map_(column(arguments[0]), column(arguments[1]))
        if dataclasses.is_dataclass(kind):
            hints = typing.get_type_hints(kind)
            return pyarrow.struct([(name, column(one)) for name, one in hints.items()])
        plain: dict[Any, Any] = {
            str: pyarrow.string(),
            int: pyarrow.int64(),
            bool: pyarrow.bool_(),
            datetime: pyarrow.timestamp("ms", tz="UTC"),
        }
        return plain[kind]

    hints = typing.get_type_hints(StoredArticle)
    fields = [("_id", pyarrow.string()), *((name, column(hints[name])) for name in _FIELDS)]
    fields.append(("attribution", pyarrow.string()))
    return pyarrow.schema(fields, metadata={"terms": TERMS, "software": f"tsnet {__version__}"})


def write_warc(
    file: IO[bytes],
    articles: Iterable[StoredArticle],
    pages: Callable[[str], list[FetchedPage]],
    name: str,
) -> int:
    """The raw pages of the articles as WARC 1.1 (ISO 28500:2017); how many articles have none.

    Each record is compressed where the file's ``name`` ends in ``.gz``.
    ``response`` records hold the page as received after the transfer's compression was undone;
    headers that spoke of it carry ``X-Archive-Orig-`` in front. A browser's document is a
    ``resource``. Each article's attribution follows its pages as a ``metadata`` record.
    """
    try:
        from warcio.warcwriter import WARCWriter
    except ImportError:
        raise ExportError("warc needs warcio: pip install -e '.[export]'") from None
    writer = WARCWriter(file, gzip=name.lower().endswith(".gz"), warc_version="WARC/1.1")
    facts = {"software": f"tsnet/{__version__}", "format": "WARC File Format 1.1", "rights": TERMS}
    writer.write_record(writer.create_warcinfo_record(name, facts))
    without = 0
    for article in articles:
        said = json.dumps(
            {"id": article.id, "title": article.title, "attribution": attribution(article)}
        ).encode("ascii")
        received = pages(article.id)
        without += not received
        for page in received:
            record = _page_record(writer, page)
            writer.write_record(record)
            beside = {"WARC-Concurrent-To": record.rec_headers.get_header("WARC-Record-ID")}
            json_type = "application/json"
            writer.write_record(
                _record(writer, page, "metadata", said, beside, warc_content_type=json_type)
            )
    return without


def _page_record(writer: Any, page: FetchedPage) -> Any:
    """The page itself, for a ``WARCWriter``: as it was received, or as the browser showed it."""
    from warcio.statusandheaders import StatusAndHeaders

    if page.rendered:
        html = "text/html; charset=utf-8"
        return _record(writer, page, "resource", page.body, warc_content_type=html)
    status = f"{page.status} {_reason(page.status)}"
    http = StatusAndHeaders(status, list(_http_headers(page)), protocol="HTTP/1.1")
    return _record(writer, page, "response", page.body, http_headers=http)


def _record(
    writer: Any,
    page: FetchedPage,
    kind: str,
    content: bytes,
    headers: Mapping[str, str] | None = None,
    **options: Any,
) -> Any:
    return writer.create_warc_record(
        page.url,
        kind,
        payload=BytesIO(content),
        length=len(content),
        warc_headers_dict={"WARC-Date": f"{page.fetched_at:%Y-%m-%dT%H:%M:%SZ}", **(headers or {})},
        **options,
    )


def _reason(status: int) -> str:
    from http import HTTPStatus

    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _http_headers(page: FetchedPage) -> Iterator[tuple[str, str]]:
    for name, value in page.headers.items():
        clean = re.sub(r"[\r\n\0]+", " ", value)
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            continue
        if name.lower() in ("content-encoding", "transfer-encoding", "content-length"):
            name = f"X-Archive-Orig-{name}"
        yield name, clean
    yield "content-length", str(len(page.body))


_WRITERS: Mapping[str, Callable[[IO[bytes], Iterable[StoredArticle]], None]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
    "md": write_markdown,
}
