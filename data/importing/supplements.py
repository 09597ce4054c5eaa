"""Refused rows that come back corrected: they join the rows of the import that refused them, and replace none."""

import re
from typing import Final

import duckdb

from data.asked import first_row
from data.logs import LOGS
from data.reading.table import Table
from data.refusal import Refused

# What stands above the header of a file with refused rows; see reports/refused.
MARK: Final = re.compile(r"第\s*([0-9]{1,9})\s*批拒收的行")


def refused_from(table: Table) -> int | None:
    """Return the batch whose refused rows ``table`` brings back, None for any other table."""
    return next((int(found[1]) for line in table.preamble if (found := MARK.search(line))), None)


def check_supplement(connection: duckdb.DuckDBPyConnection, batch_id: int, kind: str, rows: str) -> None:
    """Raise ``Refused`` when the ``rows`` of a supplement (a relation's name) can't join those of the batch any more.

    The batch was taken back, or another file has replaced a slice since: then the rows would not count.
    """
    if not first_row(connection, "select count(*) from raw.live_batches where batch_id = $1", [batch_id])[0]:
        raise Refused("importing.nothing_to_add_to", batch=batch_id)
    if LOGS[kind].mode == "upsert":
        return
    whose = LOGS[kind].whose
    newer = connection.execute(
        f"select i.store, i.{whose}, i.day from {rows} as i join raw.live_slices as s "
        f"on s.kind = $1 and i.store = s.store and i.{whose} = s.whose and i.day = s.day where s.root > $2 limit 1",
        [kind, batch_id],
    ).fetchall()
    if newer:
        shop, name, day = newer[0]
        raise Refused("importing.replaced_since", batch=batch_id, store=shop, whose=name, day=day)
