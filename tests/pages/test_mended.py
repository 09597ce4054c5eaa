"""What was put right in a file and left out of it is said, before it goes in and afterwards."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from data.texts import LANGUAGES, say
from data.texts.lists import listed
from pages.shared.texts import plain

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]
PAGE = "records/uploads.py"
HEADER = "日期,门店,导购,客户姓名,电话,通话结果,客户等级\n"
# Two phones, a date and a choice are mended; row 5 is a cell short, row 7 sums up, row 8 is a note.
MESSY = f"""{HEADER}2026-11-22,旗舰店,周丽,李女士,139-0013-9001,接通,A
11月22日,旗舰店,周丽,王先生,139-0013-9002,接通,A
2026-11-22,旗舰店,周丽,张女士,13900139003,打不通,A
2026-11-22,旗舰店,徐娜,赵女士,13900139004,接通
2026-11-22,旗舰店,徐娜,钱女士,13900139005,接通,A
合计,,,5,,,
备注：周三补录,,,,,,
"""


def upload(shown: AppTest, **files: str) -> AppTest:
    shown.file_uploader[0].set_value([(f"{name}.csv", text.encode(), "text/csv") for name, text in files.items()])
    return shown.run()


def commit(shown: AppTest) -> AppTest:
    return next(button for button in shown.button if button.icon == ":material/check:").click().run()


def table(shown: AppTest, header: str) -> list[list[Any]]:
    """Return the cells of the table that has this header."""
    (found,) = [frame.value for frame in shown.dataframe if header in frame.value.columns]
    cells: list[list[Any]] = found.to_numpy().tolist()
    return cells


def in_short(language: str) -> str:
    phones, dates, choices = (
        say(f"uploads.mended.{name}", language, rows=rows) for name, rows in (("phone", 2), ("date", 1), ("choice", 1))
    )
    what = listed([phones, dates, choices], language)
    return say("uploads.mended.line", language, what=what)


@pytest.mark.parametrize("language", LANGUAGES)
def test_repairs_are_counted_and_shown_before_and_after_they_go_in(
    app: Open, shop: Store, said: Hear, language: str
) -> None:
    shown = upload(app(PAGE, lang=language), a=MESSY)
    assert in_short(language) in said(shown).page
    examples = [
        ["日期", "11月22日", "2026-11-22", 1],
        ["电话", "139-0013-9001", "13900139001", 1],
        ["电话", "139-0013-9002", "13900139002", 1],
        ["通话结果", "打不通", say("uploads.mended.other", language), 1],
    ]
    before = say("tables.columns.written", language)
    assert table(shown, before) == examples
    shown = commit(shown)
    shown.session_state["upload_chosen"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    shown.run()
    assert in_short(language) in said(shown).page
    assert sorted(table(shown, before)) == sorted(examples)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_reader_did_on_its_own_is_said_with_its_rows(
    app: Open, shop: Store, said: Hear, language: str
) -> None:
    heard = said(upload(app(PAGE, lang=language), a=MESSY)).page
    row = {number: say("reading.mended.rows_listed", language, rows=number) for number in (5, 7, 8)}
    assert say("reading.mended.padded", language, rows=row[5]) in heard
    assert say("uploads.left.totals", language, rows=row[7]) in heard
    assert say("uploads.left.footnote", language, rows=row[8]) in heard
    assert say("uploads.left_out", language, rows=2) in heard


def test_a_file_that_needs_nothing_is_a_line(app: Open, shop: Store) -> None:
    content = f"{HEADER}2026-11-22,旗舰店,周丽,李女士,13900139001,接通,A\n"
    shown = upload(app(PAGE), a=content)
    assert not shown.warning
    assert not shown.info
    assert not [
        caption for caption in shown.caption if caption.value.startswith(say("uploads.mended.line", "zh", what=""))
    ]
    assert len(shown.dataframe) == 1  # the past uploads
    assert not [box for box in shown.main.expander if box.proto.expanded]


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_refused_rows_need_a_yes(app: Open, shop: Store, language: str) -> None:
    good, bad = (f"2026-11-22,旗舰店,周丽,李女士,1390013900{n},接通,{{}}\n" for n in (1, 2))
    shown = upload(app(PAGE, lang=language), a=HEADER + good.format("A") + bad.format("E"))
    assert [warning.value for warning in shown.warning] == [
        say("uploads.many_refused", language, rows=1, share="50%")  # one of two
    ]
    button = next(button for button in shown.button if button.icon == ":material/check:")
    assert button.disabled
    shown = shown.checkbox[0].check().run()
    assert shown.checkbox[0].label == say("uploads.may_refuse", language)
    shown = commit(shown)
    assert say("uploads.done_but", language, file=plain("a.csv"), rows=1, refused=1) in shown.success[0].value


def test_corrected_rows_say_which_upload_they_join(app: Open, shop: Store) -> None:
    corrected = "第 1 批拒收的行（calls.csv）：改好后直接上传，会补进那一批,,,,,,\n"
    content = corrected + HEADER + "2026-11-21,旗舰店,周丽,孙女士,13900139009,接通,A\n"
    shown = upload(app(PAGE), a=content)
    assert [info.value for info in shown.info] == [say("uploads.adds_to", "zh", batches=1)]
    assert not shown.checkbox
    commit(shown)
    with shop.cursor(shop.all_stores()) as cursor:
        rows = cursor.execute(
            "select count(*) from calls where day = date '2026-11-21' and store = '旗舰店'"
        ).fetchall()
    assert rows == [(3,)]  # two of the first upload, and this one
