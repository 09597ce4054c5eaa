"""Files nothing can be read from, each with the reason it is refused for."""

import io
import zipfile
from typing import Final

from tests.data.books import zipped
from tests.data.reading.broken.expected import SOUND, Broken
from tests.data.reading.broken.workbooks import FILES as WORKBOOKS

_WORKBOOK: Final = WORKBOOKS["workbook_named_csv.csv"].bytes


def _without_sheets() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_WORKBOOK)) as whole, zipfile.ZipFile(content, "w") as part:
        for entry in whole.namelist():
            if "worksheets/" not in entry:
                part.writestr(entry, whole.read(entry))
    return content.getvalue()


def _with_a_broken_sheet() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_WORKBOOK)) as whole, zipfile.ZipFile(content, "w") as part:
        for entry in whole.namelist():
            cells = whole.read(entry)
            part.writestr(entry, cells[: len(cells) // 2] if "worksheets/" in entry else cells)
    return content.getvalue()


def _refused(content: bytes | str, reason: str) -> Broken:
    return Broken(content, tables="", reason=f"reading.{reason}")


FILES: Final = {
    "no_byte.csv": _refused(b"", "empty_file"),
    "line_ends_only.csv": _refused(b"\r\n\r\n", "empty_file"),
    "delimiters_only.csv": _refused(",,,\n,,,\n", "only_blanks"),
    "workbook_cut_in_half.xlsx": _refused(_WORKBOOK[: len(_WORKBOOK) // 2], "damaged"),
    "workbook_without_its_sheets.xlsx": _refused(_without_sheets(), "damaged"),
    "sheet_cut_in_half.xlsx": _refused(_with_a_broken_sheet(), "damaged"),
    "csv_in_a_zip.xlsx": _refused(zipped({"记录.csv": SOUND}), "other_format"),
    "document_named_xlsx.xlsx": _refused(zipped({"word/document.xml": SOUND}), "other_format"),
    "picture_named_xls.xls": _refused(b"\x89PNG\r\n\x1a\n" + bytes(50), "other_format"),
    "pdf_named_csv.csv": _refused(b"%PDF-1.7\n", "other_format"),
    "web_page_named_xls.xls": _refused(f"<html><table><tr><td>{SOUND}</td></tr></table></html>", "web_page"),
    "program_named_csv.csv": _refused(bytes(range(256)) * 8, "binary"),
}
