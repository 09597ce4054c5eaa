"""From cells to facts: SQL's short way and Python's long one say the same, and a bad cell costs its row only."""

import string
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.importing.cells import Cell
from data.importing.cleaning import Cleaned, clean
from data.importing.columns import reader_of
from data.importing.folding import folded
from data.importing.recognising import Recognised
from data.logs import LOGS, Column, Log
from data.reading import Table

RECEIVED = datetime(2026, 11, 21, 19, 0)
# One column of every type beside those that a row needs.
MIXED = Log(
    kind="mixed",
    title="",
    columns=(
        *(LOGS["calls"].column(name) for name in ("store", "assistant", "customer", "phone", "wechat", "grade")),
        *(LOGS["calls"].column(name) for name in ("outcome", "duration", "group_agreed", "visit_on", "note")),
        Column("called_on", "date", "时间"),
        LOGS["invites"].column("amount"),
        LOGS["tasks"].column("call_quota"),
        LOGS["tasks"].column("on_leave"),
        LOGS["orders"].column("quantity"),
    ),
    key=("store",),
    mode="upsert",
    people=LOGS["calls"].people,
)
NAMES = [column.name for column in MIXED.columns]
TYPED = {"date": datetime.fromisoformat, "bool": "true".__eq__, "money": Decimal, "number": Decimal} | dict.fromkeys(
    ("integer", "seconds"), int
)
WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
INVISIBLE = "\xad\u061c\u180e\u200e\u200f\u202a\u202e\u2060\u2066\u2069\u206f\ufe00\ufe0f"
# Cells at the edges of what SQL takes as it stands.
EDGES = [
    *(f"a{white}b" for white in WHITE + INVISIBLE),
    *(
        "'=1",
        "'13800138000",
        "'5",
        "''1",
        "'a",
        "张 三",
        "有",
        "YES",
        "已加",
        "店长微信",
        "合计",
        "TOTAL",
        "休",
        "上班",
    ),
    *(" 李", "李 ", "李 女 士", "李  女士", "！", "～", "｡", "a\u00adb", "无", "NULL", "n/a", "-", "/", "Ⅲ", "é"),
    *("同号", "微信同号", "微信同事", "1", "-0", "-1", "0.5", ".5", "5.", "1.234", "1.005", "٣", "१", "1e3", "+1"),
    *("999999", "1000000", "999999999", "9999999999", "999999999999", "999999999999.99", "1000000000000"),
    *("13800138000", "12800138000", "138001380001", "1380013800", "A", "a", "A1", "E", "是", "true", "接通", "忙"),
    *("1989-12-31", "1990-01-01", "2026-02-29", "2024-02-29", "2026-11-22", "2026-11-23", "2027-12-26", "2027-12-27"),
    *("2026-11-22 23:59:59", "2026-11-21 24:00", "2026-11-21 23:60", "2026-11-21 23:59:60", "2026-11-21 1:05"),
    *("2026-11-21  18:05", "2026-11-21T18:05", "2026-11-21 18:05:00.5", "2026-11-21 18:05+08", "-2026-11-21"),
]
ALMOST_PLAIN = st.one_of(
    st.from_regex(r"-?[0-9]{1,13}(\.[0-9]{0,3})?", fullmatch=True),
    st.from_regex(r"20(26|27)-[01][0-9]-[0-3][0-9]( [0-2][0-9]:[0-6][0-9](:[0-6][0-9])?)?", fullmatch=True),
    st.text(
        string.digits + string.ascii_letters + WHITE + " -/.:,¥元万年月日时分秒是否无同号！～", min_size=1, max_size=6
    ),
    st.text(min_size=1, max_size=6),
).filter(lambda text: not text.isspace())


def table_of(log: Log, rows: Sequence[dict[str, str]]) -> tuple[Table, Recognised]:
    """Return a table with all columns of ``log``."""
    cells = {f"c{n}": pa.array([row.get(c.name) for row in rows], "string") for n, c in enumerate(log.columns)}
    numbers = pa.array(range(2, len(rows) + 2), "int32")
    table = Table("", tuple(c.header for c in log.columns), 1, (), pa.table(cells | {"row_no": numbers}), {})
    return table, Recognised(log, {c.name: n for n, c in enumerate(log.columns)}, ())


def cleaned(log: Log, *rows: dict[str, str]) -> Cleaned:
    table, recognised = table_of(log, rows)
    return clean(table, recognised, store=None, received=RECEIVED, secret="0" * 64)


def by_reader(column: Column, texts: list[str]) -> list[Cell]:
    reader = reader_of(column, [folded(text) for text in texts], RECEIVED.date())
    return [reader(plain) if (plain := folded(text)) else Cell() for text in texts]


@given(cells=st.lists(st.tuples(st.sampled_from(NAMES[2:]), ALMOST_PLAIN), min_size=1, max_size=60))
@example(cells=[(name, text) for name in NAMES[2:] for text in EDGES])
@settings(max_examples=50, deadline=None, print_blob=True)
def test_cells_taken_as_they_stand_are_what_the_readers_make_of_them(cells):
    found = cleaned(MIXED, *({"store": "旗舰店", "assistant": "周丽", name: text} for name, text in cells))
    rows = {row["row_no"]: row for row in found.rows.to_pylist()}
    contacts = {contact["contact_key"]: contact for contact in found.contacts.to_pylist()}
    problems = {row["row_no"]: row["problems"] for row in found.rejects.to_pylist()}
    for name in NAMES[2:]:
        column = MIXED.column(name)
        places = [number for number, (cell_name, _) in enumerate(cells, 2) if cell_name == name]
        texts = [cells[number - 2][1] for number in places]
        for number, text, cell in zip(places, texts, by_reader(column, texts), strict=True):
            if cell.problem:
                assert problems[number] == [{"header": column.header, "cell": text, "problem": cell.problem}]
                continue
            row = rows[number]
            if name in ("phone", "wechat"):
                contact = contacts.get(row[f"{name}_key"], {"value": None, "state": None})
                assert (contact["value"], contact["state"]) == (cell.value, cell.word or (cell.value and "valid"))
                continue
            expected = None if cell.value is None else TYPED.get(column.type, str)(cell.value)
            assert row[name] == (expected.date() if isinstance(expected, datetime) else expected), (name, text)
            if column.type == "choice":
                assert row[f"{name}_word"] == cell.word
    assert len(rows) + len(problems) == len(cells)


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
