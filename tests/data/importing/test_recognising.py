"""Which log a header is."""

import pytest

from data.importing.recognising import known_header
from data.logs import LOGS
from tests.data.importing.headers import recognised, refused


@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS)
def test_template_of_every_log_is_recognised_without_help(log):
    header = [column.header for column in log.columns]
    found = recognised(*header)
    assert (found.log, found.ignored, found.problem) == (log, (), None)
    assert found.columns == {column.name: position for position, column in enumerate(log.columns)}


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


def test_known_headers_are_counted_for_the_best_single_log():
    assert known_header(["日期", "导购", "电话", "天气", ""]) == 3
    assert known_header(["入职日期", "账号", "电话任务"]) == 2  # two of the staff table, one of the tasks
    assert known_header(["2026-11-21", "周丽"]) == 0
