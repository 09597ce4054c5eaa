"""The session's words: names stay names, days are said as the shop says them."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.texts import day_in_words, plain

NAMES = [
    "![](http://evil.example/x.png)",
    ":red[红]",
    ":moon:",
    "$x$",
    "*旗舰*",
    "_x_",
    "`x`",
    "<b>x</b>",
    "1. 店",
    "# 店",
    "a@b.cn",
    "www.evil.example",
]


def shown(text: str) -> str:
    return text.replace("\\", "").replace("\u2060", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_reads_as_it_is_written(name: str) -> None:
    assert shown(plain(name)) == name


@pytest.mark.parametrize("name", NAMES)
def test_no_sign_in_a_name_is_left_to_markdown(name: str) -> None:
    escaped = plain(name)
    signs = [
        number for number, sign in enumerate(escaped) if sign.isascii() and not sign.isalnum() and sign not in " \\"
    ]
    assert all(escaped[number - 1] == "\\" for number in signs)


def test_a_name_stays_on_one_line() -> None:
    assert plain("旗舰店\n# 二店") == plain("旗舰店 # 二店")


def test_a_day_is_said_in_the_language_of_the_session() -> None:
    def script() -> None:
        from datetime import date

        import streamlit as st

        from pages.shared.texts import day_in_words, settle_language

        settle_language()
        st.text(day_in_words(date(2026, 11, 21)))

    assert AppTest.from_function(script).run().text[0].value == "11月21日 周六"
    english = AppTest.from_function(script)
    english.query_params["lang"] = "en"
    assert english.run().text[0].value == "Sat 21 Nov"


def test_a_day_outside_a_session_is_said_in_chinese() -> None:
    assert day_in_words(date(2026, 1, 5)) == "1月5日 周一"
