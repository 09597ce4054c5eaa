"""Targets in words: how the month stands, what may come of it, and what to do about it."""

import pandas as pd
import pytest

from reports.target_words import answer, calls_in_words, findings, outlook, reach_in_words, share_in_words

STORE = {"store": "旗舰店", "assistant": None, "target": 20, "done": 12, "elapsed_share": 0.8, "probability": 0.35}
STORE |= {"p50": 18, "p80": 16, "leads_needed": 9, "leads_usual": 4, "elapsed_days": 8, "working_days": 10}


def goals(*rows: dict[str, object]) -> pd.DataFrame:
    whole = ("target", "done", "p50", "p80", "leads_needed", "leads_usual")
    return pd.DataFrame([STORE | row for row in rows]).astype(dict.fromkeys(whole, "Int32"))


def test_one_goal_is_told_with_its_chance_and_what_it_needs() -> None:
    assert answer(goals({}), 11, "zh") == (
        "11月目标 20 单，已做 12 单，上班天数过了 80%。做到的可能 35%：一半可能做到 18 单，八成把握做到 16 单。"
        "要有八成把握，除了平时这几天的 4 条客资，还要多 9 条。"
    )


@pytest.mark.parametrize(
    ("row", "end"),
    [
        ({"done": 23}, "目标已经做到，多出 3 单。"),
        ({"probability": None}, "数据还不满 14 天，做不做得到还说不准。"),
        ({"leads_needed": None}, "光加客资，这个月补不回来。"),
        ({"leads_needed": 0}, "八成把握做到 16 单。"),
    ],
)
def test_how_one_goal_ends(row: dict[str, object], end: str) -> None:
    assert answer(goals(row), 11, "zh").endswith(end)


def test_several_goals_are_counted_by_what_they_look_like() -> None:
    several = goals({}, {"done": 20}, {"probability": 0.8}, {"probability": 0.1}, {"target": None})
    found = [outlook(goal) for _, goal in several.iterrows()]
    assert found == ["unsure", "made", "sure", "unlikely", "no_target"]
    assert answer(several, 11, "zh") == (
        "11月 4 个目标共 80 单，已做 56 单：1 个已做到，1 个有八成把握，1 个说不准，1 个多半做不到。"
    )
    assert answer(goals({"target": None}), 11, "zh") == "11月没有成交目标，只能看别的目标。"


@pytest.mark.parametrize(("share", "said"), [(0.0, "不到 1%"), (0.456, "46%"), (1.0, "99% 以上")])
def test_no_probability_is_told_as_certain(share: float, said: str) -> None:
    assert share_in_words(share, "zh") == said


def test_what_a_leaver_lacks_is_found_where_the_store_lacks_it_too() -> None:
    gone = {"assistant": "周丽", "target": 9, "done": 4, "elapsed_days": 3, "working_days": 3}
    heads = [head for head, _ in findings(goals({"probability": 0.1}, gone), "zh", ahead=True)]
    assert heads == ["旗舰店多半做不到本月目标。", "周丽这个月没有剩下的上班天，还差 5 单。"]
    assert findings(goals({"done": 20}, gone), "zh", ahead=True) == []
    assert findings(goals({"probability": 0.1}, gone), "zh", ahead=False) == []


def test_what_people_can_bring_is_enough_or_not() -> None:
    assert reach_in_words(2, 3, 5, [30, 15, 7], 9, "zh").endswith("成交 **7** 单：不够，还差 2 单。")
    assert reach_in_words(2, 3, 5, [30, 15, 9], 9, "zh").endswith("够，多 0 单。")


def test_calls_are_told_where_anybody_knows_what_a_visit_takes() -> None:
    steps = pd.DataFrame({"step": ["visits", "calls"], "needed": [1000, 12_500], "rate": [0.5, 0.08]})
    # One visit in 12.5 calls is 0.08 a call.
    assert calls_in_words(steps, "en").startswith("1,000 visits take about **12,500** calls: in this period 12.5 were")
    assert calls_in_words(steps.assign(needed=[1000, None]), "zh") == ""
