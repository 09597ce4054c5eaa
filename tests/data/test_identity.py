"""Who is who, decided by a person: what merging and splitting do, and that both can be taken back."""

from datetime import datetime

import pytest

from data import identity, rollups
from data.refusal import Refused

LATER = datetime(2026, 11, 21, 21, 0)
SHOP = "旗舰店"


@pytest.fixture
def keys(figures):
    """The key of every customer by the name in the log."""
    return lambda: {row["customer"]: row["customer_key"] for row in figures("calls")}


@pytest.fixture
def decide(shop):
    """Decide about pairs of contacts of the flagship store; return the numbers of the decisions."""

    def deciding(action, *pairs):
        return identity.decide(shop, action, [identity.Pair(SHOP, *pair) for pair in pairs], at=LATER, user="操盘手")

    return deciding


def test_merging_makes_one_customer_of_two_and_can_be_taken_back(shop, call, keys, figures, decide, offered):
    call("李小红 13800138001 -", "李小红(家电) - -")
    two = keys()
    before = figures("daily"), figures("customer_state")
    assert [row["invites_agreed"] for row in figures("daily")] == [2]
    (number,) = decide("merge", two.values())
    assert set(keys().values()) == {min(two.values())}
    assert [row["invites_agreed"] for row in figures("daily")] == [1]
    assert len(figures("customer_state")) == 1
    assert offered() == []
    with pytest.raises(Refused, match="one customer already"):
        decide("merge", two.values())
    identity.take_back(shop, [number], at=LATER, user="操盘手")
    assert keys() == two
    assert (figures("daily"), figures("customer_state")) == before
    with pytest.raises(Refused, match="taken back already"):
        identity.take_back(shop, [number], at=LATER, user="操盘手")


def test_merge_holds_for_rows_that_come_later(call, keys, decide):
    call("李小红 13800138001 -", "李小红(家电) - -")
    decide("merge", keys().values())
    call("李姐 13800138001 lily", day="2026-11-20", assistant="何娟")
    call("小红 - lily", day="2026-11-19")
    assert len(set(keys().values())) == 1


def test_wechat_of_the_shop_ties_nobody_once_it_is_split(shop, call, keys, figures, decide):
    call("李 13800138001 dianzhang", "王 13800138002 dianzhang")
    assert len(set(keys().values())) == 1
    ties = [(row["one_key"], row["other_key"]) for row in figures("ties")]
    assert len(ties) == 2
    numbers = decide("split", *ties)
    assert len(set(keys().values())) == 2
    call("赵 13800138003 dianzhang", day="2026-11-20")
    assert len(set(keys().values())) == 3
    with pytest.raises(Refused, match="nothing to split"):
        decide("split", ties[0])
    identity.take_back(shop, numbers, at=LATER, user="操盘手")
    assert len(set(keys().values())) == 1


def test_offer_stays_turned_down_when_a_customer_gets_another_contact(call, keys, decide, offered):
    call("李小红 13800138001 -", "李小红(家电) - -")
    decide("apart", keys().values())
    call("李小红 13800138001 lily_88", day="2026-11-20")
    assert offered() == []


def test_several_are_decided_at_once_or_not_at_all(shop, call, keys, figures, decide):
    call("李小红 13800138001 -", "李小红(家电) - -", "张建国 13800138002 -", "张建国(家电) - -")
    found, version = keys(), shop.data_version()
    pairs = [(found[name], found[f"{name}(家电)"]) for name in ("李小红", "张建国")]
    with pytest.raises(Refused, match="changed meanwhile"):
        decide("merge", pairs[0], (found["张建国"], 1))
    assert (len(set(keys().values())), shop.data_version()) == (4, version)
    assert decide("merge", *pairs) == [1, 2]
    assert (len(set(keys().values())), shop.data_version()) == (2, version + 1)
    assert [(row["one_name"], row["other_name"]) for row in figures("decisions")] == [
        ("李小红", "李小红(家电)"),
        ("张建国", "张建国(家电)"),
    ]


def test_shared_wechat_id_ties_nobody_any_more(shop, call, keys, figures, decide):
    call("李 13800138001 dianzhang", "王 13800138002 dianzhang")
    wechat = figures("ties")[0]["other_key"]
    (number,) = decide("shared", (wechat, wechat))
    call("赵 13800138003 dianzhang", "钱 13800138004 dianzhang", day="2026-11-20")
    assert len(set(keys().values())) == 4
    assert figures("ties") == []
    before = figures("customer_state")
    with shop.write("rebuild") as connection:
        rollups.rebuild(connection)
    assert figures("customer_state") == before
    with pytest.raises(Refused, match="nothing to split"):
        decide("shared", (wechat, wechat))
    identity.take_back(shop, [number], at=LATER, user="操盘手")
    assert len(set(keys().values())) == 1


def test_offer_turned_down_is_not_made_again(shop, call, keys, decide, offered):
    call("李小红 13800138001 -", "李小红(家电) - -")
    two = keys()
    (number,) = decide("apart", two.values())
    assert offered() == []
    assert keys() == two
    identity.take_back(shop, [number], at=LATER, user="操盘手")
    assert len(offered()) == 1


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
    decide("merge", (found["李小红"], found["李小红(家电)"]))
    tie = next((row["one_key"], row["other_key"]) for row in figures("ties"))
    decide("split", tie)
    before = keys(), figures("daily"), figures("customer_state")
    with shop.write("rebuild") as connection:
        rollups.rebuild(connection)
    assert (keys(), figures("daily"), figures("customer_state")) == before
