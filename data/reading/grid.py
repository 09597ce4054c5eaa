"""The grid every reader fills: string columns ``c0``, ``c1``, … and ``row_no``, blank rows left away."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from string import ascii_uppercase
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.refusal import Refused

MAX_CELLS: Final = 20_000_000
MAX_COLUMNS: Final = 1_000
_CHUNK: Final = 20_000


def fill_grid(rows: Iterable[Sequence[str | None]], name: str) -> pa.Table:
    """Return ``rows`` as a grid; the first row has number 1, missing and empty cells are null.

    Raises ``Refused`` when a row is wider than any log could be.
    """
    chunks: list[pa.Table] = []
    cells: list[Sequence[str | None]] = []
    numbers: list[int] = []
    for number, row in enumerate(rows, start=1):
        if not any(row):
            continue
        if len(row) > MAX_COLUMNS:
            raise Refused("reading.too_many_columns", name=name, row=number, limit=MAX_COLUMNS)
        cells.append(row)
        numbers.append(number)
        if len(cells) == _CHUNK:
            chunks.append(_chunk(cells, numbers))
            cells, numbers = [], []
    chunks.append(_chunk(cells, numbers))
    grid = pa.concat_tables(chunks, promote_options="default")
    width = max(chunk.num_columns for chunk in chunks) - 1
    return grid.select([*cell_names(width), "row_no"])


def number_rows(cells: pa.Table) -> pa.Table:
    """Return the grid of a table of cells none of whose rows is missing."""
    return cells.append_column("row_no", pa.array(np.arange(1, cells.num_rows + 1, dtype=np.int32)))


def cell_names(width: int) -> list[str]:
    """Return the names of ``width`` columns of cells."""
    return [f"c{position}" for position in range(width)]


def column_letters(position: int) -> str:
    """Return the letters a spreadsheet gives its column at ``position`` (0: A, 26: AA)."""
    letters = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return letters


def blank_to_null(grid: pa.Table) -> pa.Table:
    """Return ``grid`` with null where a cell holds nothing but white space."""
    for position, name in enumerate(grid.column_names[:-1]):
        blank = pc.utf8_is_space(grid[name])
        if pc.any(blank).as_py():
            null = pa.scalar(None, pa.string())
            grid = grid.set_column(position, name, pc.if_else(blank, null, grid[name]))
    return grid


def drop_blank_rows(grid: pa.Table) -> pa.Table:
    """Return ``grid`` without the rows that have no filled cell."""
    if grid.num_columns == 1:
        return grid.slice(0, 0)
    filled = pc.is_valid(pc.coalesce(*grid.columns[:-1]))
    return grid if pc.all(filled).as_py() else grid.filter(filled)


def _chunk(cells: list[Sequence[str | None]], numbers: list[int]) -> pa.Table:
    columns = [pa.array([cell or None for cell in column], pa.string()) for column in zip_longest(*cells)]
    return pa.table([*columns, pa.array(numbers, pa.int32())], [*cell_names(len(columns)), "row_no"])
