"""Reaching MongoDB: the server of ``MONGO_URI``, or the embedded one where that is not set."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import (
    AbstractContextManager,
    ExitStack,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tsnet.store.embedded import EmbeddedServer
from tsnet.store.errors import StoreError, StoreSettingsError, StoreUnavailable

if TYPE_CHECKING:
    from pymongo.asynchronous.database import AsyncDatabase
    from pymongo.database import Database

__all__ = [
    "StoreError",
    "StoreSettings",
    "StoreUnavailable",
    "open_async_database",
    "open_database",
    "revive",
    "said_by_driver",
]

DEFAULT_DATABASE = "tsnet"
"""Database where ``MONGO_DATABASE`` is not set."""
SERVERS_OWN = frozenset({"admin", "config", "local"})
"""MongoDB's own databases, whose collections can have no validator."""
UNWRITABLE = r"\x00-\x1f\x7f\ud800-\udfff"
"""Characters that stand in no name or address: controls, such as the carriage return of a file from
Windows, and what Python reads from bytes that the locale has no character for."""
DATABASE_NAMES = (
    "a name of 1 to 63 bytes without a space, a control character or one of"
    ' / \\ . " $ * < > : | ?, other than admin, config and local, which the server keeps for itself'
)
"""The names that ``is_database_name`` accepts, as a user is told."""
PATIENCE = 5.0
"""Seconds to look for a server: few, so that a crawl soon turns to its spool."""
REPLY_PATIENCE = 60.0
"""Seconds to wait for the reply to one operation."""
UNAUTHORIZED = 13
"""MongoDB's error code for an operation that the user has no right to."""
AUTHENTICATION_FAILED = 18
"""MongoDB's error code for a user that it does not know, or whose password is another."""
OLDEST_WIRE_VERSION = 13
"""``maxWireVersion`` of MongoDB 5.0, the first to have ``$dateAdd`` and ``$dateTrunc``
(src/mongo/db/wire_version.h of MongoDB)."""

Client = TypeVar("Client")
"""A client of pymongo, sync or async."""


class SettingsLike(Protocol):
    """What settings are read from: Scrapy's Settings, a dict, the environment."""

    def get(self, name: str, default: Any = None, /) -> Any:
        """The value of the setting ``name``, or ``default``."""


def without_secrets(uri: str) -> str:
    """The URI as it may be shown: no user, no password, no options (some of them are secret)."""
    return re.sub(r"://.*@", "://***@", uri).partition("?")[0]


def is_database_name(text: str) -> bool:
    """Whether a database may be called so, and is not one of MongoDB's own."""
    fits = re.fullmatch(rf"[^/\\. \"$*<>:|?{UNWRITABLE}]+", text) and len(os.fsencode(text)) <= 63
    return bool(fits) and text not in SERVERS_OWN


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where the records are kept."""

    uri: str | None
    """MongoDB's URI; None for the embedded server."""
    database: str
    """Name of the database."""
    data_dir: Path
    """Directory of the embedded server's data, unused with a URI."""
    spool: Path | None = None
    """Directory for what MongoDB can't take; None: that of the database in ``data_dir``."""

    def __post_init__(self) -> None:
        if self.uri is not None and not re.match(r"mongodb(\+srv)?://", self.uri):
            # An address without a scheme may hold a password, too.
            told = re.sub(r"(?s).*@", "***@", self.uri).partition("?")[0]
            raise StoreSettingsError(
                f"MONGO_URI is {told!r}: it must begin with mongodb:// or mongodb+srv://,"
                " or not be set for the embedded server"
            )
        if self.uri is not None:
            _check_characters("MONGO_URI", self.shown)
        if not is_database_name(self.database):
            raise StoreSettingsError(
                f"MONGO_DATABASE is {self.database!r}: it must be {DATABASE_NAMES}"
            )

    @classmethod
    def from_settings(cls, settings: SettingsLike) -> StoreSettings:
        """From ``MONGO_URI``, ``MONGO_DATABASE``, ``TSNET_DATA_DIR`` and ``TSNET_SPOOL_DIR``.

        What they leave open is read from the environment. Raises StoreSettingsError, also where
        the settings require a server (``TSNET_REQUIRED``) and none is named: what is asked would
        be looked for in the embedded one, and not found.
        """

        def value(name: str) -> str | None:
            return settings.get(name) or os.environ.get(name) or None

        uri = value("MONGO_URI")
        if uri is None and "MONGO_URI" in (settings.get("TSNET_REQUIRED") or ()):
            raise StoreSettingsError(
                "MONGO_URI is not set; these settings require it: set it in the environment"
            )
        data_dir, spool = value("TSNET_DATA_DIR"), value("TSNET_SPOOL_DIR")
        return cls(
            uri=uri,
            database=value("MONGO_DATABASE") or DEFAULT_DATABASE,
            data_dir=directory("TSNET_DATA_DIR", data_dir or str(default_data_dir())),
            spool=directory("TSNET_SPOOL_DIR", spool) if spool else None,
        )

    @classmethod
    def from_environment(cls) -> StoreSettings:
        """From the environment alone. Raises StoreSettingsError."""
        return cls.from_settings({})

    @property
    def spool_dir(self) -> Path:
        """Directory of the spool. What waits in it is written to the database of the next run, so
        each database has its own."""
        if self.spool is not None:
            return self.spool
        default = self.data_dir / "spool"
        return default if self.database == DEFAULT_DATABASE else default / self.database

    @property
    def shown(self) -> str:
        """The server as a person may see it: the URI without password, or the directory."""
        if self.uri is not None:
            return without_secrets(self.uri)
        return f"the embedded MongoDB in {self.data_dir}"


