"""What is chosen in the words below a chart. (Clicks need a browser.)"""

from typing import Final

from streamlit.testing.v1 import AppTest

OPTIONS: Final = {"lead": "客资", "visited": "进店"}


def page() -> None:
    import plotly.graph_objects as go
    import streamlit as st

    from pages.shared.choosing import choose

    if st.session_state.get("elsewhere"):
        return
    offered = st.session_state.get("offered", {"lead": "客资", "visited": "进店"})
    code = choose(lambda narrow: go.Figure(go.Bar(y=[2, 1], customdata=["lead", "visited"])), "alt", "bars", offered)
    st.markdown(f"chosen: {code}")


def opened() -> AppTest:
    return AppTest.from_function(page).run()


def chosen(shown: AppTest) -> str:
    assert not shown.exception
    return shown.markdown[-1].value.removeprefix("chosen: ")


def test_nothing_is_chosen_at_first() -> None:
    shown = opened()
    assert chosen(shown) == "None"
    assert shown.selectbox[0].options == list(OPTIONS.values())


def test_what_is_chosen_in_words_is_returned_as_its_code() -> None:
    assert chosen(opened().selectbox[0].set_value("visited").run()) == "visited"


def test_what_was_chosen_is_still_chosen_after_another_page() -> None:
    shown = opened().selectbox[0].set_value("visited").run()
    shown.session_state["elsewhere"] = True
    shown.run()
    shown.session_state["elsewhere"] = False
    assert chosen(shown.run()) == "visited"


def test_a_choice_that_is_no_longer_offered_is_let_go() -> None:
    shown = opened().selectbox[0].set_value("visited").run()
    shown.session_state["offered"] = {"lead": "客资"}
    assert chosen(shown.run()) == "None"
