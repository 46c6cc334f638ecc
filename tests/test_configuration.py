"""The check of the settings before a crawl starts."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from settings import production
from tests.crawling import project_settings
from tsnet.configuration import ConfigurationError, check
from tsnet.monitors import LIMITS
from tsnet.store.connection import DATABASE_NAMES, StoreSettings
from tsnet.store.errors import StoreSettingsError

SECONDS = "a number of seconds above 0, 86400 at most"


def test_the_default_settings_pass() -> None:
    check(project_settings())


def test_a_locale_in_which_opencc_does_not_find_its_tables_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "gb18030")
    monkeypatch.setattr(sys, "prefix", "/srv/tsnet/.venv")
    check({})
    monkeypatch.setattr(sys, "prefix", "/srv/天山/.venv")
    with pytest.raises(ConfigurationError, match=r"encoding is gb18030.* set LC_ALL=C\.UTF-8"):
        check({})


@pytest.mark.parametrize(
    ("name", "allowed", "values"),
    [
        ("MONGO_URI", "a mongodb:// or mongodb+srv:// address", ["localhost:27017"]),
        ("MONGO_DATABASE", DATABASE_NAMES, ["a.b", "tsnet\r", "admin", "天山网的新闻存档" * 3]),
        ("TSNET_CONTACT", "a mail address or an http(s) address", ["me", "ftp://example.org"]),
        ("TSNET_BATCH_SIZE", "a whole number from 1 to 1000", ["many", "1.5", "²", "", "9" * 5000]),
        ("TSNET_BATCH_AGE", SECONDS, ["soon", "0", "３", "9" * 400, ""]),
        ("TSNET_STORE_PATIENCE", SECONDS, ["0", "86400.5"]),
        ("TSNET_EXTRACTION_TIMEOUT", SECONDS, ["0.0"]),
        ("TSNET_RENDER_TIMEOUT", SECONDS, ["-1"]),
        (
            "TSNET_CHROMIUM",
            "a program that can be started, by its path or by its name on PATH",
            ["/no/such/browser"],
        ),
        ("TSNET_SUMMARY", "auto, always or never", ["maybe", ""]),
        (
            "TSNET_ALERT_WEBHOOK",
            "an http(s) address",
            ["hooks.example.org/x", "https://hooks.example.org/a b", "ftp://hooks.example.org"],
        ),
        ("TSNET_ALERT_MAIL", "mail addresses with commas between them", ["press", "a@b.c d@e.f"]),
        (
            "TSNET_ALERT_SMTP",
            "smtp://user:password@host:port or smtps://…",
            [
                "smtp://mail.example.org:port",
                "mail.example.org",
                "https://mail.example.org",
                "smtp://",
            ],
        ),
        ("TSNET_HEARTBEAT", "a number of seconds from 1 to 86400", ["0.5", "86401"]),
        ("TSNET_RUN", "a name of 1 to 80 letters, digits, . _ and -", ["one two", "n" * 81]),
        (
            "TSNET_MONITOR_LIMITS",
            f"a JSON object of numbers from 0 with the names {', '.join(LIMITS)}",
            [
                '{"MAX_REJECT": 0.3}',
                '{"MAX_REJECTED": "few"}',
                '{"MAX_REJECTED": null}',
                '{"MAX_REJECTED": -1}',
                "0.3",
                "",
                "{'MAX_REJECTED': 0.3}",
                f'{{"MAX_REJECTED": {"9" * 400}}}',
                "[" * 100_000,
            ],
        ),
        (
            "JOBDIR",
            "a directory that can be made, named without ~ (TSNET_JOBDIR)",
            ["/dev/null/job", "~/job"],
        ),
        (
            "REDIS_URL",
            "a redis://host:port/number, rediss:// or unix:///path address",
            [
                "127.0.0.1:6379",
                "redis://127.0.0.1:99999/0",
                "redis://127.0.0.1:0",
                "redis://127.0.0.1/zero",
                f"redis://127.0.0.1/{'9' * 5000}",
                "redis:///0",
                "unix://",
                "unix:///",
            ],
        ),
        ("LOG_LEVEL", "CRITICAL, ERROR, WARNING, INFO or DEBUG", ["LOUD", ""]),
        (
            "LOG_FILE",
            "a file that can be written, in a directory that exists",
            ["/dev/null/crawl.log"],
        ),
    ],
)
def test_a_wrong_value_is_told_with_its_name_and_what_is_allowed(
    name: str, allowed: str, values: list[str]
) -> None:
    for value in values:
        with pytest.raises(ConfigurationError) as error:
            check({name: value})
        assert str(error.value) == f"{name}={value!r} is not {allowed}"


@pytest.mark.parametrize(
    ("name", "allowed", "least", "most"),
    [
        ("TSNET_OVERLAP_DAYS", "a whole number of days from 0 to 36500", 0, 36_500),
        ("TSNET_SPOOL_LIMIT", "a whole number from 1", 1, sys.maxsize),
        ("TSNET_BATCH_SIZE", "a whole number from 1 to 1000", 1, 1000),
        ("TSNET_EXTRACTION_PROCESSES", "a whole number from 0 to 256", 0, 256),
        ("TSNET_LEASE_SECONDS", "a whole number from 0 to 86400", 0, 86_400),
        ("TSNET_RUN_EXPIRY", "a whole number of seconds from 60 to 31536000", 60, 31_536_000),
        ("TSNET_MAX_RETURNS", "a whole number from 1", 1, sys.maxsize),
    ],
)
def test_a_whole_number_is_taken_up_to_its_bounds(
    name: str, allowed: str, least: int, most: int
) -> None:
    for value in (least, most):
        check({name: str(value)})
    for value in (least - 1, most + 1):
        with pytest.raises(ConfigurationError) as error:
            check({name: str(value)})
        assert str(error.value) == f"{name}='{value}' is not {allowed}"


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("mongo://user:secret@host", "mongo://user:***@host"),
        ("user:secret@host/db", "user:***@host/db"),
        ("http://user:se/secret@host", "http://user:***@host"),
    ],
)
def test_a_password_is_never_told(uri: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(f"MONGO_URI='{told}' is not")):
        check({"MONGO_URI": uri})


def test_an_address_that_the_driver_can_not_read_is_told() -> None:
    with pytest.raises(ConfigurationError, match=r"^MONGO_URI mongodb://\*\*\*@host can't be read"):
        check({"MONGO_URI": "mongodb://user:pass:word@host"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TSNET_CONTACT", "https://example.org/crawler"),
        ("TSNET_CONTACT", "archive@example.org"),
        ("MONGO_URI", "mongodb://127.0.0.1"),
        ("TSNET_ALERT_WEBHOOK", "http://hooks.example.org/x"),
        ("TSNET_ALERT_WEBHOOK", "https://hooks.example.org/x"),
        ("TSNET_ALERT_SMTP", "smtps://mail.example.org:465"),
        ("TSNET_BATCH_AGE", "86400"),
        ("TSNET_HEARTBEAT", "1"),
        ("TSNET_HEARTBEAT", "1.5"),
        ("TSNET_RUN", "2025-03_weekly.1"),
        ("TSNET_MONITOR_LIMITS", '{"MAX_REJECTED": 0}'),
        ("TSNET_ALERT_WEBHOOK", ""),
        ("JOBDIR", ""),
    ],
)
def test_a_value_that_is_allowed_passes(name: str, value: str) -> None:
    check({name: value})


def test_mail_with_a_server_to_send_it_passes() -> None:
    check({"TSNET_ALERT_MAIL": " a@example.org", "TSNET_ALERT_SMTP": "smtp://mail.example.org"})


def test_a_directory_that_is_not_there_yet_is_made_and_a_file_can_be_written(
    tmp_path: Path,
) -> None:
    for _ in range(2):
        check({"JOBDIR": str(tmp_path / "jobs" / "one"), "LOG_FILE": str(tmp_path / "crawl.log")})
    assert (tmp_path / "jobs" / "one").is_dir()


def test_the_limits_of_the_settings_pass() -> None:
    check({"TSNET_MONITOR_LIMITS": production.TSNET_MONITOR_LIMITS})
    check({"TSNET_MONITOR_LIMITS": '{"MAX_REJECTED": 0.3, "MIN_ARTICLES": 5}'})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("TSNET_OVERLAP_DAY", "TSNET_OVERLAP_DAYS"),
        ("TSNET_JOB_DIR", "TSNET_JOBDIR"),
        ("TSNET_WEB_PASSWD", "TSNET_WEB_PASSWORD"),
    ],
)
def test_a_misspelt_name_is_told_with_the_one_that_is_meant(
    name: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = re.escape(f"{name} is no setting: did you mean {meant}?")
    with pytest.raises(ConfigurationError, match=told):
        check({name: "3"})
    monkeypatch.setenv(name, "3")
    with pytest.raises(ConfigurationError, match=told):
        check({})


def test_a_name_that_resembles_no_setting_is_refused_but_in_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TSNET_BENCH_SIZE", "7")
    check({})
    with pytest.raises(ConfigurationError, match=r"TSNET_BENCH_SIZE is no setting: docs/settings"):
        check({"TSNET_BENCH_SIZE": "7"})


def test_a_spool_directory_that_takes_no_files_is_told_and_one_that_is_not_there_is_made(
    tmp_path: Path,
) -> None:
    with pytest.raises(ConfigurationError, match="the spool /dev/null/spool can't be used"):
        check({"TSNET_SPOOL_DIR": "/dev/null/spool"})
    for name in ("TSNET_DATA_DIR", "TSNET_SPOOL_DIR"):
        with pytest.raises(
            ConfigurationError, match=f"{name} is '~nobody-here/a', but there is no"
        ):
            check({name: "~nobody-here/a"})
        with pytest.raises(
            StoreSettingsError, match=f"{name} is '~nobody-here/a', but there is no"
        ):
            StoreSettings.from_settings({name: "~nobody-here/a"})
    check({"TSNET_SPOOL_DIR": str(tmp_path / "spool")})
    assert (tmp_path / "spool").is_dir()


def test_a_directory_of_the_private_server_that_is_none_is_told_unless_another_is_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    for data in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(ConfigurationError, match=f"^{data} can't be used .* TSNET_DATA_DIR"):
            check({"TSNET_DATA_DIR": str(data)})
        check({"TSNET_DATA_DIR": str(data), "MONGO_URI": "mongodb://db.example.org/"})


def test_mail_without_a_server_to_send_it_is_told() -> None:
    with pytest.raises(ConfigurationError, match="TSNET_ALERT_SMTP is not set"):
        check({"TSNET_ALERT_MAIL": "one@example.org, two@example.org"})


@pytest.mark.parametrize("value", [None, ""])
def test_a_required_setting_that_is_missing_is_told(value: Any) -> None:
    told = "it in the environment (a mail address or an http(s) address)"
    with pytest.raises(ConfigurationError, match=f"^TSNET_CONTACT is not .*{re.escape(told)}$"):
        check({"TSNET_REQUIRED": ("TSNET_CONTACT",), "TSNET_CONTACT": value})


def test_required_settings_may_be_named_in_one_text_and_be_others_than_those_checked() -> None:
    with pytest.raises(ConfigurationError, match=r"^MONGO_URI is not set; .* \(a mongodb://"):
        check({"TSNET_REQUIRED": "TSNET_CONTACT,MONGO_URI", "TSNET_CONTACT": "a@example.org"})
    with pytest.raises(ConfigurationError, match=r"^TSNET_DATA_DIR is not set; .* environment$"):
        check({"TSNET_REQUIRED": ["TSNET_DATA_DIR"]})
    check({"TSNET_REQUIRED": ""})


@pytest.mark.parametrize(
    "given", [5, {"delay": "soon"}, {"delay": -1}, {"concurrency": 0}, {"jitter": None}]
)
def test_a_wrong_rate_for_a_host_is_told_and_a_right_one_passes(given: Any) -> None:
    told = f"DOWNLOAD_SLOTS gives m.euiu.cn {given!r}, which is not an object of numbers"
    with pytest.raises(ConfigurationError, match=f"^{re.escape(told)}"):
        check({"DOWNLOAD_SLOTS": {"ts.cn": {}, "m.euiu.cn": given}})
    check({"DOWNLOAD_SLOTS": {"m.euiu.cn": {"concurrency": 1, "delay": 2.5, "jitter": 0}}})


@pytest.mark.parametrize(
    "address",
    ["redis://127.0.0.1", "rediss://me:secret@[::1]:6380/2", "unix:///run/redis.sock?db=1"],
)
def test_an_address_of_a_redis_passes(address: str) -> None:
    check({"REDIS_URL": address})


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("CLOSESPIDER_TIMEOUT", "6h", "a number from 0"),
        ("CLOSESPIDER_TIMEOUT", "-1", "a number from 0"),
        ("CONCURRENT_ITEMS", "0", "a whole number from 1"),
        ("CONCURRENT_REQUESTS", "1.5", "a whole number from 1"),
        ("CONCURRENT_REQUESTS_PER_DOMAIN", "0", "a whole number from 1"),
        ("DOWNLOAD_DELAY", "", "a number from 0"),
        ("DOWNLOAD_MAXSIZE", "8MB", "a whole number from 0"),
        ("DOWNLOAD_TIMEOUT", "-1", "a number from 0"),
        ("RETRY_PRIORITY_ADJUST", "low", "a whole number"),
        ("RETRY_PRIORITY_ADJUST", "9" * 10, "a whole number"),
        ("TSNET_PROGRESS", "off", "0 or 1"),
        ("TSNET_WAIT_FOR_WRITES", "maybe", "0 or 1"),
        ("ROBOTSTXT_OBEY", "maybe", "0 or 1"),
        ("TELNETCONSOLE_ENABLED", "off", "0 or 1"),
        ("LOG_STDOUT", "off", "0 or 1"),
        ("LOG_FORMAT", "100%", "a format of Python's logging, such as %(asctime)s %(message)s"),
        ("LOG_FORMAT", "%(any)s", "a format of Python's logging, such as %(asctime)s %(message)s"),
        ("LOG_FORMAT", "%(name)d", "a format of Python's logging, such as %(asctime)s %(message)s"),
        ("LOG_ENCODING", "utf9", "the name of an encoding, such as utf-8"),
        ("FEED_EXPORT_ENCODING", "utf9", "the name of an encoding, such as utf-8"),
        ("REACTOR_THREADPOOL_MAXSIZE", "0", "a whole number from 1"),
        ("HTTPERROR_ALLOWED_CODES", "all", "numbers with commas between them"),
        ("RETRY_HTTP_CODES", "500,5xx", "numbers with commas between them"),
    ],
)
def test_a_wrong_value_of_a_setting_of_scrapy_is_told_with_its_name(
    name: str, value: str, allowed: str
) -> None:
    with pytest.raises(ConfigurationError) as error:
        check({name: value})
    assert str(error.value) == f"{name}={value!r} is not {allowed}"


def test_settings_of_scrapy_pass_as_it_reads_them() -> None:
    given = {
        "DOWNLOAD_DELAY": "0.5",
        "DOWNLOAD_TIMEOUT": "7.5",
        "DNS_TIMEOUT": "7.5",
        "CONCURRENT_REQUESTS": "1",
        "RETRY_PRIORITY_ADJUST": "-1",
        "TELNETCONSOLE_ENABLED": "False",
    }
    check({**given, "CLOSESPIDER_TIMEOUT": "21600", "LOG_FILE_APPEND": "0"})
    check({"RETRY_HTTP_CODES": "500, 502", "LOG_FORMAT": "%(levelname)s %(message)s"})
    for switch in ("0", "1", "True", "False", "true", "false"):
        check({"ROBOTSTXT_OBEY": switch, "TSNET_PROGRESS": switch})
    check({"RETRY_HTTP_CODES": "", "FEED_EXPORT_ENCODING": "gb18030"})


@pytest.mark.parametrize(
    ("name", "value", "path", "why"),
    [
        ("SCHEDULER", "absent.Scheduler", "absent.Scheduler", "No module named 'absent'"),
        ("DUPEFILTER_CLASS", "Filter", "Filter", "Error loading object 'Filter': not a full path"),
        ("TWISTED_REACTOR", "twisted.Reactor", "twisted.Reactor", "'twisted' doesn't define"),
        ("RETRY_EXCEPTIONS", "builtins.OSError, a.B", "a.B", "No module named 'a'"),
        ("EXTENSIONS", {"gone.A": None, "a.B": 0}, "a.B", "No module named 'a'"),
        ("ADDONS", {"a.B": 1}, "a.B", "No module named 'a'"),
        ("DOWNLOAD_HANDLERS", {"http": None, "https": "a.B"}, "a.B", "No module named 'a'"),
    ],
)
def test_a_class_that_can_not_be_loaded_is_told_with_its_setting(
    name: str, value: Any, path: str, why: str
) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name} names '{path}', .*{why}") as error:
        check({name: value})
    assert str(error.value).endswith(
        "correct it, or install its extra, such as pip install -e '.[distributed]'"
    )


def test_a_class_or_a_policy_that_is_there_passes() -> None:
    check({"SCHEDULER": "scrapy.core.scheduler.Scheduler", "REFERRER_POLICY": "no-referrer"})
    check({"RETRY_EXCEPTIONS": ""})
    check({"LOG_FORMATTER": "tsnet.log_format.QuietLogFormatter", "ITEM_PIPELINES": {Path: 1}})


def test_a_feed_that_can_not_be_written_is_told_and_one_that_can_passes(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for feeds, told in (
        ({"articles.jsonl": "jsonlines"}, "FEEDS gives articles.jsonl 'jsonlines', which is not"),
        (
            {tmp_path / "file" / "a.jsonl": {}},
            f"^FEEDS .-o, -O. names .*: {tmp_path / 'file'} can't be written in",
        ),
        ({f"file://{tmp_path}/file/a.jsonl": {}}, f": {tmp_path / 'file'} can't be written in"),
        ({tmp_path / ("long" * 64) / "a.jsonl": {}}, r"can't be written \(File name too long\)"),
    ):
        with pytest.raises(ConfigurationError, match=told):
            check({"FEEDS": feeds})
    check({"FEEDS": {tmp_path / "new" / "a.jsonl": {}, "a.csv": {}, "stdout:": {}}})
    check({"FEEDS": {"s3://archive/dev/null/a.jsonl": {}}})
    assert not (tmp_path / "new").exists()
