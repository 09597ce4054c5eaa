"""What a change of a rule would have done, without making it."""

from datetime import date
from typing import Any

import pytest

from data.refusal import Refused
from queries import rules

DAY = date(2026, 11, 21)


def preview(shop, name: str, value: str | None, *columns: str, store: str = "", **said: Any) -> list[tuple[Any, ...]]:
    params = {"question": "meeting/quota_board", "for_store": store, "day": DAY} | said
    frame = rules.preview(shop.store, ["S", "T"], name=name, value=value, **params)
    return [tuple(row) for row in frame[list(columns)].itertuples(index=False)]


def test_the_board_of_the_day_with_another_quota(shop) -> None:
    shop.hand_in(21, "A", calls=55)
    shop.hand_in(21, "B", calls=60)
    shop.hand_in(21, "C", calls=70, store="T")
    shop.rule("call_quota", "70", store="T")
    # 60 calls: A passes no longer, B still does; T keeps its own 70.
    board = preview(shop, "call_quota", "60", "assistant", "call_quota", "passed")
    assert board == [("A", 60, False), ("B", 60, True), ("C", 70, True)]
    assert shop.ask("meeting/quota_board", "call_quota", day=DAY) == [(50,), (50,)]


def test_one_store_alone_and_back_to_all(shop) -> None:
    shop.hand_in(21, "A")
    shop.hand_in(21, "C", store="T")
    shop.rule("call_quota", "70", store="T")
    assert preview(shop, "call_quota", "40", "call_quota", store="S") == [(40,), (70,)]
    assert preview(shop, "call_quota", None, "call_quota", store="T") == [(50,), (50,)]


def test_a_relief_is_shared_in_the_preview_as_it_would_be(shop) -> None:
    # A agreed 2 visits: by 3 each 6 are released, by 5 each 10; B, who has none, takes them.
    shop.hand_in(21, "A", visits=2)
    shop.hand_in(21, "B")
    assert shop.ask("meeting/quota_board", "invite_quota", day=DAY) == [(24,), (36,)]
    assert preview(shop, "visit_relief", "5", "invite_quota") == [(20,), (40,)]


def test_other_questions_can_be_previewed(shop) -> None:
    shop.hand_in(21, "A")  # at 19:00
    states = preview(shop, "meeting_time", "18:30", "state", question="meeting/readiness")
    assert states == [("late",), ("late",)]


def test_a_value_out_of_bounds_is_refused_as_when_it_is_set(shop) -> None:
    with pytest.raises(Refused) as refused:
        preview(shop, "call_quota", "-1")
    assert refused.value.reason == "rules.not_a_whole_number"


def test_a_question_about_a_period_is_asked_for_its_days(shop) -> None:
    leads = "\n".join(f"2026-10-01,S,Li,138001380{number:02},是" for number in range(40))
    shop.bring("leads", f"客资日期,门店,导购,电话,是否有效\n{leads}\n")
    # None of 40 has visited, which is below 60 %; without a benchmark there is no verdict.
    about = {"question": "funnel/cuts", "first": date(2026, 9, 1), "last": DAY, "assistant": None, "cut": "store"}
    for value, verdict in (("0.6", "below"), ("", None)):
        found = preview(shop, "visit_rate", value, "metric", "verdict", **about)
        assert {metric: said if isinstance(said, str) else None for metric, said in found}["visit_rate"] == verdict
