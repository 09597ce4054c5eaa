"""Tomorrow in words, and where the effort would go."""

import re
from datetime import date

import pandas as pd
import pytest

from reports.planning import Plan, effort_planned
from reports.task_page import task_page
from reports.tomorrow_words import answer, closed_in_words, effort_in_words, nobody_in_words, task_in_words

PEOPLE = pd.DataFrame(
    {
        "store": "旗舰店",
        "assistant": ["周丽", "徐娜", "何娟"],
        "on_leave": [False, False, True],
        "visits_due": [2, 0, 0],
        "call_quota": 50,
        "invite_quota": [24, 33, 30],
        "relief": [6, 0, 0],
        "extra": [0, 3, 0],
        "calls_short": pd.array([12, None, 0], "Int32"),
    }
)
LISTS = pd.DataFrame(
    [
        ("旗舰店", "周丽", name, [f"138****800{place}"], grade, "床", call_for, days, 9)
        for place, (name, grade, call_for, days) in enumerate(
            [("<b>王</b>", "A", "visit", 2), ("李", "A", "due", 4), ("赵", "C", "spare", 16), ("钱", "C", "wake", 40)]
        )
    ],
    columns=["store", "assistant", "customer", "contacts", "grade", "product", "call_for", "days", "of_all"],
).assign(counts_as=["A", "A", "C", "C"])
EFFORT = pd.DataFrame({"store": "旗舰店", "grade": list("ABCD"), "target": [0.6, 0.25, 0.1, 0.05]})
CLOSED = pd.DataFrame({"store": ["万达店", "旗舰店"]})


@pytest.fixture
def plan() -> Plan:
    return Plan(date(2026, 11, 28), ("旗舰店",), PEOPLE, LISTS, LISTS.head(0), EFFORT, CLOSED.head(0))


def test_the_answer_counts_who_is_there_and_why_they_call(plan) -> None:
    assert (
        answer(plan, "zh")
        == "明天 2 人在岗，名单上 4 位客户：1 位约好到店，1 位 A、B 类到期，1 位 C 类到期，1 位盘活。"
    )
    assert answer(plan, "en") == (  # nothing is said of "1 customers"
        "On duty tomorrow: 2. Customers on their lists: 4; of these, visits agreed: 1, 1 A and B due, 1 C due, "
        "1 to wake up."
    )


def test_a_task_says_how_it_comes_about() -> None:
    assert [task_in_words(row, "zh") for _, row in PEOPLE.iterrows()] == [
        "电话 50，进群 24，2 位约好到店，进群少 6 个，前一天差 12 个电话，名单多列 12 位",
        "电话 50，进群 33，替同事多邀 3 个",
        "休假",
    ]


def test_stores_that_are_closed_are_named() -> None:
    assert closed_in_words(CLOSED.head(0), "11月28日", "zh") == ""
    assert (
        closed_in_words(CLOSED, "11月28日", "zh")
        == "11月28日不营业，营业日历表里写着：万达店、旗舰店。那里没有人要打电话、邀约。"
    )


def test_whom_nobody_has_is_counted(plan) -> None:
    assert nobody_in_words(plan, "zh") == ""
    alone = Plan(plan.day, plan.stores, PEOPLE, LISTS, LISTS, EFFORT, CLOSED.head(0))
    assert nobody_in_words(alone, "en").startswith(
        "Customers who come tomorrow and have nobody to receive them: 1. With an assistant on leave, gone or off duty, "
    )


def test_the_effort_is_held_against_the_rules_in_whole_calls(plan) -> None:
    # Of 4 calls: A 2.4, B 1, C 0.4, D 0.2: whole parts 2, 1, 0, 0; of the equal rests of A and C, A comes first.
    assert effort_planned(plan).to_numpy().tolist() == [["A", 2, 3], ["B", 0, 1], ["C", 2, 0], ["D", 0, 0]]
    assert (
        effort_in_words(plan, "zh")
        == "A 类 2 位（少 1 位），B 类 0 位（少 1 位），C 类 2 位（多 2 位），D 类 0 位（正好）。"
    )


def test_the_paper_has_a_page_each_and_lets_no_name_act(plan) -> None:
    page = task_page(plan, "zh")
    assert page.count("<section>") == 2  # 何娟 is off
    assert "&lt;b&gt;王&lt;/b&gt;" in page
    assert "<b>" not in page
    heads = re.findall(r"<thead>(.*?)</thead>", page)  # they stand on top of every page that a list takes
    assert [re.search("<h1>(.*?) ·", head)[1] for head in heads] == list(plan.people.query("not on_leave")["assistant"])
