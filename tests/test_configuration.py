"""The check of the settings before a crawl starts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.crawling import project_settings
from tsnet.configuration import SETTINGS, ConfigurationError, check


def test_the_default_settings_pass() -> None:
    check(project_settings())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MONGO_URI", "localhost:27017"),
        ("MONGO_DATABASE", "a.b"),
        ("TSNET_CONTACT", "me"),
        ("TSNET_OVERLAP_DAYS", "-1"),
        ("TSNET_OVERLAP_DAYS", "abc"),
        ("TSNET_BATCH_SIZE", "0"),
        ("TSNET_BATCH_AGE", "0"),
        ("TSNET_EXTRACTION_PROCESSES", "1.5"),
        ("TSNET_EXTRACTION_TIMEOUT", "soon"),
        ("TSNET_CHROMIUM", "/no/such/browser"),
        ("TSNET_RENDER_TIMEOUT", "0"),
        ("TSNET_SUMMARY", "maybe"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_value_is_told_with_its_name_and_what_is_allowed(name: str, value: str) -> None:
    allowed = next(setting.allowed for setting in SETTINGS if setting.name == name)
    with pytest.raises(ConfigurationError) as error:
        check({name: value})
    assert str(error.value) == f"{name}={value!r} is not {allowed}"


def test_a_password_is_never_told() -> None:
    with pytest.raises(ConfigurationError) as error:
        check({"MONGO_URI": "mongo://user:secret@host"})
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("value", [None, ""])
def test_a_required_setting_that_is_missing_is_told(value: Any) -> None:
    with pytest.raises(ConfigurationError, match="TSNET_CONTACT is not set"):
        check({"TSNET_REQUIRED": ("TSNET_CONTACT",), "TSNET_CONTACT": value})
