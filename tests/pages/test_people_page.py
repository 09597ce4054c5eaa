"""The page on which an operator settles who is who: merging, splitting, the way back, and nobody else's customers."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from data import identity, importing
from data.store import Store
from pages.shared import answers
from pages.shared.searching import sought

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]

PAGE: Final = "records/people.py"
MEETING: Final = "today/meeting.py"
MARK: Final = "旗舰店"
EVENING: Final = datetime(2026, 11, 21, 19, 52)
HEADER: Final = "日期,门店,导购,客户,电话,微信号,是否同意进群"
TWICE: Final = ("李小红 13800138001 -", "李小红(家电) - -")
# One WeChat id for six customers.
SHOPS_OWN: Final = tuple(f"客户{letter} 1380013801{number} dianzhang" for number, letter in enumerate("甲乙丙丁戊己"))


def bring(*people: str, store: str = MARK, assistant: str = "周丽") -> None:
    """Import the calls of one day: "customer phone wechat" each, "-" for nothing."""
    rows = [",".join(("2026-11-21", store, assistant, *row.replace("-", "").split(" "), "是")) for row in people]
    content = "\n".join([HEADER, *rows]).encode()
    prepared = importing.prepare(answers.store(), content, "calls.csv", received_at=EVENING, kind="calls")
    importing.commit(answers.store(), prepared, at=EVENING, user="uploads_page", may_shrink=True)


def choose(shown: AppTest, table: str, *rows: int) -> AppTest:
    """Choose rows of the table whose key begins with ``table``."""
    key = next(found.key for found in shown.dataframe if (found.key or "").startswith(table))
    shown.session_state[key] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return shown.run()


def press(shown: AppTest, key: str) -> AppTest:
    return shown.button(key=key).click().run()


def invites(shown: AppTest) -> str:
    """Return the invites on the meeting's card, seen in the same session."""
    shown.switch_page(MEETING).run()
    found = next(metric.value for metric in shown.metric if metric.label == "邀约进群")
    shown.switch_page(PAGE).run()
    return str(found)


def tables(shown: AppTest, key: str) -> Any:
    assert not shown.exception
    return next((found.value for found in shown.dataframe if (found.key or "").startswith(key)), None)


def toasts(shown: AppTest) -> str:
    return "\n".join(toast.value for toast in shown.toast)


def test_merging_makes_one_invite_of_two_on_the_board_and_taking_it_back_two_again(app: Open) -> None:
    bring(*TWICE)
    shown = app(PAGE)
    assert invites(shown) == "2"
    assert shown.button(key="offers_merge").disabled
    shown = choose(shown, "offers_", 0)
    assert any("李小红 138****8001".replace("****", r"\*\*\*\*") in line.value for line in shown.caption)
    shown = press(shown, "offers_merge")
    assert "已合并 1 对" in toasts(shown)
    assert tables(shown, "offers_") is None
    assert tables(shown, "decisions_")["决定"].tolist() == ["合并"]
    assert invites(shown) == "1"
    shown = press(choose(shown, "decisions_", 0), "take_back")
    assert tables(shown, "decisions_")["状态"].tolist() == ["已撤回"]
    assert invites(shown) == "2"
    assert len(tables(shown, "offers_")) == 1


def test_a_pair_turned_down_is_gone_and_the_figures_stay(app: Open) -> None:
    bring(*TWICE)
    shown = press(choose(app(PAGE), "offers_", 0), "offers_apart")
    assert tables(shown, "offers_") is None
    assert tables(shown, "decisions_")["决定"].tolist() == ["不是同一位"]
    assert invites(shown) == "2"


def test_several_are_merged_at_once(app: Open) -> None:
    bring(*TWICE, "张建国 13800138002 -", "张建国(家电) - -")
    version = answers.store().data_version()
    shown = press(choose(app(PAGE), "offers_", 0, 1), "offers_merge")
    assert tables(shown, "offers_") is None
    assert answers.store().data_version() == version + 1


def test_many_wrong_merges_are_taken_back_at_once(app: Open) -> None:
    bring(*TWICE, "张建国 13800138002 -", "张建国(家电) - -")
    shown = press(choose(app(PAGE), "offers_", 0, 1), "offers_merge")
    assert invites(shown) == "2"
    version = answers.store().data_version()
    shown = press(choose(shown, "decisions_", 0, 1), "take_back")
    assert answers.store().data_version() == version + 1
    assert invites(shown) == "4"
    assert choose(shown, "decisions_", 0).button(key="take_back").disabled


def test_a_pair_that_changed_after_it_was_shown_is_left_alone(app: Open) -> None:
    bring(*TWICE)
    shown = choose(app(PAGE), "offers_", 0)
    # Meanwhile the customer got a WeChat id: what was on the screen was somebody with a phone only.
    bring(*TWICE, "李小红 13800138001 lily_88")
    shown = press(shown, "offers_merge")
    assert "有 1 对刚才变了" in toasts(shown)
    assert len(tables(shown, "offers_")) == 1
    assert tables(shown, "decisions_") is None


