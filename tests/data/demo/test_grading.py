"""How honest the grades of the demo shop are, and whom its people spend their days on, asked of the shop."""

from collections.abc import Callable
from typing import Any

from data.demo.people import STORES

Ask = Callable[[str], list[Any]]


def by_store(rows: list[Any]) -> dict[str, float]:
    return {store: float(value) for store, value in rows}


def test_grade_a_orders_far_more_often_than_grade_d(ask: Ask) -> None:
    rates = ask("""
        select store, grade[1], avg((ordered_on is not null)::integer)
        from customer_state where grade is not null group by all
    """)
    strong, weak = ({row[0]: row[2] for row in rates if row[1] == grade} for grade in "AD")
    assert set(strong) == set(STORES)
    assert min(strong.values()) > 0.15
    assert max(weak.values()) < 0.02


def test_grades_go_up_and_down(ask: Ask) -> None:
    [(up, down, same)] = ask("""
        with graded as (
            select store, customer_key, day, grade[1] as grade from calls where grade is not null
            union all
            select store, customer_key, day, grade[1] as grade from visits where grade is not null
        ),

        changed as (
            select arg_min(grade, day) as one, arg_max(grade, day) as other
            from graded group by store, customer_key having count(distinct day) > 1
        )

        select
            avg((other < one)::integer), avg((other > one)::integer), avg((other = one)::integer)
        from changed
    """)
    assert up > 0.05
    assert down > 0.05
    assert same > 0.4


def test_effort_goes_to_the_weak_at_one_store(ask: Ask) -> None:
    weak = by_store(
        ask("""
            select store, avg((grade[1] in ('C', 'D'))::integer)
            from (select store, grade from calls union all select store, grade from invites)
            group by store
        """)
    )
    assert weak.pop("湖滨店") > 0.55
    assert max(weak.values()) < 0.52


def test_few_strong_customers_are_about_to_be_lost_but_where_somebody_left(ask: Ask) -> None:
    lost = by_store(
        ask("""
            select store, count(*) from customer_state
            where
                ordered_on is null
                and (
                    grade[1] = 'A' and last_touch_on < $last - 3
                    or grade[1] = 'B' and last_touch_on < $last - 7
                )
            group by store
        """)
    )
    assert set(lost) == set(STORES)
    assert lost.pop("新城店") <= 25  # whoever left there handed over most, not all
    assert 2 <= min(lost.values()) <= max(lost.values()) <= 10


def test_some_are_graded_a_unreached_and_some_d_though_they_agreed_to_come(ask: Ask) -> None:
    [(hearsay, willing)] = ask("""
        select
            count(*) filter (grade[1] = 'A' and called_on is not null and connected_on is null),
            count(*) filter (grade[1] = 'D' and invited_on is not null),
        from customer_state
    """)
    assert 20 < hearsay < 300
    assert 20 < willing < 1500
