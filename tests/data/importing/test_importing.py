"""What an import does to the shop, and that undo brings back what stood before."""

import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from data.importing import preview, refusals, undo
from data.refusal import Refused
from queries.records import refused
from reports.refused import refused_workbook

NEXT_DAY = datetime(2026, 11, 22, 9, 0)
CALLS = "日期,门店,导购,客户,电话,微信号,通话结果,同意进群\n"
INVITES = (
    "邀约日期,门店,导购,客户,电话,微信号,同意事项,是否进群,进群日期,是否到店,到店日期,是否成交,成交日期,成交金额,备注\n"
)


def calls(*lines):
    return CALLS + "".join(f"{line}\n" for line in lines)


def invites(*lines):
    return INVITES + "".join(f"{line}\n" for line in lines)


THREE = calls(
    "2026-11-21,旗舰店,周丽,李,13800138001,,接通,是",
    "2026-11-21,旗舰店,周丽,王,13800138002,,未接,",
    "2026-11-21,旗舰店,何娟,赵,13800138003,,接通,",
)


@pytest.fixture
def day_of(figures):
    """The figures of one assistant's day."""

    def asking(assistant="周丽", day=date(2026, 11, 21)):
        found = [row for row in figures("daily") if (row["assistant"], row["day"]) == (assistant, day)]
        return found[0] if found else None

    return asking


@pytest.fixture
def take_back(shop):
    """Undo an import."""

    def undoing(done):
        undo(shop, done.batch_id, at=NEXT_DAY, user="测试")

    return undoing


def test_newer_calls_replace_the_assistants_whole_day_and_leave_the_others(bring, figures, day_of):
    bring(THREE)
    bring(calls("2026-11-21,旗舰店,周丽,钱,13800138004,,空号,", "2026-11-21,旗舰店,周丽,孙,13800138005,,接通,"))
    assert [(row["assistant"], row["customer"]) for row in figures("calls", columns="assistant, customer")] == [
        ("何娟", "赵"),
        ("周丽", "孙"),
        ("周丽", "钱"),
    ]
    day = day_of()
    assert (day["calls"], day["connected"], day["invalid_numbers"], day["invites_agreed"]) == (2, 1, 1, 0)


def test_days_and_stores_that_a_file_does_not_name_stay(bring, figures):
    bring(calls("2026-11-20,旗舰店,周丽,李,,,,", "2026-11-21,旗舰店,周丽,李,,,,", "2026-11-21,万象店,周丽,李,,,,"))
    bring(calls("2026-11-21,旗舰店,周丽,王,,,,"))
    rows = figures("calls", ("旗舰店", "万象店"), "store, day, customer")
    assert [tuple(row.values()) for row in rows] == [
        ("万象店", date(2026, 11, 21), "李"),
        ("旗舰店", date(2026, 11, 20), "李"),
        ("旗舰店", date(2026, 11, 21), "王"),
    ]


def test_day_that_would_lose_rows_needs_a_yes(shop, bring, prepared, everything, day_of):
    bring(THREE)
    before = everything()
    fewer = calls("2026-11-21,旗舰店,周丽,李,13800138001,,接通,", "2026-11-21,旗舰店,何娟,赵,13800138003,,接通,是")
    (slice_,) = preview(shop, prepared(fewer)).shrinking
    assert (slice_.whose, slice_.rows_before, slice_.rows_after) == ("周丽", 2, 1)
    with pytest.raises(Refused) as caught:
        bring(fewer, "少.csv")
    assert everything() == before
    assert caught.value.sentence("zh").startswith("文件“少.csv”会让旗舰店周丽 2026-11-21 的记录从 2 行变成 1 行")
    assert "from 2 to 1 rows" in caught.value.sentence("en")
    bring(fewer, may_shrink=True)
    assert day_of()["calls"] == 1


