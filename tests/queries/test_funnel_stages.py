"""How many customers got to each stage, of the leads and of the campaign, and who they are."""

from datetime import date, datetime

import pytest

from data import identity

DAYS = {"first": date(2026, 10, 1), "last": date(2026, 11, 4), "assistant": None}  # who came by 5 October is judged
LEADS = """\
客资日期,门店,导购,客户,电话,微信号,是否有效
2026-10-01,S,Li,赵,13800138001,,
2026-10-02,S,Li,钱,13800138002,,是
2026-10-03,S,Li,孙,13800138003,sun_03,
2026-10-04,S,Li,李,13800138004,,
2026-10-05,S,Li,周,13800138005,,
2026-10-06,S,Li,吴,13800138006,,
2026-10-07,S,Li,郑,13800138007,zheng_07,否
"""
# One lead for each stage: 赵 is no more than a lead, 钱 valid, 孙 known by both contacts, 李 agrees to visit, 周 visits,
# 吴 buys without a visit. 郑 is invalid, with both contacts.
CALLS = "日期,门店,导购,客户,电话,是否同意到店\n2026-10-06,S,Li,李,13800138004,是\n"
VISITS = "进店日期,门店,接待人,客户,电话\n2026-10-07,S,Wu,周,13800138005\n"
ORDERS = "成交日期,门店,导购,客户,电话,金额\n2026-10-08,S,Li,吴,13800138006,900\n"

CAMPAIGN = """\
日期,门店,导购,客户,电话,通话结果,是否同意进群
2026-10-01,S,Li,赵,13900139001,未接,
2026-10-02,S,Li,钱,13900139002,接通,否
2026-10-03,S,Li,孙,13900139003,接通,是
2026-10-04,S,Li,李,13900139004,未接,
2026-10-05,S,Li,周,13900139005,未接,
"""
# 赵 is called, 钱 reached, 孙 agrees. 李 joined a group and 周 bought, though both were never reached on the phone.
INVITES = """\
邀约日期,门店,导购,客户,电话,同意事项,进群日期
2026-10-04,S,Li,李,13900139004,进群,2026-10-06
2026-10-06,S,Li,吴,13900139006,进群,
"""
# 吴 was never called, but agreed.
BOUGHT = "成交日期,门店,导购,客户,电话,金额\n2026-10-08,S,Li,周,13900139005,900\n"


@pytest.fixture
def leads(shop):
    for kind, log in {"leads": LEADS, "calls": CALLS, "visits": VISITS, "orders": ORDERS}.items():
        shop.bring(kind, log)
    return shop


@pytest.fixture
def campaign(shop):
    for kind, log in {"calls": CAMPAIGN, "invites": INVITES, "orders": BOUGHT}.items():
        shop.bring(kind, log)
    return shop


def stages(shop, funnel: str = "leads", question: str = "funnel/stages", **days: object) -> list[int]:
    return [customers for _, customers in shop.ask(question, funnel=funnel, **(DAYS | days))]


def test_a_later_stage_implies_the_earlier_ones(leads) -> None:
    assert leads.ask("funnel/stages", funnel="leads", **DAYS) == [
        ("lead", 7),
        ("valid", 5),  # all but 赵 and 郑
        ("contact", 4),  # and 钱
        ("invited", 3),  # 李, 周, 吴
        ("visited", 2),
        ("ordered", 1),
    ]


def test_to_have_both_contacts_of_an_invalid_lead_makes_it_no_valid_one(leads) -> None:
    only_hers = stages(leads, first=date(2026, 10, 7), last=date(2026, 10, 31))
    assert only_hers == [1, 0, 0, 0, 0, 0]
    leads.bring("leads", "客资日期,门店,导购,客户,电话,是否有效\n2026-10-09,S,Li,郑,13800138007,是\n")
    assert stages(leads, first=date(2026, 10, 7), last=date(2026, 10, 31)) == [1, 1, 1, 0, 0, 0]


def test_a_stage_counts_from_its_day_on(leads) -> None:
    # On the 6th 李 agreed, and 吴 came; 周 visited on the 7th.
    assert stages(leads, last=date(2026, 10, 6)) == [6, 3, 2, 1, 0, 0]


def test_too_new_to_judge_are_who_came_within_the_thirty_days(leads) -> None:
    assert stages(leads, question="funnel/still_open") == [2, 1, 1, 1, 1, 1]  # 吴 and 郑: 6 and 7 October


def test_the_campaign_starts_with_the_call_or_the_yes_to_the_group(campaign) -> None:
    assert campaign.ask("funnel/stages", funnel="campaign", **DAYS) == [
        ("called", 6),
        ("connected", 5),  # all but 赵
        ("agreed", 4),  # 孙, 李, 周, 吴
        ("joined", 2),  # 李 on the 6th; 周 bought
        ("visited", 1),
        ("ordered", 1),
    ]
    found = campaign.rates(DAYS["first"], date(2026, 11, 30))
    of_campaign = ("reach_rate", "agree_rate", "join_rate", "group_visit_rate", "group_close_rate")
    assert [found[metric] for metric in of_campaign] == [(5, 6), (4, 5), (2, 4), (1, 2), (1, 1)]


def test_weeks_are_settled_when_all_who_came_in_them_can_be_judged(leads) -> None:
    found = leads.ask("funnel/cohorts", funnel="leads", **DAYS)
    thursday_to_sunday, monday_to_wednesday = date(2026, 9, 28), date(2026, 10, 5)
    assert [row for row in found if row[1] in {"lead", "valid", "ordered"}] == [
        (thursday_to_sunday, "lead", 4, True),
        (thursday_to_sunday, "valid", 3, True),
        (thursday_to_sunday, "ordered", 0, True),
        (monday_to_wednesday, "lead", 3, False),  # 周 can be judged, 吴 and 郑 not yet
        (monday_to_wednesday, "valid", 2, False),
        (monday_to_wednesday, "ordered", 1, False),
    ]


def test_who_got_to_a_stage_is_listed_with_the_last_one_reached(leads) -> None:
    columns = ("customer", "assistant", "furthest", "is_open")
    found = leads.ask("customers/at_stage", *columns, funnel="leads", stage="contact", most=9, **DAYS)
    assert found == [
        ("孙", "Li", "contact", False),
        ("李", "Li", "invited", False),
        ("周", "Wu", "visited", False),  # whoever received her holds her
        ("吴", "Li", "ordered", True),
    ]
    assert len(leads.ask("customers/at_stage", funnel="leads", stage="lead", most=9, **DAYS)) == 7
    assert len(leads.ask("customers/at_stage", funnel="leads", stage="lead", most=2, **DAYS)) == 2


def test_customers_found_to_be_one_have_come_as_far_as_either(shop) -> None:
    shop.bring("leads", LEADS.splitlines()[0] + "\n2026-10-01,S,Li,赵,13800138001,,\n")
    shop.bring("visits", "进店日期,门店,接待人,客户,微信号\n2026-10-05,S,Li,小赵,zhao_01\n")
    assert stages(shop) == [1, 0, 0, 0, 0, 0]
    keys = [shop.ask("customers/found", "customer_key", words=words, most=1)[0][0] for words in ("8001", "zhao_01")]
    evening = datetime(2026, 11, 4, 20)
    merged = identity.decide(shop.store, "merge", [identity.Pair("S", *keys)], at=evening, user="boss")
    assert stages(shop) == [1, 1, 1, 1, 1, 0]
    identity.take_back(shop.store, merged, at=evening, user="boss")
    assert stages(shop) == [1, 0, 0, 0, 0, 0]
