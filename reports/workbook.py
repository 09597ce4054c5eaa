"""Tables as files: one workbook or one CSV, in which no cell can start a formula."""

from collections.abc import Collection, Iterable, Mapping
from csv import writer
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO, StringIO
from math import isnan
from typing import Any, Final

import pandas as pd
import xlsxwriter

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAY: Final = "yyyy-mm-dd"
A4: Final = 9  # Excel's number of the paper
STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
NOT_IN_NAMES: Final = str.maketrans("[]:*?/\\", "（）：＊？／＼")
LONGEST_NAME: Final = 31  # characters, Excel's limit
WIDEST: Final = 60  # characters
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": DAY,
}


@dataclass(frozen=True)
class Sheet:
    """One table to hand out: its name, its columns headed in words, and Excel number formats by heading.

    A ``title`` stands above the headings.
    """

    name: str
    table: pd.DataFrame
    formats: Mapping[str, str] = field(default_factory=dict)
    title: str = ""


def harmless(value: object) -> object:
    """Return ``value``, with an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(STARTS_FORMULA) else value


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return an .xlsx file with one sheet each."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        formats: dict[str, Any] = {}
        taken: list[str] = []
        for sheet in sheets:
            taken.append(sheet_name(sheet.name, taken))
            page = book.add_worksheet(taken[-1])
            top = 1 if sheet.title else 0
            page.freeze_panes(top + 1, 0)
            if sheet.title:
                page.write_string(0, 0, str(harmless(sheet.title)))
            for number, heading in enumerate(sheet.table.columns):
                cells = _cells(sheet, number)
                code = sheet.formats.get(heading, "")
                if code and code not in formats:
                    formats[code] = book.add_format({"num_format": code})
                page.write(top, number, harmless(str(heading)), head)
                page.write_column(top + 1, number, cells, formats.get(code))
                page.set_column(number, number, width([str(heading), *cells]))
            _set_up(page, top, len(sheet.table), len(sheet.table.columns))
    return buffer.getvalue()


def csv(sheet: Sheet) -> bytes:
    """Return ``sheet`` as CSV that Excel and WPS open with the right encoding."""
    columns = [
        [harmless(str(heading)), *(_written(cell, sheet.formats.get(heading)) for cell in _cells(sheet, number))]
        for number, heading in enumerate(sheet.table.columns)
    ]
    buffer = StringIO(newline="")
    writer(buffer).writerows(zip(*columns, strict=True))
    return buffer.getvalue().encode("utf-8-sig")


def sheet_name(name: str, taken: Collection[str]) -> str:
    """Return ``name`` as Excel allows it: 31 characters, no brackets or slashes, none used twice."""
    allowed = name.translate(NOT_IN_NAMES).strip("'") or "-"
    short, number = allowed[:LONGEST_NAME], 2
    while short.casefold() in {other.casefold() for other in taken}:
        short, number = f"{allowed[: LONGEST_NAME - 3]} {number}", number + 1
    return short


def width(cells: Iterable[object]) -> int:
    """Return the width of a column in characters; a Chinese one takes two."""
    longest = max(sum(2 if ord(letter) > 0x2E7F else 1 for letter in str(cell)) for cell in cells)
    return min(longest + 2, WIDEST)


def _set_up(page: Any, top: int, rows: int, columns: int) -> None:
    """Make the sheet ready to be filtered and to be printed: as wide as the paper, its headings on every page."""
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, top)
    page.set_footer("&C&9&P / &N")
    if rows and columns:
        page.autofilter(top, 0, top + rows, columns - 1)


def _cells(sheet: Sheet, number: int) -> list[object]:
    return [_cell(value) for value in sheet.table.iloc[:, number].astype(object)]


def _written(cell: object, code: str | None) -> object:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}" if code == DAY else f"{cell:%Y-%m-%d %H:%M}"
    return cell


def _cell(value: object) -> object:
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    return harmless(value)
