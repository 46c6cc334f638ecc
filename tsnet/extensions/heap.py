"""One heap for all threads, so that the memory of a long crawl stays where it was."""

from __future__ import annotations

import ctypes

from scrapy.exceptions import NotConfigured

_M_ARENA_MAX = -8
"""Parameter of ``mallopt(3)``: how many heaps there may be (glibc's malloc.h)."""
_M_MMAP_THRESHOLD = -3
"""The same: bytes from which a block is the system's own, and given back when it is freed."""
_LARGE = 1024 * 1024
"""By itself glibc takes the largest block ever freed for it, so that batches and messages of some
megabytes are made in the heap, and leave holes in it; 128 KB, as at first, cost time a page."""


class OneHeap:
    """Keeps glibc from giving each thread a heap of its own.

    What a page takes is made in the thread that hears from the workers and freed in the event
    loop's, and articles are indexed in others: of each heap the most that it ever held would stay.
    Large blocks are kept out of the heap.
    """

    def __init__(self) -> None:
        """Set it; raises ``NotConfigured`` where memory is not glibc's to give."""
        try:
            mallopt = ctypes.CDLL(None).mallopt
            is_set = mallopt(_M_ARENA_MAX, 1) and mallopt(_M_MMAP_THRESHOLD, _LARGE)
        except (AttributeError, OSError, TypeError):  # musl and macOS; Windows
            is_set = 0
        if not is_set:
            raise NotConfigured
