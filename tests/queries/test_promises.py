"""Promises: typed one evening, looked at against the facts the next."""

from datetime import date, datetime

import pytest

from data.promises import Promise, promise
from data.refusal import Refused

EVENING = datetime(2026, 11, 24, 20, 5)
DAY = date(2026, 11, 25)
CALLS = """\
日期,门店,导购,客户,电话,通话结果
2026-11-25,S,Li,赵,13800138001,接通
2026-11-25,S,Li,钱,13800138002,接通
2026-11-25,S,Wu,孙,13800138003,接通
"""


@pytest.fixture
def called(shop):
    shop.bring("calls", CALLS)
    return shop


def say(shop, who, said, day=DAY, store="S"):
    promise(shop.store, {who: said}, for_store=store, day=day, at=EVENING, by="t")


def kept(shop, scope=("S",)):
    return shop.ask("promises/kept", "assistant", "figure", "promised", "done", "missing", day=DAY, scope=scope)


def test_a_promise_stands_against_the_fact_and_what_was_not_handed_in_is_not_zero(called) -> None:
    say(called, "Li", Promise(calls=5, invites=1, visits=1, orders=1))
    say(called, "Wu", Promise(calls=1))
    say(called, "Left", Promise(calls=3))
    # Li called 2 of 5, and a call log without invites says there were none, as on the quota board. No log tells of
    # visits or orders. Who is gone handed in nothing.
    assert kept(called) == [
        ("Left", "calls", 3, None, None),
        ("Li", "calls", 5, 2, 3),
        ("Li", "invites", 1, 0, 1),
        ("Li", "orders", 1, None, None),
        ("Li", "visits", 1, None, None),
        ("Wu", "calls", 1, 1, 0),
    ]
    assert kept(called, scope=()) == []


def test_the_last_said_counts_and_nothing_said_takes_a_promise_back(called) -> None:
    version = called.store.data_version()
    say(called, "Li", Promise(calls=5))
    say(called, "Li", Promise(calls=2))
    say(called, "Wu", Promise(calls=9))
    say(called, "Wu", Promise())
    assert kept(called) == [("Li", "calls", 2, 2, 0)]
    assert called.store.data_version() == version + 4


@pytest.mark.parametrize(
    ("said", "day", "store"),
    [(Promise(calls=-1), DAY, "S"), (Promise(calls=1), date(2026, 11, 23), "S"), (Promise(calls=1), DAY, "T")],
)
def test_what_cannot_be_promised_is_refused(called, said, day, store) -> None:
    with pytest.raises(Refused):
        say(called, "Li", said, day, store)


def test_of_what_is_said_together_nothing_is_kept_when_one_promise_is_refused(called) -> None:
    both = {"Li": Promise(calls=5), "Wu": Promise(calls=1001)}
    with pytest.raises(Refused):
        promise(called.store, both, for_store="S", day=DAY, at=EVENING, by="t")
    assert kept(called) == []


def test_a_change_of_the_data_says_that_promises_made_it(called) -> None:
    promise(called.store, {"Li": Promise(calls=5), "Wu": Promise()}, for_store="S", day=DAY, at=EVENING, by="boss")
    assert called.ask("records/versions", "cause", "user_name", "days")[0] == ("promise", "boss", 0)
    assert len(called.ask("records/versions", "version")) == 2
