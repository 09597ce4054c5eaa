"""The page of referrals: who brings customers, what is owed, what does not count, and what to do without any."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared import answers
from tests.pages.holding import bring

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]
PAGE = "customers/referrals.py"
STORE = "旗舰店"
DAYS = {"from": "2026-09-01", "to": "2026-11-21"}
# 赵 brought 钱 and 孙, 钱 brought 李. 周 says to have brought 钱 too, 李 says 赵, and 吴 himself. 钱 bought, 孙 came.
REFERRALS = """日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话
2026-10-01,旗舰店,周丽,赵女士,13800138001,推荐客户,钱先生,13800138002
2026-10-01,旗舰店,周丽,赵女士,13800138001,推荐客户,孙女士,13800138003
2026-10-20,旗舰店,徐娜,钱先生,13800138002,推荐客户,李女士,13800138004
2026-11-01,旗舰店,徐娜,周先生,13800138005,推荐客户,钱先生,13800138002
2026-11-02,旗舰店,徐娜,李女士,13800138004,推荐客户,赵女士,13800138001
2026-11-03,旗舰店,徐娜,吴女士,13800138006,推荐客户,吴女士,13800138006
2026-11-04,旗舰店,徐娜,赵女士,13800138001,协助成交,,
"""
VISITS = """进店日期,门店,接待人,客户,电话,是否成交
2026-10-05,旗舰店,徐娜,钱先生,13800138002,是
2026-10-06,旗舰店,徐娜,孙女士,13800138003,否
"""
SERVICES = "日期,门店,导购,客户,电话,服务项目,转介绍人数\n" + "".join(
    f"2026-11-{day:02},旗舰店,周丽,赵女士,13800138001,保养,{count}\n"
    for day, count in ((5, 0), (6, 1), (7, 0), (8, ""))
)
CALLS = "日期,门店,导购,客户姓名,电话\n" + "".join(
    f"2026-11-20,旗舰店,{assistant},郑女士,13800138099\n" for assistant in ("周丽", "何娟")
)


@pytest.fixture
def kept(set_clock: Callable[[datetime], None]) -> Store:
    set_clock(datetime(2026, 11, 21, 19, 30))
    shop = answers.store()
    for name, text in {"referrals": REFERRALS, "visits": VISITS, "services": SERVICES, "calls": CALLS}.items():
        bring(shop, f"{name}.csv", text)
    return shop


def table_with(shown: AppTest, column: str) -> Any:
    assert not shown.exception
    return next(table.value for table in shown.main.dataframe if column in table.value.columns)


@pytest.mark.usefixtures("kept")
def test_the_answer_counts_who_brought_whom_and_what_is_owed(app: Open) -> None:
    # 赵 has 10 + 10 + 20, and half of 钱's 10; 钱 10. The others' rows don't count.
    assert app(PAGE, **DAYS).subheader[0].value == (
        "这段日子 2 位老顾客带来 3 位新客户，2 位到过店，1 位成交；到今天一共欠 55 分。"
    )
    assert app(PAGE, lang="en", **DAYS).subheader[0].value == (
        "In these days 2 customers brought 3 new ones: 2 visited, 1 ordered. Owed in all by now: 55 points."
    )


@pytest.mark.usefixtures("kept")
def test_findings_name_poor_service_visits_and_rows_that_don_t_count(app: Open, said: Hear) -> None:
    heard = said(app(PAGE, stores=STORE, **DAYS)).page.replace("\\", "").replace("\u2060", "")
    # One of three visits: (1 + 1.92 ± 1.96 · √1.96) / 3, which is 0.1 to 1.9.
    assert "周丽：每次服务只介绍来 0.3 位（3 次服务，可能 0.1 到 1.9），应当 3 到 5 位。" in heard
    assert "3 次服务里有 2 次一位都没介绍。" in heard
    assert "1 次服务没写介绍了几位" in heard
    assert "3 行转介绍没有算：已有人带来 1 行，自己介绍自己 1 行，绕回自己 1 行。" in heard


@pytest.mark.usefixtures("kept")
def test_the_tree_starts_with_who_brought_most_and_another_can_be_chosen(app: Open) -> None:
    shown = app(PAGE, **DAYS)
    tree = table_with(shown, "第几层")
    assert tree[["客户", "第几层", "谁带来", "走到哪一步"]].to_numpy().tolist() == [
        ["钱先生", 1, "赵女士", "成交"],
        ["李女士", 2, "钱先生", "还没来"],
        ["孙女士", 1, "赵女士", "到店没成交"],
    ]
    box = shown.main.selectbox(key="tree_of")
    assert box.options == ["赵女士（带来 2 位）", "钱先生（带来 1 位）"]
    shown = box.select_index(1).run()
    assert table_with(shown, "第几层")["客户"].tolist() == ["李女士"]
    # Two more of 钱 let him overtake 赵: who was chosen stays chosen.
    more = "".join(f"2026-11-05,旗舰店,徐娜,钱先生,13800138002,推荐客户,郑{n},1380013801{n}\n" for n in range(2))
    bring(answers.store(), "more.csv", REFERRALS.splitlines()[0] + "\n" + more)
    shown = shown.run()
    assert shown.main.selectbox(key="tree_of").options[0] == "钱先生（带来 3 位）"
    assert sorted(table_with(shown, "第几层")["客户"]) == ["李女士", "郑0", "郑1"]


@pytest.mark.usefixtures("kept")
def test_points_say_which_gift_is_in_reach_and_who_was_first(app: Open, said: Hear) -> None:
    shown = app(PAGE, **DAYS)
    points = table_with(shown, "积分")[["客户", "积分", "能领", "离下一档还差", "下一级传来的"]]
    # From 30 points on a small gift, from 60 a medium one.
    assert points.astype({"积分": float, "下一级传来的": float}).to_numpy().tolist() == [
        ["赵女士", 45.0, "小礼品", 15.0, 5.0],
        ["钱先生", 10.0, "", 20.0, 0.0],
    ]
    assert "2 位老顾客有积分账：能领大礼品 0 位，中礼品 0 位，小礼品 1 位，还不够领 1 位。" in said(shown).page
    contested = table_with(shown, "为什么不算")
    assert contested["为什么不算"].tolist() == ["自己介绍自己", "绕回自己", "已有人带来"]
    assert contested["先带来的人"].tolist()[2] == "赵女士"


@pytest.mark.usefixtures("kept")
def test_an_assistant_sees_the_customers_held_and_is_told_where_there_are_none(app: Open) -> None:
    assert app(PAGE, assistant="周丽", **DAYS).subheader[0].value.startswith("这段日子 1 位老顾客带来 2 位新客户")
    for language in LANGUAGES:
        shown = app(PAGE, assistant="何娟", lang=language, **DAYS)
        assert [info.value for info in shown.info] == [say("referrals.empty_assistant", language)]


@pytest.mark.usefixtures("kept")
def test_the_tables_open_below_and_are_taken_home_with_definitions(app: Open, downloads: dict[str, bytes]) -> None:
    shown = app(PAGE, **DAYS)
    closed = len(shown.main.dataframe)
    shown.session_state["tables_behind"] = True
    assert len(shown.run().main.dataframe) == closed + 6
    assert any(name.startswith("转介绍 ") and name.endswith(".xlsx") for name in downloads)


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_referral_the_page_offers_the_form(app: Open, language: str) -> None:
    shown = app(PAGE, lang=language, **DAYS)
    assert [info.value for info in shown.info] == [say("referrals.empty", language)]
    assert say("referrals.template", language) in [button.label for button in shown.get("download_button")]


def test_a_screen_reader_hears_a_name_as_it_is_written(app: Open, kept: Store) -> None:
    rows = [f"2026-11-20,旗舰店,徐娜,J. 周,13800138050,推荐客户,新客{place},1390013900{place}" for place in range(4)]
    bring(kept, "more.csv", "\n".join([REFERRALS.splitlines()[0], *rows]))
    charts = [chart.proto for chart in app(PAGE, stores=STORE, **DAYS).main.get("plotly_chart")]
    assert say("referrals.tree_alt", "zh", name="J. 周") in {chart.alt for chart in charts}
