"""Points and trees left to chance: they equal a ledger kept row by row, and hold what always holds."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pandas as pd
import pyarrow as pa
import pytest

from queries.fates import KEPT, NOBODY, traced
from queries.ledger import POINTS, balances, ledger
from tests.queries import plain_ledger
from tests.queries.plain_ledger import Action

ACTIONS = ("refer", "refer", "join_group", "forward", "other")
FIRST = date(2026, 11, 1)


def by_chance(chance: Random) -> list[Action]:
    """Return actions of few customers, so that they name each other and themselves over and over."""
    people, found = chance.randint(1, 12), []
    for number in range(chance.randint(0, 120)):
        points = Decimal(chance.choice((0, 2, 5, 10, 15)))
        found.append(
            Action(
                store=chance.choice("ST"),
                day=FIRST + timedelta(number // 6),
                action=chance.choice(ACTIONS),
                who=chance.randint(1, people),
                whom=chance.choice((None, chance.randint(1, people), chance.randint(1, people))),
                points=points,
                passed=points * chance.choice((Decimal(0), Decimal("0.5"))),
            )
        )
    return found


def framed(actions: list[Action]) -> pd.DataFrame:
    """Return the same as ``queries.referrals.actions`` gives it."""
    frame = pd.DataFrame(
        [(one.store, one.day, "Li", one.action) for one in actions], columns=["store", "day", "assistant", "action"]
    )
    points = {name: pa.array([getattr(one, name) for one in actions], POINTS) for name in ("points", "passed")}
    return frame.assign(
        day=pd.to_datetime(frame["day"]),
        customer_key=pd.array([one.who for one in actions], "UInt64"),
        referred_key=pd.array([one.whom for one in actions], "UInt64"),
        **{name: pd.Series(column, dtype=pd.ArrowDtype(POINTS)) for name, column in points.items()},
    )


@pytest.mark.parametrize("seed", range(60))
def test_points_equal_a_ledger_kept_by_hand(seed: int) -> None:
    actions = by_chance(Random(seed))
    found = balances(ledger(traced(framed(actions))))
    kept = {
        (store, int(customer)): points
        for store, customer, points in zip(found["store"], found["customer_key"], found["points"], strict=True)
    }
    assert kept == plain_ledger.balances(actions)
    assert found["points"].is_monotonic_decreasing


@pytest.mark.parametrize("seed", range(60))
def test_what_is_kept_is_a_forest(seed: int) -> None:
    rows = traced(framed(by_chance(Random(seed))))
    kept = rows[rows["fate"] == KEPT]
    assert kept["named"].is_unique
    above = dict(zip(kept["named"], kept["actor"], strict=True))
    for one in above:
        steps, climbing = 0, one
        while climbing in above:
            steps, climbing = steps + 1, above[climbing]
            assert steps <= len(above)
    assert rows["fate"].isna().equals(rows["named"] == NOBODY)
