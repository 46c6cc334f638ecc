"""The Debian packages that ``make`` asks for, on a machine that lacks them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawling import ROOT


@pytest.mark.parametrize(
    ("python", "code", "told"),
    [
        (sys.executable, 0, "some tests need redis-server chromium (as root: apt-get install"),
        ("/nowhere/python", 1, "install first: python3-venv redis-server chromium"),
    ],
)
def test_where_packages_can_not_be_installed_they_are_named(
    tmp_path: Path, python: str, code: int, told: str
) -> None:
    """As root without a network: only what everything needs is a reason to stop."""
    for name, answer in (("id", "echo 0"), ("apt-get", "exit 100")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{answer}\n")
        (tmp_path / name).chmod(0o755)
    shell, env = shutil.which("sh"), shutil.which("env")
    assert shell
    assert env
    (tmp_path / "env").symlink_to(env)

    done = subprocess.run(
        [shell, str(ROOT / ".ci" / "system-packages"), python],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code
    assert done.stderr.startswith(told)
