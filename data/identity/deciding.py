"""Decisions about two contacts: one person, not one person, or never ask again; each can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

import duckdb
import pyarrow as pa

from data import customers, rollups
from data.asked import first_row
from data.refusal import Refused
from data.store import Store

Action = Literal["merge", "split", "shared", "apart"]
# Which ties of rows a decision cuts.
CUT: Final[dict[Action, str]] = {
    "split": "(one_key, other_key) in (($1, $2), ($2, $1))",
    "shared": "other_key = $1 and other_key = $2",
}


@dataclass(frozen=True)
class Pair:
    """Two contacts of customers of a store; twice the same is one contact."""

    store: str
    one_key: int
    other_key: int


def decide(store: Store, action: Action, pairs: Sequence[Pair], *, at: datetime, user: str) -> list[int]:
    """Keep the same decision about each of ``pairs``, all or none, and return their numbers.

    ``merge`` makes their customers one; ``split`` cuts the tie that rows make between the two; ``shared`` cuts all ties
    of one WeChat id, also those of rows to come; ``apart`` only turns down the offer.

    Raises ``Refused`` when two are what the decision would make of them, or no customers any more.
    """
    with store.write(f"{action} customers") as connection:
        (last,) = first_row(connection, "select coalesce(max(decision_id), 0) from raw.decisions")
        numbers = list(range(last + 1, last + 1 + len(pairs)))
        tied = [_as_tied(connection, action, pair) for pair in pairs]
        decided = pa.table(
            {
                "decision_id": numbers,
                "store": [pair.store for pair in tied],
                "one_key": pa.array([pair.one_key for pair in tied], pa.uint64()),
                "other_key": pa.array([pair.other_key for pair in tied], pa.uint64()),
            }
        )
        connection.register("decided", decided)
        connection.execute(
            "insert into raw.decisions by name "
            f"select d.*, $1 as made_at, $2 as user_name, $3 as action, ({_name('one_key')}) as one_name, "
            f"({_name('other_key')}) as other_name, $4 as version from decided as d",
            [at, user, action, store.data_version() + 1],
        )
        connection.unregister("decided")
        _settle(connection, tied)
    return numbers


def take_back(store: Store, numbers: Sequence[int], *, at: datetime, user: str) -> None:
    """Take decisions back, all or none: who was decided about is again who it was.

    Raises ``Refused`` when one of them can't be taken back.
    """
    with store.write("take back decisions") as connection:
        found = {
            number: Pair(*pair)
            for number, *pair in connection.execute(
                "select decision_id, store, one_key, other_key from raw.live_decisions "
                "where list_contains($1::integer[], decision_id)",
                [list(numbers)],
            ).fetchall()
        }
        for number in numbers:
            if number not in found:
                raise Refused("identity.no_such_decision", number=number)
        connection.execute(
            "insert into raw.decision_voids select unnest($1::integer[]), $2, $3, $4",
            [sorted(found), at, user, store.data_version() + 1],
        )
        _settle(connection, list(found.values()))


def _name(key: str) -> str:
    """Return the SQL of what the customer behind a contact of ``d`` is called just now."""
    return (
        "select max(s.customer) from raw.customer_state as s where s.store = d.store and s.customer_key = "
        f"coalesce((select m.customer_key from raw.customer_map as m where m.contact_key = d.{key}), d.{key})"
    )


def _settle(connection: duckdb.DuckDBPyConnection, pairs: Sequence[Pair]) -> None:
    contacts = ", ".join(f"{int(key)}" for pair in pairs for key in (pair.one_key, pair.other_key))
    customers.relink_around(connection, f"select distinct unnest([{contacts}]::ubigint[])")
    rollups.refresh(connection, None)


def _as_tied(connection: duckdb.DuckDBPyConnection, action: Action, pair: Pair) -> Pair:
    """Return the two in the order in which rows tie them; raises ``Refused`` when the decision changes nothing."""
    keys = [pair.one_key, pair.other_key]
    if action in CUT:
        ties = connection.execute(
            f"select one_key, other_key from raw.row_links where {CUT[action]} limit 1", keys
        ).fetchall()
        if not ties:
            raise Refused("identity.no_tie")
        return Pair(pair.store, *ties[0]) if action == "split" else pair
    one, other = (_customer(connection, pair.store, key) for key in keys)
    if one == other:
        raise Refused("identity.one_already")
    return pair


def _customer(connection: duckdb.DuckDBPyConnection, store: str, contact: int) -> int:
    """Return the customer of ``store`` behind a contact; raises ``Refused`` when there is none."""
    found = connection.execute(
        "select customer_key from raw.customer_state where store = $1 and customer_key = coalesce("
        "(select m.customer_key from raw.customer_map as m where m.contact_key = $2), $2::ubigint)",
        [store, contact],
    ).fetchall()
    if not found:
        raise Refused("identity.no_customer", store=store)
    return int(found[0][0])
