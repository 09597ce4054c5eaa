"""How wide the columns of a workbook are, and how many lines a text takes in them."""

from collections.abc import Iterable
from math import ceil
from typing import Final

WIDEST: Final = 60  # characters; a longer text goes on below
HEADING: Final = 18  # characters: a longer heading goes on below rather than make room for itself
MARGIN: Final = 2  # characters
BUTTON: Final = 2  # characters that the filter's button covers


def width(cells: Iterable[object]) -> int:
    """Return the width of a column in characters."""
    return min(max(map(length, cells), default=0) + MARGIN, WIDEST)


def fitting(heading: str, cells: Iterable[object]) -> int:
    """Return the width of a column with a filter's button in its heading."""
    return max(width(cells), min(length(heading) + MARGIN + BUTTON, HEADING))


def lines(cell: object, wide: int) -> int:
    """Return how many lines ``cell`` takes where so many characters stand in one."""
    return max(ceil(length(cell) / wide), 1)


def length(cell: object) -> int:
    """Return how many characters ``cell`` takes; a Chinese one takes two."""
    return 0 if cell is None else sum(2 if ord(letter) > 0x2E7F else 1 for letter in str(cell))
