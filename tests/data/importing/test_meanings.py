"""Names that nobody knows: what they may mean, and that an answer once given holds."""

from datetime import datetime

import pytest

from data.importing import Meaning, commit, examine, mean, preview
from data.importing.meanings import strangers

AT = datetime(2026, 11, 21, 19, 30)
KNOWN = {"旗舰店": frozenset({"王芳", "何娟", "周晓丽"}), "金牛万达店": frozenset({"李雷"})}
HEADER = "日期,门店,导购,客户,电话,通话结果\n"


def line(assistant, customer="李", store="旗舰店", day=21):
    return f"2026-11-{day},{store},{assistant},{customer},1380013800{day % 10},接通\n"


def answer(shop, *meanings):
    """Say what names mean, as the operator does."""
    mean(shop, meanings, at=AT, user="测试")


def first_guess(name, store="旗舰店"):
    (found,) = strangers({(store, name): 3}, KNOWN)
    return found.spelled, found.candidates[0], found.sure


@pytest.mark.parametrize(
    ("name", "meant", "sure"),
    [
        ("王芳(店长)", "王芳", True),
        ("王芳店长", "王芳", True),
        ("小王", "王芳", False),
        ("何姐", "何娟", False),
        ("晓丽", "周晓丽", False),
        ("何捐", "何娟", False),
    ],
)
def test_whom_a_name_may_mean(name, meant, sure):
    assert first_guess(name) == (name, meant, sure)


def test_which_shop_a_name_may_mean():
    assert first_guess("", store="金牛万达") == ("金牛万达", "金牛万达店", False)


def test_known_names_and_names_like_nobodys_are_no_question():
    found = {("旗舰店", "王芳"): 1, ("旗舰店", "赵强"): 1, ("万象城店", "小王"): 1, ("旗舰店", ""): 1}
    assert [stranger.spelled for stranger in strangers(found, KNOWN) if stranger.which == "assistant"] == []


def test_answer_counts_for_this_file_and_all_later_ones(shop, bring, prepared, figures):
    bring(HEADER + line("王芳") + line("何娟"), kind="calls")
    said = Meaning("assistant", "旗舰店", "小王", "王芳")
    content = (HEADER + line("小王", day=20) * 2).encode()
    (asked,) = preview(shop, prepared(content, kind="calls")).strangers
    assert (asked.spelled, asked.rows, asked.candidates) == ("小王", 2, ("王芳",))
    file = examine(shop, content, "电话.csv", received_at=AT, meant=[said])
    assert preview(shop, file).strangers == ()
    (understood,) = file.tables[0].cleaned.understood.to_pylist()
    assert (understood["spelled"], understood["meant"], understood["rows"]) == ("小王", "王芳", 2)
    commit(shop, file, at=AT, user="测试")
    answer(shop, said)
    bring(HEADER + line("小王", day=19), kind="calls")
    assert {(row["assistant"], row["day"].day) for row in figures("calls")} == {
        ("王芳", 21),
        ("何娟", 21),
        ("王芳", 20),
        ("王芳", 19),
    }
    answer(shop, Meaning("assistant", "旗舰店", "小王", ""))
    bring(HEADER + line("小王", day=18), kind="calls")
    assert "小王" in {row["assistant"] for row in figures("calls")}


def test_name_means_a_colleague_of_its_own_store_only(shop, bring, figures):
    answer(shop, Meaning("assistant", "旗舰店", "小王", "王芳"))
    bring(HEADER + line("小王") + line("小王", store="万象店"), kind="calls")
    assert {(row["store"], row["assistant"]) for row in figures("calls", ("旗舰店", "万象店"))} == {
        ("旗舰店", "王芳"),
        ("万象店", "小王"),
    }


def test_store_is_understood_before_its_assistants_and_its_nameless_customers(shop, bring, figures):
    answer(shop, Meaning("store", "", "旗舰", "旗舰店"), Meaning("assistant", "旗舰店", "小王", "王芳"))
    rows = "2026-11-21,{},小王,李红,,接通\n"
    bring(HEADER + rows.format("旗舰") + rows.format("旗舰店"), kind="calls")
    found = figures("calls")
    assert {(row["store"], row["assistant"]) for row in found} == {("旗舰店", "王芳")}
    assert len({row["customer_key"] for row in found}) == 1


def test_assistant_of_two_stores_stays_two_assignments(bring, figures):
    bring(HEADER + line("王芳") + line("王芳", store="万象店"), kind="calls")
    bring("门店,导购,岗位,入职日期\n旗舰店,王芳,导购,2025-03-01\n万象店,王芳,导购,2026-03-01\n")
    both = ("旗舰店", "万象店")
    assert [(row["store"], row["assistant"]) for row in figures("staff", both)] == [
        ("万象店", "王芳"),
        ("旗舰店", "王芳"),
    ]
    assert [(row["store"], row["calls"]) for row in figures("daily", both, "store, calls")] == [
        ("万象店", 1),
        ("旗舰店", 1),
    ]


def test_both_sides_of_a_handover_are_understood(shop, bring, figures):
    answer(shop, Meaning("assistant", "旗舰店", "小王", "王芳"), Meaning("assistant", "旗舰店", "小何", "何娟"))
    bring("交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-11-21,旗舰店,小王,小何,李,13800138001,已接\n")
    assert [(row["from_assistant"], row["to_assistant"]) for row in figures("handovers")] == [("王芳", "何娟")]
