"""Intervals: rates with how far they can be trusted, each against its own benchmark."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.bullet import BAR, CAPTION_TO_BAR, STATES, TICK, letters
from charts.canvas import HIDDEN, canvas, lettered
from charts.columns import Number, numbers, present, strings
from charts.lettering import NAME_SIZE, SIZE, coloured, hover, name, plain, said, wrapped
from charts.palette import Palette

ROW: Final = 54  # px
LINE: Final = 20  # px more for words of their own line
TOP: Final = 12  # px from the top of a row to the middle of its caption
NARROW_EM: Final = 17.0  # how much fits on a line above a bar at 340 px


def intervals(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette, *, narrow: bool = False) -> go.Figure:
    """Draw one row a rate: a dot on its interval, a tick at the benchmark; ``narrow`` has the words on a second line.

    ``rows``: label (what follows a line break is muted), rate, low, high, benchmark (0 to 1, each nullable), of (how
    many of how many, in words), state (passed, close, below; else neutral) and note (a ready sentence). ``words``:
    absent, said in the track where there is no rate.
    """
    labels, states = strings(rows["label"]), strings(rows["state"])
    counted, notes = strings(rows["of"]), strings(rows["note"])
    rates, low, high = numbers(rows["rate"]), numbers(rows["low"]), numbers(rows["high"])
    ticks = numbers(rows["benchmark"])
    step = ROW + LINE if narrow else ROW
    tops = [step * place + TOP for place in range(len(rows))]
    middles = np.array(tops, dtype="float64") + CAPTION_TO_BAR + (LINE if narrow else 0)
    shares = ["–" if rate is None else f"{rate:.0%}" for rate in rates]
    heads = [f"<b>{share}</b> {coloured(plain(of), palette.muted)}" for share, of in zip(shares, counted, strict=True)]
    sentences = [
        said(state, wrapped(note, NARROW_EM)[0] if narrow else note, palette)
        for state, note in zip(states, notes, strict=True)
    ]
    hovers = [
        hover(label, f"{share}  {of}", note)
        for label, share, of, note in zip(labels, shares, counted, notes, strict=True)
    ]
    scale = max([1.0, *present(rates)])
    bar = {"type": "bar", "orientation": "h", "width": BAR, "y": middles}
    track = {**bar, "x": np.full(len(rows), scale), "marker": {"color": palette.track}}
    spans = {
        **bar,
        "base": np.array(low, dtype="float64"),
        "x": np.array(high, dtype="float64") - np.array(low, dtype="float64"),
        "marker": {"color": [palette.fill(state) for state in states], "opacity": 0.45},
        "hoverinfo": "skip",
    }
    absent = middles[[rate is None for rate in rates]] + 1
    traces: list[dict[str, Any]] = [
        track | {"hovertext": hovers, "hoverinfo": "text"},
        spans,
        _ticks(ticks, middles.tolist(), palette),
        _dots(rates, middles, states, palette),
        letters(tops, heads if narrow else [f"{head}   {note}" for head, note in zip(heads, sentences, strict=True)]),
        letters(absent, [coloured(f" {plain(words['absent'])}", palette.muted)] * len(absent), SIZE),
    ]
    if narrow:
        traces.append(letters([top + LINE for top in tops], sentences, SIZE))
    height = step * len(rows)
    return canvas(
        traces,
        palette,
        height=height,
        right=6,
        xaxis={**HIDDEN, "range": [0, scale]},
        yaxis=lettered(
            [top + TOP for top in tops], [name(label, palette) for label in labels], NAME_SIZE, range=[height, 0]
        ),
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


def _dots(rates: Sequence[Number], middles: Any, states: Sequence[str], palette: Palette) -> dict[str, Any]:
    fills = [palette.fill(state) if state in STATES else palette.muted for state in states]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": np.array(rates, dtype="float64"),
        "y": middles,
        "marker": {"size": 13, "color": fills, "line": {"color": palette.paper, "width": 2}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
