"""A list of customers: who they are, how many, the way to each one's page, and the list to take home."""

from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.texts import say
from pages.shared import customer_list
from pages.shared.filters import Chosen

KEY: Final = 2**64 - 3  # a key is a hash: hardly one is a number that a float could hold
STORES: Final = ("旗舰店", "万达店")
PEOPLE: Final = pd.DataFrame(
    {
        "store": STORES,
        "customer_key": np.array([7, KEY], dtype="uint64"),
        "customer": ["李女士", None],
        "contacts": [["138****8001", "li***1"], []],
        "assistant": ["周丽", None],
        "grade": ["A1", None],
        "last_touch_on": [pd.Timestamp(2026, 11, 20), pd.NaT],
        "days": [5, 9],
        "of_all": [2, 2],
    }
)


def page() -> None:
    import streamlit as st

    from pages.shared.customer_list import customer_list

    customer_list(st.session_state["found"], "[快要流失](http://x)", "those")


def opened(found: pd.DataFrame, *, stores: tuple[str, ...] = STORES, rows: tuple[int, ...] = ()) -> AppTest:
    test = AppTest.from_function(page)
    test.session_state["found"] = found
    test.session_state["chosen"] = Chosen(stores, date(2026, 11, 1), date(2026, 11, 25), None, everywhere=True)
    test.session_state["those_customers"] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    shown = test.run()
    assert not shown.exception
    return shown


def table(shown: AppTest) -> pd.DataFrame:
    return pd.DataFrame(shown.dataframe[0].value)


def test_it_names_customers_with_all_their_contacts_and_never_shows_a_key() -> None:
    shown = table(opened(PEOPLE))
    assert shown["联系方式"].tolist() == ["138****8001 li***1", ""]
    assert list(shown.columns) == ["门店", "客户", "联系方式", "导购", "客户等级", "最近联系", "几天没联系"]


def test_the_store_is_left_out_where_one_is_chosen() -> None:
    assert "门店" not in table(opened(PEOPLE, stores=STORES[:1]))


def test_a_title_is_no_markup() -> None:
    assert r"\[快要流失\]\(http" in opened(PEOPLE).markdown[0].value


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (PEOPLE, say("customers.list_count", "zh", count=2)),
        (PEOPLE.assign(of_all=1234), say("customers.list_of_all", "zh", count=2, all="1,234")),
        (pd.concat([PEOPLE] * 250).drop(columns="of_all"), say("customers.list_most", "zh", count=500)),
    ],
)
def test_it_says_how_many_there_are(found: pd.DataFrame, words: str) -> None:
    assert words in opened(found).markdown[0].value


def test_an_empty_list_says_so_and_offers_nothing_to_take_home(downloads: dict[str, bytes]) -> None:
    shown = opened(PEOPLE[:0])
    assert [line.value for line in shown.caption] == [say("customers.list_empty", "zh")]
    assert (len(shown.dataframe), downloads) == (0, {})


def test_choosing_a_row_opens_that_customers_page(monkeypatch: pytest.MonkeyPatch) -> None:
    gone_to: list[Any] = []
    monkeypatch.setattr(customer_list, "open_customer", gone_to.append)
    opened(PEOPLE)
    assert gone_to == []
    opened(PEOPLE, rows=(1,))
    assert gone_to == [KEY]


def test_the_list_can_be_taken_home(downloads: dict[str, bytes]) -> None:
    opened(PEOPLE)
    assert {name.rpartition(".")[2] for name in downloads} == {"xlsx", "csv"}
    assert "李女士,138****8001 li***1" in next(iter(reversed(downloads.values()))).decode("utf-8-sig")
