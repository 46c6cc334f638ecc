"""Where Chromium is and how it is started. Imports no Playwright before it is asked for."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""Programs looked for on PATH, in this order."""

HOW_TO_GET_ONE = (
    "install one (Debian: apt install chromium; or: playwright install chromium) "
    "or set TSNET_CHROMIUM to its path"
)
"""The remedy, told wherever no browser was found."""

HOW_TO_GET_THE_EXTRA = "install the browser extra (pip install -e '.[browser]')"
"""The remedy where scrapy-playwright is not installed."""


class NoBrowserError(RuntimeError):
    """No page can be opened in a browser; the message says why and how to get one."""


async def find_chromium(configured: str | None) -> str:
    """Path of the Chromium to start.

    First ``configured`` (setting or environment variable TSNET_CHROMIUM), then the NAMES on PATH,
    then what ``playwright install chromium`` downloaded.

    Raises NoBrowserError, also when the extra is not installed or ``configured`` is no program.
    """
    if importlib.util.find_spec("scrapy_playwright") is None:
        raise NoBrowserError(f"scrapy-playwright is not installed: {HOW_TO_GET_THE_EXTRA}")
    if configured:
        path = shutil.which(configured)
        if path is None:
            raise NoBrowserError(
                f"TSNET_CHROMIUM={configured} is no program that can be started: {HOW_TO_GET_ONE}"
            )
        return path
    for name in NAMES:
        path = shutil.which(name)
        if path is not None:
            return path
    path = await _downloaded_by_playwright()
    if path is None:
        raise NoBrowserError(f"no Chromium was found: {HOW_TO_GET_ONE}")
    return path


async def _downloaded_by_playwright() -> str | None:
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def launch_options(executable: str) -> dict[str, Any]:
    """Arguments of Playwright's ``launch`` for a Chromium that has no network of its own.

    Every request of a page is answered through the crawl's downloader (``tsnet.browser.traffic``),
    so no name and no address need resolve: what the browser, a WebSocket or a pop-up asks for
    beside that goes nowhere.
    """
    return {
        "executable_path": executable,
        "chromium_sandbox": not _is_root(),  # Chromium refuses to start as root with its sandbox
        "args": [
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        ],
        # Scrapy stops on these signals in its own time, and closes the browser then.
        "handle_sigint": False,
        "handle_sigterm": False,
        "handle_sighup": False,
    }


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
