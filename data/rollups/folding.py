"""Upserted logs as they stand: rows of one key folded into one, in every column the last cell that is not empty."""

from typing import Final

import duckdb

from data.asked import first_row
from data.logs import Log, Person
from data.rollups.touched import in_parts
from data.schema import fact_columns

# Days other than a row's own to which an upserted log adds figures of an assistant's day.
OTHER_DAYS: Final = {"invites": ("joined_on", "visited_on", "closed_on")}


def current(log: Log) -> str:
    """Return the name of the table that keeps a log's folded rows."""
    return f"{log.kind}_current"


def fold(connection: duckdb.DuckDBPyConnection, log: Log) -> None:
    """Fold the touched parts of a log anew, and add to ``counted`` the days on which its rows stood or stand."""
    if not first_row(connection, f"select count(*) from parts_{log.kind}")[0]:
        return
    _count_days(connection, log)
    connection.execute(f"delete from raw.{current(log)} as k using parts_{log.kind} as p where {in_parts(log, 'k.')}")
    connection.execute(f"insert into raw.{current(log)} by name {_folded(log)}")
    _count_days(connection, log)


def _count_days(connection: duckdb.DuckDBPyConnection, log: Log) -> None:
    for day in ("day", *OTHER_DAYS.get(log.kind, ())) if log.dated else ():
        connection.execute(
            f"insert into counted select distinct k.store, k.{day} from raw.{current(log)} as k "
            f"semi join parts_{log.kind} as p on {in_parts(log, 'k.')} "
            f"anti join counted as c on k.store = c.store and k.{day} = c.day where k.{day} is not null"
        )


def _folded(log: Log) -> str:
    columns = fact_columns(log)
    values = {name: f"arg_max({name}, place)" for name in (*columns, "batch_id", "table_no", "row_no")}
    for column in log.columns:
        if column.type == "choice":  # the word stands or falls with its choice
            last_word = f"arg_max_null({column.name}_word, place)"
            values[f"{column.name}_word"] = f"{last_word} filter (where {column.name} is not null)"
    for person in log.people:
        values |= _contact(person)
    keys = ["store"] if log.number else _own(log)
    folded = ", ".join(f"{sql} as {name}" for name, sql in values.items() if name not in keys)
    identity = _identity(log)
    joins = " ".join(
        f"left join raw.customer_map as m{number} on f.{person.key} = m{number}.contact_key"
        for number, person in enumerate(log.people)
    )
    return f"""
    with ordered as (
        select f.*, f.batch_id * 1000000000000 + f.table_no::bigint * 1000000000 + f.row_no as place,
            {", ".join(f"{sql} as {name}" for name, sql in identity.items()) or "null as nobody"}
        from raw.{log.kind} as f
        semi join raw.live_batches as b on f.batch_id = b.batch_id
        semi join parts_{log.kind} as p on {in_parts(log, "f.")}
        {joins}
    )
    select {", ".join(keys)}, {folded}
    from ordered
    group by {", ".join([*keys, *identity])}
    """


def _contact(person: Person) -> dict[str, str]:
    """Return the SQL of a person's phone, and of who it is: whom a row knows by less is still whom an earlier one knew.

    The last valid phone, else the last WeChat id, else the last name.
    """
    phone = f"{person.phone}_key"
    valid = f"arg_max({phone}, place) filter (where {person.key} = {phone})"
    others = f"arg_max({person.key}, place)"
    wechat = f"{others} filter (where {person.key} = {person.wechat}_key), " if person.wechat else ""
    return {
        phone: f"coalesce({valid}, arg_max({phone}, place))",
        person.key: f"coalesce({valid}, {wechat}{others})",
    }


def _own(log: Log) -> list[str]:
    """Return the parts of a log's key that are facts as they stand."""
    people = {person.name for person in log.people}
    return ["day" if _is_day(log, name) else name for name in log.key if name not in people and name != "row"]


def _is_day(log: Log, name: str) -> bool:
    return name == "date" or log.column(name).type == "month"


def _identity(log: Log) -> dict[str, str]:
    """Return the SQL of what else tells a log's rows apart: a number, whom they are about, or all their cells.

    Rows that say the same are as many as one table has of them: two visits of nobody known are two.
    """
    if not log.people:
        return {}
    row = ", ".join(f"coalesce(f.{name}::varchar, '')" for name in fact_columns(log))
    cells = f"md5(concat_ws('|', {row}))"
    alike = f"partition by f.batch_id, f.table_no, {cells} order by f.row_no"
    cells = f"{cells} || row_number() over ({alike})"
    people = {
        f"{person.name}_is": f"coalesce(m{number}.customer_key, f.{person.key})"
        for number, person in enumerate(log.people)
        if person.name in log.key
    }
    nobody = f"case when {' and '.join(f'f.{p.key} is null' for p in log.people)} then {cells} end"
    identity = people | {"nobody": cells if "row" in log.key else nobody}
    if not log.number:
        return identity
    first = log.number[0]
    identity |= {f"own_{name}": f"f.{name}" for name in _own(log) if name != "store"}
    unnumbered = {name: f"case when f.{first} is null then {sql} end" for name, sql in identity.items()}
    return unnumbered | {f"number_{name}": f"case when f.{first} is not null then f.{name} end" for name in log.number}
