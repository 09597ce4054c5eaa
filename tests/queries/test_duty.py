"""Who is on duty, and whose logs are due."""

from datetime import date, datetime

DAY = date(2026, 11, 21)


def on_duty(shop, day: date = DAY) -> list[tuple[str, bool]]:
    return shop.ask("meeting/duty", "assistant", "on_leave", day=day)


def test_the_staff_table_says_who_is_on_duty(shop) -> None:
    shop.employ("Always")
    shop.employ("First day", hired_on=DAY)
    shop.employ("Last day", hired_on=date(2026, 1, 1), left_on=DAY)
    shop.employ("Left", left_on=date(2026, 11, 20))
    shop.employ("To come", hired_on=date(2026, 11, 22))
    shop.employ("Boss", role="manager")
    shop.employ("Operator", role="operator")
    shop.employ("Cashier", role="other")
    assert on_duty(shop) == [("Always", False), ("First day", False), ("Last day", False)]


def test_a_log_or_a_task_puts_whom_the_staff_table_does_not_know_on_duty(shop) -> None:
    shop.employ("Known")
    shop.hand_in(21, "New", logs=("calls",))
    shop.plan(21, "Planned", on_leave=True)
    shop.hand_in(20, "Yesterday")
    assert on_duty(shop) == [("Known", False), ("New", False), ("Planned", True)]


def test_a_log_does_not_bring_back_who_left_nor_make_a_manager_an_assistant(shop) -> None:
    shop.employ("Left", left_on=date(2026, 11, 20))
    shop.employ("To come", hired_on=date(2026, 11, 22))
    shop.employ("Boss", role="manager")
    shop.employ("Cashier", role="other")
    for name in ("Left", "To come", "Boss", "Cashier"):
        shop.hand_in(21, name)
        shop.plan(21, name, call_quota=10)
    assert on_duty(shop) == [("Cashier", False)]


def test_who_comes_back_or_is_promoted_is_what_the_last_row_says(shop) -> None:
    shop.employ("Back", hired_on=date(2026, 1, 1), left_on=date(2026, 6, 30))
    shop.employ("Back", hired_on=date(2026, 11, 1))
    shop.employ("Promoted", hired_on=date(2026, 1, 1))
    shop.employ("Promoted", role="manager", hired_on=DAY)
    assert on_duty(shop) == [("Back", False)]
    assert on_duty(shop, date(2026, 11, 20)) == [("Back", False), ("Promoted", False)]
    assert on_duty(shop, date(2026, 7, 1)) == [("Promoted", False)]


def test_a_store_without_staff_expects_who_was_there_in_the_14_days_before(shop) -> None:
    shop.hand_in(7, "Just")
    shop.hand_in(6, "Too long")
    shop.hand_in(20, "Yesterday", store="T")
    shop.employ("Elsewhere", store="T")
    assert shop.ask("meeting/duty", "store", "assistant", scope=("S", "T"), day=DAY) == [
        ("S", "Just"),
        ("T", "Elsewhere"),
    ]


def test_a_row_of_outcomes_is_not_a_log(shop) -> None:
    # Somebody invited by C on the 10th visited on the 21st; C was not there.
    shop.employ("A")
    shop.hand_in(21, "C", calls=0, invites=0, visited=1, logs=())
    assert on_duty(shop) == [("A", False)]


def test_a_log_is_in_late_or_missing(shop) -> None:
    for name in ("A", "B", "C"):
        shop.employ(name)
    shop.plan(21, "C", on_leave=True)
    shop.hand_in(21, "A", logs=("calls",), at=datetime(2026, 11, 21, 20, 0))
    shop.hand_in(21, "A", logs=("invites",), at=datetime(2026, 11, 21, 20, 0, 1))
    shop.hand_in(21, "B", logs=("calls",), at=datetime(2026, 11, 22, 9, 0))
    assert shop.ask("meeting/readiness", day=DAY) == [
        ("S", "A", "calls", 3, datetime(2026, 11, 21, 20, 0), "in"),
        ("S", "A", "invites", 3, datetime(2026, 11, 21, 20, 0, 1), "late"),
        ("S", "B", "calls", 3, datetime(2026, 11, 22, 9, 0), "late"),
        ("S", "B", "invites", None, None, "missing"),
    ]


def test_the_store_says_when_it_meets_and_what_is_due(shop) -> None:
    shop.hand_in(21, "A", at=datetime(2026, 11, 21, 18, 45))
    shop.rule("meeting_time", "18:30", store="S")
    shop.rule("required_logs", "calls", store="S")
    assert shop.ask("meeting/readiness", "kind", "state", day=DAY) == [("calls", "late")]


def test_assistants_of_a_period_are_those_on_duty_at_any_time(shop) -> None:
    shop.employ("Left", left_on=date(2026, 11, 10))
    shop.employ("Stays")
    shop.employ("Boss", role="manager")
    period = {"first": date(2026, 11, 10), "last": DAY}
    assert shop.ask("frame/assistants", "assistant", **period) == [("Left",), ("Stays",)]


def test_data_is_as_old_as_the_last_day_with_a_log(shop) -> None:
    shop.hand_in(21, "A", at=datetime(2026, 11, 21, 19, 58))
    shop.hand_in(21, "B", at=datetime(2026, 11, 21, 20, 5))
    shop.hand_in(20, "A", at=datetime(2026, 11, 22, 8, 0))
    assert shop.ask("frame/data_age") == [(DAY, datetime(2026, 11, 21, 20, 5))]
    assert shop.ask("frame/data_age", scope=("T",)) == [(None, None)]
    assert shop.ask("frame/stores", scope=("S", "T")) == [("S",)]
