"""The settings' values, checked before anything begins (docs/settings.md says what each means)."""

from __future__ import annotations

import codecs
import json
import logging
import os
import re
import shutil
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from scrapy.settings import default_settings
from scrapy.utils.misc import load_object, walk_modules_iter

from tsnet.monitors import LIMITS
from tsnet.store.connection import DATABASE_NAMES, check_uri, directory, is_database_name
from tsnet.store.embedded import private_directory
from tsnet.store.errors import SpoolError, StoreSettingsError


class ConfigurationError(ValueError):
    """A setting is missing or wrong; the message names it, its value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the project, read from the environment under its own name."""

    name: str
    """Name in the settings modules and in the environment."""
    allowed: str
    """What a value must be, as told to a user whose value is wrong."""
    valid: Callable[[str], bool]
    """True for the text of an allowed value."""
    may_be_empty: bool = False
    """Whether an empty text leaves it unset."""


Rule = tuple[str, Callable[[str], bool]]
"""``allowed`` and ``valid`` of a setting."""


def _whole_number(least: int, most: int | None = None, unit: str = "") -> Rule:
    bound = sys.maxsize if most is None else most

    def valid(text: str) -> bool:
        # No more digits than sys.maxsize has: Python makes no number of some thousands.
        return bool(re.fullmatch(r"[0-9]{1,19}", text)) and least <= int(text) <= bound

    return f"a whole number{unit} from {least}" + ("" if most is None else f" to {most}"), valid


_LONGEST = 86_400
"""Seconds that a setting may say at most: a day."""
_SECONDS = f"a number of seconds above 0, {_LONGEST} at most"


def _seconds(text: str) -> bool:
    return bool(re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII)) and 0 < float(text) <= _LONGEST


_MAIL = r"[^@\s,]+@[^@\s,]+\.[^@\s,]+"


def _matching(pattern: str) -> Callable[[str], bool]:
    return lambda text: bool(re.fullmatch(pattern, text))


def _parts(text: str) -> SplitResult | None:
    """The parts of an address; None where it has none, or its port can't be one."""
    try:
        parts = urlsplit(text)
        return None if parts.port == 0 else parts
    except ValueError:
        return None


def _address(*schemes: str) -> Callable[[str], bool]:
    def valid(text: str) -> bool:
        parts = _parts(text)
        return bool(
            parts and parts.scheme in schemes and parts.hostname and not re.search(r"\s", text)
        )

    return valid


def _redis(text: str) -> bool:
    parts = _parts(text)
    if parts and parts.scheme == "unix":
        return bool(parts.path.strip("/"))
    numbered = parts and re.fullmatch(r"/?[0-9]{0,9}", parts.path)
    return bool(numbered) and _address("redis", "rediss")(text)


def _directory(text: str) -> bool:
    if text.startswith("~"):  # Scrapy would make a directory of that name
        return False
    try:
        Path(text).mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def _limits(text: str) -> bool:
    try:
        limits = json.loads(text)
        return all(name in LIMITS and float(limit) >= 0 for name, limit in limits.items())
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return False


def _writable_file(text: str) -> bool:
    try:
        Path(text).open("a").close()
    except OSError:
        return False
    return True


