"""What the page of who is who shows nobody: a whole phone, and another store's customers."""

import pytest

from data import identity
from data.store import Store
from pages.shared import answers
from tests.pages.people import EVENING, MARK, PAGE, SHOPS_OWN, TWICE, Hear, Open, bring, choose


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
