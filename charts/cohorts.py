"""Cohorts: those who came in one week, and how many of them got how far; weeks still open are hatched."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import HIDDEN, canvas, legend, lettered
from charts.columns import numbers, strings
from charts.lettering import SIZE, figure_text, hover
from charts.palette import Palette

HEIGHT: Final = 220  # px
FOOT: Final = 32  # px
WEEKS: Final = 7  # labels at most, so that they fit 340 px
PARTS: Final = ("entered", "visited", "ordered")


def cohorts(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw one column a week, those who visited and ordered within it.

    ``rows``: label, entered, visited, ordered and settled (false: too early to judge), the oldest week first.
    ``words``: entered, visited, ordered, and open for the hatched weeks.
    """
    labels, settled = strings(rows["label"]), rows["settled"].astype(bool).tolist()
    fills = dict(zip(PARTS, (palette.track, palette.grades["B"][0], palette.accent), strict=True))
    counted = {part: numbers(rows[part]) for part in PARTS}
    hovers = [
        hover(label, *(f"{words[part]} {figure_text(counted[part][place])}" for part in PARTS))
        for place, label in enumerate(labels)
    ]
    columns: list[dict[str, Any]] = [
        {
            "type": "bar",
            "x": np.arange(len(rows)),
            "y": np.array(counted[part], dtype="float64"),
            "width": 0.78,
            "marker": {
                "color": fills[part],
                "pattern": {
                    "shape": ["" if done else "/" for done in settled],
                    "fillmode": "overlay",
                    "fgcolor": palette.paper,
                    "size": 7,
                    "solidity": 0.4,
                },
            },
            "hovertext": hovers,
            "hoverinfo": "text",
        }
        for part in PARTS
    ]
    step = max(-(-len(rows) // WEEKS), 1)
    shown = list(range(len(rows)))[::-1][::step]
    entered = np.array(counted["entered"], dtype="float64")[shown]
    above = {
        "type": "scatter",
        "mode": "text",
        "x": np.array(shown),
        "y": entered,
        "text": [figure_text(value) for value in entered.tolist()],
        "textposition": "top center",
        "textfont": {"size": SIZE, "color": palette.muted},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    open_weeks = [] if all(settled) else [("▨", palette.muted, words["open"])]
    key, top = legend([*(("■", fills[part], words[part]) for part in PARTS), *open_weeks])
    return canvas(
        [*columns, above],
        palette,
        height=HEIGHT,
        top=top + 16,
        bottom=FOOT,
        title=key,
        xaxis=lettered(shown, [labels[place] for place in shown], tickfont={"color": palette.muted}),
        yaxis={**HIDDEN, "rangemode": "tozero"},
    )
