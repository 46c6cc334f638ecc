"""The project's own settings: the check of their values at the start (docs/settings.md)."""

from __future__ import annotations

import json
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

from tsnet.monitors import LIMITS
from tsnet.store.connection import DATABASE_NAMES, check_uri, is_database_name
from tsnet.store.errors import SpoolError, StoreSettingsError
from tsnet.store.spool import make_directory


class ConfigurationError(ValueError):
    """A setting is missing or wrong; the message names it, its value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one setting is checked; what it is for stands in docs/settings.md."""

    name: str
    """Name in the settings modules and in the environment."""
    allowed: str
    """What a value must be, as told to a user whose value is wrong."""
    valid: Callable[[str], bool]
    """True for the text of an allowed value."""


def _whole_number(minimum: int, maximum: int = sys.maxsize) -> Callable[[str], bool]:
    return lambda text: text.isascii() and text.isdigit() and minimum <= int(text) <= maximum


_LONGEST = 86_400
"""Seconds that a setting may say at most: a day."""
_SECONDS = f"a number of seconds above 0, {_LONGEST} at most"


def _seconds(text: str) -> bool:
    return bool(re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII)) and 0 < float(text) <= _LONGEST


_MAIL = r"[^@\s,]+@[^@\s,]+\.[^@\s,]+"


def _contact(text: str) -> bool:
    return bool(re.fullmatch(rf"https?://\S+|{_MAIL}", text))


def _mail_addresses(text: str) -> bool:
    return bool(re.fullmatch(rf"\s*{_MAIL}(?:\s*,\s*{_MAIL})*[\s,]*", text))


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
    numbered = parts and re.fullmatch(r"/?[0-9]*", parts.path)
    return bool(numbered) and _address("redis", "rediss")(text)


def _directory(text: str) -> bool:
    try:
        Path(text).mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def _limits(text: str) -> bool:
    try:
        limits = json.loads(text)
        return all(name in LIMITS and float(limit) >= 0 for name, limit in limits.items())
    except (ValueError, TypeError, AttributeError):
        return False


