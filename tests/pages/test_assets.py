"""The page of assets: what there is, what may be lost, and a handover that is imported as it is downloaded."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import answers
from queries import assets

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]
PAGE: Final = "customers/assets.py"
STORE: Final = "旗舰店"
DAY: Final = date(2026, 11, 21)
DAYS: Final = {"from": "2026-09-01", "to": "2026-11-21"}
EVENING: Final = datetime(2026, 11, 21, 19, 30)
LEAVER: Final = f"{STORE}\n周丽"
# 周丽 left on the 15th with five customers, one known by name only, one by WeChat. 徐娜 holds 赵, whom she has called
# today, and 钱, silent for 41 days. 何娟 holds nobody. In 万达店 孙 was called ten days ago, as B.
CALLS: Final = """日期,门店,导购,客户姓名,电话,微信号,通话结果,客户等级,意向产品
2026-11-10,旗舰店,周丽,李女士,13800138001,lily_88,接通,A,床
2026-11-10,旗舰店,周丽,王先生,13800138002,,接通,A1,床
2026-11-11,旗舰店,周丽,张女士,,,接通,B,沙发
2026-11-11,旗舰店,周丽,,,zhou_99,接通,C,沙发
2026-11-12,旗舰店,周丽,吴女士,13800138007,,无人接听,,
2026-11-21,旗舰店,徐娜,赵女士,13800138004,,接通,A,沙发
2026-10-11,旗舰店,徐娜,钱女士,13800138005,,接通,C,床
2026-11-11,万达店,何娟,孙女士,13800138006,,接通,B,床
"""
STAFF: Final = """门店,导购,岗位,入职日期,离职日期
旗舰店,周丽,导购,2026-01-01,2026-11-15
旗舰店,徐娜,导购,2026-01-01,
旗舰店,何娟,导购,2026-01-01,
"""
HANDOVERS: Final = """交接日期,门店,原导购,接手导购,客户姓名,电话,状态
2026-11-16,旗舰店,周丽,徐娜,李女士,13800138001,待接
"""


def bring(shop: Store, name: str, text: str | bytes) -> None:
    content = text.encode() if isinstance(text, str) else text
    prepared = importing.prepare(shop, content, name, received_at=EVENING)
    importing.commit(shop, prepared, at=EVENING, user="uploads_page")


def at_risk(shop: Store, reason: str) -> list[Any]:
    rows = assets.at_risk(shop, (STORE,), DAY)
    names: list[Any] = rows.loc[rows["reason"] == reason, "customer"].tolist()
    return names


@pytest.fixture
def kept(set_clock: Callable[[datetime], None]) -> Store:
    """Return the shop of the calls and staff above."""
    set_clock(EVENING)
    shop = answers.store()
    bring(shop, "calls.csv", CALLS)
    bring(shop, "staff.csv", STAFF)
    return shop


def answered(shown: AppTest) -> str:
    assert not shown.exception
    sentence: str = shown.main.subheader[0].value
    return sentence


def names(shown: AppTest, place: int) -> list[Any]:
    cells: list[Any] = shown.main.dataframe[place].value[say("tables.columns.customer", "zh")].tolist()
    return cells


@pytest.mark.usefixtures("kept")
def test_the_answer_says_what_there_is_and_what_may_be_lost(app: Open) -> None:
    # Eight customers at 200; 钱 is silent for 41 days, 孙 for ten where seven are allowed.
    assert answered(app(PAGE, **DAYS)) == (
        "8 位客户还没成交，值 ¥1,600；7 位有风险：5 位的导购已离职、没人接，1 位多半流失，1 位快流失。"
    )
    assert answered(app(PAGE, stores="万达店", lang="en", **DAYS)) == (
        "Customers without an order: 1, worth ¥200. At risk: 1, of whom 1 stale."
    )


def test_findings_name_the_leaver_and_who_has_not_taken_over(app: Open, said: Hear, kept: Store) -> None:
    bring(kept, "handovers.csv", HANDOVERS)
    heard = said(app(PAGE, stores=STORE, **DAYS)).page.replace("\\", "")
    assert "周丽已离职，5 位客户没人接，值 ¥1,000，其中 A、B 类 3 位。" in heard
    assert "1 位客户交出去了还没接：等徐娜。" in heard
    assert "1 位超过 30 天没联系，多半已经流失。" in heard


@pytest.mark.usefixtures("kept")
def test_a_part_of_the_chart_lists_its_customers(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    box = shown.main.selectbox(key="holders_choice")
    assert "周丽 导购已离职（5 位）" in box.options
    shown = box.set_value(f"{STORE}\n徐娜\nprobably_lost").run()
    assert not shown.exception
    assert names(shown, 0) == ["钱女士"]


@pytest.mark.usefixtures("kept")
def test_the_leaver_is_chosen_and_shared_out_among_those_on_duty(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    assert shown.main.selectbox(key="leaver").value == LEAVER
    given = shown.main.dataframe[0].value
    # 2 A, one each; B to who holds fewer of them or comes first; 何娟 holds nobody, so she takes what is odd.
    assert given["接手导购"].tolist() == ["徐娜", "何娟"]
    assert given["A 类"].tolist() == [1, 1]
    assert sorted(given["客户数"]) == [2, 3]
    assert given["接手后共有"].sum() == 7


@pytest.mark.usefixtures("kept")
def test_who_is_given_whom_opens_below(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    before = len(shown.main.dataframe)
    shown.session_state["handed"] = True
    shown = shown.run()
    assert not shown.exception
    assert len(shown.main.dataframe) == before + 1
    assert {name for name in names(shown, 1) if isinstance(name, str)} == {"李女士", "王先生", "张女士", "吴女士"}


@pytest.mark.usefixtures("kept")
def test_somebody_still_employed_can_be_tried_with_whom_one_likes(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    shown = shown.main.selectbox(key="leaver").set_value(f"{STORE}\n徐娜").run()
    given = shown.main.dataframe[0].value
    assert given["接手导购"].tolist() == ["何娟"]
    assert given["客户数"].tolist() == [2]
    receivers = next(box for box in shown.main.pills if "徐娜" in str(box.key))
    shown = receivers.set_value([]).run()
    assert not shown.exception
    assert any("没有别的导购在岗" in caption.value for caption in shown.main.caption)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_handover_imported_as_it_is_leaves_the_leaver_nobody(
    app: Open, kept: Store, downloads: dict[str, bytes], kind: str
) -> None:
    assert len(at_risk(kept, "holder_left")) == 5
    app(PAGE, stores=STORE, **DAYS)
    name = f"客户交接表 周丽 {DAY}.{kind}"
    shown = app("records/uploads.py")
    shown.file_uploader[0].set_value([(name, downloads[name], "text/csv")])
    shown = shown.run()
    shown = next(button for button in shown.button if button.label.startswith("导入 ")).click().run()
    assert "已导入 5 行" in shown.success[0].value
    assert at_risk(kept, "holder_left") == []
    held = assets.by_holder(kept, (STORE,), DAY).set_index("holder")["customers"].to_dict()
    assert held in ({"徐娜": 4, "何娟": 3}, {"徐娜": 5, "何娟": 2})
    assert "导购已离职" not in answered(app(PAGE, stores=STORE, **DAYS))


def test_no_whole_contact_is_on_the_page_or_in_a_file(
    app: Open, said: Hear, kept: Store, downloads: dict[str, bytes]
) -> None:
    bring(kept, "names.csv", CALLS.splitlines()[0] + "\n2026-11-12,旗舰店,周丽,赵13900139009,,,接通,A,\n")
    heard = said(app(PAGE, stores=STORE, **DAYS)).everything
    assert "138****8001" in heard
    for secret in ("13800138", "13900139009", "lily_88", "zhou_99"):
        assert secret not in heard
        assert not [name for name, content in downloads.items() if secret.encode() in content]
    assert not [key for key in answers._answers._results if "13800138" in str(key)]


@pytest.mark.usefixtures("kept")
def test_a_store_without_the_chosen_leaver_starts_anew(app: Open) -> None:
    shown = app(PAGE, **DAYS)
    shown = shown.main.selectbox(key="leaver").set_value(f"{STORE}\n徐娜").run()
    shown = shown.sidebar.multiselect(key="stores").set_value(["万达店"]).run()
    assert not shown.exception
    assert shown.main.selectbox(key="leaver").value is None


@pytest.mark.usefixtures("kept")
def test_the_wake_up_list_begins_with_the_best_and_with_the_product_promoted(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    found = [table.value for table in shown.main.dataframe]
    silent = next(table for table in found if "最多几天" in table)
    assert silent["客户等级"].tolist() == ["A", "A1", "B", "C"]
    shown = shown.main.selectbox(key="promoted").set_value("床").run()
    silent = next(table.value for table in shown.main.dataframe if "正在推" in table.value)
    assert silent["正在推"].tolist() == ["是", "是", "", "是"]
    assert not shown.exception


def test_handovers_and_wake_ups_are_told(app: Open, said: Hear, kept: Store) -> None:
    bring(kept, "handovers.csv", HANDOVERS)
    bring(kept, "orders.csv", "成交日期,门店,导购,客户姓名,电话,金额\n2026-11-21,旗舰店,徐娜,钱女士,13800138005,900\n")
    early = CALLS.splitlines()[0] + "\n2026-09-01,旗舰店,徐娜,钱女士,13800138005,,接通,C,\n"
    bring(kept, "early.csv", early)
    shown = app(PAGE, stores=STORE, **DAYS)
    heard = said(shown).page
    # 钱 was called on 1 September, then 40 days later, and ordered 41 days after that.
    assert "唤醒过 1 位，30 天里成交 0 位（0.0%）；还有 0 位没满 30 天。" in heard
    assert "待接" in heard


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_assistant_has_only_own_customers(app: Open, said: Hear, language: str) -> None:
    shown = app(PAGE, stores=STORE, assistant="徐娜", lang=language, **DAYS)
    assert answered(shown).startswith({"zh": "2 位客户还没成交", "en": "Customers without an order: 2"}[language])
    assert "李女士" not in said(shown).page


@pytest.mark.usefixtures("kept")
def test_days_before_anybody_was_known_say_what_to_do(app: Open) -> None:
    shown = app(PAGE, **{"from": "2026-06-01", "to": "2026-06-05"})
    assert not shown.exception
    assert "上传" in shown.info[0].value


@pytest.mark.usefixtures("kept")
def test_the_tables_open_below_and_are_taken_home_with_definitions(app: Open, downloads: dict[str, bytes]) -> None:
    shown = app(PAGE, **DAYS)
    closed = len(shown.main.dataframe)
    shown.session_state["tables_behind"] = True
    assert len(shown.run().main.dataframe) == closed + 4
    assert any(name.startswith("资产") and name.endswith(".xlsx") for name in downloads)
