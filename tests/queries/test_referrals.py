"""Who brought whom first, and what is owed for it, by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from data.refusal import Refused
from queries import bringing, referrals
from queries.fates import fates
from queries.ledger import gifts_in_reach, ledger
from tests.queries.conftest import Shop, rows
from tests.queries.referred import DAY, balances, said, trace


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([], ""),
        ([(1, 2), (2, 3)], "kept kept"),
        ([(1, 1), (2, 1)], "self kept"),  # who named himself can still be brought
        ([(1, 2), (3, 2), (1, 2)], "kept later again"),
        ([(1, 2), (2, 1)], "kept cycle"),
        ([(1, 2), (2, 3), (3, 1), (4, 1)], "kept kept cycle kept"),  # who was cut can be brought by somebody else
        ([(1, 2), (3, 4), (2, 3), (4, 1)], "kept kept kept cycle"),  # two trees became one
        ([(2, 3), (1, 2), (3, 2)], "kept kept later"),  # 2 has a bringer: later, though 3 stands below 2
    ],
)
def test_the_first_who_names_somebody_wins_and_nobody_is_brought_by_somebody_below(edges: Any, expected: str) -> None:
    assert fates(edges) == expected.split()


def test_a_long_chain_that_closes_is_cut_at_the_last_edge() -> None:
    count = 50_000
    assert fates([(place, place + 1) for place in range(count)] + [(count, 0)])[-2:] == ["kept", "cycle"]


def test_actions_earn_by_rule_and_half_goes_one_level_up(shop: Shop) -> None:
    shop.bring(
        "referrals", said("1 赵 推荐客户 钱", "2 钱 推荐客户 孙", "3 孙 转发朋友圈", "3 孙 其他", "4 钱 拉人进群 李")
    )
    # 孙: 2 + 0. 钱: 10 + 5 of its own, half of 孙's 2. 赵: 10, half of 钱's 15; nothing of what 孙 brought 钱.
    assert balances(shop) == {"孙": 2, "钱": 16, "赵": 17.5}
    assert balances(shop, date(2026, 11, 1)) == {"赵": 10}


def test_nothing_passes_for_what_was_done_before_somebody_was_brought(shop: Shop) -> None:
    shop.bring("referrals", said("1 钱 转发朋友圈", "2 钱 群内分享", "2 赵 推荐客户 钱", "3 钱 发起团购"))
    # 钱: 2 + 2 + 10. 赵: 10, and half of what 钱 did from the 2nd on, half of 12.
    assert balances(shop) == {"钱": 14, "赵": 16}


def test_a_customer_is_recommended_once_and_nobody_recommends_himself(shop: Shop) -> None:
    lines = ("1 赵 推荐客户 钱", "2 孙 推荐客户 钱", "3 赵 推荐客户 钱", "4 钱 推荐客户 赵", "5 李 推荐客户 李")
    shop.bring("referrals", said(*lines, "6 赵 协助成交 钱"))
    # Only the first of the rows earns its 10, and helping to close 20; later, again, the circle and oneself nothing.
    assert balances(shop) == {"赵": 30}
    found = bringing.contested(*trace(shop))
    expected = [("self", "李", "李", None), ("cycle", "钱", "赵", None), ("later", "孙", "钱", "赵")]
    assert rows(found, "fate", "customer", "named_customer", "first_bringer") == expected


def test_an_action_takes_the_rules_of_its_own_day_and_store(shop: Shop) -> None:
    lines = ("1 赵 推荐客户 钱", "9 钱 转发朋友圈", "10 钱 转发朋友圈", "20 钱 转发朋友圈")
    for store in ("S", "T"):
        shop.bring("referrals", said(*lines, store=store))
    shop.rule("points_forward", "7", day=10)
    shop.rule("points_share", "33%", day=10, store="S")
    shop.rule("referral_levels", "1", day=20)
    # 钱: 2 + 7 + 7. 赵 in S: 10 + 1 + 2.3 (a third of 7 to the tenth); in T half of 7. On the 20th nothing passes.
    assert balances(shop) == {"钱": 16, "赵": 13.3}
    assert balances(shop, scope=("T",)) == {"钱": 16, "赵": 14.5}
    assert len(referrals.balances(shop.store, ("S", "T"), DAY)) == 4


def test_rewards_over_more_than_two_levels_are_refused_with_the_reason(shop: Shop) -> None:
    for levels in ("3", "99"):
        with pytest.raises(Refused, match="444") as refused:
            shop.rule("referral_levels", levels)
        assert "禁止传销条例" in refused.value.sentence("zh")
    with pytest.raises(Refused):
        shop.rule("referral_levels", "0")


def test_an_entry_says_whose_points_it_is_made_of(shop: Shop) -> None:
    shop.bring("referrals", said("1 赵 推荐客户 钱", "2 钱 转发朋友圈"))
    entries = ledger(trace(shop)[0])
    expected = [("own", "refer", Decimal(10)), ("own", "forward", Decimal(2)), ("passed", "forward", Decimal(1))]
    assert rows(entries, "entry", "action", "points") == expected
    assert entries["customer_key"].tolist() == [entries["from_key"][place] for place in (0, 1, 0)]


def test_the_largest_gift_in_reach_and_what_is_missing_to_the_next(shop: Shop) -> None:
    shop.bring("referrals", said("1 赵 发起团购", "1 钱 转发朋友圈", "1 孙 协助成交"))
    for gift, points in (("gift_small", "5"), ("gift_medium", "10"), ("gift_large", "20")):
        shop.rule(gift, points)
    found = gifts_in_reach(referrals.balances(shop.store, ("S",), DAY), referrals.gifts(shop.store, ("S",), DAY))
    assert rows(found, "customer", "gift", "missing") == [
        ("孙", "gift_large", None),
        ("赵", "gift_medium", 10),
        ("钱", None, 3),
    ]
    # A shop with one gift gives all three the same points.
    shop.rule("gift_small", "20")
    shop.rule("gift_medium", "20")
    again = gifts_in_reach(referrals.balances(shop.store, ("S",), DAY), referrals.gifts(shop.store, ("S",), DAY))
    assert again["gift"].fillna("").tolist() == ["gift_large", "", ""]
