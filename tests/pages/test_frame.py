"""The frame: on every page, in both languages, with a shop and without."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import demo, importing
from data.logs import LOGS
from data.refusal import Refused
from data.store import Store
from queries import quotas

Open = Callable[..., AppTest]
PAGES = {
    "today/meeting.py": ("夕会", "Evening meeting"),
    "today/tomorrow.py": ("明天", "Tomorrow"),
    "team/quotas.py": ("指标", "Quotas"),
    "team/funnel.py": ("转化", "Funnel"),
    "customers/grades.py": ("分级", "Grades"),
    "customers/value.py": ("价值", "Value (80/20)"),
    "customers/assets.py": ("资产", "Assets"),
    "customers/referrals.py": ("转介绍", "Referrals"),
    "customers/groups.py": ("群", "Groups"),
    "customers/customer.py": ("客户", "Customer"),
    "plan/targets.py": ("目标", "Targets"),
    "records/uploads.py": ("上传", "Uploads"),
    "records/people.py": ("客户核对", "Who is who"),
    "records/rows.py": ("来源", "Sources"),
    "records/changes.py": ("变化", "Changes"),
    "records/rules.py": ("规则", "Rules"),
}
LAST = date(2026, 11, 21)


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_in_the_frame_in_both_languages(app: Open, page: str) -> None:
    for language, title in zip(("zh", "en"), PAGES[page], strict=True):
        shown = app(page, lang=language)
        assert not shown.exception
        assert shown.title[0].value.split(" · ")[0] == title
        assert len(shown.sidebar.page_link) == len(PAGES)
        assert shown.sidebar.multiselect(key="stores").options == ["万达店", "旗舰店"]


@pytest.mark.usefixtures("shop")
def test_every_page_says_how_old_the_data_is(app: Open) -> None:
    for page in PAGES:
        assert "数据截至 11月21日 周六，19:52 收到" in [caption.value for caption in app(page).caption]


@pytest.mark.parametrize("page", ["today/meeting.py", "team/quotas.py"])
def test_the_data_is_as_old_as_that_of_the_chosen_stores(app: Open, shop: Store, page: str) -> None:
    received = datetime(2026, 11, 22, 20, 1)
    rows = "日期,门店,导购,客户姓名,电话\n2026-11-22,旗舰店,周丽,孙女士,13800138009\n".encode()
    prepared = importing.prepare(shop, rows, "calls.csv", received_at=received)
    importing.commit(shop, prepared, at=received, user="uploads_page")
    for store, age in {"旗舰店": "11月22日 周日，20:01", "万达店": "11月21日 周六，19:52"}.items():
        assert f"数据截至 {age} 收到" in [caption.value for caption in app(page, stores=store).caption]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(("language", "sentence"), [("zh", "这一页出错了"), ("en", "This page broke")])
def test_a_page_that_breaks_says_so_and_leaves_the_reason_in_the_log(
    app: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, language: str, sentence: str
) -> None:
    def daily(*_: object, **__: object) -> pd.DataFrame:
        raise ZeroDivisionError("a question that breaks")

    monkeypatch.setattr(quotas, "daily", daily)
    shown = app("team/quotas.py", lang=language)
    assert not shown.exception
    assert shown.error[0].value.startswith(sentence)
    assert "a question that breaks" not in shown.error[0].value
    assert "ZeroDivisionError: a question that breaks" in caplog.text
    assert len(shown.sidebar.page_link) == len(PAGES)
    caplog.clear()


def test_a_store_that_is_in_use_says_so_on_the_page(app: Open, home: Path) -> None:
    with Store(home):
        shown = app()
    assert not shown.exception
    assert home.name in shown.error[0].value


@pytest.mark.usefixtures("shop")
def test_the_other_language_is_one_click_away_and_back(app: Open) -> None:
    shown = app()
    shown.sidebar.button[0].click().run()
    assert shown.title[0].value.startswith("Evening meeting")
    assert shown.query_params["lang"] == "en"
    shown.sidebar.button[0].click().run()
    assert shown.title[0].value.startswith("夕会")
    assert "lang" not in shown.query_params


@pytest.mark.parametrize("page", ["today/meeting.py", "team/quotas.py"])
def test_an_empty_store_offers_the_demo_and_the_templates(app: Open, page: str) -> None:
    shown = app(page)
    assert not shown.exception
    assert shown.title[0].value == "还没有数据"
    assert "装入演示店铺" in [button.label for button in shown.button]
    assert len(shown.main.download_button) == len(LOGS)
    assert shown.main.page_link[0].value == "去上传"


@pytest.mark.parametrize("page", ["records/uploads.py", "records/rules.py"])
def test_uploads_and_rules_are_there_before_any_data(app: Open, page: str) -> None:
    shown = app(page)
    assert not shown.exception
    assert shown.title[0].value == PAGES[page][0]


def test_the_demo_shop_is_one_click_away(app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(shop: Store, at: datetime) -> Iterator[tuple[int, int, str]]:
        for number, store in enumerate(("一店", "二店"), 1):
            rows = f"日期,门店,导购,客户姓名,电话\n2026-11-21,{store},周丽,孙女士,1380013800{number}\n".encode()
            prepared = importing.prepare(shop, rows, "demo.csv", received_at=at, kind="calls")
            importing.commit(shop, prepared, at=at, user="demo")
            yield number, 2, store

    monkeypatch.setattr(demo, "load", load)
    shown = app()
    next(button for button in shown.button if button.label == "装入演示店铺").click().run()
    assert shown.title[0].value.startswith("夕会")
    assert shown.session_state["chosen"].stores == ("一店", "二店")


def test_a_demo_shop_that_is_refused_says_why(app: Open, shop: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(shop: Store, at: datetime) -> Iterator[tuple[int, int, str]]:
        raise Refused("demo.not_empty", folder=shop.folder)

    monkeypatch.setattr(demo, "load", load)
    monkeypatch.setattr(shop, "all_stores", tuple)
    shown = app()
    next(button for button in shown.button if button.label == "装入演示店铺").click().run()
    assert "已经有数据" in shown.error[0].value
