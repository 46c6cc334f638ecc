"""Pages that only a browser can open (docs/browser.md).

``renderer`` is importable without the extra ``browser``: what imports Playwright is loaded when the
first page is opened.
"""
