"""Why a number changed: what differs between two data versions, and who made them."""

from datetime import date, datetime

import pytest

from data import identity, importing
from data.rules import set_rule

EVENING = datetime(2026, 11, 21, 19, 0)
DAY = date(2026, 11, 21)
HEADER = "日期,门店,导购,客户,电话,是否同意进群"


@pytest.fixture
def calls(shop):
    """Bring 周丽's calls of the day, one to each of the customers numbered so; the batch's number comes back."""

    def calling(name: str, *customers: int, store: str = "旗舰店") -> int:
        rows = [f"2026-11-21,{store},周丽,客{n},1380013800{n},是" for n in customers]
        content = "\n".join([HEADER, *rows]) + "\n"
        prepared = importing.prepare(shop.store, content.encode(), name, received_at=EVENING)
        return importing.commit(shop.store, prepared, at=EVENING, user="uploads_page", may_shrink=True).batch_id

    return calling


def changed(shop, first: int, second: int, scope=("旗舰店",)):
    columns = ("assistant", "day", "figure", "before", "after", "difference", "version")
    return shop.ask("records/changed", *columns, scope=scope, first_version=first, second_version=second)


def test_a_corrected_file_changes_what_it_says(shop, calls) -> None:
    calls("first.csv", 1, 2)
    before = shop.store.data_version()
    calls("second.csv", 1, 2, 3)
    after = shop.store.data_version()
    # 2 calls to 2 customers who agreed became 3 to 3.
    assert changed(shop, before, after) == [
        ("周丽", DAY, "calls", 2, 3, 1, after),
        ("周丽", DAY, "invites_agreed", 2, 3, 1, after),
    ]
    assert changed(shop, before, before) == []
    assert changed(shop, before, after, scope=("万象店",)) == []


def test_what_was_not_handed_in_is_not_zero_calls(shop, calls) -> None:
    start = shop.store.data_version()
    batch = calls("first.csv", 1)
    there = shop.store.data_version()
    assert changed(shop, start, there)[0][2:6] == ("calls", None, 1, 1)
    importing.undo(shop.store, batch, at=EVENING, user="uploads_page")
    assert changed(shop, there, shop.store.data_version())[0][2:6] == ("calls", 1, None, -1)
    assert changed(shop, start, shop.store.data_version()) == []  # there and back


def test_the_last_version_that_changed_a_figure_is_named(shop, calls) -> None:
    calls("first.csv", 1, 2)
    first = shop.store.data_version()
    calls("second.csv", 1, 2, 2)  # one call more, no customer more
    second = shop.store.data_version()
    calls("third.csv", 1, 2, 3)  # one customer more, no call more
    third = shop.store.data_version()
    assert [(figure, version) for _, _, figure, *_, version in changed(shop, first, third)] == [
        ("calls", second),
        ("invites_agreed", third),
    ]


def test_versions_say_what_was_done_and_by_whom(shop, calls) -> None:
    batch = calls("first.csv", 1, 2)
    calls("other.csv", 1, store="万象店")
    importing.undo(shop.store, batch, at=EVENING, user="command_line")
    set_rule(shop.store, "call_quota", "40", valid_from=DAY, at=EVENING, by="rules_page")
    set_rule(shop.store, "call_quota", "30", for_store="万象店", valid_from=DAY, at=EVENING, by="rules_page")
    columns = ("cause", "name", "batch_id", "user_name", "days")
    assert shop.ask("records/versions", *columns, scope=("旗舰店",)) == [
        ("rule", "call_quota", None, "rules_page", 0),
        ("undo", "first.csv", batch, "command_line", 1),
        ("import", "first.csv", batch, "uploads_page", 1),
    ]
    assert shop.ask("records/versions", *columns, scope=("万象店",))[-1][:2] == ("import", "other.csv")
    assert shop.ask("records/versions", scope=()) == []


def test_merging_customers_is_a_change_with_a_name(shop, calls) -> None:
    calls("first.csv", 1, 2)
    before = shop.store.data_version()
    with shop.store.cursor(["旗舰店"]) as cursor:
        keys = [key for (key,) in cursor.execute("select distinct customer_key from calls").fetchall()]
    pair = identity.Pair("旗舰店", *keys)
    numbers = identity.decide(shop.store, "merge", [pair], at=EVENING, user="操盘手")
    merged = shop.store.data_version()
    # Two customers who agreed became one.
    assert changed(shop, before, merged) == [("周丽", DAY, "invites_agreed", 2, 1, -1, merged)]
    identity.take_back(shop.store, numbers, at=EVENING, user="店长")
    made = shop.ask("records/versions", "cause", "user_name", scope=("旗舰店",))
    assert made[:2] == [("take", "店长"), ("merge", "操盘手")]
