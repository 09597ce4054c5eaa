"""Workbooks of other programs, made by the libraries that write them."""

import io
from datetime import date

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdsTable
from odf.table import TableCell, TableRow
from odf.text import P

from tests.data.reading.books import HEADER


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
