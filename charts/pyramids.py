"""Two pyramids, one upside down: how many customers are in each tier, and how much they bring."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.bullet import letters
from charts.canvas import HIDDEN, canvas, legend
from charts.columns import numbers, present, strings
from charts.lettering import SIZE, hover, name, plain
from charts.palette import Palette

ROW: Final = 80  # px
BAR: Final = 26  # px
TOP: Final = 12  # px from the top of a row to the middle of its name
FIGURES: Final = 34  # px, the same to the middle of its two figures
MIDDLE: Final = 58  # px, the same to the middle of its bars
MIDDLES: Final = (0.25, 0.75)  # of the width: where the pyramids stand
WIDEST: Final = 0.47  # of the width


def pyramids(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw one row a tier, the best first: on the left its customers, on the right its value, each about its middle.

    ``rows``: key (what a click gives), label (what follows a line break is muted), customers, value (null: it has no
    place on the right), left and right (both figures in words). Customers without value who are more than any tier
    holds would press the others flat: they are hatched, and not to scale. ``words``: left and right, for the legend,
    and off_scale.
    """
    labels, lefts, rights = (strings(rows[column]) for column in ("label", "left", "right"))
    customers, values = numbers(rows["customers"]), numbers(rows["value"])
    tiers = [count for count, value in zip(customers, values, strict=True) if value is not None]
    most = max([1.0, *present(tiers)])
    off = [(count or 0) > most for count in customers]
    largest = max([1.0, *present(values)])
    tops = ROW * np.arange(len(rows), dtype="float64")
    track = {
        "type": "bar",
        "orientation": "h",
        "width": ROW - 4,
        "x": np.ones(len(rows)),
        "y": tops + ROW / 2 - 2,
        "marker": {"color": palette.track, "opacity": 0.35},
        "selected": {"marker": {"color": palette.past, "opacity": 0.6}},
        "customdata": rows["key"].tolist(),
        "hovertext": [hover(*texts) for texts in zip(labels, lefts, rights, strict=True)],
        "hoverinfo": "text",
    }
    drawn = [place for place in range(len(rows)) if not off[place]]
    hatched = [place for place in range(len(rows)) if off[place]]
    counted = [(count or 0) / most for count in customers]
    worth = [max(value or 0, 0) / largest for value in values]
    ripe = {"color": palette.track, "pattern": {"shape": "/", "fgcolor": palette.past, "size": 7, "solidity": 0.35}}
    traces = [
        track,
        _bars(drawn, [counted[place] for place in drawn], tops, 0, {"color": palette.past}),
        _bars(hatched, [1.0 for _ in hatched], tops, 0, ripe),
        _bars(drawn, [worth[place] for place in drawn], tops, 1, {"color": palette.accent}),
        letters(tops + TOP, [f" {name(label, palette, '  ')}" for label in labels]),
        _figures(lefts, tops, 0),
        _figures(rights, tops, 1),
    ]
    entries = [("■", palette.past, words["left"]), ("■", palette.accent, words["right"])]
    title, top = legend([*entries, *([("▨", palette.past, words["off_scale"])] if hatched else [])])
    height = ROW * len(rows)
    return canvas(
        traces,
        palette,
        height=height,
        top=top,
        title=title,
        xaxis={**HIDDEN, "range": [0, 1]},
        yaxis={**HIDDEN, "range": [height, 0]},
    )


def _bars(
    places: Sequence[int], lengths: Sequence[float], tops: Any, side: int, marker: Mapping[str, Any]
) -> dict[str, Any]:
    wide = np.array(lengths, dtype="float64") * WIDEST
    return {
        "type": "bar",
        "orientation": "h",
        "width": BAR,
        "base": MIDDLES[side] - wide / 2,
        "x": wide,
        "y": np.array([tops[place] for place in places], dtype="float64") + MIDDLE,
        "marker": marker,
        "hoverinfo": "skip",
    }


def _figures(texts: Sequence[str], tops: Any, side: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": np.full(len(texts), MIDDLES[side]),
        "y": tops + FIGURES,
        "text": [plain(text) for text in texts],
        "textposition": "middle center",
        "textfont": {"size": SIZE},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
