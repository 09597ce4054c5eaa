"""Control limits: whose rate is farther from everybody's than chance explains, given how much it rests on."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import STILL, canvas, legend
from charts.columns import numbers, strings
from charts.lettering import LINE, SIZE, cut, figure_text, hover, plain, width_em
from charts.palette import Palette

HEIGHT: Final = 380  # px
FOOT: Final = 44  # px
RIGHT: Final = 56  # px, for the name of somebody at the edge
MARK: Final = 14  # px
NARROWEST: Final = 220  # px, the plot on a phone
NAMED_EM: Final = 6.0
SYMBOLS: Final = {"passed": ("▲", "triangle-up"), "close": ("▼", "triangle-down"), "below": ("▼", "triangle-down")}


def control(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette, *, bounds: pd.DataFrame) -> go.Figure:
    """Draw one mark a person, the rate over what it is counted from, within the limits of chance around the mean.

    ``rows``: key (what a click gives), label (what follows a line break is for the hover), n, rate and state (passed:
    better than chance explains, close: worse, below: much worse; else within). ``bounds``: n, mean, low, high (the
    narrow limits), lowest and highest (the wide ones). ``words``: passed, close, below, within (legend), n (the axis).
    """
    labels, states = [label.split("\n")[0] for label in strings(rows["label"])], strings(rows["state"])
    n, rates = np.array(numbers(rows["n"]), dtype="float64"), np.array(numbers(rows["rate"]), dtype="float64")
    across = np.array(numbers(bounds["n"]), dtype="float64")
    means = np.array(numbers(bounds["mean"]), dtype="float64")
    names = [cut(label, NAMED_EM) if state in SYMBOLS else "" for label, state in zip(labels, states, strict=True)]
    sides = _sides(names, n / max([1.0, *across]), rates, means[0] if len(means) else 0)
    areas = [
        *_area(across, bounds, ("lowest", "highest"), palette.track),
        *_area(across, bounds, ("low", "high"), palette.grid),
    ]
    mean = {
        "type": "scatter",
        "mode": "lines",
        "x": across,
        "y": means,
        "line": {"color": palette.muted, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
    }
    people = {
        "type": "scatter",
        "mode": "markers+text",
        "x": n,
        "y": rates,
        "text": [f" {plain(name)} " if side else "" for name, side in zip(names, sides, strict=True)],
        "textposition": [f"middle {side or 'right'}" for side in sides],
        "textfont": {"size": SIZE},
        "cliponaxis": False,
        "marker": {
            "size": [MARK if state in SYMBOLS else 10 for state in states],
            "symbol": [SYMBOLS.get(state, ("", "circle"))[1] for state in states],
            "color": [palette.fill(state) for state in states],
            "line": {"color": palette.paper, "width": 1},
        },
        "customdata": rows["key"].tolist(),
        "hovertext": [
            hover(label, f"{rate:.0%}", f"{words['n']} {figure_text(float(base))}")
            for label, rate, base in zip(strings(rows["label"]), rates, n, strict=True)
        ],
        "hoverinfo": "text",
    }
    shown = [state for state in SYMBOLS if state in states]
    key, top = legend(
        [("●", palette.muted, words["within"])]
        + [(SYMBOLS[state][0], palette.fill(state), words[state]) for state in shown]
    )
    axis = {**STILL, "automargin": True, "tickfont": {"color": palette.muted}, "nticks": 6}
    return canvas(
        [*areas, mean, people],
        palette,
        height=HEIGHT,
        top=top,
        right=RIGHT,
        bottom=FOOT,
        title=key,
        xaxis=axis | {"title": {"text": plain(words["n"]), "font": {"size": SIZE}}, "rangemode": "tozero"},
        yaxis=axis | {"tickformat": ".0%", "showgrid": True, "gridcolor": palette.grid},
    )


def _sides(names: Sequence[str], across: Any, rates: Any, mean: float) -> list[str]:
    """Return on which side of its mark each name has room beside the others, "" where on neither: the hover says it.

    Who is farthest from the mean comes first. ``across`` and ``rates`` are shares of the plot, which is at least
    ``NARROWEST`` px wide and ``HEIGHT`` px high: where it is larger, names are only farther apart.
    """
    marks = [(at - MARK / 2, at + MARK / 2, high) for at, high in zip(across * NARROWEST, rates * HEIGHT, strict=True)]
    taken: list[tuple[float, float, float]] = []  # from, to, height of a name, in px
    sides = [""] * len(names)
    for one in np.argsort(-np.abs(rates - mean), kind="stable"):
        mark, height, length = across[one] * NARROWEST, rates[one] * HEIGHT, SIZE * (width_em(names[one]) + 1)
        for side, start in (("right", mark), ("left", mark - length)) if names[one] else ():
            end = start + length
            others = [*taken, *marks[:one], *marks[one + 1 :]]
            free = all(end <= left or start >= right or abs(height - at) >= LINE for left, right, at in others)
            if free and start >= 0 and end <= NARROWEST + RIGHT:
                taken.append((start, end, height))
                sides[one] = side
                break
    return sides


def _area(across: Any, bounds: pd.DataFrame, names: tuple[str, str], fill: str) -> list[dict[str, Any]]:
    edge = {"type": "scatter", "mode": "lines", "x": across, "line": {"width": 0}, "hoverinfo": "skip"}
    lower, upper = (np.array(numbers(bounds[name]), dtype="float64") for name in names)
    return [{**edge, "y": lower}, {**edge, "y": upper, "fill": "tonexty", "fillcolor": fill}]
