"""Visits, orders and amounts of a day: told by several logs, counted once."""

from datetime import date
from decimal import Decimal

import pytest

INVITES = "邀约日期,门店,导购,客户,电话,是否进群,进群日期,是否到店,到店日期,是否成交,成交日期,成交金额\n"
VISITS = "进店日期,门店,接待人,客户,电话,微信号,来源,是否成交,成交金额\n"
ORDERS = "成交日期,订单号,门店,导购,客户,电话,产品,金额,类型\n"
DAY = date(2026, 11, 21)


@pytest.fixture
def day(figures):
    """(visited, closed, amount) of every assistant on a day, of both stores."""

    def asking(when=DAY):
        columns = "day, store, assistant, visited, closed, amount_cny"
        rows = figures("daily", ("旗舰店", "万象店"), columns)
        return {
            (row["store"], row["assistant"]): (row["visited"], row["closed"], row["amount_cny"])
            for row in rows
            if row["day"] == when
        }

    return asking


def test_order_speaks_before_the_visit_and_the_visit_before_the_invite(bring, day):
    bring(INVITES + "2026-11-18,旗舰店,周丽,李,13800138001,,,是,2026-11-21,是,2026-11-21,5000\n")
    assert day() == {("旗舰店", "周丽"): (1, 1, 5000)}
    bring(VISITS + "2026-11-21,旗舰店,何娟,李,13800138001,,邀约,是,5100\n")
    assert day() == {("旗舰店", "何娟"): (1, 1, 5100)}
    bring(ORDERS + "2026-11-21,D1,旗舰店,孙悦,李,13800138001,冰箱,5200,\n")
    # He received her, she sold to her: the visit is his, the order hers.
    assert day() == {("旗舰店", "何娟"): (1, 0, 0), ("旗舰店", "孙悦"): (0, 1, 5200)}


def test_visit_that_names_no_amount_takes_it_from_the_invite(bring, day):
    bring(INVITES + "2026-11-18,旗舰店,周丽,李,13800138001,,,是,2026-11-21,是,2026-11-21,5000\n")
    bring(VISITS + "2026-11-21,旗舰店,周丽,李,13800138001,,邀约,是,\n")
    assert day() == {("旗舰店", "周丽"): (1, 1, 5000)}


def test_two_invites_that_tell_of_one_purchase_name_its_amount_once(bring, day):
    row = "旗舰店,周丽,李,13800138001,,,,,是,2026-11-21"
    bring(INVITES + f"2026-11-18,{row},5000\n2026-11-20,{row},\n")
    assert day() == {("旗舰店", "周丽"): (0, 1, 5000)}


def test_lines_of_one_customers_order_are_one_order_of_their_sum(bring, day):
    bring(
        ORDERS + "2026-11-21,D1,旗舰店,周丽,李,13800138001,冰箱,5200,\n"
        "2026-11-21,D1,旗舰店,周丽,李,13800138001,滤芯,80,\n2026-11-21,D2,旗舰店,周丽,王,13800138002,电视,3000,\n"
    )
    assert day() == {("旗舰店", "周丽"): (0, 2, Decimal("8280.00"))}  # 李 5200 + 80, 王 3000


def test_refund_takes_its_money_back_on_its_own_day_and_is_no_order(bring, day):
    sale = "2026-11-20,D1,旗舰店,周丽,李,13800138001,冰箱,5200,\n"
    bring(ORDERS + sale + "2026-11-21,D1,旗舰店,周丽,李,13800138001,冰箱,200,退款\n")
    assert day(date(2026, 11, 20)) == {("旗舰店", "周丽"): (0, 1, 5200)}
    assert day() == {("旗舰店", "周丽"): (0, 0, -200)}


def test_refund_of_the_day_of_sale_leaves_one_order_of_the_difference(bring, day):
    bring(
        ORDERS + "2026-11-21,D1,旗舰店,周丽,李,13800138001,冰箱,5200,\n"
        "2026-11-21,D1,旗舰店,周丽,李,13800138001,冰箱,-200,\n"
    )
    assert day() == {("旗舰店", "周丽"): (0, 1, 5000)}  # 5200 - 200


def test_invite_that_closed_counts_beside_a_refund_of_an_earlier_order(bring, day):
    bring(INVITES + "2026-11-21,旗舰店,周丽,李,13800138001,,,,,是,2026-11-21,3000\n")
    bring(ORDERS + "2026-11-21,D0,旗舰店,周丽,李,13800138001,滤芯,-80,\n")
    assert day() == {("旗舰店", "周丽"): (0, 1, 2920)}  # 3000 - 80


def test_visits_of_nobody_known_count_each(bring, day):
    bring(
        VISITS + "2026-11-21,旗舰店,周丽,,,,自然进店,,\n2026-11-21,旗舰店,周丽,,,,自然进店,,\n"
        "2026-11-21,旗舰店,周丽,李,13800138001,,邀约,,\n"
    )
    assert day() == {("旗舰店", "周丽"): (3, 0, 0)}  # two nobody knows, and 李


def test_visits_of_nobody_known_that_come_in_again_are_the_same(bring, day, figures):
    walk_in = "2026-11-21,旗舰店,周丽,,,,自然进店,,\n"
    bring(VISITS + walk_in * 2)
    bring(VISITS + walk_in * 3)
    assert (day(), len(figures("visits"))) == ({("旗舰店", "周丽"): (3, 0, 0)}, 3)


def test_orders_of_nobody_known_are_told_apart_by_their_number(bring, day):
    line = "2026-11-21,{},旗舰店,周丽,,,{},100,\n"
    bring(ORDERS + line.format("D1", "冰箱") + line.format("D1", "滤芯") + line.format("", "电视") * 2)
    assert day() == {("旗舰店", "周丽"): (0, 3, 400)}  # D1 with two lines, and two without a number


def test_order_in_another_store_is_that_stores_and_leaves_this_ones_as_it_is(bring, day):
    bring(INVITES + "2026-11-18,旗舰店,周丽,李,13800138001,,,是,2026-11-21,是,2026-11-21,5000\n")
    bring(ORDERS + "2026-11-21,D1,万象店,何娟,李,13800138001,冰箱,5200,\n")
    assert day() == {("旗舰店", "周丽"): (1, 1, 5000), ("万象店", "何娟"): (0, 1, 5200)}


def test_customer_known_by_two_contacts_is_counted_once_when_they_are_tied(bring, day):
    bring(INVITES + "2026-11-21,旗舰店,周丽,李,13800138001,,,是,2026-11-21,,,\n")
    bring(VISITS + "2026-11-21,旗舰店,周丽,小李,,lily_88,邀约,,\n")
    assert day() == {("旗舰店", "周丽"): (2, 0, 0)}
    bring(VISITS + "2026-11-20,旗舰店,周丽,李,13800138001,lily_88,邀约,,\n")
    assert day() == {("旗舰店", "周丽"): (1, 0, 0)}
