"""The page of groups: who sits in them, whom to remove, and what to do where nothing was counted."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import answers
from tests.pages.holding import bring

Open = Callable[..., AppTest]
Fill = Callable[[Callable[[], object]], Store]
PAGE = "customers/groups.py"
DAYS = {"from": "2026-11-01", "to": "2026-11-21"}
# 赵 and 钱 are A and B; 钱 advertises. Ten of twelve are graded C, and nobody of them says why.
MEMBERS = "盘点日期,门店,群名称,邀请人,昵称,电话,渠道,等级,垃圾原因,进群日期\n" + "".join(
    f"2026-11-20,旗舰店,一群,周丽,{name},138001380{number:02},扫码,{grade},{reason},2026-11-01\n"
    for number, (name, grade, reason) in enumerate(
        [("赵女士", "A", ""), ("钱先生", "B", "广告"), *((f"客{place}", "C", "") for place in "甲乙丙丁戊己庚辛壬癸")]
    )
)


def fill() -> None:
    shop = answers.store()
    bring(shop, "members.csv", MEMBERS)
    bring(shop, "calls.csv", "日期,门店,导购,客户姓名,电话\n2026-11-21,旗舰店,徐娜,孙女士,13800138099\n")


@pytest.fixture
def kept(set_clock: Callable[[datetime], None], filled: Fill) -> Store:
    set_clock(datetime(2026, 11, 21, 19, 30))
    return filled(fill)


@pytest.mark.usefixtures("kept")
def test_the_answer_counts_buyers_and_junk_and_the_list_names_whom_to_remove(
    app: Open, said: Callable[[AppTest], Any]
) -> None:
    shown = app(PAGE, **DAYS)
    # One of 12 is intent and not junk (8 %), one is junk (8 %).
    assert shown.subheader[0].value == "1 个群共 12 位成员：意向 1 位（8%），垃圾 1 位（8%）。"
    heard = said(shown).page
    assert "要清的人里有 1 位评的是 A 或 B。" in heard
    assert any(table.value.isin(["广告"]).any(axis=None) for table in shown.main.dataframe)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_assistant_without_members_is_told_so(app: Open, language: str) -> None:
    shown = app(PAGE, assistant="徐娜", lang=language, **DAYS)
    assert [info.value for info in shown.info] == [say("groups.empty_assistant", language)]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_count_the_page_offers_the_form(app: Open, language: str) -> None:
    shown = app(PAGE, lang=language, **DAYS)
    assert [info.value for info in shown.info] == [say("groups.empty", language)]
    assert say("groups.template", language) in [button.label for button in shown.get("download_button")]
