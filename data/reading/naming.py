"""What names a column whose header has several rows."""

from collections import Counter
from collections.abc import Callable, Sequence

from data.reading.marks import Merge

Cells = Sequence[str | None]


def name_columns(
    rows: Sequence[Cells],
    known_header: Callable[[Sequence[str]], int],
    across: Sequence[Merge] = (),
    numbers: Sequence[int] = (),
) -> Cells:
    """Return for each column its lowest cell, with the group above it where only the two together are clear.

    A group's title stands over its first column, and ``across`` (or the next title) says how far it reaches.
    """
    if len(rows) == 1:
        return rows[0]
    lowest = [next((cell for cell in reversed(column) if cell), None) for column in zip(*rows, strict=True)]
    times = Counter(cell.strip() for cell in lowest if cell)
    groups = _groups(rows[:-1], across, numbers)
    names: list[str | None] = []
    for position, cell in enumerate(lowest):
        group = groups[position]
        if not cell or not group or not rows[-1][position] or group.strip() == cell.strip():
            names.append(cell)
            continue
        both = (group.strip() + cell.strip(), cell.strip() + group.strip())
        known = next((name for name in both if known_header([name])), None)
        if times[cell.strip()] > 1:
            names.append(known or both[0])
        else:
            names.append(cell if known is None or known_header([cell]) else known)
    return tuple(names)


def under(rows: Sequence[Cells], merged: Sequence[Merge], numbers: Sequence[int]) -> Sequence[Cells]:
    """Return ``rows`` with the cells merged downwards filled."""
    where = {number: position for position, number in enumerate(numbers)}
    filled = [list(row) for row in rows]
    for merge in merged:
        if merge.bottom == merge.top or merge.top not in where or merge.left >= len(filled[0]):
            continue
        for number in range(merge.top + 1, merge.bottom + 1):
            if number in where:
                filled[where[number]][merge.left] = rows[where[merge.top]][merge.left]
    return [tuple(row) for row in filled]


def _groups(uppers: Sequence[Cells], across: Sequence[Merge], numbers: Sequence[int]) -> list[str | None]:
    """Return the title over each column: the lowest that reaches over it."""
    groups: list[str | None] = [None] * len(uppers[0])
    for row, number in zip(uppers, [*numbers, *[0] * len(uppers)], strict=False):
        spans = {merge.left: merge.right for merge in across if merge.top == number}
        title, last = None, -1
        for position, cell in enumerate(row):
            if cell:
                title, last = cell, spans.get(position, position if spans else len(row))
            if title and position <= last:
                groups[position] = title
    return groups
