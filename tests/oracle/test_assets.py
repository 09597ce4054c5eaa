"""Every question on customer assets, asked of two hundred shops: store and oracle agree to the cent and in order."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.oracle import assets, waking
from tests.oracle.comparing import Asked, Shops
from tests.oracle.funnel import Answer
from tests.oracle.rows import ASKED, FIRST
from tests.oracle.shops import ASSISTANTS
from tests.oracle.world import Whole, World

ALL = 1_000_000
BY_DAY = (assets.at_risk, assets.by_holder, assets.stale, assets.handovers)


def questions(world: World, first: date, day: date, assistant: str | None, most: int) -> list[Asked]:
    """Return every question on assets in every way."""
    who: dict[str, Any] = {"assistant": assistant}
    of_day = who | {"day": day}
    lists: list[tuple[Callable[..., Answer], dict[str, Any]]] = [
        *((assets.held, {"reason": reason}) for reason in (None, "safe", "holder_left", "stale")),
        *((assets.wake_up, {"product": product}) for product in (None, "冰箱")),
    ]
    return [
        *(Asked(f"assets/{asked.__name__}", asked, world, of_day) for asked in BY_DAY),
        *(Asked(f"assets/{asked.__name__}", asked, world, of_day | more | {"most": most}) for asked, more in lists),
        Asked("assets/woken", waking.woken, world, who | {"first": first, "last": day}),
    ]


def test_each_shop_alone(shops: Shops, whole: Whole) -> None:
    for number, store in enumerate(whole.stores):
        day = ASKED[number // 2 % 3]
        assistant = (None, None, ASSISTANTS[0])[number % 3]
        of_all = questions(whole.seen((store,)), date(2026, 5, 1), day, assistant, (ALL, 3)[number % 2])
        for asked in of_all[number % 7 :: 7]:
            shops.agree(asked)


@pytest.mark.parametrize("day", ASKED)
def test_shops_together(shops: Shops, whole: Whole, day: date) -> None:
    for scope, first, assistant, most in (
        (whole.stores, FIRST, None, 200),
        (whole.stores[::40], date(2026, 6, 1), ASSISTANTS[1], ALL),
    ):
        for asked in questions(whole.seen(scope), first, day, assistant, most):
            shops.agree(asked)


def test_the_shops_have_something_to_agree_on(whole: Whole) -> None:
    world = whole.seen(whole.stores)
    for day in ASKED:
        reasons = [asset.reason for asset in assets.unclosed(world, day, None)]
        assert all(reasons.count(reason) > 20 for reason in assets.GRAVEST)
        assert {row["presence"] for row in assets.by_holder(world, day, None)} == {"left", "on_duty", "away"}
    assert sum(row["ordered"] for row in waking.woken(world, FIRST, ASKED[-1], None)) > 20
