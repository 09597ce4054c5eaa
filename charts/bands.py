"""Where the bands of a flow chart lie: from grades on the left to grades on the right, none hidden by another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from charts.columns import numbers, strings

ENDS: Final = ("A", "B", "C", "D", "", "closed")  # from the top
ROOM: Final = 300  # px that all customers share
THINNEST: Final = 18  # px: a band that holds its count and can be hit
GAP: Final = 12  # px between two grades
ACROSS: Final = np.linspace(0, 1, 25)
SMOOTH: Final = ACROSS**2 * (3 - 2 * ACROSS)
Way = tuple[str, str]


@dataclass(frozen=True)
class Band:
    """Customers who went from one grade to another; ``left`` and ``right``: px from above where their band lies."""

    ends: Way
    customers: float
    thick: float
    left: float
    right: float

    def edge(self, share: float) -> NDArray[np.float64]:
        """Return how far from above, at each of ``ACROSS``, a line lies that leaves ``share`` of the band above it."""
        line: NDArray[np.float64] = self.left + (self.right - self.left) * SMOOTH + self.thick * share
        return line


@dataclass(frozen=True)
class End:
    """All bands of one grade on one side: how many customers, and from where to where in px from above."""

    grade: str
    customers: float
    upper: float
    lower: float


def direction(before: str, after: str) -> str:
    """Return up, down, same, ordered, or graded (of those whom nobody had graded)."""
    if after == "closed":
        return "ordered"
    if before == after:
        return "same"
    if not before:
        return "graded"
    return "up" if ENDS.index(after) < ENDS.index(before) else "down"


def bands(rows: pd.DataFrame) -> list[Band]:
    """Return one band for each way from ``from_grade`` to ``to_grade`` that ``customers`` went."""
    counts: dict[Way, float] = {}
    ways = zip(strings(rows["from_grade"]), strings(rows["to_grade"]), strict=True)
    for way, customers in zip(ways, numbers(rows["customers"]), strict=True):
        counts[way] = counts.get(way, 0) + (customers or 0)
    total = sum(counts.values())
    thick = {way: max(THINNEST, ROOM * count / total) for way, count in counts.items() if count}
    left, right = _starts(thick, 0), _starts(thick, 1)
    return [Band(way, counts[way], thick[way], left[way], right[way]) for way in sorted(thick, key=_places)]


def ends(found: Sequence[Band], side: int) -> list[End]:
    """Return the grades of one side (0 left, 1 right), from the top."""
    grades = [grade for grade in ENDS if any(band.ends[side] == grade for band in found)]
    return [_end([band for band in found if band.ends[side] == grade], side) for grade in grades]


def _end(of_grade: Sequence[Band], side: int) -> End:
    tops = [band.right if side else band.left for band in of_grade]
    bottoms = [top + band.thick for top, band in zip(tops, of_grade, strict=True)]
    return End(of_grade[0].ends[side], sum(band.customers for band in of_grade), min(tops), max(bottoms))


def _places(way: Way, side: int = 0) -> tuple[int, int]:
    return ENDS.index(way[side]), ENDS.index(way[1 - side])


def _starts(thick: dict[Way, float], side: int) -> dict[Way, float]:
    starts: dict[Way, float] = {}
    down, grade = 0.0, None
    for way in sorted(thick, key=lambda way: _places(way, side)):
        down += GAP if grade not in {None, way[side]} else 0
        starts[way], grade = down, way[side]
        down += thick[way]
    return starts
