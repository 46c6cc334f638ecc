"""Waiting for an article that a script writes into its page."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import Page
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from tsnet.browser.own_time import OwnTime
from tsnet.browser.traffic import Traffic

ARTICLE_SECONDS = 5.0
"""The page's own time in which a date appears, answers of the host not counted."""
QUIET_SECONDS = 0.3
"""Time without a request after which a page that shows a date is taken to be complete."""

_DATE = re.compile(r"(?:19|20)\d\d\D{1,12}[01]?\d\D{1,12}[0-3]?\d")
"""Every article shows when it was published (site facts), with annotations in between perhaps."""


async def wait_for_article(page: Page, traffic: Traffic, own_time: OwnTime) -> None:
    """Wait until the page shows a date and rests, or rests without one."""
    body = page.locator("body").filter(has_text=_DATE)
    while True:
        answered = traffic.answered
        try:
            await body.wait_for(state="attached", timeout=ARTICLE_SECONDS * 1000)
            break
        except PlaywrightTimeoutError:
            if own_time.is_over:
                return
            if not own_time.stands_still and traffic.answered == answered:
                return
    while not own_time.is_over:
        answered = traffic.answered
        await asyncio.sleep(QUIET_SECONDS)
        if not own_time.stands_still and traffic.answered == answered:
            return
