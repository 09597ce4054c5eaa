"""A chart for those who sit far away."""

import plotly.graph_objects as go

from charts.canvas import canvas, lettered
from charts.enlarging import enlarged
from charts.palette import LIGHT


def chart() -> go.Figure:
    letters = {"type": "scatter", "mode": "text", "x": [0], "y": [20], "text": ["50"], "textfont": {"size": 16}}
    bar = {"type": "bar", "orientation": "h", "x": [3], "y": [30], "width": 18}
    note = {"text": "a", "yshift": 6, "font": {"color": "red"}}
    return canvas([letters, bar], LIGHT, height=100, top=28, annotations=[note], yaxis=lettered([20], ["n"], 16))


def test_what_is_in_px_grows_and_what_is_measured_stays() -> None:
    grown = enlarged(chart(), 1.5).to_dict()
    layout, (letters, bar) = grown["layout"], grown["data"]
    # (100 px of plot + 28 px above) x 1.5 = 192; letters of 14 and 16 px become 21 and 24, 8 px of distance 12.
    assert (layout["height"], layout["margin"]["t"], layout["font"]["size"]) == (192, 42, 21)
    assert (letters["textfont"]["size"], layout["yaxis"]["tickfont"]["size"]) == (24, 24)
    assert (layout["annotations"][0]["yshift"], layout["yaxis"]["ticklabelstandoff"]) == (9, 12)
    assert (list(letters["y"]), bar["width"], list(bar["x"])) == ([20], 18, [3])


def test_the_chart_itself_stays_as_it_is() -> None:
    small = chart()
    before = small.to_dict()["layout"]["height"]
    enlarged(small, 2)
    assert small.to_dict()["layout"]["height"] == before == 128
