"""For whom, where and from which source a rate is high or low; what sources bring, and whether customers answer."""

from datetime import date

import pytest

DAYS = {"first": date(2026, 10, 1), "last": date(2026, 11, 30), "assistant": None}
LEADS = """\
客资日期,门店,导购,来源,客户,电话,是否有效,等级,意向产品
2026-10-01,S,Li,美团,赵,13800138001,是,A1,床
2026-10-02,S,Li,美团,钱,13800138002,否,D,
2026-10-03,S,Wu,抖音,孙,13800138003,是,B,床
2026-10-04,S,Wu,,李,13800138004,是,,
2026-10-05,T,Li,美团,周,13800138005,是,C,柜
2026-11-20,S,Li,美团,吴,13800138006,是,A,床
"""
# Two assistants called Li are two. 李 has neither source nor grade. 吴 is too new to be judged.
ORDERS = "成交日期,门店,导购,客户,电话,金额\n2026-10-20,T,Li,周,13800138005,900\n"
BOTH = ("S", "T")


@pytest.fixture
def full(shop):
    shop.bring("leads", LEADS)
    shop.bring("orders", ORDERS)
    return shop


def of(shop, cut: str, metric: str = "valid_rate") -> list[tuple[object, ...]]:
    columns = ("metric", "store", "value", "numerator", "denominator")
    return [row for name, *row in shop.ask("funnel/cuts", *columns, cut=cut, scope=BOTH, **DAYS) if name == metric]


def test_assistants_of_two_stores_are_two_though_they_share_a_name(full) -> None:
    assert of(full, "assistant") == [["S", "Li", 1, 2], ["S", "Wu", 2, 2], ["T", "Li", 1, 1]]
    assert of(full, "assistant", "close_rate") == [["T", "Li", 1, 1]]  # nobody else's customer came


def test_what_nobody_said_is_a_row_of_its_own(full) -> None:
    assert of(full, "store") == [[None, "S", 3, 4], [None, "T", 1, 1]]
    assert of(full, "source") == [[None, "抖音", 1, 1], [None, "美团", 2, 3], [None, None, 1, 1]]
    assert of(full, "product") == [[None, "床", 2, 2], [None, "柜", 1, 1], [None, None, 1, 2]]
    grades = [[None, "A", 1, 1], [None, "B", 1, 1], [None, "C", 1, 1], [None, "D", 0, 1], [None, None, 1, 1]]
    assert of(full, "grade") == grades


def test_each_row_is_judged_by_its_own_stores_benchmark(full) -> None:
    full.rule("valid_rate", "0.2", store="T")
    columns = ("metric", "value", "benchmark", "verdict")
    found = full.ask("funnel/cuts", *columns, cut="store", scope=BOTH, **DAYS)
    # Wilson of 1 in 1 begins at 0.207.
    assert [row[1:] for row in found if row[0] == "valid_rate"] == [("S", None, None), ("T", 0.2, "pass")]


def test_sources_bring_grades_also_of_those_too_new_to_judge(full) -> None:
    assert full.ask("funnel/source_grades", scope=BOTH, **DAYS) == [
        ("抖音", "B", 1, 0),
        ("美团", "A", 2, 0),  # 赵, 吴
        ("美团", "C", 1, 1),  # 周 bought
        ("美团", "D", 1, 0),
        (None, None, 1, 0),
    ]


def test_of_25_enquiries_so_many_have_intent_and_so_many_buy(full) -> None:
    # 赵 (A), 孙 (B) and 周 (C, but bought) of 5 judged; 25 · 3 / 5 = 15, 25 · 1 / 5 = 5.
    assert full.ask("funnel/reference", scope=BOTH, **DAYS) == [(5, 3, 1, 15.0, 5.0)]
    assert full.ask("funnel/reference", **(DAYS | {"assistant": "Sun"})) == [(0, 0, 0, None, None)]


REPLIES = "日期,门店,导购,群发人数,回复人数\n"


@pytest.mark.parametrize(
    ("sent", "replied", "level"),
    [
        (100, 80, "good"),
        (100, 79, "pass"),
        (100, 50, "pass"),
        (100, 49, "weak"),
        (100, 41, "weak"),
        (100, 40, "poor"),
        (0, 0, None),
    ],
)
def test_replies_are_good_from_80_pass_from_50_and_poor_up_to_40_percent(shop, sent, replied, level) -> None:
    shop.bring("replies", REPLIES + f"2026-10-01,S,Li,{sent},{replied}\n")
    columns = ("assistant", "sent", "replied", "level")
    assert shop.ask("funnel/replies", *columns, **DAYS) == [("Li", sent, replied, level)]


def test_broadcasts_of_the_days_add_up_by_assistant(shop) -> None:
    rows = "2026-09-30,S,Li,9,9\n2026-10-01,S,Li,30,9\n2026-10-09,S,Li,10,7\n2026-10-09,S,Wu,10,8\n"
    shop.bring("replies", REPLIES + rows)
    columns = ("assistant", "sent", "replied", "rate", "level")
    assert shop.ask("funnel/replies", *columns, **DAYS) == [("Li", 40, 16, 0.4, "poor"), ("Wu", 10, 8, 0.8, "good")]
    assert shop.rates(DAYS["first"], DAYS["last"])["reply_rate"] == (24, 50)
    shop.rule("reply_rate", "", day=30)  # without a benchmark nobody passes, but good and poor stay
    assert shop.ask("funnel/replies", "level", **DAYS) == [("poor",), ("good",)]
