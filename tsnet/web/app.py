"""The reading room's pages: which address shows what, and what it asks the archive for.

Every question goes to the archive in a worker thread, those of one page side by side; the
archive's connection has its own time limits.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Mapping
from functools import partial
from importlib import resources
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from pymongo.errors import PyMongoError
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from tsnet.items import Image
from tsnet.store.archive import Archive
from tsnet.store.connection import said_by_driver
from tsnet.store.errors import StoreUnavailable
from tsnet.store.results import Count, StoredArticle, Version
from tsnet.store.revisions import picture_file
from tsnet.text import differences
from tsnet.text.beijing import beijing_time
from tsnet.web import reading
from tsnet.web.access import Guard
from tsnet.web.address import BadParameter, Search
from tsnet.web.holdings import Holdings, Remembered
from tsnet.web.languages import HTML_LANGUAGE, LANGUAGES, Language, phrase, preferred
from tsnet.web.months import years

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

logger = logging.getLogger(__name__)

RESULTS = 20
"""Articles on one page of results."""
STORY = 30
"""Other versions of a story that are listed."""
MEMORY = 60.0
"""Seconds for which counts and the form's choices are kept."""

_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def create_app(archive: Archive, *, password: str | None = None, loopback: bool = True) -> ASGIApp:
    """The reading room over ``archive`` as an ASGI application.

    ``password``: required of everybody; None: no password. ``loopback``: only requests that name
    this machine are answered.
    """
    room = _ReadingRoom(archive)
    app = Starlette(
        routes=[
            Route("/", room.search),
            Route("/article/{id}", room.article),
            Route("/article/{id}/versions", room.versions),
            Route("/article/{id}/beside/{other}", room.beside),
            Route("/static/{name:path}", room.static),
        ],
        exception_handlers={
            BadParameter: room.bad_parameter,
            HTTPException: room.missing,
            PyMongoError: room.away,
            StoreUnavailable: room.away,
            Exception: room.failed,
        },
        middleware=[Middleware(GZipMiddleware, minimum_size=1000)],
    )
    # Outside of Starlette's own handling of errors, so that its answers are guarded too.
    return Guard(app, password=password, loopback=loopback)


