"""How well the mirror's damage is undone: `python -m tests.restoration`.

Damages the texts of `tests/texts` (or those of a file, a paragraph a line) as several mirrors
would, undoes it, and compares paragraph by paragraph; beside it stands what a regular expression
for the brackets and OpenCC make of the same pages.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import opencc

from tests.damage import SCRIPTS, damage, draw_set, eaten
from tsnet.text.gbk import LOST
from tsnet.text.mirror import restore

TEXTS = Path(__file__).parent / "texts"

SETS: tuple[int | float, ...] = (50, 200, 0.1, 0.5)
"""Common characters (how many), or the part of all that differ between the scripts."""

SETS_OF_ANY: tuple[int, ...] = (50, 300)
"""Common characters of any kind, each with all its readings: site facts (e)."""

BETWEEN = "\n\n\n"
_BETWEEN_SHOWN = re.compile(f"[{LOST}\n]\n\n")


LEGEND = """\
Annotated characters, private-use characters kept or lost; paragraphs; those from
which no ASCII character was eaten; % of these that come back exactly; wrong ones
on a page that counts no guess (w); wrong characters in a million; ASCII characters
eaten; % of these that are flagged in place; characters guessed. The naive way: %
exact, wrong characters in a million.

                    para whole  exact%  w    /M  eat  flag gues naive%       /M"""
"""What the columns are."""


@dataclass
class Figures:
    """Sums over the paragraphs of one row of the table."""

    paragraphs: int = 0
    whole: int = 0
    exact: int = 0
    wrong_uncounted: int = 0
    characters: int = 0
    wrong: int = 0
    eaten: int = 0
    flagged: int = 0
    guessed: int = 0
    naive_exact: int = 0
    naive_wrong: int = 0

    def add(self, other: Figures) -> None:
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def pages(path: Path | None, per_page: int = 12) -> Iterator[list[str]]:
    """Yield the paragraphs of each page: an article of ours, or a part of a file."""
    if path is None:
        for article in sorted(TEXTS.glob("*.txt")):
            _, _, body = article.read_text(encoding="utf-8").partition("\n\n")
            yield [p.strip() for p in body.split("\n") if _usable(p.strip())]
    else:
        lines = path.read_text(encoding="utf-8").split("\n")
        usable = [p.strip() for p in lines if _usable(p.strip())]
        for start in range(0, len(usable), per_page):
            yield usable[start : start + per_page]


def _usable(paragraph: str) -> bool:
    try:
        paragraph.encode("gbk")
    except UnicodeEncodeError:
        return False
    return bool(paragraph) and LOST not in paragraph


def measure(
    paragraphs: list[str], annotated: dict[str, str], script: str, keep_private: bool
) -> Figures:
    """Damage a page, undo it, and compare."""
    text = BETWEEN.join(paragraphs)
    shown = damage(text, annotated, keep_private=keep_private, script=script)
    gone = set(eaten(text, annotated, script=script))
    restored = restore(shown, mirrored=True)
    found = _split(restored.text, len(paragraphs))
    naive = _naive(shown)
    figures = Figures(guessed=restored.guessed, eaten=len(gone))
    start = 0
    for number, original in enumerate(paragraphs):
        end = start + len(original)
        lacking = {at - start for at in gone if start <= at <= end}
        figures.paragraphs += 1
        figures.characters += len(original)
        # What its surroundings force may have been put back.
        expected = "".join(
            LOST if n in lacking and found[number][n : n + 1] != c else c
            for n, c in enumerate(original)
        )
        wrong = _difference(expected, found[number])
        figures.wrong += wrong
        if lacking:
            figures.flagged += len(lacking) if not wrong else 0
        else:
            figures.whole += 1
            figures.exact += found[number] == original
            figures.wrong_uncounted += bool(wrong) and not restored.guessed
            figures.naive_exact += original in naive
        start = end + len(BETWEEN)
    figures.naive_wrong = _difference(text, naive)
    return figures


def _split(text: str, count: int) -> list[str]:
    found = _BETWEEN_SHOWN.split(text)
    return found[:count] + [""] * (count - len(found))


def _naive(shown: str) -> str:
    letters = "a-zāáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜü"
    without = re.sub(rf"\([{letters}]+\)", "", shown)
    converted: str = opencc.OpenCC("t2s").convert(without)
    return converted


def _difference(expected: str, found: str) -> int:
    """Count the characters that differ, on the side that has more of them."""
    if expected == found:
        return 0
    matcher = difflib.SequenceMatcher(None, expected, found, autojunk=False)
    return sum(max(b - a, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")


def rows(path: Path | None, seeds: int, scripts: tuple[str, ...]) -> Iterator[tuple[str, Figures]]:
    """Yield the name of each row and its sums."""
    everything = list(pages(path))
    common = "".join("".join(p) for p in everything)
    for size, of_any in [*((s, False) for s in SETS), *((s, True) for s in SETS_OF_ANY)]:
        name = f"{size} common" if isinstance(size, int) else f"{size:.0%} of all"
        if of_any:
            name = f"{size} of any"
        for keep_private in (True, False):
            total = Figures()
            for number, paragraphs in enumerate(everything):
                for seed in range(seeds):
                    script = scripts[(number + seed) % len(scripts)]
                    annotated = draw_set(
                        size,
                        number * seeds + seed,
                        script=script,
                        common_in=common if isinstance(size, int) else None,
                        any_character=of_any,
                        style="several" if of_any else "one",
                    )
                    total.add(measure(paragraphs, annotated, script, keep_private))
            yield f"{name}, {'kept' if keep_private else 'lost'}", total


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.restoration", description=__doc__)
    parser.add_argument("--text", type=Path, help="a UTF-8 file, one paragraph a line")
    parser.add_argument("--seeds", type=int, default=3, help="sets of annotated characters a page")
    parser.add_argument("--script", choices=SCRIPTS, action="append", help="one-to-one tables")
    arguments = parser.parse_args()
    if arguments.text and not arguments.text.is_file():
        parser.error(f"--text {arguments.text}: no such file")
    print(LEGEND, flush=True)
    for name, f in rows(
        arguments.text, arguments.seeds, scripts=tuple(arguments.script or SCRIPTS)
    ):
        print(
            f"{name:<19}{f.paragraphs:>6}{f.whole:>6}{100 * f.exact / max(1, f.whole):>8.2f}"
            f"{f.wrong_uncounted:>3}{1e6 * f.wrong / max(1, f.characters):>6.0f}{f.eaten:>5}"
            f"{100 * f.flagged / max(1, f.eaten):>6.1f}{f.guessed:>5}"
            f"{100 * f.naive_exact / max(1, f.whole):>7.2f}"
            f"{1e6 * f.naive_wrong / max(1, f.characters):>9.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
