"""What the reader hands on: tables of text, nothing interpreted yet."""

from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Table:
    """One table found in a file.

    ``rows`` has one string column per header cell, named ``c0``, ``c1``, … (an empty cell is null),
    and ``row_no`` (int32), the 1-based number of the row in its sheet or file.
    ``header`` holds the header cells as written, in the same order; ``header_row`` is their row
    (0: the file has no header). ``preamble`` are the non-blank rows above the header,
    the filled cells of each joined by a space.
    ``left_out`` maps a reason ("header": it stands there again, "totals", "footnote") to the numbers of the rows
    not passed on.
    """

    sheet: str
    header: tuple[str, ...]
    header_row: int
    preamble: tuple[str, ...]
    rows: pa.Table
    left_out: dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class Reading:
    """One file as read. ``encoding`` and ``delimiter`` are empty for workbooks."""

    name: str
    sha256: str
    size: int
    encoding: str
    delimiter: str
    tables: tuple[Table, ...]
