"""Bridges: from one sum to the next, and which part of the difference comes from what."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.bullet import BAR, CAPTION_TO_BAR, letters
from charts.canvas import HIDDEN, canvas, legend
from charts.columns import numbers, strings
from charts.lettering import NAME_SIZE, SIZE, coloured, halo, hover, name, plain
from charts.palette import Palette

ROW: Final = 74  # px: two lines of letters, the bar, and the gap to the next row
TOP: Final = 12  # px from the top of a row to the middle of its first line
LINE: Final = 20  # px to the second
LETTER: Final = 10  # px from the middle of a line to where nothing of it is left


def bridge(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw one bar a row from where the one before ended, name and figures above it; it fits 340 px.

    ``rows``: label, start and end (of the bar; 0 to it where the row is a sum), is_sum, figure and note (in words).
    A part that adds is green, one that takes away red, a sum neutral. ``words``: more and less, for the legend.
    """
    labels, figures, notes = (strings(rows[column]) for column in ("label", "figure", "note"))
    starts, ends = (np.array(numbers(rows[column]), dtype="float64") for column in ("start", "end"))
    sums = rows["is_sum"].to_numpy(dtype=bool)
    colours = [
        palette.past if is_sum else palette.good if end >= start else palette.below
        for is_sum, start, end in zip(sums, starts, ends, strict=True)
    ]
    low, high = min([0.0, *starts, *ends]), max([0.0, *starts, *ends])
    width = (high - low) or 1
    tops = ROW * np.arange(len(rows), dtype="float64") + TOP
    middles = tops + LINE + CAPTION_TO_BAR
    bars = {
        "type": "bar",
        "orientation": "h",
        "width": BAR,
        "base": np.minimum(starts, ends),
        # The outline is what is left of a part of nothing.
        "x": np.abs(ends - starts),
        "y": middles,
        "marker": {"color": colours, "line": {"color": colours, "width": 1}},
        "hovertext": [hover(*texts) for texts in zip(labels, figures, notes, strict=True)],
        "hoverinfo": "text",
    }
    heads = [
        f"{name(label, palette, ' ')}  <b>{plain(figure)}</b>" for label, figure in zip(labels, figures, strict=True)
    ]
    seconds = [coloured(plain(note), palette.muted) for note in notes]
    at_left = {"x": np.full(len(rows), low)}
    clear = {"shadow": halo(palette)}
    traces = [
        _links(ends.tolist(), tops.tolist(), middles.tolist(), palette),
        bars,
        letters(tops, heads) | at_left | {"textfont": {"size": NAME_SIZE, **clear}},
        letters(tops + LINE, seconds) | at_left | {"textfont": {"size": SIZE, **clear}},
    ]
    title, top = legend([("■", palette.good, words["more"]), ("■", palette.below, words["less"])])
    height = ROW * len(rows)
    return canvas(
        traces,
        palette,
        height=height,
        top=top,
        title=title,
        xaxis={**HIDDEN, "range": [low - 0.004 * width, high + 0.02 * width]},
        yaxis={**HIDDEN, "range": [height, 0]},
    )


def _links(ends: list[float], tops: list[float], middles: list[float], palette: Palette) -> dict[str, Any]:
    """Draw from each bar's end down to the next, but for where the next one's letters stand."""
    across = [place for end in ends[:-1] for place in (end, end, None) * 2]
    down = [
        place
        for (upper, lower), top in zip(pairwise(middles), tops[1:], strict=True)
        for place in (upper + BAR / 2, top - LETTER, None, top + LINE + LETTER, lower + BAR / 2, None)
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.array(across, dtype="float64"),
        "y": np.array(down, dtype="float64"),
        "line": {"color": palette.muted, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }
