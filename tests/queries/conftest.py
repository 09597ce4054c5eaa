"""A store filled by hand: every test says in a few lines who did what on which day."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from data import importing, rules
from data.store import Store
from queries.asking import ask

BOTH = ("calls", "invites")
LAST_EVENING = datetime(2026, 11, 30, 19)


Figures = dict[str, tuple[int, int]]


class Shop:
    """Rows for the store "S" unless said otherwise; ``day`` is a day of November 2026."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.insert("batches", batch_id=0)

    def hand_in(
        self,
        day: int,
        assistant: str,
        calls: int = 50,
        invites: int = 30,
        visits: int = 0,
        *,
        store: str = "S",
        logs: tuple[str, ...] = BOTH,
        at: datetime | None = None,
        **figures: object,
    ) -> None:
        """What the import keeps of one assistant's day."""
        on = november(day)
        row = {
            "calls": calls,
            "unique_numbers": calls,
            "connected": calls,
            "known_outcomes": calls,
            "invalid_numbers": 0,
        }
        row |= {"invites_agreed": invites, "invites_joined": 0, "visits_agreed": visits, "visited": 0, "closed": 0}
        row |= {"amount_cny": 0, "has_calls": "calls" in logs, "has_invites": "invites" in logs}
        self.insert("daily", store=store, assistant=assistant, day=on, **(row | figures))
        for kind in logs:
            received = at or datetime.combine(on, time(19))
            self.insert("handed_in", kind=kind, store=store, assistant=assistant, day=on, rows=3, received_at=received)

    def employ(self, assistant: str, *, store: str = "S", **row: object) -> None:
        self.insert("staff_current", store=store, assistant=assistant, **row)

    def plan(self, day: int, assistant: str, *, store: str = "S", **row: object) -> None:
        self.insert("tasks_current", day=november(day), store=store, assistant=assistant, **row)

    def rule(self, name: str, value: str | None, *, day: int = 1, store: str = "") -> None:
        first = november(day)
        rules.set_rule(
            self.store, name, value, for_store=store, valid_from=first, at=datetime.combine(first, time()), by="boss"
        )

    def bring(self, kind: str, content: str, *, at: datetime = LAST_EVENING) -> int:
        """Import a log as the uploads page does, and return its batch."""
        prepared = importing.prepare(self.store, content.encode(), f"{kind}.csv", received_at=at, kind=kind)
        return importing.commit(self.store, prepared, at=at, user="test", may_shrink=True).batch_id

    def undo(self, batch_id: int) -> None:
        importing.undo(self.store, batch_id, at=LAST_EVENING, user="test")

    def insert(self, table: str, **row: object) -> None:
        names = ", ".join(row)
        places = ", ".join(f"${number}" for number in range(1, len(row) + 1))
        with self.store.write("test") as connection:
            connection.execute(f"insert into raw.{table} ({names}) values ({places})", list(row.values()))
            if "store" in row and table != "rules":
                connection.execute("insert into raw.slices (batch_id, store) values (0, $1)", [row["store"]])

    def ask(
        self, question: str, *columns: str, scope: tuple[str, ...] = ("S",), **params: Any
    ) -> list[tuple[Any, ...]]:
        """Return the answer's rows, of the given columns only; None is missing, dates are dates."""
        return rows(ask(self.store, question, scope, **params), *columns)

    def rates(
        self,
        first: date,
        last: date,
        *,
        scope: tuple[str, ...] = ("S",),
        assistant: str | None = None,
        reading: str = "cohort",
    ) -> Figures:
        """Return each rate's numerator and denominator."""
        columns = ("metric", "numerator", "denominator")
        params = {"first": first, "last": last, "assistant": assistant, "reading": reading}
        return {metric: (won, base) for metric, won, base in self.ask("funnel/rates", *columns, scope=scope, **params)}


def november(day: int) -> date:
    return date(2026, 11, day)


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    cells = frame[list(columns or frame.columns)].astype(object)
    return [tuple(map(plain, row)) for row in cells.itertuples(index=False)]


def plain(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return list(value)
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date() if value == value.normalize() else value.to_pydatetime()
    return value


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with Store(tmp_path / "shop") as store:
        yield Shop(store)


@pytest.fixture
def shop_of() -> type[Shop]:
    """For a store that the test opens itself."""
    return Shop
