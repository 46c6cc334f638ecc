"""What worker processes share: loaded once, in the process that they are forked from.

``multiprocessing``'s fork server can only be told to import modules, so importing this one does the
loading: the rules of reading, and the tables that undoing damage takes.
"""

from __future__ import annotations

import gc

import tsnet.extraction
import tsnet.store.packing
import tsnet.text.fingerprint  # noqa: F401
from tsnet.text.mirror import restore

_DAMAGED = (
    "天山網(wǎng)-新疆日?qǐng)?bào)訊。抗?fàn)幍膰?yán)重，因?yàn)榫驮?月底，當(dāng)?shù)毓賳T"
)
"""Every kind of damage, one behind the other: undoing it reads every table."""
_LONG = 4000
"""Characters; what takes numpy waits for a text as long as a page."""

restore(_DAMAGED.ljust(_LONG))
gc.collect()
# What the collector never looks at it never writes to, so it stays shared.
gc.freeze()
