"""Who brings customers and what becomes of them, by hand."""

from datetime import date
from typing import Any

import pandas as pd

from queries import bringing
from tests.queries.conftest import Shop, rows
from tests.queries.referred import DAY, HEADER, PHONES, balances, said, trace


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
