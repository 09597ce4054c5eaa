"""From cells to facts: every row has its customer, a bad cell costs its row only, every repair is counted."""

from datetime import date, datetime

import pytest

from data.importing.cleaning import clean
from data.logs import LOGS
from tests.data.importing.cleaned_rows import RECEIVED, cleaned, table_of


def test_clean_row_becomes_typed_facts():
    row = {
        "date": "2026-11-21 18:05",
        "store": "旗舰店",
        "assistant": "周丽",
        "customer": "李女士",
        "phone": "13800138000",
        "outcome": "接通",
        "duration": "200",
        "grade": "A",
        "group_agreed": "是",
        "visit_on": "2026-11-28",
    }
    found = cleaned(LOGS["calls"], row)
    (fact,) = found.rows.to_pylist()
    assert fact["day"] == date(2026, 11, 21)
    assert fact["moment"] == datetime(2026, 11, 21, 18, 5)
    assert (fact["outcome"], fact["outcome_word"], fact["duration"], fact["grade"]) == ("connected", None, 200, "A")
    assert (fact["group_agreed"], fact["visit_agreed"], fact["visit_on"]) == (True, None, date(2026, 11, 28))
    assert fact["contact_key"] == fact["phone_key"]
    assert (found.rejects.num_rows, found.repaired) == (0, 0)


def test_midnight_is_a_day_without_a_time():
    (fact,) = cleaned(LOGS["calls"], {"date": "2026-11-21 00:00", "store": "店", "assistant": "周丽"}).rows.to_pylist()
    assert fact["moment"] is None


def test_row_with_several_bad_cells_gives_all_reasons_in_the_order_of_the_columns():
    good = {"date": "2026-11-21", "store": "旗舰店", "assistant": "周丽", "phone": "13800138000"}
    bad = {"date": "2062-11-21", "store": "旗舰店", "assistant": "无", "phone": "1.38E+10", "grade": "优"}
    found = cleaned(LOGS["calls"], good, bad)
    (refused,) = found.rejects.to_pylist()
    assert found.rows["row_no"].to_pylist() == [2]
    assert refused["row_no"] == 3
    assert refused["cells"][:5] == ["2062-11-21", "旗舰店", "无", None, "1.38E+10"]
    assert refused["problems"] == [
        {"header": "日期", "cell": "2062-11-21", "problem": "date_future"},
        {"header": "导购", "cell": "无", "problem": "required"},
        {"header": "电话", "cell": "1.38E+10", "problem": "phone_rounded"},
        {"header": "客户等级", "cell": "优", "problem": "grade_unknown"},
    ]


def test_row_is_repaired_when_any_of_its_cells_is():
    plain = {"date": "2026-11-21", "store": "旗舰店", "assistant": "周丽"}
    mended = [{"date": "11-21"}, {"phone": "138 0013 8000"}, {"grade": "A+"}, {"outcome": "打不通"}, {"grade": "a类"}]
    assert cleaned(LOGS["calls"], *(plain | change for change in mended)).repaired == 4  # "a类" is a spelling


def test_unknown_word_of_a_choice_is_kept_beside_other():
    row = {"date": "2026-11-21", "store": "旗舰店", "assistant": "周丽", "outcome": "打不通"}
    (fact,) = cleaned(LOGS["calls"], row).rows.to_pylist()
    assert (fact["outcome"], fact["outcome_word"]) == ("other", "打不通")


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ({"phone": "13800138000", "wechat": "lily", "customer": "李"}, "phone"),
        ({"phone": "1380013800", "wechat": "lily", "customer": "李"}, "wechat"),
        ({"phone": "138****8000", "wechat": "lily", "customer": "李"}, "wechat"),
        ({"phone": "138****8000", "wechat": "同号", "customer": "李"}, "name"),
        ({"phone": "138****8000"}, None),
    ],
)
def test_customer_is_known_by_valid_phone_else_wechat_else_store_and_name(cells, key):
    found = cleaned(LOGS["calls"], {"date": "2026-11-21", "store": "旗舰店", "assistant": "周丽"} | cells)
    (fact,) = found.rows.to_pylist()
    kinds = {contact["contact_key"]: contact["kind"] for contact in found.contacts.to_pylist()}
    assert kinds.get(fact["contact_key"]) == key


