"""What to do with each customer: keep, grow, reshape or let go, and why."""

from datetime import date

ORDERS = """\
成交日期,门店,导购,客户,电话,金额,成本
2026-10-05,S,Li,甲,13800138001,9000,5000
2026-10-05,S,Li,乙,13800138002,500,100
2026-05-10,S,Li,乙,13800138002,400,100
2026-10-05,S,Li,丙,13800138003,300,100
2026-07-01,S,Li,丙,13800138003,300,100
2026-08-02,S,Li,丁,13800138004,700,100
2026-05-04,S,Li,戊,13800138005,800,100
2026-10-05,S,Li,己,13800138006,100,160
2026-10-05,S,Li,庚,13800138007,200,20
2026-10-05,S,Li,辛,13800138008,200,200
2026-10-05,S,Li,壬,13800138009,600,
2026-10-25,S,Li,壬,13800138009,-700,
"""
SERVICES = "服务日期,门店,导购,客户,电话,服务项目,服务成本\n2026-10-06,S,Li,庚,13800138007,维修,300\n"
LEADS = "客资日期,门店,导购,客户,电话,获客成本\n2026-10-01,S,Li,辛,13800138008,200\n"
HALF_A_YEAR = {"first": date(2026, 5, 1), "last": date(2026, 10, 31), "assistant": None}
# The 90 days up to 31 October begin on 3 August, the 90 before on 5 May. Nine customers: the best 20 % are two.
# 甲 9000 and 乙 900 are the best two. 丙 brought 300 in each: level. 丁's 700 are all of the 90 days before. 戊 has
# been silent for longer than both. 己 costs more than it brings through the goods, 庚 through a service, 壬 through a
# refund. 辛's goods cost as much as its lead, but no more than they were sold for: the lead is named.
ADVICE = [
    ("甲", "keep", "top_20"),
    ("乙", "keep", "top_20"),
    ("戊", "reshape", "silent"),
    ("丁", "reshape", "falling"),
    ("丙", "reshape", "level"),
    ("庚", "let_go", "services"),
    ("辛", "let_go", "lead_cost"),
    ("己", "let_go", "order_cost"),
    ("壬", "let_go", "refunds"),
]


def fill(shop) -> None:
    for kind, log in {"orders": ORDERS, "services": SERVICES, "leads": LEADS}.items():
        shop.bring(kind, log)


def test_everybody_gets_one_advice_with_its_reason(shop) -> None:
    fill(shop)
    listed = shop.ask("value/advised", "customer", "advice", "reason", advice=None, most=9, **HALF_A_YEAR)
    assert sorted(listed) == sorted(ADVICE)
    assert [name for name, *_ in listed[:5]] == ["甲", "乙", "戊", "丁", "丙"]  # by revenue
    kept = shop.ask("value/advised", "customer", "of_all", advice="keep", most=1, **HALF_A_YEAR)
    assert kept == [("甲", 2)]


def test_who_brings_more_than_before_is_to_be_grown(shop) -> None:
    fill(shop)
    # Since June the best two of eight are 甲 and 丁; the 90 days before look back beyond the first day.
    since_june = HALF_A_YEAR | {"first": date(2026, 6, 1), "advice": "grow", "most": 9}
    assert shop.ask("value/advised", "customer", "reason", "last_90_cny", "before_90_cny", **since_june) == [
        ("乙", "rising", 500, 400)
    ]


def test_advice_is_counted(shop) -> None:
    fill(shop)
    counted = shop.ask("value/advice", **HALF_A_YEAR)
    assert counted == [
        ("keep", "top_20", 2, 9900, 4700),
        ("reshape", "falling", 1, 700, 600),
        ("reshape", "level", 1, 600, 400),
        ("reshape", "silent", 1, 800, 700),
        ("let_go", "lead_cost", 1, 200, -200),
        ("let_go", "order_cost", 1, 100, -60),
        ("let_go", "refunds", 1, -100, -100),
        ("let_go", "services", 1, 200, -120),
    ]


def test_the_negative_are_named_with_what_cost_the_most(shop) -> None:
    fill(shop)
    columns = ("customer", "contribution_cny", "order_cost_cny", "services_cny", "lead_cost_cny", "refunds_cny")
    assert shop.ask("value/negative", *columns, "largest_cost", "of_all", most=3, **HALF_A_YEAR) == [
        ("辛", -200, 200, 0, 200, 0, "lead_cost", 4),
        ("庚", -120, 20, 300, 0, 0, "services", 4),
        ("壬", -100, 0, 0, 0, 700, "refunds", 4),
    ]
