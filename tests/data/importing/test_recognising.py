"""Which log a header is, which of its cells is which column, and whose rows they are."""

from datetime import date

import pyarrow as pa
import pytest

from data.importing.contents import Known
from data.importing.correcting import Correction
from data.importing.kinds import kind_named_in
from data.importing.recognising import Recognised, known_header, recognise
from data.importing.store_names import store_named_in
from data.logs import LOGS
from data.reading import Table
from data.refusal import Refused

SPELLINGS = [
    pytest.param(log.kind, column.name, spelling, id=f"{log.kind}-{spelling}")
    for log in LOGS.values()
    for column in log.columns
    for spelling in (column.header, column.name, *column.aliases)
]


def recognised(*header, kind=None, hints=(), filled=None) -> Recognised:
    cells = [["x" if full else None] for full in filled or [True] * len(header)]
    names = [f"c{place}" for place in range(len(header))]
    rows = pa.table([*(pa.array(cell, "string") for cell in cells), pa.array([2], "int32")], names=[*names, "row_no"])
    return recognise(Table("", header, 1, (), rows, {}), hints, Correction(kind), Known(), date(2026, 11, 21))


def columns(*header, kind=None, hints=(), filled=None):
    found = recognised(*header, kind=kind, hints=hints, filled=filled)
    if found.problem:
        raise found.problem
    return found.columns


def refused(*header, kind=None, hints=(), filled=None):
    with pytest.raises(Refused) as caught:
        columns(*header, kind=kind, hints=hints, filled=filled)
    assert "{" not in caught.value.sentence("zh") + caught.value.sentence("en")
    return caught.value


@pytest.mark.parametrize(("kind", "name", "spelling"), SPELLINGS)
def test_every_alias_is_its_column(kind, name, spelling):
    required = [c.header for c in LOGS[kind].columns if c.required and c.name != name]
    assert columns(*required, spelling, kind=kind)[name] == len(required)


@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS)
def test_no_spelling_means_two_columns_of_one_log(log):
    spellings = [spelling for c in log.columns for spelling in (c.header, c.name, *c.aliases)]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS)
def test_template_of_every_log_is_recognised_without_help(log):
    header = [column.header for column in log.columns]
    found = recognised(*header)
    assert (found.log, found.ignored, found.problem) == (log, (), None)
    assert found.columns == {column.name: position for position, column in enumerate(log.columns)}


@pytest.mark.parametrize(
    "header",
    [
        "电话(必填)",
        "电话（必填）",
        "电话[11位]",
        "电话【必填】",
        "*电话",
        "电话＊",
        "电 话",
        " 电\n话 ",
        "电话：",
        "PHONE",
        "Ｐｈｏｎｅ",
        "电\u200b话\ufeff",
        "手机\r\n号码",
    ],
)
def test_case_width_spaces_stars_hints_and_line_breaks_do_not_matter(header):
    assert columns("日期", "导购", header, "通话结果")["phone"] == 2


def test_unknown_headers_are_told_and_left_alone():
    found = recognised("日期", "导购", "天气", "电话", "", "通话结果")
    assert found.ignored == ("天气",)
    assert "天气" not in found.columns


def test_two_filled_headers_for_one_column_are_refused_by_name():
    problem = refused("日期", "导购", "电话", "手机号(备用)", "通话结果")
    assert problem.reason == "recognising.two_headers"
    assert "电话、手机号(备用)" in problem.sentence("zh")


@pytest.mark.parametrize(("filled", "position"), [((True, True, False), 1), ((True, False, True), 2)])
def test_of_two_headers_for_one_column_the_filled_one_counts(filled, position):
    header = ("日期", "电话", "手机号", "导购", "通话结果")
    assert columns(*header, filled=[*filled, True, True])["phone"] == position


def test_of_two_empty_headers_for_one_column_the_first_counts():
    assert columns("日期", "电话", "手机号", "导购", "通话结果", filled=[True, False, False, True, True])["phone"] == 1


def test_missing_required_column_is_refused_by_name():
    problem = refused("日期", "客户姓名", "电话", "通话结果", "通话时长")
    assert problem.reason == "recognising.missing_column"
    for language in ("zh", "en"):
        assert "导购" in problem.sentence(language)
        assert "电话邀约记录表" in problem.sentence(language)


def test_store_is_never_missing_because_a_name_or_the_upload_may_say_it():
    assert "store" not in columns("日期", "导购", "电话", "通话结果")


def test_header_of_no_log_is_refused_with_what_was_read():
    problem = refused("商品", "库存", "单价")
    assert problem.reason == "recognising.unknown_kind"
    assert "商品 | 库存 | 单价" in problem.sentence("zh")


