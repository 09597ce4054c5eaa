"""An operator settles who is who on the page: merging pairs, turning them down, and the way back."""

from pages.shared import answers
from tests.pages.people import PAGE, TWICE, Open, bring, choose, invites, press, tables, toasts


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


def test_nobody_decided_and_nobody_alike_is_said(app: Open) -> None:
    bring("王女士 13800138002 -")
    shown = app(PAGE)
    assert shown.subheader[0].value == "没有看着像同一位的客户。"
    assert any("还没有人决定过" in line.value for line in shown.caption)
