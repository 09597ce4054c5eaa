"""How long somebody has kept it up, and what the day is worth in money, by hand."""

from datetime import date
from decimal import Decimal

DAY = date(2026, 11, 21)


def test_rewards_and_penalties_are_off_until_set(shop) -> None:
    shop.hand_in(21, "A")
    assert shop.ask("meeting/quota_board", "reward_cny", day=DAY) == [(None,)]


def test_reward_and_penalty_are_one_sum(shop) -> None:
    for name, value in (
        ("reward_pass", "20"),
        ("penalty_per_missing_call", "1.5"),
        ("penalty_per_missing_invite", "2"),
        ("penalty_cap", "30"),
    ):
        shop.rule(name, value)
    shop.hand_in(21, "A", 50, 30)  # passed: 20
    shop.hand_in(21, "B", 47, 28)  # 3 * 1.5 + 2 * 2 = 8.50
    shop.hand_in(21, "C", 10, 30)  # 40 * 1.5 = 60, capped at 30
    shop.hand_in(21, "D", 60, 20, logs=("calls",))  # 10 * 2 = 20; the invites of the call log are known
    shop.hand_in(20, "E")
    money = shop.ask("meeting/quota_board", "assistant", "reward_cny", day=DAY)
    expected = {"A": "20.00", "B": "-8.50", "C": "-30.00", "D": "-20.00", "E": None}
    assert money == [(name, value and Decimal(value)) for name, value in expected.items()]


def test_a_streak_runs_over_leave_and_ends_at_a_day_not_handed_in(shop) -> None:
    shop.employ("A")
    shop.employ("B")
    for day in (17, 18, 20, 21):
        shop.hand_in(day, "A")
        shop.hand_in(day, "B")
    shop.plan(19, "A", on_leave=True)
    # A: 17, 18, leave, 20, 21. B: nothing on the 19th.
    assert shop.ask("meeting/quota_board", "assistant", "streak", day=DAY) == [("A", 4), ("B", 2)]


def test_a_day_not_passed_has_no_streak(shop) -> None:
    shop.hand_in(20, "A")
    shop.hand_in(21, "A", calls=49)
    assert shop.ask("meeting/quota_board", "streak", day=DAY) == [(0,)]


def test_a_streak_is_followed_for_months(shop) -> None:
    # B of the same store fails all along; A fails once, 100 days before.
    with shop.store.write("test") as connection:
        connection.execute(
            "insert into raw.daily (store, assistant, day, calls, invites_agreed, invites_joined, visits_agreed, "
            "has_calls, has_invites) select 'S', a, date '2026-11-21' - d::integer, case when a = 'B' or d = 100 "
            "then 49 else 50 end, 30, 0, 0, true, true from range(200) as days(d), unnest(['A', 'B']) as people(a)"
        )
    assert shop.ask("meeting/quota_board", "assistant", "streak", day=DAY) == [("A", 100), ("B", 0)]
