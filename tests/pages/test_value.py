"""The page of value: who carries the business, who eats it, and who stands behind each figure."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from data.store import Store
from data.texts import LANGUAGES, say
from tests.pages.worth import EVENING, PAGE, PERIOD, STORE, Fill, Hear, Open, answered, drawn, fill, listed


@pytest.fixture
def sold(set_clock: Callable[[datetime], None], filled: Fill) -> Store:
    set_clock(EVENING)
    return filled(fill)


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
