"""Tomorrow: the tasks are edited and saved as a log, the lists are taken home and printed."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import openpyxl
import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data import importing
from data.store import Store
from pages.shared import answers
from queries import meeting, records
from reports.planning import plan
from reports.task_page import task_page

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]
PAGE: Final = "today/tomorrow.py"
TOMORROW: Final = date(2026, 11, 22)


@pytest.fixture
def evening(shop: Store, set_clock: Callable[[datetime], None]) -> Store:
    """Return the shop on the evening of its last day."""
    set_clock(datetime(2026, 11, 21, 20, 5))
    return shop


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that has somebody type values for 周丽 into the table."""
    draw = st.data_editor

    def typing(**cells: Any) -> None:
        def typed(table: pd.DataFrame, **more: Any) -> pd.DataFrame:
            draw(table, **more)
            table = table.copy()
            for column, value in cells.items():
                table.loc[table["assistant"] == "周丽", column] = value
            return table

        monkeypatch.setattr(st, "data_editor", typed)

    return typing


def save(shown: AppTest) -> AppTest:
    return next(button for button in shown.button if button.label == "存成明天的任务").click().run()


def test_what_is_saved_tonight_is_tomorrows_quota_and_can_be_undone(
    app: Open, evening: Store, type_in: Callable[..., None], set_clock: Callable[[datetime], None]
) -> None:
    type_in(call_quota=40, invite_quota=20)
    shown = save(app(PAGE, stores="旗舰店"))
    assert [toast.value for toast in shown.toast] == ["11月22日 周日的任务存好了，2 人。要撤销，到上传页。"]
    board = meeting.quota_board(evening, ("旗舰店",), TOMORROW)
    found = board[["assistant", "call_quota", "invite_quota"]].sort_values("call_quota").to_numpy().tolist()
    assert found == [["周丽", 40, 20], ["徐娜", 50, 30]]  # 徐娜's are the rules', saved as they stood
    newest = records.versions(evening, ("旗舰店",)).iloc[0]
    assert (newest["cause"], newest["name"], newest["user_name"]) == (
        "import",
        "晨会任务表 旗舰店 2026-11-22.csv",
        "tomorrow_page",
    )
    # Changed, and changed back to what was saved first: a new file each time.
    for minute, calls in enumerate((45, 40), 6):
        set_clock(datetime(2026, 11, 21, 20, minute))
        type_in(call_quota=calls, invite_quota=20)
        assert not save(shown).error
        assert meeting.quota_board(evening, ("旗舰店",), TOMORROW)["call_quota"].min() == calls


def test_who_is_given_leave_has_no_list(app: Open, said: Hear, evening: Store, type_in: Callable[..., None]) -> None:
    type_in(on_leave=True)
    shown = save(app(PAGE, stores="旗舰店"))
    assert shown.subheader[0].value.startswith("明天 1 人在岗")


def test_a_store_that_is_closed_tomorrow_is_said_to_be(app: Open, evening: Store) -> None:
    at = datetime(2026, 11, 21, 20)
    calendar = "日期,门店,是否营业\n2026-11-22,旗舰店,否\n".encode()
    importing.commit(evening, importing.prepare(evening, calendar, "日历.csv", received_at=at), at=at, user="test")
    words = "11月22日 周日不营业，营业日历表里写着：旗舰店。那里没有人要打电话、邀约。"
    alone = app(PAGE, stores="旗舰店")
    assert [box.value for box in alone.info] == [words]
    assert not alone.subheader
    both = app(PAGE)
    assert [box.value for box in both.info] == [words]
    assert both.subheader[0].value.startswith("明天 1 人在岗")
    assert words in "".join(box.value for box in app("today/meeting.py", stores="旗舰店").caption)


def test_all_stores_are_shown_and_one_is_chosen_to_be_changed(app: Open, evening: Store) -> None:
    shown = app(PAGE)
    assert list(shown.dataframe[0].value["导购"]) == ["何娟", "周丽", "徐娜"]
    assert "存成明天的任务" not in [button.label for button in shown.button]
    shown = shown.selectbox(key="tomorrow_store").set_value("万达店").run()
    assert "存成明天的任务" in [button.label for button in shown.button]


def test_a_day_that_is_over_can_only_be_looked_at(app: Open, shop: Store, set_clock: Callable[..., None]) -> None:
    set_clock(datetime(2026, 11, 23, 9))
    shown = app(PAGE, to="2026-11-21").selectbox(key="tomorrow_store").set_value("万达店").run()
    assert "11月22日 周日已经过去，任务只能看，不能再改。" in [caption.value for caption in shown.caption]
    assert list(shown.dataframe[0].value["导购"]) == ["何娟"]


@pytest.mark.usefixtures("demo_home")
def test_each_assistant_is_a_sheet_and_a_page_with_masked_contacts(app: Open, downloads: dict[str, bytes]) -> None:
    app(PAGE, stores="旗舰店")
    book = openpyxl.load_workbook(BytesIO(downloads["明天 旗舰店 2026-11-25.xlsx"]))
    assert book.sheetnames == ["明天的任务", "何俊朗", "周雅宁", "孙晓棠", "林可欣", "赵文博", "陈书航", "说明"]
    heads = [cell.value for cell in book["周雅宁"][1]]
    first = dict(zip(heads, [cell.value for cell in book["周雅宁"][2]], strict=True))
    assert (first["为什么"], "****" in first["联系方式"]) == ("约好到店", True)

    def ask(question: Callable[..., pd.DataFrame], **params: Any) -> pd.DataFrame:
        return question(answers.store(), ("旗舰店",), **params)

    found = plan(ask, ("旗舰店",), date(2026, 11, 26), None)
    page = task_page(found, "zh")
    assert page.count("<section>") == len(found.people) == 6
    assert page.count('class="box"') == len(found.lists)
    # Each list is as long as calls are asked for tomorrow, and those missed tonight; there are enough customers due.
    for _, row in found.people.iterrows():
        short = 0 if pd.isna(row["calls_short"]) else row["calls_short"]
        assert row["listed"] == row["call_quota"] + short
