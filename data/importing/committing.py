"""Committing a prepared file, and taking it back: one transaction each."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from data import customers, rollups
from data.asked import first_row
from data.importing.prepared import Prepared, PreparedTable
from data.importing.previewing import already_in, replaced, too_many_refused
from data.importing.progress import Tell, untold
from data.importing.supplements import check_supplement, refused_from
from data.refusal import Refused
from data.schema import fact_columns
from data.store import Store


@dataclass(frozen=True)
class Committed:
    """What an import did."""

    batch_id: int
    rows: int
    refused: int


def commit(
    store: Store,
    prepared: Prepared,
    *,
    at: datetime,
    user: str,
    may_shrink: bool = False,
    may_refuse: bool = False,
    tell: Tell = untold,
) -> Committed:
    """Store ``prepared`` as one batch, all of it or nothing.

    Raises ``Refused`` when there is no usable row, the same bytes are in already, a slice would shrink without
    ``may_shrink``, more rows are refused than the rule lets pass without ``may_refuse``, or corrected rows have nothing
    to join any more. All is asked again here, because the store may have moved on since the preview. ``tell`` hears how
    far it got.
    """
    reading = prepared.reading
    if not prepared.rows:
        raise _nothing(prepared)
    with store.write(f"import {reading.name}") as connection:
        earlier = already_in(connection, reading.sha256)
        if earlier:
            raise Refused("importing.already_in", file=reading.name, at=f"{earlier:%Y-%m-%d %H:%M}")
        shrinking = [found for found in replaced(connection, prepared) if found.shrinks]
        if shrinking and not may_shrink:
            raise Refused(
                "importing.shrinks",
                file=reading.name,
                store=shrinking[0].store,
                whose=shrinking[0].whose,
                day=shrinking[0].day,
                before=shrinking[0].rows_before,
                after=shrinking[0].rows_after,
                others=len(shrinking) - 1,
            )
        share = too_many_refused(connection, prepared)
        if share is not None and not may_refuse:
            raise Refused("importing.many_refused", file=reading.name, refused=prepared.refused, share=f"{share:.0%}")
        batch_id: int = first_row(connection, "select coalesce(max(batch_id), 0) + 1 from raw.batches")[0]
        connection.execute(
            "insert into raw.batches values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            [
                batch_id,
                prepared.received_at,
                at,
                reading.name,
                reading.sha256,
                reading.size,
                reading.encoding,
                reading.delimiter,
                user,
                bool(shrinking),
                store.data_version() + 1,
            ],
        )
        tell("storing")
        for table in prepared.tables:
            _insert(connection, batch_id, table)
        tell("linking")
        customers.relink(connection, batch_id)
        tell("figures")
        rollups.refresh(connection, batch_id)
    return Committed(batch_id, prepared.rows, prepared.refused)


def _nothing(prepared: Prepared) -> Refused:
    for table in prepared.tables:
        for reject in table.cleaned.rejects.slice(0, 1).to_pylist():
            problem = reject["problems"][0]
            return Refused(
                "importing.no_rows",
                file=prepared.reading.name,
                refused=prepared.refused,
                row=reject["row_no"],
                header=problem["header"],
                cell=problem["cell"] or "",
            )
    return Refused("importing.no_data", file=prepared.reading.name)


def undo(store: Store, batch_id: int, *, at: datetime, user: str) -> None:
    """Take a batch back: what stood before it stands again. Raises ``Refused`` when there is nothing to take back."""
    with store.write(f"undo {batch_id}") as connection:
        if not first_row(connection, "select count(*) from raw.live_batches where batch_id = $1", [batch_id])[0]:
            raise Refused("importing.no_such_batch", batch=batch_id)
        connection.execute(
            "insert into raw.voids values ($1, $2, $3, $4)", [batch_id, at, user, store.data_version() + 1]
        )
        customers.relink(connection, batch_id)
        rollups.refresh(connection, batch_id)


def _insert(connection: duckdb.DuckDBPyConnection, batch_id: int, prepared: PreparedTable) -> None:
    kind, cleaned, number = prepared.log.kind, prepared.cleaned, prepared.table_no
    facts = ", ".join(["row_no", *fact_columns(prepared.log)])
    dated = "min(day), max(day)" if prepared.log.dated else "null, null"
    found = {name: getattr(cleaned, name) for name in ("rows", "contacts", "rejects", "repairs")}
    for name, incoming in found.items():
        connection.register(f"incoming_{name}", incoming)
    adds_to = refused_from(prepared.table)
    if adds_to is not None:
        check_supplement(connection, adds_to, kind, "incoming_rows")
    connection.execute(
        f"insert into raw.{kind} (batch_id, table_no, {facts}) select {batch_id}, {number}, {facts} from incoming_rows"
    )
    connection.execute(
        f"insert into raw.batch_tables select $1, $2, $3, $4, count(*), $5, $6, $7, {dated} from incoming_rows",
        [
            batch_id,
            number,
            prepared.table.sheet,
            kind,
            cleaned.repaired,
            cleaned.rejects.num_rows,
            sum(len(rows) for rows in prepared.table.left_out.values()),
        ],
    )
    connection.execute("insert into raw.headers values ($1, $2, $3)", [batch_id, number, list(prepared.table.header)])
    connection.execute(
        "insert into raw.rejects select $1, $2, $3, row_no, cells, problems from incoming_rejects",
        [batch_id, number, prepared.table.sheet],
    )
    connection.execute(
        "insert into raw.repairs select $1, $2, header, type, rows, examples from incoming_repairs", [batch_id, number]
    )
    connection.execute(
        "insert into raw.contacts select c.contact_key, c.kind, c.value, c.state from incoming_contacts as c "
        "anti join raw.contacts as k on c.contact_key = k.contact_key"
    )
    connection.execute(
        f"insert into raw.slices select $1, $2, store, {prepared.log.whose}, "
        + ("day" if prepared.log.dated else "null")
        + ", count(*), $3 from incoming_rows group by all",
        [batch_id, kind, adds_to],
    )
    for person in prepared.log.people:
        if person.wechat:
            connection.execute(
                f"insert into raw.links select distinct {batch_id}, {person.key}, {person.wechat}_key "
                f"from incoming_rows where {person.key} = {person.phone}_key and {person.wechat}_key is not null"
            )
    for name in found:
        connection.unregister(f"incoming_{name}")
