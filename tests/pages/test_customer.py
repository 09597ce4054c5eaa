"""One customer's page: found by name, phone or WeChat; what happened, what comes next; nobody else's customer."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.logs import LOGS
from data.store import Store
from data.texts import LANGUAGES, catalogue, say
from pages.shared import answers

Open = Callable[..., AppTest]
Fill = Callable[[Callable[[], object]], Store]
Hear = Callable[[AppTest], Any]

PAGE: Final = "customers/customer.py"
MARK: Final = "旗舰店"
OTHER: Final = "万达店"
EVENING: Final = datetime(2026, 11, 25, 20)
HOSTILE: Final = "![](http://x/y.png)"
# 李女士 came as a lead, was called twice, and is A since the 20th: last touch on the 20th, five days ago.
# The other store knows her, too. 王先生 is to come on the 28th. 赵女士 has ordered. 钱先生 is a lead nobody called.
LOGS_OF_THE_SHOP: Final = {
    "leads": """日期,门店,导购,客户姓名,电话,客资来源,是否有效
2026-11-18,旗舰店,周丽,李女士,13800138001,抖音,是
2026-11-24,旗舰店,周丽,钱先生,13800138004,抖音,
""",
    "calls": f"""日期,门店,导购,客户姓名,电话,微信号,通话结果,客户等级,是否约到店,预约到店日期,备注
2026-11-19,旗舰店,周丽,李女士,13800138001,lily88800,无人接听,B1,,,
2026-11-20,旗舰店,周丽,李女士,13800138001,lily88800,接通,A1,,,{HOSTILE}
2026-11-23,万达店,何娟,李女士,13800138001,,接通,C1,,,
2026-11-20,旗舰店,周丽,王先生,13800138002,,接通,A1,是,2026-11-28,
2026-11-25,旗舰店,周丽,{HOSTILE},13800138005,,接通,D1,,,
""",
    "orders": """成交日期,门店,导购,客户姓名,电话,产品,金额