SETTINGS = (
    Setting(
        "MONGO_URI",
        "a mongodb:// or mongodb+srv:// address",
        _matching(r"mongodb(\+srv)?://.*"),
        may_be_empty=True,
    ),
    Setting("MONGO_DATABASE", DATABASE_NAMES, is_database_name, may_be_empty=True),
    Setting(
        "TSNET_CONTACT",
        "a mail address or an http(s) address",
        _matching(rf"https?://\S+|{_MAIL}"),
        may_be_empty=True,
    ),
    Setting("TSNET_OVERLAP_DAYS", *_whole_number(0, 36_500, unit=" of days")),
    Setting("TSNET_SPOOL_LIMIT", *_whole_number(1)),
    Setting("TSNET_STORE_PATIENCE", _SECONDS, _seconds),
    Setting(
        "TSNET_BATCH_SIZE",
        *_whole_number(1, 1000),  # each run begins with reading as many as one may have left
    ),
    Setting("TSNET_BATCH_AGE", _SECONDS, _seconds),
    Setting("TSNET_EXTRACTION_PROCESSES", *_whole_number(0, 256), may_be_empty=True),
    Setting("TSNET_EXTRACTION_TIMEOUT", _SECONDS, _seconds),
    Setting("TSNET_LEASE_SECONDS", *_whole_number(0, 86_400)),
    Setting(
        "TSNET_ALERT_WEBHOOK",
        "an http(s) address",
        _address("http", "https"),
        may_be_empty=True,
    ),
    Setting(
        "TSNET_ALERT_MAIL",
        "mail addresses with commas between them",
        _matching(rf"\s*{_MAIL}(?:\s*,\s*{_MAIL})*[\s,]*"),
        may_be_empty=True,
    ),
    Setting(
        "TSNET_ALERT_SMTP",
        "smtp://user:password@host:port or smtps://…",
        _address("smtp", "smtps"),
        may_be_empty=True,
    ),
    Setting(
        "TSNET_MONITOR_LIMITS",
        f"a JSON object of numbers from 0 with the names {', '.join(LIMITS)}",
        _limits,
    ),
    Setting(
        "JOBDIR",
        "a directory that can be made, named without ~ (TSNET_JOBDIR)",
        _directory,
        may_be_empty=True,
    ),
    Setting(
        "TSNET_CHROMIUM",
        "a program that can be started, by its path or by its name on PATH",
        lambda text: shutil.which(text) is not None,
        may_be_empty=True,
    ),
    Setting("TSNET_RENDER_TIMEOUT", _SECONDS, _seconds),
    Setting("TSNET_SUMMARY", "auto, always or never", _matching("auto|always|never")),
    Setting(
        "REDIS_URL",
        "a redis://host:port/number, rediss:// or unix:///path address",
        _redis,
        may_be_empty=True,
    ),
    Setting(
        "TSNET_RUN",
        "a name of 1 to 80 letters, digits, . _ and -",
        _matching("[A-Za-z0-9._-]{1,80}"),
        may_be_empty=True,
    ),
    Setting(
        "TSNET_HEARTBEAT",
        f"a number of seconds from 1 to {_LONGEST}",
        lambda text: _seconds(text) and float(text) >= 1,
    ),
    Setting("TSNET_RUN_EXPIRY", *_whole_number(60, 31_536_000, unit=" of seconds")),
    Setting("TSNET_MAX_RETURNS", *_whole_number(1)),
    Setting(
        "LOG_LEVEL",
        "CRITICAL, ERROR, WARNING, INFO or DEBUG",
        _matching("CRITICAL|ERROR|WARNING|INFO|DEBUG"),
    ),
    Setting(
        "LOG_FILE",
        "a file that can be written, in a directory that exists",
        _writable_file,
        may_be_empty=True,
    ),
)
"""Settings whose values are checked one by one."""

PLAIN = frozenset(
    {
        "TSNET_DATA_DIR",
        "TSNET_SPOOL_DIR",
        "TSNET_JOBDIR",
        "TSNET_WEB_PASSWORD",
        "TSNET_REQUIRED",
    }
)
"""Names of the project's settings of any text, or that are not for a user to set."""

SWITCHES = frozenset({"TSNET_PROGRESS", "TSNET_WAIT_FOR_WRITES"})
"""Names of the project's settings that are on or off."""

_SWITCH = frozenset({"0", "1", "True", "False", "true", "false"})
"""What Scrapy takes for a switch (``BaseSettings.getbool``)."""


_RESEMBLES = 0.9
"""How much of a misspelt name is that of a setting, at least (``difflib``'s ratio)."""

_IN_PARTS = frozenset({"DNS_TIMEOUT", "DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT"})
"""Numbers of Scrapy's that need not be whole, though their defaults are."""


def _encoding(text: str) -> bool:
    try:
        codecs.lookup(text)
    except LookupError:
        return False
    return True


def _log_format(text: str) -> bool:
    try:
        logging.Formatter(text).format(logging.makeLogRecord({}))
    except (ValueError, TypeError):
        return False
    return True


_ENCODING = ("the name of an encoding, such as utf-8", _encoding)
_STATUSES = ("numbers with commas between them", _matching(r"\s*\d+\s*(,\s*\d+\s*)*"))
_TEXTS: Mapping[str, Rule] = {
    "FEED_EXPORT_ENCODING": _ENCODING,
    "HTTPERROR_ALLOWED_CODES": _STATUSES,
    "LOG_ENCODING": _ENCODING,
    "LOG_FORMAT": ("a format of Python's logging, such as %(asctime)s %(message)s", _log_format),
    "RETRY_HTTP_CODES": _STATUSES,
}
"""Texts of Scrapy's own which, where they are wrong, end in a traceback."""

