"""Growing a listing in the browser: scroll, click 加载更多, wait for more, ask whether to go on.

Knows the page in the browser, not the spider: who opens a listing decides how far back it is read.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache
from time import monotonic

from playwright.async_api import CDPSession, ElementHandle, JSHandle, Page
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from tsnet.browser.growth import Ending, Wanted
from tsnet.browser.listing_scripts import (
    CONTROLS,
    HAS_NEW_LINKS,
    INNERMOST,
    NEW_LINKS,
    NEXT_NUMBER,
    SCROLL,
    TEXTS,
)
from tsnet.browser.own_time import OwnTime
from tsnet.browser.pages import undisturbed
from tsnet.browser.traffic import Traffic
from tsnet.site.contents import ListedArticle
from tsnet.site.load_more import says_more, says_what_it_does
from tsnet.site.urls import ArticleAddress, article_id, is_article_like_url, on_host_of
from tsnet.text.dates import read_day
from tsnet.text.mirror import restore

logger = logging.getLogger(__name__)

MAX_GROWTHS = 500
"""Times that one listing is grown at most, whatever the spider would like."""
GROWTH_SECONDS = 3.0
"""The page's own time in which a list grows after a click, answers of the host not counted."""
GROWTH_LIMIT_SECONDS = 15.0
"""The same for a page that never rests, since its scripts ask for something again and again."""
CLICK_SECONDS = 2.0
"""Time for a control to be clickable; after it the click is sent to it without a pointer."""
CONTROL_SECONDS = 1.0
"""Time in which a control comes back that says something else, or nothing, while it is at work."""
FUTILE_PRESSES = 3
"""Presses of a control in a row that bring nothing after which the list is at its end: by click, by
tap, and one may have been lost to a script that threw or to a machine that was busy."""
MOST_CONTROLS = 3
"""Controls that say the same of which each is pressed, by click and by tap, before that."""
FUTILE_SCROLLS = 2
"""The same for scrolling back and forth where there is no control."""
SCROLL_STEPS = 20
"""Steps in which a page or a box is scrolled to its end at most."""

_SWIPE = (("touchStart", 0.8), ("touchMove", 0.5), ("touchMove", 0.2), ("touchEnd", 0.0))
"""A finger that pulls the page up: where it is, as a part of the height."""

_Controls = tuple[JSHandle, list[tuple[str, bool]]]
"""Elements in the browser, and of each what ``TEXTS`` gives."""


