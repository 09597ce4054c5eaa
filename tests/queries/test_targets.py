"""Targets of November 2026, by hand: what is done, what there is to make the rest with, and what an order needs."""

from datetime import date

import pytest

from queries import targets
from queries.forecasting import made_with, orders_ahead
from queries.odds import with_odds
from tests.queries.conftest import rows

DAY = date(2026, 11, 21)
HEAD = "月份,门店,导购,订单目标,业绩目标,客资目标\n"


def customer(shop, key: int, **days: object) -> None:
    shop.insert("customer_state", store="S", customer_key=key, holder="Li", **days)


def day(number: int) -> date:
    return date(2026, 11, number)


def test_what_is_done_of_a_target_and_how_much_of_the_month_is_gone(shop) -> None:
    shop.bring("targets", HEAD + "2026-11,S,,10,9000,\n2026-11,S,Li,6,,4\n2026-10,S,Li,99,,\n")
    shop.bring(
        "leads", "客资日期,门店,导购,客户,电话\n2026-11-02,S,Li,王,13800138001\n2026-10-31,S,Li,李,13800138002\n"
    )
    shop.hand_in(20, "Li", closed=2, amount_cny=1500)
    shop.hand_in(21, "Wu", closed=1, amount_cny=700)
    shop.hand_in(22, "Wu", closed=8)  # after the day
    # No staff table: Li is on duty from the 20th, Wu from the 21st, both stay to the 30th. Li: 2 of 11 days gone, Wu: 1
    # of 10. The store: 3 of 21.
    columns = ("store", "assistant", "target", "done", "elapsed_share", "revenue_cny", "leads_target", "leads")
    assert shop.ask("targets/progress", *columns, day=DAY) == [
        ("S", None, 10, 3, pytest.approx(3 / 21), 2200, 4, 1),
        ("S", "Li", 6, 2, pytest.approx(2 / 11), 1500, 4, 1),
    ]


def test_a_store_without_a_target_of_its_own_is_to_bring_what_its_assistants_are(shop) -> None:
    shop.bring("targets", HEAD + "2026-11,S,Li,6,3000,\n2026-11,S,Wu,5,,\n")
    found = shop.ask("targets/progress", "assistant", "target", "revenue_target_cny", day=DAY)
    assert found == [(None, 11, 3000), ("Li", 6, 3000), ("Wu", 5, None)]


def test_a_target_changed_in_mid_month_counts_as_it_was_said_last(shop) -> None:
    for orders in (6, 8):
        shop.bring("targets", HEAD + f"2026-11,S,Li,{orders},,\n")
    assert shop.ask("targets/progress", "target", day=DAY) == [(8,), (8,)]


def test_what_became_of_customers_in_as_many_days_as_are_left(shop) -> None:
    # Nine days are left; data since the 1st, so two stretches: from the 3rd to the 12th and to the 21st, 18 days.
    shop.hand_in(1, "Li")
    for number, closed in ((10, 1), (15, 2), (20, 1)):
        shop.hand_in(number, "Li", closed=closed)
    customer(shop, 1, first_on=day(2), visited_on=day(2), ordered_on=day(10))  # visited on the 3rd, ordered by the 12th
    customer(shop, 2, first_on=day(4), invited_on=day(13))  # known on the 12th, invited now
    customer(shop, 3, first_on=day(5), connected_on=day(5), ordered_on=day(20))  # contact on the 12th, ordered
    customer(shop, 4, first_on=day(14), lead_on=day(14), ordered_on=day(15))  # a lead that came and ordered
    customer(shop, 5, first_on=date(2026, 8, 1))  # came over 90 days before
    customer(shop, 6, first_on=day(13), lead_on=day(13))  # a lead, known now
    # Four orders, two of them from open customers: two others.
    expected = [
        ("contact", 0, 1, 1),
        ("invited", 1, 0, 0),
        ("known", 1, 1, 0),
        ("leads", None, 2, 1),
        ("other", None, None, 2),
        ("visited", 0, 1, 1),
    ]
    columns = ("assistant", "part", "open_now", "open_then", "ordered", "days", "days_left", "days_known")
    found = shop.ask("targets/outlook", *columns, day=DAY)
    assert found == [(whose, *part, 18, 9, 21) for whose in (None, "Li") for part in expected]


def test_customers_whom_nobody_holds_count_for_the_store_alone(shop) -> None:
    shop.hand_in(15, "Li")
    shop.insert("customer_state", store="S", customer_key=1, first_on=day(20))
    found = shop.ask("targets/outlook", "assistant", "part", "open_now", day=DAY)
    assert found == [(None, "known", 1), (None, "other", None), ("Li", "other", None)]


def test_progress_says_how_probable_the_target_is(shop) -> None:
    shop.bring("targets", HEAD + "2026-11,S,,9,,\n")
    for number in range(1, 22):
        shop.hand_in(number, "Li", closed=int(number % 3 == 0))
    row = targets.progress(shop.store, ("S",), DAY).iloc[0]
    ahead = orders_ahead(targets.outlook(shop.store, ("S",), DAY).query("assistant.isna()"))
    # 7 orders in 21 days, so 2 are missing with 9 days left.
    assert (row["done"], row["probability"]) == (7, (ahead >= 2).mean())
    assert (row["p50"], row["p80"]) == (7 + made_with(ahead, 0.5), 7 + made_with(ahead, 0.8))


