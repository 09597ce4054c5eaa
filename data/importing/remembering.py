"""What was once said of a header, kept for the files that have it, too."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from data.importing.correcting import NOTHING_SAID, Correction
from data.importing.kinds import hints_of, kind_named
from data.importing.spelling import plain
from data.reading.table import Table
from data.store import Store


@dataclass(frozen=True)
class Key:
    """What files that are read alike have in common: the plain ``header``, and the kind that their names speak of."""

    header: tuple[str, ...]
    named: str | None


def key_of(table: Table, name: str) -> Key:
    """Return what is common to tables like ``table`` in files like ``name``."""
    return Key(tuple(plain(cell) for cell in table.header), kind_named(hints_of(table, name)))


def remember(store: Store, choices: Mapping[Key, Correction], *, at: datetime, user: str) -> None:
    """Keep what was said of tables, but for their store. Nothing is kept of a table without a header."""
    rows = [
        (
            list(key.header),
            key.named,
            said.kind,
            [{"name": name, "position": position} for name, position in said.columns.items()],
            said.date_order,
            said.encoding,
            at,
            user,
        )
        for key, said in choices.items()
        if any(key.header)
    ]
    if not rows:
        return
    with store.write("remember") as connection:
        for row in rows:
            connection.execute("insert into raw.remembered values ($1, $2, $3, $4, $5, $6, $7, $8)", row)


def forget(store: Store, key: Key, *, at: datetime, user: str) -> None:
    """Let tables like these be guessed again."""
    remember(store, {key: NOTHING_SAID}, at=at, user=user)


def remembered(store: Store, key: Key) -> Correction:
    """Return what was last said of tables like these."""
    with store.reading() as cursor:
        rows = cursor.execute(
            "select kind, columns, encoding, date_order from raw.remembered "
            "where header = $1 and named is not distinct from $2 order by remembered_at desc, rowid desc limit 1",
            [list(key.header), key.named],
        ).fetchall()
    for kind, columns, encoding, date_order in rows:
        places = {column["name"]: column["position"] for column in columns}
        said = Correction(kind, places, encoding, None, date_order)
        return replace(said, by="remembered") if said != NOTHING_SAID else said
    return NOTHING_SAID
