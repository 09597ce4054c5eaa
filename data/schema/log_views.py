"""What a log's live rows are, and the view on them that questions may read: both follow the log's description.

Columns of a view: the log's own, ``moment`` (null without a time of day), ``customer_key`` (whom the row is about;
a second person's is ``NAME_key``), and ``batch_id``, ``table_no``, ``row_no``, where the row stands. Contacts are left
out: questions know customers by key.
"""

from collections.abc import Iterator
from typing import Final

from data.logs import LOGS, Log, Person

WHERE_IT_STANDS: Final = ("batch_id", "table_no", "row_no")


def log_views() -> Iterator[str]:
    """Yield the SQL of every view on a log."""
    for log in LOGS.values():
        if log.mode == "replace_slice":
            yield f"create or replace view raw.live_{log.kind} as select f.* from {live_rows(log)}"
        yield _view(log)


def live(log: Log) -> str:
    """Return the table or view with the live rows of a log, all stores."""
    return f"raw.live_{log.kind}" if log.mode == "replace_slice" else f"raw.{log.kind}_current"


def live_rows(log: Log, narrowed: str = "") -> str:
    """Return the SQL of a log's live rows ``f``, all stores; the join ``narrowed`` comes before superseded rows go."""
    if log.mode == "upsert":
        return f"raw.{log.kind}_current as f {narrowed}"
    return (
        f"raw.{log.kind} as f {narrowed} semi join raw.live_slices as s on f.batch_id = s.batch_id and f.day = s.day "
        f"and f.store = s.store and f.{log.whose} = s.whose and s.kind = '{log.kind}'"
    )


def customer_key(person: Person) -> str:
    """Return what views call the key of a person's customer."""
    return "customer_key" if person.key == "contact_key" else f"{person.name}_key"


def _view(log: Log) -> str:
    columns = [*_columns(log), *(f"f.{name}" for name in WHERE_IT_STANDS)]
    joins = []
    for number, person in enumerate(log.people):
        columns.append(f"coalesce(m{number}.customer_key, f.{person.key}) as {customer_key(person)}")
        joins.append(f"left join raw.customer_map as m{number} on f.{person.key} = m{number}.contact_key")
    return (
        f"create or replace view {log.kind} as select {', '.join(columns)} from {live(log)} as f {' '.join(joins)} "
        "where list_contains(getvariable('allowed_stores'), f.store)"
    )


def _columns(log: Log) -> Iterator[str]:
    for column in log.columns:
        if column.name == "date":
            yield from ("f.day", "f.moment")
        elif column.type == "month":
            yield f"f.day as {column.name}"
        elif column.type != "phone" and column.name != "wechat":
            yield f"f.{column.name}"
