"""Whatever a link or a file says: no page breaks, shows another store's people, or lets a name act."""

import csv
import re
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any, Final

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.demo.people import NAMES
from data.store import Store
from pages.shared import answers

Open = Callable[..., AppTest]
Fill = Callable[[Callable[[], object]], Store]
Hear = Callable[[AppTest], Any]

STORE: Final = "旗舰店"
EVENING: Final = datetime(2026, 11, 25, 19, 30)
OTHERS: Final = {name for store, names in NAMES.items() if store != STORE for name in [store, *names.split()]}
NOT_BY_STORE: Final = {"uploads", "rules"}  # files hold several stores, and rules are chosen by store
NOTHING_TO_TAKE: Final = {"value", "customer", "changes"}  # from a shop of three calls nobody bought after
PICTURE: Final = "![](http://x/y.png)"
FORMULA: Final = "=cmd|' /C calc'!A0"
CALLS: Final = f"""日期,门店,导购,客户姓名,电话,通话结果,客户等级
2026-11-25 18:00,{PICTURE},{FORMULA},{FORMULA},13800138001,接通,A1
2026-11-25 18:01,{FORMULA},{PICTURE},:red[李],13800138002,接通,B1
2026-11-25 18:02,{FORMULA},<b>@王</b>,:moon:,13800138003,空号,
"""
STRANGERS: Final = f"""日期,门店,导购,客户姓名,电话,通话结果,![](http://x/z.png)
2026-11-26 18:00,{FORMULA},{PICTURE[:-1]},李,138-0013-8001,:moon:,:red[李]
2026-11-26 18:01,{FORMULA},徐娜,李,13800138002,接通,<b>@王</b>
2026-11-26 18:02,{PICTURE[:-1]},徐娜,李,13800138003,接通,
合计,,,<b>@王</b>,,,
备注：{PICTURE},,,,,,
"""
LOOSE: Final = re.compile(r"(?<!\\)(!\[|\]\(http|<b>|:moon:|:red\[李|=cmd\|)")  # no backslash before it


def fill() -> None:
    prepared = importing.prepare(answers.store(), CALLS.encode(), f"{PICTURE[:5]}.csv", received_at=EVENING)
    importing.commit(answers.store(), prepared, at=EVENING, user="uploads_page")


@pytest.fixture
def hostile_shop(set_clock: Callable[[datetime], None], filled: Fill) -> Store:
    """Return a shop of names that want to be more than names."""
    set_clock(EVENING)
    return filled(fill)


@pytest.mark.usefixtures("demo_home")
@pytest.mark.parametrize(
    "link",
    [
        {"stores": "不存在", "to": "banana", "assistant": "x", "lang": "xx"},
        {"stores": [STORE, "不存在", PICTURE], "from": "9999-99-99", "to": "0001-01-01", "assistant": FORMULA},
        {"stores": STORE, "from": "2026-12-31", "to": "2026-11-01", "assistant": "何俊朗", "next": "../../etc"},
    ],
)
def test_no_link_breaks_a_page_or_widens_it(
    app: Open, said: Hear, scripts: dict[str, str], page: str, link: dict[str, str | list[str]]
) -> None:
    shown = app(scripts[page], **link)
    assert not shown.exception
    heard = said(shown).everything
    assert not [bad for bad in ("不存在", "banana", PICTURE, FORMULA, "../") if bad in heard]
    if STORE in link["stores"] and page not in NOT_BY_STORE:
        assert not [name for name in OTHERS if name in said(shown).page]


@pytest.mark.usefixtures("hostile_shop")
@pytest.mark.parametrize("stores", [[PICTURE], [PICTURE, FORMULA]])
def test_no_name_acts_as_markup(app: Open, said: Hear, scripts: dict[str, str], page: str, stores: list[str]) -> None:
    shown = app(scripts[page], stores=stores)
    assert not shown.exception
    assert set(shown.sidebar.multiselect(key="stores").options) == {PICTURE, FORMULA}
    heard = said(shown)
    assert not LOOSE.search("\n".join(heard.markdown))
    assert "<b>@" not in "\n".join(heard.charts)


@pytest.mark.usefixtures("hostile_shop")
def test_no_name_in_a_file_acts_as_markup_before_it_goes_in(app: Open, said: Hear) -> None:
    shown = app("records/uploads.py")
    shown.file_uploader[0].set_value([(f"{PICTURE[:5]}.csv", STRANGERS.encode(), "text/csv")])
    heard = said(shown.run())
    assert not shown.exception
    asked = [box for box in shown.main.selectbox if PICTURE in box.options or FORMULA in box.options]
    assert len(asked) == 2  # an assistant of a known store, and a store
    assert not LOOSE.search("\n".join(heard.markdown))


@pytest.mark.usefixtures("hostile_shop")
def test_no_name_acts_as_a_formula_in_a_download(
    app: Open, downloads: dict[str, bytes], scripts: dict[str, str], page: str
) -> None:
    app(scripts[page])
    assert bool(downloads) == (page not in NOTHING_TO_TAKE)
    for name, content in downloads.items():
        cells = in_workbook(content) if name.endswith(".xlsx") else in_csv(content)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.usefixtures("hostile_shop")
@pytest.mark.parametrize("page", ["today/meeting.py", "team/quotas.py", "team/funnel.py"])
def test_a_name_is_taken_home_as_it_is_written(app: Open, downloads: dict[str, bytes], page: str) -> None:
    app(page, stores=PICTURE)
    content = next(content for name, content in downloads.items() if PICTURE in name)
    assert any(PICTURE in cell for cell in in_workbook(content))


@pytest.mark.usefixtures("hostile_shop")
def test_a_name_stands_in_the_choices_as_it_is_written(app: Open) -> None:
    assert {PICTURE, FORMULA} <= set(app("records/rules.py").selectbox(key="rule_store").options)


def in_workbook(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    return [cell.value for cell in cells if isinstance(cell.value, str)]


def in_csv(content: bytes) -> list[str]:
    text = content.decode("utf-8-sig")
    return [cell for line in csv.reader(text.splitlines()) for cell in line if not is_number(cell)]


def is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?[\d.]+", cell))
