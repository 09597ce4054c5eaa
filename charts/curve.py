"""Curves of a few and many: how value adds up, the best customers first."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import STILL, canvas, legend
from charts.columns import numbers, strings
from charts.lettering import SIZE, halo, plain
from charts.palette import Palette

HEIGHT: Final = 320  # px
FOOT: Final = 52  # px: the shares of the customers, and what they are
RIGHT: Final = 24  # px: half of "100%"
ROOM: Final = 1.12  # above the highest point, for its label
MARK: Final = 11  # px


def curve(
    rows: pd.DataFrame, words: Mapping[str, str], palette: Palette, *, marks: pd.DataFrame, money: bool = False
) -> go.Figure:
    """Draw ``rows`` as a line from the best customer to the last, and in red what comes after its peak.

    ``rows``: share (of the customers, 0 to 1), value (their share of everything; with ``money`` an amount) and note
    (what to read above it). ``marks``: share, value, label, anchor (its place, as plotly says it) and own (whether it
    is of the line: filled, with lines to both axes, its label halfway down; else a hollow reference point).
    ``words``: line, falling and reference, for the legend; across, below the chart.
    """
    shares, values = _floats(rows, "share"), _floats(rows, "value")
    peak = int(np.flatnonzero(values == values.max())[-1]) if len(values) else 0
    falls = peak < len(values) - 1
    line = {"type": "scatter", "mode": "lines", "hovertext": strings(rows["note"]), "hoverinfo": "text"}
    traces: list[dict[str, Any]] = [
        {
            **line,
            "x": shares[: peak + 1],
            "y": values[: peak + 1],
            "line": {"color": palette.accent, "width": 3},
            "fill": "tozeroy",
            "fillcolor": _faint(palette.accent),
        }
    ]
    if falls:
        traces.append(
            {
                **line,
                "x": shares[peak:],
                "y": values[peak:],
                "hovertext": line["hovertext"][peak:],
                "line": {"color": palette.below, "width": 4},
                "fill": "tozeroy",
                "fillcolor": _faint(palette.below),
            }
        )
    own = marks["own"].to_numpy(dtype=bool)
    traces += [*([] if money else [_whole(palette)]), _drops(marks[own], palette), *_points(marks, palette)]
    entries = [("━", palette.accent, words["line"])]
    entries += [("━", palette.below, words["falling"])] if falls else []
    entries += [] if own.all() else [("◇", palette.ink, words["reference"])]
    title, top = legend(entries)
    highest = max([0.0 if money else 1.0, *values, *_floats(marks, "value")])
    lowest = min([0.0, *values])
    axis = {**STILL, "tickfont": {"color": palette.muted}, "gridcolor": palette.grid, "ticks": ""}
    return canvas(
        traces,
        palette,
        height=HEIGHT,
        top=top,
        right=RIGHT,
        bottom=FOOT,
        title=title,
        xaxis={
            **axis,
            "range": [0, 1],
            "tickformat": ".0%",
            "tickvals": [0, 0.2, 0.4, 0.6, 0.8, 1],
            "ticklabelstandoff": 6,
            "title": {"text": plain(words["across"]), "standoff": 6, "font": {"color": palette.muted, "size": SIZE}},
        },
        yaxis={
            **axis,
            "range": [lowest * ROOM, (highest or 1) * ROOM],
            "nticks": 7,
            "showgrid": True,
            "automargin": True,
            "zeroline": True,
            "zerolinecolor": palette.past,
            "tickformat": ",.0f" if money else ".0%",
        },
    )


def _floats(rows: pd.DataFrame, column: str) -> "np.ndarray[Any, np.dtype[np.float64]]":
    return np.array(numbers(rows[column]), dtype="float64")


def _faint(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.12)"


def _whole(palette: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.array([0, 1]),
        "y": np.ones(2),
        "line": {"color": palette.muted, "width": 1, "dash": "dash"},
        "hoverinfo": "skip",
    }


def _drops(own: pd.DataFrame, palette: Palette) -> dict[str, Any]:
    across: list[float | None] = []
    up: list[float | None] = []
    for share, value in zip(_floats(own, "share"), _floats(own, "value"), strict=True):
        across += [share, share, 0, None]
        up += [0, value, value, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.array(across, dtype="float64"),
        "y": np.array(up, dtype="float64"),
        "line": {"color": palette.ink, "width": 1.5, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _points(marks: pd.DataFrame, palette: Palette) -> list[dict[str, Any]]:
    own = marks["own"].to_numpy(dtype=bool)
    shares, heights = _floats(marks, "share"), _floats(marks, "value")
    labels, anchors = np.array(strings(marks["label"])), np.array(strings(marks["anchor"]))
    letters = {"color": palette.ink, "shadow": halo(palette)}
    point = {"type": "scatter", "cliponaxis": False, "hoverinfo": "skip", "textfont": letters}
    references = {
        **point,
        "mode": "markers+text",
        "x": shares[~own],
        "y": heights[~own],
        "text": [plain(label) for label in labels[~own]],
        "textposition": anchors[~own].tolist(),
        "marker": {"symbol": "diamond-open", "size": MARK, "color": palette.ink, "line": {"width": 2}},
    }
    found = {
        **point,
        "mode": "markers",
        "x": shares[own],
        "y": heights[own],
        "marker": {"size": MARK + 3, "color": palette.accent, "line": {"color": palette.paper, "width": 2}},
    }
    named = {
        **point,
        "mode": "text",
        "x": shares[own],
        "y": heights[own] / 2,
        "text": [f" <b>{plain(label)}</b> " for label in labels[own]],
        "textposition": anchors[own].tolist(),
    }
    return [trace for trace in (references, found, named) if len(trace["x"])]
