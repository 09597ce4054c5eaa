"""The page of value: who carries the business, who eats it, and who stands behind each figure."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.rules import set_rule
from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import answers

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]
PAGE: Final = "customers/value.py"
STORE: Final = {"stores": "旗舰店"}
PERIOD: Final = {"from": "2026-01-01", "to": "2026-11-21"}
ESCAPES: Final = str.maketrans("", "", "\\\u2060")  # around what Markdown would read
EVENING: Final = datetime(2026, 11, 21, 19, 30)
# 旗舰店: 李 brings 8 000 with two orders, eight others 100 each, 王 buys for less than it cost, and 钱's services cost
# more than the order brings. 9 700 in all, 8 900 of it from the best two of ten: 92 %.
OTHERS: Final = ("钱女士", "孙女士", "周先生", "吴女士", "郑先生", "冯女士", "陈先生", "褚女士")
ORDERS: Final = """成交日期,门店,导购,客户姓名,电话,金额,成本,类型,产品,品类,地区
2025-12-01,旗舰店,周丽,李女士,13800138001,1000,,,床,,
2026-08-01,旗舰店,周丽,李女士,13800138001,5000,2000,,床,家具,东区
2026-11-06,旗舰店,周丽,李女士,13800138001,3000,1000,,沙发,家具,东区
2026-11-07,旗舰店,周丽,王先生,13800138002,900,950,,床,家具,西区
""" + "".join(
    f"2026-10-{place + 10},旗舰店,徐娜,{name},1380013801{place},100,,,椅子,,\n" for place, name in enumerate(OTHERS)
)
REFUND: Final = """成交日期,门店,导购,客户姓名,电话,金额,类型
2026-11-08,万达店,何娟,何女士,13800138020,-400,退款
"""
SERVICES: Final = """服务日期,门店,导购,客户姓名,电话,服务项目,服务成本
2026-11-01,旗舰店,徐娜,钱女士,13800138010,维修,150
"""
LEADS: Final = """客资日期,门店,导购,来源,客户,电话,是否有效
2026-11-02,旗舰店,徐娜,美团,卫女士,13800138030,是
"""
CALLS: Final = """日期,门店,导购,客户姓名,电话,通话结果
2026-11-02,旗舰店,徐娜,钱女士,13800138010,接通
"""


def bring(shop: Store, name: str, text: str) -> None:
    prepared = importing.prepare(shop, text.encode(), name, received_at=EVENING)
    importing.commit(shop, prepared, at=EVENING, user="uploads_page")


@pytest.fixture
def sold(set_clock: Callable[[datetime], None]) -> Store:
    """Return the shop of the rows above."""
    set_clock(EVENING)
    shop = answers.store()
    for place, text in enumerate((ORDERS, REFUND, SERVICES, LEADS, CALLS)):
        bring(shop, f"{place}.csv", text)
    return shop


def answered(shown: AppTest) -> str:
    assert not shown.exception
    sentence: str = shown.main.subheader[0].value
    return sentence


def drawn(shown: AppTest, key: str) -> list[dict[str, Any]]:
    """Return the figures that are described as the text ``key`` says, in Chinese."""
    charts = [chart.proto for chart in shown.get("plotly_chart")]
    return [json.loads(chart.spec) for chart in charts if chart.alt == say(key, "zh")]


def listed(shown: AppTest, key: str, choice: str) -> list[str]:
    """Return the names of the customers behind what is chosen below a chart, without those below zero."""
    shown = shown.main.selectbox(key=f"{key}_choice").set_value(choice).run()
    assert not shown.exception
    tables = [table.value for table in shown.main.dataframe]
    lists = [table for table in tables if say("tables.columns.largest_cost", "zh") not in table]
    return [name for table in lists if "客户" in table for name in table["客户"]]


@pytest.mark.usefixtures("sold")
def test_the_answer_says_who_carries_the_business_and_how_many_eat_it(app: Open) -> None:
    assert answered(app(PAGE, **STORE, **PERIOD)) == (
        "最好的 20%（10 位客户里的 2 位）带来 92%，销售额一共 ¥9,700；2 位花掉的比带来的多。"
    )
    assert answered(app(PAGE, lang="en", **STORE, **PERIOD)).startswith("The best 20% (2 of 10 customers) brought 92%")


@pytest.mark.usefixtures("sold")
def test_those_who_eat_it_are_found_first_and_listed_with_what_they_cost(app: Open, said: Hear) -> None:
    shown = app(PAGE, **STORE, **PERIOD)
    # 900 - 950 and 100 - 150
    assert "10 位客户里 2 位花掉的比带来的多，一共吃掉 ¥100" in said(shown).page
    assert say("value.findings.order_cost.advice", "zh") in said(shown).page
    table = shown.main.dataframe[0].value
    worst = dict(zip(table["客户"], table["花在哪里最多"], strict=True))
    assert worst == {"王先生": "卖得比成本低", "钱女士": "服务"}


@pytest.mark.usefixtures("sold")
def test_the_period_is_a_year_unless_somebody_chooses_another(app: Open) -> None:
    shown = app(PAGE, **STORE)
    first = shown.sidebar.date_input[0].value
    # 52 weeks up to the latest day with data, 8 November
    assert (first, (date(2026, 11, 8) - first).days) == (date(2025, 11, 10), 363)


@pytest.mark.usefixtures("sold")
def test_the_curve_marks_the_points_people_quote_and_the_shops_own(app: Open) -> None:
    (figure,) = drawn(app(PAGE, **STORE, **PERIOD), "value.lorenz_alt")
    labels = [label for trace in figure["data"] for label in trace.get("text", [])]
    assert labels == ["16/62", "17/79", "20/80", "23/81", " <b>最好的 20% → 92%</b> "]


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize(
    ("key", "choice", "names"),
    [
        ("tiers", "top_1", ["李女士"]),
        ("tiers", "next_15", ["王先生"]),
        ("advice", "keep", ["李女士"]),
        ("advice", "let_go", ["王先生", "钱女士"]),
        ("life", "target", ["卫女士"]),
        ("life", "loyal", ["李女士"]),
        ("segments", "important_value", ["李女士"]),
    ],
)
def test_what_is_chosen_lists_the_customers_behind_it(app: Open, key: str, choice: str, names: list[str]) -> None:
    assert sorted(listed(app(PAGE, **STORE, **PERIOD), key, choice)) == sorted(names)


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_customers(app: Open, language: str) -> None:
    shown = app(PAGE, lang=language, **PERIOD)
    for key in ("tiers", "advice", "life", "segments"):
        for place in range(len(shown.main.selectbox(key=f"{key}_choice").options)):
            shown = shown.main.selectbox(key=f"{key}_choice").select_index(place).run()
            assert not shown.exception
            assert shown.main.dataframe


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize("cut", ["product", "category", "region", "store", "assistant"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cut_can_be_chosen(app: Open, said: Hear, cut: str, language: str) -> None:
    shown = app(PAGE, lang=language, **PERIOD)
    shown = shown.main.selectbox(key="value_cut").set_value(cut).run()
    assert not shown.exception
    found = {"product": "沙发", "category": "家具", "region": "东区", "store": "旗舰店", "assistant": "周丽"}
    assert f"<b>{found[cut]}</b>" in said(shown).everything


@pytest.mark.usefixtures("sold")
def test_what_has_no_product_is_told_apart(app: Open, said: Hear) -> None:
    assert say("value.cuts_other", "zh", money="¥150") in said(app(PAGE, **STORE, **PERIOD)).page.translate(ESCAPES)


@pytest.mark.usefixtures("sold")
def test_points_are_explained_as_they_are_given(app: Open, said: Hear) -> None:
    days = date(2026, 11, 21)
    set_rule(answers.store(), "rfm_r_edges", "12+30+60+90", valid_from=days, at=EVENING, by="boss")
    heard = said(app(PAGE, **STORE, **PERIOD)).page.translate(ESCAPES)
    assert "12 天内 → 5 分，30 天内 → 4 分，60 天内 → 3 分，90 天内 → 2 分，更久 → 1 分（规则页定的）" in heard
    assert "（每档约五分之一的客户）" in heard


@pytest.mark.usefixtures("sold")
def test_the_bridge_says_when_the_days_before_are_not_all_known(app: Open, said: Hear) -> None:
    heard = said(app(PAGE, **STORE, **PERIOD)).page.translate(ESCAPES)
    # 325 days, and as many before: from 10 February 2025; the first order is of 1 December.
    assert "比 2025-02-10 到 2025-12-31 多 ¥8,700：¥1,000 → ¥9,700。" in heard
    assert "成交记录从 2025-12-01 才开始" in heard


@pytest.mark.usefixtures("sold")
def test_a_fall_is_found_with_its_cause_and_bridged_in_parts(app: Open, said: Hear) -> None:
    # 11 June to 31 August: 李 for 5 000. 1 September to 21 November: ten orders of ten customers, 4 700.
    shown = app(PAGE, **STORE, **{"from": "2026-09-01", "to": "2026-11-21"})
    heard = said(shown).page.translate(ESCAPES)
    assert "销售比前一段少了 ¥300，主要是每单多少钱少了。" in heard
    assert say("value.findings.ticket.advice", "zh") in heard
    (figure,) = drawn(shown, "value.bridge_alt")
    assert any("1 → 10 位" in text for trace in figure["data"] for text in trace.get("text", []))


@pytest.mark.usefixtures("sold")
def test_stores_are_compared_only_where_there_are_several(app: Open, said: Hear) -> None:
    assert say("value.bridge_stores", "zh") in said(app(PAGE, **PERIOD)).page
    assert say("value.bridge_stores", "zh") not in said(app(PAGE, **STORE, **PERIOD)).page


@pytest.mark.usefixtures("sold")
def test_without_revenue_nobody_carries_the_business(app: Open, said: Hear) -> None:
    shown = app(PAGE, stores="万达店", **PERIOD)
    assert answered(shown) == "这段日期 1 位客户合计没有带来销售额（-¥400），看不出谁撑起生意；1 位花掉的比带来的多。"
    assert not drawn(shown, "value.lorenz_alt")
    (whale,) = drawn(shown, "value.whale_alt")
    assert say("value.whale_line_money", "zh") in whale["layout"]["title"]["text"]
    heard = said(shown).page.translate(ESCAPES)
    assert say("value.tiers_few", "zh", fewest=100) in heard
    assert say("value.basis.no_costs_with_leads", "zh") in heard


@pytest.mark.usefixtures("sold")
def test_one_assistant_has_only_own_customers(app: Open, said: Hear) -> None:
    shown = app(PAGE, assistant="徐娜", **STORE, **PERIOD)
    # Orders make nobody the holder; the call does.
    assert answered(shown) == "这段日期只有 1 位客户，看不出二八；一共带来 ¥100，1 位花掉的比带来的多。"
    assert "李女士" not in said(shown).everything


@pytest.mark.usefixtures("sold")
def test_days_without_orders_say_what_to_do(app: Open) -> None:
    shown = app(PAGE, **{"from": "2025-06-01", "to": "2025-06-05"})
    assert not shown.exception
    assert "上传" in shown.info[0].value


@pytest.mark.usefixtures("sold")
def test_the_tables_open_below_and_are_taken_home_with_definitions(app: Open, downloads: dict[str, bytes]) -> None:
    shown = app(PAGE, **PERIOD)
    closed = len(shown.main.dataframe)
    shown.session_state["tables_behind"] = True
    assert len(shown.run().main.dataframe) == closed + 15
    assert any(name.startswith("价值") and name.endswith(".xlsx") for name in downloads)
