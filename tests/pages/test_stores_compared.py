"""The stores side by side on the evening page."""

from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data.texts import say

Open = Callable[..., AppTest]
KEY = "stores_compared"


@pytest.mark.usefixtures("shop")
def test_several_stores_are_compared_on_screen_and_in_the_download(app: Open, downloads: dict[str, bytes]) -> None:
    shown = app(lang="en")
    table = next(found.value for found in shown.dataframe if found.key == KEY)
    # Nobody's single call reaches a quota, and of nobody is an invite log: both stores stand in order of their calls.
    assert table[["Store", "Passed, share", "Not handed in", "Calls"]].to_numpy().tolist() == [
        ["旗舰店", 0.0, 2, 2],
        ["万达店", 0.0, 1, 1],
    ]
    assert [list(calls) for calls in table["Calls, 14 days"]] == [[1, 2], [1]]  # 旗舰店 called the day before too
    book = openpyxl.load_workbook(BytesIO(downloads["Evening meeting All stores 2026-11-21.xlsx"]))
    assert book[say("meeting.stores_compared", "en")].max_column == len(table.columns) - 2  # without the small charts


@pytest.mark.usefixtures("shop")
def test_one_store_alone_is_compared_with_nothing(app: Open, downloads: dict[str, bytes]) -> None:
    shown = app(stores="旗舰店")
    assert KEY not in [found.key for found in shown.dataframe]
    book = openpyxl.load_workbook(BytesIO(downloads["夕会 旗舰店 2026-11-21.xlsx"]))
    assert say("meeting.stores_compared", "zh") not in book.sheetnames
