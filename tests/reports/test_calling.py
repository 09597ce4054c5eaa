"""Whom to call tonight, one line a customer."""

import pandas as pd

from reports.calling import to_call

COLUMNS = ["store", "customer", "contacts", "assistant", "grade", "days", "touch_days", "of_all"]


def slipping(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame([*rows], columns=COLUMNS)


def test_how_many_there_are_and_who_comes_first() -> None:
    found = slipping(
        ("旗舰店", "李女士", ["138****0001", "li***1"], "周丽", "A1", 6, 3, 23),
        ("城东店", "王先生", ["138****0002"], "赵磊", "B", 9, 7, 23),
    )
    assert to_call(found, "zh", one_store=False) == [
        "快流失的 A、B 类客户共 23 位，最急的 2 位",
        "李女士 138****0001 li***1（A1 类，6 天没联系，最多 3 天）：周丽（旗舰店）",
        "王先生 138****0002（B 类，9 天没联系，最多 7 天）：赵磊（城东店）",
    ]


def test_without_a_name_or_anybody_in_charge_it_is_said_so() -> None:
    found = slipping(("旗舰店", None, ["138****0001"], None, "A", 6, 3, 1))
    assert to_call(found, "zh", one_store=True)[1] == (
        "没留名字的客户 138****0001（A 类，6 天没联系，最多 3 天）：没人负责"
    )


def test_where_nobody_is_about_to_be_lost_that_is_the_line() -> None:
    assert to_call(slipping(), "zh", one_store=True) == ["没有快流失的 A、B 类客户"]