def test_rows_that_can_not_be_read_count_as_lost(bring):
    bring(THREE)
    with pytest.raises(Refused) as caught:
        bring(THREE.replace("13800138002", "1.38E+10"))
    assert caught.value.reason == "importing.shrinks"


def test_same_bytes_twice_are_refused_and_change_nothing(shop, bring, prepared, everything):
    bring(THREE)
    before = everything()
    assert preview(shop, prepared(THREE)).already == datetime(2026, 11, 21, 19, 0)
    with pytest.raises(Refused) as caught:
        bring(THREE, "同.csv", at=NEXT_DAY)
    assert caught.value.sentence("zh") == "文件“同.csv”已在 2026-11-21 19:00 导入过，内容一模一样，没有任何改变。"
    assert "“同.csv” was imported at 2026-11-21 19:00" in caught.value.sentence("en")
    assert everything() == before


def test_same_bytes_come_in_again_after_an_undo(bring, take_back, day_of):
    take_back(bring(THREE))
    assert day_of() is None
    bring(THREE)
    assert day_of()["calls"] == 2


def test_invite_is_kept_up_by_later_rows_and_an_empty_cell_wipes_nothing(bring, figures):
    bring(invites("2026-11-20,旗舰店,周丽,李女士,13800138001,,进群,是,2026-11-20,,,,,,二楼"))
    bring(invites("2026-11-20,旗舰店,周丽,,138 0013 8001,,,,,是,2026-11-21,是,2026-11-21,1.2万,"))
    (row,) = figures("invites")
    assert (row["customer"], row["agreed_to"], row["note"]) == ("李女士", "group", "二楼")
    assert (row["joined_group"], row["joined_on"]) == (True, date(2026, 11, 20))
    assert (row["visited"], row["visited_on"], row["amount"]) == (True, date(2026, 11, 21), Decimal("12000.00"))


def test_later_row_of_one_file_wins_over_the_earlier(bring, figures):
    bring(
        invites(
            "2026-11-20,旗舰店,周丽,李,13800138001,,进群,否,,,,,,,一",
            "2026-11-20,旗舰店,周丽,李,13800138001,,,是,,,,,,,",
            "2026-11-20,旗舰店,周丽,李,13800138001,,到店,,,,,,,,",
        )
    )
    (row,) = figures("invites")
    assert (row["agreed_to"], row["joined_group"], row["note"]) == ("visit", True, "一")


def test_late_outcome_counts_on_its_own_day(bring, day_of):
    bring(invites("2026-11-18,旗舰店,周丽,李,13800138001,,都同意,,,,,,,,"))
    assert day_of(day=date(2026, 11, 20)) is None
    bring(
        invites("2026-11-18,旗舰店,周丽,李,13800138001,,,是,2026-11-19,是,2026-11-20,是,2026-11-21,5000,"), at=NEXT_DAY
    )
    keys = ("invites_agreed", "visits_agreed", "invites_joined", "visited", "closed", "amount_cny")
    days = {day: tuple(day_of(day=date(2026, 11, day))[key] for key in keys) for day in (18, 19, 20, 21)}
    assert days == {18: (1, 1, 0, 0, 0, 0), 19: (0, 0, 1, 0, 0, 0), 20: (0, 0, 0, 1, 0, 0), 21: (0, 0, 0, 0, 1, 5000)}
    assert not day_of(day=date(2026, 11, 21))["has_invites"]


def test_outcome_that_moves_to_another_day_leaves_the_first(bring, day_of):
    bring(invites("2026-11-18,旗舰店,周丽,李,13800138001,,到店,,,是,2026-11-19,,,,"))
    bring(invites("2026-11-18,旗舰店,周丽,李,13800138001,,,,,,2026-11-20,,,,"))
    assert day_of(day=date(2026, 11, 19)) is None
    assert day_of(day=date(2026, 11, 20))["visited"] == 1


