"""The figures and grades of one day."""

from datetime import date, datetime
from decimal import Decimal

DAY = date(2026, 11, 21)  # a Saturday


def test_a_day_is_summed_and_set_against_its_weekday(shop) -> None:
    # The Saturdays before: 14th 40 + 20 = 60 calls, 7th 90; none on the two before: (60 + 90) / 2 = 75.
    shop.hand_in(21, "A", 50, 30, 1, visited=2, closed=1, amount_cny=Decimal("1999.50"))
    shop.hand_in(21, "B", 40, 20, 0)
    shop.hand_in(14, "A", 40, 10, 3)
    shop.hand_in(14, "B", 20, 10, 0)
    shop.hand_in(7, "A", 90, 41, 0, closed=1)
    shop.hand_in(15, "A", 999, 999)
    shop.plan(21, "A", visit_quota=2)
    shop.plan(21, "B", visit_quota=1)
    # Invite quotas: A 30 - 3 = 27, B takes the 3 over: 33; together 60.
    assert shop.ask("meeting/day_figures", day=DAY) == [
        ("calls", 90, 100, 75.0, None),
        ("invites", 50, 60, 30.5, None),
        ("visits_agreed", 1, 3, 1.5, None),
        ("visited", 2, None, 0.0, None),
        ("orders", 1, None, 0.5, Decimal("1999.50")),
    ]


def test_what_no_log_says_is_not_zero(shop) -> None:
    shop.hand_in(21, "A", 50, 4, logs=("calls",))
    figures = shop.ask("meeting/day_figures", "figure", "value", "usual", day=DAY)
    assert figures == [
        ("calls", 50, None),
        ("invites", 4, None),
        ("visits_agreed", 0, None),
        ("visited", None, None),
        ("orders", None, None),
    ]


def test_a_quota_that_not_everybody_has_is_no_quota_of_the_day(shop) -> None:
    shop.hand_in(21, "A")
    shop.hand_in(21, "B")
    shop.plan(21, "A", visit_quota=2)
    assert shop.ask("meeting/day_figures", "figure", "quota", day=DAY)[2] == ("visits_agreed", None)


def test_a_visit_counts_on_its_day_without_a_log_of_that_day(shop) -> None:
    shop.hand_in(21, "A", 0, 0, visited=1, logs=())
    figures = shop.ask("meeting/day_figures", "figure", "value", day=DAY)
    assert figures == [("calls", None), ("invites", None), ("visits_agreed", None), ("visited", 1), ("orders", None)]


def test_the_trend_has_14_days_and_gaps(shop) -> None:
    shop.hand_in(21, "A", 50)
    shop.hand_in(8, "A", 30)
    shop.hand_in(7, "A", 10)
    calls = [row for row in shop.ask("meeting/trend", day=DAY) if row[0] == "calls"]
    assert [(day.day, value) for _, day, value in calls] == [(8, 30), *((day, None) for day in range(9, 21)), (21, 50)]


def test_stores_stand_side_by_side_with_their_own_figures(shop) -> None:
    shop.hand_in(21, "A", 50, 4, invites_joined=2, visited=3, closed=1, amount_cny=Decimal(900))
    shop.hand_in(21, "B", 10, 6, logs=("calls",), visited=0)  # who joined is said by the invite log alone
    shop.hand_in(21, "C", 7, 1, store="T", logs=("calls",))
    shop.hand_in(20, "C", 0, 5, store="T", logs=("invites",))
    # S: 50 + 10 calls, 4 + 6 invites, 2 joined. T has no log that says who visited or bought.
    columns = ("store", "calls", "invites", "joined", "visited", "orders", "amount_cny")
    assert shop.ask("meeting/store_figures", *columns, scope=("S", "T"), day=DAY) == [
        ("S", 60, 10, 2, 3, 1, Decimal(900)),
        ("T", 7, 1, None, None, None, None),
    ]


def test_the_trend_of_a_stores_calls_leaves_out_days_without_a_log(shop) -> None:
    shop.hand_in(21, "A", 50)
    shop.hand_in(20, "A", 0)  # handed in, and nobody called: that is zero
    shop.hand_in(8, "A", 30)
    shop.hand_in(8, "B", 12)
    shop.hand_in(7, "A", 99)  # 15 days
    shop.hand_in(15, "A", 0, 3, logs=("invites",))
    shop.hand_in(20, "C", 5, store="T")  # nothing on the day itself
    trends = shop.ask("meeting/store_figures", "store", "calls", "calls_trend", scope=("S", "T"), day=DAY)
    assert trends == [("S", 50, [42, 0, 50]), ("T", None, [5])]


def call(shop, assistant: str, customer: int | None, grade: str | None, hour: int | None = None, **row: object) -> None:
    called_at = None if hour is None else datetime(2026, 11, 21, hour)
    shop.insert(
        "calls",
        batch_id=1,
        row_no=1,
        day=DAY,
        moment=called_at,
        store="S",
        assistant=assistant,
        contact_key=customer,
        grade=grade,
        **row,
    )


def test_a_customer_counts_once_with_the_last_grade_of_the_day(shop) -> None:
    shop.insert("live_slices", kind="calls", store="S", whose="A", day=DAY, batch_id=1, rows=5)
    call(shop, "A", 1, "D2", 18)  # the later call of customer 1
    call(shop, "A", 1, "B1", 9)
    call(shop, "A", 2, "C", 10)
    call(shop, "A", 2, None, 11)  # no grade takes none away
    call(shop, "A", 3, None)
    call(shop, "A", None, "A")  # nobody known
    shop.insert("invites_current", day=DAY, store="S", assistant="A", contact_key=2, grade="A3")
    # Customer 1: D, customer 2: A by the invite log, customer 3: no grade.
    assert shop.ask("meeting/grade_mix", day=DAY) == [("S", "A", "A", 1), ("S", "A", "D", 1), ("S", "A", None, 1)]
