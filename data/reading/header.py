"""Which row of a table is its header."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

MIN_KNOWN: Final = 2
SEARCHED: Final = 30
# Numbers, dates, times, phones, amounts: what a data cell is made of and a header never is.
_FIGURE: Final = re.compile(r"[\d\s.,:/\\\-+*()%¥￥年月日时分秒元]+")

Cells = Sequence[str | None]


def find_header(rows: Sequence[Cells], known_header: Callable[[Sequence[str]], int]) -> int | None:
    """Return the position of the header among the first rows, none of which is blank; None if there is none.

    It is the row with the most cells known from some log, else the first row that looks like one:
    as wide as the table, all cells filled with different words, none of them a figure. A row of that width
    with a figure in it is data, and no header stands below data.
    """
    position, known = most_known(rows, known_header)
    if known >= MIN_KNOWN:
        return position
    widths = Counter(_width(row) for row in rows)
    typical = max(widths, key=lambda width: (widths[width], width))
    for position, row in enumerate(rows):
        if _width(row) != typical or typical == 1:
            continue
        if _looks_like_header(row[:typical]):
            return position
        if any(cell and _FIGURE.fullmatch(cell) for cell in row):
            return None
    return None


def most_known(rows: Sequence[Cells], known_header: Callable[[Sequence[str]], int]) -> tuple[int, int]:
    """Return the position of the row with the most known headers, the first of equals, and how many it has."""
    counts = [known_header([cell or "" for cell in row]) for row in rows[:SEARCHED]]
    if not counts:
        return 0, 0
    return counts.index(max(counts)), max(counts)


def _width(row: Cells) -> int:
    return max((position for position, cell in enumerate(row, start=1) if cell), default=0)


def _looks_like_header(cells: Cells) -> bool:
    words = [cell for cell in cells if cell and not _FIGURE.fullmatch(cell)]
    return len(words) == len(cells) == len(set(words))
