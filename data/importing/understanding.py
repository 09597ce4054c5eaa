"""Typed rows in which names mean whom they were said to mean, and what follows from other columns is settled."""

from collections.abc import Iterator, Sequence

import pyarrow as pa

from data.importing.meanings import Meaning
from data.importing.words import assistants_of
from data.logs import Log

SCHEMA = pa.schema([("which", "string"), ("store", "string"), ("spelled", "string"), ("meant", "string")])


def as_table(meant: Sequence[Meaning]) -> pa.Table:
    """Return what names mean as the table ``meant`` that the SQL below joins."""
    rows = [(one.which, one.store, one.spelled, one.meant) for one in meant]
    return pa.table([pa.array(column, "string") for column in zip(*rows, strict=True)] or [[]] * 4, schema=SCHEMA)


def settled(log: Log, meant: Sequence[Meaning]) -> str:
    """Return the SQL of the relation ``typed`` with its names understood and its columns settled."""
    columns = ", ".join(f"{sql} as {name}" for name, sql in log.settled.items())
    source = _named(log) if meant else "typed"
    return f"(select * replace ({columns}) from {source})" if columns else source


def understood(log: Log, meant: Sequence[Meaning]) -> str:
    """Return the SQL of the names that were read as others, and in how many rows."""
    nothing = "select which, store, spelled, meant, 0::bigint as rows from meant where false"
    if not meant:
        return nothing
    found = [
        f"select m.which, m.store, m.spelled, m.meant, count(*) from {source} as t join meant as m "
        f"on m.which = '{which}' and m.store = {shop} and m.spelled = t.{column} group by all"
        for which, column, source, shop in _joins(log)
    ]
    return " union all ".join([nothing, *found]) + " order by all"


def _named(log: Log) -> str:
    return _replaced(*list(_joins(log))[-1])


def _joins(log: Log) -> Iterator[tuple[str, str, str, str]]:
    """Yield, store first, what a name is, its column, the relation before it is understood, and its store."""
    source = "typed"
    for column in ("store", *assistants_of(log)):
        which, shop = ("store", "''") if column == "store" else ("assistant", "t.store")
        yield which, column, source, shop
        source = _replaced(which, column, source, shop)


def _replaced(which: str, column: str, source: str, shop: str) -> str:
    return (
        f"(select t.* replace (coalesce(m.meant, t.{column}) as {column}) from {source} as t left join meant as m "
        f"on m.which = '{which}' and m.store = {shop} and m.spelled = t.{column})"
    )
