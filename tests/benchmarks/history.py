"""A demo shop with years behind it: the month it has, repeated backwards in time and in other stores beside it."""

from pathlib import Path
from typing import Final

import duckdb

from data.opening import FILE

DAYS: Final = 30  # that the demo has
MONTHS: Final = 60  # more calls than five years hold are more stores
BATCHES: Final = 1000  # more than the demo has
CHAINS: Final = 1000  # more than are ever grown, so that a copy has the same keys however many there are
CHANGED: Final = {
    "store": "case when chain = 0 then store else store || chain end",
    "batch_id": f"batch_id + {BATCHES} * copy",
} | {name: f"if(copy = 0, {name}, hash({name}, copy))" for name in ("contact_key", "customer_key")}
DATES: Final = (
    *("day", "moment", "visit_on", "joined_on", "visited_on", "closed_on", "next_contact_on", "received_at"),
    *("first_on", "last_touch_on", "graded_on", "lead_on", "valid_on", "phone_on", "wechat_on", "called_on"),
    *("connected_on", "agreed_on", "invited_on", "ordered_on", "last_ordered_on", "first_touch_on", "first_graded_on"),
)
TABLES: Final = (
    *("batches", "calls", "customer_map", "customer_state", "daily", "handed_in"),
    *("invites_current", "live_slices", "regrades", "slices", "tasks_current"),
)


def grow(folder: Path, calls: int) -> int:
    """Give the demo shop in ``folder`` at least ``calls`` calls, and return how many it has then.

    The stores that the demo has keep their names and get up to five years; other stores get as many.
    """
    with duckdb.connect(str(folder / FILE)) as connection:
        copies = -(-calls // _count(connection))
        months = min(copies, MONTHS)
        chains = -(-copies // months)
        connection.execute(f"update raw.staff_current set hired_on = hired_on - {MONTHS * DAYS}")
        for table in (*TABLES, "staff_current"):
            connection.execute(f"create temp table first_{table} as from raw.{table}")
            connection.execute(f"delete from raw.{table}")
        for month in reversed(range(months)):
            for table in TABLES:
                _repeat(connection, table, month, chains)
        _repeat(connection, "staff_current", 0, chains)
        return _count(connection)


def _repeat(connection: duckdb.DuckDBPyConnection, table: str, month: int, chains: int) -> None:
    """Add the table's first rows, moved ``month`` months back, once for each of ``chains``."""
    moved = {name: f"{name} - to_days({month * DAYS})" for name in DATES}
    columns = [name for name, *_ in connection.execute(f"describe raw.{table}").fetchall()]
    values = ", ".join(f"{(CHANGED | moved).get(name, name)} as {name}" for name in columns)
    connection.execute(
        f"insert into raw.{table} select {values} from first_{table}, "
        f"(select range as chain, {month * CHAINS} + range as copy from range({chains}))"
    )


def _count(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute("select count(*) from raw.calls").fetchone()
    assert row
    return int(row[0])