class GrowingList:
    """A listing open in the browser."""

    def __init__(self, page: Page, base_url: str, traffic: Traffic, own_time: OwnTime):
        self._page = page
        self._base_url = base_url
        self._traffic = traffic
        self._own_time = own_time
        self._pressed = self._taps = False
        self._touch: CDPSession | None = None
        self._choices = 1
        self._passed_over = 0
        self.articles: dict[str, ListedArticle] = {}
        """Articles that were shown at any time, by id: a page may put others in their place."""
        self.growths = 0
        """Times that articles were added."""

    async def first_articles(self) -> list[ListedArticle]:
        """Wait for the first articles; empty when none appears while the page is at work."""
        return await self._added()

    async def grow(
        self,
        first: Sequence[ListedArticle],
        wanted: Wanted,
        may_go_on: Callable[[], bool],
        *,
        scrolls: bool,
    ) -> Ending:
        """Ask for more until nothing comes or ``wanted`` says that it is enough.

        ``may_go_on`` is asked before each attempt: False ends it with ``Ending.LIMIT``.
        ``scrolls``: whether a list that never had a control may grow when it is scrolled.
        """
        self._traffic.may_navigate = False
        added: Sequence[ListedArticle] = first
        had_control = False
        futile = 0
        failures = self._traffic.failures
        while True:
            if added and not await wanted(self.growths, added):
                return Ending.DECIDED
            if self.growths >= MAX_GROWTHS or not may_go_on():
                return Ending.LIMIT
            control = await self._control(self._passed_over + futile // 2)
            had_control |= control is not None
            if control is None and not had_control:
                control = await self._next_number()
            if control is None and (had_control or not scrolls):
                return self._end(failures)
            await self._scroll(back_and_forth=control is None or futile > 0)
            if control is not None:
                await self._press(control, other_way=futile % 2 == 1)
            added = await self._added()
            if added:
                self.growths += 1
                self._taps ^= futile % 2 == 1
                self._passed_over += futile // 2
                futile = 0
                failures = self._traffic.failures
            else:
                futile += 1
                presses = max(FUTILE_PRESSES, 2 * self._choices)
                if futile >= (FUTILE_SCROLLS if control is None else presses):
                    return self._end(failures)

    def _end(self, failures_before: int) -> Ending:
        if self._traffic.failures > failures_before:
            return Ending.FAILED
        if self._pressed and not self.growths and self._traffic.missing_scripts:
            return Ending.HINDERED
        return Ending.EXHAUSTED

    async def _scroll(self, *, back_and_forth: bool) -> None:
        """Go to the end; by wheel and finger too where a script may hear these alone."""
        await self._page.evaluate(SCROLL, [back_and_forth, SCROLL_STEPS])
        if not back_and_forth:
            return
        size = self._page.viewport_size or {"width": 1280, "height": 720}
        x, height = size["width"] / 2, size["height"]
        await self._page.mouse.move(x, height / 2)
        await self._page.mouse.wheel(0, height)
        if self._touch is None:
            self._touch = await self._page.context.new_cdp_session(self._page)
        for kind, share in _SWIPE:
            points = [] if kind == "touchEnd" else [{"x": x, "y": height * share}]
            await self._touch.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points}
            )

    async def _press(self, control: ElementHandle, *, other_way: bool) -> None:
        """Click or tap: a page may hear the one or the other. The way that worked comes first."""
        self._pressed = True
        press = control.tap if self._taps ^ other_way else control.click
        try:
            await press(timeout=CLICK_SECONDS * 1000, no_wait_after=True)
        except PlaywrightTimeoutError:
            await _click_without_pointer(control)
        except PlaywrightError as error:
            logger.debug("the control went away before it was pressed: %s", error)

    async def _added(self) -> list[ListedArticle]:
        """Articles that came since the last call, waited for as long as the page is at work."""
        begun = self._own_time.seconds
        while True:
            found = await undisturbed(self._page, lambda: self._page.evaluate(NEW_LINKS))
            added = [article for link in found if (article := self._new_article(*link))]
            if added or self._own_time.is_over:
                return added
            answered = self._traffic.answered
            try:
                await undisturbed(
                    self._page,
                    lambda: self._page.wait_for_function(
                        HAS_NEW_LINKS, polling=100, timeout=GROWTH_SECONDS * 1000
                    ),
                )
            except PlaywrightTimeoutError:
                rests = not self._own_time.stands_still and self._traffic.answered == answered
                waited = self._own_time.seconds - begun
                if rests or waited >= GROWTH_LIMIT_SECONDS or self._own_time.is_over:
                    return []

    def _new_article(self, href: str, title: str, line: str) -> ListedArticle | None:
        url = on_host_of(href, self._base_url)
        if url is None:
            return None
        address = ArticleAddress.from_url(url)
        if address is None and not is_article_like_url(url):
            return None
        identity = article_id(url)
        if identity in self.articles:
            return None
        day = address.published if address else read_day(line)
        self.articles[identity] = ListedArticle(url, title, day)
        return self.articles[identity]

    async def _control(self, turn: int) -> ElementHandle | None:
        """The control that is shown and asks for more; None when none comes back for a while.

        ``turn``: which of several, from 0, beginning anew after the last.
        """
        until = monotonic() + CONTROL_SECONDS
        while True:
            control = await self._control_shown(turn)
            if control is not None or monotonic() > until or self._own_time.is_over:
                return control
            await asyncio.sleep(CONTROL_SECONDS / 5)

    async def _control_shown(self, turn: int) -> ElementHandle | None:
        async with self._saying_something_short() as (elements, texts):
            read = [(restored(text), heard) for text, heard in texts]
            sure = [i for i, (text, _) in enumerate(read) if says_what_it_does(text)]
            sure.sort(key=lambda i: not read[i][1])
            # Of those that merely say 更多 the last: a list's own stands below it, a menu's above.
            mere = [i for i, (text, _) in enumerate(read) if says_more(text)][::-1]
            likely = [i for i in mere if read[i][1]]
            for matching in filter(None, (sure, likely, mere)):
                found: list[int] = await elements.evaluate(INNERMOST, matching)
                if found:
                    self._choices = min(len(found), MOST_CONTROLS)
                    chosen = found[turn % self._choices]
                    return (
                        await elements.evaluate_handle("(all, i) => all[i]", chosen)
                    ).as_element()
            return None

    async def _next_number(self) -> ElementHandle | None:
        """The number of the next page in a pager that has no word for it."""
        async with self._saying_something_short() as (elements, texts):
            numbers = [
                [i for i, (text, _) in enumerate(texts) if text.strip() == str(number)]
                for number in (self.growths + 1, self.growths + 2)
            ]
            return (await elements.evaluate_handle(NEXT_NUMBER, numbers)).as_element()

    @asynccontextmanager
    async def _saying_something_short(self) -> AsyncIterator[_Controls]:
        """The elements that may be controls, and of each its text and whether it looks like one."""
        elements = await self._page.evaluate_handle(CONTROLS)
        try:
            yield elements, await elements.evaluate(TEXTS)
        finally:
            await elements.dispose()


@lru_cache(maxsize=4096)
def restored(text: str) -> str:
    """What a control says without the mirror's damage, in whatever script it writes.

    >>> restored(" 加載(zài)更多 ")
    '加载更多'
    """
    return restore(text, mirrored=True).text.strip()


async def _click_without_pointer(control: ElementHandle) -> None:
    """For a control that something lies over."""
    try:
        # Playwright's own dispatch_event would try again each time an endless loop is interrupted.
        await control.evaluate("element => element.click()")
    except PlaywrightError as error:
        logger.debug("the control went away before it was pressed: %s", error)
