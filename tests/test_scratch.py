"""What the tests' own processes leave behind: nothing, and those that they start neither."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.crawling import GIVEN, INHERITED, SCRATCH, finished


def test_a_process_that_a_test_starts_keeps_its_things_where_the_test_does() -> None:
    told = finished(
        [sys.executable, "-c", "from tests.crawling import SCRATCH; print(SCRATCH)"], INHERITED
    )
    assert told.stdout.strip() == SCRATCH


def test_a_process_that_is_killed_leaves_no_directory(tmp_path: Path) -> None:
    alone = {name: value for name, value in INHERITED.items() if name != GIVEN}
    killed = "import os, tests.crawling; os.kill(os.getpid(), 9)"
    run = finished([sys.executable, "-c", killed], {**alone, "TMPDIR": str(tmp_path)})
    assert run.returncode == -9, run.stderr
    assert list(tmp_path.iterdir()) == []
