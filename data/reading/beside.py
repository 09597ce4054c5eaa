"""What stands beside a table with an empty column between: another table, or a remark."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pyarrow as pa

from data.reading.footing import rows_of
from data.reading.grid import drop_blank_rows
from data.reading.header import MIN_KNOWN, SEARCHED, Known, find_header
from data.reading.naming import Cells

_MAX_NOTES: Final = 20


def split_beside(grid: pa.Table, known_header: Known) -> list[pa.Table]:
    """Return the tables that stand beside each other in ``grid``.

    Columns behind an empty one are a table of their own if they have a header in another row, or one that repeats
    a word of the header to the left or that no log knows together with it. An empty column within a table is none.
    """
    empty = [position for position, column in enumerate(grid.columns[:-1]) if column.null_count == grid.num_rows]
    if not empty:
        return [grid]
    edges = [-1, *empty, grid.num_columns - 1]
    segments = [range(left + 1, right) for left, right in pairwise(edges) if right - left > 1]
    tables = [segments[0]]
    for segment in segments[1:]:
        if _is_own(_part(grid, tables[-1]), _part(grid, segment), known_header):
            tables.append(segment)
        else:
            tables[-1] = range(tables[-1].start, segment.stop)
    return [_part(grid, table) for table in tables]


def split_notes(header: Cells, body: pa.Table) -> tuple[int, tuple[str, ...]]:
    """Return how many columns the table has, and the remarks behind an empty column right of it."""
    last = max((position for position, cell in enumerate(header, start=1) if cell), default=len(header))
    gap = next((p for p in range(last, len(header)) if body.column(p).null_count == body.num_rows), None)
    if gap is None or last < MIN_KNOWN or any(body.column(p).null_count < body.num_rows for p in range(last, gap)):
        return len(header), ()
    notes = [
        cell
        for row in zip(*(body.column(p).to_pylist() for p in range(gap, len(header))), strict=True)
        for cell in row
        if cell
    ]
    return gap, tuple(notes[:_MAX_NOTES])


def _part(grid: pa.Table, columns: Sequence[int]) -> pa.Table:
    return drop_blank_rows(grid.select([*columns, grid.num_columns - 1]))


def _is_own(left: pa.Table, right: pa.Table, known_header: Known) -> bool:
    if min(left.num_columns - 1, right.num_columns - 1, left.num_rows, right.num_rows) < MIN_KNOWN:
        return False
    of_left = _header(left, known_header)
    of_right = _header(right, known_header)
    if of_left is None or of_right is None:
        return False
    (row, words), (right_row, right_words) = of_left, of_right
    if row not in right["row_no"].slice(0, SEARCHED).to_pylist():
        return True
    if row != right_row or min(len(words), len(right_words)) < MIN_KNOWN:
        return False
    together = known_header([*words, *right_words])
    return bool(set(words) & set(right_words)) or together < known_header(words) + known_header(right_words)


def _header(part: pa.Table, known_header: Known) -> tuple[int, list[str]] | None:
    rows = rows_of(part.drop_columns("row_no").slice(0, SEARCHED))
    found = find_header(rows, known_header)
    if found is None:
        return None
    return part["row_no"][found.last].as_py(), [cell.strip() for cell in found.cells if cell]
