"""The page of the funnel: where customers stop, on what evidence, and who they are."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import answers

Open = Callable[..., AppTest]
Fill = Callable[[Callable[[], object]], Store]
Hear = Callable[[AppTest], Any]
PAGE = "team/funnel.py"
EVENING = datetime(2026, 11, 21, 19, 30)
ENTERED = "2026-10-01"  # over 30 days before the last day: can be judged


def bring(shop: Store, name: str, header: str, *rows: str) -> None:
    prepared = importing.prepare(shop, "\n".join([header, *rows]).encode(), f"{name}.csv", received_at=EVENING)
    importing.commit(shop, prepared, at=EVENING, user="uploads_page")


def phone(number: int) -> str:
    return f"138001380{number:02}"


def lead(number: int, day: str = ENTERED, assistant: str = "周丽", store: str = "旗舰店") -> str:
    return f"{day},{store},{assistant},客户{number},{phone(number)},抖音,是"


LEADS = "客资日期,门店,导购,客户,电话,来源,是否有效"
VISITS = "进店日期,门店,接待人,客户,电话,是否成交,走单原因,是否为礼品进店"


def fill() -> None:
    """Fill a shop whose leads don't visit: of 40 that can be judged 8 did, and 2 ordered. Two more came too late."""
    store = answers.store()
    bring(store, "leads", LEADS, *map(lead, range(40)), *(lead(number, "2026-11-20", "徐娜") for number in (50, 51)))
    reasons = ["价格", "价格", "款式", "", "价格", "价格"]
    lost = [f"2026-10-0{2 + n},旗舰店,周丽,客户{n},{phone(n)},否,{reason},否" for n, reason in enumerate(reasons)]
    won = [f"2026-10-09,旗舰店,周丽,客户{number},{phone(number)},是,,否" for number in (6, 7)]
    bring(store, "visits", VISITS, *lost, *won)
    orders = (f"2026-10-09,旗舰店,周丽,D{number},床,客户{number},{phone(number)},8000" for number in (6, 7))
    bring(store, "orders", "成交日期,门店,导购,订单号,产品,客户,电话,金额", *orders)
    bring(
        store, "calls", "日期,门店,导购,客户姓名,电话,通话结果", f"2026-11-20 18:00,旗舰店,徐娜,路人,{phone(99)},接通"
    )


@pytest.fixture
def shop(filled: Fill) -> Store:
    """Return the shop filled above."""
    return filled(fill)


def answered(shown: AppTest) -> str:
    assert not shown.exception
    assert not shown.error
    sentence: str = shown.main.subheader[0].value
    return sentence.replace("\u2060", "").replace("\\", "")


def listed(shown: AppTest) -> set[str]:
    assert not shown.exception
    return {name for table in shown.dataframe if "客户" in table.value for name in table.value["客户"]}


def choose(shown: AppTest, chart: str, option: str) -> AppTest:
    return shown.selectbox(key=f"{chart}_choice").set_value(option).run()


@pytest.mark.usefixtures("shop")
def test_the_answer_is_the_step_that_costs_most_with_its_price(app: Open, said: Hear) -> None:
    # 8 of 40 valid leads visited, 60 % should: 40 · 1 · 0.6 · (2 / 8) - 2 = 4 orders at 8,000 each.
    shown = app(PAGE)
    assert answered(shown) == "客户停在“有效到进店”这一步：补到标准，约多 4 单，约 ¥3.2 万。"
    heard = said(shown).page.replace("\\", "").replace("\u2060", "")
    assert "有效转进店率 20%（8/40），可能在 10% 到 35% 之间，标准 60%；这是算术，不是承诺" in heard


@pytest.mark.usefixtures("shop")
def test_the_answer_is_said_in_english_too(app: Open) -> None:
    assert answered(app(PAGE, lang="en")) == (
        "Customers stop between valid lead and visit: at the benchmark, about 4 more orders, about ¥32,000."
    )


@pytest.mark.usefixtures("shop")
def test_who_came_lately_is_hatched_and_not_judged(app: Open) -> None:
    figures = [json.loads(chart.proto.spec) for chart in app(PAGE).get("plotly_chart")]
    track, _, _, captions = figures[0]["data"]
    assert track["customdata"] == ["lead", "valid", "contact", "invited", "visited", "ordered"]
    assert [int(re.sub(r"<b>(\d+)</b>.*", r"\1", text)) for text in captions["text"]] == [42, 42, 8, 8, 8, 2]
    assert say("funnel.still_open", "zh") in figures[0]["layout"]["title"]["text"]
    rates = next(figure for figure in figures if "转微信率" in json.dumps(figure, ensure_ascii=False))
    assert "8/40" in json.dumps(rates, ensure_ascii=False)


