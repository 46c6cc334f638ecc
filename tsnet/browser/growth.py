"""How the growing of a listing is decided and how it ends. Imports no Playwright."""

from __future__ import annotations

import enum
from collections.abc import Awaitable, Callable, Sequence

from tsnet.site.contents import ListedArticle

Wanted = Callable[[int, Sequence[ListedArticle]], Awaitable[bool]]
"""Told how often the list has grown (0: what it had at first) and which articles were added;
answers whether older ones are wanted."""


class Ending(enum.Enum):
    """Why a listing was not grown further."""

    EXHAUSTED = "the control was gone or brought nothing more"
    DECIDED = "nothing older was wanted"
    LIMIT = "the time limit, the bound on clicks or the end of the crawl was reached"
    FAILED = "the host did not give what the page asked for"
    HINDERED = "nothing came, but a script that may be needed for it could not be loaded"
