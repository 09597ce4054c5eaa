"""Every question on groups, asked of two hundred shops: store and oracle count the same members and the same cents."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from queries.groups import CUTS
from tests.oracle import groups, intent_costs
from tests.oracle.comparing import Asked, Shops
from tests.oracle.funnel import Answer
from tests.oracle.joining import stays
from tests.oracle.rows import ASKED, FIRST, LAST
from tests.oracle.shops import ASSISTANTS
from tests.oracle.world import Whole, World

ALL = 1_000_000


def questions(world: World, first: date, day: date, assistant: str | None, most: int) -> list[Asked]:
    """Return every question on groups in every way."""
    between, of_day, who = {"first": first, "last": day}, {"day": day}, {"assistant": assistant}
    asked: list[tuple[Callable[..., Answer], dict[str, Any]]] = [
        (groups.health, of_day | who),
        (groups.junk, of_day | who),
        *((groups.retention, between | who | {"cut": cut}) for cut in CUTS),
        (groups.clean_up, of_day | who | {"most": most}),
        (intent_costs.cost, between),
    ]
    return [Asked(f"groups/{of.__name__}", of, world, params) for of, params in asked]


def test_each_shop_alone(shops: Shops, whole: Whole) -> None:
    for number, store in enumerate(whole.stores):
        day = ASKED[number // 2 % 3]
        assistant = (None, None, ASSISTANTS[0])[number % 3]
        first = (FIRST, date(2026, 4, 10), date(2026, 6, 1))[number // 3 % 3]
        of_all = questions(whole.seen((store,)), first, day, assistant, (ALL, 3)[number % 2])
        for asked in of_all[number % 5 :: 5]:
            shops.agree(asked)


@pytest.mark.parametrize("day", ASKED)
def test_shops_together(shops: Shops, whole: Whole, day: date) -> None:
    for scope, first, assistant, most in (
        (whole.stores, date(2026, 4, 5), None, 200),
        (whole.stores[::3], date(2026, 6, 1), ASSISTANTS[1], ALL),
        (whole.stores[::40], FIRST, None, ALL),
    ):
        for asked in questions(whole.seen(scope), first, day, assistant, most):
            shops.agree(asked)


def test_the_shops_have_something_to_agree_on(whole: Whole) -> None:
    world = whole.seen(whole.stores)
    told = Counter(state for _, state in stays(world, FIRST, LAST, None))
    assert all(told[state] > 20 for state in groups.STATES.values()), told
    verdicts = Counter(row["verdict"] for row in groups.health(world, LAST, None))
    assert {"pass", "below", "too_few", None} <= verdicts.keys()


def test_what_an_intent_customer_costs_month_after_month(shops: Shops, whole: Whole) -> None:
    world, told = whole.seen(whole.stores), Counter[str]()
    for start in range(0, 105, 15):
        first = date(2026, 6, 1) + timedelta(start)
        asked = Asked("groups/cost", intent_costs.cost, world, {"first": first, "last": first + timedelta(29)})
        shops.agree(asked)
        told += Counter(row["state"] for row in asked.oracle(world, **asked.params))
    verdicts = ("pass", "below", "no_target", "baseline_free", "nobody_new", "cost_gaps", "cost_unknown", "no_baseline")
    assert all(told[state] > 2 for state in verdicts), told
