"""Who stands where by a rate: ranked as far as the numbers allow, and who is outside of chance."""

import pandas as pd
import pytest

from pages.team.ranking import bounds, outside, ranked


def rows(*counted: tuple[str, int, int], metric: str = "visit_rate") -> pd.DataFrame:
    frame = pd.DataFrame(counted, columns=["value", "numerator", "denominator"])
    return frame.assign(metric=metric, rate=frame["numerator"] / frame["denominator"].replace(0, pd.NA))


FIVE = (("A", 90, 100), ("B", 5, 9), ("C", 40, 100), ("D", 70, 100), ("E", 12, 12), ("F", 0, 0))


def test_people_are_ranked_by_what_can_be_believed_and_not_for_fewer_than_ten() -> None:
    found, limit = ranked(rows(*FIVE), people=True)
    assert limit is None
    # E has 12 of 12: drawn towards the mean, that may be less than A's 90 of 100. B has 9 customers. F has none.
    assert set(found["value"]) == {"A", "B", "C", "D", "E"}
    assert found["value"].iloc[-1] == "B"
    assert found["rank"].iloc[:4].tolist() == [1, 2, 3, 4]
    assert pd.isna(found["rank"].iloc[4])
    mean = (90 + 5 + 40 + 70 + 12) / 321
    by_name = found.set_index("value")
    assert mean < by_name.loc["E", "believed"] < 1
    assert 0.4 < by_name.loc["C", "believed"] < mean


def test_fewer_than_five_people_are_ranked_as_counted() -> None:
    found, limit = ranked(rows(*FIVE[:4]), people=True)
    assert limit == "too_few_people"
    assert found["believed"].tolist() == found["rate"].tolist()
    assert found["value"].tolist() == ["A", "D", "C", "B"]


def test_people_who_differ_no_more_than_by_chance_have_no_rank() -> None:
    found, limit = ranked(rows(*((name, 50 + more, 100) for more, name in enumerate("ABCDE"))), people=True)
    assert limit == "no_difference"
    assert found["rank"].isna().all()
    assert found["value"].tolist() == list("EDCBA")


def test_sources_are_put_in_order_without_a_rank() -> None:
    found, limit = ranked(rows(*FIVE), people=False)
    assert (limit, found["rank"].isna().all()) == (None, True)


def test_of_lost_visits_the_fewest_come_first() -> None:
    assert ranked(rows(*FIVE[:4], metric="lost_rate"), people=False)[0]["value"].tolist() == ["C", "D", "A", "B"]


def test_nobody_is_nobody() -> None:
    assert ranked(rows(), people=True)[0].empty
    assert bounds(rows()).empty
    assert outside(rows()) == []


@pytest.mark.parametrize(
    ("metric", "sides"), [("visit_rate", ["passed", "below", ""]), ("lost_rate", ["below", "passed", ""])]
)
def test_who_is_outside_of_chance_depends_on_whether_more_is_better(metric: str, sides: list[str]) -> None:
    # The mean is 0.5; of 100, chance explains 40 to 60 in 95 of 100 cases and 35 to 65 in 998 of 1000.
    found = outside(rows(("A", 70, 100), ("B", 30, 100), ("C", 50, 100), metric=metric))
    assert found == sides


def test_a_little_below_is_less_than_far_below() -> None:
    assert outside(rows(("A", 62, 100), ("B", 38, 100), metric="visit_rate")) == ["passed", "close"]


def test_the_limits_narrow_with_the_numbers_they_rest_on() -> None:
    found = bounds(rows(("A", 50, 100), ("B", 5, 10)))
    assert (found["n"].min(), found["n"].max()) == (1, 111)
    assert (found["lowest"] <= found["low"]).all()
    assert (found["high"] <= found["highest"]).all()
    width = found["high"] - found["low"]
    assert width.iloc[-1] < width.iloc[len(width) // 4] < width.iloc[0]
