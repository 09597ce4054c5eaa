"""What is known of a customer: the day of each stage, and the state as last seen, on one story told by seven logs."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from data.importing import undo

NEXT_DAY = datetime(2026, 11, 22, 9, 0)


def nov(day):
    return date(2026, 11, day)


# 李女士, all by the phone 13800138001, with her WeChat id in the second call.
STORY = {
    "leads": "客资日期,门店,导购,来源,客户,电话,是否有效,等级,意向产品\n"
    "2026-11-10,旗舰店,周丽,美团,李,13800138001,是,B,冰箱\n",
    "calls": "日期,门店,导购,客户,电话,微信号,通话结果,等级,是否同意进群,是否同意到店\n"
    "2026-11-11,旗舰店,周丽,李,13800138001,,未接,,,\n"
    "2026-11-12,旗舰店,周丽,李女士,13800138001,lily_88,接通,A,是,\n"
    "2026-11-14,旗舰店,周丽,李女士,13800138001,,接通,,,是\n",
    "invites": "邀约日期,门店,导购,客户,电话,同意事项,进群日期\n"
    "2026-11-12,旗舰店,周丽,李女士,13800138001,进群,2026-11-13\n",
    "visits": "进店日期,门店,接待人,客户,电话,意向产品,是否成交\n2026-11-15,旗舰店,何娟,李女士,13800138001,洗衣机,否\n",
    "orders": "成交日期,订单号,门店,导购,客户,电话,产品,金额\n"
    "2026-11-16,D1,旗舰店,何娟,李女士,13800138001,洗衣机,5000\n"
    "2026-11-16,D1,旗舰店,何娟,李女士,13800138001,龙头,80\n"
    "2026-11-17,D1,旗舰店,何娟,李女士,13800138001,,-80\n",
    "services": "服务日期,门店,导购,客户,电话,服务项目\n2026-11-18,旗舰店,孙悦,李女士,13800138001,安装\n",
}
HANDOVER = "交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-11-{day},旗舰店,孙悦,吴敏,李女士,13800138001,{status}\n"

STAGES = (
    "lead_on, valid_on, phone_on, wechat_on, called_on, connected_on, agreed_on, joined_on, invited_on, visited_on, "
    "ordered_on"
)


@pytest.fixture
def told(bring):
    """Import the whole story, in the order given, and return the imports by kind."""

    def importing(kinds=tuple(STORY)):
        return {kind: bring(STORY[kind], kind=kind) for kind in kinds}

    return importing


@pytest.fixture
def state(figures):
    """The state of the only customer, or some columns of it."""

    def asking(*columns, stores=("旗舰店",)):
        (row,) = figures("customer_state", stores, ", ".join(columns) or f"* exclude (customer_key, {STAGES})")
        return tuple(row.values())

    return asking


@pytest.mark.parametrize("turned", [False, True])
def test_stages_are_reached_on_the_first_day_that_any_log_tells(told, figures, turned):
    told(tuple(reversed(STORY)) if turned else tuple(STORY))
    (row,) = figures("customer_state", columns=STAGES)
    assert row == {
        "lead_on": nov(10),
        "valid_on": nov(10),  # the lead is said to be valid
        "phone_on": nov(10),  # the lead carries a valid phone
        "wechat_on": nov(12),  # the second call carries a WeChat id
        "called_on": nov(11),  # though nobody answered
        "connected_on": nov(12),
        "agreed_on": nov(12),  # to the group, on the phone and in the invite
        "joined_on": nov(13),  # the invite's own date of joining
        "invited_on": nov(14),  # to the store, on the phone
        "visited_on": nov(15),
        "ordered_on": nov(16),  # a refund is no order
    }


@pytest.mark.parametrize("turned", [False, True])
def test_state_is_what_was_last_seen(told, state, turned):
    told(tuple(reversed(STORY)) if turned else tuple(STORY))
    # Product: the orders are the last to name one, 洗衣机 and 龙头 on one day: the later row. Grade: the call on the
    # 12th, the lead's B is older. Holder: the service on the 18th is the last touch. Orders: one number, and
    # 5000 + 80 - 80 = 5000; the refund on the 17th is no later order. The lead came with a phone alone; on the 12th it
    # said yes to the group; the first call was on the 11th, the first grade the lead's.
    assert state() == (
        *("旗舰店", "李女士", nov(10), nov(18), "孙悦", "A", nov(12), "龙头", "美团"),
        *(1, Decimal("5000.00"), nov(16)),
        *("phone", None, None, "agreed", nov(11), nov(10), True),
    )


def test_each_change_of_the_grade_is_kept_and_goes_with_what_said_it(shop, told, figures):
    done = told()
    turns = [{"day": nov(10), "grade": "B"}, {"day": nov(12), "grade": "A"}]
    assert figures("grade_turns", columns="day, grade") == turns
    undo(shop, done["calls"].batch_id, at=NEXT_DAY, user="测试")
    assert figures("grade_turns", columns="day, grade") == turns[:1]
    assert figures("raw.regrades") == []  # a grade that never changed stands in the state alone


def test_undo_of_the_last_touch_gives_the_holder_and_the_day_before_it(shop, told, state):
    done = told()
    undo(shop, done["services"].batch_id, at=NEXT_DAY, user="测试")
    assert state("holder", "last_touch_on") == ("何娟", nov(15))  # the visit; an order touches nobody
    undo(shop, done["visits"].batch_id, at=NEXT_DAY, user="测试")
    assert state("holder", "last_touch_on") == ("周丽", nov(14))  # the third call


def test_handover_changes_the_holder_when_it_is_done_and_undo_takes_it_back(shop, told, state, bring):
    told()
    bring(HANDOVER.format(day=19, status="待接"))
    assert state("holder") == ("孙悦",)
    done = bring(HANDOVER.format(day=19, status="已接"))
    assert state("holder", "last_touch_on") == ("吴敏", nov(18))  # being handed over is no touch
    undo(shop, done.batch_id, at=NEXT_DAY, user="测试")
    assert state("holder") == ("孙悦",)


def test_touch_after_the_handover_takes_the_customer_on(told, state, bring):
    told()
    bring(HANDOVER.format(day=19, status="已接"))
    bring(STORY["services"].replace("11-18,旗舰店,孙悦", "11-20,旗舰店,何娟"), kind="services")
    assert state("holder", "last_touch_on") == ("何娟", nov(20))


def test_lead_alone_makes_a_holder_but_no_touch(told, state):
    told(("leads",))
    assert state("holder", "first_on", "last_touch_on", "orders") == ("周丽", nov(10), None, 0)


def test_contacts_that_are_tied_later_become_one_customer_with_the_earliest_days(bring, figures, state):
    bring("客资日期,门店,导购,客户,微信号,首次联系方式\n2026-11-10,旗舰店,周丽,小李,lily_88,微信\n", kind="leads")
    bring("日期,门店,导购,客户,电话,通话结果\n2026-11-12,旗舰店,何娟,李,13800138001,接通\n", kind="calls")
    assert len(figures("customer_state")) == 2
    bring("进店日期,门店,接待人,客户,电话,微信号\n2026-11-15,旗舰店,孙悦,李,13800138001,lily_88\n", kind="visits")
    (row,) = figures("customer_state", columns="lead_on, wechat_on, phone_on, connected_on, visited_on")
    assert tuple(row.values()) == (nov(10), nov(10), nov(12), nov(12), nov(15))
    assert state("customer", "first_on", "holder") == ("李", nov(10), "孙悦")


def test_customer_of_two_stores_has_a_state_in_each(told, bring, figures, state):
    told()
    bring(STORY["visits"].replace("2026-11-15,旗舰店,何娟", "2026-11-20,万象店,吴敏"), kind="visits")
    assert state("holder", "first_on", "orders") == ("孙悦", nov(10), 1)
    assert state("holder", "first_on", "orders", stores=("万象店",)) == ("吴敏", nov(20), 0)
    assert len({row["customer_key"] for row in figures("customer_state", ("旗舰店", "万象店"))}) == 1


def test_row_that_comes_again_without_the_phone_is_still_of_whom_the_phone_knows(bring, figures, state):
    head = "客资日期,客资编号,门店,导购,客户,电话,微信号,等级\n"
    bring(f"{head}2026-11-10,K1,旗舰店,周丽,李,13800138001,,B\n", kind="leads")
    bring(f"{head}2026-11-10,K1,旗舰店,周丽,李,138****8001,lily_88,A\n", kind="leads")
    bring("日期,门店,导购,客户,电话\n2026-11-12,旗舰店,何娟,李,13800138001\n", kind="calls")
    assert len(figures("customer_state")) == 1
    assert state("grade", "holder", "lead_on", "last_touch_on") == ("A", "何娟", nov(10), nov(12))
    (row,) = figures("customer_state", columns="phone_on, wechat_on")
    assert tuple(row.values()) == (nov(10), nov(10))
