"""When an article fetched again is another version of it, and how the one before is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from tsnet.store.schema import SCHEMA_VERSION

TEXTS = ("title", "subtitle", "body")
"""Fields in which a lost character is no difference."""
FACTS = ("published_at", "source", "original", "reporters", "editors", "complete")
"""Further fields whose change makes a new version."""
BOOKKEEPING = ("etag", "last_modified")
"""Fields that follow the server's last answer without being a change."""
DERIVED_BY_STORE = frozenset(
    {"_id", "urls", "first_seen_at", "last_seen_at", "revision", "duplicate_of", "cluster"}
)
"""Fields that a new version doesn't bring with it."""
SAID_BY_THE_CRAWL = frozenset({"url", "channel_name", "spider", "job", "etag", "last_modified"})
"""Fields that are not read from the stored page: cleaning it again leaves them."""
KEPT_OUT_OF_REVISIONS = ("bands", "search_no")
"""Fields that can be computed from a version's text at any time, or belong to the index alone."""
LOST = "\ufffd"
"""Stands for a character that the mirror's damage has eaten."""


def merged(old: str | None, new: str | None) -> str | None:
    """What two readings of the same text say together; None when they are different texts.

    They are the same text when they differ only where one of them has lost a character.
    """
    if old == new:
        return new
    if not old or not new or len(old) != len(new) or not (LOST in old or LOST in new):
        return None
    together = []
    for one, other in zip(old, new, strict=True):
        if one != other and LOST not in (one, other):
            return None
        together.append(other if one == LOST else one)
    return "".join(together)


def _pictures(images: list[Mapping[str, Any]]) -> list[tuple[str, str | None]]:
    # The host under which a page was fetched is part of every picture's address.
    return [(urlsplit(image["url"]).path, image.get("caption")) for image in images]


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Fields by which ``new`` is another version of the article than ``old``; empty for none."""
    changed = [
        name
        for name in TEXTS
        if old.get(name) != new[name] and merged(old.get(name), new[name]) is None
    ]
    changed += [name for name in FACTS if old.get(name) != new[name]]
    if _pictures(old.get("images") or []) != _pictures(new["images"]):
        changed.append("images")
    return changed


def revision_document(
    old: Mapping[str, Any], changed: list[str], replaced_at: datetime
) -> dict[str, Any]:
    """The version before, as the collection ``revisions`` keeps it."""
    document = {name: value for name, value in old.items() if name not in KEPT_OUT_OF_REVISIONS}
    return {
        "_id": f"{old['_id']}@{old['revision']}",
        "article": old["_id"],
        "revision": old["revision"],
        "document": document,
        "changed": changed,
        "fetched_at": old["fetched_at"],
        "replaced_at": replaced_at,
        "schema_version": SCHEMA_VERSION,
    }
