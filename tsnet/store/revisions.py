"""When an article fetched again is another version of it, and how the one before is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from tsnet.assembly import lost_offsets
from tsnet.store.documents import SCHEMA_VERSION
from tsnet.text.doubt import Choice
from tsnet.text.fingerprint import content_hash
from tsnet.text.gbk import LOST

TEXTS = ("title", "subtitle", "body", "source")
"""Fields in which a lost character is no difference, and two readings are put together."""
NAMES = ("reporters", "editors")
"""Fields in which a name that was chosen by likelihood is no difference."""
FACTS = ("published_at", "original", "complete")
"""Further fields whose change makes a new version."""
MOST_MISREAD = 2
"""Characters by which a misread passage is longer or shorter than the true one, at most."""
MOST_CHOICES = 500
"""Choices of a page that are looked for in each paragraph, at most."""
MOST_MISREAD_PASSAGES = 50
"""Passages of a paragraph that are taken for misread, at most. Behind each there are more places in
the old text at which the next part may stand, so that time would grow by the square."""
_FIGURE = re.compile(r"[0-9A-Za-z]")
"""What the mirror's damage makes of nothing else."""
BOOKKEEPING = ("etag", "last_modified")
"""Fields that follow the server's last answer without being a change."""
DERIVED_BY_STORE = frozenset(
    {"_id", "urls", "first_seen_at", "last_seen_at", "revision", "duplicate_of", "cluster"}
)
"""Fields that a new version doesn't bring with it."""
SAID_BY_THE_CRAWL = frozenset({"url", "channel_name", "spider", "job", "etag", "last_modified"})
"""Fields that are not read from the stored page: cleaning it again leaves them."""
TOLD_BY_THE_ADDRESS = frozenset({"section", "channel", "origin_url"})
"""Fields that go with ``url``: a stored page that was fetched at another one leaves them, too."""


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


def says_the_same(old: str, new: str, doubtful: Sequence[Choice]) -> bool:
    """Whether a text differs from the one before only where a character is lost, or was chosen."""
    if merged(old, new) is not None:
        return True
    before, behind = old.split("\n"), new.split("\n")
    return len(before) == len(behind) and all(
        merged(*both) is not None or _is_misread(*both, doubtful)
        for both in zip(before, behind, strict=True)
    )


def _is_misread(old: str, new: str, doubtful: Sequence[Choice]) -> bool:
    """Whether two paragraphs say the same but for what was chosen in the new one."""
    ends = {0}  # where in the old one that may end which stands so far in the new one
    at = 0
    for start, end in islice(_places(new, doubtful), MOST_MISREAD_PASSAGES):
        ends = _behind_same(old, ends, new[at:start])
        ends = _behind_misread(old, ends, new[start:end])
        at = end
    return len(old) in _behind_same(old, ends, new[at:])


def _places(text: str, doubtful: Sequence[Choice]) -> Iterator[tuple[int, int]]:
    """Begin and end of each of the passages in ``text``, in order, none in another."""
    found = sorted(
        (at + len(one.before), at + len(one.before) + len(one.passage))
        for one in islice(dict.fromkeys(doubtful), MOST_CHOICES)
        for at in _all_of(one.before + one.passage + one.behind, text)
    )
    last = 0
    for start, end in found:
        if end > last:
            yield max(start, last), end
            last = end


