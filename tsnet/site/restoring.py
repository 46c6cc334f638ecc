"""The mirror's damage undone in a page of the site, of which more is known than of any text."""

from __future__ import annotations

import re
from dataclasses import replace

from tsnet.text.mirror import Restored, restore
from tsnet.text.script import is_traditional

_EATEN_BRACKET = re.compile(
    r"\ufffd(?=/[a-zA-Z][a-zA-Z0-9]{0,10}\s*>"
    r"|(?:p|br|div|span|strong|b|font|td|tr|table|a|img|h[1-6]|li|ul|em|section)\b"
    r"(?:\s[^<>\ufffd]{0,300})?/?>)"
)
_EATEN_QUOTE = re.compile(
    r"(<[a-zA-Z][^<>\"]*(?:\"[^<>\"]*\"[^<>\"]*)*=\"[^<>\"]*)\ufffd(?=\s*/?>)"
)


def restore_page(text: str) -> Restored:
    """A decoded page with the mirror's damage undone.

    The site writes Simplified: a page of it in Traditional script is from a mirror, though that
    annotates little or nothing of it.  The damage eats ASCII characters; where one was markup, what
    follows says which, and it is put back.
    """
    restored = restore(text)
    if not restored.annotations and is_traditional(text):
        restored = restore(text, mirrored=True)
    if "\ufffd" not in restored.text:
        return restored
    html = _EATEN_BRACKET.sub("<", restored.text)
    return replace(restored, text=_EATEN_QUOTE.sub(r'\1"', html))
