"""Workbooks of every kind, made by the libraries that write them."""

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdsTable
from odf.table import TableCell, TableRow
from odf.text import P

HEADER = ["日期", "导购", "电话", "备注"]


def xlsx(fill: Callable[[openpyxl.Workbook], Any]) -> bytes:
    workbook = openpyxl.Workbook()
    fill(workbook)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def sheet_of(rows: list[list[Any]]) -> bytes:
    def fill(workbook: openpyxl.Workbook) -> None:
        for row in rows:
            workbook.active.append(row)

    return xlsx(fill)


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


def test_merged_title_totals_and_footnote_are_no_data(read_file, cells):
    def fill(workbook: openpyxl.Workbook) -> None:
        sheet = workbook.active
        sheet.title = "旗舰店"
        sheet["B2"] = "电话邀约记录表"
        sheet.merge_cells("B2:E2")
        rows = [HEADER, ["2026-11-21", "周丽", 13800138000, None], [], ["合计", None, 1, None], ["制表人：王芳"]]
        for number, row in enumerate(rows, start=4):
            for position, value in enumerate(row, start=2):
                sheet.cell(number, position, value)

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert table.sheet == "旗舰店"
    assert table.preamble == ("电话邀约记录表",)
    assert (table.header, table.header_row) == (tuple(HEADER), 4)
    assert cells(table) == [("2026-11-21", "周丽", "13800138000", None)]
    assert table.rows["row_no"].to_pylist() == [5]
    assert table.left_out == {"totals": (7,), "footnote": (8,)}


def test_cells_merged_downwards_are_filled_and_the_rows_are_told(read_file, cells):
    def fill(workbook: openpyxl.Workbook) -> None:
        rows = (HEADER, ["2026-11-21", "周丽", 1], [None, "王芳", 2], ["合计", None, 2], ["2026-11-22", "周丽", 3])
        for row in rows:
            workbook.active.append(row)
        workbook.active.merge_cells("A2:A3")

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert [row[0] for row in cells(table)] == ["2026-11-21", "2026-11-21", "2026-11-22"]
    assert table.filled == {"merged": (3,)}


def test_merged_amount_is_not_given_to_every_row(read_file, cells):
    def fill(workbook: openpyxl.Workbook) -> None:
        for row in (["日期", "导购", "金额"], ["2026-11-21", "周丽", 9800], ["2026-11-21", "周丽", None]):
            workbook.active.append(row)
        workbook.active.merge_cells("C2:C3")

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert [row[2] for row in cells(table)] == ["9800", None]
    assert table.filled == {}


def test_cells_merged_among_totals_and_beside_the_table_fill_no_row(read_file, cells):
    def fill(workbook: openpyxl.Workbook) -> None:
        for row in (HEADER, ["2026-11-21", "周丽", 1], [None, "小计", 1], ["2026-11-22", "周丽", 2]):
            workbook.active.append(row)
        workbook.active.merge_cells("A2:A3")
        workbook.active["G2"] = "周三补录"
        workbook.active.merge_cells("G2:H4")

    (table,) = read_file(xlsx(fill), "表.xlsx").tables
    assert cells(table) == [("2026-11-21", "周丽", "1", None), ("2026-11-22", "周丽", "2", None)]
    assert (table.left_out, table.filled, table.notes) == ({"totals": (3,)}, {}, ("周三补录",))


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


def test_old_xls_is_read_whatever_its_name(read_file, cells):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("旗舰店")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for position, title in enumerate(HEADER):
        sheet.write(0, position, title)
    sheet.write(1, 0, date(2026, 11, 21), day)
    sheet.write(1, 1, "周丽")
    sheet.write(1, 2, 13800138000)
    content = io.BytesIO()
    workbook.save(content)
    for name in ("表.xls", "表.csv"):
        (table,) = read_file(content.getvalue(), name).tables
        assert cells(table) == [("2026-11-21", "周丽", "13800138000", None)]


def test_ods_is_read_without_its_endless_empty_rows(read_file, cells):
    document = OpenDocumentSpreadsheet()
    sheet = OdsTable(name="旗舰店")
    for row in (HEADER, ["2026-11-21", "周丽", "13800138000", "好"]):
        line = TableRow()
        for value in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=value))
            line.addElement(cell)
        sheet.addElement(line)
    endless = TableRow(numberrowsrepeated=1_048_574)
    endless.addElement(TableCell(numbercolumnsrepeated=16_384))
    sheet.addElement(endless)
    document.spreadsheet.addElement(sheet)
    content = io.BytesIO()
    document.write(content)
    (table,) = read_file(content.getvalue(), "表.ods").tables
    assert cells(table) == [("2026-11-21", "周丽", "13800138000", "好")]


def test_text_named_xls_is_read_as_text(read_file, cells):
    reading = read_file("日期\t导购\t电话\r\n2026-11-21\t周丽\t1\r\n".encode("gbk"), "导出.xls")
    assert (reading.encoding, reading.delimiter) == ("gb18030", "\t")
    assert cells(reading.tables[0]) == [("2026-11-21", "周丽", "1")]


def test_reading_says_what_was_read(read_file):
    content = sheet_of([HEADER, ["2026-11-21", "周丽", 1, None]])
    reading = read_file(content, "表.xlsx")
    assert (reading.name, reading.size, len(reading.sha256)) == ("表.xlsx", len(content), 64)


def test_workbook_is_read_from_any_working_directory(read_file, cells, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (table,) = read_file(sheet_of([HEADER, ["2026-11-21", "周丽", 1, "好"]]), "表.xlsx").tables
    assert cells(table) == [("2026-11-21", "周丽", "1", "好")]
