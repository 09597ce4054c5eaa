"""The two readings of a rate, who is too new to be judged, and which benchmark holds."""

from datetime import date

import pytest

LEADS = """\
客资日期,门店,导购,客户,电话,是否有效
2026-09-20,S,Li,赵,13800138001,是
2026-10-03,S,Li,钱,13800138002,是
2026-10-04,S,Li,孙,13800138003,否
2026-10-05,S,Li,李,13800138004,是
"""
# 赵 came before October, and visited and bought in it. 钱 visited in November. 孙 is invalid though she gave her WeChat.
# 李 gave hers in November.
VISITS = """\
进店日期,门店,接待人,客户,电话
2026-10-05,S,Li,赵,13800138001
2026-11-05,S,Li,钱,13800138002
"""
ORDERS = "成交日期,门店,导购,客户,电话,金额\n2026-10-20,S,Li,赵,13800138001,900\n"
CALLS = """\
日期,门店,导购,客户,电话,是否加微信
2026-10-06,S,Li,孙,13800138003,是
2026-11-03,S,Li,李,13800138004,是
"""
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
OF_LEADS = ("valid_rate", "wechat_rate", "visit_rate", "close_rate", "valid_close_rate")


@pytest.fixture
def full(shop):
    for kind, log in {"leads": LEADS, "visits": VISITS, "orders": ORDERS, "calls": CALLS}.items():
        shop.bring(kind, log)
    return shop


def of_leads(rates) -> list[tuple[int, int]]:
    return [rates[metric] for metric in OF_LEADS]


def test_a_cohort_is_who_came_in_october_and_what_became_of_them(full) -> None:
    found = full.rates(OCTOBER[0], date(2026, 11, 30))  # November's are too new: there are none
    # 钱 and 李 of three are valid; 李 has WeChat; 钱 came and didn't buy.
    assert of_leads(found) == [(2, 3), (1, 2), (1, 2), (0, 1), (0, 2)]


def test_a_period_counts_both_by_their_own_days(full) -> None:
    found = full.rates(*OCTOBER, reading="period")
    # Valid in October: 钱, 李 of three leads. None of them gave her WeChat then; an invalid lead never counts. One
    # visited (赵), one bought (赵).
    assert of_leads(found) == [(2, 3), (0, 2), (1, 2), (1, 1), (1, 2)]
    answer = full.ask(
        "funnel/rates",
        *("low", "high", "verdict"),
        first=OCTOBER[0],
        last=OCTOBER[1],
        assistant=None,
        reading="period",
    )
    assert set(answer) == {(None, None, None)}  # who got there needn't be of those who came


def test_in_a_period_orders_may_come_without_visits(full) -> None:
    found = full.rates(date(2026, 10, 20), date(2026, 10, 25), reading="period")
    assert found["close_rate"] == (1, 0)


def test_who_turns_out_valid_later_counts_with_her_wechat_from_then_on(full) -> None:
    full.bring("visits", "进店日期,门店,接待人,客户,电话\n2026-11-20,S,Li,孙,13800138003\n")  # came, so is valid
    november = date(2026, 11, 1), date(2026, 11, 30)
    assert full.rates(*OCTOBER, reading="period")["wechat_rate"] == (0, 2)
    assert full.rates(*november, reading="period")["wechat_rate"] == (2, 1)  # 李 and 孙; 孙 is valid since the 20th


def test_who_came_less_than_thirty_days_ago_is_in_the_stages_but_not_in_the_rates(full) -> None:
    # On 3 November 李 (5 October) is 29 days old, 孙 30.
    days = {"first": OCTOBER[0], "last": date(2026, 11, 3), "assistant": None}
    assert full.rates(days["first"], days["last"])["valid_rate"] == (1, 2)  # 钱 of 钱, 孙
    assert full.ask("funnel/stages", **days, funnel="leads")[:3] == [("lead", 3), ("valid", 2), ("contact", 1)]
    assert full.ask("funnel/still_open", **days, funnel="leads")[:3] == [("lead", 1), ("valid", 1), ("contact", 1)]


def test_a_rule_changed_later_leaves_the_days_before_as_they_were(full) -> None:
    full.rule("mature_days", "20", day=4)
    full.rule("visit_rate", "70%", day=4)

    def judged(last: date) -> tuple[tuple[int, int], float]:
        days = {"first": OCTOBER[0], "last": last, "assistant": None, "reading": "cohort"}
        (aim,) = (
            aim for metric, aim in full.ask("funnel/rates", "metric", "benchmark", **days) if metric == "visit_rate"
        )
        return full.rates(OCTOBER[0], last)["valid_rate"], aim

    assert judged(date(2026, 11, 3)) == ((1, 2), 0.6)
    assert judged(date(2026, 11, 4)) == ((2, 3), 0.7)


def test_stores_with_benchmarks_of_their_own_are_held_to_what_each_should_reach(full) -> None:
    full.bring(
        "leads", LEADS.replace(",S,", ",T,").replace("是", "否").replace("03,T,Li,钱,13800138002,否", "03,T,Li,钱,,是")
    )
    full.rule("visit_rate", "0.3", store="T")

    def benchmark(*scope: str, assistant: str | None = None) -> float:
        days = {"first": OCTOBER[0], "last": date(2026, 11, 30), "assistant": assistant, "reading": "cohort"}
        answer = full.ask("funnel/rates", "metric", "benchmark", "verdict", scope=scope, **days)
        return next(row[1:] for row in answer if row[0] == "visit_rate")

    # S has two valid leads, T one: (2 · 0.6 + 1 · 0.3) / 3.
    assert benchmark("S", "T") == (pytest.approx(0.5), "too_few")
    assert benchmark("T") == (0.3, "too_few")
    assert benchmark("S", "T", assistant="Wu") == (pytest.approx(0.45), "too_few")  # nobody's: the mean of the stores
    full.rule("visit_rate", "", store="T")
    assert benchmark("S", "T") == (None, None)  # what the two should reach together can't be said
    assert benchmark("S") == (0.6, "too_few")
