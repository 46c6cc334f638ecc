"""All threads of a crawl share one heap."""

from __future__ import annotations

import subprocess
import sys
import sysconfig

import pytest

HEAPS = """
import ctypes, sys, tempfile, threading

if sys.argv[1] == "one":
    from tsnet.extensions.heap import OneHeap
    OneHeap()

libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
together = threading.Barrier(4)

def allocate():
    libc.malloc(ctypes.c_size_t(1000))
    together.wait()

threads = [threading.Thread(target=allocate) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with tempfile.NamedTemporaryFile() as report:
    stream = ctypes.c_void_p(libc.fopen(report.name.encode(), b"w"))
    libc.malloc_info(0, stream)
    libc.fclose(stream)
    print(report.read().decode().count("<heap nr="))
"""
"""Prints how many heaps a process has whose threads allocate at once."""


def heaps(which: str) -> int:
    found = subprocess.run(
        [sys.executable, "-c", HEAPS, which], capture_output=True, text=True, timeout=60, check=True
    )
    return int(found.stdout)


@pytest.mark.skipif(
    "linux-gnu" not in (sysconfig.get_config_var("MULTIARCH") or ""),
    reason="only glibc gives each thread a heap of its own",
)
def test_threads_of_a_crawl_share_one_heap() -> None:
    assert heaps("each") > 1
    assert heaps("one") == 1
