"""Every list of customers, asked of two hundred shops: store and oracle name the same ones in the same order."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from queries.customers import ANY_REASON
from queries.funnel import FUNNELS
from tests.oracle import lists, naming
from tests.oracle.comparing import Asked, Shops
from tests.oracle.funnel import Answer
from tests.oracle.rows import ASKED, FIRST
from tests.oracle.shops import ASSISTANTS
from tests.oracle.world import Whole, World

ALL = 1_000_000
CUT = (("assistant", ASSISTANTS[0]), ("product", None))


def questions(world: World, first: date, last: date, assistant: str | None, most: int) -> list[Asked]:
    """Return every list in every way."""
    between, of_day = {"first": first, "last": last}, {"day": last}
    who = {"assistant": assistant, "most": most}
    asked: list[tuple[Callable[..., Answer], dict[str, Any]]] = [
        *((lists.at_stage, between | {"funnel": of, "stage": FUNNELS[of][n]}) for of in FUNNELS for n in (1, 2, 4)),
        *((lists.lost, between | {"lost_reason": reason}) for reason in (ANY_REASON, None, "价格")),
        *((lists.graded, of_day | {"grade": grade, "cut": None, "value": None}) for grade in ("A", "B2", None)),
        *((lists.graded, of_day | {"grade": "B", "cut": cut, "value": value}) for cut, value in CUT),
        *((lists.moved, between | {"from_grade": a, "to_grade": b}) for a, b in (("new", "B"), (None, "A"))),
        *((lists.moved, between | {"from_grade": a, "to_grade": b}) for a, b in (("A", "closed"), ("new", None))),
        *((lists.expected, of_day | {"grade": grade}) for grade in ("A", "D")),
        *((lists.touched, between | {"grade": grade}) for grade in ("A", "C")),
        (lists.waiting, between),
    ]
    return [
        *(Asked(f"customers/{of.__name__}", of, world, params | who) for of, params in asked),
        Asked("meeting/slipping", lists.slipping, world, of_day | who),
        Asked("grades/disagreements", lists.disagreements, world, of_day | who),
    ]


def names(world: World, number: int) -> list[Asked]:
    """Return questions for one of the customers, by each contact and by name."""
    one = list(world.customers.values())[number % len(world.customers)]
    words = {value for _, value in world.people.contacts(one.key)} | {one.last("customer") or "女士"}
    words |= {value[-4:] for kind, value in world.people.contacts(one.key) if kind == "phone"}
    found = [Asked("customers/found", naming.found, world, {"words": of, "most": 5}) for of in sorted(words)]
    return [*found, Asked("customers/known", naming.known, world, {"customer": one.key})]


def test_each_shop_alone(shops: Shops, whole: Whole) -> None:
    for number, store in enumerate(whole.stores):
        last = ASKED[number // 5 % 3]
        assistant = (None, None, ASSISTANTS[0])[number % 3]
        for asked in questions(whole.seen((store,)), FIRST, last, assistant, (ALL, 3)[number % 2])[number % 11 :: 11]:
            shops.agree(asked)


@pytest.mark.parametrize("last", ASKED)
def test_shops_together(shops: Shops, whole: Whole, last: date) -> None:
    for scope, assistant, most in ((whole.stores, None, 100), (whole.stores[::40], ASSISTANTS[1], ALL)):
        for asked in questions(whole.seen(scope), date(2026, 5, 1), last, assistant, most):
            shops.agree(asked)


def test_names(shops: Shops, whole: Whole) -> None:
    for number in range(40):
        for asked in names(whole.seen(whole.stores if number % 2 else whole.stores[:20]), number * 97):
            shops.agree(asked)
