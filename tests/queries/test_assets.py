"""Customer assets: who is unclosed, whose they are, what they are worth, and which may be lost."""

from datetime import date
from decimal import Decimal

import pytest

DAY = date(2026, 11, 30)
LEADS = """\
客资日期,门店,导购,客户,电话,是否有效,客户等级,获客成本,意向产品
2026-11-20,S,Li,赵,13800138001,是,A,120,床
2026-11-21,S,Li,赵,13800138001,,,30,
2026-11-29,S,Li,钱,13800138002,,,,
2026-11-01,S,Li,孙,13800138003,否,,80,
2026-11-01,S,Li,李,13800138004,否,,90,
2026-10-01,S,Wu,周,13800138005,是,C,,
"""
CALLS = """\
日期,门店,导购,客户,电话,通话结果,客户等级,意向产品
2026-11-25,S,Li,赵,13800138001,接通,,
2026-11-02,S,Li,孙,13800138003,空号,,
2026-11-02,S,Li,李,13800138004,接通,B,柜
2026-11-28,S,Han,吴,13800138006,接通,B1,床
2026-10-29,S,Han,郑,13800138007,接通,D,床
2026-10-30,S,Han,王,13800138008,接通,D,
2026-11-10,S,Wu,冯,13800138009,接通,,
2026-11-10,S,Wu,陈,13800138010,接通,A,
2026-11-12,S,Wu,褚,13800138011,接通,A,
"""
STAFF = """\
门店,导购,岗位,入职日期,离职日期
S,Li,导购,2026-01-01,
S,Wu,导购,2026-01-01,2026-11-15
S,Han,导购,2026-01-01,
"""
ORDERS = "成交日期,门店,导购,客户,电话,金额\n2026-11-20,S,Wu,陈,13800138010,900\n"
GROUPS = """\
盘点日期,门店,群名称,昵称,电话,垃圾原因
2026-11-05,S,1群,冯,13800138009,广告
2026-11-20,S,1群,冯,13800138009,
2026-11-05,S,1群,吴,13800138006,
2026-11-20,S,2群,王,13800138008,同行
2026-11-20,S,2群,韩,13800138012,
"""
HANDOVERS = """\
交接日期,门店,原导购,接手导购,客户,电话,状态
2026-11-16,S,Wu,Li,褚,13800138011,已接
2026-11-16,S,Wu,Li,冯,13800138009,待接
2026-11-16,S,Wu,Han,冯,13800138009,拒绝
2026-11-16,S,Wu,Li,,,待接
"""
# On 30 November: 赵 is Li's, A, called 5 days ago (3 allowed), two leads cost 120 + 30. 钱 came a day ago, nobody has
# called. 孙's lead is invalid and nobody was reached: junk. 李's lead is invalid, too, but was reached. 周's lead waits
# with Wu, who left. 吴 was called 2 days ago. 郑 was called 32 days ago, more than D's 30. 王 is a competitor by the
# last count: junk. 冯, whom nobody graded, is Wu's as nobody took over, and no longer junk. 陈 ordered. 褚 is Li's now,
# 18 days silent. 韩 is only in a group.


@pytest.fixture
def full(shop):
    logs = {"leads": LEADS, "calls": CALLS, "staff": STAFF, "orders": ORDERS, "group_members": GROUPS}
    for kind, log in (logs | {"handovers": HANDOVERS}).items():
        shop.bring(kind, log)
    return shop


def at_risk(shop, *columns, day=DAY, assistant=None, scope=("S",)):
    return shop.ask("assets/at_risk", *columns, day=day, assistant=assistant, scope=scope)


def test_each_customer_at_risk_stands_there_once_for_the_gravest_reason(full) -> None:
    found = at_risk(full, "store", "holder", "customer", "grade", "last_touch_on", "asset_value_cny", "reason", "days")
    assert found == [
        # 周 counts from the lead: 60 days; 冯 without a grade as C, 20 days.
        ("S", "Wu", "周", "C", None, Decimal(200), "holder_left", 60),
        ("S", "Wu", "冯", None, date(2026, 11, 10), Decimal(200), "holder_left", 20),
        ("S", "Han", "郑", "D", date(2026, 10, 29), Decimal(200), "probably_lost", 32),
        ("S", "Li", "褚", "A", date(2026, 11, 12), Decimal(200), "stale", 18),
        ("S", "Li", "赵", "A", date(2026, 11, 25), Decimal(150), "stale", 5),
        ("S", "Li", "李", "B", date(2026, 11, 2), Decimal(90), "stale", 28),
    ]


def test_who_is_at_risk_is_found_by_holder_and_store(full) -> None:
    assert at_risk(full, "customer", assistant="Wu") == [("周",), ("冯",)]
    assert at_risk(full, "customer", scope=("T",)) == []


def test_a_day_past_is_answered_as_things_stood_then(full) -> None:
    # On 10 November nobody had left, 赵 and 吴 were not known yet, 褚 neither, 陈 had not ordered and 冯 was junk.
    found = at_risk(full, "holder", "customer", "grade", "last_touch_on", "reason", day=date(2026, 11, 10))
    assert found == [
        ("Wu", "周", "C", None, "probably_lost"),  # the lead is 40 days old
        ("Li", "李", "B", date(2026, 11, 2), "stale"),  # 8 days, 7 allowed
    ]
    held = full.ask("assets/held", "customer", "assistant", day=date(2026, 11, 13), assistant=None, reason=None, most=9)
    assert ("褚", "Wu") in held  # Li took over on the 16th
    assert ("陈", "Wu") in held


