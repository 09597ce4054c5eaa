"""Several tables in one grid: side by side with an empty column between, or stacked, each under its own header."""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.reading.footing import is_data, is_title, rows_of
from data.reading.grouping import MAX_ROWS, is_figure
from data.reading.header import MIN_KNOWN, SEARCHED, Known, find_header, first_record
from data.reading.marks import Merge
from data.reading.naming import Cells

_MIN_COLUMNS: Final = 3
_MAX_CANDIDATES: Final = 2_000
_AFTER_GAP: Final = 6
_TITLES: Final = 4
_PAGE: Final = re.compile(r"第\s*\d+\s*页|共\s*\d+\s*页|(?i:page)\s*\d+(\s*(of|/)\s*\d+)?")


def split_stacked(grid: pa.Table, known_header: Known, merged: Sequence[Merge]) -> list[pa.Table]:
    """Return the tables that stand below each other in ``grid``.

    A new one begins at a header, with the title over it, that differs from the last header or has another title:
    the same header again is the top of the next printed page. Rows of data above the first header are one, too.
    """
    cells = grid.drop_columns("row_no")
    if cells.num_columns < _MIN_COLUMNS:
        return [grid]
    numbers = grid["row_no"].to_numpy()
    starts, end = [0], 0
    header: set[Cells] = set()
    titles: set[str] = set()
    for position in _headers(cells, numbers, known_header):
        low = max(end, position - _TITLES - MAX_ROWS)
        rows = rows_of(cells.slice(low, position + 1 - low))
        start = low + _start(rows, numbers[low : position + 1].tolist(), known_header, merged)
        above = {said(row) for row in rows[start - low : -1]} - {""}
        again = rows[-1] in header and above <= titles
        if (
            not again
            and (position + 1 < cells.num_rows or not header)
            and _has_data(cells, end, start, rows[-1], known_header)
        ):
            starts.append(start)
            header, titles = set(), set()
        header.add(rows[-1])
        titles |= above
        end = position + 1
    return [grid.slice(start, stop - start) for start, stop in zip(starts, [*starts[1:], grid.num_rows], strict=True)]


def _headers(cells: pa.Table, numbers: "np.ndarray[tuple[int], np.dtype[np.int32]]", known_header: Known) -> list[int]:
    """Return the positions of rows most of whose cells some log knows, none of them a figure."""
    positions = sorted(_candidates(cells, numbers))
    return [
        position
        for position, row in zip(positions, rows_of(cells.take(pa.array(positions, pa.int64()))), strict=True)
        if _is_known(row, known_header)
    ]


def _candidates(cells: pa.Table, numbers: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> set[int]:
    """Return the positions of rows worth a look: the first, those after a gap, those with a word where data has none.

    Digits sort before letters and Chinese characters, so one comparison tells a date or a number from a word.
    """
    found = set(range(min(SEARCHED, cells.num_rows)))
    gaps = np.flatnonzero(np.diff(numbers) > 1)
    if gaps.size <= _MAX_CANDIDATES:
        found |= {int(gap) + after for gap in gaps for after in range(1, _AFTER_GAP) if gap + after < cells.num_rows}
    for column in cells.columns[:_MIN_COLUMNS]:
        words = pc.fill_null(pc.greater_equal(column, ":"), fill_value=False)
        if 0 < (pc.sum(words).as_py() or 0) <= _MAX_CANDIDATES:
            return found | set(pc.indices_nonzero(words).to_pylist())
    return found


def _is_known(row: Cells, known_header: Known) -> bool:
    filled = [cell for cell in row if cell]
    if len(filled) < MIN_KNOWN or any(map(is_figure, filled)):
        return False
    return known_header(filled) >= max(MIN_KNOWN, len(filled) / 2)


def _start(rows: Sequence[Cells], numbers: Sequence[int], known_header: Known, merged: Sequence[Merge]) -> int:
    """Return where the table begins whose header is the last of ``rows``: its upper header rows, then its titles."""
    low = max(0, len(rows) - MAX_ROWS)
    found = find_header(rows[low:], known_header, merged, numbers[low:])
    start = low + found.first if found else len(rows) - 1
    while start and is_title(rows[start - 1]):
        start -= 1
    return start


def _has_data(cells: pa.Table, start: int, stop: int, header: Cells, known_header: Known) -> bool:
    """Whether data stands between two headers, or above the first: there a row of labels and values is none."""
    rows = rows_of(cells.slice(start, min(stop - start, SEARCHED)))
    if start:
        return any(map(is_data, rows))
    return first_record([*rows, header], known_header) < len(rows)


def said(row: Cells) -> str:
    """Return what a title says, without the number of a page."""
    return " ".join(" ".join(_PAGE.sub(" ", cell) for cell in row if cell).split())
