"""Pages that only a browser can open (docs/browser.md).

``chromium`` and ``renderer`` are importable without the extra ``browser``; the other modules
import Playwright and are loaded when the first page is opened.
"""
