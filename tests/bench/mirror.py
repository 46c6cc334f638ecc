"""Speed of undoing the mirror's damage beside OpenCC's `t2s` on the same text, and its import.

Run as `python -m tests.bench.mirror`; times are of the processor. A page that was seen before: the
best of several runs. New pages: each restored once, with a text, a set of annotated characters and
so doubtful places of its own, after others have had the tables read; the mean of all. The replica's
are HTML, of one site, which repeats much of a page on the next.
"""

from __future__ import annotations

import argparse
import gc
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import opencc

from tests.bench.figures import Row, add_common, median, publish
from tests.damage import damage, draw_set, script_table
from tests.replica.options import Options
from tests.replica.score import fetched
from tests.replica.site import Site
from tests.restoration import pages
from tsnet.site.decoding import decode
from tsnet.text.mirror import restore

CHARACTERS = 4000
"""Of Chinese text on a page, as on a long article's page."""

SETS = (50, 200, 0.5)
"""Common characters that are annotated (how many), or the part of all that differ."""

REAL = Path(__file__).parents[1] / "seed" / "mirrored.txt"
"""An article of the mirror: a copy with ASCII marks, one character in four of it annotated."""

WARMING = 4
"""Pages of each kind that are restored before new ones are measured."""

START = """
import sys, time
import opencc, psutil
opencc.OpenCC('t2s').convert('漢')

def measured(before=None):
    used, memory = time.process_time(), psutil.Process().memory_info().rss / 1024**2
    return (used - before[0], memory - before[1]) if before else (used, memory)

start = measured()
from tsnet.text.mirror import restore
print(*measured(start))
restore(sys.stdin.read())
print(*measured(start))
"""


def text_of(paragraphs: list[str]) -> str:
    """Give a page of so many characters."""
    return "\n".join(f"<p>{line}</p>" for line in "\n".join(paragraphs)[:CHARACTERS].split("\n"))


def damaged(size: int | float, seed: int, keep_private: bool, *, shuffled: bool = True) -> str:
    """Give a page as a mirror shows it: its text and the annotated characters are the seed's."""
    paragraphs = [paragraph for page in pages(None) for paragraph in page]
    common_in = "\n".join(paragraphs) if isinstance(size, int) else None
    if shuffled:
        random.Random(seed).shuffle(paragraphs)
    annotated = draw_set(size, seed, common_in=common_in)
    return damage(text_of(paragraphs), annotated, keep_private=keep_private)


def kinds() -> Iterator[tuple[str, int | float, bool]]:
    """Yield the kinds of damage: name, how many are annotated, whether private-use ones stay."""
    for size in SETS:
        name = f"{size} common" if isinstance(size, int) else f"{size:.0%} of all"
        for keep_private in (True, False):
            yield f"{name}, private-use {'kept' if keep_private else 'lost'}", size, keep_private


def of_replica(articles: int) -> list[str]:
    """Give the HTML of so many articles of the replica's mirror."""
    site = Site(Options.preset("bench", articles=articles))
    return [
        decode(page.body, page.headers.get("content-type", "")).text
        for entry in site.entries.values()
        for page in fetched(site, entry)
    ]


def taken(action: Callable[[str], object], text: str, runs: int = 1) -> float:
    """Give the least milliseconds of processor time that an action took on a text."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        action(text)
        times.append(time.process_time() - start)
    return 1e3 * min(times)


def seen_before(name: str, text: str, runs: int) -> Row:
    """Measure a page that was restored before."""
    restore(text)
    ours, theirs = taken(restore, text, runs), taken(opencc.OpenCC("t2s").convert, text, runs)
    return Row(name, ours, "ms", "OpenCC", theirs, {"characters": len(text)})


def new(name: str, texts: list[str]) -> Row:
    """Measure pages that were never seen before."""
    converter = opencc.OpenCC("t2s")
    for text in texts[:WARMING]:
        restore(text)
    texts = texts[WARMING:]
    ours = [taken(restore, text) for text in texts]
    theirs = [taken(converter.convert, text, 3) for text in texts]
    return Row(
        f"new pages, {name}",
        sum(ours) / len(texts),
        "ms",
        "OpenCC",
        sum(theirs) / len(texts),
        {
            "median of ratios": median([a / b for a, b in zip(ours, theirs, strict=True)]),
            "pages": len(texts),
            "characters": sum(map(len, texts)) // len(texts),
        },
    )


def at_the_start() -> list[Row]:
    """Measure the import, and the first page, which has the tables read, in a new process."""
    done = subprocess.run(
        [sys.executable, "-c", START],
        input=damaged(200, 1, keep_private=False),
        capture_output=True,
        check=True,
        text=True,
    )
    return [
        Row(f"{what}, over OpenCC's import", float(seconds), "s", more={"MB": float(megabytes)})
        for what, (seconds, megabytes) in zip(
            ("import", "import and first page"),
            map(str.split, done.stdout.splitlines()),
            strict=True,
        )
    ]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mirror", description=__doc__)
    add_common(parser)
    parser.set_defaults(runs=15)
    parser.add_argument("--pages", type=int, default=40, help="new pages of each kind")
    options = parser.parse_args()
    # What the damage needs, pypinyin's 200,000 lists, is in no crawl, and the collector would go
    # through it time and again.
    gc.freeze()
    undamaged = text_of([paragraph for page in pages(None) for paragraph in page])
    rows = [
        seen_before("no damage, Simplified", undamaged, options.runs),
        seen_before(
            "no damage, Traditional", undamaged.translate(script_table("taiwan")), options.runs
        ),
    ]
    rows.append(seen_before("a real article", REAL.read_text(encoding="utf-8"), options.runs))
    for name, size, keep_private in kinds():
        text = damaged(size, 1, keep_private, shuffled=False)
        rows.append(seen_before(f"page seen before, {name}", text, options.runs))
    for name, size, keep_private in kinds():
        seeds = range(2, 2 + options.pages + WARMING)
        rows.append(new(name, [damaged(size, seed, keep_private) for seed in seeds]))
    rows.append(new("the replica's HTML", of_replica(options.pages + WARMING)))
    publish([*rows, *at_the_start()], options.json)


if __name__ == "__main__":
    main()
