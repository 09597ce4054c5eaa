"""What the operator says of a file on the uploads page: mended by choices, remembered, forgotten."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from data.texts import LANGUAGES, say

Open = Callable[..., AppTest]
PAGE = "records/uploads.py"
STRANGE = (
    "几号,负责,宾客,号儿,咋样\n2026-11-{day},周丽,李女士,13900139001,接通\n2026-11-{day},周丽,王先生,13900139002,挂断\n"
)


def upload(shown: AppTest, name: str, content: str | bytes) -> AppTest:
    data = content.encode() if isinstance(content, str) else content
    shown.file_uploader[0].set_value([(name, data, "text/csv")])
    return shown.run()


def choose(shown: AppTest, label: str, value: Any) -> AppTest:
    return next(box for box in shown.main.selectbox if box.label == label).set_value(value).run()


def commit(shown: AppTest, language: str = "zh") -> AppTest:
    start = say("uploads.commit", language, files=1, rows="|").partition("1")[0]
    return next(button for button in shown.button if button.label.startswith(start)).click().run()


def calls(shop: Store, day: int) -> list[tuple[Any, ...]]:
    with shop.cursor(shop.all_stores()) as cursor:
        return cursor.execute(
            "select assistant, customer, outcome from calls where day = make_date(2026, 11, $1) "
            "and store = '旗舰店' and assistant = '周丽' order by customer",
            [day],
        ).fetchall()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_with_unknown_headers_is_mended_by_choices_and_the_next_needs_none(
    app: Open, shop: Store, language: str
) -> None:
    shown = upload(app(PAGE, lang=language), "旗舰店.csv", STRANGE.format(day=22))
    assert "几号 | 负责 | 宾客 | 号儿 | 咋样".replace(" ", "") in shown.error[0].value.replace("\\", "").replace(
        " ", ""
    )
    shown = choose(shown, say("uploads.kind", language), "calls")
    # Dates, the assistant, phones and outcomes can be told by what they are; whom they called can't.
    assert not shown.exception
    assert not shown.error
    shown = choose(shown, "宾客", "customer")
    shown = commit(shown, language)
    assert calls(shop, 22) == [("周丽", "李女士", "connected"), ("周丽", "王先生", "rejected")]

    shown = upload(shown, "旗舰店.csv", STRANGE.format(day=21))
    assert not shown.error
    assert say("uploads.as_last_time", language) in [caption.value for caption in shown.caption]
    shown = commit(shown, language)
    assert ("周丽", "王先生", "rejected") in calls(shop, 21)

    shown = upload(shown, "旗舰店.csv", STRANGE.format(day=20))
    shown = next(button for button in shown.button if button.label == say("uploads.forget", language)).click().run()
    assert shown.error


def test_a_column_fed_twice_is_settled_by_a_choice(app: Open, shop: Store) -> None:
    content = "日期,门店,导购,客户,电话,手机号,通话结果\n2026-11-22,旗舰店,周丽,李,13900139001,02812345678,接通\n"
    shown = upload(app(PAGE), "a.csv", content)
    assert "电话、手机号" in shown.error[0].value
    shown = choose(shown, "手机号", "phone")
    assert not shown.error
    commit(shown)
    assert calls(shop, 22) == [("周丽", "李", "connected")]


def test_nothing_is_in_the_way_where_a_file_says_everything(app: Open, shop: Store) -> None:
    content = "日期,门店,导购,客户,电话,通话结果\n2026-11-22,旗舰店,周丽,李,13900139001,接通\n"
    shown = upload(app(PAGE), "a.csv", content)
    assert not [box for box in shown.main.selectbox if box.label == say("uploads.kind", "zh")]


def test_a_doubtful_column_is_shown_with_how_it_was_known(app: Open, shop: Store) -> None:
    content = "日期,门店,导购,客户姓明,电话,通话结果\n2026-11-22,旗舰店,周丽,李,13900139001,接通\n"
    shown = upload(app(PAGE), "a.csv", content)
    lines = [line.value for line in shown.markdown if "客户姓明" in line.value]
    assert any(say("uploads.by_fuzzy", "zh") in line for line in lines)


def test_the_order_of_dates_is_asked_only_where_nothing_shows_it(app: Open, shop: Store) -> None:
    header = "日期,门店,导购,客户,电话,通话结果\n"
    row = ",旗舰店,周丽,李,13900139001,接通\n"
    label = say("uploads.date_order", "zh", date="10/11/2026")
    shown = upload(app(PAGE), "a.csv", header + "10/11/2026" + row + "10/11/2026" + row)
    choose(shown, label, "day_first")
    commit(shown)
    assert len(calls(shop, 10)) == 2
    shown = upload(app(PAGE), "b.csv", header + "21/11/2026" + row + "10/11/2026" + row)
    assert not [box for box in shown.main.selectbox if box.label == label]


def test_a_store_that_nothing_names_is_chosen(app: Open, shop: Store) -> None:
    shown = upload(app(PAGE), "a.csv", "日期,导购,客户,电话,通话结果\n2026-11-22,周丽,李,13900139001,接通\n")
    assert shown.error
    commit(choose(shown, say("uploads.store", "zh"), "旗舰店"))
    assert calls(shop, 22) == [("周丽", "李", "connected")]
    with shop.reading() as cursor:
        assert cursor.execute("select count(*) from raw.remembered").fetchall() == [(0,)]  # of a store, nothing is


TRADITIONAL = """日期,門店,導購,客戶姓名,電話,通話結果
2026-11-{day},旗艦店,周麗娟,歐陽小姐,13900139001,接通
2026-11-{day},旗艦店,陳曉東,諸葛先生,13900139002,無人接聽
2026-11-{day},旗艦店,劉德華,司馬女士,13900139003,關機
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_encoding_in_doubt_is_asked_about_and_remembered(app: Open, shop: Store, language: str) -> None:
    shown = upload(app(PAGE, lang=language), "a.csv", TRADITIONAL.format(day=22).encode("big5"))
    assert say("uploads.encoding_doubt", language, encoding="big5") in [line.value for line in shown.warning]
    assert any("歐陽小姐" in line.value or "導購" in line.value for line in shown.markdown)
    label = say("uploads.read_in", language, encoding="big5")
    shown = next(button for button in shown.button if button.label == label).click().run()
    assert not shown.warning
    shown = choose(shown, say("uploads.kind", language), "calls")
    for header, column in (("門店", "store"), ("導購", "assistant"), ("電話", "phone")):
        shown = choose(shown, header, column)
    shown = upload(commit(shown, language), "a.csv", TRADITIONAL.format(day=21).encode("big5"))
    assert not shown.error
    said = say("uploads.encoding_as_last_time", language, encoding="big5")
    assert said in [caption.value for caption in shown.caption]


def test_choices_are_forgotten_with_their_file(app: Open, shop: Store) -> None:
    shown = choose(upload(app(PAGE), "旗舰店.csv", STRANGE.format(day=22)), say("uploads.kind", "zh"), "calls")
    assert len(shown.session_state["desk"].words) == 1
    shown.file_uploader[0].set_value(None).run()
    assert shown.session_state["desk"].words == {}


def test_the_time_of_a_remembered_choice_and_who_made_it_are_kept(
    app: Open, shop: Store, set_clock: Callable[[datetime], None]
) -> None:
    set_clock(datetime(2026, 11, 22, 20, 0))
    shown = choose(upload(app(PAGE), "旗舰店.csv", STRANGE.format(day=22)), say("uploads.kind", "zh"), "calls")
    commit(shown)
    with shop.reading() as cursor:
        rows = cursor.execute("select kind, named, remembered_at, user_name from raw.remembered").fetchall()
    assert rows == [("calls", None, datetime(2026, 11, 22, 20, 0), "uploads_page")]
