"""The archive as a reader meets it: ask, read, count. It never writes an article.

with Archive() as archive:
    for hit in archive.search("大气污染", since="2025-03-01"):
        print(hit.published_at, hit.title)
"""

from __future__ import annotations

import contextlib
import dataclasses
import threading
from collections.abc import Iterator, Mapping
from datetime import datetime, timezone
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, get_args, get_type_hints

from bson.codec_options import CodecOptions

from tsnet.items import UNSTORED, Quality, Rights
from tsnet.store.candidates import Asked
from tsnet.store.documents import build
from tsnet.store.errors import StoreError
from tsnet.store.query import FilterArguments, Filters, QueryError, parse, storable, truth
from tsnet.store.results import (
    Channel,
    Count,
    Hit,
    MonthOfChannel,
    SearchPage,
    StoredArticle,
    Trust,
    Version,
)
from tsnet.store.search import Key, Searcher
from tsnet.text.beijing import BEIJING, beijing_time

if TYPE_CHECKING:
    import pandas
    from pymongo.database import Database
    from typing_extensions import Unpack  # for type checkers alone

    from tsnet.items import FetchedPage
    from tsnet.store.connection import SettingsLike, StoreSettings

Sort = Literal["relevance", "newest", "oldest"]
"""Orders of an answer. Without words ``relevance`` is ``newest``."""
By = Literal["day", "week", "month", "channel", "source", "reporter"]
"""What articles can be counted by."""

MAX_LIMIT = 1000
"""Hits of one page of an answer."""


