"""Customer assets in words."""

from decimal import Decimal

import pandas as pd
import pytest

from reports.asset_words import answer, findings, woken_in_words

COUNTS = ["customers", "asset_value_cny", "grade_a", "grade_b", "stale", "probably_lost", "holder_left"]
NOBODY = pd.DataFrame(columns=["to_assistant", "status", "customers"])


def holders(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["holder", *COUNTS])


LI = ("Li", 1200, Decimal(240_000), 5, 9, 30, 4, 0)
WU = ("Wu", 62, Decimal(12_400), 3, 4, 0, 0, 62)


def test_the_answer_says_how_many_what_they_are_worth_and_why_they_may_be_lost() -> None:
    assert answer(holders(LI, WU), "zh") == (
        "1,262 位客户还没成交，值 ¥25.2 万；96 位有风险：62 位的导购已离职、没人接，4 位多半流失，30 位快流失。"
    )
    assert answer(holders(LI, WU), "en") == (
        "Customers without an order: 1,262, worth ¥252,400. At risk: 96, of whom 62 whose assistant left and nobody "
        "took over, 4 probably lost, 30 stale."
    )


def test_reasons_that_nobody_has_are_not_named_and_no_risk_is_said() -> None:
    assert answer(holders(WU), "zh").endswith("；62 位有风险：62 位的导购已离职、没人接。")
    safe = holders(("Li", 5, Decimal(1000), 1, 0, 0, 0, 0))
    assert answer(safe, "zh") == "5 位客户还没成交，值 ¥1,000，都有人跟。"


def test_without_money_none_is_named() -> None:
    assert answer(holders(("Li", 5, Decimal(0), 1, 0, 0, 0, 0)), "zh") == "5 位客户还没成交，都有人跟。"


def test_a_leaver_comes_first_then_who_waits_then_the_lost() -> None:
    waiting = pd.DataFrame([("Han", "waiting", 3), ("Han", "waiting", 1), ("Sun", "done", 9)], columns=NOBODY.columns)
    found = [head for head, _ in findings(holders(LI, WU), waiting, "zh")]
    assert found == [
        "Wu已离职，62 位客户没人接，值 ¥1.24 万，其中 A、B 类 7 位。",
        "4 位客户交出去了还没接：等Han。",
        "4 位超过 30 天没联系，多半已经流失。",
    ]
    assert findings(holders(("Li", 5, Decimal(0), 1, 0, 3, 0, 0)), NOBODY, "zh") == []


def test_more_than_four_leavers_are_counted() -> None:
    left = holders(*((name, *WU[1:]) for name in "abcde"))
    head, _ = findings(left, NOBODY, "en")[0]
    assert head.startswith("a, b, c, d and others (5 in all) left. Customers nobody took over: 310")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(50, 5, 3), (50, 1, 0)], "唤醒过 100 位，30 天里成交 6 位（6.0%）；还有 3 位没满 30 天。"),
        ([(0, 0, 3)], "唤醒过 3 位，都还没满 30 天，先不下结论。"),
        ([], "这段日子没有唤醒过谁。"),
    ],
)
def test_what_came_of_wake_ups(rows: list[tuple[int, int, int]], said: str) -> None:
    assert woken_in_words(pd.DataFrame(rows, columns=["woken", "ordered", "still_open"]), "zh") == said
