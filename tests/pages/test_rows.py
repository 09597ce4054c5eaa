"""The page of the rows behind a figure, and the way to it from the meeting."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from data.texts import say

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]
PAGE = "records/rows.py"


def answered(shown: AppTest) -> str:
    assert not shown.exception
    sentence: str = shown.main.subheader[0].value
    return sentence


@pytest.mark.usefixtures("shop")
def test_the_rows_of_a_figure_are_shown_with_file_and_row(app: Open, said: Hear) -> None:
    shown = app(PAGE, stores="旗舰店")
    # The shop's one file has two calls of the 21st in this store, in rows 3 and 4.
    assert answered(shown) == "电话 2：来自 1 个文件的 2 行记录"
    files, rows = (table.value for table in shown.main.dataframe)
    assert files[["文件", "上传人", "行数"]].to_numpy().tolist() == [["calls.csv", "上传页", 2]]
    assert rows[["导购", "客户", "通话结果", "行号"]].to_numpy().tolist() == [
        ["周丽", "王先生", "接通", 3],
        ["徐娜", "张女士", "无人接听", 4],
    ]
    assert "李女士" not in said(shown).page  # called the day before


@pytest.mark.usefixtures("shop")
def test_a_link_names_the_figure_the_day_and_the_assistant(app: Open) -> None:
    link = {"stores": "旗舰店", "figure": "calls", "to": "2026-11-20", "assistant": "周丽"}
    assert answered(app(PAGE, **link)) == "周丽 电话 1：来自 1 个文件的 1 行记录"


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("figure", ["orders", "visited"])
def test_a_figure_without_rows_says_so(app: Open, figure: str) -> None:
    shown = app(PAGE, figure=figure)
    assert not shown.exception
    assert say("rows.empty", "zh", figure=say(f"tables.codes.figure.{figure}", "zh")) == shown.info[0].value
    assert not shown.main.dataframe


@pytest.mark.usefixtures("shop")
def test_another_figure_can_be_chosen_and_stands_in_the_address(app: Open) -> None:
    shown = app(PAGE)
    shown.segmented_control(key="figure_chosen").set_value("grades").run()
    assert answered(shown).startswith("客户等级 3：")
    assert shown.query_params["figure"] in ("grades", ["grades"])


@pytest.mark.usefixtures("shop")
def test_an_unknown_figure_is_the_first(app: Open) -> None:
    assert answered(app(PAGE, figure="raw.contacts")).startswith("电话 3：")


def test_the_meeting_leads_to_the_rows_of_each_figure(app: Open, shop: Store) -> None:
    assert shop.all_stores()
    links = [link.proto for link in app(stores="旗舰店", lang="en").get("page_link")]
    leading = [link for link in links if link.label == say("rows.where_from", "en")]
    assert len(leading) == 5
    figures = ("calls", "invites", "visits_agreed", "visited", "orders")
    assert [link.query_string for link in leading] == [f"figure={figure}" for figure in figures]
