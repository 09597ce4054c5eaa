"""Who brings customers and what is owed for it, by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from data.refusal import Refused
from queries import bringing, referrals
from queries.fates import fates, traced
from queries.ledger import gifts_in_reach, ledger
from tests.queries.conftest import Shop, rows

DAY = date(2026, 11, 21)
HEADER = "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话\n"
PHONES = {name: f"138001380{place:02}" for place, name in enumerate("赵钱孙李周吴郑王冯陈", 1)}


def said(*lines: str, store: str = "S") -> str:
    """Return a log of lines like "3 赵 推荐客户 钱": day of November, who, what, whom."""
    found = HEADER
    for line in lines:
        day, who, action, whom = (*line.split(), "")[:4]
        found += f"2026-11-{int(day):02},{store},Li,{who},{PHONES[who]},{action},{whom},{PHONES.get(whom, '')}\n"
    return found


def balances(shop: Shop, day: date = DAY, scope: tuple[str, ...] = ("S",)) -> dict[str, float]:
    frame = referrals.balances(shop.store, scope, day)
    return {str(customer): float(points) for customer, points in rows(frame, "customer", "points")}


def trace(shop: Shop, scope: tuple[str, ...] = ("S",)) -> tuple[pd.DataFrame, pd.DataFrame]:
    return traced(referrals.actions(shop.store, scope, DAY)), referrals.people(shop.store, scope, DAY)


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


def test_who_brings_most_and_what_became_of_them(shop: Shop) -> None:
    shop.bring(
        "referrals",
        said(
            *(f"{day} 赵 推荐客户 {one}" for day, one in enumerate("钱孙李", 1)), "4 钱 拉人进群 周", "5 周 推荐客户 吴"
        ),
    )
    shop.bring("visits", f"进店日期,门店,接待人,客户,电话,是否成交\n2026-11-10,S,Li,孙,{PHONES['孙']},否\n")
    shop.bring("orders", f"成交日期,门店,导购,客户,电话,金额\n2026-11-11,S,Li,李,{PHONES['李']},90\n")
    known = trace(shop)
    first, last = pd.Timestamp(2026, 11, 1), pd.Timestamp(DAY)
    columns = ("customer", "brought", "ordered", "visited", "waiting", "below")
    # 赵 brought 钱, 孙 and 李; below them stand 周 and 吴.
    assert sorted(rows(bringing.bringers(*known, first, last), *columns), reverse=True) == [
        ("钱", 1, 0, 0, 1, 1),
        ("赵", 3, 1, 1, 1, 2),
        ("周", 1, 0, 0, 1, 0),
    ]
    assert rows(bringing.bringers(*known, pd.Timestamp(2026, 11, 3), last), *columns)[0][1] == 1
    key = int(known[0]["customer_key"].iloc[0])
    tree = bringing.brought_through(*known, "S", key)
    assert rows(tree, "depth", "customer", "brought_by") == [
        (1, "钱", "赵"),
        (2, "周", "钱"),
        (3, "吴", "周"),
        (1, "孙", "赵"),
        (1, "李", "赵"),
    ]


def test_service_visits_count_where_somebody_wrote_how_many_were_named(shop: Shop) -> None:
    header = "日期,门店,导购,客户,电话,服务项目,转介绍人数\n"
    given = ("0", "4", "8", "")
    lines = [f"2026-11-0{day},S,Li,赵,{PHONES['赵']},保养,{count}\n" for day, count in enumerate(given, 1)]
    shop.bring("services", header + "".join(lines))
    columns = ("visits", "told", "without", "referrals", "per_visit", "due", "verdict")
    params: dict[str, Any] = {"first": date(2026, 11, 1), "last": DAY, "assistant": None, "cut": "store"}
    # 12 of three visits: 4 each, but it could be (12 + 1.92 ± 1.96 · √12.96) / 3, which is 2.3 to 7.0.
    assert shop.ask("referrals/per_service", *columns, **params) == [(4, 3, 1, 12, 4, 3, "too_few")]
    ((low, high),) = shop.ask("referrals/per_service", "low", "high", **params)
    assert (round(low, 1), round(high, 1)) == (2.3, 7.0)
    shop.rule("service_referrals", "8")
    assert shop.ask("referrals/per_service", "verdict", **params) == [("below",)]
    assert shop.ask("referrals/per_service", "visits", **(params | {"assistant": "Wu"})) == []


def test_the_referred_are_compared_with_leads_nobody_named(shop: Shop) -> None:
    shop.rule("mature_days", "10")
    shop.bring(
        "referrals",
        said("1 赵 推荐客户 钱", "2 赵 推荐客户 孙", "2 赵 推荐客户 赵", "18 赵 推荐客户 李", "5 赵 推荐客户 周"),
    )
    leads = "客资日期,门店,导购,来源,客户,电话\n"
    leads += f"2026-11-01,S,Li,美团,钱,{PHONES['钱']}\n2026-11-01,S,Li,美团,吴,{PHONES['吴']}\n"
    shop.bring("leads", leads)
    visits = "进店日期,门店,接待人,客户,电话,是否成交\n"
    visits += "".join(
        f"2026-11-0{day},S,Li,{one},{PHONES[one]},{done}\n"
        for day, one, done in ((6, "钱", "否"), (7, "孙", "是"), (4, "周", "否"))
    )
    shop.bring("visits", visits)
    columns = ("is_referred", "source", "customers", "still_open", "visited", "ordered")
    params: dict[str, Any] = {"first": date(2026, 11, 1), "last": DAY, "assistant": None}
    # 周 had come before; 李 is new; 钱 is a lead too, but somebody named 钱. 吴 is left.
    expected = [(True, None, 3, 1, 2, 1), (False, "美团", 1, 0, 0, 0)]
    assert shop.ask("referrals/conversion", *columns, **params) == expected


def test_new_referrers_are_counted_ninety_days_from_the_begin(shop: Shop) -> None:
    text = HEADER
    for day, who, whom in (
        ("2026-06-10", "赵", "钱"),
        ("2026-06-20", "赵", "孙"),
        ("2026-06-25", "钱", "李"),  # 15 days after 赵's begin
        ("2026-09-20", "孙", "周"),  # 102 days: too late for 赵
        ("2026-10-01", "李", "吴"),  # 98 days after 钱's begin
        ("2026-10-20", "周", "郑"),  # 30 days after 孙's
    ):
        text += f"{day},S,Li,{who},{PHONES[who]},推荐客户,{whom},{PHONES[whom]}\n"
    shop.bring("referrals", text)
    # On 21 November settled are those who began from 26 May to 23 August: 赵 and 钱. Since then 孙, 李, 周.
    found = bringing.reproduction(trace(shop)[0], pd.Timestamp(DAY))
    assert rows(found, "is_settled", "referrers", "new_referrers") == [(False, 3, 1), (True, 2, 1)]


def test_nobody_and_no_row_is_no_accident(shop: Shop) -> None:
    assert balances(shop) == {}
    known = trace(shop)
    for found in (
        bringing.bringers(*known, pd.Timestamp(2026, 1, 1), pd.Timestamp(DAY)),
        bringing.contested(*known),
        bringing.reproduction(known[0], pd.Timestamp(DAY)),
        bringing.brought_through(*known, "S", 1),
    ):
        assert found.empty
    assert balances(shop, scope=()) == {}
