"""What a batch that has just come or gone touches: days of stores, parts of upserted logs, contacts.

Leaves temporary tables: ``touched`` (store, day; day is null for a log without days), ``parts_KIND`` for every
upserted log (store, number, day: rows of one part fold into each other, rows of two never do), ``met`` (contact_key).
"""

from collections.abc import Iterator, Sequence

import duckdb

from data.logs import LOGS, Log

RELINKED = "(select contact_key from relinked)"


def by_batch(connection: duckdb.DuckDBPyConnection, batch_id: int | None) -> list[Log]:
    """Find what the batch touches, and what ``relinked`` contacts do; None: only the latter.

    Returns the logs of which anything ever came in; the others have nothing to touch.
    """
    batch, logs = int(batch_id or 0), _at_hand(connection)
    relinked = "".join(
        f" union select store, {'day' if log.dated else 'null'} from raw.{log.kind} where {key} in {RELINKED}"
        for log, key in _keys(logs)
    )
    connection.execute(
        "create or replace temp table touched as "
        f"select store, day from raw.slices where batch_id = {batch} or adds_to = {batch}{relinked}"
    )
    for log in logs:
        moved = "".join(f" or {person.key} in {RELINKED}" for person in log.people)
        _parts(connection, log, f"batch_id = {batch}{moved}")
    _meet(connection, logs)
    return logs


def everything(connection: duckdb.DuckDBPyConnection) -> list[Log]:
    """Touch every row there ever was. Returns the logs of which anything ever came in."""
    logs = _at_hand(connection)
    connection.execute("create or replace temp table touched as select distinct store, day from raw.slices")
    for log in logs:
        _parts(connection, log, "true")
    _meet(connection, logs)
    return logs


def part(log: Log, row: str = "") -> dict[str, str]:
    """Return the SQL of what tells the part of a row (``f.``): its number where it has one, else its day."""
    day = f"{row}day" if log.dated else "null::date"
    if not log.number:
        return {"store": f"{row}store", "number": "''", "day": day}
    number = f"{row}{log.number[0]}"
    return {
        "store": f"{row}store",
        "number": f"coalesce({number}, '')",
        "day": f"case when {number} is null then {day} end",
    }


def in_parts(log: Log, row: str) -> str:
    """Return the SQL condition that a row (``f.``) lies in the part ``p``."""
    return " and ".join(f"{sql} is not distinct from p.{name}" for name, sql in part(log, row).items())


def _at_hand(connection: duckdb.DuckDBPyConnection) -> list[Log]:
    kinds = connection.execute("select distinct kind from raw.batch_tables").fetchall()
    return [log for log in LOGS.values() if (log.kind,) in kinds]


def _parts(connection: duckdb.DuckDBPyConnection, log: Log, which: str) -> None:
    if log.mode == "upsert":
        columns = ", ".join(f"{sql} as {name}" for name, sql in part(log).items())
        connection.execute(
            f"create or replace temp table parts_{log.kind} as "
            f"select distinct {columns} from raw.{log.kind} where {which}"
        )


def _meet(connection: duckdb.DuckDBPyConnection, logs: Sequence[Log]) -> None:
    """Find the contacts whose rows may stand differently now: everybody in what is touched."""
    found = ["select null::ubigint where false"]
    found += [
        f"select {key} from raw.{log.kind} as f "
        + (
            f"semi join parts_{log.kind} as p on {in_parts(log, 'f.')}"
            if log.mode == "upsert"
            else "semi join touched as t on f.store = t.store and f.day = t.day"
        )
        for log, key in _keys(logs)
    ]
    connection.execute(f"create or replace temp table met(contact_key) as {' union '.join(found)}")


def _keys(logs: Sequence[Log]) -> Iterator[tuple[Log, str]]:
    return ((log, person.key) for log in logs for person in log.people)
