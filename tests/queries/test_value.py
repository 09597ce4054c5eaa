"""What customers bring and cost, how much of it hangs on a few, and through what they bring it."""

from datetime import date

import pytest

ORDERS = """\
成交日期,订单号,门店,导购,客户,电话,产品,品类,金额,成本
2026-10-05,D1,S,Li,赵,13800138001,冰箱,家电,5000,3000
2026-10-05,D1,S,Li,赵,13800138001,床垫,家具,1000,500
2026-10-20,D1,S,Li,赵,13800138001,床垫,家具,-1000,500
2026-10-10,D2,S,Wu,钱,13800138002,冰箱,家电,800,
2026-10-12,D3,S,Li,钱,13800138002,,,800,
2026-09-20,D4,S,Wu,孙,13800138003,床垫,家具,600,400
2026-10-02,D4,S,Wu,孙,13800138003,床垫,家具,-300,
2026-10-31,D5,S,Wu,李,13800138004,冰箱,家电,400,350
2026-08-01,D6,S,Wu,郑,13800138005,冰箱,家电,900,100
2026-10-15,D7,S,Wu,,,冰箱,家电,99,
"""
SERVICES = """\
服务日期,门店,导购,客户,电话,服务项目,服务成本
2026-10-31,S,Li,李,13800138004,清洁,100
2026-09-30,S,Li,钱,13800138002,清洁,70
"""
LEADS = """\
客资日期,门店,导购,客户,电话,获客成本
2026-10-01,S,Li,赵,13800138001,200
2026-09-30,S,Wu,钱,13800138002,150
2026-10-03,S,Wu,吴,13800138006,120
"""
DAYS = {"first": date(2026, 10, 1), "last": date(2026, 10, 31), "assistant": None}
# October: 赵 brings 5000 + 1000 - 1000 = 5000; the mattress came back, so the goods cost 3000 and the lead 200: 1800
# are left. 钱 brings 1600 in two orders; what was spent in September is not of these days. 孙 only gives something
# back: -300. 李 brings 400, and costs 350 and a service of 100: -50. Nobody knows who spent 99. 郑 bought in August,
# 吴 never.


@pytest.fixture
def full(shop):
    for kind, log in {"orders": ORDERS, "services": SERVICES, "leads": LEADS}.items():
        shop.bring(kind, log)
    return shop


def summary(shop, *columns: str, **asked: object) -> tuple[object, ...]:
    (row,) = shop.ask("value/summary", *columns, **(DAYS | asked))
    return row


def test_revenue_and_contribution_of_the_days(full) -> None:
    columns = ("customers", "revenue_cny", "contribution_cny", "negative_customers", "orders", "refunds_cny")
    # Given back were 1000 and 300.
    assert summary(full, *columns) == (4, 6700, 3050, 2, 4, 1300)


def test_how_much_hangs_on_a_few(full) -> None:
    # 孙 counts as 0: 5000 + 1600 + 400 = 7000. The best 20 % of 4 are one; 80 % are 5600, which takes two.
    columns = ("top20_share", "k80", "gini", "refunded_customers")
    assert summary(full, *columns) == (pytest.approx(5000 / 7000), 2, None, 1)


def test_the_peak_is_what_the_customers_worth_having_bring(full) -> None:
    assert summary(full, "peak_share", "peak_cny", "peak_customers") == (pytest.approx(3400 / 3050), 3400, 2)


def test_it_says_how_much_is_known(full) -> None:
    known = summary(full, "lines", "lines_with_cost", "customers_with_cost", "unnamed_orders", "unnamed_cny")
    assert known == (7, 4, 2, 1, 99)


def test_the_cost_of_leads_may_be_left_out(full) -> None:
    full.rule("include_lead_cost", "off", day=1)
    november = {"first": date(2026, 10, 1), "last": date(2026, 11, 1)}
    assert summary(full, "contribution_cny", "leads_counted") == (3050, True)
    assert summary(full, "contribution_cny", "leads_counted", **november) == (3250, False)