class Archive:
    """Read access to the stored articles; opened at the first question.

    ``Archive()`` reads ``MONGO_URI`` and the other names from the environment and uses the
    embedded store when no URI is set. Safe to use from several threads.
    """

    def __init__(self, uri: str | None = None, database: str | None = None) -> None:
        """``uri``: of a MongoDB server; ``database``: default ``tsnet``.

        Raises StoreUnavailable at the first question when the server can't be reached.
        """
        self._uri = uri
        self._name = database
        self._settings: SettingsLike | None = None
        self._database: Database[dict[str, Any]] | None = None
        self._borrowed = False
        self._searcher: Searcher | None = None
        self._lock = threading.RLock()
        self._opened = contextlib.ExitStack()

    @classmethod
    def from_settings(cls, settings: SettingsLike) -> Archive:
        """The archive that Scrapy settings name (``MONGO_URI``, ``MONGO_DATABASE``, …)."""
        archive = cls()
        archive._settings = settings
        return archive

    @classmethod
    def over(cls, database: Database[dict[str, Any]]) -> Archive:
        """An archive over a database that is open already, and that ``close`` leaves open."""
        archive = cls()
        archive._database = _aware(database)
        archive._borrowed = True
        return archive

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *exception: Any) -> None:
        with self._lock:
            if not self._borrowed:
                self._database = self._searcher = None
            # Turns errors of pymongo into one line (tsnet.store.connection).
            self._opened.__exit__(*exception)

    def close(self) -> None:
        """Let the server go. The archive opens again when it is asked again."""
        self.__exit__(None, None, None)

    @property
    def database(self) -> Database[dict[str, Any]]:
        """The database itself, for questions that the archive has no method for."""
        with self._lock:
            if self._database is None:
                self._database = _aware(self._open())
            return self._database

    def revive(self) -> None:
        """Start the private server again, if it went away and its keeper with it.

        Does nothing for a server by URI. Raises StoreUnavailable when it doesn't start.
        """
        from tsnet.store.connection import revive

        if not self._borrowed:
            revive(self._wanted())

    def _open(self) -> Database[dict[str, Any]]:
        from tsnet.store.connection import open_database

        database = self._opened.enter_context(open_database(self._wanted()))
        any_article = database.articles.find_one({}, {"schema_version": 1})
        if any_article and "schema_version" not in any_article:
            from tsnet.store.collections import ARTICLES
            from tsnet.store.preparation import refuse_other

            refuse_other(ARTICLES, any_article)
        return database

    def _wanted(self) -> StoreSettings:
        from tsnet.store.connection import StoreSettings

        if self._settings is not None:
            wanted = StoreSettings.from_settings(self._settings)
        else:
            wanted = StoreSettings.from_environment()
        if self._uri is not None:
            wanted = dataclasses.replace(wanted, uri=self._uri)
        if self._name is not None:
            wanted = dataclasses.replace(wanted, database=self._name)
        return wanted

    def search(
        self,
        text: str = "",
        *,
        whole_text: bool = True,
        sort: Sort = "relevance",
        limit: int = 20,
        after: str | None = None,
        **filters: Unpack[FilterArguments],
    ) -> SearchPage:
        """One page of the articles that contain every word of ``text``.

        ``text``: words, ``"phrases"``, ``-exclusions``; Simplified or Traditional; empty: all
        articles. ``whole_text``: False looks in headlines only. ``limit``: hits of this page, 1 to
        1,000. ``after``: the ``next`` of the page before; all other arguments as for that page.

        ``filters``: ``since`` and ``until``, Beijing days, months or years, inclusive; ``channel``,
        code or Chinese name; ``source``; ``reporter``; ``original``; ``duplicates``, False leaves
        out articles whose text is that of an earlier one (``tsnet.store.query.Filters``).

        Raises QueryError (a ValueError) for a value that is not of its kind.
        """
        limit = _checked(limit)
        if sort not in get_args(Sort):
            raise QueryError(f"sort is {sort!r}: write {', '.join(get_args(Sort))}")
        asked = _asked(text, whole_text, filters)
        return self._search.page(asked, sort, limit, after)

    @property
    def _search(self) -> Searcher:
        # The lock keeps two threads from opening the database at the same time.
        with self._lock:
            if self._searcher is None:
                self._searcher = Searcher(self.database)
            return self._searcher

    def articles(
        self,
        text: str = "",
        *,
        whole_text: bool = True,
        oldest_first: bool = False,
        **filters: Unpack[FilterArguments],
    ) -> Iterator[StoredArticle]:
        """Every whole article that ``search`` would find, by date, read as they are consumed.

        Each once, also while others write: what they correct or bring meanwhile may come last.
        Raises QueryError for a value that is not of its kind, before the first.
        """
        asked = _asked(text, whole_text, filters)
        found = self._search.documents(asked, descending=not oldest_first)
        return (to_article(document) for document in found)

    def search_all(self, text: str = "", **arguments: Any) -> Iterator[Hit]:
        """Every hit of ``search``, page by page as they are consumed; takes its arguments.

        Each once, also while others write, if ``after`` is not given.
        """
        after: str | None = arguments.pop("after", None)
        arguments.setdefault("limit", 200)
        ranked = after is None and arguments.get("sort", "relevance") == "relevance"
        met: set[str] = set()
        while True:
            page = self.search(text, after=after, **arguments)
            yield from (hit for hit in page if hit.id not in met)
            after = page.next
            if after is None and not (ranked and met):
                return
            if ranked:
                met.update(hit.id for hit in page)
                if after is None or Key.parse(after).stage == "d":
                    # Which articles are ranked changes with the archive, their dates do not.
                    ranked, after = False, None
                    arguments["sort"] = "newest"

    def get(self, id: str) -> StoredArticle | None:
        """The article ``id`` as it stands; None when the archive has none of that id."""
        document = self.database.articles.find_one({"_id": _asked_id(id)})
        return None if document is None else to_article(document)

    def versions(self, id: str) -> list[Version]:
        """Every state of the article, first to current; empty when there is none of that id."""
        current = self.get(id)
        if current is None:
            return []
        # One that is kept while this is read is the current one itself.
        earlier = {"article": current.id, "revision": {"$lt": current.revision}}
        before = [
            Version(
                revision=document["revision"],
                article=to_article(document["document"]),
                replaced_at=document.get("replaced_at"),
                changed=list(document.get("changed") or []),
            )
            for document in self.database.revisions.find(earlier).sort("revision", 1)
        ]
        return [*before, Version(current.revision, current, None, [])]

    def story(self, cluster: str) -> list[StoredArticle]:
        """All versions of a story (``Hit.cluster``), oldest first."""
        found = self.database.articles.find({"cluster": _asked_id(cluster)})
        return [to_article(document) for document in found.sort([("published_at", 1), ("_id", 1)])]

    def count(
        self,
        by: By = "month",
        text: str = "",
        *,
        whole_text: bool = True,
        **filters: Unpack[FilterArguments],
    ) -> list[Count]:
        """How many articles by day, week, month (in order of time), channel, source or reporter
        (most first), of those that ``search`` would find with the same arguments.

        Raises QueryError for a value that is not of its kind.
        """
        if by not in get_args(By):
            raise QueryError(f"by is {by!r}: write {', '.join(get_args(By))}")
        asked = _asked(text, whole_text, filters)
        counts = self._search.count(asked, by)
        if by in ("day", "week", "month"):
            ordered = sorted(counts.items())
        else:
            ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return [Count(key, count) for key, count in ordered]

    def pages(self, id: str) -> list[FetchedPage]:
        """The pages as they were received when the article was last fetched, page 1 first.

        Empty when none is stored. Raises StoreError for a stored page that is damaged.
        """
        from tsnet.store.pages import newest_fetch, stored_page

        found: list[Mapping[str, Any]] = list(
            self.database.pages.find({"fetches.article": _asked_id(id)})
        )
        record = self.database.articles.find_one({"_id": _asked_id(id)}, {"last_seen_at": 1}) or {}
        with _damage_told(id):
            newest = newest_fetch(found, id, seen_at=record.get("last_seen_at"))
            return [stored_page(*pair) for pair in newest]

    def rejected_page(self, id: str) -> FetchedPage | None:
        """The page with which the article was rejected last; None when there is none.

        Raises StoreError for a stored page that is damaged.
        """
        from tsnet.store.collections import REJECTS
        from tsnet.store.pages import refused_page

        found = self.database[REJECTS].find_one(
            {"id": _asked_id(id), "page": {"$type": "object"}}, sort=[("rejected_at", -1)]
        )
        if found is None:
            return None
        with _damage_told(id):
            return refused_page(found)

    def months(self, **filters: Unpack[FilterArguments]) -> list[MonthOfChannel]:
        """Articles by month and channel, in order of both. ``filters``: fields of ``Filters``."""
        month = {"$dateTrunc": {"date": "$published_at", "unit": "month", "timezone": str(BEIJING)}}
        stages: list[dict[str, Any]] = [
            {"$match": Filters(**filters).mongo},
            {"$group": {"_id": {"m": month, "c": "$channel"}, "count": {"$sum": 1}}},
        ]
        found = [
            MonthOfChannel(
                beijing_time(one["_id"]["m"], "%Y-%m"), one["_id"].get("c") or "", one["count"]
            )
            for one in self.database.articles.aggregate(stages)
        ]
        return sorted(found, key=lambda one: (one.month, one.channel))

    def channels(self, **filters: Unpack[FilterArguments]) -> list[Channel]:
        """Every channel, that with the most articles first. ``filters``: fields of ``Filters``."""
        stages: list[dict[str, Any]] = [
            {"$match": Filters(**filters).mongo},
            {
                "$group": {
                    "_id": {"code": "$channel", "name": "$channel_name"},
                    "articles": {"$sum": 1},
                    "newest": {"$max": "$published_at"},
                    "last_seen": {"$max": "$last_seen_at"},
                }
            },
            {
                # Pages may call their channel otherwise: the name that most of them write.
                "$group": {
                    "_id": "$_id.code",
                    "name": {
                        "$max": {
                            "$cond": [
                                {"$gt": ["$_id.name", None]},
                                {"articles": "$articles", "name": "$_id.name"},
                                None,
                            ]
                        }
                    },
                    "articles": {"$sum": "$articles"},
                    "newest": {"$max": "$newest"},
                    "last_seen": {"$max": "$last_seen"},
                }
            },
            {"$set": {"name": "$name.name"}},
        ]
        found = [
            Channel(
                one["_id"] or "", one.get("name"), one["articles"], one["newest"], one["last_seen"]
            )
            for one in self.database.articles.aggregate(stages)
        ]
        return sorted(found, key=lambda one: (-one.articles, one.code))

    def trust(self, **filters: Unpack[FilterArguments]) -> Trust:
        """How far the texts can be relied on. ``filters``: fields of ``Filters``."""

        def where(condition: Any) -> dict[str, Any]:
            return {"$sum": {"$cond": [condition, 1, 0]}}

        def above(name: str) -> dict[str, Any]:
            return where({"$gt": [f"$quality.{name}", 0]})

        counts: dict[str, Any] = {
            "_id": None,
            "articles": {"$sum": 1},
            "annotated": above("annotations"),
            "repaired": above("repaired"),
            "guessed": above("guessed"),
            "lost": above("lost"),
            "incomplete": where({"$eq": ["$complete", False]}),
            # In MongoDB's order of types a text is above null and above a missing field.
            "duplicates": where({"$gt": ["$duplicate_of", None]}),
            "corrected": where({"$gt": ["$revision", 1]}),
            "lost_characters": {"$sum": "$quality.lost"},
            "guessed_characters": {"$sum": "$quality.guessed"},
        }
        stages = [{"$match": Filters(**filters).mongo}, {"$group": counts}]
        for found in self.database.articles.aggregate(stages):
            return Trust(**{name: count for name, count in found.items() if name != "_id"})
        return Trust()

    def to_dataframe(
        self, text: str = "", *, limit: int | None = None, **arguments: Any
    ) -> pandas.DataFrame:
        """The whole articles that ``articles`` gives, one a row, newest first; takes its arguments.

        Needs the extra ``table``. ``limit``: the most rows; None: all. Columns are the fields of
        ``StoredArticle`` but ``UNSTORED``, with ``rights`` and ``quality`` spread out; times are
        UTC.
        """
        try:
            import pandas
        except ImportError:
            raise ImportError("to_dataframe needs pandas: pip install -e '.[table]'") from None

        found = self.articles(text, **arguments)
        if limit is not None:
            found = islice(found, _checked(limit, most=None))
        spread = {"rights": Rights, "quality": Quality}
        columns: dict[str, Any] = {}
        for name, kind in get_type_hints(StoredArticle).items():
            if name in spread:
                parts = get_type_hints(spread[name]).items()
                columns |= {f"{name}_{part}": part_kind for part, part_kind in parts}
            elif name not in UNSTORED:
                columns[name] = kind
        rows = []
        for article in found:
            row = dataclasses.asdict(article)
            for name in spread:
                for part, value in row.pop(name).items():
                    row[f"{name}_{part}"] = value
            rows.append(row)
        frame = pandas.DataFrame(rows, columns=list(columns))
        # The same types whatever is in the rows, so that frames can be joined.
        for name, kind in columns.items():
            if kind == datetime | None:
                frame[name] = pandas.to_datetime(frame[name], utc=True).dt.as_unit("ms")
            elif kind in (int, bool):
                frame[name] = frame[name].astype(kind)
        return frame


