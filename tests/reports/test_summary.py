"""The workbook, the picture and the PDF of an evening: the same figures and sentences as the page and the text."""

import re
import struct
from dataclasses import replace
from datetime import datetime
from html import unescape
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from data.refusal import Refused
from data.texts import LANGUAGES
from reports import browser
from reports.evening import Evening
from reports.forms import file_name
from reports.meeting_text import meeting_text
from reports.summary import Summary
from reports.summary_page import evening_picture, summary_page, summary_pdf
from reports.summary_workbook import summary_workbook
from tests.reports.leaving import NASTY, whole

MADE = datetime(2026, 11, 21, 20, 10)


@pytest.fixture
def found(evening: Evening) -> Summary:
    return whole(evening)


def rows(page) -> list[list[object]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_the_workbook_holds_what_the_questions_answer(found: Summary) -> None:
    book = openpyxl.load_workbook(BytesIO(summary_workbook(found, "zh", MADE)))
    assert book.sheetnames == [
        "每店汇总",
        "每人汇总",
        "昨晚的承诺",
        "任务怎么来",
        "客户停在哪一步",
        "客户等级",
        "拒收",
        "说明",
    ]
    store = dict(zip(*rows(book["每店汇总"]), strict=True))
    # Four on duty, 赵磊 is missing, 周丽 and 徐娜 passed; calls 145 of 200, invites 85 of 120; nobody logs visits.
    assert (store["在岗人数"], store["已交人数"], store["达标人数"]) == (4, 3, 2)
    assert (store["电话"], store["电话任务"], store["邀约进群"], store["进群任务"]) == (145, 200, 85, 120)
    assert (store["到店"], store["成交金额"]) == (None, 38200)
    people = rows(book["每人汇总"])
    assert [row[0] for row in people[1:]] == ["周丽", "徐娜", "何娟", "赵磊"]
    assert people[3][1] == "差 12 个电话 · 还差 9 个进群"
    assert rows(book["客户停在哪一步"])[1:] == [["客资", 10, 2, None], ["有效客资", 8, 1, 0.8]]
    assert rows(book["客户等级"])[1:] == [["旗舰店", "周丽", 3, 0, 0, 0, 2], ["旗舰店", "徐娜", 0, 1, 0, 0, 0]]
    assert rows(book["拒收"])[1][1] == "'=电话.csv"  # no file's name is a formula
    assert ["门店", "旗舰店"] in rows(book["说明"])
    assert ["导出时间", "2026-11-21 20:10"] in rows(book["说明"])


def test_the_workbook_is_ready_to_filter_and_to_print(found: Summary) -> None:
    book = openpyxl.load_workbook(BytesIO(summary_workbook(found, "zh", MADE)))
    page = book["每店汇总"]
    money = next(cell for cell in page[1] if cell.value == "成交金额")
    assert page.cell(2, money.column).number_format == '"¥"#,##0.00'
    assert book["客户停在哪一步"]["D3"].number_format == "0.0%"
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert bool(sheet.auto_filter.ref) == (sheet.max_row > 1)  # nobody had promised anything
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$1"
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_an_evening_of_which_nothing_is_known_is_a_workbook_too(found: Summary) -> None:
    nothing = replace(
        found.whole,
        quota_board=found.whole.quota_board.iloc[:0],
        readiness=found.whole.readiness.iloc[:0],
        quota_origin=found.whole.quota_origin.iloc[:0],
        grade_mix=found.whole.grade_mix.iloc[:0],
    )
    content = summary_workbook(Summary(nothing, (nothing,), found.refused.iloc[:0]), "en", MADE)
    assert len(openpyxl.load_workbook(BytesIO(content)).sheetnames) == 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_the_text_says(found: Summary, language: str) -> None:
    page = summary_page([found.whole], language, MADE)
    said = unescape(re.sub(r"<[^>]+>", "", page))
    for line in meeting_text(found.whole, language).splitlines():
        for part in re.split(
            r"^\d\. |[：:] ?", line
        ):  # a name stands beside its words, a finding has a number of its own
            assert part in said


def test_page_and_workbook_say_what_came_of_the_promises(found: Summary) -> None:
    promised = pd.DataFrame(
        [("旗舰店", "周丽", 50, NASTY), ("旗舰店", "何娟", 50, None)],
        columns=["store", "assistant", "calls", "sentence"],
    )
    # 周丽 made 52 of 50 calls, 何娟 38: 12 are missing.
    kept = pd.DataFrame(
        [("旗舰店", "周丽", "calls", 50, 52, 0), ("旗舰店", "何娟", "calls", 50, 38, 12)],
        columns=["store", "assistant", "figure", "promised", "done", "missing"],
    )
    evening = replace(found.whole, promised=promised, kept=kept)
    book = openpyxl.load_workbook(BytesIO(summary_workbook(replace(found, whole=evening), "zh", MADE)))
    assert rows(book["昨晚的承诺"])[1:] == [
        ["旗舰店", "何娟", "电话", 50, 38, 12, None],
        ["旗舰店", "周丽", "电话", 50, 52, 0, None],
        ["旗舰店", "周丽", None, None, None, None, NASTY],
    ]
    page = summary_page([evening], "zh", MADE)
    assert "2 人承诺，1 人做到，1 人没做到" in page
    assert page.index("何娟承诺 50 个电话，打了 38 个，差 12 个") < page.index("周丽承诺 50 个电话，打了 52 个，做到了")
    assert '<li class="below">何娟' in page
    assert NASTY not in page
    several = summary_page([replace(evening, stores=("城东店", "旗舰店"))], "zh", MADE)
    assert "旗舰店：2 人承诺，1 人做到，1 人没做到" in several
    assert "昨晚的承诺" not in summary_page([found.whole], "zh", MADE)


def test_a_stores_evening_takes_one_sheet_of_paper(found: Summary) -> None:
    others = tuple(replace(found.whole, stores=(store,)) for store in ("城东店", "城西店"))
    content = summary_pdf(Summary(found.whole, (found.whole,), found.refused), "zh", MADE)
    three = summary_pdf(Summary(replace(found.whole, stores=("a", "b")), others, found.refused), "zh", MADE)
    assert [len(re.findall(rb"/Type\s*/Page\b", pdf)) for pdf in (content, three)] == [1, 3]


def test_whatever_a_log_says_is_only_text(found: Summary) -> None:
    board = found.whole.quota_board.assign(assistant=NASTY)
    page = summary_page([replace(found.whole, quota_board=board, stores=(NASTY,))], "zh", MADE)
    assert NASTY not in page
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|src=|href=", page)


def test_a_pdf_has_a_section_a_store_and_several_together_first(found: Summary) -> None:
    other = replace(found.whole, stores=("城东店",))
    both = replace(found.whole, stores=("城东店", "旗舰店"))
    sections = Summary(both, (other, found.whole), found.refused).sections
    assert [one.stores for one in sections] == [("城东店", "旗舰店"), ("城东店",), ("旗舰店",)]
    assert found.sections == (found.whole,)
    assert summary_page(sections, "zh", MADE).count("<section>") == 3


def test_a_picture_is_as_high_as_the_evening_and_a_pdf_is_one(found: Summary) -> None:
    picture = evening_picture(found.whole, "zh", MADE)
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert width == 1500
    assert 1500 < height < 6000
    assert summary_pdf(found, "zh", MADE).startswith(b"%PDF-")


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, found: Summary) -> None:
    monkeypatch.setattr(browser, "browser", lambda: None)
    with pytest.raises(Refused) as problem:
        evening_picture(found.whole, "zh", MADE)
    assert "Chromium" in problem.value.sentence("zh")


@pytest.mark.parametrize("program", ["#!/bin/sh\nexit 3\n", "#!/bin/sh\nexec sleep 60\n"])
def test_a_browser_that_fails_or_hangs_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, found: Summary, program: str
) -> None:
    script = tmp_path / "chromium"
    script.write_text(program)
    script.chmod(0o700)
    monkeypatch.setattr(browser, "browser", lambda: script)
    monkeypatch.setattr(browser, "LIMIT", 0.3)
    with pytest.raises(Refused, match="did not finish"):
        evening_picture(found.whole, "zh", MADE)


def test_a_files_name_is_one_that_every_disk_takes(found: Summary) -> None:
    assert file_name(found.whole, "zh", "pdf") == "操盘手汇总表 旗舰店 2026-11-21.pdf"
    assert file_name(replace(found.whole, stores=("A/B:C",)), "zh", "text") == "操盘手汇总表 A-B-C 2026-11-21.txt"
