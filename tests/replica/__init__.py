"""A replica of the site for tests and the demo, at least as nasty as the real one (README.md)."""

from __future__ import annotations

from tests.replica.process import Replica
from tests.replica.truth import Truth, same_but_for_lost

__all__ = ["Replica", "Truth", "same_but_for_lost"]
