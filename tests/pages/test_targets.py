"""The page of targets: how the month stands, what it needs, and what to do where no target was set."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data.rules import set_rule
from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import answers
from tests.pages.holding import bring

Open = Callable[..., AppTest]
PAGE = "plan/targets.py"
DAYS = {"from": "2026-08-01", "to": "2026-11-21"}
TARGETS = "月份,门店,导购,订单目标,业绩目标,客资目标\n2026-11,旗舰店,,9,,\n2026-11,旗舰店,周丽,5,,\n"
STAFF = "门店,导购,岗位,入职日期,离职日期\n旗舰店,周丽,导购,2026-01-01,2026-11-21\n旗舰店,徐娜,导购,2026-01-01,\n"
# 徐娜 sells three, on the 1st to 3rd; four leads of August are valid, two visit and one of them buys.
ORDERS = "成交日期,门店,导购,客户,电话,金额\n" + "".join(
    f"2026-11-0{number},旗舰店,徐娜,客{number},1390013900{number},900\n" for number in (1, 2, 3)
)
LEADS = "客资日期,门店,导购,客户,电话,是否有效\n" + "".join(
    f"2026-08-1{number},旗舰店,徐娜,王{number},1380013800{number},是\n" for number in (1, 2, 3, 4)
)
VISITS = (
    "进店日期,门店,接待人,客户,电话,是否成交\n"
    "2026-08-20,旗舰店,徐娜,王1,13800138001,是\n2026-08-20,旗舰店,徐娜,王2,13800138002,否\n"
)


@pytest.fixture
def month(set_clock: Callable[[datetime], None]) -> Store:
    set_clock(datetime(2026, 11, 21, 19, 30))
    shop = answers.store()
    for kind, log in (("staff", STAFF), ("targets", TARGETS), ("orders", ORDERS), ("leads", LEADS), ("visits", VISITS)):
        bring(shop, f"{kind}.csv", log)
    return shop


def charts(shown: AppTest, said: Callable[[AppTest], Any]) -> str:
    return "\n".join(said(shown).charts)


@pytest.mark.usefixtures("month")
def test_the_answer_counts_what_is_done_and_how_probable_the_rest_is(app: Open) -> None:
    heard = app(PAGE, stores="旗舰店", **DAYS).subheader[0].value
    # 周丽 works on 21 days of the month, 徐娜 on 30: 42 of 51 are gone.
    assert heard.startswith("11月目标 9 单，已做 3 单，上班天数过了 82%。做到的可能 ")


def test_the_calls_that_the_visits_take_are_said_and_the_hours_of_the_next_day_are_taken_home(
    app: Open, month: Store, said: Callable[[AppTest], Any], downloads: dict[str, bytes]
) -> None:
    made = "".join(f"2026-08-1{number},旗舰店,徐娜,王{number},1380013800{number},接通\n" for number in (1, 2, 3, 4, 5))
    bring(month, "calls.csv", "日期,门店,导购,客户,电话,通话结果\n" + made)
    shown = app(PAGE, stores="旗舰店", **DAYS)
    # 9 orders at one of two are 18 visits; two came in the period, on five calls: 18 / (2/5) = 45.
    assert say("targets.calls_needed", "zh", visits="18", calls="45", each="2.5") in said(shown).page
    book = openpyxl.load_workbook(BytesIO(downloads["目标 旗舰店 2026-11-21.xlsx"]))
    heads, *rows = [[cell.value for cell in row] for row in book[say("targets.hours", "zh")].iter_rows()]
    assert heads == ["门店", "导购", "日期", "钟点", "还要"]
    # One is to be brought on the 22nd, by who is still there.
    assert [row for row in rows if row[4]] == [
        ["旗舰店", None, datetime(2026, 11, 22), 10, 1],
        ["旗舰店", "徐娜", datetime(2026, 11, 22), 10, 1],
    ]
    steps = {row[1].value: row[2].value for row in book[say("targets.backwards", "zh")].iter_rows(2, 6)}
    assert (steps["进店"], steps["电话"]) == (18, 45)


@pytest.mark.usefixtures("month")
def test_what_a_leaver_has_not_done_is_shared_out_to_those_who_stay(app: Open, said: Callable[[AppTest], Any]) -> None:
    shown = app(PAGE, stores="旗舰店", **DAYS)
    assert "周丽这个月没有剩下的上班天，还差 5 单。" in said(shown).page
    # Six are missing, only 徐娜 is there on the nine days left. The three of weekends count 1 1/2, so 6/7 each, the six
    # others 4/7: the weekend and the first three of the others get one.
    plan = next(table.value for table in shown.dataframe if "谁做几单" in table.value.columns)
    assert plan["还要"].tolist() == [1, 1, 1, 1, 0, 0, 1, 1, 0]
    assert plan["哪种日子"].tolist()[:2] == ["周末", "平日"]
    assert plan["谁做几单"].tolist() == ["徐娜 1" if count else "" for count in plan["还要"]]


@pytest.mark.usefixtures("month")
def test_the_funnel_is_reckoned_back_at_rates_measured_typed_or_asked(
    app: Open, said: Callable[[AppTest], Any]
) -> None:
    shown = app(PAGE, stores="旗舰店", **DAYS)
    # 9 orders at 1/2 are 18 visits, at 2/4 36 valid leads, at 4/4 36 leads.
    heard = charts(shown, said)
    assert "<b>18</b>" in heard
    assert "<b>36</b>" in heard
    assert "进店成交率 50%" in heard
    assert any("进店成交率 1/2" in caption.value for caption in shown.caption)
    control(shown, "rates_from").set_value("benchmark").run()
    assert say("targets.unknown.benchmark", "zh", rate="进店成交率") in charts(shown, said)
    assert say("targets.no_rate", "zh") in [caption.value for caption in shown.caption]
    control(shown, "rates_from").set_value("typed").run()
    shown.slider(key="typed_close_rate").set_value(90).run()
    assert "<b>10</b>" in charts(shown, said)  # 9 / 0.9 is 10 and no more


@pytest.mark.usefixtures("month")
def test_people_are_reckoned_forward_to_orders(app: Open, said: Callable[[AppTest], Any]) -> None:
    shown = app(PAGE, stores="旗舰店", **DAYS)
    for name, value in {"people": 2, "leads_a_day": 3, "days": 5}.items():
        box = next(box for box in shown.number_input if box.key.startswith(name))
        box.set_value(value)
    # 2 x 3 x 5 = 30 leads, all valid, half visit, half of them buy: 7 of 7.5; the target is 9.
    heard = said(shown.run()).page
    assert "= 30 条客资，有效 30 条，进店 15 位，成交 **7** 单：不够，还差 2 单。" in heard


def captions(app: Open) -> str:
    return "\n".join(caption.value for caption in app(PAGE, stores="旗舰店", **DAYS).caption)


def test_a_day_without_orders_or_hours_is_said_to_have_none(app: Open, month: Store) -> None:
    assert "11月22日 周日按钟点（按最近 60 天电话和进店的时间）：10:00 1\n" in captions(app)
    bring(month, "calendar.csv", "日期,门店,是否营业,客流权重\n2026-11-22,旗舰店,是,0\n")
    assert "11月22日 周日没有要成交的，后面的日子才有。" in captions(app)
    at = datetime(2026, 11, 21, 19, 31)
    set_rule(month, "opens_at", "21:00", valid_from=at.date(), at=at, by="boss")
    assert say("targets.no_hours", "zh") in captions(app)


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_assistant_without_a_target_is_told_so(app: Open, language: str) -> None:
    shown = app(PAGE, stores="旗舰店", assistant="徐娜", lang=language, **DAYS)
    assert [info.value for info in shown.info] == [say("targets.empty_assistant", language)]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_targets_the_page_offers_the_form_and_still_reckons(app: Open, language: str) -> None:
    shown = app(PAGE, lang=language, **DAYS)
    assert [info.value for info in shown.info] == [say("targets.empty", language)]
    assert say("targets.template", language) in [button.label for button in shown.get("download_button")]
    assert shown.number_input


def control(shown: AppTest, key: str) -> Any:
    return next(group for group in shown.get("button_group") if group.key == key)
