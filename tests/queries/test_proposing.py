"""The proposed handover: everybody goes to one receiver, and every grade is spread evenly."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.proposing import HELD, propose, shares

GRADES = (None, "A", "A1", "B", "B3", "C", "D", "D4")


def receivers(held: list[list[int]]) -> pd.DataFrame:
    """People named a, b, … who hold so many of each grade."""
    rows = [{"holder": chr(97 + place), **dict(zip(HELD.values(), of, strict=True))} for place, of in enumerate(held)]
    return pd.DataFrame(rows, columns=["holder", *HELD.values()]).assign(customers=[sum(of) for of in held])


def customers(grades: list[str | None]) -> pd.DataFrame:
    return pd.DataFrame({"customer_key": range(len(grades)), "grade": pd.Series(grades, dtype=object)})


some = st.lists(st.lists(st.integers(0, 40), min_size=5, max_size=5), min_size=1, max_size=6)


@given(st.lists(st.sampled_from(GRADES), max_size=60), some)
def test_everybody_is_assigned_once_and_nobody_is_given_two_more_of_a_grade(grades, held) -> None:
    proposed = propose(customers(grades), receivers(held))
    assert proposed["customer_key"].tolist() == list(range(len(grades)))
    names = [chr(97 + place) for place in range(len(held))]
    assert set(proposed["to_assistant"]) <= set(names)
    letters = [grade and grade[0] for grade in grades]
    for grade in {*letters}:
        given_of = Counter(
            name for name, letter in zip(proposed["to_assistant"], letters, strict=True) if letter == grade
        )
        counts = [given_of[name] for name in names]
        assert max(counts) - min(counts) <= 1
    in_all = [Counter(proposed["to_assistant"])[name] for name in names]
    assert max(in_all) - min(in_all) <= 1


def test_who_holds_fewer_of_the_grade_takes_what_is_left_over() -> None:
    # 3 A for two: the third goes to b, who holds 2 A where a holds 5. The B then goes to a, who was given less.
    proposed = propose(customers(["A", "A1", "B", "A"]), receivers([[5, 0, 0, 0, 0], [2, 9, 0, 0, 0]]))
    assert proposed["to_assistant"].tolist() == ["b", "a", "a", "b"]


def test_without_receivers_nobody_is_assigned() -> None:
    assert propose(customers(["A", None]), receivers([]))["to_assistant"].isna().all()


def test_the_shares_say_what_each_is_given_and_then_holds() -> None:
    people = receivers([[5, 0, 0, 0, 0], [2, 9, 0, 0, 1]])
    given_to = shares(propose(customers(["A", "A1", "B", None]), people), people)
    # A goes to b, who holds fewer; A1 to a; B to a, who holds none; the ungraded to b, who was given one, a two.
    assert given_to.to_dict("list") == {
        "holder": ["a", "b"],
        "grade_a": [1, 1],
        "grade_b": [1, 0],
        "grade_c": [0, 0],
        "grade_d": [0, 0],
        "ungraded": [0, 1],
        "customers": [2, 2],
        "then_held": [7, 14],
    }


@pytest.mark.parametrize("grades", [["A"], []])
def test_one_receiver_takes_all(grades) -> None:
    assert propose(customers(grades), receivers([[0] * 5]))["to_assistant"].tolist() == ["a"] * len(grades)
