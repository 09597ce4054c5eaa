"""Referral tree: who brought whom, one row a customer, each below and to the right of who brought it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import HIDDEN, canvas, legend
from charts.columns import numbers, strings
from charts.lettering import NAME_EM, NAME_SIZE, coloured, cut, hover, plain
from charts.palette import Palette

ROW: Final = 34  # px
LETTERS: Final = 7.0  # depths, the room right of the deepest mark; on a phone enough for a name and a word
MARKS: Final[Mapping[str, str]] = {"ordered": "circle", "visited": "diamond", "waiting": "circle-open"}
GLYPHS: Final[Mapping[str, str]] = {"ordered": "●", "visited": "◆", "waiting": "○"}


def referral_tree(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw a tree from the top down.

    ``rows``: label, depth (0 is the top), state (ordered, visited or waiting) and note (said in the hover), each row
    before those below it. ``words``: what each state is called.
    """
    labels, states, notes = strings(rows["label"]), strings(rows["state"]), strings(rows["note"])
    depths = [depth or 0.0 for depth in numbers(rows["depth"])]
    middles = [ROW * (place + 0.5) for place in range(len(rows))]
    colours = {"ordered": palette.good, "visited": palette.muted, "waiting": palette.muted}
    shown = [state for state in MARKS if state in states]
    marks = {
        "type": "scatter",
        "mode": "markers+text",
        "x": np.array(depths),
        "y": np.array(middles),
        "marker": {
            "size": 14,
            "symbol": [MARKS[state] for state in states],
            "color": [colours[state] for state in states],
            "line": {"width": 2, "color": [colours[state] for state in states]},
        },
        "text": [
            f"  <b>{plain(cut(label, NAME_EM))}</b>  {coloured(plain(words[state]), palette.muted)}"
            for label, state in zip(labels, states, strict=True)
        ],
        "textposition": "middle right",
        "textfont": {"size": NAME_SIZE},
        "cliponaxis": False,
        "hovertext": [
            hover(label, words[state], note) for label, state, note in zip(labels, states, notes, strict=True)
        ],
        "hoverinfo": "text",
    }
    title, top = legend([(GLYPHS[state], colours[state], words[state]) for state in shown])
    height = ROW * len(rows)
    return canvas(
        [_branches(depths, middles, palette), marks],
        palette,
        height=height,
        top=top,
        title=title,
        xaxis={**HIDDEN, "range": [-0.3, max(depths, default=0.0) + LETTERS]},
        yaxis={**HIDDEN, "range": [height, 0]},
    )


def _branches(depths: Sequence[float], middles: Sequence[float], palette: Palette) -> dict[str, Any]:
    above: dict[float, float] = {}
    across: list[float] = []
    down: list[float] = []
    for depth, middle in zip(depths, middles, strict=True):
        if (start := above.get(depth - 1)) is not None:
            across += [depth - 1, depth - 1, depth, np.nan]
            down += [start, middle, middle, np.nan]
        above[depth] = middle
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.array(across, dtype="float64"),
        "y": np.array(down, dtype="float64"),
        "line": {"color": palette.past, "width": 2},
        "hoverinfo": "skip",
    }