def test_sprint_and_challenge_are_the_target_times_the_rules_rounded_up(shop) -> None:
    shop.bring("targets", HEAD + "2026-11,S,,9,,\n")
    shop.rule("challenge_factor", "200%")
    for number in range(1, 22):
        shop.hand_in(number, "Li", closed=int(number % 3 == 0))
    # 9 x 1.2 = 10.8, 9 x 2 = 18; 7 are done.
    found = targets.tiers(shop.store, ("S",), DAY)
    assert rows(found, "goal", "orders", "missing") == [("target", 9, 2), ("sprint", 11, 4), ("challenge", 18, 11)]
    assert found["probability"].is_monotonic_decreasing
    assert found["probability"].iloc[0] == targets.progress(shop.store, ("S",), DAY)["probability"].iloc[0]


def test_the_odds_of_those_asked_are_those_of_all(shop) -> None:
    shop.bring("targets", HEAD + "2026-11,S,,9,,\n2026-11,S,Li,6,,\n2026-11,S,Wu,3,,\n")
    for number in range(1, 22):
        shop.hand_in(number, "Li", closed=int(number % 3 == 0))
    goals, parts = targets.goals(shop.store, ("S",), DAY), targets.outlook(shop.store, ("S",), DAY)
    of_all, of_li = with_odds(goals, parts).set_index("assistant"), with_odds(goals, parts, ("Li",))
    assert of_all["probability"].notna().tolist() == [True, True, False]  # Wu has never brought anything
    assert of_li.set_index("assistant").loc[["Li"]].equals(of_all.loc[["Li"]])
    assert of_li["probability"].notna().tolist() == [False, True, False]


def test_it_is_too_early_to_say_with_zero_history(shop) -> None:
    shop.bring("targets", HEAD + "2026-11,S,,9,,\n")
    row = targets.progress(shop.store, ("S",), DAY).iloc[0]
    assert row[["probability", "p50", "p80", "leads_needed", "elapsed_share"]].isna().all()


def reverse(shop, **said: object) -> list[tuple[object, ...]]:
    blank = dict.fromkeys(("assistant", "orders", "close_rate", "visit_rate", "valid_rate"))
    about = {"first": date(2026, 8, 1), "last": DAY, "rates": "measured"} | blank | said
    return shop.ask("targets/reverse", "step", "needed", "rate_from", **about)


def test_each_step_back_is_rounded_up(shop) -> None:
    # 7 / 0.7 is 10, not 11; 10 / 0.3 = 33.3: 34; 34 / 0.8 = 42.5: 43.
    assert reverse(shop, orders=7, close_rate=0.7, visit_rate=0.3, valid_rate=0.8) == [
        ("orders", 7, None),
        ("visits", 10, "typed"),
        ("valid", 34, "typed"),
        ("leads", 43, "typed"),
        ("calls", None, "measured"),  # nobody called, and nobody came
    ]


def test_visits_take_as_many_calls_each_as_they_took_between_the_days(shop) -> None:
    calls = "".join(
        f"2026-08-{day:02},S,Li,赵{n},1390013{day:02}{n:02},接通\n" for day in (3, 4) for n in range(10, 15)
    )
    shop.bring("calls", "日期,门店,导购,客户,电话,通话结果\n" + calls + "2026-07-31,S,Li,赵,13900139999,接通\n")
    visit = "2026-08-15,S,{1},王{0},1380013800{0},否\n"
    visits = "".join(visit.format(number, who) for number, who in ((1, "Li"), (2, "Li"), (3, "Li"), (4, "Wu")))
    shop.bring("visits", "进店日期,门店,接待人,客户,电话,是否成交\n" + visits)
    # Ten calls and four visits from August on: 7 orders are 10 visits, which take 10 / (4/10) = 25 calls.
    assert reverse(shop, orders=7, close_rate=0.7)[-1] == ("calls", 25, "measured")
    # Li alone received three: 10 / (3/10) = 33.3, so 34. Wu called nobody.
    assert reverse(shop, orders=7, close_rate=0.7, assistant="Li")[-1][1] == 34
    assert reverse(shop, orders=7, close_rate=0.7, assistant="Wu")[-1][1] is None


def test_rates_are_those_measured_or_the_benchmarks_and_the_orders_those_of_the_month(shop) -> None:
    shop.bring("targets", HEAD + "2026-11,S,,6,,\n")
    # Four leads of August, three valid, two of them visit and one buys: 6 / (1/2) = 12, / (2/3) = 18, / (3/4) = 24.
    shop.bring(
        "leads",
        "客资日期,门店,导购,客户,电话,是否有效\n"
        + "".join(f"2026-08-10,S,Li,王{n},1380013800{n},{'否' if n == 4 else '是'}\n" for n in (1, 2, 3, 4)),
    )
    visit = "2026-08-15,S,Li,王{0},1380013800{0},{1}\n"
    visits = "进店日期,门店,接待人,客户,电话,是否成交\n" + visit.format(1, "是") + visit.format(2, "否")
    shop.bring("visits", visits)
    assert [needed for _, needed, _ in reverse(shop)] == [6, 12, 18, 24, None]
    # The shipped benchmark of the visit rate is 60 %; the others have none, so nothing can be said.
    assert reverse(shop, rates="benchmark", close_rate=0.5) == [
        ("orders", 6, None),
        ("visits", 12, "typed"),
        ("valid", 20, "benchmark"),
        ("leads", None, "benchmark"),
        ("calls", None, "measured"),
    ]
