"""Whom the shop offers as one customer: who could be the same, and nobody where it is not sure."""

import pytest

from data import identity

SHOP = "旗舰店"


def test_same_name_with_and_without_a_phone_is_offered(call, offered):
    call("李小红 13800138001 -", "李小红(家电) - -", "王女士 - -", "王女士 13800138002 -")
    assert offered() == [({"李小红", "李小红(家电)"}, "same_name")]


def test_same_name_with_a_phone_and_with_a_wechat_is_offered(call, offered):
    call("李小红 13800138001 -", "李小红 - lily_88")
    assert offered() == [({"李小红"}, "same_name")]


@pytest.mark.parametrize(
    "other",
    [
        "李小红 15900159009 -",  # another phone
        "李晓红 15900159009 -",
        "王小红 13800138007 -",  # one slip, but another surname
        "赵大海 13800138007 -",
    ],
)
def test_another_phone_is_somebody_else(call, offered, other):
    call("李小红 13800138001 -", other)
    assert offered() == []


def test_two_wechat_ids_are_two_customers(call, offered):
    call("李小红 - lily_88", "李小红 - lily_89")
    assert offered() == []


@pytest.mark.parametrize("phone", ["13800138007", "13800138010", "13900138001", "31800138001", "13801038001"])
def test_phone_with_one_slip_is_offered_for_a_similar_name(call, offered, phone):
    # One digit is another one, or two neighbours changed places; 31800138001 is no phone, but a name without one.
    call("李小红 13800138001 -", f"李晓红 {phone} -")
    assert offered() == [({"李小红", "李晓红"}, "similar_name" if phone[0] == "3" else "nearly_same_phone")]


def test_same_name_of_two_holders_is_not_offered(call, offered):
    call("李小红 13800138001 -")
    call("李小红 - lily_88", assistant="何娟")
    assert offered() == []


def test_where_a_third_could_be_meant_nobody_is_offered(call, offered):
    # 13800138001 and 15900159009 are two customers; lily_88 may be either.
    call("李小红 13800138001 -", "李小红 15900159009 -", "李小红 - lily_88")
    assert offered() == []


@pytest.mark.parametrize(("day", "offers"), [("2026-10-22", 1), ("2026-10-21", 0)])
def test_same_name_of_another_month_is_not_offered(call, offered, day, offers):
    # From 22 October to 21 November are 30 days.
    call("李小红 13800138001 -")
    call("李小红 - lily_88", day=day)
    assert len(offered()) == offers


def test_another_product_makes_another_customer(bring, offered):
    rows = ["2026-11-21,旗舰店,周丽,李小红,13800138001,,冰箱", "2026-11-21,旗舰店,周丽,李小红,,lily_88,沙发"]
    bring("\n".join(["日期,门店,导购,客户,电话,微信号,意向产品", *rows]) + "\n", kind="calls")
    assert offered() == []


def test_similar_name_is_offered_where_one_assistant_holds_both(call, offered):
    call("李小红 13800138001 -", "李晓红 - -")
    call("李筱红 - -", assistant="何娟")
    assert offered() == [({"李小红", "李晓红"}, "similar_name")]


def test_similar_name_of_another_month_is_not_offered(call, offered):
    call("李小红 13800138001 -")
    call("李晓红 - -", day="2026-10-21")
    assert offered() == []


def test_offers_show_no_whole_phone(shop, call):
    call("李小红13800138001 13800138001 -", "李小红 - lily_88")
    (offer,) = identity.offers(shop, [SHOP])
    assert "13800138001" not in str(offer)
    assert {offer.one.customer, offer.other.customer} == {"李小红138****8001", "李小红"}
    assert {offer.one.contacts, offer.other.contacts} == {("138****8001",), ("li***8",)}


def test_offers_stay_within_the_scope(shop, call):
    call("李小红 13800138001 -", "李小红(家电) - -")
    assert identity.offers(shop, ["万象店"]) == identity.offers(shop, []) == []
