"""Which visits are lost, why, and whose they were."""

from datetime import date

import pytest

from queries import customers
from queries.customers import ANY_REASON, FOR_A_GIFT

DAYS = {"first": date(2026, 10, 1), "last": date(2026, 10, 31), "assistant": None}
VISITS = """\
进店日期,门店,接待人,客户,电话,是否成交,走单原因,是否为礼品进店
2026-10-10,S,Li,赵,13800138001,否,价格,
2026-10-10,S,Li,钱,13800138002,,,
2026-10-11,S,Li,孙,13800138003,否,,
2026-10-11,S,Wu,李,13800138004,否,,是
2026-10-12,S,Wu,周,13800138005,是,,
2026-10-13,S,Wu,,,否,款式,
2026-10-14,S,Wu,吴,13800138006,,价格,
2026-11-01,S,Wu,郑,13800138007,否,价格,
"""
# 赵 left for the price. 钱's row doesn't say, but she ordered that day. 孙's reason is missing, 李 came for the gift,
# 周 bought. Of one visitor nobody knows who it was. 吴 ordered, but in the other store. 郑 came after October.
ORDERS = """\
成交日期,门店,导购,客户,电话,金额
2026-10-10,S,Li,钱,13800138002,900
2026-10-14,T,Li,吴,13800138006,900
2026-10-15,S,Li,赵,13800138001,900
"""


@pytest.fixture
def full(shop):
    shop.bring("visits", VISITS)
    shop.bring("orders", ORDERS)
    return shop


def lost(shop, reason: str | None, *columns: str) -> list[tuple[object, ...]]:
    return shop.ask("customers/lost", *columns, lost_reason=reason, most=9, **DAYS)


def test_a_visit_is_lost_without_an_order_in_that_store_on_that_day(full) -> None:
    assert full.ask("funnel/visits", **DAYS) == [(7, 5, 1, 1)]  # lost: 赵, 孙, 李, somebody, 吴; no reason: 孙
    assert full.rates(DAYS["first"], DAYS["last"])["lost_rate"] == (5, 7)
    assert full.ask("funnel/visits", **DAYS, scope=("T",)) == [(0, 0, 0, 0)]


def test_reasons_are_counted_the_missing_one_too_and_gifts_apart(full) -> None:
    assert full.ask("funnel/lost_reasons", **DAYS) == [("价格", 2), ("款式", 1), (None, 1)]
    assert full.ask("funnel/lost_reasons", **(DAYS | {"assistant": "Li"})) == [("价格", 1), (None, 1)]


def test_whoever_received_the_visitor_is_who_lost_it(full) -> None:
    assert full.rates(DAYS["first"], DAYS["last"], assistant="Li")["lost_rate"] == (2, 3)


def test_the_lists_behind_name_every_visit_also_of_nobody_known(full) -> None:
    found = lost(full, ANY_REASON, "day", "customer", "contacts", "lost_reason", "gift_only")
    assert [row[0].day for row in found] == [14, 13, 11, 11, 10]
    assert {customer: rest for _, customer, *rest in found} == {
        "吴": [["138****8006"], "价格", None],
        None: [[], "款式", None],
        "孙": [["138****8003"], None, None],
        "李": [["138****8004"], None, True],
        "赵": [["138****8001"], "价格", None],
    }
    assert [row[0] for row in lost(full, "价格", "customer")] == ["吴", "赵"]
    assert lost(full, "款式", "customer") == [(None,)]
    assert lost(full, None, "customer") == [("孙",)]  # 李 came for the gift alone
    assert lost(full, FOR_A_GIFT, "customer") == [("李",)]


def test_a_visitor_whom_nobody_knows_leaves_the_keys_of_the_others_whole(full) -> None:
    found = customers.lost(full.store, ("S",), **DAYS, lost_reason=ANY_REASON, most=9)
    assert str(found["customer_key"].dtype) == "UInt64"  # a float would round a key
    assert found["customer_key"].isna().sum() == 1