_AT_LEAST_ONE = frozenset(
    {
        "CONCURRENT_ITEMS",
        "CONCURRENT_REQUESTS",
        "CONCURRENT_REQUESTS_PER_DOMAIN",
        "REACTOR_THREADPOOL_MAXSIZE",
    }
)
"""Numbers of Scrapy's with which a crawl would do nothing, or wait for ever, if they were 0."""

_NAMING_CLASSES = frozenset(
    name
    for name, default in vars(default_settings).items()
    if hasattr(default_settings, f"{name}_BASE")
    or re.match(r"(\[')?(scrapy|twisted)\.", str(default))
) - {"DNS_RESOLVER", "REFERRER_POLICY"} | {"ADDONS"}
"""Scrapy's settings that name classes, as its defaults show. Not one that is deprecated, whose name
alone draws a warning, nor a policy, which may be a word as well."""


def check(settings: Mapping[str, Any]) -> None:
    """Check the project's settings, and that those named in ``TSNET_REQUIRED`` are set.

    Makes the directories of the job, the spool and the embedded server, and the log file. Raises
    ConfigurationError for the first that is missing or wrong.
    """
    known = {setting.name: setting for setting in SETTINGS}
    for name in _names(settings.get("TSNET_REQUIRED")):
        if not settings.get(name):
            allowed = f" ({known[name].allowed})" if name in known else ""
            raise ConfigurationError(
                f"{name} is not set; these settings require it: set it in the environment{allowed}"
            )
    check_names(settings)
    check_locale()
    for setting in SETTINGS:
        value = settings.get(setting.name)
        text = json.dumps(value) if isinstance(value, Mapping) else str(value)
        unset = value is None or (value == "" and setting.may_be_empty)
        if not unset and not setting.valid(text):
            raise ConfigurationError(
                f"{setting.name}={without_password(text)!r} is not {setting.allowed}"
            )
    _check_scrapys(settings)
    _check_classes(settings)
    _check_spiders(settings)
    _check_slots(settings.get("DOWNLOAD_SLOTS") or {})
    _check_feeds(settings.get("FEEDS") or {})
    try:
        if uri := settings.get("MONGO_URI"):
            check_uri(uri)
        if data := settings.get("TSNET_DATA_DIR"):
            data = directory("TSNET_DATA_DIR", data)
            if not settings.get("MONGO_URI"):
                private_directory(data)
        if spool := settings.get("TSNET_SPOOL_DIR"):
            from tsnet.store.spool import make_directory

            make_directory(directory("TSNET_SPOOL_DIR", spool))
    except (StoreSettingsError, SpoolError) as error:
        raise ConfigurationError(str(error)) from None
    if settings.get("TSNET_ALERT_MAIL") and not settings.get("TSNET_ALERT_SMTP"):
        raise ConfigurationError(
            "TSNET_ALERT_SMTP is not set; without it TSNET_ALERT_MAIL is sent nothing"
        )


def check_names(given: Collection[str]) -> None:
    """Refuse a name that is no setting's: a misspelt one would do nothing, without a word.

    In the environment a name that resembles none may be another program's. Raises
    ConfigurationError.
    """
    known = (PLAIN | SWITCHES).union(setting.name for setting in SETTINGS)
    for name in sorted({*given, *os.environ}):
        if name.startswith("TSNET_") and name not in known:
            near = get_close_matches(name, known, 1, _RESEMBLES)
            if near or name in given:
                remedy = (
                    f"did you mean {near[0]}?" if near else "docs/settings.md lists those there are"
                )
                raise ConfigurationError(f"{name} is no setting: {remedy}")


def check_locale() -> None:
    """Refuse a locale in which OpenCC does not find its own tables: it takes their path for UTF-8.

    Raises ConfigurationError.
    """
    if sys.getfilesystemencoding() != "utf-8" and not sys.prefix.isascii():
        raise ConfigurationError(
            f"the locale's encoding is {sys.getfilesystemencoding()}, in which the libraries in"
            f" {sys.prefix!r} can't be read: set LC_ALL=C.UTF-8, or install in a directory whose"
            " path is ASCII"
        )


def _names(value: str | Collection[str] | None) -> list[str]:
    """A list of names as Scrapy takes it: one text with commas, too."""
    return value.split(",") if value and isinstance(value, str) else list(value or ())


