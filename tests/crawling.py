"""Real ``scrapy crawl`` runs in a subprocess, for tests."""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
from pymongo.database import Database
from scrapy.settings import Settings

Store = tuple[str, str]
"""URI of a MongoDB, and the name of a database in it."""

Documents = Database[dict[str, Any]]
"""A database whose documents are as they are stored."""

ROOT = Path(__file__).resolve().parents[1]

OURS = ("TSNET_", "MONGO_", "SCRAPY_", "REDIS_URL", "LOG_LEVEL")
TERMINAL = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TTY_", "PYTHONUNBUFFERED")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
GIVEN = "TESTS_SCRATCH"
"""Name in the environment of ``SCRATCH`` of the process that began the tests."""

if GIVEN not in os.environ:
    os.environ[GIVEN] = str(Path(tempfile.gettempdir(), f"tsnet-tests-{secrets.token_hex(8)}"))
    atexit.register(shutil.rmtree, os.environ[GIVEN], ignore_errors=True)

SCRATCH = str(Path(os.environ[GIVEN], os.environ.get("PYTEST_XDIST_WORKER", "")))
"""What tsnet keeps for its user, in these tests: never what the user has, and gone at the end. Made
by who first keeps something there, and the same for all processes that a process of the tests
starts: a killed one leaves nothing."""

INHERITED = {
    name: value
    for name, value in os.environ.items()
    if not name.upper().startswith((*OURS, *TERMINAL, *PROXIES))
} | {"TSNET_DATA_DIR": SCRATCH}
"""What the processes that tests start inherit: nothing that changes what tsnet does. Read before
the first test, since Scrapy puts its choice of settings into the environment of its process."""

FAST = {
    "DOWNLOAD_DELAY": "0",
    "AUTOTHROTTLE_ENABLED": "0",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "16",
    "TSNET_EXTRACTION_PROCESSES": "0",
    "RETRY_TIMES": "1",
}
"""Politeness off, since the host is ours; no worker process, since tests start many crawls."""


def project_settings() -> Settings:
    """The project's default settings; Scrapy's own function would put them into the environment."""
    settings = Settings()
    settings.setmodule("settings.local", priority="project")
    return settings


def crawl_command(
    base_url: str, settings: dict[str, str] | None = None, /, **arguments: str
) -> list[str]:
    """The command of a crawl of ``base_url``."""
    command = [sys.executable, "-m", "scrapy", "crawl", "tianshan"]
    for name, value in {"base_url": base_url, "render": "never", **arguments}.items():
        command += ["-a", f"{name}={value}"]
    for name, value in {**FAST, **(settings or {})}.items():
        command += ["-s", f"{name}={value}"]
    return command


def environment(store: Store, spool: Path | None = None) -> dict[str, str]:
    """The environment of a crawl that writes to ``store``."""
    uri, database = store
    return {
        **INHERITED,
        "MONGO_URI": uri,
        "MONGO_DATABASE": database,
        "TSNET_SPOOL_DIR": str(spool or Path(SCRATCH) / f"spool-{database}"),
        "PYTHONWARNINGS": "error::DeprecationWarning:tsnet,error::DeprecationWarning:pipelines",
    }


def finished(
    command: Sequence[str], env: Mapping[str, str], timeout: float = 240
) -> subprocess.CompletedProcess[str]:
    """Run a command in the project to its end."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def scrapy(*words: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command of Scrapy's to its end."""
    return finished([sys.executable, "-m", "scrapy", *words], env)


def crawl(
    base_url: str,
    store: Store,
    settings: dict[str, str] | None = None,
    timeout: float = 240,
    /,
    **arguments: str,
) -> subprocess.CompletedProcess[str]:
    """Run a crawl to its end."""
    return finished(
        crawl_command(base_url, settings, **arguments), environment(store), timeout=timeout
    )


def succeeded(run: subprocess.CompletedProcess[str]) -> None:
    """Find that a run has done what it was to do."""
    assert run.returncode == 0, run.stderr[-5000:]


def carrying(mark: str) -> dict[psutil.Process, str]:
    """The processes that have ``mark`` in their environment, each with its command line.

    What a crawl starts, and what that starts, inherits it.
    """
    found = {}
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if mark in process.environ().values():
                found[process] = " ".join(process.cmdline())
    return found
