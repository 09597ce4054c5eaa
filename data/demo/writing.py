"""From rows and a dialect to the bytes of a file; the same rows always give the same bytes."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.demo.dialects import Dialect
from data.demo.rows import Cell, Rows
from data.logs import Log

Slips = dict[tuple[str, int], str]


def write(log: Log, rows: Rows, dialect: Dialect, title: str, slips: Slips) -> bytes:
    """Return the file in which ``dialect`` writes ``rows``; ``slips`` are wrong cells, by column and row."""
    columns = [log.column(name) for name in rows]
    cells = {column.name: dialect.cells(column, rows[column.name]) for column in columns}
    for (name, row), slip in slips.items():
        cells[name][row] = slip
    if dialect.container == "csv":
        headers = [dialect.header(column) for column in columns]
        return _csv(list(_sheet(headers, cells, dialect, title)), dialect)
    return _workbook(log, cells, dialect, title)


def _sheet(headers: list[str], cells: Rows, dialect: Dialect, title: str) -> Iterator[list[Cell]]:
    if dialect.form:
        yield [title, *([None] * (len(headers) - 1))]
    yield list(headers)
    yield from (list(row) for row in zip(*cells.values(), strict=True))
    if dialect.form:
        count = len(next(iter(cells.values())))
        yield ["合计", *([None] * (len(headers) - 2)), count]


def _csv(lines: list[list[Cell]], dialect: Dialect) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=dialect.delimiter).writerows(lines)
    return text.getvalue().encode(dialect.encoding)


def _workbook(log: Log, cells: Rows, dialect: Dialect, title: str) -> bytes:
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        # The file would carry the hour it was made, and the same demo would not be the same bytes.
        book.set_properties({"created": datetime.combine(date(2026, 1, 1), time())})
        day = book.add_format({"num_format": "yyyy/m/d"})
        minute = book.add_format({"num_format": "yyyy/m/d hh:mm"})
        heading = book.add_format({"bold": True, "align": "center"})
        for name, part in _sheets(log, cells, dialect):
            sheet = book.add_worksheet(name)
            headers = [dialect.header(log.column(column)) for column in part]
            for row, line in enumerate(_sheet(headers, part, dialect, title)):
                _write_row(sheet, row, line, day, minute)
            if dialect.form:
                sheet.merge_range(0, 0, 0, len(headers) - 1, title, heading)
    return file.getvalue()


def _sheets(log: Log, cells: Rows, dialect: Dialect) -> Iterator[tuple[str, Rows]]:
    if not dialect.sheet_per_store:
        yield log.title, cells
        return
    stores = cells["store"]
    for store in dict.fromkeys(stores):
        rows = [row for row, other in enumerate(stores) if other == store]
        yield str(store), {name: [values[row] for row in rows] for name, values in cells.items() if name != "store"}


def _write_row(sheet: Worksheet, row: int, line: list[Cell], day: Format, minute: Format) -> None:
    for column, cell in enumerate(line):
        if isinstance(cell, str):
            sheet.write_string(row, column, cell)
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell)
        elif isinstance(cell, datetime):
            sheet.write_datetime(row, column, cell, minute)
        elif cell is not None:
            sheet.write_datetime(row, column, datetime.combine(cell, time()), day)
