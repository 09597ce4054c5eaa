"""A table made whole before it is cleaned: what a line above it states, and times that stand apart from their dates."""

from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from data.importing.recognising import Recognised
from data.reading.table import Table


def completed(table: Table, recognised: Recognised) -> tuple[Table, Recognised]:
    """Return ``table`` with what is stated as columns in front, so that all positions move, and with joined times."""
    rows = table.rows
    for name, clock in recognised.clocks.items():
        rows = _joined(rows, recognised.columns[name], clock)
    stated = recognised.stated
    if not stated:
        return replace(table, rows=rows), recognised
    cells = [pa.array([text] * len(rows), "string") for text in stated.values()] + rows.columns[:-1]
    names = [f"c{position}" for position in range(len(cells))]
    header = (*(recognised.log.column(name).header for name in stated), *table.header)
    columns = {name: position for position, name in enumerate(stated)}
    columns |= {name: position + len(stated) for name, position in recognised.columns.items()}
    return (
        replace(table, header=header, rows=pa.table([*cells, rows["row_no"]], names=[*names, "row_no"])),
        replace(recognised, columns=columns),
    )


def _joined(rows: pa.Table, day: int, clock: int) -> pa.Table:
    days, clocks = rows.column(day), rows.column(clock)
    alone = pc.invert(pc.match_substring(days, ":"))  # null where there is no day
    both = pc.binary_join_element_wise(days, clocks, " ", null_handling="skip")
    return rows.set_column(day, rows.column_names[day], pc.if_else(alone, both, days))
