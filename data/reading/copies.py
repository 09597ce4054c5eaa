"""Tables that stand in a file twice, as when a sheet was copied and never filled anew."""

from collections.abc import Iterable
from dataclasses import replace

from data.reading.table import Table


def mark_copies(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Return ``tables``, each with the same lines, header and cells as an earlier one marked as a copy of it."""
    originals: list[Table] = []
    marked = []
    for table in tables:
        original = next((earlier for earlier in originals if _same(earlier, table)), None)
        if original is None:
            originals.append(table)
            marked.append(table)
        else:
            marked.append(replace(table, copy_of=f"{original.sheet} {original.place}".strip()))
    return tuple(marked)


def _same(one: Table, other: Table) -> bool:
    if one.rows.num_rows == 0 or (one.header, one.preamble) != (other.header, other.preamble):
        return False
    return bool(one.rows.drop_columns("row_no").equals(other.rows.drop_columns("row_no")))