def _log_level(text: str) -> bool:
    return text in {"CRITICAL", "ERROR", "WARNING", "INFO", "DEBUG"}


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
        lambda text: text.startswith(("mongodb://", "mongodb+srv://")),
    ),
    Setting("MONGO_DATABASE", DATABASE_NAMES, is_database_name),
    Setting("TSNET_CONTACT", "a mail address or an http(s) address", _contact),
    Setting(
        "TSNET_OVERLAP_DAYS", "a whole number of days from 0 to 36500", _whole_number(0, 36_500)
    ),
    Setting("TSNET_SPOOL_LIMIT", "a whole number from 1", _whole_number(1)),
    Setting("TSNET_STORE_PATIENCE", _SECONDS, _seconds),
    Setting("TSNET_BATCH_SIZE", "a whole number from 1", _whole_number(1)),
    Setting("TSNET_BATCH_AGE", _SECONDS, _seconds),
    Setting("TSNET_EXTRACTION_PROCESSES", "a whole number from 0 to 256", _whole_number(0, 256)),
    Setting("TSNET_EXTRACTION_TIMEOUT", _SECONDS, _seconds),
    Setting("TSNET_LEASE_SECONDS", "a whole number from 0 to 86400", _whole_number(0, 86_400)),
    Setting("TSNET_ALERT_WEBHOOK", "an http(s) address", _address("http", "https")),
    Setting("TSNET_ALERT_MAIL", "mail addresses with commas between them", _mail_addresses),
    Setting(
        "TSNET_ALERT_SMTP", "smtp://user:password@host:port or smtps://…", _address("smtp", "smtps")
    ),
    Setting(
        "TSNET_MONITOR_LIMITS",
        f"a JSON object of numbers from 0 with the names {', '.join(LIMITS)}",
        _limits,
    ),
    Setting("JOBDIR", "a directory that can be made (TSNET_JOBDIR)", _directory),
    Setting(
        "TSNET_CHROMIUM",
        "a program that can be started, by its path or by its name on PATH",
        lambda text: shutil.which(text) is not None,
    ),
    Setting("TSNET_RENDER_TIMEOUT", _SECONDS, _seconds),
    Setting(
        "TSNET_SUMMARY", "auto, always or never", lambda text: text in {"auto", "always", "never"}
    ),
    Setting("REDIS_URL", "a redis://host:port/number, rediss:// or unix:///path address", _redis),
    Setting(
        "TSNET_RUN",
        "a name of 1 to 80 letters, digits, . _ and -",
        lambda text: bool(re.fullmatch(r"[A-Za-z0-9._-]{1,80}", text)),
    ),
    Setting(
        "TSNET_HEARTBEAT",
        f"a number of seconds from 1 to {_LONGEST}",
        lambda text: _seconds(text) and float(text) >= 1,
    ),
    Setting(
        "TSNET_RUN_EXPIRY",
        "a whole number of seconds from 60 to 31536000",
        _whole_number(60, 31_536_000),
    ),
    Setting("TSNET_MAX_RETURNS", "a whole number from 1", _whole_number(1)),
    Setting("LOG_LEVEL", "CRITICAL, ERROR, WARNING, INFO or DEBUG", _log_level),
    Setting(
        "LOG_FILE",
        "a file that can be written, in a directory that exists",
        _writable_file,
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


_IN_PARTS = frozenset({"DNS_TIMEOUT", "DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT"})
"""Numbers of Scrapy's that need not be whole, though their defaults are."""

_AT_LEAST_ONE = frozenset(
    {
        "CONCURRENT_ITEMS",
        "CONCURRENT_REQUESTS",
        "CONCURRENT_REQUESTS_PER_DOMAIN",
        "REACTOR_THREADPOOL_MAXSIZE",
    }
)
"""Numbers of Scrapy's with which a crawl would do nothing, or wait for ever, if they were 0."""


def check(settings: Mapping[str, Any]) -> None:
    """Check the project's settings, and that those named in ``TSNET_REQUIRED`` are set.

    Makes the job directory, the spool's, and the log file. Raises ConfigurationError for the first
    that is missing or wrong.
    """
    known = {setting.name: setting for setting in SETTINGS}
    for name in settings.get("TSNET_REQUIRED") or ():
        if not settings.get(name):
            allowed = f" ({known[name].allowed})" if name in known else ""
            raise ConfigurationError(
                f"{name} is not set; these settings require it: set it in the environment{allowed}"
            )
    _check_names({*settings, *os.environ})
    for setting in SETTINGS:
        value = settings.get(setting.name)
        text = json.dumps(value) if isinstance(value, Mapping) else str(value)
        if value is not None and value != "" and not setting.valid(text):
            raise ConfigurationError(
                f"{setting.name}={without_password(text)!r} is not {setting.allowed}"
            )
    _check_scrapys(settings)
    if uri := settings.get("MONGO_URI"):
        try:
            check_uri(uri)
        except StoreSettingsError as error:
            raise ConfigurationError(str(error)) from None
    if spool := settings.get("TSNET_SPOOL_DIR"):
        try:
            make_directory(Path(spool).expanduser())
        except SpoolError as error:
            raise ConfigurationError(str(error)) from None
    if settings.get("TSNET_ALERT_MAIL") and not settings.get("TSNET_ALERT_SMTP"):
        raise ConfigurationError(
            "TSNET_ALERT_SMTP is not set; without it TSNET_ALERT_MAIL is sent nothing"
        )


def _check_names(given: Collection[str]) -> None:
    """Refuse a name that is no setting's: a misspelt one would do nothing, without a word."""
    known = (PLAIN | SWITCHES).union(setting.name for setting in SETTINGS)
    for name in sorted(given):
        if name.startswith("TSNET_") and name not in known:
            near = get_close_matches(name, known, 1)
            remedy = (
                f"did you mean {near[0]}?" if near else "docs/settings.md lists those there are"
            )
            raise ConfigurationError(f"{name} is no setting: {remedy}")


def _check_scrapys(settings: Mapping[str, Any]) -> None:
    """Check switches, and Scrapy's own numbers, of which it would name the value alone."""
    for name, default in (vars(default_settings) | dict.fromkeys(SWITCHES, False)).items():
        text = settings.get(name) if isinstance(default, (int, float)) else None
        if not isinstance(text, str):
            continue
        # The default of one switch is 1.
        if isinstance(default, bool) or name.endswith("_ENABLED"):
            valid, allowed = text in _SWITCH, "0 or 1"
        elif "PRIORITY" in name:
            valid, allowed = bool(re.fullmatch(r"-?\d+", text, re.ASCII)), "a whole number"
        elif isinstance(default, float) or name in _IN_PARTS:
            valid, allowed = bool(re.fullmatch(r"\d+(\.\d*)?", text, re.ASCII)), "a number from 0"
        else:
            least = 1 if name in _AT_LEAST_ONE else 0
            valid, allowed = _whole_number(least)(text), f"a whole number from {least}"
        if not valid:
            raise ConfigurationError(f"{name}={text!r} is not {allowed}")


def without_password(text: str) -> str:
    """``text`` with the passwords of the addresses in it masked, of those without a scheme too.

    >>> without_password("redis://me:secret@host/0 or me:sec/ret@host")
    'redis://me:***@host/0 or me:***@host'
    """
    return re.sub(r"((?:://|^|(?<=[\s'\"=(]))[^:/@\s]*):(?!//)\S*@", r"\1:***@", text)