def _check_scrapys(settings: Mapping[str, Any]) -> None:
    """Check switches and Scrapy's own numbers and texts, of which it wouldn't name the setting."""
    for name, default in (vars(default_settings) | dict.fromkeys(SWITCHES, False)).items():
        rule = _rule_of(name, default)
        text = settings.get(name) if rule else None
        if rule is None or not isinstance(text, str) or (not text and name in _TEXTS):
            continue
        allowed, valid = rule
        if not valid(text):
            raise ConfigurationError(f"{name}={text!r} is not {allowed}")


def _rule_of(name: str, default: object) -> Rule | None:
    """The rule of a setting of Scrapy's with this default; None for one that is not checked."""
    if name in _TEXTS:
        return _TEXTS[name]
    if not isinstance(default, (int, float)):
        return None
    if isinstance(default, bool) or name.endswith("_ENABLED"):  # one switch is 1 by default
        return "0 or 1", _SWITCH.__contains__
    if "PRIORITY" in name:
        return "a whole number", _matching(r"-?[0-9]{1,9}")
    if isinstance(default, float) or name in _IN_PARTS:
        return "a number from 0", _matching(r"[0-9]+(\.[0-9]*)?")
    return _whole_number(1 if name in _AT_LEAST_ONE else 0)


def _check_classes(settings: Mapping[str, Any]) -> None:
    """Load the classes that are named in place of Scrapy's, which would not name the setting."""
    for name in _NAMING_CLASSES:
        value = settings.get(name)
        if isinstance(value, Mapping):
            # A handler's class is the value, any other component the key; None switches it off.
            items = [item for item in value.items() if item[1] is not None]
            named = [one if isinstance(one, str) else key for key, one in items]
        elif isinstance(value, str) and value not in ("", getattr(default_settings, name)):
            named = [path.strip() for path in value.split(",")]
        else:
            continue
        for path in named:
            try:
                load_object(path)
            except (ImportError, NameError, ValueError) as error:
                raise ConfigurationError(
                    f"{name} names {path!r}, which can't be loaded ({error}): correct it, or"
                    " install its extra, such as pip install -e '.[distributed]'"
                ) from None


def _check_spiders(settings: Mapping[str, Any]) -> None:
    """Import the modules in which Scrapy looks for spiders, as it would, but name the setting."""
    for name in _names(settings.get("SPIDER_MODULES")):
        try:
            list(walk_modules_iter(name))
        except (ImportError, SyntaxError) as error:
            raise ConfigurationError(
                f"SPIDER_MODULES names {name!r}, which can't be imported ({error}): correct it"
            ) from None


def _check_slots(slots: Mapping[str, Any]) -> None:
    """Check what hosts are given: Scrapy would find out with the first request, for robots.txt."""
    least = {"concurrency": 1, "delay": 0, "jitter": 0}
    for host, given in slots.items():
        right = isinstance(given, Mapping) and all(
            isinstance(value := given.get(name, minimum), (int, float)) and value >= minimum
            for name, minimum in least.items()
        )
        if not right:
            raise ConfigurationError(
                f"DOWNLOAD_SLOTS gives {host} {given!r}, which is not an object of numbers such as"
                ' {"concurrency": 1, "delay": 2.5, "jitter": 0.5}'
            )


def _check_feeds(feeds: Mapping[Any, Any]) -> None:
    """Check what ``-o``, ``-O`` and FEEDS name: Scrapy would find out when it writes the first."""
    for name, feed in feeds.items():
        if not isinstance(feed, Mapping):
            raise ConfigurationError(
                f"FEEDS gives {name} {feed!r}, which is not an object such as"
                ' {"format": "jsonlines"}'
            )
        parts = urlsplit(str(name))
        if parts.scheme not in ("", "file"):
            continue
        try:
            # What is missing of its directory is made.
            there = next(one for one in Path(parts.path).absolute().parents if one.exists())
        except OSError as error:
            raise ConfigurationError(
                f"FEEDS (-o, -O) names {name}, which can't be written ({error.strerror}): name"
                " another file"
            ) from None
        if not os.access(there, os.W_OK | os.X_OK):
            raise ConfigurationError(f"FEEDS (-o, -O) names {name}: {there} can't be written in")


def without_password(text: str) -> str:
    """``text`` with the passwords of the addresses in it masked, of those without a scheme too.

    >>> without_password("redis://me:secret@host/0 or me:sec/ret@host")
    'redis://me:***@host/0 or me:***@host'
    """
    return re.sub(r"((?:://|^|(?<=[\s'\"=(]))[^:/@\s]*):(?!//)\S*@", r"\1:***@", text)
