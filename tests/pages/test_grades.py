"""The page of grades: whether they are honest, where effort goes, and who stands behind each figure."""

import json
from base64 import b64decode
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.rules import set_rule
from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import answers

Open = Callable[..., AppTest]
Fill = Callable[[Callable[[], object]], Store]
Hear = Callable[[AppTest], Any]
PAGE: Final = "customers/grades.py"
PERIOD: Final = {"from": "2026-11-01", "to": "2026-11-21"}
EVENING: Final = datetime(2026, 11, 21, 19, 30)
# 旗舰店: of three A in October 李 and 王 order, 张 doesn't; 赵 falls from B to C, 钱 comes in November as B1.
# 万达店: 孙 is A though she refused. With 30 days to order, the 21st judges who was open on 22 October.
CALLS: Final = """日期,门店,导购,客户姓名,电话,通话结果,是否同意进群,客户等级,意向产品
2026-10-10,旗舰店,周丽,李女士,13800138001,接通,是,A,床
2026-10-10,旗舰店,周丽,王先生,13800138002,接通,是,A,床
2026-10-11,旗舰店,徐娜,张女士,13800138003,接通,是,A2,沙发
2026-10-12,旗舰店,徐娜,赵女士,13800138004,接通,是,B,沙发
2026-11-03,旗舰店,徐娜,赵女士,13800138004,无人接听,,C,沙发
2026-11-04,旗舰店,徐娜,赵女士,13800138004,接通,是,C,沙发
2026-11-05,旗舰店,徐娜,钱女士,13800138005,接通,是,B1,床
2026-11-05,万达店,何娟,孙女士,13800138006,接通,否,A,床
"""
ORDERS: Final = """成交日期,门店,导购,客户姓名,电话,金额
2026-11-06,旗舰店,周丽,李女士,13800138001,900
2026-11-07,旗舰店,周丽,王先生,13800138002,900
"""


def bring(shop: Store, name: str, text: str) -> None:
    prepared = importing.prepare(shop, text.encode(), name, received_at=EVENING)
    importing.commit(shop, prepared, at=EVENING, user="uploads_page")


def fill() -> None:
    shop = answers.store()
    set_rule(shop, "order_days", "30", valid_from=date(2026, 11, 1), at=datetime(2026, 11, 1), by="boss")
    bring(shop, "calls.csv", CALLS)
    bring(shop, "orders.csv", ORDERS)


@pytest.fixture
def graded(set_clock: Callable[[datetime], None], filled: Fill) -> Store:
    """Return the shop of the calls and orders above, with 30 days to order."""
    set_clock(EVENING)
    return filled(fill)


def answered(shown: AppTest) -> str:
    assert not shown.exception
    sentence: str = shown.main.subheader[0].value
    return sentence


def drawn(shown: AppTest, alt: str) -> dict[str, Any]:
    """Return the figure that is described as ``alt``."""
    charts = [chart.proto for chart in shown.get("plotly_chart")]
    figure: dict[str, Any] = next(json.loads(chart.spec) for chart in charts if chart.alt == alt)
    return figure


def listed(shown: AppTest, key: str, choice: str) -> list[str]:
    """Return the names of the customers behind what is chosen below a chart."""
    box = shown.main.selectbox(key=f"{key}_choice")
    shown = box.set_value(choice).run()
    assert not shown.exception
    tables = [table.value for table in shown.main.dataframe]
    lists = [table for table in tables if say("tables.columns.suggested", "zh") not in table]  # not of contradictions
    return [name for table in lists for name in table[say("tables.columns.customer", "zh")]]


@pytest.mark.usefixtures("graded")
def test_the_answer_says_whether_a_is_honest_and_where_effort_goes(app: Open) -> None:
    # 3 touches in November: 钱 as B, 赵 twice as C; 1.8 of them should have been A's, which rounds to 2.
    said = answered(app(PAGE, stores="旗舰店", **PERIOD))
    assert said.startswith(
        "A 准不准还说不定：30 天前的 3 位 A 成交 2 位（67%，可能在 21% 到 94% 之间），标准 70%，样本太少。"
    )
    assert "力气没跟着等级走：3 次联系里有 2 次花错了地方。" in said


@pytest.mark.usefixtures("graded")
def test_everything_is_said_in_english_too(app: Open) -> None:
    said = answered(app(PAGE, stores="旗舰店", lang="en", **PERIOD))
    assert said.startswith("Whether A is honest is open: 2 of 3 customers graded A 30 days ago ordered (67%,")