def test_customers_are_whose_who_holds_them(full) -> None:
    # 赵 and 李 are Li's by the lead and the service, 钱 by the service on the day of Wu's lead; orders hold nobody.
    assert summary(full, "customers", "revenue_cny", "top20_share", assistant="Li") == (3, 7000, pytest.approx(5 / 7))
    assert summary(full, "customers", assistant="Wu") == (0,)


def test_of_nobody_there_is_no_share(full) -> None:
    columns = ("customers", "revenue_cny", "top20_share", "k80", "gini", "contribution_cny", "peak_share")
    before = {"first": date(2026, 1, 1), "last": date(2026, 1, 2)}
    assert summary(full, *columns, **before) == (0, 0, None, None, None, 0, None)
    counts = ("negative_customers", "peak_customers", "refunded_customers", "customers_with_cost", "lines")
    assert summary(full, *counts, **before) == (0, 0, 0, 0, 0)


def test_the_curves_go_from_none_to_all_and_show_the_peak(full) -> None:
    points = full.ask("value/curve", "curve", "customers", "value_cny", "value_share", **DAYS)
    lorenz = [0, 5000, 6600, 7000, 7000]
    whale = [0, 1800, 3400, 3350, 3050]
    assert points == [
        *(("lorenz", place, value, pytest.approx(value / 7000)) for place, value in enumerate(lorenz)),
        *(("whale", place, value, pytest.approx(value / 3050)) for place, value in enumerate(whale)),
    ]


def test_tiers_and_what_is_below_them(full) -> None:
    # One customer is the best 1, 5 and 20 % of four, rounded up.
    columns = ("tier", "customers", "revenue_cny", "contribution_cny", "orders", "lowest_cny")
    assert full.ask("value/tiers", *columns, **DAYS) == [
        ("top_1", 1, 5000, 1800, 1, 5000),
        ("next_4", 0, 0, 0, 0, None),
        ("next_15", 0, 0, 0, 0, None),
        ("other_80", 3, 1700, 1250, 3, -300),
        ("earlier", 1, 0, 0, 0, None),
        ("none", 1, 0, 0, 0, None),
    ]
    listed = full.ask("value/in_tier", "customer", "place", "of_all", tier="other_80", most=2, **DAYS)
    assert listed == [("钱", 2, 3), ("李", 3, 3)]


def test_cuts_by_category_sum_to_all_there_is(full) -> None:
    # Furniture: 赵's mattress came back, 孙's half. What was spent on services and leads (200 + 100) has no category.
    columns = ("value", "customers", "orders", "revenue_cny", "order_cost_cny", "other_cost_cny", "contribution_cny")
    assert full.ask("value/cuts", *columns, "top20_share", cut="category", **DAYS) == [
        ("家电", 3, 3, 6200, 3350, 0, 2850, pytest.approx(5000 / 6200)),
        (None, 1, 1, 800, 0, 300, 500, 1.0),
        ("家具", 2, 1, -300, 0, 0, -300, None),
    ]


def test_cuts_by_assistant_name_who_sold_and_who_spent(full) -> None:
    # Li: 5000 of 赵 and 800 of 钱, less 3000, the lead of 200 and the service of 100. Wu: 800 - 300 + 400, less 350.
    columns = ("store", "value", "customers", "revenue_cny", "contribution_cny")
    assert full.ask("value/cuts", *columns, cut="assistant", **DAYS) == [
        ("S", "Li", 2, 5800, 2500),
        ("S", "Wu", 3, 900, 550),
    ]


def test_a_customer_of_two_stores_is_one_in_each(full) -> None:
    full.bring("orders", "成交日期,门店,导购,客户,电话,金额\n2026-10-09,T,Han,赵,13800138001,100\n")
    assert summary(full, "customers", "revenue_cny", scope=("S", "T")) == (5, 6800)
    both = full.ask("value/cuts", "value", "customers", "revenue_cny", cut="store", scope=("S", "T"), **DAYS)
    assert both == [("S", 4, 6700), ("T", 1, 100)]
