"""Which order lines are the same: by number, by product, by all their cells; and what a refund is."""

from datetime import date
from decimal import Decimal

import pytest

ORDERS = "成交日期,订单号,行号,门店,导购,客户,电话,产品,金额,类型\n"


@pytest.fixture
def rows(bring, figures):
    """Import orders one file after the other and return some columns of what then stands, sorted."""

    def importing(columns, *forms):
        for form in forms:
            bring(form, kind="orders")
        return [tuple(row.values()) for row in figures("orders", columns=columns)]

    return importing


def test_order_line_with_a_number_is_replaced_by_it(rows):
    found = rows(
        "day, order_id, line, product, amount",
        ORDERS + "2026-11-20,D1,1,旗舰店,周丽,李,13800138001,冰箱,5000,\n2026-11-20,D1,2,旗舰店,周丽,李,,滤芯,80,\n",
        ORDERS + "2026-11-21,D1,1,旗舰店,周丽,李,13800138001,,5200,\n",
    )
    assert found == [
        (date(2026, 11, 20), "D1", "2", "滤芯", Decimal("80.00")),
        (date(2026, 11, 21), "D1", "1", "冰箱", Decimal("5200.00")),
    ]


def test_lines_of_one_order_without_numbers_stay_apart_and_are_replaced_by_product(rows):
    order = ORDERS + "".join(
        f"2026-11-20,D1,,旗舰店,周丽,李,13800138001,{product},{amount},\n"
        for product, amount in (("冰箱", 5000), ("滤芯", 80), ("滤芯", 90))
    )
    again = order.replace("5000", "5200").replace("90,", "95,")
    found = rows("product, amount", order, again)
    assert found == [("冰箱", Decimal("5200.00")), ("滤芯", Decimal("80.00")), ("滤芯", Decimal("95.00"))]


def test_order_without_an_id_is_the_same_only_if_every_cell_is(rows):
    line = "2026-11-20,,,旗舰店,周丽,李,13800138001,冰箱,5000,\n"
    found = rows("amount", ORDERS + line, ORDERS + line + line.replace("5000", "5200"))
    assert found == [(Decimal("5000.00"),), (Decimal("5200.00"),)]


@pytest.mark.parametrize(("amount", "word"), [("500", "退款"), ("-500", ""), ("-500", "退货"), ("(500)", "销售")])
def test_refund_is_told_by_a_word_or_a_minus_and_stands_beside_the_sale(rows, amount, word):
    sale = "2026-11-20,D1,,旗舰店,周丽,李,13800138001,冰箱,5000,销售\n"
    refund = f"2026-11-21,D1,,旗舰店,周丽,李,13800138001,冰箱,{amount},{word}\n"
    found = rows("day, kind, amount", ORDERS + sale, ORDERS + refund)
    assert found == [
        (date(2026, 11, 20), "sale", Decimal("5000.00")),
        (date(2026, 11, 21), "refund", Decimal("-500.00")),
    ]
