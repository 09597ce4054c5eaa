"""From a grid to tables: what is title, header, data, total and footnote, and which columns are empty."""

from collections.abc import Iterable, Sequence

import pyarrow as pa

from data.reading.beside import split_beside, split_notes
from data.reading.blocks import said, split_stacked
from data.reading.footing import find_footnotes, find_repeated_headers, find_totals, is_title, rows_of
from data.reading.grid import blank_to_null, cell_names, column_letters, drop_blank_rows
from data.reading.guiding import find_guides, find_unfilled
from data.reading.header import SEARCHED, Header, Known, find_header
from data.reading.marks import PLAIN, Marks
from data.reading.merging import fill_merged
from data.reading.naming import Cells
from data.reading.stating import find_stated
from data.reading.table import Table


def lay_out(sheet: str, grid: pa.Table, known_header: Known, marks: Marks = PLAIN) -> list[Table]:
    """Return the tables in ``grid``, from left to right and from top to bottom; none when all its cells are blank."""
    grid = drop_blank_rows(blank_to_null(grid))
    if grid.num_rows == 0:
        return []
    tables: list[Table] = []
    for part in split_beside(grid, known_header):
        marks_of_part = marks.within(int(part.column_names[0][1:]), part.num_columns - 1)
        blocks = split_stacked(part, known_header, marks_of_part.merged)
        tables += [_table(sheet, block, known_header, marks_of_part) for block in blocks]
    return tables


def _table(sheet: str, grid: pa.Table, known_header: Known, marks: Marks) -> Table:
    first_rows = rows_of(grid.drop_columns("row_no").slice(0, SEARCHED))
    numbers = grid["row_no"].slice(0, SEARCHED).to_pylist()
    header = find_header(first_rows, known_header, marks.merged, numbers)
    above = first_rows[: header.first] if header else []
    cells = header.cells if header else (None,) * (grid.num_columns - 1)
    body = grid.slice(header.last + 1) if header else grid
    width, notes = split_notes(cells, body)
    if notes:
        body = drop_blank_rows(body.select([*range(width), body.num_columns - 1]))
    top = first_rows[header.first : header.last + 1] if header else []
    body, left_out = _leave_out(body, [row[:width] for row in top], [said(row) for row in above], header)
    body, changed = fill_merged(body, cells, marks.merged)
    kept = [p for p, cell in enumerate(cells[:width]) if cell or body.column(p).null_count < body.num_rows]
    letters = [column_letters(marks.left + position) for position in kept]
    first = numbers[header.first if header else 0]
    last = body["row_no"][-1].as_py() if body.num_rows else numbers[header.last if header else 0]
    return Table(
        sheet=sheet,
        header=tuple(cells[position] or "" for position in kept),
        header_row=numbers[header.last] if header else 0,
        preamble=tuple(dict.fromkeys(_line(row) for row in above)),
        rows=body.select([*kept, body.num_columns - 1]).rename_columns([*cell_names(len(kept)), "row_no"]),
        left_out=left_out,
        place=f"{letters[0]}{first}:{letters[-1]}{last}" if letters else "",
        stated=find_stated(above, known_header),
        filled={"merged": tuple(changed)} if changed else {},
        notes=notes,
        hidden=marks.hidden,
    )


def _leave_out(
    body: pa.Table, top: Sequence[Cells], above: Sequence[str], header: Header | None
) -> tuple[pa.Table, dict[str, tuple[int, ...]]]:
    """Return the rows of data, and the numbers of the other rows by reason."""
    cells = body.drop_columns("row_no")
    guides = find_guides(rows_of(cells.slice(0, SEARCHED))) if header and header.known else {}
    unfilled = find_unfilled(cells, header.cells[: cells.num_columns]) if header else []
    headers = _with_titles(cells, find_repeated_headers(cells, top), above)
    others = {*headers, *(position for found in guides.values() for position in found), *unfilled}
    totals = [position for position in find_totals(cells) if position not in others]
    footnotes = find_footnotes(cells, [*others, *totals])
    positions = {**guides, "header": headers, "totals": totals, "footnote": footnotes, "unfilled": unfilled}
    left_out = {
        reason: tuple(body["row_no"][position].as_py() for position in found)
        for reason, found in positions.items()
        if found
    }
    return _without(body, sorted({position for found in positions.values() for position in found})), left_out


def _with_titles(cells: pa.Table, headers: Sequence[int], above: Sequence[str]) -> list[int]:
    """Return the positions of repeated headers with those of the titles repeated over them."""
    found = set(headers)
    for position in headers:
        before = position - 1
        while before >= 0 and before not in found:
            (row,) = rows_of(cells.slice(before, 1))
            if not is_title(row) or said(row) not in ("", *above):
                break
            found.add(before)
            before -= 1
    return sorted(found)


def _without(body: pa.Table, positions: Iterable[int]) -> pa.Table:
    # Slices share memory; a filter would copy every cell for the sake of one totals row.
    slices, start = [], 0
    for position in positions:
        slices.append(body.slice(start, position - start))
        start = position + 1
    return pa.concat_tables([*slices, body.slice(start)])


def _line(row: Cells) -> str:
    return " ".join(cell.strip() for cell in row if cell)
