"""What is kept beside the facts, so that a page costs what it shows: recomputed by each import for what it touched."""

from pathlib import Path

import duckdb

from data import customers
from data.logs import LOGS, Log
from data.schema import fact_columns

DAILY = (Path(__file__).parent / "daily.sql").read_text(encoding="utf-8")
KEPT = ("live_slices", "handed_in", "daily", "customer_map")
OTHER_DAYS = "".join(
    f" union select store, {day} from raw.invites_current semi join touched using (store, day) where {day} is not null"
    for day in ("joined_on", "visited_on", "closed_on")
)


def refresh(connection: duckdb.DuckDBPyConnection, batch_id: int) -> None:
    """Recompute what a batch that has just come or gone touched; ``customers.relink`` comes before."""
    connection.execute(
        "create or replace temp table touched as "
        f"select distinct store, day from raw.slices where batch_id = {int(batch_id)}"
        + "".join(
            f" union select f.store, f.day from raw.{log.kind} as f "
            "semi join relinked as r on f.contact_key = r.contact_key"
            for log in LOGS.values()
            if log.has_customer
        )
    )
    _recompute(connection)


def rebuild(connection: duckdb.DuckDBPyConnection) -> None:
    """Recompute everything from the facts of the live batches."""
    for table in (*KEPT, *(f"{log.kind}_current" for log in LOGS.values() if log.mode == "upsert")):
        connection.execute(f"delete from raw.{table}")
    customers.relink(connection, None)
    connection.execute("create or replace temp table touched as select distinct store, day from raw.slices")
    _recompute(connection)


def _recompute(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(f"create or replace temp table counted as from touched{OTHER_DAYS}")
    _replace(connection, "live_slices", _LIVE_SLICES)
    for log in LOGS.values():
        if log.mode == "upsert":
            _replace(connection, f"{log.kind}_current", _current(log))
    connection.execute(f"insert into counted (from touched{OTHER_DAYS}) except from counted")
    _replace(connection, "handed_in", _HANDED_IN)
    connection.execute("create or replace temp table touched as from counted")
    _replace(connection, "daily", DAILY)


def _replace(connection: duckdb.DuckDBPyConnection, table: str, fresh: str) -> None:
    connection.execute(
        f"delete from raw.{table} as k using touched as t where k.store = t.store and k.day is not distinct from t.day"
        if table != "staff_current"
        else "delete from raw.staff_current as k using touched as t where k.store = t.store and t.day is null"
    )
    connection.execute(f"insert into raw.{table} by name {fresh}")


_LIVE_SLICES = f"""
select s.kind, s.store, s.assistant, s.day, max(s.batch_id) as batch_id, arg_max(s.rows, s.batch_id) as rows
from (select batch_id, kind, store, assistant, day, sum(rows)::integer as rows from raw.slices group by all) as s
semi join raw.live_batches as b on s.batch_id = b.batch_id
semi join touched as t on s.store = t.store and s.day = t.day
where s.kind in ({", ".join(f"'{log.kind}'" for log in LOGS.values() if log.mode == "replace_slice")})
group by all
"""

_HANDED_IN = f"""
with rows_now as (
    select kind, store, assistant, day, rows from raw.live_slices
    {
    " ".join(
        f"union all select '{log.kind}', store, assistant, day, count(*) from raw.{log.kind}_current "
        "semi join touched using (store, day) group by all"
        for log in LOGS.values()
        if log.has_customer and log.mode == "upsert"
    )
}
)
select s.kind, s.store, s.assistant, s.day, any_value(n.rows)::integer as rows, min(b.received_at) as received_at
from raw.slices as s
join raw.live_batches as b on s.batch_id = b.batch_id
join rows_now as n on s.kind = n.kind and s.store = n.store and s.assistant = n.assistant and s.day = n.day
semi join touched as t on s.store = t.store and s.day = t.day
group by all
"""


def _current(log: Log) -> str:
    """Return the SQL that folds a log's live rows by its key: in every column the last cell that is not empty."""
    columns = fact_columns(log)
    dated = "day" in columns
    keys = ["day" if key == "date" else key for key in log.key if key != "customer"]
    values = {name: f"arg_max({name}, place)" for name in (*columns, "batch_id", "table_no", "row_no")}
    for column in log.columns:
        if column.type == "choice":  # the word stands or falls with its choice
            last_word = f"arg_max_null({column.name}_word, place)"
            values[f"{column.name}_word"] = f"{last_word} filter (where {column.name} is not null)"
    folded = ", ".join(f"{sql} as {name}" for name, sql in values.items() if name not in keys)
    nobody, customer, mapped = "null", "null", ""
    if log.has_customer:
        row = ", ".join(f"coalesce(f.{name}::varchar, '')" for name in columns)
        nobody = f"case when f.contact_key is null then md5(concat_ws('|', {row})) end"
        customer = "coalesce(m.customer_key, f.contact_key)"
        mapped = "left join raw.customer_map as m on f.contact_key = m.contact_key"
    return f"""
    with ordered as (
        select f.*, f.batch_id * 1000000000000 + f.table_no * 1000000000 + f.row_no as place,
            {nobody} as nobody, {customer} as customer_key
        from raw.{log.kind} as f
        semi join raw.live_batches as b on f.batch_id = b.batch_id
        semi join touched as t on f.store = t.store and {"f.day = t.day" if dated else "t.day is null"}
        {mapped}
    )
    select {", ".join(keys)}, {folded}
    from ordered
    group by {", ".join(keys)}{", customer_key, nobody" if log.has_customer else ""}
    """
