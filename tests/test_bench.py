"""Every benchmark runs, at a size that measures nothing, and leaves its figures as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.__main__ import BENCHMARKS, ROOT

NO_BENCHMARKS = {"__init__", "__main__", "figures"}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.bench", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_runs_and_leaves_its_figures(name: str, tmp_path: Path) -> None:
    done = run(name, "--small", "--to", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
    rows = found if isinstance(found, list) else found.get("rows") or found.get("lines")
    assert rows


def test_the_runner_knows_every_benchmark_there_is() -> None:
    modules = {path.stem for path in Path(ROOT, "tests/bench").glob("*.py")}
    runnable = {
        name
        for name in modules - NO_BENCHMARKS
        if "__main__" in Path(ROOT, f"tests/bench/{name}.py").read_text("utf-8")
    }
    assert runnable == set(BENCHMARKS)


def test_an_unknown_benchmark_is_named_beside_those_there_are() -> None:
    done = run("craw")
    assert done.returncode == 2
    assert "craw" in done.stderr
    assert all(name in done.stderr for name in BENCHMARKS)
