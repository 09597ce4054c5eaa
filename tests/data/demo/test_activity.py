"""The facts the demo tells of, looked for in what its people do."""

from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest

from data.demo.codes import Columns, Outcome
from data.demo.people import STORES, Assistant, assistants
from data.demo.rows import Chain

TODAY = 89  # the last of 90 days, counted from 0


def who(chain: Chain, role: str) -> Assistant:
    return next(person for person in chain.people if person.role == role)


def calls_by(chain: Chain, person: Assistant) -> Columns:
    mine = chain.activity.calls["assistant"] == person.number
    return {name: values[mine] for name, values in chain.activity.calls.items()}


def group_invites(chain: Chain, person: Assistant, day: int) -> set[int]:
    """Distinct customers who agreed to the group, over both logs."""
    calls, invites = chain.activity.calls, chain.activity.invites
    called = (calls["assistant"] == person.number) & (calls["day"] == day) & (calls["group"] == 1)
    invited = (invites["assistant"] == person.number) & (invites["day"] == day) & (invites["agreed_to"] != 1)
    return {*calls["customer"][called].tolist(), *invites["customer"][invited].tolist()}


def test_twelve_stores_have_sixty_assistants_and_one_name_twice(demo_chain: Chain) -> None:
    names = Counter(person.name for person in demo_chain.people)
    assert len(STORES) == 12
    assert {person.store for person in demo_chain.people} == set(STORES)
    assert len(demo_chain.people) == 60
    assert [name for name, count in names.items() if count > 1] == ["刘一鸣"]


def test_another_seed_gives_other_people() -> None:
    last = date(2026, 11, 21)
    assert assistants(last, seed=7) == assistants(last, seed=7)
    assert assistants(last, seed=7) != assistants(last, seed=8)


def test_every_one_of_ninety_days_has_calls_and_invites(demo_chain: Chain) -> None:
    assert set(demo_chain.activity.calls["day"].tolist()) == set(range(90))
    assert set(demo_chain.activity.invites["day"].tolist()) == set(range(90))


def test_everyone_at_work_makes_35_to_65_calls(demo_chain: Chain) -> None:
    calls = demo_chain.activity.calls
    _, counts = np.unique(np.stack([calls["assistant"], calls["day"]]), axis=1, return_counts=True)
    assert counts.min() >= 35
    assert counts.max() <= 65
    assert len(calls["day"]) > 200_000


def test_weekends_are_stronger(demo_chain: Chain) -> None:
    weekend = [demo_chain.day(day).weekday() >= 5 for day in range(90)]
    calls = np.bincount(demo_chain.activity.calls["day"], minlength=90)
    assert calls[weekend].mean() > 1.1 * calls[np.logical_not(weekend)].mean()


def test_the_star_passes_on_every_day_of_the_last_forty_at_work(demo_chain: Chain) -> None:
    star = who(demo_chain, "star")
    calls = calls_by(demo_chain, star)
    days = [day for day in np.unique(calls["day"]).tolist() if day > TODAY - 40]
    assert len(days) >= 34  # 40 days less at most six days off
    for day in days:
        on_day = calls["day"] == day
        assert on_day.sum() >= 50
        assert (calls["visit"][on_day] == 1).any()  # so the adjusted quota is 27 at most
        assert len(group_invites(demo_chain, star, day)) >= 30


def test_one_assistant_misses_the_quota_on_the_last_days_and_not_before(demo_chain: Chain) -> None:
    counts = Counter(calls_by(demo_chain, who(demo_chain, "failing"))["day"].tolist())
    at_work = sorted(counts)
    assert at_work[-1] == TODAY
    assert all(counts[day] <= 40 for day in at_work[-5:])
    assert np.mean([counts[day] for day in at_work[:-6]]) > 50


