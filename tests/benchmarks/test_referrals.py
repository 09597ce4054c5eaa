"""What 100,000 referrals cost, with circles, latecomers and self-referrals, against a ledger kept by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from data.store import Store
from queries import referrals
from queries.bringing import CONTESTED
from queries.fates import AGAIN, KEPT, traced
from tests.benchmarks.comparing import Figures, best, cpu_seconds
from tests.queries import plain_ledger
from tests.queries.plain_ledger import Action

ROWS: Final = 100_000
DAY: Final = date(2026, 11, 21)
SCOPE: Final = ("S",)
# Everybody is named by somebody who came earlier; every 20th row names back whoever brought the one before, every 50th
# whoever wrote it, every 70th says the row before once more.
GENERATED: Final = f"""
insert into raw.referrals_current by name
with drawn as (
    select
        range as number,
        hash(range) % greatest(range, 1) as earlier,
        hash(range - 1) % greatest(range - 1, 1) as before
    from range({ROWS})
)

select
    'S' as store,
    'Li' as assistant,
    date '2026-01-01' + (number // 400)::integer as day,
    case number % 3 when 0 then 'join_group' when 1 then 'refer' else 'forward' end as action,
    case
        when number % 20 = 10 then number - 1
        when number % 70 = 2 then before
        else earlier
    end::ubigint as contact_key,
    case
        when number % 20 = 10 then before
        when number % 50 = 1 then earlier
        when number % 70 = 2 then number - 1
        else number
    end::ubigint as referred_contact_key,
    '客户' || contact_key as referrer,
    '客户' || referred_contact_key as referred,
    1 as batch_id,
    0 as table_no,
    number as row_no,
from drawn
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "shop") as opened:
        with opened.write("test") as connection:
            connection.execute(GENERATED)
        yield opened


def test_a_hundred_thousand_referrals(store: Store, figures: Figures) -> None:
    rows = traced(referrals.actions(store, SCOPE, DAY))
    assert len(rows) == ROWS
    assert set(rows["fate"]) == {KEPT, AGAIN, *CONTESTED}
    columns = ("store", "day", "action", "customer_key", "referred_key", "points", "passed")
    actions = [Action(*row) for row in rows[list(columns)].itertuples(index=False)]
    balances = referrals.balances(store, SCOPE, DAY)
    places = zip(balances["store"], balances["customer_key"].tolist(), balances["points"], strict=True)
    assert {(name, key): points for name, key, points in places} == plain_ledger.balances(actions)
    found = best(
        5,
        {
            "ours": lambda: cpu_seconds(lambda: referrals.balances(store, SCOPE, DAY)),
            "by_hand": lambda: cpu_seconds(lambda: plain_ledger.balances(actions)),
        },
    )
    figures.compare(
        f"points of {ROWS:,} referrals, asked of the store / kept by hand",
        found["ours"] * 1000,
        found["by_hand"] * 1000,
        "ms",
        budget=5,
    )
