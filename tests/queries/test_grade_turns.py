"""Which grade a customer had on which day, and where grades went between two days."""

from datetime import date

import pytest

HEADER = "日期,门店,导购,客户,电话,客户等级\n"
CALLS = (
    HEADER
    + """\
2026-10-01,S,Li,赵,13800138001,A1
2026-10-05,S,Li,赵,13800138001,B
2026-10-02,S,Li,钱,13800138002,A
2026-10-03,S,Wu,孙,13800138003,
2026-10-04,S,Wu,李,13800138004,C
2026-10-10,S,Wu,周,13800138005,D
2026-10-11,S,Wu,吴,13800138006,A
2026-10-01,S,Wu,郑,13800138007,A
"""
)
# 赵 falls from A1 to B, 钱 stays, 孙 is never graded. 李 buys on the 6th. 周 comes on the 10th, 吴 on the 11th and buys
# on the 12th. 郑 buys before the 4th.
ORDERS = """\
成交日期,门店,导购,客户,电话,金额
2026-10-06,S,Wu,李,13800138004,900
2026-10-12,S,Wu,吴,13800138006,900
2026-10-03,S,Wu,郑,13800138007,900
"""


@pytest.fixture
def full(shop):
    shop.bring("calls", CALLS)
    shop.bring("orders", ORDERS)
    return shop


def october(day: int) -> date:
    return date(2026, 10, day)


def grade_of(shop, customer: str, day: date) -> list[tuple[object, ...]]:
    """Return the grade of the customer on the day, as the list of the graded finds it."""
    letters = ("A", "B", "C", "D", None)
    about = {"day": day, "assistant": None, "cut": None, "value": None, "most": 9}
    found = {letter: shop.ask("customers/graded", "customer", **about, grade=letter) for letter in letters}
    return [letter for letter, customers in found.items() if (customer,) in customers]


def test_open_customers_count_by_the_grade_last_said_up_to_the_day(full) -> None:
    assert full.ask("grades/distribution", day=october(4), assistant=None) == [
        ("S", "A", 1),  # 钱
        ("S", "A1", 1),  # 赵
        ("S", "C", 1),  # 李
        ("S", None, 1),  # 孙
    ]
    assert full.ask("grades/distribution", day=october(12), assistant=None) == [
        ("S", "A", 1),  # 钱; 吴 has bought
        ("S", "B", 1),  # 赵
        ("S", "D", 1),  # 周
        ("S", None, 1),
    ]
    assert full.ask("grades/distribution", day=date(2026, 9, 30), assistant=None) == []
    assert full.ask("grades/distribution", day=october(4), assistant=None, scope=("T",)) == []


def test_a_grade_written_down_for_an_earlier_day_counts_from_that_day_on(full) -> None:
    full.bring("leads", "客资日期,门店,导购,客户,电话,等级\n2026-09-25,S,Li,赵,13800138001,C\n")
    days = (date(2026, 9, 24), date(2026, 9, 25), october(4), october(5))
    assert [grade_of(full, "赵", day) for day in days] == [[], ["C"], ["A"], ["B"]]


def test_a_day_handed_in_again_with_another_grade_corrects_it(full) -> None:
    batch = full.bring("calls", HEADER + "2026-10-02,S,Li,钱,13800138002,D\n")
    assert [grade_of(full, "钱", october(day)) for day in (1, 2, 9)] == [[], ["D"], ["D"]]
    full.undo(batch)
    assert grade_of(full, "钱", october(9)) == ["A"]