def test_outcome_without_a_date_counts_on_the_day_of_the_invite(bring, day_of):
    bring(invites("2026-11-18,旗舰店,周丽,李,13800138001,,到店,,,是,,,,,"))
    assert day_of(day=date(2026, 11, 18))["visited"] == 1


def test_customer_agreed_on_the_phone_and_in_the_invites_is_one(bring, day_of):
    bring(calls("2026-11-21,旗舰店,周丽,李,13800138001,,接通,是", "2026-11-21,旗舰店,周丽,王,13800138002,,接通,是"))
    bring(
        invites(
            "2026-11-21,旗舰店,周丽,李,13800138001,,进群,,,,,,,,", "2026-11-21,旗舰店,周丽,赵,13800138003,,进群,,,,,,,,"
        )
    )
    assert day_of()["invites_agreed"] == 3  # 李 in both, 王 on the phone, 赵 in the invites


def test_refused_row_is_kept_with_everything_that_helps_to_mend_it(bring, figures):
    done = bring(
        "旗舰店记录,,,,\n" + CALLS + "2026-11-21,旗舰店,周丽,李,1.38E+10,,接通,\n2026-11-21,旗舰店,周丽,王,,,接通,\n"
    )
    assert (done.rows, done.refused) == (1, 1)
    (row,) = figures("refused_rows")
    assert (row["batch_id"], row["sheet"], row["row_no"]) == (done.batch_id, "", 3)
    assert row["header"] == CALLS.strip().split(",")
    assert row["cells"] == ["2026-11-21", "旗舰店", "周丽", "李", "1.38E+10", None, "接通", None]
    assert row["problems"] == [{"header": "电话", "cell": "1.38E+10", "problem": "phone_rounded"}]
    (upload,) = figures("uploads")
    assert (upload["file_name"], upload["rows"], upload["refused"], upload["whole"]) == ("表.csv", 1, 1, True)


def test_refused_rows_are_said_in_both_languages(prepared):
    (table,) = prepared(calls("2062-11-21,旗舰店,周丽,李,1.38E+10,,接通,", "2026-11-21,旗舰店,周丽,王,,,接通,")).tables
    assert list(refusals(table, "zh")) == [
        "  第 2 行，日期“2062-11-21”：日期太晚了，请核对年份",
        "  第 2 行，电话“1.38E+10”：Excel 把号码变成了科学计数，后几位已丢失，请把该列设为文本后重新填写",
    ]
    assert next(refusals(table, "en")) == "  row 2, 日期 “2062-11-21”: this date is too far ahead; check the year"


def test_file_without_one_usable_row_is_refused_with_the_first_reason(bring, everything):
    before = everything()
    with pytest.raises(Refused) as caught:
        bring(calls("2026-11-21,旗舰店,周丽,李,1.38E+10,,,", "2026-11-21,旗舰店,周丽,李,1.39E+10,,,"), "坏.csv")
    assert caught.value.sentence("zh").startswith(
        "文件“坏.csv”里没有一行能用：2 行都有问题。第一处：第 2 行“电话”写的是“1.38E+10”"
    )
    with pytest.raises(Refused) as caught:
        bring(CALLS, "空.csv")
    assert caught.value.reason == "importing.no_data"
    assert everything() == before


