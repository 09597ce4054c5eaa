"""Headers of several rows: titles of groups above, what they hold below."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from data.reading.marks import Merge
from data.reading.naming import Cells

MAX_ROWS: Final = 3
_MIN_WORDS: Final = 2
# Numbers, dates, times, phones, amounts: what a data cell is made of and a header never is.
_FIGURE: Final = re.compile(r"[\d\s.,:/\\\-+*()%¥￥年月日时分秒元]+")


def is_figure(cell: str) -> bool:
    """Whether ``cell`` is a number, a date, a time, a phone or an amount."""
    return _FIGURE.fullmatch(cell) is not None


def group_windows(rows: Sequence[Cells], position: int) -> list[tuple[int, int]]:
    """Return first and last row of the headers of two and three rows of which ``position`` may be one."""
    windows = []
    for height in range(2, MAX_ROWS + 1):
        for top in range(max(0, position - height + 1), position + 1):
            window = rows[top : top + height]
            if len(window) == height and all(_is_words(row) for row in window) and _fits(window):
                windows.append((top, top + height - 1))
    return windows


def _is_words(row: Cells) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) >= _MIN_WORDS and not any(map(is_figure, filled))


def _fits(window: Sequence[Cells]) -> bool:
    """Whether the rows need each other: each but the last leaves cells to the one below, or the other way round."""
    return all(any(not cell for cell in (*upper, *lower)) for upper, lower in pairwise(window))


def divides(upper: Cells, lower: Cells) -> bool:
    """Whether ``lower`` has words only under titles with empty cells beside them, and under these empty cells."""
    beside = [not cell for cell in upper[1:]] + [False]
    below = list(zip(upper, lower, beside, strict=True))
    free = all(not under or not over or over == under or empty for over, under, empty in below)
    return free and _is_words(lower) and any(under and not over for over, under, _ in below)


def is_group(row: Cells, merged: Sequence[Merge], number: Sequence[int]) -> bool:
    """Whether the row above a header stands over it with merged cells: several titles, each over some columns."""
    spans = [
        merge for merge in merged if merge.top in number and (merge.right > merge.left or merge.bottom > merge.top)
    ]
    return bool(spans) and _is_words(row)
