"""What holds of the funnel in every shop, asked of a few that are left to chance."""

from collections import Counter
from itertools import pairwise

import pytest

from queries.customers import ANY_REASON
from queries.funnel import CUTS, FUNNELS
from tests.queries.left_to_chance import EVERYBODY, PERIOD


@pytest.mark.parametrize("funnel", FUNNELS)
def test_stages_never_rise_and_weeks_waits_and_lists_agree_with_them(world, whose, funnel) -> None:
    ask = whose | PERIOD | {"funnel": funnel}
    stages = dict(world.ask("funnel/stages", **ask))
    assert all(before >= after for before, after in pairwise(stages.values()))
    assert min(stages.values()) >= 0
    assert stages["visited"] > 0
    still_open = dict(world.ask("funnel/still_open", **ask))
    assert all(still_open[stage] <= customers for stage, customers in stages.items())
    weeks, reached, started = Counter(), Counter(), Counter()
    for _, stage, customers, _ in world.ask("funnel/cohorts", **ask):
        weeks[stage] += customers
    assert weeks == Counter(stages)
    for stage, days, came, customers in world.ask("funnel/waits", **ask):
        assert days >= 0
        started[stage] += customers
        reached[stage] += customers if came else 0
    names = list(stages)
    assert {stage: started[stage] for stage in names[1:]} == {
        after: stages[before] for before, after in pairwise(names)
    }
    assert all(reached[stage] == stages[stage] for stage in names[1:])
    for stage, customers in stages.items():
        assert len(world.ask("customers/at_stage", "store", stage=stage, most=EVERYBODY, **ask)) == customers


def test_cuts_sum_to_the_rates(world, whose) -> None:
    rates = world.rates(**PERIOD, **whose)
    assert rates["valid_rate"][1] > 0
    for cut in CUTS:
        won, base = Counter(), Counter()
        columns = ("metric", "numerator", "denominator")
        for metric, numerator, denominator in world.ask("funnel/cuts", *columns, **whose, **PERIOD, cut=cut):
            assert 0 <= numerator <= denominator
            won[metric] += numerator
            base[metric] += denominator
        assert {metric: (won[metric], base[metric]) for metric in rates} == rates


def test_lost_visits_are_their_reasons_and_the_gifts(world, whose) -> None:
    ask = whose | PERIOD
    ((visits, lost, without_reason, _),) = world.ask("funnel/visits", **ask)
    assert world.rates(**ask)["lost_rate"] == (lost, visits)
    reasons = dict(world.ask("funnel/lost_reasons", **ask))
    assert reasons.get(None, 0) == without_reason
    listed = world.ask("customers/lost", "gift_only", lost_reason=ANY_REASON, most=EVERYBODY, **ask)
    assert len(listed) == lost == sum(reasons.values()) + sum(bool(gift) for (gift,) in listed)
    for reason, count in reasons.items():
        assert len(world.ask("customers/lost", "store", lost_reason=reason, most=EVERYBODY, **ask)) == count
