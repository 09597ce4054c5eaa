"""What is kept beside the facts, so that a page costs what it shows: recomputed by each import for what it touched."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import duckdb

from data import customers
from data.asked import first_row
from data.logs import LOGS, Log
from data.rollups import known, touched
from data.rollups.folding import current, fold
from data.rollups.handing_in import LIVE_SLICES, handed_in

FOLDER: Final = Path(__file__).parent
DAILY: Final = (FOLDER / "daily.sql").read_text(encoding="utf-8")
KEPT: Final = (
    "live_slices",
    *(current(log) for log in LOGS.values() if log.mode == "upsert"),
    "handed_in",
    "daily",
    "customer_map",
    "customer_state",
    "regrades",
)


def refresh(connection: duckdb.DuckDBPyConnection, batch_id: int | None) -> None:
    """Recompute what a batch that has just come or gone touched; ``customers.relink`` comes before.

    None: nothing came or went, but contacts found together or parted.
    """
    _recompute(connection, touched.by_batch(connection, batch_id))


def rebuild(connection: duckdb.DuckDBPyConnection) -> None:
    """Recompute everything from the facts of the live batches."""
    logs = touched.everything(connection)
    for table in KEPT:
        if table != "daily":  # what was there is compared with what comes
            connection.execute(f"delete from raw.{table}")
    customers.relink(connection, None)
    _recompute(connection, logs)


def _recompute(connection: duckdb.DuckDBPyConnection, logs: Sequence[Log]) -> None:
    connection.execute("create or replace temp table counted as from touched where day is not null")
    _replace(connection, "live_slices", "touched", LIVE_SLICES)
    for log in logs:
        if log.mode == "upsert":
            fold(connection, log)
    if first_row(connection, "select count(*) from counted")[0]:
        _recount(connection, logs)
    known.refresh(connection, logs)


def _recount(connection: duckdb.DuckDBPyConnection, logs: Sequence[Log]) -> None:
    """Recompute the figures of the days in ``counted``; of ``logs`` that never came the engine need not think."""
    _replace(connection, "handed_in", "counted", handed_in(logs))
    connection.execute("set variable logs_at_hand = $1", [[log.kind for log in logs]])
    connection.execute(
        "create or replace temp table daily_before as "
        "select k.* from raw.daily as k semi join counted as t on k.store = t.store and k.day = t.day"
    )
    # A join keeps no block of older rows from being read; bounds do.
    for variable, bound in (("counted_from", "min"), ("counted_to", "max")):
        connection.execute(f"set variable {variable} = (select {bound}(day) from counted)")
    _replace(connection, "daily", "counted", DAILY)
    _remember(connection)


def _replace(connection: duckdb.DuckDBPyConnection, table: str, days: str, fresh: str) -> None:
    connection.execute(
        f"delete from raw.{table} as k using {days} as t where k.store = t.store and k.day is not distinct from t.day"
    )
    connection.execute(f"insert into raw.{table} by name {fresh}")


def _remember(connection: duckdb.DuckDBPyConnection) -> None:
    """Write down which of an assistant's days became what with the data version that is being made."""
    (version,) = first_row(connection, "select coalesce(max(version), 0) + 1 from raw.versions")
    now = "select k.* from raw.daily as k semi join counted as t on k.store = t.store and k.day = t.day"
    connection.execute(
        f"insert into raw.daily_log by name select {version} as version, false as gone, * from ({now} except "
        "from daily_before)"
    )
    connection.execute(
        f"insert into raw.daily_log by name select {version} as version, true as gone, b.store, b.assistant, b.day "
        f"from daily_before as b anti join ({now}) as n on b.store = n.store and b.assistant = n.assistant "
        "and b.day = n.day"
    )
