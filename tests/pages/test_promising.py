"""Promises on the evening page: typed tonight, and the first thing said tomorrow."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.promises import Promise, promise
from data.store import Store
from pages.today.promising import changes
from queries import promises

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]
EVENING: Final = datetime(2026, 11, 21, 20, 5)
TOMORROW: Final = date(2026, 11, 22)


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that has somebody type into the table: a value for an assistant's column."""

    def typing(**cells: dict[str, Any]) -> None:
        draw = st.data_editor

        def typed(table: pd.DataFrame, **more: Any) -> pd.DataFrame:
            draw(table, **more)
            table = table.copy()
            for name, row in cells.items():
                for column, value in row.items():
                    table.loc[table["assistant"] == name, column] = value
            return table

        monkeypatch.setattr(st, "data_editor", typed)

    return typing


def save(shown: AppTest) -> AppTest:
    return next(button for button in shown.button if button.label == "记下").click().run()


def test_what_is_typed_tonight_is_kept_for_tomorrow_all_at_once(
    app: Open, shop: Store, set_clock: Callable[[datetime], None], type_in: Callable[..., None]
) -> None:
    set_clock(EVENING)
    type_in(周丽={"calls": 50, "sentence": "先打 A 类"}, 徐娜={"visits": 2})
    version = shop.data_version()
    shown = save(app(stores="旗舰店", to="2026-11-21"))
    assert [toast.value for toast in shown.toast] == ["记下了 2 人的承诺。"]
    assert shop.data_version() == version + 1
    made = promises.made(shop, ("旗舰店",), TOMORROW).astype(object)
    assert made[["assistant", "calls", "visits", "sentence"]].where(made.notna(), None).to_numpy().tolist() == [
        ["周丽", 50, None, "先打 A 类"],
        ["徐娜", None, 2, None],
    ]
    # Nobody changed anything since: nothing is written again.
    assert save(shown).toast[0].value == "没有改动。"


@pytest.fixture
def promised(shop: Store, set_clock: Callable[[datetime], None]) -> None:
    set_clock(EVENING)
    given = {"周丽": Promise(calls=5), "徐娜": Promise(calls=1)}
    promise(shop, given, for_store="旗舰店", day=EVENING.date(), at=datetime(2026, 11, 20, 20), by="t")


@pytest.mark.usefixtures("promised")
def test_the_next_evening_opens_with_promise_against_fact(app: Open, said: Hear) -> None:
    lines = said(app(stores="旗舰店")).page.replace("\\", "").splitlines()
    # One call of each that day.
    assert ":red[:material/error:] 周丽承诺 5 个电话，打了 1 个，差 4 个" in lines
    assert ":green[:material/star:] 徐娜承诺 1 个电话，打了 1 个，做到了" in lines
    assert "**昨晚的承诺** :gray[2 人承诺，1 人做到，1 人没做到]" in lines
    assert ":red[:material/error:] 旗舰店：2 人承诺，1 人做到，1 人没做到" in said(app()).page


@pytest.mark.usefixtures("promised")
def test_of_one_assistant_only_their_own_promise_is_counted_and_shown(app: Open, said: Hear) -> None:
    heard = said(app(assistant="徐娜")).page.replace("\\", "")
    assert "**昨晚的承诺** :gray[1 人承诺，1 人做到]" in heard
    assert ":green[:material/star:] 徐娜（旗舰店）承诺 1 个电话，打了 1 个，做到了" in heard
    assert "周丽（旗舰店）承诺" not in heard
    assert "**昨晚的承诺**" not in said(app(assistant="何娟")).page


def test_a_day_that_is_over_takes_no_promise(app: Open, shop: Store, set_clock: Callable[[datetime], None]) -> None:
    set_clock(datetime(2026, 11, 23, 9))
    shown = app(stores="旗舰店", to="2026-11-21")
    assert "11月22日 周日已经过去，这天的承诺在这天的夕会里看。" in [caption.value for caption in shown.caption]
    assert "记下" not in [button.label for button in shown.button]


def test_only_who_said_something_else_is_written_again() -> None:
    table = pd.DataFrame(
        {
            "assistant": ["周丽", "徐娜", "何娟"],
            "calls": pd.array([50, None, 3], "Int32"),
            "sentence": [None, None, "好"],
        }
    ).assign(invites=None, visits=None, orders=None)
    after = table.assign(calls=pd.array([50, 40, None], "Int32"), sentence=[" ", None, None])
    assert changes(table, after) == {"徐娜": Promise(calls=40), "何娟": Promise()}
