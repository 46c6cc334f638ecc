"""All threads of a crawl share one heap, and large blocks stay out of it."""

from __future__ import annotations

import subprocess
import sys
import sysconfig

import pytest

HEAPS = """
import ctypes, re, sys, tempfile, threading

if sys.argv[1] == "one":
    from tsnet.extensions.heap import OneHeap
    OneHeap()

libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
together = threading.Barrier(4)

def allocate():
    libc.malloc(ctypes.c_size_t(1000))
    together.wait()

def reported():
    with tempfile.NamedTemporaryFile() as report:
        stream = ctypes.c_void_p(libc.fopen(report.name.encode(), b"w"))
        libc.malloc_info(0, stream)
        libc.fclose(stream)
        return report.read().decode()

def outside():
    return int(re.search('type="mmap" count="([0-9]+)"', reported())[1])

threads = [threading.Thread(target=allocate) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc.free(ctypes.c_void_p(libc.malloc(ctypes.c_size_t(16 << 20))))
before = outside()
libc.malloc(ctypes.c_size_t(8 << 20))
print(reported().count("<heap nr="), outside() - before)
"""
"""Prints how many heaps a process has whose threads allocate at once, and how many blocks more are
outside of them when one of 8 MB is made after one of 16 MB was freed."""


def heaps(which: str) -> tuple[int, int]:
    found = subprocess.run(
        [sys.executable, "-c", HEAPS, which], capture_output=True, text=True, timeout=60, check=True
    )
    number, outside = map(int, found.stdout.split())
    return number, outside


@pytest.mark.skipif(
    "linux-gnu" not in (sysconfig.get_config_var("MULTIARCH") or ""),
    reason="only glibc gives each thread a heap of its own",
)
def test_threads_of_a_crawl_share_one_heap_without_large_blocks() -> None:
    of_each, outside = heaps("each")
    assert of_each > 1
    assert outside == 0
    assert heaps("one") == (1, 1)
