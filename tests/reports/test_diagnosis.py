"""What is found to be wrong, from answers by hand: every finding, and when there is none."""

from typing import Any

import pandas as pd
import pytest

from data.texts import LANGUAGES
from queries.customers import ANY_REASON, FOR_A_GIFT
from reports.diagnosis import Cause, Evidence, diagnosis
from reports.funnel_words import advice_in_words, evidence_in_words, head_in_words

RATES = ("valid_rate", "wechat_rate", "phone_rate", "visit_rate", "close_rate", "valid_close_rate", "reply_rate")


def evidence(
    *below: str,
    level: str | None = None,
    invited: tuple[int, int] = (0, 0),
    visits: tuple[int, int] = (0, 0),
    reasons: dict[str | None, int] | None = None,
    gained: dict[str, float] | None = None,
    waiting: tuple[int, int] = (0, 0),
) -> Evidence:
    """``below`` are the rates below their benchmarks; pairs count the whole and what is wrong of it."""
    rates = [
        (name, 40, 100, 0.4, 0.31, 0.5, 0.6, "below")
        if name in below
        else (name, 9, 15, 0.6, 0.36, 0.8, 0.6, "too_few")
        for name in RATES
    ]
    columns = ["metric", "numerator", "denominator", "rate", "low", "high", "benchmark", "verdict"]
    steps = ["valid_rate", "visit_rate", "close_rate"]
    return Evidence(
        rates=pd.DataFrame(rates, columns=columns),
        bottlenecks=pd.DataFrame({"metric": steps, "orders_gained": [(gained or {}).get(step) for step in steps]}),
        haste=pd.DataFrame({"invited": [invited[0]], "within_a_day": [invited[1]]}),
        reply_level=pd.DataFrame({"level": [level] if level else []}),
        visits=pd.DataFrame({"visits": [visits[0]], "gift_only": [visits[1]]}),
        lost_reasons=pd.DataFrame(list((reasons or {}).items()), columns=["lost_reason", "visits"]),
        first_contact=pd.DataFrame({"leads": [waiting[0]], "waiting": [waiting[1]]}),
    )


def keys(**found: Any) -> list[str]:
    below = found.pop("below", ())
    return [cause.key for cause in diagnosis(evidence(*below, **found))]


def test_nothing_below_is_nothing_wrong() -> None:
    assert keys(level="poor", invited=(20, 20), visits=(50, 40), reasons={"价格": 20}) == []


@pytest.mark.parametrize("level", ["poor", "weak"])
def test_few_visits_where_few_answer_are_a_matter_of_contact(level: str) -> None:
    (cause,) = diagnosis(evidence("visit_rate", "reply_rate", level=level, invited=(20, 20)))
    assert (cause.key, cause.rates) == (f"reply_{level}", ("visit_rate", "reply_rate"))
    assert cause.look.up_to == ("valid", "contact", "invited")


def test_replies_alone_are_a_finding_too_but_need_enough_of_them() -> None:
    assert [(cause.key, cause.weight) for cause in diagnosis(evidence("reply_rate", level="weak"))] == [
        ("reply_weak", "unsure")
    ]
    assert keys(level="weak") == []


@pytest.mark.parametrize(
    ("invited", "key"),
    [((20, 11), "invited_too_soon"), ((20, 10), "not_explained"), ((9, 9), "not_explained"), ((0, 0), "not_explained")],
)
def test_few_visits_where_most_were_invited_at_once_are_a_matter_of_haste(invited: tuple[int, int], key: str) -> None:
    # More than half of ten or more: 11 of 20; half of them, or nine in all, are no haste.
    assert keys(below=["visit_rate"], level="good", invited=invited) == [key]


@pytest.mark.parametrize(("reason", "key"), [("价格太贵", "price_named"), ("款式", "reason_named")])
def test_few_orders_are_explained_by_the_reason_named_most(reason: str, key: str) -> None:
    (cause,) = diagnosis(evidence("close_rate", visits=(50, 2), reasons={None: 5, reason: 9, "交期": 6}))
    assert (cause.key, cause.facts) == (key, {"reason": reason, "lost": 9, "all": 20})
    assert (cause.look.list_of, cause.look.of) == ("lost", reason)


def test_few_orders_without_a_single_reason_say_so() -> None:
    first, second = diagnosis(evidence("close_rate", reasons={None: 12}))
    assert (first.key, first.look.of) == ("closing", ANY_REASON)
    assert (second.key, second.look.of) == ("reason_unsaid", None)


def test_few_orders_where_many_came_for_gifts_are_a_matter_of_the_invitation() -> None:
    # 10 of 50 is a fifth.
    found = diagnosis(evidence("close_rate", visits=(50, 10), reasons={"款式": 9}))
    assert [cause.key for cause in found] == ["gift_visits", "reason_named"]
    assert found[0].look.of == FOR_A_GIFT
    assert keys(below=["close_rate"], visits=(50, 9), reasons={"款式": 9}) == ["reason_named"]


@pytest.mark.parametrize("metric", ["wechat_rate", "phone_rate"])
def test_a_second_contact_that_is_missing_is_a_finding(metric: str) -> None:
    assert keys(below=[metric]) == [metric]


def test_leads_that_nobody_has_spoken_to_are_a_finding() -> None:
    (cause,) = diagnosis(evidence(waiting=(30, 4)))
    assert (cause.key, cause.look.list_of, cause.facts) == ("waiting", "waiting", {"waiting": 4, "leads": 30})


@pytest.mark.parametrize(("unsaid", "found"), [(4, ["reason_unsaid"]), (3, [])])
def test_over_three_in_ten_reasons_missing_are_a_finding(unsaid: int, found: list[str]) -> None:
    assert keys(reasons={"价格": 10 - unsaid, None: unsaid}) == found
    assert keys(reasons={"价格": 5, None: 4}) == []  # nine lost visits say nothing


def test_what_costs_more_comes_first() -> None:
    both = {"below": ["visit_rate", "close_rate", "wechat_rate"], "level": "good", "reasons": {"款式": 9}}
    assert keys(**both, gained={"visit_rate": 2, "close_rate": 7}) == ["reason_named", "not_explained", "wechat_rate"]
    assert keys(**both, gained={"visit_rate": 8, "close_rate": 7}) == ["not_explained", "reason_named", "wechat_rate"]


def every_cause() -> list[Cause]:
    shops = [
        evidence("visit_rate", "reply_rate", level="poor", waiting=(30, 4)),
        evidence("visit_rate", "reply_rate", level="weak"),
        evidence("visit_rate", "wechat_rate", "phone_rate", invited=(20, 11)),
        evidence("visit_rate", "close_rate", visits=(50, 10), reasons={"价格": 9, None: 8}),
        evidence("close_rate", reasons={"款式": 9}),
        evidence("close_rate"),
    ]
    return [cause for shop in shops for cause in diagnosis(shop)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_said_with_its_evidence_and_at_most_two_sentences_of_advice(language: str) -> None:
    found = every_cause()
    assert len({cause.key for cause in found}) == 12
    for cause in found:
        said = evidence_in_words(cause, evidence().rates, language)
        figures = ("60%", "9", "15", "36%", "80%") if cause.rates else ()
        assert all(str(figure) in said for figure in (*figures, *cause.facts.values()))
        assert head_in_words(cause, language)
        advice = advice_in_words(cause, language)
        assert 1 <= sum(advice.count(stop) for stop in ("。", ". ")) + advice.endswith(".") <= 2