def _all_of(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0 and part:
        yield at
        at = text.find(part, at + len(part))


def _behind_same(old: str, ends: set[int], part: str) -> set[int]:
    size = len(part)
    return {end + size for end in ends if merged(old[end : end + size], part) is not None}


def _behind_misread(old: str, ends: set[int], part: str) -> set[int]:
    figures = _FIGURE.findall(part)
    sizes = range(max(0, len(part) - MOST_MISREAD), len(part) + MOST_MISREAD + 1)
    return {
        end + size
        for end in ends
        for size in sizes
        if LOST in old[end : end + size] or _FIGURE.findall(old[end : end + size]) == figures
    }


def _pictures(record: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return record.get("images") or ()


def _have_same_pictures(
    old: Mapping[str, Any], new: Mapping[str, Any], doubtful: Sequence[Choice]
) -> bool:
    return len(_pictures(old)) == len(_pictures(new)) and all(
        picture_file(one["url"]) == picture_file(other["url"])
        and says_the_same(one.get("caption") or "", other.get("caption") or "", doubtful)
        for one, other in zip(_pictures(old), _pictures(new), strict=True)
    )


def _with_captions(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The same pictures as ``new`` gives them, with what both readings know of their captions."""
    return [
        {**other, "caption": merged(one.get("caption"), other["caption"]) or one.get("caption")}
        for one, other in zip(_pictures(old), _pictures(new), strict=True)
    ]


def picture_file(url: str) -> str:
    """The file of a picture, by which that of one version is known in another.

    The host and the directory under which a page was fetched are part of the addresses of its
    pictures, and the same article may stand in those of several channels.
    """
    return urlsplit(url).path.rpartition("/")[2]


def address_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say where a record was fetched, and so where its pictures are."""
    return {name: record[name] for name in ("url", "channel_name", "images", *TOLD_BY_THE_ADDRESS)}


def is_elsewhere(url: str, other: str) -> bool:
    """Whether two addresses of one article are two of its host's pages, not one by other names."""
    return urlsplit(unquote(url)).path != urlsplit(unquote(other)).path


def _may_be_misread(
    old: Sequence[str] | None, new: Sequence[str], doubtful: Sequence[Choice]
) -> bool:
    """Whether the names that are new were all chosen by likelihood, for others or beside them."""
    added = [name for name in new if name not in (old or ())]
    return bool(added and old) and all(
        any(name in one.before + one.passage + one.behind for one in doubtful) for name in added
    )


def differences(
    old: Mapping[str, Any], new: Mapping[str, Any], doubtful: Sequence[Choice]
) -> list[str]:
    """Fields by which ``new`` is another version of the article than ``old``; empty for none.

    ``doubtful``: the passages of the new page in which characters were chosen by likelihood.
    """
    changed = [
        name for name in TEXTS if not says_the_same(old.get(name) or "", new[name] or "", doubtful)
    ]
    changed += [name for name in FACTS if old.get(name) != new[name]]
    changed += [
        name
        for name in NAMES
        if old.get(name) != new[name] and not _may_be_misread(old.get(name), new[name], doubtful)
    ]
    if not _have_same_pictures(old, new, doubtful):
        changed.append("images")
    return changed


def revision_document(
    old: dict[str, Any], changed: list[str], replaced_at: datetime
) -> dict[str, Any]:
    """The version before, as the collection ``revisions`` keeps it."""
    return {
        "_id": f"{old['_id']}@{old['revision']}",
        "article": old["_id"],
        "revision": old["revision"],
        "document": old,
        "changed": changed,
        "fetched_at": old["fetched_at"],
        "replaced_at": replaced_at,
        "schema_version": SCHEMA_VERSION,
    }


@dataclass(slots=True)
class Comparison:
    """A stored article and what was fetched of it now."""

    old: dict[str, Any]
    """The stored record."""
    new: dict[str, Any]
    """The record as it was read now."""
    seen: dict[str, Any]
    """Update operators that say when and where it was seen."""
    fields: dict[str, Any]
    """Fields to set beyond those."""
    changed: list[str]
    """Fields whose difference makes it a new revision; empty when only fields are brought up."""

    @property
    def identity(self) -> str:
        """Id of the article."""
        identity: str = self.old["_id"]
        return identity

    @property
    def changes(self) -> bool:
        """True when more than the dates and addresses at which it was seen are to be written."""
        return bool(self.fields)

    def _set(self) -> dict[str, Any]:
        fields = {**self.fields, "schema_version": SCHEMA_VERSION}
        if self.changed:
            fields["revision"] = self.old["revision"] + 1
        return fields

    def update(self) -> dict[str, Any]:
        """The update that makes the stored record this version."""
        # The search index takes in anew what has lost its number.
        fields = {**self.seen.get("$set", {}), **self._set()}
        return {**self.seen, "$set": fields, "$unset": {"search_no": ""}}

    def result(self) -> dict[str, Any]:
        """The record after that update, apart from when and where it was seen."""
        return {**self.old, **self._set()}


def compare(
    old: dict[str, Any],
    new: dict[str, Any],
    doubtful: Sequence[Choice],
    now: datetime,
    *,
    recleaning: bool,
) -> Comparison:
    """What storing ``new`` over ``old`` means; ``recleaning``: it was read from stored pages.

    ``doubtful``: the passages of the new page in which characters were chosen by likelihood.
    ``now``: the stored record may have been seen later than that, by a clock that was ahead.
    """
    if new["channel_name"] is None and new["channel"] == old["channel"]:
        # It is told by a link to the channel, which this crawl may not have met.
        new = {**new, "channel_name": old["channel_name"]}
    seen = _sighting(old, new, now)
    confirmed = old["fetched_at"] if recleaning else old["last_seen_at"]
    lacks_more = not new["complete"] and (old["complete"] or new["pages"] < old["pages"])
    if new["fetched_at"] < confirmed <= now or lacks_more:
        # Written late (from a spool), or read while a page was missing: no newer version.
        return Comparison(old, new, seen, {}, [])
    if recleaning and new["fetched_at"] == old["fetched_at"]:
        doubtful = ()  # the same page: what is chosen now is what today's rules choose
    changed = differences(old, new, doubtful)
    left = DERIVED_BY_STORE
    if recleaning:
        left |= SAID_BY_THE_CRAWL
        if new["url"] != old["url"]:
            left |= TOLD_BY_THE_ADDRESS
    if changed:
        fields = {name: value for name, value in new.items() if name not in left}
        return Comparison(old, new, seen, fields, changed)
    new = {**new, "images": _with_captions(old, new)}
    fields = _mended(old, new)
    if not recleaning:
        return Comparison(old, new, seen | _followed(old, new), fields, [])
    left = left | {"fetched_at", *TEXTS, *NAMES, *fields}
    if new["body"] != old["body"]:
        left |= {"content_hash", "body_lost"}  # they go with the body, which is kept
    fields |= {
        name: value for name, value in new.items() if name not in left and value != old.get(name)
    }
    return Comparison(old, new, seen, fields, [])


def _sighting(old: Mapping[str, Any], new: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Update operators that say when and at which addresses the article was seen."""
    seen: dict[str, Any] = {}
    lower = {}
    if new["last_seen_at"] > old["last_seen_at"]:
        seen["$max"] = {"last_seen_at": new["last_seen_at"]}
    elif old["last_seen_at"] > now:
        lower["last_seen_at"] = new["last_seen_at"]
    if new["first_seen_at"] < old["first_seen_at"]:
        lower["first_seen_at"] = new["first_seen_at"]
    if lower:
        seen["$min"] = lower
    urls = [url for url in new["urls"] if url not in old["urls"]]
    if urls:
        seen["$addToSet"] = {"urls": {"$each": urls}}
    return seen


def _followed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Update operators for what a crawl learns of an article whose text is the same."""
    told = {name: new[name] for name in BOOKKEEPING if new[name] != old.get(name)}
    indexed: dict[str, Any] = {}
    if "gone_at" in old and is_elsewhere(new["url"], old["url"]):
        indexed = address_of(new)
    elif new["channel_name"] and not old["channel_name"] and new["channel"] == old["channel"]:
        indexed = {"channel_name": new["channel_name"]}
    operators: dict[str, Any] = {"$set": told | indexed} if told or indexed else {}
    if indexed:
        operators["$unset"] = {"search_no": ""}
    return operators


def _mended(old: Mapping[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Fields in which two readings together know more characters than the stored one."""
    fields: dict[str, Any] = {}
    for name in TEXTS:
        together = merged(old.get(name), new[name])
        if together not in (None, old.get(name)):
            fields[name] = together
    if _captions(old) != _captions(new):
        fields["images"] = new["images"]
    if not fields:
        return {}
    body = fields.get("body", old["body"])
    fields["content_hash"] = content_hash(body)
    fields["body_lost"] = lost_offsets(body)
    better = min(old, new, key=lambda record: int(record["quality"]["lost"]))
    mended = _lost_in(better) - _lost_in({**better, **fields})
    lost = max(0, better["quality"]["lost"] - mended)
    fields["quality"] = {**better["quality"], "lost": lost}
    return fields


def _captions(record: Mapping[str, Any]) -> list[str | None]:
    return [picture.get("caption") for picture in _pictures(record)]


def _lost_in(record: Mapping[str, Any]) -> int:
    return sum((record.get(name) or "").count(LOST) for name in TEXTS)