@pytest.mark.usefixtures("graded")
def test_too_early_says_from_which_day_on_there_is_an_answer(app: Open, said: Hear) -> None:
    shown = app(PAGE, stores="万达店", **PERIOD)
    assert "要到 12月5日 周六 才能说" in answered(shown)  # 孙 was graded on 5 November
    assert answered(shown).split("。")[0] in said(shown).page


@pytest.mark.usefixtures("graded")
@pytest.mark.parametrize(
    ("key", "choice", "names"),
    [
        ("calibration", "A", ["张女士", "李女士", "王先生"]),
        ("effort", "actual\n\nC", ["赵女士"]),
        ("spread_assistant", "旗舰店\n徐娜\nC", ["赵女士"]),
        ("grade_tree", "A2", ["张女士"]),
        ("moves", "B\nC", ["赵女士"]),
        ("moves", "A\nclosed", ["李女士", "王先生"]),
        ("new", "new\n\nB", ["钱女士"]),
        ("products", "床\n\nB", ["钱女士"]),
    ],
)
def test_what_is_chosen_lists_the_customers_behind_it(app: Open, key: str, choice: str, names: list[str]) -> None:
    shown = app(PAGE, stores="旗舰店", **PERIOD)
    assert sorted(listed(shown, key, choice)) == sorted(names)


@pytest.mark.usefixtures("graded")
def test_the_chart_of_honesty_holds_only_a_against_the_benchmark(app: Open) -> None:
    figure = drawn(app(PAGE, stores="旗舰店", **PERIOD), say("grades.calibration_alt", "zh", days="30"))
    assert figure["data"][0]["customdata"] == ["A", "B"]
    ticks = next(trace for trace in figure["data"] if trace.get("mode") == "lines")
    places = np.frombuffer(b64decode(ticks["x"]["bdata"]))
    assert list(places[np.isfinite(places)]) == [pytest.approx(0.7)] * 2


@pytest.mark.usefixtures("graded")
def test_changes_begin_where_somebody_was_known(app: Open, said: Hear) -> None:
    shown = app(PAGE, stores="旗舰店", **(PERIOD | {"from": "2026-09-01"}))
    heard = said(shown).page
    assert say("grades.moves_later", "zh", day="9月1日 周二", first="10月25日 周日") in heard
    assert "升 0 位，降 1 位，不变 1 位，新 1 位，成交 2 位" in heard


@pytest.mark.usefixtures("graded")
def test_grades_that_contradict_the_facts_are_listed_with_the_fact(app: Open, said: Hear) -> None:
    shown = app(PAGE, **PERIOD)
    table = shown.main.dataframe[-1].value
    row = table[table[say("tables.columns.customer", "zh")] == "孙女士"].iloc[0]
    assert row[say("tables.columns.suggested", "zh")] == "D"
    assert row[say("tables.columns.fact", "zh")] == say("tables.codes.fact.refused", "zh")
    assert say("grades.findings.facts.advice", "zh") in said(shown).page


@pytest.mark.usefixtures("graded")
@pytest.mark.parametrize("cut", ["store", "assistant", "source", "product"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cut_can_be_chosen(app: Open, cut: str, language: str) -> None:
    shown = app(PAGE, lang=language, **PERIOD)
    shown = shown.main.segmented_control(key="grade_cut").set_value(cut).run()
    assert not shown.exception
    assert shown.main.selectbox(key=f"spread_{cut}_choice").options


@pytest.mark.usefixtures("graded")
def test_one_assistant_has_only_own_customers(app: Open, said: Hear) -> None:
    shown = app(PAGE, stores="旗舰店", assistant="徐娜", **PERIOD)
    assert "1 位 A 成交 0 位" in answered(shown)  # 张
    assert "13800138001"[-4:] not in said(shown).everything


@pytest.mark.usefixtures("graded")
def test_days_before_anybody_was_known_say_what_to_do(app: Open) -> None:
    shown = app(PAGE, **{"from": "2026-06-01", "to": "2026-06-05"})
    assert not shown.exception
    assert "上传" in shown.info[0].value


@pytest.mark.usefixtures("graded")
def test_the_tables_open_below_and_are_taken_home_with_definitions(app: Open, downloads: dict[str, bytes]) -> None:
    shown = app(PAGE, **PERIOD)
    closed = len(shown.main.dataframe)
    shown.session_state["tables_behind"] = True
    assert len(shown.run().main.dataframe) == closed + 11
    assert any(name.startswith("分级") and name.endswith(".xlsx") for name in downloads)
