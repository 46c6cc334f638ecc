"""Tables of data in a body."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from tsnet.site.furniture import is_date, is_surely_furniture
from tsnet.site.lines import Line
from tsnet.site.pictures import is_row_of_captions

_LONGEST_CELL = 80
"""Characters that a cell of a table of data holds at most."""
_MOST_CELLS = 20
"""Lines before and behind a cell among which the others of its row are looked for."""
_LEAST_DATA = 2
"""Cells of text that a row of data has at least beside a link; in a list of articles only a date
stands there."""
_MOST_EMPTY = 20
"""Empty cells side by side that keep their tabs, at most."""


def is_in_data(region: list[Line], index: int) -> bool:
    """Whether a cell is of a table of data: other cells of its row hold text."""
    near = region[max(0, index - _MOST_CELLS) : index + _MOST_CELLS]
    row = [line for line in near if line.row == region[index].row]
    texts = [line for line in row if not (is_surely_furniture(line) or is_date(line.text))]
    return _is_row(row) and len(texts) >= _LEAST_DATA


def join_rows(kept: list[Line]) -> list[Line]:
    """With the cells of each row of a table of data in one line, parted by tabs.

    An empty cell keeps its tab where a column of the row above or below begins further left.
    In a table that lays a page out, a row has one cell with text, or a cell has several lines.
    """
    joined: list[Line] = []
    first_columns = {line.row: line.column for line in reversed(kept) if line.row}
    for row, cells in groupby(kept, key=attrgetter("row")):
        group = list(cells)
        if row and _is_row(group) and not is_row_of_captions(group, joined[-len(group) :]):
            around = (first_columns.get(near, group[0].column) for near in (row - 1, row, row + 1))
            group = [replace(group[0], text=_in_columns(group, min(around)))]
        joined += group
    return joined


def _in_columns(cells: list[Line], first: int) -> str:
    """The texts of a row's cells, each behind as many tabs as columns lie before it."""
    text = ""
    column = first
    for cell in cells:
        text += "\t" * min(cell.column - column, _MOST_EMPTY) + cell.text
        column = cell.column
    return text


def _is_row(group: list[Line]) -> bool:
    return (
        len(group) > 1
        and len({line.cell for line in group}) == len(group)
        and all(line.picture is None and len(line.text) <= _LONGEST_CELL for line in group)
    )
