"""Counts: how many customers at each stage or for each reason, one bar each, what is not settled yet hatched."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.bullet import BAR, CAPTION_TO_BAR, letters
from charts.canvas import HIDDEN, canvas, legend, lettered
from charts.columns import numbers, present, strings
from charts.lettering import NAME_SIZE, figure_text, hover, name, said
from charts.palette import Palette

ROW: Final = 52  # px
TOP: Final = 12  # px from the top of a row to the middle of its caption


def counts(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw one bar a row, in the order they come, number and note above it.

    ``rows``: key (what a click gives), label, value (nullable), hatched (how much of it), state ("" or as of a bullet
    bar) and note (a ready sentence). ``words``: settled and hatched, for a legend where a part of a bar is hatched.
    """
    labels, states, notes = strings(rows["label"]), strings(rows["state"]), strings(rows["note"])
    values, hatched = numbers(rows["value"]), [part or 0.0 for part in numbers(rows["hatched"])]
    longest = max([1.0, *present(values)])
    tops = [ROW * place + TOP for place in range(len(rows))]
    solid = [(value or 0.0) - part for value, part in zip(values, hatched, strict=True)]
    fills = [palette.fill(state) if state else palette.accent for state in states]
    bar = {"type": "bar", "orientation": "h", "width": BAR, "y": np.array(tops) + CAPTION_TO_BAR}
    hovers = [hover(label, figure_text(value), note) for label, value, note in zip(labels, values, notes, strict=True)]
    captions = [
        f"<b>{figure_text(value)}</b>   {said(state, note, palette)}"
        for value, state, note in zip(values, states, notes, strict=True)
    ]
    # The track is what a finger hits: it is as long for a small count as for a great one.
    track = {
        **bar,
        "x": np.full(len(rows), longest),
        "marker": {"color": palette.track},
        "selected": {"marker": {"color": palette.past}},
        "customdata": rows["key"].tolist(),
        "hovertext": hovers,
        "hoverinfo": "text",
    }
    traces: list[dict[str, Any]] = [
        track,
        {**bar, "x": np.array(solid), "marker": {"color": fills}, "hoverinfo": "skip"},
        {
            **bar,
            "base": np.array(solid),
            "x": np.array(hatched),
            "marker": {
                "color": palette.track,
                "pattern": {"shape": "/", "fgcolor": fills, "size": 7, "solidity": 0.35},
            },
            "hoverinfo": "skip",
        },
        letters(tops, captions),
    ]
    height = ROW * len(rows)
    key: dict[str, Any] = {}
    top = 0
    if any(hatched):
        entries = [("■", palette.accent, words["settled"])] if any(solid) else []
        key, top = legend([*entries, ("▨", palette.accent, words["hatched"])])
    return canvas(
        traces,
        palette,
        height=height,
        top=top,
        title=key,
        xaxis={**HIDDEN, "range": [0, longest]},
        yaxis=lettered(
            [middle + TOP for middle in tops],
            [name(label, palette) for label in labels],
            NAME_SIZE,
            range=[height, 0],
        ),
    )
