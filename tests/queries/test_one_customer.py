"""One customer, as asked: how far the way went, since when the grade holds, and what was agreed."""

from datetime import date, datetime
from typing import Any, Final

import pytest

from data import importing
from queries import customers

EVENING: Final = datetime(2026, 11, 25, 20)
DAY: Final = date(2026, 11, 25)
HEADERS: Final = {
    "leads": "日期,门店,导购,客户姓名,电话,是否有效",
    "calls": "日期,门店,导购,客户姓名,电话,通话结果,客户等级,预约到店日期",
    "invites": "日期,门店,导购,客户姓名,电话,同意事项,下次跟进日期",
    "visits": "进店日期,门店,接待人,客户姓名,电话,是否成交",
}
WHO: Final = "S,Li,李女士,13800138001"


@pytest.fixture
def bring(shop) -> Any:
    """Bring rows of a log about one customer: the day of November, and what follows the phone."""

    def bringing(kind: str, *rows: tuple[int, str]) -> None:
        lines = [HEADERS[kind], *(f"2026-11-{day},{WHO},{rest}" for day, rest in rows)]
        content = "\n".join(lines).encode()
        prepared = importing.prepare(shop.store, content, f"{kind}.csv", received_at=EVENING, kind=kind)
        importing.commit(shop.store, prepared, at=EVENING, user="uploads_page")

    return bringing


@pytest.fixture
def ask(shop) -> Any:
    """Ask about the only customer there is."""

    def asking(question: str, *columns: str, scope: tuple[str, ...] = ("S",), **params: Any) -> Any:
        ((key,),) = shop.ask("customers/found", "customer_key", words="8001", most=9)
        return shop.ask(f"customers/{question}", *columns, scope=scope, customer=key, **params)

    return asking


def test_the_way_names_every_stage_in_order_and_the_day_of_those_reached(bring, ask) -> None:
    bring("leads", (18, "是"))
    bring("visits", (22, "否"))
    # A visit implies what comes before it: agreed, and a contact, on its day at the latest.
    assert ask("steps", "funnel", "stage", "day") == [
        ("leads", "lead", date(2026, 11, 18)),
        ("leads", "valid", date(2026, 11, 18)),
        ("leads", "contact", date(2026, 11, 22)),
        ("leads", "invited", date(2026, 11, 22)),
        ("leads", "visited", date(2026, 11, 22)),
        ("leads", "ordered", None),
    ]
    assert ask("steps", scope=("T",)) == []


def test_a_grade_holds_since_it_last_changed(bring, ask) -> None:
    bring("calls", (18, "接通,B,"), (20, "接通,A,"), (23, "接通,A,"))
    assert ask("known", "grade", "grade_since") == [("A", date(2026, 11, 20))]


def test_days_without_touch_stand_beside_those_the_grade_allows(bring, ask) -> None:
    bring("calls", (20, "接通,B2,"))
    # From the 20th to the 25th: 5 days; B may wait 7.
    assert ask("agreed", "grade", "days", "touch_days", day=DAY) == [("B", 5, 7)]
    assert ask("agreed", scope=("T",), day=DAY) == []


def test_a_visit_that_was_agreed_counts_until_the_customer_comes(bring, ask) -> None:
    bring("calls", (20, "接通,A,2026-11-28"), (21, "无人接听,A,"))
    assert ask("agreed", "visit_on", day=DAY) == [(date(2026, 11, 28),)]
    bring("visits", (24, "否"))
    assert ask("agreed", "visit_on", day=DAY) == [(None,)]


def test_a_visit_agreed_after_an_earlier_one_is_still_to_come(bring, ask) -> None:
    bring("visits", (18, "否"))
    bring("calls", (20, "接通,A,2026-11-28"))
    assert ask("agreed", "visit_on", day=DAY) == [(date(2026, 11, 28),)]


def test_a_next_contact_counts_until_somebody_is_in_touch(bring, ask) -> None:
    bring("invites", (20, "进群,2026-11-27"))
    assert ask("agreed", "contact_on", day=DAY) == [(date(2026, 11, 27),)]
    bring("calls", (22, "接通,A,"))
    assert ask("agreed", "contact_on", day=DAY) == [(None,)]


def test_a_lead_is_invalid_until_somebody_says_otherwise(bring, ask) -> None:
    bring("leads", (18, "否"))
    assert ask("agreed", "is_invalid", day=DAY) == [(True,)]


def test_the_functions_ask_the_same(shop, bring) -> None:
    bring("calls", (20, "接通,A,2026-11-28"))
    (key,) = customers.found(shop.store, ["S"], words="李女", most=9)["customer_key"]
    assert len(customers.steps(shop.store, ["S"], int(key))) == 6
    assert len(customers.agreed(shop.store, ["S"], int(key), DAY)) == 1
