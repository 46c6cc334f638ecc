"""Text from the web on a terminal: Chinese lines that break where they may, and nothing harmful.

Loads rich when something is printed: Scrapy imports every command whenever one is run.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.measure import Measurement
    from rich.progress import Progress
    from rich.table import Table
    from rich.text import Text

MEASURE = 84
"""Columns of a line of prose at most: 42 Chinese characters; longer lines tire the eye."""

WORD = 16
"""Columns of a table's cell in which a longer word is folded, at least."""

# GB/T 15834—2011, 5.1: no line begins with the first, none ends with the second.
_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·～％‰℃,.;:?!)]}%")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{")

_HARMFUL = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
_HARMFUL |= dict.fromkeys(
    # DEL, the C1 controls, and what sets the direction of writing.
    (*range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    "\u2426",
)


def console() -> Console:
    """Standard output: coloured and as wide as the terminal, or plain and unbroken in a pipe."""
    from rich.console import Console

    class Output(Console):
        def on_broken_pipe(self) -> None:
            # rich would end the program with exit code 1; whoever runs it knows better.
            raise

    if sys.stdout.isatty():
        return Output(highlight=False, markup=False, emoji=False)
    return Output(
        highlight=False, markup=False, emoji=False, width=1000, color_system=None, soft_wrap=True
    )


def prepare_output() -> None:
    """Let standard output take any text: what its encoding lacks is shown as ``\\u5929``.

    Where it or standard error is closed, what goes there goes nowhere: Python would print messages
    among the answers instead.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115 for as long as it runs
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


class OutputError(Exception):
    """Standard output can't be written; the text says why."""


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """For a block that writes to standard output. A reader that has gone ends it: no error.

    Raises OutputError where it can't be written.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (| head). Python would complain again when it exits.
        discard(sys.stdout)
    except OSError as error:
        if error.filename is not None:
            raise
        # What is left of it would be written at the end, and complained of again.
        discard(sys.stdout)
        raise OutputError(f"the output can't be written ({error.strerror})") from error


def discard(stream: TextIO) -> None:
    """Let what is left to write to a standard stream go nowhere: its reader has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def table(title: str, *columns: str, numbers: Collection[str] = ()) -> Table:
    """An empty table as every command prints its own; ``numbers``: columns set to the right.

    Where it has more columns than there is room for, each of its rows is a list of its own.
    """
    from rich.table import Table
    from rich.text import Text

    class Readable(Table):
        def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
            columns = [[column.header, *column.cells] for column in self.columns]
            least = sum(2 + min(WORD, max(map(_longest_word, cells))) for cells in columns)
            if least <= options.max_width:
                yield from super().__rich_console__(console, options)
                return
            heads, *rows = zip(*columns, strict=True)
            yield Text(title, style="bold")
            for row, made in zip(rows, self.rows, strict=True):
                block = Table.grid("", "", padding=(0, 2, 0, 0))
                for head, cell in zip(heads, row, strict=True):
                    if str(cell):
                        block.add_row(Text(str(head), style="dim"), cell, style=made.style)
                yield block
                yield Text()

    made = Readable(
        title=title,
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="dim",
    )
    for name in columns:
        # Folded where there is no room: a day or a number that is cut off says nothing.
        justify: Literal["left", "right"] = "right" if name in numbers else "left"
        made.add_column(name, justify=justify, overflow="fold")
    return made


def _longest_word(cell: object) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, str(cell).split()), default=0)


def counted(count: int, what: str) -> str:
    """``1 character``, ``1,200 characters``."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def shown(text: str | None) -> str:
    """``text`` from the web as a terminal may get it: control characters as visible signs.

    Escape sequences would command the terminal, and direction marks turn a line round.
    """
    return "" if text is None else text.translate(_HARMFUL)


def progress_bar() -> Progress:
    """A progress bar on standard error; nothing where that is no terminal."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )


def print_json(value: Any) -> None:
    """Print ``value`` as JSON, moments in ISO form."""
    print(shown_json(json.dumps(value, ensure_ascii=False, indent=1, default=datetime.isoformat)))


def shown_json(text: str) -> str:
    """JSON with the same characters escaped: a terminal is safe, and a program reads the same.

    Those below a space are escaped in any JSON.
    """
    return text.translate({code: f"\\u{code:04x}" for code in _HARMFUL if code >= 0x7F})


class Prose:
    """Lines of Chinese for a console, which by itself breaks at spaces and in front of a comma."""

    def __init__(self, *lines: Text, measure: int | None = MEASURE) -> None:
        """``measure``: columns of a line at most; None: as many as there are."""
        self._lines = lines
        self._measure = measure

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, broken; unbroken in a pipe."""
        width = min(options.max_width, self._measure or options.max_width)
        for line in self._lines:
            if options.no_wrap:
                yield line
                continue
            for piece in line.divide(line_starts(line.plain, width)):
                piece.rstrip()
                yield piece

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Columns that are needed, and that are enough."""
        from rich.measure import Measurement

        widest = max((line.cell_len for line in self._lines), default=0)
        return Measurement(min(widest, 2), min(widest, options.max_width))


def line_starts(text: str, width: int) -> Iterator[int]:
    """Where ``text`` has to be broken to fit ``width`` columns: the second line's start and so on.

    Between Chinese characters, not within a Latin word or a number, and punctuation stays with what
    it belongs to; a word that is too long for a line is cut.
    """
    from rich.cells import cell_len

    start = last = used = 0
    for at, character in enumerate(text):
        if at > start and _may_break(text[at - 1], character):
            last = at
        cells = cell_len(character)
        # A space at the end of a line takes no room.
        while used + cells > max(width, 2) and start < at and character != " ":
            start = last if last > start else at
            yield start
            used = cell_len(text[start:at])
        used += cells


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    return before == " " or not (before.isascii() and after.isascii())
