"""Names that nobody knows, asked about before a file goes in: once for all files, and remembered."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.importing import Meaning, mean
from data.importing.meanings import meanings
from data.store import Store
from data.texts import LANGUAGES, say
from pages.shared.texts import plain

Open = Callable[..., AppTest]
PAGE = "records/uploads.py"
LATER = datetime(2026, 11, 22, 20, 30)
HEADER = "日期,门店,导购,客户姓名,电话,通话结果\n"


def log(*names: str, day: int = 22, shop: str = "旗舰店") -> bytes:
    """Return a call log with one row of each name."""
    rows = [f"2026-11-{day},{shop},{name},客{number},139001390{number:02},接通\n" for number, name in enumerate(names)]
    return (HEADER + "".join(rows)).encode()


def upload(shown: AppTest, **files: bytes) -> AppTest:
    shown.file_uploader[0].set_value([(f"{name}.csv", content, "text/csv") for name, content in files.items()])
    return shown.run()


def question(name: str, rows: int = 1, language: str = "zh", shop: str = "旗舰店") -> str:
    return say("uploads.names.assistant", language, name=plain(name), store=plain(shop), rows=rows)


def boxes(shown: AppTest, label: str) -> list[Any]:
    return [box for box in shown.main.selectbox if box.label == label]


def commit(shown: AppTest) -> AppTest:
    return next(button for button in shown.button if button.icon == ":material/check:").click().run()


def callers(shop: Store, day: int = 22) -> list[str]:
    with shop.cursor(shop.all_stores()) as cursor:
        rows = cursor.execute(
            "select assistant from calls where day = make_date(2026, 11, $1) order by all", [day]
        ).fetchall()
    return [name for (name,) in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_like_somebodys_is_asked_about_and_the_answer_counts_from_then_on(
    app: Open, shop: Store, language: str
) -> None:
    shown = upload(app(PAGE, lang=language), a=log("小周", "徐娜"))
    (box,) = boxes(shown, question("小周", language=language))
    assert (box.value, box.options) == ("", [say("uploads.names.new_assistant", language), "周丽"])
    shown = box.set_value("周丽").run()
    assert boxes(shown, question("小周", language=language))[0].value == "周丽"
    commit(shown)
    assert callers(shop) == ["周丽", "徐娜"]
    assert meanings(shop) == [Meaning("assistant", "旗舰店", "小周", "周丽")]

    shown = upload(shown, b=log("小周", day=23))
    assert not boxes(shown, question("小周", language=language))
    said = say("uploads.names.as_last_time", language, name="小周", meant="周丽", rows=1)
    assert said in [caption.value for caption in shown.caption]
    commit(shown)
    assert callers(shop, 23) == ["周丽"]


def test_a_name_is_written_as_it_stands_where_nobody_says_otherwise(app: Open, shop: Store) -> None:
    commit(upload(app(PAGE), a=log("小周")))
    assert callers(shop) == ["小周"]
    assert meanings(shop) == []


def test_a_sure_name_is_chosen_already_and_can_be_chosen_otherwise(app: Open, shop: Store) -> None:
    shown = upload(app(PAGE), a=log("周丽(店长)", "徐娜导购"))
    assert [box.value for name in ("周丽(店长)", "徐娜导购") for box in boxes(shown, question(name))] == [
        "周丽",
        "徐娜",
    ]
    shown = boxes(shown, question("徐娜导购"))[0].set_value("").run()
    commit(shown)
    assert callers(shop) == ["周丽", "徐娜导购"]
    assert meanings(shop) == [Meaning("assistant", "旗舰店", "周丽(店长)", "周丽")]


def test_an_answer_once_given_can_be_taken_back(app: Open, shop: Store) -> None:
    mean(shop, [Meaning("assistant", "旗舰店", "阿成", "周丽")], at=LATER, user="uploads_page")
    shown = upload(app(PAGE), a=log("阿成"))
    back = next(button for button in shown.button if button.label == say("uploads.names.take_back", "zh"))
    shown = commit(back.click().run())
    assert callers(shop) == ["阿成"]
    assert meanings(shop) == []


def test_a_name_in_two_files_is_asked_about_once(app: Open, shop: Store) -> None:
    shown = upload(app(PAGE), a=log("小周"), b=log("小周", day=23))
    (box,) = boxes(shown, question("小周"))
    commit(box.set_value("周丽").run())
    assert (callers(shop), callers(shop, 23)) == (["周丽"], ["周丽"])


def test_a_shops_name_is_asked_about_before_those_of_its_assistants(app: Open, shop: Store) -> None:
    shown = upload(app(PAGE), a=log("小周", shop="旗舰"))
    assert not boxes(shown, question("小周"))
    (box,) = boxes(shown, say("uploads.names.store", "zh", name="旗舰", store="", rows=1))
    shown = box.set_value("旗舰店").run()
    commit(boxes(shown, question("小周"))[0].set_value("周丽").run())
    assert callers(shop) == ["周丽"]
    assert shop.all_stores() == ("万达店", "旗舰店")


def test_of_many_names_some_wait_behind_a_click(app: Open, shop: Store) -> None:
    shown = upload(app(PAGE), a=log(*(f"周{letter}丽" for letter in "一二三四五六七八九十")))
    assert say("uploads.names.more", "zh", count=2) in [box.label for box in shown.expander]
    assert len([box for box in shown.main.selectbox if "旗舰店，1 行" in box.label]) == 10


def test_a_yes_stays_while_an_answer_lets_its_file_be_read_anew(app: Open, shop: Store) -> None:
    content = log("小周", "徐娜").decode() + "2026-11-22 25:99,旗舰店,徐娜,客,13900139009,接通\n"
    shown = upload(app(PAGE), a=content.encode())
    shown = shown.checkbox[0].check().run()
    shown = boxes(shown, question("小周"))[0].set_value("周丽").run()
    assert shown.checkbox[0].value
    commit(shown)
    assert callers(shop) == ["周丽", "徐娜"]
