"""A log's form to print on A4 and fill in by hand."""

from typing import Any, Final

from data.logs import Column, Log
from data.texts import say
from reports.workbook import A4

SIDES: Final = 0.4  # inches of margin, left, right and top
BOTTOM: Final = 0.6
WIDTH: Final = 1_040  # pixels of a landscape page between the margins
HEIGHT: Final = 520  # points
TITLE, LINE, HINT, HEADER, ROW = 28, 24, 16, 36, 24  # points; a row that a pen has room in
FIRST: Final = 4  # the first empty row, below title, line, hint and header
BLANK: Final = "\u3000" * 12  # to write on, beside a label
# How much room writing takes, against a name.
ROOM: Final = {
    "phone": 1.6,
    "date": 1.1,
    "wechat": 1.3,
    "note": 1.8,
    "bool": 0.7,
    "grade": 0.6,
    "integer": 0.7,
    "number": 0.6,
}


def draw_form(book: Any, log: Log, language: str) -> None:
    """Add the sheet with the form: one page wide, its rows filling one page, ruled and empty."""
    page = book.add_worksheet(say("columns.form_sheet", language))
    columns = [column for column in log.columns if column.name not in _above(log)]
    last_row = FIRST - 1 + (HEIGHT - TITLE - LINE - HINT - HEADER) // ROW
    _head(book, page, log, len(columns) - 1, language)
    heading = book.add_format(
        {"bold": True, "font_size": 9, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    ruled = book.add_format({"border": 1})
    page.set_row(FIRST - 1, HEADER)
    for row in range(FIRST, last_row + 1):
        page.set_row(row, ROW)
    rooms = [_room(column) for column in columns]
    for number, (column, room) in enumerate(zip(columns, rooms, strict=True)):
        page.set_column_pixels(number, number, int(WIDTH * room / sum(rooms)))
        page.write_string(FIRST - 1, number, column.header + "*" * column.required, heading)
        for row in range(FIRST, last_row + 1):
            page.write_blank(row, number, None, ruled)
    _set_up(page, last_row, len(columns) - 1, say("columns.form_page", language))


def _head(book: Any, page: Any, log: Log, last: int, language: str) -> None:
    """Write title, line and hint. The blanks of the line are underlined spaces: for the reader, they say nothing."""
    looks = [
        book.add_format(look | {"valign": "vcenter"})
        for look in ({"bold": True, "font_size": 16, "align": "center"}, {"font_size": 11}, {"font_size": 9})
    ]
    for row, (height, look) in enumerate(zip((TITLE, LINE, HINT), looks, strict=True)):
        page.set_row(row, height)
        page.merge_range(row, 0, row, last, "", look)
    page.write_string(0, 0, say("columns.form_title", language, title=log.title), looks[0])
    line = "form_line" if "assistant" in _above(log) else "form_line_store"
    labels = say(f"columns.{line}", language, blank="\n").split("\n")[:-1]
    underlined = book.add_format({"underline": 1})
    parts = [part for label in labels for part in (label, underlined, BLANK)]
    page.write_rich_string(1, 0, *parts, looks[1])
    page.write_string(2, 0, say("columns.form_hint", language), looks[2])


def _set_up(page: Any, last_row: int, last_column: int, footer: str) -> None:
    page.set_paper(A4)
    page.set_landscape()
    page.set_margins(left=SIDES, right=SIDES, top=SIDES, bottom=BOTTOM)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, FIRST - 1)
    page.print_area(0, 0, last_row, last_column)
    page.set_footer(f"&C&9{footer}")
    page.hide_gridlines(0)


def _above(log: Log) -> set[str]:
    """Return the columns that are the same in every row of a page, and are said once above them."""
    return {"store"} | (set(log.key) if log.mode == "replace_slice" and log.handed_in else set())


def _room(column: Column) -> float:
    return ROOM.get(column.name) or ROOM.get(column.type) or 1.0
