"""What a benchmark hands over: rows of figures, each beside its baseline, on screen and as JSON."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import psutil

RUNS = 5
"""Runs of which a figure is the median."""


@dataclass
class Row:
    """One figure and what was measured beside it in the same run."""

    what: str
    value: float
    unit: str
    baseline: str = ""
    """What it is compared with."""
    baseline_value: float | None = None
    more: dict[str, Any] = field(default_factory=dict)
    """Single runs, shares, counts."""

    @property
    def ratio(self) -> float | None:
        """The figure in parts of its baseline."""
        return self.value / self.baseline_value if self.baseline_value else None

    def line(self) -> str:
        """The row for a person."""
        text = f"{self.what}: {self.value:,.4g} {self.unit}"
        if self.baseline_value is not None:
            text += f"; {self.baseline}: {self.baseline_value:,.4g}"
        if self.ratio is not None:
            text += f"; ratio {self.ratio:.3g}"
        return text + "".join(
            f"; {name} {value:.4g}" if isinstance(value, float) else f"; {name} {value}"
            for name, value in self.more.items()
            if not isinstance(value, (list, dict))
        )


def server_directory() -> tempfile.TemporaryDirectory[str]:
    """A place for an embedded server, which may still write there while it is removed."""
    return tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


def machine() -> dict[str, Any]:
    """The machine, by its cores and its memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(memory / 1024**3),
        "load": round(os.getloadavg()[0], 1),
    }


def add_common(parser: argparse.ArgumentParser) -> None:
    """The arguments that every benchmark has."""
    parser.add_argument("--json", type=Path, help="write the rows here")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of each (default %(default)s)")


def publish(rows: Sequence[Row], path: Path | None, *, shown: bool = False) -> None:
    """Print the rows, unless they were shown already, and write them as JSON where wanted."""
    for row in () if shown else rows:
        print(row.line(), flush=True)
    if path is not None:
        found = [{**asdict(row), "ratio": row.ratio} for row in rows]
        text = json.dumps({"machine": machine(), "rows": found}, ensure_ascii=False, indent=1)
        path.write_text(text, "utf-8")


def median(values: Sequence[float]) -> float:
    """The median, to four digits."""
    return float(f"{statistics.median(values):.4g}")


def held(process: psutil.Process) -> float:
    """MB of a process and of what it started; what they share counts once, and what ends meanwhile
    not at all."""
    total = 0.0
    with contextlib.suppress(psutil.Error):
        for member in [process, *process.children(recursive=True)]:
            with contextlib.suppress(psutil.Error):
                total += member.memory_full_info().pss
    return total / 1024**2
