"""What committing a prepared file would change, asked of the store as it stands."""

from dataclasses import dataclass
from datetime import date, datetime

import duckdb
import pyarrow as pa

from data.asked import first_row
from data.importing.preparing import Prepared
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
    """What would change. ``already`` is when the same bytes came in before and still count, else None."""

    already: datetime | None
    replaced: tuple[Slice, ...]
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
    """Return the slices with rows now that the file would replace."""
    found: list[Slice] = []
    kinds = sorted({table.log.kind for table in prepared.tables if table.log.mode == "replace_slice"})
    for kind in kinds:
        whose = LOGS[kind].whose
        rows = pa.concat_tables(t.cleaned.rows for t in prepared.tables if t.log.kind == kind)
        cursor.register("incoming", rows)
        found += [
            Slice(*row)
            for row in cursor.execute(
                f"with after as (select store, {whose} as whose, day, count(*) as rows from incoming group by all) "
                "select s.kind, s.store, s.whose, s.day, s.rows, a.rows from raw.live_slices as s "
                "join after as a using (store, whose, day) where s.kind = $1 order by all",
                [kind],
            ).fetchall()
        ]
        cursor.unregister("incoming")
    return tuple(found)


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
