"""``python -m queries`` of the funnel and the grades: its options, and the columns that others rely on."""

from datetime import date
from pathlib import Path

import pytest

from data.store import Store
from queries.__main__ import main


@pytest.fixture
def followed_up(home: Path, shop_of) -> Path:
    """Two leads of October: 李 from 美团, graded A, who buys in November; 王 from elsewhere and without a grade."""
    with Store(home) as store:
        shop = shop_of(store)
        leads = "客资日期,门店,导购,来源,客户,电话,是否有效,等级\n"
        shop.bring("leads", leads + "2026-10-01,S,Li,美团,李,13800138001,是,A\n2026-10-02,S,Wu,,王,13800138002,是,\n")
        shop.bring("orders", "成交日期,门店,导购,客户,电话,金额\n2026-11-05,S,Li,李,13800138001,900\n")
    return home


def printed(capsys, *arguments: str) -> list[str]:
    assert main([*arguments, "--format", "csv"]) == 0
    lines: list[str] = capsys.readouterr().out.splitlines()
    return lines


def test_the_stages_of_the_leads_unless_the_campaign_is_meant(followed_up, capsys) -> None:
    days = ("--from", "2026-10-01", "--to", "2026-11-10")
    expected = ["stage,customers", "lead,2", "valid,2", "contact,1", "invited,1", "visited,1", "ordered,1"]
    assert printed(capsys, "funnel/stages", *days) == expected
    assert printed(capsys, "funnel/stages", *days, "--assistant", "Wu")[1:3] == ["lead,1", "valid,1"]
    assert printed(capsys, "funnel/stages", *days, "--funnel", "campaign")[1] == "called,0"


def test_the_two_readings_of_a_rate(followed_up, capsys) -> None:
    def valid_close_rate(*arguments: str) -> str:
        return next(line for line in printed(capsys, "funnel/rates", *arguments) if line.startswith("valid_close"))

    # Of the two who came in October one has bought by 10 November; in November nobody came and one bought.
    assert valid_close_rate("--from", "2026-10-01", "--to", "2026-11-10").startswith("valid_close_rate,1,2,0.5,0.09")
    november = ("--from", "2026-11-01", "--to", "2026-11-10")
    assert valid_close_rate(*november, "--reading", "period") == "valid_close_rate,1,0,,,,,"
    assert valid_close_rate(*november) == "valid_close_rate,0,0,,,,,"


def test_the_grades_of_each_source(followed_up, capsys) -> None:
    days = ("--to", "2026-10-10")
    header = "store,value,grade,customers"
    assert printed(capsys, "grades/cuts", *days, "--cut", "source") == [header, ",美团,A,1", ",,,1"]
    assert printed(capsys, "grades/cuts", *days) == [header, "S,Li,A,1", "S,Wu,,1"]


def test_sales_by_what_was_sold(followed_up, capsys) -> None:
    days = ("--from", "2026-10-01", "--to", "2026-11-10")
    (_, line) = printed(capsys, "value/cuts", *days, "--cut", "category")
    assert line == ",,1,1,900.00,0.00,0.00,900.00,1.0"
    (_, line) = printed(capsys, "value/cuts", *days)
    assert line.startswith("S,Li,1,1,900.00")
    with pytest.raises(SystemExit):
        printed(capsys, "grades/cuts", *days, "--cut", "category")


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("funnel/rates", "metric,numerator,denominator,rate,low,high,benchmark,verdict"),
        ("funnel/stages", "stage,customers"),
        ("funnel/lost_reasons", "lost_reason,visits"),
        ("grades/distribution", "store,grade,customers"),
        ("grades/migration", "from_grade,to_grade,customers"),
        ("grades/calibration", "grade,customers,ordered,rate,low,high"),
        ("grades/effort", "grade,touches,share,target,misplaced"),
        (
            "value/summary",
            "customers,revenue_cny,top20_share,k80,gini,contribution_cny,peak_share,negative_customers,…",
        ),
        ("value/rfm", "customer,recency_days,orders,revenue_cny,r,f,m,segment,…"),
        ("value/decomposition", "part,change_cny,…"),
    ],
)
def test_the_columns_that_others_rely_on(home, capsys, name, columns) -> None:
    header = printed(capsys, name)[0]
    first = columns.removesuffix(",…")
    assert header == first if first == columns else header.startswith(f"{first},")


def test_the_target_of_the_month_and_what_it_needs(followed_up, capsys, shop_of) -> None:
    with Store(followed_up) as store:
        shop_of(store).bring("targets", "月份,门店,导购,订单目标\n2026-11,S,,6\n")
    # One order in the 41 days from the first lead to 10 November: five more in 20 days are next to impossible.
    head, line = printed(capsys, "targets/progress", "--to", "2026-11-10")
    assert head.split(",")[:6] == ["store", "assistant", "target", "done", "elapsed_share", "probability"]
    assert line.split(",")[:5] == ["S", "", "6", "1", ""]
    assert 0 < float(line.split(",")[5]) < 0.02
    assert [line.split(",")[2:5] for line in printed(capsys, "targets/tiers", "--to", "2026-11-10")[1:]] == [
        ["target", "6", "5"],
        ["sprint", "8", "7"],
        ["challenge", "9", "8"],
    ]
    rates = ("--close-rate", "0.5", "--visit-rate", "0.25", "--valid-rate", "0.8")
    lines = printed(capsys, "targets/reverse", "--to", "2026-11-10", *rates)
    assert [line.split(",")[:2] for line in lines[1:5]] == [
        ["orders", "6"],
        ["visits", "12"],
        ["valid", "48"],
        ["leads", "60"],
    ]
    assert printed(capsys, "targets/reverse", "--orders", "3", *rates)[2].startswith("visits,6,")


def test_the_target_shared_out_to_days_and_hours(home, capsys, shop_of) -> None:
    with Store(home) as store:
        shop = shop_of(store)
        shop.employ("Li", hired_on=date(2026, 11, 27))
        shop.bring("targets", "月份,门店,导购,订单目标\n2026-11,S,,4\n")
        shop.rule("closes_at", "11:00")
    # Of the four days the two of the weekend count 1 1/2: 6/5 each, the others 4/5. Nothing is done, so all is missing.
    days = ["2026-11-27,1,1", "2026-11-28,1,1", "2026-11-29,1,1", "2026-11-30,1,1"]
    expected = [f"S,{name},{line}" for name in ("", "Li") for line in days]
    assert printed(capsys, "targets/days", "--to", "2026-11-26") == ["store,assistant,day,planned,still", *expected]
    expected = ["store,assistant,hour,orders", "S,,10,1", "S,Li,10,1"]
    assert printed(capsys, "targets/hours", "--to", "2026-11-26") == expected