def test_header_of_two_logs_is_refused_unless_a_name_or_the_operator_says_which():
    header = ("日期", "导购", "电话")
    problem = refused(*header)
    assert problem.reason == "recognising.two_kinds"
    assert "电话邀约记录表、成功邀约记录表、客资表" in problem.sentence("zh")
    for hints, kind, expected in [
        (("", "旗舰店电话邀约记录表1121"), None, "calls"),
        (("成功邀约", "电话邀约记录表"), None, "invites"),  # the sheet speaks before the file
        (("旗舰店 11月 invites",), None, "invites"),
        (("电话邀约记录表",), "invites", "invites"),
        ((), "invites", "invites"),
    ]:
        assert recognised(*header, hints=hints, kind=kind).log.kind == expected


def test_word_that_only_one_of_two_fitting_logs_knows_decides():
    header = ("日期", "导购", "电话", "备注")
    empty = [True] * 4 + [False]
    assert refused(*header).reason == "recognising.two_kinds"
    assert recognised(*header, "拨打时间", filled=empty).log.kind == "calls"
    assert recognised(*header, "邀约日期", filled=empty).log.kind == "invites"


def test_calls_with_an_unknown_date_header_lack_a_date_and_are_no_staff():
    problem = refused("几号", "门店", "导购", "客户姓名", "电话", "通话结果")
    assert problem.reason == "recognising.missing_column"
    assert problem.details == {"log": "电话邀约记录表", "columns": "日期"}


@pytest.mark.parametrize("header", [("导购", "拨打数", "接通数"), ("门店", "导购", "拨打数", "接通数")])
def test_summary_by_assistant_is_no_log(header):
    assert refused(*header, hints=("汇总",)).reason == "recognising.unknown_kind"


@pytest.mark.parametrize(
    ("header", "hints"),
    [
        (("门店", "导购", "岗位"), ()),
        (("导购", "入职日期"), ()),
        (("门店", "导购"), ("人员表",)),
        (("门店", "导购", "岗位", "手机号", "备注"), ("旗舰店人员",)),
    ],
)
def test_staff_is_told_by_a_column_of_its_own_or_its_name(header, hints):
    assert recognised(*header, hints=hints).log.kind == "staff"


def test_staff_is_no_guess_where_another_log_knows_more_columns():
    assert refused("门店", "导购", "客户", "电话", "岗位").details["log"] == "电话邀约记录表"
    assert refused("门店", "导购", "客户", "电话", hints=("人员",)).details["log"] == "电话邀约记录表"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("旗舰店_电话邀约记录表_1121", "calls"),
        ("成功邀约", "invites"),
        ("人员表", "staff"),
        ("Tasks nov", "tasks"),
        ("工作簿1", None),
    ],
)
def test_kind_is_read_from_a_name(text, kind):
    assert kind_named_in(text) == kind


def test_known_headers_are_counted_for_the_best_single_log():
    assert known_header(["日期", "导购", "电话", "天气", ""]) == 3
    assert known_header(["入职日期", "账号", "电话任务"]) == 2  # two of the staff table, one of the tasks
    assert known_header(["2026-11-21", "周丽"]) == 0


@pytest.mark.parametrize(
    ("texts", "known", "store"),
    [
        (["旗舰店"], [], "旗舰店"),
        (["旗舰店电话邀约记录表20261121"], [], "旗舰店"),
        (["", "万象店_成功邀约记录表_2026年11月21日"], [], "万象店"),
        (["Sheet1", "旗舰店11月晨会任务表"], [], "旗舰店"),
        (["电话邀约记录表", "旗舰"], ["旗舰"], "旗舰"),
        (["旗舰店二部记录"], ["旗舰店", "旗舰店二部"], "旗舰店二部"),
        (["3号店人员表"], ["3号店"], "3号店"),
        (["MALL店人员表"], [], "MALL店"),
        (["ＭＡＬＬ店人员表"], [], "MALL店"),
        (["金牛万达店"], ["万达店"], "金牛万达店"),
        (["金牛万达店_周丽_1121"], ["万达店", "万达"], "金牛万达店"),
        (["万达广场店"], ["万达"], "万达广场店"),
        (["万达店"], ["万达"], "万达"),
        (["万达店周丽"], ["万达店"], "万达店"),
        (["万达店 金牛区"], ["万达店"], "万达店"),
        (["电话邀约记录表", "Sheet1"], [], None),
        (["店"], [], None),
    ],
)
def test_store_is_read_from_sheet_title_row_or_file_name(texts, known, store):
    assert store_named_in(texts, known) == store
