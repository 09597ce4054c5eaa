"""Tables as files: one workbook or one CSV, in which no cell can start a formula."""

from collections.abc import Collection, Iterable, Mapping
from csv import writer
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from io import BytesIO, StringIO
from math import isnan
from typing import Any, Final

import pandas as pd
import xlsxwriter

from reports.fitting import BUTTON, WIDEST, fitting, lines

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAY: Final = "yyyy-mm-dd"
HEAD: Final = "heading"  # in place of a number format
A4: Final = 9  # Excel's number of the paper
STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
NOT_IN_NAMES: Final = str.maketrans("[]:*?/\\", "（）：＊？／＼")
LONGEST_NAME: Final = 31  # characters, Excel's limit
LINE: Final = 16  # points
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": DAY,
}
LETTERS: Final = {  # as Chinese shops read them; elsewhere the next best is taken
    "default_format_properties": {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"},
    "default_row_height": 22,  # pixels
    "default_column_width": 64,  # pixels
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
    with xlsxwriter.Workbook(buffer, OPTIONS | LETTERS) as book:
        looks: dict[tuple[str, bool, bool], Any] = {}
        taken: list[str] = []
        for sheet in sheets:
            taken.append(sheet_name(sheet.name, taken))
            page = book.add_worksheet(taken[-1])
            top = 1 if sheet.title else 0
            if sheet.title:
                page.write_string(0, 0, str(harmless(sheet.title)))
            taken_up = [_column(book, page, sheet, number, looks) for number in range(len(sheet.table.columns))]
            for row, needed in enumerate(map(max, zip(*taken_up, strict=True)), top):
                if needed > 1:
                    page.set_row(row, LINE * needed)
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


def _column(book: Any, page: Any, sheet: Sheet, number: int, looks: dict[tuple[str, bool, bool], Any]) -> list[int]:
    """Write one column, figures to the right, and return how many lines its heading and each of its cells takes."""
    heading, cells, top = str(sheet.table.columns[number]), _cells(sheet, number), 1 if sheet.title else 0
    right = any(cell is not None for cell in cells) and all(_is_figure(cell) for cell in cells)
    code = sheet.formats.get(heading, "")
    shown = [_shown(cell, code) for cell in cells]
    wide = fitting(heading, shown)
    wraps = wide == WIDEST
    page.set_column(number, number, wide)
    page.write(top, number, harmless(heading), _look(book, looks, HEAD, right=right, wraps=True))
    page.write_column(top + 1, number, cells, _look(book, looks, code, right=right, wraps=wraps))
    return [lines(heading, wide - BUTTON), *(lines(cell, wide) for cell in shown)]


def _look(book: Any, looks: dict[tuple[str, bool, bool], Any], code: str, *, right: bool, wraps: bool) -> Any:
    """Return the format of a column, or of a heading, made once for a workbook."""
    if (code, right, wraps) not in looks:
        head = {"bold": True, "bottom": 1} if code == HEAD else {"num_format": code or "General"}
        side = {"align": "right", "indent": BUTTON if code == HEAD else 1} if right else {}
        looks[code, right, wraps] = book.add_format({**head, **side, "text_wrap": wraps, "valign": "top"})
    return looks[code, right, wraps]


def _is_figure(cell: object) -> bool:
    return cell is None or (isinstance(cell, int | float | Decimal | datetime) and not isinstance(cell, bool))


def _shown(cell: object, code: str) -> object:
    """Return about what Excel shows of ``cell``."""
    if code and isinstance(cell, int | float | Decimal):
        return f"{cell:.1%}" if "%" in code else f"¥{cell:,.2f}" if "." in code else f"{cell:,.0f}"
    return _written(cell, code)


def _set_up(page: Any, top: int, rows: int, columns: int) -> None:
    """Make the sheet ready to be filtered and to be printed: as wide as the paper, its headings on every page."""
    page.freeze_panes(top + 1, 0)
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, top)
    page.set_footer("&L&9&F · &A&R&9&P / &N")  # the file, the sheet and the page
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