def test_workbook_of_several_sheets_is_one_import(bring, figures, take_back, everything):
    before = everything()
    workbook = openpyxl.Workbook()
    workbook.active.title = "旗舰店电话邀约"
    for row in (["日期", "导购", "电话"], ["2026-11-21", "周丽", "13800138001"]):
        workbook.active.append(row)
    other = workbook.create_sheet("万象店电话邀约")
    for row in (["日期", "导购", "电话"], ["2026-11-21", "何娟", "13800138001"], ["坏", "何娟", ""]):
        other.append(row)
    staff = workbook.create_sheet("人员表")
    for row in (["门店", "姓名", "导购", "岗位", "入职日期"], ["旗舰店", "", "周丽", "店长", "2025-03-01"]):
        staff.append(row)
    workbook.create_sheet("说明").append(["请", "每", "天", "填"])
    content = io.BytesIO()
    workbook.save(content)
    done = bring(content.getvalue(), "日报.xlsx")
    both = ("旗舰店", "万象店")
    assert [tuple(row.values()) for row in figures("calls", both, "store, assistant")] == [
        ("万象店", "何娟"),
        ("旗舰店", "周丽"),
    ]
    assert figures("staff", both)[0]["role"] == "manager"
    assert [(row["sheet"], row["row_no"]) for row in figures("refused_rows", both)] == [("万象店电话邀约", 3)]
    assert figures("uploads", both)[0]["kinds"] == ["calls", "staff"]
    take_back(done)
    kept = {"daily", "handed_in", "live_slices", "customer_map", "staff_current"}
    assert {name: rows for name, rows in everything().items() if name in kept} == {
        name: rows for name, rows in before.items() if name in kept
    }


def test_sheet_that_is_no_log_is_skipped_with_its_reason(prepared):
    workbook = openpyxl.Workbook()
    for row in (["日期", "门店", "导购", "电话", "通话结果"], ["2026-11-21", "旗舰店", "周丽", "13800138001", "接通"]):
        workbook.active.append(row)
    workbook.create_sheet("库存").append(["商品", "数量", "单价"])
    content = io.BytesIO()
    workbook.save(content)
    found = prepared(content.getvalue(), "日报.xlsx")
    assert (len(found.tables), found.rows, found.refused) == (1, 1, 0)
    assert found.skipped["库存"].reason == "recognising.unknown_kind"


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        ("日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n", "旗舰店_1121.csv", {}),
        ("旗舰店电话邀约记录表,,,\n日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n", "表.csv", {}),
        ("日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n", "万象店.csv", {"store_name": " 旗舰店 "}),
    ],
)
def test_store_comes_from_the_file_the_title_row_or_the_upload(bring, figures, content, name, said):
    bring(content, name, **said)
    assert [row["store"] for row in figures("calls")] == ["旗舰店"]


def test_file_that_names_no_store_is_refused(bring):
    with pytest.raises(Refused) as caught:
        bring("日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n")
    assert caught.value.reason == "importing.no_store"
    assert "请在上传时选门店" in caught.value.sentence("zh")


def test_undo_brings_back_the_rows_that_were_replaced(bring, take_back, figures, day_of):
    first = bring(THREE)
    before = figures("calls"), figures("daily"), figures("handed_in")
    second = bring(calls("2026-11-21,旗舰店,周丽,钱,13800138004,,接通,是"), may_shrink=True)
    third = bring(calls("2026-11-21,旗舰店,周丽,孙,13800138005,,接通,", "2026-11-21,旗舰店,周丽,孔,13800138006,,接通,"))
    take_back(second)  # what was superseded already goes without a trace
    assert [row["customer"] for row in figures("calls") if row["assistant"] == "周丽"] == ["孔", "孙"]
    take_back(third)
    assert (figures("calls"), figures("daily"), figures("handed_in")) == before
    take_back(first)
    assert figures("daily") == figures("calls") == figures("handed_in") == []


def test_undo_brings_back_the_cells_that_were_overwritten(bring, take_back, figures):
    bring(invites("2026-11-20,旗舰店,周丽,李,13800138001,,进群,,,,,,,,一"))
    before = figures("invites"), figures("daily")
    take_back(bring(invites("2026-11-20,旗舰店,何娟,李,13800138001,,到店,,,是,2026-11-21,是,2026-11-21,80,二")))
    assert (figures("invites"), figures("daily")) == before


def test_undo_of_nothing_is_refused(shop, bring, take_back, everything):
    done = bring(THREE)
    take_back(done)
    before = everything()
    for batch_id in (done.batch_id, 99):
        with pytest.raises(Refused) as caught:
            undo(shop, batch_id, at=NEXT_DAY, user="测试")
        assert str(batch_id) in caught.value.sentence("zh")
    assert everything() == before


