"""The page of the rules: what holds, what a change would do, and that it is made only when saved."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from data import home, importing
from data.rule_catalogue import RULES
from data.rules import set_rule
from data.store import Store
from data.texts import say
from pages.records.rule_words import GROUPS
from queries import rules

Open = Callable[..., AppTest]
PAGE = "records/rules.py"
MARK = "旗舰店"


def texts(shown: AppTest) -> str:
    assert not shown.exception
    found = (
        element.value for kind in ("subheader", "markdown", "caption", "error") for element in shown.main.get(kind)
    )
    return "\n".join(found).replace("\u2060", "")


def holds(shop: Store, name: str, store: str, day: date) -> str | None:
    found = rules.in_force(shop, [store], day)
    rows = found[(found["name"] == name) & (found["store"] == store)]
    return None if rows.empty else str(rows["value"].iloc[0])


def save(shown: AppTest) -> AppTest:
    button = next(button for button in shown.main.button if button.label == "保存")
    return button.click().run()


def choose(shown: AppTest, name: str, store: str = "") -> AppTest:
    shown.selectbox(key="rule_name").set_value(name).run()
    return shown.selectbox(key="rule_store").set_value(store).run()


def test_every_rule_is_in_one_group() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(RULES)


@pytest.mark.usefixtures("shop")
def test_the_rules_in_force_are_said_in_words(app: Open) -> None:
    shown = app(PAGE)
    assert "全部门店：每人电话 50 个/天，进群 30 个/天。" in texts(shown)
    values = {row["规则"]: row["取值"] for table in shown.dataframe[: len(GROUPS)] for _, row in table.value.iterrows()}
    assert len(values) == len(RULES)
    assert values["夕会时间"] == "20:00"
    assert values["达标奖励"] == "不用"
    assert values["重复号码提示"] == "20%"
    assert values["减下的由同事分担"] == "打开"
    assert values["每天要交的记录"] == "电话表、邀约表"


def test_every_rule_can_be_looked_at(app: Open, shop: Store) -> None:
    before = shop.data_version()
    shown = app(PAGE)
    for name in RULES:
        shown.selectbox(key="rule_name").set_value(name).run()
        assert say(f"rules.{name}.about", "zh") in texts(shown)
    assert shop.data_version() == before


def test_the_preview_says_who_would_pass_and_changes_nothing(app: Open, shop: Store) -> None:
    # On 21 November nobody of the three passes: one call each of 50, no invites of 30. Without invites and with one
    # call asked all would; this change alone asks for one call, so the quotas change and the results do not.
    before = shop.data_version()
    shown = choose(app(PAGE), "call_quota")
    shown.number_input[0].set_value(1).run()
    assert "达标 0 人 → 0 人 · 3 人的任务改变" in texts(shown)
    table = shown.dataframe[len(GROUPS)].value
    assert table["电话任务"].tolist() == ["50 → 1"] * 3
    assert shop.data_version() == before


def test_the_preview_of_one_store_names_who_changes(app: Open, shop: Store) -> None:
    set_rule(shop, "invite_quota", "0", valid_from=date(2026, 11, 1), at=home.now().replace(2026, 11, 1), by="boss")
    shown = choose(app(PAGE), "call_quota", MARK)
    shown.number_input[0].set_value(1).run()
    assert "达标 0 人 → 2 人 · 2 人变为达标 · 2 人的任务改变" in texts(shown)
    table = shown.dataframe[len(GROUPS)].value
    assert table["导购"].tolist() == ["周丽", "徐娜"]
    assert table["结果"].tolist() == ["不达标 → 达标"] * 2


def test_the_preview_of_a_meeting_says_who_would_be_late(app: Open, shop: Store) -> None:
    # The three call logs came at 19:52: after 19:30, before 20:00.
    shown = choose(app(PAGE), "meeting_time")
    shown.time_input[0].set_value(home.now().time().replace(19, 30, 0)).run()
    assert "迟交 0 份 → 3 份" in texts(shown)
    assert shown.dataframe[len(GROUPS)].value["结果"].tolist() == ["已交 → 迟交"] * 3


def test_the_preview_of_a_hint_counts_hints(app: Open, shop: Store) -> None:
    # One call of one is invalid by none, but exactly the quota of 1 from one call on.
    set_rule(shop, "call_quota", "1", valid_from=date(2026, 11, 1), at=home.now().replace(2026, 11, 1), by="boss")
    shown = choose(app(PAGE), "hint_min_calls")
    shown.number_input[0].set_value(1).run()
    assert "提示 0 条 → 3 条" in texts(shown)


def test_the_preview_of_a_benchmark_says_which_verdicts_change(app: Open, shop: Store) -> None:
    # None of the 40 leads of October has visited: at most 9 % may, which is below 60 %, but may be 1 %.
    received = datetime(2026, 11, 21, 19, 50)
    rows = "\n".join(f"2026-10-01,{MARK},周丽,138001390{number:02},是" for number in range(40))
    content = f"客资日期,门店,导购,电话,是否有效\n{rows}\n".encode()
    importing.commit(
        shop, importing.prepare(shop, content, "leads.csv", received_at=received), at=received, user="uploads_page"
    )
    shown = choose(app(PAGE), "visit_rate", MARK)
    shown.number_input[0].set_value(1).run()
    assert "最近 13 周不达标 2 项 → 1 项" in texts(shown)  # nobody has left a WeChat id either
    table = shown.dataframe[len(GROUPS)].value
    assert table.to_numpy().tolist() == [[MARK, "有效转进店率", "不达标 → 样本太少"]]


def test_a_change_holds_once_it_is_saved_and_can_be_taken_back(app: Open, shop: Store) -> None:
    today = home.now().date()
    shown = choose(app(PAGE), "call_quota", MARK)
    shown.number_input[0].set_value(60).run()
    shown = save(shown)
    assert holds(shop, "call_quota", MARK, today) == "60"
    assert "有 1 家门店另有规定。" in texts(shown)
    assert shown.dataframe[-1].value["取值"].tolist() == ["60 个/天"]
    shown.toggle[0].set_value(True).run()
    shown = save(shown)
    assert holds(shop, "call_quota", MARK, today) is None
    assert shown.number_input[0].value == 50
    assert shown.dataframe[-1].value["取值"].tolist() == ["跟全部门店一样", "60 个/天"]


def test_a_change_of_days_to_come_is_announced(app: Open, shop: Store) -> None:
    today = home.now().date()
    shown = choose(app(PAGE), "reward_pass")
    shown.number_input[0].set_value(20.5)
    shown.date_input(key="rule_valid_from").set_value(today + timedelta(3)).run()
    shown = save(shown)
    assert holds(shop, "reward_pass", "", today) is None or holds(shop, "reward_pass", "", today) == ""
    assert holds(shop, "reward_pass", "", today + timedelta(3)) == "20.5"
    assert "有 1 项改动还没到生效日期。" in texts(shown)
    assert shown.dataframe[-1].value["取值"].tolist() == ["¥20.50"]


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh", "0 到 1000 之间的整数"), ("en", "whole number from 0 to 1000")]
)
def test_a_bad_value_is_refused_in_the_viewers_language(app: Open, shop: Store, language: str, sentence: str) -> None:
    before = shop.data_version()
    shown = app(PAGE, lang=language)
    shown.number_input[0].set_value(2000).run()
    assert sentence in texts(shown)
    assert next(button for button in shown.main.button if button.label in {"保存", "Save"}).disabled
    assert shop.data_version() == before


def test_the_lines_between_scores_are_four_numbers_or_fifths(app: Open, shop: Store) -> None:
    today = home.now().date()
    shown = choose(app(PAGE), "rfm_r_edges")
    shown.text_input[0].set_value("30+60+60+90").run()
    assert "请填从小到大的四个数" in texts(shown)
    assert next(button for button in shown.main.button if button.label == "保存").disabled
    shown.text_input[0].set_value("30 + 60 + 90 + 180").run()
    shown = save(shown)
    assert holds(shop, "rfm_r_edges", "", today) == "30+60+90+180"
    assert shown.dataframe[-1].value["取值"].tolist() == ["30 · 60 · 90 · 180 天"]
    shown.text_input[0].set_value("").run()
    shown = save(shown)
    assert holds(shop, "rfm_r_edges", "", today) == ""
    assert shown.dataframe[-1].value["取值"].tolist() == ["平分成五份", "30 · 60 · 90 · 180 天"]


def test_before_any_data_the_page_says_what_to_do(app: Open) -> None:
    shown = app(PAGE)
    assert not shown.exception
    assert "上传" in shown.info[0].value
