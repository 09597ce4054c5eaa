"""The empty logs that a shop fills in: a sheet to type into and a form to write on."""

from io import BytesIO
from typing import Any, Final

import xlsxwriter

from data.logs import Column, Log
from data.logs.explaining import note
from data.texts import say
from reports.fitting import width
from reports.paper_form import draw_form
from reports.workbook import A4, OPTIONS, sheet_name

LANGUAGE: Final = "zh"  # of the shops' forms
ROWS: Final = 5_000  # rows with choices below the heading
GREEN: Final = "#1F6F5C"
GREY: Final = "#8A8F98"
NOTE_WIDTH: Final = 300  # pixels
NOTE_LINE: Final = 22  # pixels, and so many letters in it
NOTE_LETTERS: Final = 20
# What is typed stays what was typed: no phone becomes a number, no 3:20 a time of day.
FORMATS: Final = {
    "date": "yyyy-mm-dd",
    "month": "yyyy-mm",
    "phone": "@",
    "text": "@",
    "seconds": "@",
    "money": "#,##0.00",
}
WITH_TIME: Final = "yyyy-mm-dd hh:mm"
GRADES: Final = ["A", "B", "C", "D"]


def template(log: Log) -> bytes:
    """Return the empty workbook of ``log``; sent back as it is, it brings nothing.

    Green headings have to be filled in, notes say what a column means. The row below is marked as an example, and
    neither it nor the second sheet's empty form holds a row that would be imported.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        page = book.add_worksheet(sheet_name(log.title, ()))
        usual = book.add_format({"bold": True, "bottom": 1})
        needed = book.add_format({"bold": True, "bottom": 1, "font_color": GREEN})
        example = book.add_format({"font_color": GREY, "font_strikeout": True, "num_format": "@"})
        page.freeze_panes(1, 0)
        page.set_paper(A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for number, column in enumerate(log.columns):
            shown = _example(column, number)
            page.set_column(number, number, width([column.header, shown]), _format(book, column))
            page.write_string(0, number, column.header, needed if column.required else usual)
            _comment(page, 0, number, note(log, column, LANGUAGE))
            if shown:
                page.write_string(1, number, shown, example)
            if choices := _choices(column):
                allowed = {"validate": "list", "source": choices, "show_error": False}  # other words are read, too
                page.data_validation(1, number, ROWS, number, allowed)
        _comment(page, 1, 0, say("columns.example_row", LANGUAGE))
        draw_form(book, log, LANGUAGE)
    return buffer.getvalue()


def _example(column: Column, number: int) -> str:
    return say("columns.example_mark", LANGUAGE, example=column.example) if number == 0 else column.example


def _choices(column: Column) -> list[str]:
    if column.type == "bool":
        return [say(f"columns.{answer}", LANGUAGE) for answer in ("yes", "no")]
    return GRADES if column.type == "grade" else [spellings[0] for spellings in column.choices.values()]


def _format(book: Any, column: Column) -> Any:
    code = FORMATS.get(column.type, "General")
    return book.add_format({"num_format": WITH_TIME if code == "yyyy-mm-dd" and ":" in column.example else code})


def _comment(page: Any, row: int, column: int, text: str) -> None:
    lines = sum(1 + len(line) // NOTE_LETTERS for line in text.splitlines())
    page.write_comment(row, column, text, {"width": NOTE_WIDTH, "height": NOTE_LINE * (lines + 1), "font_size": 10})