def test_the_leaver_has_no_rows_after_leaving_and_the_newcomer_none_before(demo_chain: Chain) -> None:
    leaver, newcomer = who(demo_chain, "leaver"), who(demo_chain, "newcomer")
    assert leaver.left_on == demo_chain.last - timedelta(days=20)
    assert newcomer.hired_on == demo_chain.last - timedelta(days=21)
    assert calls_by(demo_chain, leaver)["day"].max() <= TODAY - 20
    assert calls_by(demo_chain, newcomer)["day"].min() >= TODAY - 21
    invites = demo_chain.activity.invites
    assert invites["day"][invites["assistant"] == leaver.number].max() <= TODAY - 20


@pytest.mark.parametrize("role", ["missing", "on_leave"])
def test_the_missing_and_the_one_on_leave_have_no_rows_today(demo_chain: Chain, role: str) -> None:
    days = calls_by(demo_chain, who(demo_chain, role))["day"]
    assert 0 < days.max() < TODAY


def test_one_assistant_makes_exactly_the_quota_every_day(demo_chain: Chain) -> None:
    assert set(Counter(calls_by(demo_chain, who(demo_chain, "exact"))["day"].tolist()).values()) == {50}


def test_one_assistant_calls_the_same_numbers_again(demo_chain: Chain) -> None:
    calls = calls_by(demo_chain, who(demo_chain, "repeats"))
    for day in np.unique(calls["day"]):
        customers = calls["customer"][calls["day"] == day]
        assert 1 - len(np.unique(customers)) / len(customers) > 0.2


def test_one_assistant_has_many_connected_calls_under_ten_seconds(demo_chain: Chain) -> None:
    calls = calls_by(demo_chain, who(demo_chain, "short"))
    connected = calls["duration"][calls["outcome"] == Outcome.CONNECTED]
    assert np.mean(connected < 10) > 0.35
    others = calls_by(demo_chain, who(demo_chain, "star"))["duration"]
    assert others[others >= 0].min() >= 10


def test_one_assistant_calls_mostly_in_the_half_hour_before_the_meeting(demo_chain: Chain) -> None:
    calls = calls_by(demo_chain, who(demo_chain, "last_minute"))
    today = calls["second"][calls["day"] == TODAY]
    assert np.mean(today >= 19.5 * 3600) > 0.5
    assert today.max() < 20 * 3600


def test_one_assistant_has_many_wrong_numbers_today(demo_chain: Chain) -> None:
    calls = calls_by(demo_chain, who(demo_chain, "wrong_numbers"))
    assert np.mean(calls["outcome"][calls["day"] == TODAY] == Outcome.INVALID) > 0.2


def test_customers_are_called_again_on_later_days_and_their_grades_move(demo_chain: Chain) -> None:
    calls = calls_by(demo_chain, who(demo_chain, "star"))
    called_on = np.unique(np.stack([calls["customer"], calls["day"]]), axis=1)[0]
    graded = np.unique(np.stack([calls["customer"], calls["grade"]]), axis=1)[0]
    assert max(Counter(called_on.tolist()).values()) >= 3
    assert max(Counter(graded.tolist()).values()) >= 2


def test_whoever_buys_has_visited_first_and_paid_between_1200_and_30000(demo_chain: Chain) -> None:
    invites = demo_chain.activity.invites
    bought = invites["closed_day"] >= 0
    assert bought.sum() > 500
    assert (invites["day"] < invites["visited_day"])[bought].all()
    assert (invites["visited_day"] <= invites["closed_day"])[bought].all()
    assert invites["amount"][bought].min() >= 1200
    assert invites["amount"][bought].max() <= 30000
    assert set(invites["amount"][~bought].tolist()) == {-1}


def test_no_two_customers_share_a_number(demo_chain: Chain) -> None:
    customers = np.unique(demo_chain.activity.calls["customer"])[:20_000].tolist()
    phones = [demo_chain.customers.phone(customer) for customer in customers]
    assert len(set(phones)) == len(phones)
    assert all(len(phone) == 11 and phone[0] == "1" for phone in phones)
