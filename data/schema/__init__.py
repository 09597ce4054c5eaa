"""The tables and views of the store, and how an older store becomes a newer one.

Numbered files are applied once, in order, each with its record in one transaction. The tables of facts follow the
log descriptions; the views are written anew when what they are made of has changed, so they are never older than the
program.
"""

import hashlib
from datetime import datetime
from pathlib import Path

import duckdb

from data.logs import LOGS, Column, Log
from data.rules import ship_defaults
from data.schema.log_views import log_views

FOLDER = Path(__file__).parent
SQL_TYPES = {
    "date": "date",
    "bool": "boolean",
    "grade": "varchar",
    "money": "decimal(18, 2)",
    "choice": "varchar",
    "text": "varchar",
    "integer": "integer",
    "number": "decimal(18, 3)",
    "seconds": "integer",
}


def migrate(connection: duckdb.DuckDBPyConnection, at: datetime) -> bool:
    """Bring the store behind ``connection`` to this program's schema, all of it or nothing.

    Returns whether an older store was changed, so that what is kept beside its facts has to be made anew.
    """
    connection.execute("begin")
    try:
        connection.execute("create schema if not exists raw")
        connection.execute(
            "create table if not exists raw.migrations (number integer, name varchar, applied_at timestamp)"
        )
        applied = {number for (number,) in connection.execute("select number from raw.migrations").fetchall()}
        older = False
        for file in sorted(FOLDER.glob("[0-9][0-9][0-9]_*.sql")):
            number = int(file.name[:3])
            if number not in applied:
                connection.execute(file.read_text(encoding="utf-8"))
                older = bool(applied)
                connection.execute("insert into raw.migrations values ($1, $2, $3)", [number, file.stem, at])
        _shape(connection)
        ship_defaults(connection, at)
        _make_views(connection)
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
    return older


def _make_views(connection: duckdb.DuckDBPyConnection) -> None:
    views = [*log_views(), *(file.read_text(encoding="utf-8") for file in sorted((FOLDER / "views").glob("*.sql")))]
    made_of = hashlib.sha256("\n".join(views).encode()).hexdigest()
    if connection.execute("select made_of from raw.views_made").fetchall() == [(made_of,)]:
        return
    for view in views:
        connection.execute(view)
    connection.execute("delete from raw.views_made")
    connection.execute("insert into raw.views_made values ($1)", [made_of])


def fact_columns(log: Log) -> dict[str, str]:
    """Return the columns of the kind's facts with their SQL types, without the batch columns."""
    columns: dict[str, str] = {}
    for column in log.columns:
        columns |= stored_as(column)
    return columns | {person.key: "ubigint" for person in log.people}


def stored_as(column: Column) -> dict[str, str]:
    """Return what one column of a log becomes in the store: ``{name: SQL type}``."""
    if column.name == "date":
        return {"day": "date", "moment": "timestamp"}
    if column.type == "month":
        return {"day": "date"}
    if column.type == "phone" or column.name == "wechat":
        return {f"{column.name}_key": "ubigint"}
    if column.type == "choice":
        return {column.name: "varchar", f"{column.name}_word": "varchar"}
    return {column.name: SQL_TYPES[column.type]}


def _shape(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of facts, and add the columns that descriptions have gained."""
    present: dict[str, set[str]] = {}
    for table, column in connection.execute(
        "select table_name, column_name from duckdb_columns() where schema_name = 'raw'"
    ).fetchall():
        present.setdefault(table, set()).add(column)
    for log in LOGS.values():
        wanted = {"batch_id": "integer", "table_no": "integer", "row_no": "integer"} | fact_columns(log)
        for table in [log.kind] if log.mode == "replace_slice" else [log.kind, f"{log.kind}_current"]:
            if table not in present:
                connection.execute(f"create table raw.{table} ({', '.join(f'{n} {t}' for n, t in wanted.items())})")
            for name in (name for name in wanted if name not in present.get(table, wanted)):
                connection.execute(f"alter table raw.{table} add column {name} {wanted[name]}")
