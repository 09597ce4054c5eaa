"""Every question on referrals, asked of two hundred shops: store and oracle agree, points to the tenth."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from data.store import Store
from queries import bringing, fates
from queries import referrals as asked_of_the_store
from tests.oracle import referrals
from tests.oracle.comparing import Asked, Shops
from tests.oracle.rows import ASKED, FIRST
from tests.oracle.shops import ASSISTANTS
from tests.oracle.world import Whole, World


def questions(world: World, first: date, day: date, assistant: str | None) -> list[Asked]:
    """Return every question on referrals in every way."""
    period: dict[str, Any] = {"first": first, "last": day, "assistant": assistant}
    return [
        *(
            Asked(f"referrals/{asked.__name__}", asked, world, {"day": day})
            for asked in (referrals.actions, referrals.people, referrals.gifts)
        ),
        *(
            Asked("referrals/per_service", referrals.per_service, world, period | {"cut": cut})
            for cut in asked_of_the_store.CUTS
        ),
        Asked("referrals/conversion", referrals.conversion, world, period),
    ]


def points_of(store: Store, world: World, day: date) -> dict[tuple[str, int], Decimal]:
    found = asked_of_the_store.balances(store, world.stores, day)
    places = zip(found["store"], found["customer_key"].tolist(), found["points"], strict=True)
    return {(name, key): points for name, key, points in places}


def test_each_shop_alone(shops: Shops, whole: Whole) -> None:
    for number, store in enumerate(whole.stores):
        day = ASKED[number // 2 % 3]
        world, assistant = whole.seen((store,)), (None, None, ASSISTANTS[0])[number % 3]
        for asked in questions(world, date(2026, 5, 1), day, assistant)[number % 3 :: 3]:
            shops.agree(asked)
        if number % 4 == 0:
            assert points_of(shops.store, world, day) == referrals.balances(world, day)


@pytest.mark.parametrize("day", ASKED)
def test_shops_together(shops: Shops, whole: Whole, day: date) -> None:
    for scope, first, assistant in (
        (whole.stores, FIRST, None),
        (whole.stores[::40], date(2026, 6, 1), ASSISTANTS[1]),
    ):
        world = whole.seen(scope)
        for asked in questions(world, first, day, assistant):
            shops.agree(asked)
        assert points_of(shops.store, world, day) == referrals.balances(world, day)


@pytest.mark.parametrize("day", ASKED)
def test_who_brought_whom(shops: Shops, whole: Whole, day: date) -> None:
    world = whole.seen(whole.stores)
    rows = fates.traced(asked_of_the_store.actions(shops.store, world.stores, day))
    kept = rows[rows["fate"] == fates.KEPT]
    places = zip(kept["store"], kept["referred_key"], kept["customer_key"], kept["day"], strict=True)
    assert {(store, whom): (who, on.date()) for store, whom, who, on in places} == referrals.brought(world, day)


def test_the_shops_have_something_to_agree_on(shops: Shops, whole: Whole) -> None:
    world, day = whole.seen(whole.stores), ASKED[-1]
    rows = fates.traced(asked_of_the_store.actions(shops.store, world.stores, day))
    fate = rows["fate"].value_counts()
    assert fate[fates.KEPT] > 100
    assert set(fate.index) == {fates.KEPT, fates.AGAIN, *bringing.CONTESTED}
    assert len({row["action"] for row in referrals.actions(world, day)}) == 3
    assert sum(points != int(points) for points in referrals.balances(world, day).values()) > 3
    of_stores = referrals.per_service(world, FIRST, day, None, "store")
    assert len({row["verdict"] for row in of_stores}) > 1
    assert any(row["visits"] > row["told"] for row in of_stores)
    (of_referred,) = (row for row in referrals.conversion(world, FIRST, day, None) if row["is_referred"])
    assert 0 < of_referred["ordered"] < of_referred["visited"] < of_referred["customers"]
