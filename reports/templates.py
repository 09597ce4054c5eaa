"""The empty logs that a shop fills in."""

from io import BytesIO
from typing import Any, Final

import xlsxwriter

from data.logs import Column, Log
from data.texts import say
from reports.workbook import OPTIONS, sheet_name, width

ROWS: Final = 5_000  # rows with hints and choices below the heading


def template(log: Log) -> bytes:
    """Return the empty workbook of ``log``: green headings have to be filled in, a cell says its example.

    The example is a hint and not a row, because a template sent back unchanged must bring no invented customer.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        page = book.add_worksheet(sheet_name(log.title, ()))
        usual = book.add_format({"bold": True, "bottom": 1})
        needed = book.add_format({"bold": True, "bottom": 1, "font_color": "#1F6F5C"})
        page.freeze_panes(1, 0)
        for number, column in enumerate(log.columns):
            page.write_string(0, number, column.header, needed if column.required else usual)
            page.set_column(number, number, width([column.header, column.example]))
            page.data_validation(1, number, ROWS, number, _help(column))
    return buffer.getvalue()


def _help(column: Column) -> dict[str, Any]:
    choices = [spellings[0] for spellings in column.choices.values()]
    allowed: dict[str, Any] = {"validate": "list", "source": choices} if choices else {"validate": "any"}
    if column.example:
        allowed |= {"input_message": say("tables.example", "zh", example=column.example)}
    return allowed | {"show_error": False}  # other spellings are taken, too
