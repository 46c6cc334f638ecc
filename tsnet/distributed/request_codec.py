"""Requests as bytes in Redis, and back, without running what the bytes name.

scrapy-redis pickles requests. A pickle can name any callable to be called when it is read, so
whoever may write to Redis could run code on every worker. Here only values are read back.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
from typing import Any

_PLAIN = {
    ("builtins", "set"),
    ("builtins", "frozenset"),
    ("builtins", "bytearray"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
}


class _ValuesOnly(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith("tsnet.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and dataclasses.is_dataclass(found):
                return found
        raise pickle.UnpicklingError(
            f"a queued request holds a {module}.{name}; only plain values, dates and the project's "
            "dataclasses may stand in its meta and cb_kwargs"
        )


def dumps(request: dict[str, Any]) -> bytes:
    """Bytes of a request's dict. Raises TypeError, naming the request, if it holds anything else
    than plain values, dates and the project's dataclasses."""
    try:
        encoded = pickle.dumps(request, protocol=pickle.HIGHEST_PROTOCOL)
        loads(encoded)
    except (pickle.PickleError, AttributeError, TypeError) as error:
        raise TypeError(
            f"the request for {request.get('url')} can't be queued for other workers: {error}"
        ) from error
    return encoded


def loads(encoded: bytes) -> dict[str, Any]:
    """The request's dict again. Raises pickle.UnpicklingError for anything but such a dict."""
    try:
        request = _ValuesOnly(io.BytesIO(encoded)).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # a damaged pickle raises nearly anything
        raise pickle.UnpicklingError(f"a queued request can't be read: {error}") from error
    if not isinstance(request, dict) or not isinstance(request.get("url"), str):
        raise pickle.UnpicklingError("what was queued is not a request")
    kind = request.get("_class", "scrapy.")
    if not (isinstance(kind, str) and kind.startswith(("scrapy.", "tsnet."))):
        raise pickle.UnpicklingError(f"a queued request is of the unknown class {kind!r}")
    return request
