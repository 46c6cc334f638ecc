"""MongoDB: connecting, schema, writing and asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tsnet.store.archive import Archive

__all__ = ["Archive"]


def __getattr__(name: str) -> Any:
    # Imported when it is first used, so that `scrapy list` starts fast.
    if name == "Archive":
        from tsnet.store.archive import Archive

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
