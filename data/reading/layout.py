"""From a grid to a table: what is title, header, data, total and footnote, and which columns are empty."""

from collections.abc import Callable, Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.reading.footing import find_footnotes, find_repeated_headers, find_totals, rows_of
from data.reading.grid import cell_names
from data.reading.header import SEARCHED, Cells, find_header
from data.reading.table import Table


def lay_out(sheet: str, grid: pa.Table, known_header: Callable[[Sequence[str]], int]) -> Table | None:
    """Return the table in ``grid``, or None when all its cells are blank."""
    grid = _drop_blank_rows(_blank_to_null(grid))
    if grid.num_rows == 0:
        return None
    cells = grid.drop_columns("row_no")
    first_rows = rows_of(cells.slice(0, SEARCHED))
    position = find_header(first_rows, known_header)
    data = 0 if position is None else position + 1
    header = [None] * cells.num_columns if position is None else first_rows[position]
    body, left_out = _leave_out(grid.slice(data), header)
    kept, body = _drop_empty_columns(header, body)
    return Table(
        sheet=sheet,
        header=kept,
        header_row=0 if position is None else grid["row_no"][position].as_py(),
        preamble=tuple(_line(row) for row in first_rows[: max(0, data - 1)]),
        rows=body,
        left_out=left_out,
    )


def _blank_to_null(grid: pa.Table) -> pa.Table:
    for position, name in enumerate(grid.column_names[:-1]):
        blank = pc.utf8_is_space(grid[name])
        if pc.any(blank).as_py():
            null = pa.scalar(None, pa.string())
            grid = grid.set_column(position, name, pc.if_else(blank, null, grid[name]))
    return grid


def _drop_blank_rows(grid: pa.Table) -> pa.Table:
    if grid.num_columns == 1:
        return grid.slice(0, 0)
    filled = pc.is_valid(pc.coalesce(*grid.columns[:-1]))
    return grid if pc.all(filled).as_py() else grid.filter(filled)


def _leave_out(body: pa.Table, header: Cells) -> tuple[pa.Table, dict[str, tuple[int, ...]]]:
    """Return the rows of data, and the numbers of the other rows by reason."""
    cells = body.drop_columns("row_no")
    headers = find_repeated_headers(cells, header)
    totals = [position for position in find_totals(cells) if position not in headers]
    positions = {"header": headers, "totals": totals, "footnote": find_footnotes(cells, [*headers, *totals])}
    left_out = {
        reason: tuple(body["row_no"][position].as_py() for position in found)
        for reason, found in positions.items()
        if found
    }
    return _without(body, sorted(position for found in positions.values() for position in found)), left_out


def _without(body: pa.Table, positions: Iterable[int]) -> pa.Table:
    # Slices share memory; a filter would copy every cell for the sake of one totals row.
    slices, start = [], 0
    for position in positions:
        slices.append(body.slice(start, position - start))
        start = position + 1
    return pa.concat_tables([*slices, body.slice(start)])


def _drop_empty_columns(header: Cells, body: pa.Table) -> tuple[tuple[str, ...], pa.Table]:
    kept = [
        position for position, title in enumerate(header) if title or body.column(position).null_count < body.num_rows
    ]
    rows = body.select([*kept, body.num_columns - 1]).rename_columns([*cell_names(len(kept)), "row_no"])
    return tuple(header[position] or "" for position in kept), rows


def _line(row: Cells) -> str:
    return " ".join(cell.strip() for cell in row if cell)