def test_undone_upload_stays_in_the_records(bring, take_back, figures):
    take_back(bring(THREE))
    (upload,) = figures("uploads")
    assert upload["voided_at"] == NEXT_DAY


def test_first_arrival_is_when_a_log_was_handed_in(bring, take_back, figures):
    first = bring(THREE)
    bring(THREE.replace("李", "李二"), at=NEXT_DAY)
    assert {row["received_at"] for row in figures("handed_in")} == {datetime(2026, 11, 21, 19, 0)}
    take_back(first)
    assert {row["received_at"] for row in figures("handed_in")} == {NEXT_DAY}


def test_staff_and_tasks_are_kept_up_by_their_keys(bring, figures):
    bring("门店,导购,岗位,入职日期,账号\n旗舰店,周丽,导购,2025-03-01,zhouli\n旗舰店,何娟,导购,,\n")
    bring("门店,导购,岗位,入职日期,离职日期\n旗舰店,周丽,店长,2025-03-01,2026-11-20\n旗舰店,周丽,导购,2026-11-21,\n")
    rows = figures("staff", columns="assistant, hired_on, role, left_on, account")
    assert [tuple(row.values()) for row in rows] == [
        ("何娟", None, "assistant", None, None),
        ("周丽", date(2025, 3, 1), "manager", date(2026, 11, 20), "zhouli"),
        ("周丽", date(2026, 11, 21), "assistant", None, None),
    ]
    bring("日期,门店,导购,电话任务,进群任务,是否休假\n2026-11-21,旗舰店,周丽,50,30,\n")
    bring("日期,门店,导购,电话任务,到店任务,是否休假\n2026-11-21,旗舰店,周丽,,2,是\n")
    (task,) = figures("tasks")
    assert [task[key] for key in ("call_quota", "invite_quota", "visit_quota", "on_leave")] == [50, 30, 2, True]


def test_cursor_without_stores_sees_nothing_and_with_stores_only_theirs(shop, bring, figures):
    content = calls(
        "2026-11-21,旗舰店,周丽,李,13800138001,,,是",
        "2026-11-21,万象店,何娟,李,13800138001,,,",
        "坏,万象店,何娟,李,,,,",
    )
    bring(content)
    bring(invites("2026-11-21,万象店,何娟,李,13800138001,,进群,,,,,,,,"))
    bring("门店,导购,岗位,入职日期\n旗舰店,周丽,导购,2025-03-01\n万象店,何娟,导购,2025-03-01\n")
    bring("日期,门店,导购,电话任务\n2026-11-21,旗舰店,周丽,50\n2026-11-21,万象店,何娟,50\n")
    views = ("calls", "invites", "staff", "tasks", "daily", "handed_in", "stores")
    for view in views:
        assert figures(view, ()) == []
        assert {row["store"] for row in figures(view)} <= {"旗舰店"}
        assert "万象店" in {row["store"] for row in figures(view, ("旗舰店", "万象店"))}
    assert figures("uploads", ()) == figures("refused_rows", ()) == figures("refused_rows") == []
    assert len(figures("refused_rows", ("旗舰店", "万象店"))) == 1
    with shop.reading() as cursor:
        assert cursor.execute("select count(*) from calls").fetchall() == [(0,)]


def test_word_kept_beside_a_choice_goes_with_it(shop, bring):
    bring(invites("2026-11-20,旗舰店,周丽,李,13800138001,,再想想,,,,,,,,"))
    bring(invites("2026-11-20,旗舰店,周丽,李,13800138001,,,,,,,,,,一"))
    bring(invites("2026-11-20,旗舰店,周丽,王,13800138002,,再想想,,,,,,,,"))
    bring(invites("2026-11-20,旗舰店,周丽,王,13800138002,,进群,,,,,,,,"))
    with shop.reading() as cursor:
        rows = cursor.execute(
            "select customer, agreed_to, agreed_to_word from raw.invites_current order by all"
        ).fetchall()
    assert rows == [("李", "other", "再想想"), ("王", "group", None)]


