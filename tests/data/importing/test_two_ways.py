"""SQL's short way from cells to facts and Python's long one say the same."""

import string
from datetime import datetime
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.importing.cells import Cell
from data.importing.columns import reader_of
from data.importing.folding import folded
from data.logs import LOGS, Column, Log
from tests.data.importing.cleaned_rows import RECEIVED, cleaned

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
        LOGS["calendar"].column("weight"),
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
