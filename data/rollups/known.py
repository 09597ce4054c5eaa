"""What is known of every customer of a store: the stages reached, the state as last seen, each change of grade."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import duckdb

from data.asked import first_row
from data.logs import LOGS, Log
from data.schema.log_views import live_rows

_MET: Final = "join contacts_met as c on f.contact_key = c.contact_key"


def refresh(connection: duckdb.DuckDBPyConnection, logs: Sequence[Log]) -> None:
    """Recompute the customers behind the contacts in ``met``, as they were (``former``) and as they are.

    ``logs``: those of which anything ever came in.
    """
    connection.execute(
        "create or replace temp table customers_met as "
        "select contact_key as customer_key from met where contact_key is not null "
        "union select m.customer_key from met join raw.customer_map as m using (contact_key) "
        "union select f.customer_key from former as f "
        "union select m.customer_key from former as f join raw.customer_map as m using (contact_key)"
    )
    if not first_row(connection, "select count(*) from customers_met")[0]:
        return
    connection.execute(
        "create or replace temp table contacts_met as "
        "select m.contact_key, m.customer_key from raw.customer_map as m semi join customers_met using (customer_key) "
        "union select c.customer_key, c.customer_key from customers_met as c "
        "anti join raw.customer_map as m on c.customer_key = m.contact_key"
    )
    for log in LOGS.values():
        if log.people:
            rows = live_rows(log, _MET) if log in logs else f"raw.{log.kind} as f {_MET} where false"
            connection.execute(f"create or replace temp view met_{log.kind} as select f.*, c.customer_key from {rows}")
    connection.execute(f"create or replace temp table told as {_sql('told')}")
    for table in ("customer_state", "regrades"):
        connection.execute(f"delete from raw.{table} where customer_key in (select customer_key from customers_met)")
        connection.execute(f"insert into raw.{table} by name {_sql(table)}")
    connection.execute("drop table told")


def _sql(name: str) -> str:
    return (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")
