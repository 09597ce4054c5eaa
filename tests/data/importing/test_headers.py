"""Which cell of a header is which column."""

import pytest

from data.logs import LOGS
from tests.data.importing.headers import columns, recognised, refused

SPELLINGS = [
    pytest.param(log.kind, column.name, spelling, id=f"{log.kind}-{spelling}")
    for log in LOGS.values()
    for column in log.columns
    for spelling in (column.header, column.name, *column.aliases)
]


@pytest.mark.parametrize(("kind", "name", "spelling"), SPELLINGS)
def test_every_alias_is_its_column(kind, name, spelling):
    required = [c.header for c in LOGS[kind].columns if c.required and c.name != name]
    assert columns(*required, spelling, kind=kind)[name] == len(required)


@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS)
def test_no_spelling_means_two_columns_of_one_log(log):
    spellings = [spelling for c in log.columns for spelling in (c.header, c.name, *c.aliases)]
    assert len(spellings) == len(set(spellings))


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
