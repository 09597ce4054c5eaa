"""Who sits in the groups, who stays, and what an intent customer costs, by hand."""

from datetime import date
from decimal import Decimal

import pytest

DAY = date(2026, 11, 21)
# 赵 (A), 钱 (B, junk) and 孙 (nobody graded) sit in the group; 李 is removed, 周 left on the day itself.
MEMBERS = """盘点日期,门店,群名称,邀请人,昵称,电话,渠道,等级,垃圾原因,是否清理,进群日期,退群日期
2026-11-10,S,一群,Li,赵,13800138001,扫码,A,,,2026-11-01,
2026-11-10,S,一群,Li,吴,13800138006,扫码,,,,2026-11-01,
2026-11-20,S,一群,Li,赵,13800138001,扫码,,,,2026-11-01,
2026-11-20,S,一群,Li,钱,13800138002,扫码,B,广告,,2026-11-12,
2026-11-20,S,一群,Wu,孙,13800138003,,,,,2026-11-18,
2026-11-20,S,一群,Li,李,13800138004,扫码,A,,是,2026-11-15,
2026-11-20,S,一群,Li,周,13800138005,扫码,A,,,2026-11-02,2026-11-21
"""
LEADS = """客资日期,门店,导购,客户,电话,等级,获客成本
2026-10-05,S,Li,冯,13800138011,A,300
2026-11-05,S,Li,陈,13800138012,B,120
2026-11-06,S,Li,卫,13800138013,C,{0}
"""


@pytest.fixture
def counted(shop):
    shop.bring("group_members", MEMBERS)
    return shop


def test_members_are_in_the_last_count_neither_removed_nor_gone_and_junk_is_not_intent(counted) -> None:
    columns = ("group_name", "members", "intent", "junk", "others", "ungraded", "intent_ratio")
    assert counted.ask("groups/health", *columns, day=DAY, assistant=None) == [("一群", 3, 1, 1, 1, 1, 1 / 3)]
    # A day earlier 周 had not left yet.
    assert counted.ask("groups/health", "members", day=date(2026, 11, 20), assistant=None) == [(4,)]
    assert counted.ask("groups/health", "members", day=DAY, assistant="Wu") == [(1,)]
    assert counted.ask("groups/health", day=date(2026, 11, 9), assistant=None) == []


def test_the_seventh_day_is_known_from_counts_only(counted) -> None:
    columns = ("value", "joined", "stayed", "gone", "unknown", "still_open")
    params = {"first": date(2026, 11, 1), "last": DAY, "assistant": None, "cut": "channel"}
    # 扫码: 赵 is there on the 10th; 吴 too, and missing only later; 周 left on the 19th day; 钱 is there on the 8th.
    # 李 and 孙 joined less than 7 days ago.
    assert counted.ask("groups/retention", *columns, **params) == [("扫码", 5, 4, 0, 0, 1), (None, 1, 0, 0, 0, 1)]


def test_who_is_to_leave_is_named_with_the_reason(counted) -> None:
    found = counted.ask("groups/clean_up", "customer", "junk_reason", "grade", day=DAY, assistant=None, most=9)
    assert found == [("钱", "advertiser", "B")]


def test_an_intent_customer_is_compared_with_the_baseline_month_or_why_not(shop) -> None:
    def cost(first=date(2026, 11, 1)):
        return shop.ask("groups/cost", "per_intent_cny", "saving", "state", first=first, last=DAY)

    shop.bring("leads", LEADS.format(60))
    assert cost() == [(Decimal(180), None, "no_baseline")]
    shop.rule("baseline_month", "2026-10")
    assert cost() == [(Decimal(180), 0.4, "pass")]  # 180 instead of 300
    assert cost(date(2026, 10, 20))[0][2] == "baseline_late"
    shop.bring("leads", LEADS.format("").replace("卫,13800138013", "褚,13800138014"))
    assert cost()[0][1:] == (None, "cost_gaps")
