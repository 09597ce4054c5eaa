"""Intervals: rates with how far they can be trusted, each against its own benchmark."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.bullet import BAR, CAPTION_TO_BAR, TICK, letters
from charts.canvas import HIDDEN, canvas
from charts.columns import Number, numbers, present, strings
from charts.lettering import LINE, SIZE, coloured, hover, name, plain, said
from charts.palette import Palette

ROW: Final = 78  # px: two lines of letters, the bar, and the gap to the next row
HOLLOW: Final = {"size": 12, "symbol": "diamond-open"}
EDGE: Final = 0.025  # of the width, so that a dot at 0 or 100 % is whole
TOP: Final = 12  # px from the top of a row to the middle of its first line


def intervals(
    rows: pd.DataFrame, words: Mapping[str, str], palette: Palette, written: Callable[[float], str] = "{:.0%}".format
) -> go.Figure:
    """Draw one row a rate: a dot on its interval, a tick at the benchmark, name and words above; it fits 340 px.

    ``rows``: key (what a click gives), label (what follows a line break is muted), rate, low, high, benchmark and
    believed (what it is ranked by, a hollow mark; 0 to 1, each nullable), of (how many of how many, in words), state
    (passed, close, below; else neutral) and note (a ready sentence). ``words``: absent, said where there is no rate.
    ``written`` says how a rate is written; one that is no share may be any number from 0 on.
    """
    labels, states, counted = strings(rows["label"]), strings(rows["state"]), strings(rows["of"])
    notes = strings(rows["note"])
    rates, low, high, believed = (
        np.array(numbers(rows[column]), dtype="float64") for column in ("rate", "low", "high", "believed")
    )
    tops = [ROW * place + TOP for place in range(len(rows))]
    middles = np.array(tops, dtype="float64") + LINE + CAPTION_TO_BAR
    shares = ["–" if rate is None else written(rate) for rate in numbers(rows["rate"])]
    heads = [
        f"{name(label, palette, ' ')}  <b>{share}</b> {coloured(plain(of), palette.muted)}"
        for label, share, of in zip(labels, shares, counted, strict=True)
    ]
    scale = max([1.0, *(most for column in ("rate", "high", "benchmark") for most in present(numbers(rows[column])))])
    bar = {"type": "bar", "orientation": "h", "width": BAR, "y": middles}
    track = {
        **bar,
        "x": np.full(len(rows), scale),
        "marker": {"color": palette.track},
        "selected": {"marker": {"color": palette.past}},
        "customdata": rows["key"].tolist(),
        "hovertext": [hover(*texts) for texts in zip(labels, shares, counted, notes, strict=True)],
        "hoverinfo": "text",
    }
    spans = {
        **bar,
        "base": low,
        "x": high - low,
        "marker": {"color": [palette.fill(state) for state in states], "opacity": 0.45},
        "hoverinfo": "skip",
    }
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": rates,
        "y": middles,
        "marker": {
            "size": 13,
            "color": [palette.fill(state) for state in states],
            "line": {"color": palette.paper, "width": 2},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    empty = middles[np.isnan(rates)] + 1
    traces = [
        track,
        spans,
        {**dots, "x": believed, "marker": {**HOLLOW, "color": palette.ink, "line": {"width": 2}}},
        _ticks(numbers(rows["benchmark"]), middles.tolist(), palette),
        dots,
        letters(tops, heads),
        letters([top + LINE for top in tops], [said(*pair, palette) for pair in zip(states, notes, strict=True)], SIZE),
        letters(empty, [coloured(f" {plain(words['absent'])}", palette.muted)] * len(empty), SIZE),
    ]
    height = ROW * len(rows)
    return canvas(
        traces,
        palette,
        height=height,
        xaxis={**HIDDEN, "range": [-EDGE * scale, (1 + EDGE) * scale]},
        yaxis={**HIDDEN, "range": [height, 0]},
    )


def _ticks(ticks: Sequence[Number], middles: Sequence[float], palette: Palette) -> dict[str, Any]:
    across = [place for tick in ticks for place in (tick, tick, None)]
    down = [place for middle in middles for place in (middle - TICK / 2, middle + TICK / 2, None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.array(across, dtype="float64"),
        "y": np.array(down, dtype="float64"),
        "line": {"color": palette.ink, "width": 3},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