def _check_characters(name: str, shown: str) -> None:
    if re.search(f"[{UNWRITABLE}]", shown):
        raise StoreSettingsError(
            f"{name} is {shown!r}: take out what is no character (a file from Windows ends its"
            " lines with \\r), or set LC_ALL=C.UTF-8 if the locale can't read the name"
        )


def directory(name: str, path: str) -> Path:
    """The directory that the setting ``name`` names. Raises StoreSettingsError where a ``~`` in it
    stands for nobody's home, or a character in it can't be written."""
    _check_characters(name, path)
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise StoreSettingsError(
            f"{name} is {path!r}, but there is no such user, or no home: write the whole path"
        ) from None


def default_data_dir() -> Path:
    """The platform's directory for a user's data of tsnet."""
    from platformdirs import user_data_path

    return user_data_path("tsnet", appauthor=False)


def client_options(uri: str, patience: float, reply_patience: float) -> dict[str, Any]:
    """Options for a client of ``uri``, without those that the URI sets itself.

    Every write is acknowledged by a majority of a replica set's members, in their journals. The
    driver's ``connectTimeoutMS`` (20 s) is left: after as long a silence its monitor gives up what
    is under way, and on a busy machine a server may be silent for some seconds.
    Raises StoreSettingsError for an unknown option, of which the driver would only warn.
    """
    options: dict[str, Any] = {
        "appname": "tsnet",
        "tz_aware": True,
        "journal": True,
        "w": "majority",
        "serverSelectionTimeoutMS": round(patience * 1000),
        "socketTimeoutMS": round(reply_patience * 1000),
    }
    stated = _stated(uri)
    return {name: value for name, value in options.items() if name.lower() not in stated}


def _stated(uri: str) -> Mapping[str, Any]:
    """The options of ``uri`` by their names in lower case."""
    from pymongo.errors import ConfigurationError
    from pymongo.uri_parser import split_options

    # A question mark in a password that is not percent-encoded does not begin the options.
    query = re.sub(r"://[^/]*@", "://", uri).partition("?")[2]
    try:
        stated = split_options(query) if query else {}
    except (ConfigurationError, ValueError) as error:
        said = str(error).partition(". ")[0]
        raise StoreSettingsError(
            f"MONGO_URI {without_secrets(uri)}: {said}: correct the option"
        ) from None
    if stated.get("w") == 0:
        raise StoreSettingsError(
            f"MONGO_URI {without_secrets(uri)} sets w=0: writes must be acknowledged, take it out"
        )
    return stated


def said_by_driver(error: Exception) -> str:
    """The driver's message as one line, without what it repeats: limits, states of the topology,
    the whole command and reply."""
    line = " ".join(without_secrets(str(error)).split())
    return re.sub(r"(, Timeout:|, full error:| ?\(configured| to execute command).*", "", line)


def _unavailable(settings: StoreSettings, error: Exception) -> StoreUnavailable:
    """The error to raise when the server of ``settings`` does not answer."""
    reason = said_by_driver(error)
    if getattr(error, "code", None) == AUTHENTICATION_FAILED:
        return StoreUnavailable(
            f"MongoDB at {settings.shown} refuses the user ({reason}): correct user, password or"
            " authSource in MONGO_URI"
        )
    remedy = (
        "start that server, or correct MONGO_URI"
        if settings.uri is not None
        else f"see {settings.data_dir / 'mongod.log'}"
    )
    return StoreUnavailable(f"MongoDB at {settings.shown} does not answer ({reason}): {remedy}")


