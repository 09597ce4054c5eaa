"""Which value of a rule holds for which store on which day."""

from datetime import date

import pytest


def holds(shop, name: str, day: int, store: str = "S") -> str:
    with shop.store.cursor([store]) as cursor:
        ((value,),) = cursor.execute(
            "select value from rules_between($1, $1) where name = $2", [date(2026, 11, day), name]
        ).fetchall()
    return str(value)


def test_a_value_holds_from_its_day_on(shop) -> None:
    shop.rule("call_quota", "60", day=10)
    assert [holds(shop, "call_quota", day) for day in (9, 10, 30)] == ["50", "60", "60"]


def test_the_stores_own_value_wins_over_a_newer_one_for_all(shop) -> None:
    shop.hand_in(1, "A")
    shop.rule("call_quota", "40", day=5, store="S")
    shop.rule("call_quota", "60", day=10)
    assert [holds(shop, "call_quota", day) for day in (4, 5, 10)] == ["50", "40", "40"]
    assert holds(shop, "call_quota", 10, store="T") == "60"


def test_taking_a_stores_value_back_follows_the_rule_for_all_again(shop) -> None:
    shop.hand_in(1, "A")
    shop.rule("call_quota", "40", day=5, store="S")
    shop.rule("call_quota", "60", day=6)
    shop.rule("call_quota", None, day=10, store="S")
    assert [holds(shop, "call_quota", day) for day in (9, 10)] == ["40", "60"]


def test_of_two_values_for_a_day_the_last_one_set_holds(shop) -> None:
    for value in ("60", "70", "65"):
        shop.rule("call_quota", value, day=10)
    assert holds(shop, "call_quota", 10) == "65"


@pytest.mark.parametrize(("first", "last"), [(1, 30), (9, 10), (10, 10)])
def test_a_period_has_one_row_a_day(shop, first, last) -> None:
    shop.rule("call_quota", "60", day=10)
    with shop.store.cursor(["S", "T"]) as cursor:
        days = cursor.execute(
            "select store, day, call_quota from rules_on($1, $2) order by store, day",
            [date(2026, 11, first), date(2026, 11, last)],
        ).fetchall()
    assert days == [
        (store, date(2026, 11, day), 60 if day >= 10 else 50) for store in ("S", "T") for day in range(first, last + 1)
    ]


def test_what_is_in_force_and_what_was_changed_can_be_shown(shop) -> None:
    shop.hand_in(1, "A")
    shop.rule("call_quota", "60", day=10)
    shop.rule("call_quota", "40", day=11, store="S")
    shop.rule("invite_quota", "20", day=12, store="S")
    shop.rule("invite_quota", None, day=13, store="S")
    shop.rule("invite_quota", "25", day=22)
    in_force = shop.ask("rules/in_force", "name", "store", "value", "valid_from", day=date(2026, 11, 21))
    assert [row for row in in_force if row[0] in ("call_quota", "invite_quota")] == [
        ("call_quota", "", "60", date(2026, 11, 10)),
        ("call_quota", "S", "40", date(2026, 11, 11)),
        ("invite_quota", "", "30", date(1970, 1, 1)),
    ]
    changes = shop.ask("rules/changes", "name", "store", "value", "valid_from")
    assert [row for row in changes if row[1] == "S"] == [
        ("invite_quota", "S", None, date(2026, 11, 13)),
        ("invite_quota", "S", "20", date(2026, 11, 12)),
        ("call_quota", "S", "40", date(2026, 11, 11)),
    ]
    assert ("invite_quota", "", "25", date(2026, 11, 22)) in changes
