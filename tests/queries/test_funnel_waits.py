"""How long customers wait: from stage to stage, and for the first touch."""

from datetime import date

import pytest

DAYS = {"first": date(2026, 10, 1), "last": date(2026, 10, 20), "assistant": None}
LEADS = """\
客资日期,门店,导购,客户,电话,微信号,是否有效
2026-10-01,S,Li,赵,13800138001,,是
2026-10-05,S,Li,钱,13800138002,,是
2026-10-06,S,Li,孙,13800138003,,
2026-10-08,S,Li,李,13800138004,,
"""
CALLS = """\
日期,门店,导购,客户,电话,微信号,是否同意到店
2026-10-02,S,Li,孙,13800138003,sun_03,
2026-10-04,S,Li,赵,13800138001,zhao_01,
2026-10-06,S,Li,钱,13800138002,,
2026-10-10,S,Li,赵,13800138001,,是
2026-10-25,S,Li,李,13800138004,li_04,是
"""
# 赵: valid at once, WeChat after 3 days, agreed to visit after 6 more, hasn't come. 钱: valid at once, touched after a
# day, no WeChat. 孙 was known by both contacts before her lead. 李: nothing until the 20th, what came later is not
# seen.


@pytest.fixture
def full(shop):
    shop.bring("leads", LEADS)
    shop.bring("calls", CALLS)
    return shop


def test_a_wait_is_over_when_the_stage_came_and_goes_on_else(full) -> None:
    assert full.ask("funnel/waits", funnel="leads", **DAYS) == [
        ("valid", 0, True, 3),  # 赵, 钱, and 孙, whose both contacts imply it: before her lead took no time
        ("valid", 12, False, 1),  # 李: 8th to 20th
        ("contact", 0, True, 1),  # 孙
        ("contact", 3, True, 1),  # 赵
        ("contact", 15, False, 1),  # 钱: 5th to 20th
        ("invited", 6, True, 1),  # 赵: 4th to 10th
        ("invited", 14, False, 1),  # 孙: since her lead on the 6th
        ("visited", 10, False, 1),  # 赵: 10th to 20th
    ]


def test_the_first_touch_is_from_the_lead_on_and_the_untouched_wait(full) -> None:
    # 孙 had been called before her lead, so hers is not new. Touched: 钱 after 1 day, 赵 after 3. Half of the way from
    # 1 to 3 is 2, 95 % of it 2.9. Over a day: 赵, and 李, whom nobody has touched by the 20th.
    assert full.ask("funnel/first_contact", **DAYS) == [("S", "Li", 3, 2, 2.0, pytest.approx(2.9), 2, 1)]


def test_who_ordered_without_a_touch_waits_no_longer(full) -> None:
    full.bring("orders", "成交日期,门店,导购,客户,电话,金额\n2026-10-09,S,Li,李,13800138004,900\n")
    assert full.ask("funnel/first_contact", "leads", "touched", "waiting", **DAYS) == [(3, 2, 0)]
    assert full.ask("customers/waiting", "customer", most=9, **DAYS) == []


def test_leads_that_nobody_touched_are_listed(full) -> None:
    assert full.ask("customers/waiting", "customer", "entered_on", most=9, **DAYS) == [("李", date(2026, 10, 8))]
    later = DAYS | {"last": date(2026, 10, 25)}
    assert full.ask("customers/waiting", "customer", most=9, **later) == []


def test_to_be_asked_within_a_day_of_the_first_touch_is_haste(full) -> None:
    assert full.ask("funnel/haste", **DAYS) == [(1, 0, 0.0)]  # 赵: touched on the 4th, asked on the 10th
    later = DAYS | {"last": date(2026, 10, 25)}
    assert full.ask("funnel/haste", **later) == [(2, 1, 0.5)]  # 李: both on the 25th
    assert full.ask("funnel/haste", **(DAYS | {"assistant": "Wu"})) == [(0, 0, None)]


def test_a_customer_of_the_campaign_waits_from_the_first_call_on(full) -> None:
    # Nobody says whether 钱 (6th), 赵 (4th) or 孙 (2nd) answered.
    waiting = [("connected", 14, False, 1), ("connected", 16, False, 1), ("connected", 18, False, 1)]
    assert full.ask("funnel/waits", funnel="campaign", **DAYS) == waiting
    # 孙 joined a group on the 12th, after 10 days; so she had answered and agreed by then.
    full.bring("invites", "邀约日期,门店,导购,客户,电话,进群日期\n2026-10-08,S,Li,孙,13800138003,2026-10-12\n")
    assert full.ask("funnel/waits", funnel="campaign", **DAYS) == [
        ("connected", 10, True, 1),
        *waiting[:2],
        ("agreed", 0, True, 1),
        ("joined", 0, True, 1),
        ("visited", 8, False, 1),  # 12th to 20th
    ]
