"""One heap for all threads, so that the memory of a long crawl stays where it was."""

from __future__ import annotations

import ctypes

from scrapy.exceptions import NotConfigured

_M_ARENA_MAX = -8
"""Parameter of ``mallopt(3)``: the number of heaps, at most (glibc's malloc.h)."""
_M_MMAP_THRESHOLD = -3
"""Parameter: bytes from which a block is mapped by itself and given back when it is freed."""
_LARGE = 1024 * 1024
"""By default glibc raises that threshold to the largest block ever freed, so that batches and
messages of some megabytes come to lie in the heap, and leave holes in it. Its initial value of
128 KB costs time with every page."""


class OneHeap:
    """Keeps glibc from giving each thread a heap of its own, and large blocks out of the heap.

    Pages are allocated in the thread that listens to the workers and freed in the event loop's, and
    articles are indexed in yet other threads: each heap would stay as large as it ever was.
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
