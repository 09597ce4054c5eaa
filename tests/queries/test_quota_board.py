"""The arithmetic of the quotas, by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

DAY = date(2026, 11, 21)


def visits(shop, *agreed: int, store: str = "S") -> None:
    for name, count in zip("ABCD", agreed, strict=False):
        shop.employ(name, store=store)
        shop.hand_in(21, name, visits=count, store=store)


@pytest.mark.parametrize(
    ("agreed", "quotas"),
    [
        # A: 30 - 3*2 = 24, released 6, two share 3 each.
        ((2, 0, 0), [24, 33, 33]),
        # A: max(15, 30 - 18) = 15, released 15; B: 27, released 3; C would get 18, the cap leaves 10.
        ((6, 1, 0), [15, 27, 40]),
        # Nobody is without a visit, so the 9 released go nowhere.
        ((1, 1, 1), [27, 27, 27]),
        # Released 9 between B, C and D: 3 each.
        ((3, 0, 0, 0), [21, 33, 33, 33]),
        # Released 3 + 3 = 6; 6 // 2 = 3 each.
        ((1, 0, 0, 1), [27, 33, 33, 27]),
        ((0, 0, 0), [30, 30, 30]),
    ],
)
def test_visits_lower_the_invite_quota_and_colleagues_take_over(shop, agreed, quotas) -> None:
    visits(shop, *agreed)
    assert shop.ask("meeting/quota_board", "invite_quota", day=DAY) == [(quota,) for quota in quotas]


def test_left_over_units_go_by_name(shop) -> None:
    # Relief 5: A releases 5; 5 // 3 = 1 each, the 2 left over go to B and C.
    shop.rule("visit_relief", "5")
    visits(shop, 1, 0, 0, 0)
    assert shop.ask("meeting/quota_board", "invite_quota", day=DAY) == [(25,), (32,), (32,), (31,)]


def test_relief_stays_when_nothing_is_redistributed(shop) -> None:
    shop.rule("redistribute", "off")
    visits(shop, 2, 0, 0)
    assert shop.ask("meeting/quota_board", "invite_quota", day=DAY) == [(24,), (30,), (30,)]


def test_a_floor_above_the_quota_never_raises_it(shop) -> None:
    shop.rule("invite_quota", "10")
    visits(shop, 2, 0)
    assert shop.ask("meeting/quota_board", "invite_quota", day=DAY) == [(10,), (10,)]


def test_stores_share_among_themselves(shop) -> None:
    visits(shop, 2, 0)
    visits(shop, 0, 0, store="T")
    board = shop.ask("meeting/quota_board", "store", "invite_quota", scope=("S", "T"), day=DAY)
    assert board == [("S", 24), ("S", 36), ("T", 30), ("T", 30)]


def test_a_task_wins_and_stays_out_of_the_sharing(shop) -> None:
    # B has its invite quota from a task, so A's 6 go to C alone, whose task is about calls only.
    visits(shop, 2, 0, 0)
    shop.plan(21, "B", call_quota=40, invite_quota=20)
    shop.plan(21, "C", call_quota=60)
    board = shop.ask("meeting/quota_board", "assistant", "call_quota", "invite_quota", day=DAY)
    assert board == [("A", 50, 24), ("B", 40, 20), ("C", 60, 36)]
    # A's own task takes its relief away, so nothing is released.
    shop.plan(21, "A", invite_quota=30)
    assert shop.ask("meeting/quota_board", "invite_quota", day=DAY) == [(30,), (20,), (30,)]


def test_leave_counts_for_nothing(shop) -> None:
    # B is on leave: A's 6 all go to C, and what D on leave agreed releases nothing.
    visits(shop, 2, 0, 0, 4)
    shop.plan(21, "B", on_leave=True)
    shop.plan(21, "D", on_leave=True)
    assert shop.ask("meeting/quota_board", "assistant", "invite_quota", day=DAY) == [("A", 24), ("C", 36)]


def test_not_handed_in_has_no_figures_but_a_share(shop) -> None:
    visits(shop, 2, 0)
    shop.employ("C")
    board = shop.ask("meeting/quota_board", scope=("S",), day=DAY)
    # C counts as without a visit: A's 6 are shared by B and C.
    assert board[2] == ("S", "C", None, 50, None, 33, None, False, 0, None)
    assert board[1] == ("S", "B", 50, 50, 30, 33, 0, False, 0, None)


def test_one_log_is_half_an_answer(shop) -> None:
    shop.hand_in(21, "A", 50, 12, logs=("calls",))
    shop.hand_in(21, "B", 0, 40, logs=("invites",))
    figures = shop.ask("meeting/quota_board", "calls", "invites", "passed", day=DAY)
    # Group invites are counted in both logs; calls only in one.
    assert figures == [(50, 12, False), (None, 40, False)]


def test_neither_figure_makes_up_for_the_other(shop) -> None:
    shop.hand_in(21, "A", 50, 30)
    shop.hand_in(21, "B", 500, 29)
    shop.hand_in(21, "C", 49, 300)
    assert shop.ask("meeting/quota_board", "passed", day=DAY) == [(True,), (False,), (False,)]


def test_joined_counts_where_the_rule_says_so(shop) -> None:
    shop.rule("invites_count", "joined")
    shop.hand_in(21, "A", 50, 40, invites_joined=7)
    assert shop.ask("meeting/quota_board", "invites", "passed", day=DAY) == [(7, False)]


def test_the_origin_of_a_quota_can_be_told(shop) -> None:
    visits(shop, 6, 1, 0)
    shop.rule("call_quota", "45", store="S")
    shop.plan(21, "B", invite_quota=20)
    # A releases 15 to C, of which the cap leaves 10; B has a task.
    assert shop.ask("meeting/quota_origin", day=DAY) == [
        ("S", "A", "store", "default", 30, 15, 0, 15, 1),
        ("S", "B", "store", "tasks", 20, 0, 0, 15, 1),
        ("S", "C", "store", "default", 30, 0, 10, 15, 1),
    ]


def test_a_rule_changed_in_mid_month_holds_from_its_day_on(shop) -> None:
    shop.hand_in(18, "A", 45)
    shop.hand_in(19, "A", 45)
    shop.hand_in(20, "A", 45)
    shop.rule("call_quota", "40", day=19, store="S")
    shop.rule("call_quota", None, day=20, store="S")
    board = shop.ask("quotas/daily", "call_quota", "passed", first=DAY - timedelta(3), last=DAY - timedelta(1))
    assert board == [(50, False), (40, True), (50, False)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    agreed=st.lists(st.integers(0, 12), min_size=1, max_size=6),
    relief=st.integers(0, 9),
    floor=st.integers(0, 40),
    cap=st.integers(0, 20),
)
def test_what_is_taken_over_was_released(shop, agreed, relief, floor, cap) -> None:
    with shop.store.write("test") as connection:
        connection.execute("delete from raw.daily")
        connection.execute("delete from raw.rules where set_by = 'boss'")
    for name, value in (("visit_relief", relief), ("invite_floor", floor), ("invite_extra_cap", cap)):
        shop.rule(name, str(value))
    for number, count in enumerate(agreed):
        shop.hand_in(21, f"A{number}", visits=count)
    origin = shop.ask("meeting/quota_origin", "relief", "extra", "released_in_store", "sharers", day=DAY)
    quotas = [quota for (quota,) in shop.ask("meeting/quota_board", "invite_quota", day=DAY)]
    reliefs, extras, released, sharers = (list(column) for column in zip(*origin, strict=True))
    assert released == [sum(reliefs)] * len(agreed)
    assert sharers == [agreed.count(0)] * len(agreed)
    assert sum(extras) <= sum(reliefs)
    for count, quota, extra in zip(agreed, quotas, extras, strict=True):
        assert (min(floor, 30) <= quota <= 30) if count else quota == 30 + extra <= 30 + cap
    taking = sorted(extra for count, extra in zip(agreed, extras, strict=True) if count == 0)
    assert not taking or taking[-1] - taking[0] <= 1
    if taking and cap not in taking:
        assert sum(taking) == sum(reliefs)
