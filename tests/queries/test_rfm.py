"""How recently, how often and for how much customers buy, and the segments that follow."""

from datetime import date

import pytest

ORDERS = """\
成交日期,门店,导购,客户,电话,金额
2026-10-31,S,Li,甲,13800138001,5000
2026-10-20,S,Li,甲,13800138001,1000
2026-10-01,S,Li,甲,13800138001,1000
2026-10-30,S,Li,乙,13800138002,300
2026-10-10,S,Li,丙,13800138003,2000
2026-10-05,S,Li,丙,13800138003,100
2026-10-10,S,Li,丁,13800138004,300
2026-10-02,S,Li,戊,13800138005,900
2026-09-15,S,Li,己,13800138006,800
2026-10-15,S,Li,己,13800138006,-800
"""
DAYS = {"first": date(2026, 10, 1), "last": date(2026, 10, 31), "assistant": None}
# Days since the last order, ascending: 甲 0, 乙 1, 丙 21, 丁 21, 戊 29, 己 46 (its order of September). The fifths of 6
# are the 2nd, 3rd, 4th and 5th: 1, 21, 21, 29. So up to 1 day is 5, up to 21 is 4, up to 29 is 2, more is 1.
# Orders: 己 0, 乙 1, 丁 1, 戊 1, 丙 2, 甲 3. Fifths 1, 1, 1, 2: up to 1 is 1, up to 2 is 4, more is 5.
# Revenue: 己 -800, 乙 300, 丁 300, 戊 900, 丙 2100, 甲 7000. Fifths 300, 300, 900, 2100: 1, 3, 4 and 5.
# Means: r (5 + 5 + 4 + 4 + 2 + 1) / 6 = 3.5, f (5 + 1 + 4 + 1 + 1 + 1) / 6, m (5 + 1 + 4 + 1 + 3 + 1) / 6 = 2.5.
SCORED = [
    ("甲", 0, 3, 7000, 5, 5, 5, "important_value"),
    ("丙", 21, 2, 2100, 4, 4, 4, "important_value"),
    ("戊", 29, 1, 900, 2, 1, 3, "important_win_back"),
    ("乙", 1, 1, 300, 5, 1, 1, "general_develop"),
    ("丁", 21, 1, 300, 4, 1, 1, "general_develop"),
    ("己", 46, 0, -800, 1, 1, 1, "general_win_back"),
]
COLUMNS = ("customer", "recency_days", "orders", "revenue_cny", "r", "f", "m", "segment")


@pytest.fixture
def full(shop):
    shop.bring("orders", ORDERS)
    return shop


def test_scores_and_segments(full) -> None:
    assert sorted(full.ask("value/rfm", *COLUMNS, **DAYS)) == sorted(SCORED)


def test_the_lines_between_the_scores_are_shown_with_the_means(full) -> None:
    assert full.ask("value/rfm_edges", first=DAYS["first"], last=DAYS["last"]) == [
        ("S", "r", 1, 21, 21, 29, False, 3.5),
        ("S", "f", 1, 1, 1, 2, False, pytest.approx(13 / 6)),
        ("S", "m", 300, 300, 900, 2100, False, 2.5),
    ]


def test_a_rule_draws_its_own_lines_from_its_first_day_on(full) -> None:
    full.rule("rfm_r_edges", "10+20+30+40", day=1)
    full.rule("rfm_m_edges", "0+299.99+300+7000", day=1, store="S")
    november = {"first": date(2026, 10, 1), "last": date(2026, 11, 1)}
    # A day later: 1, 2, 22, 22, 30, 47 days.
    found = full.ask("value/rfm", "customer", "r", "m", **(DAYS | november))
    assert sorted(found) == sorted([("甲", 5, 4), ("乙", 5, 3), ("丙", 3, 4), ("丁", 3, 3), ("戊", 3, 4), ("己", 1, 1)])
    edges = full.ask("value/rfm_edges", "score", "edge_1", "edge_4", "by_rule", **november)
    assert edges == [("r", 10, 40, True), ("f", 1, 2, False), ("m", 0, 7000, True)]
    assert sorted(full.ask("value/rfm", *COLUMNS, **DAYS)) == sorted(SCORED)  # October stays as it was


def test_segments_are_all_there_and_count_everybody_once(full) -> None:
    found = full.ask("value/segments", "segment", "customers", "orders", "revenue_cny", "recency_days", **DAYS)
    assert found == [
        ("important_value", 2, 5, 9100, 10.5),
        ("important_keep", 0, 0, 0, None),
        ("important_develop", 0, 0, 0, None),
        ("important_win_back", 1, 1, 900, 29),
        ("general_value", 0, 0, 0, None),
        ("general_keep", 0, 0, 0, None),
        ("general_develop", 2, 2, 600, 11),
        ("general_win_back", 1, 0, -800, 46),
    ]


def test_the_customers_of_a_segment_are_listed(full) -> None:
    listed = full.ask("value/in_segment", "customer", "of_all", segment="important_value", most=1, **DAYS)
    assert listed == [("甲", 2)]
    assert len(full.ask("value/in_segment", "customer", segment=None, most=9, **DAYS)) == 6


def test_scores_are_among_all_customers_whoever_is_asked_about(full) -> None:
    full.bring("calls", "日期,门店,导购,客户,电话\n2026-10-31,S,Wu,戊,13800138005\n")
    assert full.ask("value/rfm", *COLUMNS, **(DAYS | {"assistant": "Wu"})) == [SCORED[2]]


def test_all_alike_score_alike_and_nobody_is_above_the_mean(shop) -> None:
    rows = "\n".join(f"2026-10-05,S,Li,客,1380013810{number},100" for number in range(5))
    shop.bring("orders", f"成交日期,门店,导购,客户,电话,金额\n{rows}\n")
    assert set(shop.ask("value/rfm", "r", "f", "m", "segment", **DAYS)) == {(5, 1, 1, "general_win_back")}
