"""Reading one row from DuckDB without leaving its result open behind it."""

from collections.abc import Sequence
from typing import Any

import duckdb


def first_row(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...]:
    """Return the first row of a question that always has one."""
    row: tuple[Any, ...] = connection.execute(sql, list(parameters)).fetchall()[0]
    return row
