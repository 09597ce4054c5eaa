"""The page of value: where revenue comes from, how points are given, and why sales changed."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from data.rules import set_rule
from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import answers
from tests.pages.worth import ESCAPES, EVENING, PAGE, PERIOD, STORE, Fill, Hear, Open, answered, drawn, fill


@pytest.fixture
def sold(set_clock: Callable[[datetime], None], filled: Fill) -> Store:
    set_clock(EVENING)
    return filled(fill)


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
