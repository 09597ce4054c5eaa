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
    """Decide about pairs of contacts of the flagship store; return the numbers of the decisions."""

    def deciding(action, *pairs):
        return identity.decide(shop, action, [identity.Pair(SHOP, *pair) for pair in pairs], at=LATER, user="操盘手")

    return deciding


def offered(shop):
    return [({offer.one.customer, offer.other.customer}, offer.reason) for offer in identity.offers(shop, [SHOP])]


def test_same_name_with_and_without_a_phone_is_offered(shop, call):
    call("李小红 13800138001 -", "李小红(家电) - -", "王女士 - -", "王女士 13800138002 -")
    assert offered(shop) == [({"李小红", "李小红(家电)"}, "same_name")]


def test_same_name_with_a_phone_and_with_a_wechat_is_offered(shop, call):
    call("李小红 13800138001 -", "李小红 - lily_88")
    assert offered(shop) == [({"李小红"}, "same_name")]


@pytest.mark.parametrize(
    "other",
    [
        "李小红 15900159009 -",  # another phone
        "李晓红 15900159009 -",
        "王小红 13800138007 -",  # one slip, but another surname
        "赵大海 13800138007 -",
    ],
)
def test_another_phone_is_somebody_else(shop, call, other):
    call("李小红 13800138001 -", other)
    assert offered(shop) == []


def test_two_wechat_ids_are_two_customers(shop, call):
    call("李小红 - lily_88", "李小红 - lily_89")
    assert offered(shop) == []


@pytest.mark.parametrize("phone", ["13800138007", "13800138010", "13900138001", "31800138001", "13801038001"])
def test_phone_with_one_slip_is_offered_for_a_similar_name(shop, call, phone):
    # One digit is another one, or two neighbours changed places; 31800138001 is no phone, but a name without one.
    call("李小红 13800138001 -", f"李晓红 {phone} -")
    assert offered(shop) == [({"李小红", "李晓红"}, "similar_name" if phone[0] == "3" else "nearly_same_phone")]


def test_same_name_of_two_holders_is_not_offered(shop, call):
    call("李小红 13800138001 -")
    call("李小红 - lily_88", assistant="何娟")
    assert offered(shop) == []


def test_where_a_third_could_be_meant_nobody_is_offered(shop, call):
    # 13800138001 and 15900159009 are two customers; lily_88 may be either.
    call("李小红 13800138001 -", "李小红 15900159009 -", "李小红 - lily_88")
    assert offered(shop) == []


@pytest.mark.parametrize(("day", "offers"), [("2026-10-22", 1), ("2026-10-21", 0)])
def test_same_name_of_another_month_is_not_offered(shop, call, day, offers):
    # From 22 October to 21 November are 30 days.
    call("李小红 13800138001 -")
    call("李小红 - lily_88", day=day)
    assert len(offered(shop)) == offers


def test_another_product_makes_another_customer(shop, bring):
    rows = ["2026-11-21,旗舰店,周丽,李小红,13800138001,,冰箱", "2026-11-21,旗舰店,周丽,李小红,,lily_88,沙发"]
    bring("\n".join(["日期,门店,导购,客户,电话,微信号,意向产品", *rows]) + "\n", kind="calls")
    assert offered(shop) == []


def test_similar_name_is_offered_where_one_assistant_holds_both(shop, call):
    call("李小红 13800138001 -", "李晓红 - -")
    call("李筱红 - -", assistant="何娟")
    assert offered(shop) == [({"李小红", "李晓红"}, "similar_name")]


def test_similar_name_of_another_month_is_not_offered(shop, call):
    call("李小红 13800138001 -")
    call("李晓红 - -", day="2026-10-21")
    assert offered(shop) == []


def test_offers_show_no_whole_phone(shop, call):
    call("李小红13800138001 13800138001 -", "李小红 - lily_88")
    (offer,) = identity.offers(shop, [SHOP])
    assert "13800138001" not in str(offer)
    assert {offer.one.customer, offer.other.customer} == {"李小红138****8001", "李小红"}
    assert {offer.one.contacts, offer.other.contacts} == {("138****8001",), ("li***8",)}


def test_offers_stay_within_the_scope(shop, call):
    call("李小红 13800138001 -", "李小红(家电) - -")
    assert identity.offers(shop, ["万象店"]) == identity.offers(shop, []) == []


def test_merging_makes_one_customer_of_two_and_can_be_taken_back(shop, call, keys, figures, decide):
    call("李小红 13800138001 -", "李小红(家电) - -")
    two = keys()
    before = figures("daily"), figures("customer_state")
    assert [row["invites_agreed"] for row in figures("daily")] == [2]
    (number,) = decide("merge", two.values())
    assert set(keys().values()) == {min(two.values())}
    assert [row["invites_agreed"] for row in figures("daily")] == [1]
    assert len(figures("customer_state")) == 1
    assert offered(shop) == []
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


def test_offer_stays_turned_down_when_a_customer_gets_another_contact(shop, call, keys, decide):
    call("李小红 13800138001 -", "李小红(家电) - -")
    decide("apart", keys().values())
    call("李小红 13800138001 lily_88", day="2026-11-20")
    assert offered(shop) == []


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


def test_offer_turned_down_is_not_made_again(shop, call, keys, decide):
    call("李小红 13800138001 -", "李小红(家电) - -")
    two = keys()
    (number,) = decide("apart", two.values())
    assert offered(shop) == []
    assert keys() == two
    identity.take_back(shop, [number], at=LATER, user="操盘手")
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
    decide("merge", (found["李小红"], found["李小红(家电)"]))
    tie = next((row["one_key"], row["other_key"]) for row in figures("ties"))
    decide("split", tie)
    before = keys(), figures("daily"), figures("customer_state")
    with shop.write("rebuild") as connection:
        rollups.rebuild(connection)
    assert (keys(), figures("daily"), figures("customer_state")) == before
