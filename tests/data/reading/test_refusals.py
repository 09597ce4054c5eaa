"""What is not read, and that the person is told what it is and what to do."""

import io

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow

from data.reading import archive, sniffing
from tests.data.books import bomb, far_cell, locked, saved, zipped


@pytest.mark.parametrize("content", [b"", b"\n \r\n\t"])
def test_empty_file_is_refused(refusal, content):
    assert refusal(content).reason == "reading.empty_file"


@pytest.mark.parametrize(
    "content", [b",,,\n,,\n", b"\xef\xbb\xbf\n", " \u3000,\n".encode(), saved(openpyxl.Workbook())]
)
def test_file_of_blank_cells_is_refused(refusal, content):
    assert refusal(content).reason == "reading.only_blanks"


def test_file_above_the_limit_is_refused_with_its_size(refusal):
    refused = refusal(b"," * 60 * 1024 * 1024)
    assert refused.reason == "reading.too_large"
    assert "60.0 MB" in refused.sentence("zh")
    assert sniffing.MAX_BYTES == 50 * 1024 * 1024


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"GIF89a\0\0", "GIF"),
        (b"\xff\xd8\xff\xe0\0", "JPEG"),
        (b"Rar!\x1a\x07\0", "RAR"),
        (zipped({"word/document.xml": b"<w/>"}), "Word"),
        (zipped({"ppt/presentation.xml": b"<p/>"}), "PowerPoint"),
        (zipped({"a.csv": b"1,2"}), "ZIP"),
        (zipped({}), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "WordDocument".encode("utf-16-le"), "Word"),
    ],
)
def test_other_format_named_csv_is_refused_as_what_it_is(refusal, content, what):
    refused = refusal(content)
    assert (refused.reason, refused.details["what"]) == ("reading.other_format", what)


def test_bytes_that_are_no_text_are_refused(refusal):
    assert refusal(bytes(range(32)) * 100).reason == "reading.binary"


@pytest.mark.parametrize(
    "content", [b"<html><table>", b"\xef\xbb\xbf<html>", b"\n<TABLE border=1>", b"<?xml version='1.0'?><Workbook>"]
)
def test_web_page_named_xls_is_refused_with_the_way_out(refusal, content):
    assert refusal(content, "导出.xls").reason == "reading.web_page"


def test_workbook_behind_a_password_is_refused(refusal):
    assert refusal(locked(), "表.xlsx").reason == "reading.password"


@pytest.mark.parametrize(
    "content",
    [
        saved(openpyxl.Workbook())[:1000],
        zipped({"xl/workbook.xml": b"<workbook><broken"}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
    ],
)
def test_damaged_workbook_is_refused(refusal, content):
    assert refusal(content, "表.xlsx").reason == "reading.damaged"


def test_stray_cell_far_away_is_refused_with_its_sheet(refusal):
    refused = refusal(far_cell(), "表.xlsx")
    assert refused.reason == "reading.too_many_cells"
    assert "旗舰店" in refused.sentence("zh")


def test_sheet_with_more_cells_than_any_log_is_refused(refusal):
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "日期"
    workbook.active["AZ1000000"] = 1
    assert refusal(saved(workbook), "表.xlsx").reason == "reading.too_many_cells"


def test_ods_that_repeats_a_cell_without_end_is_refused(refusal):
    document, sheet = OpenDocumentSpreadsheet(), Table(name="旗舰店")
    row, cell = TableRow(numberrowsrepeated=1_048_576), TableCell(valuetype="float", value="1")
    cell.setAttribute("numbercolumnsrepeated", 16_384)
    row.addElement(cell)
    sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    content = io.BytesIO()
    document.write(content)
    assert refusal(content.getvalue(), "表.ods").reason == "reading.too_many_cells"


def test_zip_bomb_is_refused_before_it_is_unpacked(refusal):
    assert refusal(bomb(), "表.xlsx").reason == "reading.unpacks_too_large"


def test_zip_of_too_many_entries_is_refused(refusal):
    many = zipped({f"xl/{number}": b"" for number in range(archive.MAX_ENTRIES + 1)})
    assert refusal(many, "表.xlsx").reason == "reading.unpacks_too_large"


def test_workbook_that_takes_too_long_is_refused(refusal, monkeypatch):
    monkeypatch.setattr("data.reading.workbook._TIMEOUT", 0.01)
    assert refusal(saved(openpyxl.Workbook()), "表.xlsx").reason == "reading.too_slow"


def test_child_that_fails_for_an_unforeseen_reason_leaves_it_as_the_cause(refusal, monkeypatch, tmp_path):
    monkeypatch.setattr("data.reading.workbook._ROOT", tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    refused = refusal(saved(openpyxl.Workbook()), "表.xlsx")
    assert refused.reason == "reading.damaged"
    assert "data" in str(refused.__cause__)


def test_row_wider_than_any_log_is_refused_with_its_sheet(refusal):
    workbook = openpyxl.Workbook()
    workbook.active.title = "旗舰店"
    workbook.active.cell(2, 1, "日期")
    workbook.active.cell(3, 1001, 1)
    refused = refusal(saved(workbook), "表.xlsx")
    assert refused.reason == "reading.too_many_columns"
    assert "旗舰店" in refused.sentence("zh")
