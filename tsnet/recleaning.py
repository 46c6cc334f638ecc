"""Today's extraction over the stored pages, as a crawl would write it. No Scrapy, no fetching.

A mended rule yields a revision where it changes a text, and nothing where it doesn't.
"""

from __future__ import annotations

import asyncio
import difflib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from zstandard import ZstdError

from tsnet.extraction_workers import ExtractionWorkers, NoWorkers
from tsnet.items import Article, ArticlePages, FetchedPage
from tsnet.site.contents import NotAnArticle
from tsnet.store.articles import ArticleStore, Written
from tsnet.store.collections import ARTICLES, META, PAGES, REJECTS
from tsnet.store.packing import unpack
from tsnet.store.pages import newest_fetch, refused_page, stored_page
from tsnet.store.rejects import UNSTORABLE
from tsnet.store.revisions import Comparison

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase

CHUNK = 64
"""Articles that are read, cleaned and written together."""
PAGE_TIMEOUT = 60.0
"""Seconds after which the cleaning of one article is given up."""
PROGRESS_ID = "reclean"
"""Key, in the collection ``meta``, of how far an interrupted run has come."""
SHOWN_IN_A_DIFF = (
    "title",
    "subtitle",
    "published_at",
    "source",
    "original",
    "reporters",
    "editors",
)
"""Fields that stand above the body in a diff."""


@dataclass(slots=True)
class Outcome:
    """What a run of recleaning did, or, when it was a dry run, would do."""

    revised: int = 0
    """Articles that became, or would become, a new revision."""
    brought_up: int = 0
    """Articles in which only fields changed that make no revision."""
    unchanged: int = 0
    """Articles in which nothing would change."""
    new: int = 0
    """Articles that had been refused and could be stored now."""
    still_refused: int = 0
    """Pages that were refused, and are no article by today's extraction either."""
    without_pages: int = 0
    """Articles of which no raw page is stored."""
    fields: Counter[str] = field(default_factory=Counter)
    """Field → articles in which it changed; of a dry run alone."""
    failed: dict[str, str] = field(default_factory=dict)
    """Id → why today's extraction can't read it; its record stays as it is."""
    rejected: Counter[str] = field(default_factory=Counter)
    """Reason → articles that the store refused."""
    example: str = ""
    """A unified diff of the first article whose text would change; of a dry run alone."""


def clean(pages: Sequence[FetchedPage]) -> Article:
    """The record of an article from its packed pages; runs in a worker process.

    Raises NotAnArticle.
    """
    from tsnet.extraction import extract
    from tsnet.store.fingerprints import mark

    for page in pages:
        page.body = page.body or unpack(page.compressed)
    article = extract(pages)
    mark(article)
    return article


