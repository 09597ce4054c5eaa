"""Everything that a shop's file holds."""

from pathlib import Path
from typing import Any

import duckdb

from data.store import Store

Rows = list[tuple[Any, ...]]


def tables_of(cursor: duckdb.DuckDBPyConnection) -> dict[str, Rows]:
    """Return all rows of all tables of the schema ``raw``, sorted, so that two moments can be compared."""
    names = cursor.execute("select table_name from duckdb_tables() where schema_name = 'raw' order by 1").fetchall()
    return {name: cursor.execute(f"from raw.{name} order by all").fetchall() for (name,) in names}


def dump(store: Store) -> dict[str, Rows]:
    """Return all tables of an open store."""
    with store.reading() as cursor:
        return tables_of(cursor)


def dump_of(home: Path) -> dict[str, Rows]:
    """Return all tables of the shop in a folder that nobody has open."""
    with Store(home) as store:
        return dump(store)