def test_of_two_grades_on_one_day_the_last_said_counts(full) -> None:
    # Within a log the later row, among logs the later step: a lead is graded before the calls, a visit after them.
    twice = "2026-10-08,S,Li,钱,13800138002,{}\n"
    full.bring("calls", HEADER + twice.format("B") + twice.format("C"))
    assert grade_of(full, "钱", october(8)) == ["C"]
    full.bring("leads", "客资日期,门店,导购,客户,电话,等级\n2026-10-08,S,Li,钱,13800138002,A\n")
    assert grade_of(full, "钱", october(8)) == ["C"]
    full.bring("visits", "进店日期,门店,接待人,客户,电话,等级\n2026-10-08,S,Li,钱,13800138002,D\n")
    assert [grade_of(full, "钱", october(day)) for day in (7, 8)] == [["A"], ["D"]]


def test_grades_went_from_here_to_there_came_and_closed(full) -> None:
    days = {"first": october(4), "last": october(20), "assistant": None}
    assert full.ask("grades/migration", **days) == [
        ("A", "A", 1),  # 钱
        ("A", "B", 1),  # 赵, by letter
        ("C", "closed", 1),  # 李
        (None, None, 1),  # 孙
        ("new", "D", 1),  # 周; 吴 came and bought in between, 郑 had bought before
    ]
    assert full.ask("grades/migration", **(days | {"assistant": "Li"})) == [("A", "A", 1), ("A", "B", 1)]
    moved = {
        (start, end): full.ask("customers/moved", "customer", **days, from_grade=start, to_grade=end, most=9)
        for start, end in (("A", "B"), ("C", "closed"), (None, None), ("new", "D"), ("new", "A"))
    }
    assert list(moved.values()) == [[("赵",)], [("李",)], [("孙",)], [("周",)], []]


def test_a_customer_of_two_stores_has_a_grade_in_each(full) -> None:
    full.bring("calls", HEADER + "2026-10-07,T,Han,赵,13800138001,D\n")
    both = full.ask("grades/cuts", day=october(8), assistant=None, cut="store", scope=("S", "T"))
    assert both == [(None, "S", "A", 1), (None, "S", "B", 1), (None, "S", None, 1), (None, "T", "D", 1)]
    assert full.ask("grades/distribution", day=october(8), assistant=None, scope=("T",)) == [("T", "D", 1)]


def test_grades_are_cut_by_holder_source_and_product(full) -> None:
    lead = "客资日期,门店,导购,来源,客户,电话,意向产品\n2026-09-25,S,Li,美团,赵,13800138001,床\n"
    full.bring("leads", lead)
    ask = {"day": october(8), "assistant": None}
    assert full.ask("grades/cuts", **ask, cut="assistant") == [
        ("S", "Li", "A", 1),
        ("S", "Li", "B", 1),
        ("S", "Wu", None, 1),
    ]
    assert full.ask("grades/cuts", **ask, cut="source")[0] == (None, "美团", "B", 1)
    assert full.ask("grades/cuts", **ask, cut="product")[0] == (None, "床", "B", 1)
    assert full.ask("grades/products", **ask) == [("床", "B", 1)]


def test_a_list_may_be_of_one_sub_grade_or_one_value_of_a_cut(full) -> None:
    full.bring("leads", "客资日期,门店,导购,来源,客户,电话,意向产品\n2026-09-25,S,Li,美团,钱,13800138002,床\n")
    about = {"day": october(4), "assistant": None, "most": 9}
    lists = {
        (grade, cut, value): full.ask("customers/graded", "customer", **about, grade=grade, cut=cut, value=value)
        for grade, cut, value in (
            *(("A", None, None), ("A1", None, None), ("A2", None, None)),
            *(("A", "product", "床"), ("A", "source", None), ("C", "assistant", "Li"), ("C", "assistant", "Wu")),
        )
    }
    assert [sorted(names) for names in lists.values()] == [
        *([("赵",), ("钱",)], [("赵",)], []),
        *([("钱",)], [("赵",)], [], [("李",)]),
    ]


def test_a_distribution_may_be_of_one_holder(full) -> None:
    assert full.ask("grades/distribution", "grade", "customers", day=october(4), assistant="Wu") == [
        ("C", 1),
        (None, 1),
    ]
