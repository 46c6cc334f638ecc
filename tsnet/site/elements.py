"""What an element does to the line that it stands in, by its name.

The kinds are plain numbers, since they are compared for every tag of a page.
"""

from __future__ import annotations

import re
from functools import lru_cache

INLINE = 0
"""It only leaves an edge in the line."""
BREAKS = 1
"""The line ends where it begins and where it ends."""
UNSEEN = 2
"""What it holds is not shown."""
UNSEEN_BREAKS = 3
"""What it holds is not shown, and it ends the line."""
LINK = 4
"""It leads elsewhere: ``<a>``."""
PICTURE = 5
"""It shows a picture."""
BOLD = 6
"""It sets its text in bold."""
LINE_BREAK = 7
"""It ends the line, but not the block: ``<br>``."""
HEADING = 8
"""It holds a heading."""
CAPTION = 9
"""It holds what is said of a picture."""
TITLE = 10
"""``<title>``."""
META = 11
"""``<meta>``."""
BASE = 12
"""``<base>``."""
EMPTY = 13
"""It leaves nothing in the line, not even an edge."""
LEADING = 14
"""It leads elsewhere and has no text."""


def _each(kind: int, names: str) -> dict[str, int]:
    return dict.fromkeys(names.split(), kind)


_KINDS = {
    **_each(BREAKS, "p div hr td th tr table tbody thead tfoot caption ul ol li dl dt dd section"),
    **_each(BREAKS, "article header footer main aside nav form fieldset legend figure blockquote"),
    **_each(BREAKS, "pre address center body html head details summary dir menu hgroup"),
    **_each(UNSEEN, "template video audio object applet option textarea xmp"),
    **_each(UNSEEN, "noframes noembed svg canvas button datalist"),
    **_each(UNSEEN_BREAKS, "script style noscript iframe"),
    **_each(HEADING, "h1 h2 h3 h4 h5 h6"),
    **_each(EMPTY, "input wbr select frameset map embed"),
    **_each(LEADING, "area frame link"),
    **_each(BOLD, "strong b"),
    "a": LINK,
    "img": PICTURE,
    "amp-img": PICTURE,
    "br": LINE_BREAK,
    "figcaption": CAPTION,
    "title": TITLE,
    "meta": META,
    "base": BASE,
}
"""What each element does to the line; all others are inline, but for boxes that an application
names itself."""
_INLINE_NAME = re.compile(r"(?:text|span|icon|emoji|link|time|tag|badge|mark|word)$")
"""How the name of such an element ends that stands in a line: ``uni-text`` in ``uni-view``."""


@lru_cache(maxsize=1024)
def kind_of(tag: str) -> int:
    """What an element does to the line, by its name; one with a hyphen is an application's own."""
    own_box = "-" in tag and _INLINE_NAME.search(tag) is None
    return _KINDS.get(tag, BREAKS if own_box else INLINE)
