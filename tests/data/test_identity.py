"""Who is who, decided by a person: what is offered, what merging and splitting do, and that both can be taken back."""

from datetime import datetime

import pytest

from data import identity, rollups
from data.refusal import Refused

LATER = datetime(2026, 11, 21, 21, 0)
SHOP = "旗舰店"
HEADER = "日期,门店,导购,客户,电话,微信号,是否同意进群"


@pytest.fixture
def call(bring):
    """Bring one assistant's day of calls: "customer phone wechat" each, "-" for nothing."""

    def calling(*people, assistant="周丽", day="2026-11-21"):
        rows = [",".join((day, SHOP, assistant, *row.replace("-", "").split(" "), "是")) for row in people]
        return bring("\n".join([HEADER, *rows]) + "\n", kind="calls")

    return calling


@pytest.fixture
def keys(figures):
    """The key of every customer by the name in the log."""
    return lambda: {row["customer"]: row["customer_key"] for row in figures("calls")}


@pytest.fixture
def decide(shop):
    return lambda action, one, other: identity.decide(shop, action, one, other, shop=SHOP, at=LATER, user="操盘手")


def offered(shop):
    return [(offer.one.customer, offer.other.customer, offer.reason) for offer in identity.offers(shop, [SHOP])]


def test_same_name_with_and_without_a_phone_is_offered(shop, call):
    call("李小红 13800138001 -", "李小红(家电) - -", "王女士 - -", "王女士 13800138002 -")
    assert offered(shop) == [("李小红", "李小红(家电)", "same_name")]


def test_nearly_the_same_phone_is_offered_for_a_similar_name_only(shop, call):
    call("李小红 13800138001 -", "李晓红 13800138007 -", "赵大海 13800138003 -")
    assert [pair[2] for pair in offered(shop)] == ["nearly_same_phone"]


def test_same_name_with_another_phone_is_somebody_else(shop, call):
    call("李小红 13800138001 -", "李小红 15900159009 -")
    assert offered(shop) == []


def test_similar_name_is_offered_where_one_assistant_holds_both(shop, call):
    call("李小红 13800138001 -", "李晓红 - -")
    call("李筱红 - -", assistant="何娟")
    assert {frozenset(pair[:2]) for pair in offered(shop)} == {frozenset(("李小红", "李晓红"))}


def test_offers_stay_within_the_scope(shop, call):
    call("李小红 13800138001 -", "李小红(家电) - -")
    assert identity.offers(shop, ["万象店"]) == identity.offers(shop, []) == []


def test_merging_makes_one_customer_of_two_and_can_be_taken_back(shop, call, keys, figures, decide):
    call("李小红 13800138001 -", "李小红(家电) - -")
    two = keys()
    before = figures("daily"), figures("customer_state")
    assert [row["invites_agreed"] for row in figures("daily")] == [2]
    number = decide("merge", *two.values())
    assert set(keys().values()) == {min(two.values())}
    assert [row["invites_agreed"] for row in figures("daily")] == [1]
    assert len(figures("customer_state")) == 1
    assert offered(shop) == []
    with pytest.raises(Refused, match="one customer already"):
        decide("merge", *two.values())
    identity.take_back(shop, number, at=LATER, user="操盘手")
    assert keys() == two
    assert (figures("daily"), figures("customer_state")) == before
    with pytest.raises(Refused, match="taken back already"):
        identity.take_back(shop, number, at=LATER, user="操盘手")


def test_merge_holds_for_rows_that_come_later(call, keys, decide):
    call("李小红 13800138001 -", "李小红(家电) - -")
    decide("merge", *keys().values())
    call("李姐 13800138001 lily", day="2026-11-20", assistant="何娟")
    call("小红 - lily", day="2026-11-19")
    assert len(set(keys().values())) == 1


def test_wechat_of_the_shop_ties_nobody_once_it_is_split(shop, call, keys, figures, decide):
    call("李 13800138001 dianzhang", "王 13800138002 dianzhang")
    assert len(set(keys().values())) == 1
    ties = [(row["one_key"], row["other_key"]) for row in figures("ties")]
    assert len(ties) == 2
    numbers = [decide("split", *tie) for tie in ties]
    assert len(set(keys().values())) == 2
    call("赵 13800138003 dianzhang", day="2026-11-20")
    assert len(set(keys().values())) == 3
    with pytest.raises(Refused, match="nothing to split"):
        decide("split", *ties[0])
    for number in numbers:
        identity.take_back(shop, number, at=LATER, user="操盘手")
    assert len(set(keys().values())) == 1


def test_offer_turned_down_is_not_made_again(shop, call, keys, decide):
    call("李小红 13800138001 -", "李小红(家电) - -")
    two = keys()
    number = decide("apart", *two.values())
    assert offered(shop) == []
    assert keys() == two
    identity.take_back(shop, number, at=LATER, user="操盘手")
    assert len(offered(shop)) == 1


def test_contacts_show_masked(call, figures):
    call("李小红 13800138001 lily_88")
    assert {(row["kind"], row["shown"]) for row in figures("contacts")} == {
        ("phone", "138****8001"),
        ("wechat", "li***8"),
    }
    assert figures("contacts", ()) == figures("ties", ()) == figures("decisions", ()) == []


def test_rebuilding_keeps_what_was_decided(shop, call, keys, figures, decide):
    call("李小红 13800138001 -", "李小红(家电) - -", "王 13800138002 dianzhang", "赵 13800138003 dianzhang")
    found = keys()
    decide("merge", found["李小红"], found["李小红(家电)"])
    tie = next((row["one_key"], row["other_key"]) for row in figures("ties"))
    decide("split", *tie)
    before = keys(), figures("daily"), figures("customer_state")
    with shop.write("rebuild") as connection:
        rollups.rebuild(connection)
    assert (keys(), figures("daily"), figures("customer_state")) == before
