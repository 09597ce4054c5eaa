"""Rows that are no data: totals, wherever they stand, and footnotes below the last row."""

import re
from collections.abc import Sequence
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from data.reading.naming import Cells

_GAP: Final = "[\\s\u3000]*"  # 合 计 is often spaced to look wide, also with the full-width space
_TOTALS: Final = (
    f"(?i)^{_GAP}(总?合{_GAP}计|[总小共累]{_GAP}计|汇{_GAP}总|人均|平均|(grand |sub ?|sub-)?totals?|sum)"
    f"{_GAP}[:：]?{_GAP}[0-9.,%元]*{_GAP}$"
)
_TOTAL: Final = re.compile(_TOTALS)
_FIGURE: Final = re.compile(r"[-+¥￥]?[\d,]+(\.\d+)?\s*[%‰]?[^\W\d]{0,2}|[-—–/\\]+|[^\d:：]{1,8}[:：]\s*[\d,.%]*")
_PHONE: Final = re.compile(r"1\d{10}|0\d{9,11}")
_DATE: Final = re.compile(
    r"(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])|\d{1,4}\s?[-/年月]\s?\d{1,2}.*|\d{4}\.\d{1,2}\.\d{1,2}.*"
)

_LABEL: Final = re.compile(r"\s*[^\d:：]{1,12}[:：]")
_NOTE: Final = re.compile(r"\s*[（(【\[*※]*\s*(注|备注|说明|以上|制表|填表|审核|签字|note\b|remark\b)", re.IGNORECASE)
_LONG: Final = 12
_MIN_COLUMNS: Final = 3
_SEARCHED: Final = 50


def find_totals(cells: pa.Table) -> list[int]:
    """Return the positions of rows that begin with 合计 or the like and hold nothing but figures.

    A row with a name, a phone or a date in it is data, whatever it begins with.
    """
    named = pc.match_substring_regex(pc.coalesce(*cells.columns), _TOTALS)
    positions = pc.indices_nonzero(pc.fill_null(named, fill_value=False))
    return [
        position
        for position, row in zip(positions.to_pylist(), rows_of(cells.take(positions)), strict=True)
        if all(is_amount(cell) for cell in [cell for cell in row if cell][1:])
    ]


def find_repeated_headers(cells: pa.Table, header: Sequence[Cells]) -> list[int]:
    """Return the positions of rows that say what a row of the header says, as on the top of every printed page."""
    found: set[int] = set()
    for row in header:
        first = next((position for position, cell in enumerate(row) if cell), None)
        if first is None:
            continue
        same = pc.fill_null(pc.equal(cells.column(first), row[first]), fill_value=False)
        if not pc.any(same).as_py():
            continue
        positions = pc.indices_nonzero(same)
        repeated = zip(positions.to_pylist(), rows_of(cells.take(positions)), strict=True)
        found |= {position for position, again in repeated if again == tuple(row)}
    return sorted(found)


def find_footnotes(cells: pa.Table, others: Sequence[int]) -> list[int]:
    """Return the positions of the footnotes below the last row of data; ``others`` left out may stand among them.

    Tables of fewer than three columns have none: there a single filled cell is a row like any other.
    """
    if cells.num_columns < _MIN_COLUMNS:
        return []
    start = max(0, cells.num_rows - _SEARCHED)
    last = rows_of(cells.slice(start))
    footnotes: list[int] = []
    for position in range(cells.num_rows - 1, start - 1, -1):
        if position in others:
            continue
        if not _is_footnote(last[position - start]):
            break
        footnotes.append(position)
    return footnotes[::-1]


def rows_of(cells: pa.Table) -> list[Cells]:
    """Return the rows of a small table as tuples."""
    return list(zip(*(column.to_pylist() for column in cells.columns), strict=True))


def is_amount(cell: str) -> bool:
    """Whether ``cell`` is a number that could be added up: no phone and no date."""
    text = cell.strip()
    return bool(_FIGURE.fullmatch(text)) and not _PHONE.fullmatch(text) and not _DATE.fullmatch(text)


def is_total(row: Cells) -> bool:
    """Whether a row begins with 合计 or the like and holds nothing else but figures."""
    first, *others = [cell for cell in row if cell]
    return bool(_TOTAL.match(first)) and all(map(is_amount, others))


def is_title(row: Cells) -> bool:
    """Whether a row can be a title of what stands below: one cell, or labels; no total, phone or note."""
    filled = [cell for cell in row if cell]
    if is_total(row) or any(_PHONE.search(cell) or _NOTE.match(cell) for cell in filled):
        return False
    return len(filled) == 1 or all(_LABEL.match(cell) for cell in filled)


def is_data(row: Cells) -> bool:
    """Whether a row between two headers is data: several cells that are neither labels nor a total."""
    filled = [cell for cell in row if cell]
    return len(filled) > 1 and not is_total(row) and not all(_LABEL.match(cell) for cell in filled)


def has_phone(row: Cells) -> bool:
    """Whether a cell of the row is a phone and nothing else."""
    return any(_PHONE.fullmatch(cell.strip()) for cell in row if cell)


def has_date(row: Cells) -> bool:
    """Whether a cell of the row is a date and nothing else."""
    return any(_DATE.fullmatch(cell.strip()) for cell in row if cell)


def _is_footnote(row: Cells) -> bool:
    filled = [cell for cell in row if cell]
    if any(_PHONE.search(cell) for cell in filled):
        return False
    if all(_LABEL.match(cell) for cell in filled):
        return True
    alone = len(filled) == 1
    return alone and bool(_NOTE.match(filled[0]) or (row[0] and len(filled[0]) >= _LONG and not _DATE.match(row[0])))
