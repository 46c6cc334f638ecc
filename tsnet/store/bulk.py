"""Many writes in one message, each with an outcome of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pymongo.errors import BulkWriteError, PyMongoError

from tsnet.store.connection import UNAUTHORIZED, said_by_driver
from tsnet.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from pymongo.asynchronous.collection import AsyncCollection

DUPLICATE_KEY = 11000
"""MongoDB's error code for an ``_id`` that exists."""
DOCUMENT_INVALID = 121
"""MongoDB's error code for a document that breaks the collection's ``$jsonSchema``."""
DOCUMENT_FAULTS = frozenset({2, 9, 14, 22, 52, 54, 56, 57, 121, 10003, 10334, 17280, 17419, 17420})
"""MongoDB's error codes for faults of one document; any other is retried, as the server's state.

BadValue, FailedToParse, TypeMismatch, InvalidBSON, DollarPrefixedFieldName, NotSingleValueField,
EmptyFieldName, DottedFieldName, DocumentValidationFailure, and the sizes
(src/mongo/base/error_codes.yml of MongoDB).
"""


async def write_each(
    collection: AsyncCollection[dict[str, Any]], operations: Sequence[Any]
) -> dict[int, Mapping[str, Any]]:
    """Write all of ``operations``; returns position → error of those that the server refused.

    Raises PyMongoError when an error is not one document's own.
    """
    if not operations:
        return {}
    try:
        await collection.bulk_write(operations, ordered=False)
    except BulkWriteError as error:
        details = error.details or {}
        faults = {fault["index"]: fault for fault in details.get("writeErrors", ())}
        foreign = [
            fault
            for fault in faults.values()
            if fault["code"] not in DOCUMENT_FAULTS and fault["code"] != DUPLICATE_KEY
        ]
        if details.get("writeConcernErrors") or foreign or not faults:
            raise
        return faults
    return {}


def reason_of(fault: Mapping[str, Any]) -> str:
    """What MongoDB says against one document, as one line."""
    broken = fault.get("errInfo", {}).get("details", {}).get("schemaRulesNotSatisfied", ())
    names = [
        str(part.get("propertyName"))
        for rule in broken
        for part in rule.get("propertiesNotSatisfied", ())
    ]
    names += [str(name) for rule in broken for name in rule.get("additionalProperties", ())]
    names += [str(name) for rule in broken for name in rule.get("missingProperties", ())]
    where = f" (field {', '.join(names)})" if names else ""
    return f"{fault.get('errmsg', 'refused')}{where}"[:500]


@contextmanager
def as_unavailable() -> Iterator[None]:
    """Raise StoreUnavailable for an error of the driver that no single document is to blame for."""
    try:
        yield
    except PyMongoError as error:
        told = said_by_driver(error)
        if isinstance(error, BulkWriteError):
            details = error.details or {}
            faults = (*details.get("writeErrors", ()), *details.get("writeConcernErrors", ()))
            if faults:
                told = f"{faults[0].get('errmsg')} (code {faults[0].get('code')})"
        if getattr(error, "code", None) == UNAUTHORIZED:
            told += ": give the user of MONGO_URI the role readWrite there"
        raise StoreUnavailable(f"MongoDB did not write: {told}") from error