def _asked(text: str, whole_text: bool, filters: FilterArguments) -> Asked:
    whole_text = truth(whole_text, "whole_text")
    return Asked(parse(text), Filters(**filters), whole_text=whole_text)


def _checked(limit: int, *, most: int | None = MAX_LIMIT) -> int:
    if not isinstance(limit, int) or limit < 1 or (most is not None and limit > most):
        largest = f" to {most}" if most else ""
        raise QueryError(f"limit is {limit!r}: write a number from 1{largest}")
    return limit


def _asked_id(id: str) -> str:
    if not isinstance(id, str):
        raise QueryError(f"the id is {id!r}: write text")
    return storable(id)


@contextlib.contextmanager
def _damage_told(id: str) -> Iterator[None]:
    """Turn the error of a stored page that can't be unpacked into one line with the remedy."""
    from zstandard import ZstdError

    try:
        yield
    except ZstdError as error:
        raise StoreError(f"a page of {id} is damaged ({error}): fetch it again") from error


def _aware(database: Database[dict[str, Any]]) -> Database[dict[str, Any]]:
    return database.with_options(codec_options=CodecOptions(tz_aware=True, tzinfo=timezone.utc))


def to_article(document: Mapping[str, Any]) -> StoredArticle:
    """A document of ``articles`` as a typed record; fields that it lacks have their defaults."""
    article: StoredArticle = build(StoredArticle, {**document, "id": document["_id"]})
    return article
