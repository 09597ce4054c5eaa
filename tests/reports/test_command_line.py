"""``python -m reports``: what a terminal and a scheduler rely on, and no phone that leaves unmasked."""

import re
from datetime import date, datetime
from html import unescape
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from data import importing
from data.store import Store
from reports.__main__ import main
from reports.summary import Summary, summary
from reports.summary_page import summary_page
from reports.summary_workbook import summary_workbook

CANARY = "13812345678"
MISTYPED = "1.3812345678E+10"
DAY = ["--day", "2026-11-21"]
# 王 is graded A and was last touched three weeks ago, so she is named tonight; the last row's phone is refused.
CALLS = f"""日期,门店,导购,客户,电话,通话结果,客户等级
2026-11-01,S,李雷,王,{CANARY},接通,A
2026-11-21,S,李雷,张,13900139000,接通,B
2026-11-21,S,李雷,{CANARY},13900139001,接通,B
2026-11-21,S,李雷,赵,{MISTYPED},接通,B
""" + "".join(f"2026-11-21,S,李雷,孙,139001391{number},接通,C\n" for number in range(10, 30))


@pytest.fixture
def imported(home: Path) -> Path:
    at = datetime(2026, 11, 21, 19)
    with Store(home) as store:
        prepared = importing.prepare(store, CALLS.encode(), "电话邀约记录表.csv", received_at=at)
        importing.commit(store, prepared, at=at, user="command_line")
    return home


@pytest.fixture
def found(imported: Path) -> Summary:
    with Store(imported) as store:
        return summary(lambda question, scope, **params: question(store, scope, **params), ("S",), date(2026, 11, 21))


def test_no_phone_leaves_unmasked(found: Summary, imported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made_at = datetime(2026, 11, 21, 20, 10)
    assert main(["meeting", *DAY, "--lang", "zh"]) == 0
    text = capsys.readouterr().out
    page = unescape(summary_page(found.sections, "zh", made_at))
    book = openpyxl.load_workbook(BytesIO(summary_workbook(found, "zh", made_at)))
    cells = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    (refused,) = found.refused.itertuples(index=False)
    assert (refused.batch_id, refused.row_no, refused.header, refused.problem) == (1, 5, "电话", "phone_rounded")
    assert "王" in text
    for said in (text, page, cells):
        assert not re.search(rf"{CANARY}|{re.escape(MISTYPED)}|1[3-9]\d{{9}}", said)


def test_a_file_is_written_where_it_is_asked_for(imported: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "out.xlsx"
    assert main(["meeting", *DAY, "--as", "xlsx", "--lang", "en", "--out", str(out)]) == 0
    assert "By store" in openpyxl.load_workbook(out).sheetnames
    assert capsys.readouterr().out == f"Written to {out}.\n"
    assert main(["meeting", *DAY, "--out", str(tmp_path / "text.txt"), "--lang", "zh"]) == 0
    assert (tmp_path / "text.txt").read_text(encoding="utf-8").startswith("【夕会】S 11月21日 周六\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--stores", "X"], "X"),
        (["--push"], "robot.toml"),
        (["--push", "https://evil.example/robot/send"], "https"),
        (["--as", "xlsx", "--out", "/nowhere/at/all.xlsx"], "/nowhere/at/all.xlsx"),
    ],
)
def test_what_is_refused_is_1_with_the_reason(imported: Path, capsys, arguments: list[str], said: str) -> None:
    assert main(["meeting", *DAY, *arguments]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--as", "doc"], ["--day", "x"], ["--as", "pdf", "--push"]])
def test_wrong_usage_is_2(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["meeting", *arguments])
    assert stopped.value.code == 2
