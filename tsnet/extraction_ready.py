"""Loads what worker processes share, once, in the process that they are forked from.

``multiprocessing``'s fork server can only import modules, so importing this one loads everything:
the rules by which pages are read, and the tables by which damage is undone.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
from types import TracebackType

import tsnet.extraction
import tsnet.store.packing
import tsnet.text.fingerprint  # noqa: F401
from tsnet.extraction_workers import SOCKET_DIRECTORY
from tsnet.text.mirror import restore

_DAMAGED = (
    "天山網(wǎng)-新疆日?qǐng)?bào)訊。抗?fàn)幍膰?yán)重，因?yàn)榫驮?月底，當(dāng)?shù)毓賳T"
)
"""Every kind of damage, one after the other: undoing it loads every table."""
_LONG = 4000
"""Characters: only for a text as long as a page is numpy loaded."""

# This process ends after the one that started it, also where that was killed. One that
# multiprocessing starts by itself, in place of one that was killed, is told of no directory.
if directory := os.environ.get(SOCKET_DIRECTORY):
    atexit.register(shutil.rmtree, directory, ignore_errors=True)


def _complain(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say what a worker fails by, unless its pool was stopped while it was starting."""
    # What it shares with its pool is gone then, or what it is sent by it breaks off.
    if not issubclass(kind, (FileNotFoundError, EOFError)):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _complain

restore(_DAMAGED.ljust(_LONG))
gc.collect()
# The collector writes to what it looks at; what it leaves alone stays shared.
gc.freeze()
