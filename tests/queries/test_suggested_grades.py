"""The grade that the store's rules suggest, the fact that suggests it, and how often the grade says the same."""

from datetime import date

import pytest

DAY = date(2026, 11, 30)
CALLS = """\
日期,门店,导购,客户,电话,通话结果,是否同意进群,客户等级
2026-11-01,S,Li,赵,13800138001,接通,是,C
2026-11-01,S,Li,钱,13800138002,接通,是,D
2026-11-01,S,Li,孙,13800138003,未接,,A
2026-11-01,S,Li,李,13800138004,接通,否,A
2026-11-01,S,Li,周,13800138005,拒接,,B
2026-11-01,S,Wu,吴,13800138006,接通,,A
2026-11-01,S,Wu,王,13800138008,未接,,A
2026-11-20,S,Wu,冯,13800138009,接通,,A
"""
# 赵 agreed and visits. 钱 agreed and doesn't. 孙 wasn't reached. 李 said no to the group, 周 hung up. 吴 was reached,
# gave no answer to the group and visits. 王 wasn't reached, but joined. 冯 was called late.
INVITES = """\
邀约日期,门店,导购,客户,电话,同意事项,是否进群
2026-11-02,S,Wu,郑,13800138007,进群,
2026-11-03,S,Wu,王,13800138008,,是
"""
# 郑 was never called, but agreed, and visits.
VISITS = """\
进店日期,门店,接待人,客户,电话,等级
2026-11-05,S,Li,赵,13800138001,
2026-11-05,S,Wu,吴,13800138006,
2026-11-05,S,Wu,郑,13800138007,A
"""
LEADS = "客资日期,门店,导购,来源,客户,电话,需求日期,等级\n"


def suggested(shop, day: date = DAY) -> dict[str, tuple[str, str]]:
    """Return grade and fact of everybody whose grade contradicts the facts."""
    columns = ("customer", "suggested", "fact")
    found = shop.ask("grades/disagreements", *columns, day=day, assistant=None, most=99)
    return {customer: (grade, fact) for customer, grade, fact in found}


@pytest.fixture
def campaign(shop):
    shop.bring("calls", CALLS)
    shop.bring("invites", INVITES)
    shop.bring("visits", VISITS)
    return shop


def test_by_the_campaign_it_is_what_was_answered_and_whether_the_customer_came(campaign) -> None:
    assert suggested(campaign) == {
        "赵": ("A", "visited_agreed"),
        "钱": ("B", "connected"),
        "孙": ("C", "not_reached"),
        "李": ("D", "refused"),
        "周": ("D", "refused"),
        "吴": ("B", "connected"),
        "王": ("B", "connected"),  # who joined has been reached, and has agreed
        "冯": ("B", "connected"),
    }
    campaign.bring("visits", "进店日期,门店,接待人,客户,电话,等级\n2026-11-06,S,Wu,王,13800138008,B\n")
    assert suggested(campaign)["王"] == ("A", "visited_agreed")


def test_agreement_counts_who_is_graded_as_the_facts_suggest(campaign) -> None:
    ask = {"day": DAY, "assistant": None}
    # Li holds 赵, 钱, 孙, 李, 周, all graded otherwise; Wu holds 吴, 王, 冯, and 郑, who is A, agreed and came.
    assert campaign.ask("grades/agreement", **ask) == [("S", "Li", 5, 0, 0.0), ("S", "Wu", 4, 1, 0.25)]


def test_the_farthest_apart_come_first(campaign) -> None:
    found = campaign.ask("grades/disagreements", "customer", "grade", "suggested", day=DAY, assistant=None, most=2)
    assert found[0] == ("李", "A", "D")  # three steps
    assert len(found) == 2


def test_on_a_day_before_only_what_was_known_then_suggests(campaign) -> None:
    before = suggested(campaign, date(2026, 11, 2))
    assert (before["赵"], before["吴"]) == (("B", "connected"), ("B", "connected"))  # neither had visited
    assert before["王"] == ("C", "not_reached")  # she joined on the 3rd
    assert "冯" not in before


@pytest.mark.parametrize(
    ("source", "needed", "grade", "fact"),
    [
        ("美团", "2027-02-28", "A", "months_3"),  # three months from 30 November end with February
        ("美团", "2027-03-01", "B", "months_6"),
        ("美团", "2027-05-30", "B", "months_6"),
        ("美团", "2027-05-31", "C", "months_12"),
        ("美团", "2027-11-30", "C", "months_12"),
        ("美团", "2027-12-01", "D", "later"),
        ("美团", "", "D", "no_date"),
        ("转介绍", "2027-12-01", "A", "referred"),
    ],
)
def test_by_the_lead_time_it_is_how_far_off_the_need_is(shop, source, needed, grade, fact) -> None:
    logged = "D" if grade == "A" else "A"
    shop.bring("leads", LEADS + f"2026-11-01,S,Li,{source},赵,13800138001,{needed},{logged}\n")
    shop.rule("grade_rules", "lead_time", day=30)
    assert suggested(shop) == {"赵": (grade, fact)}


def test_whom_an_old_customer_sent_is_a_referral_and_who_is_no_lead_has_no_need_to_judge(shop) -> None:
    shop.bring("leads", LEADS + "2026-11-01,S,Li,美团,赵,13800138001,,D\n")
    shop.bring("calls", CALLS)
    referral = "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话\n"
    shop.bring("referrals", referral + "2026-11-02,S,Li,王,13900139009,推荐客户,赵,13800138001\n")
    shop.rule("grade_rules", "lead_time", day=30)
    assert suggested(shop) == {"赵": ("A", "referred")}


def test_before_the_lead_came_the_lead_time_suggests_nothing(shop) -> None:
    shop.bring("calls", CALLS)
    shop.bring("leads", LEADS + "2026-11-20,S,Li,美团,孙,13800138003,,A\n")
    shop.rule("grade_rules", "lead_time", day=1)
    assert suggested(shop, date(2026, 11, 19)) == {}
    assert suggested(shop, date(2026, 11, 20)) == {"孙": ("D", "no_date")}


def test_each_store_is_judged_by_its_own_rules(campaign) -> None:
    campaign.bring("leads", LEADS + "2026-11-01,T,Han,美团,赵,13800138001,,A\n")
    campaign.rule("grade_rules", "lead_time", day=30, store="T")
    found = campaign.ask("grades/agreement", "store", "customers", day=DAY, assistant=None, scope=("S", "T"))
    assert found == [("S", 5), ("S", 4), ("T", 1)]