def test_blocks_under_titles_of_their_own_are_tables_of_their_own(prepared):
    blocks = "旗舰店\n日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n"
    blocks += "万象店\n日期,导购,电话,通话结果\n2026-11-21,何娟,13800138002,接通\n"
    assert [(table.store, table.cleaned.rows.num_rows) for table in prepared(blocks, "两店.csv").tables] == [
        ("旗舰店", 1),
        ("万象店", 1),
    ]


@pytest.mark.parametrize("store_name", [None, "旗舰店"])
def test_blocks_that_only_repeat_the_header_are_refused_where_no_column_names_the_store(prepared, store_name):
    block = "日期,导购,电话,通话结果\n2026-11-21,周丽,13800138001,接通\n"
    said = {"store_name": store_name} if store_name else {}
    with pytest.raises(Refused) as caught:
        prepared(block * 2, "两店.csv", **said)
    assert caught.value.reason == "importing.several_blocks"
    assert "“两店.csv”第 3 行" in caught.value.sentence("zh")
    assert "row 3 of “两店.csv”" in caught.value.sentence("en")


def test_header_on_every_printed_page_is_left_out_where_a_column_names_the_store(prepared):
    row = "2026-11-21,旗舰店,周丽,李,13800138001,,接通,是"
    found = prepared(calls(row, CALLS.strip(), row))
    assert (found.rows, found.refused, found.tables[0].table.left_out) == (2, 0, {"header": (3,)})


def test_row_of_a_text_file_with_cells_beyond_the_header_is_refused_with_one_reason(prepared):
    good = "2026-11-21,旗舰店,周丽,李,13800138001,,接通,是"
    found = prepared(calls(good, "2026-11-21,旗舰店,周丽,李,女士,13800138002,,接通,是,", good + ",,"))
    (row,) = found.tables[0].cleaned.rejects.to_pylist()
    assert (found.rows, row["row_no"]) == (2, 3)
    assert [problem for problem in row["problems"] if problem["problem"] == "beyond_header"] == [
        {"header": "", "cell": "是", "problem": "beyond_header"}
    ]


def test_remark_beside_the_table_of_a_workbook_is_ignored(prepared):
    book = openpyxl.Workbook()
    for line in calls("2026-11-21,旗舰店,周丽,李,13800138001,,接通,是,问过店长").splitlines():
        book.active.append(line.split(","))
    content = io.BytesIO()
    book.save(content)
    found = prepared(content.getvalue(), "表.xlsx")
    assert (found.rows, found.refused) == (1, 0)


def test_refused_rows_exported_corrected_and_brought_again_hold_the_original_cells(shop, bring, prepared, figures):
    bring(
        calls(
            "2026-11-21,旗舰店,何娟,赵,13800138009,,接通,",
            "坏,旗舰店,周丽,=1+1,+8613800138001,@lily,接通,是",
            "坏,旗舰店,周丽,-王,13800138002,-tom,未接,",
        )
    )
    book = openpyxl.load_workbook(
        io.BytesIO(refused_workbook(refused(shop, ("旗舰店",), batch=1), batch=1, file="表.csv"))
    )
    for row in range(3, 5):
        book.active.cell(row, 4).value = "2026-11-21"
    content = io.BytesIO()
    book.save(content)
    bring(content.getvalue(), "改好.xlsx")
    assert [row["customer"] for row in figures("calls") if row["assistant"] == "周丽"] == ["-王", "=1+1"]
    with shop.reading() as cursor:
        values = cursor.execute("select value from raw.contacts order by all").fetchall()
    assert {"13800138001", "@lily", "-tom"} <= {value for (value,) in values}