class Recleaning:
    """One run over a prepared database."""

    def __init__(
        self,
        database: AsyncDatabase[dict[str, Any]],
        *,
        processes: int,
        ids: Sequence[str] = (),
        since: datetime | None = None,
        dry_run: bool = False,
        restart: bool = False,
    ):
        """``ids``: these articles alone; ``since``: those with pages received then or later.

        ``restart``: from the first article, also where a run like this one was interrupted.
        """
        self._database = database
        self._store = ArticleStore(database, recleaning=True)
        self._workers = ExtractionWorkers(processes, PAGE_TIMEOUT)
        self._ids = list(ids)
        self._since = since
        self._dry_run = dry_run
        self._restart = restart
        self._refused: dict[str, FetchedPage] = {}
        """Id → the page with which an article was refused, until the article is written."""
        self.outcome = Outcome()

    @property
    def _restartable(self) -> bool:
        return not self._ids and not self._dry_run

    async def resumes_after(self) -> str | None:
        """Id after which this run goes on for one that was interrupted; None when there is none."""
        if not self._restartable or self._restart:
            return None
        found = await self._database[META].find_one({"_id": PROGRESS_ID})
        if found is None or found.get("since") != self._since:
            return None
        after: str = found["after"]
        return after

    async def total(self) -> int:
        """How many articles there are to clean, roughly."""
        if self._ids:
            return len(self._ids)
        if self._since is not None:
            return await self._database[PAGES].count_documents(
                {"fetches.at": {"$gte": self._since}}
            )
        return await self._database[ARTICLES].estimated_document_count()

    async def run(self, progress: Callable[[int], None] = lambda done: None) -> Outcome:
        """Clean all. Goes on where a run like this one was interrupted, unless restarted.

        ``progress`` is told how many articles are done with each chunk. Raises StoreUnavailable,
        PyMongoError and NoWorkers; the same call then goes on later.
        """
        task: asyncio.Task[list[Article]] | None = None
        reading: asyncio.Task[list[Article]] | None = None
        try:
            after = await self.resumes_after()
            if after is None and self._restartable:
                await self._database[META].delete_one({"_id": PROGRESS_ID})
            chunk: list[str] = []
            # The next chunk is cleaned while the one before is written.
            async for following in self._chunks(after):
                task = asyncio.create_task(self._read(following))
                if reading is not None:
                    await self._write(await reading, chunk, progress)
                reading, chunk = task, following
            if reading is not None:
                await self._write(await reading, chunk, progress)
            if self._restartable:
                await self._database[META].delete_one({"_id": PROGRESS_ID})
        finally:
            left = [one for one in (reading, task) if one is not None]
            for one in left:
                one.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            await self._workers.close()
        return self.outcome

    async def _chunks(self, after: str | None) -> AsyncIterator[list[str]]:
        """Ids in order, some at a time."""
        if self._ids:
            for chunk in _in_chunks(self._ids):
                yield chunk
            return
        last = after or ""
        if self._since is not None:
            for chunk in _in_chunks(
                sorted(one for one in await self._recent(self._since) if one > last)
            ):
                yield chunk
        else:
            while True:
                found = self._database[ARTICLES].find({"_id": {"$gt": last}}, {"_id": 1})
                ids = [one["_id"] async for one in found.sort("_id", 1).limit(CHUNK)]
                if not ids:
                    break
                yield ids
                last = ids[-1]
        for chunk in _in_chunks(await self._refused_ids()):
            found = self._database[ARTICLES].find({"_id": {"$in": chunk}}, {"_id": 1})
            stored = {one["_id"] async for one in found}
            if left := [identity for identity in chunk if identity not in stored]:
                yield left

    async def _refused_ids(self) -> list[str]:
        """Ids of what was refused though the server gave the page, or what is of it."""
        page: dict[str, Any] = {"page.status": 200}
        unstorable = {"reason": {"$in": UNSTORABLE}}
        kinds = [page, unstorable]
        if self._since is not None:
            kinds = [{**page, "page.fetched_at": {"$gte": self._since}}]
        refused = self._database[REJECTS].find({"id": {"$type": "string"}, "$or": kinds}, {"id": 1})
        return sorted({one["id"] async for one in refused})

    async def _refused_pages(self, ids: list[str]) -> dict[str, FetchedPage]:
        """Of each article the page with which it was refused last, packed."""
        rejects = self._database[REJECTS].find({"id": {"$in": ids}, "page.status": 200})
        pages = {}
        async for one in rejects.sort("rejected_at", 1):
            try:
                pages[one["id"]] = refused_page(one, packed=True)
            except ZstdError as error:
                self.outcome.failed[one["id"]] = f"the page of its reject is damaged: {error}"
        return pages

    async def _recent(self, since: datetime) -> set[str]:
        """Ids of the articles of all pages received then or later (two may share a page)."""
        found = self._database[PAGES].find({"fetches.at": {"$gte": since}}, {"fetches.article": 1})
        return {fetch["article"] async for page in found for fetch in page["fetches"]}

    async def _read(self, ids: list[str]) -> list[Article]:
        """Clean these articles in the workers."""
        documents: dict[str, list[Mapping[str, Any]]] = {identity: [] for identity in ids}
        async for page in self._database[PAGES].find({"fetches.article": {"$in": ids}}):
            for identity in {fetch["article"] for fetch in page["fetches"]} & set(ids):
                documents[identity].append(page)
        fields = {"pages": 1, "last_seen_at": 1}
        records = self._database[ARTICLES].find({"_id": {"$in": ids}}, fields)
        had = {one["_id"]: (one["pages"], one["last_seen_at"]) async for one in records}
        articles: list[Article] = []
        waiting: dict[str, asyncio.Task[Article]] = {}
        refused = await self._refused_pages([one for one, found in documents.items() if not found])
        self._refused |= refused
        for identity, found in documents.items():
            # Where a page was not to be had the last time, the record is of the time before.
            least, seen_at = had.get(identity, (1, None))
            whole = newest_fetch(found, identity, least, seen_at=seen_at)
            pages = [stored_page(*pair, packed=True) for pair in whole]
            if identity in refused:
                pages = [refused[identity]]
            if not pages:
                self.outcome.without_pages += identity not in self.outcome.failed
                continue
            waiting[identity] = asyncio.create_task(self._workers.run(clean, pages))
        # A worker that dies takes one article with it, not the run.
        results = await asyncio.gather(*waiting.values(), return_exceptions=True)
        for identity, result in zip(waiting, results, strict=True):
            if isinstance(result, NotAnArticle):
                self._fail(identity, str(result))
            elif isinstance(result, asyncio.TimeoutError):
                self._fail(identity, f"it took more than {PAGE_TIMEOUT:.0f} s")
            elif isinstance(result, Exception) and not isinstance(result, NoWorkers):
                self._fail(identity, f"the extraction failed: {result!r}")
            elif isinstance(result, BaseException):
                raise result
            elif result.id != identity:
                self._fail(identity, f"its pages are read as {result.id}")
            else:
                articles.append(result)
        return articles

    def _fail(self, identity: str, why: str) -> None:
        """Note what can't be read. Of pages that were refused before that is no news."""
        if self._refused.pop(identity, None) is not None and not self._ids:
            self.outcome.still_refused += 1
        else:
            self.outcome.failed[identity] = why

    async def _write(
        self, articles: list[Article], chunk: list[str], progress: Callable[[int], None]
    ) -> None:
        comparisons = await self._store.compare(articles)
        received = [
            ArticlePages(one.id, [self._refused.pop(one.id)])
            for one in articles
            if one.id in self._refused
        ]
        if self._dry_run:
            self._note(articles, comparisons)
        else:
            written = await self._store.write([*received, *articles])
            self._count(written, comparisons)
            if self._restartable:
                await self._database[META].update_one(
                    {"_id": PROGRESS_ID},
                    {
                        # What was refused is read last, whatever its id.
                        "$max": {"after": chunk[-1]},
                        "$set": {"since": self._since, "at": datetime.now(timezone.utc)},
                    },
                    upsert=True,
                )
        progress(len(chunk))

    def _count(self, written: Written, comparisons: list[Comparison]) -> None:
        outcome = self.outcome
        brought_up = {one.identity for one in comparisons if one.fields}
        outcome.new += len(written.new)
        outcome.revised += len(written.changed)
        outcome.brought_up += len(brought_up.intersection(written.unchanged))
        outcome.unchanged += len(set(written.unchanged) - brought_up)
        outcome.rejected += written.rejected

    def _note(self, articles: list[Article], comparisons: list[Comparison]) -> None:
        outcome = self.outcome
        outcome.new += len(articles) - len(comparisons)
        for comparison in comparisons:
            if comparison.changed:
                outcome.revised += 1
                outcome.example = outcome.example or difference(comparison)
            elif comparison.fields:
                outcome.brought_up += 1
            else:
                outcome.unchanged += 1
            outcome.fields.update(
                name
                for name, value in comparison.fields.items()
                if value != comparison.old.get(name) and name != "content_hash"
            )


def _in_chunks(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def difference(comparison: Comparison) -> str:
    """What would change in one article, as a unified diff of what a reader sees."""
    old = _readable(comparison.old)
    new = _readable(comparison.result())
    identity = comparison.identity
    return "\n".join(
        difflib.unified_diff(
            old, new, f"{identity} stored", f"{identity} cleaned", lineterm="", n=1
        )
    )


def _readable(document: dict[str, Any]) -> list[str]:
    lines = [f"{name}: {document.get(name)}" for name in SHOWN_IN_A_DIFF if document.get(name)]
    lines += [
        f"image: {image['url']} {image.get('caption') or ''}".rstrip()
        for image in document.get("images") or []
    ]
    return [*lines, "", *str(document.get("body", "")).split("\n")]
