"""What holds of the grades in every shop, asked of a few that are left to chance."""

from collections import Counter
from datetime import date

import pytest

from queries.grades import CUTS
from tests.queries.left_to_chance import EVERYBODY, LAST, PERIOD

SCOPES = (("S",), ("S", "T"))


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("days", [(date(2026, 9, 20), date(2026, 10, 31)), (date(2026, 10, 1), LAST)])
def test_moves_sum_to_the_open_customers_of_both_days(world, scope, days) -> None:
    ask = {"scope": scope, "assistant": None, "first": days[0], "last": days[1]}
    moves = world.ask("grades/migration", **ask)
    before, after = Counter(), Counter()
    for start, end, customers in moves:
        before[start] += customers
        after[end] += customers
        listed = world.ask("customers/moved", "store", from_grade=start, to_grade=end, most=EVERYBODY, **ask)
        assert len(listed) == customers
    for day, counted, elsewhere in ((days[0], before, "new"), (days[1], after, "closed")):
        letters = Counter()
        open_then = {"day": day, "assistant": None, "scope": scope}
        for grade, customers in world.ask("grades/distribution", "grade", "customers", **open_then):
            letters[grade and grade[0]] += customers
        assert {grade: customers for grade, customers in counted.items() if grade != elsewhere} == letters
        for grade, customers in letters.items():
            about = {"day": day, "assistant": None, "cut": None, "value": None, "most": EVERYBODY, "scope": scope}
            assert len(world.ask("customers/graded", "store", grade=grade, **about)) == customers


@pytest.mark.parametrize("scope", SCOPES)
def test_cuts_of_grades_sum_to_the_open_customers(world, scope) -> None:
    ask = {"day": LAST, "assistant": None, "scope": scope}
    whole = sum(customers for (customers,) in world.ask("grades/distribution", "customers", **ask))
    assert whole > 0
    for cut in CUTS:
        cuts = world.ask("grades/cuts", "customers", cut=cut, **ask)
        assert sum(customers for (customers,) in cuts) == whole


def test_shares_of_effort_sum_to_one_and_misplaced_to_half_the_differences(world, whose) -> None:
    ask = whose | PERIOD
    efforts = world.ask("grades/effort", **ask)
    touches = sum(counted for _, counted, *_ in efforts)
    assert sum(share for _, _, share, *_ in efforts) == pytest.approx(1)
    assert sum(target for *_, target, _ in efforts) == pytest.approx(1)
    differences = sum(abs(share - target) for _, _, share, target, _ in efforts)
    assert sum(misplaced for *_, misplaced in efforts) == pytest.approx(differences / 2 * touches)
    for grade, counted, *_ in efforts:
        listed = world.ask("customers/touched", "touches", grade=grade, most=EVERYBODY, **ask)
        assert sum(times for (times,) in listed) == counted


def test_the_lists_behind_calibration_and_agreement_are_complete(world, whose) -> None:
    ask = whose | {"day": LAST}
    for grade, customers, ordered in world.ask("grades/calibration", "grade", "customers", "ordered", **ask):
        listed = world.ask("customers/expected", "ordered_on", grade=grade, most=EVERYBODY, **ask)
        assert (len(listed), sum(day is not None and day <= LAST for (day,) in listed)) == (customers, ordered)
    agreement = world.ask("grades/agreement", "customers", "agreeing", **ask)
    apart = sum(customers - agreeing for customers, agreeing in agreement)
    assert len(world.ask("grades/disagreements", "store", most=EVERYBODY, **ask)) == apart > 0
