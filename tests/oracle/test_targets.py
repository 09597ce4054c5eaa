"""The funnel reckoned back and the month's targets, asked of two hundred shops: the store and the oracle agree."""

from datetime import date

import pytest

from tests.oracle import targets
from tests.oracle.comparing import Asked, Shops
from tests.oracle.rows import ASKED, FIRST, LAST
from tests.oracle.shops import ASSISTANTS
from tests.oracle.world import Whole

UNTYPED = {"close_rate": None, "visit_rate": None, "valid_rate": None}
JULY = date(2026, 7, 15)


@pytest.mark.parametrize("day", [ASKED[0], JULY, LAST])
def test_the_month_so_far(shops: Shops, whole: Whole, day: date) -> None:
    shops.agree(Asked("targets/progress", targets.progress, whole.seen(whole.stores), {"day": day}))


def test_how_many_leads_a_target_needs(shops: Shops, whole: Whole) -> None:
    few = [whole.seen(whole.stores[place::25]) for place in range(4)]
    for world, last, assistant, orders, rates, typed in (
        (whole.seen(whole.stores), LAST, None, None, "measured", {}),
        (whole.seen(whole.stores), LAST, ASSISTANTS[0], None, "benchmark", {}),
        (few[0], JULY, None, None, "benchmark", {}),
        (few[1], JULY, ASSISTANTS[1], None, "measured", {}),
        (few[2], LAST, None, 7, "measured", {"close_rate": 0.35}),
        (few[3], LAST, None, 1, "benchmark", {"valid_rate": 0.07, "visit_rate": 0.6}),
        (whole.seen(whole.stores[:1]), ASKED[1], None, None, "measured", {}),  # no targets in August
    ):
        params = UNTYPED | {"first": FIRST, "last": last, "assistant": assistant, "orders": orders, "rates": rates}
        shops.agree(Asked("targets/reverse", targets.reverse, world, params | typed))


def test_the_shops_have_something_to_agree_on(whole: Whole) -> None:
    world = whole.seen(whole.stores)
    rows = targets.progress(world, JULY)
    assert len([row for row in rows if row["assistant"] is None]) > 60
    assert len({row["elapsed_days"] for row in rows}) > 10
    assert any(row["done"] for row in rows)
    assert any(row["revenue_cny"] for row in rows)
    assert any(row["leads"] for row in rows)
