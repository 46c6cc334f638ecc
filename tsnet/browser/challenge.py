"""Pages that ask the visitor to prove to be human: never answered, never opened in a browser."""

from __future__ import annotations

import re

from tsnet.items import FetchedPage

_SHORT = 600
"""Characters of text below which a page is taken at its word, as in ``tsnet.site.article``."""
_NO_TEXT = re.compile(r"<(script|style|xmp|noframes)\b.*?(?:</\1\s*>|$)|<!--.*?-->", re.I | re.S)
_TAG = re.compile(r"<[^<>]*>")
_ASKS_FOR_SCRIPT = re.compile(
    r"(?:请|需要|必须)?(?:开启|启用|打开|允许).{0,12}javascript|enable javascript|正在跳转", re.I
)
"""What a page says that merely needs a browser; ``says_challenge`` counts it too."""


def challenge_in(page: FetchedPage) -> str | None:
    """What a page says that asks for a person, shortened; None when it does not.

    A page that asks for JavaScript alone asks for a browser, not for a person.
    """
    # Here, since few crawls meet a page that has to be looked at so.
    from tsnet.site.decoding import decode
    from tsnet.site.restoring import restore_page
    from tsnet.text.boilerplate.no_article import says_challenge

    html = restore_page(decode(page.body, page.headers.get("content-type", "")).text).text
    text = " ".join(_TAG.sub(" ", _NO_TEXT.sub(" ", html)).split())
    if len(text) >= _SHORT:
        return None
    return text[:80] if says_challenge(_ASKS_FOR_SCRIPT.sub(" ", text)) else None
