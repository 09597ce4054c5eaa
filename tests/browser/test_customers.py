"""Finding a customer and coming back; choosing in a chart with a click or in words."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from data.texts import say

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 300  # tenths of a second
STORE: Final = "旗舰店"
NAME: Final = "刘女士"  # as several customers of the demo shop are called
FIRST_ROW: Final = {"x": 17, "y": 52}  # px, below the headings, where rows are chosen
CHART: Final = """
import plotly.graph_objects as go
import streamlit as st

from pages.shared.choosing import choose
from pages.shared.drawing import fit_to_screens

st.title("chart")
fit_to_screens()
bars = go.Bar(x=["a", "b"], y=[2, 1], customdata=["lead", "visited"])
drawn = go.Figure(bars, layout={"dragmode": False})  # as every chart of ours
code = choose(lambda narrow: drawn, "alt", "bars", {"lead": "LEADS", "visited": "VISITS"})
st.markdown(f"chosen {code}")
for line in range(50):
    st.markdown(f"line {line}")
"""


@pytest.fixture(scope="module")
def chart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a page with one chart that bars are chosen from."""
    script = tmp_path_factory.mktemp("chart") / "page.py"
    script.write_text(CHART, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", "--server.headless=true"]
    served = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL)
    for _ in range(PATIENCE):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    served.terminate()
    served.wait(30)


def table(shown: Page) -> Any:
    return shown.locator("[data-testid=stDataFrame] .dvn-scroller")


def test_a_customer_is_found_opened_and_left_again(viewer: Callable[..., Any], demo_server: Any) -> None:
    window = viewer()
    shown = window.open(f"{demo_server.url}/customer?stores={STORE}")
    shown.get_by_placeholder(say("customers.search_hint", "zh")).fill(NAME)
    shown.keyboard.press("Enter")
    expect(shown.get_by_text(say("customers.found", "zh"), exact=True)).to_be_visible()
    assert NAME not in shown.url
    table(shown).click(position=FIRST_ROW)
    expect(shown).to_have_url(re.compile(r"/customer\?.*customer=\d+"))
    main = shown.get_by_test_id("stMain")
    expect(main.get_by_text(say("customers.story", "zh"), exact=True)).to_be_visible()
    expect(main.locator("strong", has_text=NAME)).to_be_visible()
    expect(shown).to_have_url(re.compile("stores="))
    main.get_by_role("button", name=say("customers.back", "zh")).click()
    expect(shown.get_by_text(say("customers.found", "zh"), exact=True)).to_be_visible()
    expect(shown).not_to_have_url(re.compile("customer="))
    window.settled()
    table(shown).click(position=FIRST_ROW)  # the same one once more
    expect(main.locator("strong", has_text=NAME)).to_be_visible()


def test_a_click_on_a_bar_chooses_it_and_another_lets_it_go(viewer: Callable[..., Any], chart: str) -> None:
    shown = viewer().open(chart)
    bar = shown.locator(".st-key-wide_bars .nsewdrag").bounding_box()
    assert bar
    place = bar["x"] + bar["width"] * 0.75, bar["y"] + bar["height"] * 0.9
    shown.mouse.click(*place)
    expect(shown.get_by_text("chosen visited")).to_be_visible()
    expect(shown.get_by_role("combobox")).to_have_value("VISITS")
    shown.mouse.click(*place)
    expect(shown.get_by_text("chosen None")).to_be_visible()


def test_on_a_phone_words_choose_and_a_finger_on_the_chart_scrolls(browser: Browser, chart: str) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    shown = phone.new_page()
    shown.goto(chart)
    expect(shown.locator(".st-key-narrow_bars .nsewdrag")).to_be_visible()
    bars = shown.locator(".st-key-narrow_bars .nsewdrag").bounding_box()
    assert bars
    finger = {"x": bars["x"] + bars["width"] / 2, "y": bars["y"] + bars["height"] / 2}
    hand = phone.new_cdp_session(shown)
    hand.send("Input.synthesizeScrollGesture", finger | {"yDistance": -150, "speed": 400})
    shown.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 0")
    shown.get_by_role("combobox").click()
    shown.get_by_role("option", name="VISITS").click()
    expect(shown.get_by_text("chosen visited")).to_be_visible()
    phone.close()
