"""One form written the ways shops really write it: a text of cells between bars becomes CSV or XLSX bytes.

Every kind gives three texts of the same rows: ``neat`` has the template's headers; ``shop`` has a title above, other
headers with hints and totals below; ``loose`` has full-width digits, days without a year and amounts as they are
spoken. Each is written as both a text file and a workbook.
"""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter

from data.importing import Committed
from data.store import Store

DIALECTS = ("csv", "gbk", "utf-16", "semicolon", "xlsx", "printed", "sheets")
EPOCH = date(1899, 12, 30)
Grid = list[list[str]]


def grid(text: str) -> Grid:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]


def delimited(rows: Grid, delimiter: str) -> str:
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in rows]
    width = max(map(len, rows))
    return "".join(delimiter.join([*row, *[""] * (width - len(row))]) + "\r\n" for row in quoted)


def neat_book(rows: Grid) -> bytes:
    """All cells as text, as a system exports them."""
    return book({"Sheet1": rows}, lambda page, row, column, cell: page.write_string(row, column, cell))


def printed_book(rows: Grid) -> bytes:
    """A merged title, days as Excel's numbers, every number a number, also a phone."""

    def write(page: Any, row: int, column: int, cell: str) -> None:
        if row == 0:
            page.merge_range(0, 0, 0, len(rows[1]) - 1, cell)
        elif cell.count("/") == 2 and len(cell) == 10:
            page.write_number(row, column, (datetime.strptime(cell, "%Y/%m/%d").date() - EPOCH).days)
        elif cell.replace(".", "").removeprefix("-").isdecimal():
            page.write_number(row, column, float(cell))
        else:
            page.write_string(row, column, cell)

    return book({"Sheet1": rows}, write)


def sheets_book(rows: Grid) -> bytes:
    """A sheet for every store, named for it, without a column for the store."""
    header, *lines = rows
    place = header.index("门店")
    stores = dict.fromkeys(line[place] for line in lines)
    sheets = {
        store: [row[:place] + row[place + 1 :] for row in (header, *lines) if row is header or row[place] == store]
        for store in stores
    }
    return book(sheets, lambda page, row, column, cell: page.write_string(row, column, cell))


def book(sheets: dict[str, Grid], write: Callable[[Any, int, int, str], object]) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        for name, rows in sheets.items():
            page = workbook.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if cell:
                        write(page, row, column, cell)
    return content.getvalue()


WRITTEN: dict[str, tuple[str, Callable[[Grid], bytes]]] = {
    "csv": ("neat", lambda rows: delimited(rows, ",").encode()),
    "gbk": ("shop", lambda rows: delimited(rows, ",").encode("gbk")),
    "utf-16": ("loose", lambda rows: delimited(rows, "\t").encode("utf-16")),
    "semicolon": ("loose", lambda rows: delimited(rows, ";").encode("utf-8-sig")),
    "xlsx": ("neat", neat_book),
    "printed": ("shop", printed_book),
    "sheets": ("loose", sheets_book),
}


@pytest.fixture(params=DIALECTS)
def stored(
    request: pytest.FixtureRequest, shop: Store, bring: Callable[..., Committed]
) -> Callable[..., list[tuple[Any, ...]]]:
    """Import one of the texts in one dialect after the other, and answer the rows of the kind's view in their order."""

    def importing(kind: str, columns: str, **texts: str) -> list[tuple[Any, ...]]:
        name, write = WRITTEN[request.param]
        rows = grid(texts[name])
        workbook = request.param in ("xlsx", "printed", "sheets")
        done = bring(write(rows), "上报.xlsx" if workbook else "上报.csv")
        with shop.cursor(("旗舰店", "万象店")) as cursor:
            found = cursor.execute(f"select {columns} from {kind} order by table_no, row_no").fetchall()
            (left_out,) = cursor.execute("select sum(left_out)::integer from raw.batch_tables").fetchone()
        above_and_below = 3 if name == "shop" else 1  # the header; besides, the title and the totals
        assert (done.rows, done.refused) == (len(rows) - above_and_below, 0)
        assert left_out == (name == "shop")
        return found

    return importing


@pytest.fixture
def phones(shop: Store) -> Callable[[], set[str]]:
    """The phones that are known, all of them valid."""

    def asking() -> set[str]:
        with shop.reading() as cursor:
            rows = cursor.execute("select value, state from raw.contacts where kind = 'phone'").fetchall()
        assert {state for _, state in rows} <= {"valid"}
        return {value for value, _ in rows}

    return asking
