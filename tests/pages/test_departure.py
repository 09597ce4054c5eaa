"""If somebody left: a handover that is imported as it is downloaded, without anybody's contacts."""

import pytest

from data.store import Store
from pages.shared import answers
from queries import assets
from tests.pages.holding import (
    CALLS,
    DAY,
    DAYS,
    LEAVER,
    PAGE,
    STORE,
    Hear,
    Open,
    answered,
    at_risk,
    bring,
    names,
)


@pytest.mark.usefixtures("shop_left")
def test_the_leaver_is_chosen_and_shared_out_among_those_on_duty(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    assert shown.main.selectbox(key="leaver").value == LEAVER
    given = shown.main.dataframe[0].value
    # 2 A, one each; B to who holds fewer of them or comes first; 何娟 holds nobody, so she takes what is odd.
    assert given["接手导购"].tolist() == ["徐娜", "何娟"]
    assert given["A 类"].tolist() == [1, 1]
    assert sorted(given["客户数"]) == [2, 3]
    assert given["接手后共有"].sum() == 7


@pytest.mark.usefixtures("shop_left")
def test_who_is_given_whom_opens_below(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    before = len(shown.main.dataframe)
    shown.session_state["handed"] = True
    shown = shown.run()
    assert not shown.exception
    assert len(shown.main.dataframe) == before + 1
    assert {name for name in names(shown, 1) if isinstance(name, str)} == {"李女士", "王先生", "张女士", "吴女士"}


@pytest.mark.usefixtures("shop_left")
def test_somebody_still_employed_can_be_tried_with_whom_one_likes(app: Open) -> None:
    shown = app(PAGE, stores=STORE, **DAYS)
    shown = shown.main.selectbox(key="leaver").set_value(f"{STORE}\n徐娜").run()
    given = shown.main.dataframe[0].value
    assert given["接手导购"].tolist() == ["何娟"]
    assert given["客户数"].tolist() == [2]
    receivers = next(box for box in shown.main.pills if "徐娜" in str(box.key))
    shown = receivers.set_value([]).run()
    assert not shown.exception
    assert any("没有别的导购在岗" in caption.value for caption in shown.main.caption)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_handover_imported_as_it_is_leaves_the_leaver_nobody(
    app: Open, shop_left: Store, downloads: dict[str, bytes], kind: str
) -> None:
    assert len(at_risk(shop_left, "holder_left")) == 5
    app(PAGE, stores=STORE, **DAYS)
    name = f"客户交接表 周丽 {DAY}.{kind}"
    shown = app("records/uploads.py")
    shown.file_uploader[0].set_value([(name, downloads[name], "text/csv")])
    shown = shown.run()
    shown = next(button for button in shown.button if button.label.startswith("导入 ")).click().run()
    assert "已导入 5 行" in shown.success[0].value
    assert at_risk(shop_left, "holder_left") == []
    held = assets.by_holder(shop_left, (STORE,), DAY).set_index("holder")["customers"].to_dict()
    assert held in ({"徐娜": 4, "何娟": 3}, {"徐娜": 5, "何娟": 2})
    assert "导购已离职" not in answered(app(PAGE, stores=STORE, **DAYS))


def test_no_whole_contact_is_on_the_page_or_in_a_file(
    app: Open, said: Hear, shop_left: Store, downloads: dict[str, bytes]
) -> None:
    bring(shop_left, "names.csv", CALLS.splitlines()[0] + "\n2026-11-12,旗舰店,周丽,赵13900139009,,,接通,A,\n")
    heard = said(app(PAGE, stores=STORE, **DAYS)).everything
    assert "138****8001" in heard
    for secret in ("13800138", "13900139009", "lily_88", "zhou_99"):
        assert secret not in heard
        assert not [name for name, content in downloads.items() if secret.encode() in content]
    assert not [key for key in answers._answers._results if "13800138" in str(key)]


@pytest.mark.usefixtures("shop_left")
def test_a_store_without_the_chosen_leaver_starts_anew(app: Open) -> None:
    shown = app(PAGE, **DAYS)
    shown = shown.main.selectbox(key="leaver").set_value(f"{STORE}\n徐娜").run()
    shown = shown.sidebar.multiselect(key="stores").set_value(["万达店"]).run()
    assert not shown.exception
    assert shown.main.selectbox(key="leaver").value is None
