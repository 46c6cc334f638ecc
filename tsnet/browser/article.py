"""Waiting for an article that a script writes into its page."""

from __future__ import annotations

import re

from playwright.async_api import Page
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from tsnet.browser.own_time import OwnTime
from tsnet.browser.pages import undisturbed
from tsnet.browser.traffic import Traffic

ARTICLE_SECONDS = 5.0
"""The page's own time in which a date, or a text, appears, answers of the host not counted."""
QUIET_SECONDS = 0.6
"""Time without a request or a change of the text after which a page that shows a date is taken to
be complete."""

_DATE = re.compile(r"(?:19|20)\d\d\D{1,12}[01]?\d\D{1,12}[0-3]?\d")
"""Every article shows when it was published (site facts), with annotations in between perhaps."""

_TEXT = """
const read = root => [...root.childNodes].map(e =>
    /^(SCRIPT|STYLE|TEMPLATE)$/.test(e.nodeName) ? ""
    : e.nodeType === Node.TEXT_NODE ? e.data.replace(/\\d+/g, "")
    : (e.shadowRoot ? read(e.shadowRoot) : "") + read(e)).join("");
"""
"""``read(element)``: its text, that of shadow roots too, without what a clock or a counter says."""
_READ = "() => {" + _TEXT + "return read(document); }"
_CHANGES = "before => {" + _TEXT + "return read(document) !== before; }"


async def wait_for_article(page: Page, traffic: Traffic, own_time: OwnTime) -> str:
    """Wait until the page shows a date and rests, or rests without one. Returns its text then."""
    body = page.locator("body").filter(has_text=_DATE)
    while True:
        answered = traffic.answered
        try:
            await body.wait_for(state="attached", timeout=ARTICLE_SECONDS * 1000)
            break
        except PlaywrightTimeoutError:
            if own_time.is_over or not (own_time.stands_still or traffic.answered > answered):
                break
    last = own_time.seconds + ARTICLE_SECONDS
    while True:
        answered = traffic.answered
        text: str = await undisturbed(page, lambda: page.evaluate(_READ))
        changed = await text_changes(page, text, own_time, QUIET_SECONDS)
        rests = not (changed or own_time.stands_still or traffic.answered > answered)
        if rests or own_time.is_over or own_time.seconds >= last:
            return text


async def text_changes(
    page: Page, text: str, own_time: OwnTime, seconds: float = ARTICLE_SECONDS
) -> bool:
    """Whether the page comes to say something else than ``text`` within ``seconds``."""
    if own_time.is_over:
        return False
    try:
        await undisturbed(
            page,
            lambda: page.wait_for_function(_CHANGES, arg=text, polling=100, timeout=seconds * 1000),
        )
    except PlaywrightTimeoutError:
        return False
    return True
