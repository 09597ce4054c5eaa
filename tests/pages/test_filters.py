"""The filter bar: what it says when left alone, and whatever a URL says."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from data import home, importing
from data.store import Store
from pages.shared.filters import Chosen

Open = Callable[..., AppTest]
LAST = date(2026, 11, 21)


def says(app: AppTest) -> Chosen:
    assert not app.exception
    chosen: Chosen = app.session_state["chosen"]
    return chosen


@pytest.mark.usefixtures("shop")
def test_left_alone_the_bar_shows_the_last_day_of_all_stores(app: Open) -> None:
    chosen = says(app())
    assert (chosen.stores, chosen.everywhere) == (("万达店", "旗舰店"), True)
    assert (chosen.last, chosen.assistant) == (LAST, None)
    # Four weeks: the last day and the 27 before it.
    assert says(app("team/quotas.py")).first == date(2026, 10, 25)


@pytest.mark.usefixtures("shop")
def test_a_page_may_look_at_a_longer_period_until_somebody_chooses_another(app: Open) -> None:
    shown = app("team/funnel.py")
    assert says(shown).first == date(2026, 8, 23)  # 13 weeks: the last day and the 90 before it
    assert says(shown.switch_page("team/quotas.py").run()).first == date(2026, 10, 25)
    assert says(shown.switch_page("team/funnel.py").run()).first == date(2026, 8, 23)
    shown.sidebar.date_input(key="from").set_value(date(2026, 11, 2)).run()
    assert says(shown.switch_page("team/quotas.py").run()).first == date(2026, 11, 2)
    assert says(shown.switch_page("team/funnel.py").run()).first == date(2026, 11, 2)


@pytest.mark.usefixtures("shop")
def test_a_link_shows_what_the_sender_saw(app: Open) -> None:
    link = {"stores": "旗舰店", "from": "2026-11-01", "to": "2026-11-20", "assistant": "周丽"}
    chosen = says(app("team/quotas.py", **link))
    assert chosen == Chosen(("旗舰店",), date(2026, 11, 1), date(2026, 11, 20), "周丽", everywhere=False)
    assert chosen.place == "旗舰店"


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    "link",
    [
        {"stores": "别人的店"},
        {"stores": ["", "'; drop table calls"]},
        {"to": "yesterday"},
        {"to": "2026-99-99"},
        {"to": "1066-10-14"},
        {"to": "9999-12-31"},
        {"from": "x", "to": ""},
        {"to": ["2026-11-01", "2026-11-02"]},
        {"assistant": "![](http://evil.example/x.png)"},
        {"lang": "fr"},
        {"lang": ["en", "zh"]},
    ],
)
def test_a_broken_link_shows_the_usual(app: Open, scripts: dict[str, str], link: dict[str, str | list[str]]) -> None:
    for page in scripts.values():
        chosen = says(app(page, **link))
        assert chosen.stores == ("万达店", "旗舰店")
        assert chosen.last in {LAST, date(2026, 11, 1)}
        assert chosen.assistant is None


@pytest.mark.usefixtures("shop")
def test_days_the_wrong_way_round_are_put_right(app: Open) -> None:
    chosen = says(app("team/quotas.py", **{"from": "2026-11-21", "to": "2026-11-10"}))
    assert chosen.first <= chosen.last == date(2026, 11, 10)


@pytest.mark.usefixtures("shop")
def test_an_assistant_of_another_store_is_let_go(app: Open) -> None:
    shown = app(stores="旗舰店", assistant="周丽")
    shown.sidebar.multiselect(key="stores").set_value(["万达店"]).run()
    chosen = says(shown)
    assert (chosen.stores, chosen.assistant) == (("万达店",), None)


@pytest.mark.usefixtures("shop")
def test_yesterday_is_one_click_away(app: Open) -> None:
    shown = app()
    shown.sidebar.segmented_control(key="day").set_value("yesterday").run()
    assert says(shown).last == home.now().date() - timedelta(days=1)


def test_a_day_left_alone_moves_on_with_the_data_and_a_chosen_one_stays(app: Open, shop: Store) -> None:
    left_alone, chosen = app(), app(to="2026-11-20")
    received = datetime(2026, 11, 22, 20, 1)
    rows = "日期,门店,导购,客户姓名,电话\n2026-11-22,旗舰店,周丽,孙女士,13800138009\n".encode()
    prepared = importing.prepare(shop, rows, "calls.csv", received_at=received)
    importing.commit(shop, prepared, at=received, user="uploads_page")
    assert says(left_alone.run()).last == date(2026, 11, 22)
    assert says(chosen.run()).last == date(2026, 11, 20)
