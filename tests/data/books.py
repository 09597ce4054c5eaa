"""Workbooks in memory, good and bad."""

import io
import zipfile
from collections.abc import Mapping

import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile


def saved(book: openpyxl.Workbook) -> bytes:
    """Return a workbook's bytes."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def book_of(sheets: Mapping[str, str]) -> bytes:
    """Return a workbook of sheets given as lines of text, all cells text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, text in sheets.items():
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append(line.split(","))
    return saved(book)


def far_cell() -> bytes:
    """Return a workbook with a stray cell in the last place a sheet has."""
    book = openpyxl.Workbook()
    book.active.title = "旗舰店"
    book.active["A1"], book.active["XFD1048576"] = "日期", 1
    return saved(book)


def locked() -> bytes:
    """Return a workbook with a password."""
    content = io.BytesIO()
    OOXMLFile(io.BytesIO(saved(openpyxl.Workbook()))).encrypt("1234", content)
    return content.getvalue()


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP file of the given entries."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return content.getvalue()


def bomb() -> bytes:
    """Return a small file that says it is a workbook and unpacks to 200 MB."""
    return zipped({"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": b" " * 200 * 1024 * 1024})
