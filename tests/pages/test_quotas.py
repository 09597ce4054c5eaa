"""The page of the quotas: who keeps the pace, and on what evidence."""

import json
from collections.abc import Callable
from datetime import date, datetime

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.rules import set_rule
from data.store import Store
from pages.shared import answers
from pages.shared.filters import Chosen
from pages.team.month import standing
from pages.team.steadiness import ranked

Open = Callable[..., AppTest]
Fill = Callable[[Callable[[], object]], Store]
PAGE = "team/quotas.py"
PERIOD = {"from": "2026-11-10", "to": "2026-11-21"}  # 12 days
EVENING = datetime(2026, 11, 21, 19, 30)


def bring(shop: Store, name: str, text: str) -> None:
    prepared = importing.prepare(shop, text.encode(), name, received_at=EVENING)
    importing.commit(shop, prepared, at=EVENING, user="uploads_page")


def fill() -> None:
    """Fill a shop in which one call a day is the quota and nobody needs invites.

    旗舰店: 周丽 calls on all 12 days but the 20th, which is leave; 徐娜 calls from the 10th to the 15th and then not
    for 6 days. 万达店: 何娟 calls on the 21st only.
    """
    shop = answers.store()
    first = date(2026, 11, 1)
    for name, value in {"call_quota": "1", "invite_quota": "0", "hint_min_calls": "1"}.items():
        set_rule(shop, name, value, valid_from=first, at=datetime(2026, 11, 1), by="boss")
    rows = [f"2026-11-{day} 18:00,旗舰店,周丽,李女士,13800138{day:03},接通" for day in range(10, 22) if day != 20]
    rows += [f"2026-11-{day} 18:00,旗舰店,徐娜,王先生,13900139{day:03},接通" for day in range(10, 16)]
    rows += ["2026-11-21 18:00,万达店,何娟,赵女士,13700137000,接通"] * 2
    bring(shop, "calls.csv", "\n".join(["日期,门店,导购,客户姓名,电话,通话结果", *rows]))
    bring(shop, "tasks.csv", "日期,门店,导购,电话任务,进群任务,是否休假\n2026-11-20,旗舰店,周丽,1,0,是\n")


@pytest.fixture
def weeks(filled: Fill) -> Store:
    """Return the shop filled above."""
    return filled(fill)


def answered(shown: AppTest) -> str:
    assert not shown.exception
    sentence: str = shown.main.subheader[0].value
    return sentence.replace("\u2060", "").replace("\\", "")


@pytest.mark.usefixtures("weeks")
def test_the_answer_counts_people_and_names_who_has_been_failing(app: Open) -> None:
    # 周丽 passed 11 of 11, 徐娜 6 of 12: the 16th to the 21st are 6 days running.
    shown = app(PAGE, stores="旗舰店", **PERIOD)
    assert answered(shown) == "12 天里，2 人中 1 人有 80% 以上的日子达标；1 人已连续 5 天以上不达标：徐娜。"


@pytest.mark.usefixtures("weeks")
def test_of_several_stores_the_names_say_which_and_few_days_do_not_count(app: Open) -> None:
    shown = app(PAGE, lang="en", **PERIOD)
    assert answered(shown) == (
        "In 12 days, 1 of 2 people passed on at least 80% of the days; "
        "1 have not passed for 5 days or more: 徐娜 (旗舰店)."
    )
    assert "1 more with fewer than 10 days are not counted." in [caption.value for caption in shown.caption]


@pytest.mark.usefixtures("weeks")
@pytest.mark.parametrize(
    ("assistant", "sentence"),
    [
        ("周丽", "周丽：11 天里达标 11 天，已连续 11 天达标。"),
        ("徐娜", "徐娜：12 天里达标 6 天，已连续 6 天不达标。"),
    ],
)
def test_one_assistant_has_a_sentence_of_their_own(app: Open, assistant: str, sentence: str) -> None:
    assert answered(app(PAGE, stores="旗舰店", assistant=assistant, **PERIOD)) == sentence


@pytest.mark.usefixtures("weeks")
def test_a_week_is_too_short_to_tell(app: Open) -> None:
    assert "不满 10 天" in answered(app(PAGE, stores="旗舰店", **(PERIOD | {"from": "2026-11-15"})))


@pytest.mark.usefixtures("weeks")
def test_days_without_anybody_say_what_to_do(app: Open) -> None:
    shown = app(PAGE, **{"from": "2026-06-01", "to": "2026-06-05"})
    assert not shown.exception
    assert "上传" in shown.info[0].value
    assert not shown.main.dataframe


@pytest.mark.usefixtures("weeks")
def test_leave_is_a_cell_of_its_own(app: Open) -> None:
    shown = app(PAGE, stores="旗舰店", assistant="周丽", **PERIOD)
    figures = [json.loads(chart.proto.spec) for chart in shown.get("plotly_chart")]
    heat_map = next(figure for figure in figures if figure["data"][0]["type"] == "heatmap")
    assert [trace["text"] for trace in heat_map["data"][1:] if trace["text"]] == ["✓", "休"]


@pytest.mark.usefixtures("weeks")
def test_a_hint_asks_to_check_and_gives_its_evidence(app: Open) -> None:
    # 何娟 called one customer twice: 1 - 1/2 = 50 % repeated, above 20 %. 周丽 made exactly the one call.
    lines = [line.value.replace("\u2060", "") for line in app(PAGE, **PERIOD).markdown]
    assert any("何娟（万达店）** 重复号码 50%（1/2，超过 20% 就提醒）" in line for line in lines)
    assert any("周丽（旗舰店）** 电话 1 个，正好等于任务" in line for line in lines)


@pytest.mark.usefixtures("weeks")
def test_the_pace_is_of_calls_or_of_invites(app: Open) -> None:
    shown = app(PAGE, stores="旗舰店", **PERIOD)
    shown.segmented_control(key="pace_figure").set_value("invites").run()
    assert not shown.exception


def test_the_steadiest_of_each_store_come_first_and_who_has_few_days_last() -> None:
    worked = [("A", "Li", 8, 10), ("A", "Wu", 10, 10), ("A", "He", 9, 9), ("B", "Xu", 0, 12)]
    daily = pd.DataFrame(
        [(store, name, day < passed) for store, name, passed, days in worked for day in range(days)],
        columns=["store", "assistant", "passed"],
    )
    leave = pd.DataFrame({"store": ["B"], "assistant": ["Qi"]})
    found = ranked(daily, leave)
    assert found[["assistant", "days_passed", "days_assessed"]].to_numpy().tolist() == [
        *(["Wu", 10, 10], ["Li", 8, 10], ["He", 9, 9]),
        *(["Xu", 0, 12], ["Qi", 0, 0]),
    ]


def test_what_is_expected_by_now_is_the_target_by_working_days() -> None:
    # 900 calls in 30 working days are 30 a day; after 20 of them 600 are expected.
    pace = pd.DataFrame(
        {
            "store": ["S"],
            "assistant": ["Li"],
            "calls_done": [580],
            "calls_target": [900],
            "elapsed_days": [20],
            "working_days": [30],
        }
    )
    row = standing(pace, "calls").iloc[0]
    assert (row["done"], row["a_day"], row["expected"]) == (580, 30, 600)


def test_several_stores_are_one_place_in_the_heading(app: Open, weeks: Store) -> None:
    shown = app(PAGE, **PERIOD)
    chosen: Chosen = shown.session_state["chosen"]
    assert chosen.stores == weeks.all_stores()
    assert shown.title[0].value == "指标 · 全部门店"
