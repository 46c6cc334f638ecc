"""Speed of undoing the mirror's damage beside OpenCC's `t2s` on the same text, and its import.

Run as `python -m tests.bench.mirror`; times are of the processor, the best of several runs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import opencc

from tests.damage import damage, draw_set, script_table
from tests.restoration import pages
from tsnet.text.mirror import restore

CHARACTERS = 4000
"""Of Chinese text on a page, as on a long article's page."""

MEMORY = """
import resource, sys, time
import opencc
opencc.OpenCC('t2s').convert('漢')
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
import tsnet.text.mirror
used = time.process_time() - start
print(used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def page_texts() -> dict[str, str]:
    """Give the pages to measure, by name."""
    everything = "\n".join("\n".join(paragraphs) for paragraphs in pages(None))
    text = "\n".join(f"<p>{line}</p>" for line in everything[:CHARACTERS].split("\n"))
    found = {
        "Simplified, no damage": text,
        "Traditional, no damage": text.translate(script_table("taiwan")),
    }
    for size in (50, 200, 0.5):
        annotated = draw_set(size, 1, common_in=everything if isinstance(size, int) else None)
        name = f"{size} common" if isinstance(size, int) else f"{size:.0%} of all"
        for keep_private in (True, False):
            kept = "kept" if keep_private else "lost"
            found[f"{name}, private-use {kept}"] = damage(
                text, annotated, keep_private=keep_private
            )
    return found


def best(action: Callable[[], object], runs: int) -> float:
    """Give the least seconds of processor time that an action took."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the figures, or write them as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mirror", description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--to", type=Path, help="write the rows as JSON to this file")
    arguments = parser.parse_args()
    converter = opencc.OpenCC("t2s")
    rows = []
    for name, text in page_texts().items():
        restore(text)
        theirs = best(lambda text=text: converter.convert(text), arguments.runs)
        ours = best(lambda text=text: restore(text), arguments.runs)
        rows.append(
            {
                "page": name,
                "characters": len(text),
                "opencc_ms": round(theirs * 1e3, 3),
                "restore_ms": round(ours * 1e3, 3),
                "times": round(ours / theirs, 2),
            }
        )
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], capture_output=True, check=True, text=True
    )
    seconds, kilobytes = done.stdout.split()
    rows.append(
        {
            "page": "import, over OpenCC's",
            "seconds": round(float(seconds), 3),
            "megabytes": round(int(kilobytes) / 1024, 1),
        }
    )
    for row in rows:
        print("  ".join(f"{key} {value}" for key, value in row.items()))
    if arguments.to:
        arguments.to.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
