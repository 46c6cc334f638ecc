"""One heap for all threads, so that the memory of a long crawl stays where it was."""

from __future__ import annotations

import ctypes

from scrapy.exceptions import NotConfigured

_M_ARENA_MAX = -8
"""Parameter of ``mallopt(3)``: how many heaps there may be (glibc's malloc.h)."""


class OneHeap:
    """Keeps glibc from giving each thread a heap of its own.

    What a page takes is made in the thread that hears from the workers and freed in the event
    loop's, and articles are indexed in others: of each heap the most that it ever held would stay.
    """

    def __init__(self) -> None:
        """Set it; raises ``NotConfigured`` where memory is not glibc's to give."""
        try:
            is_set = ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
        except (AttributeError, OSError, TypeError):  # musl and macOS; Windows
            is_set = 0
        if not is_set:
            raise NotConfigured
