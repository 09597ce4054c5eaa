"""Workbooks as most people keep them: cells of every type, sheets, and what stands around a table."""

from datetime import date, datetime, time, timedelta

import openpyxl

from tests.data.reading.books import HEADER, sheet_of, xlsx


def test_cells_of_every_type_read_as_a_person_sees_them(read_file, cells):
    values = [
        datetime(2026, 11, 21, 18, 5),
        date(2026, 11, 22),
        13800138000,
        13800138000.0,
        "1.38E+10",
        "0755-1234567",
        0.5,
        True,
        time(18, 5),
        timedelta(hours=30),
        "#N/A",
        "  ",
        "=1/0",
    ]
    (table,) = read_file(sheet_of([HEADER, *([value, "周丽", "x", ""] for value in values)]), "表.xlsx").tables
    assert [row[0] for row in cells(table)] == [
        "2026-11-21 18:05:00",
        "2026-11-22",
        "13800138000",
        "13800138000",
        "1.38E+10",
        "0755-1234567",
        "0.5",
        "true",
        "18:05:00",
        "30:00:00",
        None,
        None,
        None,
    ]


def test_place_counts_columns_and_rows_as_the_sheet_does(read_file):
    def fill(workbook: openpyxl.Workbook) -> None:
        for number, row in enumerate((HEADER, ["2026-11-21", "周丽", 1, "好"]), start=3):
            for position, value in enumerate(row, start=27):
                workbook.active.cell(number, position, value)

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert (table.place, table.header_row) == ("AA3:AD4", 3)


def test_sheet_with_the_cells_of_an_earlier_one_is_marked_as_its_copy(read_file):
    def fill(workbook: openpyxl.Workbook) -> None:
        workbook.active.title = "旗舰店"
        for row in (HEADER, ["2026-11-21", "周丽", 1, None]):
            workbook.active.append(row)
        workbook.copy_worksheet(workbook.active).title = "旗舰店 (2)"
        workbook.copy_worksheet(workbook.active)["C2"] = 2

    tables = read_file(xlsx(fill), "表.xlsx").tables
    assert [table.copy_of for table in tables] == ["", "旗舰店 A1:D2", ""]


def test_every_filled_sheet_is_a_table_also_a_hidden_one(read_file):
    def fill(workbook: openpyxl.Workbook) -> None:
        workbook.active.title = "空"
        for title, state in (("万象店", "visible"), ("旗舰店", "hidden"), ("老店", "veryHidden")):
            sheet = workbook.create_sheet(title)
            sheet.append(HEADER)
            sheet.append(["2026-11-21", "周丽", 1, None])
            sheet.sheet_state = state
        workbook.create_chartsheet("图")

    reading = read_file(xlsx(fill), "表.xlsx")
    assert [(table.sheet, table.hidden) for table in reading.tables] == [
        ("万象店", False),
        ("旗舰店", True),
        ("老店", True),
    ]
    assert (reading.encoding, reading.delimiter) == ("", "")


def test_reading_says_what_was_read(read_file):
    content = sheet_of([HEADER, ["2026-11-21", "周丽", 1, None]])
    reading = read_file(content, "表.xlsx")
    assert (reading.name, reading.size, len(reading.sha256)) == ("表.xlsx", len(content), 64)


def test_workbook_is_read_from_any_working_directory(read_file, cells, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (table,) = read_file(sheet_of([HEADER, ["2026-11-21", "周丽", 1, "好"]]), "表.xlsx").tables
    assert cells(table) == [("2026-11-21", "周丽", "1", "好")]
