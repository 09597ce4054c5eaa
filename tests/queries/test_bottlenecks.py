"""What a step would bring, if it alone stood at its benchmark."""

from datetime import date

import pytest

DAYS = {"first": date(2026, 10, 1), "last": date(2026, 11, 30), "assistant": None}


def log(header: str, line: str, *numbers: int) -> str:
    return "\n".join([header, *(line.format(number) for number in numbers)]) + "\n"


@pytest.fixture
def funnel(shop):
    """Ten leads of October, 8 of them valid, 4 visited, 2 ordered: 80 %, 50 %, 50 %."""
    phone = "1380013800{}"
    for valid, numbers in (("是", range(8)), ("否", (8, 9))):
        shop.bring("leads", log("客资日期,门店,导购,电话,是否有效", f"2026-10-01,S,Li,{phone},{valid}", *numbers))
    shop.bring("visits", log("进店日期,门店,接待人,电话", f"2026-10-05,S,Li,{phone}", 0, 1, 2, 3))
    orders = "成交日期,门店,导购,订单号,产品,电话,金额\n"
    shop.bring("orders", orders + "2026-10-06,S,Li,D0,床,13800138000,1000\n2026-10-06,S,Li,D1,床,13800138001,3000\n")
    return shop


def gained(shop, *columns: str) -> dict[str, tuple[object, ...]]:
    return {row[0]: row[1:] for row in shop.ask("funnel/bottlenecks", "metric", *columns, **DAYS)}


def test_one_step_at_its_benchmark_and_the_others_as_they_are(funnel) -> None:
    funnel.rule("close_rate", "0.8")
    found = gained(funnel, "rate", "benchmark", "leads", "orders", "orders_gained", "gained_cny")
    # Visits: 10 · 0.8 · 0.6 · 0.5 - 2 = 0.4 orders; close: 10 · 0.8 · 0.5 · 0.8 - 2 = 1.2; an order is 2000 on average.
    assert found == {
        "valid_rate": (0.8, None, 10, 2, None, None),
        "visit_rate": (0.5, 0.6, 10, 2, pytest.approx(0.4), 800),
        "close_rate": (0.5, 0.8, 10, 2, pytest.approx(1.2), 2400),
    }


def test_above_the_benchmark_there_is_nothing_to_gain(funnel) -> None:
    funnel.rule("visit_rate", "0.4")  # 10 · 0.8 · 0.4 · 0.5 - 2 < 0
    assert gained(funnel, "orders_gained", "gained_cny")["visit_rate"] == (0, 0)


def test_a_refund_lowers_what_an_order_brings_not_how_many_there_are(funnel) -> None:
    refund = "成交日期,门店,导购,订单号,产品,电话,金额\n2026-10-20,S,Li,D1,床,13800138001,-1000\n"
    funnel.bring("orders", refund)
    found = gained(funnel, "orders", "orders_gained", "gained_cny")["visit_rate"]
    assert found == (2, pytest.approx(0.4), 600)  # (1000 + 3000 - 1000) / 2 = 1500


def test_as_long_as_nobody_visited_no_gain_can_be_said(shop) -> None:
    shop.bring("leads", log("客资日期,门店,导购,电话,是否有效", "2026-10-01,S,Li,1380013800{},是", *range(8)))
    assert gained(shop, "rate", "verdict", "orders", "orders_gained")["visit_rate"] == (0, "below", 0, None)


def test_new_leads_are_left_out(funnel) -> None:
    new = log("客资日期,门店,导购,电话,是否有效", "2026-11-10,S,Li,1390013900{},是", *range(5))
    before = gained(funnel)
    funnel.bring("leads", new)
    assert gained(funnel) == before