def test_same_name_in_two_stores_is_two_customers():
    row = {"date": "2026-11-21", "assistant": "周丽", "customer": "李女士"}
    found = cleaned(LOGS["calls"], row | {"store": "旗舰店"}, row | {"store": "万象店"}, row | {"store": "旗舰店"})
    first, other, again = found.rows["contact_key"].to_pylist()
    assert first == again != other


def test_keys_are_hashed_with_the_shops_secret():
    row = {"date": "2026-11-21", "store": "旗舰店", "assistant": "周丽", "phone": "13800138000"}
    table, recognised = table_of(LOGS["calls"], [row])
    keys = {
        clean(table, recognised, store=None, received=RECEIVED, secret=secret).rows["phone_key"][0].as_py()
        for secret in ("0" * 64, "1" * 64, "1" * 64)
    }
    assert len(keys) == 2


def test_names_in_clean_and_in_messy_cells_are_one_name():
    texts = ["周丽", "周 丽", "周\u200b丽", " 周丽", "合计", "合 计", "'1组"]
    rows = [{"date": "2026-11-21", "store": "旗舰店", "assistant": text} for text in texts]
    found = cleaned(LOGS["calls"], *rows)
    assert found.rows["assistant"].to_pylist() == ["周丽"] * 4 + ["1组"]
    assert [row["problems"][0]["problem"] for row in found.rejects.to_pylist()] == ["total_row"] * 2


def test_totals_words_are_refused_also_where_no_other_cell_needs_reading():
    found = cleaned(LOGS["calls"], {"date": "2026-11-21", "store": "旗舰店", "assistant": "合计"})
    assert (found.rows.num_rows, found.rejects.num_rows) == (0, 1)


def test_store_of_the_upload_fills_only_rows_that_name_none():
    rows = [{"date": "2026-11-21", "assistant": "周丽", "store": "万象店"}, {"date": "2026-11-21", "assistant": "何娟"}]
    table, recognised = table_of(LOGS["calls"], rows)
    found = clean(table, recognised, store="李's店", received=RECEIVED, secret="")
    assert found.rows["store"].to_pylist() == ["万象店", "李's店"]


def test_every_repair_is_counted_by_column_with_examples():
    plain = {"date": "2026-11-21", "store": "旗舰店", "assistant": "周丽"}
    rows = [
        plain | {"phone": "138-0013-8000"},
        plain | {"phone": "138-0013-8000", "date": "11月21日"},
        plain | {"phone": "+86 13800138001", "outcome": "打不通"},
        plain | {"phone": "13800138002", "grade": "A+"},
        plain | {"phone": "138-0013-8003", "grade": "E"},  # refused as a whole: nothing of it counts as mended
    ]
    found = cleaned(LOGS["calls"], *rows)
    assert found.repaired == 4
    assert [(row["header"], row["type"], row["rows"]) for row in found.repairs.to_pylist()] == [
        ("日期", "date", 1),
        ("电话", "phone", 3),
        ("通话结果", "choice", 1),
        ("客户等级", "grade", 1),
    ]
    date, phone, outcome, grade = (row["examples"] for row in found.repairs.to_pylist())
    assert date == [{"before": "11月21日", "after": "2026-11-21 00:00:00", "rows": 1}]
    assert phone == [
        {"before": "138-0013-8000", "after": "13800138000", "rows": 2},
        {"before": "+86 13800138001", "after": "13800138001", "rows": 1},
    ]
    assert outcome == [{"before": "打不通", "after": "other", "rows": 1}]
    assert grade == [{"before": "A+", "after": "A1", "rows": 1}]
