"""Every question of the funnel, asked of two hundred shops: the store and the oracle agree to the last digit."""

from datetime import date

import pytest

from queries.funnel import CUTS, FUNNELS, READINGS
from tests.oracle import funnel, reasons
from tests.oracle.comparing import Asked, Shops
from tests.oracle.rows import ASKED, FIRST, LAST
from tests.oracle.shops import ASSISTANTS
from tests.oracle.world import Whole, World

PERIODS = ((FIRST, LAST), (date(2026, 4, 1), ASKED[0]), (date(2026, 6, 15), ASKED[1]), (LAST, LAST))
BY_FUNNEL = (funnel.stages, funnel.still_open, funnel.cohorts, funnel.waits)
OTHERS = (
    funnel.bottlenecks,
    reasons.first_contact,
    reasons.haste,
    reasons.replies,
    reasons.reference,
    reasons.source_grades,
    reasons.lost_reasons,
    reasons.visits,
)


def questions(world: World, first: date, last: date, assistant: str | None) -> list[Asked]:
    """Return every question of the funnel in every way."""
    of = {"first": first, "last": last, "assistant": assistant}
    found = [Asked("funnel/rates", funnel.rates, world, of | {"reading": reading}) for reading in READINGS]
    found += [Asked("funnel/cuts", funnel.cuts, world, of | {"cut": cut}) for cut in CUTS]
    for name in FUNNELS:
        found += [Asked(f"funnel/{asked.__name__}", asked, world, of | {"funnel": name}) for asked in BY_FUNNEL]
    return found + [Asked(f"funnel/{asked.__name__}", asked, world, of) for asked in OTHERS]


def test_each_shop_alone(shops: Shops, whole: Whole) -> None:
    for number, store in enumerate(whole.stores):
        first, last = PERIODS[number // 4 % 4]
        assistant = (None, None, ASSISTANTS[0])[number % 3]
        for asked in questions(whole.seen((store,)), first, last, assistant)[number % 11 :: 11]:
            shops.agree(asked)


@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_shops_together(shops: Shops, whole: Whole, first: date, last: date) -> None:
    for scope, assistant in ((whole.stores, None), (whole.stores, ASSISTANTS[1]), (whole.stores[::40], None)):
        for asked in questions(whole.seen(scope), first, last, assistant):
            shops.agree(asked)
