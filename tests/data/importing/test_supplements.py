"""Refused rows: too many need a yes; corrected, they come back and join the rows they were refused from."""

from datetime import date, datetime

import pytest

from data import rollups, rules
from data.importing import commit, preview, undo
from data.refusal import Refused

LATER = datetime(2026, 11, 21, 20, 30)
HEADER = "日期,门店,导购,客户,电话,通话结果\n"
GOOD = "2026-11-21,旗舰店,周丽,李,13800138001,接通\n"
BAD = "坏,旗舰店,周丽,王,13800138002,接通\n"


def called(figures):
    return sorted(row["customer"] for row in figures("calls"))


def test_corrected_rows_join_the_rest_of_the_day(shop, bring, prepared, figures, corrected):
    first = bring(HEADER + GOOD * 2 + BAD, kind="calls").batch_id
    content = corrected(first)
    seen = preview(shop, prepared(content, "改好.xlsx"))
    assert (seen.replaced, seen.adds_to) == ((), (first,))
    bring(content, "改好.xlsx")
    assert called(figures) == ["李", "李", "王"]
    (day,) = figures("daily")
    assert (day["calls"], day["unique_numbers"]) == (3, 2)
    assert [row["rows"] for row in figures("handed_in")] == [3]


def test_taking_back_the_correction_or_what_it_joined(shop, bring, figures, corrected):
    first = bring(HEADER + GOOD + BAD, kind="calls").batch_id
    second = bring(corrected(first), "改好.xlsx").batch_id
    undo(shop, second, at=LATER, user="测试")
    assert called(figures) == ["李"]
    third = bring(corrected(first) + b"", "再改.xlsx").batch_id
    assert called(figures) == ["李", "王"]
    undo(shop, first, at=LATER, user="测试")
    assert called(figures) == []  # a correction of what does not count does not count
    before = figures("daily"), figures("customer_state")
    with shop.write("rebuild") as connection:
        rollups.rebuild(connection)
    assert (figures("daily"), figures("customer_state")) == before
    undo(shop, third, at=LATER, user="测试")
    assert called(figures) == []


def test_corrected_date_may_belong_to_a_day_that_had_no_rows(shop, bring, figures, corrected):
    first = bring(HEADER + GOOD.replace("11-21", "11-20") + BAD, kind="calls").batch_id
    bring(corrected(first), "改好.xlsx")
    assert [(row["day"], row["calls"]) for row in figures("daily", columns="day, calls")] == [
        (date(2026, 11, 20), 1),
        (date(2026, 11, 21), 1),
    ]
    undo(shop, first, at=LATER, user="测试")
    assert figures("daily") == []


def test_a_newer_file_for_the_day_replaces_the_correction_too(bring, figures, corrected):
    first = bring(HEADER + GOOD + BAD, kind="calls").batch_id
    bring(corrected(first), "改好.xlsx")
    bring(HEADER + GOOD.replace("李", "赵") * 3, kind="calls")
    assert called(figures) == ["赵", "赵", "赵"]


def test_correction_of_what_was_replaced_or_taken_back_is_refused(shop, bring, corrected):
    first = bring(HEADER + GOOD + BAD, kind="calls").batch_id
    content = corrected(first)
    newer = bring(HEADER + GOOD * 2, kind="calls").batch_id
    with pytest.raises(Refused, match="replaced by a newer file since batch 1"):
        bring(content, "改好.xlsx")
    undo(shop, newer, at=LATER, user="测试")
    undo(shop, first, at=LATER, user="测试")
    with pytest.raises(Refused, match="Batch 1 was taken back"):
        bring(content, "改好.xlsx")


def test_store_that_only_the_first_file_was_named_for_is_found_again(bring, figures, corrected):
    header = "日期,导购,客户,电话,通话结果\n"
    rows = "2026-11-21,周丽,李,13800138001,接通\n坏,周丽,王,13800138002,接通\n"
    first = bring(header + rows, "旗舰店_1121.csv").batch_id
    bring(corrected(first, file="旗舰店_1121.csv"), "改好.xlsx")
    assert called(figures) == ["李", "王"]


@pytest.mark.parametrize(("good", "bad", "share"), [(8, 2, None), (7, 2, 2 / 9), (0, 0, None)])
def test_more_refused_rows_than_a_fifth_need_a_yes(shop, prepared, good, bad, share):
    file = prepared(HEADER + GOOD * good + BAD * bad, kind="calls")
    assert preview(shop, file).refused_share == (share and pytest.approx(share))


def test_too_many_refused_rows_are_not_imported_without_a_yes(shop, prepared, figures):
    file = prepared(HEADER + GOOD + BAD, kind="calls")
    with pytest.raises(Refused, match=r"1 row of “表\.csv” can't be read, 50% of it"):
        commit(shop, file, at=LATER, user="测试")
    assert figures("uploads") == []
    assert commit(shop, file, at=LATER, user="测试", may_refuse=True).rows == 1


def test_a_stores_own_threshold_counts(shop, bring, prepared):
    bring(HEADER + GOOD, kind="calls")
    said = {"valid_from": LATER.date(), "at": LATER, "by": "测试"}
    rules.set_rule(shop, "refused_share", "60%", for_store="旗舰店", **said)
    half = HEADER + GOOD + BAD
    assert preview(shop, prepared(half, kind="calls")).refused_share is None
    # Of several stores in one file the strictest counts.
    both = half + GOOD.replace("旗舰店", "万象店") + BAD.replace("旗舰店", "万象店")
    assert preview(shop, prepared(both, kind="calls")).refused_share == 0.5