def test_what_was_ticked_before_the_data_changed_is_not_ticked_after(app: Open) -> None:
    bring(*TWICE)
    shown = choose(app(PAGE), "offers_", 0)
    bring(*TWICE, "张建国 13800138002 -", "张建国(家电) - -")
    assert shown.run().button(key="offers_merge").disabled


def test_a_pair_that_somebody_else_settled_is_not_merged_twice(app: Open) -> None:
    bring(*TWICE)
    first, second = choose(app(PAGE), "offers_", 0), choose(app(PAGE), "offers_", 0)
    press(first, "offers_merge")
    assert "有 1 对刚才变了" in toasts(press(second, "offers_merge"))
    assert len(tables(second, "decisions_")) == 1


def test_the_shops_own_wechat_id_is_offered_first_and_split_at_once(app: Open, said: Hear) -> None:
    bring(*SHOPS_OWN)
    shown = app(PAGE)
    assert invites(shown) == "1"
    assert "6 个电话" in said(shown).page
    key = next(button.key for button in shown.button if (button.key or "").startswith("crowded_"))
    version = answers.store().data_version()
    shown = press(shown, key)
    assert answers.store().data_version() == version + 1
    assert "个电话**，多半" not in said(shown).page
    made = tables(shown, "decisions_")
    assert made[["决定", "这一位", "那一位"]].to_numpy().tolist() == [["门店自己的微信号", "di***g", ""]]
    assert invites(shown) == "6"
    bring(*SHOPS_OWN, "客户庚 13800138016 dianzhang", "客户辛 13800138017 dianzhang")
    assert invites(shown) == "8"
    shown = press(choose(shown, "decisions_", 0), "take_back")
    assert invites(shown) == "1"


def test_four_phones_on_one_wechat_id_are_no_suspicion(app: Open, said: Hear) -> None:
    bring(*SHOPS_OWN[:4])
    assert "多半是门店自己的号" not in said(app(PAGE)).page


@pytest.mark.parametrize("words", ["客户己", "8015", "13800138015", "138 0013 8015"])
def test_one_tie_is_found_by_name_or_end_of_phone_and_split(app: Open, words: str) -> None:
    # A customer is called as in the last row of the log: the sixth one.
    bring(*SHOPS_OWN)
    shown = app(PAGE)
    shown.text_input(key="people_search").set_value(words).run()
    assert tables(shown, "found_")["相连处"].tolist() == [6]
    shown = choose(shown, "found_", 0)
    ties = tables(shown, "ties_")
    assert ties["电话"].tolist() == [f"138****801{number}" for number in range(6)]
    assert ties["几次上传这样写"].tolist() == [1] * 6
    shown = press(choose(shown, "ties_", 0), "split")
    assert "已拆开 1 处" in toasts(shown)
    assert invites(shown) == "2"


def test_a_search_says_what_it_needs(app: Open) -> None:
    bring(*TWICE)
    shown = app(PAGE)
    for words, answer in {"李": "至少写两个字", "800": "至少写两个字", "诸葛": "没有这样的客户"}.items():
        shown.text_input(key="people_search").set_value(words).run()
        assert any(answer in line.value for line in shown.caption)


@pytest.mark.parametrize(
    "typed", ["13800138001", " 138-0013-8001", "李小红 13800138001", "１３８００１３８００１ 李", "38001"]
)
def test_no_more_of_a_phone_is_looked_for_than_its_last_four_digits(typed: str) -> None:
    assert sought(typed) == "8001"


def test_no_whole_phone_is_on_the_page_or_kept(app: Open, said: Hear, downloads: dict[str, bytes]) -> None:
    bring(*SHOPS_OWN, *TWICE, "赵13800138009 13800138009 zhao_1")
    shown = app(PAGE)
    shown.text_input(key="people_search").set_value("赵13").run()
    shown = choose(shown, "found_", 0)
    assert "1380013" not in said(shown).everything
    assert "138****8009" in said(shown).everything
    assert "1380013" not in str(dict(shown.query_params))
    assert not [key for key in answers._answers._results if "1380013" in str(key)]
    assert not [name for name, content in downloads.items() if b"1380013" in content]


def test_a_viewer_of_another_store_sees_nothing(app: Open, said: Hear, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(*SHOPS_OWN, *TWICE)
    bring("孙女士 13900139001 -", store="万达店", assistant="何娟")
    (pair,) = identity.offers(answers.store(), [MARK])
    keys = pair.one.customer_key, pair.other.customer_key
    identity.decide(answers.store(), "merge", [identity.Pair(MARK, *keys)], at=EVENING, user="people_page")
    monkeypatch.setattr(Store, "all_stores", lambda _: ("万达店",))
    shown = app(PAGE, stores=MARK)
    shown.text_input(key="people_search").set_value("李小红").run()
    assert not shown.dataframe
    heard = said(shown).page
    assert not [name for name in ("李小红", "客户己", "di***g", "138****", MARK) if name in heard]
    assert "没有这样的客户" in heard


def test_nobody_decided_and_nobody_alike_is_said(app: Open) -> None:
    bring("王女士 13800138002 -")
    shown = app(PAGE)
    assert shown.subheader[0].value == "没有看着像同一位的客户。"
    assert any("还没有人决定过" in line.value for line in shown.caption)
