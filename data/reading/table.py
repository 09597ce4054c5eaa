"""What the reader hands on: tables of text, nothing interpreted yet."""

from dataclasses import dataclass, field

import pyarrow as pa


@dataclass(frozen=True)
class Table:
    """One table found in a file.

    ``rows`` has one string column per header cell, named ``c0``, ``c1``, … (an empty cell is null),
    and ``row_no`` (int32), the 1-based number of the row in its sheet or file.
    ``header`` holds for each column what names it best, in the same order: the header cell as written, for headers
    of several rows the lowest with the words above it where only these make it clear; ``header_row`` is the last
    row of the header (0: there is none). ``preamble`` are the non-blank rows above the header,
    the filled cells of each joined by a space.
    ``left_out`` maps a reason ("header": it stands there again, "totals", "footnote", and below the header
    "example", "numbering", "units"; "unfilled": only its row's number stands there) to the numbers of the rows
    not passed on.
    ``place`` is where the table stands ("A3:F20", header included). ``stated`` are labels of the preamble with what
    stands after them ("日期": "11月21日"). ``filled`` maps a reason ("merged": the cell is one with the cells below)
    to the numbers of the rows in which the reader filled a cell. ``notes`` are remarks beside the table.
    ``hidden``: the sheet is. ``copy_of`` is sheet and place of an earlier table with the same cells, else empty.
    """

    sheet: str
    header: tuple[str, ...]
    header_row: int
    preamble: tuple[str, ...]
    rows: pa.Table
    left_out: dict[str, tuple[int, ...]]
    place: str = ""
    stated: dict[str, str] = field(default_factory=dict)
    filled: dict[str, tuple[int, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    hidden: bool = False
    copy_of: str = ""


@dataclass(frozen=True)
class Reading:
    """One file as read. ``encoding`` and ``delimiter`` are empty for workbooks.

    ``delimiter`` is " " for any run of spaces, "  " for runs of two and more.
    ``doubt`` names an encoding in which the text makes more sense than in ``encoding``.
    ``mended`` maps what was put right while cutting a text into cells (a key below ``reading.mended``)
    to the numbers of the rows.
    """

    name: str
    sha256: str
    size: int
    encoding: str
    delimiter: str
    tables: tuple[Table, ...]
    doubt: str | None = None
    mended: dict[str, tuple[int, ...]] = field(default_factory=dict)
