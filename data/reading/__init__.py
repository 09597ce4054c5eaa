"""Read a file an operator brings: bytes in, tables of text out, nothing interpreted yet.

Cells stay text as the person sees them in a spreadsheet; what the columns mean is decided elsewhere.
"""

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from data.disk import room_in
from data.reading.copies import mark_copies
from data.reading.layout import lay_out
from data.reading.marks import PLAIN
from data.reading.mended import in_tables, mendings, rows_in_words
from data.reading.plausibility import samples
from data.reading.sniffing import is_workbook
from data.reading.table import Reading, Table
from data.reading.text import read_text
from data.reading.workbook import read_sheets
from data.refusal import Refused

__all__ = ["Reading", "Table", "mendings", "read", "rows_in_words", "samples"]


def read(
    content: bytes,
    name: str,
    known_header: Callable[[Sequence[str]], int],
    *,
    encoding: str | None = None,
) -> Reading:
    """Return every table in the file ``content``, whose ``name`` is only used to speak of it.

    ``known_header(cells)`` says how many of the cells are headers of some log; it finds the header row
    and the delimiter. ``encoding`` overrides what the bytes of a text file say.
    Raises ``Refused`` when the file is too large, empty, damaged, locked, or no table at all, or when the disk is full.
    """
    with room_in(Path(tempfile.gettempdir())):
        if is_workbook(content, name):
            text, sheets = None, read_sheets(content, name)
        else:
            text = read_text(content, name, known_header, encoding)
            sheets = [("", text.grid, PLAIN)]
    tables = mark_copies(table for sheet, grid, marks in sheets for table in lay_out(sheet, grid, known_header, marks))
    if not tables:
        raise Refused("reading.only_blanks", name=name)
    return Reading(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        encoding=text.decoded.encoding if text else "",
        delimiter=text.delimiter if text else "",
        tables=tables,
        doubt=text.decoded.doubt if text else None,
        mended=in_tables(text.mended, tables) if text else {},
    )
