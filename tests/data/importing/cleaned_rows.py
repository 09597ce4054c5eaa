"""Rows of a log, cell by cell, as what an import makes of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import pyarrow as pa

from data.importing.cleaning import Cleaned, clean
from data.importing.recognising import Recognised
from data.logs import Log
from data.reading import Table

RECEIVED: Final = datetime(2026, 11, 21, 19, 0)


def table_of(log: Log, rows: Sequence[dict[str, str]]) -> tuple[Table, Recognised]:
    """Return a table with all columns of ``log``."""
    cells = {f"c{n}": pa.array([row.get(c.name) for row in rows], "string") for n, c in enumerate(log.columns)}
    numbers = pa.array(range(2, len(rows) + 2), "int32")
    table = Table("", tuple(c.header for c in log.columns), 1, (), pa.table(cells | {"row_no": numbers}), {})
    return table, Recognised(log, {c.name: n for n, c in enumerate(log.columns)}, ())


def cleaned(log: Log, *rows: dict[str, str]) -> Cleaned:
    """Return what is left of rows that name their store."""
    table, recognised = table_of(log, rows)
    return clean(table, recognised, store=None, received=RECEIVED, secret="0" * 64)