class _ReadingRoom:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._files = _read_files(resources.files("tsnet.web") / "static")
        self._holdings: Remembered[Holdings] = Remembered(MEMORY)
        self._counts: Remembered[list[Count]] = Remembered(MEMORY)
        self._templates = _templates(self._files)

    async def search(self, request: Request) -> Response:
        given = request.query_params.multi_items()
        search = Search.read(given)
        if any(not value.strip() for _, value in given):
            # A form sends its empty fields too; the address that is kept and shared has none.
            return RedirectResponse(search.address(), 303)
        question = search.question()
        all_time = {**question, "since": None, "until": None}
        page, counts, holdings = await asyncio.gather(
            run_in_threadpool(
                self._archive.search,
                **question,
                sort=search.sort,
                limit=RESULTS,
                after=search.after,
            ),
            run_in_threadpool(
                self._counts.get,
                tuple(all_time.values()),
                partial(self._archive.count, "month", **all_time),
            ),
            run_in_threadpool(self._holdings.get, None, partial(Holdings.read, self._archive)),
        )
        return self._page(
            request,
            "search.html",
            search,
            page=page,
            holdings=holdings,
            years=years(counts, search.since, search.until),
            chips=_chips(search, holdings, _language(request)),
        )

    async def article(self, request: Request) -> Response:
        search = Search.read(request.query_params.multi_items())
        article = await self._article(request.path_params["id"])
        revision = request.query_params.get("revision")
        states: list[Version] = []
        if article.revision > 1:
            states = await run_in_threadpool(self._archive.versions, article.id)
        shown = None
        if revision:
            shown = _version(states or [Version(1, article, None, [])], "revision", revision)
        story = await self._story(article)
        return self._page(
            request,
            "article.html",
            search,
            {"revision": revision} if revision else {},
            current=article,
            article=shown.article if shown else article,
            shown=shown,
            states=states,
            story=story[:STORY],
            story_more=len(story) - STORY,
            earlier=next((one for one in story if one.id == article.duplicate_of), None),
        )

    async def versions(self, request: Request) -> Response:
        search = Search.read(request.query_params.multi_items())
        states = await run_in_threadpool(self._archive.versions, request.path_params["id"])
        if not states:
            raise HTTPException(404, request.path_params["id"])
        given = request.query_params
        new = _version(states, "to", given.get("to") or str(states[-1].revision))
        old = _version(states, "from", given.get("from") or str(states[-2:][0].revision))
        return self._page(
            request,
            "differences.html",
            search,
            {"from": str(old.revision), "to": str(new.revision)},
            article=states[-1].article,
            states=states,
            old=old,
            new=new,
            other=None,
            **await run_in_threadpool(_comparison, old.article, new.article),
        )

    async def beside(self, request: Request) -> Response:
        search = Search.read(request.query_params.multi_items())
        article, other = await asyncio.gather(
            self._article(request.path_params["id"]),
            self._article(request.path_params["other"]),
        )
        # The earlier first, so that differences read as what was changed later.
        old, new = sorted((article, other), key=_published)
        return self._page(
            request,
            "differences.html",
            search,
            article=article,
            states=[],
            old=old,
            new=new,
            other=other,
            **await run_in_threadpool(_comparison, old, new),
        )

    async def static(self, request: Request) -> Response:
        file = self._files.get(request.path_params["name"])
        if file is None:
            raise HTTPException(404)
        # The address names the content (?v=), so what a browser has kept is never out of date.
        kept = "public, max-age=31536000, immutable" if request.query_params else "no-cache"
        return Response(file.content, media_type=file.kind, headers={"Cache-Control": kept})

    async def bad_parameter(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, BadParameter)
        language = _language(request)
        detail = phrase(
            language,
            "error_parameter",
            name=error.name,
            value=error.value,
            expected=phrase(language, error.expected, **error.values),
        )
        return self._error(request, 400, "error_bad", detail)

    async def missing(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        language = _language(request)
        if "id" in request.path_params:
            detail = phrase(language, "error_no_article", id=error.detail)
        else:
            detail = phrase(language, "error_no_page")
        return self._error(request, error.status_code, "error_missing", detail)

    async def away(self, request: Request, error: Exception) -> Response:
        logger.warning("the store does not answer: %s", said_by_driver(error))
        detail = phrase(_language(request), "error_away_hint")
        answer = self._error(request, 503, "error_away", detail, {"Retry-After": "10"})
        answer.background = BackgroundTask(self._revive)
        return answer

    async def failed(self, request: Request, _error: Exception) -> Response:
        detail = phrase(_language(request), "error_internal_hint")
        return self._error(request, 500, "error_internal", detail)

    def _revive(self) -> None:
        try:
            self._archive.revive()
        except StoreUnavailable as error:
            logger.warning("%s", error)

    async def _article(self, id: str) -> StoredArticle:
        article = await run_in_threadpool(self._archive.get, id)
        if article is None:
            raise HTTPException(404, id)
        return article

    async def _story(self, article: StoredArticle) -> list[StoredArticle]:
        if article.cluster is None:
            return []
        story = await run_in_threadpool(self._archive.story, article.cluster)
        return [version for version in story if version.id != article.id]

    def _page(
        self,
        request: Request,
        template: str,
        search: Search,
        own: Mapping[str, str] | None = None,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **values: Any,
    ) -> Response:
        """A page; ``own``: parameters of its address that are no part of the search."""
        language = _language(request)
        other: Language = "en" if language == "zh" else "zh"
        # Two slashes at the head would make another host of the path.
        path = "/" + quote(request.url.path.lstrip("/"))
        in_other = search.address(path, lang=other)
        if own:
            in_other += "&" + urlencode(own)
        text = self._templates.get_template(template).render(
            t=partial(phrase, language),
            language=language,
            html_language=HTML_LANGUAGE[language],
            other_html_language=HTML_LANGUAGE[other],
            other_language_address=in_other,
            search=search,
            **values,
        )
        told = {"Cache-Control": "private, no-cache", "Vary": "Accept-Language", **(headers or {})}
        return HTMLResponse(text, status, told)

    def _error(
        self,
        request: Request,
        status: int,
        title: str,
        detail: str,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        # A question stays in its box, to be put right or asked again.
        search = Search(q=request.query_params.get("q", ""), lang=_named_language(request))
        return self._page(
            request,
            "error.html",
            search,
            status=status,
            headers=headers,
            title=title,
            detail=detail,
        )


class _File:
    def __init__(self, name: str, content: bytes) -> None:
        self.content = content
        self.kind = _KINDS.get(PurePosixPath(name).suffix, "text/plain")
        self.address = f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def _read_files(folder: Traversable, prefix: str = "") -> dict[str, _File]:
    """All files of the package's static folder: few, and in an egg they are no files on disk."""
    found: dict[str, _File] = {}
    for entry in folder.iterdir():
        name = prefix + entry.name
        if entry.is_dir():
            found.update(_read_files(entry, f"{name}/"))
        else:
            found[name] = _File(name, entry.read_bytes())
    return found


def _templates(files: Mapping[str, _File]) -> Environment:
    folder = resources.files("tsnet.web") / "templates"
    environment = Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["static"] = lambda name: files[name].address
    environment.filters.update(
        runs=reading.runs,
        paragraphs=reading.paragraphs,
        occurrences=reading.occurrences,
        web_address=reading.web_address,
        host=reading.host,
        citation=reading.citation,
        moment=beijing_time,
        machine_moment=reading.machine_moment,
        number=lambda value: f"{value:,}",
        path=partial(quote, safe=""),
    )
    return environment


def _named_language(request: Request) -> Language | None:
    named = request.query_params.get("lang")
    return next((language for language in LANGUAGES if language == named), None)


def _language(request: Request) -> Language:
    return _named_language(request) or preferred(request.headers.get("accept-language", ""))


def _version(states: list[Version], name: str, value: str) -> Version:
    """The state that a parameter names by its revision. Raises BadParameter."""
    for state in states:
        if str(state.revision) == value:
            return state
    raise BadParameter(name, value[:20], "expected_version", n=states[-1].revision)


def _published(article: StoredArticle) -> tuple[float, str]:
    moment = article.published_at
    return (moment.timestamp() if moment else 0.0, article.id)


def _comparison(old: StoredArticle, new: StoredArticle) -> dict[str, Any]:
    """What the page of differences shows: the fields that differ, and the text."""
    changed: list[tuple[str, Any]] = []
    for name in ("title", "subtitle"):
        before, after = getattr(old, name) or "", getattr(new, name) or ""
        if before != after:
            changed.append((name, differences.characters(before, after)))
    for name in ("published_at", "source", "original", "reporters", "editors"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            changed.append((name, (before, after)))
    pictures = [[_named(image) for image in article.images] for article in (old, new)]
    if pictures[0] != pictures[1]:
        changed.append(("images", tuple(pictures)))
    return {"changed": changed, "passages": differences.compare(old.body, new.body)}


def _named(image: Image) -> str:
    """A picture by what makes a version: its caption, and its file, whatever host has it."""
    return f"{image.caption or ''} {picture_file(image.url)}".strip()


def _chips(search: Search, holdings: Holdings, language: Language) -> list[tuple[str, str, str]]:
    """Each filter in use: its label, its value, and the address without it."""
    shown = {
        "original": "only_original" if search.original else "not_original",
        "whole_text": "in_title",
        "duplicates": "without_duplicates",
    }
    chips = []
    for name, default in search.without_filters().items():
        value = phrase(language, shown[name]) if name in shown else str(getattr(search, name))
        if name == "channel":
            value = holdings.channel_name(value)
        chips.append((phrase(language, name), value, search.address(**{name: default})))
    return chips