2026-11-22,旗舰店,周丽,赵女士,13800138003,冰箱,5680
""",
}


def fill() -> None:
    shop = answers.store()
    for kind, content in LOGS_OF_THE_SHOP.items():
        prepared = importing.prepare(shop, content.encode(), f"{kind}.csv", received_at=EVENING, kind=kind)
        importing.commit(shop, prepared, at=EVENING, user="uploads_page")


@pytest.fixture
def shop(set_clock: Callable[[datetime], None], filled: Fill) -> Store:
    """Return the shop of the logs above, on the evening of 25 November."""
    set_clock(EVENING)
    return filled(fill)


def key(shop: Store, name: str, store: str = MARK) -> str:
    with shop.cursor([store]) as cursor:
        ((found,),) = cursor.execute("select customer_key from customer_state where customer = $1", [name]).fetchall()
    return str(found)


def texts(shown: AppTest) -> str:
    assert not shown.exception
    return "\n".join(part.value for part in (*shown.markdown, *shown.subheader, *shown.caption, *shown.info))


def find(shown: AppTest, words: str) -> list[str]:
    shown.text_input(key="customer_search").set_value(words).run()
    assert not shown.exception
    return list(shown.dataframe[0].value["客户"]) if shown.dataframe else []


@pytest.mark.parametrize("words", ["李女", "8001", "138 0013 8001", "lily88800"])
def test_a_customer_is_found_by_name_end_of_phone_or_wechat(app: Open, shop: Store, words: str) -> None:
    shown = app(PAGE)
    assert find(shown, words) == ["李女士", "李女士"]  # in both stores
    assert "customer" not in shown.query_params
    assert words not in str(shown.query_params)


def test_choosing_one_found_shows_what_happened_newest_first_with_the_grade_that_changed(
    app: Open, shop: Store
) -> None:
    shown = app(PAGE, stores=MARK)
    find(shown, "李女")
    shown.session_state["found_customers"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    shown.run()
    story = shown.dataframe[0].value
    assert story["什么事"].tolist() == ["电话：接通", "电话：无人接听", "客资：有效"]
    assert story["客户等级"].tolist()[:2] == ["B1 → A1", "B1"]
    assert story["备注"].dropna().tolist() == [HOSTILE, "来源：抖音"]
    assert MARK in shown.query_params["stores"]
    shown.button(key="back").click().run()
    assert "customer" not in shown.query_params
    assert list(shown.dataframe[0].value["客户"]) == ["李女士"]


@pytest.mark.parametrize(
    ("name", "sentence", "values"),
    [
        # Touched on the 20th, by the 25th 5 days ago; an A customer may wait 3.
        ("李女士", "overdue", {"grade": "A", "days": 5, "most": 3}),
        ("王先生", "visit_ahead", {"day": "11月28日 周六"}),
        ("赵女士", "ordered", {"day": "2026-11-22"}),
        ("钱先生", "untouched", {}),
        # Touched today, D: 30 days from the 25th.
        (HOSTILE, "in_time", {"grade": "D", "most": 30, "day": "12月25日 周五"}),
    ],
)
def test_it_says_what_comes_next(app: Open, shop: Store, name: str, sentence: str, values: dict[str, Any]) -> None:
    shown = app(PAGE, stores=MARK, customer=key(shop, name))
    assert shown.subheader[0].value == say(f"customers.next.{sentence}", "zh", **values)


def test_who_is_known_in_two_stores_is_shown_in_both(app: Open, shop: Store) -> None:
    shown = app(PAGE, customer=key(shop, "李女士"))
    assert [line.value for line in shown.subheader] == [
        say("customers.next.in_time", "zh", grade="C", most=15, day="12月8日 周二"),
        say("customers.next.overdue", "zh", grade="A", days=5, most=3),
    ]
    assert set(shown.dataframe[0].value["门店"]) == {MARK, OTHER}


@pytest.mark.parametrize("asked", ["77", "0", "x", "-1", "１２", "", "9" * 40, "=1+1"])
def test_a_link_to_nobody_says_so(app: Open, shop: Store, asked: str) -> None:
    shown = app(PAGE, customer=asked)
    assert say("customers.unknown", "zh") in texts(shown)
    assert not shown.dataframe


def test_a_customer_of_another_store_is_nobody(
    app: Open, shop: Store, said: Hear, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = key(shop, "王先生")
    monkeypatch.setattr(Store, "all_stores", lambda _: (OTHER,))
    shown = app(PAGE, stores=MARK, customer=asked)
    assert say("customers.unknown", "zh") in texts(shown)
    assert "王先生" not in said(shown).everything
    assert find(app(PAGE), "8002") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_both_languages_and_no_name_acts(app: Open, shop: Store, said: Hear, language: str) -> None:
    shown = app(PAGE, lang=language, customer=key(shop, HOSTILE))
    assert say("customers.story", language) in texts(shown)
    assert "![](" not in "\n".join(said(shown).markdown)
    assert "13800138005" not in said(shown).everything


def test_before_a_search_it_says_what_to_do(app: Open, shop: Store) -> None:
    assert say("customers.start", "zh") in texts(app(PAGE))


def test_what_nobody_is_called_is_said(app: Open, shop: Store) -> None:
    shown = app(PAGE)
    assert find(shown, "诸葛") == []
    assert say("customers.found_none", "zh") in texts(shown)


def test_every_word_of_the_logs_is_told() -> None:
    words = {
        "calls": ("calls", "outcome"),
        "services": ("services", "service"),
        "referrals": ("referrals", "action"),
        "referred": ("referrals", "action"),
        "group_members": ("group_members", "junk_reason"),
        "handovers": ("handovers", "status"),
        "orders": ("orders", "kind"),
    }
    for event, (kind, name) in words.items():
        (column,) = [column for column in LOGS[kind].columns if column.name == name]
        assert {f"customers.results.{event}.{code}" for code in column.choices} <= catalogue("zh").keys()


def test_the_story_can_be_taken_home(app: Open, shop: Store, downloads: dict[str, bytes]) -> None:
    app(PAGE, stores=MARK, customer=key(shop, "李女士"))
    (name,) = [name for name in downloads if name.endswith(".csv") and "李女士" in name]
    assert "电话：接通" in downloads[name].decode("utf-8-sig")
