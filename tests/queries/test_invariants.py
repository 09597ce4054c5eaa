"""What holds in every shop: asked of a few that are left to chance, two stores over three months."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any, Final

import pytest

from data.store import Store
from queries.customers import ANY_REASON
from queries.funnel import CUTS, FUNNELS
from queries.grades import CUTS as GRADE_CUTS

LAST: Final = date(2026, 11, 30)
DAYS: Final = [(LAST - timedelta(days=back)).isoformat() for back in range(110)]
MAYBE: Final = ("", "是", "否")
GRADES: Final = ("", "", "A", "A1", "B", "C", "D2")
ASSISTANTS: Final = ("Li", "Wu", "Han")
BASE: Final = {"日期": DAYS, "门店": ("S", "T"), "导购": ASSISTANTS}
PEOPLE: Final = range(10, 70)
WHO: Final = {"客户": ("", "客{}"), "电话": ("", "138001380{}", "138001380{}"), "微信号": ("", "", "id_{}")}
LOGS: Final[dict[str, tuple[int, dict[str, Any]]]] = {
    "leads": (50, BASE | WHO | {"来源": ("", "美团", "转介绍"), "是否有效": MAYBE, "等级": GRADES, "需求日期": ("", *DAYS)}),
    "calls": (90, BASE | WHO | {"通话结果": ("接通", "未接", "拒接"), "是否同意进群": MAYBE, "是否同意到店": MAYBE, "等级": GRADES}),
    "invites": (25, BASE | WHO | {"同意事项": ("", "进群", "到店"), "进群日期": ("", *DAYS), "等级": GRADES}),
    "visits": (45, BASE | WHO | {"是否成交": MAYBE, "走单原因": ("", "价格", "款式"), "是否为礼品进店": MAYBE, "等级": GRADES}),
    "orders": (12, BASE | WHO | {"金额": ("900", "900", "-100")}),
    "services": (10, BASE | {"客户": ("客{}",), "电话": WHO["电话"], "服务项目": ("清洁",)}),
    "replies": (12, BASE | {"群发人数": ("9", "20"), "回复人数": ("0", "9")}),
}
EVERYBODY: Final = 10_000
PERIOD: Final = {"first": date(2026, 8, 20), "last": LAST}


@pytest.fixture(scope="module", params=range(2))
def world(request, tmp_path_factory, shop_of) -> Iterator[Any]:
    chance = Random(request.param)
    with Store(tmp_path_factory.mktemp("world")) as store:
        shop = shop_of(store)
        for kind, (rows, cells) in LOGS.items():
            lines = [",".join(map(chance.choice, cells.values())) for _ in range(rows)]
            people = chance.choices(PEOPLE, k=rows)
            told = [line.replace("{}", str(person)) for line, person in zip(lines, people, strict=True)]
            shop.bring(kind, "\n".join([",".join(cells), *told]))
        shop.rule("order_days", "45", day=30, store="T")
        yield shop


@pytest.fixture(params=[("S",), ("S", "T")], ids="+".join)
def scope(request) -> tuple[str, ...]:
    found: tuple[str, ...] = request.param
    return found


@pytest.fixture(params=[(("S",), None), (("S", "T"), None), (("S", "T"), "Li")], ids=str)
def whose(request) -> dict[str, object]:
    return dict(zip(("scope", "assistant"), request.param, strict=True))


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
    assert {stage: started[stage] for stage in names[1:]} == {after: stages[before] for before, after in pairwise(names)}
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
        for grade, customers in world.ask("grades/distribution", "grade", "customers", day=day, scope=scope):
            letters[grade and grade[0]] += customers
        assert {grade: customers for grade, customers in counted.items() if grade != elsewhere} == letters
        for grade, customers in letters.items():
            graded = world.ask("customers/graded", "store", day=day, assistant=None, grade=grade, most=EVERYBODY, scope=scope)
            assert len(graded) == customers


def test_cuts_of_grades_sum_to_the_open_customers(world, scope) -> None:
    whole = sum(customers for (customers,) in world.ask("grades/distribution", "customers", day=LAST, scope=scope))
    assert whole > 0
    for cut in GRADE_CUTS:
        cuts = world.ask("grades/cuts", "customers", day=LAST, assistant=None, cut=cut, scope=scope)
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