@contextmanager
def _reading_uri(settings: StoreSettings) -> Iterator[None]:
    """Turn what the driver raises for a URI into one line with the remedy."""
    from pymongo.errors import ConfigurationError, InvalidURI

    try:
        yield
    except OSError as error:  # such as the file of a certificate
        raise StoreSettingsError(
            f"MONGO_URI {settings.shown} names the file {error.filename}, which can't be read"
            f" ({error.strerror}): correct its name or who may read it"
        ) from None
    except (InvalidURI, ConfigurationError, ValueError) as error:
        # The driver quotes parts of the URI in its messages, a wrongly written password with it.
        raise StoreSettingsError(
            f"MONGO_URI {settings.shown} can't be read ({type(error).__name__}):"
            " correct host and port, percent-encode user and password, and see MongoDB's manual on"
            " connection strings"
        ) from None


@contextmanager
def _store_errors(settings: StoreSettings) -> Iterator[None]:
    """Turn what the driver raises for an operation into one line with the remedy."""
    from pymongo.errors import OperationFailure, PyMongoError

    try:
        yield
    except OperationFailure as error:
        if error.code != UNAUTHORIZED:
            raise _unavailable(settings, error) from error
        if "requires authentication" in str(error):
            raise StoreError(
                f"MongoDB at {settings.shown} asks for a user: name one with its password in"
                " MONGO_URI"
            ) from error
        raise StoreError(
            f"the user of MONGO_URI {settings.shown} may not do this: give it the role readWrite on"
            f" the database {settings.database} (read, to ask only)"
        ) from error
    except PyMongoError as error:
        raise _unavailable(settings, error) from error


def _check_version(settings: StoreSettings, hello: Mapping[str, Any]) -> None:
    if hello["maxWireVersion"] < OLDEST_WIRE_VERSION:
        raise StoreError(
            f"MongoDB at {settings.shown} is older than 5.0: upgrade it, or name another server"
        )


@contextmanager
def open_database(settings: StoreSettings) -> Iterator[Database[dict[str, Any]]]:
    """The database, reached and answering, for the length of a ``with`` block.

    Raises StoreUnavailable when the server can't be reached or started, StoreError when it is too
    old or the user has no right to an operation: also for errors of pymongo within the block.
    """
    from pymongo import MongoClient

    with _server(settings), _client(MongoClient, settings) as client, _store_errors(settings):
        _check_version(settings, client.admin.command("hello"))
        yield client[settings.database]


@asynccontextmanager
async def open_async_database(
    settings: StoreSettings, *, patience: float = PATIENCE, reply_patience: float = REPLY_PATIENCE
) -> AsyncIterator[AsyncDatabase[dict[str, Any]]]:
    """As ``open_database``, for whoever writes: asyncio, and every read from the primary.

    ``patience``: seconds to look for a server; ``reply_patience``: seconds to wait for a reply.
    The embedded server is started in a thread.
    """
    from pymongo import AsyncMongoClient, ReadPreference

    with ExitStack() as held:
        await asyncio.to_thread(held.enter_context, _server(settings))
        async with _client(AsyncMongoClient, settings, patience, reply_patience) as client:
            with _store_errors(settings):
                _check_version(settings, await client.admin.command("hello"))
                # A secondary may not have yet what was written a moment ago.
                yield client.get_database(settings.database, read_preference=ReadPreference.PRIMARY)


def check_uri(uri: str) -> None:
    """Have the driver read ``uri``, without asking the server. Raises StoreSettingsError."""
    from pymongo import MongoClient

    settings = StoreSettings(uri, DEFAULT_DATABASE, Path())
    _client(MongoClient, settings).close()


def revive(settings: StoreSettings) -> None:
    """Start the embedded server again if it and its keeper were killed under their users.

    For a user that has the database open and gets no answer. Does nothing for a server by URI.
    Raises StoreUnavailable when it doesn't start.
    """
    with _server(settings):
        pass


def _client(
    kind: Callable[..., Client],
    settings: StoreSettings,
    patience: float = PATIENCE,
    reply_patience: float = REPLY_PATIENCE,
) -> Client:
    """A client that connects when it is first asked."""
    uri = settings.uri or EmbeddedServer(settings.data_dir).uri
    with _reading_uri(settings):
        return kind(uri, connect=False, **client_options(uri, patience, reply_patience))


def _server(settings: StoreSettings) -> AbstractContextManager[object]:
    """Keeps the embedded server up; for a server by URI nothing."""
    return EmbeddedServer(settings.data_dir) if settings.uri is None else nullcontext()
