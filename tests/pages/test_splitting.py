"""An operator splits what an id ties together on the page: the shop's own id, and one tie found by a search."""

import pytest

from pages.shared import answers
from pages.shared.searching import sought
from tests.pages.people import PAGE, SHOPS_OWN, TWICE, Hear, Open, bring, choose, invites, press, tables, toasts


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
