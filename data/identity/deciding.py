"""Decisions about two contacts: one person, not one person, or never ask again; each can be taken back."""

from datetime import datetime
from typing import Literal

import duckdb

from data import customers, rollups
from data.asked import first_row
from data.refusal import Refused
from data.store import Store

Action = Literal["merge", "split", "apart"]


def decide(store: Store, action: Action, one_key: int, other_key: int, *, shop: str, at: datetime, user: str) -> int:
    """Keep a decision about two contacts of customers of ``shop``, and return its number.

    ``merge`` makes their customers one; ``split`` cuts the tie that rows make between the two; ``apart`` only turns
    down the offer. Raises ``Refused`` when the two are what the decision would make of them.
    """
    with store.write(f"{action} customers") as connection:
        one_key, other_key = _as_tied(connection, action, one_key, other_key)
        (number,) = first_row(connection, "select coalesce(max(decision_id), 0) + 1 from raw.decisions")
        connection.execute(
            "insert into raw.decisions values ($1, $2, $3, $4, $5, $6, $7, $8)",
            [number, at, user, action, shop, one_key, other_key, store.data_version() + 1],
        )
        _settle(connection, one_key, other_key)
    return int(number)


def take_back(store: Store, decision_id: int, *, at: datetime, user: str) -> None:
    """Take a decision back: the two are again what they were. Raises ``Refused`` when there is nothing to take back."""
    with store.write(f"take back decision {decision_id}") as connection:
        found = connection.execute(
            "select one_key, other_key from raw.live_decisions where decision_id = $1", [decision_id]
        ).fetchall()
        if not found:
            raise Refused("identity.no_such_decision", number=decision_id)
        connection.execute(
            "insert into raw.decision_voids values ($1, $2, $3, $4)", [decision_id, at, user, store.data_version() + 1]
        )
        _settle(connection, *found[0])


def _settle(connection: duckdb.DuckDBPyConnection, one_key: int, other_key: int) -> None:
    customers.relink_around(connection, f"select unnest([{int(one_key)}, {int(other_key)}]::ubigint[])")
    rollups.refresh(connection, None)


def _as_tied(connection: duckdb.DuckDBPyConnection, action: Action, one_key: int, other_key: int) -> tuple[int, int]:
    """Return the two in the order in which rows tie them; raises ``Refused`` when the decision changes nothing."""
    if action == "split":
        ties = connection.execute(
            "select one_key, other_key from raw.row_links where (one_key, other_key) in (($1, $2), ($2, $1)) limit 1",
            [one_key, other_key],
        ).fetchall()
        if not ties:
            raise Refused("identity.no_tie")
        return ties[0]
    customer = "select coalesce(max(customer_key), $1::ubigint) from raw.customer_map where contact_key = $1"
    if first_row(connection, customer, [one_key]) == first_row(connection, customer, [other_key]):
        raise Refused("identity.one_already")
    return one_key, other_key
