"""Who is who: contacts that rows tie together are one customer, whenever the rows came."""

from datetime import datetime

import pytest

from data.importing import preview, undo

NEXT_DAY = datetime(2026, 11, 22, 9, 0)


@pytest.fixture
def call(bring):
    """Bring one assistant's day of calls: "customer phone wechat" each, "-" for nothing."""

    def calling(*customers, assistant="周丽", day="2026-11-21"):
        lines = [",".join((day, "旗舰店", assistant, *row.replace("-", "").split(" "))) for row in customers]
        return bring(
            "日期,门店,导购,客户,电话,微信号,通话结果\n" + "".join(f"{line},接通\n" for line in lines), kind="calls"
        )

    return calling


@pytest.fixture
def customers(figures):
    """The customer of each name: a name that stands for two customers would show as two."""

    def asking():
        return {(row["customer"], row["customer_key"]) for row in figures("calls")}

    return asking


@pytest.fixture
def same(customers):
    """Whether all names given are one customer, and that each is only one."""

    def comparing(*names):
        found = [(name, key) for name, key in customers() if name in names]
        assert len(found) == len(names)
        return len({key for _, key in found}) == 1

    return comparing


def test_phone_however_written_is_one_customer(call, same):
    call("李 13800138001 -", "李姐 +8613800138001 -")
    call("李女士 1３８00138001 -", assistant="何娟")
    assert same("李", "李姐", "李女士")


def test_valid_phone_counts_before_wechat_and_wechat_before_name(call, same):
    call("李 13800138001 -", "李姐 13800138002 -", "王 - lily", "王姐 - lily", "赵 - -", "赵 - tom")
    assert not same("李", "李姐")
    assert same("王", "王姐")


@pytest.mark.parametrize("phone", ["138****8001", "1380013800", "00000000"])
def test_masked_or_unverified_phone_identifies_nobody(call, same, phone):
    call(f"李 {phone} -", f"王 {phone} -")
    assert not same("李", "王")


def test_same_name_is_one_customer_only_where_nothing_else_is_known(call, customers):
    call("李 - -", "李 - -", "李 13800138001 -")
    assert len(customers()) == 2


def test_row_with_phone_and_wechat_links_the_two(call, same):
    call("李 13800138001 lily", "王 - lily", "赵 13800138001 -")
    assert same("李", "王", "赵")


def test_link_holds_for_rows_loaded_before_it(call, same, figures):
    call("李 13800138001 -", "王 - lily")
    assert not same("李", "王")
    assert figures("daily", columns="unique_numbers") == [{"unique_numbers": 2}]
    call("赵 13800138001 lily", assistant="何娟", day="2026-11-20")
    assert same("李", "王", "赵")
    assert figures("daily", columns="assistant, unique_numbers") == [
        {"assistant": "何娟", "unique_numbers": 1},
        {"assistant": "周丽", "unique_numbers": 1},  # of another day, counted anew
    ]


def test_links_chain_several_phones_and_wechats_into_one_customer(call, same):
    call("甲 13800138001 lily", "乙 13800138002 lily", "丙 13800138002 tom", "丁 - tom", "戊 13800138003 -")
    assert same("甲", "乙", "丙", "丁")
    assert not same("丁", "戊")


def test_undo_of_the_link_parts_them_again(shop, call, same, customers):
    call("李 13800138001 -", "王 - lily")
    before = customers()
    link = call("赵 13800138001 lily", assistant="何娟")
    undo(shop, link.batch_id, at=NEXT_DAY, user="测试")
    assert customers() == before
    assert not same("李", "王")


def test_link_that_two_imports_state_outlives_the_undo_of_one(shop, call, same):
    call("李 13800138001 -", "王 - lily")
    first = call("赵 13800138001 lily", assistant="何娟")
    call("赵 13800138001 lily", assistant="孙明")
    undo(shop, first.batch_id, at=NEXT_DAY, user="测试")
    assert same("李", "王", "赵")


def test_undo_in_the_middle_of_a_chain_leaves_two_customers(shop, call, same):
    call("甲 13800138001 lily", assistant="甲")
    middle = call("乙 13800138002 lily", assistant="乙")
    call("丙 13800138002 tom", assistant="丙")
    assert same("甲", "乙", "丙")
    undo(shop, middle.batch_id, at=NEXT_DAY, user="测试")
    assert not same("甲", "丙")


def test_invites_of_two_contacts_become_one_when_they_are_linked_and_two_when_not(shop, bring, call, figures):
    header = "邀约日期,门店,导购,客户,电话,微信号,同意事项,是否到店,到店日期\n"
    bring(header + "2026-11-20,旗舰店,周丽,李,13800138001,,进群,是,2026-11-21\n")
    bring(header + "2026-11-20,旗舰店,何娟,李姐,,lily,到店,,\n")
    parted = figures("invites"), figures("daily"), figures("handed_in")
    link = call("李 13800138001 lily", assistant="孙明", day="2026-11-19")
    (invite,) = figures("invites")
    assert (invite["assistant"], invite["customer"], invite["agreed_to"]) == ("何娟", "李姐", "visit")
    handed_in = [row for row in figures("handed_in") if row["kind"] == "invites"]
    assert [(row["assistant"], row["rows"]) for row in handed_in] == [("何娟", 1)]
    visited = [row for row in figures("daily") if row["visited"]]
    assert [(row["assistant"], row["day"].day, row["visited"]) for row in visited] == [("何娟", 21, 1)]
    undo(shop, link.batch_id, at=NEXT_DAY, user="测试")
    assert (figures("invites"), figures("daily"), figures("handed_in")) == parted


def test_row_about_nobody_counts_as_activity_only(call, bring, figures):
    call("- - -", "- 138****8001 -")
    (day,) = figures("daily")
    assert (day["calls"], day["unique_numbers"]) == (2, 0)
    bring("邀约日期,门店,导购,电话,同意事项\n2026-11-20,旗舰店,周丽,138****8001,进群\n2026-11-20,旗舰店,周丽,,进群\n")
    assert len(figures("invites")) == 2
    assert {row["invites_agreed"] for row in figures("daily")} == {0}


def test_preview_tells_new_customers_from_known_ones(shop, call, prepared):
    call("李 13800138001 -")
    found = preview(
        shop,
        prepared(
            "日期,门店,导购,电话,结果\n2026-11-21,旗舰店,何娟,13800138001,\n2026-11-21,旗舰店,何娟,13800138002,\n"
        ),
    )
    assert (found.customers_known, found.customers_new) == (1, 1)


def test_yes_and_no_in_the_column_of_wechat_ids_tie_nobody_together(call, same, customers):
    call("李 13800138001 是", "王 13800138002 是", "赵 - 已加", "钱 - 已加", "孙 13800138003 店长微信")
    call("周 13800138004 店长微信", assistant="何娟")
    assert len({key for _, key in customers()}) == 6
