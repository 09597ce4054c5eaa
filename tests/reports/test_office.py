"""The operator's workbook opened in LibreOffice: it shows what was asked, and nothing is worked out."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import openpyxl
import pandas as pd
import pytest

from data import importing
from data.store import Store
from queries import meeting
from reports.summary import Summary, summary
from reports.summary_workbook import summary_sheets
from reports.workbook import Sheet, csv, workbook

DAY: Final = date(2026, 11, 21)
AT: Final = datetime(2026, 11, 21, 19, 52)
STORE: Final = "旗舰店"
CANARY: Final = "=1+1"
PHONE: Final = "13800138001"
# =1+1 made two calls, 周丽 one; the bought stove cost 1280.50; the last row has no phone that can be read.
CALLS: Final = f"""日期,门店,导购,客户姓名,电话,通话结果,客户等级
2026-11-21 18:00,{STORE},{CANARY},{CANARY},{PHONE},接通,A1
2026-11-21 18:01,{STORE},{CANARY},@SUM(1),13800138002,接通,B1
2026-11-21 18:02,{STORE},周丽,李,13800138003,接通,C1
2026-11-21 18:03,{STORE},周丽,李,1.38E+10,接通,C1
"""
ORDERS: Final = f"""日期,门店,导购,客户姓名,电话,产品,金额
2026-11-21,{STORE},周丽,李,13800138003,+灶具,1280.50
"""
FORMS: Final = Sheet(
    "格式",
    pd.DataFrame({"金额": [1280.5, None], "占比": [0.6, 1], "日期": pd.to_datetime([DAY, None]), "文": [CANARY, "+1"]}),
    {"金额": '"¥"#,##0.00', "占比": "0.0%", "日期": "yyyy-mm-dd"},
)
PROGRAMS: Final = ("soffice", "libreoffice")
INSTALLED: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
Book = dict[str, list[list[Any]]]


def office() -> str:
    """Return the path of LibreOffice, which ``.ci/programs`` installs."""
    found = [path for path in map(shutil.which, PROGRAMS) if path] + [path for path in INSTALLED if Path(path).exists()]
    assert found, "LibreOffice is missing: .ci/programs installs it, see README.md."
    return found[0]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a shop in whose logs some names would be formulas."""
    with Store(tmp_path_factory.mktemp("shop")) as store:
        for name, content in (("calls.csv", CALLS), ("orders.csv", ORDERS)):
            prepared = importing.prepare(store, content.encode(), name, received_at=AT)
            importing.commit(store, prepared, at=AT, user="test", may_refuse=True)
        yield store


@pytest.fixture(scope="module")
def found(shop: Store) -> Summary:
    """Return what leaves of the evening."""
    return summary(lambda question, scope, **params: question(shop, scope, **params), (STORE,), DAY)


@pytest.fixture(scope="module")
def written(found: Summary) -> bytes:
    """Return the workbook, with one more sheet of every kind of format."""
    return workbook([*summary_sheets(found, "zh", AT), FORMS])


@pytest.fixture(scope="module")
def saved(written: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, openpyxl.Workbook]:
    """Return the workbook and a CSV as LibreOffice saves them; it starts once, with a profile of its own."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "book.xlsx").write_bytes(written)
    (folder / "table.csv").write_bytes(csv(FORMS))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    told = ["--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved")]
    files = [str(folder / "book.xlsx"), str(folder / "table.csv")]
    subprocess.run([office(), profile, *told, *files], check=True, capture_output=True, timeout=120)
    return {name: openpyxl.load_workbook(folder / "saved" / f"{name}.xlsx") for name in ("book", "table")}


def cells(book: openpyxl.Workbook) -> Book:
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def test_every_cell_comes_out_of_the_office_as_it_was_written(
    written: bytes, saved: dict[str, openpyxl.Workbook]
) -> None:
    assert cells(saved["book"]) == cells(openpyxl.load_workbook(BytesIO(written)))


def test_what_the_office_shows_is_what_the_questions_answer(shop: Store, saved: dict[str, openpyxl.Workbook]) -> None:
    headings, *rows = cells(saved["book"])["每人汇总"]
    shown = {row[0]: dict(zip(headings, row, strict=True)) for row in rows}
    board = meeting.quota_board(shop, (STORE,), DAY)
    assert {name: (row["电话"], row["电话任务"], row["进群任务"]) for name, row in shown.items()} == {
        f"'{name}" if name == CANARY else name: (calls, call_quota, invite_quota)
        for name, calls, call_quota, invite_quota in board[
            ["assistant", "calls", "call_quota", "invite_quota"]
        ].itertuples(index=False)
    }
    assert (shown[f"'{CANARY}"]["电话"], shown["周丽"]["电话"]) == (2, 1)
    store = dict(zip(*cells(saved["book"])["每店汇总"], strict=True))
    assert (store["门店"], store["电话"], store["成交单数"], store["成交金额"]) == (STORE, 3, 1, 1280.5)


def test_nothing_is_a_formula_there_and_nobodys_phone_is_in_it(saved: dict[str, openpyxl.Workbook]) -> None:
    every = [cell for book in saved.values() for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in every if cell.data_type == "f"] == []
    assert [cell.value for cell in every if isinstance(cell.value, str) and "1+1" in cell.value].count("'=1+1") >= 3
    assert [cell.value for cell in every if cell.value == 2 and cell.parent.title in ("格式", "table")] == []
    assert not [cell.value for cell in every if "138001380" in str(cell.value)]


def test_formats_and_the_print_set_up_stay(saved: dict[str, openpyxl.Workbook]) -> None:
    page = saved["book"]["格式"]
    assert [page[f"{letter}2"].value for letter in "ABCD"] == [1280.5, 0.6, datetime(2026, 11, 21), "'=1+1"]
    assert [page[f"{letter}2"].number_format.lower().replace("\\", "") for letter in "BC"] == ["0.0%", "yyyy-mm-dd"]
    assert "¥" in page["A2"].number_format
    assert "#,##0.00" in page["A2"].number_format
    for sheet in saved["book"]:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.print_title_rows == "$1:$1"
