"""Growing a listing in the browser: click 加载更多, wait for more, ask whether to go on.

Knows the page in the browser, not the spider: who opens a listing decides how far back it is read.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from playwright.async_api import ElementHandle, Page
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from tsnet.browser.growth import Ending, Wanted
from tsnet.browser.own_time import OwnTime
from tsnet.browser.pages import undisturbed
from tsnet.browser.traffic import Traffic
from tsnet.site.contents import ListedArticle
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
FUTILE_CLICKS = 2
"""Clicks in a row that bring nothing after which the list is at its end: one may have been lost
to a script that threw."""
LINKS = "a[href]"

_CONTROL = re.compile(
    r"[\s>»↓∨▼﹀+…(（\[【]*"
    r"(?:(?:请?点击|点我|轻触|上拉|向上滑动|继续|点此)?(?:加载|显示|查看|浏览|阅读|获取)更多|"
    r"load\s+more|show\s+more)"
    r"(?:新闻|内容|文章|资讯|信息|数据|列表|报道)?[\s>»↓∨▼﹀+….)）\]】]*",
    re.IGNORECASE,
)

_CONTROLS = """() => [...document.querySelectorAll(
    "a, button, input[type=button], input[type=submit], [role=button], [onclick], " +
    "div, span, p, li, em, b, i, strong, label, dd"
)].filter(e => {
    const text = e.tagName === "INPUT" ? e.value : e.textContent;
    return text.length <= 80 && /\\S/.test(text)
        && e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden"
        && !e.disabled;
})"""
"""Elements that are shown and say something short."""

_TEXTS = """elements => elements.map(e => e.tagName === "INPUT" ? e.value : e.textContent)"""

_INNERMOST = """(elements, matching) => {
    const found = matching.map(i => elements[i]);
    return found.find(e =>
        !found.some(other => other !== e && e.contains(other))
        && !(e.closest("a[href]") && leads_away(e.closest("a[href]"))));
    function leads_away(link) {
        return /^https?:$/.test(link.protocol)
            && link.href.split("#")[0] !== location.href.split("#")[0];
    }
}"""
"""The first that holds no other, as a click on it reaches all that hold it; no link elsewhere."""

_NEW_LINKS = """links => {
    const seen = (globalThis[Symbol.for("tsnet.links")] ??= new WeakSet());
    const added = links.filter(a => !seen.has(a) && seen.add(a)).map(a => [
        String(a.href),
        a.textContent.trim().slice(0, 200),
        (a.closest("li, tr, dd, article") ?? a.parentElement ?? a).textContent.slice(0, 400),
    ]);
    return [links.length, added];
}"""
"""How many links there are; address, text and line of each that was not told before."""


class GrowingList:
    """A listing open in the browser."""

    def __init__(self, page: Page, base_url: str, traffic: Traffic, own_time: OwnTime):
        self._page = page
        self._base_url = base_url
        self._traffic = traffic
        self._own_time = own_time
        self._seen: set[str] = set()
        self.growths = 0
        """Times that articles were added."""

    async def first_articles(self) -> list[ListedArticle]:
        """Wait for the first articles; empty when none appears while the page is at work."""
        return await self._added()

    async def grow(
        self, first: Sequence[ListedArticle], wanted: Wanted, may_go_on: Callable[[], bool]
    ) -> Ending:
        """Click until nothing more comes or ``wanted`` says that it is enough.

        ``may_go_on`` is asked before each click: False ends it with ``Ending.LIMIT``.
        """
        self._traffic.may_navigate = False
        added: Sequence[ListedArticle] = first
        futile = 0
        failures = self._traffic.failures
        while True:
            if added and not await wanted(self.growths, added):
                return Ending.DECIDED
            if self.growths >= MAX_GROWTHS or not may_go_on():
                return Ending.LIMIT
            control = await self._control()
            if control is None:
                return self._end(failures)
            await _click(control)
            added = await self._added()
            if added:
                self.growths += 1
                futile = 0
                failures = self._traffic.failures
            else:
                futile += 1
                if futile >= FUTILE_CLICKS:
                    return self._end(failures)

    def _end(self, failures_before: int) -> Ending:
        failed = self._traffic.failures > failures_before
        return Ending.FAILED if failed else Ending.EXHAUSTED

    async def _added(self) -> list[ListedArticle]:
        """Articles that came since the last call, waited for as long as the page is at work."""
        links = self._page.locator(LINKS)
        begun = self._own_time.seconds
        while True:
            count, found = await undisturbed(self._page, lambda: links.evaluate_all(_NEW_LINKS))
            added = [article for link in found if (article := self._new_article(*link))]
            if added or self._own_time.is_over:
                return added
            answered = self._traffic.answered
            try:
                # A listing that replaces its links instead of adding some has no more than before;
                # it is not waited for, since such a control is a pager and not 加载更多.
                await links.nth(count).wait_for(state="attached", timeout=GROWTH_SECONDS * 1000)
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
        if identity in self._seen:
            return None
        self._seen.add(identity)
        return ListedArticle(url, title, address.published if address else read_day(line))

    async def _control(self) -> ElementHandle | None:
        """The control that is shown and says 加载更多, in whatever script the mirror writes it."""
        elements = await self._page.evaluate_handle(_CONTROLS)
        try:
            texts: list[str] = await elements.evaluate(_TEXTS)
            matching = [i for i, text in enumerate(texts) if says_load_more(text)]
            if not matching:
                return None
            found = await elements.evaluate_handle(_INNERMOST, matching)
            return found.as_element()
        finally:
            await elements.dispose()


@lru_cache(maxsize=4096)
def says_load_more(text: str) -> bool:
    """Whether a control's text asks for more of a list, damaged by the mirror or not.

    >>> says_load_more("加載(zài)更多")
    True
    """
    text = text.strip()
    return bool(
        _CONTROL.fullmatch(text) or _CONTROL.fullmatch(restore(text, mirrored=True).text.strip())
    )


async def _click(control: ElementHandle) -> None:
    try:
        await control.click(timeout=CLICK_SECONDS * 1000, no_wait_after=True)
    except PlaywrightTimeoutError:
        await _click_without_pointer(control)
    except PlaywrightError as error:
        logger.debug("the control went away before it was clicked: %s", error)


async def _click_without_pointer(control: ElementHandle) -> None:
    """For a control that something lies over."""
    try:
        # Playwright's own dispatch_event would try again each time an endless loop is interrupted.
        await control.evaluate("element => element.click()")
    except PlaywrightError as error:
        logger.debug("the control went away before it was clicked: %s", error)
