"""A handover that names its customers by code instead of by contact."""

from data.customer_codes import code_of

CALLS = "日期,门店,导购,客户,电话,微信号\n2026-11-20,旗舰店,周丽,李,13800138001,li_01\n2026-11-20,旗舰店,周丽,王,,\n"
HEADER = "交接日期,门店,原导购,接手导购,客户姓名,电话,客户编号,状态\n"


def codes(figures):
    return {row["customer"]: code_of(row["customer_key"]) for row in figures("customer_state")}


def test_a_code_says_whose_customer_it_is_whatever_else_is_known(bring, figures):
    bring(CALLS, kind="calls")
    by_name = codes(figures)
    rows = f"2026-11-21,旗舰店,周丽,孙悦,李,138****8001,{by_name['李']},已接\n"
    rows += f"2026-11-21,旗舰店,周丽,孙悦,老王,,{by_name['王'].lower()},已接\n"  # named anew, and still 王
    done = bring(HEADER + rows)
    assert (done.rows, done.refused) == (2, 0)
    held = {row["holder"] for row in figures("customer_state")}
    assert (held, len(figures("customer_state"))) == ({"孙悦"}, 2)


def test_a_code_with_a_slip_is_refused_and_says_why(bring, figures, shop):
    bring(CALLS, kind="calls")
    code = codes(figures)["李"]
    done = bring(f"{HEADER}2026-11-21,旗舰店,周丽,孙悦,李,,{code[:-1]}G,已接\n2026-11-21,旗舰店,周丽,孙悦,王,,,已接\n")
    assert (done.rows, done.refused) == (1, 1)
    with shop.reading() as cursor:
        ((problems,),) = cursor.execute("select problems from raw.rejects").fetchall()
    assert [problem["problem"] for problem in problems] == ["code_unreadable"]


def test_a_code_adds_no_contact_that_nobody_gave(bring, figures, shop):
    bring(CALLS, kind="calls")
    code = codes(figures)["李"]
    with shop.reading() as cursor:
        (before,) = cursor.execute("select count(*) from raw.contacts").fetchone()
        bring(f"{HEADER}2026-11-21,旗舰店,周丽,孙悦,李,,{code},已接\n")
    with shop.reading() as cursor:
        (after,) = cursor.execute("select count(*) from raw.contacts").fetchone()
    assert after == before


def test_a_code_of_before_a_merge_still_leads_to_the_customer(bring, figures):
    bring("日期,门店,导购,客户,微信号\n2026-11-19,旗舰店,周丽,李,li_01\n", kind="calls")
    code = codes(figures)["李"]
    bring(CALLS, kind="calls")  # the same WeChat id with a phone
    bring(f"{HEADER}2026-11-21,旗舰店,周丽,孙悦,李,,{code},已接\n")
    assert {row["customer"]: row["holder"] for row in figures("customer_state")} == {"李": "孙悦", "王": "周丽"}
