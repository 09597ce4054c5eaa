"""Which headers are known ones misspelt, and which only look alike."""

import pytest

from data.importing.spelling import misspelt
from data.logs import LOGS


def test_rare_letters_are_in_no_header():
    assert not set("龘靐") & set(
        "".join(s for log in LOGS.values() for c in log.columns for s in (c.header, *c.aliases))
    )


@pytest.mark.parametrize(
    ("kind", "word", "column"),
    [
        ("calls", "客户姓明", "customer"),
        ("calls", "联系电活", "phone"),
        ("calls", "导购员名字", "assistant"),
        ("calls", "手机号马", "phone"),
        ("calls", "通话结国", "outcome"),
        ("calls", "拨打日其", "date"),
        ("calls", "客户名", "customer"),
        ("calls", "是否加微", "wechat_added"),
        ("orders", "成交额", "amount"),
        ("visits", "接待人姓名", "assistant"),
    ],
)
def test_a_slip_of_the_pen_is_read(kind, word, column):
    assert misspelt([word], LOGS[kind], ()) == {word: column}


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("calls", "到店日期"),  # the day of a visit is not the day a visit is planned for
        ("calls", "电话任务"),
        ("tasks", "电话"),
        ("calls", "电话量"),
        ("calls", "客户数"),
        ("calls", "客户来源"),
        ("calls", "微信群"),
        ("calls", "客户电话费"),
        ("calls", "意向产品价格"),
        ("calls", "客户姓名拼音"),
        ("calls", "导购员工号"),
        ("calls", "老板手机"),
        ("orders", "工单号"),
        ("visits", "客户生日"),
        ("leads", "到店日期"),
        ("leads", "成交日期"),
        ("handovers", "导购"),
    ],
)
def test_what_only_looks_alike_is_left_alone(kind, word):
    assert misspelt([word], LOGS[kind], ()) == {}


@pytest.mark.parametrize(("one", "other"), [("进店日期", "到店日期"), ("电话", "电话任务"), ("客户等级", "客户来源")])
@pytest.mark.parametrize("kind", LOGS)
def test_known_words_never_cross(kind, one, other):
    assert misspelt([one, other], LOGS[kind], ()).keys() <= {"客户来源"} - {one}


def test_a_word_as_near_to_two_columns_is_neither():
    assert misspelt(["进裙日期"], LOGS["invites"], ()) == {}  # 进群日期 or 进店日期


def test_two_words_for_one_column_are_none():
    assert misspelt(["客户姓明", "顾客姓明"], LOGS["calls"], ()) == {}


def test_a_column_that_has_its_header_is_not_looked_for():
    assert misspelt(["客户姓明"], LOGS["calls"], {"customer"}) == {}