@pytest.mark.usefixtures("shop")
def test_a_stage_lists_its_customers(app: Open) -> None:
    assert listed(choose(app(PAGE), "stages_leads", "ordered")) == {"客户6", "客户7"}


@pytest.mark.usefixtures("shop")
def test_a_finding_opens_and_closes_the_list_of_whom_to_look_at(app: Open) -> None:
    shown = app(PAGE)
    opened = shown.button(key="cause_not_explained").click().run()
    assert listed(opened) == {f"客户{number}" for number in (*range(8, 40), 50, 51)}
    assert opened.button(key="cause_not_explained").label == say("funnel.hide_list", "zh")
    assert listed(opened.button(key="cause_not_explained").click().run()) == set()


@pytest.mark.usefixtures("shop")
def test_new_leads_that_nobody_has_spoken_to_are_listed(app: Open) -> None:
    assert listed(app(PAGE).button(key="cause_waiting").click().run()) == {
        f"客户{number}" for number in (*range(8, 40), 50, 51)
    }


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(("bar", "names"), [("0", {0, 1, 4, 5}), ("1", {2}), ("2", {3})])
def test_a_reason_lists_its_visits_and_none_given_is_a_bar_of_its_own(app: Open, bar: str, names: set[int]) -> None:
    assert listed(choose(app(PAGE), "losses", bar)) == {f"客户{number}" for number in names}


@pytest.mark.usefixtures("shop")
def test_an_assistants_rate_lists_who_has_not_come_as_far(app: Open) -> None:
    shown = choose(app(PAGE), "cut_assistant_visit_rate", "0")
    assert listed(shown) == {f"客户{number}" for number in range(8, 40)}


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("cut", ["store", "source", "product", "grade"])
def test_every_cut_of_every_rate_is_drawn(app: Open, cut: str) -> None:
    shown = app(PAGE)
    shown.segmented_control(key="cut").set_value(cut)
    for metric in ("close_rate", "phone_rate", "reply_rate", "lost_rate"):
        shown.selectbox(key="cut_metric_leads").set_value(metric).run()
        answered(shown)


@pytest.mark.usefixtures("shop")
def test_read_by_date_nothing_is_judged_and_it_says_why(app: Open, said: Hear) -> None:
    shown = app(PAGE).segmented_control(key="reading").set_value("period").run()
    assert say("funnel.period_note", "zh") in said(shown).page
    specs = [json.dumps(json.loads(chart.proto.spec), ensure_ascii=False) for chart in shown.get("plotly_chart")]
    assert "达标" not in next(spec for spec in specs if say("tables.codes.metric.wechat_rate", "zh") in spec)


@pytest.mark.usefixtures("shop")
def test_the_campaign_has_a_funnel_and_rates_of_its_own(app: Open, said: Hear) -> None:
    shown = app(PAGE).segmented_control(key="funnel").set_value("campaign").run()
    answered(shown)
    heard = said(shown).page
    assert say("tables.codes.metric.group_visit_rate", "zh") in heard
    assert say("tables.codes.furthest.joined", "zh") in heard


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_open_below(app: Open, language: str) -> None:
    shown = app(PAGE, lang=language)
    before = len(shown.dataframe)
    shown.session_state["tables_behind"] = True
    assert len(shown.run().dataframe) - before == 15
    answered(shown)


@pytest.mark.usefixtures("shop")
def test_one_assistant_sees_the_own_customers_only(app: Open) -> None:
    shown = app(PAGE, stores="旗舰店", assistant="徐娜")
    assert answered(shown).startswith("满规定天数的客资还没有")
    assert listed(choose(shown, "stages_leads", "lead")) == {"客户50", "客户51"}


@pytest.mark.usefixtures("shop")
def test_days_without_anybody_say_what_to_do(app: Open) -> None:
    shown = app(PAGE, **{"from": "2026-06-01", "to": "2026-06-05"})
    assert not shown.exception
    assert "上传" in shown.info[0].value
    assert not shown.get("plotly_chart")
