"""Every question on grades, asked of two hundred shops: the store and the oracle agree to the last digit."""

from datetime import date

import pytest

from queries.grades import CUTS
from tests.oracle import grades, suggesting
from tests.oracle.comparing import Asked, Shops
from tests.oracle.rows import ASKED, FIRST
from tests.oracle.shops import ASSISTANTS
from tests.oracle.world import Whole, World

ON_A_DAY = (
    grades.distribution,
    grades.products,
    grades.calibration,
    grades.a_verdict,
    suggesting.agreement,
)
BETWEEN_DAYS = (grades.migration, grades.effort)


def questions(world: World, first: date, day: date, assistant: str | None) -> list[Asked]:
    """Return every question on grades in every way."""
    of = {"day": day, "assistant": assistant}
    found = [Asked(f"grades/{asked.__name__}", asked, world, of) for asked in ON_A_DAY]
    found += [Asked("grades/cuts", grades.cuts, world, of | {"cut": cut}) for cut in CUTS]
    between = {"first": first, "last": day, "assistant": assistant}
    found += [Asked(f"grades/{asked.__name__}", asked, world, between) for asked in BETWEEN_DAYS]
    return found


def test_each_shop_alone(shops: Shops, whole: Whole) -> None:
    for number, store in enumerate(whole.stores):
        day = ASKED[number // 2 % 3]
        assistant = (None, None, ASSISTANTS[0])[number % 3]
        for asked in questions(whole.seen((store,)), date(2026, 5, 1), day, assistant)[number % 5 :: 5]:
            shops.agree(asked)


@pytest.mark.parametrize("day", ASKED)
def test_shops_together(shops: Shops, whole: Whole, day: date) -> None:
    for scope, first, assistant in (
        (whole.stores, FIRST, None),
        (whole.stores, date(2026, 6, 1), ASSISTANTS[1]),
        (whole.stores[::40], day, None),
    ):
        for asked in questions(whole.seen(scope), first, day, assistant):
            shops.agree(asked)
