"""What committing a prepared file would change, asked of the store as it stands."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import duckdb
import pyarrow as pa

from data.asked import first_row
from data.importing.meanings import Stranger, strangers
from data.importing.prepared import Prepared
from data.importing.supplements import refused_from
from data.importing.words import assistants_of
from data.logs import LOGS
from data.store import Store


@dataclass(frozen=True)
class Slice:
    """One day of an assistant (or a group) in a log that a newer file replaces as a whole."""

    kind: str
    store: str
    whose: str
    day: date
    rows_before: int
    rows_after: int

    @property
    def shrinks(self) -> bool:
        """Whether the file holds fewer rows than stand now."""
        return self.rows_after < self.rows_before


@dataclass(frozen=True)
class Preview:
    """What would change. ``already`` is when the same bytes came in before and still count, else None.

    ``adds_to`` has the batches whose refused rows come back corrected; ``refused_share`` is the share of refused rows
    if the rule ``refused_share`` asks about so many, else None. ``strangers`` are names that nobody knows but that look
    like somebody's.
    """

    already: datetime | None
    replaced: tuple[Slice, ...]
    adds_to: tuple[int, ...]
    refused_share: float | None
    strangers: tuple[Stranger, ...]
    customers_new: int
    customers_known: int

    @property
    def shrinking(self) -> tuple[Slice, ...]:
        """The slices that would lose rows."""
        return tuple(found for found in self.replaced if found.shrinks)


def preview(store: Store, prepared: Prepared) -> Preview:
    """Return what committing ``prepared`` now would change."""
    with store.reading() as cursor:
        known, new = _customers(cursor, prepared)
        return Preview(
            already=already_in(cursor, prepared.reading.sha256),
            replaced=replaced(cursor, prepared),
            adds_to=tuple(sorted({batch for table in prepared.tables if (batch := refused_from(table.table))})),
            refused_share=too_many_refused(cursor, prepared),
            strangers=tuple(_strangers(cursor, prepared)),
            customers_new=new,
            customers_known=known,
        )


def already_in(cursor: duckdb.DuckDBPyConnection, sha256: str) -> datetime | None:
    """Return when the same bytes came in, if that import still counts."""
    at: datetime | None = first_row(
        cursor, "select max(received_at) from raw.live_batches where sha256 = $1", [sha256]
    )[0]
    return at


def replaced(cursor: duckdb.DuckDBPyConnection, prepared: Prepared) -> tuple[Slice, ...]:
    """Return the slices with rows now that the file would replace; corrected rows that come back replace none."""
    found: list[Slice] = []
    tables = [t for t in prepared.tables if t.log.mode == "replace_slice" and refused_from(t.table) is None]
    for kind in sorted({table.log.kind for table in tables}):
        whose = LOGS[kind].whose
        rows = pa.concat_tables(t.cleaned.rows for t in tables if t.log.kind == kind)
        cursor.register("incoming", rows)
        found += [
            Slice(*row)
            for row in cursor.execute(
                f"with after as (select store, {whose} as whose, day, count(*) as rows from incoming group by all) "
                "select s.kind, s.store, s.whose, s.day, sum(s.rows)::integer, a.rows from raw.live_slices as s "
                "join after as a using (store, whose, day) where s.kind = $1 group by all order by all",
                [kind],
            ).fetchall()
        ]
        cursor.unregister("incoming")
    return tuple(found)


def too_many_refused(cursor: duckdb.DuckDBPyConnection, prepared: Prepared) -> float | None:
    """Return the share of refused rows, if it is above what the rule lets pass in any of the file's stores."""
    share = prepared.refused / max(prepared.rows + prepared.refused, 1)
    if not share:
        return None
    stores = {store for table in prepared.tables for store in table.cleaned.rows["store"].unique().to_pylist()}
    limit: float | None = first_row(
        cursor,
        "with said as (select store, last(value order by valid_from, set_at) as value from raw.rules "
        "where name = 'refused_share' and valid_from <= $2 group by store) "
        "select min(coalesce(own.value, general.value)::double) from said as general, unnest($1) as shop(store) "
        "left join said as own on own.store = shop.store where general.store = ''",
        [sorted(stores), prepared.received_at.date()],
    )[0]
    return share if limit is not None and share > limit else None


def _strangers(cursor: duckdb.DuckDBPyConnection, prepared: Prepared) -> Iterator[Stranger]:
    found: Counter[tuple[str, str]] = Counter()
    for table in prepared.tables:
        for column in assistants_of(table.log) or ("store",):
            counted = table.cleaned.rows.group_by(["store", column]).aggregate([([], "count_all")]).to_pylist()
            for row in counted:
                found[row["store"], (row[column] or "") if column != "store" else ""] += row["count_all"]
    colleagues = cursor.execute(
        "select store, list(distinct assistant) from (select store, assistant from raw.daily union all "
        "select store, assistant from raw.staff_current) group by store"
    ).fetchall()
    return strangers(found, {store: frozenset(filter(None, names)) for store, names in colleagues})


def _customers(cursor: duckdb.DuckDBPyConnection, prepared: Prepared) -> tuple[int, int]:
    keys = [
        t.cleaned.rows.select([person.key]).rename_columns(["contact_key"])
        for t in prepared.tables
        for person in t.log.people
    ]
    if not keys:
        return 0, 0
    cursor.register("incoming", pa.concat_tables(keys))
    known, new = first_row(
        cursor,
        "with keys as (select distinct contact_key from incoming where contact_key is not null) "
        "select count(c.contact_key), count(*) - count(c.contact_key) from keys as k "
        "left join raw.contacts as c on k.contact_key = c.contact_key",
    )
    cursor.unregister("incoming")
    return known, new
