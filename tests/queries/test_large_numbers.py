"""A shop that uploads for years, in workbooks of many sheets: what orders its rows is never too large a number."""

from datetime import date

DAY = date(2026, 11, 21)
CALLS = "日期,门店,导购,客户,电话,客户等级\n2026-11-21,S,A,王,13800138001,B\n"
HANDOVERS = "交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-11-21,S,A,C,王,13800138001,已接\n"


def test_the_upload_after_thousands_is_taken_and_asked_about(shop) -> None:
    shop.insert("batches", batch_id=5000)  # 5000 times a million is more than 32 bits hold
    assert shop.bring("calls", CALLS) == 5001
    shop.bring("handovers", HANDOVERS)
    holders = shop.ask("assets/by_holder", "holder", "customers", day=DAY, assistant=None)
    assert holders == [("C", 1), ("A", 0)]  # the handover was said after the call


def test_a_row_of_the_fourth_table_of_a_workbook_has_a_place(shop) -> None:
    shop.insert("live_slices", kind="calls", store="S", whose="A", day=DAY, batch_id=1, rows=2)
    call = {"batch_id": 1, "day": DAY, "store": "S", "assistant": "A", "contact_key": 1, "row_no": 1}
    shop.insert("calls", **call, table_no=3, grade="A")  # 3 times a billion is more than 32 bits hold
    shop.insert("calls", **call, table_no=2, grade="C")
    assert shop.ask("meeting/grade_mix", day=DAY) == [("S", "A", "A", 1)]  # the later table speaks last
