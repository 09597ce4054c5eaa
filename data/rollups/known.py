"""What is known of every customer of a store: the stages reached, and the state as last seen."""

from pathlib import Path
from typing import Final

import duckdb

from data.logs import LOGS
from data.schema.log_views import live

FOLDER: Final = Path(__file__).parent
KEPT: Final = ("stage_dates", "customer_state")


def refresh(connection: duckdb.DuckDBPyConnection) -> None:
    """Recompute the customers behind the contacts in ``met``, as they were (``former``) and as they are."""
    connection.execute(
        "create or replace temp table customers_met as "
        "select contact_key as customer_key from met where contact_key is not null "
        "union select m.customer_key from met join raw.customer_map as m using (contact_key) "
        "union select f.customer_key from former as f "
        "union select m.customer_key from former as f join raw.customer_map as m using (contact_key)"
    )
    connection.execute(
        "create or replace temp table contacts_met as "
        "select m.contact_key, m.customer_key from raw.customer_map as m semi join customers_met using (customer_key) "
        "union select c.customer_key, c.customer_key from customers_met as c "
        "anti join raw.customer_map as m on c.customer_key = m.contact_key"
    )
    for log in LOGS.values():
        if log.people:
            connection.execute(
                f"create or replace temp table met_{log.kind} as select f.*, c.customer_key from {live(log)} as f "
                "join contacts_met as c on f.contact_key = c.contact_key"
            )
    for table in KEPT:
        connection.execute(f"delete from raw.{table} where customer_key in (select customer_key from customers_met)")
        connection.execute(f"insert into raw.{table} by name {(FOLDER / f'{table}.sql').read_text(encoding='utf-8')}")
