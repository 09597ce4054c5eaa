"""What a workbook says about a sheet beside its cells."""

from dataclasses import dataclass
from typing import Final, NamedTuple


class Merge(NamedTuple):
    """Cells merged into one: first and last row (1-based) and first and last column (position in the grid)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Marks:
    """A sheet's merged cells in order, how many empty columns stand left of its grid, and whether it is hidden."""

    merged: tuple[Merge, ...] = ()
    left: int = 0
    hidden: bool = False

    def within(self, first: int, width: int) -> "Marks":
        """Return the marks of ``width`` columns of the grid from its column ``first`` on."""
        merged = tuple(
            Merge(merge.top, merge.left - first, merge.bottom, min(merge.right - first, width - 1))
            for merge in self.merged
            if first <= merge.left < first + width
        )
        return Marks(merged, self.left + first, self.hidden)


PLAIN: Final = Marks()
