"""Every question on value, asked of two hundred shops: the store and the oracle agree to the cent."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from queries.value import ADVICE, CUTS, SEGMENTS, STAGES, TIERS
from tests.oracle import advising, bridges, lives, segments, value
from tests.oracle.comparing import Asked, Shops
from tests.oracle.funnel import Answer
from tests.oracle.rows import ASKED, FIRST
from tests.oracle.shops import ASSISTANTS
from tests.oracle.world import Whole, World

ALL = 1_000_000
OF_DAYS = (
    *(value.summary, value.curve, value.tiers, segments.rfm, segments.segments, advising.advice),
    *(bridges.decomposition, bridges.store_decomposition),
)


def questions(world: World, first: date, last: date, assistant: str | None, most: int) -> list[Asked]:
    """Return every question on value in every way."""
    between, of_day = {"first": first, "last": last}, {"day": last}
    who, some = {"assistant": assistant}, {"assistant": assistant, "most": most}
    asked: list[tuple[Callable[..., Answer], dict[str, Any]]] = [
        *((of, between | who) for of in OF_DAYS),
        (segments.rfm_edges, between),
        *((value.cuts, between | who | {"cut": cut}) for cut in CUTS),
        (lives.stages, of_day | who),
        (advising.negative, between | some),
        *((advising.advised, between | some | {"advice": advice}) for advice in (*ADVICE[::2], None)),
        *((advising.in_tier, between | some | {"tier": tier}) for tier in (*TIERS[::3], None)),
        *((segments.in_segment, between | some | {"segment": segment}) for segment in (*SEGMENTS[::3], None)),
        *((lives.in_stage, of_day | some | {"life_stage": stage}) for stage in STAGES[::2]),
    ]
    return [Asked(f"value/{of.__name__}", of, world, params) for of, params in asked]


def test_each_shop_alone(shops: Shops, whole: Whole) -> None:
    for number, store in enumerate(whole.stores):
        last = ASKED[number // 5 % 3]
        first = (FIRST, date(2026, 6, 1))[number // 2 % 2]
        assistant = (None, None, ASSISTANTS[0])[number % 3]
        for asked in questions(whole.seen((store,)), first, last, assistant, (ALL, 3)[number % 2])[number % 17 :: 17]:
            shops.agree(asked)


@pytest.mark.parametrize("last", ASKED)
def test_shops_together(shops: Shops, whole: Whole, last: date) -> None:
    for scope, first, assistant, most in (
        (whole.stores, FIRST, None, 100),
        (whole.stores[::3], date(2026, 6, 15), ASSISTANTS[1], ALL),
        (whole.stores[::40], last, None, ALL),
    ):
        for asked in questions(whole.seen(scope), first, last, assistant, most):
            shops.agree(asked)
