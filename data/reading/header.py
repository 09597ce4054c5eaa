"""Which rows of a table are its header."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from data.reading.footing import has_date, has_phone, is_data
from data.reading.grouping import MAX_ROWS, divides, group_windows, is_figure, is_group
from data.reading.marks import Merge
from data.reading.naming import Cells, name_columns, under

MIN_KNOWN: Final = 2
SEARCHED: Final = 30

Known = Callable[[Sequence[str]], int]


@dataclass(frozen=True)
class Header:
    """The rows ``first`` to ``last`` of those searched, and what names each column. ``known``: some log knows it."""

    first: int
    last: int
    cells: Cells
    known: bool


def find_header(
    rows: Sequence[Cells], known_header: Known, merged: Sequence[Merge] = (), numbers: Sequence[int] = ()
) -> Header | None:
    """Return the header among the first rows, none of which is blank; None if there is none.

    It is the row with the most cells known from some log, with the rows above or below it where together they
    name more; else the first row that looks like one: as wide as the table, all cells filled with different words,
    none of them a figure. A row of that width with a figure in it is data, and no header stands below data.
    ``merged`` are the merged cells of the sheet in order, and ``numbers`` the numbers of the rows in it.
    """
    if merged and numbers:
        merged = merged[bisect_left(merged, (numbers[0],)) : bisect_left(merged, (numbers[-1] + 1,))]
    everything = under(rows, merged, numbers)
    rows = everything[: first_record(rows, known_header)]
    position, known = most_known(rows, known_header)
    if known < MIN_KNOWN:
        found = _by_shape(everything)
        return None if found is None or found >= len(rows) else Header(found, found, rows[found], known=False)
    first, last = position, position
    for top, bottom in group_windows(rows, position):
        names = name_columns(rows[top : bottom + 1], known_header)
        if (count := known_header([name or "" for name in names])) > known:
            first, last, known = top, bottom, count
    while last - first < MAX_ROWS - 1 and last + 1 < len(rows) and divides(rows[last], rows[last + 1]):
        last += 1
    while first and last - first < MAX_ROWS - 1 and is_group(rows[first - 1], merged, numbers[first - 1 : first]):
        first -= 1
    across = tuple(merge for merge in merged if merge.top == merge.bottom)
    names = name_columns(rows[first : last + 1], known_header, across, numbers[first : last + 1])
    return Header(first, last, names, known=True)


def most_known(rows: Sequence[Cells], known_header: Known) -> tuple[int, int]:
    """Return the position of the row with the most known headers, the first of equals, and how many it has."""
    counts = [
        0 if _is_data(row, known := known_header([cell or "" for cell in row])) else known for row in rows[:SEARCHED]
    ]
    if not counts:
        return 0, 0
    return counts.index(max(counts)), max(counts)


def first_record(rows: Sequence[Cells], known_header: Known) -> int:
    """Return the position of the first row that can only be data, ``len(rows)`` if there is none.

    It has a phone among more unknown words than known ones, and a date or half the cells of the widest row; or a date
    among unknown words only, and more than half of the cells: 门店, 旗舰店, 日期, 2026-11-21 may stand above a header.
    """
    widest = max((sum(1 for cell in row if cell) for row in rows), default=0)
    for position, row in enumerate(rows):
        filled = [cell for cell in row if cell]
        phone, date = has_phone(row), has_date(row)
        if not is_data(row) or not (phone or date):
            continue
        known, half = known_header(filled), widest / 2
        if (phone and known < len(filled) / 2 and (date or len(filled) >= half)) or (
            date and not known and len(filled) > half
        ):
            return position
    return len(rows)


def _is_data(row: Cells, known: int) -> bool:
    """Whether a row with some known words is data all the same: it has figures, and more that nobody knows."""
    filled = [cell for cell in row if cell]
    return 0 < known < len(filled) / 2 and any(map(is_figure, filled))


def _by_shape(rows: Sequence[Cells]) -> int | None:
    widths = Counter(_width(row) for row in rows)
    typical = max(widths, key=lambda width: (widths[width], width))
    for position, row in enumerate(rows):
        if _width(row) != typical or typical == 1:
            continue
        if _looks_like_header(row[:typical]):
            return position
        if any(cell and is_figure(cell) for cell in row):
            return None
    return None


def _width(row: Cells) -> int:
    return max((position for position, cell in enumerate(row, start=1) if cell), default=0)


def _looks_like_header(cells: Cells) -> bool:
    words = [cell for cell in cells if cell and not is_figure(cell)]
    return len(words) == len(cells) == len(set(words))
