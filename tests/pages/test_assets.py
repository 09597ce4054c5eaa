"""The page of assets: what there is, what may be lost and why, and whom to wake up."""

import pytest

from data.store import Store
from data.texts import LANGUAGES
from tests.pages.holding import (
    CALLS,
    DAYS,
    HANDOVERS,
    PAGE,
    STORE,
    Hear,
    Open,
    answered,
    bring,
    names,
)


@pytest.mark.usefixtures("shop_left")
def test_the_answer_says_what_there_is_and_what_may_be_lost(app: Open) -> None:
    # Eight customers at 200; 钱 is silent for 41 days, 孙 for ten where seven are allowed.
    assert answered(app(PAGE, **DAYS)) == (
        "8 位客户还没成交，值 ¥1,600；7 位有风险：5 位的导购已离职、没人接，1 位多半流失，1 位快流失。"
    )
    assert answered(app(PAGE, stores="万达店", lang="en", **DAYS)) == (
        "Customers without an order: 1, worth ¥200. At risk: 1, of whom 1 stale."
    )


def test_findings_name_the_leaver_and_who_has_not_taken_over(app: Open, said: Hear, shop_left: Store) -> None:
    bring(shop_left, "handovers.csv", HANDOVERS)
    heard = said(app(PAGE, stores=STORE, **DAYS)).page.replace("\\", "")
    assert "周丽已离职，5 位客户没人接，值 ¥1,000，其中 A、B 类 3 位。" in heard
    assert "1 位客户交出去了还没接：等徐娜。" in heard
    assert "1 位超过 30 天没联系，多半已经流失。" in heard


@pytest.mark.usefixtures("shop_left")
def test_a_part_of_the_chart_lists_its_customers(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    box = shown.main.selectbox(key="holders_choice")
    assert "周丽 导购已离职（5 位）" in box.options
    shown = box.set_value(f"{STORE}\n徐娜\nprobably_lost").run()
    assert not shown.exception
    assert names(shown, 0) == ["钱女士"]


@pytest.mark.usefixtures("shop_left")
def test_the_wake_up_list_begins_with_the_best_and_with_the_product_promoted(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    found = [table.value for table in shown.main.dataframe]
    silent = next(table for table in found if "最多几天" in table)
    # A1 counts as A: the two were silent equally long, so which of them is first is left to their keys.
    assert sorted(silent["客户等级"].tolist()[:2]) == ["A", "A1"]
    assert silent["客户等级"].tolist()[2:] == ["B", "C"]
    shown = shown.main.selectbox(key="promoted").set_value("床").run()
    silent = next(table.value for table in shown.main.dataframe if "正在推" in table.value)
    assert silent["正在推"].tolist() == ["是", "是", "", "是"]
    assert not shown.exception


def test_handovers_and_wake_ups_are_told(app: Open, said: Hear, shop_left: Store) -> None:
    bring(shop_left, "handovers.csv", HANDOVERS)
    bring(
        shop_left,
        "orders.csv",
        "成交日期,门店,导购,客户姓名,电话,金额\n2026-11-21,旗舰店,徐娜,钱女士,13800138005,900\n",
    )
    early = CALLS.splitlines()[0] + "\n2026-09-01,旗舰店,徐娜,钱女士,13800138005,,接通,C,\n"
    bring(shop_left, "early.csv", early)
    shown = app(PAGE, stores=STORE, **DAYS)
    heard = said(shown).page
    # 钱 was called on 1 September, then 40 days later, and ordered 41 days after that.
    assert "唤醒过 1 位，30 天里成交 0 位（0.0%）；还有 0 位没满 30 天。" in heard
    assert "待接" in heard


@pytest.mark.usefixtures("shop_left")
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_assistant_has_only_own_customers(app: Open, said: Hear, language: str) -> None:
    shown = app(PAGE, stores=STORE, assistant="徐娜", lang=language, **DAYS)
    assert answered(shown).startswith({"zh": "2 位客户还没成交", "en": "Customers without an order: 2"}[language])
    assert "李女士" not in said(shown).page


@pytest.mark.usefixtures("shop_left")
def test_days_before_anybody_was_known_say_what_to_do(app: Open) -> None:
    shown = app(PAGE, **{"from": "2026-06-01", "to": "2026-06-05"})
    assert not shown.exception
    assert "上传" in shown.info[0].value


@pytest.mark.usefixtures("shop_left")
def test_the_tables_open_below_and_are_taken_home_with_definitions(app: Open, downloads: dict[str, bytes]) -> None:
    shown = app(PAGE, **DAYS)
    closed = len(shown.main.dataframe)
    shown.session_state["tables_behind"] = True
    assert len(shown.run().main.dataframe) == closed + 4
    assert any(name.startswith("资产") and name.endswith(".xlsx") for name in downloads)