def test_the_last_day_at_work_counts_as_left_and_who_is_back_has_not_left(full) -> None:
    def of(reason, day):
        return [found for found in at_risk(full, "reason", day=date(2026, 11, day)) if found == (reason,)]

    assert len(of("holder_left", 14)) == 0
    assert len(of("holder_left", 15)) == 3  # 周, 冯 is junk still, 陈 and 褚
    full.bring("staff", "门店,导购,岗位,入职日期\nS,Wu,导购,2026-11-30\n")
    assert of("holder_left", 30) == []


def test_holders_with_what_they_hold_and_who_could_take_over(full) -> None:
    full.plan(30, "Han", on_leave=True)
    found = full.ask("assets/by_holder", day=DAY, assistant=None)
    # Li: 赵 150, 钱 200, 李 90, 褚 200; at risk all but 钱. Han: 吴 and 郑; Wu: 周 and 冯.
    assert found == [
        ("S", "Li", "on_duty", 4, Decimal(640), 2, 1, 0, 0, 1, 1, 3, 0, 0, Decimal(440)),
        ("S", "Han", "on_leave", 2, Decimal(400), 0, 1, 0, 1, 0, 1, 0, 1, 0, Decimal(200)),
        ("S", "Wu", "left", 2, Decimal(400), 0, 0, 1, 0, 1, 0, 0, 0, 2, Decimal(400)),
    ]
    only = full.ask("assets/by_holder", "holder", "customers", day=DAY, assistant="Wu")
    assert only == [("Wu", 2)]


def test_who_is_on_duty_without_customers_is_named_too(full) -> None:
    full.employ("Zhu", hired_on=date(2026, 11, 1), role="assistant")
    found = full.ask("assets/by_holder", day=DAY, assistant=None)
    assert found[-1] == ("S", "Zhu", "on_duty", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_a_lead_without_cost_is_worth_what_the_rule_says_or_nothing_that_is_known(full) -> None:
    full.rule("lead_value", "55.50", store="S")
    assert ("周", Decimal("55.50")) in at_risk(full, "customer", "asset_value_cny")
    full.rule("lead_value", "", store="S", day=2)
    assert ("周", None) in at_risk(full, "customer", "asset_value_cny")


def test_who_waits_longer_than_allowed_is_counted_by_grade_whoever_holds_them(full) -> None:
    assert full.ask("assets/stale", day=DAY, assistant=None) == [
        ("S", "A", 3, 2, 2, 0, 1.0, Decimal(350)),
        ("S", "B", 7, 2, 1, 0, 0.5, Decimal(90)),
        ("S", "C", 15, 1, 1, 1, 1.0, Decimal(200)),
        ("S", "D", 30, 1, 1, 1, 1.0, Decimal(200)),
        ("S", None, 15, 2, 1, 0, 0.5, Decimal(200)),  # 冯 and 钱
    ]


def test_a_grade_that_may_wait_longer_is_not_lost_before(full) -> None:
    full.rule("touch_days_d", "60")
    assert "郑" not in {name for (name,) in at_risk(full, "customer")}
    full.rule("touch_days_d", "31", day=2)
    assert ("郑", "probably_lost") in at_risk(full, "customer", "reason")


def test_a_list_is_of_one_reason_or_all_and_says_how_many_there_are(full) -> None:
    def held(reason, most=9, assistant=None):
        params = {"day": DAY, "assistant": assistant, "reason": reason, "most": most}
        return full.ask("assets/held", "customer", "reason", "of_all", **params)

    assert held("safe") == [("吴", "safe", 2), ("钱", "safe", 2)]
    assert held("stale", 1) == [("褚", "stale", 3)]
    assert [name for name, *_ in held(None)] == ["周", "冯", "郑", "褚", "赵", "李", "吴", "钱"]
    assert held(None, assistant="Han") == [("郑", "probably_lost", 2), ("吴", "safe", 2)]


def test_handovers_count_each_customer_once_as_last_said(full) -> None:
    full.bring("handovers", HANDOVERS.splitlines()[0] + "\n2026-11-18,S,Wu,Li,冯,13800138009,已接\n")

    def status(day):
        columns = ("from_assistant", "to_assistant", "status", "customers")
        return full.ask("assets/handovers", *columns, day=date(2026, 11, day), assistant=None)

    # Nobody knows whom one row is about: it counts by itself.
    assert status(17) == [("Wu", "Han", "refused", 1), ("Wu", "Li", "done", 1), ("Wu", "Li", "waiting", 2)]
    assert status(18) == [("Wu", "Li", "done", 2), ("Wu", "Han", "refused", 1), ("Wu", "Li", "waiting", 1)]
    assert status(15) == []
    of_han = full.ask("assets/handovers", "status", day=DAY, assistant="Han")
    assert of_han == [("refused",)]


def test_those_worth_another_try_come_by_grade_then_product_then_value(full) -> None:
    def wake_up(product=None, assistant=None, most=9):
        params = {"day": DAY, "assistant": assistant, "product": product, "most": most}
        return full.ask("assets/wake_up", "customer", "grade", "is_promoted", "of_all", **params)

    # A: 褚 is worth 200, 赵 150, but wants the bed. Of C and nobody's grade, both 200, 冯 has been silent shorter.
    assert wake_up() == [
        ("褚", "A", False, 6),
        ("赵", "A", False, 6),
        ("李", "B", False, 6),
        ("冯", None, False, 6),
        ("周", "C", False, 6),
        ("郑", "D", False, 6),
    ]
    assert wake_up("床", most=2) == [("赵", "A", True, 6), ("褚", "A", False, 6)]
    assert wake_up(assistant="Han") == [("郑", "D", False, 1)]
